//! Panics, recovery, `Goexit`, and how an uncaught panic ends the program.
//!
//! A panic is a record on the task's chain. Raising one pushes a record and runs deferred calls, last
//! first, each in a frame on top of the panicking one (nothing is cut from the stack yet), with the
//! special unit `Unwind` as return address. When one returns there after `recover`, the stack is cut
//! to the frame that deferred it, which goes on at its function's recover unit; records of panics
//! raised in frames that are gone go too. Without deferred calls left, the panic is uncaught: error
//! and Stringer values are made printable by calling their methods in the same way (`Printed`), then
//! the program ends. `Goexit` is a panic that cannot be recovered and ends the goroutine instead.

use std::ptr;

use runtime::rtype::{GoStr, Kind, RType};
use runtime::strings;
use runtime::task::{Outcome, Task};

use crate::call;
use crate::defer::{self, Record};
use crate::fault;
use crate::handler::{Next, slow};
use crate::load::{FuncEntry, HEADER, Location, state};
use crate::print;
use crate::special::{Special, go_on_at, leave_with};
use crate::traceback;

/// A panic or `Goexit` under way, in GC memory. Frames are named by their distance from the stack's
/// start in slots.
#[repr(C)]
pub struct Panic {
    link: *mut Panic,
    value: [u64; 2],
    /// What an `Error` or `String` method returned for the value.
    text: GoStr,
    has_text: bool,
    /// `text` is what to print, not the value itself.
    prints_text: bool,
    asked_for_text: bool,
    goexit: bool,
    recovered: bool,
    repanicked: bool,
    /// A nil dereference: reported with a line about the signal.
    signal: bool,
    /// Where it was raised.
    frame: usize,
    ip: Next,
    /// Frame of the deferred call being run.
    call_frame: usize,
    /// Frame and unit of the `defer` statement of that call.
    defer_frame: usize,
    defer_ip: Next,
}

fn chain(g: *mut Task) -> *mut Panic {
    // SAFETY: the task runs on this thread.
    unsafe { (*g).panics.cast() }
}

fn set_chain(g: *mut Task, p: *mut Panic) {
    // SAFETY: the task runs on this thread.
    unsafe { (*g).panics = p.cast() }
}

/// A chain's records, the latest first.
///
/// # Safety
/// The records are live while the iterator is.
unsafe fn records(first: *mut Panic) -> impl Iterator<Item = *mut Panic> {
    let some = |p: *mut Panic| (!p.is_null()).then_some(p);
    // SAFETY: the caller's promise.
    std::iter::successors(some(first), move |&p| some(unsafe { (*p).link }))
}

/// Distance of a frame from the stack's start.
///
/// # Safety
/// `fp` is a frame of `g`.
pub unsafe fn offset_of(g: *mut Task, fp: *mut u64) -> usize {
    // SAFETY: the caller's promise.
    unsafe { (fp as usize - (*g).stack_lo as usize) / 8 }
}

/// # Safety
/// `offset` is that of a frame of `g`.
pub unsafe fn frame_at(g: *mut Task, offset: usize) -> *mut u64 {
    // SAFETY: the caller's promise.
    unsafe { (*g).stack_lo.add(offset) }
}

/// An `any` of type `ty`: a string type, a struct that starts with a string, or a pointer to one.
///
/// # Safety
/// `g` runs on this thread.
pub unsafe fn string_value(g: *mut Task, ty: &'static RType, text: &str) -> [u64; 2] {
    // SAFETY: a running task has a worker that only this thread uses.
    unsafe {
        let cache = &mut (*(*g).worker).cache;
        let s = strings::new(cache, text.as_bytes());
        let place = cache.alloc(ty.size.max(16), false).cast::<GoStr>();
        place.write(s);
        [ptr::from_ref(ty) as u64, place as u64]
    }
}

