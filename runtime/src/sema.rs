//! Semaphores by address: what Go's `sync` is built on.
//!
//! A semaphore is a `uint32` in Go memory. Goroutines that wait for it are queued in a bucket chosen by the address;
//! within a bucket there is a list of roots, one per address (linked through `prev`), each the head of that address's
//! queue (linked through `next`, with `tail` in the root). A release hands its unit straight to the first waiter, so
//! a resumed task has acquired.

use std::mem::offset_of;
use std::ptr;
use std::sync::atomic::{AtomicI32, AtomicU32, AtomicU64, AtomicUsize, Ordering};

use crate::chan::ChanResult;
use crate::mutex::Mutex;
use crate::sched::lock::SpinLock;
use crate::sched::worker::Worker;
use crate::sched::{self, Sched};
use crate::session;
use crate::task::{Task, WaitReason, Waiter};

const BUCKETS: usize = 256;

/// All semaphores' waiters.
pub struct SemaTable {
    buckets: Box<[Bucket]>,
}

#[repr(align(64))]
struct Bucket {
    roots: SpinLock<Roots>,
    /// Waiters in this bucket, readable without the lock.
    waiting: AtomicUsize,
}

struct Roots {
    first: *mut Waiter,
}

// SAFETY: the waiters are touched under the bucket's lock only.
unsafe impl Send for Roots {}

impl SemaTable {
    /// A table without waiters.
    pub fn new() -> Self {
        let bucket = |_| Bucket {
            roots: SpinLock::new(Roots {
                first: ptr::null_mut(),
            }),
            waiting: AtomicUsize::new(0),
        };
        SemaTable {
            buckets: (0..BUCKETS).map(bucket).collect(),
        }
    }

    fn bucket(&self, addr: usize) -> &Bucket {
        let h = (addr >> 3).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 56;
        &self.buckets[h % BUCKETS]
    }
}

impl Default for SemaTable {
    fn default() -> Self {
        Self::new()
    }
}

impl Roots {
    /// The root for `key` and its predecessor in the list of roots.
    unsafe fn find(&self, key: usize) -> (*mut Waiter, *mut Waiter) {
        let mut before = ptr::null_mut();
        let mut root = self.first;
        // SAFETY: listed waiters belong to parked tasks.
        unsafe {
            while !root.is_null() && (*root).key != key {
                before = root;
                root = (*root).prev;
            }
        }
        (before, root)
    }

    /// Puts `new` (or null) where `root` is in the list of roots.
    unsafe fn replace(&mut self, before: *mut Waiter, new: *mut Waiter) {
        if before.is_null() {
            self.first = new;
        } else {
            // SAFETY: `before` is in the list.
            unsafe { (*before).prev = new };
        }
    }

    unsafe fn enqueue(&mut self, w: *mut Waiter, lifo: bool) {
        // SAFETY: the caller owns the waiter; listed waiters belong to parked tasks.
        unsafe {
            let (before, root) = self.find((*w).key);
            (*w).next = ptr::null_mut();
            if root.is_null() {
                (*w).tail = w;
                (*w).prev = self.first;
                self.first = w;
            } else if lifo {
                (*w).next = root;
                (*w).tail = (*root).tail;
                (*w).prev = (*root).prev;
                self.replace(before, w);
            } else {
                (*(*root).tail).next = w;
                (*root).tail = w;
            }
        }
    }

    /// Takes `w` out of its queue; false if it is in none.
    unsafe fn remove(&mut self, w: *mut Waiter) -> bool {
        // SAFETY: listed waiters belong to parked tasks.
        unsafe {
            let (_, root) = self.find((*w).key);
            if root == w {
                return !self.dequeue((*w).key).is_null();
            }
            let mut before = root;
            while !before.is_null() && (*before).next != w {
                before = (*before).next;
            }
            if before.is_null() {
                return false;
            }
            (*before).next = (*w).next;
            if (*root).tail == w {
                (*root).tail = before;
            }
            (*w).next = ptr::null_mut();
            true
        }
    }

