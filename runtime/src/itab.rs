//! Interface tables: which function implements each method of an interface for a concrete type.
//!
//! [`ItabTable::find`] is lock-free for pairs seen before: an open-addressing table of entries that
//! are written once. A grown table replaces the old one, which readers may still hold, so old
//! tables are kept until the whole [`ItabTable`] goes.

use crate::rtype::{Kind, RMethod, RType};
use parking_lot::Mutex;
use std::ptr::null_mut;
use std::sync::atomic::{AtomicPtr, AtomicUsize, Ordering};

/// The header of an interface table. `funs` holds as many entries as the interface has methods, in
/// the interface's order; compiled code reads them at offset 24.
#[repr(C)]
pub struct Itab {
    pub iface: *const RType,
    pub typ: *const RType,
    pub hash: u32,
    /// Number of entries in `funs`.
    pub count: u32,
    funs: [u64; 0],
}

// SAFETY: an itab is immutable after it is published, and types are immutable.
unsafe impl Send for Itab {}
// SAFETY: as above.
unsafe impl Sync for Itab {}

impl Itab {
    /// Byte offset of the first function.
    pub const FUNS: usize = 24;

    /// The functions, in the interface's method order.
    pub fn funs(&self) -> &[u64] {
        // SAFETY: `new` allocated `count` words behind the header.
        unsafe { std::slice::from_raw_parts(self.funs.as_ptr(), self.count as usize) }
    }

    pub fn typ(&self) -> &'static RType {
        // SAFETY: types are never freed.
        unsafe { &*self.typ }
    }

    fn new(iface: &'static RType, typ: &'static RType, funs: &[u64]) -> &'static Itab {
        let words: &'static mut [u64] = vec![0u64; 3 + funs.len()].leak();
        words[3..].copy_from_slice(funs);
        let itab = words.as_mut_ptr().cast::<Itab>();
        // SAFETY: the block has room for header and functions, is aligned to 8 and never freed; the
        // zero-length `funs` field does not overwrite what was copied above.
        unsafe {
            itab.write(Itab {
                iface,
                typ,
                hash: typ.hash,
                count: funs.len() as u32,
                funs: [],
            });
            &*itab
        }
    }
}

/// The first method of `iface` that `typ` lacks, with whether it exists under a different
/// signature; `None` if `typ` implements `iface`.
pub fn missing_method(iface: &RType, typ: &RType) -> Option<&'static str> {
    resolve(iface, typ.methods()).err()
}

/// The functions among `methods` for those of `iface`, or the name of the first missing method.
/// Both method lists are sorted by name, so one merge pass finds all.
fn resolve(iface: &RType, methods: &[RMethod]) -> Result<Vec<u64>, &'static str> {
    let mut have = methods.iter();
    let mut funs = Vec::with_capacity(iface.methods().len());
    'wanted: for want in iface.methods() {
        for m in have.by_ref() {
            if m.name.as_str() == want.name.as_str()
                && (want.exported || m.pkg_path.as_str() == want.pkg_path.as_str())
            {
                if !std::ptr::eq(m.typ, want.typ) {
                    break;
                }
                funs.push(m.func);
                continue 'wanted;
            }
            if m.name.as_str() > want.name.as_str() {
                break;
            }
        }
        return Err(want.name.as_str());
    }
    Ok(funs)
}

struct Table {
    /// A power of two, at most three quarters full.
    entries: Box<[AtomicPtr<Entry>]>,
}

/// A known answer; `itab` is `None` if the type does not implement the interface.
struct Entry {
    iface: *const RType,
    typ: *const RType,
    itab: Option<&'static Itab>,
}

/// All interface tables of a program, made on demand.
pub struct ItabTable {
    current: AtomicPtr<Table>,
    count: AtomicUsize,
    /// Every table made so far (the last one is current); held while writing.
    tables: Mutex<Vec<*mut Table>>,
}

