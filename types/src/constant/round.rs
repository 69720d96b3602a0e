//! Rounding of exact values. Spec: "Representability" (rounding to float types is to nearest even).

use super::power_of_two;
use num_bigint::{BigInt, BigUint, Sign};
use num_rational::BigRational;
use num_traits::{One, Signed, ToPrimitive, Zero};

/// Numerators and denominators up to this many bits are kept exactly.
const MAX_EXACT_BITS: u64 = 4096;
/// Beyond that a value has this many bits of mantissa.
const PRECISION: u64 = 512;
/// Larger binary exponents are out of reach.
pub(super) const MAX_EXPONENT: u64 = 1 << 21;

/// `v` within the limits of precision; `None` if it is too large. Too small a value becomes 0.
pub(super) fn limited(v: BigRational) -> Option<BigRational> {
    let (num_bits, den_bits) = (v.numer().bits(), v.denom().bits());
    if num_bits <= MAX_EXACT_BITS && den_bits <= MAX_EXACT_BITS {
        return Some(v);
    }
    if num_bits > den_bits + MAX_EXPONENT {
        return None;
    }
    if den_bits > num_bits + MAX_EXPONENT {
        return Some(BigRational::zero());
    }
    let (mantissa, exponent) = mantissa(v.numer().magnitude(), v.denom().magnitude(), PRECISION);
    let mantissa = BigInt::from_biguint(v.numer().sign(), mantissa);
    Some(match u64::try_from(exponent) {
        Ok(up) => BigRational::from_integer(mantissa << up),
        Err(_) => BigRational::new(mantissa, power_of_two(exponent.unsigned_abs())),
    })
}

/// The integer that a long, hence perhaps inexact, fraction misses only by its last bits.
pub(super) fn nearly_integer(v: &BigRational) -> Option<BigInt> {
    // The tail of a mantissa that may have been rounded.
    const SLACK: u64 = 4;
    if v.denom().bits() < PRECISION - SLACK {
        return None;
    }
    let rounded = v.round();
    let error = (v - &rounded).abs();
    let bound = BigRational::new(BigInt::one(), power_of_two(PRECISION - SLACK)) * v.abs();
    (error <= bound).then(|| rounded.to_integer())
}

/// `num / den` rounded to `bits` bits: the mantissa and the exponent of its last bit.
fn mantissa(num: &BigUint, den: &BigUint, bits: u64) -> (BigUint, i64) {
    let (quotient, exponent, sticky) = quotient(num, den, bits + 2);
    let drop = quotient.bits() - bits;
    (round_off(&quotient, drop, sticky), exponent + drop as i64)
}

/// The first `bits` bits (or one more) of `num / den`, the exponent of the last of them, and
/// whether anything is left over.
fn quotient(num: &BigUint, den: &BigUint, bits: u64) -> (BigUint, i64, bool) {
    let shift = bits as i64 - (num.bits() as i64 - den.bits() as i64);
    let (q, r) = match u64::try_from(shift) {
        Ok(up) => div_rem(&(num << up), den),
        Err(_) => div_rem(num, &(den << shift.unsigned_abs())),
    };
    (q, -shift, !r.is_zero())
}

fn div_rem(a: &BigUint, b: &BigUint) -> (BigUint, BigUint) {
    num_integer::Integer::div_rem(a, b)
}

/// `v >> drop`, rounded half to even; `sticky` tells of bits below those of `v`.
fn round_off(v: &BigUint, drop: u64, sticky: bool) -> BigUint {
    let kept = v >> drop;
    if drop == 0 {
        return kept;
    }
    let half = v.bit(drop - 1);
    let below = sticky || v.trailing_zeros().is_some_and(|zeros| zeros < drop - 1);
    if half && (below || kept.bit(0)) {
        kept + 1u32
    } else {
        kept
    }
}

/// A binary floating-point format.
struct Format {
    /// Bits of the mantissa, the implicit one included.
    mantissa: i64,
    /// The exponent of the last bit of the smallest denormal.
    min_exponent: i64,
    /// Values of 2^this and more overflow.
    max_exponent: i64,
}

const FLOAT32: Format = Format {
    mantissa: 24,
    min_exponent: -149,
    max_exponent: 128,
};
const FLOAT64: Format = Format {
    mantissa: 53,
    min_exponent: -1074,
    max_exponent: 1024,
};

impl Format {
    /// The magnitude of `v` as mantissa and exponent of its last bit; `None` if it overflows.
    fn round(&self, v: &BigRational) -> Option<(u64, i64)> {
        if v.is_zero() {
            return Some((0, self.min_exponent));
        }
        let (q, exponent, sticky) = quotient(v.numer().magnitude(), v.denom().magnitude(), 64);
        let top = exponent + q.bits() as i64 - 1;
        if top >= self.max_exponent {
            return None;
        }
        if top < self.min_exponent - 1 {
            return Some((0, self.min_exponent));
        }
        let last = (top + 1 - self.mantissa).max(self.min_exponent);
        let m = round_off(&q, (last - exponent) as u64, sticky).to_u64()?;
        let bits = i64::from(64 - m.leading_zeros());
        (last + bits <= self.max_exponent).then_some((m, last))
    }
}

fn signed(v: &BigRational, magnitude: f64) -> f64 {
    if v.numer().sign() == Sign::Minus {
        -magnitude
    } else {
        magnitude
    }
}

pub(super) fn to_f64(v: &BigRational) -> f64 {
    let magnitude = match FLOAT64.round(v) {
        None => f64::INFINITY,
        // Denormals and the smallest normal have their mantissa as representation.
        Some((m, -1074)) => f64::from_bits(m),
        Some((m, exponent)) => {
            // Rounding up may have carried into one more bit, which is then zero at the end.
            let (m, exponent) = if m >> 53 != 0 {
                (m >> 1, exponent + 1)
            } else {
                (m, exponent)
            };
            f64::from_bits((((exponent + 1075) as u64) << 52) | (m & ((1 << 52) - 1)))
        }
    };
    signed(v, magnitude)
}

pub(super) fn to_f32(v: &BigRational) -> f32 {
    let magnitude = match FLOAT32.round(v) {
        None => f64::INFINITY,
        // Exact: 24 bits times a power of two well inside the range of float64.
        Some((m, exponent)) => m as f64 * f64::from_bits(((exponent + 1023) as u64) << 52),
    };
    signed(v, magnitude) as f32
}
