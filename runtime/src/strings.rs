//! Strings: making them, comparing them, and conversions from and to them.
//!
//! Strings are immutable bytes in `noscan` objects (or outside of the heap). Spec: "Conversions to
//! and from a string type".

use crate::heap::{Cache, rounded_size};
use crate::rtype::{GoSlice, GoStr};
use std::cmp::Ordering;

/// What invalid UTF-8 decodes to.
pub const RUNE_ERROR: i32 = 0xFFFD;

static SINGLE_BYTES: [u8; 256] = {
    let mut bytes = [0; 256];
    let mut i = 0;
    while i < bytes.len() {
        bytes[i] = i as u8;
        i += 1;
    }
    bytes
};

/// A new string with these bytes.
pub fn new(cache: &mut Cache, bytes: &[u8]) -> GoStr {
    match *bytes {
        [] => GoStr::EMPTY,
        [b] => single(b),
        _ => GoStr {
            ptr: store(cache, bytes, bytes.len()),
            len: bytes.len(),
        },
    }
}

/// The string of one byte, which needs no memory.
#[inline]
pub fn single(byte: u8) -> GoStr {
    GoStr {
        ptr: &raw const SINGLE_BYTES[usize::from(byte)],
        len: 1,
    }
}

/// A new `[]byte` with these bytes, not nil even if empty.
pub fn new_bytes(cache: &mut Cache, bytes: &[u8]) -> GoSlice {
    let cap = rounded_size(bytes.len());
    GoSlice {
        ptr: store(cache, bytes, cap),
        len: bytes.len(),
        cap,
    }
}

fn store(cache: &mut Cache, bytes: &[u8], cap: usize) -> *mut u8 {
    let p = cache.alloc(cap, true);
    // SAFETY: a new object of at least `bytes.len()` bytes.
    unsafe { std::ptr::copy_nonoverlapping(bytes.as_ptr(), p, bytes.len()) };
    p
}

/// The strings one after the other; `None` if memory is too small for that. If only one is not empty,
/// it is the result itself.
///
/// # Safety
/// The strings must be good for reading.
pub unsafe fn concat(cache: &mut Cache, parts: &[GoStr]) -> Option<GoStr> {
    let mut filled = parts.iter().filter(|s| s.len != 0);
    let (Some(&first), second) = (filled.next(), filled.next()) else {
        return Some(GoStr::EMPTY);
    };
    if second.is_none() {
        return Some(first);
    }
    // All the parts lie in memory, though some may be the same.
    let len = parts
        .iter()
        .fold(0usize, |sum, s| sum.saturating_add(s.len));
    if !cache.heap().can_hold(len) {
        return None;
    }
    let p = cache.alloc(len, true);
    let mut at = p;
    for s in parts {
        // SAFETY: the new object has room for all parts; the parts are good for reading.
        unsafe {
            std::ptr::copy_nonoverlapping(s.bytes().as_ptr(), at, s.len);
            at = at.add(s.len);
        }
    }
    Some(GoStr { ptr: p, len })
}

/// # Safety
/// The strings must be good for reading.
#[inline]
pub unsafe fn equal(a: GoStr, b: GoStr) -> bool {
    // SAFETY: the caller's promise.
    a.len == b.len && (a.ptr == b.ptr || unsafe { a.bytes() == b.bytes() })
}

/// # Safety
/// The strings must be good for reading.
#[inline]
pub unsafe fn compare(a: GoStr, b: GoStr) -> Ordering {
    // SAFETY: the caller's promise.
    unsafe { a.bytes().cmp(b.bytes()) }
}

/// The first rune of `bytes` (which is not empty) and how many bytes it takes; `RUNE_ERROR` and 1
/// if the bytes are not valid UTF-8.
#[inline]
pub fn decode_rune(bytes: &[u8]) -> (i32, usize) {
    match bytes.first() {
        Some(&b) if b < 0x80 => (i32::from(b), 1),
        _ => decode_long_rune(bytes),
    }
}

