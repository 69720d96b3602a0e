//! Sessions at a terminal: `gorun repl` in a pseudo-terminal, judged by what the user sees on the screen.

mod screen;

use std::path::{Path, PathBuf};

use screen::{Home, Terminal, cursor_line, shown};

const CTRL_C: &str = "\x03";
const CTRL_D: &str = "\x04";
const UP: &str = "\x1b[A";

/// `testdata/repl/terminal/x.keys` is typed, `x.screen` is what is then seen. A line of keys is an entry,
/// or a line of one; `\\tab`, `\\up` and the like are keys, the words after them are typed; `\\see TEXT` and
/// `\\line TEXT` wait for a text, or for the row with the cursor to be this.
/// `GORUN_BLESS=1` records what is seen.
#[test]
fn transcripts() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("testdata/repl/terminal");
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .unwrap()
        .map(|file| file.unwrap().path())
        .filter(|path| path.extension().is_some_and(|e| e == "keys"))
        .collect();
    files.sort();
    assert!(!files.is_empty());
    for file in files {
        let mut t = Terminal::start_tall(100);
        t.wait_for_prompt();
        for line in std::fs::read_to_string(&file).unwrap().lines() {
            play(&mut t, line);
        }
        let expected = file.with_extension("screen");
        if std::env::var_os("GORUN_BLESS").is_some() {
            std::fs::write(&expected, t.shown() + "\n").unwrap();
        }
        let want = std::fs::read_to_string(&expected).unwrap_or_default();
        assert_eq!(t.shown() + "\n", want, "{}", file.display());
    }
}

fn play(t: &mut Terminal, line: &str) {
    let Some(rest) = line.strip_prefix('\\') else {
        t.send(line);
        let typed = line.trim();
        t.wait_until(&format!("entry {typed:?}"), |s| {
            cursor_line(s).contains(typed)
        });
        return press(t, "\r");
    };
    let (key, text) = rest.split_once(' ').unwrap_or((rest, ""));
    let keys = match key {
        "tab" => "\t",
        "up" => UP,
        "enter" => return press(t, "\r"),
        "escape" => "\x1b",
        "search" => "\x12",
        "interrupt" => {
            t.send(CTRL_C);
            return t.wait_for_prompt();
        }
        "type" => text,
        "see" => return t.wait_for(text),
        "line" => return t.wait_for_line(text),
        _ => panic!("key {key}"),
    };
    t.send(keys);
}

/// Presses a key that leads to a prompt.
fn press(t: &mut Terminal, key: &str) {
    t.send(key);
    t.wait_until("prompt", |s| matches!(&*cursor_line(s), "go>" | "..."));
}

#[test]
fn an_entry_shows_its_value() {
    let mut t = Terminal::start(&[]);
    t.wait_for_prompt();
    t.send("6 * 7\r");
    t.wait_for("42 : int");
    t.wait_for_prompt();
    t.send(CTRL_D);
    assert_eq!(t.exit_code(), 0);
}

#[test]
fn an_entry_goes_on_until_its_brackets_close() {
    let mut t = Terminal::start(&[]);
    t.wait_for_prompt();
    t.send("func f(n int) int {\r");
    t.wait_for_line("...");
    t.send("if n > 1 {\rreturn n * 2\r}\rreturn 7\r}");
    t.wait_for_line("... }");
    let entry = "go> func f(n int) int {\n...     if n > 1 {\n...         return n * 2\n...     }\n\
                 ...     return 7\n... }";
    assert!(t.shown().ends_with(entry), "{}", t.shown());
    t.send("\r");
    t.wait_for_prompt();
    t.enter("f(21)", "42 : int");
    t.enter("f(0)", "7 : int");
}

#[test]
fn control_c_gives_an_entry_up() {
    let mut t = Terminal::start(&[]);
    t.wait_for_prompt();
    t.send("func broken( {\r");
    t.wait_for_line("...");
    t.send(CTRL_C);
    t.wait_for_prompt();
    t.enter("1 + 1", "2 : int");
    t.send("nonsense");
    t.wait_for_line("go> nonsense");
    t.send(CTRL_D);
    t.send(CTRL_C);
    t.wait_for_prompt();
    t.send("ab\x01");
    t.send(CTRL_D);
    t.wait_for_line("go> b");
    t.send("\x0b");
    t.wait_for_prompt();
    t.send(CTRL_C);
    t.wait_for("Ctrl-D or :quit leaves\ngo>");
}

