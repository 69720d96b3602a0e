//! Expressions to values in slots. Spec: "Expressions".

use crate::escape::ClosureId;
use crate::func::{Gen, Var};
use crate::layout::Class;
use crate::place::Place;
use crate::program::MethodForm;
use bytecode::{NONE, Op};
use parser::ast::*;
use types::constant::Value;
use types::info::{Mode, Selection, SelectionKind};
use types::object::{ObjId, ObjectKind};
use types::types::{Type, TypeId};

impl<'a> Gen<'_, '_, 'a> {
    /// The constant value of `e`, if it is constant.
    pub fn constant(&self, e: ExprId) -> Option<Value> {
        self.c
            .ck
            .info
            .type_and_value(e)
            .and_then(|tv| tv.value.clone())
            .filter(|v| !matches!(v, Value::Unknown))
            .or_else(|| match self.bound.is_empty() {
                true => None,
                false => self.bound_constant(e),
            })
    }

    /// The value of `e` if it is an integer constant that fits an `i64`.
    pub fn const_int(&self, e: ExprId) -> Option<i64> {
        self.constant(e)?.to_int().as_i64()
    }

    pub fn mode(&self, e: ExprId) -> Option<Mode> {
        self.c.ck.info.type_and_value(e).map(|tv| tv.mode)
    }

    pub fn is_nil(&self, e: ExprId) -> bool {
        let e = self.ast().unparen(e);
        self.mode(e) == Some(Mode::NilValue)
            || self
                .c
                .ck
                .info
                .object(e)
                .is_some_and(|o| matches!(self.c.ck.obj(o).kind, ObjectKind::Nil))
    }

    /// Evaluates `e`; the slot may be a variable's own, so its contents must be used before
    /// anything is assigned.
    pub fn expr(&mut self, e: ExprId) -> u16 {
        let inner = self.ast().unparen(e);
        if let Some(&slot) = self.held.get(&e).or_else(|| self.held.get(&inner)) {
            return slot;
        }
        if self.constant(inner).is_none() {
            match self.ast().kind(inner) {
                ExprKind::Name(_) if self.variable(inner).is_some() => {
                    let var = self.variable(inner);
                    let ty = var.map_or(TypeId::INVALID, |v| self.obj_ty(v));
                    let place = self.place(inner);
                    return self.load(place, ty);
                }
                ExprKind::Selector { .. } | ExprKind::Index { .. } | ExprKind::Star(_)
                    if self.is_place(inner) =>
                {
                    let ty = self.ty(inner);
                    let place = self.place(inner);
                    return self.load(place, ty);
                }
                ExprKind::Call { func, args, .. } if self.is_conversion(inner) => {
                    let arg = self.ast().item(args, 0);
                    let to = self.ty(func);
                    if self.keeps_slot(arg, to) {
                        return self.expr(arg);
                    }
                }
                ExprKind::Call { .. } => return self.call(inner),
                _ => {}
            }
        }
        let layout = self.expr_layout(inner);
        let dst = self.temp(layout);
        self.expr_to(inner, dst);
        dst
    }

    /// Whether the expression is read through a [`Place`].
    pub fn is_place(&self, e: ExprId) -> bool {
        match self.ast().kind(e) {
            ExprKind::Selector { sel, .. } => match self.c.ck.info.selections.get(&e) {
                Some(s) => s.kind == SelectionKind::FieldVal,
                None => self.variable(sel).is_some(),
            },
            ExprKind::Index { .. } => {
                matches!(
                    self.mode(e),
                    Some(Mode::Variable | Mode::Value | Mode::MapIndex | Mode::CommaOk)
                ) && !self.is_instantiation(e)
            }
            ExprKind::Star(_) => true,
            _ => false,
        }
    }

    /// `f[int]`: a generic function's instance.
    pub fn is_instantiation(&self, e: ExprId) -> bool {
        let ExprKind::Index { x, .. } = self.ast().kind(e) else {
            return false;
        };
        self.generic_name(x).is_some()
    }

    /// The name of the generic function that `x` denotes.
    pub fn generic_name(&self, x: ExprId) -> Option<ExprId> {
        let x = self.ast().unparen(x);
        let name = match self.ast().kind(x) {
            ExprKind::Name(_) => x,
            ExprKind::Selector { sel, .. } => sel,
            ExprKind::Index { x, .. } => return self.generic_name(x),
            _ => return None,
        };
        let obj = self.c.ck.info.object(name)?;
        (matches!(self.c.ck.obj(obj).kind, ObjectKind::Func(_))
            && self.c.ck.info.instances.contains_key(&name))
        .then_some(name)
    }

