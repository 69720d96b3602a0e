//! Errors in the headers of `if`, `for`, `switch` and `select`, and after `else`.

use super::{Explanation, Rules, STATEMENT_KEYWORDS, replace};
use lexer::{Class, Kind};

impl Rules<'_> {
    pub(super) fn header(&self) -> Option<Explanation> {
        self.in_header().or_else(|| self.after_else())
    }

    fn in_header(&self) -> Option<Explanation> {
        let header = self.context.header?;
        let name = match header.keyword {
            Class::If => "if",
            Class::For => "for",
            Class::Switch => "switch",
            _ => "select",
        };
        self.clauses_header(name)
            .or_else(|| self.var_in_header(name))
            .or_else(|| self.for_header())
            .or_else(|| self.missing_body(name))
    }

    /// `select` and `switch`: gc looks for the clauses.
    fn clauses_header(&self, name: &str) -> Option<Explanation> {
        let header = self.context.header?;
        let after_first = header.semicolons == 0
            && self.token() != Class::Semi
            && self.previous() != Class::Switch;
        let applies = match header.keyword {
            Class::Select => true,
            Class::Switch => !self.expected.expr() && !after_first,
            _ => false,
        };
        if !applies {
            return None;
        }
        let skip = self.distance(&[Class::Case, Class::Default, Class::RBrace]);
        let message = format!("missing {{ after {name} clause");
        self.plain(&message, replace(skip, [Kind::LBrace]))
    }

    fn var_in_header(&self, name: &str) -> Option<Explanation> {
        let first = self.previous() == self.context.header?.keyword;
        if !first || self.token() != Class::Var || !self.expected.expr() {
            return None;
        }
        let message = format!("var declaration not allowed in {name} initializer");
        let mut explanation = self.plain(&message, replace(1, []))?;
        // gc has read the keyword before it complains.
        if let Some(next) = self.context.tokens.get(self.context.k + 1) {
            explanation.errors[0].pos = next.start;
        }
        Some(explanation)
    }

    /// The second semicolon of `for`.
    fn for_header(&self) -> Option<Explanation> {
        let header = self.context.header?;
        if header.keyword != Class::For || header.semicolons != 1 {
            return None;
        }
        if self.token() == Class::LBraceBody {
            if self.previous() != Class::Semi {
                return self.want("semicolon or newline", Kind::Semi);
            }
            let wanted = ", expected for loop condition";
            return Some(self.unexpected(wanted, replace(0, [Kind::Semi])));
        }
        if self.has(Class::Semi) && !self.expected.expr() {
            return self.want("semicolon or newline", Kind::Semi);
        }
        None
    }

    fn missing_body(&self, name: &str) -> Option<Explanation> {
        let header = self.context.header?;
        if !self.has(Class::LBraceBody) || self.expected.expr() {
            return None;
        }
        if header.semicolons == 0 && self.has(Class::Semi) {
            return Some(self.unexpected(", expected {", self.skip_to_brace()));
        }
        let skip = self.distance(&[Class::Name, Class::RBrace]);
        let what = format!(", expected {{ after {name} clause");
        Some(self.unexpected(&what, replace(skip, [Kind::LBrace])))
    }

    /// Skips the offending token and everything up to a brace.
    fn skip_to_brace(&self) -> super::Repair {
        let rest = &self.context.tokens[self.context.k..];
        let stops = |class: Class| {
            matches!(class, Class::LBrace | Class::LBraceBody | Class::RBrace)
                || self.context.in_function && STATEMENT_KEYWORDS.contains(&class)
        };
        let skip = rest
            .iter()
            .skip(1)
            .position(|t| stops(t.class))
            .map_or(rest.len(), |n| n + 1);
        let is_loop = self.context.header.is_some_and(|h| h.keyword == Class::For);
        match self.class_at(skip) {
            // What came before is no condition.
            Class::LBrace | Class::LBraceBody if !is_loop => replace(skip, []),
            // gc then reads a condition.
            _ => replace(skip, [Kind::Semi]),
        }
    }

    fn after_else(&self) -> Option<Explanation> {
        let applies = self.previous() == Class::Else
            && self.has(Class::If)
            && self.has(Class::LBrace)
            && !self.expected.expr();
        if !applies {
            return None;
        }
        let skip = self.distance(&[Class::Name, Class::RBrace]);
        let repair = replace(skip, [Kind::LBrace, Kind::RBrace, Kind::Semi]);
        self.plain("else must be followed by if or statement block", repair)
    }
}
