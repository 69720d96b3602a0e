//! The line at which a program failed, as tokens: which of its expressions it was.

use lexer::{Kind, Token};
use source::{Pos, SourceFile};

/// A line of a file.
pub struct Line<'s> {
    source: &'s SourceFile,
    /// The tokens of the line.
    tokens: Vec<Token>,
    /// The names of the packages that the file imports.
    packages: Vec<String>,
    span: (Pos, Pos),
}

/// A part of the line.
pub type Span = (Pos, Pos);

impl<'s> Line<'s> {
    /// Line `number` (from 1), if the file has it.
    pub fn new(source: &'s SourceFile, number: u32) -> Option<Line<'s>> {
        let index = number.checked_sub(1)? as usize;
        let (start, end) = (source.line_start(index), source.line_start(index + 1));
        let text = source.text.get(start as usize..end as usize)?;
        let lead = text.len() - text.trim_start().len();
        let tail = text.trim_end().len();
        if text.trim().is_empty() {
            return None;
        }
        let at = |offset: usize| source.base.offset(start + offset as u32);
        let mut span = (at(lead), at(tail));
        let all = lexer::tokenize(&source.text, source.base).tokens;
        let packages = imported(source, &all);
        let tokens: Vec<Token> = all
            .into_iter()
            .filter(|t| t.start >= span.0 && t.start < span.1 && t.start < t.end)
            .collect();
        // Without a comment at the end.
        if let Some(last) = tokens.last().filter(|t| t.end <= span.1) {
            span.1 = last.end;
        }
        Some(Line {
            source,
            tokens,
            packages,
            span,
        })
    }

    /// All of the line but its indentation.
    pub fn span(&self) -> Span {
        self.span
    }

    pub fn text(&self, (lo, hi): Span) -> &str {
        let at = |p: Pos| (p.0 - self.source.base.0) as usize;
        self.source.text.get(at(lo)..at(hi)).unwrap_or("")
    }

    fn word(&self, i: usize) -> &str {
        self.tokens
            .get(i)
            .map_or("", |t| self.text((t.start, t.end)))
    }

    fn kind(&self, i: usize) -> Option<Kind> {
        self.tokens.get(i).map(|t| t.kind)
    }

    /// Whether an operand may end with token `i`.
    fn ends_operand(&self, i: usize) -> bool {
        matches!(
            self.kind(i),
            Some(Kind::Name | Kind::RParen | Kind::RBrack | Kind::RBrace | Kind::String)
        )
    }

    /// The first token of the primary expression that ends with token `last`.
    fn operand_start(&self, last: usize) -> usize {
        let mut i = last;
        loop {
            if self.tokens[i].class.is_close() {
                let mut depth = 0;
                loop {
                    let t = &self.tokens[i];
                    depth += i32::from(t.class.is_close()) - i32::from(t.class.is_open());
                    if depth == 0 || i == 0 {
                        break;
                    }
                    i -= 1;
                }
                if i > 0 && self.ends_operand(i - 1) {
                    i -= 1;
                    continue;
                }
            }
            if i > 1 && self.kind(i - 1) == Some(Kind::Dot) && self.ends_operand(i - 2) {
                i -= 2;
                continue;
            }
            // The type of a composite literal: `[]int{…}`, `map[string]int{…}`.
            if i > 1 && self.kind(i) == Some(Kind::Name) && self.kind(i - 1) == Some(Kind::RBrack) {
                let open = (0..i - 1)
                    .rev()
                    .find(|&k| self.kind(k) == Some(Kind::LBrack));
                return match open {
                    Some(k) if k > 0 && self.kind(k - 1) == Some(Kind::Map) => k - 1,
                    Some(k) => k,
                    None => i,
                };
            }
            return i;
        }
    }

    /// The bracket that closes the one at `open`, or the last token.
    fn closing(&self, open: usize) -> usize {
        let mut depth = 0;
        for (i, t) in self.tokens.iter().enumerate().skip(open) {
            depth += i32::from(t.class.is_open()) - i32::from(t.class.is_close());
            if depth == 0 {
                return i;
            }
        }
        self.tokens.len() - 1
    }

    fn between(&self, first: usize, last: usize) -> Span {
        (self.tokens[first].start, self.tokens[last].end)
    }

    /// `x[i]` and `x[i:j]`: the whole, `x`, and what stands between the brackets.
    pub fn indexings(&self) -> Vec<(Span, Span, Span)> {
        let mut found = Vec::new();
        for i in 1..self.tokens.len() {
            if self.kind(i) != Some(Kind::LBrack) || !self.ends_operand(i - 1) {
                continue;
            }
            let close = self.closing(i);
            if close == i + 1 {
                continue;
            }
            let start = self.operand_start(i - 1);
            let inner = (self.tokens[i].end, self.tokens[close].start);
            found.push((
                self.between(start, close),
                self.between(start, i - 1),
                inner,
            ));
        }
        found
    }

    /// The divisors of `/` and `%`.
    pub fn divisors(&self) -> Vec<Span> {
        let divides =
            |k: Kind| matches!(k, Kind::Div | Kind::Rem | Kind::DivAssign | Kind::RemAssign);
        (1..self.tokens.len())
            .filter(|&i| divides(self.tokens[i - 1].kind))
            .map(|i| self.between(i, self.operand_end(i)))
            .collect()
    }

    /// The last token of the operand that begins with token `first`.
    fn operand_end(&self, first: usize) -> usize {
        let mut i = first;
        if self.tokens[i].class.is_open() {
            i = self.closing(i);
        }
        loop {
            match self.kind(i + 1) {
                Some(Kind::Dot) if i + 2 < self.tokens.len() => i += 2,
                Some(Kind::LParen | Kind::LBrack) => i = self.closing(i + 1),
                _ => return i,
            }
        }
    }

    /// Calls of a function whose name is one of these: the whole, and what is called (`m.mu.Unlock`).
    pub fn calls(&self, names: &[&str]) -> Vec<(Span, Span)> {
        (0..self.tokens.len().saturating_sub(1))
            .filter(|&i| self.kind(i + 1) == Some(Kind::LParen) && names.contains(&self.word(i)))
            .map(|i| {
                let start = self.operand_start(i);
                (
                    self.between(start, self.closing(i + 1)),
                    self.between(start, i),
                )
            })
            .collect()
    }

    /// Type assertions `x.(T)`: the whole, and `x`.
    pub fn assertions(&self) -> Vec<(Span, Span)> {
        (1..self.tokens.len().saturating_sub(1))
            .filter(|&i| self.kind(i) == Some(Kind::Dot) && self.kind(i + 1) == Some(Kind::LParen))
            .map(|i| {
                let start = self.operand_start(i - 1);
                (
                    self.between(start, self.closing(i + 1)),
                    self.between(start, i - 1),
                )
            })
            .collect()
    }

    /// Sends `ch <- x`: the whole, and `ch`.
    pub fn sends(&self) -> Vec<(Span, Span)> {
        (1..self.tokens.len())
            .filter(|&i| self.kind(i) == Some(Kind::Arrow) && self.ends_operand(i - 1))
            .map(|i| {
                let start = self.operand_start(i - 1);
                let last = match i + 1 < self.tokens.len() {
                    true => self.operand_end(i + 1),
                    false => i,
                };
                (self.between(start, last), self.between(start, i - 1))
            })
            .collect()
    }

    /// Receives `<-ch` and `range ch`: the whole, and `ch`.
    pub fn receives(&self) -> Vec<(Span, Span)> {
        (0..self.tokens.len().saturating_sub(1))
            .filter(|&i| match self.kind(i) {
                Some(Kind::Arrow) => i == 0 || !self.ends_operand(i - 1),
                Some(Kind::Range) => true,
                _ => false,
            })
            .map(|i| {
                let last = self.operand_end(i + 1);
                (self.between(i, last), self.between(i + 1, last))
            })
            .collect()
    }

    /// Expressions that are followed by a selector or behind a `*`: what may be nil.
    pub fn dereferenced(&self) -> Vec<Span> {
        let mut found: Vec<Span> = Vec::new();
        for i in 1..self.tokens.len() {
            let span = match self.kind(i) {
                Some(Kind::Dot) if self.ends_operand(i - 1) => {
                    let start = self.operand_start(i - 1);
                    let is_package = start == i - 1 && self.is_package(self.word(start));
                    if is_package || self.is_qualified_call(start, i - 1) {
                        continue;
                    }
                    self.between(start, i - 1)
                }
                Some(Kind::Name)
                    if self.kind(i - 1) == Some(Kind::Star)
                        && (i < 2 || !self.ends_operand(i - 2)) =>
                {
                    self.between(i, self.operand_end(i))
                }
                _ => continue,
            };
            if !found.contains(&span) {
                found.push(span);
            }
        }
        if self.kind(0) == Some(Kind::Star) && self.tokens.len() > 1 {
            // Found above, unless the line begins with it.
            let span = self.between(1, self.operand_end(1));
            if !found.contains(&span) {
                found.push(span);
            }
        }
        found
    }

    /// `pkg.F` alone is no value that could be nil.
    fn is_qualified_call(&self, start: usize, last: usize) -> bool {
        last == start + 2 && self.is_package(self.word(start))
    }

    /// Whether the name is that of a package. Snippets do not say which ones they use.
    fn is_package(&self, name: &str) -> bool {
        let is_snippet = self.packages.is_empty();
        self.packages.iter().any(|p| p == name)
            || is_snippet && crate::report::importable(name).is_some()
    }

    /// Whether the file imports a package of this name.
    pub fn imports(&self, name: &str) -> bool {
        self.packages.iter().any(|p| p == name)
    }

    /// Whether the file declares the variable with a struct type of its own, not a pointer to one.
    pub fn is_struct(&self, variable: &str) -> bool {
        let text: &str = &self.source.text;
        let declared = [format!("var {variable} "), format!("{variable} := ")];
        let types = declared.iter().filter_map(|d| {
            let (_, rest) = text.split_once(d.as_str())?;
            rest.split(|c: char| !c.is_alphanumeric() && c != '_')
                .next()
        });
        let is_struct = |ty: &str| !ty.is_empty() && text.contains(&format!("type {ty} struct"));
        types.into_iter().any(is_struct)
    }

    /// The number of the line nearest above that gives the variable its value and throws the error
    /// away: `x, _ := …`.
    pub fn ignored_error(&self, variable: &str) -> Option<u32> {
        let (number, _) = self.source.line_column(self.span.0.0 - self.source.base.0);
        let lines = self.source.text.lines().take(number as usize - 1);
        let lines: Vec<&str> = lines.map(str::trim_start).collect();
        let gives = |line: &&str| {
            let rest = line.strip_prefix(variable).map(str::trim_start);
            rest.is_some_and(|r| r.starts_with([',', ':', '=']))
        };
        let index = lines.iter().rposition(gives)?;
        let rest = lines[index].strip_prefix(variable)?.trim_start();
        let after = rest.strip_prefix(',')?.trim_start().strip_prefix('_')?;
        let is_assignment = after.trim_start().starts_with([':', '=']);
        is_assignment.then_some(index as u32 + 1)
    }

    /// The file that the line is of.
    pub fn source(&self) -> &'s SourceFile {
        self.source
    }

