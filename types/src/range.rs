//! Range clauses. Spec: "For statements with range clause".

use crate::checker::Checker;
use crate::object::ObjId;
use crate::operand::{Operand, OperandMode};
use crate::types::{Type, TypeId};
use crate::version::Version;
use parser::ast::{ChanDir, ExprId, ExprKind, List, StmtId};
use source::Pos;

impl<'a> Checker<'a> {
    pub(crate) fn range_stmt(
        &mut self,
        pos: Pos,
        define: bool,
        lhs: List<ExprId>,
        range: ExprId,
        body: StmtId,
    ) {
        let ast = self.ast;
        let mut x = Operand::invalid();
        self.expr(None, &mut x, range);
        let names: Vec<ExprId> = ast.list(lhs).collect();
        let (mut key, mut value) = (None, None);
        if x.mode != OperandMode::Invalid {
            let text = self.operand_string(&x);
            match self.range_key_value(x.ty) {
                Err(cause) => {
                    let mut message = format!("cannot range over {text}");
                    if !cause.is_empty() {
                        message = format!("{message}: {cause}");
                    }
                    let at = self.at_pos(range);
                    self.soft_error(at, message);
                    (key, value) = (Some(TypeId::INVALID), Some(TypeId::INVALID));
                }
                Ok((k, v)) => {
                    (key, value) = (k, v);
                    if k.is_none() && !names.is_empty() {
                        let at = self.at_pos(names[0]);
                        self.soft_error(
                            at,
                            format!("range over {text} permits no iteration variables"),
                        );
                    } else if v.is_none() && names.len() > 1 {
                        let at = self.at_pos(names[1]);
                        self.soft_error(
                            at,
                            format!("range over {text} permits only one iteration variable"),
                        );
                    } else if let Some(&extra) = names.get(2) {
                        let at = self.at_pos(extra);
                        self.soft_error(at, "range clause permits at most two iteration variables");
                    }
                }
            }
        }
        self.open_scope();
        let types = [key, value];
        let over_int = x.mode != OperandMode::Invalid && self.is_integer(x.ty);
        if define {
            let mut vars: Vec<ObjId> = Vec::new();
            for (i, &e) in names.iter().take(2).enumerate() {
                let ExprKind::Name(name) = ast.kind(e) else {
                    let text = self.expr_string(e);
                    self.error_at(e, format!("invalid syntax tree: cannot declare {text}"));
                    continue;
                };
                let v = self.new_local(name, ast.pos(e));
                self.record_def(e, v);
                if !name.is_blank() {
                    vars.push(v);
                }
                match types[i].filter(|t| t.is_valid()) {
                    None => {
                        self.obj_mut(v).ty = TypeId::INVALID;
                        self.mark_var_used(v);
                    }
                    Some(_) if over_int => self.init_var(v, &mut x, "range clause"),
                    Some(t) => {
                        let mut y = Operand {
                            mode: OperandMode::Value,
                            expr: Some(e),
                            ty: t,
                            value: None,
                        };
                        self.init_var(v, &mut y, "assignment");
                    }
                }
                self.obj_mut(v).color = crate::object::Color::Black;
            }
            if vars.is_empty() {
                self.soft_error(pos, "no new variables on left side of :=");
            }
            let scope = self.env.scope;
            for v in vars {
                self.declare(scope, None, v);
            }
        } else if !names.is_empty() {
            for (i, &e) in names.iter().take(2).enumerate() {
                let Some(t) = types[i].filter(|t| t.is_valid()) else {
                    self.use_lhs(&[e]);
                    continue;
                };
                if over_int {
                    self.assign_var(e, None, Some(&mut x), "range clause");
                    if x.mode != OperandMode::Invalid && !self.is_integer(x.ty) {
                        let message = format!(
                            "cannot use iteration variable of type {}",
                            self.type_string(x.ty)
                        );
                        let at = self.at_pos(e);
                        self.soft_error(at, message);
                    }
                } else {
                    let mut y = Operand {
                        mode: OperandMode::Value,
                        expr: Some(e),
                        ty: t,
                        value: None,
                    };
                    self.assign_var(e, None, Some(&mut y), "assignment");
                }
            }
        } else if over_int {
            self.assignment(&mut x, None, "range clause");
        }
        self.stmt(body);
        self.close_scope();
    }

    /// The types of the iteration values, or why `t` cannot be ranged over.
    fn range_key_value(&mut self, t: TypeId) -> Result<(Option<TypeId>, Option<TypeId>), String> {
        let mut u = self.common_under(t)?;
        if let Type::Pointer(base) = *self.types.get(u) {
            let b = self.under(base);
            if matches!(self.types.get(b), Type::Array { .. }) {
                u = b;
            }
        }
        match *self.types.get(u) {
            Type::Basic(k) if k.is_string() => Ok((Some(TypeId::INT), Some(TypeId::RUNE))),
            Type::Basic(k) if k.is_integer() => {
                if !self.allow_version(Version(22)) {
                    return Err("requires go1.22 or later".into());
                }
                Ok((Some(t), None))
            }
            Type::Array { elem, .. } | Type::Slice(elem) => Ok((Some(TypeId::INT), Some(elem))),
            Type::Map { key, elem } => Ok((Some(key), Some(elem))),
            Type::Chan { dir, elem } => {
                if dir == ChanDir::Send {
                    let shown = if self.is_type_param(t) { u } else { t };
                    let shown = self.type_string(shown);
                    return Err(format!("receive from send-only channel {shown}"));
                }
                Ok((Some(elem), None))
            }
            Type::Signature(ref s) => {
                let (params, results) = (s.params.clone(), s.results.len());
                if !self.allow_version(Version(23)) {
                    return Err("requires go1.23 or later".into());
                }
                self.range_func(&params, results)
            }
            _ => Err(String::new()),
        }
    }

    fn range_func(
        &mut self,
        params: &[ObjId],
        results: usize,
    ) -> Result<(Option<TypeId>, Option<TypeId>), String> {
        let bad = |why: &str| Err(format!("func must be func(yield func(...) bool): {why}"));
        let [yield_var] = *params else {
            return bad("wrong argument count");
        };
        if results != 0 {
            return bad("unexpected results");
        }
        let ty = self.obj(yield_var).ty;
        let u = self.common_under(ty)?;
        let Type::Signature(cb) = self.types.get(u).clone() else {
            return bad("argument is not func");
        };
        if cb.params.len() > 2 {
            return bad("yield func has too many parameters");
        }
        let result = match cb.results.as_slice() {
            [r] => self.obj(*r).ty,
            _ => return bad("yield func does not return bool"),
        };
        if self.unalias(result) != TypeId::BOOL {
            if self.is_boolean(result) {
                return bad("yield func returns user-defined boolean, not bool");
            }
            return bad("yield func does not return bool");
        }
        let ty = |i: usize| cb.params.get(i).map(|&p| self.obj(p).ty);
        Ok((ty(0), ty(1)))
    }
}
