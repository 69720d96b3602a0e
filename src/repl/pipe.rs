//! Entries from standard input that is no terminal. What they read from it themselves are the lines
//! after them.
//!
//! Declarations that follow each other are one entry if they are there already, so that a file may
//! come through the pipe as it is pasted. Who sends a line and waits gets the answer at once.

use super::beginning::Beginning;
use super::commands::{self, Next};
use super::entry::{self, Piece, PieceKind};
use super::session::{Session, note};
use runtime::script;
use std::collections::HashSet;

/// What stands in the input.
enum Part {
    /// A line that begins with a colon.
    Command(String),
    Entry(String),
    /// A line that is no text.
    Invalid,
}

/// Runs all entries; 1 if one was wrong and that ends the session.
pub fn run(mut session: Session, exit_on_error: bool) -> i32 {
    let mut is_first = true;
    let mut waits_for_main = false;
    while let Some(part) = next_part(is_first) {
        is_first = false;
        let is_right = match part {
            Part::Command(line) => match commands::run(&mut session, &line) {
                Next::Leave => break,
                Next::Go(is_right) => is_right,
            },
            Part::Entry(text) if let Some(command) = commands::in_words(&mut session, &text) => {
                match commands::run(&mut session, command) {
                    Next::Leave => break,
                    Next::Go(is_right) => is_right,
                }
            }
            Part::Entry(text) => {
                let (text, names) = with_declarations(text);
                let is_right = entry::pieces(&text, "").is_empty() || session.run(&text);
                waits_for_main = is_right && names.contains("main");
                is_right
            }
            Part::Invalid => wrong_encoding(),
        };
        // Goroutines of earlier entries may have failed meanwhile.
        if exit_on_error && (!is_right || session.has_lost_goroutines()) {
            return 1;
        }
    }
    session.settle();
    if exit_on_error && session.has_lost_goroutines() {
        return 1;
    }
    if waits_for_main {
        note("main is declared, but nothing calls it: write main() after it");
    }
    0
}

fn wrong_encoding() -> bool {
    eprintln!("invalid UTF-8 encoding");
    false
}

/// The next entry or command; `None` at the end of the input.
fn next_part(is_first: bool) -> Option<Part> {
    let mut text = Beginning::default();
    while let Some(line) = script::next_line() {
        let Ok(line) = String::from_utf8(line) else {
            return Some(Part::Invalid);
        };
        if is_command(&line) && text.is_comment() {
            return Some(Part::Command(line));
        }
        // Lines are counted from the beginning of a file, or of an entry.
        if !is_first && text.text().is_empty() && line.trim().is_empty() {
            continue;
        }
        text.add(&line);
        if is_done(&text, &line) {
            return Some(Part::Entry(text.into_text()));
        }
    }
    let is_blank = text.text().trim().is_empty();
    (!is_blank).then(|| Part::Entry(text.into_text()))
}

fn is_command(line: &str) -> bool {
    line.trim_start().starts_with(':')
}

/// Whether the text with this last line is an entry. Comments belong to what follows.
fn is_done(text: &Beginning, line: &str) -> bool {
    !text.is_incomplete() && (!text.is_comment() || line.trim().is_empty())
}

/// The entry with the declarations that follow it, if it is made of declarations and they are there
/// already; and the names that are declared.
fn with_declarations(mut text: String) -> (String, HashSet<String>) {
    let mut names = HashSet::new();
    let Some(declared) = declared(&text) else {
        return (text, names);
    };
    names.extend(declared);
    while let Some((next, declared)) = next_declaration() {
        // What is declared again is another entry.
        if declared
            .iter()
            .any(|n| n != "_" && n != "init" && names.contains(n))
        {
            script::put_back(next.as_bytes());
            break;
        }
        text.push_str(&next);
        names.extend(declared);
    }
    (text, names)
}

/// What is at hand of the next entry, if it is made of declarations, and their names.
fn next_declaration() -> Option<(String, Vec<String>)> {
    let mut text = Beginning::default();
    let mut bytes = Vec::new();
    while let Some(line) = script::next_line_at_hand() {
        bytes.extend(&line);
        bytes.push(b'\n');
        let Ok(line) = String::from_utf8(line) else {
            break;
        };
        if is_command(&line) && text.is_comment() {
            break;
        }
        text.add(&line);
        if is_done(&text, &line) {
            match declared(text.text()) {
                Some(names) => return Some((text.into_text(), names)),
                None => break,
            }
        }
    }
    script::put_back(&bytes);
    None
}

/// What the text declares; `None` if it is not made of declarations.
fn declared(text: &str) -> Option<Vec<String>> {
    let pieces = entry::pieces(text, "");
    let is_declaration = |p: &Piece| p.kind.is_declaration() || p.kind == PieceKind::Import;
    let all = pieces.iter().all(is_declaration);
    all.then(|| pieces.into_iter().flat_map(|p| p.names).collect())
}
