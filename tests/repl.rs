//! Transcripts of sessions through a pipe: `testdata/repl/x.txt` gives `x.out`, standard output and
//! errors together in their order. `GORUN_BLESS=1` writes what comes out.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// What a session prints, and its exit code.
fn session(entries: &str, arguments: &[&str]) -> (String, Option<i32>) {
    let mut command = Command::new("sh");
    command
        .args([
            "-c",
            "exec \"$0\" repl \"$@\" 2>&1",
            env!("CARGO_BIN_EXE_gorun"),
        ])
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let mut input = child.stdin.take().unwrap();
    input.write_all(entries.as_bytes()).unwrap();
    drop(input);
    let output = child.wait_with_output().unwrap();
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    (text, output.status.code())
}

#[test]
fn transcripts() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("testdata/repl");
    let mut count = 0;
    for file in std::fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        if path.extension().is_none_or(|e| e != "txt") {
            continue;
        }
        let entries = std::fs::read_to_string(&path).unwrap();
        let (got, _) = session(&entries, &[]);
        let expected = path.with_extension("out");
        if std::env::var_os("GORUN_BLESS").is_some() {
            std::fs::write(&expected, &got).unwrap();
        }
        let want = std::fs::read_to_string(&expected).unwrap();
        assert_eq!(got, want, "{}", path.display());
        count += 1;
    }
    assert!(count > 0);
}

#[test]
fn first_error_ends_with_status_1() {
    let (text, code) = session("1\nnope\n2\n", &["-e"]);
    assert_eq!(code, Some(1), "{text}");
    assert!(!text.contains("2 : int"), "{text}");
    assert_eq!(session("1\nnope\n2\n", &[]).1, Some(0));
}

#[test]
fn entries_are_quick() {
    let entries: String = (0..13)
        .map(|i| format!("v{i} := {i}\nv{i} * 2\nfunc f{i}(n int) int {{ return n + v{i} }}\n"))
        .collect();
    let begin = Instant::now();
    session("1\n", &[]);
    let alone = begin.elapsed();
    let begin = Instant::now();
    session(&entries, &[]);
    let each = begin.elapsed().saturating_sub(alone) / 39;
    assert!(each < Duration::from_millis(60), "{each:?} an entry");
}

#[test]
fn a_saved_session_is_a_program() {
    let dir = std::env::temp_dir().join(format!("gorun-repl-{}", std::process::id()));
    std::fs::create_dir_all(&dir).unwrap();
    let file = dir.join("saved.go");
    let entries = format!(
        "x := 2\nfunc f() int {{ return x * 21 }}\nf()\n:save {}\n",
        file.display()
    );
    session(&entries, &[]);
    let output = Command::new(env!("CARGO_BIN_EXE_gorun"))
        .arg(&file)
        .output()
        .unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stdout), "42\n");
    std::fs::remove_dir_all(dir).unwrap();
}
