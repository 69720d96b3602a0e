//! Renders errors: with source lines on a terminal, in gc's one-line form otherwise, as JSON for
//! other programs. See docs/diagnostics.md.

mod explain;
mod failure;
mod json;
mod rich;
mod view;

pub use failure::{EntryTexts, explain_failures};
pub use types::spelling::nearest;

pub use rich::has_colors;
use source::{Diagnostic, FileId, Pos, Related, SourceMap, Suggestion};
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

impl Style {
    /// What the default means here: never `Auto`.
    pub fn resolved(self) -> Style {
        match self {
            Style::Auto if std::io::stderr().is_terminal() => Style::Rich,
            Style::Auto => Style::Gc,
            other => other,
        }
    }
}

/// Everything that is said about an error.
struct Told {
    headline: String,
    /// What people are told in place of the headline, if that says little.
    title: Option<String>,
    /// Said below what is underlined, in a few words.
    label: String,
    /// Further lines of gc's message, such as what a call has and wants.
    details: Vec<String>,
    related: Vec<Related>,
    notes: Vec<String>,
    suggestions: Vec<Suggestion>,
}

impl Told {
    /// gc's message, without the lines that name other places.
    fn message(&self) -> String {
        let mut text = self.headline.clone();
        for line in &self.details {
            text.push_str("\n\t");
            text.push_str(line);
        }
        text
    }

    /// What comes after another syntax error may only be its consequence: little is said about it then.
    fn follow(&mut self, is_same_line: bool) {
        let is_vague = self.label.is_empty() || self.label == explain::VAGUE;
        let is_vague = is_vague && self.suggestions.is_empty();
        let is_outside = self.headline.ends_with("outside function body");
        if is_same_line || is_vague || is_outside {
            let doubt = "this may only follow from the error above: repair that one first.";
            self.label.clear();
            self.notes = vec![doubt.to_string()];
            self.related.clear();
            self.suggestions.clear();
        }
    }
}

/// Prints the errors to standard error.
pub fn print(map: &SourceMap, errors: &[Diagnostic], style: Style) {
    let style = style.resolved();
    // Files in which the parser stumbled already.
    let mut broken: Vec<(Option<FileId>, u32)> = Vec::new();
    for error in errors {
        let file = map.file_of(error.pos);
        let line = map.position(error.pos).map_or(0, |p| p.line);
        let mut told = || {
            let mut told = tell(map, error);
            let is_first = !broken.iter().any(|b| b.0 == file);
            if error.message.starts_with("syntax error: ") && !is_first {
                told.follow(broken.contains(&(file, line)));
            }
            if is_of_syntax(error) {
                broken.push((file, line));
            }
            told
        };
        let is_shown = error.pos.is_known() && error.message != "too many errors";
        match style {
            Style::Rich if is_shown => rich::print(map, error, &told()),
            Style::Rich if !error.pos.is_known() => rich::print_placeless(&told()),
            Style::Rich if error.message == "too many errors" => {
                eprintln!("too many errors: `gorun check` shows all of them");
            }
            Style::Json => eprintln!("{}", json::object(map, error, &told())),
            _ => eprintln!("{}", error.to_gc_line(map)),
        }
    }
}

/// Whether the parser or the lexer complained, and may have lost its way.
fn is_of_syntax(error: &Diagnostic) -> bool {
    [
        "syntax error: ",
        "invalid character U+",
        "newline in string",
    ]
    .iter()
    .any(|start| error.message.starts_with(start))
}

/// Puts together what the phase that found the error knows, and what is to be said about it in general.
fn tell(map: &SourceMap, error: &Diagnostic) -> Told {
    let mut lines = without_place(map, error).lines();
    let headline = lines.next().unwrap_or_default().to_string();
    let mut related = error.related.clone();
    let mut details = Vec::new();
    for line in lines.map(str::trim_start) {
        match named_place(map, line) {
            Some(r) if related.iter().any(|known| known.pos == r.pos) => {}
            Some(r) => related.push(r),
            None => details.push(line.to_string()),
        }
    }
    // `package a`, and the imports that lead back to it.
    let last = details.last().and_then(|d| d.rsplit_once(": "));
    let title = last
        .filter(|(start, _)| start.starts_with("imports "))
        .map(|(_, reason)| reason.to_string());
    let advice = explain::advice(map, error, title.as_ref().unwrap_or(&headline));
    let mut suggestions = advice.suggestions;
    if !advice.replaces {
        suggestions.splice(0..0, error.suggestions.iter().cloned());
    }
    related.extend(advice.related);
    let mut label = advice.label;
    // What gc says about the place itself, as in cycles.
    if let Some(own) = related.iter().position(|r| r.pos == error.pos) {
        label = related.remove(own).message;
    }
    for r in &mut related {
        r.message = plain_packages(&r.message);
    }
    for s in &mut suggestions {
        s.message = plain_packages(&s.message);
    }
    Told {
        headline,
        title,
        label: plain_packages(&label),
        details,
        related,
        notes: advice.notes.iter().map(|n| plain_packages(n)).collect(),
        suggestions,
    }
}

/// gc writes `"encoding/json".Decoder` in some messages; people write `json.Decoder`.
fn plain_packages(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, from)) = rest.split_once('"') {
        let found = from.split_once("\".").filter(|(path, after)| {
            let is_path = |c: char| c.is_ascii_alphanumeric() || matches!(c, '/' | '.' | '-' | '_');
            path.chars().all(is_path) && after.starts_with(char::is_uppercase)
        });
        out.push_str(before);
        match found {
            Some((path, after)) => {
                out.push_str(path.rsplit('/').next().unwrap_or(path));
                out.push('.');
                rest = after;
            }
            None => {
                out.push('"');
                rest = from;
            }
        }
    }
    out + rest
}

/// The place that gc puts before a further line: `./main.go:3:6: other declaration of x`.
fn named_place(map: &SourceMap, line: &str) -> Option<Related> {
    let (start, message) = line.split_once(": ")?;
    let mut fields = start.rsplitn(3, ':');
    let column: u32 = fields.next()?.parse().ok()?;
    let line: u32 = fields.next()?.parse().ok()?;
    let name = fields.next()?;
    let plain = |n: &str| n.trim_start_matches("./").to_string();
    let (_, file) = map.files().find(|(_, f)| plain(&f.name) == plain(name))?;
    let index = line.checked_sub(1)?;
    let offset = file.line_start(index as usize) + column.checked_sub(1)?;
    (offset as usize <= file.text.len()).then(|| Related {
        pos: file.base.offset(offset),
        end: Pos::NONE,
        message: message.to_string(),
    })
}

/// The message without the place at its beginning, which the label shows.
fn without_place<'e>(map: &SourceMap, error: &'e Diagnostic) -> &'e str {
    let place = map.position(error.pos).map(|p| format!("{p}: "));
    let plain = place.as_deref().map(|p| p.trim_start_matches("./"));
    plain
        .and_then(|p| error.message.strip_prefix(p))
        .unwrap_or(&error.message)
}

/// The path of the package of the standard library that people call `name`.
pub fn importable(name: &str) -> Option<&'static str> {
    explain::importable(name)
}
