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

    /// Bits from the word's lowest, and their number.
    fn bits(self) -> (u32, u32) {
        match self {
            Place::a | Place::xa => (0, 16),
            Place::b | Place::xb => (16, 16),
            Place::c | Place::xc => (32, 16),
            Place::d | Place::xd => (48, 16),
            Place::cd | Place::xcd | Place::xhi => (32, 32),
            Place::xlo => (0, 32),
            Place::x => (0, 64),
        }
    }

    /// The operand in its word (the extension unit's word for the `x` places). 16-bit operands and
    /// `xlo`, `xhi` are unsigned, `cd` and `xcd` signed.
    pub fn get(self, word: u64, extension: u64) -> i64 {
        let from = if self.in_extension() { extension } else { word };
        let (shift, width) = self.bits();
        match self {
            Place::x => from as i64,
            Place::cd | Place::xcd => i64::from((from >> shift) as u32 as i32),
            _ => (from >> shift & ((1 << width) - 1)) as i64,
        }
    }

    /// Stores an operand; the inverse of [`Place::get`].
    pub fn set(self, word: &mut u64, extension: &mut u64, value: i64) {
        let to = if self.in_extension() { extension } else { word };
        let (shift, width) = self.bits();
        let mask = if width == 64 {
            u64::MAX
        } else {
            ((1 << width) - 1) << shift
        };
        *to = *to & !mask | (value as u64) << shift & mask;
    }
}

impl Op {
    /// Followed by one extension unit. (`JTable` is followed by as many as its count says.)
    pub fn has_extension(self) -> bool {
        self.operands().iter().any(|o| o.place.in_extension())
    }

    /// The operand that an operation checks against the bounds of a slice or an array.
    pub fn index_operand(self) -> Option<Place> {
        let name = self.name();
        let starts = |prefixes: &[&str]| prefixes.iter().any(|p| name.starts_with(p));
        if self == Op::BoundsCheck {
            Some(Place::a)
        } else if starts(&["Sx", "PSx", "FSx"]) {
            Some(Place::b)
        } else if starts(&["Ix", "PIx", "FIx"]) {
            Some(Place::c)
        } else {
            None
        }
    }

    /// Control never goes on to the next unit.
    pub fn is_terminator(self) -> bool {
        matches!(
            self,
            Op::Jmp | Op::Loop | Op::Ret | Op::Ret1 | Op::Panic | Op::PanicText | Op::Trap
        )
    }

    /// The immediate operand `b` of compare-and-branch operations is signed.
    pub fn has_signed_imm16(self) -> bool {
        self.operands().iter().any(|o| o.kind == OperandKind::Jump)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn operands_survive_encoding() {
        for &op in Op::ALL {
            let (mut word, mut ext) = (0, 0);
            let value = |i: usize, place: Place| match place {
                Place::cd | Place::xcd | Place::x => -7 - i as i64,
                _ => 60_000 + i as i64,
            };
            for (i, o) in op.operands().iter().enumerate() {
                o.place.set(&mut word, &mut ext, value(i, o.place));
            }
            for (i, o) in op.operands().iter().enumerate() {
                assert_eq!(
                    o.place.get(word, ext),
                    value(i, o.place),
                    "{op:?} {:?}",
                    o.place
                );
            }
        }
    }

    #[test]
    fn constructors_agree_with_places() {
        let i = Instr::abcd(Op::Add, 1, 2, 3, 65_535);
        assert_eq!((i.a(), i.b(), i.c(), i.d()), (1, 2, 3, 65_535));
        assert_eq!(Place::d.get(i.word, 0), 65_535);
        let i = Instr::abi(Op::AddI, 9, 8, -3);
        assert_eq!((i.a(), i.b(), i.cd()), (9, 8, -3));
        assert_eq!(Place::cd.get(i.word, 0), -3);
    }

    #[test]
    fn operand_places_of_an_operation_do_not_overlap() {
        for &op in Op::ALL {
            let mut used = [0u64; 2];
            for o in op.operands() {
                let (mut word, mut ext) = (0, 0);
                o.place.set(&mut word, &mut ext, -1);
                assert_eq!((used[0] & word, used[1] & ext), (0, 0), "{op:?}");
                used[0] |= word;
                used[1] |= ext;
            }
        }
    }
}
