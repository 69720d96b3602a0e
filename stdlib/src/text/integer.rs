//! Integers in any base.

/// Appends `u` in `base` (2 to 36), lower case.
pub fn append(out: &mut Vec<u8>, mut u: u64, base: u64, negative: bool) {
    let mut buf = [0u8; 65];
    let mut i = buf.len();
    loop {
        i -= 1;
        buf[i] = b"0123456789abcdefghijklmnopqrstuvwxyz"[(u % base) as usize];
        u /= base;
        if u == 0 {
            break;
        }
    }
    if negative {
        i -= 1;
        buf[i] = b'-';
    }
    out.extend_from_slice(&buf[i..]);
}

/// Why a number could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    None = 0,
    Syntax = 1,
    Range = 2,
    Base = 3,
    BitSize = 4,
}

/// `strconv.ParseUint`: the value (the nearest bound if out of range) and what was wrong.
pub fn parse_unsigned(text: &[u8], base: i64, bits: i64) -> (u64, Fault) {
    if text.is_empty() {
        return (0, Fault::Syntax);
    }
    let prefixed = base == 0;
    let (digits, base) = match base {
        2..=36 => (text, base as u64),
        0 => match text {
            [b'0', b'b' | b'B', rest @ ..] if !rest.is_empty() => (rest, 2),
            [b'0', b'o' | b'O', rest @ ..] if !rest.is_empty() => (rest, 8),
            [b'0', b'x' | b'X', rest @ ..] if !rest.is_empty() => (rest, 16),
            [b'0', rest @ ..] if !rest.is_empty() => (rest, 8),
            _ => (text, 10),
        },
        _ => return (0, Fault::Base),
    };
    let bits = match bits {
        0 => 64,
        1..=64 => bits,
        _ => return (0, Fault::BitSize),
    };
    let max = if bits == 64 {
        u64::MAX
    } else {
        (1 << bits) - 1
    };
    let mut n: u64 = 0;
    let mut overflow = false;
    for &c in digits {
        let digit = match c {
            b'_' if prefixed => continue,
            b'0'..=b'9' => c - b'0',
            b'a'..=b'z' => c - b'a' + 10,
            b'A'..=b'Z' => c - b'A' + 10,
            _ => return (0, Fault::Syntax),
        };
        if u64::from(digit) >= base {
            return (0, Fault::Syntax);
        }
        match n
            .checked_mul(base)
            .and_then(|n| n.checked_add(u64::from(digit)))
        {
            Some(next) if next <= max => n = next,
            // The rest of the text must be digits even so? Go stops at the first overflow.
            _ => {
                overflow = true;
                break;
            }
        }
    }
    if overflow {
        return (max, Fault::Range);
    }
    if prefixed && digits.contains(&b'_') && !underscores_are_fine(text) {
        return (0, Fault::Syntax);
    }
    (n, Fault::None)
}

/// `strconv.ParseInt`.
pub fn parse_signed(text: &[u8], base: i64, bits: i64) -> (i64, Fault) {
    let (negative, digits) = match text {
        [b'-', rest @ ..] => (true, rest),
        [b'+', rest @ ..] => (false, rest),
        _ => (false, text),
    };
    if text.is_empty() {
        return (0, Fault::Syntax);
    }
    let (u, fault) = parse_unsigned(digits, base, bits);
    if !matches!(fault, Fault::None | Fault::Range) {
        return (0, fault);
    }
    let bits = if bits == 0 { 64 } else { bits };
    let cutoff = 1u64 << (bits - 1);
    if !negative && u >= cutoff {
        return ((cutoff - 1) as i64, Fault::Range);
    }
    if negative && u > cutoff {
        return ((cutoff as i64).wrapping_neg(), Fault::Range);
    }
    (
        if negative {
            (u as i64).wrapping_neg()
        } else {
            u as i64
        },
        Fault::None,
    )
}

/// Underscores stand between digits, or between a base prefix and a digit.
pub fn underscores_are_fine(text: &[u8]) -> bool {
    let text = match text {
        [b'-' | b'+', rest @ ..] => rest,
        _ => text,
    };
    let (digits, hex, mut before) = match text {
        [b'0', p, rest @ ..] if matches!(p, b'b' | b'B' | b'o' | b'O' | b'x' | b'X') => {
            (rest, matches!(p, b'x' | b'X'), b'0')
        }
        _ => (text, false, b'^'),
    };
    for &c in digits {
        let is_digit = c.is_ascii_digit() || hex && c.is_ascii_hexdigit();
        if is_digit {
            before = b'0';
        } else if c == b'_' {
            if before != b'0' {
                return false;
            }
            before = b'_';
        } else {
            if before == b'_' {
                return false;
            }
            before = b'!';
        }
    }
    before != b'_'
}
