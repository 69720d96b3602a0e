//! Identifiers and type expressions. Spec: "Types", "Instantiations".

use crate::checker::{Checker, MAX_NESTING};
use crate::constant::Value;
use crate::object::{ObjId, ObjectKind, VarRole};
use crate::operand::{Operand, OperandMode};
use crate::types::{Type, TypeId};
use crate::version::Version;
use parser::ast::{ExprId, ExprKind, List};
use source::{Pos, Symbol};

impl<'a> Checker<'a> {
    /// The identifier `e` as an operand. With `want_type` a type is expected.
    pub fn ident(&mut self, x: &mut Operand, e: ExprId, want_type: bool) {
        x.mode = OperandMode::Invalid;
        x.expr = Some(e);
        let name = self.ast.name(e);
        let Some((scope, obj)) = self.lookup_scope(name) else {
            let pos = self.ast.pos(e);
            if name.is_blank() && self.map.text(pos, pos.offset(1)) != "_" {
                // Stands for an operand whose absence the parser reported.
                return;
            }
            let message = if name.is_blank() {
                "cannot use _ as value or type".to_string()
            } else if !is_valid_name(name) {
                // The lexer complained.
                return;
            } else {
                self.note_probe(name);
                format!("undefined: {name}")
            };
            self.error_at(e, message);
            if !name.is_blank() {
                self.suggest_name(e);
            }
            return;
        };
        if self.env.version < Version(18)
            && matches!(self.obj(obj).ty, TypeId::ANY | TypeId::COMPARABLE)
            && self.obj(obj).pkg.is_none()
        {
            let pos = self.ast.pos(e);
            if !self.verify_version(pos, Version(18), &format!("predeclared {name}")) {
                return;
            }
        }
        self.record_use(e, obj);
        if want_type && let Some(kind) = self.non_type_kind(obj) {
            self.mark_var_used(obj);
            self.error_at(e, format!("{name} ({kind}) is not a type"));
            return;
        }
        let is_type = matches!(self.obj(obj).kind, ObjectKind::TypeName);
        // Looking at a type again may find a cycle.
        if self.obj(obj).ty == TypeId::UNSET || (is_type && want_type) {
            self.obj_decl(obj);
        }
        let ty = self.obj(obj).ty;
        if !self.state.dot_imports.is_empty()
            && let Some(&import) = self.state.dot_imports.get(&(scope, name))
        {
            self.mark_import_used(import);
        }
        let universe = self.obj(obj).pkg.is_none();
        match &self.obj(obj).kind {
            ObjectKind::PkgName { .. } => {
                self.error_at(e, format!("use of package {name} not in selector"));
                return;
            }
            ObjectKind::Const { value } => {
                let value = value.clone();
                self.add_decl_dep(obj);
                if !ty.is_valid() {
                    return;
                }
                if universe && name.as_str() == "iota" {
                    let Some(iota) = self.env.iota else {
                        self.error_at(e, "cannot use iota outside constant declaration");
                        return;
                    };
                    x.value = Some(Value::Int(iota as i64));
                } else {
                    x.value = Some(value);
                }
                x.mode = OperandMode::Constant;
            }
            ObjectKind::TypeName => x.mode = OperandMode::TypeExpr,
            ObjectKind::Var(_) => {
                if self.obj(obj).pkg == Some(self.env.pkg) {
                    self.mark_var_used(obj);
                }
                self.add_decl_dep(obj);
                if !ty.is_valid() {
                    return;
                }
                x.mode = OperandMode::Variable;
            }
            ObjectKind::Func(_) => {
                self.add_decl_dep(obj);
                x.mode = OperandMode::Value;
            }
            ObjectKind::Builtin(b) => x.mode = OperandMode::Builtin(*b),
            ObjectKind::Nil => x.mode = OperandMode::NilValue,
            ObjectKind::Label { .. } => return,
        }
        x.ty = ty;
    }

