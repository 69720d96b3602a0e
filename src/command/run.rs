//! `gorun run`, `gorun FILE` and `gorun -c`.

use super::arguments::{self, BuildArgs, ProgramArgs};
use super::{COMPILE_ERROR, INTERNAL_ERROR, USAGE_ERROR, input_error, suggest};
use crate::build::{self, Options};
use crate::project::{self, Input, Project};
use crate::report::{self, Style};
use crate::snippet::{self, Snippet};
use bytecode::Program;
use source::Diagnostic;
use std::ffi::OsString;
use std::io::{IsTerminal, Read};
use std::os::unix::ffi::OsStringExt;
use std::path::Path;

/// Where a program comes from that no file holds.
const STDIN: &str = "-";

/// Runs what the arguments name; `is_explicit` if they followed the word `run`.
pub fn run(args: &ProgramArgs, is_explicit: bool) -> i32 {
    if let Some(code) = &args.code {
        return run_text(
            code.as_bytes(),
            snippet::NAME,
            args,
            "gorun".into(),
            &args.rest,
        );
    }
    let (files, program_args) = split_files(&args.rest);
    let Some(first) = files.first() else {
        if std::io::stdin().is_terminal() {
            if !is_explicit {
                return session(false, &args.build, args.diagnostics);
            }
            eprintln!("gorun: no Go files listed; try 'gorun help run'");
            return USAGE_ERROR;
        }
        return run_stdin(args, &[], false);
    };
    if first == STDIN {
        return run_stdin(args, program_args, true);
    }
    if let Some((complaint, code)) = suggest::complaint(&first.to_string_lossy()) {
        eprintln!("{complaint}");
        return code;
    }
    let is_test = |f: &&OsString| f.to_string_lossy().ends_with("_test.go");
    if let Some(test) = files.iter().find(is_test) {
        eprintln!(
            "gorun: cannot run *_test.go files ({})",
            test.to_string_lossy()
        );
        return COMPILE_ERROR;
    }
    match script(first) {
        Script::Text(text) => {
            let name = first.to_string_lossy();
            let name = match name.contains('/') {
                true => name.into_owned(),
                false => format!("./{name}"),
            };
            return run_text(&text, &name, args, first.clone(), program_args);
        }
        Script::Binary => {
            eprintln!("gorun: {} is not Go source", first.to_string_lossy());
            return COMPILE_ERROR;
        }
        Script::None => {}
    }
    let project = match arguments::load(files, &args.build) {
        Ok(project) => project,
        Err(error) => return input_error(&error, args.diagnostics),
    };
    let program = compiled(&project, args.diagnostics, |errors| errors);
    report::explain_failures(project.map, args.diagnostics);
    execute(program, first.clone(), program_args)
}

/// Runs an interactive session.
pub fn session(exit_on_error: bool, build: &BuildArgs, style: Style) -> i32 {
    match arguments::options(build) {
        Ok(options) => crate::repl::main(exit_on_error, options),
        Err(error) => input_error(&error, style),
    }
}

/// The files at the start of the arguments, as `go run` takes them; the rest is the program's.
pub fn split_files(rest: &[OsString]) -> (&[OsString], &[OsString]) {
    let is_go = |a: &&OsString| a.to_string_lossy().ends_with(".go");
    let go_files = rest.iter().take_while(is_go).count();
    rest.split_at(go_files.max(1).min(rest.len()))
}

/// Standard input is a program, or, without a package clause, a snippet.
fn run_stdin(args: &ProgramArgs, program_args: &[OsString], is_named: bool) -> i32 {
    let mut bytes = Vec::new();
    if let Err(error) = std::io::stdin().read_to_end(&mut bytes) {
        eprintln!("gorun: reading standard input: {error}");
        return COMPILE_ERROR;
    }
    if !is_named && bytes.trim_ascii().is_empty() {
        eprintln!("gorun: no Go file given, and nothing on standard input; try 'gorun help'");
        return USAGE_ERROR;
    }
    run_text(
        &bytes,
        snippet::STDIN_NAME,
        args,
        STDIN.into(),
        program_args,
    )
}

/// What a file is whose name does not end with `.go`.
enum Script {
    /// A snippet, or what comes out of a pipe.
    Text(Vec<u8>),
    Binary,
    /// A program like any other, or no file.
    None,
}

fn script(file: &OsString) -> Script {
    let path = Path::new(file);
    let is_go = path.extension().is_some_and(|e| e == "go");
    let Some(kind) = path.metadata().ok().filter(|m| !is_go && !m.is_dir()) else {
        return Script::None;
    };
    let Ok(bytes) = std::fs::read(path) else {
        return Script::None;
    };
    let start = &bytes[..bytes.len().min(1024)];
    let is_program = std::str::from_utf8(&bytes).is_ok_and(snippet::is_program);
    if start.contains(&0) {
        Script::Binary
    } else if is_program && kind.is_file() || bytes.trim_ascii().is_empty() {
        Script::None
    } else {
        Script::Text(bytes)
    }
}

/// Runs a program or a snippet.
fn run_text(
    text: &[u8],
    name: &str,
    args: &ProgramArgs,
    program_name: OsString,
    program_args: &[OsString],
) -> i32 {
    let options = match arguments::options(&args.build) {
        Ok(options) => options,
        Err(error) => return input_error(&error, args.diagnostics),
    };
    let style = args.diagnostics;
    let program = match std::str::from_utf8(text) {
        Ok(code) if !snippet::is_program(code) => {
            let snippet = Snippet::new(code, name, &options);
            let program = compiled(&snippet.project, style, |errors| snippet.located(errors));
            report::explain_failures(snippet.project.map, style);
            program
        }
        _ => {
            let project = project::parse_with(vec![Input::new(name, text)], &options);
            let program = compiled(&project, style, |errors| errors);
            report::explain_failures(project.map, style);
            program
        }
    };
    execute(program, program_name, program_args)
}

/// The program, or none after its errors have been shown.
fn compiled(
    project: &Project,
    style: Style,
    located: impl FnOnce(Vec<Diagnostic>) -> Vec<Diagnostic>,
) -> Option<Program> {
    match build::compile(project, Options::default()) {
        Ok(program) => Some(program),
        Err(errors) => {
            report::print(&project.map, &located(errors), style);
            None
        }
    }
}

fn execute(program: Option<Program>, name: OsString, program_args: &[OsString]) -> i32 {
    let Some(program) = program else {
        return COMPILE_ERROR;
    };
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
