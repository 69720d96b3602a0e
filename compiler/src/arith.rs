//! Arithmetic, comparisons and conditions. Spec: "Operators".

use crate::emit::Label;
use crate::func::Gen;
use crate::layout::{Class, Layout};
use bytecode::Op;
use parser::ast::*;
use types::types::TypeId;

impl Gen<'_, '_, '_> {
    pub fn binary_to(&mut self, e: ExprId, op: BinaryOp, x: ExprId, y: ExprId, dst: u16) {
        use BinaryOp::*;
        match op {
            AndAnd | OrOr => self.logical_to(e, dst),
            Eql | Neq | Lss | Leq | Gtr | Geq => self.comparison_to(e, op, x, y, dst),
            Shl | Shr => {
                let ty = self.ty(e);
                let a = self.expr(x);
                self.at(self.ast().pos(e));
                self.shift(op, ty, dst, a, y);
            }
            Add if matches!(self.expr_layout(e).class, Class::String) => {
                self.concat_to(e, dst);
            }
            _ => {
                if let Some((x, op, count)) = self.rotation(op, x, y) {
                    let src = self.expr(x);
                    return self.e.op(op, dst, src, count);
                }
                let ty = self.ty(e);
                if matches!(op, Add | Mul)
                    && let Some(c) = self.small_const(x)
                {
                    let b = self.expr(y);
                    if self.arith_imm(op, ty, dst, b, c) {
                        return;
                    }
                }
                let a = self.expr(x);
                if let Some(c) = self.small_const(y)
                    && self.arith_imm(op, ty, dst, a, c)
                {
                    return;
                }
                let b = self.expr(y);
                self.at(self.ast().pos(e));
                self.arith(op, ty, dst, a, b);
            }
        }
    }

    /// The operand, operation and count of a rotation to the left, if `x op y` is one:
    /// `v<<k | v>>(n-k)` of an `n`-bit unsigned variable `v`.
    fn rotation(&mut self, op: BinaryOp, x: ExprId, y: ExprId) -> Option<(ExprId, Op, u16)> {
        use BinaryOp::*;
        let (x, y) = (self.ast().unparen(x), self.ast().unparen(y));
        let (
            ExprKind::Binary {
                op: op_x,
                x: v,
                y: a,
            },
            ExprKind::Binary {
                op: op_y,
                x: w,
                y: b,
            },
        ) = (self.ast().kind(x), self.ast().kind(y))
        else {
            return None;
        };
        let (left, right) = match (op, op_x, op_y) {
            (Or | Xor | Add, Shl, Shr) => (a, b),
            (Or | Xor | Add, Shr, Shl) => (b, a),
            _ => return None,
        };
        let (v, w) = (self.ast().unparen(v), self.ast().unparen(w));
        let named = |g: &Self, e| matches!(g.ast().kind(e), ExprKind::Name(_));
        if !named(self, v) || !named(self, w) || self.variable(v)? != self.variable(w)? {
            return None;
        }
        let (left, right) = (self.const_int(left)?, self.const_int(right)?);
        let Class::Int {
            bits,
            signed: false,
        } = self.expr_layout(v).class
        else {
            return None;
        };
        let op = match bits {
            32 => Op::RotlIU32,
            64 => Op::RotlI,
            _ => return None,
        };
        (left > 0 && right > 0 && left + right == i64::from(bits)).then_some((v, op, left as u16))
    }

    /// The value of an integer constant operand that fits an immediate.
    pub fn small_const(&mut self, e: ExprId) -> Option<i32> {
        let layout = self.expr_layout(e);
        matches!(layout.class, Class::Int { .. })
            .then(|| self.const_int(e))
            .flatten()
            .and_then(|v| i32::try_from(v).ok())
    }

    /// `dst = a op c` in immediate form, if there is one.
    pub fn arith_imm(&mut self, op: BinaryOp, ty: TypeId, dst: u16, a: u16, c: i32) -> bool {
        use BinaryOp::*;
        let layout = self.layout(ty);
        let Class::Int { bits, signed } = layout.class else {
            return false;
        };
        let neg = c.checked_neg();
        match (op, bits, signed) {
            (Add, 32, true) => self.e.op_imm(Op::AddIS32, dst, a, c),
            (Add, 32, false) => self.e.op_imm(Op::AddIU32, dst, a, c),
            (Sub, 32, true) if neg.is_some() => self.e.op_imm(Op::AddIS32, dst, a, -c),
            (Sub, 32, false) if neg.is_some() => self.e.op_imm(Op::AddIU32, dst, a, -c),
            (Add, ..) => self.imm_narrow(Op::AddI, dst, a, c, layout),
            (Sub, ..) if neg.is_some() => self.imm_narrow(Op::AddI, dst, a, -c, layout),
            (Mul, ..) => self.imm_narrow(Op::MulI, dst, a, c, layout),
            (And, ..) if signed || c >= 0 => self.e.op_imm(Op::AndI, dst, a, c),
            (Or, ..) if signed || c >= 0 => self.e.op_imm(Op::OrI, dst, a, c),
            (Xor, ..) if signed || c >= 0 => self.e.op_imm(Op::XorI, dst, a, c),
            (AndNot, ..) => self.e.op_imm(Op::AndI, dst, a, !c),
            (Div, _, true) if c != 0 => self.imm_narrow(Op::DivI, dst, a, c, layout),
            (Rem, _, true) if c != 0 => self.imm_narrow(Op::RemI, dst, a, c, layout),
            (Div, _, false) if c > 0 => self.e.op_imm(Op::DivUI, dst, a, c),
            (Rem, _, false) if c > 0 => self.e.op_imm(Op::RemUI, dst, a, c),
            _ => return false,
        }
        true
    }

    fn imm_narrow(&mut self, op: Op, dst: u16, a: u16, c: i32, layout: Layout) {
        self.e.op_imm(op, dst, a, c);
        self.canonicalise(dst, layout);
    }

    /// `dst = a op b` for operands of type `ty`.
    pub fn arith(&mut self, op: BinaryOp, ty: TypeId, dst: u16, a: u16, b: u16) {
        let layout = self.layout(ty);
        match layout.class {
            Class::Int { bits, signed } => self.int_arith(op, bits, signed, layout, dst, a, b),
            Class::Float64 => self.e.op(float_op(op), dst, a, b),
            Class::Float32 => self.e.op(float32_op(op), dst, a, b),
            Class::Complex128 => self.e.op(complex_op(op), dst, a, b),
            Class::Complex64 => {
                let mark = self.e.mark();
                let (wa, wb) = (self.e.alloc(2), self.e.alloc(2));
                self.e.op(Op::CWiden, wa, a, 0);
                self.e.op(Op::CWiden, wb, b, 0);
                self.e.op(complex_op(op), wa, wa, wb);
                self.e.op(Op::CNarrow, dst, wa, 0);
                self.e.release(mark);
            }
            Class::String => {
                let mark = self.e.mark();
                let both = self.e.alloc(4);
                self.mov(both, a, 2);
                self.mov(both + 2, b, 2);
                self.e.op(Op::Concat, dst, both, 2);
                self.e.release(mark);
            }
            _ => {}
        }
    }

    #[allow(clippy::too_many_arguments, reason = "an operation with its operands")]
    fn int_arith(
        &mut self,
        op: BinaryOp,
        bits: u8,
        signed: bool,
        layout: Layout,
        dst: u16,
        a: u16,
        b: u16,
    ) {
        use BinaryOp::*;
        let fused = match (op, bits, signed) {
            (Add, 32, true) => Some(Op::AddS32),
            (Sub, 32, true) => Some(Op::SubS32),
            (Mul, 32, true) => Some(Op::MulS32),
            (Add, 32, false) => Some(Op::AddU32),
            (Sub, 32, false) => Some(Op::SubU32),
            (Mul, 32, false) => Some(Op::MulU32),
            _ => None,
        };
        if let Some(fused) = fused {
            return self.e.op(fused, dst, a, b);
        }
        let (plain, narrow) = match op {
            Add => (Op::Add, true),
            Sub => (Op::Sub, true),
            Mul => (Op::Mul, true),
            Div if signed => (Op::Div, true),
            Div => (Op::DivU, false),
            Rem if signed => (Op::Rem, false),
            Rem => (Op::RemU, false),
            And => (Op::And, false),
            Or => (Op::Or, false),
            Xor => (Op::Xor, false),
            _ => (Op::AndNot, false),
        };
        self.e.op(plain, dst, a, b);
        if narrow {
            self.canonicalise(dst, layout);
        }
    }

    /// `dst = a << y` or `a >> y`. Spec: "Arithmetic operators", shifts.
    pub fn shift(&mut self, op: BinaryOp, ty: TypeId, dst: u16, a: u16, y: ExprId) {
        let layout = self.layout(ty);
        let Class::Int { bits, signed } = layout.class else {
            return;
        };
        let left = op == BinaryOp::Shl;
        if let Some(count) = self.constant(y).map(|v| crate::expr::const_bits(&v)) {
            if count >= 64 && (left || !signed) {
                return self.load_int(dst, 0);
            }
            let count = count.clamp(0, 63) as u16;
            let op = match (left, signed) {
                (true, _) if bits == 32 && !signed => Op::ShlIU32,
                (true, _) => Op::ShlI,
                (false, true) => Op::SarI,
                (false, false) => Op::ShrI,
            };
            self.e.op(op, dst, a, count);
        } else {
            let yt = self.expr_layout(y);
            let count = self.expr(y);
            if matches!(yt.class, Class::Int { signed: true, .. }) {
                self.e.op(Op::ShiftCheck, count, 0, 0);
            }
            let op = match (left, signed) {
                (true, _) if bits == 32 && !signed => Op::ShlU32,
                (true, _) => Op::Shl,
                (false, true) => Op::Sar,
                (false, false) => Op::Shr,
            };
            self.e.op(op, dst, a, count);
        }
        if left && (bits != 32 || signed) {
            self.canonicalise(dst, layout);
        }
    }

    /// A whole chain `a + b + c…` of strings in one operation.
    fn concat_to(&mut self, e: ExprId, dst: u16) {
        let mut parts = Vec::new();
        let mut at = e;
        loop {
            match self.ast().kind(at) {
                ExprKind::Binary {
                    op: BinaryOp::Add,
                    x,
                    y,
                } if self.constant(at).is_none() => {
                    parts.push(y);
                    at = self.ast().unparen(x);
                }
                _ => break,
            }
        }
        parts.push(at);
        parts.reverse();
        let first = self.e.alloc(2 * parts.len() as u32);
        for (i, &part) in parts.iter().enumerate() {
            self.expr_to(part, first + 2 * i as u16);
        }
        self.at(self.ast().pos(e));
        self.e.op(Op::Concat, dst, first, parts.len() as u16);
    }

    fn logical_to(&mut self, e: ExprId, dst: u16) {
        // `dst` may be a variable that the operands read: the result is built aside.
        let out = self.e.alloc(1);
        let (no, end) = (self.e.new_label(), self.e.new_label());
        self.cond(e, no, false);
        self.e.op_imm(Op::LoadI, out, 0, 1);
        self.e.jump(end);
        self.e.bind(no);
        self.e.op_imm(Op::LoadI, out, 0, 0);
        self.e.bind(end);
        self.mov(dst, out, 1);
    }

    // ---- comparisons

    fn comparison_to(&mut self, e: ExprId, op: BinaryOp, x: ExprId, y: ExprId, dst: u16) {
        let (class, ty) = self.comparison_class(x, y);
        if matches!(class, Class::Int { .. } | Class::Bool) && !self.is_nil(y) && !self.is_nil(x) {
            let signed = !matches!(class, Class::Int { signed: false, .. });
            if let Some(c) = self.small_const(y)
                && (signed || matches!(op, BinaryOp::Eql | BinaryOp::Neq))
            {
                let a = self.expr(x);
                let op = match op {
                    BinaryOp::Eql => Op::EqI,
                    BinaryOp::Neq => Op::NeI,
                    BinaryOp::Lss => Op::LtSI,
                    BinaryOp::Leq => Op::LeSI,
                    BinaryOp::Gtr => Op::GtSI,
                    _ => Op::GeSI,
                };
                self.e.op_imm(op, dst, a, c);
                return;
            }
        }
        self.compare(e, op, x, y, class, ty, dst);
    }

    /// The class and type in which two operands are compared: an interface if one of them is.
    fn comparison_class(&mut self, x: ExprId, y: ExprId) -> (Class, TypeId) {
        let (tx, ty) = (self.ty(x), self.ty(y));
        let pick = if self.is_nil(x) || self.c.is_iface(ty) && !self.c.is_iface(tx) {
            ty
        } else {
            tx
        };
        (self.layout(pick).class, pick)
    }

    #[allow(clippy::too_many_arguments, reason = "an operation with its operands")]
    fn compare(
        &mut self,
        e: ExprId,
        op: BinaryOp,
        x: ExprId,
        y: ExprId,
        class: Class,
        ty: TypeId,
        dst: u16,
    ) {
        use BinaryOp::*;
        if self.is_nil(x) || self.is_nil(y) {
            // The first word tells: pointer, type, or slice's array.
            let slot = self.expr(if self.is_nil(y) { x } else { y });
            let op = if op == Eql { Op::EqI } else { Op::NeI };
            return self.e.op_imm(op, dst, slot, 0);
        }
        let a = self.borrowed(x, ty);
        let b = self.borrowed(y, ty);
        self.at(self.ast().pos(e));
        let (a, b, op) = match op {
            Gtr => (b, a, Lss),
            Geq => (b, a, Leq),
            _ => (a, b, op),
        };
        let plain = |eq, ne, lt, le| match op {
            Eql => eq,
            Neq => ne,
            Lss => lt,
            _ => le,
        };
        let op3 = match class {
            Class::Int { signed: false, .. } => plain(Op::Eq, Op::Ne, Op::LtU, Op::LeU),
            Class::Float64 => plain(Op::FEq, Op::FNe, Op::FLt, Op::FLe),
            Class::Float32 => plain(Op::F32Eq, Op::F32Ne, Op::F32Lt, Op::F32Le),
            Class::String => plain(Op::StrEq, Op::StrNe, Op::StrLt, Op::StrLe),
            Class::Iface { .. }
            | Class::Struct
            | Class::Array
            | Class::Complex128
            | Class::Complex64 => {
                self.equal_values(class, ty, dst, a, b);
                if op == Neq {
                    self.e.op(Op::NotB, dst, dst, 0);
                }
                return;
            }
            _ => plain(Op::Eq, Op::Ne, Op::LtS, Op::LeS),
        };
        self.e.op(op3, dst, a, b);
    }

    /// `dst = a == b` for values of one type.
    pub fn equal_values(&mut self, class: Class, ty: TypeId, dst: u16, a: u16, b: u16) {
        match class {
            Class::Iface { empty: true } => self.e.op(Op::EfaceEq, dst, a, b),
            Class::Iface { empty: false } => self.e.op(Op::IfaceEq, dst, a, b),
            Class::Complex128 => self.e.op(Op::CEq, dst, a, b),
            Class::String => self.e.op(Op::StrEq, dst, a, b),
            Class::Float64 => self.e.op(Op::FEq, dst, a, b),
            Class::Float32 => self.e.op(Op::F32Eq, dst, a, b),
            Class::Struct | Class::Array | Class::Complex64 => {
                let idx = self.c.type_idx(ty);
                let indirect = self.layout(ty).indirect;
                let op = if indirect { Op::EqMem } else { Op::EqT };
                self.e.op(op, dst, a, b);
                self.e.ext(u64::from(idx.0));
            }
            _ => self.e.op(Op::Eq, dst, a, b),
        }
    }

    // ---- conditions

    /// Jumps to `to` if `e` is `sense`; goes on otherwise.
    pub fn cond(&mut self, e: ExprId, to: Label, sense: bool) {
        let e = self.ast().unparen(e);
        self.at(self.ast().pos(e));
        if let Some(value) = self.constant(e) {
            if value.as_bool() == Some(sense) {
                self.e.jump(to);
            }
            return;
        }
        let mark = self.e.mark();
        match self.ast().kind(e) {
            ExprKind::Unary {
                op: UnaryOp::Not,
                x,
            } => self.cond(x, to, !sense),
            ExprKind::Binary {
                op: op @ (BinaryOp::AndAnd | BinaryOp::OrOr),
                x,
                y,
            } => {
                // `x && y` is false as soon as `x` is; `x || y` true as soon as `x` is.
                let decided_by_x = (op == BinaryOp::OrOr) == sense;
                if decided_by_x {
                    self.cond(x, to, sense);
                    self.cond(y, to, sense);
                } else {
                    let skip = self.e.new_label();
                    self.cond(x, skip, !sense);
                    self.cond(y, to, sense);
                    self.e.bind(skip);
                }
            }
            ExprKind::Binary { op, x, y } if is_comparison(op) => {
                let held = self.order(&[x, y]);
                self.cond_compare(e, op, x, y, to, sense);
                self.forget(held);
            }
            _ => {
                let held = self.order(&[e]);
                let slot = self.expr(e);
                self.branch_bool(slot, to, sense);
                self.forget(held);
            }
        }
        self.e.release(mark);
    }

    pub fn branch_bool(&mut self, slot: u16, to: Label, sense: bool) {
        let op = match (self.e.is_bound(to), sense) {
            (false, true) => Op::JmpT,
            (false, false) => Op::JmpF,
            (true, true) => Op::LoopT,
            (true, false) => Op::LoopF,
        };
        self.e.jump_op(op, slot, 0, to);
    }

    fn cond_compare(
        &mut self,
        e: ExprId,
        op: BinaryOp,
        x: ExprId,
        y: ExprId,
        to: Label,
        sense: bool,
    ) {
        let (class, _) = self.comparison_class(x, y);
        if self.is_nil(x) || self.is_nil(y) {
            let slot = self.expr(if self.is_nil(y) { x } else { y });
            let equal = (op == BinaryOp::Eql) == sense;
            self.branch_imm(
                if equal { BinaryOp::Eql } else { BinaryOp::Neq },
                slot,
                0,
                to,
            );
            return;
        }
        match class {
            Class::Int { .. }
            | Class::Bool
            | Class::Pointer
            | Class::Chan
            | Class::Map
            | Class::Func => {
                let signed = !matches!(class, Class::Int { signed: false, .. });
                let op = if sense { op } else { negated(op) };
                self.cond_int(op, signed, x, y, to);
            }
            Class::Float64 => {
                let (a, b) = (self.expr(x), self.expr(y));
                self.cond_float(op, a, b, to, sense);
            }
            Class::String
                if matches!(op, BinaryOp::Eql | BinaryOp::Neq) && !self.e.is_bound(to) =>
            {
                let (a, b) = (self.expr(x), self.expr(y));
                let op = if (op == BinaryOp::Eql) == sense {
                    Op::JStrEq
                } else {
                    Op::JStrNe
                };
                self.e.jump_op(op, a, b, to);
            }
            _ => {
                let slot = self.e.alloc(1);
                self.expr_to(e, slot);
                self.branch_bool(slot, to, sense);
            }
        }
    }

    fn cond_int(&mut self, op: BinaryOp, signed: bool, x: ExprId, y: ExprId, to: Label) {
        if let Some(c) = self.imm16(y)
            && (signed || matches!(op, BinaryOp::Eql | BinaryOp::Neq))
        {
            let a = self.expr(x);
            return self.branch_imm(op, a, c, to);
        }
        if let Some(c) = self.imm16(x)
            && (signed || matches!(op, BinaryOp::Eql | BinaryOp::Neq))
        {
            let b = self.expr(y);
            return self.branch_imm(mirrored(op), b, c, to);
        }
        let (a, b) = (self.expr(x), self.expr(y));
        self.branch_int(op, signed, a, b, to);
    }

    fn imm16(&mut self, e: ExprId) -> Option<i16> {
        self.small_const(e).and_then(|c| i16::try_from(c).ok())
    }

    /// Jumps if `a op b`.
    pub fn branch_int(&mut self, op: BinaryOp, signed: bool, a: u16, b: u16, to: Label) {
        use BinaryOp::*;
        let (op, a, b) = match op {
            Gtr => (Lss, b, a),
            Geq => (Leq, b, a),
            _ => (op, a, b),
        };
        let op = match (op, signed, self.e.is_bound(to)) {
            (Eql, _, false) => Op::JEq,
            (Neq, _, false) => Op::JNe,
            (Lss, true, false) => Op::JLt,
            (Lss, false, false) => Op::JLtU,
            (_, true, false) => Op::JLe,
            (_, false, false) if op == Leq => Op::JLeU,
            (Eql, _, true) => Op::LoopEq,
            (Neq, _, true) => Op::LoopNe,
            (Lss, true, true) => Op::LoopLt,
            (Lss, false, true) => Op::LoopLtU,
            (_, true, true) => Op::LoopLe,
            _ => Op::LoopLeU,
        };
        self.e.jump_op(op, a, b, to);
    }

    /// Jumps if `a op c` (signed).
    pub fn branch_imm(&mut self, op: BinaryOp, a: u16, c: i16, to: Label) {
        use BinaryOp::*;
        let op = match (op, self.e.is_bound(to)) {
            (Eql, false) => Op::JEqI,
            (Neq, false) => Op::JNeI,
            (Lss, false) => Op::JLtI,
            (Leq, false) => Op::JLeI,
            (Gtr, false) => Op::JGtI,
            (_, false) => Op::JGeI,
            (Eql, true) => Op::LoopEqI,
            (Neq, true) => Op::LoopNeI,
            (Lss, true) => Op::LoopLtI,
            (Leq, true) => Op::LoopLeI,
            (Gtr, true) => Op::LoopGtI,
            (_, true) => Op::LoopGeI,
        };
        self.e.jump_op(op, a, c as u16, to);
    }

    /// Floats: the negation of `a < b` is not `a >= b`, because of NaN.
    fn cond_float(&mut self, op: BinaryOp, a: u16, b: u16, to: Label, sense: bool) {
        use BinaryOp::*;
        let (op, a, b) = match op {
            Gtr => (Lss, b, a),
            Geq => (Leq, b, a),
            _ => (op, a, b),
        };
        if self.e.is_bound(to) {
            let skip = self.e.new_label();
            self.cond_float(op, a, b, skip, !sense);
            self.e.jump(to);
            self.e.bind(skip);
            return;
        }
        let op = match (op, sense) {
            (Eql, true) | (Neq, false) => Op::JFEq,
            (Eql, false) | (Neq, true) => Op::JFNe,
            (Lss, true) => Op::JFLt,
            (Lss, false) => Op::JFNLt,
            (_, true) => Op::JFLe,
            (_, false) => Op::JFNLe,
        };
        self.e.jump_op(op, a, b, to);
    }
}

