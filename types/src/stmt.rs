//! Statements. Spec: "Statements".

use crate::checker::{Checker, Environment};
use crate::constant::Value;
use crate::expr::ExprKind as Kind;
use crate::object::{DeclInfoId, ObjId, ObjectKind, ScopeId, Var, VarRole};
use crate::operand::{Operand, OperandMode};
use crate::types::{Type, TypeId};
use parser::ast::{BinaryOp, Clause, ClauseId, ExprId, ExprKind, List, StmtId, StmtKind, UnaryOp};
use source::Pos;

impl<'a> Checker<'a> {
    /// Checks a function's body in a new environment.
    pub(crate) fn func_body(
        &mut self,
        decl: Option<DeclInfoId>,
        sig: TypeId,
        body: StmtId,
        iota: Option<u32>,
    ) {
        let Type::Signature(s) = self.types.get(sig) else {
            return;
        };
        let (scope, has_results) = (s.scope, !s.results.is_empty());
        let Some(scope) = scope else {
            return;
        };
        let mut env = Environment::new(self.env.pkg, scope, self.env.version);
        env.decl = decl;
        env.iota = iota;
        env.sig = Some(sig);
        let saved = std::mem::replace(&mut self.env, env);
        if let StmtKind::Block { stmts, rbrace } = self.ast.stmt(body).kind {
            self.stmt_list(stmts);
            if has_results && !self.is_terminating(body) {
                self.error(rbrace, "missing return");
                self.relate_results(sig);
            }
        }
        if !self.config.is_session {
            self.usage(scope);
        }
        self.env = saved;
    }

    /// Reports unused variables of the scope, then those of the scopes inside it (function literals report their own).
    fn usage(&mut self, scope: ScopeId) {
        let mut work = vec![scope];
        while let Some(id) = work.pop() {
            let s = self.scope(id);
            let is_unused = |obj: ObjId| match &self.obj(obj).kind {
                ObjectKind::Var(v) => !v.used && v.role == VarRole::Local,
                _ => false,
            };
            let objects = s.objects().iter().map(|&(_, obj)| obj);
            let mut unused: Vec<ObjId> = objects.filter(|&obj| is_unused(obj)).collect();
            let inside = s.children.iter().rev().copied();
            work.extend(inside.filter(|&c| !self.scope(c).is_func));
            unused.sort_by_key(|&v| self.obj(v).pos);
            for v in unused {
                let (pos, name) = (self.obj(v).pos, self.obj(v).name);
                self.soft_error(pos, format!("declared and not used: {name}"));
                self.relate_outer_variable(v, id);
            }
        }
    }

    fn stmt_list(&mut self, list: List<StmtId>) {
        for s in self.ast.list(list) {
            self.stmt(s);
        }
    }

    fn simple_stmt(&mut self, s: Option<StmtId>) {
        if let Some(s) = s {
            self.stmt(s);
        }
    }

    pub(crate) fn stmt(&mut self, s: StmtId) {
        // Function literals are checked before the scope changes.
        let top = self.delayed.len();
        let scope = self.env.scope;
        if self.depth <= crate::checker::MAX_NESTING {
            self.depth += 1;
            self.stmt_kind(s);
            self.depth -= 1;
        }
        self.env.scope = scope;
        self.process_delayed(top);
    }

