//! Packages unicode and unicode/utf8.

use std::sync::OnceLock;

use runtime::native::NativeCx;
use runtime::rtype::GoSlice;

use crate::abi::{self, natives};
use crate::text::unicode::{self, Case, Range, TABLES, Table};
use crate::text::utf8;

/// `unicode.RangeTable` in Go memory.
#[repr(C)]
struct RangeTable {
    r16: GoSlice,
    r32: GoSlice,
    latin_offset: i64,
}

// SAFETY: tables made here refer to memory that is never freed nor changed by us.
unsafe impl Send for RangeTable {}
// SAFETY: as above.
unsafe impl Sync for RangeTable {}

fn leaked<T>(items: Vec<T>) -> GoSlice {
    let items = items.leak();
    GoSlice {
        ptr: items.as_mut_ptr().cast(),
        len: items.len(),
        cap: items.len(),
    }
}

fn in_go_memory(t: &Table) -> RangeTable {
    let narrow = |r: &Range| [r.low as u16, r.high as u16, r.stride as u16];
    let wide = |r: &Range| [r.low, r.high, r.stride];
    RangeTable {
        r16: leaked(t.ranges16.iter().map(narrow).collect()),
        r32: leaked(t.ranges32.iter().map(wide).collect()),
        latin_offset: i64::from(t.latin_offset),
    }
}

/// The table of that name, in memory that lives for ever; made on first use.
fn table(name: &str) -> *mut RangeTable {
    static MADE: OnceLock<Vec<OnceLock<RangeTable>>> = OnceLock::new();
    let Some((i, t)) = unicode::table(name) else {
        return std::ptr::null_mut();
    };
    let made = MADE.get_or_init(|| TABLES.tables.iter().map(|_| OnceLock::new()).collect());
    std::ptr::from_ref(made[i].get_or_init(|| in_go_memory(t))).cast_mut()
}

fn table_names(cx: &mut NativeCx, kind: i64) -> GoSlice {
    let names: Vec<Vec<u8>> = TABLES
        .tables
        .iter()
        .filter(|t| i64::from(t.kind) == kind)
        .map(|t| {
            t.name
                .strip_prefix("fold:")
                .unwrap_or(&t.name)
                .as_bytes()
                .to_vec()
        })
        .collect();
    abi::new_strings(cx, &names)
}

/// Whether one of the table's ranges has `rune`; the table may be the program's own.
fn is(t: &RangeTable, rune: u32) -> bool {
    let hit = |low: u32, high: u32, stride: u32| {
        low <= rune && rune <= high && (stride <= 1 || (rune - low).is_multiple_of(stride))
    };
    let narrow = abi::elements::<[u16; 3]>(t.r16);
    if rune <= 0xffff {
        let i = narrow.partition_point(|r| u32::from(r[1]) < rune);
        if narrow
            .get(i)
            .is_some_and(|&[low, high, stride]| hit(low.into(), high.into(), stride.into()))
        {
            return true;
        }
    }
    let wide = abi::elements::<[u32; 3]>(t.r32);
    let i = wide.partition_point(|r| r[1] < rune);
    wide.get(i)
        .is_some_and(|&[low, high, stride]| hit(low, high, stride))
}

fn has(r: i32, category: &'static str) -> bool {
    u32::try_from(r).is_ok_and(|r| unicode::is_in(category, r))
}

fn to(case: Case, r: i32) -> i32 {
    if (0..=0x10_ffff).contains(&r) {
        unicode::to_case(case, r as u32) as i32
    } else {
        r
    }
}

fn decoded((rune, width): (u32, usize)) -> (i32, i64) {
    (rune as i32, width as i64)
}

