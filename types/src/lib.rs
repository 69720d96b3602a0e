//! The type checker: syntax tree to checked program, in the shape of `go/types`.
//!
//! [`Checker::new`], then [`Checker::add_package`] for each package (imports first), then
//! [`Checker::check_all`]. Facts about nodes are in `Checker::info`, errors in `Checker::diags`.
//! Bodies of std functions are checked on demand: [`Checker::check_body`].
#![forbid(unsafe_code)]
mod assignments;
mod builtins;
mod call;
pub mod checker;
mod comparison;
pub mod constant;
mod conversions;
mod decl;
pub mod embed;
mod errors;
mod expr;
mod exprstring;
mod index;
mod infer;
pub mod info;
mod initorder;
mod instantiate;
mod interfaces;
mod labels;
mod literals;
pub mod lookup;
mod mono;
pub mod object;
pub mod operand;
mod predicates;
pub mod probe;
mod range;
mod record;
mod resolver;
mod return_stmt;
pub mod scope;
pub mod session;
mod shift;
mod signature;
mod sizes;
pub mod spelling;
mod stmt;
mod structs;
mod subst;
mod suggest;
pub mod types;
pub mod typeset;
pub mod typestring;
mod typexpr;
mod under;
mod unify;
mod universe;
mod validtype;
pub mod version;

pub use checker::{Checker, Config};