    pub fn is_type(&self, e: ExprId) -> bool {
        self.mode(e) == Some(Mode::TypeExpr)
    }

    fn is_conversion(&self, call: ExprId) -> bool {
        match self.ast().kind(call) {
            ExprKind::Call { func, .. } => self.is_type(self.ast().unparen(func)),
            _ => false,
        }
    }

    /// Evaluates `e` into the slots from `dst` on.
    pub fn expr_to(&mut self, e: ExprId, dst: u16) {
        let outer = e;
        let e = self.ast().unparen(e);
        if let Some(&slot) = self.held.get(&outer).or_else(|| self.held.get(&e)) {
            let layout = self.expr_layout(e);
            return self.mov(dst, slot, layout.slots);
        }
        self.depth += 1;
        if let Some(value) = self.constant(e) {
            let ty = self.ty(e);
            self.const_to(&value, ty, dst);
        } else if self.is_nil(e) {
            let layout = self.expr_layout(e);
            self.zero(dst, layout.slots);
        } else {
            self.operation_to(e, dst);
        }
        self.depth -= 1;
    }

    fn operation_to(&mut self, e: ExprId, dst: u16) {
        let mark = self.e.mark();
        match self.ast().kind(e) {
            ExprKind::Name(_) => self.name_to(e, e, dst),
            ExprKind::Selector { sel, .. } => match self.c.ck.info.selections.get(&e).cloned() {
                Some(s) if s.kind != SelectionKind::FieldVal => {
                    self.method_value_to(e, &s, dst);
                }
                None if self.variable(sel).is_none() => self.name_to(e, sel, dst),
                _ => self.place_to(e, dst),
            },
            ExprKind::Index { x, .. } if self.is_instantiation(e) => {
                self.expr_to(x, dst);
            }
            ExprKind::Index { .. } | ExprKind::Star(_) => self.place_to(e, dst),
            ExprKind::CompositeLit { .. } => {
                let ty = self.ty(e);
                let layout = self.layout(ty);
                if layout.indirect {
                    let object = self.e.alloc(1);
                    self.new_object(object, ty);
                    self.literal_into(e, Place::pointee(object), true);
                    self.mov(dst, object, 1);
                } else {
                    self.literal_into(e, Place::of_slot(dst, layout), false);
                }
            }
            ExprKind::FuncLit { .. } => self.func_lit_to(e, dst),
            ExprKind::Slice { x, lo, hi, max, .. } => self.slice_expr_to(e, x, [lo, hi, max], dst),
            ExprKind::TypeAssert { x, .. } => {
                let ty = self.ty(e);
                self.assert_to(e, x, ty, dst, NONE);
            }
            ExprKind::Call { func, args, .. } if self.is_conversion(e) => {
                let ty = self.ty(func);
                let arg = self.ast().item(args, 0);
                self.conversion_to(arg, ty, dst);
            }
            ExprKind::Call { .. } => {
                let layout = self.expr_layout(e);
                let src = self.call_near(e, Some(dst));
                self.mov(dst, src, layout.slots);
            }
            ExprKind::Unary { op, x } => self.unary_to(e, op, x, dst),
            ExprKind::Binary { op, x, y } => self.binary_to(e, op, x, y, dst),
            _ => {}
        }
        self.e.release(mark);
    }

    fn place_to(&mut self, e: ExprId, dst: u16) {
        let ty = self.ty(e);
        let place = self.place(e);
        self.load_to(place, ty, dst);
    }

    /// A name (or `pkg.name`) that is no constant: a variable or a function.
    fn name_to(&mut self, e: ExprId, name: ExprId, dst: u16) {
        let Some(obj) = self.c.ck.info.object(name) else {
            return;
        };
        match self.c.ck.obj(obj).kind {
            ObjectKind::Var(_) => {
                let ty = self.obj_ty(obj);
                let place = self.place(e);
                self.load_to(place, ty, dst);
            }
            ObjectKind::Func(_) => {
                let idx = self.func_of_name(name, obj);
                self.e.op_imm(Op::LoadFn, dst, 0, idx.0 as i32);
            }
            _ => {}
        }
    }

