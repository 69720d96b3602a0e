//! The interactive session: `gorun repl`.
//!
//! [`entry`] cuts what was typed into pieces, [`session`] checks, compiles and loads them into the
//! one virtual machine that lives as long as the session, [`packages`] finds what they import,
//! [`query`] and [`assist`] ask the checker without running anything, [`redefine`] keeps what was
//! declared before in step, [`sources`] remembers declarations,
//! [`commands`] are the lines that begin with a colon, [`editor`] reads from a terminal and [`pipe`]
//! from anything else.

mod assist;
mod commands;
mod editor;
mod entry;
mod packages;
mod pipe;
mod query;
mod redefine;
mod save;
mod session;
mod sources;

use session::Session;
use std::io::IsTerminal;

/// Runs a session; the process's exit code.
pub fn main(exit_on_error: bool) -> i32 {
    let session = match Session::start() {
        Ok(session) => session,
        Err(message) => {
            eprintln!("gorun: internal error: {message}");
            return 70;
        }
    };
    if std::io::stdin().is_terminal() {
        editor::run(session)
    } else {
        pipe::run(session, exit_on_error)
    }
}
