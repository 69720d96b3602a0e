//! A compiled program: plain data that the VM loads.

use crate::isa::Instr;

/// Slots below a frame's first slot: the return ip, the caller's fp (as a distance in slots) and
/// one reserved for a native continuation.
pub const FRAME_HEADER_SLOTS: u16 = 3;

/// Offset of the first package variable without pointers.
pub const PLAIN_GLOBALS: u32 = 1 << 31;

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct FuncIdx(pub u32);
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct TypeIdx(pub u32);

/// The window of a call at slot `base` of the caller: `result_slots` results, then `param_slots`
/// parameters (receiver first), then one slot for the closure if `has_context`. The callee's frame
/// starts there; its header lies in the slots `base - 3 .. base`.
#[derive(Clone, Debug, Default)]
pub struct Function {
    /// As in Go's stack traces: `main.(*T).m`, `main.main.func1`, `main.f[...]`.
    pub name: String,
    /// Index into [`Program::files`].
    pub file: u32,
    pub result_slots: u16,
    pub param_slots: u16,
    /// Has the closure as a hidden parameter after the others.
    pub has_context: bool,
    /// The whole frame, windows of outgoing calls included.
    pub frame_slots: u16,
    pub code: Vec<Instr>,
    /// (unit, line), ascending: the line holds from that unit on.
    pub lines: Vec<(u32, u32)>,
    /// (unit, file), ascending: the units from there on lie in that file by a line directive.
    pub files: Vec<(u32, u32)>,
    /// Units, ascending, whose index operand is of an unsigned 64-bit type: for the message when it is
    /// out of range.
    pub unsigned: Vec<u32>,
    /// Where execution goes on after a deferred call of this frame has recovered a panic.
    pub recover_unit: Option<u32>,
    /// Compiler-made: not shown in stack traces; `recover` looks through it.
    pub is_wrapper: bool,
    /// Line of the declaration.
    pub line: u32,
}

/// `reflect.Kind`'s numbers.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
#[repr(u8)]
pub enum Kind {
    #[default]
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
    Array,
    Chan,
    Func,
    Interface,
    Map,
    Pointer,
    Slice,
    String,
    Struct,
    UnsafePointer,
}

/// A run-time type, deduplicated: identical types have one index. Sizes and offsets in bytes.
#[derive(Clone, Debug, Default)]
pub struct TypeDesc {
    pub kind: Kind,
    pub size: u64,
    pub align: u8,
    /// `main.T`, `[]int`: what `%T` prints.
    pub string: String,
    /// Empty for types without a name.
    pub name: String,
    pub pkg_path: String,
    /// Of arrays, channels, maps, pointers, slices.
    pub elem: Option<TypeIdx>,
    pub key: Option<TypeIdx>,
    /// Array length; channel direction (1 receive, 2 send, 3 both).
    pub len: u64,
    pub fields: Vec<FieldDesc>,
    pub params: Vec<TypeIdx>,
    pub results: Vec<TypeIdx>,
    pub variadic: bool,
    /// Sorted by name (then package). Of an interface: its methods, in itab order. Of another
    /// type: the methods of its method set, with functions that take the interface's data word
    /// as receiver.
    pub methods: Vec<MethodDesc>,
    pub has_pointers: bool,
    pub comparable: bool,
    /// Equality is equality of bytes.
    pub plain_eq: bool,
    /// Pointer-shaped: an interface holds the value itself, not its address.
    pub direct: bool,
}

#[derive(Clone, Debug)]
pub struct FieldDesc {
    pub name: String,
    /// Of unexported names.
    pub pkg_path: String,
    pub ty: TypeIdx,
    pub offset: u64,
    pub tag: String,
    pub embedded: bool,
}

#[derive(Clone, Debug)]
pub struct MethodDesc {
    pub name: String,
    /// Of unexported names.
    pub pkg_path: String,
    /// The signature without receiver, a type of kind `Func`.
    pub ty: TypeIdx,
    /// Absent for interface methods.
    pub func: Option<FuncIdx>,
}

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct ItabDesc {
    pub iface: TypeIdx,
    pub concrete: TypeIdx,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SelectCase {
    pub is_send: bool,
    pub chan: u16,
    /// The slot(s) sent from or received into; `NONE` to discard.
    pub value: u16,
    /// `NONE` without `ok`.
    pub ok: u16,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SelectDesc {
    pub cases: Vec<SelectCase>,
    pub has_default: bool,
}

/// Types that the VM itself makes values of.
#[derive(Clone, Copy, Debug)]
pub struct WellKnown {
    pub string: TypeIdx,
    pub int: TypeIdx,
    /// `runtime.errorString`: a string type whose `Error` adds "runtime error: ".
    pub runtime_error: TypeIdx,
    /// `runtime.boundsError`: the same for indices and bounds of slices.
    pub bounds_error: TypeIdx,
    /// `runtime.plainError`: a string type whose `Error` adds nothing ("send on closed channel").
    pub plain_error: TypeIdx,
    /// `*runtime.TypeAssertionError`, pointer to a struct that starts with a string: the whole
    /// message ("interface conversion: …").
    pub assertion_error: TypeIdx,
    /// `*runtime.PanicNilError`, for `panic(nil)`; such a pointer as well.
    pub nil_panic_error: TypeIdx,
    /// The interfaces `error` and `fmt.Stringer`-like `interface{ String() string }`, to print panic values.
    pub error: TypeIdx,
    pub stringer: TypeIdx,
}

#[derive(Clone, Debug)]
pub struct Program {
    pub funcs: Vec<Function>,
    pub types: Vec<TypeDesc>,
    pub itabs: Vec<ItabDesc>,
    pub strings: Vec<Box<[u8]>>,
    pub selects: Vec<SelectDesc>,
    /// Names like `math.Sqrt`, resolved in the native registry at load.
    pub natives: Vec<String>,
    /// File and line of their declarations, for stack traces.
    pub native_places: Vec<(u32, u32)>,
    pub files: Vec<String>,
    /// Those of them that only line directives name.
    pub named_files: Vec<u32>,
    /// Bytes of package variables with pointers; scanned conservatively.
    pub globals_size: u32,
    /// Bytes of package variables without pointers, which offsets from [`PLAIN_GLOBALS`] on name.
    pub plain_globals_size: u32,
    /// Initialises packages, then calls `main.main`. Its frame is not shown.
    pub entry: FuncIdx,
    pub well_known: WellKnown,
}

/// Operand of `Op::Trap`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(i32)]
pub enum Trap {
    /// The end of a function that must not be reached.
    Unreachable = 0,
    /// "range function continued iteration after function for loop body returned false".
    RangeDone = 1,
    /// "range function continued iteration after loop body panic".
    RangePanic = 2,
    /// "range function continued iteration after whole loop exit".
    RangeExhausted = 3,
    /// "range function recovered a loop body panic and did not resume panicking".
    RangeMissedPanic = 4,
    /// A nil dereference found at compile time.
    NilDereference = 5,
}

/// Operand of `Op::Print`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u16)]
pub enum PrintKind {
    Int = 0,
    Uint = 1,
    Float = 2,
    Bool = 3,
    String = 4,
    Pointer = 5,
    Complex = 6,
    Iface = 7,
    Slice = 8,
    Space = 9,
    Newline = 10,
    Float32 = 11,
}
