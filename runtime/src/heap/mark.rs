//! Marking: finds the objects that are reachable from the roots.
//!
//! Each participant has a stack of objects that are marked but not yet scanned. Objects go from the
//! stack through a short queue, in which the processor fetches them, to being scanned. When others
//! are idle, a participant gives them part of its stack (see [`super::cycle`]).

use super::classes::{PAGE_SHIFT, SHAPES};
use super::cycle::Cycle;
use super::space::{Page, Space};
use super::span::Span;
use std::sync::atomic::Ordering;

/// A large object is scanned in pieces of this many bytes, so that participants can share it.
const PIECE: usize = 128 << 10;
/// Objects on their way into the processor's cache.
const QUEUE: usize = 8;
/// A stack longer than this is shared with idle participants.
const SHARE_ABOVE: usize = 64;
/// Items that are shared at once.
const SHARE_AT_MOST: usize = 4096;
/// An item is an address, with the size class of the object in the upper bits (0: a piece of a
/// large object).
const CLASS_SHIFT: u32 = 56;

/// One participant's state.
pub struct Marker<'h> {
    space: &'h Space,
    cycle: &'h Cycle,
    base: u64,
    /// Bytes of the heap that are in use or were.
    len: u64,
    stack: Vec<u64>,
    queue: [u64; QUEUE],
    turn: usize,
}

impl<'h> Marker<'h> {
    pub(super) fn new(space: &'h Space, cycle: &'h Cycle) -> Marker<'h> {
        Marker {
            space,
            cycle,
            base: space.base() as u64,
            len: (space.usable_pages() << PAGE_SHIFT) as u64,
            stack: Vec::with_capacity(1024),
            queue: [0; QUEUE],
            turn: 0,
        }
    }

    /// If `word` is an address in a heap object, keeps the object alive.
    #[inline(always)]
    pub fn mark_word(&mut self, word: u64) {
        let offset = word.wrapping_sub(self.base);
        if offset < self.len {
            self.mark_offset(offset);
        }
    }

    #[inline(always)]
    fn mark_offset(&mut self, offset: u64) {
        let Some(first) = self.space.owner((offset >> PAGE_SHIFT) as usize) else {
            return;
        };
        // SAFETY: a page's owner is a span in use. With the world stopped only mark bits change,
        // and those are atomic.
        let span: &Span = unsafe { &*self.space.span(first) };
        let start = u64::from(first.0) << PAGE_SHIFT;
        let index = ((offset - start) * u64::from(span.magic)) >> 32;
        if index >= u64::from(span.objects) {
            return;
        }
        // SAFETY: `index < objects`, and the array has a bit for each.
        let bits = unsafe { span.bits.get_unchecked((index / 64) as usize) };
        let bit = 1 << (index % 64);
        if bits.alloc.load(Ordering::Relaxed) & bit == 0
            || bits.mark.load(Ordering::Relaxed) & bit != 0
        {
            return;
        }
        if bits.mark.fetch_or(bit, Ordering::Relaxed) & bit != 0 || span.noscan {
            return;
        }
        if span.class == 0 {
            self.push_pieces(self.base + start, span.size);
        } else {
            let address = self.base + start + index * span.size as u64;
            self.stack
                .push(address | u64::from(span.class) << CLASS_SHIFT);
        }
    }

    #[cold]
    fn push_pieces(&mut self, start: u64, size: usize) {
        self.stack
            .extend((0..size).step_by(PIECE).map(|offset| start + offset as u64));
    }

    /// [`Marker::mark_word`] for `n` words from `from` on.
    ///
    /// # Safety
    /// The words must be readable, and nobody may write to them meanwhile.
    #[inline]
    pub unsafe fn mark_range(&mut self, from: *const u64, n: usize) {
        for i in 0..n {
            // SAFETY: the caller's promise.
            let word = unsafe { from.add(i).read() };
            self.mark_word(word);
        }
    }

    /// Scans until nothing is left to scan here.
    pub(super) fn drain(&mut self) {
        loop {
            let mut progress = false;
            while let Some(item) = self.stack.pop() {
                prefetch(item);
                let ready = std::mem::replace(&mut self.queue[self.turn], item);
                self.turn = (self.turn + 1) % QUEUE;
                if ready != 0 {
                    self.scan(ready);
                }
                if self.stack.len() > SHARE_ABOVE && self.cycle.is_hungry() {
                    // From the end: what lies below does not move.
                    let given = (self.stack.len() / 2).min(SHARE_AT_MOST);
                    let rest = self.stack.len() - given;
                    self.cycle.share(self.stack.split_off(rest));
                }
            }
            for i in 0..QUEUE {
                let ready = std::mem::take(&mut self.queue[i]);
                if ready != 0 {
                    progress = true;
                    self.scan(ready);
                }
            }
            if !progress && self.stack.is_empty() {
                return;
            }
        }
    }

    #[inline]
    fn scan(&mut self, item: u64) {
        let class = (item >> CLASS_SHIFT) as usize;
        let address = item & ((1 << CLASS_SHIFT) - 1);
        let size = if class != 0 {
            SHAPES[class].size as usize
        } else {
            self.piece_size(address)
        };
        // SAFETY: an allocated object of a span in use, whose size is a multiple of 8; the world is
        // stopped.
        unsafe { self.mark_range(address as *const u64, size / 8) };
    }

    fn piece_size(&self, address: u64) -> usize {
        let page = (address - self.base) >> PAGE_SHIFT;
        let first = self.space.owner(page as usize).unwrap_or(Page(page as u32));
        // SAFETY: a marked large object's span is in use.
        let span = unsafe { &*self.space.span(first) };
        (span.base + span.size - address as usize).min(PIECE)
    }

    pub(super) fn adopt(&mut self, work: Vec<u64>) {
        self.stack.extend_from_slice(&work);
    }
}

#[inline(always)]
fn prefetch(item: u64) {
    #[cfg(target_arch = "x86_64")]
    {
        use std::arch::x86_64::{_MM_HINT_T0, _mm_prefetch};
        let address = (item & ((1 << CLASS_SHIFT) - 1)) as *const i8;
        // SAFETY: a prefetch has no effect but on speed, whatever the address.
        unsafe { _mm_prefetch::<_MM_HINT_T0>(address) };
    }
    #[cfg(not(target_arch = "x86_64"))]
    let _ = item;
}
