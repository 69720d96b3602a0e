//! Calls, conversions, selectors, function instantiation. Spec: "Calls", "Selectors", "Method
//! expressions", "Instantiations".

use crate::checker::Checker;
use crate::expr::{ExprKind as Kind, Target};
use crate::info::{Selection, SelectionKind};
use crate::lookup::LookupResult;
use crate::object::{Builtin, Color, ObjId, ObjectKind, Var, VarRole};
use crate::operand::{Operand, OperandMode};
use crate::types::{Signature, Type, TypeId, TypeParamId};
use crate::typexpr::is_valid_name;
use crate::version::Version;
use parser::ast::{ExprId, ExprKind};
use source::{Pos, Symbol};

/// The type arguments given to generic functions among a call's arguments, by argument.
type Partial = Vec<(usize, Vec<TypeId>)>;

/// The type arguments written in a call.
struct Given {
    targs: Vec<TypeId>,
    /// Where each of them stands.
    positions: Vec<Pos>,
    partial: Partial,
}

impl<'a> Checker<'a> {
    /// The signature that a function type is, if it is one.
    pub(crate) fn signature_of(&mut self, t: TypeId) -> Option<Signature> {
        let u = self.under(t);
        match self.types.get(u) {
            Type::Signature(s) => Some((**s).clone()),
            _ => None,
        }
    }

    /// Instantiates the generic function `x` with the type arguments in the index expression `inst`,
    /// inferring missing ones from the `target` of an assignment.
    pub(crate) fn func_inst(
        &mut self,
        target: Option<&Target>,
        pos: Pos,
        x: &mut Operand,
        inst: Option<ExprId>,
    ) {
        let ast = self.ast;
        let Some(sig) = self.signature_of(x.ty) else {
            x.invalidate();
            return;
        };
        let at = inst.map_or(pos, |inst| ast.start(ast.unparen(inst)));
        let is_old = !self.verify_version(at, Version(18), "function instantiation");
        let mut targs = Vec::new();
        let mut positions = Vec::new();
        let mut func = x.expr;
        if let Some(inst) = inst
            && let ExprKind::Index { x: base, indices } = ast.kind(inst)
        {
            func = Some(base);
            let Some(list) = self.type_list(indices) else {
                x.invalidate();
                return;
            };
            targs = list;
            positions = ast.list(indices).map(|e| ast.start(e)).collect();
            if targs.len() > sig.tparams.len() {
                let at = ast.item(indices, sig.tparams.len());
                let message = format!(
                    "got {} type arguments but want {}",
                    targs.len(),
                    sig.tparams.len()
                );
                self.error_at(at, message);
                x.invalidate();
                return;
            }
        }
        if targs.len() < sig.tparams.len() {
            let mut args = Vec::new();
            let mut params = Vec::new();
            if let Some(target) = target {
                if !is_old && !self.allow_version(Version(21)) {
                    let how = if inst.is_some() {
                        "partially"
                    } else {
                        "implicitly"
                    };
                    self.version_error(
                        pos,
                        Version(21),
                        &format!("{how} instantiated function in assignment"),
                    );
                }
                let plain = Signature {
                    tparams: Vec::new(),
                    ..sig.clone()
                };
                params.push(self.types.add(Type::Signature(Box::new(plain))));
                args.push(Operand {
                    mode: OperandMode::Value,
                    expr: None,
                    ty: target.sig,
                    value: None,
                });
            }
            let (fresh, ids) = self.fresh_tparams(&sig.tparams);
            let params: Vec<TypeId> = params
                .iter()
                .map(|&p| self.subst(p, &sig.tparams, &ids))
                .collect();
            match self.infer(pos, &fresh, &targs, &params, &args, true) {
                Ok(list) => targs = list,
                Err((at, mut message)) => {
                    if !message.is_empty() {
                        if let Some(target) = target {
                            message = message.replace(" of  ", &format!(" of {} ", target.desc));
                            if message.ends_with(" of ") {
                                message += &target.desc;
                            }
                        }
                        let at = if at.is_known() { at } else { pos };
                        self.error(at, message);
                    }
                    x.invalidate();
                    return;
                }
            }
        }
        x.ty = self.instantiate_signature(pos, func, &targs, x.ty, &positions);
        x.mode = OperandMode::Value;
    }

