//! Growable goroutine stacks.
//!
//! A stack is an array of slots that grows upwards. The first one is part of the task; a deeper call moves to an
//! array of at least double the size, kept outside the collected heap. Nothing points into a stack, so moving is a
//! copy and a new `fp`.

use std::alloc::{Layout, alloc, dealloc};
use std::ptr;
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::task::{FIRST_STACK_SLOTS, Task};

/// Stacks above this many bytes are an overflow; Go's limit unless `debug.SetMaxStack` sets another.
pub static MAX_STACK_BYTES: AtomicUsize = AtomicUsize::new(1_000_000_000);

/// A finished task keeps a grown stack of at most this many slots for its next life.
const KEEP_SLOTS: usize = 768;

/// Classes of stacks a worker keeps for reuse: `FIRST_STACK_SLOTS << 1` up to `FIRST_STACK_SLOTS << CLASSES`.
const CLASSES: usize = 6;
/// Stacks kept per class.
const KEEP_PER_CLASS: usize = 32;

/// What the check before a call came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StackCheck {
    /// The task was asked to stop: save its state and return `Preempted`.
    Preempt,
    /// There is room now; the frame pointer moved to this address.
    Ready(*mut u64),
    /// `goroutine stack exceeds 1000000000-byte limit`.
    Overflow,
}

/// Free stacks by size, one set per worker.
#[derive(Default)]
pub struct StackCache {
    classes: [Vec<usize>; CLASSES],
}

impl StackCache {
    fn take(&mut self, slots: usize) -> *mut u64 {
        if let Some(p) = class_of(slots).and_then(|c| self.classes[c].pop()) {
            return p as *mut u64;
        }
        // SAFETY: the layout is not empty.
        unsafe { alloc(layout(slots)).cast() }
    }

    fn give(&mut self, base: *mut u64, slots: usize) {
        if let Some(c) = class_of(slots)
            && self.classes[c].len() < KEEP_PER_CLASS
        {
            self.classes[c].push(base as usize);
            return;
        }
        // SAFETY: every grown stack was allocated with the layout of its size.
        unsafe { dealloc(base.cast(), layout(slots)) };
    }
}

impl Drop for StackCache {
    fn drop(&mut self) {
        for (c, class) in self.classes.iter_mut().enumerate() {
            for base in class.drain(..) {
                // SAFETY: as in `give`.
                unsafe { dealloc(base as *mut u8, layout(FIRST_STACK_SLOTS << (c + 1))) };
            }
        }
    }
}

fn class_of(slots: usize) -> Option<usize> {
    (0..CLASSES).find(|&c| FIRST_STACK_SLOTS << (c + 1) == slots)
}

fn layout(slots: usize) -> Layout {
    Layout::array::<u64>(slots).expect("a stack is smaller than the address space")
}

/// Number of slots of the task's stack.
pub fn slots(task: &Task) -> usize {
    (task.stack_hi as usize - task.stack_lo as usize) / 8
}

/// The slow path of the check before a call: a frame at `fp` is live up to `live_end` (the end of the argument
/// window) and the callee needs slots up to `need_end`, all as addresses in the current stack (`need_end` may lie
/// beyond it).
///
/// # Safety
/// `task` runs on the calling worker; `fp <= live_end <= task.stack_hi`.
pub unsafe fn check(
    task: *mut Task,
    fp: *mut u64,
    live_end: *const u64,
    need_end: *const u64,
) -> StackCheck {
    // SAFETY: the caller runs the task.
    let t = unsafe { &mut *task };
    if t.preempt.load(Ordering::SeqCst) != 0 {
        return StackCheck::Preempt;
    }
    if need_end as usize <= t.stack_hi as usize {
        restore_limit(t);
        return StackCheck::Ready(fp);
    }
    let lo = t.stack_lo as usize;
    let need = (need_end as usize - lo) / 8;
    let live = (live_end as usize - lo) / 8;
    // SAFETY: passed on.
    if unsafe { grow(task, live, need) } {
        // SAFETY: `fp` lay `fp - lo` bytes above the old stack's start; the new stack is larger.
        return StackCheck::Ready(unsafe { (*task).stack_lo.byte_add(fp as usize - lo) });
    }
    StackCheck::Overflow
}

