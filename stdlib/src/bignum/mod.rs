//! Arithmetic on natural numbers as package math/big keeps them: little-endian 64-bit words without leading zeros.
//!
//! Short operands are dealt with here; long ones, and what is hard, go through [`BigUint`].

pub mod decimal;
pub mod float;
pub mod modular;
pub mod prime;
pub mod scan;
#[cfg(test)]
mod tests;

use std::cmp::Ordering;

use num_bigint::BigUint;

/// Products of operands shorter than this are computed word by word.
const SCHOOLBOOK: usize = 32;

pub fn to_big(words: &[u64]) -> BigUint {
    let halves = words.iter().flat_map(|&w| [w as u32, (w >> 32) as u32]);
    BigUint::new(halves.collect())
}

pub fn words_of(n: &BigUint) -> Vec<u64> {
    n.to_u64_digits()
}

/// Takes leading zeros away.
pub fn normalize(mut words: Vec<u64>) -> Vec<u64> {
    while words.last() == Some(&0) {
        words.pop();
    }
    words
}

pub fn compare(x: &[u64], y: &[u64]) -> Ordering {
    x.len()
        .cmp(&y.len())
        .then_with(|| x.iter().rev().cmp(y.iter().rev()))
}

pub fn bit_len(x: &[u64]) -> u64 {
    match x.last() {
        Some(top) => x.len() as u64 * 64 - u64::from(top.leading_zeros()),
        None => 0,
    }
}

pub fn add(x: &[u64], y: &[u64]) -> Vec<u64> {
    let (x, y) = if x.len() < y.len() { (y, x) } else { (x, y) };
    let mut sum = Vec::with_capacity(x.len() + 1);
    let mut carry = false;
    for (i, &a) in x.iter().enumerate() {
        let (s, c1) = a.overflowing_add(y.get(i).copied().unwrap_or(0));
        let (s, c2) = s.overflowing_add(u64::from(carry));
        carry = c1 || c2;
        sum.push(s);
    }
    if carry {
        sum.push(1);
    }
    sum
}

/// `x - y`, where `x >= y`.
pub fn sub(x: &[u64], y: &[u64]) -> Vec<u64> {
    let mut difference = Vec::with_capacity(x.len());
    let mut borrow = false;
    for (i, &a) in x.iter().enumerate() {
        let (d, b1) = a.overflowing_sub(y.get(i).copied().unwrap_or(0));
        let (d, b2) = d.overflowing_sub(u64::from(borrow));
        borrow = b1 || b2;
        difference.push(d);
    }
    normalize(difference)
}

/// The sum of two signed numbers: sign and magnitude.
pub fn add_signed(x_neg: bool, x: &[u64], y_neg: bool, y: &[u64]) -> (bool, Vec<u64>) {
    if x_neg == y_neg {
        let sum = add(x, y);
        return (x_neg && !sum.is_empty(), sum);
    }
    match compare(x, y) {
        Ordering::Equal => (false, Vec::new()),
        Ordering::Greater => (x_neg, sub(x, y)),
        Ordering::Less => (y_neg, sub(y, x)),
    }
}

pub fn mul(x: &[u64], y: &[u64]) -> Vec<u64> {
    if x.len().min(y.len()) >= SCHOOLBOOK {
        return words_of(&(to_big(x) * to_big(y)));
    }
    let mut product = vec![0u64; x.len() + y.len()];
    for (i, &a) in x.iter().enumerate() {
        let mut carry = 0u64;
        for (j, &b) in y.iter().enumerate() {
            let t = u128::from(a) * u128::from(b) + u128::from(product[i + j]) + u128::from(carry);
            product[i + j] = t as u64;
            carry = (t >> 64) as u64;
        }
        product[i + y.len()] = carry;
    }
    normalize(product)
}

/// Quotient and remainder; `y` is not zero.
pub fn div_rem(x: &[u64], y: &[u64]) -> (Vec<u64>, Vec<u64>) {
    if compare(x, y).is_lt() {
        return (Vec::new(), x.to_vec());
    }
    if let &[d] = y {
        let mut quotient = vec![0u64; x.len()];
        let mut rest = 0u64;
        for (q, &w) in quotient.iter_mut().zip(x).rev() {
            let n = u128::from(rest) << 64 | u128::from(w);
            *q = (n / u128::from(d)) as u64;
            rest = (n % u128::from(d)) as u64;
        }
        return (normalize(quotient), normalize(vec![rest]));
    }
    let (q, r) = num_integer::Integer::div_rem(&to_big(x), &to_big(y));
    (words_of(&q), words_of(&r))
}

pub fn shl(x: &[u64], n: usize) -> Vec<u64> {
    if x.is_empty() {
        return Vec::new();
    }
    let (whole, bits) = (n / 64, n % 64);
    let mut shifted = vec![0u64; whole];
    shifted.reserve(x.len() + 1);
    let mut carry = 0;
    for &w in x {
        shifted.push(w << bits | carry);
        carry = if bits == 0 { 0 } else { w >> (64 - bits) };
    }
    shifted.push(carry);
    normalize(shifted)
}

pub fn shr(x: &[u64], n: usize) -> Vec<u64> {
    let (whole, bits) = (n / 64, n % 64);
    let Some(x) = x.get(whole..) else {
        return Vec::new();
    };
    let word = |i: usize| {
        let high = x.get(i + 1).copied().unwrap_or(0);
        if bits == 0 {
            x[i]
        } else {
            x[i] >> bits | high << (64 - bits)
        }
    };
    normalize((0..x.len()).map(word).collect())
}

#[derive(Clone, Copy)]
pub enum BitOp {
    And,
    Or,
    Xor,
    AndNot,
}

/// A bit operation on two's complement numbers of unlimited length.
pub fn bitwise(op: BitOp, x_neg: bool, x: &[u64], y_neg: bool, y: &[u64]) -> (bool, Vec<u64>) {
    let n = x.len().max(y.len()) + 1;
    let (x, y) = (complement(x_neg, x, n), complement(y_neg, y, n));
    let mut z: Vec<u64> = x
        .into_iter()
        .zip(y)
        .map(|(a, b)| match op {
            BitOp::And => a & b,
            BitOp::Or => a | b,
            BitOp::Xor => a ^ b,
            BitOp::AndNot => a & !b,
        })
        .collect();
    let negative = z.last().is_some_and(|top| top >> 63 != 0);
    if negative {
        negate(&mut z);
    }
    (negative, normalize(z))
}

/// `n` words of a number in two's complement.
fn complement(negative: bool, magnitude: &[u64], n: usize) -> Vec<u64> {
    let mut words = magnitude.to_vec();
    words.resize(n, 0);
    if negative {
        negate(&mut words);
    }
    words
}

fn negate(words: &mut [u64]) {
    let mut carry = true;
    for w in words {
        (*w, carry) = (!*w).overflowing_add(u64::from(carry));
    }
}

const DIGITS: &[u8; 62] = b"0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

/// The digits in `base`, 2 to 62.
pub fn text(x: &[u64], base: u32) -> Vec<u8> {
    match x {
        [] => b"0".to_vec(),
        &[w] => word_text(w, base),
        _ => {
            let mut digits = to_big(x).to_radix_be(base);
            for d in &mut digits {
                *d = DIGITS[usize::from(*d)];
            }
            digits
        }
    }
}

fn word_text(mut w: u64, base: u32) -> Vec<u8> {
    let mut digits = Vec::with_capacity(20);
    while w != 0 {
        digits.push(DIGITS[(w % u64::from(base)) as usize]);
        w /= u64::from(base);
    }
    digits.reverse();
    digits
}
