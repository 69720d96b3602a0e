//! Renders errors: with source lines on a terminal, in gc's one-line form otherwise, as JSON for
//! other programs.

mod explain;
mod json;

pub use explain::nearest;

use codespan_reporting::diagnostic::{Diagnostic as Rich, Label};
use codespan_reporting::files::SimpleFiles;
use codespan_reporting::term;
use codespan_reporting::term::termcolor::{ColorChoice, StandardStream};
use explain::Advice;
use source::{Diagnostic, Pos, SourceMap};
use std::collections::HashMap;
use std::io::IsTerminal;

/// How errors are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Style {
    /// Rich on a terminal, gc's form otherwise.
    #[default]
    Auto,
    /// With source lines, explanations and suggestions.
    Rich,
    /// `./main.go:4:2: message`.
    Gc,
    /// One JSON object a line.
    Json,
}

/// A place as people name it.
struct Place {
    file: String,
    line: u32,
    column: u32,
}

/// A second place that explains an error.
struct Secondary {
    place: Place,
    pos: Pos,
    message: String,
}

/// Prints the errors to standard error.
pub fn print(map: &SourceMap, errors: &[Diagnostic], style: Style) {
    let style = match style {
        Style::Auto if std::io::stderr().is_terminal() => Style::Rich,
        Style::Auto => Style::Gc,
        other => other,
    };
    for error in errors {
        match style {
            Style::Rich if error.pos.is_known() && error.message != "too many errors" => {
                print_rich(map, error)
            }
            Style::Json => eprintln!("{}", to_json(map, error)),
            _ => eprintln!("{}", error.to_gc_line(map)),
        }
    }
}

fn print_rich(map: &SourceMap, error: &Diagnostic) {
    let Some(id) = map.file_of(error.pos) else {
        eprintln!("{}", error.to_gc_line(map));
        return;
    };
    let (headline, secondary, mut notes) = parts(map, error);
    let mut files = SimpleFiles::new();
    let mut ids = HashMap::new();
    let mut range = |pos: Pos, end: Option<Pos>| {
        let id = map.file_of(pos)?;
        let source = map.file(id);
        let file = *ids
            .entry(id)
            .or_insert_with(|| files.add(source.name.as_str(), source.text.as_ref()));
        let start = (pos.0 - source.base.0) as usize;
        let end = match end {
            Some(end) => (end.0 - source.base.0) as usize,
            None => word_end(&source.text, start),
        };
        Some((file, start..end))
    };
    let end = (error.end > error.pos).then_some(error.end);
    let mut labels: Vec<Label<usize>> = range(error.pos, end)
        .map(|(file, span)| Label::primary(file, span))
        .into_iter()
        .collect();
    labels.extend(secondary.iter().filter_map(|s| {
        let (file, span) = range(s.pos, None)?;
        Some(Label::secondary(file, span).with_message(&s.message))
    }));
    let advice = advice(&error.message, &map.file(id).text);
    notes.extend(advice.note.map(|n| format!("note: {n}")));
    notes.extend(advice.help.map(|h| format!("help: {h}")));
    let rich = Rich::error()
        .with_message(headline)
        .with_labels(labels)
        .with_notes(notes);
    let mut out = StandardStream::stderr(color_choice());
    let config = term::Config {
        tab_width: 4,
        ..term::Config::default()
    };
    if term::emit(&mut out, &config, &files, &rich).is_err() {
        eprintln!("{}", error.to_gc_line(map));
    }
}

fn to_json(map: &SourceMap, error: &Diagnostic) -> String {
    let (headline, secondary, notes) = parts(map, error);
    let text = map.file_of(error.pos).map(|id| map.file(id).text.as_ref());
    let start = place(map, error.pos);
    let end = place(map, end_of(map, error));
    let mut message = headline;
    for note in notes {
        message.push_str("\n\t");
        message.push_str(&note);
    }
    let advice = advice(&error.message, text.unwrap_or(""));
    json::object(start.as_ref(), end.as_ref(), &message, &secondary, &advice)
}

/// The headline, the places that its further lines name, and the lines that name none.
fn parts(map: &SourceMap, error: &Diagnostic) -> (String, Vec<Secondary>, Vec<String>) {
    let mut lines = without_place(map, error).lines();
    let headline = lines.next().unwrap_or_default().to_string();
    let mut secondary: Vec<Secondary> = error
        .related
        .iter()
        .filter_map(|r| {
            Some(Secondary {
                place: place(map, r.pos)?,
                pos: r.pos,
                message: r.message.clone(),
            })
        })
        .collect();
    let mut notes = Vec::new();
    for line in lines.map(str::trim_start) {
        match named_place(map, line) {
            Some(s) => secondary.push(s),
            None => notes.push(line.to_string()),
        }
    }
    (headline, secondary, notes)
}

/// The place that gc puts before a further line: `./main.go:3:6: other declaration of x`.
fn named_place(map: &SourceMap, line: &str) -> Option<Secondary> {
    let (start, message) = line.split_once(": ")?;
    let mut fields = start.rsplitn(3, ':');
    let column: u32 = fields.next()?.parse().ok()?;
    let line: u32 = fields.next()?.parse().ok()?;
    let name = fields.next()?;
    let plain = |n: &str| n.trim_start_matches("./").to_string();
    let (_, file) = map.files().find(|(_, f)| plain(&f.name) == plain(name))?;
    let row = (line as usize).checked_sub(1)?;
    let before: usize = file
        .text
        .split_inclusive('\n')
        .take(row)
        .map(str::len)
        .sum();
    let offset = before as u32 + column.checked_sub(1)?;
    (offset as usize <= file.text.len()).then(|| Secondary {
        place: Place {
            file: name.to_string(),
            line,
            column,
        },
        pos: file.base.offset(offset),
        message: message.to_string(),
    })
}

fn place(map: &SourceMap, pos: Pos) -> Option<Place> {
    let source = map.file(map.file_of(pos)?);
    let (file, line, column) = source.place(pos.0 - source.base.0);
    Some(Place {
        file: file.to_string(),
        line,
        column,
    })
}

fn end_of(map: &SourceMap, error: &Diagnostic) -> Pos {
    match map.file_of(error.pos) {
        Some(id) if error.end <= error.pos => {
            let source = map.file(id);
            let end = word_end(&source.text, (error.pos.0 - source.base.0) as usize);
            source.base.offset(end as u32)
        }
        _ => error.end,
    }
}

/// The path of the package of the standard library that people call `name`.
pub fn importable(name: &str) -> Option<&'static str> {
    explain::importable(name, &|path| stdlib::source_files(path).map(|_| Vec::new()))
}

fn advice(message: &str, text: &str) -> Advice {
    let std_source = |path: &str| {
        let files = stdlib::source_files(path)?;
        Some(files.iter().map(|f| f.1.to_string()).collect())
    };
    explain::advice(message, text, &std_source)
}

/// NO_COLOR and TERM=dumb say no, CLICOLOR_FORCE says yes, else terminals get colours.
fn color_choice() -> ColorChoice {
    let set = |name: &str| std::env::var_os(name).is_some_and(|v| !v.is_empty());
    let forced = set("CLICOLOR_FORCE") && std::env::var_os("CLICOLOR_FORCE") != Some("0".into());
    if set("NO_COLOR") {
        ColorChoice::Never
    } else if forced {
        ColorChoice::AlwaysAnsi
    } else if std::io::stderr().is_terminal() {
        ColorChoice::Auto
    } else {
        ColorChoice::Never
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
