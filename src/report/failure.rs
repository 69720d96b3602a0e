//! What is shown above Go's text when a program fails: the source line, and a sentence about it; for
//! a deadlock, who waits for what.
//!
//! The run-time system hands over Go's own text, which names the place (see [`trace`]). The source
//! text is kept from compilation, since what ran may not be in any file.

mod copies;
mod deadlock;
mod line;
mod reason;
mod trace;

use super::Style;
use super::rich;
use super::view::Views;
use line::Line;
use parking_lot::Mutex;
use runtime::explain::Wait;
use source::{FileId, Pos, SourceMap};
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;
use trace::{Frame, Trace};

/// From now on failures of the program that was made of these files are explained, if the style is
/// for people.
pub fn explain_failures(map: SourceMap, style: Style) {
    if style.resolved() == Style::Rich {
        let sources = Sources::new(map, false);
        let explain = move |text: &str, waits: &[Wait]| sources.explain(text, waits);
        runtime::explain::set_explainer(Box::new(explain));
    }
}

/// The texts of the entries of an interactive session, whose panics are explained.
#[derive(Default)]
pub struct EntryTexts {
    texts: Arc<Mutex<BTreeMap<String, String>>>,
}

impl EntryTexts {
    /// Notes what was typed, which positions call `name`.
    pub fn add(&self, name: &str, text: &str, style: Style) {
        if style.resolved() != Style::Rich {
            return;
        }
        self.texts.lock().insert(name.to_string(), text.to_string());
        let texts = Arc::clone(&self.texts);
        // Only the first time counts.
        runtime::explain::set_explainer(Box::new(move |text, waits| {
            let mut map = SourceMap::new();
            let base = |name: &str| name.rsplit('/').next().unwrap_or(name).to_string();
            for (name, entry) in texts.lock().iter().filter(|(n, _)| text.contains(&base(n))) {
                map.add(name.as_str(), entry.clone());
            }
            Sources::new(map, true).explain(text, waits)
        }));
    }

    /// Forgets an entry that nothing will name any more.
    pub fn remove(&self, name: &str) {
        self.texts.lock().remove(name);
    }
}

/// The files, by the names that traces have for them.
struct Sources {
    map: SourceMap,
    /// The program is a session, which goes on.
    is_session: bool,
    by_name: HashMap<String, FileId>,
}

/// A place that is shown, with what is said about it.
type Shown = ((Pos, Pos), String);

impl Sources {
    fn new(map: SourceMap, is_session: bool) -> Sources {
        let mut by_name = HashMap::new();
        for (id, file) in map.files().filter(|(_, f)| !f.name.starts_with('$')) {
            if let Ok(path) = std::path::absolute(&file.name) {
                by_name.insert(path.display().to_string(), id);
            }
            by_name.insert(file.name.clone(), id);
        }
        Sources {
            map,
            is_session,
            by_name,
        }
    }

    /// The text for standard error; empty if there is nothing to show.
    fn explain(&self, text: &str, waits: &[Wait]) -> String {
        let Some(trace) = Trace::parse(text) else {
            return String::new();
        };
        if trace.is_deadlock() {
            return deadlock::explain(self, &trace, waits);
        }
        let Some((frame, line)) = self.place(&trace) else {
            return String::new();
        };
        let reason = reason::of(&trace, trace.library_call(frame), &line);
        let mut notes = vec![format!("note: {}", reason.note)];
        notes.extend(reason.help.map(|h| format!("help: {h}")));
        notes.extend(self.origin(&trace));
        let main = (reason.span.unwrap_or(line.span()), reason.label);
        self.render(&trace.headline(), &[main], &notes)
    }

    /// The innermost call in a file that can be shown.
    fn place<'t>(&self, trace: &'t Trace) -> Option<(&'t Frame, Line<'_>)> {
        trace
            .failing_frames()
            .iter()
            .filter(|frame| self.is_shown(frame))
            .find_map(|frame| Some((frame, self.line(frame)?)))
            .or_else(|| {
                // `go wg.Done()` has no other place.
                let frame = trace.goroutines.first()?.created_at.as_ref()?;
                Some((frame, self.line(frame).filter(|_| self.is_shown(frame))?))
            })
    }

    fn line(&self, frame: &Frame) -> Option<Line<'_>> {
        let id = *self.by_name.get(&frame.file)?;
        Line::new(self.map.file(id), frame.line)
    }

    /// Whether the call is in a file that can be shown.
    fn is_shown(&self, frame: &Frame) -> bool {
        self.by_name.contains_key(&frame.file)
    }

    /// How the place of a call is named.
    fn short_name(&self, frame: &Frame) -> String {
        match self.by_name.get(&frame.file) {
            Some(&id) => format!("{}:{}", self.map.file(id).name, frame.line),
            None => format!("{}:{}", frame.file, frame.line),
        }
    }

    /// Which goroutine it was, if it was not the main one.
    fn origin(&self, trace: &Trace) -> Option<String> {
        let first = trace.goroutines.first().filter(|g| g.id != 1)?;
        // Those of the library are no news.
        let frame = first.created_at.as_ref().filter(|f| self.is_shown(f))?;
        let started = format!(", which was started at {}", self.short_name(frame));
        let end = match self.is_session {
            true => "",
            false => " A failure in any goroutine ends the program.",
        };
        let id = first.id;
        Some(format!(
            "note: it happened in goroutine {id}{started}.{end}"
        ))
    }

    fn render(&self, headline: &str, shown: &[Shown], notes: &[String]) -> String {
        let mut views = Views::new(&self.map);
        let mut spans = Vec::new();
        let mut texts = Vec::new();
        for ((lo, hi), text) in shown {
            if let Some(span) = views.locate(*lo, *hi) {
                spans.push(span);
                texts.push(text.as_str());
            }
        }
        let text = rich::render(&mut views, headline, spans, &texts, notes);
        text.unwrap_or_default()
    }
}
