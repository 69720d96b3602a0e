//! Signals as a Go program treats them.
//!
//! | signal | what it does if the program does not ask for it |
//! | --- | --- |
//! | SIGHUP, SIGINT, SIGTERM | end the process the system's way; the first two stay ignored if they were at the start |
//! | SIGQUIT, SIGABRT and faults that others send | all goroutines' stacks, exit status 2 |
//! | SIGPIPE | nothing; `host::write_fd` looks at the descriptor |
//! | SIGTSTP and the like, SIGCHLD, … | what the system does |
//! | all others | nothing |
//!
//! Protocol: a handler looks at two masks and writes the signal's number into a pipe, nothing else. A thread reads
//! the pipe of dumps and asks for the world to be stopped; the other pipe is package os/signal's, read by
//! [`next`]. The masks change only under the lock of that package.

use std::ptr;
use std::sync::atomic::{AtomicI32, AtomicU64, Ordering};
use std::thread;

use crate::crash::{self, Traceback};
use crate::deadlock;
use crate::host;
use crate::sched::Sched;

/// The pipe of dumps: its writing end.
static DUMPS: AtomicI32 = AtomicI32::new(-1);

/// The pipe of signals for the program: its writing and its reading end.
static NOTICES: AtomicI32 = AtomicI32::new(-1);
static NOTICES_SOURCE: AtomicI32 = AtomicI32::new(-1);

/// Signals that the program wants to be told of, by number.
static NOTIFIED: AtomicU64 = AtomicU64::new(0);
/// Signals that it wants to have no effect, and those that had none from the start.
static IGNORED: AtomicU64 = AtomicU64::new(0);
/// Those that had none from the start.
static IGNORED_AT_START: AtomicU64 = AtomicU64::new(0);

/// What Go calls the signals that end in a dump.
const DUMPED: [(i32, &str); 9] = [
    (libc::SIGQUIT, "SIGQUIT: quit"),
    (libc::SIGILL, "SIGILL: illegal instruction"),
    (libc::SIGTRAP, "SIGTRAP: trace trap"),
    (libc::SIGABRT, "SIGABRT: abort"),
    (libc::SIGFPE, "SIGFPE: floating-point exception"),
    (libc::SIGSTKFLT, "SIGSTKFLT: stack fault"),
    (libc::SIGSYS, "SIGSYS: bad system call"),
    (libc::SIGBUS, "SIGBUS: bus error"),
    (libc::SIGSEGV, "SIGSEGV: segmentation violation"),
];

/// Those that the processor or the system raises at an operation, which would be tried again and again.
const COME_AGAIN: [i32; 4] = [libc::SIGILL, libc::SIGTRAP, libc::SIGFPE, libc::SIGSYS];

/// Those whose handler is that of `faults`.
const FAULTS: [i32; 2] = [libc::SIGBUS, libc::SIGSEGV];

/// Signals that end a process by default, and a Go program not.
const WITHOUT_EFFECT: [i32; 9] = [
    libc::SIGUSR1,
    libc::SIGUSR2,
    libc::SIGALRM,
    libc::SIGVTALRM,
    libc::SIGPROF,
    libc::SIGXCPU,
    libc::SIGXFSZ,
    libc::SIGIO,
    libc::SIGPWR,
];

/// Two more that a parent may have switched off, as nohup does.
const MAY_BE_IGNORED: [i32; 2] = [libc::SIGHUP, libc::SIGINT];

/// The largest number of a signal.
const LAST: i32 = 64;

fn bit(signal: i32) -> u64 {
    match signal {
        1..=LAST => 1 << (signal - 1),
        _ => 0,
    }
}

