//! A goroutine as the scheduler sees it, and the trait through which the virtual machine runs it.
//!
//! A task owns no native stack. While it runs, the worker that resumed it is the only one to touch it; while it
//! waits it belongs to the queue it waits in, and whoever takes it out of that queue (under the queue's lock) owns it.
//! So there is no moment at which a waker can resume a task that is still being parked: the virtual machine saves
//! `ip` and `fp` *before* it calls an operation that may park, and never touches the task after `Park`.
//!
//! Tasks live in chunks that are never unmapped while the program runs. The chunks are also the table of all tasks:
//! stack dumps and the collector walk them while the world is stopped.

use std::any::Any;
use std::ptr;
use std::sync::atomic::{AtomicPtr, AtomicU8, AtomicU32, AtomicU64, AtomicUsize, Ordering};

use crate::sched::lock::SpinLock;
use crate::sched::worker::Worker;
use crate::stack;

/// Slots of the stack that is part of the task itself.
pub const FIRST_STACK_SLOTS: usize = 48;

/// `slot` value meaning "deliver nothing".
pub const NO_SLOT: u32 = u32::MAX;

/// One goroutine. The fields that instruction handlers read come first; their order is a contract with the VM.
#[repr(C)]
pub struct Task {
    /// Address that a new frame must not exceed. Zero when the task is asked to stop at its next call.
    pub stack_limit: AtomicU64,
    /// Non-zero when the task is asked to stop at its next back-edge.
    pub preempt: AtomicU32,
    /// Set by a waker: on resume the VM raises this instead of going on. See [`WakePanic`].
    pub wake_panic: AtomicU32,
    /// Saved instruction pointer while the task does not run.
    pub ip: *const u8,
    /// Saved frame pointer while the task does not run.
    pub fp: *mut u64,
    /// Lowest slot of the stack.
    pub stack_lo: *mut u64,
    /// One past the highest slot of the stack.
    pub stack_hi: *mut u64,
    /// Base of the program's package variables.
    pub globals: *mut u8,
    /// The worker that runs the task; meaningless while it does not run.
    pub worker: *mut Worker,
    /// The VM's deferred-call records (GC memory, a root).
    pub defers: *mut u8,
    /// The VM's panic records (GC memory, a root).
    pub panics: *mut u8,
    /// The VM's state of the program.
    pub vm: *const (),
    /// Goroutine id: 1 is main.
    pub id: u64,
    /// A [`Status`].
    pub status: AtomicU8,
    /// A [`WaitReason`], meaningful while the status is `Waiting`.
    pub wait_reason: AtomicU8,
    /// `FLAG_*` bits.
    pub flags: AtomicU8,
    /// Number of sleeps the blocking operation has been through; free for natives that are retried.
    pub retries: u8,
    /// 0 while a select waits, 1 when a case has been chosen for it.
    pub select_done: AtomicU32,
    /// Link in a run queue or free list.
    pub link: *mut Task,
    /// Where the `go` statement is (the VM's instruction pointer).
    pub created_by: *const u8,
    /// Id of the goroutine that ran the `go` statement.
    pub parent_id: u64,
    /// A word for the VM or a native to keep across parking (GC memory, a root).
    pub keep: *mut u8,
    /// What the task waits for when it waits for one thing.
    pub waiter: Waiter,
    /// The waiters of a select with several cases; kept when the task is recycled.
    pub select_waiters: Vec16<Waiter>,
    /// What a blocking call left for a native that is run again.
    mail: Option<Box<Box<dyn Any + Send>>>,
    /// The first stack.
    first_stack: [u64; FIRST_STACK_SLOTS],
}

const _: () = assert!(size_of::<Task>() <= 616);
const _: () = assert!(std::mem::offset_of!(Task, preempt) == 8);
const _: () = assert!(std::mem::offset_of!(Task, fp) == 24);
const _: () = assert!(std::mem::offset_of!(Task, id) == 88);

