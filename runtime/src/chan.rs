//! Channels.
//!
//! A channel is one object in collected memory: this header, then the ring buffer. All fields are guarded by `lock`,
//! except that `count`, `closed` and the queues' heads are also read without it to refuse a non-blocking operation
//! quickly.
//!
//! Invariants, while the lock is free:
//! - `recvq` and `sendq` are not both non-empty, but for waiters of one select that has both directions.
//! - `count > 0` implies that `recvq` is empty; `count < cap` implies that `sendq` is empty.
//!
//! A sender that finds a waiting receiver writes straight into the receiver's slots, and a receiver that finds a
//! waiting sender reads from the sender's slots: both are named by task and slot, since stacks move. A woken task
//! finds its operation complete.

use std::ptr;
use std::sync::atomic::{AtomicPtr, AtomicU32, AtomicUsize, Ordering};

use crate::rtype::RType;
use crate::sched;
use crate::sched::lock::RawSpin;
use crate::sched::worker::Worker;
use crate::select;
use crate::slices::NO_MEMORY;
use crate::task::{NO_SLOT, Task, WaitReason, Waiter, WakePanic};
use crate::timers::{self, Timer};

/// What a channel operation came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChanResult {
    /// Complete.
    Done,
    /// The task waits; when it is resumed the operation is complete. It must not be touched any more.
    Park,
    /// A run-time panic with this text (a `plainError`).
    Panic(&'static str),
}

/// Text of the panic for a send on a closed channel.
pub const SEND_ON_CLOSED: &str = "send on closed channel";
/// Text of the panic for closing a closed channel.
pub const CLOSE_OF_CLOSED: &str = "close of closed channel";
/// Text of the panic for closing a nil channel.
pub const CLOSE_OF_NIL: &str = "close of nil channel";

/// Why there is no new channel.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum MakeError {
    /// An impossible capacity, for which the program panics.
    Size,
    /// Not a panic, but the goroutine's end.
    Memory,
}

impl MakeError {
    pub fn text(self) -> &'static str {
        match self {
            MakeError::Size => "makechan: size out of range",
            MakeError::Memory => NO_MEMORY,
        }
    }
}

/// Waiters in arrival order.
#[repr(C)]
pub struct WaitQueue {
    first: AtomicPtr<Waiter>,
    last: *mut Waiter,
}

/// The header of a channel object.
#[repr(C)]
pub struct Chan {
    lock: RawSpin,
    closed: AtomicU32,
    count: AtomicUsize,
    cap: usize,
    elem_size: usize,
    send_at: usize,
    recv_at: usize,
    recvq: WaitQueue,
    sendq: WaitQueue,
    elem: *const RType,
    /// The timer that sends on this channel, if it is one's.
    pub(crate) timer: *mut Timer,
}

/// Largest buffer in bytes.
const MAX_BUFFER: usize = 1 << 47;

impl WaitQueue {
    pub(crate) fn is_empty(&self) -> bool {
        self.first.load(Ordering::Relaxed).is_null()
    }

    pub(crate) fn enqueue(&mut self, w: *mut Waiter) {
        // SAFETY: the caller holds the channel's lock and owns the waiter.
        let waiter = unsafe { &mut *w };
        waiter.next = ptr::null_mut();
        waiter.prev = self.last;
        waiter.queued = 1;
        if self.last.is_null() {
            self.first.store(w, Ordering::Relaxed);
        } else {
            // SAFETY: the last waiter is in this queue, which the caller has locked.
            unsafe { (*self.last).next = w };
        }
        self.last = w;
    }

    /// Unlinks `w`, which is in this queue.
    pub(crate) fn remove(&mut self, w: *mut Waiter) {
        // SAFETY: the waiter is in this queue, which the caller has locked.
        let waiter = unsafe { &mut *w };
        if waiter.prev.is_null() {
            self.first.store(waiter.next, Ordering::Relaxed);
        } else {
            // SAFETY: neighbours are in this queue.
            unsafe { (*waiter.prev).next = waiter.next };
        }
        if waiter.next.is_null() {
            self.last = waiter.prev;
        } else {
            // SAFETY: as above.
            unsafe { (*waiter.next).prev = waiter.prev };
        }
        waiter.queued = 0;
    }

