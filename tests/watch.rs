//! `gorun watch`: programs that change while they are watched.

mod scratch;

use scratch::Scratch;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

/// A watched program in a folder of its own.
struct Watched {
    dir: Scratch,
    child: Child,
    out: Receiver<String>,
    errors: Receiver<String>,
}

impl Watched {
    fn start(name: &str, files: &[(&str, &str)], arguments: &[&str]) -> Watched {
        let dir = Scratch::new(&format!("watch-{name}"));
        for (file, text) in files {
            write(&dir.join(file), text);
        }
        let mut child = Command::new("env")
            .arg("--default-signal=INT")
            .arg(env!("CARGO_BIN_EXE_gorun"))
            .arg("watch")
            .args(arguments)
            .current_dir(&*dir)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let out = lines(child.stdout.take().unwrap());
        let errors = lines(child.stderr.take().unwrap());
        Watched {
            dir,
            child,
            out,
            errors,
        }
    }

    /// Waits for a line of standard output.
    fn prints(&self, line: &str) {
        wait_for(&self.out, line);
    }

    /// Waits for a line of standard error.
    fn says(&self, text: &str) -> String {
        wait_for(&self.errors, text)
    }

    fn write(&self, file: &str, text: &str) {
        write(&self.dir.join(file), text);
    }

    fn interrupt(mut self) {
        let pid = self.child.id().to_string();
        Command::new("kill").args(["-INT", &pid]).status().unwrap();
        use std::os::unix::process::ExitStatusExt;
        assert_eq!(self.child.wait().unwrap().signal(), Some(2));
    }
}

/// The lines of a stream as they come.
fn lines(stream: impl std::io::Read + Send + 'static) -> Receiver<String> {
    let (sender, lines) = channel();
    std::thread::spawn(move || {
        for line in BufReader::new(stream).lines().map_while(Result::ok) {
            let _ = sender.send(line);
        }
    });
    lines
}

/// The next line that contains the text.
fn wait_for(lines: &Receiver<String>, text: &str) -> String {
    let mut seen = Vec::new();
    loop {
        match lines.recv_timeout(Duration::from_secs(20)) {
            Ok(line) if line.contains(text) => return line,
            Ok(line) => seen.push(line),
            Err(_) => panic!("no {text:?} in {seen:#?}"),
        }
    }
}

