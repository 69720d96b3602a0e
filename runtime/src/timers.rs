//! Timers: sleeping goroutines, and the objects behind `time.Timer`, `time.Ticker` and `time.AfterFunc`.
//!
//! Every worker has a heap of entries ordered by time. An entry either names a sleeping task, which cannot be
//! cancelled, or a [`Timer`] object in collected memory together with the generation for which it was added: a timer
//! that is stopped or reset merely changes its generation, and entries of older generations are dropped when they
//! come up, or swept when they outnumber the live ones.
//!
//! A timer with a channel is in a heap only while a goroutine waits on the channel. Otherwise an operation on the
//! channel looks at the clock itself ([`poll_channel`]). So a timer nobody waits for costs nothing, is collected when
//! it is unreachable, and does not hide a deadlock; and after `Stop` or `Reset` no stale value is received, since
//! those clear the channel.
//!
//! Lock order: a timer's lock, then its channel's lock or a shard's lock.

use std::sync::atomic::{AtomicI64, AtomicUsize, Ordering};

use crate::chan::{self, Chan, ChanResult};
use crate::host;
use crate::sched::lock::{RawSpin, SpinLock};
use crate::sched::worker::{self, Worker};
use crate::task::{Task, WaitReason};

/// What a timer does when it fires.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u32)]
enum Action {
    /// Sends the time on its channel unless a value is buffered.
    Send = 0,
    /// Starts a goroutine that calls a func value.
    Call = 1,
}

/// A timer object in collected memory.
#[repr(C)]
pub struct Timer {
    lock: RawSpin,
    action: u32,
    /// When it fires next; 0 when it is stopped.
    when: i64,
    /// Nanoseconds between firings of a ticker; 0 for a timer that fires once.
    period: i64,
    /// Changes whenever entries made so far become void.
    generation: u64,
    /// Whether an entry of the current generation is in a heap.
    queued: u64,
    chan: *mut Chan,
    /// The worker whose heap holds the entry.
    home: *mut Worker,
    /// The closure of `AfterFunc`.
    func: *mut u8,
    /// The third word of the sent `time.Time` (its location).
    location: u64,
}

/// Words of a `time.Time`: wall, ext, location.
const TIME_BYTES: usize = 24;

/// What an entry is for.
#[derive(Clone, Copy)]
enum Target {
    Task(*mut Task),
    Timer(*mut Timer, u64),
}

#[derive(Clone, Copy)]
struct Entry {
    when: i64,
    target: Target,
}

/// A worker's timers.
pub struct TimerShard {
    heap: SpinLock<Vec<Entry>>,
    /// The earliest entry's time; `i64::MAX` if there is none.
    next: AtomicI64,
    /// How many entries are void.
    void: AtomicUsize,
}

// SAFETY: entries name tasks and timers that stay valid while they are in the heap (it is a root).
unsafe impl Send for TimerShard {}
// SAFETY: as above; the heap is behind its lock.
unsafe impl Sync for TimerShard {}

/// Entries fired per look, so that a burst of timers does not hold the worker up.
const BATCH: usize = 64;

impl TimerShard {
    /// A shard without timers.
    pub fn new() -> Self {
        TimerShard {
            heap: SpinLock::new(Vec::new()),
            next: AtomicI64::new(i64::MAX),
            void: AtomicUsize::new(0),
        }
    }

    /// Whether there are no entries.
    #[inline]
    pub fn is_empty(&self) -> bool {
        self.next.load(Ordering::Relaxed) == i64::MAX
    }

    /// When the earliest entry is due; `i64::MAX` if there is none.
    #[inline]
    pub fn next_when(&self) -> i64 {
        self.next.load(Ordering::Acquire)
    }

    fn add(&self, entry: Entry) {
        let mut heap = self.heap.lock();
        heap.push(entry);
        let last = heap.len() - 1;
        sift_up(&mut heap, last);
        self.publish(&heap);
    }

    fn publish(&self, heap: &[Entry]) {
        self.next
            .store(heap.first().map_or(i64::MAX, |e| e.when), Ordering::SeqCst);
    }

