//! Run-time type descriptions, and which methods must exist at run time.
//!
//! The methods of a type are compiled only if the type is put in an interface *and* some interface
//! call mentions a method of that name: nothing else can reach them.

use crate::layout::Class;
use crate::program::{Compiler, FuncKey, Job, MethodForm, PendingMethod};
use bytecode::{FieldDesc, FuncIdx, Kind, MethodDesc, TypeDesc, TypeIdx};
use parser::ast::ChanDir;
use source::Symbol;
use types::object::{ObjectKind, PkgId};
use types::types::{BasicKind, Signature, Type, TypeId};

impl Compiler<'_, '_> {
    pub(crate) fn describe(&mut self, t: TypeId) -> TypeDesc {
        let layout = self.layout(t);
        let mut desc = TypeDesc {
            size: layout.size,
            align: layout.align,
            string: self.ck.runtime_type_string(t),
            comparable: self.ck.comparable(t),
            ..TypeDesc::default()
        };
        if let Type::Named(id) = *self.ck.types.get(t) {
            let named = self.ck.types.named(id).clone();
            let full = desc.string.clone();
            let bracket = full.find('[').unwrap_or(full.len());
            let start = full[..bracket].rfind('.').map_or(0, |i| i + 1);
            desc.name = full[start..].to_string();
            desc.pkg_path = self.pkg_path(named.pkg).to_string();
        }
        let shape = self.shape(t);
        if let (Type::Basic(kind), true) = (&shape, desc.name.is_empty()) {
            if *kind == BasicKind::UnsafePointer {
                desc.name = "Pointer".to_string();
                desc.pkg_path = "unsafe".to_string();
            } else {
                desc.name = desc.string.clone();
            }
        }
        self.describe_shape(t, shape, &mut desc);
        desc.direct = self.is_direct(t);
        desc
    }

    fn describe_shape(&mut self, t: TypeId, shape: Type, desc: &mut TypeDesc) {
        desc.has_pointers = true;
        desc.plain_eq = true;
        match shape {
            Type::Basic(kind) => {
                desc.kind = basic_kind(kind);
                desc.has_pointers = matches!(desc.kind, Kind::String | Kind::UnsafePointer);
                desc.plain_eq = !matches!(
                    desc.kind,
                    Kind::String
                        | Kind::Float32
                        | Kind::Float64
                        | Kind::Complex64
                        | Kind::Complex128
                );
            }
            Type::Pointer(elem) => {
                desc.kind = Kind::Pointer;
                desc.elem = Some(self.type_idx(elem));
            }
            Type::Slice(elem) => {
                desc.kind = Kind::Slice;
                desc.plain_eq = false;
                desc.elem = Some(self.type_idx(elem));
            }
            Type::Array { elem, len } => {
                desc.kind = Kind::Array;
                desc.len = len.max(0) as u64;
                let idx = self.type_idx(elem);
                desc.elem = Some(idx);
                let (pointers, plain) = self.facts(elem);
                desc.has_pointers = pointers && len > 0;
                desc.plain_eq = plain;
            }
            Type::Map { key, elem } => {
                desc.kind = Kind::Map;
                desc.plain_eq = false;
                desc.key = Some(self.type_idx(key));
                desc.elem = Some(self.type_idx(elem));
            }
            Type::Chan { dir, elem } => {
                desc.kind = Kind::Chan;
                desc.len = match dir {
                    ChanDir::Recv => 1,
                    ChanDir::Send => 2,
                    ChanDir::Both => 3,
                };
                desc.elem = Some(self.type_idx(elem));
            }
            Type::Struct(s) => {
                desc.kind = Kind::Struct;
                self.describe_fields(t, &s.fields, &s.tags, desc);
            }
            Type::Signature(sig) => {
                desc.kind = Kind::Func;
                desc.plain_eq = false;
                self.describe_signature(&sig, desc);
            }
            Type::Interface(_) => {
                desc.kind = Kind::Interface;
                desc.plain_eq = false;
                desc.methods = self.interface_methods(t);
            }
            _ => {}
        }
    }

    fn describe_fields(
        &mut self,
        t: TypeId,
        fields: &[types::object::ObjId],
        tags: &[Symbol],
        desc: &mut TypeDesc,
    ) {
        let offsets = self.ck.field_offsets(t);
        desc.has_pointers = false;
        let mut end = 0;
        for (i, &field) in fields.iter().enumerate() {
            let (name, ty, pkg) = {
                let obj = self.ck.obj(field);
                (obj.name, obj.ty, obj.pkg)
            };
            let embedded = matches!(&self.ck.obj(field).kind, ObjectKind::Var(v) if v.embedded);
            let (pointers, plain) = self.facts(ty);
            desc.has_pointers |= pointers;
            let offset = offsets[i] as u64;
            // Padding and blank fields do not take part in comparisons.
            desc.plain_eq &= plain && offset == end && !name.is_blank();
            end = offset + self.layout(ty).size;
            desc.fields.push(FieldDesc {
                name: name.as_str().to_string(),
                pkg_path: if name.is_exported() {
                    String::new()
                } else {
                    self.pkg_path(pkg).to_string()
                },
                ty: self.type_idx(ty),
                offset,
                tag: tags.get(i).map_or("", |t| t.as_str()).to_string(),
                embedded,
            });
        }
        desc.plain_eq &= end == desc.size;
    }

