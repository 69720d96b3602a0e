//! What people see of a position: name, line and column as line directives and the makers of
//! generated files have it, and the text around it.

use codespan_reporting::files::{Error, Files};
use source::{FileId, Pos, SourceMap};
use std::ops::Range;

/// A place as people name it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    pub file: String,
    pub line: u32,
    pub column: u32,
}

/// Where a position is.
pub fn place(map: &SourceMap, pos: Pos) -> Option<Place> {
    let position = map.position(pos)?;
    Some(Place {
        file: position.name,
        line: position.line,
        column: position.column,
    })
}

/// The end of a span, which is the end of the word at `pos` unless it is known.
pub fn end_of(map: &SourceMap, pos: Pos, end: Pos) -> Pos {
    let Some(id) = map.file_of(pos) else {
        return pos;
    };
    let source = map.file(id);
    let limit = source.base.offset(source.text.len() as u32);
    if end > pos && end <= limit {
        return end;
    }
    let start = (pos.0 - source.base.0) as usize;
    source.base.offset(word_end(&source.text, start) as u32)
}

/// The end of the identifier or string (or of the one character) at `start`.
fn word_end(text: &str, start: usize) -> usize {
    let rest = text.get(start..).unwrap_or("");
    let one = match rest.chars().next() {
        None | Some('\n') => 0,
        Some(c) => c.len_utf8(),
    };
    let length = match rest.as_bytes().first() {
        Some(quote @ (b'"' | b'`' | b'\'')) => {
            let line = rest.lines().next().unwrap_or("");
            let end = line.bytes().skip(1).position(|b| b == *quote);
            end.map_or(one, |n| n + 2)
        }
        _ => rest
            .find(|c: char| !c.is_alphanumeric() && c != '_')
            .unwrap_or(rest.len()),
    };
    start + length.max(one)
}

/// A text that errors are shown in.
struct View {
    name: String,
    text: String,
    /// Byte offsets of the lines.
    starts: Vec<usize>,
    /// The number of the line with index `at`, which is `number`.
    at: usize,
    number: usize,
    /// Of the line that was cut at its beginning: the index, and how many columns are missing.
    cut: Option<(usize, usize)>,
    key: Key,
}

#[derive(Clone, PartialEq, Eq)]
enum Key {
    /// What the user wrote, by name.
    Original(String),
    /// The part of a file behind its line directive of this index.
    Part(FileId, Option<usize>),
}

/// The texts in which one error is shown.
pub struct Views<'m> {
    map: &'m SourceMap,
    list: Vec<View>,
}