/// The task works for the runtime: not counted by `NumGoroutine`, not shown in dumps.
pub const FLAG_SYSTEM: u8 = 1;
/// An interrupted entry of a session: blocking calls give up, and it exits when it runs again.
pub const FLAG_ABANDONED: u8 = 2;
/// An interrupted entry that has been told to exit.
pub const FLAG_EXITS: u8 = 4;

/// The life of a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Status {
    /// Not in use.
    Free = 0,
    /// In a run queue, or about to be put in one.
    Runnable = 1,
    /// A worker runs it.
    Running = 2,
    /// In the queue of what it waits for.
    Waiting = 3,
}

/// What the VM raises when it resumes a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u32)]
pub enum WakePanic {
    /// Nothing: go on.
    None = 0,
    /// `send on closed channel`.
    SendOnClosed = 1,
}

/// Why a task waits, in Go's words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
#[allow(missing_docs, reason = "each is its text")]
pub enum WaitReason {
    None,
    ChanReceive,
    ChanReceiveNil,
    ChanSend,
    ChanSendNil,
    Select,
    SelectNoCases,
    Sleep,
    SemAcquire,
    MutexLock,
    RWMutexRLock,
    RWMutexLock,
    WaitGroupWait,
    CondWait,
    IoWait,
    Syscall,
    GarbageCollection,
    FinalizerWait,
}

const WAIT_REASONS: [(WaitReason, &str); 18] = [
    (WaitReason::None, "waiting"),
    (WaitReason::ChanReceive, "chan receive"),
    (WaitReason::ChanReceiveNil, "chan receive (nil chan)"),
    (WaitReason::ChanSend, "chan send"),
    (WaitReason::ChanSendNil, "chan send (nil chan)"),
    (WaitReason::Select, "select"),
    (WaitReason::SelectNoCases, "select (no cases)"),
    (WaitReason::Sleep, "sleep"),
    (WaitReason::SemAcquire, "semacquire"),
    (WaitReason::MutexLock, "sync.Mutex.Lock"),
    (WaitReason::RWMutexRLock, "sync.RWMutex.RLock"),
    (WaitReason::RWMutexLock, "sync.RWMutex.Lock"),
    (WaitReason::WaitGroupWait, "sync.WaitGroup.Wait"),
    (WaitReason::CondWait, "sync.Cond.Wait"),
    (WaitReason::IoWait, "IO wait"),
    (WaitReason::Syscall, "syscall"),
    (WaitReason::GarbageCollection, "wait for GC cycle"),
    (WaitReason::FinalizerWait, "finalizer wait"),
];

impl WaitReason {
    /// The text Go shows between brackets in a goroutine's header.
    pub fn text(self) -> &'static str {
        WAIT_REASONS[self as usize].1
    }

    fn from_byte(b: u8) -> WaitReason {
        WAIT_REASONS
            .get(b as usize)
            .map_or(WaitReason::None, |r| r.0)
    }
}

/// A task's place in a wait queue (Go's sudog). It names the task and a slot, never an address in a stack.
#[repr(C)]
pub struct Waiter {
    /// Next in the queue.
    pub next: *mut Waiter,
    /// Previous in the queue; in a semaphore bucket, the next root.
    pub prev: *mut Waiter,
    /// Last of the queue, kept in the first waiter of a semaphore queue.
    pub tail: *mut Waiter,
    /// Who waits.
    pub task: *mut Task,
    /// Channel or semaphore address; 0 when in no queue.
    pub key: usize,
    /// Slot that holds the value to send, or that takes the received one.
    pub slot: u32,
    /// Slot that takes the "was a value received" flag.
    pub ok_slot: u32,
    /// In place of `slot`: heap memory for the value (rounded up to words), or null.
    pub memory: *mut u8,
    /// Index of the select case.
    pub case: u32,
    /// Slot that takes the chosen case's index; [`NO_SLOT`] outside a select.
    pub index_slot: u32,
    /// Ticket of a condition variable's waiter.
    pub ticket: u32,
    /// Non-zero while linked into a channel's queue.
    pub queued: u8,
    /// Non-zero for one case of a select.
    pub is_select: u8,
    /// Non-zero for a send case.
    pub is_send: u8,
    /// Reserved.
    pub pad: u8,
}

