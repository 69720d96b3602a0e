//! From what the command line names to parsed packages in initialisation order.
//!
//! [`load`] finds the files ([`folder`], [`constraint`], [`platform`]), parses them, and follows
//! their imports through the modules around them ([`workspace`]). Mistakes that the go command would
//! report before compiling anything are [`Project::errors`]; those that the compiler reports stay
//! with their package.
//!
//! Architecture invariant: the loader knows nothing of types. The standard library's sources come
//! through a function, so that it does not depend on them either.
#![forbid(unsafe_code)]

mod buildlist;
mod constraint;
mod directives;
mod embed;
mod folder;
mod glob;
mod gomod;
mod imports;
mod initorder;
mod modcache;
mod packages;
mod path;
mod pattern;
mod place;
mod platform;
mod project;
#[cfg(test)]
mod soup;
mod std_names;
mod text;
mod vendor;
mod version;
mod workspace;

pub use embed::{Embed, EmbeddedFile};
pub use pattern::expand;
pub use project::{
    Input, InputError, Options, ParsedPackage, Project, StdSources, extend, importable, load,
    parse, sources,
};
pub use std_names::public_packages;
pub use version::LangVersion;
pub use workspace::Mode;
