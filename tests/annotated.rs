//! Checker tests in which every error is annotated where it belongs.
//!
//! The comment `/* ERROR "text" */` (or `// ERROR "text"`) stands behind the token at which an error
//! is expected whose message contains the text; `ERRORx` takes a regular expression. A first line
//! like `// -lang=go1.18` sets the language version. A folder is one package. It is the form of the
//! tests of Go's own type checkers: `GORUN_ANNOTATED_TESTS` may name a folder of such tests, which
//! are then measured (`GORUN_ANNOTATED_SHOW=1` lists what differs); our own, in
//! `testdata/annotated`, must all pass.

use gorun::build::{self, Options};
use gorun::project::{self, Input};
use lexer::Kind;
use regex::Regex;
use source::{Pos, SourceMap};
use std::fs;
use std::path::{Path, PathBuf};

/// Columns by which the report of a construct may be off: gc reports a binary expression at its
/// operator and a call at its parenthesis, where annotations may stand behind the first operand.
const TOLERANCE: u32 = 125;

/// Go's own checkers predeclare two functions for their tests, which programs do not have: lines that
/// call them are not compared.
const TEST_FUNCTIONS: [&str; 2] = ["assert", "trace"];

/// The share of files that must pass when a folder of foreign tests is measured.
const REQUIRED: f64 = 0.9;

enum Pattern {
    Contains(String),
    Matches(Regex),
}

struct Expected {
    file: usize,
    line: u32,
    column: u32,
    pattern: Pattern,
    text: String,
}

struct Reported {
    file: usize,
    line: u32,
    column: u32,
    message: String,
}

/// How a package's reports differ from its annotations.
#[derive(Default)]
struct Outcome {
    missing: Vec<String>,
    unexpected: Vec<String>,
    /// Errors on the right lines with other texts.
    reworded: Vec<String>,
    /// Right line and message, another column.
    off: Vec<(String, u32)>,
}

impl Outcome {
    /// Errors where they are expected, and nowhere else.
    fn is_placed(&self) -> bool {
        self.missing.is_empty()
            && self.unexpected.is_empty()
            && self.off.iter().all(|&(_, by)| by <= TOLERANCE)
    }

    fn is_right(&self) -> bool {
        self.is_placed() && self.reworded.is_empty()
    }

    fn is_exact(&self) -> bool {
        self.is_right() && self.off.is_empty()
    }
}

/// The annotations in one file.
fn annotations(file: usize, text: &str) -> Vec<Expected> {
    let mut map = SourceMap::new();
    map.add("x.go", text.to_string());
    let at = |pos: Pos| map.position(pos).map_or((0, 0), |p| (p.line, p.column));
    let tokens = lexer::tokenize(text, Pos(1)).tokens;
    let mut found = Vec::new();
    let mut last = Pos(1);
    let mut end = 0;
    for token in &tokens {
        let start = token.start.0 as usize - 1;
        if start > end {
            for comment in comments(&text[end..start]) {
                if let Some((pattern, text)) = annotation(comment) {
                    let (line, column) = at(last);
                    found.push(Expected {
                        file,
                        line,
                        column,
                        pattern,
                        text,
                    });
                }
            }
        }
        let inserted = matches!(token.kind, Kind::SemiNewline | Kind::SemiEof);
        if !inserted {
            last = token.start;
        }
        end = end.max(if inserted {
            start
        } else {
            token.end.0 as usize - 1
        });
    }
    found
}

/// The lines that call a function only known to Go's own tests.
fn test_lines(text: &str) -> Vec<u32> {
    let mut map = SourceMap::new();
    map.add("x.go", text.to_string());
    let tokens = lexer::tokenize(text, Pos(1)).tokens;
    tokens
        .iter()
        .filter(|t| t.kind == Kind::Name)
        .filter(|t| TEST_FUNCTIONS.contains(&&text[t.start.0 as usize - 1..t.end.0 as usize - 1]))
        .filter_map(|t| map.position(t.start).map(|p| p.line))
        .collect()
}

