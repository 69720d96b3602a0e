//! Filling in [`Info`](crate::info::Info).

use crate::checker::Checker;
use crate::constant::Value;
use crate::info::{Instance, Selection, TypeAndValue};
use crate::object::ObjId;
use crate::operand::OperandMode;
use crate::types::TypeId;
use parser::ast::{ClauseId, ExprId, ExprKind};

impl<'a> Checker<'a> {
    pub fn record_type_and_value(
        &mut self,
        e: ExprId,
        mode: OperandMode,
        ty: TypeId,
        value: Option<Value>,
    ) {
        let Some(mode) = mode.recorded() else {
            return;
        };
        self.touched |= e.index() < self.kept_exprs;
        if let Some(slot) = self.info.types.get_mut(e.index()) {
            *slot = Some(TypeAndValue { mode, ty, value });
        }
    }

    /// Records that the type expression `e` denotes `ty`.
    pub fn record_type(&mut self, e: ExprId, ty: TypeId) {
        self.record_type_and_value(e, OperandMode::TypeExpr, ty, None);
    }

    /// `name` declares `obj`.
    pub fn record_def(&mut self, name: ExprId, obj: ObjId) {
        if let Some(slot) = self.info.objects.get_mut(name.index()) {
            *slot = Some(obj);
        }
    }

    /// `name` uses `obj`.
    pub fn record_use(&mut self, name: ExprId, obj: ObjId) {
        self.record_def(name, obj);
    }

    pub fn record_selection(&mut self, e: ExprId, selection: Selection) {
        if let ExprKind::Selector { sel, .. } = self.ast.kind(e) {
            self.record_use(sel, selection.obj);
        }
        self.info.selections.insert(e, selection);
    }

    /// `e` is the name, qualified or not, of an instantiated generic.
    pub fn record_instance(&mut self, e: ExprId, targs: &[TypeId], ty: TypeId) {
        let name = match self.ast.kind(self.ast.unparen(e)) {
            ExprKind::Selector { sel, .. } => sel,
            ExprKind::Index { x, .. } => return self.record_instance(x, targs, ty),
            _ => self.ast.unparen(e),
        };
        let targs = targs.into();
        self.info.instances.insert(name, Instance { targs, ty });
    }

    pub fn record_implicit(&mut self, clause: ClauseId, obj: ObjId) {
        self.info.implicits.insert(clause, obj);
    }

    /// `e` is a comma-ok expression used with two values.
    pub fn record_comma_ok_types(&mut self, e: ExprId, types: [TypeId; 2]) {
        let tuple = self.types.tuple(&types);
        let mut e = e;
        loop {
            if let Some(Some(tv)) = self.info.types.get_mut(e.index()) {
                tv.ty = tuple;
            }
            match self.ast.kind(e) {
                ExprKind::Paren(inner) => e = inner,
                _ => return,
            }
        }
    }
}
