//! Elements of slices, strings and arrays; indices are checked. As in `memory`, nothing is said of alignment.

use std::ptr;

use crate::fault;
use crate::handler::flow;

/// `a = b[c]` for a slice or string at slot `b`.
macro_rules! slice_loads {
    ($($name:ident $t:ty as $wide:ty;)*) => { flow! { $(
        $name m {
            let s = m.at(m.b());
            let i = m.r(m.c());
            if i >= *s.add(1) { return m.leave(fault::index); }
            m.set(m.a(), (*s as *const $t).add(i as usize).read_unaligned() as $wide as u64);
            m.next()
        }
    )* } };
}

macro_rules! slice_stores {
    ($($name:ident $t:ty;)*) => { flow! { $(
        $name m {
            let s = m.at(m.a());
            let i = m.r(m.b());
            if i >= *s.add(1) { return m.leave(fault::index); }
            (*s as *mut $t).add(i as usize).write_unaligned(m.r(m.c()) as $t);
            m.next()
        }
    )* } };
}

/// Elements of an array behind a pointer.
macro_rules! array_loads {
    ($($name:ident $t:ty as $wide:ty;)*) => { flow! { $(
        $name m {
            let (p, i, x) = (m.r(m.b()), m.r(m.c()), m.x());
            if p == 0 { return m.leave(fault::nil); }
            if i >= u64::from(x as u32) { return m.leave(fault::index); }
            let p = ((p + (x >> 32)) as *const $t).add(i as usize);
            m.set(m.a(), p.read_unaligned() as $wide as u64);
            m.next2()
        }
    )* } };
}

macro_rules! array_stores {
    ($($name:ident $t:ty;)*) => { flow! { $(
        $name m {
            let (p, i, x) = (m.r(m.a()), m.r(m.b()), m.x());
            if p == 0 { return m.leave(fault::nil); }
            if i >= u64::from(x as u32) { return m.leave(fault::index); }
            ((p + (x >> 32)) as *mut $t).add(i as usize).write_unaligned(m.r(m.c()) as $t);
            m.next2()
        }
    )* } };
}

/// Elements of an array in the frame.
macro_rules! frame_loads {
    ($($name:ident $t:ty as $wide:ty;)*) => { flow! { $(
        $name m {
            let (i, x) = (m.r(m.c()), m.x());
            if i >= u64::from(x as u32) { return m.leave(fault::index); }
            let p = m.at(m.b()).byte_add((x >> 32) as usize).cast::<$t>();
            m.set(m.a(), p.add(i as usize).read_unaligned() as $wide as u64);
            m.next2()
        }
    )* } };
}

macro_rules! frame_stores {
    ($($name:ident $t:ty;)*) => { flow! { $(
        $name m {
            let (i, x) = (m.r(m.b()), m.x());
            if i >= u64::from(x as u32) { return m.leave(fault::index); }
            let p = m.at(m.a()).byte_add((x >> 32) as usize).cast::<$t>();
            p.add(i as usize).write_unaligned(m.r(m.c()) as $t);
            m.next2()
        }
    )* } };
}

slice_loads! {
    IxI8 i8 as i64;
    IxU8 u8 as u64;
    IxI16 i16 as i64;
    IxU16 u16 as u64;
    IxI32 i32 as i64;
    IxU32 u32 as u64;
    Ix64 u64 as u64;
}

slice_stores! {
    Sx8 u8;
    Sx16 u16;
    Sx32 u32;
    Sx64 u64;
}

array_loads! {
    PIxI8 i8 as i64;
    PIxU8 u8 as u64;
    PIxI16 i16 as i64;
    PIxU16 u16 as u64;
    PIxI32 i32 as i64;
    PIxU32 u32 as u64;
    PIx64 u64 as u64;
}

array_stores! {
    PSx8 u8;
    PSx16 u16;
    PSx32 u32;
    PSx64 u64;
}

