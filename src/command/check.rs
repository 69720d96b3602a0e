//! `gorun check`.

use super::arguments::{self, CheckArgs};
use super::{COMPILE_ERROR, USAGE_ERROR, input_error};
use crate::build::{self, Options};
use crate::project::{self, InputError};
use crate::report;
use std::collections::HashSet;
use types::version::Version;

/// Checks all packages that the arguments name.
pub fn check(args: &CheckArgs) -> i32 {
    let version = match args.lang.as_deref().map(Version::parse) {
        Some(None) => {
            let text = args.lang.as_deref().unwrap_or("");
            eprintln!("gorun: invalid value for --lang: {text}");
            return USAGE_ERROR;
        }
        Some(version) => version,
        None => None,
    };
    let targets = arguments::texts(&args.files).and_then(|names| targets(&names));
    let (programs, options) = match (targets, arguments::options(&args.build)) {
        (Ok(programs), Ok(options)) => (programs, options),
        (Err(error), _) | (_, Err(error)) => return input_error(&error, args.diagnostics),
    };
    let mut code = 0;
    let mut reported: HashSet<String> = HashSet::new();
    for names in programs {
        let project = match project::load(&names, &options) {
            Ok(project) => project,
            Err(error) => {
                code = input_error(&error, args.diagnostics);
                continue;
            }
        };
        let mut errors = build::check(
            &project,
            Options {
                version,
                ..Options::default()
            },
        );
        if !errors.is_empty() {
            code = COMPILE_ERROR;
        }
        // Packages may share one that is wrong.
        errors.retain(|e| reported.insert(e.to_gc_line(&project.map)));
        // All of them, as `go tool compile -e` does: the list is what this command is for.
        report::print(&project.map, &errors, args.diagnostics);
    }
    code
}

/// What is checked together: Go files are one package, else each name or pattern is for itself.
fn targets(names: &[String]) -> Result<Vec<Vec<String>>, InputError> {
    let is_file = |name: &String| name.ends_with(".go") || name == "-";
    if names.iter().any(is_file) {
        return Ok(vec![names.to_vec()]);
    }
    let mut targets = Vec::new();
    for name in names {
        let found = project::expand(name).map_err(|m| InputError(format!("gorun: {m}")))?;
        targets.extend(found.into_iter().map(|n| vec![n]));
    }
    Ok(targets)
}
