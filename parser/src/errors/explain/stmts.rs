//! Errors between and at the end of statements, in blocks and clauses.

use super::{Explanation, Rules, replace};
use crate::build::SyntaxError;
use lexer::{Class, Kind};

impl Rules<'_> {
    /// In a switch or select.
    pub(super) fn clauses(&self) -> Option<Explanation> {
        if let Some(explanation) = self.unlabeled_statement() {
            return Some(explanation);
        }
        let after_assign = matches!(self.previous(), Class::Define | Class::Assign);
        let between = self.expected.stmt() && self.has(Class::Case) && !after_assign;
        if self.context.level.is_empty() || between {
            let sync = [Class::Colon, Class::Case, Class::Default, Class::RBrace];
            let skip = self.distance(&sync);
            // gc then wants the colon of a clause, wherever it is.
            let repair = if self.context.at_eof() {
                replace(0, [])
            } else {
                replace(skip, [Kind::Default])
            };
            return Some(self.unexpected(", expected case or default or }", repair));
        }
        if self.has(Class::Colon) && !self.has(Class::Semi) && !self.expected.expr() {
            return self.want(":", Kind::Colon);
        }
        None
    }

    pub(super) fn block(&self) -> Option<Explanation> {
        if let Some(explanation) = self.unlabeled_statement() {
            return Some(explanation);
        }
        let at_start = matches!(
            self.previous(),
            Class::Semi | Class::LBrace | Class::LBraceBody | Class::Colon
        );
        if at_start && (self.expected.stmt() || self.list_ended()) {
            return self.want("}", Kind::RBrace);
        }
        self.end_of_statement().or_else(|| self.expression_list())
    }

    /// A label without a statement.
    fn unlabeled_statement(&self) -> Option<Explanation> {
        let labeled = self.previous() == Class::Colon
            && self.expected.stmt()
            && (self.starts_with() == Class::Name || self.context.before(3) == Class::Colon)
            && self.context.level.len() >= 2
            && self.context.before(2) == Class::Name;
        if !labeled || self.token() == Class::RBrace {
            return None;
        }
        let error = SyntaxError {
            pos: self.context.tokens[self.context.k - 1].start,
            message: "syntax error: missing statement after label".into(),
        };
        Some(Explanation {
            errors: vec![error],
            repair: replace(0, [Kind::Semi]),
        })
    }

    /// The parser may have ended the list of statements before it saw the error.
    fn list_ended(&self) -> bool {
        self.expected.single() == Some(Class::RBrace)
    }

    fn end_of_statement(&self) -> Option<Explanation> {
        let ends_here = self.has(Class::Semi) && self.has(Class::RBrace);
        if !(ends_here || self.list_ended()) {
            return None;
        }
        let wants_value = self.previous() == Class::Return && self.expected.expr();
        if wants_value {
            return None;
        }
        let sync = [Class::Semi, Class::RBrace, Class::Case, Class::Default];
        let repair = self.skip_to(&sync, Kind::Semi);
        Some(self.unexpected(" at end of statement", repair))
    }

    /// `a, b` must be assigned to.
    fn expression_list(&self) -> Option<Explanation> {
        if !self.has(Class::Define) || !self.has(Class::Comma) || self.has(Class::Semi) {
            return None;
        }
        let skip = self.distance(&[Class::Semi, Class::RBrace]);
        let repair = replace(skip, [Kind::Assign, Kind::Name]);
        Some(self.unexpected(", expected := or = or comma", repair))
    }
}
