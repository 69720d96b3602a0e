//! `gorun help`.

use super::arguments::Cli;
use super::{USAGE_ERROR, print_all, suggest};
use clap::CommandFactory;

/// Prints the help of a command, or of gorun.
pub fn help(topic: Option<&str>) -> i32 {
    let mut cli = Cli::command();
    let Some(topic) = topic else {
        return print_all(cli.render_help().to_string().as_bytes());
    };
    cli.build();
    if let Some(command) = cli.find_subcommand_mut(topic) {
        return print_all(command.render_help().to_string().as_bytes());
    }
    match suggest::command_like(topic) {
        Some(near) => eprintln!("gorun help: no topic {topic:?}; did you mean {near:?}?"),
        None => eprintln!("gorun help: no topic {topic:?}; 'gorun help' lists them"),
    }
    USAGE_ERROR
}
