//! The entry in colours, with continuation prompts in its margins and spaces for its tabs.

use super::margin;
use lexer::{Class, Kind, Token};
use source::Pos;
use std::ops::Range;
use unicode_width::UnicodeWidthChar;

const KEYWORD: &str = "\x1b[35m";
const STRING: &str = "\x1b[32m";
const NUMBER: &str = "\x1b[36m";
const PREDECLARED: &str = "\x1b[33m";
const COMMENT: &str = "\x1b[90m";
const BRACKET: &str = "\x1b[1;4m";
const PLAIN: &str = "";
const RESET: &str = "\x1b[0m";
/// The continuation prompt, as wide as a margin.
const CONTINUATION: &str = "... ";

/// Predeclared names: types, constants and functions.
pub const PREDECLARED_NAMES: &[&str] = &[
    "any",
    "append",
    "bool",
    "byte",
    "cap",
    "clear",
    "close",
    "comparable",
    "complex",
    "complex128",
    "complex64",
    "copy",
    "delete",
    "error",
    "false",
    "float32",
    "float64",
    "imag",
    "int",
    "int16",
    "int32",
    "int64",
    "int8",
    "iota",
    "len",
    "make",
    "max",
    "min",
    "new",
    "nil",
    "panic",
    "print",
    "println",
    "real",
    "recover",
    "rune",
    "string",
    "true",
    "uint",
    "uint16",
    "uint32",
    "uint64",
    "uint8",
    "uintptr",
];

/// How a buffer is shown.
pub struct Look {
    pub with_colours: bool,
    /// The columns before the first line.
    pub prompt: usize,
    /// The width of the terminal.
    pub columns: usize,
    /// Where the cursor is; none when the entry is done.
    pub cursor: Option<usize>,
}

/// A part of the text with its colour.
type Part = (Range<usize>, &'static str);

/// The buffer as it is shown.
pub fn paint(buffer: &str, look: &Look) -> String {
    let mut parts = if look.with_colours {
        parts(buffer)
    } else {
        Vec::new()
    };
    if look.with_colours
        && let Some(pair) = look.cursor.and_then(|pos| brackets(buffer, pos))
    {
        for offset in pair {
            let at = parts.partition_point(|p| p.0.end <= offset);
            parts.insert(at, (offset..offset + 1, BRACKET));
        }
    }
    let mut screen = Screen {
        out: String::with_capacity(buffer.len() * 2),
        column: look.prompt,
        columns: look.columns.max(1),
        with_colours: look.with_colours,
    };
    let mut done = 0;
    for (range, colour) in parts {
        screen.text(buffer, done..range.start, PLAIN);
        screen.text(buffer, range.clone(), colour);
        done = range.end.max(done);
    }
    screen.text(buffer, done..buffer.len(), PLAIN);
    screen.out
}

struct Screen {
    out: String,
    column: usize,
    columns: usize,
    with_colours: bool,
}

impl Screen {
    fn text(&mut self, buffer: &str, range: Range<usize>, colour: &str) {
        if range.is_empty() {
            return;
        }
        self.out.push_str(colour);
        for (i, c) in buffer[range.clone()].char_indices() {
            let is_margin = c == '\t' && buffer[..range.start + i].ends_with('\n');
            match c {
                '\n' => {
                    self.out.push('\n');
                    self.column = 0;
                }
                '\t' if is_margin => {
                    self.continuation(colour);
                    self.column = margin::WIDTH;
                }
                '\t' => {
                    let width = margin::WIDTH - self.column % margin::WIDTH;
                    self.out.extend(std::iter::repeat_n(' ', width));
                    self.advance(width);
                }
                c => {
                    self.out.push(c);
                    self.advance(c.width().unwrap_or(0));
                }
            }
        }
        if !colour.is_empty() {
            self.out.push_str(RESET);
        }
    }

    fn advance(&mut self, width: usize) {
        self.column += width;
        if self.column > self.columns {
            self.column = width;
        }
    }

    fn continuation(&mut self, colour: &str) {
        if self.with_colours {
            let parts = [RESET, COMMENT, CONTINUATION, RESET, colour];
            self.out.extend(parts);
        } else {
            self.out.push_str(CONTINUATION);
        }
    }
}

/// The parts of the text that have a colour, in order.
fn parts(text: &str) -> Vec<Part> {
    let trimmed = text.trim_start();
    if let Some(command) = trimmed.strip_prefix(':') {
        let start = text.len() - trimmed.len();
        let name = command.find(char::is_whitespace).unwrap_or(command.len());
        return vec![(start..start + 1 + name, KEYWORD)];
    }
    let tokens = lexer::tokenize(text, Pos(1)).tokens;
    let mut parts = Vec::new();
    let mut done = 0;
    let mut after_dot = false;
    for token in tokens.iter().filter(|t| t.end > t.start) {
        let range = margin::start(token)..margin::end(token).min(text.len());
        if range.start < done {
            continue;
        }
        between(text, done..range.start, &mut parts);
        done = range.end;
        if let Some(colour) = colour(token, &text[range.clone()], after_dot) {
            parts.push((range, colour));
        }
        after_dot = token.class == Class::Dot;
    }
    between(text, done..text.len(), &mut parts);
    parts
}

fn colour(token: &Token, spelled: &str, after_dot: bool) -> Option<&'static str> {
    match token.class {
        Class::Str => Some(STRING),
        Class::Lit if token.kind == Kind::Rune => Some(STRING),
        Class::Lit => Some(NUMBER),
        Class::Name if !after_dot && PREDECLARED_NAMES.binary_search(&spelled).is_ok() => {
            Some(PREDECLARED)
        }
        Class::Name => None,
        _ if spelled.starts_with(|c: char| c.is_ascii_lowercase()) => Some(KEYWORD),
        _ => None,
    }
}

