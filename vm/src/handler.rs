//! The shape of a handler, and how one leads to the next.
//!
//! A loaded unit holds its handler's address. Every handler has one signature and ends by calling
//! the next unit's handler in tail position, which an optimising build turns into an indirect jump:
//! `ip`, `fp`, `g` and `acc` stay in argument registers for good. In debug builds and on other
//! architectures, where that is not certain, the same handlers return to a driver loop instead; the
//! constant [`TAIL_CALLS`] is the only difference.
//!
//! What keeps the tail call a jump: no live destructors and no local whose address escapes in a
//! handler; anything of that kind lives in functions that are not inlined ([`slow!`]).
//!
//! # Safety
//!
//! All handlers rely on the same promises. `ip` points to a unit of a loaded, verified function;
//! `fp` to a frame of that function's size inside the stack of `g`, which this thread runs; so every
//! slot and extension operand may be read and written as the verifier checked it. Pointers in slots
//! come from Go code: typed, nil-checked where the instruction set says so, and kept alive by the
//! collector, which only runs while no handler does.

use crate::load::FuncEntry;
use runtime::task::Task;

/// A loaded unit: 16 bytes.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct Unit {
    pub handler: Handler,
    pub word: u64,
}

/// `acc` carries values between fused units; in the driver loop it is the address of the [`Driver`].
/// The result is an exit code, see [`exit`].
pub type Handler = unsafe extern "C" fn(*const Unit, *mut u64, *mut Task, u64) -> u64;

const _: () = assert!(size_of::<Unit>() == 16);

/// Whether handlers call each other (and the compiler is relied upon to make jumps of it).
pub const TAIL_CALLS: bool = cfg!(all(target_arch = "x86_64", not(debug_assertions)));

/// Why control left the handlers.
pub mod exit {
    /// Only in the driver loop: go on at the driver's ip.
    pub const CONTINUE: u64 = 0;
    /// The goroutine's function returned.
    pub const DONE: u64 = 1;
    /// The task is in someone's wait queue; it must not be touched any more.
    pub const PARKED: u64 = 2;
    pub const YIELD: u64 = 3;
    pub const PREEMPTED: u64 = 4;
    /// The reason lies in `crate::runner::OUTCOME`.
    pub const OUTCOME: u64 = 5;
}

/// The state of the driver loop.
pub struct Driver {
    ip: *const Unit,
    fp: *mut u64,
}

/// Runs handlers from `ip` on until one leaves with an exit code.
///
/// # Safety
/// As the module says.
pub unsafe fn enter(ip: *const Unit, fp: *mut u64, g: *mut Task) -> u64 {
    #[cfg(all(target_arch = "x86_64", not(debug_assertions)))]
    if TAIL_CALLS {
        // SAFETY: the caller's promise.
        return unsafe { call_first(ip, fp, g, 0, (*ip).handler) };
    }
    let mut driver = Driver { ip, fp };
    let at = &raw mut driver;
    loop {
        // SAFETY: a handler that continues has stored the next unit and its frame.
        let code = unsafe { ((*(*at).ip).handler)((*at).ip, (*at).fp, g, at as u64) };
        if code != exit::CONTINUE {
            return code;
        }
    }
}

/// Calls the first handler of a chain: all of them return to the instruction behind this call, at
/// [`handler_return`].
///
/// # Safety
/// As the module says.
#[cfg(all(target_arch = "x86_64", not(debug_assertions)))]
#[unsafe(naked)]
unsafe extern "sysv64" fn call_first(
    ip: *const Unit,
    fp: *mut u64,
    g: *mut Task,
    acc: u64,
    first: Handler,
) -> u64 {
    // Four bytes, three bytes, then the address that handlers return to.
    std::arch::naked_asm!("sub rsp, 8", "call r8", "add rsp, 8", "ret")
}

