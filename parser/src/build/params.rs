//! Parameters and type parameters, which the grammar reads loosely: each entry is a name, a type,
//! or both, and only the whole list tells which.

use super::{Builder, Seq};
use crate::ast::*;
use lexer::Token;
use source::Pos;

/// Where a parameter list stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum ParamList {
    Params,
    Results,
    TypeParams,
}

impl Builder<'_> {
    pub fn field(&mut self, pos: Pos, name: Option<ExprId>, ty: Option<ExprId>) -> FieldId {
        self.ast.add_field(Field {
            pos,
            name,
            ty,
            tag: None,
        })
    }

    /// An entry that begins with a name.
    pub fn named_param(&mut self, name: ExprId, ty: Option<ExprId>) -> FieldId {
        let pos = self.pos(name);
        self.field(pos, Some(name), ty)
    }

    pub fn unnamed_param(&mut self, ty: ExprId) -> FieldId {
        let pos = self.ast.start(ty);
        self.field(pos, None, Some(ty))
    }

    pub fn variadic_param(&mut self, name: Option<ExprId>, dots: Token, ty: ExprId) -> FieldId {
        let ty = self.expr(dots.start, ExprKind::Variadic(ty));
        match name {
            Some(name) => self.named_param(name, Some(ty)),
            None => self.unnamed_param(ty),
        }
    }

    /// Ends a list of parameters that closes at `close`.
    pub fn params(&mut self, seq: Seq<FieldId>, close: Token, which: ParamList) -> List<FieldId> {
        let list = self.list(seq);
        let total = list.len();
        let (mut named, mut typed) = (0, 0);
        for i in 0..total {
            let field = self.ast.field(self.ast.item(list, i));
            typed += usize::from(field.ty.is_some());
            named += usize::from(field.name.is_some() && field.ty.is_some());
        }
        if named == 0 && which != ParamList::TypeParams {
            self.names_are_types(list);
        } else if named != total {
            self.spread_types(list, close.start, which, named == typed);
        }
        self.check_variadic(list, which);
        list
    }

    /// A type with its arguments where only a type can stand: the arguments are types too.
    pub fn type_name(&mut self, t: ExprId) -> ExprId {
        let ExprKind::Index { indices, .. } = self.ast.kind(t) else {
            return t;
        };
        for i in 0..indices.len() {
            let arg = self.ast.item(indices, i);
            if let ExprKind::BasicLit { end, .. } = self.ast.kind(arg) {
                let text = self.text(self.pos(arg), end);
                let message = format!("syntax error: unexpected literal {text}, expected type");
                self.error(self.pos(arg), message);
            }
        }
        t
    }

    /// `(a, b)`: all entries are types.
    fn names_are_types(&mut self, list: List<FieldId>) {
        for i in 0..list.len() {
            let id = self.ast.item(list, i);
            let field = self.ast.field_mut(id);
            if field.ty.is_none() {
                field.ty = field.name.take();
            }
        }
    }

    /// `(a, b T)`: names without a type take the next one.
    fn spread_types(
        &mut self,
        list: List<FieldId>,
        close: Pos,
        which: ParamList,
        all_typed_are_named: bool,
    ) {
        let mut ty = None;
        let mut error = None;
        for i in (0..list.len()).rev() {
            let id = self.ast.item(list, i);
            let field = self.ast.field(id);
            match (field.name, field.ty) {
                (None, Some(own)) => {
                    ty = Some(own);
                    error = Some(self.ast.start(own));
                }
                (_, Some(own)) => ty = Some(own),
                (Some(_), None) if ty.is_some() => self.ast.field_mut(id).ty = ty,
                (name, None) => error = Some(name.map_or(close, |n| self.pos(n))),
            }
        }
        let Some(at) = error else { return };
        let type_params = which == ParamList::TypeParams;
        let (at, message) = match (all_typed_are_named, type_params) {
            (true, true) => (close, "missing type constraint"),
            (true, false) => (close, "missing parameter type"),
            (false, true) if list.len() == 1 => {
                (at, "missing type parameter name or invalid array length")
            }
            (false, true) => (at, "missing type parameter name"),
            (false, false) => (at, "missing parameter name"),
        };
        self.error(at, format!("syntax error: {message}"));
    }

    /// Spec: "The final incoming parameter … may have a type prefixed with ...".
    fn check_variadic(&mut self, list: List<FieldId>, which: ParamList) {
        for i in 0..list.len() {
            let Some(ty) = self.ast.field(self.ast.item(list, i)).ty else {
                continue;
            };
            if !matches!(self.ast.kind(ty), ExprKind::Variadic(_)) {
                continue;
            }
            let pos = self.pos(ty);
            if which != ParamList::Params {
                return self.error(pos, "invalid use of ...");
            }
            if i + 1 < list.len() {
                return self.error(pos, "can only use ... with final parameter");
            }
        }
    }
}
