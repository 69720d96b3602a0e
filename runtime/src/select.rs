//! The select statement.
//!
//! First every channel is tried on its own in random order, which settles most selects under one lock. If nothing is
//! ready and there is no default case, all channels are locked in address order, tried once more, and the task is
//! queued on each. Whoever dequeues one of its waiters claims the select by setting `select_done`, delivers, and
//! takes the other waiters out of their queues before it readies the task: so a resumed task has no waiter left.

use crate::chan::{self, Chan, ChanResult, Operand};
use crate::task::{Task, WaitReason, Waiter};
use crate::timers;
use std::sync::atomic::Ordering;

/// One case.
#[derive(Clone, Copy, Debug)]
#[repr(C)]
pub struct SelCase {
    /// The channel, possibly null.
    pub ch: *mut Chan,
    /// The value: source of a send, destination of a receive.
    pub value: Operand,
    /// Slot for the "was a value received" flag (or `NO_SLOT`).
    pub ok_slot: u32,
    /// Direction.
    pub is_send: bool,
}

/// The index reported when the default case is chosen.
pub const DEFAULT_CASE: u64 = u64::MAX;

/// Cases that are ordered on the native stack.
const INLINE: usize = 16;

/// Performs one case of `cases`, or the default case, and stores its index in slot `index_slot` ([`DEFAULT_CASE`] for
/// default). If the task parks, the index is stored before it is resumed.
///
/// # Safety
/// `task` runs on this thread; the channels are null or valid; all slots lie in the current frame.
pub unsafe fn select(
    task: *mut Task,
    cases: &[SelCase],
    has_default: bool,
    index_slot: u32,
) -> ChanResult {
    let mut inline = [0u32; INLINE];
    let mut heap;
    let order: &mut [u32] = if cases.len() <= INLINE {
        &mut inline[..cases.len()]
    } else {
        heap = vec![0u32; cases.len()];
        &mut heap
    };
    // SAFETY: the task runs on this thread.
    let n = unsafe { shuffle(task, cases, order) };
    let order = &mut order[..n];
    for &i in order.iter() {
        // SAFETY: passed on.
        if let Some(r) = unsafe { try_alone(task, cases, i, index_slot) } {
            return r;
        }
    }
    if has_default {
        // SAFETY: the slot lies in the frame.
        unsafe { *(*task).slot(index_slot) = DEFAULT_CASE };
        return ChanResult::Done;
    }
    if order.is_empty() {
        let reason = if cases.is_empty() {
            WaitReason::SelectNoCases
        } else {
            WaitReason::Select
        };
        // SAFETY: the task runs on this thread and is queued nowhere.
        unsafe { (*task).set_waiting(reason) };
        return ChanResult::Park;
    }
    // SAFETY: passed on.
    unsafe { wait(task, cases, order, index_slot) }
}

/// Writes the indices of the cases with a channel into `order`, in random order; returns how many.
unsafe fn shuffle(task: *mut Task, cases: &[SelCase], order: &mut [u32]) -> usize {
    // SAFETY: a running task has a worker that only this thread uses.
    let rng = unsafe { &mut (*(*task).worker).rng };
    let mut n = 0;
    for (i, case) in cases.iter().enumerate() {
        if case.ch.is_null() {
            continue;
        }
        let j = if n == 0 {
            0
        } else {
            rng.below(n as u32 + 1) as usize
        };
        order[n] = order[j];
        order[j] = i as u32;
        n += 1;
    }
    n
}

/// Tries case `i` under its channel's lock alone.
unsafe fn try_alone(
    task: *mut Task,
    cases: &[SelCase],
    i: u32,
    index_slot: u32,
) -> Option<ChanResult> {
    let case = &cases[i as usize];
    // SAFETY: the channel is valid.
    unsafe {
        if !(*case.ch).timer.is_null() {
            timers::poll_channel((*task).worker, case.ch);
        }
        if !(*case.ch).looks_ready(case.is_send) {
            return None;
        }
        (*case.ch).lock();
        match try_locked(task, case, i, index_slot) {
            Some(r) => Some(r),
            None => {
                (*case.ch).unlock();
                None
            }
        }
    }
}

/// Tries a case whose channel is locked; releases the lock if it could go on.
unsafe fn try_locked(
    task: *mut Task,
    case: &SelCase,
    i: u32,
    index_slot: u32,
) -> Option<ChanResult> {
    // SAFETY: the channel is locked by this thread; slots lie in the frame.
    let result = unsafe {
        if case.is_send {
            let mut val = case.value.place(task);
            if val.is_null() {
                val = case.ch.cast::<u8>();
            }
            chan::send_locked((*task).worker, case.ch, val)?
        } else if chan::recv_locked(task, case.ch, case.value, case.ok_slot) {
            ChanResult::Done
        } else {
            return None;
        }
    };
    // SAFETY: the slot lies in the frame.
    unsafe { *(*task).slot(index_slot) = u64::from(i) };
    Some(result)
}

