//! The memory of package variables: one mapping, those without pointers first.
//!
//! It lies low in the address space if the system allows, where a compiled program has its data:
//! programs that check how a nil pointer plus a large offset behaves want something to be there.

use std::ptr::null_mut;
use std::sync::atomic::AtomicUsize;

/// Where compiled programs have their data.
const WANTED: usize = 0x60_0000;

pub struct Globals {
    base: usize,
    plain: usize,
    scanned: usize,
    /// So much of it is looked at.
    used: AtomicUsize,
}

impl Globals {
    /// Zeroed memory for `plain` bytes without pointers and `scanned` bytes that the collector
    /// looks at. It is never given back.
    pub fn map(plain: usize, scanned: usize) -> Option<Globals> {
        let plain = plain.next_multiple_of(64);
        let bytes = (plain + scanned).max(1).next_multiple_of(4096);
        let protection = libc::PROT_READ | libc::PROT_WRITE;
        let flags = libc::MAP_PRIVATE | libc::MAP_ANONYMOUS | libc::MAP_NORESERVE;
        let map = |hint: *mut libc::c_void, flags: i32| {
            // SAFETY: a new private mapping; `MAP_FIXED_NOREPLACE` replaces nothing that exists.
            let p = unsafe { libc::mmap(hint, bytes, protection, flags, -1, 0) };
            (p != libc::MAP_FAILED).then_some(p)
        };
        let base = map(
            WANTED as *mut libc::c_void,
            flags | libc::MAP_FIXED_NOREPLACE,
        )
        .or_else(|| map(null_mut(), flags))? as usize;
        Some(Globals {
            base,
            plain,
            scanned,
            used: AtomicUsize::new(scanned),
        })
    }

    /// The first variable without pointers.
    pub fn plain(&self) -> *mut u8 {
        self.base as *mut u8
    }

    /// The first variable with pointers.
    pub fn scanned(&self) -> *mut u8 {
        (self.base + self.plain) as *mut u8
    }

    /// So many bytes there can be, without and with pointers.
    pub fn room(&self) -> (usize, usize) {
        (self.plain, self.scanned)
    }

    /// Bytes of the variables with pointers; at first all that there is room for.
    pub fn scanned_bytes(&self) -> &AtomicUsize {
        &self.used
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::Ordering;

    #[test]
    fn zones_do_not_overlap() {
        let globals = Globals::map(100, 50).unwrap();
        assert_eq!(globals.scanned() as usize - globals.plain() as usize, 128);
        assert_eq!(globals.scanned_bytes().load(Ordering::Relaxed), 50);
        assert_eq!(globals.room(), (128, 50));
        // SAFETY: inside the mapping.
        assert_eq!(unsafe { *globals.scanned().add(49) }, 0);
    }
}
