//! Programs in `testdata` with the errors that gc 1.26 reports for them (`.err` beside each).

use parser::ast::{Ast, DeclKind, ExprKind, File};
use source::{Diagnostics, SourceMap, Symbol};
use std::collections::HashSet;
use std::path::{Path, PathBuf};
use types::{Checker, Config};

#[derive(Default)]
struct Loader {
    ast: Ast,
    map: SourceMap,
    diags: Diagnostics,
    packages: Vec<(Symbol, Vec<File>, bool)>,
    seen: HashSet<String>,
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_path_buf()
}

impl Loader {
    fn file(&mut self, path: &Path, name: &str) -> File {
        let text = std::fs::read_to_string(path).unwrap();
        let id = self.map.add(name, text);
        parser::parse_file(&mut self.ast, &self.map, id, &mut self.diags)
    }

    fn package(&mut self, path: &str, files: Vec<File>, is_std: bool) {
        let mut imports = Vec::new();
        for f in &files {
            for &d in &f.decls {
                if let DeclKind::Import { path, .. } = self.ast.decl(d).kind
                    && let ExprKind::BasicLit { end, .. } = self.ast.kind(path)
                {
                    let text = self.map.text(self.ast.pos(path), end);
                    imports.push(text.trim_matches('"').to_string());
                }
            }
        }
        for import in imports {
            if import == "unsafe" || !self.seen.insert(import.clone()) {
                continue;
            }
            let dir = root().join("../stdlib/go").join(&import);
            let mut names: Vec<PathBuf> = std::fs::read_dir(&dir)
                .map(|d| d.flatten().map(|e| e.path()).collect())
                .unwrap_or_default();
            names.retain(|p| p.extension().is_some_and(|e| e == "go"));
            names.sort();
            let files = names.iter().map(|p| self.file(p, "std.go")).collect();
            self.package(&import, files, true);
        }
        self.packages.push((Symbol::intern(path), files, is_std));
    }
}

fn errors(name: &str, path: &Path) -> String {
    let mut loader = Loader::default();
    let file = loader.file(path, &format!("./{name}.go"));
    loader.package("main", vec![file], false);
    assert!(loader.diags.is_empty(), "{name}: syntax errors");
    let mut checker = Checker::new(&loader.ast, &loader.map, Config::default());
    for (path, files, is_std) in std::mem::take(&mut loader.packages) {
        let name = loader.ast.name(files[0].package);
        checker.add_package(path, name, files, is_std);
    }
    checker.check_all();
    checker
        .diags
        .sorted(&loader.map)
        .iter()
        .map(|d| d.to_gc_line(&loader.map) + "\n")
        .collect()
}

#[test]
fn messages_are_those_of_gc() {
    let dir = root().join("testdata");
    let mut paths: Vec<PathBuf> = std::fs::read_dir(&dir)
        .unwrap()
        .flatten()
        .map(|e| e.path())
        .filter(|p| p.extension().is_some_and(|e| e == "go"))
        .collect();
    paths.sort();
    assert!(!paths.is_empty());
    for path in paths {
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let want = std::fs::read_to_string(path.with_extension("err")).unwrap_or_default();
        assert_eq!(errors(&name, &path), want, "{name}");
    }
}
