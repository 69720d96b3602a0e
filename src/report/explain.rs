//! What gorun adds to gc's words for people: a few words below what is underlined, a sentence or
//! two that explain the mistake, and what would probably be right. gc's text is the key, so it never
//! changes because of this.

mod fixes;
pub mod pattern;
mod table;

use source::{Diagnostic, Related, SourceMap, Suggestion};
pub use table::VAGUE;
use table::{Entry, entries};
use types::spelling::nearest;

/// What is said about an error.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Advice {
    /// A few words, empty if there is nothing to say.
    pub label: String,
    pub notes: Vec<String>,
    pub related: Vec<Related>,
    pub suggestions: Vec<Suggestion>,
    /// What others suggested is beside the point.
    pub replaces: bool,
}

/// Advice on an error whose message begins with this line.
pub fn advice(map: &SourceMap, error: &Diagnostic, headline: &str) -> Advice {
    let fix = fixes::fix(map, error, headline);
    let found =
        entries().find_map(|entry| Some((entry, pattern::matches(entry.pattern, headline)?)));
    let mut advice = Advice::default();
    if let Some((entry, captures)) = found {
        let Entry {
            label, note, help, ..
        } = entry;
        advice.label = captures.fill(label).replace("untyped ", "");
        if !note.is_empty() {
            advice.notes.push(captures.fill(note));
        }
        if !help.is_empty() && error.suggestions.is_empty() && fix.suggestions.is_empty() {
            advice.suggestions.push(Suggestion {
                message: captures.fill(help),
                edits: Vec::new(),
            });
        }
    }
    // What is said about the very tokens is nearer to the point than the general words.
    if !fix.label.is_empty() || !fix.related.is_empty() {
        advice.label = fix.label;
    }
    if !fix.notes.is_empty() {
        advice.notes = fix.notes;
    }
    advice.related = fix.related;
    advice.replaces = fix.replaces;
    advice.suggestions.extend(fix.suggestions);
    advice
}

/// Packages that people call by the last part of their path.
const PATHS: &[&str] = &[
    "bufio",
    "bytes",
    "cmp",
    "container/heap",
    "container/list",
    "container/ring",
    "context",
    "crypto/md5",
    "crypto/sha1",
    "crypto/sha256",
    "embed",
    "encoding/base64",
    "encoding/binary",
    "encoding/csv",
    "encoding/hex",
    "encoding/json",
    "errors",
    "flag",
    "fmt",
    "io",
    "io/fs",
    "iter",
    "log",
    "maps",
    "math",
    "math/big",
    "math/bits",
    "math/cmplx",
    "math/rand",
    "os",
    "os/signal",
    "path",
    "path/filepath",
    "reflect",
    "regexp",
    "runtime",
    "runtime/debug",
    "slices",
    "sort",
    "strconv",
    "strings",
    "sync",
    "sync/atomic",
    "testing",
    "text/tabwriter",
    "text/template",
    "time",
    "unicode",
    "unicode/utf8",
    "unsafe",
];

/// The path of the package of the standard library that people call almost `name`.
pub fn near_package(name: &str) -> Option<&'static str> {
    let last = |path: &&'static str| path.rsplit('/').next().unwrap_or(path);
    let found = nearest(name, PATHS.iter().map(last))?;
    importable(found)
}

/// The path of the package of the standard library that people call `name`.
pub fn importable(name: &str) -> Option<&'static str> {
    PATHS
        .iter()
        .copied()
        .find(|p| p.rsplit('/').next() == Some(name))
        .filter(|p| *p == "unsafe" || stdlib::source_files(p).is_some())
}
