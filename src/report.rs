//! Renders errors: with source lines on a terminal, in gc's one-line form otherwise.

use codespan_reporting::diagnostic::{Diagnostic as Rich, Label};
use codespan_reporting::files::SimpleFiles;
use codespan_reporting::term;
use codespan_reporting::term::termcolor::{ColorChoice, StandardStream};
use source::{Diagnostic, SourceMap};
use std::io::IsTerminal;

/// How errors are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Style {
    /// Rich on a terminal, gc's form otherwise.
    #[default]
    Auto,
    /// Rich.
    Rich,
    /// `./main.go:4:2: message`.
    Gc,
}

/// Prints the errors to standard error.
pub fn print(map: &SourceMap, errors: &[Diagnostic], style: Style) {
    let rich = match style {
        Style::Auto => std::io::stderr().is_terminal(),
        Style::Rich => true,
        Style::Gc => false,
    };
    for error in errors {
        if rich && error.pos.is_known() {
            print_rich(map, error);
        } else {
            eprintln!("{}", error.to_gc_line(map));
        }
    }
}

fn print_rich(map: &SourceMap, error: &Diagnostic) {
    let Some(id) = map.file_of(error.pos) else {
        return;
    };
    let source = map.file(id);
    let mut files = SimpleFiles::new();
    let file = files.add(source.name.as_str(), source.text.as_ref());
    let start = (error.pos.0 - source.base.0) as usize;
    let end = if error.end > error.pos {
        (error.end.0 - source.base.0) as usize
    } else {
        word_end(&source.text, start)
    };
    let mut lines = without_place(map, error).lines();
    let headline = lines.next().unwrap_or_default();
    let notes = lines.map(|l| l.trim_start().to_string()).collect();
    let rich = Rich::error()
        .with_message(headline)
        .with_labels(vec![Label::primary(file, start..end)])
        .with_notes(notes);
    let color = if std::env::var_os("NO_COLOR").is_some() || !std::io::stderr().is_terminal() {
        ColorChoice::Never
    } else {
        ColorChoice::Auto
    };
    let mut out = StandardStream::stderr(color);
    if term::emit(&mut out, &term::Config::default(), &files, &rich).is_err() {
        eprintln!("{}", error.to_gc_line(map));
    }
}

/// The message without the place at its beginning, which the label shows.
fn without_place<'e>(map: &SourceMap, error: &'e Diagnostic) -> &'e str {
    let place = map.position(error.pos).map(|p| format!("{p}: "));
    let plain = place.as_deref().map(|p| p.trim_start_matches("./"));
    plain
        .and_then(|p| error.message.strip_prefix(p))
        .unwrap_or(&error.message)
}

/// The end of the identifier or string (or of the one character) at `start`.
fn word_end(text: &str, start: usize) -> usize {
    let rest = text.get(start..).unwrap_or("");
    let one = rest.chars().next().map_or(0, char::len_utf8);
    let length = match rest.as_bytes().first() {
        Some(quote @ (b'"' | b'`')) => {
            let line = rest.lines().next().unwrap_or("");
            let end = line.bytes().skip(1).position(|b| b == *quote);
            end.map_or(one, |n| n + 2)
        }
        _ => rest
            .find(|c: char| !c.is_alphanumeric() && c != '_')
            .unwrap_or(rest.len()),
    };
    start + length.max(one)
}
