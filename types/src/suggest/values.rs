//! Values of a wrong type: where they come from, and the conversion that helps.

use crate::checker::Checker;
use crate::lookup::LookupResult;
use crate::object::{ObjectKind, VarRole};
use crate::operand::{Operand, OperandMode};
use crate::types::{BasicKind, Type, TypeId};
use parser::ast::{BinaryOp, ExprId, ExprKind};
use source::{Edit, Related};

impl<'a> Checker<'a> {
    /// Names the declaration of the function, method or variable that is called.
    pub(crate) fn relate_callee(&mut self, func: ExprId) {
        let name = match self.ast.kind(self.ast.unparen(func)) {
            ExprKind::Name(_) => self.ast.unparen(func),
            ExprKind::Selector { sel, .. } => sel,
            ExprKind::Index { x, .. } => return self.relate_callee(x),
            _ => return,
        };
        let object = match self.ast.kind(self.ast.unparen(func)) {
            ExprKind::Selector { .. } => {
                let e = self.ast.unparen(func);
                self.info.selections.get(&e).map(|s| s.obj)
            }
            _ => None,
        };
        let Some(obj) = object.or_else(|| self.info.object(name)) else {
            return;
        };
        let text = self.obj(obj).name;
        self.related_object(Some(obj), &format!("{text} is declared here"));
    }

    /// Names the declaration of the function that the expression calls.
    pub(crate) fn relate_call(&mut self, e: ExprId) {
        if let ExprKind::Call { func, .. } = self.ast.kind(self.ast.unparen(e)) {
            self.relate_callee(func);
        }
    }

