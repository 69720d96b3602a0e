//! The type checker: syntax tree to checked program, in the shape of `go/types`.
#![forbid(unsafe_code)]
pub mod constant;
pub mod info;
pub mod object;
pub mod types;
