//! A word-sized spin lock for sections of a few instructions.
//!
//! Channels live in collected memory and are zeroed when made, so their lock must be unlocked when zero and need no
//! destructor. Releasing is one plain store. A thread that finds the lock taken spins briefly, then yields: the
//! holder may have lost its processor.

use std::cell::UnsafeCell;
use std::hint;
use std::ops::{Deref, DerefMut};
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;
use std::time::Duration;

/// The bare lock; zero is unlocked.
#[derive(Debug, Default)]
#[repr(transparent)]
pub struct RawSpin(AtomicU32);

impl RawSpin {
    /// An unlocked lock.
    pub const fn new() -> Self {
        RawSpin(AtomicU32::new(0))
    }

    /// Takes the lock.
    #[inline(always)]
    pub fn lock(&self) {
        if self
            .0
            .compare_exchange_weak(0, 1, Ordering::Acquire, Ordering::Relaxed)
            .is_err()
        {
            self.lock_slow();
        }
    }

    /// Takes the lock if it is free.
    #[inline]
    pub fn try_lock(&self) -> bool {
        self.0
            .compare_exchange(0, 1, Ordering::Acquire, Ordering::Relaxed)
            .is_ok()
    }

    #[cold]
    #[inline(never)]
    fn lock_slow(&self) {
        let mut round = 0u32;
        loop {
            if self.0.load(Ordering::Relaxed) == 0 && self.try_lock() {
                return;
            }
            match round {
                0..64 => hint::spin_loop(),
                64..256 => thread::yield_now(),
                _ => thread::sleep(Duration::from_micros(20)),
            }
            round = round.saturating_add(1);
        }
    }

    /// Releases the lock, which the caller holds.
    #[inline(always)]
    pub fn unlock(&self) {
        self.0.store(0, Ordering::Release);
    }
}

/// A value behind a [`RawSpin`].
#[derive(Debug, Default)]
pub struct SpinLock<T> {
    raw: RawSpin,
    value: UnsafeCell<T>,
}

// SAFETY: the value is reached only through the guard, one thread at a time.
unsafe impl<T: Send> Sync for SpinLock<T> {}
// SAFETY: as above.
unsafe impl<T: Send> Send for SpinLock<T> {}

impl<T> SpinLock<T> {
    /// An unlocked value.
    pub const fn new(value: T) -> Self {
        SpinLock {
            raw: RawSpin::new(),
            value: UnsafeCell::new(value),
        }
    }

    /// Takes the lock.
    #[inline]
    pub fn lock(&self) -> SpinGuard<'_, T> {
        self.raw.lock();
        SpinGuard { lock: self }
    }

    /// Takes the lock if it is free.
    #[inline]
    pub fn try_lock(&self) -> Option<SpinGuard<'_, T>> {
        self.raw.try_lock().then_some(SpinGuard { lock: self })
    }
}

/// Access to a locked value; releases the lock when dropped.
pub struct SpinGuard<'a, T> {
    lock: &'a SpinLock<T>,
}

impl<T> Deref for SpinGuard<'_, T> {
    type Target = T;

    #[inline]
    fn deref(&self) -> &T {
        // SAFETY: the guard holds the lock.
        unsafe { &*self.lock.value.get() }
    }
}

impl<T> DerefMut for SpinGuard<'_, T> {
    #[inline]
    fn deref_mut(&mut self) -> &mut T {
        // SAFETY: the guard holds the lock.
        unsafe { &mut *self.lock.value.get() }
    }
}

impl<T> Drop for SpinGuard<'_, T> {
    #[inline]
    fn drop(&mut self) {
        self.lock.raw.unlock();
    }
}
