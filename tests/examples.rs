//! What the documents and `gorun help` show is what happens.

#[allow(dead_code, reason = "tests of the terminal use the rest")]
mod screen;

use screen::{Home, Terminal, cursor_line};
use std::path::Path;
use std::process::Command;

/// Prompts of the shell and of a session.
const PROMPTS: [&str; 3] = ["$ ", "go> ", "... "];

/// The blocks of console text in a document.
fn transcripts(document: &str) -> Vec<Vec<String>> {
    let mut all = Vec::new();
    let mut lines = document.lines();
    while lines.any(|line| line == "```console") {
        let block = lines.by_ref().take_while(|line| *line != "```");
        all.push(block.map(str::to_string).collect());
    }
    all
}

/// A line as a terminal shows it, whose tabs stop at every eighth column.
fn with_spaces(line: &str) -> String {
    let mut out = String::new();
    for c in line.chars() {
        match c {
            '\t' => out.push_str(&" ".repeat(8 - out.chars().count() % 8)),
            c => out.push(c),
        }
    }
    out
}

/// Whether these lines are shown; `…` stands for any number of lines.
fn agree(expected: &[String], shown: &[&str]) -> bool {
    match expected.split_first() {
        None => shown.is_empty(),
        Some((line, rest)) if line == "…" => (0..=shown.len()).any(|n| agree(rest, &shown[n..])),
        Some((line, rest)) => {
            shown.first().is_some_and(|s| timeless(s) == timeless(line)) && agree(rest, &shown[1..])
        }
    }
}

/// The line without a number of milliseconds.
fn timeless(line: &str) -> String {
    let words = line.split(' ');
    let is_time = |w: &str, next: Option<&str>| next == Some("ms;") && w.parse::<u32>().is_ok();
    let next = words.clone().skip(1).map(Some).chain([None]);
    let kept = words.zip(next).filter(|(w, next)| !is_time(w, *next));
    kept.map(|(w, _)| w).collect::<Vec<_>>().join(" ")
}

/// Types what stands behind the prompts of a transcript and looks at the rest. What `cat` shows is
/// written to its file before; `^C` is the key.
fn play(transcript: &[String]) {
    let mut t = Terminal::start_shell(u16::try_from(transcript.len() + 50).unwrap());
    write_files(t.home(), transcript);
    let transcript: Vec<String> = transcript.iter().map(|l| with_spaces(l)).collect();
    let transcript = &transcript[..];
    t.wait_for_line("$");
    for (at, line) in transcript.iter().enumerate() {
        let seen = &transcript[..at];
        if line == "^C" {
            wait_for(&t, seen);
            // The end of the last line may still be on its way.
            t.wait_until("new line", |screen| cursor_line(screen).is_empty());
            t.send("\x03");
        }
        let Some(prompt) = PROMPTS.iter().find(|p| line.starts_with(**p)) else {
            continue;
        };
        let typed = line[prompt.len()..].trim_start();
        wait_for(&t, &[seen, &[(*prompt).to_string()]].concat());
        t.send(typed);
        // What follows is suggested.
        t.wait_until(typed, |screen| {
            cursor_line(screen).starts_with(line.trim_end())
        });
        t.send("\r");
        // A key that is pressed before belongs to the line still.
        t.wait_until("end of the line", |screen| {
            !cursor_line(screen).starts_with(line.trim_end())
        });
    }
    let is_session = transcript.iter().any(|line| line.starts_with("go> "));
    let last = PROMPTS[usize::from(is_session)].to_string();
    wait_for(&t, &[transcript, &[last]].concat());
}

/// Waits until the screen shows these lines and nothing else.
fn wait_for(t: &Terminal, lines: &[String]) {
    t.wait_until(&lines.join("\n"), |screen| {
        let shown = screen::shown(screen);
        let shown: Vec<&str> = shown.lines().collect();
        let mut lines = lines.to_vec();
        if let Some(last) = lines.last_mut() {
            // A prompt; the session indents what follows it.
            last.truncate(last.trim_end().len());
        }
        agree(&lines, &shown)
    });
}

fn write_files(folder: &Path, transcript: &[String]) {
    let mut lines = transcript.iter().peekable();
    while let Some(line) = lines.next() {
        let Some(name) = line.strip_prefix("$ cat ") else {
            continue;
        };
        let mut text = String::new();
        while let Some(line) = lines.next_if(|line| !line.starts_with("$ ")) {
            text += &format!("{line}\n");
        }
        std::fs::write(folder.join(name), text).unwrap();
    }
}

/// Programs' output: its lines may be broken for people.
fn is_for_programs(transcript: &[String]) -> bool {
    transcript.iter().any(|line| line.contains("=json"))
}

