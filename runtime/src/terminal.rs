//! The terminal of an interactive session: while a line is being edited, what the program writes to it
//! goes elsewhere, and what the program wants to read from it has to wait. Its modes are restored
//! however the process ends.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use parking_lot::{Condvar, Mutex};

use crate::column;
use crate::host::{self, HostError};

/// Writes to a descriptor.
pub type Write = fn(i32, &[u8]) -> Result<usize, HostError>;

/// Who takes what the program writes to the terminal, and what comes before the process's end.
#[derive(Clone, Copy)]
pub struct Session {
    /// Writes the bytes to the descriptor, or keeps them for later.
    pub write: Write,
    /// Writes what was kept.
    pub finish: fn(),
}

static SESSION: OnceLock<Session> = OnceLock::new();
/// Standard output, standard error: whether it is a terminal.
static IS_TERMINAL: [AtomicBool; 2] = [AtomicBool::new(false), AtomicBool::new(false)];
/// The modes to go back to.
static MODES: OnceLock<libc::termios> = OnceLock::new();
/// Whether keys are for the line that is being edited, not for the program.
static IS_EDITING: Mutex<bool> = Mutex::new(false);
static EDITED: Condvar = Condvar::new();
/// How often a goroutine that reads looks whether it should go on.
const LOOK: Duration = Duration::from_millis(20);
/// How long it may take to stop.
const STOPPING: Duration = Duration::from_millis(100);
const PASTE_MARKS: &[u8] = b"\x1b[?2004h";
/// Paste marks off, cursor shown, colours off.
const RESET: &[u8] = b"\x1b[?2004l\x1b[?25h\x1b[0m";

/// Begins a session at the terminal. The first one counts.
pub fn begin(session: Session) {
    if SESSION.set(session).is_err() {
        return;
    }
    for fd in [1, 2] {
        // SAFETY: asks about a descriptor.
        let is_terminal = unsafe { libc::isatty(fd) } == 1;
        IS_TERMINAL[fd as usize - 1].store(is_terminal, Ordering::Relaxed);
    }
    // SAFETY: an all-zero value is valid, and `tcgetattr` fills it.
    let modes = unsafe {
        let mut modes: libc::termios = std::mem::zeroed();
        (libc::tcgetattr(0, &raw mut modes) == 0).then_some(modes)
    };
    if let Some(modes) = modes {
        // Only this call sets it.
        let _ = MODES.set(modes);
        for signal in [libc::SIGTERM, libc::SIGHUP] {
            restore_at(signal);
        }
    }
}

/// Says whether keys are for the line that is being edited from now on.
pub fn set_editing(is_editing: bool) {
    *IS_EDITING.lock() = is_editing;
    EDITED.notify_all();
}

/// Whether reading `fd` is something that [`read_keys`] must do.
pub fn has_keys(fd: i32) -> bool {
    fd == 0 && SESSION.get().is_some() && MODES.get().is_some()
}

/// Reads what is typed for the program, up to `n` bytes; 0 at the end, and an error if `is_given_up`.
///
/// # Safety
/// `n` bytes at `p` are writable.
pub unsafe fn read_keys(
    p: *mut u8,
    n: usize,
    is_given_up: impl Fn() -> bool,
) -> Result<usize, HostError> {
    while !is_given_up() {
        let mut is_editing = IS_EDITING.lock();
        if *is_editing {
            EDITED.wait_for(&mut is_editing, LOOK * 10);
        } else if host::is_readable_now(0) {
            // No line can be begun meanwhile, and there is something to read.
            // The terminal has shown the line's end, too.
            column::note(1, b"\n");
            // SAFETY: passed on.
            return unsafe { host::read_raw(0, p, n) };
        } else {
            drop(is_editing);
            host::wait_readable(0, LOOK);
        }
    }
    Err(HostError(libc::EINTR))
}

/// The session's way of writing to `fd`, if that is its terminal.
#[inline]
pub(crate) fn writer(fd: i32) -> Option<Write> {
    let session = SESSION.get()?;
    let is_terminal = IS_TERMINAL.get(usize::try_from(fd).ok()?.checked_sub(1)?)?;
    is_terminal.load(Ordering::Relaxed).then_some(session.write)
}

/// Leaves the terminal as it was found.
pub(crate) fn end() {
    if let Some(session) = SESSION.get() {
        restore();
        (session.finish)();
    }
}

/// Puts the modes back. May be called in a signal handler.
fn restore() {
    let Some(modes) = MODES.get() else { return };
    // SAFETY: both calls may be made in a signal handler; the modes are those that were found.
    unsafe {
        let mut now: libc::termios = std::mem::zeroed();
        let is_raw = libc::tcgetattr(0, &raw mut now) == 0 && now.c_lflag & libc::ICANON == 0;
        if is_raw && modes.c_lflag & libc::ICANON != 0 {
            libc::tcsetattr(0, libc::TCSANOW, modes);
            libc::write(1, RESET.as_ptr().cast(), RESET.len());
        }
    }
}

/// Suspends the process and those that were started with it, as Ctrl-Z does; the terminal is as it was
/// found until they go on.
pub fn suspend() {
    let Some(found) = MODES.get() else { return };
    // SAFETY: the modes are valid values, and signals may be sent to the own group.
    unsafe {
        let mut now: libc::termios = std::mem::zeroed();
        if libc::tcgetattr(0, &raw mut now) != 0 {
            return;
        }
        libc::tcsetattr(0, libc::TCSADRAIN, found);
        libc::write(1, RESET.as_ptr().cast(), RESET.len());
        libc::kill(0, libc::SIGTSTP);
        // Another thread may get the signal: this one must not go on before the process stops.
        std::thread::sleep(STOPPING);
        libc::tcsetattr(0, libc::TCSADRAIN, &raw const now);
        libc::write(1, PASTE_MARKS.as_ptr().cast(), PASTE_MARKS.len());
    }
}

extern "C" fn on_end(signal: libc::c_int) {
    restore();
    // SAFETY: both may be called in a signal handler.
    unsafe {
        libc::signal(signal, libc::SIG_DFL);
        libc::raise(signal);
    }
}

/// Restores the terminal before the signal ends the process, unless something else happens at it.
fn restore_at(signal: libc::c_int) {
    // SAFETY: the actions are fully initialised; the handler is async-signal-safe.
    unsafe {
        let mut action: libc::sigaction = std::mem::zeroed();
        libc::sigaction(signal, std::ptr::null(), &raw mut action);
        if action.sa_sigaction == libc::SIG_DFL {
            action.sa_sigaction = on_end as *const () as usize;
            libc::sigemptyset(&raw mut action.sa_mask);
            libc::sigaction(signal, &raw const action, std::ptr::null_mut());
        }
    }
}

/// Writes without regard to the session.
///
/// # Errors
/// As [`host::write_all`].
pub fn write_through(fd: i32, bytes: &[u8]) -> Result<usize, HostError> {
    let mut done = 0;
    while done < bytes.len() {
        match host::write_now(fd, &bytes[done..]) {
            Ok(n) => done += n,
            Err(HostError(libc::EAGAIN)) => host::wait_writable(fd),
            Err(e) if done == 0 => return Err(e),
            Err(_) => break,
        }
    }
    Ok(done)
}
