//! What was entered, in this session and in earlier ones: a file below the user's state folder.
//!
//! The file has an entry a line, newlines and backslashes escaped, and each entry is appended when it
//! is run, so that sessions do not disturb each other and nothing is lost. The last of equal entries
//! counts. Without a folder to write to there is no history over sessions.

use super::margin;
use rustyline::history::{History, SearchDirection, SearchResult};
use std::borrow::Cow;
use std::cell::RefCell;
use std::fs::{File, OpenOptions};
use std::io::{Read, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::rc::Rc;

/// How many entries are kept.
const LIMIT: usize = 5000;
/// A file longer than this is not read from its beginning.
const MAX_FILE: u64 = 8 << 20;

/// The entries, oldest first.
#[derive(Default)]
pub struct Entries {
    list: Vec<String>,
    file: Option<File>,
}

/// `$XDG_STATE_HOME/gorun/history`; the folder is made.
fn path() -> Option<PathBuf> {
    let state = std::env::var_os("XDG_STATE_HOME")
        .map(PathBuf::from)
        .filter(|dir| dir.is_absolute())
        .or_else(|| Some(PathBuf::from(std::env::var_os("HOME")?).join(".local/state")))?;
    let dir = state.join("gorun");
    std::fs::create_dir_all(&dir).ok()?;
    Some(dir.join("history"))
}

fn escaped(entry: &str) -> String {
    entry.replace('\\', "\\\\").replace('\n', "\\n") + "\n"
}

fn unescaped(line: &str) -> String {
    let mut entry = String::with_capacity(line.len());
    let mut chars = line.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' if chars.as_str().starts_with('n') => {
                chars.next();
                entry.push('\n');
            }
            '\\' => entry.extend(chars.next()),
            c => entry.push(c),
        }
    }
    entry
}

/// Each entry once, where it was last.
fn without_duplicates(lines: Vec<String>) -> Vec<String> {
    let mut seen = std::collections::HashSet::new();
    let mut list: Vec<String> = lines
        .into_iter()
        .rev()
        .filter(|entry| !entry.trim().is_empty() && seen.insert(entry.clone()))
        .take(LIMIT)
        .collect();
    list.reverse();
    list
}

/// Reads the end of the file.
fn read(path: &Path) -> Option<Vec<String>> {
    use std::io::{Seek, SeekFrom};
    let mut file = File::open(path).ok()?;
    let size = file.metadata().ok()?.len();
    if size > MAX_FILE {
        file.seek(SeekFrom::Start(size - MAX_FILE)).ok()?;
    }
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes).ok()?;
    Some(
        String::from_utf8_lossy(&bytes)
            .lines()
            .map(unescaped)
            .collect(),
    )
}

/// Makes a file that has grown long short again.
fn shorten(path: &Path, list: &[String]) -> std::io::Result<()> {
    let new = path.with_extension(format!("new{}", std::process::id()));
    let text: String = list.iter().map(|entry| escaped(entry)).collect();
    std::fs::write(&new, text)?;
    std::fs::rename(&new, path)
}

impl Entries {
    /// The entries of earlier sessions.
    pub fn load() -> Entries {
        path().map_or_else(Entries::default, |path| Entries::load_from(&path))
    }

    fn load_from(path: &Path) -> Entries {
        let lines = read(path).unwrap_or_default();
        let count = lines.len();
        let list = without_duplicates(lines);
        if count > 2 * LIMIT {
            // It stays long.
            let _ = shorten(path, &list);
        }
        let mut options = OpenOptions::new();
        let file = options.append(true).create(true).mode(0o600).open(path);
        let file = file.ok();
        Entries { list, file }
    }

    /// Adds what is about to be run.
    pub fn append(&mut self, entry: &str) {
        if entry.trim().is_empty() || self.list.last().is_some_and(|last| last == entry) {
            return;
        }
        self.list.retain(|e| e != entry);
        if self.list.len() >= LIMIT {
            self.list.remove(0);
        }
        self.list.push(entry.to_string());
        if let Some(file) = &mut self.file {
            // One write: entries of two sessions do not mix. A full disk costs the entry.
            let _ = file.write_all(escaped(entry).as_bytes());
        }
    }

    /// What follows `text` in the last entry that begins with it.
    pub fn suggestion(&self, text: &str) -> Option<&str> {
        let found = self.list.iter().rev().find_map(|e| e.strip_prefix(text));
        found.filter(|rest| !rest.is_empty())
    }