    unsafe fn dequeue(&mut self, key: usize) -> *mut Waiter {
        // SAFETY: listed waiters belong to parked tasks.
        unsafe {
            let (before, root) = self.find(key);
            if root.is_null() {
                return root;
            }
            let next = (*root).next;
            if next.is_null() {
                self.replace(before, (*root).prev);
            } else {
                (*next).tail = (*root).tail;
                (*next).prev = (*root).prev;
                self.replace(before, next);
            }
            (*root).next = ptr::null_mut();
            root
        }
    }
}

/// Takes a unit if there is one.
fn try_acquire(sema: &AtomicU32) -> bool {
    let mut n = sema.load(Ordering::Relaxed);
    while n > 0 {
        match sema.compare_exchange_weak(n, n - 1, Ordering::Acquire, Ordering::Relaxed) {
            Ok(_) => return true,
            Err(now) => n = now,
        }
    }
    false
}

/// Acquires the semaphore at `addr`, parking at the end of its queue (or at the front if `lifo`). A resumed task has
/// acquired it.
///
/// # Safety
/// `task` runs on this thread; `addr` is an aligned `uint32` that the task keeps alive.
pub unsafe fn acquire(
    task: *mut Task,
    addr: *const u32,
    lifo: bool,
    reason: WaitReason,
) -> ChanResult {
    // SAFETY: the caller vouches for `addr`; other goroutines use it atomically.
    let sema = unsafe { &*addr.cast::<AtomicU32>() };
    if try_acquire(sema) {
        return ChanResult::Done;
    }
    // SAFETY: the task runs on this thread.
    unsafe {
        let sched = (*(*task).worker).sched();
        let bucket = sched.sema.bucket(addr as usize);
        let mut roots = bucket.roots.lock();
        // Count first, then look again: a release adds its unit first and then looks at the count.
        bucket.waiting.fetch_add(1, Ordering::SeqCst);
        if try_acquire(sema) {
            bucket.waiting.fetch_sub(1, Ordering::SeqCst);
            return ChanResult::Done;
        }
        let w = &raw mut (*task).waiter;
        (*w).task = task;
        (*w).key = addr as usize;
        (*task).set_waiting(reason);
        roots.enqueue(w, lifo);
    }
    ChanResult::Park
}

/// Releases the semaphore at `addr`: its first waiter has acquired it and becomes runnable, or else the count goes
/// up. Returns whether anyone was woken; a releaser that hands over yields then.
///
/// # Safety
/// As [`acquire`].
pub unsafe fn release(task: *mut Task, addr: *const u32) -> bool {
    // SAFETY: the caller vouches for `addr`.
    let sema = unsafe { &*addr.cast::<AtomicU32>() };
    // SAFETY: the task runs on this thread.
    unsafe {
        let w = (*task).worker;
        let bucket = (*w).sched().sema.bucket(addr as usize);
        if bucket.waiting.load(Ordering::SeqCst) != 0 && wake_first(w, bucket, addr as usize, None)
        {
            return true;
        }
        sema.fetch_add(1, Ordering::SeqCst);
        // A waiter that queued itself meanwhile may have looked at the count before it went up.
        bucket.waiting.load(Ordering::SeqCst) != 0
            && wake_first(w, bucket, addr as usize, Some(sema))
    }
}

/// Gives a unit to the first waiter: one that was never counted, or one taken out of `counted` again. False if there
/// is no waiter, or no unit any more (then whoever took it will release it).
unsafe fn wake_first(
    w: *mut Worker,
    bucket: &Bucket,
    key: usize,
    counted: Option<&AtomicU32>,
) -> bool {
    // SAFETY: listed waiters belong to parked tasks; `w` is this thread's worker.
    unsafe {
        let woken = {
            let mut roots = bucket.roots.lock();
            let (_, root) = roots.find(key);
            if root.is_null() || counted.is_some_and(|sema| !try_acquire(sema)) {
                return false;
            }
            bucket.waiting.fetch_sub(1, Ordering::SeqCst);
            (*roots.dequeue(key)).task
        };
        sched::ready(w, woken);
    }
    true
}

