//! Fields and methods: selectors, missing methods, method sets. Spec: "Selectors", "Method sets".

use crate::checker::Checker;
use crate::object::{Color, ObjId, ObjectKind, PkgId};
use crate::types::{NamedId, Type, TypeId};
use hashbrown::HashMap;
use source::Symbol;
use std::rc::Rc;

/// A field or method found.
#[derive(Clone, Debug)]
pub struct Lookup {
    pub obj: ObjId,
    /// The type of the field or the method's signature, instantiated for the receiver.
    pub ty: TypeId,
    pub path: Vec<u32>,
    pub indirect: bool,
}

#[derive(Clone, Debug)]
pub enum LookupResult {
    Found(Lookup),
    Ambiguous,
    /// A method with a pointer receiver that the value's method set lacks.
    PointerReceiver(Lookup),
    NotFound,
}

impl LookupResult {
    pub fn found(self) -> Option<Lookup> {
        match self {
            LookupResult::Found(l) => Some(l),
            _ => None,
        }
    }
}

/// A method in a method set.
#[derive(Clone, Debug)]
pub struct MethodEntry {
    pub name: Symbol,
    /// Of unexported names: the package they belong to.
    pub pkg: Option<PkgId>,
    pub obj: ObjId,
    /// The embedded fields to follow.
    pub path: Box<[u32]>,
    /// A pointer is followed on the way.
    pub indirect: bool,
    pub ptr_recv: bool,
}

/// Why a type lacks a method.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Missing {
    NotFound,
    WrongName,
    Unexported,
    WrongSig,
    Ambiguous,
    PtrRecv,
    Field,
}

struct Embedded {
    ty: TypeId,
    path: Vec<u32>,
    indirect: bool,
    /// There are several of this type at this depth.
    multiples: bool,
}

/// How deep embedded fields are followed.
const MAX_EMBEDDING: usize = 200;

impl<'a> Checker<'a> {
    /// The object that `pkg` sees as `name`.
    pub fn same_name(&self, obj: ObjId, pkg: Option<PkgId>, name: Symbol, fold: bool) -> bool {
        let o = self.obj(obj);
        if fold && o.name.as_str().to_lowercase() == name.as_str().to_lowercase() {
            return true;
        }
        o.name == name && (name.is_exported() || o.pkg == pkg)
    }

    /// Looks for the field or method `name` of a value of type `t`. Spec: "Selectors".
    pub fn lookup_field_or_method(
        &mut self,
        t: TypeId,
        addressable: bool,
        pkg: Option<PkgId>,
        name: Symbol,
        fold: bool,
    ) -> LookupResult {
        if name.is_blank() {
            return LookupResult::NotFound;
        }
        // Methods cannot be associated with a named pointer type: only its fields are selected.
        if let Some(n) = self.as_named(t) {
            let u = self.under_of_named(n);
            if matches!(self.types.get(u), Type::Pointer(_)) {
                let result = self.lookup_impl(u, false, pkg, name, fold);
                if let LookupResult::Found(l) = &result
                    && matches!(self.obj(l.obj).kind, ObjectKind::Func(_))
                {
                    return LookupResult::NotFound;
                }
                return result;
            }
        }
        let result = self.lookup_impl(t, addressable, pkg, name, fold);
        if matches!(result, LookupResult::NotFound) && self.is_type_param(t) {
            // A field of the core type is no field of the type parameter.
            return result;
        }
        result
    }

    fn under_of_named(&mut self, n: NamedId) -> TypeId {
        let id = self.types.named(n).id;
        self.under(id)
    }

