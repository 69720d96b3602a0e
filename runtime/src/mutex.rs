//! `sync.Mutex`, whole: what its `Lock`, `TryLock` and `Unlock` natives call.
//!
//! In Go memory a mutex is `{state int32; sema uint32}`; zero is unlocked. `state` holds three flags and above them
//! the number of waiters. In normal mode a released mutex is free for all, and one waiter is woken to compete for it
//! (`WOKEN` says that one is on its way). A waiter that fails for more than a millisecond switches to starvation
//! mode: then the mutex passes straight from the releaser to the longest waiter, and newcomers queue up at once.

use std::hint;
use std::mem::offset_of;
use std::sync::atomic::{AtomicI32, AtomicU32, Ordering};

use crate::chan::ChanResult;
use crate::host;
use crate::sema;
use crate::task::{Task, WaitReason};

const LOCKED: i32 = 1;
const WOKEN: i32 = 2;
const STARVING: i32 = 4;
const WAITER_SHIFT: u32 = 3;
const ONE_WAITER: i32 = 1 << WAITER_SHIFT;

/// A waiter that has tried for longer starves.
const STARVE_MICROS: u32 = 1000;

/// `Task::retries`: the task has been woken by the mutex it waits for.
const RESUMED: u8 = 1;
/// `Task::retries`: it starves.
const STARVES: u8 = 2;

/// A mutex in Go memory.
#[repr(C)]
pub struct Mutex {
    state: AtomicI32,
    sema: AtomicU32,
}

/// What an unlock came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unlock {
    /// Go on.
    Done,
    /// The mutex was handed over: yield, so that its new owner runs.
    Yield,
    /// `fatal error: sync: unlock of unlocked mutex`.
    NotLocked,
}

/// The waiter at the semaphore does not wait any more.
///
/// # Safety
/// The semaphore is that of a live mutex.
pub(crate) unsafe fn waiter_is_gone(sema: usize) {
    // SAFETY: passed on.
    let m = unsafe { &*((sema - offset_of!(Mutex, sema)) as *const Mutex) };
    let left = m.state.fetch_sub(ONE_WAITER, Ordering::AcqRel) - ONE_WAITER;
    if left >> WAITER_SHIFT == 0 {
        // Nobody starves any more.
        m.state.fetch_and(!STARVING, Ordering::AcqRel);
    }
}

/// `Mutex.TryLock`.
///
/// # Safety
/// `m` is a live mutex.
pub unsafe fn try_lock(m: *const Mutex) -> bool {
    // SAFETY: passed on.
    let state = unsafe { &(*m).state };
    let old = state.load(Ordering::Relaxed);
    old & (LOCKED | STARVING) == 0
        && state
            .compare_exchange(old, old | LOCKED, Ordering::Acquire, Ordering::Relaxed)
            .is_ok()
}

/// `Mutex.Lock`. After `Park` the task must call this again with the same mutex when it is resumed.
///
/// # Safety
/// `task` runs on this thread, with its state saved; `m` is a live mutex that it keeps alive.
#[inline]
pub unsafe fn lock(task: *mut Task, m: *const Mutex) -> ChanResult {
    // SAFETY: passed on.
    unsafe {
        if (*task).retries == 0
            && (*m)
                .state
                .compare_exchange(0, LOCKED, Ordering::Acquire, Ordering::Relaxed)
                .is_ok()
        {
            return ChanResult::Done;
        }
        lock_slow(task, m)
    }
}

fn micros() -> u32 {
    (host::nanotime() / 1000) as u32
}