    /// Takes the oldest waiter that nobody else has woken; a select's waiter is claimed for the caller.
    pub(crate) fn dequeue(&mut self) -> Option<*mut Waiter> {
        loop {
            let w = self.first.load(Ordering::Relaxed);
            if w.is_null() {
                return None;
            }
            self.remove(w);
            // SAFETY: a queued waiter's task is parked, so both stay valid while the lock is held.
            let (is_select, task) = unsafe { ((*w).is_select, (*w).task) };
            if is_select == 0 {
                return Some(w);
            }
            // SAFETY: as above.
            let done = unsafe { &(*task).select_done };
            if done
                .compare_exchange(0, 1, Ordering::AcqRel, Ordering::Relaxed)
                .is_ok()
            {
                return Some(w);
            }
        }
    }
}

/// Copies a value; the common one-word case without a call.
#[inline(always)]
unsafe fn copy_value(from: *const u8, to: *mut u8, size: usize) {
    if size == 8 {
        // SAFETY: both places hold a word; slots and 8-byte elements are aligned.
        unsafe { to.cast::<u64>().write(from.cast::<u64>().read()) };
    } else {
        // SAFETY: both places hold `size` bytes.
        unsafe { ptr::copy_nonoverlapping(from, to, size) };
    }
}

impl Chan {
    /// Address of the buffer's element `i`.
    fn element(&mut self, i: usize) -> *mut u8 {
        let base = ptr::from_mut(self).cast::<u8>();
        // SAFETY: the object was allocated with room for `cap` elements behind the header, and `i < cap`.
        unsafe { base.add(size_of::<Chan>() + i * self.elem_size) }
    }

    /// Appends to the buffer, which has room.
    unsafe fn buffer_push(&mut self, val: *const u8) {
        let to = self.element(self.send_at);
        // SAFETY: the element has `elem_size` bytes.
        unsafe { copy_value(val, to, self.elem_size) };
        self.send_at = if self.send_at + 1 == self.cap {
            0
        } else {
            self.send_at + 1
        };
        self.count
            .store(self.count.load(Ordering::Relaxed) + 1, Ordering::Relaxed);
    }

    /// Takes from the buffer, which is not empty. `to` may be null.
    unsafe fn buffer_pop(&mut self, to: *mut u8) {
        let from = self.element(self.recv_at);
        if !to.is_null() {
            // SAFETY: the element has `elem_size` bytes, and so has the destination.
            unsafe { copy_value(from, to, self.elem_size) };
        }
        if !self.elem.is_null() {
            // What was received must not be kept alive by the buffer.
            // SAFETY: the element has `elem_size` bytes.
            unsafe { ptr::write_bytes(from, 0, self.elem_size) };
        }
        self.recv_at = if self.recv_at + 1 == self.cap {
            0
        } else {
            self.recv_at + 1
        };
        self.count
            .store(self.count.load(Ordering::Relaxed) - 1, Ordering::Relaxed);
    }

    pub(crate) fn lock(&self) {
        self.lock.lock();
    }

    pub(crate) fn unlock(&self) {
        self.lock.unlock();
    }

    /// Forgets buffered values; the lock is held.
    pub(crate) fn clear_buffer(&mut self) {
        while self.count.load(Ordering::Relaxed) > 0 {
            // SAFETY: the buffer is not empty.
            unsafe { self.buffer_pop(ptr::null_mut()) };
        }
    }

    pub(crate) fn queue(&mut self, is_send: bool) -> &mut WaitQueue {
        if is_send {
            &mut self.sendq
        } else {
            &mut self.recvq
        }
    }

    pub(crate) fn has_receivers(&self) -> bool {
        !self.recvq.is_empty()
    }

    pub(crate) fn buffered(&self) -> usize {
        self.count.load(Ordering::Relaxed)
    }

    /// Whether an operation could go on, seen without the lock.
    pub(crate) fn looks_ready(&self, is_send: bool) -> bool {
        if self.closed.load(Ordering::Acquire) != 0 {
            return true;
        }
        if is_send {
            self.count.load(Ordering::Relaxed) < self.cap || !self.recvq.is_empty()
        } else {
            self.count.load(Ordering::Relaxed) > 0 || !self.sendq.is_empty()
        }
    }
}

