//! Loads a program: makes its types, interface tables and constants, and turns every function into
//! units with handlers' addresses and resolved operands.
//!
//! A loaded program is never freed. Operands that name a table's entry become addresses, which fit
//! the 48 bits above operand `a`; jumps become distances in bytes.

mod image;
mod link;
mod session;

use std::collections::HashMap;
use std::sync::OnceLock;

use parking_lot::{Mutex, RwLock};

use bytecode::{
    FRAME_HEADER_SLOTS, FuncIdx, Function, Instr, Op, Program, Trap, TypeDesc, TypeIdx,
};
use runtime::globals::Globals;
use runtime::itab::{Itab, ItabTable};
use runtime::native::NativeFn;
use runtime::rtype::{FieldSpec, Kind, MethodSpec, RMethod, RType, TypeSpec};
use runtime::task::Task;
use runtime::{Config, Runtime};

use crate::handler::{Next, Unit};
use crate::liveness::Liveness;
use crate::ops;

pub use image::ImageId;
use image::{Image, Images};
use link::Linker;

/// Slots of a frame's header.
pub const HEADER: usize = FRAME_HEADER_SLOTS as usize;

/// What a call needs to know of a function; a `FuncRef` is the address of one.
#[repr(C)]
pub struct FuncEntry {
    pub ip: Next,
    pub frame_bytes: usize,
    /// The entry's own address: a func value without captures points here.
    pub self_ref: *const FuncEntry,
}

/// Operands of `MkIface`.
pub struct BoxDesc {
    /// Type or itab: the interface's first word.
    pub word: u64,
    pub typ: &'static RType,
}

/// Operands of `AssertT` and `AssertI`.
pub struct AssertDesc {
    pub typ: &'static RType,
    /// The static interface type, for messages.
    pub iface: &'static RType,
}

/// Why a program cannot be loaded.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum LoadError {
    /// A mistake of our compiler.
    Invalid(bytecode::VerifyError),
    /// The type does not implement the interface of an itab: also our compiler's mistake.
    Itab(String),
    /// The system has no address space for the heap.
    Runtime(String),
}

impl std::fmt::Display for LoadError {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        match self {
            LoadError::Invalid(e) => write!(f, "invalid bytecode: {e}"),
            LoadError::Itab(text) => write!(f, "invalid interface table: {text}"),
            LoadError::Runtime(text) => f.write_str(text),
        }
    }
}

impl std::error::Error for LoadError {}

/// A loaded program; shared by all workers. A session's program grows by images.
pub struct Loaded {
    pub runtime: &'static Runtime,
    pub program: Program,
    first: Image,
    /// What was loaded later.
    more: RwLock<Images>,
    /// Images that can go once no goroutine is in them.
    retired: Mutex<Vec<ImageId>>,
    tables: RwLock<Tables>,
    pub globals: Globals,
    known: Vec<&'static RType>,
}

/// What operands index.
#[derive(Default)]
struct Tables {
    types: Vec<&'static RType>,
    itabs: Vec<&'static Itab>,
    /// Those of types that do not have all their methods yet.
    early: Vec<&'static Itab>,
    strings: Vec<&'static [u8]>,
    selects: Vec<&'static ops::chans::SelectPlan>,
    natives: Vec<Option<NativeFn>>,
    by_name: HashMap<&'static str, NativeFn>,
    native_names: Vec<&'static str>,
    native_places: Vec<(u32, u32)>,
    files: Vec<Box<str>>,
    /// The entries of all functions, by the program's number.
    entries: Vec<*const FuncEntry>,
    /// Made for some function, and good for all.
    boxes: HashMap<u64, &'static BoxDesc>,
    asserts: HashMap<u64, &'static AssertDesc>,
}

// SAFETY: immutable once loaded; addresses in it are of memory that is never freed. The package
// variables are only reached through raw pointers, as Go's memory model has it.
unsafe impl Send for Loaded {}
// SAFETY: as above.
unsafe impl Sync for Loaded {}

/// The program that a task runs.
///
/// # Safety
/// `g` is a task of a program loaded here.
#[inline(always)]
pub unsafe fn state(g: *mut Task) -> &'static Loaded {
    // SAFETY: `vm` is set to the loaded program, which is never freed.
    unsafe { &*(*g).vm.cast::<Loaded>() }
}

/// Descriptors of [`bytecode::WellKnown`] types.
pub struct WellKnownTypes {
    pub string: &'static RType,
    pub runtime_error: &'static RType,
    pub bounds_error: &'static RType,
    pub plain_error: &'static RType,
    pub assertion_error: &'static RType,
    pub nil_panic_error: &'static RType,
    pub error: &'static RType,
    pub stringer: &'static RType,
}

