//! A worker's allocation cache.
//!
//! For each size class (and apart for objects with and without pointers) a cache holds a span and
//! in it a run of free objects, zeroed already: an allocation is a bump of the run's start. When the
//! run is used up, the next one is looked for in the same span, then in a span from the central
//! lists, then in a new span.

use super::classes::{CLASSES, MAX_SMALL, SHAPES, class_of};
use super::span::Span;
use super::{Heap, ZERO_BASE};
use crate::random::Rng;
use crate::rtype::RType;
use std::ptr::null_mut;

/// Free objects `cur .. end` of one span.
#[derive(Clone, Copy)]
#[repr(C)]
struct Run {
    cur: usize,
    end: usize,
    size: usize,
    span: *mut Span,
}

/// A worker's private share of the heap. Used by one thread at a time.
#[repr(C)]
pub struct Cache {
    /// Indexed by twice the class, plus 1 for `noscan`.
    runs: [Run; CLASSES * 2],
    pub rng: Rng,
    heap: *const Heap,
    /// Bytes and objects handed out since the heap's totals were last brought up to date.
    new_bytes: u64,
    new_objects: u64,
}

impl Cache {
    /// # Safety
    /// The heap must outlive the cache and not move.
    pub unsafe fn new(heap: *const Heap, seed: u64) -> Cache {
        let mut runs = [Run {
            cur: 0,
            end: 0,
            size: 0,
            span: null_mut(),
        }; CLASSES * 2];
        for (i, run) in runs.iter_mut().enumerate() {
            run.size = SHAPES[i / 2].size as usize;
        }
        Cache {
            runs,
            rng: Rng::new(seed),
            heap,
            new_bytes: 0,
            new_objects: 0,
        }
    }

    #[inline]
    pub fn heap(&self) -> &Heap {
        // SAFETY: `new`'s contract.
        unsafe { &*self.heap }
    }

    /// A zeroed object of `size` bytes. `noscan`: it will never hold heap pointers.
    #[inline(always)]
    pub fn alloc(&mut self, size: usize, noscan: bool) -> *mut u8 {
        if size <= MAX_SMALL {
            let index = class_of(size) * 2 + usize::from(noscan);
            let run = &mut self.runs[index];
            let start = run.cur;
            if start < run.end {
                run.cur = start + run.size;
                return start as *mut u8;
            }
            return self.alloc_refill(index);
        }
        self.heap().alloc_large(size, noscan)
    }

    /// A zeroed value of type `t`.
    #[inline]
    pub fn alloc_type(&mut self, t: &RType) -> *mut u8 {
        self.alloc(t.size, !t.has_pointers())
    }

    /// `n` zeroed values of type `t`, one after the other; null if an object cannot be that large.
    #[inline]
    pub fn alloc_array(&mut self, t: &RType, n: usize) -> *mut u8 {
        match t.size.checked_mul(n) {
            Some(size) if size < 1 << 47 => self.alloc(size, !t.has_pointers()),
            _ => null_mut(),
        }
    }

    #[cold]
    #[inline(never)]
    fn alloc_refill(&mut self, index: usize) -> *mut u8 {
        if index < 2 {
            return ZERO_BASE.as_ptr();
        }
        self.refill(index);
        let run = &mut self.runs[index];
        let start = run.cur;
        run.cur += run.size;
        start as *mut u8
    }

    /// Gives `runs[index]` at least one free object.
    fn refill(&mut self, index: usize) {
        let run = self.runs[index];
        let mut from = 0;
        let mut span = run.span;
        if !span.is_null() {
            // SAFETY: a cached span is alive, and its bits are ours.
            from = (run.end - unsafe { (*span).base }) / run.size;
        }
        loop {
            if !span.is_null() {
                // SAFETY: as above, or a span that the heap just handed to us.
                let s = unsafe { &*span };
                if let Some((start, end)) = s.next_free(from) {
                    self.adopt(index, s, start, end);
                    return;
                }
            }
            let heap = self.heap;
            // SAFETY: `new`'s contract.
            let heap = unsafe { &*heap };
            self.report(heap);
            span = heap.take_span(index);
            from = 0;
        }
    }

    /// Makes objects `start..end` of `span` the run of `index`.
    fn adopt(&mut self, index: usize, span: &Span, start: usize, end: usize) {
        span.set_alloc(start, end, true);
        let first = span.base + start * span.size;
        let bytes = (end - start) * span.size;
        if span.dirty {
            // SAFETY: free objects of a span that is ours.
            unsafe { std::ptr::write_bytes(first as *mut u8, 0, bytes) };
        }
        self.new_bytes += bytes as u64;
        self.new_objects += (end - start) as u64;
        self.runs[index] = Run {
            cur: first,
            end: first + bytes,
            size: span.size,
            span: std::ptr::from_ref(span).cast_mut(),
        };
    }

    /// Brings the heap's totals up to date.
    fn report(&mut self, heap: &Heap) {
        heap.count_allocated(self.new_bytes, self.new_objects);
        self.new_bytes = 0;
        self.new_objects = 0;
    }

    /// Gives everything back: before a collection, before exact statistics, and when the worker
    /// ends. The cache may be used again afterwards.
    pub fn flush(&mut self) {
        let heap = self.heap;
        // SAFETY: `new`'s contract.
        let heap = unsafe { &*heap };
        for index in 2..self.runs.len() {
            let run = self.runs[index];
            if run.span.is_null() {
                continue;
            }
            // SAFETY: a cached span is alive, and its bits are ours.
            let span = unsafe { &*run.span };
            let (start, end) = (
                (run.cur - span.base) / span.size,
                (run.end - span.base) / span.size,
            );
            span.set_alloc(start, end, false);
            // What was handed out before the last report may be more than since: wraps around.
            self.new_bytes = self.new_bytes.wrapping_sub((run.end - run.cur) as u64);
            self.new_objects = self.new_objects.wrapping_sub((end - start) as u64);
            self.runs[index] = Run {
                cur: 0,
                end: 0,
                size: run.size,
                span: null_mut(),
            };
            heap.return_span(index, run.span);
        }
        self.report(heap);
    }
}
