//! What shells and the manual take from the command line's definition.

use super::arguments::Cli;
use super::help::TOPICS;
use super::{INTERNAL_ERROR, print_all};
use clap::{CommandFactory, ValueHint};
use clap_complete::Shell;
use clap_mangen::Man;
use clap_mangen::roff::{Roff, bold, italic, roman};
use std::io;

/// Prints the completions for a shell.
pub fn completions(shell: Shell) -> i32 {
    let mut text = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "gorun", &mut text);
    let text = String::from_utf8_lossy(&text);
    let text = match shell {
        Shell::Bash => bash_with_files(&text),
        Shell::Zsh => zsh_with_files(&text),
        Shell::Fish => fish_with_words(&text),
        _ => text.into_owned(),
    };
    print_all(text.as_bytes())
}

/// The first word may be a Go file or a folder, not only a command or flag, and so may the words of
/// commands that take files; the script for bash would only offer flags there.
fn bash_with_files(script: &str) -> String {
    const WORDS: &str = "COMPREPLY=( $(compgen -W \"${opts}\" -- \"${cur}\") )";
    const FILES: &str = "$(compgen -f -X '!*.go' -- \"${cur}\") $(compgen -d -S / -- \"${cur}\") )";
    let nospace = "\n                [[ ${COMPREPLY[0]} == */ ]] && compopt -o nospace 2>/dev/null";
    let also_files = WORDS.trim_end_matches(')').to_string() + FILES + nospace;
    let mut text = script.replacen(WORDS, &also_files, 1);
    for command in Cli::command().get_subcommands() {
        let takes_files = command
            .get_positionals()
            .any(|p| p.get_value_hint() == ValueHint::AnyPath);
        let case = format!("        gorun__subcmd__{})\n", command.get_name());
        let Some(start) = text.find(&case).filter(|_| takes_files) else {
            continue;
        };
        let end = text[start..].find("        ;;\n        gorun__");
        let end = end.map_or(text.len(), |n| start + n);
        let mut part = text[start..end].replacen(" || ${COMP_CWORD} -eq 2 ]]", " ]]", 1);
        if let Some(last) = part.rfind(WORDS) {
            part.replace_range(
                last..last + WORDS.len(),
                &format!("COMPREPLY=( {FILES}{nospace}"),
            );
        }
        text.replace_range(start..end, &part);
    }
    text
}

/// In zsh the files of plain gorun would count as the first word, and the command as the second.
fn zsh_with_files(script: &str) -> String {
    let mut lines: Vec<&str> = script.lines().collect();
    if let Some(at) = lines.iter().position(|l| l.starts_with("'::rest ")) {
        lines.remove(at);
    }
    let text = lines.join("\n") + "\n";
    let text = text
        .replacen("\":: :_gorun_commands\"", "\":: :_gorun_first\"", 1)
        .replace("$line[2]", "$line[1]");
    text.replacen(
        "_gorun() {",
        "_gorun_first() {\n    _gorun_commands\n    _files\n}\n\n_gorun() {",
        1,
    )
}

/// For fish the operands' words are missing.
fn fish_with_words(script: &str) -> String {
    let mut text = script.to_string();
    for command in Cli::command().get_subcommands() {
        for operand in command.get_positionals() {
            let words = operand.get_possible_values();
            let words: Vec<&str> = words.iter().map(|w| w.get_name()).collect();
            if !words.is_empty() {
                text.push_str(&format!(
                    "complete -c gorun -n \"__fish_gorun_using_subcommand {}\" -f -a \"{}\"\n",
                    command.get_name(),
                    words.join(" ")
                ));
            }
        }
    }
    text
}

/// Prints the manual page: one for all commands.
pub fn man() -> i32 {
    let mut text = Vec::new();
    match write_man(&mut text) {
        Ok(()) => print_all(&text),
        Err(_) => INTERNAL_ERROR,
    }
}

fn write_man(out: &mut Vec<u8>) -> io::Result<()> {
    let mut cli = Cli::command();
    cli.build();
    let page = Man::new(
        Cli::command()
            .disable_help_flag(true)
            .disable_version_flag(true),
    );
    page.render_title(out)?;
    page.render_name_section(out)?;
    let mut roff = Roff::new();
    roff.control("SH", ["SYNOPSIS"]);
    for (words, operands) in [
        ("gorun", "[FLAGS] FILE.go... [ARGUMENTS]"),
        ("gorun", "[FLAGS] FOLDER [ARGUMENTS]"),
        ("gorun", "[FLAGS] -c CODE [ARGUMENTS]"),
        ("gorun", "COMMAND ..."),
    ] {
        roff.text([bold(words), roman(" "), italic(operands)]);
        roff.control("br", []);
    }
    roff.to_writer(out)?;
    page.render_description_section(out)?;
    page.render_options_section(out)?;
    let mut roff = Roff::new();
    roff.control("SH", ["COMMANDS"]);
    for command in cli.get_subcommands_mut() {
        roff.control("SS", [format!("gorun {}", command.get_name()).as_str()]);
        verbatim(&mut roff, &command.render_long_help().to_string());
    }
    for topic in &TOPICS {
        let title = topic.name.to_uppercase();
        roff.control("SH", [title.as_str()]);
        roff.text([roman(topic.title())]);
        verbatim(&mut roff, &topic.body());
    }
    roff.to_writer(out)
}

/// Lines as they are.
fn verbatim(roff: &mut Roff, text: &str) {
    roff.control("PP", []);
    roff.control("nf", []);
    for line in text.trim_end().lines() {
        roff.text([roman(line)]);
    }
    roff.control("fi", []);
}
