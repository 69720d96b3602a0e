//! A worker: the right to run Go code, with its allocation cache (a P, in Go's words).

use crate::Runtime;
use crate::heap::Cache;

#[repr(C)]
pub struct Worker {
    pub cache: Cache,
    pub rt: *const Runtime,
}
