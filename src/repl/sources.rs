//! What a session has declared and run, as text: what is declared again when something that it
//! mentions changes, and what `:save` writes.

use super::entry::{Piece, PieceKind};
use std::collections::HashSet;
use std::rc::Rc;

/// What the session has declared and run, in order.
#[derive(Default)]
pub struct Sources {
    pub list: Vec<Piece>,
    /// How many of them are statements.
    statements: usize,
    /// Functions and types that are as they were although something that they mention has changed.
    stale: HashSet<String>,
}

/// So many statements are remembered at least.
const STATEMENTS: usize = 10_000;

/// The words of a text.
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric() && c != '_')
        .filter(|w| !w.is_empty())
}

/// The words of a piece that can be names of others: its own type parameters are not.
pub fn mentioned(piece: &Piece) -> impl Iterator<Item = &str> {
    words(&piece.text).filter(|w| !piece.parameters.iter().any(|p| p == w))
}

/// Whether the piece is kept until another takes its place. A function init has run, and there can be
/// several.
fn is_lasting(piece: &Piece) -> bool {
    matches!(piece.kind, PieceKind::Type | PieceKind::Func) && piece.names != ["init"]
}

/// Whether what the piece declares takes the place of an earlier function or type.
fn takes_place(piece: &Piece, earlier: &Piece) -> bool {
    if is_lasting(piece) {
        return is_lasting(earlier) && earlier.names == piece.names;
    }
    // A variable or a constant; a type's methods go with it.
    let is_named = |name: &String| {
        let base = name.split('.').next();
        piece.names.iter().any(|n| base == Some(n))
    };
    is_lasting(earlier) && earlier.names.iter().all(is_named)
}

/// The words of a text that stand between square brackets.
fn bracketed_words(text: &str) -> impl Iterator<Item = &str> {
    let parts = text.split('[').skip(1);
    parts.flat_map(|part| words(part.split(']').next().unwrap_or_default()))
}

impl Sources {
    /// Whether the piece declares a type or a function as it is.
    pub fn has(&self, piece: &Piece) -> bool {
        let names_one = |p: &&Piece| p.names.iter().any(|n| piece.names.contains(n));
        let mut earlier = self.list.iter().filter(|p| is_lasting(p));
        let is_same = |p: &Piece| p.names == piece.names && p.text == piece.text;
        is_lasting(piece) && !self.is_stale(piece) && earlier.rfind(names_one).is_some_and(is_same)
    }

    /// The piece could not be declared again when something that it mentions changed.
    pub fn set_stale(&mut self, piece: &Piece) {
        self.stale.extend(piece.names.iter().cloned());
    }

    fn is_stale(&self, piece: &Piece) -> bool {
        piece.names.iter().any(|n| self.stale.contains(n))
    }

    /// Takes note of pieces that have been run; the files whose last function is gone.
    pub fn add(&mut self, pieces: &[Piece]) -> Vec<Rc<str>> {
        let mut gone = Vec::new();
        for piece in pieces {
            if self.has(piece) {
                continue;
            }
            self.list.retain(|earlier| {
                let stays = !takes_place(piece, earlier);
                if !stays && earlier.kind == PieceKind::Func {
                    gone.push(earlier.file.clone());
                }
                stays
            });
            for name in &piece.names {
                self.stale.remove(name);
            }
            self.statements += usize::from(!is_lasting(piece));
            self.list.push(piece.clone());
        }
        if self.statements > 2 * STATEMENTS {
            self.forget_statements();
        }
        gone.retain(|file| !self.has_function_of(file));
        gone
    }

    /// Whether a function or method in force is in the file.
    pub fn has_function_of(&self, file: &str) -> bool {
        let mut list = self.list.iter().rev();
        list.any(|p| p.kind == PieceKind::Func && *p.file == *file)
    }

    /// Forgets the older half of the statements.
    fn forget_statements(&mut self) {
        let mut spare = STATEMENTS;
        self.list.retain(|p| {
            let is_dropped = spare > 0 && !is_lasting(p);
            spare -= usize::from(is_dropped);
            !is_dropped
        });
        self.statements -= STATEMENTS;
    }

    /// The types in force with array lengths that mention one of the names, but for types of these names.
    pub fn types_measured_by(&self, names: &[String]) -> Vec<Piece> {
        let list = self.list.iter();
        list.filter(|p| {
            let is_own = p.names.iter().any(|n| names.contains(n));
            let is_parameter = |w: &str| p.parameters.iter().any(|n| n == w);
            let mentions = |w: &str| names.iter().any(|n| n == w) && !is_parameter(w);
            p.kind == PieceKind::Type && !is_own && bracketed_words(&p.text).any(mentions)
        })
        .cloned()
        .collect()
    }

    /// The functions and methods in force that mention one of the names, or a generic one of these
    /// functions. A type's methods are declared with it, so that they need not be declared because of it.
    pub fn functions_mentioning(&self, names: &[String]) -> Vec<Piece> {
        let mut generic: Vec<&String> = Vec::new();
        let mut chosen: Vec<usize> = Vec::new();
        loop {
            let before = chosen.len();
            for (i, piece) in self.list.iter().enumerate() {
                let is_function = piece.kind == PieceKind::Func && is_lasting(piece);
                if !is_function || chosen.contains(&i) {
                    continue;
                }
                // Its own name, or its type's.
                let is_own = |w: &str| piece.names.iter().any(|n| n.split('.').next() == Some(w));
                let is_meant = |w: &str| {
                    !is_own(w) && names.iter().any(|n| n == w) || generic.iter().any(|n| *n == w)
                };
                if !mentioned(piece).any(is_meant) {
                    continue;
                }
                chosen.push(i);
                if !piece.parameters.is_empty() {
                    generic.extend(&piece.names);
                }
            }
            if chosen.len() == before {
                break;
            }
        }
        chosen.sort_unstable();
        chosen.iter().map(|&i| self.list[i].clone()).collect()
    }

    /// Forgets a piece.
    pub fn remove(&mut self, piece: &Piece) {
        self.list.retain(|p| p != piece);
    }

    /// What has to be declared again together with `group`: the type of each method in it, types that
    /// mention one of its types, and the methods of all these.
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
                let is_named = |w: &str| names.iter().any(|n| n == w);
                let is_wanted = match piece.kind {
                    PieceKind::Type => mentioned(piece).any(is_named),
                    PieceKind::Func => piece
                        .names
                        .iter()
                        .any(|n| n.split_once('.').is_some_and(|(base, _)| is_named(base))),
                    _ => false,
                };
                let is_done = piece.names.iter().any(|n| own.contains(&n)) || chosen.contains(&i);
                if !is_wanted || is_done {
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
}
