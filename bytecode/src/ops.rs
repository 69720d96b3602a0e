//! The instruction set, declared once. [`for_each_op!`] expands it into the opcode enum, operand
//! descriptions (disassembler, verifier, `docs/isa.md`) and, in the `vm` crate, the handler table:
//! a new operation does not compile until every consumer handles it.
//!
//! A unit is 16 bytes: the operation and one 64-bit word split into `a`, `b` (16 bits each) and
//! either `c`, `d` (16 bits each) or `cd` (32 bits, signed). An operation with an `x` operand is
//! followed by one extension unit whose word is that operand: `x` (64 bits), or `xa xb xc xd`, `xcd`
//! split in the same way, `xlo`/`xhi` (its halves, unsigned).
//!
//! Operand kinds: `Dst`/`Src` one slot written/read; `Dst2 Src2 Dst3 Src3` two or three slots; `DstN`,
//! `SrcN` as many as the type or count operand says; `OptDst`/`OptSrc` may be [`NONE`]; `Imm16`,
//! `Imm32`, `K64` numbers; `Jump` a distance in units from this unit; `Func Type Str Itab Native Sel`
//! indices of the program's tables; `Off` a byte offset; `Count` a number of slots, elements or bytes;
//! `Base` the start of a call window; `Flags` bits.

/// Stands for an absent slot operand.
pub const NONE: u16 = 0xFFFF;

