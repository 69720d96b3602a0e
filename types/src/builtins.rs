//! Calls of built-in functions. Spec: "Built-in functions".

use crate::checker::Checker;
use crate::constant::{Kind, Value};
use crate::object::{Builtin, ObjId, ObjectKind};
use crate::operand::{Operand, OperandMode};
use crate::types::{BasicKind, Type, TypeId};
use crate::version::Version;
use parser::ast::{BinaryOp, ChanDir, ExprId, ExprKind};

impl Builtin {
    /// Name, least number of arguments, whether there may be more.
    fn shape(self) -> (&'static str, usize, bool) {
        use Builtin::*;
        match self {
            Append => ("append", 1, true),
            Cap => ("cap", 1, false),
            Clear => ("clear", 1, false),
            Close => ("close", 1, false),
            Complex => ("complex", 2, false),
            Copy => ("copy", 2, false),
            Delete => ("delete", 2, false),
            Imag => ("imag", 1, false),
            Len => ("len", 1, false),
            Make => ("make", 1, true),
            Max => ("max", 1, true),
            Min => ("min", 1, true),
            New => ("new", 1, false),
            Panic => ("panic", 1, false),
            Print => ("print", 0, true),
            Println => ("println", 0, true),
            Real => ("real", 1, false),
            Recover => ("recover", 0, false),
            Add => ("unsafe.Add", 2, false),
            Alignof => ("unsafe.Alignof", 1, false),
            Offsetof => ("unsafe.Offsetof", 1, false),
            Sizeof => ("unsafe.Sizeof", 1, false),
            Slice => ("unsafe.Slice", 2, false),
            SliceData => ("unsafe.SliceData", 1, false),
            String => ("unsafe.String", 2, false),
            StringData => ("unsafe.StringData", 1, false),
        }
    }
}

impl<'a> Checker<'a> {
    /// Checks the call `e` of a built-in function; false after an error.
    pub(crate) fn builtin(&mut self, x: &mut Operand, e: ExprId, b: Builtin) -> bool {
        let ast = self.ast;
        let ExprKind::Call {
            args: arg_list,
            spread,
            ..
        } = ast.kind(e)
        else {
            return false;
        };
        let list: Vec<ExprId> = ast.list(arg_list).collect();
        let (name, least, more) = b.shape();
        if spread && b != Builtin::Append {
            let pos = ast.start(e);
            let name = name.trim_start_matches("unsafe.");
            self.error(
                pos,
                format!("invalid operation: invalid use of ... with built-in {name}"),
            );
            self.use_exprs(&list);
            return false;
        }
        let saved_call = std::mem::replace(&mut self.env.has_call_or_recv, false);
        let mut args: Vec<Operand> = Vec::new();
        let mut count = list.len();
        if !matches!(b, Builtin::Make | Builtin::New | Builtin::Offsetof) {
            args = self.expr_list(&list);
            if list.is_empty() {
                args.clear();
            }
            count = args.len();
            if args.iter().any(|a| a.mode == OperandMode::Invalid) {
                self.env.has_call_or_recv |= saved_call;
                return false;
            }
            if let Some(first) = args.first() {
                *x = first.clone();
            }
        }
        let has_call = self.env.has_call_or_recv;
        self.env.has_call_or_recv |= saved_call;
        let problem = if count < least {
            "not enough"
        } else if !more && count > least {
            "too many"
        } else {
            ""
        };
        if !problem.is_empty() {
            let text = self.expr_string(e);
            self.error_at(
                e,
                format!("invalid operation: {problem} arguments for {text} (expected {least}, found {count})"),
            );
            return false;
        }
        use Builtin::*;
        match b {
            Append => self.builtin_append(x, e, args, spread),
            Len | Cap => self.builtin_len(x, b, name, has_call),
            Clear => {
                let terms = self.typeset(x.ty).unwrap_or_default();
                let ok = !terms.is_empty()
                    && terms.iter().all(|t| {
                        matches!(self.types.get(t.under), Type::Map { .. } | Type::Slice(_))
                    });
                if !ok {
                    let text = self.operand_string(x);
                    self.error_operand(
                        x,
                        format!(
                            "invalid argument: cannot clear {text}: argument must be (or constrained by) map or slice"
                        ),
                    );
                    return false;
                }
                self.verify_builtin(e, Version(21), "clear")
                    .then(|| x.mode = OperandMode::NoValue)
                    .is_some()
            }
            Close => self.builtin_close(x),
            Complex => self.builtin_complex(x, e, args),
            Real | Imag => self.builtin_real(x, b),
            Copy => self.builtin_copy(x, &args),
            Delete => self.builtin_delete(x, args),
            Make => self.builtin_make(x, e, &list),
            Max | Min => self.builtin_min(x, e, args, b, name),
            New => self.builtin_new(x, list[0]),
            Panic => {
                let any = TypeId::ANY;
                self.assignment(x, Some(any), "argument to panic");
                if x.mode == OperandMode::Invalid {
                    return false;
                }
                let returns = match self.env.sig.map(|s| self.types.get(s)) {
                    Some(Type::Signature(s)) => !s.results.is_empty(),
                    _ => false,
                };
                if returns {
                    self.env.is_panic.insert(e);
                }
                x.mode = OperandMode::NoValue;
                true
            }
            Print | Println => {
                let context = format!("argument to built-in {name}");
                for mut a in args {
                    self.assignment(&mut a, None, &context);
                    if a.mode == OperandMode::Invalid {
                        return false;
                    }
                }
                x.mode = OperandMode::NoValue;
                true
            }
            Recover => {
                x.mode = OperandMode::Value;
                // gc's result is spelled `interface{}`.
                x.ty = self.types.add(Type::Interface(Box::default()));
                true
            }
            _ => self.builtin_unsafe(x, b, args, &list),
        }
    }