/// Makes a channel of `elem` with room for `cap` values.
///
/// # Safety
/// `task` runs on this thread.
pub unsafe fn chan_make(task: *mut Task, elem: &RType, cap: i64) -> Result<*mut Chan, MakeError> {
    let cap = usize::try_from(cap).map_err(|_| MakeError::Size)?;
    let bytes = cap
        .checked_mul(elem.size)
        .filter(|&b| b <= MAX_BUFFER)
        .ok_or(MakeError::Size)?;
    // SAFETY: a running task has a worker that only this thread uses.
    let cache = unsafe { &mut (*(*task).worker).cache };
    if !cache.heap().can_hold(bytes) {
        return Err(MakeError::Memory);
    }
    let noscan = bytes == 0 || !elem.has_pointers();
    let ch = cache
        .alloc(size_of::<Chan>() + bytes, noscan)
        .cast::<Chan>();
    if ch.is_null() {
        return Err(MakeError::Size);
    }
    // SAFETY: a fresh zeroed object of sufficient size; all-zero is an open empty channel.
    let c = unsafe { &mut *ch };
    c.cap = cap;
    c.elem_size = elem.size;
    c.elem = if elem.has_pointers() {
        elem
    } else {
        ptr::null()
    };
    Ok(ch)
}

/// Makes the channel of a timer: room for one value of `elem_size` bytes, scanned by the collector.
///
/// # Safety
/// `task` runs on this thread.
pub(crate) unsafe fn chan_make_timer(
    task: *mut Task,
    elem_size: usize,
    timer: *mut Timer,
) -> *mut Chan {
    // SAFETY: a running task has a worker that only this thread uses.
    let cache = unsafe { &mut (*(*task).worker).cache };
    let ch = cache
        .alloc(size_of::<Chan>() + elem_size, false)
        .cast::<Chan>();
    // SAFETY: a fresh zeroed object of sufficient size.
    let c = unsafe { &mut *ch };
    c.cap = 1;
    c.elem_size = elem_size;
    c.timer = timer;
    ch
}

/// Parks forever on a nil channel.
unsafe fn park_on_nil(task: *mut Task, reason: WaitReason) -> ChanResult {
    // SAFETY: the task runs on this thread and is not queued anywhere.
    unsafe { (*task).set_waiting(reason) };
    ChanResult::Park
}

/// Where the value of a waiting operation lies or goes; null if it is dropped.
unsafe fn value_place(w: &Waiter) -> *mut u8 {
    if !w.memory.is_null() {
        return w.memory;
    }
    if w.slot == NO_SLOT {
        return ptr::null_mut();
    }
    // SAFETY: the waiter's task is parked and claimed by the caller.
    unsafe { (*w.task).slot(w.slot).cast() }
}

/// Where an operation of the running task has its value.
#[derive(Clone, Copy, Debug)]
pub struct Operand {
    /// In the task's frame; [`NO_SLOT`] to drop what is received.
    pub slot: u32,
    /// In place of `slot`: heap memory, rounded up to words; or null.
    pub memory: *mut u8,
}

impl Operand {
    /// A slot of the task's frame, or [`NO_SLOT`].
    #[inline]
    pub fn slot(slot: u32) -> Operand {
        Operand {
            slot,
            memory: ptr::null_mut(),
        }
    }

    /// A value in the heap, which something reachable from the task's frames keeps alive.
    pub fn memory(memory: *mut u8) -> Operand {
        Operand {
            slot: NO_SLOT,
            memory,
        }
    }

    /// The value's address; null to drop it.
    ///
    /// # Safety
    /// `task` runs on this thread, and the slot lies in its current frame.
    #[inline]
    pub(crate) unsafe fn place(self, task: *mut Task) -> *mut u8 {
        if self.slot == NO_SLOT {
            return self.memory;
        }
        // SAFETY: the caller's promise.
        unsafe { (*task).slot(self.slot).cast() }
    }
}

