//! Package regexp: matching.

use runtime::rtype::GoSlice;

use crate::abi::{self, bytes, natives, words};
use crate::text::regexp::{self, Prog};

/// The captured positions as a new slice, nil for no match.
fn positions(
    cx: &mut runtime::native::NativeCx,
    prog: GoSlice,
    prefix: &[u8],
    text: &[u8],
    from: usize,
    wanted: usize,
) -> GoSlice {
    match regexp::find(Prog::new(words(prog), prefix), text, from, wanted) {
        Some(found) => abi::new_slice(cx, &found, true),
        None => GoSlice::NIL,
    }
}

natives! {
    "regexp.find"(cx; prog: GoSlice, prefix: &'static [u8], text: GoSlice, from: usize, wanted: usize) -> ret<GoSlice> {
        positions(cx, prog, prefix, bytes(text), from, wanted)
    }
    "regexp.findString"(cx; prog: GoSlice, prefix: &'static [u8], text: &'static [u8], from: usize, wanted: usize) -> ret<GoSlice> {
        positions(cx, prog, prefix, text, from, wanted)
    }
    "regexp.matches"(cx; prog: GoSlice, prefix: &'static [u8], text: GoSlice) -> ret<bool> {
        regexp::find(Prog::new(words(prog), prefix), bytes(text), 0, 0).is_some()
    }
    "regexp.matchesString"(cx; prog: GoSlice, prefix: &'static [u8], text: &'static [u8]) -> ret<bool> {
        regexp::find(Prog::new(words(prog), prefix), text, 0, 0).is_some()
    }
}
