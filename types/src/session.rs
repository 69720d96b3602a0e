//! A checker between the entries of an interactive session: all that it knows, without the tree and
//! the sources, which grow meanwhile.
//!
//! A session is one package whose scope is replaced by an inner one for every entry, so that later
//! declarations hide earlier ones, and an entry that fails leaves nothing behind.

use crate::Config;
use crate::checker::{Checker, DeclInfo, Environment, ExprInfo, State};
use crate::info::Info;
use crate::object::{ObjId, Object, Package, PkgId, ScopeId};
use crate::scope::Scopes;
use crate::types::Types;
use hashbrown::HashMap;
use parser::ast::{Ast, ExprId, File};
use source::{Diagnostics, SourceMap};

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
    state: State,
}

impl<'a> Checker<'a> {
    /// Lets go of the tree and the sources.
    pub fn suspend(self) -> Suspended {
        Suspended {
            config: self.config,
            types: self.types,
            objects: self.objects,
            scopes: self.scopes,
            info: self.info,
            packages: self.packages,
            diags: self.diags,
            env: self.env,
            decls: self.decls,
            universe: self.universe,
            untyped: self.untyped,
            obj_path: self.obj_path,
            depth: self.depth,
            state: self.state,
        }
    }

    /// Checks the packages from `first` on, which were added last.
    pub fn check_added(&mut self, first: usize) {
        for i in first..self.packages.len() {
            self.check_package(PkgId(i as u32));
        }
    }

    /// Checks one more file of the session's package, in a scope of its own inside the last one.
    pub fn check_entry(&mut self, pkg: PkgId, file: File) {
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
        self.check_package(pkg);
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

    /// Forgets the last entry's declarations: names mean again what they meant in `scope`.
    pub fn leave_entry(&mut self, pkg: PkgId, scope: ScopeId) {
        self.pkg_mut(pkg).scope = scope;
        self.delayed.clear();
        self.untyped.clear();
        self.obj_path.clear();
        self.depth = 0;
        self.state.package_objects.clear();
        self.state.missing_bodies.clear();
    }
}

impl Suspended {
    /// Goes on with a tree and sources that have grown.
    pub fn resume<'b>(self, ast: &'b Ast, map: &'b SourceMap) -> Checker<'b> {
        let mut checker = Checker {
            ast,
            map,
            delayed: Vec::new(),
            config: self.config,
            types: self.types,
            objects: self.objects,
            scopes: self.scopes,
            info: self.info,
            packages: self.packages,
            diags: self.diags,
            env: self.env,
            decls: self.decls,
            universe: self.universe,
            untyped: self.untyped,
            obj_path: self.obj_path,
            depth: self.depth,
            state: self.state,
        };
        checker.info.types.resize(ast.expr_count(), None);
        checker.info.objects.resize(ast.expr_count(), None);
        checker
    }
}
