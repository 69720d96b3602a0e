//! The declarations of a file with their comments, by its tokens. Text with mistakes gives what can
//! be made out of it.

use lexer::{Kind, Token};
use source::Pos;
use std::ops::Range;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DeclKind {
    Const,
    Var,
    Type,
    Func,
}

/// What one declaration, or one line of a group, declares.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spec {
    pub names: Vec<String>,
    /// Its text without the keyword and without comments around it.
    pub text: String,
    /// The text with the comments that belong to it.
    pub with_comments: String,
    /// Names in its type: of a constant or variable, or of a function's results.
    pub mentions: Vec<String>,
}

/// A declaration at package level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decl {
    pub kind: DeclKind,
    /// The type whose method it is.
    pub receiver: Option<String>,
    /// The comment before it, without the comment signs.
    pub comment: String,
    /// It is written with parentheses.
    pub is_group: bool,
    /// More than one only in groups.
    pub specs: Vec<Spec>,
    /// All of it, bodies included.
    pub source: String,
}

/// A file as far as documentation goes.
#[derive(Clone, Debug, Default)]
pub struct Outline {
    /// The package's name; empty if there is no package clause.
    pub package: String,
    /// The comment before the package clause.
    pub comment: String,
    pub decls: Vec<Decl>,
}

/// The outline of a file.
pub fn outline(text: &str) -> Outline {
    let tokens = lexer::tokenize(text, Pos(1)).tokens;
    let file = File { text, tokens };
    let mut found = Outline::default();
    for range in file.segments(0..file.tokens.len()) {
        match file.tokens[range.start].kind {
            Kind::Package => {
                found.package = file.word(range.start + 1).to_string();
                found.comment = comment_text(file.comment_before(range.start));
            }
            Kind::Func => found.decls.extend(file.func(range)),
            Kind::Type => found.decls.extend(file.types(range)),
            Kind::Var => found.decls.push(file.values(DeclKind::Var, range)),
            Kind::Const => found.decls.push(file.values(DeclKind::Const, range)),
            _ => {}
        }
    }
    found
}

/// The members of a struct or interface in a type's text: what stands before the members, each
/// member, and what stands behind them. None if the type is neither.
pub fn members(text: &str) -> Option<(String, Vec<Spec>, String)> {
    let tokens = lexer::tokenize(text, Pos(1)).tokens;
    let file = File { text, tokens };
    let mut depth = 0;
    let open = file.tokens.iter().enumerate().position(|(i, t)| {
        let is_body = depth == 0
            && t.kind == Kind::LBrace
            && i > 0
            && matches!(file.tokens[i - 1].kind, Kind::Struct | Kind::Interface);
        depth += i32::from(t.class.is_open()) - i32::from(t.class.is_close());
        is_body
    })?;
    let close = file.matching(open)?;
    let head = text[..file.end(open)].to_string();
    let tail = text[file.start(close)..].to_string();
    let list = file
        .segments(open + 1..close)
        .map(|range| {
            let mut names = file.leading_names(range.clone());
            if names.is_empty() || file.is_embedded(range.clone()) {
                names = file.embedded_name(range.clone()).into_iter().collect();
            }
            file.spec(names, range, Vec::new())
        })
        .collect();
    Some((head, list, tail))
}

struct File<'t> {
    text: &'t str,
    tokens: Vec<Token>,
}

