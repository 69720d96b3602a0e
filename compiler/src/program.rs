//! The whole-program state: worklist of functions to compile, tables under construction, and the
//! questions about types that every part of the compiler asks.

use crate::escape::{ClosureId, Escape};
use crate::layout::{Class, Layout};
use crate::session::Mark;
use bytecode::{
    FuncIdx, Function, ItabDesc, PLAIN_GLOBALS, Program, SelectDesc, TypeDesc, TypeIdx, WellKnown,
};
use source::{Diagnostics, Pos, Symbol};
use std::collections::{HashMap, HashSet, VecDeque};
use std::rc::Rc;
use types::Checker;
use types::object::{ObjId, PkgId};
use types::types::{BasicKind, Type, TypeId, TypeParamId};

/// The type arguments that a generic body is compiled with.
#[derive(Debug)]
pub struct TypeEnv {
    pub id: u32,
    pub tparams: Vec<TypeParamId>,
    pub targs: Vec<TypeId>,
}

/// A function or method with its type arguments, all types deduplicated.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum FuncKey {
    /// A declared function or method.
    Declared(ObjId, Vec<TypeIdx>),
    /// A stub that makes a native function a func value.
    NativeStub(String),
    /// `T.m` taking an interface's data word as receiver: (receiver type, method name, package).
    MethodByWord(TypeIdx, Symbol, Option<PkgId>),
    /// `T.m` as a function whose first parameter is the receiver.
    MethodExpr(TypeIdx, Symbol, Option<PkgId>),
    /// Takes the receiver from its closure.
    BoundMethod(TypeIdx, Symbol, Option<PkgId>),
}

/// What is still to be compiled.
#[derive(Clone, Debug)]
pub enum Job {
    Declared {
        idx: FuncIdx,
        obj: ObjId,
        env: Rc<TypeEnv>,
    },
    Closure {
        idx: FuncIdx,
        closure: ClosureId,
        env: Rc<TypeEnv>,
        /// Variables captured, in the closure's order.
        captures: Vec<ObjId>,
        /// Of a range-over-func body: what the enclosing loop wants to know.
        range: Option<Rc<crate::rangefunc::RangeBody>>,
    },
    Method {
        idx: FuncIdx,
        recv: TypeId,
        name: Symbol,
        pkg: Option<PkgId>,
        form: MethodForm,
    },
    Thunk {
        idx: FuncIdx,
        thunk: crate::defer::Thunk,
    },
}

/// How a method wrapper gets its receiver.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum MethodForm {
    /// An interface's data word, as first parameter.
    ByWord,
    /// The receiver itself, as first parameter.
    Expr,
    /// Captured by the closure.
    Bound,
}

/// A method that is compiled once some interface call mentions its name.
#[derive(Clone, Copy, Debug)]
pub struct PendingMethod {
    pub desc: TypeIdx,
    pub index: usize,
}