    fn verify_builtin(&mut self, e: ExprId, version: Version, name: &str) -> bool {
        let pos = self.ast.start(e);
        self.verify_version(pos, version, name)
    }

    fn builtin_append(
        &mut self,
        x: &mut Operand,
        e: ExprId,
        mut args: Vec<Operand>,
        spread: bool,
    ) -> bool {
        let s = x.ty;
        let core = self.core_type(s);
        // append([]byte, string...)
        let mut elem = None;
        if let Some(u) = core
            && let Type::Slice(t) = *self.types.get(u)
        {
            elem = Some(t);
        } else if let Some(terms) = self.typeset(s)
            && self.is_type_param(s)
            && !terms.is_empty()
            && terms.iter().all(|t| self.is_bytes_or_runes(t.under))
        {
            elem = Some(TypeId::BYTE);
        }
        let Some(elem) = elem else {
            let text = self.argument_string(x);
            self.error_operand(
                x,
                format!("invalid append: argument must be a slice; have {text}"),
            );
            return false;
        };
        if spread && args.len() == 2 {
            let arg = args[1].clone();
            let core = self.core_string(arg.ty);
            if core.is_some_and(|c| self.is_string(c))
                && self.basic_kind(elem) == Some(BasicKind::Uint8)
            {
                if self.is_untyped(arg.ty)
                    && let Some(a) = arg.expr
                {
                    self.update_expr_type(a, TypeId::STRING, true);
                }
                x.mode = OperandMode::Value;
                x.value = None;
                x.ty = s;
                return true;
            }
        }
        let n = args.len();
        if spread && n != 2 {
            let have: Vec<TypeId> = args.iter().map(|a| a.ty).collect();
            let rest = self.types.slice(elem);
            let (what, at) = if n > 2 {
                ("too many", args[2].expr)
            } else {
                ("not enough", args[0].expr)
            };
            let message = format!(
                "{what} arguments in call to append\n\thave {}\n\twant {}",
                self.types_summary(&have, false, true),
                self.types_summary(&[s, rest], true, false)
            );
            self.error_at(at.unwrap_or(e), message);
            return false;
        }
        for (i, arg) in args.iter_mut().enumerate().skip(1) {
            let target = if spread && i + 1 == n {
                self.types.slice(elem)
            } else {
                elem
            };
            self.assignment(arg, Some(target), "argument to append");
        }
        x.mode = OperandMode::Value;
        x.value = None;
        x.ty = s;
        true
    }