    fn stmt_kind(&mut self, id: StmtId) {
        let ast = self.ast;
        let s = ast.stmt(id);
        match s.kind {
            StmtKind::Empty => {}
            StmtKind::Decl(d) => self.decl_stmt(d),
            StmtKind::Labeled { stmt, .. } => self.stmt(stmt),
            StmtKind::Expr(e) => self.expr_stmt(e),
            StmtKind::Send { chan, value } => self.send_stmt(chan, value),
            StmtKind::IncDec { x, inc } => {
                let mut op = Operand::invalid();
                self.expr(None, &mut op, x);
                if op.mode == OperandMode::Invalid {
                    return;
                }
                if !self.all_numeric(op.ty) {
                    let sign = if inc { "++" } else { "--" };
                    let message = format!(
                        "invalid operation: {}{sign} (non-numeric type {})",
                        self.expr_string(x),
                        self.type_string(op.ty)
                    );
                    self.error_at(x, message);
                    return;
                }
                self.assign_var(x, None, Some(&mut op), "assignment");
            }
            StmtKind::AssignOp { op, x, y } => {
                let mut res = Operand::invalid();
                self.binary(&mut res, None, x, y, op, s.pos);
                self.assign_var(x, None, Some(&mut res), "assignment operation");
            }
            StmtKind::Assign { define, lhs, rhs } => {
                let lhs: Vec<ExprId> = ast.list(lhs).collect();
                let rhs: Vec<ExprId> = ast.list(rhs).collect();
                if define {
                    self.short_var_decl(s.pos, &lhs, &rhs);
                } else {
                    self.assign_vars(&lhs, &rhs);
                }
            }
            StmtKind::Block { stmts, .. } => {
                self.open_scope();
                self.stmt_list(stmts);
                self.close_scope();
            }
            StmtKind::Go(e) => self.suspended_call("go", e),
            StmtKind::Defer(e) => self.suspended_call("defer", e),
            StmtKind::Return(list) => self.return_stmt(id, list),
            // Checked before everything else: see labels.rs.
            StmtKind::Branch { .. } => {}
            StmtKind::If {
                init,
                cond,
                then,
                els,
            } => {
                self.open_scope();
                self.simple_stmt(init);
                self.condition(cond, "if");
                self.stmt(then);
                if let Some(els) = els {
                    self.stmt(els);
                }
                self.close_scope();
            }
            StmtKind::Switch {
                init, tag, clauses, ..
            } => {
                self.open_scope();
                self.simple_stmt(init);
                match tag.map(|t| (t, ast.kind(t))) {
                    Some((_, ExprKind::TypeSwitchGuard { name, x })) => {
                        self.type_switch(name, x, clauses);
                    }
                    _ => self.switch(tag, clauses),
                }
                self.close_scope();
            }
            StmtKind::Select { clauses, .. } => {
                self.multiple_defaults(clauses);
                for c in ast.list(clauses) {
                    self.select_clause(ast.clause(c));
                }
            }
            StmtKind::For {
                init,
                cond,
                post,
                body,
            } => {
                self.open_scope();
                self.simple_stmt(init);
                if cond.is_some() {
                    self.condition(cond, "for");
                }
                if let Some(p) = post
                    && let StmtKind::Assign { define: true, .. } = ast.stmt(p).kind
                {
                    self.soft_error(
                        ast.stmt(p).pos,
                        "cannot declare in post statement of for loop",
                    );
                }
                self.simple_stmt(post);
                self.stmt(body);
                self.close_scope();
            }
            StmtKind::Range {
                define,
                lhs,
                x,
                body,
            } => {
                self.range_stmt(s.pos, define, lhs, x, body);
            }
        }
    }

    fn condition(&mut self, cond: Option<ExprId>, what: &str) {
        let Some(cond) = cond else {
            return;
        };
        let mut x = Operand::invalid();
        self.expr(None, &mut x, cond);
        if x.mode != OperandMode::Invalid && !self.all_boolean(x.ty) {
            self.error_at(cond, format!("non-boolean condition in {what} statement"));
            self.suggest_condition(&x, cond);
        }
    }

    fn expr_stmt(&mut self, e: ExprId) {
        let mut x = Operand::invalid();
        let kind = self.raw_expr(None, &mut x, e, None, false);
        let what = match x.mode {
            OperandMode::Invalid => return,
            OperandMode::Builtin(_) => "must be called",
            OperandMode::TypeExpr => "is not an expression",
            _ if kind == Kind::Statement => return,
            _ => "is not used",
        };
        if self.is_asked() {
            return;
        }
        let message = format!("{} {what}", self.operand_string(&x));
        self.error_at(e, message);
    }

    fn send_stmt(&mut self, chan: ExprId, value: ExprId) {
        let (mut ch, mut val) = (Operand::invalid(), Operand::invalid());
        self.expr(None, &mut ch, chan);
        self.expr(None, &mut val, value);
        if ch.mode == OperandMode::Invalid || val.mode == OperandMode::Invalid {
            return;
        }
        if let Some(elem) = self.chan_elem(self.ast.start(chan), &ch, false) {
            self.assignment(&mut val, Some(elem), "send");
        }
    }

