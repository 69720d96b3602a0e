//! Faults of the program's own making: addresses from `unsafe` that lead nowhere.
//!
//! A handler that only loads or stores keeps its arguments in their registers up to the access that
//! faults, and has nothing on the native stack but its return address. So the handler of the signal can tell which unit of
//! which frame it was, and go on in [`bad_address`] as if the handler had jumped there. Whatever looks
//! different ends the process (see [`runtime::faults`]).

use std::cell::Cell;
use std::sync::atomic::Ordering;

use bytecode::Op;
use runtime::faults::{self, Detour, Fault, PANIC_ON_FAULT};
use runtime::task::{Outcome, Task};

use crate::handler::{Next, TAIL_CALLS, Unit, handler_return, slow};
use crate::load::{Loaded, state};
use crate::panic;
use crate::special::leave_with;
use crate::traceback;

/// Addresses below are those of fields of nil.
const NIL_PAGE: usize = 4096;

thread_local! {
    /// The task that this thread runs.
    static RUNNING: Cell<*mut Task> = const { Cell::new(std::ptr::null_mut()) };
    /// Address and code of the fault that [`bad_address`] is about.
    static LAST: Cell<(usize, i32)> = const { Cell::new((0, 0)) };
}

/// Installs the handling of faults.
pub fn install() {
    if TAIL_CALLS {
        faults::install(resolve);
    } else {
        faults::install(|_| None);
    }
}

/// This thread runs `task` from now on.
pub fn set_running(task: *mut Task) {
    RUNNING.set(task);
}

fn resolve(fault: &Fault) -> Option<Detour> {
    let g = RUNNING.get();
    if g.is_null() || fault.arguments[2] != g as u64 {
        return None;
    }
    // SAFETY: the task runs a loaded program.
    let loaded = unsafe { state(g) };
    let [ip, fp, _] = fault.arguments;
    if fault.top_of_stack != handler_return() || !is_access(loaded, ip) {
        return None;
    }
    LAST.set((fault.address, fault.code));
    Some(Detour {
        function: bad_address as *const () as usize,
        arguments: [ip, fp],
    })
}

fn op_at(loaded: &Loaded, ip: u64) -> Option<Op> {
    loaded.locate(ip as Next)?;
    Some(loaded.op_at(ip as Next))
}

/// Whether `ip` is a load or store whose handler calls nothing.
fn is_access(loaded: &Loaded, ip: u64) -> bool {
    let Some(op) = op_at(loaded, ip) else {
        return false;
    };
    let name = op.name();
    let prefixes = ["Ld", "St", "Ix", "Sx", "PIx", "PSx"];
    ip.is_multiple_of(size_of::<Unit>() as u64)
        && prefixes.iter().any(|p| name.starts_with(p))
        && !name.ends_with('N')
        && !name.starts_with("Str")
        && !name.starts_with("LdF")
        && !name.starts_with("StF")
}

slow! {
    bad_address m {
        let (address, code) = LAST.get();
        if address < NIL_PAGE || PANIC_ON_FAULT.load(Ordering::Relaxed) {
            return panic::nil_dereference(m.g, m.ip, m.fp);
        }
        let trace = traceback::running(m.g, m.ip, m.fp);
        let text = format!(
            "unexpected fault address {address:#x}\nfatal error: fault\n[signal SIGSEGV: segmentation \
             violation code={code:#x} addr={address:#x} pc=0x0]\n\n{trace}"
        );
        leave_with(Outcome::Fatal(Box::new((text, 2))))
    }
}
