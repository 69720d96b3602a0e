//! The command line.

use crate::build::{self, Options};
use crate::project::{self, Input, InputError, Project};
use crate::report::{self, Style};
use clap::{Args, Parser, Subcommand};
use types::version::Version;

/// Exit code of a program that does not compile.
const COMPILE_ERROR: i32 = 1;
/// Exit code of a wrong command line.
const USAGE_ERROR: i32 = 2;
/// Exit code of a mistake of gorun's own.
const INTERNAL_ERROR: i32 = 70;

#[derive(Parser, Debug)]
#[command(
    name = "gorun",
    version,
    about = "Runs Go programs at once, every goroutine on its own M:N scheduler",
    override_usage = "gorun [FLAGS] FILE.go... [ARGUMENTS]\n       gorun [FLAGS] DIRECTORY [ARGUMENTS]\n       gorun check|dis|version ...",
    args_conflicts_with_subcommands = true,
    disable_help_subcommand = true
)]
struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    program: ProgramArgs,
}

#[derive(Args, Debug)]
struct ProgramArgs {
    /// How errors are shown.
    #[arg(long, value_enum, default_value_t)]
    diagnostics: Style,
    /// Go files, a directory with one package, or - for standard input; then the program's
    /// arguments.
    #[arg(
        trailing_var_arg = true,
        allow_hyphen_values = true,
        value_name = "FILE"
    )]
    rest: Vec<String>,
}

#[derive(Subcommand, Debug)]
enum Command {
    /// Run a program (the default).
    Run(ProgramArgs),
    /// Type-check only: all errors, not just the first ten.
    Check {
        /// The language version, like go1.21.
        #[arg(long)]
        lang: Option<String>,
        #[arg(long, value_enum, default_value_t)]
        diagnostics: Style,
        #[arg(required = true)]
        files: Vec<String>,
    },
    /// Print the program's bytecode.
    Dis {
        #[arg(required = true)]
        files: Vec<String>,
    },
    /// Print the version.
    Version,
}

/// Runs the command line; the process's exit code.
pub fn main() -> i32 {
    let cli = Cli::parse();
    // The front end recurses over the syntax tree, which may nest deeply.
    let worker = std::thread::Builder::new()
        .name("gorun".to_string())
        .stack_size(1 << 30)
        .spawn(move || execute(cli));
    match worker.map(std::thread::JoinHandle::join) {
        Ok(Ok(code)) => code,
        Ok(Err(_)) => INTERNAL_ERROR,
        Err(e) => {
            eprintln!("gorun: {e}");
            INTERNAL_ERROR
        }
    }
}

fn execute(cli: Cli) -> i32 {
    match cli.command {
        None => run(&cli.program),
        Some(Command::Run(args)) => run(&args),
        Some(Command::Check {
            lang,
            diagnostics,
            files,
        }) => check(lang.as_deref(), diagnostics, &files),
        Some(Command::Dis { files }) => dis(&files),
        Some(Command::Version) => {
            println!("gorun {} (Go 1.26)", env!("CARGO_PKG_VERSION"));
            0
        }
    }
}

/// The files at the start of the arguments, as `go run` takes them; the rest is the program's.
fn split_files(rest: &[String]) -> (&[String], &[String]) {
    let go_files = rest.iter().take_while(|a| a.ends_with(".go")).count();
    rest.split_at(go_files.max(1).min(rest.len()))
}

fn load(paths: &[String]) -> Result<Project, InputError> {
    let inputs: Vec<Input> = project::read_inputs(paths)?;
    Ok(project::parse(inputs, project::find_module(paths)))
}

fn input_error(error: &InputError) -> i32 {
    eprintln!("gorun: {}", error.0);
    COMPILE_ERROR
}

fn run(args: &ProgramArgs) -> i32 {
    let (files, program_args) = split_files(&args.rest);
    if files.is_empty() {
        eprintln!("gorun: no Go file given; try 'gorun --help'");
        return USAGE_ERROR;
    }
    let project = match load(files) {
        Ok(project) => project,
        Err(error) => return input_error(&error),
    };
    let program = match build::compile(&project, Options::default()) {
        Ok(program) => program,
        Err(errors) => {
            report::print(&project.map, &errors, args.diagnostics, report::GC_LIMIT);
            return COMPILE_ERROR;
        }
    };
    drop(project);
    let mut all_args = vec![files[0].clone()];
    all_args.extend(program_args.iter().cloned());
    runtime::host::set_args(all_args);
    match crate::run::run(program) {
        Ok(code) => code,
        Err(message) => {
            eprintln!("gorun: internal error: {message}");
            INTERNAL_ERROR
        }
    }
}

fn check(lang: Option<&str>, style: Style, files: &[String]) -> i32 {
    let version = match lang.map(Version::parse) {
        Some(None) => {
            eprintln!("gorun: invalid value for --lang: {}", lang.unwrap_or(""));
            return USAGE_ERROR;
        }
        Some(version) => version,
        None => None,
    };
    let project = match load(files) {
        Ok(project) => project,
        Err(error) => return input_error(&error),
    };
    let errors = build::check(&project, Options { version });
    // All of them, as `go tool compile -e` does: the list is what this command is for.
    report::print(&project.map, &errors, style, usize::MAX);
    if errors.is_empty() { 0 } else { COMPILE_ERROR }
}

fn dis(files: &[String]) -> i32 {
    let project = match load(files) {
        Ok(project) => project,
        Err(error) => return input_error(&error),
    };
    match build::compile(&project, Options::default()) {
        Ok(program) => {
            let line =
                |file: u32, line: u32| source_line(&project, &program.files[file as usize], line);
            print!(
                "{}",
                bytecode::disasm::disassemble(&program, &|name| name.starts_with("main."), &line)
            );
            0
        }
        Err(errors) => {
            report::print(&project.map, &errors, Style::Auto, report::GC_LIMIT);
            COMPILE_ERROR
        }
    }
}

/// Line `line` (from 1) of the file shown as `name`.
fn source_line(project: &Project, name: &str, line: u32) -> Option<String> {
    let (_, file) = project.map.files().find(|(_, f)| f.name == name)?;
    let text = file.text.lines().nth(line.checked_sub(1)? as usize)?;
    Some(text.to_string())
}
