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
) -> Project {
    let options = Options::default();
    loader::extend(program, known, file, dir, &options, stdlib::program_files)
}

/// The names and texts of the files of the package in a folder.
///
/// # Errors
/// A folder without Go files.
pub fn sources(dir: &Path) -> Result<Vec<(String, String)>, InputError> {
    loader::sources(dir, &Options::default())
}

/// Whether the word is the import path of a package of the module around the working folder.
pub fn is_importable(path: &str) -> bool {
    load(&[path.to_string()], &Options::default()).is_ok()
}