impl Waiter {
    /// A waiter in no queue.
    pub const EMPTY: Waiter = Waiter {
        next: ptr::null_mut(),
        prev: ptr::null_mut(),
        tail: ptr::null_mut(),
        task: ptr::null_mut(),
        key: 0,
        slot: NO_SLOT,
        ok_slot: NO_SLOT,
        memory: ptr::null_mut(),
        case: 0,
        index_slot: NO_SLOT,
        ticket: 0,
        queued: 0,
        is_select: 0,
        is_send: 0,
        pad: 0,
    };
}

/// A growable array whose header is 16 bytes.
pub struct Vec16<T> {
    ptr: *mut T,
    len: u32,
    cap: u32,
}

impl<T> Vec16<T> {
    /// An empty array.
    pub const fn new() -> Self {
        Vec16 {
            ptr: ptr::null_mut(),
            len: 0,
            cap: 0,
        }
    }

    /// Drops the elements and makes room for `n` of them; they are written with [`Vec16::push`].
    pub fn clear_and_reserve(&mut self, n: usize) {
        self.len = 0;
        if n > self.cap as usize {
            self.free();
            let mut v: Vec<T> = Vec::with_capacity(n);
            self.ptr = v.as_mut_ptr();
            self.cap = u32::try_from(v.capacity()).expect("fewer than 2^32 select cases");
            std::mem::forget(v);
        }
    }

    /// Appends within the reserved room and returns the element's place.
    pub fn push(&mut self, value: T) -> *mut T {
        assert!(self.len < self.cap);
        // SAFETY: `len < cap`, so the place lies in the allocation.
        let place = unsafe { self.ptr.add(self.len as usize) };
        // SAFETY: as above; the place holds no live element.
        unsafe { place.write(value) };
        self.len += 1;
        place
    }

    /// Number of elements.
    pub fn len(&self) -> usize {
        self.len as usize
    }

    /// Whether there is no element.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// Place of element `i`.
    pub fn at(&self, i: usize) -> *mut T {
        assert!(i < self.len as usize);
        // SAFETY: `i < len <= cap`.
        unsafe { self.ptr.add(i) }
    }

    fn free(&mut self) {
        if !self.ptr.is_null() {
            // SAFETY: pointer and capacity came from a Vec of this type; the elements have no drop glue that matters.
            drop(unsafe { Vec::from_raw_parts(self.ptr, 0, self.cap as usize) });
        }
        self.ptr = ptr::null_mut();
        self.cap = 0;
        self.len = 0;
    }
}

impl<T> Default for Vec16<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T> Drop for Vec16<T> {
    fn drop(&mut self) {
        self.free();
    }
}

/// What a resumed task did before it gave its worker back.
#[derive(Debug)]
pub enum Outcome {
    /// The goroutine is finished; the scheduler takes the task back.
    Done,
    /// The task waits somewhere and may already run on another worker: it must not be touched.
    Parked,
    /// The task wants to go to the end of a run queue.
    Yield,
    /// The task stopped because it was asked to.
    Preempted,
    /// The program is over with this text on standard error and this exit code.
    Fatal(Box<(String, i32)>),
    /// The program is over with this exit code.
    Exit(i32),
}

/// One call on a goroutine's stack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CallFrame {
    /// As in stack traces: `main.(*T).m`.
    pub function: String,
    pub file: String,
    pub line: u32,
    /// The address that the call returns to.
    pub pc: u64,
    /// The function's first address.
    pub entry: u64,
}

