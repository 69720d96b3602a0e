//! Expressions: operators and untyped operands. Spec: "Expressions".

use crate::checker::{Checker, ExprInfo, MAX_NESTING};
use crate::constant::{Division, Value};
use crate::conversions::ImplicitError;
use crate::object::ObjId;
use crate::operand::{Operand, OperandMode};
use crate::types::{Type, TypeId};
use crate::version::Version;
use parser::ast::{self, BinaryOp, ExprId, LitKind, UnaryOp};
use source::Pos;

/// What an expression is as a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ExprKind {
    Conversion,
    Expression,
    Statement,
}

/// The function type that a generic function value is assigned to, from which its type arguments
/// are inferred.
#[derive(Clone, Debug)]
pub struct Target {
    pub sig: TypeId,
    pub desc: String,
}

fn is_comparison(op: BinaryOp) -> bool {
    use BinaryOp::*;
    matches!(op, Eql | Neq | Lss | Leq | Gtr | Geq)
}

fn is_shift(op: BinaryOp) -> bool {
    matches!(op, BinaryOp::Shl | BinaryOp::Shr)
}

impl<'a> Checker<'a> {
    pub(crate) fn new_target(&mut self, t: TypeId, desc: &str) -> Option<Target> {
        if !t.is_valid() {
            return None;
        }
        let u = self.under(t);
        matches!(self.types.get(u), Type::Signature(_)).then(|| Target {
            sig: u,
            desc: desc.to_string(),
        })
    }

    pub(crate) fn var_target(&mut self, v: ObjId) -> Option<Target> {
        let o = self.obj(v);
        let (ty, name) = (o.ty, o.name);
        let desc = if name.as_str().is_empty() {
            "result variable"
        } else {
            name.as_str()
        };
        self.new_target(ty, desc)
    }

    /// Evaluates `e` to anything.
    pub(crate) fn raw_expr(
        &mut self,
        target: Option<&Target>,
        x: &mut Operand,
        e: ExprId,
        hint: Option<TypeId>,
        allow_generic: bool,
    ) -> ExprKind {
        *x = Operand::invalid();
        x.expr = Some(e);
        if self.depth > MAX_NESTING {
            self.error_at(e, "expression nested too deeply");
            return ExprKind::Statement;
        }
        self.depth += 1;
        let kind = self.expr_internal(target, x, e, hint);
        self.depth -= 1;
        if !allow_generic {
            self.non_generic(target, x);
        }
        x.expr = Some(e);
        self.record(x);
        kind
    }

    fn non_generic(&mut self, target: Option<&Target>, x: &mut Operand) {
        if matches!(x.mode, OperandMode::Invalid | OperandMode::NoValue) {
            return;
        }
        let what = match self.types.get(x.ty) {
            Type::Named(_) | Type::Alias { .. } if self.is_generic(x.ty) => "type",
            Type::Signature(s)
                if !s.tparams.is_empty() && !matches!(x.mode, OperandMode::TypeExpr) =>
            {
                if let Some(target) = target {
                    let target = target.clone();
                    let pos = x.expr.map_or(Pos::NONE, |e| self.ast.pos(e));
                    self.func_inst(Some(&target), pos, x, None);
                    return;
                }
                "function"
            }
            _ => return,
        };
        let text = x.expr.map_or(String::new(), |e| self.expr_string(e));
        self.error_operand(
            x,
            format!("cannot use generic {what} {text} without instantiation"),
        );
        x.invalidate();
        x.ty = TypeId::INVALID;
    }

    pub(crate) fn record(&mut self, x: &Operand) {
        let Some(e) = x.expr else {
            return;
        };
        // What was a constant operand may have left its value behind.
        let value = match x.mode {
            OperandMode::Constant => x.value.clone(),
            _ => None,
        };
        match x.mode {
            OperandMode::Invalid => {}
            OperandMode::NoValue => {
                self.record_type_and_value(e, x.mode, TypeId::EMPTY_TUPLE, None)
            }
            _ if self.is_untyped(x.ty) => {
                let info = ExprInfo {
                    is_lhs: false,
                    mode: x.mode,
                    ty: x.ty,
                    value,
                };
                self.untyped.insert(e, info);
            }
            _ => self.record_type_and_value(e, x.mode, x.ty, value),
        }
    }