// SAFETY: tables and entries are published with release stores, read with acquire loads, and freed
// only when the `ItabTable` itself is dropped.
unsafe impl Send for ItabTable {}
// SAFETY: as above.
unsafe impl Sync for ItabTable {}

fn slot_hash(iface: *const RType, typ: *const RType) -> usize {
    let mixed = (iface as u64).rotate_left(29) ^ (typ as u64);
    (mixed.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 24) as usize
}

impl Table {
    fn with_size(size: usize) -> *mut Table {
        let entries = (0..size).map(|_| AtomicPtr::new(null_mut())).collect();
        Box::into_raw(Box::new(Table { entries }))
    }

    fn find(&self, iface: *const RType, typ: *const RType) -> Option<&Entry> {
        let mask = self.entries.len() - 1;
        let mut i = slot_hash(iface, typ) & mask;
        loop {
            let p = self.entries[i].load(Ordering::Acquire);
            if p.is_null() {
                return None;
            }
            // SAFETY: a published entry lives as long as the `ItabTable`.
            let e = unsafe { &*p };
            if e.iface == iface && e.typ == typ {
                return Some(e);
            }
            i = (i + 1) & mask;
        }
    }

    /// Caller holds the writers' lock, and there is a free place.
    fn insert(&self, entry: *mut Entry) {
        // SAFETY: the entry was just made or comes from an older table; both live long enough.
        let e = unsafe { &*entry };
        let mask = self.entries.len() - 1;
        let mut i = slot_hash(e.iface, e.typ) & mask;
        while !self.entries[i].load(Ordering::Relaxed).is_null() {
            i = (i + 1) & mask;
        }
        self.entries[i].store(entry, Ordering::Release);
    }
}

impl Default for ItabTable {
    fn default() -> ItabTable {
        ItabTable::new()
    }
}

impl ItabTable {
    pub fn new() -> ItabTable {
        let first = Table::with_size(256);
        ItabTable {
            current: AtomicPtr::new(first),
            count: AtomicUsize::new(0),
            tables: Mutex::new(vec![first]),
        }
    }

    /// The table for values of type `typ` (not an interface) in interface `iface`; `None` if `typ`
    /// does not implement it.
    pub fn find(&self, iface: &'static RType, typ: &'static RType) -> Option<&'static Itab> {
        // SAFETY: tables live as long as `self`.
        let table = unsafe { &*self.current.load(Ordering::Acquire) };
        match table.find(iface, typ) {
            Some(e) => e.itab,
            None => self.add(iface, typ),
        }
    }

    /// The table for a type that is about to get these methods; others know of it when that has
    /// happened.
    pub fn early(
        iface: &'static RType,
        typ: &'static RType,
        methods: &[RMethod],
    ) -> Option<&'static Itab> {
        let funs = resolve(iface, methods).ok()?;
        Some(Itab::new(iface, typ, &funs))
    }

    /// Forgets that these types lack methods: they have got more. Some of their tables were made
    /// `early`.
    ///
    /// # Safety
    /// The world is stopped.
    pub unsafe fn reconsider(&self, types: &[&'static RType], early: &[&'static Itab]) {
        let _writing = self.tables.lock();
        // SAFETY: tables and entries live as long as `self`; nobody reads now.
        unsafe {
            let table = &*self.current.load(Ordering::Acquire);
            for slot in &table.entries {
                let entry = slot.load(Ordering::Relaxed);
                let Some(entry) = entry.as_mut() else {
                    continue;
                };
                let typ = types.iter().find(|t| std::ptr::eq(**t, entry.typ));
                if let (Some(typ), None) = (typ, entry.itab) {
                    let iface: &'static RType = &*entry.iface;
                    let is_this = |i: &&&Itab| i.iface == entry.iface && i.typ == entry.typ;
                    let made = early.iter().find(is_this).copied();
                    entry.itab = made.or_else(|| Self::early(iface, typ, typ.methods()));
                }
            }
        }
    }

    #[cold]
    fn add(&self, iface: &'static RType, typ: &'static RType) -> Option<&'static Itab> {
        debug_assert!(iface.kind() == Kind::Interface);
        let mut tables = self.tables.lock();
        // SAFETY: tables live as long as `self`.
        let mut table = unsafe { &*self.current.load(Ordering::Acquire) };
        if let Some(e) = table.find(iface, typ) {
            return e.itab;
        }
        let count = self.count.load(Ordering::Relaxed) + 1;
        self.count.store(count, Ordering::Relaxed);
        if count * 4 > table.entries.len() * 3 {
            let bigger = Table::with_size(table.entries.len() * 2);
            // SAFETY: just made.
            let next = unsafe { &*bigger };
            for e in &table.entries {
                let p = e.load(Ordering::Relaxed);
                if !p.is_null() {
                    next.insert(p);
                }
            }
            tables.push(bigger);
            self.current.store(bigger, Ordering::Release);
            table = next;
        }
        let itab = Self::early(iface, typ, typ.methods());
        table.insert(Box::into_raw(Box::new(Entry { iface, typ, itab })));
        itab
    }
}