/// The comments in text between tokens.
fn comments(mut text: &str) -> Vec<&str> {
    let mut list = Vec::new();
    while let Some(at) = text.find("/") {
        let rest = &text[at..];
        let end = if rest.starts_with("/*") {
            rest.find("*/").map_or(rest.len(), |n| n + 2)
        } else {
            rest.find('\n').unwrap_or(rest.len())
        };
        list.push(&rest[..end]);
        text = &rest[end..];
    }
    list
}

/// Pattern and text of `/* ERROR "text" */`.
fn annotation(comment: &str) -> Option<(Pattern, String)> {
    let inner = comment.trim_start_matches("//").trim_start_matches("/*");
    let inner = inner.trim_end_matches("*/").trim();
    let (is_regex, literal) = if let Some(rest) = inner.strip_prefix("ERRORx ") {
        (true, rest.trim())
    } else {
        (false, inner.strip_prefix("ERROR ")?.trim())
    };
    if !literal.starts_with(['"', '`']) {
        return None;
    }
    let text = String::from_utf8_lossy(&lexer::literal::string_value(literal)).into_owned();
    let pattern = if is_regex {
        Pattern::Matches(Regex::new(&text).ok()?)
    } else {
        Pattern::Contains(text.clone())
    };
    Some((pattern, text))
}

fn options(text: &str) -> Options {
    let first = text.lines().next().unwrap_or("");
    let flags = first.strip_prefix("// -").unwrap_or("");
    let version = flags
        .split_whitespace()
        .find_map(|f| f.trim_start_matches('-').strip_prefix("lang="))
        .and_then(types::version::Version::parse);
    Options {
        version,
        thorough: true,
    }
}

fn compare(files: &[PathBuf]) -> Outcome {
    let texts: Vec<Vec<u8>> = files.iter().map(|f| fs::read(f).unwrap()).collect();
    let first = String::from_utf8_lossy(&texts[0]).into_owned();
    let names: Vec<String> = files
        .iter()
        .map(|f| f.file_name().unwrap().to_string_lossy().into_owned())
        .collect();
    let inputs = names
        .iter()
        .zip(&texts)
        .map(|(name, text)| Input::new(name.clone(), text))
        .collect();
    let mut expected: Vec<Expected> = texts
        .iter()
        .enumerate()
        .flat_map(|(i, text)| annotations(i, &String::from_utf8_lossy(text)))
        .collect();
    let left_out: Vec<Vec<u32>> = texts
        .iter()
        .map(|text| test_lines(&String::from_utf8_lossy(text)))
        .collect();
    expected.retain(|e| !left_out[e.file].contains(&e.line));
    let project = project::parse(inputs);
    let reported: Vec<Reported> = build::check(&project, options(&first))
        .into_iter()
        .filter_map(|d| {
            let p = project.map.position(d.pos)?;
            Some(Reported {
                file: names.iter().position(|n| *n == p.name)?,
                line: p.line,
                column: p.column,
                message: d.message,
            })
        })
        .filter(|r: &Reported| !left_out[r.file].contains(&r.line))
        .collect();
    let mut outcome = Outcome::default();
    let mut matched: Vec<&Reported> = Vec::new();
    // What says the expected words first; then what stands on the expected line.
    for same_words in [true, false] {
        for r in &reported {
            if matched.iter().any(|m| std::ptr::eq(*m, r)) {
                continue;
            }
            let nearest = expected
                .iter()
                .enumerate()
                .filter(|(_, e)| e.file == r.file && e.line == r.line)
                .filter(|(_, e)| !same_words || e.matches(&r.message))
                .min_by_key(|(_, e)| e.column.abs_diff(r.column));
            let Some((i, e)) = nearest else {
                continue;
            };
            let shown = format!("{}:{}:{}: {}", names[r.file], r.line, r.column, r.message);
            let by = e.column.abs_diff(r.column);
            if by > 0 {
                outcome.off.push((shown.clone(), by));
            }
            if !same_words {
                outcome.reworded.push(format!("{shown}, not {}", e.text));
            }
            expected.swap_remove(i);
            matched.push(r);
        }
    }
    for r in &reported {
        if !matched.iter().any(|m| std::ptr::eq(*m, r)) {
            let shown = format!("{}:{}:{}: {}", names[r.file], r.line, r.column, r.message);
            outcome.unexpected.push(shown);
        }
    }
    for e in &expected {
        // One message is printed once for a line, however often it applies.
        let repeated =
            |r: &&Reported| e.file == r.file && e.line == r.line && e.matches(&r.message);
        if !matched.iter().any(repeated) {
            let (name, text) = (&names[e.file], &e.text);
            outcome
                .missing
                .push(format!("{name}:{}:{}: {text}", e.line, e.column));
        }
    }
    outcome
}

