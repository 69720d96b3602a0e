//! Words of the command line that are nothing: which command or flag was meant.

use super::arguments::Cli;
use crate::report;
use clap::CommandFactory;

/// What is wrong with a word that stands where a file is expected, if it is no file: a flag or a
/// command that does not exist.
pub fn complaint(word: &str) -> Option<String> {
    if word.len() > 1 && word.starts_with('-') {
        let flag = word.split('=').next().unwrap_or(word);
        let guess = flag_like(flag).map(|n| format!("; did you mean {n}?"));
        let guess = guess.unwrap_or_else(|| "; 'gorun --help' lists them".to_string());
        return Some(format!("gorun: there is no flag {flag}{guess}"));
    }
    if word.contains(['/', '.']) || std::path::Path::new(word).exists() {
        return None;
    }
    let command = command_like(word)?;
    Some(format!(
        "gorun: there is no command {word:?}; did you mean {command:?}?"
    ))
}

fn flag_like(flag: &str) -> Option<String> {
    let command = Cli::command();
    let names: Vec<&str> = command
        .get_arguments()
        .filter_map(|a| a.get_long())
        .chain(["help", "version"])
        .collect();
    let name = flag.trim_start_matches('-');
    report::nearest(name, names).map(|n| format!("--{n}"))
}

/// The command whose name is a slip of the fingers away.
pub fn command_like(word: &str) -> Option<String> {
    let command = Cli::command();
    let names = command.get_subcommands().map(clap::Command::get_name);
    report::nearest(word, names).map(str::to_string)
}