pub struct Compiler<'c, 'a> {
    pub ck: &'c mut Checker<'a>,
    pub out: Program,
    pub diags: Diagnostics,
    pub escape: Escape,
    pub analysed: HashSet<ObjId>,
    pub jobs: VecDeque<Job>,
    pub funcs: HashMap<FuncKey, FuncIdx>,
    /// Whether calls of small functions are compiled in place.
    pub inline: bool,
    /// Which functions are small enough, of those that were looked at.
    pub inlinable: HashMap<FuncKey, Option<Rc<crate::inline::Inlinable>>>,
    pub natives: HashMap<String, u32>,
    pub strings: HashMap<Box<[u8]>, u32>,
    pub itabs: HashMap<ItabDesc, u32>,
    pub globals: HashMap<ObjId, u32>,
    layouts: Vec<Option<Layout>>,
    type_ids: HashMap<TypeId, TypeIdx>,
    type_keys: HashMap<String, TypeIdx>,
    /// The checker's type for each description.
    pub desc_types: Vec<TypeId>,
    pub with_methods: HashSet<TypeIdx>,
    pub live_names: HashSet<Symbol>,
    pub pending: HashMap<Symbol, Vec<PendingMethod>>,
    /// All exported methods are kept: see `crate::reflect`.
    pub keeps_exported: bool,
    /// All methods are kept: see `crate::session`.
    pub keeps_all: bool,
    /// The bytes that there can be of package variables, without and with pointers.
    pub room: (u32, u32),
    /// So many types have all their methods.
    pub completed: usize,
    /// Functions of an increment, with the earlier ones whose place they take.
    pub first_versions: HashMap<FuncIdx, FuncIdx>,
    /// Whether package reflect is part of the program, once known.
    pub reflects: Option<bool>,
    /// `reflect.stub` and `reflect.callReflect`, once something needs them.
    pub stubs: Option<(FuncIdx, FuncIdx)>,
    pub no_env: Rc<TypeEnv>,
    envs: u32,
    substituted: HashMap<(u32, TypeId), TypeId>,
    file_index: HashMap<String, u32>,
    /// The file named last, and its index.
    last_file: Option<(String, u32)>,
}

impl<'c, 'a> Compiler<'c, 'a> {
    pub fn new(ck: &'c mut Checker<'a>) -> Compiler<'c, 'a> {
        let none = TypeIdx(0);
        let well_known = WellKnown {
            string: none,
            int: none,
            runtime_error: none,
            bounds_error: none,
            plain_error: none,
            assertion_error: none,
            nil_panic_error: none,
            error: none,
            stringer: none,
        };
        let out = Program {
            funcs: Vec::new(),
            types: Vec::new(),
            itabs: Vec::new(),
            strings: Vec::new(),
            selects: Vec::new(),
            natives: Vec::new(),
            native_places: Vec::new(),
            files: Vec::new(),
            named_files: Vec::new(),
            globals_size: 0,
            plain_globals_size: 0,
            entry: FuncIdx(0),
            well_known,
        };
        Compiler {
            ck,
            out,
            diags: Diagnostics::default(),
            escape: Escape::default(),
            analysed: HashSet::new(),
            jobs: VecDeque::new(),
            funcs: HashMap::new(),
            inline: true,
            inlinable: HashMap::new(),
            natives: HashMap::new(),
            strings: HashMap::new(),
            itabs: HashMap::new(),
            globals: HashMap::new(),
            layouts: Vec::new(),
            type_ids: HashMap::new(),
            type_keys: HashMap::new(),
            desc_types: Vec::new(),
            with_methods: HashSet::new(),
            live_names: HashSet::new(),
            pending: HashMap::new(),
            keeps_exported: false,
            keeps_all: false,
            room: (PLAIN_GLOBALS, PLAIN_GLOBALS),
            completed: 0,
            first_versions: HashMap::new(),
            reflects: None,
            stubs: None,
            no_env: Rc::new(TypeEnv {
                id: 0,
                tparams: Vec::new(),
                targs: Vec::new(),
            }),
            envs: 0,
            substituted: HashMap::new(),
            file_index: HashMap::new(),
            last_file: None,
        }
    }

    pub fn error(&mut self, pos: Pos, message: impl Into<String>) {
        self.diags.error(pos, message);
    }

    // ---- types

    pub fn new_env(&mut self, tparams: Vec<TypeParamId>, targs: Vec<TypeId>) -> Rc<TypeEnv> {
        if tparams.is_empty() {
            return self.no_env.clone();
        }
        self.envs += 1;
        Rc::new(TypeEnv {
            id: self.envs,
            tparams,
            targs,
        })
    }

    /// `t` with the environment's type arguments in place of type parameters.
    pub fn subst(&mut self, env: &TypeEnv, t: TypeId) -> TypeId {
        if env.tparams.is_empty() {
            return t;
        }
        if let Some(&done) = self.substituted.get(&(env.id, t)) {
            return done;
        }
        let done = self.ck.subst(t, &env.tparams, &env.targs);
        self.substituted.insert((env.id, t), done);
        done
    }

