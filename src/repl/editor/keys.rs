//! Keys that do more at a Go prompt than in any line: Enter goes on if the entry is not complete,
//! brackets find their indentation, margins cannot be walked into, and a paste is taken as it is.
//!
//! A key handler can only choose one of rustyline's commands. Other changes of the line are noted as an
//! [`Edit`] and made through `Cmd::Complete`, whose completer may do anything to the line.

use super::margin;
use super::output;
use crate::repl::beginning::Beginning;
use rustyline::{
    Cmd, ConditionalEventHandler, Event, EventContext, KeyCode as K, KeyEvent, Modifiers as M,
    RepeatCount,
};
use std::io::Write;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Replaces a part of the buffer; the cursor then stands behind it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Edit {
    pub start: usize,
    pub end: usize,
    pub text: String,
}

#[derive(Default)]
struct State {
    edit: Option<Edit>,
    /// What has come of a paste.
    paste: Option<String>,
    after_return: bool,
    /// The entry is to be given up.
    is_interrupted: bool,
    /// Ctrl-C came when there was nothing to give up.
    wants_out: bool,
    /// The history is being searched.
    is_searching: bool,
}

/// What the key handler and the completer share.
#[derive(Clone, Default)]
pub struct Keys(Arc<Mutex<State>>);

impl Keys {
    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The edit that the last key asks for.
    pub fn take_edit(&self) -> Option<Edit> {
        self.state().edit.take()
    }

    /// Whether the last key gives the entry up.
    pub fn take_interrupt(&self) -> bool {
        std::mem::take(&mut self.state().is_interrupted)
    }

    /// Whether somebody pressed Ctrl-C in an empty line.
    pub fn take_wants_out(&self) -> bool {
        std::mem::take(&mut self.state().wants_out)
    }

    pub fn is_searching(&self) -> bool {
        self.state().is_searching
    }

    pub fn set_searching(&self, is_searching: bool) {
        self.state().is_searching = is_searching;
    }

    fn replace(&self, start: usize, end: usize, text: impl Into<String>) -> Option<Cmd> {
        let text = text.into();
        self.state().edit = Some(Edit { start, end, text });
        Some(Cmd::Complete)
    }

    fn move_to(&self, pos: usize) -> Option<Cmd> {
        self.replace(pos, pos, "")
    }

    /// Takes a key as a part of what is pasted.
    fn paste(&self, key: KeyEvent) -> Cmd {
        let mut state = self.state();
        let KeyEvent(code, modifiers) = key;
        let c = match code {
            K::BracketedPasteEnd => {
                let text = state.paste.take().unwrap_or_default();
                return Cmd::Insert(1, margin::with_margins(&pasted(&text)));
            }
            K::Char('J') if modifiers == M::CTRL => '\n',
            K::Enter => '\r',
            K::Tab => '\t',
            K::Char(c) if modifiers.is_empty() || modifiers == M::SHIFT => c,
            _ => return Cmd::Noop,
        };
        let is_second = c == '\n' && state.after_return;
        state.after_return = c == '\r';
        if let Some(text) = &mut state.paste
            && !is_second
        {
            text.push(if c == '\r' { '\n' } else { c });
        }
        Cmd::Noop
    }
}

/// A pasted text as an entry: without the newline at its end, and if it is copied from a session,
/// without prompts and results.
fn pasted(text: &str) -> String {
    let text = text.trim_end_matches('\n');
    if !text.trim_start().starts_with("go> ") {
        return text.to_string();
    }
    let lines = text.lines().filter_map(|line| {
        let line = line.trim_start();
        line.strip_prefix("go> ").or(line.strip_prefix("... "))
    });
    lines.collect::<Vec<_>>().join("\n")
}

