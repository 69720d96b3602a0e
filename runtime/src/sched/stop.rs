//! Stopping the world.
//!
//! Whoever wants the world stopped queues what it wants done and sets the stop flag; every running task is poisoned,
//! so each worker soon comes to [`Sched::safepoint`]. The last worker to arrive leads: it does the jobs and then lets
//! the world start again. During a collection the workers that wait, and idle ones, help to mark and sweep.
//!
//! States, guarded by `Sched::park`: `None` (the world runs, or workers are arriving: then `stopped < running`),
//! `Leading` (a leader works alone), `Marking` (helpers are welcome). `epoch` counts finished stops. A worker counted
//! in `running` never goes idle while the flag is set, and one that is woken meanwhile comes here before it runs a
//! task.

use std::ptr;
use std::sync::atomic::Ordering;
use std::time::Duration;

use parking_lot::MutexGuard;

use super::idle::Park;
use super::queue::TaskList;
use super::roots::Roots;
use super::worker::{self, Worker};
use super::{MAX_WORKERS, Sched};
use crate::chan::ChanResult;
use crate::deadlock;
use crate::heap::CycleTimes;
use crate::host;
use crate::task::{Task, WaitReason};

/// How long an arrived worker waits before it poisons the others again: a task may have been resumed between two
/// looks.
const REPEAT: Duration = Duration::from_micros(200);

/// A collection that takes longer than this is worth threads that help.
const LONG_CYCLE_NS: i64 = 500_000;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Phase {
    #[default]
    None,
    Leading,
    Marking,
}

/// Something to do while the world is stopped.
pub type StopCall = Box<dyn FnOnce(&Sched) + Send>;

/// The part of the scheduler's lock that concerns stops.
#[derive(Default)]
pub(super) struct StopState {
    phase: Phase,
    epoch: u64,
    stopped: usize,
    helpers: usize,
    forced: bool,
    /// The collection that is going on is a forced one.
    exact: bool,
    calls: Vec<StopCall>,
    gc_waiters: TaskList,
}

/// A collection made finalizers ready; the world is stopped.
pub(super) fn on_finalizers_ready(sched: *mut ()) {
    // SAFETY: registered by `run` with the scheduler's address, which outlives the heap's use.
    let sched = unsafe { &*sched.cast::<Sched>() };
    sched.finalizers_ready.store(true, Ordering::SeqCst);
}

/// The heap's request for a collection.
pub(super) fn on_gc_wanted(sched: *mut ()) {
    // SAFETY: registered by `run` with the scheduler's address, which outlives the heap's use.
    let sched = unsafe { &*sched.cast::<Sched>() };
    sched.request_stop();
}

impl Sched {
    /// Whether workers have to come to the safepoint.
    #[inline(always)]
    pub fn stop_wanted(&self) -> bool {
        self.stop_flag.load(Ordering::Relaxed)
    }

    /// Asks all workers to stop; what for has been queued.
    fn request_stop(&self) {
        self.stop_flag.store(true, Ordering::SeqCst);
        self.poison_all();
    }

    /// `runtime.GC`: parks the task until a collection has been done.
    ///
    /// # Safety
    /// `task` runs on this thread.
    pub unsafe fn collect(&self, task: *mut Task) -> ChanResult {
        {
            let mut park = self.park.lock();
            // SAFETY: the task runs on this thread and is in no queue.
            unsafe { (*task).set_waiting(WaitReason::GarbageCollection) };
            park.stop.gc_waiters.push(task);
            park.stop.forced = true;
        }
        self.request_stop();
        ChanResult::Park
    }

    /// Calls `f` once the world is stopped. From a worker it happens after the current task has stopped.
    pub fn call_stopped(&self, f: StopCall) {
        let nobody_runs = {
            let mut park = self.park.lock();
            park.stop.calls.push(f);
            self.stop_flag.store(true, Ordering::SeqCst);
            park.running == 0
        };
        self.poison_all();
        if nobody_runs {
            self.wake_idle(false);
        }
    }

