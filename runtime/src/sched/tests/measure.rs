//! Measurements, run by hand: `cargo test -p gorun-runtime --release -- --ignored --nocapture measure`.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use super::fake::{Step, done, run, yielded};
use crate::host;
use crate::task::Outcome;

fn exit() -> Step {
    Step::Out(Outcome::Exit(0))
}

#[test]
#[ignore = "a measurement"]
fn measure_hops() {
    for workers in [1, 2] {
        let n = 2_000_000u64;
        let (mut setup, mut state, mut i, mut began) = (None, 0, 0, 0);
        run(workers, move |g| {
            let (a, b) = *setup.get_or_insert_with(|| {
                let (a, b) = (g.make_chan(0), g.make_chan(0));
                let mut inner = 0;
                g.go(move |g| {
                    inner ^= 1;
                    if inner == 1 {
                        g.recv(a)
                    } else {
                        g.send(b, g.get(0) + 1)
                    }
                });
                began = host::nanotime();
                (a, b)
            });
            state ^= 1;
            if state == 1 {
                i += 1;
                if i == n {
                    println!(
                        "hop @{workers}: {} ns",
                        (host::nanotime() - began) / (2 * n) as i64
                    );
                    return exit();
                }
                return g.send(a, i);
            }
            g.recv(b)
        });
    }
}

#[test]
#[ignore = "a measurement"]
fn measure_spawns() {
    for workers in [1, 2] {
        let total = 2_000_000u64;
        let ended = Arc::new(AtomicU64::new(0));
        let (mut began, mut spawned) = (0, 0u64);
        run(workers, move |g| {
            if began == 0 {
                began = host::nanotime();
            }
            if ended.load(Ordering::Relaxed) < spawned {
                return yielded();
            }
            if spawned == total {
                println!(
                    "spawn @{workers}: {} ns",
                    (host::nanotime() - began) / total as i64
                );
                return exit();
            }
            spawned += 1000;
            for _ in 0..1000 {
                let ended = ended.clone();
                g.go(move |_| {
                    ended.fetch_add(1, Ordering::Relaxed);
                    done()
                });
            }
            Step::Again
        });
    }
}
