//! What the program writes while a line is being edited: it is shown above the line.
//!
//! While an entry runs, output goes straight to the terminal. While the prompt waits it is kept here,
//! and a thread hands it to the line editor, which takes its line away, prints, and draws the line
//! again. The beginning of a line is shown after a moment, too; what continues it is then printed in
//! its place. Writers wait a little if they are faster than the terminal.

use parking_lot::{Condvar, Mutex, MutexGuard};
use runtime::host::HostError;
use runtime::terminal;
use rustyline::ExternalPrinter;
use std::time::Duration;

/// How long the end of a line may take to come.
const PATIENCE: Duration = Duration::from_millis(40);
/// How long a writer waits for the terminal.
const PRESSURE: Duration = Duration::from_millis(200);
/// How much is kept before writers have to wait.
const PLENTY: usize = 4 << 10;
/// The least time between two prints: the line must be seen, and keys must have an effect.
const PAUSE: Duration = Duration::from_millis(15);

/// To the beginning of the row above the prompt, which is cleared.
const BACK: &str = "\x1b[A\r\x1b[K";

struct Output {
    /// Whether a line is being edited.
    is_editing: bool,
    /// The line editor would not take anything now.
    is_held: bool,
    kept: Vec<u8>,
    /// The line above the prompt, which is not complete.
    partial: Vec<u8>,
    /// The cursor is in the first column.
    is_at_start: bool,
    /// The width of the terminal.
    columns: usize,
}

static OUTPUT: Mutex<Output> = Mutex::new(Output {
    is_editing: false,
    is_held: false,
    kept: Vec::new(),
    partial: Vec::new(),
    is_at_start: true,
    columns: 80,
});
/// Output has come, or has been printed.
static CHANGED: Condvar = Condvar::new();

/// Takes care of all that is written to the terminal from now on.
pub fn begin() {
    terminal::begin(terminal::Session { write, finish });
}

/// Shows what is written while a line is edited with this printer.
pub fn print_with(mut printer: impl ExternalPrinter + Send + 'static) {
    let print = move || {
        while printer.print(next()).is_ok() {
            std::thread::sleep(PAUSE);
        }
    };
    let thread = std::thread::Builder::new().name("output".to_string());
    // Without the thread output is shown when the line is done.
    let _ = thread.spawn(print);
}

/// A line is being edited until [`line_is_done`].
pub fn line_begins(columns: usize) {
    let mut output = OUTPUT.lock();
    output.columns = columns;
    if !output.is_at_start {
        show(b"\n");
        output.is_at_start = true;
    }
    runtime::column::note(1, b"\n");
    output.partial.clear();
    output.is_held = false;
    output.is_editing = true;
    terminal::set_editing(true);
}

/// An entry may run and write.
pub fn line_is_done() {
    terminal::set_editing(false);
    end_line(&mut OUTPUT.lock());
    CHANGED.notify_all();
}

/// Whether the line editor prints nothing for now.
pub fn hold(is_held: bool) {
    OUTPUT.lock().is_held = is_held;
    CHANGED.notify_all();
}

/// The row above the prompt is not the program's line any more.
pub fn screen_has_changed() {
    OUTPUT.lock().partial.clear();
}

fn end_line(output: &mut MutexGuard<'_, Output>) {
    output.is_editing = false;
    output.partial.clear();
    let kept = std::mem::take(&mut output.kept);
    if let Some(&last) = kept.last() {
        show(&kept);
        output.is_at_start = last == b'\n';
    }
}

/// Writes to the terminal.
fn show(bytes: &[u8]) {
    // There is nobody to tell.
    let _ = terminal::write_through(1, bytes);
}

/// The program writes.
fn write(fd: i32, bytes: &[u8]) -> Result<usize, HostError> {
    let mut output = OUTPUT.lock();
    if !output.is_editing {
        if let Some(&last) = bytes.last() {
            output.is_at_start = last == b'\n';
        }
        return terminal::write_through(fd, bytes);
    }
    if output.kept.len() > PLENTY {
        CHANGED.wait_for(&mut output, PRESSURE);
    }
    if !output.is_editing {
        drop(output);
        return write(fd, bytes);
    }
    output.kept.extend_from_slice(bytes);
    CHANGED.notify_all();
    Ok(bytes.len())
}

/// The process ends while a line may be edited.
fn finish() {
    // The thread that ends the process may be one that writes and finds the terminal gone.
    if let Some(mut output) = OUTPUT.try_lock_for(PRESSURE) {
        if output.is_editing {
            show(b"\n");
        }
        end_line(&mut output);
    }
}

/// Waits for output and makes the text that shows it above the line.
fn next() -> String {
    let mut output = OUTPUT.lock();
    loop {
        while !output.is_editing || output.is_held || output.kept.is_empty() {
            CHANGED.wait(&mut output);
        }
        let is_complete = output.kept.last() == Some(&b'\n');
        if is_complete || CHANGED.wait_for(&mut output, PATIENCE).timed_out() {
            break;
        }
    }
    // The line that stands above the prompt is printed again with what continues it.
    let is_continued = !output.partial.is_empty();
    let mut text = std::mem::take(&mut output.partial);
    text.append(&mut output.kept);
    let last_line = text.iter().rposition(|&b| b == b'\n').map_or(0, |n| n + 1);
    output.partial = row(&text[last_line..], output.columns).to_vec();
    CHANGED.notify_all();
    let text = String::from_utf8_lossy(&text);
    if is_continued {
        format!("{BACK}{text}")
    } else {
        text.into_owned()
    }
}

/// What is seen of a line that is not complete; nothing if it does not fit into a row.
fn row(line: &[u8], columns: usize) -> &[u8] {
    let inner = &line[..line.len().saturating_sub(1)];
    let shown = &line[inner.iter().rposition(|&b| b == b'\r').unwrap_or(0)..];
    if shown.len() < columns { shown } else { &[] }
}

#[cfg(test)]
mod tests {
    use super::row;

    #[test]
    fn a_row_is_what_is_printed_last() {
        assert_eq!(row(b"ab", 80), b"ab");
        assert_eq!(row(b"10%\r20%", 80), b"\r20%");
        assert_eq!(row(b"10%\r20%\r", 80), b"\r20%\r");
        assert_eq!(row(b"abc", 3), b"");
        assert_eq!(row(b"", 3), b"");
    }
}
