//! When to collect: the heap may grow by GOGC percent over what the last collection left alive.

use std::sync::atomic::{AtomicI32, AtomicI64, AtomicU64, Ordering};

/// The heap may always grow to this size (at GOGC=100) before the first collection.
const MIN_GOAL: u64 = 4 << 20;

pub struct Pacer {
    /// GOGC; negative: off.
    percent: AtomicI32,
    /// GOMEMLIMIT.
    limit: AtomicI64,
    /// What the heap can hold at most, leaving a reserve.
    ceiling: u64,
    /// Bytes that the last collection left alive.
    alive: AtomicU64,
    /// Collect when the heap has reached this size.
    goal: AtomicU64,
}

impl Pacer {
    pub fn new(percent: i32, limit: i64, reserved: usize) -> Pacer {
        let pacer = Pacer {
            percent: AtomicI32::new(percent),
            limit: AtomicI64::new(limit),
            ceiling: reserved as u64 / 10 * 9,
            alive: AtomicU64::new(0),
            goal: AtomicU64::new(0),
        };
        pacer.update();
        pacer
    }

    #[inline]
    pub fn goal(&self) -> u64 {
        self.goal.load(Ordering::Relaxed)
    }

    pub fn percent(&self) -> i32 {
        self.percent.load(Ordering::Relaxed)
    }

    pub fn set_percent(&self, percent: i32) -> i32 {
        let old = self.percent.swap(percent, Ordering::Relaxed);
        self.update();
        old
    }

    /// Negative: only reads the limit.
    pub fn set_limit(&self, limit: i64) -> i64 {
        if limit < 0 {
            return self.limit.load(Ordering::Relaxed);
        }
        let old = self.limit.swap(limit, Ordering::Relaxed);
        self.update();
        old
    }

    pub fn set_alive(&self, bytes: u64) {
        self.alive.store(bytes, Ordering::Relaxed);
        self.update();
    }

    fn update(&self) {
        let alive = self.alive.load(Ordering::Relaxed);
        let wanted = match u64::try_from(self.percent()) {
            Ok(percent) => {
                let grown = u128::from(alive) * u128::from(100 + percent) / 100;
                let least = u128::from(MIN_GOAL) * u128::from(percent) / 100;
                u64::try_from(grown.max(least)).unwrap_or(u64::MAX)
            }
            Err(_) => u64::MAX,
        };
        let limit = self.limit.load(Ordering::Relaxed) as u64;
        // A tenth of the limit is left for what is not heap. Near the limit, collections must still
        // leave time for the program.
        let most = (limit / 10 * 9)
            .min(self.ceiling)
            .max(alive + alive / 16 + (1 << 20));
        self.goal.store(wanted.min(most), Ordering::Relaxed);
    }
}
