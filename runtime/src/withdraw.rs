//! Taking a parked goroutine out of the queue that it waits in, as if it had never begun to wait: so an interrupted
//! entry of a session comes to its deferred calls.

use crate::chan;
use crate::cond;
use crate::mutex;
use crate::sched::Sched;
use crate::select;
use crate::sema;
use crate::session;
use crate::task::{Status, Task, WaitReason};

/// Makes the task runnable if it waits for other goroutines. False if it does not wait, or waits for something that
/// cannot be undone: the system.
///
/// # Safety
/// The world is stopped.
pub(crate) unsafe fn withdraw(sched: &Sched, task: *mut Task) -> bool {
    // SAFETY: tasks stay mapped; with the world stopped only the task's queue owns it.
    unsafe {
        if (*task).status() != Status::Waiting {
            return false;
        }
        let is_out = match (*task).wait_reason() {
            WaitReason::ChanReceiveNil | WaitReason::ChanSendNil | WaitReason::SelectNoCases => {
                true
            }
            WaitReason::ChanReceive | WaitReason::ChanSend => {
                chan::leave_queue(task);
                true
            }
            WaitReason::Select => {
                select::give_up(task);
                true
            }
            WaitReason::CondWait => {
                // It exits by itself, once it has the lock again that its deferred calls unlock.
                cond::leave_list(task);
                session::take_doom(&*task);
                true
            }
            WaitReason::MutexLock => sema::leave_queue(sched, task, mutex::waiter_is_gone),
            WaitReason::WaitGroupWait => sema::leave_queue(sched, task, sema::group_waiter_is_gone),
            // It exits by itself too, once it has unlocked what other writers wait for.
            WaitReason::RWMutexLock => sema::leave_as_writer(sched, task),
            WaitReason::RWMutexRLock => sema::leave_queue(sched, task, sema::reader_is_gone),
            _ => false,
        };
        if is_out {
            (*task).retries = 0;
            sched.inject(task);
        }
        is_out
    }
}