/// How tasks are run: implemented by the virtual machine (and by tests).
pub trait TaskRunner: Send + Sync {
    /// Runs `task` until it stops.
    fn resume(&self, task: *mut Task) -> Outcome;
    /// One past the highest live slot of a task that does not run.
    fn live_top(&self, task: *const Task) -> *const u64;
    /// The frames of a task that does not run, as Go prints them below the `goroutine N [..]:` line.
    fn traceback(&self, task: *const Task) -> String;
    /// The calls on the stack of a task that does not run or that called a native function (which then asks), the
    /// innermost first; for `runtime.Caller` and its kin.
    fn call_frames(&self, _task: *const Task) -> Vec<CallFrame> {
        Vec::new()
    }
    /// Calls `visit` with the words that the frames of a task that does not run still use; false if that is not
    /// known, and all words up to [`TaskRunner::live_top`] count.
    fn live_words(&self, _task: *const Task, _visit: &mut dyn FnMut(u64)) -> bool {
        false
    }
    /// What lies at the address `pc`, which may also be that of a function's descriptor.
    fn place(&self, _pc: u64) -> Option<CallFrame> {
        None
    }
    /// Makes a fresh task ready to call the func value `closure` without arguments.
    fn prepare(&self, task: *mut Task, closure: *mut u8);
    /// The main goroutine returned from `main.main`. Its `Done` ends the program with this exit code.
    fn main_exit_code(&self) -> i32 {
        0
    }
}

impl Task {
    /// The task's status.
    pub fn status(&self) -> Status {
        match self.status.load(Ordering::Acquire) {
            1 => Status::Runnable,
            2 => Status::Running,
            3 => Status::Waiting,
            _ => Status::Free,
        }
    }

    /// Sets the status.
    pub fn set_status(&self, s: Status) {
        self.status.store(s as u8, Ordering::Release);
    }

    /// Marks the task as waiting; called under the lock of the queue it goes into.
    pub fn set_waiting(&self, reason: WaitReason) {
        self.wait_reason.store(reason as u8, Ordering::Relaxed);
        self.set_status(Status::Waiting);
    }

    /// Why it waits.
    pub fn wait_reason(&self) -> WaitReason {
        WaitReason::from_byte(self.wait_reason.load(Ordering::Relaxed))
    }

    /// What goes between the brackets of the goroutine's header in a dump.
    pub fn state_text(&self) -> &'static str {
        match self.status() {
            Status::Free => "idle",
            Status::Runnable => "runnable",
            Status::Running => "running",
            Status::Waiting => self.wait_reason().text(),
        }
    }

    /// Asks a running task to stop at its next back-edge or call.
    pub fn request_stop(&self) {
        self.preempt.store(1, Ordering::SeqCst);
        self.stack_limit.store(0, Ordering::SeqCst);
    }

    /// Takes and clears what the waker wants raised.
    pub fn take_wake_panic(&self) -> WakePanic {
        if self.wake_panic.load(Ordering::Relaxed) == 0 {
            return WakePanic::None;
        }
        self.wake_panic.store(0, Ordering::Relaxed);
        WakePanic::SendOnClosed
    }

    /// Slot `off` of the stack.
    ///
    /// # Safety
    /// The task must be owned by the caller (running on its worker, or just taken from a queue), and `off` must lie
    /// in its stack.
    #[inline(always)]
    pub unsafe fn slot(&self, off: u32) -> *mut u64 {
        // SAFETY: the caller vouches for `off`.
        unsafe { self.stack_lo.add(off as usize) }
    }

    /// Leaves something for the native that is run again when the task is resumed.
    pub fn put_mail(&mut self, mail: Box<dyn Any + Send>) {
        self.mail = Some(Box::new(mail));
    }

    /// Takes what a blocking call left.
    pub fn take_mail(&mut self) -> Option<Box<dyn Any + Send>> {
        self.mail.take().map(|b| *b)
    }

    /// The stack that is part of the task.
    pub(crate) fn first_stack(&mut self) -> *mut u64 {
        self.first_stack.as_mut_ptr()
    }

    /// Puts a task that was just carved from a chunk, or is recycled, into its first state.
    fn reset(&mut self) {
        self.wake_panic.store(0, Ordering::Relaxed);
        self.preempt.store(0, Ordering::Relaxed);
        self.ip = ptr::null();
        self.fp = self.stack_lo;
        self.defers = ptr::null_mut();
        self.panics = ptr::null_mut();
        self.keep = ptr::null_mut();
        self.flags.store(0, Ordering::Relaxed);
        self.link = ptr::null_mut();
        self.retries = 0;
        self.select_done.store(0, Ordering::Relaxed);
    }
}

