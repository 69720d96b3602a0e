//! The monitor thread: ends time slices, wakes a worker for a task that waits in a busy worker's run-next slot, and
//! for a timer that nobody looks after.
//!
//! It looks around more often while it finds something to do and less often otherwise, and sleeps altogether while
//! all workers are idle for some time.

use std::ptr;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, Ordering, fence};
use std::thread::{self, Thread};
use std::time::Duration;

use super::{MAX_WORKERS, Sched};
use crate::host;

/// Length of a time slice.
const SLICE_NS: i64 = 10_000_000;
const SHORTEST_NS: i64 = 100_000;
const LONGEST_NS: i64 = 5_000_000;
/// Looks at an idle scheduler before the deep sleep.
const IDLE_LOOKS: u32 = 20;

/// How others reach the monitor.
pub(super) struct Monitor {
    thread: OnceLock<Thread>,
    asleep: AtomicBool,
}

/// What the monitor remembers of a worker between two looks.
#[derive(Clone, Copy, Default)]
struct Seen {
    switches: u32,
    slices: u32,
    /// When this slice was first seen.
    since: i64,
}

impl Monitor {
    pub(super) fn new() -> Monitor {
        Monitor {
            thread: OnceLock::new(),
            asleep: AtomicBool::new(false),
        }
    }

    pub(super) fn wake(&self) {
        if let Some(t) = self.thread.get() {
            t.unpark();
        }
    }
}

impl Sched {
    /// Starts the monitor if it does not run yet, and ends its deep sleep.
    #[inline]
    pub(crate) fn ensure_monitor(&self) {
        if !self.monitor_on.load(Ordering::Relaxed) || self.monitor.asleep.load(Ordering::Relaxed) {
            self.start_or_wake_monitor();
        }
    }

    #[cold]
    fn start_or_wake_monitor(&self) {
        if self.monitor_on.swap(true, Ordering::SeqCst) {
            if self.monitor.asleep.swap(false, Ordering::SeqCst) {
                self.monitor.wake();
            }
            return;
        }
        struct Handle(*const Sched);
        // SAFETY: the scheduler is shared between threads anyway; `run` waits for this one.
        unsafe impl Send for Handle {}
        self.thread_started();
        let handle = Handle(ptr::from_ref(self));
        let body = move || {
            let handle = handle;
            // SAFETY: the scheduler outlives the thread, which is counted in `Park::threads`.
            let sched = unsafe { &*handle.0 };
            let _ = sched.monitor.thread.set(thread::current());
            sched.watch();
            sched.thread_ended();
        };
        if thread::Builder::new()
            .name("monitor".into())
            .stack_size(128 << 10)
            .spawn(body)
            .is_err()
        {
            self.thread_ended();
        }
    }

    fn watch(&self) {
        let mut seen = [Seen::default(); MAX_WORKERS];
        let mut pause = SHORTEST_NS;
        let mut idle_looks = 0;
        while !self.is_over() {
            let now = host::nanotime();
            let due = self.next_timer().saturating_sub(now);
            if due > 0 {
                thread::park_timeout(Duration::from_nanos(pause.min(due.max(SHORTEST_NS)) as u64));
            } else {
                thread::park_timeout(Duration::from_nanos(SHORTEST_NS as u64));
            }
            let now = host::nanotime();
            let mut busy = false;
            let mut acted = self.look_after_timers(now);
            for (i, w) in self.each_worker().enumerate() {
                busy |= !w.current.load(Ordering::Relaxed).is_null();
                acted |= self.look_at(w, &mut seen[i], now);
            }
            pause = if acted {
                SHORTEST_NS
            } else {
                (pause + pause / 8).min(LONGEST_NS)
            };
            idle_looks = if busy { 0 } else { idle_looks + 1 };
            if idle_looks > IDLE_LOOKS {
                self.sleep_deeply();
                idle_looks = 0;
                pause = SHORTEST_NS;
            }
        }
    }

    /// Sleeps until a worker has something to run again.
    fn sleep_deeply(&self) {
        self.monitor.asleep.store(true, Ordering::SeqCst);
        fence(Ordering::SeqCst);
        while self.monitor.asleep.load(Ordering::SeqCst) && !self.is_over() {
            let running = self
                .each_worker()
                .any(|w| !w.current.load(Ordering::SeqCst).is_null());
            let nobody_keeps_time = self.keeper_until.load(Ordering::SeqCst) == i64::MAX
                && self.next_timer() != i64::MAX;
            if running || nobody_keeps_time {
                break;
            }
            thread::park_timeout(Duration::from_millis(100));
        }
        self.monitor.asleep.store(false, Ordering::SeqCst);
    }

    /// Wakes a worker if a timer is overdue and no idle worker keeps the time.
    fn look_after_timers(&self, now: i64) -> bool {
        if self.idle_count.load(Ordering::Relaxed) == 0
            || self.keeper_until.load(Ordering::Relaxed) != i64::MAX
        {
            return false;
        }
        self.next_timer() <= now && self.wake_idle(false)
    }

    fn look_at(&self, w: &super::Worker, seen: &mut Seen, now: i64) -> bool {
        let (switches, slices) = (
            w.switches.load(Ordering::Relaxed),
            w.slices.load(Ordering::Relaxed),
        );
        let same_task = switches == seen.switches;
        let same_slice = slices == seen.slices;
        if !same_slice || seen.since == 0 {
            seen.since = now;
        }
        seen.switches = switches;
        seen.slices = slices;
        if w.current.load(Ordering::Relaxed).is_null() {
            return false;
        }
        if same_slice && now - seen.since >= SLICE_NS && self.somebody_waits(w, now) {
            seen.since = now;
            w.slice_over.store(true, Ordering::Relaxed);
            w.poison();
            return true;
        }
        if same_task && !w.queue.is_empty() && self.idle_count.load(Ordering::Relaxed) > 0 {
            self.wake_one();
            return true;
        }
        false
    }

    /// Whether ending the slice would let anything else run.
    fn somebody_waits(&self, w: &super::Worker, now: i64) -> bool {
        !w.queue.is_empty() || !self.global.is_empty() || self.next_timer() <= now
    }
}