    fn fresh_tparams(&mut self, tparams: &[TypeParamId]) -> (Vec<TypeParamId>, Vec<TypeId>) {
        let (fresh, _) = self.rename_tparams(tparams, TypeId::INVALID);
        let ids = fresh.iter().map(|&p| self.types.tparam(p).id).collect();
        (fresh, ids)
    }

    pub(crate) fn instantiate_signature(
        &mut self,
        pos: Pos,
        func: Option<ExprId>,
        targs: &[TypeId],
        sig: TypeId,
        positions: &[Pos],
    ) -> TypeId {
        let sig = self.under(sig);
        let inst = self.instantiate(pos, sig, targs, positions, false);
        if let Some(func) = func {
            self.record_instance(func, targs, inst);
            self.record_type_and_value(func, OperandMode::Value, inst, None);
        }
        // Constraints are checked when all types are complete.
        let tparams = self.tparams_of(sig);
        let (targs, positions) = (targs.to_vec(), positions.to_vec());
        self.later(move |c| match c.verify(pos, &tparams, &targs) {
            Err((i, message)) => {
                let pos = positions.get(i).copied().unwrap_or(pos);
                c.soft_error(pos, message);
            }
            Ok(()) => c.record_monomorph(pos, &tparams, &targs, &positions),
        });
        inst
    }

    pub(crate) fn call_expr(&mut self, x: &mut Operand, e: ExprId) -> Kind {
        let ast = self.ast;
        let ExprKind::Call {
            func,
            args,
            spread,
            rparen,
        } = ast.kind(e)
        else {
            return Kind::Statement;
        };
        let list: Vec<ExprId> = ast.list(args).collect();
        let mut inst = None;
        if let ExprKind::Index { .. } = ast.kind(func) {
            *x = Operand::invalid();
            x.expr = Some(func);
            if self.index_expr(x, func) {
                inst = Some(func);
            }
            x.expr = Some(func);
            if x.mode != OperandMode::Invalid && inst.is_none() {
                let (mode, ty) = (x.mode, x.ty);
                self.record_type_and_value(func, mode, ty, None);
            }
        } else {
            self.raw_expr(None, x, func, None, true);
            if x.mode == OperandMode::NoValue {
                let message = format!("{} used as value or type", self.operand_string(x));
                self.error_operand(x, message);
                x.invalidate();
            }
            self.single_value(x);
        }
        match x.mode {
            OperandMode::Invalid => {
                self.use_exprs(&list);
                x.expr = Some(e);
                return Kind::Statement;
            }
            OperandMode::TypeExpr => {
                self.conversion_call(x, e, &list, spread, rparen);
                x.expr = Some(e);
                return Kind::Conversion;
            }
            OperandMode::Builtin(b) => {
                if !self.builtin(x, e, b) {
                    x.invalidate();
                }
                x.expr = Some(e);
                if !matches!(x.mode, OperandMode::Invalid | OperandMode::Constant) {
                    self.env.has_call_or_recv = true;
                }
                return match b {
                    Builtin::Clear
                    | Builtin::Close
                    | Builtin::Copy
                    | Builtin::Delete
                    | Builtin::Panic
                    | Builtin::Print
                    | Builtin::Println
                    | Builtin::Recover => Kind::Statement,
                    _ if x.mode == OperandMode::Invalid => Kind::Statement,
                    _ => Kind::Expression,
                };
            }
            _ => {}
        }
        let sig_type = match self.common_under(x.ty) {
            Ok(u) if matches!(self.types.get(u), Type::Signature(_)) => u,
            other => {
                let text = self.operand_string(x);
                let message = match other {
                    Err(cause) => format!("invalid operation: cannot call {text}: {cause}"),
                    Ok(_) => {
                        let ts = self.type_string(x.ty);
                        format!("invalid operation: cannot call {text}: {ts} is not a function")
                    }
                };
                self.error_operand(x, message);
                if let Some(e) = x.expr
                    && !self.relate_hidden(e)
                {
                    self.relate_variable(e);
                }
                x.invalidate();
                x.expr = Some(e);
                return Kind::Statement;
            }
        };
        let mut sig_type = sig_type;
        let mut targs = Vec::new();
        let mut positions = Vec::new();
        if let Some(inst) = inst
            && let ExprKind::Index { x: base, indices } = ast.kind(inst)
        {
            let Some(types) = self.type_list(indices) else {
                self.use_exprs(&list);
                x.invalidate();
                x.expr = Some(e);
                return Kind::Statement;
            };
            targs = types;
            positions = ast.list(indices).map(|i| ast.start(i)).collect();
            let want = self.tparams_of(sig_type).len();
            if targs.len() > want {
                let message = format!("got {} type arguments but want {want}", targs.len());
                self.error_at(ast.item(indices, want), message);
                self.use_exprs(&list);
                x.invalidate();
                x.expr = Some(e);
                return Kind::Statement;
            }
            if targs.len() == want {
                let pos = ast.pos(inst);
                let at = ast.start(ast.unparen(inst));
                self.verify_version(at, Version(18), "function instantiation");
                sig_type =
                    self.instantiate_signature(pos, Some(base), &targs, sig_type, &positions);
                self.record_type_and_value(func, OperandMode::Value, sig_type, None);
                targs.clear();
            }
        }
        if !self.tparams_of(sig_type).is_empty() {
            let what = match inst {
                Some(_) => "function instantiation",
                None => "implicit function instantiation",
            };
            self.verify_version(ast.start(e), Version(18), what);
        }
        let (mut operands, partial) = self.arguments_list(&list);
        let given = Given {
            targs,
            positions,
            partial,
        };
        let func = inst.unwrap_or(func);
        let result = self.arguments(e, sig_type, &given, &mut operands, func);
        let Type::Signature(s) = self.types.get(result) else {
            x.invalidate();
            return Kind::Statement;
        };
        let results: Vec<TypeId> = s.results.iter().map(|&r| self.obj(r).ty).collect();
        let unresolved = s.tparams.clone();
        match results.as_slice() {
            [] => {
                x.mode = OperandMode::NoValue;
                x.ty = TypeId::EMPTY_TUPLE;
            }
            [one] => {
                x.mode = OperandMode::Value;
                x.ty = *one;
            }
            many => {
                x.mode = OperandMode::Value;
                x.ty = self.types.tuple(many);
            }
        }
        x.value = None;
        x.expr = Some(e);
        if x.mode == OperandMode::Value
            && !unresolved.is_empty()
            && self.is_parameterized(x.ty, &unresolved, 0)
        {
            x.invalidate();
        }
        self.env.has_call_or_recv = true;
        Kind::Statement
    }

