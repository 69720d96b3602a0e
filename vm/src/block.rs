//! Calls whose window is built at run time: how package reflect calls functions.
//!
//! The window's words come from a block in the heap. The callee's frame starts at the end of the
//! caller's; when it returns, its results still lie there, above the caller's frame, and the unit
//! behind the call copies them to the block before anything else runs.

use std::ptr;
use std::sync::atomic::Ordering::Relaxed;

use crate::call;
use crate::handler::slow;
use crate::load::FuncEntry;
use crate::panic;
use crate::special::go_on_at;

slow! {
    CallBlock m {
        let closure = m.r(m.b());
        if closure == 0 {
            return panic::nil_dereference(m.g, m.ip, m.fp);
        }
        let entry = *(closure as *const *const FuncEntry);
        if entry.is_null() {
            // A method that was left out because nothing seemed to call it.
            return panic::fatal_error(m.g, m.ip, m.fp, "unreachable method called");
        }
        let (block, words) = (m.r(m.c16()) as *const u64, m.r(m.d()) as usize);
        let base = m.at(m.a());
        // The closure goes behind the window.
        let need_end = base.wrapping_add((words + 1).max((*entry).frame_bytes / 8));
        if need_end as u64 > (*m.g).stack_limit.load(Relaxed) {
            return call::ensure(m.g, m.ip, m.fp, need_end);
        }
        ptr::copy_nonoverlapping(block, base, words);
        *base.add(words) = closure;
        *base.sub(1) = m.skip(1) as u64;
        *base.sub(2) = m.a() as u64;
        go_on_at(m.g, (*entry).ip, base)
    }
    BlockEnd m {
        let (block, words) = (m.r(m.b()) as *mut u64, m.r(m.c()) as usize);
        ptr::copy_nonoverlapping(m.at(m.a()), block, words);
        m.skip(1)
    }
}
