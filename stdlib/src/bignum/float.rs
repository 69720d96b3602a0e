//! Rounding to the machine's floating-point numbers.

use std::cmp::Ordering;

use super::{bit_len, shr};

/// A binary floating-point format.
pub struct Format {
    /// Bits of the mantissa.
    precision: i64,
    /// The exponent of the smallest number.
    min_exp: i64,
    max: f64,
}

pub const DOUBLE: Format = Format {
    precision: 53,
    min_exp: -1074,
    max: f64::MAX,
};
pub const SINGLE: Format = Format {
    precision: 24,
    min_exp: -149,
    max: f32::MAX as f64,
};

fn power_of_two(exp: i64) -> f64 {
    if exp > 1023 {
        f64::INFINITY
    } else if exp >= -1022 {
        f64::from_bits(((exp + 1023) as u64) << 52)
    } else {
        f64::from_bits(1 << (exp + 1074))
    }
}

/// Whether any of the lowest `n` bits is set.
pub fn any_below(m: &[u64], n: u64) -> bool {
    let whole = (n / 64) as usize;
    m.iter().take(whole).any(|&w| w != 0)
        || m.get(whole)
            .is_some_and(|w| w & ((1u64 << (n % 64)) - 1) != 0)
}

pub fn bit(m: &[u64], i: u64) -> bool {
    m.get((i / 64) as usize)
        .is_some_and(|w| w >> (i % 64) & 1 != 0)
}

/// The number of the format that is nearest to `m * 2^exp`, ties to even, and how it compares with the exact value. `more`:
/// the exact value is a little larger; then `m` has more bits than the format.
pub fn nearest(m: &[u64], exp: i64, more: bool, format: &Format) -> (f64, Ordering) {
    let length = bit_len(m) as i64;
    if length == 0 {
        return (
            0.0,
            if more {
                Ordering::Less
            } else {
                Ordering::Equal
            },
        );
    }
    if length.saturating_add(exp) > 2000 {
        return (f64::INFINITY, Ordering::Greater);
    }
    let unit = (length + exp - format.precision).max(format.min_exp);
    let shift = unit - exp;
    let (mut q, mut order) = (0, Ordering::Equal);
    if shift <= 0 {
        q = m[0] << -shift;
        if more {
            order = Ordering::Less;
        }
    } else {
        let shift = shift as u64;
        let half = bit(m, shift - 1);
        let rest = more || any_below(m, shift - 1);
        if (shift as i64) < length {
            q = shr(m, shift as usize)[0];
        }
        if half && (rest || q & 1 != 0) {
            q += 1;
            order = Ordering::Greater;
        } else if half || rest {
            order = Ordering::Less;
        }
    }
    let f = q as f64 * power_of_two(unit);
    if f > format.max {
        return (f64::INFINITY, Ordering::Greater);
    }
    (f, order)
}