    fn conversion_call(
        &mut self,
        x: &mut Operand,
        e: ExprId,
        args: &[ExprId],
        spread: bool,
        rparen: Pos,
    ) {
        if self.is_generic(x.ty) {
            let text = x.expr.map_or(String::new(), |e| self.expr_string(e));
            self.error_operand(
                x,
                format!("cannot use generic type {text} without instantiation"),
            );
            self.use_exprs(args);
            x.invalidate();
            return;
        }
        let t = x.ty;
        x.invalidate();
        let ts = self.type_string(t);
        let start = x.expr.map_or(rparen, |func| self.ast.start(func));
        match *args {
            [] => self.error(start, format!("missing argument in conversion to {ts}")),
            [arg] => {
                self.expr(None, x, arg);
                if x.mode == OperandMode::Invalid {
                    return;
                }
                if self.is_non_type_param_interface(t) {
                    let u = self.under(t);
                    let set = self.type_set(u);
                    if set.terms.is_some() || set.comparable {
                        let message = format!(
                            "cannot use interface {ts} in conversion (contains specific type constraints or is comparable)"
                        );
                        self.error_at(e, message);
                        x.invalidate();
                        return;
                    }
                }
                if spread {
                    self.error_at(arg, format!("invalid use of ... in conversion to {ts}"));
                    x.invalidate();
                    return;
                }
                self.conversion(x, t);
            }
            [.., last] => {
                self.use_exprs(args);
                self.error_at(last, format!("too many arguments in conversion to {ts}"));
            }
        }
    }

