//! Stack traces in Go's form.

use std::fmt::Write;

use bytecode::Op;
use runtime::task::{Status, Task};

use crate::handler::Next;
use crate::load::{Loaded, state};
use crate::special::Special;

/// Frames shown at either end of a deep stack.
const SHOWN: usize = 50;

/// The header and frames of the task that runs on this thread.
///
/// # Safety
/// `g` runs on this thread; `fp` is a frame of the function of `ip`.
pub unsafe fn running(g: *mut Task, ip: Next, fp: *mut u64) -> String {
    // SAFETY: the caller's promise.
    unsafe {
        format!(
            "goroutine {} [running]:\n{}",
            (*g).id,
            frames(state(g), g, ip, fp)
        )
    }
}

/// The frames of a task that does not run.
///
/// # Safety
/// The task's saved state is complete, and nobody changes it.
pub unsafe fn parked(loaded: &Loaded, g: *const Task) -> String {
    // SAFETY: the caller's promise.
    unsafe {
        let mut ip: Next = (*g).ip.cast();
        if (*g).status() == Status::Waiting {
            // Saved behind the operation that waits.
            ip = ip.wrapping_sub(1);
        }
        frames(loaded, g, ip, (*g).fp)
    }
}

unsafe fn frames(loaded: &Loaded, g: *const Task, mut ip: Next, mut fp: *mut u64) -> String {
    // SAFETY: the caller's promise; headers link frames down to the first one.
    unsafe {
        let mut shown: Vec<String> = Vec::new();
        let mut tail: std::collections::VecDeque<String> = std::collections::VecDeque::new();
        let mut count = 0usize;
        let mut add = |frame: String| {
            count += 1;
            if shown.len() < SHOWN {
                shown.push(frame);
            } else {
                tail.push_back(frame);
                if tail.len() > SHOWN {
                    tail.pop_front();
                }
            }
        };
        loop {
            if let Some(frame) = frame_text(loaded, ip) {
                add(frame);
            }
            let ret = *fp.sub(1) as Next;
            let distance = *fp.sub(2) as usize;
            if ret == Special::Unwind.unit() {
                add("panic(...)\n\truntime/panic.go:860 +0x13a\n".into());
                fp = fp.sub(distance);
                ip = unwound(g, loaded, fp);
                continue;
            }
            if ret == Special::Printed.unit() {
                break;
            }
            if loaded.locate(ret).is_none() {
                break;
            }
            // A deferred call returns to the unit that ran it; others behind their call.
            ip = if loaded.op_at(ret) == Op::RunDefers {
                ret
            } else {
                ret.wrapping_sub(1)
            };
            fp = fp.sub(distance);
        }
        let mut out = shown.concat();
        if count > 2 * SHOWN {
            let _ = writeln!(out, "...{} frames elided...", count - 2 * SHOWN);
        }
        out.extend(tail);
        out.push_str(&created_by(loaded, g));
        out
    }
}

/// Where the frame at `fp`, whose deferred calls a panic runs, was when it panicked.
unsafe fn unwound(g: *const Task, loaded: &Loaded, fp: *mut u64) -> Next {
    // SAFETY: the records on the task's chain are live.
    unsafe { crate::panic::raised_at(g, fp) }
        .unwrap_or_else(|| loaded.unit_at(loaded.entry_location()))
}

/// One frame's two lines; `None` for compiler-made functions and the program's entry.
fn frame_text(loaded: &Loaded, ip: Next) -> Option<String> {
    let location = loaded.locate(ip)?;
    let function = &loaded.program.funcs[location.function];
    if function.is_wrapper || location.function == loaded.program.entry.0 as usize {
        return None;
    }
    let arguments = if function.param_slots == 0 { "" } else { "..." };
    Some(format!(
        "{}({arguments})\n{}",
        function.name,
        place_text(loaded, ip)
    ))
}

fn place_text(loaded: &Loaded, ip: Next) -> String {
    let Some(location) = loaded.locate(ip) else {
        return String::new();
    };
    let function = &loaded.program.funcs[location.function];
    let file = &loaded.program.files[function.file as usize];
    let at = function
        .lines
        .partition_point(|l| l.0 as usize <= location.unit);
    let line = at
        .checked_sub(1)
        .map_or(function.line, |i| function.lines[i].1);
    format!("\t{file}:{line} +{:#x}\n", 16 * location.unit + 16)
}

fn created_by(loaded: &Loaded, g: *const Task) -> String {
    // SAFETY: written once, before the task runs.
    let (ip, parent) = unsafe { ((*g).created_by.cast(), (*g).parent_id) };
    let Some(location) = loaded.locate(ip) else {
        return String::new();
    };
    let name = &loaded.program.funcs[location.function].name;
    format!(
        "created by {name} in goroutine {parent}\n{}",
        place_text(loaded, ip)
    )
}