    /// Fires what is due, on the calling worker.
    ///
    /// # Safety
    /// `w` is the calling thread's worker.
    pub(crate) unsafe fn run_due(&self, w: *mut Worker) {
        if self.is_empty() {
            return;
        }
        let now = host::nanotime();
        while self.next_when() <= now {
            let mut due = [None; BATCH];
            let mut n = 0;
            {
                let mut heap = self.heap.lock();
                while n < BATCH && heap.first().is_some_and(|e| e.when <= now) {
                    due[n] = Some(pop(&mut heap));
                    n += 1;
                }
                self.publish(&heap);
            }
            for entry in due.iter().take(n).flatten() {
                // SAFETY: passed on; the entry was taken out, so it is fired once.
                unsafe { self.fire(w, entry, now) };
            }
        }
    }

    unsafe fn fire(&self, w: *mut Worker, entry: &Entry, now: i64) {
        match entry.target {
            // SAFETY: the sleeping task was in this entry only.
            Target::Task(task) => unsafe { worker::ready_last(w, task) },
            // SAFETY: the timer was alive in the heap, and no collection happens here.
            Target::Timer(timer, generation) => unsafe {
                fire_timer(w, timer, generation, now, self)
            },
        }
    }

    /// Makes a sleeping task due at once; false if it does not sleep here.
    pub(crate) fn hasten(&self, task: *const Task) -> bool {
        let mut heap = self.heap.lock();
        let is_task = |e: &Entry| matches!(e.target, Target::Task(t) if std::ptr::eq(t, task));
        let Some(i) = heap.iter().position(is_task) else {
            return false;
        };
        heap[i].when = 0;
        sift_up(&mut heap, i);
        self.publish(&heap);
        true
    }

    /// An entry became void: sweeps when void entries prevail.
    fn count_void(&self) {
        let void = self.void.fetch_add(1, Ordering::Relaxed) + 1;
        if void < 64 {
            return;
        }
        let mut heap = self.heap.lock();
        if void * 2 < heap.len() {
            return;
        }
        heap.retain(|e| match e.target {
            Target::Task(_) => true,
            // A racing change makes the entry void a little later, or keeps a void one: both are harmless, since the
            // generation is checked again under the timer's lock.
            // SAFETY: timers named by entries are alive.
            Target::Timer(t, generation) => unsafe {
                (&raw const (*t).generation).read_volatile() == generation
            },
        });
        for i in (0..heap.len() / 2).rev() {
            sift_down(&mut heap, i);
        }
        self.void.store(0, Ordering::Relaxed);
        self.publish(&heap);
    }

    /// Moves all entries to another shard, because this one's worker retires.
    pub(crate) fn move_to(&self, other: &TimerShard) {
        let entries = {
            let mut heap = self.heap.lock();
            let entries = std::mem::take(&mut *heap);
            self.publish(&heap);
            entries
        };
        for entry in entries {
            other.add(entry);
        }
    }

    /// Calls `f` with the words of timers the entries keep alive.
    pub(crate) fn for_each_word(&self, mut f: impl FnMut(u64)) {
        for e in self.heap.lock().iter() {
            if let Target::Timer(t, _) = e.target {
                f(t as u64);
            }
        }
    }
}

impl Default for TimerShard {
    fn default() -> Self {
        Self::new()
    }
}

fn sift_up(heap: &mut [Entry], mut i: usize) {
    while i > 0 {
        let parent = (i - 1) / 2;
        if heap[parent].when <= heap[i].when {
            break;
        }
        heap.swap(parent, i);
        i = parent;
    }
}

fn sift_down(heap: &mut [Entry], mut i: usize) {
    loop {
        let mut least = i;
        for child in [2 * i + 1, 2 * i + 2] {
            if child < heap.len() && heap[child].when < heap[least].when {
                least = child;
            }
        }
        if least == i {
            return;
        }
        heap.swap(least, i);
        i = least;
    }
}

fn pop(heap: &mut Vec<Entry>) -> Entry {
    let entry = heap.swap_remove(0);
    sift_down(heap, 0);
    entry
}