    /// The operands of an argument list: a single multi-valued call stands for all of them. Generic
    /// functions stay uninstantiated; those with some type arguments come with them.
    fn arguments_list(&mut self, list: &[ExprId]) -> (Vec<Operand>, Partial) {
        let mut partial = Partial::new();
        let mut operands = Vec::with_capacity(list.len());
        for (i, &e) in list.iter().enumerate() {
            let mut x = Operand::invalid();
            x.expr = Some(e);
            if let ExprKind::Index { indices, .. } = self.ast.kind(e) {
                if self.index_expr(&mut x, e) {
                    let known = self.tparams_of(x.ty).len();
                    if indices.len() < known {
                        match self.type_list(indices) {
                            Some(targs) => partial.push((i, targs)),
                            None => x.invalidate(),
                        }
                        x.expr = Some(e);
                        operands.push(x);
                        continue;
                    }
                    let pos = self.ast.pos(e);
                    self.func_inst(None, pos, &mut x, Some(e));
                }
                x.expr = Some(e);
                self.record(&x);
            } else {
                self.raw_expr(None, &mut x, e, None, true);
            }
            if list.len() == 1
                && x.mode == OperandMode::Value
                && let Type::Tuple(types) = self.types.get(x.ty)
            {
                let values = types.clone();
                let values = values.iter().map(|&ty| Operand {
                    mode: OperandMode::Value,
                    expr: Some(e),
                    ty,
                    value: None,
                });
                return (values.collect(), partial);
            }
            self.exclude_for_argument(&mut x);
            self.single_value(&mut x);
            operands.push(x);
        }
        (operands, partial)
    }

    fn exclude_for_argument(&mut self, x: &mut Operand) {
        let what = match x.mode {
            OperandMode::NoValue => "used as value",
            OperandMode::Builtin(_) => "must be called",
            OperandMode::TypeExpr => "is not an expression",
            _ => return,
        };
        let message = format!("{} {what}", self.operand_string(x));
        self.error_operand(x, message);
        if let Some(e) = x.expr {
            self.relate_call(e);
        }
        x.invalidate();
    }

