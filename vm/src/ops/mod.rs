//! The handlers, named like the operations and grouped like the instruction set.

use runtime::heap::Cache;
use runtime::rtype::{GoSlice, GoStr};

use crate::handler::M;

pub mod arith;
pub mod branch;
pub mod calls;
pub mod chans;
pub mod compare;
pub mod float;
pub mod fused;
pub mod iface;
pub mod index;
pub mod maps;
pub mod memory;
pub mod slices;
pub mod strings;

/// All handlers of operations, by name.
pub(crate) mod table {
    pub(crate) use super::arith::*;
    pub(crate) use super::branch::*;
    pub(crate) use super::calls::*;
    pub(crate) use super::chans::*;
    pub(crate) use super::compare::*;
    pub(crate) use super::float::*;
    pub(crate) use super::iface::*;
    pub(crate) use super::index::*;
    pub(crate) use super::maps::*;
    pub(crate) use super::memory::*;
    pub(crate) use super::slices::*;
    pub(crate) use super::strings::*;
    pub(crate) use crate::block::{BlockEnd, CallBlock};
    pub(crate) use crate::call::{CallN, GoC, GoF};
    pub(crate) use crate::defer::{DeferAt, DeferC, DeferF, DeferToken, RunDefers};
    pub(crate) use crate::panic::{Panic_ as Panic, PanicText, Recover};
}

/// The allocation cache of the worker that runs the task.
///
/// # Safety
/// See [`crate::handler`]. The result must not live beside another one.
#[inline(always)]
unsafe fn cache(m: M) -> &'static mut Cache {
    // SAFETY: a running task has a worker that only this thread uses.
    unsafe { &mut (*(*m.g).worker).cache }
}

/// The string in two slots.
///
/// # Safety
/// The slots may be read.
#[inline(always)]
unsafe fn get_str(p: *const u64) -> GoStr {
    // SAFETY: the caller's promise.
    unsafe {
        GoStr {
            ptr: *p as *const u8,
            len: *p.add(1) as usize,
        }
    }
}

/// # Safety
/// The two slots may be written.
#[inline(always)]
unsafe fn set_str(p: *mut u64, s: GoStr) {
    // SAFETY: the caller's promise.
    unsafe {
        *p = s.ptr as u64;
        *p.add(1) = s.len as u64;
    }
}

/// The slice in three slots.
///
/// # Safety
/// The slots may be read.
#[inline(always)]
unsafe fn get_slice(p: *const u64) -> GoSlice {
    // SAFETY: the caller's promise.
    unsafe {
        GoSlice {
            ptr: *p as *mut u8,
            len: *p.add(1) as usize,
            cap: *p.add(2) as usize,
        }
    }
}

/// # Safety
/// The three slots may be written.
#[inline(always)]
unsafe fn set_slice(p: *mut u64, s: GoSlice) {
    // SAFETY: the caller's promise.
    unsafe {
        *p = s.ptr as u64;
        *p.add(1) = s.len as u64;
        *p.add(2) = s.cap as u64;
    }
}
