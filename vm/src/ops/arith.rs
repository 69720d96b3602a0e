//! Constants, moves, and integers.

use std::hint::assert_unchecked;

use crate::fault;
use crate::handler::{flow, slow, straight, straight2};

straight! {
    LoadI m m.seti(m.a(), m.cd());
    LoadFn m m.set(m.a(), m.address::<u8>() as u64);
    LoadType m m.set(m.a(), m.address::<u8>() as u64);
    LoadItab m m.set(m.a(), m.address::<u8>() as u64);
    Mov m m.set(m.a(), m.r(m.b()));
    Mov2 m {
        let (x, y) = (m.r(m.b()), m.r(m.b() + 1));
        m.set(m.a(), x);
        m.set(m.a() + 1, y);
    };
    Mov3 m {
        let (x, y, z) = (m.r(m.b()), m.r(m.b() + 1), m.r(m.b() + 2));
        m.set(m.a(), x);
        m.set(m.a() + 1, y);
        m.set(m.a() + 2, z);
    };
    GAddr m m.set(m.a(), m.address::<u8>() as u64);
    GLd m m.set(m.a(), m.address::<u64>().read_unaligned());
    GSt m m.address::<u64>().cast_mut().write_unaligned(m.r(m.a()));
}

straight2! {
    LoadK m m.set(m.a(), m.x());
    // The loader put the length into the word and the address into the extension unit.
    LoadStr m {
        m.set(m.a(), m.x());
        m.set(m.a() + 1, m.w >> 16);
    };
}

slow! {
    move_many m {
        std::ptr::copy(m.at(m.b()), m.at(m.a()), m.cd() as usize);
        m.skip(1)
    }
    zero_many m {
        std::ptr::write_bytes(m.at(m.a()), 0, m.cd() as usize);
        m.skip(1)
    }
}

flow! {
    Nop m { m.next() }
    Ext m { m.leave(fault::unreachable) }
    MovN m {
        if m.cd() != 4 { return m.leave(move_many); }
        let (x, y, z, u) = (m.r(m.b()), m.r(m.b() + 1), m.r(m.b() + 2), m.r(m.b() + 3));
        m.set(m.a(), x);
        m.set(m.a() + 1, y);
        m.set(m.a() + 2, z);
        m.set(m.a() + 3, u);
        m.next()
    }
    ZeroN m {
        let a = m.a();
        match m.cd() {
            2 => {}
            3 => m.set(a + 2, 0),
            4 => {
                m.set(a + 2, 0);
                m.set(a + 3, 0);
            }
            _ => return m.leave(zero_many),
        }
        m.set(a, 0);
        m.set(a + 1, 0);
        m.next()
    }
}