#[cold]
unsafe fn lock_slow(task: *mut Task, m: *const Mutex) -> ChanResult {
    // SAFETY: the task runs on this thread; the mutex is alive.
    let (t, m) = unsafe { (&mut *task, &*m) };
    let mut rounds = 0;
    loop {
        let resumed = t.retries & RESUMED != 0;
        let mut starving = t.retries & STARVES != 0;
        if resumed {
            // While it waits for a mutex, the waiter's slot numbers hold the time it began.
            starving |= micros().wrapping_sub(t.waiter.slot) > STARVE_MICROS;
            let old = m.state.load(Ordering::Relaxed);
            if old & STARVING != 0 {
                take_handed_over(m, old, starving);
                t.retries = 0;
                return ChanResult::Done;
            }
        }
        if !resumed && rounds < 4 && spins_help(t, m) {
            rounds += 1;
            (0..30).for_each(|_| hint::spin_loop());
            continue;
        }
        let old = m.state.load(Ordering::Relaxed);
        let mut new = old;
        if old & STARVING == 0 {
            new |= LOCKED;
        }
        if old & (LOCKED | STARVING) != 0 {
            new += ONE_WAITER;
        }
        if starving && old & LOCKED != 0 {
            new |= STARVING;
        }
        if resumed {
            new &= !WOKEN;
        }
        if m.state
            .compare_exchange(old, new, Ordering::AcqRel, Ordering::Relaxed)
            .is_err()
        {
            continue;
        }
        if old & (LOCKED | STARVING) == 0 {
            t.retries = 0;
            return ChanResult::Done;
        }
        if !resumed {
            t.waiter.slot = micros();
        }
        t.retries = RESUMED | if starving { STARVES } else { 0 };
        // SAFETY: the task is not touched after it is parked.
        match unsafe {
            sema::acquire(
                task,
                (&raw const m.sema).cast(),
                resumed,
                WaitReason::MutexLock,
            )
        } {
            ChanResult::Done => {}
            other => return other,
        }
    }
}

/// The mutex is locked by another worker's task, in normal mode, and this worker has nothing else to do.
fn spins_help(t: &Task, m: &Mutex) -> bool {
    if m.state.load(Ordering::Relaxed) & (LOCKED | STARVING) != LOCKED {
        return false;
    }
    // SAFETY: a running task has a worker.
    let w = unsafe { &*t.worker };
    w.sched().procs() > 1 && w.queue.is_empty()
}

/// The releaser left the mutex to this waiter.
fn take_handed_over(m: &Mutex, old: i32, starving: bool) {
    let mut change = LOCKED - ONE_WAITER;
    if !starving || old >> WAITER_SHIFT == 1 {
        change -= STARVING;
    }
    m.state.fetch_add(change, Ordering::AcqRel);
}

/// `Mutex.Unlock`.
///
/// # Safety
/// As [`lock`].
#[inline]
pub unsafe fn unlock(task: *mut Task, m: *const Mutex) -> Unlock {
    // SAFETY: passed on.
    unsafe {
        let left = (*m)
            .state
            .fetch_sub(LOCKED, Ordering::AcqRel)
            .wrapping_sub(LOCKED);
        if left == 0 {
            Unlock::Done
        } else {
            unlock_slow(task, m, left)
        }
    }
}

#[cold]
unsafe fn unlock_slow(task: *mut Task, m: *const Mutex, left: i32) -> Unlock {
    // SAFETY: the mutex is alive.
    let m = unsafe { &*m };
    if left.wrapping_add(LOCKED) & LOCKED == 0 {
        // The program may live on: in a session only the goroutine ends.
        m.state.fetch_add(LOCKED, Ordering::AcqRel);
        return Unlock::NotLocked;
    }
    let addr = (&raw const m.sema).cast();
    if left & STARVING != 0 {
        // SAFETY: the task runs on this thread.
        unsafe { sema::release(task, addr) };
        return Unlock::Yield;
    }
    let mut old = left;
    loop {
        if old >> WAITER_SHIFT == 0 || old & (LOCKED | WOKEN | STARVING) != 0 {
            return Unlock::Done;
        }
        let new = (old - ONE_WAITER) | WOKEN;
        match m
            .state
            .compare_exchange(old, new, Ordering::AcqRel, Ordering::Relaxed)
        {
            Ok(_) => {
                // SAFETY: the task runs on this thread.
                unsafe { sema::release(task, addr) };
                return Unlock::Done;
            }
            Err(now) => old = now,
        }
    }
}
