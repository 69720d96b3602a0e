//! Package strconv.

use runtime::rtype::GoSlice;

use crate::abi::{self, natives};
use crate::text::quote::{self, Style};
use crate::text::{float, integer, unicode};

fn is_rune(r: i32, f: fn(u32) -> bool) -> bool {
    u32::try_from(r).is_ok_and(f)
}

natives! {
    "strconv.Itoa"(cx; i: i64) -> ret<Vec<u8>> {
        let mut out = Vec::with_capacity(20);
        integer::append(&mut out, i.unsigned_abs(), 10, i < 0);
        out
    }
    "strconv.formatBits"(cx; u: u64, base: i64, negative: bool) -> ret<Vec<u8>> {
        let mut out = Vec::with_capacity(20);
        integer::append(&mut out, u, base.clamp(2, 36) as u64, negative);
        out
    }
    "strconv.appendBits"(cx; dst: GoSlice, u: u64, base: i64, negative: bool) -> ret<GoSlice> {
        let mut out = Vec::with_capacity(20);
        integer::append(&mut out, u, base.clamp(2, 36) as u64, negative);
        let mut dst = dst;
        abi::append(cx, &mut dst, &out);
        dst
    }
    "strconv.parseInt"(cx; s: &'static [u8], base: i64, bits: i64) -> ret<(i64, i64)> {
        let (n, fault) = integer::parse_signed(s, base, bits);
        (n, fault as i64)
    }
    "strconv.parseUint"(cx; s: &'static [u8], base: i64, bits: i64) -> ret<(u64, i64)> {
        let (n, fault) = integer::parse_unsigned(s, base, bits);
        (n, fault as i64)
    }
    "strconv.parseFloat"(cx; s: &'static [u8], bits: i64) -> ret<(f64, i64, i64)> {
        let (f, used, fault) = float::parse_prefix(s, bits == 32);
        (f, used as i64, fault as i64)
    }
    "strconv.formatFloat"(cx; f: f64, format: u8, precision: i64, bits: i64) -> ret<Vec<u8>> {
        let mut out = Vec::with_capacity(24);
        float::append(&mut out, f, format, precision, bits == 32);
        out
    }
    "strconv.appendFloat"(cx; dst: GoSlice, f: f64, format: u8, precision: i64, bits: i64) -> ret<GoSlice> {
        let mut out = Vec::with_capacity(24);
        float::append(&mut out, f, format, precision, bits == 32);
        let mut dst = dst;
        abi::append(cx, &mut dst, &out);
        dst
    }
    "strconv.appendQuoted"(cx; dst: GoSlice, s: &'static [u8], q: u8, ascii: bool, graphic: bool) -> ret<GoSlice> {
        let mut out = Vec::with_capacity(s.len() + 2);
        quote::append(&mut out, s, q, Style { ascii, graphic });
        let mut dst = dst;
        abi::append(cx, &mut dst, &out);
        dst
    }
    "strconv.quoted"(cx; s: &'static [u8], q: u8, ascii: bool, graphic: bool) -> ret<Vec<u8>> {
        let mut out = Vec::with_capacity(s.len() + 2);
        quote::append(&mut out, s, q, Style { ascii, graphic });
        out
    }
    "strconv.IsPrint"(cx; r: i32) -> ret<bool> { is_rune(r, unicode::is_print) }
    "strconv.IsGraphic"(cx; r: i32) -> ret<bool> { is_rune(r, unicode::is_graphic) }
    "strconv.CanBackquote"(cx; s: &'static [u8]) -> ret<bool> { quote::can_backquote(s) }
}