    /// Records the expressions that stayed untyped.
    pub(crate) fn record_untyped(&mut self) {
        for (e, info) in std::mem::take(&mut self.untyped) {
            self.record_type_and_value(e, info.mode, info.ty, info.value);
        }
    }

    pub(crate) fn update_expr_val(&mut self, e: ExprId, value: Value) {
        if let Some(info) = self.untyped.get_mut(&e) {
            info.value = Some(value);
        }
    }

    /// The untyped expression `e` takes on the type `t`.
    pub(crate) fn update_expr_type(&mut self, e: ExprId, t: TypeId, is_final: bool) {
        let Some(old) = self.untyped.get(&e).cloned() else {
            return;
        };
        match self.ast.kind(e) {
            ast::ExprKind::Paren(x) => self.update_expr_type(x, t, is_final),
            ast::ExprKind::Unary { x, .. } if old.value.is_none() => {
                self.update_expr_type(x, t, is_final)
            }
            ast::ExprKind::Binary { op, x, y } if old.value.is_none() => {
                // The type of a comparison is independent of its operands'; that of a shift
                // depends on the left one only.
                if is_shift(op) {
                    self.update_expr_type(x, t, is_final);
                } else if !is_comparison(op) {
                    self.update_expr_type(x, t, is_final);
                    self.update_expr_type(y, t, is_final);
                }
            }
            _ => {}
        }
        if !is_final && self.is_untyped(t) {
            let u = self.under(t);
            if let Some(info) = self.untyped.get_mut(&e) {
                info.ty = u;
            }
            return;
        }
        self.untyped.remove(&e);
        if old.is_lhs && !self.all_integer(t) {
            let message = format!(
                "invalid operation: shifted operand {} (type {}) must be integer",
                self.expr_string(e),
                self.type_string(t)
            );
            self.error_at(e, message);
            return;
        }
        let mut value = old.value;
        if value.is_some() && self.is_typed(t) {
            let mut c = Operand {
                mode: old.mode,
                expr: Some(e),
                ty: old.ty,
                value,
            };
            self.convert_untyped(&mut c, t);
            if c.mode == OperandMode::Invalid {
                return;
            }
            value = c.value;
        }
        self.record_type_and_value(e, old.mode, t, value);
    }

    /// Evaluates `e` to a single value.
    pub(crate) fn expr(&mut self, target: Option<&Target>, x: &mut Operand, e: ExprId) {
        self.raw_expr(target, x, e, None, false);
        self.exclude(x, false);
        self.single_value(x);
    }

    pub(crate) fn expr_with_hint(&mut self, x: &mut Operand, e: ExprId, hint: TypeId) {
        self.raw_expr(None, x, e, Some(hint), false);
        self.exclude(x, false);
        self.single_value(x);
    }

    pub(crate) fn expr_or_type(&mut self, x: &mut Operand, e: ExprId, allow_generic: bool) {
        self.raw_expr(None, x, e, None, allow_generic);
        self.exclude(x, true);
        self.single_value(x);
    }

    /// The values of a multi-valued call, or one; a comma-ok expression gives two if allowed (then
    /// true).
    pub(crate) fn multi_expr(&mut self, e: ExprId, allow_comma_ok: bool) -> (Vec<Operand>, bool) {
        let mut x = Operand::invalid();
        self.raw_expr(None, &mut x, e, None, false);
        self.exclude(&mut x, false);
        if x.mode != OperandMode::Invalid
            && let Type::Tuple(list) = self.types.get(x.ty)
        {
            let list = list.clone();
            let values = list.iter().map(|&ty| Operand {
                mode: OperandMode::Value,
                expr: Some(e),
                ty,
                value: None,
            });
            return (values.collect(), false);
        }
        if allow_comma_ok && matches!(x.mode, OperandMode::MapIndex | OperandMode::CommaOk) {
            let ok = Operand {
                mode: OperandMode::Value,
                expr: Some(e),
                ty: TypeId::UNTYPED_BOOL,
                value: None,
            };
            return (vec![x, ok], true);
        }
        (vec![x], false)
    }

