//! The meeting point of an interactive session's two sides: the thread that reads entries, and the
//! goroutines that run them.
//!
//! The session's main goroutine fetches one func value after the other with [`next`]; another one
//! waits with [`watch`] for what goes wrong: an interrupt, or a deadlock. The latter's waiting does
//! not count as something that could wake a goroutine, so that deadlocks are still found.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, AtomicPtr, AtomicU64, Ordering};
use std::time::Duration;

use crossbeam_channel::{Receiver, Sender, unbounded};

use crate::explain;
use crate::sched::Sched;
use crate::sched::worker::make_system;
use crate::task::{FLAG_ABANDONED, FLAG_EXITS, Status, Task, WaitReason};
use crate::withdraw::withdraw;
use crate::{blocking, column, host};

/// How an entry ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Outcome {
    Done,
    /// By `runtime.Goexit`.
    Exited,
    Panicked,
    Deadlock,
    Interrupted,
}

/// Nothing runs the entry's own function any more.
#[derive(Debug)]
pub struct Ended(());

impl Outcome {
    /// Whether the entry's frames are gone.
    pub fn ended(self) -> Option<Ended> {
        matches!(self, Outcome::Done | Outcome::Panicked).then_some(Ended(()))
    }
}

/// The width of an [`Event`]'s number.
pub const EVENT_BITS: u32 = 2;

/// What [`watch`] tells.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u64)]
pub enum Event {
    Deadlock = 1,
    Interrupt = 2,
    /// The entry's goroutine has ended with a fatal error.
    Death = 3,
}

/// Both ends.
type Line<T> = (Sender<T>, Receiver<T>);

struct Lines {
    entries: Line<u64>,
    outcomes: Line<Outcome>,
    /// With the goroutine that each is about.
    events: Line<(Event, u64)>,
}

static LINES: OnceLock<Lines> = OnceLock::new();
/// Whether a goroutine waits in [`watch`].
static WATCHED: AtomicBool = AtomicBool::new(false);
/// The goroutine that runs the entry.
static RUNNING: AtomicU64 = AtomicU64::new(0);
static RUNNING_TASK: AtomicPtr<Task> = AtomicPtr::new(std::ptr::null_mut());

/// How many goroutines besides entries have ended with a fatal error and nobody has asked about.
static DEATHS: AtomicU64 = AtomicU64::new(0);

/// Goroutines besides entries that have failed since the last call.
pub fn take_deaths() -> u64 {
    DEATHS.swap(0, Ordering::SeqCst)
}

fn lines() -> &'static Lines {
    LINES.get_or_init(|| Lines {
        entries: unbounded(),
        outcomes: unbounded(),
        events: unbounded(),
    })
}

/// Hands an entry to the session's main goroutine.
pub fn submit(func_value: u64) {
    // The receiver is in the same place.
    let _ = lines().entries.0.send(func_value);
}

/// How the entry handed over last, or the program's start, ended; `None` if it still runs.
pub fn outcome(timeout: Duration) -> Option<Outcome> {
    lines().outcomes.1.recv_timeout(timeout).ok()
}

/// Interrupts the entry that runs; false if it has not begun, or nobody can be told yet.
pub fn interrupt(sched: &Sched) -> bool {
    RUNNING.load(Ordering::SeqCst) != 0 && post(sched, Event::Interrupt)
}

/// Whether this process is a session: its scheduler is never freed.
pub(crate) fn is_active() -> bool {
    LINES.get().is_some()
}

/// Tells the session that nothing can run any more; false if there is none.
pub(crate) fn report_deadlock(sched: &Sched) -> bool {
    if LINES.get().is_none() {
        return false;
    }
    if RUNNING.load(Ordering::SeqCst) == 0 {
        // No entry waits; the next one comes from outside.
        return true;
    }
    if WATCHED.load(Ordering::SeqCst) {
        let runner = sched.program().runner;
        // Only made if somebody wants an explanation of it.
        if let Some(text) = explain::deadlock(sched, runner) {
            column::fresh_line(2);
            host::write_stderr(text.as_bytes());
        }
    }
    post(sched, Event::Deadlock)
}

/// What would end a program ends one goroutine of a session: says why.
pub(crate) fn report_death(sched: &Sched, task: &Task, text: &str) {
    let is_entry = task.id == RUNNING.load(Ordering::SeqCst);
    let who = match is_entry {
        true => String::new(),
        false => format!("goroutine {} has ended with this:\n", task.id),
    };
    let shown = explain::explained(text);
    column::fresh_line(2);
    host::write_stderr(format!("{who}{shown}{}", summary(text)).as_bytes());
    match is_entry {
        true => drop(post(sched, Event::Death)),
        false => drop(DEATHS.fetch_add(1, Ordering::SeqCst)),
    }
}

