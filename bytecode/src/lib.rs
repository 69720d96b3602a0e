//! Typed bytecode: the instruction set, functions, type descriptions; verifier and disassembler.
#![forbid(unsafe_code)]

pub mod isa;
pub mod ops;
pub mod program;

pub use isa::{Instr, Op, Operand, OperandKind, Place};
pub use ops::NONE;
pub use program::*;