#[test]
fn a_page_is_pasted_as_it_is() {
    let mut t = Terminal::start(&[]);
    t.wait_for_prompt();
    t.paste("type P struct {\n\tX, Y int\n}\n\nfunc (p P) Sum() int {\n\treturn p.X + p.Y\n}\n\ns := `a\n\tb`\n");
    t.wait_for("...     b`");
    t.send("\r");
    t.wait_for_prompt();
    t.enter("P{3, 4}.Sum()", "7 : int");
    t.enter("s", r#""a\n\tb" : string"#);
}

#[test]
fn control_c_interrupts_what_runs() {
    let mut t = Terminal::start(&[]);
    t.wait_for_prompt();
    t.enter("kept := 5", "go> kept := 5");
    for entry in [
        "for { }",
        "time.Sleep(time.Hour)",
        "<-make(chan int)",
        "select {}",
    ] {
        // Something that would end a wait keeps it from being a deadlock.
        t.enter("go func() { time.Sleep(time.Hour) }()", "");
        t.run_entry(
            &format!("func() {{ println(\"begins\"); {entry} }}()"),
            "\nbegins",
        );
        t.send(CTRL_C);
        t.wait_for("interrupted");
        t.wait_for_prompt();
        t.send("\x0c");
        t.wait_until("empty screen", |s| shown(s) == "go>");
    }
    t.enter("kept", "5 : int");
}

#[test]
fn history_outlives_a_session() {
    let home = Home::new();
    let mut t = Terminal::start_in(&home, &[]);
    t.wait_for_prompt();
    t.enter("first := 1", "go> first := 1");
    t.enter("func g() int {\rreturn 3\r}", "... }");
    // Killed: nothing is lost.
    drop(t);
    assert!(home.path().join(".local/state/gorun/history").exists());
    let mut t = Terminal::start_in(&home, &[]);
    t.wait_for_prompt();
    t.send(UP);
    t.wait_for_line("... }");
    assert!(
        t.shown()
            .ends_with("go> func g() int {\n...     return 3\n... }")
    );
    t.send("\r");
    t.wait_for_prompt();
    t.enter("g()", "3 : int");
    t.send("\x12");
    t.wait_for("reverse-i-search");
    t.send("fir");
    t.wait_for("first := 1");
    t.send("\r");
    t.wait_for_prompt();
    t.enter("first + 1", "2 : int");
}

#[test]
fn tab_completes() {
    let mut t = Terminal::start(&[]);
    t.wait_for_prompt();
    t.send("strings.ToU\t");
    t.wait_for("strings.ToUpper");
    t.send("(\"a\")\r");
    t.wait_for("\"A\" : string");
    t.wait_for_prompt();
    t.send(":gor\t");
    t.wait_for_line("go> :goroutines");
    t.send("\x15impo\t \"math/bit\t");
    t.wait_for_line("go> import \"math/bits\"");
    t.send("\x15:se\tg\t1");
    t.wait_for_line("go> :set gomaxprocs 1");
    t.send("\r");
    t.wait_for_prompt();
    t.enter("runtime.GOMAXPROCS(0)", "1 : int");
}

#[test]
fn tab_completes_members_of_any_expression() {
    let mut t = Terminal::start(&[]);
    t.wait_for_prompt();
    t.paste(
        "type Point struct { Xaxis, Yaxis int }\nfunc (p *Point) Move(dx, dy int) {}\n\
        type Named struct { *Point; Label string }\nm := map[string]Named{}; s := []Point{{}}\n\
        func get() Named { return Named{} }",
    );
    t.send("\r");
    t.wait_for_prompt();
    for (typed, seen) in [
        ("s[0].Xa\t", "s[0].Xaxis"),
        ("s[0].Mo\t", "s[0].Move"),
        ("m[\"a\"].La\t", "m[\"a\"].Label"),
        ("get().Poi\t.Y\t", "get().Point.Yaxis"),
        ("(&s[0]).Y\t", "(&s[0]).Yaxis"),
        ("Point{Xaxis: 1, Y\t", "Point{Xaxis: 1, Yaxis:"),
        ("time.Now().UnixMic\t", "time.Now().UnixMicro"),
        ("if get().La\t", "if get().Label"),
        (
            "func f(pp *Point) { for { pp.Mo\t",
            "func f(pp *Point) { for { pp.Move",
        ),
        (
            "func f(parameter *Point) { for { par\t",
            "func f(parameter *Point) { for { parameter",
        ),
        ("nothing.Fo\t", "nothing.Fo"),
        ("error(nil).Er\t", "error(nil).Error"),
    ] {
        t.send(typed);
        t.wait_for_line(&format!("go> {seen}"));
        t.send("\x15");
        t.wait_for_prompt();
    }
    t.send(":dis Point.\t");
    t.wait_for_line("go> :dis Point.Move");
    t.send("\x15");
    t.wait_for_prompt();
    // Nothing of that has run or stays.
    t.enter("len(m)", "0 : int");
}

#[test]
fn a_call_shows_its_signature() {
    let mut t = Terminal::start(&[]);
    t.wait_for_prompt();
    t.send("strings.Replace(");
    t.wait_for_line("go> strings.Replace(s, old, new string, n int) string");
    t.send("\"a\", ");
    t.wait_for_line("go> strings.Replace(\"a\", old, new string, n int) string");
    t.send(CTRL_C);
    t.wait_for_prompt();
    assert!(
        t.shown().contains("go> strings.Replace(\"a\",\n"),
        "{}",
        t.shown()
    );
    t.send("func add[T int | string](list []T, x T) []T { return append(list, x) }\r");
    t.wait_for_line("go>");
    t.send("add([]int{1}, ");
    t.wait_for_line("go> add([]int{1}, x T) []T");
}

#[test]
fn output_does_not_disturb_the_line() {
    let mut t = Terminal::start(&[]);
    t.wait_for_prompt();
    let entry = r#"go func() {
    for _, s := range []string{"one\ntwo\n", "thr", "ee\n", "fo", "ur\nfive"} {
        for _, err := os.Stat(s[:2]); err != nil; _, err = os.Stat(s[:2]) { time.Sleep(time.Millisecond) }
        fmt.Print(s)
    }
}()"#;
    t.paste(entry);
    t.wait_for_line("... }()");
    t.send("\r");
    t.wait_for_prompt();
    t.send("half");
    for (file, seen) in [
        ("on", "one\ntwo\ngo> half"),
        ("th", "two\nthr\ngo> half"),
        ("ee", "two\nthree\ngo> half"),
        ("fo", "three\nfo\ngo> half"),
        ("ur", "three\nfour\nfive\ngo> half"),
    ] {
        std::fs::write(t.home().join(file), "").unwrap();
        t.wait_until(seen, |s| shown(s).ends_with(seen));
    }
    t.send(" typed");
    t.wait_for_line("go> half typed");
    assert_eq!(t.shown().matches("half").count(), 1, "{}", t.shown());
    t.send("\x15print(1)\r");
    t.wait_for("1\ngo>");
}

