//! Checks and compiles a project.

use crate::project::{ParsedPackage, Project};
use bytecode::Program;
use source::{Diagnostic, Diagnostics, FileId, Pos, Symbol};
use std::collections::HashMap;
use types::embed::Embed;
use types::object::{Context, PkgId};
use types::version::Version;
use types::{Checker, Config};

/// In which language version the user's packages are written, if not in what they say themselves.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    pub version: Option<Version>,
    /// Check as much as can be checked: packages with syntax errors, and importers of packages that
    /// are not there.
    pub thorough: bool,
}

/// gc gives up on a package after so many errors.
const ERROR_LIMIT: usize = 10;

/// Why there is no program.
enum Failure {
    /// The packages could not be put together.
    Loading(Vec<Diagnostic>),
    /// Errors in packages, in the order in which they were found.
    Packages(Diagnostics),
}

/// Type-checks the project: its errors, sorted, none if it is a correct program.
pub fn check(project: &Project, options: Options) -> Vec<Diagnostic> {
    match checked(project, options) {
        Ok(_) => Vec::new(),
        Err(Failure::Loading(errors)) => errors,
        Err(Failure::Packages(diags)) => diags.sorted(&project.map),
    }
}

fn checked(project: &Project, options: Options) -> Result<Checker<'_>, Failure> {
    if !project.errors.is_empty() && !options.thorough {
        // What the parser complained about comes before packages that are missing.
        let own: Vec<Diagnostic> = project.syntax_errors().cloned().collect();
        return Err(if own.is_empty() {
            Failure::Loading(project.errors.clone())
        } else {
            Failure::Packages(Diagnostics { list: own })
        });
    }
    let mut config = Config::default();
    if let Some(version) = options.version {
        config.version = version;
    }
    let mut ck = Checker::new(&project.ast, &project.map, config);
    let ids: Vec<PkgId> = project
        .packages
        .iter()
        .map(|p| ck.add_package(p.path, p.name, p.files.clone(), p.is_std))
        .collect();
    for (p, &id) in project.packages.iter().zip(&ids) {
        ck.set_context(id, context(p, &ids, options));
    }
    ck.check_all();
    // gc has counted them when it begins to check.
    let syntax_errors = project.syntax_errors().cloned();
    ck.diags.list.splice(0..0, syntax_errors);
    ck.diags.list.extend(project.errors.iter().cloned());
    if ck.diags.is_empty() {
        Ok(ck)
    } else {
        Err(Failure::Packages(ck.diags))
    }
}

/// The errors as gc prints them: of each package the first ten found, sorted.
fn limited(project: &Project, diags: &Diagnostics) -> Vec<Diagnostic> {
    let mut package_of: HashMap<FileId, usize> = HashMap::new();
    for (i, package) in project.packages.iter().enumerate() {
        package_of.extend(package.files.iter().map(|f| (f.file, i)));
    }
    let mut groups: Vec<(Option<usize>, Diagnostics)> = Vec::new();
    for d in &diags.distinct(&project.map) {
        let file = project.map.file_of(d.pos);
        let package = file.and_then(|f| package_of.get(&f).copied());
        match groups.iter_mut().find(|(p, _)| *p == package) {
            Some((_, group)) => group.push(d.clone()),
            None => {
                let list = vec![d.clone()];
                groups.push((package, Diagnostics { list }));
            }
        }
    }
    let mut errors = Vec::new();
    for (_, mut group) in groups {
        let last = group.list.get(ERROR_LIMIT - 1).map(|d| d.pos);
        group.list.truncate(ERROR_LIMIT);
        errors.extend(group.sorted(&project.map));
        errors.extend(last.map(|pos| Diagnostic::new(pos, "too many errors")));
    }
    errors
}

/// What the loader found out about a package, in the checker's terms.
pub fn context(package: &ParsedPackage, ids: &[PkgId], options: Options) -> Context {
    let version = |v: loader::LangVersion| Version(v.0);
    Context {
        lang: options.version.unwrap_or(version(package.lang)),
        file_versions: package
            .file_versions
            .iter()
            .map(|v| v.map(version))
            .collect(),
        needs: package.imports.iter().map(|&i| ids[i]).collect(),
        malformed: package.diags.list.iter().map(|d| d.pos).collect(),
        is_unfit: !options.thorough
            && package
                .diags
                .list
                .iter()
                .any(|d| d.message.starts_with("syntax error")),
        embeds: package
            .embeds
            .iter()
            .map(|e| Embed {
                variable: e.variable,
                directive: e.directive,
                files: e
                    .files
                    .iter()
                    .map(|f| (f.name.clone(), f.data.clone()))
                    .collect(),
                object: None,
            })
            .collect(),
    }
}

/// Checks and compiles the project.
///
/// # Errors
/// The errors of the user's program, sorted, not more than ten of a package.
pub fn compile(project: &Project, options: Options) -> Result<Program, Vec<Diagnostic>> {
    let root = project.packages.last();
    if let Some(root) = root.filter(|p| p.name != Symbol::MAIN && p.diags.is_empty())
        && project.errors.is_empty()
    {
        let message = format!("package {} is not a main package", root.path);
        return Err(vec![Diagnostic::new(Pos::NONE, message)]);
    }
    let mut ck = checked(project, options).map_err(|failure| match failure {
        Failure::Loading(errors) => errors,
        Failure::Packages(diags) => limited(project, &diags),
    })?;
    let main = PkgId(ck.packages.len() as u32 - 1);
    let scope = ck.pkg(main).scope;
    if ck.scope(scope).lookup(Symbol::MAIN).is_none() {
        return Err(vec![Diagnostic::new(
            Pos::NONE,
            "runtime.main_main·f: function main is undeclared in the main package",
        )]);
    }
    compiler::compile(&mut ck, main).map_err(|d| d.sorted(&project.map))
}
