//! The entry points: what the command line names becomes a [`Project`].

use crate::constraint;
use crate::embed::Embed;
use crate::folder::{Folder, SourceFile};
use crate::packages::{Loader, ROOT_PATH};
use crate::path;
use crate::place::{self, absolute, clean};
use crate::platform::Tags;
use crate::text;
use crate::version::LangVersion;
use crate::workspace::Mode;
use parser::ast::{Ast, File};
use source::{Diagnostic, Diagnostics, SourceMap, Symbol};
use std::borrow::Cow;
use std::collections::HashSet;
use std::path::{Path, PathBuf};

/// A package, parsed.
#[derive(Debug)]
pub struct ParsedPackage {
    /// The import path; `main` for the program's own package.
    pub path: Symbol,
    pub name: Symbol,
    pub files: Vec<File>,
    /// The language version that each file asks for, beside `files`.
    pub file_versions: Vec<Option<LangVersion>>,
    /// The language version of its module.
    pub lang: LangVersion,
    pub is_std: bool,
    /// Indices of the packages that it imports.
    pub imports: Vec<usize>,
    /// Mistakes in its syntax and directives: it is not fit for checking.
    pub diags: Diagnostics,
    pub embeds: Vec<Embed>,
}

/// The program's sources.
#[derive(Debug)]
pub struct Project {
    pub ast: Ast,
    pub map: SourceMap,
    /// In the order of initialisation: the user's package last.
    pub packages: Vec<ParsedPackage>,
    /// What keeps the packages from being put together, such as a missing one.
    pub errors: Vec<Diagnostic>,
}

impl Project {
    /// All syntax errors.
    pub fn syntax_errors(&self) -> impl Iterator<Item = &Diagnostic> {
        self.packages.iter().flat_map(|p| &p.diags.list)
    }
}

/// How packages are found.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Build tags of the user's.
    pub tags: Vec<String>,
    /// Where dependencies come from; by default the vendor folder if there is one.
    pub mode: Option<Mode>,
}

/// The files (name as stack traces show it, text) of a package of the standard library.
pub type StdSources = fn(&str) -> Option<&'static [(&'static str, &'static str)]>;

/// What stands in the way of reading the sources at all.
#[derive(Debug)]
pub struct InputError(pub String);

impl From<String> for InputError {
    fn from(message: String) -> InputError {
        InputError(message)
    }
}

/// A source file: the name shown in messages and its text.
#[derive(Debug)]
pub struct Input {
    pub name: String,
    pub text: Cow<'static, str>,
    /// Where the text was not UTF-8.
    pub invalid_at: Vec<usize>,
}

impl Input {
    pub fn new(name: impl Into<String>, bytes: &[u8]) -> Input {
        Input::of_bytes(name.into(), bytes.to_vec())
    }

    fn of_bytes(name: String, bytes: Vec<u8>) -> Input {
        let (text, invalid_at) = text::decode(bytes);
        Input {
            name,
            text: Cow::Owned(text),
            invalid_at,
        }
    }
}

/// Loads what the command line names: Go files, one package (its folder or import path), or `-`
/// for standard input.
///
/// # Errors
/// A message for the user if nothing can be read.
pub fn load(names: &[String], options: &Options, std: StdSources) -> Result<Project, InputError> {
    if let [name] = names {
        let path = Path::new(name);
        if name == "-" {
            return Ok(parse(vec![standard_input()?], options, std));
        }
        if path.is_dir() {
            if name.ends_with(".go") {
                let message = format!("{name} is a directory, should be a Go file");
                return Err(InputError(message));
            }
            return folder(&absolute(path), options, std);
        }
        if name.ends_with("...") {
            return matching(name, options, std);
        }
        if !name.ends_with(".go") && !path.exists() {
            return named_package(name, options, std);
        }
    }
    files(names, options, std)
}

/// Parses source text as the files of one package, which may import what the working folder's
/// module provides.
pub fn parse(inputs: Vec<Input>, options: &Options, std: StdSources) -> Project {
    let here = std::env::current_dir().unwrap_or_default();
    let mut loader = Loader::new(options, std, here.clone());
    let files = inputs
        .into_iter()
        .map(|input| {
            let header = constraint::header(&input.text).unwrap_or_default();
            (input, header.go_version())
        })
        .collect();
    loader.root(ROOT_PATH, LangVersion::CURRENT, &here, files, &[]);
    loader.finish()
}

/// Loads what a file imports beyond the packages of a program that grows, whose tree and sources
/// these are. It stands in the folder `dir`. Packages that are `known` have no files in the result.
pub fn extend(
    (ast, map): (Ast, SourceMap),
    known: HashSet<String>,
    file: Input,
    dir: &Path,
    options: &Options,
    std: StdSources,
) -> Project {
    let mut loader = Loader::new(options, std, dir.to_path_buf()).growing(ast, map, known);
    let files = vec![(file, None)];
    loader.root(ROOT_PATH, LangVersion::CURRENT, dir, files, &[]);
    loader.finish()
}

