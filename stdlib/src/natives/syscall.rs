//! Package syscall: mappings of memory.

use crate::abi::natives;

/// The error number of a call that has failed.
fn errno() -> i64 {
    i64::from(std::io::Error::last_os_error().raw_os_error().unwrap_or(0))
}

natives! {
    "syscall.mmap"(cx; length: i64, prot: i64, flags: i64, fd: i64, offset: i64) -> ret<(u64, i64)> {
        // Fixed addresses could replace memory of ours.
        if flags as i32 & libc::MAP_FIXED != 0 {
            return crate::abi::finish(cx, (0u64, i64::from(libc::EINVAL)));
        }
        let null = std::ptr::null_mut();
        // SAFETY: a mapping wherever the system likes touches nothing that exists.
        let p = unsafe { libc::mmap(null, length as usize, prot as i32, flags as i32, fd as i32, offset) };
        if p == libc::MAP_FAILED { (0, errno()) } else { (p as u64, 0) }
    }
    "syscall.munmap"(cx; addr: *mut u8, length: i64) -> ret<i64> {
        // SAFETY: the program's own mapping, by the promise that `unsafe` memory is its business.
        let status = unsafe { libc::munmap(addr.cast(), length as usize) };
        if status == 0 { 0 } else { errno() }
    }
    "syscall.mprotect"(cx; addr: *mut u8, length: i64, prot: i64) -> ret<i64> {
        // SAFETY: as above.
        let status = unsafe { libc::mprotect(addr.cast(), length as usize, prot as i32) };
        if status == 0 { 0 } else { errno() }
    }
    "syscall.kill"(cx; pid: i64, signal: i64) -> ret<i64> {
        // SAFETY: touches no memory.
        if unsafe { libc::kill(pid as i32, signal as i32) } == 0 { 0 } else { errno() }
    }
    "syscall.id"(cx; which: i64) -> ret<i64> {
        // SAFETY: these only ask.
        unsafe {
            match which {
                0 => i64::from(libc::getpid()),
                1 => i64::from(libc::getppid()),
                2 => i64::from(libc::getuid()),
                3 => i64::from(libc::geteuid()),
                4 => i64::from(libc::getgid()),
                _ => i64::from(libc::getegid()),
            }
        }
    }
    "syscall.rw"(cx; fd: i64, p: *mut u8, n: i64, write: bool) -> ret<(i64, i64)> {
        // SAFETY: `p` has `n` bytes.
        let done = unsafe {
            if write {
                libc::write(fd as i32, p.cast(), n as usize)
            } else {
                libc::read(fd as i32, p.cast(), n as usize)
            }
        };
        if done < 0 { (-1, errno()) } else { (done as i64, 0) }
    }
    "syscall.closeFile"(cx; fd: i64) -> ret<i64> {
        // SAFETY: touches no memory.
        if unsafe { libc::close(fd as i32) } == 0 { 0 } else { errno() }
    }
    "syscall.exit"(cx; code: i64) -> raw(0) { runtime::native::Next::Exit(code as i32) }
    "syscall.lookup"(cx; key: &'static [u8]) -> ret<(Vec<u8>, bool)> { super::os::look_up(key) }
}
