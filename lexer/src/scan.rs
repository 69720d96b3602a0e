//! The scanner: drives logos, inserts semicolons, checks literals.
//!
//! Strings, runes, raw strings and block comments are scanned by hand from their first character,
//! where logos calls back: that is quicker than regular expressions and finds the place that gc
//! reports when they do not end.

use crate::literal::Parts;
use crate::number::check_number;
use crate::quote::code_point;
use crate::unicode::{is_digit, is_letter};
use crate::{Kind, Token};
use logos::{Lexer, Logos};
use memchr::{memchr, memchr3, memmem};
use source::{Pos, Symbol};

/// A malformed token. gc prints these without `syntax error: `.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LexError {
    pub pos: Pos,
    pub message: String,
}

/// The tokens of a file and what else its text held.
#[derive(Debug, Default)]
pub struct Tokens {
    pub tokens: Vec<Token>,
    pub errors: Vec<LexError>,
    /// `//go:…`, `//line …` and `/*line …*/` comments.
    pub directives: Vec<(Pos, String)>,
}

/// Errors that callbacks of logos found, at byte offsets into the text.
#[derive(Default)]
pub struct Extras {
    errors: Vec<(u32, String)>,
}

impl Extras {
    fn error(&mut self, at: usize, message: impl Into<String>) {
        self.errors.push((at as u32, message.into()));
    }
}

const BOM: char = '\u{feff}';

/// Cuts `text`, whose first byte has the position `base`, into tokens.
pub fn tokenize(text: &str, base: Pos) -> Tokens {
    Symbol::intern_batch(|intern| Scanner::new(text, base).run(intern))
}

struct Scanner<'a> {
    text: &'a str,
    base: Pos,
    out: Tokens,
}