/// The import paths that the module around a folder offers to programs there.
pub fn importable(dir: &Path, std: StdSources) -> Vec<String> {
    let mut loader = Loader::new(&Options::default(), std, dir.to_path_buf());
    match loader.workspace() {
        Ok(Some(workspace)) => workspace.importable(dir),
        _ => Vec::new(),
    }
}

/// The names and texts of the files of the package in a folder.
///
/// # Errors
/// A folder without Go files.
pub fn sources(dir: &Path, options: &Options) -> Result<Vec<(String, String)>, InputError> {
    let tags = Tags::new(options.tags.clone());
    let selection = Folder::read(&absolute(dir), &tags)?
        .select(&tags)
        .map_err(|why| InputError(why.message(dir)))?;
    let files = selection.go.into_iter().map(|file| {
        let (input, _) = input(file);
        (
            place::plain_name(&input.name).to_string(),
            input.text.into_owned(),
        )
    });
    Ok(files.collect())
}

fn standard_input() -> Result<Input, InputError> {
    let mut bytes = Vec::new();
    std::io::Read::read_to_end(&mut std::io::stdin(), &mut bytes).map_err(|e| {
        InputError(format!(
            "gorun: reading standard input: {}",
            place::reason(&e)
        ))
    })?;
    Ok(Input::new("./stdin.go", &bytes))
}

/// Go files given one by one: their build constraints do not matter.
fn files(names: &[String], options: &Options, std: StdSources) -> Result<Project, InputError> {
    let mut sources = Vec::new();
    let mut dirs: Vec<(PathBuf, PathBuf)> = Vec::new();
    for name in names {
        let path = Path::new(name);
        match std::fs::metadata(path) {
            Ok(m) if m.is_dir() => {
                let message = format!("{name} is a directory, should be a Go file");
                return Err(InputError(message));
            }
            Ok(_) => {}
            Err(e) => {
                let message = format!("stat {name}: {}", place::reason(&e));
                return Err(InputError(message));
            }
        }
        let shown = path.parent().map(clean).unwrap_or_default();
        let dir = absolute(&shown);
        if let Some((_, first)) = dirs.iter().find(|(d, _)| *d != dir) {
            let message = format!(
                "named files must all be in one directory; have {} and {}",
                first.display(),
                shown.display()
            );
            return Err(InputError(message));
        }
        dirs.push((dir, shown));
        sources.push(SourceFile::read(absolute(path))?);
    }
    let dir = dirs.into_iter().next().map(|d| d.0).unwrap_or_default();
    let mut loader = Loader::new(options, std, dir.clone());
    let files = sources.into_iter().map(input).collect();
    loader.root(ROOT_PATH, LangVersion::CURRENT, &dir, files, &[]);
    Ok(loader.finish())
}

/// The package in a folder.
fn folder(dir: &Path, options: &Options, std: StdSources) -> Result<Project, InputError> {
    let mut loader = Loader::new(options, std, dir.to_path_buf());
    let (path, lang) = match loader.workspace()? {
        Some(workspace) => workspace.package_in(dir),
        None => None,
    }
    .unwrap_or((ROOT_PATH.to_string(), LangVersion::CURRENT));
    loader.root_folder(&path, lang, dir, &Tags::new(options.tags.clone()))?;
    Ok(loader.finish())
}

/// The one package that a pattern names.
fn matching(pattern: &str, options: &Options, std: StdSources) -> Result<Project, InputError> {
    let dirs = crate::pattern::expand(pattern).map_err(|message| format!("gorun: {message}"))?;
    match dirs.as_slice() {
        [dir] => folder(&absolute(Path::new(dir)), options, std),
        several => Err(InputError(format!(
            "gorun: pattern {pattern} matches multiple packages:\n\t{}",
            several.join("\n\t")
        ))),
    }
}

/// A package given by its import path.
fn named_package(name: &str, options: &Options, std: StdSources) -> Result<Project, InputError> {
    if path::is_relative(name) || name.starts_with('/') || name.ends_with('/') {
        let dir = absolute(Path::new(name));
        let message = format!("stat {}: directory not found", dir.display());
        return Err(InputError(message));
    }
    if let Some(message) = path::import_path_error(name) {
        return Err(InputError(message));
    }
    if std(name).is_some() {
        return Err(InputError(format!("package {name} is not a main package")));
    }
    let here =
        std::env::current_dir().map_err(|e| InputError(format!("getwd: {}", place::reason(&e))))?;
    let mut loader = Loader::new(options, std, here);
    let found = match loader.workspace()? {
        Some(workspace) => workspace.resolve(name)?,
        None => return Err(InputError(crate::workspace::without_module(name))),
    };
    let tags = Tags::new(options.tags.clone());
    loader.root_folder(name, found.lang, &found.dir, &tags)?;
    Ok(loader.finish())
}

/// What a file is to the compiler: its text, and the language version that it asks for.
pub(crate) fn input(file: SourceFile) -> (Input, Option<LangVersion>) {
    let input = Input::of_bytes(place::source_name(&file.path), file.bytes);
    (input, file.header.go_version())
}
