//! Operands: intermediate results of checking expressions.

use crate::constant::Value;
use crate::info::Mode;
use crate::object::Builtin;
use crate::types::TypeId;
use parser::ast::ExprId;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OperandMode {
    /// After an error.
    Invalid,
    NoValue,
    Builtin(Builtin),
    TypeExpr,
    Constant,
    Variable,
    MapIndex,
    Value,
    NilValue,
    CommaOk,
}

impl OperandMode {
    /// What is recorded for the expression.
    pub fn recorded(self) -> Option<Mode> {
        Some(match self {
            OperandMode::Invalid => return None,
            OperandMode::NoValue => Mode::NoValue,
            OperandMode::Builtin(b) => Mode::Builtin(b),
            OperandMode::TypeExpr => Mode::TypeExpr,
            OperandMode::Constant => Mode::Constant,
            OperandMode::Variable => Mode::Variable,
            OperandMode::MapIndex => Mode::MapIndex,
            OperandMode::Value => Mode::Value,
            OperandMode::NilValue => Mode::NilValue,
            OperandMode::CommaOk => Mode::CommaOk,
        })
    }
}

#[derive(Clone, Debug)]
pub struct Operand {
    pub mode: OperandMode,
    pub expr: Option<ExprId>,
    pub ty: TypeId,
    /// Set iff `mode` is `Constant`.
    pub value: Option<Value>,
}

impl Default for Operand {
    fn default() -> Self {
        Operand::invalid()
    }
}

impl Operand {
    pub fn invalid() -> Operand {
        Operand {
            mode: OperandMode::Invalid,
            expr: None,
            ty: TypeId::INVALID,
            value: None,
        }
    }

    pub fn is_valid(&self) -> bool {
        self.mode != OperandMode::Invalid
    }

    pub fn invalidate(&mut self) {
        self.mode = OperandMode::Invalid;
    }

    /// Becomes a constant.
    pub fn set_const(&mut self, value: Value, ty: TypeId) {
        self.mode = OperandMode::Constant;
        self.value = Some(value);
        self.ty = ty;
    }
}
