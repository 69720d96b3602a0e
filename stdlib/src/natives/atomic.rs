//! Package sync/atomic.

use std::sync::atomic::{AtomicI32, AtomicI64, AtomicU32, AtomicU64, Ordering::SeqCst};

use runtime::native::{NativeCx, Next};

use crate::abi::{self, Iface, natives};

fn nil_pointer() -> Next {
    Next::RuntimeError("invalid memory address or nil pointer dereference".to_owned())
}

/// An operation on the word at `p`; nil panics.
macro_rules! on {
    ($cx:ident, $p:ident, $atomic:ty, |$word:ident| $op:expr) => {{
        if $p.is_null() {
            return nil_pointer();
        }
        // SAFETY: a Go pointer to an aligned word; all access to it here is atomic.
        let $word = unsafe { &*$p.cast::<$atomic>() };
        let result = $op;
        finish($cx, result)
    }};
}

fn finish<R: abi::Ret>(cx: &mut NativeCx, result: R) -> Next {
    abi::finish(cx, result)
}

natives! {
    "sync/atomic.LoadInt32"(cx; p: *mut u8) -> raw(1) {
        on!(cx, p, AtomicI32, |w| w.load(SeqCst))
    }
    "sync/atomic.StoreInt32"(cx; p: *mut u8, v: i32) -> raw(0) {
        on!(cx, p, AtomicI32, |w| w.store(v, SeqCst))
    }
    "sync/atomic.SwapInt32"(cx; p: *mut u8, v: i32) -> raw(1) {
        on!(cx, p, AtomicI32, |w| w.swap(v, SeqCst))
    }
    "sync/atomic.CompareAndSwapInt32"(cx; p: *mut u8, old: i32, new: i32) -> raw(1) {
        on!(cx, p, AtomicI32, |w| w.compare_exchange(old, new, SeqCst, SeqCst).is_ok())
    }
    "sync/atomic.AddInt32"(cx; p: *mut u8, d: i32) -> raw(1) {
        on!(cx, p, AtomicI32, |w| w.fetch_add(d, SeqCst).wrapping_add(d))
    }
    "sync/atomic.AndInt32"(cx; p: *mut u8, m: i32) -> raw(1) {
        on!(cx, p, AtomicI32, |w| w.fetch_and(m, SeqCst))
    }
    "sync/atomic.OrInt32"(cx; p: *mut u8, m: i32) -> raw(1) {
        on!(cx, p, AtomicI32, |w| w.fetch_or(m, SeqCst))
    }
    "sync/atomic.(*Int32).Load"(cx; p: *mut u8) -> raw(1) {
        on!(cx, p, AtomicI32, |w| w.load(SeqCst))
    }
    "sync/atomic.(*Int32).Store"(cx; p: *mut u8, v: i32) -> raw(0) {
        on!(cx, p, AtomicI32, |w| w.store(v, SeqCst))
    }
    "sync/atomic.(*Int32).Swap"(cx; p: *mut u8, v: i32) -> raw(1) {
        on!(cx, p, AtomicI32, |w| w.swap(v, SeqCst))
    }
    "sync/atomic.(*Int32).CompareAndSwap"(cx; p: *mut u8, old: i32, new: i32) -> raw(1) {
        on!(cx, p, AtomicI32, |w| w.compare_exchange(old, new, SeqCst, SeqCst).is_ok())
    }
    "sync/atomic.(*Int32).Add"(cx; p: *mut u8, d: i32) -> raw(1) {
        on!(cx, p, AtomicI32, |w| w.fetch_add(d, SeqCst).wrapping_add(d))
    }
    "sync/atomic.(*Int32).And"(cx; p: *mut u8, m: i32) -> raw(1) {
        on!(cx, p, AtomicI32, |w| w.fetch_and(m, SeqCst))
    }
    "sync/atomic.(*Int32).Or"(cx; p: *mut u8, m: i32) -> raw(1) {
        on!(cx, p, AtomicI32, |w| w.fetch_or(m, SeqCst))
    }
    "sync/atomic.LoadInt64"(cx; p: *mut u8) -> raw(1) {
        on!(cx, p, AtomicI64, |w| w.load(SeqCst))
    }
    "sync/atomic.StoreInt64"(cx; p: *mut u8, v: i64) -> raw(0) {
        on!(cx, p, AtomicI64, |w| w.store(v, SeqCst))
    }
    "sync/atomic.SwapInt64"(cx; p: *mut u8, v: i64) -> raw(1) {
        on!(cx, p, AtomicI64, |w| w.swap(v, SeqCst))
    }
    "sync/atomic.CompareAndSwapInt64"(cx; p: *mut u8, old: i64, new: i64) -> raw(1) {
        on!(cx, p, AtomicI64, |w| w.compare_exchange(old, new, SeqCst, SeqCst).is_ok())
    }
    "sync/atomic.AddInt64"(cx; p: *mut u8, d: i64) -> raw(1) {
        on!(cx, p, AtomicI64, |w| w.fetch_add(d, SeqCst).wrapping_add(d))
    }
    "sync/atomic.AndInt64"(cx; p: *mut u8, m: i64) -> raw(1) {
        on!(cx, p, AtomicI64, |w| w.fetch_and(m, SeqCst))
    }
    "sync/atomic.OrInt64"(cx; p: *mut u8, m: i64) -> raw(1) {
        on!(cx, p, AtomicI64, |w| w.fetch_or(m, SeqCst))
    }
    "sync/atomic.(*Int64).Load"(cx; p: *mut u8) -> raw(1) {
        on!(cx, p, AtomicI64, |w| w.load(SeqCst))
    }
    "sync/atomic.(*Int64).Store"(cx; p: *mut u8, v: i64) -> raw(0) {
        on!(cx, p, AtomicI64, |w| w.store(v, SeqCst))
    }
    "sync/atomic.(*Int64).Swap"(cx; p: *mut u8, v: i64) -> raw(1) {
        on!(cx, p, AtomicI64, |w| w.swap(v, SeqCst))
    }
    "sync/atomic.(*Int64).CompareAndSwap"(cx; p: *mut u8, old: i64, new: i64) -> raw(1) {
        on!(cx, p, AtomicI64, |w| w.compare_exchange(old, new, SeqCst, SeqCst).is_ok())
    }
    "sync/atomic.(*Int64).Add"(cx; p: *mut u8, d: i64) -> raw(1) {
        on!(cx, p, AtomicI64, |w| w.fetch_add(d, SeqCst).wrapping_add(d))
    }
    "sync/atomic.(*Int64).And"(cx; p: *mut u8, m: i64) -> raw(1) {
        on!(cx, p, AtomicI64, |w| w.fetch_and(m, SeqCst))
    }
    "sync/atomic.(*Int64).Or"(cx; p: *mut u8, m: i64) -> raw(1) {
        on!(cx, p, AtomicI64, |w| w.fetch_or(m, SeqCst))
    }
    "sync/atomic.LoadUint32"(cx; p: *mut u8) -> raw(1) {
        on!(cx, p, AtomicU32, |w| w.load(SeqCst))
    }
    "sync/atomic.StoreUint32"(cx; p: *mut u8, v: u32) -> raw(0) {
        on!(cx, p, AtomicU32, |w| w.store(v, SeqCst))
    }
    "sync/atomic.SwapUint32"(cx; p: *mut u8, v: u32) -> raw(1) {
        on!(cx, p, AtomicU32, |w| w.swap(v, SeqCst))
    }
    "sync/atomic.CompareAndSwapUint32"(cx; p: *mut u8, old: u32, new: u32) -> raw(1) {
        on!(cx, p, AtomicU32, |w| w.compare_exchange(old, new, SeqCst, SeqCst).is_ok())
    }
    "sync/atomic.AddUint32"(cx; p: *mut u8, d: u32) -> raw(1) {
        on!(cx, p, AtomicU32, |w| w.fetch_add(d, SeqCst).wrapping_add(d))
    }
    "sync/atomic.AndUint32"(cx; p: *mut u8, m: u32) -> raw(1) {
        on!(cx, p, AtomicU32, |w| w.fetch_and(m, SeqCst))
    }
    "sync/atomic.OrUint32"(cx; p: *mut u8, m: u32) -> raw(1) {
        on!(cx, p, AtomicU32, |w| w.fetch_or(m, SeqCst))
    }
    "sync/atomic.(*Uint32).Load"(cx; p: *mut u8) -> raw(1) {
        on!(cx, p, AtomicU32, |w| w.load(SeqCst))
    }
    "sync/atomic.(*Uint32).Store"(cx; p: *mut u8, v: u32) -> raw(0) {
        on!(cx, p, AtomicU32, |w| w.store(v, SeqCst))
    }
    "sync/atomic.(*Uint32).Swap"(cx; p: *mut u8, v: u32) -> raw(1) {
        on!(cx, p, AtomicU32, |w| w.swap(v, SeqCst))
    }
    "sync/atomic.(*Uint32).CompareAndSwap"(cx; p: *mut u8, old: u32, new: u32) -> raw(1) {
        on!(cx, p, AtomicU32, |w| w.compare_exchange(old, new, SeqCst, SeqCst).is_ok())
    }
    "sync/atomic.(*Uint32).Add"(cx; p: *mut u8, d: u32) -> raw(1) {
        on!(cx, p, AtomicU32, |w| w.fetch_add(d, SeqCst).wrapping_add(d))
    }
    "sync/atomic.(*Uint32).And"(cx; p: *mut u8, m: u32) -> raw(1) {
        on!(cx, p, AtomicU32, |w| w.fetch_and(m, SeqCst))
    }
    "sync/atomic.(*Uint32).Or"(cx; p: *mut u8, m: u32) -> raw(1) {
        on!(cx, p, AtomicU32, |w| w.fetch_or(m, SeqCst))
    }
    "sync/atomic.LoadUint64"(cx; p: *mut u8) -> raw(1) {
        on!(cx, p, AtomicU64, |w| w.load(SeqCst))
    }
    "sync/atomic.StoreUint64"(cx; p: *mut u8, v: u64) -> raw(0) {
        on!(cx, p, AtomicU64, |w| w.store(v, SeqCst))
    }
    "sync/atomic.SwapUint64"(cx; p: *mut u8, v: u64) -> raw(1) {
        on!(cx, p, AtomicU64, |w| w.swap(v, SeqCst))
    }
    "sync/atomic.CompareAndSwapUint64"(cx; p: *mut u8, old: u64, new: u64) -> raw(1) {
        on!(cx, p, AtomicU64, |w| w.compare_exchange(old, new, SeqCst, SeqCst).is_ok())
    }
    "sync/atomic.AddUint64"(cx; p: *mut u8, d: u64) -> raw(1) {
        on!(cx, p, AtomicU64, |w| w.fetch_add(d, SeqCst).wrapping_add(d))
    }
    "sync/atomic.AndUint64"(cx; p: *mut u8, m: u64) -> raw(1) {
        on!(cx, p, AtomicU64, |w| w.fetch_and(m, SeqCst))
    }
    "sync/atomic.OrUint64"(cx; p: *mut u8, m: u64) -> raw(1) {
        on!(cx, p, AtomicU64, |w| w.fetch_or(m, SeqCst))
    }
    "sync/atomic.(*Uint64).Load"(cx; p: *mut u8) -> raw(1) {
        on!(cx, p, AtomicU64, |w| w.load(SeqCst))
    }
    "sync/atomic.(*Uint64).Store"(cx; p: *mut u8, v: u64) -> raw(0) {
        on!(cx, p, AtomicU64, |w| w.store(v, SeqCst))
    }
    "sync/atomic.(*Uint64).Swap"(cx; p: *mut u8, v: u64) -> raw(1) {
        on!(cx, p, AtomicU64, |w| w.swap(v, SeqCst))
    }
    "sync/atomic.(*Uint64).CompareAndSwap"(cx; p: *mut u8, old: u64, new: u64) -> raw(1) {
        on!(cx, p, AtomicU64, |w| w.compare_exchange(old, new, SeqCst, SeqCst).is_ok())
    }
    "sync/atomic.(*Uint64).Add"(cx; p: *mut u8, d: u64) -> raw(1) {
        on!(cx, p, AtomicU64, |w| w.fetch_add(d, SeqCst).wrapping_add(d))
    }
    "sync/atomic.(*Uint64).And"(cx; p: *mut u8, m: u64) -> raw(1) {
        on!(cx, p, AtomicU64, |w| w.fetch_and(m, SeqCst))
    }
    "sync/atomic.(*Uint64).Or"(cx; p: *mut u8, m: u64) -> raw(1) {
        on!(cx, p, AtomicU64, |w| w.fetch_or(m, SeqCst))
    }
    "sync/atomic.LoadUintptr"(cx; p: *mut u8) -> raw(1) {
        on!(cx, p, AtomicU64, |w| w.load(SeqCst))
    }
    "sync/atomic.StoreUintptr"(cx; p: *mut u8, v: u64) -> raw(0) {
        on!(cx, p, AtomicU64, |w| w.store(v, SeqCst))
    }
    "sync/atomic.SwapUintptr"(cx; p: *mut u8, v: u64) -> raw(1) {
        on!(cx, p, AtomicU64, |w| w.swap(v, SeqCst))
    }
    "sync/atomic.CompareAndSwapUintptr"(cx; p: *mut u8, old: u64, new: u64) -> raw(1) {
        on!(cx, p, AtomicU64, |w| w.compare_exchange(old, new, SeqCst, SeqCst).is_ok())
    }
    "sync/atomic.AddUintptr"(cx; p: *mut u8, d: u64) -> raw(1) {
        on!(cx, p, AtomicU64, |w| w.fetch_add(d, SeqCst).wrapping_add(d))
    }
    "sync/atomic.AndUintptr"(cx; p: *mut u8, m: u64) -> raw(1) {
        on!(cx, p, AtomicU64, |w| w.fetch_and(m, SeqCst))
    }
    "sync/atomic.OrUintptr"(cx; p: *mut u8, m: u64) -> raw(1) {
        on!(cx, p, AtomicU64, |w| w.fetch_or(m, SeqCst))
    }
    "sync/atomic.(*Uintptr).Load"(cx; p: *mut u8) -> raw(1) {
        on!(cx, p, AtomicU64, |w| w.load(SeqCst))
    }
    "sync/atomic.(*Uintptr).Store"(cx; p: *mut u8, v: u64) -> raw(0) {
        on!(cx, p, AtomicU64, |w| w.store(v, SeqCst))
    }
    "sync/atomic.(*Uintptr).Swap"(cx; p: *mut u8, v: u64) -> raw(1) {
        on!(cx, p, AtomicU64, |w| w.swap(v, SeqCst))
    }
    "sync/atomic.(*Uintptr).CompareAndSwap"(cx; p: *mut u8, old: u64, new: u64) -> raw(1) {
        on!(cx, p, AtomicU64, |w| w.compare_exchange(old, new, SeqCst, SeqCst).is_ok())
    }
    "sync/atomic.(*Uintptr).Add"(cx; p: *mut u8, d: u64) -> raw(1) {
        on!(cx, p, AtomicU64, |w| w.fetch_add(d, SeqCst).wrapping_add(d))
    }
    "sync/atomic.(*Uintptr).And"(cx; p: *mut u8, m: u64) -> raw(1) {
        on!(cx, p, AtomicU64, |w| w.fetch_and(m, SeqCst))
    }
    "sync/atomic.(*Uintptr).Or"(cx; p: *mut u8, m: u64) -> raw(1) {
        on!(cx, p, AtomicU64, |w| w.fetch_or(m, SeqCst))
    }
    "sync/atomic.LoadPointer"(cx; p: *mut u8) -> raw(1) {
        on!(cx, p, AtomicU64, |w| w.load(SeqCst))
    }
    "sync/atomic.StorePointer"(cx; p: *mut u8, v: u64) -> raw(0) {
        on!(cx, p, AtomicU64, |w| w.store(v, SeqCst))
    }
    "sync/atomic.SwapPointer"(cx; p: *mut u8, v: u64) -> raw(1) {
        on!(cx, p, AtomicU64, |w| w.swap(v, SeqCst))
    }
    "sync/atomic.CompareAndSwapPointer"(cx; p: *mut u8, old: u64, new: u64) -> raw(1) {
        on!(cx, p, AtomicU64, |w| w.compare_exchange(old, new, SeqCst, SeqCst).is_ok())
    }
    "sync/atomic.sameType"(cx; a: Iface, b: Iface) -> ret<bool> {
        std::ptr::eq(a.head, b.head)
    }
}
