//! How much a crash shows: GOTRACEBACK and `debug.SetTraceback`.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicU8, Ordering};

use crate::deadlock;
use crate::host;
use crate::sched::Sched;

/// Which goroutines' stacks are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Traceback {
    Nobody,
    /// Only that of the goroutine that crashed; all where none did.
    Single,
    All,
    /// As `All`; then the process dies of SIGABRT.
    Crash,
}

impl Traceback {
    /// As Go reads it: what is neither a word nor a number shows nothing.
    pub fn parse(text: &str) -> Traceback {
        match text {
            "" | "single" => Traceback::Single,
            "all" | "system" => Traceback::All,
            "crash" => Traceback::Crash,
            number => match number.parse::<u32>() {
                Ok(1..) => Traceback::All,
                _ => Traceback::Nobody,
            },
        }
    }

    fn from_environment() -> Traceback {
        static LEVEL: OnceLock<Traceback> = OnceLock::new();
        *LEVEL.get_or_init(|| {
            let text = host::env_var("GOTRACEBACK");
            let text = text.as_deref().and_then(|t| t.to_str());
            Traceback::parse(text.unwrap_or(""))
        })
    }
}

/// What the program has set; `UNSET` for nothing.
static SET: AtomicU8 = AtomicU8::new(UNSET);
const UNSET: u8 = u8::MAX;

/// The level in force.
pub fn level() -> Traceback {
    match SET.load(Ordering::Relaxed) {
        0 => Traceback::Nobody,
        1 => Traceback::Single,
        2 => Traceback::All,
        3 => Traceback::Crash,
        _ => Traceback::from_environment(),
    }
}

/// `debug.SetTraceback`: not less than the environment says.
pub fn set_level(level: Traceback) {
    let level = level.max(Traceback::from_environment());
    SET.store(level as u8, Ordering::Relaxed);
}

/// Ends the program with what a goroutine says that crashed: its message and its own stack.
pub(crate) fn end(sched: &Sched, goroutine: u64, text: &str, code: i32) {
    match level() {
        Traceback::Nobody => {
            let message = text.split("\n\ngoroutine ").next().unwrap_or(text);
            sched.fatal(&format!("{}\n", message.trim_end_matches('\n')), code);
        }
        Traceback::Single => sched.fatal(text, code),
        Traceback::All | Traceback::Crash => {
            let text = text.to_string();
            sched.call_stopped(Box::new(move |sched| {
                let others = deadlock::others(sched, sched.program().runner, goroutine);
                let separator = if others.is_empty() { "" } else { "\n" };
                sched.fatal(&format!("{text}{separator}{others}"), code);
            }));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Traceback;

    #[test]
    fn levels_as_go_reads_them() {
        assert_eq!(Traceback::parse(""), Traceback::Single);
        assert_eq!(Traceback::parse("2"), Traceback::All);
        assert_eq!(Traceback::parse("0"), Traceback::Nobody);
        assert_eq!(Traceback::parse("junk"), Traceback::Nobody);
    }
}
