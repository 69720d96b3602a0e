//! Underlying types, and what all types of a type set have in common. Spec: "Underlying types".

use crate::checker::Checker;
use crate::types::{NamedId, Type, TypeId};
use parser::ast::ChanDir;

/// A specific type of a type set.
#[derive(Clone, Copy, Debug)]
pub struct TermUnder {
    pub tilde: bool,
    pub ty: TypeId,
    pub under: TypeId,
}

/// How long a chain of aliases and type declarations is followed.
const MAX_CHAIN: u32 = 10_000;

impl<'a> Checker<'a> {
    /// `t` without aliases around it.
    pub fn unalias(&self, mut t: TypeId) -> TypeId {
        for _ in 0..MAX_CHAIN {
            match self.types.get(t) {
                Type::Alias { actual, .. } => t = *actual,
                _ => return t,
            }
        }
        TypeId::INVALID
    }

    /// The underlying type; that of a type parameter is its constraint interface.
    pub fn under(&mut self, t: TypeId) -> TypeId {
        let mut t = t;
        for _ in 0..MAX_CHAIN {
            match *self.types.get(t) {
                Type::Alias { actual, .. } => t = actual,
                Type::Named(n) => match self.types.named(n).underlying {
                    Some(u) => match self.types.get(u) {
                        // A type declared as itself: reported by `valid_type`.
                        Type::Named(_) if u == t => return TypeId::INVALID,
                        Type::Named(_) | Type::Alias { .. } => t = u,
                        _ => return u,
                    },
                    None => return self.resolve_named(n),
                },
                Type::TypeParam(_) => return self.bound_interface(t),
                _ if t == TypeId::UNSET => return TypeId::INVALID,
                _ => return t,
            }
        }
        TypeId::INVALID
    }

    /// For the compiler: `under` under its spec name.
    pub fn underlying(&mut self, t: TypeId) -> TypeId {
        self.under(t)
    }

    /// The underlying type of a named type that has none yet: that of an instance is made by
    /// substitution; a type whose declaration is being checked has none.
    fn resolve_named(&mut self, n: NamedId) -> TypeId {
        let named = self.types.named(n);
        let (origin, obj) = (named.origin, named.obj);
        if origin == n {
            if self.obj(obj).color == crate::object::Color::White && self.obj(obj).decl.is_some() {
                self.obj_decl(obj);
                return self.types.named(n).underlying.unwrap_or(TypeId::INVALID);
            }
            return TypeId::INVALID;
        }
        if !self.state.named_busy.insert(n) {
            return TypeId::INVALID;
        }
        let result = self.expand_underlying(n);
        self.state.named_busy.remove(&n);
        if let Some(u) = result {
            self.types.named_mut(n).underlying = Some(u);
        }
        result.unwrap_or(TypeId::INVALID)
    }

    fn expand_underlying(&mut self, n: NamedId) -> Option<TypeId> {
        let origin = self.types.named(n).origin;
        let origin_id = self.types.named(origin).id;
        let under = self.under(origin_id);
        self.types.named(origin).underlying?;
        let (mut from, mut to) = {
            let o = self.types.named(origin);
            (o.tparams.clone(), o.outer_tparams.clone())
        };
        let inst = self.types.named(n);
        let mut targs = inst.targs.to_vec();
        if !inst.outer_targs.is_empty() {
            targs.extend_from_slice(&inst.outer_targs);
            from.append(&mut to);
        }
        if from.len() != targs.len() {
            return Some(TypeId::INVALID);
        }
        let u = self.subst(under, &from, &targs);
        Some(self.under(u))
    }

    /// The constraint of a type parameter as an interface type.
    pub fn bound_interface(&mut self, tparam: TypeId) -> TypeId {
        let Type::TypeParam(p) = *self.types.get(tparam) else {
            return TypeId::INVALID;
        };
        let bound = self.types.tparam(p).bound;
        if !bound.is_valid() {
            return self.state.empty_interface;
        }
        let u = match self.types.get(self.unalias(bound)) {
            // A type parameter cannot be a constraint: that was reported.
            Type::TypeParam(_) => return self.state.empty_interface,
            _ => self.under(bound),
        };
        match self.types.get(u) {
            Type::Interface(_) => u,
            _ if !u.is_valid() => self.state.empty_interface,
            _ => {
                // A constraint that is no interface stands for the interface embedding it.
                let iface = self
                    .types
                    .add(Type::Interface(Box::new(crate::types::Interface {
                        embeddeds: vec![bound],
                        implicit: true,
                        ..Default::default()
                    })));
                self.types.tparam_mut(p).bound = iface;
                iface
            }
        }
    }

