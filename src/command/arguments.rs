//! What the command line may say.

use super::help;
use crate::project::{self, InputError, Mode, Project};
use crate::report::Style;
use crate::std_paths;
use clap::builder::{PossibleValue, StringValueParser, TypedValueParser};
use clap::{Args, CommandFactory, Parser, Subcommand, ValueHint};
use std::ffi::{OsStr, OsString};

/// Examples come first: they are what most people look for.
const USAGE: &str = "gorun [FLAGS] FILE.go... [ARGUMENTS]
       gorun [FLAGS] FOLDER [ARGUMENTS]
       gorun [FLAGS] -c CODE [ARGUMENTS]
       gorun COMMAND ...";

/// gorun's version, and Go's that it follows.
pub const VERSION: &str = concat!(env!("CARGO_PKG_VERSION"), " (Go 1.26)");

#[derive(Parser, Debug)]
#[command(
    name = "gorun",
    bin_name = "gorun",
    version = VERSION,
    about = "Runs Go programs at once, every goroutine on its own M:N scheduler",
    after_help = "Flags before the file are gorun's, what follows it is the program's.\n\
                  'gorun help' shows examples, 'gorun help TOPIC' tells more.",
    override_usage = USAGE,
    args_conflicts_with_subcommands = true,
    disable_help_subcommand = true
)]
pub struct Cli {
    #[command(subcommand)]
    pub command: Option<Command>,
    #[command(flatten)]
    pub program: ProgramArgs,
}

/// How packages are found.
#[derive(Args, Debug, Default, Clone)]
pub struct BuildArgs {
    /// Build tags that hold, separated by commas.
    #[arg(long, value_name = "LIST")]
    pub tags: Option<String>,
    /// Where dependencies come from: mod, readonly or vendor.
    #[arg(long, value_name = "MODE")]
    pub r#mod: Option<String>,
}

#[derive(Args, Debug)]
pub struct ProgramArgs {
    #[command(flatten)]
    pub build: BuildArgs,
    /// How errors are shown.
    #[arg(long, value_enum, default_value_t, value_name = "STYLE")]
    pub diagnostics: Style,
    /// Run this snippet: statements, declarations or a whole program; imports are supplied.
    #[arg(short = 'c', value_name = "CODE", value_hint = ValueHint::Other)]
    pub code: Option<String>,
    /// Go files, a folder with one package, or - for standard input; then the program's
    /// arguments.
    #[arg(
        trailing_var_arg = true,
        allow_hyphen_values = true,
        value_name = "FILE",
        value_hint = ValueHint::AnyPath
    )]
    pub rest: Vec<OsString>,
}

#[derive(Args, Debug)]
pub struct CheckArgs {
    /// The language version, like go1.21.
    #[arg(long, value_name = "VERSION")]
    pub lang: Option<String>,
    /// How errors are shown.
    #[arg(long, value_enum, default_value_t, value_name = "STYLE")]
    pub diagnostics: Style,
    #[command(flatten)]
    pub build: BuildArgs,
    /// Go files, folders, or patterns such as ./...
    #[arg(default_value = ".", value_name = "FILE", value_hint = ValueHint::AnyPath)]
    pub files: Vec<OsString>,
}

#[derive(Args, Debug)]
pub struct DisArgs {
    #[command(flatten)]
    pub build: BuildArgs,
    /// Go files, or a folder with one package.
    #[arg(default_value = ".", value_name = "FILE", value_hint = ValueHint::AnyPath)]
    pub files: Vec<OsString>,
}

#[derive(Args, Debug)]
pub struct DocArgs {
    /// All declarations with their comments.
    #[arg(long)]
    pub all: bool,
    /// Names that are not exported too.
    #[arg(short)]
    pub unexported: bool,
    /// The source instead of the declaration.
    #[arg(long)]
    pub src: bool,
    /// One line each.
    #[arg(long)]
    pub short: bool,
    /// PACKAGE[.NAME[.MEMBER]], or NAME[.MEMBER] of the package in this folder; a package may be
    /// followed by a name of its own.
    #[arg(
        value_name = "NAME",
        num_args = 0..=2,
        value_hint = ValueHint::Other,
        value_parser = Known(|| std_paths::all().collect()),
        hide_possible_values = true
    )]
    pub names: Vec<String>,
}

#[derive(Subcommand, Debug)]
pub enum Command {
    /// Run a program (the default).
    Run(ProgramArgs),
    /// Type-check only: all errors, not just the first ten.
    Check(CheckArgs),
    /// Print the program's bytecode.
    Dis(DisArgs),
    /// Show the documentation of a package, or of something in it.
    Doc(DocArgs),
    /// Run a program, and again whenever one of its files changes.
    Watch(ProgramArgs),
    /// Evaluate entries one by one (the default on a terminal).
    Repl {
        /// Exit with status 1 after the first entry with an error.
        #[arg(short = 'e')]
        exit_on_error: bool,
    },
    /// Print the version.
    Version,
    /// Tell about a command or a topic.
    Help {
        /// A command or one of the topics that plain 'gorun help' lists.
        #[arg(value_parser = Known(help::names), hide_possible_values = true)]
        topic: Option<String>,
    },
    /// Print a shell's completions of gorun's command line.
    Completions {
        /// The shell.
        shell: clap_complete::Shell,
    },
    /// Print the manual page.
    Man,
}

