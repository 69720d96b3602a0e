//! Terminating statements. Spec: "Terminating statements".

use crate::checker::Checker;
use parser::ast::{BranchKind, ExprId, List, StmtId, StmtKind};
use source::Symbol;

impl<'a> Checker<'a> {
    pub(crate) fn is_terminating(&self, s: StmtId) -> bool {
        self.terminating(s, None)
    }

    fn terminating(&self, id: StmtId, label: Option<Symbol>) -> bool {
        let ast = self.ast;
        match ast.stmt(id).kind {
            StmtKind::Return(_) => true,
            StmtKind::Branch { kind, .. } => {
                matches!(kind, BranchKind::Goto | BranchKind::Fallthrough)
            }
            StmtKind::Expr(e) => self.env.is_panic.contains(&self.call_of(e)),
            StmtKind::Block { stmts, .. } => self.terminating_list(stmts),
            StmtKind::Labeled { label, stmt } => self.terminating(stmt, Some(ast.name(label))),
            StmtKind::If {
                then,
                els: Some(els),
                ..
            } => self.terminating(then, None) && self.terminating(els, None),
            StmtKind::Switch { clauses, .. } => {
                let mut has_default = false;
                for c in ast.list(clauses) {
                    let clause = ast.clause(c);
                    has_default |= clause.is_default;
                    if !self.terminating_list(clause.body)
                        || self.has_break_list(clause.body, label, true)
                    {
                        return false;
                    }
                }
                has_default
            }
            StmtKind::Select { clauses, .. } => ast.list(clauses).all(|c| {
                let clause = ast.clause(c);
                self.terminating_list(clause.body) && !self.has_break_list(clause.body, label, true)
            }),
            StmtKind::For {
                cond: None, body, ..
            } => !self.has_break(body, label, true),
            _ => false,
        }
    }

    fn call_of(&self, e: ExprId) -> ExprId {
        self.ast.unparen(e)
    }

    fn terminating_list(&self, list: List<StmtId>) -> bool {
        // Trailing empty statements are permitted: skip them.
        let last = self
            .ast
            .list(list)
            .rev()
            .find(|&s| !matches!(self.ast.stmt(s).kind, StmtKind::Empty));
        last.is_some_and(|s| self.terminating(s, None))
    }

    fn has_break_list(&self, list: List<StmtId>, label: Option<Symbol>, implicit: bool) -> bool {
        self.ast
            .list(list)
            .any(|s| self.has_break(s, label, implicit))
    }

    /// A break that leaves the statement with the label or, if `implicit`, the innermost one.
    fn has_break(&self, id: StmtId, label: Option<Symbol>, implicit: bool) -> bool {
        let ast = self.ast;
        match ast.stmt(id).kind {
            StmtKind::Branch {
                kind: BranchKind::Break,
                label: target,
            } => match target {
                None => implicit,
                Some(t) => label == Some(ast.name(t)),
            },
            StmtKind::Labeled { stmt, .. } => self.has_break(stmt, label, implicit),
            StmtKind::Block { stmts, .. } => self.has_break_list(stmts, label, implicit),
            StmtKind::If { then, els, .. } => {
                self.has_break(then, label, implicit)
                    || els.is_some_and(|e| self.has_break(e, label, implicit))
            }
            StmtKind::Switch { clauses, .. } | StmtKind::Select { clauses, .. } => {
                label.is_some()
                    && ast
                        .list(clauses)
                        .any(|c| self.has_break_list(ast.clause(c).body, label, false))
            }
            StmtKind::For { body, .. } | StmtKind::Range { body, .. } => {
                label.is_some() && self.has_break(body, label, false)
            }
            _ => false,
        }
    }
}
