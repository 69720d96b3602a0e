//! Packages os, os/signal and syscall.

use std::collections::VecDeque;
use std::ffi::{CStr, CString, OsStr};
use std::os::unix::ffi::{OsStrExt, OsStringExt};
use std::os::unix::fs::{DirEntryExt as _, MetadataExt};
use std::path::Path;
use std::sync::{LazyLock, Mutex};
use std::{fs, io};

use runtime::native::{NativeCx, Next};
use runtime::rtype::GoSlice;
use runtime::task::WaitReason;
use runtime::{blocking, host, signals};

use crate::abi::{self, at, natives};

/// The program's environment: a copy of the process's, which itself never changes.
static ENV: LazyLock<Mutex<Vec<Vec<u8>>>> = LazyLock::new(|| Mutex::new(host::environ()));

fn path(bytes: &[u8]) -> &Path {
    Path::new(OsStr::from_bytes(bytes))
}

fn errno(e: &io::Error) -> i64 {
    i64::from(e.raw_os_error().unwrap_or(libc::EINVAL))
}

fn code(r: io::Result<()>) -> i64 {
    r.err().map_or(0, |e| errno(&e))
}

/// What a C call that returns -1 on failure came to.
fn checked(n: i64) -> (i64, i64) {
    if n < 0 {
        (0, errno(&io::Error::last_os_error()))
    } else {
        (n, 0)
    }
}

fn with_c_path(p: &[u8], f: impl FnOnce(*const libc::c_char) -> i64) -> i64 {
    match CString::new(p) {
        Ok(p) => checked(f(p.as_ptr())).1,
        Err(_) => i64::from(libc::EINVAL),
    }
}

fn stat(p: &[u8], fd: i64, follow: bool, out: &mut [i64; 6]) -> i64 {
    let found = if p.is_empty() && fd >= 0 {
        fs::metadata(format!("/proc/self/fd/{fd}"))
    } else if follow {
        fs::metadata(path(p))
    } else {
        fs::symlink_metadata(path(p))
    };
    match found {
        Ok(m) => {
            *out = [
                i64::from(m.mode()),
                m.size() as i64,
                m.mtime(),
                m.mtime_nsec(),
                m.dev() as i64,
                m.ino() as i64,
            ];
            0
        }
        Err(e) => errno(&e),
    }
}

/// Names, sorted, with their types as the system's modes.
fn list(p: &[u8]) -> io::Result<Vec<(Vec<u8>, u32)>> {
    let mut out = Vec::new();
    for entry in fs::read_dir(path(p))? {
        let entry = entry?;
        let _ = entry.ino();
        let mode = entry.metadata().map_or(0, |m| m.mode());
        out.push((entry.file_name().into_vec(), mode));
    }
    out.sort();
    Ok(out)
}

fn remove_all(p: &[u8]) -> io::Result<()> {
    match fs::symlink_metadata(path(p)) {
        Err(e) if e.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(e) => Err(e),
        Ok(m) if m.is_dir() => fs::remove_dir_all(path(p)),
        Ok(_) => fs::remove_file(path(p)),
    }
}

fn lock<T>(m: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    m.lock().unwrap_or_else(|e| e.into_inner())
}

fn is_variable(entry: &[u8], key: &[u8]) -> bool {
    entry.len() > key.len() && entry.starts_with(key) && entry[key.len()] == b'='
}

fn timespec(ns: i64) -> libc::timespec {
    libc::timespec {
        tv_sec: ns.div_euclid(1_000_000_000),
        tv_nsec: ns.rem_euclid(1_000_000_000),
    }
}

/// Signals that have come but are not yet handed to the program.
static ARRIVED: Mutex<VecDeque<i32>> = Mutex::new(VecDeque::new());

/// Parks until a signal has come.
fn next_signal(cx: &mut NativeCx) -> Next {
    if let Some(n) = lock(&ARRIVED).pop_front() {
        return abi::finish(cx, i64::from(n));
    }
    cx.run_again();
    let work = |_: &mut blocking::Delivery| {
        lock(&ARRIVED).extend(signals::next());
    };
    // SAFETY: the VM saved the task's state.
    unsafe { blocking::submit(cx.task, WaitReason::IoWait, Box::new(work)) };
    Next::Retry
}

