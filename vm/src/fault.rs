//! Run-time errors: handlers leave for these, which decode the failing unit again for the message.

use bytecode::{Op, Place};
use runtime::equality::EqError;
use runtime::maps::{self, Map, MapError, MapErrorKind};
use runtime::task::Task;

use crate::handler::{M, Next, slow};
use crate::load::state;
use crate::panic;

slow! {
    divide m { runtime_error(m.g, m.ip, m.fp, "integer divide by zero") }
    shift m { runtime_error(m.g, m.ip, m.fp, "negative shift amount") }
    nil m { panic::nil_dereference(m.g, m.ip, m.fp) }
    index m {
        let (index, len) = failing_index(m);
        let text = if index < 0 && !is_unsigned(m) {
            format!("index out of range [{index}]")
        } else {
            format!("index out of range [{}] with length {len}", index as u64)
        };
        bounds_error(m.g, m.ip, m.fp, &text)
    }
    unreachable m { panic::fatal_error(m.g, m.ip, m.fp, "unreachable code was reached") }
}

/// Whether the failing index is of an unsigned 64-bit type.
unsafe fn is_unsigned(m: M) -> bool {
    // SAFETY: the task runs a loaded program.
    let loaded = unsafe { state(m.g) };
    loaded.locate(m.ip).is_some_and(|at| {
        let units = &loaded.function(at.function).unsigned;
        units.binary_search(&(at.unit as u32)).is_ok()
    })
}

/// Index and length of an indexing operation out of its bounds.
unsafe fn failing_index(m: M) -> (i64, u64) {
    // SAFETY: see `crate::handler`.
    unsafe {
        let op = state(m.g).op_at(m.ip);
        let has = |place| op.operands().iter().any(|o| o.place == place);
        let place = op.index_operand().unwrap_or(Place::c);
        let index = m.ri(place.get(m.w, 0) as usize & 0xFFFF);
        let is_store = place == Place::b;
        let len = if op == Op::BoundsCheck {
            m.r(m.b())
        } else if has(Place::xlo) {
            m.xlo() as u64
        } else if is_store {
            m.r(m.a() + 1)
        } else {
            m.r(m.b() + 1)
        };
        (index, len)
    }
}

/// Panics with a `runtime.Error` whose text is "runtime error: " and this.
///
/// # Safety
/// See [`crate::handler`].
pub unsafe fn runtime_error(g: *mut Task, ip: Next, fp: *mut u64, text: &str) -> Next {
    // SAFETY: see `crate::handler`.
    unsafe {
        let ty = state(g).well_known().runtime_error;
        panic::raise(g, ip, fp, panic::string_value(g, ty, text))
    }
}

/// [`runtime_error`] for an index or bounds out of range.
///
/// # Safety
/// See [`crate::handler`].
pub unsafe fn bounds_error(g: *mut Task, ip: Next, fp: *mut u64, text: &str) -> Next {
    // SAFETY: see `crate::handler`.
    unsafe {
        let ty = state(g).well_known().bounds_error;
        panic::raise(g, ip, fp, panic::string_value(g, ty, text))
    }
}

/// Panics with a `runtime.Error` whose text is this.
///
/// # Safety
/// See [`crate::handler`].
pub unsafe fn plain_error(g: *mut Task, ip: Next, fp: *mut u64, text: &str) -> Next {
    // SAFETY: see `crate::handler`.
    unsafe {
        let ty = state(g).well_known().plain_error;
        panic::raise(g, ip, fp, panic::string_value(g, ty, text))
    }
}

/// Panics with a failed type assertion's message.
///
/// # Safety
/// See [`crate::handler`].
pub unsafe fn assertion_error(m: M, text: &str) -> Next {
    // SAFETY: see `crate::handler`.
    unsafe {
        let ty = state(m.g).well_known().assertion_error;
        panic::raise(m.g, m.ip, m.fp, panic::string_value(m.g, ty, text))
    }
}

/// Whether the failing operation looks for a key in, or deletes it from, a map without entries: Go
/// words the error in another way then.
unsafe fn looks_in_empty_map(m: M) -> bool {
    // SAFETY: see `crate::handler`; the operand is a map.
    unsafe {
        let map = match state(m.g).op_at(m.ip) {
            Op::MapGet | Op::MapFind => m.r(m.b()),
            Op::MapDelete | Op::MapRemove => m.r(m.a()),
            _ => return false,
        };
        maps::len(map as *const Map) == 0
    }
}

/// # Safety
/// See [`crate::handler`].
pub unsafe fn map_error(m: M, error: MapError) -> Next {
    // SAFETY: see `crate::handler`.
    unsafe {
        match error.kind() {
            MapErrorKind::Fatal(text) => panic::fatal_error(m.g, m.ip, m.fp, text),
            MapErrorKind::NilMap => plain_error(m.g, m.ip, m.fp, "assignment to entry in nil map"),
            MapErrorKind::Unhashable(t) if looks_in_empty_map(m) => plain_error(
                m.g,
                m.ip,
                m.fp,
                &format!("hash of unhashable type: {}", t.string()),
            ),
            MapErrorKind::Unhashable(t) => runtime_error(
                m.g,
                m.ip,
                m.fp,
                &format!("hash of unhashable type {}", t.string()),
            ),
            MapErrorKind::TooDeep => runtime_error(m.g, m.ip, m.fp, "map key nested too deeply"),
        }
    }
}

/// # Safety
/// See [`crate::handler`].
pub unsafe fn equality_error(m: M, error: EqError) -> Next {
    // SAFETY: see `crate::handler`.
    unsafe {
        match error {
            EqError::Uncomparable(t) => runtime_error(
                m.g,
                m.ip,
                m.fp,
                &format!("comparing uncomparable type {}", t.string()),
            ),
            EqError::TooDeep => {
                runtime_error(m.g, m.ip, m.fp, "values nested too deeply to compare")
            }
        }
    }
}
