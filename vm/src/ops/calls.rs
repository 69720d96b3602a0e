//! Functions: calls, returns, closures, traps, `print`.

use std::sync::atomic::Ordering::Relaxed;

use bytecode::Trap as TrapCode;
use runtime::host;

use crate::call::no_room;
use crate::fault;
use crate::handler::{dispatch, flow, slow};
use crate::load::FuncEntry;
use crate::ops::cache;
use crate::panic;
use crate::print;

flow! {
    Call m {
        let entry = m.address::<FuncEntry>();
        let base = m.at(m.a());
        if base as u64 + (*entry).frame_bytes as u64 > (*m.g).stack_limit.load(Relaxed) {
            return m.leave(no_room);
        }
        m.enter(entry, base, m.a(), m.skip(1))
    }
    CallC m {
        let closure = m.r(m.b());
        if closure == 0 { return m.leave(fault::nil); }
        let entry = *(closure as *const *const FuncEntry);
        let base = m.at(m.a());
        if base as u64 + (*entry).frame_bytes as u64 > (*m.g).stack_limit.load(Relaxed) {
            return m.leave(no_room);
        }
        *base.add(m.c()) = closure;
        m.enter(entry, base, m.a(), m.skip(1))
    }
    CallI m {
        let itab = m.r(m.b());
        if itab == 0 { return m.leave(fault::nil); }
        let funs = (itab as *const u8).add(runtime::itab::Itab::FUNS).cast::<*const FuncEntry>();
        let entry = *funs.add(m.c16());
        let base = m.at(m.a());
        if base as u64 + (*entry).frame_bytes as u64 > (*m.g).stack_limit.load(Relaxed) {
            return m.leave(no_room);
        }
        *base.add(m.d()) = m.r(m.b() + 1);
        m.enter(entry, base, m.a(), m.skip(1))
    }
    Ret m {
        let ret = *m.fp.sub(1) as *const crate::handler::Unit;
        let fp = m.fp.sub(*m.fp.sub(2) as usize);
        dispatch(ret, fp, m.g, m.acc)
    }
    Ret1 m {
        *m.fp = m.r(m.a());
        let ret = *m.fp.sub(1) as *const crate::handler::Unit;
        let fp = m.fp.sub(*m.fp.sub(2) as usize);
        dispatch(ret, fp, m.g, m.acc)
    }
}

slow! {
    Closure m {
        let n = m.c();
        let closure = cache(m).alloc(8 + 8 * n, n == 0).cast::<u64>();
        *closure = m.x();
        std::ptr::copy_nonoverlapping(m.at(m.b()), closure.add(1), n);
        m.set(m.a(), closure as u64);
        m.skip(2)
    }
    Trap m {
        let code = m.cd();
        let texts = [
            (TrapCode::RangeDone, "range function continued iteration after function for loop body returned false"),
            (TrapCode::RangePanic, "range function continued iteration after loop body panic"),
            (TrapCode::RangeExhausted, "range function continued iteration after whole loop exit"),
            (
                TrapCode::RangeMissedPanic,
                "range function recovered a loop body panic and did not resume panicking",
            ),
        ];
        if code == TrapCode::NilDereference as i64 {
            return panic::nil_dereference(m.g, m.ip, m.fp);
        }
        match texts.iter().find(|t| t.0 as i64 == code) {
            Some((_, text)) => fault::runtime_error(m.g, m.ip, m.fp, text),
            None => panic::fatal_error(m.g, m.ip, m.fp, "unreachable code was reached"),
        }
    }
    Print m {
        let text = print::operand(m.b(), m.at(m.a()));
        host::write_stderr(&text);
        m.skip(1)
    }
}