impl File<'_> {
    fn start(&self, token: usize) -> usize {
        self.tokens[token].start.0 as usize - 1
    }

    fn end(&self, token: usize) -> usize {
        self.tokens[token].end.0 as usize - 1
    }

    fn word(&self, token: usize) -> &str {
        match self.tokens.get(token) {
            Some(t) => &self.text[t.start.0 as usize - 1..t.end.0 as usize - 1],
            None => "",
        }
    }

    fn kind(&self, token: usize) -> Option<Kind> {
        self.tokens.get(token).map(|t| t.kind)
    }

    /// The runs of tokens between the semicolons that are in no brackets.
    fn segments(&self, range: Range<usize>) -> impl Iterator<Item = Range<usize>> {
        let mut depth = 0;
        let mut start = range.start;
        let mut found = Vec::new();
        for i in range.clone() {
            let token = self.tokens[i];
            depth += i32::from(token.class.is_open()) - i32::from(token.class.is_close());
            let is_end = matches!(token.kind, Kind::Semi | Kind::SemiNewline | Kind::SemiEof);
            if is_end && depth <= 0 {
                found.push(start..i);
                start = i + 1;
            }
        }
        found.push(start..range.end);
        found.into_iter().filter(|r| !r.is_empty())
    }

    /// The bracket that closes the one at `open`.
    fn matching(&self, open: usize) -> Option<usize> {
        let mut depth = 0;
        (open..self.tokens.len()).find(|&i| {
            let class = self.tokens[i].class;
            depth += i32::from(class.is_open()) - i32::from(class.is_close());
            depth == 0
        })
    }

    /// The comments right above the token, no blank line between.
    fn comment_before(&self, token: usize) -> &str {
        let end = self.start(token);
        let from = match token.checked_sub(1) {
            None => 0,
            Some(before) => self.end(before),
        };
        let gap = &self.text[from..end];
        // What follows the last token on its line belongs to that, or to an opening bracket.
        let own = match gap.find('\n') {
            _ if from == 0 => 0,
            Some(at) => at + 1,
            None => return "",
        };
        let gap = &gap[own..];
        let is_blank = |line: &str| line.trim().is_empty();
        let mut at = 0;
        let mut start = 0;
        let mut in_block = false;
        for line in gap.split_inclusive('\n') {
            let is_last = at + line.len() == gap.len() && !line.ends_with('\n');
            at += line.len();
            if !in_block && is_blank(line) && !is_last {
                start = at;
            }
            let opens = line.matches("/*").count();
            in_block = if in_block {
                !line.contains("*/")
            } else {
                opens > 0 && !line.trim_start().starts_with("//") && !line.contains("*/")
            };
        }
        let comment = gap[start..].trim();
        match comment.starts_with("#!") {
            true => comment.split_once('\n').map_or("", |(_, rest)| rest),
            false => comment,
        }
    }

    /// Names separated by commas at the start of the range.
    fn leading_names(&self, range: Range<usize>) -> Vec<String> {
        let mut names = Vec::new();
        let mut i = range.start;
        while i < range.end && self.tokens[i].kind == Kind::Name {
            names.push(self.word(i).to_string());
            if i + 1 < range.end && self.tokens[i + 1].kind == Kind::Comma {
                i += 2;
            } else {
                break;
            }
        }
        names
    }

    /// Whether a member has no name of its own: `T`, `p.T`, `T[int]`, with or without a tag.
    fn is_embedded(&self, range: Range<usize>) -> bool {
        let rest = range.start + 1;
        rest >= range.end
            || matches!(self.tokens[rest].kind, Kind::Dot | Kind::String | Kind::Or)
            || self.tokens[rest].kind == Kind::LBrack
                && self
                    .matching(rest)
                    .is_some_and(|close| close > rest + 1 && close + 1 >= range.end)
    }

    /// The last name of an embedded type, before its type arguments.
    fn embedded_name(&self, range: Range<usize>) -> Option<String> {
        range
            .take_while(|&i| !matches!(self.tokens[i].kind, Kind::LBrack | Kind::String))
            .filter(|&i| self.tokens[i].kind == Kind::Name)
            .last()
            .map(|i| self.word(i).to_string())
    }

    fn spec(&self, names: Vec<String>, range: Range<usize>, mentions: Vec<String>) -> Spec {
        let (start, end) = (self.start(range.start), self.end(range.end - 1));
        let comment = self.comment_before(range.start);
        let line_end = self.text[end..]
            .find('\n')
            .map_or(self.text.len(), |n| end + n);
        let behind = self.text[end..line_end].trim_end();
        let behind = match behind
            .trim_start_matches([' ', '\t', ';'])
            .starts_with("//")
        {
            true => behind,
            false => "",
        };
        let text = &self.text[start..end];
        let above = match comment {
            "" => String::new(),
            comment => format!("{comment}\n{}", self.indentation(start)),
        };
        let with_comments = dedent(&format!("{}{above}{text}{behind}", self.indentation(start)));
        Spec {
            names,
            text: dedent_rest(text, &self.indentation(start)),
            with_comments,
            mentions,
        }
    }

    /// The white space at the beginning of the line.
    fn indentation(&self, at: usize) -> String {
        let line = self.text[..at].rfind('\n').map_or(0, |n| n + 1);
        self.text[line..at]
            .chars()
            .take_while(|c| matches!(c, ' ' | '\t'))
            .collect()
    }

    fn decl(&self, kind: DeclKind, range: &Range<usize>, specs: Vec<Spec>) -> Decl {
        Decl {
            kind,
            receiver: None,
            comment: comment_text(self.comment_before(range.start)),
            is_group: self.kind(range.start + 1) == Some(Kind::LParen) && kind != DeclKind::Func,
            specs,
            source: self.text[self.start(range.start)..self.end(range.end - 1)].to_string(),
        }
    }

    fn func(&self, range: Range<usize>) -> Option<Decl> {
        let mut at = range.start + 1;
        let mut receiver = None;
        if self.kind(at) == Some(Kind::LParen) {
            let close = self.matching(at)?;
            receiver = self.embedded_name(at + 1..close);
            at = close + 1;
        }
        if at >= range.end || self.tokens[at].kind != Kind::Name {
            return None;
        }
        let name = self.word(at).to_string();
        let mut end = range.end;
        let mut params_end = at;
        let mut i = at + 1;
        while i < range.end {
            if !self.tokens[i].class.is_open() {
                i += 1;
                continue;
            }
            let close = self.matching(i).unwrap_or(range.end - 1);
            let is_type = matches!(self.kind(i - 1), Some(Kind::Struct | Kind::Interface));
            if self.tokens[i].kind == Kind::LBrace && !is_type {
                end = i;
                break;
            }
            if self.tokens[i].kind == Kind::LParen && params_end == at {
                params_end = close;
            }
            i = close + 1;
        }
        let results = self.names_of_types(params_end + 1..end);
        let spec = Spec {
            names: vec![name],
            text: self.text[self.start(range.start)..self.end(end - 1)].to_string(),
            with_comments: String::new(),
            mentions: results,
        };
        let mut decl = self.decl(DeclKind::Func, &range, vec![spec]);
        decl.receiver = receiver;
        Some(decl)
    }

    /// Names that follow no dot.
    fn names_of_types(&self, range: Range<usize>) -> Vec<String> {
        range
            .filter(|&i| self.tokens[i].kind == Kind::Name && self.kind(i - 1) != Some(Kind::Dot))
            .map(|i| self.word(i).to_string())
            .collect()
    }

    /// Each type of a group is a declaration.
    fn types(&self, range: Range<usize>) -> Vec<Decl> {
        if self.kind(range.start + 1) != Some(Kind::LParen) {
            if range.len() < 2 {
                return Vec::new();
            }
            let names = self.leading_names(range.start + 1..range.end);
            let spec = self.spec(names, range.start + 1..range.end, Vec::new());
            return vec![self.decl(DeclKind::Type, &range, vec![spec])];
        }
        let close = self.matching(range.start + 1).unwrap_or(range.end - 1);
        self.segments(range.start + 2..close)
            .map(|r| {
                let spec = self.spec(self.leading_names(r.clone()), r.clone(), Vec::new());
                let mut decl = self.decl(DeclKind::Type, &r, vec![spec]);
                decl.is_group = false;
                decl.source = format!("type {}", decl.specs[0].text);
                decl
            })
            .collect()
    }

    fn values(&self, kind: DeclKind, range: Range<usize>) -> Decl {
        let ranges: Vec<Range<usize>> = if self.kind(range.start + 1) == Some(Kind::LParen) {
            let close = self.matching(range.start + 1).unwrap_or(range.end - 1);
            self.segments(range.start + 2..close).collect()
        } else {
            let single = range.start + 1..range.end;
            Some(single).filter(|r| !r.is_empty()).into_iter().collect()
        };
        let mut ty: Vec<String> = Vec::new();
        let mut specs = Vec::new();
        for r in ranges {
            let names = self.leading_names(r.clone());
            let behind = r.start + (2 * names.len()).saturating_sub(1);
            let assign = r
                .clone()
                .find(|&i| self.tokens[i].kind == Kind::Assign)
                .unwrap_or(r.end);
            // A constant without a value repeats the type of the one before.
            if behind < r.end || kind == DeclKind::Var {
                ty = self.names_of_types(behind.min(assign)..assign);
            }
            specs.push(self.spec(names, r, ty.clone()));
        }
        self.decl(kind, &range, specs)
    }
}

