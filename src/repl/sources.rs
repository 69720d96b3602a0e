//! The declarations of a session as text: what is declared again when something that it mentions
//! changes, and what `:save` writes.

use super::entry::{Piece, PieceKind};

/// A declaration in force.
#[derive(Clone, Debug)]
pub struct Source {
    pub piece: Piece,
    /// `T`, `f`, or `T.m` for a method.
    pub name: String,
}

/// What the session has declared and run, in order.
#[derive(Default)]
pub struct Sources {
    pub list: Vec<Source>,
}

/// The words of a text.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric() && c != '_')
        .filter(|w| !w.is_empty())
}

/// What the piece declares, if it is a type, function or method.
pub fn declared_name(piece: &Piece) -> Option<String> {
    if piece.kind != PieceKind::Decl {
        return None;
    }
    if let Some(rest) = piece.text.strip_prefix("type") {
        return words(rest).next().map(str::to_string);
    }
    let rest = piece.text.strip_prefix("func")?.trim_start();
    let Some(receiver) = rest.strip_prefix('(') else {
        return words(rest).next().map(str::to_string);
    };
    let (receiver, rest) = receiver.split_once(')')?;
    let base = receiver.split('[').next()?;
    let base = words(base).last()?;
    Some(format!("{base}.{}", words(rest).next()?))
}

impl Sources {
    /// Takes note of a piece that has been run.
    pub fn add(&mut self, piece: &Piece) {
        let name = declared_name(piece).unwrap_or_default();
        if !name.is_empty() {
            self.list.retain(|s| s.name != name);
        }
        self.list.push(Source {
            piece: piece.clone(),
            name,
        });
    }

    /// What has to be declared again together with `group`: the type of each method in it, and types
    /// and functions that mention one of its types.
    pub fn dependents(&self, group: &[Piece]) -> Vec<Piece> {
        let mut names: Vec<String> = Vec::new();
        let own: Vec<String> = group.iter().filter_map(declared_name).collect();
        for piece in group {
            let Some(name) = declared_name(piece) else {
                continue;
            };
            if let Some((base, _)) = name.split_once('.') {
                names.push(base.to_string());
            } else if piece.text.starts_with("type") {
                names.push(name);
            }
        }
        let mut chosen: Vec<usize> = Vec::new();
        loop {
            let before = chosen.len();
            for (i, source) in self.list.iter().enumerate() {
                let is_known =
                    source.name.is_empty() || own.contains(&source.name) || chosen.contains(&i);
                if is_known || !words(&source.piece.text).any(|w| names.iter().any(|n| n == w)) {
                    continue;
                }
                chosen.push(i);
                if source.piece.text.starts_with("type") {
                    names.push(source.name.clone());
                }
            }
            if chosen.len() == before {
                break;
            }
        }
        chosen.sort_unstable();
        chosen.iter().map(|&i| self.list[i].piece.clone()).collect()
    }

    /// A program that does the same: variables become package variables, what was shown is printed.
    pub fn program(&self, imports: &[(String, String)]) -> String {
        let mut code = String::new();
        let mut body = String::new();
        for (i, source) in self.list.iter().enumerate() {
            let text = &source.piece.text;
            match source.piece.kind {
                PieceKind::Decl => code.push_str(&format!("\n\n{text}")),
                PieceKind::Define if self.is_hidden(i) => {}
                PieceKind::Define => {
                    code.push_str(&format!("\n\nvar {}", text.replacen(":=", "=", 1)))
                }
                PieceKind::Expr => body.push_str(&format!("\tfmt.Println({text})\n")),
                PieceKind::Stmt => body.push_str(&format!("\t{text}\n")),
                PieceKind::Import => {}
            }
        }
        code.push_str(&format!("\n\nfunc main() {{\n{body}}}\n"));
        let fmt = ("fmt".to_string(), "fmt".to_string());
        let mut out = String::from("package main\n");
        let mut done: Vec<&str> = Vec::new();
        for (name, path) in imports.iter().chain([&fmt]) {
            if words(&code).any(|w| w == name) && !done.contains(&name.as_str()) {
                out.push_str(&format!("\nimport {path:?}"));
                done.push(name);
            }
        }
        out + &code
    }

    /// Whether a later definition declares one of the same variables.
    fn is_hidden(&self, index: usize) -> bool {
        let names = |s: &Source| -> Vec<String> {
            let left = s.piece.text.split(":=").next().unwrap_or("");
            words(left).map(str::to_string).collect()
        };
        let own = names(&self.list[index]);
        self.list[index + 1..]
            .iter()
            .any(|s| s.piece.kind == PieceKind::Define && names(s).iter().any(|n| own.contains(n)))
    }
}
