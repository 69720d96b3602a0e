//! How values lie in memory and in frames: sizes of linux/amd64, slots, and the class of value
//! that decides which operations apply.

/// What a type's values are made of, names and type arguments resolved.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Class {
    Int {
        bits: u8,
        signed: bool,
    },
    Bool,
    Float32,
    Float64,
    Complex64,
    Complex128,
    String,
    Slice,
    Map,
    Chan,
    Func,
    Pointer,
    /// `empty`: without methods, so that the first word is the type itself.
    Iface {
        empty: bool,
    },
    Struct,
    Array,
    /// No value: the empty tuple.
    Tuple,
}

/// The machine form of a scalar in memory.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Scalar {
    I8,
    U8,
    I16,
    U16,
    I32,
    U32,
    W64,
}

impl Scalar {
    pub fn size(self) -> u32 {
        match self {
            Scalar::I8 | Scalar::U8 => 1,
            Scalar::I16 | Scalar::U16 => 2,
            Scalar::I32 | Scalar::U32 => 4,
            Scalar::W64 => 8,
        }
    }
}

#[derive(Clone, Copy, Debug)]
pub struct Layout {
    /// In bytes.
    pub size: u64,
    pub align: u8,
    /// The frame slots that a value takes: `size` rounded up to words, or one if it is indirect.
    pub slots: u32,
    pub class: Class,
    /// Too large for a frame: its slot holds the address of an object that nobody changes.
    pub indirect: bool,
}

impl Layout {
    /// The form of a value held in one slot in canonical form; absent for values that lie in
    /// slots as they lie in memory.
    pub fn scalar(&self) -> Option<Scalar> {
        Some(match self.class {
            Class::Int { bits: 8, signed } => pick(signed, Scalar::I8, Scalar::U8),
            Class::Int { bits: 16, signed } => pick(signed, Scalar::I16, Scalar::U16),
            Class::Int { bits: 32, signed } => pick(signed, Scalar::I32, Scalar::U32),
            Class::Bool => Scalar::U8,
            Class::Float32 => Scalar::U32,
            Class::Int { .. }
            | Class::Float64
            | Class::Complex64
            | Class::Map
            | Class::Chan
            | Class::Func
            | Class::Pointer => Scalar::W64,
            _ => return None,
        })
    }
}

fn pick(signed: bool, yes: Scalar, no: Scalar) -> Scalar {
    if signed { yes } else { no }
}

/// Values with more slots than this never lie in a frame. Wherever such a value passes through slots
/// (operands, arguments, results, captured values) one slot holds the address of a heap object with
/// the value, which is not changed any more; variables of such types live on the heap.
pub const MAX_FRAME_VALUE_SLOTS: u64 = 2048;