impl Drop for ItabTable {
    fn drop(&mut self) {
        let tables = std::mem::take(&mut *self.tables.lock());
        if let Some(&last) = tables.last() {
            // SAFETY: the last table holds every entry, each made by `Box::into_raw`.
            for e in unsafe { &*last }.entries.iter() {
                let p = e.load(Ordering::Relaxed);
                if !p.is_null() {
                    // SAFETY: as above; nobody reads any more.
                    drop(unsafe { Box::from_raw(p) });
                }
            }
        }
        for t in tables {
            // SAFETY: made by `Box::into_raw`, listed once.
            drop(unsafe { Box::from_raw(t) });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rtype::{MethodSpec, TypeRegistry, TypeSpec};

    #[test]
    fn methods_are_found_by_name_and_signature() {
        let method = |name: &str, typ: usize, func: u64| MethodSpec {
            name: name.to_owned(),
            typ,
            func,
            ..MethodSpec::default()
        };
        let with = |kind: Kind, methods: Vec<MethodSpec>| TypeSpec {
            kind,
            methods,
            ..TypeSpec::default()
        };
        let t = TypeRegistry::new().define(&[
            with(Kind::Func, vec![]),
            with(Kind::Func, vec![]),
            with(Kind::Interface, vec![method("B", 0, 0), method("D", 1, 0)]),
            with(
                Kind::Struct,
                vec![
                    method("A", 0, 1),
                    method("B", 0, 2),
                    method("C", 0, 3),
                    method("D", 1, 4),
                ],
            ),
            with(Kind::Struct, vec![method("B", 0, 1)]),
            with(Kind::Struct, vec![method("B", 1, 1), method("D", 1, 2)]),
        ]);
        let table = ItabTable::new();
        for _ in 0..2 {
            assert_eq!(table.find(t[2], t[3]).unwrap().funs(), [2, 4]);
            assert!(table.find(t[2], t[4]).is_none());
            assert!(table.find(t[2], t[5]).is_none());
        }
        assert_eq!(missing_method(t[2], t[3]), None);
        assert_eq!(missing_method(t[2], t[4]), Some("D"));
        assert_eq!(missing_method(t[2], t[5]), Some("B"));
    }

    #[test]
    fn the_table_grows() {
        let spec = |kind| TypeSpec {
            kind,
            ..TypeSpec::default()
        };
        let mut specs = vec![spec(Kind::Interface)];
        specs.resize(2001, spec(Kind::Int));
        let t = TypeRegistry::new().define(&specs);
        let table = ItabTable::new();
        let first: Vec<_> = t[1..]
            .iter()
            .map(|typ| table.find(t[0], typ).unwrap())
            .collect();
        for (typ, itab) in t[1..].iter().zip(first) {
            assert!(std::ptr::eq(table.find(t[0], typ).unwrap(), itab));
            assert!(std::ptr::eq(itab.typ(), *typ));
        }
    }
}
