//! The values of literals. Spec: "Integer literals" to "String literals".
//!
//! The scanner has checked the syntax already; what is malformed nevertheless is `Unknown`.

use super::Value;
use num_bigint::{BigInt, BigUint};
use num_rational::BigRational;
use num_traits::Pow;
use parser::ast::LitKind;

impl Value {
    pub fn from_literal(kind: LitKind, text: &str) -> Value {
        let value = match kind {
            LitKind::Int => int(text),
            LitKind::Float => float(text),
            LitKind::Imaginary => imaginary(text),
            LitKind::Rune => rune(text),
            LitKind::String => unquote(text).map(|bytes| Value::String(bytes.into())),
        };
        value.unwrap_or(Value::Unknown)
    }
}

/// Larger exponents would make exact arithmetic slow; a float literal that small is taken to be 0.
const MAX_SCALE: i64 = 20_000;

/// The digits without the underscores between them.
fn digits(text: &str) -> String {
    text.chars().filter(|&c| c != '_').collect()
}

fn int(text: &str) -> Option<Value> {
    let text = digits(text).to_ascii_lowercase();
    let (radix, body) = match text.as_bytes() {
        [b'0', b'x', ..] => (16, &text[2..]),
        [b'0', b'o', ..] => (8, &text[2..]),
        [b'0', b'b', ..] => (2, &text[2..]),
        [b'0', _, ..] => (8, &text[1..]),
        _ => (10, &text[..]),
    };
    match i64::from_str_radix(body, radix) {
        Ok(v) => Some(Value::Int(v)),
        Err(_) => BigInt::parse_bytes(body.as_bytes(), radix).map(Value::from_bigint),
    }
}

fn float(text: &str) -> Option<Value> {
    let text = digits(text).to_ascii_lowercase();
    let (hex, body) = match text.strip_prefix("0x") {
        Some(body) => (true, body),
        None => (false, &text[..]),
    };
    let (mantissa, exponent) = match body.find(if hex { 'p' } else { 'e' }) {
        Some(i) => (&body[..i], exponent(&body[i + 1..])?),
        None => (body, 0),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let all = format!("{whole}{fraction}");
    let radix = if hex { 16 } else { 10 };
    let significant = BigUint::parse_bytes(all.as_bytes(), radix)?;
    if significant == BigUint::ZERO {
        return Some(Value::from_f64(0.0));
    }
    let base = if hex { 2u32 } else { 10 };
    let places = fraction.len() as i64 * if hex { 4 } else { 1 };
    let scale = exponent.saturating_sub(places);
    let digits_bits = significant.bits() as i64;
    if scale > MAX_SCALE {
        return None;
    }
    if scale < -MAX_SCALE - digits_bits {
        return Some(Value::from_f64(0.0));
    }
    let power = BigInt::from(base).pow(scale.unsigned_abs());
    let significant = BigInt::from(significant);
    let value = if scale >= 0 {
        BigRational::from_integer(significant * power)
    } else {
        BigRational::new(significant, power)
    };
    match Value::from_rational(value) {
        Value::Unknown => None,
        value => Some(value),
    }
}

/// A signed decimal number, saturating.
fn exponent(text: &str) -> Option<i64> {
    let (negative, body) = match text.as_bytes().first()? {
        b'-' => (true, &text[1..]),
        b'+' => (false, &text[1..]),
        _ => (false, text),
    };
    if body.is_empty() || !body.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let magnitude = body
        .parse::<i64>()
        .unwrap_or(i64::MAX / 4)
        .min(i64::MAX / 4);
    Some(if negative { -magnitude } else { magnitude })
}

fn imaginary(text: &str) -> Option<Value> {
    let body = text.strip_suffix('i')?;
    let lower = body.to_ascii_lowercase();
    let prefixed = ["0x", "0o", "0b"].iter().any(|p| lower.starts_with(p));
    let part = if prefixed && !lower.contains(['.', 'p']) {
        int(body)?
    } else {
        // Spec: "For backward compatibility, an imaginary literal's integer part consisting
        // entirely of decimal digits is considered a decimal integer, even with a leading 0."
        float(body)?
    };
    match Value::complex(Value::Int(0), part) {
        Value::Unknown => None,
        value => Some(value),
    }
}

fn rune(text: &str) -> Option<Value> {
    let body = text.strip_prefix('\'')?.strip_suffix('\'')?;
    let (unit, rest) = unit(body)?;
    if !rest.is_empty() {
        return None;
    }
    Some(Value::Int(match unit {
        Unit::Byte(b) => b.into(),
        Unit::Char(c) => i64::from(u32::from(c)),
    }))
}

/// One element of a rune or string literal.
enum Unit {
    Byte(u8),
    Char(char),
}

/// The first unit of the text between the quotes and what follows it.
fn unit(text: &str) -> Option<(Unit, &str)> {
    let mut chars = text.chars();
    let first = chars.next()?;
    if first != '\\' {
        return Some((Unit::Char(first), chars.as_str()));
    }
    let escape = chars.next()?;
    let rest = chars.as_str();
    let number =
        |len: usize, radix: u32, from: &'_ str| u32::from_str_radix(from.get(..len)?, radix).ok();
    let simple = |c: char| Some((Unit::Char(c), rest));
    match escape {
        'a' => simple('\x07'),
        'b' => simple('\x08'),
        'f' => simple('\x0c'),
        'n' => simple('\n'),
        'r' => simple('\r'),
        't' => simple('\t'),
        'v' => simple('\x0b'),
        '\\' | '\'' | '"' => simple(escape),
        '0'..='7' => {
            let from = &text[1..];
            let byte = u8::try_from(number(3, 8, from)?).ok()?;
            Some((Unit::Byte(byte), &from[3..]))
        }
        'x' => Some((Unit::Byte(number(2, 16, rest)? as u8), &rest[2..])),
        'u' => Some((
            Unit::Char(char::from_u32(number(4, 16, rest)?)?),
            &rest[4..],
        )),
        'U' => Some((
            Unit::Char(char::from_u32(number(8, 16, rest)?)?),
            &rest[8..],
        )),
        _ => None,
    }
}

/// The bytes of a string literal, quotes included in `text`.
pub fn unquote(text: &str) -> Option<Vec<u8>> {
    if let Some(body) = text.strip_prefix('`') {
        // Spec: "Carriage return characters inside raw string literals are discarded".
        return Some(
            body.strip_suffix('`')?
                .bytes()
                .filter(|&b| b != b'\r')
                .collect(),
        );
    }
    let mut body = text.strip_prefix('"')?.strip_suffix('"')?;
    let mut bytes = Vec::with_capacity(body.len());
    while !body.is_empty() {
        let (unit, rest) = unit(body)?;
        match unit {
            Unit::Byte(b) => bytes.push(b),
            Unit::Char(c) => bytes.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes()),
        }
        body = rest;
    }
    Some(bytes)
}