/// The text without the indentation that all its lines have.
fn dedent(text: &str) -> String {
    let indentation = text
        .lines()
        .filter(|l| !l.trim().is_empty())
        .map(|l| l.len() - l.trim_start_matches(['\t', ' ']).len())
        .min()
        .unwrap_or(0);
    let lines: Vec<&str> = text
        .lines()
        .map(|l| l.get(indentation..).unwrap_or("").trim_end())
        .collect();
    lines.join("\n")
}

/// All lines but the first without the indentation.
fn dedent_rest(text: &str, indentation: &str) -> String {
    let lines: Vec<&str> = text
        .lines()
        .map(|l| l.strip_prefix(indentation).unwrap_or(l).trim_end())
        .collect();
    lines.join("\n")
}

/// A comment without its signs and without directives.
fn comment_text(comment: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    let mut rest = comment;
    while !rest.is_empty() {
        rest = rest.trim_start_matches([' ', '\t', '\n', '\r']);
        if let Some(block) = rest.strip_prefix("/*") {
            let (inner, behind) = block.split_once("*/").unwrap_or((block, ""));
            lines.extend(
                inner
                    .trim_matches('\n')
                    .lines()
                    .map(|l| l.trim_end().to_string()),
            );
            rest = behind;
        } else if let Some(line) = rest.strip_prefix("//") {
            let (line, behind) = line.split_once('\n').unwrap_or((line, ""));
            if !is_directive(line) {
                let line = line.strip_prefix(' ').unwrap_or(line);
                lines.push(line.trim_end().to_string());
            }
            rest = behind;
        } else {
            break;
        }
    }
    lines.join("\n").trim_matches('\n').to_string()
}