/// Bytes mapped at a time for tasks.
const CHUNK_BYTES: usize = 1 << 20;
const CHUNK_TASKS: usize = CHUNK_BYTES / size_of::<Task>();
/// How many free tasks move between a worker and the shared list at a time.
const FREE_BATCH: usize = 64;

struct Chunk {
    base: AtomicPtr<Task>,
    /// Tasks carved so far.
    born: AtomicUsize,
}

/// All tasks of a program.
pub struct TaskTable {
    chunks: SpinLock<Vec<Chunk>>,
    free: SpinLock<FreeTasks>,
    free_len: AtomicUsize,
}

/// A list of free tasks, linked through `Task::link`.
pub struct FreeTasks {
    head: *mut Task,
    len: usize,
}

impl FreeTasks {
    /// The empty list.
    pub const fn new() -> Self {
        FreeTasks {
            head: ptr::null_mut(),
            len: 0,
        }
    }

    fn push(&mut self, task: *mut Task) {
        // SAFETY: a free task belongs to the list it is put in.
        unsafe { (*task).link = self.head };
        self.head = task;
        self.len += 1;
    }

    fn pop(&mut self) -> Option<*mut Task> {
        if self.head.is_null() {
            return None;
        }
        let task = self.head;
        // SAFETY: listed tasks are live memory owned by the list.
        self.head = unsafe { (*task).link };
        self.len -= 1;
        Some(task)
    }
}

impl Default for FreeTasks {
    fn default() -> Self {
        Self::new()
    }
}

// SAFETY: the pointers are to tasks, which only the holder of the list's lock touches.
unsafe impl Send for FreeTasks {}

impl TaskTable {
    /// A table without tasks.
    pub fn new() -> Self {
        TaskTable {
            chunks: SpinLock::new(Vec::new()),
            free: SpinLock::new(FreeTasks::new()),
            free_len: AtomicUsize::new(0),
        }
    }

    /// A task in its first state, from the worker's own list if that has one. `None` when memory is exhausted.
    pub fn take(&self, local: &mut FreeTasks) -> Option<*mut Task> {
        let task = match local.pop() {
            Some(t) => t,
            None => {
                self.refill(local);
                local.pop()?
            }
        };
        // SAFETY: a free task taken from the list is ours alone.
        unsafe { (*task).reset() };
        Some(task)
    }

    /// Takes back a finished task. Its status must not be `Free` yet.
    ///
    /// # Safety
    /// The caller owns the task and nothing refers to it any more.
    pub unsafe fn give_back(&self, local: &mut FreeTasks, task: *mut Task) {
        // SAFETY: the caller owns the task.
        let t = unsafe { &mut *task };
        t.set_status(Status::Free);
        t.defers = ptr::null_mut();
        t.panics = ptr::null_mut();
        t.keep = ptr::null_mut();
        if t.mail.is_some() {
            t.mail = None;
        }
        stack::shrink_for_reuse(t);
        local.push(task);
        if local.len >= 2 * FREE_BATCH {
            self.spill(local);
        }
    }

    fn spill(&self, local: &mut FreeTasks) {
        let mut shared = self.free.lock();
        for _ in 0..FREE_BATCH {
            if let Some(t) = local.pop() {
                shared.push(t);
            }
        }
        self.free_len.store(shared.len, Ordering::Relaxed);
    }

