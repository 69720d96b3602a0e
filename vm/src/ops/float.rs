//! Floating-point and complex arithmetic, and conversions.

use crate::handler::straight;

straight! {
    FAdd m m.setf(m.a(), m.rf(m.b()) + m.rf(m.c()));
    FSub m m.setf(m.a(), m.rf(m.b()) - m.rf(m.c()));
    FMul m m.setf(m.a(), m.rf(m.b()) * m.rf(m.c()));
    FDiv m m.setf(m.a(), m.rf(m.b()) / m.rf(m.c()));
    FNeg m m.set(m.a(), m.r(m.b()) ^ 1 << 63);
    FSqrt m m.setf(m.a(), m.rf(m.b()).sqrt());
    FAbs m m.set(m.a(), m.r(m.b()) & !(1 << 63));
    FFloor m m.setf(m.a(), m.rf(m.b()).floor());
    FCeil m m.setf(m.a(), m.rf(m.b()).ceil());
    FTrunc m m.setf(m.a(), m.rf(m.b()).trunc());
    FMulAdd m m.setf(m.a(), m.rf(m.a()) + m.rf(m.b()) * m.rf(m.c()));
    F32Add m m.setf32(m.a(), m.rf32(m.b()) + m.rf32(m.c()));
    F32Sub m m.setf32(m.a(), m.rf32(m.b()) - m.rf32(m.c()));
    F32Mul m m.setf32(m.a(), m.rf32(m.b()) * m.rf32(m.c()));
    F32Div m m.setf32(m.a(), m.rf32(m.b()) / m.rf32(m.c()));
    F32Neg m m.set(m.a(), m.r(m.b()) ^ 1 << 31);
    CAdd m {
        let (re, im) = (m.rf(m.b()) + m.rf(m.c()), m.rf(m.b() + 1) + m.rf(m.c() + 1));
        m.setf(m.a(), re);
        m.setf(m.a() + 1, im);
    };
    CSub m {
        let (re, im) = (m.rf(m.b()) - m.rf(m.c()), m.rf(m.b() + 1) - m.rf(m.c() + 1));
        m.setf(m.a(), re);
        m.setf(m.a() + 1, im);
    };
    CMul m {
        let (x, y) = (m.rf(m.b()), m.rf(m.b() + 1));
        let (u, v) = (m.rf(m.c()), m.rf(m.c() + 1));
        m.setf(m.a(), x * u - y * v);
        m.setf(m.a() + 1, x * v + y * u);
    };
    CDiv m {
        let n = Complex { re: m.rf(m.b()), im: m.rf(m.b() + 1) };
        let q = n.divided_by(Complex { re: m.rf(m.c()), im: m.rf(m.c() + 1) });
        m.setf(m.a(), q.re);
        m.setf(m.a() + 1, q.im);
    };
    CNeg m {
        let (re, im) = (m.r(m.b()) ^ 1 << 63, m.r(m.b() + 1) ^ 1 << 63);
        m.set(m.a(), re);
        m.set(m.a() + 1, im);
    };
    CEq m m.set(m.a(), u64::from(m.rf(m.b()) == m.rf(m.c()) && m.rf(m.b() + 1) == m.rf(m.c() + 1)));
    CWiden m {
        let z = m.r(m.b());
        m.setf(m.a(), f64::from(f32::from_bits(z as u32)));
        m.setf(m.a() + 1, f64::from(f32::from_bits((z >> 32) as u32)));
    };
    CNarrow m {
        let (re, im) = (m.rf(m.b()) as f32, m.rf(m.b() + 1) as f32);
        m.set(m.a(), u64::from(re.to_bits()) | u64::from(im.to_bits()) << 32);
    };
    I2F m m.setf(m.a(), m.ri(m.b()) as f64);
    U2F m m.setf(m.a(), m.r(m.b()) as f64);
    F2I m m.seti(m.a(), truncate(m.rf(m.b())));
    F2I32 m m.seti(m.a(), i64::from(truncate_32(m.rf(m.b()))));
    F2U m m.set(m.a(), truncate_unsigned(m.rf(m.b())));
    F2F32 m m.setf32(m.a(), m.rf(m.b()) as f32);
    F32F m m.setf(m.a(), f64::from(m.rf32(m.b())));
    I2F32 m m.setf32(m.a(), m.ri(m.b()) as f32);
    U2F32 m m.setf32(m.a(), m.r(m.b()) as f32);
}