frame_loads! {
    FIxI8 i8 as i64;
    FIxU8 u8 as u64;
    FIxI16 i16 as i64;
    FIxU16 u16 as u64;
    FIxI32 i32 as i64;
    FIxU32 u32 as u64;
    FIx64 u64 as u64;
}

frame_stores! {
    FSx8 u8;
    FSx16 u16;
    FSx32 u32;
    FSx64 u64;
}

flow! {
    Ix2 m {
        let s = m.at(m.b());
        let i = m.r(m.c());
        if i >= *s.add(1) { return m.leave(fault::index); }
        let p = (*s as *const u64).add(2 * i as usize);
        let (x, y) = (p.read_unaligned(), p.add(1).read_unaligned());
        m.set(m.a(), x);
        m.set(m.a() + 1, y);
        m.next()
    }
    Ix3 m {
        let s = m.at(m.b());
        let i = m.r(m.c());
        if i >= *s.add(1) { return m.leave(fault::index); }
        let p = (*s as *const u64).add(3 * i as usize);
        let (x, y) = (p.read_unaligned(), p.add(1).read_unaligned());
        let z = p.add(2).read_unaligned();
        m.set(m.a(), x);
        m.set(m.a() + 1, y);
        m.set(m.a() + 2, z);
        m.next()
    }
    IxN m {
        let s = m.at(m.b());
        let (i, size) = (m.r(m.c()), m.x() as usize);
        if i >= *s.add(1) { return m.leave(fault::index); }
        ptr::copy((*s as *const u8).add(i as usize * size), m.at(m.a()).cast(), size);
        m.next2()
    }
    IxAddr m {
        let s = m.at(m.b());
        let i = m.r(m.c());
        if i >= *s.add(1) { return m.leave(fault::index); }
        m.set(m.a(), *s + i * m.x());
        m.next2()
    }
    Sx2 m {
        let s = m.at(m.a());
        let i = m.r(m.b());
        if i >= *s.add(1) { return m.leave(fault::index); }
        let p = (*s as *mut u64).add(2 * i as usize);
        p.write_unaligned(m.r(m.c()));
        p.add(1).write_unaligned(m.r(m.c() + 1));
        m.next()
    }
    Sx3 m {
        let s = m.at(m.a());
        let i = m.r(m.b());
        if i >= *s.add(1) { return m.leave(fault::index); }
        let p = (*s as *mut u64).add(3 * i as usize);
        p.write_unaligned(m.r(m.c()));
        p.add(1).write_unaligned(m.r(m.c() + 1));
        p.add(2).write_unaligned(m.r(m.c() + 2));
        m.next()
    }
    SxN m {
        let s = m.at(m.a());
        let (i, size) = (m.r(m.b()), m.x() as usize);
        if i >= *s.add(1) { return m.leave(fault::index); }
        ptr::copy(m.at(m.c()).cast(), (*s as *mut u8).add(i as usize * size), size);
        m.next2()
    }
    BoundsCheck m {
        if m.r(m.a()) >= m.r(m.b()) { return m.leave(fault::index); }
        m.next()
    }
    PIxAddr m {
        let (p, i, x) = (m.r(m.b()), m.r(m.c16()), m.x());
        if p == 0 { return m.leave(fault::nil); }
        if i >= u64::from(x as u32) { return m.leave(fault::index); }
        m.set(m.a(), p + (x >> 32) + i * m.d() as u64);
        m.next2()
    }
    FIxN m {
        let (i, x) = (m.r(m.c16()), m.x());
        if i >= u64::from(x as u32) { return m.leave(fault::index); }
        let from = m.at(m.b()).byte_add((x >> 32) as usize + i as usize * m.d());
        ptr::copy(from.cast::<u8>(), m.at(m.a()).cast(), m.d());
        m.next2()
    }
    FSxN m {
        let (i, x) = (m.r(m.b()), m.x());
        if i >= u64::from(x as u32) { return m.leave(fault::index); }
        let to = m.at(m.a()).byte_add((x >> 32) as usize + i as usize * m.d());
        ptr::copy(m.at(m.c16()).cast::<u8>(), to.cast(), m.d());
        m.next2()
    }
}
