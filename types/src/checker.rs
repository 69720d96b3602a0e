//! The checker's state and its driver.
//!
//! One [`Checker`] serves a whole program. Everything is named by small ids, so that methods copy
//! what they need and never hold a borrow across a call.

use crate::constant::Value;
use crate::info::Info;
use crate::lookup::MethodEntry;
use crate::object::{Context, DeclInfoId, ObjId, Object, ObjectKind, Package, PkgId, ScopeId};
use crate::operand::OperandMode;
use crate::scope::{Scope, Scopes};
use crate::types::{NamedId, TypeId, TypeParamId, Types};
use crate::typeset::TypeSet;
use crate::version::Version;
use hashbrown::{HashMap, HashSet};
use parser::ast::{Ast, DeclId, ExprId, File};
use source::{Diagnostics, FileId, Pos, SourceMap, Symbol};
use std::rc::Rc;

/// How deep expressions, types and declarations may nest.
pub(crate) const MAX_NESTING: u32 = 1000;

/// What the command line says.
#[derive(Clone, Copy, Debug)]
pub struct Config {
    pub version: Version,
    /// An interactive session: what is not used is no mistake.
    pub is_session: bool,
}

impl Default for Config {
    fn default() -> Self {
        Config {
            version: Version::CURRENT,
            is_session: false,
        }
    }
}

/// A package-level declaration (or a method's).
#[derive(Clone, Debug)]
pub struct DeclInfo {
    pub pkg: PkgId,
    pub file_scope: ScopeId,
    pub version: Version,
    pub decl: DeclId,
    /// The function or method declared.
    pub func: Option<ObjId>,
    /// All variables of `var a, b = f()`; empty otherwise.
    pub lhs: Vec<ObjId>,
    pub ty: Option<ExprId>,
    pub init: Option<ExprId>,
    /// The constant's type and value are those of an earlier spec.
    pub inherited: bool,
    pub iota: u32,
    /// Package-level objects (and methods) that it mentions, in order of first mention.
    pub deps: Vec<ObjId>,
    pub dep_set: HashSet<ObjId>,
}

/// Where in the program the checker is.
#[derive(Clone, Debug)]
pub struct Environment {
    pub pkg: PkgId,
    /// The package-level declaration whose initialiser or body is being checked.
    pub decl: Option<DeclInfoId>,
    pub scope: ScopeId,
    pub version: Version,
    /// Inside a constant declaration.
    pub iota: Option<u32>,
    /// Inside an inherited constant initialiser: where errors are reported.
    pub err_pos: Option<Pos>,
    pub in_tparam_list: bool,
    /// The signature of the function being checked.
    pub sig: Option<TypeId>,
    /// Calls of the predeclared `panic`: they terminate a statement list.
    pub is_panic: HashSet<ExprId>,
    pub has_call_or_recv: bool,
}

impl Environment {
    pub fn new(pkg: PkgId, scope: ScopeId, version: Version) -> Environment {
        Environment {
            pkg,
            decl: None,
            scope,
            version,
            iota: None,
            err_pos: None,
            in_tparam_list: false,
            sig: None,
            is_panic: HashSet::default(),
            has_call_or_recv: false,
        }
    }
}

/// An untyped expression whose final type is not known yet.
#[derive(Clone, Debug)]
pub struct ExprInfo {
    pub is_lhs: bool,
    pub mode: OperandMode,
    pub ty: TypeId,
    pub value: Option<Value>,
}

/// Work put off until the types it needs are complete.
pub type Action<'a> = Box<dyn FnOnce(&mut Checker<'a>) + 'a>;

pub struct Delayed<'a> {
    pkg: PkgId,
    version: Version,
    action: Action<'a>,
}

