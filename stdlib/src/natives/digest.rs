//! Hash functions (packages hash/*, crypto/*), random bytes, and package html.

use runtime::hash::{self, HashError};
use runtime::host;
use runtime::native::{NativeCx, Next};
use runtime::rtype::{GoSlice, GoStr};

use crate::abi::{self, Iface, natives};
use crate::text::entities;

const PRIME32: u32 = 16777619;
const PRIME64: u64 = 1099511628211;
const PRIME128: u128 = (1 << 88) + 0x13b;

/// FNV-1 or, if `a`, FNV-1a.
macro_rules! fnv {
    ($sum:expr, $prime:expr, $a:expr, $data:expr, $ty:ty) => {
        $data.iter().fold($sum as $ty, |s, &b| {
            if $a {
                (s ^ <$ty>::from(b)).wrapping_mul($prime)
            } else {
                s.wrapping_mul($prime) ^ <$ty>::from(b)
            }
        })
    };
}

fn fnv(high: u64, low: u64, size: i64, a: bool, data: &[u8]) -> (u64, u64) {
    match size {
        4 => (0, u64::from(fnv!(low, PRIME32, a, data, u32))),
        8 => (0, fnv!(low, PRIME64, a, data, u64)),
        _ => {
            let sum = u128::from(high) << 64 | u128::from(low);
            let sum = fnv!(sum, PRIME128, a, data, u128);
            ((sum >> 64) as u64, sum as u64)
        }
    }
}

fn adler(sum: u32, data: &[u8]) -> u32 {
    const MODULUS: u32 = 65521;
    /// Bytes after which the sums still fit.
    const PART: usize = 5552;
    let (mut a, mut b) = (sum & 0xffff, sum >> 16);
    for part in data.chunks(PART) {
        for &byte in part {
            a += u32::from(byte);
            b += a;
        }
        a %= MODULUS;
        b %= MODULUS;
    }
    b << 16 | a
}

fn compress(kind: i64, state: &mut [u64; 8], blocks: &[u8]) {
    let (narrow, _) = blocks.as_chunks::<64>();
    match kind {
        0 => {
            let mut s = [0u32; 4];
            copy_words(&mut s, state);
            md5::block_api::compress(&mut s, narrow);
            copy_back(state, &s);
        }
        1 => {
            let mut s = [0u32; 5];
            copy_words(&mut s, state);
            sha1::block_api::compress(&mut s, narrow);
            copy_back(state, &s);
        }
        2 => {
            let mut s = [0u32; 8];
            copy_words(&mut s, state);
            sha2::block_api::compress256(&mut s, narrow);
            copy_back(state, &s);
        }
        _ => sha2::block_api::compress512(state, blocks.as_chunks::<128>().0),
    }
}

fn copy_words(to: &mut [u32], from: &[u64]) {
    for (t, f) in to.iter_mut().zip(from) {
        *t = *f as u32;
    }
}

fn copy_back(to: &mut [u64], from: &[u32]) {
    for (t, f) in to.iter_mut().zip(from) {
        *t = u64::from(*f);
    }
}

fn hash_value(cx: &mut NativeCx, seed: u64, value: Iface) -> Next {
    // SAFETY: an `any`'s head is null or a descriptor.
    let Some(typ) = (unsafe { value.head.as_ref() }) else {
        return abi::finish(cx, hash::hash_u64(0, seed));
    };
    let place = if typ.is_direct() {
        (&raw const value.data).cast()
    } else {
        value.data as *const u8
    };
    // SAFETY: the data word is the value or points to it.
    match unsafe { hash::hash(typ, place, seed ^ u64::from(typ.hash)) } {
        Ok(sum) => abi::finish(cx, sum),
        Err(HashError::Unhashable(t)) => {
            Next::RuntimeError(format!("hash of unhashable type {}", t.string()))
        }
        Err(HashError::TooDeep) => Next::Fatal("hash of a value nested too deeply".to_owned()),
    }
}

fn changed(cx: &mut NativeCx, s: GoStr, new: Option<Vec<u8>>) -> GoStr {
    new.map_or(s, |new| cx.new_string(&new))
}

natives! {
    "hash/fnv.update"(cx; high: u64, low: u64, size: i64, a: bool, data: GoSlice) -> ret<(u64, u64)> {
        fnv(high, low, size, a, abi::bytes(data))
    }
    "hash/crc32.update"(cx; crc: u32, table: *mut [u32; 256], data: GoSlice) -> raw(1) {
        // SAFETY: a Go pointer to a Table or nil.
        let Some(table) = (unsafe { table.as_ref() }) else {
            return super::sync::nil_pointer();
        };
        let sum = abi::bytes(data).iter().fold(!crc, |s, &b| table[usize::from(s as u8 ^ b)] ^ s >> 8);
        abi::finish(cx, !sum)
    }
    "hash/crc64.update"(cx; crc: u64, table: *mut [u64; 256], data: GoSlice) -> raw(1) {
        // SAFETY: a Go pointer to a Table or nil.
        let Some(table) = (unsafe { table.as_ref() }) else {
            return super::sync::nil_pointer();
        };
        let sum = abi::bytes(data).iter().fold(!crc, |s, &b| table[usize::from(s as u8 ^ b)] ^ s >> 8);
        abi::finish(cx, !sum)
    }
    "hash/adler32.update"(cx; sum: u32, data: GoSlice) -> ret<u32> { adler(sum, abi::bytes(data)) }
    "hash/maphash.entropy"(cx; ) -> ret<u64> { cx.cache().rng.next_u64() }
    "hash/maphash.hashBytes"(cx; seed: u64, data: GoSlice) -> ret<u64> { hash::hash_bytes(abi::bytes(data), seed) }
    "hash/maphash.hashString"(cx; seed: u64, data: &'static [u8]) -> ret<u64> { hash::hash_bytes(data, seed) }
    "hash/maphash.hashValue"(cx; seed: u64, value: Iface) -> raw(1) { hash_value(cx, seed, value) }
    "crypto/internal/blockhash.compress"(cx; kind: i64, state: *mut u8, blocks: GoSlice) -> ret<()> {
        // SAFETY: a Go pointer to eight words.
        compress(kind, unsafe { abi::at::<[u64; 8]>(state) }, abi::bytes(blocks))
    }
    "crypto/rand.fill"(cx; data: GoSlice) -> ret<()> {
        for part in abi::elements::<u8>(data).chunks_mut(8) {
            part.copy_from_slice(&host::random_u64().to_ne_bytes()[..part.len()]);
        }
    }
    "html.EscapeString"(cx; s: GoStr) -> ret<GoStr> { changed(cx, s, entities::escape(abi::str_bytes(s))) }
    "html.UnescapeString"(cx; s: GoStr) -> ret<GoStr> { changed(cx, s, entities::unescape(abi::str_bytes(s))) }
}
