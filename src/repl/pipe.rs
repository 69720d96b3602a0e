//! Entries from standard input that is no terminal. What they read from it themselves are the lines
//! after them.

use super::commands::{self, Next};
use super::entry;
use super::session::Session;
use std::fs::File;
use std::io::Read;
use std::os::fd::AsFd;

/// Runs all entries; 1 if one was wrong and that ends the session.
pub fn run(mut session: Session, exit_on_error: bool) -> i32 {
    let mut text = String::new();
    while let Some(line) = next_line() {
        let Ok(line) = String::from_utf8(line) else {
            eprintln!("invalid UTF-8 encoding");
            text.clear();
            match exit_on_error {
                true => return 1,
                false => continue,
            }
        };
        if line.trim_start().starts_with(':') && entry::is_comment(&text) {
            text.clear();
            match commands::run(&mut session, &line) {
                Next::Leave => return 0,
                Next::Go(false) if exit_on_error => return 1,
                Next::Go(_) => continue,
            }
        }
        text.push_str(&line);
        text.push('\n');
        // Comments belong to what follows.
        if entry::is_incomplete(&text) || entry::is_comment(&text) && !line.trim().is_empty() {
            continue;
        }
        if !session.run(&std::mem::take(&mut text)) && exit_on_error {
            return 1;
        }
    }
    i32::from(!text.trim().is_empty() && !session.run(&text) && exit_on_error)
}

/// The next line, and not a byte more: entries may read from standard input, too.
fn next_line() -> Option<Vec<u8>> {
    let input = std::io::stdin().as_fd().try_clone_to_owned().ok()?;
    let mut line = Vec::new();
    let mut input = File::from(input);
    let mut byte = [0];
    while input.read_exact(&mut byte).is_ok() {
        if byte == *b"\n" {
            return Some(line);
        }
        line.extend(byte);
    }
    (!line.is_empty()).then_some(line)
}
