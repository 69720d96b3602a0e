//! Slices: `make`, growth for `append`, `copy`.

use crate::heap::{Cache, MAX_SMALL, PAGE_SIZE, ZERO_BASE, rounded_size};
use crate::rtype::{GoSlice, RType};

/// No object is larger than this; as in Go on amd64.
const MAX_ALLOC: usize = 1 << 48;

/// What a fatal error for lack of memory says.
pub const NO_MEMORY: &str = "runtime: out of memory";

/// Run-time errors; [`SliceError::text`] goes after "runtime error: ".
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SliceError {
    MakeLen,
    MakeCap,
    GrowLen,
    /// Not a panic, but the goroutine's end.
    Memory,
}

impl SliceError {
    pub fn text(self) -> &'static str {
        match self {
            SliceError::MakeLen => "makeslice: len out of range",
            SliceError::MakeCap => "makeslice: cap out of range",
            SliceError::GrowLen => "growslice: len out of range",
            SliceError::Memory => NO_MEMORY,
        }
    }
}

fn fits(t: &RType, n: i64) -> Option<usize> {
    let n = usize::try_from(n).ok()?;
    t.size.checked_mul(n).filter(|&bytes| bytes <= MAX_ALLOC)
}

fn alloc(cache: &mut Cache, t: &RType, bytes: usize) -> Result<*mut u8, SliceError> {
    if !cache.heap().can_hold(bytes) {
        return Err(SliceError::Memory);
    }
    Ok(cache.alloc(bytes, !t.has_pointers()))
}

/// `make([]t, len, cap)`.
pub fn make(cache: &mut Cache, t: &RType, len: i64, cap: i64) -> Result<GoSlice, SliceError> {
    if fits(t, len).is_none() {
        return Err(SliceError::MakeLen);
    }
    let bytes = fits(t, cap)
        .filter(|_| len <= cap)
        .ok_or(SliceError::MakeCap)?;
    let ptr = alloc(cache, t, bytes)?;
    Ok(GoSlice {
        ptr,
        len: len as usize,
        cap: cap as usize,
    })
}

/// The capacity wanted for `len` elements when `cap` are not enough: double for small slices, by a
/// quarter for large ones, smoothly between.
fn grown_cap(cap: usize, len: usize) -> usize {
    const SMALL: usize = 256;
    if len > cap.saturating_mul(2) {
        return len;
    }
    if cap < SMALL {
        return cap * 2;
    }
    let mut grown = cap;
    while grown < len {
        grown = match grown.checked_add((grown + 3 * SMALL) / 4) {
            Some(more) => more,
            None => return len,
        };
    }
    grown
}

/// The bytes that Go's allocator gives for a request of `bytes`. Go keeps 8 bytes in front of objects
/// with pointers that are larger than 512 bytes, which shows in capacities.
fn go_rounded(bytes: usize, has_pointers: bool) -> usize {
    let header = if has_pointers && bytes > 512 { 8 } else { 0 };
    if bytes <= MAX_SMALL - 8 {
        rounded_size(bytes + header) - header
    } else {
        bytes.checked_next_multiple_of(PAGE_SIZE).unwrap_or(bytes)
    }
}

/// The array that a slice without one gets.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FirstArray {
    /// As large as growing asks for.
    Fitting,
    /// Of [`ROOMY`] bytes, if that is enough: where Go uses a small buffer on the stack.
    Roomy,
    /// Without spare room up to so many bytes: where Go copies from such a buffer in the end.
    Exact,
}

const ROOMY: usize = 32;

/// A copy of `old` with length `len > old.cap` and room to grow; the elements beyond `old.len` are
/// zero.
///
/// # Safety
/// `old` must be a slice of `t`.
pub unsafe fn grow(
    cache: &mut Cache,
    t: &RType,
    old: GoSlice,
    len: usize,
) -> Result<GoSlice, SliceError> {
    if len > i64::MAX as usize {
        return Err(SliceError::GrowLen);
    }
    if t.size == 0 {
        return Ok(GoSlice {
            ptr: ZERO_BASE.as_ptr(),
            len,
            cap: len,
        });
    }
    let bytes = grown_cap(old.cap, len)
        .checked_mul(t.size)
        .filter(|&bytes| bytes <= MAX_ALLOC)
        .ok_or(SliceError::GrowLen)?;
    let cap = go_rounded(bytes, t.has_pointers()) / t.size;
    let ptr = alloc(cache, t, cap * t.size)?;
    // SAFETY: the new object has at least `len > old.len` elements.
    unsafe { std::ptr::copy_nonoverlapping(old.ptr, ptr, old.len * t.size) };
    Ok(GoSlice { ptr, len, cap })
}

/// A larger array for `len` elements of `s`, if it is to have one of its first ones.
///
/// # Safety
/// `s` must be a slice of `t`.
unsafe fn first_array(
    cache: &mut Cache,
    t: &RType,
    s: GoSlice,
    len: usize,
    first: FirstArray,
) -> Option<GoSlice> {
    let room = ROOMY
        .checked_div(t.size)
        .filter(|&room| s.cap < len && len <= room)?;
    let cap = match first {
        FirstArray::Roomy if s.cap == 0 => room,
        FirstArray::Exact => go_rounded(len * t.size, t.has_pointers()) / t.size,
        _ => return None,
    };
    let ptr = cache.alloc(cap * t.size, !t.has_pointers());
    // SAFETY: the new array has at least `len > s.len` elements.
    unsafe { copy(ptr, s.ptr, s.len * t.size) };
    Some(GoSlice { ptr, len, cap })
}

