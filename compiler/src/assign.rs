//! Assignments and variable declarations. Spec: "Assignment statements", "Variable declarations".

use crate::func::Gen;
use crate::layout::Class;
use crate::place::Place;
use bytecode::{NONE, Op};
use parser::ast::*;
use types::object::ObjId;
use types::types::TypeId;

impl Gen<'_, '_, '_> {
    pub fn assign(&mut self, define: bool, lhs: &[ExprId], rhs: &[ExprId]) {
        let mark = self.e.mark();
        let places: Vec<ExprId> = lhs
            .iter()
            .copied()
            .filter(|&l| self.new_var(define, l).is_none())
            .filter(|&l| self.has_operands(l))
            .collect();
        if lhs.len() == rhs.len() {
            let held = self.order(&[&places, rhs].concat());
            if let (&[l], &[r]) = (lhs, rhs) {
                self.assign_one(define, l, r);
            } else {
                self.assign_parallel(define, lhs, rhs);
            }
            self.forget(held);
        } else {
            let held = match self.tuple_types(rhs[0]) {
                Some(_) => self.order(&[&places, rhs].concat()),
                None => self.order_operands(&places, rhs[0]),
            };
            self.assign_unpacked(define, lhs, rhs[0]);
            self.forget(held);
        }
        if !define {
            self.e.release(mark);
        }
    }

    /// Whether assigning to `l` needs operands, which a name does not.
    fn has_operands(&self, l: ExprId) -> bool {
        !matches!(self.ast().kind(self.ast().unparen(l)), ExprKind::Name(_))
    }

    /// The variable that `name` declares here, if it is a new one.
    pub fn new_var(&self, define: bool, name: ExprId) -> Option<ObjId> {
        if !define || self.ast().name(name).is_blank() {
            return None;
        }
        let var = self.variable(name).filter(|&v| !self.is_global(v))?;
        (self.c.ck.obj(var).pos == self.ast().pos(name)).then_some(var)
    }

    fn assign_one(&mut self, define: bool, l: ExprId, r: ExprId) {
        if let Some(var) = self.new_var(define, l) {
            let ty = self.obj_ty(var);
            return self.init_var(var, ty, r);
        }
        let inner = self.ast().unparen(l);
        if self.ast().name(inner).is_blank() && matches!(self.ast().kind(inner), ExprKind::Name(_))
        {
            if !self.is_nil(r) {
                let ty = self.ty(r);
                self.value_as(r, ty);
            }
            return;
        }
        let ty = self.ty(l);
        let place = self.place(l);
        if matches!(place, Place::Slot(_)) && !self.reads_back(r) {
            return self.assign_value(r, ty, place);
        }
        if self.copy_large(r, ty, place) {
            return;
        }
        let value = self.value_as(r, ty);
        self.at(self.ast().pos(l));
        self.store(place, ty, value);
    }

    /// Evaluating `r` straight into a variable's slot could disturb what it still reads.
    fn reads_back(&self, r: ExprId) -> bool {
        !matches!(
            self.ast().kind(self.ast().unparen(r)),
            ExprKind::Name(_)
                | ExprKind::BasicLit { .. }
                | ExprKind::Binary { .. }
                | ExprKind::Call { .. }
                | ExprKind::Selector { .. }
                | ExprKind::Index { .. }
                | ExprKind::Star(_)
                | ExprKind::Unary { .. }
        )
    }

    /// `var := r`: the value is built in the variable itself, which nothing can see yet.
    pub fn init_var(&mut self, var: ObjId, ty: TypeId, r: ExprId) {
        let boxed = self.is_boxed(var);
        let inner = self.ast().unparen(r);
        let is_literal =
            matches!(self.ast().kind(inner), ExprKind::CompositeLit { .. }) && !self.c.is_iface(ty);
        let layout = self.layout(ty);
        if boxed {
            // The slot of the box comes first: what the value needs is released afterwards.
            let slot = self.e.alloc(1);
            let mark = self.e.mark();
            if is_literal {
                self.new_object(slot, ty);
                let place = Place::Mem {
                    ptr: slot,
                    offset: 0,
                    checked: true,
                };
                self.literal_into(inner, place, true);
            } else {
                let place = Place::Mem {
                    ptr: slot,
                    offset: 0,
                    checked: true,
                };
                if layout.indirect {
                    self.new_object(slot, ty);
                    self.assign_value(r, ty, place);
                } else {
                    let value = self.value_as(r, ty);
                    self.new_object(slot, ty);
                    self.store(place, ty, value);
                }
            }
            self.e.release(mark);
            self.vars.insert(var, crate::func::Var::Boxed(slot));
            return;
        }
        let slot = self.temp(layout);
        let mark = self.e.mark();
        if is_literal {
            self.literal_into(inner, Place::of_slot(slot, layout), false);
        } else {
            self.value_as_to(r, ty, slot);
        }
        self.e.release(mark);
        self.vars.insert(var, crate::func::Var::Slot(slot));
    }

    /// Spec: "The assignment proceeds in two phases."
    fn assign_parallel(&mut self, define: bool, lhs: &[ExprId], rhs: &[ExprId]) {
        // New variables come first, so that their slots stay.
        let mut new = Vec::new();
        for &l in lhs {
            new.push(self.new_var(define, l));
        }
        let declared: Vec<Option<u16>> = new
            .iter()
            .map(|var| {
                var.map(|v| {
                    let ty = self.obj_ty(v);
                    let layout = self.layout(ty);
                    let boxed = self.is_boxed(v);
                    self.e.alloc(if boxed { 1 } else { layout.slots })
                })
            })
            .collect();
        let mark = self.e.mark();
        let mut targets = Vec::new();
        for (i, &l) in lhs.iter().enumerate() {
            let (place, ty) = match new[i] {
                Some(var) => (Place::Blank, self.obj_ty(var)),
                None => {
                    let place = self.place(l);
                    let ty = match place {
                        Place::Blank => self.blank_type(rhs[i]),
                        _ => self.ty(l),
                    };
                    (self.freeze(place), ty)
                }
            };
            targets.push((place, ty));
        }
        let mut values = Vec::new();
        for (&r, &(_, ty)) in rhs.iter().zip(&targets) {
            let layout = self.layout(ty);
            let slot = self.temp(layout);
            self.value_as_to(r, ty, slot);
            values.push(slot);
        }
        for (i, &(place, ty)) in targets.iter().enumerate() {
            match (new[i], declared[i]) {
                (Some(var), Some(slot)) => self.bind_new(var, ty, slot, values[i]),
                _ => self.store(place, ty, values[i]),
            }
        }
        self.e.release(mark);
    }

    fn blank_type(&mut self, r: ExprId) -> TypeId {
        if self.is_nil(r) {
            TypeId::UNSAFE_POINTER
        } else {
            self.ty(r)
        }
    }

    /// Gives a new variable its reserved slot (of its box, if it has one) and its first value.
    fn bind_new(&mut self, var: ObjId, ty: TypeId, slot: u16, value: u16) {
        use crate::func::Var;
        if self.is_boxed(var) {
            self.new_object(slot, ty);
            self.vars.insert(var, Var::Boxed(slot));
        } else {
            self.vars.insert(var, Var::Slot(slot));
        }
        let place = self.var_place(var, ty);
        self.store(place, ty, value);
    }

    /// Copies the operands of a place that variables hold, since the variables may be assigned to
    /// before the place is.
    fn freeze(&mut self, place: Place) -> Place {
        let mut copy = |slot: u16, n: u32| {
            let at = self.e.alloc(n);
            self.mov(at, slot, n);
            at
        };
        match place {
            Place::SliceElem { slice, index } => Place::SliceElem {
                slice: copy(slice, 2),
                index: copy(index, 1),
            },
            Place::Mem {
                ptr,
                offset,
                checked,
            } => Place::Mem {
                ptr: copy(ptr, 1),
                offset,
                checked,
            },
            Place::PtrElem {
                ptr,
                index,
                len,
                offset,
            } => Place::PtrElem {
                ptr: copy(ptr, 1),
                index: copy(index, 1),
                len,
                offset,
            },
            Place::FrameElem { byte, index, len } => Place::FrameElem {
                byte,
                index: copy(index, 1),
                len,
            },
            Place::MapElem { map, key, map_ty } => {
                let map = copy(map, 1);
                let key_ty = match self.c.shape(map_ty) {
                    types::types::Type::Map { key, .. } => key,
                    _ => TypeId::INVALID,
                };
                let layout = self.layout(key_ty);
                let at = self.temp(layout);
                self.mov(at, key, layout.slots);
                Place::MapElem {
                    map,
                    key: at,
                    map_ty,
                }
            }
            other => other,
        }
    }

    /// `a, b = f()` and the comma-ok forms.
    fn assign_unpacked(&mut self, define: bool, lhs: &[ExprId], r: ExprId) {
        let new: Vec<Option<ObjId>> = lhs.iter().map(|&l| self.new_var(define, l)).collect();
        let declared: Vec<Option<u16>> = new
            .iter()
            .map(|var| {
                var.map(|v| {
                    let ty = self.obj_ty(v);
                    let slots = self.layout(ty).slots;
                    let boxed = self.is_boxed(v);
                    self.e.alloc(if boxed { 1 } else { slots })
                })
            })
            .collect();
        let mark = self.e.mark();
        let mut places = Vec::new();
        for (i, &l) in lhs.iter().enumerate() {
            let place = if new[i].is_some() {
                Place::Blank
            } else {
                let place = self.place(l);
                self.freeze(place)
            };
            places.push(place);
        }
        let (types, mut src) = self.unpack(r);
        for (i, &from) in types.iter().enumerate().take(lhs.len()) {
            match (new[i], declared[i]) {
                (Some(var), Some(slot)) => {
                    let to = self.obj_ty(var);
                    let value = self.converted(src, from, to);
                    self.bind_new(var, to, slot, value);
                }
                _ if matches!(places[i], Place::Blank) => {}
                _ => {
                    let to = self.ty(lhs[i]);
                    let value = self.converted(src, from, to);
                    self.at(self.ast().pos(lhs[i]));
                    self.store(places[i], to, value);
                }
            }
            src += self.layout(from).slots as u16;
        }
        self.e.release(mark);
    }

    pub fn converted(&mut self, src: u16, from: TypeId, to: TypeId) -> u16 {
        if self.c.is_iface(to) {
            let dst = self.e.alloc(2);
            self.convert_value(src, from, to, dst);
            dst
        } else {
            src
        }
    }

    /// Evaluates a multi-valued expression: its types, and the slot its values start at.
    pub fn unpack(&mut self, r: ExprId) -> (Vec<TypeId>, u16) {
        if let Some(types) = self.tuple_types(r) {
            let slot = self.multi_valued(r);
            return (types, slot);
        }
        let ty = self.ty(r);
        let value_ty = match self.c.ck.types.get(ty).clone() {
            types::types::Type::Tuple(types) => types[0],
            _ => ty,
        };
        let layout = self.layout(value_ty);
        let first = self.e.alloc(layout.slots + 1);
        let ok = first + layout.slots as u16;
        let mark = self.e.mark();
        let dst = if layout.slots == 0 { NONE } else { first };
        self.comma_ok_to(r, dst, ok);
        self.e.release(mark);
        (vec![value_ty, TypeId::BOOL], first)
    }

    /// `x op= y`.
    pub fn assign_op(&mut self, s: StmtId, op: BinaryOp, x: ExprId, y: ExprId) {
        let mark = self.e.mark();
        let held = self.order(&[x, y]);
        let ty = self.ty(x);
        let layout = self.layout(ty);
        let place = self.place(x);
        let pos = self.ast().stmt(s).pos;
        match place {
            Place::Slot(slot) => {
                self.op_into(op, ty, slot, slot, y);
            }
            Place::Frame { byte }
                if byte.is_multiple_of(8) && layout.slots == 1 && layout.size == 8 =>
            {
                let slot = (byte / 8) as u16;
                self.op_into(op, ty, slot, slot, y);
            }
            Place::MapElem { map, key, map_ty } => {
                // The operand may change the map: it is evaluated before the element is found.
                let old = self.temp(layout);
                self.load_to(place, ty, old);
                let new = self.temp(layout);
                self.op_into(op, ty, new, old, y);
                self.at(pos);
                self.store(Place::MapElem { map, key, map_ty }, ty, new);
            }
            _ => {
                let old = self.load(place, ty);
                let new = self.temp(layout);
                self.op_into(op, ty, new, old, y);
                self.at(pos);
                self.store(place, ty, new);
            }
        }
        self.forget(held);
        self.e.release(mark);
    }

    /// `dst = a op y`.
    fn op_into(&mut self, op: BinaryOp, ty: TypeId, dst: u16, a: u16, y: ExprId) {
        if matches!(op, BinaryOp::Shl | BinaryOp::Shr) {
            return self.shift(op, ty, dst, a, y);
        }
        if let Some(c) = self.small_const(y)
            && self.arith_imm(op, ty, dst, a, c)
        {
            return;
        }
        if op == BinaryOp::Add && self.multiply_add(ty, dst, a, y) {
            return;
        }
        let b = self.value_as(y, ty);
        self.arith(op, ty, dst, a, b);
    }

    /// `s += a * b` in one operation.
    fn multiply_add(&mut self, ty: TypeId, dst: u16, a: u16, y: ExprId) -> bool {
        let inner = self.ast().unparen(y);
        let ExprKind::Binary {
            op: BinaryOp::Mul,
            x: p,
            y: q,
        } = self.ast().kind(inner)
        else {
            return false;
        };
        let op = match self.layout(ty).class {
            Class::Float64 => Op::FMulAdd,
            Class::Int { bits: 64, .. } => Op::MulAdd,
            _ => return false,
        };
        if dst != a || self.constant(inner).is_some() {
            return false;
        }
        let (p, q) = (self.value_as(p, ty), self.value_as(q, ty));
        self.e.op(op, dst, p, q);
        true
    }

    /// `x++`, `x--`.
    pub fn inc_dec(&mut self, s: StmtId, x: ExprId, inc: bool) {
        let mark = self.e.mark();
        let ty = self.ty(x);
        let layout = self.layout(ty);
        let held = self.order(&[x]);
        let place = self.place(x);
        let delta = if inc { 1 } else { -1 };
        self.at(self.ast().stmt(s).pos);
        let old = self.load(place, ty);
        let direct = matches!(place, Place::Slot(slot) if slot == old);
        let new = if direct { old } else { self.temp(layout) };
        if !self.arith_imm(BinaryOp::Add, ty, new, old, delta) {
            let one = self.temp(layout);
            self.const_to(&types::constant::Value::Int(1), ty, one);
            let op = if inc { BinaryOp::Add } else { BinaryOp::Sub };
            self.arith(op, ty, new, old, one);
        }
        if !direct {
            self.store(place, ty, new);
        }
        self.forget(held);
        self.e.release(mark);
    }

    /// `var a, b T = x, y` inside a function.
    pub fn var_decl(&mut self, names: &[ExprId], values: &[ExprId]) {
        if values.is_empty() {
            for &name in names {
                if let Some(var) = self.variable(name) {
                    let ty = self.obj_ty(var);
                    let place = self.declare(var);
                    if !matches!(place, Place::Mem { .. }) {
                        self.store_zero(place, ty);
                    }
                }
            }
            return;
        }
        self.assign(true, names, values);
    }
}