    pub fn under(&mut self, t: TypeId) -> TypeId {
        self.ck.underlying(t)
    }

    /// The underlying type's representation.
    pub fn shape(&mut self, t: TypeId) -> Type {
        let u = self.ck.underlying(t);
        self.ck.types.get(u).clone()
    }

    /// Element type of a pointer, slice, array, map or channel; of a string, byte.
    pub fn elem(&mut self, t: TypeId) -> TypeId {
        match self.shape(t) {
            Type::Pointer(e) | Type::Slice(e) => e,
            Type::Array { elem, .. } | Type::Map { elem, .. } | Type::Chan { elem, .. } => elem,
            Type::Basic(_) => TypeId::UINT8,
            _ => TypeId::INVALID,
        }
    }

    pub fn layout(&mut self, t: TypeId) -> Layout {
        let i = t.0 as usize;
        if let Some(Some(layout)) = self.layouts.get(i) {
            return *layout;
        }
        let layout = self.compute_layout(t);
        if self.layouts.len() <= i {
            self.layouts.resize(i + 1, None);
        }
        self.layouts[i] = Some(layout);
        layout
    }

    fn compute_layout(&mut self, t: TypeId) -> Layout {
        let class = match self.shape(t) {
            Type::Basic(kind) => basic_class(kind),
            Type::Pointer(_) => Class::Pointer,
            Type::Slice(_) => Class::Slice,
            Type::Map { .. } => Class::Map,
            Type::Chan { .. } => Class::Chan,
            Type::Signature(_) => Class::Func,
            Type::Interface(_) => Class::Iface {
                empty: self.ck.interface_methods(t).is_empty(),
            },
            Type::Struct(_) => Class::Struct,
            Type::Array { .. } => Class::Array,
            _ => Class::Tuple,
        };
        let (size, align) = match class {
            Class::Tuple => (0, 1),
            _ => (self.ck.sizeof(t).max(0) as u64, self.ck.alignof(t) as u8),
        };
        let slots = size.div_ceil(8);
        let indirect = slots > crate::layout::MAX_FRAME_VALUE_SLOTS;
        Layout {
            size,
            align,
            slots: if indirect { 1 } else { slots as u32 },
            class,
            indirect,
        }
    }

    pub fn is_iface(&mut self, t: TypeId) -> bool {
        matches!(self.layout(t).class, Class::Iface { .. })
    }

    /// Offset and type of field `index` of struct type `t`.
    pub fn field(&mut self, t: TypeId, index: u32) -> (u64, TypeId) {
        let Type::Struct(s) = self.shape(t) else {
            return (0, TypeId::INVALID);
        };
        let offsets = self.ck.field_offsets(t);
        let field = s.fields[index as usize];
        (offsets[index as usize] as u64, self.ck.obj(field).ty)
    }

    /// The description of `t`, without methods until it is put in an interface.
    pub fn type_idx(&mut self, t: TypeId) -> TypeIdx {
        let t = self.ck.unalias(t);
        if let Some(&idx) = self.type_ids.get(&t) {
            return idx;
        }
        let key = self.ck.type_key(t);
        if let Some(&idx) = self.type_keys.get(&key) {
            self.type_ids.insert(t, idx);
            return idx;
        }
        let idx = TypeIdx(self.out.types.len() as u32);
        self.out.types.push(TypeDesc::default());
        self.desc_types.push(t);
        self.type_ids.insert(t, idx);
        self.type_keys.insert(key, idx);
        let desc = self.describe(t);
        self.out.types[idx.0 as usize] = desc;
        idx
    }

    // ---- tables

    pub fn string(&mut self, text: &[u8]) -> u32 {
        if let Some(&i) = self.strings.get(text) {
            return i;
        }
        let i = self.out.strings.len() as u32;
        self.out.strings.push(text.into());
        self.strings.insert(text.into(), i);
        i
    }

