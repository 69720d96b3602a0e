//! How natives see their window: typed arguments and results, and Go memory behind pointers.
//!
//! The `natives!` macro turns Rust functions with typed parameters into [`NativeFn`]s: it takes the
//! arguments out of the slots after the results, and stores what the body returns.

use runtime::native::{NativeCx, Next};
use runtime::rtype::{GoSlice, GoStr, RType};

/// An interface value.
#[derive(Clone, Copy, Debug)]
pub struct Iface {
    /// Null for nil; of an interface with methods, the itab.
    pub head: *const RType,
    pub data: u64,
}

/// Something that arrives in slots.
pub trait Arg {
    const SLOTS: usize;
    fn take(cx: &NativeCx, at: usize) -> Self;
}

/// Something that is returned in slots.
pub trait Ret {
    const SLOTS: usize;
    fn put(self, cx: &mut NativeCx, at: usize);
}

macro_rules! integer_slots {
    ($($t:ty),*) => {$(
        impl Arg for $t {
            const SLOTS: usize = 1;
            #[inline]
            fn take(cx: &NativeCx, at: usize) -> $t { cx.slot(at) as $t }
        }
        impl Ret for $t {
            const SLOTS: usize = 1;
            // Canonical: sign- or zero-extended, as the type says.
            #[inline]
            fn put(self, cx: &mut NativeCx, at: usize) { cx.set_slot(at, self as i64 as u64) }
        }
    )*};
}
integer_slots!(i8, i16, i32, i64, u8, u16, u32, u64, usize, isize);

impl Arg for bool {
    const SLOTS: usize = 1;
    fn take(cx: &NativeCx, at: usize) -> bool {
        cx.arg_bool(at)
    }
}

impl Ret for bool {
    const SLOTS: usize = 1;
    fn put(self, cx: &mut NativeCx, at: usize) {
        cx.ret_bool(at, self);
    }
}

impl Arg for f64 {
    const SLOTS: usize = 1;
    fn take(cx: &NativeCx, at: usize) -> f64 {
        cx.arg_f64(at)
    }
}

impl Ret for f64 {
    const SLOTS: usize = 1;
    fn put(self, cx: &mut NativeCx, at: usize) {
        cx.ret_f64(at, self);
    }
}

impl Arg for f32 {
    const SLOTS: usize = 1;
    fn take(cx: &NativeCx, at: usize) -> f32 {
        cx.arg_f32(at)
    }
}

impl Ret for f32 {
    const SLOTS: usize = 1;
    fn put(self, cx: &mut NativeCx, at: usize) {
        cx.ret_f32(at, self);
    }
}

impl<T> Arg for *mut T {
    const SLOTS: usize = 1;
    fn take(cx: &NativeCx, at: usize) -> *mut T {
        cx.arg_ptr(at).cast()
    }
}

impl<T> Ret for *mut T {
    const SLOTS: usize = 1;
    fn put(self, cx: &mut NativeCx, at: usize) {
        cx.ret_ptr(at, self.cast());
    }
}

/// A descriptor, or null for a nil `*rtype.Type`.
impl Arg for Option<&'static RType> {
    const SLOTS: usize = 1;
    fn take(cx: &NativeCx, at: usize) -> Self {
        // SAFETY: Go code gets `*rtype.Type` only from natives; descriptors are never freed.
        unsafe { cx.arg_ptr(at).cast::<RType>().as_ref() }
    }
}

impl Ret for Option<&'static RType> {
    const SLOTS: usize = 1;
    fn put(self, cx: &mut NativeCx, at: usize) {
        let p = self.map_or(std::ptr::null(), std::ptr::from_ref);
        cx.set_slot(at, p as u64);
    }
}

/// A string's bytes.
impl Arg for &'static [u8] {
    const SLOTS: usize = 2;
    #[inline]
    fn take(cx: &NativeCx, at: usize) -> Self {
        cx.arg_str(at)
    }
}

impl Arg for GoStr {
    const SLOTS: usize = 2;
    fn take(cx: &NativeCx, at: usize) -> GoStr {
        cx.arg_gostr(at)
    }
}

impl Ret for GoStr {
    const SLOTS: usize = 2;
    fn put(self, cx: &mut NativeCx, at: usize) {
        cx.ret_gostr(at, self);
    }
}

impl Arg for GoSlice {
    const SLOTS: usize = 3;
    fn take(cx: &NativeCx, at: usize) -> GoSlice {
        cx.arg_slice(at)
    }
}

impl Ret for GoSlice {
    const SLOTS: usize = 3;
    fn put(self, cx: &mut NativeCx, at: usize) {
        cx.ret_slice(at, self);
    }
}

impl Arg for Iface {
    const SLOTS: usize = 2;
    fn take(cx: &NativeCx, at: usize) -> Iface {
        Iface {
            head: cx.slot(at) as *const RType,
            data: cx.slot(at + 1),
        }
    }
}