    fn exclude(&mut self, x: &mut Operand, types_ok: bool) {
        let what = match x.mode {
            OperandMode::NoValue if types_ok => "used as value or type",
            OperandMode::NoValue => "used as value",
            OperandMode::Builtin(_) if types_ok => return,
            OperandMode::Builtin(_) => "must be called",
            OperandMode::TypeExpr if !types_ok => "is not an expression",
            _ => return,
        };
        let message = format!("{} {what}", self.operand_string(x));
        self.error_operand(x, message);
        if let Some(e) = x.expr {
            self.relate_call(e);
        }
        x.invalidate();
    }

    pub(crate) fn single_value(&mut self, x: &mut Operand) {
        if x.mode == OperandMode::Value
            && let Type::Tuple(list) = self.types.get(x.ty)
            && list.len() != 1
        {
            let text = match x.expr.and_then(|e| self.named_results(e)) {
                Some(types) => {
                    let call = x.expr.map_or(String::new(), |e| self.expr_string(e));
                    format!("{call} (value of type {types})")
                }
                None => self.operand_string(x),
            };
            let message = format!("multiple-value {text} in single-value context");
            self.error_operand(x, message);
            if let Some(e) = x.expr {
                self.relate_call(e);
            }
            x.invalidate();
        }
    }

    /// `(a int, b error)`: the named results of the function that `call` calls.
    fn named_results(&self, call: ExprId) -> Option<String> {
        let ast::ExprKind::Call { func, .. } = self.ast.kind(self.ast.unparen(call)) else {
            return None;
        };
        let ty = self.info.type_and_value(self.ast.unparen(func))?.ty;
        let Type::Signature(sig) = self.types.get(self.unalias(ty)) else {
            return None;
        };
        Some(self.params_string(&sig.results))
    }

    pub(crate) fn expr_list(&mut self, list: &[ExprId]) -> Vec<Operand> {
        if let [one] = *list {
            return self.multi_expr(one, false).0;
        }
        list.iter()
            .map(|&e| {
                let mut x = Operand::invalid();
                self.expr(None, &mut x, e);
                x
            })
            .collect()
    }

    /// Evaluates expressions only to mark what they use; false if one is in error.
    pub(crate) fn use_exprs(&mut self, list: &[ExprId]) -> bool {
        let mut ok = true;
        for &e in list {
            let mut x = Operand::invalid();
            match self.ast.kind(e) {
                ast::ExprKind::KeyValue { value, .. } => {
                    self.raw_expr(None, &mut x, value, None, true);
                }
                _ => {
                    self.raw_expr(None, &mut x, e, None, true);
                }
            }
            ok &= x.mode != OperandMode::Invalid;
        }
        ok
    }

