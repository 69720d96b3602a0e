//! Comparisons of numbers: 0 or 1.

use crate::handler::straight;

straight! {
    Eq m m.set(m.a(), u64::from(m.r(m.b()) == m.r(m.c())));
    Ne m m.set(m.a(), u64::from(m.r(m.b()) != m.r(m.c())));
    LtS m m.set(m.a(), u64::from(m.ri(m.b()) < m.ri(m.c())));
    LeS m m.set(m.a(), u64::from(m.ri(m.b()) <= m.ri(m.c())));
    LtU m m.set(m.a(), u64::from(m.r(m.b()) < m.r(m.c())));
    LeU m m.set(m.a(), u64::from(m.r(m.b()) <= m.r(m.c())));
    EqI m m.set(m.a(), u64::from(m.ri(m.b()) == m.cd()));
    NeI m m.set(m.a(), u64::from(m.ri(m.b()) != m.cd()));
    LtSI m m.set(m.a(), u64::from(m.ri(m.b()) < m.cd()));
    LeSI m m.set(m.a(), u64::from(m.ri(m.b()) <= m.cd()));
    GtSI m m.set(m.a(), u64::from(m.ri(m.b()) > m.cd()));
    GeSI m m.set(m.a(), u64::from(m.ri(m.b()) >= m.cd()));
    NotB m m.set(m.a(), m.r(m.b()) ^ 1);
    FEq m m.set(m.a(), u64::from(m.rf(m.b()) == m.rf(m.c())));
    FNe m m.set(m.a(), u64::from(m.rf(m.b()) != m.rf(m.c())));
    FLt m m.set(m.a(), u64::from(m.rf(m.b()) < m.rf(m.c())));
    FLe m m.set(m.a(), u64::from(m.rf(m.b()) <= m.rf(m.c())));
    F32Eq m m.set(m.a(), u64::from(m.rf32(m.b()) == m.rf32(m.c())));
    F32Ne m m.set(m.a(), u64::from(m.rf32(m.b()) != m.rf32(m.c())));
    F32Lt m m.set(m.a(), u64::from(m.rf32(m.b()) < m.rf32(m.c())));
    F32Le m m.set(m.a(), u64::from(m.rf32(m.b()) <= m.rf32(m.c())));
}
