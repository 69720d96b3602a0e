//! Type unification. Spec: "Type unification".

use crate::checker::Checker;
use crate::lookup::LookupResult;
use crate::object::{ObjId, ObjectKind};
use crate::types::{Type, TypeId, TypeParamId};
use crate::version::Version;
use parser::ast::ChanDir;

/// How two types must agree.
#[derive(Clone, Copy, Debug)]
pub(crate) struct UnifyMode {
    /// The types are used in an assignment: only their outermost structure may differ.
    pub assign: bool,
    /// The types must be identical.
    pub exact: bool,
}

impl UnifyMode {
    pub const INEXACT: UnifyMode = UnifyMode {
        assign: false,
        exact: false,
    };
    pub const ASSIGN: UnifyMode = UnifyMode {
        assign: true,
        exact: false,
    };
    pub const EXACT: UnifyMode = UnifyMode {
        assign: false,
        exact: true,
    };
}

const MAX_DEPTH: u32 = 100;

/// The type parameters that are being inferred and what is known about them.
pub(crate) struct Unifier {
    tparams: Vec<TypeParamId>,
    /// For each type parameter its slot; joined ones share one.
    slot: Vec<usize>,
    types: Vec<Option<TypeId>>,
    depth: u32,
}

impl Unifier {
    pub fn new(tparams: &[TypeParamId], targs: &[TypeId]) -> Unifier {
        let types = (0..tparams.len())
            .map(|i| targs.get(i).copied().filter(|t| t.is_valid()))
            .collect();
        Unifier {
            tparams: tparams.to_vec(),
            slot: (0..tparams.len()).collect(),
            types,
            depth: 0,
        }
    }

    pub fn at(&self, i: usize) -> Option<TypeId> {
        self.types[self.slot[i]]
    }

    pub fn set(&mut self, i: usize, t: TypeId) {
        let slot = self.slot[i];
        self.types[slot] = Some(t);
    }

    pub fn unknowns(&self) -> usize {
        (0..self.slot.len())
            .filter(|&i| self.at(i).is_none())
            .count()
    }

    pub fn inferred(&self) -> Vec<Option<TypeId>> {
        (0..self.slot.len()).map(|i| self.at(i)).collect()
    }

    fn bound(&self, c: &Checker, t: TypeId) -> Option<usize> {
        let p = c.as_type_param(t)?;
        self.tparams.iter().position(|&q| q == p)
    }

    /// Makes two type parameters share what is known; false if both are known.
    fn join(&mut self, a: usize, b: usize) -> bool {
        let (x, y) = (self.slot[a], self.slot[b]);
        if x == y {
            return true;
        }
        if self.types[x].is_some() && self.types[y].is_some() {
            return false;
        }
        let (keep, drop) = if self.types[x].is_some() {
            (x, y)
        } else {
            (y, x)
        };
        for s in &mut self.slot {
            if *s == drop {
                *s = keep;
            }
        }
        true
    }

    pub fn unify(&mut self, c: &mut Checker, x: TypeId, y: TypeId, mode: UnifyMode) -> bool {
        if self.depth > MAX_DEPTH {
            return false;
        }
        self.depth += 1;
        let result = self.nify(c, x, y, mode);
        self.depth -= 1;
        result
    }

