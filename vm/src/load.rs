//! Loads a program: makes its types, interface tables and constants, and turns every function into
//! units with handlers' addresses and resolved operands.
//!
//! A loaded program is never freed. Operands that name a table's entry become addresses, which fit
//! the 48 bits above operand `a`; jumps become distances in bytes.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::OnceLock;

use parking_lot::{Mutex, RwLock};

use bytecode::{
    FRAME_HEADER_SLOTS, FuncIdx, Function, Instr, Op, OperandKind, Place, Program, Trap, TypeDesc,
    TypeIdx,
};
use runtime::globals::Globals;
use runtime::itab::Itab;
use runtime::native::NativeFn;
use runtime::rtype::{FieldSpec, Kind, MethodSpec, RMethod, RType, TypeSpec};
use runtime::sched::Sched;
use runtime::session::Ended;
use runtime::task::Task;
use runtime::{Config, Runtime};

use crate::call;
use crate::handler::{Handler, Next, Unit};
use crate::liveness::Liveness;
use crate::ops::{self, iface};
use crate::traceback;

/// Slots of a frame's header.
pub const HEADER: usize = FRAME_HEADER_SLOTS as usize;

/// What a call needs to know of a function; a `FuncRef` is the address of one.
#[repr(C)]
pub struct FuncEntry {
    pub ip: Next,
    pub frame_bytes: usize,
    /// The entry's own address: a func value without captures points here.
    pub self_ref: *const FuncEntry,
    pub index: u32,
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
    /// First functions of images that can go once no goroutine is in them.
    retired: Mutex<Vec<usize>>,
    tables: RwLock<Tables>,
    pub globals: Globals,
    known: Vec<&'static RType>,
}

/// What a session loads entry by entry, found by what lies in it.
#[derive(Default)]
struct Images {
    /// By the number of the first function.
    by_func: BTreeMap<usize, Box<Image>>,
    /// First function by the address of the code.
    by_code: BTreeMap<usize, usize>,
    /// First function by the address of the entries.
    by_entry: BTreeMap<usize, usize>,
}

impl Images {
    fn add(&mut self, image: Image) {
        let first = image.first_func;
        self.by_code.insert(image.code.as_ptr() as usize, first);
        self.by_entry.insert(image.entries.as_ptr() as usize, first);
        self.by_func.insert(first, Box::new(image));
    }

    fn remove(&mut self, first: usize) {
        if let Some(image) = self.by_func.remove(&first) {
            self.by_code.remove(&(image.code.as_ptr() as usize));
            self.by_entry.remove(&(image.entries.as_ptr() as usize));
        }
    }

    fn of_func(&self, index: usize) -> Option<&Image> {
        let (_, image) = self.by_func.range(..=index).next_back()?;
        Some(image)
    }

    fn at(&self, starts: &BTreeMap<usize, usize>, address: usize) -> Option<&Image> {
        let (_, first) = starts.range(..=address).next_back()?;
        self.by_func.get(first).map(|image| &**image)
    }

    fn of_code(&self, address: usize) -> Option<&Image> {
        self.at(&self.by_code, address)
    }

    fn of_entry(&self, address: usize) -> Option<&Image> {
        self.at(&self.by_entry, address)
    }
}

/// Functions that were loaded together.
struct Image {
    /// The number of the first of them.
    first_func: usize,
    funcs: Vec<Function>,
    code: Vec<Unit>,
    /// The operation of each unit.
    ops: Vec<Op>,
    /// First unit of each function, ascending.
    starts: Vec<usize>,
    entries: Box<[FuncEntry]>,
    /// By function, computed when a collection wants it.
    liveness: Vec<OnceLock<Option<Liveness>>>,
}

/// What operands index.
#[derive(Default)]
struct Tables {
    types: Vec<&'static RType>,
    itabs: Vec<&'static Itab>,
    strings: Vec<&'static [u8]>,
    selects: Vec<&'static ops::chans::SelectPlan>,
    natives: Vec<Option<NativeFn>>,
    by_name: HashMap<&'static str, NativeFn>,
    native_names: Vec<&'static str>,
    native_places: Vec<(u32, u32)>,
    files: Vec<&'static str>,
    /// The entries of all functions.
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

/// Where a unit lies: function and unit within it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Location {
    pub function: usize,
    pub unit: usize,
}

