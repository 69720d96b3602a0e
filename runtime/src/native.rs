//! Native functions: leaves of the standard library written in Rust.
//!
//! A native is called like a compiled Go function of the same signature: its window of slots holds
//! the results first, then the arguments. It never calls Go code, and it does not wait: an
//! operation that may have to wait enqueues the task somewhere and returns [`Next::Park`].

use crate::Runtime;
use crate::heap::Cache;
use crate::rtype::{GoSlice, GoStr, RType};
use crate::strings;
use crate::task::Task;

/// The window `w` holds the results, then the arguments; it is also `cx.window`.
pub type NativeFn = unsafe fn(cx: &mut NativeCx, w: *mut u64) -> Next;

/// What the VM does when a native has returned.
#[derive(Debug)]
pub enum Next {
    /// The results are in the window.
    Return,
    /// The task waits somewhere already; whoever wakes it stores the results, if there are any.
    Park,
    /// The task waits somewhere already; call the same native again when it is woken. Only after
    /// [`NativeCx::run_again`].
    Retry,
    /// Let other tasks run, then go on as after `Return`.
    Yield,
    /// Panic with this interface value (an `any`: type and data word).
    Panic { ty: *const RType, data: u64 },
    /// Panic with a `runtime.Error` whose text is "runtime error: " and this.
    RuntimeError(String),
    /// Panic with a `runtime.Error` whose text is this.
    PlainError(String),
    /// Panic with this string.
    StringPanic(String),
    /// `runtime.Goexit`.
    Goexit,
    /// "fatal error: " and this, the goroutine's trace, exit status 2.
    Fatal(String),
    /// `os.Exit`.
    Exit(i32),
}

/// What a native works with. `window` and `task` are good until the native returns.
pub struct NativeCx {
    pub task: *mut Task,
    pub window: *mut u64,
}

impl NativeCx {
    /// # Safety
    /// `task` must be running on this thread, and `window` the call's window in its stack. The task
    /// must have a worker, and that a runtime.
    #[inline]
    pub unsafe fn new(task: *mut Task, window: *mut u64) -> NativeCx {
        NativeCx { task, window }
    }

    /// Makes the task run this native again when it is woken. A native that returns [`Next::Retry`]
    /// calls this before it puts the task in anyone's queue: the VM has saved the unit behind the call.
    pub fn run_again(&mut self) {
        const UNIT: usize = 16;
        // SAFETY: the task runs on this thread; the call's unit lies just before the saved one.
        unsafe { (*self.task).ip = (*self.task).ip.wrapping_sub(UNIT) }
    }

    /// The allocation cache of the worker that runs the task.
    #[inline]
    pub fn cache(&mut self) -> &mut Cache {
        // SAFETY: a running task has a worker, which only this thread uses now.
        unsafe { &mut (*(*self.task).worker).cache }
    }

    #[inline]
    pub fn runtime(&self) -> &Runtime {
        // SAFETY: a running task has a worker, and the runtime outlives its workers.
        unsafe { &*(*(*self.task).worker).rt }
    }

    /// Slot `i` of the window.
    #[inline]
    pub fn slot(&self, i: usize) -> u64 {
        // SAFETY: natives only name slots of their own signature, and the window has them all.
        unsafe { self.window.add(i).read() }
    }

    #[inline]
    pub fn set_slot(&mut self, i: usize, value: u64) {
        // SAFETY: as in `slot`.
        unsafe { self.window.add(i).write(value) }
    }

    /// The address of slot `i`: where a struct or array argument or result lies.
    #[inline]
    pub fn slot_address(&self, i: usize) -> *mut u8 {
        // SAFETY: as in `slot`.
        unsafe { self.window.add(i).cast() }
    }

    #[inline]
    pub fn arg_i64(&self, i: usize) -> i64 {
        self.slot(i) as i64
    }

    #[inline]
    pub fn arg_u64(&self, i: usize) -> u64 {
        self.slot(i)
    }

