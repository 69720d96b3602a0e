//! Package sync: locks that park goroutines.

use std::sync::atomic::Ordering;

use runtime::chan::ChanResult;
use runtime::cond::{self, NotifyList};
use runtime::mutex::{self, Mutex, Unlock};
use runtime::native::{NativeCx, Next};
use runtime::sema::{self, MAX_READERS, RwMutex, WaitGroup};
use runtime::task::WaitReason;

use crate::abi::{at, natives, slot};

pub fn nil_pointer() -> Next {
    Next::RuntimeError("invalid memory address or nil pointer dereference".to_owned())
}

/// What a park that needs nothing done afterwards comes to.
fn parked(r: ChanResult) -> Next {
    match r {
        ChanResult::Park => Next::Park,
        _ => Next::Return,
    }
}

fn acquire(cx: &mut NativeCx, sema: *const u32, lifo: bool, reason: WaitReason) -> Next {
    // SAFETY: the semaphore is part of a live Go object that the window refers to.
    parked(unsafe { sema::acquire(cx.task, sema, lifo, reason) })
}

fn release(cx: &mut NativeCx, sema: *const u32) -> bool {
    // SAFETY: as in `acquire`.
    unsafe { sema::release(cx.task, sema) }
}

fn add_to_group(cx: &mut NativeCx, wg: *mut u8, delta: i64) -> Next {
    if wg.is_null() {
        return nil_pointer();
    }
    // SAFETY: the receiver is a live WaitGroup; its words are atomics.
    let wg = unsafe { at::<WaitGroup>(wg) };
    let added = (delta as u64) << 32;
    let state = wg
        .state
        .fetch_add(added, Ordering::AcqRel)
        .wrapping_add(added);
    let (count, waiters) = ((state >> 32) as i32, state as u32);
    if count < 0 {
        return Next::StringPanic("sync: negative WaitGroup counter".to_owned());
    }
    if waiters != 0 && delta > 0 && i64::from(count) == delta {
        return Next::StringPanic(
            "sync: WaitGroup misuse: Add called concurrently with Wait".to_owned(),
        );
    }
    if count > 0 || waiters == 0 {
        return Next::Return;
    }
    wg.state.store(0, Ordering::Release);
    for _ in 0..waiters {
        release(cx, &raw const wg.sema);
    }
    Next::Return
}

