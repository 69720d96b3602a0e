//! The files that a program is made of, and what is in them at one time.

use crate::project::{self, Options, Project};
use std::collections::{BTreeMap, BTreeSet};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

/// What to look at.
#[derive(Debug, Default)]
pub struct Files {
    /// Files of the program, whether they are there now or not.
    exact: BTreeSet<PathBuf>,
    /// Folders in which every Go file belongs to the program.
    packages: BTreeSet<PathBuf>,
    /// Folders of embedded files, in which every file may belong to it.
    embedded: BTreeSet<PathBuf>,
}

/// Paths and hashes of contents.
pub type Snapshot = BTreeMap<PathBuf, u64>;

impl Files {
    /// The files of the program that the names on the command line mean. What cannot be loaded now
    /// may be mended later, so that the named files are always among them.
    pub fn of(names: &[String], options: &Options) -> Files {
        let mut files = Files::default();
        for name in names {
            let path = absolute(Path::new(name));
            if path.is_dir() {
                files.module(&path);
                files.packages.insert(path);
            } else {
                files.module(path.parent().unwrap_or(Path::new("/")));
                files.exact.insert(path);
            }
        }
        let is_folder = names.len() == 1 && !names[0].ends_with(".go");
        if let Ok(project) = project::load(names, options) {
            files.project(&project, is_folder);
        }
        files
    }

    fn project(&mut self, project: &Project, is_folder: bool) {
        let last = project.packages.len().wrapping_sub(1);
        for (i, package) in project.packages.iter().enumerate() {
            let mut dir = None;
            if package.is_std {
                continue;
            }
            for file in &package.files {
                let path = absolute(Path::new(&project.map.file(file.file).name));
                dir = path.parent().map(Path::to_path_buf);
                self.exact.insert(path);
            }
            let Some(dir) = dir else { continue };
            for file in package.embeds.iter().flat_map(|e| &e.files) {
                let path = absolute(&dir.join(&file.name));
                if let Some(parent) = path.parent().filter(|p| *p != dir) {
                    self.embedded.insert(parent.to_path_buf());
                }
                self.exact.insert(path);
            }
            self.module(&dir);
            if i != last || is_folder {
                self.packages.insert(dir);
            }
        }
    }

    /// The files that say what module the folder belongs to.
    fn module(&mut self, dir: &Path) {
        for name in ["go.mod", "go.work", "vendor/modules.txt"] {
            let found = dir.ancestors().map(|d| d.join(name)).find(|p| p.is_file());
            // The first two may be made while the program is watched.
            let later = (!name.contains('/')).then(|| dir.join(name));
            self.exact.extend(found.or(later));
        }
    }

    /// The folders in which something may happen to the files, also to those that links lead to. None
    /// if one of them is not there.
    pub fn folders(&self) -> Option<BTreeSet<PathBuf>> {
        let targets = self.exact.iter().filter_map(|p| p.canonicalize().ok());
        let files = self.exact.iter().cloned().chain(targets);
        let parents = files.filter_map(|p| p.parent().map(Path::to_path_buf));
        let folders = self.packages.iter().chain(&self.embedded).cloned();
        let all: BTreeSet<PathBuf> = parents.chain(folders).collect();
        all.iter().all(|dir| dir.is_dir()).then_some(all)
    }

    /// What the files hold now.
    pub fn snapshot(&self) -> Snapshot {
        let mut found: Snapshot = BTreeMap::new();
        let mut add = |path: PathBuf| {
            if let Ok(bytes) = std::fs::read(&path) {
                let mut hasher = DefaultHasher::new();
                bytes.hash(&mut hasher);
                found.insert(path, hasher.finish());
            }
        };
        self.exact.iter().cloned().for_each(&mut add);
        for (dirs, only_go) in [(&self.packages, true), (&self.embedded, false)] {
            let entries = dirs.iter().flat_map(std::fs::read_dir);
            for entry in entries.flatten().flatten() {
                let name = entry.file_name();
                let name = name.to_string_lossy();
                let is_source = name.ends_with(".go") && !name.ends_with("_test.go");
                if !name.starts_with(['.', '_']) && (is_source || !only_go) {
                    add(entry.path());
                }
            }
        }
        found
    }
}

/// The names of files that are different, for people.
pub fn changes(old: &Snapshot, new: &Snapshot) -> Vec<String> {
    let mut found: Vec<String> = new
        .iter()
        .filter_map(|(path, hash)| match old.get(path) {
            None => Some(format!("{} is new", short(path))),
            Some(before) if before != hash => Some(format!("{} changed", short(path))),
            Some(_) => None,
        })
        .collect();
    let removed = old.keys().filter(|path| !new.contains_key(*path));
    found.extend(removed.map(|path| format!("{} is gone", short(path))));
    found
}

fn absolute(path: &Path) -> PathBuf {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf());
    path.components().collect()
}

/// From the working folder, if the path lies below it.
fn short(path: &Path) -> String {
    let here = std::env::current_dir().unwrap_or_default();
    let short = path.strip_prefix(here).unwrap_or(path);
    short.display().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changes_are_named() {
        let snapshot = |list: &[(&str, u64)]| -> Snapshot {
            list.iter().map(|&(p, h)| (PathBuf::from(p), h)).collect()
        };
        let old = snapshot(&[("/a.go", 1), ("/b.go", 2), ("/c.go", 3)]);
        let new = snapshot(&[("/a.go", 1), ("/b.go", 9), ("/d.go", 4)]);
        let found = changes(&old, &new);
        assert_eq!(found, ["/b.go changed", "/d.go is new", "/c.go is gone"]);
    }
}
