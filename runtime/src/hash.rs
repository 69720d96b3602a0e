//! Hashing of Go values for maps.
//!
//! Not meant to resist attackers beyond the random seed that each map has. Values that are equal by
//! [`crate::equality`] hash alike.

use crate::equality::MAX_DEPTH;
use crate::rtype::{GoStr, Kind, RType};
use std::sync::atomic::{AtomicU64, Ordering};

const K0: u64 = 0xa076_1d64_78bd_642f;
const K1: u64 = 0xe703_7ed1_a0b4_28db;

/// Why a value has no hash.
#[derive(Clone, Copy, Debug)]
pub enum HashError {
    /// "hash of unhashable type " and this type.
    Unhashable(&'static RType),
    /// The value is nested too deeply.
    TooDeep,
}

#[inline(always)]
fn mix(a: u64, b: u64) -> u64 {
    let wide = u128::from(a) * u128::from(b);
    (wide >> 64) as u64 ^ wide as u64
}

#[inline(always)]
pub fn hash_u64(value: u64, seed: u64) -> u64 {
    mix(value ^ K0, seed ^ K1)
}

#[inline(always)]
fn word(bytes: &[u8], at: usize) -> u64 {
    let mut w = [0; 8];
    w.copy_from_slice(&bytes[at..at + 8]);
    u64::from_le_bytes(w)
}

#[inline(always)]
fn half(bytes: &[u8], at: usize) -> u64 {
    let mut w = [0; 4];
    w.copy_from_slice(&bytes[at..at + 4]);
    u64::from(u32::from_le_bytes(w))
}

#[inline]
pub fn hash_bytes(bytes: &[u8], seed: u64) -> u64 {
    let n = bytes.len();
    let (a, b, seed) = match n {
        0 => (0, 0, seed),
        1..=3 => {
            let ends = u64::from(bytes[0]) << 16 | u64::from(bytes[n / 2]) << 8;
            (ends | u64::from(bytes[n - 1]), 0, seed)
        }
        4..=8 => (half(bytes, 0), half(bytes, n - 4), seed),
        9..=16 => (word(bytes, 0), word(bytes, n - 8), seed),
        _ => {
            let mut seed = seed;
            let mut at = 0;
            while at + 16 < n {
                seed = mix(word(bytes, at) ^ K0, word(bytes, at + 8) ^ seed);
                at += 16;
            }
            (word(bytes, n - 16), word(bytes, n - 8), seed)
        }
    };
    mix(K1 ^ n as u64, mix(a ^ K0, b ^ seed))
}

fn hash_float(value: f64, seed: u64) -> u64 {
    /// No NaN is equal to another, so each hash is another.
    static NANS: AtomicU64 = AtomicU64::new(0);
    if value == 0.0 {
        hash_u64(0, seed)
    } else if value.is_nan() {
        hash_u64(NANS.fetch_add(1, Ordering::Relaxed), seed)
    } else {
        hash_u64(value.to_bits(), seed)
    }
}

/// The hash of the value of type `t` at `p`.
///
/// # Safety
/// `p` must be good for reading a value of type `t`.
pub unsafe fn hash(t: &'static RType, p: *const u8, seed: u64) -> Result<u64, HashError> {
    // SAFETY: the caller's promise.
    unsafe { hash_nested(t, p, seed, 0) }
}

/// # Safety
/// As for [`hash`].
unsafe fn hash_nested(
    t: &'static RType,
    p: *const u8,
    seed: u64,
    depth: u32,
) -> Result<u64, HashError> {
    if depth > MAX_DEPTH {
        return Err(HashError::TooDeep);
    }
    if !t.is_comparable() {
        return Err(HashError::Unhashable(t));
    }
    // SAFETY: the caller promises a value of type `t` at `p`; its parts lie where the type says.
    unsafe {
        if t.is_plain_eq() {
            return Ok(match t.size {
                8 => hash_u64(p.cast::<u64>().read_unaligned(), seed),
                0 => seed,
                n => hash_bytes(std::slice::from_raw_parts(p, n), seed),
            });
        }
        Ok(match t.kind() {
            Kind::String => hash_bytes(p.cast::<GoStr>().read().bytes(), seed),
            Kind::Float32 => hash_float(f64::from(p.cast::<f32>().read()), seed),
            Kind::Float64 => hash_float(p.cast::<f64>().read(), seed),
            Kind::Complex64 => {
                let re = hash_float(f64::from(p.cast::<f32>().read()), seed);
                hash_float(f64::from(p.cast::<f32>().add(1).read()), re)
            }
            Kind::Complex128 => {
                let re = hash_float(p.cast::<f64>().read(), seed);
                hash_float(p.cast::<f64>().add(1).read(), re)
            }
            Kind::Interface => {
                let Some((dynamic, data)) = crate::equality::dynamic_value(t, p) else {
                    return Ok(hash_u64(0, seed));
                };
                hash_nested(dynamic, data, seed ^ u64::from(dynamic.hash), depth + 1)?
            }
            Kind::Array => {
                let elem = t.elem();
                let mut h = seed;
                for i in 0..t.len {
                    h = hash_nested(elem, p.add(i * elem.size), h, depth + 1)?;
                }
                h
            }
            Kind::Struct => {
                let mut h = seed;
                for f in t.fields() {
                    if f.name.as_str() != "_" {
                        h = hash_nested(f.typ, p.add(f.offset), h, depth + 1)?;
                    }
                }
                h
            }
            _ => hash_bytes(std::slice::from_raw_parts(p, t.size), seed),
        })
    }
}
