//! Comparisons. Spec: "Comparison operators".

use crate::checker::Checker;
use crate::constant::Value;
use crate::operand::{Operand, OperandMode};
use crate::types::{Type, TypeId};
use parser::ast::BinaryOp;

impl<'a> Checker<'a> {
    pub(crate) fn comparison(
        &mut self,
        x: &mut Operand,
        y: &mut Operand,
        op: BinaryOp,
        switch_case: bool,
    ) {
        if !self.is_valid(x.ty) || !self.is_valid(y.ty) {
            x.invalidate();
            return;
        }
        let mut unused = String::new();
        let mut cause = String::new();
        let mut at_y = false;
        let assignable =
            self.assignable_to(x, y.ty, &mut unused) || self.assignable_to(y, x.ty, &mut unused);
        let ok = if !assignable {
            at_y = true;
            cause = format!(
                "mismatched types {} and {}",
                self.type_string(x.ty),
                self.type_string(y.ty)
            );
            false
        } else if matches!(op, BinaryOp::Eql | BinaryOp::Neq) {
            let (xn, yn) = (x.ty == TypeId::UNTYPED_NIL, y.ty == TypeId::UNTYPED_NIL);
            let is_nil = |o: &Operand, n: bool| n || o.mode == OperandMode::NilValue;
            if is_nil(x, xn) || is_nil(y, yn) {
                let t = if is_nil(x, xn) { y.ty } else { x.ty };
                at_y = true;
                t != TypeId::UNTYPED_NIL && self.has_nil(t)
            } else if let Err(why) = self.comparable_type(x.ty, true) {
                cause = self.incomparable_cause(x.ty, why);
                false
            } else if let Err(why) = self.comparable_type(y.ty, true) {
                at_y = true;
                cause = self.incomparable_cause(y.ty, why);
                false
            } else {
                true
            }
        } else if !self.all_ordered(x.ty) {
            false
        } else if !self.all_ordered(y.ty) {
            at_y = true;
            false
        } else {
            true
        };
        if ok {
            match (&x.value, &y.value) {
                (Some(a), Some(b))
                    if x.mode == OperandMode::Constant && y.mode == OperandMode::Constant =>
                {
                    x.value = Some(if a.is_unknown() || b.is_unknown() {
                        Value::Unknown
                    } else {
                        Value::Bool(Value::compare(a, op, b))
                    });
                }
                _ => {
                    x.mode = OperandMode::Value;
                    x.value = None;
                    // The operands have their final types now.
                    for (o, other) in [(&*x, &*y), (&*y, &*x)] {
                        let t = if o.ty == TypeId::UNTYPED_NIL {
                            other.ty
                        } else {
                            self.default_type(o.ty)
                        };
                        if let Some(e) = o.expr {
                            self.update_expr_type(e, t, true);
                        }
                    }
                }
            }
            x.ty = TypeId::UNTYPED_BOOL;
            return;
        }
        if cause.is_empty() {
            let (xp, yp) = (self.is_type_param(x.ty), self.is_type_param(y.ty));
            if xp || yp {
                if !xp {
                    at_y = true;
                }
                let t = if at_y { y.ty } else { x.ty };
                cause = format!(
                    "type parameter {} cannot use operator {}",
                    self.type_string(t),
                    op.text()
                );
            } else {
                let o = if at_y { &*y } else { &*x };
                let what = match self.composite_kind(o.ty) {
                    _ if o.ty == TypeId::UNTYPED_NIL => "untyped nil".to_string(),
                    "" => self.type_string(o.ty),
                    kind => kind.to_string(),
                };
                cause = format!("operator {} not defined on {what}", op.text());
            }
        }
        let text = |c: &Self, o: &Operand| match o.expr {
            Some(e) => c.expr_string(e),
            None => o.value.as_ref().map_or(String::new(), |v| v.to_string()),
        };
        let (xs, ys) = (text(self, x), text(self, y));
        if switch_case {
            self.error_operand(x, format!("invalid case {xs} in switch on {ys} ({cause})"));
        } else {
            let message = format!("invalid operation: {xs} {} {ys} ({cause})", op.text());
            let at = if at_y { &*y } else { &*x };
            self.error_operand(at, message);
            let sides = [x.ty, y.ty].map(|t| self.type_string(t));
            self.suggest_operands(x, y, sides, op);
            let incomparable = if at_y { y.ty } else { x.ty };
            self.relate_incomparable(incomparable);
        }
        x.invalidate();
    }

    fn incomparable_cause(&mut self, t: TypeId, why: String) -> String {
        let u = self.under(t);
        match self.types.get(u) {
            Type::Slice(_) | Type::Signature(_) | Type::Map { .. } => {
                format!("{} can only be compared to nil", self.composite_kind(u))
            }
            _ => why,
        }
    }
}
