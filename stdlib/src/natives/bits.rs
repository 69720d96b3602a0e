//! Package math/bits.

use crate::abi::natives;

natives! {
    "math/bits.LeadingZeros"(cx; x: u64) -> ret<i64> {
        i64::from(x.leading_zeros())
    }
    "math/bits.TrailingZeros"(cx; x: u64) -> ret<i64> {
        i64::from(x.trailing_zeros())
    }
    "math/bits.OnesCount"(cx; x: u64) -> ret<i64> {
        i64::from(x.count_ones())
    }
    "math/bits.Len"(cx; x: u64) -> ret<i64> {
        i64::from(u64::BITS - x.leading_zeros())
    }
    "math/bits.Reverse"(cx; x: u64) -> ret<u64> {
        x.reverse_bits()
    }
    "math/bits.ReverseBytes"(cx; x: u64) -> ret<u64> {
        x.swap_bytes()
    }
    "math/bits.RotateLeft"(cx; x: u64, k: i64) -> ret<u64> {
        x.rotate_left((k & i64::from(u64::BITS - 1)) as u32)
    }
    "math/bits.LeadingZeros8"(cx; x: u8) -> ret<i64> {
        i64::from(x.leading_zeros())
    }
    "math/bits.TrailingZeros8"(cx; x: u8) -> ret<i64> {
        i64::from(x.trailing_zeros())
    }
    "math/bits.OnesCount8"(cx; x: u8) -> ret<i64> {
        i64::from(x.count_ones())
    }
    "math/bits.Len8"(cx; x: u8) -> ret<i64> {
        i64::from(u8::BITS - x.leading_zeros())
    }
    "math/bits.Reverse8"(cx; x: u8) -> ret<u8> {
        x.reverse_bits()
    }
    "math/bits.RotateLeft8"(cx; x: u8, k: i64) -> ret<u8> {
        x.rotate_left((k & i64::from(u8::BITS - 1)) as u32)
    }
    "math/bits.LeadingZeros16"(cx; x: u16) -> ret<i64> {
        i64::from(x.leading_zeros())
    }
    "math/bits.TrailingZeros16"(cx; x: u16) -> ret<i64> {
        i64::from(x.trailing_zeros())
    }
    "math/bits.OnesCount16"(cx; x: u16) -> ret<i64> {
        i64::from(x.count_ones())
    }
    "math/bits.Len16"(cx; x: u16) -> ret<i64> {
        i64::from(u16::BITS - x.leading_zeros())
    }
    "math/bits.Reverse16"(cx; x: u16) -> ret<u16> {
        x.reverse_bits()
    }
    "math/bits.ReverseBytes16"(cx; x: u16) -> ret<u16> {
        x.swap_bytes()
    }
    "math/bits.RotateLeft16"(cx; x: u16, k: i64) -> ret<u16> {
        x.rotate_left((k & i64::from(u16::BITS - 1)) as u32)
    }
    "math/bits.LeadingZeros32"(cx; x: u32) -> ret<i64> {
        i64::from(x.leading_zeros())
    }
    "math/bits.TrailingZeros32"(cx; x: u32) -> ret<i64> {
        i64::from(x.trailing_zeros())
    }
    "math/bits.OnesCount32"(cx; x: u32) -> ret<i64> {
        i64::from(x.count_ones())
    }
    "math/bits.Len32"(cx; x: u32) -> ret<i64> {
        i64::from(u32::BITS - x.leading_zeros())
    }
    "math/bits.Reverse32"(cx; x: u32) -> ret<u32> {
        x.reverse_bits()
    }
    "math/bits.ReverseBytes32"(cx; x: u32) -> ret<u32> {
        x.swap_bytes()
    }
    "math/bits.RotateLeft32"(cx; x: u32, k: i64) -> ret<u32> {
        x.rotate_left((k & i64::from(u32::BITS - 1)) as u32)
    }
    "math/bits.LeadingZeros64"(cx; x: u64) -> ret<i64> {
        i64::from(x.leading_zeros())
    }
    "math/bits.TrailingZeros64"(cx; x: u64) -> ret<i64> {
        i64::from(x.trailing_zeros())
    }
    "math/bits.OnesCount64"(cx; x: u64) -> ret<i64> {
        i64::from(x.count_ones())
    }
    "math/bits.Len64"(cx; x: u64) -> ret<i64> {
        i64::from(u64::BITS - x.leading_zeros())
    }
    "math/bits.Reverse64"(cx; x: u64) -> ret<u64> {
        x.reverse_bits()
    }
    "math/bits.ReverseBytes64"(cx; x: u64) -> ret<u64> {
        x.swap_bytes()
    }
    "math/bits.RotateLeft64"(cx; x: u64, k: i64) -> ret<u64> {
        x.rotate_left((k & i64::from(u64::BITS - 1)) as u32)
    }
    "math/bits.Add"(cx; x: u64, y: u64, carry: u64) -> ret<(u64, u64)> {
        let sum = u128::from(x) + u128::from(y) + u128::from(carry);
        (sum as u64, (sum >> u64::BITS) as u64)
    }
    "math/bits.Sub"(cx; x: u64, y: u64, borrow: u64) -> ret<(u64, u64)> {
        let (a, b) = x.overflowing_sub(y);
        let (d, c) = a.overflowing_sub(borrow);
        (d, u64::from(b | c))
    }
    "math/bits.Mul"(cx; x: u64, y: u64) -> ret<(u64, u64)> {
        let p = u128::from(x) * u128::from(y);
        ((p >> u64::BITS) as u64, p as u64)
    }
    "math/bits.Add64"(cx; x: u64, y: u64, carry: u64) -> ret<(u64, u64)> {
        let sum = u128::from(x) + u128::from(y) + u128::from(carry);
        (sum as u64, (sum >> u64::BITS) as u64)
    }
    "math/bits.Sub64"(cx; x: u64, y: u64, borrow: u64) -> ret<(u64, u64)> {
        let (a, b) = x.overflowing_sub(y);
        let (d, c) = a.overflowing_sub(borrow);
        (d, u64::from(b | c))
    }
    "math/bits.Mul64"(cx; x: u64, y: u64) -> ret<(u64, u64)> {
        let p = u128::from(x) * u128::from(y);
        ((p >> u64::BITS) as u64, p as u64)
    }
    "math/bits.Add32"(cx; x: u32, y: u32, carry: u32) -> ret<(u32, u32)> {
        let sum = u64::from(x) + u64::from(y) + u64::from(carry);
        (sum as u32, (sum >> u32::BITS) as u32)
    }
    "math/bits.Sub32"(cx; x: u32, y: u32, borrow: u32) -> ret<(u32, u32)> {
        let (a, b) = x.overflowing_sub(y);
        let (d, c) = a.overflowing_sub(borrow);
        (d, u32::from(b | c))
    }
    "math/bits.Mul32"(cx; x: u32, y: u32) -> ret<(u32, u32)> {
        let p = u64::from(x) * u64::from(y);
        ((p >> u32::BITS) as u32, p as u32)
    }
    "math/bits.div64"(cx; high: u64, low: u64, y: u64) -> ret<(u64, u64)> {
        let n = u128::from(high) << 64 | u128::from(low);
        let y = u128::from(y.max(1));
        ((n / y) as u64, (n % y) as u64)
    }
}
