//! A goroutine.

use crate::sched::worker::Worker;

/// A goroutine's descriptor, with its first stack.
#[repr(C)]
pub struct Task {
    /// The worker that runs it; null when it does not run.
    pub worker: *mut Worker,
}
