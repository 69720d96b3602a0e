//! The ticketed lists of condition variables, after Go's `notifyList`.
//!
//! A waiter takes a ticket before it lets go of the condition's lock, and queues itself afterwards; a signal is meant
//! for the lowest ticket that has not been notified. A waiter that comes to its queue too late finds its ticket
//! notified and does not wait.

use std::ptr;
use std::sync::atomic::{AtomicU32, Ordering};

use crate::chan::ChanResult;
use crate::sched;
use crate::sched::lock::RawSpin;
use crate::task::{Task, WaitReason, Waiter};

/// The list behind `sync.Cond`, in Go memory and zero at first.
#[repr(C)]
pub struct NotifyList {
    /// Ticket of the next waiter.
    wait: AtomicU32,
    /// Ticket of the next waiter to be notified.
    notify: AtomicU32,
    lock: RawSpin,
    pad: u32,
    head: *mut Waiter,
    tail: *mut Waiter,
}

/// Takes a ticket; done before the condition's lock is released.
///
/// # Safety
/// `list` is a live notify list.
pub unsafe fn ticket(list: *mut NotifyList) -> u32 {
    // SAFETY: passed on.
    unsafe { (*list).wait.fetch_add(1, Ordering::SeqCst) }
}

/// Waits until the ticket is notified. The slot is 0 then, and 1 if the waiting was given up.
///
/// # Safety
/// `task` runs on this thread; `list` is a live notify list that the task keeps alive; the slot lies in its window.
pub unsafe fn wait(task: *mut Task, list: *mut NotifyList, ticket: u32, slot: u32) -> ChanResult {
    // SAFETY: the list's fields are guarded by its lock; the task runs on this thread.
    unsafe {
        *(*task).slot(slot) = 0;
        (*list).lock.lock();
        if (ticket.wrapping_sub((*list).notify.load(Ordering::Relaxed)) as i32) < 0 {
            (*list).lock.unlock();
            return ChanResult::Done;
        }
        let w = &raw mut (*task).waiter;
        (*w).task = task;
        (*w).key = list as usize;
        (*w).ticket = ticket;
        (*w).slot = slot;
        (*w).next = ptr::null_mut();
        (*task).set_waiting(WaitReason::CondWait);
        if (*list).tail.is_null() {
            (*list).head = w;
        } else {
            (*(*list).tail).next = w;
        }
        (*list).tail = w;
        (*list).lock.unlock();
    }
    ChanResult::Park
}

/// Takes a task that waits for a condition out of the list, and sets its flag. Those behind it move up, so that no signal is meant for
/// it any more.
///
/// # Safety
/// The world is stopped.
pub(crate) unsafe fn leave_list(task: *mut Task) {
    // SAFETY: the task keeps the list alive; listed waiters belong to parked tasks.
    unsafe {
        let w = &raw mut (*task).waiter;
        let list = (*w).key as *mut NotifyList;
        (*list).lock.lock();
        let mut before: *mut Waiter = ptr::null_mut();
        let mut at = (*list).head;
        while !at.is_null() && at != w {
            before = at;
            at = (*at).next;
        }
        if !at.is_null() {
            let next = (*w).next;
            if before.is_null() {
                (*list).head = next;
            } else {
                (*before).next = next;
            }
            if (*list).tail == w {
                (*list).tail = before;
            }
            let mut ticket = (*w).ticket;
            let mut behind = next;
            while !behind.is_null() {
                std::mem::swap(&mut (*behind).ticket, &mut ticket);
                behind = (*behind).next;
            }
            *(*task).slot((*w).slot) = 1;
            // If nobody has a later one, the last ticket is given back.
            let _ = (*list).wait.compare_exchange(
                ticket.wrapping_add(1),
                ticket,
                Ordering::SeqCst,
                Ordering::SeqCst,
            );
        }
        (*list).lock.unlock();
    }
}

/// `Cond.Broadcast`.
///
/// # Safety
/// As [`wait`].
pub unsafe fn broadcast(task: *mut Task, list: *mut NotifyList) {
    // SAFETY: as in `wait`; woken waiters' `next` is read before their task may run.
    unsafe {
        if (*list).wait.load(Ordering::SeqCst) == (*list).notify.load(Ordering::SeqCst) {
            return;
        }
        (*list).lock.lock();
        let mut w = (*list).head;
        (*list).head = ptr::null_mut();
        (*list).tail = ptr::null_mut();
        (*list)
            .notify
            .store((*list).wait.load(Ordering::SeqCst), Ordering::SeqCst);
        (*list).lock.unlock();
        while !w.is_null() {
            let next = (*w).next;
            sched::ready((*task).worker, (*w).task);
            w = next;
        }
    }
}

/// `Cond.Signal`.
///
/// # Safety
/// As [`wait`].
pub unsafe fn signal(task: *mut Task, list: *mut NotifyList) {
    // SAFETY: as in `wait`.
    unsafe {
        if (*list).wait.load(Ordering::SeqCst) == (*list).notify.load(Ordering::SeqCst) {
            return;
        }
        (*list).lock.lock();
        let ticket = (*list).notify.load(Ordering::Relaxed);
        if ticket == (*list).wait.load(Ordering::SeqCst) {
            (*list).lock.unlock();
            return;
        }
        (*list)
            .notify
            .store(ticket.wrapping_add(1), Ordering::SeqCst);
        // The ticket's owner may not have queued itself yet; then it will not wait at all.
        let mut before: *mut Waiter = ptr::null_mut();
        let mut w = (*list).head;
        while !w.is_null() && (*w).ticket != ticket {
            before = w;
            w = (*w).next;
        }
        if !w.is_null() {
            if before.is_null() {
                (*list).head = (*w).next;
            } else {
                (*before).next = (*w).next;
            }
            if (*list).tail == w {
                (*list).tail = before;
            }
        }
        (*list).lock.unlock();
        if !w.is_null() {
            sched::ready((*task).worker, (*w).task);
        }
    }
}
