//! The type checker: syntax tree to checked program, in the shape of `go/types`.
#![forbid(unsafe_code)]
pub mod checker;
pub mod constant;
mod errors;
pub mod info;
pub mod object;
pub mod operand;
pub mod scope;
pub mod types;
pub mod version;

pub use checker::{Checker, Config};
