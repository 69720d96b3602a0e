//! The declarations of a session as text: what is declared again when something that it mentions
//! changes, and what `:save` writes.

use super::entry::{Piece, PieceKind};
use super::packages::Import;

/// What the session has declared and run, in order.
#[derive(Default)]
pub struct Sources {
    pub list: Vec<Piece>,
}

/// The words of a text.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric() && c != '_')
        .filter(|w| !w.is_empty())
}

impl Sources {
    /// Takes note of pieces that have been run.
    pub fn add(&mut self, pieces: &[Piece]) {
        for piece in pieces {
            if matches!(piece.kind, PieceKind::Type | PieceKind::Func) {
                self.list.retain(|s| s.names != piece.names);
            }
            self.list.push(piece.clone());
        }
    }

    /// What has to be declared again together with `group`: the type of each method in it, and types
    /// and functions that mention one of its types.
    pub fn dependents(&self, group: &[Piece]) -> Vec<Piece> {
        let mut names: Vec<String> = Vec::new();
        let own: Vec<&String> = group.iter().flat_map(|p| &p.names).collect();
        for piece in group {
            for name in &piece.names {
                if let Some((base, _)) = name.split_once('.') {
                    names.push(base.to_string());
                } else if piece.kind == PieceKind::Type {
                    names.push(name.clone());
                }
            }
        }
        let mut chosen: Vec<usize> = Vec::new();
        loop {
            let before = chosen.len();
            for (i, piece) in self.list.iter().enumerate() {
                let can = matches!(piece.kind, PieceKind::Type | PieceKind::Func);
                let is_done = piece.names.iter().any(|n| own.contains(&n)) || chosen.contains(&i);
                let mentions = |w: &str| names.iter().any(|n| n == w);
                if !can || is_done || !words(&piece.text).any(mentions) {
                    continue;
                }
                chosen.push(i);
                if piece.kind == PieceKind::Type {
                    names.extend(piece.names.iter().cloned());
                }
            }
            if chosen.len() == before {
                break;
            }
        }
        chosen.sort_unstable();
        chosen.iter().map(|&i| self.list[i].clone()).collect()
    }

    /// A program that does the same: variables become package variables, what was shown is printed.
    pub fn program(&self, imports: &[Import]) -> String {
        let mut code = String::new();
        let mut body = String::new();
        for (i, piece) in self.list.iter().enumerate() {
            let text = &piece.text;
            match piece.kind {
                kind if kind.is_declaration() => code.push_str(&format!("\n\n{text}")),
                PieceKind::Define if self.is_hidden(i) => {}
                PieceKind::Define => {
                    code.push_str(&format!("\n\nvar {}", text.replacen(":=", "=", 1)))
                }
                PieceKind::Expr => body.push_str(&format!("\tfmt.Println({text})\n")),
                PieceKind::Stmt => body.push_str(&format!("\t{text}\n")),
                _ => {}
            }
        }
        code.push_str(&format!("\n\nfunc main() {{\n{body}}}\n"));
        let fmt = Import {
            name: "fmt".to_string(),
            path: "fmt".to_string(),
        };
        let mut out = String::from("package main\n");
        let mut done: Vec<&str> = Vec::new();
        for import in imports.iter().chain([&fmt]) {
            if import.is_mentioned(&code) && !done.contains(&import.name.as_str()) {
                out.push_str(&format!("\n{}", import.declaration()));
                done.push(&import.name);
            }
        }
        out + &code
    }

    /// Whether a later definition declares one of the same variables.
    fn is_hidden(&self, index: usize) -> bool {
        let own = &self.list[index].names;
        let later = &self.list[index + 1..];
        later
            .iter()
            .any(|p| p.kind == PieceKind::Define && p.names.iter().any(|n| own.contains(n)))
    }
}
