//! The type checker: syntax tree to checked program, in the shape of `go/types`.
#![forbid(unsafe_code)]
pub mod checker;
mod validtype;
mod universe;
mod unify;
mod under;
mod typexpr;
mod typestring;
mod typeset;
mod subst;
mod structs;
mod sizes;
mod signature;
mod resolver;
mod record;
mod predicates;
mod mono;
mod lookup;
mod infer;
mod interfaces;
mod instantiate;
mod initorder;
mod decl;
pub mod constant;
mod errors;
pub mod info;
pub mod object;
pub mod operand;
pub mod scope;
pub mod types;
pub mod version;

pub use checker::{Checker, Config};