/// Fills the task's own waiter and queues it; the channel's lock is held.
unsafe fn enqueue_self(
    task: *mut Task,
    ch: *mut Chan,
    is_send: bool,
    value: Operand,
    ok_slot: u32,
) {
    // SAFETY: the task runs on this thread; the channel is locked.
    let (t, c) = unsafe { (&mut *task, &mut *ch) };
    let reason = if is_send {
        WaitReason::ChanSend
    } else {
        WaitReason::ChanReceive
    };
    t.waiter.task = task;
    t.waiter.key = ch as usize;
    t.waiter.slot = value.slot;
    t.waiter.memory = value.memory;
    t.waiter.ok_slot = ok_slot;
    t.waiter.index_slot = NO_SLOT;
    t.waiter.is_select = 0;
    t.waiter.is_send = u8::from(is_send);
    t.set_waiting(reason);
    c.queue(is_send).enqueue(&raw mut t.waiter);
}

/// Writes what a woken waiter of a select needs to know besides the value.
unsafe fn deliver_case(w: &Waiter) {
    if w.index_slot != NO_SLOT {
        // SAFETY: the waiter's task is parked and claimed by the caller.
        unsafe { *(*w.task).slot(w.index_slot) = u64::from(w.case) };
    }
}

unsafe fn deliver_ok(w: &Waiter, ok: bool) {
    if w.ok_slot != NO_SLOT {
        // SAFETY: as in `deliver_case`.
        unsafe { *(*w.task).slot(w.ok_slot) = u64::from(ok) };
    }
}

/// Readies a claimed waiter's task; no channel lock is held.
unsafe fn wake(worker: *mut Worker, w: *mut Waiter) {
    // SAFETY: the waiter was claimed by the caller, so its task stays parked until `ready`.
    let (task, is_select) = unsafe { ((*w).task, (*w).is_select != 0) };
    if is_select {
        // SAFETY: as above; no lock is held.
        unsafe { select::leave_queues(task) };
    }
    // SAFETY: `worker` is this thread's; the woken task is out of every queue.
    unsafe { sched::ready(worker, task) };
}

/// Takes a task that waits to send or receive out of its channel's queue.
///
/// # Safety
/// The world is stopped; the task waits, and is in no select.
pub(crate) unsafe fn leave_queue(task: *mut Task) {
    // SAFETY: the channel is reachable from the parked task's frame.
    unsafe {
        let w = &raw mut (*task).waiter;
        let ch = (*w).key as *mut Chan;
        (*ch).lock();
        if (*w).queued != 0 {
            (*ch).queue((*w).is_send != 0).remove(w);
        }
        (*ch).unlock();
    }
}

/// Sends the value at `val` on `ch`. If the task has to wait, the value is taken from its slot `val_slot` later.
///
/// # Safety
/// `task` runs on this thread; `ch` is null or a channel; `val` holds a value of the element type and lies at slot
/// `val_slot` if it is not of size zero.
#[inline]
pub unsafe fn send(task: *mut Task, ch: *mut Chan, val: *const u8, val_slot: u32) -> ChanResult {
    // SAFETY: passed on.
    unsafe { send_from(task, ch, val, Operand::slot(val_slot)) }
}

/// As [`send`], with the value in a slot or in the heap.
///
/// # Safety
/// As [`send`].
#[inline]
pub unsafe fn send_from(
    task: *mut Task,
    ch: *mut Chan,
    val: *const u8,
    operand: Operand,
) -> ChanResult {
    if ch.is_null() {
        // SAFETY: passed on.
        return unsafe { park_on_nil(task, WaitReason::ChanSendNil) };
    }
    // SAFETY: a channel stays valid while the frame holds it.
    unsafe { (*ch).lock() };
    // SAFETY: passed on; the lock is held.
    match unsafe { send_locked((*task).worker, ch, val) } {
        Some(done) => done,
        None => {
            // SAFETY: the lock is held.
            unsafe { enqueue_self(task, ch, true, operand, NO_SLOT) };
            // SAFETY: the channel is still reachable from the parked task; after this line it may run elsewhere.
            unsafe { (*ch).unlock() };
            ChanResult::Park
        }
    }
}