    fn builtin_len(&mut self, x: &mut Operand, b: Builtin, name: &str, has_call: bool) -> bool {
        let is_len = b == Builtin::Len;
        let mut u = self.under(x.ty);
        if let Type::Pointer(base) = *self.types.get(u) {
            let bu = self.under(base);
            if matches!(self.types.get(bu), Type::Array { .. }) {
                u = bu;
            }
        }
        let mut mode = None;
        let mut value = None;
        let measurable = |c: &mut Self, u: TypeId| match *c.types.get(u) {
            Type::Basic(k) => k.is_string() && is_len,
            Type::Array { .. } | Type::Slice(_) | Type::Chan { .. } => true,
            Type::Map { .. } => is_len,
            Type::Pointer(base) => {
                let b = c.under(base);
                matches!(c.types.get(b), Type::Array { .. })
            }
            _ => false,
        };
        if self.is_type_param(x.ty) {
            if let Some(terms) = self.typeset(x.ty)
                && !terms.is_empty()
                && terms.iter().all(|t| measurable(self, t.under))
            {
                mode = Some(OperandMode::Value);
            }
        } else if measurable(self, u) {
            mode = Some(OperandMode::Value);
            match *self.types.get(u) {
                Type::Basic(_) if x.mode == OperandMode::Constant => {
                    mode = Some(OperandMode::Constant);
                    let n = x
                        .value
                        .as_ref()
                        .and_then(|v| v.as_bytes())
                        .map(|b| b.len() as i64);
                    value = Some(n.map_or(Value::Unknown, Value::Int));
                }
                Type::Array { len, .. } if !has_call => {
                    mode = Some(OperandMode::Constant);
                    value = Some(if len >= 0 {
                        Value::Int(len)
                    } else {
                        Value::Unknown
                    });
                }
                _ => {}
            }
        }
        let Some(mode) = mode else {
            if u.is_valid() {
                let text = self.operand_string(x);
                self.error_operand(x, format!("invalid argument: {text} for built-in {name}"));
            }
            return false;
        };
        if self.is_untyped(x.ty)
            && let Some(e) = x.expr
        {
            self.update_expr_type(e, TypeId::STRING, true);
        }
        x.mode = mode;
        x.ty = TypeId::INT;
        x.value = value;
        true
    }

    fn builtin_close(&mut self, x: &mut Operand) -> bool {
        let text = self.operand_string(x);
        let terms = self.typeset(x.ty).unwrap_or_default();
        if terms.is_empty() {
            self.error_operand(
                x,
                format!("invalid operation: cannot close non-channel {text}"),
            );
            return false;
        }
        for t in terms {
            match self.types.get(t.under) {
                Type::Chan {
                    dir: ChanDir::Recv, ..
                } => {
                    self.error_operand(
                        x,
                        format!("invalid operation: cannot close receive-only channel {text}"),
                    );
                    return false;
                }
                Type::Chan { .. } => {}
                _ => {
                    self.error_operand(
                        x,
                        format!("invalid operation: cannot close non-channel {text}"),
                    );
                    return false;
                }
            }
        }
        x.mode = OperandMode::NoValue;
        true
    }

    fn builtin_complex(&mut self, x: &mut Operand, e: ExprId, args: Vec<Operand>) -> bool {
        let mut y = args[1].clone();
        let float_of = |v: &Operand| {
            v.value
                .as_ref()
                .is_some_and(|v| v.is_unknown() || v.to_float().kind() != Kind::Unknown)
        };
        // Untyped operands take on the other's type.
        match (self.is_untyped(x.ty), self.is_untyped(y.ty)) {
            (false, true) => {
                let t = x.ty;
                self.convert_untyped(&mut y, t);
            }
            (true, false) => {
                let t = y.ty;
                self.convert_untyped(x, t);
            }
            (true, true) => {
                if x.mode == OperandMode::Constant && y.mode == OperandMode::Constant {
                    for o in [&mut *x, &mut y] {
                        if self.is_numeric(o.ty) && float_of(o) {
                            o.ty = TypeId::UNTYPED_FLOAT;
                        }
                    }
                } else {
                    self.convert_untyped(x, TypeId::FLOAT64);
                    self.convert_untyped(&mut y, TypeId::FLOAT64);
                }
            }
            _ => {}
        }
        if x.mode == OperandMode::Invalid || y.mode == OperandMode::Invalid {
            return false;
        }
        if !self.identical(x.ty, y.ty) {
            let message = format!(
                "invalid operation: {} (mismatched types {} and {})",
                self.expr_string(e),
                self.type_string(x.ty),
                self.type_string(y.ty)
            );
            self.error_operand(x, message);
            return false;
        }
        if self.is_type_param(x.ty) && self.all_basic(x.ty, BasicKind::is_float) {
            self.unsupported_argument(x, "complex");
            return false;
        }
        let result = match self.basic_kind(x.ty) {
            Some(BasicKind::Float32) => TypeId::COMPLEX64,
            Some(BasicKind::Float64) => TypeId::COMPLEX128,
            Some(BasicKind::UntypedFloat) => TypeId::UNTYPED_COMPLEX,
            _ => {
                let message = format!(
                    "invalid argument: arguments have type {}, expected floating-point",
                    self.type_string(x.ty)
                );
                self.error_operand(x, message);
                return false;
            }
        };
        match (&x.value, &y.value) {
            (Some(a), Some(b))
                if x.mode == OperandMode::Constant && y.mode == OperandMode::Constant =>
            {
                x.value = Some(Value::complex(a.to_float(), b.to_float()));
            }
            _ => {
                x.mode = OperandMode::Value;
                x.value = None;
            }
        }
        x.ty = result;
        true
    }