/// Panics with an `any`.
///
/// # Safety
/// See [`crate::handler`].
pub unsafe fn raise(g: *mut Task, ip: Next, fp: *mut u64, value: [u64; 2]) -> Next {
    // SAFETY: see `crate::handler`.
    unsafe {
        let p = push(g, ip, fp);
        (*p).value = value;
        let outer = (*p).link;
        if !outer.is_null() && (*outer).recovered && (*outer).value == value {
            (*outer).repanicked = true;
        }
        run_next(g, p)
    }
}

/// Panics as for a nil dereference.
///
/// # Safety
/// See [`crate::handler`].
pub unsafe fn nil_dereference(g: *mut Task, ip: Next, fp: *mut u64) -> Next {
    // SAFETY: see `crate::handler`.
    unsafe {
        let ty = state(g).well_known().runtime_error;
        let text = "invalid memory address or nil pointer dereference";
        let value = string_value(g, ty, text);
        let p = push(g, ip, fp);
        (*p).value = value;
        (*p).signal = true;
        run_next(g, p)
    }
}

/// Runs the goroutine's deferred calls, then ends it.
///
/// # Safety
/// See [`crate::handler`].
pub unsafe fn goexit(g: *mut Task, ip: Next, fp: *mut u64) -> Next {
    // SAFETY: see `crate::handler`.
    unsafe {
        let p = push(g, ip, fp);
        (*p).goexit = true;
        run_next(g, p)
    }
}

unsafe fn push(g: *mut Task, ip: Next, fp: *mut u64) -> *mut Panic {
    // SAFETY: a running task has a worker that only this thread uses; the record is fresh.
    unsafe {
        let p = (*(*g).worker)
            .cache
            .alloc(size_of::<Panic>(), false)
            .cast::<Panic>();
        (*p).link = chain(g);
        (*p).frame = offset_of(g, fp);
        (*p).ip = ip;
        set_chain(g, p);
        p
    }
}

/// Runs the next deferred call for `p`, or ends what there is to end.
unsafe fn run_next(g: *mut Task, p: *mut Panic) -> Next {
    // SAFETY: see `crate::handler`.
    unsafe {
        let Some(record) = defer::pop(g) else {
            if (*p).goexit {
                set_chain(g, ptr::null_mut());
                return Special::TaskReturn.unit();
            }
            return uncaught(g, p);
        };
        (*p).defer_frame = (*record).frame;
        (*p).defer_ip = (*record).ip;
        let n = (*record).count;
        let entry = (*record).entry;
        if entry.is_null() {
            return nil_dereference(g, (*p).ip, frame_at(g, (*p).frame));
        }
        match push_frame(g, p, entry, Record::words(record), n, Special::Unwind) {
            Some(fp) => {
                (*p).call_frame = offset_of(g, fp);
                go_on_at(g, (*entry).ip, fp)
            }
            None => call::overflow(g, (*p).ip),
        }
    }
}

/// Makes a frame of `entry` on top of the panicking one, with `n` slots copied into it.
unsafe fn push_frame(
    g: *mut Task,
    p: *mut Panic,
    entry: *const FuncEntry,
    words: *const u64,
    n: usize,
    ret: Special,
) -> Option<*mut u64> {
    // SAFETY: see `crate::handler`; there is room for the frame before it is written.
    unsafe {
        let fp = frame_at(g, (*p).frame);
        let distance = state(g).frame_slots_at((*p).ip) + HEADER;
        let need = distance + n.max((*entry).frame_bytes / 8);
        let fp = call::room(g, fp, fp.add(distance - HEADER), fp.wrapping_add(need))?;
        let base = fp.add(distance);
        ptr::copy_nonoverlapping(words, base, n);
        *base.sub(1) = ret.unit() as u64;
        *base.sub(2) = distance as u64;
        Some(base)
    }
}

