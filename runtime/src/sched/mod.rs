//! The scheduler: goroutines (tasks) on workers.
//!
//! [`worker`] is the loop that runs tasks, [`queue`] the run queues, [`idle`] how workers steal, sleep and are woken,
//! [`stop`] how the world is stopped, [`monitor`] the thread that ends time slices, [`roots`] what the collector
//! starts from.
//!
//! Lock order: a channel's lock, a semaphore bucket or a timer's lock may be held when a run queue's lock or
//! `Sched::park` is taken, never the other way round. No lock is held while Go code runs.

mod idle;
pub mod lock;
mod monitor;
pub(crate) mod queue;
mod roots;
mod stop;
#[cfg(test)]
mod tests;
pub mod worker;

use std::panic;
use std::ptr;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, AtomicI64, AtomicPtr, AtomicU64, AtomicUsize, Ordering};
use std::time::Duration;

use parking_lot::{Condvar, Mutex};

use crate::blocking::BlockingPool;
use crate::crash::{self, Traceback};
use crate::explain::{self, Wait};
use crate::heap::{Heap, RootSource};
use crate::host;
use crate::sema::SemaTable;
use crate::signals;
use crate::task::{Status, Task, TaskRunner, TaskTable};
use crate::{Config, Runtime};
use queue::GlobalQueue;
use worker::Worker;

pub use stop::StopCall;
pub use worker::{ready, ready_last, spawn, start};

/// Most workers there can be.
pub const MAX_WORKERS: usize = 256;

/// What the scheduler has to know about the program it runs.
pub struct Program {
    /// Runs tasks.
    pub runner: &'static dyn TaskRunner,
    /// Base of the package variables.
    pub globals: *mut u8,
    /// Their size in bytes; scanned by the collector word by word.
    pub globals_size: &'static AtomicUsize,
    /// The VM's state, copied into every task.
    pub vm: *const (),
    /// Further roots.
    pub roots: Option<&'static dyn RootSource>,
    /// The process ends with the program: do not wait for other workers to stop.
    pub exit_process: bool,
}

// SAFETY: the pointers are only passed on; what they point to is shared by all workers by design.
unsafe impl Send for Program {}
// SAFETY: as above.
unsafe impl Sync for Program {}

/// The scheduler's state within a [`Runtime`].
pub struct Sched {
    /// All tasks.
    pub tasks: TaskTable,
    /// Semaphores' waiters.
    pub sema: SemaTable,
    /// Threads for calls that block.
    pub blocking: BlockingPool,
    pub(crate) global: GlobalQueue,
    workers: Box<[AtomicPtr<Worker>]>,
    /// Workers created so far occupy the table's first `created` places.
    created: AtomicUsize,
    procs: AtomicUsize,
    seed: u64,
    program: OnceLock<Program>,
    ids: AtomicU64,
    main_gone: AtomicBool,
    monitor_on: AtomicBool,
    monitor: monitor::Monitor,

    /// Mirrors of what `park` guards, for reading without it.
    idle_count: AtomicUsize,
    spinning: AtomicUsize,
    stop_flag: AtomicBool,
    over: AtomicBool,
    /// A fatal message is being written: no second one.
    ending: AtomicBool,
    /// When the idle worker that keeps the time will wake up by itself; `i64::MAX`: nobody does.
    keeper_until: AtomicI64,
    park: Mutex<idle::Park>,
    changed: Condvar,
    /// The goroutine that waits for finalizers to run.
    finalizer_task: AtomicPtr<Task>,
    finalizers_ready: AtomicBool,
    finalizers_started: AtomicBool,
    /// Things outside that may wake a goroutine: while there are any, there is no deadlock.
    external: AtomicUsize,
}