    fn found(&self, idx: usize, pos: usize) -> SearchResult<'static> {
        let entry = &self.list[idx];
        SearchResult {
            pos: pos + entry[..pos].matches('\n').count(),
            entry: Cow::Owned(margin::with_margins(entry)),
            idx,
        }
    }

    fn find(
        &self,
        start: usize,
        dir: SearchDirection,
        test: impl Fn(&str) -> Option<usize>,
    ) -> Option<SearchResult<'static>> {
        if start >= self.list.len() {
            return None;
        }
        let look = |idx: usize| test(&self.list[idx]).map(|pos| self.found(idx, pos));
        match dir {
            SearchDirection::Reverse => (0..=start).rev().find_map(look),
            SearchDirection::Forward => (start..self.list.len()).find_map(look),
        }
    }
}

/// The entries, shared with the line editor.
pub struct Shared(pub Rc<RefCell<Entries>>);

impl History for Shared {
    fn get(&self, index: usize, _: SearchDirection) -> rustyline::Result<Option<SearchResult<'_>>> {
        let entries = self.0.borrow();
        Ok((index < entries.list.len()).then(|| entries.found(index, 0)))
    }

    fn add(&mut self, line: &str) -> rustyline::Result<bool> {
        self.0.borrow_mut().append(line);
        Ok(true)
    }

    fn add_owned(&mut self, line: String) -> rustyline::Result<bool> {
        self.add(&line)
    }

    fn len(&self) -> usize {
        self.0.borrow().list.len()
    }

    fn is_empty(&self) -> bool {
        self.0.borrow().list.is_empty()
    }

    fn set_max_len(&mut self, _: usize) -> rustyline::Result<()> {
        Ok(())
    }

    fn ignore_dups(&mut self, _: bool) -> rustyline::Result<()> {
        Ok(())
    }

    fn ignore_space(&mut self, _: bool) {}

    fn save(&mut self, _: &Path) -> rustyline::Result<()> {
        Ok(())
    }

    fn append(&mut self, _: &Path) -> rustyline::Result<()> {
        Ok(())
    }

    fn load(&mut self, _: &Path) -> rustyline::Result<()> {
        Ok(())
    }

    fn clear(&mut self) -> rustyline::Result<()> {
        self.0.borrow_mut().list.clear();
        Ok(())
    }

    fn search(
        &self,
        term: &str,
        start: usize,
        dir: SearchDirection,
    ) -> rustyline::Result<Option<SearchResult<'_>>> {
        if term.is_empty() {
            return Ok(None);
        }
        let entries = self.0.borrow();
        Ok(entries.find(start, dir, |entry| entry.find(term)))
    }

    fn starts_with(
        &self,
        term: &str,
        start: usize,
        dir: SearchDirection,
    ) -> rustyline::Result<Option<SearchResult<'_>>> {
        let term = margin::without_margins(term);
        let entries = self.0.borrow();
        Ok(entries.find(start, dir, |entry| {
            entry.starts_with(&term).then_some(term.len())
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_come_back_whole() {
        for entry in ["a", "f := `\\n`", "if x {\n\ty()\n}", "\\", "\\n"] {
            let line = escaped(entry);
            assert_eq!(line.matches('\n').count(), 1);
            assert_eq!(unescaped(line.trim_end_matches('\n')), entry);
        }
    }

    #[test]
    fn two_sessions_share_a_file() {
        let dir = std::env::temp_dir().join(format!("gorun-history-{}", std::process::id()));
        std::fs::create_dir_all(&dir).unwrap();
        let path = dir.join("history");
        let (mut a, mut b) = (Entries::load_from(&path), Entries::load_from(&path));
        a.append("one");
        b.append("two\nlines");
        a.append("one");
        a.append("three");
        b.append("one");
        let c = Entries::load_from(&path);
        assert_eq!(c.list, ["two\nlines", "three", "one"]);
        assert_eq!(c.suggestion("two"), Some("\nlines"));
        std::fs::remove_dir_all(dir).unwrap();
    }

    #[test]
    fn what_is_found_has_margins() {
        let mut entries = Shared(Rc::default());
        entries.add("if x {\n\ty()\n}").unwrap();
        let found = entries.search("y()", 0, SearchDirection::Reverse).unwrap();
        let found = found.unwrap();
        assert_eq!(found.entry, "if x {\n\t\ty()\n\t}");
        assert_eq!(&found.entry[found.pos..found.pos + 3], "y()");
    }
}
