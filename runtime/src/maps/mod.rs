//! Maps.
//!
//! A map is a header ([`Map`]) and a table: an array of groups, each of eight control bytes and
//! eight slots (key, element). A control byte is 0 if its slot is empty, 1 if a deleted entry was
//! there, else the top bit and seven bits of the key's hash. A key is looked for in the group that
//! the other bits of its hash choose, then in following groups (by growing steps), until a group has
//! an empty slot.
//!
//! Invariants:
//! - A table of one group may be full; in larger ones at most 7/8 of the slots are not empty, so a
//!   search ends.
//! - Entries never move within a table. When a table is full, its entries are copied to a new one and
//!   the old one is never written again; an iterator goes on in the old one and looks up each key in
//!   the new. This gives Go's guarantees: each entry that stays is visited exactly once, a deleted
//!   one not any more.
//! - Keys and elements larger than [`MAX_INLINE`] lie in objects of their own.
//! - Key comparison may not panic after hashing succeeded, so no map is left half changed.

mod iter;
mod table;

#[cfg(test)]
mod tests;

pub use iter::{Iter, iter, next};

use crate::hash::{HashError, hash, hash_bytes, hash_u64};
use crate::heap::Cache;
use crate::rtype::{GoStr, Kind, RType};
use std::sync::atomic::{AtomicU32, Ordering};
use table::{DELETED, EMPTY, GROUP, SharedTable, Table};

/// Larger keys and elements are not stored in the table itself.
const MAX_INLINE: usize = 128;

/// A map's header. `count` comes first: compiled code reads `len` there.
#[repr(C)]
pub struct Map {
    count: usize,
    table: SharedTable,
    /// How many empty slots may still be filled before the table is full.
    growth_left: usize,
    seed: u64,
    /// 1 while somebody writes: to detect unsynchronised use.
    writing: AtomicU32,
    /// How often the map was cleared.
    clears: u32,
}

/// How the maps of one type lie in memory.
#[derive(Debug)]
pub struct Layout {
    keys: Keys,
    key_type: &'static RType,
    elem_type: &'static RType,
    key_indirect: bool,
    elem_indirect: bool,
    slot_size: usize,
    elem_offset: usize,
    group_size: usize,
    noscan: bool,
}

/// How keys are hashed and compared.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Keys {
    Word1,
    Word2,
    Word4,
    Word8,
    String,
    Any,
}

impl Layout {
    pub(crate) fn of(t: &RType) -> Layout {
        let (key, elem) = (t.key(), t.elem());
        let keys = match key.size {
            _ if key.kind() == Kind::String => Keys::String,
            _ if !key.is_plain_eq() => Keys::Any,
            1 => Keys::Word1,
            2 => Keys::Word2,
            4 => Keys::Word4,
            8 => Keys::Word8,
            _ => Keys::Any,
        };
        let (key_indirect, elem_indirect) = (key.size > MAX_INLINE, elem.size > MAX_INLINE);
        let place = |t: &RType, indirect: bool| {
            if indirect {
                (8, 8)
            } else {
                (t.size, usize::from(t.align).max(1))
            }
        };
        let (key_size, key_align) = place(key, key_indirect);
        let (elem_size, elem_align) = place(elem, elem_indirect);
        let elem_offset = key_size.next_multiple_of(elem_align);
        let slot_size = (elem_offset + elem_size).next_multiple_of(key_align.max(elem_align));
        Layout {
            keys,
            key_type: key,
            elem_type: elem,
            key_indirect,
            elem_indirect,
            slot_size,
            elem_offset,
            group_size: 8 + GROUP * slot_size,
            noscan: !(key.has_pointers() || elem.has_pointers() || key_indirect || elem_indirect),
        }
    }
}

/// Why a map operation fails. One word, so that results travel in registers.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct MapError(usize);

