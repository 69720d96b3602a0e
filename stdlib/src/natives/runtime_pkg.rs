//! Packages runtime and runtime/debug.

use std::collections::HashMap;
use std::sync::{LazyLock, Mutex};

use runtime::chan::ChanResult;
use runtime::host;
use runtime::native::{NativeCx, Next};
use runtime::rtype::GoSlice;

use crate::abi::{self, at, natives};

/// A call as a stack trace shows it.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Place {
    function: String,
    file: String,
    line: u32,
}

/// Program counters that Go code sees: numbers of the places met so far. There is nothing to address in bytecode
/// that a program could use otherwise.
#[derive(Default)]
struct Places {
    list: Vec<Place>,
    numbers: HashMap<Place, u64>,
}

/// Keeps numbers away from small integers, and pc-1 in the same place.
const PC_BASE: u64 = 0x40_0000;
const PC_STEP: u64 = 16;

static PLACES: LazyLock<Mutex<Places>> = LazyLock::new(Mutex::default);

fn pc_of(place: Place) -> u64 {
    let mut places = PLACES.lock().unwrap_or_else(|e| e.into_inner());
    let next = places.list.len() as u64;
    let number = *places.numbers.entry(place.clone()).or_insert(next);
    if number == next {
        places.list.push(place);
    }
    PC_BASE + number * PC_STEP + PC_STEP / 2
}

fn place_at(pc: u64) -> Option<Place> {
    let places = PLACES.lock().unwrap_or_else(|e| e.into_inner());
    let number = pc.checked_sub(PC_BASE)? / PC_STEP;
    places.list.get(number as usize).cloned()
}

/// The calling goroutine's frames, the native's caller first.
fn frames(cx: &NativeCx) -> Vec<Place> {
    let text = traceback(cx);
    let mut out = Vec::new();
    let mut lines = text.lines();
    while let (Some(call), Some(place)) = (lines.next(), lines.next()) {
        if call.starts_with("created by ") {
            break;
        }
        let function = match call.rfind('(') {
            Some(i) => &call[..i],
            None => call,
        };
        let place = place.trim().split(" +0x").next().unwrap_or_default();
        let (file, line) = place.rsplit_once(':').unwrap_or((place, "0"));
        out.push(Place {
            function: function.to_owned(),
            file: file.to_owned(),
            line: line.parse().unwrap_or(0),
        });
    }
    out
}

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
        // SAFETY: the window lies in the running task's stack.
        let slot = unsafe { cx.window.offset_from((*cx.task).stack_lo) } as u32;
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
        let all = frames(cx);
        let pcs = abi::elements::<u64>(pcs);
        let mut n = 0;
        for (place, pc) in all.into_iter().skip(skip.max(0) as usize).zip(pcs) {
            *pc = pc_of(place);
            n += 1;
        }
        n
    }
    "runtime.describe"(cx; pc: u64) -> ret<(String, String, i64, u64)> {
        match place_at(pc) {
            Some(p) => (p.function, p.file, i64::from(p.line), pc),
            // What `reflect.Value.Pointer` says of functions.
            None => match cx.runtime().sched.program().runner.function_at(pc) {
                Some(f) => (f.function, f.file, i64::from(f.line), pc),
                None => (String::new(), String::new(), 0, 0),
            },
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
    "runtime/debug.release"(cx; ) -> ret<()> { cx.runtime().heap.release_free_memory() }
}
