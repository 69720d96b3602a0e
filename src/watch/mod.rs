//! `gorun watch`: runs a program again whenever one of its files changes.
//!
//! [`files`] knows what belongs to the program, [`child`] runs it. The file system only tells that
//! something happened; what changed is found by comparing contents, so that it does not matter how an
//! editor writes its files.

mod child;
mod files;

use crate::project::Options;
use child::Run;
use files::Files;
use nix::sys::signal::Signal;
use notify::{RecursiveMode, Watcher};
use signal_hook::consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM};
use std::ffi::OsString;
use std::io::IsTerminal;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

/// What the loop waits for.
pub enum Event {
    /// Something happened to some file.
    Files,
    /// Run number so and so has ended.
    Ended(u64),
    Signal(i32),
}

/// Editors write a file in several steps: so long must be quiet.
const QUIET: Duration = Duration::from_millis(60);
/// But no longer is waited.
const MOST: Duration = Duration::from_millis(600);
/// How often files are compared where the system does not tell of changes.
const POLL: Duration = Duration::from_millis(500);

/// Runs gorun with `args`, whose program consists of `names`, again and again. Returns when it is
/// interrupted: the exit code, if the signal did not end the process.
pub fn watch(names: &[String], options: &Options, args: &[OsString]) -> i32 {
    let (sender, events) = channel();
    if let Err(error) = forward_signals(sender.clone()) {
        eprintln!("gorun watch: {error}");
        return 1;
    }
    let mut number = 0;
    let mut is_first = true;
    loop {
        let files = Files::of(names, options);
        let watcher = watcher(&files, sender.clone());
        let before = files.snapshot();
        if std::mem::take(&mut is_first) {
            say(&format!("watching {}; Ctrl-C ends", count(before.len())));
        }
        number += 1;
        let mut run = match Run::start(args, &sender, number) {
            Ok(run) => Some(run),
            Err(error) => {
                eprintln!("gorun watch: {error}");
                return 1;
            }
        };
        let changes = loop {
            match next(&events, watcher.is_none()) {
                // On a terminal the program got it too, and its stacks are what is wanted.
                Event::Signal(SIGQUIT) => {
                    if let Some(run) = &run {
                        run.dump();
                    }
                }
                Event::Signal(signal) => return leave(run, signal),
                Event::Ended(n) if n == number => {
                    if let Some(run) = run.take() {
                        say(&format!("{}; waiting for changes", run.outcome()));
                    }
                }
                Event::Ended(_) => {}
                Event::Files => {
                    settle(&events, &sender);
                    let changes = files::changes(&before, &files.snapshot());
                    if !changes.is_empty() {
                        break changes;
                    }
                }
            }
        };
        if let Some(run) = run {
            run.stop(Signal::SIGTERM);
        }
        say(&format!("{}: running again", listed(&changes)));
    }
}

fn next(events: &Receiver<Event>, polls: bool) -> Event {
    let event = match polls {
        true => events.recv_timeout(POLL),
        false => events.recv().map_err(|_| RecvTimeoutError::Disconnected),
    };
    event.unwrap_or(Event::Files)
}

/// Waits until no more files change; other events stay.
fn settle(events: &Receiver<Event>, sender: &Sender<Event>) {
    let end = Instant::now() + MOST;
    let mut others = Vec::new();
    while Instant::now() < end {
        match events.recv_timeout(QUIET) {
            Ok(Event::Files) => {}
            Ok(other) => {
                let is_signal = matches!(other, Event::Signal(_));
                others.push(other);
                if is_signal {
                    break;
                }
            }
            Err(_) => break,
        }
    }
    for event in others {
        let _ = sender.send(event);
    }
}

/// Tells of what happens in the files' folders; none if the system cannot tell, so that files must be
/// compared from time to time.
fn watcher(files: &Files, sender: Sender<Event>) -> Option<notify::RecommendedWatcher> {
    let tell = move |event: notify::Result<notify::Event>| {
        if event.is_ok_and(|e| !e.kind.is_access()) {
            let _ = sender.send(Event::Files);
        }
    };
    let mut watcher = notify::recommended_watcher(tell).ok()?;
    for folder in &files.folders()? {
        watcher.watch(folder, RecursiveMode::NonRecursive).ok()?;
    }
    Some(watcher)
}

fn forward_signals(sender: Sender<Event>) -> std::io::Result<()> {
    let mut signals = signal_hook::iterator::Signals::new([SIGINT, SIGTERM, SIGHUP, SIGQUIT])?;
    std::thread::spawn(move || {
        for signal in signals.forever() {
            let _ = sender.send(Event::Signal(signal));
        }
    });
    Ok(())
}

/// Ends the program and ourselves as the signal says.
fn leave(run: Option<Run>, signal: i32) -> i32 {
    if let Some(run) = run {
        run.stop(Signal::try_from(signal).unwrap_or(Signal::SIGTERM));
    }
    let _ = signal_hook::low_level::emulate_default_handler(signal);
    128 + signal
}

/// A line of gorun's own between the program's.
fn say(text: &str) {
    if std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|v| v.is_empty())
    {
        eprintln!("\x1b[2m[gorun] {text}\x1b[0m");
    } else {
        eprintln!("[gorun] {text}");
    }
}

fn count(files: usize) -> String {
    match files {
        1 => "1 file".to_string(),
        n => format!("{n} files"),
    }
}

/// The first few changes.
fn listed(changes: &[String]) -> String {
    const SHOWN: usize = 3;
    let mut text = changes[..changes.len().min(SHOWN)].join(", ");
    if changes.len() > SHOWN {
        text.push_str(&format!(" and {} more", changes.len() - SHOWN));
    }
    text
}