/// What lies between tokens: comments, and literals that are not closed yet.
fn between(text: &str, range: Range<usize>, parts: &mut Vec<Part>) {
    let gap = &text[range.clone()];
    let Some(i) = gap.find(|c: char| !c.is_whitespace()) else {
        return;
    };
    let colour = match gap.as_bytes()[i] {
        b'/' => COMMENT,
        b'"' | b'`' | b'\'' => STRING,
        _ => return,
    };
    parts.push((range.start + i..range.end, colour));
}

/// The bracket at the cursor, or before it, and the one that it belongs to.
fn brackets(text: &str, pos: usize) -> Option<[usize; 2]> {
    let tokens = lexer::tokenize(text, Pos(1)).tokens;
    let mut open = Vec::new();
    let mut pairs = Vec::new();
    for token in &tokens {
        match token.kind {
            Kind::LParen | Kind::LBrack | Kind::LBrace => open.push(margin::start(token)),
            Kind::RParen | Kind::RBrack | Kind::RBrace => {
                if let Some(start) = open.pop() {
                    pairs.push([start, margin::start(token)]);
                }
            }
            _ => {}
        }
    }
    let at = |i: usize| pairs.iter().find(|pair| pair.contains(&i)).copied();
    at(pos).or_else(|| at(pos.checked_sub(1)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn painted(buffer: &str, with_colours: bool, cursor: Option<usize>) -> String {
        let look = Look {
            with_colours,
            prompt: 4,
            columns: 80,
            cursor,
        };
        paint(buffer, &look).replace('\x1b', "^")
    }

    #[test]
    fn predeclared_names_are_sorted() {
        assert!(PREDECLARED_NAMES.is_sorted());
    }

    #[test]
    fn margins_and_tabs_are_shown() {
        let text = painted("if x {\n\t\ty()\tz\n\t}", false, None);
        assert_eq!(text, "if x {\n...     y() z\n... }");
    }

    #[test]
    fn tokens_have_colours() {
        let text = painted("x := len(\"a\") + 12 // c", true, None);
        assert_eq!(
            text,
            "x := ^[33mlen^[0m(^[32m\"a\"^[0m) + ^[36m12^[0m ^[90m// c^[0m"
        );
        assert_eq!(painted("x.len", true, None), "x.len");
        assert_eq!(painted(":type 1", true, None), "^[35m:type^[0m 1");
        assert_eq!(painted("\"ab", true, None), "^[32m\"ab^[0m");
    }

    #[test]
    fn a_bracket_shows_its_partner() {
        let text = painted("(x)", true, Some(3));
        assert_eq!(text, "^[1;4m(^[0mx^[1;4m)^[0m");
        assert_eq!(painted("(x", true, Some(1)), "(x");
    }
}
