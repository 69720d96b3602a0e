//! Trigonometric and hyperbolic functions and their inverses.
#![allow(
    clippy::excessive_precision,
    reason = "coefficients are quoted as published"
)]

use std::f64::consts::{FRAC_1_PI, FRAC_PI_2, FRAC_PI_4, LN_2, PI};

use super::{exp, log, polynomial};

/// Reduces `x >= 0` to an octant and the rest.
fn octant(x: f64) -> (u64, f64) {
    if x >= HUGE_ANGLE {
        return super::angle::reduce(x);
    }
    const PI4_A: f64 = 7.853_981_256_484_985_351_56e-1;
    const PI4_B: f64 = 3.774_894_707_930_798_176_68e-8;
    const PI4_C: f64 = 2.695_151_429_079_059_526_45e-15;
    let mut octant = (x * (4.0 * FRAC_1_PI)) as u64;
    octant += octant & 1;
    let y = octant as f64;
    (octant & 7, ((x - y * PI4_A) - y * PI4_B) - y * PI4_C)
}

/// From here on the reduction by octants is too coarse.
const HUGE_ANGLE: f64 = (1 << 29) as f64;

fn sine_series(z: f64) -> f64 {
    const SIN: [f64; 6] = [
        1.589_623_015_765_465_680_60e-10,
        -2.505_074_776_285_780_728_66e-8,
        2.755_731_362_138_572_452_13e-6,
        -1.984_126_982_958_953_859_96e-4,
        8.333_333_333_322_118_588_78e-3,
        -1.666_666_666_666_663_072_95e-1,
    ];
    let square = z * z;
    z + z * square * polynomial(square, &SIN)
}

fn cosine_series(z: f64) -> f64 {
    const COS: [f64; 6] = [
        -1.135_853_652_138_768_173_00e-11,
        2.087_570_084_197_473_167_78e-9,
        -2.755_731_417_929_673_881_12e-7,
        2.480_158_728_885_170_453_48e-5,
        -1.388_888_888_887_305_641_16e-3,
        4.166_666_666_666_659_292_18e-2,
    ];
    let square = z * z;
    1.0 - 0.5 * square + square * square * polynomial(square, &COS)
}

/// The sine of x.
pub fn sin(x: f64) -> f64 {
    if x == 0.0 || x.is_nan() {
        return x;
    }
    if x.is_infinite() {
        return f64::NAN;
    }
    let (octant, z) = octant(x.abs());
    let y = if octant & 3 == 2 {
        cosine_series(z)
    } else {
        sine_series(z)
    };
    if (x < 0.0) != (octant > 3) { -y } else { y }
}

/// The cosine of x.
pub fn cos(x: f64) -> f64 {
    if !x.is_finite() {
        return f64::NAN;
    }
    let (octant, z) = octant(x.abs());
    let y = if octant & 3 == 2 {
        sine_series(z)
    } else {
        cosine_series(z)
    };
    if octant == 2 || octant == 4 { -y } else { y }
}

/// The tangent of x.
pub fn tan(x: f64) -> f64 {
    const P: [f64; 3] = [
        -1.309_369_391_813_837_342_05e4,
        1.153_516_648_385_874_161_40e6,
        -1.795_652_519_764_848_779_88e7,
    ];
    const Q: [f64; 5] = [
        1.0,
        1.368_129_634_706_929_546_78e4,
        -1.320_892_344_402_109_674_47e6,
        2.500_838_018_233_579_158_39e7,
        -5.386_957_559_294_546_298_81e7,
    ];
    if x == 0.0 || x.is_nan() {
        return x;
    }
    if x.is_infinite() {
        return f64::NAN;
    }
    let (octant, z) = octant(x.abs());
    let square = z * z;
    let mut y = z;
    if square > 1e-14 {
        y = z + z * (square * polynomial(square, &P) / polynomial(square, &Q));
    }
    if octant & 2 == 2 {
        y = -1.0 / y;
    }
    if x < 0.0 { -y } else { y }
}

/// The arc tangent for `x >= 0`.
fn positive_atan(x: f64) -> f64 {
    const P: [f64; 5] = [
        -8.750_608_600_031_904_122_785e-01,
        -1.615_753_718_733_365_076_637e+01,
        -7.500_855_792_314_704_667_340e+01,
        -1.228_866_684_490_136_173_410e+02,
        -6.485_021_904_942_025_371_773e+01,
    ];
    const Q: [f64; 6] = [
        1.0,
        2.485_846_490_142_306_297_962e+01,
        1.650_270_098_316_988_542_046e+02,
        4.328_810_604_912_902_668_951e+02,
        4.853_903_996_359_136_964_868e+02,
        1.945_506_571_482_613_964_425e+02,
    ];
    const MORE_BITS: f64 = 6.123_233_995_736_765_886_130e-17;
    const TAN_3PI_8: f64 = 2.414_213_562_373_095_048_80;
    let series = |x: f64| {
        let z = x * x;
        x * (z * polynomial(z, &P) / polynomial(z, &Q)) + x
    };
    if x <= 0.66 {
        series(x)
    } else if x > TAN_3PI_8 {
        FRAC_PI_2 - series(1.0 / x) + MORE_BITS
    } else {
        FRAC_PI_4 + series((x - 1.0) / (x + 1.0)) + 0.5 * MORE_BITS
    }
}

/// The arc tangent of x.
pub fn atan(x: f64) -> f64 {
    if x == 0.0 || x.is_nan() {
        x
    } else if x > 0.0 {
        positive_atan(x)
    } else {
        -positive_atan(-x)
    }
}

