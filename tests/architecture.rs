//! The crates' dependencies go in one direction only.

use std::fs;
use std::path::Path;

/// Each crate with the crates of the workspace that it may use; all may use `source`.
const ALLOWED: [(&str, &[&str]); 9] = [
    ("source", &[]),
    ("lexer", &[]),
    ("parser", &["lexer"]),
    ("types", &["parser"]),
    ("bytecode", &[]),
    ("compiler", &["parser", "types", "bytecode"]),
    ("runtime", &[]),
    ("vm", &["bytecode", "runtime"]),
    ("stdlib", &["runtime"]),
];

/// The workspace's crates that a manifest names under `[dependencies]`.
fn dependencies(manifest: &str) -> Vec<&str> {
    manifest
        .lines()
        .skip_while(|l| l.trim() != "[dependencies]")
        .skip(1)
        .take_while(|l| !l.starts_with('['))
        .filter_map(|l| l.split(['.', '=', ' ']).next())
        .filter(|name| ALLOWED.iter().any(|(c, _)| c == name))
        .collect()
}

#[test]
fn crates_depend_on_what_lies_below_them_only() {
    for (name, allowed) in ALLOWED {
        let path = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join(name)
            .join("Cargo.toml");
        let manifest = fs::read_to_string(&path).unwrap();
        for dependency in dependencies(&manifest) {
            assert!(
                dependency == "source" || allowed.contains(&dependency),
                "{name} must not depend on {dependency}"
            );
        }
    }
}

#[test]
fn other_crates_than_the_run_time_forbid_unsafe_code() {
    for name in ["source", "lexer", "parser", "types", "bytecode", "compiler"] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join(name)
            .join("src/lib.rs");
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains("#![forbid(unsafe_code)]"), "{name}");
    }
}