/// `time.Sleep` for `ns > 0`.
///
/// # Safety
/// `task` runs on this thread.
pub unsafe fn sleep(task: *mut Task, ns: i64) -> ChanResult {
    if ns <= 0 {
        return ChanResult::Done;
    }
    let when = host::nanotime().saturating_add(ns);
    // SAFETY: the task runs on this thread; after `add` it may run elsewhere and is not touched.
    unsafe {
        (*task).set_waiting(WaitReason::Sleep);
        let w = &*(*task).worker;
        w.timers.add(Entry {
            when,
            target: Target::Task(task),
        });
        w.sched().timer_added(when);
    }
    ChanResult::Park
}

/// Makes a timer that sends on a channel of its own: `(timer, channel)`. `location` is the third word of the
/// `time.Time`s it sends. It is stopped until [`reset`].
///
/// # Safety
/// `task` runs on this thread.
pub unsafe fn new_channel_timer(task: *mut Task, location: u64) -> (*mut Timer, *mut Chan) {
    // SAFETY: passed on; the objects are fresh and zeroed, and no collection happens here.
    unsafe {
        let timer = alloc_timer(task);
        let ch = chan::chan_make_timer(task, TIME_BYTES, timer);
        (*timer).action = Action::Send as u32;
        (*timer).chan = ch;
        (*timer).location = location;
        (timer, ch)
    }
}

/// Makes a timer that starts a goroutine calling the func value `func`. It is stopped until [`reset`].
///
/// # Safety
/// `task` runs on this thread; `func` is a func value without parameters.
pub unsafe fn new_func_timer(task: *mut Task, func: *mut u8) -> *mut Timer {
    // SAFETY: passed on.
    unsafe {
        let timer = alloc_timer(task);
        (*timer).action = Action::Call as u32;
        (*timer).func = func;
        timer
    }
}

unsafe fn alloc_timer(task: *mut Task) -> *mut Timer {
    // SAFETY: a running task has a worker that only this thread uses.
    unsafe {
        (*(*task).worker)
            .cache
            .alloc(size_of::<Timer>(), false)
            .cast()
    }
}

/// Arms the timer to fire in `ns` nanoseconds and then every `period` (0: once). Returns whether it was armed.
///
/// # Safety
/// `task` runs on this thread; `timer` is a timer.
pub unsafe fn reset(task: *mut Task, timer: *mut Timer, ns: i64, period: i64) -> bool {
    let when = host::nanotime().saturating_add(ns.max(0)).max(1);
    // SAFETY: the timer's fields are guarded by its lock.
    unsafe {
        let w = (*task).worker;
        (*timer).lock.lock();
        let was_armed = disarm(timer);
        (*timer).when = when;
        (*timer).period = period;
        let waiting = (*timer).action == Action::Call as u32 || channel_waits(timer);
        if waiting {
            queue(w, timer);
        }
        (*timer).lock.unlock();
        was_armed
    }
}

/// Stops the timer. Returns whether it was armed.
///
/// # Safety
/// `timer` is a timer.
pub unsafe fn stop(timer: *mut Timer) -> bool {
    // SAFETY: the timer's fields are guarded by its lock.
    unsafe {
        (*timer).lock.lock();
        let was_armed = disarm(timer);
        (*timer).lock.unlock();
        was_armed
    }
}

/// Makes queued entries void and clears the channel; the lock is held.
unsafe fn disarm(timer: *mut Timer) -> bool {
    // SAFETY: the lock is held.
    unsafe {
        let t = &mut *timer;
        let mut was_armed = t.when != 0;
        t.when = 0;
        t.generation += 1;
        if t.queued != 0 {
            t.queued = 0;
            (*t.home).timers.count_void();
        }
        if !t.chan.is_null() {
            (*t.chan).lock();
            // A value sent but not received counts as not fired, since nobody will see it.
            was_armed |= (*t.chan).buffered() > 0;
            (*t.chan).clear_buffer();
            (*t.chan).unlock();
        }
        was_armed
    }
}

unsafe fn channel_waits(timer: *mut Timer) -> bool {
    // SAFETY: the timer's channel is alive with it.
    unsafe {
        let ch = (*timer).chan;
        (*ch).lock();
        let waits = (*ch).has_receivers();
        (*ch).unlock();
        waits
    }
}

