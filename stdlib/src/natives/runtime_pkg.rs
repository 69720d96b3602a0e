//! Packages runtime and runtime/debug.

use std::sync::atomic::Ordering;

use runtime::chan::ChanResult;
use runtime::crash;
use runtime::faults::PANIC_ON_FAULT;
use runtime::host;
use runtime::native::{NativeCx, Next};
use runtime::rtype::GoSlice;

use crate::abi::{self, at, natives};

fn traceback(cx: &NativeCx) -> String {
    // The VM saved the task's state before it called the native.
    cx.runtime().sched.program().runner.traceback(cx.task)
}

fn stop_result(r: ChanResult) -> Next {
    match r {
        ChanResult::Park => Next::Park,
        _ => Next::Return,
    }
}

fn trace(cx: &mut NativeCx, all: bool) -> Next {
    if !all {
        // SAFETY: the task runs on this thread.
        let id = unsafe { (*cx.task).id };
        let text = format!("goroutine {id} [running]:\n{}", traceback(cx));
        return abi::finish(cx, text);
    }
    // SAFETY: the task runs on this thread; after the call it is not touched.
    unsafe {
        if let Some(mail) = (*cx.task).take_mail() {
            let text = mail
                .downcast::<String>()
                .map_or_else(|_| String::new(), |s| *s);
            return abi::finish(cx, text);
        }
        cx.run_again();
        let sched = &raw const cx.runtime().sched;
        (*sched).dump_goroutines(cx.task);
    }
    Next::Retry
}

natives! {
    "runtime.GOMAXPROCS"(cx; n: i64) -> raw(1) {
        let slot = crate::abi::slot(cx, 0);
        let sched = &raw const cx.runtime().sched;
        // SAFETY: the scheduler outlives the call.
        stop_result(unsafe { (*sched).set_procs(cx.task, n, slot) })
    }
    "runtime.NumCPU"(cx; ) -> ret<i64> { host::cpu_count() as i64 }
    "runtime.NumGoroutine"(cx; ) -> ret<i64> { cx.runtime().sched.num_goroutine() as i64 }
    "runtime.Gosched"(cx; ) -> raw(0) { Next::Yield }
    "runtime.Goexit"(cx; ) -> raw(0) { Next::Goexit }
    "runtime.GC"(cx; ) -> raw(0) {
        super::finalizer::clear_dead_slots(cx);
        let sched = &raw const cx.runtime().sched;
        // SAFETY: the scheduler outlives the call; the VM saved the task's state.
        stop_result(unsafe { (*sched).collect(cx.task) })
    }
    "runtime.readMemory"(cx; m: *mut u8) -> ret<()> {
        cx.cache().flush();
        let s = cx.runtime().heap.stats();
        // SAFETY: a Go pointer to the struct of this many words.
        let words = unsafe { at::<[u64; 18]>(m) };
        *words = [
            s.alloc, s.total_alloc, s.sys, s.mallocs, s.frees, s.heap_alloc, s.heap_sys, s.heap_idle, s.heap_inuse,
            s.heap_released, s.heap_objects, s.gc_sys, s.next_gc, s.last_gc, s.pause_total_ns, s.pause_ns,
            u64::from(s.num_gc), u64::from(s.num_forced_gc),
        ];
    }
    "runtime.callers"(cx; skip: i64, pcs: GoSlice) -> ret<i64> {
        // The VM saved the task's state before it called the native.
        let calls = cx.runtime().sched.program().runner.call_frames(cx.task);
        let mut n = 0;
        let pcs = abi::elements::<u64>(pcs);
        for (call, pc) in calls.into_iter().skip(skip.max(0) as usize).zip(pcs) {
            *pc = call.pc;
            n += 1;
        }
        n
    }
    "runtime.describe"(cx; pc: u64) -> ret<(String, String, i64, u64)> {
        match cx.runtime().sched.program().runner.place(pc) {
            Some(p) => (p.function, p.file, i64::from(p.line), p.entry),
            None => (String::new(), String::new(), 0, 0),
        }
    }
    "runtime.trace"(cx; all: bool) -> raw(2) { trace(cx, all) }

    "runtime/debug.SetGCPercent"(cx; percent: i64) -> ret<i64> {
        let percent = percent.clamp(i64::from(i32::MIN), i64::from(i32::MAX)) as i32;
        i64::from(cx.runtime().heap.set_gc_percent(percent))
    }
    "runtime/debug.SetMemoryLimit"(cx; limit: i64) -> ret<i64> {
        let heap = &cx.runtime().heap;
        let old = heap.set_memory_limit(if limit < 0 { i64::MAX } else { limit });
        if limit < 0 {
            // Only asked for.
            heap.set_memory_limit(old);
        }
        old
    }
    "runtime/debug.SetMaxStack"(cx; bytes: i64) -> ret<i64> {
        let limit = usize::try_from(bytes).unwrap_or(0);
        runtime::stack::MAX_STACK_BYTES.swap(limit, Ordering::Relaxed) as i64
    }
    "runtime/debug.SetTraceback"(cx; level: &'static [u8]) -> ret<()> {
        crash::set_level(crash::Traceback::parse(&String::from_utf8_lossy(level)));
    }
    "runtime/debug.SetPanicOnFault"(cx; enabled: bool) -> ret<bool> {
        PANIC_ON_FAULT.swap(enabled, Ordering::Relaxed)
    }
    "runtime/debug.release"(cx; ) -> ret<()> { cx.runtime().heap.release_free_memory() }
}
