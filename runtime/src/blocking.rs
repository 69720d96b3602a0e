//! Calls that block the thread, run by a pool of threads so that no worker is held up.
//!
//! The task is parked before the call is handed over; the call's thread delivers what came out and makes the task
//! runnable. It may write into the task's slots and into memory that the task keeps alive (objects do not move), but
//! it never allocates in the collected heap: what needs that is left as mail for a native that is run again.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

use crossbeam_channel::{Receiver, RecvTimeoutError, Sender, unbounded};

use parking_lot::Mutex;

use crate::sched::Sched;
use crate::task::{Task, WaitReason};

/// Most threads of the pool.
const MAX_THREADS: usize = 512;
/// How long a thread waits for another call before it ends.
const LINGER: Duration = Duration::from_secs(5);

/// The parked task a blocking call works for.
pub struct Delivery {
    task: *mut Task,
}

// SAFETY: the task is parked and belongs to the call until it is made runnable.
unsafe impl Send for Delivery {}

impl Delivery {
    /// Stores a result slot, counted from the start of the task's stack.
    pub fn set_slot(&mut self, slot: u32, value: u64) {
        // SAFETY: the task is parked and owned by the call; the native named a slot of its own window.
        unsafe { *(*self.task).slot(slot) = value };
    }

    /// Leaves something for the native, which is run again.
    pub fn put_mail<T: Send + 'static>(&mut self, mail: T) {
        // SAFETY: the task is parked and owned by the call.
        unsafe { (*self.task).put_mail(Box::new(mail)) };
    }
}

struct Call {
    work: Box<dyn FnOnce(&mut Delivery) + Send>,
    delivery: Delivery,
    sched: *const Sched,
}

// SAFETY: the scheduler outlives the call: it counts as in flight, so the program is not over by itself; when the
// program ends with calls in flight, their threads wait for `Pool::closed` before they touch the scheduler.
unsafe impl Send for Call {}

/// The pool of one program.
pub struct BlockingPool {
    queue: OnceLock<(Sender<Call>, Receiver<Call>)>,
    in_flight: AtomicUsize,
    shared: std::sync::Arc<Shared>,
}

#[derive(Default)]
struct Shared {
    counts: Mutex<Counts>,
    /// Held while a thread delivers, and set when the scheduler is going away.
    closed: Mutex<bool>,
}

/// Every queued call is either reserved for a thread, or counted in `unserved`.
#[derive(Default)]
struct Counts {
    threads: usize,
    /// Threads that wait for a call and for which none is queued.
    free: usize,
    /// Calls queued beyond what the threads can take.
    unserved: usize,
}

impl Counts {
    /// Finds a thread for a call that is about to be queued. True if one has to be started.
    fn reserve(&mut self) -> bool {
        if self.free > 0 {
            self.free -= 1;
            false
        } else if self.threads < MAX_THREADS {
            self.threads += 1;
            true
        } else {
            self.unserved += 1;
            false
        }
    }

    /// A thread is done with its call.
    fn finish(&mut self) {
        if self.unserved > 0 {
            self.unserved -= 1;
        } else {
            self.free += 1;
        }
    }
}

impl BlockingPool {
    /// A pool without threads.
    pub fn new() -> Self {
        BlockingPool {
            queue: OnceLock::new(),
            in_flight: AtomicUsize::new(0),
            shared: Default::default(),
        }
    }

    /// Calls that have not made their task runnable yet.
    pub fn in_flight(&self) -> usize {
        self.in_flight.load(Ordering::SeqCst)
    }

    /// Makes calls count that did not, or the other way round.
    pub(crate) fn count(&self, more: isize) {
        self.in_flight.fetch_add(more as usize, Ordering::SeqCst);
    }

    /// No call delivers anything from now on.
    pub(crate) fn close(&self) {
        *self.shared.closed.lock() = true;
    }

    fn submit(&self, call: Call) {
        self.in_flight.fetch_add(1, Ordering::SeqCst);
        let (sender, receiver) = self.queue.get_or_init(unbounded);
        if self.shared.counts.lock().reserve() {
            let (receiver, shared) = (receiver.clone(), self.shared.clone());
            let body = move || serve(&receiver, &shared);
            if thread::Builder::new()
                .name("blocking".into())
                .spawn(body)
                .is_err()
            {
                let mut counts = self.shared.counts.lock();
                counts.threads -= 1;
                counts.unserved += 1;
            }
        }
        // The receiver lives in the same cell, so the channel cannot be closed.
        let _ = sender.send(call);
    }
}

impl Default for BlockingPool {
    fn default() -> Self {
        Self::new()
    }
}

/// The body of a thread. It was started for a call that is already queued, or about to be.
fn serve(receiver: &Receiver<Call>, shared: &Shared) {
    loop {
        let mut call = match receiver.recv_timeout(LINGER) {
            Ok(call) => call,
            Err(RecvTimeoutError::Timeout) => {
                let mut counts = shared.counts.lock();
                if counts.free == 0 {
                    continue;
                }
                counts.free -= 1;
                counts.threads -= 1;
                return;
            }
            Err(RecvTimeoutError::Disconnected) => return,
        };
        (call.work)(&mut call.delivery);
        // Before the task runs again, since it may well have another call at once.
        shared.counts.lock().finish();
        let closed = shared.closed.lock();
        if *closed {
            return;
        }
        // SAFETY: the pool is not closed, so the scheduler is alive while `closed` is held.
        let sched = unsafe { &*call.sched };
        // SAFETY: the task was parked for this call.
        unsafe { sched.inject(call.delivery.task) };
        let before = sched.blocking.in_flight.fetch_sub(1, Ordering::SeqCst);
        drop(closed);
        if before == 1 && crate::session::is_active() {
            sched.look_for_deadlock();
        }
    }
}

/// Parks `task` and runs `work` on the pool; the task becomes runnable when it returns.
///
/// # Safety
/// `task` runs on this thread, with its state saved; it must not be touched after this call. `work` touches only
/// memory that the task keeps alive.
pub unsafe fn submit(
    task: *mut Task,
    reason: WaitReason,
    work: Box<dyn FnOnce(&mut Delivery) + Send>,
) {
    // SAFETY: the task runs on this thread until it is handed over.
    unsafe {
        let sched: *const Sched = (*(*task).worker).sched();
        (*task).set_waiting(reason);
        (*sched).blocking.submit(Call {
            work,
            delivery: Delivery { task },
            sched,
        });
    }
}
