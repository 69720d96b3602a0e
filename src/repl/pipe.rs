//! Entries from standard input that is no terminal.

use super::commands::{self, Next};
use super::entry;
use super::session::Session;
use std::io::BufRead;

/// Runs all entries; 1 if one was wrong and that ends the session.
pub fn run(mut session: Session, exit_on_error: bool) -> i32 {
    let mut text = String::new();
    for line in std::io::stdin().lock().lines() {
        let Ok(line) = line else { break };
        if text.is_empty() && line.trim_start().starts_with(':') {
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