impl Expected {
    fn matches(&self, message: &str) -> bool {
        match &self.pattern {
            Pattern::Contains(text) => message.contains(text.as_str()),
            Pattern::Matches(regex) => regex.is_match(message),
        }
    }
}

/// The packages below `dir`: files, and folders that hold only files.
fn packages(dir: &Path) -> Vec<Vec<PathBuf>> {
    let sorted = |dir: &Path| {
        let mut list: Vec<PathBuf> = fs::read_dir(dir)
            .unwrap()
            .map(|e| e.unwrap().path())
            .collect();
        list.sort();
        list
    };
    let is_go = |p: &PathBuf| p.extension().is_some_and(|e| e == "go");
    let mut found = Vec::new();
    // The packages of a collection lie one level down; folders beside files are packages.
    for group in sorted(dir).into_iter().filter(|p| p.is_dir()) {
        for entry in sorted(&group) {
            if entry.is_dir() {
                found.push(sorted(&entry).into_iter().filter(is_go).collect());
            } else if is_go(&entry) {
                found.push(vec![entry]);
            }
        }
    }
    found.retain(|files: &Vec<PathBuf>| !files.is_empty());
    found
}

struct Tally {
    files: usize,
    placed: usize,
    right: usize,
    exact: usize,
    wrong: Vec<String>,
}

fn measure(dir: PathBuf) -> Tally {
    let body = move || {
        let mut tally = Tally {
            files: 0,
            placed: 0,
            right: 0,
            exact: 0,
            wrong: Vec::new(),
        };
        for files in packages(&dir) {
            let outcome = compare(&files);
            tally.files += 1;
            tally.placed += usize::from(outcome.is_placed());
            tally.right += usize::from(outcome.is_right());
            tally.exact += usize::from(outcome.is_exact());
            if !outcome.is_exact() {
                let name = files[0].strip_prefix(&dir).unwrap().display().to_string();
                let list = |label: &str, lines: &[String]| {
                    lines
                        .iter()
                        .map(|l| format!("\n    {label} {l}"))
                        .collect::<String>()
                };
                let off: Vec<String> = outcome
                    .off
                    .iter()
                    .map(|(l, by)| format!("by {by}: {l}"))
                    .collect();
                tally.wrong.push(format!(
                    "{name}{}{}{}{}",
                    list("missing", &outcome.missing),
                    list("unexpected", &outcome.unexpected),
                    list("other words", &outcome.reworded),
                    list("column off", &off),
                ));
            }
        }
        tally
    };
    std::thread::Builder::new()
        .stack_size(1 << 29)
        .spawn(body)
        .unwrap()
        .join()
        .unwrap()
}

#[test]
fn own_tests() {
    let tally = measure(Path::new(env!("CARGO_MANIFEST_DIR")).join("testdata/annotated"));
    assert!(tally.files > 0);
    assert!(tally.exact == tally.files, "{}", tally.wrong.join("\n"));
}

#[test]
fn foreign_tests() {
    let Some(dir) = std::env::var_os("GORUN_ANNOTATED_TESTS") else {
        return;
    };
    let tally = measure(PathBuf::from(dir));
    if std::env::var_os("GORUN_ANNOTATED_SHOW").is_some() {
        println!("{}", tally.wrong.join("\n"));
    }
    let share = |n: usize| 100.0 * n as f64 / tally.files as f64;
    println!(
        "{} packages: {} ({:.1} %) with errors in the expected places, {} ({:.1} %) in the expected \
         words as well, {} ({:.1} %) in the exact columns as well",
        tally.files,
        tally.placed,
        share(tally.placed),
        tally.right,
        share(tally.right),
        tally.exact,
        share(tally.exact),
    );
    assert!(tally.placed as f64 >= REQUIRED * tally.files as f64);
}
