//! `gorun help`: what gorun can do by example, the help of each command, and topics. The manual page
//! has the same texts.

use super::arguments::Cli;
use super::{USAGE_ERROR, print_all};
use crate::report;
use crate::std_paths;
use clap::CommandFactory;
use std::fmt::Write;

/// A text that no command has.
pub struct Topic {
    pub name: &'static str,
    /// The first line is the title.
    text: &'static str,
}

pub const TOPICS: [Topic; 9] = [
    Topic {
        name: "arguments",
        text: include_str!("topics/arguments.txt"),
    },
    Topic {
        name: "scripts",
        text: include_str!("topics/scripts.txt"),
    },
    Topic {
        name: "repl",
        text: include_str!("topics/repl.txt"),
    },
    Topic {
        name: "packages",
        text: include_str!("topics/packages.txt"),
    },
    Topic {
        name: "diagnostics",
        text: include_str!("topics/diagnostics.txt"),
    },
    Topic {
        name: "deadlocks",
        text: include_str!("topics/deadlocks.txt"),
    },
    Topic {
        name: "exit-codes",
        text: include_str!("topics/exit-codes.txt"),
    },
    Topic {
        name: "environment",
        text: include_str!("topics/environment.txt"),
    },
    Topic {
        name: "compatibility",
        text: include_str!("topics/compatibility.txt"),
    },
];

/// Other words for topics.
const SYNONYMS: [(&str, &str); 15] = [
    ("modules", "packages"),
    ("module", "packages"),
    ("std", "packages"),
    ("env", "environment"),
    ("errors", "diagnostics"),
    ("deadlock", "deadlocks"),
    ("goroutines", "deadlocks"),
    ("exit", "exit-codes"),
    ("signals", "exit-codes"),
    ("status", "exit-codes"),
    ("script", "scripts"),
    ("snippets", "scripts"),
    ("stdin", "arguments"),
    ("flags", "arguments"),
    ("go", "compatibility"),
];

const EXAMPLES: &str = "\
gorun runs Go programs at once.

  gorun main.go -n 3               run a file; -n 3 is for the program
  gorun .                          run the package in this folder
  gorun -c 'fmt.Println(1 << 20)'  run a snippet; imports are supplied
  gorun                            try things out at a prompt
  gorun check ./...                all errors of all packages, nothing is run
  gorun doc strings.Builder        what a package or a name in it is for
  gorun watch main.go              run it again whenever a file changes
";

impl Topic {
    pub fn title(&self) -> &'static str {
        self.text.lines().next().unwrap_or("")
    }

    /// The text below the title.
    pub fn body(&self) -> String {
        let text = self.text.split_once("\n\n").map_or("", |(_, body)| body);
        match self.name {
            "packages" => format!("{text}\n{}", columns(std_paths::all())),
            _ => text.to_string(),
        }
    }
}

/// What help there is on commands and topics.
pub fn names() -> Vec<&'static str> {
    let commands = [
        "run",
        "check",
        "dis",
        "doc",
        "watch",
        "repl",
        "version",
        "completions",
        "man",
    ];
    let topics = TOPICS.iter().map(|t| t.name);
    commands.into_iter().chain(topics).collect()
}

/// Names in columns.
fn columns(names: impl Iterator<Item = &'static str>) -> String {
    const COLUMNS: usize = 4;
    const WIDTH: usize = 20;
    let names: Vec<&str> = names.collect();
    let rows = names.len().div_ceil(COLUMNS);
    let mut out = String::new();
    for row in 0..rows {
        let mut line = String::from(" ");
        for name in names.iter().skip(row).step_by(rows) {
            let _ = write!(line, " {name:WIDTH$}");
        }
        out.push_str(line.trim_end());
        out.push('\n');
    }
    out
}

/// Prints the help of gorun, of a command, or on a topic.
pub fn help(topic: Option<&str>) -> i32 {
    let Some(word) = topic else {
        return print_all(overview().as_bytes());
    };
    let word = word.trim_start_matches('-').to_lowercase();
    let topic = TOPICS.iter().find(|t| t.name == word);
    let mut cli = Cli::command();
    cli.build();
    // The session has both a command and a topic.
    if let Some(command) = cli.find_subcommand_mut(&word)
        && topic.is_none()
    {
        return print_all(command.render_long_help().to_string().as_bytes());
    }
    let synonym = SYNONYMS.iter().find(|s| s.0 == word);
    let topic = topic.or_else(|| {
        TOPICS
            .iter()
            .find(|t| synonym.is_some_and(|s| s.1 == t.name))
    });
    if let Some(topic) = topic {
        return print_all(format!("{}\n\n{}", topic.title(), topic.body()).as_bytes());
    }
    if matches!(&*word, "commands" | "topics" | "help") {
        return print_all(overview().as_bytes());
    }
    let names = cli
        .get_subcommands()
        .map(clap::Command::get_name)
        .chain(TOPICS.iter().map(|t| t.name));
    match report::nearest(&word, names) {
        Some(near) => eprintln!("gorun help: there is no topic {word:?}; did you mean {near:?}?"),
        None => eprintln!("gorun help: there is no topic {word:?}; 'gorun help' lists them"),
    }
    USAGE_ERROR
}

/// Examples, commands and topics.
fn overview() -> String {
    let mut out = String::from(EXAMPLES);
    out.push_str("\nCommands (gorun help COMMAND):\n");
    for command in Cli::command().get_subcommands() {
        let about = command.get_about().map(ToString::to_string);
        let _ = writeln!(
            out,
            "  {:14} {}",
            command.get_name(),
            about.unwrap_or_default()
        );
    }
    out.push_str("\nTopics (gorun help TOPIC):\n");
    for topic in &TOPICS {
        let _ = writeln!(out, "  {:14} {}", topic.name, topic.title());
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn topics_fit_a_terminal_and_have_titles() {
        for topic in &TOPICS {
            assert!(!topic.title().is_empty() && !topic.body().is_empty());
            for line in topic.body().lines() {
                assert!(line.chars().count() <= 88, "{}: {line}", topic.name);
            }
        }
    }

    #[test]
    fn shells_complete_all_commands() {
        let names = names();
        for command in Cli::command().get_subcommands() {
            let name = command.get_name();
            assert!(names.contains(&name) || name == "help", "{name}");
        }
    }

    #[test]
    fn synonyms_lead_somewhere() {
        for (_, name) in SYNONYMS {
            assert!(TOPICS.iter().any(|t| t.name == name), "{name}");
        }
    }
}
