//! Package reflect: types made at run time, and typed operations on values in memory.

use runtime::chan::{self, Chan, ChanResult, MakeError, Operand};
use runtime::equality::{self, EqError};
use runtime::itab::Itab;
use runtime::maps::{self, MapError, MapErrorKind};
use runtime::native::{NativeCx, Next};
use runtime::rtype::{GoSlice, GoStr, RField, RType};
use runtime::select::{self, SelCase};
use runtime::slices::{self, SliceError};

use crate::abi::{self, natives, slot};
use crate::natives::rtype::{dynamic_type, pack};
use crate::text::unicode;

type Type = Option<&'static RType>;

fn text(s: GoStr) -> String {
    String::from_utf8_lossy(abi::str_bytes(s)).into_owned()
}

/// The types in a `[]*rtype.Type`.
fn types(s: GoSlice) -> Vec<&'static RType> {
    abi::elements::<Type>(s).iter().flatten().copied().collect()
}

/// `rtype.Field` as Go code lays it out.
#[repr(C)]
struct GoField {
    name: GoStr,
    pkg_path: GoStr,
    typ: Type,
    offset: usize,
    tag: GoStr,
    embedded: bool,
    exported: bool,
}

/// What becomes of a goroutine whose slice cannot be made or grown.
fn slice_failed(e: SliceError) -> Next {
    match e {
        SliceError::Memory => Next::Fatal(e.text().to_owned()),
        SliceError::MakeLen | SliceError::MakeCap | SliceError::GrowLen => {
            Next::RuntimeError(e.text().to_owned())
        }
    }
}

fn map_failed(e: MapError) -> Next {
    match e.kind() {
        MapErrorKind::Fatal(text) => Next::Fatal(text.to_owned()),
        MapErrorKind::NilMap => Next::PlainError("assignment to entry in nil map".to_owned()),
        MapErrorKind::Unhashable(t) => {
            Next::RuntimeError(format!("hash of unhashable type {}", t.string()))
        }
        MapErrorKind::TooDeep => Next::Fatal("stack overflow".to_owned()),
    }
}

/// Looking for an unhashable key in an empty map has a text of its own, as in Go.
fn map_lookup_failed(e: MapError, m: *mut u8) -> Next {
    match e.kind() {
        // SAFETY: `m` is a map or nil.
        MapErrorKind::Unhashable(t) if unsafe { maps::len(m.cast()) } == 0 => {
            Next::PlainError(format!("hash of unhashable type: {}", t.string()))
        }
        _ => map_failed(e),
    }
}

fn waited(r: ChanResult) -> Next {
    match r {
        ChanResult::Done => Next::Return,
        ChanResult::Park => Next::Park,
        ChanResult::Panic(text) => Next::PlainError(text.to_owned()),
    }
}

/// A case of `reflect.Select` as Go code lays it out.
#[repr(C)]
struct GoCase {
    ch: *mut Chan,
    memory: *mut u8,
    is_send: bool,
}

/// Runs a select whose values lie in the heap; the index goes to the window's slot 0, the flag to slot 1.
fn select(cx: &mut NativeCx, cases: &[GoCase], has_default: bool) -> Next {
    let (index, ok) = (slot(cx, 0), slot(cx, 1));
    cx.set_slot(1, 0);
    let cases: Vec<SelCase> = cases
        .iter()
        .map(|c| SelCase {
            ch: c.ch,
            value: Operand::memory(c.memory),
            ok_slot: if c.is_send {
                runtime::task::NO_SLOT
            } else {
                ok
            },
            is_send: c.is_send,
        })
        .collect();
    // SAFETY: the task runs on this thread; the channels come from Go values, and what holds the
    // values is kept alive by the caller's frame.
    waited(unsafe { select::select(cx.task, &cases, has_default, index) })
}

