//! Questions about the checked program that only the compiler asks.

use types::Checker;
use types::object::ObjId;
use types::types::{NamedId, Type, TypeId};

/// Whether `t` is or is made of type parameters.
pub fn mentions_type_params(ck: &Checker<'_>, t: TypeId) -> bool {
    mentions(ck, t, 0)
}

fn mentions(ck: &Checker<'_>, t: TypeId, depth: u32) -> bool {
    if depth > 20 {
        return false;
    }
    let inner = |t: TypeId| mentions(ck, t, depth + 1);
    let vars = |vars: &[ObjId]| vars.iter().any(|&v| inner(ck.obj(v).ty));
    match ck.types.get(ck.unalias(t)) {
        Type::TypeParam(_) => true,
        Type::Pointer(e) | Type::Slice(e) => inner(*e),
        Type::Array { elem, .. } | Type::Chan { elem, .. } => inner(*elem),
        Type::Map { key, elem } => inner(*key) || inner(*elem),
        Type::Named(n) => {
            let named = ck.types.named(*n);
            !named.outer_tparams.is_empty() || named.targs.iter().any(|&t| inner(t))
        }
        Type::Struct(s) => vars(&s.fields),
        Type::Signature(s) => vars(&s.params) || vars(&s.results),
        Type::Tuple(types) => types.iter().any(|&t| inner(t)),
        _ => false,
    }
}

/// The type that method `obj` is declared on, and whether through a pointer.
pub fn receiver_base(ck: &Checker<'_>, obj: ObjId) -> Option<(NamedId, bool)> {
    let Type::Signature(sig) = ck.types.get(ck.obj(obj).ty) else {
        return None;
    };
    let recv = ck.unalias(ck.obj(sig.recv?).ty);
    let (base, pointer) = match ck.types.get(recv) {
        Type::Pointer(elem) => (ck.unalias(*elem), true),
        _ => (recv, false),
    };
    match ck.types.get(base) {
        Type::Named(n) => Some((ck.types.named(*n).origin, pointer)),
        _ => None,
    }
}

/// Whether there is one such loop variable for each iteration: the file is for Go 1.22 or later.
pub fn is_per_iteration(ck: &Checker<'_>, var: ObjId) -> bool {
    let var = ck.obj(var);
    let version = var.pkg.map(|p| ck.version_at(p, var.pos));
    version.is_none_or(|v| v >= types::version::Version(22))
}