    /// The number of the native function called `name`, which is declared at `pos`.
    pub fn native(&mut self, name: &str, pos: Pos) -> u32 {
        if let Some(&i) = self.natives.get(name) {
            return i;
        }
        let i = self.out.natives.len() as u32;
        self.out.natives.push(name.to_string());
        let place = self.file_line(pos);
        self.out.native_places.push(place);
        self.natives.insert(name.to_string(), i);
        i
    }

    pub fn itab(&mut self, iface: TypeId, concrete: TypeId) -> u32 {
        let desc = ItabDesc {
            iface: self.type_idx(iface),
            concrete: self.type_idx(concrete),
        };
        if let Some(&i) = self.itabs.get(&desc) {
            return i;
        }
        let i = self.out.itabs.len() as u32;
        self.out.itabs.push(desc);
        self.itabs.insert(desc, i);
        i
    }

    pub fn select(&mut self, desc: SelectDesc) -> u32 {
        let known = self.out.selects.iter().position(|s| *s == desc);
        known.unwrap_or_else(|| {
            self.out.selects.push(desc);
            self.out.selects.len() - 1
        }) as u32
    }

    /// The byte offset of a package variable.
    pub fn global(&mut self, var: ObjId) -> u32 {
        if let Some(&offset) = self.globals.get(&var) {
            return offset;
        }
        let ty = self.ck.obj(var).ty;
        let size = self.layout(ty).size.next_multiple_of(8).max(8);
        let idx = self.type_idx(ty);
        let (plain_room, scanned_room) = self.room;
        let (zone, first, room) = if self.out.types[idx.0 as usize].has_pointers {
            (&mut self.out.globals_size, 0, scanned_room)
        } else {
            (&mut self.out.plain_globals_size, PLAIN_GLOBALS, plain_room)
        };
        let end = u64::from(*zone) + size;
        if end > u64::from(room) {
            let message = format!("package variables too large (over {room} bytes)");
            self.error(self.ck.obj(var).pos, message);
            return first;
        }
        let offset = first + *zone;
        *zone = end as u32;
        self.globals.insert(var, offset);
        offset
    }

    pub fn new_func(&mut self, name: String, pos: Pos) -> FuncIdx {
        let idx = FuncIdx(self.out.funcs.len() as u32);
        let (file, line) = self.file_line(pos);
        self.out.funcs.push(Function {
            name,
            file,
            line,
            ..Function::default()
        });
        idx
    }

    /// Index of the file, and line, line directives applied.
    pub fn file_line(&mut self, pos: Pos) -> (u32, u32) {
        self.place(pos).unwrap_or((0, 0))
    }

    /// As [`Compiler::file_line`]; absent for unknown positions.
    pub fn place(&mut self, pos: Pos) -> Option<(u32, u32)> {
        let file = self.ck.map.file_of(pos)?;
        let source = self.ck.map.file(file);
        let (name, line, _) = source.place(pos.0 - source.base.0);
        if let Some((last, index)) = &self.last_file
            && *last == name
        {
            return Some((*index, line));
        }
        let next = self.out.files.len() as u32;
        let index = *self.file_index.entry(name.to_owned()).or_insert(next);
        if index == next {
            let shown = if name.is_empty() { "??" } else { name };
            self.out.files.push(shown.to_owned());
            if name != source.name {
                self.out.named_files.push(index);
            }
        }
        self.last_file = Some((name.to_owned(), index));
        Some((index, line))
    }

    /// The index of the function that `key` names; queues `job` at first mention.
    pub fn func_for(
        &mut self,
        key: FuncKey,
        name: impl FnOnce(&mut Self) -> (String, Pos),
        job: impl FnOnce(FuncIdx) -> Job,
    ) -> FuncIdx {
        if let Some(&idx) = self.funcs.get(&key) {
            return idx;
        }
        let (name, pos) = name(self);
        let idx = self.new_func(name, pos);
        self.funcs.insert(key, idx);
        self.jobs.push_back(job(idx));
        idx
    }

