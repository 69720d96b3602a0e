//! Function types, parameters and receivers. Spec: "Function types", "Method declarations".

use crate::checker::Checker;
use crate::object::{ObjId, Var, VarRole};
use crate::types::{BasicKind, Signature, Type, TypeId, TypeParamId};
use crate::version::Version;
use parser::ast::{ExprId, ExprKind, FieldId, List};
use source::Symbol;

/// `*base[tparams]` taken apart.
pub(crate) struct Receiver {
    pub pointer: bool,
    pub base: ExprId,
    pub tparams: Option<List<ExprId>>,
}

impl<'a> Checker<'a> {
    /// Fills in the signature `t` from the syntax of a function type, and declares receiver, type
    /// parameters, parameters and results in a new scope.
    pub(crate) fn func_type(
        &mut self,
        t: TypeId,
        recv: Option<FieldId>,
        tparams: List<FieldId>,
        ftype: ExprId,
    ) {
        let ExprKind::FuncType { params, results } = self.ast.kind(ftype) else {
            return;
        };
        let saved_scope = self.env.scope;
        self.open_scope();
        let scope = self.env.scope;
        self.scopes.get_mut(scope).is_func = true;
        let mut sig = Signature {
            scope: Some(scope),
            ..Signature::default()
        };
        let mut receiver = None;
        if let Some(field) = recv {
            let (obj, list) = self.collect_receiver(field);
            receiver = Some((self.ast.field(field).name, obj));
            sig.recv = Some(obj);
            sig.recv_tparams = list;
        }
        if !tparams.is_empty() {
            let mut list = Vec::new();
            self.collect_type_params(tparams, |_, l| list = l);
            sig.tparams = list;
            // The rest may mention the function.
            self.types.set(t, Type::Signature(Box::new(sig.clone())));
        }
        let (params, variadic) = self.collect_params(VarRole::Param, params, true);
        let (results, _) = self.collect_params(VarRole::Result, results, false);
        if let Some((Some(name), obj)) = receiver {
            self.declare(scope, Some(name), obj);
        }
        for &(name, obj) in params.iter().chain(&results) {
            if let Some(name) = name {
                self.declare(scope, Some(name), obj);
            }
        }
        sig.params = params.into_iter().map(|p| p.1).collect();
        sig.results = results.into_iter().map(|p| p.1).collect();
        sig.variadic = variadic;
        self.types.set(t, Type::Signature(Box::new(sig)));
        self.env.scope = saved_scope;
    }

    pub(crate) fn unpack_receiver(&self, e: ExprId) -> Receiver {
        let ast = self.ast;
        let mut x = e;
        let mut pointer = false;
        loop {
            match ast.kind(x) {
                ExprKind::Paren(inner) => x = inner,
                ExprKind::Star(inner) => {
                    pointer = true;
                    x = inner;
                }
                ExprKind::Index { x: base, indices } => {
                    return Receiver {
                        pointer,
                        base: ast.unparen(base),
                        tparams: Some(indices),
                    };
                }
                _ => {
                    return Receiver {
                        pointer,
                        base: x,
                        tparams: None,
                    };
                }
            }
        }
    }

    fn collect_receiver(&mut self, field: FieldId) -> (ObjId, Vec<TypeParamId>) {
        let ast = self.ast;
        let field = ast.field(field);
        let mut recv_type = TypeId::INVALID;
        let mut list = Vec::new();
        let mut base_expr = None;
        if let Some(e) = field.ty {
            let receiver = self.unpack_receiver(e);
            base_expr = Some(receiver.base);
            match receiver.tparams {
                None => recv_type = self.var_type(e),
                Some(names) => {
                    let mut cause = String::new();
                    let generic = self.generic_type(receiver.base, &mut cause);
                    let mut base = None;
                    match *self.types.get(generic) {
                        Type::Named(n) => base = Some(n),
                        Type::Alias { .. } if !self.is_valid(generic) => {}
                        Type::Alias { .. } => {
                            let ts = self.type_string(generic);
                            self.error_at(
                                receiver.base,
                                format!("cannot define new methods on generic alias type {ts}"),
                            );
                        }
                        _ if !cause.is_empty() => self.error_at(receiver.base, cause),
                        _ => {}
                    }
                    let mut malformed = false;
                    for (i, name) in ast.list(names).enumerate() {
                        let ExprKind::Name(_) = ast.kind(name) else {
                            let message = format!(
                                "receiver type parameter {} must be an identifier",
                                self.expr_string(name)
                            );
                            self.error_at(name, message);
                            malformed = true;
                            continue;
                        };
                        let p = self.declare_type_param(name, i as u32);
                        let id = self.types.tparam(p).id;
                        self.record_type(name, id);
                        list.push(p);
                    }
                    if let Some(base) = base {
                        let base_tparams = self.types.named(base).tparams.clone();
                        let targs: Vec<TypeId> =
                            list.iter().map(|&p| self.types.tparam(p).id).collect();
                        if base_tparams.len() == list.len() {
                            for (&p, &q) in list.iter().zip(&base_tparams) {
                                let bound = self.types.tparam(q).bound;
                                let bound = self.subst(bound, &base_tparams, &targs);
                                self.types.tparam_mut(p).bound = bound;
                                self.state.canonical_tparams.insert(p, q);
                            }
                            let pos = ast.pos(receiver.base);
                            self.verify_version(pos, Version(18), "type instantiation");
                            recv_type = self.instance(base, &targs, &[]);
                            self.record_instance(receiver.base, &targs, recv_type);
                            if receiver.pointer {
                                recv_type = self.types.pointer(recv_type);
                            }
                            self.record_type(e, recv_type);
                        } else if !malformed {
                            let n = list.len();
                            let got =
                                format!("{n} type parameter{}", if n == 1 { "" } else { "s" });
                            let message = format!(
                                "receiver declares {got}, but receiver base type declares {}",
                                base_tparams.len()
                            );
                            self.error_at(receiver.base, message);
                        }
                    }
                }
            }
        }
        let (name, pos) = match field.name {
            Some(name) => (ast.name(name), ast.pos(name)),
            None => (Symbol::EMPTY, field.pos),
        };
        let obj = self.new_var(
            pos,
            name,
            recv_type,
            Var {
                role: VarRole::Receiver,
                used: true,
                ..Var::default()
            },
        );
        if let Some(base) = base_expr {
            let own = !list.is_empty();
            self.later(move |c| c.valid_receiver(base, recv_type, own));
        }
        (obj, list)
    }

