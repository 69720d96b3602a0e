//! The garbage-collected heap.

mod cache;
mod mark;
mod stats;

pub use cache::Cache;
pub use mark::{Marker, RootSource};
pub use stats::MemStats;

use crate::Config;
use std::sync::atomic::{AtomicBool, Ordering};

/// The heap of one [`crate::Runtime`].
///
/// A collection, as the scheduler runs it: when an allocation passes the goal, [`Heap::gc_wanted`]
/// turns true and the hook set by [`Heap::set_request_hook`] is called (once per cycle, on the
/// allocating worker's thread; it only asks the workers to stop). When every worker has stopped:
/// the initiator flushes every worker's cache ([`Cache::flush`]), calls [`Heap::begin_cycle`], then
/// lets all stopped workers and itself run [`Heap::run_cycle`], which returns when marking and
/// sweeping are complete (any number of participants may join, also late; one is enough), and ends
/// with [`Heap::end_cycle`]. Then the world starts again.
pub struct Heap {
    wanted: AtomicBool,
}

impl Heap {
    pub fn new(_config: &Config) -> Result<Heap, String> {
        unimplemented!()
    }

    /// A collection should happen at the next opportunity.
    pub fn gc_wanted(&self) -> bool {
        self.wanted.load(Ordering::Relaxed)
    }

    /// What to call when an allocation passes the goal.
    pub fn set_request_hook(&self, _hook: fn(*const ()), _arg: *const ()) {
        unimplemented!()
    }

    /// # Safety
    /// The world is stopped and every cache is flushed.
    pub unsafe fn begin_cycle(&self) {
        unimplemented!()
    }

    /// Marks and sweeps together with the other participants.
    ///
    /// # Safety
    /// Between `begin_cycle` and `end_cycle` of a stopped world. `roots` must be the same for all.
    pub unsafe fn run_cycle(&self, _roots: &dyn RootSource) {
        unimplemented!()
    }

    /// # Safety
    /// By the initiator, after its `run_cycle`, with the world still stopped.
    pub unsafe fn end_cycle(&self) {
        unimplemented!()
    }

    /// GOGC; returns the old value. Negative: off.
    pub fn set_gc_percent(&self, _percent: i32) -> i32 {
        unimplemented!()
    }

    /// Returns the old limit. Negative: only reads it.
    pub fn set_memory_limit(&self, _bytes: i64) -> i64 {
        unimplemented!()
    }

    /// Exact while the world is stopped and caches are flushed; otherwise off by what caches hold.
    pub fn stats(&self) -> MemStats {
        unimplemented!()
    }
}
