//! Package bytes.

use runtime::native::NativeCx;
use runtime::rtype::GoSlice;

use crate::abi::{self, bytes, natives, subslice};
use crate::text::search;
use crate::text::unicode::Case;
use crate::text::utf8;

/// Pieces that alias `s`; each but the last has its capacity cut to its length, and the last too if `cut_last`.
fn pieces(cx: &mut NativeCx, s: GoSlice, parts: &[(usize, usize)], cut_last: bool) -> GoSlice {
    let last = parts.len().wrapping_sub(1);
    let slices: Vec<GoSlice> = parts
        .iter()
        .enumerate()
        .map(|(i, &(from, to))| {
            subslice(s, from, to, if i == last && !cut_last { s.cap } else { to })
        })
        .collect();
    abi::new_slice(cx, &slices, false)
}

fn fresh(cx: &mut NativeCx, s: &[u8]) -> GoSlice {
    cx.new_bytes(s)
}

/// The remaining part, nil if nothing is left.
fn cut(s: GoSlice, (from, to): (usize, usize)) -> GoSlice {
    if from == to {
        GoSlice::NIL
    } else {
        subslice(s, from, to, s.cap)
    }
}

fn changed(cx: &mut NativeCx, s: GoSlice, new: Option<Vec<u8>>) -> GoSlice {
    match new {
        Some(new) => fresh(cx, &new),
        None => fresh(cx, bytes(s)),
    }
}

natives! {
    "bytes.Equal"(cx; a: GoSlice, b: GoSlice) -> ret<bool> { bytes(a) == bytes(b) }
    "bytes.Compare"(cx; a: GoSlice, b: GoSlice) -> ret<i64> { search::compare(bytes(a), bytes(b)) }
    "bytes.Index"(cx; s: GoSlice, sub: GoSlice) -> ret<i64> { search::index(bytes(s), bytes(sub)) }
    "bytes.IndexByte"(cx; s: GoSlice, c: u8) -> ret<i64> { search::index_byte(bytes(s), c) }
    "bytes.IndexRune"(cx; s: GoSlice, r: i32) -> ret<i64> { search::index_rune(bytes(s), r) }
    "bytes.IndexAny"(cx; s: GoSlice, chars: &'static [u8]) -> ret<i64> { search::index_any(bytes(s), chars) }
    "bytes.LastIndex"(cx; s: GoSlice, sub: GoSlice) -> ret<i64> { search::last_index(bytes(s), bytes(sub)) }
    "bytes.LastIndexByte"(cx; s: GoSlice, c: u8) -> ret<i64> { search::last_index_byte(bytes(s), c) }
    "bytes.LastIndexAny"(cx; s: GoSlice, chars: &'static [u8]) -> ret<i64> { search::last_index_any(bytes(s), chars) }
    "bytes.Contains"(cx; s: GoSlice, sub: GoSlice) -> ret<bool> { search::index(bytes(s), bytes(sub)) >= 0 }
    "bytes.Count"(cx; s: GoSlice, sub: GoSlice) -> ret<i64> { search::count(bytes(s), bytes(sub)) }
    "bytes.EqualFold"(cx; s: GoSlice, t: GoSlice) -> ret<bool> { search::equal_fold(bytes(s), bytes(t)) }
    "bytes.HasPrefix"(cx; s: GoSlice, p: GoSlice) -> ret<bool> { bytes(s).starts_with(bytes(p)) }
    "bytes.HasSuffix"(cx; s: GoSlice, p: GoSlice) -> ret<bool> { bytes(s).ends_with(bytes(p)) }
    "bytes.ToUpper"(cx; s: GoSlice) -> ret<GoSlice> { changed(cx, s, search::to_case(bytes(s), Case::Upper)) }
    "bytes.ToLower"(cx; s: GoSlice) -> ret<GoSlice> { changed(cx, s, search::to_case(bytes(s), Case::Lower)) }
    "bytes.ToTitle"(cx; s: GoSlice) -> ret<GoSlice> { changed(cx, s, search::to_case(bytes(s), Case::Title)) }
    "bytes.TrimSpace"(cx; s: GoSlice) -> ret<GoSlice> { cut(s, search::trim_space(bytes(s))) }
    "bytes.trim"(cx; s: GoSlice, set: &'static [u8], left: bool, right: bool) -> ret<GoSlice> {
        cut(s, search::trim_set(bytes(s), set, left, right))
    }
    "bytes.Fields"(cx; s: GoSlice) -> ret<GoSlice> { pieces(cx, s, &search::fields(bytes(s)), true) }
    "bytes.split"(cx; s: GoSlice, sep: GoSlice, keep: i64, n: i64) -> ret<GoSlice> {
        pieces(cx, s, &search::split(bytes(s), bytes(sep), keep as usize, n), false)
    }
    "bytes.explode"(cx; s: GoSlice, n: i64) -> ret<GoSlice> {
        pieces(cx, s, &search::explode(bytes(s), n), false)
    }
    "bytes.Join"(cx; parts: GoSlice, sep: GoSlice) -> ret<GoSlice> {
        let all: Vec<&[u8]> = abi::elements::<GoSlice>(parts).iter().map(|s| bytes(*s)).collect();
        fresh(cx, &all.join(bytes(sep)))
    }
    "bytes.repeat"(cx; s: GoSlice, count: i64) -> raw(3) {
        match abi::repeated(cx, bytes(s), count) {
            Ok(repeated) => abi::finish(cx, repeated),
            Err(next) => next,
        }
    }
    "bytes.Replace"(cx; s: GoSlice, old: GoSlice, new: GoSlice, n: i64) -> ret<GoSlice> {
        changed(cx, s, search::replace(bytes(s), bytes(old), bytes(new), n))
    }
    "bytes.ReplaceAll"(cx; s: GoSlice, old: GoSlice, new: GoSlice) -> ret<GoSlice> {
        changed(cx, s, search::replace(bytes(s), bytes(old), bytes(new), -1))
    }
    "bytes.ToValidUTF8"(cx; s: GoSlice, replacement: GoSlice) -> ret<GoSlice> {
        changed(cx, s, search::to_valid(bytes(s), bytes(replacement)))
    }
    "bytes.Runes"(cx; s: GoSlice) -> ret<GoSlice> {
        let runes: Vec<u32> = utf8::runes(bytes(s)).map(|x| x.1).collect();
        abi::new_slice(cx, &runes, true)
    }
}