    /// A core function of a type parameter that gc does not have yet.
    fn unsupported_argument(&mut self, x: &Operand, name: &str) {
        let text = self.operand_string(x);
        self.error_operand(
            x,
            format!(
                "{text} not supported as argument to built-in {name} for go1.18 (see go.dev/issue/50937)"
            ),
        );
    }

    fn builtin_real(&mut self, x: &mut Operand, b: Builtin) -> bool {
        if self.is_untyped(x.ty) {
            if x.mode == OperandMode::Constant {
                if self.is_numeric(x.ty) {
                    x.ty = TypeId::UNTYPED_COMPLEX;
                }
            } else {
                self.convert_untyped(x, TypeId::COMPLEX128);
                if x.mode == OperandMode::Invalid {
                    return false;
                }
            }
        }
        if self.is_type_param(x.ty) && self.all_basic(x.ty, BasicKind::is_complex) {
            self.unsupported_argument(x, b.shape().0);
            return false;
        }
        let result = match self.basic_kind(x.ty) {
            Some(BasicKind::Complex64) => TypeId::FLOAT32,
            Some(BasicKind::Complex128) => TypeId::FLOAT64,
            Some(BasicKind::UntypedComplex) => TypeId::UNTYPED_FLOAT,
            _ => {
                let message = format!(
                    "invalid argument: argument has type {}, expected complex type",
                    self.type_string(x.ty)
                );
                self.error_operand(x, message);
                return false;
            }
        };
        if x.mode == OperandMode::Constant {
            let v = x.value.clone().unwrap_or(Value::Unknown).to_complex();
            x.value = Some(if b == Builtin::Real {
                v.real()
            } else {
                v.imag()
            });
        } else {
            x.mode = OperandMode::Value;
        }
        x.ty = result;
        true
    }

    fn builtin_copy(&mut self, x: &mut Operand, args: &[Operand]) -> bool {
        let y = args[1].clone();
        let dst = self.core_type(x.ty).and_then(|u| match *self.types.get(u) {
            Type::Slice(elem) => Some(elem),
            _ => None,
        });
        let src = self
            .core_string(y.ty)
            .and_then(|u| match *self.types.get(u) {
                Type::Slice(elem) => Some(elem),
                Type::Basic(k) if k.is_string() => Some(TypeId::BYTE),
                _ => None,
            });
        let (xs, ys) = (self.argument_string(x), self.argument_string(&y));
        let message = match (dst, src) {
            (None, _) => {
                self.error_operand(
                    x,
                    format!("invalid copy: argument must be a slice; have {xs}"),
                );
                return false;
            }
            (_, None) => {
                self.error_operand(
                    &y,
                    format!("invalid copy: argument must be a slice; have {ys}"),
                );
                return false;
            }
            (Some(d), Some(s)) if !self.identical(d, s) => format!(
                "invalid copy: arguments {xs} and {ys} have different element types {} and {}",
                self.type_string(d),
                self.type_string(s)
            ),
            _ => {
                if self.is_untyped(y.ty)
                    && let Some(a) = y.expr
                {
                    self.update_expr_type(a, TypeId::STRING, true);
                }
                x.mode = OperandMode::Value;
                x.ty = TypeId::INT;
                return true;
            }
        };
        self.error_operand(x, message);
        false
    }

