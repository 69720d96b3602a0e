//! The beginning of an entry, line by line: whether there is more to come. Each line is looked at
//! once, so that long entries take no longer than their lines.

use lexer::{Class, Kind};
use source::Pos;

/// What a line can leave open that is no bracket.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Literal {
    RawString,
    Comment,
}

impl Literal {
    fn end(self) -> &'static str {
        match self {
            Literal::RawString => "`",
            Literal::Comment => "*/",
        }
    }
}

/// The lines of an entry up to now.
#[derive(Default)]
pub struct Beginning {
    text: String,
    /// What closes the brackets that are open, the innermost last.
    closing: Vec<Kind>,
    /// A bracket closes what is not open: nothing can follow that mends it.
    is_broken: bool,
    open: Option<Literal>,
    has_tokens: bool,
    ends_in_operator: bool,
}

impl Beginning {
    pub fn new(text: &str) -> Beginning {
        let mut beginning = Beginning::default();
        for line in text.lines() {
            beginning.add(line);
        }
        beginning
    }

    /// All lines, each with its newline.
    pub fn text(&self) -> &str {
        &self.text
    }

    pub fn into_text(self) -> String {
        self.text
    }

    /// Adds a line, which has no newline.
    pub fn add(&mut self, line: &str) {
        let start = self.text.len();
        self.text.push_str(line);
        self.text.push('\n');
        let rest = match self.open {
            // Only the first line of all may be one for the system, with `#!`.
            None => start.saturating_sub(1),
            Some(literal) => {
                let end = literal.end();
                let Some(at) = self.text[start..].find(end) else {
                    return;
                };
                self.open = None;
                self.ends_in_operator &= literal == Literal::Comment;
                start + at + end.len()
            }
        };
        self.take(rest);
    }

    /// Looks at the text from here on, where no literal is open.
    fn take(&mut self, start: usize) {
        let text = &self.text[start..];
        let lexed = lexer::tokenize(text, Pos(1));
        for error in &lexed.errors {
            let is_raw = text.as_bytes().get(error.pos.0 as usize - 1) == Some(&b'`');
            if error.message.contains("comment not terminated") {
                self.open = Some(Literal::Comment);
            } else if error.message.contains("string not terminated") && is_raw {
                self.open = Some(Literal::RawString);
                self.has_tokens = true;
            }
        }
        for token in lexed.tokens.iter().filter(|t| t.class != Class::Semi) {
            self.has_tokens = true;
            match token.kind {
                Kind::LParen => self.closing.push(Kind::RParen),
                Kind::LBrack => self.closing.push(Kind::RBrack),
                Kind::LBrace => self.closing.push(Kind::RBrace),
                Kind::RParen | Kind::RBrack | Kind::RBrace => {
                    self.is_broken |= self.closing.pop() != Some(token.kind);
                }
                _ => {}
            }
            let spelled = &text[token.start.0 as usize - 1..token.end.0 as usize - 1];
            self.ends_in_operator = is_operator(spelled);
        }
    }

    /// Whether the text is only the beginning of an entry: a bracket, a raw string or a comment is
    /// open, or it ends in an operator.
    pub fn is_incomplete(&self) -> bool {
        let is_open = !self.closing.is_empty() || self.open.is_some() || self.ends_in_operator;
        is_open && !self.is_broken
    }

    /// Whether there is nothing but comments.
    pub fn is_comment(&self) -> bool {
        !self.has_tokens
    }
}

/// Whether something has to follow the token.
fn is_operator(token: &str) -> bool {
    const OPERATORS: &str = "+ - * / % & | ^ << >> &^ && || == != < <= > >= = := , . : \
                             += -= *= /= %= &= |= ^= <<= >>= &^= <- ! else";
    OPERATORS.split_whitespace().any(|o| o == token)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn open_ends_are_incomplete() {
        for text in [
            "f(",
            "x +",
            "x + // a\n",
            "if a {",
            "if a {\n// }\n",
            "`abc",
            "`abc\n\n// `+",
            "/* a",
            "/* a\n`\n*/ /*",
            "x + /* a\n*/",
            "a, b :=",
            "x.",
            "if a { } else",
        ] {
            assert!(Beginning::new(text).is_incomplete(), "{text}");
        }
        for text in [
            "f()",
            "x++",
            "x)",
            "f(x}",
            "if a { f(x }",
            "a[(1])",
            "}{",
            "\"abc",
            "// a",
            "return",
            "f(\n)",
            "`abc\n{`",
            "x + `\n`",
            "/* a\n{*/",
            "#!/bin/sh {\nx",
        ] {
            assert!(!Beginning::new(text).is_incomplete(), "{text}");
        }
    }

    #[test]
    fn comments_are_no_tokens() {
        assert!(Beginning::new("// a\n\n/* b\n*/ // c").is_comment());
        assert!(!Beginning::new("/* b\n*/ c").is_comment());
        assert!(!Beginning::new("`").is_comment());
    }
}