natives! {
    "reflect.ptrTo"(cx; t: Type) -> ret<Type> { t.map(|t| cx.runtime().types.ptr_to(t)) }
    "reflect.sliceOf"(cx; t: Type) -> ret<Type> { t.map(|t| cx.runtime().types.slice_of(t)) }
    "reflect.arrayOf"(cx; n: i64, t: Type) -> ret<Type> {
        t.and_then(|t| cx.runtime().types.array_of(n as usize, t))
    }
    "reflect.chanOf"(cx; dir: i64, t: Type) -> ret<Type> {
        t.map(|t| cx.runtime().types.chan_of(dir as usize, t))
    }
    "reflect.mapOf"(cx; key: Type, elem: Type) -> ret<Type> {
        key.zip(elem).map(|(k, e)| cx.runtime().types.map_of(k, e))
    }
    "reflect.funcOf"(cx; params: GoSlice, results: GoSlice, variadic: bool) -> ret<Type> {
        Some(cx.runtime().types.func_of(&types(params), &types(results), variadic))
    }
    "reflect.structOf"(cx; string: GoStr, fields: GoSlice, size: usize, align: u8) -> ret<Type> {
        let fields = abi::elements::<GoField>(fields)
            .iter()
            .filter_map(|f| {
                let (name, pkg) = (text(f.name), text(f.pkg_path));
                Some(RField::new(&name, &pkg, f.typ?, f.offset).tagged(&text(f.tag), f.embedded))
            })
            .collect();
        Some(cx.runtime().types.struct_of(&text(string), fields, size, align))
    }
    "reflect.isName"(cx; s: GoStr) -> ret<bool> {
        let is_letter = |c: char| c == '_' || unicode::is_in("L", c.into());
        std::str::from_utf8(abi::str_bytes(s)).is_ok_and(|s| {
            s.chars()
                .enumerate()
                .all(|(i, c)| is_letter(c) || i > 0 && unicode::is_in("Nd", c.into()))
        })
    }
    "reflect.alloc"(cx; t: Type, n: i64) -> raw(1) {
        let Some(t) = t else { return abi::finish(cx, 0u64) };
        match slices::make(cx.cache(), t, n, n) {
            Ok(s) => abi::finish(cx, s.ptr),
            Err(e) => slice_failed(e),
        }
    }
    "reflect.grow"(cx; t: Type, s: *mut u8, n: i64) -> raw(0) {
        let Some(t) = t else { return Next::Return };
        // SAFETY: `s` is the address of a slice of `t`.
        unsafe {
            let s = s.cast::<GoSlice>();
            let old = s.read();
            let len = old.len as u64;
            match slices::grow(cx.cache(), t, old, len.wrapping_add(n as u64) as usize) {
                Ok(grown) => s.write(GoSlice { len: old.len, ..grown }),
                Err(e) => return slice_failed(e),
            }
        }
        Next::Return
    }
    "reflect.move"(cx; to: *mut u8, from: *mut u8, n: usize) -> ret<()> {
        // SAFETY: both are good for `n` bytes: values of a type of that size.
        unsafe { slices::copy(to, from, n) }
    }
    "reflect.zero"(cx; p: *mut u8, n: usize) -> ret<()> {
        if n > 0 {
            // SAFETY: a value of `n` bytes is there.
            unsafe { std::ptr::write_bytes(p, 0, n) }
        }
    }
    "reflect.isZero"(cx; p: *mut u8, n: usize) -> ret<bool> {
        // SAFETY: a value of `n` bytes is there.
        n == 0 || unsafe { std::slice::from_raw_parts(p, n) }.iter().all(|&b| b == 0)
    }
    "reflect.sameBytes"(cx; p: *mut u8, q: *mut u8, n: usize) -> ret<bool> {
        // SAFETY: values of `n` bytes are there.
        n == 0 || unsafe { std::slice::from_raw_parts(p, n) == std::slice::from_raw_parts(q, n) }
    }
    "reflect.equal"(cx; t: Type, a: *mut u8, b: *mut u8) -> raw(1) {
        let Some(t) = t else { return abi::finish(cx, false) };
        // SAFETY: values of type `t` are there.
        match unsafe { equality::equal(t, a, b) } {
            Ok(same) => abi::finish(cx, same),
            Err(EqError::Uncomparable(t)) => {
                Next::RuntimeError(format!("comparing uncomparable type {}", t.string()))
            }
            Err(EqError::TooDeep) => Next::Fatal("stack overflow".to_owned()),
        }
    }
    // Stores the `t` at `from` in the interface variable of type `iface` at `to`, which `t` implements.
    "reflect.packIface"(cx; iface: Type, t: Type, from: *mut u8, to: *mut u8) -> ret<()> {
        if let (Some(iface), Some(t)) = (iface, t) {
            // SAFETY: the caller knows what lies where.
            unsafe {
                let value = pack(cx, t, from);
                let mut head = value.head as u64;
                if !iface.methods().is_empty()
                    && let Some(typ) = value.head.as_ref()
                {
                    let itab = cx.runtime().itabs.find(iface, typ);
                    head = itab.map_or(0, |i| std::ptr::from_ref(i) as u64);
                }
                to.cast::<[u64; 2]>().write([head, if head == 0 { 0 } else { value.data }]);
            }
        }
    }
    // The func value for method `i` of the interface variable of type `iface` at `p`, and its receiver.
    "reflect.ifaceMethod"(cx; iface: Type, p: *mut u8, i: i64) -> ret<(*mut u8, u64)> {
        // SAFETY: an interface variable that is not nil, with more than `i` methods.
        unsafe {
            let [head, data] = p.cast::<[u64; 2]>().read();
            match iface.and_then(|t| dynamic_type(t, head as *const RType)) {
                Some(_) => {
                    let funs = (head as *mut u8).add(Itab::FUNS);
                    (funs.add(8 * i as usize), data)
                }
                None => (std::ptr::null_mut(), 0),
            }
        }
    }
    // The data word that an interface holding the `t` at `p` would have.
    "reflect.dataWord"(cx; t: Type, p: *mut u8) -> ret<u64> {
        // SAFETY: a `t` is there.
        t.map_or(0, |t| unsafe { pack(cx, t, p) }.data)
    }

    // ---- maps

    "reflect.mapMake"(cx; t: Type, n: i64) -> ret<*mut u8> {
        t.map_or(std::ptr::null_mut(), |t| maps::make(cx.cache(), t, n.max(0)).cast())
    }
    "reflect.mapGet"(cx; t: Type, m: *mut u8, key: *mut u8) -> raw(1) {
        let Some(t) = t else { return abi::finish(cx, 0u64) };
        // SAFETY: a map of type `t` or nil, and a key of its.
        match unsafe { maps::get(t, m.cast(), key) } {
            Ok(p) => abi::finish(cx, p),
            Err(e) => map_lookup_failed(e, m),
        }
    }
    "reflect.mapSet"(cx; t: Type, m: *mut u8, key: *mut u8, elem: *mut u8) -> raw(0) {
        let Some(t) = t else { return Next::Return };
        // SAFETY: a map of type `t` or nil, a key and an element of its.
        unsafe {
            match maps::assign(cx.cache(), t, m.cast(), key) {
                Ok(p) => slices::copy(p, elem, t.elem().size),
                Err(e) => return map_failed(e),
            }
        }
        Next::Return
    }
    "reflect.mapDelete"(cx; t: Type, m: *mut u8, key: *mut u8) -> raw(0) {
        // SAFETY: a map of type `t` or nil, and a key of its.
        match t.map_or(Ok(()), |t| unsafe { maps::delete(t, m.cast(), key) }) {
            Ok(()) => Next::Return,
            Err(e) => map_lookup_failed(e, m),
        }
    }
    "reflect.mapClear"(cx; t: Type, m: *mut u8) -> raw(0) {
        // SAFETY: a map of type `t` or nil.
        match t.map_or(Ok(()), |t| unsafe { maps::clear(t, m.cast()) }) {
            Ok(()) => Next::Return,
            Err(e) => map_failed(e),
        }
    }
    "reflect.mapIter"(cx; m: *mut u8) -> ret<*mut u8> {
        // SAFETY: a map or nil.
        unsafe { maps::iter(cx.cache(), m.cast()) }.cast()
    }
    "reflect.mapNext"(cx; t: Type, it: *mut u8) -> raw(2) {
        let Some(t) = t else { return abi::finish(cx, (0u64, 0u64)) };
        // SAFETY: an iterator over a map of type `t`.
        match unsafe { maps::next(t, it.cast()) } {
            Ok(entry) => abi::finish(cx, entry),
            Err(e) => map_failed(e),
        }
    }

    // ---- channels

    "reflect.chanMake"(cx; elem: Type, n: i64) -> raw(1) {
        let Some(elem) = elem else { return abi::finish(cx, 0u64) };
        // SAFETY: the task runs on this thread.
        match unsafe { chan::chan_make(cx.task, elem, n) } {
            Ok(ch) => abi::finish(cx, ch),
            Err(e @ MakeError::Size) => Next::PlainError(e.text().to_owned()),
            Err(e @ MakeError::Memory) => Next::Fatal(e.text().to_owned()),
        }
    }
    "reflect.chanSend"(cx; ch: *mut Chan, p: *mut u8) -> raw(0) {
        // SAFETY: a channel or nil, and a value of its element type that the caller's frame keeps alive.
        waited(unsafe { chan::send_from(cx.task, ch, p, Operand::memory(p)) })
    }
    "reflect.chanRecv"(cx; ch: *mut Chan, p: *mut u8) -> raw(1) {
        cx.set_slot(0, 0);
        let ok = slot(cx, 0);
        // SAFETY: a channel or nil, and room for a value of its element type, rounded up to words.
        waited(unsafe { chan::recv_to(cx.task, ch, Operand::memory(p), ok) })
    }
    "reflect.chanClose"(cx; ch: *mut Chan) -> raw(0) {
        // SAFETY: a channel or nil.
        waited(unsafe { chan::close(cx.task, ch) })
    }
    "reflect.chanLen"(cx; ch: *mut Chan) -> ret<u64> {
        // SAFETY: a channel or nil.
        unsafe { chan::len(ch) as u64 }
    }
    "reflect.chanCap"(cx; ch: *mut Chan) -> ret<u64> {
        // SAFETY: a channel or nil.
        unsafe { chan::cap(ch) as u64 }
    }
    "reflect.selectCases"(cx; cases: GoSlice, has_default: bool) -> raw(2) {
        select(cx, abi::elements::<GoCase>(cases), has_default)
    }
}
