//! Paths of files as messages show them, and why files cannot be read.

use std::io;
use std::path::{Component, Path, PathBuf};

/// The path without `.` and `x/..`.
pub fn clean(path: &Path) -> PathBuf {
    let mut out = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                let last = out.components().next_back();
                match last {
                    Some(Component::Normal(_)) => {
                        out.pop();
                    }
                    Some(Component::RootDir) => {}
                    _ => out.push(".."),
                }
            }
            _ => out.push(part),
        }
    }
    if out.as_os_str().is_empty() {
        out.push(".");
    }
    out
}

/// An absolute, clean path; as it is if there is no working folder any more.
pub fn absolute(path: &Path) -> PathBuf {
    match std::path::absolute(path) {
        Ok(path) => clean(&path),
        Err(_) => clean(path),
    }
}

/// From the working folder to the path, if that is shorter than the path.
pub fn short_path(path: &Path) -> String {
    let full = path.display().to_string();
    let Ok(here) = std::env::current_dir() else {
        return full;
    };
    match relative(path, &here) {
        Some(short) => {
            let short = short.display().to_string();
            if short.len() < full.len() {
                short
            } else {
                full
            }
        }
        None => full,
    }
}

/// The way from one absolute folder to a path.
fn relative(path: &Path, from: &Path) -> Option<PathBuf> {
    if !path.is_absolute() {
        return None;
    }
    let shared = path
        .components()
        .zip(from.components())
        .take_while(|(a, b)| a == b)
        .count();
    let mut out = PathBuf::new();
    for _ in from.components().skip(shared) {
        out.push("..");
    }
    for part in path.components().skip(shared) {
        out.push(part);
    }
    if out.as_os_str().is_empty() {
        out.push(".");
    }
    Some(out)
}

/// As the compiler's messages name a source file: `./x.go` in the working folder.
pub fn source_name(path: &Path) -> String {
    let short = short_path(path);
    let is_plain = !short.contains('/');
    if is_plain {
        format!("./{short}")
    } else {
        short
    }
}

/// As messages of the go command name it: without `./`.
pub fn plain_name(name: &str) -> &str {
    name.strip_prefix("./").unwrap_or(name)
}

/// `open x.go: permission denied`.
pub fn open_error(path: &Path, error: &io::Error) -> String {
    format!("open {}: {}", path.display(), reason(error))
}

/// The error as C and Go word it, without the number.
pub fn reason(error: &io::Error) -> String {
    let text = error.to_string();
    let text = match text.find(" (os error") {
        Some(at) => &text[..at],
        None => &text,
    };
    let mut chars = text.chars();
    match chars.next() {
        Some(first) => first.to_lowercase().chain(chars).collect(),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_cleaned() {
        let clean = |p: &str| clean(Path::new(p)).display().to_string();
        assert_eq!(clean("/a/./b/../c"), "/a/c");
        assert_eq!(clean("../a/.."), "..");
        assert_eq!(clean("/.."), "/");
        assert_eq!(clean("./"), ".");
    }

    #[test]
    fn ways_go_up_and_down() {
        let relative = |p: &str, from: &str| {
            let way = relative(Path::new(p), Path::new(from));
            way.unwrap().display().to_string()
        };
        assert_eq!(relative("/a/b/c.go", "/a/b"), "c.go");
        assert_eq!(relative("/a/c.go", "/a/b/d"), "../../c.go");
        assert_eq!(relative("/a", "/a"), ".");
    }
}