    /// Checks the arguments of a call against the signature, inferring type arguments; the
    /// instantiated signature.
    fn arguments(
        &mut self,
        call: ExprId,
        sig_type: TypeId,
        written: &Given,
        args: &mut [Operand],
        func: ExprId,
    ) -> TypeId {
        let ast = self.ast;
        let ExprKind::Call {
            args: arg_list,
            spread,
            rparen,
            ..
        } = ast.kind(call)
        else {
            return sig_type;
        };
        let Some(sig) = self.signature_of(sig_type) else {
            return sig_type;
        };
        let mut params: Vec<TypeId> = sig.params.iter().map(|&p| self.obj(p).ty).collect();
        let mut want = params.len();
        let nargs = args.len();
        let func_text = |c: &Self| c.expr_string(func);
        if sig.variadic {
            if spread {
                if arg_list.len() == 1 && nargs > 1 {
                    let first = ast.item(arg_list, 0);
                    let message = format!(
                        "cannot use ... with {nargs}-valued {}",
                        self.expr_string(first)
                    );
                    self.error_at(first, message);
                    return sig_type;
                }
            } else if nargs + 1 >= want {
                if let Some(last) = params.pop() {
                    let elem = match *self.types.get(last) {
                        Type::Slice(e) => e,
                        _ => TypeId::BYTE,
                    };
                    params.resize(nargs.max(params.len()), elem);
                }
                want = nargs;
            } else {
                want -= 1;
            }
        } else if spread {
            let message = format!("cannot use ... in call to non-variadic {}", func_text(self));
            self.error_at(call, message);
            return sig_type;
        }
        if nargs != want {
            let (what, at) = if nargs > want {
                (
                    "too many",
                    args[want].expr.map_or(rparen, |e| self.at_pos(e)),
                )
            } else {
                {
                    let last = args.last().and_then(|a| a.expr).unwrap_or(call);
                    ("not enough", self.at_pos(last))
                }
            };
            let have: Vec<TypeId> = args.iter().map(|a| a.ty).collect();
            let declared: Vec<TypeId> = sig.params.iter().map(|&p| self.obj(p).ty).collect();
            let message = format!(
                "{what} arguments in call to {}\n\thave {}\n\twant {}",
                func_text(self),
                self.types_summary(&have, false, spread),
                self.types_summary(&declared, sig.variadic, false)
            );
            self.error(at, message);
            let at_fault = args.get(want).or(args.last()).and_then(|a| a.expr);
            self.show_until(at_fault.unwrap_or(call));
            self.relate_callee(func);
            return sig_type;
        }
        // Generic functions as arguments take part in the inference.
        let mut generic_args: Vec<(usize, TypeId, Vec<TypeParamId>)> = Vec::new();
        for (i, arg) in args.iter_mut().enumerate() {
            if arg.mode == OperandMode::Invalid {
                continue;
            }
            if let Some(s) = self.signature_of(arg.ty)
                && !s.tparams.is_empty()
            {
                let original = arg.ty;
                let u = self.under(arg.ty);
                let (fresh, renamed) = self.rename_tparams(&s.tparams, u);
                let Some(mut plain) = self.signature_of(renamed) else {
                    continue;
                };
                plain.tparams = Vec::new();
                arg.ty = self.types.add(Type::Signature(Box::new(plain)));
                generic_args.push((i, original, fresh));
            }
        }
        let mut result = sig_type;
        if !sig.tparams.is_empty() || !generic_args.is_empty() {
            let (mut tparams, ids) = self.fresh_tparams(&sig.tparams);
            let n = tparams.len();
            let renamed: Vec<TypeId> = params
                .iter()
                .map(|&p| self.subst(p, &sig.tparams, &ids))
                .collect();
            for (_, _, fresh) in &generic_args {
                tparams.extend(fresh);
            }
            let mut given = written.targs.clone();
            let mut start = n;
            for (i, _, fresh) in &generic_args {
                given.resize(start, TypeId::UNSET);
                if let Some((_, known)) = written.partial.iter().find(|p| p.0 == *i) {
                    given.extend(known);
                }
                start += fresh.len();
            }
            given.resize(tparams.len(), TypeId::UNSET);
            let pos = ast.pos(call);
            if written.targs.len() < n {
                let at = ast.start(call);
                self.verify_version(at, Version(18), "implicit function instantiation");
            }
            if !self.allow_version(Version(21)) {
                for (i, _, _) in &generic_args {
                    let how = match written.partial.iter().any(|p| p.0 == *i) {
                        true => "partially",
                        false => "implicitly",
                    };
                    let at = args[*i].expr.map_or(pos, |e| ast.start(e));
                    self.version_error(
                        at,
                        Version(21),
                        &format!("{how} instantiated function as argument"),
                    );
                }
            }
            let inferred = match self.infer(pos, &tparams, &given, &renamed, args, false) {
                Ok(list) => list,
                Err((at, message)) => {
                    if !message.is_empty() {
                        let text = func_text(self);
                        self.error(at, format!("in call to {text}, {message}"));
                    }
                    return sig_type;
                }
            };
            if n > 0 {
                let name = match ast.kind(func) {
                    ExprKind::Index { x, .. } => x,
                    _ => func,
                };
                result = self.instantiate_signature(
                    pos,
                    Some(name),
                    &inferred[..n],
                    sig_type,
                    &written.positions,
                );
                self.record_type_and_value(func, OperandMode::Value, result, None);
                params = params
                    .iter()
                    .map(|&p| self.subst(p, &sig.tparams, &inferred[..n]))
                    .collect();
            }
            let mut start = n;
            for (i, original, fresh) in generic_args {
                let own = &inferred[start..start + fresh.len()];
                start += fresh.len();
                let arg = &mut args[i];
                arg.ty = self.instantiate_signature(pos, arg.expr, own, original, &[]);
            }
        }
        let context = format!("argument to {}", func_text(self));
        for (arg, &param) in args.iter_mut().zip(&params) {
            let reported = self.diags.list.len();
            self.assignment(arg, Some(param), &context);
            if self.diags.list.len() > reported {
                self.relate_callee(func);
            }
        }
        result
    }

