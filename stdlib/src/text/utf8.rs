//! UTF-8 as Go decodes it: a bad byte is U+FFFD of width 1.

pub const ERROR: u32 = 0xfffd;

/// The first rune and its width; width 0 if there is nothing, 1 with [`ERROR`] for a bad byte.
#[inline]
pub fn decode(s: &[u8]) -> (u32, usize) {
    let Some(&first) = s.first() else {
        return (ERROR, 0);
    };
    if first < 0x80 {
        return (u32::from(first), 1);
    }
    decode_long(s)
}

fn decode_long(s: &[u8]) -> (u32, usize) {
    let first = s[0];
    let (width, low, high) = match first {
        0xc2..=0xdf => (2, 0x80, 0xbf),
        0xe0 => (3, 0xa0, 0xbf),
        0xed => (3, 0x80, 0x9f),
        0xe1..=0xef => (3, 0x80, 0xbf),
        0xf0 => (4, 0x90, 0xbf),
        0xf1..=0xf3 => (4, 0x80, 0xbf),
        0xf4 => (4, 0x80, 0x8f),
        _ => return (ERROR, 1),
    };
    if s.len() < width || s[1] < low || s[1] > high {
        return (ERROR, 1);
    }
    let mut rune = u32::from(first) & (0x7f >> width);
    for (i, &c) in s[1..width].iter().enumerate() {
        if i > 0 && c & 0xc0 != 0x80 {
            return (ERROR, 1);
        }
        rune = rune << 6 | u32::from(c & 0x3f);
    }
    (rune, width)
}

/// Whether `s` begins with a full encoding, good or bad.
pub fn is_full(s: &[u8]) -> bool {
    let Some(&first) = s.first() else {
        return false;
    };
    let (width, low, high) = match first {
        0xc2..=0xdf => (2, 0x80, 0xbf),
        0xe0 => (3, 0xa0, 0xbf),
        0xed => (3, 0x80, 0x9f),
        0xe1..=0xef => (3, 0x80, 0xbf),
        0xf0 => (4, 0x90, 0xbf),
        0xf1..=0xf3 => (4, 0x80, 0xbf),
        0xf4 => (4, 0x80, 0x8f),
        _ => return true,
    };
    s.len() >= width
        || s.get(1).is_some_and(|&c| c < low || c > high)
        || s.get(2).is_some_and(|&c| c & 0xc0 != 0x80)
}

/// The last rune and its width.
pub fn decode_last(s: &[u8]) -> (u32, usize) {
    if s.is_empty() {
        return (ERROR, 0);
    }
    let end = s.len();
    for start in (end.saturating_sub(4)..end).rev() {
        if s[start] & 0xc0 != 0x80 {
            let (rune, width) = decode(&s[start..]);
            return if start + width == end {
                (rune, width)
            } else {
                (ERROR, 1)
            };
        }
    }
    (ERROR, 1)
}

/// Appends a rune; what is not a rune becomes U+FFFD.
pub fn push(out: &mut Vec<u8>, rune: i32) {
    let c = u32::try_from(rune)
        .ok()
        .and_then(char::from_u32)
        .unwrap_or(char::REPLACEMENT_CHARACTER);
    out.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
}

/// Number of runes.
pub fn count(s: &[u8]) -> usize {
    match std::str::from_utf8(s) {
        Ok(text) => text.chars().count(),
        Err(_) => runes(s).count(),
    }
}

/// Offset, rune and width of each.
pub fn runes(s: &[u8]) -> impl Iterator<Item = (usize, u32, usize)> + '_ {
    let mut at = 0;
    std::iter::from_fn(move || {
        let (rune, width) = decode(&s[at..]);
        at += width;
        (width > 0).then_some((at - width, rune, width))
    })
}