/// `append(s, …)` for `n` elements at `from` (which may lie in `s`).
///
/// # Safety
/// `s` must be a slice of `t`, and `from` good for reading `n` elements.
#[inline]
pub unsafe fn append(
    cache: &mut Cache,
    t: &RType,
    s: GoSlice,
    from: *const u8,
    n: usize,
    first: FirstArray,
) -> Result<GoSlice, SliceError> {
    let len = s.len.checked_add(n).ok_or(SliceError::GrowLen)?;
    let mut out = GoSlice { len, ..s };
    // SAFETY: the caller's promise.
    if let Some(roomy) = unsafe { first_array(cache, t, s, len, first) } {
        out = roomy;
    } else if len > s.cap {
        // SAFETY: the caller's promise.
        out = unsafe { grow(cache, t, s, len)? };
    }
    // SAFETY: `out` has room for `len` elements; `from` may overlap it.
    unsafe { copy(out.ptr.wrapping_add(s.len * t.size), from, n * t.size) };
    Ok(out)
}

/// `s` with room for `n` more elements.
///
/// # Safety
/// `s` must be a slice of `t`.
pub unsafe fn reserve(
    cache: &mut Cache,
    t: &RType,
    s: GoSlice,
    n: usize,
    first: FirstArray,
) -> Result<GoSlice, SliceError> {
    let len = s.len.checked_add(n).ok_or(SliceError::GrowLen)?;
    if len <= s.cap {
        return Ok(s);
    }
    // SAFETY: the caller's promise.
    if let Some(roomy) = unsafe { first_array(cache, t, s, len, first) } {
        return Ok(GoSlice {
            len: s.len,
            ..roomy
        });
    }
    // SAFETY: the caller's promise.
    let grown = unsafe { grow(cache, t, s, len)? };
    Ok(GoSlice {
        len: s.len,
        ..grown
    })
}

/// Moves `bytes` bytes, which may overlap.
///
/// # Safety
/// If `bytes` is not zero, the addresses must be good for reading and writing as many.
#[inline]
pub unsafe fn copy(to: *mut u8, from: *const u8, bytes: usize) {
    if bytes != 0 {
        // SAFETY: the caller's promise.
        unsafe { std::ptr::copy(from, to, bytes) };
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Config;
    use crate::heap::Heap;
    use crate::rtype::{Kind, TypeRegistry, TypeSpec};

    fn elem(size: usize, has_pointers: bool) -> &'static RType {
        let spec = TypeSpec {
            kind: Kind::Struct,
            size,
            align: 8,
            has_pointers,
            ..TypeSpec::default()
        };
        TypeRegistry::new().define(&[spec])[0]
    }

    /// The capacities that appending one element at a time goes through.
    fn capacities(size: usize, has_pointers: bool, up_to: usize) -> Vec<usize> {
        let heap = Box::new(Heap::new(&Config::default()).unwrap());
        // SAFETY: the box keeps the heap in place.
        let mut cache = unsafe { Cache::new(&*heap, 1) };
        let t = elem(size, has_pointers);
        let zeros = vec![0u8; size];
        let mut s = GoSlice::NIL;
        let mut caps = Vec::new();
        while s.len < up_to {
            // SAFETY: `s` is a slice of `t`, `zeros` holds one element.
            s = unsafe {
                append(&mut cache, t, s, zeros.as_ptr(), 1, FirstArray::Fitting).unwrap()
            };
            if caps.last() != Some(&s.cap) {
                caps.push(s.cap);
            }
        }
        caps
    }

    // Recorded from Go 1.26.
    include!("slices_capacities.rs");

    #[test]
    fn capacities_are_those_of_go() {
        for (size, has_pointers, caps) in GO_CAPACITIES {
            let up_to = caps[caps.len() - 1];
            assert_eq!(
                &capacities(*size, *has_pointers, up_to),
                caps,
                "{size} {has_pointers}"
            );
        }
    }

    #[test]
    fn out_of_range_sizes_are_errors() {
        let heap = Box::new(Heap::new(&Config::default()).unwrap());
        // SAFETY: the box keeps the heap in place.
        let mut cache = unsafe { Cache::new(&*heap, 1) };
        let t = elem(8, false);
        assert_eq!(
            make(&mut cache, t, -1, -1).unwrap_err(),
            SliceError::MakeLen
        );
        assert_eq!(
            make(&mut cache, t, 1 << 60, 1 << 60).unwrap_err(),
            SliceError::MakeLen
        );
        assert_eq!(
            make(&mut cache, t, 1, 1 << 60).unwrap_err(),
            SliceError::MakeCap
        );
        assert_eq!(make(&mut cache, t, 2, 1).unwrap_err(), SliceError::MakeCap);
    }
}
