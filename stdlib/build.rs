//! Lists the Go sources below `go/`, so that they become part of the binary.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap()).join("go");
    println!("cargo::rerun-if-changed={}", root.display());
    let mut packages = BTreeMap::new();
    collect(&root, "", &mut packages);
    let mut out = String::from("/// Import paths with their files, sorted.\n");
    out.push_str("static PACKAGES: &[(&str, &[(&str, &str)])] = &[\n");
    for (path, files) in &packages {
        let _ = writeln!(out, "({path:?}, &[");
        for file in files {
            let name = file.file_name().unwrap().to_string_lossy();
            let _ = writeln!(
                out,
                "(\"$GOROOT/src/{path}/{name}\", include_str!({:?})),",
                file.display().to_string()
            );
        }
        out.push_str("]),\n");
    }
    out.push_str("];\n");
    let target = Path::new(&env::var_os("OUT_DIR").unwrap()).join("sources.rs");
    fs::write(target, out).unwrap();
}

fn collect(dir: &Path, import_path: &str, packages: &mut BTreeMap<String, Vec<PathBuf>>) {
    println!("cargo::rerun-if-changed={}", dir.display());
    let mut entries: Vec<PathBuf> = fs::read_dir(dir)
        .unwrap()
        .map(|e| e.unwrap().path())
        .collect();
    entries.sort();
    for entry in entries {
        let name = entry.file_name().unwrap().to_string_lossy().into_owned();
        if entry.is_dir() {
            let path = if import_path.is_empty() {
                name
            } else {
                format!("{import_path}/{name}")
            };
            collect(&entry, &path, packages);
        } else if name.ends_with(".go") {
            packages
                .entry(import_path.to_owned())
                .or_default()
                .push(entry);
        }
    }
}