    /// The function that a name denotes, instantiated, as something that can be a value.
    pub fn func_of_name(&mut self, name: ExprId, obj: ObjId) -> bytecode::FuncIdx {
        if self.c.is_native(obj) {
            let (native, sig) = (self.c.native_name(obj), self.c.ck.obj(obj).ty);
            let pos = self.c.ck.obj(obj).pos;
            self.c.native(&native, pos);
            let (results, params) = self.c.window_slots(sig, None);
            return self.c.native_stub(native, results, params);
        }
        let (tparams, targs) = self.instance_of(name, obj);
        self.c.declared_func(obj, tparams, targs)
    }

    /// Type parameters and arguments of the generic function that `name` uses.
    pub fn instance_of(
        &mut self,
        name: ExprId,
        obj: ObjId,
    ) -> (Vec<types::types::TypeParamId>, Vec<TypeId>) {
        let Some(instance) = self.c.ck.info.instances.get(&name).cloned() else {
            return (Vec::new(), Vec::new());
        };
        let sig = self.c.ck.obj(obj).ty;
        let tparams = match self.c.ck.types.get(sig) {
            Type::Signature(s) => s.tparams.clone(),
            _ => Vec::new(),
        };
        let targs = instance.targs.iter().map(|&t| self.subst(t)).collect();
        (tparams, targs)
    }

    // ---- constants

    pub fn const_to(&mut self, value: &Value, ty: TypeId, dst: u16) {
        let layout = self.layout(ty);
        match layout.class {
            Class::Int { .. } | Class::Pointer => {
                self.load_int(dst, const_bits(value));
            }
            Class::Bool => {
                let v = value.as_bool().unwrap_or(false);
                self.e.op_imm(Op::LoadI, dst, 0, i32::from(v));
            }
            Class::Float64 => self.load_f64(dst, value.as_f64().unwrap_or(0.0)),
            Class::Float32 => {
                let bits = value.as_f32().unwrap_or(0.0).to_bits();
                self.load_int(dst, i64::from(bits));
            }
            Class::Complex128 => {
                self.load_f64(dst, value.real().as_f64().unwrap_or(0.0));
                self.load_f64(dst + 1, value.imag().as_f64().unwrap_or(0.0));
            }
            Class::Complex64 => {
                let re = value.real().as_f32().unwrap_or(0.0).to_bits();
                let im = value.imag().as_f32().unwrap_or(0.0).to_bits();
                self.load_int(dst, (u64::from(re) | u64::from(im) << 32) as i64);
            }
            Class::String => self.load_string(dst, value.as_bytes().unwrap_or(b"")),
            // An untyped constant that its context made an interface.
            Class::Iface { .. } => {
                let from = match value {
                    Value::Bool(_) => TypeId::BOOL,
                    Value::String(_) => TypeId::STRING,
                    Value::Int(_) | Value::BigInt(_) => TypeId::INT,
                    Value::Complex(_) => TypeId::COMPLEX128,
                    _ => TypeId::FLOAT64,
                };
                let layout = self.layout(from);
                let slot = self.temp(layout);
                self.const_to(value, from, slot);
                self.make_iface(dst, slot, from, ty);
            }
            _ => self.zero(dst, layout.slots),
        }
    }

    fn load_f64(&mut self, dst: u16, v: f64) {
        self.load_int(dst, v.to_bits() as i64);
    }

    pub fn load_string(&mut self, dst: u16, text: &[u8]) {
        let i = self.c.string(text);
        self.e.op_imm(Op::LoadStr, dst, 0, i as i32);
        self.e.ext(0);
    }

    // ---- implicit conversion

    /// Evaluates `e` and converts it to `target`, to which it is assignable.
    pub fn value_as(&mut self, e: ExprId, target: TypeId) -> u16 {
        let from = self.ty(e);
        if self.is_nil(e) {
            let layout = self.layout(target);
            let slot = self.temp(layout);
            self.zero(slot, layout.slots);
            return slot;
        }
        if !self.c.is_iface(target) || self.constant(e).is_none() && self.same_repr(from, target) {
            return self.expr(e);
        }
        let dst = self.e.alloc(2);
        self.value_as_to(e, target, dst);
        dst
    }

