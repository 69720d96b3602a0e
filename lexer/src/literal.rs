//! What literals mean: escapes, the bytes of strings, the code points of runes.
//!
//! The functions here take the text of a literal with its quotes, as it stands in the source. They
//! never fail: the scanner has reported what is malformed, and that part of the value is arbitrary.

use crate::number::base_name;
use crate::quote::{code_point, quote_char};

/// The bytes of a string literal, interpreted or raw. Spec: "String literals".
pub fn string_value(text: &str) -> Vec<u8> {
    let body = unquote(text);
    if text.starts_with('`') {
        return body.bytes().filter(|&b| b != b'\r').collect();
    }
    if !body.contains('\\') {
        return body.as_bytes().to_vec();
    }
    let mut value = Vec::with_capacity(body.len());
    for part in Parts::new(body, b'"', None) {
        match part {
            Ok(Part::Char(c)) => {
                value.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
            }
            Ok(Part::Byte(b)) => value.push(b),
            Err(_) => {}
        }
    }
    value
}

/// The code point of a rune literal. Spec: "Rune literals".
pub fn rune_value(text: &str) -> u32 {
    match Parts::new(unquote(text), b'\'', None).next() {
        Some(Ok(Part::Char(c))) => c as u32,
        Some(Ok(Part::Byte(b))) => u32::from(b),
        _ => 0,
    }
}

fn unquote(text: &str) -> &str {
    let body = text.get(1..).unwrap_or("");
    body.strip_suffix(['"', '`', '\'']).unwrap_or(body)
}

/// One character of a literal. A byte comes from `\x` and octal escapes: in a string it is a byte,
/// in a rune literal a code point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    Char(char),
    Byte(u8),
}

/// What is wrong with an escape, at a byte offset into the literal's body.
pub(crate) type EscapeError = (usize, String);

/// The characters of an interpreted literal's body, escapes decoded.
pub(crate) struct Parts<'a> {
    body: &'a str,
    quote: u8,
    /// What ends the body: the quote, a newline, or the end of the file.
    terminator: Option<char>,
    at: usize,
}

impl Parts<'_> {
    pub(crate) fn new(body: &str, quote: u8, terminator: Option<char>) -> Parts<'_> {
        Parts {
            body,
            quote,
            terminator,
            at: 0,
        }
    }

    fn peek(&self) -> Option<char> {
        self.body[self.at..].chars().next()
    }

    /// Decodes an escape, whose `\` has been read.
    fn escape(&mut self) -> Result<Part, EscapeError> {
        let Some(letter) = self.peek().or(self.terminator) else {
            return Ok(Part::Char('\\'));
        };
        let simple = match letter {
            'a' => '\x07',
            'b' => '\x08',
            'f' => '\x0c',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'v' => '\x0b',
            '\\' => '\\',
            c if c == self.quote as char => c,
            '0'..='7' => return self.numeric_escape(3, 8),
            'x' | 'u' | 'U' => {
                self.at += 1;
                let digits = match letter {
                    'x' => 2,
                    'u' => 4,
                    _ => 8,
                };
                return self.numeric_escape(digits, 16);
            }
            _ => return Err((self.at, "unknown escape".into())),
        };
        self.at += 1;
        Ok(Part::Char(simple))
    }

    fn numeric_escape(&mut self, digits: usize, base: u32) -> Result<Part, EscapeError> {
        let mut value = 0u32;
        for _ in 0..digits {
            let Some(c) = self.peek().or(self.terminator) else {
                return Ok(Part::Char(char::REPLACEMENT_CHARACTER));
            };
            let Some(digit) = c.to_digit(base) else {
                let message = format!(
                    "invalid character {} in {} escape",
                    quote_char(c),
                    base_name(base)
                );
                return Err((self.at, message));
            };
            value = value.wrapping_mul(base).wrapping_add(digit);
            self.at += 1;
        }
        if digits <= 3 {
            return u8::try_from(value)
                .map(Part::Byte)
                .map_err(|_| (self.at, format!("octal escape value {value} > 255")));
        }
        char::from_u32(value).map(Part::Char).ok_or_else(|| {
            let shown = code_point(value);
            let message = format!("escape is invalid Unicode code point {shown}");
            (self.at, message)
        })
    }
}

impl Iterator for Parts<'_> {
    type Item = Result<Part, EscapeError>;

    fn next(&mut self) -> Option<Self::Item> {
        let c = self.peek()?;
        self.at += c.len_utf8();
        Some(if c == '\\' {
            self.escape()
        } else {
            Ok(Part::Char(c))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_are_bytes() {
        assert_eq!(
            string_value(r#""a\n\x80\377é\u00e9\"""#),
            b"a\n\x80\xff\xc3\xa9\xc3\xa9\""
        );
        assert_eq!(string_value("`a\\n\r\nb`"), b"a\\n\nb");
        assert_eq!(string_value("\"\""), b"");
    }

    #[test]
    fn runes_are_code_points() {
        assert_eq!(rune_value("'a'"), 97);
        assert_eq!(rune_value(r"'\''"), 39);
        assert_eq!(rune_value(r"'\xff'"), 255);
        assert_eq!(rune_value(r"'\U0010FFFF'"), 0x10ffff);
        assert_eq!(rune_value("'世'"), 0x4e16);
    }

    #[test]
    fn malformed_literals_have_some_value() {
        for text in ["\"", "'", "''", "\"\\", "'\\x'", "", "\"\\ud800\"", "`"] {
            string_value(text);
            rune_value(text);
        }
    }
}