/// The return address of every handler that has pushed nothing.
pub fn handler_return() -> u64 {
    #[cfg(all(target_arch = "x86_64", not(debug_assertions)))]
    return call_first as *const () as u64 + 7;
    #[cfg(not(all(target_arch = "x86_64", not(debug_assertions))))]
    0
}

/// Goes on at `ip`.
///
/// # Safety
/// As the module says.
#[inline(always)]
pub unsafe fn dispatch(ip: *const Unit, fp: *mut u64, g: *mut Task, acc: u64) -> u64 {
    if TAIL_CALLS {
        // SAFETY: the caller's promise.
        unsafe { ((*ip).handler)(ip, fp, g, acc) }
    } else {
        let driver = acc as *mut Driver;
        // SAFETY: without tail calls `acc` is the driver loop's state.
        unsafe {
            (*driver).ip = ip;
            (*driver).fp = fp;
        }
        exit::CONTINUE
    }
}

/// [`dispatch`] for one arm of a branch: the optimiser must not merge the two arms into a select
/// and one jump, which the branch predictor handles badly (fib(35): 278 against 217 ms).
///
/// # Safety
/// As the module says.
#[inline(always)]
pub unsafe fn dispatch_arm(ip: *const Unit, fp: *mut u64, g: *mut Task, acc: u64) -> u64 {
    #[cfg(all(target_arch = "x86_64", not(debug_assertions)))]
    {
        // SAFETY: the caller's promise.
        let mut handler = unsafe { (*ip).handler };
        // SAFETY: no instructions.
        unsafe {
            std::arch::asm!("/* {0} */", inout(reg) handler, options(pure, nomem, nostack, preserves_flags));
        }
        // SAFETY: the caller's promise.
        unsafe { handler(ip, fp, g, acc) }
    }
    #[cfg(not(all(target_arch = "x86_64", not(debug_assertions))))]
    // SAFETY: the caller's promise.
    unsafe {
        dispatch(ip, fp, g, acc)
    }
}

/// A handler's view of the machine: its arguments and the operand word, loaded once.
#[derive(Clone, Copy)]
pub struct M {
    pub ip: *const Unit,
    pub fp: *mut u64,
    pub g: *mut Task,
    pub acc: u64,
    pub w: u64,
}

/// Where a slow operation goes on: a unit of the same frame, or one of the special units of
/// [`crate::special`].
pub type Next = *const Unit;

