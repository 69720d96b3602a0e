//! The representation of types. See the spec's section "Types".
//!
//! A type is a [`TypeId`] into the [`Types`] store. Composite types are interned where that is
//! cheap, but identity is decided by `Checker::identical`, never by comparing ids alone: two
//! interface types written differently can be identical.

use crate::object::{ObjId, PkgId, ScopeId};
use hashbrown::HashMap;
use parser::ast::ChanDir;
use source::{Pos, Symbol};

/// A type. The first ids are the predeclared ones, so that they can be constants.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct TypeId(pub u32);

impl Default for TypeId {
    fn default() -> Self {
        TypeId::INVALID
    }
}

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
    /// The type of an object that has not been checked yet. Reads as an invalid type.
    pub const UNSET: TypeId = TypeId(u32::MAX);

    pub fn is_valid(self) -> bool {
        self != TypeId::INVALID && self != TypeId::UNSET
    }
}

#[derive(Clone, Debug)]
pub enum Type {
    Basic(BasicKind),
    Named(NamedId),
    /// An alias type as written (kept for messages); `Checker::unalias` removes it. The compiler
    /// never has to look at one if it goes through `Checker::underlying` or `unalias`.
    Alias {
        obj: ObjId,
        actual: TypeId,
        targs: Box<[TypeId]>,
    },
    Pointer(TypeId),
    Slice(TypeId),
    /// A negative length stands for an invalid one.
    Array {
        elem: TypeId,
        len: i64,
    },
    Map {
        key: TypeId,
        elem: TypeId,
    },
    Chan {
        dir: ChanDir,
        elem: TypeId,
    },
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
    /// Where receiver, type parameters, parameters and results are declared; absent for
    /// substituted signatures.
    pub scope: Option<ScopeId>,
}

#[derive(Clone, Debug, Default)]
pub struct Interface {
    /// Objects of kind `Func`, as declared here.
    pub methods: Vec<ObjId>,
    pub embeddeds: Vec<TypeId>,
    /// One an embedded element.
    pub embed_pos: Vec<Pos>,
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
    /// `Type::Named` of this.
    pub id: TypeId,
    pub obj: ObjId,
    pub pkg: Option<PkgId>,
    /// The generic type that this is an instance of (itself if it is none).
    pub origin: NamedId,
    pub tparams: Vec<TypeParamId>,
    pub targs: Box<[TypeId]>,
    /// Resolved lazily for instances: use `Checker::underlying`.
    pub underlying: Option<TypeId>,
    /// The type on the right of the declaration (origin types only).
    pub rhs: Option<TypeId>,
    /// Methods declared on the origin type, objects of kind `Func`. Empty for instances: look at
    /// the origin.
    pub methods: Vec<ObjId>,
    /// The type parameters of the functions around a local type: `Checker::subst` makes a type of
    /// its own for each substitution of them, with the arguments in `outer_targs`.
    pub outer_tparams: Vec<TypeParamId>,
    pub outer_targs: Box<[TypeId]>,
}

#[derive(Clone, Debug)]
pub struct TypeParam {
    /// `Type::TypeParam` of this.
    pub id: TypeId,
    pub obj: ObjId,
    pub index: u32,
    /// An interface type (possibly through a name); `TypeId::ANY` when unconstrained.
    pub bound: TypeId,
}

#[derive(Clone, PartialEq, Eq, Hash, Debug)]
enum Key {
    Pointer(TypeId),
    Slice(TypeId),
    Array(TypeId, i64),
    Map(TypeId, TypeId),
    Chan(u8, TypeId),
    Tuple(Box<[TypeId]>),
}

/// The store of types.
#[derive(Debug)]
pub struct Types {
    types: Vec<Type>,
    named: Vec<Named>,
    tparams: Vec<TypeParam>,
    interned: HashMap<Key, TypeId>,
    /// What a session's earlier entries left; nothing outside of sessions.
    kept: TypesMark,
    touched: bool,
}

impl TypesMark {
    pub(crate) fn named(&self) -> usize {
        self.named
    }
    pub(crate) fn tparams(&self) -> usize {
        self.tparams
    }
}

/// How many types there are.
#[derive(Clone, Copy, Debug, Default)]
pub struct TypesMark {
    types: usize,
    named: usize,
    tparams: usize,
    interned: usize,
}

const INVALID_TYPE: Type = Type::Basic(BasicKind::Invalid);

const BASIC_KINDS: [BasicKind; 26] = {
    use BasicKind::*;
    [
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
    ]
};

impl Default for Types {
    fn default() -> Self {
        Types::new()
    }
}

impl Types {
    /// With the basic types; `any`, `error` and `comparable` are placeholders until the universe
    /// sets them.
    pub fn new() -> Types {
        let mut types: Vec<Type> = BASIC_KINDS.iter().map(|&k| Type::Basic(k)).collect();
        types.push(Type::Basic(BasicKind::Uint8));
        types.push(Type::Basic(BasicKind::Int32));
        types.extend([INVALID_TYPE, INVALID_TYPE, INVALID_TYPE]);
        types.push(Type::Tuple(Box::new([])));
        let mut interned = HashMap::default();
        interned.insert(Key::Tuple(Box::new([])), TypeId::EMPTY_TUPLE);
        Types {
            types,
            named: Vec::new(),
            tparams: Vec::new(),
            interned,
            kept: TypesMark::default(),
            touched: false,
        }
    }

