//! Type sets of interfaces: methods and specific types. Spec: "Interface types".

use crate::checker::Checker;
use crate::interfaces::MAX_TERMS;
use crate::object::ObjId;
use crate::types::{Term, Type, TypeId};
use crate::version::Version;
use source::{Pos, Symbol};
use std::rc::Rc;

/// What an interface's type set is described by.
#[derive(Debug, Default)]
pub struct TypeSet {
    /// All methods, embedded ones included, sorted by name.
    pub methods: Vec<ObjId>,
    /// The specific types; absent if every type is allowed.
    pub terms: Option<Vec<Term>>,
    /// The types must be comparable (only if there are no terms).
    pub comparable: bool,
}

impl TypeSet {
    pub fn is_empty(&self) -> bool {
        self.terms.as_ref().is_some_and(|t| t.is_empty())
    }
    /// The set of all types.
    pub fn is_all(&self) -> bool {
        self.methods.is_empty() && !self.comparable && self.terms.is_none()
    }
    pub fn has_terms(&self) -> bool {
        self.terms.as_ref().is_some_and(|t| !t.is_empty())
    }
}

impl<'a> Checker<'a> {
    /// The type set of an interface type (not of a name of one).
    pub fn type_set(&mut self, iface: TypeId) -> Rc<TypeSet> {
        if let Some(set) = self.state.type_sets.get(&iface) {
            return set.clone();
        }
        self.compute_type_set(iface, None)
    }

    /// With `pos`, errors are reported.
    pub(crate) fn compute_type_set(&mut self, iface: TypeId, pos: Option<Pos>) -> Rc<TypeSet> {
        if let Some(set) = self.state.type_sets.get(&iface) {
            return set.clone();
        }
        let Type::Interface(decl) = self.types.get(iface).clone() else {
            return Rc::default();
        };
        if self.state.incomplete.contains(&iface) || self.state.type_set_busy.contains(&iface) {
            return Rc::default();
        }
        self.state.type_set_busy.insert(iface);
        let mut set = TypeSet {
            comparable: iface == self.state.comparable_interface,
            ..TypeSet::default()
        };
        // Embedded methods may be repeated if their types are identical.
        let mut methods: Vec<(ObjId, Pos)> = Vec::new();
        for &m in &decl.methods {
            self.add_method(&mut methods, m, true, self.obj(m).pos);
        }
        for (i, &ty) in decl.embeddeds.iter().enumerate() {
            let pos = decl.embed_pos.get(i).copied().or(pos).unwrap_or(Pos::NONE);
            let u = self.under(ty);
            let mut comparable = false;
            let terms = match self.types.get(u) {
                Type::Interface(_) => {
                    let inner = self.compute_type_set(u, None);
                    comparable = inner.comparable;
                    for &m in &inner.methods {
                        self.add_method(&mut methods, m, false, pos);
                    }
                    inner.terms.clone()
                }
                Type::Union(_) => {
                    if pos.is_known() {
                        let what = format!("embedding interface element {}", self.type_string(ty));
                        if !self.verify_version(pos, Version(18), &what) {
                            continue;
                        }
                    }
                    self.union_terms(u, pos)
                }
                _ if !u.is_valid() => continue,
                _ => {
                    if pos.is_known() {
                        let what = format!("embedding non-interface type {}", self.type_string(ty));
                        if !self.verify_version(pos, Version(18), &what) {
                            continue;
                        }
                    }
                    Some(vec![Term { tilde: false, ty }])
                }
            };
            self.intersect(&mut set, terms, comparable);
        }
        let mut list: Vec<ObjId> = methods.into_iter().map(|m| m.0).collect();
        self.sort_methods(&mut list);
        set.methods = list;
        let set = Rc::new(set);
        self.state.type_set_busy.remove(&iface);
        self.state.type_sets.insert(iface, set.clone());
        let mut decl = decl;
        decl.all_methods = Some(set.methods.clone());
        self.types.set(iface, Type::Interface(decl));
        set
    }

    pub(crate) fn sort_methods(&self, list: &mut [ObjId]) {
        list.sort_by_cached_key(|&m| self.method_order(m));
    }

    /// The order of methods: by name, then by package.
    pub(crate) fn method_order(&self, m: ObjId) -> (&'static str, Option<Symbol>) {
        let o = self.obj(m);
        let pkg = match o.pkg {
            Some(p) if !o.name.is_exported() => Some(self.pkg(p).path),
            _ => None,
        };
        (o.name.as_str(), pkg)
    }

