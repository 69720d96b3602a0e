//! Build constraints: `//go:build` expressions, the older `// +build` lines, and where in a file
//! they count. See the go command's documentation, "Build constraints".
//!
//! A constraint says which tags must hold for a file to be part of its package; it also says which
//! language version the file is written in ([`Expr::go_version`]).

use crate::version::LangVersion;

/// A constraint expression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expr {
    Tag(String),
    Not(Box<Expr>),
    And(Box<Expr>, Box<Expr>),
    Or(Box<Expr>, Box<Expr>),
}

/// How many tags and operators an expression may have.
const MAX_SIZE: usize = 1000;

/// How deep parentheses and negations may nest.
const MAX_DEPTH: usize = 100;

/// Parses the text after `//go:build`.
///
/// # Errors
/// What is wrong with it, in Go's words.
pub fn parse(text: &str) -> Result<Expr, String> {
    let mut parser = Parser {
        rest: text,
        token: "",
        size: 0,
        depth: 0,
    };
    parser.advance()?;
    let expr = parser.or()?;
    if parser.token.is_empty() {
        Ok(expr)
    } else {
        Err(format!("unexpected token {}", parser.token))
    }
}

const END: &str = "unexpected end of expression";

struct Parser<'t> {
    rest: &'t str,
    /// The next token; empty at the end.
    token: &'t str,
    size: usize,
    depth: usize,
}

impl Parser<'_> {
    fn advance(&mut self) -> Result<(), String> {
        self.size += 1;
        if self.size > MAX_SIZE {
            return Err("build expression too large".into());
        }
        self.rest = self.rest.trim_start_matches([' ', '\t']);
        let Some(first) = self.rest.chars().next() else {
            self.token = "";
            return Ok(());
        };
        let length = match first {
            '(' | ')' | '!' => 1,
            '&' if self.rest.starts_with("&&") => 2,
            '|' if self.rest.starts_with("||") => 2,
            c if is_tag_char(c) => self
                .rest
                .find(|c: char| !is_tag_char(c))
                .unwrap_or(self.rest.len()),
            c => return Err(format!("invalid syntax at {c}")),
        };
        (self.token, self.rest) = self.rest.split_at(length);
        Ok(())
    }

    fn or(&mut self) -> Result<Expr, String> {
        let mut x = self.and()?;
        while self.token == "||" {
            self.advance()?;
            x = Expr::Or(Box::new(x), Box::new(self.and()?));
        }
        Ok(x)
    }

    fn and(&mut self) -> Result<Expr, String> {
        let mut x = self.not()?;
        while self.token == "&&" {
            self.advance()?;
            x = Expr::And(Box::new(x), Box::new(self.not()?));
        }
        Ok(x)
    }

    fn not(&mut self) -> Result<Expr, String> {
        if self.token != "!" {
            self.depth += 1;
            if self.depth > MAX_DEPTH {
                return Err("build expression too large".into());
            }
            let x = self.atom();
            self.depth -= 1;
            return x;
        }
        self.advance()?;
        if self.token == "!" {
            return Err("double negation not allowed".into());
        }
        Ok(Expr::Not(Box::new(self.not()?)))
    }

    fn atom(&mut self) -> Result<Expr, String> {
        if self.token == "(" {
            self.advance()?;
            let x = self.or().map_err(|error| match error.as_str() {
                END => "missing close paren".to_string(),
                _ => error,
            })?;
            if self.token != ")" {
                return Err("missing close paren".into());
            }
            self.advance()?;
            return Ok(x);
        }
        if self.token.is_empty() {
            return Err(END.into());
        }
        if !self.token.starts_with(is_tag_char) {
            return Err(format!("unexpected token {}", self.token));
        }
        let tag = Expr::Tag(self.token.to_string());
        self.advance()?;
        Ok(tag)
    }
}

fn is_tag_char(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || c == '.'
}

