//! Entries from standard input that is no terminal.

use super::commands::{self, Next};
use super::entry;
use super::session::Session;
use std::io::BufRead;

/// Runs all entries; 1 if one was wrong and that ends the session.
pub fn run(mut session: Session, exit_on_error: bool) -> i32 {
    let mut text = String::new();
    let mut lines = std::io::stdin().lock().split(b'\n');
    while let Some(Ok(line)) = lines.next() {
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