/// Sends if that is possible at once, releasing the lock; otherwise `None`, with the lock still held.
///
/// # Safety
/// As [`send`], with the lock held; `worker` is this thread's.
#[inline]
pub(crate) unsafe fn send_locked(
    worker: *mut Worker,
    ch: *mut Chan,
    val: *const u8,
) -> Option<ChanResult> {
    // SAFETY: the lock is held.
    let c = unsafe { &mut *ch };
    if c.closed.load(Ordering::Relaxed) != 0 {
        c.unlock();
        return Some(ChanResult::Panic(SEND_ON_CLOSED));
    }
    if let Some(w) = c.recvq.dequeue() {
        // SAFETY: a claimed waiter's task is parked; its slots take a value of the element type.
        unsafe {
            let to = value_place(&*w);
            if !to.is_null() && c.elem_size != 0 {
                copy_value(val, to, c.elem_size);
            }
            deliver_ok(&*w, true);
            deliver_case(&*w);
        }
        c.unlock();
        // SAFETY: claimed, and no lock is held.
        unsafe { wake(worker, w) };
        return Some(ChanResult::Done);
    }
    if c.count.load(Ordering::Relaxed) < c.cap {
        // SAFETY: the buffer has room.
        unsafe { c.buffer_push(val) };
        c.unlock();
        return Some(ChanResult::Done);
    }
    None
}

/// Receives from `ch` into slot `dst_slot`, and whether a value was received into `ok_slot` (either may be
/// [`NO_SLOT`]).
///
/// # Safety
/// `task` runs on this thread; `ch` is null or a channel; the slots lie in the task's current frame.
#[inline]
pub unsafe fn recv(task: *mut Task, ch: *mut Chan, dst_slot: u32, ok_slot: u32) -> ChanResult {
    // SAFETY: passed on.
    unsafe { recv_to(task, ch, Operand::slot(dst_slot), ok_slot) }
}

/// As [`recv`], with the value going to a slot or to the heap.
///
/// # Safety
/// As [`recv`].
#[inline]
pub unsafe fn recv_to(
    task: *mut Task,
    ch: *mut Chan,
    operand: Operand,
    ok_slot: u32,
) -> ChanResult {
    if ch.is_null() {
        // SAFETY: passed on.
        return unsafe { park_on_nil(task, WaitReason::ChanReceiveNil) };
    }
    // SAFETY: a channel stays valid while the frame holds it.
    unsafe {
        if !(*ch).timer.is_null() {
            timers::poll_channel((*task).worker, ch);
        }
        (*ch).lock();
        if recv_locked(task, ch, operand, ok_slot) {
            return ChanResult::Done;
        }
        enqueue_self(task, ch, false, operand, ok_slot);
        let timer = (*ch).timer;
        // The worker is read before the task can run elsewhere.
        let worker = (*task).worker;
        (*ch).unlock();
        if !timer.is_null() {
            timers::channel_has_waiter(worker, timer);
        }
    }
    ChanResult::Park
}

/// Receives if that is possible at once, releasing the lock; otherwise false, with the lock still held.
///
/// # Safety
/// As [`recv`], with the lock held.
#[inline]
pub(crate) unsafe fn recv_locked(
    task: *mut Task,
    ch: *mut Chan,
    operand: Operand,
    ok_slot: u32,
) -> bool {
    // SAFETY: the lock is held; the task runs on this thread.
    let (c, t) = unsafe { (&mut *ch, &*task) };
    // SAFETY: the slot lies in the task's frame.
    let dst: *mut u8 = if c.elem_size == 0 {
        ptr::null_mut()
    } else {
        // SAFETY: as above.
        unsafe { operand.place(task) }
    };
    if c.count.load(Ordering::Relaxed) > 0 {
        // SAFETY: the buffer is not empty; the destination takes a value.
        unsafe { c.buffer_pop(dst) };
        let sender = c.sendq.dequeue();
        if let Some(w) = sender {
            // SAFETY: a claimed waiter's task is parked; its slot holds the value; a place was just freed.
            unsafe {
                c.buffer_push(value_place(&*w));
                deliver_case(&*w);
            }
        }
        c.unlock();
        if let Some(w) = sender {
            // SAFETY: claimed, and no lock is held.
            unsafe { wake((*task).worker, w) };
        }
    } else if let Some(w) = c.sendq.dequeue() {
        // SAFETY: a claimed waiter's task is parked; its slot holds the value.
        unsafe {
            if !dst.is_null() {
                copy_value(value_place(&*w), dst, c.elem_size);
            }
            deliver_case(&*w);
        }
        c.unlock();
        // SAFETY: claimed, and no lock is held.
        unsafe { wake((*task).worker, w) };
    } else if c.closed.load(Ordering::Relaxed) != 0 {
        let size = c.elem_size;
        c.unlock();
        if !dst.is_null() {
            // SAFETY: the destination's slots cover the size rounded up to words.
            unsafe { ptr::write_bytes(dst, 0, size.next_multiple_of(8)) };
        }
        if ok_slot != NO_SLOT {
            // SAFETY: the slot lies in the task's frame.
            unsafe { *t.slot(ok_slot) = 0 };
        }
        return true;
    } else {
        return false;
    }
    if ok_slot != NO_SLOT {
        // SAFETY: the slot lies in the task's frame.
        unsafe { *t.slot(ok_slot) = 1 };
    }
    true
}

