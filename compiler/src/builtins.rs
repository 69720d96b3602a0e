//! Calls of built-in functions. Spec: "Built-in functions", "Package unsafe".

use crate::func::Gen;
use crate::layout::Class;
use crate::place::Place;
use bytecode::{NONE, Op, PrintKind};
use parser::ast::*;
use types::object::Builtin;
use types::types::{Type, TypeId};

impl Gen<'_, '_, '_> {
    /// Calls built-in `builtin`; the result lies in the slots from the returned one on.
    pub fn builtin_call(&mut self, e: ExprId, builtin: Builtin) -> u16 {
        let ExprKind::Call { args, spread, .. } = self.ast().kind(e) else {
            return 0;
        };
        let args: Vec<ExprId> = self.ast().list(args).collect();
        if let Some(&first) = args.first()
            && self.tuple_types(first).is_some()
        {
            let pos = self.ast().pos(e);
            self.c.error(
                pos,
                "gorun: a multi-valued call as the arguments of a built-in is not supported yet",
            );
            return 0;
        }
        let ty = self.ty(e);
        let layout = self.layout(ty);
        let dst = self.temp(layout);
        let mark = self.e.mark();
        match builtin {
            Builtin::Len | Builtin::Cap => self.len_cap(builtin, args[0], dst),
            Builtin::Append => self.append(e, &args, spread, dst),
            Builtin::Make => self.make(e, &args, dst),
            Builtin::New => self.new_builtin(args[0], dst),
            Builtin::Copy => {
                let to = self.expr(args[0]);
                let from = self.expr(args[1]);
                let slice = self.ty(args[0]);
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
                let map_ty = self.ty(args[0]);
                let Type::Map { key, .. } = self.c.shape(map_ty) else {
                    return dst;
                };
                let map = self.expr(args[0]);
                let key = self.value_as(args[1], key);
                let idx = self.c.type_idx(map_ty);
                self.at(self.ast().pos(e));
                self.e.op(Op::MapDelete, map, key, 0);
                self.e.ext(u64::from(idx.0));
            }
            Builtin::Clear => self.clear(args[0]),
            Builtin::Close => {
                let ch = self.expr(args[0]);
                self.at(self.ast().pos(e));
                self.e.op(Op::Close, ch, 0, 0);
            }
            Builtin::Panic => {
                let value = self.value_as(args[0], TypeId::ANY);
                self.at(self.ast().pos(e));
                self.e.op(Op::Panic, value, 0, 0);
            }
            Builtin::Recover => self.e.op(Op::Recover, dst, 0, 0),
            Builtin::Print | Builtin::Println => self.print(&args, builtin == Builtin::Println),
            Builtin::Min | Builtin::Max => self.min_max(builtin, &args, ty, dst),
            Builtin::Complex => self.complex(&args, layout.class, dst),
            Builtin::Real | Builtin::Imag => self.complex_part(builtin, args[0], dst),
            Builtin::Add => {
                let ptr = self.expr(args[0]);
                let n = self.expr(args[1]);
                self.e.op(Op::Add, dst, ptr, n);
            }
            Builtin::Slice => {
                let ptr = self.expr(args[0]);
                let len = self.expr(args[1]);
                self.mov(dst, ptr, 1);
                self.mov(dst + 1, len, 1);
                self.mov(dst + 2, len, 1);
            }
            Builtin::String => {
                let ptr = self.expr(args[0]);
                let len = self.expr(args[1]);
                self.mov(dst, ptr, 1);
                self.mov(dst + 1, len, 1);
            }
            Builtin::SliceData | Builtin::StringData => {
                let s = self.expr(args[0]);
                self.mov(dst, s, 1);
            }
            // Not constant only for types that depend on type parameters.
            Builtin::Sizeof | Builtin::Alignof | Builtin::Offsetof => {
                let t = self.expr_layout(args[0]);
                let value = match builtin {
                    Builtin::Sizeof => t.size as i64,
                    Builtin::Alignof => i64::from(t.align),
                    _ => 0,
                };
                self.load_int(dst, value);
            }
        }
        self.e.release(mark);
        dst
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
                self.expr(arg);
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

    fn append(&mut self, e: ExprId, args: &[ExprId], spread: bool, dst: u16) {
        let ty = self.ty(e);
        let core = self.c.ck.core_type(ty).unwrap_or(ty);
        let elem = self.c.elem(core);
        let idx = self.c.type_idx(elem);
        let layout = self.layout(elem);
        let slice = self.value_as(args[0], ty);
        if spread {
            if self.is_nil(args[1]) {
                return self.mov(dst, slice, 3);
            }
            let rest = self.expr(args[1]);
            self.at(self.ast().pos(e));
            self.e.op(Op::AppendSlice, dst, slice, rest);
            self.e.ext(u64::from(idx.0));
            return;
        }
        if args.len() == 1 {
            return self.mov(dst, slice, 3);
        }
        let op = match (layout.scalar().map(|s| s.size()), layout.size) {
            (Some(1), _) => Op::Append8,
            (_, 8) => Op::Append64,
            _ => Op::AppendN,
        };
        // All operands are evaluated before the first element is written.
        let values: Vec<u16> = if args.len() == 2 {
            vec![self.value_as(args[1], elem)]
        } else {
            args[1..]
                .iter()
                .map(|&arg| {
                    let slot = self.temp(layout);
                    self.value_as_to(arg, elem, slot);
                    slot
                })
                .collect()
        };
        self.at(self.ast().pos(e));
        let mut from = slice;
        for value in values {
            self.e.op(op, dst, from, value);
            self.e.ext(u64::from(idx.0));
            from = dst;
        }
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

    fn print(&mut self, args: &[ExprId], newline: bool) {
        for (i, &arg) in args.iter().enumerate() {
            if newline && i > 0 {
                self.print_op(0, PrintKind::Space);
            }
            let mark = self.e.mark();
            let layout = self.expr_layout(arg);
            let slot = self.expr(arg);
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
    fn min_max(&mut self, builtin: Builtin, args: &[ExprId], ty: TypeId, dst: u16) {
        let layout = self.layout(ty);
        let best = self.temp(layout);
        self.value_as_to(args[0], ty, best);
        for &arg in &args[1..] {
            let mark = self.e.mark();
            let next = self.value_as(arg, ty);
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

    fn complex(&mut self, args: &[ExprId], class: Class, dst: u16) {
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

    fn part_to(&mut self, e: ExprId, part: TypeId, dst: u16) {
        match self.constant(e) {
            Some(v) => self.const_to(&v, part, dst),
            None => self.expr_to(e, dst),
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