    fn nify(&mut self, c: &mut Checker, x: TypeId, y: TypeId, mode: UnifyMode) -> bool {
        // A type is inferred under the name that was written.
        let written = [x, y];
        let name_of = |c: &Checker, t: TypeId| {
            let by_name = written.iter().find(|&&w| c.unalias(w) == t);
            by_name.copied().unwrap_or(t)
        };
        let (mut x, mut y) = (c.unalias(x), c.unalias(y));
        if x == y {
            return true;
        }
        if !mode.exact {
            // A defined type matches a type literal through its underlying type.
            if c.as_named(x).is_some() && c.as_named(y).is_none() {
                std::mem::swap(&mut x, &mut y);
            }
            if c.as_named(y).is_some()
                && !matches!(
                    c.types.get(x),
                    Type::Named(_) | Type::TypeParam(_) | Type::Interface(_)
                )
                && !c.is_interface(y)
            {
                y = c.under(y);
                if x == y {
                    return true;
                }
            }
        }
        match (self.bound(c, x), self.bound(c, y)) {
            (Some(a), Some(b)) => {
                if self.join(a, b) {
                    return true;
                }
                return match (self.at(a), self.at(b)) {
                    (Some(s), Some(t)) => self.unify(c, s, t, mode),
                    _ => false,
                };
            }
            (Some(a), None) => {
                let y = name_of(c, y);
                return self.match_bound(c, a, y, mode);
            }
            (None, Some(b)) => {
                let x = name_of(c, x);
                return self.match_bound(c, b, x, mode);
            }
            (None, None) => {}
        }
        if !mode.exact && c.allow_version(Version(21)) {
            let (xi, yi) = (
                c.is_non_type_param_interface(x),
                c.is_non_type_param_interface(y),
            );
            if xi && yi {
                return self.unify_interfaces(c, x, y, false);
            }
            if xi || yi {
                let (iface, other) = if xi { (x, y) } else { (y, x) };
                if !c.is_type_param(other) {
                    return self.unify_methods_of(c, iface, other);
                }
            }
        }
        if c.is_type_param(y) {
            std::mem::swap(&mut x, &mut y);
        }
        let elem_mode = UnifyMode {
            exact: mode.exact || mode.assign,
            ..mode
        };
        match (c.types.get(x).clone(), c.types.get(y).clone()) {
            (Type::Basic(a), Type::Basic(b)) => a == b,
            (Type::Array { elem: a, len: n }, Type::Array { elem: b, len: m }) => {
                (n < 0 || m < 0 || n == m) && self.unify(c, a, b, elem_mode)
            }
            (Type::Slice(a), Type::Slice(b)) | (Type::Pointer(a), Type::Pointer(b)) => {
                self.unify(c, a, b, elem_mode)
            }
            (Type::Map { key: k1, elem: e1 }, Type::Map { key: k2, elem: e2 }) => {
                self.unify(c, k1, k2, elem_mode) && self.unify(c, e1, e2, elem_mode)
            }
            (Type::Chan { dir: d1, elem: e1 }, Type::Chan { dir: d2, elem: e2 }) => {
                (!mode.exact || d1 == d2) && self.unify(c, e1, e2, elem_mode)
            }
            (Type::Struct(a), Type::Struct(b)) => {
                a.fields.len() == b.fields.len()
                    && a.tags == b.tags
                    && a.fields.iter().zip(&b.fields).all(|(&f, &g)| {
                        let same = c.is_embedded(f) == c.is_embedded(g) && c.same_id(f, g);
                        let (ft, gt) = (c.obj(f).ty, c.obj(g).ty);
                        same && self.unify(c, ft, gt, elem_mode)
                    })
            }
            (Type::Tuple(a), Type::Tuple(b)) => {
                a.len() == b.len()
                    && a.iter()
                        .zip(b.iter())
                        .all(|(&s, &t)| self.unify(c, s, t, mode))
            }
            (Type::Signature(a), Type::Signature(b)) => {
                a.tparams.len() == b.tparams.len()
                    && a.variadic == b.variadic
                    && self.unify_vars(c, &a.params, &b.params, elem_mode)
                    && self.unify_vars(c, &a.results, &b.results, elem_mode)
            }
            (Type::Interface(_), Type::Interface(_)) => self.unify_interfaces(c, x, y, true),
            (Type::Named(a), Type::Named(b)) => {
                let (a, b) = (c.types.named(a), c.types.named(b));
                if a.origin != b.origin || a.targs.len() != b.targs.len() || a.targs.is_empty() {
                    return false;
                }
                let (s, t) = (a.targs.clone(), b.targs.clone());
                s.iter()
                    .zip(t.iter())
                    .all(|(&s, &t)| self.unify(c, s, t, mode))
            }
            (Type::TypeParam(_), _) => match c.core_type(x) {
                // One of another declaration: its core type must match.
                Some(core) if core != x => {
                    let other = if c.is_type_param(y) {
                        c.core_type(y)
                    } else {
                        Some(y)
                    };
                    other.is_some_and(|other| self.unify(c, core, other, mode))
                }
                _ => false,
            },
            _ => false,
        }
    }

