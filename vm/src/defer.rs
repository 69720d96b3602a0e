//! Deferred calls: records in GC memory, linked from the task, last first.

use std::ptr;

use runtime::task::Task;

use crate::call;
use crate::handler::{M, Next, flow, slow};
use crate::load::{FuncEntry, HEADER, state};
use crate::panic::{nil_dereference, offset_of};
use crate::special::go_on_at;

/// A deferred call. Its window's slots follow.
#[repr(C)]
pub struct Record {
    link: *mut Record,
    /// The frame that deferred it, in slots from the stack's start.
    pub frame: usize,
    /// Null for a nil func value.
    pub entry: *const FuncEntry,
    /// The `defer` statement.
    pub ip: Next,
    pub count: usize,
}

impl Record {
    /// The slots of the window.
    pub fn words(record: *mut Record) -> *mut u64 {
        record.wrapping_add(1).cast()
    }
}

/// Takes the record of the call deferred last.
///
/// # Safety
/// `g` runs on this thread.
pub unsafe fn pop(g: *mut Task) -> Option<*mut Record> {
    // SAFETY: the task's records are live.
    unsafe {
        let record = (*g).defers.cast::<Record>();
        if record.is_null() {
            return None;
        }
        (*g).defers = (*record).link.cast();
        Some(record)
    }
}

unsafe fn push_slots(m: M, entry: *const FuncEntry, n: usize) -> Next {
    // SAFETY: see `crate::handler`; the verifier checked the window.
    unsafe {
        let cache = &mut (*(*m.g).worker).cache;
        let record = cache
            .alloc(size_of::<Record>() + 8 * n, false)
            .cast::<Record>();
        record.write(Record {
            link: (*m.g).defers.cast(),
            frame: offset_of(m.g, m.fp),
            entry,
            ip: m.ip,
            count: n,
        });
        ptr::copy_nonoverlapping(m.at(m.a()), Record::words(record), n);
        (*m.g).defers = record.cast();
        m.skip(1)
    }
}

slow! {
    DeferF m { push_slots(m, state(m.g).entry(m.cd() as usize), m.b()) }
    DeferC m {
        let closure = m.r(m.b());
        m.set(m.a() + m.c(), closure);
        let entry = if closure == 0 { ptr::null() } else { *(closure as *const *const FuncEntry) };
        push_slots(m, entry, m.c() + 1)
    }
    DeferToken m {
        let frame = offset_of(m.g, m.fp);
        m.set(m.a(), frame as u64);
        m.set(m.a() + 1, m.ip as u64);
        m.skip(1)
    }
    DeferAt m {
        let closure = m.r(m.b());
        let (frame, ip, n) = (m.r(m.d()) as usize, m.r(m.d() + 1) as Next, m.c16());
        m.set(m.a() + n, closure);
        let entry = if closure == 0 { ptr::null() } else { *(closure as *const *const FuncEntry) };
        let next = push_slots(m, entry, n + 1);
        // The frame's own place in the chain: below the records of the frames that it called.
        let record = (*m.g).defers.cast::<Record>();
        (*record).frame = frame;
        (*record).ip = ip;
        let mut above = record;
        while !(*above).link.is_null() && (*(*above).link).frame > frame {
            above = (*above).link;
        }
        if above != record {
            (*m.g).defers = (*record).link.cast();
            (*record).link = (*above).link;
            (*above).link = record;
        }
        next
    }
    // Runs the top record, which is this frame's; the call returns to this unit.
    run_one m {
        let own = m.w as *const FuncEntry;
        let record = (*m.g).defers.cast::<Record>();
        let (entry, n) = ((*record).entry, (*record).count);
        if entry.is_null() {
            (*m.g).defers = (*record).link.cast();
            return nil_dereference(m.g, m.ip, m.fp);
        }
        let distance = (*own).frame_bytes / 8 + HEADER;
        let need = distance + n.max((*entry).frame_bytes / 8);
        let need_end = m.fp.wrapping_add(need);
        if need_end as u64 > (*m.g).stack_limit.load(std::sync::atomic::Ordering::Relaxed) {
            return call::ensure(m.g, m.ip, m.fp, need_end);
        }
        (*m.g).defers = (*record).link.cast();
        let base = m.fp.add(distance);
        ptr::copy_nonoverlapping(Record::words(record), base, n);
        *base.sub(1) = m.ip as u64;
        *base.sub(2) = distance as u64;
        go_on_at(m.g, (*entry).ip, base)
    }
}

flow! {
    RunDefers m {
        let record = (*m.g).defers.cast::<Record>();
        if !record.is_null() && (*record).frame == offset_of(m.g, m.fp) {
            return m.leave(run_one);
        }
        m.next()
    }
}