    /// Spec: "Its type must be a defined type T or a pointer to a defined type T… T is called the
    /// receiver base type. A receiver base type cannot be a pointer or interface type and it must
    /// be defined in the same package as the method."
    /// The instance of a generic alias that `t` is, or points to.
    fn instance_of_alias(&self, mut t: TypeId) -> Option<TypeId> {
        for _ in 0..100 {
            t = match self.types.get(t) {
                Type::Alias { targs, .. } if !targs.is_empty() => return Some(t),
                Type::Alias { actual, .. } => *actual,
                Type::Pointer(elem) => *elem,
                _ => return None,
            };
        }
        None
    }

    fn valid_receiver(&mut self, base: ExprId, recv_type: TypeId, own_tparams: bool) {
        if !own_tparams && let Some(instance) = self.instance_of_alias(recv_type) {
            let ts = self.type_string(instance);
            self.error_at(
                base,
                format!("cannot define new methods on instantiated type {ts}"),
            );
            return;
        }
        let (t, _) = self.deref(recv_type);
        let actual = self.unalias(t);
        if !actual.is_valid() {
            return;
        }
        let ts = self.type_string(t);
        match *self.types.get(actual) {
            Type::Named(n) => {
                if self.types.named(n).pkg != Some(self.env.pkg) {
                    self.error_at(
                        base,
                        format!("cannot define new methods on non-local type {ts}"),
                    );
                    return;
                }
                if !own_tparams && !self.types.named(n).targs.is_empty() {
                    let ts = self.type_string(actual);
                    self.error_at(
                        base,
                        format!("cannot define new methods on instantiated type {ts}"),
                    );
                    return;
                }
                let u = self.under(actual);
                let cause = match self.types.get(u) {
                    Type::Basic(BasicKind::UnsafePointer) => "unsafe.Pointer",
                    Type::Pointer(_) | Type::Interface(_) => "pointer or interface type",
                    _ => return,
                };
                self.error_at(base, format!("invalid receiver type {ts} ({cause})"));
            }
            Type::Basic(_) => self.error_at(
                base,
                format!("cannot define new methods on non-local type {ts}"),
            ),
            _ => {
                let message = format!("invalid receiver type {}", self.type_string(recv_type));
                self.error_at(base, message);
            }
        }
    }

    /// The variables of a parameter or result list with their names; true if the last is variadic.
    fn collect_params(
        &mut self,
        role: VarRole,
        list: List<FieldId>,
        variadic_ok: bool,
    ) -> (Vec<(Option<ExprId>, ObjId)>, bool) {
        let ast = self.ast;
        let mut vars = Vec::with_capacity(list.len());
        let mut variadic = false;
        let mut previous: Option<(ExprId, TypeId)> = None;
        for (i, f) in ast.list(list).enumerate() {
            let field = ast.field(f);
            let Some(e) = field.ty else {
                continue;
            };
            let ty = match previous {
                Some((p, t)) if p == e => t,
                _ => {
                    let t = if let ExprKind::Variadic(elem) = ast.kind(e) {
                        let last = i + 1 == list.len();
                        if variadic_ok && last {
                            variadic = true;
                        } else if !last
                            && self
                                .pkg(self.env.pkg)
                                .context
                                .malformed
                                .contains(&ast.pos(e))
                        {
                            // The parser complained.
                        } else {
                            self.error_at(e, "can only use ... with final parameter in list");
                        }
                        let elem = self.var_type(elem);
                        if variadic {
                            let t = self.types.slice(elem);
                            self.record_type(e, t);
                            t
                        } else {
                            elem
                        }
                    } else {
                        self.var_type(e)
                    };
                    previous = Some((e, t));
                    t
                }
            };
            let (name, pos) = match field.name {
                Some(name) => (ast.name(name), ast.pos(name)),
                None => (Symbol::EMPTY, field.pos),
            };
            // Parameters need not be used.
            let obj = self.new_var(
                pos,
                name,
                ty,
                Var {
                    role,
                    used: true,
                    ..Var::default()
                },
            );
            vars.push((field.name, obj));
        }
        (vars, variadic)
    }
}
