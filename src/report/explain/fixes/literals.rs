//! Literals, characters that Go does not have, and operators of other languages.

use super::{Advice, Around, help, note, replace};
use lexer::Kind;
use source::Edit;

impl Around<'_> {
    pub(super) fn literals(&self, headline: &str) -> Option<Advice> {
        if headline == "more than one character in rune literal" {
            let literal = self.token(0)?;
            let inner = self.text(literal).trim_matches('\'');
            if inner.contains(['"', '\\']) {
                return None;
            }
            let text = format!("\"{inner}\"");
            let edit = replace(literal, text.as_str());
            return Some(help(format!("write {text}"), vec![edit]));
        }
        let is_index = self.kind(-1) == Some(Kind::LBrack);
        if is_index && headline.ends_with("(untyped string constant) to type int") {
            return Some(note(
                "a string, not int",
                "Only maps have strings as indices.",
            ));
        }
        if headline.starts_with("invalid character U+") {
            return self.character();
        }
        if headline.starts_with("unknown escape") || headline.contains("hexadecimal escape") {
            return self.escape();
        }
        if headline.starts_with("invalid digit ") && headline.ends_with(" in octal literal") {
            let number = self.tokens.get(self.at.checked_sub(1)?)?;
            let decimal = self.text(number).trim_start_matches('0');
            let edit = replace(number, decimal);
            return Some(help(format!("write {decimal}"), vec![edit]));
        }
        if headline.starts_with("invalid operation: cannot indirect ")
            && self.kind(-1) == Some(Kind::Star)
            && self.kind(-2) == Some(Kind::Star)
        {
            return Some(power());
        }
        if headline.starts_with("invalid operation: cannot indirect ")
            && self.kind(0) == Some(Kind::Star)
            && self.kind(-1) == Some(Kind::Star)
        {
            return Some(power());
        }
        if headline.ends_with(" truncated to int64")
            && self.kind(1) == Some(Kind::Star)
            && self.word(2) == "time"
        {
            let mut advice = help(
                "use a smaller unit and a whole number, such as 1500 * time.Millisecond",
                Vec::new(),
            );
            advice.notes = vec!["A Duration counts nanoseconds, and only whole ones.".to_string()];
            return Some(advice);
        }
        if headline.ends_with(" (type) is not an expression") && self.end.is_known() {
            let text = self.between(self.pos, self.end);
            let edit = Edit::insert(self.end, "{}");
            let advice = help(format!("make a value of it: {text}{{}}"), vec![edit]);
            return Some(advice.with_note("A type has no value by itself."));
        }
        None
    }

    /// A character that begins no token.
    fn character(&self) -> Option<Advice> {
        let at = (self.pos.0 - self.source.base.0) as usize;
        let c = self.source.text.get(at..)?.chars().next()?;
        let end = self.pos.offset(c.len_utf8() as u32);
        let edit = |text: &str| vec![Edit::replace(self.pos, end, text)];
        Some(match c {
            '?' => note(
                "Go has no ?: operator",
                "A choice between two values is written with if and else: declare the variable first, and assign it in both branches.",
            ),
            '#' => help("comments begin with //", edit("//")).with_label("begins no comment in Go"),
            '“' | '”' | '„' | '«' | '»' => {
                help("use the plain quote \"", edit("\"")).with_label("a typographic quote")
            }
            '‘' | '’' => {
                help("use the plain quote '", edit("'")).with_label("a typographic quote")
            }
            '$' => help("leave out the $", edit(""))
                .with_note("Names consist of letters, digits and _."),
            '–' | '—' | '−' => {
                help("use the plain minus -", edit("-")).with_label("a typographic dash")
            }
            '×' => help("multiply with *", edit("*")),
            '\u{a0}' => help("use a plain space", edit(" ")).with_label("a no-break space"),
            _ => return None,
        })
    }

    /// A backslash that begins no escape sequence.
    fn escape(&self) -> Option<Advice> {
        let literal = self.tokens[..self.at]
            .iter()
            .rev()
            .find(|t| t.start <= self.pos)?;
        let text = self.text(literal);
        let inner = text.strip_prefix('"')?.strip_suffix('"')?;
        if inner.contains('`') || !inner.contains('\\') {
            return None;
        }
        let raw = format!("`{inner}`");
        let edit = replace(literal, raw.as_str());
        Some(help(
            format!("if every \\ is meant as it is, use backquotes: {raw}"),
            vec![edit],
        ))
    }
}

fn power() -> Advice {
    let mut advice = note("** is no operator", "Go has no operator for powers.");
    advice.suggestions = help("multiply, or use math.Pow(x, y) for floats", Vec::new()).suggestions;
    advice
}