    fn add_method(&mut self, methods: &mut Vec<(ObjId, Pos)>, m: ObjId, explicit: bool, pos: Pos) {
        let Some(i) = methods
            .iter()
            .position(|&(other, _)| self.same_id(other, m))
        else {
            methods.push((m, pos));
            return;
        };
        let (other, other_pos) = methods[i];
        if other == m && self.allow_version(Version(14)) {
            return;
        }
        let name = self.obj(m).name;
        let message = format!(
            "duplicate method {name}\n\t{}: other declaration of method {name}",
            self.pos_string(other_pos)
        );
        if explicit {
            self.error(pos, message);
            return;
        }
        if !pos.is_known() {
            return;
        }
        // Embedded methods may be repeated if they are identical; their types may be incomplete
        // now.
        self.later(move |c| {
            let (t, u) = (c.obj(m).ty, c.obj(other).ty);
            if !c.allow_version(Version(14)) || !c.identical(t, u) {
                c.error(pos, message);
            }
        });
    }

    /// The type set of a union; `None` is all types.
    fn union_terms(&mut self, union: TypeId, pos: Pos) -> Option<Vec<Term>> {
        let Type::Union(terms) = self.types.get(union).clone() else {
            return None;
        };
        let mut all: Vec<Term> = Vec::new();
        for term in terms.iter() {
            let u = self.under(term.ty);
            let is_own_underlying = self.identical(u, term.ty);
            match self.types.get(u) {
                Type::Interface(_) => match &self.compute_type_set(u, None).terms {
                    Some(inner) => all.extend(inner),
                    None => return None,
                },
                _ if !u.is_valid() => {}
                // No type has this underlying type.
                _ if term.tilde && !is_own_underlying => {}
                _ => all.push(*term),
            }
            if all.len() > MAX_TERMS {
                if pos.is_known() {
                    self.error(
                        pos,
                        format!("cannot handle more than {MAX_TERMS} union terms (implementation limitation)"),
                    );
                }
                return None;
            }
        }
        Some(self.normalize(all))
    }

    /// Without terms that others include.
    fn normalize(&mut self, terms: Vec<Term>) -> Vec<Term> {
        let mut list: Vec<Term> = Vec::new();
        for term in terms {
            if list.iter().any(|&t| self.term_subset(term, t)) {
                continue;
            }
            list.retain(|&t| !self.term_subset(t, term));
            list.push(term);
        }
        list
    }

    fn intersect(&mut self, set: &mut TypeSet, terms: Option<Vec<Term>>, comparable: bool) {
        let comparable = comparable || set.comparable;
        let terms = match (set.terms.take(), terms) {
            (None, t) | (t, None) => t,
            (Some(a), Some(b)) => {
                let mut both = Vec::new();
                for &s in &a {
                    for &t in &b {
                        if let Some(term) = self.term_intersection(s, t) {
                            both.push(term);
                        }
                    }
                }
                Some(self.normalize(both))
            }
        };
        set.comparable = comparable;
        set.terms = terms;
        if set.comparable && set.terms.is_some() {
            // Only the comparable types remain.
            let terms = set.terms.take().unwrap_or_default();
            let kept = terms
                .into_iter()
                .filter(|t| self.comparable_type(t.ty, false).is_ok())
                .collect();
            set.terms = Some(kept);
            set.comparable = false;
        }
    }

    fn term_disjoint(&mut self, x: Term, y: Term) -> bool {
        let ux = if y.tilde { self.under(x.ty) } else { x.ty };
        let uy = if x.tilde { self.under(y.ty) } else { y.ty };
        !self.identical(ux, uy)
    }

    fn term_intersection(&mut self, x: Term, y: Term) -> Option<Term> {
        if self.term_disjoint(x, y) {
            return None;
        }
        Some(if x.tilde && !y.tilde { y } else { x })
    }

    pub(crate) fn term_subset(&mut self, x: Term, y: Term) -> bool {
        !self.term_disjoint(x, y) && (!x.tilde || y.tilde)
    }

    pub(crate) fn term_includes(&mut self, term: Term, t: TypeId) -> bool {
        let u = if term.tilde { self.under(t) } else { t };
        self.identical(term.ty, u)
    }

    pub(crate) fn terms_subset(&mut self, x: &[Term], y: &[Term]) -> bool {
        x.iter().all(|&s| y.iter().any(|&t| self.term_subset(s, t)))
    }

    pub(crate) fn identical_terms(&mut self, x: Option<&[Term]>, y: Option<&[Term]>) -> bool {
        match (x, y) {
            (None, None) => true,
            (Some(x), Some(y)) => self.terms_subset(x, y) && self.terms_subset(y, x),
            _ => false,
        }
    }

    /// `~int | string`.
    /// A term as gc writes it: names qualified by the package's path.
    pub(crate) fn term_string(&self, term: Term) -> String {
        let tilde = if term.tilde { "~" } else { "" };
        format!("{tilde}{}", self.path_type_string(term.ty))
    }

    pub(crate) fn terms_string(&self, terms: &[Term]) -> String {
        if terms.is_empty() {
            return "∅".into();
        }
        let list: Vec<String> = terms.iter().map(|&t| self.term_string(t)).collect();
        list.join(" | ")
    }

    /// For the compiler: the complete method list of an interface type, sorted by name.
    pub fn interface_methods(&mut self, t: TypeId) -> Vec<ObjId> {
        let u = self.under(t);
        self.type_set(u).methods.clone()
    }
}
