//! A map's table: groups of control bytes and slots. See [`super`] for the invariants.

use super::{Key, Layout};
use crate::heap::Cache;
use std::ptr::{copy_nonoverlapping, null_mut, write_bytes};
use std::sync::atomic::{AtomicPtr, AtomicUsize, Ordering};

/// Slots in a group.
pub const GROUP: usize = 8;
/// Control bytes of slots without an entry.
pub const EMPTY: u8 = 0;
pub const DELETED: u8 = 1;

const LOW: u64 = 0x0101_0101_0101_0101;
const TOP: u64 = 0x8080_8080_8080_8080;

/// The control byte for a key with this hash.
#[inline(always)]
fn control(hash: u64) -> u8 {
    0x80 | (hash >> 57) as u8
}

/// Top bits of the bytes of `word` that are zero. Above a zero byte a byte of value 1 may be taken for
/// one too; the lowest found is always right.
#[inline(always)]
fn zero_bytes(word: u64) -> u64 {
    word.wrapping_sub(LOW) & !word & TOP
}

/// An array of groups in one heap object, not owned.
#[derive(Clone, Copy, PartialEq, Eq)]
#[repr(C)]
pub struct Table {
    groups: *mut u8,
    /// Number of groups (a power of two) minus one.
    mask: usize,
}

/// A map's current table. Tables of one map never get smaller, so a reader that loads the size first
/// never looks beyond the table, even if another goroutine replaces it at that moment (which is a
/// mistake in the program, but must not lead out of the table).
#[repr(C)]
pub struct SharedTable {
    groups: AtomicPtr<u8>,
    mask: AtomicUsize,
}

impl SharedTable {
    pub fn none() -> SharedTable {
        SharedTable {
            groups: AtomicPtr::new(null_mut()),
            mask: AtomicUsize::new(0),
        }
    }

    #[inline(always)]
    pub fn get(&self) -> Table {
        let mask = self.mask.load(Ordering::Acquire);
        Table {
            groups: self.groups.load(Ordering::Acquire),
            mask,
        }
    }

    pub fn set(&self, table: Table) {
        self.groups.store(table.groups, Ordering::Release);
        self.mask.store(table.mask, Ordering::Release);
    }
}

/// One slot of a table.
#[derive(Clone, Copy)]
pub struct Slot {
    group: *mut u8,
    index: usize,
}

impl Table {
    pub const NONE: Table = Table {
        groups: null_mut(),
        mask: 0,
    };

    /// An empty table; `groups` is a power of two.
    pub fn new(cache: &mut Cache, layout: &Layout, groups: usize) -> Table {
        debug_assert!(groups.is_power_of_two());
        Table {
            groups: cache.alloc(groups * layout.group_size, layout.noscan),
            mask: groups - 1,
        }
    }

    #[inline]
    pub fn groups(self) -> usize {
        if self.groups.is_null() {
            0
        } else {
            self.mask + 1
        }
    }

    /// How many entries it may hold.
    pub fn max_entries(self) -> usize {
        match self.groups() {
            0 => 0,
            1 => GROUP,
            n => n * (GROUP - 1),
        }
    }

    #[inline(always)]
    pub fn slot(self, layout: &Layout, group: usize, index: usize) -> Slot {
        Slot {
            group: self.groups.wrapping_add(group * layout.group_size),
            index,
        }
    }

    /// The slot that holds `key`.
    ///
    /// # Safety
    /// The table has this layout and these keys.
    #[inline(always)]
    pub unsafe fn find<K: Key>(self, layout: &Layout, key: K, hash: u64) -> Option<Slot> {
        if self.groups.is_null() {
            return None;
        }
        let wanted = u64::from(control(hash)) * LOW;
        let mut group = hash as usize & self.mask;
        let mut step = 0;
        loop {
            let at = self.slot(layout, group, 0);
            // SAFETY: `group <= mask`; each group starts with its control word.
            let word = unsafe { at.group.cast::<u64>().read() };
            let mut candidates = zero_bytes(word ^ wanted);
            while candidates != 0 {
                let slot = Slot {
                    index: candidates.trailing_zeros() as usize / 8,
                    ..at
                };
                // SAFETY: only filled slots are candidates.
                if unsafe { key.equals(layout, slot.key(layout)) } {
                    return Some(slot);
                }
                candidates &= candidates - 1;
            }
            if zero_bytes(word) != 0 || step == self.mask {
                return None;
            }
            step += 1;
            group = (group + step) & self.mask;
        }
    }

