//! Expressions as text, as gc shows them in messages.

use crate::checker::Checker;
use parser::ast::{ChanDir, ExprId, ExprKind, FieldId, List};
use std::fmt::Write;

const MAX_DEPTH: u32 = 60;

impl<'a> Checker<'a> {
    pub fn expr_string(&self, e: ExprId) -> String {
        let mut out = String::new();
        self.write_expr(&mut out, e, 0);
        out
    }

    fn write_list(&self, out: &mut String, list: List<ExprId>, depth: u32) {
        for (i, e) in self.ast.list(list).enumerate() {
            if i > 0 {
                out.push_str(", ");
            }
            self.write_expr(out, e, depth);
        }
    }

    fn write_fields(&self, out: &mut String, list: List<FieldId>, separator: &str, depth: u32) {
        let ast = self.ast;
        let fields: Vec<FieldId> = ast.list(list).collect();
        let mut between = "";
        for (i, &f) in fields.iter().enumerate() {
            let field = ast.field(f);
            out.push_str(between);
            between = separator;
            if let Some(name) = field.name {
                let _ = write!(out, "{}", ast.name(name));
                let grouped = fields.get(i + 1).is_some_and(|&g| {
                    let next = ast.field(g);
                    next.name.is_some() && next.ty == field.ty
                });
                if grouped {
                    between = ", ";
                    continue;
                }
                out.push(' ');
            }
            if let Some(ty) = field.ty {
                self.write_expr(out, ty, depth);
            }
        }
    }

    fn write_signature(
        &self,
        out: &mut String,
        params: List<FieldId>,
        results: List<FieldId>,
        depth: u32,
    ) {
        out.push('(');
        self.write_fields(out, params, ", ", depth);
        out.push(')');
        if results.is_empty() {
            return;
        }
        out.push(' ');
        let first = self.ast.field(self.ast.item(results, 0));
        if results.len() == 1 && first.name.is_none() {
            self.write_fields(out, results, ", ", depth);
        } else {
            out.push('(');
            self.write_fields(out, results, ", ", depth);
            out.push(')');
        }
    }

    fn write_expr(&self, out: &mut String, e: ExprId, depth: u32) {
        if depth > MAX_DEPTH {
            out.push('…');
            return;
        }
        let d = depth + 1;
        match self.ast.kind(e) {
            ExprKind::Bad => out.push_str("(bad expr)"),
            ExprKind::Name(name) => out.push_str(name.as_str()),
            ExprKind::BasicLit { end, .. } => {
                out.push_str(self.map.text(self.ast.pos(e), end));
            }
            ExprKind::CompositeLit { ty, elems, .. } => {
                if let Some(ty) = ty {
                    self.write_expr(out, ty, d);
                }
                out.push_str(if elems.is_empty() { "{}" } else { "{…}" });
            }
            ExprKind::KeyValue { key, value } => {
                self.write_expr(out, key, d);
                out.push_str(": ");
                self.write_expr(out, value, d);
            }
            ExprKind::FuncLit { sig, body } => {
                self.write_expr(out, sig, d);
                let empty = matches!(
                    self.ast.stmt(body).kind,
                    parser::ast::StmtKind::Block { stmts, .. } if stmts.is_empty()
                );
                out.push_str(if empty { " {}" } else { " {…}" });
            }
            ExprKind::Paren(x) => {
                out.push('(');
                self.write_expr(out, x, d);
                out.push(')');
            }
            ExprKind::Selector { x, sel } => {
                self.write_expr(out, x, d);
                let _ = write!(out, ".{}", self.ast.name(sel));
            }
            ExprKind::Index { x, indices } => {
                self.write_expr(out, x, d);
                out.push('[');
                self.write_list(out, indices, d);
                out.push(']');
            }
            ExprKind::Slice {
                x,
                lo,
                hi,
                max,
                three,
            } => {
                self.write_expr(out, x, d);
                out.push('[');
                if let Some(lo) = lo {
                    self.write_expr(out, lo, d);
                }
                out.push(':');
                if let Some(hi) = hi {
                    self.write_expr(out, hi, d);
                }
                if three {
                    out.push(':');
                    if let Some(max) = max {
                        self.write_expr(out, max, d);
                    }
                }
                out.push(']');
            }
            ExprKind::TypeAssert { x, ty } => {
                self.write_expr(out, x, d);
                out.push_str(".(");
                self.write_expr(out, ty, d);
                out.push(')');
            }
            ExprKind::TypeSwitchGuard { name, x } => {
                if let Some(name) = name {
                    let _ = write!(out, "{} := ", self.ast.name(name));
                }
                self.write_expr(out, x, d);
                out.push_str(".(type)");
            }
            ExprKind::Call {
                func, args, spread, ..
            } => {
                self.write_expr(out, func, d);
                out.push('(');
                self.write_list(out, args, d);
                if spread {
                    out.push_str("...");
                }
                out.push(')');
            }
            ExprKind::Star(x) => {
                out.push('*');
                self.write_expr(out, x, d);
            }
            ExprKind::Unary { op, x } => {
                out.push_str(op.text());
                self.write_expr(out, x, d);
            }
            ExprKind::Binary { op, x, y } => {
                self.write_expr(out, x, d);
                let _ = write!(out, " {} ", op.text());
                self.write_expr(out, y, d);
            }
            ExprKind::ArrayType { len, elem } => {
                out.push('[');
                match len {
                    Some(len) => self.write_expr(out, len, d),
                    None => out.push_str("..."),
                }
                out.push(']');
                self.write_expr(out, elem, d);
            }
            ExprKind::SliceType(elem) => {
                out.push_str("[]");
                self.write_expr(out, elem, d);
            }
            ExprKind::StructType { fields } => {
                out.push_str("struct{");
                self.write_fields(out, fields, "; ", d);
                out.push('}');
            }
            ExprKind::InterfaceType { elems } => {
                out.push_str("interface{");
                for (i, f) in self.ast.list(elems).enumerate() {
                    if i > 0 {
                        out.push_str("; ");
                    }
                    let field = self.ast.field(f);
                    match (field.name, field.ty.map(|t| self.ast.kind(t))) {
                        (Some(name), Some(ExprKind::FuncType { params, results })) => {
                            let _ = write!(out, "{}", self.ast.name(name));
                            self.write_signature(out, params, results, d);
                        }
                        _ => {
                            if let Some(ty) = field.ty {
                                self.write_expr(out, ty, d);
                            }
                        }
                    }
                }
                out.push('}');
            }
            ExprKind::MapType { key, value } => {
                out.push_str("map[");
                self.write_expr(out, key, d);
                out.push(']');
                self.write_expr(out, value, d);
            }
            ExprKind::ChanType { dir, elem } => {
                out.push_str(match dir {
                    ChanDir::Both => "chan ",
                    ChanDir::Send => "chan<- ",
                    ChanDir::Recv => "<-chan ",
                });
                self.write_expr(out, elem, d);
            }
            ExprKind::FuncType { params, results } => {
                out.push_str("func");
                self.write_signature(out, params, results, d);
            }
            ExprKind::Variadic(x) => {
                out.push_str("...");
                self.write_expr(out, x, d);
            }
        }
    }
}