    /// The package's path at the beginning of function names: dots in its last element would be
    /// ambiguous there.
    pub fn symbol_prefix(&self, pkg: Option<PkgId>) -> String {
        if pkg.is_some_and(|p| self.ck.pkg(p).name == Symbol::MAIN) {
            return "main".to_string();
        }
        let path = self.pkg_path(pkg);
        let last = path.rfind('/').map_or(0, |slash| slash + 1);
        let mut prefix = String::with_capacity(path.len());
        for (i, b) in path.bytes().enumerate() {
            let is_plain = b > b' ' && b < 0x7f && b != b'%' && b != b'"';
            if is_plain && !(b == b'.' && i >= last) {
                prefix.push(char::from(b));
            } else {
                prefix.push_str(&format!("%{b:02x}"));
            }
        }
        prefix
    }

    pub fn pkg_path(&self, pkg: Option<PkgId>) -> &'static str {
        pkg.map_or("", |p| self.ck.pkg(p).path.as_str())
    }
}

/// The fields that a compiler and what is kept of it share, from one to the other.
macro_rules! with_kept_fields {
    ($from:ident => $to:ident { $($own:tt)* }) => {
        $to {
            out: $from.out,
            diags: $from.diags,
            escape: $from.escape,
            analysed: $from.analysed,
            jobs: $from.jobs,
            funcs: $from.funcs,
            inline: $from.inline,
            inlinable: $from.inlinable,
            natives: $from.natives,
            strings: $from.strings,
            itabs: $from.itabs,
            globals: $from.globals,
            layouts: $from.layouts,
            type_ids: $from.type_ids,
            type_keys: $from.type_keys,
            desc_types: $from.desc_types,
            with_methods: $from.with_methods,
            live_names: $from.live_names,
            pending: $from.pending,
            keeps_exported: $from.keeps_exported,
            keeps_all: $from.keeps_all,
            room: $from.room,
            completed: $from.completed,
            first_versions: $from.first_versions,
            reflects: $from.reflects,
            stubs: $from.stubs,
            no_env: $from.no_env,
            envs: $from.envs,
            substituted: $from.substituted,
            file_index: $from.file_index,
            last_file: $from.last_file,
            $($own)*
        }
    };
}

/// A compiler between the entries of a session: all but the checker.
pub struct Suspended {
    pub out: Program,
    diags: Diagnostics,
    escape: Escape,
    analysed: HashSet<ObjId>,
    jobs: VecDeque<Job>,
    funcs: HashMap<FuncKey, FuncIdx>,
    inline: bool,
    inlinable: HashMap<FuncKey, Option<Rc<crate::inline::Inlinable>>>,
    natives: HashMap<String, u32>,
    strings: HashMap<Box<[u8]>, u32>,
    itabs: HashMap<ItabDesc, u32>,
    globals: HashMap<ObjId, u32>,
    layouts: Vec<Option<Layout>>,
    type_ids: HashMap<TypeId, TypeIdx>,
    type_keys: HashMap<String, TypeIdx>,
    desc_types: Vec<TypeId>,
    with_methods: HashSet<TypeIdx>,
    live_names: HashSet<Symbol>,
    pending: HashMap<Symbol, Vec<PendingMethod>>,
    keeps_exported: bool,
    keeps_all: bool,
    pub room: (u32, u32),
    completed: usize,
    first_versions: HashMap<FuncIdx, FuncIdx>,
    reflects: Option<bool>,
    stubs: Option<(FuncIdx, FuncIdx)>,
    no_env: Rc<TypeEnv>,
    envs: u32,
    substituted: HashMap<(u32, TypeId), TypeId>,
    file_index: HashMap<String, u32>,
    last_file: Option<(String, u32)>,
}