impl Sched {
    /// A scheduler at rest.
    pub fn new(config: &Config) -> Sched {
        Sched {
            tasks: TaskTable::new(),
            sema: SemaTable::new(),
            blocking: BlockingPool::new(),
            global: GlobalQueue::new(),
            workers: (0..MAX_WORKERS)
                .map(|_| AtomicPtr::new(ptr::null_mut()))
                .collect(),
            created: AtomicUsize::new(0),
            procs: AtomicUsize::new(config.workers.clamp(1, MAX_WORKERS)),
            seed: config.seed,
            program: OnceLock::new(),
            ids: AtomicU64::new(2),
            main_gone: AtomicBool::new(false),
            monitor_on: AtomicBool::new(false),
            monitor: monitor::Monitor::new(),
            idle_count: AtomicUsize::new(0),
            spinning: AtomicUsize::new(0),
            stop_flag: AtomicBool::new(false),
            over: AtomicBool::new(false),
            ending: AtomicBool::new(false),
            keeper_until: AtomicI64::new(i64::MAX),
            park: Mutex::new(idle::Park::new()),
            changed: Condvar::new(),
            finalizer_task: AtomicPtr::new(ptr::null_mut()),
            finalizers_ready: AtomicBool::new(false),
            finalizers_started: AtomicBool::new(false),
            external: AtomicUsize::new(0),
        }
    }

    /// GOMAXPROCS.
    #[inline]
    pub fn procs(&self) -> usize {
        self.procs.load(Ordering::Relaxed)
    }

    /// The program being run.
    pub fn program(&self) -> &Program {
        self.program.get().expect("`run` sets the program first")
    }

    /// `runtime.NumGoroutine`.
    pub fn num_goroutine(&self) -> usize {
        // A task is started before it finishes: reading the finished ones first never undercounts.
        let finished: u64 = self
            .each_worker()
            .map(|w| w.finished.load(Ordering::Acquire))
            .sum();
        let started: u64 = self
            .each_worker()
            .map(|w| w.started.load(Ordering::Acquire))
            .sum();
        started.saturating_sub(finished) as usize
    }

    /// Counts something outside that may wake a goroutine (a signal channel, say).
    pub fn hold_open(&self) {
        self.external.fetch_add(1, Ordering::SeqCst);
    }

    /// Undoes [`Sched::hold_open`].
    pub fn release_open(&self) {
        self.external.fetch_sub(1, Ordering::SeqCst);
    }

    /// The workers that exist.
    pub(crate) fn each_worker(&self) -> impl Iterator<Item = &Worker> {
        let n = self.created.load(Ordering::Acquire);
        self.workers[..n].iter().map(|w| {
            // SAFETY: workers live as long as the scheduler; places below `created` are filled. What is reached through
            // the shared reference from other threads is atomic.
            unsafe { &*w.load(Ordering::Acquire) }
        })
    }

    /// The heap of the runtime that this is a part of.
    pub(crate) fn heap(&self) -> &Heap {
        // SAFETY: the runtime outlives its scheduler's run.
        unsafe { &(*self.first_worker().rt).heap }
    }

    /// The worker that always takes part.
    pub(crate) fn first_worker(&self) -> &Worker {
        // SAFETY: `run` creates it before anything else; it lives as long as the scheduler.
        unsafe { &*self.worker_at(0) }
    }

    fn worker_at(&self, index: usize) -> *mut Worker {
        self.workers[index].load(Ordering::Acquire)
    }

    fn next_ids(&self, n: u64) -> u64 {
        self.ids.fetch_add(n, Ordering::Relaxed)
    }

    fn main_is_gone(&self) {
        self.main_gone.store(true, Ordering::Relaxed);
    }

    /// Ends the program with a message on standard error.
    pub fn fatal(&self, text: &str, code: i32) {
        self.fatal_with(text, code, Vec::new);
    }

    /// [`Sched::fatal`] for goroutines that wait for ever.
    pub(crate) fn fatal_with(&self, text: &str, code: i32, waits: impl FnOnce() -> Vec<Wait>) {
        if !self.ending.swap(true, Ordering::SeqCst) {
            if let Some(preface) = explain::preface(text, waits) {
                host::write_stderr(preface.as_bytes());
            }
            host::write_stderr(text.as_bytes());
            if crash::level() == Traceback::Crash && self.program().exit_process {
                host::die_of(libc::SIGABRT);
            }
            self.exit(code);
        }
    }

