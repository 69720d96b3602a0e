//! The elementary functions of package math, computed as Go computes them, so that the last digit
//! agrees.
//!
//! The methods are those of the Cephes library (Moshier: sin, cos, tan, atan, sinh, tanh, gamma), of
//! FreeBSD's msun (log, exp2, cbrt, the inverse hyperbolic functions; the rest of msun through the
//! `libm` crate), of Shibata for exp, and of Wichura (AS 241) for the inverse error function. All
//! are functions of one or two `f64` without state; special cases are those that Go documents.
//! Angles from 2**29 on, erfc, lgamma and the Bessel functions may differ in the last digits.
#![allow(
    clippy::excessive_precision,
    reason = "coefficients are quoted as published"
)]

mod angle;
mod special;
mod trigonometric;

pub use special::{erfinv, gamma, j1, jn, lgamma, y0, yn};
pub use trigonometric::{
    acos, acosh, asin, asinh, atan, atan2, atanh, cos, cosh, sin, sinh, tan, tanh,
};

use std::f64::consts::{FRAC_1_SQRT_2, LOG2_E, LOG10_E};

/// The value of the polynomial with the given coefficients, the highest first.
fn polynomial(x: f64, coefficients: &[f64]) -> f64 {
    let mut value = coefficients[0];
    for c in &coefficients[1..] {
        value = value * x + c;
    }
    value
}

/// `f = fraction * 2**exponent` with `0.5 <= |fraction| < 1`.
pub fn frexp(f: f64) -> (f64, i64) {
    if f == 0.0 || !f.is_finite() {
        return (f, 0);
    }
    let (scaled, shift) = if f.abs() < f64::MIN_POSITIVE {
        (f * (1u64 << 52) as f64, -52)
    } else {
        (f, 0)
    };
    let bits = scaled.to_bits();
    let exponent = (bits >> 52 & 0x7FF) as i64 - 1022 + shift;
    (f64::from_bits(bits & !(0x7FF << 52) | 1022 << 52), exponent)
}

/// `fraction * 2**exponent`, rounded once.
pub fn ldexp(fraction: f64, exponent: i64) -> f64 {
    libm::ldexp(fraction, exponent.clamp(-5000, 5000) as i32)
}

/// The natural logarithm. As on amd64, subnormal numbers are not normalised first.
pub fn log(x: f64) -> f64 {
    const LN2_HIGH: f64 = 6.931_471_803_691_238_164_90e-01;
    const LN2_LOW: f64 = 1.908_214_929_270_587_700_02e-10;
    const ODD: [f64; 4] = [
        1.479_819_860_511_658_591e-01,
        1.818_357_216_161_805_012e-01,
        2.857_142_874_366_239_149e-01,
        6.666_666_666_666_735_130e-01,
    ];
    const EVEN: [f64; 3] = [
        1.531_383_769_920_937_332e-01,
        2.222_219_843_214_978_396e-01,
        3.999_999_999_940_941_908e-01,
    ];
    if x.is_nan() || x == f64::INFINITY {
        return x;
    }
    if x < 0.0 {
        return f64::NAN;
    }
    if x == 0.0 {
        return f64::NEG_INFINITY;
    }
    let bits = x.to_bits();
    let mut fraction = f64::from_bits(bits & !(0x7FF << 52) | 1022 << 52);
    let mut k = (bits >> 52) as f64 - 1022.0;
    if fraction < FRAC_1_SQRT_2 {
        fraction *= 2.0;
        k -= 1.0;
    }
    let f = fraction - 1.0;
    let s = f / (2.0 + f);
    let s2 = s * s;
    let s4 = s2 * s2;
    let r = s2 * polynomial(s4, &ODD) + s4 * polynomial(s4, &EVEN);
    let half = 0.5 * f * f;
    k * LN2_HIGH - ((half - (s * (half + r) + k * LN2_LOW)) - f)
}

/// The binary logarithm.
pub fn log2(x: f64) -> f64 {
    let (fraction, exponent) = frexp(x);
    if fraction == 0.5 {
        return (exponent - 1) as f64;
    }
    log(fraction) * LOG2_E + exponent as f64
}

/// The decimal logarithm.
pub fn log10(x: f64) -> f64 {
    log(x) * LOG10_E
}

/// `e**x`: a Taylor series of `x/16` after reduction by multiples of `ln 2`, squared four times.
pub fn exp(x: f64) -> f64 {
    const LN2_HIGH: f64 = 0.693_147_180_559_662_956_511_601_805_686_950_683_593_75;
    const LN2_LOW: f64 = 0.282_352_905_630_315_771_225_884_481_750_134_360_255_254_120_68e-12;
    const SERIES: [f64; 8] = [
        2.480_158_730_158_730_158_7e-5,
        1.984_126_984_126_984_127_0e-4,
        1.388_888_888_888_888_888_9e-3,
        8.333_333_333_333_333_333_3e-3,
        4.166_666_666_666_666_666_7e-2,
        1.666_666_666_666_666_666_7e-1,
        0.5,
        1.0,
    ];
    if x.is_nan() || x == f64::INFINITY {
        return x;
    }
    if x > 7.097_827_128_933_84e+02 {
        return f64::INFINITY;
    }
    if x < -7.5e2 {
        return 0.0;
    }
    let k = (x * LOG2_E).round_ties_even();
    let r = (-k).mul_add(LN2_HIGH, x);
    let r = (-k).mul_add(LN2_LOW, r) * 0.0625;
    let mut y = SERIES[0];
    for c in &SERIES[1..] {
        y = y.mul_add(r, *c);
    }
    y *= r;
    for _ in 0..3 {
        y *= y + 2.0;
    }
    ldexp(y.mul_add(y + 2.0, 1.0), k as i64)
}