pub struct Checker<'a> {
    pub ast: &'a Ast,
    pub map: &'a SourceMap,
    pub config: Config,
    pub types: Types,
    pub objects: Vec<Object>,
    pub scopes: Scopes,
    pub info: Info,
    pub packages: Vec<Package>,
    pub diags: Diagnostics,
    pub env: Environment,
    pub decls: Vec<DeclInfo>,
    /// The universe scope.
    pub universe: ScopeId,
    /// Untyped expressions, by expression.
    pub untyped: HashMap<ExprId, ExprInfo>,
    /// Objects being declared, innermost last.
    pub obj_path: Vec<ObjId>,
    pub delayed: Vec<Delayed<'a>>,
    /// Nesting depth of expressions and types, capped.
    pub depth: u32,
    /// Objects before this one belong to earlier entries of a session; 0 outside of sessions.
    pub(crate) kept_objects: u32,
    /// As `kept_objects`, of expressions.
    pub(crate) kept_exprs: usize,
    /// Something that earlier entries left has changed: see `crate::session`.
    pub(crate) touched: bool,
    pub(crate) state: State,
}

impl<'a> Checker<'a> {
    pub fn new(ast: &'a Ast, map: &'a SourceMap, config: Config) -> Checker<'a> {
        let mut scopes = Scopes::default();
        let universe = scopes.add(None);
        let info = Info {
            types: vec![None; ast.expr_count()],
            objects: vec![None; ast.expr_count()],
            ..Info::default()
        };
        let mut checker = Checker {
            ast,
            map,
            config,
            types: Types::new(),
            objects: Vec::new(),
            scopes,
            info,
            packages: Vec::new(),
            diags: Diagnostics::default(),
            env: Environment::new(PkgId(0), universe, config.version),
            decls: Vec::new(),
            universe,
            untyped: HashMap::default(),
            obj_path: Vec::new(),
            delayed: Vec::new(),
            depth: 0,
            kept_objects: 0,
            kept_exprs: 0,
            touched: false,
            state: State::default(),
        };
        checker.define_universe();
        let path = Symbol::intern("unsafe");
        checker.state.packages_by_path.insert(path, Self::UNSAFE);
        checker
    }

    /// Adds a package. Those that it imports must have been added.
    pub fn add_package(
        &mut self,
        path: Symbol,
        name: Symbol,
        files: Vec<File>,
        is_std: bool,
    ) -> PkgId {
        let id = PkgId(self.packages.len() as u32);
        let scope = self.scopes.add(Some(self.universe));
        self.packages.push(Package {
            path,
            name,
            files,
            imports: Vec::new(),
            scope,
            is_std,
            context: Context {
                lang: self.config.version,
                ..Context::default()
            },
            is_broken: false,
            init_order: Vec::new(),
            inits: Vec::new(),
            funcs: Vec::new(),
            vars: Vec::new(),
        });
        self.state.packages_by_path.insert(path, id);
        id
    }

    /// Says more about a package than that it exists.
    pub fn set_context(&mut self, pkg: PkgId, context: Context) {
        let files = self.pkg(pkg).files.iter().map(|f| f.file);
        let asked = context.file_versions.iter().copied();
        let versions: Vec<_> = files.zip(asked).collect();
        for (file, version) in versions {
            if let Some(version) = version {
                self.state.file_versions.insert(file, version);
            }
        }
        self.pkg_mut(pkg).context = context;
    }

    /// Checks all packages in the order in which they were added, but for those that need one with
    /// errors.
    pub fn check_all(&mut self) {
        self.check_from(PkgId(1), 0);
    }

    /// Checks the packages from `first` on, whose expressions begin at number `first_expr`.
    pub(crate) fn check_from(&mut self, first: PkgId, first_expr: usize) {
        self.branches(first, first_expr);
        let first = first.0 as usize;
        let branch_errors = std::mem::take(&mut self.diags.list);
        for i in first..self.packages.len() {
            let pkg = PkgId(i as u32);
            let context = &self.pkg(pkg).context;
            let is_broken =
                context.is_unfit || context.needs.iter().any(|&p| self.pkg(p).is_broken);
            self.pkg_mut(pkg).is_broken = is_broken;
            let errors = self.diags.list.len();
            let files: Vec<_> = self.pkg(pkg).files.iter().map(|f| f.file).collect();
            for error in &branch_errors {
                if self
                    .map
                    .file_of(error.pos)
                    .is_some_and(|f| files.contains(&f))
                {
                    self.diags.push(error.clone());
                }
            }
            if is_broken {
                continue;
            }
            self.check_package(pkg);
            let is_malformed = !self.pkg(pkg).context.malformed.is_empty();
            if self.diags.list.len() == errors && !is_malformed {
                self.check_embeds(pkg);
            }
            self.pkg_mut(pkg).is_broken = self.diags.list.len() > errors;
        }
        if self.diags.is_empty() {
            self.anonymous_interface_cycles();
        }
        // gc reports these only when all else is right.
        let missing = std::mem::take(&mut self.state.missing_bodies);
        let is_malformed = |p: &Package| !p.context.malformed.is_empty();
        if self.diags.is_empty() && !self.packages[first..].iter().any(is_malformed) {
            for pos in missing {
                self.soft_error(pos, "missing function body");
            }
        }
    }

    /// The standard library is written in the current language version.
    pub(crate) fn package_version(&self, pkg: PkgId) -> Version {
        if self.pkg(pkg).is_std {
            Version::CURRENT
        } else {
            self.pkg(pkg).context.lang
        }
    }

    pub(crate) fn check_package(&mut self, pkg: PkgId) {
        let scope = self.pkg(pkg).scope;
        self.env = Environment::new(pkg, scope, self.package_version(pkg));
        let name = self.pkg(pkg).name;
        let clause = self.pkg(pkg).files.first().map(|f| f.package);
        if name.is_blank()
            && let Some(clause) = clause
        {
            self.error_at(clause, format!("invalid package name {name}"));
        }
        self.collect_objects(pkg);
        self.env = Environment::new(pkg, scope, self.package_version(pkg));
        self.package_objects(pkg);
        self.process_delayed(0);
        self.env = Environment::new(pkg, scope, self.package_version(pkg));
        self.record_untyped();
        self.init_order(pkg);
        if !self.config.is_session {
            self.unused_imports();
        }
        if self.diags.is_empty() {
            self.check_monomorph();
        }
    }

    /// Checks the body of a function or method, once: those of std packages are left until they
    /// are needed.
    pub fn check_body(&mut self, func: ObjId) {
        let pkg = self.obj(func).pkg.unwrap_or(PkgId(0));
        let env = Environment::new(pkg, self.pkg(pkg).scope, self.package_version(pkg));
        let saved = std::mem::replace(&mut self.env, env);
        let path = std::mem::take(&mut self.obj_path);
        let top = self.delayed.len();
        self.check_body_now(func);
        self.process_delayed(top);
        self.record_untyped();
        self.obj_path = path;
        self.env = saved;
    }

    pub fn obj(&self, id: ObjId) -> &Object {
        &self.objects[id.0 as usize]
    }
    pub fn obj_mut(&mut self, id: ObjId) -> &mut Object {
        self.touched |= id.0 < self.kept_objects;
        &mut self.objects[id.0 as usize]
    }
    pub fn add_obj(&mut self, obj: Object) -> ObjId {
        self.objects.push(obj);
        ObjId(self.objects.len() as u32 - 1)
    }
    /// A new variable, field or parameter.
    pub fn new_var(
        &mut self,
        pos: Pos,
        name: Symbol,
        ty: TypeId,
        var: crate::object::Var,
    ) -> ObjId {
        let pkg = Some(self.env.pkg);
        self.add_obj(Object::new(name, pkg, pos, ty, ObjectKind::Var(var)))
    }
    pub fn pkg(&self, id: PkgId) -> &Package {
        &self.packages[id.0 as usize]
    }
    pub fn pkg_mut(&mut self, id: PkgId) -> &mut Package {
        &mut self.packages[id.0 as usize]
    }
    pub fn scope(&self, id: ScopeId) -> &Scope {
        self.scopes.get(id)
    }

    /// Runs `action` once the declarations being checked are complete.
    pub fn later(&mut self, action: impl FnOnce(&mut Checker<'a>) + 'a) {
        let (pkg, version) = (self.env.pkg, self.env.version);
        self.delayed.push(Delayed {
            pkg,
            version,
            action: Box::new(action),
        });
    }

    /// Runs the delayed actions from `top` on, and those that they add.
    pub fn process_delayed(&mut self, top: usize) {
        let saved = (self.env.pkg, self.env.version);
        let mut i = top;
        while i < self.delayed.len() {
            let empty = Delayed {
                pkg: saved.0,
                version: saved.1,
                action: Box::new(|_| {}),
            };
            let next = std::mem::replace(&mut self.delayed[i], empty);
            (self.env.pkg, self.env.version) = (next.pkg, next.version);
            (next.action)(self);
            i += 1;
        }
        self.delayed.truncate(top);
        (self.env.pkg, self.env.version) = saved;
    }

    pub fn open_scope(&mut self) {
        let scope = self.scopes.add(Some(self.env.scope));
        self.env.scope = scope;
    }
    pub fn close_scope(&mut self) {
        if let Some(parent) = self.scope(self.env.scope).parent {
            self.env.scope = parent;
        }
    }

    /// The object that `name` denotes here, and the scope that declares it.
    pub fn lookup_scope(&self, name: Symbol) -> Option<(ScopeId, ObjId)> {
        let mut scope = Some(self.env.scope);
        while let Some(id) = scope {
            let s = self.scopes.get(id);
            if let Some(obj) = s.lookup(name) {
                return Some((id, obj));
            }
            scope = s.parent;
        }
        None
    }
    pub fn lookup(&self, name: Symbol) -> Option<ObjId> {
        self.lookup_scope(name).map(|(_, obj)| obj)
    }
}

