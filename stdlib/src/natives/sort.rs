//! Packages sort and slices: leaves without callbacks.

use std::cmp::Ordering;

use runtime::rtype::{GoSlice, GoStr, Kind};

use crate::abi::{self, Iface, natives};

fn by_float(a: &f64, b: &f64) -> Ordering {
    a.partial_cmp(b)
        .unwrap_or_else(|| b.is_nan().cmp(&a.is_nan()))
}

fn sort_ints(s: GoSlice) {
    abi::elements::<i64>(s).sort_unstable();
}

fn sort_strings(s: GoSlice) {
    abi::elements::<GoStr>(s).sort_unstable_by(|a, b| abi::str_bytes(*a).cmp(abi::str_bytes(*b)));
}

fn sort_floats(s: GoSlice) {
    abi::elements::<f64>(s).sort_unstable_by(by_float);
}

natives! {
    "sort.Ints"(cx; s: GoSlice) -> ret<()> { sort_ints(s) }
    "sort.Strings"(cx; s: GoSlice) -> ret<()> { sort_strings(s) }
    "sort.Float64s"(cx; s: GoSlice) -> ret<()> { sort_floats(s) }
    "slices.sortInts"(cx; s: GoSlice) -> ret<()> { sort_ints(s) }
    "slices.sortStrings"(cx; s: GoSlice) -> ret<()> { sort_strings(s) }
    "slices.sortFloat64s"(cx; s: GoSlice) -> ret<()> { sort_floats(s) }
    "sort.swapElems"(cx; base: *mut u8, size: u64, i: i64, j: i64) -> ret<()> {
        let size = size as usize;
        if i == j || size == 0 {
            return crate::abi::finish(cx, ());
        }
        // SAFETY: `i` and `j` index elements of `size` bytes at `base`, and differ.
        unsafe { std::ptr::swap_nonoverlapping(base.add(i as usize * size), base.add(j as usize * size), size) };
    }
    "sort.sliceParts"(cx; x: Iface) -> ret<(*mut u8, u64, i64)> {
        // SAFETY: an `any`'s head is null or a descriptor; a slice's data word points to its header.
        match unsafe { x.head.as_ref() } {
            Some(t) if t.kind() == Kind::Slice => {
                // SAFETY: as above.
                let s = unsafe { (x.data as *const GoSlice).read() };
                (s.ptr, t.elem().size as u64, s.len as i64)
            }
            _ => (std::ptr::null_mut(), 0, -1),
        }
    }
}