    /// For a call with two results that are assigned to one variable.
    fn second_name(&mut self, call: ExprId) -> Option<&'static str> {
        let ExprKind::Call { func, .. } = self.ast.kind(self.ast.unparen(call)) else {
            return None;
        };
        let ty = self.info.type_and_value(self.ast.unparen(func))?.ty;
        let sig = self.signature_of(ty)?;
        let second = self.obj(*sig.results.get(1)?).ty;
        let u = self.under(second);
        Some(match self.types.get(u) {
            Type::Basic(BasicKind::Bool) => "ok",
            Type::Signature(_) => "cancel",
            Type::Interface(_) if self.type_string(second) == "error" => "err",
            _ => "second",
        })
    }

    /// After `x := f()` with two results of `f`.
    pub(crate) fn suggest_both_values(&mut self, call: ExprId) {
        let Some(second) = self.second_name(call) else {
            return;
        };
        let start = self.ast.start(call);
        let Some(file) = self.map.file_of(start).map(|f| self.map.file(f)) else {
            return;
        };
        let before = &file.text[..(start.0 - file.base.0) as usize];
        let line = before.rsplit('\n').next().unwrap_or("").trim_end();
        let (names, op) = match line.strip_suffix(":=") {
            Some(names) => (names, ":="),
            None => (line.trim_end_matches('='), "="),
        };
        let name = names
            .trim()
            .rsplit([' ', ';', '{', '('])
            .next()
            .unwrap_or("");
        if name.is_empty() {
            return;
        }
        self.amend_suggestion(
            format!("take both with `{name}, {second} {op} …`, or ignore the second with `{name}, _ {op} …`"),
            Vec::new(),
        );
    }

    /// The error that was reported last is about all up to the end of `e`.
    pub(crate) fn show_until(&mut self, e: ExprId) {
        let end = self.ast.end(self.map, e);
        self.amend(|d| d.end = end);
    }

    /// Names the results that a function declares.
    pub(crate) fn relate_results(&mut self, sig: TypeId) {
        let Type::Signature(s) = self.types.get(sig) else {
            return;
        };
        if let Some(&first) = s.results.first() {
            let pos = self.obj(first).pos;
            self.amend_related(pos, "the function promises a result here");
        }
    }

    /// Names the field that makes a struct incomparable.
    pub(crate) fn relate_incomparable(&mut self, ty: TypeId) {
        let u = self.under(ty);
        let Type::Struct(s) = self.types.get(u) else {
            return;
        };
        for f in s.fields.clone() {
            let ft = self.obj(f).ty;
            if self.comparable_type(ft, true).is_err() {
                let ts = self.type_string(ft);
                self.related_object(Some(f), &format!("a {ts} cannot be compared"));
                return;
            }
        }
    }

    /// Something that cannot be assigned to: what it is, and what to do instead.
    pub(crate) fn suggest_assignable(&mut self, e: ExprId) {
        match self.ast.kind(e) {
            ExprKind::Name(name) => {
                let Some(obj) = self.info.object(e) else {
                    return;
                };
                let what = match self.obj(obj).kind {
                    ObjectKind::Const { .. } => "constant",
                    ObjectKind::Func(_) => "function",
                    _ => return,
                };
                self.related_object(Some(obj), &format!("{name} is a {what}"));
                if what == "constant" {
                    self.amend_suggestion(
                        format!("declare {name} with var instead of const if it is to change"),
                        Vec::new(),
                    );
                }
            }
            ExprKind::Index { x: base, .. } => {
                let ty = self.info.type_and_value(base).map(|t| t.ty);
                let Some(ty) = ty else {
                    return;
                };
                if self.is_string(ty) {
                    let text = self.expr_string(base);
                    self.amend_suggestion(
                        format!("strings never change: change a copy, `b := []byte({text})` (or []rune), and make a string of it again with string(b)"),
                        Vec::new(),
                    );
                }
            }
            ExprKind::Call { .. } => {
                let text = self.expr_string(e);
                self.amend_suggestion(
                    format!("keep the result in a variable first: v := {text}"),
                    Vec::new(),
                );
            }
            _ => {}
        }
    }

    /// `m[k].f = v` does it in three steps.
    pub(crate) fn suggest_map_element(&mut self, element: ExprId) {
        let text = self.expr_string(element);
        self.amend_suggestion(
            format!("write v := {text}, change v, and put it back: {text} = v"),
            Vec::new(),
        );
    }

    /// After a failed assignment of `x` to something of type `target`: where what `x` names is
    /// declared, and which conversion would do.
    pub(crate) fn suggest_assignment(&mut self, x: &Operand, target: TypeId) {
        let Some(e) = x.expr else {
            return;
        };
        self.relate_variable(e);
        if self.suggest_range_value(e) {
            return;
        }
        if self.suggest_call(x.ty, e, target) {
            return;
        }
        if self.relate_missing_method(x.ty, target) {
            self.suggest_address(x, e, target);
            return;
        }
        self.suggest_conversion(x, e, target);
    }

    /// Names the declaration of a variable with its type.
    pub(crate) fn relate_variable(&mut self, e: ExprId) {
        let e = self.ast.unparen(e);
        if !matches!(self.ast.kind(e), ExprKind::Name(_)) {
            return;
        }
        let Some(obj) = self.info.object(e) else {
            return;
        };
        let o = self.obj(obj);
        let ObjectKind::Var(v) = &o.kind else {
            return;
        };
        if v.role == VarRole::Field || !o.ty.is_valid() {
            return;
        }
        let (name, pos, ty) = (o.name, o.pos, o.ty);
        let message = format!("{name} is declared here with type {}", self.type_string(ty));
        self.amend_related(pos, message);
    }

    /// For the only variable of `for i := range list`, which many expect to be the element.
    fn suggest_range_value(&mut self, e: ExprId) -> bool {
        let Some(obj) = self.info.object(e) else {
            return false;
        };
        let o = self.obj(obj);
        let (name, pos, ty) = (o.name, o.pos, o.ty);
        if ty != TypeId::INT || !matches!(o.kind, ObjectKind::Var(_)) {
            return false;
        }
        let Some(file) = self.map.file_of(pos).map(|f| self.map.file(f)) else {
            return false;
        };
        let at = (pos.0 - file.base.0) as usize;
        let before = file.text[..at].trim_end();
        let behind = file.text[at + name.as_str().len()..].trim_start();
        let Some(rest) = behind.strip_prefix(":=") else {
            return false;
        };
        let Some(rest) = rest.trim_start().strip_prefix("range ") else {
            return false;
        };
        // Counting has no elements.
        if !before.ends_with("for") || rest.starts_with(|c: char| c.is_ascii_digit()) {
            return false;
        }
        let edit = Edit::insert(pos, "_, ");
        self.amend_suggestion(
            format!("with one variable range gives the index; for the elements write `for _, {name} := range …`"),
            vec![edit],
        );
        true
    }

    /// Where the interface `target` demands the method that `ty` lacks, and where `ty` has a wrong one.
    fn relate_missing_method(&mut self, ty: TypeId, target: TypeId) -> bool {
        let tu = self.under(target);
        if !matches!(self.types.get(tu), Type::Interface(_)) {
            return false;
        }
        let Some(m) = self.missing_method(ty, target, true, None) else {
            return false;
        };
        let name = self.obj(m).name;
        let ts = self.type_string(target);
        self.related_object(Some(m), &format!("{ts} demands {name} here"));
        let pkg = self.obj(m).pkg;
        match self.lookup_field_or_method(ty, false, pkg, name, false) {
            LookupResult::Found(l) => {
                self.related_object(Some(l.obj), "this one does not fit");
            }
            LookupResult::PointerReceiver(l) => {
                self.related_object(Some(l.obj), "declared with a pointer receiver here");
            }
            _ => {
                if let LookupResult::Found(l) | LookupResult::PointerReceiver(l) =
                    self.lookup_field_or_method(ty, false, pkg, name, true)
                {
                    let other = self.obj(l.obj).name;
                    self.related_object(Some(l.obj), &format!("this one is written {other}"));
                    self.amend_suggestion(format!("rename {other} to {name}"), Vec::new());
                } else if let Some(at) = self.type_pos(ty) {
                    let vs = self.plain_type(ty);
                    self.amend_related(at, format!("{vs} is declared here"));
                    let method_type = self.obj(m).ty;
                    let sig = self.unnamed_signature(method_type);
                    self.amend_suggestion(
                        format!("add the method: func (x {vs}) {name}{sig} {{ … }}"),
                        Vec::new(),
                    );
                }
            }
        }
        true
    }

    /// `&x` where the pointer would do.
    fn suggest_address(&mut self, x: &Operand, e: ExprId, target: TypeId) {
        let is_literal = matches!(self.ast.kind(e), ExprKind::CompositeLit { ty: Some(_), .. });
        if x.mode != OperandMode::Variable && !is_literal {
            return;
        }
        let pointer = self.types.pointer(x.ty);
        if !self.implements(pointer, target, false, None) {
            return;
        }
        let text = self.expr_string(e);
        let edit = Edit::insert(self.ast.start(e), "&");
        self.amend_suggestion(format!("use its address: &{text}"), vec![edit]);
    }

    fn suggest_conversion(&mut self, x: &Operand, e: ExprId, target: TypeId) {
        let mut text = self.expr_string(e);
        if text.contains('…') {
            text = "…".into();
        }
        let want = self.plain_type(target);
        // One of the values of a call.
        let whole = self.info.type_and_value(e).map(|t| t.ty);
        if whole.is_some_and(|t| matches!(self.types.get(t), Type::Tuple(list) if list.len() > 1)) {
            return;
        }
        let (start, end) = (self.ast.start(e), self.ast.end(self.map, e));
        let wrap = |before: String| {
            vec![
                Edit::insert(start, before),
                Edit::insert(end, ")".to_string()),
            ]
        };
        let (from, to) = (self.basic_kind(x.ty), self.basic_kind(target));
        let (xu, tu) = (self.under(x.ty), self.under(target));
        if x.mode == OperandMode::Constant && self.is_untyped(x.ty) {
            self.suggest_for_constant(x, e, target);
            return;
        }
        // Pointers.
        if let Type::Pointer(base) = *self.types.get(tu)
            && self.identical(base, x.ty)
        {
            let is_literal = matches!(self.ast.kind(e), ExprKind::CompositeLit { ty: Some(_), .. });
            if x.mode == OperandMode::Variable || is_literal {
                let edit = Edit::insert(start, "&");
                self.amend_suggestion(format!("pass its address: &{text}"), vec![edit]);
            }
            return;
        }
        if let Type::Pointer(base) = *self.types.get(xu)
            && self.identical(base, target)
        {
            let message = match self.holds_lock(target) {
                true => format!("{want} must not be copied: take a *{want} instead"),
                false => format!("use what it points to: *{text}"),
            };
            let edits = match self.holds_lock(target) {
                true => Vec::new(),
                false => vec![Edit::insert(start, "*")],
            };
            self.amend_suggestion(message, edits);
            return;
        }
        if let Type::Interface(_) = self.types.get(xu)
            && !self.is_type_param(x.ty)
        {
            return;
        }
        // The result of a function where the function is wanted.
        if let ExprKind::Call { func, .. } = self.ast.kind(e)
            && let Some(f) = self.info.type_and_value(func).map(|t| t.ty)
            && matches!(self.types.get(tu), Type::Signature(_))
            && self.identical(f, tu)
        {
            let name = self.expr_string(func);
            let edit = Edit::replace(self.ast.end(self.map, func), end, "");
            self.amend_suggestion(
                format!("pass the function without calling it: {name}"),
                vec![edit],
            );
            return;
        }
        if let (&Type::Slice(from), &Type::Slice(to)) = (self.types.get(xu), self.types.get(tu))
            && self.is_non_type_param_interface(to)
            && self.implements(from, to, false, None)
        {
            let (have, elem) = (self.plain_type(x.ty), self.plain_type(to));
            self.amend_suggestion(
                format!("a {have} is no []{elem}, though each of its elements fits: append them one by one in a loop"),
                Vec::new(),
            );
            return;
        }
        // A slice where its elements are wanted, and the reverse.
        if let Type::Slice(elem) = *self.types.get(xu)
            && self.identical(elem, target)
        {
            self.amend_suggestion(
                format!("to pass all elements of {text} write {text}..."),
                Vec::new(),
            );
            return;
        }
        if let (&Type::Array { elem, .. }, &Type::Slice(want_elem)) =
            (self.types.get(xu), self.types.get(tu))
            && self.identical(elem, want_elem)
            && x.mode == OperandMode::Variable
        {
            let edit = Edit::insert(end, "[:]");
            self.amend_suggestion(format!("take a slice of all of it: {text}[:]"), vec![edit]);
            return;
        }
        let (Some(from), Some(to)) = (from, to) else {
            self.suggest_embedded(x.ty, target, e);
            if self.identical(xu, tu) {
                self.amend_suggestion(
                    format!("convert it: {want}({text})"),
                    wrap(format!("{want}(")),
                );
            }
            return;
        };
        let is_number = |k: BasicKind| k.is_integer() || k.is_float();
        let is_character = matches!(from, BasicKind::Uint8 | BasicKind::Int32);
        if is_character && to.is_string() {
            self.amend_suggestion(
                format!("to make a string of this character write string({text})"),
                wrap("string(".to_string()),
            );
        } else if is_number(from) && to.is_string() {
            let message = match from.is_integer() {
                true => {
                    format!("to make text of it write strconv.Itoa({text}) or fmt.Sprint({text})")
                }
                false => format!("to make text of it write fmt.Sprint({text})"),
            };
            let edits = match from.is_integer() {
                true => Vec::new(),
                false => wrap("fmt.Sprint(".to_string()),
            };
            self.amend_suggestion(message, edits);
        } else if from.is_string() && is_number(to) {
            let f = match to.is_integer() {
                true => format!("strconv.Atoi({text})"),
                false => format!("strconv.ParseFloat({text}, 64)"),
            };
            self.amend_suggestion(
                format!("to read a number from text write `n, err := {f}` (import \"strconv\")"),
                Vec::new(),
            );
        } else if is_number(from) && is_number(to) || from.is_string() && to.is_string() {
            let loses = from.is_float() && to.is_integer();
            let remark = if loses {
                " (it cuts off the fraction)"
            } else {
                ""
            };
            self.amend_suggestion(
                format!("convert it: {want}({text}){remark}"),
                wrap(format!("{want}(")),
            );
        }
    }

    /// A function where its result would do.
    fn suggest_call(&mut self, ty: TypeId, e: ExprId, target: TypeId) -> bool {
        let Some(sig) = self.signature_of(ty) else {
            return false;
        };
        let [result] = sig.results[..] else {
            return false;
        };
        let value = Operand {
            mode: OperandMode::Value,
            expr: None,
            ty: self.obj(result).ty,
            value: None,
        };
        let is_plain = !sig.tparams.is_empty() || self.is_empty_interface(target);
        if is_plain || !self.assignable_to(&value, target, &mut String::new()) {
            return false;
        }
        let text = self.expr_string(e);
        let (arguments, edits) = match sig.params.is_empty() {
            true => ("", vec![Edit::insert(self.ast.end(self.map, e), "()")]),
            false => ("…", Vec::new()),
        };
        self.amend_suggestion(format!("call it: {text}({arguments})"), edits);
        true
    }

    fn is_empty_interface(&mut self, ty: TypeId) -> bool {
        let u = self.under(ty);
        matches!(self.types.get(u), Type::Interface(_)) && self.type_set(u).methods.is_empty()
    }

    /// Constants of another kind.
    fn suggest_for_constant(&mut self, x: &Operand, e: ExprId, target: TypeId) {
        let tu = self.under(target);
        if let Type::Pointer(base) = *self.types.get(tu) {
            let default = self.default_type(x.ty);
            if self.identical(default, base) {
                let text = self.expr_string(e);
                let edits = vec![
                    Edit::insert(self.ast.start(e), "new("),
                    Edit::insert(self.ast.end(self.map, e), ")"),
                ];
                self.amend_suggestion(
                    format!("for a pointer to a new variable with this value write new({text})"),
                    edits,
                );
            }
            return;
        }
        let Some(to) = self.basic_kind(target) else {
            return;
        };
        if self.suggest_constants_of(target) {
            return;
        }
        let text = self.expr_string(e);
        let (start, end) = (self.ast.start(e), self.ast.end(self.map, e));
        let is_literal = matches!(self.ast.kind(e), ExprKind::BasicLit { .. });
        if self.is_string(x.ty) && (to.is_integer() || to.is_float()) {
            let inner = text.trim_matches(['"', '`']);
            let is_number = match to.is_integer() {
                true => inner.parse::<i64>().is_ok(),
                false => inner.parse::<f64>().is_ok(),
            };
            let is_named = matches!(self.types.get(self.unalias(target)), Type::Named(_));
            if is_literal && is_number && !is_named {
                let edit = Edit::replace(start, end, inner);
                self.amend_suggestion(
                    format!("write the number without quotes: {inner}"),
                    vec![edit],
                );
            } else if is_literal
                && inner.chars().count() == 1
                && matches!(to.name(), "uint8" | "int32")
            {
                let edit = Edit::replace(start, end, format!("'{inner}'"));
                self.amend_suggestion(
                    format!("a single character stands in single quotes: '{inner}'"),
                    vec![edit],
                );
            }
        } else if to.is_string() && is_literal {
            let edits = match text.starts_with('\'') {
                true => vec![Edit::replace(
                    start,
                    end,
                    format!("\"{}\"", text.trim_matches('\'')),
                )],
                false => vec![Edit::replace(start, end, format!("\"{text}\""))],
            };
            self.amend_suggestion(
                format!(
                    "as text it stands in double quotes: \"{}\"",
                    text.trim_matches('\'')
                ),
                edits,
            );
        }
    }

    /// The constants that are declared with the type, if there are any.
    fn suggest_constants_of(&mut self, ty: TypeId) -> bool {
        const MAX_NAMED: usize = 6;
        let Type::Named(n) = *self.types.get(self.unalias(ty)) else {
            return false;
        };
        let obj = self.types.named(n).obj;
        let Some(pkg) = self.obj(obj).pkg.filter(|&p| !self.pkg(p).is_std) else {
            return false;
        };
        let objects = self.scope(self.pkg(pkg).scope).objects().to_vec();
        let mut found: Vec<&str> = Vec::new();
        for (name, o) in objects {
            let is_const = matches!(self.obj(o).kind, ObjectKind::Const { .. });
            let is_visible = pkg == self.env.pkg || name.is_exported();
            let of_type = self.obj(o).ty;
            if is_const && is_visible && self.identical(of_type, ty) {
                found.push(name.as_str());
            }
        }
        if found.is_empty() {
            return false;
        }
        let more = if found.len() > MAX_NAMED { ", …" } else { "" };
        found.truncate(MAX_NAMED);
        let (ts, list) = (self.plain_type(ty), found.join(", "));
        self.amend_suggestion(
            format!("the constants of type {ts} are {list}{more}"),
            Vec::new(),
        );
        true
    }

    /// After a condition that is no bool: the comparison that was probably meant.
    pub(crate) fn suggest_condition(&mut self, x: &Operand, cond: ExprId) {
        let text = self.expr_string(cond);
        let u = self.under(x.ty);
        let end = self.ast.end(self.map, cond);
        let has_nil = self.has_nil(x.ty);
        let (message, edit) = match self.types.get(u) {
            Type::Basic(k) if k.is_string() => (format!("{text} != \"\""), " != \"\""),
            Type::Basic(k) if k.is_numeric() => (format!("{text} != 0"), " != 0"),
            Type::Slice(_) | Type::Map { .. } => (format!("len({text}) > 0"), ""),
            _ if has_nil => (format!("{text} != nil"), " != nil"),
            _ => return,
        };
        let edits = match edit {
            "" => vec![
                Edit::insert(self.ast.start(cond), "len("),
                Edit::insert(end, ") > 0"),
            ],
            edit => vec![Edit::insert(end, edit)],
        };
        self.amend_suggestion(format!("compare: {message}"), edits);
    }

    /// After a wrong value for a variable that is a pointer: what it points to may be meant.
    pub(crate) fn suggest_pointee(&mut self, lhs: ExprId, x: &Operand, target: TypeId) {
        let u = self.under(target);
        let Type::Pointer(base) = *self.types.get(u) else {
            return;
        };
        let mut cause = String::new();
        if !self.assignable_to(x, base, &mut cause) {
            return;
        }
        let text = self.expr_string(lhs);
        let edit = Edit::insert(self.ast.start(lhs), "*");
        self.amend_suggestion(
            format!("to change what {text} points to, write *{text} = …"),
            vec![edit],
        );
    }

    /// A struct where something that it embeds is wanted.
    fn suggest_embedded(&mut self, ty: TypeId, target: TypeId, e: ExprId) {
        let u = self.under(ty);
        let Type::Struct(s) = self.types.get(u) else {
            return;
        };
        for f in s.fields.clone() {
            let o = self.obj(f);
            let (name, ft) = (o.name, o.ty);
            let is_embedded = matches!(&o.kind, ObjectKind::Var(v) if v.embedded);
            if is_embedded && self.identical(ft, target) {
                let end = self.ast.end(self.map, e);
                let text = self.expr_string(e);
                let edit = Edit::insert(end, format!(".{name}"));
                self.amend_suggestion(
                    format!("embedding is no inheritance; write {text}.{name}"),
                    vec![edit],
                );
                return;
            }
        }
    }

    /// After mismatched types of the operands of `+` and others: where they are declared, and the
    /// conversion that helps.
    pub(crate) fn suggest_operands(
        &mut self,
        x: &Operand,
        y: &Operand,
        types: [String; 2],
        op: BinaryOp,
    ) {
        let (Some(xe), Some(ye)) = (x.expr, y.expr) else {
            return;
        };
        // gc blames one of the operands; people want to see both.
        let is_same = types[0] == types[1];
        let [xt, _] = types;
        let (start, end) = (self.ast.start(xe), self.ast.end(self.map, xe));
        let y_end = self.ast.end(self.map, ye);
        self.amend(|d| {
            if d.pos == start {
                d.end = y_end;
            } else if start.is_known() && !is_same {
                let message = format!("this is {}", xt.replace("untyped ", ""));
                let pos = start;
                d.related.push(Related { pos, end, message });
            }
        });
        if is_same {
            return;
        }
        self.relate_variable(xe);
        self.relate_variable(ye);
        if self.suggest_range_value(xe) || self.suggest_range_value(ye) {
            return;
        }
        if self.suggest_asserted(x, y) || self.suggest_dereferenced(x, y) {
            return;
        }
        let (Some(a), Some(b)) = (self.basic_kind(x.ty), self.basic_kind(y.ty)) else {
            return;
        };
        let is_text = a.is_string() || b.is_string();
        let joins = matches!(
            op,
            BinaryOp::Add
                | BinaryOp::Eql
                | BinaryOp::Neq
                | BinaryOp::Lss
                | BinaryOp::Leq
                | BinaryOp::Gtr
                | BinaryOp::Geq
        );
        if is_text && !joins {
            return;
        }
        // A number that was put in quotes.
        if op != BinaryOp::Add {
            for (text, number) in [(x, y), (y, x)] {
                let Some(e) = text.expr.filter(|_| self.is_string(text.ty)) else {
                    continue;
                };
                let literal = self.expr_string(e);
                let inner = literal.trim_matches(['"', '`']).to_string();
                let is_literal = matches!(self.ast.kind(e), ExprKind::BasicLit { .. });
                if is_literal && inner.parse::<i64>().is_ok() && self.all_numeric(number.ty) {
                    let (start, end) = (self.ast.start(e), self.ast.end(self.map, e));
                    let edit = Edit::replace(start, end, inner.as_str());
                    self.amend_suggestion(
                        format!("write the number without quotes: {inner}"),
                        vec![edit],
                    );
                    return;
                }
            }
        }
        let is_number = |k: BasicKind| k.is_integer() || k.is_float();
        let (number, kind, other) = if a.is_string() && is_number(b) {
            (ye, b, x)
        } else if b.is_string() && is_number(a) {
            (xe, a, y)
        } else if is_number(a) && is_number(b) {
            self.suggest_common_type(x, xe, y, ye);
            return;
        } else {
            return;
        };
        let text = self.expr_string(number);
        let (start, end) = (self.ast.start(number), self.ast.end(self.map, number));
        // A character compared with a string.
        if let (ExprKind::BasicLit { .. }, Some(oe)) =
            (self.ast.kind(other.expr.unwrap_or(number)), other.expr)
            && matches!(kind.name(), "uint8" | "int32" | "untyped rune")
        {
            let literal = self.expr_string(oe);
            let inner = literal.trim_matches('"');
            if inner.chars().count() == 1 && kind.name() != "untyped rune" {
                let (s, t) = (self.ast.start(oe), self.ast.end(self.map, oe));
                let edit = Edit::replace(s, t, format!("'{inner}'"));
                self.amend_suggestion(
                    format!("an element of a string is a number; a single character stands in single quotes: '{inner}'"),
                    vec![edit],
                );
                return;
            }
        }
        let is_literal = matches!(self.ast.kind(number), ExprKind::BasicLit { .. });
        if text.starts_with('\'') {
            let quoted = format!("\"{}\"", text.trim_matches('\''));
            let edit = Edit::replace(start, end, quoted.as_str());
            self.amend_suggestion(format!("use a string: {quoted}"), vec![edit]);
        } else if is_literal {
            let edit = Edit::replace(start, end, format!("\"{text}\""));
            self.amend_suggestion(
                format!("as text it stands in quotes: \"{text}\""),
                vec![edit],
            );
        } else if kind.is_integer() && kind.name() == "int" {
            let edits = vec![Edit::insert(start, "strconv.Itoa("), Edit::insert(end, ")")];
            self.amend_suggestion(
                format!("make text of the number: strconv.Itoa({text}) (import \"strconv\")"),
                edits,
            );
        } else {
            let edits = vec![Edit::insert(start, "fmt.Sprint("), Edit::insert(end, ")")];
            self.amend_suggestion(
                format!("make text of the number: fmt.Sprint({text})"),
                edits,
            );
        }
    }

    /// A pointer and a value of what it points to.
    fn suggest_dereferenced(&mut self, x: &Operand, y: &Operand) -> bool {
        for (pointer, value) in [(x, y), (y, x)] {
            let u = self.under(pointer.ty);
            let Type::Pointer(base) = *self.types.get(u) else {
                continue;
            };
            let fits = self.identical(base, value.ty)
                || self.is_untyped(value.ty)
                    && self.all_numeric(base)
                    && self.all_numeric(value.ty);
            if let Some(e) = pointer.expr.filter(|_| fits) {
                let text = self.expr_string(e);
                let edit = Edit::insert(self.ast.start(e), "*");
                self.amend_suggestion(format!("use what {text} points to: *{text}"), vec![edit]);
                return true;
            }
        }
        false
    }

    /// A value in an interface and one of a plain type: what the interface holds is wanted.
    fn suggest_asserted(&mut self, x: &Operand, y: &Operand) -> bool {
        let plain = |this: &mut Self, t: TypeId| this.basic_kind(t).is_some();
        let (any, ty) = if self.is_non_type_param_interface(x.ty) && plain(self, y.ty) {
            (x, y.ty)
        } else if self.is_non_type_param_interface(y.ty) && plain(self, x.ty) {
            (y, x.ty)
        } else {
            return false;
        };
        let Some(e) = any.expr else {
            return false;
        };
        if self.has_nil(ty) || ty == TypeId::UNTYPED_NIL {
            return false;
        }
        let ty = self.default_type(ty);
        let (text, want) = (self.expr_string(e), self.plain_type(ty));
        let edit = Edit::insert(self.ast.end(self.map, e), format!(".({want})"));
        self.amend_suggestion(
            format!("if {text} holds {want}, take it out with a type assertion: {text}.({want})"),
            vec![edit],
        );
        true
    }

    /// A type as programs write it: gc's messages quote package paths where names are not enough.
    pub(super) fn plain_type(&self, t: TypeId) -> String {
        let text = self.type_string(t);
        let mut parts = text.split('"');
        let mut out = parts.next().unwrap_or("").to_string();
        while let (Some(path), Some(rest)) = (parts.next(), parts.next()) {
            out.push_str(path.rsplit('/').next().unwrap_or(path));
            out.push_str(rest);
        }
        out
    }

    /// Two numbers of different types: the narrower one is converted.
    fn suggest_common_type(&mut self, x: &Operand, xe: ExprId, y: &Operand, ye: ExprId) {
        if self.is_untyped(x.ty) || self.is_untyped(y.ty) {
            return;
        }
        let (a, b) = (self.basic_kind(x.ty), self.basic_kind(y.ty));
        let rank = |k: Option<BasicKind>| k.map_or(0, |k| u32::from(k.is_float()) * 100 + size(k));
        let is_named =
            |this: &Self, t: TypeId| matches!(this.types.get(this.unalias(t)), Type::Named(_));
        let convert_y = match (is_named(self, x.ty), is_named(self, y.ty)) {
            (true, false) => true,
            (false, true) => false,
            _ => rank(a) >= rank(b),
        };
        let (e, ty) = if convert_y { (ye, x.ty) } else { (xe, y.ty) };
        let (text, want) = (self.expr_string(e), self.plain_type(ty));
        let edits = vec![
            Edit::insert(self.ast.start(e), format!("{want}(")),
            Edit::insert(self.ast.end(self.map, e), ")"),
        ];
        self.amend_suggestion(format!("convert one of them: {want}({text})"), edits);
    }

    /// Values of package sync, which must not be copied.
    fn holds_lock(&mut self, ty: TypeId) -> bool {
        let Type::Named(n) = *self.types.get(self.unalias(ty)) else {
            return false;
        };
        let obj = self.types.named(n).obj;
        let pkg = self.obj(obj).pkg;
        pkg.is_some_and(|p| self.pkg(p).path.as_str() == "sync")
    }
}

/// How many bits a number has.
fn size(k: BasicKind) -> u32 {
    use BasicKind::*;
    match k {
        Int8 | Uint8 => 8,
        Int16 | Uint16 => 16,
        Int32 | Uint32 | Float32 => 32,
        _ => 64,
    }
}
