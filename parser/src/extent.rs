//! Where nodes end: the tree knows where they begin, and the text tells the rest. Only errors ask.

use crate::ast::{Ast, ExprId, ExprKind, StmtId, StmtKind};
use source::{Pos, SourceMap};

/// Longer chains of operands end early: only the underlining of an error suffers.
const MAX_DEPTH: usize = 200;

impl Ast {
    /// The position behind the expression.
    pub fn end(&self, map: &SourceMap, x: ExprId) -> Pos {
        self.end_within(map, x, MAX_DEPTH)
    }

    fn end_within(&self, map: &SourceMap, x: ExprId, depth: usize) -> Pos {
        let pos = self.pos(x);
        let Some(depth) = depth.checked_sub(1) else {
            return pos.offset(1);
        };
        let end = |x: ExprId| self.end_within(map, x, depth);
        match self.kind(x) {
            ExprKind::Bad => pos,
            ExprKind::Name(_) => word_end(map, pos),
            ExprKind::BasicLit { end, .. } => end,
            ExprKind::CompositeLit { rbrace, .. } => rbrace.offset(1),
            ExprKind::KeyValue { value, .. } => end(value),
            ExprKind::FuncLit { sig, body } => match self.stmt(body).kind {
                StmtKind::Block { rbrace, .. } => rbrace.offset(1),
                _ => end(sig),
            },
            ExprKind::Paren(inner) => behind(map, end(inner), ")"),
            ExprKind::Selector { sel, .. } => end(sel),
            ExprKind::Index { x, indices } => {
                let last = self.list(indices).next_back();
                behind(map, last.map_or_else(|| end(x), end), "]")
            }
            ExprKind::Slice { lo, hi, max, .. } => {
                let last = max.or(hi).or(lo);
                behind(map, last.map_or(pos.offset(1), end), "]")
            }
            ExprKind::TypeAssert { ty, .. } => behind(map, end(ty), ")"),
            ExprKind::TypeSwitchGuard { x, .. } => behind(map, end(x), ")"),
            ExprKind::Call { rparen, .. } => rparen.offset(1),
            ExprKind::Star(x) | ExprKind::Unary { x, .. } => end(x),
            ExprKind::Binary { y, .. } => end(y),
            ExprKind::ArrayType { elem, .. }
            | ExprKind::SliceType(elem)
            | ExprKind::ChanType { elem, .. }
            | ExprKind::Variadic(elem) => end(elem),
            ExprKind::MapType { value, .. } => end(value),
            ExprKind::StructType { fields } => {
                let last = self.list(fields).next_back().map(|f| self.field(f));
                let inner = last.and_then(|f| f.tag.or(f.ty).or(f.name));
                behind(map, inner.map_or(pos, end), "}")
            }
            ExprKind::InterfaceType { elems } => {
                let last = self.list(elems).next_back().map(|f| self.field(f));
                let inner = last.and_then(|f| f.ty.or(f.name));
                behind(map, inner.map_or(pos, end), "}")
            }
            ExprKind::FuncType { params, results } => {
                let last = |fields: crate::ast::List<crate::ast::FieldId>| {
                    let field = self.field(self.list(fields).next_back()?);
                    field.ty.or(field.name).map(end)
                };
                match (last(results), last(params)) {
                    // One result needs no parentheses.
                    (Some(at), _) if results.len() == 1 => at,
                    (Some(at), _) => behind(map, at, ")"),
                    (None, Some(at)) => behind(map, at, ")"),
                    (None, None) => behind(map, pos, ")"),
                }
            }
        }
    }

    /// The position behind a simple statement, if it is one.
    pub fn simple_stmt_end(&self, map: &SourceMap, s: StmtId) -> Option<Pos> {
        let s = self.stmt(s);
        Some(match s.kind {
            StmtKind::Expr(x) | StmtKind::Go(x) | StmtKind::Defer(x) => self.end(map, x),
            StmtKind::Send { value, .. } => self.end(map, value),
            StmtKind::IncDec { .. } => s.pos.offset(2),
            StmtKind::AssignOp { y, .. } => self.end(map, y),
            StmtKind::Assign { rhs, .. } => self.end(map, self.list(rhs).next_back()?),
            StmtKind::Return(list) => match self.list(list).next_back() {
                Some(x) => self.end(map, x),
                None => word_end(map, s.pos),
            },
            StmtKind::Branch { label, .. } => match label {
                Some(label) => self.end(map, label),
                None => word_end(map, s.pos),
            },
            _ => return None,
        })
    }
}

/// The end of the word at `pos`.
fn word_end(map: &SourceMap, pos: Pos) -> Pos {
    let length = rest(map, pos)
        .find(|c: char| !c.is_alphanumeric() && c != '_')
        .unwrap_or(0);
    pos.offset(length as u32)
}

/// Behind the next `closing` bracket, with only space, comments, commas and colons (and, at the
/// beginning of what is closed, a keyword and the opening bracket) before it; else `pos`.
fn behind(map: &SourceMap, pos: Pos, closing: &str) -> Pos {
    let text = rest(map, pos);
    let mut i = 0;
    while i < text.len() {
        let here = &text[i..];
        if here.starts_with(closing) {
            return pos.offset((i + 1) as u32);
        }
        let skipped = if here.starts_with("//") {
            here.find('\n').unwrap_or(here.len())
        } else if here.starts_with("/*") {
            here.find("*/").map_or(here.len(), |n| n + 2)
        } else if here.starts_with(|c: char| {
            c.is_whitespace() || c.is_alphabetic() || matches!(c, ',' | ':' | ';' | '{' | '(')
        }) {
            here.chars().next().map_or(1, char::len_utf8)
        } else {
            return pos;
        };
        i += skipped;
    }
    pos
}

/// The text of the file from `pos` on.
fn rest(map: &SourceMap, pos: Pos) -> &str {
    map.file_of(pos).map_or("", |id| {
        let file = map.file(id);
        let at = (pos.0 - file.base.0) as usize;
        file.text.get(at..).unwrap_or("")
    })
}
