//! How workers find work elsewhere, sleep without it, and are woken.
//!
//! A wake-up is never lost: whoever makes a task visible in a ring or the global queue then looks at `idle_count` and
//! `spinning`, and a worker that gives up first appears in those counts and then looks at all queues once more, with
//! a sequentially consistent fence on both sides. At most one worker spins on account of a wake-up; when it finds
//! work while more is left, it wakes the next.
//!
//! A task put into a run-next slot wakes nobody: the worker that put it there usually takes it at once, as two
//! goroutines that alternate on a channel do. If it does not, the monitor sees the slot waiting and wakes a worker,
//! and thieves take from a slot whose worker has not switched for a while.

use std::hint;
use std::ptr;
use std::sync::atomic::{Ordering, fence};
use std::thread;
use std::time::Duration;

use parking_lot::MutexGuard;

use super::worker::{self, Worker};
use super::{MAX_WORKERS, Sched};
use crate::Runtime;
use crate::deadlock;
use crate::explain;
use crate::host;
use crate::session;
use crate::task::{Task, TaskRunner};

/// Rounds of looking at all other workers before giving up.
const STEAL_ROUNDS: u32 = 4;
/// Pauses between rounds.
const STEAL_PAUSES: u32 = 60;

/// Where a worker is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    /// No thread yet, or sleeping because GOMAXPROCS is smaller than its index.
    Out,
    /// In the idle list.
    Idle,
    /// Running or looking for work.
    Running,
}

/// What the scheduler's lock guards.
pub(super) struct Park {
    /// Indices of idle workers; the last became idle last.
    idle: Vec<usize>,
    places: Vec<Place>,
    /// Workers that run tasks or look for some.
    pub running: usize,
    /// The idle worker that wakes up for the next timer.
    keeper: Option<usize>,
    /// How the program ended.
    pub exit: Option<i32>,
    /// Threads of workers and monitor that have not ended.
    pub threads: usize,
    pub stop: super::stop::StopState,
}

impl Park {
    pub(super) fn new() -> Park {
        let mut places = vec![Place::Out; MAX_WORKERS];
        places[0] = Place::Running;
        Park {
            idle: Vec::new(),
            places,
            running: 1,
            keeper: None,
            exit: None,
            threads: 0,
            stop: super::stop::StopState::default(),
        }
    }

    /// Makes the workers below `n` available and takes the idle ones above it out. Running ones above it leave by
    /// themselves.
    pub(super) fn set_procs(&mut self, sched: &Sched, n: usize) {
        self.idle.retain(|&i| i < n);
        for i in (0..MAX_WORKERS).rev() {
            match self.places[i] {
                Place::Out if i < n => {
                    self.places[i] = Place::Idle;
                    self.idle.push(i);
                }
                Place::Idle if i >= n => self.places[i] = Place::Out,
                _ => {}
            }
        }
        if self.keeper.is_some_and(|k| k >= n) {
            self.set_keeper(sched, None, i64::MAX);
        }
        sched.idle_count.store(self.idle.len(), Ordering::SeqCst);
    }

    fn set_keeper(&mut self, sched: &Sched, keeper: Option<usize>, until: i64) {
        self.keeper = keeper;
        sched.keeper_until.store(until, Ordering::SeqCst);
    }

    /// Takes an idle worker to run, preferably not the one that keeps the time.
    fn pop_idle(&mut self, sched: &Sched) -> Option<usize> {
        let at = match self.idle.len() {
            0 => return None,
            n if n > 1 && self.keeper == Some(self.idle[n - 1]) => n - 2,
            n => n - 1,
        };
        let index = self.idle.remove(at);
        self.leave_idle(sched, index);
        Some(index)
    }

    fn leave_idle(&mut self, sched: &Sched, index: usize) {
        sched.idle_count.store(self.idle.len(), Ordering::SeqCst);
        self.places[index] = Place::Running;
        self.running += 1;
        if self.keeper == Some(index) {
            self.set_keeper(sched, None, i64::MAX);
        }
    }
}

