//! Package errors.

use runtime::itab::{self, Itab};
use runtime::native::NativeCx;
use runtime::rtype::{Kind, RType};

use crate::abi::{Iface, natives};

/// The dynamic type of an `error`.
fn type_of(err: Iface) -> Option<&'static RType> {
    // SAFETY: the head of an interface with methods is null or an itab.
    unsafe { err.head.cast::<Itab>().as_ref() }.map(Itab::typ)
}

/// What is wrong with the target of `errors.As`; see `natives.go`.
fn target_fault(target: Iface) -> i64 {
    // SAFETY: an `any`'s head is null or a descriptor.
    let Some(t) = (unsafe { target.head.as_ref() }) else {
        return 1;
    };
    if t.kind() != Kind::Pointer || target.data == 0 {
        return 2;
    }
    let elem = t.elem();
    let has_error = elem.methods().iter().any(|m| {
        let results = m.typ.results();
        m.name.as_str() == "Error"
            && m.typ.params().is_empty()
            && results.len() == 1
            && results[0].kind() == Kind::String
            && !results[0].is_pkg_named()
    });
    if elem.kind() == Kind::Interface || has_error {
        0
    } else {
        3
    }
}

trait PkgNamed {
    fn is_pkg_named(&self) -> bool;
}

impl PkgNamed for RType {
    /// A type that some package declares: not `string` itself.
    fn is_pkg_named(&self) -> bool {
        !self.pkg_path().is_empty()
    }
}

fn assign(cx: &mut NativeCx, err: Iface, target: Iface) -> bool {
    // SAFETY: the caller has checked that the target is a non-nil pointer; what it points to is of the element type.
    unsafe {
        let (Some(t), Some(dynamic)) = (target.head.as_ref(), type_of(err)) else {
            return false;
        };
        let elem = t.elem();
        let place = target.data as *mut u8;
        if std::ptr::eq(elem, dynamic) {
            if elem.is_direct() {
                place.cast::<u64>().write(err.data);
            } else {
                std::ptr::copy_nonoverlapping(err.data as *const u8, place, elem.size);
            }
            return true;
        }
        if elem.kind() != Kind::Interface {
            return false;
        }
        let head = if elem.methods().is_empty() {
            std::ptr::from_ref(dynamic) as u64
        } else if itab::missing_method(elem, dynamic).is_none() {
            match cx.runtime().itabs.find(elem, dynamic) {
                Some(itab) => std::ptr::from_ref(itab) as u64,
                None => return false,
            }
        } else {
            return false;
        };
        place.cast::<[u64; 2]>().write([head, err.data]);
        true
    }
}

natives! {
    "errors.isComparable"(cx; err: Iface) -> ret<bool> {
        type_of(err).is_none_or(RType::is_comparable)
    }
    "errors.targetFault"(cx; target: Iface) -> ret<i64> {
        target_fault(target)
    }
    "errors.assignTo"(cx; err: Iface, target: Iface) -> ret<bool> {
        assign(cx, err, target)
    }
}
