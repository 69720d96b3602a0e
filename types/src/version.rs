//! Language versions: which features a file may use.

use crate::checker::Checker;
use source::Pos;

/// `go1.N` as N.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Version(pub u16);

impl Version {
    pub const CURRENT: Version = Version(26);

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
}
