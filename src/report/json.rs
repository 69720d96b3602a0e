//! Errors for programs: one JSON object a line. See docs/diagnostics.md.

use super::Told;
use super::view::{Place, end_of, place};
use serde::Serialize;
use source::{Diagnostic, Pos, SourceMap};

#[derive(Serialize)]
struct Object<'t> {
    severity: &'static str,
    /// gc's words.
    message: String,
    #[serde(flatten)]
    span: Option<Span>,
    notes: &'t [String],
    help: Vec<&'t str>,
    related: Vec<Related<'t>>,
    edits: Vec<Edit<'t>>,
}

/// From `line` and `column` to before `end_line` and `end_column`.
#[derive(Serialize)]
struct Span {
    file: String,
    line: u32,
    column: u32,
    end_line: u32,
    end_column: u32,
}

#[derive(Serialize)]
struct Related<'t> {
    message: &'t str,
    #[serde(flatten)]
    span: Span,
}

#[derive(Serialize)]
struct Edit<'t> {
    #[serde(flatten)]
    span: Span,
    text: &'t str,
}

/// The object of one error, without the newline.
pub fn object(map: &SourceMap, error: &Diagnostic, told: &Told) -> String {
    let related = told.related.iter().filter_map(|r| {
        let span = span(map, r.pos, end_of(map, r.pos, r.end))?;
        let message = &r.message;
        Some(Related { message, span })
    });
    let first = told.suggestions.iter().find(|s| !s.edits.is_empty());
    let edits = first.map_or(&[][..], |s| &s.edits).iter().map(|e| {
        let span = span(map, e.span.lo, e.span.hi)?;
        let text = &e.text;
        Some(Edit { span, text })
    });
    let object = Object {
        severity: "error",
        message: told.message(),
        span: span(map, error.pos, end_of(map, error.pos, error.end)),
        notes: &told.notes,
        help: told
            .suggestions
            .iter()
            .map(|s| s.message.as_str())
            .collect(),
        related: related.collect(),
        // All of a suggestion's edits, or none.
        edits: edits.collect::<Option<_>>().unwrap_or_default(),
    };
    serde_json::to_string(&object).unwrap_or_default()
}

fn span(map: &SourceMap, lo: Pos, hi: Pos) -> Option<Span> {
    let Place { file, line, column } = place(map, lo)?;
    let end = place(map, hi)?;
    Some(Span {
        file,
        line,
        column,
        end_line: end.line,
        end_column: end.column,
    })
}
