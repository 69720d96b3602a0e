//! Marking.

/// The roots of a collection, in parts that workers mark in parallel.
pub trait RootSource: Sync {
    /// Does not change during a collection.
    fn parts(&self) -> usize;
    /// Marks what part `i` refers to.
    fn mark_part(&self, i: usize, marker: &mut Marker<'_>);
}

/// One participant's marking state.
pub struct Marker<'h> {
    heap: &'h super::Heap,
}

impl Marker<'_> {
    /// If `word` is the address of (the inside of) a heap object, keeps it alive.
    #[inline]
    pub fn mark_word(&mut self, _word: u64) {
        let _ = self.heap;
        unimplemented!()
    }

    /// [`Marker::mark_word`] for `n` words from `from` on.
    ///
    /// # Safety
    /// The words must be readable.
    pub unsafe fn mark_range(&mut self, _from: *const u64, _n: usize) {
        unimplemented!()
    }
}
