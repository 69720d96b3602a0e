//! The message for a program in which nothing can ever run again, and dumps of all goroutines.
//!
//! Whether that is so is found in `sched::idle`: the last worker that goes idle looks for tasks, timers, blocking
//! calls and other sources of events. Goroutines that wait while a timer or a blocking call is outstanding are not
//! deadlocked.

use std::fmt::Write;

use crate::crash::{self, Traceback};
use crate::sched::Sched;
use crate::task::{FLAG_SYSTEM, Task, TaskRunner};
use std::sync::atomic::Ordering;

/// The text for standard error.
pub(crate) fn message(sched: &Sched, runner: &dyn TaskRunner, main_gone: bool) -> String {
    if main_gone && sched.num_goroutine() == 0 {
        return "fatal error: no goroutines (main called runtime.Goexit) - deadlock!\n".to_string();
    }
    let title = "fatal error: all goroutines are asleep - deadlock!\n";
    match crash::level() {
        Traceback::Nobody => title.to_string(),
        _ => format!("{title}\n{}", all_goroutines(sched, runner)),
    }
}

/// Every goroutine's header and frames, the oldest first, separated by blank lines.
pub fn all_goroutines(sched: &Sched, runner: &dyn TaskRunner) -> String {
    dump_from(sched, runner, 0)
}

/// [`all_goroutines`] with the goroutine `first` before all others.
pub(crate) fn dump_from(sched: &Sched, runner: &dyn TaskRunner, first: u64) -> String {
    let mut tasks = tasks(sched);
    tasks.sort_unstable_by_key(|&(id, _)| (id != first, id));
    dump(&tasks, runner)
}

/// [`all_goroutines`] but for one.
pub(crate) fn others(sched: &Sched, runner: &dyn TaskRunner, but: u64) -> String {
    let mut tasks = tasks(sched);
    tasks.retain(|&(id, _)| id != but);
    tasks.sort_unstable_by_key(|&(id, _)| id);
    dump(&tasks, runner)
}

/// The program's own goroutines.
fn tasks(sched: &Sched) -> Vec<(u64, *mut Task)> {
    let mut tasks: Vec<(u64, *mut Task)> = Vec::new();
    sched.tasks.for_each(|task| {
        // SAFETY: tasks stay mapped; the world is stopped.
        let t = unsafe { &*task };
        if t.flags.load(Ordering::Relaxed) & FLAG_SYSTEM == 0 {
            tasks.push((t.id, task));
        }
    });
    tasks
}

fn dump(tasks: &[(u64, *mut Task)], runner: &dyn TaskRunner) -> String {
    let mut out = String::new();
    for (i, &(_, task)) in tasks.iter().enumerate() {
        if i > 0 {
            out.push('\n');
        }
        // SAFETY: tasks stay mapped; the world is stopped.
        one_goroutine(&mut out, unsafe { &*task }, runner);
    }
    out
}

/// The header `goroutine N [state]:` and the frames of a task that does not run.
pub fn one_goroutine(out: &mut String, t: &Task, runner: &dyn TaskRunner) {
    let _ = writeln!(out, "goroutine {} [{}]:", t.id, t.state_text());
    out.push_str(&runner.traceback(t));
    if !out.ends_with('\n') {
        out.push('\n');
    }
}
