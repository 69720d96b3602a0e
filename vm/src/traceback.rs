//! Stack traces in Go's form.

use std::collections::VecDeque;
use std::fmt::Write;

use bytecode::{Function, Op};
use runtime::task::{CallFrame, Status, Task};

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

/// The frames of a task that does not run, or that runs a native function.
///
/// # Safety
/// The task's saved state is complete, and nobody changes it.
pub unsafe fn parked(loaded: &Loaded, g: *const Task) -> String {
    // SAFETY: the caller's promise.
    unsafe { frames(loaded, g, last_unit(g), (*g).fp) }
}

/// The calls of a task that does not run, or that runs a native function, the innermost first.
///
/// # Safety
/// The task's saved state is complete, and nobody changes it.
pub unsafe fn call_frames(loaded: &Loaded, g: *const Task) -> Vec<CallFrame> {
    let mut calls = Vec::new();
    // SAFETY: the caller's promise.
    unsafe {
        walk(loaded, g, last_unit(g), (*g).fp, |ip| {
            let shown = ip.and_then(|ip| shown_function(loaded, ip).zip(place_of(loaded, ip)));
            if let Some((function, (file, line, _))) = shown {
                calls.push(CallFrame {
                    function: function.name.clone(),
                    file: file.into(),
                    line,
                });
            }
        });
    }
    calls
}

/// The unit that a task executed last.
unsafe fn last_unit(g: *const Task) -> Next {
    // SAFETY: the saved state is complete.
    unsafe {
        let ip: Next = (*g).ip.cast();
        match (*g).status() {
            // Saved behind the operation that waits, or the call of a native function.
            Status::Waiting | Status::Running => ip.wrapping_sub(1),
            _ => ip,
        }
    }
}

/// Calls `visit` for every frame from the innermost on: with its unit, or without one for a panic
/// between two frames.
unsafe fn walk(
    loaded: &Loaded,
    g: *const Task,
    mut ip: Next,
    mut fp: *mut u64,
    mut visit: impl FnMut(Option<Next>),
) {
    // SAFETY: headers link frames down to the first one, whose return unit is in no function.
    unsafe {
        loop {
            visit(Some(ip));
            let ret = *fp.sub(1) as Next;
            fp = fp.sub(*fp.sub(2) as usize);
            if ret == Special::Unwind.unit() {
                visit(None);
                ip = unwound(g, loaded, fp);
            } else if loaded.locate(ret).is_none() {
                return;
            } else {
                // A deferred call returns to the unit that ran it; others behind their call.
                ip = if loaded.op_at(ret) == Op::RunDefers {
                    ret
                } else {
                    ret.wrapping_sub(1)
                };
            }
        }
    }
}

unsafe fn frames(loaded: &Loaded, g: *const Task, ip: Next, fp: *mut u64) -> String {
    let mut first = Vec::new();
    let mut last = VecDeque::new();
    let mut count = 0usize;
    let visit = |ip: Option<Next>| {
        let text = match ip {
            Some(ip) => frame_text(loaded, ip),
            None => Some("panic(...)\n\truntime/panic.go:860 +0x13a\n".into()),
        };
        let Some(text) = text else { return };
        count += 1;
        if first.len() < SHOWN {
            first.push(text);
            return;
        }
        last.push_back(text);
        if last.len() > SHOWN {
            last.pop_front();
        }
    };
    // SAFETY: the caller's promise.
    unsafe { walk(loaded, g, ip, fp, visit) };
    let mut out = first.concat();
    if count > 2 * SHOWN {
        let _ = writeln!(out, "...{} frames elided...", count - 2 * SHOWN);
    }
    out.extend(last);
    out.push_str(&created_by(loaded, g));
    out
}

/// Where the frame at `fp`, whose deferred calls a panic runs, was when it panicked.
unsafe fn unwound(g: *const Task, loaded: &Loaded, fp: *mut u64) -> Next {
    // SAFETY: the records on the task's chain are live.
    unsafe { crate::panic::raised_at(g, fp) }
        .unwrap_or_else(|| loaded.unit_at(loaded.entry_location()))
}

/// The function of a unit; `None` for compiler-made functions and the program's entry.
fn shown_function(loaded: &Loaded, ip: Next) -> Option<&Function> {
    let location = loaded.locate(ip)?;
    let function = &loaded.program.funcs[location.function];
    let is_entry = location.function == loaded.program.entry.0 as usize;
    (!function.is_wrapper && !is_entry).then_some(function)
}

/// One frame's two lines.
fn frame_text(loaded: &Loaded, ip: Next) -> Option<String> {
    let function = shown_function(loaded, ip)?;
    let arguments = if function.param_slots == 0 { "" } else { "..." };
    Some(format!(
        "{}({arguments})\n{}",
        function.name,
        place_text(loaded, ip)
    ))
}

/// File, line, and unit within the function.
fn place_of(loaded: &Loaded, ip: Next) -> Option<(&str, u32, usize)> {
    let location = loaded.locate(ip)?;
    let function = &loaded.program.funcs[location.function];
    let at = function
        .lines
        .partition_point(|l| l.0 as usize <= location.unit);
    let line = at
        .checked_sub(1)
        .map_or(function.line, |i| function.lines[i].1);
    Some((
        &loaded.program.files[function.file as usize],
        line,
        location.unit,
    ))
}

fn place_text(loaded: &Loaded, ip: Next) -> String {
    place_of(loaded, ip).map_or(String::new(), |(file, line, unit)| {
        format!("\t{file}:{line} +{:#x}\n", 16 * unit + 16)
    })
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