slow! {
    // A deferred call run by a panic has returned; `fp` is the panicking frame.
    unwind m {
        let p = chain(m.g);
        if !(*p).recovered {
            return run_next(m.g, p);
        }
        let target = (*p).defer_frame;
        let mut outer = (*p).link;
        let mut exits = false;
        while !outer.is_null() && (*outer).frame >= target {
            exits |= (*outer).goexit;
            outer = (*outer).link;
        }
        set_chain(m.g, outer);
        let loaded = state(m.g);
        let function = loaded.locate((*p).defer_ip).map_or(0, |l| l.function);
        let Some(unit) = loaded.function(function).recover_unit else {
            return fatal_error(m.g, (*p).defer_ip, m.fp, "recovery in a function without recover unit");
        };
        let ip = loaded.unit_at(Location { function, unit: unit as usize });
        let fp = frame_at(m.g, target);
        if exits {
            return goexit(m.g, ip, fp);
        }
        go_on_at(m.g, ip, fp)
    }

    // The `Error` or `String` method of a panic value has returned.
    printed m {
        let top = chain(m.g);
        let base = m.fp.add(state(m.g).frame_slots_at((*top).ip) + HEADER);
        if let Some(p) = records(top).find(|&p| (*p).asked_for_text && !(*p).has_text) {
            (*p).text = GoStr { ptr: *base as *const u8, len: *base.add(1) as usize };
            (*p).has_text = true;
            (*p).prints_text = true;
        }
        uncaught(m.g, top)
    }

    Panic_ m {
        let mut value = [m.r(m.a()), m.r(m.a() + 1)];
        if value[0] == 0 {
            let text = "panic called with nil argument";
            value = string_value(m.g, state(m.g).well_known().nil_panic_error, text);
        }
        raise(m.g, m.ip, m.fp, value)
    }

    PanicText m {
        let text = state(m.g).string(m.c());
        fault::plain_error(m.g, m.ip, m.fp, &String::from_utf8_lossy(text))
    }

    Recover m {
        let p = chain(m.g);
        let mut value = [0, 0];
        if !p.is_null() && !(*p).goexit && !(*p).recovered && is_called_by(m.g, m.fp, p) {
            (*p).recovered = true;
            value = (*p).value;
        }
        m.set(m.a(), value[0]);
        m.set(m.a() + 1, value[1]);
        m.skip(1)
    }
}

/// Whether the frame at `fp` is the deferred call that `p` runs, or called by it through wrappers.
unsafe fn is_called_by(g: *mut Task, mut fp: *mut u64, p: *mut Panic) -> bool {
    // SAFETY: frames lie on the task's stack down to the first, whose return address is special.
    unsafe {
        let loaded = state(g);
        let target = frame_at(g, (*p).call_frame);
        while fp > target {
            let ret = *fp.sub(1) as Next;
            let caller = loaded.locate(ret).map(|l| loaded.function(l.function));
            if !caller.is_some_and(|f| f.is_wrapper) {
                return false;
            }
            fp = fp.sub(*fp.sub(2) as usize);
        }
        fp == target
    }
}

/// Nothing will recover `p`: makes its chain printable, then ends the program.
unsafe fn uncaught(g: *mut Task, p: *mut Panic) -> Next {
    // SAFETY: see `crate::handler`; records are live as long as they are on the chain.
    unsafe {
        if records(p).any(|q| (*q).asked_for_text && !(*q).has_text) {
            let ty = &*((*p).value[0] as *const RType);
            let mut what = format!("type {}", ty.string());
            if ty.kind() == Kind::String && ty.pkg_path().is_empty() {
                what.clear();
                print::panic_value((*p).value, &mut what);
            }
            let text = format!("panic while printing panic value: {what}");
            return fatal_error(g, (*p).ip, frame_at(g, (*p).frame), &text);
        }
        for q in records(p) {
            if !(*q).asked_for_text && !(*q).goexit {
                (*q).asked_for_text = true;
                if let Some(entry) = printing_method(g, (*q).value[0]) {
                    // Results, then the receiver: the interface's data word.
                    let window = [0, 0, (*q).value[1]];
                    let frame = push_frame(g, p, entry, window.as_ptr(), 3, Special::Printed);
                    return match frame {
                        Some(fp) => go_on_at(g, (*entry).ip, fp),
                        None => call::overflow(g, (*p).ip),
                    };
                }
                (*q).has_text = true;
            }
        }
        let mut text = String::new();
        print_chain(p, &mut text);
        if (*p).signal {
            text.push_str("[signal SIGSEGV: segmentation violation code=0x1 addr=0x0 pc=0x0]\n");
        }
        text.push('\n');
        text.push_str(&traceback::running(g, (*p).ip, frame_at(g, (*p).frame)));
        leave_with(Outcome::Fatal(Box::new((text, 2))))
    }
}

