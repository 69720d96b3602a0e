//! Explicit conversions `T(x)`. Spec: "Conversions".

use crate::func::Gen;
use crate::layout::{Class, Layout};
use bytecode::{NONE, Op};
use parser::ast::*;
use types::types::{Type, TypeId};

impl Gen<'_, '_, '_> {
    pub fn conversion_to(&mut self, e: ExprId, to: TypeId, dst: u16) {
        let lt = self.layout(to);
        if self.is_nil(e) {
            return self.zero(dst, lt.slots);
        }
        if let Some(value) = self.constant(e)
            && is_numeric(lt.class)
        {
            return self.const_to(&value, to, dst);
        }
        let from = self.ty(e);
        let lf = self.layout(from);
        let src = self.expr(e);
        self.at(self.ast().start(e));
        self.convert(src, from, lf, to, lt, dst);
    }

    /// Whether converting `e` to the type `to` leaves the slot of a number as it is.
    pub fn keeps_slot(&mut self, e: ExprId, to: TypeId) -> bool {
        use Class::*;
        if self.constant(e).is_some() || self.is_nil(e) {
            return false;
        }
        match (self.expr_layout(e).class, self.layout(to).class) {
            (Int { bits, signed }, Int { bits: b, signed: s }) => !narrows((bits, signed), (b, s)),
            (Float64, Float64) => true,
            _ => false,
        }
    }

    fn convert(&mut self, src: u16, from: TypeId, lf: Layout, to: TypeId, lt: Layout, dst: u16) {
        use Class::*;
        match (lf.class, lt.class) {
            (_, Iface { .. }) => self.convert_value(src, from, to, dst),
            (Int { bits, signed }, Int { bits: b, signed: s }) => {
                if narrows((bits, signed), (b, s)) {
                    self.narrow_to(dst, src, lt);
                } else {
                    self.mov(dst, src, 1);
                }
            }
            (Int { signed, .. }, Float64) => {
                let op = if signed { Op::I2F } else { Op::U2F };
                self.e.op(op, dst, src, 0);
            }
            (Int { signed, .. }, Float32) => {
                let op = if signed { Op::I2F32 } else { Op::U2F32 };
                self.e.op(op, dst, src, 0);
            }
            (Float64, Int { bits, signed }) => self.float_to_int(src, dst, bits, signed, lt),
            (Float32, Int { bits, signed }) => {
                let wide = self.e.alloc(1);
                self.e.op(Op::F32F, wide, src, 0);
                self.float_to_int(wide, dst, bits, signed, lt);
            }
            (Float64, Float32) => self.e.op(Op::F2F32, dst, src, 0),
            (Float32, Float64) => self.e.op(Op::F32F, dst, src, 0),
            (Complex64, Complex128) => self.e.op(Op::CWiden, dst, src, 0),
            (Complex128, Complex64) => self.e.op(Op::CNarrow, dst, src, 0),
            (Int { .. }, String) => self.e.op(Op::RuneToStr, dst, src, 0),
            (Slice, String) => {
                let op = if self.elem_is_byte(from) {
                    Op::BytesToStr
                } else {
                    Op::RunesToStr
                };
                self.e.op(op, dst, src, 0);
            }
            (String, Slice) => {
                let op = if self.elem_is_byte(to) {
                    Op::StrToBytes
                } else {
                    Op::StrToRunes
                };
                self.e.op(op, dst, src, 0);
            }
            (Slice, Pointer) if !matches!(self.c.shape(to), Type::Basic(_)) => {
                let array = self.c.elem(to);
                self.slice_to_array(src, array, dst);
            }
            (Slice, Array) => {
                let ptr = self.e.alloc(1);
                self.slice_to_array(src, to, ptr);
                let place = crate::place::Place::Mem {
                    ptr,
                    offset: 0,
                    checked: true,
                };
                if lt.size > 0 {
                    self.load_to(place, to, dst);
                }
            }
            _ => self.mov(dst, src, lt.slots),
        }
    }

    fn slice_to_array(&mut self, src: u16, array: TypeId, dst: u16) {
        let len = match self.c.shape(array) {
            Type::Array { len, .. } => len,
            _ => 0,
        };
        self.e.op(Op::SliceToArray, dst, src, 0);
        self.e.ext(len as u64);
    }

    fn elem_is_byte(&mut self, slice: TypeId) -> bool {
        let elem = self.c.elem(slice);
        self.layout(elem).size == 1
    }

    fn float_to_int(&mut self, src: u16, dst: u16, bits: u8, signed: bool, lt: Layout) {
        // As amd64 does it, which shows for numbers out of range.
        let op = match (signed, bits) {
            (false, 64) => Op::F2U,
            (true, 64) | (false, 32) => Op::F2I,
            _ => Op::F2I32,
        };
        self.e.op(op, dst, src, 0);
        self.canonicalise(dst, lt);
    }

    /// `v, ok := <-c` and the like: the value into `dst`, the flag into `ok`.
    pub fn comma_ok_to(&mut self, e: ExprId, dst: u16, ok: u16) {
        let e = self.ast().unparen(e);
        match self.ast().kind(e) {
            ExprKind::Unary {
                op: UnaryOp::Recv,
                x,
            } => self.receive_to(e, x, dst, ok),
            ExprKind::TypeAssert { x, ty } => {
                let target = self.ty(ty);
                let layout = self.layout(target);
                let dst = if dst == NONE { self.temp(layout) } else { dst };
                self.assert_to(e, x, target, dst, ok);
            }
            ExprKind::Index { x, indices } => {
                let map_ty = self.ty(x);
                let Type::Map { key, elem } = self.c.shape(map_ty) else {
                    return;
                };
                let map = self.expr(x);
                let index = self.ast().item(indices, 0);
                let key = self.value_as(index, key);
                let layout = self.layout(elem);
                self.at(self.ast().pos(e));
                self.map_get(dst, map, key, ok, map_ty, layout);
            }
            _ => {}
        }
    }
}

fn is_numeric(class: Class) -> bool {
    matches!(
        class,
        Class::Int { .. } | Class::Float32 | Class::Float64 | Class::Complex64 | Class::Complex128
    )
}

/// Whether a canonical integer of the first (bits, signed) may be none of the second.
fn narrows((bits, signed): (u8, bool), (b, s): (u8, bool)) -> bool {
    match (signed, s) {
        (true, true) | (false, false) => b < bits,
        (true, false) => b < 64,
        (false, true) => b <= bits && b < 64,
    }
}
