//! Directives that are refused: constraints after the package clause, functions implemented elsewhere.

use crate::imports;
use parser::ast::{Ast, DeclKind, File};
use source::{Diagnostics, Pos, SourceMap, Symbol};

/// Reports misplaced constraints, `//go:linkname` and functions that the package implements in assembly.
pub(crate) fn check(
    file: &File,
    ast: &Ast,
    map: &SourceMap,
    assembly: &[String],
    diags: &mut Diagnostics,
) {
    for (pos, text) in &file.directives {
        if text.starts_with("//go:build ") && *pos > ast.pos(file.package) {
            diags.error(pos.offset(2), "misplaced compiler directive");
        }
    }
    let mut linked: Vec<Symbol> = Vec::new();
    for (pos, text) in &file.directives {
        let Some(rest) = text.strip_prefix("//go:linkname ") else {
            continue;
        };
        let pos = pos.offset(2);
        if !imports::has(file, ast, map, "unsafe") {
            diags.error(
                pos,
                "//go:linkname only allowed in Go files that import \"unsafe\"",
            );
            continue;
        }
        let mut words = rest.split_whitespace();
        let (Some(local), remote) = (words.next(), words.next()) else {
            diags.error(pos, "usage: //go:linkname localname [linkname]");
            continue;
        };
        let local = Symbol::intern(local);
        if stands_for_another(file, ast, local) {
            linked.push(local);
            let what = match remote {
                Some(remote) => format!("{local} is {remote} elsewhere"),
                None => format!("{local} is implemented elsewhere"),
            };
            diags.error(pos, format!("gorun does not support //go:linkname: {what}"));
        }
    }
    if assembly.is_empty() {
        return;
    }
    for (name, pos) in bodyless(file, ast) {
        if !linked.contains(&name) {
            let message = format!(
                "missing function body: {name} is implemented in assembly ({}), which gorun does not support",
                assembly.join(", ")
            );
            diags.error(pos, message);
        }
    }
}

/// A linked variable, or a linked function without a body; a function with one is only made known
/// to others.
fn stands_for_another(file: &File, ast: &Ast, name: Symbol) -> bool {
    file.decls.iter().any(|&decl| match ast.decl(decl).kind {
        DeclKind::Var { names, .. } => ast.list(names).any(|n| ast.name(n) == name),
        _ => false,
    }) || bodyless(file, ast).any(|(n, _)| n == name)
}

fn bodyless<'a>(file: &'a File, ast: &'a Ast) -> impl Iterator<Item = (Symbol, Pos)> + 'a {
    file.decls
        .iter()
        .filter_map(|&decl| match ast.decl(decl).kind {
            DeclKind::Func {
                name, body: None, ..
            } => Some((ast.name(name), ast.pos(name))),
            _ => None,
        })
}
