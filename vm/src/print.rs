//! What `print` and `println` write, and how an uncaught panic shows its value.

use std::fmt::Write;

use bytecode::PrintKind;
use runtime::rtype::{GoStr, Kind, RType};

/// The text of one operand.
///
/// # Safety
/// `p` is the first slot of a value of this [`PrintKind`].
pub unsafe fn operand(kind: usize, p: *const u64) -> Vec<u8> {
    if kind == PrintKind::String as usize {
        // SAFETY: the caller's promise: two slots.
        return unsafe {
            GoStr {
                ptr: *p as *const u8,
                len: *p.add(1) as usize,
            }
            .bytes()
            .to_vec()
        };
    }
    // SAFETY: the caller's promise.
    unsafe { text(kind, p) }.into_bytes()
}

/// [`operand`] for all but strings.
unsafe fn text(kind: usize, p: *const u64) -> String {
    let is = |k: PrintKind| kind == k as usize;
    if is(PrintKind::Space) {
        return " ".into();
    }
    if is(PrintKind::Newline) {
        return "\n".into();
    }
    // SAFETY: the caller's promise: the slots of the kind may be read.
    unsafe {
        let word = *p;
        if is(PrintKind::Int) {
            (word as i64).to_string()
        } else if is(PrintKind::Uint) {
            word.to_string()
        } else if is(PrintKind::Float) {
            float(f64::from_bits(word))
        } else if is(PrintKind::Float32) {
            float32(f32::from_bits(word as u32))
        } else if is(PrintKind::Bool) {
            (word as u8 != 0).to_string()
        } else if is(PrintKind::Complex) {
            complex(
                float(f64::from_bits(word)),
                &float(f64::from_bits(*p.add(1))),
            )
        } else if is(PrintKind::Iface) {
            format!("({word:#x},{:#x})", *p.add(1))
        } else if is(PrintKind::Slice) {
            format!("[{}/{}]{word:#x}", *p.add(1) as i64, *p.add(2) as i64)
        } else {
            format!("{word:#x}")
        }
    }
}

/// As Go's `print` writes floats: the shortest digits that give the number back, with an exponent if
/// that is below -4 or above 5.
pub fn float(x: f64) -> String {
    shortest(
        x.is_nan(),
        x.is_infinite(),
        x.is_sign_negative(),
        &format!("{:e}", x.abs()),
    )
}

/// [`float`] for the shorter type.
pub fn float32(x: f32) -> String {
    shortest(
        x.is_nan(),
        x.is_infinite(),
        x.is_sign_negative(),
        &format!("{:e}", x.abs()),
    )
}

/// `text` is the shortest decimal form of the absolute value, as in `1.25e-7`.
fn shortest(is_nan: bool, is_infinite: bool, is_negative: bool, text: &str) -> String {
    if is_nan {
        return "NaN".into();
    }
    if is_infinite {
        return if is_negative { "-Inf" } else { "+Inf" }.into();
    }
    let sign = if is_negative { "-" } else { "" };
    let (mantissa, exponent) = text.split_once('e').unwrap_or((text, "0"));
    let exponent: i32 = exponent.parse().unwrap_or(0);
    if !(-4..6).contains(&exponent) {
        let exponent_sign = if exponent < 0 { '-' } else { '+' };
        return format!("{sign}{mantissa}e{exponent_sign}{:02}", exponent.abs());
    }
    let digits: String = mantissa.chars().filter(|c| *c != '.').collect();
    if exponent < 0 {
        let zeros = "0".repeat(exponent.unsigned_abs() as usize - 1);
        return format!("{sign}0.{zeros}{digits}");
    }
    let whole = exponent as usize + 1;
    if digits.len() <= whole {
        return format!("{sign}{digits:0<whole$}");
    }
    format!("{sign}{}.{}", &digits[..whole], &digits[whole..])
}

/// A complex number: `(1+2i)`.
fn complex(re: String, im: &str) -> String {
    let plus = if im.starts_with(['+', '-']) { "" } else { "+" };
    format!("({re}{plus}{im}i)")
}

/// Appends the value of a panic that is neither an error nor a Stringer.
///
/// # Safety
/// `value` is an `any`.
pub unsafe fn panic_value(value: [u64; 2], out: &mut String) {
    // SAFETY: the first word is nil or a type, the second the value's address (or the value).
    let Some(typ) = (unsafe { (value[0] as *const RType).as_ref() }) else {
        out.push_str("nil");
        return;
    };
    let data = value[1];
    // SAFETY: as above; only types of these kinds are read.
    let Some(text) = (unsafe { basic(typ.kind(), data, typ.is_direct()) }) else {
        let _ = write!(out, "({}) {data:#x}", typ.string());
        return;
    };
    let is_plain = typ.pkg_path().is_empty();
    let is_string = typ.kind() == Kind::String;
    let _ = match (is_plain, is_string) {
        (true, _) => write!(out, "{}", text.replace('\n', "\n\t")),
        (false, true) => write!(out, "{}(\"{}\")", typ.string(), text.replace('\n', "\n\t")),
        (false, false) => write!(out, "{}({text})", typ.string()),
    };
}

/// The text of a value of a basic kind; `None` for other kinds.
unsafe fn basic(kind: Kind, data: u64, is_direct: bool) -> Option<String> {
    if is_direct {
        return None;
    }
    // SAFETY: `data` is the address of a value of this kind.
    unsafe {
        let p = data as *const u8;
        Some(match kind {
            Kind::Bool => (*p != 0).to_string(),
            Kind::Int | Kind::Int64 => (*p.cast::<i64>()).to_string(),
            Kind::Int8 => (*p.cast::<i8>()).to_string(),
            Kind::Int16 => (*p.cast::<i16>()).to_string(),
            Kind::Int32 => (*p.cast::<i32>()).to_string(),
            Kind::Uint | Kind::Uint64 | Kind::Uintptr => (*p.cast::<u64>()).to_string(),
            Kind::Uint8 => (*p).to_string(),
            Kind::Uint16 => (*p.cast::<u16>()).to_string(),
            Kind::Uint32 => (*p.cast::<u32>()).to_string(),
            Kind::Float32 => float32(*p.cast::<f32>()),
            Kind::Float64 => float(*p.cast::<f64>()),
            Kind::Complex64 => {
                let z = p.cast::<f32>();
                complex(float32(*z), &float32(*z.add(1)))
            }
            Kind::Complex128 => {
                let z = p.cast::<f64>();
                complex(float(*z), &float(*z.add(1)))
            }
            Kind::String => String::from_utf8_lossy((*p.cast::<GoStr>()).bytes()).into_owned(),
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn floats() {
        let cases = [
            (1.5, "1.5"),
            (0.1, "0.1"),
            (1e100, "1e+100"),
            (-2.0, "-2"),
            (1e-7, "1e-07"),
            (123_456_789.0, "1.23456789e+08"),
            (0.0, "0"),
            (1e21, "1e+21"),
            (100_000.0, "100000"),
            (3e6, "3e+06"),
            (0.00012, "0.00012"),
            (1.0 / 3.0, "0.3333333333333333"),
            (f64::INFINITY, "+Inf"),
        ];
        for (x, text) in cases {
            assert_eq!(float(x), text);
        }
        assert_eq!(float32(0.1), "0.1");
        assert_eq!(complex(float(1.0), &float(-2.0)), "(1-2i)");
    }
}