    fn lookup_impl(
        &mut self,
        t: TypeId,
        addressable: bool,
        pkg: Option<PkgId>,
        name: Symbol,
        fold: bool,
    ) -> LookupResult {
        let (typ, is_ptr) = self.deref(t);
        // *typ where typ is an interface or type parameter has no methods.
        if is_ptr && self.is_interface(typ) {
            return LookupResult::NotFound;
        }
        let mut current = vec![Embedded {
            ty: typ,
            path: Vec::new(),
            indirect: is_ptr,
            multiples: false,
        }];
        let mut seen: Vec<NamedId> = Vec::new();
        let mut depth = 0;
        while !current.is_empty() && depth < MAX_EMBEDDING {
            depth += 1;
            let mut next: Vec<Embedded> = Vec::new();
            let mut found: Option<Lookup> = None;
            let mut collision = false;
            for e in &current {
                let mut typ = self.unalias(e.ty);
                if let Type::Named(n) = *self.types.get(typ) {
                    let origin = self.types.named(n).origin;
                    // Seen at a shallower depth, or at this depth and marked as multiple.
                    let identity = if origin == n { origin } else { n };
                    if seen.contains(&identity) {
                        continue;
                    }
                    seen.push(identity);
                    if let Some(m) = self.find_method(origin, pkg, name, fold) {
                        if found.is_some() || e.multiples {
                            collision = true;
                            continue;
                        }
                        let ty = self.method_type(n, m);
                        found = Some(Lookup {
                            obj: m,
                            ty,
                            path: e.path.clone(),
                            indirect: e.indirect,
                        });
                        continue;
                    }
                }
                typ = self.under(typ);
                match self.types.get(typ) {
                    Type::Struct(s) => {
                        let fields = s.fields.clone();
                        for (i, f) in fields.into_iter().enumerate() {
                            if self.same_name(f, pkg, name, fold) {
                                if found.is_some() || e.multiples {
                                    collision = true;
                                    continue;
                                }
                                let mut path = e.path.clone();
                                path.push(i as u32);
                                found = Some(Lookup {
                                    obj: f,
                                    ty: self.obj(f).ty,
                                    path,
                                    indirect: e.indirect,
                                });
                                continue;
                            }
                            if found.is_none() && self.is_embedded(f) {
                                let (ft, ptr) = self.deref(self.obj(f).ty);
                                match self.types.get(self.unalias(ft)) {
                                    Type::Named(_) | Type::Struct(_) | Type::Interface(_) => {
                                        let mut path = e.path.clone();
                                        path.push(i as u32);
                                        next.push(Embedded {
                                            ty: ft,
                                            path,
                                            indirect: e.indirect || ptr,
                                            multiples: e.multiples,
                                        });
                                    }
                                    _ => {}
                                }
                            }
                        }
                    }
                    Type::Interface(_) => {
                        let set = self.type_set(typ);
                        let m = set
                            .methods
                            .iter()
                            .copied()
                            .find(|&m| self.same_name(m, pkg, name, fold));
                        if let Some(m) = m {
                            if found.is_some() || e.multiples {
                                collision = true;
                                continue;
                            }
                            found = Some(Lookup {
                                obj: m,
                                ty: self.obj(m).ty,
                                path: e.path.clone(),
                                indirect: e.indirect,
                            });
                        }
                    }
                    _ => {}
                }
            }
            if collision {
                return LookupResult::Ambiguous;
            }
            if let Some(l) = found {
                if let ObjectKind::Func(f) = &self.obj(l.obj).kind {
                    // Spec: "A method call x.m() is valid if the method set of (the type of) x
                    // contains m"; an addressable x has the pointer's methods too.
                    if f.ptr_recv && !l.indirect && !addressable {
                        return LookupResult::PointerReceiver(l);
                    }
                }
                return LookupResult::Found(l);
            }
            current = self.consolidate(next);
        }
        LookupResult::NotFound
    }

    /// Types that appear several times at one depth become one entry.
    fn consolidate(&mut self, list: Vec<Embedded>) -> Vec<Embedded> {
        if list.len() <= 1 {
            return list;
        }
        let mut result: Vec<Embedded> = Vec::with_capacity(list.len());
        let mut index: HashMap<TypeId, usize> = HashMap::default();
        for e in list {
            let t = self.unalias(e.ty);
            if let Some(&i) = index.get(&t) {
                result[i].multiples = true;
                continue;
            }
            index.insert(t, result.len());
            result.push(e);
        }
        result
    }

    /// The method declared on the origin type.
    pub(crate) fn find_method(
        &mut self,
        origin: NamedId,
        pkg: Option<PkgId>,
        name: Symbol,
        fold: bool,
    ) -> Option<ObjId> {
        let named = self.types.named(origin);
        if named.methods.is_empty() {
            return None;
        }
        let i = named
            .methods
            .iter()
            .position(|&m| self.same_name(m, pkg, name, fold))?;
        Some(self.types.named(origin).methods[i])
    }

