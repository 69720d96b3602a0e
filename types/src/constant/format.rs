//! How gc prints constants in messages: strings are quoted and shortened, floats have six digits.

use super::{Value, round};
use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{Signed, ToPrimitive, Zero};
use std::fmt;

/// The longest quoted string in a message.
const MAX_STRING: usize = 72;

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Value::Unknown => f.write_str("unknown"),
            Value::Bool(b) => write!(f, "{b}"),
            Value::String(s) => f.write_str(&shortened(&quote(s))),
            Value::Int(v) => write!(f, "{v}"),
            Value::BigInt(v) => write!(f, "{v}"),
            Value::Rational(v) => f.write_str(&rational(v)),
            Value::Complex(c) => write!(f, "({} + {}i)", c.0, c.1),
        }
    }
}

fn shortened(quoted: &str) -> String {
    if quoted.chars().count() <= MAX_STRING {
        return quoted.to_string();
    }
    let mut short: String = quoted.chars().take(MAX_STRING - 3).collect();
    short.push_str("...");
    short
}

/// A Go string literal for the bytes, as `%q` prints it.
pub fn quote(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(bytes.len() + 2);
    out.push('"');
    for chunk in bytes.utf8_chunks() {
        for c in chunk.valid().chars() {
            push_quoted(&mut out, c);
        }
        for b in chunk.invalid() {
            out.push_str(&format!("\\x{b:02x}"));
        }
    }
    out.push('"');
    out
}

fn push_quoted(out: &mut String, c: char) {
    match c {
        '"' => out.push_str("\\\""),
        '\\' => out.push_str("\\\\"),
        '\x07' => out.push_str("\\a"),
        '\x08' => out.push_str("\\b"),
        '\x0c' => out.push_str("\\f"),
        '\n' => out.push_str("\\n"),
        '\r' => out.push_str("\\r"),
        '\t' => out.push_str("\\t"),
        '\x0b' => out.push_str("\\v"),
        c if (c as u32) < 0x20 || c as u32 == 0x7f => out.push_str(&format!("\\x{:02x}", c as u32)),
        c if is_printable(c) => out.push(c),
        c if (c as u32) < 0x10000 => out.push_str(&format!("\\u{:04x}", c as u32)),
        c => out.push_str(&format!("\\U{:08x}", c as u32)),
    }
}

/// An approximation of `strconv.IsPrint` by way of Rust's tables.
fn is_printable(c: char) -> bool {
    c == ' '
        || (!c.is_whitespace() && c.escape_debug().len() == 1)
        || (c as u32 >= 0x300 && c.is_alphanumeric())
}

fn rational(v: &BigRational) -> String {
    if v.is_integer() && v.numer().bits() < 64 && v.numer().magnitude() < &100_000u32.into() {
        return v.numer().to_string();
    }
    let x = round::to_f64(v);
    if x.is_finite() && (x != 0.0 || v.is_zero()) {
        let text = general(x);
        // Not an integer, but it would look like one.
        if !v.is_integer() && !text.contains(['.', 'e']) {
            return format!("{x}");
        }
        return text;
    }
    out_of_range(v)
}

/// `x` as `%.6g` prints it.
fn general(x: f64) -> String {
    let text = format!("{x:.5e}");
    let (mantissa, exponent) = text.split_once('e').unwrap_or((&text, "0"));
    let exponent: i32 = exponent.parse().unwrap_or(0);
    let (sign, mantissa) = match mantissa.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", mantissa),
    };
    let all: String = mantissa.chars().filter(|&c| c != '.').collect();
    let digits = match all.trim_end_matches('0') {
        "" => "0",
        digits => digits,
    };
    if !(-4..6).contains(&exponent) {
        let (first, rest) = digits.split_at(1);
        let point = if rest.is_empty() { "" } else { "." };
        return format!("{sign}{first}{point}{rest}e{exponent:+03}");
    }
    if exponent < 0 {
        let zeros = "0".repeat((-exponent - 1) as usize);
        return format!("{sign}0.{zeros}{digits}");
    }
    let whole = exponent as usize + 1;
    if digits.len() <= whole {
        return format!("{sign}{digits}{}", "0".repeat(whole - digits.len()));
    }
    format!("{sign}{}.{}", &digits[..whole], &digits[whole..])
}

/// A value outside the range of `float64`: `%.6ge%+d` of its decimal mantissa and exponent.
fn out_of_range(v: &BigRational) -> String {
    // |v| = 2^log2, approximately: its mantissa's leading bits and its exponent.
    let bits = v.numer().bits() as i64 - v.denom().bits() as i64;
    let scaled = if bits >= 0 {
        v / BigRational::from_integer(BigInt::from(1) << bits as u64)
    } else {
        v * BigRational::from_integer(BigInt::from(1) << bits.unsigned_abs())
    };
    let log10 = round::to_f64(&scaled.abs()).log10() + bits as f64 * std::f64::consts::LOG10_2;
    let mut exponent = log10.floor();
    let mut mantissa = 10f64.powf(log10 - exponent);
    if mantissa >= 9.9999995 {
        mantissa /= 10.0;
        exponent += 1.0;
    }
    let sign = if v.is_negative() { "-" } else { "" };
    format!(
        "{sign}{}e{:+}",
        general(mantissa),
        exponent.to_i64().unwrap_or(0)
    )
}
