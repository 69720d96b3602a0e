//! Mistakes that learners make, and what gorun says about them.
//!
//! Beside `testdata/mistakes/x.go`: `x.gc` is what `go build x.go` of Go 1.26.6 prints (recorded, never
//! edited; the compiler's lines where the go command has words of its own), `x.rich` what a terminal shows without colours, `x.json` the objects for other programs.
//! `GORUN_BLESS=1` writes the last two anew: read them before they are committed.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("testdata/mistakes")
}

/// What gorun prints to standard error in the folder of the mistakes.
fn errors(style: &str, file: &str) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_gorun"))
        .args([&format!("--diagnostics={style}"), file])
        .current_dir(folder())
        .env_remove("CLICOLOR_FORCE")
        .stdin(Stdio::null())
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(1), "{file} should not compile");
    String::from_utf8_lossy(&output.stderr).into_owned()
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

/// Compares what is said about each mistake in one style with the recorded text.
fn check(style: &str, may_bless: bool) {
    let bless = may_bless && std::env::var_os("GORUN_BLESS").is_some();
    let mut wrong = Vec::new();
    for name in names() {
        let have = errors(style, &format!("{name}.go"));
        let path = folder().join(format!("{name}.{style}"));
        if bless {
            fs::write(&path, &have).unwrap();
        }
        let wanted = fs::read_to_string(&path).unwrap_or_default();
        if have != wanted {
            wrong.push(format!(
                "{name}.{style}\n--- wanted\n{wanted}--- have\n{have}"
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn at_least_sixty() {
    assert!(names().len() >= 60);
}

#[test]
fn gc_lines_are_those_of_go() {
    check("gc", false);
}

#[test]
fn rich() {
    check("rich", true);
}

#[test]
fn json() {
    check("json", true);
}