    fn describe_signature(&mut self, sig: &Signature, desc: &mut TypeDesc) {
        for &p in &sig.params {
            let ty = self.ck.obj(p).ty;
            desc.params.push(self.type_idx(ty));
        }
        for &r in &sig.results {
            let ty = self.ck.obj(r).ty;
            desc.results.push(self.type_idx(ty));
        }
        desc.variadic = sig.variadic;
    }

    fn interface_methods(&mut self, t: TypeId) -> Vec<MethodDesc> {
        let methods = self.ck.interface_methods(t);
        methods
            .iter()
            .map(|&m| {
                let (name, pkg, ty) = {
                    let obj = self.ck.obj(m);
                    (obj.name, obj.pkg, obj.ty)
                };
                self.method_desc(name, pkg, ty)
            })
            .collect()
    }

    fn method_desc(&mut self, name: Symbol, pkg: Option<PkgId>, ty: TypeId) -> MethodDesc {
        MethodDesc {
            name: name.as_str().to_string(),
            pkg_path: if name.is_exported() {
                String::new()
            } else {
                self.pkg_path(pkg).to_string()
            },
            ty: self.type_idx(ty),
            func: None,
        }
    }

    /// (has pointers, equality is equality of bytes), without building a description: the type may
    /// be under construction.
    fn facts(&mut self, t: TypeId) -> (bool, bool) {
        match self.shape(t) {
            Type::Basic(kind) => match basic_kind(kind) {
                Kind::String => (true, false),
                Kind::UnsafePointer => (true, true),
                Kind::Float32 | Kind::Float64 | Kind::Complex64 | Kind::Complex128 => {
                    (false, false)
                }
                _ => (false, true),
            },
            Type::Pointer(_) | Type::Chan { .. } => (true, true),
            Type::Array { elem, len } => {
                let (pointers, plain) = self.facts(elem);
                (pointers && len > 0, plain)
            }
            Type::Struct(s) => {
                let offsets = self.ck.field_offsets(t);
                let (mut pointers, mut plain, mut end) = (false, true, 0);
                for (i, &field) in s.fields.iter().enumerate() {
                    let (name, ty) = (self.ck.obj(field).name, self.ck.obj(field).ty);
                    let (p, eq) = self.facts(ty);
                    let offset = offsets[i] as u64;
                    pointers |= p;
                    plain &= eq && offset == end && !name.is_blank();
                    end = offset + self.layout(ty).size;
                }
                (pointers, plain && end == self.layout(t).size)
            }
            _ => (true, false),
        }
    }

    /// Whether an interface holds a value of this type itself rather than its address.
    pub(crate) fn is_direct(&mut self, t: TypeId) -> bool {
        match self.layout(t).class {
            Class::Pointer | Class::Map | Class::Chan | Class::Func => true,
            Class::Struct => match self.shape(t) {
                Type::Struct(s) if s.fields.len() == 1 => {
                    let ty = self.ck.obj(s.fields[0]).ty;
                    self.is_direct(ty)
                }
                _ => false,
            },
            Class::Array => match self.shape(t) {
                Type::Array { elem, len: 1 } => self.is_direct(elem),
                _ => false,
            },
            _ => false,
        }
    }

    // ---- methods

    /// A value of this type is put in an interface: its methods, and those of everything that
    /// reflection can reach from it, can be called through interfaces from now on.
    pub(crate) fn require_methods(&mut self, idx: TypeIdx) {
        let mut work = vec![idx];
        while let Some(idx) = work.pop() {
            if !self.with_methods.insert(idx) {
                continue;
            }
            let desc = &self.out.types[idx.0 as usize];
            work.extend(desc.elem);
            work.extend(desc.key);
            work.extend(desc.fields.iter().map(|f| f.ty));
            work.extend(desc.results.iter());
            if desc.kind != Kind::Interface {
                self.add_methods(idx);
            }
            work.extend(self.reflected_types(idx));
        }
    }

    pub(crate) fn add_methods(&mut self, idx: TypeIdx) {
        let t = self.desc_types[idx.0 as usize];
        let set = self.ck.method_set(t);
        for (index, entry) in set.iter().enumerate() {
            let ty = self
                .ck
                .lookup_field_or_method(t, false, entry.pkg, entry.name, false)
                .found()
                .map_or(TypeId::INVALID, |l| l.ty);
            let method = self.method_desc(entry.name, entry.pkg, ty);
            self.out.types[idx.0 as usize].methods.push(method);
            let pending = PendingMethod { desc: idx, index };
            let kept = self.keeps_all || (self.keeps_exported && entry.name.is_exported());
            if kept || self.live_names.contains(&entry.name) {
                self.compile_method(pending, entry.name, entry.pkg);
            } else {
                self.pending.entry(entry.name).or_default().push(pending);
            }
        }
    }

