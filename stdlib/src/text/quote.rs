//! Quoted strings in Go's syntax.

use super::{unicode, utf8};

/// What is escaped.
#[derive(Clone, Copy, Debug, Default)]
pub struct Style {
    /// Everything above 0x7f.
    pub ascii: bool,
    /// Only what is not graphic, rather than what is not printable.
    pub graphic: bool,
}

/// Appends `s` between `quote`s.
pub fn append(out: &mut Vec<u8>, s: &[u8], quote: u8, style: Style) {
    out.push(quote);
    for (at, rune, width) in utf8::runes(s) {
        if width == 1 && rune == utf8::ERROR {
            out.extend_from_slice(format!("\\x{:02x}", s[at]).as_bytes());
        } else {
            append_rune(out, rune, quote, style);
        }
    }
    out.push(quote);
}

/// Appends a quoted rune; what is not one is shown as U+FFFD.
pub fn append_char(out: &mut Vec<u8>, rune: i32, style: Style) {
    let rune = u32::try_from(rune)
        .ok()
        .filter(|&r| char::from_u32(r).is_some())
        .unwrap_or(utf8::ERROR);
    out.push(b'\'');
    append_rune(out, rune, b'\'', style);
    out.push(b'\'');
}

fn append_rune(out: &mut Vec<u8>, rune: u32, quote: u8, style: Style) {
    if rune == u32::from(quote) || rune == u32::from(b'\\') {
        return out.extend_from_slice(&[b'\\', rune as u8]);
    }
    if (0x20..0x7f).contains(&rune) {
        return out.push(rune as u8);
    }
    let shown =
        !style.ascii && (unicode::is_print(rune) || style.graphic && unicode::is_graphic(rune));
    if rune >= 0x80 && shown {
        return utf8::push(out, rune as i32);
    }
    let short = match rune {
        7 => b'a',
        8 => b'b',
        12 => b'f',
        10 => b'n',
        13 => b'r',
        9 => b't',
        11 => b'v',
        _ => 0,
    };
    if short != 0 {
        return out.extend_from_slice(&[b'\\', short]);
    }
    let text = match rune {
        0..0x20 | 0x7f => format!("\\x{rune:02x}"),
        0..0x10000 => format!("\\u{rune:04x}"),
        _ => format!("\\U{rune:08x}"),
    };
    out.extend_from_slice(text.as_bytes());
}

/// Whether `s` can stand between backquotes.
pub fn can_backquote(s: &[u8]) -> bool {
    utf8::runes(s).all(|(_, rune, width)| {
        !(width == 1 && rune == utf8::ERROR
            || rune == 0xfeff
            || rune < 0x20 && rune != 9
            || rune == 0x60
            || rune == 0x7f)
    })
}
