//! Random entries in one session at a pseudo-terminal: right ones, wrong ones, ones that panic, ones
//! that block and are interrupted. Nothing may crash or hang, no variable may be lost, and memory must
//! stay flat.
//!
//! `GORUN_SOAK=SECONDS` says how long; `GORUN_SOAK_SEED` chooses the entries. The report is printed with
//! `--nocapture`.

mod random;

use portable_pty::{CommandBuilder, PtySize, native_pty_system};
use random::Random;
use std::io::{Read, Write};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

/// An entry may take so long on a machine with much to do.
const LIMIT: Duration = Duration::from_secs(60);
/// A deadlock is found out within this time.
const PATIENCE: Duration = Duration::from_millis(400);
/// The editor stops asking for pastes to be marked: it has left the line.
const PASTE_OFF: &str = "\x1b[?2004l";
const CTRL_C: &str = "\x03";

/// What is typed, and how it ends.
struct Entry {
    text: String,
    end: End,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    Itself,
    /// It may have to be interrupted.
    Interrupt,
    /// It is never complete.
    GivenUp,
}

const RIGHT: &[&str] = &[
    "v# := $",
    "v# := \"text $\"",
    "v# := []int{$, 2, 3}",
    "var w# = map[string]int{\"a\": $}",
    "w#[\"b\"] = $",
    "const C# = $",
    "C# + $",
    "x + $",
    "x = $",
    "x++",
    "x := $",
    "v#",
    "func f#(n int) int { return n + $ }",
    "func f#(n int) int {\nif n > $ {\nreturn 1\n}\nreturn C#\n}",
    "f#($)",
    "func g#() string { return fmt.Sprint(f#(1), $) }",
    "g#()",
    "type T# struct { A int; B string }",
    "type T# struct { A int; B string; C []int }",
    "func (t T#) Get() int { return t.A + $ }",
    "func (t *T#) Set(a int) { t.A = a }",
    "T#{A: $}.Get()",
    "t# := &T#{A: $}; t#.Set(3); t#.Get()",
    "[]T#{{A: 1}, {A: $}}",
    "for i := 0; i < $; i++ { x += i }",
    "for i := range 3 {\nfmt.Println(i, \"line\")\n}",
    "fmt.Sprintf(\"%d-%v-%q\", $, v#, \"s\")",
    "strings.Repeat(\"ab\", 3) + strings.ToUpper(\"c\")",
    "strconv.Atoi(\"$\")",
    "func() int { return x * $ }()",
    "func() { defer func() { recover() }(); panic($) }()",
    "sort.Ints([]int{3, 1, $})",
    "ch# := make(chan int, 10); ch# <- $; <-ch#",
    "go func() { x += 0 }()",
    "done := make(chan int); go func() { done <- $ }(); <-done",
    "var wg sync.WaitGroup; for i := range 5 { wg.Add(1); go func() { defer wg.Done(); _ = i }() }; wg.Wait()",
    "select { case <-time.After(time.Millisecond): default: }",
    "time.Sleep(time.Millisecond)",
    "func m#[T any](s []T) int { return len(s) }",
    "m#([]int{1, $})",
    "m#([]string{\"a\"})",
    "struct{ A, B int }{1, $}",
    "any($)",
    "[]any{1, \"a\", nil, 2.5, v#}",
    "[3]int{1, 2, $}",
    "errors.New(\"e$\")",
    "time.Duration($) * time.Second",
    "if x > $ { x = 0 } else { x = 1 }",
    "switch x { case 1: x = 2; default: x = 1 }",
    ":vars",
    ":type x + 1",
    ":goroutines",
    ":doc strings.ToUpper",
    "import \"os\"",
    "1 << 70",
    "nil",
    "int",
    "runtime.NumGoroutine() > 0",
    "runtime.GC()",
];

