//! `==` on Go values in memory. Spec: "Comparison operators".

use crate::itab::Itab;
use crate::rtype::{GoStr, Kind, RType};

/// Values nested deeper than this (through interfaces) are not compared or hashed: worker threads
/// have small stacks.
pub const MAX_DEPTH: u32 = 2000;

/// Why a comparison panics.
#[derive(Clone, Copy, Debug)]
pub enum EqError {
    /// "comparing uncomparable type " and this type.
    Uncomparable(&'static RType),
    /// The values are nested too deeply.
    TooDeep,
}

/// The dynamic type of the value of interface type `t` at `p`, and the address of its value; `None`
/// for nil.
///
/// # Safety
/// `p` must be good for reading an interface value of type `t`.
#[inline]
pub unsafe fn dynamic_value(t: &RType, p: *const u8) -> Option<(&'static RType, *const u8)> {
    // SAFETY: an interface is two words: a type (or an itab, if it has methods), and the data word.
    unsafe {
        let word = p.cast::<*const u8>().read();
        let dynamic = dynamic_type(word, !t.methods().is_empty())?;
        let data = p.add(8);
        Some((
            dynamic,
            if dynamic.is_direct() {
                data
            } else {
                data.cast::<*const u8>().read()
            },
        ))
    }
}

/// The type that an interface's first word stands for; `None` for nil.
///
/// # Safety
/// `word` must be the first word of an interface, with methods or not as told.
#[inline]
pub unsafe fn dynamic_type(word: *const u8, has_methods: bool) -> Option<&'static RType> {
    if word.is_null() {
        return None;
    }
    // SAFETY: not nil, so the word is an itab's or a type's address, which live for ever.
    Some(unsafe {
        if has_methods {
            (*word.cast::<Itab>()).typ()
        } else {
            &*word.cast::<RType>()
        }
    })
}

/// Compares two interface values of the same interface type, given as their words.
///
/// # Safety
/// The words must be those of interface values, with methods or not as told.
#[inline]
pub unsafe fn interfaces_equal(
    has_methods: bool,
    (word_a, data_a): (u64, u64),
    (word_b, data_b): (u64, u64),
) -> Result<bool, EqError> {
    // SAFETY: the caller's promise.
    unsafe { words_equal(has_methods, (word_a, data_a), (word_b, data_b), 0) }
}

/// # Safety
/// As for [`interfaces_equal`].
unsafe fn words_equal(
    has_methods: bool,
    a: (u64, u64),
    b: (u64, u64),
    depth: u32,
) -> Result<bool, EqError> {
    // Identical interface types written differently have itabs of their own: the types decide.
    // SAFETY: the caller's promise.
    let type_of = |word: u64| unsafe { dynamic_type(word as *const u8, has_methods) };
    if a.0 != b.0 {
        let same_type = match (type_of(a.0), type_of(b.0)) {
            (Some(x), Some(y)) => std::ptr::eq(x, y),
            _ => false,
        };
        if !same_type {
            return Ok(false);
        }
    }
    // SAFETY: the caller's promise.
    let Some(t) = (unsafe { dynamic_type(a.0 as *const u8, has_methods) }) else {
        return Ok(true);
    };
    if !t.is_comparable() {
        return Err(EqError::Uncomparable(t));
    }
    if t.is_direct() || a.1 == b.1 && t.is_plain_eq() {
        return Ok(a.1 == b.1);
    }
    // SAFETY: the data words of types that are not direct are addresses of values.
    unsafe { equal_nested(t, a.1 as *const u8, b.1 as *const u8, depth + 1) }
}

/// Compares the values of type `t` at `a` and `b`.
///
/// # Safety
/// Both must be good for reading values of type `t`.
#[inline]
pub unsafe fn equal(t: &'static RType, a: *const u8, b: *const u8) -> Result<bool, EqError> {
    // SAFETY: the caller's promise.
    unsafe { equal_nested(t, a, b, 0) }
}

