//! Lists the Go sources below `go/`, so that they become part of the binary: as they are, for who reads their
//! documentation, and without comments, for programs.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// The compiler has this package; its file here is documentation.
const DESCRIBED_ONLY: &str = "unsafe";

fn main() {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap()).join("go");
    println!("cargo::rerun-if-changed={}", root.display());
    let mut packages = BTreeMap::new();
    collect(&root, Path::new(""), &mut packages);
    let generated = PathBuf::from(env::var_os("OUT_DIR").unwrap());
    let bare = generated.join("bare");
    let mut out = String::new();
    write_table(&mut out, "DOCUMENTED", &packages, &root);
    packages.remove(DESCRIBED_ONLY);
    for (path, files) in &packages {
        fs::create_dir_all(bare.join(path)).unwrap();
        for file in files {
            let text = fs::read_to_string(root.join(file)).unwrap();
            fs::write(bare.join(file), strip_comments(&text)).unwrap();
        }
    }
    write_table(&mut out, "BARE", &packages, &bare);
    fs::write(generated.join("sources.rs"), out).unwrap();
}

/// A table of the import paths with their files, sorted.
fn write_table(
    out: &mut String,
    name: &str,
    packages: &BTreeMap<String, Vec<PathBuf>>,
    from: &Path,
) {
    let _ = writeln!(out, "static {name}: Packages = &[");
    for (path, files) in packages {
        let _ = writeln!(out, "({path:?}, &[");
        for file in files {
            let text = from.join(file);
            let _ = writeln!(
                out,
                "(\"$GOROOT/src/{}\", include_str!({text:?})),",
                file.display()
            );
        }
        out.push_str("]),\n");
    }
    out.push_str("];\n");
}

/// The text without line comments, but for directives. Every token stays on its line and in its column.
fn strip_comments(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['"', '\'', '`', '/']) {
        let (code, from) = rest.split_at(at);
        out.push_str(code);
        let is_directive = ["//go:", "//line "].iter().any(|d| from.starts_with(d));
        let length = if from.starts_with("//") {
            let end = from.find('\n').unwrap_or(from.len());
            if !is_directive {
                out.truncate(out.trim_end_matches([' ', '\t']).len());
                rest = &from[end..];
                continue;
            }
            end
        } else if from.starts_with("/*") {
            from.find("*/").map_or(from.len(), |i| i + 2)
        } else if from.starts_with('/') {
            1
        } else {
            literal_length(from)
        };
        out.push_str(&from[..length]);
        rest = &from[length..];
    }
    out.push_str(rest);
    out
}

/// The length of the literal that `text` begins with, by its quotation mark.
fn literal_length(text: &str) -> usize {
    let quote = text.as_bytes()[0];
    let mut at = 1;
    while at < text.len() && text.as_bytes()[at] != quote {
        at += if quote != b'`' && text.as_bytes()[at] == b'\\' {
            2
        } else {
            1
        };
    }
    (at + 1).min(text.len())
}

/// Adds the Go files in and below the folder of `import_path`, as paths relative to the root.
fn collect(root: &Path, import_path: &Path, packages: &mut BTreeMap<String, Vec<PathBuf>>) {
    let dir = root.join(import_path);
    println!("cargo::rerun-if-changed={}", dir.display());
    let mut entries: Vec<PathBuf> = fs::read_dir(dir)
        .unwrap()
        .map(|e| e.unwrap().path())
        .collect();
    entries.sort();
    for entry in entries {
        let path = import_path.join(entry.file_name().unwrap());
        if entry.is_dir() {
            collect(root, &path, packages);
        } else if path.extension().is_some_and(|e| e == "go") {
            let package = import_path.display().to_string();
            packages.entry(package).or_default().push(path);
        }
    }
}
