//! Run queues: a ring with a run-next slot per worker, and one global list.
//!
//! Only the owner appends to its ring and writes `tail`; owner and thieves take from `head` by compare-and-swap. A
//! thief copies up to half of the ring before it claims it: if the claim fails, what it copied is void.

use std::array;
use std::ptr;
use std::sync::atomic::{AtomicPtr, AtomicU32, AtomicUsize, Ordering};

use super::lock::SpinLock;
use crate::task::Task;

/// Tasks a ring can hold.
pub const RING: u32 = 256;

/// A worker's own queue.
pub struct RunQueue {
    /// The task to run next, before those in the ring; it shares the current task's time slice.
    next: AtomicPtr<Task>,
    head: AtomicU32,
    tail: AtomicU32,
    ring: [AtomicPtr<Task>; RING as usize],
}

impl RunQueue {
    /// An empty queue.
    pub fn new() -> Self {
        RunQueue {
            next: AtomicPtr::new(ptr::null_mut()),
            head: AtomicU32::new(0),
            tail: AtomicU32::new(0),
            ring: array::from_fn(|_| AtomicPtr::new(ptr::null_mut())),
        }
    }

    /// Owner: makes `task` the next one and returns the one it replaces (or null).
    #[inline]
    pub fn replace_next(&self, task: *mut Task) -> *mut Task {
        if self.next.load(Ordering::Relaxed).is_null() {
            // Thieves only ever take from the slot, so an empty slot stays empty until the owner fills it.
            self.next.store(task, Ordering::Release);
            return ptr::null_mut();
        }
        self.next.swap(task, Ordering::AcqRel)
    }

    /// Owner or thief: takes the task in the run-next slot (or null).
    #[inline]
    pub fn take_next(&self) -> *mut Task {
        if self.next.load(Ordering::Relaxed).is_null() {
            return ptr::null_mut();
        }
        self.next.swap(ptr::null_mut(), Ordering::AcqRel)
    }

    /// Whether the run-next slot is filled.
    pub fn has_next(&self) -> bool {
        !self.next.load(Ordering::Relaxed).is_null()
    }

    /// Owner: appends to the ring. False if it is full.
    #[inline]
    pub fn push(&self, task: *mut Task) -> bool {
        let tail = self.tail.load(Ordering::Relaxed);
        let head = self.head.load(Ordering::Acquire);
        if tail.wrapping_sub(head) >= RING {
            return false;
        }
        self.ring[(tail % RING) as usize].store(task, Ordering::Relaxed);
        self.tail.store(tail.wrapping_add(1), Ordering::Release);
        true
    }

    /// Owner: takes the oldest task of the ring (or null).
    #[inline]
    pub fn pop(&self) -> *mut Task {
        loop {
            let head = self.head.load(Ordering::Acquire);
            let tail = self.tail.load(Ordering::Relaxed);
            if head == tail {
                return ptr::null_mut();
            }
            let task = self.ring[(head % RING) as usize].load(Ordering::Relaxed);
            let claim = self.head.compare_exchange_weak(
                head,
                head.wrapping_add(1),
                Ordering::AcqRel,
                Ordering::Relaxed,
            );
            if claim.is_ok() {
                return task;
            }
        }
    }

    /// Number of tasks in the ring; a snapshot.
    pub fn ring_len(&self) -> usize {
        let head = self.head.load(Ordering::Acquire);
        let tail = self.tail.load(Ordering::Acquire);
        let n = tail.wrapping_sub(head);
        if n > RING { 0 } else { n as usize }
    }

    /// Whether nothing is queued; a snapshot.
    pub fn is_empty(&self) -> bool {
        self.ring_len() == 0 && !self.has_next()
    }

