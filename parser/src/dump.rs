//! The tree as text, one declaration or statement a line: for tests and for people.

use crate::ast::*;
use source::SourceMap;
use std::fmt::Write;

/// The declarations of a file as S-expressions.
pub fn dump(ast: &Ast, map: &SourceMap, file: &File) -> String {
    let mut dump = Dump {
        ast,
        map,
        out: format!("package {}\n", ast.name(file.package)),
        depth: 0,
    };
    for &decl in &file.decls {
        dump.decl(decl);
        dump.out.push('\n');
    }
    dump.out
}

struct Dump<'a> {
    ast: &'a Ast,
    map: &'a SourceMap,
    out: String,
    depth: usize,
}

impl Dump<'_> {
    fn put(&mut self, text: &str) {
        self.out.push_str(text);
    }

    fn newline(&mut self) {
        self.out.push('\n');
        for _ in 0..self.depth {
            self.put("  ");
        }
    }

    /// `(head part part …)`.
    fn node(&mut self, head: &str, parts: &[ExprId]) {
        let _ = write!(self.out, "({head}");
        for &part in parts {
            self.put(" ");
            self.expr(part);
        }
        self.put(")");
    }

    fn optional(&mut self, x: Option<ExprId>) {
        match x {
            Some(x) => self.expr(x),
            None => self.put("-"),
        }
    }

    fn list(&mut self, list: List<ExprId>) {
        self.put("[");
        for (i, x) in self.ast.list(list).enumerate() {
            if i > 0 {
                self.put(" ");
            }
            self.expr(x);
        }
        self.put("]");
    }

    fn fields(&mut self, list: List<FieldId>) {
        self.put("[");
        for (i, field) in self.ast.list(list).enumerate() {
            if i > 0 {
                self.put(", ");
            }
            self.field(field);
        }
        self.put("]");
    }

    fn field(&mut self, id: FieldId) {
        let field = self.ast.field(id);
        self.optional(field.name);
        self.put(" ");
        self.optional(field.ty);
        if let Some(tag) = field.tag {
            self.put(" ");
            self.expr(tag);
        }
    }

    fn signature(&mut self, sig: ExprId) {
        if let ExprKind::FuncType { params, results } = self.ast.kind(sig) {
            self.fields(params);
            self.put(" ");
            self.fields(results);
        }
    }

    fn expr(&mut self, x: ExprId) {
        match self.ast.kind(x) {
            ExprKind::Bad => self.put("bad"),
            ExprKind::Name(symbol) => self.put(symbol.as_str()),
            ExprKind::BasicLit { end, .. } => {
                let text = self.map.text(self.ast.pos(x), end);
                self.put(text);
            }
            ExprKind::CompositeLit { ty, elems, .. } => {
                self.put("(lit ");
                self.optional(ty);
                self.put(" ");
                self.list(elems);
                self.put(")");
            }
            ExprKind::KeyValue { key, value } => self.node(":", &[key, value]),
            ExprKind::FuncLit { sig, body } => {
                self.put("(func ");
                self.signature(sig);
                self.put(" ");
                self.stmt(body);
                self.put(")");
            }
            ExprKind::Paren(x) => self.node("paren", &[x]),
            ExprKind::Selector { x, sel } => self.node(".", &[x, sel]),
            ExprKind::Index { x, indices } => {
                self.put("(index ");
                self.expr(x);
                self.put(" ");
                self.list(indices);
                self.put(")");
            }
            ExprKind::Slice { x, lo, hi, max, .. } => {
                self.put("(slice ");
                self.expr(x);
                for bound in [lo, hi, max] {
                    self.put(" ");
                    self.optional(bound);
                }
                self.put(")");
            }
            ExprKind::TypeAssert { x, ty } => self.node("assert", &[x, ty]),
            ExprKind::TypeSwitchGuard { name, x } => {
                self.put("(guard ");
                self.optional(name);
                self.put(" ");
                self.expr(x);
                self.put(")");
            }
            ExprKind::Call {
                func, args, spread, ..
            } => {
                self.put("(call ");
                self.expr(func);
                self.put(" ");
                self.list(args);
                self.put(if spread { "...)" } else { ")" });
            }
            ExprKind::Star(x) => self.node("*", &[x]),
            ExprKind::Unary { op, x } => self.node(op.text(), &[x]),
            ExprKind::Binary { op, x, y } => self.node(op.text(), &[x, y]),
            ExprKind::ArrayType { len, elem } => {
                self.put("(array ");
                match len {
                    Some(len) => self.expr(len),
                    None => self.put("..."),
                }
                self.put(" ");
                self.expr(elem);
                self.put(")");
            }
            ExprKind::SliceType(elem) => self.node("[]", &[elem]),
            ExprKind::StructType { fields } => {
                self.put("(struct ");
                self.fields(fields);
                self.put(")");
            }
            ExprKind::InterfaceType { elems } => {
                self.put("(interface ");
                self.fields(elems);
                self.put(")");
            }
            ExprKind::MapType { key, value } => self.node("map", &[key, value]),
            ExprKind::ChanType { dir, elem } => {
                let head = match dir {
                    ChanDir::Both => "chan",
                    ChanDir::Send => "chan<-",
                    ChanDir::Recv => "<-chan",
                };
                self.node(head, &[elem]);
            }
            ExprKind::FuncType { .. } => {
                self.put("(functype ");
                self.signature(x);
                self.put(")");
            }
            ExprKind::Variadic(elem) => self.node("...", &[elem]),
        }
    }

    fn decl(&mut self, id: DeclId) {
        match self.ast.decl(id).kind {
            DeclKind::Import { name, dot, path } => {
                self.put("(import ");
                match (name, dot) {
                    (Some(name), _) => self.expr(name),
                    (None, true) => self.put("."),
                    (None, false) => self.put("-"),
                }
                self.put(" ");
                self.expr(path);
                self.put(")");
            }
            DeclKind::Const {
                names,
                ty,
                values,
                iota,
                inherited,
            } => {
                self.put("(const ");
                self.values(names, ty, values);
                let _ = write!(self.out, " iota={iota}");
                self.put(if inherited { " inherited)" } else { ")" });
            }
            DeclKind::Var { names, ty, values } => {
                self.put("(var ");
                self.values(names, ty, values);
                self.put(")");
            }
            DeclKind::Type {
                name,
                tparams,
                alias,
                ty,
            } => {
                self.put("(type ");
                self.expr(name);
                self.type_params(tparams);
                self.put(if alias { " = " } else { " " });
                self.expr(ty);
                self.put(")");
            }
            DeclKind::Func {
                name,
                recv,
                tparams,
                sig,
                body,
            } => {
                self.put("(func ");
                if let Some(recv) = recv {
                    self.put("(recv ");
                    self.field(recv);
                    self.put(") ");
                }
                self.expr(name);
                self.type_params(tparams);
                self.put(" ");
                self.signature(sig);
                if let Some(body) = body {
                    self.put(" ");
                    self.stmt(body);
                }
                self.put(")");
            }
            DeclKind::Group(specs) => {
                self.put("(group");
                self.depth += 1;
                for spec in self.ast.list(specs) {
                    self.newline();
                    self.decl(spec);
                }
                self.depth -= 1;
                self.put(")");
            }
        }
    }

    fn values(&mut self, names: List<ExprId>, ty: Option<ExprId>, values: List<ExprId>) {
        self.list(names);
        self.put(" ");
        self.optional(ty);
        self.put(" ");
        self.list(values);
    }

    fn type_params(&mut self, tparams: List<FieldId>) {
        if !tparams.is_empty() {
            self.put(" ");
            self.fields(tparams);
        }
    }

    fn stmts(&mut self, list: List<StmtId>) {
        self.depth += 1;
        for stmt in self.ast.list(list) {
            self.newline();
            self.stmt(stmt);
        }
        self.depth -= 1;
    }

    fn optional_stmt(&mut self, stmt: Option<StmtId>) {
        match stmt {
            Some(stmt) => self.stmt(stmt),
            None => self.put("-"),
        }
    }

    fn clauses(&mut self, clauses: List<ClauseId>) {
        self.depth += 1;
        for clause in self.ast.list(clauses) {
            self.newline();
            let clause = self.ast.clause(clause);
            if clause.is_default {
                self.put("(default");
            } else {
                self.put("(case ");
                match clause.comm {
                    Some(comm) => self.stmt(comm),
                    None => self.list(clause.exprs),
                }
            }
            self.stmts(clause.body);
            self.put(")");
        }
        self.depth -= 1;
    }

    fn stmt(&mut self, id: StmtId) {
        match self.ast.stmt(id).kind {
            StmtKind::Empty => self.put("(empty)"),
            StmtKind::Expr(x) => self.expr(x),
            StmtKind::Send { chan, value } => self.node("send", &[chan, value]),
            StmtKind::IncDec { x, inc } => self.node(if inc { "++" } else { "--" }, &[x]),
            StmtKind::AssignOp { op, x, y } => {
                self.node(&format!("{}=", op.text()), &[x, y]);
            }
            StmtKind::Assign { define, lhs, rhs } => {
                self.put(if define { "(:= " } else { "(= " });
                self.list(lhs);
                self.put(" ");
                self.list(rhs);
                self.put(")");
            }
            StmtKind::Labeled { label, stmt } => {
                self.put("(label ");
                self.expr(label);
                self.put(" ");
                self.stmt(stmt);
                self.put(")");
            }
            StmtKind::Block { stmts, .. } => {
                self.put("{");
                self.stmts(stmts);
                self.put("}");
            }
            StmtKind::Go(x) => self.node("go", &[x]),
            StmtKind::Defer(x) => self.node("defer", &[x]),
            StmtKind::Return(values) => {
                self.put("(return ");
                self.list(values);
                self.put(")");
            }
            StmtKind::Branch { kind, label } => {
                let head = match kind {
                    BranchKind::Break => "break",
                    BranchKind::Continue => "continue",
                    BranchKind::Goto => "goto",
                    BranchKind::Fallthrough => "fallthrough",
                };
                self.node(head, label.as_slice());
            }
            StmtKind::If {
                init,
                cond,
                then,
                els,
            } => {
                self.put("(if ");
                self.optional_stmt(init);
                self.put(" ");
                self.optional(cond);
                self.put(" ");
                self.stmt(then);
                if let Some(els) = els {
                    self.put(" ");
                    self.stmt(els);
                }
                self.put(")");
            }
            StmtKind::Switch {
                init, tag, clauses, ..
            } => {
                self.put("(switch ");
                self.optional_stmt(init);
                self.put(" ");
                self.optional(tag);
                self.clauses(clauses);
                self.put(")");
            }
            StmtKind::Select { clauses, .. } => {
                self.put("(select");
                self.clauses(clauses);
                self.put(")");
            }
            StmtKind::For {
                init,
                cond,
                post,
                body,
            } => {
                self.put("(for ");
                self.optional_stmt(init);
                self.put(" ");
                self.optional(cond);
                self.put(" ");
                self.optional_stmt(post);
                self.put(" ");
                self.stmt(body);
                self.put(")");
            }
            StmtKind::Range {
                define,
                lhs,
                x,
                body,
            } => {
                self.put(if define { "(range := " } else { "(range = " });
                self.list(lhs);
                self.put(" ");
                self.expr(x);
                self.put(" ");
                self.stmt(body);
                self.put(")");
            }
            StmtKind::Decl(decl) => self.decl(decl),
        }
    }
}
