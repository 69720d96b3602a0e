//! Instances of generic types and functions; satisfying constraints. Spec: "Instantiations",
//! "Satisfying a type constraint", "Implementing an interface".

use crate::checker::Checker;
use crate::types::{NamedId, Signature, Type, TypeId, TypeParamId};
use crate::version::Version;
use source::Pos;

impl<'a> Checker<'a> {
    /// The instance of the generic type `origin` with the type arguments: one id for identical
    /// arguments. `outer` stands for the type parameters of the functions around a local type.
    pub(crate) fn instance(
        &mut self,
        origin: NamedId,
        targs: &[TypeId],
        outer: &[TypeId],
    ) -> TypeId {
        let key: Box<[TypeId]> = targs
            .iter()
            .chain(outer)
            .map(|&t| self.canonical(t))
            .collect();
        if let Some(&n) = self.state.instances.get(&(origin, key.clone())) {
            return self.types.named(n).id;
        }
        let o = self.types.named(origin);
        let (obj, pkg, tparams) = (o.obj, o.pkg, o.tparams.clone());
        let outer_tparams = o.outer_tparams.clone();
        let n = self.types.new_named(obj, pkg);
        let named = self.types.named_mut(n);
        named.origin = origin;
        named.tparams = tparams;
        named.targs = targs.into();
        named.outer_tparams = outer_tparams;
        named.outer_targs = outer.into();
        let id = named.id;
        self.state.instances.insert((origin, key), n);
        id
    }

    /// A representative that all types identical to `t` share.
    pub fn canonical(&mut self, t: TypeId) -> TypeId {
        match self.types.get(t) {
            Type::Basic(_) => {
                return match t {
                    TypeId::BYTE => TypeId::UINT8,
                    TypeId::RUNE => TypeId::INT32,
                    _ => t,
                };
            }
            Type::Named(_) | Type::TypeParam(_) => return t,
            _ => {}
        }
        if let Some(&c) = self.state.canonical_memo.get(&t) {
            return c;
        }
        let result = match *self.types.get(t) {
            Type::Alias { .. } => {
                let inner = self.unalias(t);
                return self.canonical(inner);
            }
            Type::Pointer(e) => {
                let e = self.canonical(e);
                self.types.pointer(e)
            }
            Type::Slice(e) => {
                let e = self.canonical(e);
                self.types.slice(e)
            }
            Type::Array { elem, len } => {
                let elem = self.canonical(elem);
                self.types.array(elem, len)
            }
            Type::Chan { dir, elem } => {
                let elem = self.canonical(elem);
                self.types.chan(dir, elem)
            }
            Type::Map { key, elem } => {
                let (key, elem) = (self.canonical(key), self.canonical(elem));
                self.types.map(key, elem)
            }
            Type::Tuple(ref list) => {
                let list: Vec<TypeId> = list.clone().iter().map(|&e| self.canonical(e)).collect();
                self.types.tuple(&list)
            }
            _ => {
                let key = self.type_key(t);
                *self.state.canonical.entry(key).or_insert(t)
            }
        };
        self.state.canonical_memo.insert(t, result);
        result
    }

    /// The instance of a generic type, alias or signature. With `validate`, the number and the
    /// constraints of the type arguments are checked and errors reported (`positions`: where each
    /// argument stands).
    pub fn instantiate(
        &mut self,
        pos: Pos,
        orig: TypeId,
        targs: &[TypeId],
        positions: &[Pos],
        validate: bool,
    ) -> TypeId {
        let tparams = self.tparams_of(orig);
        if validate {
            let name = match self.types.get(orig) {
                Type::Named(n) => self.obj(self.types.named(*n).obj).name.to_string(),
                Type::Alias { obj, .. } => self.obj(*obj).name.to_string(),
                _ => self.type_string(orig),
            };
            if !self.validate_targ_len(pos, &name, tparams.len(), targs.len()) {
                return TypeId::INVALID;
            }
            if let Err((i, message)) = self.verify(pos, &tparams, targs) {
                let pos = positions.get(i).copied().unwrap_or(pos);
                self.soft_error(pos, message);
            }
        }
        if tparams.len() != targs.len() {
            return TypeId::INVALID;
        }
        match *self.types.get(orig) {
            Type::Named(n) => self.instance(n, targs, &[]),
            Type::Alias { obj, actual, .. } => {
                let actual = self.subst(actual, &tparams, targs);
                self.types.add(Type::Alias {
                    obj,
                    actual,
                    targs: targs.into(),
                })
            }
            Type::Signature(_) => {
                let t = self.subst(orig, &tparams, targs);
                let Type::Signature(s) = self.types.get(t) else {
                    return TypeId::INVALID;
                };
                let sig = Signature {
                    tparams: Vec::new(),
                    ..(**s).clone()
                };
                self.types.add(Type::Signature(Box::new(sig)))
            }
            _ => TypeId::INVALID,
        }
    }

    /// The type parameters of a generic type or signature.
    pub fn tparams_of(&self, t: TypeId) -> Vec<TypeParamId> {
        match self.types.get(t) {
            Type::Named(n) => self.types.named(*n).tparams.clone(),
            Type::Alias { obj, .. } => self
                .state
                .alias_tparams
                .get(obj)
                .cloned()
                .unwrap_or_default(),
            Type::Signature(s) => s.tparams.clone(),
            _ => Vec::new(),
        }
    }

