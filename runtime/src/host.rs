//! The outside world: clocks, environment, descriptors, files, the processors we may use.
//!
//! Nothing else in this crate touches it. Failures come back as [`HostError`], which carries the system's error
//! number; how Go words them is the business of the `os` package.

use std::ffi::{CString, OsString};
use std::os::unix::ffi::{OsStrExt, OsStringExt};
use std::sync::OnceLock;
use std::{env, fs, io, process, thread};

use crate::terminal;
use crate::{column, session, signals};

/// An error number of the system.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HostError(pub i32);

impl From<io::Error> for HostError {
    fn from(e: io::Error) -> HostError {
        HostError(e.raw_os_error().unwrap_or(libc::EIO))
    }
}

fn last_error() -> HostError {
    HostError::from(io::Error::last_os_error())
}

/// What a call that returns a negative number on failure came to.
fn checked(n: isize) -> Result<usize, HostError> {
    usize::try_from(n).map_err(|_| last_error())
}

fn clock(id: libc::clockid_t) -> (i64, i64) {
    let mut ts = libc::timespec {
        tv_sec: 0,
        tv_nsec: 0,
    };
    // SAFETY: `ts` is a valid place for the result.
    unsafe { libc::clock_gettime(id, &raw mut ts) };
    (ts.tv_sec, ts.tv_nsec)
}

/// Nanoseconds on the monotonic clock.
#[inline]
pub fn nanotime() -> i64 {
    let (s, ns) = clock(libc::CLOCK_MONOTONIC);
    s * 1_000_000_000 + ns
}

/// Seconds and nanoseconds since 1970.
pub fn wall_clock() -> (i64, i64) {
    clock(libc::CLOCK_REALTIME)
}

/// Nanoseconds since 1970.
pub fn wall_nanos() -> i64 {
    let (s, ns) = wall_clock();
    s * 1_000_000_000 + ns
}

/// Nanoseconds of processor time this process has used.
pub fn process_time() -> i64 {
    let (s, ns) = clock(libc::CLOCK_PROCESS_CPUTIME_ID);
    s * 1_000_000_000 + ns
}

/// The monotonic clock's reading from which `time.Time` counts: just before the program started, so that no reading
/// is zero.
pub fn start_nano() -> i64 {
    static START: OnceLock<i64> = OnceLock::new();
    *START.get_or_init(|| nanotime() - 1)
}

/// Seconds from year 1 to 1970, and to 1885, as `time.Time` counts.
const UNIX_TO_YEAR_1: i64 = 62_135_596_800;
const YEAR_1885: i64 = 59_453_308_800;

/// The current time as the three words of a `time.Time` with a monotonic reading: wall (flag in the top bit, 33 bits
/// of seconds since 1885, 30 bits of nanoseconds), ext (monotonic nanoseconds since [`start_nano`]), location.
pub fn time_words(location: u64) -> [u64; 3] {
    let (s, ns) = wall_clock();
    let mono = nanotime() - start_nano();
    let sec = (s + UNIX_TO_YEAR_1 - YEAR_1885) as u64 & ((1 << 33) - 1);
    [1 << 63 | sec << 30 | ns as u64, mono as u64, location]
}

/// The program's environment.
pub fn environ() -> Vec<Vec<u8>> {
    env::vars_os()
        .map(|(k, v)| {
            let mut e = k.into_vec();
            e.push(b'=');
            e.extend_from_slice(v.as_bytes());
            e
        })
        .collect()
}

/// One variable of the environment.
pub fn env_var(name: &str) -> Option<OsString> {
    env::var_os(name)
}

/// Writes some of `bytes`, to a session's terminal as the session wants it. A broken pipe on standard output or error
/// ends the process as it ends a Go program.
pub fn write_fd(fd: i32, bytes: &[u8]) -> Result<usize, HostError> {
    if session::is_active() {
        column::note(fd, bytes);
    }
    match terminal::writer(fd) {
        Some(write) => write(fd, bytes),
        None => write_now(fd, bytes),
    }
}

/// [`write_fd`] straight to the descriptor.
pub(crate) fn write_now(fd: i32, bytes: &[u8]) -> Result<usize, HostError> {
    loop {
        // SAFETY: the buffer is readable for its length.
        let n = unsafe { libc::write(fd, bytes.as_ptr().cast(), bytes.len()) };
        match checked(n) {
            Err(HostError(libc::EINTR)) => {}
            Err(HostError(libc::EPIPE))
                if (fd == 1 || fd == 2) && signals::dies_of_broken_pipe() =>
            {
                die_of(libc::SIGPIPE)
            }
            r => return r,
        }
    }
}

/// Writes all of `bytes`; returns how many were written before an error.
pub fn write_all(fd: i32, bytes: &[u8]) -> (usize, Option<HostError>) {
    let mut done = 0;
    while done < bytes.len() {
        match write_fd(fd, &bytes[done..]) {
            Ok(n) => done += n,
            Err(HostError(libc::EAGAIN)) => wait_writable(fd),
            Err(e) => return (done, Some(e)),
        }
    }
    (done, None)
}

