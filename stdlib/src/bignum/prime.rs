//! Tests of primality: Miller-Rabin and Baillie-PSW.

use num_bigint::BigUint;
use num_integer::Integer;
use num_traits::{One, Zero};

use super::modular::{jacobi, word_remainder};
use super::{to_big, words_of};

const SMALL_PRIMES: [u64; 18] = [
    2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61,
];

/// Whether `x` passes a Baillie-PSW test and Miller-Rabin tests with `rounds` bases.
pub fn is_probably_prime(x: &[u64], rounds: u64) -> bool {
    match x {
        [] | [1] => return false,
        &[w] if w < 64 => return SMALL_PRIMES.contains(&w),
        _ => {}
    }
    if SMALL_PRIMES.iter().any(|&p| word_remainder(x, p) == 0) {
        return false;
    }
    let n = to_big(x);
    passes_miller_rabin(&n, &BigUint::from(2u32))
        && bases(&n)
            .take(rounds as usize)
            .all(|b| passes_miller_rabin(&n, &b))
        && passes_lucas(&n)
}

/// Pseudo-random bases between 2 and n-2, which depend on `n` only.
fn bases(n: &BigUint) -> impl Iterator<Item = BigUint> {
    let words = words_of(n).len();
    let mut state = words_of(n)[0] | 1;
    let range = n - 3u32;
    std::iter::from_fn(move || {
        let mut random = Vec::with_capacity(words * 2);
        for _ in 0..words * 2 {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            random.push((state >> 16) as u32);
        }
        Some(BigUint::new(random) % &range + 2u32)
    })
}

fn passes_miller_rabin(n: &BigUint, base: &BigUint) -> bool {
    let less = n - 1u32;
    let twos = less.trailing_zeros().unwrap_or(0);
    let mut y = base.modpow(&(&less >> twos), n);
    if y.is_one() || y == less {
        return true;
    }
    for _ in 1..twos {
        y = &y * &y % n;
        if y == less {
            return true;
        }
        if y.is_one() {
            return false;
        }
    }
    false
}

/// The "almost extra strong" Lucas test: the first P with (P²-4 / n) = -1, and Q = 1.
fn passes_lucas(n: &BigUint) -> bool {
    let mut p = 3u64;
    loop {
        let d = BigUint::from(p * p - 4);
        match jacobi(&words_of(&d), &words_of(n)) {
            -1 => break,
            // A factor of P+2 (smaller ones were met before): only n itself is prime then.
            0 => return *n == BigUint::from(p + 2),
            _ => {}
        }
        if p == 40 {
            let root = n.sqrt();
            if &root * &root == *n {
                return false;
            }
        }
        p += 1;
    }
    let more = n + 1u32;
    let twos = more.trailing_zeros().unwrap_or(0);
    let s = &more >> twos;
    let p = BigUint::from(p) % n;
    let two = BigUint::from(2u32);
    let minus = |a: BigUint, b: &BigUint| (a + n - b) % n;
    // V(0) = 2, V(1) = P; V(2k) = V(k)²-2, V(2k+1) = V(k)V(k+1)-P.
    let (mut v, mut v1) = (two.clone(), p.clone());
    for i in (0..s.bits()).rev() {
        let cross = minus(&v * &v1, &p);
        if s.bit(i) {
            v1 = minus(&v1 * &v1, &two);
            v = cross;
        } else {
            v = minus(&v * &v, &two);
            v1 = cross;
        }
    }
    if v == two || v == n - &two {
        // U(s) = 0 if also P·V(s) = 2·V(s+1).
        let (a, b) = ((&v * &p).mod_floor(n), (&v1 * 2u32).mod_floor(n));
        if a == b {
            return true;
        }
    }
    for _ in 0..twos.saturating_sub(1) {
        if v.is_zero() {
            return true;
        }
        if v == two {
            return false;
        }
        v = minus(&v * &v, &two);
    }
    false
}
