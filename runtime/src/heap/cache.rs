//! A worker's allocation cache.

use super::Heap;
use crate::random::Rng;
use crate::rtype::RType;

/// A worker's private share of the heap. Used by one thread at a time.
#[repr(C)]
pub struct Cache {
    pub rng: Rng,
    heap: *const Heap,
}

impl Cache {
    /// # Safety
    /// The heap must outlive the cache and not move.
    pub unsafe fn new(heap: *const Heap, seed: u64) -> Cache {
        Cache {
            rng: Rng::new(seed),
            heap,
        }
    }

    pub fn heap(&self) -> *const Heap {
        self.heap
    }

    /// A zeroed object of `size` bytes. `noscan`: it will never hold heap pointers.
    #[inline]
    pub fn alloc(&mut self, _size: usize, _noscan: bool) -> *mut u8 {
        unimplemented!()
    }

    /// A zeroed value of type `t`.
    #[inline]
    pub fn alloc_type(&mut self, t: &RType) -> *mut u8 {
        self.alloc(t.size, !t.has_pointers())
    }

    /// `n` zeroed values of type `t`, one after the other; null if that is larger than an object can be.
    pub fn alloc_array(&mut self, t: &RType, n: usize) -> *mut u8 {
        self.alloc(t.size * n, !t.has_pointers())
    }

    /// Gives everything back: before a collection, and when the worker ends.
    pub fn flush(&mut self) {
        unimplemented!()
    }
}