    /// Ends the program.
    pub fn exit(&self, code: i32) {
        if self.program().exit_process {
            host::exit_now(code);
        }
        {
            let mut park = self.park.lock();
            park.exit.get_or_insert(code);
            self.over.store(true, Ordering::SeqCst);
            self.stop_flag.store(true, Ordering::SeqCst);
        }
        self.changed.notify_all();
        self.unpark_all();
        self.poison_all();
        self.monitor.wake();
        self.blocking.close();
    }

    fn is_over(&self) -> bool {
        self.over.load(Ordering::Relaxed)
    }

    /// Calls `f` with every task, the system's own included.
    ///
    /// # Safety
    /// The world is stopped.
    pub unsafe fn each_task(&self, f: impl FnMut(*mut Task)) {
        self.tasks.for_each(f);
    }

    /// Wakes the task if it sleeps.
    pub(crate) fn end_sleep(&self, task: *const Task) {
        if self.each_worker().any(|w| w.timers.hasten(task)) {
            self.timer_added(0);
        }
    }

    /// Makes all running tasks look up at their next call or loop.
    pub(crate) fn poison_all(&self) {
        for w in self.each_worker() {
            w.poison();
        }
    }

    fn thread_started(&self) {
        self.park.lock().threads += 1;
    }

    fn thread_ended(&self) {
        self.park.lock().threads -= 1;
        self.changed.notify_all();
    }
}

impl Drop for Sched {
    fn drop(&mut self) {
        for place in &self.workers {
            let w = place.load(Ordering::Relaxed);
            if !w.is_null() {
                // SAFETY: made by `Box::into_raw`; all threads have ended.
                drop(unsafe { Box::from_raw(w) });
            }
        }
    }
}

/// Runs a program to its end on this thread and `GOMAXPROCS - 1` others, and returns its exit code. `setup` fills
/// the main goroutine's task.
///
/// The runtime must stay where it is and outlive the call; with `exit_process` the call does not return.
pub fn run(rt: &Runtime, program: Program, setup: impl FnOnce(*mut Task)) -> i32 {
    let sched = &rt.sched;
    let runner = program.runner;
    assert!(
        sched.program.set(program).is_ok(),
        "a runtime runs one program"
    );
    rt.heap
        .set_request_hook(stop::on_gc_wanted, ptr::from_ref(sched).cast_mut().cast());
    rt.heap.set_ready_hook(
        stop::on_finalizers_ready,
        ptr::from_ref(sched).cast_mut().cast(),
    );
    if sched.program().exit_process {
        // SAFETY: the process ends with the program, so the scheduler lives as long as anything.
        signals::install(unsafe { &*ptr::from_ref(sched) });
    }
    let w = sched.create_worker(rt, runner);
    {
        let mut park = sched.park.lock();
        park.set_procs(sched, sched.procs());
        park.threads = 1;
    }
    // SAFETY: this thread is the first worker's; the task is ours until it is queued.
    let ended = unsafe {
        let task = worker::spawn_on(w).expect("the first task needs little memory");
        (*task).id = 1;
        (*task).set_status(Status::Runnable);
        setup(task);
        (*w).started.store(1, Ordering::Release);
        (*w).enqueue(task);
        (*w).idle.store(false, Ordering::Relaxed);
        (*w).has_thread.store(true, Ordering::Relaxed);
        worker::work(w)
    };
    let mut park = sched.park.lock();
    while park.threads > 0 {
        sched
            .changed
            .wait_for(&mut park, Duration::from_millis(100));
    }
    if let Err(bug) = ended {
        drop(park);
        panic::resume_unwind(bug);
    }
    park.exit.unwrap_or(0)
}
