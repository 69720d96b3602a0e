//! Package internal/rtype: looking into values through their types.

use std::cmp::Ordering;

use runtime::itab::{self, Itab};
use runtime::maps::{self, MapErrorKind};
use runtime::native::{NativeCx, Next};
use runtime::rtype::{GoSlice, GoStr, Kind, RType};

use crate::abi::{self, Iface, natives};

/// The dynamic type of an interface variable of type `t`, whose words are `head` and a data word.
pub fn dynamic_type(t: &RType, head: *const RType) -> Option<&'static RType> {
    if head.is_null() {
        return None;
    }
    if t.methods().is_empty() {
        // SAFETY: the head of an interface without methods is a descriptor.
        return unsafe { head.as_ref() };
    }
    // SAFETY: that of one with methods is an itab.
    Some(unsafe { &*head.cast::<Itab>() }.typ())
}

/// Boxes the data word of a pointer-shaped value, so that the value has an address.
fn boxed(cx: &mut NativeCx, word: u64) -> *mut u8 {
    let p = cx.cache().alloc(8, false);
    // SAFETY: a new object of 8 bytes.
    unsafe { p.cast::<u64>().write(word) };
    p
}

/// An `any` of a copy of the `t` at `p`.
///
/// # Safety
/// `p` points to a value of type `t`.
pub unsafe fn pack(cx: &mut NativeCx, t: &'static RType, p: *const u8) -> Iface {
    // SAFETY: the caller's promise; a direct value is one word, others are copied into a new object of their size.
    unsafe {
        if t.kind() == Kind::Interface {
            let [head, data] = p.cast::<[u64; 2]>().read();
            let head = dynamic_type(t, head as *const RType);
            return Iface {
                head: head.map_or(std::ptr::null(), std::ptr::from_ref),
                data,
            };
        }
        if t.is_direct() {
            return Iface {
                head: t,
                data: p.cast::<u64>().read(),
            };
        }
        if t.size == 0 {
            return Iface {
                head: t,
                data: runtime::heap::ZERO_BASE.as_ptr() as u64,
            };
        }
        let copy = cx.new_value(t);
        std::ptr::copy_nonoverlapping(p, copy, t.size);
        Iface {
            head: t,
            data: copy as u64,
        }
    }
}

/// The order in which package fmt prints map keys.
///
/// # Safety
/// Both point to values of type `t`.
unsafe fn compare(t: &RType, a: *const u8, b: *const u8) -> Ordering {
    macro_rules! as_type {
        ($ty:ty) => {
            a.cast::<$ty>().read().cmp(&b.cast::<$ty>().read())
        };
    }
    let floats = |x: f64, y: f64| {
        x.partial_cmp(&y)
            .unwrap_or_else(|| y.is_nan().cmp(&x.is_nan()))
    };
    // SAFETY: the kind says what is there; parts lie where the type says.
    unsafe {
        match t.kind() {
            Kind::Int | Kind::Int64 => as_type!(i64),
            Kind::Int8 => as_type!(i8),
            Kind::Int16 => as_type!(i16),
            Kind::Int32 => as_type!(i32),
            Kind::Bool | Kind::Uint8 => as_type!(u8),
            Kind::Uint16 => as_type!(u16),
            Kind::Uint32 => as_type!(u32),
            Kind::Float32 => floats(
                f64::from(a.cast::<f32>().read()),
                f64::from(b.cast::<f32>().read()),
            ),
            Kind::Float64 => floats(a.cast::<f64>().read(), b.cast::<f64>().read()),
            Kind::Complex64 => {
                let ([p, q], [r, s]) = (a.cast::<[f32; 2]>().read(), b.cast::<[f32; 2]>().read());
                floats(p.into(), r.into()).then(floats(q.into(), s.into()))
            }
            Kind::Complex128 => {
                let ([p, q], [r, s]) = (a.cast::<[f64; 2]>().read(), b.cast::<[f64; 2]>().read());
                floats(p, r).then(floats(q, s))
            }
            Kind::String => abi::str_bytes(a.cast::<GoStr>().read())
                .cmp(abi::str_bytes(b.cast::<GoStr>().read())),
            Kind::Struct => t
                .fields()
                .iter()
                .map(|f| compare(f.typ, a.add(f.offset), b.add(f.offset)))
                .find(|o| o.is_ne())
                .unwrap_or(Ordering::Equal),
            Kind::Array => {
                let elem = t.elem();
                (0..t.len)
                    .map(|i| compare(elem, a.add(i * elem.size), b.add(i * elem.size)))
                    .find(|o| o.is_ne())
                    .unwrap_or(Ordering::Equal)
            }
            Kind::Interface => compare_interfaces(t, a, b),
            _ => as_type!(u64),
        }
    }
}

