//! `:save`: a session as a program that compiles.
//!
//! Types, functions and what they mention are declared at package level, all else happens in main in
//! the order of the session. What does not compile there, because a later entry gave a name another
//! meaning, stays as a comment that says why.

mod items;
mod mend;

use super::entry::{Piece, PieceKind};
use super::packages::{self, Import};
use super::sources::words;
use crate::build::{self, Options};
use crate::project::{self, Input};
use items::{Item, Place};
use lexer::Kind;
use source::Pos;
use std::collections::HashSet;
use std::fmt::Write;

/// The name that messages about the program have; nobody sees them.
const NAME: &str = "saved.go";
/// So often an item is mended at most.
const MENDS: usize = 100;

/// An error of the program.
struct Mistake {
    line: usize,
    column: usize,
    message: String,
}

/// Where an item was written.
#[derive(Clone, Copy, Default)]
struct Lines {
    first: usize,
    last: usize,
    /// How far its lines are moved.
    indent: usize,
}

impl Lines {
    fn contain(&self, mistake: &Mistake) -> bool {
        self.first <= mistake.line && mistake.line <= self.last
    }
}

/// The program. `variables` are the session's with their types.
pub fn program(pieces: &[Piece], imports: &[Import], variables: &[(String, String)]) -> String {
    let pieces = &without_main(pieces)[..];
    let mut items = items::items(pieces, imports, variables);
    loop {
        let (text, lines) = write(&items);
        let mistakes = mistakes(&text);
        if mistakes.is_empty() {
            return text;
        }
        if !improve(&mut items, &lines, &mistakes) {
            break;
        }
    }
    // Something is wrong that no item is at fault for.
    for item in items.iter_mut().filter(|i| i.dropped.is_none()) {
        item.dropped = Some("the program does not compile with this".to_string());
    }
    write(&items).0
}

/// Does something about the mistakes; false if there is nothing to be done. Each change is one that
/// cannot be made again.
fn improve(items: &mut Vec<Item>, lines: &[Lines], mistakes: &[Mistake]) -> bool {
    let mut missing: Vec<&str> = Vec::new();
    let mut has_changed = false;
    for (item, lines) in items.iter_mut().zip(lines) {
        let own = mistakes.iter().filter(|m| lines.contain(m));
        // From the end, so that earlier places stay.
        for mistake in own.rev() {
            if item.dropped.is_some() {
                break;
            }
            has_changed = true;
            if let Some(name) = mistake.message.strip_prefix("undefined: ")
                && packages::std_package(name).is_some()
                && !item.tried.iter().any(|t| t == name)
            {
                item.tried.push(name.to_string());
                missing.push(name);
                continue;
            }
            let is_mended = item.tried.len() < MENDS && mend(item, lines, mistake);
            if !is_mended {
                let first = mistake.message.lines().next();
                item.dropped = Some(first.unwrap_or_default().to_string());
            }
        }
    }
    missing.sort_unstable();
    missing.dedup();
    for name in missing {
        let import = packages::std_package(name).map(|path| Import {
            name: name.to_string(),
            path: path.to_string(),
        });
        let declaration = import.map(|i| i.declaration()).unwrap_or_default();
        if !items.iter().any(|i| i.text == declaration) {
            items.insert(0, Item::new(Place::Import, declaration));
        }
    }
    has_changed
}

/// Uses a variable that is not used otherwise.
fn mend(item: &mut Item, lines: &Lines, mistake: &Mistake) -> bool {
    let Some(name) = mend::unused_variable(&mistake.message) else {
        return false;
    };
    let line = mistake.line - lines.first;
    let Some(column) = (mistake.column - 1).checked_sub(lines.indent) else {
        return false;
    };
    let start: usize = item
        .text
        .split_inclusive('\n')
        .take(line)
        .map(str::len)
        .sum();
    let place = format!("{name} {}", start + column);
    let Some(text) = mend::used(&item.text, start + column, name) else {
        return false;
    };
    if item.tried.contains(&place) {
        return false;
    }
    item.tried.push(place);
    item.text = text;
    true
}

/// The pieces with another name for the session's own main, which is a function among others there.
fn without_main(pieces: &[Piece]) -> Vec<Piece> {
    let has_main = |p: &Piece| p.kind == PieceKind::Func && p.names == ["main"];
    let mut pieces = pieces.to_vec();
    if !pieces.iter().any(has_main) {
        return pieces;
    }
    let taken: HashSet<String> = pieces
        .iter()
        .flat_map(|p| words(&p.text))
        .map(str::to_string)
        .collect();
    let mut name = "program".to_string();
    while taken.contains(&name) {
        name.push('_');
    }
    for piece in &mut pieces {
        let tokens = lexer::tokenize(&piece.text, Pos(1)).tokens;
        for pair in tokens.windows(2).rev() {
            let range = pair[0].start.0 as usize - 1..pair[0].end.0 as usize - 1;
            let is_call = pair[0].kind == Kind::Name && pair[1].kind == Kind::LParen;
            if is_call && piece.text.get(range.clone()) == Some("main") {
                piece.text.replace_range(range, &name);
            }
        }
        if has_main(piece) {
            piece.names = vec![name.clone()];
        }
    }
    pieces
}

/// What is wrong with the program.
fn mistakes(text: &str) -> Vec<Mistake> {
    let project = project::parse(vec![Input::new(NAME, text.as_bytes())]);
    let errors = build::check(&project, Options::default());
    let mistakes = errors.into_iter().map(|e| {
        let position = project.map.position(e.pos).filter(|p| p.name == NAME);
        let (line, column) = position.map_or((0, 0), |p| (p.line, p.column));
        Mistake {
            line: line as usize,
            column: column as usize,
            message: e.message,
        }
    });
    mistakes.collect()
}

/// The text, and where each item is.
fn write(items: &[Item]) -> (String, Vec<Lines>) {
    let mut text = String::from("package main\n");
    let mut written = 1;
    let mut lines = vec![Lines::default(); items.len()];
    for place in [Place::Import, Place::Package, Place::Main] {
        let has_any = items
            .iter()
            .any(|i| i.place == place && i.dropped.is_none());
        let head = match place {
            Place::Import if has_any => "\n",
            Place::Import | Place::Package => "",
            Place::Main => "\nfunc main() {\n",
        };
        text.push_str(head);
        written += head.matches('\n').count();
        let mut depth = usize::from(place == Place::Main);
        for (item, lines) in items.iter().zip(&mut lines) {
            if item.place != place || place == Place::Import && item.dropped.is_some() {
                continue;
            }
            if place == Place::Package {
                text.push('\n');
                written += 1;
            }
            depth -= usize::from(item.text == "}");
            // A raw string's lines are its own.
            let indent = if item.text.contains('`') { 0 } else { depth };
            let tabs = "\t".repeat(indent);
            let comment = match &item.dropped {
                // Writing to a string does not fail.
                Some(why) => {
                    let _ = writeln!(text, "{tabs}// Left out: {why}");
                    written += 1;
                    "// "
                }
                None => "",
            };
            lines.first = written + 1;
            lines.indent = indent;
            for source in item.text.lines() {
                let _ = writeln!(text, "{tabs}{comment}{source}");
                written += 1;
            }
            lines.last = written;
            depth += usize::from(item.text == "{");
        }
    }
    text.push_str("}\n");
    (text, lines)
}
