//! Allocation, interfaces, and comparison by type.

use runtime::equality::{self, EqError};
use runtime::heap::{ZERO_BASE, small_value};
use runtime::itab::{self, Itab};
use runtime::rtype::RType;
use runtime::slices::NO_MEMORY;

use crate::fault;
use crate::handler::{Handler, M, Next, flow, slow, straight2};
use crate::load::{AssertDesc, BoxDesc, state};
use crate::ops::cache;
use crate::panic;

/// Bits of the assertions' flags.
const FROM_EMPTY: usize = 1;
const COMMA_OK: usize = 2;
const BY_ADDRESS: usize = 4;

/// The handler of `MkIface` for a concrete type.
pub fn boxing_handler(typ: &RType) -> Handler {
    match typ.size {
        _ if typ.is_direct() => box_direct,
        8 => box_word,
        16 => box_pair,
        _ => MkIface,
    }
}

straight2! {
    // The extension unit is the first word itself.
    box_direct m {
        let data = m.r(m.b());
        m.set(m.a(), m.x());
        m.set(m.a() + 1, data);
    };
}

slow! {
    New m {
        let typ = &*(m.x() as *const RType);
        let cache = cache(m);
        if !cache.heap().can_hold(typ.size) {
            return panic::fatal_error(m.g, m.ip, m.fp, NO_MEMORY);
        }
        m.set(m.a(), cache.alloc_type(typ) as u64);
        m.skip(2)
    }
    box_word m {
        let desc = &*(m.x() as *const BoxDesc);
        let value = m.r(m.b());
        let data = if value < 256 {
            small_value(value as u8)
        } else {
            let p = cache(m).alloc_type(desc.typ);
            *p.cast::<u64>() = value;
            p
        };
        m.set(m.a(), desc.word);
        m.set(m.a() + 1, data as u64);
        m.skip(2)
    }
    box_pair m {
        let desc = &*(m.x() as *const BoxDesc);
        let p = cache(m).alloc_type(desc.typ).cast::<u64>();
        *p = m.r(m.b());
        *p.add(1) = m.r(m.b() + 1);
        m.set(m.a(), desc.word);
        m.set(m.a() + 1, p as u64);
        m.skip(2)
    }
    MkIface m {
        let desc = &*(m.x() as *const BoxDesc);
        let from = m.at(m.b()).cast::<u8>();
        let data = match desc.typ.size {
            0 => ZERO_BASE.as_ptr(),
            1 => small_value(*from).cast_mut(),
            size => {
                let p = cache(m).alloc_type(desc.typ);
                std::ptr::copy_nonoverlapping(from, p, size);
                p
            }
        };
        m.set(m.a(), desc.word);
        m.set(m.a() + 1, data as u64);
        m.skip(2)
    }
    IfaceConv m {
        let target = &*(m.x() as *const RType);
        let (word, data) = (m.r(m.b()), m.r(m.b() + 1));
        let word = match dynamic_type(word, m.c() & FROM_EMPTY != 0) {
            None => 0,
            Some(typ) => match word_for(m, target, typ) {
                Some(word) => word,
                None => return assertion_failed(m, target, None, Some(typ)),
            },
        };
        m.set(m.a(), word);
        m.set(m.a() + 1, if word == 0 { 0 } else { data });
        m.skip(2)
    }
    AssertI m {
        let desc = &*(m.x() as *const AssertDesc);
        let flags = m.c16();
        let (word, data) = (m.r(m.b()), m.r(m.b() + 1));
        let typ = dynamic_type(word, flags & FROM_EMPTY != 0);
        let word = typ.and_then(|t| word_for(m, desc.typ, t)).unwrap_or(0);
        if flags & COMMA_OK == 0 && word == 0 {
            return assertion_failed(m, desc.typ, Some(desc.iface), typ);
        }
        let d = m.d();
        m.set(m.a(), word);
        m.set(m.a() + 1, if word == 0 { 0 } else { data });
        if flags & COMMA_OK != 0 && d != NONE {
            m.set(d, u64::from(word != 0));
        }
        m.skip(2)
    }
    assert_slow m {
        let desc = &*(m.x() as *const AssertDesc);
        let flags = m.c16();
        let typ = dynamic_type(m.r(m.b()), flags & FROM_EMPTY != 0);
        if flags & COMMA_OK == 0 {
            return assertion_failed(m, desc.typ, Some(desc.iface), typ);
        }
        let d = m.d();
        let slots = if flags & BY_ADDRESS != 0 { 1 } else { desc.typ.slots() };
        std::ptr::write_bytes(m.at(m.a()), 0, slots);
        if d != NONE {
            m.set(d, 0);
        }
        m.skip(2)
    }
    // The type is the right one, of an uncommon size.
    unbox_other m {
        let typ = (*(m.x() as *const AssertDesc)).typ;
        let (flags, data, d) = (m.c16(), m.r(m.b() + 1), m.d());
        if flags & BY_ADDRESS != 0 {
            m.set(m.a(), data);
        } else {
            std::ptr::copy(data as *const u8, m.at(m.a()).cast(), typ.size);
        }
        if flags & COMMA_OK != 0 && d != NONE {
            m.set(d, 1);
        }
        m.skip(2)
    }
    Implements m {
        let iface = &*(m.x() as *const RType);
        let typ = (m.r(m.b()) as *const RType).as_ref();
        let yes = typ.is_some_and(|t| word_for(m, iface, t).is_some());
        m.set(m.a(), u64::from(yes));
        m.skip(2)
    }
    EfaceEq m { iface_equal(m, false) }
    IfaceEq m { iface_equal(m, true) }
    EqMem m {
        let typ = &*(m.x() as *const RType);
        match equality::equal(typ, m.r(m.b()) as *const u8, m.r(m.c()) as *const u8) {
            Ok(same) => {
                m.set(m.a(), u64::from(same));
                m.skip(2)
            }
            Err(e) => fault::equality_error(m, e),
        }
    }
    EqT m {
        let typ = &*(m.x() as *const RType);
        match equality::equal(typ, m.at(m.b()).cast(), m.at(m.c()).cast()) {
            Ok(same) => {
                m.set(m.a(), u64::from(same));
                m.skip(2)
            }
            Err(e) => fault::equality_error(m, e),
        }
    }
}

