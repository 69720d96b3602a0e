//! Calls of built-in functions. Spec: "Built-in functions", "Package unsafe".

use crate::func::Gen;
use crate::layout::Class;
use crate::place::Place;
use bytecode::{NONE, Op, PrintKind};
use parser::ast::*;
use types::object::Builtin;
use types::types::{Type, TypeId};

/// An argument of a built-in: an expression, or a value of a multi-valued call already made.
#[derive(Clone, Copy)]
enum Arg {
    Expr(ExprId),
    Value { slot: u16, ty: TypeId },
}

impl Gen<'_, '_, '_> {
    /// Calls built-in `builtin`; the result lies in the slots from the returned one on.
    pub fn builtin_call(&mut self, e: ExprId, builtin: Builtin) -> u16 {
        let ExprKind::Call { args, spread, .. } = self.ast().kind(e) else {
            return 0;
        };
        let exprs: Vec<ExprId> = self.ast().list(args).collect();
        let ty = self.ty(e);
        let layout = self.layout(ty);
        let dst = self.temp(layout);
        let mark = self.e.mark();
        let held = self.order(&exprs);
        let args = self.builtin_args(&exprs);
        match builtin {
            Builtin::Len | Builtin::Cap => self.len_cap(builtin, exprs[0], dst),
            Builtin::Append => self.append(e, &args, spread, dst),
            Builtin::Make => self.make(e, &exprs, dst),
            Builtin::New => self.new_builtin(exprs[0], dst),
            Builtin::Copy => {
                let (to, from) = (self.arg(args[0]), self.arg(args[1]));
                let slice = self.arg_type(args[0]);
                let core = self.c.ck.core_type(slice).unwrap_or(slice);
                let elem = self.c.elem(core);
                let size = self.layout(elem).size;
                let n = self.e.alloc(1);
                self.e.op(Op::CopySlice, n, to, from);
                self.e.ext(size);
                if layout.slots == 1 {
                    self.mov(dst, n, 1);
                }
            }
            Builtin::Delete => {
                let map_ty = self.arg_type(args[0]);
                let Type::Map { key, .. } = self.c.shape(map_ty) else {
                    return dst;
                };
                let map = self.arg(args[0]);
                let mut key_slot = self.arg_as(args[1], key);
                let mut op = Op::MapDelete;
                if self.map_by_address(map_ty).is_some() {
                    key_slot = self.key_address(key_slot, key);
                    op = Op::MapRemove;
                }
                let idx = self.c.type_idx(map_ty);
                self.at(self.ast().pos(e));
                self.e.op(op, map, key_slot, 0);
                self.e.ext(u64::from(idx.0));
            }
            Builtin::Clear => self.clear(exprs[0]),
            Builtin::Close => {
                let ch = self.expr(exprs[0]);
                self.at(self.ast().pos(e));
                self.e.op(Op::Close, ch, 0, 0);
            }
            Builtin::Panic => {
                let value = self.value_as(exprs[0], TypeId::ANY);
                self.at(self.ast().pos(e));
                self.e.op(Op::Panic, value, 0, 0);
            }
            Builtin::Recover => self.e.op(Op::Recover, dst, 0, 0),
            Builtin::Print | Builtin::Println => self.print(&args, builtin == Builtin::Println),
            Builtin::Min | Builtin::Max => self.min_max(builtin, &args, ty, dst),
            Builtin::Complex => self.complex(&args, layout.class, dst),
            Builtin::Real | Builtin::Imag => self.complex_part(builtin, exprs[0], dst),
            Builtin::Add => {
                let (ptr, n) = (self.arg(args[0]), self.arg(args[1]));
                self.e.op(Op::Add, dst, ptr, n);
            }
            Builtin::Slice | Builtin::String => {
                let (ptr, len) = (self.arg(args[0]), self.arg(args[1]));
                let ptr_ty = self.arg_type(args[0]);
                let core = self.c.ck.core_type(ptr_ty).unwrap_or(ptr_ty);
                let elem = self.c.elem(core);
                let size = self.layout(elem).size;
                let kind = u16::from(builtin == Builtin::String);
                self.at(self.ast().pos(e));
                self.e.op(Op::UnsafeSlice, ptr, len, kind);
                self.e.ext(size);
                self.mov(dst, ptr, 1);
                self.mov(dst + 1, len, 1);
                if builtin == Builtin::Slice {
                    self.mov(dst + 2, len, 1);
                }
            }
            Builtin::SliceData | Builtin::StringData => {
                let s = self.expr(exprs[0]);
                self.mov(dst, s, 1);
            }
            // Not constant only for types that depend on type parameters.
            Builtin::Sizeof | Builtin::Alignof => {
                let t = self.expr_layout(exprs[0]);
                let value = match builtin {
                    Builtin::Sizeof => t.size as i64,
                    _ => i64::from(t.align),
                };
                self.load_int(dst, value);
            }
            Builtin::Offsetof => {
                let offset = self.offset_of(exprs[0]);
                self.load_int(dst, offset as i64);
            }
        }
        self.forget(held);
        self.e.release(mark);
        dst
    }

    /// The offset of the field that selector `e` denotes in the struct at the end of its last
    /// pointer.
    fn offset_of(&mut self, e: ExprId) -> u64 {
        let e = self.ast().unparen(e);
        let ExprKind::Selector { x, .. } = self.ast().kind(e) else {
            return 0;
        };
        let Some(selection) = self.c.ck.info.selections.get(&e).cloned() else {
            return 0;
        };
        let mut ty = self.ty(x);
        let mut sum = 0;
        for index in selection.path {
            if let Type::Pointer(elem) = self.c.shape(ty) {
                ty = elem;
                sum = 0;
            }
            let (offset, field) = self.c.field(ty, index);
            sum += offset;
            ty = field;
        }
        sum
    }

    /// Spec: "As a special case, if the return values of a function … are equal in number and
    /// individually assignable to the parameters" holds for built-ins too.
    fn builtin_args(&mut self, exprs: &[ExprId]) -> Vec<Arg> {
        let &[only] = exprs else {
            return exprs.iter().map(|&e| Arg::Expr(e)).collect();
        };
        let Some(types) = self.tuple_types(only) else {
            return vec![Arg::Expr(only)];
        };
        let mut slot = self.multi_valued(only);
        types
            .into_iter()
            .map(|ty| {
                let arg = Arg::Value { slot, ty };
                slot += self.layout(ty).slots as u16;
                arg
            })
            .collect()
    }

    fn arg(&mut self, a: Arg) -> u16 {
        match a {
            Arg::Expr(e) => self.expr(e),
            Arg::Value { slot, .. } => slot,
        }
    }

    fn arg_type(&mut self, a: Arg) -> TypeId {
        match a {
            Arg::Expr(e) => self.ty(e),
            Arg::Value { ty, .. } => ty,
        }
    }

    fn arg_as(&mut self, a: Arg, to: TypeId) -> u16 {
        match a {
            Arg::Expr(e) => self.value_as(e, to),
            Arg::Value { slot, ty } => self.converted(slot, ty, to),
        }
    }

    fn arg_as_to(&mut self, a: Arg, to: TypeId, dst: u16) {
        match a {
            Arg::Expr(e) => self.value_as_to(e, to, dst),
            Arg::Value { slot, ty } => self.convert_value(slot, ty, to, dst),
        }
    }

    fn len_cap(&mut self, builtin: Builtin, arg: ExprId, dst: u16) {
        let ty = self.ty(arg);
        let core = self.c.ck.core_string(ty).unwrap_or(ty);
        match self.c.shape(core) {
            Type::Map { .. } => {
                let m = self.expr(arg);
                self.e.op(Op::MapLen, dst, m, 0);
            }
            Type::Chan { .. } => {
                let ch = self.expr(arg);
                let op = if builtin == Builtin::Len {
                    Op::ChanLen
                } else {
                    Op::ChanCap
                };
                self.e.op(op, dst, ch, 0);
            }
            Type::Array { len, .. } => {
                self.borrowed(arg, ty);
                self.load_int(dst, len);
            }
            Type::Pointer(array) => {
                self.expr(arg);
                let len = match self.c.shape(array) {
                    Type::Array { len, .. } => len,
                    _ => 0,
                };
                self.load_int(dst, len);
            }
            _ => {
                let s = self.expr(arg);
                self.mov(dst, s + if builtin == Builtin::Len { 1 } else { 2 }, 1);
            }
        }
    }

    fn append(&mut self, e: ExprId, args: &[Arg], spread: bool, dst: u16) {
        let ty = self.ty(e);
        let core = self.c.ck.core_type(ty).unwrap_or(ty);
        let elem = self.c.elem(core);
        let idx = self.c.type_idx(elem);
        let slice = self.arg_as(args[0], ty);
        if spread {
            if let Arg::Expr(rest) = args[1]
                && self.is_nil(rest)
            {
                return self.mov(dst, slice, 3);
            }
            let rest = self.arg(args[1]);
            self.at(self.ast().pos(e));
            self.e.op(Op::AppendSlice, dst, slice, rest);
            self.e.ext(u64::from(idx.0));
            return;
        }
        if args.len() == 1 {
            return self.mov(dst, slice, 3);
        }
        if args.len() == 2 {
            let value = self.arg_as(args[1], elem);
            let flags = self.c.escape.first_array(e) as u16;
            self.at(self.ast().pos(e));
            return self.append_one(slice, value, elem, flags, dst);
        }
        self.append_many(e, slice, &args[1..], elem, dst);
    }
    /// Appends several values, all of them evaluated before the slice grows, once.
    fn append_many(&mut self, e: ExprId, slice: u16, args: &[Arg], elem: TypeId, dst: u16) {
        let (layout, idx) = (self.layout(elem), self.c.type_idx(elem));
        let values: Vec<u16> = args
            .iter()
            .map(|&arg| {
                let slot = self.temp(layout);
                self.arg_as_to(arg, elem, slot);
                slot
            })
            .collect();
        self.at(self.ast().pos(e));
        let grown = self.e.alloc(3);
        let flags = self.c.escape.first_array(e) as u16;
        self.e
            .op4(Op::GrowSlice, grown, slice, values.len() as u16, flags);
        self.e.ext(u64::from(idx.0));
        for value in values {
            self.append_one(grown, value, elem, 0, grown);
        }
        self.mov(dst, grown, 3);
    }

    /// `dst = append(slice, value)`.
    fn append_one(&mut self, slice: u16, value: u16, elem: TypeId, flags: u16, dst: u16) {
        let layout = self.layout(elem);
        if layout.indirect {
            let one = self.e.alloc(2);
            self.mov(one, value, 1);
            self.load_int(one + 1, 1);
            let idx = self.c.type_idx(elem);
            self.e.op4(Op::AppendSlice, dst, slice, one, flags);
            self.e.ext(u64::from(idx.0));
            return;
        }
        let op = match (layout.scalar().map(|s| s.size()), layout.size) {
            (Some(1), _) => Op::Append8,
            (_, 8) => Op::Append64,
            _ => Op::AppendN,
        };
        let idx = self.c.type_idx(elem);
        self.e.op4(op, dst, slice, value, flags);
        self.e.ext(u64::from(idx.0));
    }

    fn make(&mut self, e: ExprId, args: &[ExprId], dst: u16) {
        let ty = self.ty(args[0]);
        let core = self.c.ck.core_type(ty).unwrap_or(ty);
        let size = args.get(1).map(|&a| self.size_operand(a));
        let cap = args.get(2).map(|&a| self.size_operand(a));
        self.at(self.ast().pos(e));
        let (op, of) = match self.c.shape(core) {
            Type::Slice(elem) => (Op::MakeSlice, elem),
            Type::Map { .. } => (Op::MakeMap, ty),
            Type::Chan { elem, .. } if self.layout(elem).indirect => {
                // The channel carries addresses of values that nobody changes.
                let carrier = self.c.ck.types.chan(ChanDir::Both, TypeId::UNSAFE_POINTER);
                (Op::MakeChan, carrier)
            }
            _ => (Op::MakeChan, ty),
        };
        let idx = self.c.type_idx(of);
        self.e
            .op(op, dst, size.unwrap_or(NONE), cap.unwrap_or(NONE));
        self.e.ext(u64::from(idx.0));
    }

    /// A size, which may be a constant written as a float.
    fn size_operand(&mut self, e: ExprId) -> u16 {
        match self.const_int(e) {
            Some(v) => {
                let slot = self.e.alloc(1);
                self.load_int(slot, v);
                slot
            }
            None => self.expr(e),
        }
    }

    /// `new(T)`, or `new(x)` for a value. Spec: "Allocation".
    fn new_builtin(&mut self, arg: ExprId, dst: u16) {
        let ty = self.ty(arg);
        if self.is_type(arg) {
            return self.new_object(dst, ty);
        }
        let value = self.expr(arg);
        let ptr = self.e.alloc(1);
        self.new_object(ptr, ty);
        let place = Place::Mem {
            ptr,
            offset: 0,
            checked: true,
        };
        self.store(place, ty, value);
        self.mov(dst, ptr, 1);
    }

    fn clear(&mut self, arg: ExprId) {
        let ty = self.ty(arg);
        let core = self.c.ck.core_type(ty).unwrap_or(ty);
        let x = self.expr(arg);
        match self.c.shape(core) {
            Type::Map { .. } => {
                let idx = self.c.type_idx(ty);
                self.e.op(Op::MapClear, x, 0, 0);
                self.e.ext(u64::from(idx.0));
            }
            _ => {
                let elem = self.c.elem(core);
                let size = self.layout(elem).size;
                self.e.op(Op::ClearSlice, x, 0, 0);
                self.e.ext(size);
            }
        }
    }

    fn print(&mut self, args: &[Arg], newline: bool) {
        for (i, &arg) in args.iter().enumerate() {
            if newline && i > 0 {
                self.print_op(0, PrintKind::Space);
            }
            let mark = self.e.mark();
            let ty = self.arg_type(arg);
            let layout = self.layout(ty);
            let slot = self.arg(arg);
            let kind = match layout.class {
                Class::Int { signed: true, .. } => PrintKind::Int,
                Class::Int { signed: false, .. } => PrintKind::Uint,
                Class::Float64 => PrintKind::Float,
                Class::Float32 => PrintKind::Float32,
                Class::Bool => PrintKind::Bool,
                Class::String => PrintKind::String,
                Class::Complex128 => PrintKind::Complex,
                Class::Iface { .. } => PrintKind::Iface,
                Class::Slice => PrintKind::Slice,
                _ => PrintKind::Pointer,
            };
            if layout.class == Class::Complex64 {
                let wide = self.e.alloc(2);
                self.e.op(Op::CWiden, wide, slot, 0);
                self.print_op(wide, PrintKind::Complex);
            } else {
                self.print_op(slot, kind);
            }
            self.e.release(mark);
        }
        if newline {
            self.print_op(0, PrintKind::Newline);
        }
    }

    fn print_op(&mut self, slot: u16, kind: PrintKind) {
        self.e.op(Op::Print, slot, kind as u16, 0);
    }

    /// Spec: "Min and max": NaN wins over numbers, -0 is below 0.
    fn min_max(&mut self, builtin: Builtin, args: &[Arg], ty: TypeId, dst: u16) {
        let layout = self.layout(ty);
        let best = self.temp(layout);
        self.arg_as_to(args[0], ty, best);
        for &arg in &args[1..] {
            let mark = self.e.mark();
            let next = self.arg_as(arg, ty);
            self.keep_better(builtin == Builtin::Min, layout.class, best, next);
            self.e.release(mark);
        }
        self.mov(dst, best, layout.slots);
    }

    fn keep_better(&mut self, min: bool, class: Class, best: u16, next: u16) {
        let (take, keep) = (self.e.new_label(), self.e.new_label());
        let (a, b) = if min { (next, best) } else { (best, next) };
        let is_float = matches!(class, Class::Float64 | Class::Float32);
        let flag = self.e.alloc(1);
        let (lt, eq) = match class {
            Class::Float64 => (Op::FLt, Op::FEq),
            Class::Float32 => (Op::F32Lt, Op::F32Eq),
            Class::String => (Op::StrLt, Op::StrEq),
            Class::Int { signed: false, .. } => (Op::LtU, Op::Eq),
            _ => (Op::LtS, Op::Eq),
        };
        self.e.op(lt, flag, a, b);
        self.branch_bool(flag, take, true);
        if is_float {
            // A NaN already kept stays; a NaN that comes is taken; of two zeros the signs decide.
            self.e.op(eq, flag, best, best);
            self.branch_bool(flag, keep, false);
            self.e.op(eq, flag, next, next);
            self.branch_bool(flag, take, false);
            self.e.op(eq, flag, a, b);
            self.branch_bool(flag, keep, false);
            let bits = if class == Class::Float64 { 63 } else { 31 };
            let sign = self.e.alloc(1);
            self.e.op(Op::ShrI, sign, next, bits);
            let wanted = i16::from(min);
            self.branch_imm(BinaryOp::Neq, sign, wanted, keep);
        } else {
            self.e.jump(keep);
        }
        self.e.bind(take);
        let slots = if class == Class::String { 2 } else { 1 };
        self.mov(best, next, slots);
        self.e.bind(keep);
    }

    fn complex(&mut self, args: &[Arg], class: Class, dst: u16) {
        let part = if class == Class::Complex64 {
            TypeId::FLOAT32
        } else {
            TypeId::FLOAT64
        };
        let layout = self.layout(part);
        let (re, im) = (self.temp(layout), self.temp(layout));
        self.part_to(args[0], part, re);
        self.part_to(args[1], part, im);
        if class == Class::Complex64 {
            let high = self.e.alloc(1);
            self.e.op(Op::ShlI, high, im, 32);
            self.e.op(Op::Or, dst, re, high);
        } else {
            self.mov(dst, re, 2);
        }
    }

    fn part_to(&mut self, a: Arg, part: TypeId, dst: u16) {
        match a {
            Arg::Expr(e) if let Some(v) = self.constant(e) => self.const_to(&v, part, dst),
            _ => self.arg_as_to(a, part, dst),
        }
    }

    fn complex_part(&mut self, builtin: Builtin, arg: ExprId, dst: u16) {
        let class = self.expr_layout(arg).class;
        let x = self.expr(arg);
        let imag = builtin == Builtin::Imag;
        if class == Class::Complex64 {
            if imag {
                self.e.op(Op::ShrI, dst, x, 32);
            } else {
                self.e.op(Op::ZExt32, dst, x, 0);
            }
        } else {
            self.mov(dst, x + u16::from(imag), 1);
        }
    }
}