// Every unsafe method below relies on the module's promises.
#[allow(
    clippy::missing_safety_doc,
    reason = "the module's documentation holds for all of them"
)]
impl M {
    #[inline(always)]
    pub fn a(self) -> usize {
        usize::from(self.w as u16)
    }
    #[inline(always)]
    pub fn b(self) -> usize {
        (self.w as u32 >> 16) as usize
    }
    /// Operand `c` of operations without `d` (the verifier sees to it that those bits are 0).
    #[inline(always)]
    pub fn c(self) -> usize {
        (self.w >> 32) as usize
    }
    /// Operand `c` of operations with `d`.
    #[inline(always)]
    pub fn c16(self) -> usize {
        usize::from((self.w >> 32) as u16)
    }
    #[inline(always)]
    pub fn d(self) -> usize {
        (self.w >> 48) as usize
    }
    #[inline(always)]
    pub fn cd(self) -> i64 {
        self.w as i64 >> 32
    }
    /// Operand `b` as a signed number.
    #[inline(always)]
    pub fn bi(self) -> i64 {
        i64::from(self.w as u32 as i32 >> 16)
    }
    /// A 48-bit address that the loader put above operand `a`.
    #[inline(always)]
    pub fn address<T>(self) -> *const T {
        (self.w >> 16) as *const T
    }
    /// The extension unit's word.
    #[inline(always)]
    pub unsafe fn x(self) -> u64 {
        // SAFETY: the operation has an extension unit.
        unsafe { (*self.ip.add(1)).word }
    }
    #[inline(always)]
    pub unsafe fn xlo(self) -> usize {
        // SAFETY: as above.
        unsafe { self.x() as u32 as usize }
    }
    #[inline(always)]
    pub unsafe fn xhi(self) -> usize {
        // SAFETY: as above.
        unsafe { (self.x() >> 32) as usize }
    }
    /// Address of a slot.
    #[inline(always)]
    pub unsafe fn at(self, slot: usize) -> *mut u64 {
        // SAFETY: inside the frame.
        unsafe { self.fp.add(slot) }
    }
    /// Address of a byte of the frame.
    #[inline(always)]
    pub unsafe fn byte(self, offset: usize) -> *mut u8 {
        // SAFETY: inside the frame.
        unsafe { self.fp.cast::<u8>().add(offset) }
    }
    #[inline(always)]
    pub unsafe fn r(self, slot: usize) -> u64 {
        // SAFETY: inside the frame.
        unsafe { *self.fp.add(slot) }
    }
    #[inline(always)]
    pub unsafe fn ri(self, slot: usize) -> i64 {
        // SAFETY: inside the frame.
        unsafe { *self.fp.add(slot) as i64 }
    }
    #[inline(always)]
    pub unsafe fn rf(self, slot: usize) -> f64 {
        // SAFETY: inside the frame.
        f64::from_bits(unsafe { *self.fp.add(slot) })
    }
    #[inline(always)]
    pub unsafe fn rf32(self, slot: usize) -> f32 {
        // SAFETY: inside the frame.
        f32::from_bits(unsafe { *self.fp.add(slot) } as u32)
    }
    #[inline(always)]
    pub unsafe fn set(self, slot: usize, value: u64) {
        // SAFETY: inside the frame.
        unsafe { *self.fp.add(slot) = value }
    }
    #[inline(always)]
    pub unsafe fn seti(self, slot: usize, value: i64) {
        // SAFETY: inside the frame.
        unsafe { *self.fp.add(slot) = value as u64 }
    }
    #[inline(always)]
    pub unsafe fn setf(self, slot: usize, value: f64) {
        // SAFETY: inside the frame.
        unsafe { *self.fp.add(slot) = value.to_bits() }
    }
    #[inline(always)]
    pub unsafe fn setf32(self, slot: usize, value: f32) {
        // SAFETY: inside the frame.
        unsafe { *self.fp.add(slot) = u64::from(value.to_bits()) }
    }
    /// The unit `n` units on.
    #[inline(always)]
    pub unsafe fn skip(self, n: usize) -> Next {
        // SAFETY: inside the function's code.
        unsafe { self.ip.add(n) }
    }
    /// The unit that the jump `cd` leads to.
    #[inline(always)]
    pub unsafe fn target(self) -> Next {
        // SAFETY: inside the function's code. (The loader scales jumps to bytes.)
        unsafe { self.ip.byte_offset(self.cd() as isize) }
    }
    /// Goes on at the next unit.
    #[inline(always)]
    pub unsafe fn next(self) -> u64 {
        // SAFETY: inside the function's code.
        unsafe { dispatch(self.ip.add(1), self.fp, self.g, self.acc) }
    }
    /// Goes on after the extension unit.
    #[inline(always)]
    pub unsafe fn next2(self) -> u64 {
        // SAFETY: inside the function's code.
        unsafe { dispatch(self.ip.add(2), self.fp, self.g, self.acc) }
    }
    /// One arm of a branch: goes on at `n` units from here.
    #[inline(always)]
    pub unsafe fn fall(self, n: usize) -> u64 {
        // SAFETY: inside the function's code.
        unsafe { dispatch_arm(self.ip.add(n), self.fp, self.g, self.acc) }
    }
    /// The other arm: jumps by `cd`.
    #[inline(always)]
    pub unsafe fn jump(self) -> u64 {
        // SAFETY: inside the function's code.
        unsafe { dispatch_arm(self.target(), self.fp, self.g, self.acc) }
    }
    /// Jumps back by `cd`: a safepoint.
    #[inline(always)]
    pub unsafe fn jump_back(self) -> u64 {
        // SAFETY: `g` is the running task.
        if unsafe { (*self.g).preempt.load(std::sync::atomic::Ordering::Relaxed) } != 0 {
            // SAFETY: inside the function's code.
            return unsafe { crate::call::preempted(self.target(), self.fp, self.g, self.acc) };
        }
        // SAFETY: as above.
        unsafe { self.jump() }
    }
    /// Leaves for an out-of-line handler, which decodes the unit again.
    #[inline(always)]
    pub unsafe fn leave(self, to: Handler) -> u64 {
        // SAFETY: the same machine state.
        unsafe { to(self.ip, self.fp, self.g, self.acc) }
    }
    /// Calls `entry` with its frame at `fp`, to return to `ret`. The frame fits the stack.
    #[inline(always)]
    pub unsafe fn enter(
        self,
        entry: *const FuncEntry,
        fp: *mut u64,
        distance: usize,
        ret: Next,
    ) -> u64 {
        // SAFETY: the header lies in the caller's frame, below the window.
        unsafe {
            *fp.sub(1) = ret as u64;
            *fp.sub(2) = distance as u64;
            dispatch((*entry).ip, fp, self.g, self.acc)
        }
    }
}