pub fn is_comparison(op: BinaryOp) -> bool {
    use BinaryOp::*;
    matches!(op, Eql | Neq | Lss | Leq | Gtr | Geq)
}

fn negated(op: BinaryOp) -> BinaryOp {
    use BinaryOp::*;
    match op {
        Eql => Neq,
        Neq => Eql,
        Lss => Geq,
        Leq => Gtr,
        Gtr => Leq,
        _ => Lss,
    }
}

/// `c op x` as `x op' c`.
fn mirrored(op: BinaryOp) -> BinaryOp {
    use BinaryOp::*;
    match op {
        Lss => Gtr,
        Leq => Geq,
        Gtr => Lss,
        Geq => Leq,
        _ => op,
    }
}

fn float_op(op: BinaryOp) -> Op {
    match op {
        BinaryOp::Add => Op::FAdd,
        BinaryOp::Sub => Op::FSub,
        BinaryOp::Mul => Op::FMul,
        _ => Op::FDiv,
    }
}

fn float32_op(op: BinaryOp) -> Op {
    match op {
        BinaryOp::Add => Op::F32Add,
        BinaryOp::Sub => Op::F32Sub,
        BinaryOp::Mul => Op::F32Mul,
        _ => Op::F32Div,
    }
}

fn complex_op(op: BinaryOp) -> Op {
    match op {
        BinaryOp::Add => Op::CAdd,
        BinaryOp::Sub => Op::CSub,
        BinaryOp::Mul => Op::CMul,
        _ => Op::CDiv,
    }
}
