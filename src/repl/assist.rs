//! Questions about what is being typed, answered by the checker; nothing of it runs or stays.

use super::session::Session;
use crate::doc::{DeclKind, Package};
use crate::std_paths;
use lexer::{Class, Kind};
use source::Pos;
use std::collections::HashMap;

/// A name that could stand somewhere.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Known {
    pub name: String,
    /// What is shown behind the name: a signature, a type.
    pub detail: String,
}

impl Session {
    /// What can be selected from the operand that ends the text.
    pub fn members(&mut self, text: &str) -> Vec<Known> {
        match self.package_at_end(text) {
            Some(path) => exported(&path),
            None => Vec::new(),
        }
    }

    /// The names that could stand after the text.
    pub fn names_in_scope(&mut self, _text: &str) -> Vec<Known> {
        let known = |(name, detail): (String, String)| Known {
            name,
            detail: format!("  {detail}"),
        };
        self.names().into_iter().map(known).collect()
    }

    /// The signature of the function that ends the text, its parameters first.
    pub fn signature(&mut self, before: &str, callee: &str) -> Option<String> {
        if let Some(signature) = builtin(callee) {
            return Some(signature.to_string());
        }
        let (owner, name) = callee.rsplit_once('.')?;
        let path = self.package_at_end(&format!("{before}{owner}"))?;
        let member = exported(&path).into_iter().find(|k| k.name == name)?;
        without_type_parameters(&member.detail)
    }

    /// The import path of the package whose name ends the text.
    fn package_at_end(&mut self, text: &str) -> Option<String> {
        let mut tokens = lexer::tokenize(text, Pos(1)).tokens;
        tokens.retain(|t| t.end > t.start);
        let (last, before) = tokens.split_last()?;
        let follows_dot = before.last().is_some_and(|t| t.class == Class::Dot);
        if last.kind != Kind::Name || follows_dot {
            return None;
        }
        let name = &text[last.start.0 as usize - 1..last.end.0 as usize - 1];
        if self.names().iter().any(|n| n.0 == name) {
            return None;
        }
        let imported = self.imports.iter().find(|i| i.name == name);
        match imported {
            Some(import) => Some(import.path.clone()),
            None => std_paths::named(name).first().map(|p| p.to_string()),
        }
    }
}

/// What a package of the standard library exports.
fn exported(path: &str) -> Vec<Known> {
    let Some(package) = Package::standard(path) else {
        return Vec::new();
    };
    let members = package.exported().map(|(name, kind, text)| Known {
        name: name.to_string(),
        detail: match kind {
            DeclKind::Func => text
                .split_once(name)
                .map_or_else(String::new, |(_, rest)| one_line(rest)),
            DeclKind::Type => "  type".to_string(),
            DeclKind::Const => "  const".to_string(),
            DeclKind::Var => "  var".to_string(),
        },
    });
    members.collect()
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// `[T any](x T)` without what stands before the parameters.
fn without_type_parameters(signature: &str) -> Option<String> {
    let mut depth = 0;
    for (i, c) in signature.char_indices() {
        match c {
            '[' => depth += 1,
            ']' => depth -= 1,
            '(' if depth == 0 => return Some(signature[i..].to_string()),
            _ => {}
        }
    }
    None
}

/// The signatures of predeclared functions.
fn builtin(name: &str) -> Option<&'static str> {
    Some(match name {
        "append" => "(slice []T, elems ...T) []T",
        "cap" => "(v T) int",
        "clear" => "(t T)",
        "close" => "(c chan<- T)",
        "complex" => "(real, imag T) complex",
        "copy" => "(dst, src []T) int",
        "delete" => "(m map[K]V, key K)",
        "imag" | "real" => "(c complex) float",
        "len" => "(v T) int",
        "make" => "(T type, size ...int) T",
        "max" | "min" => "(x T, y ...T) T",
        "new" => "(T type) *T",
        "panic" => "(v any)",
        "print" | "println" => "(args ...T)",
        "recover" => "() any",
        _ => return None,
    })
}

/// The signatures asked for last: a question is asked again with every key.
#[derive(Default)]
pub struct Signatures {
    known: HashMap<String, Option<String>>,
}

impl Signatures {
    /// Forgets what may have changed.
    pub fn clear(&mut self) {
        self.known.clear();
    }

    /// The signature of `callee`, which follows the text `before`.
    pub fn of(&mut self, session: &mut Session, before: &str, callee: &str) -> Option<String> {
        let key = format!("{before}{callee}");
        if let Some(found) = self.known.get(&key) {
            return found.clone();
        }
        let found = session.signature(before, callee);
        self.known.insert(key, found.clone());
        found
    }
}
