//! Measurements, run by hand: `cargo test -p gorun-runtime --release -- --ignored --nocapture measure`.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use super::fake::{Step, done, run, step, yielded};
use crate::host;
use crate::mutex;
use crate::task::Outcome;
use crate::timers;

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
    static ENDED: AtomicU64 = AtomicU64::new(0);
    for workers in [1, 2] {
        let total = 2_000_000u64;
        ENDED.store(0, Ordering::Relaxed);
        let (mut began, mut cpu, mut spawned) = (0, 0, 0u64);
        run(workers, move |g| {
            if began == 0 {
                (began, cpu) = (host::nanotime(), host::process_time());
            }
            if ENDED.load(Ordering::Relaxed) < spawned {
                return yielded();
            }
            if spawned == total {
                let (wall, cpu) = (host::nanotime() - began, host::process_time() - cpu);
                println!(
                    "spawn @{workers}: {} ns wall, {} ns cpu",
                    wall / total as i64,
                    cpu / total as i64
                );
                return exit();
            }
            spawned += 1000;
            for _ in 0..1000 {
                g.go(|_| {
                    ENDED.fetch_add(1, Ordering::Relaxed);
                    done()
                });
            }
            Step::Again
        });
    }
}

fn resident_bytes() -> i64 {
    let text = std::fs::read_to_string("/proc/self/statm").unwrap_or_default();
    text.split(' ')
        .nth(1)
        .and_then(|n| n.parse::<i64>().ok())
        .unwrap_or(0)
        * 4096
}

#[test]
#[ignore = "a measurement"]
fn measure_parked() {
    let n = 1_000_000i64;
    let (mut state, mut before, mut began) = (0, 0, 0);
    println!("task: {} bytes", size_of::<crate::task::Task>());
    run(1, move |g| {
        state += 1;
        match state {
            1 => {
                let c = g.make_chan(0);
                before = resident_bytes();
                began = host::nanotime();
                for _ in 0..n {
                    // A body without state needs no memory of its own but its box.
                    g.go(move |g| g.recv_nothing(c));
                }
                yielded()
            }
            2..10 => yielded(),
            _ => {
                let (bytes, ns) = (resident_bytes() - before, host::nanotime() - began);
                println!("parked: {} bytes, {} ns each", bytes / n, ns / n);
                exit()
            }
        }
    });
}

#[test]
#[ignore = "a measurement"]
fn measure_sleepers() {
    for workers in [1, 2] {
        let n = 100_000u64;
        let woken = Arc::new(AtomicU64::new(0));
        let (mut began, mut cpu) = (0, 0);
        run(workers, move |g| {
            if began == 0 {
                (began, cpu) = (host::nanotime(), host::process_time());
                for i in 0..n {
                    let woken = woken.clone();
                    let mut slept = false;
                    g.go(move |g| {
                        if slept {
                            woken.fetch_add(1, Ordering::Relaxed);
                            return done();
                        }
                        slept = true;
                        // SAFETY: the task runs on this thread.
                        step(unsafe { timers::sleep(g.0, (1 + i as i64 % 50) * 1_000_000) })
                    });
                }
            }
            if woken.load(Ordering::Relaxed) == n {
                let (wall, cpu) = (host::nanotime() - began, host::process_time() - cpu);
                println!(
                    "sleepers @{workers}: {} ms wall, {} ms cpu",
                    wall / 1_000_000,
                    cpu / 1_000_000
                );
                return exit();
            }
            // SAFETY: as above.
            step(unsafe { timers::sleep(g.0, 1_000_000) })
        });
    }
}

/// Jobs of about 100 microseconds over buffered channels to four goroutines.
#[test]
#[ignore = "a measurement"]
fn measure_pool() {
    for workers in [1, 2] {
        let n = 5_000u64;
        let (mut setup, mut got, mut began, mut waiting) = (None, 0, 0, false);
        run(workers, move |g| {
            let results = *setup.get_or_insert_with(|| {
                let (jobs, results) = (g.make_chan(16), g.make_chan(16));
                for _ in 0..4 {
                    let mut has_job = false;
                    g.go(move |g| {
                        has_job = !has_job;
                        if has_job {
                            return g.recv(jobs);
                        }
                        let mut x = g.get(0);
                        for _ in 0..100_000 {
                            x = std::hint::black_box(x.wrapping_mul(31) + 1);
                        }
                        g.send(results, x)
                    });
                }
                let mut sent = 0;
                g.go(move |g| {
                    sent += 1;
                    if sent > n { done() } else { g.send(jobs, sent) }
                });
                began = host::nanotime();
                results
            });
            got += u64::from(waiting);
            if got == n {
                println!(
                    "pool @{workers}: {} us a job",
                    (host::nanotime() - began) / n as i64 / 1000
                );
                return exit();
            }
            waiting = true;
            g.recv(results)
        });
    }
}

#[test]
#[ignore = "a measurement"]
fn measure_mutex() {
    for workers in [1, 2] {
        let n = 4_000_000u64;
        let m: &'static [AtomicU64; 1] = Box::leak(Box::new([AtomicU64::new(0)]));
        let ended = Arc::new(AtomicU64::new(0));
        let (mut began, mut cpu) = (0, 0);
        run(workers, move |g| {
            if began == 0 {
                (began, cpu) = (host::nanotime(), host::process_time());
                for _ in 0..8 {
                    let ended = ended.clone();
                    let (mut i, mut holds) = (0, false);
                    g.go(move |g| {
                        let m = std::ptr::from_ref(m).cast::<mutex::Mutex>();
                        if g.wants_stop() {
                            return Step::Out(Outcome::Preempted);
                        }
                        // SAFETY: the task runs on this thread.
                        unsafe {
                            if !holds {
                                let r = mutex::lock(g.0, m);
                                holds = r == crate::chan::ChanResult::Done;
                                return step(r);
                            }
                            holds = false;
                            i += 1;
                            if mutex::unlock(g.0, m) == mutex::Unlock::Yield {
                                return yielded();
                            }
                        }
                        if i < n / 8 {
                            return Step::Again;
                        }
                        ended.fetch_add(1, Ordering::Relaxed);
                        done()
                    });
                }
            }
            if ended.load(Ordering::Relaxed) == 8 {
                let (wall, cpu) = (host::nanotime() - began, host::process_time() - cpu);
                println!(
                    "mutex @{workers}: {} ns wall, {} ns cpu",
                    wall / n as i64,
                    cpu / n as i64
                );
                return exit();
            }
            // SAFETY: as above.
            step(unsafe { timers::sleep(g.0, 1_000_000) })
        });
    }
}
