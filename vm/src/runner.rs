//! What the scheduler asks of the virtual machine: resuming tasks, and looking into parked ones.

use runtime::chan::SEND_ON_CLOSED;
use runtime::sched::{self, Program};
use runtime::session;
use runtime::task::{CallFrame, Outcome, Task, TaskRunner, WakePanic};

use crate::call;
use crate::fault;
use crate::handler::{Next, enter, exit};
use crate::load::Loaded;
use crate::panic;
use crate::special::{Special, take_outcome};
use crate::traceback;
use crate::unexpected;

/// Runs tasks of one loaded program.
pub struct Runner {
    loaded: &'static Loaded,
}

/// How a program is run.
#[derive(Clone, Copy, Debug, Default)]
pub struct RunConfig {
    /// End the process with the program, not waiting for other workers.
    pub exit_process: bool,
}

/// Runs a loaded program to its end; the result is its exit code.
pub fn run(loaded: &'static Loaded, config: RunConfig) -> i32 {
    let runner: &'static Runner = Box::leak(Box::new(Runner { loaded }));
    unexpected::install();
    let program = Program {
        runner,
        globals: loaded.globals.scanned(),
        globals_size: loaded.globals.scanned_bytes(),
        vm: std::ptr::from_ref(loaded).cast(),
        roots: None,
        exit_process: config.exit_process,
    };
    sched::run(loaded.runtime, program, |task| {
        let entry = loaded.entry(loaded.program.entry.0 as usize);
        // SAFETY: the scheduler hands over a fresh task that has a worker.
        let fits =
            unsafe { call::prepare(task, entry, std::ptr::null(), 0, Special::MainReturn.unit()) };
        assert!(fits, "the first stack holds the entry function's frame");
    })
}

impl TaskRunner for Runner {
    fn resume(&self, task: *mut Task) -> Outcome {
        // SAFETY: the scheduler hands over a task whose saved state is complete.
        let code = unsafe {
            let (mut ip, fp): (Next, _) = ((*task).ip.cast(), (*task).fp);
            if (*task).take_wake_panic() == WakePanic::SendOnClosed {
                ip = fault::plain_error(task, ip.wrapping_sub(1), fp, SEND_ON_CLOSED);
            }
            if session::take_doom(&*task) {
                ip = panic::goexit(task, ip.wrapping_sub(1), fp);
            }
            unexpected::set_running(task);
            enter(ip, fp, task)
        };
        match code {
            exit::DONE => Outcome::Done,
            exit::PARKED => Outcome::Parked,
            exit::YIELD => Outcome::Yield,
            exit::PREEMPTED => Outcome::Preempted,
            _ => take_outcome(),
        }
    }

    fn live_top(&self, task: *const Task) -> *const u64 {
        // SAFETY: the task does not run; its state is saved.
        unsafe {
            let slots = self.loaded.frame_slots_at((*task).ip.cast());
            (*task).fp.wrapping_add(slots)
        }
    }

    fn traceback(&self, task: *const Task) -> String {
        // SAFETY: the task does not run; its state is saved.
        unsafe { traceback::parked(self.loaded, task) }
    }

    fn call_frames(&self, task: *const Task) -> Vec<CallFrame> {
        // SAFETY: the task does not run, or runs a native function; its state is saved.
        unsafe { traceback::call_frames(self.loaded, task) }
    }

    fn live_words(&self, task: *const Task, visit: &mut dyn FnMut(u64)) -> bool {
        // SAFETY: the task does not run; its state is saved.
        unsafe { traceback::live_words(self.loaded, task, visit) }
    }

    fn place(&self, pc: u64) -> Option<CallFrame> {
        traceback::place(self.loaded, pc)
    }

    fn prepare(&self, task: *mut Task, closure: *mut u8) {
        // SAFETY: the scheduler hands over a fresh task and a func value.
        unsafe { call::prepare_closure(task, closure) }
    }
}