/// Takes a task that waits for a semaphore out of the queue; false if it is in none. `left` then undoes what its
/// waiting has changed around the semaphore, whose address it gets.
///
/// # Safety
/// The world is stopped; the task waits for a semaphore to which `left` applies.
pub(crate) unsafe fn leave_queue(
    sched: &Sched,
    task: *mut Task,
    left: unsafe fn(sema: usize),
) -> bool {
    // SAFETY: listed waiters belong to parked tasks; the task keeps the semaphore alive.
    unsafe {
        let w = &raw mut (*task).waiter;
        let bucket = sched.sema.bucket((*w).key);
        let mut roots = bucket.roots.lock();
        if !roots.remove(w) {
            return false;
        }
        bucket.waiting.fetch_sub(1, Ordering::SeqCst);
        left((*w).key);
    }
    true
}

/// A `sync.WaitGroup` in Go memory.
#[repr(C)]
pub struct WaitGroup {
    /// Counter in the upper half, waiters in the lower.
    pub state: AtomicU64,
    /// What waiters wait for.
    pub sema: u32,
}

/// A `sync.RWMutex` in Go memory.
#[repr(C)]
pub struct RwMutex {
    /// What writers lock first.
    pub writer: Mutex,
    /// A writer waits for it until the readers have left.
    pub writer_sema: u32,
    /// Readers wait for it until the writer has left.
    pub reader_sema: u32,
    /// Readers; the writer takes [`MAX_READERS`] off.
    pub readers: AtomicI32,
    /// Readers that the writer waits for.
    pub leaving: AtomicI32,
}

/// Readers there can be.
pub const MAX_READERS: i32 = 1 << 30;

/// The group's waiter at the semaphore does not wait any more.
///
/// # Safety
/// The semaphore is that of a live group.
pub(crate) unsafe fn group_waiter_is_gone(sema: usize) {
    // SAFETY: passed on.
    let group = unsafe { &*((sema - offset_of!(WaitGroup, sema)) as *const WaitGroup) };
    group.state.fetch_sub(1, Ordering::AcqRel);
}

/// The reader at the semaphore does not wait any more: it came after the writer, which does not wait for it.
///
/// # Safety
/// The semaphore is the readers' of a live RWMutex.
pub(crate) unsafe fn reader_is_gone(sema: usize) {
    // SAFETY: passed on.
    let rw = unsafe { &*((sema - offset_of!(RwMutex, reader_sema)) as *const RwMutex) };
    rw.readers.fetch_sub(1, Ordering::AcqRel);
}

/// Takes a task that waits until the readers of an RWMutex have left out of the queue; false if it is in none. Readers
/// are free to come again. Its waiting results in the number of those that wait to be let in, plus one.
///
/// # Safety
/// The world is stopped; the task waits for a writer's semaphore.
pub(crate) unsafe fn leave_as_writer(sched: &Sched, task: *mut Task) -> bool {
    // SAFETY: the task keeps the RWMutex alive, and its waiter names the slot of the result.
    unsafe {
        let w = &raw const (*task).waiter;
        if !leave_queue(sched, task, |_| ()) {
            return false;
        }
        let rw = &*(((*w).key - offset_of!(RwMutex, writer_sema)) as *const RwMutex);
        let present = rw.readers.fetch_add(MAX_READERS, Ordering::AcqRel) + MAX_READERS;
        let waiting = present - rw.leaving.swap(0, Ordering::AcqRel);
        *(*task).slot((*w).slot) = 1 + waiting as u64;
        session::take_doom(&*task);
    }
    true
}
