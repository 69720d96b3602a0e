//! Signals and exit codes, as a compiled Go program treats them. What is expected is what binaries of
//! Go 1.26.6 did.

use std::io::{BufRead, BufReader, Read, Write};
use std::os::unix::process::ExitStatusExt;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

/// A program from standard input. Whoever runs the tests may have SIGINT and SIGHUP switched off.
fn start(program: &str, ignored: &str) -> Child {
    let mut child = Command::new("env")
        .args(["--default-signal=INT,HUP,PIPE", ignored])
        .args([env!("CARGO_BIN_EXE_gorun"), "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    stdin.write_all(program.as_bytes()).unwrap();
    child
}

fn kill(child: &Child, signal: &str) {
    let status = Command::new("kill")
        .args([format!("-{signal}"), child.id().to_string()])
        .status()
        .unwrap();
    assert!(status.success());
}

/// The status and what standard error held; the process is killed if it does not end.
fn wait(mut child: Child) -> (ExitStatus, String) {
    let deadline = Instant::now() + Duration::from_secs(20);
    while child.try_wait().unwrap().is_none() {
        if Instant::now() > deadline {
            child.kill().unwrap();
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    let mut errors = String::new();
    child
        .stderr
        .take()
        .unwrap()
        .read_to_string(&mut errors)
        .unwrap();
    (child.wait().unwrap(), errors)
}

/// Says that it runs, then sleeps for some time.
const SLEEPER: &str = "package main

import (
\t\"fmt\"
\t\"os\"
\t\"time\"
)

func main() {
\tfmt.Println(\"ready\")
\ttime.Sleep(TIME)
\tos.Exit(3)
}
";

/// The child after it has said that it runs.
fn ready(program: &str, ignored: &str) -> Child {
    let mut child = start(program, ignored);
    let mut line = String::new();
    let mut out = BufReader::new(child.stdout.take().unwrap());
    out.read_line(&mut line).unwrap();
    assert_eq!(line, "ready\n");
    child.stdout = Some(out.into_inner());
    child
}

/// What becomes of a program that sleeps so long when the signal comes.
fn sleeper_after(signal: &str, ignored: &str, time: &str) -> (ExitStatus, String) {
    let child = ready(&SLEEPER.replace("TIME", time), ignored);
    kill(&child, signal);
    wait(child)
}

/// For programs that the signal ends.
const LONG: &str = "time.Minute";
/// For programs that go on, and have not ended when the signal comes.
const SHORT: &str = "250 * time.Millisecond";

const NOTHING: &str = "--block-signal=URG";

#[test]
fn hangup_interrupt_and_termination_end_the_system_way() {
    for (name, number) in [("HUP", 1), ("INT", 2), ("TERM", 15), ("KILL", 9)] {
        let (status, errors) = sleeper_after(name, NOTHING, LONG);
        assert_eq!(status.signal(), Some(number), "{name}");
        assert_eq!(errors, "");
    }
}

#[test]
fn what_was_ignored_at_the_start_stays_ignored() {
    for name in ["HUP", "INT"] {
        let (status, _) = sleeper_after(name, "--ignore-signal=HUP,INT", SHORT);
        assert_eq!(status.code(), Some(3), "{name}");
    }
    let (status, _) = sleeper_after("TERM", "--ignore-signal=TERM", SHORT);
    assert_eq!(status.code(), Some(3));
}

#[test]
fn some_signals_dump_all_goroutines() {
    for (name, title) in [
        ("QUIT", "SIGQUIT: quit"),
        ("ABRT", "SIGABRT: abort"),
        ("TRAP", "SIGTRAP: trace trap"),
        ("SEGV", "SIGSEGV: segmentation violation"),
        ("SYS", "SIGSYS: bad system call"),
    ] {
        let (status, errors) = sleeper_after(name, NOTHING, LONG);
        assert_eq!(status.code(), Some(2), "{name}: {errors}");
        assert!(errors.starts_with(&format!("{title}\nPC=")), "{errors}");
        assert!(errors.contains("\n\ngoroutine 1 ["), "{errors}");
    }
}

#[test]
fn other_signals_do_nothing() {
    for name in [
        "USR1", "USR2", "ALRM", "PIPE", "IO", "PROF", "XCPU", "CHLD", "WINCH", "40",
    ] {
        let (status, errors) = sleeper_after(name, NOTHING, SHORT);
        assert_eq!(status.code(), Some(3), "{name}: {errors}");
    }
}

#[test]
fn a_dump_shows_running_and_blocked_goroutines() {
    let child = ready(
        "package main

import \"fmt\"

func wait(c chan int) { <-c }

func main() {
\tgo wait(make(chan int))
\tfmt.Println(\"ready\")
\tfor {
\t}
}
",
        NOTHING,
    );
    std::thread::sleep(Duration::from_millis(100));
    kill(&child, "QUIT");
    let (status, errors) = wait(child);
    assert_eq!(status.code(), Some(2));
    assert!(errors.contains("goroutine 1 [runn"), "{errors}");
    assert!(errors.contains("[chan receive]:\nmain.wait("), "{errors}");
    assert!(
        errors.contains("created by main.main in goroutine 1"),
        "{errors}"
    );
}

/// Runs a snippet on a terminal of its own, types the key when something has been printed; the status and what the
/// terminal showed.
fn typed(key: &[u8]) -> (ExitStatus, String) {
    let terminal = nix::pty::openpty(None, None).unwrap();
    let end = || Stdio::from(terminal.slave.try_clone().unwrap());
    let mut child = Command::new("env")
        .args(["--default-signal=INT,QUIT", "setsid", "--ctty"])
        .arg(env!("CARGO_BIN_EXE_gorun"))
        .args(["-c", "fmt.Println(\"ready\"); time.Sleep(20 * time.Second)"])
        .stdin(end())
        .stdout(end())
        .stderr(end())
        .spawn()
        .unwrap();
    drop(terminal.slave);
    let mut master = std::fs::File::from(terminal.master);
    let mut shown = Vec::new();
    let mut buffer = [0; 4096];
    // The terminal's end is an error.
    while let Ok(n) = master.read(&mut buffer) {
        let was_ready = shown.contains(&b'\n');
        shown.extend_from_slice(&buffer[..n]);
        if !was_ready && shown.contains(&b'\n') {
            master.write_all(key).unwrap();
        }
    }
    let status = child.wait().unwrap();
    (status, String::from_utf8(shown).unwrap())
}

#[test]
fn keys_of_the_terminal_send_signals() {
    let (status, _) = typed(b"\x03");
    assert_eq!(status.signal(), Some(2));
    let (status, shown) = typed(b"\x1c");
    assert_eq!(status.code(), Some(2));
    assert!(shown.contains("SIGQUIT: quit"), "{shown}");
    assert!(shown.contains("goroutine 1 ["), "{shown}");
}

#[test]
fn stopped_programs_go_on() {
    let child = ready(&SLEEPER.replace("TIME", "time.Second"), NOTHING);
    kill(&child, "TSTP");
    let state = format!("/proc/{}/stat", child.id());
    let deadline = Instant::now() + Duration::from_secs(5);
    while !std::fs::read_to_string(&state).unwrap().contains(") T ") {
        assert!(Instant::now() < deadline, "it did not stop");
        std::thread::sleep(Duration::from_millis(5));
    }
    kill(&child, "CONT");
    assert_eq!(wait(child).0.code(), Some(3));
}

#[test]
fn closed_pipes_end_only_those_who_write_to_standard_output() {
    let mut child = start(
        "package main

import (
\t\"fmt\"
\t\"os\"
)

func main() {
\tr, w, _ := os.Pipe()
\tr.Close()
\t_, err := w.Write([]byte(\"x\"))
\tfmt.Fprintln(os.Stderr, err)
\tfor {
\t\tfmt.Println(\"more\")
\t}
}
",
        NOTHING,
    );
    drop(child.stdout.take());
    let (status, errors) = wait(child);
    assert_eq!(status.signal(), Some(13));
    assert_eq!(errors, "write |1: broken pipe\n");
}

#[test]
fn who_is_told_of_closed_pipes_gets_an_error() {
    for call in [
        "Notify(make(chan os.Signal, 1), syscall.SIGPIPE)",
        "Ignore(syscall.SIGPIPE)",
    ] {
        let mut child = start(
            &format!(
                "package main

import (
\t\"fmt\"
\t\"os\"
\t\"os/signal\"
\t\"syscall\"
)

func main() {{
\tsignal.{call}
\tvar err error
\tfor err == nil {{
\t\t_, err = fmt.Println(\"more\")
\t}}
\tfmt.Fprintln(os.Stderr, err)
}}
"
            ),
            NOTHING,
        );
        drop(child.stdout.take());
        let (status, errors) = wait(child);
        assert_eq!(status.code(), Some(0), "{errors}");
        assert_eq!(errors, "write /dev/stdout: broken pipe\n");
    }
}

#[test]
fn many_signals_at_once_are_no_trouble() {
    let program = "package main

import (
\t\"fmt\"
\t\"os\"
\t\"os/signal\"
\t\"syscall\"
)

func main() {
\tc := make(chan os.Signal, 1)
\tfor range 2 {
\t\tfor range 100 {
\t\t\tfor _, n := range []syscall.Signal{10, 12, 14, 26, 27, 29, 30, 34, 40, 64} {
\t\t\t\tsyscall.Kill(os.Getpid(), n)
\t\t\t}
\t\t}
\t\tsignal.Notify(c)
\t}
\tfmt.Fprintln(os.Stderr, (<-c).(syscall.Signal) > 0)
}
";
    let (status, errors) = wait(start(program, NOTHING));
    assert_eq!(errors, "true\n");
    assert_eq!(status.code(), Some(0), "{status:?}");
}

#[test]
fn a_program_handles_what_it_asked_for_and_no_more() {
    let child = ready(
        "package main

import (
\t\"context\"
\t\"fmt\"
\t\"os\"
\t\"os/signal\"
\t\"syscall\"
\t\"time\"
)

func main() {
\tctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
\tfmt.Println(\"ready\")
\t<-ctx.Done()
\tfmt.Fprintln(os.Stderr, context.Cause(ctx), ctx)
\tstop()
\tsyscall.Kill(os.Getpid(), syscall.SIGTERM)
\ttime.Sleep(5 * time.Second)
}
",
        NOTHING,
    );
    kill(&child, "INT");
    let (status, errors) = wait(child);
    assert_eq!(status.signal(), Some(15), "{errors}");
    let expected = "interrupt signal received signal.NotifyContext(context.Background, [interrupt terminated])\n";
    assert_eq!(errors, expected);
}

#[test]
fn statuses_are_those_of_go() {
    for (body, code) in [
        ("os.Exit(7)", 7),
        ("os.Exit(256 + 9)", 9),
        ("os.Exit(-1)", 255),
        ("panic(os.Args[0])", 2),
        ("var mu sync.Mutex; mu.Lock(); mu.Lock()", 2),
        ("go func() { panic(1) }(); select {}", 2),
        ("runtime.Goexit()", 2),
        ("log.Fatal(1)", 1),
        ("", 0),
    ] {
        let program = format!(
            "package main

import (
\t\"log\"
\t\"os\"
\t\"runtime\"
\t\"sync\"
)

var _ = log.Print
var _ = os.Exit
var _ = runtime.GC
var _ sync.Mutex

func main() {{ {body} }}
"
        );
        let (status, errors) = wait(start(&program, NOTHING));
        assert_eq!(status.code(), Some(code), "{body}: {errors}");
    }
}

/// Recorded with the environment variable and with the call alike.
#[test]
fn crashes_show_as_many_stacks_as_asked_for() {
    let program = |level: &str| {
        format!(
            "package main

import (
\t\"runtime/debug\"
\t\"time\"
)

func wait(c chan int) {{ <-c }}

func main() {{
\tgo wait(make(chan int))
\ttime.Sleep(10 * time.Millisecond)
\tdebug.SetTraceback({level:?})
\tvar m map[string]int
\tm[\"x\"] = 1
}}
"
        )
    };
    let message = "panic: assignment to entry in nil map\n";
    let (status, errors) = wait(start(&program("single"), NOTHING));
    assert_eq!(status.code(), Some(2));
    assert!(errors.starts_with(&format!("{message}\ngoroutine 1 [running]:\n")));
    assert!(!errors.contains("main.wait"), "{errors}");
    let (status, errors) = wait(start(&program("all"), NOTHING));
    assert_eq!(status.code(), Some(2));
    assert!(errors.starts_with(&format!("{message}\ngoroutine 1 [running]:\n")));
    assert!(errors.contains(" [chan receive]:\nmain.wait("), "{errors}");
    assert_eq!(errors.matches("goroutine 1 [").count(), 1, "{errors}");
    for (level, is_shown) in [("none", false), ("all", true), ("crash", true)] {
        let output = Command::new(env!("CARGO_BIN_EXE_gorun"))
            .args(["-c", "go func() { select {} }(); time.Sleep(5e6); panic(1)"])
            .env("GOTRACEBACK", level)
            .output()
            .unwrap();
        let errors = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(errors.starts_with("panic: 1\n"), "{errors}");
        assert_eq!(errors.contains("[select (no cases)]"), is_shown, "{errors}");
        assert_eq!(errors.contains("goroutine 1 ["), is_shown, "{errors}");
        let aborts = (level == "crash").then_some(6);
        assert_eq!(output.status.signal(), aborts, "{errors}");
    }
}
