//! Calls of small functions, compiled in place.
//!
//! A function qualifies if its body is `return x`, possibly after a few `if c { return y }` and
//! `v := y`, and nothing in it can panic, block or call: no stack trace, `recover` or debugger can
//! tell the difference, and the frame's rule that live values are in their slots at every call still
//! holds.

use crate::func::{Gen, Var};
use crate::layout::Class;
use crate::program::{FuncKey, TypeEnv};
use parser::ast::*;
use std::rc::Rc;
use types::constant::Value;
use types::info::{Mode, SelectionKind};
use types::object::{Builtin, ObjId, ObjectKind};
use types::types::{Type, TypeId};

/// The most syntax nodes a body may have.
const MAX_NODES: u32 = 24;
/// The most slots a parameter may take: larger ones are better passed once.
const MAX_PARAM_SLOTS: u32 = 4;
/// How deep calls in place may nest in each other's arguments.
const MAX_NESTING: u32 = 8;

/// A function whose calls are compiled in place.
#[derive(Debug)]
pub struct Inlinable {
    env: Rc<TypeEnv>,
    /// Receiver first. The variable is absent if the body cannot mention it.
    params: Vec<(Option<ObjId>, TypeId)>,
    result: TypeId,
    steps: Vec<Step>,
    /// What is returned if no step did.
    last: ExprId,
}

/// A statement before the last.
#[derive(Clone, Copy, Debug)]
enum Step {
    /// `if cond { return value }`.
    Guard { cond: ExprId, value: ExprId },
    /// `var := value`.
    Define { var: ObjId, value: ExprId },
}

