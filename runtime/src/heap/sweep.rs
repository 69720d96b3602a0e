//! Sweeping: after marking, what is allocated but not marked becomes free.
//!
//! It needs only the spans' descriptors, never the objects, so it is done at once, by all
//! participants, while the world is stopped: then the statistics are exact and allocation never
//! has to sweep.

use super::Heap;
use super::classes::CLASSES;
use super::space::Page;
use std::sync::atomic::Ordering;

/// Participants take this many pages at a time.
pub const CHUNK_PAGES: usize = 2048;

/// What sweeping some chunks found.
pub struct Swept {
    pub freed_bytes: u64,
    pub freed_objects: u64,
    pub alive_bytes: u64,
    /// Spans with free objects, as in the heap's central lists.
    pub partial: Vec<Vec<Page>>,
    /// Spans without objects.
    pub empty: Vec<Page>,
}

impl Swept {
    pub fn new() -> Swept {
        Swept {
            freed_bytes: 0,
            freed_objects: 0,
            alive_bytes: 0,
            partial: vec![Vec::new(); CLASSES * 2],
            empty: Vec::new(),
        }
    }

    pub fn merge(&mut self, other: Swept) {
        self.freed_bytes += other.freed_bytes;
        self.freed_objects += other.freed_objects;
        self.alive_bytes += other.alive_bytes;
        for (all, some) in self.partial.iter_mut().zip(other.partial) {
            all.extend_from_slice(&some);
        }
        self.empty.extend_from_slice(&other.empty);
    }
}

impl Heap {
    pub(super) fn chunks(&self) -> usize {
        self.space.usable_pages().div_ceil(CHUNK_PAGES)
    }

    /// Sweeps the spans that start in this chunk.
    pub(super) fn sweep_chunk(&self, chunk: usize, out: &mut Swept) {
        let mut page = chunk * CHUNK_PAGES;
        let end = (page + CHUNK_PAGES).min(self.space.usable_pages());
        while page < end {
            let Some(first) = self.space.owner(page) else {
                page += 1;
                continue;
            };
            // SAFETY: a page's owner is a span in use; descriptors do not move, and only the
            // sweeper of the chunk that the span starts in changes this one.
            let pages = unsafe { (*self.space.span(first)).pages };
            if first.0 as usize == page {
                self.sweep_span(first, out);
            }
            page = first.0 as usize + pages as usize;
        }
    }

    fn sweep_span(&self, first: Page, out: &mut Swept) {
        // SAFETY: the world is stopped, and this participant alone sweeps this span.
        let span = unsafe { &mut *self.space.span(first) };
        let (mut before, mut after) = (0, 0);
        for bits in span.used_bits() {
            let marked = bits.mark.swap(0, Ordering::Relaxed);
            let allocated = bits.alloc.swap(marked, Ordering::Relaxed);
            before += allocated.count_ones();
            after += marked.count_ones();
        }
        let size = span.size as u64;
        let freed = u64::from(before - after);
        out.freed_objects += freed;
        out.freed_bytes += freed * size;
        out.alive_bytes += u64::from(after) * size;
        if after == 0 {
            out.empty.push(first);
        } else if after < span.objects {
            // A span whose free objects were never used keeps them zero.
            span.dirty |= freed > 0;
            let index = usize::from(span.class) * 2 + usize::from(span.noscan);
            out.partial[index].push(first);
        }
    }

    /// Puts what was found in place.
    pub(super) fn install(&self, swept: Swept) {
        for (list, spans) in self.central.iter().zip(swept.partial) {
            *list.lock() = spans;
        }
        let mut pages = self.pages.lock();
        pages.note_use();
        for first in swept.empty {
            // SAFETY: the span has no objects, nobody holds it, and the world is stopped.
            let n = unsafe { (*self.space.span(first)).pages };
            self.space.set_owner(first, n, false);
            pages.give(&self.space, first, n);
        }
        self.counters
            .freed_bytes
            .fetch_add(swept.freed_bytes, Ordering::Relaxed);
        self.counters
            .freed_objects
            .fetch_add(swept.freed_objects, Ordering::Relaxed);
        self.pacer.set_alive(swept.alive_bytes);
        pages.release_surplus(&self.space);
    }
}
