//! Statements.

use super::exprs::binary_op;
use super::{Builder, Seq};
use crate::ast::*;
use lexer::{Class, Kind, Token};
use source::Pos;

/// `init; tail` of `if` and `switch`; `semi` is the semicolon between them.
#[derive(Clone, Copy, Default)]
pub struct Header {
    pub init: Option<StmtId>,
    pub semi: Option<Token>,
    pub tail: Option<StmtId>,
}

#[derive(Clone, Copy)]
pub enum ForHeader {
    Clauses {
        init: Option<StmtId>,
        cond: Option<ExprId>,
        post: Option<StmtId>,
    },
    Range {
        define: bool,
        lhs: List<ExprId>,
        x: ExprId,
    },
}

impl Builder<'_> {
    pub fn stmt(&mut self, pos: Pos, kind: StmtKind) -> StmtId {
        self.ast.add_stmt(pos, kind)
    }

    pub fn expr_stmt(&mut self, x: ExprId) -> StmtId {
        let pos = self.ast.start(x);
        self.stmt(pos, StmtKind::Expr(x))
    }

    pub fn push_stmt(&mut self, seq: Seq<StmtId>, stmt: Option<StmtId>) -> Seq<StmtId> {
        match stmt {
            Some(stmt) => self.push(seq, stmt),
            None => seq,
        }
    }

    pub fn assign(&mut self, lhs: Seq<ExprId>, op: Token, rhs: Seq<ExprId>) -> StmtId {
        let rhs = self.list(rhs);
        let lhs = self.list(lhs);
        let define = op.class == Class::Define;
        self.stmt(op.start, StmtKind::Assign { define, lhs, rhs })
    }

    pub fn inc_dec(&mut self, x: ExprId, op: Token) -> StmtId {
        let inc = op.kind == Kind::Inc;
        self.stmt(op.start, StmtKind::IncDec { x, inc })
    }

    pub fn assign_op(&mut self, x: ExprId, op: Token, y: ExprId) -> StmtId {
        let kind = StmtKind::AssignOp {
            op: binary_op(op.kind),
            x,
            y,
        };
        self.stmt(op.start, kind)
    }

    pub fn labeled(&mut self, label: ExprId, colon: Token, stmt: Option<StmtId>) -> StmtId {
        let stmt = stmt.unwrap_or_else(|| self.stmt(colon.end, StmtKind::Empty));
        let pos = self.pos(label);
        self.stmt(pos, StmtKind::Labeled { label, stmt })
    }

    pub fn branch(&mut self, keyword: Token, label: Option<ExprId>) -> StmtId {
        let kind = match keyword.class {
            Class::Break => BranchKind::Break,
            Class::Continue => BranchKind::Continue,
            Class::Goto => BranchKind::Goto,
            _ => BranchKind::Fallthrough,
        };
        self.stmt(keyword.start, StmtKind::Branch { kind, label })
    }

    /// `go x` and `defer x`. Spec: "The expression … cannot be parenthesized".
    pub fn go_or_defer(&mut self, keyword: Token, x: ExprId) -> StmtId {
        let (word, kind) = match keyword.class {
            Class::Go => ("go", StmtKind::Go(x)),
            _ => ("defer", StmtKind::Defer(x)),
        };
        let operator = match self.ast.kind(x) {
            ExprKind::Paren(_) => {
                let message = format!("expression in {word} must not be parenthesized");
                self.error(self.pos(x), message);
                None
            }
            // Only operands with what follows them are read here.
            ExprKind::Star(_) => Some("*"),
            ExprKind::Unary { op, .. } => Some(op.text()),
            _ => None,
        };
        if let Some(operator) = operator {
            let message = format!("syntax error: unexpected {operator}, expected expression");
            self.error(self.pos(x), message);
        }
        self.stmt(keyword.start, kind)
    }

    pub fn block(&mut self, brace: Token, stmts: List<StmtId>, rbrace: Token) -> StmtId {
        let rbrace = rbrace.start;
        self.stmt(brace.start, StmtKind::Block { stmts, rbrace })
    }

    pub fn if_stmt(
        &mut self,
        keyword: Token,
        header: Header,
        then: StmtId,
        els: Option<StmtId>,
    ) -> StmtId {
        if header.tail.is_none() {
            let missing = "syntax error: missing condition in if statement";
            match header.semi {
                Some(semi) if semi.kind == Kind::Semi => self.error(semi.start, missing),
                Some(semi) => {
                    let message = "syntax error: unexpected newline, expected { after if clause";
                    self.error(semi.start, message);
                }
                None => self.error(self.ast.stmt(then).pos, missing),
            }
        }
        let cond = header.tail.and_then(|tail| self.condition(tail));
        let kind = StmtKind::If {
            init: header.init,
            cond,
            then,
            els,
        };
        self.stmt(keyword.start, kind)
    }

    pub fn switch(
        &mut self,
        keyword: Token,
        header: Header,
        clauses: Seq<ClauseId>,
        rbrace: Token,
    ) -> StmtId {
        let clauses = self.list(clauses);
        let tag = header.tail.and_then(|tail| {
            self.type_switch_guard(tail)
                .or_else(|| self.condition(tail))
        });
        let kind = StmtKind::Switch {
            init: header.init,
            tag,
            clauses,
            rbrace: rbrace.start,
        };
        self.stmt(keyword.start, kind)
    }

    /// `name := x.(type)`.
    fn type_switch_guard(&mut self, tail: StmtId) -> Option<ExprId> {
        let StmtKind::Assign {
            define: true,
            lhs,
            rhs,
        } = self.ast.stmt(tail).kind
        else {
            return None;
        };
        if lhs.len() != 1 || rhs.len() != 1 {
            return None;
        }
        let (declared, guard) = (self.ast.item(lhs, 0), self.ast.item(rhs, 0));
        let is_name = matches!(self.ast.kind(declared), ExprKind::Name(_));
        match &mut self.ast.expr_mut(guard).kind {
            ExprKind::TypeSwitchGuard { name, .. } if is_name => {
                *name = Some(declared);
                Some(guard)
            }
            _ => None,
        }
    }

    pub fn select(&mut self, keyword: Token, clauses: Seq<ClauseId>, rbrace: Token) -> StmtId {
        let clauses = self.list(clauses);
        let rbrace = rbrace.start;
        self.stmt(keyword.start, StmtKind::Select { clauses, rbrace })
    }

    pub fn for_clauses(
        &mut self,
        init: Option<StmtId>,
        cond: Option<StmtId>,
        post: Option<StmtId>,
    ) -> ForHeader {
        if let Some(post) = post
            && let Stmt {
                pos,
                kind: StmtKind::Assign { define: true, .. },
            } = self.ast.stmt(post)
        {
            let message = "syntax error: cannot declare in post statement of for loop";
            self.error(pos, message);
        }
        let cond = cond.and_then(|cond| self.condition(cond));
        ForHeader::Clauses { init, cond, post }
    }

    pub fn range(&mut self, lhs: Option<(Seq<ExprId>, Token)>, x: ExprId) -> ForHeader {
        match lhs {
            Some((lhs, op)) => ForHeader::Range {
                define: op.class == Class::Define,
                lhs: self.list(lhs),
                x,
            },
            None => ForHeader::Range {
                define: false,
                lhs: List::EMPTY,
                x,
            },
        }
    }

    pub fn for_stmt(&mut self, keyword: Token, header: ForHeader, body: StmtId) -> StmtId {
        let kind = match header {
            ForHeader::Clauses { init, cond, post } => StmtKind::For {
                init,
                cond,
                post,
                body,
            },
            ForHeader::Range { define, lhs, x } => StmtKind::Range {
                define,
                lhs,
                x,
                body,
            },
        };
        self.stmt(keyword.start, kind)
    }

    /// The statement of a header, which must be an expression.
    fn condition(&mut self, stmt: StmtId) -> Option<ExprId> {
        let Stmt { pos, kind } = self.ast.stmt(stmt);
        if let StmtKind::Expr(x) = kind {
            return Some(x);
        }
        let shown = self.show_stmt(stmt);
        self.error(pos, format!("syntax error: cannot use {shown} as value"));
        None
    }

    pub fn clause(
        &mut self,
        keyword: Token,
        exprs: List<ExprId>,
        comm: Option<StmtId>,
        colon: Token,
        body: List<StmtId>,
    ) -> ClauseId {
        self.ast.add_clause(Clause {
            pos: keyword.start,
            is_default: keyword.class == Class::Default,
            exprs,
            comm,
            colon: colon.start,
            body,
        })
    }
}
