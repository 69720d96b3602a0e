//! Shell patterns of file names, as Go's `path.Match` defines them.

use std::path::Path;

/// The pattern is malformed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BadPattern;

/// One step of a pattern.
enum Step {
    /// `*`.
    Any,
    /// `?`.
    One,
    /// `[…]`: ranges, and whether it is negated.
    Class(Vec<(char, char)>, bool),
    Literal(char),
}

fn steps(pattern: &str) -> Result<Vec<Step>, BadPattern> {
    let mut steps = Vec::new();
    let mut chars = pattern.chars().peekable();
    while let Some(c) = chars.next() {
        steps.push(match c {
            '*' => Step::Any,
            '?' => Step::One,
            '\\' => Step::Literal(chars.next().ok_or(BadPattern)?),
            '[' => {
                let negated = chars.next_if_eq(&'^').is_some();
                let mut ranges = Vec::new();
                loop {
                    if !ranges.is_empty() && chars.next_if_eq(&']').is_some() {
                        break;
                    }
                    let lo = class_char(&mut chars)?;
                    let hi = match chars.next_if_eq(&'-') {
                        Some(_) => class_char(&mut chars)?,
                        None => lo,
                    };
                    ranges.push((lo, hi));
                }
                Step::Class(ranges, negated)
            }
            c => Step::Literal(c),
        });
    }
    Ok(steps)
}

fn class_char(chars: &mut impl Iterator<Item = char>) -> Result<char, BadPattern> {
    match chars.next() {
        None | Some('-' | ']') => Err(BadPattern),
        Some('\\') => chars.next().ok_or(BadPattern),
        Some(c) => Ok(c),
    }
}

/// Whether the pattern matches the whole name. Neither has a `/`.
///
/// # Errors
/// A malformed pattern.
pub fn matches(pattern: &str, name: &str) -> Result<bool, BadPattern> {
    let steps = steps(pattern)?;
    let name: Vec<char> = name.chars().collect();
    // Where to go on after the last `*` if the rest does not fit: one character further.
    let mut resume: Option<(usize, usize)> = None;
    let (mut s, mut n) = (0, 0);
    loop {
        let fits = match (steps.get(s), name.get(n)) {
            (None, None) => return Ok(true),
            (Some(Step::Any), _) => {
                resume = Some((s, n + 1));
                s += 1;
                continue;
            }
            (Some(Step::One), Some(_)) => true,
            (Some(Step::Literal(c)), Some(have)) => c == have,
            (Some(Step::Class(ranges, negated)), Some(have)) => {
                ranges.iter().any(|(lo, hi)| lo <= have && have <= hi) != *negated
            }
            _ => false,
        };
        if fits {
            (s, n) = (s + 1, n + 1);
            continue;
        }
        match resume {
            Some((star, from)) if from <= name.len() => {
                resume = Some((star, from + 1));
                (s, n) = (star + 1, from);
            }
            _ => return Ok(false),
        }
    }
}

/// The paths below `dir`, relative to it, that the pattern matches, sorted.
///
/// # Errors
/// A malformed pattern.
pub fn glob(dir: &Path, pattern: &str) -> Result<Vec<String>, BadPattern> {
    let mut found = vec![String::new()];
    for element in pattern.split('/') {
        steps(element)?;
        let mut next = Vec::new();
        for parent in &found {
            let join = |name: &str| match parent.as_str() {
                "" => name.to_string(),
                parent => format!("{parent}/{name}"),
            };
            if !element.contains(['*', '?', '[', '\\']) {
                let path = join(element);
                if dir.join(&path).symlink_metadata().is_ok() {
                    next.push(path);
                }
                continue;
            }
            let Ok(entries) = std::fs::read_dir(dir.join(parent)) else {
                continue;
            };
            let mut names: Vec<String> = entries
                .flatten()
                .filter_map(|e| e.file_name().into_string().ok())
                .collect();
            names.sort();
            for name in names {
                if matches(element, &name)? {
                    next.push(join(&name));
                }
            }
        }
        found = next;
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns() {
        for (pattern, name, wanted) in [
            ("abc", "abc", true),
            ("*c", "abc", true),
            ("a*", "", false),
            ("a*b*c", "axxbxbyc", true),
            ("a*b?c*x", "abxbbxdbxebxczzx", true),
            ("[a-c]?", "bz", true),
            ("[^a-c]", "b", false),
            ("a\\*b", "a*b", true),
            ("*", "", true),
        ] {
            assert_eq!(matches(pattern, name), Ok(wanted), "{pattern} {name}");
        }
        for bad in ["[x", "[]a]", "[-x]", "a\\", "[a-]"] {
            assert_eq!(matches(bad, "a"), Err(BadPattern), "{bad}");
        }
    }
}