natives! {
    "unicode.table"(cx; name: &'static [u8]) -> ret<*mut RangeTable> {
        table(&String::from_utf8_lossy(name))
    }
    "unicode.tableNames"(cx; kind: i64) -> ret<GoSlice> { table_names(cx, kind) }
    "unicode.caseRanges"(cx; ) -> ret<GoSlice> {
        let all: Vec<[u32; 5]> = TABLES
            .cases
            .iter()
            .map(|c| [c.low, c.high, c.delta[0] as u32, c.delta[1] as u32, c.delta[2] as u32])
            .collect();
        abi::new_slice(cx, &all, true)
    }
    "unicode.Is"(cx; t: *mut u8, r: i32) -> ret<bool> {
        // SAFETY: a Go pointer to a RangeTable, or nil.
        !t.is_null() && r >= 0 && is(unsafe { abi::at::<RangeTable>(t) }, r as u32)
    }
    "unicode.IsLetter"(cx; r: i32) -> ret<bool> {
        if (0..0x80).contains(&r) { (r as u8).is_ascii_alphabetic() } else { has(r, "L") }
    }
    "unicode.IsMark"(cx; r: i32) -> ret<bool> { has(r, "M") }
    "unicode.IsNumber"(cx; r: i32) -> ret<bool> {
        if (0..0x80).contains(&r) { (r as u8).is_ascii_digit() } else { has(r, "N") }
    }
    "unicode.IsDigit"(cx; r: i32) -> ret<bool> {
        if (0..0x80).contains(&r) { (r as u8).is_ascii_digit() } else { has(r, "Nd") }
    }
    "unicode.IsPunct"(cx; r: i32) -> ret<bool> { has(r, "P") }
    "unicode.IsSymbol"(cx; r: i32) -> ret<bool> { has(r, "S") }
    "unicode.IsControl"(cx; r: i32) -> ret<bool> { matches!(r, 0..=0x1f | 0x7f..=0x9f) }
    "unicode.IsSpace"(cx; r: i32) -> ret<bool> { r >= 0 && unicode::is_space(r as u32) }
    "unicode.IsUpper"(cx; r: i32) -> ret<bool> {
        if (0..0x80).contains(&r) { (r as u8).is_ascii_uppercase() } else { has(r, "Lu") }
    }
    "unicode.IsLower"(cx; r: i32) -> ret<bool> {
        if (0..0x80).contains(&r) { (r as u8).is_ascii_lowercase() } else { has(r, "Ll") }
    }
    "unicode.IsTitle"(cx; r: i32) -> ret<bool> { has(r, "Lt") }
    "unicode.IsPrint"(cx; r: i32) -> ret<bool> { r >= 0 && unicode::is_print(r as u32) }
    "unicode.IsGraphic"(cx; r: i32) -> ret<bool> { r >= 0 && unicode::is_graphic(r as u32) }
    "unicode.ToUpper"(cx; r: i32) -> ret<i32> { to(Case::Upper, r) }
    "unicode.ToLower"(cx; r: i32) -> ret<i32> { to(Case::Lower, r) }
    "unicode.ToTitle"(cx; r: i32) -> ret<i32> { to(Case::Title, r) }
    "unicode.SimpleFold"(cx; r: i32) -> ret<i32> {
        if (0..=0x10_ffff).contains(&r) { unicode::simple_fold(r as u32) as i32 } else { r }
    }

    "unicode/utf8.AppendRune"(cx; p: GoSlice, r: i32) -> ret<GoSlice> {
        let mut p = p;
        if (0..0x80).contains(&r) {
            abi::append(cx, &mut p, &[r as u8]);
        } else {
            let mut out = Vec::with_capacity(4);
            utf8::push(&mut out, r);
            abi::append(cx, &mut p, &out);
        }
        p
    }
    "unicode/utf8.DecodeRune"(cx; p: GoSlice) -> ret<(i32, i64)> { decoded(utf8::decode(abi::bytes(p))) }
    "unicode/utf8.DecodeRuneInString"(cx; s: &'static [u8]) -> ret<(i32, i64)> { decoded(utf8::decode(s)) }
    "unicode/utf8.DecodeLastRune"(cx; p: GoSlice) -> ret<(i32, i64)> { decoded(utf8::decode_last(abi::bytes(p))) }
    "unicode/utf8.DecodeLastRuneInString"(cx; s: &'static [u8]) -> ret<(i32, i64)> { decoded(utf8::decode_last(s)) }
    "unicode/utf8.FullRune"(cx; p: GoSlice) -> ret<bool> { utf8::is_full(abi::bytes(p)) }
    "unicode/utf8.FullRuneInString"(cx; s: &'static [u8]) -> ret<bool> { utf8::is_full(s) }
    "unicode/utf8.RuneCount"(cx; p: GoSlice) -> ret<i64> { utf8::count(abi::bytes(p)) as i64 }
    "unicode/utf8.RuneCountInString"(cx; s: &'static [u8]) -> ret<i64> { utf8::count(s) as i64 }
    "unicode/utf8.Valid"(cx; p: GoSlice) -> ret<bool> { std::str::from_utf8(abi::bytes(p)).is_ok() }
    "unicode/utf8.ValidString"(cx; s: &'static [u8]) -> ret<bool> { std::str::from_utf8(s).is_ok() }
}
