//! Loads and stores behind a pointer plus a constant offset, and of narrow fields in the frame.
//!
//! Values wider than four bytes may lie at multiples of four (a complex64, two int32), and programs can make any
//! address with package unsafe.

use std::ptr;

use crate::fault;
use crate::handler::{M, flow, straight, straight2};

/// The address `p + cd`, or nil if `p` is nil.
#[inline(always)]
unsafe fn place(m: M, p: u64) -> *mut u8 {
    (p as *mut u8).wrapping_offset(m.cd() as isize)
}

macro_rules! loads {
    ($($name:ident $t:ty as $wide:ty;)*) => { flow! { $(
        $name m {
            let p = m.r(m.b());
            if p == 0 { return m.leave(fault::nil); }
            m.set(m.a(), place(m, p).cast::<$t>().read_unaligned() as $wide as u64);
            m.next()
        }
    )* } };
}

macro_rules! stores {
    ($($name:ident $t:ty;)*) => { flow! { $(
        $name m {
            let p = m.r(m.a());
            if p == 0 { return m.leave(fault::nil); }
            place(m, p).cast::<$t>().write_unaligned(m.r(m.b()) as $t);
            m.next()
        }
    )* } };
}

loads! {
    LdI8 i8 as i64;
    LdU8 u8 as u64;
    LdI16 i16 as i64;
    LdU16 u16 as u64;
    LdI32 i32 as i64;
    LdU32 u32 as u64;
    Ld64 u64 as u64;
}

stores! {
    St8 u8;
    St16 u16;
    St32 u32;
    St64 u64;
}

flow! {
    Ld2 m {
        let p = m.r(m.b());
        if p == 0 { return m.leave(fault::nil); }
        let p = place(m, p).cast::<u64>();
        let (x, y) = (p.read_unaligned(), p.add(1).read_unaligned());
        m.set(m.a(), x);
        m.set(m.a() + 1, y);
        m.next()
    }
    Ld3 m {
        let p = m.r(m.b());
        if p == 0 { return m.leave(fault::nil); }
        let p = place(m, p).cast::<u64>();
        let (x, y) = (p.read_unaligned(), p.add(1).read_unaligned());
        let z = p.add(2).read_unaligned();
        m.set(m.a(), x);
        m.set(m.a() + 1, y);
        m.set(m.a() + 2, z);
        m.next()
    }
    LdN m {
        let p = m.r(m.b());
        if p == 0 { return m.leave(fault::nil); }
        ptr::copy(place(m, p), m.at(m.a()).cast(), m.x() as usize);
        m.next2()
    }
    St2 m {
        let p = m.r(m.a());
        if p == 0 { return m.leave(fault::nil); }
        let p = place(m, p).cast::<u64>();
        p.write_unaligned(m.r(m.b()));
        p.add(1).write_unaligned(m.r(m.b() + 1));
        m.next()
    }
    St3 m {
        let p = m.r(m.a());
        if p == 0 { return m.leave(fault::nil); }
        let p = place(m, p).cast::<u64>();
        p.write_unaligned(m.r(m.b()));
        p.add(1).write_unaligned(m.r(m.b() + 1));
        p.add(2).write_unaligned(m.r(m.b() + 2));
        m.next()
    }
    StN m {
        let p = m.r(m.a());
        if p == 0 { return m.leave(fault::nil); }
        ptr::copy(m.at(m.b()).cast(), place(m, p), m.x() as usize);
        m.next2()
    }
    ZeroMem m {
        let p = m.r(m.a());
        if p == 0 { return m.leave(fault::nil); }
        ptr::write_bytes(place(m, p), 0, m.x() as usize);
        m.next2()
    }
    CopyMem m {
        let (to, from, n) = (m.r(m.a()), m.r(m.b()), m.x() as usize);
        if to == 0 || from == 0 { return m.leave(fault::nil); }
        ptr::copy(from as *const u8, to as *mut u8, n);
        m.next2()
    }
    NilCheck m {
        if m.r(m.a()) == 0 { return m.leave(fault::nil); }
        m.next()
    }
}

straight! {
    LdFI8 m m.seti(m.a(), i64::from(*m.byte(m.c()).cast::<i8>()));
    LdFU8 m m.set(m.a(), u64::from(*m.byte(m.c())));
    LdFI16 m m.seti(m.a(), i64::from(*m.byte(m.c()).cast::<i16>()));
    LdFU16 m m.set(m.a(), u64::from(*m.byte(m.c()).cast::<u16>()));
    LdFI32 m m.seti(m.a(), i64::from(*m.byte(m.c()).cast::<i32>()));
    LdFU32 m m.set(m.a(), u64::from(*m.byte(m.c()).cast::<u32>()));
    StF8 m *m.byte(m.c()) = m.r(m.a()) as u8;
    StF16 m *m.byte(m.c()).cast::<u16>() = m.r(m.a()) as u16;
    StF32 m *m.byte(m.c()).cast::<u32>() = m.r(m.a()) as u32;
}

straight2! {
    CopyF m ptr::copy(m.byte(m.xlo()), m.byte(m.c()), m.xhi());
}
