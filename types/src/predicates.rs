//! Commonly used predicates on types. Spec: "Type identity", "Comparison operators".

use crate::checker::Checker;
use crate::object::ObjId;
use crate::types::{BasicKind, Type, TypeId};

/// Nesting at which types are taken to be identical or comparable: deeper ones were reported.
const MAX_DEPTH: u32 = 400;

impl BasicKind {
    pub fn is_integer(self) -> bool {
        use BasicKind::*;
        (self >= Int && self <= Uintptr) || self == UntypedInt || self == UntypedRune
    }
    pub fn is_unsigned(self) -> bool {
        self >= BasicKind::Uint && self <= BasicKind::Uintptr
    }
    pub fn is_float(self) -> bool {
        use BasicKind::*;
        matches!(self, Float32 | Float64 | UntypedFloat)
    }
    pub fn is_complex(self) -> bool {
        use BasicKind::*;
        matches!(self, Complex64 | Complex128 | UntypedComplex)
    }
    pub fn is_numeric(self) -> bool {
        self.is_integer() || self.is_float() || self.is_complex()
    }
    pub fn is_string(self) -> bool {
        matches!(self, BasicKind::String | BasicKind::UntypedString)
    }
    pub fn is_boolean(self) -> bool {
        matches!(self, BasicKind::Bool | BasicKind::UntypedBool)
    }
    pub fn is_untyped(self) -> bool {
        self >= BasicKind::UntypedBool
    }
    pub fn is_ordered(self) -> bool {
        self.is_integer() || self.is_float() || self.is_string()
    }
    pub fn is_const_type(self) -> bool {
        self.is_boolean() || self.is_numeric() || self.is_string()
    }
}

