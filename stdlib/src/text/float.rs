//! Floats as `strconv.FormatFloat` writes and `strconv.ParseFloat` reads them.

use super::decimal::{self, Digits};
use super::hexfloat;
use super::integer::Fault;

/// Appends `value` in `format` (one of `eEfgGbxX`) with `precision` digits, -1 for the shortest.
pub fn append(out: &mut Vec<u8>, value: f64, format: u8, precision: i64, single: bool) {
    let value = if single {
        f64::from(value as f32)
    } else {
        value
    };
    if value.is_nan() {
        return out.extend_from_slice(b"NaN");
    }
    if value.is_infinite() {
        return out.extend_from_slice(if value > 0.0 { b"+Inf" } else { b"-Inf" });
    }
    if matches!(format, b'x' | b'X') {
        return hexfloat::append(out, value, format, precision, single);
    }
    if format == b'b' {
        return append_binary(out, value, single);
    }
    if !matches!(format, b'e' | b'E' | b'f' | b'g' | b'G') {
        return out.extend_from_slice(&[b'%', format]);
    }
    if value.is_sign_negative() {
        out.push(b'-');
    }
    let value = value.abs();
    let shortest = precision < 0;
    let precision = precision.max(0) as usize;
    match format {
        b'f' if !shortest => decimal::append_fixed(out, value, precision),
        b'f' => {
            let d = decimal::shortest(value, single);
            let places = (d.digits.len() as i32 - d.point).max(0);
            append_plain(out, &d, places as usize);
        }
        b'e' | b'E' => {
            let (d, precision) = if shortest {
                let d = decimal::shortest(value, single);
                let places = d.digits.len().saturating_sub(1);
                (d, places)
            } else {
                (decimal::significant(value, precision + 1), precision)
            };
            append_scientific(out, &d, precision, format);
        }
        _ => append_general(
            out,
            value,
            format - 2,
            shortest.then_some(single),
            precision,
        ),
    }
}

fn append_general(
    out: &mut Vec<u8>,
    value: f64,
    exponent_char: u8,
    shortest: Option<bool>,
    precision: usize,
) {
    let mut precision = precision.max(1);
    let d = match shortest {
        Some(single) => decimal::shortest(value, single),
        None => decimal::significant(value, precision),
    };
    let count = d.digits.len();
    let mut limit = precision as i32;
    if limit > count as i32 && count as i32 >= d.point {
        limit = count as i32;
    }
    if let Some(_single) = shortest {
        limit = 6;
        precision = count;
    }
    let exponent = d.point - 1;
    if exponent < -4 || exponent >= limit {
        append_scientific(
            out,
            &d,
            precision.min(count).saturating_sub(1),
            exponent_char,
        );
    } else {
        append_plain(out, &d, (count as i32 - d.point).max(0) as usize);
    }
}

fn append_plain(out: &mut Vec<u8>, d: &Digits, places: usize) {
    let digit = |i: i32| {
        if i < 0 {
            b'0'
        } else {
            d.digits.get(i as usize).copied().unwrap_or(b'0')
        }
    };
    if d.point > 0 {
        out.extend((0..d.point).map(digit));
    } else {
        out.push(b'0');
    }
    if places > 0 {
        out.push(b'.');
        out.extend((0..places as i32).map(|i| digit(d.point + i)));
    }
}

fn append_scientific(out: &mut Vec<u8>, d: &Digits, places: usize, exponent_char: u8) {
    out.push(d.digits.first().copied().unwrap_or(b'0'));
    if places > 0 {
        out.push(b'.');
        out.extend((1..=places).map(|i| d.digits.get(i).copied().unwrap_or(b'0')));
    }
    let exponent = if d.digits.is_empty() { 0 } else { d.point - 1 };
    out.push(exponent_char);
    append_exponent(out, exponent);
}

/// A sign and at least two digits.
pub fn append_exponent(out: &mut Vec<u8>, exponent: i32) {
    out.push(if exponent < 0 { b'-' } else { b'+' });
    let magnitude = exponent.unsigned_abs();
    if magnitude < 10 {
        out.push(b'0');
    }
    out.extend_from_slice(magnitude.to_string().as_bytes());
}

fn append_binary(out: &mut Vec<u8>, value: f64, single: bool) {
    let (mantissa, exponent) = if single {
        let bits = (value as f32).to_bits();
        let e = (bits >> 23 & 0xff) as i32;
        let m = u64::from(bits & 0x7f_ffff);
        if e == 0 {
            (m, -149)
        } else {
            (m | 1 << 23, e - 150)
        }
    } else {
        let bits = value.to_bits();
        let e = (bits >> 52 & 0x7ff) as i32;
        let m = bits & ((1 << 52) - 1);
        if e == 0 {
            (m, -1074)
        } else {
            (m | 1 << 52, e - 1075)
        }
    };
    if value.is_sign_negative() {
        out.push(b'-');
    }
    let sign = if exponent >= 0 { "+" } else { "" };
    out.extend_from_slice(format!("{mantissa}p{sign}{exponent}").as_bytes());
}

/// Reads the longest prefix that is a float: value, bytes used, and what was wrong.
pub fn parse_prefix(text: &[u8], single: bool) -> (f64, usize, Fault) {
    if let Some((value, used)) = parse_special(text) {
        return (value, used, Fault::None);
    }
    let Some(scan) = Scan::of(text) else {
        return (0.0, 0, Fault::Syntax);
    };
    let magnitude = if scan.hex {
        hexfloat::value(
            &scan.digits,
            scan.exponent - 4 * scan.fraction as i64,
            single,
        )
    } else {
        scan.decimal(single)
    };
    let value = if scan.negative { -magnitude } else { magnitude };
    let fault = if magnitude.is_infinite() {
        Fault::Range
    } else {
        Fault::None
    };
    (value, scan.used, fault)
}

