//! Maps.

use runtime::maps::{self, Map};
use runtime::rtype::RType;

use crate::fault;
use crate::handler::{M, flow, slow};
use crate::ops::cache;

const NONE: usize = bytecode::NONE as usize;

/// What an iterator variable points to.
#[repr(C)]
struct TypedIter {
    iter: *mut maps::Iter,
    typ: &'static RType,
}

unsafe fn map_type(m: M) -> &'static RType {
    // SAFETY: the extension unit is the address of a type.
    unsafe { &*(m.x() as *const RType) }
}

/// Copies a key or element into slots.
unsafe fn load(m: M, typ: &RType, from: *const u8, slot: usize) {
    // SAFETY: `from` is a value of this type, the slots have room for one.
    unsafe {
        if typ.size == 8 {
            m.set(slot, *from.cast::<u64>());
        } else if typ.size == 16 {
            let p = from.cast::<u64>();
            m.set(slot, *p);
            m.set(slot + 1, *p.add(1));
        } else {
            std::ptr::copy_nonoverlapping(from, m.at(slot).cast(), typ.size);
        }
    }
}

slow! {
    MakeMap m {
        let hint = if m.b() == NONE { 0 } else { m.ri(m.b()) };
        let map = maps::make(cache(m), map_type(m), hint);
        m.set(m.a(), map as u64);
        m.skip(2)
    }
    MapGet m {
        let typ = map_type(m);
        let map = m.r(m.b()) as *const Map;
        let found = match maps::get(typ, map, m.at(m.c16()).cast()) {
            Ok(p) => p,
            Err(e) => return fault::map_error(m, e),
        };
        let (a, d) = (m.a(), m.d());
        if a != NONE {
            let elem = typ.elem();
            if found.is_null() {
                std::ptr::write_bytes(m.at(a), 0, elem.slots());
            } else {
                load(m, elem, found, a);
            }
        }
        if d != NONE {
            m.set(d, u64::from(!found.is_null()));
        }
        m.skip(2)
    }
    MapAddr m {
        let map = m.r(m.b()) as *mut Map;
        match maps::assign(cache(m), map_type(m), map, m.at(m.c()).cast()) {
            Ok(p) => {
                m.set(m.a(), p as u64);
                m.skip(2)
            }
            Err(e) => fault::map_error(m, e),
        }
    }
    MapDelete m {
        match maps::delete(map_type(m), m.r(m.a()) as *mut Map, m.at(m.b()).cast()) {
            Ok(()) => m.skip(2),
            Err(e) => fault::map_error(m, e),
        }
    }
    MapFind m {
        match maps::get(map_type(m), m.r(m.b()) as *const Map, m.r(m.c()) as *const u8) {
            Ok(p) => {
                m.set(m.a(), p as u64);
                m.skip(2)
            }
            Err(e) => fault::map_error(m, e),
        }
    }
    MapInsert m {
        let map = m.r(m.b()) as *mut Map;
        match maps::assign(cache(m), map_type(m), map, m.r(m.c()) as *const u8) {
            Ok(p) => {
                m.set(m.a(), p as u64);
                m.skip(2)
            }
            Err(e) => fault::map_error(m, e),
        }
    }
    MapRemove m {
        match maps::delete(map_type(m), m.r(m.a()) as *mut Map, m.r(m.b()) as *const u8) {
            Ok(()) => m.skip(2),
            Err(e) => fault::map_error(m, e),
        }
    }
    MapStep m {
        let typed = &*(m.r(m.a()) as *const TypedIter);
        match maps::next(typed.typ, typed.iter) {
            Ok((key, _)) if key.is_null() => m.ip.byte_offset(m.x() as isize),
            Ok((key, elem)) => {
                m.set(m.b(), key as u64);
                m.set(m.c(), elem as u64);
                m.skip(2)
            }
            Err(e) => fault::map_error(m, e),
        }
    }
    MapClear m {
        match maps::clear(map_type(m), m.r(m.a()) as *mut Map) {
            Ok(()) => m.skip(2),
            Err(e) => fault::map_error(m, e),
        }
    }
    MapIter m {
        let iter = maps::iter(cache(m), m.r(m.b()) as *mut Map);
        let typed = cache(m).alloc(size_of::<TypedIter>(), false).cast::<TypedIter>();
        typed.write(TypedIter { iter, typ: map_type(m) });
        m.set(m.a(), typed as u64);
        m.skip(2)
    }
    MapNext m {
        let typed = &*(m.r(m.a()) as *const TypedIter);
        match maps::next(typed.typ, typed.iter) {
            Ok((key, _)) if key.is_null() => m.ip.byte_offset(m.x() as isize),
            Ok((key, elem)) => {
                let (b, c) = (m.b(), m.c());
                if b != NONE {
                    load(m, typed.typ.key(), key, b);
                }
                if c != NONE {
                    load(m, typed.typ.elem(), elem, c);
                }
                m.skip(2)
            }
            Err(e) => fault::map_error(m, e),
        }
    }
}

flow! {
    MapLen m {
        let map = m.r(m.b()) as *const Map;
        let len = maps::len(map);
        m.set(m.a(), len as u64);
        m.next()
    }
}