    /// As [`Gen::value_as`], into the slots from `dst` on.
    pub fn value_as_to(&mut self, e: ExprId, target: TypeId, dst: u16) {
        if self.is_nil(e) {
            let slots = self.layout(target).slots;
            return self.zero(dst, slots);
        }
        if !self.c.is_iface(target) {
            return self.expr_to(e, dst);
        }
        let from = self.ty(e);
        if self.c.is_iface(from) && self.same_repr(from, target) {
            return self.expr_to(e, dst);
        }
        let mark = self.e.mark();
        let src = self.expr(e);
        self.at(self.ast().start(e));
        self.convert_value(src, from, target, dst);
        self.e.release(mark);
    }

    /// Two interface types whose values look the same.
    fn same_repr(&mut self, a: TypeId, b: TypeId) -> bool {
        match (self.layout(a).class, self.layout(b).class) {
            (Class::Iface { empty: true }, Class::Iface { empty: true }) => true,
            (Class::Iface { empty: false }, Class::Iface { empty: false }) => {
                self.c.type_idx(a) == self.c.type_idx(b) || {
                    let (a, b) = (self.c.under(a), self.c.under(b));
                    self.c.ck.identical(a, b)
                }
            }
            _ => false,
        }
    }

    /// Converts a value to a type it is assignable to: only interfaces change.
    pub fn convert_value(&mut self, src: u16, from: TypeId, to: TypeId, dst: u16) {
        let (lf, lt) = (self.layout(from), self.layout(to));
        match (lf.class, lt.class) {
            (Class::Iface { empty }, Class::Iface { empty: to_empty }) => {
                if self.same_repr(from, to) {
                    self.mov(dst, src, 2);
                } else if to_empty && !empty {
                    self.e.op(Op::ItabType, dst, src, 0);
                    self.mov(dst + 1, src + 1, 1);
                } else {
                    let idx = self.c.type_idx(to);
                    self.e.op(Op::IfaceConv, dst, src, u16::from(empty));
                    self.e.ext(u64::from(idx.0));
                }
            }
            (_, Class::Iface { .. }) => self.make_iface(dst, src, from, to),
            _ => self.mov(dst, src, lt.slots),
        }
    }

    pub fn make_iface(&mut self, dst: u16, src: u16, from: TypeId, iface: TypeId) {
        let idx = self.c.type_idx(from);
        self.c.require_methods(idx);
        let itab = match self.layout(iface).class {
            Class::Iface { empty: false } => self.c.itab(iface, from) + 1,
            _ => 0,
        };
        if self.layout(from).indirect {
            // Nobody changes the object: it becomes the interface's.
            self.mov(dst + 1, src, 1);
            match itab.checked_sub(1) {
                Some(itab) => self.e.op_imm(Op::LoadItab, dst, 0, itab as i32),
                None => self.e.op_imm(Op::LoadType, dst, 0, idx.0 as i32),
            }
            return;
        }
        self.e.op(Op::MkIface, dst, src, 0);
        self.e.ext_halves(idx.0, itab);
    }

    // ---- unary operators

    fn unary_to(&mut self, e: ExprId, op: UnaryOp, x: ExprId, dst: u16) {
        let layout = self.expr_layout(e);
        match op {
            UnaryOp::And => {
                let ptr = self.address(x);
                self.mov(dst, ptr, 1);
            }
            UnaryOp::Recv => self.receive_to(e, x, dst, NONE),
            UnaryOp::Not => {
                let src = self.expr(x);
                self.e.op(Op::NotB, dst, src, 0);
            }
            UnaryOp::Plus => self.expr_to(x, dst),
            UnaryOp::Neg => {
                let src = self.expr(x);
                match layout.class {
                    Class::Float64 => self.e.op(Op::FNeg, dst, src, 0),
                    Class::Float32 => self.e.op(Op::F32Neg, dst, src, 0),
                    Class::Complex128 => self.e.op(Op::CNeg, dst, src, 0),
                    Class::Complex64 => {
                        let wide = self.e.alloc(2);
                        self.e.op(Op::CWiden, wide, src, 0);
                        self.e.op(Op::CNeg, wide, wide, 0);
                        self.e.op(Op::CNarrow, dst, wide, 0);
                    }
                    _ => {
                        self.e.op(Op::Neg, dst, src, 0);
                        self.canonicalise(dst, layout);
                    }
                }
            }
            UnaryOp::Xor => {
                let src = self.expr(x);
                self.e.op(Op::Com, dst, src, 0);
                self.canonicalise(dst, layout);
            }
            UnaryOp::Tilde => {}
        }
    }

