//! Conversions, explicit and implicit, and representability of constants. Spec: "Conversions",
//! "Representability".

use crate::checker::Checker;
use crate::constant::{Kind, Value};
use crate::operand::{Operand, OperandMode};
use crate::types::{BasicKind, Type, TypeId};
use crate::version::Version;
use parser::ast::ExprId;
use source::Pos;

/// Why an untyped operand has no value of a type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ImplicitError {
    Truncated,
    Overflow,
    Mismatch,
}

impl BasicKind {
    /// The bits of an integer type, and whether it is signed.
    fn int_bits(self) -> Option<(u32, bool)> {
        use BasicKind::*;
        Some(match self {
            Int8 => (8, true),
            Int16 => (16, true),
            Int32 => (32, true),
            Int | Int64 => (64, true),
            Uint8 => (8, false),
            Uint16 => (16, false),
            Uint32 => (32, false),
            Uint | Uint64 | Uintptr => (64, false),
            _ => return None,
        })
    }
}

/// `value` as a value of the basic type, rounded; `None` if it has none.
pub(crate) fn representable_const(value: &Value, kind: BasicKind) -> Option<Value> {
    use BasicKind::*;
    if value.is_unknown() {
        return Some(Value::Unknown);
    }
    if kind.is_integer() {
        let v = value.to_int();
        if !matches!(v, Value::Int(_) | Value::BigInt(_)) {
            return None;
        }
        let Some((bits, signed)) = kind.int_bits() else {
            return Some(v);
        };
        let fits = match &v {
            Value::Int(n) if signed => {
                bits == 64 || (*n >= -(1 << (bits - 1)) && *n < 1 << (bits - 1))
            }
            Value::Int(n) => *n >= 0 && (bits == 64 || *n < 1 << bits),
            _ => !signed && bits == 64 && v.as_u64().is_some(),
        };
        return fits.then_some(v);
    }
    match kind {
        Float32 | Float64 | UntypedFloat => {
            let v = value.to_float();
            if v.is_unknown() {
                return None;
            }
            match kind {
                Float32 => v.round_f32(),
                Float64 => v.round_f64(),
                _ => Some(v),
            }
        }
        Complex64 | Complex128 | UntypedComplex => {
            let v = value.to_complex();
            if v.is_unknown() {
                return None;
            }
            let (re, im) = (v.real(), v.imag());
            match kind {
                Complex64 => Some(Value::complex(re.round_f32()?, im.round_f32()?)),
                Complex128 => Some(Value::complex(re.round_f64()?, im.round_f64()?)),
                _ => Some(v),
            }
        }
        String | UntypedString => (value.kind() == Kind::String).then(|| value.clone()),
        Bool | UntypedBool => (value.kind() == Kind::Bool).then(|| value.clone()),
        _ => None,
    }
}

impl<'a> Checker<'a> {
    /// The constant as a value of the type with that basic kind.
    pub(crate) fn representation(
        &mut self,
        x: &Operand,
        kind: BasicKind,
    ) -> Result<Value, ImplicitError> {
        let value = x.value.clone().unwrap_or(Value::Unknown);
        if let Some(v) = representable_const(&value, kind) {
            return Ok(v);
        }
        if self.is_numeric(x.ty) && kind.is_numeric() {
            if !self.is_integer(x.ty) && kind.is_integer() {
                return Err(ImplicitError::Truncated);
            }
            return Err(ImplicitError::Overflow);
        }
        Err(ImplicitError::Mismatch)
    }

    /// Reports a constant that its type cannot hold.
    pub(crate) fn representable(&mut self, x: &mut Operand, t: TypeId) {
        let Some(kind) = self.basic_kind(t) else {
            return;
        };
        match self.representation(x, kind) {
            Ok(v) => x.value = Some(v),
            Err(why) => {
                self.invalid_conversion(why, x, t);
                x.invalidate();
            }
        }
    }

    pub(crate) fn invalid_conversion(&mut self, why: ImplicitError, x: &Operand, t: TypeId) {
        let (xs, ts) = (self.operand_string(x), self.type_string(t));
        let message = match why {
            ImplicitError::Truncated => format!("{xs} truncated to {ts}"),
            ImplicitError::Overflow => format!("{xs} overflows {ts}"),
            ImplicitError::Mismatch => format!("cannot convert {xs} to type {ts}"),
        };
        self.error_operand(x, message);
    }