fn parse_special(text: &[u8]) -> Option<(f64, usize)> {
    let (sign, rest) = match text {
        [b'-', rest @ ..] => (-1.0, rest),
        [b'+', rest @ ..] => (1.0, rest),
        _ => (1.0, text),
    };
    let signed = text.len() - rest.len();
    let starts =
        |word: &[u8]| rest.len() >= word.len() && rest[..word.len()].eq_ignore_ascii_case(word);
    if starts(b"infinity") {
        return Some((sign * f64::INFINITY, signed + 8));
    }
    if starts(b"inf") {
        return Some((sign * f64::INFINITY, signed + 3));
    }
    (signed == 0 && starts(b"nan")).then_some((f64::from_bits(0x7ff8_0000_0000_0001), 3))
}

/// The parts of a float's text.
struct Scan {
    negative: bool,
    hex: bool,
    /// Without point and underscores.
    digits: Vec<u8>,
    /// How many of them follow the point.
    fraction: usize,
    exponent: i64,
    used: usize,
}

impl Scan {
    fn of(text: &[u8]) -> Option<Scan> {
        let mut i = 0;
        let mut negative = false;
        if let Some(&(b'+' | b'-')) = text.first() {
            negative = text[0] == b'-';
            i = 1;
        }
        let hex = matches!(&text[i..], [b'0', b'x' | b'X', ..]);
        let prefix_end = if hex { i + 2 } else { i };
        i = prefix_end;
        let mut digits = Vec::new();
        let mut point = None;
        let mut underscores = false;
        while let Some(&c) = text.get(i) {
            match c {
                b'_' => underscores = true,
                b'.' if point.is_none() => point = Some(digits.len()),
                b'0'..=b'9' => digits.push(c),
                b'a'..=b'f' | b'A'..=b'F' if hex => digits.push(c),
                _ => break,
            }
            i += 1;
        }
        if digits.is_empty() {
            return None;
        }
        let fraction = point.map_or(0, |p| digits.len() - p);
        let mut exponent: i64 = 0;
        let marker = if hex { b'p' } else { b'e' };
        if text
            .get(i)
            .is_some_and(|c| c.to_ascii_lowercase() == marker)
        {
            let mut j = i + 1;
            let minus = text.get(j) == Some(&b'-');
            if matches!(text.get(j), Some(b'+' | b'-')) {
                j += 1;
            }
            if text.get(j).is_some_and(u8::is_ascii_digit) {
                while let Some(&c) = text.get(j) {
                    match c {
                        b'_' => underscores = true,
                        b'0'..=b'9' => {
                            exponent = (exponent * 10 + i64::from(c - b'0')).min(100_000)
                        }
                        _ => break,
                    }
                    j += 1;
                }
                i = j;
            } else if hex {
                return None;
            }
            if minus {
                exponent = -exponent;
            }
        } else if hex {
            return None;
        }
        if underscores && !super::integer::underscores_are_fine(&text[..i]) {
            return None;
        }
        Some(Scan {
            negative,
            hex,
            digits,
            fraction,
            exponent,
            used: i,
        })
    }

    fn decimal(&self, single: bool) -> f64 {
        let digits = String::from_utf8_lossy(&self.digits);
        let text = format!("{digits}e{}", self.exponent - self.fraction as i64);
        if single {
            text.parse::<f32>().map_or(0.0, f64::from)
        } else {
            text.parse().unwrap_or(0.0)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn show(value: f64, format: u8, precision: i64) -> String {
        let mut out = Vec::new();
        append(&mut out, value, format, precision, false);
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn general_format_picks_the_form_by_exponent() {
        assert_eq!(show(1e6, b'g', -1), "1e+06");
        assert_eq!(show(100000.0, b'g', -1), "100000");
        assert_eq!(show(0.0001, b'g', -1), "0.0001");
        assert_eq!(show(0.00001, b'g', -1), "1e-05");
        assert_eq!(show(1234567.0, b'g', 3), "1.23e+06");
        assert_eq!(show(0.5, b'g', 10), "0.5");
        assert_eq!(show(0.0, b'e', 2), "0.00e+00");
        assert_eq!(show(2.5, b'f', 0), "2");
    }

    #[test]
    fn other_formats() {
        assert_eq!(show(1.0, b'b', -1), "4503599627370496p-52");
        assert_eq!(show(1.5, b'x', -1), "0x1.8p+00");
        assert_eq!(show(1.0, b'x', 3), "0x1.000p+00");
        assert_eq!(show(0.0, b'x', -1), "0x0p+00");
    }

    #[test]
    fn prefixes() {
        assert_eq!(parse_prefix(b"1.5e3x", false), (1500.0, 5, Fault::None));
        assert_eq!(parse_prefix(b"0x1p-2", false), (0.25, 6, Fault::None));
        assert_eq!(parse_prefix(b"1e400", false).2, Fault::Range);
        assert_eq!(parse_prefix(b"abc", false).2, Fault::Syntax);
        assert_eq!(parse_prefix(b"-inf", false).0, f64::NEG_INFINITY);
    }
}
