//! Package internal/stdio: reading and writing descriptors.

use runtime::native::{NativeCx, Next};
use runtime::rtype::GoSlice;
use runtime::task::{FLAG_ABANDONED, Task, WaitReason};
use runtime::{blocking, host, script, terminal};
use std::sync::atomic::Ordering;

use crate::abi::{self, natives};

/// Writes all of `b`: at once if the descriptor takes it, else on the blocking pool.
pub fn write(fd: i64, b: &[u8]) -> (i64, i64) {
    let (n, error) = host::write_all(fd as i32, b);
    (n as i64, error.map_or(0, |e| i64::from(e.0)))
}

/// Reads into `b`, which is written to by the pool if there is nothing to read yet. Stores (n, errno) in the first two
/// slots.
pub fn read(cx: &mut NativeCx, fd: i64, b: GoSlice) -> Next {
    let fd = fd as i32;
    if b.len == 0 {
        return abi::finish(cx, (0i64, 0i64));
    }
    // SAFETY: a Go slice is writable for its length.
    if let Some(n) = unsafe { script::take(fd, b.ptr, b.len) } {
        return abi::finish(cx, (n as i64, 0i64));
    }
    let has_keys = terminal::has_keys(fd);
    if !has_keys && host::is_readable_now(fd) {
        let r = read_now(fd, b.ptr, b.len);
        return abi::finish(cx, r);
    }
    let slot = abi::slot(cx, 0);
    let (address, len) = (b.ptr as usize, b.len);
    let task = cx.task as usize;
    let work = move |delivery: &mut blocking::Delivery| {
        let (n, errno) = match has_keys {
            true => read_keys(task, address as *mut u8, len),
            false => read_now(fd, address as *mut u8, len),
        };
        delivery.set_slot(slot, n as u64);
        delivery.set_slot(slot + 1, errno as u64);
    };
    // SAFETY: the VM saved the task's state; the slice is in the task's window, so its memory stays alive.
    unsafe { blocking::submit(cx.task, WaitReason::IoWait, Box::new(work)) };
    Next::Park
}

fn read_now(fd: i32, p: *mut u8, len: usize) -> (i64, i64) {
    // SAFETY: a Go slice is writable for its length.
    match unsafe { host::read_raw(fd, p, len) } {
        Ok(n) => (n as i64, 0),
        Err(e) => (0, i64::from(e.0)),
    }
}

/// Reads what is typed for the program at a session's terminal, unless the entry is interrupted.
fn read_keys(task: usize, p: *mut u8, len: usize) -> (i64, i64) {
    // SAFETY: the task waits for this, and tasks stay mapped.
    let task = unsafe { &*(task as *const Task) };
    let is_given_up = || task.flags.load(Ordering::SeqCst) & FLAG_ABANDONED != 0;
    // SAFETY: a Go slice is writable for its length.
    match unsafe { terminal::read_keys(p, len, is_given_up) } {
        Ok(n) => (n as i64, 0),
        Err(e) => (0, i64::from(e.0)),
    }
}

/// The system's words for an error number, as Go has them.
pub fn errno_text(errno: i32) -> String {
    // SAFETY: the result is a string with NUL that lives until the next call on this thread.
    let text = unsafe { std::ffi::CStr::from_ptr(libc::strerror(errno)) }.to_string_lossy();
    let mut chars = text.chars();
    match (errno, chars.next()) {
        // Acronyms keep their capitals.
        (_, Some(first)) if !chars.clone().next().is_some_and(char::is_uppercase) => {
            first.to_lowercase().chain(chars).collect()
        }
        _ => text.into_owned(),
    }
}

natives! {
    "internal/stdio.Write"(cx; fd: i64, b: GoSlice) -> ret<(i64, i64)> {
        write(fd, abi::bytes(b))
    }
    "internal/stdio.Read"(cx; fd: i64, b: GoSlice) -> raw(2) {
        read(cx, fd, b)
    }
    "internal/stdio.ErrnoText"(cx; errno: i64) -> ret<String> {
        errno_text(errno as i32)
    }
}
