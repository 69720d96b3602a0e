//! Spans: runs of pages that hold objects of one size, or one large object.
//!
//! Who may touch a descriptor:
//! - fields set by [`Span::init`] are constant until the span is freed;
//! - `alloc` bits belong to the worker whose cache holds the span, else to whoever holds the lock
//!   of the central list it is in; with the world stopped, to the sweeper;
//! - `mark` bits are set by markers (atomically) and cleared by the sweeper;
//! - a free run's `pages`, `next`, `prev` and `released` belong to the page heap, under its lock.

use super::classes::{MAX_OBJECTS, Shape};
use std::sync::atomic::{AtomicU64, Ordering};

/// 64 objects' bits, together because marking needs both.
#[repr(C)]
pub struct Bits {
    pub mark: AtomicU64,
    /// Handed out to a cache (or in use).
    pub alloc: AtomicU64,
}

#[repr(C, align(64))]
pub struct Span {
    pub base: usize,
    pub size: usize,
    pub magic: u32,
    pub objects: u32,
    pub pages: u32,
    pub class: u8,
    pub noscan: bool,
    /// Free objects may hold old contents.
    pub dirty: bool,
    /// Of a free run: its memory has been given back to the system.
    pub released: bool,
    pub next: u32,
    pub prev: u32,
    spare: u64,
    pub bits: [Bits; MAX_OBJECTS / 64],
}

const _: () = assert!(std::mem::offset_of!(Span, bits) == 48);

impl Span {
    /// Makes this the descriptor of a span without objects.
    pub fn init(&mut self, base: usize, shape: Shape, class: u8, noscan: bool, dirty: bool) {
        self.base = base;
        self.size = shape.size as usize;
        self.magic = shape.magic;
        self.objects = shape.objects;
        self.pages = shape.pages;
        self.class = class;
        self.noscan = noscan;
        self.dirty = dirty;
        for bits in self.used_bits() {
            bits.mark.store(0, Ordering::Relaxed);
            bits.alloc.store(0, Ordering::Relaxed);
        }
    }

    /// The bit words that the span's objects need.
    #[inline]
    pub fn used_bits(&self) -> &[Bits] {
        &self.bits[..(self.objects as usize).div_ceil(64)]
    }

    /// The first run of free objects at or after index `from`, as `(start, end)`.
    pub fn next_free(&self, from: usize) -> Option<(usize, usize)> {
        let objects = self.objects as usize;
        let start = self.seek(from, objects, false)?;
        let end = self.seek(start, objects, true).unwrap_or(objects);
        Some((start, end))
    }

    /// The first index in `from..objects` whose alloc bit is `wanted`.
    fn seek(&self, from: usize, objects: usize, wanted: bool) -> Option<usize> {
        let mut i = from;
        while i < objects {
            let word = self.bits[i / 64].alloc.load(Ordering::Relaxed);
            let word = if wanted { word } else { !word } >> (i % 64);
            if word != 0 {
                let found = i + word.trailing_zeros() as usize;
                return (found < objects).then_some(found);
            }
            i = (i / 64 + 1) * 64;
        }
        None
    }

    /// Sets or clears the alloc bits of objects `start..end`.
    pub fn set_alloc(&self, start: usize, end: usize, value: bool) {
        let mut i = start;
        while i < end {
            let stop = end.min((i / 64 + 1) * 64);
            let ones = u64::MAX >> (64 - (stop - i)) << (i % 64);
            let alloc = &self.bits[i / 64].alloc;
            let old = alloc.load(Ordering::Relaxed);
            alloc.store(
                if value { old | ones } else { old & !ones },
                Ordering::Relaxed,
            );
            i = stop;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::heap::classes::{SHAPES, class_of};

    #[test]
    fn free_runs_are_found() {
        // SAFETY: a descriptor is valid when it is all zeros.
        let mut span: Box<Span> = unsafe { Box::new(std::mem::zeroed()) };
        let class = class_of(24);
        span.init(0, SHAPES[class], class as u8, false, false);
        let n = span.objects as usize;
        assert_eq!(span.next_free(0), Some((0, n)));
        span.set_alloc(0, n, true);
        assert_eq!(span.next_free(0), None);
        span.set_alloc(60, 130, false);
        assert_eq!(span.next_free(0), Some((60, 130)));
        assert_eq!(span.next_free(100), Some((100, 130)));
        assert_eq!(span.next_free(130), None);
        span.set_alloc(n - 1, n, false);
        assert_eq!(span.next_free(130), Some((n - 1, n)));
    }
}
