//! Branches. The loader scales distances to bytes. Backward ones look at the preemption flag.

use crate::handler::{branch, branch_back, dispatch_arm, flow, slow};
use crate::ops::strings::same_string;

flow! {
    Jmp m { m.jump() }
    Loop m { m.jump_back() }
}

branch! {
    JmpT m m.r(m.a()) != 0;
    JmpF m m.r(m.a()) == 0;
    JEq m m.r(m.a()) == m.r(m.b());
    JNe m m.r(m.a()) != m.r(m.b());
    JLt m m.ri(m.a()) < m.ri(m.b());
    JLe m m.ri(m.a()) <= m.ri(m.b());
    JLtU m m.r(m.a()) < m.r(m.b());
    JLeU m m.r(m.a()) <= m.r(m.b());
    JEqI m m.ri(m.a()) == m.bi();
    JNeI m m.ri(m.a()) != m.bi();
    JLtI m m.ri(m.a()) < m.bi();
    JLeI m m.ri(m.a()) <= m.bi();
    JGtI m m.ri(m.a()) > m.bi();
    JGeI m m.ri(m.a()) >= m.bi();
    JFEq m m.rf(m.a()) == m.rf(m.b());
    JFNe m m.rf(m.a()) != m.rf(m.b());
    JFLt m m.rf(m.a()) < m.rf(m.b());
    JFLe m m.rf(m.a()) <= m.rf(m.b());
    JFNLt m !less(m.rf(m.a()), m.rf(m.b()));
    JFNLe m !less_or_equal(m.rf(m.a()), m.rf(m.b()));
}

branch_back! {
    LoopT m m.r(m.a()) != 0;
    LoopF m m.r(m.a()) == 0;
    LoopEq m m.r(m.a()) == m.r(m.b());
    LoopNe m m.r(m.a()) != m.r(m.b());
    LoopLt m m.ri(m.a()) < m.ri(m.b());
    LoopLe m m.ri(m.a()) <= m.ri(m.b());
    LoopLtU m m.r(m.a()) < m.r(m.b());
    LoopLeU m m.r(m.a()) <= m.r(m.b());
    LoopEqI m m.ri(m.a()) == m.bi();
    LoopNeI m m.ri(m.a()) != m.bi();
    LoopLtI m m.ri(m.a()) < m.bi();
    LoopLeI m m.ri(m.a()) <= m.bi();
    LoopGtI m m.ri(m.a()) > m.bi();
    LoopGeI m m.ri(m.a()) >= m.bi();
    IncLoopLt m {
        let p = m.at(m.a());
        let v = (*p as i64).wrapping_add(1);
        *p = v as u64;
        v < m.ri(m.b())
    };
}

slow! {
    long_eq m {
        if same_string(m.at(m.a()), m.at(m.b())) { m.target() } else { m.skip(1) }
    }
    long_ne m {
        if same_string(m.at(m.a()), m.at(m.b())) { m.skip(1) } else { m.target() }
    }
}

flow! {
    JStrEq m {
        if m.r(m.a() + 1) != m.r(m.b() + 1) { return m.fall(1); }
        if m.r(m.a()) == m.r(m.b()) { return m.jump(); }
        m.leave(long_eq)
    }
    JStrNe m {
        if m.r(m.a() + 1) != m.r(m.b() + 1) { return m.jump(); }
        if m.r(m.a()) == m.r(m.b()) { return m.fall(1); }
        m.leave(long_ne)
    }
    JNeType m {
        if m.r(m.a()) != m.x() { return m.jump(); }
        m.fall(2)
    }
    JTable m {
        let (i, n) = (m.r(m.a()), m.cd() as u64);
        if i < n {
            let distance = (*m.skip(1 + i as usize)).word as i64;
            return dispatch_arm(m.ip.byte_offset(distance as isize), m.fp, m.g, m.acc);
        }
        m.fall(1 + n as usize)
    }
}

#[inline(always)]
fn less(x: f64, y: f64) -> bool {
    x < y
}

#[inline(always)]
fn less_or_equal(x: f64, y: f64) -> bool {
    x <= y
}