natives! {
    "sync.(*Mutex).Lock"(cx; m: *mut Mutex) -> raw(0) {
        if m.is_null() {
            return nil_pointer();
        }
        // SAFETY: `m` is a live mutex.
        if unsafe { (*cx.task).retries } == 0 && unsafe { mutex::try_lock(m) } {
            return Next::Return;
        }
        cx.run_again();
        // SAFETY: the VM saved the task's state; the window keeps the mutex alive.
        match unsafe { mutex::lock(cx.task, m) } {
            ChanResult::Park => Next::Retry,
            _ => Next::Return,
        }
    }
    "sync.(*Mutex).TryLock"(cx; m: *mut Mutex) -> raw(1) {
        if m.is_null() {
            return nil_pointer();
        }
        // SAFETY: `m` is a live mutex.
        let locked = unsafe { mutex::try_lock(m) };
        crate::abi::finish(cx, locked)
    }
    "sync.(*Mutex).Unlock"(cx; m: *mut Mutex) -> raw(0) {
        if m.is_null() {
            return nil_pointer();
        }
        // SAFETY: `m` is a live mutex.
        match unsafe { mutex::unlock(cx.task, m) } {
            Unlock::Done => Next::Return,
            Unlock::Yield => Next::Yield,
            Unlock::NotLocked => Next::Fatal("sync: unlock of unlocked mutex".to_owned()),
        }
    }
    "sync.(*RWMutex).RLock"(cx; rw: *mut u8) -> raw(0) {
        if rw.is_null() {
            return nil_pointer();
        }
        // SAFETY: the receiver is a live RWMutex; its words are atomics.
        let rw = unsafe { at::<RwMutex>(rw) };
        if rw.readers.fetch_add(1, Ordering::AcqRel) + 1 < 0 {
            return acquire(cx, &raw const rw.reader_sema, false, WaitReason::RWMutexRLock);
        }
        Next::Return
    }
    "sync.(*RWMutex).TryRLock"(cx; rw: *mut u8) -> ret<bool> {
        // SAFETY: as above.
        let rw = unsafe { at::<RwMutex>(rw) };
        rw.readers.fetch_update(Ordering::AcqRel, Ordering::Relaxed, |n| (n >= 0).then(|| n + 1)).is_ok()
    }
    "sync.(*RWMutex).RUnlock"(cx; rw: *mut u8) -> raw(0) {
        if rw.is_null() {
            return nil_pointer();
        }
        // SAFETY: as above.
        let rw = unsafe { at::<RwMutex>(rw) };
        let left = rw.readers.fetch_sub(1, Ordering::AcqRel) - 1;
        if left < 0 {
            if left + 1 == 0 || left + 1 == -MAX_READERS {
                rw.readers.fetch_add(1, Ordering::AcqRel);
                return Next::Fatal("sync: RUnlock of unlocked RWMutex".to_owned());
            }
            if rw.leaving.fetch_sub(1, Ordering::AcqRel) == 1 {
                release(cx, &raw const rw.writer_sema);
            }
        }
        Next::Return
    }
    "sync.(*RWMutex).waitForReaders"(cx; rw: *mut u8) -> raw(1) {
        // SAFETY: as above.
        let rw = unsafe { at::<RwMutex>(rw) };
        let result = slot(cx, 0);
        // SAFETY: the slot is the result's; the task runs on this thread.
        unsafe {
            *(*cx.task).slot(result) = 0;
            (*cx.task).waiter.slot = result;
        }
        let present = rw.readers.fetch_sub(MAX_READERS, Ordering::AcqRel);
        if present != 0 && rw.leaving.fetch_add(present, Ordering::AcqRel) + present != 0 {
            return acquire(cx, &raw const rw.writer_sema, false, WaitReason::RWMutexLock);
        }
        Next::Return
    }
    "sync.(*RWMutex).tryClose"(cx; rw: *mut u8) -> ret<bool> {
        // SAFETY: as above.
        let rw = unsafe { at::<RwMutex>(rw) };
        rw.readers.compare_exchange(0, -MAX_READERS, Ordering::AcqRel, Ordering::Relaxed).is_ok()
    }
    "sync.(*RWMutex).admitReaders"(cx; rw: *mut u8) -> raw(0) {
        if rw.is_null() {
            return nil_pointer();
        }
        // SAFETY: as above.
        let rw = unsafe { at::<RwMutex>(rw) };
        let waiting = rw.readers.fetch_add(MAX_READERS, Ordering::AcqRel).wrapping_add(MAX_READERS);
        if !(0..MAX_READERS).contains(&waiting) {
            rw.readers.fetch_sub(MAX_READERS, Ordering::AcqRel);
            return Next::Fatal("sync: Unlock of unlocked RWMutex".to_owned());
        }
        for _ in 0..waiting {
            release(cx, &raw const rw.reader_sema);
        }
        Next::Return
    }
    "sync.(*RWMutex).admit"(cx; rw: *mut u8, waiting: i64) -> raw(0) {
        // SAFETY: as above.
        let rw = unsafe { at::<RwMutex>(rw) };
        for _ in 0..waiting {
            release(cx, &raw const rw.reader_sema);
        }
        Next::Return
    }
    "sync.(*WaitGroup).Add"(cx; wg: *mut u8, delta: i64) -> raw(0) {
        add_to_group(cx, wg, delta)
    }
    "sync.(*WaitGroup).Done"(cx; wg: *mut u8) -> raw(0) {
        add_to_group(cx, wg, -1)
    }
    "sync.(*WaitGroup).Wait"(cx; wg: *mut u8) -> raw(0) {
        if wg.is_null() {
            return nil_pointer();
        }
        // SAFETY: the receiver is a live WaitGroup; its words are atomics.
        let wg = unsafe { at::<WaitGroup>(wg) };
        let counted = wg.state.fetch_update(Ordering::AcqRel, Ordering::Acquire, |s| (s >> 32 != 0).then(|| s + 1));
        if counted.is_err() {
            return Next::Return;
        }
        acquire(cx, &raw const wg.sema, false, WaitReason::WaitGroupWait)
    }
    "sync.ticket"(cx; list: *mut NotifyList) -> ret<u32> {
        // SAFETY: the list is part of a live Cond.
        unsafe { cond::ticket(list) }
    }
    "sync.wait"(cx; list: *mut NotifyList, ticket: u32) -> raw(1) {
        // SAFETY: as above; the VM saved the task's state; the slot is the result's.
        parked(unsafe { cond::wait(cx.task, list, ticket, slot(cx, 0)) })
    }
    "sync.exit"(cx; ) -> raw(0) { Next::Goexit }
    "sync.signal"(cx; list: *mut NotifyList) -> ret<()> {
        // SAFETY: as above.
        unsafe { cond::signal(cx.task, list) }
    }
    "sync.broadcast"(cx; list: *mut NotifyList) -> ret<()> {
        // SAFETY: as above.
        unsafe { cond::broadcast(cx.task, list) }
    }
}