/// The meaning of one `// +build` line: alternatives by spaces, in each of them all of the tags
/// between commas. Malformed lines are no constraints.
fn parse_plus_build(text: &str) -> Option<Expr> {
    let mut any = None;
    for alternative in text.split_whitespace() {
        let mut all = None;
        for term in alternative.split(',') {
            let (negated, tag) = match term.strip_prefix('!') {
                Some(tag) => (true, tag),
                None => (false, term),
            };
            if tag.is_empty() || !tag.chars().all(is_tag_char) {
                return None;
            }
            let tag = Expr::Tag(tag.to_string());
            let tag = if negated {
                Expr::Not(Box::new(tag))
            } else {
                tag
            };
            all = Some(join(all, tag, Expr::And));
        }
        any = Some(join(any, all?, Expr::Or));
    }
    any
}

fn join(left: Option<Expr>, right: Expr, operator: fn(Box<Expr>, Box<Expr>) -> Expr) -> Expr {
    match left {
        Some(left) => operator(Box::new(left), Box::new(right)),
        None => right,
    }
}

impl Expr {
    pub fn eval(&self, holds: &impl Fn(&str) -> bool) -> bool {
        match self {
            Expr::Tag(tag) => holds(tag),
            Expr::Not(x) => !x.eval(holds),
            Expr::And(x, y) => x.eval(holds) && y.eval(holds),
            Expr::Or(x, y) => x.eval(holds) || y.eval(holds),
        }
    }

    /// The oldest language version with which the constraint can hold, if it says one.
    pub fn go_version(&self) -> Option<LangVersion> {
        let minor = u16::try_from(self.least_minor(true)).ok()?;
        Some(LangVersion(minor))
    }

    /// The least N such that `go1.N` is implied; -1 if none is.
    fn least_minor(&self, positive: bool) -> i32 {
        match self {
            Expr::Tag(_) if !positive => -1,
            Expr::Tag(tag) if tag == "go1" => 0,
            Expr::Tag(tag) => tag
                .strip_prefix("go1.")
                .and_then(|n| n.parse::<u16>().ok())
                .map_or(-1, i32::from),
            Expr::Not(x) => x.least_minor(!positive),
            Expr::And(x, y) | Expr::Or(x, y) => {
                let (x_minor, y_minor) = (x.least_minor(positive), y.least_minor(positive));
                if matches!(self, Expr::And(..)) == positive {
                    x_minor.max(y_minor)
                } else {
                    x_minor.min(y_minor)
                }
            }
        }
    }
}

/// The constraints of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Header {
    pub go_build: Option<Expr>,
    /// All must hold; they count only without `go_build`.
    pub plus_build: Vec<Expr>,
}

impl Header {
    pub fn holds(&self, tag: &impl Fn(&str) -> bool) -> bool {
        match &self.go_build {
            Some(expr) => expr.eval(tag),
            None => self.plus_build.iter().all(|e| e.eval(tag)),
        }
    }

    /// The language version that the file asks for.
    pub fn go_version(&self) -> Option<LangVersion> {
        self.go_build.as_ref().and_then(Expr::go_version)
    }
}

/// Reads the constraints of a Go or assembly file: they stand in line comments before the first
/// text, `// +build` lines also before a blank line.
///
/// # Errors
/// A malformed or second `//go:build` line, in Go's words.
pub fn header(text: &str) -> Result<Header, String> {
    let mut scan = Scan::default();
    for line in text.trim_start_matches('\u{feff}').split('\n') {
        let line = line.trim();
        if line.is_empty() && !scan.text_seen {
            scan.settle();
            continue;
        }
        if !scan.line(line)? {
            break;
        }
    }
    let go_build = match scan.go_build {
        Some(text) => {
            Some(parse(text).map_err(|error| format!("parsing //go:build line: {error}"))?)
        }
        None => None,
    };
    Ok(Header {
        go_build,
        plus_build: scan.settled,
    })
}

#[derive(Default)]
struct Scan<'t> {
    go_build: Option<&'t str>,
    /// `// +build` lines with a blank line after them.
    settled: Vec<Expr>,
    pending: Vec<Expr>,
    /// Something that is no line comment has been seen: older constraints end there.
    text_seen: bool,
    in_comment: bool,
}

