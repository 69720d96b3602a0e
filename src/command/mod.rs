//! The command line: [`arguments`] says what it may be, the other modules do what it says.

mod arguments;
mod check;
mod dis;
mod doc;
mod help;
mod run;
mod shell;
mod suggest;
mod watch;

use crate::project::InputError;
use crate::report::{self, Style};
use arguments::{Cli, Command};
use clap::Parser;
use source::{Diagnostic, Pos, SourceMap};

/// Exit code of a program that does not compile.
const COMPILE_ERROR: i32 = 1;
/// Exit code of a wrong command line.
const USAGE_ERROR: i32 = 2;
/// Exit code of a mistake of gorun's own.
const INTERNAL_ERROR: i32 = 70;

/// Runs the command line; the process's exit code.
pub fn main() -> i32 {
    runtime::signals::die_of_closed_pipes();
    let arguments = arguments::with_long_flags(std::env::args_os());
    let cli = match Cli::try_parse_from(&arguments) {
        Ok(cli) => cli,
        Err(error) => match suggest::usage(&error, &arguments) {
            Some(message) => {
                eprintln!("{message}");
                return USAGE_ERROR;
            }
            None => error.exit(),
        },
    };
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
        None => run::run(&cli.program, false),
        Some(Command::Run(args)) => run::run(&args, true),
        Some(Command::Check(args)) => check::check(&args),
        Some(Command::Dis(args)) => dis::dis(&args),
        Some(Command::Doc(args)) => doc::doc(&args),
        Some(Command::Watch(args)) => watch::watch(&args),
        Some(Command::Repl { exit_on_error }) => {
            run::session(exit_on_error, &arguments::BuildArgs::default(), Style::Auto)
        }
        Some(Command::Version) => print_all(format!("gorun {}\n", arguments::VERSION).as_bytes()),
        Some(Command::Help { topic }) => help::help(topic.as_deref()),
        Some(Command::Completions { shell }) => shell::completions(shell),
        Some(Command::Man) => shell::man(),
    }
}

/// Prints to standard output; its reader may have had enough.
fn print_all(text: &[u8]) -> i32 {
    use std::io::Write;
    let mut out = std::io::stdout();
    match out.write_all(text).and_then(|()| out.flush()) {
        Ok(()) => 0,
        Err(e) if e.kind() == std::io::ErrorKind::BrokenPipe => 0,
        Err(e) => {
            eprintln!("gorun: standard output: {e}");
            COMPILE_ERROR
        }
    }
}

/// Says why nothing could be read.
fn input_error(error: &InputError, style: Style) -> i32 {
    let error = Diagnostic::new(Pos::NONE, error.0.as_str());
    report::print(&SourceMap::new(), &[error], style);
    COMPILE_ERROR
}
