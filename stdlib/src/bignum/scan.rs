//! Reading digits.

use num_bigint::BigUint;

use super::{add, mul, words_of};

/// What is wrong with a number's text; the numbers are known to Go code.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Flaw {
    None = 0,
    NoDigits = 1,
    Separator = 2,
}

/// An unsigned number at the beginning of a text.
pub struct Scanned {
    pub value: Vec<u64>,
    pub base: u32,
    /// Number of digits; with a fraction, minus the number of those behind the point.
    pub count: i64,
    /// Bytes used.
    pub used: usize,
    pub flaw: Flaw,
}

fn digit(c: u8, base: u32) -> Option<u8> {
    let d = match c {
        b'0'..=b'9' => c - b'0',
        b'a'..=b'z' => c - b'a' + 10,
        b'A'..=b'Z' if base <= 36 => c - b'A' + 10,
        b'A'..=b'Z' => c - b'A' + 36,
        _ => return None,
    };
    (u32::from(d) < base).then_some(d)
}

/// Reads digits of `base`, or for 0 of the base that a prefix says, with underscores between. `fraction`: one
/// point is allowed among them, and a leading `0` alone is no prefix.
pub fn scan(text: &[u8], base: u32, fraction: bool) -> Scanned {
    let (mut used, mut prefix) = (0, 0u8);
    let mut previous = b'.';
    let mut real_base = base;
    let mut count = 0i64;
    if base == 0 {
        real_base = 10;
        if text.first() == Some(&b'0') {
            previous = b'0';
            used = 1;
            count = 1;
            let found = match text.get(1).map(u8::to_ascii_lowercase) {
                Some(b'b') => Some((2, b'b')),
                Some(b'o') => Some((8, b'o')),
                Some(b'x') => Some((16, b'x')),
                Some(_) if !fraction => Some((8, b'0')),
                _ => None,
            };
            if let Some((b, p)) = found {
                (real_base, prefix) = (b, p);
                count = 0;
                used += usize::from(p != b'0');
            }
        }
    }
    let mut digits = Vec::new();
    let mut point = None;
    let mut misplaced = false;
    while let Some(&c) = text.get(used) {
        if c == b'.' && fraction && point.is_none() {
            point = Some(count);
            misplaced |= previous == b'_';
            previous = b'.';
        } else if c == b'_' && base == 0 {
            misplaced |= previous != b'0';
            previous = b'_';
        } else if let Some(d) = digit(c, real_base) {
            previous = b'0';
            count += 1;
            digits.push(d);
        } else {
            break;
        }
        used += 1;
    }
    misplaced |= previous == b'_';
    let mut flaw = if misplaced {
        Flaw::Separator
    } else {
        Flaw::None
    };
    if count == 0 {
        // Without digits: a lone "0" that looked like a prefix is the number zero.
        if prefix == b'0' {
            return Scanned {
                value: Vec::new(),
                base: 10,
                count: 1,
                used,
                flaw,
            };
        }
        flaw = Flaw::NoDigits;
    }
    if let Some(before) = point {
        count = before - count;
    }
    Scanned {
        value: value(&digits, real_base),
        base: real_base,
        count,
        used,
        flaw,
    }
}

/// Digits up to this many are added up word by word.
const SHORT: usize = 200;

fn value(digits: &[u8], base: u32) -> Vec<u64> {
    if digits.len() > SHORT {
        let big = BigUint::from_radix_be(digits, base).unwrap_or_default();
        return words_of(&big);
    }
    let mut sum = Vec::new();
    let per_word = (u64::MAX.ilog(u64::from(base))) as usize;
    for part in digits.chunks(per_word) {
        let word = part
            .iter()
            .fold(0, |w, &d| w * u64::from(base) + u64::from(d));
        let scaled = mul(&sum, &[u64::from(base).pow(part.len() as u32)]);
        sum = if word == 0 {
            scaled
        } else {
            add(&scaled, &[word])
        };
    }
    sum
}