impl<'t> Scan<'t> {
    fn settle(&mut self) {
        self.settled.append(&mut self.pending);
    }

    /// Whether the header goes on after this line.
    fn line(&mut self, mut line: &'t str) -> Result<bool, String> {
        if !line.starts_with("//") {
            self.text_seen = true;
        }
        if !self.in_comment
            && let Some(rest) = line.strip_prefix("//")
        {
            if let Some(expression) = directive(rest, "go:build") {
                if self.go_build.replace(expression).is_some() {
                    return Err("multiple //go:build comments".into());
                }
            } else if !self.text_seen
                && let Some(tags) = directive(rest.trim_start(), "+build")
            {
                self.pending.extend(parse_plus_build(tags));
            }
        }
        while !line.is_empty() {
            if self.in_comment {
                match line.split_once("*/") {
                    Some((_, rest)) => {
                        self.in_comment = false;
                        line = rest.trim_start();
                        continue;
                    }
                    None => return Ok(true),
                }
            }
            if line.starts_with("//") {
                return Ok(true);
            }
            match line.strip_prefix("/*") {
                Some(rest) => {
                    self.in_comment = true;
                    line = rest;
                }
                None => return Ok(false),
            }
        }
        Ok(true)
    }
}

/// What follows the directive's name, if this is it.
fn directive<'t>(text: &'t str, name: &str) -> Option<&'t str> {
    let rest = text.strip_prefix(name)?;
    (rest.is_empty() || rest.starts_with([' ', '\t'])).then(|| rest.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn holds(text: &str, tags: &[&str]) -> bool {
        parse(text).unwrap().eval(&|t| tags.contains(&t))
    }

    #[test]
    fn and_binds_tighter_than_or() {
        assert!(holds("a || b && c", &["a"]));
        assert!(!holds("(a || b) && c", &["a"]));
        assert!(holds("!a && !(b && c)", &["c"]));
    }

    #[test]
    fn mistakes_are_worded_as_in_go() {
        for (text, error) in [
            ("", "unexpected end of expression"),
            ("a &&", "unexpected end of expression"),
            ("(a", "missing close paren"),
            ("a b", "unexpected token b"),
            ("a & b", "invalid syntax at &"),
            ("!!a", "double negation not allowed"),
            ("a ||)", "unexpected token )"),
        ] {
            assert_eq!(parse(text), Err(error.to_string()), "{text}");
        }
        assert!(parse(&"(".repeat(100_000)).is_err());
    }

    #[test]
    fn the_version_is_the_least_that_the_expression_implies() {
        for (text, minor) in [
            ("go1.21", Some(21)),
            ("go1.21 && linux && go1.20", Some(21)),
            ("go1.21 || linux", None),
            ("go1.21 || go1.18", Some(18)),
            ("!go1.21", None),
            ("!(!go1.19 || linux)", Some(19)),
            ("go1", Some(0)),
        ] {
            assert_eq!(
                parse(text).unwrap().go_version().map(|v| v.0),
                minor,
                "{text}"
            );
        }
    }

    #[test]
    fn plus_build_lines_need_a_blank_line_after_them() {
        let tags = |t: &str| t == "linux";
        let file = |text: &str| header(text).unwrap().holds(&tags);
        assert!(!file("// +build ignore\n\npackage x\n"));
        assert!(file("// +build ignore\npackage x\n"));
        assert!(file("// +build linux,!amd64 darwin\n\npackage x\n"));
        assert!(file("//go:build linux\n// +build ignore\n\npackage x\n"));
        assert!(file("/*\n//go:build ignore\n*/\n\npackage x\n"));
        assert!(!file("/* c */\n//go:build ignore\npackage x\n"));
        assert!(file("package x\n\n//go:build ignore\n"));
        assert!(!file("\u{feff}//go:build windows\r\n\r\npackage x\r\n"));
    }
}