    /// The element type of a channel that is received from (`recv`) or sent to.
    pub(crate) fn chan_elem(&mut self, pos: Pos, x: &Operand, recv: bool) -> Option<TypeId> {
        let cause = match self.common_chan(x.ty, recv) {
            Ok(elem) => return Some(elem),
            Err(cause) => cause,
        };
        let what = if recv { "receive from" } else { "send to" };
        let text = self.operand_string(x);
        let message = if self.is_type_param(x.ty) {
            format!("invalid operation: cannot {what} {text}: {cause}")
        } else {
            format!("invalid operation: cannot {what} {cause} {text}")
        };
        self.error(pos, message);
        if let Some(e) = x.expr {
            self.show_until(e);
            self.relate_variable(e);
        }
        None
    }

    /// The element type of the channels in `t`'s type set, or why there is none.
    fn common_chan(&mut self, t: TypeId, recv: bool) -> Result<TypeId, String> {
        use parser::ast::ChanDir;
        let terms = self.typeset(t).unwrap_or_default();
        for term in &terms {
            let ts = self.type_string(term.ty);
            match *self.types.get(term.under) {
                Type::Chan {
                    dir: ChanDir::Send, ..
                } if recv => return Err(format!("send-only channel {ts}")),
                Type::Chan {
                    dir: ChanDir::Recv, ..
                } if !recv => return Err(format!("receive-only channel {ts}")),
                Type::Chan { .. } => {}
                _ => return Err(format!("non-channel {ts}")),
            }
        }
        if terms.is_empty() {
            return Err("no specific channel type".into());
        }
        let u = self.common_under(t)?;
        match *self.types.get(u) {
            Type::Chan { elem, .. } => Ok(elem),
            _ => Err(String::new()),
        }
    }

    fn suspended_call(&mut self, keyword: &str, call: ExprId) {
        // The parser complained about parentheses.
        let call = self.ast.unparen(call);
        if !matches!(self.ast.kind(call), ExprKind::Call { .. }) {
            self.error_at(
                call,
                format!("expression in {keyword} must be function call"),
            );
            self.use_exprs(&[call]);
            return;
        }
        let mut x = Operand::invalid();
        let what = match self.raw_expr(None, &mut x, call, None, false) {
            Kind::Conversion => "requires function call, not conversion",
            Kind::Expression => "discards result of",
            Kind::Statement => return,
        };
        if x.mode == OperandMode::Invalid {
            return;
        }
        let message = format!("{keyword} {what} {}", self.operand_string(&x));
        self.error_at(call, message);
    }

    fn return_stmt(&mut self, id: StmtId, list: List<ExprId>) {
        let results = match self.env.sig.map(|s| self.types.get(s)) {
            Some(Type::Signature(s)) => s.results.clone(),
            _ => return,
        };
        let named = results
            .first()
            .is_some_and(|&r| !self.obj(r).name.as_str().is_empty());
        if list.is_empty() && named {
            for &r in &results {
                let name = self.obj(r).name;
                if let Some(other) = self.lookup(name)
                    && other != r
                    && !name.is_blank()
                {
                    let o = self.obj(other);
                    let message = format!(
                        "result parameter {name} not in scope at return\n\t{}: inner declaration of {} {name} {}",
                        self.pos_string(o.pos),
                        self.object_kind_string(other),
                        self.type_string(o.ty)
                    );
                    self.error(self.ast.stmt(id).pos, message);
                }
            }
            return;
        }
        if list.is_empty() && results.is_empty() {
            return;
        }
        let values: Vec<ExprId> = self.ast.list(list).collect();
        self.init_vars(&results, &values, Some(id));
    }

    fn multiple_defaults(&mut self, clauses: List<ClauseId>) {
        let ast = self.ast;
        let mut first: Option<Pos> = None;
        for c in ast.list(clauses) {
            let clause = ast.clause(c);
            if !clause.is_default {
                continue;
            }
            match first {
                Some(pos) => {
                    let message = format!("multiple defaults (first at {})", self.pos_string(pos));
                    self.error(clause.pos, message);
                    self.amend_related(pos, "the first default");
                }
                None => first = Some(clause.pos),
            }
        }
    }

