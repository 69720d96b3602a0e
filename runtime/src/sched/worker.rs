//! A worker: an OS thread with the right to run Go code (a P bound to its M, in Go's words).
//!
//! Fields in the first group belong to the worker's thread; the others are read by thieves, the monitor and whoever
//! stops the world. Since goroutines own no native stack and blocking calls go to the blocking pool, a worker never
//! needs a second thread.

use std::panic::{self, AssertUnwindSafe};
use std::ptr;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, AtomicPtr, AtomicU32, AtomicU64, Ordering};
use std::thread::{self, Thread};

use super::queue::RunQueue;
use crate::Runtime;
use crate::crash;
use crate::heap::Cache;
use crate::random::Rng;
use crate::sched::{self, Sched};
use crate::session;
use crate::stack::StackCache;
use crate::task::{FLAG_SYSTEM, FreeTasks, Outcome, Status, Task, TaskRunner};
use crate::timers::TimerShard;

/// Exit code after a bug of ours.
const INTERNAL_ERROR: i32 = 70;
/// Goroutine ids a worker takes at a time.
const ID_BATCH: u64 = 16;
/// Every how many time slices the global queue goes first.
const GLOBAL_EVERY: u32 = 61;
/// Every how many switches a worker with timers reads the clock.
const TIMERS_EVERY: u32 = 16;

/// One worker.
#[repr(C, align(64))]
pub struct Worker {
    /// The allocation cache.
    pub cache: Cache,
    /// The program's runtime.
    pub rt: *const Runtime,
    /// Free grown stacks.
    pub stacks: StackCache,
    /// Free tasks.
    pub(crate) free_tasks: FreeTasks,
    /// The source of every random choice made on this worker.
    pub rng: Rng,
    /// How tasks are run.
    pub(crate) runner: &'static dyn TaskRunner,
    /// Position in the table of workers.
    pub index: usize,
    next_id: u64,
    last_id: u64,
    /// A task that was about to run when the world had to stop; it goes first.
    stashed: *mut Task,
    /// Looks for work, counted in `Sched::spinning`.
    pub(super) spinning: bool,
    /// Stop epoch in which this worker has helped already.
    pub(super) helped: u64,

    /// Tasks to run.
    pub(crate) queue: RunQueue,
    /// The task being run (or null).
    pub(crate) current: AtomicPtr<Task>,
    /// Counts resumed tasks.
    pub(crate) switches: AtomicU32,
    /// Counts time slices: a task from the run-next slot continues its predecessor's.
    pub(crate) slices: AtomicU32,
    /// The monitor ended the slice: the run-next task has to queue up.
    pub(crate) slice_over: AtomicBool,
    /// In the list of idle workers, or retired.
    pub(super) idle: AtomicBool,
    /// Goroutines started here.
    pub(crate) started: AtomicU64,
    /// Goroutines finished here.
    pub(crate) finished: AtomicU64,
    /// The timers added here.
    pub(crate) timers: TimerShard,
    /// A thread was started for this worker; guarded by `Sched::park`.
    pub(super) has_thread: AtomicBool,
    /// The thread, once it runs.
    pub(super) thread: OnceLock<Thread>,
}

/// Adds to a counter that only the owner writes.
#[inline]
fn bump(counter: &AtomicU32) -> u32 {
    let n = counter.load(Ordering::Relaxed).wrapping_add(1);
    counter.store(n, Ordering::Relaxed);
    n
}

impl Worker {
    /// A worker that has no thread yet.
    pub(super) fn new(
        rt: &Runtime,
        runner: &'static dyn TaskRunner,
        index: usize,
        seed: u64,
    ) -> Box<Worker> {
        let mut rng = Rng::new(seed ^ (index as u64 + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15));
        // SAFETY: the runtime outlives its workers and stays where it is.
        let cache = unsafe { Cache::new(&raw const rt.heap, rng.next_u64()) };
        Box::new(Worker {
            cache,
            rt,
            stacks: StackCache::default(),
            free_tasks: FreeTasks::new(),
            rng,
            runner,
            index,
            next_id: 0,
            last_id: 0,
            stashed: ptr::null_mut(),
            spinning: false,
            helped: 0,
            queue: RunQueue::new(),
            current: AtomicPtr::new(ptr::null_mut()),
            switches: AtomicU32::new(0),
            slices: AtomicU32::new(0),
            slice_over: AtomicBool::new(false),
            idle: AtomicBool::new(true),
            started: AtomicU64::new(0),
            finished: AtomicU64::new(0),
            timers: TimerShard::new(),
            has_thread: AtomicBool::new(false),
            thread: OnceLock::new(),
        })
    }

