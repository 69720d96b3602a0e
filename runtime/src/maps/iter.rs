//! Iteration over maps. Spec: "For statements with range clause".

use super::table::{GROUP, Table};
use super::{Map, MapError, get_entry};
use crate::heap::Cache;
use crate::rtype::RType;
use std::ptr::null_mut;
use std::sync::atomic::Ordering;

/// An iterator, in heap memory. It walks the table that the map had at the start.
#[repr(C)]
pub struct Iter {
    map: *mut Map,
    table: Table,
    /// Slots passed so far.
    position: usize,
    /// Where it began: group and slot within groups, at random.
    first_group: usize,
    first_slot: u32,
    /// The map's count of clearings at the start.
    clears: u32,
}

/// A new iterator over `m`.
///
/// # Safety
/// `m` must be nil or a map.
pub unsafe fn iter(cache: &mut Cache, m: *mut Map) -> *mut Iter {
    let it = cache.alloc(size_of::<Iter>(), false).cast::<Iter>();
    let random = cache.rng.next_u64();
    // SAFETY: the caller's promise.
    let (table, clears) = match unsafe { m.as_ref() } {
        Some(map) => (map.table.get(), map.clears),
        None => (Table::NONE, 0),
    };
    let made = Iter {
        map: m,
        table,
        position: 0,
        first_group: (random >> 8) as usize & table.groups().wrapping_sub(1),
        first_slot: random as u32 % GROUP as u32,
        clears,
    };
    // SAFETY: a new object of the iterator's size.
    unsafe { it.write(made) };
    it
}

/// The addresses of the next key and element, good until the next operation on the map; null at the
/// end.
///
/// # Safety
/// `it` must come from [`iter`], for a map of type `t`.
pub unsafe fn next(t: &RType, it: *mut Iter) -> Result<(*mut u8, *mut u8), MapError> {
    // SAFETY: the caller's promise.
    let it = unsafe { &mut *it };
    // SAFETY: as above; the iterator keeps the map alive.
    let Some(map) = (unsafe { it.map.as_ref() }) else {
        return Ok((null_mut(), null_mut()));
    };
    if map.writing.load(Ordering::Relaxed) != 0 {
        return Err(MapError::CONCURRENT_ITERATION);
    }
    let layout = t.map_layout();
    let groups = it.table.groups();
    while it.position < groups * GROUP {
        let group = (it.position / GROUP + it.first_group) & (groups - 1);
        let index = (it.position + it.first_slot as usize) % GROUP;
        it.position += 1;
        let slot = it.table.slot(layout, group, index);
        if !slot.is_filled() {
            continue;
        }
        let key = slot.key(layout);
        if it.table == map.table.get() {
            return Ok((key, slot.elem(layout)));
        }
        // The entries have moved; this one may have been changed or deleted since.
        // SAFETY: the key of a filled slot, of a map of type `t`.
        unsafe {
            if let Some(entry) = get_entry(t, it.map, key)? {
                return Ok(entry);
            }
            // A key that is not equal to itself (NaN) cannot be found, changed or deleted.
            let is_nan = !crate::equality::equal(layout.key_type, key, key).unwrap_or(true);
            if is_nan && it.clears == map.clears {
                return Ok((key, slot.elem(layout)));
            }
        }
    }
    Ok((null_mut(), null_mut()))
}
