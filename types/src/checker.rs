//! The checker's state and its driver.
//!
//! One [`Checker`] serves a whole program. Everything is named by small ids, so that methods copy
//! what they need and never hold a borrow across a call.

use crate::constant::Value;
use crate::info::Info;
use crate::object::{DeclInfoId, ObjId, Object, ObjectKind, Package, PkgId, ScopeId};
use crate::operand::OperandMode;
use crate::scope::{Scope, Scopes};
use crate::types::{NamedId, TypeId, Types};
use crate::version::Version;
use hashbrown::{HashMap, HashSet};
use parser::ast::{Ast, DeclId, ExprId};
use source::{Diagnostics, Pos, SourceMap, Symbol};

/// What the command line says.
#[derive(Clone, Copy, Debug)]
pub struct Config {
    pub version: Version,
}

impl Default for Config {
    fn default() -> Self {
        Config {
            version: Version::CURRENT,
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
    pub has_label: bool,
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
            has_label: false,
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
    pub(crate) state: State,
}

impl<'a> Checker<'a> {
    pub fn obj(&self, id: ObjId) -> &Object {
        &self.objects[id.0 as usize]
    }
    pub fn obj_mut(&mut self, id: ObjId) -> &mut Object {
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
        let version = self.env.version;
        self.delayed.push(Delayed {
            version,
            action: Box::new(action),
        });
    }

    /// Runs the delayed actions from `top` on, and those that they add.
    pub fn process_delayed(&mut self, top: usize) {
        let saved = self.env.version;
        let mut i = top;
        while i < self.delayed.len() {
            let empty = Delayed {
                version: saved,
                action: Box::new(|_| {}),
            };
            let next = std::mem::replace(&mut self.delayed[i], empty);
            self.env.version = next.version;
            (next.action)(self);
            i += 1;
        }
        self.delayed.truncate(top);
        self.env.version = saved;
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
    /// Methods of each package-level type name that are not attached to the type yet.
    pub methods: HashMap<ObjId, Vec<ObjId>>,
    /// File scopes, and the imported names in each.
    pub file_scopes: HashMap<PkgId, Vec<ScopeId>>,
    pub dot_imports: HashMap<(ScopeId, Symbol), ObjId>,
    pub named_busy: HashSet<NamedId>,
}
