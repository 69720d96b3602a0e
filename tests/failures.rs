//! Panics and fatal errors, and what a terminal shows above Go's text.
//!
//! Beside `testdata/failures/x.go`: `x.rich` is what comes before Go's text with `--diagnostics=rich`.
//! `GORUN_BLESS=1` writes it anew: read it before it is committed.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("testdata/failures")
}

/// What a run prints to standard error.
fn failure(arguments: &[&str], stdin: Stdio) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_gorun"))
        .args(arguments)
        .current_dir(folder())
        .env_remove("CLICOLOR_FORCE")
        // Goroutines get the same numbers each time.
        .env("GOMAXPROCS", "1")
        .stdin(stdin)
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2), "{arguments:?} should fail");
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// Both texts: the explanation and Go's.
fn explained(file: &str) -> (String, String) {
    let both = failure(&["--diagnostics=rich", file], Stdio::null());
    let starts = ["panic: ", "fatal error: ", "runtime: "];
    let mut at = 0;
    for line in both.split_inclusive('\n') {
        if starts.iter().any(|s| line.starts_with(s)) {
            break;
        }
        at += line.len();
    }
    (both[..at].to_string(), both[at..].to_string())
}

fn names() -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder())
        .unwrap()
        .filter_map(|entry| entry.unwrap().file_name().into_string().ok())
        .filter_map(|name| name.strip_suffix(".go").map(str::to_string))
        .collect();
    names.sort();
    names
}

#[test]
fn failures_are_explained() {
    let bless = std::env::var_os("GORUN_BLESS").is_some();
    let mut wrong = Vec::new();
    for name in names() {
        let file = format!("./{name}.go");
        let (have, text) = explained(&file);
        let path = folder().join(format!("{name}.rich"));
        if bless {
            fs::write(&path, &have).unwrap();
        }
        let wanted = fs::read_to_string(&path).unwrap_or_default();
        if have != wanted {
            wrong.push(format!("{name}\n--- wanted\n{wanted}--- have\n{have}"));
        }
        // Below it is what stands alone without a terminal.
        let plain = failure(&[&file], Stdio::null());
        let first = text.lines().next().unwrap();
        assert!(plain.contains(first), "{name}: {plain}");
        assert!(!plain.contains("┌─"), "{name}: {plain}");
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn text_that_is_in_no_file_is_shown() {
    let code = "list := []int{1}\nprintln(list[3])";
    let text = failure(&["--diagnostics=rich", "-c", code], Stdio::null());
    assert!(text.contains("2 │ println(list[3])"), "{text}");
    assert!(
        text.contains("index 3, but the length of list is 1"),
        "{text}"
    );
}
