//! Advice that depends on the tokens around an error: habits from other languages, and edits that
//! repair the text.

mod habits;
mod literals;
mod names;
mod syntax;

use super::Advice;
use lexer::{Kind, Token};
use source::{Diagnostic, Edit, Pos, Related, SourceFile, SourceMap, Suggestion};

/// What the tokens around the error suggest.
pub fn fix(map: &SourceMap, error: &Diagnostic, headline: &str) -> Advice {
    let Some(id) = map.file_of(error.pos) else {
        return Advice::default();
    };
    let source = map.file(id);
    let tokens = lexer::tokenize(&source.text, source.base).tokens;
    let at = tokens.partition_point(|t| t.start < error.pos);
    let around = Around {
        source,
        tokens: &tokens,
        at,
        pos: error.pos,
        end: error.end,
    };
    let advice = around.advice(headline);
    let advice = advice.or_else(|| details(headline, &error.message));
    advice.unwrap_or_default()
}

/// Advice that depends on the further lines of the message.
fn details(headline: &str, message: &str) -> Option<Advice> {
    if headline == "not enough return values" && message.contains("error)") {
        return Some(note(
            "",
            "A return gives every result that the function declares: with an error the others are zero values, as in `return 0, err`; without one the error is nil, as in `return x, nil`.",
        ));
    }
    if headline.starts_with("too many arguments in call") && message.contains("...)\n\twant (...") {
        return Some(note(
            "a value before the spread slice",
            "list... stands for all the values of the variadic parameter: nothing can be added to it in the call.",
        ));
    }
    let ty = headline.split_once(" overflows ").map(|(_, ty)| ty);
    let assigned = headline.strip_suffix(" (overflows)").and_then(|text| {
        let (start, _) = text.rsplit_once(" value in ")?;
        start.rsplit_once(" as ").map(|(_, ty)| ty)
    });
    let ty = ty.or(assigned)?;
    let range = match ty {
        "int8" => "-128 to 127",
        "uint8" | "byte" => "0 to 255",
        "int16" => "-32768 to 32767",
        "uint16" => "0 to 65535",
        "int32" | "rune" => "-2147483648 to 2147483647",
        "uint32" => "0 to 4294967295",
        "int" | "int64" => "-9223372036854775808 to 9223372036854775807",
        "uint" | "uint64" => "0 to 18446744073709551615",
        _ => return None,
    };
    Some(note(
        format!("does not fit in {ty}"),
        format!("{ty} holds {range}."),
    ))
}

/// The tokens of the file and where the error is among them.
struct Around<'s> {
    source: &'s SourceFile,
    tokens: &'s [Token],
    /// The first token that starts at the error or behind it.
    at: usize,
    pos: Pos,
    /// The end of the text at fault, if it is known.
    end: Pos,
}

/// Advice that is one suggestion.
fn help(message: impl Into<String>, edits: Vec<Edit>) -> Advice {
    Advice {
        suggestions: vec![Suggestion {
            message: message.into(),
            edits,
        }],
        ..Advice::default()
    }
}

/// Advice that only explains.
fn note(label: impl Into<String>, note: impl Into<String>) -> Advice {
    Advice {
        label: label.into(),
        notes: vec![note.into()],
        ..Advice::default()
    }
}

impl Advice {
    fn with_label(mut self, label: impl Into<String>) -> Advice {
        self.label = label.into();
        self
    }

    fn with_note(mut self, note: impl Into<String>) -> Advice {
        self.notes.push(note.into());
        self
    }

    fn with_related(mut self, token: &Token, message: impl Into<String>) -> Advice {
        self.related.push(Related {
            pos: token.start,
            end: token.end,
            message: message.into(),
        });
        self
    }

    /// What the checker suggested is beside the point.
    fn instead(mut self) -> Advice {
        self.replaces = true;
        self
    }
}

impl Around<'_> {
    fn advice(&self, headline: &str) -> Option<Advice> {
        if let Some(message) = headline.strip_prefix("syntax error: ") {
            return self.habit(message).or_else(|| self.syntax(message));
        }
        self.names(headline).or_else(|| self.literals(headline))
    }

    /// The text of the token `offset` tokens behind the one at the error.
    fn word(&self, offset: isize) -> &str {
        self.token(offset).map_or("", |t| self.text(t))
    }

    fn token(&self, offset: isize) -> Option<&Token> {
        self.tokens.get(self.at.checked_add_signed(offset)?)
    }

    fn kind(&self, offset: isize) -> Option<Kind> {
        self.token(offset).map(|t| t.kind)
    }

    fn text(&self, token: &Token) -> &str {
        self.between(token.start, token.end)
    }

    fn between(&self, lo: Pos, hi: Pos) -> &str {
        let at = |p: Pos| (p.0 - self.source.base.0) as usize;
        self.source.text.get(at(lo)..at(hi)).unwrap_or("")
    }

    fn line_of(&self, token: &Token) -> u32 {
        let offset = token.start.0 - self.source.base.0;
        self.source.line_column(offset).0
    }

    /// How far the line of the token is indented, in characters.
    fn indentation(&self, token: &Token) -> usize {
        let start = self.source.line_start(self.line_of(token) as usize - 1) as usize;
        let line = self.source.text.get(start..).unwrap_or("");
        line.chars().take_while(|c| matches!(c, ' ' | '\t')).count()
    }

    /// The index of the first token of the statement that the error is in.
    fn statement(&self) -> usize {
        let before = self.tokens[..self.at.min(self.tokens.len())].iter();
        let end = before.rev().position(|t| {
            is_semicolon(t.kind) || matches!(t.kind, Kind::LBrace | Kind::RBrace | Kind::Colon)
        });
        end.map_or(0, |back| self.at - back)
    }

    /// The first token of the statement that the error is in.
    fn first(&self) -> Option<&Token> {
        self.tokens.get(self.statement())
    }

    /// The index of the bracket before token `at` that is still open there.
    fn opening(&self, at: usize) -> Option<usize> {
        let mut depth = 0;
        for (i, t) in self.tokens.iter().enumerate().take(at).rev() {
            if t.class.is_close() {
                depth += 1;
            } else if t.class.is_open() {
                if depth == 0 {
                    return Some(i);
                }
                depth -= 1;
            }
        }
        None
    }

    /// The index of the bracket that closes the one at `open`.
    fn closing(&self, open: usize) -> Option<usize> {
        let mut depth = 0;
        for (i, t) in self.tokens.iter().enumerate().skip(open) {
            depth += i32::from(t.class.is_open()) - i32::from(t.class.is_close());
            if depth == 0 {
                return Some(i);
            }
        }
        None
    }

    /// The last token before the error that has text.
    fn previous(&self) -> Option<&Token> {
        let before = self.tokens[..self.at.min(self.tokens.len())].iter();
        before.rev().find(|t| t.start < t.end)
    }
}

fn is_semicolon(kind: Kind) -> bool {
    matches!(kind, Kind::Semi | Kind::SemiNewline | Kind::SemiEof)
}

/// Replaces the text of a token.
fn replace(token: &Token, text: impl Into<String>) -> Edit {
    Edit::replace(token.start, token.end, text)
}