    /// Calls of values: `f(…)` of a name that is not declared as a function in this file.
    pub fn called_values(&self) -> Vec<Span> {
        (0..self.tokens.len().saturating_sub(1))
            .filter(|&i| {
                self.kind(i) == Some(Kind::Name)
                    && self.kind(i + 1) == Some(Kind::LParen)
                    && (i == 0 || !matches!(self.kind(i - 1), Some(Kind::Dot | Kind::Func)))
            })
            .filter(|&i| {
                let declaration = format!("func {}(", self.word(i));
                !self.source.text.contains(&declaration)
            })
            .map(|i| self.between(i, i))
            .collect()
    }

    /// Where the function around line `number`, which is this one, locks the lock of this name above it
    /// and does not unlock it again.
    pub fn locked_above(&self, number: u32, lock: &str) -> Option<Span> {
        let names = |text: &str, method: &str| {
            let call = format!("{lock}.{method}()");
            text.find(&call).filter(|&at| {
                let before = text[..at].chars().next_back();
                !before.is_some_and(|c| c.is_alphanumeric() || c == '_')
            })
        };
        for index in (0..number.saturating_sub(1) as usize).rev() {
            let (start, end) = (
                self.source.line_start(index),
                self.source.line_start(index + 1),
            );
            let text = self.source.text.get(start as usize..end as usize)?;
            let is_deferred = text.trim_start().starts_with("defer ");
            let unlocks = names(text, "Unlock").or_else(|| names(text, "RUnlock"));
            if unlocks.is_some() && !is_deferred {
                return None;
            }
            if names(text, "Lock")
                .or_else(|| names(text, "RLock"))
                .is_some()
                && !is_deferred
            {
                return Some(Line::new(self.source, index as u32 + 1)?.span());
            }
            if text.starts_with("func ") {
                return None;
            }
        }
        None
    }

