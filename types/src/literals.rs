//! Composite literals. Spec: "Composite literals".

use crate::checker::Checker;
use crate::constant::Value;
use crate::object::ObjId;
use crate::operand::{Operand, OperandMode};
use crate::types::{Type, TypeId};
use hashbrown::{HashMap, HashSet};
use parser::ast::{ExprId, ExprKind};
use source::Symbol;

impl<'a> Checker<'a> {
    pub(crate) fn composite_lit(&mut self, x: &mut Operand, e: ExprId, hint: Option<TypeId>) {
        let ast = self.ast;
        let ExprKind::CompositeLit { ty, elems, rbrace } = ast.kind(e) else {
            return;
        };
        let list: Vec<ExprId> = ast.list(elems).collect();
        let mut open_array = None;
        let (typ, base, is_elem) = match (ty, hint) {
            (Some(t), _) => {
                if let ExprKind::ArrayType { len: None, elem } = ast.kind(t) {
                    let elem = self.var_type(elem);
                    open_array = Some((t, elem));
                    let typ = self.types.array(elem, -1);
                    (typ, typ, false)
                } else {
                    let typ = self.typ(t);
                    (typ, typ, false)
                }
            }
            (None, Some(hint)) => {
                // *T implies &T{}.
                let mut base = hint;
                if let Ok(u) = self.common_under(hint)
                    && let Type::Pointer(b) = *self.types.get(u)
                {
                    base = b;
                }
                (hint, base, true)
            }
            (None, None) => {
                self.use_elements(&list);
                self.error_at(e, "missing type in composite literal");
                x.invalidate();
                return;
            }
        };
        let mut typ = typ;
        if !self.require_complete(base) {
            self.use_elements(&list);
            x.invalidate();
            return;
        }
        let core = self.common_under(base).unwrap_or(TypeId::INVALID);
        match self.types.get(core).clone() {
            Type::Struct(s) => self.struct_literal(base, &s.fields, &list, rbrace),
            Type::Array { elem, len } => {
                let n = self.indexed_elements(&list, elem, len);
                if let Some((t, elem)) = open_array {
                    typ = self.types.array(elem, n);
                    self.record_type(t, typ);
                }
            }
            Type::Slice(elem) => {
                self.indexed_elements(&list, elem, -1);
            }
            Type::Map { key, elem } => self.map_literal(&list, key, elem),
            _ => {
                self.use_elements(&list);
                if self.is_valid(typ) {
                    let u = self.under(base);
                    if u.is_valid() {
                        let what = if is_elem { " element" } else { "" };
                        let mut message = format!(
                            "invalid composite literal{what} type {}",
                            self.type_string(typ)
                        );
                        if self.is_type_param(base) && !core.is_valid() {
                            message += " (no common underlying type)";
                        }
                        self.error_at(e, message);
                        x.invalidate();
                        return;
                    }
                } else {
                    x.invalidate();
                    return;
                }
            }
        }
        x.mode = OperandMode::Value;
        x.ty = typ;
    }

    fn use_elements(&mut self, list: &[ExprId]) {
        for &e in list {
            match self.ast.kind(e) {
                ExprKind::KeyValue { value, .. } => self.use_exprs(&[value]),
                _ => self.use_exprs(&[e]),
            };
        }
    }

    fn field_index(&self, fields: &[ObjId], name: Symbol, fold: bool) -> Option<usize> {
        if name.is_blank() {
            return None;
        }
        let pkg = Some(self.env.pkg);
        fields
            .iter()
            .position(|&f| self.same_name(f, pkg, name, fold))
    }

