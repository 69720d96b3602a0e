//! `:save`: a session as a program that compiles.
//!
//! Types, functions and what they mention are declared at package level, all else happens in main in
//! the order of the session. What does not compile there, because a later entry gave a name another
//! meaning, stays as a comment.

use super::entry::{Piece, PieceKind};
use super::packages::Import;
use super::sources::words;
use crate::build::{self, Options};
use crate::project::{self, Input};
use lexer::Kind;
use source::Pos;
use std::collections::HashSet;
use std::fmt::Write;

/// The name that messages about the program have; nobody sees them.
const NAME: &str = "saved.go";

/// A part of the program.
struct Item {
    text: String,
    place: Place,
    /// It is a comment only.
    is_dropped: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Import,
    Package,
    Main,
}

/// The program. `variables` are the session's with their types.
pub fn program(pieces: &[Piece], imports: &[Import], variables: &[(String, String)]) -> String {
    let pieces = &without_main(pieces)[..];
    let mut items = items(pieces, imports, variables);
    // Each round drops something.
    for _ in 0..=items.len() {
        let (text, lines) = write(&items);
        let wrong = wrong_lines(&text);
        let mut dropped = false;
        for (item, &(first, last)) in items.iter_mut().zip(&lines) {
            if !item.is_dropped && wrong.iter().any(|&l| first <= l && l <= last) {
                item.is_dropped = true;
                dropped = true;
            }
        }
        if !dropped {
            return text;
        }
    }
    write(&items).0
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

/// The lines of the program that have errors.
fn wrong_lines(text: &str) -> Vec<usize> {
    let project = project::parse(vec![Input::new(NAME, text.as_bytes())]);
    let errors = build::check(&project, Options::default());
    let lines = errors.iter().filter_map(|e| {
        let position = project.map.position(e.pos)?;
        Some(position.line as usize)
    });
    lines.collect()
}

fn items(pieces: &[Piece], imports: &[Import], variables: &[(String, String)]) -> Vec<Item> {
    let fmt = Import {
        name: "fmt".to_string(),
        path: "fmt".to_string(),
    };
    let mut items = Vec::new();
    let mut add = |place, text: String| {
        items.push(Item {
            text,
            place,
            is_dropped: false,
        })
    };
    let mut imported = HashSet::new();
    for import in imports.iter().chain([&fmt]) {
        if imported.insert(import.name.as_str()) {
            add(Place::Import, import.declaration());
        }
    }
    let functions = pieces.iter().filter(|p| p.kind == PieceKind::Func);
    let mentioned: HashSet<&str> = functions.flat_map(|p| words(&p.text)).collect();
    // Variables that functions mention, and those declared together with them.
    let mut global: HashSet<&str> = HashSet::new();
    for piece in pieces.iter().filter(|p| declares_variables(p)) {
        if piece.names.iter().any(|n| mentioned.contains(n.as_str())) {
            global.extend(piece.names.iter().map(String::as_str));
        }
    }
    for (name, ty) in variables.iter().filter(|v| global.contains(v.0.as_str())) {
        add(Place::Package, format!("var {name} {ty}"));
    }
    let mut local: HashSet<&str> = HashSet::new();
    let mut blocks = 0;
    for piece in pieces {
        let is_global = piece.names.iter().any(|n| global.contains(n.as_str()));
        match piece.kind {
            PieceKind::Type | PieceKind::Func => {
                let comment = match piece.doc.is_empty() {
                    true => String::new(),
                    false => format!("{}\n", piece.doc),
                };
                add(Place::Package, format!("{comment}{}", piece.text));
            }
            PieceKind::Const if piece.names.iter().any(|n| mentioned.contains(n.as_str())) => {
                add(Place::Package, piece.text.clone());
            }
            PieceKind::Define if is_global => {
                add(Place::Main, piece.text.replacen(":=", "=", 1));
            }
            PieceKind::Var if is_global => {
                if let Some(assignment) = assignment(piece) {
                    add(Place::Main, assignment);
                }
            }
            PieceKind::Define | PieceKind::Var | PieceKind::Const => {
                let names: Vec<&str> = piece.names.iter().map(String::as_str).collect();
                let is_again = names.iter().any(|n| local.contains(n));
                if is_again
                    && (piece.kind != PieceKind::Define || names.iter().all(|n| local.contains(n)))
                {
                    // The name may have another type from here on.
                    add(Place::Main, "{".to_string());
                    blocks += 1;
                    local.clear();
                }
                local.extend(&names);
                add(Place::Main, piece.text.clone());
                if piece.kind != PieceKind::Const {
                    for name in names.iter().filter(|n| **n != "_") {
                        add(Place::Main, format!("_ = {name}"));
                    }
                }
            }
            PieceKind::Expr => add(Place::Main, format!("fmt.Println({})", piece.text)),
            // Its deferred call happened at the end of the entry.
            PieceKind::Stmt if piece.text.starts_with("defer") => {
                add(Place::Main, format!("func() {{ {} }}()", piece.text));
            }
            PieceKind::Stmt if piece.text != "return" => add(Place::Main, piece.text.clone()),
            _ => {}
        }
    }
    for _ in 0..blocks {
        add(Place::Main, "}".to_string());
    }
    items
}

fn declares_variables(piece: &Piece) -> bool {
    matches!(piece.kind, PieceKind::Define | PieceKind::Var)
}

/// `var x, y T = a, b` as an assignment; none if it gives no values.
fn assignment(piece: &Piece) -> Option<String> {
    let (left, values) = piece.text.split_once('=')?;
    let is_list = left.contains('(');
    (!is_list).then(|| format!("{} ={values}", piece.names.join(", ")))
}

/// The text, and for each item its first and last line.
fn write(items: &[Item]) -> (String, Vec<(usize, usize)>) {
    let mut text = String::from("package main\n");
    let mut lines = vec![(0, 0); items.len()];
    for place in [Place::Import, Place::Package, Place::Main] {
        let has_any = items.iter().any(|i| i.place == place);
        text.push_str(match place {
            Place::Import if has_any => "\n",
            Place::Import | Place::Package => "",
            Place::Main => "\nfunc main() {\n",
        });
        let mut depth = usize::from(place == Place::Main);
        for (item, line) in items.iter().zip(&mut lines) {
            if item.place != place {
                continue;
            }
            if place == Place::Package {
                text.push('\n');
            }
            depth -= usize::from(item.text == "}");
            let first = text.matches('\n').count() + 1;
            let comment = if item.is_dropped { "// " } else { "" };
            let indent = match item.text.contains('`') {
                // A raw string's lines are its own.
                true => String::new(),
                false => "\t".repeat(depth),
            };
            for source in item.text.lines() {
                // Writing to a string does not fail.
                let _ = writeln!(text, "{indent}{comment}{source}");
            }
            depth += usize::from(item.text == "{");
            *line = (first, text.matches('\n').count());
        }
    }
    text.push_str("}\n");
    (text, lines)
}