pub(crate) fn wait_writable(fd: i32) {
    let mut p = libc::pollfd {
        fd,
        events: libc::POLLOUT,
        revents: 0,
    };
    // SAFETY: one valid entry.
    unsafe { libc::poll(&raw mut p, 1, -1) };
}

/// Whether reading `fd` would return at once.
pub fn is_readable_now(fd: i32) -> bool {
    wait_readable(fd, std::time::Duration::ZERO)
}

/// Waits a while until reading `fd` would return at once; whether it would.
pub(crate) fn wait_readable(fd: i32, limit: std::time::Duration) -> bool {
    let mut p = libc::pollfd {
        fd,
        events: libc::POLLIN,
        revents: 0,
    };
    // SAFETY: one valid entry.
    unsafe { libc::poll(&raw mut p, 1, limit.as_millis() as libc::c_int) > 0 }
}

/// Writes to standard error, as far as possible.
pub fn write_stderr(bytes: &[u8]) {
    let _ = write_all(2, bytes);
}

/// Ends the process as the signal does by default.
pub(crate) fn die_of(signal: i32) -> ! {
    // SAFETY: restores the default action and raises the signal in this process.
    unsafe {
        libc::signal(signal, libc::SIG_DFL);
        libc::raise(signal);
    }
    exit_now(2)
}

/// Reads up to `buf.len()` bytes; 0 at the end.
pub fn read_fd(fd: i32, buf: &mut [u8]) -> Result<usize, HostError> {
    // SAFETY: the buffer is writable for its length.
    unsafe { read_raw(fd, buf.as_mut_ptr(), buf.len()) }
}

/// [`read_fd`] into memory that others may read meanwhile (a Go program's buffer).
///
/// # Safety
/// `n` bytes at `p` are writable.
pub unsafe fn read_raw(fd: i32, p: *mut u8, n: usize) -> Result<usize, HostError> {
    loop {
        // SAFETY: passed on.
        match checked(unsafe { libc::read(fd, p.cast(), n) }) {
            Err(HostError(libc::EINTR)) => {}
            r => return r,
        }
    }
}

/// Opens a file with the system's flags.
pub fn open(path: &[u8], flags: i32, mode: u32) -> Result<i32, HostError> {
    let path = CString::new(path).map_err(|_| HostError(libc::EINVAL))?;
    // SAFETY: the path is a string that ends with NUL.
    let fd = unsafe { libc::open(path.as_ptr(), flags | libc::O_CLOEXEC, mode as libc::c_uint) };
    checked(fd as isize).map(|fd| fd as i32)
}

/// Closes a descriptor; a session's standard input and output stay, since entries are read and results
/// shown there.
pub fn close(fd: i32) -> Result<(), HostError> {
    if fd <= 2 && session::is_active() {
        return Ok(());
    }
    // SAFETY: closing a number is harmless to memory.
    checked(unsafe { libc::close(fd) } as isize).map(drop)
}

/// Moves a descriptor's offset.
pub fn seek(fd: i32, offset: i64, whence: i32) -> Result<i64, HostError> {
    // SAFETY: no memory is involved.
    checked(unsafe { libc::lseek(fd, offset, whence) } as isize).map(|n| n as i64)
}

/// Ends the process without running exit handlers; a session's terminal is left as it was found.
pub fn exit_now(code: i32) -> ! {
    terminal::end();
    // SAFETY: ends the process.
    unsafe { libc::_exit(code) }
}

/// This process's id.
pub fn process_id() -> u32 {
    process::id()
}

/// Random bytes from the system, for seeds.
pub fn random_u64() -> u64 {
    let mut bytes = [0u8; 8];
    // SAFETY: the buffer is writable for its length.
    let n = unsafe { libc::getrandom(bytes.as_mut_ptr().cast(), 8, 0) };
    if n == 8 {
        u64::from_ne_bytes(bytes)
    } else {
        nanotime() as u64 ^ u64::from(process_id()) << 32
    }
}

/// `runtime.NumCPU`: processors this process may run on.
pub fn cpu_count() -> usize {
    // SAFETY: the set is a valid place of the given size; all-zero is a valid set.
    unsafe {
        let mut set: libc::cpu_set_t = std::mem::zeroed();
        if libc::sched_getaffinity(0, size_of::<libc::cpu_set_t>(), &raw mut set) == 0 {
            return (libc::CPU_COUNT(&set) as usize).max(1);
        }
    }
    thread::available_parallelism().map_or(1, usize::from)
}

/// Default GOMAXPROCS: the environment variable, else the smaller of the processors and the container's limit.
pub fn default_procs() -> usize {
    let wanted =
        env_var("GOMAXPROCS").and_then(|v| v.to_str().and_then(|s| s.trim().parse::<usize>().ok()));
    if let Some(n) = wanted.filter(|&n| n > 0) {
        return n;
    }
    let cpus = cpu_count();
    match cgroup_cpu_limit() {
        // As Go does: rounded up, and at least 2 unless there are fewer processors.
        Some(limit) => (limit.ceil() as usize).max(2).min(cpus),
        None => cpus,
    }
}

