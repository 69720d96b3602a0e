//! Finalizers, cleanups and weak pointers: packages runtime and weak.

use runtime::heap::FinalizerError;
use runtime::native::{NativeCx, Next};
use runtime::rtype::{Kind, RType};

use crate::abi::{self, Iface, natives};

/// Clears the caller's frame from `from` on. Stacks are scanned conservatively, so what calls that have returned
/// left there would keep dead objects alive.
///
/// # Safety
/// Nothing in the frame from `from` on is used again.
unsafe fn clear_frame(cx: &NativeCx, from: *mut u64) {
    // SAFETY: the VM saved the task's state, so the live top is that of the calling frame, where `from` lies.
    unsafe {
        let top = cx.runtime().sched.program().runner.live_top(cx.task);
        let n = (top as usize).saturating_sub(from as usize) / 8;
        std::ptr::write_bytes(from, 0, n);
    }
}

/// Slots that calls keep free below their windows.
const FRAME_HEADER: usize = 3;

/// [`clear_frame`] from the window of a native without arguments and results on: there lie only windows of calls.
pub fn clear_dead_slots(cx: &NativeCx) {
    // SAFETY: a window is the last thing in a frame that lives, and the header below it is unused by a native.
    unsafe { clear_frame(cx, cx.window.sub(FRAME_HEADER)) }
}

/// What a finalizer is called with, and how.
struct Shape {
    object: u64,
    /// The first word of the interface that the finalizer wants; null for a pointer.
    head: *mut u8,
    result_slots: i64,
}

/// Why the program must not call `SetFinalizer` so.
fn check_object(obj: Iface) -> Result<&'static RType, String> {
    // SAFETY: an `any`'s head is null or a descriptor.
    let Some(typ) = (unsafe { obj.head.as_ref() }) else {
        return Err("first argument is nil".to_owned());
    };
    if typ.kind() != Kind::Pointer {
        return Err(format!("first argument is {}, not pointer", typ.string()));
    }
    if obj.data == 0 {
        return Err("pointer not in allocated block".to_owned());
    }
    Ok(typ)
}

fn shape(cx: &NativeCx, obj: Iface, finalizer: Iface) -> Result<Option<Shape>, String> {
    let typ = check_object(obj)?;
    // SAFETY: as above.
    let Some(func) = (unsafe { finalizer.head.as_ref() }) else {
        return Ok(None);
    };
    if func.kind() != Kind::Func {
        return Err(format!(
            "second argument is {}, not a function",
            func.string()
        ));
    }
    let refuse = |why: &str| {
        Err(format!(
            "cannot pass {} to finalizer {}{why}",
            typ.string(),
            func.string()
        ))
    };
    if func.is_variadic() {
        return refuse(" because dotdotdot");
    }
    let &[want] = func.params() else {
        return refuse("");
    };
    let head: *const u8 = if std::ptr::eq(want, typ) {
        std::ptr::null()
    } else if want.kind() == Kind::Interface {
        if want.methods().is_empty() {
            std::ptr::from_ref(typ).cast()
        } else {
            match cx.runtime().itabs.find(want, typ) {
                Some(itab) => std::ptr::from_ref(itab).cast(),
                None => return refuse(""),
            }
        }
    } else if want.kind() == Kind::Pointer
        && std::ptr::eq(want.elem(), typ.elem())
        && !(want.is_named() && typ.is_named())
    {
        std::ptr::null()
    } else {
        return refuse("");
    };
    Ok(Some(Shape {
        object: obj.data,
        head: head.cast_mut(),
        result_slots: func.results().iter().map(|r| r.slots() as i64).sum(),
    }))
}

fn fatal(why: &str) -> Next {
    Next::Fatal(format!("runtime.SetFinalizer: {why}"))
}

natives! {
    "runtime.checkFinalizer"(cx; obj: Iface, finalizer: Iface) -> raw(4) {
        match shape(cx, obj, finalizer) {
            Ok(Some(s)) => abi::finish(cx, ((s.object, s.head), (s.result_slots, true))),
            Ok(None) => abi::finish(cx, ((obj.data, std::ptr::null_mut::<u8>()), (0i64, false))),
            Err(why) => fatal(&why),
        }
    }
    "runtime.funcWord"(cx; f: Iface) -> ret<u64> { f.data }
    "runtime.setFinalizer"(cx; object: *mut u8, call: *mut u8) -> raw(0) {
        match cx.runtime().heap.set_finalizer(object, call as u64) {
            // Package variables and objects without size live forever.
            Ok(()) | Err(FinalizerError::NotAllocated) => Next::Return,
            Err(FinalizerError::NotBeginning) => fatal("pointer not at beginning of allocated block"),
            Err(FinalizerError::AlreadySet) => fatal("finalizer already set"),
        }
    }
    "runtime.clearFinalizer"(cx; object: *mut u8) -> ret<()> { cx.runtime().heap.clear_finalizer(object) }
    "runtime.addCleanup"(cx; object: *mut u8, call: *mut u8) -> ret<u64> {
        cx.runtime().heap.add_cleanup(object, call as u64, 0).unwrap_or(0)
    }
    "runtime.stopCleanup"(cx; id: u64) -> ret<()> { cx.runtime().heap.stop_cleanup(id) }
    "runtime.startFinalizers"(cx; run: *mut u8) -> raw(0) {
        // SAFETY: the task runs on this thread; `run` is a func value without parameters.
        match unsafe { cx.runtime().sched.start_finalizers(cx.task, run) } {
            true => Next::Return,
            false => Next::Fatal("runtime: out of memory".to_owned()),
        }
    }
    "runtime.nextReady"(cx; ) -> raw(2) {
        if let Some(ready) = cx.runtime().heap.take_ready() {
            return abi::finish(cx, (ready.func, ready.arg));
        }
        // SAFETY: the caller uses nothing but the results; a fresh frame holds what the last one left.
        unsafe { clear_frame(cx, (*cx.task).fp) };
        cx.run_again();
        let sched = &raw const cx.runtime().sched;
        // SAFETY: the scheduler outlives the call; the task runs on this thread and is not touched afterwards.
        unsafe { (*sched).wait_for_finalizers(cx.task) };
        Next::Retry
    }
    "runtime.checkPin"(cx; pointer: Iface) -> raw(0) {
        // SAFETY: an `any`'s head is null or a descriptor.
        let Some(typ) = (unsafe { pointer.head.as_ref() }) else {
            return Next::RuntimeError("runtime.Pinner: argument is nil".to_owned());
        };
        match typ.kind() {
            Kind::Pointer | Kind::UnsafePointer => Next::Return,
            _ => Next::RuntimeError(format!("runtime.Pinner: argument is not a pointer: {}", typ.string())),
        }
    }

    "weak.handle"(cx; pointer: *mut u8) -> ret<*mut u8> {
        let rt = &raw const *cx.runtime();
        // SAFETY: the run-time system outlives the call.
        unsafe { (*rt).heap.weak_handle(cx.cache(), pointer) }
    }
    "weak.pointer"(cx; handle: *mut u8) -> ret<*mut u8> {
        if handle.is_null() {
            return abi::finish(cx, std::ptr::null_mut::<u8>());
        }
        // SAFETY: Go code has the handle from `weak.handle`.
        unsafe { cx.runtime().heap.weak_pointer(handle) }
    }
}
