//! Functions that were loaded together, and where to find them again.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use bytecode::{Function, Op};

use super::FuncEntry;
use crate::handler::{Next, Unit};
use crate::liveness::Liveness;

/// An image by the number that the machine has given its first function. No other image ever gets it,
/// while the program's numbers of functions are used again.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct ImageId(pub(super) usize);

/// What a session loads entry by entry, found by what lies in it.
#[derive(Default)]
pub(super) struct Images {
    by_id: BTreeMap<ImageId, Box<Image>>,
    /// By the address of the code.
    by_code: BTreeMap<usize, ImageId>,
    /// By the address of the entries.
    by_entry: BTreeMap<usize, ImageId>,
    /// The next image's first function.
    next: usize,
}

impl Images {
    /// Images that come behind one with so many functions.
    pub(super) fn behind(count: usize) -> Images {
        Images {
            next: count,
            ..Images::default()
        }
    }

    pub(super) fn add(&mut self, mut image: Image) {
        let id = ImageId(self.next);
        self.next += image.funcs.len();
        image.first_func = id.0;
        self.by_code.insert(image.code.as_ptr() as usize, id);
        self.by_entry.insert(image.entries.as_ptr() as usize, id);
        self.by_id.insert(id, Box::new(image));
    }

    /// Frees an image.
    pub(super) fn remove(&mut self, id: ImageId) {
        if let Some(image) = self.by_id.remove(&id) {
            self.by_code.remove(&(image.code.as_ptr() as usize));
            self.by_entry.remove(&(image.entries.as_ptr() as usize));
        }
    }

    pub(super) fn get(&self, id: ImageId) -> Option<&Image> {
        self.by_id.get(&id).map(|image| &**image)
    }

    pub(super) fn of_func(&self, index: usize) -> Option<&Image> {
        let (_, image) = self.by_id.range(..=ImageId(index)).next_back()?;
        (index - image.first_func < image.entries.len()).then_some(image)
    }

    fn at(&self, starts: &BTreeMap<usize, ImageId>, address: usize) -> Option<&Image> {
        let (_, &id) = starts.range(..=address).next_back()?;
        self.get(id)
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
    /// The machine's number of the first of them.
    pub(super) first_func: usize,
    pub(super) funcs: Vec<Function>,
    pub(super) code: Vec<Unit>,
    /// The operation of each unit.
    pub(super) ops: Vec<Op>,
    /// First unit of each function, ascending.
    pub(super) starts: Vec<usize>,
    pub(super) entries: Box<[FuncEntry]>,
    /// The files that came with them, behind so many others.
    pub(super) files: (usize, Vec<Box<str>>),
    /// By function, computed when a collection wants it.
    pub(super) liveness: Vec<OnceLock<Option<Liveness>>>,
}

impl Image {
    pub(super) fn id(&self) -> ImageId {
        ImageId(self.first_func)
    }

    /// The name of a file that came with the image.
    pub(super) fn file(&self, index: u32) -> Option<&str> {
        let own = (index as usize).checked_sub(self.files.0)?;
        self.files.1.get(own).map(|name| &**name)
    }

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
