//! The garbage-collected heap.
//!
//! Non-moving mark and sweep over spans of size-classed objects. From below: [`space`] (addresses
//! and side tables), [`pages`] (free runs of pages), [`span`], the central lists in this file (spans
//! with free objects, by class), [`cache`] (what a worker allocates from), and [`mark`], [`sweep`],
//! [`cycle`] and [`pacer`] for collecting.
//!
//! Invariants:
//! - With the world running, a span is held by at most one of: a cache, a central list; or it is
//!   full (or large) and held by nobody. The sweeper finds all spans through the page table.
//! - Objects are zeroed when they are handed out, never when they are freed.
//! - Marking considers a word an object's address if it lies in an allocated object; interior
//!   addresses count.

mod cache;
mod classes;
mod cycle;
mod mark;
mod pacer;
mod pages;
mod space;
mod span;
mod specials;
mod stats;
mod sweep;

pub use cache::Cache;
pub use classes::{MAX_SMALL, PAGE_SIZE, rounded_size};
pub use cycle::{CycleTimes, RootSource};
pub use mark::Marker;
pub use specials::{FinalizerError, Ready};
pub use stats::MemStats;

use crate::Config;
use classes::{CLASSES, PAGE_SHIFT, SHAPES, Shape};
use pacer::Pacer;
use pages::PageHeap;
use parking_lot::Mutex;
use space::{Page, Space};
use span::Span;
use stats::Counters;
use std::cell::UnsafeCell;
use std::sync::atomic::{AtomicBool, AtomicPtr, AtomicUsize, Ordering};

/// Memory that pointers to zero-size values may point to.
pub struct ZeroBase(UnsafeCell<[u64; 2]>);

// SAFETY: nobody reads or writes the bytes through pointers to zero-size values.
unsafe impl Sync for ZeroBase {}

impl ZeroBase {
    pub fn as_ptr(&self) -> *mut u8 {
        self.0.get().cast()
    }
}

/// Where pointers to zero-size values point.
pub static ZERO_BASE: ZeroBase = ZeroBase(UnsafeCell::new([0; 2]));

static SMALL_VALUES: [u64; 256] = {
    let mut values = [0; 256];
    let mut i = 0;
    while i < values.len() {
        values[i] = i as u64;
        i += 1;
    }
    values
};

/// The address of eight read-only bytes that hold `value`: boxes for small integers.
#[inline]
pub fn small_value(value: u8) -> *const u8 {
    (&raw const SMALL_VALUES[usize::from(value)]).cast()
}

/// The heap of one [`crate::Runtime`]. See [`Heap::begin_cycle`] for how a collection goes.
pub struct Heap {
    space: Space,
    pages: Mutex<PageHeap>,
    /// Spans with free objects, indexed as a cache's runs.
    central: [Mutex<Vec<Page>>; CLASSES * 2],
    counters: Counters,
    pacer: Pacer,
    wanted: AtomicBool,
    request_hook: AtomicUsize,
    request_arg: AtomicPtr<()>,
    /// The size of the heap that large objects must not go beyond.
    most: AtomicUsize,
    cycle: cycle::Cycle,
    specials: specials::Specials,
}

impl Heap {
    pub fn new(config: &Config) -> Result<Heap, String> {
        let space = Space::reserve()?;
        let pacer = Pacer::new(
            config.gc_percent,
            config.memory_limit,
            space.reserved_bytes(),
        );
        Ok(Heap {
            // The rest is for small objects.
            most: AtomicUsize::new(space.reserved_bytes() / 16 * 15),
            space,
            pages: Mutex::new(PageHeap::new()),
            central: std::array::from_fn(|_| Mutex::new(Vec::new())),
            counters: Counters::default(),
            pacer,
            wanted: AtomicBool::new(false),
            request_hook: AtomicUsize::new(0),
            request_arg: AtomicPtr::new(std::ptr::null_mut()),
            cycle: cycle::Cycle::new(),
            specials: specials::Specials::default(),
        })
    }

    /// The heap has passed its goal: a collection should happen at the next opportunity.
    #[inline]
    pub fn gc_wanted(&self) -> bool {
        self.wanted.load(Ordering::Relaxed)
    }

    /// What to call when an allocation passes the goal, once before each collection. It is called
    /// in the middle of the allocation, so it may only ask the workers to stop.
    pub fn set_request_hook(&self, hook: fn(*mut ()), arg: *mut ()) {
        self.request_arg.store(arg, Ordering::Release);
        self.request_hook.store(hook as usize, Ordering::Release);
    }

    #[cold]
    fn request(&self) {
        if self.wanted.swap(true, Ordering::AcqRel) {
            return;
        }
        let hook = self.request_hook.load(Ordering::Acquire);
        if hook != 0 {
            // SAFETY: only `set_request_hook` stores here, a function of this type.
            let hook: fn(*mut ()) = unsafe { std::mem::transmute(hook) };
            hook(self.request_arg.load(Ordering::Acquire));
        }
    }

    /// GOGC; returns the old value. Negative: off.
    pub fn set_gc_percent(&self, percent: i32) -> i32 {
        self.pacer.set_percent(percent.max(-1))
    }

    /// GOMEMLIMIT; returns the old value. Negative: only reads it.
    pub fn set_memory_limit(&self, bytes: i64) -> i64 {
        self.pacer.set_limit(bytes)
    }

    /// Whether there may be room for an object of this size. What asks beforehand can end the goroutine
    /// alone; an allocation that fails ends the process.
    #[inline]
    pub fn can_hold(&self, bytes: usize) -> bool {
        bytes <= MAX_SMALL || self.has_pages(bytes)
    }

