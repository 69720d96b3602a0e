//! What the collector starts from: package variables, every task's stack and records, timers.

use super::Sched;
use std::sync::atomic::Ordering;

use crate::heap::{Marker, RootSource};
use crate::task::Task;

/// Bytes of package variables in one part.
const GLOBALS_PART: usize = 64 << 10;

/// The roots of a stopped program, in parts.
pub(super) struct Roots<'a> {
    sched: &'a Sched,
    globals: usize,
    chunks: usize,
    workers: usize,
    others: usize,
    /// Only what frames still use.
    exact: bool,
}

impl<'a> Roots<'a> {
    /// The roots as they are now; `exact`: as few as can be, whatever that costs.
    pub(super) fn new(sched: &'a Sched, exact: bool) -> Roots<'a> {
        let program = sched.program();
        Roots {
            sched,
            globals: program
                .globals_size
                .load(Ordering::SeqCst)
                .div_ceil(GLOBALS_PART),
            chunks: sched.tasks.chunk_count(),
            workers: sched.each_worker().count(),
            others: program.roots.map_or(0, RootSource::parts),
            exact,
        }
    }

    fn mark_globals(&self, part: usize, marker: &mut Marker<'_>) {
        let program = self.sched.program();
        let start = part * GLOBALS_PART;
        let size = program
            .globals_size
            .load(Ordering::SeqCst)
            .saturating_sub(start)
            .min(GLOBALS_PART);
        // SAFETY: the part lies in the program's variables, which are readable; nobody writes while the world is
        // stopped.
        unsafe { marker.mark_range(program.globals.add(start).cast(), size / 8) };
    }

    fn mark_task(&self, task: *mut Task, marker: &mut Marker<'_>) {
        // SAFETY: the world is stopped, so the task does not run and its saved state is complete.
        unsafe {
            let t = &*task;
            marker.mark_word(t.defers as u64);
            marker.mark_word(t.panics as u64);
            marker.mark_word(t.keep as u64);
            let runner = self.sched.program().runner;
            if self.exact {
                // The words are known only when all frames have been looked at.
                let mut words = Vec::new();
                if runner.live_words(task, &mut |word| words.push(word)) {
                    words.into_iter().for_each(|word| marker.mark_word(word));
                    return;
                }
            }
            let top = runner.live_top(task);
            let top = (top as usize).min(t.stack_hi as usize);
            let n = top.saturating_sub(t.stack_lo as usize) / 8;
            marker.mark_range(t.stack_lo, n);
        }
    }
}

impl RootSource for Roots<'_> {
    fn parts(&self) -> usize {
        self.globals + self.chunks + self.workers + self.others
    }

    fn mark_part(&self, mut i: usize, marker: &mut Marker<'_>) {
        if i < self.globals {
            return self.mark_globals(i, marker);
        }
        i -= self.globals;
        if i < self.chunks {
            return self
                .sched
                .tasks
                .for_each_in_chunk(i, |task| self.mark_task(task, marker));
        }
        i -= self.chunks;
        if i < self.workers {
            if let Some(w) = self.sched.each_worker().nth(i) {
                w.timers.for_each_word(|word| marker.mark_word(word));
            }
            return;
        }
        i -= self.workers;
        if let Some(others) = self.sched.program().roots {
            others.mark_part(i, marker);
        }
    }
}