    fn expr_internal(
        &mut self,
        target: Option<&Target>,
        x: &mut Operand,
        e: ExprId,
        hint: Option<TypeId>,
    ) -> ExprKind {
        match self.ast.kind(e) {
            ast::ExprKind::Bad => {}
            ast::ExprKind::Name(_) => self.ident(x, e, false),
            ast::ExprKind::Variadic(_) => self.error_at(e, "invalid use of ..."),
            ast::ExprKind::BasicLit { kind, end } => self.basic_lit(x, e, kind, end),
            ast::ExprKind::FuncLit { sig, body } => self.func_lit(x, sig, body),
            ast::ExprKind::CompositeLit { .. } => self.composite_lit(x, e, hint),
            ast::ExprKind::Paren(inner) => {
                let kind = self.raw_expr(None, x, inner, hint, false);
                x.expr = Some(e);
                return kind;
            }
            ast::ExprKind::Selector { .. } => self.selector(x, e, false),
            ast::ExprKind::Index { .. } => {
                if self.index_expr(x, e) {
                    self.func_inst(target, self.ast.pos(e), x, Some(e));
                }
            }
            ast::ExprKind::Slice { .. } => self.slice_expr(x, e),
            ast::ExprKind::TypeAssert { x: inner, ty } => {
                self.expr(None, x, inner);
                if x.mode == OperandMode::Invalid {
                    return ExprKind::Statement;
                }
                if self.is_type_param(x.ty) || !self.is_interface(x.ty) {
                    let text = self.operand_string(x);
                    let message = if self.is_type_param(x.ty) {
                        format!(
                            "invalid operation: cannot use type assertion on type parameter value {text}"
                        )
                    } else {
                        format!("invalid operation: {text} is not an interface")
                    };
                    self.error_operand(x, message);
                    if let Some(e) = x.expr {
                        self.relate_variable(e);
                    }
                    x.invalidate();
                    return ExprKind::Statement;
                }
                let t = self.var_type(ty);
                if !self.is_valid(t) {
                    x.invalidate();
                    return ExprKind::Statement;
                }
                self.type_assertion(e, x, t, false);
                x.mode = OperandMode::CommaOk;
                x.ty = t;
            }
            ast::ExprKind::TypeSwitchGuard { x: inner, .. } => {
                self.error_at(e, "invalid syntax tree: use of .(type) outside type switch");
                self.use_exprs(&[inner]);
                x.invalidate();
            }
            ast::ExprKind::Call { .. } => return self.call_expr(x, e),
            ast::ExprKind::KeyValue { value, .. } => {
                self.error_at(e, "no key:value expected");
                self.use_exprs(&[value]);
            }
            ast::ExprKind::Star(inner) => self.star(x, inner),
            ast::ExprKind::Unary { op, x: inner } => {
                self.unary(x, e, op, inner);
                if op == UnaryOp::Recv && x.mode == OperandMode::CommaOk {
                    x.expr = Some(e);
                    return ExprKind::Statement;
                }
            }
            ast::ExprKind::Binary { op, x: l, y: r } => {
                self.binary(x, Some(e), l, r, op, self.ast.pos(e));
            }
            _ => {
                x.mode = OperandMode::TypeExpr;
                x.ty = self.typ(e);
            }
        }
        x.expr = Some(e);
        if x.mode == OperandMode::Invalid {
            ExprKind::Statement
        } else {
            ExprKind::Expression
        }
    }

    fn basic_lit(&mut self, x: &mut Operand, e: ExprId, kind: LitKind, end: Pos) {
        let text = self.map.text(self.ast.pos(e), end);
        let malformed = &self.pkg(self.env.pkg).context.malformed;
        if malformed
            .iter()
            .any(|&at| self.ast.pos(e) <= at && at <= end)
        {
            return;
        }
        if matches!(kind, LitKind::Int | LitKind::Float | LitKind::Imaginary) && text.len() > 10_000
        {
            let message = format!(
                "excessively long constant: {}... ({} chars)",
                &text[..10],
                text.len()
            );
            self.error_at(e, message);
            return;
        }
        if self.env.version < Version(13)
            && let Some(what) = new_in_go_1_13(kind, text)
        {
            let pos = self.ast.pos(e);
            self.verify_version(pos, Version(13), what);
        }
        let value = Value::from_literal(kind, text);
        let ty = match kind {
            LitKind::Int => TypeId::UNTYPED_INT,
            LitKind::Float => TypeId::UNTYPED_FLOAT,
            LitKind::Imaginary => TypeId::UNTYPED_COMPLEX,
            LitKind::Rune => TypeId::UNTYPED_RUNE,
            LitKind::String => TypeId::UNTYPED_STRING,
        };
        if value.is_unknown() {
            self.error_at(
                e,
                if is_past_any_exponent(text) {
                    format!("malformed constant: {text}")
                } else {
                    format!("{text} overflows float64")
                },
            );
            return;
        }
        x.set_const(value, ty);
        x.expr = Some(e);
        self.overflow(x, self.ast.pos(e));
    }

