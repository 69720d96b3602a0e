//! Operands: intermediate results of checking expressions.

use crate::checker::Checker;
use crate::constant::Value;
use crate::info::Mode;
use crate::object::Builtin;
use crate::types::{Type, TypeId};
use parser::ast::{ChanDir, ExprId};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OperandMode {
    /// After an error.
    Invalid,
    NoValue,
    Builtin(Builtin),
    TypeExpr,
    Constant,
    Variable,
    MapIndex,
    Value,
    NilValue,
    CommaOk,
}

impl OperandMode {
    /// What is recorded for the expression.
    pub fn recorded(self) -> Option<Mode> {
        Some(match self {
            OperandMode::Invalid => return None,
            OperandMode::NoValue => Mode::NoValue,
            OperandMode::Builtin(b) => Mode::Builtin(b),
            OperandMode::TypeExpr => Mode::TypeExpr,
            OperandMode::Constant => Mode::Constant,
            OperandMode::Variable => Mode::Variable,
            OperandMode::MapIndex => Mode::MapIndex,
            OperandMode::Value => Mode::Value,
            OperandMode::NilValue => Mode::NilValue,
            OperandMode::CommaOk => Mode::CommaOk,
        })
    }
}

#[derive(Clone, Debug)]
pub struct Operand {
    pub mode: OperandMode,
    pub expr: Option<ExprId>,
    pub ty: TypeId,
    /// Set iff `mode` is `Constant`.
    pub value: Option<Value>,
}

impl Default for Operand {
    fn default() -> Self {
        Operand::invalid()
    }
}

impl Operand {
    pub fn invalid() -> Operand {
        Operand {
            mode: OperandMode::Invalid,
            expr: None,
            ty: TypeId::INVALID,
            value: None,
        }
    }

    pub fn is_valid(&self) -> bool {
        self.mode != OperandMode::Invalid
    }

    pub fn invalidate(&mut self) {
        self.mode = OperandMode::Invalid;
    }

    /// Becomes a constant.
    pub fn set_const(&mut self, value: Value, ty: TypeId) {
        self.mode = OperandMode::Constant;
        self.value = Some(value);
        self.ty = ty;
    }
}

impl OperandMode {
    fn describe(self) -> &'static str {
        match self {
            OperandMode::Invalid => "invalid operand",
            OperandMode::NoValue => "no value",
            OperandMode::Builtin(_) => "built-in",
            OperandMode::TypeExpr => "type",
            OperandMode::Constant => "constant",
            OperandMode::Variable => "variable",
            OperandMode::MapIndex => "map index expression",
            OperandMode::Value => "value",
            OperandMode::NilValue => "nil",
            OperandMode::CommaOk => "comma, ok expression",
        }
    }
}

impl<'a> Checker<'a> {
    /// The operand with a description, as in `x (variable of type int)`.
    pub fn operand_string(&self, x: &Operand) -> String {
        if x.mode == OperandMode::NilValue
            || x.ty == TypeId::UNTYPED_NIL && x.mode == OperandMode::Value
        {
            return match x.ty {
                TypeId::UNTYPED_NIL | TypeId::INVALID => "nil".into(),
                t => format!("nil (of type {})", self.type_string(t)),
            };
        }
        let expr = match (x.expr, x.mode) {
            (Some(e), _) => self.expr_string(e),
            (None, OperandMode::TypeExpr) => self.type_string(x.ty),
            (None, OperandMode::Constant) => {
                x.value.as_ref().map_or(String::new(), |v| v.to_string())
            }
            _ => String::new(),
        };
        let mut out = String::new();
        let mut has_type = false;
        if !matches!(
            x.mode,
            OperandMode::Invalid
                | OperandMode::NoValue
                | OperandMode::Builtin(_)
                | OperandMode::TypeExpr
        ) {
            if self.is_untyped(x.ty) {
                out += &self.type_string(x.ty);
                out.push(' ');
            } else {
                has_type = true;
            }
        }
        out += x.mode.describe();
        if let (OperandMode::Constant, Some(value)) = (x.mode, &x.value) {
            let text = value.to_string();
            if text != expr {
                out.push(' ');
                out += &text;
            }
        }
        if has_type {
            if self.is_valid(x.ty) {
                out += " of ";
                out += &self.type_description(x.ty);
            } else {
                out += " with invalid type";
            }
        }
        if expr.is_empty() {
            out
        } else {
            format!("{expr} ({out})")
        }
    }

