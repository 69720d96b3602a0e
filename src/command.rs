//! The command line.

use crate::build::{self, Options};
use crate::project::{self, Input, InputError, Mode, Project};
use crate::report::{self, Style};
use crate::snippet;
use clap::{Args, CommandFactory, Parser, Subcommand};
use std::collections::HashSet;
use std::ffi::OsString;
use std::io::IsTerminal;
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
    override_usage = "gorun [FLAGS] FILE.go... [ARGUMENTS]\n       gorun [FLAGS] DIRECTORY [ARGUMENTS]\n       gorun [FLAGS] -c CODE [ARGUMENTS]\n       gorun check|dis|version|completions|man ...",
    args_conflicts_with_subcommands = true,
    disable_help_subcommand = true
)]
struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    program: ProgramArgs,
}

/// How packages are found.
#[derive(Args, Debug, Default)]
struct BuildArgs {
    /// Build tags that hold, separated by commas.
    #[arg(long, value_name = "LIST")]
    tags: Option<String>,
    /// Where dependencies come from: mod, readonly or vendor.
    #[arg(long, value_name = "MODE")]
    r#mod: Option<String>,
}

#[derive(Args, Debug)]
struct ProgramArgs {
    #[command(flatten)]
    build: BuildArgs,
    /// How errors are shown.
    #[arg(long, value_enum, default_value_t)]
    diagnostics: Style,
    /// Run this snippet: statements or a whole program; imports are supplied.
    #[arg(short = 'c', value_name = "CODE")]
    code: Option<String>,
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
        #[command(flatten)]
        build: BuildArgs,
        #[arg(required = true)]
        files: Vec<String>,
    },
    /// Print the program's bytecode.
    Dis {
        #[command(flatten)]
        build: BuildArgs,
        #[arg(required = true)]
        files: Vec<String>,
    },
    /// Evaluate entries one by one (the default on a terminal).
    Repl {
        /// Exit with status 1 after the first entry with an error.
        #[arg(short = 'e')]
        exit_on_error: bool,
    },
    /// Print the version.
    Version,
    /// Print a shell's completions of gorun's command line.
    Completions { shell: clap_complete::Shell },
    /// Print the manual page.
    Man,
}