/// Moves the stack to one of at least `need` slots, copying the first `live`. The saved `fp` moves along. False when
/// that would exceed the limit or memory is exhausted.
///
/// # Safety
/// The caller owns the task; `live` is at most its stack's size.
pub unsafe fn grow(task: *mut Task, live: usize, need: usize) -> bool {
    // SAFETY: the caller owns the task.
    let t = unsafe { &mut *task };
    let old = slots(t);
    let mut size = old * 2;
    while size < need {
        size *= 2;
    }
    if size * 8 > MAX_STACK_BYTES.load(Ordering::Relaxed) {
        return false;
    }
    // SAFETY: a task that grows its stack runs on a worker, which only this thread uses.
    let cache = unsafe { &mut (*t.worker).stacks };
    let base = cache.take(size);
    if base.is_null() {
        return false;
    }
    let live = live.min(old);
    // SAFETY: both arrays hold `live` slots and are distinct.
    unsafe { ptr::copy_nonoverlapping(t.stack_lo, base, live) };
    let fp_off = t.fp as usize - t.stack_lo as usize;
    if t.stack_lo != t.first_stack() {
        cache.give(t.stack_lo, old);
    }
    t.stack_lo = base;
    // SAFETY: one past the end of the new array.
    t.stack_hi = unsafe { base.add(size) };
    // SAFETY: the saved frame pointer lay in the old stack.
    t.fp = unsafe { base.byte_add(fp_off) };
    restore_limit(t);
    true
}

/// Sets the limit to the stack's end, unless a stop was asked for meanwhile.
fn restore_limit(t: &Task) {
    t.stack_limit.store(t.stack_hi as u64, Ordering::SeqCst);
    if t.preempt.load(Ordering::SeqCst) != 0 {
        t.stack_limit.store(0, Ordering::SeqCst);
    }
}

/// Gives a large stack of a finished task back.
pub(crate) fn shrink_for_reuse(t: &mut Task) {
    let n = slots(t);
    if n <= KEEP_SLOTS {
        return;
    }
    // SAFETY: a task finishes on a worker, which only this thread uses.
    unsafe { (*t.worker).stacks.give(t.stack_lo, n) };
    use_first_stack(t);
}

/// Frees the stack of a task at the end of the program.
pub(crate) fn release(t: &mut Task) {
    if t.stack_lo != t.first_stack() {
        // SAFETY: a grown stack was allocated with the layout of its size.
        unsafe { dealloc(t.stack_lo.cast(), layout(slots(t))) };
        use_first_stack(t);
    }
}

fn use_first_stack(t: &mut Task) {
    t.stack_lo = t.first_stack();
    // SAFETY: one past the end of the array in the task.
    t.stack_hi = unsafe { t.stack_lo.add(FIRST_STACK_SLOTS) };
}

/// Zeroed pages from the system; null when it has none.
pub(crate) fn map_pages(bytes: usize) -> *mut u8 {
    // SAFETY: an anonymous private mapping at an address of the system's choice.
    let p = unsafe {
        libc::mmap(
            ptr::null_mut(),
            bytes,
            libc::PROT_READ | libc::PROT_WRITE,
            libc::MAP_PRIVATE | libc::MAP_ANONYMOUS | libc::MAP_NORESERVE,
            -1,
            0,
        )
    };
    if p == libc::MAP_FAILED {
        ptr::null_mut()
    } else {
        p.cast()
    }
}

/// Gives pages back.
///
/// # Safety
/// `p` came from [`map_pages`] with the same size and is not used any more.
pub(crate) unsafe fn unmap_pages(p: *mut u8, bytes: usize) {
    // SAFETY: the caller vouches for it.
    unsafe { libc::munmap(p.cast(), bytes) };
}