#[test]
fn colours_can_be_had_without() {
    let mut t = Terminal::start(&[]);
    t.wait_for_prompt();
    t.send("var x = \"s\"");
    t.wait_for_line("go> var x = \"s\"");
    let colour = |t: &Terminal, column| {
        t.screen(|s| s.cell(s.cursor_position().0, column).unwrap().fgcolor())
    };
    assert_ne!(colour(&t, 4), vt100::Color::Default);
    assert_eq!(colour(&t, 8), vt100::Color::Default);
    assert_ne!(colour(&t, 12), vt100::Color::Default);

    let mut t = Terminal::start(&[("NO_COLOR", "1")]);
    t.wait_for_prompt();
    t.send("func f() {\rreturn\r");
    t.wait_until("three lines", |s| shown(s).ends_with("...     return\n..."));
    assert!(!t.bytes().contains("m"), "{:?}", t.bytes());
}

#[test]
fn a_dumb_terminal_gets_no_control_sequences() {
    let mut t = Terminal::start(&[("TERM", "dumb")]);
    t.wait_for_prompt();
    t.send("func f() int {\r");
    t.wait_for_line("...");
    t.send("return 42 }\r");
    t.wait_for_prompt();
    t.send("f()\r");
    t.wait_for("42 : int");
    t.wait_for_prompt();
    t.enter("strings.ToUpper(nope)", "not declared here");
    t.enter("strings.ToUpper(\"a\")", "\"A\" : string");
    assert!(!t.bytes().contains('\x1b'), "{:?}", t.bytes());
    t.send(CTRL_D);
    assert_eq!(t.exit_code(), 0);
}