    fn struct_literal(
        &mut self,
        base: TypeId,
        fields: &[ObjId],
        list: &[ExprId],
        rbrace: source::Pos,
    ) {
        let Some(&first) = list.first() else {
            return;
        };
        let ast = self.ast;
        let mut x = Operand::invalid();
        if matches!(ast.kind(first), ExprKind::KeyValue { .. }) {
            let mut seen = vec![None; fields.len()];
            for &e in list {
                let ExprKind::KeyValue { key, value } = ast.kind(e) else {
                    self.error_at(
                        e,
                        "mixture of field:value and value elements in struct literal",
                    );
                    continue;
                };
                let field = match ast.kind(key) {
                    ExprKind::Name(name) => Some((name, self.field_index(fields, name, false))),
                    _ => None,
                };
                match field {
                    Some((_, Some(i))) => {
                        let f = fields[i];
                        let ty = self.obj(f).ty;
                        self.record_use(key, f);
                        self.expr(None, &mut x, value);
                        self.assignment(&mut x, Some(ty), "struct literal");
                        if let Some(first) = seen[i].replace(ast.pos(key)) {
                            let name = ast.name(key);
                            self.error_at(
                                e,
                                format!("duplicate field name {name} in struct literal"),
                            );
                            self.amend_related(first, "the first value");
                        }
                    }
                    Some((name, None)) => {
                        self.expr(None, &mut x, value);
                        let other = self.field_index(fields, name, true).map(|i| fields[i]);
                        let message = self.lookup_error(base, name, other, true);
                        self.error_at(key, message);
                        self.suggest_field(key, base);
                    }
                    None => {
                        self.expr(None, &mut x, value);
                        let message = format!(
                            "invalid field name {} in struct literal",
                            self.expr_string(key)
                        );
                        self.error_at(e, message);
                    }
                }
            }
            return;
        }
        let ts = self.type_string(base);
        for (i, &e) in list.iter().enumerate() {
            if let ExprKind::KeyValue { value, .. } = ast.kind(e) {
                self.error_at(
                    e,
                    "mixture of field:value and value elements in struct literal",
                );
                self.use_exprs(&[value]);
                continue;
            }
            self.expr(None, &mut x, e);
            let Some(&f) = fields.get(i) else {
                self.error_at(e, format!("too many values in struct literal of type {ts}"));
                self.relate_type(base);
                break;
            };
            let (name, pkg, ty) = {
                let o = self.obj(f);
                (o.name, o.pkg, o.ty)
            };
            if !name.is_exported() && pkg != Some(self.env.pkg) {
                let message = format!(
                    "implicit assignment to unexported field {name} in struct literal of type {ts}"
                );
                self.error_at(e, message);
                continue;
            }
            self.assignment(&mut x, Some(ty), "struct literal");
        }
        if list.len() < fields.len() {
            self.error(
                rbrace,
                format!("too few values in struct literal of type {ts}"),
            );
            self.relate_type(base);
        }
    }

    fn map_literal(&mut self, list: &[ExprId], key: TypeId, elem: TypeId) {
        let ast = self.ast;
        let key_is_interface = self.is_non_type_param_interface(key);
        let mut seen: HashMap<String, source::Pos> = HashMap::default();
        let mut x = Operand::invalid();
        for &e in list {
            let ExprKind::KeyValue { key: k, value } = ast.kind(e) else {
                self.error_at(e, "missing key in map literal");
                self.use_exprs(&[e]);
                continue;
            };
            self.expr_with_hint(&mut x, k, key);
            self.assignment(&mut x, Some(key), "map literal");
            if x.mode != OperandMode::Invalid
                && x.mode == OperandMode::Constant
                && let Some(value) = &x.value
                && !matches!(value, Value::Unknown)
            {
                let integral = value.to_int();
                let mut text = match integral.is_unknown() {
                    true => format!("{value:?}"),
                    false => format!("{integral:?}"),
                };
                if key_is_interface {
                    text += &format!(" {}", x.ty.0);
                }
                if let Some(first) = seen.insert(text, self.at_pos(k)) {
                    let message = format!("duplicate key {value} in map literal");
                    self.error_operand(&x, message);
                    self.amend_related(first, "the first value");
                    continue;
                }
            }
            self.expr_with_hint(&mut x, value, elem);
            self.assignment(&mut x, Some(elem), "map literal");
        }
    }

    /// Elements of an array or slice literal; how long it is.
    fn indexed_elements(&mut self, list: &[ExprId], elem: TypeId, length: i64) -> i64 {
        let ast = self.ast;
        let (mut index, mut max) = (0i64, 0i64);
        let keyed = list
            .iter()
            .any(|&e| matches!(ast.kind(e), ExprKind::KeyValue { .. }));
        let mut seen: HashSet<i64> = HashSet::default();
        let mut x = Operand::invalid();
        for &e in list {
            let mut value = e;
            let mut valid = false;
            if let ExprKind::KeyValue { key, value: v } = ast.kind(e) {
                value = v;
                let (ty, i) = self.index(key, length);
                if ty.is_valid() {
                    if i >= 0 {
                        index = i;
                        valid = true;
                    } else {
                        let message =
                            format!("index {} must be integer constant", self.expr_string(key));
                        self.error_at(e, message);
                    }
                }
            } else if length >= 0 && index >= length {
                self.error_at(e, format!("index {index} is out of bounds (>= {length})"));
            } else {
                valid = true;
            }
            if valid && keyed && !seen.insert(index) {
                self.error_at(
                    e,
                    format!("duplicate index {index} in array or slice literal"),
                );
            }
            self.expr_with_hint(&mut x, value, elem);
            self.assignment(&mut x, Some(elem), "array or slice literal");
            index = index.saturating_add(1);
            max = max.max(index);
        }
        max
    }
}
