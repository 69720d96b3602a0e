//! Hexadecimal floats: `0x1.8p+01`.

use super::float::append_exponent;

/// Appends a finite `value`; `precision` counts hexadecimal digits after the point, -1 for as many as needed.
pub fn append(out: &mut Vec<u8>, value: f64, format: u8, precision: i64, single: bool) {
    if value.is_sign_negative() {
        out.push(b'-');
    }
    let bits = value.abs().to_bits();
    let mut exponent = (bits >> 52) as i32 - 1023;
    let mut mantissa = bits & ((1 << 52) - 1);
    if bits >> 52 == 0 {
        exponent = if mantissa == 0 { 0 } else { -1022 };
    } else {
        mantissa |= 1 << 52;
    }
    // The leading 1 at bit 60, so that hexadecimal digits are aligned.
    mantissa <<= 8;
    if mantissa != 0 {
        let shift = mantissa.leading_zeros() as i32 - 3;
        mantissa <<= shift;
        exponent -= shift;
    }
    let _ = single;
    if (0..15).contains(&precision) {
        let shift = precision as u32 * 4;
        let extra = (mantissa << shift) & ((1 << 60) - 1);
        mantissa >>= 60 - shift;
        if extra | (mantissa & 1) > 1 << 59 {
            mantissa += 1;
        }
        mantissa <<= 60 - shift;
        if mantissa & 1 << 61 != 0 {
            mantissa >>= 1;
            exponent += 1;
        }
    }
    let upper = format == b'X';
    let hex: &[u8; 16] = if upper {
        b"0123456789ABCDEF"
    } else {
        b"0123456789abcdef"
    };
    out.extend_from_slice(if upper { b"0X" } else { b"0x" });
    out.push(b'0' + (mantissa >> 60 & 1) as u8);
    mantissa <<= 4;
    if precision < 0 && mantissa != 0 {
        out.push(b'.');
        while mantissa != 0 {
            out.push(hex[(mantissa >> 60) as usize]);
            mantissa <<= 4;
        }
    } else if precision > 0 {
        out.push(b'.');
        for _ in 0..precision {
            out.push(hex[(mantissa >> 60) as usize]);
            mantissa <<= 4;
        }
    }
    out.push(if upper { b'P' } else { b'p' });
    append_exponent(out, exponent);
}

/// The value of hexadecimal `digits` times `2^exponent`, rounded once, half to even.
pub fn value(digits: &[u8], mut exponent: i64, single: bool) -> f64 {
    let mut mantissa: u64 = 0;
    let mut sticky = false;
    for &c in digits {
        let digit = (c as char).to_digit(16).unwrap_or(0);
        if mantissa >> 59 == 0 {
            mantissa = mantissa << 4 | u64::from(digit);
        } else {
            sticky |= digit != 0;
            exponent += 4;
        }
    }
    if mantissa == 0 {
        return 0.0;
    }
    let (bits, min_exponent, max_exponent): (i64, i64, i64) = if single {
        (24, -149, 127)
    } else {
        (53, -1074, 1023)
    };
    let width = 64 - i64::from(mantissa.leading_zeros());
    // Drop what does not fit the significand, more of it for denormals.
    let drop = (width - bits).max(min_exponent - exponent);
    if drop > 0 {
        let (kept, rest, half) = match drop {
            65.. => (0, 0, 1),
            64 => (0, mantissa, 1 << 63),
            _ => (
                mantissa >> drop,
                mantissa & ((1 << drop) - 1),
                1 << (drop - 1),
            ),
        };
        let up = rest > half || rest == half && (sticky || kept & 1 == 1);
        mantissa = kept + u64::from(up);
        exponent += drop;
    }
    let width = 64 - i64::from(mantissa.leading_zeros());
    if exponent + width - 1 > max_exponent {
        return f64::INFINITY;
    }
    scale(mantissa as f64, exponent)
}

/// Exact: the result is representable.
fn scale(mut x: f64, mut exponent: i64) -> f64 {
    while exponent > 1000 {
        x *= 2f64.powi(1000);
        exponent -= 1000;
    }
    while exponent < -1000 {
        x *= 2f64.powi(-1000);
        exponent += 1000;
    }
    x * 2f64.powi(exponent as i32)
}