impl ConditionalEventHandler for Keys {
    fn handle(
        &self,
        event: &Event,
        _: RepeatCount,
        _: bool,
        context: &EventContext,
    ) -> Option<Cmd> {
        let &key = event.get(0)?;
        if self.state().paste.is_some() {
            return Some(self.paste(key));
        }
        let (line, pos) = (context.line(), context.pos());
        let KeyEvent(code, modifiers) = key;
        if key == KeyEvent(K::Char('Z'), M::CTRL) {
            return Some(suspend(line, pos));
        }
        if self.is_searching() {
            let is_enter =
                code == K::Enter || matches!(code, K::Char('J' | 'M')) && modifiers == M::CTRL;
            return is_enter.then(|| enter(line, pos));
        }
        match (code, modifiers) {
            (K::Char('C'), M::CTRL) if line.is_empty() => {
                self.state().wants_out = true;
                None
            }
            (K::Char('C'), M::CTRL) if pos == line.len() && context.has_hint() => {
                // The hint must not stay.
                self.state().is_interrupted = true;
                Some(Cmd::Complete)
            }
            (K::BracketedPasteStart, _) => {
                self.state().paste = Some(String::new());
                Some(Cmd::Noop)
            }
            (K::Enter, M::ALT) => Some(new_line(line, pos)),
            (K::Enter, M::NONE) | (K::Char('J' | 'M'), M::CTRL) => Some(enter(line, pos)),
            (K::Char(c), M::NONE) => self.character(c, line, pos),
            (K::Tab, M::NONE) => {
                let start = margin::line_start(line, pos);
                (start > 0 && line[start..pos].trim().is_empty())
                    .then_some(Cmd::SelfInsert(1, '\t'))
            }
            (K::Char('L'), M::CTRL) => {
                output::screen_has_changed();
                Some(Cmd::ClearScreen)
            }
            (K::Right | K::End, M::NONE) | (K::Char('E' | 'F'), M::CTRL)
                if pos == line.len() && context.hint_text().is_some() =>
            {
                Some(Cmd::CompleteHint)
            }
            _ => self.around_margins(key, line, pos),
        }
    }
}

impl Keys {
    /// A closing bracket, or the colon of a `case`, takes its line to the indentation of the bracket
    /// that it belongs to.
    fn character(&self, c: char, line: &str, pos: usize) -> Option<Cmd> {
        let start = margin::line_start(line, pos);
        let own = &line[start..pos];
        let moves = match c {
            ')' | ']' | '}' => !own.is_empty() && own.trim().is_empty(),
            ':' => own.starts_with('\t') && is_label(line, pos),
            _ => false,
        };
        if !moves {
            return None;
        }
        let before = margin::without_margins(&line[..start]);
        let indentation = margin::outer_line(&before)?;
        let text = format!("{}{}{c}", "\t".repeat(indentation), own.trim_start());
        self.replace(start, pos, text)
    }

    /// Movements and deletions that would go into a margin go over it.
    fn around_margins(&self, key: KeyEvent, line: &str, pos: usize) -> Option<Cmd> {
        let KeyEvent(code, modifiers) = key;
        let start = margin::line_start(line, pos);
        // The newline and the margin before the line.
        let is_after = line[..pos].ends_with("\n\t");
        let is_before = line[pos..].starts_with("\n\t");
        match (code, modifiers) {
            (K::Backspace, M::NONE) | (K::Char('H'), M::CTRL) if is_after => {
                self.replace(pos - 2, pos, "")
            }
            (K::Left, M::NONE) | (K::Char('B'), M::CTRL) if is_after => self.move_to(pos - 2),
            (K::Right, M::NONE) | (K::Char('F'), M::CTRL) if is_before => self.move_to(pos + 2),
            (K::Delete, M::NONE) | (K::Char('D' | 'K'), M::CTRL) if is_before => {
                self.replace(pos, pos + 2, "")
            }
            (K::Char('U'), M::CTRL) if is_after => self.replace(pos - 2, pos, ""),
            (K::Char('U'), M::CTRL) if start > 0 => self.replace(start, pos, ""),
            (K::Home, M::NONE) | (K::Char('A'), M::CTRL) if start > 0 => {
                let text = start + line[start..].bytes().take_while(|&b| b == b'\t').count();
                self.move_to(if pos == text { start } else { text })
            }
            (K::Up, M::NONE) if start > 0 => {
                let above = line[..pos].rfind('\n')?;
                self.move_to(below(line, margin::line_start(line, above), pos))
            }
            (K::Down, M::NONE) => {
                let newline = margin::line_end(line, pos);
                let next = (newline < line.len()).then(|| newline + 1)?;
                let end = margin::line_end(line, next);
                self.move_to(below(line, margin::line_start(line, end), pos))
            }
            _ => None,
        }
    }
}

