//! Slices.

use runtime::rtype::{GoSlice, RType};
use runtime::slices::{self, FirstArray, SliceError};

use crate::fault;
use crate::handler::{M, Next, flow, slow};
use crate::ops::strings::{low_bound, with};
use crate::ops::{cache, get_slice, set_slice};
use crate::panic;

const NONE: usize = bytecode::NONE as usize;

flow! {
    Slice m {
        let (p, len, old_cap) = (m.r(m.b()), m.r(m.b() + 1), m.r(m.b() + 2));
        let (c, d, x) = (m.c16(), m.d(), m.x());
        let e = x as u16 as usize;
        let lo = if c == NONE { 0 } else { m.r(c) };
        let hi = if d == NONE { len } else { m.r(d) };
        let cap = if e == NONE { old_cap } else { m.r(e) };
        if cap > old_cap || hi > cap || lo > hi { return m.leave(slice_bounds); }
        // A pointer past the end would keep the next object alive.
        m.set(m.a(), if cap == lo { p } else { p + lo * (x >> 32) });
        m.set(m.a() + 1, hi - lo);
        m.set(m.a() + 2, cap - lo);
        m.next2()
    }
    Append64 m {
        let b = m.b();
        let (p, len, cap) = (m.r(b), m.r(b + 1), m.r(b + 2));
        if len >= cap { return m.leave(append_grow); }
        *(p as *mut u64).add(len as usize) = m.r(m.c16());
        m.set(m.a(), p);
        m.set(m.a() + 1, len + 1);
        m.set(m.a() + 2, cap);
        m.next2()
    }
    Append8 m {
        let b = m.b();
        let (p, len, cap) = (m.r(b), m.r(b + 1), m.r(b + 2));
        if len >= cap { return m.leave(append_grow); }
        *(p as *mut u8).add(len as usize) = m.r(m.c16()) as u8;
        m.set(m.a(), p);
        m.set(m.a() + 1, len + 1);
        m.set(m.a() + 2, cap);
        m.next2()
    }
    AppendN m {
        let b = m.b();
        let (p, len, cap) = (m.r(b), m.r(b + 1), m.r(b + 2));
        if len >= cap { return m.leave(append_grow); }
        let size = (*(m.x() as *const RType)).size;
        let to = (p as *mut u8).wrapping_add(len as usize * size);
        std::ptr::copy(m.at(m.c16()).cast::<u8>(), to, size);
        m.set(m.a(), p);
        m.set(m.a() + 1, len + 1);
        m.set(m.a() + 2, cap);
        m.next2()
    }
}

slow! {
    append_grow m {
        let elem = &*(m.x() as *const RType);
        let old = get_slice(m.at(m.b()));
        let made = slices::append(cache(m), elem, old, m.at(m.c16()).cast(), 1, first(m));
        slice_result(m, made)
    }
    GrowSlice m {
        let elem = &*(m.x() as *const RType);
        let old = get_slice(m.at(m.b()));
        let made = slices::reserve(cache(m), elem, old, m.c16(), first(m));
        slice_result(m, made)
    }
    UnsafeSlice m {
        let (ptr, len, flags, size) = (m.r(m.a()), m.r(m.b()), m.c16(), m.x());
        let function = if flags & 1 != 0 { "unsafe.String" } else { "unsafe.Slice" };
        let fits = len.checked_mul(size.max(1)).is_some_and(|bytes| bytes <= ptr.wrapping_neg());
        if len as i64 >= 0 && fits {
            return m.skip(2);
        }
        let what = if len as i64 >= 0 && ptr == 0 {
            "ptr is nil and len is not zero"
        } else {
            "len out of range"
        };
        fault::runtime_error(m.g, m.ip, m.fp, &format!("{function}: {what}"))
    }
    AppendSlice m {
        let elem = &*(m.x() as *const RType);
        let old = get_slice(m.at(m.b()));
        let (from, n) = (m.r(m.c16()) as *const u8, m.r(m.c16() + 1) as usize);
        if n == 0 {
            return slice_result(m, Ok(old));
        }
        let made = slices::append(cache(m), elem, old, from, n, first(m));
        slice_result(m, made)
    }
    MakeSlice m {
        let elem = &*(m.x() as *const RType);
        let len = m.ri(m.b());
        let cap = if m.c() == NONE { len } else { m.ri(m.c()) };
        let made = slices::make(cache(m), elem, len, cap);
        slice_result(m, made)
    }
    slice_bounds m {
        let (len, old_cap, x) = (m.r(m.b() + 1), m.r(m.b() + 2), m.x());
        let e = x as u16 as usize;
        let limit = if x >> 16 & 1 == 0 { "capacity" } else { "length" };
        let given = |slot: usize| (slot != NONE).then(|| m.r(slot));
        let (lo, hi, cap) = (given(m.c16()), given(m.d()), given(e));
        let text = match (hi, cap) {
            (_, Some(cap)) if cap > old_cap => format!("[::{}]{}", cap as i64, with(limit, cap, old_cap)),
            (Some(hi), Some(cap)) if hi > cap => {
                if (hi as i64) < 0 { format!("[:{}:]", hi as i64) } else { format!("[:{hi}:{cap}]") }
            }
            (Some(hi), Some(_)) => {
                let lo = lo.unwrap_or(0);
                if (lo as i64) < 0 { format!("[{}::]", lo as i64) } else { format!("[{lo}:{hi}:]") }
            }
            (Some(hi), None) if hi > old_cap => format!("[:{}]{}", hi as i64, with(limit, hi, old_cap)),
            _ => low_bound(lo.unwrap_or(0), hi, len),
        };
        fault::bounds_error(m.g, m.ip, m.fp, &format!("slice bounds out of range {text}"))
    }
    CopySlice m {
        let (to, from, size) = (m.at(m.b()), m.at(m.c()), m.x() as usize);
        let n = (*to.add(1)).min(*from.add(1));
        slices::copy(*to as *mut u8, *from as *const u8, n as usize * size);
        m.set(m.a(), n);
        m.skip(2)
    }
    ClearSlice m {
        let s = m.at(m.a());
        let bytes = *s.add(1) as usize * m.x() as usize;
        if bytes > 0 {
            std::ptr::write_bytes(*s as *mut u8, 0, bytes);
        }
        m.skip(2)
    }
    SliceToArray m {
        let (p, len, want) = (m.r(m.b()), m.r(m.b() + 1), m.x());
        if len < want {
            let text = format!(
                "cannot convert slice with length {len} to array or pointer to array with length {want}"
            );
            return fault::bounds_error(m.g, m.ip, m.fp, &text);
        }
        m.set(m.a(), p);
        m.skip(2)
    }
}

/// What an operation that appends says about the first array.
fn first(m: M) -> FirstArray {
    match m.d() {
        1 => FirstArray::Roomy,
        2 => FirstArray::Exact,
        _ => FirstArray::Fitting,
    }
}

unsafe fn slice_result(m: M, made: Result<GoSlice, SliceError>) -> Next {
    // SAFETY: see `crate::handler`.
    unsafe {
        match made {
            Ok(s) => {
                set_slice(m.at(m.a()), s);
                m.skip(2)
            }
            Err(e @ SliceError::Memory) => panic::fatal_error(m.g, m.ip, m.fp, e.text()),
            Err(e) => fault::runtime_error(m.g, m.ip, m.fp, e.text()),
        }
    }
}