#[test]
fn help_fits_the_screen_and_tells_the_keys() {
    let mut t = Terminal::start(&[]);
    t.wait_for_prompt();
    t.enter(":help", "\nTab completes, ");
    let help = t.shown();
    let mut rows = help.lines().skip(2);
    let commands = rows.by_ref().take_while(|row| row.starts_with(':'));
    assert!(commands.count() > 10, "{help}");
    // That was the line about keys.
    assert_eq!(rows.next(), Some("go>"), "{help}");
}

#[test]
fn exit_leaves_with_its_code() {
    let mut t = Terminal::start(&[]);
    t.wait_for_prompt();
    t.send("os.Exit(3)\r");
    assert_eq!(t.exit_code(), 3);

    let mut t = Terminal::start(&[]);
    t.wait_for_prompt();
    t.enter(
        "go func() { time.Sleep(1e9); fmt.Print(\"last words\"); os.Exit(4) }()",
        "import",
    );
    t.send("half");
    assert_eq!(t.exit_code(), 4);
    t.wait_for("go> half\nlast words");
}

#[test]
fn the_terminal_is_left_as_it_was_found() {
    for (signal, code) in [("TERM", 128 + 15), ("HUP", 128 + 1)] {
        // The shell comes back to the terminal afterwards.
        let mut t = Terminal::start_shell(screen::ROWS);
        t.wait_for_line("$");
        t.send("exec 3>&1; \"$GORUN\" repl; echo status $?; stty -a | grep -o ' icanon'\r");
        t.wait_for_prompt();
        t.send("half");
        t.wait_for_line("go> half");
        let pid = std::process::Command::new("pgrep")
            .args(["-P", &t.process().to_string()])
            .output()
            .unwrap();
        let pid = String::from_utf8(pid.stdout).unwrap();
        let kill = format!("kill -{signal} {pid}");
        assert!(
            std::process::Command::new("sh")
                .args(["-c", &kill])
                .status()
                .unwrap()
                .success()
        );
        t.wait_for(&format!("status {code}"));
        t.wait_for(" icanon");
    }
}

#[test]
fn a_session_can_be_suspended() {
    let mut t = Terminal::start_shell(screen::ROWS);
    t.wait_for_line("$");
    t.send("\"$GORUN\" repl\r");
    t.wait_for_prompt();
    t.send("half");
    t.wait_for_line("go> half");
    t.send("\x1a");
    t.wait_for("Stopped");
    t.wait_for_line("$");
    t.send("echo $((40 + 2))\r");
    t.wait_for("\n42");
    t.send("fg\r");
    t.wait_for_line("go> half");
    t.send("\x15");
    t.enter("100 + 1", "101 : int");
}

#[test]
fn a_flood_of_output_leaves_the_line_usable() {
    let mut t = Terminal::start(&[]);
    t.wait_for_prompt();
    t.run_entry(
        "go func() { for { fmt.Println(1); time.Sleep(1e5) } }()",
        "1\n1\n1",
    );
    t.send("print(20 + 1, \" seen\")\r");
    t.wait_until_written("21 seen");
}

#[test]
fn the_window_may_change() {
    let mut t = Terminal::start(&[]);
    t.wait_for_prompt();
    let long = "x".repeat(60);
    t.send(&format!("s := \"{long}\""));
    t.wait_for("x\"");
    t.resize(24, 40);
    t.send(" + \"y\"");
    t.wait_for("+ \"y\"");
    t.send("\r");
    t.wait_for_prompt();
    t.enter("len(s)", "61 : int");
}

#[test]
fn an_entry_reads_from_the_terminal() {
    let mut t = Terminal::start(&[]);
    t.wait_for_prompt();
    t.enter("var n int", "go> var n int");
    t.run_entry("fmt.Scanln(&n)", "import");
    t.wait_until("input line", |s| cursor_line(s).is_empty());
    t.send("41\r");
    t.wait_for_prompt();
    t.enter("n + 1", "42 : int");
    // A read that was given up takes nothing from the prompt, nor does one of another goroutine.
    t.run_entry("fmt.Scanln(&n)", "fmt.Scanln(&n)\n");
    t.wait_until("input line", |s| cursor_line(s).is_empty());
    t.send(CTRL_C);
    t.wait_for_prompt();
    t.enter("go fmt.Scanln(&n)", "");
    t.enter("400 + 4", "404 : int");
}
