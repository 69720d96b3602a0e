//! The word-by-word operations agree with those of the big-number crate.

use num_bigint::{BigInt, BigUint, Sign};

use super::decimal::{Rounding, digits, round};
use super::scan::{Flaw, scan};
use super::{BitOp, add_signed, bitwise, div_rem, mul, prime, shl, shr, text, to_big, words_of};

/// Pseudo-random numbers of various lengths.
fn numbers() -> Vec<Vec<u64>> {
    let mut state = 88_172_645_463_325_252u64;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state
    };
    let mut all = vec![
        vec![],
        vec![1],
        vec![u64::MAX],
        vec![0, 1],
        vec![u64::MAX; 3],
    ];
    all.extend((1..40).map(|n| (0..n).map(|_| next() | 1).collect()));
    all
}

fn signed(negative: bool, words: &[u64]) -> BigInt {
    BigInt::from_biguint(
        if negative { Sign::Minus } else { Sign::Plus },
        to_big(words),
    )
}

#[test]
fn arithmetic_agrees() {
    let all = numbers();
    for (i, x) in all.iter().enumerate() {
        let y = &all[(i * 7 + 3) % all.len()];
        let (negx, negy) = (i % 2 == 0, i % 3 == 0);
        let (bx, by) = (signed(negx, x), signed(negy, y));
        let (n, sum) = add_signed(negx, x, negy, y);
        assert_eq!(signed(n, &sum), &bx + &by);
        assert_eq!(to_big(&mul(x, y)), to_big(x) * to_big(y));
        if !y.is_empty() {
            let (q, r) = div_rem(x, y);
            assert_eq!(to_big(&q) * to_big(y) + to_big(&r), to_big(x));
        }
        let (n, and) = bitwise(BitOp::And, negx, x, negy, y);
        assert_eq!(signed(n, &and), &bx & &by);
        let (n, xor) = bitwise(BitOp::Xor, negx, x, negy, y);
        assert_eq!(signed(n, &xor), &bx ^ &by);
        assert_eq!(to_big(&shl(x, i * 5)), to_big(x) << (i * 5));
        assert_eq!(to_big(&shr(x, i * 5)), to_big(x) >> (i * 5));
    }
}

#[test]
fn texts_are_read_back() {
    for x in numbers() {
        for base in [2, 10, 36, 62] {
            let read = scan(&text(&x, base), base, false);
            assert_eq!((read.value, read.flaw), (x.clone(), Flaw::None));
        }
    }
    let read = scan(b"0x_1f.8p", 0, true);
    assert_eq!(
        (read.value, read.base, read.count, read.used),
        (vec![0x1f8], 16, -1, 7)
    );
    assert_eq!(scan(b"1__2", 0, false).flaw, Flaw::Separator);
    assert_eq!(scan(b"0x", 0, false).flaw, Flaw::NoDigits);
}

#[test]
fn primes_are_told() {
    let primes =
        (0..2000u64).filter(|&n| prime::is_probably_prime(&words_of(&BigUint::from(n)), 1));
    assert_eq!(primes.count(), 303);
    let mersenne = (BigUint::from(1u32) << 521u32) - 1u32;
    assert!(prime::is_probably_prime(&words_of(&mersenne), 5));
    assert!(!prime::is_probably_prime(&words_of(&(mersenne - 2u32)), 5));
}

#[test]
fn rounding_keeps_the_highest_bits() {
    // 0b10110 to three bits.
    let down = round(&[0b10110], 3, Rounding::Down, false);
    assert_eq!(down, (vec![0b101 << 61], 5, -1));
    let even = round(&[0b10110], 3, Rounding::Even, false);
    assert_eq!(even, (vec![0b110 << 61], 5, 1));
    // A carry out of the highest bit.
    let up = round(&[0b11111], 3, Rounding::Up, false);
    assert_eq!(up, (vec![1 << 63], 6, 1));
    assert_eq!(digits(&[5], -3), Some((b"625".to_vec(), 0)));
    assert_eq!(digits(&[25], 2), Some((b"1".to_vec(), 3)));
}
