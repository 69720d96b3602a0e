//! What happens when particular objects become unreachable: finalizers, cleanups, weak pointers.
//!
//! At the end of marking, objects that have something attached and are not marked are dealt with:
//! weak pointers to them become nil, their cleanups and their finalizer are queued for the program
//! to run (see [`Heap::take_ready`]). An object with a finalizer is kept alive until that has run;
//! what it refers to always counts as reachable, so of two objects with finalizers, one of which
//! refers to the other, the referring one is finalized first, and cycles never are, as in Go.

use super::mark::Marker;
use super::{Cache, Heap};
use parking_lot::Mutex;
use std::collections::{HashMap, VecDeque};
use std::sync::atomic::{AtomicPtr, AtomicUsize, Ordering};

/// A function value to call because an object became unreachable.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Ready {
    /// The closure given to `set_finalizer` or `add_cleanup`.
    pub func: u64,
    /// The finalized object; the cleanup's argument word.
    pub arg: u64,
}

/// Why a finalizer cannot be set.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FinalizerError {
    /// The pointer is not into the heap. (Go ignores this for package variables.)
    NotAllocated,
    /// The pointer is not to the beginning of an object.
    NotBeginning,
    AlreadySet,
}

struct Cleanup {
    object: usize,
    ready: Ready,
}

/// Everything attached to objects.
#[derive(Default)]
struct Tables {
    /// By the object's start.
    finalizers: HashMap<usize, Ready>,
    cleanups: HashMap<u64, Cleanup>,
    next_cleanup: u64,
    /// From the pointer to its handle, an object that holds the pointer until that dies.
    weak: HashMap<usize, usize>,
    ready: VecDeque<Ready>,
}

#[derive(Default)]
pub struct Specials {
    tables: Mutex<Tables>,
    ready_hook: AtomicUsize,
    ready_arg: AtomicPtr<()>,
}

impl Heap {
    /// `runtime.SetFinalizer(object, func)`.
    pub fn set_finalizer(&self, object: *mut u8, func: u64) -> Result<(), FinalizerError> {
        let address = object as usize;
        match self.object_of(address) {
            None => return Err(FinalizerError::NotAllocated),
            Some((start, _)) if start != address => return Err(FinalizerError::NotBeginning),
            Some(_) => {}
        }
        let ready = Ready {
            func,
            arg: address as u64,
        };
        let mut tables = self.specials.tables.lock();
        if tables.finalizers.contains_key(&address) {
            return Err(FinalizerError::AlreadySet);
        }
        tables.finalizers.insert(address, ready);
        Ok(())
    }

    /// `runtime.SetFinalizer(object, nil)`.
    pub fn clear_finalizer(&self, object: *mut u8) {
        self.specials
            .tables
            .lock()
            .finalizers
            .remove(&(object as usize));
    }

    /// Has `func` queued with `arg` when the object that `pointer` points into is unreachable. The
    /// result identifies the cleanup; `None` if the pointer is not into the heap (then it never runs).
    pub fn add_cleanup(&self, pointer: *mut u8, func: u64, arg: u64) -> Option<u64> {
        let (object, _) = self.object_of(pointer as usize)?;
        let mut tables = self.specials.tables.lock();
        tables.next_cleanup += 1;
        let id = tables.next_cleanup;
        tables.cleanups.insert(
            id,
            Cleanup {
                object,
                ready: Ready { func, arg },
            },
        );
        Some(id)
    }

    /// `Cleanup.Stop`.
    pub fn stop_cleanup(&self, id: u64) {
        self.specials.tables.lock().cleanups.remove(&id);
    }

    /// The handle for weak pointers equal to `pointer`, which is into the heap: the same one for as
    /// long as both live.
    pub fn weak_handle(&self, cache: &mut Cache, pointer: *mut u8) -> *mut u8 {
        let mut tables = self.specials.tables.lock();
        let handle = tables.weak.entry(pointer as usize).or_insert_with(|| {
            let handle = cache.alloc(8, true);
            // SAFETY: a new object of 8 bytes.
            unsafe { handle.cast::<u64>().write(pointer as u64) };
            handle as usize
        });
        *handle as *mut u8
    }

    /// The pointer that a handle stands for; null if the object is gone.
    ///
    /// # Safety
    /// `handle` must come from [`Heap::weak_handle`] and have been reachable since.
    pub unsafe fn weak_pointer(&self, handle: *const u8) -> *mut u8 {
        // SAFETY: the caller's promise; handles change only while the world is stopped.
        unsafe { handle.cast::<*mut u8>().read() }
    }

    /// The next finalizer or cleanup to run.
    pub fn take_ready(&self) -> Option<Ready> {
        self.specials.tables.lock().ready.pop_front()
    }

    /// What to call at the end of a collection that made finalizers or cleanups ready; the world is
    /// still stopped then.
    pub fn set_ready_hook(&self, hook: fn(*mut ()), arg: *mut ()) {
        self.specials.ready_arg.store(arg, Ordering::Release);
        self.specials
            .ready_hook
            .store(hook as usize, Ordering::Release);
    }

    pub(super) fn announce_ready(&self) {
        let hook = self.specials.ready_hook.load(Ordering::Acquire);
        if hook != 0 && !self.specials.tables.lock().ready.is_empty() {
            // SAFETY: only `set_ready_hook` stores here, a function of this type.
            let hook: fn(*mut ()) = unsafe { std::mem::transmute(hook) };
            hook(self.specials.ready_arg.load(Ordering::Acquire));
        }
    }

    /// Marks what must live because something is attached: functions, arguments, and what objects
    /// with finalizers refer to.
    pub(super) fn mark_specials(&self, marker: &mut Marker<'_>) {
        let tables = self.specials.tables.lock();
        let cleanups = tables.cleanups.values().map(|c| &c.ready);
        for r in cleanups.chain(&tables.ready) {
            marker.mark_word(r.func);
            marker.mark_word(r.arg);
        }
        for (&object, r) in &tables.finalizers {
            marker.mark_word(r.func);
            if let Some((start, size)) = self.object_of(object)
                && !self.is_noscan(start)
            {
                // SAFETY: an object of the heap; the world is stopped.
                unsafe { marker.mark_range(start as *const u64, size / 8) };
            }
        }
    }

    /// Deals with unmarked objects, when all else has been marked.
    pub(super) fn finish_specials(&self, marker: &mut Marker<'_>) {
        let mut guard = self.specials.tables.lock();
        let tables = &mut *guard;
        tables.weak.retain(|&pointer, &mut handle| {
            let (pointer_lives, handle_lives) = (self.is_marked(pointer), self.is_marked(handle));
            if handle_lives && !pointer_lives {
                // SAFETY: a handle that is reachable, so it is an object of 8 bytes.
                unsafe { (handle as *mut u64).write(0) };
            }
            pointer_lives && handle_lives
        });
        let ready = &mut tables.ready;
        let finalizers = &tables.finalizers;
        tables.cleanups.retain(|_, cleanup| {
            // The finalizer comes first: it may bring the object back.
            let lives = self.is_marked(cleanup.object) || finalizers.contains_key(&cleanup.object);
            if !lives {
                ready.push_back(cleanup.ready);
            }
            lives
        });
        tables.finalizers.retain(|&object, finalizer| {
            let lives = self.is_marked(object);
            if !lives {
                ready.push_back(*finalizer);
            }
            lives
        });
        for r in &*ready {
            marker.mark_word(r.arg);
        }
    }
}