impl Gen<'_, '_, '_> {
    /// Compiles the call `call` in place if its function qualifies; the result is in the slots
    /// from the returned one on. They are `dst` if that is given and the result is a scalar.
    pub fn inline_call(&mut self, call: ExprId, dst: Option<u16>) -> Option<u16> {
        if !self.c.inline || self.inlining >= MAX_NESTING {
            return None;
        }
        let ExprKind::Call {
            func, args, spread, ..
        } = self.ast().kind(call)
        else {
            return None;
        };
        let func = self.ast().unparen(func);
        let (receiver, body) = self.inline_target(func)?;
        if spread || args.len() + usize::from(receiver.is_some()) != body.params.len() {
            return None;
        }
        let args: Vec<ExprId> = self.ast().list(args).collect();
        let layout = self.layout(body.result);
        let dst = match dst {
            Some(dst) if layout.scalar().is_some() => dst,
            _ => self.temp(layout),
        };
        let mark = self.e.mark();
        self.inlining += 1;
        let operands: Vec<ExprId> = receiver.into_iter().chain(args).collect();
        let mut bindings = Vec::with_capacity(operands.len());
        for (&operand, &(var, ty)) in operands.iter().zip(&body.params) {
            // A conversion of a float that is constant follows other rules than one of a variable.
            let constant = match self.layout(ty).class {
                Class::Int { .. } => self.constant(operand),
                _ => None,
            };
            let slot = match constant {
                Some(_) => None,
                None => Some(self.value_as(operand, ty)),
            };
            bindings.push((var, slot, constant));
        }
        for (var, slot, constant) in bindings {
            match (var, slot, constant) {
                (Some(var), Some(slot), _) => {
                    self.vars.insert(var, Var::Slot(slot));
                    self.bound.remove(&var);
                }
                (Some(var), None, Some(value)) => {
                    self.bound.insert(var, value);
                }
                _ => {}
            }
        }
        let env = std::mem::replace(&mut self.env, body.env.clone());
        self.in_place += 1;
        self.returns_to(&body, dst);
        self.in_place -= 1;
        self.env = env;
        self.inlining -= 1;
        self.e.release(mark);
        Some(dst)
    }

    /// Evaluates the steps and the value returned.
    fn returns_to(&mut self, body: &Inlinable, dst: u16) {
        let end = self.e.new_label();
        for &step in &body.steps {
            match step {
                Step::Guard { cond, value } => {
                    let next = self.e.new_label();
                    self.cond(cond, next, false);
                    self.value_as_to(value, body.result, dst);
                    self.e.jump(end);
                    self.e.bind(next);
                }
                Step::Define { var, value } => {
                    let ty = self.obj_ty(var);
                    let slot = self.value_as(value, ty);
                    self.vars.insert(var, Var::Slot(slot));
                }
            }
        }
        self.value_as_to(body.last, body.result, dst);
        self.e.bind(end);
    }

    /// The receiver's expression, if `func` is a method, and the body to compile in place.
    fn inline_target(&mut self, func: ExprId) -> Option<(Option<ExprId>, Rc<Inlinable>)> {
        let name = match self.ast().kind(func) {
            ExprKind::Name(_) => func,
            ExprKind::Index { .. } => self.generic_name(func)?,
            ExprKind::Selector { x, sel } => match self.c.ck.info.selections.get(&func) {
                Some(s) if s.kind == SelectionKind::MethodVal && s.path.is_empty() => {
                    let (obj, recv) = (s.obj, s.recv);
                    return Some((Some(x), self.inlinable_method(obj, recv)?));
                }
                Some(_) => return None,
                None => sel,
            },
            _ => return None,
        };
        let obj = self.c.ck.info.object(name)?;
        let ObjectKind::Func(f) = &self.c.ck.obj(obj).kind else {
            return None;
        };
        f.decl?;
        let (tparams, targs) = self.instance_of(name, obj);
        let idxs = targs.iter().map(|&t| self.c.type_idx(t)).collect();
        let key = FuncKey::Declared(obj, idxs);
        if let Some(known) = self.c.inlinable.get(&key) {
            return known.clone().map(|body| (None, body));
        }
        let env = self.c.new_env(tparams, targs);
        Some((None, self.remember_inlinable(key, obj, env)?))
    }

    fn inlinable_method(&mut self, obj: ObjId, recv: TypeId) -> Option<Rc<Inlinable>> {
        match &self.c.ck.obj(obj).kind {
            ObjectKind::Func(f) if !f.ptr_recv && f.decl.is_some() => {}
            _ => return None,
        }
        let recv = self.subst(recv);
        let named = self.c.ck.unalias(recv);
        if !matches!(self.c.ck.types.get(named), Type::Named(_)) || self.c.is_iface(recv) {
            return None;
        }
        let (tparams, targs) = self.c.receiver_args(obj, recv);
        let idxs = targs.iter().map(|&t| self.c.type_idx(t)).collect();
        let key = FuncKey::Declared(obj, idxs);
        if let Some(known) = self.c.inlinable.get(&key) {
            return known.clone();
        }
        let env = self.c.new_env(tparams, targs);
        self.remember_inlinable(key, obj, env)
    }

    fn remember_inlinable(
        &mut self,
        key: FuncKey,
        obj: ObjId,
        env: Rc<TypeEnv>,
    ) -> Option<Rc<Inlinable>> {
        let outer = std::mem::replace(&mut self.env, env);
        let body = self.inlinable(obj).map(Rc::new);
        self.env = outer;
        self.c.inlinable.insert(key, body.clone());
        body
    }

    /// Looks at the declaration of `obj`, whose type arguments the environment has.
    fn inlinable(&mut self, obj: ObjId) -> Option<Inlinable> {
        let decl = self.c.declaration(obj)?;
        let StmtKind::Block { stmts, .. } = self.ast().stmt(decl.body?).kind else {
            return None;
        };
        if stmts.is_empty() || stmts.len() > 4 {
            return None;
        }
        let stmts: Vec<StmtId> = self.ast().list(stmts).collect();
        let (&last, steps) = stmts.split_last()?;
        let last = self.only_return(last)?;
        if !steps.iter().all(|&s| self.may_be_step(s)) {
            return None;
        }
        self.c.ck.check_body(obj);
        let steps = steps.iter().map(|&s| self.step(s)).collect::<Option<_>>()?;
        let ExprKind::FuncType { params, results } = self.ast().kind(decl.sig) else {
            return None;
        };
        if results.len() != 1 {
            return None;
        }
        let result = self.ast().list(results).next()?;
        let (result, _) = self.param(result);
        let fields: Vec<FieldId> = decl
            .recv
            .into_iter()
            .chain(self.ast().list(params))
            .collect();
        let mut all = Vec::new();
        for field in fields {
            if let Some(ty) = self.ast().field(field).ty
                && matches!(self.ast().kind(ty), ExprKind::Variadic(_))
            {
                return None;
            }
            let (ty, var) = self.param(field);
            if self.layout(ty).slots > MAX_PARAM_SLOTS {
                return None;
            }
            all.push((var, ty));
        }
        let body = Inlinable {
            env: self.env.clone(),
            params: all,
            result,
            steps,
            last,
        };
        let mut nodes = MAX_NODES;
        let simple = self.is_harmless(body.last, &mut nodes)
            && body.steps.iter().all(|&step| match step {
                Step::Guard { cond, value } => {
                    self.is_harmless(cond, &mut nodes) && self.is_harmless(value, &mut nodes)
                }
                Step::Define { var, value } => {
                    !self.c.escape.is_boxed(var) && self.is_harmless(value, &mut nodes)
                }
            });
        simple.then_some(body)
    }

    /// `x` of `return x`.
    fn only_return(&self, stmt: StmtId) -> Option<ExprId> {
        match self.ast().stmt(stmt).kind {
            StmtKind::Return(values) if values.len() == 1 => self.ast().list(values).next(),
            _ => None,
        }
    }

    /// Whether the statement has a step's form, from the syntax alone.
    fn may_be_step(&self, stmt: StmtId) -> bool {
        match self.ast().stmt(stmt).kind {
            StmtKind::Assign { define, lhs, rhs } => define && lhs.len() == 1 && rhs.len() == 1,
            StmtKind::If {
                init, cond, els, ..
            } => init.is_none() && cond.is_some() && els.is_none(),
            _ => false,
        }
    }

    fn step(&self, stmt: StmtId) -> Option<Step> {
        match self.ast().stmt(stmt).kind {
            StmtKind::Assign { lhs, rhs, .. } => Some(Step::Define {
                var: self.variable(self.ast().item(lhs, 0))?,
                value: self.ast().item(rhs, 0),
            }),
            StmtKind::If {
                cond: Some(cond),
                then,
                ..
            } => {
                let StmtKind::Block { stmts, .. } = self.ast().stmt(then).kind else {
                    return None;
                };
                let value = match stmts.len() {
                    1 => self.only_return(self.ast().list(stmts).next()?)?,
                    _ => return None,
                };
                Some(Step::Guard { cond, value })
            }
            _ => None,
        }
    }

    /// Whether evaluating `e` cannot panic, block, call or assign.
    fn is_harmless(&mut self, e: ExprId, nodes: &mut u32) -> bool {
        let e = self.ast().unparen(e);
        if *nodes == 0 {
            return false;
        }
        *nodes -= 1;
        if self.constant(e).is_some() || self.is_nil(e) {
            return true;
        }
        match self.ast().kind(e) {
            ExprKind::Name(_) => self.variable(e).is_some(),
            ExprKind::Selector { x, sel } => match self.c.ck.info.selections.get(&e) {
                Some(s) => {
                    s.kind == SelectionKind::FieldVal
                        && !s.indirect
                        && s.path.len() == 1
                        && self.is_harmless(x, nodes)
                }
                None => self.variable(sel).is_some(),
            },
            ExprKind::Unary { op, x } => {
                use UnaryOp::*;
                matches!(op, Plus | Neg | Not | Xor) && self.is_harmless(x, nodes)
            }
            ExprKind::Binary { op, x, y } => {
                self.is_harmless_operation(op, x, y)
                    && self.is_harmless(x, nodes)
                    && self.is_harmless(y, nodes)
            }
            ExprKind::CompositeLit { elems, .. } => {
                let elems: Vec<ExprId> = self.ast().list(elems).collect();
                matches!(self.expr_layout(e).class, Class::Struct)
                    && elems.into_iter().all(|elem| match self.ast().kind(elem) {
                        ExprKind::KeyValue { value, .. } => self.is_harmless(value, nodes),
                        _ => self.is_harmless(elem, nodes),
                    })
            }
            ExprKind::Call { func, args, .. } => {
                let func = self.ast().unparen(func);
                if args.len() != 1 {
                    return false;
                }
                let arg = self.ast().item(args, 0);
                let from = self.expr_layout(arg).class;
                let simple = match self.mode(func) {
                    Some(Mode::TypeExpr) => {
                        let to = self.expr_layout(e).class;
                        is_real(from) && is_real(to)
                    }
                    Some(Mode::Builtin(Builtin::Len)) => {
                        matches!(from, Class::String | Class::Slice)
                    }
                    _ => self.intrinsic_op(e).is_some(),
                };
                simple && self.is_harmless(arg, nodes)
            }
            _ => false,
        }
    }

    fn is_harmless_operation(&mut self, op: BinaryOp, x: ExprId, y: ExprId) -> bool {
        use BinaryOp::*;
        let (cx, cy) = (self.expr_layout(x).class, self.expr_layout(y).class);
        match op {
            AndAnd | OrOr => true,
            Eql | Neq if self.is_nil(x) || self.is_nil(y) => !matches!(
                (cx, cy),
                (Class::Iface { .. }, _) | (_, Class::Iface { .. })
            ),
            Eql | Neq => is_basic(cx) && is_basic(cy),
            Div | Rem => {
                !matches!(cx, Class::Int { .. }) || self.const_int(y).is_some_and(|d| d != 0)
            }
            Shl | Shr => {
                self.const_int(y).is_some() || matches!(cy, Class::Int { signed: false, .. })
            }
            _ => true,
        }
    }

    /// The value that `e` has because parameters are bound to constants.
    pub fn bound_constant(&self, e: ExprId) -> Option<Value> {
        match self.ast().kind(e) {
            ExprKind::Name(_) => self.bound.get(&self.c.ck.info.object(e)?).cloned(),
            ExprKind::Paren(x) => self.constant(x),
            ExprKind::Binary { op, x, y } => {
                let (x, y) = (self.constant(x)?, self.constant(y)?);
                let bits = |v: &Value| v.to_int().as_i64().filter(|v| v.unsigned_abs() < 1 << 31);
                let (x, y) = (bits(&x)?, bits(&y)?);
                // Small results are right in every type but the narrow ones.
                let folded = match op {
                    BinaryOp::Add => x + y,
                    BinaryOp::Sub => x - y,
                    _ => return None,
                };
                (0..128)
                    .contains(&folded)
                    .then(|| Value::from_u64(folded as u64))
            }
            _ => None,
        }
    }
}

fn is_real(class: Class) -> bool {
    matches!(class, Class::Int { .. } | Class::Float64 | Class::Float32)
}

fn is_basic(class: Class) -> bool {
    is_real(class)
        || matches!(
            class,
            Class::Bool | Class::String | Class::Pointer | Class::Chan
        )
}
