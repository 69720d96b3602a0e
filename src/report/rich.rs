//! Errors with source lines, for people.

use super::Told;
use super::view::Views;
use codespan_reporting::diagnostic::{Diagnostic as Rich, Label, LabelStyle};
use codespan_reporting::term;
use codespan_reporting::term::termcolor::Buffer;
use source::{Diagnostic, SourceMap};
use std::io::IsTerminal;
use std::ops::Range;

/// Prints one error to standard error.
pub fn print(map: &SourceMap, error: &Diagnostic, told: &Told) {
    let mut views = Views::new(map);
    let Some(main) = views.locate(error.pos, error.end) else {
        eprintln!("{}", error.to_gc_line(map));
        return;
    };
    let mut spans = vec![main];
    let mut texts = vec![told.label.as_str()];
    for r in &told.related {
        if let Some(span) = views.locate(r.pos, r.end) {
            spans.push(span);
            texts.push(&r.message);
        }
    }
    let mut notes = Vec::new();
    notes.extend(told.title.is_some().then(|| told.headline.clone()));
    notes.extend(told.details.iter().cloned());
    notes.extend(told.notes.iter().map(|n| format!("note: {n}")));
    notes.extend(
        told.suggestions
            .iter()
            .map(|s| format!("help: {}", s.message)),
    );
    let title = told.title.as_ref().unwrap_or(&told.headline);
    match render(&mut views, title, spans, &texts, &notes) {
        Some(text) => eprint!("{text}"),
        None => eprintln!("{}", error.to_gc_line(map)),
    }
}

/// Prints an error that is nowhere in a file.
pub fn print_placeless(told: &Told) {
    let notes = told.notes.iter().map(|n| format!("note: {n}"));
    let help = told.suggestions.iter().map(|s| s.message.as_str());
    let notes: Vec<String> = notes.chain(help.map(|h| format!("help: {h}"))).collect();
    if notes.is_empty() {
        eprintln!("{}", told.message());
        return;
    }
    let rich = Rich::<usize>::error()
        .with_message(told.title.as_ref().unwrap_or(&told.headline))
        .with_notes(notes.iter().map(|n| wrapped(n)).collect());
    let map = SourceMap::new();
    match emitted(&Views::new(&map), &rich) {
        Some(text) => eprint!("{text}"),
        None => eprintln!("{}", told.message()),
    }
}

/// The text of an error: the first span is what is wrong, the others explain it.
pub fn render(
    views: &mut Views<'_>,
    headline: &str,
    mut spans: Vec<(usize, Range<usize>)>,
    texts: &[&str],
    notes: &[String],
) -> Option<String> {
    let main = spans.first()?.clone();
    views.cut_long_line(main, &mut spans);
    let labels = spans.into_iter().zip(texts).enumerate();
    let labels = labels.map(|(i, ((view, span), text))| {
        let style = match i {
            0 => LabelStyle::Primary,
            _ => LabelStyle::Secondary,
        };
        Label::new(style, view, span).with_message(*text)
    });
    let rich = Rich::error()
        .with_message(headline)
        .with_labels(labels.collect())
        .with_notes(notes.iter().map(|n| wrapped(n)).collect());
    emitted(views, &rich)
}

fn emitted(views: &Views<'_>, rich: &Rich<usize>) -> Option<String> {
    let config = term::Config {
        tab_width: 4,
        ..term::Config::default()
    };
    let mut out = match has_colors() {
        true => Buffer::ansi(),
        false => Buffer::no_color(),
    };
    term::emit(&mut out, &config, views, rich).ok()?;
    let text = String::from_utf8_lossy(out.as_slice());
    Some(without_unknown_columns(&text))
}

/// How wide a note may be, so that it fits in 80 columns with what stands before it.
const NOTE_WIDTH: usize = 74;

/// The note on lines that are not too long, if it is made of words.
fn wrapped(note: &str) -> String {
    let mut out = String::new();
    let mut width = 0;
    for word in note.split(' ') {
        let length = word.chars().count();
        if width > 0 && width + 1 + length > NOTE_WIDTH {
            out.push('\n');
            width = 0;
        } else if width > 0 {
            out.push(' ');
            width += 1;
        }
        out.push_str(word);
        width += length;
    }
    out
}

/// A column is 0 where a line directive leaves it unknown.
fn without_unknown_columns(text: &str) -> String {
    let line = |line: &str| match line.strip_suffix(":0\n") {
        Some(start) if line.contains("┌─") => format!("{start}\n"),
        _ => line.to_string(),
    };
    text.split_inclusive('\n').map(line).collect()
}

/// NO_COLOR and TERM=dumb say no, CLICOLOR_FORCE says yes, else terminals get colours.
pub fn has_colors() -> bool {
    let set = |name: &str| std::env::var_os(name).is_some_and(|v| !v.is_empty());
    let forced = set("CLICOLOR_FORCE") && std::env::var_os("CLICOLOR_FORCE") != Some("0".into());
    let is_able = std::env::var_os("TERM").is_some_and(|term| term != "dumb");
    !set("NO_COLOR") && (forced || is_able && std::io::stderr().is_terminal())
}