/// The place in the line that begins at `start` that stands in the column of `pos`.
fn below(line: &str, start: usize, pos: usize) -> usize {
    let column = width(&line[margin::line_start(line, pos)..pos]);
    let end = margin::line_end(line, start);
    let places = line[start..end].char_indices().map(|(i, _)| start + i);
    places
        .take_while(|&i| width(&line[start..i]) <= column)
        .chain((width(&line[start..end]) <= column).then_some(end))
        .last()
        .unwrap_or(start)
}

fn width(text: &str) -> usize {
    text.chars().fold(0, |column, c| match c {
        '\t' => (column / margin::WIDTH + 1) * margin::WIDTH,
        _ => column + 1,
    })
}

fn is_label(line: &str, pos: usize) -> bool {
    margin::ends_in_label(&margin::without_margins(&line[..pos]))
}

/// Ctrl-Z: the line is drawn again afterwards, below what the shell has written.
fn suspend(line: &str, pos: usize) -> Cmd {
    runtime::terminal::suspend();
    output::screen_has_changed();
    print!("{}", "\n".repeat(line[..pos].matches('\n').count()));
    // Where the cursor is then matters only to the eye.
    let _ = std::io::stdout().flush();
    Cmd::Repaint
}

/// Enter: the entry is done, or goes on in the next line.
fn enter(line: &str, pos: usize) -> Cmd {
    let entry = margin::without_margins(line);
    // A comment belongs to what follows it, unless an empty line does.
    let is_comment = margin::is_only_comments(&entry) && !entry.ends_with('\n');
    let is_command = entry.trim_start().starts_with(':');
    match !is_command && (is_comment || Beginning::new(&entry).is_incomplete()) {
        true => new_line(line, pos),
        false => Cmd::AcceptLine,
    }
}

fn new_line(line: &str, pos: usize) -> Cmd {
    let before = margin::without_margins(&line[..pos]);
    let indentation = if line[pos..].starts_with(['}', ')', ']']) {
        margin::outer_line(&before).unwrap_or(0)
    } else {
        margin::next_line(&before)
    };
    Cmd::Insert(
        1,
        format!("\n{}{}", margin::MARGIN, "\t".repeat(indentation)),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_paste_is_an_entry() {
        assert_eq!(pasted("x := 1\ny := 2\n"), "x := 1\ny := 2");
        let session = "go> func f() int {\n... \treturn 1\n... }\ngo> f()\n1 : int\n";
        assert_eq!(pasted(session), "func f() int {\n\treturn 1\n}\nf()");
    }

    #[test]
    fn enter_goes_on_inside_of_brackets() {
        assert_eq!(enter("1 + 2", 5), Cmd::AcceptLine);
        assert_eq!(enter("f(", 2), Cmd::Insert(1, "\n\t\t".to_string()));
        assert_eq!(enter("f(\n\t)", 2), Cmd::AcceptLine);
        assert_eq!(enter(":type f(", 8), Cmd::AcceptLine);
        assert_eq!(enter("// f", 4), Cmd::Insert(1, "\n\t".to_string()));
        assert_eq!(enter("// f\n\t", 6), Cmd::AcceptLine);
        assert_eq!(enter("", 0), Cmd::AcceptLine);
    }

    #[test]
    fn brackets_find_their_indentation() {
        let keys = Keys::default();
        let line = "if x {\n\t\ty()\n\t\t";
        assert_eq!(keys.character('}', line, line.len()), Some(Cmd::Complete));
        let text = "}".to_string();
        assert_eq!(
            keys.take_edit(),
            Some(Edit {
                start: line.len() - 1,
                end: line.len(),
                text
            })
        );
        assert_eq!(keys.character(')', "f(x", 3), None);
    }

    #[test]
    fn up_and_down_keep_the_column() {
        let line = "if x {\n\t\tyyyyyyyy()\n\t}";
        let end_of_second = line.len() - 3;
        assert_eq!(below(line, 0, end_of_second), 6);
        assert_eq!(below(line, 8, 6), 8 + 3);
    }
}