    /// The signature of a declared method as a method of the (possibly instantiated) type `n`.
    pub fn method_type(&mut self, n: NamedId, method: ObjId) -> TypeId {
        if self.obj(method).color != Color::Black {
            self.obj_decl(method);
        }
        let sig = self.obj(method).ty;
        let named = self.types.named(n);
        if named.targs.is_empty() {
            return sig;
        }
        let targs = named.targs.clone();
        let Type::Signature(s) = self.types.get(sig) else {
            return sig;
        };
        let tparams = s.recv_tparams.clone();
        if tparams.len() != targs.len() {
            return sig;
        }
        self.subst(sig, &tparams, &targs)
    }

    /// Why `x.sel` is no field or method: what messages say after "undefined". `found` is an object
    /// whose name differs in case or that is not accessible.
    pub fn lookup_error(
        &mut self,
        t: TypeId,
        sel: Symbol,
        found: Option<ObjId>,
        struct_lit: bool,
    ) -> String {
        #[derive(PartialEq)]
        enum Case {
            Missing,
            Misspelled,
            Unexported,
            Inaccessible,
        }
        let tail = |s: &'static str| {
            let mut chars = s.chars();
            chars.next();
            chars.as_str()
        };
        let mut case = Case::Missing;
        let mut alt = Symbol::EMPTY;
        let mut what = "object";
        if let Some(obj) = found {
            let o = self.obj(obj);
            alt = o.name;
            what = match &o.kind {
                ObjectKind::Var(_) => "field",
                ObjectKind::Func(_) => "method",
                _ => "object",
            };
            let same_tail = tail(alt.as_str()) == tail(sel.as_str());
            case = if o.pkg == Some(self.env.pkg) {
                Case::Misspelled
            } else if sel.is_exported() {
                if alt.is_exported() {
                    Case::Misspelled
                } else if same_tail {
                    Case::Unexported
                } else {
                    Case::Missing
                }
            } else if alt.is_exported() {
                if same_tail {
                    Case::Misspelled
                } else {
                    Case::Missing
                }
            } else if alt == sel {
                Case::Inaccessible
            } else {
                Case::Missing
            };
        }
        let ty = self.type_string(t);
        if struct_lit {
            return match case {
                Case::Missing => format!("unknown field {sel} in struct literal of type {ty}"),
                Case::Misspelled => {
                    format!(
                        "unknown field {sel} in struct literal of type {ty}, but does have {alt}"
                    )
                }
                Case::Unexported => {
                    format!(
                        "unknown field {sel} in struct literal of type {ty}, but does have unexported {alt}"
                    )
                }
                Case::Inaccessible => {
                    format!("cannot refer to unexported field {alt} in struct literal of type {ty}")
                }
            };
        }
        match case {
            Case::Missing => format!("type {ty} has no field or method {sel}"),
            Case::Misspelled => {
                format!("type {ty} has no field or method {sel}, but does have {what} {alt}")
            }
            Case::Unexported => {
                format!(
                    "type {ty} has no field or method {sel}, but does have unexported {what} {alt}"
                )
            }
            Case::Inaccessible => format!("cannot refer to unexported {what} {alt}"),
        }
    }

    /// `*I` where I is an interface or a type parameter.
    pub fn is_interface_ptr(&mut self, t: TypeId) -> bool {
        let u = self.under(t);
        match *self.types.get(u) {
            Type::Pointer(base) => self.is_interface(base),
            _ => false,
        }
    }

    pub fn interface_ptr_error(&mut self, t: TypeId) -> String {
        let u = self.under(t);
        let text = self.type_string(t);
        match *self.types.get(u) {
            Type::Pointer(base) if self.is_type_param(base) => {
                format!("type {text} is pointer to type parameter, not type parameter")
            }
            _ => format!("type {text} is pointer to interface, not interface"),
        }
    }

    /// The first method of the interface `t` that `v` lacks. With `is_static`, an interface `v` must
    /// have them all; otherwise (type assertions) only common methods must agree. `cause` gets gc's
    /// explanation.
    pub fn missing_method(
        &mut self,
        v: TypeId,
        t: TypeId,
        is_static: bool,
        cause: Option<&mut String>,
    ) -> Option<ObjId> {
        let tu = self.under(t);
        if !matches!(self.types.get(tu), Type::Interface(_)) {
            return None;
        }
        let methods = self.type_set(tu).methods.clone();
        if methods.is_empty() {
            return None;
        }
        let vu = self.under(v);
        let v_iface = matches!(self.types.get(vu), Type::Interface(_));
        if v_iface {
            let vset = self.type_set(vu);
            for &m in &methods {
                let f = vset.methods.iter().copied().find(|&f| self.same_id(f, m));
                let Some(f) = f else {
                    if !is_static {
                        continue;
                    }
                    return self.explain_missing(v, t, m, None, Missing::NotFound, cause);
                };
                let (ft, mt) = (self.obj(f).ty, self.obj(m).ty);
                if !self.identical(ft, mt) {
                    return self.explain_missing(v, t, m, Some((f, ft)), Missing::WrongSig, cause);
                }
            }
            return None;
        }
        for &m in &methods {
            let (name, pkg) = (self.obj(m).name, self.obj(m).pkg);
            let (state, f) = match self.lookup_field_or_method(v, false, pkg, name, false) {
                LookupResult::Found(l) => match self.obj(l.obj).kind {
                    ObjectKind::Func(_) => {
                        let mt = self.obj(m).ty;
                        if self.identical(l.ty, mt) {
                            continue;
                        }
                        (Missing::WrongSig, Some((l.obj, l.ty)))
                    }
                    _ => (Missing::Field, None),
                },
                LookupResult::Ambiguous => (Missing::Ambiguous, None),
                LookupResult::PointerReceiver(l) => (Missing::PtrRecv, Some((l.obj, l.ty))),
                LookupResult::NotFound => {
                    // Another capitalisation, or an unexported name of another package?
                    match self.lookup_field_or_method(v, false, pkg, name, true) {
                        LookupResult::Found(l) | LookupResult::PointerReceiver(l)
                            if matches!(self.obj(l.obj).kind, ObjectKind::Func(_)) =>
                        {
                            let state = if self.obj(l.obj).name == name {
                                Missing::Unexported
                            } else {
                                Missing::WrongName
                            };
                            (state, Some((l.obj, l.ty)))
                        }
                        // A field whose type is unknown may have the method.
                        _ if self.embeds_invalid(v, &mut Vec::new()) => continue,
                        _ => (Missing::NotFound, None),
                    }
                }
            };
            return self.explain_missing(v, t, m, f, state, cause);
        }
        None
    }

    /// Whether a struct embeds, at some depth, a type that is invalid.
    fn embeds_invalid(&mut self, t: TypeId, seen: &mut Vec<TypeId>) -> bool {
        let (t, _) = self.deref(t);
        let u = self.under(t);
        if seen.contains(&u) {
            return false;
        }
        seen.push(u);
        let Type::Struct(s) = self.types.get(u) else {
            return false;
        };
        let fields = s.fields.clone();
        fields.into_iter().any(|f| {
            let ty = self.obj(f).ty;
            self.is_embedded(f) && (!self.is_valid(ty) || self.embeds_invalid(ty, seen))
        })
    }

    fn explain_missing(
        &mut self,
        v: TypeId,
        t: TypeId,
        m: ObjId,
        f: Option<(ObjId, TypeId)>,
        state: Missing,
        cause: Option<&mut String>,
    ) -> Option<ObjId> {
        let Some(cause) = cause else {
            return Some(m);
        };
        let name = self.obj(m).name;
        let have_want = |this: &Self| {
            let (obj, ty) = f.unwrap_or((m, this.obj(m).ty));
            let have = format!("{}{}", this.obj(obj).name, this.unnamed_signature(ty));
            let want = format!(
                "{}{}",
                this.obj(m).name,
                this.unnamed_signature(this.obj(m).ty)
            );
            (have, want)
        };
        *cause = match state {
            Missing::NotFound => {
                if self.is_interface_ptr(v) {
                    format!("({})", self.interface_ptr_error(v))
                } else if self.is_interface_ptr(t) {
                    format!("({})", self.interface_ptr_error(t))
                } else {
                    format!("(missing method {name})")
                }
            }
            Missing::WrongName => {
                let (have, want) = have_want(self);
                format!("(missing method {name})\n\t\thave {have}\n\t\twant {want}")
            }
            Missing::Unexported => format!("(unexported method {name})"),
            Missing::WrongSig => {
                let (have, want) = have_want(self);
                if have == want {
                    format!("(wrong type for method {name})")
                } else {
                    format!("(wrong type for method {name})\n\t\thave {have}\n\t\twant {want}")
                }
            }
            Missing::Ambiguous => format!("(ambiguous selector {}.{name})", self.type_string(v)),
            Missing::PtrRecv => format!("(method {name} has pointer receiver)"),
            Missing::Field => format!("({}.{name} is a field, not a method)", self.type_string(v)),
        };
        Some(m)
    }

    pub fn has_all_methods(
        &mut self,
        v: TypeId,
        t: TypeId,
        is_static: bool,
        cause: Option<&mut String>,
    ) -> bool {
        self.missing_method(v, t, is_static, cause).is_none()
    }

    /// A value of interface type `v` may be asserted to have type `t`.
    pub fn new_assertable_to(&mut self, v: TypeId, t: TypeId, cause: Option<&mut String>) -> bool {
        // No static check is required if t is an interface.
        if self.is_interface(t) {
            return true;
        }
        self.implements(t, v, false, cause)
    }

    /// For the compiler: all methods that can be called on a value of type `t`, promoted ones
    /// included, sorted by name.
    pub fn method_set(&mut self, t: TypeId) -> Rc<[MethodEntry]> {
        let t = self.unalias(t);
        if let Some(set) = self.state.method_sets.get(&t) {
            return set.clone();
        }
        let mut names: Vec<(Symbol, Option<PkgId>)> = Vec::new();
        self.collect_method_names(t, &mut names, &mut Vec::new());
        let mut entries = Vec::with_capacity(names.len());
        for (name, pkg) in names {
            if let LookupResult::Found(l) = self.lookup_field_or_method(t, false, pkg, name, false)
                && let ObjectKind::Func(f) = &self.obj(l.obj).kind
            {
                let ptr_recv = f.ptr_recv;
                if self.obj(l.obj).color != Color::Black {
                    self.obj_decl(l.obj);
                }
                entries.push(MethodEntry {
                    name,
                    pkg: if name.is_exported() { None } else { pkg },
                    obj: l.obj,
                    path: l.path.into(),
                    indirect: l.indirect,
                    ptr_recv,
                });
            }
        }
        entries.sort_by_cached_key(|e| self.method_order(e.obj));
        let set: Rc<[MethodEntry]> = entries.into();
        self.state.method_sets.insert(t, set.clone());
        set
    }

    fn collect_method_names(
        &mut self,
        t: TypeId,
        names: &mut Vec<(Symbol, Option<PkgId>)>,
        seen: &mut Vec<TypeId>,
    ) {
        let (t, _) = self.deref(t);
        let t = self.unalias(t);
        if seen.contains(&t) {
            return;
        }
        seen.push(t);
        let mut add = |name: Symbol, pkg: Option<PkgId>| {
            let key = (name, if name.is_exported() { None } else { pkg });
            if !names.contains(&key) {
                names.push(key);
            }
        };
        if let Type::Named(n) = *self.types.get(t) {
            let origin = self.types.named(n).origin;
            for &m in &self.types.named(origin).methods {
                let o = self.obj(m);
                add(o.name, o.pkg);
            }
        }
        let u = self.under(t);
        match self.types.get(u) {
            Type::Struct(s) => {
                let fields = s.fields.clone();
                for f in fields {
                    if self.is_embedded(f) {
                        let ft = self.obj(f).ty;
                        self.collect_method_names(ft, names, seen);
                    }
                }
            }
            Type::Interface(_) => {
                for &m in &self.type_set(u).methods {
                    let o = self.obj(m);
                    add(o.name, o.pkg);
                }
            }
            _ => {}
        }
    }
}
