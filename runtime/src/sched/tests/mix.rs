//! Random programs: producers and consumers that use every way to send, receive and wait, while the world is stopped
//! for collections and changes of GOMAXPROCS. Every value sent must be received once.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use super::fake::{Ch, G, Step, done, run, step, yielded};
use crate::blocking;
use crate::chan::Operand;
use crate::random::Rng;
use crate::select::{SelCase, select};
use crate::task::{NO_SLOT, Outcome, WaitReason};
use crate::timers;

const PRODUCERS: u64 = 12;
const CONSUMERS: usize = 9;
const EACH: u64 = 400;

#[derive(Default)]
struct Tally {
    received: AtomicU64,
    sum: AtomicU64,
}

fn cases(chans: &[Ch], slot: u32, is_send: bool, rng: &mut Rng) -> Vec<SelCase> {
    let n = 1 + rng.below(chans.len() as u32) as usize;
    let first = rng.below(chans.len() as u32) as usize;
    let pick = |i: usize| chans[(first + i) % chans.len()].0;
    (0..n)
        .map(|i| SelCase {
            ch: pick(i),
            value: Operand::slot(slot),
            ok_slot: NO_SLOT,
            is_send,
        })
        .collect()
}

/// Something that has nothing to do with channels.
fn pause(g: G, rng: &mut Rng) -> Step {
    match rng.below(40) {
        // SAFETY: the task runs on this thread.
        0 => step(unsafe { timers::sleep(g.0, i64::from(rng.below(200_000))) }),
        1 => {
            // SAFETY: the task runs on this thread and is not touched afterwards.
            unsafe { blocking::submit(g.0, WaitReason::Syscall, Box::new(|_| {})) };
            Step::Out(Outcome::Parked)
        }
        // SAFETY: the task runs on this thread.
        2 if rng.below(10) == 0 => step(unsafe { g.rt().sched.collect(g.0) }),
        3..10 => yielded(),
        _ => Step::Again,
    }
}

fn produce(g: G, chans: [Ch; 4], id: u64, seed: u64) {
    let mut rng = Rng::new(seed ^ id);
    let (mut sent, mut paused) = (0, false);
    g.go(move |g| {
        paused = !paused;
        if paused {
            return pause(g, &mut rng);
        }
        if sent == EACH {
            return done();
        }
        sent += 1;
        let value = id * EACH + sent;
        if rng.below(2) == 0 {
            return g.send(chans[rng.below(4) as usize], value);
        }
        g.set(2, value);
        let cases = cases(&chans, 2, true, &mut rng);
        // SAFETY: the task runs on this thread; the slots are in its frame.
        step(unsafe { select(g.0, &cases, false, 3) })
    });
}

fn consume(g: G, chans: [Ch; 4], seed: u64, tally: Arc<Tally>) {
    let mut rng = Rng::new(seed);
    let mut state = 0;
    g.go(move |g| {
        state = (state + 1) % 3;
        match state {
            1 => return pause(g, &mut rng),
            2 => {}
            _ => {
                let value = g.get(0);
                if value != 0 {
                    tally.sum.fetch_add(value, Ordering::SeqCst);
                    tally.received.fetch_add(1, Ordering::SeqCst);
                }
                return Step::Again;
            }
        }
        g.set(0, 0);
        // At the end a consumer must not stick to a channel that gets nothing any more.
        let has_default = rng.below(3) == 0;
        let all: Vec<SelCase> = chans
            .iter()
            .map(|c| SelCase {
                ch: c.0,
                value: Operand::slot(0),
                ok_slot: NO_SLOT,
                is_send: false,
            })
            .collect();
        // SAFETY: the task runs on this thread; the slots are in its frame.
        step(unsafe { select(g.0, &all, has_default, 3) })
    });
}

fn run_mix(workers: usize, seed: u64) {
    let tally = Arc::new(Tally::default());
    let result = tally.clone();
    let total = PRODUCERS * EACH;
    let (mut started, mut rng) = (false, Rng::new(seed));
    let code = run(workers, move |g| {
        if !started {
            started = true;
            let chans: [Ch; 4] = [0, 0, 1, 8].map(|cap| g.make_chan(cap));
            for (slot, ch) in (8..).zip(chans) {
                // The frame is what keeps the channels alive.
                g.set(slot, ch.0 as u64);
            }
            for id in 0..PRODUCERS {
                produce(g, chans, id, seed);
            }
            for id in 0..CONSUMERS {
                consume(g, chans, seed ^ (id as u64 + 100), tally.clone());
            }
        }
        if tally.received.load(Ordering::SeqCst) == total {
            return Step::Out(Outcome::Exit(0));
        }
        if rng.below(4) == 0 {
            // SAFETY: the task runs on this thread.
            return step(unsafe {
                g.rt()
                    .sched
                    .set_procs(g.0, 1 + i64::from(rng.below(4)), 9 + 4)
            });
        }
        // SAFETY: as above.
        step(unsafe { timers::sleep(g.0, 300_000) })
    });
    assert_eq!(code, 0);
    assert_eq!(result.sum.load(Ordering::SeqCst), total * (total + 1) / 2);
}

#[test]
fn nothing_is_lost_in_random_programs() {
    for seed in 1..=6 {
        for workers in [1, 2, 4] {
            run_mix(workers, seed);
        }
    }
}