straight! {
    Add m m.set(m.a(), m.r(m.b()).wrapping_add(m.r(m.c())));
    Sub m m.set(m.a(), m.r(m.b()).wrapping_sub(m.r(m.c())));
    Mul m m.set(m.a(), m.r(m.b()).wrapping_mul(m.r(m.c())));
    And m m.set(m.a(), m.r(m.b()) & m.r(m.c()));
    Or m m.set(m.a(), m.r(m.b()) | m.r(m.c()));
    Xor m m.set(m.a(), m.r(m.b()) ^ m.r(m.c()));
    AndNot m m.set(m.a(), m.r(m.b()) & !m.r(m.c()));
    AddI m m.seti(m.a(), m.ri(m.b()).wrapping_add(m.cd()));
    MulI m m.seti(m.a(), m.ri(m.b()).wrapping_mul(m.cd()));
    AndI m m.seti(m.a(), m.ri(m.b()) & m.cd());
    OrI m m.seti(m.a(), m.ri(m.b()) | m.cd());
    XorI m m.seti(m.a(), m.ri(m.b()) ^ m.cd());
    MulAdd m m.set(m.a(), m.r(m.a()).wrapping_add(m.r(m.b()).wrapping_mul(m.r(m.c()))));
    DivI m {
        let by = m.cd();
        assert_unchecked(by != 0);
        m.seti(m.a(), m.ri(m.b()).wrapping_div(by));
    };
    RemI m {
        let by = m.cd();
        assert_unchecked(by != 0);
        m.seti(m.a(), m.ri(m.b()).wrapping_rem(by));
    };
    DivUI m {
        let by = m.cd() as u64;
        assert_unchecked(by != 0);
        m.set(m.a(), m.r(m.b()) / by);
    };
    RemUI m {
        let by = m.cd() as u64;
        assert_unchecked(by != 0);
        m.set(m.a(), m.r(m.b()) % by);
    };
    Neg m m.seti(m.a(), m.ri(m.b()).wrapping_neg());
    Com m m.set(m.a(), !m.r(m.b()));
    Shl m { let n = m.r(m.c()); m.set(m.a(), if n < 64 { m.r(m.b()) << n } else { 0 }) };
    Shr m { let n = m.r(m.c()); m.set(m.a(), if n < 64 { m.r(m.b()) >> n } else { 0 }) };
    Sar m m.seti(m.a(), m.ri(m.b()) >> m.r(m.c()).min(63));
    ShlI m m.set(m.a(), m.r(m.b()) << (m.c() & 63));
    ShrI m m.set(m.a(), m.r(m.b()) >> (m.c() & 63));
    SarI m m.seti(m.a(), m.ri(m.b()) >> (m.c() & 63));
    SExt8 m m.seti(m.a(), i64::from(m.r(m.b()) as i8));
    SExt16 m m.seti(m.a(), i64::from(m.r(m.b()) as i16));
    SExt32 m m.seti(m.a(), i64::from(m.r(m.b()) as i32));
    ZExt8 m m.set(m.a(), u64::from(m.r(m.b()) as u8));
    ZExt16 m m.set(m.a(), u64::from(m.r(m.b()) as u16));
    ZExt32 m m.set(m.a(), u64::from(m.r(m.b()) as u32));
    AddS32 m m.seti(m.a(), i64::from((m.r(m.b()) as i32).wrapping_add(m.r(m.c()) as i32)));
    SubS32 m m.seti(m.a(), i64::from((m.r(m.b()) as i32).wrapping_sub(m.r(m.c()) as i32)));
    MulS32 m m.seti(m.a(), i64::from((m.r(m.b()) as i32).wrapping_mul(m.r(m.c()) as i32)));
    AddIS32 m m.seti(m.a(), i64::from((m.r(m.b()) as i32).wrapping_add(m.cd() as i32)));
    AddU32 m m.set(m.a(), u64::from((m.r(m.b()) as u32).wrapping_add(m.r(m.c()) as u32)));
    SubU32 m m.set(m.a(), u64::from((m.r(m.b()) as u32).wrapping_sub(m.r(m.c()) as u32)));
    MulU32 m m.set(m.a(), u64::from((m.r(m.b()) as u32).wrapping_mul(m.r(m.c()) as u32)));
    AddIU32 m m.set(m.a(), u64::from((m.r(m.b()) as u32).wrapping_add(m.cd() as u32)));
    ShlU32 m { let n = m.r(m.c()); m.set(m.a(), if n < 32 { u64::from((m.r(m.b()) as u32) << n) } else { 0 }) };
    ShlIU32 m m.set(m.a(), u64::from((m.r(m.b()) << (m.c() & 63)) as u32));
    RotlI m m.set(m.a(), m.r(m.b()).rotate_left(m.c() as u32));
    RotlIU32 m m.set(m.a(), u64::from((m.r(m.b()) as u32).rotate_left(m.c() as u32)));
}

/// Whether a signed 64-bit division must not be left to the processor: it traps on this pair.
#[inline(always)]
fn overflows(x: i64, y: i64) -> bool {
    y == -1 && x == i64::MIN
}

flow! {
    Div m {
        let (x, y) = (m.ri(m.b()), m.ri(m.c()));
        if y == 0 { return m.leave(fault::divide); }
        m.seti(m.a(), if overflows(x, y) { x } else { x.wrapping_div(y) });
        m.next()
    }
    Rem m {
        let (x, y) = (m.ri(m.b()), m.ri(m.c()));
        if y == 0 { return m.leave(fault::divide); }
        m.seti(m.a(), if overflows(x, y) { 0 } else { x.wrapping_rem(y) });
        m.next()
    }
    DivU m {
        let y = m.r(m.c());
        if y == 0 { return m.leave(fault::divide); }
        m.set(m.a(), m.r(m.b()) / y);
        m.next()
    }
    RemU m {
        let y = m.r(m.c());
        if y == 0 { return m.leave(fault::divide); }
        m.set(m.a(), m.r(m.b()) % y);
        m.next()
    }
    ShiftCheck m {
        if m.ri(m.a()) < 0 { return m.leave(fault::shift); }
        m.next()
    }
}
