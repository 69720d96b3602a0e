//! Stack traces in Go's form.

use std::collections::VecDeque;
use std::fmt::Write;

use bytecode::{Function, Op};
use runtime::task::{CallFrame, Status, Task};

use crate::handler::{Next, Unit};
use crate::load::{Loaded, Location, state};
use crate::panic::Panic;
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
    unsafe { frames(loaded, g, last_unit(loaded, g), (*g).fp) }
}

/// The units that a task comes from, is at, and will return to.
///
/// # Safety
/// As [`parked`].
pub unsafe fn units_in_use(loaded: &Loaded, g: *const Task, mut visit: impl FnMut(Next)) {
    // SAFETY: the caller's promise.
    unsafe {
        visit((*g).created_by.cast());
        visit((*g).ip.cast());
        let visit_frame = |frame| {
            if let Frame::Unit(ip) = frame {
                visit(ip);
            }
        };
        walk(loaded, g, last_unit(loaded, g), (*g).fp, visit_frame);
    }
}

/// The calls of a task that does not run, or that runs a native function, the innermost first.
///
/// # Safety
/// The task's saved state is complete, and nobody changes it.
pub unsafe fn call_frames(loaded: &Loaded, g: *const Task) -> Vec<CallFrame> {
    let mut calls = Vec::new();
    // SAFETY: the caller's promise.
    unsafe {
        walk(
            loaded,
            g,
            last_unit(loaded, g),
            (*g).fp,
            |frame| match frame {
                Frame::Unit(ip) => match loaded.locate(ip) {
                    Some(location) if location.function == loaded.program.entry.0 as usize => {
                        if !is_last_call(loaded, location) {
                            calls.push(pseudo(Pseudo::DoInit1));
                            calls.push(pseudo(Pseudo::DoInit));
                        }
                        calls.push(pseudo(Pseudo::Main));
                    }
                    _ => {
                        if shown_function(loaded, ip).is_some() {
                            calls.extend(place(loaded, ip as u64 + size_of::<Unit>() as u64));
                        }
                    }
                },
                Frame::Panic(p) if crate::panic::is_goexit(p) => calls.push(pseudo(Pseudo::Goexit)),
                Frame::Panic(p) => {
                    calls.push(pseudo(Pseudo::Gopanic));
                    if crate::panic::is_signal(p) {
                        calls.push(pseudo(Pseudo::Panicmem));
                        calls.push(pseudo(Pseudo::Sigpanic));
                    }
                }
            },
        );
    }
    calls.push(pseudo(Pseudo::TaskExit));
    calls
}

/// Functions of Go's run-time system that programs expect in stacks.
#[derive(Clone, Copy)]
enum Pseudo {
    TaskExit,
    Main,
    DoInit,
    DoInit1,
    Gopanic,
    Panicmem,
    Sigpanic,
    Goexit,
}

const PSEUDO: [(&str, &str, u32); 8] = [
    ("runtime.goexit", "$GOROOT/src/runtime/asm_amd64.s", 1771),
    ("runtime.main", "$GOROOT/src/runtime/proc.go", 290),
    ("runtime.doInit", "$GOROOT/src/runtime/proc.go", 7530),
    ("runtime.doInit1", "$GOROOT/src/runtime/proc.go", 7553),
    ("runtime.gopanic", "$GOROOT/src/runtime/panic.go", 860),
    ("runtime.panicmem", "$GOROOT/src/runtime/panic.go", 336),
    (
        "runtime.sigpanic",
        "$GOROOT/src/runtime/signal_unix.go",
        931,
    ),
    ("runtime.Goexit", "$GOROOT/src/runtime/panic.go", 694),
];

/// Program counters of [`PSEUDO`]: no memory lies there.
const PSEUDO_PC: u64 = 0x1000;
const PSEUDO_STEP: u64 = 16;

fn pseudo(which: Pseudo) -> CallFrame {
    let entry = PSEUDO_PC + which as u64 * PSEUDO_STEP;
    let (function, file, line) = PSEUDO[which as usize];
    CallFrame {
        function: function.into(),
        file: file.into(),
        line,
        pc: entry + 1,
        entry,
    }
}

