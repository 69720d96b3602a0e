//! A checker between the entries of an interactive session: all that it knows, without the tree and
//! the sources, which grow meanwhile.
//!
//! A session is one package. Every entry is a file of it, checked in a scope inside the session's: an
//! entry that fails leaves nothing behind, and what a right one declares replaces earlier declarations
//! in the session's scope. An entry that declares nothing can be undone after it has run, so that a
//! session does not grow: [`Checker::mark`] and [`Checker::rollback`]. That is impossible if something
//! older came to refer to what is new (an instance's underlying type was made, a std body was
//! checked); writes to old objects, types and nodes are noted for that.

use crate::Config;
use crate::checker::{Checker, DeclInfo, Environment, ExprInfo, State};
use crate::info::Info;
use crate::object::{Color, ObjId, Object, ObjectKind, Package, PkgId, ScopeId, VarRole};
use crate::scope::Scopes;
use crate::types::{NamedId, Type, TypeId, TypeParamId, Types, TypesMark};
use hashbrown::HashMap;
use parser::ast::{Ast, Checkpoint, ExprId, File};
use source::{Diagnostics, SourceMap, Symbol};

/// What [`Checker::suspend`] keeps.
pub struct Suspended {
    config: Config,
    types: Types,
    objects: Vec<Object>,
    scopes: Scopes,
    info: Info,
    packages: Vec<Package>,
    diags: Diagnostics,
    env: Environment,
    decls: Vec<DeclInfo>,
    universe: ScopeId,
    untyped: HashMap<ExprId, ExprInfo>,
    obj_path: Vec<ObjId>,
    depth: u32,
    kept_objects: u32,
    kept_exprs: usize,
    touched: bool,
    state: State,
}

/// The fields that a checker and what is kept of it share, from one to the other.
macro_rules! with_kept_fields {
    ($from:ident => $to:ident { $($own:tt)* }) => {
        $to {
            config: $from.config,
            types: $from.types,
            objects: $from.objects,
            scopes: $from.scopes,
            info: $from.info,
            packages: $from.packages,
            diags: $from.diags,
            env: $from.env,
            decls: $from.decls,
            universe: $from.universe,
            untyped: $from.untyped,
            obj_path: $from.obj_path,
            depth: $from.depth,
            kept_objects: $from.kept_objects,
            kept_exprs: $from.kept_exprs,
            touched: $from.touched,
            state: $from.state,
            $($own)*
        }
    };
}

/// An entry that has been checked.
pub struct Entry {
    /// The session's scope.
    pub outer: ScopeId,
    /// What it declares for later ones.
    pub declared: Vec<(Symbol, ObjId)>,
    /// The function that it runs.
    pub function: Option<ObjId>,
    /// Types of earlier entries that got methods, and those that they had.
    pub attached: Vec<(NamedId, Vec<ObjId>)>,
    /// Methods that take the place of earlier ones, which come first.
    pub methods: Vec<(ObjId, ObjId)>,
    /// Some of these have other types than before: their receiver's type must be declared again.
    pub reshapes: bool,
}

/// How much there was at one time.
#[derive(Clone, Debug)]
pub struct Mark {
    pub objects: usize,
    pub exprs: usize,
    pub stmts: usize,
    scopes: usize,
    types: TypesMark,
    pub type_count: u32,
    packages: usize,
    decls: usize,
    /// Type sets and method sets that have been made.
    sets: usize,
}

impl State {
    /// Drops what refers to types and objects that are gone.
    fn forget(&mut self, mark: &Mark) {
        let is_type = |t: &TypeId| t.0 < mark.type_count;
        let is_obj = |o: &ObjId| (o.0 as usize) < mark.objects;
        let is_named = |n: &NamedId| (n.0 as usize) < mark.types.named();
        let is_tparam = |p: &TypeParamId| (p.0 as usize) < mark.types.tparams();
        self.methods.retain(|o, _| is_obj(o));
        self.instances
            .retain(|(n, targs), i| is_named(n) && is_named(i) && targs.iter().all(is_type));
        self.canonical.retain(|_, t| is_type(t));
        self.canonical_memo.retain(|t, c| is_type(t) && is_type(c));
        self.type_sets.retain(|t, _| is_type(t));
        self.canonical_tparams
            .retain(|p, q| is_tparam(p) && is_tparam(q));
        self.alias_tparams.retain(|o, _| is_obj(o));
        self.mentions_tparams.retain(|t, _| is_type(t));
        self.method_sets.retain(|t, _| is_type(t));
        self.instance_pos.retain(|t, _| is_type(t));
        self.valid.retain(is_named);
        self.mono = crate::mono::MonoGraph::default();
    }
}

impl<'a> Checker<'a> {
    /// Lets go of the tree and the sources.
    pub fn suspend(self) -> Suspended {
        with_kept_fields!(self => Suspended {})
    }

    /// Checks the packages from `first` on, which were added last.
    pub fn check_added(&mut self, first: usize) {
        for i in first..self.packages.len() {
            self.check_package(PkgId(i as u32));
        }
    }