    /// The program's runtime.
    #[inline]
    pub fn runtime(&self) -> &Runtime {
        // SAFETY: the runtime outlives its workers.
        unsafe { &*self.rt }
    }

    /// The scheduler.
    #[inline]
    pub fn sched(&self) -> &Sched {
        &self.runtime().sched
    }

    /// The next goroutine id.
    pub(crate) fn new_id(&mut self) -> u64 {
        if self.next_id == self.last_id {
            self.next_id = self.sched().next_ids(ID_BATCH);
            self.last_id = self.next_id + ID_BATCH;
        }
        self.next_id += 1;
        self.next_id - 1
    }

    /// Appends a task to the ring, or moves half of a full ring to the global queue.
    pub(crate) fn enqueue(&self, task: *mut Task) {
        if !self.queue.push(task) {
            self.sched().global.push_half(&self.queue, task);
        }
    }

    /// Asks the task that runs here to stop.
    pub(crate) fn poison(&self) {
        let task = self.current.load(Ordering::SeqCst);
        if !task.is_null() {
            // SAFETY: tasks stay mapped as long as the program runs; the fields are atomic.
            unsafe { (*task).request_stop() };
        }
    }
}

/// The body of a worker's thread: returns when the program is over. A panic (a bug of ours) ends the program, and is
/// returned.
///
/// # Safety
/// `w` is a worker of a live runtime, and this is its thread.
pub(super) unsafe fn work(w: *mut Worker) -> thread::Result<()> {
    // SAFETY: this thread owns the worker's first group of fields; the others are atomic. The runtime outlives it.
    let sched = unsafe { (*w).sched() };
    // SAFETY: as above.
    let _ = unsafe { (*w).thread.set(thread::current()) };
    // SAFETY: this is the worker's thread.
    let ended = panic::catch_unwind(AssertUnwindSafe(|| unsafe { serve(w, sched) }));
    if ended.is_err() {
        sched.exit(INTERNAL_ERROR);
    }
    sched.thread_ended();
    ended
}

unsafe fn serve(w: *mut Worker, sched: &Sched) {
    // SAFETY: this is the worker's thread.
    unsafe {
        if (*w).idle.load(Ordering::Acquire) {
            sched.stay_idle(w);
        }
    }
    loop {
        if sched.stop_wanted() {
            // SAFETY: this is the worker's thread.
            if !unsafe { sched.safepoint(w) } {
                break;
            }
        }
        // SAFETY: this is the worker's thread.
        let task = unsafe { find(w, sched) };
        if !task.is_null() {
            // SAFETY: the task was taken from a queue, so it is ours.
            unsafe { execute(w, sched, task) };
        }
    }
}

/// Runs `task` until it stops, and deals with how it stopped.
#[inline]
unsafe fn execute(w: *mut Worker, sched: &Sched, task: *mut Task) {
    // SAFETY: this thread owns worker and task.
    let (worker, t) = unsafe { (&*w, &mut *task) };
    t.worker = w;
    t.status.store(Status::Running as u8, Ordering::Relaxed);
    t.preempt.store(0, Ordering::Relaxed);
    t.stack_limit.store(t.stack_hi as u64, Ordering::Relaxed);
    worker.current.store(task, Ordering::Release);
    bump(&worker.switches);
    if sched.stop_wanted() {
        worker.current.store(ptr::null_mut(), Ordering::Release);
        t.set_status(Status::Runnable);
        // SAFETY: this thread owns the field.
        unsafe { (*w).stashed = task };
        return;
    }
    let outcome = worker.runner.resume(task);
    worker.current.store(ptr::null_mut(), Ordering::Release);
    match outcome {
        Outcome::Parked => {}
        // SAFETY: the task is finished and nothing refers to it.
        Outcome::Done => unsafe { finish(w, sched, task) },
        // SAFETY: a task that yielded is ours.
        Outcome::Yield => unsafe { requeue(worker, sched, task) },
        // SAFETY: as above.
        Outcome::Preempted => unsafe {
            if worker.slice_over.load(Ordering::Relaxed) {
                requeue(worker, sched, task);
            } else {
                (*task).set_status(Status::Runnable);
                (*w).stashed = task;
            }
        },
        Outcome::Fatal(what) if session::is_active() => {
            session::report_death(sched, t, &what.0);
            // SAFETY: the task runs no more; it left of its own accord, so that no queue has it.
            unsafe { finish(w, sched, task) }
        }
        // SAFETY: tasks stay mapped.
        Outcome::Fatal(what) => crash::end(sched, unsafe { (*task).id }, &what.0, what.1),
        Outcome::Exit(code) => sched.exit(code),
    }
}