    /// An operand; nil with its type.
    fn argument_string(&self, x: &Operand) -> String {
        match x.ty {
            TypeId::UNTYPED_NIL => "untyped nil".into(),
            _ => self.operand_string(x),
        }
    }

    fn builtin_delete(&mut self, x: &mut Operand, args: Vec<Operand>) -> bool {
        let mut key: Option<TypeId> = None;
        let text = self.operand_string(x);
        for t in self.typeset(x.ty).unwrap_or_default() {
            let Type::Map { key: k, .. } = *self.types.get(t.under) else {
                key = None;
                break;
            };
            if let Some(other) = key
                && !self.identical(other, k)
            {
                self.error_operand(
                    x,
                    format!("invalid argument: maps of {text} must have identical key types"),
                );
                return false;
            }
            key = Some(k);
        }
        let Some(key) = key else {
            self.error_operand(x, format!("invalid argument: {text} is not a map"));
            return false;
        };
        let mut k = args[1].clone();
        self.assignment(&mut k, Some(key), "argument to delete");
        if k.mode == OperandMode::Invalid {
            return false;
        }
        x.mode = OperandMode::NoValue;
        true
    }

    fn builtin_make(&mut self, x: &mut Operand, e: ExprId, list: &[ExprId]) -> bool {
        let first = list[0];
        let t = self.var_type(first);
        if !self.is_valid(t) {
            self.use_exprs(&list[1..]);
            return false;
        }
        let text = self.expr_string(first);
        let least = match self.common_under(t) {
            Ok(u) => match self.types.get(u) {
                Type::Slice(_) => 2,
                Type::Map { .. } | Type::Chan { .. } => 1,
                _ => {
                    let message = format!(
                        "invalid argument: cannot make {text}: type must be slice, map, or channel"
                    );
                    self.error_at(first, message);
                    return false;
                }
            },
            Err(cause) => {
                self.error_at(
                    first,
                    format!("invalid argument: cannot make {text}: {cause}"),
                );
                return false;
            }
        };
        let n = list.len();
        if n < least || least + 1 < n {
            let message = format!(
                "invalid operation: {} expects {least} or {} arguments; found {n}",
                self.expr_string(e),
                least + 1
            );
            self.error_at(e, message);
            return false;
        }
        let sizes: Vec<i64> = list[1..]
            .iter()
            .map(|&a| self.index(a, -1).1)
            .filter(|&s| s >= 0)
            .collect();
        if let [len, cap] = *sizes
            && len > cap
        {
            self.error_at(list[1], "invalid argument: length and capacity swapped");
        }
        x.mode = OperandMode::Value;
        x.ty = t;
        true
    }

    fn builtin_min(
        &mut self,
        x: &mut Operand,
        e: ExprId,
        args: Vec<Operand>,
        b: Builtin,
        name: &str,
    ) -> bool {
        if !self.verify_builtin(e, Version(21), name) {
            return false;
        }
        let op = if b == Builtin::Max {
            BinaryOp::Gtr
        } else {
            BinaryOp::Lss
        };
        let exprs: Vec<Option<ExprId>> = args.iter().map(|a| a.expr).collect();
        for (i, mut a) in args.into_iter().enumerate() {
            if !self.all_ordered(a.ty) {
                let text = self.operand_string(&a);
                self.error_operand(&a, format!("invalid argument: {text} cannot be ordered"));
                return false;
            }
            if i == 0 {
                continue;
            }
            self.match_types(x, &mut a);
            if x.mode == OperandMode::Invalid {
                return false;
            }
            if !self.identical(x.ty, a.ty) {
                let message = format!(
                    "invalid argument: mismatched types {} (previous argument) and {} (type of {})",
                    self.type_string(x.ty),
                    self.type_string(a.ty),
                    a.expr.map_or(String::new(), |e| self.expr_string(e))
                );
                self.error_operand(&a, message);
                return false;
            }
            match (&x.value, &a.value) {
                (Some(v), Some(w))
                    if x.mode == OperandMode::Constant && a.mode == OperandMode::Constant =>
                {
                    if Value::compare(w, op, v) {
                        x.value = a.value.clone();
                    }
                }
                _ => {
                    x.mode = OperandMode::Value;
                    x.value = None;
                }
            }
        }
        if x.mode != OperandMode::Constant {
            x.mode = OperandMode::Value;
            self.assignment(
                x,
                Some(TypeId::ANY),
                &format!("argument to built-in {name}"),
            );
            if x.mode == OperandMode::Invalid {
                return false;
            }
        }
        for a in exprs.into_iter().flatten() {
            let t = x.ty;
            self.update_expr_type(a, t, true);
        }
        true
    }