    /// The type and value that an untyped operand takes on where a `target` is wanted.
    pub(crate) fn implicit_type_and_value(
        &mut self,
        x: &Operand,
        target: TypeId,
    ) -> Result<(TypeId, Option<Value>), ImplicitError> {
        if x.mode == OperandMode::Invalid || self.is_typed(x.ty) || !self.is_valid(target) {
            return Ok((x.ty, None));
        }
        let mismatch = Err(ImplicitError::Mismatch);
        if x.ty == TypeId::UNTYPED_NIL {
            if !self.has_nil(target) {
                return mismatch;
            }
            return Ok((TypeId::UNTYPED_NIL, None));
        }
        if self.is_untyped(target) {
            return match self.max_type(x.ty, target) {
                Some(m) => Ok((m, None)),
                None => mismatch,
            };
        }
        let u = self.under(target);
        match self.types.get(u) {
            Type::Basic(k) => {
                let kind = *k;
                if x.mode == OperandMode::Constant {
                    let v = self.representation(x, kind)?;
                    return Ok((target, Some(v)));
                }
                let ok = match x.ty {
                    TypeId::UNTYPED_BOOL => kind.is_boolean(),
                    TypeId::UNTYPED_STRING => kind.is_string(),
                    _ => kind.is_numeric(),
                };
                if ok { Ok((target, None)) } else { mismatch }
            }
            Type::Interface(_) => {
                if self.is_type_param(target) {
                    let Some(terms) = self.typeset(target) else {
                        return mismatch;
                    };
                    // Which type is too small says nothing about the type parameter.
                    for term in terms {
                        self.implicit_type_and_value(x, term.under)
                            .map_err(|_| ImplicitError::Mismatch)?;
                    }
                    return Ok((target, None));
                }
                if !self.type_set(u).is_all() {
                    return mismatch;
                }
                Ok((self.default_type(x.ty), None))
            }
            _ => mismatch,
        }
    }

    pub(crate) fn convert_untyped(&mut self, x: &mut Operand, target: TypeId) {
        match self.implicit_type_and_value(x, target) {
            Err(why) => {
                let t = if self.is_type_param(target) {
                    target
                } else {
                    self.under(target)
                };
                self.invalid_conversion(why, x, t);
                x.invalidate();
            }
            Ok((ty, value)) => {
                if let Some(value) = value {
                    x.value = Some(value.clone());
                    if let Some(e) = x.expr {
                        self.update_expr_val(e, value);
                    }
                }
                if ty != x.ty {
                    x.ty = ty;
                    if let Some(e) = x.expr {
                        self.update_expr_type(e, ty, false);
                    }
                }
            }
        }
    }