fn check(document: &str) {
    let folder = env!("CARGO_MANIFEST_DIR");
    let text = std::fs::read_to_string(format!("{folder}/{document}")).unwrap();
    let transcripts = transcripts(&text);
    assert!(!transcripts.is_empty());
    for transcript in transcripts {
        match is_for_programs(&transcript) {
            true => run_for_programs(&transcript),
            false => play(&transcript),
        }
    }
}

/// Runs the last command of a transcript.
fn run_for_programs(transcript: &[String]) {
    let home = Home::new();
    write_files(home.path(), transcript);
    let at = transcript
        .iter()
        .rposition(|l| l.starts_with("$ "))
        .unwrap();
    let mut words = transcript[at].split(' ').skip(2);
    let output = Command::new(env!("CARGO_BIN_EXE_gorun"))
        .args(&mut words)
        .current_dir(home.path())
        .output()
        .unwrap();
    let squeezed = |text: &str| text.split_whitespace().collect::<String>();
    let shown = String::from_utf8(output.stderr).unwrap();
    assert_eq!(squeezed(&shown), squeezed(&transcript[at + 1..].concat()));
}

#[test]
fn the_readme_is_true() {
    check("README.md");
}

#[test]
fn the_page_about_diagnostics_is_true() {
    check("docs/diagnostics.md");
}

fn help(words: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_gorun"))
        .args(words)
        .output()
        .unwrap();
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn the_readme_has_all_commands() {
    let folder = env!("CARGO_MANIFEST_DIR");
    let readme = std::fs::read_to_string(format!("{folder}/README.md")).unwrap();
    let help = help(&["help"]);
    let commands = help
        .lines()
        .skip_while(|line| !line.starts_with("Commands"))
        .skip(1)
        .take_while(|line| !line.is_empty());
    for command in commands.map(|line| line.split_whitespace().next().unwrap()) {
        let usage = format!("\ngorun {command}");
        assert!(
            readme.contains(&usage),
            "gorun {command} is not in README.md"
        );
    }
}

/// The examples in `gorun help` and its topics: indented lines that call gorun, up to what is said about
/// them. Those that ask for a terminal are tested elsewhere.
fn examples() -> Vec<String> {
    let topics = ["arguments", "scripts", "repl", "packages", "diagnostics"];
    let mut text = help(&["help"]);
    for topic in topics {
        text += &help(&["help", topic]);
    }
    text.lines()
        .filter_map(|line| line.strip_prefix("  "))
        .filter(|line| line.starts_with("gorun ") || line.contains("| gorun"))
        .map(|line| line.split("  ").next().unwrap().to_string())
        .filter(|line| line != "gorun" && !line.starts_with("gorun watch"))
        .collect()
}

#[test]
fn the_examples_of_help_run() {
    let home = Home::new();
    let main = "package main\n\nfunc main() { println(name) }\n";
    let name = "package main\n\nconst name = `me`\n";
    let files = [
        ("go.mod", "module example.com/me\n\ngo 1.26\n"),
        ("main.go", "package main\n\nfunc main() { println(`me`) }\n"),
        ("pair/main.go", main),
        ("pair/util.go", name),
        ("cmd/server/main.go", "package main\n\nfunc main() {}\n"),
    ];
    for (path, text) in files {
        let path = home.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    let program = Path::new(env!("CARGO_BIN_EXE_gorun"));
    let folders = std::env::var("PATH").unwrap_or_default();
    let examples = examples();
    assert!(examples.len() > 12, "{examples:?}");
    for example in examples {
        let folder = match example.contains("util.go") {
            true => home.path().join("pair"),
            false => home.path().to_path_buf(),
        };
        let output = Command::new("sh")
            .args(["-c", &example])
            .current_dir(folder)
            .env(
                "PATH",
                format!("{}:{folders}", program.parent().unwrap().display()),
            )
            .output()
            .unwrap();
        let errors = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{example}: {errors}");
    }
}

#[test]
fn the_session_of_help_runs() {
    let topic = help(&["help", "repl"]);
    let entries: Vec<&str> = topic
        .lines()
        .filter_map(|line| line.strip_prefix("  go> "))
        .collect();
    let home = Home::new();
    let script = home.path().join("entries");
    std::fs::write(&script, entries.join("\n")).unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_gorun"))
        .args(["repl", "-e"])
        .stdin(std::fs::File::open(script).unwrap())
        .output()
        .unwrap();
    let shown = String::from_utf8(output.stdout).unwrap();
    assert_eq!(shown, "[]int{1, 2, 3} : []int\n2 : int\n");
}

#[test]
fn transcripts_that_are_wrong_are_found() {
    let lines = |text: &str| text.lines().map(str::to_string).collect::<Vec<_>>();
    assert!(agree(&lines("a\n…\nd"), &["a", "b", "c", "d"]));
    assert!(!agree(&lines("a\n…\nd"), &["a", "b"]));
    assert!(!agree(&lines("a"), &["a", "b"]));
    assert_eq!(with_spaces("a\tb"), "a       b");
}