    /// Checks the packages of the user's from `first` on, which were added last, as in a program. Their
    /// expressions come after the last mark.
    pub fn check_imported(&mut self, first: usize) {
        self.state.imports.clear();
        self.config.is_session = false;
        self.check_from(PkgId(first as u32), self.kept_exprs);
        self.config.is_session = true;
    }

    /// Checks one more file of the session's package, in a scope of its own inside the session's.
    ///
    /// What the outermost block of the function called `function` declares becomes the session's:
    /// its variables are package variables. With `asks`, expressions may stand alone there.
    pub fn check_entry(
        &mut self,
        pkg: PkgId,
        file: File,
        function: Option<Symbol>,
        asks: bool,
    ) -> Entry {
        let outer = self.pkg(pkg).scope;
        let scope = self.scopes.add(Some(outer));
        let p = self.pkg_mut(pkg);
        p.scope = scope;
        p.files = vec![file];
        p.init_order.clear();
        p.inits.clear();
        p.funcs.clear();
        p.vars.clear();
        self.state.imports.clear();
        self.branches(pkg, self.kept_exprs);
        self.state.asks = asks;
        self.state.missing_bodies.clear();
        self.check_package(pkg);
        self.state.asks = false;
        for pos in std::mem::take(&mut self.state.missing_bodies) {
            self.soft_error(pos, "missing function body");
        }
        let attached = std::mem::take(&mut self.state.attached);
        let (methods, reshapes) = self.replaced_methods(&attached);
        let function = function.and_then(|name| self.scope(scope).lookup(name));
        let body = function.and_then(|f| match self.types.get(self.obj(f).ty) {
            Type::Signature(sig) => sig.scope,
            _ => None,
        });
        let mut declared = self.scope(scope).objects().to_vec();
        declared.retain(|d| Some(d.1) != function);
        if let Some(body) = body {
            let locals = self.scope(body).objects().to_vec();
            for &(_, obj) in &locals {
                if let ObjectKind::Var(v) = &mut self.obj_mut(obj).kind {
                    v.role = VarRole::Package;
                }
            }
            declared.extend(locals);
        }
        Entry {
            outer,
            declared,
            function,
            attached,
            methods,
            reshapes,
        }
    }

    /// What a name that this entry does not declare means in the session.
    pub(crate) fn earlier_object(&self, scope: ScopeId, name: Symbol) -> Option<ObjId> {
        let outer = self.scope(scope).parent.filter(|&s| s != self.universe);
        self.scope(outer?).lookup(name)
    }

    /// Gives the entry's methods to types of earlier entries.
    pub(crate) fn attach_methods(&mut self) {
        let bases: Vec<ObjId> = self.state.methods.keys().copied().collect();
        for base in bases {
            // Std types are declared when something needs them, with their methods.
            if base.0 < self.kept_objects && self.obj(base).color == Color::Black {
                self.collect_methods(base);
            }
        }
    }

    /// Remembers the methods of an earlier entry's type, which is about to get more.
    pub(crate) fn note_attachment(&mut self, base: NamedId, methods: &[ObjId]) {
        if self.obj(self.types.named(base).obj).color == Color::Black
            && self.types.named(base).obj.0 < self.kept_objects
        {
            self.state.method_sets.clear();
            self.state.attached.push((base, methods.to_vec()));
            self.state.is_attached = true;
        }
    }

    /// Earlier methods with those that replace them, and whether some call of an earlier one does not
    /// fit its successor.
    fn replaced_methods(
        &mut self,
        attached: &[(NamedId, Vec<ObjId>)],
    ) -> (Vec<(ObjId, ObjId)>, bool) {
        let mut replaced = Vec::new();
        let mut reshapes = false;
        for (base, earlier) in attached {
            for new in self.types.named(*base).methods.clone() {
                let name = self.obj(new).name;
                let old = earlier.iter().find(|&&o| self.obj(o).name == name);
                let Some(&old) = old.filter(|&&old| old != new) else {
                    continue;
                };
                let by_pointer = |c: &Self, o: ObjId| match &c.obj(o).kind {
                    ObjectKind::Func(f) => f.ptr_recv,
                    _ => false,
                };
                let is_same = by_pointer(self, old) == by_pointer(self, new)
                    && self.types.named(*base).tparams.is_empty()
                    && self.identical(self.obj(old).ty, self.obj(new).ty);
                reshapes |= !is_same;
                replaced.push((old, new));
            }
        }
        (replaced, reshapes)
    }

    /// Whether a later entry has declared the name of this package-level type again.
    pub(crate) fn is_replaced(&self, obj: ObjId) -> bool {
        let o = self.obj(obj);
        let Some(pkg) = o
            .pkg
            .filter(|&p| self.config.is_session && !self.pkg(p).is_std)
        else {
            return false;
        };
        let scope = self.pkg(pkg).scope;
        let own = self.scope(scope).lookup(o.name);
        let meant = own.or_else(|| self.earlier_object(scope, o.name));
        o.decl.is_some() && meant != Some(obj)
    }

