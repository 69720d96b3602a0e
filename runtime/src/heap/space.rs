//! The heap's address space: one reserved range, cut into pages, with side tables.
//!
//! "Is this word the address of an object?" must be answered fast, so the whole heap lies in one
//! range that is reserved at the start and made usable from its low end upwards. Per page there are,
//! in side tables that the system fills with zeros as they are touched: the number of the span it
//! belongs to, a descriptor (used only for the first page of a span or free run: [`Span`]), and a
//! tag (see [`super::pages`]).

use super::classes::{PAGE_SHIFT, PAGE_SIZE};
use super::span::Span;
use std::ptr::{NonNull, null_mut};
use std::sync::atomic::{AtomicU32, AtomicUsize, Ordering};

/// Number of a page, counted from the start of the heap.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Page(pub u32);

/// What we reserve if the system lets us.
const MAX_RESERVE: usize = 256 << 30;
/// Less than this is not worth starting with.
const MIN_RESERVE: usize = 16 << 20;
/// The heap is made usable in steps of this many pages.
const GROW_PAGES: usize = 128;
/// The unit of the system's huge pages.
const HUGE: usize = 2 << 20;
/// A heap that has grown to this size gets huge pages for what it grows by: touching memory for the
/// first time is then much cheaper. Small heaps stay small.
const HUGE_FROM: usize = 16 << 20;

pub struct Space {
    base: usize,
    /// Reserved pages.
    pages: usize,
    /// Pages made usable so far; only grows.
    usable: AtomicUsize,
    /// 1 + number of the first page of the span that a page belongs to; 0 if none.
    owners: NonNull<AtomicU32>,
    spans: NonNull<Span>,
    tags: NonNull<AtomicU32>,
    mappings: [(*mut libc::c_void, usize); 4],
}

// SAFETY: the mappings live as long as the `Space`; the tables hold atomics, and who may use a
// `Span` is documented there.
unsafe impl Send for Space {}
// SAFETY: as above.
unsafe impl Sync for Space {}

fn map(bytes: usize, protection: i32, flags: i32) -> Option<*mut libc::c_void> {
    let flags = libc::MAP_PRIVATE | libc::MAP_ANONYMOUS | flags;
    // SAFETY: a new private mapping wherever the system likes touches nothing that exists.
    let p = unsafe { libc::mmap(null_mut(), bytes, protection, flags, -1, 0) };
    (p != libc::MAP_FAILED).then_some(p)
}

/// The address space that this process may still take, if that is limited.
fn address_space_limit() -> Option<usize> {
    let mut limit = libc::rlimit {
        rlim_cur: 0,
        rlim_max: 0,
    };
    // SAFETY: `limit` is valid for writing.
    let status = unsafe { libc::getrlimit(libc::RLIMIT_AS, &mut limit) };
    (status == 0 && limit.rlim_cur != libc::RLIM_INFINITY).then_some(limit.rlim_cur as usize)
}

impl Space {
    pub fn reserve() -> Result<Space, String> {
        let mut bytes = match address_space_limit() {
            Some(limit) => (limit / 4 * 3).min(MAX_RESERVE) & !(PAGE_SIZE - 1),
            None => MAX_RESERVE,
        };
        while bytes >= MIN_RESERVE {
            if let Some(space) = Space::try_reserve(bytes) {
                return Ok(space);
            }
            bytes = (bytes / 2) & !(PAGE_SIZE - 1);
        }
        Err("cannot reserve address space for the heap".to_owned())
    }

    fn try_reserve(bytes: usize) -> Option<Space> {
        let pages = bytes >> PAGE_SHIFT;
        let sizes = [bytes, pages * 4, pages * size_of::<Span>(), pages * 4];
        let mut mappings = [(null_mut(), 0); 4];
        for (i, &size) in sizes.iter().enumerate() {
            // The heap is reserved without being accounted for until it is made usable; the tables
            // are usable at once, and only what is touched costs memory.
            let mapped = if i == 0 {
                map(size, libc::PROT_NONE, 0)
            } else {
                map(
                    size,
                    libc::PROT_READ | libc::PROT_WRITE,
                    libc::MAP_NORESERVE,
                )
            };
            match mapped {
                Some(p) => mappings[i] = (p, size),
                None => {
                    unmap(&mappings);
                    return None;
                }
            }
        }
        let start = mappings[0].0 as usize;
        let base = start.next_multiple_of(HUGE);
        Some(Space {
            base,
            pages: pages - ((base - start) >> PAGE_SHIFT),
            usable: AtomicUsize::new(0),
            owners: NonNull::new(mappings[1].0.cast())?,
            spans: NonNull::new(mappings[2].0.cast())?,
            tags: NonNull::new(mappings[3].0.cast())?,
            mappings,
        })
    }

