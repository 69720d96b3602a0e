//! Entries from a terminal: line editing, completion, hints, colours, history.
//!
//! rustyline reads and draws; [`margin`] says how an entry of several lines lies in its buffer,
//! [`keys`] what keys do there, [`complete`], [`hint`] and [`highlight`] what is offered and shown, and
//! [`history`] what was entered before. [`output`] keeps the program's output out of the line.

mod complete;
mod highlight;
mod hint;
mod history;
mod keys;
mod margin;
mod output;

use super::assist::Signatures;
use super::beginning::Beginning;
use super::commands::{self, Next};
use super::session::{INTERRUPTED, Session, note};
use complete::Offer;
use history::{Entries, Shared};
use keys::{Edit, Keys};
use rustyline::completion::Completer;
use rustyline::config::BellStyle;
use rustyline::error::ReadlineError;
use rustyline::highlight::{CmdKind, Highlighter};
use rustyline::hint::Hinter;
use rustyline::line_buffer::LineBuffer;
use rustyline::{
    Changeset, ColorMode, CompletionType, Config, Context, Editor, Event, EventHandler, Helper,
    Validator,
};
use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::io::{BufRead, IsTerminal, Write};
use std::rc::Rc;
use std::sync::atomic::Ordering;

const PROMPT: &str = "go> ";
/// What asks for the rest of an entry.
const CONTINUATION: &str = "... ";

/// What rustyline asks while a line is edited.
#[derive(Helper, Validator)]
struct Assistant {
    session: Rc<RefCell<Session>>,
    history: Rc<RefCell<Entries>>,
    signatures: RefCell<Signatures>,
    keys: Keys,
    /// The edit that the completer is to make.
    edit: RefCell<Option<Edit>>,
    with_colours: bool,
    /// The width of the prompt shown last.
    prompt: Cell<usize>,
    columns: Cell<usize>,
    /// The entry is done: no more cursor.
    is_done: Cell<bool>,
}

impl Hinter for Assistant {
    type Hint = hint::Hint;

    fn hint(&self, line: &str, pos: usize, _: &Context<'_>) -> Option<hint::Hint> {
        if pos < line.len() || self.keys.is_searching() {
            return None;
        }
        // Nothing else runs while a line is edited.
        let mut session = self.session.try_borrow_mut().ok()?;
        let history = self.history.try_borrow().ok()?;
        let mut signatures = self.signatures.borrow_mut();
        hint::hint(line, &mut session, &mut signatures, &history)
    }
}

impl Highlighter for Assistant {
    fn highlight<'l>(&self, line: &'l str, pos: usize) -> Cow<'l, str> {
        let look = highlight::Look {
            with_colours: self.with_colours,
            prompt: self.prompt.get(),
            columns: self.columns.get(),
            cursor: (!self.is_done.get()).then_some(pos),
        };
        Cow::Owned(highlight::paint(line, &look))
    }

    fn highlight_prompt<'b, 's: 'b, 'p: 'b>(&'s self, prompt: &'p str, own: bool) -> Cow<'b, str> {
        self.prompt.set(prompt.chars().count());
        if self.keys.is_searching() == own {
            self.keys.set_searching(!own);
            output::hold(!own);
        }
        if own && self.with_colours {
            Cow::Owned(format!("\x1b[1;36m{}\x1b[0m ", prompt.trim_end()))
        } else {
            Cow::Borrowed(prompt)
        }
    }

    fn highlight_hint<'h>(&self, hint: &'h str) -> Cow<'h, str> {
        if self.with_colours {
            Cow::Owned(format!("\x1b[90m{hint}\x1b[0m"))
        } else {
            Cow::Borrowed(hint)
        }
    }

    fn highlight_candidate<'c>(&self, candidate: &'c str, _: CompletionType) -> Cow<'c, str> {
        let name = candidate.find([' ', '(', '[']).unwrap_or(candidate.len());
        if self.with_colours && name > 0 {
            let (name, detail) = candidate.split_at(name);
            Cow::Owned(format!("{name}\x1b[90m{detail}\x1b[0m"))
        } else {
            Cow::Borrowed(candidate)
        }
    }

    fn highlight_char(&self, _: &str, _: usize, kind: CmdKind) -> bool {
        self.is_done.set(kind == CmdKind::ForcedRefresh);
        true
    }
}

impl Completer for Assistant {
    type Candidate = Offer;

    fn complete(
        &self,
        line: &str,
        pos: usize,
        _: &Context<'_>,
    ) -> rustyline::Result<(usize, Vec<Offer>)> {
        if let Some(edit) = self.keys.take_edit() {
            *self.edit.borrow_mut() = Some(edit);
            return Ok((pos, vec![Offer::from("")]));
        }
        if self.keys.take_interrupt() {
            // Nothing but the hint stands behind the cursor.
            print!("\x1b[J");
            std::io::stdout().flush()?;
            return Err(ReadlineError::Interrupted);
        }
        let Ok(mut session) = self.session.try_borrow_mut() else {
            return Ok((pos, Vec::new()));
        };
        let (start, offers) = complete::complete(line, pos, &mut session);
        if offers.len() > 1 {
            // A list of them may be shown.
            output::screen_has_changed();
        }
        Ok((start, offers))
    }