    /// The channels of the cases of the select that begins on this line, in order.
    pub fn select_cases(&self) -> Vec<Span> {
        let all = lexer::tokenize(&self.source.text, self.source.base).tokens;
        let first = self.tokens.iter().find(|t| t.kind == Kind::Select);
        let Some(start) = first.map(|s| all.partition_point(|t| t.start <= s.start)) else {
            return Vec::new();
        };
        let mut found = Vec::new();
        let mut depth = 0;
        for (i, t) in all.iter().enumerate().skip(start) {
            depth += i32::from(t.class.is_open()) - i32::from(t.class.is_close());
            if depth == 0 {
                break;
            }
            if t.kind != Kind::Case || depth != 1 {
                continue;
            }
            // `case v := <-ch:` and `case ch <- v:`.
            let clause = &all[i + 1..];
            let mut inner = 0;
            let colon = clause.iter().position(|t| {
                inner += i32::from(t.class.is_open()) - i32::from(t.class.is_close());
                inner == 0 && t.kind == Kind::Colon
            });
            let clause = &clause[..colon.unwrap_or(0)];
            let assigned = clause
                .iter()
                .position(|t| matches!(t.kind, Kind::Define | Kind::Assign));
            let operation = &clause[assigned.map_or(0, |at| at + 1)..];
            let arrow = operation.iter().position(|t| t.kind == Kind::Arrow);
            let channel = match arrow {
                Some(0) => &operation[1..],
                Some(at) => &operation[..at],
                None => continue,
            };
            if let (Some(first), Some(last)) = (channel.first(), channel.last()) {
                found.push((first.start, last.end));
            }
        }
        found
    }

