//! What names stand for. See the spec's section "Declarations and scope".

use crate::constant::Value;
use crate::embed::Embed;
use crate::types::TypeId;
use crate::version::Version;
use parser::ast::{DeclId, ExprId, File};
use source::{Pos, Symbol};

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct ObjId(pub u32);

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct PkgId(pub u32);

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct ScopeId(pub u32);

#[derive(Clone, Debug)]
pub struct Object {
    pub name: Symbol,
    /// Absent for predeclared names.
    pub pkg: Option<PkgId>,
    pub pos: Pos,
    pub ty: TypeId,
    pub kind: ObjectKind,
    /// The scope it was declared in, if any.
    pub parent: Option<ScopeId>,
    /// How far its declaration has been checked.
    pub color: Color,
    /// The package-level (or method) declaration it comes from.
    pub decl: Option<DeclInfoId>,
}

impl Object {
    /// An object whose type is known: nothing is left to check about it.
    pub fn new(name: Symbol, pkg: Option<PkgId>, pos: Pos, ty: TypeId, kind: ObjectKind) -> Object {
        let color = if ty == TypeId::UNSET {
            Color::White
        } else {
            Color::Black
        };
        Object {
            name,
            pkg,
            pos,
            ty,
            kind,
            parent: None,
            color,
            decl: None,
        }
    }
}

/// The state of an object's declaration.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Color {
    /// Not looked at; `ty` is `TypeId::UNSET`.
    White,
    /// Being checked: its index on the object path.
    Grey(u32),
    Black,
}

/// An entry of `Checker::decls`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct DeclInfoId(pub u32);

#[derive(Clone, Debug)]
pub enum ObjectKind {
    PkgName { imported: PkgId, used: bool },
    Const { value: Value },
    TypeName,
    Var(Var),
    Func(Func),
    Label { used: bool },
    Builtin(Builtin),
    Nil,
}

#[derive(Clone, Debug, Default)]
pub struct Var {
    pub is_field: bool,
    pub embedded: bool,
    pub used: bool,
    pub role: VarRole,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum VarRole {
    #[default]
    Local,
    Package,
    Param,
    Result,
    Receiver,
    Field,
}

/// A function, a concrete method or an interface method.
#[derive(Clone, Debug, Default)]
pub struct Func {
    /// Absent for interface methods and for `error.Error`.
    pub decl: Option<DeclId>,
    /// Declared with a pointer receiver.
    pub ptr_recv: bool,
    /// The body has been checked (bodies of std packages are checked on demand).
    pub body_checked: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Builtin {
    Append,
    Cap,
    Clear,
    Close,
    Complex,
    Copy,
    Delete,
    Imag,
    Len,
    Make,
    Max,
    Min,
    New,
    Panic,
    Print,
    Println,
    Real,
    Recover,
    // package unsafe
    Add,
    Alignof,
    Offsetof,
    Sizeof,
    Slice,
    SliceData,
    String,
    StringData,
}

/// What a package's surroundings say of it.
#[derive(Clone, Debug, Default)]
pub struct Context {
    /// The language version of its module.
    pub lang: Version,
    /// The language version that each file asks for, beside the files.
    pub file_versions: Vec<Option<Version>>,
    /// Its imports.
    pub needs: Vec<PkgId>,
    /// Where the parser found errors.
    pub malformed: Vec<Pos>,
    /// One of them is a syntax error: the package is not to be checked.
    pub is_unfit: bool,
    /// Its variables with embedded files.
    pub embeds: Vec<Embed>,
}

/// A package of the program. Packages stand in dependency order: imports first.
#[derive(Debug)]
pub struct Package {
    pub path: Symbol,
    pub name: Symbol,
    pub files: Vec<File>,
    pub imports: Vec<PkgId>,
    pub scope: ScopeId,
    /// Part of the standard library: bodies are checked on demand and native (body-less) functions
    /// are allowed.
    pub is_std: bool,
    /// What the loader knows of it.
    pub context: Context,
    /// It, or a package that it needs, has errors.
    pub is_broken: bool,
    /// Package variables in initialisation order. Spec: "Package initialization".
    pub init_order: Vec<Initializer>,
    /// The `init` functions in source order.
    pub inits: Vec<ObjId>,
    /// Functions and methods with bodies, in source order (generic ones included).
    pub funcs: Vec<ObjId>,
    /// Package-level variables in source order (blank ones included).
    pub vars: Vec<ObjId>,
}

/// `lhs… = rhs`; several left-hand sides for one multi-valued call.
#[derive(Clone, Debug)]
pub struct Initializer {
    pub lhs: Vec<ObjId>,
    pub rhs: ExprId,
}