    fn update(&self, line: &mut LineBuffer, start: usize, elected: &str, changes: &mut Changeset) {
        match self.edit.borrow_mut().take() {
            Some(edit) if edit.start == edit.end && edit.text.is_empty() => {
                line.set_pos(edit.start)
            }
            Some(edit) => line.replace(edit.start..edit.end, &edit.text, changes),
            None => line.replace(start..line.pos(), elected, changes),
        }
    }
}

type Lines = Editor<Assistant, Shared>;

/// Reads and runs entries until the user leaves; the exit code.
pub fn run(session: Session) -> i32 {
    let is_dumb = std::env::var_os("TERM").is_none_or(|term| term == "dumb" || term.is_empty());
    if is_dumb || !std::io::stdout().is_terminal() {
        return run_plainly(session);
    }
    println!(
        "gorun {} (Go 1.26)  :help for help, Ctrl-D to leave",
        env!("CARGO_PKG_VERSION")
    );
    let session = Rc::new(RefCell::new(session));
    let history = Rc::new(RefCell::new(Entries::load()));
    let mut lines = match lines(&session, &history) {
        Ok(lines) => lines,
        Err(e) => {
            eprintln!("gorun: {e}");
            return 1;
        }
    };
    // In place of the line editor's own handler.
    runtime::signals::on_interrupt(|| INTERRUPTED.store(true, Ordering::SeqCst));
    output::begin();
    if let Ok(printer) = lines.create_external_printer() {
        output::print_with(printer);
    }
    loop {
        let columns = lines.dimensions().map_or(80, |d| d.0.into());
        if let Some(helper) = lines.helper() {
            helper.columns.set(columns);
            helper.is_done.set(false);
            helper.signatures.borrow_mut().clear();
        }
        output::line_begins(columns);
        INTERRUPTED.store(false, Ordering::SeqCst);
        let line = lines.readline(PROMPT);
        output::line_is_done();
        match line {
            Ok(buffer) => {
                let text = margin::without_margins(&buffer);
                history.borrow_mut().append(text.trim_end());
                if let Next::Leave = enter(&mut session.borrow_mut(), &text) {
                    return 0;
                }
            }
            Err(ReadlineError::Interrupted) => {
                if lines.helper().is_some_and(|h| h.keys.take_wants_out()) {
                    note("Ctrl-D or :quit leaves");
                }
            }
            Err(ReadlineError::Eof) => return 0,
            Err(e) => {
                eprintln!("gorun: {e}");
                return 1;
            }
        }
    }
}

/// Runs an entry or a command.
fn enter(session: &mut Session, text: &str) -> Next {
    if text.trim_start().starts_with(':') {
        return commands::run(session, text);
    }
    if let Some(command) = commands::in_words(session, text) {
        return commands::run(session, command);
    }
    Next::Go(text.trim().is_empty() || session.run(text))
}

fn lines(
    session: &Rc<RefCell<Session>>,
    history: &Rc<RefCell<Entries>>,
) -> rustyline::Result<Lines> {
    let config = Config::builder()
        .auto_add_history(false)
        .bell_style(BellStyle::None)
        // Without colours, too, margins have to be drawn.
        .color_mode(ColorMode::Forced)
        .completion_type(CompletionType::List)
        .completion_show_all_if_ambiguous(true)
        .tab_stop(margin::WIDTH as u8)
        .build();
    let mut lines = Editor::with_history(config, Shared(Rc::clone(history)))?;
    let keys = Keys::default();
    lines.bind_sequence(
        Event::Any,
        EventHandler::Conditional(Box::new(keys.clone())),
    );
    lines.set_helper(Some(Assistant {
        session: Rc::clone(session),
        history: Rc::clone(history),
        signatures: RefCell::default(),
        keys,
        edit: RefCell::default(),
        with_colours: crate::report::has_colors(),
        prompt: Cell::new(margin::WIDTH),
        columns: Cell::new(80),
        is_done: Cell::new(false),
    }));
    Ok(lines)
}

/// Entries at a terminal that can only print, or with the output going elsewhere.
fn run_plainly(mut session: Session) -> i32 {
    runtime::signals::on_interrupt(|| INTERRUPTED.store(true, Ordering::SeqCst));
    output::begin();
    let mut text = Beginning::default();
    let mut input = std::io::stdin().lock();
    loop {
        let prompt = if text.text().is_empty() {
            PROMPT
        } else {
            CONTINUATION
        };
        eprint!("{prompt}");
        INTERRUPTED.store(false, Ordering::SeqCst);
        let mut line = String::new();
        if !matches!(input.read_line(&mut line), Ok(n) if n > 0) {
            eprintln!();
            return 0;
        }
        if INTERRUPTED.swap(false, Ordering::SeqCst) {
            // The entry was given up.
            text = Beginning::default();
        }
        text.add(line.trim_end_matches(['\r', '\n']));
        let is_command = text.text().trim_start().starts_with(':');
        if !is_command && text.is_incomplete() {
            continue;
        }
        // The program may read from the terminal.
        drop(input);
        let next = enter(&mut session, text.text().trim_end());
        input = std::io::stdin().lock();
        if let Next::Leave = next {
            return 0;
        }
        text = Beginning::default();
    }
}
