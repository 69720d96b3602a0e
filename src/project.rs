//! What the loader needs to know of gorun: where the standard library's sources are.

use parser::ast::Ast;
use source::SourceMap;
use std::collections::HashSet;
use std::path::Path;

pub use loader::{Input, InputError, Mode, Options, ParsedPackage, Project, expand};

/// Loads what the command line names: Go files, one package, or `-` for standard input.
///
/// # Errors
/// A message for the user if nothing can be read.
pub fn load(names: &[String], options: &Options) -> Result<Project, InputError> {
    loader::load(names, options, stdlib::program_files)
}

/// Parses source text as the files of one package.
pub fn parse(inputs: Vec<Input>) -> Project {
    loader::parse(inputs, &Options::default(), stdlib::program_files)
}

/// Parses source text as the files of one package, with the user's build flags.
pub fn parse_with(inputs: Vec<Input>, options: &Options) -> Project {
    loader::parse(inputs, options, stdlib::source_files)
}

/// Loads what a file in the folder `dir` imports beyond the packages of a program that grows.
pub fn extend(
    program: (Ast, SourceMap),
    known: HashSet<String>,
    file: Input,
    dir: &Path,
    options: &Options,
) -> Project {
    loader::extend(program, known, file, dir, options, stdlib::program_files)
}

/// The import paths that the module around a folder offers to programs there.
pub fn importable(dir: &Path) -> Vec<String> {
    loader::importable(dir, stdlib::program_files)
}

/// The names and texts of the files of the package in a folder.
///
/// # Errors
/// A folder without Go files.
pub fn sources(dir: &Path, options: &Options) -> Result<Vec<(String, String)>, InputError> {
    loader::sources(dir, options)
}

/// Whether the word is the import path of a package of the module around the working folder.
pub fn is_importable(path: &str) -> bool {
    load(&[path.to_string()], &Options::default()).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_module_offers_its_packages_and_those_that_it_requires() {
        let shop = Path::new(env!("CARGO_MANIFEST_DIR")).join("testdata/repl/module/shop");
        let of_shop = importable(&shop);
        for path in ["util", "internal/secret"] {
            let path = format!("example.com/shop/{path}");
            assert!(of_shop.contains(&path), "{of_shop:?}");
        }
        assert!(of_shop.iter().any(|p| p == "example.com/dep/inner"));
        assert!(!of_shop.iter().any(|p| p.ends_with("/tool")), "{of_shop:?}");
        assert_eq!(importable(&shop.join("vend")), ["example.com/paint"]);
        assert_eq!(importable(&shop.join("work/a")), ["example.com/b"]);
        assert!(importable(Path::new("/")).is_empty());
    }
}
