//! Signals as a Go program treats them: SIGQUIT dumps all goroutines and ends the process with status 2; an interrupt
//! or termination ends it the system's way, which needs nothing from us.
//!
//! The handler only writes a byte to a pipe; a thread reads it and asks for the world to be stopped.

use std::ptr;
use std::sync::atomic::{AtomicI32, Ordering};
use std::thread;

use crate::deadlock;
use crate::host;
use crate::sched::Sched;

/// The pipe's writing end.
static PIPE: AtomicI32 = AtomicI32::new(-1);

extern "C" fn on_signal(signal: libc::c_int) {
    let byte = signal as u8;
    // SAFETY: `write` may be called in a handler; one byte is readable.
    unsafe { libc::write(PIPE.load(Ordering::Relaxed), (&raw const byte).cast(), 1) };
}

/// Installs the handling of SIGQUIT for the program that `sched` runs, for the rest of the process's life.
pub fn install(sched: &'static Sched) {
    let mut ends = [0i32; 2];
    // SAFETY: a valid place for two descriptors.
    if unsafe { libc::pipe2(ends.as_mut_ptr(), libc::O_CLOEXEC) } != 0 {
        return;
    }
    PIPE.store(ends[1], Ordering::SeqCst);
    let reader = ends[0];
    let watch = move || {
        let mut byte = [0u8; 1];
        while let Ok(1) = host::read_fd(reader, &mut byte) {
            if i32::from(byte[0]) == libc::SIGQUIT {
                sched.call_stopped(Box::new(quit));
            }
        }
    };
    if thread::Builder::new()
        .name("signals".into())
        .stack_size(64 << 10)
        .spawn(watch)
        .is_err()
    {
        return;
    }
    // SAFETY: the action is fully initialised; the handler is async-signal-safe.
    unsafe {
        let mut action: libc::sigaction = std::mem::zeroed();
        action.sa_sigaction = on_signal as *const () as usize;
        action.sa_flags = libc::SA_RESTART;
        libc::sigemptyset(&raw mut action.sa_mask);
        libc::sigaction(libc::SIGQUIT, &raw const action, ptr::null_mut());
    }
}

fn quit(sched: &Sched) {
    let dump = deadlock::all_goroutines(sched, sched.program().runner);
    sched.fatal(&format!("SIGQUIT: quit\nPC=0x0 m=0 sigcode=0\n\n{dump}"), 2);
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
    if ON_INTERRUPT.set(f).is_err() {
        return;
    }
    // SAFETY: the action is fully initialised; the handler is async-signal-safe.
    unsafe {
        let mut action: libc::sigaction = std::mem::zeroed();
        action.sa_sigaction = interrupted as *const () as usize;
        action.sa_flags = libc::SA_RESTART;
        libc::sigemptyset(&raw mut action.sa_mask);
        libc::sigaction(libc::SIGINT, &raw const action, ptr::null_mut());
    }
}