/// `Error`, or else `String`, of a value of this type.
unsafe fn printing_method(g: *mut Task, ty: u64) -> Option<*const FuncEntry> {
    // SAFETY: the first word of an `any` that is not nil is a type.
    let ty = unsafe { (ty as *const RType).as_ref() }?;
    // SAFETY: the task runs a loaded program.
    let loaded = unsafe { state(g) };
    let known = loaded.well_known();
    let find = |iface: &'static RType| {
        let is_interface = iface.kind() == Kind::Interface;
        if is_interface {
            loaded.runtime.itabs.find(iface, ty)
        } else {
            None
        }
    };
    let itab = find(known.error).or_else(|| find(known.stringer))?;
    itab.funs()
        .first()
        .map(|&f| f as *const FuncEntry)
        .filter(|f| !f.is_null())
}

/// Prints the chain, the oldest panic first.
unsafe fn print_chain(p: *mut Panic, out: &mut String) {
    // SAFETY: records on the chain are live.
    unsafe {
        let mut chain: Vec<_> = records(p).collect();
        chain.reverse();
        let mut outer: *mut Panic = ptr::null_mut();
        for q in chain {
            if !outer.is_null() {
                if (*outer).repanicked {
                    outer = q;
                    continue;
                }
                if !(*outer).goexit {
                    out.push('\t');
                }
            }
            outer = q;
            if (*q).goexit {
                continue;
            }
            out.push_str("panic: ");
            if (*q).prints_text {
                out.push_str(&String::from_utf8_lossy((*q).text.bytes()).replace('\n', "\n\t"));
            } else {
                print::panic_value((*q).value, out);
            }
            if (*q).repanicked {
                out.push_str(" [recovered, repanicked]");
            } else if (*q).recovered {
                out.push_str(" [recovered]");
            }
            out.push('\n');
        }
    }
}

/// Ends the program: "fatal error: " and the text, the goroutine's trace, exit status 2.
///
/// # Safety
/// See [`crate::handler`].
pub unsafe fn fatal_error(g: *mut Task, ip: Next, fp: *mut u64, text: &str) -> Next {
    // SAFETY: see `crate::handler`.
    let trace = unsafe { traceback::running(g, ip, fp) };
    leave_with(Outcome::Fatal(Box::new((
        format!("fatal error: {text}\n\n{trace}"),
        2,
    ))))
}

/// The panic whose deferred calls run on top of the frame at `fp`.
///
/// # Safety
/// Nobody changes the task's chain meanwhile.
pub unsafe fn of_frame(g: *const Task, fp: *mut u64) -> Option<*const Panic> {
    // SAFETY: records on the chain are live; `fp` lies in the task's stack.
    unsafe {
        let offset = (fp as usize - (*g).stack_lo as usize) / 8;
        records((*g).panics.cast())
            .find(|&p| (*p).frame == offset)
            .map(<*mut Panic>::cast_const)
    }
}

macro_rules! getters {
    ($($(#[doc = $doc:literal])* $name:ident $field:ident $t:ty;)*) => { $(
        $(#[doc = $doc])*
        ///
        /// # Safety
        /// `p` is a live record.
        pub unsafe fn $name(p: *const Panic) -> $t {
            // SAFETY: the caller's promise.
            unsafe { (*p).$field }
        }
    )* };
}

getters! {
    /// The unit that panicked.
    raised_at ip Next;
    value value [u64; 2];
    is_goexit goexit bool;
    /// Whether Go raises it in a signal handler.
    is_signal signal bool;
}