/// Takes back a finished task.
unsafe fn finish(w: *mut Worker, sched: &Sched, task: *mut Task) {
    // SAFETY: this thread owns worker and task.
    unsafe {
        if (*task).id == 1 {
            sched.main_is_gone();
        }
        if (*task).flags.load(Ordering::Relaxed) & FLAG_SYSTEM == 0 {
            count_finished(&*w);
        }
        sched.tasks.give_back(&mut (*w).free_tasks, task);
    }
}

fn count_finished(w: &Worker) {
    w.finished
        .store(w.finished.load(Ordering::Relaxed) + 1, Ordering::Release);
}

/// Takes a task out of the count of goroutines.
///
/// # Safety
/// `task` runs on this thread or has been spawned and not yet started.
pub(crate) unsafe fn make_system(task: *mut Task) {
    // SAFETY: passed on.
    unsafe {
        if (*task).flags.fetch_or(FLAG_SYSTEM, Ordering::Relaxed) & FLAG_SYSTEM == 0 {
            count_finished(&*(*task).worker);
        }
    }
}

/// Puts a task that gave way behind all others.
unsafe fn requeue(worker: &Worker, sched: &Sched, task: *mut Task) {
    // SAFETY: this thread owns the task.
    unsafe { (*task).set_status(Status::Runnable) };
    sched.global.push(task);
    if !worker.queue.is_empty() {
        sched.wake_for_work();
    }
}

/// The next task to run; null if the caller should look at the stop flag again.
#[inline]
unsafe fn find(w: *mut Worker, sched: &Sched) -> *mut Task {
    // SAFETY: this thread owns the worker's private fields.
    let worker = unsafe { &*w };
    if !worker.stashed.is_null() {
        // SAFETY: as above.
        return unsafe { ptr::replace(&raw mut (*w).stashed, ptr::null_mut()) };
    }
    if worker
        .slices
        .load(Ordering::Relaxed)
        .is_multiple_of(GLOBAL_EVERY)
    {
        let t = sched.global.take_share(&worker.queue, sched.procs(), 0);
        if !t.is_null() {
            bump(&worker.slices);
            return t;
        }
    }
    if worker
        .switches
        .load(Ordering::Relaxed)
        .is_multiple_of(TIMERS_EVERY)
        && !worker.timers.is_empty()
    {
        // SAFETY: this is the worker's thread.
        unsafe { worker.timers.run_due(w) };
    }
    if worker.slice_over.load(Ordering::Relaxed) {
        worker.slice_over.store(false, Ordering::Relaxed);
        let next = worker.queue.take_next();
        if !next.is_null() {
            worker.enqueue(next);
        }
        // The slice may have been ended for a timer that nobody else looks after.
        for owner in sched.each_worker() {
            // SAFETY: this is the worker's thread.
            unsafe { owner.timers.run_due(w) };
        }
    } else {
        let next = worker.queue.take_next();
        if !next.is_null() {
            return next;
        }
    }
    bump(&worker.slices);
    let t = worker.queue.pop();
    if !t.is_null() {
        return t;
    }
    // SAFETY: this is the worker's thread.
    unsafe { find_elsewhere(w, sched) }
}

/// Looks beyond the worker's own queue; goes idle when there is nothing.
#[inline(never)]
unsafe fn find_elsewhere(w: *mut Worker, sched: &Sched) -> *mut Task {
    // SAFETY: this thread owns the worker's private fields.
    let worker = unsafe { &*w };
    let t = sched
        .global
        .take_share(&worker.queue, sched.procs(), usize::MAX);
    if !t.is_null() {
        // SAFETY: this is the worker's thread.
        unsafe { sched.stop_spinning(w) };
        return t;
    }
    if !worker.timers.is_empty() {
        // SAFETY: this is the worker's thread.
        unsafe { worker.timers.run_due(w) };
        let t = worker.queue.take_next();
        let t = if t.is_null() { worker.queue.pop() } else { t };
        if !t.is_null() {
            // SAFETY: as above.
            unsafe { sched.stop_spinning(w) };
            return t;
        }
    }
    // SAFETY: this is the worker's thread.
    unsafe {
        let t = sched.steal(w);
        sched.stop_spinning(w);
        if !t.is_null() {
            return t;
        }
        sched.go_idle(w);
    }
    ptr::null_mut()
}