    /// Where the file makes the channel that is kept in the variable, if that is said once only, and
    /// what it says: `make(chan int)`.
    pub fn made_at(&self, variable: &str) -> Option<(Span, String)> {
        let all = lexer::tokenize(&self.source.text, self.source.base).tokens;
        let text = |t: &Token| self.text((t.start, t.end));
        let mut found = None;
        for w in all.windows(4) {
            let is_made = text(&w[0]) == variable
                && matches!(w[1].kind, Kind::Define | Kind::Assign | Kind::Colon)
                && text(&w[2]) == "make"
                && w[3].kind == Kind::LParen;
            if !is_made {
                continue;
            }
            if found.is_some() {
                return None;
            }
            let from = all.partition_point(|t| t.start < w[3].start);
            let mut depth = 0;
            let close = all[from..].iter().find(|t| {
                depth += i32::from(t.class.is_open()) - i32::from(t.class.is_close());
                depth == 0
            })?;
            let span = (w[2].start, close.end);
            found = Some((span, self.text(span).to_string()));
        }
        found
    }
}

/// The names by which a file knows the packages that it imports.
fn imported(source: &SourceFile, tokens: &[Token]) -> Vec<String> {
    let text = |t: &Token| {
        let at = |p: Pos| (p.0 - source.base.0) as usize;
        source.text.get(at(t.start)..at(t.end)).unwrap_or("")
    };
    let end = tokens
        .iter()
        .position(|t| matches!(t.kind, Kind::Func | Kind::Type | Kind::Var | Kind::Const))
        .unwrap_or(tokens.len());
    let mut names = Vec::new();
    for (i, t) in tokens[..end].iter().enumerate() {
        if t.kind != Kind::String {
            continue;
        }
        let path = text(t).trim_matches(['"', '`']);
        let named = i.checked_sub(1).map(|i| &tokens[i]);
        match named.filter(|n| n.kind == Kind::Name) {
            Some(name) => names.push(text(name).to_string()),
            None => {
                let last = path.rsplit('/').next().unwrap_or(path);
                names.push(last.to_string());
            }
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;
    use source::SourceMap;

    fn with_line(text: &str, check: impl Fn(&Line<'_>)) {
        let mut map = SourceMap::new();
        let text = format!("package main\nimport \"fmt\"\n\t{text} // why\n");
        let id = map.add("a.go", text);
        check(&Line::new(map.file(id), 3).unwrap());
    }

    /// Whatever a line is: looking at its parts does not fail.
    #[test]
    fn any_line_can_be_looked_at() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/testdata/mistakes");
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_none_or(|e| e != "go") {
                continue;
            }
            let mut map = SourceMap::new();
            let text = std::fs::read_to_string(&path).unwrap();
            let count = text.lines().count() as u32;
            let id = map.add("a.go", text);
            for number in 0..count + 2 {
                let Some(line) = Line::new(map.file(id), number) else {
                    continue;
                };
                line.text(line.span());
                line.indexings();
                line.divisors();
                line.calls(&["make", "panic", "Println"]);
                line.assertions();
                line.sends();
                line.receives();
                line.dereferenced();
                line.called_values();
                line.select_cases();
                line.made_at("ch");
                line.locked_above(number, "mu");
            }
        }
    }

    #[test]
    fn parts_are_found() {
        with_line("fmt.Println(a.b[i+1], f(x)[2:]/n, 5)", |line| {
            let texts: Vec<&str> = line.indexings().iter().map(|i| line.text(i.0)).collect();
            assert_eq!(texts, ["a.b[i+1]", "f(x)[2:]"]);
            assert_eq!(line.text(line.divisors()[0]), "n");
            let nil: Vec<&str> = line.dereferenced().iter().map(|&s| line.text(s)).collect();
            assert_eq!(nil, ["a"]);
        });
        with_line("return []int{1}[i] + map[string]int{}[k]", |line| {
            let texts: Vec<&str> = line.indexings().iter().map(|i| line.text(i.1)).collect();
            assert_eq!(texts, ["[]int{1}", "map[string]int{}"]);
        });
        with_line("p.next.value = *q", |line| {
            let nil: Vec<&str> = line.dereferenced().iter().map(|&s| line.text(s)).collect();
            assert_eq!(nil, ["p", "p.next", "q"]);
        });
        with_line("c.out <- v.(int)", |line| {
            assert_eq!(line.text(line.sends()[0].1), "c.out");
            assert_eq!(line.text(line.assertions()[0].0), "v.(int)");
        });
        with_line("for x := range jobs {", |line| {
            assert_eq!(line.text(line.receives()[0].1), "jobs");
        });
    }
}