impl Image {
    fn unit_index(&self, ip: Next) -> Option<usize> {
        let base = self.code.as_ptr() as usize;
        let distance = (ip as usize).checked_sub(base)?;
        let index = distance / size_of::<Unit>();
        (index < self.code.len()).then_some(index)
    }

    fn entry_at(&self, address: u64) -> Option<&FuncEntry> {
        let distance = address.checked_sub(self.entries.as_ptr() as u64)? as usize;
        self.entries.get(distance / size_of::<FuncEntry>())
    }
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

    pub fn entry(&self, index: usize) -> *const FuncEntry {
        match self.first.entries.get(index) {
            Some(entry) => entry,
            None => self.tables.read().entries[index],
        }
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

    pub fn file(&self, index: u32) -> &'static str {
        self.tables.read().files[index as usize]
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
        // SAFETY: entries are never freed.
        unsafe { &raw const (*self.entry(function.0 as usize)).self_ref as u64 }
    }

    /// Loads what lies behind the part of `program` that is loaded already.
    ///
    /// # Errors
    /// Mistakes of our compiler.
    pub fn extend(&self, program: &Program) -> Result<(), LoadError> {
        let from = &self.extent();
        let mut funcs = program.funcs[from.funcs..].to_vec();
        for (i, f) in funcs.iter_mut().enumerate() {
            if f.code.is_empty() {
                f.code
                    .push(Instr::abi(Op::Trap, 0, 0, Trap::Unreachable as i32));
            } else {
                let index = FuncIdx((from.funcs + i) as u32);
                bytecode::verify::verify_function(program, index).map_err(LoadError::Invalid)?;
            }
        }
        let too_large = program.plain_globals_size as usize > SESSION_PLAIN
            || program.globals_size as usize > SESSION_SCANNED;
        if too_large {
            let message = "the session's package variables are too large".to_owned();
            return Err(LoadError::Runtime(message));
        }
        let mut tables = self.tables.write();
        let image = tables.image(
            funcs,
            from.funcs,
            program,
            from,
            &self.globals,
            self.runtime,
        )?;
        if !image.funcs.is_empty() {
            self.more.write().add(image);
        }
        Ok(())
    }

    /// Types that were loaded earlier have the methods now that `program` lists.
    pub fn set_methods(&'static self, program: &Program, types: &[TypeIdx]) {
        let tables = self.tables.read();
        let of = |t: TypeIdx| tables.types[t.0 as usize];
        let renewed: Vec<_> = types
            .iter()
            .map(|&t| {
                let specs = method_specs(&program.types[t.0 as usize], &tables.entries);
                let typed = specs.into_iter().map(|m| (of(TypeIdx(m.typ as u32)), m));
                (of(t), typed.collect::<Vec<_>>())
            })
            .collect();
        drop(tables);
        let (done, is_done) = std::sync::mpsc::channel();
        self.runtime.sched.call_stopped(Box::new(move |_| {
            let types: Vec<&'static RType> = renewed.iter().map(|r| r.0).collect();
            for (typ, specs) in renewed {
                let methods = specs.iter().map(|(t, spec)| RMethod::new(spec, t));
                // SAFETY: the world is stopped.
                unsafe { typ.set_methods(methods.collect()) };
            }
            // SAFETY: as above.
            unsafe { self.runtime.itabs.reconsider(&types) };
            // The receiver waits.
            let _ = done.send(());
        }));
        // It can only fail if the program ends.
        let _ = is_done.recv();
    }

    /// Frees the function of an entry that has ended, which was loaded last, with number `func`, and the
    /// names of the files from number `files` on. False if other functions were loaded with it, or if
    /// it starts goroutines, which remember where they come from.
    pub fn release(&self, func: FuncIdx, files: usize, _: Ended) -> bool {
        let index = func.0 as usize;
        let mut tables = self.tables.write();
        let mut images = self.more.write();
        let is_alone = images.of_func(index).is_some_and(|image| {
            let starts_goroutines = image.ops.iter().any(|&op| is_go(op));
            image.first_func == index && image.funcs.len() == 1 && !starts_goroutines
        });
        if !is_alone || tables.entries.len() != index + 1 {
            return false;
        }
        tables.entries.truncate(index);
        tables.files.truncate(files);
        images.remove(index);
        true
    }

