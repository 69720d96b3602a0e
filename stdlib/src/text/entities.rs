//! HTML's character references.

use std::collections::HashMap;
use std::sync::LazyLock;

/// A line for each name of the HTML standard (with its semicolon, if it has one): name, blank, characters.
static TABLE: &str = include_str!("entities.txt");

static NAMES: LazyLock<HashMap<&'static str, &'static str>> = LazyLock::new(|| {
    let lines = TABLE.split('\n').filter(|l| !l.is_empty());
    // A character may be a blank or a line break itself.
    let mut names: HashMap<_, _> = lines.filter_map(|l| l.split_once(' ')).collect();
    names.insert("NewLine;", "\n");
    names
});

/// The longest name without a semicolon.
const LONGEST_OPEN: usize = 6;

/// What the numbers 0x80 to 0x9F stand for: characters of Windows-1252.
const WINDOWS: [u32; 32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
];

pub fn escape(s: &[u8]) -> Option<Vec<u8>> {
    let escaped = |c: u8| -> Option<&'static [u8]> {
        Some(match c {
            b'&' => b"&amp;",
            b'\'' => b"&#39;",
            b'<' => b"&lt;",
            b'>' => b"&gt;",
            b'"' => b"&#34;",
            _ => return None,
        })
    };
    s.iter().any(|&c| escaped(c).is_some()).then(|| {
        let mut out = Vec::with_capacity(s.len() + 16);
        for &c in s {
            match escaped(c) {
                Some(text) => out.extend_from_slice(text),
                None => out.push(c),
            }
        }
        out
    })
}

pub fn unescape(s: &[u8]) -> Option<Vec<u8>> {
    s.contains(&b'&').then(|| {
        let mut out = Vec::with_capacity(s.len());
        let mut rest = s;
        while let Some(at) = rest.iter().position(|&c| c == b'&') {
            out.extend_from_slice(&rest[..at]);
            rest = &rest[at..];
            let used = match rest.get(1) {
                Some(b'#') => number(rest, &mut out),
                _ => name(rest, &mut out),
            };
            rest = &rest[used..];
        }
        out.extend_from_slice(rest);
        out
    })
}

/// A numeric reference at the beginning of `s`; the number of bytes used.
fn number(s: &[u8], out: &mut Vec<u8>) -> usize {
    if s.len() <= 3 {
        // Too short for a number and something behind it, as Go sees it.
        out.push(b'&');
        return 1;
    }
    let hex = matches!(s[2], b'x' | b'X');
    let base = if hex { 16 } else { 10 };
    let start = if hex { 3 } else { 2 };
    let mut value = 0u32;
    let mut i = start;
    while let Some(d) = s.get(i).and_then(|&c| char::from(c).to_digit(base)) {
        value = value.wrapping_mul(base).wrapping_add(d);
        i += 1;
    }
    if s.get(i) == Some(&b';') {
        i += 1;
    }
    // Go wants three characters and one more, whatever they are.
    if i <= 3 {
        out.push(b'&');
        return 1;
    }
    let value = match value {
        0x80..=0x9F => WINDOWS[(value - 0x80) as usize],
        0 => 0xFFFD,
        _ => value,
    };
    let c = char::from_u32(value).unwrap_or(char::REPLACEMENT_CHARACTER);
    push(out, c);
    i
}

fn push(out: &mut Vec<u8>, c: char) {
    out.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
}

/// A reference by name at the beginning of `s`; the number of bytes used.
fn name(s: &[u8], out: &mut Vec<u8>) -> usize {
    let letters = s[1..]
        .iter()
        .take_while(|c| c.is_ascii_alphanumeric())
        .count();
    let semicolon = s.get(1 + letters) == Some(&b';');
    let end = 1 + letters + usize::from(semicolon);
    let known = |from: usize, to: usize| {
        let text = std::str::from_utf8(&s[from..to]).ok()?;
        NAMES.get(text)
    };
    if letters > 0 {
        if let Some(text) = known(1, end) {
            out.extend_from_slice(text.as_bytes());
            return end;
        }
        for n in (2..=letters.min(LONGEST_OPEN)).rev() {
            if let Some(text) = known(1, 1 + n) {
                out.extend_from_slice(text.as_bytes());
                return 1 + n;
            }
        }
    }
    out.extend_from_slice(&s[..end]);
    end
}