impl<'m> Views<'m> {
    pub fn new(map: &'m SourceMap) -> Views<'m> {
        let list = Vec::new();
        Views { map, list }
    }

    /// The text in which the span lies, and its range there: only up to the end of its first line.
    pub fn locate(&mut self, pos: Pos, end: Pos) -> Option<(usize, Range<usize>)> {
        let id = self.map.file_of(pos)?;
        let file = self.map.file(id);
        let offset = (pos.0 - file.base.0).min(file.text.len() as u32);
        let length = (end_of(self.map, pos, end).0 - file.base.0).saturating_sub(offset) as usize;
        let (name, line, column) = file.place(offset);
        let (index, start) = match self.map.original(name) {
            Some(text) => {
                let start = offset_of(text, line, column)?;
                let key = Key::Original(name.to_string());
                (self.add(key, name, text, (0, 1)), start)
            }
            None => {
                let before = file.directives().list.iter();
                let part = before.take_while(|d| d.offset <= offset).count();
                let (real_line, _) = file.line_column(offset);
                let numbers = (real_line as usize - 1, line as usize);
                let key = Key::Part(id, part.checked_sub(1));
                // What stands in the directive's line before it is not the text that it names.
                let directive = part.checked_sub(1).map(|i| &file.directives().list[i]);
                let end = directive.map_or(0, |d| d.offset as usize);
                let line_start = file.text[..end].rfind('\n').map_or(0, |at| at + 1);
                let mut text = file.text.to_string();
                text.replace_range(line_start..end, "");
                let index = self.add(key, name, &text, numbers);
                let foreign = end - line_start;
                if foreign > 0 && self.list[index].cut.is_none() {
                    let line = self.list[index].line_index(line_start);
                    self.list[index].cut = Some((line, foreign));
                }
                (index, offset as usize - foreign)
            }
        };
        let text = &self.list[index].text;
        let line_length = text[start..].find('\n').unwrap_or(text.len() - start);
        let shown = text[start..start + line_length].trim_end().len();
        Some((index, start..start + length.min(shown)))
    }

    fn add(&mut self, key: Key, name: &str, text: &str, (at, number): (usize, usize)) -> usize {
        if let Some(known) = self.list.iter().position(|v| v.key == key) {
            return known;
        }
        self.list.push(View {
            name: name.to_string(),
            text: displayable(text),
            starts: line_starts(text),
            at,
            number,
            cut: None,
            key,
        });
        self.list.len() - 1
    }

    /// The characters from the beginning of the line at `at` up to there, a tab counting as four.
    fn width_before(&self, view: usize, at: usize) -> usize {
        let v = &self.list[view];
        let start = v.starts[v.line_index(at)];
        width(&v.text[start..at])
    }

    /// Shortens the line of `main` if it is too wide to be shown, so that `main` is still seen. All of
    /// `labels` are in terms of the old text and then of the new one.
    pub fn cut_long_line(
        &mut self,
        main: (usize, Range<usize>),
        labels: &mut [(usize, Range<usize>)],
    ) {
        let (view, span) = main;
        let v = &self.list[view];
        let index = v.line_index(span.start);
        let start = v.starts[index];
        let end = v.text[start..]
            .find('\n')
            .map_or(v.text.len(), |n| start + n);
        if width(&v.text[start..end]) <= MAX_WIDTH {
            return;
        }
        let first = match self.width_before(view, span.end.min(end)) {
            0..=MAX_WIDTH => start,
            _ => step_back(&v.text[start..span.start], CONTEXT) + start,
        };
        let last = first + prefix_of_width(&v.text[first..end], MAX_WIDTH);
        let mut line = String::new();
        if first > start {
            line.push('…');
        }
        line.push_str(&v.text[first..last]);
        if last < end {
            line.push('…');
        }
        let lead = if first > start { '…'.len_utf8() } else { 0 };
        let old_length = end - start;
        let (new_length, skipped) = (line.len(), first - start);
        let shift = |at: usize| match at {
            at if at < start => at,
            at if at > end => at - old_length + new_length,
            at => start + (at.clamp(first, last) - first) + lead,
        };
        for (_, range) in labels.iter_mut().filter(|(v, _)| *v == view) {
            *range = shift(range.start)..shift(range.end);
        }
        let v = &mut self.list[view];
        v.text.replace_range(start..end, &line);
        v.starts = line_starts(&v.text);
        let before = match v.cut {
            Some((line, columns)) if line == index => columns,
            _ => 0,
        };
        let missing = skipped.wrapping_sub(lead).wrapping_add(before);
        v.cut = (missing > 0).then_some((index, missing));
    }
}

/// The text with something harmless, as long in bytes, for characters that terminals obey.
fn displayable(text: &str) -> String {
    let is_break = |rest: &str| rest.starts_with("\r\n");
    let mut out = String::with_capacity(text.len());
    for (i, c) in text.char_indices() {
        out.push(match c {
            '\n' | '\t' => c,
            '\r' if is_break(&text[i..]) => c,
            '\0'..='\x1f' | '\x7f' => '?',
            '\u{80}'..='\u{9f}' => '¿',
            // They turn the direction of writing.
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => '\u{fffd}',
            _ => c,
        });
    }
    out
}

/// The width of a terminal that errors are made for.
const MAX_WIDTH: usize = 110;
/// How much is shown before the place in a line that is cut.
const CONTEXT: usize = 40;

fn char_width(c: char) -> usize {
    if c == '\t' { 4 } else { 1 }
}

fn width(text: &str) -> usize {
    text.chars().map(char_width).sum()
}

/// The length of the longest prefix that is not wider.
fn prefix_of_width(text: &str, limit: usize) -> usize {
    let mut sum = 0;
    let wide = text.char_indices().find(|(_, c)| {
        sum += char_width(*c);
        sum > limit
    });
    wide.map_or(text.len(), |(i, _)| i)
}

/// The offset of the `count`th last character.
fn step_back(text: &str, count: usize) -> usize {
    let from_end = text.char_indices().rev().nth(count.saturating_sub(1));
    from_end.map_or(0, |(i, _)| i)
}

fn line_starts(text: &str) -> Vec<usize> {
    let behind_newlines = text.match_indices('\n').map(|(i, _)| i + 1);
    std::iter::once(0).chain(behind_newlines).collect()
}

/// The byte offset of a line and column, if the text has them.
fn offset_of(text: &str, line: u32, column: u32) -> Option<usize> {
    let index = (line as usize).checked_sub(1)?;
    let start = *line_starts(text).get(index)?;
    let offset = start + (column as usize).saturating_sub(1);
    (offset <= text.len() && text.is_char_boundary(offset)).then_some(offset)
}

impl View {
    fn line_index(&self, at: usize) -> usize {
        self.starts.partition_point(|&s| s <= at).saturating_sub(1)
    }
}

impl<'a> Files<'a> for Views<'_> {
    type FileId = usize;
    type Name = &'a str;
    type Source = &'a str;

    fn name(&'a self, id: usize) -> Result<&'a str, Error> {
        self.list
            .get(id)
            .map(|v| v.name.as_str())
            .ok_or(Error::FileMissing)
    }

    fn source(&'a self, id: usize) -> Result<&'a str, Error> {
        self.list
            .get(id)
            .map(|v| v.text.as_str())
            .ok_or(Error::FileMissing)
    }

    fn line_index(&'a self, id: usize, at: usize) -> Result<usize, Error> {
        let view = self.list.get(id).ok_or(Error::FileMissing)?;
        Ok(view.line_index(at))
    }

    fn line_number(&'a self, id: usize, index: usize) -> Result<usize, Error> {
        let view = self.list.get(id).ok_or(Error::FileMissing)?;
        Ok((view.number + index).saturating_sub(view.at).max(1))
    }

    /// In bytes, as gc counts, and as line directives have it.
    fn column_number(&'a self, id: usize, index: usize, at: usize) -> Result<usize, Error> {
        let view = self.list.get(id).ok_or(Error::FileMissing)?;
        let start = *view.starts.get(index).ok_or(Error::FileMissing)?;
        let skipped = match view.cut {
            Some((cut, skipped)) if cut == index => skipped,
            _ => 0,
        };
        let offset = (at - start).wrapping_add(skipped);
        if let Key::Part(file, Some(_)) = view.key {
            let file = self.map.file(file);
            let real = file.line_start(index) + offset as u32;
            return Ok(file.place(real).2 as usize);
        }
        Ok(offset + 1)
    }

    fn line_range(&'a self, id: usize, index: usize) -> Result<Range<usize>, Error> {
        let view = self.list.get(id).ok_or(Error::FileMissing)?;
        let start = *view.starts.get(index).ok_or(Error::FileMissing)?;
        let end = view.starts.get(index + 1).copied();
        Ok(start..end.unwrap_or(view.text.len()))
    }
}