/// The names of signals 1 to 31, as Go has them.
const SIGNALS: [&str; 31] = [
    "hangup",
    "interrupt",
    "quit",
    "illegal instruction",
    "trace/breakpoint trap",
    "aborted",
    "bus error",
    "floating point exception",
    "killed",
    "user defined signal 1",
    "segmentation fault",
    "user defined signal 2",
    "broken pipe",
    "alarm clock",
    "terminated",
    "stack fault",
    "child exited",
    "continued",
    "stopped (signal)",
    "stopped",
    "stopped (tty input)",
    "stopped (tty output)",
    "urgent I/O condition",
    "CPU time limit exceeded",
    "file size limit exceeded",
    "virtual timer expired",
    "profiling timer expired",
    "window changed",
    "I/O possible",
    "power failure",
    "bad system call",
];

fn signal_text(n: i64) -> String {
    let index = usize::try_from(n).unwrap_or(0).wrapping_sub(1);
    match SIGNALS.get(index) {
        Some(text) => (*text).to_string(),
        None => format!("signal {n}"),
    }
}

/// The value of a variable of the environment; whether there is one.
pub fn look_up(key: &[u8]) -> (Vec<u8>, bool) {
    match lock(&ENV).iter().find(|e| is_variable(e, key)) {
        Some(e) => (e[key.len() + 1..].to_vec(), true),
        None => (Vec::new(), false),
    }
}