    /// From here on changes of the types that exist are noted.
    pub fn mark(&mut self) -> TypesMark {
        self.kept = TypesMark {
            types: self.types.len(),
            named: self.named.len(),
            tparams: self.tparams.len(),
            interned: self.interned.len(),
        };
        self.touched = false;
        self.kept
    }

    /// Whether a type from before the mark has changed since.
    pub fn is_touched(&self) -> bool {
        self.touched
    }

    /// Drops what was added since the mark.
    pub fn rollback(&mut self, mark: &TypesMark) {
        self.types.truncate(mark.types);
        self.named.truncate(mark.named);
        self.tparams.truncate(mark.tparams);
        if self.interned.len() > mark.interned {
            let limit = mark.types as u32;
            self.interned.retain(|_, id| id.0 < limit);
        }
    }

    pub fn get(&self, t: TypeId) -> &Type {
        self.types.get(t.0 as usize).unwrap_or(&INVALID_TYPE)
    }

    /// How many types there are.
    pub fn len(&self) -> usize {
        self.types.len()
    }

    pub fn is_empty(&self) -> bool {
        self.types.is_empty()
    }

    /// A new type, distinct in id from every other.
    pub fn add(&mut self, t: Type) -> TypeId {
        self.types.push(t);
        TypeId(self.types.len() as u32 - 1)
    }

    /// Completes a type that was added before its parts were known.
    pub fn set(&mut self, id: TypeId, t: Type) {
        self.touched |= (id.0 as usize) < self.kept.types;
        if let Some(slot) = self.types.get_mut(id.0 as usize) {
            *slot = t;
        }
    }

    fn intern(&mut self, key: Key, t: impl FnOnce() -> Type) -> TypeId {
        if let Some(&id) = self.interned.get(&key) {
            return id;
        }
        let id = self.add(t());
        self.interned.insert(key, id);
        id
    }

    pub fn pointer(&mut self, elem: TypeId) -> TypeId {
        self.intern(Key::Pointer(elem), || Type::Pointer(elem))
    }
    pub fn slice(&mut self, elem: TypeId) -> TypeId {
        self.intern(Key::Slice(elem), || Type::Slice(elem))
    }
    pub fn array(&mut self, elem: TypeId, len: i64) -> TypeId {
        self.intern(Key::Array(elem, len), || Type::Array { elem, len })
    }
    pub fn map(&mut self, key: TypeId, elem: TypeId) -> TypeId {
        self.intern(Key::Map(key, elem), || Type::Map { key, elem })
    }
    pub fn chan(&mut self, dir: ChanDir, elem: TypeId) -> TypeId {
        self.intern(Key::Chan(dir as u8, elem), || Type::Chan { dir, elem })
    }
    pub fn tuple(&mut self, elems: &[TypeId]) -> TypeId {
        self.intern(Key::Tuple(elems.into()), || Type::Tuple(elems.into()))
    }

    /// A new defined type.
    pub fn new_named(&mut self, obj: ObjId, pkg: Option<PkgId>) -> NamedId {
        let named = NamedId(self.named.len() as u32);
        let id = self.add(Type::Named(named));
        self.named.push(Named {
            id,
            obj,
            pkg,
            origin: named,
            tparams: Vec::new(),
            targs: Box::new([]),
            underlying: None,
            rhs: None,
            methods: Vec::new(),
            outer_tparams: Vec::new(),
            outer_targs: Box::new([]),
        });
        named
    }

    pub fn new_type_param(&mut self, obj: ObjId, index: u32, bound: TypeId) -> TypeParamId {
        let tparam = TypeParamId(self.tparams.len() as u32);
        let id = self.add(Type::TypeParam(tparam));
        self.tparams.push(TypeParam {
            id,
            obj,
            index,
            bound,
        });
        tparam
    }

    pub fn all_named(&self) -> impl Iterator<Item = (NamedId, &Named)> {
        let ids = (0..).map(NamedId);
        ids.zip(&self.named)
    }
    pub fn named(&self, n: NamedId) -> &Named {
        &self.named[n.0 as usize]
    }
    /// Replaces the methods; the caller answers for earlier entries of a session.
    pub fn set_methods(&mut self, n: NamedId, methods: Vec<ObjId>) {
        self.named[n.0 as usize].methods = methods;
    }
    pub fn named_mut(&mut self, n: NamedId) -> &mut Named {
        self.touched |= (n.0 as usize) < self.kept.named;
        &mut self.named[n.0 as usize]
    }
    pub fn tparam(&self, p: TypeParamId) -> &TypeParam {
        &self.tparams[p.0 as usize]
    }
    pub fn tparam_mut(&mut self, p: TypeParamId) -> &mut TypeParam {
        self.touched |= (p.0 as usize) < self.kept.tparams;
        &mut self.tparams[p.0 as usize]
    }
}
