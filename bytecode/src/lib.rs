//! Typed bytecode: the instruction set, functions, type descriptions; verifier and disassembler.
#![forbid(unsafe_code)]

pub mod disasm;
pub mod isa;
pub mod ops;
pub mod program;
pub mod reference;
pub mod verify;

pub use isa::{Instr, Op, Operand, OperandKind, Place};
pub use ops::NONE;
pub use program::*;
pub use verify::{VerifyError, verify};
