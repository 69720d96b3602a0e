//! The interactive session: `gorun repl`.
//!
//! [`beginning`] tells whether there is more to come of an entry, [`entry`] cuts it into pieces,
//! [`session`] checks, compiles and loads them into the one virtual machine that lives as long as the
//! session, [`packages`] finds what they import, [`query`] and [`assist`] ask the checker without
//! running anything, [`redefine`] keeps what was declared before in step, [`sources`] remembers
//! declarations, [`save`] makes a program of them, [`commands`] are the lines that begin with a colon,
//! [`editor`] reads from a terminal and [`pipe`] from anything else.

mod assist;
mod beginning;
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

use crate::project::Options;
use session::Session;
use std::ffi::OsString;
use std::io::IsTerminal;
use std::os::unix::ffi::OsStringExt;

/// Runs a session, in which packages of modules are found with these flags; the process's exit code.
pub fn main(exit_on_error: bool, options: Options) -> i32 {
    runtime::host::set_args(
        std::env::args_os()
            .take(1)
            .map(OsString::into_vec)
            .collect(),
    );
    let session = match Session::start() {
        Ok(mut session) => {
            session.options = options;
            session
        }
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