    /// As [`Loaded::retire`], for a function whose calls all go to a later one now; nothing happens if
    /// it was loaded with others or mentions functions as values.
    pub fn retire_version(&'static self, func: FuncIdx) {
        let index = func.0 as usize;
        let is_alone = self
            .later(|images| images.of_func(index))
            .is_some_and(|image| {
                let names_functions = image.ops.iter().any(|&op| is_func_value(op));
                image.first_func == index && image.funcs.len() == 1 && !names_functions
            });
        if is_alone {
            self.retire(func);
        }
    }

    /// Frees the functions that were loaded together with `func` as soon as no goroutine is in them or
    /// was created by them. Nothing but their own calls, go and defer statements names them.
    pub fn retire(&'static self, func: FuncIdx) {
        let mut retired = self.retired.lock();
        retired.push(func.0 as usize);
        let is_due = retired.len().is_multiple_of(RETIRED);
        drop(retired);
        if !is_due {
            return;
        }
        let (done, is_done) = std::sync::mpsc::channel();
        self.runtime.sched.call_stopped(Box::new(move |sched| {
            // SAFETY: the world is stopped.
            unsafe { self.free_retired(sched) };
            // The receiver waits.
            let _ = done.send(());
        }));
        // It can only fail if the program ends.
        let _ = is_done.recv();
    }

    /// # Safety
    /// The world is stopped.
    unsafe fn free_retired(&self, sched: &Sched) {
        let mut in_use = HashSet::new();
        let visit = |ip: Next| {
            // A return address may lie behind the last unit.
            for ip in [ip, ip.wrapping_sub(1)] {
                if let Some((image, _)) = self.image_of_unit(ip) {
                    in_use.insert(image.first_func);
                }
            }
        };
        let mut visit = visit;
        // SAFETY: the world is stopped, so the tasks' saved states are complete.
        unsafe {
            sched.each_task(|task| traceback::units_in_use(self, task, &mut visit));
        }
        let mut retired = self.retired.lock();
        let mut images = self.more.write();
        retired.retain(|first| {
            let stays = in_use.contains(first);
            if !stays {
                images.remove(*first);
            }
            stays
        });
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

    /// Calls of `old` from now on run the code of `new`, which has the same signature.
    pub fn redirect(&self, old: FuncIdx, new: FuncIdx) {
        let (old, new) = (self.entry(old.0 as usize), self.entry(new.0 as usize));
        // SAFETY: entries are never freed; a call reads the frame's size first, which only grows
        // here, then the address.
        unsafe {
            let old = old.cast_mut();
            (*old).frame_bytes = (*new).frame_bytes.max((*old).frame_bytes);
            (*old).ip = (*new).ip;
        }
    }
}

/// Retired images are looked through when there are so many more.
const RETIRED: usize = 64;

/// Room for a session's package variables without pointers.
const SESSION_PLAIN: usize = 64 << 20;
/// Room for those with pointers.
const SESSION_SCANNED: usize = 1 << 20;

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
        first_func: usize,
        program: &Program,
        from: &Extent,
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
            .enumerate()
            .map(|(i, f)| FuncEntry {
                ip: code.as_ptr().wrapping_add(starts[i]),
                frame_bytes: 8 * usize::from(f.frame_slots),
                self_ref: std::ptr::null(),
                index: (first_func + i) as u32,
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
        let itabs = find_itabs(&program.itabs[from.itabs..], &self.types, runtime)?;
        self.itabs.extend(itabs);
        for name in &program.natives[self.natives.len()..] {
            let native = self.by_name.get(name.as_str()).copied();
            self.natives.push(native);
            self.native_names.push(name.clone().leak());
        }
        let places = &program.native_places[self.native_places.len()..];
        self.native_places.extend(places);
        for file in &program.files[self.files.len()..] {
            self.files.push(file.clone().leak());
        }
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
            first_func,
            liveness: (0..funcs.len()).map(|_| OnceLock::new()).collect(),
            funcs,
            code,
            ops,
            starts,
            entries,
        })
    }
}