impl Sched {
    /// Creates the next worker, without a thread.
    pub(super) fn create_worker(
        &self,
        rt: &Runtime,
        runner: &'static dyn TaskRunner,
    ) -> *mut Worker {
        let index = self.created.load(Ordering::Relaxed);
        let w = Box::into_raw(Worker::new(rt, runner, index, self.seed));
        self.workers[index].store(w, Ordering::Release);
        self.created.store(index + 1, Ordering::Release);
        w
    }

    /// Called after work became visible to thieves: wakes an idle worker unless one is looking around already.
    #[inline]
    pub(crate) fn wake_for_work(&self) {
        fence(Ordering::SeqCst);
        if self.idle_count.load(Ordering::Relaxed) > 0 && self.spinning.load(Ordering::Relaxed) == 0
        {
            self.wake_one();
        }
    }

    /// Wakes an idle worker as the one that spins.
    #[cold]
    #[inline(never)]
    pub(super) fn wake_one(&self) {
        if self
            .spinning
            .compare_exchange(0, 1, Ordering::SeqCst, Ordering::Relaxed)
            .is_err()
        {
            return;
        }
        if !self.wake_idle(true) {
            self.spinning.fetch_sub(1, Ordering::SeqCst);
        }
    }

    /// Takes a worker out of the idle list and lets it run. False if there is none.
    pub(super) fn wake_idle(&self, spinning: bool) -> bool {
        let mut park = self.park.lock();
        let Some(index) = park.pop_idle(self) else {
            return false;
        };
        let w = self.ensure_worker(index);
        // SAFETY: the worker was idle, so its thread does not touch `spinning` until it sees `idle` cleared.
        unsafe {
            (*w).spinning = spinning;
            (*w).idle.store(false, Ordering::Release);
        }
        // SAFETY: workers live as long as the scheduler.
        let worker = unsafe { &*w };
        if worker.has_thread.swap(true, Ordering::Relaxed) {
            drop(park);
            // A thread that has not registered itself yet looks at `idle` before it sleeps.
            if let Some(t) = worker.thread.get() {
                t.unpark();
            }
        } else {
            park.threads += 1;
            drop(park);
            start_thread(w);
        }
        true
    }

    /// The worker found work or gave up.
    pub(super) unsafe fn stop_spinning(&self, w: *mut Worker) {
        // SAFETY: the caller is the worker's thread.
        unsafe {
            if !(*w).spinning {
                return;
            }
            (*w).spinning = false;
        }
        if self.spinning.fetch_sub(1, Ordering::SeqCst) == 1 && self.work_is_visible() {
            self.wake_for_work();
        }
    }

    /// Whether a thief would find something.
    pub(super) fn work_is_visible(&self) -> bool {
        !self.global.is_empty() || self.each_worker().any(|w| w.queue.ring_len() > 0)
    }

    /// Looks through the other workers' queues; the caller's own ring is empty.
    pub(super) unsafe fn steal(&self, w: *mut Worker) -> *mut Task {
        // SAFETY: the caller is the worker's thread.
        let worker = unsafe { &*w };
        let n = self.created.load(Ordering::Acquire);
        if n == 1 {
            return ptr::null_mut();
        }
        if !worker.spinning {
            // SAFETY: the caller is the worker's thread.
            unsafe { (*w).spinning = true };
            self.spinning.fetch_add(1, Ordering::SeqCst);
        }
        let mut seen = [0u32; MAX_WORKERS];
        for round in 0..STEAL_ROUNDS {
            // SAFETY: as above.
            let start = unsafe { (*w).rng.below(n as u32) as usize };
            for k in 0..n {
                let i = (start + k) % n;
                if i == worker.index {
                    continue;
                }
                // SAFETY: workers live as long as the scheduler.
                let victim = unsafe { &*self.worker_at(i) };
                let t = victim.queue.steal_half(&worker.queue);
                if !t.is_null() {
                    return t;
                }
                let switches = victim.switches.load(Ordering::Relaxed);
                if round == 0 {
                    seen[i] = switches;
                } else if round == STEAL_ROUNDS - 1
                    && seen[i] == switches
                    && victim.queue.has_next()
                {
                    let t = victim.queue.take_next();
                    if !t.is_null() {
                        return t;
                    }
                }
                if round == 0 && !victim.timers.is_empty() {
                    // SAFETY: the caller is the worker's thread.
                    unsafe { victim.timers.run_due(w) };
                    let t = worker.queue.take_next();
                    let t = if t.is_null() { worker.queue.pop() } else { t };
                    if !t.is_null() {
                        return t;
                    }
                }
            }
            let t = self
                .global
                .take_share(&worker.queue, self.procs(), usize::MAX);
            if !t.is_null() || self.stop_wanted() {
                return t;
            }
            for _ in 0..STEAL_PAUSES {
                hint::spin_loop();
            }
        }
        ptr::null_mut()
    }

