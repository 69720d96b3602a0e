//! Channels and select. The state is saved before an operation that may park: afterwards the task
//! may already run on another worker.

use bytecode::{NONE, SelectDesc};
use runtime::chan::{self, Chan, ChanResult, MakeError, Operand};
use runtime::rtype::RType;
use runtime::select::{self, SelCase};
use runtime::task::NO_SLOT;

use crate::fault;
use crate::handler::{M, Next, slow};
use crate::panic::{self, offset_of};
use crate::special::{Special, save};

/// A select statement, loaded.
pub struct SelectPlan {
    cases: Vec<bytecode::SelectCase>,
    has_default: bool,
}

impl SelectPlan {
    pub fn leak(desc: &SelectDesc) -> &'static SelectPlan {
        Box::leak(Box::new(SelectPlan {
            cases: desc.cases.clone(),
            has_default: desc.has_default,
        }))
    }
}

/// The distance of an optional slot from the stack's start.
unsafe fn slot(m: M, slot: usize) -> u32 {
    if slot == usize::from(NONE) {
        return NO_SLOT;
    }
    // SAFETY: see `crate::handler`.
    unsafe { (offset_of(m.g, m.fp) + slot) as u32 }
}

/// Goes on after an operation of `units` units.
unsafe fn after(m: M, result: ChanResult, units: usize) -> Next {
    // SAFETY: see `crate::handler`; a parked task is not touched.
    unsafe {
        match result {
            ChanResult::Done => m.skip(units),
            ChanResult::Park => Special::Parked.unit(),
            ChanResult::Panic(text) => fault::plain_error(m.g, m.ip, m.fp, text),
        }
    }
}

slow! {
    MakeChan m {
        let typ = &*(m.x() as *const RType);
        let cap = if m.b() == usize::from(NONE) { 0 } else { m.ri(m.b()) };
        match chan::chan_make(m.g, typ.elem(), cap) {
            Ok(ch) => {
                m.set(m.a(), ch as u64);
                m.skip(2)
            }
            Err(e @ MakeError::Memory) => panic::fatal_error(m.g, m.ip, m.fp, e.text()),
            Err(e @ MakeError::Size) => fault::plain_error(m.g, m.ip, m.fp, e.text()),
        }
    }
    Send m {
        save(m.g, m.skip(1), m.fp);
        let value = slot(m, m.b());
        let result = chan::send(m.g, m.r(m.a()) as *mut Chan, m.at(m.b()).cast(), value);
        after(m, result, 1)
    }
    Recv m {
        save(m.g, m.skip(1), m.fp);
        let (to, ok) = (slot(m, m.a()), slot(m, m.c()));
        let result = chan::recv(m.g, m.r(m.b()) as *mut Chan, to, ok);
        after(m, result, 1)
    }
    Close m {
        let result = chan::close(m.g, m.r(m.a()) as *mut Chan);
        after(m, result, 1)
    }
    ChanLen m {
        m.set(m.a(), chan::len(m.r(m.b()) as *const Chan) as u64);
        m.skip(1)
    }
    ChanCap m {
        m.set(m.a(), chan::cap(m.r(m.b()) as *const Chan) as u64);
        m.skip(1)
    }
    Select m {
        save(m.g, m.skip(2), m.fp);
        let plan = &*(m.x() as *const SelectPlan);
        let case = |c: &bytecode::SelectCase| SelCase {
            ch: m.r(usize::from(c.chan)) as *mut Chan,
            value: Operand::slot(slot(m, usize::from(c.value))),
            ok_slot: slot(m, usize::from(c.ok)),
            is_send: c.is_send,
        };
        let nil = SelCase { ch: std::ptr::null_mut(), value: Operand::slot(0), ok_slot: 0, is_send: false };
        let index = slot(m, m.a());
        let mut few = [nil; 8];
        let result = if let Some(cases) = few.get_mut(..plan.cases.len()) {
            for (to, c) in cases.iter_mut().zip(&plan.cases) {
                *to = case(c);
            }
            select::select(m.g, cases, plan.has_default, index)
        } else {
            let cases: Vec<SelCase> = plan.cases.iter().map(case).collect();
            select::select(m.g, &cases, plan.has_default, index)
        };
        after(m, result, 2)
    }
}