impl Drop for Watched {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn write(path: &Path, text: &str) {
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(path, text).unwrap();
}

fn says(what: &str) -> String {
    format!(
        "package main\n\nimport (\n\t\"fmt\"\n\t\"os\"\n)\n\nfunc main() {{ fmt.Println({what:?}, os.Args[1:]) }}\n"
    )
}

#[test]
fn a_changed_file_runs_again_and_errors_do_not_end_it() {
    let watched = Watched::start("one", &[("main.go", &says("one"))], &["main.go", "-x", "y"]);
    watched.says("[gorun] watching");
    watched.prints("one [-x y]");
    watched.says("[gorun] ended well after");
    watched.write("main.go", &says("two"));
    watched.says("[gorun] main.go changed: running again");
    watched.prints("two [-x y]");
    watched.says("[gorun] ended well");
    watched.write("main.go", "package main\n\nfunc main() { x }\n");
    watched.says("./main.go:3:15: undefined: x");
    watched.says("[gorun] exit status 1");
    // As many editors do: a new file takes the old one's place.
    watched.write("main.go~", &says("three"));
    std::fs::rename(watched.dir.join("main.go~"), watched.dir.join("main.go")).unwrap();
    watched.prints("three");
    std::fs::remove_file(watched.dir.join("main.go")).unwrap();
    watched.says("[gorun] main.go is gone");
    watched.says("no such file");
    watched.write("main.go", &says("four"));
    watched.says("[gorun] main.go is new");
    watched.prints("four");
    watched.interrupt();
}

#[test]
fn a_running_program_is_stopped_first() {
    let sleeper = "package main\n\nimport \"time\"\n\nfunc main() {\n\tprintln(\"first\")\n\tdefer println(\"never\")\n\ttime.Sleep(time.Hour)\n}\n";
    let watched = Watched::start("running", &[("main.go", sleeper)], &["main.go"]);
    watched.says("first");
    let stubborn = "package main\n\nimport (\n\t\"os/signal\"\n\t\"syscall\"\n)\n\nfunc main() {\n\tsignal.Ignore(syscall.SIGTERM)\n\tprintln(\"second\")\n\tselect {}\n}\n";
    watched.write("main.go", stubborn);
    watched.says("second");
    watched.write("main.go", &says("third"));
    watched.prints("third");
    watched.interrupt();
}

#[test]
fn everything_that_belongs_to_the_program_is_watched() {
    let main = "package main\n\nimport (\n\t_ \"embed\"\n\t\"fmt\"\n\n\t\"example.com/m/lib\"\n)\n\n//go:embed data/text.txt\nvar text string\n\nfunc main() { fmt.Println(text, lib.Value(), extra()) }\n";
    let files = [
        ("go.mod", "module example.com/m\n\ngo 1.26\n"),
        ("main.go", main),
        (
            "extra.go",
            "package main\n\nfunc extra() int { return 1 }\n",
        ),
        (
            "lib/lib.go",
            "package lib\n\nfunc Value() int { return 2 }\n",
        ),
        ("data/text.txt", "hello"),
        ("other/other.txt", "no part of it"),
    ];
    let watched = Watched::start("module", &files, &[]);
    watched.prints("hello 2 1");
    watched.says("ended well");
    watched.write("other/other.txt", "still no part of it");
    watched.write("data/text.txt", "bye");
    let line = watched.says("running again");
    assert_eq!(line, "[gorun] data/text.txt changed: running again");
    watched.prints("bye 2 1");
    watched.says("ended well");
    watched.write(
        "lib/more.go",
        "package lib\n\nfunc init() { println(\"more\") }\n",
    );
    watched.says("[gorun] lib/more.go is new: running again");
    watched.says("more");
    watched.says("ended well");
    watched.write("go.mod", "module example.com/m\n\ngo 1.25\n");
    watched.says("[gorun] go.mod changed: running again");
    watched.prints("bye 2 1");
    watched.interrupt();
}

#[test]
fn links_folders_that_vanish_and_dumps() {
    let sleeper = "package main\n\nimport \"time\"\n\nfunc main() {\n\tprintln(\"sleeps\")\n\ttime.Sleep(time.Hour)\n}\n";
    let files = [
        ("go.mod", "module example.com/m\n"),
        ("real/real.go", &*says("linked")),
        ("p/link.go", sleeper),
    ];
    let watched = Watched::start("links", &files, &["p/link.go"]);
    watched.says("sleeps");
    let pid = watched.child.id().to_string();
    Command::new("kill").args(["-QUIT", &pid]).status().unwrap();
    watched.says("SIGQUIT: quit");
    watched.says("[gorun] exit status 2");
    let link = watched.dir.join("p/link.go");
    std::fs::remove_file(&link).unwrap();
    std::os::unix::fs::symlink("../real/real.go", &link).unwrap();
    watched.prints("linked");
    watched.says("ended well");
    watched.write("real/real.go", &says("relinked"));
    watched.prints("relinked");
    watched.says("ended well");
    std::fs::remove_dir_all(watched.dir.join("p")).unwrap();
    watched.says("p/link.go is gone");
    watched.says("no such file");
    watched.write("p/link.go", &says("back"));
    watched.prints("back");
    watched.interrupt();
}

#[test]
fn what_cannot_be_watched_is_said() {
    for (arguments, message) in [
        (&["watch", "-c", "1"][..], "name the Go files"),
        (&["watch", "-"][..], "name the Go files"),
        (&["watch", "missing.go"][..], "missing.go: no such file"),
    ] {
        let output = Command::new(env!("CARGO_BIN_EXE_gorun"))
            .args(arguments)
            .stdin(Stdio::null())
            .output()
            .unwrap();
        let errors = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(errors.contains(message), "{errors}");
    }
}