    fn refill(&self, local: &mut FreeTasks) {
        if self.free_len.load(Ordering::Relaxed) > 0 {
            let mut shared = self.free.lock();
            for _ in 0..FREE_BATCH {
                match shared.pop() {
                    Some(t) => local.push(t),
                    None => break,
                }
            }
            self.free_len.store(shared.len, Ordering::Relaxed);
            if local.len > 0 {
                return;
            }
        }
        self.carve(local);
    }

    /// Brings new tasks into being, mapping another chunk when the last one is used up.
    fn carve(&self, local: &mut FreeTasks) {
        let mut chunks = self.chunks.lock();
        let need_chunk = chunks
            .last()
            .is_none_or(|c| c.born.load(Ordering::Relaxed) == CHUNK_TASKS);
        if need_chunk {
            let base = stack::map_pages(CHUNK_BYTES).cast::<Task>();
            if base.is_null() {
                return;
            }
            chunks.push(Chunk {
                base: AtomicPtr::new(base),
                born: AtomicUsize::new(0),
            });
        }
        let chunk = chunks.last().expect("a chunk was just ensured");
        let born = chunk.born.load(Ordering::Relaxed);
        let n = FREE_BATCH
            .min(CHUNK_TASKS - born)
            .min(if born == 0 && chunks.len() == 1 {
                8
            } else {
                FREE_BATCH
            });
        for i in (born..born + n).rev() {
            // SAFETY: `i < CHUNK_TASKS`; the memory is mapped, zeroed and seen by nobody yet. All-zero is a valid
            // Task (null pointers, `None`, status Free).
            let task = unsafe { chunk.base.load(Ordering::Relaxed).add(i) };
            // SAFETY: as above.
            let t = unsafe { &mut *task };
            t.stack_lo = t.first_stack();
            // SAFETY: one past the end of the array.
            t.stack_hi = unsafe { t.stack_lo.add(FIRST_STACK_SLOTS) };
            t.waiter = Waiter::EMPTY;
            local.push(task);
        }
        chunk.born.store(born + n, Ordering::Release);
    }

    /// Calls `f` for every task in use. Exact only while the world is stopped.
    pub fn for_each(&self, mut f: impl FnMut(*mut Task)) {
        let n_chunks = self.chunk_count();
        for c in 0..n_chunks {
            self.for_each_in_chunk(c, &mut f);
        }
    }

    /// Number of chunks: with [`TaskTable::for_each_in_chunk`], lets several threads share the walk.
    pub fn chunk_count(&self) -> usize {
        self.chunks.lock().len()
    }

    /// Calls `f` for every task in use in chunk `index`.
    pub fn for_each_in_chunk(&self, index: usize, mut f: impl FnMut(*mut Task)) {
        let (base, born) = {
            let chunks = self.chunks.lock();
            let Some(c) = chunks.get(index) else { return };
            (
                c.base.load(Ordering::Relaxed),
                c.born.load(Ordering::Acquire),
            )
        };
        for i in 0..born {
            // SAFETY: carved tasks stay mapped as long as the table lives.
            let task = unsafe { base.add(i) };
            // SAFETY: the status is atomic.
            if unsafe { (*task).status() } != Status::Free {
                f(task);
            }
        }
    }
}

impl Default for TaskTable {
    fn default() -> Self {
        Self::new()
    }
}

impl Drop for TaskTable {
    fn drop(&mut self) {
        for chunk in self.chunks.lock().iter() {
            let base = chunk.base.load(Ordering::Relaxed);
            for i in 0..chunk.born.load(Ordering::Relaxed) {
                // SAFETY: the program is over: carved tasks are initialised and nobody uses them any more.
                let t = unsafe { &mut *base.add(i) };
                stack::release(t);
                t.mail = None;
                t.select_waiters.free();
            }
            // SAFETY: mapped by `carve` with this size.
            unsafe { stack::unmap_pages(base.cast(), CHUNK_BYTES) };
        }
    }
}