    fn func_lit(&mut self, x: &mut Operand, sig: ExprId, body: ast::StmtId) {
        let t = self.typ(sig);
        if !matches!(self.types.get(t), Type::Signature(_)) {
            return;
        }
        // Part of the declaration around it. Not checked at once: the literal may be part of the
        // type that its body refers to.
        let (decl, iota, pkg) = (self.env.decl, self.env.iota, self.env.pkg);
        self.later(move |c| {
            let saved = std::mem::replace(&mut c.env.pkg, pkg);
            c.func_body(decl, t, body, iota);
            c.env.pkg = saved;
        });
        x.mode = OperandMode::Value;
        x.ty = t;
    }

    fn star(&mut self, x: &mut Operand, inner: ExprId) {
        self.expr_or_type(x, inner, false);
        match x.mode {
            OperandMode::Invalid => {}
            OperandMode::Builtin(_) => {
                let text = self.operand_string(x);
                self.error_operand(x, format!("invalid operation: cannot indirect {text}"));
                x.invalidate();
            }
            OperandMode::TypeExpr => {
                self.valid_var_type(inner, x.ty);
                x.ty = self.types.pointer(x.ty);
            }
            _ => {
                let terms = if x.mode == OperandMode::NilValue {
                    None
                } else {
                    self.typeset(x.ty)
                };
                let mut base: Option<TypeId> = None;
                for term in terms.unwrap_or_default() {
                    let Type::Pointer(b) = *self.types.get(term.under) else {
                        base = None;
                        break;
                    };
                    if let Some(other) = base
                        && !self.identical(other, b)
                    {
                        let text = self.operand_string(x);
                        self.error_operand(
                            x,
                            format!(
                                "invalid operation: pointers of {text} must have identical base types"
                            ),
                        );
                        x.invalidate();
                        return;
                    }
                    base = Some(b);
                }
                match base {
                    Some(b) => {
                        x.mode = OperandMode::Variable;
                        x.ty = b;
                    }
                    None => {
                        let message = format!(
                            "invalid operation: cannot indirect {}",
                            self.operand_string(x)
                        );
                        self.error_operand(x, message);
                        x.invalidate();
                    }
                }
            }
        }
    }

    fn unary(&mut self, x: &mut Operand, e: ExprId, op: UnaryOp, inner: ExprId) {
        self.expr(None, x, inner);
        if x.mode == OperandMode::Invalid {
            return;
        }
        match op {
            UnaryOp::And => {
                // Spec: "As an exception to the addressability requirement, x may also be a (possibly
                // parenthesized) composite literal."
                let literal = matches!(
                    self.ast.kind(self.ast.unparen(inner)),
                    ast::ExprKind::CompositeLit { .. }
                );
                if !literal && x.mode != OperandMode::Variable {
                    let message = format!(
                        "invalid operation: cannot take address of {}",
                        self.operand_string(x)
                    );
                    self.error_operand(x, message);
                    x.invalidate();
                    return;
                }
                x.mode = OperandMode::Value;
                x.ty = self.types.pointer(x.ty);
            }
            UnaryOp::Recv => {
                let pos = self.ast.start(inner);
                match self.chan_elem(pos, x, true) {
                    Some(elem) => {
                        x.mode = OperandMode::CommaOk;
                        x.ty = elem;
                        self.env.has_call_or_recv = true;
                    }
                    None => x.invalidate(),
                }
            }
            UnaryOp::Tilde => {
                let message = if self.all_integer(x.ty) {
                    "cannot use ~ outside of interface or type constraint (use ^ for bitwise complement)"
                } else {
                    "cannot use ~ outside of interface or type constraint"
                };
                self.error_at(e, message);
                x.invalidate();
            }
            UnaryOp::Plus | UnaryOp::Neg | UnaryOp::Xor | UnaryOp::Not => {
                let ok = match op {
                    UnaryOp::Xor => self.all_integer(x.ty),
                    UnaryOp::Not => self.all_boolean(x.ty),
                    _ => self.all_numeric(x.ty),
                };
                if !ok {
                    self.undefined_op(x, op.text());
                    return;
                }
                if x.mode != OperandMode::Constant {
                    x.mode = OperandMode::Value;
                    return;
                }
                let value = x.value.clone().unwrap_or(Value::Unknown);
                if value.is_unknown() {
                    return;
                }
                let bits = if self.is_unsigned(x.ty) {
                    Some(self.sizeof(x.ty) as u32 * 8)
                } else {
                    None
                };
                x.value = Some(Value::unary_op(op, &value, bits));
                x.expr = Some(e);
                self.overflow(x, self.ast.pos(e));
            }
        }
    }

