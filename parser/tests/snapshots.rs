//! Snapshots: the source, then what the parser makes of it.
//!
//! The errors are gc's own: every list in `errors/` was compared with that of Go 1.26.6.

use parser::ast::Ast;
use source::{Diagnostics, SourceMap};
use std::fmt::Write;
use std::path::{Path, PathBuf};

fn files(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests")
        .join(folder);
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    files
}

/// The tree and the errors, one a line.
fn parse(text: &str) -> (String, String) {
    let mut map = SourceMap::new();
    let id = map.add("x.go", text.to_owned());
    let mut ast = Ast::new();
    let mut diags = Diagnostics::default();
    let file = parser::parse_file(&mut ast, &map, id, &mut diags);
    let errors = diags.list.iter().fold(String::new(), |mut all, error| {
        let _ = writeln!(all, "{}", error.to_gc_line(&map));
        all
    });
    (parser::dump(&ast, &map, &file), errors)
}

/// The cases of a file: `=== name` begins one.
fn cases(text: &str) -> impl Iterator<Item = (&str, &str)> {
    let cases = text.split("=== ").skip(1);
    cases.map(|case| case.split_once('\n').unwrap())
}

#[test]
fn trees() {
    for path in files("trees") {
        let text = std::fs::read_to_string(&path).unwrap();
        let (tree, errors) = parse(&text);
        assert_eq!(errors, "", "{}", path.display());
        let name = format!("tree_{}", path.file_stem().unwrap().display());
        insta::assert_snapshot!(name, format!("{text}\n----\n{tree}"));
    }
}

#[test]
fn errors() {
    for path in files("errors") {
        let text = std::fs::read_to_string(&path).unwrap();
        let mut out = String::new();
        for (name, case) in cases(&text) {
            let (_, errors) = parse(case);
            let _ = writeln!(out, "=== {name}\n{case}----\n{errors}");
        }
        let name = format!("errors_{}", path.file_stem().unwrap().display());
        insta::assert_snapshot!(name, out);
    }
}

/// Every prefix of every test file parses, whatever it parses to.
#[test]
fn prefixes_parse() {
    for path in files("trees").into_iter().chain(files("errors")) {
        let text = std::fs::read_to_string(&path).unwrap();
        let sources: Vec<&str> = if path.extension().is_some_and(|e| e == "go") {
            vec![&text]
        } else {
            cases(&text).map(|(_, case)| case).collect()
        };
        for source in sources {
            // Prefixes that end within a token say little: every third will do.
            for end in (0..=source.len()).filter(|&i| source.is_char_boundary(i) && i % 3 == 0) {
                parse(&source[..end]);
            }
        }
    }
}

#[test]
fn deep_nesting_is_an_error() {
    for (open, close) in [
        ("(", ")"),
        ("[]int{", "}"),
        ("func() {", "}"),
        ("!", ""),
        ("[]", ""),
    ] {
        let count = 20_000;
        let text = format!(
            "package p\n\nvar x = {}1{}\n",
            open.repeat(count),
            close.repeat(count)
        );
        let (_, errors) = parse(&text);
        assert!(
            errors.contains("exceeded maximum nesting depth"),
            "{open}: {errors}"
        );
    }
}

#[test]
fn directives_keep_their_places() {
    let mut map = SourceMap::new();
    let text =
        "#!/usr/bin/env gorun\n//go:build linux\n\npackage p\n\n//go:embed x.txt\nvar s string\n";
    let id = map.add("x.go", text);
    let mut diags = Diagnostics::default();
    let file = parser::parse_file(&mut Ast::new(), &map, id, &mut diags);
    assert!(diags.is_empty());
    let found: Vec<_> = file
        .directives
        .iter()
        .map(|(pos, text)| (map.position(*pos).unwrap().line, text.as_str()))
        .collect();
    assert_eq!(found, [(2, "//go:build linux"), (6, "//go:embed x.txt")]);
}
