//! Calls, off the fast path: stack growth, requests to stop, goroutine starts, native functions.

use std::ptr;

use bytecode::Op;
use runtime::native::{self, NativeCx, NativeFn};
use runtime::sched;
use runtime::stack::{self, StackCheck};
use runtime::task::{Outcome, Task};

use crate::fault;
use crate::handler::{M, Next, Unit, exit, slow};
use crate::load::{FuncEntry, HEADER, state};
use crate::panic;
use crate::special::{Special, leave_with, save};
use crate::traceback;

/// Stops at a back-edge because the task was asked to; it goes on at `ip`, the jump's target.
///
/// # Safety
/// See [`crate::handler`].
#[cold]
#[inline(never)]
pub unsafe extern "C" fn preempted(ip: *const Unit, fp: *mut u64, g: *mut Task, _acc: u64) -> u64 {
    // SAFETY: see `crate::handler`.
    unsafe { save(g, ip, fp) };
    exit::PREEMPTED
}

slow! {
    // A call whose frame passes the limit: more stack, or a request to stop. The call is done again.
    no_room m {
        let loaded = state(m.g);
        let (base, entry) = match loaded.op_at(m.ip) {
            Op::Call => (m.at(m.a()), m.address::<FuncEntry>()),
            Op::CallC => (m.at(m.a()), *(m.r(m.b()) as *const *const FuncEntry)),
            _ => (m.at(m.a()), method_of(m)),
        };
        ensure(m.g, m.ip, m.fp, base.cast::<u8>().wrapping_add((*entry).frame_bytes).cast())
    }
    GoF m {
        let entry = state(m.g).entry(m.cd() as usize);
        start(m, entry, m.b())
    }
    GoC m {
        let closure = m.r(m.b());
        if closure == 0 {
            return panic::fatal_error(m.g, m.ip, m.fp, "go of nil func value");
        }
        m.set(m.a() + m.c(), closure);
        start(m, *(closure as *const *const FuncEntry), m.c() + 1)
    }
    CallN m { native_result(m, m.address::<()>()) }
    // Calls a native function that this build lacks.
    missing_native m {
        let name = state(m.g).native(m.cd() as usize).map_or("a native", |n| n.0);
        let text = format!("fatal error: {name} is not implemented\n");
        let trace = traceback::running(m.g, m.ip, m.fp);
        leave_with(Outcome::Fatal(Box::new((format!("{text}\n{trace}"), 2))))
    }
}

/// The function that `CallI` calls; the interface is not nil.
unsafe fn method_of(m: M) -> *const FuncEntry {
    // SAFETY: the first word of a non-nil interface is an itab, and `c` one of its methods.
    unsafe {
        let itab = m.r(m.b()) as *const u8;
        *itab
            .add(runtime::itab::Itab::FUNS)
            .cast::<*const FuncEntry>()
            .add(m.c16())
    }
}

/// Makes room up to `need_end` for something that the unit `ip` of frame `fp` wants to do, and says
/// where to go on: at `ip` again, or out if the task has to stop.
///
/// # Safety
/// See [`crate::handler`].
pub unsafe fn ensure(g: *mut Task, ip: Next, fp: *mut u64, need_end: *const u64) -> Next {
    // SAFETY: see `crate::handler`; the frame's end is that of its function.
    unsafe {
        save(g, ip, fp);
        let live_end = fp.add(state(g).frame_slots_at(ip));
        match stack::check(g, fp, live_end, need_end) {
            StackCheck::Preempt => Special::Preempted.unit(),
            StackCheck::Ready(_) => Special::Reload.unit(),
            StackCheck::Overflow => overflow(g, ip),
        }
    }
}

/// Makes room without regard to requests to stop: the frame at `fp` of the function of `ip` is live
/// up to `live_end`. Returns where the frame lies now, or `None` after an overflow.
///
/// # Safety
/// See [`crate::handler`].
pub unsafe fn room(
    g: *mut Task,
    fp: *mut u64,
    live_end: *mut u64,
    need_end: *mut u64,
) -> Option<*mut u64> {
    // SAFETY: see `crate::handler`.
    unsafe {
        let lo = (*g).stack_lo;
        if need_end as usize <= (*g).stack_hi as usize {
            return Some(fp);
        }
        let live = (live_end as usize - lo as usize) / 8;
        let need = (need_end as usize - lo as usize) / 8;
        let offset = fp as usize - lo as usize;
        (*g).fp = fp;
        stack::grow(g, live, need).then(|| (*g).stack_lo.byte_add(offset))
    }
}