const WRONG: &[&str] = &[
    "x +* ) 2",
    "undefined$",
    "x + \"a\"",
    "f#(\"s\")",
    "f#()",
    "}",
    "strings.Nope($)",
    "T#{Nope: 1}",
    "var y int = \"s\"",
    "for { break outer }",
    "goto nowhere",
    "import \"no/such\"",
    "x.y.z",
    ":nonsense",
    ":load /no/such/file",
    "return 1, 2, 3",
    "'abc'",
    "\"unterminated",
    "func (t Nope) M() {}",
    "type R# struct { r R# }",
];

/// They wait for more, and are given up.
const UNFINISHED: &[&str] = &[
    "func {",
    "v# = ",
    "f#(1,",
    "if x > 1 {\nx = 2",
    "`raw",
    "x +",
];

const PANICS: &[&str] = &[
    "[]int{1}[x*0+$]",
    "var nm map[string]int; nm[\"a\"] = 1",
    "var np *T#; np.A",
    "panic(\"boom $\")",
    "panic(fmt.Errorf(\"e %d\", $))",
    "zero := 0; 1 / zero",
    "close((chan int)(nil))",
    "any(1).(string)",
    "var mu sync.Mutex; mu.Unlock()",
    "go func() { panic(\"in goroutine\") }(); time.Sleep(time.Millisecond)",
    "make([]int, x*0-1)",
    "runtime.Goexit()",
    "func() { defer fmt.Println(\"deferred\"); panic(1) }()",
];

/// They block for ever, which is found out if nothing else goes on.
const BLOCKED: &[&str] = &[
    "<-make(chan int)",
    "select {}",
    "make(chan int) <- 1",
    "var lock sync.Mutex; lock.Lock(); lock.Lock()",
    "var group sync.WaitGroup; group.Add(1); group.Wait()",
];

/// They go on until someone interrupts them.
const ENDLESS: &[&str] = &[
    "for {}",
    "for { x++ }",
    "time.Sleep(time.Hour)",
    "for { time.Sleep(time.Millisecond) }",
    "for { func() { defer func() { recover() }(); panic(1) }() }",
    "tick := time.NewTicker(time.Millisecond); for range tick.C {}",
];

fn entry(random: &mut Random, number: usize) -> Entry {
    let (list, end) = match random.below(100) {
        0..68 => (RIGHT, End::Itself),
        68..70 => (UNFINISHED, End::GivenUp),
        70..85 => (WRONG, End::Itself),
        85..95 => (PANICS, End::Itself),
        95..98 => (BLOCKED, End::Interrupt),
        _ => (ENDLESS, End::Interrupt),
    };
    let digit = random.below(5).to_string();
    let value = random.below(100).to_string();
    let text = random.pick(list).replace('#', &digit).replace('$', &value);
    let text = match end {
        End::Interrupt => format!("println(\"beg\" + \"in{number}\"); {text}"),
        _ => text,
    };
    Entry { text, end }
}

/// What the session writes.
struct Output {
    pieces: Receiver<Vec<u8>>,
    /// The end of what has come.
    tail: String,
}

impl Output {
    /// Whether the text comes within some time; what came before it is dropped.
    fn comes(&mut self, text: &str, within: Duration) -> bool {
        let deadline = Instant::now() + within;
        loop {
            if let Some(at) = self.tail.find(text) {
                self.tail.drain(..at + text.len());
                return true;
            }
            let left = deadline.saturating_duration_since(Instant::now());
            match self.pieces.recv_timeout(left) {
                Ok(piece) => self.tail.push_str(&String::from_utf8_lossy(&piece)),
                Err(_) => return false,
            }
        }
    }

    fn wait_for(&mut self, text: &str, entry: &str) {
        let comes = self.comes(text, LIMIT);
        assert!(comes, "no {text:?} after {entry:?}\n{}", self.tail);
    }
}

/// Resident memory in KiB; 0 where the system does not say.
fn memory(process: u32) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = status.lines().find(|l| l.starts_with("VmRSS:"));
    let number = line.and_then(|l| l.split_whitespace().nth(1));
    number.and_then(|n| n.parse().ok()).unwrap_or(0)
}