flow! {
    ItabType m {
        let itab = m.r(m.b()) as *const Itab;
        m.set(m.a(), if itab.is_null() { 0 } else { (*itab).typ as u64 });
        m.next()
    }
    AssertT m {
        let desc = m.x() as *const AssertDesc;
        let typ = (*desc).typ;
        let flags = m.c16();
        let word = m.r(m.b());
        let found = if flags & FROM_EMPTY != 0 || word == 0 {
            word as *const RType
        } else {
            (*(word as *const Itab)).typ
        };
        if !std::ptr::eq(found, typ) { return m.leave(assert_slow); }
        let data = m.r(m.b() + 1);
        let (a, d) = (m.a(), m.d());
        if typ.is_direct() {
            m.set(a, data);
        } else if typ.size == 8 {
            m.set(a, *(data as *const u64));
        } else if typ.size == 16 {
            let p = data as *const u64;
            let (x, y) = (*p, *p.add(1));
            m.set(a, x);
            m.set(a + 1, y);
        } else {
            return m.leave(unbox_other);
        }
        if flags & COMMA_OK != 0 && d != NONE { m.set(d, 1); }
        m.next2()
    }
}

const NONE: usize = bytecode::NONE as usize;

unsafe fn dynamic_type(word: u64, from_empty: bool) -> Option<&'static RType> {
    // SAFETY: the first word of an interface: nil, a type, or an itab.
    unsafe { equality::dynamic_type(word as *const u8, !from_empty) }
}

/// The first word of an interface of type `target` for values of type `typ`.
unsafe fn word_for(m: M, target: &'static RType, typ: &'static RType) -> Option<u64> {
    if target.methods().is_empty() {
        return Some(std::ptr::from_ref(typ) as u64);
    }
    // SAFETY: the task runs a loaded program.
    let itabs = unsafe { &state(m.g).runtime.itabs };
    itabs
        .find(target, typ)
        .map(|t| std::ptr::from_ref(t) as u64)
}

unsafe fn iface_equal(m: M, has_methods: bool) -> Next {
    // SAFETY: see `crate::handler`.
    unsafe {
        let x = (m.r(m.b()), m.r(m.b() + 1));
        let y = (m.r(m.c()), m.r(m.c() + 1));
        let same: Result<bool, EqError> = equality::interfaces_equal(has_methods, x, y);
        match same {
            Ok(same) => {
                m.set(m.a(), u64::from(same));
                m.skip(1)
            }
            Err(e) => fault::equality_error(m, e),
        }
    }
}

/// The package of a named type, or of a struct's or an interface's unexported names.
fn package_of(t: &'static RType) -> &'static str {
    let of_field = || {
        t.fields()
            .iter()
            .find(|f| !f.exported)
            .map(|f| f.pkg_path.as_str())
    };
    let of_method = || {
        t.methods()
            .iter()
            .find(|m| !m.exported)
            .map(|m| m.pkg_path.as_str())
    };
    match (t.pkg_path(), t.kind()) {
        ("", runtime::rtype::Kind::Struct) => of_field().unwrap_or(""),
        ("", runtime::rtype::Kind::Interface) => of_method().unwrap_or(""),
        (path, _) => path,
    }
}

/// Panics as a failed assertion to `wanted` of a value of type `found` does.
#[cold]
unsafe fn assertion_failed(
    m: M,
    wanted: &'static RType,
    iface: Option<&'static RType>,
    found: Option<&'static RType>,
) -> Next {
    let to_interface = wanted.kind() == runtime::rtype::Kind::Interface;
    let from = iface
        .filter(|_| !to_interface)
        .map_or("interface", |i| i.string());
    let text = match found {
        None => format!(
            "interface conversion: {from} is nil, not {}",
            wanted.string()
        ),
        Some(t) if to_interface => {
            let method = itab::missing_method(wanted, t).unwrap_or("?");
            format!(
                "interface conversion: {} is not {}: missing method {method}",
                t.string(),
                wanted.string()
            )
        }
        Some(t) => {
            let mut text = format!(
                "interface conversion: {from} is {}, not {}",
                t.string(),
                wanted.string()
            );
            if t.string() == wanted.string() {
                text.push_str(if package_of(t) == package_of(wanted) {
                    " (types from different scopes)"
                } else {
                    " (types from different packages)"
                });
            }
            text
        }
    };
    // SAFETY: see `crate::handler`.
    unsafe { fault::assertion_error(m, &text) }
}
