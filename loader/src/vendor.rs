//! The vendor folder: which packages of which modules `vendor/modules.txt` lists.

use crate::gomod::GoMod;
use crate::version::{GoLine, LangVersion};
use std::collections::HashMap;
use std::fmt::Write;

/// A module in modules.txt.
#[derive(Clone, Debug, Default)]
struct Entry {
    path: String,
    /// Absent in the lines that only tell of a replacement.
    version: Option<String>,
    replacement: Option<String>,
    explicit: bool,
    go: Option<GoLine>,
}

/// What modules.txt says.
#[derive(Debug, Default)]
pub struct Vendor {
    entries: Vec<Entry>,
    /// Each package with its entry.
    packages: HashMap<String, usize>,
}

impl Vendor {
    pub fn parse(text: &str) -> Vendor {
        let mut vendor = Vendor::default();
        for line in text.lines().map(str::trim) {
            if let Some(module) = line.strip_prefix("# ") {
                vendor.entries.push(entry(module));
            } else if let Some(notes) = line.strip_prefix("## ") {
                let Some(last) = vendor.entries.last_mut() else {
                    continue;
                };
                for note in notes.split(';').map(str::trim) {
                    last.explicit |= note == "explicit";
                    if let Some(version) = note.strip_prefix("go ") {
                        last.go = GoLine::parse(version.trim());
                    }
                }
            } else if !line.is_empty() && !vendor.entries.is_empty() {
                let index = vendor.entries.len() - 1;
                vendor.packages.insert(line.to_string(), index);
            }
        }
        vendor
    }

    /// The import paths of all packages there.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.packages.keys().map(String::as_str)
    }

    /// The language version of a package that is listed.
    pub fn package(&self, path: &str) -> Option<LangVersion> {
        let entry = &self.entries[*self.packages.get(path)?];
        Some(entry.go.as_ref().map_or(LangVersion::UNSAID, |g| g.lang))
    }

    /// How modules.txt contradicts go.mod: lines in Go's words.
    pub fn inconsistencies(&self, go_mod: &GoMod) -> Vec<String> {
        let mut found = Vec::new();
        for r in &go_mod.require {
            let is_marked = self
                .entries
                .iter()
                .any(|e| e.explicit && e.path == r.path && e.version.as_ref() == Some(&r.version));
            if !is_marked {
                found.push(format!(
                    "{}@{}: is explicitly required in go.mod, but not marked as explicit in vendor/modules.txt",
                    r.path, r.version
                ));
            }
        }
        for r in &go_mod.replace {
            let mut shown = r.old.clone();
            if let Some(version) = &r.old_version {
                let _ = write!(shown, "@{version}");
            }
            let mut wanted = r.new.clone();
            if let Some(version) = &r.new_version {
                let _ = write!(wanted, " {version}");
            }
            let marked = self
                .entries
                .iter()
                .filter(|e| e.path == r.old)
                .filter(|e| r.old_version.is_none() || e.version == r.old_version)
                .find_map(|e| e.replacement.as_ref());
            match marked {
                None => found.push(format!(
                    "{shown}: is replaced in go.mod, but not marked as replaced in vendor/modules.txt"
                )),
                Some(have) if *have != wanted => found.push(format!(
                    "{shown}: is replaced by {wanted} in go.mod, but marked as replaced by {have} in vendor/modules.txt"
                )),
                Some(_) => {}
            }
        }
        for e in self.entries.iter().filter(|e| e.explicit) {
            let is_required = go_mod
                .require
                .iter()
                .any(|r| r.path == e.path && Some(&r.version) == e.version.as_ref());
            if !is_required {
                found.push(format!(
                    "{}@{}: is marked as explicit in vendor/modules.txt, but not explicitly required in go.mod",
                    e.path,
                    e.version.as_deref().unwrap_or("")
                ));
            }
        }
        found
    }
}

/// `path [version] [=> replacement]`.
fn entry(text: &str) -> Entry {
    let (module, replacement) = match text.split_once("=>") {
        Some((module, replacement)) => (module, Some(replacement.trim().to_string())),
        None => (text, None),
    };
    let mut words = module.split_whitespace();
    Entry {
        path: words.next().unwrap_or("").to_string(),
        version: words.next().map(str::to_string),
        replacement,
        ..Entry::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gomod::{Kind, parse};

    const MODULES: &str = "# a.org/o v1.0.1 => ./o\n## explicit; go 1.20\na.org/o/x\n# a.org/q v1.0.0\na.org/q\n# a.org/o => ./o\n";

    #[test]
    fn packages_have_their_modules_version() {
        let vendor = Vendor::parse(MODULES);
        assert_eq!(vendor.package("a.org/o/x"), Some(LangVersion(20)));
        assert_eq!(vendor.package("a.org/q"), Some(LangVersion::UNSAID));
        assert_eq!(vendor.package("a.org/o"), None);
    }

    #[test]
    fn contradictions_are_listed() {
        let check = |text: &str| {
            let go_mod = parse(text, "go.mod", Kind::Main).unwrap();
            Vendor::parse(MODULES).inconsistencies(&go_mod)
        };
        let good = "module m\nrequire a.org/o v1.0.1\nreplace a.org/o => ./o\n";
        assert_eq!(check(good), Vec::<String>::new());
        let bad = check("module m\nrequire a.org/o v1.0.2\nreplace a.org/z => ./o\n");
        assert_eq!(bad.len(), 3, "{bad:?}");
    }
}