/// What a [`MapError`] means.
#[derive(Clone, Copy, Debug)]
pub enum MapErrorKind {
    /// A fatal error of this text (not a panic).
    Fatal(&'static str),
    /// "assignment to entry in nil map", a plain error.
    NilMap,
    /// "hash of unhashable type " and this type, a run-time error.
    Unhashable(&'static RType),
    /// The key is nested too deeply.
    TooDeep,
}

impl MapError {
    const CONCURRENT_READ: MapError = MapError(0);
    const CONCURRENT_WRITE: MapError = MapError(1);
    const CONCURRENT_ITERATION: MapError = MapError(2);
    const NIL_MAP: MapError = MapError(3);
    const TOO_DEEP: MapError = MapError(4);

    pub fn kind(self) -> MapErrorKind {
        match self {
            MapError::CONCURRENT_READ => MapErrorKind::Fatal("concurrent map read and map write"),
            MapError::CONCURRENT_WRITE => MapErrorKind::Fatal("concurrent map writes"),
            MapError::CONCURRENT_ITERATION => {
                MapErrorKind::Fatal("concurrent map iteration and map write")
            }
            MapError::NIL_MAP => MapErrorKind::NilMap,
            MapError::TOO_DEEP => MapErrorKind::TooDeep,
            // SAFETY: every other value was made from a type, and types are never freed.
            MapError(address) => MapErrorKind::Unhashable(unsafe { &*(address as *const RType) }),
        }
    }
}

impl From<HashError> for MapError {
    fn from(e: HashError) -> MapError {
        match e {
            HashError::Unhashable(t) => MapError(std::ptr::from_ref(t) as usize),
            HashError::TooDeep => MapError::TOO_DEEP,
        }
    }
}

/// A kind of keys, loaded from memory to be compared with many.
trait Key: Copy {
    /// # Safety
    /// `p` must be good for reading a key.
    unsafe fn load(p: *const u8) -> Self;
    fn hash(self, layout: &Layout, seed: u64) -> Result<u64, HashError>;
    /// # Safety
    /// `p` must be good for reading a key.
    unsafe fn equals(self, layout: &Layout, p: *const u8) -> bool;
    /// Writing an equal key may still change what is stored (`-0.0` for `0.0`).
    const REWRITE: bool = false;
}

/// Keys whose `N` bytes are all that matters, `N` being 1, 2, 4 or 8.
#[derive(Clone, Copy)]
struct Word<const N: usize>(u64);

impl<const N: usize> Key for Word<N> {
    #[inline(always)]
    unsafe fn load(p: *const u8) -> Self {
        // SAFETY: the caller's promise; keys are aligned.
        unsafe {
            Word(match N {
                1 => u64::from(p.read()),
                2 => u64::from(p.cast::<u16>().read()),
                4 => u64::from(p.cast::<u32>().read()),
                _ => p.cast::<u64>().read(),
            })
        }
    }

    #[inline(always)]
    fn hash(self, _: &Layout, seed: u64) -> Result<u64, HashError> {
        Ok(hash_u64(self.0, seed))
    }

    #[inline(always)]
    unsafe fn equals(self, _: &Layout, p: *const u8) -> bool {
        // SAFETY: the caller's promise.
        unsafe { Self::load(p).0 == self.0 }
    }
}

#[derive(Clone, Copy)]
struct StringKey(GoStr);

impl Key for StringKey {
    #[inline(always)]
    unsafe fn load(p: *const u8) -> Self {
        // SAFETY: the caller's promise.
        StringKey(unsafe { p.cast::<GoStr>().read() })
    }

    #[inline(always)]
    fn hash(self, _: &Layout, seed: u64) -> Result<u64, HashError> {
        // SAFETY: a string in memory is good for its length.
        Ok(hash_bytes(unsafe { self.0.bytes() }, seed))
    }

    #[inline(always)]
    unsafe fn equals(self, _: &Layout, p: *const u8) -> bool {
        // SAFETY: the caller's promise.
        unsafe { crate::strings::equal(self.0, p.cast::<GoStr>().read()) }
    }
}

#[derive(Clone, Copy)]
struct AnyKey(*const u8);

impl Key for AnyKey {
    #[inline(always)]
    unsafe fn load(p: *const u8) -> Self {
        AnyKey(p)
    }

    fn hash(self, layout: &Layout, seed: u64) -> Result<u64, HashError> {
        // SAFETY: `load` was called with the address of a key.
        unsafe { hash(layout.key_type, self.0, seed) }
    }

    unsafe fn equals(self, layout: &Layout, p: *const u8) -> bool {
        // SAFETY: the caller's promise. Both keys were hashed before, so they are comparable.
        unsafe { crate::equality::equal(layout.key_type, self.0, p) }.unwrap_or(false)
    }

    const REWRITE: bool = true;
}

/// Calls a function generic in the kind of keys.
macro_rules! by_key {
    ($layout:expr, $function:ident ( $($arg:expr),* )) => {
        match $layout.keys {
            Keys::Word8 => $function::<Word<8>>($($arg),*),
            Keys::String => $function::<StringKey>($($arg),*),
            Keys::Word4 => $function::<Word<4>>($($arg),*),
            Keys::Word1 => $function::<Word<1>>($($arg),*),
            Keys::Word2 => $function::<Word<2>>($($arg),*),
            Keys::Any => $function::<AnyKey>($($arg),*),
        }
    };
}

/// `make(t, hint)`.
pub fn make(cache: &mut Cache, t: &RType, hint: i64) -> *mut Map {
    let layout = t.map_layout();
    let m = cache.alloc(size_of::<Map>(), false).cast::<Map>();
    let seed = cache.rng.next_u64();
    let mut map = Map {
        count: 0,
        table: SharedTable::none(),
        growth_left: 0,
        seed,
        writing: AtomicU32::new(0),
        clears: 0,
    };
    let hint = usize::try_from(hint).unwrap_or(0);
    // As in Go, a hint beyond what there can be is not taken seriously.
    let fits = hint
        .checked_mul(layout.slot_size + 1)
        .is_some_and(|bytes| cache.heap().can_hold(bytes.saturating_mul(3)));
    if hint > GROUP && fits {
        let groups = (hint * 8 / 7 + 1).div_ceil(GROUP).next_power_of_two();
        let table = Table::new(cache, layout, groups);
        map.growth_left = table.max_entries();
        map.table.set(table);
    }
    // SAFETY: a new object of the map's size.
    unsafe { m.write(map) };
    m
}

/// `len(m)`.
///
/// # Safety
/// `m` must be nil or a map.
#[inline]
pub unsafe fn len(m: *const Map) -> usize {
    // SAFETY: the caller's promise.
    unsafe { m.as_ref() }.map_or(0, |map| map.count)
}

/// The address of the element for the key at `key`, good until the next operation on the map; null
/// if there is none.
///
/// # Safety
/// `m` must be nil or a map of type `t`, `key` good for reading a key.
#[inline]
pub unsafe fn get(t: &RType, m: *const Map, key: *const u8) -> Result<*mut u8, MapError> {
    // SAFETY: the caller's promise.
    match unsafe { get_entry(t, m, key)? } {
        Some((_, elem)) => Ok(elem),
        None => Ok(std::ptr::null_mut()),
    }
}

/// As [`get`], with the address of the stored key.
///
/// # Safety
/// As for [`get`].
#[inline]
unsafe fn get_entry(
    t: &RType,
    m: *const Map,
    key: *const u8,
) -> Result<Option<(*mut u8, *mut u8)>, MapError> {
    let layout = t.map_layout();
    // SAFETY: the caller's promise.
    unsafe { by_key!(layout, find(layout, m, key)) }
}

/// # Safety
/// As for [`get`], with the layout of the map's type.
#[inline(always)]
unsafe fn find<K: Key>(
    layout: &Layout,
    m: *const Map,
    key: *const u8,
) -> Result<Option<(*mut u8, *mut u8)>, MapError> {
    // SAFETY: the caller's promise.
    unsafe {
        if m.is_null() || (*m).count == 0 {
            if layout.keys == Keys::Any {
                // A key that cannot be hashed panics even so.
                K::load(key).hash(layout, 0)?;
            }
            return Ok(None);
        }
        let map = &*m;
        if map.writing.load(Ordering::Relaxed) != 0 {
            return Err(MapError::CONCURRENT_READ);
        }
        let key = K::load(key);
        let hash = key.hash(layout, map.seed)?;
        Ok(map
            .table
            .get()
            .find(layout, key, hash)
            .map(|slot| (slot.key(layout), slot.elem(layout))))
    }
}

impl Map {
    fn start_writing(&self) -> Result<(), MapError> {
        if self.writing.load(Ordering::Relaxed) != 0 {
            return Err(MapError::CONCURRENT_WRITE);
        }
        self.writing.store(1, Ordering::Relaxed);
        Ok(())
    }

    fn stop_writing(&self) -> Result<(), MapError> {
        if self.writing.load(Ordering::Relaxed) == 0 {
            return Err(MapError::CONCURRENT_WRITE);
        }
        self.writing.store(0, Ordering::Relaxed);
        Ok(())
    }
}

/// The address of the element for the key at `key`, which is inserted with a zero element if it is
/// absent. Good until the next operation on the map.
///
/// # Safety
/// `m` must be nil or a map of type `t`, `key` good for reading a key.
#[inline]
pub unsafe fn assign(
    cache: &mut Cache,
    t: &RType,
    m: *mut Map,
    key: *const u8,
) -> Result<*mut u8, MapError> {
    let layout = t.map_layout();
    if m.is_null() {
        return Err(MapError::NIL_MAP);
    }
    // SAFETY: the caller's promise.
    unsafe { by_key!(layout, insert(cache, layout, m, key)) }
}

/// # Safety
/// As for [`assign`], with the layout of the map's type; `m` is not nil.
#[inline(always)]
unsafe fn insert<K: Key>(
    cache: &mut Cache,
    layout: &Layout,
    m: *mut Map,
    key_address: *const u8,
) -> Result<*mut u8, MapError> {
    // SAFETY: the caller's promise.
    unsafe {
        let map = &mut *m;
        let key = K::load(key_address);
        let hash = key.hash(layout, map.seed)?;
        map.start_writing()?;
        let table = map.table.get();
        let slot = match table.find(layout, key, hash) {
            Some(slot) => {
                if K::REWRITE {
                    slot.set_key(layout, key_address);
                }
                slot
            }
            None => {
                let free = match table.free_slot(layout, hash) {
                    Some((slot, was)) if was == DELETED || map.growth_left > 0 => Some((slot, was)),
                    _ => grow::<K>(cache, layout, map).free_slot(layout, hash),
                };
                // A table that just grew has room, unless others write to the map too.
                let (slot, was) = free.ok_or(MapError::CONCURRENT_WRITE)?;
                slot.fill(cache, layout, hash, key_address);
                map.growth_left = map.growth_left.wrapping_sub(usize::from(was == EMPTY));
                map.count = map.count.wrapping_add(1);
                slot
            }
        };
        map.stop_writing()?;
        Ok(slot.elem(layout))
    }
}

/// Moves the entries to a table with room: a larger one, or one of the same size if many slots are
/// taken by deleted entries.
#[cold]
#[inline(never)]
fn grow<K: Key>(cache: &mut Cache, layout: &Layout, map: &mut Map) -> Table {
    let old = map.table.get();
    let groups = match old.groups() {
        0 => 1,
        n if map.count * 2 > old.max_entries() => n * 2,
        n => n,
    };
    let new = Table::new(cache, layout, groups);
    for slot in old.filled(layout) {
        // SAFETY: a filled slot of the old table; the new one has room for all entries.
        unsafe {
            let key = K::load(slot.key(layout));
            // A NaN hashes differently each time, which is fine.
            let hash = key.hash(layout, map.seed).unwrap_or(0);
            if let Some((to, _)) = new.free_slot(layout, hash) {
                to.copy_from(layout, slot, hash);
            }
        }
    }
    map.table.set(new);
    map.growth_left = new.max_entries().saturating_sub(map.count);
    new
}

/// `delete(m, key)`.
///
/// # Safety
/// `m` must be nil or a map of type `t`, `key` good for reading a key.
pub unsafe fn delete(t: &RType, m: *mut Map, key: *const u8) -> Result<(), MapError> {
    let layout = t.map_layout();
    // SAFETY: the caller's promise.
    unsafe { by_key!(layout, remove(layout, m, key)) }
}

/// # Safety
/// As for [`delete`], with the layout of the map's type.
#[inline(always)]
unsafe fn remove<K: Key>(layout: &Layout, m: *mut Map, key: *const u8) -> Result<(), MapError> {
    // SAFETY: the caller's promise.
    unsafe {
        let key = K::load(key);
        if m.is_null() || (*m).count == 0 {
            if layout.keys == Keys::Any {
                key.hash(layout, 0)?;
            }
            return Ok(());
        }
        let map = &mut *m;
        let hash = key.hash(layout, map.seed)?;
        map.start_writing()?;
        if let Some(slot) = map.table.get().find(layout, key, hash) {
            map.growth_left += usize::from(slot.clear(layout));
            map.count = map.count.wrapping_sub(1);
        }
        map.stop_writing()
    }
}

/// `clear(m)`.
///
/// # Safety
/// `m` must be nil or a map of type `t`.
pub unsafe fn clear(t: &RType, m: *mut Map) -> Result<(), MapError> {
    let layout = t.map_layout();
    // SAFETY: the caller's promise.
    let Some(map) = (unsafe { m.as_mut() }) else {
        return Ok(());
    };
    map.start_writing()?;
    let table = map.table.get();
    if table.groups() > 0 {
        // SAFETY: the map's own table.
        unsafe { table.clear(layout) };
    }
    map.growth_left = table.max_entries();
    map.count = 0;
    map.clears = map.clears.wrapping_add(1);
    map.stop_writing()
}