    fn undefined_op(&mut self, x: &mut Operand, op: &str) {
        let message = format!(
            "invalid operation: operator {op} not defined on {}",
            self.operand_string(x)
        );
        self.error_operand(x, message);
        x.invalidate();
    }

    /// Untyped operands of a binary operation take on the other's type where that is possible.
    /// False if the types don't match: not reported yet.
    pub(crate) fn match_types(&mut self, x: &mut Operand, y: &mut Operand) -> bool {
        if !self.may_convert(x, y) {
            return true;
        }
        let (xt, yt) = (x.ty, y.ty);
        let mismatch = Err(ImplicitError::Mismatch);
        if self.implicit_type_and_value(x, yt).map(|_| ()) == mismatch
            || self.implicit_type_and_value(y, xt).map(|_| ()) == mismatch
        {
            return false;
        }
        self.convert_untyped(x, yt);
        if x.mode == OperandMode::Invalid {
            return true;
        }
        let xt = x.ty;
        self.convert_untyped(y, xt);
        if y.mode == OperandMode::Invalid {
            x.invalidate();
        }
        true
    }

    fn may_convert(&mut self, x: &Operand, y: &Operand) -> bool {
        if self.is_typed(x.ty) && self.is_typed(y.ty) {
            return false;
        }
        if self.is_non_type_param_interface(x.ty) || self.is_non_type_param_interface(y.ty) {
            return true;
        }
        if self.all_boolean(x.ty) != self.all_boolean(y.ty)
            || self.all_string(x.ty) != self.all_string(y.ty)
        {
            return false;
        }
        if x.ty == TypeId::UNTYPED_NIL {
            return self.has_nil(y.ty);
        }
        if y.ty == TypeId::UNTYPED_NIL {
            return self.has_nil(x.ty);
        }
        !self.is_pointer(x.ty) && !self.is_pointer(y.ty)
    }