    /// The type of a method's receiver.
    pub fn receiver_type(&self, method: ObjId) -> Option<TypeId> {
        match self.types.get(self.obj(method).ty) {
            Type::Signature(sig) => Some(self.obj(sig.recv?).ty),
            _ => None,
        }
    }

    /// Whether the expression statement `e` is what a session wants to know about.
    pub(crate) fn is_asked(&self) -> bool {
        let outside = self.scope(self.env.scope).parent;
        self.state.asks
            && self
                .state
                .file_scopes
                .get(&self.env.pkg)
                .is_some_and(|files| outside.is_some_and(|s| files.contains(&s)))
    }

    /// The entry's declarations hide earlier ones from now on.
    pub fn keep_entry(&mut self, pkg: PkgId, entry: &Entry) {
        self.pkg_mut(pkg).scope = entry.outer;
        for &(name, obj) in &entry.declared {
            self.scopes.get_mut(entry.outer).replace(name, obj);
        }
    }

    /// Gives an earlier constant the value of one that is about to be forgotten.
    pub fn replace_constant(&mut self, old: ObjId, new: ObjId) {
        self.objects[old.0 as usize].kind = self.obj(new).kind.clone();
    }

    /// Names mean again what they meant before the entry.
    pub fn leave_entry(&mut self, pkg: PkgId, entry: &Entry) {
        self.pkg_mut(pkg).scope = entry.outer;
        for (base, methods) in &entry.attached {
            self.types.set_methods(*base, methods.clone());
            self.state.method_sets.clear();
        }
        self.state.is_attached = false;
        self.clear_transient();
    }

    fn clear_transient(&mut self) {
        self.delayed.clear();
        self.untyped.clear();
        self.obj_path.clear();
        self.depth = 0;
        self.state.package_objects.clear();
        self.state.missing_bodies.clear();
    }

    /// Forgets all that entries have declared.
    pub fn reset_session(&mut self, pkg: PkgId) {
        let scope = self.scopes.add(Some(self.universe));
        self.pkg_mut(pkg).scope = scope;
        self.clear_transient();
    }

    /// The present state, to which [`Checker::rollback`] can return as long as nothing older has
    /// changed. The tree was at `tree` before the entry.
    pub fn mark(&mut self, tree: &Checkpoint) -> Mark {
        self.kept_objects = self.objects.len() as u32;
        self.kept_exprs = tree.exprs();
        self.state.is_attached = false;
        self.touched = false;
        Mark {
            objects: self.objects.len(),
            exprs: tree.exprs(),
            stmts: tree.stmts(),
            scopes: self.scopes.len(),
            types: self.types.mark(),
            type_count: self.types.len() as u32,
            packages: self.packages.len(),
            decls: self.decls.len(),
            sets: self.state.type_sets.len() + self.state.method_sets.len(),
        }
    }

    /// Whether something from before the mark refers to what was added since, so that the latter must
    /// stay.
    pub fn is_touched(&self, mark: &Mark) -> bool {
        let is_old = |t: &&TypeId| t.0 < mark.type_count;
        let sets = self.state.type_sets.keys().filter(is_old).count()
            + self.state.method_sets.keys().filter(is_old).count();
        self.touched
            || self.state.is_attached
            || self.types.is_touched()
            || self.packages.len() > mark.packages
            || sets > mark.sets
    }

    /// Drops what was added since the mark, if nothing older refers to it; false otherwise. The tree
    /// must be rolled back too.
    pub fn rollback(&mut self, mark: &Mark, pkg: PkgId) -> bool {
        if self.is_touched(mark) {
            return false;
        }
        self.clear_transient();
        let p = self.pkg_mut(pkg);
        p.files.clear();
        p.init_order.clear();
        p.inits.clear();
        p.funcs.clear();
        p.vars.clear();
        let scope = self.pkg(pkg).scope;
        self.state.file_scopes.remove(&pkg);
        self.state.imports.clear();
        self.scopes.truncate(mark.scopes, scope);
        self.objects.truncate(mark.objects);
        self.decls.truncate(mark.decls);
        self.types.rollback(&mark.types);
        self.info.truncate(mark.exprs, mark.objects);
        self.state.forget(mark);
        true
    }

    /// A function without type parameters, or a method of a type without.
    pub fn is_plain_function(&self, func: ObjId) -> bool {
        match self.types.get(self.obj(func).ty) {
            crate::types::Type::Signature(sig) => {
                sig.tparams.is_empty() && sig.recv_tparams.is_empty()
            }
            _ => false,
        }
    }
}

impl Suspended {
    /// Goes on with a tree and sources that have grown.
    pub fn resume<'b>(self, ast: &'b Ast, map: &'b SourceMap) -> Checker<'b> {
        let mut checker = with_kept_fields!(self => Checker {
            ast,
            map,
            delayed: Vec::new(),
        });
        checker.info.types.resize(ast.expr_count(), None);
        checker.info.objects.resize(ast.expr_count(), None);
        checker
    }
}
