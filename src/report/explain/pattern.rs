//! Patterns of messages: literal text with `{name}` for what varies, which is as short as possible.

/// The texts that a pattern's names stand for.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Captures<'t>(Vec<(&'static str, &'t str)>);

impl<'t> Captures<'t> {
    /// The text with `{name}` replaced.
    pub fn fill(&self, text: &str) -> String {
        let mut out = text.to_string();
        for (name, value) in &self.0 {
            let hole = format!("{{{name}}}");
            if out.contains(&hole) {
                out = out.replace(&hole, value);
            }
        }
        out
    }

    /// What a name stands for.
    pub fn get(&self, name: &str) -> Option<&'t str> {
        self.0.iter().find(|c| c.0 == name).map(|c| c.1)
    }
}

/// What the pattern's names stand for in `text`, all of which it must match.
pub fn matches<'t>(pattern: &'static str, text: &'t str) -> Option<Captures<'t>> {
    let mut captures = Captures::default();
    is_match(pattern, text, &mut captures).then_some(captures)
}

fn is_match<'t>(pattern: &'static str, text: &'t str, captures: &mut Captures<'t>) -> bool {
    let Some((literal, rest)) = pattern.split_once('{') else {
        return pattern == text;
    };
    // A brace that opens no name is itself.
    let Some((name, rest)) = rest.split_once('}').filter(|(n, _)| is_name(n)) else {
        let Some(text) = text.strip_prefix(&pattern[..=literal.len()]) else {
            return false;
        };
        return is_match(&pattern[literal.len() + 1..], text, captures);
    };
    let Some(text) = text.strip_prefix(literal) else {
        return false;
    };
    let known = captures.0.len();
    let ends = text.char_indices().map(|(i, _)| i).chain([text.len()]);
    for end in ends {
        captures.0.push((name, &text[..end]));
        if is_match(rest, &text[end..], captures) {
            return true;
        }
        captures.0.truncate(known);
    }
    false
}

fn is_name(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_lowercase() || b == b'_')
}

#[cfg(test)]
mod tests {
    use super::matches;

    #[test]
    fn names_take_as_little_as_possible() {
        let pattern = "cannot use {x} ({_}type {have}) as {want} value in {where}";
        let text = "cannot use f() (value of struct type T) as int value in argument to g";
        let captures = matches(pattern, text).unwrap();
        let got = ["x", "have", "want", "where"].map(|n| captures.get(n));
        let want = ["f()", "T", "int", "argument to g"].map(Some);
        assert_eq!(got, want);
        assert_eq!(captures.fill("{x} is no {want}"), "f() is no int");
    }

    #[test]
    fn all_of_the_text_must_match() {
        assert!(matches("missing return", "missing return type").is_none());
        assert!(matches("unexpected {, expected {a}", "unexpected {, expected x").is_some());
    }
}
