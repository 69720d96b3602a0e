//! Characters as gc's messages show them.

use crate::unicode::is_printable;

/// `c` as Go's `%q` prints a rune: `'a'`, `'\n'`, `'\''`, `'\x00'`, `'\u00a0'`.
pub fn quote_char(c: char) -> String {
    let body = match c {
        '\x07' => "\\a".into(),
        '\x08' => "\\b".into(),
        '\x0c' => "\\f".into(),
        '\n' => "\\n".into(),
        '\r' => "\\r".into(),
        '\t' => "\\t".into(),
        '\x0b' => "\\v".into(),
        '\'' | '\\' => format!("\\{c}"),
        _ if is_printable(c) => c.to_string(),
        _ => match c as u32 {
            code @ 0..=0x7f => format!("\\x{code:02x}"),
            code @ 0..=0xffff => format!("\\u{code:04x}"),
            code => format!("\\U{code:08x}"),
        },
    };
    format!("'{body}'")
}

/// A code point as Go's `%#U` prints it: `U+0040 '@'`, without the character if that is not
/// printable.
pub fn code_point(code: u32) -> String {
    match char::from_u32(code).filter(|&c| is_printable(c)) {
        Some(c) => format!("U+{code:04X} '{c}'"),
        None => format!("U+{code:04X}"),
    }
}
