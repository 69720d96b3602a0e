//! Words of the command line that are nothing: which command or flag was meant.

use super::arguments::Cli;
use super::{COMPILE_ERROR, USAGE_ERROR};
use crate::{project, report};
use clap::CommandFactory;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use std::ffi::OsString;
use std::path::Path;

/// What is wrong with the arguments of a command, if there is one too many.
pub fn usage(error: &clap::Error, arguments: &[OsString]) -> Option<String> {
    let Some(ContextValue::String(word)) = error.get(ContextKind::InvalidArg) else {
        return None;
    };
    if error.kind() != ErrorKind::UnknownArgument {
        return None;
    }
    let root = Cli::command();
    let name = arguments.get(1)?.to_string_lossy();
    let command = root.find_subcommand(&*name)?;
    if !word.starts_with('-') {
        return Some(format!(
            "gorun {name}: {word:?} is one argument too many; see 'gorun help {name}'"
        ));
    }
    let flag = word.split('=').next().unwrap_or(word);
    let guess = match flag_like(command, flag) {
        Some(near) => format!("did you mean {near}?"),
        None => format!("'gorun help {name}' lists them"),
    };
    Some(format!("gorun {name}: there is no flag {flag}; {guess}"))
}

/// What is wrong with a word that stands where a file is expected, if it is no file: a flag, a
/// command or a file that does not exist. The message and the exit code.
pub fn complaint(word: &str) -> Option<(String, i32)> {
    if word.len() > 1 && word.starts_with('-') {
        let flag = word.split('=').next().unwrap_or(word);
        let guess = flag_like(&Cli::command(), flag).map(|n| format!("; did you mean {n}?"));
        let guess = guess.unwrap_or_else(|| "; 'gorun --help' lists them".to_string());
        let message = format!("gorun: there is no flag {flag}{guess}");
        return Some((message, USAGE_ERROR));
    }
    let path = Path::new(word);
    // Links that lead nowhere are there too; the loader says what is wrong with them.
    if word.is_empty() || path.symlink_metadata().is_ok() {
        return None;
    }
    if word.contains('.') {
        let near = file_like(path)?;
        let message = format!("stat {word}: no such file or directory; did you mean {near}?");
        return Some((message, COMPILE_ERROR));
    }
    if word.contains('/') {
        return None;
    }
    if let Some((_, instead)) = OF_GO.iter().find(|(name, _)| *name == word) {
        return Some((format!("gorun: {instead}"), USAGE_ERROR));
    }
    let with_suffix = format!("{word}.go");
    if Cli::command().find_subcommand(word).is_some() {
        let message =
            format!("gorun: the command comes before its flags: gorun {word} [FLAGS] ...");
        return Some((message, USAGE_ERROR));
    }
    let guess = match command_like(word) {
        _ if Path::new(&with_suffix).is_file() => format!("did you mean {with_suffix}?"),
        Some(command) => format!("did you mean {command:?}?"),
        None if is_known_package(word) => return None,
        None => "'gorun help' lists the commands".to_string(),
    };
    let message = format!("gorun: there is no command, file or folder {word:?}; {guess}");
    Some((message, USAGE_ERROR))
}

/// Commands of Go that are none of gorun's, and what to do instead.
const OF_GO: [(&str, &str); 8] = [
    (
        "build",
        "nothing needs to be built: 'gorun main.go' runs a program",
    ),
    (
        "install",
        "nothing needs to be installed: 'gorun ./cmd/name' runs a program",
    ),
    ("vet", "there is no vet; 'gorun check' type-checks"),
    ("test", "tests are not run; 'gorun check' type-checks"),
    (
        "fmt",
        "there is no formatter; gofmt comes with the Go toolchain",
    ),
    (
        "get",
        "nothing is downloaded; 'gorun help packages' tells where packages come from",
    ),
    (
        "mod",
        "go.mod is read and never written; 'gorun help packages' tells more",
    ),
    (
        "env",
        "'gorun help environment' lists the variables that gorun looks at",
    ),
];

/// A Go file beside where this one would be.
fn file_like(path: &Path) -> Option<String> {
    let name = path.file_name()?.to_str()?;
    let folder = match path.parent() {
        Some(parent) if parent != Path::new("") => parent,
        _ => Path::new("."),
    };
    let names: Vec<String> = std::fs::read_dir(folder)
        .ok()?
        .flatten()
        .filter_map(|entry| entry.file_name().into_string().ok())
        .filter(|n| n.ends_with(".go"))
        .collect();
    let near = report::nearest(name, names.iter().map(String::as_str))?;
    Some(path.with_file_name(near).display().to_string())
}

/// Whether the word is an import path after all.
fn is_known_package(word: &str) -> bool {
    stdlib::source_files(word).is_some() || project::is_importable(word)
}

/// The flag of a command that is a slip of the fingers away, or begins with this letter.
fn flag_like(command: &clap::Command, flag: &str) -> Option<String> {
    let names: Vec<&str> = command
        .get_arguments()
        .filter_map(|a| a.get_long())
        .chain(["help", "version"])
        .collect();
    let name = flag.trim_start_matches('-');
    let begins = names
        .iter()
        .find(|n| name.len() == 1 && n.starts_with(name));
    let near = begins.copied().or_else(|| report::nearest(name, names));
    near.map(|n| format!("--{n}"))
}

/// The command whose name is a slip of the fingers away.
fn command_like(word: &str) -> Option<String> {
    let command = Cli::command();
    let names = command.get_subcommands().map(clap::Command::get_name);
    report::nearest(word, names).map(str::to_string)
}