/// Defines handlers that go on at the next unit (`straight!`) or after the extension unit
/// (`straight2!`).
macro_rules! straight {
    ($($name:ident $m:ident $body:expr;)*) => { $crate::handler::flow! { $($name $m { $body; $m.next() })* } };
}
macro_rules! straight2 {
    ($($name:ident $m:ident $body:expr;)*) => { $crate::handler::flow! { $($name $m { $body; $m.next2() })* } };
}

/// Defines handlers whose body ends in a tail call.
macro_rules! flow {
    ($($name:ident $m:ident $body:block)*) => { $(
        #[allow(non_snake_case, reason = "named like the operation")]
        pub(crate) unsafe extern "C" fn $name(
            ip: *const $crate::handler::Unit,
            fp: *mut u64,
            g: *mut ::runtime::task::Task,
            acc: u64,
        ) -> u64 {
            // SAFETY: the promises of `crate::handler`.
            unsafe {
                let $m = $crate::handler::M { ip, fp, g, acc, w: (*ip).word };
                $body
            }
        }
    )* };
}

/// Defines conditional forward branches.
macro_rules! branch {
    ($($name:ident $m:ident $cond:expr;)*) => { $crate::handler::flow! { $(
        $name $m { if $cond { return $m.jump(); } $m.fall(1) }
    )* } };
}

/// Defines conditional backward branches.
macro_rules! branch_back {
    ($($name:ident $m:ident $cond:expr;)*) => { $crate::handler::flow! { $(
        $name $m { if $cond { return $m.jump_back(); } $m.fall(1) }
    )* } };
}

/// Defines handlers that call a function of ours, not inlined, that says where to go on ([`Next`]).
/// For everything that allocates, takes locks, or has locals with addresses.
macro_rules! slow {
    ($($name:ident $m:ident $body:block)*) => { $(
        #[allow(non_snake_case, reason = "named like the operation")]
        #[inline(never)]
        pub(crate) unsafe extern "C" fn $name(
            ip: *const $crate::handler::Unit,
            fp: *mut u64,
            g: *mut ::runtime::task::Task,
            acc: u64,
        ) -> u64 {
            #[inline(never)]
            unsafe fn body(
                ip: *const $crate::handler::Unit,
                fp: *mut u64,
                g: *mut ::runtime::task::Task,
            ) -> $crate::handler::Next {
                // SAFETY: the promises of `crate::handler`.
                unsafe {
                    let $m = $crate::handler::M { ip, fp, g, acc: 0, w: (*ip).word };
                    $body
                }
            }
            // SAFETY: the promises of `crate::handler`.
            unsafe {
                let next = body(ip, fp, g);
                $crate::handler::dispatch(next, fp, g, acc)
            }
        }
    )* };
}

pub(crate) use {branch, branch_back, flow, slow, straight, straight2};
