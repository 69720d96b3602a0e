//! Statements. Spec: "Statements".

use crate::emit::Label;
use crate::func::{Gen, Target, Var};
use crate::layout::Class;
use bytecode::{NONE, Op};
use parser::ast::*;
use source::Symbol;
use types::object::ObjId;

/// Deeper nesting than any program needs; the parser refuses it before.
const MAX_DEPTH: u32 = 20_000;

impl Gen<'_, '_, '_> {
    pub fn stmts(&mut self, list: List<StmtId>) {
        let mark = self.e.mark();
        for s in self.ast().list(list) {
            self.stmt(s);
        }
        self.e.release(mark);
    }

    pub fn stmt(&mut self, s: StmtId) {
        self.depth += 1;
        if self.depth < MAX_DEPTH {
            let pos = self.ast().stmt(s).pos;
            self.at(pos);
            self.e.start_statement();
            self.stmt_kind(s);
        }
        self.depth -= 1;
    }

    fn stmt_kind(&mut self, s: StmtId) {
        match self.ast().stmt(s).kind {
            StmtKind::Empty => {}
            StmtKind::Expr(x) => {
                let mark = self.e.mark();
                self.expr_stmt(x);
                self.e.release(mark);
            }
            StmtKind::Send { chan, value } => self.send(s, chan, value),
            StmtKind::IncDec { x, inc } => self.inc_dec(s, x, inc),
            StmtKind::AssignOp { op, x, y } => self.assign_op(s, op, x, y),
            StmtKind::Assign { define, lhs, rhs } => {
                let lhs: Vec<ExprId> = self.ast().list(lhs).collect();
                let rhs: Vec<ExprId> = self.ast().list(rhs).collect();
                self.assign(define, &lhs, &rhs);
            }
            StmtKind::Labeled { label, stmt } => {
                let name = self.ast().name(label);
                let target = self.goto_label(name);
                self.e.bind(target);
                self.pending_label = Some(name);
                self.stmt(stmt);
                self.pending_label = None;
            }
            StmtKind::Block { stmts, .. } => self.block(stmts),
            StmtKind::Go(call) => self.go_stmt(call),
            StmtKind::Defer(call) => self.defer_stmt(call),
            StmtKind::Return(values) => {
                let values: Vec<ExprId> = self.ast().list(values).collect();
                let mark = self.e.mark();
                let held = self.order(&values);
                if self.range.is_some() {
                    self.range_return(&values);
                } else {
                    self.return_stmt(&values);
                }
                self.forget(held);
                self.e.release(mark);
            }
            StmtKind::Branch { kind, label } => self.branch(kind, label),
            StmtKind::If {
                init,
                cond,
                then,
                els,
            } => self.if_stmt(init, cond, then, els),
            StmtKind::Switch {
                init, tag, clauses, ..
            } => self.switch_stmt(init, tag, clauses),
            StmtKind::Select { clauses, .. } => self.select_stmt(clauses),
            StmtKind::For {
                init,
                cond,
                post,
                body,
            } => self.for_stmt(init, cond, post, body),
            StmtKind::Range {
                define,
                lhs,
                x,
                body,
            } => self.range_stmt(s, define, lhs, x, body),
            StmtKind::Decl(decl) => self.local_decl(decl),
        }
    }

    fn block(&mut self, stmts: List<StmtId>) {
        let label = self.pending_label.take();
        let Some(name) = label else {
            return self.stmts(stmts);
        };
        // `break L` may leave a labelled block's enclosing statement only, but costs nothing here.
        let end = self.e.new_label();
        self.targets.push(Target {
            label: Some(name),
            break_to: end,
            continue_to: None,
        });
        self.stmts(stmts);
        self.targets.pop();
        self.e.bind(end);
    }

    fn expr_stmt(&mut self, x: ExprId) {
        let x = self.ast().unparen(x);
        match self.ast().kind(x) {
            ExprKind::Unary {
                op: UnaryOp::Recv,
                x: ch,
            } => self.receive_to(x, ch, NONE, NONE),
            ExprKind::Call { .. } => {
                self.call(x);
            }
            _ => {
                self.expr(x);
            }
        }
    }

    fn send(&mut self, s: StmtId, chan: ExprId, value: ExprId) {
        let mark = self.e.mark();
        let ty = self.ty(chan);
        let core = self.c.ck.core_type(ty).unwrap_or(ty);
        let elem = self.c.elem(core);
        let held = self.order(&[chan, value]);
        let ch = self.expr(chan);
        let value = self.value_as(value, elem);
        self.forget(held);
        self.at(self.ast().stmt(s).pos);
        self.e.op(Op::Send, ch, value, 0);
        self.e.release(mark);
    }

    fn local_decl(&mut self, decl: DeclId) {
        match self.ast().decl(decl).kind {
            DeclKind::Var { names, values, .. } => {
                let names: Vec<ExprId> = self.ast().list(names).collect();
                let values: Vec<ExprId> = self.ast().list(values).collect();
                self.at(self.ast().decl(decl).pos);
                self.var_decl(&names, &values);
            }
            DeclKind::Group(decls) => {
                for d in self.ast().list(decls) {
                    self.local_decl(d);
                }
            }
            _ => {}
        }
    }

    // ---- return, branches

    fn return_stmt(&mut self, values: &[ExprId]) {
        let plain = !self.has_defer && !self.named_results;
        match values {
            [] => {}
            &[value] if self.results.len() == 1 && plain => {
                let r = self.results[0];
                if self.layout(r.ty).slots == 1 {
                    let slot = self.value_as(value, r.ty);
                    self.e.op(Op::Ret1, slot, 0, 0);
                } else {
                    self.value_as_to(value, r.ty, r.slot);
                    self.e.op(Op::Ret, 0, 0, 0);
                }
                return;
            }
            &[call] if self.results.len() > 1 => {
                let (types, mut src) = self.unpack(call);
                for (i, &from) in types.iter().enumerate() {
                    let r = self.results[i];
                    let layout = self.layout(r.ty);
                    let value = self.temp(layout);
                    self.convert_value(src, from, r.ty, value);
                    self.store_result(i, value);
                    src += self.layout(from).slots as u16;
                }
            }
            _ => self.return_values(values),
        }
        self.epilogue();
    }

    fn return_values(&mut self, values: &[ExprId]) {
        // Results are written only when all values are known: they may read named results.
        let direct = !self.named_results && !self.has_defer;
        let mut slots = Vec::new();
        for (i, &value) in values.iter().enumerate() {
            let r = self.results[i];
            if direct {
                let mark = self.e.mark();
                self.value_as_to(value, r.ty, r.slot);
                self.e.release(mark);
            } else if values.len() == 1 {
                slots.push(self.value_as(value, r.ty));
            } else {
                let layout = self.layout(r.ty);
                let slot = self.temp(layout);
                self.value_as_to(value, r.ty, slot);
                slots.push(slot);
            }
        }
        for (i, slot) in slots.into_iter().enumerate() {
            self.store_result(i, slot);
        }
    }

    /// Writes result `i`, to its variable if it has one.
    pub fn store_result(&mut self, i: usize, value: u16) {
        let r = self.results[i];
        match r.var.and_then(|v| self.vars.get(&v).copied()) {
            Some(Var::Boxed(ptr)) => {
                let place = crate::place::Place::Mem {
                    ptr,
                    offset: 0,
                    checked: true,
                };
                self.store(place, r.ty, value);
            }
            _ => {
                let slots = self.layout(r.ty).slots;
                self.mov(r.slot, value, slots);
            }
        }
    }

    pub fn goto_label(&mut self, name: Symbol) -> Label {
        if let Some(&label) = self.gotos.get(&name) {
            return label;
        }
        let label = self.e.new_label();
        self.gotos.insert(name, label);
        label
    }

    fn branch(&mut self, kind: BranchKind, label: Option<ExprId>) {
        let label = label.map(|l| self.ast().name(l));
        let found = match kind {
            BranchKind::Goto => {
                if let Some(name) = label {
                    if self.range.is_some() && !self.defines_label(name) {
                        return self.range_branch(kind, label);
                    }
                    let target = self.goto_label(name);
                    self.e.jump(target);
                }
                return;
            }
            BranchKind::Fallthrough => self.fallthrough,
            BranchKind::Break => self
                .targets
                .iter()
                .rev()
                .find(|t| label.is_none() || t.label == label)
                .map(|t| t.break_to),
            BranchKind::Continue => self
                .targets
                .iter()
                .rev()
                .filter(|t| label.is_none() || t.label == label)
                .find_map(|t| t.continue_to),
        };
        match found {
            Some(target) => self.e.jump(target),
            None => self.range_branch(kind, label),
        }
    }

    /// Whether the range body being compiled contains the label.
    fn defines_label(&self, name: Symbol) -> bool {
        self.range
            .as_ref()
            .is_some_and(|r| r.labels.contains(&name))
    }

    // ---- if, for

    fn if_stmt(
        &mut self,
        init: Option<StmtId>,
        cond: Option<ExprId>,
        then: StmtId,
        els: Option<StmtId>,
    ) {
        let mark = self.e.mark();
        if let Some(init) = init {
            self.stmt(init);
        }
        let Some(cond) = cond else { return };
        let (no, end) = (self.e.new_label(), self.e.new_label());
        match self.constant(cond).and_then(|v| v.as_bool()) {
            Some(true) => self.stmt(then),
            Some(false) => {
                if let Some(els) = els {
                    self.stmt(els);
                }
            }
            None => {
                self.cond(cond, no, false);
                self.stmt(then);
                if let Some(els) = els {
                    self.e.jump(end);
                    self.e.bind(no);
                    self.stmt(els);
                } else {
                    self.e.bind(no);
                }
            }
        }
        self.e.bind(end);
        self.e.release(mark);
    }

    fn for_stmt(
        &mut self,
        init: Option<StmtId>,
        cond: Option<ExprId>,
        post: Option<StmtId>,
        body: StmtId,
    ) {
        let label = self.pending_label.take();
        let mark = self.e.mark();
        if let Some(init) = init {
            self.stmt(init);
        }
        let per_iteration = self.loop_vars(init);
        let fused = self.counting_loop(init, cond, post);
        let (end, next) = (self.e.new_label(), self.e.new_label());
        if let Some(cond) = cond {
            self.cond(cond, end, false);
        }
        let top = self.e.bound_label();
        self.targets.push(Target {
            label,
            break_to: end,
            continue_to: Some(next),
        });
        self.stmt(body);
        self.targets.pop();
        self.e.bind(next);
        self.copy_loop_vars(&per_iteration);
        if let Some((var, bound)) = fused {
            self.e.jump_op(Op::IncLoopLt, var, bound, top);
        } else {
            if let Some(post) = post {
                self.stmt(post);
            }
            match cond {
                Some(cond) => self.cond(cond, top, true),
                None => self.e.jump(top),
            }
        }
        self.e.bind(end);
        self.e.release(mark);
    }

    /// The loop's own variables that live on the heap: each iteration has its own copy.
    /// Spec: "Each iteration has its own separate declared variable" (Go 1.22).
    fn loop_vars(&mut self, init: Option<StmtId>) -> Vec<ObjId> {
        let Some(StmtKind::Assign {
            define: true, lhs, ..
        }) = init.map(|s| self.ast().stmt(s).kind)
        else {
            return Vec::new();
        };
        let mut vars = Vec::new();
        for l in self.ast().list(lhs) {
            if let Some(var) = self.new_var(true, l)
                && self.is_boxed(var)
                && crate::facts::is_per_iteration(self.c.ck, var)
            {
                vars.push(var);
            }
        }
        vars
    }

    fn copy_loop_vars(&mut self, vars: &[ObjId]) {
        for &var in vars {
            let ty = self.obj_ty(var);
            let place = self.var_place(var, ty);
            let mark = self.e.mark();
            let value = self.load(place, ty);
            if let Some(&Var::Boxed(slot)) = self.vars.get(&var) {
                self.new_object(slot, ty);
                let fresh = self.var_place(var, ty);
                self.store(fresh, ty, value);
            }
            self.e.release(mark);
        }
    }

    /// `for …; i < n; i++` with `i` an int in the frame and `n` a constant, a variable of the
    /// frame or the length of a slice in the frame: (slot of i, slot of n).
    fn counting_loop(
        &mut self,
        _init: Option<StmtId>,
        cond: Option<ExprId>,
        post: Option<StmtId>,
    ) -> Option<(u16, u16)> {
        let StmtKind::IncDec { x, inc: true } = self.ast().stmt(post?).kind else {
            return None;
        };
        let var = self.frame_int(x)?;
        let ExprKind::Binary {
            op: BinaryOp::Lss,
            x: left,
            y: bound,
        } = self.ast().kind(self.ast().unparen(cond?))
        else {
            return None;
        };
        if self.frame_int(left)? != var {
            return None;
        }
        if let Some(n) = self.const_int(bound) {
            let slot = self.e.alloc(1);
            self.load_int(slot, n);
            return Some((var, slot));
        }
        if let Some(slot) = self.frame_int(bound) {
            return Some((var, slot));
        }
        let ExprKind::Call { func, args, .. } = self.ast().kind(self.ast().unparen(bound)) else {
            return None;
        };
        let is_len = matches!(
            self.mode(func),
            Some(types::info::Mode::Builtin(types::object::Builtin::Len))
        );
        if !is_len {
            return None;
        }
        let arg = self.ast().unparen(self.ast().item(args, 0));
        let class = self.expr_layout(arg).class;
        if !matches!(class, Class::Slice | Class::String) {
            return None;
        }
        match self.variable(arg).and_then(|v| self.vars.get(&v).copied()) {
            Some(Var::Slot(slot)) if matches!(self.ast().kind(arg), ExprKind::Name(_)) => {
                Some((var, slot + 1))
            }
            _ => None,
        }
    }

    /// The slot of a signed 64-bit integer variable of the frame.
    fn frame_int(&mut self, e: ExprId) -> Option<u16> {
        let e = self.ast().unparen(e);
        if !matches!(self.ast().kind(e), ExprKind::Name(_)) || self.constant(e).is_some() {
            return None;
        }
        let class = self.expr_layout(e).class;
        if !matches!(
            class,
            Class::Int {
                bits: 64,
                signed: true
            }
        ) {
            return None;
        }
        match self.variable(e).and_then(|v| self.vars.get(&v).copied()) {
            Some(Var::Slot(slot)) => Some(slot),
            _ => None,
        }
    }
}
