//! Files and positions. A [`Pos`] is one `u32` for the whole program: the base of its file plus a
//! byte offset, so that a syntax node carries its position in four bytes.

use crate::line_directive::{self, LineDirectives};
use std::borrow::Cow;
use std::collections::HashMap;

/// A byte position in the program's source text; 0 is "no position".
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Pos(pub u32);

impl Pos {
    pub const NONE: Pos = Pos(0);
    pub fn is_known(self) -> bool {
        self.0 != 0
    }
    /// The position `bytes` further on in the same file.
    pub fn offset(self, bytes: u32) -> Pos {
        Pos(self.0 + bytes)
    }
}

/// The half-open range of text `lo..hi`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Span {
    pub lo: Pos,
    pub hi: Pos,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FileId(pub u32);

/// A position as people read it: line and column from 1, the column in bytes as gc counts it.
/// Line directives are applied to all but `file`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Position {
    pub file: FileId,
    pub name: String,
    pub line: u32,
    /// 0 if a line directive leaves it unknown.
    pub column: u32,
}

impl std::fmt::Display for Position {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.column {
            0 => write!(f, "{}:{}", self.name, self.line),
            column => write!(f, "{}:{}:{column}", self.name, self.line),
        }
    }
}

/// One source file. `base` is the [`Pos`] of its first byte.
#[derive(Debug)]
pub struct SourceFile {
    pub name: String,
    pub text: Cow<'static, str>,
    pub base: Pos,
    /// Byte offsets of the line starts, computed at first use.
    lines: std::sync::OnceLock<Vec<u32>>,
    /// Found at first use.
    directives: std::sync::OnceLock<LineDirectives>,
}

impl SourceFile {
    fn lines(&self) -> &[u32] {
        self.lines.get_or_init(|| {
            std::iter::once(0)
                .chain(
                    self.text
                        .bytes()
                        .enumerate()
                        .filter(|&(_, b)| b == b'\n')
                        .map(|(i, _)| i as u32 + 1),
                )
                .collect()
        })
    }

    /// Line and column (both from 1, column in bytes) of a byte offset in this file.
    pub fn line_column(&self, offset: u32) -> (u32, u32) {
        let lines = self.lines();
        let line = lines.partition_point(|&start| start <= offset);
        (line as u32, offset - lines[line - 1] + 1)
    }

    /// The byte offset of the line with this index (from 0), or of the text's end.
    pub fn line_start(&self, index: usize) -> u32 {
        let end = self.text.len() as u32;
        self.lines().get(index).copied().unwrap_or(end)
    }

    /// The file's line directives.
    pub fn directives(&self) -> &LineDirectives {
        self.directives
            .get_or_init(|| line_directive::find(&self.name, &self.text))
    }

    /// Name, line and column of a byte offset as line directives have it.
    pub fn place(&self, offset: u32) -> (&str, u32, u32) {
        let (line, column) = self.line_column(offset);
        let directives = &self.directives().list;
        let behind = directives.partition_point(|d| d.offset <= offset);
        let Some(d) = behind.checked_sub(1).map(|i| &directives[i]) else {
            return (&self.name, line, column);
        };
        let (from_line, from_column) = self.line_column(d.offset);
        let column = match d.column {
            0 => 0,
            first if line == from_line => first + column - from_column,
            _ => column,
        };
        (&d.name, d.line + line - from_line, column)
    }
}

/// All files of a program. Positions start at 1, so that 0 stays "no position".
#[derive(Debug, Default)]
pub struct SourceMap {
    files: Vec<SourceFile>,
    /// What the user wrote, by the name that line directives give it.
    originals: HashMap<String, Cow<'static, str>>,
}

impl SourceMap {
    pub fn new() -> SourceMap {
        SourceMap::default()
    }

    pub fn add(&mut self, name: impl Into<String>, text: impl Into<Cow<'static, str>>) -> FileId {
        let base = self
            .files
            .last()
            .map_or(1, |f| f.base.0 + f.text.len() as u32 + 1);
        let id = FileId(self.files.len() as u32);
        self.files.push(SourceFile {
            name: name.into(),
            text: text.into(),
            base: Pos(base),
            lines: std::sync::OnceLock::new(),
            directives: std::sync::OnceLock::new(),
        });
        id
    }

    /// How many files there are.
    pub fn len(&self) -> usize {
        self.files.len()
    }

    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// Drops the files from number `len` on; later ones get their positions.
    pub fn truncate(&mut self, len: usize) {
        self.files.truncate(len);
    }

    /// Says what the user wrote where files were made of it: positions in them that line directives
    /// place in `name` are shown in this text.
    pub fn set_original(&mut self, name: impl Into<String>, text: impl Into<Cow<'static, str>>) {
        self.originals.insert(name.into(), text.into());
    }

    pub fn remove_original(&mut self, name: &str) {
        self.originals.remove(name);
    }

    /// What the user wrote under this name, if files were made of it.
    pub fn original(&self, name: &str) -> Option<&str> {
        self.originals.get(name).map(Cow::as_ref)
    }

    pub fn file(&self, id: FileId) -> &SourceFile {
        &self.files[id.0 as usize]
    }

    pub fn files(&self) -> impl Iterator<Item = (FileId, &SourceFile)> {
        self.files
            .iter()
            .enumerate()
            .map(|(i, f)| (FileId(i as u32), f))
    }

    /// The file that `pos` lies in.
    pub fn file_of(&self, pos: Pos) -> Option<FileId> {
        if !pos.is_known() {
            return None;
        }
        let i = self.files.partition_point(|f| f.base <= pos);
        i.checked_sub(1).map(|i| FileId(i as u32))
    }

    pub fn position(&self, pos: Pos) -> Option<Position> {
        let id = self.file_of(pos)?;
        let file = self.file(id);
        let offset = (pos.0 - file.base.0).min(file.text.len() as u32);
        let (name, line, column) = file.place(offset);
        Some(Position {
            file: id,
            name: name.to_owned(),
            line,
            column,
        })
    }

    /// The text of `lo..hi`, which must lie in one file.
    pub fn text(&self, lo: Pos, hi: Pos) -> &str {
        match self.file_of(lo) {
            Some(id) => {
                let file = self.file(id);
                let at = |p: Pos| (p.0.saturating_sub(file.base.0)) as usize;
                file.text.get(at(lo)..at(hi)).unwrap_or("")
            }
            None => "",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_count_bytes_from_one_in_each_file() {
        let mut map = SourceMap::new();
        let a = map.add("a.go", "x\nyz");
        let b = map.add("b.go", "q");
        let (base_a, base_b) = (map.file(a).base, map.file(b).base);
        let p = map.position(base_a.offset(3)).unwrap();
        assert_eq!((p.name.as_str(), p.line, p.column), ("a.go", 2, 2));
        let p = map.position(base_b).unwrap();
        assert_eq!((p.name.as_str(), p.line, p.column), ("b.go", 1, 1));
        assert_eq!(map.text(base_a.offset(2), base_a.offset(4)), "yz");
        assert!(map.position(Pos::NONE).is_none());
    }
}