    /// What an object is that is no type.
    fn non_type_kind(&self, obj: ObjId) -> Option<&'static str> {
        Some(match &self.obj(obj).kind {
            ObjectKind::TypeName => return None,
            ObjectKind::PkgName { .. } => "package name",
            ObjectKind::Const { .. } => "constant",
            ObjectKind::Var(v) => match v.role {
                VarRole::Package => "package-level variable",
                VarRole::Receiver => "receiver",
                VarRole::Param => "parameter",
                VarRole::Result => "result variable",
                VarRole::Field => "struct field",
                VarRole::Local => "local variable",
            },
            ObjectKind::Func(_) => "function",
            ObjectKind::Builtin(_) => "built-in function",
            ObjectKind::Nil => "untyped nil",
            ObjectKind::Label { .. } => "label",
        })
    }

    pub fn mark_var_used(&mut self, obj: ObjId) {
        self.set_var_used(obj, true);
    }

    pub fn mark_import_used(&mut self, import: ObjId) {
        if let ObjectKind::PkgName { used, .. } = &mut self.objects[import.0 as usize].kind {
            *used = true;
        }
    }

    pub(crate) fn set_var_used(&mut self, obj: ObjId, is_used: bool) {
        if let ObjectKind::Var(v) = &mut self.objects[obj.0 as usize].kind {
            v.used = is_used;
        }
    }

    /// The type that `e` denotes.
    pub fn typ(&mut self, e: ExprId) -> TypeId {
        self.defined_type(e)
    }

    /// The type of a variable: no constraint interface.
    pub fn var_type(&mut self, e: ExprId) -> TypeId {
        let t = self.defined_type(e);
        self.valid_var_type(e, t);
        t
    }

    pub(crate) fn valid_var_type(&mut self, e: ExprId, t: TypeId) {
        match self.types.get(self.unalias(t)) {
            Type::Named(_) | Type::Interface(_) => {}
            _ => return,
        }
        // The type may be incomplete.
        self.later(move |c| {
            let u = c.under(t);
            if !matches!(c.types.get(u), Type::Interface(_)) {
                return;
            }
            let pos = c.ast.start(e);
            let set = c.compute_type_set(u, Some(pos));
            if set.terms.is_none() && !set.comparable {
                return;
            }
            let what = if set.comparable {
                "interface is (or embeds) comparable"
            } else {
                "interface contains type constraints"
            };
            let ts = c.type_string(t);
            c.soft_error(
                pos,
                format!("cannot use type {ts} outside a type constraint: {what}"),
            );
        });
    }

    pub(crate) fn defined_type(&mut self, e: ExprId) -> TypeId {
        let mut t = self.type_internal(e);
        if self.is_generic(t) {
            let message = format!(
                "cannot use generic type {} without instantiation",
                self.type_string(t)
            );
            self.error_at(e, message);
            t = TypeId::INVALID;
        }
        self.record_type(e, t);
        t
    }

    /// A generic type that is to be instantiated; `cause` says why it is none.
    pub fn generic_type(&mut self, e: ExprId, cause: &mut String) -> TypeId {
        let mut t = self.type_internal(e);
        if self.is_valid(t) && !self.is_generic(t) {
            *cause = format!("{} is not a generic type", self.type_string(t));
            t = TypeId::INVALID;
        }
        self.record_type(e, t);
        t
    }

    fn type_internal(&mut self, e: ExprId) -> TypeId {
        if self.depth > MAX_NESTING {
            self.error_at(e, "type nested too deeply");
            return TypeId::INVALID;
        }
        self.depth += 1;
        let t = self.type_of_kind(e);
        self.depth -= 1;
        t
    }

    fn type_of_kind(&mut self, e: ExprId) -> TypeId {
        match self.ast.kind(e) {
            ExprKind::Bad => TypeId::INVALID,
            ExprKind::Name(_) => {
                let mut x = Operand::invalid();
                self.ident(&mut x, e, true);
                self.type_operand(&x)
            }
            ExprKind::Selector { .. } => {
                let mut x = Operand::invalid();
                self.selector(&mut x, e, true);
                self.type_operand(&x)
            }
            ExprKind::Index { x, indices } => {
                let pos = self.ast.start(e);
                self.verify_version(pos, Version(18), "type instantiation");
                self.instantiated_type(x, indices)
            }
            ExprKind::Paren(x) => self.defined_type(x),
            ExprKind::ArrayType { len, elem } => {
                let Some(len) = len else {
                    self.error_at(
                        e,
                        "invalid use of [...] array (outside a composite literal)",
                    );
                    self.var_type(elem);
                    return TypeId::INVALID;
                };
                let len = self.array_length(len);
                let elem = self.var_type(elem);
                if len < 0 {
                    return TypeId::INVALID;
                }
                self.types.array(elem, len)
            }
            ExprKind::SliceType(elem) => {
                let elem = self.var_type(elem);
                self.types.slice(elem)
            }
            ExprKind::Variadic(elem) => {
                self.error_at(e, "invalid use of ...");
                self.var_type(elem);
                TypeId::INVALID
            }
            ExprKind::Star(base) => {
                let base = self.var_type(base);
                if !self.is_valid(base) {
                    return TypeId::INVALID;
                }
                self.types.pointer(base)
            }
            ExprKind::StructType { fields } => self.struct_type(fields),
            ExprKind::FuncType { .. } => {
                let t = self.types.add(Type::Signature(Box::default()));
                self.func_type(t, None, List::EMPTY, e);
                t
            }
            ExprKind::InterfaceType { elems } => {
                let t = self.types.add(Type::Interface(Box::default()));
                self.interface_type(t, self.ast.pos(e), elems);
                t
            }
            ExprKind::MapType { key, value } => {
                let k = self.var_type(key);
                let v = self.var_type(value);
                if !matches!(self.types.get(k), Type::Basic(_) | Type::Pointer(_)) {
                    self.later(move |c| c.check_map_key(key, k));
                }
                self.types.map(k, v)
            }
            ExprKind::ChanType { dir, elem } => {
                let elem = self.var_type(elem);
                self.types.chan(dir, elem)
            }
            _ => {
                let message = format!("{} is not a type", self.expr_string(e));
                self.error_at(e, message);
                self.use_exprs(&[e]);
                TypeId::INVALID
            }
        }
    }

    /// Spec: "The comparison operators == and != must be fully defined for operands of the key type."
    fn check_map_key(&mut self, e: ExprId, key: TypeId) {
        if !self.is_valid(key) || self.comparable_type(key, true).is_ok() {
            return;
        }
        let why = if self.is_type_param(key) {
            " (missing comparable constraint)"
        } else {
            ""
        };
        let message = format!("invalid map key type {}{why}", self.type_string(key));
        self.error_at(e, message);
        self.relate_incomparable(key);
    }

    /// The type that an operand in type position denotes.
    fn type_operand(&mut self, x: &Operand) -> TypeId {
        match x.mode {
            OperandMode::TypeExpr => return x.ty,
            OperandMode::Invalid => return TypeId::INVALID,
            OperandMode::NoValue => {
                let text = self.operand_string(x);
                if let Some(e) = x.expr {
                    self.error_at(e, format!("{text} used as type"));
                }
            }
            _ => {
                let text = self.operand_string(x);
                if let Some(e) = x.expr {
                    self.error_at(e, format!("{text} is not a type"));
                }
            }
        }
        TypeId::INVALID
    }

    fn instantiated_type(&mut self, x: ExprId, indices: List<ExprId>) -> TypeId {
        let ast = self.ast;
        let mut cause = String::new();
        let generic = self.generic_type(x, &mut cause);
        if !cause.is_empty() {
            let list: Vec<String> = ast.list(indices).map(|i| self.expr_string(i)).collect();
            let message = format!(
                "invalid operation: {}[{}] ({cause})",
                self.expr_string(x),
                list.join(", ")
            );
            self.error_at(x, message);
        }
        if !self.is_valid(generic) {
            return TypeId::INVALID;
        }
        let mut targs = Vec::with_capacity(indices.len());
        let mut positions = Vec::with_capacity(indices.len());
        for i in ast.list(indices) {
            targs.push(self.var_type(i));
            positions.push(ast.start(i));
        }
        if targs.iter().any(|&t| !t.is_valid()) {
            return TypeId::INVALID;
        }
        let tparams = self.tparams_of(generic);
        let name = match self.types.get(generic) {
            Type::Named(n) => self.obj(self.types.named(*n).obj).name,
            Type::Alias { obj, .. } => self.obj(*obj).name,
            _ => Symbol::EMPTY,
        };
        let pos = ast.pos(x);
        if !self.validate_targ_len(ast.start(x), name.as_str(), tparams.len(), targs.len()) {
            // The type is still known by its name.
            return match *self.types.get(generic) {
                Type::Named(n) if targs.len() < tparams.len() => self.instance(n, &targs, &[]),
                _ => TypeId::INVALID,
            };
        }
        let inst = self.instantiate(pos, generic, &targs, &positions, false);
        self.record_instance(x, &targs, inst);
        let written = match ast.kind(x) {
            // At the dot.
            ExprKind::Selector { sel, .. } => Pos(ast.pos(sel).0 - 1),
            _ => ast.start(x),
        };
        self.state.instance_pos.entry(inst).or_insert(written);
        let generic_obj = match self.types.get(generic) {
            Type::Named(n) => Some(self.types.named(*n).obj),
            _ => None,
        };
        // Constraints are checked when all types are complete.
        self.later(move |c| {
            if let Type::Named(n) = *c.types.get(generic)
                && c.types.named(n).underlying == Some(TypeId::INVALID)
            {
                return;
            }
            let tparams = c.tparams_of(generic);
            match c.verify(pos, &tparams, &targs) {
                Err((i, message)) => {
                    let pos = positions.get(i).copied().unwrap_or(pos);
                    c.soft_error(pos, message);
                }
                Ok(()) => {
                    if generic_obj.is_some() {
                        c.record_monomorph(pos, &tparams, &targs, &positions);
                    }
                }
            }
            if let Type::Named(n) = *c.types.get(inst) {
                c.valid_type(n);
            }
        });
        inst
    }

    /// The value of an array length, -1 after an error.
    pub(crate) fn array_length(&mut self, e: ExprId) -> i64 {
        // An undeclared name, or one that is no constant, has a better message.
        if let ExprKind::Name(name) = self.ast.kind(e) {
            match self.lookup(name) {
                None => {
                    let text = self.expr_string(e);
                    self.error_at(
                        e,
                        format!("undefined array length {text} or missing type constraint"),
                    );
                    return -1;
                }
                Some(obj) if !matches!(self.obj(obj).kind, ObjectKind::Const { .. }) => {
                    self.error_at(e, format!("invalid array length {name}"));
                    return -1;
                }
                Some(_) => {}
            }
        }
        let mut x = Operand::invalid();
        self.expr(None, &mut x, e);
        if x.mode != OperandMode::Constant {
            if x.mode != OperandMode::Invalid {
                let message = format!("array length {} must be constant", self.operand_string(&x));
                self.error_at(e, message);
            }
            return -1;
        }
        if self.is_untyped(x.ty) || self.is_integer(x.ty) {
            let value = x.value.clone().unwrap_or(Value::Unknown).to_int();
            if matches!(value, Value::Int(_) | Value::BigInt(_))
                && let Some(n) = value.as_i64()
                && n >= 0
            {
                return n;
            }
        }
        let text = self.operand_string(&x);
        let message = if self.is_integer(x.ty) {
            format!("invalid array length {text}")
        } else {
            format!("array length {text} must be integer")
        };
        self.error_at(e, message);
        -1
    }

    /// The value of a string literal.
    pub(crate) fn string_literal(&self, e: ExprId) -> Option<String> {
        let ExprKind::BasicLit { kind, end } = self.ast.kind(e) else {
            return None;
        };
        let value = Value::from_literal(kind, self.map.text(self.ast.pos(e), end));
        let bytes = value.as_bytes()?;
        Some(String::from_utf8_lossy(bytes).into_owned())
    }
}

/// Whether `name` has only characters of identifiers.
pub(crate) fn is_valid_name(name: Symbol) -> bool {
    let text = name.to_string();
    text.chars().all(|c| c == '_' || c.is_alphanumeric())
}
