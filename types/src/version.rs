//! Language versions: which features a file may use.

use crate::checker::Checker;
use crate::object::PkgId;
use source::{FileId, Pos};

/// `go1.N` as N.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Version(pub u16);

impl Version {
    pub const CURRENT: Version = Version(26);
    /// The first version that a file may choose for itself.
    pub const PER_FILE: Version = Version(21);

    /// Reads `go1.N` or `go1.N.M`.
    pub fn parse(text: &str) -> Option<Version> {
        let rest = text.strip_prefix("go1")?;
        if rest.is_empty() {
            return Some(Version(0));
        }
        let minor = rest.strip_prefix('.')?;
        let digits = minor.split(['.', 'r', 'b']).next()?;
        digits.parse().ok().map(Version)
    }
}

impl Default for Version {
    fn default() -> Version {
        Version::CURRENT
    }
}

impl std::fmt::Display for Version {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "go1.{}", self.0)
    }
}

impl<'a> Checker<'a> {
    pub fn allow_version(&self, v: Version) -> bool {
        self.env.version >= v
    }

    /// Reports `what` unless the file's version is at least `v`.
    pub fn verify_version(&mut self, pos: Pos, v: Version, what: &str) -> bool {
        if self.allow_version(v) {
            return true;
        }
        self.version_error(pos, v, what);
        false
    }

    pub fn version_error(&mut self, pos: Pos, v: Version, what: &str) {
        self.error(pos, format!("{what} requires {v} or later"));
    }

    /// The language version of a file: its package's, unless a `//go:build` line says another one. A
    /// file cannot ask for an older one than the first to allow that.
    pub fn version_of_file(&self, pkg: PkgId, file: FileId) -> Version {
        match self.state.file_versions.get(&file) {
            Some(&asked) => asked.max(Version::PER_FILE),
            None => self.package_version(pkg),
        }
    }

    /// The language version at a position.
    pub fn version_at(&self, pkg: PkgId, pos: Pos) -> Version {
        match self.map.file_of(pos) {
            Some(file) => self.version_of_file(pkg, file),
            None => self.package_version(pkg),
        }
    }

    /// Where the version comes from, if the message is about a feature that needs another one.
    pub(crate) fn version_hint(&self, pos: Pos, message: &str) -> String {
        let needs_version = message
            .split_once("requires go1.")
            .is_some_and(|(_, rest)| {
                rest.trim_start_matches(|c: char| c.is_ascii_digit())
                    .starts_with(" or later")
            });
        if !needs_version {
            return String::new();
        }
        let pkg = self.env.pkg;
        let asked = self
            .map
            .file_of(pos)
            .and_then(|file| self.state.file_versions.get(&file));
        match asked {
            Some(v) if *v >= Version::PER_FILE => format!(" (file declares //go:build {v})"),
            _ => format!(
                " (-lang was set to {}; check go.mod)",
                self.package_version(pkg)
            ),
        }
    }
}