natives! {
    "os.sysOpen"(cx; p: &'static [u8], flags: i64, perm: u32) -> ret<(i64, i64)> {
        match host::open(p, flags as i32, perm) {
            Ok(fd) => (i64::from(fd), 0),
            Err(e) => (-1, i64::from(e.0)),
        }
    }
    "os.sysClose"(cx; fd: i64) -> ret<i64> { host::close(fd as i32).err().map_or(0, |e| i64::from(e.0)) }
    "os.sysSeek"(cx; fd: i64, offset: i64, whence: i64) -> ret<(i64, i64)> {
        match host::seek(fd as i32, offset, whence as i32) {
            Ok(pos) => (pos, 0),
            Err(e) => (0, i64::from(e.0)),
        }
    }
    "os.sysReadAt"(cx; fd: i64, b: GoSlice, off: i64) -> ret<(i64, i64)> {
        // SAFETY: a Go slice is writable for its length.
        checked(unsafe { libc::pread(fd as i32, b.ptr.cast(), b.len, off) } as i64)
    }
    "os.sysWriteAt"(cx; fd: i64, b: GoSlice, off: i64) -> ret<(i64, i64)> {
        // SAFETY: a Go slice is readable for its length.
        checked(unsafe { libc::pwrite(fd as i32, b.ptr.cast(), b.len, off) } as i64)
    }
    "os.sysTruncate"(cx; p: &'static [u8], fd: i64, size: i64) -> ret<i64> {
        if fd >= 0 {
            // SAFETY: no memory is involved.
            checked(i64::from(unsafe { libc::ftruncate(fd as i32, size) })).1
        } else {
            // SAFETY: the path ends with NUL.
            with_c_path(p, |p| i64::from(unsafe { libc::truncate(p, size) }))
        }
    }
    "os.sysSync"(cx; fd: i64) -> ret<i64> {
        // SAFETY: no memory is involved.
        checked(i64::from(unsafe { libc::fsync(fd as i32) })).1
    }
    "os.sysPipe"(cx; ) -> ret<(i64, i64, i64)> {
        let mut ends = [0; 2];
        // SAFETY: room for two descriptors.
        let (_, e) = checked(i64::from(unsafe { libc::pipe2(ends.as_mut_ptr(), libc::O_CLOEXEC) }));
        (i64::from(ends[0]), i64::from(ends[1]), e)
    }
    "os.sysStat"(cx; p: &'static [u8], fd: i64, follow: bool, out: *mut u8) -> ret<i64> {
        // SAFETY: a Go pointer to six words.
        stat(p, fd, follow, unsafe { at::<[i64; 6]>(out) })
    }
    "os.sysList"(cx; p: &'static [u8]) -> raw(7) {
        match list(p) {
            Ok(entries) => {
                let (names, modes): (Vec<Vec<u8>>, Vec<u32>) = entries.into_iter().unzip();
                let names = abi::new_strings(cx, &names);
                let modes = abi::new_slice(cx, &modes, true);
                abi::finish(cx, (names, modes, 0i64))
            }
            Err(e) => abi::finish(cx, (GoSlice::NIL, GoSlice::NIL, errno(&e))),
        }
    }
    "os.sysMkdir"(cx; p: &'static [u8], perm: u32) -> ret<i64> {
        // SAFETY: the path ends with NUL.
        with_c_path(p, |p| i64::from(unsafe { libc::mkdir(p, perm) }))
    }
    "os.sysUnlink"(cx; p: &'static [u8]) -> ret<i64> { code(fs::remove_file(path(p))) }
    "os.sysRmdir"(cx; p: &'static [u8]) -> ret<i64> { code(fs::remove_dir(path(p))) }
    "os.sysRemoveAll"(cx; p: &'static [u8]) -> ret<(Vec<u8>, i64)> { (p.to_vec(), code(remove_all(p))) }
    "os.sysRename"(cx; from: &'static [u8], to: &'static [u8]) -> ret<i64> { code(fs::rename(path(from), path(to))) }
    "os.sysLink"(cx; from: &'static [u8], to: &'static [u8], symbolic: bool) -> ret<i64> {
        if symbolic {
            code(std::os::unix::fs::symlink(path(from), path(to)))
        } else {
            code(fs::hard_link(path(from), path(to)))
        }
    }
    "os.sysReadlink"(cx; p: &'static [u8]) -> ret<(Vec<u8>, i64)> {
        match fs::read_link(path(p)) {
            Ok(target) => (target.into_os_string().into_vec(), 0),
            Err(e) => (Vec::new(), errno(&e)),
        }
    }
    "os.sysChmod"(cx; p: &'static [u8], fd: i64, mode: u32) -> ret<i64> {
        if fd >= 0 {
            // SAFETY: no memory is involved.
            checked(i64::from(unsafe { libc::fchmod(fd as i32, mode) })).1
        } else {
            // SAFETY: the path ends with NUL.
            with_c_path(p, |p| i64::from(unsafe { libc::chmod(p, mode) }))
        }
    }
    "os.sysChown"(cx; p: &'static [u8], uid: i64, gid: i64, follow: bool) -> ret<i64> {
        let (uid, gid) = (u32::try_from(uid).ok(), u32::try_from(gid).ok());
        code(if follow {
            std::os::unix::fs::chown(path(p), uid, gid)
        } else {
            std::os::unix::fs::lchown(path(p), uid, gid)
        })
    }
    "os.sysFchown"(cx; fd: i64, uid: i64, gid: i64) -> ret<i64> {
        let (uid, gid) = (u32::try_from(uid).ok(), u32::try_from(gid).ok());
        // SAFETY: only borrowed for the call; a number that is no open file gives an error.
        let file = unsafe { std::os::fd::BorrowedFd::borrow_raw(fd.clamp(0, i64::from(i32::MAX)) as i32) };
        code(std::os::unix::fs::fchown(file, uid, gid))
    }
    "os.sysGroups"(cx; ) -> ret<(GoSlice, i64)> {
        const MOST: usize = 65536;
        let mut groups = vec![0; MOST];
        // SAFETY: the buffer has room for as many as said.
        let n = unsafe { libc::getgroups(MOST as i32, groups.as_mut_ptr()) };
        let found = groups.iter().take(usize::try_from(n).unwrap_or(0));
        let numbers: Vec<i64> = found.map(|&g| i64::from(g)).collect();
        let list = abi::new_slice(cx, &numbers, true);
        (list, if n < 0 { code(Err(std::io::Error::last_os_error())) } else { 0 })
    }
    "os.sysChtimes"(cx; p: &'static [u8], atime: i64, mtime: i64) -> ret<i64> {
        let times = [timespec(atime), timespec(mtime)];
        // SAFETY: the path ends with NUL; two times are passed.
        with_c_path(p, |p| i64::from(unsafe { libc::utimensat(libc::AT_FDCWD, p, times.as_ptr(), 0) }))
    }
    "os.sysChdir"(cx; p: &'static [u8]) -> ret<i64> { code(std::env::set_current_dir(path(p))) }
    "os.sysGetwd"(cx; ) -> ret<(Vec<u8>, i64)> {
        match std::env::current_dir() {
            Ok(dir) => (dir.into_os_string().into_vec(), 0),
            Err(e) => (Vec::new(), errno(&e)),
        }
    }
    "os.randomName"(cx; ) -> ret<String> { (cx.cache().rng.next_u64() as u32).to_string() }
    "os.itoa"(cx; i: i64) -> ret<String> { i.to_string() }
    "os.args"(cx; ) -> ret<GoSlice> {
        abi::new_strings(cx, host::args())
    }
    "os.Exit"(cx; code: i64) -> raw(0) { Next::Exit(code as i32) }
    "os.Getpid"(cx; ) -> ret<i64> { i64::from(host::process_id()) }
    "os.Getppid"(cx; ) -> ret<i64> { i64::from(std::os::unix::process::parent_id()) }
    // SAFETY: these calls cannot fail.
    "os.Getuid"(cx; ) -> ret<i64> { i64::from(unsafe { libc::getuid() }) }
    // SAFETY: as above.
    "os.Geteuid"(cx; ) -> ret<i64> { i64::from(unsafe { libc::geteuid() }) }
    // SAFETY: as above.
    "os.Getgid"(cx; ) -> ret<i64> { i64::from(unsafe { libc::getgid() }) }
    // SAFETY: as above.
    "os.Getegid"(cx; ) -> ret<i64> { i64::from(unsafe { libc::getegid() }) }
    "os.hostname"(cx; ) -> ret<Vec<u8>> {
        let mut buf = [0u8; 256];
        // SAFETY: the last byte stays NUL.
        unsafe { libc::gethostname(buf.as_mut_ptr().cast(), buf.len() - 1) };
        CStr::from_bytes_until_nul(&buf).map_or_else(|_| Vec::new(), |s| s.to_bytes().to_vec())
    }
    "os.executable"(cx; ) -> ret<Vec<u8>> { host::args().first().cloned().unwrap_or_default() }
    "os.LookupEnv"(cx; key: &'static [u8]) -> ret<(Vec<u8>, bool)> {
        look_up(key)
    }
    "os.Environ"(cx; ) -> ret<GoSlice> {
        let all = lock(&ENV).clone();
        abi::new_strings(cx, &all)
    }
    "os.Clearenv"(cx; ) -> ret<()> { lock(&ENV).clear() }
    "os.unsetenv"(cx; key: &'static [u8]) -> ret<()> { lock(&ENV).retain(|e| !is_variable(e, key)) }
    "os.setenv"(cx; key: &'static [u8], value: &'static [u8]) -> ret<()> {
        let entry = [key, b"=", value].concat();
        let mut env = lock(&ENV);
        match env.iter_mut().find(|e| is_variable(e, key)) {
            Some(old) => *old = entry,
            None => env.push(entry),
        }
    }
    "syscall.signalText"(cx; n: i64) -> ret<String> { signal_text(n) }
    "os/signal.enable"(cx; n: i64) -> ret<()> { signals::notify(n as i32) }
    "os/signal.disable"(cx; n: i64) -> ret<()> { signals::reset(n as i32) }
    "os/signal.ignore"(cx; n: i64) -> ret<()> { signals::ignore(n as i32) }
    "os/signal.isIgnored"(cx; n: i64) -> ret<bool> { signals::is_ignored(n as i32) }
    "os/signal.next"(cx; ) -> raw(1) { next_signal(cx) }
}