/// `go:noinline`, `line x.go:1`, `export f`: what follows `//` at once and is for tools.
fn is_directive(line: &str) -> bool {
    let is_word = |w: &str| {
        !w.is_empty()
            && w.bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
    };
    if line.starts_with("line ") || line.starts_with("export ") || line.starts_with("extern ") {
        return true;
    }
    match line.split_once(':') {
        Some((tool, rest)) => {
            is_word(tool)
                && rest.starts_with(|c: char| c.is_ascii_lowercase() || c.is_ascii_digit())
        }
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "// Package p is.
package p

import \"io\"

// A is one.
//
//go:noinline
func A(f func() struct{}) interface{ M() } {
	return nil
} // not B's

func (t *T[K]) m(x int)

// Numbers.
const (
	// X comes first.
	X Kind = iota
	Y // second
	z
)

type (
	// T is a type.
	T[K any] struct {
		io.Reader
		// F is a field.
		F, g int `tag`
		h []K
	}
)
";

    #[test]
    fn declarations_and_their_comments() {
        let file = outline(FILE);
        assert_eq!(file.package, "p");
        assert_eq!(file.comment, "Package p is.");
        let [a, m, numbers, t] = &file.decls[..] else {
            panic!("{:#?}", file.decls)
        };
        assert_eq!(a.comment, "A is one.");
        assert_eq!(
            a.specs[0].text,
            "func A(f func() struct{}) interface{ M() }"
        );
        assert_eq!(m.receiver.as_deref(), Some("T"));
        assert_eq!(m.comment, "");
        assert_eq!(numbers.specs[1].names, ["Y"]);
        assert_eq!(numbers.specs[2].mentions, ["Kind"]);
        assert_eq!(
            numbers.specs[0].with_comments,
            "// X comes first.\nX Kind = iota"
        );
        assert_eq!(numbers.specs[1].with_comments, "Y // second");
        assert_eq!(t.comment, "T is a type.");
        let (head, fields, tail) = members(&t.specs[0].text).unwrap();
        assert_eq!(head, "T[K any] struct {");
        assert_eq!(tail, "}");
        let names: Vec<Vec<String>> = fields.into_iter().map(|f| f.names).collect();
        assert_eq!(names, [vec!["Reader"], vec!["F", "g"], vec!["h"]]);
    }

    #[test]
    fn unfinished_text_is_no_trouble() {
        for end in 0..FILE.len() {
            outline(&FILE[..end]);
        }
    }
}
