//! Substitution of type arguments for type parameters.

use crate::checker::Checker;
use crate::object::ObjId;
use crate::types::{Interface, NamedId, Signature, StructType, Term, Type, TypeId, TypeParamId};

/// How deep a type is rewritten: deeper ones are left alone (and were reported as endless).
const MAX_DEPTH: u32 = 300;

impl<'a> Checker<'a> {
    /// `t` with each of `from` replaced by the type of `to` at the same place.
    pub fn subst(&mut self, t: TypeId, from: &[TypeParamId], to: &[TypeId]) -> TypeId {
        if from.is_empty() || !self.mentions_tparams(t) {
            return t;
        }
        Subst {
            c: self,
            from,
            to,
            depth: 0,
        }
        .ty(t)
    }

    /// The type mentions type parameters (any).
    pub fn mentions_tparams(&mut self, t: TypeId) -> bool {
        match self.types.get(t) {
            Type::Basic(_) => return false,
            Type::TypeParam(_) => return true,
            _ => {}
        }
        if let Some(&known) = self.state.mentions_tparams.get(&t) {
            return known;
        }
        // Against cycles through broken types.
        self.state.mentions_tparams.insert(t, false);
        let result = self.mentions_parts(t);
        if result {
            self.state.mentions_tparams.insert(t, true);
        } else if self.is_open(t) {
            self.state.mentions_tparams.remove(&t);
        }
        result
    }

    /// A declared type whose parts are not final.
    fn is_open(&self, t: TypeId) -> bool {
        match self.types.get(t) {
            Type::Named(n) => self.types.named(*n).underlying.is_none(),
            Type::Alias { actual, .. } => *actual == TypeId::UNSET || *actual == TypeId::INVALID,
            _ => false,
        }
    }

    fn mentions_parts(&mut self, t: TypeId) -> bool {
        let parts: Vec<TypeId> = match self.types.get(t) {
            Type::Basic(_) => return false,
            Type::TypeParam(_) => return true,
            Type::Named(n) => {
                let named = self.types.named(*n);
                if !named.outer_tparams.is_empty() && named.outer_targs.is_empty() {
                    return true;
                }
                named
                    .targs
                    .iter()
                    .chain(named.outer_targs.iter())
                    .copied()
                    .collect()
            }
            Type::Alias { actual, targs, .. } => targs.iter().copied().chain([*actual]).collect(),
            Type::Pointer(e)
            | Type::Slice(e)
            | Type::Array { elem: e, .. }
            | Type::Chan { elem: e, .. } => {
                vec![*e]
            }
            Type::Map { key, elem } => vec![*key, *elem],
            Type::Struct(s) => s.fields.iter().map(|&f| self.obj(f).ty).collect(),
            Type::Signature(s) => {
                let vars = s.params.iter().chain(&s.results);
                let bounds = s.tparams.iter().map(|&p| self.types.tparam(p).bound);
                vars.map(|&v| self.obj(v).ty).chain(bounds).collect()
            }
            Type::Interface(i) => {
                let methods = i.methods.iter().map(|&m| self.obj(m).ty);
                methods.chain(i.embeddeds.iter().copied()).collect()
            }
            Type::Tuple(list) => list.to_vec(),
            Type::Union(terms) => terms.iter().map(|t| t.ty).collect(),
        };
        parts.into_iter().any(|p| self.mentions_tparams(p))
    }
}

struct Subst<'s, 'c, 'a> {
    c: &'c mut Checker<'a>,
    from: &'s [TypeParamId],
    to: &'s [TypeId],
    depth: u32,
}

