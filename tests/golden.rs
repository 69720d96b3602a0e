//! Runs the programs of `testdata` and compares what they print with what real Go printed.
//!
//! Beside `x.go`: `x.out` is standard output (recorded from Go 1.26.6), `x.err` text that standard
//! error must contain, `x.code` the exit status (0 without the file). A first line `// unordered`
//! says that goroutines race: lines are compared sorted; `// optimised` that the program needs an
//! optimised gorun. Concurrency folders run with 1, 2 and 4
//! workers.
//!
//! In `testdata/run/projects` each program is a folder `x` (with go.mod, packages, a vendor folder,
//! …) beside `x.out` and the others; `x.args` holds gorun's arguments, one a line, `.` without the
//! file. It runs in that folder; a folder `modcache` in it is its module cache. Errors in `x.err`
//! must be all that it prints to standard error, `$DIR` standing for the folder.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

const TIME_LIMIT: Duration = Duration::from_secs(60);

/// The lines shown of outputs that differ.
const SHOWN_LINES: usize = 12;

fn folder_entries(folder: &str, wanted: impl Fn(&Path) -> bool) -> Vec<PathBuf> {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("testdata")
        .join(folder);
    let mut found: Vec<PathBuf> = fs::read_dir(&dir)
        .unwrap_or_else(|e| panic!("{}: {e}", dir.display()))
        .map(|entry| entry.unwrap().path())
        .filter(|path| wanted(path))
        .collect();
    found.sort();
    assert!(!found.is_empty(), "no programs in {folder}");
    found
}

/// A file beside the program, `x.out` of `x.go` or of the folder `x`.
fn beside(program: &Path, extension: &str) -> Option<String> {
    // Programs may print bytes that are no UTF-8.
    let bytes = fs::read(program.with_extension(extension)).ok()?;
    Some(String::from_utf8_lossy(&bytes).into_owned())
}

/// What a process printed; absent if it did not end in time.
fn run(command: &mut Command) -> Option<Output> {
    let mut child = command
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
    let mut in_time = true;
    while child.try_wait().unwrap().is_none() {
        if start.elapsed() > TIME_LIMIT {
            in_time = false;
            child.kill().unwrap();
            break;
        }
        std::thread::sleep(Duration::from_millis(2));
    }
    let output = Output {
        status: child.wait().unwrap(),
        stdout: out.join().unwrap(),
        stderr: err.join().unwrap(),
    };
    in_time.then_some(output)
}

fn read_all(pipe: &mut impl std::io::Read) -> Vec<u8> {
    let mut bytes = Vec::new();
    pipe.read_to_end(&mut bytes).unwrap();
    bytes
}

fn sorted(text: &str) -> String {
    let mut lines: Vec<&str> = text.lines().collect();
    lines.sort_unstable();
    lines.join("\n")
}

/// The first lines in which two outputs differ, if they do.
fn difference(have: &str, wanted: &str) -> Option<String> {
    if have == wanted {
        return None;
    }
    let (a, b): (Vec<&str>, Vec<&str>) = (have.split('\n').collect(), wanted.split('\n').collect());
    let same = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
    let mut text = format!("from line {} on", same + 1);
    for (sign, lines) in [('-', &b), ('+', &a)] {
        for line in lines.iter().skip(same).take(SHOWN_LINES) {
            let _ = write!(text, "\n  {sign} {line:?}");
        }
        if lines.len() > same + SHOWN_LINES {
            let _ = write!(text, "\n  {sign} …");
        }
    }
    Some(text)
}

/// How standard error is compared with `x.err`.
#[derive(Clone, Copy, PartialEq)]
enum ErrorText {
    Contained,
    /// The whole text, the program's folder written as `$DIR`.
    Whole,
}

/// What is wrong with a run of the program, if anything.
fn mismatch(
    program: &Path,
    command: &mut Command,
    unordered: bool,
    error_text: ErrorText,
) -> Option<String> {
    let Some(wanted) = beside(program, "out") else {
        return Some("no expected output recorded".into());
    };
    let Some(output) = run(command) else {
        return Some(format!("still running after {TIME_LIMIT:?}"));
    };
    let stdout = String::from_utf8_lossy(&output.stdout);
    let mut stderr = String::from_utf8_lossy(&output.stderr).into_owned();
    let printed = if unordered {
        difference(&sorted(&stdout), &sorted(&wanted))
    } else {
        difference(&stdout, &wanted)
    };
    if let Some(printed) = printed {
        return Some(format!(
            "standard output differs {printed}\nstandard error\n{stderr}"
        ));
    }
    let code: i32 = beside(program, "code").map_or(0, |c| c.trim().parse().unwrap());
    if output.status.code() != Some(code) {
        return Some(format!(
            "ended with {:?}, wanted {code}; standard error\n{stderr}",
            output.status.code()
        ));
    }
    let error = beside(program, "err").unwrap_or_default();
    if error_text == ErrorText::Whole {
        stderr = stderr.replace(program.to_str().unwrap(), "$DIR");
        let differs = difference(stderr.trim_end(), error.trim_end());
        return differs.map(|d| format!("standard error differs {d}"));
    }
    (!stderr.contains(error.trim_end())).then(|| format!("said\n{stderr}\nwanted\n{error}"))
}

fn gorun(dir: &Path, workers: u32) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gorun"));
    command
        .current_dir(dir)
        .env("GOMAXPROCS", workers.to_string());
    command
}

fn assert_none_wrong(wrong: &[String]) {
    assert!(
        wrong.is_empty(),
        "{} wrong\n{}",
        wrong.len(),
        wrong.join("\n----\n")
    );
}

fn check(folder: &str, workers: &[u32], arguments: &[&str]) {
    let mut wrong = Vec::new();
    for program in folder_entries(folder, |p| p.extension().is_some_and(|e| e == "go")) {
        let source = fs::read_to_string(&program).unwrap();
        let unordered = source.starts_with("// unordered");
        if cfg!(debug_assertions) && source.starts_with("// optimised") {
            continue;
        }
        for &n in workers {
            let mut command = gorun(program.parent().unwrap(), n);
            command.args(arguments).arg(program.file_name().unwrap());
            if let Some(what) = mismatch(&program, &mut command, unordered, ErrorText::Contained) {
                wrong.push(format!("{} with {n} workers: {what}", program.display()));
            }
        }
    }
    assert_none_wrong(&wrong);
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

#[test]
fn projects() {
    let mut wrong = Vec::new();
    for dir in folder_entries("run/projects", Path::is_dir) {
        let mut command = gorun(&dir, 2);
        let arguments = beside(&dir, "args").unwrap_or_else(|| ".".into());
        command
            .args(arguments.lines())
            .env("GOMODCACHE", dir.join("modcache"))
            .env_remove("GOWORK");
        if let Some(what) = mismatch(&dir, &mut command, false, ErrorText::Whole) {
            wrong.push(format!("{}: {what}", dir.display()));
        }
    }
    assert_none_wrong(&wrong);
}

#[test]
fn differences_are_shown_from_the_first_line_on() {
    assert_eq!(difference("a\nb\n", "a\nb\n"), None);
    let shown = difference("a\nb\nc\n", "a\nx\nc\n").unwrap();
    assert!(shown.starts_with("from line 2 on\n  - \"x\""), "{shown}");
}
