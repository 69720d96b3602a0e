//! Parameters and receivers that get a copy of something from package sync: a copy is another lock, or
//! another counter, and the compiler does not mind.

use super::Shown;
use super::line::Span;
use lexer::{Kind, Token};
use source::SourceFile;
use std::collections::HashMap;

/// The types of package sync that must not be copied.
const TYPES: [&str; 4] = ["WaitGroup", "Mutex", "RWMutex", "Cond"];

/// A parameter or receiver.
pub struct Copy {
    pub span: Span,
    /// `WaitGroup`.
    what: &'static str,
    name: String,
    /// Its type as it is written.
    ty: String,
}

impl Copy {
    /// The place, with what is to be said there.
    pub fn shown(&self) -> Shown {
        let (what, name) = (self.what, &self.name);
        (self.span, format!("{name} has a copy of the {what}"))
    }

    pub fn note(&self) -> String {
        let (what, name, ty) = (self.what, &self.name, &self.ty);
        let effect = match what {
            "WaitGroup" => {
                "what calls Done on the copy does not count for the one that is waited for"
            }
            "Cond" => "who waits on one of them is not woken through the other",
            _ => "locking one of them has no effect on the other",
        };
        format!(
            "A {what} that is passed by value is another {what}: {effect}. Pass a pointer: {name} *{ty}."
        )
    }
}

/// The copies of these types that the functions of a file get.
pub fn of(source: &SourceFile, wanted: &[&str]) -> Vec<Copy> {
    let tokens = lexer::tokenize(&source.text, source.base).tokens;
    let file = File { source, tokens };
    let structs = file.structs();
    let mut found = Vec::new();
    for i in 0..file.tokens.len() {
        if file.kind(i) == Some(Kind::Func) {
            file.signature(i + 1, &structs, &mut found);
        }
    }
    found.retain(|c| wanted.contains(&c.what));
    found
}

struct File<'s> {
    source: &'s SourceFile,
    tokens: Vec<Token>,
}

impl<'s> File<'s> {
    fn kind(&self, i: usize) -> Option<Kind> {
        self.tokens.get(i).map(|t| t.kind)
    }

    fn text(&self, first: usize, last: usize) -> &'s str {
        let at = |p: source::Pos| (p.0 - self.source.base.0) as usize;
        let (Some(lo), Some(hi)) = (self.tokens.get(first), self.tokens.get(last)) else {
            return "";
        };
        self.source.text.get(at(lo.start)..at(hi.end)).unwrap_or("")
    }

    /// The type of package sync that is named at the token, and not pointed to.
    fn sync_type(&self, i: usize) -> Option<&'static str> {
        let is_qualified = self.text(i, i) == "sync" && self.kind(i + 1) == Some(Kind::Dot);
        let is_pointer = i > 0 && self.kind(i - 1) == Some(Kind::Star);
        let name = self.text(i + 2, i + 2);
        TYPES
            .into_iter()
            .find(|t| is_qualified && !is_pointer && *t == name)
    }

    /// The struct types of the file that have such a thing in them.
    fn structs(&self) -> HashMap<&'s str, &'static str> {
        let mut found = HashMap::new();
        for i in 0..self.tokens.len() {
            let kinds = (self.kind(i), self.kind(i + 1), self.kind(i + 2));
            if kinds != (Some(Kind::Name), Some(Kind::Struct), Some(Kind::LBrace)) {
                continue;
            }
            let mut depth = 0;
            for k in i + 2..self.tokens.len() {
                let class = self.tokens[k].class;
                depth += i32::from(class.is_open()) - i32::from(class.is_close());
                if depth == 0 {
                    break;
                }
                if let Some(what) = self.sync_type(k) {
                    found.insert(self.text(i, i), what);
                }
            }
        }
        found
    }

    /// The receiver and parameters of the function whose `func` stands before token `from`.
    fn signature(
        &self,
        from: usize,
        structs: &HashMap<&'s str, &'static str>,
        found: &mut Vec<Copy>,
    ) {
        let mut depth = 0;
        for i in from..self.tokens.len() {
            let token = &self.tokens[i];
            let is_end = matches!(token.kind, Kind::LBrace | Kind::Semi | Kind::SemiNewline);
            if depth == 0 && is_end {
                return;
            }
            depth += i32::from(token.class.is_open()) - i32::from(token.class.is_close());
            let is_named = i > from && self.kind(i - 1) == Some(Kind::Name);
            if depth != 1 || !is_named || token.kind != Kind::Name {
                continue;
            }
            let is_last = |i: usize| matches!(self.kind(i), Some(Kind::Comma | Kind::RParen));
            let copied = match self.sync_type(i) {
                Some(what) => Some((what, i + 2)),
                None => structs.get(self.text(i, i)).map(|what| (*what, i)),
            };
            if let Some((what, last)) = copied.filter(|c| is_last(c.1 + 1)) {
                found.push(Copy {
                    span: (self.tokens[i - 1].start, self.tokens[last].end),
                    what,
                    name: self.text(i - 1, i - 1).to_string(),
                    ty: self.text(i, last).to_string(),
                });
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use source::SourceMap;

    #[test]
    fn copies_are_found_and_pointers_are_not() {
        let text = "package main
type C struct { mu sync.Mutex }
type D struct { mu *sync.Mutex }
func (c C) a(wg sync.WaitGroup, p *sync.WaitGroup) { _ = func(m sync.RWMutex) {} }
func (c *C) b(d D, wgs []sync.WaitGroup) sync.Mutex { var x sync.Mutex; return x }
";
        let mut map = SourceMap::new();
        let id = map.add("a.go", text);
        let found = of(map.file(id), &TYPES);
        let names: Vec<&str> = found.iter().map(|c| c.name.as_str()).collect();
        assert_eq!(names, ["c", "wg", "m"]);
    }
}
