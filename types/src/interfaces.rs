//! Interface types and unions. Spec: "Interface types".

use crate::checker::Checker;
use crate::object::{Func, ObjId, Object, ObjectKind};
use crate::types::{Interface, Term, Type, TypeId};
use parser::ast::{BinaryOp, ExprId, ExprKind, FieldId, List, UnaryOp};
use source::Pos;

/// How many terms a union may have.
pub(crate) const MAX_TERMS: usize = 100;

impl<'a> Checker<'a> {
    /// Fills in the interface type `t`.
    pub(crate) fn interface_type(&mut self, t: TypeId, pos: Pos, elems: List<FieldId>) {
        let ast = self.ast;
        let mut iface = Interface::default();
        if !elems.is_empty() {
            self.state.incomplete.insert(t);
        }
        for f in ast.list(elems) {
            let field = ast.field(f);
            let Some(e) = field.ty else {
                continue;
            };
            let Some(name) = field.name else {
                let ty = self.parse_union(e);
                iface.embeddeds.push(ty);
                iface.embed_pos.push(ast.start(e));
                continue;
            };
            let symbol = ast.name(name);
            if symbol.is_blank() {
                self.error_at(name, "methods must have a unique non-blank name");
                continue;
            }
            let ty = self.typ(e);
            if !matches!(self.types.get(ty), Type::Signature(_)) {
                continue;
            }
            let m = self.new_method(symbol, ast.pos(name), ty);
            self.record_def(name, m);
            iface.methods.push(m);
        }
        self.types.set(t, Type::Interface(Box::new(iface)));
        if !elems.is_empty() {
            self.state.incomplete.remove(&t);
            self.later(move |c| {
                c.compute_type_set(t, Some(pos));
            });
        }
    }

    fn new_method(&mut self, name: source::Symbol, pos: Pos, ty: TypeId) -> ObjId {
        let pkg = Some(self.env.pkg);
        self.add_obj(Object::new(
            name,
            pkg,
            pos,
            ty,
            ObjectKind::Func(Func::default()),
        ))
    }

    /// The interface that embeds the union or `~T` term `e`.
    pub(crate) fn implicit_interface(&mut self, e: ExprId) -> TypeId {
        let pos = self.ast.start(e);
        let ty = self.parse_union(e);
        let t = self.types.add(Type::Interface(Box::new(Interface {
            embeddeds: vec![ty],
            embed_pos: vec![pos],
            implicit: true,
            ..Interface::default()
        })));
        self.later(move |c| {
            c.compute_type_set(t, Some(pos));
        });
        t
    }

    /// An embedded element: a type, a union or a `~T` term.
    fn parse_union(&mut self, e: ExprId) -> TypeId {
        let ast = self.ast;
        let mut exprs = Vec::new();
        let mut x = e;
        while let ExprKind::Binary {
            op: BinaryOp::Or,
            x: left,
            y,
        } = ast.kind(x)
        {
            exprs.push(y);
            x = left;
        }
        exprs.push(x);
        exprs.reverse();
        let mut terms: Vec<Term> = Vec::with_capacity(exprs.len());
        for &x in &exprs {
            let term = self.parse_tilde(x);
            if exprs.len() == 1 && !term.tilde {
                return term.ty;
            }
            if terms.len() >= MAX_TERMS {
                let message = format!(
                    "cannot handle more than {MAX_TERMS} union terms (implementation limitation)"
                );
                self.error_at(x, message);
                return TypeId::INVALID;
            }
            terms.push(term);
        }
        let union = self.types.add(Type::Union(terms.clone().into()));
        self.record_type(e, union);
        self.later(move |c| c.check_terms(&exprs, &terms));
        union
    }

    fn parse_tilde(&mut self, e: ExprId) -> Term {
        let (x, tilde) = match self.ast.kind(e) {
            ExprKind::Unary {
                op: UnaryOp::Tilde,
                x,
            } => (x, true),
            _ => (e, false),
        };
        let mut ty = self.typ(x);
        if self.is_type_param(ty) {
            let message = if tilde {
                format!(
                    "type in term {} cannot be a type parameter",
                    self.expr_string(e)
                )
            } else {
                "term cannot be a type parameter".to_string()
            };
            self.error_at(x, message);
            ty = TypeId::INVALID;
        }
        Term { tilde, ty }
    }

    fn check_terms(&mut self, exprs: &[ExprId], terms: &[Term]) {
        for (i, (&e, &term)) in exprs.iter().zip(terms).enumerate() {
            if !self.is_valid(term.ty) {
                continue;
            }
            let u = self.under(term.ty);
            let is_interface = matches!(self.types.get(u), Type::Interface(_));
            let (ts, full) = (self.type_string(term.ty), self.term_string(term));
            if term.tilde {
                if is_interface {
                    self.error_at(e, format!("invalid use of ~ ({ts} is an interface)"));
                    continue;
                }
                if !self.identical(u, term.ty) {
                    let us = self.type_string(u);
                    self.error_at(
                        e,
                        format!("invalid use of ~ (underlying type of {ts} is {us})"),
                    );
                    continue;
                }
            }
            if is_interface {
                let set = self.type_set(u);
                if !set.methods.is_empty() {
                    self.error_at(
                        e,
                        format!("cannot use {full} in union ({full} contains methods)"),
                    );
                } else if term.ty == TypeId::COMPARABLE {
                    self.error_at(e, "cannot use comparable in union");
                } else if set.comparable {
                    self.error_at(
                        e,
                        format!("cannot use {full} in union ({full} embeds comparable)"),
                    );
                }
                continue;
            }
            for &other in &terms[..i] {
                if self.is_interface(other.ty) || !self.is_valid(other.ty) {
                    continue;
                }
                if self.terms_overlap(term, other) {
                    let other = self.term_string(other);
                    let message = format!("overlapping terms {full} and {other}");
                    let pos = self.at_pos(e);
                    self.soft_error(pos, message);
                    break;
                }
            }
        }
    }

    fn terms_overlap(&mut self, x: Term, y: Term) -> bool {
        let ux = if y.tilde { self.under(x.ty) } else { x.ty };
        let uy = if x.tilde { self.under(y.ty) } else { y.ty };
        self.identical(ux, uy)
    }
}
