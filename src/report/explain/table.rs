//! The table: what is said about which message. The first pattern that matches counts, so the more
//! special ones come first.

mod assignments;
mod names;
mod operators;
mod statements;
mod syntax;
mod types;

/// What is said about messages of a pattern (see [`super::pattern`]); empty texts say nothing.
pub struct Entry {
    pub pattern: &'static str,
    /// Below what is underlined.
    pub label: &'static str,
    /// Why Go refuses this.
    pub note: &'static str,
    /// What to do, where nothing more special is suggested.
    pub help: &'static str,
}

const fn entry(
    pattern: &'static str,
    label: &'static str,
    note: &'static str,
    help: &'static str,
) -> Entry {
    Entry {
        pattern,
        label,
        note,
        help,
    }
}

/// Said when nothing better is known.
pub const VAGUE: &str = "the statement should have ended before this";

/// All entries, in the order in which they are tried.
pub fn entries() -> impl Iterator<Item = &'static Entry> {
    let parts = [
        names::ENTRIES,
        assignments::ENTRIES,
        operators::ENTRIES,
        statements::ENTRIES,
        types::ENTRIES,
        syntax::ENTRIES,
    ];
    parts.into_iter().flatten()
}
