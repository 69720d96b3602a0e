//! Durations: `1h15m30.5s`.

/// As `Duration.String`.
pub fn text(ns: i64) -> String {
    let u = ns.unsigned_abs();
    let sign = if ns < 0 { "-" } else { "" };
    if u < 1_000_000_000 {
        return match u {
            0 => "0s".to_owned(),
            1..1000 => format!("{sign}{u}ns"),
            1000..1_000_000 => format!("{sign}{}µs", fraction(u, 1000)),
            _ => format!("{sign}{}ms", fraction(u, 1_000_000)),
        };
    }
    let (minutes, rest) = (u / 60_000_000_000, u % 60_000_000_000);
    let seconds = fraction(rest, 1_000_000_000);
    match (minutes / 60, minutes % 60) {
        (0, 0) => format!("{sign}{seconds}s"),
        (0, m) => format!("{sign}{m}m{seconds}s"),
        (h, m) => format!("{sign}{h}h{m}m{seconds}s"),
    }
}

/// `n / unit` with as many decimals as needed.
fn fraction(n: u64, unit: u64) -> String {
    let (whole, rest) = (n / unit, n % unit);
    if rest == 0 {
        return whole.to_string();
    }
    let width = unit.ilog10() as usize;
    let digits = format!("{rest:0width$}");
    format!("{whole}.{}", digits.trim_end_matches('0'))
}

/// What is wrong with a duration.
#[derive(Debug, PartialEq, Eq)]
pub enum Fault {
    Invalid,
    MissingUnit,
    UnknownUnit(Vec<u8>),
}

/// As `time.ParseDuration`.
pub fn parse(s: &[u8]) -> Result<i64, Fault> {
    let (negative, mut s) = match s {
        [b'-', rest @ ..] => (true, rest),
        [b'+', rest @ ..] => (false, rest),
        _ => (false, s),
    };
    if s == b"0" {
        return Ok(0);
    }
    if s.is_empty() {
        return Err(Fault::Invalid);
    }
    let limit = 1u64 << 63;
    let mut total = 0u64;
    while !s.is_empty() {
        let whole_len = s.iter().take_while(|c| c.is_ascii_digit()).count();
        let (whole, mut rest) = s.split_at(whole_len);
        let mut decimals: &[u8] = b"";
        if rest.first() == Some(&b'.') {
            let n = rest[1..].iter().take_while(|c| c.is_ascii_digit()).count();
            (decimals, rest) = rest[1..].split_at(n);
        }
        if whole.is_empty() && decimals.is_empty() {
            return Err(Fault::Invalid);
        }
        let unit_len = rest
            .iter()
            .take_while(|&&c| c != b'.' && !c.is_ascii_digit())
            .count();
        let (unit, after) = rest.split_at(unit_len);
        s = after;
        if unit.is_empty() {
            return Err(Fault::MissingUnit);
        }
        let scale: u64 = match std::str::from_utf8(unit) {
            Ok("ns") => 1,
            Ok("us" | "µs" | "μs") => 1000,
            Ok("ms") => 1_000_000,
            Ok("s") => 1_000_000_000,
            Ok("m") => 60_000_000_000,
            Ok("h") => 3_600_000_000_000,
            _ => return Err(Fault::UnknownUnit(unit.to_vec())),
        };
        let mut value: u64 = 0;
        for c in whole {
            value = value
                .checked_mul(10)
                .and_then(|v| v.checked_add(u64::from(c - b'0')))
                .filter(|&v| v <= limit)
                .ok_or(Fault::Invalid)?;
        }
        let mut ns = value
            .checked_mul(scale)
            .filter(|&v| v <= limit)
            .ok_or(Fault::Invalid)?;
        let (mut numerator, mut denominator) = (0u64, 1.0f64);
        for c in decimals.iter().take(18) {
            numerator = numerator * 10 + u64::from(c - b'0');
            denominator *= 10.0;
        }
        ns += (numerator as f64 * (scale as f64 / denominator)) as u64;
        total = total
            .checked_add(ns)
            .filter(|&v| v <= limit)
            .ok_or(Fault::Invalid)?;
    }
    match (negative, total == limit) {
        (true, _) => Ok((total as i64).wrapping_neg()),
        (false, true) => Err(Fault::Invalid),
        (false, false) => Ok(total as i64),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_ways() {
        for (ns, s) in [
            (0, "0s"),
            (1500, "1.5µs"),
            (2_000_000, "2ms"),
            (90_500_000_000, "1m30.5s"),
            (-3_600_000_000_000, "-1h0m0s"),
        ] {
            assert_eq!(text(ns), s);
            assert_eq!(parse(s.as_bytes()), Ok(ns));
        }
        assert_eq!(text(i64::MIN), "-2562047h47m16.854775808s");
        assert_eq!(parse(b"3"), Err(Fault::MissingUnit));
        assert_eq!(parse(b"3x"), Err(Fault::UnknownUnit(b"x".to_vec())));
    }
}