    /// `T(x)`.
    pub(crate) fn conversion(&mut self, x: &mut Operand, t: TypeId) {
        if !self.require_complete(t) {
            x.invalidate();
            return;
        }
        let const_arg = x.mode == OperandMode::Constant && self.is_const_type(x.ty);
        let mut cause = String::new();
        let mut constant_result = false;
        let ok = if const_arg && self.is_const_type(t) {
            constant_result = true;
            let value = x.value.clone().unwrap_or(Value::Unknown);
            let kind = self.basic_kind(t).unwrap_or(BasicKind::Invalid);
            match self.const_convertible(x.ty, &value, kind) {
                Some(v) => {
                    x.value = Some(v);
                    true
                }
                None => {
                    if self.is_integer(x.ty) && self.is_integer(t) {
                        let message = format!("constant {value} overflows {}", self.type_string(t));
                        self.error_operand(x, message);
                        x.invalidate();
                        return;
                    }
                    false
                }
            }
        } else if const_arg && self.is_type_param(t) {
            // Each specific type must be able to hold the value.
            let value = x.value.clone().unwrap_or(Value::Unknown);
            let terms = self.typeset(t).filter(|terms| !terms.is_empty());
            let mut ok = true;
            match terms {
                None => {
                    cause = format!("{} does not contain specific types", self.type_string(t));
                    ok = false;
                }
                Some(terms) => {
                    for term in terms {
                        if self.is_string(x.ty) && self.is_bytes_or_runes(term.under) {
                            continue;
                        }
                        let kind = self.basic_kind(term.under).unwrap_or(BasicKind::Invalid);
                        if !kind.is_const_type()
                            || self.const_convertible(x.ty, &value, kind).is_none()
                        {
                            let (xs, us) = (self.operand_string(x), self.type_string(term.ty));
                            let ts = self.type_string(t);
                            cause = if self.is_integer(x.ty) && kind.is_integer() {
                                format!("constant {value} overflows {us} (in {ts})")
                            } else {
                                format!("cannot convert {xs} to type {us} (in {ts})")
                            };
                            ok = false;
                            break;
                        }
                    }
                }
            }
            x.mode = OperandMode::Value;
            ok
        } else if self.convertible_to(x, t, &mut cause) {
            x.mode = OperandMode::Value;
            true
        } else {
            false
        };
        if !ok {
            let (xs, ts) = (self.operand_string(x), self.type_string(t));
            let message = if cause.is_empty() {
                format!("cannot convert {xs} to type {ts}")
            } else {
                format!("cannot convert {xs} to type {ts}: {cause}")
            };
            self.error_operand(x, message);
            x.invalidate();
            return;
        }
        // The operand takes on its final type.
        if self.is_untyped(x.ty) {
            let mut last = t;
            if self.is_non_type_param_interface(t)
                || const_arg && !self.is_const_type(t)
                || !constant_result && x.ty == TypeId::UNTYPED_NIL
            {
                last = if x.ty == TypeId::UNTYPED_NIL {
                    t
                } else {
                    self.default_type(x.ty)
                };
            } else if x.mode == OperandMode::Constant && self.is_integer(x.ty) && self.all_string(t)
            {
                last = x.ty;
            }
            if let Some(e) = x.expr {
                self.update_expr_type(e, last, true);
            }
        }
        x.ty = t;
    }

    fn const_convertible(&mut self, from: TypeId, value: &Value, kind: BasicKind) -> Option<Value> {
        if let Some(v) = representable_const(value, kind) {
            return Some(v);
        }
        // Spec: "Converting a constant integer to a string type": the UTF-8 of the code point.
        if self.is_integer(from) && kind.is_string() {
            let c = value
                .as_i64()
                .and_then(|n| u32::try_from(n).ok())
                .and_then(char::from_u32)
                .unwrap_or('\u{fffd}');
            return Some(Value::string(c.to_string().as_bytes()));
        }
        None
    }

    /// Spec: "A non-constant value x can be converted to type T in any of these cases".
    pub(crate) fn convertible_to(&mut self, x: &Operand, t: TypeId, cause: &mut String) -> bool {
        if self.assignable_to(x, t, cause) {
            return true;
        }
        let (vp, tp) = (self.is_type_param(x.ty), self.is_type_param(t));
        if vp || tp {
            return self.tparams_convertible(x, t, cause);
        }
        let (v, u) = (self.under(x.ty), self.under(t));
        if self.identical_ignore_tags(v, u) {
            return true;
        }
        // Pointers to types with identical underlying types.
        let (xt, tt) = (self.unalias(x.ty), self.unalias(t));
        if let (&Type::Pointer(a), &Type::Pointer(b)) = (self.types.get(xt), self.types.get(tt)) {
            let (a, b) = (self.under(a), self.under(b));
            if self.identical_ignore_tags(a, b) && !self.is_type_param(a) {
                return true;
            }
        }
        let numeric = |c: &mut Self, t| c.is_integer(t) || c.is_float(t);
        if numeric(self, v) && numeric(self, u) || self.is_complex(v) && self.is_complex(u) {
            return true;
        }
        if self.is_string(u) && (self.is_integer(v) || self.is_bytes_or_runes(v))
            || self.is_string(v) && self.is_bytes_or_runes(u)
        {
            return true;
        }
        // Package unsafe: pointers and uintptr.
        let is_uintptr = |c: &Self, t| matches!(c.types.get(t), Type::Basic(BasicKind::Uintptr));
        let is_unsafe =
            |c: &Self, t| matches!(c.types.get(t), Type::Basic(BasicKind::UnsafePointer));
        let is_ptr = |c: &Self, t| matches!(c.types.get(t), Type::Pointer(_));
        if (is_ptr(self, v) || is_uintptr(self, v)) && is_unsafe(self, u)
            || is_unsafe(self, v) && (is_ptr(self, u) || is_uintptr(self, u))
        {
            return true;
        }
        // Slices to arrays and array pointers.
        if let Type::Slice(elem) = *self.types.get(v) {
            match self.types.get(u).clone() {
                Type::Array { elem: e, .. } if self.identical(elem, e) => {
                    if self.allow_version(Version(20)) {
                        return true;
                    }
                    *cause = "conversion of slice to array requires go1.20 or later".into();
                    return false;
                }
                Type::Pointer(base) => {
                    let b = self.under(base);
                    if let Type::Array { elem: e, .. } = *self.types.get(b)
                        && self.identical(elem, e)
                    {
                        if self.allow_version(Version(17)) {
                            return true;
                        }
                        *cause =
                            "conversion of slice to array pointer requires go1.17 or later".into();
                        return false;
                    }
                }
                _ => {}
            }
        }
        false
    }

