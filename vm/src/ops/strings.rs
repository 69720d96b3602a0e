//! Strings.

use std::cmp::Ordering;

use runtime::rtype::{GoSlice, GoStr};
use runtime::slices::NO_MEMORY;
use runtime::strings;

use crate::fault;
use crate::handler::{M, Next, flow, slow, straight};
use crate::ops::{cache, get_slice, get_str, set_slice, set_str};
use crate::panic;

/// Whether the strings at two places are equal.
///
/// # Safety
/// Both are two slots that hold a string.
#[inline(always)]
pub unsafe fn same_string(x: *const u64, y: *const u64) -> bool {
    // SAFETY: the caller's promise.
    unsafe {
        let len = *x.add(1);
        len == *y.add(1) && (*x == *y || same_bytes(*x as *const u8, *y as *const u8, len as usize))
    }
}

#[inline(never)]
unsafe fn same_bytes(x: *const u8, y: *const u8, len: usize) -> bool {
    let (x, y) = (GoStr { ptr: x, len }, GoStr { ptr: y, len });
    // SAFETY: the addresses are of two strings of this length.
    unsafe { x.bytes() == y.bytes() }
}

#[inline(never)]
unsafe fn compare(x: *const u64, y: *const u64) -> Ordering {
    // SAFETY: as in `same_string`.
    unsafe { strings::compare(get_str(x), get_str(y)) }
}

straight! {
    StrEq m m.set(m.a(), u64::from(same_string(m.at(m.b()), m.at(m.c()))));
    StrNe m m.set(m.a(), u64::from(!same_string(m.at(m.b()), m.at(m.c()))));
    StrLt m m.set(m.a(), u64::from(compare(m.at(m.b()), m.at(m.c())) == Ordering::Less));
    StrLe m m.set(m.a(), u64::from(compare(m.at(m.b()), m.at(m.c())) != Ordering::Greater));
}

flow! {
    StrSlice m {
        let (p, len) = (m.r(m.b()), m.r(m.b() + 1));
        let (c, d) = (m.c16(), m.d());
        let lo = if c == NONE { 0 } else { m.r(c) };
        let hi = if d == NONE { len } else { m.r(d) };
        if hi > len || lo > hi { return m.leave(string_bounds); }
        m.set(m.a(), if lo == len { p } else { p + lo });
        m.set(m.a() + 1, hi - lo);
        m.next()
    }
    StrRune m {
        let (p, i) = (m.r(m.b()), m.r(m.c16()));
        let first = *(p as *const u8).add(i as usize);
        if first >= 0x80 { return m.leave(long_rune); }
        let (a, d) = (m.a(), m.d());
        m.set(a, u64::from(first));
        m.set(d, i + 1);
        m.next()
    }
}

const NONE: usize = bytecode::NONE as usize;

slow! {
    string_bounds m {
        let len = m.r(m.b() + 1);
        let lo = (m.c16() != NONE).then(|| m.r(m.c16()));
        let hi = (m.d() != NONE).then(|| m.r(m.d()));
        let text = match hi {
            Some(hi) if hi > len => format!("[:{}]{}", hi as i64, with("length", hi, len)),
            _ => low_bound(lo.unwrap_or(0), hi, len),
        };
        fault::bounds_error(m.g, m.ip, m.fp, &format!("slice bounds out of range {text}"))
    }
    long_rune m {
        let (p, i, len) = (m.r(m.b()), m.r(m.c16()) as usize, m.r(m.b() + 1) as usize);
        let rest = GoStr { ptr: (p as *const u8).add(i), len: len - i };
        let (rune, size) = strings::decode_rune(rest.bytes());
        let (a, d) = (m.a(), m.d());
        m.seti(a, i64::from(rune));
        m.set(d, (i + size) as u64);
        m.skip(1)
    }
    Concat m {
        let parts = std::slice::from_raw_parts(m.at(m.b()).cast::<GoStr>(), m.c());
        let Some(s) = strings::concat(cache(m), parts) else {
            return panic::fatal_error(m.g, m.ip, m.fp, NO_MEMORY);
        };
        set_str(m.at(m.a()), s);
        m.skip(1)
    }
    StrToBytes m { bytes_result(m, strings::to_bytes(cache(m), get_str(m.at(m.b())))) }
    StrToRunes m { bytes_result(m, strings::to_runes(cache(m), get_str(m.at(m.b())))) }
    BytesToStr m { str_result(m, strings::from_bytes(cache(m), get_slice(m.at(m.b())))) }
    RunesToStr m { str_result(m, strings::from_runes(cache(m), get_slice(m.at(m.b())))) }
    RuneToStr m { str_result(m, strings::from_rune(cache(m), m.ri(m.b()))) }
}

unsafe fn bytes_result(m: M, s: GoSlice) -> Next {
    // SAFETY: see `crate::handler`.
    unsafe {
        set_slice(m.at(m.a()), s);
        m.skip(1)
    }
}

unsafe fn str_result(m: M, s: GoStr) -> Next {
    // SAFETY: see `crate::handler`.
    unsafe {
        set_str(m.at(m.a()), s);
        m.skip(1)
    }
}

/// " with capacity 3", or nothing after a negative bound.
pub fn with(what: &str, bound: u64, limit: u64) -> String {
    if (bound as i64) < 0 {
        String::new()
    } else {
        format!(" with {what} {limit}")
    }
}

/// What is wrong with a low bound: `[3:2]`, `[-1:]`.
pub fn low_bound(lo: u64, hi: Option<u64>, len: u64) -> String {
    if (lo as i64) < 0 {
        format!("[{}:]", lo as i64)
    } else {
        format!("[{lo}:{}]", hi.unwrap_or(len))
    }
}
