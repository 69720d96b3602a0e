//! Scripts and files as they come: `#!` lines, names, strange contents.

mod scratch;

use scratch::Scratch;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Command, Output, Stdio};

/// A folder with these files, all of them executable.
fn folder(name: &str, files: &[(&str, &[u8])]) -> Scratch {
    let dir = Scratch::new(&format!("scripts-{name}"));
    for (file, bytes) in files {
        let path = dir.join(file);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, bytes).unwrap();
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o755)).unwrap();
    }
    dir
}

/// Runs a command with gorun in PATH.
fn run(dir: &Path, command: &str, arguments: &[&str]) -> Output {
    let bin = Path::new(env!("CARGO_BIN_EXE_gorun")).parent().unwrap();
    let path = std::env::var("PATH").unwrap();
    Command::new(command)
        .args(arguments)
        .current_dir(dir)
        .env("PATH", format!("{}:{path}", bin.display()))
        .stdin(Stdio::null())
        .output()
        .unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// Standard output and error of a run in one.
fn all(output: &Output) -> String {
    text(&output.stdout) + &text(&output.stderr)
}

const ECHO: &str =
    "package main\n\nimport (\n\t\"fmt\"\n\t\"os\"\n)\n\nfunc main() { fmt.Println(os.Args) }\n";

#[test]
fn executable_files_are_commands_with_or_without_suffix() {
    let script = format!("#!/usr/bin/env gorun\n{ECHO}");
    let trick = format!("//usr/bin/env gorun \"$0\" \"$@\"; exit\n{ECHO}");
    let dir = folder(
        "commands",
        &[
            ("echo.go", script.as_bytes()),
            ("a script", script.as_bytes()),
            ("trick.go", trick.as_bytes()),
        ],
    );
    for name in ["./echo.go", "./a script"] {
        let output = run(&dir, name, &["-x", "--tags", "ü"]);
        assert_eq!(all(&output), format!("[{name} -x --tags ü]\n"));
    }
    let output = run(&dir, "sh", &["./trick.go", "-x", "y z"]);
    assert_eq!(all(&output), "[./trick.go -x y z]\n");
    let through_path = dir.join("echo.go");
    let output = run(Path::new("/"), through_path.to_str().unwrap(), &["1"]);
    assert_eq!(all(&output), format!("[{} 1]\n", through_path.display()));
}

#[test]
fn positions_in_scripts_count_the_first_line() {
    let dir = folder(
        "positions",
        &[
            (
                "wrong",
                b"#!/usr/bin/env gorun\npackage main\n\nfunc main() { x }\n",
            ),
            ("wrong-snippet", b"#!/usr/bin/env gorun\nfmt.Println(x)\n"),
            (
                "panics",
                b"#!/usr/bin/env gorun\nvar a []int\nfmt.Println(a[len(os.Args)])\n",
            ),
        ],
    );
    let errors = |name: &str| text(&run(&dir, name, &[]).stderr);
    assert_eq!(errors("./wrong"), "./wrong:4:15: undefined: x\n");
    let expected = "./wrong-snippet:2:13: undefined: x\n";
    assert_eq!(errors("./wrong-snippet"), expected);
    let panic = errors("./panics");
    assert!(
        panic.contains("index out of range [1] with length 0"),
        "{panic}"
    );
    assert!(panic.contains("./panics:3 "), "{panic}");
}

#[test]
fn scripts_do_without_a_package_clause() {
    let dir = folder(
        "snippets",
        &[
            (
                "sum",
                b"#!/usr/bin/env gorun\n// Sums its arguments.\nsum := 0\nfor _, a := range os.Args[1:] {\n\tn, _ := strconv.Atoi(a)\n\tsum += n\n}\nsum\n",
            ),
            ("sum.go", b"#!/usr/bin/env gorun\nfmt.Println(1)\n"),
        ],
    );
    assert_eq!(all(&run(&dir, "./sum", &["1", "41"])), "42\n");
    // A file named as Go files are must be one.
    let output = run(&dir, "./sum.go", &[]);
    let expected = "./sum.go:2:1: syntax error: package statement must be first\n";
    assert_eq!(all(&output), expected);
}

#[test]
fn names_and_contents_of_all_kinds() {
    let long = format!(
        "package main\n\nvar s = \"{}\"\n\nfunc main() {{ println(len(s)) }}\n",
        "é".repeat(200_000)
    );
    let files: [(&str, &[u8]); 10] = [
        ("sp ace/ñandú.go", ECHO.as_bytes()),
        ("b.go", b"package main\n\nvar y = 1\n"),
        ("empty.go", b""),
        (
            "crlf.go",
            b"package main\r\n\r\nfunc main() {\r\n\tprintln(`a\r\nb`)\r\n}\r\n",
        ),
        (
            "bom.go",
            b"\xef\xbb\xbfpackage main\n\nfunc main() { println(1) }\n",
        ),
        (
            "nul.go",
            b"package main\n\nfunc main() { println(\"\0\") }\n",
        ),
        (
            "latin.go",
            b"package main\n\nfunc main() { println(\"\xe9\") }\n",
        ),
        ("long.go", long.as_bytes()),
        ("folder.go/x.go", ECHO.as_bytes()),
        ("lib/lib.go", b"package lib\n"),
    ];
    let dir = folder("contents", &files);
    std::os::unix::fs::symlink("nowhere.go", dir.join("dangling.go")).unwrap();
    for (arguments, expected, code) in [
        (
            &["sp ace/ñandú.go", "a b"][..],
            "[sp ace/ñandú.go a b]\n",
            0,
        ),
        (&["sp ace"], "[sp ace]\n", 0),
        (
            &["empty.go"],
            "./empty.go:1:1: syntax error: package statement must be first\n",
            1,
        ),
        (&["crlf.go"], "a\nb\n", 0),
        (&["bom.go"], "1\n", 0),
        (&["nul.go"], "./nul.go:3:24: invalid NUL character\n", 1),
        (
            &["latin.go"],
            "./latin.go:3:24: invalid UTF-8 encoding\n",
            1,
        ),
        (&["long.go"], "400000\n", 0),
        (
            &["folder.go"],
            "folder.go is a directory, should be a Go file\n",
            1,
        ),
        (
            &["dangling.go"],
            "stat dangling.go: no such file or directory\n",
            1,
        ),
        (
            &["missing.go"],
            "stat missing.go: no such file or directory\n",
            1,
        ),
        (
            &["b.go"],
            "runtime.main_main·f: function main is undeclared in the main package\n",
            1,
        ),
        (
            &["lib"],
            "package command-line-arguments is not a main package\n",
            1,
        ),
        (
            &["b.go", "lib/lib.go"],
            "named files must all be in one directory; have . and lib\n",
            1,
        ),
        (
            &["x_test.go"],
            "gorun: cannot run *_test.go files (x_test.go)\n",
            1,
        ),
    ] {
        let output = run(&dir, "gorun", arguments);
        assert_eq!(all(&output), expected, "{arguments:?}");
        assert_eq!(output.status.code(), Some(code), "{arguments:?}");
    }
    let output = run(&dir, "gorun", &["./sp ace/../lib/.."]);
    assert!(all(&output).contains("found packages") || output.status.code() == Some(1));
}

#[test]
fn pipes_and_binaries() {
    let dir = folder(
        "pipes",
        &[("binary", b"\x7fELF\0\0"), ("text", b"no Go at all\n")],
    );
    let output = run(&dir, "bash", &["-c", "gorun <(echo 'fmt.Println(6 * 7)')"]);
    assert_eq!(all(&output), "42\n");
    let program = "gorun <(echo 'package main; func main() { println(43) }')";
    assert_eq!(all(&run(&dir, "bash", &["-c", program])), "43\n");
    let output = run(&dir, "gorun", &["binary"]);
    assert_eq!(all(&output), "gorun: binary is not Go source\n");
    assert_eq!(output.status.code(), Some(1));
    let output = run(&dir, "gorun", &["text"]);
    assert!(all(&output).starts_with("./text:1:"), "{}", all(&output));
}

#[test]
fn arguments_need_not_be_text() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    let odd = OsStr::from_bytes(b"a\xff");
    let output = Command::new(env!("CARGO_BIN_EXE_gorun"))
        .args(["-c", "fmt.Printf(\"%q\", os.Args[1])"])
        .arg(odd)
        .output()
        .unwrap();
    assert_eq!(all(&output), "\"a\\xff\"");
    let output = Command::new(env!("CARGO_BIN_EXE_gorun"))
        .arg(odd)
        .output()
        .unwrap();
    assert_ne!(output.status.code(), Some(0));
    assert!(!all(&output).contains("panicked"));
}
