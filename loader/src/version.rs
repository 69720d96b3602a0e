//! Versions: of the language, of modules (semantic versions), of the toolchain a module asks for.

use std::cmp::Ordering;
use std::fmt;

/// `go1.N` as N.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LangVersion(pub u16);

impl LangVersion {
    /// The newest version that gorun knows.
    pub const CURRENT: LangVersion = LangVersion(26);
    /// What a go.mod file without a `go` line means.
    pub const UNSAID: LangVersion = LangVersion(16);
    /// A file may choose its version from this one on.
    pub const PER_FILE: LangVersion = LangVersion(21);
}

impl fmt::Display for LangVersion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "go1.{}", self.0)
    }
}

/// The version of a `go` line, such as `1.21`, `1.22.3` or `1.23rc1`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GoLine {
    pub text: String,
    pub lang: LangVersion,
}

impl GoLine {
    /// `1.N`, `1.N.P` and pre-releases such as `1.23rc1`; absent if it is none of them.
    pub fn parse(text: &str) -> Option<GoLine> {
        let (major, rest) = text.split_once('.')?;
        let (minor, rest) = split_number(rest)?;
        let rest = match rest.strip_prefix('.') {
            Some(rest) => split_number(rest)?.1,
            None => rest,
        };
        let kind = rest.trim_end_matches(|c: char| c.is_ascii_digit());
        let is_prerelease = kind.len() < rest.len()
            && !kind.is_empty()
            && kind.bytes().all(|b| b.is_ascii_lowercase());
        if major != "1" || !(rest.is_empty() || is_prerelease) {
            return None;
        }
        Some(GoLine {
            text: text.to_string(),
            lang: LangVersion(minor),
        })
    }
}

/// A decimal number without leading zeros, and what follows it.
fn split_number(text: &str) -> Option<(u16, &str)> {
    let end = text
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(text.len());
    let (digits, rest) = text.split_at(end);
    if digits.len() > 1 && digits.starts_with('0') {
        return None;
    }
    Some((digits.parse().ok()?, rest))
}

/// Whether `text` is a semantic version in full form: `v1.2.3`, `v1.2.3-pre.1`, `v2.0.0+incompatible`.
pub fn is_semantic(text: &str) -> bool {
    parts(text).is_some()
}

/// The major version of a valid version: `v2` of `v2.1.0`.
pub fn major(text: &str) -> &str {
    text.split('.').next().unwrap_or(text)
}

/// Numbers and pre-release of a version.
fn parts(text: &str) -> Option<([&str; 3], Option<&str>)> {
    let text = text.strip_prefix('v')?;
    let (text, build) = match text.split_once('+') {
        Some((text, build)) => (text, Some(build)),
        None => (text, None),
    };
    let (numbers, prerelease) = match text.split_once('-') {
        Some((numbers, prerelease)) => (numbers, Some(prerelease)),
        None => (text, None),
    };
    let mut split = numbers.split('.');
    let three = [split.next()?, split.next()?, split.next()?];
    let is_number = |n: &str| {
        !n.is_empty()
            && n.bytes().all(|b| b.is_ascii_digit())
            && (n.len() == 1 || !n.starts_with('0'))
    };
    let is_word = |w: &str| {
        w.split('.').all(|part| {
            !part.is_empty() && part.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
        })
    };
    let valid = split.next().is_none()
        && three.iter().all(|n| is_number(n))
        && prerelease.is_none_or(is_word)
        && build.is_none_or(is_word);
    valid.then_some((three, prerelease))
}

/// The order of semantic versions; what is none comes first.
pub fn compare(a: &str, b: &str) -> Ordering {
    match (parts(a), parts(b)) {
        (None, None) => Ordering::Equal,
        (None, Some(_)) => Ordering::Less,
        (Some(_), None) => Ordering::Greater,
        (Some((a, a_pre)), Some((b, b_pre))) => {
            let numbers = a
                .iter()
                .zip(&b)
                .map(|(x, y)| compare_numbers(x, y))
                .find(|o| o.is_ne())
                .unwrap_or(Ordering::Equal);
            numbers.then_with(|| match (a_pre, b_pre) {
                (None, None) => Ordering::Equal,
                (None, Some(_)) => Ordering::Greater,
                (Some(_), None) => Ordering::Less,
                (Some(x), Some(y)) => compare_prereleases(x, y),
            })
        }
    }
}

/// Decimal numbers of any length.
fn compare_numbers(a: &str, b: &str) -> Ordering {
    a.len().cmp(&b.len()).then_with(|| a.cmp(b))
}

fn compare_prereleases(a: &str, b: &str) -> Ordering {
    let is_number = |s: &str| s.bytes().all(|c| c.is_ascii_digit());
    let (mut xs, mut ys) = (a.split('.'), b.split('.'));
    loop {
        return match (xs.next(), ys.next()) {
            (None, None) => Ordering::Equal,
            (None, Some(_)) => Ordering::Less,
            (Some(_), None) => Ordering::Greater,
            (Some(x), Some(y)) if x == y => continue,
            (Some(x), Some(y)) => match (is_number(x), is_number(y)) {
                (true, true) => compare_numbers(x, y),
                (true, false) => Ordering::Less,
                (false, true) => Ordering::Greater,
                (false, false) => x.cmp(y),
            },
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn semantic_versions_are_ordered() {
        let sorted = [
            "junk",
            "v0.0.0-20200101000000-abcdefabcdef",
            "v0.9.0",
            "v1.0.0-alpha",
            "v1.0.0-alpha.1",
            "v1.0.0-alpha.beta",
            "v1.0.0-beta.2",
            "v1.0.0-beta.11",
            "v1.0.0",
            "v1.2.9",
            "v1.10.0",
            "v2.0.0+incompatible",
        ];
        for pair in sorted.windows(2) {
            assert_eq!(compare(pair[0], pair[1]), Ordering::Less, "{pair:?}");
        }
        assert!(!is_semantic("v1.2") && !is_semantic("1.2.3") && !is_semantic("v01.2.3"));
    }

    #[test]
    fn go_lines() {
        let minor = |t: &str| GoLine::parse(t).map(|v| v.lang.0);
        assert_eq!(minor("1.21"), Some(21));
        assert_eq!(minor("1.22.3"), Some(22));
        assert_eq!(minor("1.23rc1"), Some(23));
        assert_eq!(
            (minor("abc"), minor("1.x"), minor("1.021")),
            (None, None, None)
        );
    }
}