/// The angle of the point (x, y).
pub fn atan2(y: f64, x: f64) -> f64 {
    if x.is_nan() || y.is_nan() {
        return f64::NAN;
    }
    if y == 0.0 {
        return if x >= 0.0 && !x.is_sign_negative() {
            y
        } else {
            PI.copysign(y)
        };
    }
    if x == 0.0 {
        return FRAC_PI_2.copysign(y);
    }
    if x.is_infinite() {
        let angle = match (x > 0.0, y.is_infinite()) {
            (true, true) => FRAC_PI_4,
            (true, false) => 0.0,
            (false, true) => 3.0 * FRAC_PI_4,
            (false, false) => PI,
        };
        return angle.copysign(y);
    }
    if y.is_infinite() {
        return FRAC_PI_2.copysign(y);
    }
    let angle = atan(y / x);
    if x >= 0.0 {
        angle
    } else if angle <= 0.0 {
        angle + PI
    } else {
        angle - PI
    }
}

/// The arc sine of x.
pub fn asin(x: f64) -> f64 {
    if x == 0.0 {
        return x;
    }
    let size = x.abs();
    if size.is_nan() || size > 1.0 {
        return f64::NAN;
    }
    let rest = (1.0 - size * size).sqrt();
    let angle = if size > 0.7 {
        FRAC_PI_2 - positive_atan(rest / size)
    } else {
        positive_atan(size / rest)
    };
    if x < 0.0 { -angle } else { angle }
}

/// The arc cosine of x.
pub fn acos(x: f64) -> f64 {
    FRAC_PI_2 - asin(x)
}

/// The hyperbolic sine of x.
pub fn sinh(x: f64) -> f64 {
    const P: [f64; 4] = [
        -0.263_056_321_339_749_706_281_948_9e+2,
        -0.289_421_135_598_956_380_728_466_036_6e+4,
        -0.899_127_202_203_950_935_539_801_351_1e+5,
        -0.630_767_364_049_771_699_118_478_725_1e+6,
    ];
    const Q: [f64; 4] = [
        1.0,
        -0.173_678_953_558_233_699_533_450_911e+3,
        0.152_151_737_879_001_907_069_648_517_6e+5,
        -0.630_767_364_049_771_699_121_207_727_7e+6,
    ];
    let size = x.abs();
    let y = if size > 21.0 {
        exp(size) * 0.5
    } else if size > 0.5 {
        let e = exp(size);
        (e - 1.0 / e) * 0.5
    } else {
        let square = size * size;
        polynomial(square, &P) * size / polynomial(square, &Q)
    };
    if x < 0.0 || x == 0.0 && x.is_sign_negative() {
        -y
    } else {
        y
    }
}

/// The hyperbolic cosine of x.
pub fn cosh(x: f64) -> f64 {
    let x = x.abs();
    if x > 21.0 {
        return exp(x) * 0.5;
    }
    let e = exp(x);
    (e + 1.0 / e) * 0.5
}

/// The hyperbolic tangent of x.
pub fn tanh(x: f64) -> f64 {
    const P: [f64; 3] = [
        -9.643_991_794_250_522_386_28e-1,
        -9.928_772_310_019_185_865_64e1,
        -1.614_687_684_417_084_479_52e3,
    ];
    const Q: [f64; 4] = [
        1.0,
        1.128_116_784_916_329_314_02e2,
        2.235_488_390_601_004_485_83e3,
        4.844_063_053_251_254_860_48e3,
    ];
    const MAX_LOG: f64 = 8.802_969_193_111_305_429_598_8e+01;
    let size = x.abs();
    if size > 0.5 * MAX_LOG {
        1f64.copysign(x)
    } else if size >= 0.625 {
        let s = exp(2.0 * size);
        (1.0 - 2.0 / (s + 1.0)).copysign(x)
    } else if x == 0.0 {
        x
    } else {
        let s = x * x;
        x + x * s * polynomial(s, &P) / polynomial(s, &Q)
    }
}

/// The inverse hyperbolic sine of x.
pub fn asinh(x: f64) -> f64 {
    const LARGE: f64 = (1 << 28) as f64;
    if !x.is_finite() {
        return x;
    }
    let size = x.abs();
    let y = if size > LARGE {
        log(size) + LN_2
    } else if size > 2.0 {
        log(2.0 * size + 1.0 / ((size * size + 1.0).sqrt() + size))
    } else if size < 1.0 / LARGE {
        size
    } else {
        libm::log1p(size + size * size / (1.0 + (1.0 + size * size).sqrt()))
    };
    y.copysign(x)
}

/// The inverse hyperbolic cosine of x.
pub fn acosh(x: f64) -> f64 {
    if x.is_nan() || x < 1.0 {
        f64::NAN
    } else if x == 1.0 {
        0.0
    } else if x >= (1 << 28) as f64 {
        log(x) + LN_2
    } else if x > 2.0 {
        log(2.0 * x - 1.0 / (x + (x * x - 1.0).sqrt()))
    } else {
        let t = x - 1.0;
        libm::log1p(t + (2.0 * t + t * t).sqrt())
    }
}

/// The inverse hyperbolic tangent of x.
pub fn atanh(x: f64) -> f64 {
    let size = x.abs();
    if size.is_nan() || size > 1.0 {
        return f64::NAN;
    }
    let y = if size == 1.0 {
        f64::INFINITY
    } else if size < 1.0 / (1 << 28) as f64 {
        size
    } else if size < 0.5 {
        let t = size + size;
        0.5 * libm::log1p(t + t * size / (1.0 - size))
    } else {
        0.5 * libm::log1p((size + size) / (1.0 - size))
    };
    y.copysign(x)
}