macro_rules! basic_predicates {
    ($($(#[$doc:meta])* $is:ident, $all:ident, $test:expr;)*) => {
        impl<'a> Checker<'a> { $(
            $(#[$doc])*
            pub fn $is(&mut self, t: TypeId) -> bool {
                let test: fn(BasicKind) -> bool = $test;
                // A type parameter's underlying type is an interface: never basic.
                self.basic_kind(t).is_some_and(test)
            }
            /// The same, of every type in the type set.
            pub fn $all(&mut self, t: TypeId) -> bool {
                self.all_basic(t, $test)
            }
        )* }
    };
}

basic_predicates! {
    is_boolean, all_boolean, BasicKind::is_boolean;
    is_integer, all_integer, BasicKind::is_integer;
    is_unsigned, all_unsigned, BasicKind::is_unsigned;
    is_float, all_float, BasicKind::is_float;
    is_complex, all_complex, BasicKind::is_complex;
    is_numeric, all_numeric, BasicKind::is_numeric;
    is_string, all_string, BasicKind::is_string;
    is_integer_or_float, all_integer_or_float, |k| k.is_integer() || k.is_float();
    is_numeric_or_string, all_numeric_or_string, |k| k.is_numeric() || k.is_string();
    is_ordered, all_ordered, BasicKind::is_ordered;
    is_const_type, all_const_type, BasicKind::is_const_type;
}

impl<'a> Checker<'a> {
    /// The kind of a type whose underlying type is basic.
    pub fn basic_kind(&mut self, t: TypeId) -> Option<BasicKind> {
        if let Type::Basic(k) = self.types.get(t) {
            return Some(*k);
        }
        let u = self.under(t);
        match self.types.get(u) {
            Type::Basic(k) => Some(*k),
            _ => None,
        }
    }

    pub fn all_basic(&mut self, t: TypeId, test: impl Fn(BasicKind) -> bool) -> bool {
        if self.is_type_param(t) {
            return match self.typeset(t) {
                Some(terms) => {
                    !terms.is_empty()
                        && terms.iter().all(
                            |term| matches!(self.types.get(term.under), Type::Basic(k) if test(*k)),
                        )
                }
                None => false,
            };
        }
        self.basic_kind(t).is_some_and(test)
    }

    pub fn is_valid(&self, t: TypeId) -> bool {
        self.unalias(t).is_valid()
    }

    pub fn is_untyped(&self, t: TypeId) -> bool {
        matches!(self.types.get(t), Type::Basic(k) if k.is_untyped())
    }

    pub fn is_typed(&self, t: TypeId) -> bool {
        !self.is_untyped(t)
    }

    pub fn is_untyped_numeric(&self, t: TypeId) -> bool {
        matches!(self.types.get(t), Type::Basic(k) if k.is_untyped() && k.is_numeric())
    }

    /// Has a name: predeclared, declared or a type parameter.
    pub fn has_name(&self, t: TypeId) -> bool {
        matches!(
            self.types.get(self.unalias(t)),
            Type::Basic(_) | Type::Named(_) | Type::TypeParam(_)
        )
    }

    pub fn is_interface(&mut self, t: TypeId) -> bool {
        let u = self.under(t);
        matches!(self.types.get(u), Type::Interface(_))
    }

    pub fn is_non_type_param_interface(&mut self, t: TypeId) -> bool {
        !self.is_type_param(t) && self.is_interface(t)
    }

    pub fn is_pointer(&mut self, t: TypeId) -> bool {
        let u = self.under(t);
        matches!(self.types.get(u), Type::Pointer(_))
    }

    /// A generic type or alias that is not instantiated.
    pub fn is_generic(&self, t: TypeId) -> bool {
        match self.types.get(t) {
            Type::Named(n) => {
                let named = self.types.named(*n);
                named.origin == *n && !named.tparams.is_empty()
            }
            Type::Alias { obj, targs, .. } => {
                targs.is_empty()
                    && self
                        .state
                        .alias_tparams
                        .get(obj)
                        .is_some_and(|p| !p.is_empty())
            }
            _ => false,
        }
    }

    /// May be compared with `nil` or set to it.
    pub fn has_nil(&mut self, t: TypeId) -> bool {
        if self.is_type_param(t) {
            return match self.typeset(t) {
                Some(terms) => terms.iter().all(|term| self.has_nil(term.under)),
                None => false,
            };
        }
        let u = self.under(t);
        match self.types.get(u) {
            Type::Basic(k) => matches!(k, BasicKind::UnsafePointer | BasicKind::UntypedNil),
            Type::Slice(_)
            | Type::Pointer(_)
            | Type::Signature(_)
            | Type::Map { .. }
            | Type::Chan { .. }
            | Type::Interface(_) => true,
            _ => false,
        }
    }

    /// For the compiler: values of type `t` may be compared (interfaces at run time).
    pub fn comparable(&mut self, t: TypeId) -> bool {
        self.comparable_type(t, true).is_ok()
    }

    /// Whether values of type `t` are comparable, else why not (empty if there is nothing to say).
    /// With `dynamic`, interfaces are.
    pub fn comparable_type(&mut self, t: TypeId, dynamic: bool) -> Result<(), String> {
        let mut seen = Vec::new();
        self.comparable_seen(t, dynamic, &mut seen)
    }

    fn comparable_seen(
        &mut self,
        t: TypeId,
        dynamic: bool,
        seen: &mut Vec<TypeId>,
    ) -> Result<(), String> {
        if seen.contains(&t) || seen.len() > MAX_DEPTH as usize {
            return Ok(());
        }
        seen.push(t);
        let u = self.under(t);
        match self.types.get(u) {
            Type::Basic(BasicKind::UntypedNil) => Err(String::new()),
            Type::Basic(_) | Type::Pointer(_) | Type::Chan { .. } => Ok(()),
            Type::Interface(_) => {
                let set = self.type_set(u);
                let is_param = self.is_type_param(t);
                if dynamic && !is_param
                    || !(is_param && set.is_empty()) && self.type_set_comparable(u, seen)
                {
                    return Ok(());
                }
                let what = match &set.terms {
                    Some(terms) if terms.is_empty() => "empty type set",
                    _ => "incomparable types in type set",
                };
                Err(what.into())
            }
            Type::Struct(s) => {
                let fields = s.fields.clone();
                for f in fields {
                    let ty = self.obj(f).ty;
                    if self.comparable_seen(ty, dynamic, seen).is_err() {
                        return Err(format!(
                            "struct containing {} cannot be compared",
                            self.type_string(ty)
                        ));
                    }
                }
                Ok(())
            }
            Type::Array { elem, .. } => {
                let elem = *elem;
                if self.comparable_seen(elem, dynamic, seen).is_err() {
                    return Err(format!("{} cannot be compared", self.type_string(t)));
                }
                Ok(())
            }
            _ => Err(String::new()),
        }
    }

    /// All types of the interface's type set are strictly comparable.
    pub(crate) fn type_set_comparable(&mut self, iface: TypeId, seen: &mut Vec<TypeId>) -> bool {
        let set = self.type_set(iface);
        match &set.terms {
            None => set.comparable,
            Some(terms) => terms
                .iter()
                .all(|term| self.comparable_seen(term.ty, false, seen).is_ok()),
        }
    }

    pub fn is_bytes_or_runes(&mut self, t: TypeId) -> bool {
        match self.types.get(t) {
            &Type::Slice(elem) => matches!(
                self.basic_kind(elem),
                Some(BasicKind::Uint8 | BasicKind::Int32)
            ),
            _ => false,
        }
    }

    /// The type of an untyped value that nothing else decides.
    pub fn default_type(&self, t: TypeId) -> TypeId {
        match t {
            TypeId::UNTYPED_BOOL => TypeId::BOOL,
            TypeId::UNTYPED_INT => TypeId::INT,
            TypeId::UNTYPED_RUNE => TypeId::RUNE,
            TypeId::UNTYPED_FLOAT => TypeId::FLOAT64,
            TypeId::UNTYPED_COMPLEX => TypeId::COMPLEX128,
            TypeId::UNTYPED_STRING => TypeId::STRING,
            _ => t,
        }
    }

    /// The "larger" of two untyped numeric types; the type itself if both are the same.
    pub fn max_type(&self, x: TypeId, y: TypeId) -> Option<TypeId> {
        if x == y {
            return Some(x);
        }
        if self.is_untyped_numeric(x) && self.is_untyped_numeric(y) {
            return Some(x.max(y));
        }
        None
    }

    /// `*T` gives `T` and true.
    pub fn deref(&self, t: TypeId) -> (TypeId, bool) {
        match self.types.get(self.unalias(t)) {
            Type::Pointer(base) => (*base, true),
            _ => (t, false),
        }
    }

    /// Spec: "Two types are identical if…".
    pub fn identical(&mut self, x: TypeId, y: TypeId) -> bool {
        x == y || self.identical_at(x, y, false, &mut Vec::new())
    }

    /// Struct tags apart (for conversions).
    pub fn identical_ignore_tags(&mut self, x: TypeId, y: TypeId) -> bool {
        x == y || self.identical_at(x, y, true, &mut Vec::new())
    }

    pub(crate) fn identical_at(
        &mut self,
        x: TypeId,
        y: TypeId,
        ignore_tags: bool,
        seen: &mut Vec<(TypeId, TypeId)>,
    ) -> bool {
        let (x, y) = (self.unalias(x), self.unalias(y));
        if x == y {
            return true;
        }
        if seen.len() > MAX_DEPTH as usize {
            return true;
        }
        match (self.types.get(x), self.types.get(y)) {
            (Type::Basic(a), Type::Basic(b)) => a == b,
            (&Type::Pointer(a), &Type::Pointer(b)) | (&Type::Slice(a), &Type::Slice(b)) => {
                self.identical_at(a, b, ignore_tags, seen)
            }
            (&Type::Array { elem: a, len: n }, &Type::Array { elem: b, len: m }) => {
                // An invalid length is identical to any.
                (n < 0 || m < 0 || n == m) && self.identical_at(a, b, ignore_tags, seen)
            }
            (&Type::Map { key: k1, elem: e1 }, &Type::Map { key: k2, elem: e2 }) => {
                self.identical_at(k1, k2, ignore_tags, seen)
                    && self.identical_at(e1, e2, ignore_tags, seen)
            }
            (&Type::Chan { dir: d1, elem: e1 }, &Type::Chan { dir: d2, elem: e2 }) => {
                d1 == d2 && self.identical_at(e1, e2, ignore_tags, seen)
            }
            (Type::Tuple(a), Type::Tuple(b)) => {
                let (a, b) = (a.clone(), b.clone());
                self.identical_lists(&a, &b, ignore_tags, seen)
            }
            (Type::Struct(a), Type::Struct(b)) => {
                if a.fields.len() != b.fields.len() {
                    return false;
                }
                let (a, b) = (a.clone(), b.clone());
                (0..a.fields.len()).all(|i| {
                    let (f, g) = (self.obj(a.fields[i]), self.obj(b.fields[i]));
                    let tag = |tags: &[source::Symbol]| {
                        tags.get(i).copied().unwrap_or(source::Symbol::EMPTY)
                    };
                    let same = self.is_embedded(a.fields[i]) == self.is_embedded(b.fields[i])
                        && f.name == g.name
                        && (f.name.is_exported() || f.pkg == g.pkg)
                        && (ignore_tags || tag(&a.tags) == tag(&b.tags));
                    let (ft, gt) = (f.ty, g.ty);
                    same && self.identical_at(ft, gt, ignore_tags, seen)
                })
            }
            (Type::Signature(_), Type::Signature(_)) => {
                self.identical_signatures(x, y, ignore_tags, seen)
            }
            (Type::Interface(_), Type::Interface(_)) => {
                if seen.contains(&(x, y)) {
                    return true;
                }
                let (a, b) = (self.type_set(x), self.type_set(y));
                if a.comparable != b.comparable || a.methods.len() != b.methods.len() {
                    return false;
                }
                if !self.identical_terms(a.terms.as_deref(), b.terms.as_deref()) {
                    return false;
                }
                seen.push((x, y));
                let same = a.methods.iter().zip(b.methods.iter()).all(|(&f, &g)| {
                    let same_name = self.same_id(f, g);
                    let (ft, gt) = (self.obj(f).ty, self.obj(g).ty);
                    same_name && self.identical_at(ft, gt, ignore_tags, seen)
                });
                seen.pop();
                same
            }
            (Type::Union(a), Type::Union(b)) => {
                let (a, b) = (a.clone(), b.clone());
                a.len() == b.len()
                    && a.iter().zip(b.iter()).all(|(s, t)| {
                        s.tilde == t.tilde && self.identical_at(s.ty, t.ty, ignore_tags, seen)
                    })
            }
            (&Type::Named(a), &Type::Named(b)) => {
                let (a, b) = (self.types.named(a), self.types.named(b));
                if a.origin != b.origin
                    || a.targs.len() != b.targs.len()
                    || a.outer_targs.len() != b.outer_targs.len()
                    || a.targs.is_empty() && a.outer_targs.is_empty()
                {
                    return false;
                }
                let (ta, tb) = (a.targs.clone(), b.targs.clone());
                let (oa, ob) = (a.outer_targs.clone(), b.outer_targs.clone());
                seen.push((x, y));
                let same = self.identical_lists(&ta, &tb, ignore_tags, seen)
                    && self.identical_lists(&oa, &ob, ignore_tags, seen);
                seen.pop();
                same
            }
            _ => false,
        }
    }

    fn identical_lists(
        &mut self,
        a: &[TypeId],
        b: &[TypeId],
        ignore_tags: bool,
        seen: &mut Vec<(TypeId, TypeId)>,
    ) -> bool {
        a.len() == b.len()
            && a.iter()
                .zip(b)
                .all(|(&s, &t)| self.identical_at(s, t, ignore_tags, seen))
    }

    fn identical_signatures(
        &mut self,
        x: TypeId,
        y: TypeId,
        ignore_tags: bool,
        seen: &mut Vec<(TypeId, TypeId)>,
    ) -> bool {
        let (Type::Signature(a), Type::Signature(b)) = (self.types.get(x), self.types.get(y))
        else {
            return false;
        };
        if a.tparams.len() != b.tparams.len()
            || a.variadic != b.variadic
            || a.params.len() != b.params.len()
            || a.results.len() != b.results.len()
        {
            return false;
        }
        let (a, b) = (a.clone(), b.clone());
        let mut renamed = None;
        if !a.tparams.is_empty() {
            // Rename b's type parameters to a's.
            let to: Vec<TypeId> = a.tparams.iter().map(|&p| self.types.tparam(p).id).collect();
            for (&p, &q) in a.tparams.iter().zip(&b.tparams) {
                let (bp, bq) = (self.types.tparam(p).bound, self.types.tparam(q).bound);
                let bq = self.subst(bq, &b.tparams, &to);
                if !self.identical_at(bp, bq, ignore_tags, seen) {
                    return false;
                }
            }
            renamed = Some(to);
        }
        let mut same_vars = |this: &mut Self, p: &[ObjId], q: &[ObjId]| {
            p.iter().zip(q).all(|(&f, &g)| {
                let (ft, mut gt) = (this.obj(f).ty, this.obj(g).ty);
                if let Some(to) = &renamed {
                    gt = this.subst(gt, &b.tparams, to);
                }
                this.identical_at(ft, gt, ignore_tags, seen)
            })
        };
        same_vars(self, &a.params, &b.params) && same_vars(self, &a.results, &b.results)
    }

    /// Both names denote the same field or method: equal, and of one package unless exported.
    pub fn same_id(&self, x: ObjId, y: ObjId) -> bool {
        let (x, y) = (self.obj(x), self.obj(y));
        x.name == y.name && (x.pkg == y.pkg || x.name.is_exported())
    }

    pub fn is_embedded(&self, field: ObjId) -> bool {
        matches!(&self.obj(field).kind, crate::object::ObjectKind::Var(v) if v.embedded)
    }
}
