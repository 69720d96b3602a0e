//! Package math.

use crate::abi::natives;

unsafe extern "C" {
    safe fn lgamma_r(x: f64, sign: &mut i32) -> f64;
    safe fn erf(x: f64) -> f64;
    safe fn erfc(x: f64) -> f64;
    safe fn tgamma(x: f64) -> f64;
    safe fn j0(x: f64) -> f64;
    safe fn j1(x: f64) -> f64;
    safe fn jn(n: i32, x: f64) -> f64;
    safe fn y0(x: f64) -> f64;
    safe fn y1(x: f64) -> f64;
    safe fn yn(n: i32, x: f64) -> f64;
    safe fn remainder(x: f64, y: f64) -> f64;
    safe fn ldexp(x: f64, n: i32) -> f64;
    safe fn nextafter(x: f64, y: f64) -> f64;
    safe fn nextafterf(x: f32, y: f32) -> f32;
    safe fn frexp(x: f64, exp: &mut i32) -> f64;
}

const NAN: f64 = f64::from_bits(0x7ff8_0000_0000_0001);

/// `0.5 <= |fraction| < 1`; zero, infinity and NaN have the exponent 0.
fn split(f: f64) -> (f64, i64) {
    if f == 0.0 || !f.is_finite() {
        return (f, 0);
    }
    let mut exp = 0;
    let fraction = frexp(f, &mut exp);
    (fraction, i64::from(exp))
}

fn log2(x: f64) -> f64 {
    let (fraction, exp) = split(x);
    // Exact for powers of two.
    if fraction == 0.5 {
        return (exp - 1) as f64;
    }
    fraction.ln() * (1.0 / std::f64::consts::LN_2) + exp as f64
}

/// Wichura's algorithm AS 241 (PPND16) on the normal distribution: erfinv(x) = normal quantile((x+1)/2) / sqrt 2.
fn erfinv(x: f64) -> f64 {
    if x.is_nan() || !(-1.0..=1.0).contains(&x) {
        return NAN;
    }
    if x.abs() == 1.0 {
        return x * f64::INFINITY;
    }
    let polynomial = |c: &[f64; 8], r: f64| c.iter().rev().fold(0.0, |sum, c| sum * r + c);
    let magnitude = x.abs();
    let quantile = if magnitude <= 0.85 {
        let r = 0.180625 - 0.25 * magnitude * magnitude;
        0.5 * magnitude * polynomial(&CENTRE.0, r) / polynomial(&CENTRE.1, r)
    } else {
        let r = (std::f64::consts::LN_2 - (1.0 - magnitude).ln()).sqrt();
        let (side, r) = if r <= 5.0 {
            (&MIDDLE, r - 1.6)
        } else {
            (&TAIL, r - 5.0)
        };
        polynomial(&side.0, r) / polynomial(&side.1, r)
    };
    (quantile / std::f64::consts::SQRT_2).copysign(x)
}

/// Numerator and denominator.
type Ratio = ([f64; 8], [f64; 8]);
const CENTRE: Ratio = (
    [
        3.3871328727963666080e0,
        1.3314166789178437745e+2,
        1.9715909503065514427e+3,
        1.3731693765509461125e+4,
        4.5921953931549871457e+4,
        6.7265770927008700853e+4,
        3.3430575583588128105e+4,
        2.5090809287301226727e+3,
    ],
    [
        1.0,
        4.2313330701600911252e+1,
        6.8718700749205790830e+2,
        5.3941960214247511077e+3,
        2.1213794301586595867e+4,
        3.9307895800092710610e+4,
        2.8729085735721942674e+4,
        5.2264952788528545610e+3,
    ],
);
const MIDDLE: Ratio = (
    [
        1.42343711074968357734e0,
        4.63033784615654529590e0,
        5.76949722146069140550e0,
        3.64784832476320460504e0,
        1.27045825245236838258e0,
        2.41780725177450611770e-1,
        2.27238449892691845833e-2,
        7.74545014278341407640e-4,
    ],
    [
        1.0,
        2.05319162663775882187e0,
        1.67638483018380384940e0,
        6.89767334985100004550e-1,
        1.48103976427480074590e-1,
        1.51986665636164571966e-2,
        5.47593808499534494600e-4,
        1.05075007164441684324e-9,
    ],
);
const TAIL: Ratio = (
    [
        6.65790464350110377720e0,
        5.46378491116411436990e0,
        1.78482653991729133580e0,
        2.96560571828504891230e-1,
        2.65321895265761230930e-2,
        1.24266094738807843860e-3,
        2.71155556874348757815e-5,
        2.01033439929228813265e-7,
    ],
    [
        1.0,
        5.99832206555887937690e-1,
        1.36929880922735805310e-1,
        1.48753612908506148525e-2,
        7.86869131145613259100e-4,
        1.84631831751005468180e-5,
        1.42151175831644588870e-7,
        2.04426310338993978564e-15,
    ],
);