extern "C" fn on_signal(
    signal: libc::c_int,
    info: *mut libc::siginfo_t,
    _context: *mut libc::c_void,
) {
    if NOTIFIED.load(Ordering::Relaxed) & bit(signal) != 0 {
        write_number(NOTICES.load(Ordering::Relaxed), signal);
        return;
    }
    if !DUMPED.iter().any(|d| d.0 == signal) {
        return;
    }
    // SAFETY: the system passes valid information.
    if COME_AGAIN.contains(&signal) && unsafe { (*info).si_code } > 0 {
        // The doing of the code that runs, not another process's.
        set_action(signal, libc::SIG_DFL);
        return;
    }
    request_dump(signal);
}

/// Lets the process end in a dump soon; whether that can be. For handlers.
pub(crate) fn request_dump(signal: i32) -> bool {
    let pipe = DUMPS.load(Ordering::Relaxed);
    if pipe >= 0 {
        write_number(pipe, signal);
    }
    pipe >= 0
}

fn write_number(pipe: i32, signal: i32) {
    let byte = signal as u8;
    // SAFETY: `write` may be called in a handler; one byte is readable; the error number is restored for the
    // interrupted code.
    unsafe {
        let errno = *libc::__errno_location();
        libc::write(pipe, (&raw const byte).cast(), 1);
        *libc::__errno_location() = errno;
    }
}

/// Handlers do not interrupt each other: the stack that they run on has no room for several.
fn set_action(signal: i32, action: libc::sighandler_t) {
    // SAFETY: the action is fully initialised; handlers are async-signal-safe.
    unsafe {
        let mut new: libc::sigaction = std::mem::zeroed();
        new.sa_sigaction = action;
        new.sa_flags = libc::SA_RESTART | libc::SA_SIGINFO | libc::SA_ONSTACK;
        libc::sigfillset(&raw mut new.sa_mask);
        libc::sigaction(signal, &raw const new, ptr::null_mut());
    }
}

fn catch(signal: i32) {
    if FAULTS.contains(&signal) {
        return;
    }
    set_action(signal, on_signal as *const () as usize);
}

fn is_ignored_by_system(signal: i32) -> bool {
    // SAFETY: only asks; the place is valid.
    unsafe {
        let mut old: libc::sigaction = std::mem::zeroed();
        libc::sigaction(signal, ptr::null(), &raw mut old) == 0 && old.sa_sigaction == libc::SIG_IGN
    }
}

/// A pipe whose writing end, in a handler, never waits: reading end, writing end.
fn new_pipe() -> Option<(i32, i32)> {
    let mut ends = [0i32; 2];
    // SAFETY: a valid place for two descriptors; flags of one that has just been made.
    unsafe {
        if libc::pipe2(ends.as_mut_ptr(), libc::O_CLOEXEC) != 0 {
            return None;
        }
        libc::fcntl(ends[1], libc::F_SETFL, libc::O_NONBLOCK);
    }
    Some((ends[0], ends[1]))
}

/// A closed pipe ends gorun itself quietly, until a program runs.
pub fn die_of_closed_pipes() {
    set_action(libc::SIGPIPE, libc::SIG_DFL);
}

/// Installs the handling of signals for the program that `sched` runs, for the rest of the process's life.
pub fn install(sched: &'static Sched) {
    for signal in MAY_BE_IGNORED {
        if is_ignored_by_system(signal) {
            IGNORED.fetch_or(bit(signal), Ordering::SeqCst);
            IGNORED_AT_START.fetch_or(bit(signal), Ordering::SeqCst);
        }
    }
    set_action(libc::SIGPIPE, libc::SIG_IGN);
    WITHOUT_EFFECT.into_iter().for_each(catch);
    (libc::SIGRTMIN()..=LAST).for_each(catch);
    let Some((source, pipe)) = new_pipe() else {
        return;
    };
    DUMPS.store(pipe, Ordering::SeqCst);
    let watch = move || {
        let mut byte = [0u8];
        while let Ok(1) = host::read_fd(source, &mut byte) {
            let signal = i32::from(byte[0]);
            sched.call_stopped(Box::new(move |sched| dump(sched, signal)));
        }
    };
    let thread = thread::Builder::new()
        .name("signals".into())
        .stack_size(64 << 10);
    if thread.spawn(watch).is_ok() {
        for (signal, _) in DUMPED {
            catch(signal);
        }
    }
}