    fn unify_vars(&mut self, c: &mut Checker, a: &[ObjId], b: &[ObjId], mode: UnifyMode) -> bool {
        a.len() == b.len()
            && a.iter().zip(b).all(|(&f, &g)| {
                let (ft, gt) = (c.obj(f).ty, c.obj(g).ty);
                self.unify(c, ft, gt, mode)
            })
    }

    /// The type parameter `i` must be (or becomes) `y`.
    fn match_bound(&mut self, c: &mut Checker, i: usize, y: TypeId, mode: UnifyMode) -> bool {
        let Some(x) = self.at(i) else {
            self.set(i, y);
            return true;
        };
        if !self.unify(c, x, y, mode) {
            return false;
        }
        if mode.exact {
            return true;
        }
        let (xi, yi) = (
            c.is_non_type_param_interface(x),
            c.is_non_type_param_interface(y),
        );
        let (xn, yn) = (c.as_named(x).is_some(), c.as_named(y).is_some());
        if xi && yi {
            // Which of two names would be right?
            if xn && yn {
                return c.identical(x, y);
            }
            if c.interface_methods(x).len() != c.interface_methods(y).len() {
                return false;
            }
            if yn {
                self.set(i, y);
            }
        } else if xi || yi {
            // Either would do: the order of the arguments must not decide.
            return false;
        } else {
            if yn && !xn {
                // A defined type is preferred, whatever the order.
                self.set(i, y);
            } else if !xn
                && let Type::Chan { dir, .. } = c.types.get(c.unalias(y))
                && *dir != ChanDir::Both
            {
                self.set(i, y);
            }
        }
        true
    }

    /// Two interfaces: equal type terms, and all methods of the smaller one in the larger one.
    fn unify_interfaces(&mut self, c: &mut Checker, x: TypeId, y: TypeId, exact: bool) -> bool {
        let (xu, yu) = (c.under(x), c.under(y));
        let (mut a, mut b) = (c.type_set(xu), c.type_set(yu));
        if a.comparable != b.comparable
            || !c.identical_terms(a.terms.as_deref(), b.terms.as_deref())
        {
            return false;
        }
        if exact && a.methods.len() != b.methods.len() {
            return false;
        }
        if a.methods.len() > b.methods.len() {
            std::mem::swap(&mut a, &mut b);
        }
        a.methods.iter().all(|&m| {
            let other = b.methods.iter().copied().find(|&o| c.same_id(m, o));
            let Some(other) = other else {
                return false;
            };
            let (mt, ot) = (c.obj(m).ty, c.obj(other).ty);
            self.unify(c, mt, ot, UnifyMode::EXACT)
        })
    }

    fn unify_methods_of(&mut self, c: &mut Checker, iface: TypeId, other: TypeId) -> bool {
        for m in c.interface_methods(iface) {
            let (name, pkg, ty) = {
                let o = c.obj(m);
                (o.name, o.pkg, o.ty)
            };
            match c.lookup_field_or_method(other, false, pkg, name, false) {
                LookupResult::Found(l) if matches!(c.obj(l.obj).kind, ObjectKind::Func(_)) => {
                    if !self.unify(c, ty, l.ty, UnifyMode::EXACT) {
                        return false;
                    }
                }
                _ => return false,
            }
        }
        true
    }
}
