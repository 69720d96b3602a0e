//! Standard input of a session that reads its entries from there and is no terminal. Lines are taken
//! one by one; what has been read of those that follow is the program's if it reads from standard
//! input, too.

use std::collections::VecDeque;
use std::time::Duration;

use parking_lot::Mutex;

use crate::host::{self, HostError};

/// The descriptor.
const INPUT: i32 = 0;
/// So much is read at once.
const BLOCK: usize = 1 << 16;
/// Who writes so much at once has more.
const BULK: usize = 1 << 12;
/// How long such a writer may take for the next block.
const PAUSE: Duration = Duration::from_millis(50);
const LONG: Duration = Duration::from_secs(3600);

struct Kept {
    bytes: VecDeque<u8>,
    /// How much the last block brought.
    block: usize,
}

/// What has been read and not been used. Nobody waits for input while holding it.
static KEPT: Mutex<Kept> = Mutex::new(Kept {
    bytes: VecDeque::new(),
    block: 0,
});

/// The next line without its newline; at the end what there is after the last one, if there is
/// anything.
pub fn next_line() -> Option<Vec<u8>> {
    loop {
        if let Some(line) = KEPT.lock().take_line() {
            return Some(line);
        }
        if !read_block() {
            return KEPT.lock().take_rest();
        }
    }
}

/// As [`next_line`], but only what is there already.
pub fn next_line_at_hand() -> Option<Vec<u8>> {
    loop {
        let wait = {
            let mut kept = KEPT.lock();
            if let Some(line) = kept.take_line() {
                return Some(line);
            }
            match kept.block >= BULK {
                true => PAUSE,
                false => Duration::ZERO,
            }
        };
        if !host::wait_readable(INPUT, wait) {
            return None;
        }
        if !read_block() {
            return KEPT.lock().take_rest();
        }
    }
}

/// Puts bytes back in front of all others.
pub fn put_back(bytes: &[u8]) {
    let mut kept = KEPT.lock();
    for &byte in bytes.iter().rev() {
        kept.bytes.push_front(byte);
    }
}

/// Fills the program's buffer with what has been read; `None` if there is nothing.
///
/// # Safety
/// `n` bytes at `p` are writable.
pub unsafe fn take(fd: i32, p: *mut u8, n: usize) -> Option<usize> {
    if fd != INPUT {
        return None;
    }
    let mut kept = KEPT.lock();
    let n = n.min(kept.bytes.len());
    for (i, byte) in kept.bytes.drain(..n).enumerate() {
        // SAFETY: within the buffer.
        unsafe { p.add(i).write(byte) };
    }
    (n > 0).then_some(n)
}

/// Reads some more; false at the end.
fn read_block() -> bool {
    let mut block = vec![0; BLOCK];
    let n = loop {
        match host::read_fd(INPUT, &mut block) {
            // Whoever has opened it does not want to wait.
            Err(HostError(libc::EAGAIN)) => drop(host::wait_readable(INPUT, LONG)),
            result => break result.unwrap_or(0),
        }
    };
    let mut kept = KEPT.lock();
    kept.bytes.extend(&block[..n]);
    kept.block = n;
    n > 0
}

impl Kept {
    fn take_line(&mut self) -> Option<Vec<u8>> {
        let end = self.bytes.iter().position(|&b| b == b'\n')?;
        let line = self.bytes.drain(..end).collect();
        self.bytes.pop_front();
        Some(line)
    }

    fn take_rest(&mut self) -> Option<Vec<u8>> {
        (!self.bytes.is_empty()).then(|| self.bytes.drain(..).collect())
    }
}
