//! Greatest common divisors, powers and residues.

use num_bigint::{BigInt, BigUint};
use num_integer::Integer;
use num_traits::{One, Zero};

use super::{div_rem, mul, to_big, words_of};

/// The greatest common divisor of `a` and `b`, not both zero, and the factor of `a` in `a*x + b*y`: as Euclid's
/// algorithm finds it when the larger number comes first.
pub fn gcd(a: &[u64], b: &[u64]) -> (Vec<u64>, bool, Vec<u64>) {
    let (mut r0, mut r1) = (to_big(a), to_big(b));
    let (mut u0, mut u1) = (BigInt::one(), BigInt::zero());
    let swapped = r0 < r1;
    let (first, second) = if swapped {
        (r1.clone(), r0.clone())
    } else {
        (r0.clone(), r1.clone())
    };
    (r0, r1) = (first.clone(), second.clone());
    while !r1.is_zero() {
        let (q, r) = r0.div_rem(&r1);
        (r0, r1) = (r1, r);
        let u = &u0 - BigInt::from(q) * &u1;
        (u0, u1) = (u1, u);
    }
    if swapped {
        // u0 is the larger number's factor: the other's follows.
        let rest = BigInt::from(r0.clone()) - BigInt::from(first) * u0;
        u0 = if second.is_zero() {
            BigInt::zero()
        } else {
            rest / BigInt::from(second)
        };
    }
    let (sign, factor) = u0.into_parts();
    (
        words_of(&r0),
        sign == num_bigint::Sign::Minus,
        words_of(&factor),
    )
}

pub fn gcd_only(a: &[u64], b: &[u64]) -> Vec<u64> {
    words_of(&to_big(a).gcd(&to_big(b)))
}

/// `x` to the `y`-th power; modulo `m` if that is not zero. `None`: too large to be kept in memory.
pub fn power(x: &[u64], y: &[u64], m: &[u64]) -> Option<Vec<u64>> {
    if !m.is_empty() {
        return Some(words_of(&to_big(x).modpow(&to_big(y), &to_big(m))));
    }
    match (x, y) {
        (_, []) | (&[1], _) => return Some(vec![1]),
        ([], _) => return Some(Vec::new()),
        _ => {}
    }
    const MAX_BITS: u64 = 1 << 33;
    let &[exponent] = y else {
        return None;
    };
    if exponent.checked_mul(super::bit_len(x))? > MAX_BITS {
        return None;
    }
    Some(words_of(&plain_power(to_big(x), exponent)))
}

fn plain_power(x: BigUint, exponent: u64) -> BigUint {
    num_traits::pow::Pow::pow(x, exponent)
}

pub fn sqrt(x: &[u64]) -> Vec<u64> {
    words_of(&to_big(x).sqrt())
}

/// The product of `from` to `to`, both included.
pub fn product(from: u64, to: u64) -> Vec<u64> {
    if to - from < 8 {
        return (from..=to).fold(vec![1], |p, n| mul(&p, &[n]));
    }
    let middle = from + (to - from) / 2;
    mul(&product(from, middle), &product(middle + 1, to))
}

/// The Jacobi symbol `(x/y)` of natural numbers, `y` odd.
pub fn jacobi(x: &[u64], y: &[u64]) -> i64 {
    let (mut a, mut b) = (to_big(x), to_big(y));
    let mut sign = 1;
    loop {
        if b.is_one() {
            return sign;
        }
        a %= &b;
        if a.is_zero() {
            return 0;
        }
        let twos = a.trailing_zeros().unwrap_or(0);
        let low = (&b % 8u32).iter_u64_digits().next().unwrap_or(0);
        if twos % 2 != 0 && (low == 3 || low == 5) {
            sign = -sign;
        }
        a >>= twos;
        let a_low = (&a % 4u32).iter_u64_digits().next().unwrap_or(0);
        if low % 4 == 3 && a_low == 3 {
            sign = -sign;
        }
        std::mem::swap(&mut a, &mut b);
    }
}

/// The remainder of `x` by a word.
pub fn word_remainder(x: &[u64], d: u64) -> u64 {
    div_rem(x, &[d]).1.first().copied().unwrap_or(0)
}
