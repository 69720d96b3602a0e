//! What `runtime.ReadMemStats` reports about the heap.

use super::Heap;
use super::classes::PAGE_SHIFT;
use super::span::Span;
use std::sync::atomic::{AtomicU32, AtomicU64, Ordering};

/// `runtime.MemStats`, without what other parts of the runtime know (stacks in particular). Bytes,
/// unless the name says otherwise.
#[derive(Clone, Copy, Debug, Default)]
pub struct MemStats {
    pub alloc: u64,
    pub total_alloc: u64,
    pub sys: u64,
    pub mallocs: u64,
    pub frees: u64,
    pub heap_alloc: u64,
    pub heap_sys: u64,
    pub heap_idle: u64,
    pub heap_inuse: u64,
    pub heap_released: u64,
    pub heap_objects: u64,
    pub gc_sys: u64,
    pub next_gc: u64,
    /// Nanoseconds since 1970; 0 if there was none.
    pub last_gc: u64,
    pub pause_total_ns: u64,
    /// Of the last collection.
    pub pause_ns: u64,
    pub num_gc: u32,
    pub num_forced_gc: u32,
}

/// Running totals.
#[derive(Default)]
pub struct Counters {
    pub allocated_bytes: AtomicU64,
    pub allocated_objects: AtomicU64,
    pub freed_bytes: AtomicU64,
    pub freed_objects: AtomicU64,
    pub pause_total_ns: AtomicU64,
    pub pause_ns: AtomicU64,
    pub last_gc: AtomicU64,
    pub cycles: AtomicU32,
    pub forced_cycles: AtomicU32,
}

impl Heap {
    /// Exact while the world is stopped and every cache is flushed; otherwise it counts objects that
    /// lie ready in caches as allocated.
    pub fn stats(&self) -> MemStats {
        let c = &self.counters;
        let get = |a: &AtomicU64| a.load(Ordering::Relaxed);
        let (used, free, released) = {
            let pages = self.pages.lock();
            let (used, free) = pages.used_and_free();
            (
                used << PAGE_SHIFT,
                free << PAGE_SHIFT,
                pages.released_pages() << PAGE_SHIFT,
            )
        };
        let usable = (self.space.usable_pages() as u64) << PAGE_SHIFT;
        let idle = free + (usable - used.min(usable));
        let gc_sys = (usable >> PAGE_SHIFT) * (size_of::<Span>() as u64 + 8);
        let alloc = get(&c.allocated_bytes).saturating_sub(get(&c.freed_bytes));
        MemStats {
            alloc,
            total_alloc: get(&c.allocated_bytes),
            sys: usable + gc_sys,
            mallocs: get(&c.allocated_objects),
            frees: get(&c.freed_objects),
            heap_alloc: alloc,
            heap_sys: usable,
            heap_idle: idle,
            heap_inuse: usable - idle,
            heap_released: released + (usable - used.min(usable)),
            heap_objects: get(&c.allocated_objects).saturating_sub(get(&c.freed_objects)),
            gc_sys,
            next_gc: self.pacer.goal(),
            last_gc: get(&c.last_gc),
            pause_total_ns: get(&c.pause_total_ns),
            pause_ns: get(&c.pause_ns),
            num_gc: c.cycles.load(Ordering::Relaxed),
            num_forced_gc: c.forced_cycles.load(Ordering::Relaxed),
        }
    }
}
