//! Index and slice expressions. Spec: "Index expressions", "Slice expressions".

use crate::checker::Checker;
use crate::operand::{Operand, OperandMode};
use crate::types::{Type, TypeId};
use parser::ast::{ExprId, ExprKind, List};

impl<'a> Checker<'a> {
    /// Checks an index expression; true if it is the instantiation of a generic function, which is
    /// left to the caller.
    pub(crate) fn index_expr(&mut self, x: &mut Operand, e: ExprId) -> bool {
        let ast = self.ast;
        let ExprKind::Index { x: base, indices } = ast.kind(e) else {
            return false;
        };
        let list: Vec<ExprId> = ast.list(indices).collect();
        self.expr_or_type(x, base, true);
        match x.mode {
            OperandMode::Invalid => {
                self.use_exprs(&list);
                return false;
            }
            OperandMode::TypeExpr => {
                x.invalidate();
                x.ty = self.var_type(e);
                if self.is_valid(x.ty) {
                    x.mode = OperandMode::TypeExpr;
                }
                return false;
            }
            OperandMode::Value => {
                let u = self.under(x.ty);
                if matches!(self.types.get(u), Type::Signature(s) if !s.tparams.is_empty()) {
                    return true;
                }
            }
            _ => {}
        }
        let mut length = -1i64;
        let mut map_key = None;
        let mut result: Option<(OperandMode, TypeId)> = None;
        let u = self.under(x.ty);
        let addressed = x.mode == OperandMode::Variable;
        if self.is_type_param(x.ty) {
            let mut ok = true;
            for term in self.typeset(x.ty).unwrap_or_default() {
                let Some((mode, elem, key, len)) = self.element_of(term.under, addressed) else {
                    ok = false;
                    break;
                };
                match result {
                    None => {
                        result = Some((mode, elem));
                        map_key = key;
                        length = len;
                    }
                    Some((m, t)) => {
                        let same_key = match (key, map_key) {
                            (None, None) => true,
                            (Some(a), Some(b)) => self.identical(a, b),
                            _ => false,
                        };
                        if !same_key || !self.identical(t, elem) {
                            ok = false;
                            break;
                        }
                        if mode == OperandMode::Value {
                            result = Some((mode, t));
                        } else {
                            result = Some((m, t));
                        }
                        if len >= 0 && (length < 0 || len < length) {
                            length = len;
                        }
                    }
                }
            }
            if !ok {
                result = None;
            }
        } else if let Some((mode, elem, key, len)) = self.element_of(u, addressed) {
            result = Some((mode, elem));
            map_key = key;
            length = len;
            if x.mode == OperandMode::Constant
                && let Some(bytes) = x.value.as_ref().and_then(|v| v.as_bytes())
            {
                length = bytes.len() as i64;
            }
        }
        let Some((mode, elem)) = result else {
            let message = format!("cannot index {}", self.operand_string(x));
            let pos = ast.pos(e);
            self.error(pos, message);
            self.use_exprs(&list);
            x.invalidate();
            return false;
        };
        if list.len() != 1 {
            if let Some(&second) = list.get(1) {
                self.error_at(second, "unexpected comma; expecting ]");
            }
            x.invalidate();
            return false;
        }
        x.mode = mode;
        x.value = None;
        x.ty = elem;
        match map_key {
            Some(key) => {
                let mut k = Operand::invalid();
                self.expr(None, &mut k, list[0]);
                self.assignment(&mut k, Some(key), "map index");
                x.mode = OperandMode::MapIndex;
            }
            None => {
                self.index(list[0], length);
            }
        }
        x.expr = Some(e);
        false
    }

    /// Mode and type of an element, the key type of a map, the length if it is known.
    fn element_of(
        &mut self,
        u: TypeId,
        addressed: bool,
    ) -> Option<(OperandMode, TypeId, Option<TypeId>, i64)> {
        use OperandMode::{Value, Variable};
        match *self.types.get(u) {
            Type::Basic(k) if k.is_string() => Some((Value, TypeId::BYTE, None, -1)),
            Type::Array { elem, len } => {
                Some((if addressed { Variable } else { Value }, elem, None, len))
            }
            Type::Pointer(base) => {
                let b = self.under(base);
                match *self.types.get(b) {
                    Type::Array { elem, len } => Some((Variable, elem, None, len)),
                    _ => None,
                }
            }
            Type::Slice(elem) => Some((Variable, elem, None, -1)),
            Type::Map { key, elem } => Some((OperandMode::MapIndex, elem, Some(key), -1)),
            _ => None,
        }
    }

    /// An index below `max` (if that is not negative); its type, and its value if it is constant.
    pub(crate) fn index(&mut self, e: ExprId, max: i64) -> (TypeId, i64) {
        let mut x = Operand::invalid();
        self.expr(None, &mut x, e);
        if !self.is_valid_index(&mut x, "index", false) {
            return (TypeId::INVALID, -1);
        }
        if x.mode != OperandMode::Constant {
            return (x.ty, -1);
        }
        let Some(v) = x.value.as_ref().and_then(|v| v.as_i64()) else {
            return (x.ty, -1);
        };
        if max >= 0 && v >= max {
            self.error_operand(
                &x,
                format!("invalid argument: index {v} out of bounds [0:{max}]"),
            );
            return (TypeId::INVALID, -1);
        }
        (x.ty, v)
    }