    /// `runtime.Stack` with all goroutines: parks the task and leaves the text, a `String`, as mail for the native
    /// that is run again.
    ///
    /// # Safety
    /// `task` runs on this thread.
    pub unsafe fn dump_goroutines(&self, task: *mut Task) -> ChanResult {
        // The status stays `Running`, since that is what the text shall say.
        let task = task as usize;
        self.call_stopped(Box::new(move |sched| {
            let task = task as *mut Task;
            // SAFETY: the task was parked for this call.
            unsafe {
                let text = deadlock::dump_from(sched, sched.program().runner, (*task).id);
                (*task).put_mail(Box::new(text));
                sched.inject(task);
            }
        }));
        ChanResult::Park
    }

    /// Starts the goroutine that runs finalizers, which calls the func value `func`, unless there is one. False: no
    /// memory.
    ///
    /// # Safety
    /// `task` runs on this thread; `func` is a func value without parameters.
    pub unsafe fn start_finalizers(&self, task: *mut Task, func: *mut u8) -> bool {
        if self.finalizers_started.swap(true, Ordering::SeqCst) {
            return true;
        }
        // SAFETY: passed on.
        unsafe { worker::spawn_system((*task).worker, func) }
    }

    /// Parks the goroutine that runs finalizers until a collection has made some ready. It becomes a system
    /// goroutine, which is neither counted nor shown.
    ///
    /// # Safety
    /// `task` runs on this thread, and has just found that no finalizer is ready.
    pub unsafe fn wait_for_finalizers(&self, task: *mut Task) -> ChanResult {
        // SAFETY: the task runs on this thread and is in no queue.
        unsafe {
            worker::make_system(task);
            (*task).set_waiting(WaitReason::FinalizerWait);
        }
        self.finalizer_task.store(task, Ordering::SeqCst);
        ChanResult::Park
    }

    /// `runtime.GOMAXPROCS(n)`: takes effect at once; the old value is stored in `slot` before the task goes on.
    ///
    /// # Safety
    /// `task` runs on this thread and `slot` lies in its frame.
    pub unsafe fn set_procs(&self, task: *mut Task, n: i64, slot: u32) -> ChanResult {
        let old = self.procs();
        // SAFETY: the slot lies in the frame.
        unsafe { *(*task).slot(slot) = old as u64 };
        let n = usize::try_from(n).unwrap_or(0).min(MAX_WORKERS);
        if n == 0 || n == old {
            return ChanResult::Done;
        }
        // SAFETY: the task runs on this thread and is in no queue.
        unsafe { (*task).set_waiting(WaitReason::None) };
        let task = task as usize;
        self.call_stopped(Box::new(move |sched| {
            sched.procs.store(n, Ordering::SeqCst);
            sched.park.lock().set_procs(sched, n);
            // SAFETY: the task was parked for this call.
            unsafe { sched.inject(task as *mut Task) };
        }));
        ChanResult::Park
    }

    /// Where a worker stops when it is asked to. False: the program is over, the thread must end.
    pub(super) unsafe fn safepoint(&self, w: *mut Worker) -> bool {
        let mut park = self.park.lock();
        if self.is_over() {
            park.running -= 1;
            return false;
        }
        if !self.stop_wanted() {
            return true;
        }
        park.stop.stopped += 1;
        let epoch = park.stop.epoch;
        while park.stop.epoch == epoch {
            if self.is_over() {
                park.running -= 1;
                return false;
            }
            match park.stop.phase {
                Phase::None if park.stop.stopped == park.running => {
                    // SAFETY: every worker is stopped or idle.
                    unsafe { self.lead(&mut park) };
                }
                // SAFETY: this is the worker's thread, and the worker is stopped.
                Phase::Marking if unsafe { (*w).helped } != epoch + 1 => unsafe {
                    self.help(w, &mut park)
                },
                Phase::None => {
                    if self.changed.wait_for(&mut park, REPEAT).timed_out() {
                        self.poison_all();
                    }
                }
                _ => self.changed.wait(&mut park),
            }
        }
        drop(park);
        // SAFETY: this is the worker's thread.
        unsafe {
            if (*w).index >= self.procs() {
                self.retire(w);
            }
        }
        true
    }