/// Where a unit lies: function, by the machine's number, and unit within it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Location {
    pub function: usize,
    pub unit: usize,
}

impl Loaded {
    pub fn well_known(&self) -> WellKnownTypes {
        let w = &self.program.well_known;
        let at = |t: TypeIdx| self.known[t.0 as usize];
        WellKnownTypes {
            string: at(w.string),
            runtime_error: at(w.runtime_error),
            bounds_error: at(w.bounds_error),
            plain_error: at(w.plain_error),
            assertion_error: at(w.assertion_error),
            nil_panic_error: at(w.nil_panic_error),
            error: at(w.error),
            stringer: at(w.stringer),
        }
    }

    /// An image that was loaded later.
    fn later(&self, find: impl Fn(&Images) -> Option<&Image>) -> Option<&Image> {
        let image = std::ptr::from_ref(find(&self.more.read())?);
        // SAFETY: boxed, and only released when its function has ended: see `release`.
        Some(unsafe { &*image })
    }

    fn image_of_func(&self, index: usize) -> Option<&Image> {
        if index < self.first.funcs.len() {
            return Some(&self.first);
        }
        self.later(|images| images.of_func(index))
    }

    fn image_of_unit(&self, ip: Next) -> Option<(&Image, usize)> {
        if let Some(index) = self.first.unit_index(ip) {
            return Some((&self.first, index));
        }
        let image = self.later(|images| images.of_code(ip as usize))?;
        Some((image, image.unit_index(ip)?))
    }

    pub fn function(&self, index: usize) -> &Function {
        self.image_of_func(index)
            .and_then(|image| image.funcs.get(index - image.first_func))
            .unwrap_or(&self.first.funcs[0])
    }

    /// Where calls of the function find it; the number is the program's.
    pub fn entry(&self, index: usize) -> *const FuncEntry {
        match self.first.entries.get(index) {
            Some(entry) => entry,
            None => self.tables.read().entries[index],
        }
    }

    /// The same for a place in a function.
    pub fn entry_of(&self, at: Location) -> *const FuncEntry {
        self.image_of_func(at.function)
            .and_then(|image| image.entries.get(at.function - image.first_func))
            .map_or(std::ptr::null(), std::ptr::from_ref)
    }

    /// The first unit of the function whose [`FuncEntry`] lies at this address.
    pub fn first_unit_of_entry(&self, address: u64) -> Option<u64> {
        let entry = self.first.entry_at(address).or_else(|| {
            self.later(|images| images.of_entry(address as usize))?
                .entry_at(address)
        });
        entry.map(|e| e.ip as u64)
    }

    pub fn string(&self, index: usize) -> &'static [u8] {
        self.tables.read().strings[index]
    }

    /// The file with this number, as the function at the location or, without one, the program names it.
    pub fn file(&self, index: u32, at: Option<Location>) -> String {
        let image = at.and_then(|at| self.image_of_func(at.function));
        let own = image.and_then(|image| image.file(index));
        own.map_or_else(
            || self.tables.read().files[index as usize].to_string(),
            str::to_string,
        )
    }

    /// Name and place of a native function.
    pub fn native(&self, index: usize) -> Option<(&'static str, (u32, u32))> {
        let tables = self.tables.read();
        let name = tables.native_names.get(index)?;
        Some((name, *tables.native_places.get(index)?))
    }

    /// `None` for special units.
    pub fn locate(&self, ip: Next) -> Option<Location> {
        let (image, index) = self.image_of_unit(ip)?;
        let function = image.starts.partition_point(|&s| s <= index) - 1;
        Some(Location {
            function: image.first_func + function,
            unit: index - image.starts[function],
        })
    }

    /// The first unit of the program's entry function.
    pub fn entry_location(&self) -> Location {
        Location {
            function: self.program.entry.0 as usize,
            unit: 0,
        }
    }

    /// The operation that a unit was made from.
    pub fn op_at(&self, ip: Next) -> Op {
        self.image_of_unit(ip)
            .map_or(Op::Nop, |(image, index)| image.ops[index])
    }

    /// Frame size of the function of `ip`; 0 for special units.
    pub fn frame_slots_at(&self, ip: Next) -> usize {
        self.locate(ip)
            .map_or(0, |l| usize::from(self.function(l.function).frame_slots))
    }

    /// `None` for functions that are too large for it, and for those that were loaded later.
    pub fn liveness(&self, function: usize) -> Option<&Liveness> {
        self.first
            .liveness
            .get(function)?
            .get_or_init(|| Liveness::of(&self.program, &self.first.funcs[function]))
            .as_ref()
    }

    pub fn unit_at(&self, location: Location) -> Next {
        self.image_of_func(location.function)
            .and_then(|image| {
                let start = image.starts.get(location.function - image.first_func)?;
                image.code.get(start + location.unit)
            })
            .map_or(std::ptr::null(), std::ptr::from_ref)
    }

    /// A func value of a function.
    pub fn func_value(&self, function: FuncIdx) -> u64 {
        // SAFETY: no code that names a function outlives its entry.
        unsafe { &raw const (*self.entry(function.0 as usize)).self_ref as u64 }
    }

    fn extent(&self) -> Extent {
        let t = self.tables.read();
        Extent {
            funcs: t.entries.len(),
            types: t.types.len(),
            itabs: t.itabs.len(),
            strings: t.strings.len(),
            selects: t.selects.len(),
        }
    }
}