    fn switch(&mut self, tag: Option<ExprId>, clauses: List<ClauseId>) {
        let ast = self.ast;
        let mut x = Operand::invalid();
        match tag {
            Some(tag) => {
                self.expr(None, &mut x, tag);
                self.assignment(&mut x, None, "switch expression");
                if x.mode != OperandMode::Invalid
                    && let Err(why) = self.comparable_type(x.ty, true)
                    && !self.has_nil(x.ty)
                {
                    let mut message = format!("cannot switch on {}", self.operand_string(&x));
                    if !why.is_empty() {
                        message += &format!(" ({} is not comparable)", self.type_string(x.ty));
                    }
                    self.error_at(tag, message);
                    x.invalidate();
                }
            }
            // Spec: "A missing switch expression is equivalent to the boolean value true."
            None => x.set_const(Value::Bool(true), TypeId::BOOL),
        }
        self.multiple_defaults(clauses);
        let mut seen: Vec<(Value, TypeId, Pos)> = Vec::new();
        for c in ast.list(clauses) {
            let clause = ast.clause(c);
            self.case_values(&x, clause.exprs, &mut seen);
            self.open_scope();
            self.stmt_list(clause.body);
            self.close_scope();
        }
    }

    fn case_values(
        &mut self,
        x: &Operand,
        exprs: List<ExprId>,
        seen: &mut Vec<(Value, TypeId, Pos)>,
    ) {
        for e in self.ast.list(exprs) {
            let mut v = Operand::invalid();
            self.expr(None, &mut v, e);
            if x.mode == OperandMode::Invalid || v.mode == OperandMode::Invalid {
                continue;
            }
            let mut tag = x.clone();
            if self.is_untyped(v.ty) {
                let tag_type = tag.ty;
                self.convert_untyped(&mut v, tag_type);
            } else {
                self.match_types(&mut v, &mut tag);
            }
            if v.mode == OperandMode::Invalid {
                continue;
            }
            let mut res = v.clone();
            self.comparison(&mut res, &mut tag, BinaryOp::Eql, true);
            if res.mode == OperandMode::Invalid || v.mode != OperandMode::Constant {
                continue;
            }
            let Some(value) = v.value.clone() else {
                continue;
            };
            // gc lets the others repeat.
            if matches!(value, Value::Unknown | Value::Complex(_) | Value::Bool(_)) {
                continue;
            }
            let pos = self.at_pos(e);
            let mut duplicate = None;
            for (other, ty, at) in seen.iter() {
                if *other == value && self.identical(*ty, v.ty) {
                    duplicate = Some(*at);
                    break;
                }
            }
            match duplicate {
                Some(at) => {
                    let message = format!(
                        "duplicate case {} in expression switch\n\t{}: previous case",
                        self.operand_string(&v),
                        self.pos_string(at)
                    );
                    self.error(pos, message);
                    self.show_until(e);
                }
                None => seen.push((value, v.ty, pos)),
            }
        }
    }

    fn type_switch(&mut self, name: Option<ExprId>, rhs: ExprId, clauses: List<ClauseId>) {
        let ast = self.ast;
        let mut name = name;
        if let Some(n) = name
            && ast.name(n).is_blank()
        {
            self.soft_error(ast.pos(n), "no new variable on left side of :=");
            name = None;
        }
        let mut subject = None;
        let mut x = Operand::invalid();
        self.expr(None, &mut x, rhs);
        if x.mode != OperandMode::Invalid {
            let text = self.operand_string(&x);
            if self.is_type_param(x.ty) {
                self.error_at(rhs, format!("cannot use {text} in type switch"));
            } else if self.is_interface(x.ty) {
                subject = Some(x.clone());
            } else {
                self.error_at(rhs, format!("{text} is not an interface"));
                self.relate_variable(rhs);
            }
        }
        self.multiple_defaults(clauses);
        let mut vars: Vec<ObjId> = Vec::new();
        let mut seen: Vec<(Option<TypeId>, Pos)> = Vec::new();
        for c in ast.list(clauses) {
            let clause = ast.clause(c);
            let single = self.case_types(subject.as_ref(), clause.exprs, &mut seen);
            self.open_scope();
            if let Some(n) = name {
                let ty = match (clause.exprs.len(), single) {
                    (1, Some(t)) => t,
                    _ => subject.as_ref().map_or(TypeId::INVALID, |s| s.ty),
                };
                let v = self.new_var(
                    ast.pos(n),
                    ast.name(n),
                    ty,
                    Var {
                        role: VarRole::Local,
                        ..Var::default()
                    },
                );
                let scope = self.env.scope;
                self.declare(scope, None, v);
                self.record_implicit(c, v);
                vars.push(v);
            }
            self.stmt_list(clause.body);
            self.close_scope();
        }
        // All the variables act as one.
        let Some(n) = name else {
            return;
        };
        let mut used = false;
        for v in vars {
            if let ObjectKind::Var(v) = &mut self.obj_mut(v).kind {
                used |= std::mem::replace(&mut v.used, true);
            }
        }
        if !used {
            let message = format!("{} declared and not used", ast.name(n));
            self.soft_error(ast.pos(n), message);
        }
    }