    /// `<-x` into `dst` (or nowhere) and `ok`.
    pub fn receive_to(&mut self, e: ExprId, x: ExprId, dst: u16, ok: u16) {
        let chan_ty = self.ty(x);
        let elem = self.c.elem(chan_ty);
        let ch = self.expr(x);
        self.at(self.ast().pos(e));
        self.e.op(Op::Recv, dst, ch, ok);
        if dst != NONE {
            self.complete_received(dst, elem);
        }
    }

    /// Makes a value that a channel operation copied into slots what it is.
    pub fn complete_received(&mut self, slot: u16, elem: TypeId) {
        let layout = self.layout(elem);
        self.canonicalise(slot, layout);
        self.fill_in_zero(slot, elem);
    }

    // ---- function values

    fn func_lit_to(&mut self, e: ExprId, dst: u16) {
        let closure = ClosureId::Lit(e);
        let captures: Vec<ObjId> = self.c.escape.captures(closure).to_vec();
        let name = self.closure_name(closure);
        let idx = self.c.new_func(name, self.ast().pos(e));
        self.c.jobs.push_back(crate::program::Job::Closure {
            idx,
            closure,
            env: self.env.clone(),
            captures: captures.clone(),
            range: None,
        });
        self.make_closure(idx, &captures, dst);
    }

    /// `main.f.func1`, `main.f.func1.2`, `main.f-range1`: how Go names closures.
    pub fn closure_name(&mut self, closure: ClosureId) -> String {
        let number = self.c.escape.number(closure);
        let (owner, in_literal) = match &self.range {
            Some(range) => (range.owner.as_str(), range.in_literal),
            None => {
                let own = &self.c.out.funcs[self.idx.0 as usize].name;
                (own.as_str(), self.is_literal)
            }
        };
        let kind = match closure {
            ClosureId::RangeBody(_) => "-range",
            ClosureId::Lit(_) if in_literal => ".",
            ClosureId::Lit(_) => ".func",
        };
        format!("{owner}{kind}{number}")
    }

    /// Collects the captured variables (boxes or values) and makes the closure.
    pub fn make_closure(&mut self, idx: bytecode::FuncIdx, captures: &[ObjId], dst: u16) {
        if captures.is_empty() {
            self.e.op_imm(Op::LoadFn, dst, 0, idx.0 as i32);
            return;
        }
        let mark = self.e.mark();
        let first = mark as u16;
        self.copy_captures(captures);
        let words = self.e.mark() - mark;
        self.closure_op(dst, first, words, idx);
        self.e.release(mark);
    }

    /// Puts the captured variables (boxes or values) in fresh slots.
    pub fn copy_captures(&mut self, captures: &[ObjId]) {
        for &var in captures {
            let ty = self.obj_ty(var);
            match self.vars.get(&var).copied() {
                Some(Var::Boxed(slot)) => {
                    let at = self.e.alloc(1);
                    self.mov(at, slot, 1);
                }
                Some(Var::Slot(slot)) => {
                    let layout = self.layout(ty);
                    let at = self.temp(layout);
                    self.mov(at, slot, layout.slots);
                }
                None => {
                    let slots = self.layout(ty).slots;
                    let slots = if self.is_boxed(var) { 1 } else { slots };
                    let at = self.e.alloc(slots);
                    self.zero(at, slots);
                }
            }
        }
    }

    pub fn closure_op(&mut self, dst: u16, first: u16, words: u32, idx: bytecode::FuncIdx) {
        self.e.op(Op::Closure, dst, first, words as u16);
        self.e.ext(u64::from(idx.0));
    }