    /// Thief: moves half of this ring into `into` (whose owner is the caller and whose ring is empty), returning one
    /// of the tasks to run at once (or null).
    pub fn steal_half(&self, into: &RunQueue) -> *mut Task {
        loop {
            let head = self.head.load(Ordering::Acquire);
            let tail = self.tail.load(Ordering::Acquire);
            let n = tail.wrapping_sub(head);
            if n > RING {
                continue;
            }
            let n = n - n / 2;
            if n == 0 {
                return ptr::null_mut();
            }
            let at = into.tail.load(Ordering::Relaxed);
            for i in 0..n {
                let task =
                    self.ring[(head.wrapping_add(i) % RING) as usize].load(Ordering::Relaxed);
                into.ring[(at.wrapping_add(i) % RING) as usize].store(task, Ordering::Relaxed);
            }
            let claim = self.head.compare_exchange(
                head,
                head.wrapping_add(n),
                Ordering::AcqRel,
                Ordering::Relaxed,
            );
            if claim.is_err() {
                continue;
            }
            let last = into.ring[(at.wrapping_add(n - 1) % RING) as usize].load(Ordering::Relaxed);
            into.tail.store(at.wrapping_add(n - 1), Ordering::Release);
            return last;
        }
    }
}

impl Default for RunQueue {
    fn default() -> Self {
        Self::new()
    }
}

/// A list of tasks linked through `Task::link`.
pub struct TaskList {
    head: *mut Task,
    tail: *mut Task,
    len: usize,
}

// SAFETY: listed tasks belong to whoever holds the list.
unsafe impl Send for TaskList {}

impl TaskList {
    /// The empty list.
    pub const fn new() -> Self {
        TaskList {
            head: ptr::null_mut(),
            tail: ptr::null_mut(),
            len: 0,
        }
    }

    /// Number of tasks.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Appends a task that is in no other list.
    pub fn push(&mut self, task: *mut Task) {
        // SAFETY: the caller owns the task until it is in the list.
        unsafe { (*task).link = ptr::null_mut() };
        if self.tail.is_null() {
            self.head = task;
        } else {
            // SAFETY: the tail is in this list.
            unsafe { (*self.tail).link = task };
        }
        self.tail = task;
        self.len += 1;
    }

    /// Takes the oldest task (or null).
    pub fn pop(&mut self) -> *mut Task {
        let task = self.head;
        if task.is_null() {
            return task;
        }
        // SAFETY: the head is in this list.
        self.head = unsafe { (*task).link };
        if self.head.is_null() {
            self.tail = ptr::null_mut();
        }
        self.len -= 1;
        task
    }
}

impl Default for TaskList {
    fn default() -> Self {
        Self::new()
    }
}

/// The queue that all workers share: overflow of the rings, tasks woken from outside, preempted tasks.
pub struct GlobalQueue {
    list: SpinLock<TaskList>,
    len: AtomicUsize,
}

impl GlobalQueue {
    /// An empty queue.
    pub const fn new() -> Self {
        GlobalQueue {
            list: SpinLock::new(TaskList::new()),
            len: AtomicUsize::new(0),
        }
    }

    /// Number of tasks; a snapshot.
    #[inline]
    pub fn len(&self) -> usize {
        self.len.load(Ordering::Relaxed)
    }

    /// Whether it is empty; a snapshot.
    #[inline]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Appends one task.
    pub fn push(&self, task: *mut Task) {
        let mut list = self.list.lock();
        list.push(task);
        self.len.store(list.len(), Ordering::Release);
    }

    /// Appends a worker's overflow: half its ring and the task that did not fit.
    pub fn push_half(&self, queue: &RunQueue, task: *mut Task) {
        let mut list = self.list.lock();
        for _ in 0..RING / 2 {
            let t = queue.pop();
            if t.is_null() {
                break;
            }
            list.push(t);
        }
        list.push(task);
        self.len.store(list.len(), Ordering::Release);
    }

    /// Takes one task to run, and moves a fair share of the rest to `into`'s ring.
    pub fn take_share(&self, into: &RunQueue, workers: usize, max: usize) -> *mut Task {
        if self.is_empty() {
            return ptr::null_mut();
        }
        let mut list = self.list.lock();
        let first = list.pop();
        let share = (list.len() / workers.max(1))
            .min(max)
            .min(RING as usize / 2);
        for _ in 0..share {
            let t = list.pop();
            if t.is_null() {
                break;
            }
            if !into.push(t) {
                list.push(t);
                break;
            }
        }
        self.len.store(list.len(), Ordering::Release);
        first
    }
}

impl Default for GlobalQueue {
    fn default() -> Self {
        Self::new()
    }
}