impl<'c, 'a> Compiler<'c, 'a> {
    /// Lets go of the checker.
    pub fn suspend(self) -> Suspended {
        with_kept_fields!(self => Suspended {})
    }
}

impl Suspended {
    pub fn global_offset(&self, var: ObjId) -> Option<&u32> {
        self.globals.get(&var)
    }

    pub fn set_global(&mut self, var: ObjId, offset: u32) {
        self.globals.insert(var, offset);
    }

    /// Drops what names things of the checker that are gone. The functions from number `mark.funcs` on
    /// and the files named since are dropped too unless something names them: later code can call one,
    /// or they have bodies of loops over functions.
    ///
    /// False if they stay.
    pub fn rollback(&mut self, mark: &Mark, checked: &types::session::Mark) -> bool {
        let is_obj = |o: &ObjId| (o.0 as usize) < checked.objects;
        let is_type = |t: &TypeId| t.0 < checked.type_count;
        let has_range_bodies = self.escape.has_range_bodies(checked);
        self.funcs.retain(|key, _| match key {
            FuncKey::Declared(obj, _) => is_obj(obj),
            _ => true,
        });
        self.analysed.retain(is_obj);
        self.globals.retain(|o, _| is_obj(o));
        self.type_ids.retain(|t, _| is_type(t));
        self.substituted
            .retain(|(_, t), done| is_type(t) && is_type(done));
        self.layouts.truncate(checked.type_count as usize);
        self.escape.forget(checked);
        let is_new = |f: FuncIdx| f.0 as usize >= mark.funcs;
        let is_named = has_range_bodies
            || self.funcs.values().any(|&f| is_new(f))
            || self.stubs.is_some_and(|(a, b)| is_new(a) || is_new(b));
        if is_named {
            // The machine has what is in them.
            for f in &mut self.out.funcs[mark.funcs..] {
                *f = Function::default();
            }
            return false;
        }
        self.out.funcs.truncate(mark.funcs);
        if self.out.natives.len() == mark.natives {
            let files = mark.files;
            self.out.files.truncate(files);
            self.out.named_files.retain(|&f| (f as usize) < files);
            self.file_index.retain(|_, &mut f| (f as usize) < files);
            self.last_file = None;
        }
        true
    }

    pub fn function(&self, obj: ObjId) -> Option<FuncIdx> {
        let key = FuncKey::Declared(obj, Vec::new());
        self.funcs.get(&key).copied()
    }

    /// The declared function that `func` was compiled for, and its type arguments.
    pub fn declared(&self, func: FuncIdx) -> Option<(ObjId, &[TypeIdx])> {
        self.funcs.iter().find_map(|(key, &idx)| match key {
            FuncKey::Declared(obj, args) if idx == func => Some((*obj, &args[..])),
            _ => None,
        })
    }

    /// Goes on with the checker, which knows more now.
    pub fn resume<'c, 'a>(self, ck: &'c mut Checker<'a>) -> Compiler<'c, 'a> {
        with_kept_fields!(self => Compiler { ck })
    }
}

fn basic_class(kind: BasicKind) -> Class {
    use BasicKind::*;
    let int = |bits, signed| Class::Int { bits, signed };
    match kind {
        Bool | UntypedBool => Class::Bool,
        Int | Int64 | UntypedInt => int(64, true),
        Int8 => int(8, true),
        Int16 => int(16, true),
        Int32 | UntypedRune => int(32, true),
        Uint | Uint64 | Uintptr => int(64, false),
        Uint8 => int(8, false),
        Uint16 => int(16, false),
        Uint32 => int(32, false),
        Float32 => Class::Float32,
        Float64 | UntypedFloat => Class::Float64,
        Complex64 => Class::Complex64,
        Complex128 | UntypedComplex => Class::Complex128,
        String | UntypedString => Class::String,
        UnsafePointer | UntypedNil => Class::Pointer,
        Invalid => Class::Tuple,
    }
}