impl<'a> Scanner<'a> {
    fn new(text: &'a str, base: Pos) -> Scanner<'a> {
        let mut out = Tokens::default();
        out.tokens.reserve(text.len() / 3 + 16);
        Scanner { text, base, out }
    }

    fn run(mut self, intern: &mut dyn FnMut(&str) -> Symbol) -> Tokens {
        let mut lexer = Kind::lexer(self.text);
        lexer.bump(self.prologue());
        // Whether a newline now would end a statement.
        let mut ends_statement = false;
        while let Some(next) = lexer.next() {
            let span = lexer.span();
            let Ok(mut kind) = next else {
                self.invalid_character(&mut lexer);
                continue;
            };
            let mut symbol = Symbol::EMPTY;
            match kind {
                Kind::Newline => {
                    if ends_statement {
                        self.semicolon(Kind::SemiNewline, span.start);
                        ends_statement = false;
                    }
                    continue;
                }
                Kind::LineComment => {
                    self.directive(lexer.slice(), span.start);
                    continue;
                }
                Kind::BlockComment => {
                    self.directive(lexer.slice(), span.start);
                    // Spec: "a general comment containing one or more newlines … acts like a
                    // newline".
                    if ends_statement && lexer.slice().contains('\n') {
                        self.semicolon(Kind::SemiNewline, span.start);
                        ends_statement = false;
                    }
                    continue;
                }
                Kind::Name => symbol = intern(lexer.slice()),
                Kind::Int => {
                    let (exact, error) = check_number(lexer.slice());
                    kind = exact;
                    if let Some((at, message)) = error {
                        lexer.extras.error(span.start + at as usize, message);
                    }
                }
                _ => {}
            }
            ends_statement = kind.ends_statement();
            let (start, end) = (self.pos(span.start), self.pos(span.end));
            self.out.tokens.push(Token::new(kind, start, end, symbol));
        }
        if ends_statement {
            self.semicolon(Kind::SemiEof, self.text.len());
        }
        let mut errors = lexer.extras.errors;
        self.forbidden_everywhere(&mut errors);
        errors.sort_by_key(|&(at, _)| at);
        self.out.errors = errors
            .into_iter()
            .map(|(at, message)| LexError {
                pos: self.base.offset(at),
                message,
            })
            .collect();
        self.out
    }

    fn pos(&self, offset: usize) -> Pos {
        self.base.offset(offset as u32)
    }

    fn semicolon(&mut self, kind: Kind, at: usize) {
        let pos = self.pos(at);
        self.out
            .tokens
            .push(Token::new(kind, pos, pos, Symbol::EMPTY));
    }

    /// The length of a byte order mark and of a script's `#!` line at the beginning.
    fn prologue(&self) -> usize {
        let body = self.text.strip_prefix(BOM).unwrap_or(self.text);
        let mark = self.text.len() - body.len();
        if body.starts_with("#!") {
            mark + memchr(b'\n', body.as_bytes()).unwrap_or(body.len())
        } else {
            mark
        }
    }

    fn directive(&mut self, comment: &str, at: usize) {
        let starts_line = || at == 0 || self.text.as_bytes()[at - 1] == b'\n';
        let is_directive = match comment.as_bytes().get(2) {
            Some(b'g') => comment.starts_with("//go:"),
            Some(b'l') => {
                comment.starts_with("//line ") && starts_line() || comment.starts_with("/*line ")
            }
            _ => false,
        };
        if is_directive {
            let text = comment.trim_end_matches('\r').to_owned();
            self.out.directives.push((self.pos(at), text));
        }
    }

    fn invalid_character(&mut self, lexer: &mut Lexer<'a, Kind>) {
        let start = lexer.span().start;
        match lexer.slice().chars().next() {
            None | Some('\0') => {}
            Some(c) => {
                let message = format!("invalid character {}", code_point(c as u32));
                lexer.extras.error(start, message);
            }
        }
    }

    /// Reports NUL characters and byte order marks, which are errors wherever they stand.
    fn forbidden_everywhere(&self, errors: &mut Vec<(u32, String)>) {
        let bytes = self.text.as_bytes();
        for at in memchr::memchr_iter(0, bytes) {
            errors.push((at as u32, "invalid NUL character".into()));
        }
        for at in memmem::find_iter(bytes, BOM.encode_utf8(&mut [0; 4]).as_bytes()) {
            if at > 0 {
                errors.push((at as u32, "invalid BOM in the middle of the file".into()));
            }
        }
    }
}

/// Checks an identifier that is not plain ASCII. Spec: "Identifiers".
pub(crate) fn scan_name(lexer: &mut Lexer<Kind>) -> logos::FilterResult<(), ()> {
    let start = lexer.span().start;
    let name = lexer.slice();
    if name.chars().all(|c| c == BOM) {
        return logos::FilterResult::Skip;
    }
    for (i, c) in name.char_indices() {
        if c.is_ascii() || is_letter(c) || c == BOM {
            continue;
        }
        if !is_digit(c) {
            let message = format!("invalid character {} in identifier", code_point(c as u32));
            lexer.extras.error(start + i, message);
        } else if i == 0 {
            let message = format!(
                "identifier cannot begin with digit {}",
                code_point(c as u32)
            );
            lexer.extras.error(start + i, message);
        }
    }
    logos::FilterResult::Emit(())
}

/// Scans a string from its `"`.
pub(crate) fn scan_string(lexer: &mut Lexer<Kind>) {
    let start = lexer.span().start;
    let rest = lexer.remainder();
    let bytes = rest.as_bytes();
    let mut at = 0;
    let mut escapes = false;
    let mut unclosed = None;
    let end = loop {
        match memchr3(b'"', b'\\', b'\n', &bytes[at..]).map(|i| at + i) {
            None => {
                unclosed = Some((start, "string not terminated"));
                break bytes.len();
            }
            Some(i) if bytes[i] == b'"' => break i,
            Some(i) if bytes[i] == b'\n' => {
                unclosed = Some((start + 1 + i, "newline in string"));
                break i;
            }
            Some(i) => {
                escapes = true;
                at = skip_escaped(bytes, i);
            }
        }
    };
    if escapes {
        let parts = Parts::new(&rest[..end], b'"', terminator(rest, end));
        for (at, message) in parts.filter_map(Result::err) {
            lexer.extras.error(start + 1 + at, message);
        }
    }
    if let Some((at, message)) = unclosed {
        lexer.extras.error(at, message);
    }
    let closed = bytes.get(end) == Some(&b'"');
    lexer.bump(end + usize::from(closed));
}

/// The quote or newline that ends a literal's body.
fn terminator(rest: &str, end: usize) -> Option<char> {
    rest[end..].chars().next()
}

/// The index after the backslash at `i` and the character that it escapes, which is no newline.
fn skip_escaped(bytes: &[u8], i: usize) -> usize {
    match bytes.get(i + 1) {
        Some(b'"' | b'\'' | b'\\') => i + 2,
        _ => i + 1,
    }
}

/// Scans a raw string from its back quote.
pub(crate) fn scan_raw(lexer: &mut Lexer<Kind>) {
    let start = lexer.span().start;
    let bytes = lexer.remainder().as_bytes();
    match memchr(b'`', bytes) {
        Some(i) => lexer.bump(i + 1),
        None => {
            lexer.extras.error(start, "string not terminated");
            lexer.bump(bytes.len());
        }
    }
}

/// Scans a rune literal from its `'`.
pub(crate) fn scan_rune(lexer: &mut Lexer<Kind>) {
    let start = lexer.span().start;
    let rest = lexer.remainder();
    let bytes = rest.as_bytes();
    let mut at = 0;
    let end = loop {
        match memchr3(b'\'', b'\\', b'\n', &bytes[at..]).map(|i| at + i) {
            None => break bytes.len(),
            Some(i) if bytes[i] == b'\\' => at = skip_escaped(bytes, i),
            Some(i) => break i,
        }
    };
    let mut count = 0;
    let mut malformed = false;
    for part in Parts::new(&rest[..end], b'\'', terminator(rest, end)) {
        count += 1;
        if let Err((at, message)) = part {
            malformed = true;
            lexer.extras.error(start + 1 + at, message);
        }
    }
    let closed = bytes.get(end) == Some(&b'\'');
    if !malformed {
        match bytes.get(end) {
            None => lexer.extras.error(start, "rune literal not terminated"),
            Some(b'\n') => lexer
                .extras
                .error(start + 1 + end, "newline in rune literal"),
            Some(_) if count == 0 => {
                let message = "empty rune literal or unescaped '";
                lexer.extras.error(start + 1, message);
            }
            Some(_) if count > 1 => {
                let message = "more than one character in rune literal";
                lexer.extras.error(start, message);
            }
            Some(_) => {}
        }
    }
    lexer.bump(end + usize::from(closed));
}

/// Scans a comment from its `/*`.
pub(crate) fn scan_comment(lexer: &mut Lexer<Kind>) {
    let start = lexer.span().start;
    let bytes = lexer.remainder().as_bytes();
    match memmem::find(bytes, b"*/") {
        Some(i) => lexer.bump(i + 2),
        None => {
            lexer.extras.error(start, "comment not terminated");
            lexer.bump(bytes.len());
        }
    }
}
