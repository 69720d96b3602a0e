//! Mistakes in the user's program, as data. Only the command renders them.

use crate::{Pos, SourceMap, Span};

/// gc keeps columns in eight bits: from here on they are not told apart, nor printed.
const COLUMN_LIMIT: u32 = 255;

/// A second place that explains an error ("other declaration of x").
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Related {
    pub pos: Pos,
    /// The end of the text meant, or no position: then it is the word at `pos`.
    pub end: Pos,
    pub message: String,
}

/// A change of the program's text: `lo..hi` becomes `text`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    pub span: Span,
    pub text: String,
}

impl Edit {
    pub fn replace(lo: Pos, hi: Pos, text: impl Into<String>) -> Edit {
        Edit {
            span: Span { lo, hi },
            text: text.into(),
        }
    }

    pub fn insert(at: Pos, text: impl Into<String>) -> Edit {
        Edit::replace(at, at, text)
    }
}

/// What would probably be right, with the edits that make it so if they are certain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    pub message: String,
    pub edits: Vec<Edit>,
}

/// One error in gc's words. `message` is what gc prints after the position; it may have several
/// lines, continuation lines starting with a tab.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    pub pos: Pos,
    /// The end of the offending text where it is known, for terminals.
    pub end: Pos,
    pub message: String,
    pub related: Vec<Related>,
    pub suggestions: Vec<Suggestion>,
    /// A soft error (unused variable or import) does not hide others.
    pub soft: bool,
    /// The message names the place by itself, as those of the go command do.
    pub located: bool,
}

impl Diagnostic {
    pub fn new(pos: Pos, message: impl Into<String>) -> Diagnostic {
        Diagnostic {
            pos,
            end: Pos::NONE,
            message: message.into(),
            related: Vec::new(),
            suggestions: Vec::new(),
            soft: false,
            located: false,
        }
    }

    /// A message that names the place by itself.
    pub fn located(pos: Pos, message: impl Into<String>) -> Diagnostic {
        Diagnostic {
            located: true,
            ..Diagnostic::new(pos, message)
        }
    }

    pub fn spanning(span: Span, message: impl Into<String>) -> Diagnostic {
        Diagnostic {
            end: span.hi,
            ..Diagnostic::new(span.lo, message)
        }
    }

    /// `./main.go:4:2: message`, gc's one-line form.
    pub fn to_gc_line(&self, map: &SourceMap) -> String {
        match map.position(self.pos) {
            Some(mut p) if !self.located => {
                if p.column >= COLUMN_LIMIT {
                    p.column = 0;
                }
                format!("{p}: {}", self.message)
            }
            _ => self.message.clone(),
        }
    }
}

/// The errors of a phase, in the order found.
#[derive(Clone, Debug, Default)]
pub struct Diagnostics {
    pub list: Vec<Diagnostic>,
}

impl Diagnostics {
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.list.push(diagnostic);
    }

    pub fn error(&mut self, pos: Pos, message: impl Into<String>) {
        self.push(Diagnostic::new(pos, message));
    }

    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// Sorted by position, without repetitions of one message on one line, as gc prints them: the
    /// files in the order in which errors were found in them first.
    pub fn sorted(&self, map: &SourceMap) -> Vec<Diagnostic> {
        let distinct = self.distinct(map);
        let mut files = Vec::new();
        let mut ranked: Vec<(usize, Diagnostic)> = Vec::with_capacity(self.list.len());
        for d in distinct {
            let file = map.file_of(d.pos);
            let rank = files.iter().position(|f| *f == file).unwrap_or_else(|| {
                files.push(file);
                files.len() - 1
            });
            ranked.push((rank, d));
        }
        ranked.sort_by_key(|(rank, d)| {
            let file = map.file_of(d.pos).map(|id| map.file(id));
            let place = file.map(|f| f.line_column(d.pos.0 - f.base.0));
            (
                *rank,
                place.map(|(line, column)| (line, column.min(COLUMN_LIMIT))),
            )
        });
        ranked.dedup_by(|(_, b), (_, a)| a.pos == b.pos && a.message == b.message);
        ranked.into_iter().map(|(_, d)| d).collect()
    }

    /// In the order of the reports, without those that say the same about a line as the one before.
    pub fn distinct(&self, map: &SourceMap) -> Vec<Diagnostic> {
        let line = |d: &Diagnostic| {
            let file = map.file_of(d.pos)?;
            let source = map.file(file);
            Some((file, source.line_column(d.pos.0 - source.base.0).0))
        };
        let mut list = self.list.clone();
        list.dedup_by(|b, a| a.message == b.message && line(a) == line(b));
        list
    }
}
