//! Expressions and types.

use super::{Builder, Seq, operator};
use crate::ast::*;
use lexer::{Kind, Token};
use source::Pos;

/// The arguments of a call.
#[derive(Clone, Copy)]
pub struct Args {
    pub lparen: Pos,
    pub args: List<ExprId>,
    pub spread: bool,
    pub rparen: Pos,
}

pub fn binary_op(kind: Kind) -> BinaryOp {
    use Kind::*;
    match kind {
        Add | AddAssign => BinaryOp::Add,
        Sub | SubAssign => BinaryOp::Sub,
        Star | MulAssign => BinaryOp::Mul,
        Div | DivAssign => BinaryOp::Div,
        Rem | RemAssign => BinaryOp::Rem,
        And | AndAssign => BinaryOp::And,
        Or | OrAssign => BinaryOp::Or,
        Xor | XorAssign => BinaryOp::Xor,
        Shl | ShlAssign => BinaryOp::Shl,
        Shr | ShrAssign => BinaryOp::Shr,
        AndNot | AndNotAssign => BinaryOp::AndNot,
        AndAnd => BinaryOp::AndAnd,
        OrOr => BinaryOp::OrOr,
        Eql => BinaryOp::Eql,
        Neq => BinaryOp::Neq,
        Lss => BinaryOp::Lss,
        Leq => BinaryOp::Leq,
        Gtr => BinaryOp::Gtr,
        _ => BinaryOp::Geq,
    }
}

fn precedence(op: BinaryOp) -> u8 {
    use BinaryOp::*;
    match op {
        OrOr => 1,
        AndAnd => 2,
        Eql | Neq | Lss | Leq | Gtr | Geq => 3,
        Add | Sub | Or | Xor => 4,
        Mul | Div | Rem | And | Shl | Shr | AndNot => 5,
    }
}