/// Puts an armed timer into the worker's heap; the lock is held.
unsafe fn queue(w: *mut Worker, timer: *mut Timer) {
    // SAFETY: the lock is held; `w` is the calling thread's worker.
    unsafe {
        let t = &mut *timer;
        if t.queued != 0 || t.when == 0 {
            return;
        }
        t.queued = 1;
        t.home = w;
        (*w).timers.add(Entry {
            when: t.when,
            target: Target::Timer(timer, t.generation),
        });
        (*w).sched().timer_added(t.when);
    }
}

/// A goroutine now waits on the timer's channel: from now on the timer has to fire by itself.
///
/// # Safety
/// `w` is the calling thread's worker; `timer` is alive; no channel lock is held.
pub(crate) unsafe fn channel_has_waiter(w: *mut Worker, timer: *mut Timer) {
    // SAFETY: the timer's fields are guarded by its lock.
    unsafe {
        (*timer).lock.lock();
        if channel_waits(timer) {
            queue(w, timer);
        }
        (*timer).lock.unlock();
    }
}

/// An operation looks at a timer's channel: sends what is due.
///
/// # Safety
/// `w` is the calling thread's worker; `ch` is a timer's channel; no lock is held.
#[cold]
pub(crate) unsafe fn poll_channel(w: *mut Worker, ch: *mut Chan) {
    // SAFETY: the channel's timer is alive with it; its fields are guarded by its lock.
    unsafe {
        let timer = (*ch).timer;
        (*timer).lock.lock();
        let when = (*timer).when;
        if when != 0 && (*timer).queued == 0 {
            let now = host::nanotime();
            if when <= now {
                advance(timer, now);
                send_time(w, timer);
            }
        }
        (*timer).lock.unlock();
    }
}

/// The timer fires now: sets the next time, or disarms it; the lock is held.
unsafe fn advance(timer: *mut Timer, now: i64) {
    // SAFETY: the lock is held.
    let t = unsafe { &mut *timer };
    if t.period > 0 {
        let behind = (now - t.when).max(0) / t.period;
        t.when = t.when.saturating_add(t.period.saturating_mul(1 + behind));
    } else {
        t.when = 0;
    }
}

unsafe fn fire_timer(
    w: *mut Worker,
    timer: *mut Timer,
    generation: u64,
    now: i64,
    shard: &TimerShard,
) {
    // SAFETY: the entry kept the timer alive; its fields are guarded by its lock.
    unsafe {
        (*timer).lock.lock();
        if (*timer).generation != generation {
            let _ = shard
                .void
                .fetch_update(Ordering::Relaxed, Ordering::Relaxed, |n| n.checked_sub(1));
            (*timer).lock.unlock();
            return;
        }
        (*timer).queued = 0;
        advance(timer, now);
        if (*timer).action == Action::Call as u32 {
            (*timer).lock.unlock();
            start_goroutine(w, (*timer).func);
            return;
        }
        send_time(w, timer);
        if (*timer).when != 0 && channel_waits(timer) {
            queue(w, timer);
        }
        (*timer).lock.unlock();
    }
}

/// Sends the current time unless a value is buffered already; the timer's lock is held.
unsafe fn send_time(w: *mut Worker, timer: *mut Timer) {
    // SAFETY: the timer's channel takes a `time.Time` of three words.
    unsafe {
        let value = host::time_words((*timer).location);
        let ch = (*timer).chan;
        (*ch).lock();
        if chan::send_locked(w, ch, value.as_ptr().cast()).is_none() {
            (*ch).unlock();
        }
    }
}

unsafe fn start_goroutine(w: *mut Worker, func: *mut u8) {
    // SAFETY: `w` is the calling thread's worker; the closure is alive through its timer until `prepare` stored it.
    unsafe {
        match worker::spawn_on(w) {
            Some(task) => {
                (*w).runner.prepare(task, func);
                worker::start(w, task);
            }
            None => (*w)
                .sched()
                .fatal("fatal error: runtime: out of memory\n", 2),
        }
    }
}