    /// Sleeps until there may be work again (or the world has to stop).
    pub(super) unsafe fn go_idle(&self, w: *mut Worker) {
        // SAFETY: the caller is the worker's thread.
        let worker = unsafe { &*w };
        let me = worker.index;
        let mut park = self.park.lock();
        if self.stop_wanted() {
            return;
        }
        if me >= self.procs() {
            park.places[me] = Place::Out;
        } else {
            park.places[me] = Place::Idle;
            park.idle.push(me);
            self.idle_count.store(park.idle.len(), Ordering::SeqCst);
        }
        park.running -= 1;
        worker.idle.store(true, Ordering::SeqCst);
        fence(Ordering::SeqCst);
        if park.places[me] == Place::Idle && self.work_is_visible() {
            park.idle.retain(|&i| i != me);
            park.leave_idle(self, me);
            worker.idle.store(false, Ordering::SeqCst);
            return;
        }
        if park.running == 0 && self.nothing_can_run() {
            drop(park);
            if session::report_deadlock(self) {
                // SAFETY: the caller is the worker's thread.
                unsafe { self.stay_idle(w) };
            } else {
                self.report_deadlock();
            }
            return;
        }
        // SAFETY: the caller is the worker's thread.
        unsafe { self.sleep_while_idle(w, park) };
    }

    /// The first thing a thread does that was started for a worker that is still idle.
    pub(super) unsafe fn stay_idle(&self, w: *mut Worker) {
        let park = self.park.lock();
        // SAFETY: the caller is the worker's thread.
        unsafe {
            if (*w).idle.load(Ordering::Acquire) {
                self.sleep_while_idle(w, park);
            }
        }
    }

    /// Gives idle workers threads, so that they can help the collector.
    pub(super) fn start_helpers(&self, park: &mut Park) {
        for i in 1..self.procs() {
            if park.places[i] != Place::Idle {
                continue;
            }
            let w = self.ensure_worker(i);
            // SAFETY: workers live as long as the scheduler.
            if !unsafe { (*w).has_thread.swap(true, Ordering::Relaxed) } {
                park.threads += 1;
                start_thread(w);
            }
        }
    }

    fn ensure_worker(&self, index: usize) -> *mut Worker {
        while self.created.load(Ordering::Relaxed) <= index {
            let first = self.first_worker();
            self.create_worker(first.runtime(), first.runner);
        }
        self.worker_at(index)
    }

