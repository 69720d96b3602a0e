//! The representation of types. See the spec's section "Types".
//!
//! A type is a [`TypeId`] into the [`Types`] store. Composite types are interned where that is
//! cheap, but identity is decided by `Checker::identical`, never by comparing ids alone: two
//! interface types written differently can be identical.

use crate::object::{ObjId, PkgId};
use parser::ast::ChanDir;
use source::Symbol;

/// A type. The first ids are the predeclared ones, so that they can be constants.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct TypeId(pub u32);

/// A declared (defined) type or an instance of a generic one.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct NamedId(pub u32);

/// A type parameter.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct TypeParamId(pub u32);

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[repr(u8)]
pub enum BasicKind {
    Invalid,
    Bool,
    Int,
    Int8,
    Int16,
    Int32,
    Int64,
    Uint,
    Uint8,
    Uint16,
    Uint32,
    Uint64,
    Uintptr,
    Float32,
    Float64,
    Complex64,
    Complex128,
    String,
    UnsafePointer,
    UntypedBool,
    UntypedInt,
    UntypedRune,
    UntypedFloat,
    UntypedComplex,
    UntypedString,
    UntypedNil,
}

/// `TypeId::INT` and the like: the id of a basic type is its kind's number. `byte` and `rune` have
/// ids of their own (they print under those names) and are identical to `uint8` and `int32`.
macro_rules! basic_ids {
    ($($name:ident = $kind:ident;)*) => {
        impl TypeId { $(pub const $name: TypeId = TypeId(BasicKind::$kind as u32);)* }
    };
}
basic_ids! {
    INVALID = Invalid; BOOL = Bool; INT = Int; INT8 = Int8; INT16 = Int16; INT32 = Int32; INT64 = Int64;
    UINT = Uint; UINT8 = Uint8; UINT16 = Uint16; UINT32 = Uint32; UINT64 = Uint64; UINTPTR = Uintptr;
    FLOAT32 = Float32; FLOAT64 = Float64; COMPLEX64 = Complex64; COMPLEX128 = Complex128; STRING = String;
    UNSAFE_POINTER = UnsafePointer; UNTYPED_BOOL = UntypedBool; UNTYPED_INT = UntypedInt;
    UNTYPED_RUNE = UntypedRune; UNTYPED_FLOAT = UntypedFloat; UNTYPED_COMPLEX = UntypedComplex;
    UNTYPED_STRING = UntypedString; UNTYPED_NIL = UntypedNil;
}
impl TypeId {
    pub const BYTE: TypeId = TypeId(26);
    pub const RUNE: TypeId = TypeId(27);
    /// The predeclared `any`, `error` and `comparable` (named types or aliases, set up by universe.rs).
    pub const ANY: TypeId = TypeId(28);
    pub const ERROR: TypeId = TypeId(29);
    pub const COMPARABLE: TypeId = TypeId(30);
    /// The empty tuple: the type of a call without results.
    pub const EMPTY_TUPLE: TypeId = TypeId(31);
}

#[derive(Clone, Debug)]
pub enum Type {
    Basic(BasicKind),
    Named(NamedId),
    /// An alias type as written (kept for messages); `Checker::unalias` removes it. The compiler
    /// never has to look at one if it goes through `Checker::underlying` or `unalias`.
    Alias { obj: ObjId, actual: TypeId, targs: Box<[TypeId]> },
    Pointer(TypeId),
    Slice(TypeId),
    /// A negative length stands for an invalid one.
    Array { elem: TypeId, len: i64 },
    Map { key: TypeId, elem: TypeId },
    Chan { dir: ChanDir, elem: TypeId },
    Struct(Box<StructType>),
    Signature(Box<Signature>),
    Interface(Box<Interface>),
    Tuple(Box<[TypeId]>),
    TypeParam(TypeParamId),
    /// Only inside constraint interfaces.
    Union(Box<[Term]>),
}

#[derive(Clone, Debug, Default)]
pub struct StructType {
    /// Objects of kind `Var` with `is_field`.
    pub fields: Vec<ObjId>,
    /// One a field, empty without a tag (unquoted text).
    pub tags: Vec<Symbol>,
}

#[derive(Clone, Debug, Default)]
pub struct Signature {
    /// The receiver variable of a method (not part of the type's identity).
    pub recv: Option<ObjId>,
    pub tparams: Vec<TypeParamId>,
    /// The type parameters that a method's receiver declares.
    pub recv_tparams: Vec<TypeParamId>,
    /// Objects of kind `Var`; the last one's type is a slice if `variadic`.
    pub params: Vec<ObjId>,
    pub results: Vec<ObjId>,
    pub variadic: bool,
}

#[derive(Clone, Debug, Default)]
pub struct Interface {
    /// Objects of kind `Func`, as declared here.
    pub methods: Vec<ObjId>,
    pub embeddeds: Vec<TypeId>,
    /// An implicit interface `interface{ ~int | string }` around a constraint literal.
    pub implicit: bool,
    /// Written out as the complete method list (sorted by name) once the type set is known:
    /// what an itab is laid out after.
    pub all_methods: Option<Vec<ObjId>>,
}

/// `T` or `~T`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Term {
    pub tilde: bool,
    pub ty: TypeId,
}

#[derive(Clone, Debug)]
pub struct Named {
    pub obj: ObjId,
    pub pkg: Option<PkgId>,
    /// The generic type that this is an instance of (itself if it is none).
    pub origin: NamedId,
    pub tparams: Vec<TypeParamId>,
    pub targs: Box<[TypeId]>,
    /// Resolved lazily for instances: use `Checker::underlying`.
    pub underlying: Option<TypeId>,
    /// Methods declared on the origin type, objects of kind `Func`. Empty for instances: look at
    /// the origin.
    pub methods: Vec<ObjId>,
}

#[derive(Clone, Debug)]
pub struct TypeParam {
    pub obj: ObjId,
    pub index: u32,
    /// An interface type (possibly through a name); `TypeId::ANY` when unconstrained.
    pub bound: TypeId,
}