fn number(name: &str, default: u64) -> u64 {
    std::env::var(name).map_or(default, |v| v.parse().unwrap())
}

#[test]
fn random_entries() {
    let duration = Duration::from_secs(number("GORUN_SOAK", 8));
    let mut random = Random(number("GORUN_SOAK_SEED", 88_172_645_463_325_252));
    let home = std::env::temp_dir().join(format!("gorun-soak-{}", std::process::id()));
    std::fs::create_dir_all(&home).unwrap();
    let pair = native_pty_system()
        .openpty(PtySize {
            rows: 50,
            cols: 250,
            pixel_width: 0,
            pixel_height: 0,
        })
        .unwrap();
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_gorun"));
    command.arg("repl");
    command.env("HOME", &home);
    command.env_remove("XDG_STATE_HOME");
    command.env("TERM", "xterm");
    command.env("NO_COLOR", "1");
    let mut child = pair.slave.spawn_command(command).unwrap();
    drop(pair.slave);
    let mut input = pair.master.take_writer().unwrap();
    let mut reader = pair.master.try_clone_reader().unwrap();
    let (sender, pieces) = channel();
    std::thread::spawn(move || {
        let mut buffer = [0; 4096];
        while let Ok(n @ 1..) = reader.read(&mut buffer) {
            if sender.send(buffer[..n].to_vec()).is_err() {
                return;
            }
        }
    });
    let mut output = Output {
        pieces,
        tail: String::new(),
    };
    let process = child.process_id().unwrap();
    let mut send = |text: &str| {
        input.write_all(text.as_bytes()).unwrap();
        input.flush().unwrap();
    };
    output.wait_for("go> ", "the start");
    send("x := 1; counter := 0\r");
    let start = Instant::now();
    let mut samples: Vec<(Duration, usize, u64)> = Vec::new();
    let mut entries = 0;
    while start.elapsed() < duration {
        entries += 1;
        let entry = entry(&mut random, entries);
        // Whole, so that brackets that are wrong cannot swallow what follows.
        send(&format!(
            "\x1b[200~{}\x1b[201~\r",
            entry.text.replace('\n', "\r")
        ));
        match entry.end {
            End::Itself => {}
            End::Interrupt => {
                output.wait_for(&format!("begin{entries}"), &entry.text);
                // A deadlock is found out unless an earlier goroutine could still do something.
                if !output.comes("interrupted", PATIENCE) {
                    send(CTRL_C);
                    output.wait_for("interrupted", &entry.text);
                    // The entry may have ended just before, and the prompt takes the key, with all that
                    // is typed until then.
                    std::thread::sleep(PATIENCE);
                }
            }
            End::GivenUp => {
                output.wait_for("... ", &entry.text);
                send(CTRL_C);
                // The line is left; what is typed before that is lost with it.
                output.wait_for(PASTE_OFF, &entry.text);
                output.wait_for("go> ", &entry.text);
            }
        }
        send("counter++; \"so \" + \"far \" + strconv.Itoa(counter)\r");
        output.wait_for(&format!("\"so far {entries}\" : string"), &entry.text);
        if start.elapsed() >= duration / 20 * (samples.len() as u32 + 1) {
            samples.push((start.elapsed(), entries, memory(process)));
        }
    }
    println!("{entries} entries in {:?}", start.elapsed());
    for (time, entries, memory) in &samples {
        println!(
            "{:8.1} s {entries:9} entries {memory:9} KiB",
            time.as_secs_f64()
        );
    }
    output.wait_for("go> ", "the last entry");
    send("\x04");
    let status = child.wait().unwrap();
    assert_eq!(status.exit_code(), 0);
    std::fs::remove_dir_all(home).unwrap();
    let (Some(early), Some(last)) = (samples.get(3), samples.last()) else {
        return;
    };
    // What is remembered of the latest statements takes some time to be as much as it will be.
    assert!(
        last.2 < early.2 + early.2 / 4 + (8 << 10),
        "memory grows from {} to {} KiB",
        early.2,
        last.2
    );
}