    unsafe fn sleep_while_idle<'a>(&'a self, w: *mut Worker, mut park: MutexGuard<'a, Park>) {
        // SAFETY: the caller is the worker's thread.
        let worker = unsafe { &*w };
        let me = worker.index;
        loop {
            if self.is_over() {
                // The thread leaves through the loop's stop check.
                worker.idle.store(false, Ordering::SeqCst);
                park.running += 1;
                return;
            }
            // SAFETY: the caller is the worker's thread.
            unsafe { self.help_while_idle(w, &mut park) };
            let mut until = i64::MAX;
            if park.places[me] == Place::Idle && (park.keeper.is_none() || park.keeper == Some(me))
            {
                until = self.next_timer();
                let keeper = (until != i64::MAX).then_some(me);
                park.set_keeper(self, keeper, until);
                // A timer added before the line above was published is seen here.
                fence(Ordering::SeqCst);
                until = until.min(self.next_timer());
            }
            let wait = if until == i64::MAX {
                None
            } else {
                Some(until - host::nanotime())
            };
            if wait.is_some_and(|ns| ns <= 0) {
                park.idle.retain(|&i| i != me);
                park.leave_idle(self, me);
                worker.idle.store(false, Ordering::SeqCst);
                return;
            }
            drop(park);
            match wait {
                Some(ns) => thread::park_timeout(Duration::from_nanos(ns as u64)),
                None => thread::park(),
            }
            if !worker.idle.load(Ordering::Acquire) {
                return;
            }
            park = self.park.lock();
            if !worker.idle.load(Ordering::Acquire) {
                return;
            }
        }
    }

    /// When the earliest timer is due; `i64::MAX` if there is none.
    pub(super) fn next_timer(&self) -> i64 {
        self.each_worker()
            .map(|w| w.timers.next_when())
            .min()
            .unwrap_or(i64::MAX)
    }

    /// A timer for `when` was added: the worker that keeps the time has to know if it is the earliest.
    pub(crate) fn timer_added(&self, when: i64) {
        self.ensure_monitor();
        fence(Ordering::SeqCst);
        if self.idle_count.load(Ordering::Relaxed) == 0
            || when >= self.keeper_until.load(Ordering::Relaxed)
        {
            return;
        }
        let park = self.park.lock();
        let who = park.keeper.or_else(|| {
            park.idle
                .iter()
                .rev()
                .copied()
                .find(|&i| self.has_thread(i))
        });
        if let Some(t) = who.and_then(|i| {
            // SAFETY: an index found in the list of a worker that exists.
            unsafe { (*self.worker_at(i)).thread.get() }
        }) {
            t.unpark();
        }
    }

    fn has_thread(&self, index: usize) -> bool {
        let w = self.worker_at(index);
        // SAFETY: workers live as long as the scheduler.
        !w.is_null() && unsafe { (*w).thread.get().is_some() }
    }

    /// With all workers idle: whether no event can make a task runnable.
    fn nothing_can_run(&self) -> bool {
        // A finished blocking call queues its task before it stops counting.
        self.blocking.in_flight() == 0
            && self.external.load(Ordering::SeqCst) == 0
            && self.next_timer() == i64::MAX
            && self.global.is_empty()
            && self.each_worker().all(|w| w.queue.is_empty())
    }

    /// For a session's blocking call that has just stopped counting: nothing may be left to run.
    pub(crate) fn look_for_deadlock(&self) {
        // A worker that finds a task comes to run under this lock, before it takes the task.
        let park = self.park.lock();
        let is_deadlock = park.running == 0 && self.nothing_can_run();
        drop(park);
        if is_deadlock {
            session::report_deadlock(self);
        }
    }

    fn report_deadlock(&self) {
        let text = deadlock::message(
            self,
            self.program().runner,
            self.main_gone.load(Ordering::Relaxed),
        );
        let runner = self.program().runner;
        self.fatal_with(&text, 2, || explain::waits(self, self.heap(), runner));
        self.park.lock().running += 1;
    }

    /// Unparks every worker that has a thread, to look at the state again.
    pub(super) fn unpark_all(&self) {
        for w in self.each_worker() {
            if let Some(t) = w.thread.get() {
                t.unpark();
            }
        }
    }

    /// Makes a task runnable, also from a thread that is no worker.
    ///
    /// # Safety
    /// The caller took the task out of the queue it waited in.
    pub unsafe fn inject(&self, task: *mut Task) {
        // SAFETY: passed on.
        unsafe { (*task).set_status(crate::task::Status::Runnable) };
        self.global.push(task);
        self.wake_for_work();
    }
}

/// Gives a worker its thread.
fn start_thread(w: *mut Worker) {
    struct Handle(*mut Worker);
    // SAFETY: the worker is handed over to the new thread, which becomes its owner.
    unsafe impl Send for Handle {}
    let handle = Handle(w);
    let body = move || {
        let handle = handle;
        // SAFETY: this is the worker's thread from now on.
        let _ = unsafe { worker::work(handle.0) };
    };
    // SAFETY: the worker is live; if there is no thread for it, this thread still owns it.
    let index = unsafe { (*w).index };
    if thread::Builder::new()
        .name(format!("worker {index}"))
        .spawn(body)
        .is_err()
    {
        // SAFETY: as above.
        unsafe {
            (*w).sched()
                .fatal("fatal error: runtime: cannot create an OS thread\n", 2)
        };
    }
}