impl Ret for Iface {
    const SLOTS: usize = 2;
    fn put(self, cx: &mut NativeCx, at: usize) {
        cx.set_slot(at, self.head as u64);
        cx.set_slot(at + 1, self.data);
    }
}

/// A fresh string.
impl Ret for Vec<u8> {
    const SLOTS: usize = 2;
    fn put(self, cx: &mut NativeCx, at: usize) {
        cx.ret_str(at, &self);
    }
}

/// A fresh string.
impl Ret for String {
    const SLOTS: usize = 2;
    fn put(self, cx: &mut NativeCx, at: usize) {
        cx.ret_str(at, self.as_bytes());
    }
}

impl Ret for () {
    const SLOTS: usize = 0;
    fn put(self, _: &mut NativeCx, _: usize) {}
}

impl<A: Ret, B: Ret> Ret for (A, B) {
    const SLOTS: usize = A::SLOTS + B::SLOTS;
    fn put(self, cx: &mut NativeCx, at: usize) {
        self.0.put(cx, at);
        self.1.put(cx, at + A::SLOTS);
    }
}

impl<A: Ret, B: Ret, C: Ret> Ret for (A, B, C) {
    const SLOTS: usize = A::SLOTS + B::SLOTS + C::SLOTS;
    fn put(self, cx: &mut NativeCx, at: usize) {
        self.0.put(cx, at);
        self.1.put(cx, at + A::SLOTS);
        self.2.put(cx, at + A::SLOTS + B::SLOTS);
    }
}

impl<A: Ret, B: Ret, C: Ret, D: Ret> Ret for (A, B, C, D) {
    const SLOTS: usize = A::SLOTS + B::SLOTS + C::SLOTS + D::SLOTS;
    fn put(self, cx: &mut NativeCx, at: usize) {
        self.0.put(cx, at);
        self.1.put(cx, at + A::SLOTS);
        self.2.put(cx, at + A::SLOTS + B::SLOTS);
        self.3.put(cx, at + A::SLOTS + B::SLOTS + C::SLOTS);
    }
}

/// Where slot `i` of the window lies in the task's stack, which may move.
pub fn slot(cx: &NativeCx, i: usize) -> u32 {
    // SAFETY: the task runs on this thread, and the window lies in its stack.
    let lo = unsafe { (*cx.task).stack_lo } as usize;
    ((cx.slot_address(i) as usize - lo) / 8) as u32
}

/// Results plus an outcome other than `Return`: the results are stored only for `Return` and `Yield`.
pub fn finish<R: Ret>(cx: &mut NativeCx, result: R) -> Next {
    result.put(cx, 0);
    Next::Return
}

/// Declares natives: `"name"(cx; a: T, ...) -> R { body }`. With `-> raw(n)` the body stores its `n`
/// result slots itself and returns a [`Next`].
macro_rules! natives {
    (@one $cx:ident ($($a:ident : $t:ty),*) raw($n:expr) $body:block) => {{
        #[allow(unused_mut, unused_variables, unused_assignments, reason = "depends on the parameters")]
        unsafe fn native($cx: &mut runtime::native::NativeCx, _: *mut u64) -> runtime::native::Next {
            {
                let mut at: usize = $n;
                $(let $a = <$t as $crate::abi::Arg>::take($cx, at); at += <$t as $crate::abi::Arg>::SLOTS;)*
                $body
            }
        }
        native as runtime::native::NativeFn
    }};
    ($($name:literal ( $cx:ident; $($a:ident : $t:ty),* ) -> $kind:ident $(<$ty:ty>)? $(($n:expr))? $body:block)*) => {
        pub const NATIVES: &[(&str, runtime::native::NativeFn)] = &[
            $(($name, natives!(@pick $cx ($($a : $t),*) $kind $(<$ty>)? $(($n))? $body))),*
        ];
    };
    (@pick $cx:ident ($($a:ident : $t:ty),*) raw($n:expr) $body:block) => {
        natives!(@one $cx ($($a : $t),*) raw($n) $body)
    };
    (@pick $cx:ident ($($a:ident : $t:ty),*) ret<$r:ty> $body:block) => {
        natives!(@one $cx ($($a : $t),*) raw(<$r as $crate::abi::Ret>::SLOTS) {
            let result: $r = $body;
            $crate::abi::finish($cx, result)
        })
    };
}
pub(crate) use natives;

/// The bytes of a `[]byte`.
pub fn bytes(s: GoSlice) -> &'static [u8] {
    // SAFETY: a slice is good for its length; see `NativeCx::arg_bytes` about races.
    unsafe {
        GoStr {
            ptr: s.ptr,
            len: s.len,
        }
        .bytes()
    }
}

/// The bytes of a string header in Go memory.
pub fn str_bytes(s: GoStr) -> &'static [u8] {
    // SAFETY: a string is good for its length.
    unsafe { s.bytes() }
}

