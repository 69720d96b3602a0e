//! Expressions as gc's messages show them: short, on one line.

use super::Builder;
use crate::ast::*;

impl Builder<'_> {
    pub fn show(&self, x: ExprId) -> String {
        match self.ast.kind(x) {
            ExprKind::Name(symbol) => symbol.to_string(),
            ExprKind::BasicLit { end, .. } => self.text(self.pos(x), end).to_owned(),
            ExprKind::Selector { x, sel } => format!("{}.{}", self.show(x), self.show(sel)),
            ExprKind::Paren(x) => format!("({})", self.show(x)),
            ExprKind::Call { func, args, .. } => {
                format!("{}({})", self.show(func), self.show_list(args))
            }
            ExprKind::Index { x, indices } => {
                format!("{}[{}]", self.show(x), self.show_list(indices))
            }
            ExprKind::Binary { op, x, y } => {
                format!("{} {} {}", self.show(x), op.text(), self.show(y))
            }
            ExprKind::Unary { op, x } => format!("{}{}", op.text(), self.show(x)),
            ExprKind::Star(x) => format!("*{}", self.show(x)),
            ExprKind::CompositeLit { ty, .. } => {
                format!("{}{{…}}", ty.map_or(String::new(), |ty| self.show(ty)))
            }
            ExprKind::TypeSwitchGuard { x, .. } => format!("{}.(type)", self.show(x)),
            ExprKind::TypeAssert { x, ty } => format!("{}.({})", self.show(x), self.show(ty)),
            ExprKind::FuncLit { .. } => "func(…) {…}".into(),
            ExprKind::SliceType(elem) => format!("[]{}", self.show(elem)),
            ExprKind::ArrayType { len, elem } => {
                let len = len.map_or("...".into(), |len| self.show(len));
                format!("[{len}]{}", self.show(elem))
            }
            ExprKind::MapType { key, value } => {
                format!("map[{}]{}", self.show(key), self.show(value))
            }
            ExprKind::ChanType { dir, elem } => {
                let word = match dir {
                    ChanDir::Both => "chan",
                    ChanDir::Send => "chan<-",
                    ChanDir::Recv => "<-chan",
                };
                format!("{word} {}", self.show(elem))
            }
            ExprKind::InterfaceType { elems } if elems.is_empty() => "interface{}".into(),
            ExprKind::StructType { fields } if fields.is_empty() => "struct{}".into(),
            _ => "…".into(),
        }
    }

    fn show_list(&self, list: List<ExprId>) -> String {
        let shown: Vec<String> = self.ast.list(list).map(|x| self.show(x)).collect();
        shown.join(", ")
    }

    pub fn show_stmt(&self, stmt: StmtId) -> String {
        match self.ast.stmt(stmt).kind {
            StmtKind::Assign {
                define: false,
                lhs,
                rhs,
            } => format!(
                "assignment {} = {}",
                self.show_side(lhs),
                self.show_side(rhs)
            ),
            StmtKind::Assign { lhs, rhs, .. } => {
                format!("{} := {}", self.show_list(lhs), self.show_list(rhs))
            }
            StmtKind::IncDec { x, inc } => {
                format!("{}{}", self.show(x), if inc { "++" } else { "--" })
            }
            StmtKind::AssignOp { op, x, y } => {
                format!("{} {}= {}", self.show(x), op.text(), self.show(y))
            }
            StmtKind::Send { chan, value } => {
                format!("{} <- {}", self.show(chan), self.show(value))
            }
            _ => "…".into(),
        }
    }

    /// One side of an assignment, a binary expression in parentheses.
    fn show_side(&self, list: List<ExprId>) -> String {
        let shown = self.show_list(list);
        let binary = list.len() == 1
            && matches!(
                self.ast.kind(self.ast.item(list, 0)),
                ExprKind::Binary { .. }
            );
        if binary { format!("({shown})") } else { shown }
    }
}