    /// `lhs op rhs`; `e` is absent for `lhs op= rhs`.
    pub(crate) fn binary(
        &mut self,
        x: &mut Operand,
        e: Option<ExprId>,
        lhs: ExprId,
        rhs: ExprId,
        op: BinaryOp,
        op_pos: Pos,
    ) {
        let mut y = Operand::invalid();
        self.expr(None, x, lhs);
        self.expr(None, &mut y, rhs);
        if x.mode == OperandMode::Invalid {
            return;
        }
        if y.mode == OperandMode::Invalid {
            x.invalidate();
            x.expr = y.expr;
            return;
        }
        if is_shift(op) {
            self.shift(x, &mut y, e, op, op_pos);
            return;
        }
        let types = [x.ty, y.ty];
        let matched = self.match_types(x, &mut y);
        if x.mode == OperandMode::Invalid {
            return;
        }
        if matched && is_comparison(op) {
            self.comparison(x, &mut y, op, false);
            return;
        }
        let (untyped, other) = if self.is_untyped(x.ty) {
            (x.ty, y.ty)
        } else {
            (y.ty, x.ty)
        };
        // gc words it differently if an untyped boolean or string meets an interface with methods.
        let is_no_method = self.is_non_type_param_interface(other)
            && (self.all_boolean(untyped) || self.all_string(untyped));
        if !matched && (is_no_method || self.is_type_param(x.ty) || self.is_type_param(y.ty)) {
            // The constant that does not fit all types of the type set is to blame.
            let (untyped, mut target) = if self.is_untyped(x.ty) {
                (x.clone(), y.ty)
            } else {
                (y, x.ty)
            };
            if is_no_method {
                target = self.under(target);
            }
            self.invalid_conversion(ImplicitError::Mismatch, &untyped, target);
            x.invalidate();
            return;
        }
        let with_nil = [&*x, &y]
            .iter()
            .any(|o| o.ty == TypeId::UNTYPED_NIL || o.mode == OperandMode::NilValue);
        if matched && with_nil && self.has_nil(types[0]) && self.has_nil(types[1]) {
            self.undefined_op(x, op.text());
            return;
        }
        if !matched || !self.identical(x.ty, y.ty) {
            if self.is_valid(x.ty) && self.is_valid(y.ty) {
                let text = match e {
                    Some(e) => self.expr_string(e),
                    None => format!(
                        "{} {}= {}",
                        self.expr_string(lhs),
                        op.text(),
                        self.expr_string(rhs)
                    ),
                };
                let message = format!(
                    "invalid operation: {text} (mismatched types {} and {})",
                    self.type_string(types[0]),
                    self.type_string(types[1])
                );
                // Only the second operand of a comparison tells that the types do not match.
                let blamed = if is_comparison(op) { &y } else { &*x };
                self.error_operand(blamed, message);
                let sides = types.map(|t| self.type_string(t));
                self.suggest_operands(x, &y, sides, op);
            }
            x.invalidate();
            return;
        }
        use BinaryOp::*;
        let defined = match op {
            Add => self.all_numeric_or_string(x.ty),
            Sub | Mul | Div => self.all_numeric(x.ty),
            Rem | And | Or | Xor | AndNot => self.all_integer(x.ty),
            _ => self.all_boolean(x.ty),
        };
        if !defined {
            self.undefined_op(x, op.text());
            return;
        }
        if matches!(op, Div | Rem) {
            let zero = y.mode == OperandMode::Constant
                && y.value
                    .as_ref()
                    .is_some_and(|v| !v.is_unknown() && v.sign() == 0);
            if zero && (x.mode == OperandMode::Constant || self.all_integer(x.ty)) {
                self.error_operand(&y, "invalid operation: division by zero".into());
                x.invalidate();
                return;
            }
        }
        if x.mode == OperandMode::Constant && y.mode == OperandMode::Constant {
            let (a, b) = (
                x.value.clone().unwrap_or(Value::Unknown),
                y.value.clone().unwrap_or(Value::Unknown),
            );
            if a.is_unknown() || b.is_unknown() {
                x.value = Some(Value::Unknown);
                return;
            }
            let division = if op == Div && self.is_integer(x.ty) {
                Division::Truncated
            } else {
                Division::Exact
            };
            x.value = Some(Value::binary_op(&a, op, &b, division));
            if let Some(e) = e {
                x.expr = Some(e);
            }
            self.overflow(x, op_pos);
            return;
        }
        x.mode = OperandMode::Value;
    }
}

/// What a numeric literal uses that older versions of the language do not have.
fn new_in_go_1_13(kind: LitKind, text: &str) -> Option<&'static str> {
    if !matches!(kind, LitKind::Int | LitKind::Float | LitKind::Imaginary) {
        return None;
    }
    if text.contains('_') {
        return Some("underscore in numeric literal");
    }
    match text.get(..2)? {
        "0b" | "0B" => Some("binary literal"),
        "0o" | "0O" => Some("0o/0O-style octal literal"),
        "0x" | "0X" if kind != LitKind::Int => Some("hexadecimal floating-point literal"),
        _ => None,
    }
}

/// Whether gc's own floats cannot hold the literal: their binary exponents have 32 bits.
fn is_past_any_exponent(text: &str) -> bool {
    const MAX_DECIMAL_EXPONENT: u64 = 646_456_992;
    let digits = text.trim_end_matches('i').replace('_', "");
    let exponent = digits.rsplit(['e', 'E']).next().unwrap_or("");
    exponent
        .trim_start_matches('+')
        .parse()
        .map_or(true, |n: u64| n > MAX_DECIMAL_EXPONENT)
}
