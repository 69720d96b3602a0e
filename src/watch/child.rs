//! The program that runs at the moment: a process of gorun's own command.
//!
//! It has a process group of its own, so that it can be ended with all that belongs to it; but on a
//! terminal it stays in ours, because only the terminal's group may read from it.

use super::Event;
use nix::sys::signal::{Signal, kill, killpg};
use nix::sys::wait::{Id, WaitPidFlag, waitid};
use nix::unistd::Pid;
use std::ffi::OsString;
use std::io::{self, IsTerminal};
use std::os::unix::process::{CommandExt, ExitStatusExt};
use std::process::{Child, Command, ExitStatus};
use std::sync::mpsc::Sender;
use std::time::{Duration, Instant};

/// How long a program may take to end when it is asked to.
const PATIENCE: Duration = Duration::from_millis(1500);

pub struct Run {
    child: Child,
    has_group: bool,
    start: Instant,
}

impl Run {
    /// Starts gorun with these arguments; its end is told to `events`.
    ///
    /// # Errors
    /// There can be no new process.
    pub fn start(args: &[OsString], events: &Sender<Event>, number: u64) -> io::Result<Run> {
        let mut command = Command::new(std::env::current_exe()?);
        command.args(args);
        let has_group = !io::stdin().is_terminal();
        if has_group {
            command.process_group(0);
        }
        let child = command.spawn()?;
        let pid = Pid::from_raw(child.id() as i32);
        let events = events.clone();
        std::thread::spawn(move || {
            // The process stays to be waited for, so that its number stays its own.
            let flags = WaitPidFlag::WEXITED | WaitPidFlag::WNOWAIT;
            while waitid(Id::Pid(pid), flags) == Err(nix::errno::Errno::EINTR) {}
            let _ = events.send(Event::Ended(number));
        });
        Ok(Run {
            child,
            has_group,
            start: Instant::now(),
        })
    }

    /// How a program that has ended did so.
    pub fn outcome(mut self) -> String {
        let took = self.start.elapsed();
        match self.child.wait() {
            Ok(status) => format!("{} after {}", describe(status), seconds(took)),
            Err(e) => format!("lost: {e}"),
        }
    }

    /// Asks it to end, and makes it end.
    pub fn stop(mut self, signal: Signal) {
        self.send(signal);
        let deadline = Instant::now() + PATIENCE;
        while matches!(self.child.try_wait(), Ok(None)) {
            if Instant::now() > deadline {
                self.send(Signal::SIGKILL);
                let _ = self.child.wait();
                return;
            }
            std::thread::sleep(Duration::from_millis(2));
        }
    }

    /// Lets it print all goroutines' stacks and end, unless the terminal has asked it to already.
    pub fn dump(&self) {
        if self.has_group {
            self.send(Signal::SIGQUIT);
        }
    }

    fn send(&self, signal: Signal) {
        let pid = Pid::from_raw(self.child.id() as i32);
        // It may have ended already.
        let _ = match self.has_group {
            true => killpg(pid, signal),
            false => kill(pid, signal),
        };
    }
}

fn describe(status: ExitStatus) -> String {
    match (status.code(), status.signal()) {
        (Some(0), _) => "ended well".to_string(),
        (Some(code), _) => format!("exit status {code}"),
        (None, Some(n)) => match Signal::try_from(n) {
            Ok(signal) => format!("ended by {signal}"),
            Err(_) => format!("ended by signal {n}"),
        },
        (None, None) => "ended".to_string(),
    }
}

fn seconds(time: Duration) -> String {
    match time.as_secs_f64() {
        s if s < 1.0 => format!("{:.0} ms", s * 1e3),
        s if s < 100.0 => format!("{s:.1} s"),
        s => format!("{:.0} min", s / 60.0),
    }
}
