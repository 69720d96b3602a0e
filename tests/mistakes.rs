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

/// Line, column and words of an error.
type Error = (u64, u64, String);

/// The errors that gorun finds in a text, and for those with certain repairs the repaired text.
fn repairs(text: &str) -> Vec<(Error, Option<String>)> {
    // Other runs of this test may go on at the same time.
    let name = format!("mistake{}.go", std::process::id());
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(&name);
    fs::write(&path, text).unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_gorun"))
        .args(["check", "--diagnostics=json", &name])
        .current_dir(env!("CARGO_TARGET_TMPDIR"))
        .output()
        .unwrap();
    fs::remove_file(path).unwrap();
    let lines = String::from_utf8(output.stderr).unwrap();
    let mut found = Vec::new();
    for line in lines.lines() {
        let object: serde_json::Value = serde_json::from_str(line).expect(line);
        let message = object["message"].as_str().unwrap();
        let number = |key: &str| object[key].as_u64().unwrap_or(0);
        let error = (number("line"), number("column"), message.to_string());
        let edits = object["edits"].as_array().unwrap();
        found.push((error, (!edits.is_empty()).then(|| edited(text, edits))));
    }
    found
}

fn edited(text: &str, edits: &[serde_json::Value]) -> String {
    let mut ranges: Vec<(usize, usize, &str)> = edits
        .iter()
        .map(|e| {
            let offset = |line: &str, column: &str| {
                let index = e[line].as_u64().unwrap() as usize - 1;
                let before: usize = text.split_inclusive('\n').take(index).map(str::len).sum();
                before + e[column].as_u64().unwrap() as usize - 1
            };
            let start = offset("line", "column");
            let end = offset("end_line", "end_column");
            (start, end, e["text"].as_str().unwrap())
        })
        .collect();
    ranges.sort_unstable();
    let mut out = text.to_string();
    for (start, end, new) in ranges.into_iter().rev() {
        out.replace_range(start..end, new);
    }
    out
}

#[test]
fn edits_repair_what_they_are_for() {
    let mut count = 0;
    for name in names() {
        let text = fs::read_to_string(folder().join(format!("{name}.go"))).unwrap();
        // Its positions are made up.
        if text.contains("line template.tmpl") {
            continue;
        }
        for (error, repaired) in repairs(&text) {
            let Some(repaired) = repaired else {
                continue;
            };
            count += 1;
            let left = repairs(&repaired);
            assert!(
                left.iter().all(|(other, _)| *other != error),
                "{name}: {error:?} is still there in\n{repaired}"
            );
        }
    }
    assert!(count > 100, "{count}");
}

#[test]
fn colours_are_for_terminals_unless_the_environment_says_otherwise() {
    let coloured = |variables: &[(&str, &str)]| {
        let output = Command::new(env!("CARGO_BIN_EXE_gorun"))
            .args(["--diagnostics=rich", "too_many.go"])
            .current_dir(folder())
            .env_remove("NO_COLOR")
            .env_remove("CLICOLOR_FORCE")
            .envs(variables.iter().copied())
            .output()
            .unwrap();
        output.stderr.contains(&0x1b)
    };
    assert!(!coloured(&[]));
    assert!(coloured(&[("CLICOLOR_FORCE", "1")]));
    assert!(!coloured(&[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")]));
}
