//! An entry as the line editor holds it, and how its lines are indented.
//!
//! The editor's buffer has one text that goes over several lines. Every line after the first begins
//! with a margin of one tab, as wide as the prompt, in whose place the continuation prompt is shown:
//! so all lines of an entry stand below each other, and its own tabs are tab stops.

use lexer::{Kind, Token};
use source::Pos;

/// The width of the prompt, of a margin, and of a tab stop.
pub const WIDTH: usize = 4;
/// What begins a line after the first.
pub const MARGIN: &str = "\t";

/// The entry as the editor holds it.
pub fn with_margins(entry: &str) -> String {
    entry.replace('\n', "\n\t")
}

/// The entry that the editor holds.
pub fn without_margins(buffer: &str) -> String {
    buffer.replace("\n\t", "\n")
}

/// Where the text of the line with `pos` begins in the buffer, after the margin.
pub fn line_start(buffer: &str, pos: usize) -> usize {
    let Some(newline) = buffer[..pos].rfind('\n') else {
        return 0;
    };
    let start = newline + 1;
    let margin = usize::from(buffer[start..].starts_with(MARGIN));
    (start + margin).min(pos)
}

/// Where the line with `pos` ends in the buffer.
pub fn line_end(buffer: &str, pos: usize) -> usize {
    buffer[pos..].find('\n').map_or(buffer.len(), |n| pos + n)
}

/// The tabs at the beginning of the line with the offset.
fn tabs(text: &str, offset: usize) -> usize {
    let start = text[..offset].rfind('\n').map_or(0, |n| n + 1);
    text[start..].bytes().take_while(|&b| b == b'\t').count()
}

/// An open bracket before the end of a text.
struct Open {
    kind: Kind,
    /// Where it stands.
    at: usize,
    /// A place in the line whose indentation counts: where brackets begin that close before this one in
    /// its line, such as those of parameters; else its own.
    offset: usize,
    /// The last `case` or `default` directly inside.
    label: Option<usize>,
}

fn open_brackets(text: &str) -> Vec<Open> {
    let mut open: Vec<Open> = Vec::new();
    // The line's indentation is that of the line with this place.
    let mut base = None;
    let mut before = 0;
    for token in lexer::tokenize(text, Pos(1)).tokens {
        let at = start(&token);
        if text[before..at].contains('\n') {
            base = None;
        }
        before = at;
        match token.kind {
            Kind::LParen | Kind::LBrack | Kind::LBrace => open.push(Open {
                kind: token.kind,
                at,
                offset: base.unwrap_or(at),
                label: None,
            }),
            Kind::RParen | Kind::RBrack | Kind::RBrace => {
                if let Some(closed) = open.pop()
                    && text[closed.at..at].contains('\n')
                {
                    base = Some(closed.offset);
                }
            }
            Kind::Case | Kind::Default => {
                if let Some(block) = open.last_mut() {
                    block.label = Some(at);
                }
            }
            _ => {}
        }
    }
    open
}

/// Where a token begins in a text that was cut into tokens from position 1 on.
pub fn start(token: &Token) -> usize {
    token.start.0 as usize - 1
}

/// Where a token ends.
pub fn end(token: &Token) -> usize {
    token.end.0 as usize - 1
}

/// Whether the text ends inside of a raw string or a comment.
pub fn is_in_literal(text: &str) -> bool {
    let errors = lexer::tokenize(text, Pos(1)).errors;
    errors.iter().any(|e| e.message.contains("not terminated"))
}

/// Whether there is something, but no more than comments.
pub fn is_only_comments(text: &str) -> bool {
    let tokens = lexer::tokenize(text, Pos(1)).tokens;
    !text.trim().is_empty() && tokens.iter().all(|t| t.end == t.start)
}

/// How many tabs a line after this text gets.
pub fn next_line(text: &str) -> usize {
    if is_in_literal(text) {
        return 0;
    }
    match open_brackets(text).last() {
        Some(block) => tabs(text, block.label.unwrap_or(block.offset)) + 1,
        None => usize::from(!text.trim().is_empty() && !is_only_comments(text)),
    }
}

/// How many tabs a line gets that begins with a closing bracket, or with `case` or `default`.
pub fn outer_line(text: &str) -> Option<usize> {
    let open = open_brackets(text);
    open.last().map(|block| tabs(text, block.offset))
}

/// Whether `text` ends in the `case` or `default` of a switch or select, up to its colon.
pub fn ends_in_label(text: &str) -> bool {
    let line = &text[text.rfind('\n').map_or(0, |n| n + 1)..];
    let line = line.trim_start();
    let is_label = line.starts_with("case ") || line.trim_end() == "default";
    let is_block = |open: &[Open]| open.last().is_some_and(|o| o.kind == Kind::LBrace);
    is_label && is_block(&open_brackets(text)) && !is_in_literal(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn margins_come_and_go() {
        let entry = "func f() {\n\treturn\n}";
        assert_eq!(with_margins(entry), "func f() {\n\t\treturn\n\t}");
        assert_eq!(without_margins(&with_margins(entry)), entry);
        assert_eq!(without_margins("a\nb"), "a\nb");
    }

    #[test]
    fn lines_are_indented_by_open_brackets() {
        assert_eq!(next_line("func f() {"), 1);
        assert_eq!(next_line("func f() {\n\tg()"), 1);
        assert_eq!(next_line("f(func() {"), 1);
        assert_eq!(next_line("func f() {\n\tif x {\n\t\ty()"), 2);
        assert_eq!(next_line("func f(a int,\n\tb int) {"), 1);
        assert_eq!(next_line("if x {\n\ty()\n} else {"), 1);
        assert_eq!(next_line("a := []T{\n\t{\n\t\t1,\n\t}, {"), 2);
        let outer = "func f(a int,\n\tb int) {\n\tif x {\n\t\ty()\n\t}\n";
        assert_eq!(outer_line(outer), Some(0));
        assert_eq!(next_line("switch x {\ncase 1:"), 1);
        assert_eq!(next_line("s := `a"), 0);
        assert_eq!(next_line("x :="), 1);
        assert_eq!(next_line("// x"), 0);
        assert_eq!(outer_line("func f() {\n\tif x {\n\t\ty()\n"), Some(1));
        assert_eq!(outer_line("x"), None);
        assert!(ends_in_label("switch x {\n\tcase 1"));
        assert!(!ends_in_label("x := map[string]int{\n\t\"case \""));
    }

    #[test]
    fn lines_begin_after_their_margin() {
        let buffer = "if x {\n\t\ty()\n\t}";
        assert_eq!(line_start(buffer, 3), 0);
        assert_eq!(line_start(buffer, 10), 8);
        assert_eq!(line_start(buffer, buffer.len()), buffer.len() - 1);
        assert_eq!(line_end(buffer, 3), 6);
    }
}