    /// Does what the world was stopped for, and starts it again.
    unsafe fn lead(&self, park: &mut MutexGuard<'_, Park>) {
        park.stop.phase = Phase::Leading;
        let calls = std::mem::take(&mut park.stop.calls);
        let forced = std::mem::take(&mut park.stop.forced);
        let waiters = std::mem::take(&mut park.stop.gc_waiters);
        // SAFETY: the leader's view of the worker table; worker 0 exists.
        let heap = unsafe { &(*(*self.worker_at(0)).rt).heap };
        if forced || heap.gc_wanted() {
            // SAFETY: the world is stopped.
            unsafe { self.collect_garbage(park, forced) };
        }
        MutexGuard::unlocked(park, || {
            for call in calls {
                call(self);
            }
            let mut waiters = waiters;
            if self.finalizers_ready.swap(false, Ordering::SeqCst) {
                let task = self.finalizer_task.swap(ptr::null_mut(), Ordering::SeqCst);
                if !task.is_null() {
                    waiters.push(task);
                }
            }
            loop {
                let t = waiters.pop();
                if t.is_null() {
                    break;
                }
                // SAFETY: the task was parked for this collection.
                unsafe { self.inject(t) };
            }
        });
        park.stop.phase = Phase::None;
        park.stop.stopped = 0;
        park.stop.epoch += 1;
        let again =
            self.is_over() || !park.stop.calls.is_empty() || park.stop.forced || heap.gc_wanted();
        self.stop_flag.store(again, Ordering::SeqCst);
        self.changed.notify_all();
    }

    /// A whole collection, with whoever is there to help.
    unsafe fn collect_garbage(&self, park: &mut MutexGuard<'_, Park>, forced: bool) {
        // SAFETY: the world is stopped: the leader may touch every worker's cache.
        unsafe {
            let heap = &(*(*self.worker_at(0)).rt).heap;
            let began = host::nanotime();
            for w in self.each_worker() {
                let w = ptr::from_ref(w).cast_mut();
                (*w).cache.flush();
            }
            heap.begin_cycle();
            park.stop.exact = forced;
            park.stop.phase = Phase::Marking;
            self.changed.notify_all();
            self.unpark_all();
            let roots = Roots::new(self, forced);
            MutexGuard::unlocked(park, || heap.run_cycle(&roots));
            park.stop.phase = Phase::Leading;
            while park.stop.helpers > 0 {
                self.changed.wait(park);
            }
            // A collection worth helping with gets help from the next one on.
            let long = host::nanotime() - began > LONG_CYCLE_NS;
            if long {
                self.start_helpers(park);
            }
            let pause_ns = (host::nanotime() - began) as u64;
            heap.end_cycle(
                forced,
                CycleTimes {
                    ended: host::wall_nanos() as u64,
                    pause_ns,
                },
            );
        }
    }

    /// Takes part in the collection that is going on.
    unsafe fn help(&self, w: *mut Worker, park: &mut MutexGuard<'_, Park>) {
        // SAFETY: this is the worker's thread; the runtime outlives it.
        unsafe {
            (*w).helped = park.stop.epoch + 1;
            park.stop.helpers += 1;
            let roots = Roots::new(self, park.stop.exact);
            let heap = &(*(*w).rt).heap;
            MutexGuard::unlocked(park, || heap.run_cycle(&roots));
        }
        park.stop.helpers -= 1;
        if park.stop.helpers == 0 {
            self.changed.notify_all();
        }
    }

    /// An idle worker was unparked: helps if that is why.
    pub(super) unsafe fn help_while_idle(&self, w: *mut Worker, park: &mut MutexGuard<'_, Park>) {
        // SAFETY: this is the worker's thread; being idle it is stopped.
        unsafe {
            if park.stop.phase == Phase::Marking && (*w).helped != park.stop.epoch + 1 {
                self.help(w, park);
            }
        }
    }

    /// Hands a worker's tasks over, because GOMAXPROCS no longer includes it, and sends it to sleep.
    unsafe fn retire(&self, w: *mut Worker) {
        // SAFETY: this is the worker's thread.
        unsafe {
            worker::hand_over(w, self);
            self.stop_spinning(w);
            self.go_idle(w);
        }
    }
}