    pub(crate) fn is_valid_index(
        &mut self,
        x: &mut Operand,
        what: &str,
        allow_negative: bool,
    ) -> bool {
        if x.mode == OperandMode::Invalid {
            return false;
        }
        self.convert_untyped(x, TypeId::INT);
        if x.mode == OperandMode::Invalid {
            return false;
        }
        if !self.all_integer(x.ty) {
            let message = format!(
                "invalid argument: {what} {} must be integer",
                self.operand_string(x)
            );
            self.error_operand(x, message);
            return false;
        }
        if x.mode == OperandMode::Constant
            && let Some(v) = x.value.clone()
            && !v.is_unknown()
        {
            if !allow_negative && v.sign() < 0 {
                let message = format!(
                    "invalid argument: {what} {} must not be negative",
                    self.operand_string(x)
                );
                self.error_operand(x, message);
                return false;
            }
            if v.as_i64().is_none() {
                let message = format!(
                    "invalid argument: {what} {} overflows int",
                    self.operand_string(x)
                );
                self.error_operand(x, message);
                return false;
            }
        }
        true
    }

    pub(crate) fn slice_expr(&mut self, x: &mut Operand, e: ExprId) {
        let ExprKind::Slice {
            x: base,
            lo,
            hi,
            max,
            three,
        } = self.ast.kind(e)
        else {
            return;
        };
        let given: Vec<ExprId> = [lo, hi, max].into_iter().flatten().collect();
        self.expr(None, x, base);
        if x.mode == OperandMode::Invalid {
            self.use_exprs(&given);
            return;
        }
        let mut length = -1i64;
        let mut valid = false;
        let core = self.core_string(x.ty);
        match core.map(|c| self.types.get(c).clone()) {
            None => {
                let message = format!(
                    "invalid operation: cannot slice {}: {} has no core type",
                    self.operand_string(x),
                    self.type_string(x.ty)
                );
                self.error_operand(x, message);
                self.use_exprs(&given);
                x.invalidate();
                return;
            }
            Some(Type::Basic(k)) if k.is_string() => {
                if three {
                    let at = max.unwrap_or(e);
                    self.error_at(at, "invalid operation: 3-index slice of string");
                    x.invalidate();
                    return;
                }
                valid = true;
                if x.mode == OperandMode::Constant
                    && let Some(bytes) = x.value.as_ref().and_then(|v| v.as_bytes())
                {
                    length = bytes.len() as i64;
                }
                if self.is_untyped(x.ty) {
                    self.convert_untyped(x, TypeId::STRING);
                }
            }
            Some(Type::Array { elem, len }) => {
                valid = true;
                length = len;
                if x.mode != OperandMode::Variable {
                    let message = format!(
                        "invalid operation: {} (slice of unaddressable value)",
                        self.operand_string(x)
                    );
                    self.error_operand(x, message);
                    x.invalidate();
                    return;
                }
                x.ty = self.types.slice(elem);
            }
            Some(Type::Pointer(p)) => {
                let b = self.under(p);
                if let Type::Array { elem, len } = *self.types.get(b) {
                    valid = true;
                    length = len;
                    x.ty = self.types.slice(elem);
                }
            }
            Some(Type::Slice(_)) => valid = true,
            _ => {}
        }
        if !valid {
            let message = format!("cannot slice {}", self.operand_string(x));
            self.error_operand(x, message);
            self.use_exprs(&given);
            x.invalidate();
            return;
        }
        x.mode = OperandMode::Value;
        x.value = None;
        let mut values = [-1i64; 3];
        for (i, part) in [lo, hi, max].into_iter().enumerate() {
            values[i] = match part {
                Some(part) => {
                    let bound = if length >= 0 { length + 1 } else { -1 };
                    self.index(part, bound).1
                }
                None if i == 0 => 0,
                None if length >= 0 => length,
                None => -1,
            };
        }
        for i in 0..2 {
            for j in i + 1..3 {
                let (a, b) = (values[i], values[j]);
                if a > 0
                    && b >= 0
                    && b < a
                    && let Some(at) = [lo, hi, max][j]
                {
                    self.error_at(at, format!("invalid slice indices: {b} < {a}"));
                    return;
                }
            }
        }
    }

    /// The types that type arguments denote; `None` if one is invalid.
    pub(crate) fn type_list(&mut self, list: List<ExprId>) -> Option<Vec<TypeId>> {
        let ast = self.ast;
        let types: Vec<TypeId> = ast.list(list).map(|e| self.var_type(e)).collect();
        types.iter().all(|&t| self.is_valid(t)).then_some(types)
    }
}