/// Runs the command line; the process's exit code.
pub fn main() -> i32 {
    let cli = Cli::parse_from(with_long_flags(std::env::args_os()));
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

/// Go's flags have one dash: `-tags=x` before the first file is `--tags=x`.
fn with_long_flags(args: impl Iterator<Item = OsString>) -> Vec<OsString> {
    let mut in_flags = true;
    let mut is_value = false;
    args.enumerate()
        .map(|(i, arg)| {
            let text = arg.to_string_lossy();
            let is_command = i == 1 && matches!(&*text, "run" | "check" | "dis");
            if i == 0 || is_command || !in_flags || std::mem::take(&mut is_value) {
                return arg;
            }
            let name = text.trim_start_matches('-').split('=').next().unwrap_or("");
            in_flags = text.starts_with('-') && text.len() > 1;
            is_value = in_flags && matches!(name, "tags" | "mod") && !text.contains('=');
            match text.strip_prefix('-') {
                Some(flag) if matches!(name, "tags" | "mod") && !flag.starts_with('-') => {
                    format!("--{flag}").into()
                }
                _ => arg,
            }
        })
        .collect()
}

fn execute(cli: Cli) -> i32 {
    match cli.command {
        None => run(&cli.program),
        Some(Command::Run(args)) => run(&args),
        Some(Command::Check {
            lang,
            diagnostics,
            build,
            files,
        }) => check(lang.as_deref(), diagnostics, &build, &files),
        Some(Command::Dis { build, files }) => dis(&build, &files),
        Some(Command::Repl { exit_on_error }) => crate::repl::main(exit_on_error),
        Some(Command::Version) => {
            println!("gorun {} (Go 1.26)", env!("CARGO_PKG_VERSION"));
            0
        }
        Some(Command::Completions { shell }) => {
            let mut text = Vec::new();
            clap_complete::generate(shell, &mut Cli::command(), "gorun", &mut text);
            print_all(&text)
        }
        Some(Command::Man) => {
            let mut text = Vec::new();
            match clap_mangen::Man::new(Cli::command()).render(&mut text) {
                Ok(()) => print_all(&text),
                Err(_) => INTERNAL_ERROR,
            }
        }
    }
}

fn print_all(text: &[u8]) -> i32 {
    match std::io::Write::write_all(&mut std::io::stdout(), text) {
        Ok(()) => 0,
        Err(_) => COMPILE_ERROR,
    }
}

/// The command or flag that a word before the program, which is nothing else, was meant to be.
fn meant(word: &str) -> Option<String> {
    if std::path::Path::new(word).exists() || word.contains(['/', '.']) {
        return None;
    }
    let command = Cli::command();
    if let Some(flag) = word.strip_prefix("--") {
        let name = flag.split('=').next().unwrap_or(flag);
        let flags: Vec<&str> = command
            .get_arguments()
            .filter_map(|a| a.get_long())
            .collect();
        return report::nearest(name, flags).map(|n| format!("--{n}"));
    }
    let names = command.get_subcommands().map(clap::Command::get_name);
    report::nearest(word, names).map(str::to_string)
}

/// The files at the start of the arguments, as `go run` takes them; the rest is the program's.
fn split_files(rest: &[String]) -> (&[String], &[String]) {
    let go_files = rest.iter().take_while(|a| a.ends_with(".go")).count();
    rest.split_at(go_files.max(1).min(rest.len()))
}

fn load(names: &[String], build: &BuildArgs) -> Result<Project, InputError> {
    let split = |list: &str| -> Vec<String> {
        list.split([',', ' '])
            .filter(|tag| !tag.is_empty())
            .map(str::to_string)
            .collect()
    };
    // Flags of the command line go before those of the environment.
    let flags = std::env::var("GOFLAGS").unwrap_or_default();
    let of_environment = |name: &str| {
        let value = |flag: &str| {
            flag.trim_start_matches('-')
                .strip_prefix(name)?
                .strip_prefix('=')
                .map(str::to_string)
        };
        flags.split_whitespace().filter_map(value).next_back()
    };
    let tags = build.tags.clone().or_else(|| of_environment("tags"));
    let mode = build.r#mod.clone().or_else(|| of_environment("mod"));
    let mode = match mode.as_deref() {
        None => None,
        Some("mod" | "readonly") => Some(Mode::Modules),
        Some("vendor") => Some(Mode::Vendor),
        Some(other) => {
            let message =
                format!("-mod={other} not supported (can be 'mod', 'readonly', or 'vendor')");
            return Err(InputError(message));
        }
    };
    let options = project::Options {
        tags: tags.as_deref().map_or_else(Vec::new, split),
        mode,
    };
    project::load(names, &options)
}

fn input_error(error: &InputError) -> i32 {
    eprintln!("{}", error.0);
    COMPILE_ERROR
}

fn run(args: &ProgramArgs) -> i32 {
    if let Some(code) = &args.code {
        let text = snippet::program(code);
        let project = project::parse(vec![Input::new(snippet::NAME, text.as_bytes())]);
        return run_project(project, args.diagnostics, "gorun", &args.rest);
    }
    let (files, program_args) = split_files(&args.rest);
    if files.is_empty() && std::io::stdin().is_terminal() {
        return crate::repl::main(false);
    }
    if files.is_empty() {
        eprintln!("gorun: no Go file given; try 'gorun --help'");
        return USAGE_ERROR;
    }
    if let Some(test) = files.iter().find(|f| f.ends_with("_test.go")) {
        eprintln!("gorun: cannot run *_test.go files ({test})");
        return COMPILE_ERROR;
    }
    let project = match load(files, &args.build) {
        Ok(project) => project,
        Err(error) => {
            let code = input_error(&error);
            if let Some(name) = meant(&files[0]) {
                eprintln!("gorun: did you mean {name}?");
            }
            return code;
        }
    };
    run_project(project, args.diagnostics, &files[0], program_args)
}

fn run_project(project: Project, style: Style, name: &str, program_args: &[String]) -> i32 {
    let program = match build::compile(&project, Options::default()) {
        Ok(program) => program,
        Err(errors) => {
            report::print(&project.map, &errors, style);
            return COMPILE_ERROR;
        }
    };
    drop(project);
    let mut all_args = vec![name.to_string()];
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

fn check(lang: Option<&str>, style: Style, build: &BuildArgs, files: &[String]) -> i32 {
    let version = match lang.map(Version::parse) {
        Some(None) => {
            eprintln!("gorun: invalid value for --lang: {}", lang.unwrap_or(""));
            return USAGE_ERROR;
        }
        Some(version) => version,
        None => None,
    };
    let programs = match check_targets(files) {
        Ok(programs) => programs,
        Err(message) => {
            eprintln!("gorun: {message}");
            return COMPILE_ERROR;
        }
    };
    let mut code = 0;
    let mut reported: HashSet<String> = HashSet::new();
    for names in programs {
        let project = match load(&names, build) {
            Ok(project) => project,
            Err(error) => {
                code = input_error(&error);
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
        report::print(&project.map, &errors, style);
    }
    code
}

/// What is checked together: Go files are one package, else each name or pattern is for itself.
fn check_targets(names: &[String]) -> Result<Vec<Vec<String>>, String> {
    let is_file = |name: &String| name.ends_with(".go") || name == "-";
    if names.iter().any(is_file) {
        return Ok(vec![names.to_vec()]);
    }
    let mut targets = Vec::new();
    for name in names {
        targets.extend(project::expand(name)?.into_iter().map(|n| vec![n]));
    }
    Ok(targets)
}

fn dis(build: &BuildArgs, files: &[String]) -> i32 {
    let project = match load(files, build) {
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
            report::print(&project.map, &errors, Style::Auto);
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