/// Closes `ch`.
///
/// # Safety
/// `task` runs on this thread; `ch` is null or a channel.
pub unsafe fn close(task: *mut Task, ch: *mut Chan) -> ChanResult {
    if ch.is_null() {
        return ChanResult::Panic(CLOSE_OF_NIL);
    }
    // SAFETY: a channel stays valid while the frame holds it.
    let c = unsafe { &mut *ch };
    c.lock();
    if c.closed.load(Ordering::Relaxed) != 0 {
        c.unlock();
        return ChanResult::Panic(CLOSE_OF_CLOSED);
    }
    c.closed.store(1, Ordering::Release);
    // The claimed waiters, linked through `next`, woken after the lock is released.
    let mut first: *mut Waiter = ptr::null_mut();
    let mut last: *mut Waiter = ptr::null_mut();
    let size = c.elem_size;
    for is_send in [false, true] {
        while let Some(w) = c.queue(is_send).dequeue() {
            // SAFETY: a claimed waiter's task is parked.
            unsafe {
                finish_on_close(&*w, is_send, size);
                (*w).next = ptr::null_mut();
                if last.is_null() {
                    first = w;
                } else {
                    (*last).next = w;
                }
            }
            last = w;
        }
    }
    c.unlock();
    while !first.is_null() {
        let w = first;
        // SAFETY: claimed, out of the queues, and no lock is held; `next` is read before the task may run.
        unsafe {
            first = (*w).next;
            wake((*task).worker, w);
        }
    }
    ChanResult::Done
}

/// Completes the operation of a waiter on a channel that is being closed.
unsafe fn finish_on_close(w: &Waiter, is_send: bool, size: usize) {
    // SAFETY: the caller claimed the waiter, so its task is parked and its slots are valid.
    unsafe {
        if is_send {
            (*w.task)
                .wake_panic
                .store(WakePanic::SendOnClosed as u32, Ordering::Relaxed);
        } else {
            let to = value_place(w);
            if !to.is_null() && size != 0 {
                ptr::write_bytes(to, 0, size.next_multiple_of(8));
            }
            deliver_ok(w, false);
        }
        deliver_case(w);
    }
}

/// `len(ch)`.
///
/// # Safety
/// `ch` is null or a channel.
pub unsafe fn len(ch: *const Chan) -> usize {
    if ch.is_null() {
        return 0;
    }
    // SAFETY: a channel stays valid while the frame holds it.
    let c = unsafe { &*ch };
    // A timer's channel looks unbuffered.
    if c.timer.is_null() {
        c.count.load(Ordering::Relaxed)
    } else {
        0
    }
}

/// `cap(ch)`.
///
/// # Safety
/// `ch` is null or a channel.
pub unsafe fn cap(ch: *const Chan) -> usize {
    if ch.is_null() {
        return 0;
    }
    // SAFETY: a channel stays valid while the frame holds it.
    let c = unsafe { &*ch };
    if c.timer.is_null() { c.cap } else { 0 }
}
