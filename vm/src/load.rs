//! Loads a program: makes its types, interface tables and constants, and turns every function into
//! units with handlers' addresses and resolved operands.
//!
//! A loaded program is never freed. Operands that name a table's entry become addresses, which fit
//! the 48 bits above operand `a`; jumps become distances in bytes.

use std::collections::HashMap;
use std::sync::OnceLock;

use bytecode::{
    FRAME_HEADER_SLOTS, FuncIdx, Instr, Op, OperandKind, Place, Program, Trap, TypeIdx,
};
use runtime::globals::Globals;
use runtime::itab::Itab;
use runtime::native::NativeFn;
use runtime::rtype::{FieldSpec, Kind, MethodSpec, RType, TypeSpec};
use runtime::task::Task;
use runtime::{Config, Runtime};

use crate::call;
use crate::handler::{Handler, Next, Unit};
use crate::liveness::Liveness;
use crate::ops::{self, iface};

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

/// A loaded program; shared by all workers.
pub struct Loaded {
    pub runtime: &'static Runtime,
    pub program: Program,
    code: Vec<Unit>,
    /// The operation of each unit.
    ops: Vec<Op>,
    /// First unit of each function, ascending.
    starts: Vec<usize>,
    entries: Box<[FuncEntry]>,
    pub types: Vec<&'static RType>,
    pub globals: Globals,
    /// By function, computed when a collection wants it.
    liveness: Vec<OnceLock<Option<Liveness>>>,
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

impl Loaded {
    pub fn well_known(&self) -> WellKnownTypes {
        let w = &self.program.well_known;
        let at = |t: TypeIdx| self.types[t.0 as usize];
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

    pub fn entry(&self, index: usize) -> *const FuncEntry {
        &raw const self.entries[index]
    }

    /// The first unit of the function whose [`FuncEntry`] lies at this address.
    pub fn first_unit_of_entry(&self, address: u64) -> Option<u64> {
        let distance = address.checked_sub(self.entries.as_ptr() as u64)? as usize;
        let entry = self.entries.get(distance / size_of::<FuncEntry>())?;
        Some(entry.ip as u64)
    }

    fn unit_index(&self, ip: Next) -> Option<usize> {
        let base = self.code.as_ptr() as usize;
        let distance = (ip as usize).checked_sub(base)?;
        let index = distance / size_of::<Unit>();
        (index < self.code.len()).then_some(index)
    }

    /// `None` for special units.
    pub fn locate(&self, ip: Next) -> Option<Location> {
        let index = self.unit_index(ip)?;
        let function = self.starts.partition_point(|&s| s <= index) - 1;
        Some(Location {
            function,
            unit: index - self.starts[function],
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
        self.unit_index(ip).map_or(Op::Nop, |i| self.ops[i])
    }

    /// Frame size of the function of `ip`; 0 for special units.
    pub fn frame_slots_at(&self, ip: Next) -> usize {
        let function = self.locate(ip).map(|l| &self.program.funcs[l.function]);
        function.map_or(0, |f| usize::from(f.frame_slots))
    }

    /// `None` for functions that are too large for it.
    pub fn liveness(&self, function: usize) -> Option<&Liveness> {
        self.liveness[function]
            .get_or_init(|| Liveness::of(&self.program, &self.program.funcs[function]))
            .as_ref()
    }

    pub fn unit_at(&self, location: Location) -> Next {
        &raw const self.code[self.starts[location.function] + location.unit]
    }
}

/// Loads a program and makes the runtime that it will run on.
pub fn load(
    mut program: Program,
    natives: &[(&'static str, NativeFn)],
    config: &Config,
) -> Result<&'static Loaded, LoadError> {
    for f in program.funcs.iter_mut().filter(|f| f.code.is_empty()) {
        // Never compiled because nothing reaches it.
        f.code
            .push(Instr::abi(Op::Trap, 0, 0, Trap::Unreachable as i32));
    }
    bytecode::verify(&program).map_err(LoadError::Invalid)?;
    let runtime: &'static Runtime = Box::leak(Runtime::new(config).map_err(LoadError::Runtime)?);
    let units = program.funcs.iter().map(|f| f.code.len()).sum();
    let mut starts = Vec::with_capacity(program.funcs.len());
    let mut total = 0;
    for f in &program.funcs {
        starts.push(total);
        total += f.code.len();
    }
    // The code's and the entries' memory must not move from here on.
    let mut code: Vec<Unit> = Vec::with_capacity(units);
    let mut entries: Box<[FuncEntry]> = program
        .funcs
        .iter()
        .enumerate()
        .map(|(i, f)| FuncEntry {
            ip: code.as_ptr().wrapping_add(starts[i]),
            frame_bytes: 8 * usize::from(f.frame_slots),
            self_ref: std::ptr::null(),
            index: i as u32,
        })
        .collect();
    for entry in &mut entries {
        entry.self_ref = &raw const *entry;
    }
    let types = define_types(&program, &entries, runtime);
    let itabs = find_itabs(&program, &types, runtime)?;
    let globals = Globals::map(
        program.plain_globals_size as usize,
        program.globals_size as usize,
    )
    .ok_or_else(|| LoadError::Runtime("cannot map the package variables".to_owned()))?;
    let by_name: HashMap<&str, NativeFn> = natives.iter().copied().collect();
    let natives = program
        .natives
        .iter()
        .map(|n| by_name.get(n.as_str()).copied())
        .collect();
    let mut linker = Linker {
        entries: &entries,
        types: &types,
        itabs: &itabs,
        globals: &globals,
        natives,
        strings: program
            .strings
            .iter()
            .map(|s| &*Box::leak(s.clone()))
            .collect(),
        boxes: HashMap::new(),
        asserts: HashMap::new(),
        selects: program
            .selects
            .iter()
            .map(ops::chans::SelectPlan::leak)
            .collect(),
    };
    let mut ops = Vec::with_capacity(units);
    for (i, f) in program.funcs.iter().enumerate() {
        linker.link_function(&f.code, &entries[i], &mut code);
        ops.extend(f.code.iter().map(|u| u.op));
    }
    let loaded = Loaded {
        liveness: (0..program.funcs.len()).map(|_| OnceLock::new()).collect(),
        runtime,
        program,
        code,
        ops,
        starts,
        entries,
        types,
        globals,
    };
    Ok(Box::leak(Box::new(loaded)))
}

fn define_types(
    program: &Program,
    entries: &[FuncEntry],
    runtime: &Runtime,
) -> Vec<&'static RType> {
    let index = |t: &TypeIdx| t.0 as usize;
    let func_ref = |f: FuncIdx| &raw const entries[f.0 as usize] as u64;
    let specs: Vec<TypeSpec> = program
        .types
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
            methods: t
                .methods
                .iter()
                .map(|m| MethodSpec {
                    name: m.name.clone(),
                    pkg_path: m.pkg_path.clone(),
                    typ: index(&m.ty),
                    func: m.func.map_or(0, func_ref),
                })
                .collect(),
            has_pointers: t.has_pointers,
            comparable: t.comparable,
            plain_eq: t.plain_eq,
            direct: t.direct,
        })
        .collect();
    runtime.types.define(&specs)
}

fn find_itabs(
    program: &Program,
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
    program.itabs.iter().map(find).collect()
}

/// Turns operations into units.
struct Linker<'a> {
    entries: &'a [FuncEntry],
    types: &'a [&'static RType],
    itabs: &'a [&'static Itab],
    globals: &'a Globals,
    natives: Vec<Option<NativeFn>>,
    strings: Vec<&'static [u8]>,
    boxes: HashMap<u64, &'static BoxDesc>,
    asserts: HashMap<u64, &'static AssertDesc>,
    selects: Vec<&'static ops::chans::SelectPlan>,
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

    fn address_of_type(&self, index: u64) -> u64 {
        std::ptr::from_ref(self.types[index as usize]) as u64
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
                let text = self.strings[index];
                word = above_a(word, text.len() as u64);
                extension = if text.is_empty() {
                    0
                } else {
                    text.as_ptr() as u64
                };
            }
            Op::LoadFn => word = above_a(word, &raw const self.entries[index].self_ref as u64),
            Op::LoadType => word = above_a(word, self.address_of_type(cd)),
            Op::LoadItab => word = above_a(word, std::ptr::from_ref(self.itabs[index]) as u64),
            Op::GAddr | Op::GLd | Op::GSt => word = above_a(word, self.address_of_global(cd)),
            Op::Call => word = above_a(word, &raw const self.entries[index] as u64),
            Op::CallN => match self.natives[index] {
                Some(f) => word = above_a(word, f as usize as u64),
                None => handler = call::missing_native,
            },
            Op::RunDefers => word = &raw const *entry as u64,
            Op::Closure => extension = &raw const self.entries[ext as usize] as u64,
            Op::Select => extension = std::ptr::from_ref(self.selects[ext as usize]) as u64,
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
        let typ = self.types[ext as u32 as usize];
        let word = match (ext >> 32) as usize {
            0 => std::ptr::from_ref(typ) as u64,
            n => std::ptr::from_ref(self.itabs[n - 1]) as u64,
        };
        self.boxes
            .entry(ext)
            .or_insert_with(|| Box::leak(Box::new(BoxDesc { word, typ })))
    }

    fn assert_desc(&mut self, ext: u64) -> &'static AssertDesc {
        let desc = AssertDesc {
            typ: self.types[ext as u32 as usize],
            iface: self.types[(ext >> 32) as usize],
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