    /// Every specific type of the one must be convertible to every one of the other.
    fn tparams_convertible(&mut self, x: &Operand, t: TypeId, cause: &mut String) -> bool {
        let vt = if self.is_type_param(x.ty) {
            self.typeset(x.ty)
        } else {
            None
        };
        let tt = if self.is_type_param(t) {
            self.typeset(t)
        } else {
            None
        };
        if self.is_type_param(x.ty) && vt.is_none() || self.is_type_param(t) && tt.is_none() {
            cause.clear();
            return false;
        }
        let from: Vec<TypeId> = vt.map_or(vec![x.ty], |v| v.iter().map(|t| t.ty).collect());
        let to: Vec<TypeId> = tt.map_or(vec![t], |v| v.iter().map(|t| t.ty).collect());
        for &f in &from {
            for &u in &to {
                let y = Operand { ty: f, ..x.clone() };
                if !self.convertible_to(&y, u, cause) {
                    let name = |c: &Self, t: TypeId, whole: TypeId| {
                        if t == whole {
                            c.type_string(t)
                        } else {
                            format!("{} (in {})", c.type_string(t), c.type_string(whole))
                        }
                    };
                    let mut message = format!(
                        "cannot convert {} to type {}",
                        name(self, f, x.ty),
                        name(self, u, t)
                    );
                    if !cause.is_empty() {
                        message += &format!("\n\t{cause}");
                    }
                    *cause = message;
                    return false;
                }
            }
        }
        true
    }

    /// A constant result must fit its type; untyped integers have at most 512 bits.
    pub(crate) fn overflow(&mut self, x: &mut Operand, op_pos: Pos) {
        let value = x.value.clone().unwrap_or(Value::Unknown);
        if value.is_unknown() {
            self.error(op_pos, "constant result is not representable");
            return;
        }
        if self.is_typed(x.ty) {
            let t = x.ty;
            self.representable(x, t);
            return;
        }
        if value.kind() == Kind::Int && value.bit_len() > 512 {
            let op = x.expr.map_or("", |e| self.op_name(e));
            self.error(op_pos, format!("constant {op}overflow"));
            x.value = Some(Value::Unknown);
        }
    }

    fn op_name(&self, e: ExprId) -> &'static str {
        use parser::ast::{BinaryOp, ExprKind, UnaryOp};
        match self.ast.kind(e) {
            ExprKind::Binary { op, .. } => match op {
                BinaryOp::Add => "addition ",
                BinaryOp::Sub => "subtraction ",
                BinaryOp::Xor => "bitwise XOR ",
                BinaryOp::Mul => "multiplication ",
                BinaryOp::Shl => "shift ",
                _ => "",
            },
            ExprKind::Unary {
                op: UnaryOp::Xor, ..
            } => "bitwise complement ",
            _ => "",
        }
    }
}
