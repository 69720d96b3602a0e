//! Transcripts of sessions through a pipe: `testdata/repl/x.txt` gives `x.out`, standard output and
//! errors together in their order. `GORUN_BLESS=1` writes what comes out.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// What a session prints, and its exit code.
fn session(entries: &str, arguments: &[&str]) -> (String, Option<i32>) {
    session_in(Path::new("."), entries, arguments)
}

fn session_in(folder: &Path, entries: &str, arguments: &[&str]) -> (String, Option<i32>) {
    let mut command = Command::new("sh");
    command
        .args([
            "-c",
            "exec \"$0\" repl \"$@\" 2>&1",
            env!("CARGO_BIN_EXE_gorun"),
        ])
        .args(arguments)
        .current_dir(folder)
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

/// In folders of modules: `session.txt` gives `session.out`.
#[test]
fn packages_of_modules() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("testdata/repl/module/shop");
    for folder in ["", "vend", "work/a"] {
        let folder = root.join(folder);
        let entries = std::fs::read_to_string(folder.join("session.txt")).unwrap();
        let (got, _) = session_in(&folder, &entries, &[]);
        let expected = folder.join("session.out");
        if std::env::var_os("GORUN_BLESS").is_some() {
            std::fs::write(&expected, &got).unwrap();
        }
        let want = std::fs::read_to_string(&expected).unwrap();
        assert_eq!(got, want, "{}", folder.display());
    }
}

#[test]
fn a_saved_session_has_the_imports_of_its_module() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("testdata/repl/module/shop");
    let file = root.join(format!("saved{}.go", std::process::id()));
    let name = file.file_name().unwrap().to_string_lossy();
    let entries = format!("import \"example.com/shop/util\"\nutil.Add(2, 3)\n:save {name}\n");
    session_in(&root, &entries, &[]);
    let output = Command::new(env!("CARGO_BIN_EXE_gorun"))
        .arg(&file)
        .output()
        .unwrap();
    std::fs::remove_file(&file).unwrap();
    let text = String::from_utf8_lossy(&output.stdout);
    assert_eq!(text, "util starts\n0.05\n");
}

#[test]
fn first_error_ends_with_status_1() {
    let (text, code) = session("1\nnope\n2\n", &["-e"]);
    assert_eq!(code, Some(1), "{text}");
    assert!(!text.contains("2 : int"), "{text}");
    assert_eq!(session("1\nnope\n2\n", &[]).1, Some(0));
}

#[test]
fn goroutines_that_fail_are_errors() {
    let dies = "go func() { panic(\"lost\") }()\n";
    for after in ["", "time.Sleep(time.Millisecond)\n2\n"] {
        let (text, code) = session(&format!("{dies}{after}"), &["-e"]);
        assert_eq!(code, Some(1), "{text}");
        assert!(text.contains("panic: lost"), "{text}");
        assert!(!text.contains("2 : int"), "{text}");
    }
}

#[test]
fn long_functions_are_read_in_linear_time() {
    let body = "\tn += 1 // (\n".repeat(20_000);
    let begin = Instant::now();
    let (text, _) = session(
        &format!("func f() (n int) {{\n{body}\treturn\n}}\nf()\n"),
        &[],
    );
    assert_eq!(text, "20000 : int\n");
    assert!(
        begin.elapsed() < Duration::from_secs(20),
        "{:?}",
        begin.elapsed()
    );
}

/// Entries of all kinds; each ends in an expression whose value tells that it is done.
fn forty_entries() -> Vec<(String, String)> {
    let kinds = [
        "x# := #; x# + 1000",
        "func f#(n int) int { return n + # }; f#(1000)",
        "type T# struct { A, B int }; T#{A: 1, B: #}.B + 1000",
        "for i := range 3 { _ = i }; 1000 + #",
        "s# := []int{1, 2, #}; s#[2] + 1000",
        "m# := map[string]int{\"a\": #}; m#[\"a\"] + 1000",
        "len(fmt.Sprintf(\"%d\", #)) * 0 + 1000 + #",
        "c# := make(chan int); go func() { c# <- # }(); <-c# + 1000",
    ];
    let entry = |i: usize| {
        let number = i + 10;
        let text = kinds[i % kinds.len()].replace('#', &number.to_string());
        (text, format!("{} : int", number + 1000))
    };
    (0..40).map(entry).collect()
}

#[test]
fn entries_are_quick() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_gorun"))
        .arg("repl")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut input = child.stdin.take().unwrap();
    let mut output = BufReader::new(child.stdout.take().unwrap()).lines();
    let mut times = Vec::new();
    for (entry, result) in forty_entries() {
        let begin = Instant::now();
        writeln!(input, "{entry}").unwrap();
        let line = output.next().unwrap().unwrap();
        times.push(begin.elapsed());
        assert_eq!(line, result, "{entry}");
    }
    drop(input);
    child.wait().unwrap();
    times.sort();
    let (median, longest) = (times[20], times[39]);
    println!("40 entries: median {median:?}, longest {longest:?}");
    // The limit is the optimised program's.
    let limit = if cfg!(debug_assertions) { 100 } else { 5 };
    assert!(median < Duration::from_millis(limit), "median {median:?}");
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