/// State of single concepts.
#[derive(Default)]
pub(crate) struct State {
    /// The last report became an error: it was not just the consequence of another.
    pub last_is_reported: bool,
    /// Methods of each package-level type name that are not attached to the type yet.
    pub methods: HashMap<ObjId, Vec<ObjId>>,
    /// The file scopes of each package.
    pub file_scopes: HashMap<PkgId, Vec<ScopeId>>,
    /// The `PkgName` behind each name that a dot import put into a file scope.
    pub dot_imports: HashMap<(ScopeId, Symbol), ObjId>,
    /// Import declarations of user packages, in source order: the object and the path.
    pub imports: Vec<ObjId>,
    pub packages_by_path: HashMap<Symbol, PkgId>,
    /// The language versions that files ask for.
    pub file_versions: HashMap<FileId, Version>,
    /// The package-level objects (methods included) of the package being collected.
    pub package_objects: Vec<ObjId>,
    /// Functions of user packages without a body.
    pub missing_bodies: Vec<Pos>,
    /// Types visited in the search for types that contain themselves.
    pub valid_steps: u32,
    /// Instances whose underlying type is being made.
    pub named_busy: HashSet<NamedId>,
    /// Instances by origin and canonical type arguments.
    pub instances: HashMap<(NamedId, Box<[TypeId]>), NamedId>,
    /// Representatives of the types that are not interned.
    pub canonical: HashMap<String, TypeId>,
    pub canonical_memo: HashMap<TypeId, TypeId>,
    pub type_sets: HashMap<TypeId, Rc<TypeSet>>,
    pub type_set_busy: HashSet<TypeId>,
    /// Interfaces whose elements are being collected.
    pub incomplete: HashSet<TypeId>,
    pub empty_interface: TypeId,
    pub comparable_interface: TypeId,
    /// The type parameter of the base type behind each receiver type parameter.
    pub canonical_tparams: HashMap<TypeParamId, TypeParamId>,
    /// The type parameters of generic aliases.
    pub alias_tparams: HashMap<ObjId, Vec<TypeParamId>>,
    /// Whether a type mentions type parameters, by type.
    pub mentions_tparams: HashMap<TypeId, bool>,
    pub method_sets: HashMap<TypeId, Rc<[MethodEntry]>>,
    pub mono: crate::mono::MonoGraph,
    /// Where each instance is first written.
    pub instance_pos: HashMap<TypeId, Pos>,
    /// Types known not to contain themselves.
    pub valid: HashSet<NamedId>,
    /// Types of earlier entries that got methods, and those that they had.
    pub attached: Vec<(NamedId, Vec<ObjId>)>,
    /// An earlier type has methods of this entry.
    pub is_attached: bool,
    /// Expressions may stand alone in an entry's function.
    pub asks: bool,
    /// Where the name that marks a place was looked for last.
    pub probed: Option<ScopeId>,
}