    /// Checks the types of a case; the last one's type (absent for nil).
    fn case_types(
        &mut self,
        x: Option<&Operand>,
        exprs: List<ExprId>,
        seen: &mut Vec<(Option<TypeId>, Pos)>,
    ) -> Option<TypeId> {
        let mut last = None;
        for e in self.ast.list(exprs) {
            let ty = if self.is_nil_expr(e) {
                let mut dummy = Operand::invalid();
                self.expr(None, &mut dummy, e);
                None
            } else {
                let t = self.var_type(e);
                last = Some(t);
                if !self.is_valid(t) {
                    continue;
                }
                Some(t)
            };
            last = ty;
            let pos = self.at_pos(e);
            let mut duplicate = None;
            for &(other, at) in seen.iter() {
                let same = match (ty, other) {
                    (None, None) => true,
                    (Some(s), Some(t)) => self.identical(s, t),
                    _ => false,
                };
                if same {
                    duplicate = Some(at);
                    break;
                }
            }
            if let Some(at) = duplicate {
                let text = ty.map_or("nil".to_string(), |t| self.type_string(t));
                let message = format!(
                    "duplicate case {text} in type switch\n\t{}: previous case",
                    self.pos_string(at)
                );
                self.error(pos, message);
                continue;
            }
            seen.push((ty, pos));
            if let (Some(x), Some(t)) = (x, ty) {
                self.type_assertion(e, x, t, true);
            }
        }
        last
    }

    /// The predeclared nil.
    pub(crate) fn is_nil_expr(&self, e: ExprId) -> bool {
        let ExprKind::Name(name) = self.ast.kind(self.ast.unparen(e)) else {
            return false;
        };
        name.as_str() == "nil"
            && self
                .lookup(name)
                .is_some_and(|obj| matches!(self.obj(obj).kind, ObjectKind::Nil))
    }

    /// Reports an assertion that can never hold.
    pub(crate) fn type_assertion(&mut self, e: ExprId, x: &Operand, t: TypeId, in_switch: bool) {
        let mut cause = String::new();
        if self.new_assertable_to(x.ty, t, Some(&mut cause)) {
            return;
        }
        // Only the reason in parentheses is wanted.
        let mut cause = String::new();
        self.missing_method(t, x.ty, false, Some(&mut cause));
        let (es, ts) = (self.expr_string(e), self.type_string(t));
        let message = if in_switch {
            format!(
                "impossible type switch case: {es}\n\t{} cannot have dynamic type {ts} {cause}",
                self.operand_string(x)
            )
        } else {
            let xs = self.type_string(x.ty);
            format!("impossible type assertion: {es}\n\t{ts} does not implement {xs} {cause}")
        };
        self.error_at(e, message);
    }

    fn select_clause(&mut self, clause: Clause) {
        let ast = self.ast;
        let is_receive = |e: ExprId| {
            matches!(
                ast.kind(ast.unparen(e)),
                ExprKind::Unary {
                    op: UnaryOp::Recv,
                    ..
                }
            )
        };
        let valid = match clause.comm.map(|c| ast.stmt(c).kind) {
            None | Some(StmtKind::Send { .. }) => true,
            Some(StmtKind::Assign { rhs, .. }) => rhs.len() == 1 && is_receive(ast.item(rhs, 0)),
            Some(StmtKind::Expr(e)) => is_receive(e),
            Some(_) => false,
        };
        if !valid {
            if let Some(comm) = clause.comm {
                let pos = match ast.stmt(comm).kind {
                    StmtKind::Expr(e) => ast.pos(e),
                    StmtKind::Assign { lhs, .. } if !lhs.is_empty() => {
                        self.at_pos(ast.item(lhs, 0))
                    }
                    _ => ast.stmt(comm).pos,
                };
                self.error(
                    pos,
                    "select case must be send or receive (possibly with assignment)",
                );
            }
            return;
        }
        self.open_scope();
        if let Some(comm) = clause.comm {
            self.stmt(comm);
        }
        self.stmt_list(clause.body);
        self.close_scope();
    }
}
