//! Package math.

use crate::abi::natives;
use crate::elementary as el;

const NAN: f64 = f64::from_bits(0x7ff8_0000_0000_0001);

natives! {
    "math.Abs"(cx; x: f64) -> ret<f64> {
        x.abs()
    }
    "math.Acos"(cx; x: f64) -> ret<f64> {
        el::acos(x)
    }
    "math.Acosh"(cx; x: f64) -> ret<f64> {
        el::acosh(x)
    }
    "math.Asin"(cx; x: f64) -> ret<f64> {
        el::asin(x)
    }
    "math.Asinh"(cx; x: f64) -> ret<f64> {
        el::asinh(x)
    }
    "math.Atan"(cx; x: f64) -> ret<f64> {
        el::atan(x)
    }
    "math.Atanh"(cx; x: f64) -> ret<f64> {
        el::atanh(x)
    }
    "math.Cbrt"(cx; x: f64) -> ret<f64> {
        el::cbrt(x)
    }
    "math.Ceil"(cx; x: f64) -> ret<f64> {
        x.ceil()
    }
    "math.Cos"(cx; x: f64) -> ret<f64> {
        el::cos(x)
    }
    "math.Cosh"(cx; x: f64) -> ret<f64> {
        el::cosh(x)
    }
    "math.Erf"(cx; x: f64) -> ret<f64> {
        libm::erf(x)
    }
    "math.Erfc"(cx; x: f64) -> ret<f64> {
        libm::erfc(x)
    }
    "math.Erfcinv"(cx; x: f64) -> ret<f64> {
        el::erfinv(1.0 - x)
    }
    "math.Erfinv"(cx; x: f64) -> ret<f64> {
        el::erfinv(x)
    }
    "math.Exp"(cx; x: f64) -> ret<f64> {
        el::exp(x)
    }
    "math.Exp2"(cx; x: f64) -> ret<f64> {
        el::exp2(x)
    }
    "math.Expm1"(cx; x: f64) -> ret<f64> {
        libm::expm1(x)
    }
    "math.Floor"(cx; x: f64) -> ret<f64> {
        x.floor()
    }
    "math.J0"(cx; x: f64) -> ret<f64> {
        libm::j0(x)
    }
    "math.J1"(cx; x: f64) -> ret<f64> {
        el::j1(x)
    }
    "math.Log"(cx; x: f64) -> ret<f64> {
        el::log(x)
    }
    "math.Log10"(cx; x: f64) -> ret<f64> {
        el::log10(x)
    }
    "math.Log1p"(cx; x: f64) -> ret<f64> {
        libm::log1p(x)
    }
    "math.Log2"(cx; x: f64) -> ret<f64> {
        el::log2(x)
    }
    "math.Round"(cx; x: f64) -> ret<f64> {
        x.round()
    }
    "math.RoundToEven"(cx; x: f64) -> ret<f64> {
        x.round_ties_even()
    }
    "math.Sin"(cx; x: f64) -> ret<f64> {
        el::sin(x)
    }
    "math.Sinh"(cx; x: f64) -> ret<f64> {
        el::sinh(x)
    }
    "math.Sqrt"(cx; x: f64) -> ret<f64> {
        x.sqrt()
    }
    "math.Tan"(cx; x: f64) -> ret<f64> {
        el::tan(x)
    }
    "math.Tanh"(cx; x: f64) -> ret<f64> {
        el::tanh(x)
    }
    "math.Trunc"(cx; x: f64) -> ret<f64> {
        x.trunc()
    }
    "math.Y0"(cx; x: f64) -> ret<f64> {
        el::y0(x)
    }
    "math.Y1"(cx; x: f64) -> ret<f64> {
        libm::y1(x)
    }
    "math.Gamma"(cx; x: f64) -> ret<f64> {
        el::gamma(x)
    }
    "math.Logb"(cx; x: f64) -> ret<f64> {
        if x == 0.0 {
            f64::NEG_INFINITY
        } else if x.is_infinite() {
            f64::INFINITY
        } else if x.is_nan() {
            x
        } else {
            (el::frexp(x).1 - 1) as f64
        }
    }
    "math.Ilogb"(cx; x: f64) -> ret<i64> {
        if x == 0.0 {
            i64::from(i32::MIN)
        } else if !x.is_finite() {
            i64::from(i32::MAX)
        } else {
            el::frexp(x).1 - 1
        }
    }
    "math.Atan2"(cx; y: f64, x: f64) -> ret<f64> {
        el::atan2(y, x)
    }
    "math.Copysign"(cx; f: f64, sign: f64) -> ret<f64> {
        f.copysign(sign)
    }
    "math.Dim"(cx; x: f64, y: f64) -> ret<f64> {
        let d = x - y;
        if d <= 0.0 { 0.0 } else { d }
    }
    "math.FMA"(cx; x: f64, y: f64, z: f64) -> ret<f64> {
        x.mul_add(y, z)
    }
    "math.Float32bits"(cx; f: f32) -> ret<u32> {
        f.to_bits()
    }
    "math.Float32frombits"(cx; b: u32) -> ret<f32> {
        f32::from_bits(b)
    }
    "math.Float64bits"(cx; f: f64) -> ret<u64> {
        f.to_bits()
    }
    "math.Float64frombits"(cx; b: u64) -> ret<f64> {
        f64::from_bits(b)
    }
    "math.Frexp"(cx; f: f64) -> ret<(f64, i64)> {
        el::frexp(f)
    }
    "math.Hypot"(cx; p: f64, q: f64) -> ret<f64> {
        el::hypot(p, q)
    }
    "math.Inf"(cx; sign: i64) -> ret<f64> {
        if sign >= 0 { f64::INFINITY } else { f64::NEG_INFINITY }
    }
    "math.IsInf"(cx; f: f64, sign: i64) -> ret<bool> {
        f == f64::INFINITY && sign >= 0 || f == f64::NEG_INFINITY && sign <= 0
    }
    "math.IsNaN"(cx; f: f64) -> ret<bool> {
        f.is_nan()
    }
    "math.Jn"(cx; n: i64, x: f64) -> ret<f64> {
        el::jn(n, x)
    }
    "math.Yn"(cx; n: i64, x: f64) -> ret<f64> {
        el::yn(n, x)
    }
    "math.Ldexp"(cx; frac: f64, exp: i64) -> ret<f64> {
        el::ldexp(frac, exp)
    }
    "math.Lgamma"(cx; x: f64) -> ret<(f64, i64)> {
        el::lgamma(x)
    }
    "math.Max"(cx; x: f64, y: f64) -> ret<f64> {
        if x == f64::INFINITY || y == f64::INFINITY {
            f64::INFINITY
        } else if x.is_nan() || y.is_nan() {
            NAN
        } else if x == 0.0 && y == 0.0 {
            if x.is_sign_negative() { y } else { x }
        } else {
            x.max(y)
        }
    }
    "math.Min"(cx; x: f64, y: f64) -> ret<f64> {
        if x == f64::NEG_INFINITY || y == f64::NEG_INFINITY {
            f64::NEG_INFINITY
        } else if x.is_nan() || y.is_nan() {
            NAN
        } else if x == 0.0 && y == 0.0 {
            if x.is_sign_negative() { x } else { y }
        } else {
            x.min(y)
        }
    }
    "math.Mod"(cx; x: f64, y: f64) -> ret<f64> {
        x % y
    }
    "math.Modf"(cx; f: f64) -> ret<(f64, f64)> {
        let whole = f.trunc();
        let rest = if f.is_infinite() { NAN } else { (f - whole).copysign(f) };
        (whole, rest)
    }
    "math.NaN"(cx; ) -> ret<f64> {
        NAN
    }
    "math.Nextafter"(cx; x: f64, y: f64) -> ret<f64> {
        if x.is_nan() || y.is_nan() {
            NAN
        } else if x == y {
            x
        } else if x == 0.0 {
            f64::from_bits(1).copysign(y)
        } else if (y > x) == (x > 0.0) {
            f64::from_bits(x.to_bits() + 1)
        } else {
            f64::from_bits(x.to_bits() - 1)
        }
    }
    "math.Nextafter32"(cx; x: f32, y: f32) -> ret<f32> {
        if x.is_nan() || y.is_nan() {
            f32::NAN
        } else if x == y {
            x
        } else if x == 0.0 {
            f32::from_bits(1).copysign(y)
        } else if (y > x) == (x > 0.0) {
            f32::from_bits(x.to_bits() + 1)
        } else {
            f32::from_bits(x.to_bits() - 1)
        }
    }
    "math.Pow"(cx; x: f64, y: f64) -> ret<f64> {
        el::pow(x, y)
    }
    "math.Pow10"(cx; n: i64) -> ret<f64> {
        // A power of 10**32 times, or by, a small one: so Go's tables round it.
        let power = |n: i64| format!("1e{n}").parse::<f64>().unwrap_or(0.0);
        match n {
            0..=308 => power(n / 32 * 32) * power(n % 32),
            -323..0 => power(n / 32 * 32) / power(-n % 32),
            _ if n > 0 => f64::INFINITY,
            _ => 0.0,
        }
    }
    "math.Remainder"(cx; x: f64, y: f64) -> ret<f64> {
        libm::remainder(x, y)
    }
    "math.Signbit"(cx; x: f64) -> ret<bool> {
        x.is_sign_negative()
    }
    "math.Sincos"(cx; x: f64) -> ret<(f64, f64)> {
        (el::sin(x), el::cos(x))
    }
}
