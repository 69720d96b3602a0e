//! Opcodes and units, generated from the table in [`crate::ops`].

macro_rules! define_ops {
    ($($(#[doc = $doc:literal])* $name:ident { $($place:ident : $kind:ident),* })*) => {
        /// An operation. See [`crate::ops`] for what each does.
        #[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
        #[repr(u16)]
        pub enum Op { $($(#[doc = $doc])* $name,)* }

        impl Op {
            /// Every operation, indexed by its number.
            pub const ALL: &'static [Op] = &[$(Op::$name,)*];

            pub fn name(self) -> &'static str {
                match self { $(Op::$name => stringify!($name),)* }
            }

            pub fn doc(self) -> &'static str {
                match self { $(Op::$name => concat!($($doc,)* ""),)* }
            }

            pub fn operands(self) -> &'static [Operand] {
                match self {
                    $(Op::$name => &[$(Operand { place: Place::$place, kind: OperandKind::$kind },)*],)*
                }
            }
        }
    };
}

/// Where in the unit (or in its extension unit) an operand lies.
#[allow(non_camel_case_types)]
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Place {
    a,
    b,
    c,
    d,
    cd,
    x,
    xa,
    xb,
    xc,
    xd,
    xcd,
    xlo,
    xhi,
}

/// What an operand means. See the module [`crate::ops`].
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum OperandKind {
    Dst,
    Dst2,
    Dst3,
    DstN,
    OptDst,
    Src,
    Src2,
    Src3,
    SrcN,
    OptSrc,
    Imm16,
    Imm32,
    K64,
    Jump,
    Func,
    Type,
    Str,
    Itab,
    Native,
    Sel,
    Off,
    Count,
    Base,
    Flags,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Operand {
    pub place: Place,
    pub kind: OperandKind,
}

crate::for_each_op!(define_ops);

impl Place {
    pub fn in_extension(self) -> bool {
        !matches!(self, Place::a | Place::b | Place::c | Place::d | Place::cd)
    }
}

impl Op {
    /// Followed by one extension unit. (`JTable` is followed by as many as its count says.)
    pub fn has_extension(self) -> bool {
        self.operands().iter().any(|o| o.place.in_extension())
    }
}

/// A unit before it is loaded: the loader replaces the operation by its handler's address.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Instr {
    pub op: Op,
    pub word: u64,
}

impl Instr {
    pub fn abcd(op: Op, a: u16, b: u16, c: u16, d: u16) -> Instr {
        let word = u64::from(a) | u64::from(b) << 16 | u64::from(c) << 32 | u64::from(d) << 48;
        Instr { op, word }
    }
    pub fn abi(op: Op, a: u16, b: u16, cd: i32) -> Instr {
        let word = u64::from(a) | u64::from(b) << 16 | u64::from(cd as u32) << 32;
        Instr { op, word }
    }
    pub fn ext(word: u64) -> Instr {
        Instr { op: Op::Ext, word }
    }
    pub fn a(self) -> u16 {
        self.word as u16
    }
    pub fn b(self) -> u16 {
        (self.word >> 16) as u16
    }
    pub fn c(self) -> u16 {
        (self.word >> 32) as u16
    }
    pub fn d(self) -> u16 {
        (self.word >> 48) as u16
    }
    pub fn cd(self) -> i32 {
        (self.word >> 32) as i32
    }
}
