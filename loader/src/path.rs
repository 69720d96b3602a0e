//! Import and module paths: which are well-formed, how the module cache writes them.

use std::fmt::Write;

/// Why `path` cannot be imported, in Go's words.
pub fn import_path_error(path: &str) -> Option<String> {
    let malformed = |why: String| Some(format!("malformed import path {path:?}: {why}"));
    if path.is_empty() {
        return malformed("empty string".into());
    }
    if path.starts_with('-') {
        return malformed("leading dash".into());
    }
    if path.contains("//") {
        return malformed("double slash".into());
    }
    if path.ends_with('/') {
        return malformed("trailing slash".into());
    }
    for element in path.split('/') {
        if !element.is_empty() && element.bytes().all(|b| b == b'.') {
            return malformed(format!("invalid path element {element:?}"));
        }
        if element.ends_with('.') {
            return malformed(format!("trailing dot in path element {element:?}"));
        }
        if let Some(c) = element.chars().find(|&c| !is_import_char(c)) {
            return malformed(format!("invalid char {c:?}"));
        }
    }
    None
}

fn is_import_char(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '_' | '~' | '+')
}

/// Why the compiler does not take it as an import path at all. Spec: "Import declarations".
pub fn misspelling(path: &str) -> Option<String> {
    const ILLEGAL: &str = "!\"#$%&'()*,:;<=>?[\\]^{|}`\u{fffd}";
    if path.is_empty() {
        return Some("empty string".into());
    }
    let c = path
        .chars()
        .find(|&c| c.is_whitespace() || c.is_control() || ILLEGAL.contains(c))?;
    Some(format!("invalid character {}", lexer::code_point(c as u32)))
}

/// A path without a dot in its first element could only be one of the standard library.
pub fn looks_standard(path: &str) -> bool {
    !path.split('/').next().unwrap_or(path).contains('.')
}

/// `./x`, `../x`, `.`, `..`.
pub fn is_relative(path: &str) -> bool {
    path == "." || path == ".." || path.starts_with("./") || path.starts_with("../")
}

/// What follows `prefix` in `path`, if `prefix` is the beginning of it by whole elements.
pub fn strip_prefix<'p>(path: &'p str, prefix: &str) -> Option<&'p str> {
    let rest = path.strip_prefix(prefix)?;
    if rest.is_empty() {
        return Some(rest);
    }
    rest.strip_prefix('/')
}

/// As the module cache writes paths and versions: `!x` for an upper-case `X`.
pub fn escape(path: &str) -> String {
    let mut escaped = String::with_capacity(path.len());
    for c in path.chars() {
        if c.is_ascii_uppercase() {
            let _ = write!(escaped, "!{}", c.to_ascii_lowercase());
        } else {
            escaped.push(c);
        }
    }
    escaped
}

/// The major version at the end of a module path, such as `v2` of `x.org/a/v2` or of `gopkg.in/a.v2`.
pub fn major_suffix(path: &str) -> Option<&str> {
    let separator = if path.starts_with("gopkg.in/") {
        ".v"
    } else {
        "/v"
    };
    let at = path.rfind(separator)?;
    let digits = &path[at + 2..];
    let is_number = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
    let counts = separator == ".v" || !(digits == "1" || digits.starts_with('0'));
    (is_number && counts).then(|| &path[at + 1..])
}

/// The path as the root of the directory of a package, with the part of it that `internal` guards.
/// Go's rule: "An import of a path containing the element “internal” is disallowed if the importing
/// code is outside the tree rooted at the parent of the “internal” directory."
pub fn parent_of_internal(path: &str) -> Option<&str> {
    let at = if path == "internal" || path.ends_with("/internal") {
        path.len() - "internal".len()
    } else if let Some(at) = path.rfind("/internal/") {
        at + 1
    } else if path.starts_with("internal/") {
        0
    } else {
        return None;
    };
    Some(path[..at].trim_end_matches('/'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn malformed_paths() {
        assert_eq!(import_path_error("golang.org/x/text~1"), None);
        let error = |p: &str| import_path_error(p).unwrap_or_default();
        assert!(error("x//y").ends_with("double slash"));
        assert!(error("x.com/../y").ends_with("invalid path element \"..\""));
        assert!(error("x.com/é").ends_with("invalid char 'é'"));
    }

    #[test]
    fn escapes_and_suffixes() {
        assert_eq!(
            escape("github.com/BurntSushi/toml"),
            "github.com/!burnt!sushi/toml"
        );
        assert_eq!(major_suffix("x.org/a/v2"), Some("v2"));
        assert_eq!(major_suffix("x.org/a/v1"), None);
        assert_eq!(major_suffix("gopkg.in/yaml.v3"), Some("v3"));
        assert_eq!(major_suffix("x.org/av2"), None);
    }

    #[test]
    fn internal_guards_its_parent() {
        assert_eq!(parent_of_internal("a/b/internal/c"), Some("a/b"));
        assert_eq!(parent_of_internal("a/internal"), Some("a"));
        assert_eq!(parent_of_internal("internal/abi"), Some(""));
        assert_eq!(parent_of_internal("a/internals"), None);
    }
}
