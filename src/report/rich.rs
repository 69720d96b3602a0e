//! Errors with source lines, for people.

use super::Told;
use super::view::Views;
use codespan_reporting::diagnostic::{Diagnostic as Rich, Label, LabelStyle};
use codespan_reporting::term;
use codespan_reporting::term::termcolor::{ColorChoice, StandardStream};
use source::{Diagnostic, SourceMap};
use std::io::IsTerminal;

/// Prints one error to standard error.
pub fn print(map: &SourceMap, error: &Diagnostic, told: &Told) {
    let mut views = Views::new(map);
    let Some(main) = views.locate(error.pos, error.end) else {
        eprintln!("{}", error.to_gc_line(map));
        return;
    };
    let mut spans = vec![main.clone()];
    let mut texts = vec![told.label.as_str()];
    for r in &told.related {
        if let Some(span) = views.locate(r.pos, r.end) {
            spans.push(span);
            texts.push(&r.message);
        }
    }
    views.cut_long_line(main, &mut spans);
    let labels = spans.into_iter().zip(texts).enumerate();
    let labels = labels.map(|(i, ((view, span), text))| {
        let style = match i {
            0 => LabelStyle::Primary,
            _ => LabelStyle::Secondary,
        };
        Label::new(style, view, span).with_message(text)
    });
    let mut notes = told.details.clone();
    notes.extend(told.notes.iter().map(|n| format!("note: {n}")));
    notes.extend(
        told.suggestions
            .iter()
            .map(|s| format!("help: {}", s.message)),
    );
    let rich = Rich::error()
        .with_message(&told.headline)
        .with_labels(labels.collect())
        .with_notes(notes);
    let mut out = StandardStream::stderr(color_choice());
    let config = term::Config {
        tab_width: 4,
        ..term::Config::default()
    };
    if term::emit(&mut out, &config, &views, &rich).is_err() {
        eprintln!("{}", error.to_gc_line(map));
    }
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
