//! The fake virtual machine. A task's frame is the first slots of its stack; the last two of them hold its body.

use std::panic;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use crate::chan::{self, Chan, ChanResult};
use crate::rtype::{Kind, RType, TypeRegistry, TypeSpec};
use crate::sched::{self, Program};
use crate::task::{NO_SLOT, Outcome, Task, TaskRunner};
use crate::{Config, Runtime};

/// Slots of the only frame.
const FRAME: usize = 16;

/// What a body's step came to.
pub enum Step {
    /// Go on at once.
    Again,
    /// Give the worker back.
    Out(Outcome),
}

/// A body is called with its task and what it returned to last time; it keeps its own state.
pub type Body = Box<dyn FnMut(G) -> Step>;

/// A running task.
#[derive(Clone, Copy)]
pub struct G(pub *mut Task);

pub fn done() -> Step {
    Step::Out(Outcome::Done)
}

pub fn yielded() -> Step {
    Step::Out(Outcome::Yield)
}

impl G {
    pub fn get(self, slot: u32) -> u64 {
        // SAFETY: bodies only name slots of their frame.
        unsafe { *(*self.0).slot(slot) }
    }

    pub fn set(self, slot: u32, v: u64) {
        // SAFETY: as above.
        unsafe { *(*self.0).slot(slot) = v }
    }

    pub fn go(self, body: impl FnMut(G) -> Step + 'static) {
        // SAFETY: the task runs on this thread.
        unsafe {
            let t = sched::spawn(self.0).expect("memory");
            fill(t, Box::new(body));
            sched::start((*self.0).worker, t);
        }
    }

    pub fn rt(self) -> &'static Runtime {
        // SAFETY: the runtime outlives the task.
        unsafe { &*(*(*self.0).worker).rt }
    }

    pub fn make_chan(self, cap: i64) -> Ch {
        // SAFETY: the task runs on this thread.
        let ch = unsafe { chan::chan_make(self.0, int_type(), cap) }.expect("size");
        // Keep it alive: the fake has no package variables.
        Ch(ch)
    }

    pub fn send(self, ch: Ch, v: u64) -> Step {
        self.set(2, v);
        // SAFETY: the task runs on this thread; slot 2 holds the value.
        let r = unsafe { chan::send(self.0, ch.0, (*self.0).slot(2).cast(), 2) };
        step(r)
    }

    /// Receives into slot 0, the flag into slot 1.
    pub fn recv(self, ch: Ch) -> Step {
        // SAFETY: the task runs on this thread.
        step(unsafe { chan::recv(self.0, ch.0, 0, 1) })
    }

    pub fn recv_nothing(self, ch: Ch) -> Step {
        // SAFETY: the task runs on this thread.
        step(unsafe { chan::recv(self.0, ch.0, NO_SLOT, NO_SLOT) })
    }

    pub fn close(self, ch: Ch) {
        // SAFETY: the task runs on this thread.
        assert_eq!(unsafe { chan::close(self.0, ch.0) }, ChanResult::Done);
    }

    pub fn wants_stop(self) -> bool {
        // SAFETY: the task runs on this thread.
        unsafe { (*self.0).preempt.load(std::sync::atomic::Ordering::Relaxed) != 0 }
    }
}

/// A channel that may travel between bodies.
#[derive(Clone, Copy)]
pub struct Ch(pub *mut Chan);

pub fn step(r: ChanResult) -> Step {
    match r {
        ChanResult::Done => Step::Again,
        ChanResult::Park => Step::Out(Outcome::Parked),
        ChanResult::Panic(text) => Step::Out(Outcome::Fatal(Box::new((
            String::new(),
            100 + text.len() as i32,
        )))),
    }
}

pub fn int_type() -> &'static RType {
    static INT: std::sync::OnceLock<&'static RType> = std::sync::OnceLock::new();
    INT.get_or_init(|| {
        let spec = TypeSpec {
            kind: Kind::Int,
            size: 8,
            align: 8,
            string: "int".into(),
            ..TypeSpec::default()
        };
        TypeRegistry::new().define(&[spec])[0]
    })
}

unsafe fn fill(task: *mut Task, body: Body) {
    // SAFETY: the caller owns the fresh task.
    unsafe {
        (*task).fp = (*task).stack_lo;
        for i in 0..FRAME {
            *(*task).stack_lo.add(i) = 0;
        }
        // The fat pointer takes the last two slots: a body without state needs no memory of its own.
        (*task)
            .stack_lo
            .add(FRAME - 2)
            .cast::<*mut dyn FnMut(G) -> Step>()
            .write(Box::into_raw(body));
    }
}

struct FakeVm;

impl TaskRunner for FakeVm {
    fn resume(&self, task: *mut Task) -> Outcome {
        // SAFETY: `fill` put the body here; the task runs on this thread.
        let body = unsafe {
            (*task)
                .stack_lo
                .add(FRAME - 2)
                .cast::<*mut dyn FnMut(G) -> Step>()
                .read()
        };
        loop {
            // SAFETY: the box is freed below only.
            match unsafe { (*body)(G(task)) } {
                Step::Again => {}
                Step::Out(Outcome::Done) => {
                    // SAFETY: the task is finished.
                    drop(unsafe { Box::from_raw(body) });
                    return Outcome::Done;
                }
                Step::Out(o) => return o,
            }
        }
    }

    fn live_top(&self, task: *const Task) -> *const u64 {
        // SAFETY: every task has one frame.
        unsafe { (*task).stack_lo.add(FRAME) }
    }

    fn traceback(&self, _task: *const Task) -> String {
        "main.main()\n".into()
    }

    fn prepare(&self, task: *mut Task, closure: *mut u8) {
        // SAFETY: tests pass a leaked `fn(G) -> Step`.
        let f = unsafe { *closure.cast::<fn(G) -> Step>() };
        // SAFETY: the task is fresh.
        unsafe { fill(task, Box::new(f)) };
    }
}

/// Runs `main` with this many workers and returns the exit code; fails when that takes too long.
pub fn run(workers: usize, main: impl FnMut(G) -> Step + 'static) -> i32 {
    struct Handle(Body);
    // SAFETY: bodies hold channels and the like, which any worker may use, one at a time.
    unsafe impl Send for Handle {}
    let (send, receive) = mpsc::channel();
    let main = Handle(Box::new(main));
    let thread = thread::spawn(move || {
        let main = main;
        let code = run_here(workers, main.0);
        let _ = send.send(());
        code
    });
    match receive.recv_timeout(Duration::from_secs(60)) {
        Ok(()) => thread.join().unwrap_or_else(|e| panic::resume_unwind(e)),
        Err(mpsc::RecvTimeoutError::Disconnected) => {
            panic::resume_unwind(thread.join().unwrap_err())
        }
        Err(mpsc::RecvTimeoutError::Timeout) => {
            eprintln!("the program hangs");
            std::process::abort();
        }
    }
}

pub fn run_here(workers: usize, main: Body) -> i32 {
    let config = Config {
        workers,
        ..Config::default()
    };
    let rt = Runtime::new(&config).expect("address space");
    let program = Program {
        runner: &FakeVm,
        globals: std::ptr::null_mut(),
        globals_size: Box::leak(Box::default()),
        vm: std::ptr::null(),
        roots: None,
        exit_process: false,
    };
    // SAFETY: the main task is fresh.
    sched::run(&rt, program, |task| unsafe { fill(task, main) })
}