natives! {
    "math.Abs"(cx; x: f64) -> ret<f64> {
        x.abs()
    }
    "math.Acos"(cx; x: f64) -> ret<f64> {
        x.acos()
    }
    "math.Acosh"(cx; x: f64) -> ret<f64> {
        x.acosh()
    }
    "math.Asin"(cx; x: f64) -> ret<f64> {
        x.asin()
    }
    "math.Asinh"(cx; x: f64) -> ret<f64> {
        x.asinh()
    }
    "math.Atan"(cx; x: f64) -> ret<f64> {
        x.atan()
    }
    "math.Atanh"(cx; x: f64) -> ret<f64> {
        x.atanh()
    }
    "math.Cbrt"(cx; x: f64) -> ret<f64> {
        x.cbrt()
    }
    "math.Ceil"(cx; x: f64) -> ret<f64> {
        x.ceil()
    }
    "math.Cos"(cx; x: f64) -> ret<f64> {
        x.cos()
    }
    "math.Cosh"(cx; x: f64) -> ret<f64> {
        x.cosh()
    }
    "math.Erf"(cx; x: f64) -> ret<f64> {
        erf(x)
    }
    "math.Erfc"(cx; x: f64) -> ret<f64> {
        erfc(x)
    }
    "math.Erfcinv"(cx; x: f64) -> ret<f64> {
        erfinv(1.0 - x)
    }
    "math.Erfinv"(cx; x: f64) -> ret<f64> {
        erfinv(x)
    }
    "math.Exp"(cx; x: f64) -> ret<f64> {
        x.exp()
    }
    "math.Exp2"(cx; x: f64) -> ret<f64> {
        x.exp2()
    }
    "math.Expm1"(cx; x: f64) -> ret<f64> {
        x.exp_m1()
    }
    "math.Floor"(cx; x: f64) -> ret<f64> {
        x.floor()
    }
    "math.J0"(cx; x: f64) -> ret<f64> {
        j0(x)
    }
    "math.J1"(cx; x: f64) -> ret<f64> {
        j1(x)
    }
    "math.Log"(cx; x: f64) -> ret<f64> {
        x.ln()
    }
    "math.Log10"(cx; x: f64) -> ret<f64> {
        log2(x) * (std::f64::consts::LN_2 / std::f64::consts::LN_10)
    }
    "math.Log1p"(cx; x: f64) -> ret<f64> {
        x.ln_1p()
    }
    "math.Log2"(cx; x: f64) -> ret<f64> {
        log2(x)
    }
    "math.Round"(cx; x: f64) -> ret<f64> {
        x.round()
    }
    "math.RoundToEven"(cx; x: f64) -> ret<f64> {
        x.round_ties_even()
    }
    "math.Sin"(cx; x: f64) -> ret<f64> {
        x.sin()
    }
    "math.Sinh"(cx; x: f64) -> ret<f64> {
        x.sinh()
    }
    "math.Sqrt"(cx; x: f64) -> ret<f64> {
        x.sqrt()
    }
    "math.Tan"(cx; x: f64) -> ret<f64> {
        x.tan()
    }
    "math.Tanh"(cx; x: f64) -> ret<f64> {
        x.tanh()
    }
    "math.Trunc"(cx; x: f64) -> ret<f64> {
        x.trunc()
    }
    "math.Y0"(cx; x: f64) -> ret<f64> {
        y0(x)
    }
    "math.Y1"(cx; x: f64) -> ret<f64> {
        y1(x)
    }
    "math.Gamma"(cx; x: f64) -> ret<f64> {
        if x.is_finite() && x < 0.0 && x.trunc() == x || x == f64::NEG_INFINITY {
            return crate::abi::finish(cx, NAN);
        }
        tgamma(x)
    }
    "math.Logb"(cx; x: f64) -> ret<f64> {
        if x == 0.0 {
            f64::NEG_INFINITY
        } else if x.is_infinite() {
            f64::INFINITY
        } else if x.is_nan() {
            x
        } else {
            (split(x).1 - 1) as f64
        }
    }
    "math.Ilogb"(cx; x: f64) -> ret<i64> {
        if x == 0.0 {
            i64::from(i32::MIN)
        } else if !x.is_finite() {
            i64::from(i32::MAX)
        } else {
            split(x).1 - 1
        }
    }
    "math.Atan2"(cx; y: f64, x: f64) -> ret<f64> {
        y.atan2(x)
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
        split(f)
    }
    "math.Hypot"(cx; p: f64, q: f64) -> ret<f64> {
        if p.is_infinite() || q.is_infinite() {
            return crate::abi::finish(cx, f64::INFINITY);
        }
        let (low, high) = if p.abs() > q.abs() { (q.abs(), p.abs()) } else { (p.abs(), q.abs()) };
        if high == 0.0 {
            return crate::abi::finish(cx, 0.0f64);
        }
        let ratio = low / high;
        high * (1.0 + ratio * ratio).sqrt()
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
        jn(n.clamp(i64::from(i32::MIN), i64::from(i32::MAX)) as i32, x)
    }
    "math.Yn"(cx; n: i64, x: f64) -> ret<f64> {
        yn(n.clamp(i64::from(i32::MIN), i64::from(i32::MAX)) as i32, x)
    }
    "math.Ldexp"(cx; frac: f64, exp: i64) -> ret<f64> {
        ldexp(frac, exp.clamp(-5000, 5000) as i32)
    }
    "math.Lgamma"(cx; x: f64) -> ret<(f64, i64)> {
        let mut sign = 1;
        let value = lgamma_r(x, &mut sign);
        (value, if sign < 0 { -1 } else { 1i64 })
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
        if x.is_nan() || y.is_nan() { NAN } else { nextafter(x, y) }
    }
    "math.Nextafter32"(cx; x: f32, y: f32) -> ret<f32> {
        nextafterf(x, y)
    }
    "math.Pow"(cx; x: f64, y: f64) -> ret<f64> {
        x.powf(y)
    }
    "math.Pow10"(cx; n: i64) -> ret<f64> {
        format!("1e{}", n.clamp(-400, 400)).parse().unwrap_or(0.0)
    }
    "math.Remainder"(cx; x: f64, y: f64) -> ret<f64> {
        remainder(x, y)
    }
    "math.Signbit"(cx; x: f64) -> ret<bool> {
        x.is_sign_negative()
    }
    "math.Sincos"(cx; x: f64) -> ret<(f64, f64)> {
        x.sin_cos()
    }
}
