//! The page heap: free runs of pages.
//!
//! A free run has its length in the tags of its first and last page, so that a freed span finds
//! free neighbours to merge with; all other tags are 0. Runs shorter than [`BINS`] pages are in a
//! doubly linked list by length, longer ones in an ordered set. Pages that were never used are in no
//! list: they lie above `fresh`. So "fresh" means "still zero".

use super::classes::PAGE_SHIFT;
use super::space::{Page, Space};
use std::collections::BTreeSet;

const BINS: usize = 128;
/// Free memory that is not worth giving back.
const KEEP_FREE: u64 = 16 << 20;
/// A collection gives back no more than this, because it takes time.
const RELEASE_AT_ONCE: u64 = 64 << 20;
/// Ends a list; otherwise links are 1 + page number.
const NONE: u32 = 0;

pub struct PageHeap {
    bins: [u32; BINS],
    /// Bit `n`: bin `n` is not empty.
    filled: u128,
    long: BTreeSet<(u32, u32)>,
    /// No page from here on was ever used.
    fresh: u32,
    free_pages: u64,
    released_pages: u64,
    /// Most pages in use at the start of recent collections; fades away.
    recent_use: u64,
}

/// What [`PageHeap::take`] found.
pub struct Taken {
    pub first: Page,
    /// May hold old contents.
    pub dirty: bool,
}

impl PageHeap {
    pub fn new() -> PageHeap {
        PageHeap {
            bins: [NONE; BINS],
            filled: 0,
            long: BTreeSet::new(),
            fresh: 0,
            free_pages: 0,
            released_pages: 0,
            recent_use: 0,
        }
    }

    /// Pages used at some time, and how many of them are free.
    pub fn used_and_free(&self) -> (u64, u64) {
        (u64::from(self.fresh), self.free_pages)
    }

    pub fn released_pages(&self) -> u64 {
        self.released_pages
    }

    /// A run of `pages` pages; `None` if the system has no more memory.
    pub fn take(&mut self, space: &Space, pages: u32) -> Option<Taken> {
        if let Some((first, len)) = self.find(pages) {
            let released = self.unlist(space, first, len);
            if len > pages {
                self.list(space, first + pages, len - pages, released);
            }
            return Some(Taken {
                first: Page(first),
                dirty: !released,
            });
        }
        let end = self.fresh.checked_add(pages)?;
        if !space.grow_to(end as usize) {
            return None;
        }
        let first = Page(self.fresh);
        self.fresh = end;
        Some(Taken {
            first,
            dirty: false,
        })
    }

    /// A free run of at least this length, as short as possible.
    fn find(&self, pages: u32) -> Option<(u32, u32)> {
        if (pages as usize) < BINS {
            let fitting = self.filled >> pages;
            if fitting != 0 {
                let len = pages + fitting.trailing_zeros();
                return Some((self.bins[len as usize] - 1, len));
            }
        }
        self.long
            .range((pages, 0)..)
            .next()
            .map(|&(len, first)| (first, len))
    }

    /// Returns a span's pages.
    pub fn give(&mut self, space: &Space, first: Page, pages: u32) {
        let (mut start, mut len) = (first.0, pages);
        if start > 0 {
            let before = space.tag(start - 1);
            if before != 0 {
                self.unlist(space, start - before, before);
                start -= before;
                len += before;
            }
        }
        let after = space.tag(start + len);
        if after != 0 {
            self.unlist(space, start + len, after);
            len += after;
        }
        self.list(space, start, len, false);
    }

    fn list(&mut self, space: &Space, first: u32, len: u32, released: bool) {
        space.set_tag(first, len);
        space.set_tag(first + len - 1, len);
        // SAFETY: the descriptor of a free run belongs to the page heap.
        let run = unsafe { &mut *space.span(Page(first)) };
        run.pages = len;
        run.released = released;
        self.free_pages += u64::from(len);
        if released {
            self.released_pages += u64::from(len);
        }
        if len as usize >= BINS {
            self.long.insert((len, first));
            return;
        }
        let head = self.bins[len as usize];
        run.prev = NONE;
        run.next = head;
        if head != NONE {
            // SAFETY: as above; another run than this one.
            unsafe { (*space.span(Page(head - 1))).prev = first + 1 };
        }
        self.bins[len as usize] = first + 1;
        self.filled |= 1 << len;
    }

    /// Takes a run out of the lists; returns whether its memory had been released.
    fn unlist(&mut self, space: &Space, first: u32, len: u32) -> bool {
        space.set_tag(first, 0);
        space.set_tag(first + len - 1, 0);
        // SAFETY: the descriptor of a free run belongs to the page heap.
        let (next, prev, released) = unsafe {
            let run = &*space.span(Page(first));
            (run.next, run.prev, run.released)
        };
        self.free_pages -= u64::from(len);
        if released {
            self.released_pages -= u64::from(len);
        }
        if len as usize >= BINS {
            self.long.remove(&(len, first));
            return released;
        }
        if prev == NONE {
            self.bins[len as usize] = next;
            if next == NONE {
                self.filled &= !(1 << len);
            }
        } else {
            // SAFETY: as above.
            unsafe { (*space.span(Page(prev - 1))).next = next };
        }
        if next != NONE {
            // SAFETY: as above.
            unsafe { (*space.span(Page(next - 1))).prev = prev };
        }
        released
    }

    /// To be called at each collection, before the garbage's pages are given back.
    pub fn note_use(&mut self) {
        let in_use = u64::from(self.fresh) - self.free_pages;
        self.recent_use = in_use.max(self.recent_use - self.recent_use / 8);
    }

    /// Gives back a part of the memory that the program did not use during the last collections.
    pub fn release_surplus(&mut self, space: &Space) {
        let in_use = u64::from(self.fresh) - self.free_pages;
        let keep = self.recent_use.saturating_sub(in_use) << PAGE_SHIFT;
        self.scavenge(space, keep.max(KEEP_FREE), RELEASE_AT_ONCE);
    }

    /// Gives memory of free runs back to the system, longest runs first, until at most `keep` bytes
    /// of free pages hold memory or about `most` bytes are given back.
    pub fn scavenge(&mut self, space: &Space, keep: u64, most: u64) {
        let mut held = self.free_pages - self.released_pages;
        let keep = (keep >> PAGE_SHIFT).max(held.saturating_sub(most >> PAGE_SHIFT));
        let runs: Vec<(u32, u32)> = self.long.iter().rev().copied().collect();
        for (len, first) in runs {
            if held <= keep {
                return;
            }
            self.release_run(space, first, len, &mut held);
        }
        for len in (1..BINS as u32).rev() {
            let mut link = self.bins[len as usize];
            while link != NONE && held > keep {
                self.release_run(space, link - 1, len, &mut held);
                // SAFETY: the descriptor of a free run belongs to the page heap.
                link = unsafe { (*space.span(Page(link - 1))).next };
            }
        }
    }

    fn release_run(&mut self, space: &Space, first: u32, len: u32, held: &mut u64) {
        // SAFETY: the descriptor of a free run belongs to the page heap.
        let run = unsafe { &mut *space.span(Page(first)) };
        if !run.released {
            space.release(Page(first), len);
            run.released = true;
            self.released_pages += u64::from(len);
            *held -= u64::from(len);
        }
    }
}