/// # Safety
/// The task runs on this thread; its state is saved.
pub unsafe fn overflow(g: *mut Task, ip: Next) -> Next {
    // SAFETY: the caller's promise.
    let trace = unsafe { traceback::running(g, ip, (*g).fp) };
    let limit = stack::MAX_STACK_BYTES.load(std::sync::atomic::Ordering::Relaxed);
    let text = format!(
        "runtime: goroutine stack exceeds {limit}-byte limit\nfatal error: stack overflow\n\n{trace}"
    );
    leave_with(Outcome::Fatal(Box::new((text, 2))))
}

/// Starts a goroutine with the `n` slots of the window at `a`.
unsafe fn start(m: M, entry: *const FuncEntry, n: usize) -> Next {
    // SAFETY: see `crate::handler`; the verifier checked the window.
    unsafe {
        save(m.g, m.ip, m.fp);
        let Some(task) = sched::spawn(m.g) else {
            return panic::fatal_error(m.g, m.ip, m.fp, "runtime: out of memory");
        };
        if !prepare(task, entry, m.at(m.a()), n, Special::TaskReturn.unit()) {
            return panic::fatal_error(m.g, m.ip, m.fp, "runtime: out of memory");
        }
        sched::start((*m.g).worker, task);
        m.skip(1)
    }
}

/// Fills a fresh task: a frame of `entry` with `n` slots copied from `window`. False: no memory.
///
/// # Safety
/// The caller owns the task, which has a worker; `window` has `n` slots.
pub unsafe fn prepare(
    task: *mut Task,
    entry: *const FuncEntry,
    window: *const u64,
    n: usize,
    ret: Next,
) -> bool {
    // SAFETY: the caller's promise; the stack is made large enough first.
    unsafe {
        let need = HEADER + n.max((*entry).frame_bytes / 8);
        if need > stack::slots(&*task) && !stack::grow(task, 0, need) {
            return false;
        }
        let fp = (*task).stack_lo.add(HEADER);
        ptr::copy_nonoverlapping(window, fp, n);
        *fp.sub(1) = ret as u64;
        *fp.sub(2) = 0;
        save(task, (*entry).ip, fp);
        true
    }
}

/// Calls a native function and does what it asks for.
unsafe fn native_result(m: M, function: *const ()) -> Next {
    // SAFETY: the loader stored the address of a `NativeFn`; the verifier checked the window's start,
    // the compiler its size.
    unsafe {
        let function: NativeFn = std::mem::transmute::<*const (), NativeFn>(function);
        let window = m.at(m.a());
        let mut cx = NativeCx::new(m.g, window);
        // The native may park the task, after which it must not be touched: save first.
        save(m.g, m.skip(1), m.fp);
        match function(&mut cx, window) {
            native::Next::Return => m.skip(1),
            other => unusual(m, other),
        }
    }
}

/// What natives rarely ask for. A native that returns `Retry` has called `NativeCx::run_again` before
/// it let go of the task: the saved unit is the call's then.
#[cold]
#[inline(never)]
unsafe fn unusual(m: M, next: native::Next) -> Next {
    // SAFETY: see `crate::handler`; after `Park` and `Retry` the task is not touched.
    unsafe {
        match next {
            native::Next::Return => m.skip(1),
            native::Next::Park | native::Next::Retry => Special::Parked.unit(),
            native::Next::Yield => Special::Yield.unit(),
            native::Next::Panic { ty, data } => panic::raise(m.g, m.ip, m.fp, [ty as u64, data]),
            native::Next::RuntimeError(text) => fault::runtime_error(m.g, m.ip, m.fp, &text),
            native::Next::PlainError(text) => fault::plain_error(m.g, m.ip, m.fp, &text),
            native::Next::StringPanic(text) => {
                let value = panic::string_value(m.g, state(m.g).well_known().string, &text);
                panic::raise(m.g, m.ip, m.fp, value)
            }
            native::Next::Goexit => panic::goexit(m.g, m.ip, m.fp),
            native::Next::Fatal(text) => panic::fatal_error(m.g, m.ip, m.fp, &text),
            native::Next::Exit(code) => leave_with(Outcome::Exit(code)),
        }
    }
}

/// Makes a fresh task ready to call a func value without arguments.
///
/// # Safety
/// The caller owns the task, which has a worker; `closure` is a func value.
pub unsafe fn prepare_closure(task: *mut Task, closure: *mut u8) {
    let window = [closure as u64];
    // SAFETY: the caller's promise; a func value starts with its function's entry.
    unsafe {
        let entry = *closure.cast::<*const FuncEntry>();
        prepare(task, entry, window.as_ptr(), 1, Special::TaskReturn.unit());
    }
}
