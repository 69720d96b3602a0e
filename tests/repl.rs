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

/// Entries, and what the program prints that `:save` makes of them.
const SAVED: &[(&str, &str)] = &[
    ("x := 2\nfunc f() int { return x * 21 }\nf()\n", "42\n"),
    ("import f \"fmt\"\nf.Println(1)\nf.Sprint(2)\n", "1\n2\n"),
    // Names that nothing uses.
    (
        "for i := 0; i < 2; i++ { x := i }\nfor j := range 2 { fmt.Println(2) }\n",
        "2\n2\n",
    ),
    (
        "if a, b := 1, 2; b > 1 {\n\tc := 3 // three\n\tprintln := 4\n}\n5\n",
        "5\n",
    ),
    ("switch t := 1; {\ncase true:\n\tfmt.Println(6)\n}\n", "6\n"),
    ("func f() { unused := 1; fmt.Println(7) }\nf()\n", "7\n"),
    ("import \"os\"\nx := 8\nvar y, z = 1, 2\n", ""),
    // A variable of another type than before, which a function mentions.
    (
        "x := 1\nx + 1\nfunc f() any { return x }\nx := \"nine\"\nf()\n",
        "nine\n",
    ),
    // Variables of another type, and of the same one: closures see the latter.
    (
        "x := 1\nf := func() int { return x }\nx := 2\nf()\nx := 3.5\nf()\nx\nx := 4.5\nx\n",
        "2\n2\n3.5\n4.5\n",
    ),
    (
        "var x, y int = 1, 2\nvar x int\nx + y\nfunc f() int { return x }\nvar ( x = 5; y int )\nf() + y\n",
        "2\n5\n",
    ),
    (
        "a, err := strconv.Atoi(\"1\")\nb, err := strconv.Atoi(\"2\")\nfunc f() int { return b }\na + f()\n",
        "3\n",
    ),
    // Constants: types need them, and they need each other.
    (
        "const n = 2\nconst m = n * 2\ntype T [m]int\nlen(T{})\n",
        "4\n",
    ),
    ("const n = 2\nn\nconst n = 3\nn\n", "2\n3\n"),
    (
        "const n = 2\nfunc f() int { return n }\nconst n = 3\nf()\n",
        "3\n",
    ),
    // Packages that no import names.
    (
        "d := 2 * time.Second\nfunc f() time.Duration { return d }\nf()\n",
        "2s\n",
    ),
    (
        "d := 2 * time.Second\nfunc f() time.Duration { return d }\ntime := 3\ntime\n",
        "3\n",
    ),
    ("fmt.Println(1)\nfmt := 2\nfmt\n", "1\n2\n"),
    // Entries that end early.
    (
        "for i := range 9 { if i == 2 { return }; fmt.Println(i) }\n10\n",
        "0\n1\n10\n",
    ),
    (
        "x := 1; return\nif x > 0 { defer fmt.Println(11) }\n12\n",
        "11\n12\n",
    ),
    ("i := 0; again: i++; if i < 5 { goto again }\ni\n", "5\n"),
    // A type that was another one.
    (
        "type T struct{ A int }\nt := T{1}\nt.A\ntype T struct{ B string }\nu := T{\"b\"}\nu.B\n",
        "b\n",
    ),
    (
        "type T int\nfunc (t T) M() int { return int(t) }\nt := T(13)\nt.M()\nT.M\n:type T\nfunc (t T) M() string { return \"14\" }\nt.M()\n",
        "",
    ),
    (
        "type T int\nfunc init() { fmt.Println(1, T(2)) }\nfunc init() { fmt.Println(3) }\ntype T string\n",
        "",
    ),
    (
        "func init() { fmt.Println(1) }\nfunc init() { fmt.Println(2) }\n",
        "1\n2\n",
    ),
    // A session's own main.
    (
        "func main() { fmt.Println(15) }\nmain()\nfunc program() {}\n",
        "15\n",
    ),
    // What is no program.
    (
        "panic(1)\nundefined\nvar p *int\n*p\n1 << 100\nnil\nint\n",
        "",
    ),
    ("s := `a\nb`\nif true { s := `\n` }\ns\n", "a\nb\n"),
    ("x := 1\nfunc x() int { return 2 }\nx()\n", "2\n"),
];

#[test]
fn saved_sessions_are_programs() {
    let dir = std::env::temp_dir().join(format!("gorun-repl-{}", std::process::id()));
    std::fs::create_dir_all(&dir).unwrap();
    let file = dir.join("saved.go");
    for &(entries, expected) in SAVED {
        session(&format!("{entries}:save {}\n", file.display()), &[]);
        let text = std::fs::read_to_string(&file).unwrap();
        let output = Command::new(env!("CARGO_BIN_EXE_gorun"))
            .arg(&file)
            .output()
            .unwrap();
        let errors = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{entries}\n{text}\n{errors}");
        if !expected.is_empty() {
            let printed = String::from_utf8_lossy(&output.stdout);
            assert_eq!(printed, expected, "{entries}\n{text}");
        }
    }
    std::fs::remove_dir_all(dir).unwrap();
}

#[test]
fn build_tags_choose_a_package_s_files() {
    let shop = Path::new(env!("CARGO_MANIFEST_DIR")).join("testdata/repl/module/shop");
    let script = "printf 'import \"example.com/shop/util\"\\nutil.Special()\\n' | \"$GORUN\" repl";
    let output = Command::new("sh")
        .args(["-c", script])
        .env("GORUN", env!("CARGO_BIN_EXE_gorun"))
        .env("GOFLAGS", "-tags=special")
        .current_dir(shop)
        .output()
        .unwrap();
    let text = String::from_utf8_lossy(&output.stdout);
    assert_eq!(text, "util starts\n7 : int\n");
}