/// Room for a session's package variables without pointers, and for those with pointers; and what must
/// do if there is less address space.
const SESSION_ROOM: [(usize, usize); 2] = [(1 << 30, 1 << 28), (64 << 20, 1 << 20)];

/// How much of a program is loaded already.
#[derive(Clone, Copy, Debug, Default)]
struct Extent {
    funcs: usize,
    types: usize,
    itabs: usize,
    strings: usize,
    selects: usize,
}

impl Tables {
    /// Adds what lies behind `from`, and links the functions.
    fn image(
        &mut self,
        funcs: Vec<Function>,
        program: &Program,
        from: &Extent,
        retyped: &[TypeIdx],
        globals: &Globals,
        runtime: &Runtime,
    ) -> Result<Image, LoadError> {
        let units = funcs.iter().map(|f| f.code.len()).sum();
        let mut starts = Vec::with_capacity(funcs.len());
        let mut total = 0;
        for f in &funcs {
            starts.push(total);
            total += f.code.len();
        }
        // The code's and the entries' memory must not move from here on.
        let mut code: Vec<Unit> = Vec::with_capacity(units);
        let mut entries: Box<[FuncEntry]> = funcs
            .iter()
            .zip(&starts)
            .map(|(f, start)| FuncEntry {
                ip: code.as_ptr().wrapping_add(*start),
                frame_bytes: 8 * usize::from(f.frame_slots),
                self_ref: std::ptr::null(),
            })
            .collect();
        for entry in &mut entries {
            entry.self_ref = &raw const *entry;
        }
        self.entries.extend(entries.iter().map(|e| &raw const *e));
        let new = define_types(
            &self.types,
            &program.types[from.types..],
            &self.entries,
            runtime,
        );
        self.types.extend(new);
        for itab in &program.itabs[from.itabs..] {
            let itab = self.find_itab(itab, program, retyped, runtime)?;
            self.itabs.push(itab);
        }
        for name in &program.natives[self.natives.len()..] {
            let native = self.by_name.get(name.as_str()).copied();
            self.natives.push(native);
            self.native_names.push(name.clone().leak());
        }
        let places = &program.native_places[self.native_places.len()..];
        self.native_places.extend(places);
        let known = self.files.len();
        let files = program.files[known..].iter();
        let files: Vec<Box<str>> = files.map(|f| f.as_str().into()).collect();
        self.files.extend_from_slice(&files);
        let strings = program.strings[from.strings..].iter();
        self.strings
            .extend(strings.map(|s| -> &'static [u8] { Box::leak(s.clone()) }));
        let selects = program.selects[from.selects..].iter();
        self.selects
            .extend(selects.map(ops::chans::SelectPlan::leak));
        let boxes = std::mem::take(&mut self.boxes);
        let asserts = std::mem::take(&mut self.asserts);
        let mut linker = Linker {
            tables: self,
            globals,
            boxes,
            asserts,
        };
        let mut ops = Vec::with_capacity(units);
        for (i, f) in funcs.iter().enumerate() {
            linker.link_function(&f.code, &entries[i], &mut code);
            ops.extend(f.code.iter().map(|u| u.op));
        }
        let Linker { boxes, asserts, .. } = linker;
        (self.boxes, self.asserts) = (boxes, asserts);
        Ok(Image {
            first_func: 0,
            files: (known, files),
            liveness: (0..funcs.len()).map(|_| OnceLock::new()).collect(),
            funcs,
            code,
            ops,
            starts,
            entries,
        })
    }

    /// The table of a type, which may be one of those that get more methods.
    fn find_itab(
        &mut self,
        itab: &bytecode::ItabDesc,
        program: &Program,
        retyped: &[TypeIdx],
        runtime: &Runtime,
    ) -> Result<&'static Itab, LoadError> {
        let of = |t: TypeIdx| self.types[t.0 as usize];
        let (iface, typ) = (of(itab.iface), of(itab.concrete));
        let mut found = runtime.itabs.find(iface, typ);
        if found.is_none() && retyped.contains(&itab.concrete) {
            let methods = self.methods(&program.types[itab.concrete.0 as usize]);
            let methods: Vec<RMethod> = methods.map(|(t, m)| RMethod::new(&m, t)).collect();
            found = ItabTable::early(iface, typ, &methods);
            self.early.extend(found);
        }
        found
            .ok_or_else(|| LoadError::Itab(format!("{} is not a {}", typ.string(), iface.string())))
    }

    /// The methods that the program gives a type, with their types.
    fn methods(&self, desc: &TypeDesc) -> impl Iterator<Item = (&'static RType, MethodSpec)> {
        let specs = method_specs(desc, &self.entries).into_iter();
        specs.map(|spec| (self.types[spec.typ], spec))
    }
}

/// Loads a program and makes the runtime that it will run on.
pub fn load(
    program: Program,
    natives: &[(&'static str, NativeFn)],
    config: &Config,
) -> Result<&'static Loaded, LoadError> {
    load_with_room(program, natives, config, &[(0, 0)])
}

/// Loads a program that [`Loaded::extend`] can add to.
pub fn load_session(
    program: Program,
    natives: &[(&'static str, NativeFn)],
    config: &Config,
) -> Result<&'static Loaded, LoadError> {
    load_with_room(program, natives, config, &SESSION_ROOM)
}

fn load_with_room(
    mut program: Program,
    natives: &[(&'static str, NativeFn)],
    config: &Config,
    rooms: &[(usize, usize)],
) -> Result<&'static Loaded, LoadError> {
    for f in program.funcs.iter_mut().filter(|f| f.code.is_empty()) {
        // Never compiled because nothing reaches it.
        f.code
            .push(Instr::abi(Op::Trap, 0, 0, Trap::Unreachable as i32));
    }
    bytecode::verify(&program).map_err(LoadError::Invalid)?;
    let runtime: &'static Runtime = Box::leak(Runtime::new(config).map_err(LoadError::Runtime)?);
    let (plain, scanned) = (program.plain_globals_size, program.globals_size);
    let mapped = rooms
        .iter()
        .find_map(|r| Globals::map(r.0.max(plain as usize), r.1.max(scanned as usize)));
    let globals =
        mapped.ok_or_else(|| LoadError::Runtime("cannot map the package variables".to_owned()))?;
    let mut tables = Tables {
        by_name: natives.iter().copied().collect(),
        ..Tables::default()
    };
    let funcs = std::mem::take(&mut program.funcs);
    let first = tables.image(funcs, &program, &Extent::default(), &[], &globals, runtime)?;
    let count = first.funcs.len();
    let loaded = Loaded {
        runtime,
        program,
        first,
        more: RwLock::new(Images::behind(count)),
        retired: Mutex::default(),
        known: tables.types.clone(),
        tables: RwLock::new(tables),
        globals,
    };
    Ok(Box::leak(Box::new(loaded)))
}

fn method_specs(t: &TypeDesc, entries: &[*const FuncEntry]) -> Vec<MethodSpec> {
    let func_ref = |f: FuncIdx| entries[f.0 as usize] as u64;
    let spec = |m: &bytecode::MethodDesc| MethodSpec {
        name: m.name.clone(),
        pkg_path: m.pkg_path.clone(),
        typ: m.ty.0 as usize,
        func: m.func.map_or(0, func_ref),
    };
    t.methods.iter().map(spec).collect()
}

fn define_types(
    known: &[&'static RType],
    types: &[TypeDesc],
    entries: &[*const FuncEntry],
    runtime: &Runtime,
) -> Vec<&'static RType> {
    let index = |t: &TypeIdx| t.0 as usize;
    let specs: Vec<TypeSpec> = types
        .iter()
        .map(|t| TypeSpec {
            kind: Kind::from_u8(t.kind as u8),
            size: t.size as usize,
            align: t.align,
            string: t.string.clone(),
            name: t.name.clone(),
            pkg_path: t.pkg_path.clone(),
            elem: t.elem.as_ref().map(index),
            key: t.key.as_ref().map(index),
            len: t.len as usize,
            fields: t
                .fields
                .iter()
                .map(|f| FieldSpec {
                    name: f.name.clone(),
                    pkg_path: f.pkg_path.clone(),
                    typ: index(&f.ty),
                    offset: f.offset as usize,
                    tag: f.tag.clone(),
                    embedded: f.embedded,
                })
                .collect(),
            params: t.params.iter().map(index).collect(),
            results: t.results.iter().map(index).collect(),
            variadic: t.variadic,
            methods: method_specs(t, entries),
            has_pointers: t.has_pointers,
            comparable: t.comparable,
            plain_eq: t.plain_eq,
            direct: t.direct,
        })
        .collect();
    runtime.types.define_more(known, &specs)
}