fn dump(sched: &Sched, signal: i32) {
    let name = DUMPED
        .iter()
        .find(|d| d.0 == signal)
        .map_or("signal", |d| d.1);
    let stacks = match crash::level() {
        Traceback::Nobody => String::new(),
        _ => deadlock::all_goroutines(sched, sched.program().runner),
    };
    sched.fatal(&format!("{name}\nPC=0x0 m=0 sigcode=0\n\n{stacks}"), 2);
}

/// From now on [`next`] returns the signal when it comes.
pub fn notify(signal: i32) {
    if NOTICES.load(Ordering::SeqCst) < 0 {
        let Some((source, pipe)) = new_pipe() else {
            return;
        };
        NOTICES_SOURCE.store(source, Ordering::SeqCst);
        NOTICES.store(pipe, Ordering::SeqCst);
    }
    NOTIFIED.fetch_or(bit(signal), Ordering::SeqCst);
    IGNORED.fetch_and(!bit(signal), Ordering::SeqCst);
    catch(signal);
}

/// The signal acts as at the start, unless it is ignored.
pub fn reset(signal: i32) {
    let was_notified = NOTIFIED.fetch_and(!bit(signal), Ordering::SeqCst) & bit(signal) != 0;
    if !was_notified {
        return;
    }
    if signal == libc::SIGINT && ON_INTERRUPT.get().is_some() {
        set_action(signal, interrupted as *const () as usize);
    } else if signal == libc::SIGPIPE || IGNORED_AT_START.load(Ordering::SeqCst) & bit(signal) != 0
    {
        set_action(signal, libc::SIG_IGN);
    } else if !is_always_caught(signal) {
        set_action(signal, libc::SIG_DFL);
    }
}

fn is_always_caught(signal: i32) -> bool {
    WITHOUT_EFFECT.contains(&signal)
        || DUMPED.iter().any(|d| d.0 == signal)
        || signal >= libc::SIGRTMIN()
}

/// The signal has no effect from now on. As with Go, only [`notify`] ends that.
pub fn ignore(signal: i32) {
    NOTIFIED.fetch_and(!bit(signal), Ordering::SeqCst);
    IGNORED.fetch_or(bit(signal), Ordering::SeqCst);
    if !FAULTS.contains(&signal) {
        set_action(signal, libc::SIG_IGN);
    }
}

pub fn is_ignored(signal: i32) -> bool {
    IGNORED.load(Ordering::SeqCst) & bit(signal) != 0
}

/// Whether a broken pipe on standard output or error is to end the process.
pub(crate) fn dies_of_broken_pipe() -> bool {
    let told = NOTIFIED.load(Ordering::SeqCst) | IGNORED.load(Ordering::SeqCst);
    told & bit(libc::SIGPIPE) == 0
}

/// Waits for the next signal that the program is to be told of.
pub fn next() -> Option<i32> {
    let mut byte = [0u8];
    match host::read_fd(NOTICES_SOURCE.load(Ordering::SeqCst), &mut byte) {
        Ok(1) => Some(i32::from(byte[0])),
        _ => None,
    }
}

/// What SIGINT does in an interactive session.
static ON_INTERRUPT: std::sync::OnceLock<fn()> = std::sync::OnceLock::new();

extern "C" fn interrupted(_: libc::c_int) {
    if let Some(f) = ON_INTERRUPT.get() {
        f();
    }
}

/// Calls `f` at every SIGINT from now on, in the signal handler: it must only touch atomics.
pub fn on_interrupt(f: fn()) {
    if ON_INTERRUPT.set(f).is_ok() {
        set_action(libc::SIGINT, interrupted as *const () as usize);
    }
}