    #[cold]
    fn has_pages(&self, bytes: usize) -> bool {
        let (used, free) = self.pages.lock().used_and_free();
        let taken = ((used - free) as usize) << PAGE_SHIFT;
        let room = self.most.load(Ordering::Relaxed).saturating_sub(taken);
        if bytes > room {
            // There may be more the next time.
            self.request();
        }
        bytes <= room
    }

    /// From now on large objects must leave the heap smaller than this.
    pub fn set_most(&self, bytes: usize) {
        self.most.fetch_min(bytes, Ordering::Relaxed);
    }

    /// Gives the memory of free pages back to the system (`debug.FreeOSMemory`, after a collection).
    pub fn release_free_memory(&self) {
        self.pages.lock().scavenge(&self.space, 0, u64::MAX);
    }

    /// The span that `address` lies in, and the index of the object there.
    fn locate(&self, address: usize) -> Option<(&Span, usize)> {
        let offset = address.checked_sub(self.space.base())?;
        if offset >> PAGE_SHIFT >= self.space.usable_pages() {
            return None;
        }
        let first = self.space.owner(offset >> PAGE_SHIFT)?;
        // SAFETY: a page's owner is a span in use; while it is, only its atomic bits change.
        let span = unsafe { &*self.space.span(first) };
        let index = ((address - span.base) as u64 * u64::from(span.magic)) >> 32;
        (index < u64::from(span.objects)).then_some((span, index as usize))
    }

    /// The object that `address` lies in, as (start, size); `None` outside of the heap. Meaningful
    /// for addresses that the caller knows to be alive.
    pub fn object_of(&self, address: usize) -> Option<(usize, usize)> {
        let (span, index) = self.locate(address)?;
        Some((span.base + index * span.size, span.size))
    }

    /// During a collection: the object that `address` lies in has been marked (or is no object).
    fn is_marked(&self, address: usize) -> bool {
        self.locate(address).is_none_or(|(span, i)| {
            span.bits[i / 64].mark.load(Ordering::Relaxed) >> (i % 64) & 1 != 0
        })
    }

    fn is_noscan(&self, address: usize) -> bool {
        self.locate(address).is_some_and(|(span, _)| span.noscan)
    }

    fn count_allocated(&self, bytes: u64, objects: u64) {
        let c = &self.counters;
        let before = c.allocated_bytes.fetch_add(bytes, Ordering::Relaxed);
        c.allocated_objects.fetch_add(objects, Ordering::Relaxed);
        let now = before
            .wrapping_add(bytes)
            .saturating_sub(c.freed_bytes.load(Ordering::Relaxed));
        if now >= self.pacer.goal() {
            self.request();
        }
    }

    /// A span of the class and kind of `index` with at least one free object.
    fn take_span(&self, index: usize) -> *mut Span {
        if let Some(page) = self.central[index].lock().pop() {
            return self.space.span(page);
        }
        let class = index / 2;
        self.new_span(SHAPES[class], class as u8, index % 2 == 1).0
    }

    /// Takes a span back from a cache.
    fn return_span(&self, index: usize, span: *mut Span) {
        // SAFETY: the caller hands over a span that it held.
        let s = unsafe { &*span };
        if s.next_free(0).is_some() {
            let page = (s.base - self.space.base()) >> PAGE_SHIFT;
            self.central[index].lock().push(Page(page as u32));
        }
    }

    /// A new span, and whether its memory must be cleared.
    fn new_span(&self, shape: Shape, class: u8, noscan: bool) -> (*mut Span, bool) {
        let taken = self.pages.lock().take(&self.space, shape.pages);
        let Some(taken) = taken else {
            out_of_memory();
        };
        let span = self.space.span(taken.first);
        // SAFETY: the pages were just taken, so their descriptor is ours alone.
        unsafe {
            (*span).init(
                self.space.address(taken.first),
                shape,
                class,
                noscan,
                taken.dirty,
            )
        };
        self.space.set_owner(taken.first, shape.pages, true);
        (span, taken.dirty)
    }

    /// A zeroed object that has a span for itself.
    #[cold]
    #[inline(never)]
    fn alloc_large(&self, size: usize, noscan: bool) -> *mut u8 {
        let Ok(pages) = u32::try_from(size.div_ceil(PAGE_SIZE)) else {
            out_of_memory();
        };
        let shape = Shape {
            size: 0,
            pages,
            objects: 1,
            magic: 0,
        };
        let (span, dirty) = self.new_span(shape, 0, noscan);
        let bytes = pages as usize * PAGE_SIZE;
        // SAFETY: the new span is ours until we return; it has `bytes` bytes from `base` on.
        let base = unsafe {
            (*span).size = bytes;
            if dirty {
                std::ptr::write_bytes((*span).base as *mut u8, 0, bytes);
            }
            (*span).set_alloc(0, 1, true);
            (*span).base
        };
        self.count_allocated(bytes as u64, 1);
        base as *mut u8
    }
}

/// Go's way to end when memory is exhausted. The Go program cannot recover from it, and nothing that
/// needs memory can be done any more.
#[cold]
fn out_of_memory() -> ! {
    let text = b"fatal error: runtime: out of memory\n";
    // SAFETY: writes from a static buffer; ends the process without running anything else.
    unsafe {
        libc::write(2, text.as_ptr().cast(), text.len());
        libc::_exit(2);
    }
}

#[cfg(test)]
mod tests;