    /// Some interface call mentions methods of this name.
    pub(crate) fn make_name_live(&mut self, name: Symbol) {
        if !self.live_names.insert(name) {
            return;
        }
        for pending in self.pending.remove(&name).unwrap_or_default() {
            let t = self.desc_types[pending.desc.0 as usize];
            let entry = self.ck.method_set(t)[pending.index].clone();
            self.compile_method(pending, entry.name, entry.pkg);
        }
    }

    fn compile_method(&mut self, pending: PendingMethod, name: Symbol, pkg: Option<PkgId>) {
        let t = self.desc_types[pending.desc.0 as usize];
        let func = self.method_func(t, name, pkg, MethodForm::ByWord);
        self.out.types[pending.desc.0 as usize].methods[pending.index].func = func;
    }

    /// The function for method `name` of type `t` with its receiver in the given form.
    /// The name of a compiler-made function for method `name` of `t`: `main.(*T).m`, `main.T.m-fm`.
    fn wrapper_name(&mut self, t: TypeId, name: Symbol, form: MethodForm) -> String {
        let t = self.ck.unalias(t);
        let (base, is_pointer) = match *self.ck.types.get(t) {
            Type::Pointer(base) => (self.ck.unalias(base), true),
            _ => (t, false),
        };
        let ty = match *self.ck.types.get(base) {
            Type::Named(id) => {
                let named = self.ck.types.named(id);
                let generic = if named.targs.is_empty() { "" } else { "[...]" };
                let type_name = format!("{}{generic}", self.ck.obj(named.obj).name);
                let path = match named.pkg {
                    Some(p) if self.ck.pkg(p).name == Symbol::MAIN => "main",
                    pkg => self.pkg_path(pkg),
                };
                let dot = if path.is_empty() { "" } else { "." };
                if is_pointer {
                    format!("{path}{dot}(*{type_name})")
                } else {
                    format!("{path}{dot}{type_name}")
                }
            }
            _ => self.ck.runtime_type_string(t),
        };
        let suffix = if form == MethodForm::Bound { "-fm" } else { "" };
        format!("{ty}.{name}{suffix}")
    }

    pub(crate) fn method_func(
        &mut self,
        t: TypeId,
        name: Symbol,
        pkg: Option<PkgId>,
        form: MethodForm,
    ) -> Option<FuncIdx> {
        let set = self.ck.method_set(t);
        let pkg = if name.is_exported() { None } else { pkg };
        let entry = set
            .iter()
            .find(|m| m.name == name && (pkg.is_none() || m.pkg == pkg));
        // The declared function itself will do if no conversion of the receiver is needed.
        if let Some(entry) = entry
            && entry.path.is_empty()
            && form != MethodForm::Bound
            && !self.is_iface(t)
        {
            let is_pointer = matches!(self.shape(t), Type::Pointer(_));
            let same = match form {
                MethodForm::Expr => entry.ptr_recv == is_pointer,
                MethodForm::ByWord => {
                    entry.ptr_recv && is_pointer
                        || !entry.ptr_recv && self.is_direct(t) && !is_pointer
                }
                MethodForm::Bound => false,
            };
            if same && !self.is_native(entry.obj) {
                let recv = if is_pointer { self.elem(t) } else { t };
                return Some(self.declared_method(entry.obj, recv));
            }
        }
        let idx = self.type_idx(t);
        let key = match form {
            MethodForm::ByWord => FuncKey::MethodByWord(idx, name, pkg),
            MethodForm::Expr => FuncKey::MethodExpr(idx, name, pkg),
            MethodForm::Bound => FuncKey::BoundMethod(idx, name, pkg),
        };
        let pos = entry.map_or(source::Pos::NONE, |e| self.ck.obj(e.obj).pos);
        Some(self.func_for(
            key,
            |c| (c.wrapper_name(t, name, form), pos),
            |idx| Job::Method {
                idx,
                recv: t,
                name,
                pkg,
                form,
            },
        ))
    }
}

fn basic_kind(kind: BasicKind) -> Kind {
    use BasicKind as B;
    match kind {
        B::Bool | B::UntypedBool => Kind::Bool,
        B::Int | B::UntypedInt => Kind::Int,
        B::Int8 => Kind::Int8,
        B::Int16 => Kind::Int16,
        B::Int32 | B::UntypedRune => Kind::Int32,
        B::Int64 => Kind::Int64,
        B::Uint => Kind::Uint,
        B::Uint8 => Kind::Uint8,
        B::Uint16 => Kind::Uint16,
        B::Uint32 => Kind::Uint32,
        B::Uint64 => Kind::Uint64,
        B::Uintptr => Kind::Uintptr,
        B::Float32 => Kind::Float32,
        B::Float64 | B::UntypedFloat => Kind::Float64,
        B::Complex64 => Kind::Complex64,
        B::Complex128 | B::UntypedComplex => Kind::Complex128,
        B::String | B::UntypedString => Kind::String,
        B::UnsafePointer | B::UntypedNil => Kind::UnsafePointer,
        B::Invalid => Kind::Invalid,
    }
}