fn decode_long_rune(bytes: &[u8]) -> (i32, usize) {
    const INVALID: (i32, usize) = (RUNE_ERROR, 1);
    let Some(&first) = bytes.first() else {
        return INVALID;
    };
    // The least value guards against overlong forms.
    let (len, least) = match first {
        0xC2..=0xDF => (2, 0x80),
        0xE0..=0xEF => (3, 0x800),
        0xF0..=0xF4 => (4, 0x1_0000),
        _ => return INVALID,
    };
    let Some(rest) = bytes.get(1..len) else {
        return INVALID;
    };
    let mut rune = i32::from(first) & (0x7F >> len);
    for &b in rest {
        if b & 0xC0 != 0x80 {
            return INVALID;
        }
        rune = rune << 6 | i32::from(b & 0x3F);
    }
    if rune < least || rune > 0x10_FFFF || (0xD800..0xE000).contains(&rune) {
        return INVALID;
    }
    (rune, len)
}

/// The UTF-8 form of a rune; of U+FFFD if it is not a valid one.
#[inline]
pub fn encode_rune(rune: i64, buffer: &mut [u8; 4]) -> &[u8] {
    let c = u32::try_from(rune)
        .ok()
        .and_then(char::from_u32)
        .unwrap_or(char::REPLACEMENT_CHARACTER);
    c.encode_utf8(buffer).as_bytes()
}

/// `string(rune)`.
pub fn from_rune(cache: &mut Cache, rune: i64) -> GoStr {
    new(cache, encode_rune(rune, &mut [0; 4]))
}

/// `[]byte(s)`.
///
/// # Safety
/// The string must be good for reading.
pub unsafe fn to_bytes(cache: &mut Cache, s: GoStr) -> GoSlice {
    // SAFETY: the caller's promise.
    new_bytes(cache, unsafe { s.bytes() })
}

/// `string(bytes)`.
///
/// # Safety
/// The slice must be good for reading.
pub unsafe fn from_bytes(cache: &mut Cache, s: GoSlice) -> GoStr {
    // SAFETY: the caller's promise.
    new(cache, unsafe {
        GoStr {
            ptr: s.ptr,
            len: s.len,
        }
        .bytes()
    })
}

/// `[]rune(s)`.
///
/// # Safety
/// The string must be good for reading.
pub unsafe fn to_runes(cache: &mut Cache, s: GoStr) -> GoSlice {
    // SAFETY: the caller's promise.
    let bytes = unsafe { s.bytes() };
    let len = rune_count(bytes);
    let size = rounded_size(len * 4);
    let p = cache.alloc(size, true).cast::<i32>();
    let mut rest = bytes;
    let mut i = 0;
    while !rest.is_empty() {
        let (rune, n) = decode_rune(rest);
        // SAFETY: the new object has room for `len` runes, counted the same way.
        unsafe { p.add(i).write(rune) };
        rest = &rest[n..];
        i += 1;
    }
    GoSlice {
        ptr: p.cast(),
        len,
        cap: size / 4,
    }
}

/// How many runes `[]rune(s)` has.
pub fn rune_count(bytes: &[u8]) -> usize {
    let mut rest = bytes;
    let mut n = 0;
    while !rest.is_empty() {
        rest = &rest[decode_rune(rest).1..];
        n += 1;
    }
    n
}

/// `string(runes)`.
///
/// # Safety
/// The slice must be one of runes, good for reading.
pub unsafe fn from_runes(cache: &mut Cache, s: GoSlice) -> GoStr {
    let mut text = Vec::with_capacity(s.len);
    for i in 0..s.len {
        // SAFETY: the caller's promise.
        let rune = unsafe { s.ptr.cast::<i32>().add(i).read() };
        text.extend_from_slice(encode_rune(i64::from(rune), &mut [0; 4]));
    }
    new(cache, &text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runes_decode_as_in_go() {
        for c in (0..=0x10_FFFF).filter_map(char::from_u32) {
            let mut buffer = [0; 4];
            let bytes = c.encode_utf8(&mut buffer).as_bytes();
            assert_eq!(decode_rune(bytes), (c as i32, bytes.len()));
            assert_eq!(encode_rune(i64::from(c as u32), &mut [0; 4]), bytes);
        }
        let invalid: &[&[u8]] = &[
            b"\x80",
            b"\xc0\x80",
            b"\xe0\x80\x80",
            b"\xed\xa0\x80",
            b"\xf4\x90\x80\x80",
            b"\xe4\xb8",
            b"\xff",
        ];
        for bytes in invalid {
            assert_eq!(decode_rune(bytes), (RUNE_ERROR, 1), "{bytes:x?}");
        }
        assert_eq!(encode_rune(-1, &mut [0; 4]), "\u{FFFD}".as_bytes());
        assert_eq!(rune_count(b"a\xe4\xb8\xadb\xff"), 4);
    }
}
