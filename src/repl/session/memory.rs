//! Entries that would take all memory: they end, and not the session.
//!
//! What is asked for at once and cannot be had ends its goroutine in the virtual machine. What grows
//! little by little is found out here, before the system kills the process for it.

use runtime::host;

/// An entry may always take this much more.
const LEAST: u64 = 64 << 20;

pub struct Memory {
    /// What the process may hold.
    limit: Option<u64>,
    /// What it held when the entry began.
    before: u64,
    /// An entry has taken too much.
    pub is_full: bool,
}

impl Memory {
    /// Nine tenths of what is free.
    pub fn measure() -> Memory {
        Memory {
            limit: host::available_memory().map(|bytes| bytes / 10 * 9),
            before: 0,
            is_full: false,
        }
    }

    pub fn limit(&self) -> Option<u64> {
        self.limit
    }

    /// An entry begins.
    pub fn begin(&mut self) {
        self.before = host::resident_memory().unwrap_or(0);
    }

    /// What the process holds, if that is too much and the entry is to blame.
    pub fn excess(&self) -> Option<u64> {
        let now = host::resident_memory()?;
        (now > self.limit?.max(self.before + LEAST)).then_some(now)
    }
}

/// What is said of an entry that took too much.
pub fn complaint(held: u64) -> String {
    format!(
        "out of memory: gorun holds {:.1} GB; interrupted",
        held as f64 / f64::from(1 << 30)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_entry_that_takes_too_much_is_found() {
        let mut memory = Memory::measure();
        memory.begin();
        assert_eq!(memory.excess(), None);
        if memory.before > 0 {
            memory.limit = Some(1);
            assert_eq!(memory.excess(), None);
            memory.before = 0;
            let held = vec![1u8; 2 * LEAST as usize];
            assert!(memory.excess() > Some(LEAST), "{}", held.len());
        }
        assert!(complaint(3 << 29).contains("1.5 GB"));
    }
}
