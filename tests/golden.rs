//! Runs the programs of `testdata` and compares what they print with what real Go printed.
//!
//! Beside `x.go`: `x.out` is standard output (recorded from Go 1.26.6), `x.err` text that standard
//! error must contain, `x.code` the exit status (0 without the file). A first line `// unordered`
//! says that goroutines race: lines are compared sorted. Concurrency folders run with 1, 2 and 4
//! workers.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

const TIME_LIMIT: Duration = Duration::from_secs(60);

fn programs(folder: &str) -> Vec<PathBuf> {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("testdata")
        .join(folder);
    let mut files: Vec<PathBuf> = fs::read_dir(&dir)
        .unwrap_or_else(|e| panic!("{}: {e}", dir.display()))
        .map(|entry| entry.unwrap().path())
        .filter(|p| p.extension().is_some_and(|e| e == "go"))
        .collect();
    files.sort();
    assert!(!files.is_empty(), "no programs in {folder}");
    files
}

fn read(path: &Path, extension: &str) -> Option<String> {
    // Programs may print bytes that are no UTF-8.
    let bytes = fs::read(path.with_extension(extension)).ok()?;
    Some(String::from_utf8_lossy(&bytes).into_owned())
}

fn run(program: &Path, workers: u32, arguments: &[&str]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_gorun"))
        .args(arguments)
        .arg(program.file_name().unwrap())
        .current_dir(program.parent().unwrap())
        .env("GOMAXPROCS", workers.to_string())
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // Pipes are read while the program runs: it would block on full ones.
    let (mut out, mut err) = (child.stdout.take().unwrap(), child.stderr.take().unwrap());
    let out = std::thread::spawn(move || read_all(&mut out));
    let err = std::thread::spawn(move || read_all(&mut err));
    let start = Instant::now();
    while child.try_wait().unwrap().is_none() {
        if start.elapsed() > TIME_LIMIT {
            child.kill().unwrap();
            panic!("{}: still running after {TIME_LIMIT:?}", program.display());
        }
        std::thread::sleep(Duration::from_millis(2));
    }
    Output {
        status: child.wait().unwrap(),
        stdout: out.join().unwrap(),
        stderr: err.join().unwrap(),
    }
}

fn read_all(pipe: &mut impl std::io::Read) -> Vec<u8> {
    let mut bytes = Vec::new();
    pipe.read_to_end(&mut bytes).unwrap();
    bytes
}

fn sorted(text: &str) -> Vec<&str> {
    let mut lines: Vec<&str> = text.lines().collect();
    lines.sort_unstable();
    lines
}

/// What is wrong with a run of the program, if anything.
fn mismatch(program: &Path, workers: u32, arguments: &[&str]) -> Option<String> {
    let output = run(program, workers, arguments);
    let stdout = String::from_utf8_lossy(&output.stdout);
    let stderr = String::from_utf8_lossy(&output.stderr);
    let unordered = fs::read_to_string(program)
        .unwrap()
        .starts_with("// unordered");
    let wanted = read(program, "out").unwrap_or_default();
    let same = if unordered {
        sorted(&stdout) == sorted(&wanted)
    } else {
        stdout == wanted
    };
    let code: i32 = read(program, "code").map_or(0, |c| c.trim().parse().unwrap());
    let name = program.display();
    if !same {
        return Some(format!(
            "{name} with {workers} workers printed\n{stdout}\nwanted\n{wanted}\nstderr\n{stderr}"
        ));
    }
    if output.status.code() != Some(code) {
        return Some(format!(
            "{name} with {workers} workers ended with {:?}, wanted {code}; stderr\n{stderr}",
            output.status.code()
        ));
    }
    let error = read(program, "err").unwrap_or_default();
    if !stderr.contains(error.trim_end()) {
        return Some(format!("{name} said\n{stderr}\nwanted\n{error}"));
    }
    None
}

fn check(folder: &str, workers: &[u32], arguments: &[&str]) {
    let mut wrong = Vec::new();
    for program in programs(folder) {
        for &n in workers {
            wrong.extend(mismatch(&program, n, arguments));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n----\n"));
}

#[test]
fn documents() {
    check("docs", &[1, 2, 4], &[]);
}

#[test]
fn language() {
    check("run/lang", &[2], &[]);
}

#[test]
fn concurrency() {
    check("run/conc", &[1, 2, 4], &[]);
}

#[test]
fn packages() {
    check("run/std", &[2], &[]);
}

#[test]
fn panics() {
    check("run/panic", &[2], &[]);
}

#[test]
fn mistakes() {
    check("check", &[1], &["check"]);
}