    #[inline(always)]
    pub fn base(&self) -> usize {
        self.base
    }

    pub fn reserved_bytes(&self) -> usize {
        self.pages << PAGE_SHIFT
    }

    /// Pages `0 .. usable_pages` may be touched.
    pub fn usable_pages(&self) -> usize {
        self.usable.load(Ordering::Acquire)
    }

    /// Makes the pages below `end` usable; false if the system has no memory for them. The caller
    /// holds the page heap's lock.
    pub fn grow_to(&self, end: usize) -> bool {
        let from = self.usable_pages();
        if end <= from {
            return true;
        }
        if end > self.pages {
            return false;
        }
        let generous = end.next_multiple_of(GROW_PAGES).min(self.pages);
        for to in [generous, end] {
            let start = (self.base + (from << PAGE_SHIFT)) as *mut libc::c_void;
            let bytes = (to - from) << PAGE_SHIFT;
            // SAFETY: the range lies within our own reservation.
            let status =
                unsafe { libc::mprotect(start, bytes, libc::PROT_READ | libc::PROT_WRITE) };
            if status == 0 {
                self.prefer_huge_pages(from << PAGE_SHIFT, to << PAGE_SHIFT);
                self.usable.store(to, Ordering::Release);
                return true;
            }
        }
        false
    }

    /// Asks for huge pages where they lie wholly between these offsets (or did so only partly up to
    /// now). Without them everything works just the same.
    fn prefer_huge_pages(&self, from: usize, to: usize) {
        let start = from.max(HUGE_FROM) & !(HUGE - 1);
        let end = to & !(HUGE - 1);
        if start < end {
            let address = (self.base + start) as *mut libc::c_void;
            // SAFETY: a hint about usable pages of our own.
            unsafe { libc::madvise(address, end - start, libc::MADV_HUGEPAGE) };
        }
    }

    /// Gives the memory of these pages back to the system; they read as zeros afterwards.
    pub fn release(&self, first: Page, pages: u32) {
        let start = self.address(first) as *mut libc::c_void;
        // SAFETY: the pages are usable and free: nobody needs what is in them.
        unsafe { libc::madvise(start, (pages as usize) << PAGE_SHIFT, libc::MADV_DONTNEED) };
    }

    #[inline(always)]
    pub fn address(&self, page: Page) -> usize {
        self.base + ((page.0 as usize) << PAGE_SHIFT)
    }

    /// The descriptor of the span or free run that starts at this page.
    #[inline(always)]
    pub fn span(&self, first: Page) -> *mut Span {
        debug_assert!((first.0 as usize) < self.pages);
        // SAFETY: page numbers are below `pages`, and the table has one descriptor for each.
        unsafe { self.spans.as_ptr().add(first.0 as usize) }
    }

    #[inline(always)]
    fn owner_entry(&self, page: usize) -> &AtomicU32 {
        debug_assert!(page < self.pages);
        // SAFETY: page numbers are below `pages`, and the table has one entry for each.
        unsafe { &*self.owners.as_ptr().add(page) }
    }

    /// The first page of the span that this page belongs to.
    #[inline(always)]
    pub fn owner(&self, page: usize) -> Option<Page> {
        self.owner_entry(page)
            .load(Ordering::Relaxed)
            .checked_sub(1)
            .map(Page)
    }

    pub fn set_owner(&self, first: Page, pages: u32, owned: bool) {
        let value = if owned { first.0 + 1 } else { 0 };
        for page in first.0..first.0 + pages {
            self.owner_entry(page as usize)
                .store(value, Ordering::Relaxed);
        }
    }

    pub fn tag(&self, page: u32) -> u32 {
        if page as usize >= self.pages {
            return 0;
        }
        // SAFETY: checked above; the table has one entry for each page.
        unsafe { &*self.tags.as_ptr().add(page as usize) }.load(Ordering::Relaxed)
    }

    pub fn set_tag(&self, page: u32, tag: u32) {
        debug_assert!((page as usize) < self.pages);
        // SAFETY: page numbers are below `pages`, and the table has one entry for each.
        unsafe { &*self.tags.as_ptr().add(page as usize) }.store(tag, Ordering::Relaxed);
    }
}

fn unmap(mappings: &[(*mut libc::c_void, usize)]) {
    for &(p, size) in mappings {
        if !p.is_null() {
            // SAFETY: our own mapping, no longer used.
            unsafe { libc::munmap(p, size) };
        }
    }
}

impl Drop for Space {
    fn drop(&mut self) {
        unmap(&self.mappings);
    }
}
