//! The decimal digits of a float, from Rust's exact conversions.

use std::fmt::Write as _;

/// More fraction digits than any `f64` has; what lies beyond is zeros.
const MAX_PRECISION: usize = 1100;

/// `0.d1d2d3… × 10^point`, without trailing zeros; zero has no digits.
#[derive(Debug)]
pub struct Digits {
    pub digits: Vec<u8>,
    pub point: i32,
}

/// The shortest digits that read back as the same number (of 32 bits if `single`).
pub fn shortest(value: f64, single: bool) -> Digits {
    let mut text = String::new();
    let _ = if single {
        write!(text, "{:e}", value as f32)
    } else {
        write!(text, "{value:e}")
    };
    let digits = from_scientific(&text);
    if lies_halfway(value, &digits) {
        // Two numbers of this length are equally near: Go takes the even one, if it reads back. (The
        // one power of two where both do is different in 32 bits.)
        let even = significant(value, digits.digits.len());
        let power_of_two = value.to_bits() & ((1 << 52) - 1) == 0;
        if !(single && power_of_two) && reads_back(&even, value, single) {
            return even;
        }
    }
    digits
}

/// Whether the number that is nearest to `d` is `value`.
fn reads_back(d: &Digits, value: f64, single: bool) -> bool {
    let text = format!("0.{}e{}", String::from_utf8_lossy(&d.digits), d.point);
    if single {
        text.parse() == Ok((value as f32).abs())
    } else {
        text.parse() == Ok(value.abs())
    }
}

/// Whether the exact value has just one decimal digit more than `d`: then it may lie in the middle
/// between two numbers of that many digits.
fn lies_halfway(value: f64, d: &Digits) -> bool {
    if value == 0.0 {
        return false;
    }
    let bits = value.to_bits();
    let mantissa = bits & ((1 << 52) - 1) | 1 << 52;
    let exponent = (bits >> 52 & 0x7ff) as i32 - 1075;
    let places = -(exponent + mantissa.trailing_zeros() as i32);
    places > 0 && places + d.point == d.digits.len() as i32 + 1
}

/// `count` significant digits, exactly rounded, half to even.
pub fn significant(value: f64, count: usize) -> Digits {
    let mut text = String::new();
    let _ = write!(text, "{:.*e}", count.clamp(1, MAX_PRECISION) - 1, value);
    from_scientific(&text)
}

fn from_scientific(text: &str) -> Digits {
    let (mantissa, exponent) = text.split_once('e').unwrap_or((text, "0"));
    let mut digits: Vec<u8> = mantissa.bytes().filter(u8::is_ascii_digit).collect();
    while digits.last() == Some(&b'0') {
        digits.pop();
    }
    let point = if digits.is_empty() {
        0
    } else {
        exponent.parse::<i32>().unwrap_or(0) + 1
    };
    Digits { digits, point }
}

/// `value` (not negative, finite) with `precision` digits after the point.
pub fn append_fixed(out: &mut Vec<u8>, value: f64, precision: usize) {
    let exact = precision.min(MAX_PRECISION);
    let mut text = String::new();
    let _ = write!(text, "{value:.exact$}");
    out.extend_from_slice(text.as_bytes());
    out.resize(out.len() + precision - exact, b'0');
}
