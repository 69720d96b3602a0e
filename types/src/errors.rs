//! Reporting errors in gc's words and at gc's positions.

use crate::checker::Checker;
use parser::ast::ExprId;
use source::{Diagnostic, Pos};

impl<'a> Checker<'a> {
    /// Where an error about an expression is reported.
    pub fn at_pos(&self, e: ExprId) -> Pos {
        self.ast.start(e)
    }

    pub fn error(&mut self, pos: Pos, message: impl Into<String>) {
        self.report(pos, message.into(), false);
    }

    /// An error at an expression.
    pub fn error_at(&mut self, e: ExprId, message: impl Into<String>) {
        let pos = self.at_pos(e);
        self.report(pos, message.into(), false);
    }

    /// An error that does not make the program's meaning unclear (unused variables, imports).
    pub fn soft_error(&mut self, pos: Pos, message: impl Into<String>) {
        self.report(pos, message.into(), true);
    }

    /// `./a.go:3:5`: how a position reads inside a message.
    pub fn pos_string(&self, pos: Pos) -> String {
        match self.map.position(pos) {
            Some(p) => p.to_string(),
            None => "-".into(),
        }
    }

    fn report(&mut self, pos: Pos, message: String, soft: bool) {
        // An inherited constant initialiser: the name being declared is to blame.
        let pos = self.env.err_pos.unwrap_or(pos);
        // Follow-on errors.
        if !self.diags.is_empty()
            && (message.contains("invalid operand") || message.contains("invalid type"))
        {
            return;
        }
        let hint = self.version_hint(pos, &message);
        let message = message + &hint;
        self.diags.push(Diagnostic {
            soft,
            ..Diagnostic::new(pos, message)
        });
    }
}
