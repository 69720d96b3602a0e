//! Minimal version selection: of each module the newest version that anything requires. See "Go
//! Modules Reference", "Minimal version selection" and "Module graph pruning".

use crate::gomod::GoMod;
use crate::version::{LangVersion, compare};
use std::collections::{HashMap, HashSet};

/// A module of the build list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Located {
    pub path: String,
    pub version: String,
}

/// The selected version of each module.
#[derive(Debug, Default)]
pub struct BuildList {
    versions: HashMap<String, String>,
}

/// Reads a module's go.mod by path and version.
type ReadFile<'r> = &'r dyn Fn(&str, &str) -> Option<GoMod>;

impl BuildList {
    /// Only what the main modules' own files require: all that is needed, if they are tidy and
    /// written for Go 1.17 or later.
    pub fn roots(mains: &[&GoMod]) -> BuildList {
        let mut list = BuildList::default();
        for r in mains.iter().flat_map(|m| &m.require) {
            list.raise(&r.path, &r.version);
        }
        list
    }

    /// The whole graph. With `is_pruned`, the requirements of a dependency written for Go 1.17 or
    /// later count, but not those of its own dependencies.
    pub fn select(mains: &[&GoMod], is_pruned: bool, read: ReadFile<'_>) -> BuildList {
        let mut list = BuildList::roots(mains);
        let excluded: HashSet<(&str, &str)> = mains
            .iter()
            .flat_map(|m| &m.exclude)
            .map(|e| (e.path.as_str(), e.version.as_str()))
            .collect();
        let mut work: Vec<(String, String)> = mains
            .iter()
            .flat_map(|m| &m.require)
            .map(|r| (r.path.clone(), r.version.clone()))
            .collect();
        let mut seen: HashSet<(String, String)> = work.iter().cloned().collect();
        while let Some((path, version)) = work.pop() {
            let Some(file) = read(&path, &version) else {
                continue;
            };
            let goes_deeper = !is_pruned || file.lang() < LangVersion(17);
            for r in &file.require {
                if excluded.contains(&(r.path.as_str(), r.version.as_str())) {
                    continue;
                }
                list.raise(&r.path, &r.version);
                let module = (r.path.clone(), r.version.clone());
                if goes_deeper && seen.insert(module.clone()) {
                    work.push(module);
                }
            }
        }
        list
    }

    fn raise(&mut self, path: &str, version: &str) {
        match self.versions.get_mut(path) {
            Some(have) if compare(have, version).is_ge() => {}
            Some(have) => *have = version.to_string(),
            None => {
                self.versions.insert(path.to_string(), version.to_string());
            }
        }
    }

    pub fn has(&self, path: &str) -> bool {
        self.versions.contains_key(path)
    }

    pub fn modules(&self) -> impl Iterator<Item = Located> {
        self.versions.iter().map(|(path, version)| Located {
            path: path.clone(),
            version: version.clone(),
        })
    }

    /// The modules whose path begins the import path, longest first.
    pub fn modules_for(&self, import: &str) -> Vec<Located> {
        let mut prefix = import;
        let mut found = Vec::new();
        loop {
            if let Some(version) = self.versions.get(prefix) {
                found.push(Located {
                    path: prefix.to_string(),
                    version: version.clone(),
                });
            }
            match prefix.rfind('/') {
                Some(at) => prefix = &prefix[..at],
                None => return found,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gomod::{Kind, parse};

    fn file(text: &str) -> GoMod {
        parse(text, "go.mod", Kind::Main).unwrap()
    }

    fn read(path: &str, version: &str) -> Option<GoMod> {
        let text = match (path, version) {
            ("a", "v1.0.0") => "module a\ngo 1.20\nrequire c v1.2.0\n",
            ("b", "v1.0.0") => "module b\ngo 1.16\nrequire c v1.3.0\nrequire d v1.0.0\n",
            ("c", "v1.3.0") => "module c\ngo 1.20\nrequire d v1.1.0\n",
            _ => return None,
        };
        Some(file(text))
    }

    #[test]
    fn the_newest_required_version_is_selected() {
        let main = file("module m\ngo 1.20\nrequire a v1.0.0\nrequire b v1.0.0\n");
        let version = |pruned: bool, path: &str| {
            let list = BuildList::select(&[&main], pruned, &read);
            list.modules_for(path)[0].version.clone()
        };
        assert_eq!(version(true, "c"), "v1.3.0");
        assert_eq!(version(true, "d"), "v1.1.0");
        let main = file("module m\ngo 1.20\nrequire a v1.0.0\nexclude c v1.2.0\n");
        assert!(!BuildList::select(&[&main], true, &read).has("c"));
    }
}
