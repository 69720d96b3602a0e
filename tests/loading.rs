//! Folders and files in odd states: gorun says what is wrong and ends; it never crashes or hangs.

use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

const HELLO: &str = "package main\n\nfunc main() { println(\"hello\") }";

/// A folder for one test.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Folder {
        let dir = std::env::temp_dir().join(format!("gorun-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&dir);
        fs::create_dir_all(&dir).unwrap();
        Folder(dir)
    }

    fn file(&self, name: impl AsRef<Path>, text: impl AsRef<[u8]>) -> &Folder {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
        self
    }

    /// gorun's standard error and exit status, run in the folder.
    fn run(&self, arguments: &[&str]) -> (String, Option<i32>) {
        self.run_in(&self.0, arguments)
    }

    fn run_in(&self, dir: &Path, arguments: &[&str]) -> (String, Option<i32>) {
        let error = self.0.with_extension("stderr");
        let mut child = Command::new(env!("CARGO_BIN_EXE_gorun"))
            .args(arguments)
            .current_dir(dir)
            .stdin(Stdio::null())
            .stderr(fs::File::create(&error).unwrap())
            .spawn()
            .unwrap();
        let start = Instant::now();
        while child.try_wait().unwrap().is_none() {
            if start.elapsed() > Duration::from_secs(60) {
                child.kill().unwrap();
                panic!("{arguments:?} hangs");
            }
            std::thread::sleep(Duration::from_millis(2));
        }
        let code = child.wait().unwrap().code();
        let text = String::from_utf8_lossy(&fs::read(&error).unwrap()).into_owned();
        fs::remove_file(error).unwrap();
        (text.replace(self.0.to_str().unwrap(), "$DIR"), code)
    }

    fn says(&self, arguments: &[&str], text: &str) {
        let (error, code) = self.run(arguments);
        assert!(
            error.contains(text),
            "{arguments:?} said {error}, not {text}"
        );
        assert_eq!(code, Some(1), "{arguments:?}");
    }

    fn runs(&self, arguments: &[&str]) {
        let result = self.run(arguments);
        assert_eq!(result, ("hello\n".to_string(), Some(0)), "{arguments:?}");
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[test]
fn texts_of_any_shape() {
    let dir = Folder::new("texts");
    dir.file("none.go", HELLO).runs(&["none.go"]);
    dir.file("crlf.go", HELLO.replace('\n', "\r\n"))
        .runs(&["crlf.go"]);
    dir.file("bom.go", format!("\u{feff}{HELLO}\n"))
        .runs(&["bom.go"]);
    dir.file("empty.go", "")
        .says(&["empty.go"], "./empty.go:1:1: syntax error");
    dir.file("bytes.go", b"package main\nvar x = \"\xff\"\n")
        .says(&["bytes.go"], "./bytes.go:2:10: invalid UTF-8 encoding");
    let deep = format!("//go:build {}x\n\n{HELLO}", "(".repeat(200_000));
    dir.file("deep.go", deep).says(
        &["deep.go"],
        "deep.go: parsing //go:build line: build expression too large",
    );
}

#[test]
fn folders_where_files_are_expected_and_the_other_way_round() {
    let dir = Folder::new("kinds");
    dir.file("x.go/main.go", HELLO);
    dir.says(&["x.go"], "x.go is a directory, should be a Go file");
    dir.file("a/main.go", HELLO)
        .file("a/go.mod/x", "")
        .runs(&["a"]);
    dir.file("b/main.go", HELLO)
        .file("b/y.go/z.go", "no Go")
        .runs(&["./b"]);
    dir.says(&["./c"], "stat $DIR/c: directory not found");
    dir.says(&["c.go"], "stat c.go: no such file or directory");
    dir.says(&[""], "malformed import path \"\": empty string");
    dir.file("d/README", "")
        .says(&["d"], "no Go files in $DIR/d");
}

#[test]
fn links() {
    let dir = Folder::new("links");
    dir.file("a/main.go", HELLO);
    symlink("nowhere.go", dir.0.join("a/x.go")).unwrap();
    dir.says(&["a"], "open $DIR/a/x.go: no such file or directory");
    fs::remove_file(dir.0.join("a/x.go")).unwrap();
    symlink("x.go", dir.0.join("a/x.go")).unwrap();
    dir.says(
        &["a"],
        "open $DIR/a/x.go: too many levels of symbolic links",
    );
    symlink("loop", dir.0.join("loop")).unwrap();
    dir.says(&["loop"], "loop");
    dir.file("m/go.mod", "module m\n").file(
        "m/main.go",
        "package main\n\nimport \"m/a\"\n\nfunc main() { a.F() }\n",
    );
    symlink("a", dir.0.join("m/a")).unwrap();
    dir.says(
        &["m"],
        "m/main.go:3:8: open $DIR/m/a: too many levels of symbolic links",
    );
}

#[test]
fn names_that_are_no_utf8() {
    let dir = Folder::new("names");
    let name = std::ffi::OsStr::from_bytes(b"a/\xff.go");
    dir.file(name, HELLO).runs(&["a"]);
}

#[test]
fn a_working_folder_that_is_gone() {
    let dir = Folder::new("gone");
    dir.file("hello.go", HELLO).file("gone/x.go", HELLO);
    let script = format!(
        "cd {0}/gone && rm -r {0}/gone && {1} . ; {1} x.go; {1} {0}/hello.go",
        dir.0.display(),
        env!("CARGO_BIN_EXE_gorun")
    );
    let output = Command::new("sh").args(["-c", &script]).output().unwrap();
    let error = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(
        error.contains("stat x.go: no such file or directory"),
        "{error}"
    );
    assert!(error.ends_with("hello\n"), "{error}");
}

#[test]
fn a_thousand_packages_that_need_each_other() {
    let dir = Folder::new("deep");
    const N: usize = 1000;
    dir.file("go.mod", "module m\n").file(
        "main.go",
        "package main\n\nimport \"m/p0\"\n\nfunc main() { println(p0.X) }\n",
    );
    for i in 0..N - 1 {
        let text = format!(
            "package p{i}\n\nimport \"m/p{0}\"\n\nvar X = p{0}.X\n",
            i + 1
        );
        dir.file(format!("p{i}/p.go"), text);
    }
    let last = format!("p{}", N - 1);
    dir.file(
        format!("{last}/p.go"),
        format!("package {last}\n\nvar X = \"hello\"\n"),
    );
    dir.runs(&["."]);
    dir.file(
        format!("{last}/p.go"),
        format!("package {last}\n\nimport _ \"m/p0\"\n"),
    );
    dir.says(&["."], "imports m/p0 from p.go: import cycle not allowed");
}

#[test]
fn broken_module_files() {
    let dir = Folder::new("modules");
    let main = "package main\n\nimport \"x.org/y\"\n\nfunc main() { y.F() }\n";
    dir.file("main.go", main);
    for (text, wanted) in [
        (&b"\xff\xfe"[..], "go.mod:1: unknown directive"),
        (
            b"module m\nrequire (\n",
            "unterminated block started at $DIR/go.mod:2:1",
        ),
        (
            b"module m\nreplace x.org/y => .\nrequire x.org/y v1.0.0\n",
            "import cycle not allowed",
        ),
        (
            b"module m\nrequire x.org/y v1.0.0\n",
            "not in the module cache",
        ),
        (
            b"module x.org\nrequire x.org v1.0.0\n",
            "no required module provides package x.org/y",
        ),
        (b"", "missing module declaration"),
    ] {
        dir.file("go.mod", text).says(&["."], wanted);
        // Its own folder's go.mod counts for a file with such an import as well.
        dir.says(&["main.go"], "");
    }
}

#[test]
fn what_gorun_leaves_out_is_said() {
    let dir = Folder::new("left-out");
    let says = |text: &str, wanted: &str| {
        dir.file("p/x.go", text).says(&["p"], wanted);
    };
    says(
        "package main\n\nimport \"C\"\n\nfunc main() {}\n",
        "p/x.go:3:8: import \"C\": gorun does not support cgo",
    );
    says(
        "package main\n\nimport _ \"unsafe\"\n\n//go:linkname now runtime.nanotime\nfunc now() int64\n\nfunc main() { now() }\n",
        "p/x.go:5:3: gorun does not support //go:linkname: now is runtime.nanotime elsewhere",
    );
    says(
        "package main\n\nfunc add(a, b int) int\n\nfunc main() { add(1, 2) }\n",
        "p/x.go:3:6: missing function body",
    );
    says(
        "package main\n\nimport \"plugin\"\n\nfunc main() { plugin.Open(\"\") }\n",
        "p/x.go:3:8: gorun does not have package plugin yet",
    );
    dir.file("p/x_amd64.s", "TEXT \u{b7}add(SB),4,$0\n\tRET\n");
    says(
        "package main\n\nfunc add(a, b int) int\n\nfunc main() { add(1, 2) }\n",
        "p/x.go:3:6: missing function body: add is implemented in assembly (x_amd64.s), which gorun does not support",
    );
}

#[test]
fn assembly_is_avoided_where_the_package_allows_it() {
    let dir = Folder::new("assembly");
    dir.file("go.mod", "module m\n").file(
        "main.go",
        "package main\n\nimport (\n\t\"m/a\"\n\t\"m/b\"\n)\n\nfunc main() { println(a.Text() + b.Text()) }\n",
    );
    for (name, condition, text) in [("a", "!purego", "hel"), ("b", "gc", "lo")] {
        let bodyless = format!("//go:build {condition}\n\npackage {name}\n\nfunc Text() string\n");
        let pure = format!(
            "//go:build !amd64 || !({condition})\n\npackage {name}\n\nfunc Text() string {{ return {text:?} }}\n"
        );
        dir.file(format!("{name}/{name}_amd64.go"), bodyless)
            .file(
                format!("{name}/{name}_amd64.s"),
                format!("//go:build {condition}\n"),
            )
            .file(format!("{name}/pure.go"), pure);
    }
    dir.runs(&["."]);
}
