//! Package internal/repl: entries of an interactive session.

use runtime::native::Next;
use runtime::session::{self, Outcome};

use crate::abi::{natives, slot, str_bytes};
use runtime::rtype::GoStr;

natives! {
    "internal/repl.next"(cx; status: i64) -> raw(1) {
        let before = match status {
            0 => Outcome::Done,
            1 => Outcome::Exited,
            2 => Outcome::Panicked,
            3 => Outcome::Deadlock,
            _ => Outcome::Interrupted,
        };
        // SAFETY: the VM saved the task's state; the slot is the result's.
        unsafe { session::next(cx.task, slot(cx, 0), before) };
        Next::Park
    }
    "internal/repl.watch"(cx; ) -> raw(1) {
        // SAFETY: the VM saved the task's state; the slot is the result's.
        unsafe { session::watch(cx.task, slot(cx, 0)) };
        Next::Park
    }
    "internal/repl.explained"(cx; text: GoStr) -> ret<GoStr> {
        let text = String::from_utf8_lossy(str_bytes(text));
        cx.new_string(runtime::explain::explained(&text).as_bytes())
    }
    "internal/repl.freshLine"(cx; fd: i64) -> ret<()> { runtime::column::fresh_line(fd as i32) }
    "internal/repl.current"(cx; ) -> ret<u64> { session::running() }
    "internal/repl.isGivenUp"(cx; ) -> ret<bool> {
        // SAFETY: the task runs on this thread.
        session::is_given_up(unsafe { &*cx.task })
    }
    "internal/repl.running"(cx; ) -> raw(0) {
        // SAFETY: the task runs on this thread.
        session::set_running(unsafe { &mut *cx.task });
        Next::Return
    }
}
