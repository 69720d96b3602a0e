//! Switch, type switch and select statements.

use crate::emit::Label;
use crate::func::{Gen, Target, Var};
use crate::layout::Class;
use crate::place::Place;
use bytecode::{NONE, Op, SelectCase, SelectDesc};
use parser::ast::*;
use types::types::TypeId;

impl Gen<'_, '_, '_> {
    pub fn switch_stmt(
        &mut self,
        init: Option<StmtId>,
        tag: Option<ExprId>,
        clauses: List<ClauseId>,
    ) {
        let label = self.pending_label.take();
        let mark = self.e.mark();
        if let Some(init) = init {
            self.stmt(init);
        }
        let clauses: Vec<ClauseId> = self.ast().list(clauses).collect();
        let end = self.e.new_label();
        self.targets.push(Target {
            label,
            break_to: end,
            continue_to: None,
        });
        let outer = self.fallthrough.take();
        match tag.map(|t| (t, self.ast().kind(t))) {
            Some((guard, ExprKind::TypeSwitchGuard { x, .. })) => {
                self.type_switch(guard, x, &clauses, end);
            }
            _ => self.expr_switch(tag, &clauses, end),
        }
        self.fallthrough = outer;
        self.targets.pop();
        self.e.bind(end);
        self.e.release(mark);
    }

    fn expr_switch(&mut self, tag: Option<ExprId>, clauses: &[ClauseId], end: Label) {
        let tag = tag.map(|t| {
            let ty = self.ty(t);
            let layout = self.layout(ty);
            // A copy: the cases' expressions may change the variable.
            let slot = self.temp(layout);
            let held = self.order(&[t]);
            self.value_as_to(t, ty, slot);
            self.forget(held);
            (slot, ty)
        });
        let bodies: Vec<Label> = clauses.iter().map(|_| self.e.new_label()).collect();
        let mut default = end;
        for (&clause, &body) in clauses.iter().zip(&bodies) {
            let node = self.ast().clause(clause);
            if node.is_default {
                default = body;
            }
            for e in self.ast().list(node.exprs) {
                self.at(self.ast().start(e));
                let mark = self.e.mark();
                match tag {
                    Some((slot, ty)) => {
                        let held = self.order(&[e]);
                        self.case_equal(slot, ty, e, body);
                        self.forget(held);
                    }
                    None => self.cond(e, body, true),
                }
                self.e.release(mark);
            }
        }
        self.e.jump(default);
        for (i, &clause) in clauses.iter().enumerate() {
            self.e.bind(bodies[i]);
            self.fallthrough = bodies.get(i + 1).copied();
            self.stmts(self.ast().clause(clause).body);
            self.e.jump(end);
        }
    }

    /// Jumps to `body` if the tag equals `e`.
    fn case_equal(&mut self, tag: u16, tag_ty: TypeId, e: ExprId, body: Label) {
        let class = self.layout(tag_ty).class;
        if self.is_nil(e) {
            return self.branch_imm(BinaryOp::Eql, tag, 0, body);
        }
        match class {
            Class::Int { signed, .. } => {
                match self
                    .small_const(e)
                    .and_then(|c| i16::try_from(c).ok())
                    .filter(|&c| signed || c >= 0)
                {
                    Some(c) => self.branch_imm(BinaryOp::Eql, tag, c, body),
                    None => {
                        let value = self.value_as(e, tag_ty);
                        self.branch_int(BinaryOp::Eql, signed, tag, value, body);
                    }
                }
            }
            Class::String => {
                let value = self.value_as(e, tag_ty);
                self.e.jump_op(Op::JStrEq, tag, value, body);
            }
            _ => {
                let et = self.ty(e);
                let flag = self.e.alloc(1);
                if !self.c.is_iface(tag_ty) && self.c.is_iface(et) {
                    let lifted = self.e.alloc(2);
                    self.convert_value(tag, tag_ty, et, lifted);
                    let value = self.expr(e);
                    let class = self.layout(et).class;
                    self.equal_values(class, et, flag, lifted, value);
                } else {
                    let value = self.value_as(e, tag_ty);
                    self.equal_values(class, tag_ty, flag, tag, value);
                }
                self.branch_bool(flag, body, true);
            }
        }
    }

    // ---- type switches

    fn type_switch(&mut self, guard: ExprId, x: ExprId, clauses: &[ClauseId], end: Label) {
        let xt = self.ty(x);
        let iface = self.e.alloc(2);
        self.value_as_to(x, xt, iface);
        self.at(self.ast().pos(guard));
        let dynamic = self.e.alloc(1);
        if matches!(self.layout(xt).class, Class::Iface { empty: true }) {
            self.mov(dynamic, iface, 1);
        } else {
            self.e.op(Op::ItabType, dynamic, iface, 0);
        }
        let bodies: Vec<Label> = clauses.iter().map(|_| self.e.new_label()).collect();
        let mut default = end;
        for (&clause, &body) in clauses.iter().zip(&bodies) {
            let node = self.ast().clause(clause);
            if node.is_default {
                default = body;
            }
            for e in self.ast().list(node.exprs) {
                self.case_type(dynamic, e, body);
            }
        }
        self.e.jump(default);
        for (i, &clause) in clauses.iter().enumerate() {
            self.e.bind(bodies[i]);
            let mark = self.e.mark();
            self.clause_var(clause, iface, xt);
            self.stmts(self.ast().clause(clause).body);
            self.e.release(mark);
            self.e.jump(end);
        }
    }

    fn case_type(&mut self, dynamic: u16, e: ExprId, body: Label) {
        if self.is_nil(e) {
            return self.branch_imm(BinaryOp::Eql, dynamic, 0, body);
        }
        let ty = self.ty(e);
        let idx = self.c.type_idx(ty);
        if self.c.is_iface(ty) {
            let mark = self.e.mark();
            let flag = self.e.alloc(1);
            self.e.op(Op::Implements, flag, dynamic, 0);
            self.e.ext(u64::from(idx.0));
            self.branch_bool(flag, body, true);
            self.e.release(mark);
        } else {
            let next = self.e.new_label();
            self.e.jump_op(Op::JNeType, dynamic, 0, next);
            self.e.ext(u64::from(idx.0));
            self.e.jump(body);
            self.e.bind(next);
        }
    }

    /// Declares the variable of `switch v := x.(type)` for one clause.
    fn clause_var(&mut self, clause: ClauseId, iface: u16, xt: TypeId) {
        let Some(&var) = self.c.ck.info.implicits.get(&clause) else {
            return;
        };
        let ty = self.obj_ty(var);
        let layout = self.layout(ty);
        let value = self.temp(layout);
        let single = self.ast().clause(clause).exprs.len() == 1;
        let converts = !self.c.is_iface(ty) || self.c.type_idx(ty) != self.c.type_idx(xt);
        if single && converts {
            self.assert_value(iface, xt, ty, value, NONE);
        } else {
            self.mov(value, iface, layout.slots);
        }
        if self.is_boxed(var) {
            let place = self.declare(var);
            self.store(place, ty, value);
        } else {
            self.vars.insert(var, Var::Slot(value));
        }
    }

    // ---- select

    pub fn select_stmt(&mut self, clauses: List<ClauseId>) {
        let label = self.pending_label.take();
        let mark = self.e.mark();
        let (file, line) = self.e.place();
        let clauses: Vec<ClauseId> = self.ast().list(clauses).collect();
        let end = self.e.new_label();
        let mut cases = Vec::new();
        let mut bodies = Vec::new();
        let mut default = None;
        for &clause in &clauses {
            let body = self.e.new_label();
            bodies.push(body);
            match self.ast().clause(clause).comm {
                None => default = Some(body),
                Some(comm) => cases.push((self.select_case(comm), body)),
            }
        }
        let index = self.e.alloc(1);
        let desc = self.c.select(SelectDesc {
            cases: cases.iter().map(|(c, _)| c.clone()).collect(),
            has_default: default.is_some(),
        });
        self.e.set_place(file, line);
        self.e.op(Op::Select, index, 0, 0);
        self.e.ext(u64::from(desc));
        for (i, &(_, body)) in cases.iter().enumerate() {
            self.branch_imm(BinaryOp::Eql, index, i as i16, body);
        }
        if let Some(default) = default {
            self.e.jump(default);
        }
        self.targets.push(Target {
            label,
            break_to: end,
            continue_to: None,
        });
        let outer = self.fallthrough.take();
        let mut next = 0;
        for (&clause, &body) in clauses.iter().zip(&bodies) {
            self.e.bind(body);
            let inner = self.e.mark();
            if let Some(comm) = self.ast().clause(clause).comm {
                let case = cases[next].0.clone();
                next += 1;
                self.received(comm, &case);
            }
            self.stmts(self.ast().clause(clause).body);
            self.e.release(inner);
            self.e.jump(end);
        }
        self.fallthrough = outer;
        self.targets.pop();
        self.e.bind(end);
        self.e.release(mark);
    }

    /// The receive operation of a communication clause.
    fn receive_of(&self, comm: StmtId) -> Option<(ExprId, bool, List<ExprId>)> {
        let (rhs, define, lhs) = match self.ast().stmt(comm).kind {
            StmtKind::Expr(x) => (x, false, List::EMPTY),
            StmtKind::Assign { define, lhs, rhs } => (self.ast().item(rhs, 0), define, lhs),
            _ => return None,
        };
        match self.ast().kind(self.ast().unparen(rhs)) {
            ExprKind::Unary {
                op: UnaryOp::Recv,
                x,
            } => Some((x, define, lhs)),
            _ => None,
        }
    }

    /// Evaluates the operands of a case. Spec: "For all the cases in the statement, the channel
    /// operands … are evaluated exactly once, in source order".
    fn select_case(&mut self, comm: StmtId) -> SelectCase {
        if let StmtKind::Send { chan, value } = self.ast().stmt(comm).kind {
            let ty = self.ty(chan);
            let elem = self.c.elem(ty);
            let held = self.order(&[chan, value]);
            let ch = self.e.alloc(1);
            self.expr_to(chan, ch);
            let layout = self.layout(elem);
            let slot = self.temp(layout);
            self.value_as_to(value, elem, slot);
            self.forget(held);
            return SelectCase {
                is_send: true,
                chan: ch,
                value: slot,
                ok: NONE,
            };
        }
        let Some((chan, _, lhs)) = self.receive_of(comm) else {
            return SelectCase {
                is_send: false,
                chan: 0,
                value: NONE,
                ok: NONE,
            };
        };
        let ty = self.ty(chan);
        let elem = self.c.elem(ty);
        let ch = self.e.alloc(1);
        self.expr_to(chan, ch);
        let layout = self.layout(elem);
        let value = if lhs.is_empty() || layout.slots == 0 {
            NONE
        } else {
            self.temp(layout)
        };
        let ok = if lhs.len() > 1 { self.e.alloc(1) } else { NONE };
        SelectCase {
            is_send: false,
            chan: ch,
            value,
            ok,
        }
    }

    /// Assigns what a chosen receive case got.
    fn received(&mut self, comm: StmtId, case: &SelectCase) {
        let Some((chan, define, lhs)) = self.receive_of(comm) else {
            return;
        };
        let chan_ty = self.ty(chan);
        let elem = self.c.elem(chan_ty);
        if case.value != NONE {
            self.complete_received(case.value, elem);
        }
        let sources = [(case.value, elem), (case.ok, TypeId::BOOL)];
        let lhs: Vec<ExprId> = self.ast().list(lhs).collect();
        for (&l, (slot, from)) in lhs.iter().zip(sources) {
            let slot = if slot == NONE { 0 } else { slot };
            if let Some(var) = self.new_var(define, l) {
                let ty = self.obj_ty(var);
                if self.is_boxed(var) {
                    let place = self.declare(var);
                    self.store(place, ty, slot);
                } else {
                    self.vars.insert(var, Var::Slot(slot));
                }
                continue;
            }
            let place = self.place(l);
            if matches!(place, Place::Blank) {
                continue;
            }
            let to = self.ty(l);
            let mark = self.e.mark();
            let to_layout = self.layout(to);
            let value = self.temp(to_layout);
            self.convert_value(slot, from, to, value);
            self.store(place, to, value);
            self.e.release(mark);
        }
    }
}