/// Locks all channels, tries once more, and queues the task on each.
unsafe fn wait(task: *mut Task, cases: &[SelCase], order: &[u32], index_slot: u32) -> ChanResult {
    let mut inline = [0u32; INLINE];
    let mut heap;
    let sorted: &mut [u32] = if order.len() <= INLINE {
        inline[..order.len()].copy_from_slice(order);
        &mut inline[..order.len()]
    } else {
        heap = order.to_vec();
        &mut heap
    };
    sorted.sort_unstable_by_key(|&i| cases[i as usize].ch as usize);
    lock_all(cases, sorted);
    let mut at = 0;
    while at < order.len() {
        let i = order[at];
        let case = &cases[i as usize];
        at += 1;
        // SAFETY: all channels are locked by this thread; `try_locked` releases this one's lock if it goes on.
        unsafe {
            if !(*case.ch).looks_ready(case.is_send) {
                continue;
            }
            unlock_others(cases, sorted, case.ch);
            if let Some(r) = try_locked(task, case, i, index_slot) {
                return r;
            }
            // Only waiters of selects that are settled already made it look ready, and they are gone now. Others may
            // have become ready meanwhile.
            (*case.ch).unlock();
            lock_all(cases, sorted);
            at = 0;
        }
    }
    // SAFETY: all channels are locked by this thread, which runs the task.
    unsafe {
        (*task).select_done.store(0, Ordering::Relaxed);
        (*task).select_waiters.clear_and_reserve(order.len());
        (*task).set_waiting(WaitReason::Select);
        for &i in order {
            let case = &cases[i as usize];
            let w = (*task).select_waiters.push(Waiter {
                task,
                key: case.ch as usize,
                slot: case.value.slot,
                memory: case.value.memory,
                ok_slot: case.ok_slot,
                case: i,
                index_slot,
                is_select: 1,
                is_send: u8::from(case.is_send),
                ..Waiter::EMPTY
            });
            (*case.ch).queue(case.is_send).enqueue(w);
        }
        let worker = (*task).worker;
        // After the last unlock the task may run elsewhere, but `cases` and `sorted` are this call's own.
        unlock_others(cases, sorted, std::ptr::null_mut());
        for &i in order {
            let ch = cases[i as usize].ch;
            // A channel's `timer` never changes.
            if !(*ch).timer.is_null() {
                timers::channel_has_waiter(worker, (*ch).timer);
            }
        }
    }
    ChanResult::Park
}

fn lock_all(cases: &[SelCase], sorted: &[u32]) {
    let mut last = std::ptr::null_mut();
    for &i in sorted {
        let ch = cases[i as usize].ch;
        if ch != last {
            // SAFETY: the channel is valid.
            unsafe { (*ch).lock() };
            last = ch;
        }
    }
}

fn unlock_others(cases: &[SelCase], sorted: &[u32], keep: *mut Chan) {
    let mut last = std::ptr::null_mut();
    for &i in sorted {
        let ch = cases[i as usize].ch;
        if ch != last {
            last = ch;
            if ch != keep {
                // SAFETY: locked by `lock_all`.
                unsafe { (*ch).unlock() };
            }
        }
    }
}

/// Takes a task that waits in a select out of all queues.
///
/// # Safety
/// The world is stopped.
pub(crate) unsafe fn give_up(task: *mut Task) {
    // SAFETY: nobody else claims a select while the world is stopped.
    unsafe {
        (*task).select_done.store(1, Ordering::Relaxed);
        leave_queues(task);
    }
}

/// Takes the waiters of a claimed select out of all queues.
///
/// # Safety
/// The caller claimed the select (so the task is parked), and holds no channel lock.
pub(crate) unsafe fn leave_queues(task: *mut Task) {
    // SAFETY: the caller owns the parked task; a waiter's channel is reachable from the task's frame.
    unsafe {
        for i in 0..(*task).select_waiters.len() {
            let w = (*task).select_waiters.at(i);
            let ch = (*w).key as *mut Chan;
            (*ch).lock();
            if (*w).queued != 0 {
                (*ch).queue((*w).is_send != 0).remove(w);
            }
            (*ch).unlock();
        }
    }
}