/// `2**x`.
pub fn exp2(x: f64) -> f64 {
    const LN2_HIGH: f64 = 6.931_471_803_691_238_164_90e-01;
    const LN2_LOW: f64 = 1.908_214_929_270_587_700_02e-10;
    const P: [f64; 5] = [
        4.138_136_797_057_238_460_39e-08,
        -1.653_390_220_546_525_153_90e-06,
        6.613_756_321_437_934_361_17e-05,
        -2.777_777_777_701_559_338_42e-03,
        1.666_666_666_666_666_580_3e-01,
    ];
    if x.is_nan() || x == f64::INFINITY {
        return x;
    }
    if x > 1.023_999_999_999_999_9e+03 {
        return f64::INFINITY;
    }
    if x < -1.0740e+03 {
        return 0.0;
    }
    let k = if x > 0.0 {
        (x + 0.5).trunc()
    } else if x < 0.0 {
        (x - 0.5).trunc()
    } else {
        0.0
    };
    let t = x - k;
    let (high, low) = (t * LN2_HIGH, -t * LN2_LOW);
    let r = high - low;
    let square = r * r;
    let c = r - square * polynomial(square, &P);
    ldexp(1.0 - ((low - (r * c) / (2.0 - c)) - high), k as i64)
}

fn is_odd(x: f64) -> bool {
    x.abs() < 9_007_199_254_740_992.0 && x.trunc() == x && x as i64 & 1 == 1
}

/// `x**y`: the integer part of `y` by repeated squaring, the rest through exp and log.
pub fn pow(x: f64, y: f64) -> f64 {
    if y == 0.0 || x == 1.0 {
        return 1.0;
    }
    if y == 1.0 {
        return x;
    }
    if x.is_nan() || y.is_nan() {
        return f64::NAN;
    }
    if x == 0.0 {
        return match (y < 0.0, is_odd(y)) {
            (true, true) => f64::INFINITY.copysign(x),
            (true, false) => f64::INFINITY,
            (false, true) => x,
            (false, false) => 0.0,
        };
    }
    if y.is_infinite() {
        return if x == -1.0 {
            1.0
        } else if (x.abs() < 1.0) == (y > 0.0) {
            0.0
        } else {
            f64::INFINITY
        };
    }
    if x.is_infinite() {
        if x < 0.0 {
            return pow(1.0 / x, -y);
        }
        return if y < 0.0 { 0.0 } else { f64::INFINITY };
    }
    if y == 0.5 {
        return x.sqrt();
    }
    if y == -0.5 {
        return 1.0 / x.sqrt();
    }
    let (mut whole, mut part) = (y.abs().trunc(), y.abs().fract());
    if part != 0.0 && x < 0.0 {
        return f64::NAN;
    }
    if whole >= 9.223_372_036_854_775_808e18 {
        return if x == -1.0 {
            1.0
        } else if (x.abs() < 1.0) == (y > 0.0) {
            0.0
        } else {
            f64::INFINITY
        };
    }
    let (mut result, mut result_exponent) = (1.0, 0i64);
    if part != 0.0 {
        if part > 0.5 {
            part -= 1.0;
            whole += 1.0;
        }
        result = exp(part * log(x));
    }
    let (mut base, mut base_exponent) = frexp(x);
    let mut n = whole as i64;
    while n != 0 {
        if !(-(1 << 12)..=1 << 12).contains(&base_exponent) {
            // The result overflows or underflows.
            result_exponent += base_exponent;
            break;
        }
        if n & 1 == 1 {
            result *= base;
            result_exponent += base_exponent;
        }
        base *= base;
        base_exponent <<= 1;
        if base < 0.5 {
            base += base;
            base_exponent -= 1;
        }
        n >>= 1;
    }
    if y < 0.0 {
        result = 1.0 / result;
        result_exponent = -result_exponent;
    }
    ldexp(result, result_exponent)
}

/// The square root of `p*p + q*q` without overflow on the way.
pub fn hypot(p: f64, q: f64) -> f64 {
    if p.is_infinite() || q.is_infinite() {
        return f64::INFINITY;
    }
    if p.is_nan() || q.is_nan() {
        return f64::NAN;
    }
    let (p, q) = (p.abs().max(q.abs()), p.abs().min(q.abs()));
    if p == 0.0 {
        return 0.0;
    }
    let q = q / p;
    p * (1.0 + q * q).sqrt()
}

/// The cube root of x.
pub fn cbrt(x: f64) -> f64 {
    const C: f64 = 5.428_571_428_571_428_159_06e-01;
    const D: f64 = -7.053_061_224_489_796_110_50e-01;
    const E: f64 = 1.414_285_714_285_714_368_19e+00;
    const F: f64 = 1.607_142_857_142_857_206_30e+00;
    const G: f64 = 3.571_428_571_428_571_507_87e-01;
    if x == 0.0 || !x.is_finite() {
        return x;
    }
    let size = x.abs();
    // A third of the exponent gives five bits.
    let mut t = f64::from_bits(size.to_bits() / 3 + (715_094_163 << 32));
    if size < f64::MIN_POSITIVE {
        t = f64::from_bits((size * (1u64 << 54) as f64).to_bits() / 3 + (696_219_795 << 32));
    }
    // Then 23 bits, cut to 22, and one Newton step.
    let r = t * t / size;
    let s = C + r * t;
    t *= G + F / (s + E + D / s);
    t = f64::from_bits((t.to_bits() & (0xF_FFFF_FFFC << 28)) + (1 << 30));
    let s = t * t;
    let r = size / s;
    let w = t + t;
    (t + t * ((r - t) / (w + r))).copysign(x)
}

#[cfg(test)]
mod tests;
