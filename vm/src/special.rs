//! Units that belong to no function: where control goes to leave the handlers, and the return
//! addresses of frames that Go code did not call.

use std::cell::RefCell;

use runtime::task::{Outcome, Task};

use crate::handler::{Handler, Next, Unit, dispatch, exit};
use crate::panic;

/// Names of the special units; the discriminant is the index into [`UNITS`].
#[derive(Clone, Copy)]
pub enum Special {
    /// Return address of a goroutine's first frame.
    TaskReturn,
    /// Return address of the program's entry function.
    MainReturn,
    Parked,
    Yield,
    Preempted,
    /// Leaves with what [`leave_with`] was given.
    Outcome,
    /// Goes on at the task's saved `ip` and `fp`.
    Reload,
    /// Return address of a deferred call run by a panic.
    Unwind,
    /// Return address of the `Error` or `String` call that makes a panic value printable.
    Printed,
}

static UNITS: [Unit; 9] = [
    Unit {
        handler: task_return,
        word: 0,
    },
    Unit {
        handler: main_return,
        word: 0,
    },
    Unit {
        handler: parked,
        word: 0,
    },
    Unit {
        handler: yielded,
        word: 0,
    },
    Unit {
        handler: preempted,
        word: 0,
    },
    Unit {
        handler: outcome,
        word: 0,
    },
    Unit {
        handler: reload,
        word: 0,
    },
    Unit {
        handler: panic::unwind as Handler,
        word: 0,
    },
    Unit {
        handler: panic::printed as Handler,
        word: 0,
    },
];

impl Special {
    pub fn unit(self) -> Next {
        &raw const UNITS[self as usize]
    }
}

thread_local! {
    static OUTCOME: RefCell<Option<Outcome>> = const { RefCell::new(None) };
}

/// Leaves the handlers with an outcome that has a payload.
pub fn leave_with(outcome: Outcome) -> Next {
    OUTCOME.with(|o| *o.borrow_mut() = Some(outcome));
    Special::Outcome.unit()
}

/// What [`leave_with`] stored.
pub fn take_outcome() -> Outcome {
    let taken = OUTCOME.with(|o| o.borrow_mut().take());
    taken.unwrap_or_else(|| Outcome::Fatal(Box::new(("fatal error: no outcome\n".into(), 2))))
}

macro_rules! exits {
    ($($name:ident $code:expr;)*) => { $(
        unsafe extern "C" fn $name(_: *const Unit, _: *mut u64, _: *mut Task, _: u64) -> u64 { $code }
    )* };
}

exits! {
    task_return exit::DONE;
    parked exit::PARKED;
    yielded exit::YIELD;
    preempted exit::PREEMPTED;
    outcome exit::OUTCOME;
}

unsafe extern "C" fn main_return(_: *const Unit, _: *mut u64, _: *mut Task, _: u64) -> u64 {
    leave_with(Outcome::Exit(0));
    exit::OUTCOME
}

unsafe extern "C" fn reload(_: *const Unit, _: *mut u64, g: *mut Task, acc: u64) -> u64 {
    // SAFETY: whoever goes on here has saved a unit and its frame.
    unsafe { dispatch((*g).ip.cast(), (*g).fp, g, acc) }
}

/// Saves where the task goes on.
///
/// # Safety
/// `g` runs on this thread; `fp` is a frame of the function of `ip`.
pub unsafe fn save(g: *mut Task, ip: Next, fp: *mut u64) {
    // SAFETY: the caller's promise.
    unsafe {
        (*g).ip = ip.cast();
        (*g).fp = fp;
    }
}

/// Goes on at another frame.
///
/// # Safety
/// As [`save`].
pub unsafe fn go_on_at(g: *mut Task, ip: Next, fp: *mut u64) -> Next {
    // SAFETY: the caller's promise.
    unsafe { save(g, ip, fp) };
    Special::Reload.unit()
}