/// Moves everything the worker would run to the global queue.
pub(super) unsafe fn hand_over(w: *mut Worker, sched: &Sched) {
    // SAFETY: this is the worker's thread.
    unsafe {
        let stashed = ptr::replace(&raw mut (*w).stashed, ptr::null_mut());
        if !stashed.is_null() {
            sched.global.push(stashed);
        }
        let queue = &(*w).queue;
        loop {
            let t = queue.take_next();
            let t = if t.is_null() { queue.pop() } else { t };
            if t.is_null() {
                break;
            }
            sched.global.push(t);
        }
        (*w).timers.move_to(&sched.first_worker().timers);
    }
    sched.wake_for_work();
    sched.timer_added(i64::MIN);
}

/// Makes `task` runnable on the worker that runs the caller: it runs next.
///
/// # Safety
/// `w` is the calling thread's worker; the caller took `task` out of the queue it waited in.
#[inline]
pub unsafe fn ready(w: *mut Worker, task: *mut Task) {
    // SAFETY: passed on.
    let worker = unsafe { &*w };
    // SAFETY: the caller owns the task.
    unsafe {
        (*task)
            .status
            .store(Status::Runnable as u8, Ordering::Relaxed)
    };
    let replaced = worker.queue.replace_next(task);
    if !replaced.is_null() {
        worker.enqueue(replaced);
        worker.sched().wake_for_work();
    }
}

/// Makes `task` runnable behind the worker's other tasks.
///
/// # Safety
/// As [`ready`].
pub unsafe fn ready_last(w: *mut Worker, task: *mut Task) {
    // SAFETY: passed on.
    let worker = unsafe { &*w };
    // SAFETY: the caller owns the task.
    unsafe {
        (*task)
            .status
            .store(Status::Runnable as u8, Ordering::Relaxed)
    };
    worker.enqueue(task);
    worker.sched().wake_for_work();
}

/// A fresh task for a `go` statement executed by `parent`. The caller fills `ip`, `fp` and the stack, then calls
/// [`start`]. `None`: out of memory.
///
/// # Safety
/// `parent` runs on this thread.
#[inline]
pub unsafe fn spawn(parent: *mut Task) -> Option<*mut Task> {
    // SAFETY: the parent runs on this thread, which owns its worker.
    unsafe {
        let w = (*parent).worker;
        let task = spawn_on(w)?;
        (*task).parent_id = (*parent).id;
        (*task).created_by = (*parent).ip;
        Some(task)
    }
}

/// [`spawn`] for a goroutine that no other one starts.
///
/// # Safety
/// `w` is the calling thread's worker.
pub(crate) unsafe fn spawn_on(w: *mut Worker) -> Option<*mut Task> {
    // SAFETY: this thread owns the worker.
    unsafe {
        let sched = (*w).sched();
        let task = sched.tasks.take(&mut (*w).free_tasks)?;
        let t = &mut *task;
        t.id = (*w).new_id();
        t.worker = w;
        let program = sched.program();
        t.globals = program.globals;
        t.vm = program.vm;
        t.parent_id = 0;
        t.created_by = ptr::null();
        Some(task)
    }
}

/// Starts a goroutine that is neither counted nor shown and calls the func value `func`. False: no memory.
///
/// # Safety
/// `w` is the calling thread's worker; `func` is a func value without parameters.
pub(crate) unsafe fn spawn_system(w: *mut Worker, func: *mut u8) -> bool {
    // SAFETY: passed on; the task is ours until it is started.
    unsafe {
        let Some(task) = spawn_on(w) else {
            return false;
        };
        (*w).runner.prepare(task, func);
        make_system(task);
        start(w, task);
    }
    true
}

/// Makes a spawned task runnable.
///
/// # Safety
/// `w` is the calling thread's worker; the task came from [`spawn`] and is filled.
#[inline]
pub unsafe fn start(w: *mut Worker, task: *mut Task) {
    // SAFETY: passed on.
    unsafe {
        let started = &(*w).started;
        started.store(started.load(Ordering::Relaxed) + 1, Ordering::Release);
        (*w).sched().ensure_monitor();
        sched::ready(w, task);
    }
}