/// # Safety
/// Both point to interface variables of type `t`.
unsafe fn compare_interfaces(t: &RType, a: *const u8, b: *const u8) -> Ordering {
    // SAFETY: an interface variable is two words.
    let ([ha, da], [hb, db]) =
        unsafe { (a.cast::<[u64; 2]>().read(), b.cast::<[u64; 2]>().read()) };
    let (ta, tb) = (
        dynamic_type(t, ha as *const RType),
        dynamic_type(t, hb as *const RType),
    );
    match (ta, tb) {
        (Some(x), Some(y)) if std::ptr::eq(x, y) => {
            let (pa, pb) = if x.is_direct() {
                ((&raw const da).cast(), (&raw const db).cast())
            } else {
                (da as *const u8, db as *const u8)
            };
            // SAFETY: the data word is the value or points to it.
            unsafe { compare(x, pa, pb) }
        }
        (Some(x), Some(y)) => std::ptr::from_ref(x).cmp(&std::ptr::from_ref(y)),
        (x, y) => x.is_some().cmp(&y.is_some()),
    }
}

/// Keys' and elements' addresses, alternating, in no order.
///
/// # Safety
/// `m` is a map of type `t` or null.
pub unsafe fn entries(cx: &mut NativeCx, t: &RType, m: *mut u8) -> Result<Vec<[*mut u8; 2]>, Next> {
    let mut all = Vec::new();
    if m.is_null() {
        return Ok(all);
    }
    // SAFETY: the caller's promise; the iterator is new.
    unsafe {
        let it = maps::iter(cx.cache(), m.cast());
        loop {
            match maps::next(t, it) {
                Ok((key, _)) if key.is_null() => return Ok(all),
                Ok((key, elem)) => all.push([key, elem]),
                Err(e) => {
                    return Err(match e.kind() {
                        MapErrorKind::Fatal(text) => Next::Fatal(text.to_owned()),
                        _ => Next::Fatal("concurrent map iteration and map write".to_owned()),
                    });
                }
            }
        }
    }
}

natives! {
    "internal/rtype.Of"(cx; a: Iface) -> ret<*mut RType> {
        a.head.cast_mut()
    }
    "internal/rtype.Data"(cx; a: Iface) -> ret<*mut u8> {
        // SAFETY: an `any`'s head is null or a descriptor.
        match unsafe { a.head.as_ref() } {
            Some(t) if t.is_direct() => boxed(cx, a.data),
            _ => a.data as *mut u8,
        }
    }
    "internal/rtype.Pack"(cx; t: Option<&'static RType>, p: *mut u8) -> ret<Iface> {
        match t {
            // SAFETY: the caller knows that a `t` is at `p`.
            Some(t) => unsafe { pack(cx, t, p) },
            None => Iface { head: std::ptr::null(), data: 0 },
        }
    }
    "internal/rtype.Unpack"(cx; t: Option<&'static RType>, p: *mut u8) -> ret<(Option<&'static RType>, *mut u8)> {
        // SAFETY: an interface variable is at `p`.
        let [head, data] = unsafe { p.cast::<[u64; 2]>().read() };
        match t.and_then(|t| dynamic_type(t, head as *const RType)) {
            Some(d) if d.is_direct() => (Some(d), p.wrapping_add(8)),
            Some(d) => (Some(d), data as *mut u8),
            None => (None, std::ptr::null_mut()),
        }
    }
    "internal/rtype.MapLen"(cx; _t: Option<&'static RType>, m: *mut u8) -> ret<i64> {
        // SAFETY: `m` is a map or nil.
        unsafe { maps::len(m.cast()) as i64 }
    }
    "internal/rtype.MapEntries"(cx; t: Option<&'static RType>, m: *mut u8) -> raw(3) {
        let Some(t) = t else {
            return abi::finish(cx, GoSlice::NIL);
        };
        // SAFETY: `m` is a map of type `t` or nil.
        let mut all = match unsafe { entries(cx, t, m) } {
            Ok(all) => all,
            Err(next) => return next,
        };
        let key = t.key();
        // SAFETY: the entries' first halves are keys.
        all.sort_by(|a, b| unsafe { compare(key, a[0], b[0]) });
        let flat: Vec<*mut u8> = all.into_iter().flatten().collect();
        let s = abi::new_slice(cx, &flat, false);
        abi::finish(cx, s)
    }
    "internal/rtype.Implements"(cx; t: Option<&'static RType>, iface: Option<&'static RType>) -> ret<bool> {
        matches!((t, iface), (Some(t), Some(i)) if itab::missing_method(i, t).is_none())
    }
}