    pub fn validate_targ_len(&mut self, pos: Pos, name: &str, want: usize, got: usize) -> bool {
        let qualifier = match got.cmp(&want) {
            std::cmp::Ordering::Less => "not enough",
            std::cmp::Ordering::Greater => "too many",
            std::cmp::Ordering::Equal => return true,
        };
        self.error(
            pos,
            format!("{qualifier} type arguments for type {name}: have {got}, want {want}"),
        );
        false
    }

    /// Each type argument must satisfy its type parameter's constraint; else the index of the first
    /// that does not, and why.
    pub fn verify(
        &mut self,
        _pos: Pos,
        tparams: &[TypeParamId],
        targs: &[TypeId],
    ) -> Result<(), (usize, String)> {
        for (i, &p) in tparams.iter().enumerate().take(targs.len()) {
            let id = self.types.tparam(p).id;
            self.bound_interface(id);
            let bound = self.types.tparam(p).bound;
            let bound = self.subst(bound, tparams, targs);
            let mut cause = String::new();
            if !self.implements(targs[i], bound, true, Some(&mut cause)) {
                return Err((i, cause));
            }
        }
        Ok(())
    }

    /// `v` implements the interface `t`, or satisfies it as a `constraint`.
    pub fn implements(
        &mut self,
        v: TypeId,
        t: TypeId,
        constraint: bool,
        cause: Option<&mut String>,
    ) -> bool {
        match self.implements_or_why(v, t, constraint) {
            Ok(()) => true,
            Err(why) => {
                if let Some(cause) = cause {
                    *cause = why;
                }
                false
            }
        }
    }

    fn implements_or_why(&mut self, v: TypeId, t: TypeId, constraint: bool) -> Result<(), String> {
        let (vu, tu) = (self.under(v), self.under(t));
        if !vu.is_valid() || !tu.is_valid() {
            return Ok(());
        }
        if let Type::Pointer(base) = *self.types.get(vu)
            && !self.under(base).is_valid()
        {
            return Ok(());
        }
        let verb = if constraint { "satisfy" } else { "implement" };
        let (vs, ts) = (self.type_string(v), self.type_string(t));
        if !matches!(self.types.get(tu), Type::Interface(_)) {
            let detail = if self.is_interface_ptr(tu) {
                format!("type {ts} is pointer to interface, not interface")
            } else {
                format!("{ts} is not an interface")
            };
            return Err(format!("{vs} does not {verb} {ts} ({detail})"));
        }
        let tset = self.type_set(tu);
        if tset.is_all() {
            return Ok(());
        }
        let v_is_interface = matches!(self.types.get(vu), Type::Interface(_));
        let vset = if v_is_interface {
            Some(self.type_set(vu))
        } else {
            None
        };
        if vset.as_ref().is_some_and(|s| s.is_empty()) {
            return Ok(());
        }
        if tset.is_empty() {
            return Err(format!("cannot {verb} {ts} (empty type set)"));
        }
        let mut why = String::new();
        if !self.has_all_methods(v, t, true, Some(&mut why)) {
            return Err(format!("{vs} does not {verb} {ts} {why}"));
        }
        if let Some(terms) = tset.terms.as_deref().filter(|_| tset.has_terms()) {
            if let Some(vset) = &vset {
                let inside = match vset.terms.as_deref() {
                    Some(vterms) => self.terms_subset(vterms, terms),
                    None => false,
                };
                if !inside {
                    return Err(format!("{vs} does not {verb} {ts}"));
                }
            } else if !terms.iter().any(|&term| self.term_includes(term, v)) {
                // Would a ~ have helped?
                let mut alternative = None;
                for &term in terms {
                    let u = self.under(term.ty);
                    if alternative.is_none()
                        && !term.tilde
                        && self.identical(term.ty, u)
                        && self.identical(u, vu)
                    {
                        alternative = Some(term.ty);
                    }
                }
                let detail = match alternative {
                    Some(alt) => {
                        format!("possibly missing ~ for {} in {ts}", self.type_string(alt))
                    }
                    None if self.mentions(tu, v) => {
                        format!("{ts} mentions {vs}, but {vs} is not in the type set of {ts}")
                    }
                    None => format!("{vs} missing in {}", self.terms_string(terms)),
                };
                return Err(format!("{vs} does not {verb} {ts} ({detail})"));
            }
        }
        // Comparability comes last: the other errors are more specific.
        if !self.type_set_comparable(tu, &mut Vec::new()) || !self.requires_comparable(tu) {
            return Ok(());
        }
        if self.comparable_type(v, false).is_ok() {
            return Ok(());
        }
        // Spec: "T is an interface that can be written in the form interface{ comparable; E } …
        // and V is comparable": ordinary interfaces satisfy comparable.
        if constraint && self.comparable_type(v, true).is_ok() {
            if self.allow_version(Version(20)) {
                return Ok(());
            }
            return Err(format!(
                "{vs} to {verb} comparable requires go1.20 or later"
            ));
        }
        Err(format!("{vs} does not {verb} comparable"))
    }

    fn requires_comparable(&mut self, iface: TypeId) -> bool {
        let set = self.type_set(iface);
        set.comparable || set.has_terms()
    }

    /// The type literal `t` mentions `typ`.
    fn mentions(&mut self, t: TypeId, typ: TypeId) -> bool {
        if t == typ || self.identical(t, typ) {
            return true;
        }
        match self.types.get(t).clone() {
            Type::Interface(i) => i.embeddeds.iter().any(|&e| self.mentions(e, typ)),
            Type::Union(terms) => terms.iter().any(|term| self.mentions(term.ty, typ)),
            _ => false,
        }
    }
}
