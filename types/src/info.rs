//! Facts about syntax nodes, beside the tree: what the compiler reads.

use crate::constant::Value;
use crate::object::{Builtin, ObjId};
use crate::types::TypeId;
use parser::ast::{ClauseId, ExprId};
use std::collections::HashMap;

/// What an expression denotes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// A call without results, or a statement-like expression.
    NoValue,
    Builtin(Builtin),
    TypeExpr,
    Constant,
    /// Addressable.
    Variable,
    /// Not addressable but assignable; has a comma-ok form.
    MapIndex,
    Value,
    NilValue,
    /// Like `Value`, with a comma-ok form (receive, type assertion).
    CommaOk,
}

#[derive(Clone, Debug)]
pub struct TypeAndValue {
    pub mode: Mode,
    /// The final type: an untyped operand has the type it was converted to by its context. A
    /// call with several results has a tuple; a comma-ok expression used in its two-valued form
    /// has the tuple (T, bool). Inside generic code types may mention type parameters.
    pub ty: TypeId,
    /// Set iff `mode` is `Constant`; already converted to `ty` (rounded, checked).
    pub value: Option<Value>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SelectionKind {
    FieldVal,
    /// `x.m` used as value or called.
    MethodVal,
    /// `T.m`.
    MethodExpr,
}

/// Of `x.f` (not of `pkg.Name`: there the `sel` name is simply a use of the object).
#[derive(Clone, Debug)]
pub struct Selection {
    pub kind: SelectionKind,
    /// The type of `x`.
    pub recv: TypeId,
    /// The field or method. For a method of an instantiated type it is the method declared on
    /// the origin type.
    pub obj: ObjId,
    /// Field indices to follow through embedded fields; for a field the last one is the field
    /// itself, for a method the path ends at the embedded field whose type has the method.
    /// Pointers are followed implicitly at each step.
    pub path: Box<[u32]>,
    /// A pointer was followed on the path (that of `recv` itself included).
    pub indirect: bool,
    /// The type of `x.f`, instantiated.
    pub ty: TypeId,
}

/// A use of a generic function or type.
#[derive(Clone, Debug)]
pub struct Instance {
    pub targs: Box<[TypeId]>,
    /// The instantiated type.
    pub ty: TypeId,
}

#[derive(Debug, Default)]
pub struct Info {
    /// By `ExprId`. Not recorded for names that are being declared.
    pub types: Vec<Option<TypeAndValue>>,
    /// By the `ExprId` of a `Name`: the object it declares or uses. The symbolic variable of a type
    /// switch guard has none: see `implicits`.
    pub objects: Vec<Option<ObjId>>,
    pub selections: HashMap<ExprId, Selection>,
    /// By the `ExprId` of the generic's `Name` (`F` in `F[int](x)`, `pkg.F[int]` and in inferred calls).
    pub instances: HashMap<ExprId, Instance>,
    /// The variable that a type switch with `name :=` declares in each clause.
    pub implicits: HashMap<ClauseId, ObjId>,
}

impl Info {
    /// Drops the facts about expressions from number `exprs` on, and those that name objects from number
    /// `objects` on.
    pub fn truncate(&mut self, exprs: usize, objects: usize) {
        self.types.truncate(exprs);
        self.objects.truncate(exprs);
        self.selections.retain(|e, _| e.index() < exprs);
        self.instances.retain(|e, _| e.index() < exprs);
        self.implicits.retain(|_, o| (o.0 as usize) < objects);
    }

    pub fn type_and_value(&self, e: ExprId) -> Option<&TypeAndValue> {
        self.types.get(e.index()).and_then(Option::as_ref)
    }
    pub fn object(&self, name: ExprId) -> Option<ObjId> {
        self.objects.get(name.index()).copied().flatten()
    }
}
