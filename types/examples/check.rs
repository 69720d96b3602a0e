//! Parses and checks Go files of one package and prints gc's errors: for trying out the checker.
//!
//! `check [-lang=go1.N] [-std=dir] [-t] files…`; imports are looked for under `-std`
//! (`stdlib/go` by default). `-t` prints how long each phase took; `-bodies` checks std bodies too.

use parser::ast::{Ast, DeclKind, ExprKind, File};
use source::{Diagnostics, SourceMap, Symbol};
use std::collections::HashSet;
use std::path::Path;
use std::time::Instant;
use types::version::Version;
use types::{Checker, Config};

struct Loader {
    ast: Ast,
    map: SourceMap,
    diags: Diagnostics,
    std: String,
    /// In dependency order.
    packages: Vec<(Symbol, Symbol, Vec<File>, bool)>,
    seen: HashSet<String>,
}

impl Loader {
    fn file(&mut self, path: &Path, name: String) -> Option<File> {
        let bytes = std::fs::read(path).ok()?;
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let id = self.map.add(name, text);
        Some(parser::parse_file(
            &mut self.ast,
            &self.map,
            id,
            &mut self.diags,
        ))
    }

    fn imports(&self, files: &[File]) -> Vec<(String, source::Pos)> {
        let mut list = Vec::new();
        for f in files {
            for &d in &f.decls {
                let DeclKind::Import { path, .. } = self.ast.decl(d).kind else {
                    continue;
                };
                if let ExprKind::BasicLit { end, .. } = self.ast.kind(path) {
                    let pos = self.ast.pos(path);
                    let text = self.map.text(pos, end);
                    list.push((text.trim_matches(['"', '`']).to_string(), pos));
                }
            }
        }
        list
    }

    fn package(&mut self, path: &str, files: Vec<File>, is_std: bool) {
        for (import, pos) in self.imports(&files) {
            if import == "unsafe" || !self.seen.insert(import.clone()) {
                continue;
            }
            let dir = Path::new(&self.std).join(&import);
            let mut names: Vec<_> = std::fs::read_dir(&dir)
                .map(|d| d.flatten().map(|e| e.path()).collect())
                .unwrap_or_default();
            names.retain(|p: &std::path::PathBuf| p.extension().is_some_and(|e| e == "go"));
            names.sort();
            if names.is_empty() {
                self.diags
                    .error(pos, format!("package {import} is not in std"));
                continue;
            }
            let files: Vec<File> = names
                .iter()
                .filter_map(|p| self.file(p, p.display().to_string()))
                .collect();
            self.package(&import, files, true);
        }
        let name = files
            .first()
            .map_or(Symbol::MAIN, |f| self.ast.name(f.package));
        self.packages
            .push((Symbol::intern(path), name, files, is_std));
    }
}

fn main() {
    let mut config = Config::default();
    let mut std = "stdlib/go".to_string();
    let mut timing = false;
    let mut bodies = false;
    let mut names = Vec::new();
    for arg in std::env::args().skip(1) {
        if let Some(v) = arg.trim_start_matches('-').strip_prefix("lang=") {
            config.version = Version::parse(v).unwrap_or(Version::CURRENT);
        } else if let Some(dir) = arg.strip_prefix("-std=") {
            std = dir.to_string();
        } else if arg == "-bodies" {
            bodies = true;
        } else if arg == "-t" {
            timing = true;
        } else if arg.ends_with(".go") {
            names.push(arg);
        }
    }
    let start = Instant::now();
    let mut loader = Loader {
        ast: Ast::new(),
        map: SourceMap::new(),
        diags: Diagnostics::default(),
        std,
        packages: Vec::new(),
        seen: HashSet::new(),
    };
    let files: Vec<File> = names
        .iter()
        .filter_map(|n| {
            let path = Path::new(n);
            let base = path.file_name()?.to_string_lossy().into_owned();
            loader.file(path, format!("./{base}"))
        })
        .collect();
    loader.package("main", files, false);
    let parsed = Instant::now();
    let mut diags = loader.diags.clone();
    if diags.is_empty() {
        let mut checker = Checker::new(&loader.ast, &loader.map, config);
        for (path, name, files, is_std) in std::mem::take(&mut loader.packages) {
            checker.add_package(path, name, files, is_std);
        }
        checker.check_all();
        if bodies {
            let funcs: Vec<_> = checker
                .packages
                .iter()
                .flat_map(|p| p.funcs.clone())
                .collect();
            for f in funcs {
                checker.check_body(f);
            }
        }
        diags = checker.diags.clone();
    }
    if timing {
        eprintln!("parse {:?}, check {:?}", parsed - start, parsed.elapsed());
    }
    let list = diags.sorted(&loader.map);
    for d in &list {
        eprintln!("{}", d.to_gc_line(&loader.map));
    }
    std::process::exit(if list.is_empty() { 0 } else { 1 });
}
