//! The standard library: Go sources, embedded, and the native functions they stand on.
//!
//! Functions without a body in `go/<import path>/*.go` are natives: looked up in [`natives`] as
//! import path, `.` and name, methods as `sync.(*Mutex).Lock`.
//!
//! Architecture invariant: a native never calls Go code. What takes callbacks is written in Go.

mod abi;
mod bignum;
mod elementary;
mod natives;
mod text;

use std::collections::HashMap;
use std::sync::LazyLock;

use runtime::native::NativeFn;

include!(concat!(env!("OUT_DIR"), "/sources.rs"));

type SourceFiles = &'static [(&'static str, &'static str)];
type Packages = &'static [(&'static str, SourceFiles)];

/// The files (name as stack traces show it, text) of a package, for who reads its documentation.
pub fn source_files(import_path: &str) -> Option<SourceFiles> {
    find(DOCUMENTED, import_path)
}

/// The files of a package without comments, for programs: every token is where [`source_files`] has it.
pub fn program_files(import_path: &str) -> Option<SourceFiles> {
    find(BARE, import_path)
}

fn find(packages: Packages, import_path: &str) -> Option<SourceFiles> {
    let at = packages.binary_search_by_key(&import_path, |p| p.0).ok()?;
    Some(packages[at].1)
}

/// All packages' import paths, sorted.
pub fn packages() -> impl Iterator<Item = &'static str> {
    DOCUMENTED.iter().map(|p| p.0)
}

/// All native functions, by name.
pub fn natives() -> &'static [(&'static str, NativeFn)] {
    static ALL: LazyLock<Vec<(&'static str, NativeFn)>> = LazyLock::new(natives::all);
    &ALL
}

/// One native function.
pub fn native(name: &str) -> Option<NativeFn> {
    static BY_NAME: LazyLock<HashMap<&'static str, NativeFn>> =
        LazyLock::new(|| natives().iter().copied().collect());
    BY_NAME.get(name).copied()
}
