//! Positions, files, interned names and diagnostics: the leaf crate that every phase shares.
#![forbid(unsafe_code)]

mod diagnostic;
pub mod line_directive;
mod map;
mod symbol;

pub use diagnostic::{Diagnostic, Diagnostics, Edit, Related, Suggestion};
pub use map::{FileId, Pos, Position, SourceFile, SourceMap, Span};
pub use symbol::Symbol;