/// What lies before the address `pc`, to which a call returns, or what function starts there.
pub fn place(loaded: &Loaded, pc: u64) -> Option<CallFrame> {
    let known = pc.checked_sub(PSEUDO_PC).map(|d| d / PSEUDO_STEP);
    if let Some(i) = known.filter(|&i| i < PSEUDO.len() as u64) {
        let (function, file, line) = PSEUDO[i as usize];
        return Some(CallFrame {
            function: function.into(),
            file: file.into(),
            line,
            pc,
            entry: PSEUDO_PC + i * PSEUDO_STEP,
        });
    }
    let at = loaded.first_unit_of_entry(pc).unwrap_or(pc);
    let here = loaded.locate(at as Next)?;
    // A function's first address is the function; any other belongs to the call before it.
    let ip = if here.unit == 0 { at } else { at - 1 };
    let location = loaded.locate(ip as Next)?;
    let function = loaded.function(location.function);
    let (file, line) = if here.unit == 0 {
        let file = loaded.file(function.file, Some(location));
        (file, function.line)
    } else {
        let (file, line, _) = place_of(loaded, ip as Next)?;
        (file, line)
    };
    Some(CallFrame {
        function: function.name.clone(),
        file,
        line,
        pc,
        entry: loaded.entry_of(location) as u64,
    })
}

/// Whether the entry function's call there is that of `main.main`.
fn is_last_call(loaded: &Loaded, location: Location) -> bool {
    let code = &loaded.function(location.function).code;
    !code[location.unit + 1..].iter().any(|i| i.op == Op::Call)
}

/// Calls `visit` with the words of the slots that the task's frames still use; false (perhaps after
/// some) if a frame's liveness is not known.
///
/// # Safety
/// The task's saved state is complete, and nobody changes it.
pub unsafe fn live_words(loaded: &Loaded, g: *const Task, visit: &mut dyn FnMut(u64)) -> bool {
    // SAFETY: the caller's promise; headers link frames down to the first one.
    unsafe {
        if !(*g).panics.is_null() {
            return false;
        }
        let (mut ip, mut fp): (Next, _) = ((*g).ip.cast(), (*g).fp);
        let mut is_top = true;
        let mut end = usize::MAX;
        loop {
            // The callee's window is the callee's.
            let own = |slot: usize| {
                if slot < end {
                    visit(*fp.add(slot));
                }
            };
            if !live_slots(loaded, ip, is_top, own) {
                return false;
            }
            let ret = *fp.sub(1) as Next;
            if ret == Special::TaskReturn.unit() || ret == Special::MainReturn.unit() {
                return true;
            }
            end = *fp.sub(2) as usize;
            fp = fp.sub(end);
            ip = ret;
            is_top = false;
        }
    }
}

/// Calls `visit` with the slots that a frame at unit `ip` still uses. A task that waits in its topmost
/// frame uses the operands of the operation before as well.
fn live_slots(loaded: &Loaded, ip: Next, is_top: bool, mut visit: impl FnMut(usize)) -> bool {
    let Some(location) = loaded.locate(ip) else {
        return false;
    };
    let Some(live) = loaded.liveness(location.function) else {
        return false;
    };
    let function = loaded.function(location.function);
    let mut units = vec![location.unit];
    units.extend(function.recover_unit.map(|u| u as usize));
    if is_top {
        let before = (0..location.unit).rev();
        let is_operation = |&u: &usize| function.code[u].op != Op::Ext;
        units.extend(before.into_iter().find(is_operation));
    }
    let words = live.before(location.unit).len();
    for word in 0..words {
        let mut bits = units.iter().fold(0, |bits, &u| bits | live.before(u)[word]);
        while bits != 0 {
            let slot = 64 * word + bits.trailing_zeros() as usize;
            bits &= bits - 1;
            if slot < usize::from(function.frame_slots) {
                visit(slot);
            }
        }
    }
    true
}

/// The unit that a task executed last.
unsafe fn last_unit(loaded: &Loaded, g: *const Task) -> Next {
    // SAFETY: the saved state is complete.
    let (ip, status) = unsafe { ((*g).ip.cast::<Unit>(), (*g).status()) };
    if !matches!(status, Status::Waiting | Status::Running) {
        return ip;
    }
    // Saved behind the operation that waits, or the call of a native function; at the call, if it is
    // to be made again.
    let before = ip.wrapping_sub(1);
    let stops = matches!(
        loaded.op_at(before),
        Op::CallN | Op::Send | Op::Recv | Op::Ext
    );
    if loaded.op_at(ip) == Op::CallN && !stops {
        ip
    } else {
        before
    }
}

