//! Faults: memory accesses that the system refuses.
//!
//! Go code without `unsafe` never makes any: handlers check pointers. A program that makes up
//! addresses can. What a virtual machine recognises as the operation of a task becomes a panic there
//! (see [`Resolver`]); any other fault ends the process as it ends a Go program.

use std::ptr;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use crate::signals;

/// A fault, and what the interrupted function's first argument registers hold.
#[derive(Clone, Copy, Debug)]
pub struct Fault {
    pub address: usize,
    /// The system's reason, 1 for an address where nothing is mapped.
    pub code: i32,
    pub arguments: [u64; 3],
    /// The interrupted function's return address, if it has pushed nothing.
    pub top_of_stack: u64,
}

/// Where to go on instead: a function of the same type as the interrupted one, with these first two
/// arguments.
#[derive(Clone, Copy, Debug)]
pub struct Detour {
    pub function: usize,
    pub arguments: [u64; 2],
}

/// Decides in the signal handler what a fault leads to. It may only look at memory that is there.
pub type Resolver = fn(&Fault) -> Option<Detour>;

static RESOLVER: AtomicUsize = AtomicUsize::new(0);

/// `debug.SetPanicOnFault`; for all goroutines.
pub static PANIC_ON_FAULT: AtomicBool = AtomicBool::new(false);

/// Installs the handling of faults for the rest of the process's life.
pub fn install(resolver: Resolver) {
    RESOLVER.store(resolver as usize, Ordering::SeqCst);
    for signal in [libc::SIGSEGV, libc::SIGBUS] {
        // SAFETY: the action is fully initialised; the handler is async-signal-safe.
        unsafe {
            let mut action: libc::sigaction = std::mem::zeroed();
            action.sa_sigaction = on_fault as *const () as usize;
            action.sa_flags = libc::SA_SIGINFO | libc::SA_ONSTACK | libc::SA_NODEFER;
            // Other handlers wait: the stack that they share has little room.
            libc::sigfillset(&raw mut action.sa_mask);
            libc::sigdelset(&raw mut action.sa_mask, libc::SIGSEGV);
            libc::sigdelset(&raw mut action.sa_mask, libc::SIGBUS);
            libc::sigaction(signal, &raw const action, ptr::null_mut());
        }
    }
}

extern "C" fn on_fault(
    signal: libc::c_int,
    info: *mut libc::siginfo_t,
    context: *mut libc::c_void,
) {
    // SAFETY: the system passes valid information.
    let (address, code) = unsafe { ((*info).si_addr() as usize, (*info).si_code) };
    #[cfg(all(target_os = "linux", target_arch = "x86_64"))]
    {
        // SAFETY: the system passes the interrupted thread's context.
        let registers = unsafe { &mut (*context.cast::<libc::ucontext_t>()).uc_mcontext.gregs };
        let register = |r: libc::c_int| registers[r as usize] as u64;
        let fault = Fault {
            address,
            code,
            arguments: [
                register(libc::REG_RDI),
                register(libc::REG_RSI),
                register(libc::REG_RDX),
            ],
            // SAFETY: the interrupted thread's stack pointer.
            top_of_stack: unsafe { *(register(libc::REG_RSP) as *const u64) },
        };
        let resolver = RESOLVER.load(Ordering::Relaxed);
        // SAFETY: only `install` stores there.
        let resolver = unsafe { std::mem::transmute::<usize, Option<Resolver>>(resolver) };
        if let Some(detour) = resolver.and_then(|resolve| resolve(&fault)) {
            registers[libc::REG_RIP as usize] = detour.function as i64;
            registers[libc::REG_RDI as usize] = detour.arguments[0] as i64;
            registers[libc::REG_RSI as usize] = detour.arguments[1] as i64;
            return;
        }
    }
    #[cfg(not(all(target_os = "linux", target_arch = "x86_64")))]
    let _ = context;
    // Another process's doing.
    if code <= 0 && signals::request_dump(signal) {
        return;
    }
    end_process(signal, code, address)
}

/// What a Go program says whose fault is no panic, as far as that can be said here.
fn end_process(signal: i32, code: i32, address: usize) -> ! {
    let mut text = Text::default();
    text.push(b"unexpected fault address ");
    text.hex(address);
    text.push(b"\nfatal error: fault\n[signal ");
    text.push(if signal == libc::SIGBUS {
        b"SIGBUS: bus error code="
    } else {
        b"SIGSEGV: segmentation violation code="
    });
    text.hex(code as u32 as usize);
    text.push(b" addr=");
    text.hex(address);
    text.push(b" pc=0x0]\n");
    // SAFETY: `write` and `_exit` may be called in a handler; the bytes are readable.
    unsafe {
        libc::write(2, text.bytes.as_ptr().cast(), text.len);
        libc::_exit(2)
    }
}

/// Text made without allocation.
struct Text {
    bytes: [u8; 256],
    len: usize,
}

impl Default for Text {
    fn default() -> Text {
        Text {
            bytes: [0; 256],
            len: 0,
        }
    }
}

impl Text {
    fn push(&mut self, more: &[u8]) {
        for &b in more {
            if self.len < self.bytes.len() {
                self.bytes[self.len] = b;
                self.len += 1;
            }
        }
    }

    fn hex(&mut self, n: usize) {
        self.push(b"0x");
        let digits = (usize::BITS - n.leading_zeros()).div_ceil(4).max(1);
        for i in (0..digits).rev() {
            self.push(&[b"0123456789abcdef"[n >> (4 * i) & 15]]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_made_in_place() {
        let mut text = Text::default();
        text.push(b"at ");
        text.hex(0x1a0);
        text.hex(0);
        assert_eq!(&text.bytes[..text.len], b"at 0x1a00x0");
    }
}