    /// `new(T)` or, since Go 1.26, `new(value)`.
    fn builtin_new(&mut self, x: &mut Operand, arg: ExprId) -> bool {
        let mut y = Operand::invalid();
        self.expr_or_type(&mut y, arg, false);
        match y.mode {
            OperandMode::Invalid => return false,
            OperandMode::Builtin(_) => {
                let text = self.operand_string(&y);
                self.error_operand(&y, format!("{text} must be called"));
                return false;
            }
            OperandMode::TypeExpr => {
                // As a variable's type: no constraint interface.
                let t = self.var_type(arg);
                if !self.is_valid(t) {
                    return false;
                }
                x.ty = self.types.pointer(t);
            }
            _ => {
                let pos = self.ast.start(arg);
                if !self.allow_version(Version(26)) {
                    let text = self.operand_string(&y);
                    self.verify_version(pos, Version(26), &format!("new({text})"));
                    return false;
                }
                self.assignment(&mut y, None, "argument to new");
                if y.mode == OperandMode::Invalid {
                    return false;
                }
                x.ty = self.types.pointer(y.ty);
            }
        }
        x.mode = OperandMode::Value;
        true
    }

    fn builtin_unsafe(
        &mut self,
        x: &mut Operand,
        b: Builtin,
        args: Vec<Operand>,
        list: &[ExprId],
    ) -> bool {
        let name = b.shape().0;
        let constant = |x: &mut Operand, n: i64| {
            x.mode = OperandMode::Constant;
            x.value = Some(Value::Int(n));
            x.ty = TypeId::UINTPTR;
        };
        match b {
            Builtin::Sizeof | Builtin::Alignof => {
                self.assignment(x, None, &format!("argument to {name}"));
                if x.mode == OperandMode::Invalid {
                    return false;
                }
                if self.has_var_size(x.ty, 0) {
                    x.mode = OperandMode::Value;
                    x.value = None;
                    x.ty = TypeId::UINTPTR;
                    return true;
                }
                let n = if b == Builtin::Sizeof {
                    self.sizeof(x.ty)
                } else {
                    self.alignof(x.ty)
                };
                if n >= crate::sizes::MAX_SIZE {
                    let message = format!("{} is too large", self.operand_string(x));
                    self.error_operand(x, message);
                    return false;
                }
                constant(x, n);
                true
            }
            Builtin::Offsetof => self.builtin_offsetof(x, list[0]),
            Builtin::Add => {
                self.assignment(x, Some(TypeId::UNSAFE_POINTER), "argument to unsafe.Add");
                let mut y = args[1].clone();
                if x.mode == OperandMode::Invalid || !self.is_valid_index(&mut y, "length", true) {
                    return false;
                }
                x.mode = OperandMode::Value;
                x.ty = TypeId::UNSAFE_POINTER;
                true
            }
            Builtin::Slice | Builtin::String => {
                let mut y = args[1].clone();
                if b == Builtin::String {
                    let byte_ptr = self.types.pointer(TypeId::BYTE);
                    self.assignment(x, Some(byte_ptr), "argument to unsafe.String");
                    if x.mode == OperandMode::Invalid
                        || !self.is_valid_index(&mut y, "length", false)
                    {
                        return false;
                    }
                    x.mode = OperandMode::Value;
                    x.ty = TypeId::STRING;
                    return true;
                }
                let u = self.core_type(x.ty).unwrap_or(TypeId::INVALID);
                let base = match *self.types.get(u) {
                    Type::Pointer(base) => base,
                    _ => {
                        let text = self.operand_string(x);
                        self.error_operand(x, format!("invalid argument: {text} is not a pointer"));
                        return false;
                    }
                };
                if !self.is_valid_index(&mut y, "length", false) {
                    return false;
                }
                x.mode = OperandMode::Value;
                x.ty = self.types.slice(base);
                true
            }
            Builtin::SliceData => {
                let u = self.core_type(x.ty).unwrap_or(TypeId::INVALID);
                let Type::Slice(elem) = *self.types.get(u) else {
                    let text = self.operand_string(x);
                    self.error_operand(x, format!("invalid argument: {text} is not a slice"));
                    return false;
                };
                x.mode = OperandMode::Value;
                x.ty = self.types.pointer(elem);
                true
            }
            Builtin::StringData => {
                self.assignment(x, Some(TypeId::STRING), "argument to unsafe.StringData");
                if x.mode == OperandMode::Invalid {
                    return false;
                }
                x.mode = OperandMode::Value;
                x.value = None;
                x.ty = self.types.pointer(TypeId::BYTE);
                true
            }
            _ => false,
        }
    }