    pub fn is_type_param(&self, t: TypeId) -> bool {
        self.as_type_param(t).is_some()
    }

    pub fn as_type_param(&self, t: TypeId) -> Option<crate::types::TypeParamId> {
        match self.types.get(self.unalias(t)) {
            Type::TypeParam(p) => Some(*p),
            _ => None,
        }
    }

    pub fn as_named(&self, t: TypeId) -> Option<NamedId> {
        match self.types.get(self.unalias(t)) {
            Type::Named(n) => Some(*n),
            _ => None,
        }
    }

    /// The specific types of a type parameter's type set, `None` if it has none; any other type
    /// is a type set of its own.
    pub fn typeset(&mut self, t: TypeId) -> Option<Vec<TermUnder>> {
        if !self.is_type_param(t) {
            let under = self.under(t);
            return Some(vec![TermUnder {
                tilde: false,
                ty: t,
                under,
            }]);
        }
        let iface = self.under(t);
        let set = self.type_set(iface);
        let terms = set.terms.clone()?;
        Some(
            terms
                .iter()
                .map(|term| TermUnder {
                    tilde: term.tilde,
                    ty: term.ty,
                    under: self.under(term.ty),
                })
                .collect(),
        )
    }

    /// The underlying type that all types of `t`'s type set share (channels may differ in
    /// direction), or why there is none.
    pub fn common_under(&mut self, t: TypeId) -> Result<TypeId, String> {
        if !self.is_type_param(t) {
            return Ok(self.under(t));
        }
        let Some(terms) = self.typeset(t) else {
            return Err("no specific types".into());
        };
        let mut common: Option<TermUnder> = None;
        for term in terms {
            let Some(have) = common else {
                common = Some(term);
                continue;
            };
            if self.identical(have.under, term.under) {
                continue;
            }
            match (
                self.types.get(have.under).clone(),
                self.types.get(term.under).clone(),
            ) {
                (Type::Chan { dir: d1, elem: e1 }, Type::Chan { dir: d2, elem: e2 })
                    if self.identical(e1, e2) =>
                {
                    if d1 == ChanDir::Both {
                        common = Some(term);
                    } else if d2 != ChanDir::Both && d1 != d2 {
                        return Err(format!(
                            "channels {} and {} have conflicting directions",
                            self.type_string(have.ty),
                            self.type_string(term.ty)
                        ));
                    }
                }
                (Type::Chan { .. }, Type::Chan { .. }) => {
                    return Err(format!(
                        "channels {} and {} have different element types",
                        self.type_string(have.ty),
                        self.type_string(term.ty)
                    ));
                }
                _ => {
                    return Err(format!(
                        "{} and {} have different underlying types",
                        self.type_string(have.ty),
                        self.type_string(term.ty)
                    ));
                }
            }
        }
        common
            .map(|c| c.under)
            .ok_or_else(|| "empty type set".to_string())
    }

    /// The core type, if there is one.
    pub fn core_type(&mut self, t: TypeId) -> Option<TypeId> {
        self.common_under(t).ok()
    }

    /// Like `core_type`, but a type set of byte slices and strings has the core type `string`.
    pub fn core_string(&mut self, t: TypeId) -> Option<TypeId> {
        if !self.is_type_param(t) {
            return Some(self.under(t));
        }
        let terms = self.typeset(t)?;
        let mut common = None;
        let mut has_string = false;
        for term in terms {
            let mut u = term.under;
            if self.is_string(u) {
                u = self.types.slice(TypeId::BYTE);
                has_string = true;
            }
            match common {
                None => common = Some(u),
                Some(c) if self.identical(c, u) => {}
                Some(c) => match (self.types.get(c).clone(), self.types.get(u).clone()) {
                    (Type::Chan { dir: d1, elem: e1 }, Type::Chan { dir: d2, elem: e2 })
                        if self.identical(e1, e2)
                            && (d1 == ChanDir::Both || d2 == ChanDir::Both || d1 == d2) =>
                    {
                        if d1 == ChanDir::Both {
                            common = Some(u);
                        }
                    }
                    _ => return None,
                },
            }
        }
        if has_string {
            common.map(|_| TypeId::STRING)
        } else {
            common
        }
    }
}