impl Builder<'_> {
    pub fn lit(&mut self, token: Token) -> ExprId {
        let kind = match token.kind {
            Kind::Int => LitKind::Int,
            Kind::Float => LitKind::Float,
            Kind::Imaginary => LitKind::Imaginary,
            Kind::Rune => LitKind::Rune,
            _ => LitKind::String,
        };
        let end = token.end;
        self.expr(token.start, ExprKind::BasicLit { kind, end })
    }

    pub fn unary(&mut self, op: Token, x: ExprId) -> ExprId {
        let unary = |op| ExprKind::Unary { op, x };
        let kind = match op.kind {
            Kind::Star => ExprKind::Star(x),
            Kind::Add => unary(UnaryOp::Plus),
            Kind::Sub => unary(UnaryOp::Neg),
            Kind::Not => unary(UnaryOp::Not),
            Kind::Xor => unary(UnaryOp::Xor),
            Kind::And => unary(UnaryOp::And),
            Kind::Tilde => unary(UnaryOp::Tilde),
            _ => unary(UnaryOp::Recv),
        };
        self.expr(op.start, kind)
    }

    /// A term `~T` of a constraint.
    pub fn tilde(&mut self, op: Token, x: ExprId) -> ExprId {
        if op.kind != Kind::Tilde {
            self.error(
                op.start,
                "syntax error: unexpected !, expected ~ term or type",
            );
        }
        self.expr(
            op.start,
            ExprKind::Unary {
                op: UnaryOp::Tilde,
                x,
            },
        )
    }

    /// `x | y` in a constraint.
    pub fn union(&mut self, x: ExprId, op: Token, y: ExprId) -> ExprId {
        if op.kind != Kind::Or {
            let message = format!(
                "syntax error: unexpected {}, expected semicolon, newline, or }}",
                operator(op.kind)
            );
            self.error(op.start, message);
        }
        let op = (op.start, BinaryOp::Or);
        self.expr(op.0, ExprKind::Binary { op: op.1, x, y })
    }

    /// `x op y`, where `x` may be a chain that binds less: goes down its right spine, which has
    /// one node per precedence at most.
    pub fn binary(&mut self, x: ExprId, token: Token, y: ExprId) -> ExprId {
        let op = binary_op(token.kind);
        let level = token.kind.precedence();
        let mut operand = x;
        let mut parent = None;
        while let ExprKind::Binary { op, y, .. } = self.ast.kind(operand) {
            if precedence(op) >= level {
                break;
            }
            parent = Some(operand);
            operand = y;
        }
        let new = self.expr(token.start, ExprKind::Binary { op, x: operand, y });
        let Some(parent) = parent else {
            return new;
        };
        if let ExprKind::Binary { y, .. } = &mut self.ast.expr_mut(parent).kind {
            *y = new;
        }
        x
    }

    /// `<-` before a bare type: a receive operation, or `<-chan T`, re-associated as in `<-chan (<-chan T)` for
    /// `<-chan<- chan T`. Spec: "The <- operator associates with the leftmost chan possible".
    pub fn receive_type(&mut self, arrow: Token, x: ExprId) -> ExprId {
        if !matches!(self.ast.kind(x), ExprKind::ChanType { .. }) {
            return self.unary(arrow, x);
        }
        let mut ty = x;
        loop {
            let ExprKind::ChanType { dir, elem } = self.ast.kind(ty) else {
                let message = format!("syntax error: unexpected {}, expected chan", self.show(ty));
                self.error(arrow.start, message);
                return x;
            };
            let receive = ExprKind::ChanType {
                dir: ChanDir::Recv,
                elem,
            };
            self.ast.expr_mut(ty).kind = receive;
            match dir {
                ChanDir::Both => break,
                ChanDir::Recv => {
                    self.error(arrow.start, "syntax error: unexpected <-, expected chan");
                    return x;
                }
                ChanDir::Send => ty = elem,
            }
        }
        self.ast.expr_mut(x).pos = arrow.start;
        x
    }

    pub fn selector(&mut self, x: ExprId, sel: ExprId) -> ExprId {
        let pos = self.pos(sel);
        self.expr(pos, ExprKind::Selector { x, sel })
    }

    pub fn index(&mut self, x: ExprId, bracket: Token, indices: Seq<ExprId>) -> ExprId {
        let indices = self.list(indices);
        self.expr(bracket.start, ExprKind::Index { x, indices })
    }

    pub fn call(&mut self, func: ExprId, args: Args) -> ExprId {
        let Args {
            lparen,
            args,
            spread,
            rparen,
        } = args;
        self.expr(
            lparen,
            ExprKind::Call {
                func,
                args,
                spread,
                rparen,
            },
        )
    }

    /// A composite literal. The grammar lets any primary stand before `{`.
    pub fn composite(
        &mut self,
        brace: Token,
        ty: Option<ExprId>,
        (elems, rbrace): (List<ExprId>, Pos),
    ) -> ExprId {
        if let Some(ty) = ty {
            let bare = self.ast.unparen(ty);
            if !self.can_be_literal_type(bare) {
                let first = self.rejected_brace.get_or_insert(brace.start);
                *first = brace.start.min(*first);
            } else if bare != ty {
                let message = "syntax error: cannot parenthesize type in composite literal";
                self.error(brace.start, message);
            }
        }
        self.expr(brace.start, ExprKind::CompositeLit { ty, elems, rbrace })
    }

    fn can_be_literal_type(&self, x: ExprId) -> bool {
        match self.ast.kind(x) {
            ExprKind::Name(_)
            | ExprKind::Selector { .. }
            | ExprKind::ArrayType { .. }
            | ExprKind::SliceType(_)
            | ExprKind::MapType { .. }
            | ExprKind::StructType { .. } => true,
            ExprKind::Index { indices, .. } => {
                indices.len() > 1 || !self.is_value(self.ast.item(indices, 0))
            }
            _ => false,
        }
    }

    /// Whether the syntax alone tells that `x` is no type.
    fn is_value(&self, x: ExprId) -> bool {
        match self.ast.kind(x) {
            ExprKind::BasicLit { .. }
            | ExprKind::CompositeLit { .. }
            | ExprKind::FuncLit { .. }
            | ExprKind::Slice { .. }
            | ExprKind::TypeAssert { .. }
            | ExprKind::TypeSwitchGuard { .. }
            | ExprKind::Call { .. }
            | ExprKind::Unary { .. }
            | ExprKind::Binary { .. } => true,
            ExprKind::Paren(x) => self.is_value(x),
            ExprKind::Index { x, indices } => {
                self.is_value(x) || self.ast.list(indices).any(|i| self.is_value(i))
            }
            _ => false,
        }
    }
}