/// The elements of a slice whose elements are `T` in memory.
pub fn elements<T>(s: GoSlice) -> &'static mut [T] {
    if s.len == 0 {
        return &mut [];
    }
    // SAFETY: the slice comes from Go code whose element type is `T`, by the native's signature.
    unsafe { std::slice::from_raw_parts_mut(s.ptr.cast::<T>(), s.len) }
}

/// The elements of a `[]uint32` that nobody changes.
pub fn words(s: GoSlice) -> &'static [u32] {
    if s.len == 0 {
        return &[];
    }
    // SAFETY: the slice comes from Go code whose element type is `uint32`, by the native's signature.
    unsafe { std::slice::from_raw_parts(s.ptr.cast::<u32>(), s.len) }
}

/// What a Go pointer to a `T` points to.
///
/// # Safety
/// `p` must point to a live `T`.
pub unsafe fn at<'a, T>(p: *mut u8) -> &'a mut T {
    // SAFETY: the caller's promise.
    unsafe { &mut *p.cast::<T>() }
}

/// Where a string's tail begins: a string inside `base`'s memory.
pub fn substring(base: GoStr, from: usize, to: usize) -> GoStr {
    if from == to {
        return GoStr::EMPTY;
    }
    GoStr {
        ptr: base.ptr.wrapping_add(from),
        len: to - from,
    }
}

/// A slice of a `[]byte`, with its capacity cut to `cap - from` when `cap` is given.
pub fn subslice(base: GoSlice, from: usize, to: usize, cap: usize) -> GoSlice {
    GoSlice {
        ptr: base.ptr.wrapping_add(from),
        len: to - from,
        cap: cap - from,
    }
}

/// Appends to a `[]byte` as `append` does.
pub fn append(cx: &mut NativeCx, s: &mut GoSlice, more: &[u8]) {
    let len = s.len + more.len();
    if len > s.cap {
        grow(cx, s, len);
    }
    // SAFETY: the capacity suffices; `more` is not in the spare room, which no one else may use.
    unsafe { std::ptr::copy(more.as_ptr(), s.ptr.add(s.len), more.len()) };
    s.len = len;
}

#[cold]
fn grow(cx: &mut NativeCx, s: &mut GoSlice, len: usize) {
    let wanted = if s.cap < 256 {
        s.cap * 2
    } else {
        s.cap + s.cap / 4 + 192
    };
    let cap = runtime::heap::rounded_size(wanted.max(len).max(64));
    let ptr = cx.cache().alloc(cap, true);
    // SAFETY: the old bytes are good for `s.len`, the new room for more.
    unsafe { std::ptr::copy_nonoverlapping(bytes(*s).as_ptr(), ptr, s.len) };
    *s = GoSlice {
        ptr,
        len: s.len,
        cap,
    };
}

/// A fresh `[]byte` that holds `s` so many times. There may be no memory for that.
pub fn repeated(cx: &mut NativeCx, s: &[u8], count: i64) -> Result<GoSlice, Next> {
    let no_memory = || Next::Fatal(runtime::slices::NO_MEMORY.to_owned());
    let count = usize::try_from(count).unwrap_or(0);
    let len = s.len().checked_mul(count).ok_or_else(no_memory)?;
    if !cx.cache().heap().can_hold(len) {
        return Err(no_memory());
    }
    let cap = runtime::heap::rounded_size(len);
    let ptr = cx.cache().alloc(cap, true);
    let mut done = 0;
    while done < len {
        // What is there already is copied behind it.
        let (from, n) = match done {
            0 => (s.as_ptr(), s.len()),
            _ => (ptr.cast_const(), done.min(len - done)),
        };
        // SAFETY: the new object has room for `len` bytes, and `done` of them are written.
        unsafe { std::ptr::copy_nonoverlapping(from, ptr.add(done), n) };
        done += n;
    }
    Ok(GoSlice { ptr, len, cap })
}

/// A fresh slice of `items`, which must not be scanned if `noscan`.
pub fn new_slice<T: Copy>(cx: &mut NativeCx, items: &[T], noscan: bool) -> GoSlice {
    let size = std::mem::size_of_val(items);
    if size == 0 {
        let base = runtime::heap::ZERO_BASE.as_ptr();
        return GoSlice {
            ptr: base,
            len: 0,
            cap: 0,
        };
    }
    let ptr = cx.cache().alloc(size, noscan);
    // SAFETY: the new object has room for the items; Go's alignments are at most 8, as objects'.
    unsafe { std::ptr::copy_nonoverlapping(items.as_ptr().cast::<u8>(), ptr, size) };
    GoSlice {
        ptr,
        len: items.len(),
        cap: items.len(),
    }
}

/// A fresh `[]string` of these strings.
pub fn new_strings(cx: &mut NativeCx, items: &[Vec<u8>]) -> GoSlice {
    let strings: Vec<GoStr> = items.iter().map(|s| cx.new_string(s)).collect();
    new_slice(cx, &strings, false)
}