    #[inline]
    pub fn arg_f64(&self, i: usize) -> f64 {
        f64::from_bits(self.slot(i))
    }

    #[inline]
    pub fn arg_f32(&self, i: usize) -> f32 {
        f32::from_bits(self.slot(i) as u32)
    }

    #[inline]
    pub fn arg_bool(&self, i: usize) -> bool {
        self.slot(i) as u8 != 0
    }

    #[inline]
    pub fn arg_ptr(&self, i: usize) -> *mut u8 {
        self.slot(i) as *mut u8
    }

    #[inline]
    pub fn arg_gostr(&self, i: usize) -> GoStr {
        GoStr {
            ptr: self.slot(i) as *const u8,
            len: self.slot(i + 1) as usize,
        }
    }

    /// The bytes of the string in slots `i` and `i + 1`. Good until the native returns: no
    /// collection happens before, and nobody writes to a string.
    #[inline]
    pub fn arg_str<'a>(&self, i: usize) -> &'a [u8] {
        // SAFETY: a string in a slot is good for its length.
        unsafe { self.arg_gostr(i).bytes() }
    }

    #[inline]
    pub fn arg_slice(&self, i: usize) -> GoSlice {
        GoSlice {
            ptr: self.slot(i) as *mut u8,
            len: self.slot(i + 1) as usize,
            cap: self.slot(i + 2) as usize,
        }
    }

    /// The bytes of the `[]byte` in slots `i` to `i + 2`. Other goroutines might write to them
    /// meanwhile if the program has a data race; then the bytes seen are arbitrary.
    #[inline]
    pub fn arg_bytes<'a>(&self, i: usize) -> &'a [u8] {
        // SAFETY: a slice in slots is good for its length.
        unsafe { self.arg_gostr(i).bytes() }
    }

    #[inline]
    pub fn ret_i64(&mut self, i: usize, value: i64) {
        self.set_slot(i, value as u64);
    }

    #[inline]
    pub fn ret_u64(&mut self, i: usize, value: u64) {
        self.set_slot(i, value);
    }

    #[inline]
    pub fn ret_f64(&mut self, i: usize, value: f64) {
        self.set_slot(i, value.to_bits());
    }

    #[inline]
    pub fn ret_f32(&mut self, i: usize, value: f32) {
        self.set_slot(i, u64::from(value.to_bits()));
    }

    #[inline]
    pub fn ret_bool(&mut self, i: usize, value: bool) {
        self.set_slot(i, u64::from(value));
    }

    #[inline]
    pub fn ret_ptr(&mut self, i: usize, value: *mut u8) {
        self.set_slot(i, value as u64);
    }

    #[inline]
    pub fn ret_gostr(&mut self, i: usize, value: GoStr) {
        self.set_slot(i, value.ptr as u64);
        self.set_slot(i + 1, value.len as u64);
    }

    #[inline]
    pub fn ret_slice(&mut self, i: usize, value: GoSlice) {
        self.set_slot(i, value.ptr as u64);
        self.set_slot(i + 1, value.len as u64);
        self.set_slot(i + 2, value.cap as u64);
    }

    /// Stores a new string with these bytes in slots `i` and `i + 1`.
    pub fn ret_str(&mut self, i: usize, bytes: &[u8]) {
        let s = self.new_string(bytes);
        self.ret_gostr(i, s);
    }

    /// Stores a new `[]byte` in slots `i` to `i + 2`.
    pub fn ret_bytes(&mut self, i: usize, bytes: &[u8]) {
        let s = self.new_bytes(bytes);
        self.ret_slice(i, s);
    }

    pub fn new_string(&mut self, bytes: &[u8]) -> GoStr {
        strings::new(self.cache(), bytes)
    }

    pub fn new_bytes(&mut self, bytes: &[u8]) -> GoSlice {
        strings::new_bytes(self.cache(), bytes)
    }

    /// A zeroed value of type `t`.
    pub fn new_value(&mut self, t: &RType) -> *mut u8 {
        self.cache().alloc_type(t)
    }
}
