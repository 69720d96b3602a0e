//! Struct types. Spec: "Struct types".

use crate::checker::Checker;
use crate::object::{ObjId, Var, VarRole};
use crate::types::{StructType, Type, TypeId};
use hashbrown::HashMap;
use parser::ast::{ExprId, ExprKind, FieldId, List};
use source::{Pos, Symbol};

impl<'a> Checker<'a> {
    pub(crate) fn struct_type(&mut self, list: List<FieldId>) -> TypeId {
        let ast = self.ast;
        let mut fields: Vec<ObjId> = Vec::with_capacity(list.len());
        let mut tags: Vec<Symbol> = Vec::new();
        let mut names: HashMap<Symbol, ObjId> = HashMap::default();
        let mut previous: Option<(ExprId, TypeId)> = None;
        for f in ast.list(list) {
            let field = ast.field(f);
            let Some(e) = field.ty else {
                continue;
            };
            let ty = match previous {
                Some((p, t)) if p == e => t,
                _ => {
                    let t = self.var_type(e);
                    previous = Some((e, t));
                    t
                }
            };
            let (name, pos, name_expr, embedded) = match field.name {
                Some(name) => (ast.name(name), ast.pos(name), Some(name), false),
                None => {
                    let Some(name) = embedded_name(ast, e) else {
                        self.error_at(
                            e,
                            format!("invalid embedded field type {}", self.expr_string(e)),
                        );
                        continue;
                    };
                    (ast.name(name), ast.pos(name), None, true)
                }
            };
            if embedded {
                self.check_embedded(e, ty);
            }
            let obj = self.new_var(
                pos,
                name,
                ty,
                Var {
                    is_field: true,
                    embedded,
                    used: false,
                    role: VarRole::Field,
                },
            );
            if let Some(name_expr) = name_expr {
                self.record_def(name_expr, obj);
            }
            if !name.is_blank() {
                match names.get(&name) {
                    Some(&other) => {
                        let message = format!("{name} redeclared{}", self.other_declaration(other));
                        self.error(pos, message);
                        continue;
                    }
                    None => {
                        names.insert(name, obj);
                    }
                }
            }
            if let Some(tag) = field.tag
                && let Some(text) = self.string_literal(tag)
            {
                tags.resize(fields.len(), Symbol::EMPTY);
                tags.push(Symbol::intern(&text));
            }
            fields.push(obj);
        }
        tags.resize(fields.len(), Symbol::EMPTY);
        self.types
            .add(Type::Struct(Box::new(StructType { fields, tags })))
    }

    /// Spec: "An embedded field must be specified as a type name T or as a pointer to a
    /// non-interface type name *T, and T itself may not be a pointer type."
    fn check_embedded(&mut self, e: ExprId, ty: TypeId) {
        let pos: Pos = self.ast.start(e);
        self.later(move |c| {
            let (t, is_ptr) = c.deref(ty);
            let u = c.under(t);
            let message = match c.types.get(u) {
                _ if !u.is_valid() => return,
                Type::Basic(crate::types::BasicKind::UnsafePointer) => {
                    "embedded field type cannot be unsafe.Pointer"
                }
                Type::Pointer(_) => "embedded field type cannot be a pointer",
                Type::Interface(_) if c.is_type_param(t) => {
                    "embedded field type cannot be a (pointer to a) type parameter"
                }
                Type::Interface(_) if is_ptr => {
                    "embedded field type cannot be a pointer to an interface"
                }
                _ => return,
            };
            c.error(pos, message);
        });
    }
}

/// The name of an embedded field, that of its type.
fn embedded_name(ast: &parser::ast::Ast, e: ExprId) -> Option<ExprId> {
    match ast.kind(e) {
        ExprKind::Name(_) => Some(e),
        ExprKind::Star(inner) => match ast.kind(inner) {
            // **T is no embedded field.
            ExprKind::Star(_) => None,
            _ => embedded_name(ast, inner),
        },
        ExprKind::Selector { sel, .. } => Some(sel),
        ExprKind::Index { x, .. } => embedded_name(ast, x),
        ExprKind::Paren(x) => embedded_name(ast, x),
        _ => None,
    }
}