/// Any text; shells complete these words.
#[derive(Clone)]
struct Known(fn() -> Vec<&'static str>);

impl TypedValueParser for Known {
    type Value = String;

    fn parse_ref(
        &self,
        command: &clap::Command,
        arg: Option<&clap::Arg>,
        value: &OsStr,
    ) -> Result<String, clap::Error> {
        StringValueParser::new().parse_ref(command, arg, value)
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        Some(Box::new(self.0().into_iter().map(PossibleValue::new)))
    }
}

/// Go's flags have one dash: `-tags=x` before the first file is `--tags=x`. What follows a snippet is
/// set off with `--`, for clap would look for flags there.
pub fn with_long_flags(args: impl Iterator<Item = OsString>) -> Vec<OsString> {
    let root = Cli::command();
    let mut command = &root;
    let mut in_flags = true;
    let mut value_of: Option<char> = None;
    let mut out = Vec::new();
    for (i, arg) in args.enumerate() {
        let text = arg.to_string_lossy();
        if i == 0 || !in_flags {
            out.push(arg);
            continue;
        }
        if let Some(short) = value_of.take() {
            out.push(arg);
            if short == SNIPPET {
                out.push("--".into());
                in_flags = false;
            }
            continue;
        }
        if i == 1
            && let Some(found) = root.find_subcommand(&*text)
        {
            command = found;
            out.push(arg);
            continue;
        }
        let is_flag = text.starts_with('-') && text.len() > 1 && text != "--";
        if !is_flag {
            // Flags of these may follow their operands.
            in_flags = !takes_program(command);
            out.push(arg);
            continue;
        }
        let name = text.trim_start_matches('-').split('=').next().unwrap_or("");
        let flag = flag_named(command, name);
        if let Some(flag) = flag.filter(|f| !text.contains('=') && f.get_action().takes_values()) {
            value_of = Some(flag.get_short().unwrap_or(' '));
        }
        let is_long = text.starts_with("--") || name.len() == 1;
        let is_known = flag.is_some() || matches!(name, "help" | "version");
        match is_known && !is_long {
            true => out.push(format!("-{text}").into()),
            false => out.push(arg),
        }
    }
    out
}

/// The flag of a snippet.
const SNIPPET: char = 'c';

fn takes_program(command: &clap::Command) -> bool {
    command.get_arguments().any(|a| a.is_trailing_var_arg_set())
}

fn flag_named<'c>(command: &'c clap::Command, name: &str) -> Option<&'c clap::Arg> {
    command.get_arguments().find(|a| {
        let is_short = a
            .get_short()
            .is_some_and(|c| name.chars().eq(std::iter::once(c)));
        a.get_long() == Some(name) || is_short
    })
}

/// Loads what `names` say, with the flags of the command line and of GOFLAGS.
///
/// # Errors
/// Why nothing can be read.
pub fn load(names: &[OsString], build: &BuildArgs) -> Result<Project, InputError> {
    project::load(&texts(names)?, &options(build)?)
}

/// # Errors
/// A name that is not UTF-8: diagnostics could not show it.
pub fn texts(names: &[OsString]) -> Result<Vec<String>, InputError> {
    names
        .iter()
        .map(|name| match name.to_str() {
            Some(text) => Ok(text.to_string()),
            None => Err(InputError(format!(
                "gorun: the name {:?} is not UTF-8",
                name.to_string_lossy()
            ))),
        })
        .collect()
}

/// # Errors
/// A mode that does not exist.
pub fn options(build: &BuildArgs) -> Result<project::Options, InputError> {
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
    Ok(project::Options {
        tags: tags.as_deref().map_or_else(Vec::new, split),
        mode,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn long(args: &[&str]) -> Vec<String> {
        let args = std::iter::once("gorun").chain(args.iter().copied());
        with_long_flags(args.map(OsString::from))
            .into_iter()
            .skip(1)
            .map(|a| a.into_string().unwrap_or_default())
            .collect()
    }

    #[test]
    fn only_flags_of_gorun_get_a_second_dash() {
        assert_eq!(
            long(&["-tags", "-x", "a.go", "-tags"]),
            ["--tags", "-x", "a.go", "-tags"]
        );
        assert_eq!(long(&["-c", "-mod", "-mod"]), ["-c", "-mod", "--", "-mod"]);
        assert_eq!(long(&["-mod", "mod", "-c"]), ["--mod", "mod", "-c"]);
        assert_eq!(
            long(&["run", "-mod=vendor", ".", "-mod=x"]),
            ["run", "--mod=vendor", ".", "-mod=x"]
        );
        assert_eq!(long(&["doc", "fmt", "-all"]), ["doc", "fmt", "--all"]);
        assert_eq!(long(&["-help"]), ["--help"]);
    }

    #[test]
    fn the_command_line_is_well_formed() {
        Cli::command().debug_assert();
    }
}
