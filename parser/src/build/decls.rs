//! Declarations: groups, constants with their implicit repetition, functions, struct fields.

use super::{Builder, Seq};
use crate::ast::*;
use lexer::Token;
use source::Pos;

/// The specifications of one `import`, `const`, `var` or `type` declaration.
#[derive(Clone, Copy)]
pub struct Specs {
    pos: Pos,
    grouped: bool,
    seq: Seq<DeclId>,
}

impl Builder<'_> {
    pub fn single_spec(&mut self, keyword: Token, spec: DeclId) -> Specs {
        Specs {
            pos: keyword.start,
            grouped: false,
            seq: self.one(spec),
        }
    }

    pub fn grouped_specs(&mut self, keyword: Token, seq: Seq<DeclId>) -> Specs {
        self.repeat_constants(seq);
        Specs {
            pos: keyword.start,
            grouped: true,
            seq,
        }
    }

    /// Numbers the constants of a group and repeats expression lists. Spec: "Within a
    /// parenthesized const declaration list the expression list may be omitted".
    fn repeat_constants(&mut self, seq: Seq<DeclId>) {
        let mut last = (None, List::EMPTY);
        for i in 0..self.seq_len(seq) {
            let id: DeclId = self.seq_item(seq, i);
            let DeclKind::Const {
                ty,
                values,
                iota,
                inherited,
                ..
            } = &mut self.ast.decl_mut(id).kind
            else {
                return;
            };
            *iota = i as u32;
            if ty.is_some() || !values.is_empty() {
                last = (*ty, *values);
            } else {
                (*ty, *values) = last;
                *inherited = i > 0;
            }
        }
    }

    /// Adds the specifications to the file's declarations.
    pub fn top_level(&mut self, specs: Specs) {
        for i in 0..self.seq_len(specs.seq) {
            let id = self.seq_item(specs.seq, i);
            self.parsed.decls.push(id);
        }
        self.list(specs.seq);
    }

    /// Spec: "Source file organization" puts the imports first.
    pub fn top_level_import(&mut self, specs: Specs) {
        let is_import = |id: &DeclId| {
            let decl = self.ast.decl(*id);
            matches!(decl.kind, DeclKind::Import { .. })
        };
        if !self.parsed.decls.last().is_none_or(is_import) {
            let message = "syntax error: imports must appear before other declarations";
            self.error(specs.pos, message);
        }
        self.top_level(specs);
    }

    /// A declaration as a statement.
    pub fn decl_stmt(&mut self, specs: Specs) -> StmtId {
        let list = self.list(specs.seq);
        let decl = if specs.grouped {
            self.ast.add_decl(specs.pos, DeclKind::Group(list))
        } else {
            self.ast.item(list, 0)
        };
        self.ast.add_stmt(specs.pos, StmtKind::Decl(decl))
    }

    pub fn import(&mut self, pos: Pos, name: Option<ExprId>, dot: bool, path: ExprId) -> DeclId {
        self.ast.add_decl(pos, DeclKind::Import { name, dot, path })
    }

    /// An import path that is a number or a rune.
    pub fn bad_import_path(&mut self, token: Token) -> ExprId {
        self.error(token.start, "syntax error: import path must be a string");
        self.lit(token)
    }

    pub fn const_spec(
        &mut self,
        names: Seq<ExprId>,
        ty: Option<ExprId>,
        values: Option<Seq<ExprId>>,
    ) -> DeclId {
        let values = self.optional_list(values);
        let names = self.list(names);
        let pos = self.pos(self.ast.item(names, 0));
        let kind = DeclKind::Const {
            names,
            ty,
            values,
            iota: 0,
            inherited: false,
        };
        self.ast.add_decl(pos, kind)
    }

    pub fn var_spec(
        &mut self,
        names: Seq<ExprId>,
        ty: Option<ExprId>,
        values: Option<Seq<ExprId>>,
    ) -> DeclId {
        let values = self.optional_list(values);
        let names = self.list(names);
        let pos = self.pos(self.ast.item(names, 0));
        self.ast.add_decl(pos, DeclKind::Var { names, ty, values })
    }

    pub fn type_spec(
        &mut self,
        name: ExprId,
        tparams: List<FieldId>,
        alias: bool,
        ty: ExprId,
    ) -> DeclId {
        let pos = self.pos(name);
        let kind = DeclKind::Type {
            name,
            tparams,
            alias,
            ty,
        };
        self.ast.add_decl(pos, kind)
    }

    pub fn func_type(&mut self, pos: Pos, params: List<FieldId>, results: List<FieldId>) -> ExprId {
        self.expr(pos, ExprKind::FuncType { params, results })
    }

    pub fn func(
        &mut self,
        keyword: Token,
        name: ExprId,
        tparams: Option<(Token, List<FieldId>)>,
        sig: (List<FieldId>, List<FieldId>),
        body: Option<StmtId>,
    ) -> DeclId {
        let pos = self.pos(name);
        let tparams = tparams.map_or(List::EMPTY, |(_, list)| list);
        let sig = self.func_type(keyword.start, sig.0, sig.1);
        let kind = DeclKind::Func {
            name,
            recv: None,
            tparams,
            sig,
            body,
        };
        self.ast.add_decl(pos, kind)
    }

    pub fn method(
        &mut self,
        keyword: Token,
        (lparen, recv): (Token, List<FieldId>),
        name: ExprId,
        tparams: Option<(Token, List<FieldId>)>,
        sig: (List<FieldId>, List<FieldId>),
        body: Option<StmtId>,
    ) -> DeclId {
        // gc has read the receiver before it counts.
        let pos = self.pos(name);
        match recv.len() {
            0 => self.error(pos, "method has no receiver"),
            1 => {}
            _ => self.error(pos, "method has multiple receivers"),
        }
        if let Some((bracket, _)) = tparams {
            let message = "syntax error: method must have no type parameters";
            self.error(bracket.start, message);
        }
        let sig = self.func_type(keyword.start, sig.0, sig.1);
        let kind = DeclKind::Func {
            name,
            recv: (!recv.is_empty()).then(|| self.ast.item(recv, 0)),
            tparams: List::EMPTY,
            sig,
            body,
        };
        self.ast.add_decl(lparen.start, kind)
    }

    /// `a, b T "tag"` in a struct: adds a field for each name to the innermost list.
    pub fn struct_fields(&mut self, names: Seq<ExprId>, ty: ExprId, tag: Option<ExprId>) {
        for i in names.start as usize..self.scratch.len() {
            let name = ExprId(self.scratch[i]);
            let pos = self.pos(name);
            let field = Field {
                pos,
                name: Some(name),
                ty: Some(ty),
                tag,
            };
            self.scratch[i] = self.ast.add_field(field).0;
        }
    }

    pub fn struct_field(&mut self, name: ExprId, ty: ExprId, tag: Option<ExprId>) {
        let names = self.one(name);
        self.struct_fields(names, ty, tag);
    }

    pub fn embedded_field(&mut self, ty: ExprId, tag: Option<ExprId>) {
        let pos = self.ast.start(ty);
        let field = self.ast.add_field(Field {
            pos,
            name: None,
            ty: Some(ty),
            tag,
        });
        self.scratch.push(field.0);
    }

    /// `m(params) results` in an interface.
    pub fn interface_method(
        &mut self,
        name: ExprId,
        params: List<FieldId>,
        results: List<FieldId>,
    ) -> FieldId {
        let pos = self.pos(name);
        let ty = self.func_type(pos, params, results);
        self.field(pos, Some(name), Some(ty))
    }
}
