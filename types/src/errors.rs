//! Reporting errors in gc's words and at gc's positions.

use crate::checker::Checker;
use parser::ast::ExprId;
use source::{Diagnostic, Edit, Pos, Related, Suggestion};

impl<'a> Checker<'a> {
    /// Where an error about an expression is reported.
    pub fn at_pos(&self, e: ExprId) -> Pos {
        self.ast.start(e)
    }

    pub fn error(&mut self, pos: Pos, message: impl Into<String>) {
        self.report(pos, Pos::NONE, message.into(), false);
    }

    /// An error at an expression.
    pub fn error_at(&mut self, e: ExprId, message: impl Into<String>) {
        let pos = self.at_pos(e);
        let end = self.ast.end(self.map, e);
        self.report(pos, end, message.into(), false);
    }

    /// An error that does not make the program's meaning unclear (unused variables, imports).
    pub fn soft_error(&mut self, pos: Pos, message: impl Into<String>) {
        self.report(pos, Pos::NONE, message.into(), true);
    }

    /// Adds to the error that was reported last: how far the text at fault goes, places that explain
    /// it, suggestions. Does nothing if that one was not worth reporting.
    pub(crate) fn amend(&mut self, amend: impl FnOnce(&mut Diagnostic)) {
        if self.state.last_is_reported
            && let Some(last) = self.diags.list.last_mut()
        {
            amend(last);
        }
    }

    /// Adds the declaration of a name to the error that was reported last.
    pub(crate) fn amend_related(&mut self, pos: Pos, message: impl Into<String>) {
        let message = message.into();
        self.amend(|d| {
            if pos.is_known() && pos != d.pos {
                let end = Pos::NONE;
                d.related.push(Related { pos, end, message });
            }
        });
    }

    /// Adds a suggestion to the error that was reported last.
    pub(crate) fn amend_suggestion(&mut self, message: impl Into<String>, edits: Vec<Edit>) {
        let message = message.into();
        self.amend(|d| d.suggestions.push(Suggestion { message, edits }));
    }

    /// `./a.go:3:5`: how a position reads inside a message.
    pub fn pos_string(&self, pos: Pos) -> String {
        match self.map.position(pos) {
            Some(p) => p.to_string(),
            None => "-".into(),
        }
    }

    fn report(&mut self, pos: Pos, end: Pos, message: String, soft: bool) {
        // An inherited constant initialiser: the name being declared is to blame.
        let (pos, end) = match self.env.err_pos {
            Some(pos) => (pos, Pos::NONE),
            None => (pos, end),
        };
        self.state.last_is_reported = false;
        // Follow-on errors.
        if !self.diags.is_empty()
            && (message.contains("invalid operand") || message.contains("invalid type"))
        {
            return;
        }
        let hint = self.version_hint(pos, &message);
        let message = message + &hint;
        self.state.last_is_reported = true;
        self.diags.push(Diagnostic {
            soft,
            end,
            ..Diagnostic::new(pos, message)
        });
    }
}
