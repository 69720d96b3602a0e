//! The scheduler.

pub mod worker;

/// The scheduler's state within a [`crate::Runtime`].
pub struct Sched {}

impl Sched {
    pub fn new(_config: &crate::Config) -> Sched {
        Sched {}
    }
}
