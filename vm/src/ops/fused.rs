//! Pairs of operations that one handler executes: it saves a dispatch, and nothing else changes. The
//! second unit keeps its own handler, so that jumps may lead to it, and a call or fault in it has
//! its own address.

use std::sync::atomic::Ordering::Relaxed;

use bytecode::Op;

use crate::call::no_room;
use crate::handler::{Handler, M, dispatch, flow};
use crate::load::FuncEntry;

/// The handler that executes both operations, if there is one.
pub fn fused(first: Op, second: Op) -> Option<Handler> {
    Some(match (first, second) {
        (Op::Mov, Op::Mov) => mov_mov,
        (Op::Mov, Op::LoadI) => mov_load,
        (Op::LoadI, Op::Mov) => load_mov,
        (Op::LoadI, Op::LoadI) => load_load,
        (Op::Mov, Op::Call) => mov_call,
        (Op::LoadI, Op::Call) => load_call,
        (Op::Add, Op::IncLoopLt) => add_loop,
        (Op::AndI, Op::JNeI) => and_branch,
        _ => return None,
    })
}

/// The machine at the next unit.
#[inline(always)]
unsafe fn second(m: M) -> M {
    // SAFETY: the first unit of a pair is followed by the second.
    unsafe {
        let ip = m.ip.add(1);
        M {
            ip,
            w: (*ip).word,
            ..m
        }
    }
}

#[inline(always)]
unsafe fn mov(m: M) {
    // SAFETY: see `crate::handler`.
    unsafe { m.set(m.a(), m.r(m.b())) }
}

#[inline(always)]
unsafe fn load(m: M) {
    // SAFETY: see `crate::handler`.
    unsafe { m.seti(m.a(), m.cd()) }
}

#[inline(always)]
unsafe fn call(m: M) -> u64 {
    // SAFETY: see `crate::handler`.
    unsafe {
        let entry = m.address::<FuncEntry>();
        let base = m.at(m.a());
        if base as u64 + (*entry).frame_bytes as u64 > (*m.g).stack_limit.load(Relaxed) {
            return m.leave(no_room);
        }
        m.enter(entry, base, m.a(), m.skip(1))
    }
}

flow! {
    mov_mov m {
        mov(m);
        let n = second(m);
        mov(n);
        dispatch(n.skip(1), m.fp, m.g, m.acc)
    }
    mov_load m {
        mov(m);
        let n = second(m);
        load(n);
        dispatch(n.skip(1), m.fp, m.g, m.acc)
    }
    load_mov m {
        load(m);
        let n = second(m);
        mov(n);
        dispatch(n.skip(1), m.fp, m.g, m.acc)
    }
    load_load m {
        load(m);
        let n = second(m);
        load(n);
        dispatch(n.skip(1), m.fp, m.g, m.acc)
    }
    mov_call m {
        mov(m);
        call(second(m))
    }
    load_call m {
        load(m);
        call(second(m))
    }
    add_loop m {
        m.set(m.a(), m.r(m.b()).wrapping_add(m.r(m.c())));
        let n = second(m);
        let p = n.at(n.a());
        let v = (*p as i64).wrapping_add(1);
        *p = v as u64;
        if v < n.ri(n.b()) { return n.jump_back(); }
        n.fall(1)
    }
    and_branch m {
        let v = m.ri(m.b()) & m.cd();
        m.seti(m.a(), v);
        let n = second(m);
        if n.ri(n.a()) != n.bi() { return n.jump(); }
        n.fall(1)
    }
}