    pub(crate) fn selector(&mut self, x: &mut Operand, e: ExprId, want_type: bool) {
        let ast = self.ast;
        *x = Operand::invalid();
        x.expr = Some(e);
        let ExprKind::Selector { x: base, sel } = ast.kind(e) else {
            return;
        };
        let name = ast.name(sel);
        if let ExprKind::Name(base_name) = ast.kind(base)
            && let Some(obj) = self.lookup(base_name)
            && let ObjectKind::PkgName { imported, .. } = self.obj(obj).kind
        {
            self.record_use(base, obj);
            self.mark_import_used(obj);
            self.qualified(x, e, sel, imported);
            return;
        }
        self.expr_or_type(x, base, false);
        x.value = None;
        if x.mode == OperandMode::Invalid {
            x.expr = Some(e);
            return;
        }
        if matches!(x.mode, OperandMode::Builtin(_)) {
            let text = self.operand_string(x);
            self.error(
                Pos(ast.pos(sel).0 - 1),
                format!("invalid use of {text} in selector expression"),
            );
            x.invalidate();
            return;
        }
        if name.is_blank() {
            let pos = ast.pos(sel);
            self.error(pos, "cannot refer to blank field or method");
            x.invalidate();
            return;
        }
        let sel_pos = ast.pos(sel);
        if x.mode == OperandMode::TypeExpr && !self.require_complete(x.ty) {
            x.invalidate();
            return;
        }
        if want_type {
            let message = format!("{} is not a type", self.expr_string(e));
            self.error(sel_pos, message);
            x.invalidate();
            return;
        }
        if x.mode == OperandMode::NilValue {
            let text = self.expr_string(e);
            self.error(
                sel_pos,
                format!("{text} undefined (type untyped nil has no field or method {name})"),
            );
            x.invalidate();
            return;
        }
        // An untyped constant has the methods of no type.
        let recv = if self.is_untyped(x.ty) {
            self.default_type(x.ty)
        } else {
            x.ty
        };
        let pkg = Some(self.env.pkg);
        let addressable = x.mode == OperandMode::Variable;
        let found = match self.lookup_field_or_method(recv, addressable, pkg, name, false) {
            LookupResult::Found(l) => l,
            other => {
                self.selector_error(x, base, name, sel_pos, other);
                x.invalidate();
                x.expr = Some(e);
                return;
            }
        };
        if self.obj(found.obj).color != Color::Black {
            self.obj_decl(found.obj);
        }
        let is_method = matches!(self.obj(found.obj).kind, ObjectKind::Func(_));
        let selection = |kind, ty| Selection {
            kind,
            recv,
            obj: found.obj,
            path: found.path.clone().into(),
            indirect: found.indirect,
            ty,
        };
        if x.mode == OperandMode::TypeExpr {
            if !is_method {
                let message = format!(
                    "{}.{name} undefined (type {} has no method {name})",
                    self.expr_string(base),
                    self.type_string(recv)
                );
                self.error(sel_pos, message);
                x.invalidate();
                return;
            }
            let Some(mut sig) = self.signature_of(found.ty) else {
                x.invalidate();
                return;
            };
            let param = self.new_var(
                Pos::NONE,
                Symbol::EMPTY,
                recv,
                Var {
                    role: VarRole::Param,
                    used: true,
                    ..Var::default()
                },
            );
            // Parameters are all named or none is.
            if sig
                .params
                .iter()
                .any(|&p| !self.obj(p).name.as_str().is_empty())
            {
                let declared = self.receiver_name(found.obj);
                self.obj_mut(param).name = declared;
            }
            sig.params.insert(0, param);
            sig.recv = None;
            sig.recv_tparams = Vec::new();
            let ty = self.types.add(Type::Signature(Box::new(sig)));
            self.record_selection(e, selection(SelectionKind::MethodExpr, ty));
            x.mode = OperandMode::Value;
            x.ty = ty;
            self.add_decl_dep(found.obj);
        } else if is_method {
            self.record_selection(e, selection(SelectionKind::MethodVal, found.ty));
            // The value is converted to its default type first.
            if self.is_untyped(x.ty)
                && let Some(b) = x.expr
            {
                self.update_expr_type(b, recv, true);
            }
            x.mode = OperandMode::Value;
            x.ty = found.ty;
            self.add_decl_dep(found.obj);
        } else {
            self.record_selection(e, selection(SelectionKind::FieldVal, found.ty));
            x.mode = if addressable || found.indirect {
                OperandMode::Variable
            } else {
                OperandMode::Value
            };
            x.ty = found.ty;
            if !x.ty.is_valid() {
                x.invalidate();
            }
        }
        x.expr = Some(e);
    }

    /// The name of a method's receiver as declared, `_` if it has none.
    fn receiver_name(&self, method: crate::object::ObjId) -> Symbol {
        let Type::Signature(sig) = self.types.get(self.obj(method).ty) else {
            return Symbol::BLANK;
        };
        match sig.recv.map(|r| self.obj(r).name) {
            Some(name) if !name.as_str().is_empty() => name,
            _ => Symbol::BLANK,
        }
    }

