//! Functions that were loaded together, and where to find them again.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use bytecode::{Function, Op};

use super::FuncEntry;
use crate::handler::{Next, Unit};
use crate::liveness::Liveness;

/// What a session loads entry by entry, found by what lies in it.
#[derive(Default)]
pub(super) struct Images {
    /// By the number of the first function.
    pub(super) by_func: BTreeMap<usize, Box<Image>>,
    /// First function by the address of the code.
    pub(super) by_code: BTreeMap<usize, usize>,
    /// First function by the address of the entries.
    pub(super) by_entry: BTreeMap<usize, usize>,
}

impl Images {
    pub(super) fn add(&mut self, image: Image) {
        let first = image.first_func;
        self.by_code.insert(image.code.as_ptr() as usize, first);
        self.by_entry.insert(image.entries.as_ptr() as usize, first);
        self.by_func.insert(first, Box::new(image));
    }

    pub(super) fn remove(&mut self, first: usize) {
        if let Some(image) = self.by_func.remove(&first) {
            self.by_code.remove(&(image.code.as_ptr() as usize));
            self.by_entry.remove(&(image.entries.as_ptr() as usize));
        }
    }

    pub(super) fn of_func(&self, index: usize) -> Option<&Image> {
        let (_, image) = self.by_func.range(..=index).next_back()?;
        Some(image)
    }

    pub(super) fn at(&self, starts: &BTreeMap<usize, usize>, address: usize) -> Option<&Image> {
        let (_, first) = starts.range(..=address).next_back()?;
        self.by_func.get(first).map(|image| &**image)
    }

    pub(super) fn of_code(&self, address: usize) -> Option<&Image> {
        self.at(&self.by_code, address)
    }

    pub(super) fn of_entry(&self, address: usize) -> Option<&Image> {
        self.at(&self.by_entry, address)
    }
}

/// Functions that were loaded together.
pub(super) struct Image {
    /// The number of the first of them.
    pub(super) first_func: usize,
    pub(super) funcs: Vec<Function>,
    pub(super) code: Vec<Unit>,
    /// The operation of each unit.
    pub(super) ops: Vec<Op>,
    /// First unit of each function, ascending.
    pub(super) starts: Vec<usize>,
    pub(super) entries: Box<[FuncEntry]>,
    /// By function, computed when a collection wants it.
    pub(super) liveness: Vec<OnceLock<Option<Liveness>>>,
}

impl Image {
    pub(super) fn unit_index(&self, ip: Next) -> Option<usize> {
        let base = self.code.as_ptr() as usize;
        let distance = (ip as usize).checked_sub(base)?;
        let index = distance / size_of::<Unit>();
        (index < self.code.len()).then_some(index)
    }

    pub(super) fn entry_at(&self, address: u64) -> Option<&FuncEntry> {
        let distance = address.checked_sub(self.entries.as_ptr() as u64)? as usize;
        self.entries.get(distance / size_of::<FuncEntry>())
    }
}