#[macro_export]
macro_rules! for_each_op {
    ($m:ident) => {
        $m! {
            /// Does nothing.
            Nop {}
            /// The operand of the unit before it; never executed.
            Ext {}

            // ---- constants, moves
            /// `a = cd`, sign-extended.
            LoadI { a: Dst, cd: Imm32 }
            /// `a = x`.
            LoadK { a: Dst, x: K64 }
            /// `a, a+1 =` address and length of string constant `cd`. The loader turns the extension unit into (address, length).
            LoadStr { a: Dst2, cd: Str, x: K64 }
            /// `a =` the func value of function `cd`, which captures nothing.
            LoadFn { a: Dst, cd: Func }
            /// `a =` address of type descriptor `cd`.
            LoadType { a: Dst, cd: Type }
            /// `a =` address of itab `cd`.
            LoadItab { a: Dst, cd: Itab }
            /// `a = b`.
            Mov { a: Dst, b: Src }
            /// Two slots.
            Mov2 { a: Dst2, b: Src2 }
            /// Three slots.
            Mov3 { a: Dst3, b: Src3 }
            /// `cd` slots; the ranges may overlap.
            MovN { a: DstN, b: SrcN, cd: Count }
            /// `cd` slots become 0.
            ZeroN { a: DstN, cd: Count }
            /// `a =` address of byte `cd` of the package variables.
            GAddr { a: Dst, cd: Off }
            /// `a =` the 8 bytes at `cd` of the package variables.
            GLd { a: Dst, cd: Off }
            /// The 8 bytes at `cd` of the package variables `= a`.
            GSt { a: Src, cd: Off }

            // ---- integers, 64 bits, wrapping. Spec: "Integer overflow"
            Add { a: Dst, b: Src, c: Src }
            Sub { a: Dst, b: Src, c: Src }
            Mul { a: Dst, b: Src, c: Src }
            And { a: Dst, b: Src, c: Src }
            Or { a: Dst, b: Src, c: Src }
            Xor { a: Dst, b: Src, c: Src }
            AndNot { a: Dst, b: Src, c: Src }
            AddI { a: Dst, b: Src, cd: Imm32 }
            MulI { a: Dst, b: Src, cd: Imm32 }
            AndI { a: Dst, b: Src, cd: Imm32 }
            OrI { a: Dst, b: Src, cd: Imm32 }
            XorI { a: Dst, b: Src, cd: Imm32 }
            /// Signed; panics if `c` is 0; the smallest integer divided by -1 is itself.
            Div { a: Dst, b: Src, c: Src }
            Rem { a: Dst, b: Src, c: Src }
            DivU { a: Dst, b: Src, c: Src }
            RemU { a: Dst, b: Src, c: Src }
            /// The divisor is not 0 (compiler's promise, checked by the verifier).
            DivI { a: Dst, b: Src, cd: Imm32 }
            RemI { a: Dst, b: Src, cd: Imm32 }
            /// The divisor is positive.
            DivUI { a: Dst, b: Src, cd: Imm32 }
            RemUI { a: Dst, b: Src, cd: Imm32 }
            Neg { a: Dst, b: Src }
            /// Bitwise complement.
            Com { a: Dst, b: Src }
            /// Shift count `c` is unsigned; 64 or more gives 0 (or the sign, for `Sar`).
            Shl { a: Dst, b: Src, c: Src }
            /// Logical.
            Shr { a: Dst, b: Src, c: Src }
            /// Arithmetic.
            Sar { a: Dst, b: Src, c: Src }
            ShlI { a: Dst, b: Src, c: Imm16 }
            ShrI { a: Dst, b: Src, c: Imm16 }
            SarI { a: Dst, b: Src, c: Imm16 }
            /// Panics "negative shift amount" if `a < 0`.
            ShiftCheck { a: Src }
            SExt8 { a: Dst, b: Src }
            SExt16 { a: Dst, b: Src }
            SExt32 { a: Dst, b: Src }
            ZExt8 { a: Dst, b: Src }
            ZExt16 { a: Dst, b: Src }
            ZExt32 { a: Dst, b: Src }
            /// 32-bit results, sign-extended.
            AddS32 { a: Dst, b: Src, c: Src }
            SubS32 { a: Dst, b: Src, c: Src }
            MulS32 { a: Dst, b: Src, c: Src }
            AddIS32 { a: Dst, b: Src, cd: Imm32 }
            /// 32-bit results, zero-extended.
            AddU32 { a: Dst, b: Src, c: Src }
            SubU32 { a: Dst, b: Src, c: Src }
            MulU32 { a: Dst, b: Src, c: Src }
            AddIU32 { a: Dst, b: Src, cd: Imm32 }
            ShlU32 { a: Dst, b: Src, c: Src }
            ShlIU32 { a: Dst, b: Src, c: Imm16 }
            /// Rotates 32 bits left by the constant `c`.
            RotlIU32 { a: Dst, b: Src, c: Imm16 }
            /// Rotates 64 bits left by the constant `c`.
            RotlI { a: Dst, b: Src, c: Imm16 }
            /// `a = a + b * c`, wrapping.
            MulAdd { a: Dst, b: Src, c: Src }

            // ---- comparisons: 0 or 1
            Eq { a: Dst, b: Src, c: Src }
            Ne { a: Dst, b: Src, c: Src }
            LtS { a: Dst, b: Src, c: Src }
            LeS { a: Dst, b: Src, c: Src }
            LtU { a: Dst, b: Src, c: Src }
            LeU { a: Dst, b: Src, c: Src }
            EqI { a: Dst, b: Src, cd: Imm32 }
            NeI { a: Dst, b: Src, cd: Imm32 }
            LtSI { a: Dst, b: Src, cd: Imm32 }
            LeSI { a: Dst, b: Src, cd: Imm32 }
            GtSI { a: Dst, b: Src, cd: Imm32 }
            GeSI { a: Dst, b: Src, cd: Imm32 }
            /// `a = !b` for booleans.
            NotB { a: Dst, b: Src }
            FEq { a: Dst, b: Src, c: Src }
            FNe { a: Dst, b: Src, c: Src }
            FLt { a: Dst, b: Src, c: Src }
            FLe { a: Dst, b: Src, c: Src }
            F32Eq { a: Dst, b: Src, c: Src }
            F32Ne { a: Dst, b: Src, c: Src }
            F32Lt { a: Dst, b: Src, c: Src }
            F32Le { a: Dst, b: Src, c: Src }

            // ---- forward branches
            Jmp { cd: Jump }
            JmpT { a: Src, cd: Jump }
            JmpF { a: Src, cd: Jump }
            JEq { a: Src, b: Src, cd: Jump }
            JNe { a: Src, b: Src, cd: Jump }
            JLt { a: Src, b: Src, cd: Jump }
            JLe { a: Src, b: Src, cd: Jump }
            JLtU { a: Src, b: Src, cd: Jump }
            JLeU { a: Src, b: Src, cd: Jump }
            /// `b` is a signed 16-bit number in the immediate forms.
            JEqI { a: Src, b: Imm16, cd: Jump }
            JNeI { a: Src, b: Imm16, cd: Jump }
            JLtI { a: Src, b: Imm16, cd: Jump }
            JLeI { a: Src, b: Imm16, cd: Jump }
            JGtI { a: Src, b: Imm16, cd: Jump }
            JGeI { a: Src, b: Imm16, cd: Jump }
            JFEq { a: Src, b: Src, cd: Jump }
            JFNe { a: Src, b: Src, cd: Jump }
            JFLt { a: Src, b: Src, cd: Jump }
            JFLe { a: Src, b: Src, cd: Jump }
            /// Jumps unless `a < b` (also if one is NaN).
            JFNLt { a: Src, b: Src, cd: Jump }
            JFNLe { a: Src, b: Src, cd: Jump }
            /// Strings: `a`, `b` are the first of two slots each.
            JStrEq { a: Src2, b: Src2, cd: Jump }
            JStrNe { a: Src2, b: Src2, cd: Jump }
            /// Jumps if the slot is not the address of type descriptor `x`.
            JNeType { a: Src, cd: Jump, x: Type }
            /// Jumps to the `a`th of the `cd` extension units that follow (each a distance from this unit) if `0 <= a < cd`; else falls past them.
            JTable { a: Src, cd: Count }

            // ---- backward branches: safepoints that see a preemption request
            Loop { cd: Jump }
            LoopT { a: Src, cd: Jump }
            LoopF { a: Src, cd: Jump }
            LoopEq { a: Src, b: Src, cd: Jump }
            LoopNe { a: Src, b: Src, cd: Jump }
            LoopLt { a: Src, b: Src, cd: Jump }
            LoopLe { a: Src, b: Src, cd: Jump }
            LoopLtU { a: Src, b: Src, cd: Jump }
            LoopLeU { a: Src, b: Src, cd: Jump }
            LoopEqI { a: Src, b: Imm16, cd: Jump }
            LoopNeI { a: Src, b: Imm16, cd: Jump }
            LoopLtI { a: Src, b: Imm16, cd: Jump }
            LoopLeI { a: Src, b: Imm16, cd: Jump }
            LoopGtI { a: Src, b: Imm16, cd: Jump }
            LoopGeI { a: Src, b: Imm16, cd: Jump }
            /// `a = a + 1`; jumps back if `a < b` (signed).
            IncLoopLt { a: Dst, b: Src, cd: Jump }

            // ---- floats: f64 as its bits; f32 as its bits zero-extended
            FAdd { a: Dst, b: Src, c: Src }
            FSub { a: Dst, b: Src, c: Src }
            FMul { a: Dst, b: Src, c: Src }
            FDiv { a: Dst, b: Src, c: Src }
            FNeg { a: Dst, b: Src }
            FSqrt { a: Dst, b: Src }
            FAbs { a: Dst, b: Src }
            FFloor { a: Dst, b: Src }
            FCeil { a: Dst, b: Src }
            FTrunc { a: Dst, b: Src }
            /// `a = a + b * c`, rounded twice.
            FMulAdd { a: Dst, b: Src, c: Src }
            F32Add { a: Dst, b: Src, c: Src }
            F32Sub { a: Dst, b: Src, c: Src }
            F32Mul { a: Dst, b: Src, c: Src }
            F32Div { a: Dst, b: Src, c: Src }
            F32Neg { a: Dst, b: Src }
            /// Complex numbers are (real, imaginary) as two f64 slots.
            CAdd { a: Dst2, b: Src2, c: Src2 }
            CSub { a: Dst2, b: Src2, c: Src2 }
            CMul { a: Dst2, b: Src2, c: Src2 }
            CDiv { a: Dst2, b: Src2, c: Src2 }
            CNeg { a: Dst2, b: Src2 }
            CEq { a: Dst, b: Src2, c: Src2 }
            /// complex64 (one slot: two f32) to complex128, and back.
            CWiden { a: Dst2, b: Src }
            CNarrow { a: Dst, b: Src2 }
            /// i64, u64 to f64; f64 to i64, u64 (as amd64 does out of range).
            I2F { a: Dst, b: Src }
            U2F { a: Dst, b: Src }
            F2I { a: Dst, b: Src }
            /// f64 to i32, sign-extended; the smallest one if out of range.
            F2I32 { a: Dst, b: Src }
            F2U { a: Dst, b: Src }
            F2F32 { a: Dst, b: Src }
            F32F { a: Dst, b: Src }
            I2F32 { a: Dst, b: Src }
            U2F32 { a: Dst, b: Src }

            // ---- memory: pointer in a slot plus constant offset; nil panics
            LdI8 { a: Dst, b: Src, cd: Off }
            LdU8 { a: Dst, b: Src, cd: Off }
            LdI16 { a: Dst, b: Src, cd: Off }
            LdU16 { a: Dst, b: Src, cd: Off }
            LdI32 { a: Dst, b: Src, cd: Off }
            LdU32 { a: Dst, b: Src, cd: Off }
            Ld64 { a: Dst, b: Src, cd: Off }
            /// 16 and 24 bytes.
            Ld2 { a: Dst2, b: Src, cd: Off }
            Ld3 { a: Dst3, b: Src, cd: Off }
            /// `x` bytes into the slots from `a` on; the rest of the last slot is unspecified.
            LdN { a: DstN, b: Src, cd: Off, x: Count }
            /// `*(a + cd) = b`.
            St8 { a: Src, b: Src, cd: Off }
            St16 { a: Src, b: Src, cd: Off }
            St32 { a: Src, b: Src, cd: Off }
            St64 { a: Src, b: Src, cd: Off }
            St2 { a: Src, b: Src2, cd: Off }
            St3 { a: Src, b: Src3, cd: Off }
            StN { a: Src, b: SrcN, cd: Off, x: Count }
            /// `x` bytes at `a + cd` become 0.
            ZeroMem { a: Src, cd: Off, x: Count }
            /// `x` bytes from address `b` to address `a`; may overlap.
            CopyMem { a: Src, b: Src, x: Count }
            /// Panics if `a` is nil.
            NilCheck { a: Src }
            /// Narrow fields of struct and array locals: byte `cd` of the frame.
            LdFI8 { a: Dst, cd: Off }
            LdFU8 { a: Dst, cd: Off }
            LdFI16 { a: Dst, cd: Off }
            LdFU16 { a: Dst, cd: Off }
            LdFI32 { a: Dst, cd: Off }
            LdFU32 { a: Dst, cd: Off }
            StF8 { a: Src, cd: Off }
            StF16 { a: Src, cd: Off }
            StF32 { a: Src, cd: Off }
            /// `x` bytes inside the frame, from byte `xlo`… : dst byte offset `cd`, src byte offset `xlo`, `xhi` bytes.
            CopyF { cd: Off, xlo: Off, xhi: Count }

            // ---- slices and strings: `b` (or `a` for stores) is (address, length, …); index in `c`; bounds checked
            IxI8 { a: Dst, b: Src2, c: Src }
            IxU8 { a: Dst, b: Src2, c: Src }
            IxI16 { a: Dst, b: Src2, c: Src }
            IxU16 { a: Dst, b: Src2, c: Src }
            IxI32 { a: Dst, b: Src2, c: Src }
            IxU32 { a: Dst, b: Src2, c: Src }
            Ix64 { a: Dst, b: Src2, c: Src }
            Ix2 { a: Dst2, b: Src2, c: Src }
            Ix3 { a: Dst3, b: Src2, c: Src }
            /// Elements of `x` bytes.
            IxN { a: DstN, b: Src2, c: Src, x: Count }
            /// `a = &b[c]`, elements of `x` bytes.
            IxAddr { a: Dst, b: Src2, c: Src, x: Count }
            /// `a[b] = c`.
            Sx8 { a: Src2, b: Src, c: Src }
            Sx16 { a: Src2, b: Src, c: Src }
            Sx32 { a: Src2, b: Src, c: Src }
            Sx64 { a: Src2, b: Src, c: Src }
            Sx2 { a: Src2, b: Src, c: Src2 }
            Sx3 { a: Src2, b: Src, c: Src3 }
            SxN { a: Src2, b: Src, c: SrcN, x: Count }
            /// Panics unless `0 <= a < b` (index, length).
            BoundsCheck { a: Src, b: Src }
            /// Arrays behind a pointer `b`: the element at `b + xhi + c*size`, `xlo` elements.
            PIxI8 { a: Dst, b: Src, c: Src, xlo: Count, xhi: Off }
            PIxU8 { a: Dst, b: Src, c: Src, xlo: Count, xhi: Off }
            PIxI16 { a: Dst, b: Src, c: Src, xlo: Count, xhi: Off }
            PIxU16 { a: Dst, b: Src, c: Src, xlo: Count, xhi: Off }
            PIxI32 { a: Dst, b: Src, c: Src, xlo: Count, xhi: Off }
            PIxU32 { a: Dst, b: Src, c: Src, xlo: Count, xhi: Off }
            PIx64 { a: Dst, b: Src, c: Src, xlo: Count, xhi: Off }
            PSx8 { a: Src, b: Src, c: Src, xlo: Count, xhi: Off }
            PSx16 { a: Src, b: Src, c: Src, xlo: Count, xhi: Off }
            PSx32 { a: Src, b: Src, c: Src, xlo: Count, xhi: Off }
            PSx64 { a: Src, b: Src, c: Src, xlo: Count, xhi: Off }
            /// `a = b + xhi + c*d`, bounds `xlo`; element size `d`.
            PIxAddr { a: Dst, b: Src, c: Src, d: Count, xlo: Count, xhi: Off }
            /// Arrays in the frame: `b` is the array's first slot, element `c` of `xlo`, byte `xhi` further on in the element's row.
            FIxI8 { a: Dst, b: SrcN, c: Src, xlo: Count, xhi: Off }
            FIxU8 { a: Dst, b: SrcN, c: Src, xlo: Count, xhi: Off }
            FIxI16 { a: Dst, b: SrcN, c: Src, xlo: Count, xhi: Off }
            FIxU16 { a: Dst, b: SrcN, c: Src, xlo: Count, xhi: Off }
            FIxI32 { a: Dst, b: SrcN, c: Src, xlo: Count, xhi: Off }
            FIxU32 { a: Dst, b: SrcN, c: Src, xlo: Count, xhi: Off }
            FIx64 { a: Dst, b: SrcN, c: Src, xlo: Count, xhi: Off }
            /// Elements of `d` bytes.
            FIxN { a: DstN, b: SrcN, c: Src, d: Count, xlo: Count, xhi: Off }
            FSx8 { a: DstN, b: Src, c: Src, xlo: Count, xhi: Off }
            FSx16 { a: DstN, b: Src, c: Src, xlo: Count, xhi: Off }
            FSx32 { a: DstN, b: Src, c: Src, xlo: Count, xhi: Off }
            FSx64 { a: DstN, b: Src, c: Src, xlo: Count, xhi: Off }
            FSxN { a: DstN, b: Src, c: SrcN, d: Count, xlo: Count, xhi: Off }

            // ---- strings. Spec: "String types", "Conversions to and from a string type"
            /// Concatenates the `c` strings in the slots from `b` on.
            Concat { a: Dst2, b: SrcN, c: Count }
            StrEq { a: Dst, b: Src2, c: Src2 }
            StrNe { a: Dst, b: Src2, c: Src2 }
            StrLt { a: Dst, b: Src2, c: Src2 }
            StrLe { a: Dst, b: Src2, c: Src2 }
            /// `a = b[c:d]`.
            StrSlice { a: Dst2, b: Src2, c: OptSrc, d: OptSrc }
            /// Decodes the rune of string `b` at index `c`: `a` = rune (U+FFFD if invalid), `d` = index of the next one.
            StrRune { a: Dst, b: Src2, c: Src, d: Dst }
            StrToBytes { a: Dst3, b: Src2 }
            BytesToStr { a: Dst2, b: Src3 }
            StrToRunes { a: Dst3, b: Src2 }
            RunesToStr { a: Dst2, b: Src3 }
            RuneToStr { a: Dst2, b: Src }

            // ---- slices. `x` or `xlo` is the element's type
            MakeSlice { a: Dst3, b: Src, c: OptSrc, x: Type }
            /// `a = b[c:d:xa]`, elements of `xcd` bytes. Flags 1: `b` is a whole array (for the message).
            Slice { a: Dst3, b: Src3, c: OptSrc, d: OptSrc, xa: OptSrc, xb: Flags, xcd: Count }
            /// `a = append(b, c)`. Flags 1: the first array has room for as many elements as fit 32 bytes; 2: arrays up to 32 bytes have no spare room.
            Append8 { a: Dst3, b: Src3, c: Src, d: Flags, x: Type }
            Append64 { a: Dst3, b: Src3, c: Src, d: Flags, x: Type }
            AppendN { a: Dst3, b: Src3, c: SrcN, d: Flags, x: Type }
            /// `a = b` with room for `c` more elements.
            GrowSlice { a: Dst3, b: Src3, c: Count, d: Flags, x: Type }
            /// `a = append(b, c...)`; `c` is a slice or a string.
            AppendSlice { a: Dst3, b: Src3, c: Src2, d: Flags, x: Type }
            /// `a = copy(b, c)`; elements of `x` bytes.
            CopySlice { a: Dst, b: Src2, c: Src2, x: Count }
            /// Elements of `x` bytes.
            ClearSlice { a: Src2, x: Count }
            /// Array pointer of a slice; panics if it has fewer than `x` elements.
            SliceToArray { a: Dst, b: Src2, x: Count }

            /// Panics if `b` elements of `x` bytes cannot lie at `a`. Flags 1: of `unsafe.String`, not `unsafe.Slice`.
            UnsafeSlice { a: Src, b: Src, c: Flags, x: Count }

            // ---- allocation, interfaces
            /// `a =` address of a new zeroed object of type `x`.
            New { a: Dst, x: Type }
            /// `a, a+1 =` interface holding the value in the slots from `b` on: concrete type `xlo`; `xhi` is the itab index + 1, or 0 for an empty interface.
            MkIface { a: Dst2, b: SrcN, xlo: Type, xhi: Itab }
            /// `a =` the dynamic type's address of a non-empty interface's first word (0 if nil).
            ItabType { a: Dst, b: Src }
            /// Converts to interface type `x`, which the static type implements; nil stays nil. Flags 1: source is an empty interface.
            IfaceConv { a: Dst2, b: Src2, c: Flags, x: Type }
            /// `a = b.(T)`, concrete type `x`. Flags 1: source is an empty interface, 2: comma-ok form (`d` = ok; `a` zeroed when it fails), 4: `a` is the value's address. `xlo` = type, `xhi` = static interface type (for the message).
            AssertT { a: DstN, b: Src2, c: Flags, d: OptDst, xlo: Type, xhi: Type }
            /// `a = b.(I)`, interface type `xlo`; flags and operands as AssertT.
            AssertI { a: Dst2, b: Src2, c: Flags, d: OptDst, xlo: Type, xhi: Type }
            /// `a =` whether the type at address `b` (0: nil) implements interface `x`.
            Implements { a: Dst, b: Src, x: Type }
            /// Compares empty interfaces; panics on uncomparable types.
            EfaceEq { a: Dst, b: Src2, c: Src2 }
            /// Compares non-empty interfaces.
            IfaceEq { a: Dst, b: Src2, c: Src2 }
            /// Compares the values of type `x` lying in the slots from `b` and `c` on.
            EqT { a: Dst, b: SrcN, c: SrcN, x: Type }
            /// Compares the values of type `x` at the addresses `b` and `c`.
            EqMem { a: Dst, b: Src, c: Src, x: Type }

            // ---- maps. `x` is the map's type. Keys and elements lie in slots
            MakeMap { a: Dst, b: OptSrc, x: Type }
            /// `a = b[c]` (zero if absent), `d` = present.
            MapGet { a: OptDst, b: Src, c: SrcN, d: OptDst, x: Type }
            /// `a = &b[c]`, inserted if absent. The address is good until the next map operation.
            MapAddr { a: Dst, b: Src, c: SrcN, x: Type }
            MapDelete { a: Src, b: SrcN, x: Type }
            /// As MapGet, MapAddr, MapDelete and MapNext, for large keys or elements: `a =` the address of the element (0 if absent) of the key at address `c`…
            MapFind { a: Dst, b: Src, c: Src, x: Type }
            MapInsert { a: Dst, b: Src, c: Src, x: Type }
            MapRemove { a: Src, b: Src, x: Type }
            /// … and the addresses of the next entry into `b` and `c`.
            MapStep { a: Src, b: Dst, c: Dst, x: Jump }
            MapLen { a: Dst, b: Src }
            MapClear { a: Src, x: Type }
            /// `a =` a new iterator over map `b`.
            MapIter { a: Dst, b: Src, x: Type }
            /// Next entry of iterator `a` into `b` and `c`; jumps by `x` when there is none.
            MapNext { a: Src, b: OptDst, c: OptDst, x: Jump }

            // ---- channels. Elements lie in slots; their size is in the channel
            /// `x` is the channel's type.
            MakeChan { a: Dst, b: OptSrc, x: Type }
            Send { a: Src, b: SrcN }
            /// `a = <-b`, `c` = ok.
            Recv { a: OptDst, b: Src, c: OptDst }
            Close { a: Src }
            ChanLen { a: Dst, b: Src }
            ChanCap { a: Dst, b: Src }
            /// Runs select `x`; `a` = index of the chosen case, -1 for default.
            Select { a: Dst, x: Sel }

            // ---- functions
            /// `a =` a new closure of function `x` with the `c` words from slot `b` on as captured values.
            Closure { a: Dst, b: SrcN, c: Count, x: Func }
            /// Calls function `cd` with its window at slot `a`.
            Call { a: Base, cd: Func }
            /// Calls func value `b`; the closure goes to slot `a + c`.
            CallC { a: Base, b: Src, c: Count }
            /// Calls method `c` of the itab of interface `b`; its data word goes to slot `a + d`.
            CallI { a: Base, b: Src2, c: Count, d: Count }
            /// Calls func value `b` with the `d` words at address `c` as its window, at slot `a`. Package reflect's way to call; the next operation is `BlockEnd`.
            CallBlock { a: Base, b: Src, c: Src, d: Src }
            /// Right after the call: copies the first `c` words of the window at slot `a`, the results, to address `b`.
            BlockEnd { a: Base, b: Src, c: Src }
            /// Calls native function `cd`, whose window has `b` slots.
            CallN { a: DstN, b: Count, cd: Native }
            Ret {}
            /// Result slot 0 `= a`, and returns.
            Ret1 { a: Src }
            /// Runs this frame's deferred calls, last first, then goes on.
            RunDefers {}
            /// Starts a goroutine: function `cd` with the `b` slots of the window at `a`.
            GoF { a: Base, b: Count, cd: Func }
            /// Starts a goroutine: func value `b`, window at `a`, closure to slot `a + c` (`c + 1` slots are copied).
            GoC { a: Base, b: Src, c: Count }
            DeferF { a: Base, b: Count, cd: Func }
            DeferC { a: Base, b: Src, c: Count }
            /// `a, a+1 =` a token that stands for this frame, for `DeferAt` in the bodies of its loops over functions.
            DeferToken { a: Dst2 }
            /// `DeferC` on behalf of the frame whose token is `d`.
            DeferAt { a: Base, b: Src, c: Count, d: Src2 }
            /// `panic(a)`: an empty interface.
            Panic { a: Src2 }
            /// Panics with a `runtime.Error` whose text is string constant `cd`.
            PanicText { cd: Str }
            Recover { a: Dst2 }
            /// Fatal or run-time error number `cd` (see `Trap`).
            Trap { cd: Imm32 }
            /// `print` of slot `a` as kind `b` (see `PrintKind`).
            Print { a: SrcN, b: Imm16 }
        }
    };
}