    fn selector_error(
        &mut self,
        x: &Operand,
        base: ExprId,
        name: Symbol,
        pos: Pos,
        result: LookupResult,
    ) {
        let u = self.under(x.ty);
        if !u.is_valid() {
            return;
        }
        let (bs, ts) = (self.expr_string(base), self.type_string(x.ty));
        let pointer_method = match &result {
            LookupResult::PointerReceiver(l) => Some(l.obj),
            _ => None,
        };
        let message = match result {
            LookupResult::Ambiguous => format!("ambiguous selector {bs}.{name}"),
            LookupResult::PointerReceiver(_) if x.mode == OperandMode::TypeExpr => {
                format!(
                    "invalid method expression {bs}.{name} (needs pointer receiver (*{bs}).{name})"
                )
            }
            LookupResult::PointerReceiver(_) => {
                format!("cannot call pointer method {name} on {ts}")
            }
            _ => {
                let why = if self.is_interface_ptr(x.ty) {
                    self.interface_ptr_error(x.ty)
                } else {
                    let pkg = Some(self.env.pkg);
                    let alt = match self.lookup_field_or_method(x.ty, true, pkg, name, true) {
                        LookupResult::Found(l) | LookupResult::PointerReceiver(l) => Some(l.obj),
                        _ => None,
                    };
                    self.lookup_error(x.ty, name, alt, false)
                };
                format!("{bs}.{name} undefined ({why})")
            }
        };
        self.error(pos, message);
        match pointer_method {
            Some(method) => self.relate_pointer_method(method),
            None => self.suggest_selector(x, base, name, pos),
        }
    }

    /// Whether gc's importing packages would know of the object at all: unexported ones mostly are not
    /// in the export data, but for types; those of std packages are ours, not Go's.
    fn is_in_export_data(&self, obj: ObjId) -> bool {
        let o = self.obj(obj);
        let is_std = o.pkg.is_some_and(|p| self.pkg(p).is_std);
        o.name.is_exported() || !is_std && matches!(o.kind, ObjectKind::TypeName)
    }

    /// `pkg.Name`.
    fn qualified(
        &mut self,
        x: &mut Operand,
        e: ExprId,
        sel: ExprId,
        imported: crate::object::PkgId,
    ) {
        let name = self.ast.name(sel);
        let pos = self.ast.pos(sel);
        if self.is_missing_package(imported) {
            x.invalidate();
            return;
        }
        let scope = self.pkg(imported).scope;
        let found = self.scope(scope).lookup(name);
        let Some(obj) = found.filter(|&o| self.is_in_export_data(o)) else {
            if !is_valid_name(name) {
                // The lexer complained.
                return;
            }
            let mut message = format!("undefined: {}", self.expr_string(e));
            // Another capitalisation?
            let lower = name.as_str().to_lowercase();
            let names = self.scope(scope).objects();
            let other = names
                .iter()
                .find(|n| n.0.is_exported() && n.0.as_str().to_lowercase() == lower);
            if let Some((other, _)) = other {
                message += &format!(" (but have {other})");
            }
            self.error(pos, message);
            self.suggest_package_member(sel, imported);
            return;
        };
        if !name.is_exported() {
            let message = format!(
                "name {name} not exported by package {}",
                self.pkg(imported).name
            );
            self.error(pos, message);
        }
        self.record_use(sel, obj);
        if self.obj(obj).color != Color::Black {
            self.obj_decl(obj);
        }
        let ty = self.obj(obj).ty;
        x.mode = match &self.obj(obj).kind {
            ObjectKind::Const { value } => {
                x.value = Some(value.clone());
                OperandMode::Constant
            }
            ObjectKind::TypeName => OperandMode::TypeExpr,
            ObjectKind::Var(_) => OperandMode::Variable,
            ObjectKind::Func(_) => OperandMode::Value,
            ObjectKind::Builtin(b) => OperandMode::Builtin(*b),
            _ => return,
        };
        x.ty = ty;
        if !matches!(x.mode, OperandMode::Builtin(_)) && !ty.is_valid() {
            x.invalidate();
        }
    }
}
