//! How a program failed, for whoever explains it: the text that Go prints, and for a deadlock what
//! each goroutine waits on. Nothing is gathered unless someone asked to be told.

use std::collections::{HashMap, HashSet};
use std::panic::{self, AssertUnwindSafe};
use std::sync::OnceLock;
use std::sync::atomic::Ordering;

use crate::chan::{self, Chan};
use crate::heap::Heap;
use crate::sched::Sched;
use crate::task::{FLAG_SYSTEM, NO_SLOT, Status, Task, TaskRunner, WaitReason, Waiter};

/// What a goroutine waits on.
#[derive(Clone, Debug)]
pub struct Resource {
    /// The same for all who wait on the same thing.
    pub key: usize,
    pub kind: ResourceKind,
    /// Which case of a select it is.
    pub case: u32,
    /// Other goroutines that could still use it: it can be reached from their variables.
    pub others: Vec<u64>,
    /// It can be reached from a package variable.
    pub is_global: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ResourceKind {
    /// `len` values lie in the buffer, which has room for `cap`.
    Chan {
        is_send: bool,
        len: usize,
        cap: usize,
    },
    /// A `sync.WaitGroup` with this counter.
    WaitGroup { counter: i32 },
    /// A lock or another object of package sync.
    Sync,
}

/// A goroutine that waits.
#[derive(Clone, Debug)]
pub struct Wait {
    pub id: u64,
    /// In Go's words, such as `chan receive`.
    pub state: &'static str,
    /// Empty for what nobody can end, such as receiving from a nil channel.
    pub on: Vec<Resource>,
}

/// Makes the text that is printed above Go's own, which it is given.
pub type Explainer = Box<dyn Fn(&str, &[Wait]) -> String + Send + Sync>;

static EXPLAINER: OnceLock<Explainer> = OnceLock::new();

/// Asks to be told how the program fails. Only the first call counts.
pub fn set_explainer(explainer: Explainer) {
    let _ = EXPLAINER.set(explainer);
}

/// What to print above the text of a panic that does not end the program; empty if nobody asked.
pub fn explained(text: &str) -> String {
    preface(text, Vec::new).unwrap_or_default()
}

/// What to print about a deadlock that does not end the program, if anybody asked. Nothing may run.
pub(crate) fn deadlock(sched: &Sched, runner: &dyn TaskRunner) -> Option<String> {
    EXPLAINER.get()?;
    let text = crate::deadlock::message(sched, runner, false);
    preface(&text, || waits(sched, sched.heap(), runner))
}

/// What to print above Go's text.
pub(crate) fn preface(text: &str, waits: impl FnOnce() -> Vec<Wait>) -> Option<String> {
    let explainer = EXPLAINER.get()?;
    // Go's text must come whatever happens to ours.
    panic::catch_unwind(AssertUnwindSafe(|| explainer(text, &waits()))).ok()
}

/// What each goroutine waits on. Nothing may run meanwhile.
pub(crate) fn waits(sched: &Sched, heap: &Heap, runner: &dyn TaskRunner) -> Vec<Wait> {
    let mut tasks: Vec<&Task> = Vec::new();
    sched.tasks.for_each(|task| {
        // SAFETY: tasks stay mapped; nothing runs.
        let t = unsafe { &*task };
        if t.flags.load(Ordering::Relaxed) & FLAG_SYSTEM == 0 {
            tasks.push(t);
        }
    });
    tasks.sort_unstable_by_key(|t| t.id);
    let program = sched.program();
    let globals_size = program.globals_size.load(Ordering::SeqCst);
    // SAFETY: the package variables are words that nobody changes now.
    let globals =
        unsafe { std::slice::from_raw_parts(program.globals.cast::<usize>(), globals_size / 8) };
    let shared = reachable(heap, globals.iter().copied());
    // Only some goroutines are looked at: thousands that wait for the same say nothing new.
    let known: HashMap<u64, HashSet<usize>> = tasks
        .iter()
        .take(MAX_SEARCHED)
        .map(|t| (t.id, reachable(heap, words(t, runner))))
        .collect();
    // Thousands may wait on the same thing.
    let mut holders: HashMap<usize, Vec<u64>> = HashMap::new();
    let mut describe = |t: &Task, w: &Waiter, reason: WaitReason| {
        // A lock may be a part of an object.
        let inside = heap.object_of(w.key);
        let object = inside.map_or(w.key, |o| o.0);
        let all = holders.entry(object).or_insert_with(|| {
            let knows = known.iter().filter(|(_, set)| set.contains(&object));
            let mut all: Vec<u64> = knows.map(|(id, _)| *id).collect();
            all.sort_unstable();
            all
        });
        Resource {
            key: w.key,
            kind: kind(w, reason),
            case: w.case,
            others: all.iter().copied().filter(|id| *id != t.id).collect(),
            // What lies outside of the heap is a package variable.
            is_global: inside.is_none() || shared.contains(&object),
        }
    };
    tasks
        .iter()
        .filter(|t| t.status() == Status::Waiting)
        .map(|t| {
            let reason = t.wait_reason();
            let mut on = match reason {
                WaitReason::Select => (0..t.select_waiters.len())
                    // SAFETY: the task waits, so that its waiters stay as they are.
                    .map(|i| describe(t, unsafe { &*t.select_waiters.at(i) }, reason))
                    .collect(),
                WaitReason::ChanReceive
                | WaitReason::ChanSend
                | WaitReason::SemAcquire
                | WaitReason::MutexLock
                | WaitReason::RWMutexRLock
                | WaitReason::RWMutexLock
                | WaitReason::WaitGroupWait => vec![describe(t, &t.waiter, reason)],
                _ => Vec::new(),
            };
            on.sort_by_key(|r| r.case);
            Wait {
                id: t.id,
                state: t.state_text(),
                on,
            }
        })
        .collect()
}

/// So many goroutines' variables are searched.
const MAX_SEARCHED: usize = 200;
/// So many objects are looked at for each of them.
const MAX_OBJECTS: usize = 5000;

fn kind(w: &Waiter, reason: WaitReason) -> ResourceKind {
    match reason {
        WaitReason::ChanReceive | WaitReason::ChanSend | WaitReason::Select => {
            let ch = w.key as *const Chan;
            // SAFETY: the key of a waiter at a channel is the channel, which the goroutine keeps alive.
            let (len, cap) = unsafe { (chan::len(ch), chan::cap(ch)) };
            ResourceKind::Chan {
                is_send: w.is_send != 0 || reason == WaitReason::ChanSend,
                len,
                cap,
            }
        }
        WaitReason::WaitGroupWait => {
            // SAFETY: the key is the semaphore of a live WaitGroup, whose counter is the upper half of the
            // word before.
            let counter = unsafe { *((w.key - 4) as *const i32) };
            ResourceKind::WaitGroup { counter }
        }
        _ => ResourceKind::Sync,
    }
}

/// The words of the frames of a goroutine that does not run.
fn words(t: &Task, runner: &dyn TaskRunner) -> Vec<usize> {
    let mut found = Vec::new();
    let task = std::ptr::from_ref(t);
    if runner.live_words(task, &mut |word| found.push(word as usize)) {
        return found;
    }
    let top = runner.live_top(task);
    let mut slot = t.stack_lo.cast_const();
    while slot < top && found.len() < NO_SLOT as usize {
        // SAFETY: slots of the stack below its live end.
        unsafe {
            found.push(*slot as usize);
            slot = slot.add(1);
        }
    }
    found
}

/// The beginnings of the objects that can be reached from the words. A word that only looks like an
/// address does no harm here.
fn reachable(heap: &Heap, roots: impl IntoIterator<Item = usize>) -> HashSet<usize> {
    let mut found = HashSet::new();
    let mut work: Vec<usize> = roots.into_iter().collect();
    while let Some(word) = work.pop() {
        let Some((start, size)) = heap.object_of(word) else {
            continue;
        };
        if found.len() >= MAX_OBJECTS || !found.insert(start) {
            continue;
        }
        for offset in (0..size.min(MAX_OBJECT_BYTES)).step_by(8) {
            // SAFETY: an aligned word of an object in use, which nobody changes now.
            work.push(unsafe { *((start + offset) as *const usize) });
        }
    }
    found
}

/// So much of a large object is searched.
const MAX_OBJECT_BYTES: usize = 1 << 16;
