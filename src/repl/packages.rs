//! Packages of the standard library in a session: found by name, parsed and added as entries ask for
//! them.

use parser::ast::{Ast, DeclId, DeclKind, ExprKind, File};
use source::{Diagnostics, SourceMap, Symbol};
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use types::Checker;
use types::object::{Context, PkgId};

/// An import in force.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Import {
    /// The name that entries use; a dot if they use the package's names directly.
    pub name: String,
    pub path: String,
}

impl Import {
    /// The declaration as a program has it.
    pub fn declaration(&self) -> String {
        if self.name == last_element(&self.path) {
            format!("import {:?}", self.path)
        } else {
            format!("import {} {:?}", self.name, self.path)
        }
    }

    /// Whether code with this text may need the import.
    pub fn is_mentioned(&self, code: &str) -> bool {
        self.name == "."
            || code.match_indices(&self.name).any(|(i, name)| {
                let before = code[..i].chars().next_back();
                let is_word = before.is_some_and(|c| c.is_alphanumeric() || c == '_');
                !is_word && code[i + name.len()..].trim_start().starts_with('.')
            })
    }
}

/// A std package that has been parsed.
pub struct Parsed {
    path: String,
    name: Symbol,
    files: Vec<File>,
    needs: Vec<String>,
}

/// The name of the package with this path.
pub fn last_element(path: &str) -> &str {
    match path {
        "math/rand/v2" => "rand",
        _ => path.rsplit('/').next().unwrap_or(path),
    }
}

/// The std package that a name stands for: the one with the shortest path.
pub fn std_package(name: &str) -> Option<&'static str> {
    stdlib::packages()
        .filter(|p| !p.starts_with("internal/") && last_element(p) == name)
        .min_by_key(|p| (*p == "crypto/rand", p.len()))
}

/// Adds a file to the sources and parses it.
pub fn parse(
    ast: &mut Ast,
    map: &mut SourceMap,
    name: &str,
    text: impl Into<Cow<'static, str>>,
) -> (File, Diagnostics) {
    let id = map.add(name, text);
    let mut diags = Diagnostics::default();
    let file = parser::parse_file(ast, map, id, &mut diags);
    (file, diags)
}

/// Name, if one is given, and path of each import.
pub fn imports_of(ast: &Ast, map: &SourceMap, decls: &[DeclId]) -> Vec<(Option<String>, String)> {
    let mut out = Vec::new();
    for &d in decls {
        let DeclKind::Import { name, dot, path } = ast.decl(d).kind else {
            continue;
        };
        if let ExprKind::BasicLit { end, .. } = ast.kind(path) {
            let path = map.text(ast.pos(path), end).trim_matches(['"', '`']);
            let name = name.map(|n| ast.name(n).as_str().to_string());
            out.push((name.or(dot.then(|| ".".to_string())), path.to_string()));
        }
    }
    out
}

/// Parses a std package and those that it needs, but for those seen before; imports first.
///
/// # Errors
/// There is no such package.
pub fn parse_std(
    path: &str,
    ast: &mut Ast,
    map: &mut SourceMap,
    seen: &mut HashSet<String>,
    out: &mut Vec<Parsed>,
) -> Result<(), String> {
    if path == "unsafe" || !seen.insert(path.to_string()) {
        return Ok(());
    }
    let sources =
        stdlib::program_files(path).ok_or_else(|| format!("package {path} is not in std"))?;
    let mut files = Vec::new();
    let mut needs: Vec<String> = Vec::new();
    for &(name, text) in sources {
        let (file, diags) = parse(ast, map, name, text);
        if let Some(d) = diags.list.first() {
            return Err(d.to_gc_line(map));
        }
        let imports = imports_of(ast, map, &file.decls);
        needs.extend(imports.into_iter().map(|(_, p)| p));
        files.push(file);
    }
    needs.sort();
    needs.dedup();
    for need in &needs {
        parse_std(need, ast, map, seen, out)?;
    }
    let name = files.first().map_or(Symbol::MAIN, |f| ast.name(f.package));
    out.push(Parsed {
        path: path.to_string(),
        name,
        files,
        needs,
    });
    Ok(())
}

/// Hands parsed packages to the checker.
pub fn add_packages(
    ck: &mut Checker<'_>,
    parsed: Vec<Parsed>,
    packages: &mut HashMap<String, PkgId>,
) -> Vec<PkgId> {
    let mut added = Vec::new();
    for p in parsed {
        let id = ck.add_package(Symbol::intern(&p.path), p.name, p.files, true);
        let needs = p.needs.iter();
        let needs = needs.filter_map(|n| packages.get(n).copied()).collect();
        let lang = ck.config.version;
        let context = Context {
            lang,
            needs,
            ..Context::default()
        };
        ck.set_context(id, context);
        packages.insert(p.path, id);
        added.push(id);
    }
    added
}