    /// `type T`, with the kind of the underlying type before it if T is a name.
    fn type_description(&self, t: TypeId) -> String {
        let mut desc = String::new();
        if self.is_generic(t) {
            desc += "generic ";
        }
        let text = self.type_string(t);
        if let Some(p) = self.as_type_param(t) {
            let bound = self.types.tparam(p).bound;
            let set = self.state.type_sets.get(&self.known_under(bound));
            let empty = match set.is_some_and(|set| set.is_empty()) {
                true => " with empty type set",
                false => "",
            };
            return format!(
                "{desc}type {text} constrained by {}{empty}",
                self.type_string(bound)
            );
        }
        if matches!(self.types.get(t), Type::Named(_) | Type::Alias { .. }) && t != TypeId::ANY {
            let what = self.composite_kind(t);
            if what.is_empty() {
                if let Type::Basic(k) = self.types.get(self.known_under(t)) {
                    desc += k.name();
                    desc.push(' ');
                }
            } else {
                desc += what;
                desc.push(' ');
            }
        } else if t == TypeId::ANY {
            desc += "interface ";
        }
        format!("{desc}type {text}")
    }

    /// The underlying type as far as it has been worked out.
    fn known_under(&self, t: TypeId) -> TypeId {
        let mut t = self.unalias(t);
        for _ in 0..100 {
            match self.types.get(t) {
                Type::Named(n) => {
                    let named = self.types.named(*n);
                    let origin = self.types.named(named.origin);
                    match named.underlying.or(origin.underlying) {
                        Some(u) => t = self.unalias(u),
                        None => return TypeId::INVALID,
                    }
                }
                _ => return t,
            }
        }
        t
    }

    /// `slice`, `struct` and so on; empty for basic types and type parameters.
    pub(crate) fn composite_kind(&self, t: TypeId) -> &'static str {
        match self.types.get(self.known_under(t)) {
            Type::Array { .. } => "array",
            Type::Slice(_) => "slice",
            Type::Struct(_) => "struct",
            Type::Pointer(_) => "pointer",
            Type::Signature(_) => "func",
            Type::Interface(_) => "interface",
            Type::Map { .. } => "map",
            Type::Chan { .. } => "chan",
            Type::Tuple(_) => "tuple",
            _ => "",
        }
    }

    /// Spec: "Assignability". `cause` explains a failure where there is more to say.
    pub fn assignable_to(&mut self, x: &Operand, t: TypeId, cause: &mut String) -> bool {
        if x.mode == OperandMode::Invalid || !self.is_valid(t) {
            return true;
        }
        let whole = t;
        let (v, t) = (self.unalias(x.ty), self.unalias(t));
        if self.identical(v, t) {
            return true;
        }
        let (vu, tu) = (self.under(v), self.under(t));
        let (vp, tp) = (self.is_type_param(v), self.is_type_param(t));
        if self.is_untyped(vu) {
            if tp {
                let terms = self.typeset(t);
                return terms.is_some_and(|terms| {
                    terms
                        .iter()
                        .all(|term| self.implicit_type_and_value(x, term.ty).is_ok())
                });
            }
            return self.implicit_type_and_value(x, t).is_ok();
        }
        // Identical underlying types, and not both named.
        if self.identical(vu, tu) && (!self.has_name(v) || !self.has_name(t)) && !vp && !tp {
            return true;
        }
        // Spec: "T is an interface type, but not a type parameter, and x implements T." A pointer to
        // an interface is looked at for the sake of the explanation.
        if matches!(self.types.get(tu), Type::Interface(_)) && !tp || self.is_interface_ptr(tu) {
            if self.implements(v, t, false, Some(cause)) {
                return true;
            }
            if !vp {
                return false;
            }
            cause.clear();
        }
        // A missing type assertion?
        if matches!(self.types.get(vu), Type::Interface(_))
            && !vp
            && self.implements(t, v, false, None)
        {
            *cause = "need type assertion".into();
            return false;
        }
        // Spec: "V and T are channel types with identical element types, V is a bidirectional channel,
        // and at least one of V or T is not a named type."
        if let (&Type::Chan { dir, elem: ve }, &Type::Chan { elem: te, .. }) =
            (self.types.get(vu), self.types.get(tu))
            && dir == ChanDir::Both
            && self.identical(ve, te)
        {
            return !self.has_name(v) || !self.has_name(t);
        }
        if !vp && !tp {
            return false;
        }
        // One of them is a type parameter: each specific type must do, and the other be unnamed.
        if tp && !self.has_name(v) {
            let Some(terms) = self.typeset(t) else {
                return false;
            };
            for term in terms {
                if !self.assignable_to(x, term.ty, cause) {
                    *cause = format!(
                        "cannot assign {} to {} (in {})",
                        self.type_string(x.ty),
                        self.type_string(term.ty),
                        self.type_string(t)
                    );
                    return false;
                }
            }
            return true;
        }
        if vp && !self.has_name(t) {
            let Some(terms) = self.typeset(v) else {
                return false;
            };
            for term in terms {
                let y = Operand {
                    ty: term.ty,
                    ..x.clone()
                };
                if !self.assignable_to(&y, t, cause) {
                    *cause = format!(
                        "cannot assign {} (in {}) to {}",
                        self.type_string(term.ty),
                        self.type_string(v),
                        self.type_string(whole)
                    );
                    return false;
                }
            }
            return true;
        }
        false
    }
}