/// The message, and the places of the trace that lie in entries and in the user's files.
fn summary(text: &str) -> String {
    let (message, trace) = text.split_once("\n\n").unwrap_or((text, ""));
    let mut out = format!("{message}\n");
    let lines: Vec<&str> = trace.lines().collect();
    let here = std::env::current_dir().unwrap_or_default();
    let here = format!("{}/", here.display());
    let places = lines.windows(2).filter_map(|pair| {
        let place = pair[1].strip_prefix('\t')?.split(' ').next()?;
        let place = place.strip_prefix(&here).unwrap_or(place);
        let is_file = place.contains(".go:") && !place.starts_with("$GOROOT");
        if !is_file && !place.starts_with("entry") {
            return None;
        }
        let name = pair[0].trim_start_matches("created by ");
        let name = name.split(['(', ' ']).next()?;
        let name = name.rsplit('/').next()?.trim_start_matches("main.");
        Some((place, name))
    });
    let mut last = String::new();
    for (place, name) in places {
        let line = match name.starts_with(SHOWN_ENTRY) {
            true => format!("\tat {place} (here)\n"),
            false => format!("\tat {place} ({name})\n"),
        };
        if line != last {
            out.push_str(&line);
        }
        last = line;
    }
    out
}

/// The name of the function that an entry's statements stand in.
pub const ENTRY_FUNCTION: &str = "gorun_entry";
/// What stacks call it, in its package.
const SHOWN_ENTRY: &str = "<entry>";

/// The goroutine of the entry is to run its deferred calls and exit when it runs again, which is soon.
fn abandon(sched: &Sched) {
    let id = RUNNING.load(Ordering::SeqCst);
    // Otherwise it might end meanwhile, and its task be another goroutine's.
    sched.call_stopped(Box::new(move |sched| {
        let task = RUNNING_TASK.load(Ordering::SeqCst);
        // SAFETY: tasks stay mapped; the world is stopped.
        unsafe {
            if task.is_null() || (*task).id != id || (*task).status() == Status::Free {
                return;
            }
            (*task).flags.fetch_or(FLAG_ABANDONED, Ordering::SeqCst);
            sched.end_sleep(task);
            withdraw(sched, task);
        }
    }));
}

fn post(sched: &Sched, event: Event) -> bool {
    if !WATCHED.swap(false, Ordering::SeqCst) {
        return false;
    }
    // From now on the call counts, and is sure to end: this is no deadlock.
    sched.blocking.count(1);
    if event != Event::Death {
        abandon(sched);
    }
    let about = RUNNING.load(Ordering::SeqCst);
    let _ = lines().events.0.send((event, about));
    true
}

/// Whether the goroutine is to exit now.
#[inline]
pub fn take_doom(task: &Task) -> bool {
    if task.flags.load(Ordering::Relaxed) & FLAG_ABANDONED == 0 {
        return false;
    }
    task.flags.fetch_or(FLAG_EXITS, Ordering::SeqCst);
    task.flags.fetch_and(!FLAG_ABANDONED, Ordering::SeqCst);
    true
}

/// Whether the goroutine exits because its entry was given up; an event tells why.
pub fn is_given_up(task: &Task) -> bool {
    task.flags.load(Ordering::SeqCst) & FLAG_EXITS != 0
}

/// Notes that the goroutine runs the entry.
pub fn set_running(task: &mut Task) {
    RUNNING_TASK.store(task, Ordering::SeqCst);
    RUNNING.store(task.id, Ordering::SeqCst);
}

/// Parks the task until there is an entry, whose func value goes to the slot.
///
/// # Safety
/// As [`blocking::submit`]; the slot is one of the task's window.
pub unsafe fn next(task: *mut Task, slot: u32, before: Outcome) {
    RUNNING.store(0, Ordering::SeqCst);
    // SAFETY: the task runs on this thread.
    unsafe { make_system(task) };
    let work = move |delivery: &mut blocking::Delivery| {
        let _ = lines().outcomes.0.send(before);
        if let Ok(entry) = lines().entries.1.recv() {
            delivery.set_slot(slot, entry);
        }
    };
    // SAFETY: passed on.
    unsafe { blocking::submit(task, WaitReason::IoWait, Box::new(work)) };
}

/// The goroutine that runs the entry, by number; 0 between entries.
pub fn running() -> u64 {
    RUNNING.load(Ordering::SeqCst)
}

/// Parks the task until there is an event: its number, and above [`EVENT_BITS`] that of the goroutine
/// it is about, go to the slot.
///
/// # Safety
/// As [`blocking::submit`]; the slot is one of the task's window.
pub unsafe fn watch(task: *mut Task, slot: u32) {
    let work = move |delivery: &mut blocking::Delivery| {
        if let Ok((event, about)) = lines().events.1.recv() {
            delivery.set_slot(slot, event as u64 | about << EVENT_BITS);
        }
    };
    // SAFETY: passed on; the scheduler outlives its tasks, and the task is not touched afterwards.
    unsafe {
        make_system(task);
        let sched: *const Sched = (*(*task).worker).sched();
        blocking::submit(task, WaitReason::IoWait, Box::new(work));
        (*sched).blocking.count(-1);
    }
    WATCHED.store(true, Ordering::SeqCst);
}
