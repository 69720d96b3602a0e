//! `gorun run`, `gorun FILE` and `gorun -c`.

use super::arguments::{self, ProgramArgs};
use super::{COMPILE_ERROR, INTERNAL_ERROR, USAGE_ERROR, input_error, suggest};
use crate::build::{self, Options};
use crate::project::{self, Input, Project};
use crate::report::{self, Style};
use crate::snippet;
use std::ffi::OsString;
use std::io::{IsTerminal, Read};
use std::os::unix::ffi::OsStringExt;

/// Where a program comes from that no file holds.
const STDIN: &str = "-";

/// Runs what the arguments name; `is_explicit` if they followed the word `run`.
pub fn run(args: &ProgramArgs, is_explicit: bool) -> i32 {
    if let Some(code) = &args.code {
        let input = Input::new(snippet::NAME, snippet::program(code).as_bytes());
        return run_input(input, args, "gorun".into(), &args.rest);
    }
    let (files, program_args) = split_files(&args.rest);
    let Some(first) = files.first() else {
        if std::io::stdin().is_terminal() {
            if !is_explicit {
                return crate::repl::main(false);
            }
            eprintln!("gorun: no Go files listed; try 'gorun help run'");
            return USAGE_ERROR;
        }
        return run_stdin(args, &[]);
    };
    if first == STDIN {
        return run_stdin(args, program_args);
    }
    if let Some(complaint) = suggest::complaint(&first.to_string_lossy()) {
        eprintln!("{complaint}");
        return USAGE_ERROR;
    }
    let is_test = |f: &&OsString| f.to_string_lossy().ends_with("_test.go");
    if let Some(test) = files.iter().find(is_test) {
        eprintln!(
            "gorun: cannot run *_test.go files ({})",
            test.to_string_lossy()
        );
        return COMPILE_ERROR;
    }
    match arguments::load(files, &args.build) {
        Ok(project) => run_project(project, args.diagnostics, first.clone(), program_args),
        Err(error) => input_error(&error),
    }
}

/// The files at the start of the arguments, as `go run` takes them; the rest is the program's.
fn split_files(rest: &[OsString]) -> (&[OsString], &[OsString]) {
    let is_go = |a: &&OsString| a.to_string_lossy().ends_with(".go");
    let go_files = rest.iter().take_while(is_go).count();
    rest.split_at(go_files.max(1).min(rest.len()))
}

/// Standard input is a program, or, without a package clause, a snippet.
fn run_stdin(args: &ProgramArgs, program_args: &[OsString]) -> i32 {
    let mut bytes = Vec::new();
    if let Err(error) = std::io::stdin().read_to_end(&mut bytes) {
        eprintln!("gorun: reading standard input: {error}");
        return COMPILE_ERROR;
    }
    let input = match std::str::from_utf8(&bytes) {
        Ok(text) if !text.trim().is_empty() && !snippet::is_program(text) => {
            let program = snippet::named_program(text, STDIN_NAME);
            Input::new(STDIN_NAME, program.as_bytes())
        }
        _ => Input::new(STDIN_NAME, &bytes),
    };
    run_input(input, args, STDIN.into(), program_args)
}

/// The name that errors give standard input.
const STDIN_NAME: &str = "./stdin.go";

fn run_input(input: Input, args: &ProgramArgs, name: OsString, program_args: &[OsString]) -> i32 {
    let options = match arguments::options(&args.build) {
        Ok(options) => options,
        Err(error) => return input_error(&error),
    };
    let project = project::parse_with(vec![input], &options);
    run_project(project, args.diagnostics, name, program_args)
}

fn run_project(project: Project, style: Style, name: OsString, program_args: &[OsString]) -> i32 {
    let program = match build::compile(&project, Options::default()) {
        Ok(program) => program,
        Err(errors) => {
            report::print(&project.map, &errors, style);
            return COMPILE_ERROR;
        }
    };
    drop(project);
    let all = std::iter::once(name).chain(program_args.iter().cloned());
    runtime::host::set_args(all.map(OsString::into_vec).collect());
    match crate::run::run(program) {
        Ok(code) => code,
        Err(message) => {
            eprintln!("gorun: internal error: {message}");
            INTERNAL_ERROR
        }
    }
}
