//! Order of evaluation. Spec: "Order of evaluation".
//!
//! The specification orders calls, receive operations and logical operators, and leaves open when
//! variables are read. gc makes the ordered operations of a statement first, in order, and reads
//! variables, elements and fields after the last of them: `x + f()` sees what `f` does to `x`. Where
//! that can show, so do we: the ordered operations are evaluated into temporaries ([`Gen::held`])
//! before the rest of the expressions.

use crate::func::Gen;
use parser::ast::*;
use types::info::{Mode, Selection, SelectionKind};
use types::object::{Builtin, ObjectKind, VarRole};
use types::types::Type;

/// What evaluating an expression does, in order.
#[derive(Clone, Copy)]
enum Event {
    /// Reads what a call may change.
    Read,
    /// An operation in its place in the order; `effects`: a call or the like.
    Ordered { e: ExprId, effects: bool },
}

/// The expressions that [`Gen::order`] evaluated, to be forgotten after the statement.
#[must_use]
pub struct Held(Vec<ExprId>);

impl Gen<'_, '_, '_> {
    /// Evaluates the ordered operations of `exprs`, evaluated together in this order, as far as
    /// reads come before them.
    pub fn order(&mut self, exprs: &[ExprId]) -> Held {
        let mut events = Vec::new();
        for &e in exprs {
            self.events(e, &mut events);
        }
        self.hold(&events)
    }

    /// As [`Gen::order`], for the operands of `last` in place of `last` itself.
    pub fn order_operands(&mut self, exprs: &[ExprId], last: ExprId) -> Held {
        let mut events = Vec::new();
        for &e in exprs {
            self.events(e, &mut events);
        }
        match self.ast().kind(self.ast().unparen(last)) {
            ExprKind::Unary { x, .. } | ExprKind::TypeAssert { x, .. } => {
                self.events(x, &mut events);
            }
            ExprKind::Index { x, indices } => {
                self.events(x, &mut events);
                self.events(self.ast().item(indices, 0), &mut events);
            }
            _ => {}
        }
        self.hold(&events)
    }

    pub fn forget(&mut self, held: Held) {
        for e in held.0 {
            self.held.remove(&e);
        }
    }

    fn hold(&mut self, events: &[Event]) -> Held {
        let mut held = Vec::new();
        let Some(first_read) = events.iter().position(|e| matches!(e, Event::Read)) else {
            return Held(held);
        };
        let has_effects = |e: &Event| matches!(e, Event::Ordered { effects: true, .. });
        let Some(last) = events
            .iter()
            .rposition(has_effects)
            .filter(|&l| l > first_read)
        else {
            return Held(held);
        };
        for &event in &events[..=last] {
            let Event::Ordered { e, .. } = event else {
                continue;
            };
            let slot = if self.tuple_types(e).is_some() {
                self.multi_valued(e)
            } else {
                // A slot of its own: the value may be that of a variable.
                let layout = self.expr_layout(e);
                let slot = self.temp(layout);
                self.expr_to(e, slot);
                slot
            };
            self.held.insert(e, slot);
            held.push(e);
        }
        Held(held)
    }

    fn events_of(&self, list: List<ExprId>, out: &mut Vec<Event>) {
        for e in self.ast().list(list) {
            self.events(e, out);
        }
    }

    fn events(&self, e: ExprId, out: &mut Vec<Event>) {
        let e = self.ast().unparen(e);
        if self.held.contains_key(&e) || self.constant(e).is_some() || self.is_type(e) {
            return;
        }
        let ordered = |effects| Event::Ordered { e, effects };
        match self.ast().kind(e) {
            ExprKind::Name(_) if self.may_change(e) => out.push(Event::Read),
            ExprKind::Selector { x, sel } => match self.c.ck.info.selections.get(&e) {
                Some(s) => {
                    let reads =
                        s.indirect && (s.kind == SelectionKind::FieldVal || self.loads_receiver(s));
                    self.events(x, out);
                    if reads {
                        out.push(Event::Read);
                    }
                }
                None if self.may_change(sel) => out.push(Event::Read),
                None => {}
            },
            ExprKind::Index { .. } if self.is_instantiation(e) => {}
            ExprKind::Index { x, indices } => {
                self.events(x, out);
                self.events_of(indices, out);
                out.push(Event::Read);
            }
            ExprKind::Star(x) => {
                self.events(x, out);
                out.push(Event::Read);
            }
            ExprKind::Slice { x, lo, hi, max, .. } => {
                for operand in [Some(x), lo, hi, max].into_iter().flatten() {
                    self.events(operand, out);
                }
                out.push(ordered(false));
            }
            ExprKind::TypeAssert { x, .. } => {
                self.events(x, out);
                out.push(ordered(false));
            }
            ExprKind::Call { func, args, .. } => {
                let func = self.ast().unparen(func);
                match self.mode(func) {
                    Some(Mode::TypeExpr) => {
                        self.events_of(args, out);
                        if self.is_slice(self.ast().item(args, 0)) {
                            out.push(Event::Read);
                        }
                    }
                    Some(Mode::Builtin(b)) if is_pure(b) => {
                        self.events_of(args, out);
                        out.push(ordered(false));
                    }
                    _ => out.push(ordered(true)),
                }
            }
            ExprKind::Unary {
                op: UnaryOp::Recv, ..
            } => out.push(ordered(true)),
            ExprKind::Unary { x, .. } => self.events(x, out),
            ExprKind::Binary {
                op: BinaryOp::AndAnd | BinaryOp::OrOr,
                x,
                y,
            } => {
                let mut inner = Vec::new();
                self.events(x, &mut inner);
                self.events(y, &mut inner);
                let effects = inner
                    .iter()
                    .any(|i| matches!(i, Event::Ordered { effects: true, .. }));
                out.push(ordered(effects));
            }
            ExprKind::Binary { op, x, y } => {
                self.events(x, out);
                self.events(y, out);
                if matches!(op, BinaryOp::Div | BinaryOp::Rem) && self.constant(y).is_none() {
                    // May panic, after what is ordered.
                    out.push(Event::Read);
                }
            }
            ExprKind::CompositeLit { elems, .. } => {
                for elem in self.ast().list(elems) {
                    match self.ast().kind(elem) {
                        ExprKind::KeyValue { key, value } => {
                            if !self.is_field_name(key) {
                                self.events(key, out);
                            }
                            self.events(value, out);
                        }
                        _ => self.events(elem, out),
                    }
                }
            }
            _ => {}
        }
    }

    fn is_field_name(&self, key: ExprId) -> bool {
        let obj = self.c.ck.info.object(key);
        obj.is_some_and(|o| match &self.c.ck.obj(o).kind {
            ObjectKind::Var(v) => v.is_field,
            _ => false,
        })
    }

    /// Whether a call of the method copies its receiver out of memory.
    fn loads_receiver(&self, s: &Selection) -> bool {
        match &self.c.ck.obj(s.obj).kind {
            ObjectKind::Func(f) => !f.ptr_recv || !s.path.is_empty(),
            _ => false,
        }
    }

    fn is_slice(&self, e: ExprId) -> bool {
        let ty = self.c.ck.info.type_and_value(e).map(|tv| tv.ty);
        ty.is_some_and(|t| matches!(self.c.ck.types.get(self.c.ck.unalias(t)), Type::Slice(_)))
    }

    /// Whether the variable that the name stands for may change during a call.
    fn may_change(&self, name: ExprId) -> bool {
        let Some(var) = self.variable(name) else {
            return false;
        };
        let is_package_variable = match &self.c.ck.obj(var).kind {
            ObjectKind::Var(v) => v.role == VarRole::Package,
            _ => false,
        };
        is_package_variable || self.c.escape.is_boxed(var)
    }
}

/// Built-ins that are operators rather than calls.
fn is_pure(b: Builtin) -> bool {
    use Builtin::*;
    matches!(
        b,
        Len | Cap
            | Real
            | Imag
            | Complex
            | Min
            | Max
            | Add
            | Slice
            | SliceData
            | String
            | StringData
            | Sizeof
            | Alignof
            | Offsetof
    )
}
