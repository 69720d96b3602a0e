//! Package strings.

use runtime::native::NativeCx;
use runtime::rtype::{GoSlice, GoStr};

use crate::abi::{self, natives, substring};
use crate::text::search;
use crate::text::unicode::Case;

fn bytes(s: GoStr) -> &'static [u8] {
    abi::str_bytes(s)
}

fn pieces(cx: &mut NativeCx, s: GoStr, parts: &[(usize, usize)]) -> GoSlice {
    let strings: Vec<GoStr> = parts
        .iter()
        .map(|&(from, to)| substring(s, from, to))
        .collect();
    abi::new_slice(cx, &strings, false)
}

/// A fresh string of what changed, or `s` itself.
fn changed(cx: &mut NativeCx, s: GoStr, new: Option<Vec<u8>>) -> GoStr {
    new.map_or(s, |new| cx.new_string(&new))
}

fn cut(s: GoStr, (from, to): (usize, usize)) -> GoStr {
    substring(s, from, to)
}

fn join(cx: &mut NativeCx, parts: &[GoStr], sep: &[u8]) -> GoStr {
    match parts {
        [] => GoStr::EMPTY,
        [one] => *one,
        _ => {
            let all: Vec<&[u8]> = parts.iter().map(|s| bytes(*s)).collect();
            cx.new_string(&all.join(sep))
        }
    }
}

natives! {
    "strings.Index"(cx; s: &'static [u8], sub: &'static [u8]) -> ret<i64> { search::index(s, sub) }
    "strings.IndexByte"(cx; s: &'static [u8], c: u8) -> ret<i64> { search::index_byte(s, c) }
    "strings.IndexRune"(cx; s: &'static [u8], r: i32) -> ret<i64> { search::index_rune(s, r) }
    "strings.IndexAny"(cx; s: &'static [u8], chars: &'static [u8]) -> ret<i64> { search::index_any(s, chars) }
    "strings.LastIndex"(cx; s: &'static [u8], sub: &'static [u8]) -> ret<i64> { search::last_index(s, sub) }
    "strings.LastIndexByte"(cx; s: &'static [u8], c: u8) -> ret<i64> { search::last_index_byte(s, c) }
    "strings.LastIndexAny"(cx; s: &'static [u8], chars: &'static [u8]) -> ret<i64> { search::last_index_any(s, chars) }
    "strings.Contains"(cx; s: &'static [u8], sub: &'static [u8]) -> ret<bool> { search::index(s, sub) >= 0 }
    "strings.Count"(cx; s: &'static [u8], sub: &'static [u8]) -> ret<i64> { search::count(s, sub) }
    "strings.Compare"(cx; a: &'static [u8], b: &'static [u8]) -> ret<i64> { search::compare(a, b) }
    "strings.EqualFold"(cx; s: &'static [u8], t: &'static [u8]) -> ret<bool> { search::equal_fold(s, t) }
    "strings.HasPrefix"(cx; s: &'static [u8], p: &'static [u8]) -> ret<bool> { s.starts_with(p) }
    "strings.HasSuffix"(cx; s: &'static [u8], p: &'static [u8]) -> ret<bool> { s.ends_with(p) }
    "strings.ToUpper"(cx; s: GoStr) -> ret<GoStr> { changed(cx, s, search::to_case(bytes(s), Case::Upper)) }
    "strings.ToLower"(cx; s: GoStr) -> ret<GoStr> { changed(cx, s, search::to_case(bytes(s), Case::Lower)) }
    "strings.ToTitle"(cx; s: GoStr) -> ret<GoStr> { changed(cx, s, search::to_case(bytes(s), Case::Title)) }
    "strings.TrimSpace"(cx; s: GoStr) -> ret<GoStr> { cut(s, search::trim_space(bytes(s))) }
    "strings.Trim"(cx; s: GoStr, set: &'static [u8]) -> ret<GoStr> {
        cut(s, search::trim_set(bytes(s), set, true, true))
    }
    "strings.TrimLeft"(cx; s: GoStr, set: &'static [u8]) -> ret<GoStr> {
        cut(s, search::trim_set(bytes(s), set, true, false))
    }
    "strings.TrimRight"(cx; s: GoStr, set: &'static [u8]) -> ret<GoStr> {
        cut(s, search::trim_set(bytes(s), set, false, true))
    }
    "strings.Fields"(cx; s: GoStr) -> ret<GoSlice> { pieces(cx, s, &search::fields(bytes(s))) }
    "strings.split"(cx; s: GoStr, sep: &'static [u8], keep: i64, n: i64) -> ret<GoSlice> {
        pieces(cx, s, &search::split(bytes(s), sep, keep as usize, n))
    }
    "strings.explode"(cx; s: GoStr, n: i64) -> ret<GoSlice> { pieces(cx, s, &search::explode(bytes(s), n)) }
    "strings.Join"(cx; parts: GoSlice, sep: &'static [u8]) -> ret<GoStr> {
        join(cx, abi::elements::<GoStr>(parts), sep)
    }
    "strings.repeat"(cx; s: &'static [u8], count: i64) -> raw(2) {
        match abi::repeated(cx, s, count) {
            Ok(GoSlice { ptr, len, .. }) => abi::finish(cx, GoStr { ptr, len }),
            Err(next) => next,
        }
    }
    "strings.Replace"(cx; s: GoStr, old: &'static [u8], new: &'static [u8], n: i64) -> ret<GoStr> {
        changed(cx, s, search::replace(bytes(s), old, new, n))
    }
    "strings.ReplaceAll"(cx; s: GoStr, old: &'static [u8], new: &'static [u8]) -> ret<GoStr> {
        changed(cx, s, search::replace(bytes(s), old, new, -1))
    }
    "strings.ToValidUTF8"(cx; s: GoStr, replacement: &'static [u8]) -> ret<GoStr> {
        changed(cx, s, search::to_valid(bytes(s), replacement))
    }
    "strings.Clone"(cx; s: &'static [u8]) -> ret<Vec<u8>> { s.to_vec() }
}
