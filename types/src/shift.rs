//! Shifts. Spec: "Operators".

use crate::checker::Checker;
use crate::constant::Value;
use crate::operand::{Operand, OperandMode};
use crate::types::TypeId;
use crate::version::Version;
use parser::ast::{BinaryOp, ExprId};
use source::Pos;

/// Constant shift counts beyond this are refused.
const SHIFT_BOUND: u64 = 1023 - 1 + 52;

impl<'a> Checker<'a> {
    pub(crate) fn shift(
        &mut self,
        x: &mut Operand,
        y: &mut Operand,
        e: Option<ExprId>,
        op: BinaryOp,
        op_pos: Pos,
    ) {
        let is_int = |v: &Value| matches!(v, Value::Int(_) | Value::BigInt(_));
        let mut xval = None;
        if x.mode == OperandMode::Constant {
            xval = x.value.as_ref().map(|v| v.to_int());
        }
        let unknown = x.value.as_ref().is_some_and(|v| v.is_unknown());
        let fits = self.all_integer(x.ty)
            || self.is_untyped(x.ty) && (unknown || xval.as_ref().is_some_and(is_int));
        if !fits {
            let message = format!(
                "invalid operation: shifted operand {} must be integer",
                self.operand_string(x)
            );
            self.error_operand(x, message);
            x.invalidate();
            return;
        }
        let mut yval = Value::Unknown;
        if y.mode == OperandMode::Constant {
            yval = y.value.as_ref().map_or(Value::Unknown, |v| v.to_int());
            if is_int(&yval) && yval.sign() < 0 {
                let message = format!(
                    "invalid operation: negative shift count {}",
                    self.operand_string(y)
                );
                self.error_operand(y, message);
                x.invalidate();
                return;
            }
            if self.is_untyped(y.ty) {
                // Only checked here: the operand keeps its type for now.
                self.representable(y, TypeId::UINT);
                if y.mode == OperandMode::Invalid {
                    x.invalidate();
                    return;
                }
            } else if !is_int(&yval) && !yval.is_unknown() {
                let message = format!(
                    "invalid operation: shift count {} must be integer",
                    self.operand_string(y)
                );
                self.error_operand(y, message);
                x.invalidate();
                return;
            }
        } else if self.all_integer(y.ty) && self.is_typed(y.ty) {
            if !self.all_unsigned(y.ty) && self.env.version < Version(13) {
                let what = format!(
                    "invalid operation: signed shift count {}",
                    self.operand_string(y)
                );
                let pos = y.expr.map_or(Pos::NONE, |e| self.at_pos(e));
                self.verify_version(pos, Version(13), &what);
            }
        } else if self.is_untyped(y.ty) {
            self.convert_untyped(y, TypeId::UINT);
            if y.mode == OperandMode::Invalid {
                x.invalidate();
                return;
            }
        } else {
            let message = format!(
                "invalid operation: shift count {} must be integer",
                self.operand_string(y)
            );
            self.error_operand(y, message);
            x.invalidate();
            return;
        }
        if x.mode == OperandMode::Constant {
            if y.mode == OperandMode::Constant {
                let xv = xval.unwrap_or(Value::Unknown);
                if unknown || yval.is_unknown() {
                    x.value = Some(Value::Unknown);
                    if !self.is_integer(x.ty) {
                        x.ty = TypeId::UNTYPED_INT;
                    }
                    return;
                }
                let Some(count) = yval.as_u64().filter(|&s| s <= SHIFT_BOUND) else {
                    let message = format!(
                        "invalid operation: invalid shift count {}",
                        self.operand_string(y)
                    );
                    self.error_operand(y, message);
                    x.invalidate();
                    return;
                };
                if !self.is_integer(x.ty) {
                    x.ty = TypeId::UNTYPED_INT;
                }
                x.value = Some(Value::shift(&xv, op, count));
                if let Some(e) = e {
                    x.expr = Some(e);
                }
                self.finish_shift_count(y);
                self.overflow(x, op_pos);
                return;
            }
            if self.is_untyped(x.ty) {
                // Spec: "If the left operand of a non-constant shift expression is an untyped constant,
                // it is first implicitly converted to the type it would assume if the shift
                // expression were replaced by its left operand alone."
                if let Some(e) = x.expr
                    && let Some(info) = self.untyped.get_mut(&e)
                {
                    info.is_lhs = true;
                }
                x.mode = OperandMode::Value;
                x.value = None;
                return;
            }
        }
        if !self.all_integer(x.ty) {
            let message = format!(
                "invalid operation: shifted operand {} must be integer",
                self.operand_string(x)
            );
            self.error_operand(x, message);
            x.invalidate();
            return;
        }
        self.finish_shift_count(y);
        x.mode = OperandMode::Value;
        x.value = None;
    }

    /// An untyped constant count becomes a `uint`.
    fn finish_shift_count(&mut self, y: &Operand) {
        if y.mode == OperandMode::Constant
            && self.is_untyped(y.ty)
            && let Some(e) = y.expr
        {
            self.update_expr_type(e, TypeId::UINT, true);
        }
    }
}
