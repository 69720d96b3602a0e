//! Entries from a terminal: line editing, history, completion.

use super::commands::{self, COMMANDS, Next};
use super::entry;
use super::session::{INTERRUPTED, Session};
use rustyline::completion::{Completer, FilenameCompleter, Pair};
use rustyline::error::ReadlineError;
use rustyline::highlight::{Highlighter, MatchingBracketHighlighter};
use rustyline::history::DefaultHistory;
use rustyline::validate::{ValidationContext, ValidationResult, Validator};
use rustyline::{Context, Editor, Helper, Hinter};
use std::borrow::Cow;
use std::path::PathBuf;
use std::sync::atomic::Ordering;

const KEYWORDS: &[&str] = &[
    "break",
    "case",
    "chan",
    "const",
    "continue",
    "default",
    "defer",
    "else",
    "fallthrough",
    "for",
    "func",
    "go",
    "goto",
    "if",
    "import",
    "interface",
    "map",
    "package",
    "range",
    "return",
    "select",
    "struct",
    "switch",
    "type",
    "var",
    "append",
    "cap",
    "len",
    "make",
    "new",
    "panic",
    "println",
    "string",
    "error",
    "true",
    "false",
    "nil",
];

#[derive(Helper, Hinter)]
struct Assistant {
    names: Vec<String>,
    files: FilenameCompleter,
    brackets: MatchingBracketHighlighter,
}

impl Validator for Assistant {
    fn validate(&self, cx: &mut ValidationContext) -> rustyline::Result<ValidationResult> {
        let text = cx.input();
        let is_entry = !text.trim_start().starts_with(':');
        Ok(if is_entry && entry::is_incomplete(text) {
            ValidationResult::Incomplete
        } else {
            ValidationResult::Valid(None)
        })
    }
}

impl Highlighter for Assistant {
    fn highlight<'l>(&self, line: &'l str, pos: usize) -> Cow<'l, str> {
        self.brackets.highlight(line, pos)
    }
    fn highlight_char(&self, line: &str, pos: usize, kind: rustyline::highlight::CmdKind) -> bool {
        self.brackets.highlight_char(line, pos, kind)
    }
}

impl Completer for Assistant {
    type Candidate = Pair;
    fn complete(
        &self,
        line: &str,
        pos: usize,
        cx: &Context<'_>,
    ) -> rustyline::Result<(usize, Vec<Pair>)> {
        if line.starts_with(":load ") || line.starts_with(":save ") {
            return self.files.complete(line, pos, cx);
        }
        let before = &line[..pos];
        let start = before
            .rfind(|c: char| !c.is_alphanumeric() && c != '_' && c != ':')
            .map_or(0, |i| i + 1);
        let word = &before[start..];
        let commands = COMMANDS.iter().map(|c| format!(":{}", c.0));
        let members = package_members(before, start);
        let all: Vec<String> = match members {
            Some(list) => list,
            None => commands
                .chain(self.names.iter().cloned())
                .chain(KEYWORDS.iter().map(|k| k.to_string()))
                .collect(),
        };
        let pairs = all
            .into_iter()
            .filter(|n| n.starts_with(word) && !word.is_empty() || before.ends_with('.'))
            .map(|n| Pair {
                display: n.clone(),
                replacement: n,
            })
            .collect();
        Ok((start, pairs))
    }
}

/// The exported names of the package before the dot.
fn package_members(before: &str, start: usize) -> Option<Vec<String>> {
    let owner = before[..start].strip_suffix('.')?;
    let from = owner
        .rfind(|c: char| !c.is_alphanumeric() && c != '_')
        .map_or(0, |i| i + 1);
    let path = super::session::std_package(&owner[from..])?;
    let mut names = Vec::new();
    for (_, text) in stdlib::source_files(path)? {
        for line in text.lines() {
            let rest = ["func ", "type ", "var ", "const ", "\t"]
                .iter()
                .find_map(|p| line.strip_prefix(p));
            let Some(rest) = rest else { continue };
            let name: String = rest
                .chars()
                .take_while(|c| c.is_alphanumeric() || *c == '_')
                .collect();
            let is_value = !line.starts_with('\t') || rest[name.len()..].starts_with(" =");
            if name.starts_with(char::is_uppercase) && is_value {
                names.push(name);
            }
        }
    }
    names.sort();
    names.dedup();
    Some(names)
}

fn history_file() -> Option<PathBuf> {
    let state = std::env::var_os("XDG_STATE_HOME")
        .map(PathBuf::from)
        .or_else(|| Some(PathBuf::from(std::env::var_os("HOME")?).join(".local/state")))?;
    let dir = state.join("gorun");
    std::fs::create_dir_all(&dir).ok()?;
    Some(dir.join("history"))
}

/// Reads and runs entries until the user leaves; the exit code.
pub fn run(mut session: Session) -> i32 {
    let config = rustyline::Config::builder().auto_add_history(true).build();
    let mut editor: Editor<Assistant, DefaultHistory> = match Editor::with_config(config) {
        Ok(editor) => editor,
        Err(e) => {
            eprintln!("gorun: {e}");
            return 1;
        }
    };
    runtime::signals::on_interrupt(|| INTERRUPTED.store(true, Ordering::SeqCst));
    editor.set_helper(Some(Assistant {
        names: Vec::new(),
        files: FilenameCompleter::new(),
        brackets: MatchingBracketHighlighter::new(),
    }));
    let history = history_file();
    if let Some(path) = &history {
        // There is none the first time.
        let _ = editor.load_history(path);
    }
    println!(
        "gorun {} (Go 1.26)  :help for help, Ctrl-D to leave",
        env!("CARGO_PKG_VERSION")
    );
    loop {
        match editor.readline("> ") {
            Ok(line) if line.trim_start().starts_with(':') => {
                if let Next::Leave = commands::run(&mut session, &line) {
                    break;
                }
            }
            Ok(text) => {
                session.run(&text);
            }
            Err(ReadlineError::Interrupted) => continue,
            Err(ReadlineError::Eof) => break,
            Err(e) => {
                eprintln!("gorun: {e}");
                break;
            }
        }
        if let Some(helper) = editor.helper_mut() {
            helper.names = session.names().into_iter().map(|n| n.0).collect();
            helper
                .names
                .extend(session.imports.iter().map(|i| i.0.clone()));
        }
    }
    if let Some(path) = &history {
        let _ = editor.save_history(path);
    }
    0
}
