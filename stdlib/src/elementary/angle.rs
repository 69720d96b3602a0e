//! Reduction of huge angles, after Payne and Hanek: the digits of 4/pi that matter are multiplied out exactly.

use std::f64::consts::FRAC_PI_4;

/// 4/pi: the integer part, then the binary digits behind the point.
const FOUR_OVER_PI: [u64; 20] = [
    0x0000000000000001,
    0x45f306dc9c882a53,
    0xf84eafa3ea69bb81,
    0xb6c52b3278872083,
    0xfca2c757bd778ac3,
    0x6e48dc74849ba5c0,
    0x0c925dd413a32439,
    0xfc3bd63962534e7d,
    0xd1046bea5d768909,
    0xd338e04d68befc82,
    0x7323ac7306a673e9,
    0x3908bf177bf25076,
    0x3ff12fffbc0b301f,
    0xde5e2316b414da3e,
    0xda6cfd9e4f96136e,
    0x9e8c7ecd3cbfd45a,
    0xea4f758fd7cbe2f6,
    0x7a0e73ef14a525d4,
    0xd7f6bf623f1aba10,
    0xac06608df8f6d757,
];

const EXPONENT_BIAS: u64 = 1023;
const MANTISSA_BITS: u64 = 52;

/// Reduces `x`, at least pi/4 and finite, to an octant (0 to 7, even) and the rest, between -pi/4 and pi/4.
pub fn reduce(x: f64) -> (u64, f64) {
    let bits = x.to_bits();
    // x = mantissa * 2^exponent
    let exponent = (bits >> MANTISSA_BITS & 0x7ff) as i64 - (EXPONENT_BIAS + MANTISSA_BITS) as i64;
    let mantissa = u128::from(bits & ((1 << MANTISSA_BITS) - 1) | 1 << MANTISSA_BITS);
    // Three words of 4/pi such that the highest three bits of the product are the octant: what lies above them
    // are whole turns.
    let from = (exponent + 61) as u64;
    let (word, shift) = ((from / 64) as usize, from % 64);
    let digits = |i: usize| {
        let high = FOUR_OVER_PI[word + i] << shift;
        let low = FOUR_OVER_PI.get(word + i + 1).copied().unwrap_or(0);
        high | if shift == 0 { 0 } else { low >> (64 - shift) }
    };
    let high = (digits(0) as u128 * mantissa) as u64;
    let middle = u128::from(digits(1)) * mantissa;
    let low = u128::from(digits(2)) * mantissa;
    let sum = (u128::from(high) << 64)
        .wrapping_add(middle)
        .wrapping_add(low >> 64);
    let octant = (sum >> 125) as u64;
    let fraction = sum << 3;
    let fraction = fraction_of((fraction >> 64) as u64, fraction as u64);
    if octant & 1 == 1 {
        return ((octant + 1) & 7, (fraction - 1.0) * FRAC_PI_4);
    }
    (octant, fraction * FRAC_PI_4)
}

/// The number 0.(high)(low) in binary, cut to a double's mantissa.
fn fraction_of(high: u64, low: u64) -> f64 {
    let zeros = u64::from(high.leading_zeros());
    let shift = zeros + 1;
    let top = if shift >= 64 {
        low
    } else {
        high << shift | low >> (64 - shift)
    };
    let exponent = EXPONENT_BIAS - shift;
    f64::from_bits(top >> (64 - MANTISSA_BITS) | exponent << MANTISSA_BITS)
}