/// The processors' worth of time that the control group allows.
fn cgroup_cpu_limit() -> Option<f64> {
    let root = ["/sys/fs/cgroup/cpu", "/sys/fs/cgroup/cpu,cpuacct"];
    cgroup_limit("cpu", &root, read_v2, read_v1)
}

/// The bytes of memory that this process can have without driving others out, if the system tells.
pub fn available_memory() -> Option<u64> {
    let info = fs::read_to_string("/proc/meminfo").ok()?;
    let line = info.lines().find_map(|l| l.strip_prefix("MemAvailable:"));
    let kilobytes: u64 = line?.split_whitespace().next()?.parse().ok()?;
    let allowed = cgroup_limit(
        "memory",
        &["/sys/fs/cgroup/memory"],
        |dir| number_in(&format!("{dir}/memory.max")),
        |dir| number_in(&format!("{dir}/memory.limit_in_bytes")),
    );
    let allowed = allowed.map_or(u64::MAX, |bytes| bytes as u64);
    Some((kilobytes * 1024).min(allowed))
}

/// The bytes of this process that lie in memory, if the system tells.
pub fn resident_memory() -> Option<u64> {
    let text = fs::read_to_string("/proc/self/statm").ok()?;
    let pages: u64 = text.split_whitespace().nth(1)?.parse().ok()?;
    // SAFETY: asks for a number.
    let page = unsafe { libc::sysconf(libc::_SC_PAGESIZE) };
    Some(pages * u64::try_from(page).ok()?)
}

fn number_in(file: &str) -> Option<f64> {
    fs::read_to_string(file).ok()?.trim().parse().ok()
}

/// What the control group allows of what `controller` shares out, version 2 or 1.
fn cgroup_limit(
    controller: &str,
    roots: &[&str],
    read_v2: fn(&str) -> Option<f64>,
    read_v1: fn(&str) -> Option<f64>,
) -> Option<f64> {
    let groups = fs::read_to_string("/proc/self/cgroup").ok()?;
    let mut limit: Option<f64> = None;
    for line in groups.lines() {
        let mut parts = line.splitn(3, ':');
        let (_, controllers, path) = (parts.next()?, parts.next()?, parts.next()?);
        if controllers.is_empty() {
            limit = tightest(limit, "/sys/fs/cgroup", path, read_v2);
        } else if controllers.split(',').any(|c| c == controller) {
            for r in roots {
                limit = tightest(limit, r, path, read_v1);
            }
        }
    }
    limit
}

/// The smallest limit on the way from `path` up to `root`.
fn tightest(
    mut limit: Option<f64>,
    root: &str,
    path: &str,
    read: fn(&str) -> Option<f64>,
) -> Option<f64> {
    let mut path = path.trim_end_matches('/').to_string();
    loop {
        if let Some(l) = read(&format!("{root}{path}")) {
            limit = Some(limit.map_or(l, |old| old.min(l)));
        }
        match path.rfind('/') {
            Some(i) => path.truncate(i),
            None => return limit,
        }
    }
}

fn read_v2(dir: &str) -> Option<f64> {
    parse_cpu_max(&fs::read_to_string(format!("{dir}/cpu.max")).ok()?)
}

fn parse_cpu_max(text: &str) -> Option<f64> {
    let mut words = text.split_whitespace();
    let quota: f64 = words.next()?.parse().ok()?;
    let period: f64 = words.next()?.parse().ok()?;
    (quota > 0.0 && period > 0.0).then(|| quota / period)
}

fn read_v1(dir: &str) -> Option<f64> {
    let number = |name: &str| -> Option<f64> {
        fs::read_to_string(format!("{dir}/{name}"))
            .ok()?
            .trim()
            .parse()
            .ok()
    };
    let (quota, period) = (number("cpu.cfs_quota_us")?, number("cpu.cfs_period_us")?);
    (quota > 0.0 && period > 0.0).then(|| quota / period)
}

/// The program's arguments, its own name first, as the command sets them before the run.
static ARGS: std::sync::OnceLock<Vec<Vec<u8>>> = std::sync::OnceLock::new();

/// Sets what [`args`] returns; the first call counts.
pub fn set_args(args: Vec<Vec<u8>>) {
    // A second program in one process keeps the first one's arguments.
    let _ = ARGS.set(args);
}

/// `os.Args`.
pub fn args() -> &'static [Vec<u8>] {
    ARGS.get().map_or(&[], Vec::as_slice)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cpu_max_is_quota_over_period() {
        assert_eq!(parse_cpu_max("150000 100000\n"), Some(1.5));
        assert_eq!(parse_cpu_max("max 100000\n"), None);
        assert_eq!(parse_cpu_max(""), None);
    }

    #[test]
    fn clocks_advance() {
        let a = nanotime();
        assert!(nanotime() >= a);
        assert!(default_procs() >= 1);
    }
}
