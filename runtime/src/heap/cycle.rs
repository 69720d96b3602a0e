//! One collection: how the participants work together.
//!
//! ```text
//! Idle --begin_cycle--> Marking --nobody has work--> Sweeping --all chunks done--> Swept --end_cycle--> Idle
//! ```
//! `phase`, `active`, `inside` and `work` change only under the lock. A participant is *active*
//! while it may have unscanned objects; work is held by active participants or lies in `work`. So
//! when nobody is active and `work` is empty, marking is complete.

use super::Heap;
use super::mark::Marker;
use super::sweep::Swept;
use parking_lot::{Condvar, Mutex};
use std::cmp::Ordering::{Equal, Greater, Less};
use std::sync::atomic::{AtomicUsize, Ordering};

/// What a participant without objects is to do next.
enum Next {
    Scan(Vec<u64>),
    /// All that is reachable is marked: see to unreachable objects that have something attached.
    FinishSpecials,
    Sweep,
}

/// The roots of a collection, in parts that participants mark in parallel.
pub trait RootSource: Sync {
    /// How many; does not change during a collection.
    fn parts(&self) -> usize;
    /// Marks what part `i` refers to.
    fn mark_part(&self, i: usize, marker: &mut Marker<'_>);
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Phase {
    Idle,
    Marking,
    Sweeping,
    Swept,
}

struct State {
    phase: Phase,
    /// Participants that may have unscanned objects.
    active: usize,
    /// Participants between entering and leaving `run_cycle`.
    inside: usize,
    /// Shared parts of mark stacks.
    work: Vec<Vec<u64>>,
    specials_done: bool,
    chunks_done: usize,
    swept: Option<Swept>,
}

pub struct Cycle {
    state: Mutex<State>,
    changed: Condvar,
    /// Participants that wait for work; read without the lock as a hint.
    hungry: AtomicUsize,
    next_root: AtomicUsize,
    next_chunk: AtomicUsize,
}

/// When a collection happened, for the statistics.
#[derive(Clone, Copy, Debug, Default)]
pub struct CycleTimes {
    /// Nanoseconds since 1970 at its end.
    pub ended: u64,
    /// How long the world was stopped.
    pub pause_ns: u64,
}

impl Cycle {
    pub fn new() -> Cycle {
        Cycle {
            state: Mutex::new(State {
                phase: Phase::Idle,
                active: 0,
                inside: 0,
                work: Vec::new(),
                specials_done: false,
                chunks_done: 0,
                swept: None,
            }),
            changed: Condvar::new(),
            hungry: AtomicUsize::new(0),
            next_root: AtomicUsize::new(0),
            next_chunk: AtomicUsize::new(0),
        }
    }

    /// Somebody waits for work.
    #[inline]
    pub fn is_hungry(&self) -> bool {
        self.hungry.load(Ordering::Relaxed) != 0
    }

    /// Offers unscanned objects to others.
    #[cold]
    pub fn share(&self, work: Vec<u64>) {
        self.state.lock().work.push(work);
        self.changed.notify_one();
    }
}

impl Heap {
    /// Starts a collection. How the scheduler runs one: an allocation passes the goal and calls the
    /// request hook; the scheduler stops every worker at a safepoint; one worker, the initiator,
    /// flushes all caches and calls this; then it and any number of stopped workers call
    /// [`Heap::run_cycle`] (who comes late just returns); the initiator calls [`Heap::end_cycle`],
    /// and the world starts again.
    ///
    /// # Safety
    /// The world is stopped, every [`super::Cache`] is flushed, and no other collection is going on.
    pub unsafe fn begin_cycle(&self) {
        let mut state = self.cycle.state.lock();
        debug_assert!(state.phase == Phase::Idle);
        state.phase = Phase::Marking;
        state.specials_done = false;
        state.chunks_done = 0;
        state.swept = Some(Swept::new());
        self.cycle.next_root.store(0, Ordering::Relaxed);
        self.cycle.next_chunk.store(0, Ordering::Relaxed);
    }

    /// Marks and sweeps together with the other participants; returns when all is done.
    ///
    /// # Safety
    /// The calling worker is stopped and stays so until this returns; `roots` are the same for all
    /// participants of a cycle.
    pub unsafe fn run_cycle(&self, roots: &dyn RootSource) {
        {
            let mut state = self.cycle.state.lock();
            if state.phase == Phase::Idle {
                return;
            }
            state.inside += 1;
            state.active += usize::from(state.phase == Phase::Marking);
            if state.phase != Phase::Marking {
                drop(state);
                return self.sweep_and_leave();
            }
        }
        let mut marker = Marker::new(&self.space, &self.cycle);
        let parts = roots.parts();
        loop {
            let part = self.cycle.next_root.fetch_add(1, Ordering::Relaxed);
            match part.cmp(&parts) {
                Less => roots.mark_part(part, &mut marker),
                Equal => self.mark_specials(&mut marker),
                Greater => break,
            }
            marker.drain();
        }
        loop {
            match self.wait_for_work() {
                Next::Scan(work) => marker.adopt(work),
                Next::FinishSpecials => self.finish_specials(&mut marker),
                Next::Sweep => break,
            }
            marker.drain();
        }
        self.sweep_and_leave();
    }

    /// Called by an active participant that has run out of objects.
    fn wait_for_work(&self) -> Next {
        let cycle = &self.cycle;
        let mut state = cycle.state.lock();
        if let Some(work) = state.work.pop() {
            return Next::Scan(work);
        }
        if state.active == 1 && !state.specials_done {
            state.specials_done = true;
            return Next::FinishSpecials;
        }
        state.active -= 1;
        if state.active == 0 {
            state.phase = Phase::Sweeping;
            cycle.changed.notify_all();
            return Next::Sweep;
        }
        cycle.hungry.fetch_add(1, Ordering::Relaxed);
        let next = loop {
            cycle.changed.wait(&mut state);
            if state.phase != Phase::Marking {
                break Next::Sweep;
            }
            if let Some(work) = state.work.pop() {
                state.active += 1;
                break Next::Scan(work);
            }
        };
        cycle.hungry.fetch_sub(1, Ordering::Relaxed);
        next
    }

    fn sweep_and_leave(&self) {
        let chunks = self.chunks();
        let mut found = Swept::new();
        let mut done = 0;
        loop {
            let chunk = self.cycle.next_chunk.fetch_add(1, Ordering::Relaxed);
            if chunk >= chunks {
                break;
            }
            self.sweep_chunk(chunk, &mut found);
            done += 1;
        }
        let mut state = self.cycle.state.lock();
        if let Some(all) = &mut state.swept {
            all.merge(found);
        }
        state.chunks_done += done;
        if state.chunks_done == chunks {
            state.phase = Phase::Swept;
        }
        self.cycle.changed.notify_all();
        while state.phase == Phase::Sweeping {
            self.cycle.changed.wait(&mut state);
        }
        state.inside -= 1;
        self.cycle.changed.notify_all();
    }

    /// Ends a collection. `forced`: the program asked for it.
    ///
    /// # Safety
    /// By the initiator, after its `run_cycle`, with the world still stopped.
    pub unsafe fn end_cycle(&self, forced: bool, times: CycleTimes) {
        let swept = {
            let mut state = self.cycle.state.lock();
            while state.inside > 0 {
                self.cycle.changed.wait(&mut state);
            }
            state.phase = Phase::Idle;
            state.swept.take()
        };
        if let Some(swept) = swept {
            self.install(swept);
        }
        let c = &self.counters;
        c.last_gc.store(times.ended, Ordering::Relaxed);
        c.pause_ns.store(times.pause_ns, Ordering::Relaxed);
        c.pause_total_ns
            .fetch_add(times.pause_ns, Ordering::Relaxed);
        c.cycles.fetch_add(1, Ordering::Relaxed);
        c.forced_cycles
            .fetch_add(u32::from(forced), Ordering::Relaxed);
        self.wanted.store(false, Ordering::Release);
        self.announce_ready();
    }
}