    /// `x.m` or `T.m` as a func value.
    fn method_value_to(&mut self, e: ExprId, s: &Selection, dst: u16) {
        let (name, pkg) = {
            let obj = self.c.ck.obj(s.obj);
            (obj.name, obj.pkg)
        };
        let ExprKind::Selector { x, .. } = self.ast().kind(e) else {
            return;
        };
        if s.kind == SelectionKind::MethodExpr {
            let recv = self.subst(s.recv);
            if self.c.is_iface(recv) {
                self.c.make_name_live(name);
            }
            if let Some(idx) = self.c.method_func(recv, name, pkg, MethodForm::Expr) {
                self.e.op_imm(Op::LoadFn, dst, 0, idx.0 as i32);
            }
            return;
        }
        // The receiver, at the end of its path through embedded fields, is evaluated and copied now.
        let xt = self.ty(x);
        let place = self.place(x);
        self.at(self.ast().pos(e));
        let Some((recv, recv_ty)) = self.bound_receiver(place, xt, name, pkg) else {
            return;
        };
        if self.c.is_iface(recv_ty) {
            self.c.make_name_live(name);
            self.e.op(Op::NilCheck, recv, 0, 0);
        }
        if let Some(idx) = self.c.method_func(recv_ty, name, pkg, MethodForm::Bound) {
            let words = self.layout(recv_ty).slots;
            self.closure_op(dst, recv, words, idx);
        }
    }

    // ---- slicing

    fn slice_expr_to(&mut self, e: ExprId, x: ExprId, bounds: [Option<ExprId>; 3], dst: u16) {
        let xt = self.ty(x);
        let shape = self.c.shape(xt);
        let is_array = !matches!(shape, Type::Slice(_));
        let (base, elem) = match shape {
            Type::Basic(_) => {
                let s = self.expr(x);
                let [lo, hi, _] = bounds.map(|b| b.map(|b| self.index_value(b)));
                self.at(self.ast().pos(e));
                self.e
                    .op4(Op::StrSlice, dst, s, lo.unwrap_or(NONE), hi.unwrap_or(NONE));
                return;
            }
            Type::Slice(elem) => (self.expr(x), elem),
            Type::Pointer(array) => {
                let ptr = self.expr(x);
                self.e.op(Op::NilCheck, ptr, 0, 0);
                self.array_header(ptr, array)
            }
            _ => {
                let ptr = self.address(x);
                self.array_header(ptr, xt)
            }
        };
        let [lo, hi, max] = bounds.map(|b| b.map(|b| self.index_value(b)));
        self.at(self.ast().pos(e));
        let size = self.layout(elem).size;
        let max = u64::from(max.unwrap_or(NONE)) | u64::from(is_array) << 16;
        self.e
            .op4(Op::Slice, dst, base, lo.unwrap_or(NONE), hi.unwrap_or(NONE));
        self.e.ext(max | size.min(u64::from(u32::MAX)) << 32);
    }

    /// The array at `ptr` as a slice of itself.
    fn array_header(&mut self, ptr: u16, array: TypeId) -> (u16, TypeId) {
        let Type::Array { elem, len } = self.c.shape(array) else {
            return (ptr, TypeId::INVALID);
        };
        let header = self.e.alloc(3);
        self.mov(header, ptr, 1);
        self.load_int(header + 1, len);
        self.load_int(header + 2, len);
        (header, elem)
    }

    // ---- type assertions

    /// `x.(ty)` into `dst`; comma-ok form if `ok` is a slot.
    pub fn assert_to(&mut self, e: ExprId, x: ExprId, ty: TypeId, dst: u16, ok: u16) {
        let xt = self.ty(x);
        let src = self.expr(x);
        self.at(self.ast().pos(e));
        self.assert_value(src, xt, ty, dst, ok);
    }

    pub fn assert_value(&mut self, src: u16, from: TypeId, ty: TypeId, dst: u16, ok: u16) {
        let empty = matches!(self.layout(from).class, Class::Iface { empty: true });
        let layout = self.layout(ty);
        let flags =
            u16::from(empty) | if ok == NONE { 0 } else { 2 } | if layout.indirect { 4 } else { 0 };
        let (idx, from) = (self.c.type_idx(ty), self.c.type_idx(from));
        let op = if let Class::Iface { .. } = layout.class {
            Op::AssertI
        } else {
            Op::AssertT
        };
        self.e.op4(op, dst, src, flags, ok);
        self.e.ext_halves(idx.0, from.0);
        self.canonicalise(dst, layout);
        if ok != NONE {
            self.fill_in_zero(dst, ty);
        }
    }
}

/// An integer constant's 64 bits, unsigned values above `i64::MAX` included.
pub fn const_bits(value: &Value) -> i64 {
    let int = value.to_int();
    int.as_i64()
        .or_else(|| int.as_u64().map(|u| u as i64))
        .unwrap_or(0)
}
