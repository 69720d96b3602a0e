//! Initialisation and assignment checks. Spec: "Assignment statements", "Assignability".

use crate::checker::Checker;
use crate::conversions::ImplicitError;
use crate::object::{ObjId, Object, ObjectKind, Var, VarRole};
use crate::operand::{Operand, OperandMode};
use crate::types::{Type, TypeId};
use hashbrown::HashSet;
use parser::ast::{ExprId, ExprKind, StmtId};
use source::{Pos, Symbol};

impl<'a> Checker<'a> {
    /// `x` may be assigned to a variable of type `target` (none for the blank identifier); an
    /// untyped `x` gets its final type.
    pub fn assignment(&mut self, x: &mut Operand, target: Option<TypeId>, context: &str) {
        self.single_value(x);
        match x.mode {
            OperandMode::Invalid => return,
            OperandMode::Constant
            | OperandMode::Variable
            | OperandMode::MapIndex
            | OperandMode::Value
            | OperandMode::NilValue
            | OperandMode::CommaOk => {}
            _ => {
                let text = self.operand_string(x);
                let to = target.map_or("_".to_string(), |t| self.type_string(t));
                self.error_operand(x, format!("cannot assign {text} to {to} in {context}"));
                x.invalidate();
                return;
            }
        }
        if self.is_untyped(x.ty) {
            let mut wanted = target;
            if x.mode == OperandMode::NilValue || x.ty == TypeId::UNTYPED_NIL {
                let Some(t) = target else {
                    self.error_operand(x, format!("use of untyped nil in {context}"));
                    x.invalidate();
                    return;
                };
                if !self.has_nil(t) {
                    let message = format!(
                        "cannot use nil as {} value in {context}",
                        self.type_string(t)
                    );
                    self.error_operand(x, message);
                    x.invalidate();
                    return;
                }
                if let Some(e) = x.expr {
                    self.update_expr_type(e, t, true);
                }
                return;
            }
            // Spec: "If an untyped constant is assigned to a variable of interface type or the blank
            // identifier, the constant is first implicitly converted to its default type".
            if target.is_none_or(|t| self.is_non_type_param_interface(t)) {
                wanted = Some(self.default_type(x.ty));
            }
            let wanted = wanted.unwrap_or(TypeId::INVALID);
            match self.implicit_type_and_value(x, wanted) {
                Err(why) => {
                    let mut message = format!(
                        "cannot use {} as {} value in {context}",
                        self.operand_string(x),
                        self.type_string(wanted)
                    );
                    match why {
                        ImplicitError::Truncated => message += " (truncated)",
                        ImplicitError::Overflow => message += " (overflows)",
                        ImplicitError::Mismatch => {}
                    }
                    self.error_operand(x, message);
                    if matches!(why, ImplicitError::Mismatch) {
                        self.suggest_assignment(x, wanted);
                    }
                    x.invalidate();
                    return;
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
        let u = self.under(x.ty);
        if matches!(self.types.get(u), Type::Signature(s) if !s.tparams.is_empty()) {
            let text = x.expr.map_or(String::new(), |e| self.expr_string(e));
            self.error_operand(
                x,
                format!("cannot use generic function {text} without instantiation in {context}"),
            );
            x.invalidate();
            return;
        }
        let Some(t) = target else {
            return;
        };
        let mut cause = String::new();
        if !self.assignable_to(x, t, &mut cause) {
            let mut message = format!(
                "cannot use {} as {} value in {context}",
                self.operand_string(x),
                self.type_string(t)
            );
            if !cause.is_empty() {
                message += ": ";
                message += &cause;
            }
            self.error_operand(x, message);
            self.suggest_assignment(x, t);
            x.invalidate();
        }
    }

    pub(crate) fn error_operand(&mut self, x: &Operand, message: String) {
        match x.expr {
            Some(e) => self.error_at(e, message),
            None => self.error(Pos::NONE, message),
        }
    }

    pub(crate) fn init_const(&mut self, lhs: ObjId, x: &mut Operand) {
        let declared = self.obj(lhs).ty;
        if x.mode == OperandMode::Invalid || !self.is_valid(x.ty) || declared == TypeId::INVALID {
            if declared == TypeId::UNSET {
                self.obj_mut(lhs).ty = TypeId::INVALID;
            }
            return;
        }
        if x.mode != OperandMode::Constant {
            let message = format!("{} is not constant", self.operand_string(x));
            self.error_operand(x, message);
            if declared == TypeId::UNSET {
                self.obj_mut(lhs).ty = TypeId::INVALID;
            }
            return;
        }
        if declared == TypeId::UNSET {
            self.obj_mut(lhs).ty = x.ty;
        }
        let ty = self.obj(lhs).ty;
        self.assignment_of_constant(x, ty);
        if x.mode == OperandMode::Invalid {
            return;
        }
        if let Some(value) = x.value.clone() {
            self.set_const_value(lhs, value);
        }
    }

    /// An untyped constant declaration keeps its untyped value.
    fn assignment_of_constant(&mut self, x: &mut Operand, ty: TypeId) {
        if self.is_untyped(ty) && x.ty == ty {
            return;
        }
        self.assignment(x, Some(ty), "constant declaration");
    }

    pub(crate) fn init_var(&mut self, lhs: ObjId, x: &mut Operand, context: &str) {
        let declared = self.obj(lhs).ty;
        if x.mode == OperandMode::Invalid || !self.is_valid(x.ty) || declared == TypeId::INVALID {
            if declared == TypeId::UNSET {
                self.obj_mut(lhs).ty = TypeId::INVALID;
            }
            x.invalidate();
            return;
        }
        if declared == TypeId::UNSET {
            let mut ty = x.ty;
            if self.is_untyped(ty) {
                if ty == TypeId::UNTYPED_NIL {
                    self.error_operand(x, format!("use of untyped nil in {context}"));
                    self.obj_mut(lhs).ty = TypeId::INVALID;
                    x.invalidate();
                    return;
                }
                ty = self.default_type(ty);
            }
            self.obj_mut(lhs).ty = ty;
        }
        let ty = self.obj(lhs).ty;
        let reported = self.diags.list.len();
        self.assignment(x, Some(ty), context);
        if context == "return statement" && self.diags.list.len() > reported {
            let (pos, ts) = (self.obj(lhs).pos, self.type_string(ty));
            self.amend_related(pos, format!("the result is declared here as {ts}"));
        }
    }

    /// The type of the assignment's left side; none for the blank identifier, invalid after an
    /// error.
    fn lhs_var(&mut self, lhs: ExprId) -> Option<TypeId> {
        let inner = self.ast.unparen(lhs);
        let mut kept = None;
        if let ExprKind::Name(name) = self.ast.kind(inner) {
            if name.is_blank() {
                return None;
            }
            // An assignment is no use.
            if let Some(obj) = self.lookup(name)
                && let ObjectKind::Var(v) = &self.obj(obj).kind
            {
                kept = Some((obj, v.used));
            }
        }
        let mut x = Operand::invalid();
        self.expr(None, &mut x, lhs);
        if let Some((obj, was_used)) = kept {
            self.set_var_used(obj, was_used);
        }
        match x.mode {
            OperandMode::Invalid => Some(TypeId::INVALID),
            OperandMode::Variable | OperandMode::MapIndex => Some(x.ty),
            _ => {
                let text = x.expr.map_or(String::new(), |e| self.expr_string(e));
                if let ExprKind::Selector { x: base, .. } = self.ast.kind(inner) {
                    let mut op = Operand::invalid();
                    self.expr(None, &mut op, base);
                    if op.mode == OperandMode::MapIndex {
                        self.error_operand(
                            &x,
                            format!("cannot assign to struct field {text} in map"),
                        );
                        self.suggest_map_element(base);
                        return Some(TypeId::INVALID);
                    }
                }
                self.error_operand(
                    &x,
                    format!(
                        "cannot assign to {text} (neither addressable nor a map index expression)"
                    ),
                );
                self.suggest_assignable(inner);
                Some(TypeId::INVALID)
            }
        }
    }

    /// Assigns `rhs`, or the operand `x` if it was evaluated.
    pub(crate) fn assign_var(
        &mut self,
        lhs: ExprId,
        rhs: Option<ExprId>,
        x: Option<&mut Operand>,
        context: &str,
    ) {
        let target = self.lhs_var(lhs);
        if target == Some(TypeId::INVALID) {
            match (x, rhs) {
                (Some(x), _) => x.invalidate(),
                (None, Some(rhs)) => {
                    self.use_exprs(&[rhs]);
                }
                _ => {}
            }
            return;
        }
        let context = if target.is_none() && context == "assignment" {
            "assignment to _ identifier"
        } else {
            context
        };
        let mut own = Operand::invalid();
        let x = match (x, rhs) {
            (Some(x), _) => x,
            (None, Some(rhs)) => {
                let hint = target.and_then(|t| {
                    let text = self.expr_string(lhs);
                    self.new_target(t, &text)
                });
                self.expr(hint.as_ref(), &mut own, rhs);
                &mut own
            }
            _ => return,
        };
        let reported = self.diags.list.len();
        let value = x.clone();
        self.assignment(x, target, context);
        if self.diags.list.len() > reported {
            self.relate_variable(lhs);
            if let Some(target) = target {
                self.suggest_pointee(lhs, &value, target);
            }
        }
    }

    fn is_call(&self, e: ExprId) -> bool {
        matches!(self.ast.kind(self.ast.unparen(e)), ExprKind::Call { .. })
    }

    fn assign_error(&mut self, rhs: &[ExprId], l: usize, r: usize) {
        let count = |n: usize, what: &str| format!("{n} {what}{}", if n == 1 { "" } else { "s" });
        let (vars, values) = (count(l, "variable"), count(r, "value"));
        let Some(&first) = rhs.first() else {
            return;
        };
        let at = self.at_pos(first);
        if rhs.len() == 1
            && let ExprKind::Call { func, .. } = self.ast.kind(self.ast.unparen(first))
        {
            let func = self.expr_string(func);
            self.error(
                at,
                format!("assignment mismatch: {vars} but {func} returns {values}"),
            );
            self.show_until(first);
            self.relate_call(first);
            if (l, r) == (1, 2) {
                self.suggest_both_values(first);
            }
            return;
        }
        self.error(at, format!("assignment mismatch: {vars} but {values}"));
        if let Some(&last) = rhs.last() {
            self.show_until(last);
        }
    }

    fn return_error(&mut self, stmt: StmtId, lhs: &[ObjId], rhs: &[Operand]) {
        let (l, r) = (lhs.len(), rhs.len());
        let mut pos = self.ast.stmt(stmt).pos;
        let mut what = "not enough";
        if r > l {
            what = "too many";
            pos = rhs[l].expr.map_or(pos, |e| self.at_pos(e));
        } else if r > 0 {
            pos = rhs[r - 1].expr.map_or(pos, |e| self.at_pos(e));
        }
        let have: Vec<TypeId> = rhs.iter().map(|x| x.ty).collect();
        let want: Vec<TypeId> = lhs.iter().map(|&v| self.obj(v).ty).collect();
        let message = format!(
            "{what} return values\n\thave {}\n\twant {}",
            self.types_summary(&have, false, false),
            self.types_summary(&want, false, false)
        );
        self.error(pos, message);
        if let Some(e) = rhs.last().and_then(|x| x.expr).filter(|_| r > 0) {
            self.show_until(e);
        }
        if let Some(&result) = lhs.first() {
            let at = self.obj(result).pos;
            self.amend_related(at, "the results are declared here");
        }
    }

    /// `(int, number, string)`: types as "have" and "want" lines list them.
    pub(crate) fn types_summary(&self, list: &[TypeId], variadic: bool, spread: bool) -> String {
        let mut parts = Vec::with_capacity(list.len());
        for (i, &t) in list.iter().enumerate() {
            let last = i + 1 == list.len();
            let text = if !self.is_valid(t) {
                "unknown type".to_string()
            } else if self.is_untyped_numeric(t) {
                "number".to_string()
            } else if self.is_untyped(t) {
                self.type_string(t).replace("untyped ", "")
            } else if variadic && last {
                match self.types.get(t) {
                    Type::Slice(e) => format!("...{}", self.type_string(*e)),
                    _ => self.type_string(t),
                }
            } else {
                self.type_string(t)
            };
            parts.push(if spread && last { text + "..." } else { text });
        }
        format!("({})", parts.join(", "))
    }

    /// Initialises variables, or checks a `return` statement's values.
    pub(crate) fn init_vars(&mut self, lhs: &[ObjId], rhs: &[ExprId], ret: Option<StmtId>) {
        let context = if ret.is_some() {
            "return statement"
        } else {
            "assignment"
        };
        let (l, r) = (lhs.len(), rhs.len());
        let single_call = r == 1 && self.is_call(rhs[0]);
        if l == r && !single_call {
            for (&v, &e) in lhs.iter().zip(rhs) {
                let mut x = Operand::invalid();
                let target = self.var_target(v);
                self.expr(target.as_ref(), &mut x, e);
                self.init_var(v, &mut x, context);
            }
            return;
        }
        if r != 1 {
            if self.use_exprs(rhs) {
                match ret {
                    Some(stmt) => {
                        let values = self.expr_list(rhs);
                        self.return_error(stmt, lhs, &values);
                    }
                    None => self.assign_error(rhs, l, r),
                }
            }
            self.invalidate_vars(lhs);
            return;
        }
        let (mut values, comma_ok) = self.multi_expr(rhs[0], l == 2 && ret.is_none());
        if l == values.len() {
            for (&v, x) in lhs.iter().zip(&mut values) {
                self.init_var(v, x, context);
            }
            if comma_ok && values.iter().all(|x| x.mode != OperandMode::Invalid) {
                self.record_comma_ok_types(rhs[0], [values[0].ty, values[1].ty]);
            }
            return;
        }
        if values
            .first()
            .is_none_or(|x| x.mode != OperandMode::Invalid)
        {
            match ret {
                Some(stmt) => self.return_error(stmt, lhs, &values),
                None => self.assign_error(rhs, l, values.len()),
            }
        }
        self.invalidate_vars(lhs);
    }

    fn invalidate_vars(&mut self, lhs: &[ObjId]) {
        for &v in lhs {
            if self.obj(v).ty == TypeId::UNSET {
                self.obj_mut(v).ty = TypeId::INVALID;
            }
        }
    }

    pub(crate) fn assign_vars(&mut self, lhs: &[ExprId], rhs: &[ExprId]) {
        let (l, r) = (lhs.len(), rhs.len());
        let single_call = r == 1 && self.is_call(rhs[0]);
        if l == r && !single_call {
            for (&v, &e) in lhs.iter().zip(rhs) {
                self.assign_var(v, Some(e), None, "assignment");
            }
            return;
        }
        if r != 1 {
            let ok = self.use_lhs(lhs);
            if self.use_exprs(rhs) && ok {
                self.assign_error(rhs, l, r);
            }
            return;
        }
        let (mut values, comma_ok) = self.multi_expr(rhs[0], l == 2);
        if l == values.len() {
            for (&v, x) in lhs.iter().zip(&mut values) {
                self.assign_var(v, None, Some(x), "assignment");
            }
            if comma_ok && values.iter().all(|x| x.mode != OperandMode::Invalid) {
                self.record_comma_ok_types(rhs[0], [values[0].ty, values[1].ty]);
            }
            return;
        }
        if values
            .first()
            .is_none_or(|x| x.mode != OperandMode::Invalid)
        {
            self.assign_error(rhs, l, values.len());
        }
        self.use_lhs(lhs);
    }

    /// Evaluates left-hand sides after an error; variables that are assigned don't count as used.
    pub(crate) fn use_lhs(&mut self, lhs: &[ExprId]) -> bool {
        let mut ok = true;
        for &e in lhs {
            let inner = self.ast.unparen(e);
            let mut kept = None;
            if let ExprKind::Name(name) = self.ast.kind(inner) {
                if name.is_blank() {
                    continue;
                }
                if let Some(obj) = self.lookup(name)
                    && let ObjectKind::Var(v) = &self.obj(obj).kind
                {
                    kept = Some((obj, v.used));
                }
            }
            ok &= self.use_exprs(&[e]);
            if let Some((obj, was_used)) = kept {
                self.set_var_used(obj, was_used);
            }
        }
        ok
    }

    /// `lhs := rhs`. Spec: "Short variable declarations".
    pub(crate) fn short_var_decl(&mut self, pos: Pos, lhs: &[ExprId], rhs: &[ExprId]) {
        let top = self.delayed.len();
        let scope = self.env.scope;
        let pkg = self.env.pkg;
        let mut seen: HashSet<Symbol> = HashSet::default();
        let mut vars: Vec<Option<ObjId>> = Vec::with_capacity(lhs.len());
        let mut new_vars = Vec::new();
        let mut has_error = false;
        for &e in lhs {
            let ExprKind::Name(name) = self.ast.kind(e) else {
                self.use_lhs(&[e]);
                let message = format!("non-name {} on left side of :=", self.expr_string(e));
                self.error_at(e, message);
                has_error = true;
                vars.push(None);
                continue;
            };
            if !name.is_blank() && !seen.insert(name) {
                self.error_at(e, format!("{name} repeated on left side of :="));
                has_error = true;
                vars.push(None);
                continue;
            }
            if let Some(other) = self.scope(scope).lookup(name) {
                self.record_use(e, other);
                if matches!(self.obj(other).kind, ObjectKind::Var(_)) {
                    vars.push(Some(other));
                } else {
                    self.error_at(e, format!("cannot assign to {name}"));
                    has_error = true;
                    vars.push(None);
                }
                continue;
            }
            let v = self.new_local(name, self.ast.pos(e));
            self.record_def(e, v);
            if !name.is_blank() {
                new_vars.push(v);
            }
            vars.push(Some(v));
        }
        let vars: Vec<ObjId> = vars
            .into_iter()
            .map(|v| match v {
                Some(v) => v,
                None => self.add_obj(Object::new(
                    Symbol::BLANK,
                    Some(pkg),
                    pos,
                    TypeId::UNSET,
                    ObjectKind::Var(Var::default()),
                )),
            })
            .collect();
        self.init_vars(&vars, rhs, None);
        // Function literals see the scope without the new variables.
        self.process_delayed(top);
        for &v in &vars {
            let o = self.obj_mut(v);
            o.color = crate::object::Color::Black;
            if o.ty == TypeId::UNSET {
                o.ty = TypeId::INVALID;
            }
        }
        if new_vars.is_empty() && !has_error {
            self.soft_error(pos, "no new variables on left side of :=");
            return;
        }
        for v in new_vars {
            self.declare(scope, None, v);
        }
    }

    pub(crate) fn new_local(&mut self, name: Symbol, pos: Pos) -> ObjId {
        self.new_var(
            pos,
            name,
            TypeId::UNSET,
            Var {
                role: VarRole::Local,
                ..Var::default()
            },
        )
    }
}
