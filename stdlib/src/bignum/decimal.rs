//! Exact decimal digits of binary fractions, and rounding to a number of bits.

use num_bigint::BigUint;

use super::float::{any_below, bit};
use super::{add, bit_len, normalize, shl, shr, to_big};

/// Exponents beyond this would need more digits than fit in memory.
const MAX_EXPONENT: u64 = 1 << 32;

/// `x * 2^exp` as `0.digits * 10^point`, without zeros at the end. `None`: too long.
pub fn digits(x: &[u64], exp: i64) -> Option<(Vec<u8>, i64)> {
    if x.is_empty() {
        return Some((Vec::new(), 0));
    }
    if exp.unsigned_abs() > MAX_EXPONENT {
        return None;
    }
    let n = to_big(x);
    let zeros = n.trailing_zeros().unwrap_or(0);
    let (n, exp) = (n >> zeros, exp + zeros as i64);
    let (n, point) = if exp >= 0 {
        (n << exp as u64, 0)
    } else {
        (
            n * num_traits::pow::Pow::pow(BigUint::from(5u32), exp.unsigned_abs()),
            exp,
        )
    };
    let mut text = n.to_string().into_bytes();
    let point = point + text.len() as i64;
    while text.last() == Some(&b'0') {
        text.pop();
    }
    Some((text, point))
}

/// How a magnitude is rounded; Go code knows the numbers.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Rounding {
    Even,
    HalfAway,
    Down,
    Up,
}

/// `x` with `bits` bits: words with the highest bit set, and without zero words below; the number of bits of `x`, after
/// rounding; -1 or +1 if the value became smaller or larger. `more`: `x` lacks something below its last bit.
pub fn round(x: &[u64], bits: u64, how: Rounding, more: bool) -> (Vec<u64>, i64, i64) {
    let mut length = bit_len(x);
    let (mut mant, mut way) = (x.to_vec(), i64::from(more));
    let mut up = false;
    if length > bits {
        let cut = length - bits;
        let half = bit(x, cut - 1);
        let rest = more || any_below(x, cut - 1);
        mant = shr(x, cut as usize);
        let odd = bit(&mant, 0);
        way = i64::from(half || rest);
        up = match how {
            Rounding::Even => half && (rest || odd),
            Rounding::HalfAway => half,
            Rounding::Down => false,
            Rounding::Up => half || rest,
        };
        if up {
            mant = add(&mant, &[1]);
            length += bit_len(&mant) - bits;
        }
    }
    if !up {
        way = -way;
    }
    let top = mant.last().map_or(0, |w| w.leading_zeros());
    mant = shl(&mant, top as usize);
    let zeros = mant.iter().take_while(|&&w| w == 0).count();
    mant.drain(..zeros);
    (normalize(mant), length as i64, way)
}
