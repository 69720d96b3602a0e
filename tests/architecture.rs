//! The crates' dependencies go in one direction only.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Each crate with the crates of the workspace that it may use; all may use `source`.
const ALLOWED: [(&str, &[&str]); 10] = [
    ("source", &[]),
    ("lexer", &[]),
    ("parser", &["lexer"]),
    ("loader", &["lexer", "parser"]),
    ("types", &["parser"]),
    ("bytecode", &[]),
    ("compiler", &["parser", "types", "bytecode"]),
    ("runtime", &[]),
    ("vm", &["bytecode", "runtime"]),
    ("stdlib", &["runtime"]),
];

/// The crates that must not be `unsafe`.
const SAFE: [&str; 7] = [
    "source", "lexer", "parser", "loader", "types", "bytecode", "compiler",
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The folders of all crates in the workspace but the root: those that have a manifest, whether the
/// workspace names them or not.
fn folders() -> Vec<String> {
    let mut found: Vec<String> = fs::read_dir(root())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|dir| dir.join("Cargo.toml").is_file())
        .map(|dir| dir.file_name().unwrap().to_str().unwrap().to_string())
        .collect();
    found.sort();
    found
}

/// The sections of a manifest with their lines, comments left out.
fn sections(manifest: &Path) -> BTreeMap<String, Vec<String>> {
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut section = String::new();
    for line in fs::read_to_string(manifest).unwrap().lines() {
        let line = line.split('#').next().unwrap().trim();
        if let Some(name) = line.strip_prefix('[') {
            section = name.trim_matches(['[', ']']).to_string();
            found.entry(section.clone()).or_default();
        } else if !line.is_empty() {
            found
                .entry(section.clone())
                .or_default()
                .push(line.to_string());
        }
    }
    found
}

/// The value of `key = "value"` somewhere in a line.
fn value<'l>(line: &'l str, key: &str) -> Option<&'l str> {
    let (_, rest) = line.split_once(&format!("{key} = \""))?;
    rest.split('"').next()
}

/// Package name (`gorun-vm`) to folder (`vm`) of the workspace's crates.
fn packages() -> BTreeMap<String, String> {
    folders()
        .into_iter()
        .map(|folder| {
            let manifest = sections(&root().join(&folder).join("Cargo.toml"));
            let name = manifest["package"]
                .iter()
                .find_map(|line| value(line, "name"))
                .unwrap();
            (name.to_string(), folder)
        })
        .collect()
}

/// The names that `[workspace.dependencies]` gives to the workspace's crates, with their folders.
fn shared_names() -> BTreeMap<String, String> {
    sections(&root().join("Cargo.toml"))["workspace.dependencies"]
        .iter()
        .filter_map(|line| {
            let folder = value(line, "path")?;
            let name = line.split('=').next()?.trim();
            Some((name.to_string(), folder.to_string()))
        })
        .collect()
}

/// The folders of the workspace's crates that a manifest names in the sections that `wanted`
/// chooses, under whatever name.
fn dependencies(manifest: &Path, wanted: impl Fn(&str) -> bool) -> Vec<String> {
    let (packages, shared) = (packages(), shared_names());
    let mut found = Vec::new();
    for (section, lines) in sections(manifest) {
        // `[dependencies.name]` is a section of its own, `[target.….dependencies]` another.
        let is_table = |kind: &str| section.contains(&format!("{kind}."));
        let Some(kind) = ["dev-dependencies", "build-dependencies", "dependencies"]
            .into_iter()
            .find(|kind| section.ends_with(kind) || is_table(kind))
        else {
            continue;
        };
        if section.starts_with("workspace") || !wanted(kind) {
            continue;
        }
        let lines: Vec<String> = match section.rsplit_once("dependencies.") {
            Some((_, name)) => vec![format!("{name} = {{ {} }}", lines.join(", "))],
            None => lines,
        };
        for line in lines {
            let name = line.split(['.', '=', ' ']).next().unwrap();
            let by_path = value(&line, "path").map(|path| {
                let dir: PathBuf = manifest.parent().unwrap().join(path);
                let dir = dir.canonicalize().unwrap();
                dir.file_name().unwrap().to_str().unwrap().to_string()
            });
            let renamed = value(&line, "package").and_then(|p| packages.get(p));
            let folder = by_path
                .or_else(|| renamed.cloned())
                .or_else(|| shared.get(name).cloned())
                .or_else(|| packages.get(name).cloned());
            found.extend(folder);
        }
    }
    found
}

fn allowed(name: &str) -> &'static [&'static str] {
    let entry = ALLOWED.iter().find(|(known, _)| *known == name);
    entry.map_or(&[], |(_, list)| list)
}

#[test]
fn every_crate_is_in_the_table() {
    let mut table: Vec<&str> = ALLOWED.iter().map(|(name, _)| *name).collect();
    table.sort_unstable();
    assert_eq!(folders(), table);
}

#[test]
fn crates_depend_on_what_lies_below_them_only() {
    for folder in folders() {
        let manifest = root().join(&folder).join("Cargo.toml");
        let allowed_here = allowed(&folder);
        // Those of its tests and of its build script as well.
        for dependency in dependencies(&manifest, |_| true) {
            assert!(
                dependency == "source" || allowed_here.contains(&dependency.as_str()),
                "{folder} must not depend on {dependency}"
            );
        }
    }
}

#[test]
fn renamed_and_tabled_dependencies_are_seen() {
    let dir = std::env::temp_dir().join(format!("gorun-architecture-{}", std::process::id()));
    fs::create_dir_all(&dir).unwrap();
    let manifest = dir.join("Cargo.toml");
    fs::write(
        &manifest,
        "[dependencies]\nfoo = { package = \"gorun-vm\", version = \"1\" }\nserde = \"1\"\n\
         [dependencies.types]\nworkspace = true\n[build-dependencies]\nlexer.workspace = true\n",
    )
    .unwrap();
    let mut normal = dependencies(&manifest, |kind| kind == "dependencies");
    normal.sort();
    assert_eq!(normal, ["types", "vm"]);
    assert_eq!(
        dependencies(&manifest, |kind| kind == "build-dependencies"),
        ["lexer"]
    );
    fs::remove_dir_all(&dir).unwrap();
}

#[test]
fn other_crates_than_the_run_time_forbid_unsafe_code() {
    for name in SAFE {
        let path = root().join(name).join("src/lib.rs");
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains("#![forbid(unsafe_code)]"), "{name}");
    }
}
