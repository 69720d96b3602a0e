//! Strings.
use crate::heap::Cache;
use crate::rtype::{GoSlice, GoStr};

pub fn new(_cache: &mut Cache, _bytes: &[u8]) -> GoStr {
    unimplemented!()
}
pub fn new_bytes(_cache: &mut Cache, _bytes: &[u8]) -> GoSlice {
    unimplemented!()
}
