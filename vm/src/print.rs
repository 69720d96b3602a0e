//! What `print` and `println` write, and how an uncaught panic shows its value.

use std::fmt::Write;

use bytecode::PrintKind;
use runtime::rtype::{GoStr, Kind, RType};

/// The text of one operand.
///
/// # Safety
/// `p` is the first slot of a value of this [`PrintKind`].
pub unsafe fn operand(kind: usize, p: *const u64) -> String {
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
            float(f64::from(f32::from_bits(word as u32)))
        } else if is(PrintKind::Bool) {
            (word as u8 != 0).to_string()
        } else if is(PrintKind::String) {
            let text = GoStr {
                ptr: word as *const u8,
                len: *p.add(1) as usize,
            };
            String::from_utf8_lossy(text.bytes()).into_owned()
        } else if is(PrintKind::Complex) {
            format!(
                "({}{}i)",
                float(f64::from_bits(word)),
                float(f64::from_bits(*p.add(1)))
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

/// As Go's `print` writes floats: sign, seven digits, three of exponent: `+1.500000e+000`.
pub fn float(x: f64) -> String {
    if x.is_nan() {
        return "NaN".into();
    }
    if x.is_infinite() {
        return if x > 0.0 { "+Inf" } else { "-Inf" }.into();
    }
    let text = format!("{:.6e}", x.abs());
    let (digits, exponent) = text.split_once('e').unwrap_or((&text, "0"));
    let exponent: i32 = exponent.parse().unwrap_or(0);
    let sign = if x.is_sign_negative() { '-' } else { '+' };
    let exponent_sign = if exponent < 0 { '-' } else { '+' };
    format!("{sign}{digits}e{exponent_sign}{:03}", exponent.abs())
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
            Kind::Float32 => float(f64::from(*p.cast::<f32>())),
            Kind::Float64 => float(*p.cast::<f64>()),
            Kind::Complex64 => {
                let z = p.cast::<f32>();
                format!("({}{}i)", float(f64::from(*z)), float(f64::from(*z.add(1))))
            }
            Kind::Complex128 => {
                let z = p.cast::<f64>();
                format!("({}{}i)", float(*z), float(*z.add(1)))
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
        assert_eq!(float(1.5), "+1.500000e+000");
        assert_eq!(float(-0.000123456789), "-1.234568e-004");
        assert_eq!(float(0.0), "+0.000000e+000");
        assert_eq!(float(f64::INFINITY), "+Inf");
        assert_eq!(float(1e100), "+1.000000e+100");
    }
}