const TWO_63: f64 = 9_223_372_036_854_775_808.0;

/// As amd64 converts: the smallest integer for NaN and what is out of range. (The specification
/// leaves it to the implementation.)
#[inline(always)]
pub fn truncate(x: f64) -> i64 {
    if (-TWO_63..TWO_63).contains(&x) {
        x as i64
    } else {
        i64::MIN
    }
}

/// Out of range the smallest number, as on amd64.
fn truncate_32(x: f64) -> i32 {
    let wide = truncate(x);
    i32::try_from(wide).unwrap_or(i32::MIN)
}

/// As Go's compiler converts to `uint64` on amd64: values from 2⁶³ up by way of their distance to 2⁶³.
#[inline(always)]
pub fn truncate_unsigned(x: f64) -> u64 {
    if x < TWO_63 {
        truncate(x) as u64
    } else {
        truncate(x - TWO_63) as u64 | 1 << 63
    }
}

#[derive(Clone, Copy)]
struct Complex {
    re: f64,
    im: f64,
}

impl Complex {
    /// Smith's algorithm, with infinities and zeros put right as C99 annex G.5.1 describes.
    #[inline(never)]
    fn divided_by(self, by: Complex) -> Complex {
        let (n, m) = (self, by);
        let q = if m.re.abs() >= m.im.abs() {
            let ratio = m.im / m.re;
            let denominator = m.re + ratio * m.im;
            Complex {
                re: (n.re + n.im * ratio) / denominator,
                im: (n.im - n.re * ratio) / denominator,
            }
        } else {
            let ratio = m.re / m.im;
            let denominator = m.im + ratio * m.re;
            Complex {
                re: (n.re * ratio + n.im) / denominator,
                im: (n.im * ratio - n.re) / denominator,
            }
        };
        if !q.re.is_nan() || !q.im.is_nan() {
            return q;
        }
        let finite = |z: Complex| z.re.is_finite() && z.im.is_finite();
        let infinite = |z: Complex| z.re.is_infinite() || z.im.is_infinite();
        let unit = |x: f64| {
            if x.is_infinite() {
                1f64.copysign(x)
            } else {
                0f64.copysign(x)
            }
        };
        if m.re == 0.0 && m.im == 0.0 && (!n.re.is_nan() || !n.im.is_nan()) {
            let inf = f64::INFINITY.copysign(m.re);
            Complex {
                re: inf * n.re,
                im: inf * n.im,
            }
        } else if infinite(n) && finite(m) {
            let (x, y) = (unit(n.re), unit(n.im));
            Complex {
                re: f64::INFINITY * (x * m.re + y * m.im),
                im: f64::INFINITY * (y * m.re - x * m.im),
            }
        } else if infinite(m) && finite(n) {
            let (x, y) = (unit(m.re), unit(m.im));
            Complex {
                re: 0.0 * (n.re * x + n.im * y),
                im: 0.0 * (n.im * x - n.re * y),
            }
        } else {
            q
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn conversions_out_of_range() {
        assert_eq!(truncate(-1.9), -1);
        assert_eq!(truncate(1e30), i64::MIN);
        assert_eq!(truncate(f64::NAN), i64::MIN);
        assert_eq!(truncate_unsigned(TWO_63), 1 << 63);
        assert_eq!(truncate_unsigned(1.8e19), 18_000_000_000_000_000_000);
        assert_eq!(truncate_unsigned(-1.0), u64::MAX);
        assert_eq!(truncate_unsigned(f64::NAN), 1 << 63);
    }

    #[test]
    fn complex_division() {
        let z = |re, im| Complex { re, im };
        let q = z(1.0, 2.0).divided_by(z(3.0, -4.0));
        assert_eq!((q.re, q.im), (-0.2, 0.4));
        let q = z(1.0, 0.0).divided_by(z(0.0, 0.0));
        assert!(q.re.is_infinite() && q.im.is_nan());
    }
}
