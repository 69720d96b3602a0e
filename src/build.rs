//! Checks and compiles a project.

use crate::project::Project;
use bytecode::Program;
use source::{Diagnostic, Symbol};
use types::version::Version;
use types::{Checker, Config};

/// How far to go, and in which language version.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    pub version: Option<Version>,
}

/// Type-checks the project: its errors, sorted, none if it is a correct program.
pub fn check(project: &Project, options: Options) -> Vec<Diagnostic> {
    match checked(project, options) {
        Ok(_) => Vec::new(),
        Err(errors) => errors,
    }
}

fn checked(project: &Project, options: Options) -> Result<Checker<'_>, Vec<Diagnostic>> {
    if !project.diags.is_empty() {
        return Err(project.diags.sorted(&project.map));
    }
    let mut config = Config::default();
    if let Some(version) = options.version {
        config.version = version;
    }
    let mut ck = Checker::new(&project.ast, &project.map, config);
    for p in &project.packages {
        ck.add_package(p.path, p.name, p.files.clone(), p.is_std);
    }
    ck.check_all();
    if ck.diags.is_empty() {
        Ok(ck)
    } else {
        Err(ck.diags.sorted(&project.map))
    }
}

/// Checks and compiles the project.
///
/// # Errors
/// The errors of the user's program, sorted.
pub fn compile(project: &Project, options: Options) -> Result<Program, Vec<Diagnostic>> {
    let mut ck = checked(project, options)?;
    let main = types::object::PkgId(ck.packages.len() as u32 - 1);
    if ck.pkg(main).name != Symbol::MAIN {
        let name = ck.pkg(main).name;
        return Err(vec![Diagnostic::new(
            source::Pos::NONE,
            format!("package command-line-arguments is not a main package (it is package {name})"),
        )]);
    }
    let scope = ck.pkg(main).scope;
    if ck.scope(scope).lookup(Symbol::MAIN).is_none() {
        return Err(vec![Diagnostic::new(
            source::Pos::NONE,
            "function main is undeclared in the main package",
        )]);
    }
    compiler::compile(&mut ck, main).map_err(|d| d.sorted(&project.map))
}
