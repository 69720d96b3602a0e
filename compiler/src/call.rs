//! Calls. Spec: "Calls", "Method values", "Passing arguments to ... parameters".

use crate::func::Gen;
use crate::place::Place;
use bytecode::{FRAME_HEADER_SLOTS, FuncIdx, Op};
use parser::ast::*;
use source::Symbol;
use types::info::{Mode, SelectionKind};
use types::object::{ObjId, ObjectKind, PkgId};
use types::types::{Signature, Type, TypeId};

/// What a call calls.
#[derive(Clone, Copy, Debug)]
pub enum Callee {
    Func(FuncIdx),
    Native(u32),
    /// A func value in a slot.
    Closure(u16),
    /// Method `index` of the interface in the slots from `iface` on.
    Iface {
        iface: u16,
        index: u16,
    },
}

/// A call whose operands lie in its window.
#[derive(Clone, Copy, Debug)]
pub struct Prepared {
    pub callee: Callee,
    pub base: u16,
    pub results: u32,
    /// Receiver included.
    pub params: u32,
}

/// The receiver of a method call, before it is put in the window.
#[derive(Clone, Copy, Debug)]
struct Receiver {
    slot: u16,
    ty: TypeId,
}

impl Gen<'_, '_, '_> {
    /// Calls `e`; the results lie in the slots from the returned one on.
    pub fn call(&mut self, e: ExprId) -> u16 {
        self.call_near(e, None)
    }

    /// As [`Gen::call`], but a scalar result may be put in `dst` straight away.
    pub fn call_near(&mut self, e: ExprId, dst: Option<u16>) -> u16 {
        if let Some(&slot) = self.held.get(&e) {
            return slot;
        }
        let ExprKind::Call { func, .. } = self.ast().kind(e) else {
            return 0;
        };
        let inner = self.ast().unparen(func);
        if let Some(Mode::Builtin(builtin)) = self.mode(inner) {
            return self.builtin_call(e, builtin);
        }
        if self.is_type(inner) {
            return self.expr(e);
        }
        if let Some(slot) = self.intrinsic(e) {
            return slot;
        }
        let held = self.order_call(e);
        if let Some(slot) = self.inline_call(e, dst) {
            self.forget(held);
            return slot;
        }
        let prepared = self.prepare_call(e);
        self.at(self.ast().pos(e));
        self.emit_call(prepared);
        self.e.raise(u32::from(prepared.base) + prepared.results);
        self.forget(held);
        prepared.base
    }

    /// [`Gen::order`] for the function (or receiver) and the arguments of a call.
    pub fn order_call(&mut self, e: ExprId) -> crate::order::Held {
        let mut operands = Vec::new();
        if let ExprKind::Call { func, args, .. } = self.ast().kind(e) {
            operands.push(func);
            operands.extend(self.ast().list(args));
        }
        self.order(&operands)
    }

    pub fn emit_call(&mut self, p: Prepared) {
        match p.callee {
            Callee::Func(idx) => self.e.op_imm(Op::Call, p.base, 0, idx.0 as i32),
            Callee::Native(native) => {
                let slots = (p.results + p.params) as u16;
                self.e.op_imm(Op::CallN, p.base, slots, native as i32);
            }
            Callee::Closure(slot) => {
                self.e
                    .op(Op::CallC, p.base, slot, (p.results + p.params) as u16);
            }
            Callee::Iface { iface, index } => {
                self.e
                    .op4(Op::CallI, p.base, iface, index, p.results as u16);
            }
        }
    }

    /// Evaluates the function and the arguments into a fresh window.
    pub fn prepare_call(&mut self, e: ExprId) -> Prepared {
        let ExprKind::Call {
            func, args, spread, ..
        } = self.ast().kind(e)
        else {
            return Prepared {
                callee: Callee::Native(0),
                base: 0,
                results: 0,
                params: 0,
            };
        };
        let args: Vec<ExprId> = self.ast().list(args).collect();
        let func = self.ast().unparen(func);
        let sig_ty = self.ty(func);
        let sig = self.signature(sig_ty);
        let (callee, receiver) = self.callee(func);
        let mut param_types: Vec<TypeId> = Vec::new();
        for &p in &sig.params {
            param_types.push(self.obj_ty(p));
        }
        let results = self.slots_of(&sig.results);
        let recv_slots = match receiver {
            Some(r) => self.layout(r.ty).slots,
            None if matches!(callee, Callee::Iface { .. }) => 1,
            None => 0,
        };
        let params = recv_slots + self.slots_of(&sig.params);
        let base = self.window(results + params + 1);
        if let Some(r) = receiver {
            self.mov(base + results as u16, r.slot, recv_slots);
        }
        let first = base + (results + recv_slots) as u16;
        self.arguments(&args, spread, &param_types, sig.variadic, first);
        Prepared {
            callee,
            base,
            results,
            params,
        }
    }

    /// Reserves a window of `slots` above everything in use; its first slot.
    pub fn window(&mut self, slots: u32) -> u16 {
        self.e.alloc(u32::from(FRAME_HEADER_SLOTS));
        self.e.alloc(slots)
    }

    pub fn signature(&mut self, ty: TypeId) -> Signature {
        let core = self.c.ck.core_type(ty).unwrap_or(ty);
        match self.c.shape(core) {
            Type::Signature(sig) => *sig,
            _ => Signature::default(),
        }
    }

    pub fn slots_of(&mut self, vars: &[ObjId]) -> u32 {
        vars.iter()
            .map(|&v| {
                let ty = self.obj_ty(v);
                self.layout(ty).slots
            })
            .sum()
    }

    fn arguments(
        &mut self,
        args: &[ExprId],
        spread: bool,
        params: &[TypeId],
        variadic: bool,
        first: u16,
    ) {
        // f(g()) with a multi-valued g.
        if let &[only] = args
            && let Some(types) = self.tuple_types(only)
        {
            return self.multi_arguments(only, &types, params, variadic, first);
        }
        let fixed = if variadic && !spread {
            params.len() - 1
        } else {
            params.len()
        };
        let mut at = first;
        for (&arg, &ty) in args.iter().zip(&params[..fixed]) {
            let mark = self.e.mark();
            self.value_as_to(arg, ty, at);
            self.e.release(mark);
            at += self.layout(ty).slots as u16;
        }
        if variadic && !spread {
            let rest = &args[fixed.min(args.len())..];
            let slice_ty = params[fixed];
            let elem = self.c.elem(slice_ty);
            self.variadic_slice(rest.len(), elem, at, |g, i, place| {
                g.assign_value(rest[i], elem, place);
            });
        }
    }

    /// The types of a multi-valued call's results.
    pub fn tuple_types(&mut self, e: ExprId) -> Option<Vec<TypeId>> {
        let e = self.ast().unparen(e);
        if !matches!(self.ast().kind(e), ExprKind::Call { .. }) {
            return None;
        }
        let ty = self.ty(e);
        match self.c.ck.types.get(ty).clone() {
            Type::Tuple(types) if types.len() > 1 => Some(types.to_vec()),
            _ => None,
        }
    }

    /// The slot that the values of a multi-valued call start at.
    pub fn multi_valued(&mut self, e: ExprId) -> u16 {
        if let Some(&slot) = self.held.get(&e) {
            return slot;
        }
        let call = self.ast().unparen(e);
        self.call(call)
    }

    fn multi_arguments(
        &mut self,
        call: ExprId,
        types: &[TypeId],
        params: &[TypeId],
        variadic: bool,
        first: u16,
    ) {
        let mark = self.e.mark();
        let mut src = self.multi_valued(call);
        let fixed = if variadic {
            params.len() - 1
        } else {
            params.len()
        };
        let mut at = first;
        for (&from, &to) in types.iter().zip(&params[..fixed]) {
            self.convert_value(src, from, to, at);
            src += self.layout(from).slots as u16;
            at += self.layout(to).slots as u16;
        }
        if variadic {
            let rest = types[fixed..].to_vec();
            let elem = self.c.elem(params[fixed]);
            self.variadic_slice(rest.len(), elem, at, |g, i, place| {
                let layout = g.layout(elem);
                let value = g.temp(layout);
                g.convert_value(src, rest[i], elem, value);
                g.store(place, elem, value);
                src += g.layout(rest[i]).slots as u16;
            });
        }
        self.e.release(mark);
    }

    /// A slice of `len` elements made by `fill` in the three slots from `dst` on; nil if empty.
    pub fn variadic_slice(
        &mut self,
        len: usize,
        elem: TypeId,
        dst: u16,
        mut fill: impl FnMut(&mut Self, usize, Place),
    ) {
        if len == 0 {
            return self.zero(dst, 3);
        }
        let mark = self.e.mark();
        let ptr = self.e.alloc(1);
        let array = self.c.ck.types.array(elem, len as i64);
        self.new_object(ptr, array);
        let size = self.layout(elem).size;
        for i in 0..len {
            let inner = self.e.mark();
            let place = Place::Mem {
                ptr,
                offset: (i as u64 * size) as i32,
                checked: true,
            };
            fill(self, i, place);
            self.e.release(inner);
        }
        self.mov(dst, ptr, 1);
        self.load_int(dst + 1, len as i64);
        self.load_int(dst + 2, len as i64);
        self.e.release(mark);
    }

    // ---- what is called

    fn callee(&mut self, func: ExprId) -> (Callee, Option<Receiver>) {
        let name = match self.ast().kind(func) {
            ExprKind::Name(_) => Some(func),
            ExprKind::Selector { sel, .. } if !self.c.ck.info.selections.contains_key(&func) => {
                Some(sel)
            }
            ExprKind::Index { .. } => self.generic_name(func),
            _ => None,
        };
        if let Some(name) = name
            && let Some(obj) = self.c.ck.info.object(name)
            && matches!(self.c.ck.obj(obj).kind, ObjectKind::Func(_))
        {
            if self.c.is_native(obj) {
                let native = self.c.native_name(obj);
                if let Some(made) = self.c.made_function(&native) {
                    return (Callee::Func(made), None);
                }
                let pos = self.c.ck.obj(obj).pos;
                return (Callee::Native(self.c.native(&native, pos)), None);
            }
            return (Callee::Func(self.func_of_name(name, obj)), None);
        }
        if let ExprKind::Selector { x, .. } = self.ast().kind(func)
            && let Some(selection) = self.c.ck.info.selections.get(&func).cloned()
            && selection.kind == SelectionKind::MethodVal
        {
            let obj = self.c.ck.obj(selection.obj);
            let (name, pkg) = (obj.name, obj.pkg);
            return self.method_callee(func, x, name, pkg);
        }
        let slot = self.expr(func);
        (Callee::Closure(slot), None)
    }

    /// `x.name(…)`: follows embedded fields and adjusts the receiver.
    fn method_callee(
        &mut self,
        func: ExprId,
        x: ExprId,
        name: Symbol,
        pkg: Option<PkgId>,
    ) -> (Callee, Option<Receiver>) {
        let xt = self.ty(x);
        let place = self.place(x);
        self.at(self.ast().pos(func));
        self.method_on_place(place, xt, name, pkg)
    }

    /// Method `name` of the value of type `ty` at `place`.
    fn method_on_place(
        &mut self,
        place: Place,
        ty: TypeId,
        name: Symbol,
        pkg: Option<PkgId>,
    ) -> (Callee, Option<Receiver>) {
        let Some(found) = self
            .c
            .ck
            .lookup_field_or_method(ty, true, pkg, name, false)
            .found()
        else {
            return (Callee::Native(0), None);
        };
        let path = &found.path;
        let (place, ty) = self.follow(place, ty, path);
        if self.c.is_iface(ty) {
            let iface = self.load(place, ty);
            return (self.iface_callee(iface, ty, name, pkg), None);
        }
        let receiver = self.receiver(place, ty, found.obj);
        let base = match self.c.shape(ty) {
            Type::Pointer(elem) if !self.is_defined(ty) => elem,
            _ => ty,
        };
        if self.c.is_native(found.obj) {
            let native = self.c.native_name(found.obj);
            let pos = self.c.ck.obj(found.obj).pos;
            return (Callee::Native(self.c.native(&native, pos)), Some(receiver));
        }
        let idx = self.c.declared_method(found.obj, base);
        (Callee::Func(idx), Some(receiver))
    }

    /// The receiver of `method`, declared on `ty` or on what it points to, for the value at `place`.
    fn receiver(&mut self, place: Place, ty: TypeId, method: ObjId) -> Receiver {
        let ptr_recv = matches!(&self.c.ck.obj(method).kind, ObjectKind::Func(f) if f.ptr_recv);
        let pointee = match self.c.shape(ty) {
            Type::Pointer(elem) if !self.is_defined(ty) => Some(elem),
            _ => None,
        };
        match (ptr_recv, pointee) {
            (true, None) => Receiver {
                slot: self.address_of(place, ty),
                ty: self.c.ck.types.pointer(ty),
            },
            (false, Some(elem)) => {
                let target = self.deref(place, ty);
                Receiver {
                    slot: self.load(target, elem),
                    ty: elem,
                }
            }
            _ => Receiver {
                slot: self.load(place, ty),
                ty,
            },
        }
    }

    /// The value that method `name` of the value at `place` is bound to.
    pub fn bound_receiver(
        &mut self,
        place: Place,
        ty: TypeId,
        name: Symbol,
        pkg: Option<PkgId>,
    ) -> Option<(u16, TypeId)> {
        let found = self
            .c
            .ck
            .lookup_field_or_method(ty, true, pkg, name, false)
            .found()?;
        let (place, ty) = self.follow(place, ty, &found.path);
        if self.c.is_iface(ty) {
            return Some((self.load(place, ty), ty));
        }
        let receiver = self.receiver(place, ty, found.obj);
        Some((receiver.slot, receiver.ty))
    }

    fn is_defined(&self, ty: TypeId) -> bool {
        let ty = self.c.ck.unalias(ty);
        matches!(self.c.ck.types.get(ty), Type::Named(_))
    }

    /// Method `name` of the interface value in the slots from `iface` on.
    pub fn iface_callee(
        &mut self,
        iface: u16,
        ty: TypeId,
        name: Symbol,
        pkg: Option<PkgId>,
    ) -> Callee {
        self.c.make_name_live(name);
        let methods = self.c.ck.interface_methods(ty);
        let index = methods.iter().position(|&m| {
            let obj = self.c.ck.obj(m);
            obj.name == name && (name.is_exported() || obj.pkg == pkg)
        });
        Callee::Iface {
            iface,
            index: index.unwrap_or(0) as u16,
        }
    }

    /// Calls method `name` of the value at `place` with arguments that already lie in slots:
    /// what method wrappers do. The results lie from the returned slot on.
    #[allow(clippy::too_many_arguments, reason = "an operation with its operands")]
    pub fn forward_method(
        &mut self,
        place: Place,
        ty: TypeId,
        name: Symbol,
        pkg: Option<PkgId>,
        args: u16,
        arg_slots: u32,
        results: u32,
    ) -> u16 {
        let (callee, receiver) = self.method_on_place(place, ty, name, pkg);
        let recv_slots = match receiver {
            Some(r) => self.layout(r.ty).slots,
            None => 1,
        };
        let base = self.window(results + recv_slots + arg_slots + 1);
        if let Some(r) = receiver {
            self.mov(base + results as u16, r.slot, recv_slots);
        }
        self.mov(base + (results + recv_slots) as u16, args, arg_slots);
        self.emit_call(Prepared {
            callee,
            base,
            results,
            params: recv_slots + arg_slots,
        });
        base
    }

    // ---- functions that are operations

    /// Calls of some std functions are single operations.
    fn intrinsic(&mut self, e: ExprId) -> Option<u16> {
        let (op, param) = self.intrinsic_op(e)?;
        let ExprKind::Call { args, .. } = self.ast().kind(e) else {
            return None;
        };
        let dst = self.e.alloc(1);
        let mark = self.e.mark();
        let arg = self.ast().item(args, 0);
        let src = self.value_as(arg, param);
        self.e.op(op, dst, src, 0);
        self.e.release(mark);
        Some(dst)
    }

    /// The operation that the call `e` is, and its operand's type.
    pub fn intrinsic_op(&self, e: ExprId) -> Option<(Op, TypeId)> {
        let ExprKind::Call { func, args, .. } = self.ast().kind(e) else {
            return None;
        };
        let ExprKind::Selector { sel, .. } = self.ast().kind(self.ast().unparen(func)) else {
            return None;
        };
        let obj = self.c.ck.info.object(sel)?;
        if !matches!(self.c.ck.obj(obj).kind, ObjectKind::Func(_)) || args.len() != 1 {
            return None;
        }
        if self.c.pkg_path(self.c.pkg_of(obj)) != "math" {
            return None;
        }
        Some(match self.c.ck.obj(obj).name.as_str() {
            "Sqrt" => (Op::FSqrt, TypeId::FLOAT64),
            "Abs" => (Op::FAbs, TypeId::FLOAT64),
            "Floor" => (Op::FFloor, TypeId::FLOAT64),
            "Ceil" => (Op::FCeil, TypeId::FLOAT64),
            "Trunc" => (Op::FTrunc, TypeId::FLOAT64),
            "Float64bits" => (Op::Mov, TypeId::FLOAT64),
            "Float64frombits" => (Op::Mov, TypeId::UINT64),
            _ => return None,
        })
    }
}
