//! Errors for programs: one JSON object a line.
//!
//! The keys, always all of them: `file`, `line`, `column`, `end_line`, `end_column` (null where there is
//! no place; columns count bytes from 1, the end is exclusive), `severity` (`"error"`), `message` (gc's
//! words), `related` (places with `file`, `line`, `column`, `message`), `note` and `help` (text or
//! null).

use super::explain::Advice;
use super::{Place, Secondary};
use std::fmt::Write;

/// The object of one error, without the newline.
pub fn object(
    start: Option<&Place>,
    end: Option<&Place>,
    message: &str,
    related: &[Secondary],
    advice: &Advice,
) -> String {
    let number = |n: Option<u32>| n.map_or("null".to_string(), |n| n.to_string());
    let mut out = String::from("{");
    let _ = write!(
        out,
        "\"file\":{},\"line\":{},\"column\":{},\"end_line\":{},\"end_column\":{},\"severity\":\"error\",\"message\":{}",
        optional(start.map(|p| p.file.as_str())),
        number(start.map(|p| p.line)),
        number(start.map(|p| p.column)),
        number(end.map(|p| p.line)),
        number(end.map(|p| p.column)),
        quoted(message),
    );
    let places: Vec<String> = related.iter().map(place).collect();
    let _ = write!(
        out,
        ",\"related\":[{}],\"note\":{},\"help\":{}}}",
        places.join(","),
        optional(advice.note.as_deref()),
        optional(advice.help.as_deref()),
    );
    out
}

fn place(s: &Secondary) -> String {
    format!(
        "{{\"file\":{},\"line\":{},\"column\":{},\"message\":{}}}",
        quoted(&s.place.file),
        s.place.line,
        s.place.column,
        quoted(&s.message)
    )
}

fn optional(text: Option<&str>) -> String {
    text.map_or("null".to_string(), quoted)
}

fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            c if c < ' ' => {
                let _ = write!(out, "\\u{:04x}", c as u32);
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    #[test]
    fn text_is_quoted() {
        assert_eq!(
            super::quoted("a\"\\\n\t\u{1}é"),
            "\"a\\\"\\\\\\n\\t\\u0001é\""
        );
    }
}