impl Subst<'_, '_, '_> {
    fn ty(&mut self, t: TypeId) -> TypeId {
        if self.depth > MAX_DEPTH || !self.c.mentions_tparams(t) {
            return t;
        }
        self.depth += 1;
        let result = self.rewrite(t);
        self.depth -= 1;
        result
    }

    fn list(&mut self, list: &[TypeId]) -> Option<Vec<TypeId>> {
        let new: Vec<TypeId> = list.iter().map(|&t| self.ty(t)).collect();
        (new != list).then_some(new)
    }

    /// Copies of the variables if one's type changes.
    fn vars(&mut self, vars: &[ObjId]) -> Option<Vec<ObjId>> {
        let types: Vec<TypeId> = vars
            .iter()
            .map(|&v| {
                let t = self.c.obj(v).ty;
                self.ty(t)
            })
            .collect();
        if vars
            .iter()
            .zip(&types)
            .all(|(&v, &t)| self.c.obj(v).ty == t)
        {
            return None;
        }
        let copies = vars.iter().zip(types).map(|(&v, ty)| {
            let mut copy = self.c.obj(v).clone();
            copy.ty = ty;
            self.c.add_obj(copy)
        });
        Some(copies.collect())
    }

    fn rewrite(&mut self, t: TypeId) -> TypeId {
        match *self.c.types.get(t) {
            Type::Basic(_) => t,
            Type::TypeParam(p) => match self.from.iter().position(|&q| q == p) {
                Some(i) => self.to.get(i).copied().unwrap_or(t),
                None => t,
            },
            Type::Pointer(e) => {
                let e = self.ty(e);
                self.c.types.pointer(e)
            }
            Type::Slice(e) => {
                let e = self.ty(e);
                self.c.types.slice(e)
            }
            Type::Array { elem, len } => {
                let elem = self.ty(elem);
                self.c.types.array(elem, len)
            }
            Type::Chan { dir, elem } => {
                let elem = self.ty(elem);
                self.c.types.chan(dir, elem)
            }
            Type::Map { key, elem } => {
                let (key, elem) = (self.ty(key), self.ty(elem));
                self.c.types.map(key, elem)
            }
            Type::Named(n) => self.named(t, n),
            Type::Alias {
                obj,
                actual,
                ref targs,
            } => {
                let targs = targs.clone();
                let new_targs = self.list(&targs);
                let new_actual = self.ty(actual);
                if new_targs.is_none() && new_actual == actual {
                    return t;
                }
                if targs.is_empty() {
                    return new_actual;
                }
                self.c.types.add(Type::Alias {
                    obj,
                    actual: new_actual,
                    targs: new_targs.map_or(targs, Into::into),
                })
            }
            Type::Tuple(ref list) => {
                let list = list.clone();
                match self.list(&list) {
                    Some(new) => self.c.types.tuple(&new),
                    None => t,
                }
            }
            Type::Struct(ref s) => {
                let (fields, tags) = (s.fields.clone(), s.tags.clone());
                match self.vars(&fields) {
                    Some(fields) => self
                        .c
                        .types
                        .add(Type::Struct(Box::new(StructType { fields, tags }))),
                    None => t,
                }
            }
            Type::Signature(ref s) => {
                let s = s.clone();
                let (params, results) = (self.vars(&s.params), self.vars(&s.results));
                if params.is_none() && results.is_none() {
                    return t;
                }
                let sig = Signature {
                    recv: s.recv,
                    tparams: s.tparams,
                    recv_tparams: Vec::new(),
                    params: params.unwrap_or(s.params),
                    results: results.unwrap_or(s.results),
                    variadic: s.variadic,
                    scope: None,
                };
                self.c.types.add(Type::Signature(Box::new(sig)))
            }
            Type::Interface(ref i) => {
                let i = i.clone();
                let methods = self.vars(&i.methods);
                let embeddeds = self.list(&i.embeddeds);
                if methods.is_none() && embeddeds.is_none() {
                    return t;
                }
                let iface = Interface {
                    methods: methods.unwrap_or(i.methods),
                    embeddeds: embeddeds.unwrap_or(i.embeddeds),
                    embed_pos: Vec::new(),
                    implicit: i.implicit,
                    all_methods: None,
                };
                self.c.types.add(Type::Interface(Box::new(iface)))
            }
            Type::Union(ref terms) => {
                let terms: Vec<Term> = terms.clone().to_vec();
                let new: Vec<Term> = terms
                    .iter()
                    .map(|term| Term {
                        tilde: term.tilde,
                        ty: self.ty(term.ty),
                    })
                    .collect();
                if new == terms {
                    return t;
                }
                self.c.types.add(Type::Union(new.into()))
            }
        }
    }

    fn named(&mut self, t: TypeId, n: NamedId) -> TypeId {
        let named = self.c.types.named(n);
        let (origin, targs, outer) = (named.origin, named.targs.clone(), named.outer_targs.clone());
        let new_targs = self.list(&targs).map_or(targs.clone(), Into::into);
        let outer_tparams = self.c.types.named(origin).outer_tparams.clone();
        let new_outer: Box<[TypeId]> = if outer_tparams.is_empty() {
            outer.clone()
        } else {
            let current: Vec<TypeId> = if outer.is_empty() {
                outer_tparams
                    .iter()
                    .map(|&p| self.c.types.tparam(p).id)
                    .collect()
            } else {
                outer.to_vec()
            };
            match self.list(&current) {
                Some(new) => new.into(),
                None => outer.clone(),
            }
        };
        if new_targs == targs && new_outer == outer {
            return t;
        }
        self.c.instance(origin, &new_targs, &new_outer)
    }
}