/// # Safety
/// As for [`equal`].
unsafe fn equal_nested(
    t: &'static RType,
    a: *const u8,
    b: *const u8,
    depth: u32,
) -> Result<bool, EqError> {
    if depth > MAX_DEPTH {
        return Err(EqError::TooDeep);
    }
    // SAFETY: the caller promises values of type `t`; their parts lie where the type says.
    unsafe {
        if t.is_plain_eq() {
            return Ok(bytes_equal(a, b, t.size));
        }
        Ok(match t.kind() {
            Kind::String => a.cast::<GoStr>().read().bytes() == b.cast::<GoStr>().read().bytes(),
            Kind::Float32 => a.cast::<f32>().read() == b.cast::<f32>().read(),
            Kind::Float64 => a.cast::<f64>().read() == b.cast::<f64>().read(),
            Kind::Complex64 => a.cast::<[f32; 2]>().read() == b.cast::<[f32; 2]>().read(),
            Kind::Complex128 => a.cast::<[f64; 2]>().read() == b.cast::<[f64; 2]>().read(),
            Kind::Interface => {
                let (a, b) = (a.cast::<[u64; 2]>().read(), b.cast::<[u64; 2]>().read());
                words_equal(!t.methods().is_empty(), (a[0], a[1]), (b[0], b[1]), depth)?
            }
            Kind::Array => {
                let elem = t.elem();
                for i in 0..t.len {
                    if !equal_nested(elem, a.add(i * elem.size), b.add(i * elem.size), depth + 1)? {
                        return Ok(false);
                    }
                }
                true
            }
            Kind::Struct => {
                for f in t.fields() {
                    let (x, y) = (a.add(f.offset), b.add(f.offset));
                    if f.name.as_str() != "_" && !equal_nested(f.typ, x, y, depth + 1)? {
                        return Ok(false);
                    }
                }
                true
            }
            _ if !t.is_comparable() => return Err(EqError::Uncomparable(t)),
            _ => bytes_equal(a, b, t.size),
        })
    }
}

/// # Safety
/// Both must be good for reading `n` bytes.
#[inline]
unsafe fn bytes_equal(a: *const u8, b: *const u8, n: usize) -> bool {
    if n == 0 || a == b {
        return true;
    }
    // SAFETY: the caller's promise.
    unsafe { std::slice::from_raw_parts(a, n) == std::slice::from_raw_parts(b, n) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hash::{HashError, hash};
    use crate::rtype::{FieldSpec, TypeRegistry, TypeSpec};

    /// `any`, `struct{ next any }`, `[]int`-like, `float64`.
    fn types() -> Vec<&'static RType> {
        let any = TypeSpec {
            kind: Kind::Interface,
            size: 16,
            align: 8,
            comparable: true,
            ..TypeSpec::default()
        };
        let next = FieldSpec {
            name: "next".to_owned(),
            typ: 0,
            ..FieldSpec::default()
        };
        let node = TypeSpec {
            kind: Kind::Struct,
            fields: vec![next],
            ..any.clone()
        };
        let slice = TypeSpec {
            kind: Kind::Slice,
            size: 24,
            comparable: false,
            ..any.clone()
        };
        let float = TypeSpec {
            kind: Kind::Float64,
            size: 8,
            ..any.clone()
        };
        TypeRegistry::new().define(&[any, node, slice, float])
    }

    fn word(t: &'static RType) -> u64 {
        std::ptr::from_ref(t) as u64
    }

    #[test]
    fn deep_chains_end_in_an_error() {
        let t = types();
        let chain = |n: usize| {
            let mut nodes: Vec<[u64; 2]> = vec![[0; 2]; n];
            for i in 1..n {
                nodes[i] = [word(t[1]), &raw const nodes[i - 1] as u64];
            }
            nodes
        };
        let compare = |n: usize| {
            let (a, b) = (chain(n), chain(n));
            let last = |nodes: &Vec<[u64; 2]>| (word(t[1]), &raw const nodes[n - 1] as u64);
            // SAFETY: the words are an interface's, of values that live here.
            unsafe { interfaces_equal(false, last(&a), last(&b)) }
        };
        assert!(compare(500).unwrap());
        assert!(matches!(compare(100_000), Err(EqError::TooDeep)));
        let a = chain(100_000);
        // SAFETY: a value of type `node`.
        let h = unsafe { hash(t[1], (&raw const a[99_999]).cast(), 1) };
        assert!(matches!(h, Err(HashError::TooDeep)));
    }

    #[test]
    fn dynamic_types_decide() {
        let t = types();
        let (nan, slice) = ([f64::NAN.to_bits()], [0u64; 3]);
        let nan = (word(t[3]), nan.as_ptr() as u64);
        let slice = (word(t[2]), slice.as_ptr() as u64);
        // SAFETY: the words are an interface's, of values that live here.
        unsafe {
            assert!(!interfaces_equal(false, nan, nan).unwrap());
            assert!(!interfaces_equal(false, nan, slice).unwrap());
            assert!(interfaces_equal(false, (0, 0), (0, 0)).unwrap());
            assert!(matches!(
                interfaces_equal(false, slice, slice),
                Err(EqError::Uncomparable(_))
            ));
        }
    }
}
