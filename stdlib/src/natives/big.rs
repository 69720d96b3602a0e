//! Package math/big: natural numbers come and go as `[]Word`.

use runtime::native::{NativeCx, Next};
use runtime::rtype::GoSlice;

use crate::abi::{self, Arg, Ret, natives};
use crate::bignum::{self, BitOp, decimal, float, modular, prime, scan};

/// A natural number in Go memory.
type Nat = &'static [u64];

impl Arg for Nat {
    const SLOTS: usize = 3;
    /// Programs can write to the words through `Int.Bits`: leading zeros are left out.
    fn take(cx: &NativeCx, at: usize) -> Nat {
        let words: Nat = abi::elements::<u64>(cx.arg_slice(at));
        let n = words.iter().rposition(|&w| w != 0).map_or(0, |i| i + 1);
        &words[..n]
    }
}

/// A natural number to be stored in memory of `z` if that suffices.
struct Stored {
    z: GoSlice,
    words: Vec<u64>,
}

/// Words more than needed in a new object: many numbers grow slowly.
const SPARE: usize = 4;

impl Ret for Stored {
    const SLOTS: usize = 3;
    fn put(self, cx: &mut NativeCx, at: usize) {
        let n = self.words.len();
        let mut z = self.z;
        if n > z.cap {
            let cap = if n == 1 { 1 } else { n + SPARE };
            z.ptr = cx.cache().alloc(cap * 8, true);
            z.cap = cap;
        }
        z.len = n;
        abi::elements::<u64>(z).copy_from_slice(&self.words);
        cx.ret_slice(at, z);
    }
}

fn to(z: GoSlice, words: Vec<u64>) -> Stored {
    Stored { z, words }
}

fn signed(z: GoSlice, (negative, words): (bool, Vec<u64>)) -> (bool, Stored) {
    (negative, to(z, words))
}

/// Shifts beyond this many bits end the program as an allocation of that size would.
const MAX_SHIFT: u64 = 1 << 34;

fn out_of_memory() -> Next {
    Next::Fatal(runtime::slices::NO_MEMORY.to_owned())
}

natives! {
    "math/big.natAdd"(cx; z: GoSlice, x: Nat, y: Nat) -> ret<Stored> { to(z, bignum::add(x, y)) }
    "math/big.natSub"(cx; z: GoSlice, x: Nat, y: Nat) -> ret<Stored> { to(z, bignum::sub(x, y)) }
    "math/big.natMul"(cx; z: GoSlice, x: Nat, y: Nat) -> ret<Stored> { to(z, bignum::mul(x, y)) }
    "math/big.natDivMod"(cx; z: GoSlice, r: GoSlice, x: Nat, y: Nat) -> raw(6) {
        if y.is_empty() {
            return Next::RuntimeError("integer divide by zero".to_owned());
        }
        let (quotient, rest) = bignum::div_rem(x, y);
        abi::finish(cx, (to(z, quotient), to(r, rest)))
    }
    "math/big.natCmp"(cx; x: Nat, y: Nat) -> ret<i64> { bignum::compare(x, y) as i64 }
    "math/big.natShl"(cx; z: GoSlice, x: Nat, n: u64) -> raw(3) {
        if n > MAX_SHIFT && !x.is_empty() {
            return out_of_memory();
        }
        abi::finish(cx, to(z, bignum::shl(x, n as usize)))
    }
    "math/big.natShr"(cx; z: GoSlice, x: Nat, n: u64) -> ret<Stored> { to(z, bignum::shr(x, n as usize)) }
    "math/big.natPower"(cx; z: GoSlice, x: Nat, y: Nat, m: Nat) -> raw(3) {
        match modular::power(x, y, m) {
            Some(words) => abi::finish(cx, to(z, words)),
            None => out_of_memory(),
        }
    }
    "math/big.natSqrt"(cx; z: GoSlice, x: Nat) -> ret<Stored> { to(z, modular::sqrt(x)) }
    "math/big.natProduct"(cx; z: GoSlice, from: u64, to_: u64) -> ret<Stored> { to(z, modular::product(from, to_)) }
    "math/big.natGCD"(cx; z: GoSlice, x: Nat, y: Nat) -> ret<Stored> { to(z, modular::gcd_only(x, y)) }
    "math/big.natCofactor"(cx; x: Nat, y: Nat) -> ret<(Stored, bool, Stored)> {
        let (divisor, negative, factor) = modular::gcd(x, y);
        (to(GoSlice::NIL, divisor), negative, to(GoSlice::NIL, factor))
    }
    "math/big.natJacobi"(cx; x: Nat, y: Nat) -> ret<i64> { modular::jacobi(x, y) }
    "math/big.natIsPrime"(cx; x: Nat, rounds: u64) -> ret<bool> { prime::is_probably_prime(x, rounds) }
    "math/big.natText"(cx; x: Nat, base: u32) -> ret<Vec<u8>> { bignum::text(x, base) }
    "math/big.natScan"(cx; z: GoSlice, text: &'static [u8], base: u32, fraction: bool)
        -> ret<((Stored, i64, i64), (i64, i64))> {
        let s = scan::scan(text, base, fraction);
        ((to(z, s.value), i64::from(s.base), s.count), (s.used as i64, s.flaw as i64))
    }
    "math/big.natFloat"(cx; x: Nat, exp: i64, more: bool, narrow: bool) -> ret<(f64, i64)> {
        let format = if narrow { &float::SINGLE } else { &float::DOUBLE };
        let (f, order) = float::nearest(x, exp, more, format);
        (f, order as i64)
    }
    "math/big.natRound"(cx; z: GoSlice, x: Nat, bits: u64, how: i64, more: bool) -> ret<(Stored, i64, i64)> {
        use decimal::Rounding::{Down, Even, HalfAway, Up};
        let how = [Even, HalfAway, Down, Up][how as usize & 3];
        let (mant, length, way) = decimal::round(x, bits, how, more);
        (to(z, mant), length, way)
    }
    "math/big.natDecimal"(cx; x: Nat, exp: i64) -> raw(3) {
        match decimal::digits(x, exp) {
            Some(number) => abi::finish(cx, number),
            None => out_of_memory(),
        }
    }
    "math/big.intAdd"(cx; z: GoSlice, xn: bool, x: Nat, yn: bool, y: Nat) -> ret<(bool, Stored)> {
        signed(z, bignum::add_signed(xn, x, yn, y))
    }
    "math/big.intBits"(cx; op: i64, z: GoSlice, xn: bool, x: Nat, yn: bool, y: Nat) -> ret<(bool, Stored)> {
        let op = [BitOp::And, BitOp::Or, BitOp::Xor, BitOp::AndNot][op as usize & 3];
        signed(z, bignum::bitwise(op, xn, x, yn, y))
    }
}