    /// Whether a path through embedded fields of `t` follows a pointer.
    fn embedded_by_pointer(&mut self, mut t: TypeId, path: &[u32]) -> bool {
        for &i in &path[..path.len().saturating_sub(1)] {
            let u = self.under(t);
            let Type::Struct(s) = self.types.get(u) else {
                return false;
            };
            let Some(&field) = s.fields.get(i as usize) else {
                return false;
            };
            t = self.obj(field).ty;
            if self.is_pointer(t) {
                return true;
            }
        }
        false
    }

    fn builtin_offsetof(&mut self, x: &mut Operand, arg: ExprId) -> bool {
        let inner = self.ast.unparen(arg);
        let ExprKind::Selector { x: base, sel } = self.ast.kind(inner) else {
            let text = self.expr_string(arg);
            self.error_at(
                arg,
                format!("invalid argument: {text} is not a selector expression"),
            );
            self.use_exprs(&[arg]);
            return false;
        };
        self.expr(None, x, base);
        if x.mode == OperandMode::Invalid {
            return false;
        }
        let u = self.under(x.ty);
        let (mut t, _) = match *self.types.get(u) {
            Type::Pointer(b) => (b, true),
            _ => (x.ty, false),
        };
        let base_ty = t;
        let name = self.ast.name(sel);
        let pkg = Some(self.env.pkg);
        let found = self
            .lookup_field_or_method(t, false, pkg, name, false)
            .found();
        let Some(found) = found else {
            let message = format!(
                "invalid argument: {} has no single field {name}",
                self.type_string(t)
            );
            self.error_at(arg, message);
            return false;
        };
        if matches!(self.obj(found.obj).kind, ObjectKind::Func(_)) {
            let text = self.expr_string(arg);
            self.error_at(arg, format!("invalid argument: {text} is a method value"));
            return false;
        }
        if self.embedded_by_pointer(t, &found.path) {
            let base_text = self.type_string(t);
            self.error_at(
                base,
                format!("invalid argument: field {name} is embedded via a pointer in {base_text}"),
            );
            return false;
        }
        let mut offset = 0;
        for &i in &found.path {
            let offsets = self.field_offsets(t);
            offset = offset.max(offset + offsets.get(i as usize).copied().unwrap_or(0));
            let u = self.under(t);
            let Type::Struct(s) = self.types.get(u) else {
                break;
            };
            let field: Option<ObjId> = s.fields.get(i as usize).copied();
            t = field.map_or(TypeId::INVALID, |f| self.obj(f).ty);
        }
        if offset >= crate::sizes::MAX_SIZE {
            let message = format!("{} is too large", self.operand_string(x));
            self.error_operand(x, message);
            return false;
        }
        self.record_selection(
            inner,
            crate::info::Selection {
                kind: crate::info::SelectionKind::FieldVal,
                recv: x.ty,
                obj: found.obj,
                path: found.path.into(),
                indirect: found.indirect,
                ty: found.ty,
            },
        );
        self.record_use(sel, found.obj);
        if self.has_var_size(base_ty, 0) {
            // Depends on type arguments: not a constant.
            x.mode = OperandMode::Value;
            x.value = None;
            x.ty = TypeId::UINTPTR;
            return true;
        }
        x.mode = OperandMode::Constant;
        x.value = Some(Value::Int(offset));
        x.ty = TypeId::UINTPTR;
        true
    }
}