    /// The first slot without an entry for a key with this hash, and its control byte.
    ///
    /// # Safety
    /// The table has this layout.
    #[inline(always)]
    pub unsafe fn free_slot(self, layout: &Layout, hash: u64) -> Option<(Slot, u8)> {
        if self.groups.is_null() {
            return None;
        }
        let mut group = hash as usize & self.mask;
        let mut step = 0;
        loop {
            let at = self.slot(layout, group, 0);
            // SAFETY: `group <= mask`; each group starts with its control word.
            let word = unsafe { at.group.cast::<u64>().read() };
            let free = !word & TOP;
            if free != 0 {
                let index = free.trailing_zeros() as usize / 8;
                return Some((Slot { index, ..at }, (word >> (index * 8)) as u8));
            }
            if step == self.mask {
                return None;
            }
            step += 1;
            group = (group + step) & self.mask;
        }
    }

    /// All slots with entries.
    pub fn filled<'a>(self, layout: &'a Layout) -> impl Iterator<Item = Slot> + 'a {
        (0..self.groups())
            .flat_map(move |group| (0..GROUP).map(move |i| self.slot(layout, group, i)))
            .filter(|slot| slot.is_filled())
    }

    /// Empties all slots.
    ///
    /// # Safety
    /// The table exists and has this layout.
    pub unsafe fn clear(self, layout: &Layout) {
        // SAFETY: the caller's promise.
        unsafe { write_bytes(self.groups, 0, self.groups() * layout.group_size) };
    }
}

impl Slot {
    #[inline(always)]
    pub fn is_filled(self) -> bool {
        // SAFETY: slots are only made for groups of a table; the control bytes come first.
        unsafe { self.group.add(self.index).read() & 0x80 != 0 }
    }

    #[inline(always)]
    fn place(self, layout: &Layout) -> *mut u8 {
        self.group.wrapping_add(8 + self.index * layout.slot_size)
    }

    /// Where the key lies.
    #[inline(always)]
    pub fn key(self, layout: &Layout) -> *mut u8 {
        let p = self.place(layout);
        if layout.key_indirect {
            // SAFETY: a filled slot of a layout with indirect keys holds the key's address.
            unsafe { p.cast::<*mut u8>().read() }
        } else {
            p
        }
    }

    /// Where the element lies.
    #[inline(always)]
    pub fn elem(self, layout: &Layout) -> *mut u8 {
        let p = self.place(layout).wrapping_add(layout.elem_offset);
        if layout.elem_indirect {
            // SAFETY: a filled slot of a layout with indirect elements holds the element's address.
            unsafe { p.cast::<*mut u8>().read() }
        } else {
            p
        }
    }

    /// # Safety
    /// The slot is filled, and `key` good for reading a key.
    #[inline(always)]
    pub unsafe fn set_key(self, layout: &Layout, key: *const u8) {
        let size = layout.key_type.size;
        // SAFETY: the caller's promise.
        unsafe {
            match layout.keys {
                super::Keys::Word8 => self
                    .key(layout)
                    .cast::<u64>()
                    .write(key.cast::<u64>().read()),
                super::Keys::Word4 => self
                    .key(layout)
                    .cast::<u32>()
                    .write(key.cast::<u32>().read()),
                _ => copy_nonoverlapping(key, self.key(layout), size),
            }
        }
    }

    /// Makes this the slot of a new entry with a zero element.
    ///
    /// # Safety
    /// The slot is free, so its bytes are zero; `key` is good for reading a key.
    #[inline(always)]
    pub unsafe fn fill(self, cache: &mut Cache, layout: &Layout, hash: u64, key: *const u8) {
        // SAFETY: the caller's promise.
        unsafe {
            if layout.key_indirect {
                self.place(layout)
                    .cast::<*mut u8>()
                    .write(cache.alloc_type(layout.key_type));
            }
            if layout.elem_indirect {
                let p = self.place(layout).add(layout.elem_offset).cast::<*mut u8>();
                p.write(cache.alloc_type(layout.elem_type));
            }
            self.set_key(layout, key);
            self.group.add(self.index).write(control(hash));
        }
    }

    /// # Safety
    /// This slot is free, `from` a filled one of a table with the same layout.
    #[inline(always)]
    pub unsafe fn copy_from(self, layout: &Layout, from: Slot, hash: u64) {
        // SAFETY: the caller's promise.
        unsafe {
            copy_nonoverlapping(from.place(layout), self.place(layout), layout.slot_size);
            self.group.add(self.index).write(control(hash));
        }
    }

    /// Removes the entry; returns whether the slot counts as empty again. It does if its group has
    /// an empty slot, because then no search went past the group.
    ///
    /// # Safety
    /// The slot is filled.
    pub unsafe fn clear(self, layout: &Layout) -> bool {
        // SAFETY: the caller's promise.
        unsafe {
            write_bytes(self.place(layout), 0, layout.slot_size);
            let ends_searches = zero_bytes(self.group.cast::<u64>().read()) != 0;
            self.group
                .add(self.index)
                .write(if ends_searches { EMPTY } else { DELETED });
            ends_searches
        }
    }
}