/// What [`walk`] meets.
enum Frame {
    /// A frame that is at this unit.
    Unit(Next),
    /// The panic that runs the frames met before.
    Panic(*const Panic),
}

/// Calls `visit` for every frame from the innermost on.
unsafe fn walk(
    loaded: &Loaded,
    g: *const Task,
    mut ip: Next,
    mut fp: *mut u64,
    mut visit: impl FnMut(Frame),
) {
    // SAFETY: headers link frames down to the first one, whose return unit is in no function.
    unsafe {
        loop {
            visit(Frame::Unit(ip));
            let ret = *fp.sub(1) as Next;
            fp = fp.sub(*fp.sub(2) as usize);
            if ret == Special::Unwind.unit() {
                let Some(p) = crate::panic::of_frame(g, fp) else {
                    return;
                };
                visit(Frame::Panic(p));
                ip = crate::panic::raised_at(p);
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
    let visit = |frame: Frame| {
        let text = match frame {
            Frame::Unit(ip) => frame_text(loaded, ip),
            // SAFETY: the record is on the task's chain.
            Frame::Panic(p) => Some(unsafe { panic_text(p) }),
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

/// What runs the entries of a session; its functions are in no stack.
const SESSION: &str = "internal/repl.";

/// The function of a unit; `None` for compiler-made functions, the program's entry, and what runs a
/// session.
fn shown_function(loaded: &Loaded, ip: Next) -> Option<&Function> {
    let location = loaded.locate(ip)?;
    let function = loaded.function(location.function);
    let is_entry = location.function == loaded.program.entry.0 as usize;
    let is_hidden = function.is_wrapper || is_entry || function.name.starts_with(SESSION);
    (!is_hidden).then_some(function)
}

/// The two lines of a panic that runs deferred calls.
unsafe fn panic_text(p: *const Panic) -> String {
    // SAFETY: the caller's promise.
    unsafe {
        if crate::panic::is_goexit(p) {
            return "runtime.Goexit()\n\t$GOROOT/src/runtime/panic.go:694 +0x5e\n".into();
        }
        let [ty, data] = crate::panic::value(p);
        format!("panic({{{ty:#x}?, {data:#x}?}})\n\t$GOROOT/src/runtime/panic.go:860 +0x13a\n")
    }
}

/// One frame's two lines.
fn frame_text(loaded: &Loaded, ip: Next) -> Option<String> {
    let function = shown_function(loaded, ip)?;
    if function.name == "runtime.Stack" {
        return None;
    }
    let arguments = if function.param_slots == 0 { "" } else { "..." };
    Some(format!(
        "{}{}({arguments})\n{}",
        native_text(loaded, ip).unwrap_or_default(),
        function.name,
        place_text(loaded, ip)
    ))
}

/// The lines of the native function that the unit calls, if it is one that programs know of.
fn native_text(loaded: &Loaded, ip: Next) -> Option<String> {
    let location = loaded.locate(ip)?;
    let instr = loaded.function(location.function).code[location.unit];
    if instr.op != Op::CallN {
        return None;
    }
    let native = instr.cd() as usize;
    let (name, (file, line)) = loaded.native(native)?;
    let is_exported = name.rsplit('.').next()?.starts_with(char::is_uppercase);
    if !is_exported || line == 0 || name.starts_with("runtime.") {
        return None;
    }
    let file = loaded.file(file, None);
    Some(format!("{name}(...)\n\t{file}:{line} +0x25\n"))
}

/// File, line, and unit within the function.
fn place_of(loaded: &Loaded, ip: Next) -> Option<(String, u32, usize)> {
    let location = loaded.locate(ip)?;
    let function = loaded.function(location.function);
    let at = function
        .lines
        .partition_point(|l| l.0 as usize <= location.unit);
    let line = at
        .checked_sub(1)
        .map_or(function.line, |i| function.lines[i].1);
    let behind = function
        .files
        .partition_point(|f| f.0 as usize <= location.unit);
    let file = behind
        .checked_sub(1)
        .map_or(function.file, |i| function.files[i].1);
    Some((loaded.file(file, Some(location)), line, location.unit))
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
    let name = &loaded.function(location.function).name;
    if name.starts_with(SESSION) {
        return String::new();
    }
    format!(
        "created by {name} in goroutine {parent}\n{}",
        place_text(loaded, ip)
    )
}
