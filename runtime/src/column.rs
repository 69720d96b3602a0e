//! Whether standard output and standard error stand at the beginning of a line: what a session says
//! begins on a new one.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::host;

/// Standard output, standard error: whether the last byte written was no newline.
static IN_LINE: [AtomicBool; 2] = [AtomicBool::new(false), AtomicBool::new(false)];
/// Whether both lead to the same place.
static IS_ONE: OnceLock<bool> = OnceLock::new();

fn is_one() -> bool {
    let file = |fd: i32| {
        // SAFETY: an all-zero value is valid, and `fstat` fills it.
        unsafe {
            let mut stat: libc::stat = std::mem::zeroed();
            (libc::fstat(fd, &raw mut stat) == 0).then_some((stat.st_dev, stat.st_ino))
        }
    };
    *IS_ONE.get_or_init(|| file(1) == file(2))
}

/// Something stands there now.
pub fn note(fd: i32, bytes: &[u8]) {
    if let (1 | 2, Some(&last)) = (fd, bytes.last()) {
        IN_LINE[fd as usize - 1].store(last != b'\n', Ordering::Relaxed);
        if is_one() {
            IN_LINE[2 - fd as usize].store(last != b'\n', Ordering::Relaxed);
        }
    }
}

/// Ends the line that was begun on standard output or standard error, if there is one.
pub fn fresh_line(fd: i32) {
    let in_line = matches!(fd, 1 | 2) && IN_LINE[fd as usize - 1].load(Ordering::Relaxed);
    if in_line {
        // There is nobody to tell.
        let _ = host::write_all(fd, b"\n");
    }
}
