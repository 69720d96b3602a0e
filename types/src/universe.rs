//! The universe scope and package unsafe. Spec: "Predeclared identifiers".

use crate::checker::Checker;
use crate::constant::Value;
use crate::object::{
    Builtin, Context, Func, ObjId, Object, ObjectKind, Package, PkgId, Var, VarRole,
};
use crate::types::{BasicKind, Interface, Signature, Type, TypeId};
use source::{Pos, Symbol};

impl<'a> Checker<'a> {
    /// Package unsafe is part of every program.
    pub const UNSAFE: PkgId = PkgId(0);

    pub(crate) fn define_universe(&mut self) {
        use BasicKind::*;
        for kind in [
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
            BasicKind::String,
        ] {
            self.define(kind.name(), TypeId(kind as u32), ObjectKind::TypeName);
        }
        self.define("byte", TypeId::BYTE, ObjectKind::TypeName);
        self.define("rune", TypeId::RUNE, ObjectKind::TypeName);

        let empty = self.types.add(Type::Interface(Box::default()));
        self.state.empty_interface = empty;
        let any = self.define("any", TypeId::ANY, ObjectKind::TypeName);
        let targs = Box::new([]);
        self.types.set(
            TypeId::ANY,
            Type::Alias {
                obj: any,
                actual: empty,
                targs,
            },
        );

        // type error interface { Error() string }
        let result = self.add_obj(Object::new(
            Symbol::EMPTY,
            None,
            Pos::NONE,
            TypeId::STRING,
            ObjectKind::Var(Var {
                role: VarRole::Result,
                ..Var::default()
            }),
        ));
        let sig = self.types.add(Type::Signature(Box::new(Signature {
            results: vec![result],
            ..Signature::default()
        })));
        let method = self.add_obj(Object::new(
            Symbol::intern("Error"),
            None,
            Pos::NONE,
            sig,
            ObjectKind::Func(Func::default()),
        ));
        let iface = self.types.add(Type::Interface(Box::new(Interface {
            methods: vec![method],
            ..Interface::default()
        })));
        self.define_named("error", TypeId::ERROR, iface);

        let comparable = self.types.add(Type::Interface(Box::default()));
        self.state.comparable_interface = comparable;
        self.define_named("comparable", TypeId::COMPARABLE, comparable);

        for (name, value) in [("true", true), ("false", false)] {
            let value = Value::Bool(value);
            self.define(name, TypeId::UNTYPED_BOOL, ObjectKind::Const { value });
        }
        let value = Value::Int(0);
        self.define("iota", TypeId::UNTYPED_INT, ObjectKind::Const { value });
        self.define("nil", TypeId::UNTYPED_NIL, ObjectKind::Nil);

        use Builtin::*;
        for (name, builtin) in [
            ("append", Append),
            ("cap", Cap),
            ("clear", Clear),
            ("close", Close),
            ("complex", Complex),
            ("copy", Copy),
            ("delete", Delete),
            ("imag", Imag),
            ("len", Len),
            ("make", Make),
            ("max", Max),
            ("min", Min),
            ("new", New),
            ("panic", Panic),
            ("print", Print),
            ("println", Println),
            ("real", Real),
            ("recover", Recover),
        ] {
            self.define(name, TypeId::INVALID, ObjectKind::Builtin(builtin));
        }
        self.define_unsafe();
    }

    fn define_unsafe(&mut self) {
        use Builtin::*;
        let scope = self.scopes.add(Some(self.universe));
        let path = Symbol::intern("unsafe");
        self.packages.push(Package {
            path,
            name: path,
            files: Vec::new(),
            imports: Vec::new(),
            scope,
            is_std: true,
            context: Context::default(),
            is_broken: false,
            init_order: Vec::new(),
            inits: Vec::new(),
            funcs: Vec::new(),
            vars: Vec::new(),
        });
        let pkg = Some(Self::UNSAFE);
        let mut entries = vec![("Pointer", TypeId::UNSAFE_POINTER, ObjectKind::TypeName)];
        for (name, builtin) in [
            ("Add", Add),
            ("Alignof", Alignof),
            ("Offsetof", Offsetof),
            ("Sizeof", Sizeof),
            ("Slice", Slice),
            ("SliceData", SliceData),
            ("String", String),
            ("StringData", StringData),
        ] {
            entries.push((name, TypeId::INVALID, ObjectKind::Builtin(builtin)));
        }
        for (name, ty, kind) in entries {
            let name = Symbol::intern(name);
            let obj = self.add_obj(Object::new(name, pkg, Pos::NONE, ty, kind));
            self.obj_mut(obj).parent = Some(scope);
            self.scopes.get_mut(scope).insert(name, obj);
        }
    }

    fn define(&mut self, name: &str, ty: TypeId, kind: ObjectKind) -> ObjId {
        let name = Symbol::intern(name);
        let obj = self.add_obj(Object::new(name, None, Pos::NONE, ty, kind));
        self.obj_mut(obj).parent = Some(self.universe);
        let universe = self.universe;
        self.scopes.get_mut(universe).insert(name, obj);
        obj
    }

    /// A predeclared defined type at its fixed id.
    fn define_named(&mut self, name: &str, id: TypeId, underlying: TypeId) {
        let obj = self.define(name, id, ObjectKind::TypeName);
        let n = self.types.new_named(obj, None);
        let named = self.types.named_mut(n);
        named.id = id;
        named.underlying = Some(underlying);
        self.types.set(id, Type::Named(n));
    }
}
