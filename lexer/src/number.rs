//! Checks numbers that the scanner has delimited broadly. Spec: "Integer literals",
//! "Floating-point literals", "Imaginary literals".

use crate::Kind;
use crate::quote::quote_char;

/// The kind of the number and what is wrong with it, at a byte offset into it.
pub fn check_number(text: &str) -> (Kind, Option<(u32, String)>) {
    if text.len() == 1 {
        return (Kind::Int, None);
    }
    let mut scan = Number {
        text: text.as_bytes(),
        at: 0,
        invalid_digit: None,
        error: None,
    };
    let kind = scan.run();
    (kind, scan.error)
}

pub(crate) fn base_name(base: u32) -> &'static str {
    match base {
        2 => "binary",
        8 => "octal",
        10 => "decimal",
        _ => "hexadecimal",
    }
}

struct Number<'a> {
    text: &'a [u8],
    at: usize,
    /// The first digit that the base does not have.
    invalid_digit: Option<usize>,
    error: Option<(u32, String)>,
}

/// What a run of digits held.
#[derive(Clone, Copy, Default)]
struct Digits {
    any: bool,
    separator: bool,
}

impl Number<'_> {
    fn peek(&self) -> u8 {
        self.text.get(self.at).copied().unwrap_or(0)
    }

    /// Keeps the first error only.
    fn error(&mut self, at: usize, message: String) {
        self.error.get_or_insert((at as u32, message));
    }

    fn run(&mut self) -> Kind {
        let mut kind = Kind::Int;
        let (base, prefix) = self.prefix();
        let mut digits = Digits {
            any: prefix == b'0',
            separator: false,
        };
        self.digits(base, &mut digits);
        if self.peek() == b'.' {
            kind = Kind::Float;
            if matches!(prefix, b'o' | b'b') {
                let message = format!("invalid radix point in {} literal", base_name(base));
                self.error(self.at, message);
            }
            self.at += 1;
            self.digits(base, &mut digits);
        }
        if !digits.any {
            let message = format!("{} literal has no digits", base_name(base));
            self.error(self.at, message);
        }
        let exponent = self.peek();
        match exponent.to_ascii_lowercase() {
            letter @ (b'e' | b'p') => {
                kind = Kind::Float;
                let quoted = quote_char(exponent as char);
                if letter == b'e' && !matches!(prefix, 0 | b'0') {
                    self.error(
                        self.at,
                        format!("{quoted} exponent requires decimal mantissa"),
                    );
                } else if letter == b'p' && prefix != b'x' {
                    let message = format!("{quoted} exponent requires hexadecimal mantissa");
                    self.error(self.at, message);
                }
                self.at += 1;
                if matches!(self.peek(), b'+' | b'-') {
                    self.at += 1;
                }
                digits.any = false;
                let invalid = self.invalid_digit;
                self.digits(10, &mut digits);
                self.invalid_digit = invalid;
                if !digits.any {
                    self.error(self.at, "exponent has no digits".into());
                }
            }
            _ if prefix == b'x' && kind == Kind::Float => {
                let message = "hexadecimal mantissa requires a 'p' exponent";
                self.error(self.at, message.into());
            }
            _ => {}
        }
        if self.peek() == b'i' {
            kind = Kind::Imaginary;
        }
        if let (Kind::Int, Some(at)) = (kind, self.invalid_digit) {
            let digit = quote_char(self.text[at] as char);
            self.error(
                at,
                format!("invalid digit {digit} in {} literal", base_name(base)),
            );
        }
        if digits.separator
            && let Some(at) = self.misplaced_separator()
        {
            self.error(at, "'_' must separate successive digits".into());
        }
        kind
    }

    /// The base and the letter of its prefix: `0` for the old octal form, 0 for none.
    fn prefix(&mut self) -> (u32, u8) {
        if self.peek() != b'0' {
            return (10, 0);
        }
        let second = self.text.get(1).map_or(0, u8::to_ascii_lowercase);
        let (base, prefix, length) = match second {
            b'x' => (16, b'x', 2),
            b'o' => (8, b'o', 2),
            b'b' => (2, b'b', 2),
            _ => (8, b'0', 1),
        };
        self.at += length;
        (base, prefix)
    }

    fn digits(&mut self, base: u32, seen: &mut Digits) {
        loop {
            let c = self.peek();
            match c {
                b'_' => seen.separator = true,
                b'0'..=b'9' => {
                    seen.any = true;
                    if u32::from(c - b'0') >= base && self.invalid_digit.is_none() {
                        self.invalid_digit = Some(self.at);
                    }
                }
                b'a'..=b'f' | b'A'..=b'F' if base == 16 => seen.any = true,
                _ => return,
            }
            self.at += 1;
        }
    }

    /// A `_` must have a digit, or a base prefix, before it and a digit after it.
    fn misplaced_separator(&self) -> Option<usize> {
        let prefixed = self.text[0] == b'0'
            && matches!(
                self.text.get(1).map(u8::to_ascii_lowercase),
                Some(b'x' | b'o' | b'b')
            );
        let hexadecimal = prefixed && self.text[1].eq_ignore_ascii_case(&b'x');
        let is_digit = |c: u8| c.is_ascii_digit() || hexadecimal && c.is_ascii_hexdigit();
        let mut previous = if prefixed { b'0' } else { b'.' };
        for at in if prefixed { 2 } else { 0 }..self.text.len() {
            let c = self.text[at];
            if c == b'_' {
                if !is_digit(previous) {
                    return Some(at);
                }
            } else if !is_digit(c) && previous == b'_' {
                return Some(at - 1);
            }
            previous = c;
        }
        (previous == b'_').then(|| self.text.len() - 1)
    }
}