/// Loads a program and makes the runtime that it will run on.
pub fn load(
    program: Program,
    natives: &[(&'static str, NativeFn)],
    config: &Config,
) -> Result<&'static Loaded, LoadError> {
    load_with_room(program, natives, config, (0, 0))
}

/// Loads a program that [`Loaded::extend`] can add to.
pub fn load_session(
    program: Program,
    natives: &[(&'static str, NativeFn)],
    config: &Config,
) -> Result<&'static Loaded, LoadError> {
    load_with_room(program, natives, config, (SESSION_PLAIN, SESSION_SCANNED))
}

fn load_with_room(
    mut program: Program,
    natives: &[(&'static str, NativeFn)],
    config: &Config,
    room: (usize, usize),
) -> Result<&'static Loaded, LoadError> {
    for f in program.funcs.iter_mut().filter(|f| f.code.is_empty()) {
        // Never compiled because nothing reaches it.
        f.code
            .push(Instr::abi(Op::Trap, 0, 0, Trap::Unreachable as i32));
    }
    bytecode::verify(&program).map_err(LoadError::Invalid)?;
    let runtime: &'static Runtime = Box::leak(Runtime::new(config).map_err(LoadError::Runtime)?);
    let globals = Globals::map(
        room.0.max(program.plain_globals_size as usize),
        room.1.max(program.globals_size as usize),
    )
    .ok_or_else(|| LoadError::Runtime("cannot map the package variables".to_owned()))?;
    let mut tables = Tables {
        by_name: natives.iter().copied().collect(),
        ..Tables::default()
    };
    let funcs = std::mem::take(&mut program.funcs);
    let first = tables.image(funcs, 0, &program, &Extent::default(), &globals, runtime)?;
    let loaded = Loaded {
        runtime,
        program,
        first,
        more: RwLock::default(),
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

fn find_itabs(
    itabs: &[bytecode::ItabDesc],
    types: &[&'static RType],
    runtime: &Runtime,
) -> Result<Vec<&'static Itab>, LoadError> {
    let find = |t: &bytecode::ItabDesc| {
        let (iface, typ) = (types[t.iface.0 as usize], types[t.concrete.0 as usize]);
        runtime
            .itabs
            .find(iface, typ)
            .ok_or_else(|| LoadError::Itab(format!("{} is not a {}", typ.string(), iface.string())))
    };
    itabs.iter().map(find).collect()
}

/// Whether the operation makes a func value of a function that the program names.
fn is_func_value(op: Op) -> bool {
    matches!(op, Op::LoadFn | Op::Closure)
}

fn is_go(op: Op) -> bool {
    matches!(op, Op::GoF | Op::GoC)
}

/// Turns operations into units.
struct Linker<'a> {
    tables: &'a Tables,
    globals: &'a Globals,
    boxes: HashMap<u64, &'static BoxDesc>,
    asserts: HashMap<u64, &'static AssertDesc>,
}

/// Puts an address above operand `a`.
fn above_a(word: u64, address: u64) -> u64 {
    debug_assert!(address < 1 << 48);
    word & 0xFFFF | address << 16
}

impl Linker<'_> {
    fn link_function(&mut self, code: &[Instr], entry: &FuncEntry, out: &mut Vec<Unit>) {
        let mut unit = 0;
        let mut before = Op::Nop;
        while unit < code.len() {
            let instr = code[unit];
            let extensions = bytecode::disasm::extension_units(instr);
            let extension = code.get(unit + 1).map_or(0, |e| e.word);
            let (handler, word, extension) = self.link(instr, extension, entry);
            if let (Some(both), Some(last)) = (ops::fused::fused(before, instr.op), out.last_mut())
            {
                last.handler = both;
            }
            before = instr.op;
            out.push(Unit { handler, word });
            let ext = |word| Unit {
                handler: ops::arith::Ext,
                word,
            };
            if instr.op == Op::JTable {
                out.extend(
                    code[unit + 1..][..extensions]
                        .iter()
                        .map(|e| ext(e.word.wrapping_mul(16))),
                );
            } else if extensions == 1 {
                out.push(ext(extension));
            }
            unit += 1 + extensions;
        }
    }

    fn address_of_global(&self, offset: u64) -> u64 {
        match offset.checked_sub(u64::from(bytecode::PLAIN_GLOBALS)) {
            Some(offset) => self.globals.plain() as u64 + offset,
            None => self.globals.scanned() as u64 + offset,
        }
    }

    /// The func value of a function.
    fn self_ref(&self, index: usize) -> u64 {
        // SAFETY: entries are never freed.
        unsafe { &raw const (*self.tables.entries[index]).self_ref as u64 }
    }

    fn address_of_type(&self, index: u64) -> u64 {
        std::ptr::from_ref(self.tables.types[index as usize]) as u64
    }

    /// Handler, word and extension word of one operation.
    fn link(&mut self, instr: Instr, ext: u64, entry: &FuncEntry) -> (Handler, u64, u64) {
        let op = instr.op;
        let (mut word, mut extension) = (instr.word, ext);
        for o in op.operands() {
            if o.kind == OperandKind::Jump {
                let distance = o.place.get(word, extension);
                o.place
                    .set(&mut word, &mut extension, distance.wrapping_mul(16));
            } else if o.kind == OperandKind::Type && o.place == Place::x {
                extension = self.address_of_type(ext);
            }
        }
        let mut handler = handler_of(op);
        let cd = instr.word >> 32;
        let index = cd as usize;
        match op {
            Op::LoadStr => {
                let text = self.tables.strings[index];
                word = above_a(word, text.len() as u64);
                extension = if text.is_empty() {
                    0
                } else {
                    text.as_ptr() as u64
                };
            }
            Op::LoadFn => word = above_a(word, self.self_ref(index)),
            Op::LoadType => word = above_a(word, self.address_of_type(cd)),
            Op::LoadItab => {
                word = above_a(word, std::ptr::from_ref(self.tables.itabs[index]) as u64)
            }
            Op::GAddr | Op::GLd | Op::GSt => word = above_a(word, self.address_of_global(cd)),
            Op::Call => word = above_a(word, self.tables.entries[index] as u64),
            Op::CallN => match self.tables.natives[index] {
                Some(f) => word = above_a(word, f as usize as u64),
                None => handler = call::missing_native,
            },
            Op::RunDefers => word = &raw const *entry as u64,
            Op::Closure => extension = self.tables.entries[ext as usize] as u64,
            Op::Select => extension = std::ptr::from_ref(self.tables.selects[ext as usize]) as u64,
            Op::MkIface => {
                let desc = self.box_desc(ext);
                extension = std::ptr::from_ref(desc) as u64;
                handler = iface::boxing_handler(desc.typ);
                if desc.typ.is_direct() {
                    extension = desc.word;
                }
            }
            Op::AssertT | Op::AssertI => {
                extension = std::ptr::from_ref(self.assert_desc(ext)) as u64
            }
            _ => {}
        }
        (handler, word, extension)
    }

    fn box_desc(&mut self, ext: u64) -> &'static BoxDesc {
        let typ = self.tables.types[ext as u32 as usize];
        let word = match (ext >> 32) as usize {
            0 => std::ptr::from_ref(typ) as u64,
            n => std::ptr::from_ref(self.tables.itabs[n - 1]) as u64,
        };
        self.boxes
            .entry(ext)
            .or_insert_with(|| Box::leak(Box::new(BoxDesc { word, typ })))
    }

    fn assert_desc(&mut self, ext: u64) -> &'static AssertDesc {
        let desc = AssertDesc {
            typ: self.tables.types[ext as u32 as usize],
            iface: self.tables.types[(ext >> 32) as usize],
        };
        self.asserts
            .entry(ext)
            .or_insert_with(|| Box::leak(Box::new(desc)))
    }
}

macro_rules! handler_table {
    ($($(#[doc = $doc:literal])* $name:ident { $($place:ident : $kind:ident),* })*) => {
        /// The handler of each operation.
        fn handler_of(op: Op) -> Handler {
            match op { $(Op::$name => ops::table::$name,)* }
        }
    };
}

bytecode::for_each_op!(handler_table);
