//! `for … range`. Spec: "For statements with range clause".

use crate::emit::Label;
use crate::func::{Gen, Target, Var};
use crate::layout::Class;
use crate::place::Place;
use bytecode::{NONE, Op};
use parser::ast::*;
use types::object::ObjId;
use types::types::{Type, TypeId};

/// What the two iteration variables are.
pub struct RangeVars {
    pub define: bool,
    pub key: Option<ExprId>,
    pub value: Option<ExprId>,
}

impl Gen<'_, '_, '_> {
    pub fn range_stmt(
        &mut self,
        s: StmtId,
        define: bool,
        lhs: List<ExprId>,
        x: ExprId,
        body: StmtId,
    ) {
        let mark = self.e.mark();
        let lhs: Vec<ExprId> = self.ast().list(lhs).collect();
        let used = |e: &&ExprId| !self.ast().name(**e).is_blank() || !self.is_name(**e);
        let vars = RangeVars {
            define,
            key: lhs.first().filter(used).copied(),
            value: lhs.get(1).filter(used).copied(),
        };
        for var in [vars.key, vars.value].into_iter().flatten() {
            if define
                && let Some(var) = self.variable(var)
                && self.is_shared(var)
            {
                self.declare(var);
            }
        }
        let xt = self.ty(x);
        let core = self.c.ck.core_type(xt).unwrap_or(xt);
        let held = self.order(&[x]);
        match self.c.shape(core) {
            Type::Signature(_) => self.range_func(s, x, &vars, body),
            Type::Map { key, elem } => self.range_map(x, core, key, elem, &vars, body),
            Type::Chan { elem, .. } => self.range_chan(s, x, elem, &vars, body),
            Type::Basic(_) if matches!(self.layout(core).class, Class::String) => {
                self.range_string(x, &vars, body);
            }
            Type::Basic(_) => self.range_int(x, core, &vars, body),
            _ => self.range_elements(x, core, &vars, body),
        }
        self.forget(held);
        self.e.release(mark);
    }

    /// Whether all iterations share the variable, as before Go 1.22, and something could tell.
    fn is_shared(&mut self, var: ObjId) -> bool {
        !crate::facts::is_per_iteration(self.c.ck, var) && self.is_boxed(var)
    }

    fn is_name(&self, e: ExprId) -> bool {
        matches!(self.ast().kind(e), ExprKind::Name(_))
    }

    /// Gives an iteration variable its value for this iteration.
    pub fn bind_range_var(&mut self, define: bool, target: ExprId, from: TypeId, slot: u16) {
        if define {
            let Some(var) = self.variable(target) else {
                return;
            };
            let ty = self.obj_ty(var);
            if self.is_boxed(var) {
                let place = if self.is_shared(var) {
                    self.var_place(var, ty)
                } else {
                    self.declare(var)
                };
                self.store(place, ty, slot);
            } else {
                let layout = self.layout(ty);
                let own = self.temp(layout);
                self.mov(own, slot, layout.slots);
                self.vars.insert(var, Var::Slot(own));
            }
            return;
        }
        let mark = self.e.mark();
        let to = self.ty(target);
        let place = self.place(target);
        let layout = self.layout(to);
        let value = self.temp(layout);
        self.convert_value(slot, from, to, value);
        self.store(place, to, value);
        self.e.release(mark);
    }

    fn loop_body(
        &mut self,
        body: StmtId,
        break_to: Label,
        continue_to: Label,
        label: Option<source::Symbol>,
    ) {
        self.targets.push(Target {
            label,
            break_to,
            continue_to: Some(continue_to),
        });
        self.stmt(body);
        self.targets.pop();
    }

    /// Whether nothing in the body can change the variable `target`, so that the loop's hidden
    /// counter can be the variable itself.
    fn counter_slot(&mut self, vars: &RangeVars, body: StmtId, counter: u16) -> bool {
        let Some(key) = vars.key.filter(|_| vars.define) else {
            return false;
        };
        let Some(var) = self.variable(key) else {
            return false;
        };
        if self.is_boxed(var) || crate::assigned::assigns(self.c.ck, body, var) {
            return false;
        }
        self.vars.insert(var, Var::Slot(counter));
        true
    }

    fn range_int(&mut self, x: ExprId, ty: TypeId, vars: &RangeVars, body: StmtId) {
        let label = self.pending_label.take();
        // An untyped constant takes the iteration variable's type.
        let ty = match vars.key {
            Some(key) if !vars.define => self.ty(key),
            _ => ty,
        };
        let layout = self.layout(ty);
        let limit = self.e.alloc(1);
        match self.constant(x) {
            Some(v) => self.const_to(&v, ty, limit),
            None => self.expr_to(x, limit),
        }
        let counter = self.e.alloc(1);
        self.load_int(counter, 0);
        let (end, next) = (self.e.new_label(), self.e.new_label());
        let signed = !matches!(layout.class, Class::Int { signed: false, .. });
        self.branch_int(BinaryOp::Geq, signed, counter, limit, end);
        let own = self.counter_slot(vars, body, counter);
        let top = self.e.bound_label();
        let mark = self.e.mark();
        if let Some(key) = vars.key
            && !own
        {
            self.bind_range_var(vars.define, key, ty, counter);
        }
        self.loop_body(body, end, next, label);
        self.e.bind(next);
        self.e.release(mark);
        if signed {
            self.e.jump_op(Op::IncLoopLt, counter, limit, top);
        } else {
            self.e.op_imm(Op::AddI, counter, counter, 1);
            self.branch_int(BinaryOp::Lss, false, counter, limit, top);
        }
        self.e.bind(end);
    }

    /// Slices, arrays and pointers to arrays.
    fn range_elements(&mut self, x: ExprId, ty: TypeId, vars: &RangeVars, body: StmtId) {
        let label = self.pending_label.take();
        let (elem, fixed_len, via_pointer) = match self.c.shape(ty) {
            Type::Slice(elem) => (elem, None, false),
            Type::Array { elem, len } => (elem, Some(len), false),
            Type::Pointer(array) => match self.c.shape(array) {
                Type::Array { elem, len } => (elem, Some(len), true),
                _ => return,
            },
            _ => return,
        };
        // The range expression is evaluated once; an array is copied if its elements are used.
        let mut base = Place::Blank;
        let limit;
        if let Some(len) = fixed_len {
            if via_pointer {
                let ptr = self.e.alloc(1);
                self.expr_to(x, ptr);
                base = Place::Mem {
                    ptr,
                    offset: 0,
                    checked: false,
                };
            } else if vars.value.is_some() {
                base = self.array_copy(x, ty, body);
            } else if !self.is_addressable(x) {
                self.expr(x);
            }
            limit = self.e.alloc(1);
            self.load_int(limit, len);
        } else {
            let header = self.e.alloc(2);
            let mark = self.e.mark();
            let slice = self.expr(x);
            self.mov(header, slice, 2);
            self.e.release(mark);
            base = Place::SliceElem {
                slice: header,
                index: 0,
            };
            limit = header + 1;
        }
        let counter = self.e.alloc(1);
        self.load_int(counter, 0);
        let (end, next) = (self.e.new_label(), self.e.new_label());
        self.branch_int(BinaryOp::Geq, true, counter, limit, end);
        let own = self.counter_slot(vars, body, counter);
        let top = self.e.bound_label();
        let mark = self.e.mark();
        if let Some(key) = vars.key
            && !own
        {
            self.bind_range_var(vars.define, key, TypeId::INT, counter);
        }
        if let Some(value) = vars.value {
            let place = element_place(base, counter, fixed_len);
            let layout = self.layout(elem);
            let slot = self.temp(layout);
            self.load_to(place, elem, slot);
            self.bind_loaded(vars.define, value, elem, slot);
        }
        self.loop_body(body, end, next, label);
        self.e.bind(next);
        self.e.release(mark);
        self.e.jump_op(Op::IncLoopLt, counter, limit, top);
        self.e.bind(end);
    }

    /// As [`Gen::bind_range_var`], for a value in a slot of its own that can become the variable.
    fn bind_loaded(&mut self, define: bool, target: ExprId, from: TypeId, slot: u16) {
        if define
            && let Some(var) = self.variable(target)
            && !self.is_boxed(var)
        {
            self.vars.insert(var, Var::Slot(slot));
            return;
        }
        self.bind_range_var(define, target, from, slot);
    }

    fn array_copy(&mut self, x: ExprId, ty: TypeId, body: StmtId) -> Place {
        let layout = self.layout(ty);
        if self.is_addressable(x) && !crate::assigned::has_effects(self.c.ck, body) {
            let place = self.place(x);
            match place {
                Place::Frame { .. } | Place::Mem { .. } => return place,
                Place::Global { .. } => {
                    let ptr = self.address_of(place, ty);
                    return Place::pointee(ptr);
                }
                _ => {}
            }
        }
        let slot = self.temp(layout);
        self.expr_to(x, slot);
        Place::of_slot(slot, layout)
    }

    fn range_string(&mut self, x: ExprId, vars: &RangeVars, body: StmtId) {
        let label = self.pending_label.take();
        let text = self.e.alloc(2);
        self.expr_to(x, text);
        let (at, rune, after) = (self.e.alloc(1), self.e.alloc(1), self.e.alloc(1));
        self.load_int(after, 0);
        let (end, next) = (self.e.new_label(), self.e.new_label());
        let check = self.e.new_label();
        self.e.jump(check);
        let top = self.e.bound_label();
        self.mov(at, after, 1);
        self.e.op4(Op::StrRune, rune, text, at, after);
        let mark = self.e.mark();
        if let Some(key) = vars.key {
            self.bind_range_var(vars.define, key, TypeId::INT, at);
        }
        if let Some(value) = vars.value {
            self.bind_range_var(vars.define, value, TypeId::RUNE, rune);
        }
        self.loop_body(body, end, next, label);
        self.e.release(mark);
        self.e.bind(next);
        self.e.bind(check);
        self.branch_int(BinaryOp::Lss, true, after, text + 1, top);
        self.e.bind(end);
    }

    fn range_map(
        &mut self,
        x: ExprId,
        ty: TypeId,
        key_ty: TypeId,
        elem_ty: TypeId,
        vars: &RangeVars,
        body: StmtId,
    ) {
        let label = self.pending_label.take();
        let iter = self.e.alloc(1);
        let mark = self.e.mark();
        let map = self.expr(x);
        let idx = self.c.type_idx(ty);
        self.e.op(Op::MapIter, iter, map, 0);
        self.e.ext(u64::from(idx.0));
        self.e.release(mark);
        let (end, next) = (self.e.new_label(), self.e.new_label());
        self.e.bind(next);
        let (key_layout, elem_layout) = (self.layout(key_ty), self.layout(elem_ty));
        let key = match vars.key {
            Some(_) => self.temp(key_layout),
            None => NONE,
        };
        let value = match vars.value {
            Some(_) => self.temp(elem_layout),
            None => NONE,
        };
        if self.map_by_address(ty).is_some() {
            let (key_at, elem_at) = (self.e.alloc(1), self.e.alloc(1));
            let from = self.e.here();
            self.e.op(Op::MapStep, iter, key_at, elem_at);
            self.e.jump_ext(from, end);
            if key != NONE {
                self.load_to(Place::pointee(key_at), key_ty, key);
            }
            if value != NONE {
                self.load_to(Place::pointee(elem_at), elem_ty, value);
            }
        } else {
            let from = self.e.here();
            self.e.op(Op::MapNext, iter, key, value);
            self.e.jump_ext(from, end);
        }
        if let Some(target) = vars.key {
            self.canonicalise(key, key_layout);
            self.bind_loaded(vars.define, target, key_ty, key);
        }
        if let Some(target) = vars.value {
            self.canonicalise(value, elem_layout);
            self.bind_loaded(vars.define, target, elem_ty, value);
        }
        self.loop_body(body, end, next, label);
        self.e.jump(next);
        self.e.bind(end);
    }

    fn range_chan(&mut self, s: StmtId, x: ExprId, elem: TypeId, vars: &RangeVars, body: StmtId) {
        let label = self.pending_label.take();
        let ch = self.e.alloc(1);
        self.expr_to(x, ch);
        let (end, next) = (self.e.new_label(), self.e.new_label());
        self.e.bind(next);
        let layout = self.layout(elem);
        let ok = self.e.alloc(1);
        let value = match vars.key {
            Some(_) if layout.slots > 0 => self.temp(layout),
            _ => NONE,
        };
        self.at(self.ast().stmt(s).pos);
        self.e.op(Op::Recv, value, ch, ok);
        self.branch_bool(ok, end, false);
        if let Some(target) = vars.key {
            if value != NONE {
                self.complete_received(value, elem);
            }
            self.bind_loaded(
                vars.define,
                target,
                elem,
                if value == NONE { ok } else { value },
            );
        }
        self.loop_body(body, end, next, label);
        self.e.jump(next);
        self.e.bind(end);
    }
}

fn element_place(base: Place, index: u16, len: Option<i64>) -> Place {
    let len = len.unwrap_or(0) as u32;
    match base {
        Place::SliceElem { slice, .. } => Place::SliceElem { slice, index },
        Place::Mem { ptr, offset, .. } => Place::PtrElem {
            ptr,
            index,
            len,
            offset: offset as u32,
        },
        Place::Frame { byte } => Place::FrameElem { byte, index, len },
        other => other,
    }
}
