//! Small programs, each with 1, 2 and 4 workers.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, AtomicU64, AtomicUsize, Ordering};

use super::fake::{Ch, G, Step, done, run, step, yielded};
use crate::blocking;
use crate::chan::{ChanResult, Operand};
use crate::host;
use crate::mutex;
use crate::select::{DEFAULT_CASE, SelCase, select};
use crate::sema;
use crate::task::{NO_SLOT, Outcome, WaitReason};
use crate::timers;

fn exit(code: i32) -> Step {
    Step::Out(Outcome::Exit(code))
}

fn with_each(mut f: impl FnMut(usize)) {
    for workers in [1, 2, 4] {
        f(workers);
    }
}

/// Waits for `n` goroutines by receiving from `ch` once for each, then runs `check`.
fn gather(g: G, ch: Ch, left: &mut u32) -> Option<Step> {
    if *left == 0 {
        return None;
    }
    *left -= 1;
    Some(g.recv(ch))
}

#[test]
fn hops_alternate() {
    with_each(|workers| {
        let (mut state, mut n, mut there, mut back) = (0, 0u64, None, None);
        let code = run(workers, move |g| match state {
            0 => {
                let (a, b) = (g.make_chan(0), g.make_chan(0));
                (there, back) = (Some(a), Some(b));
                let mut inner = 0;
                g.go(move |g| {
                    inner += 1;
                    if inner % 2 == 1 {
                        g.recv(a)
                    } else {
                        g.send(b, g.get(0) + 1)
                    }
                });
                state = 1;
                Step::Again
            }
            1 => {
                state = 2;
                g.send(there.unwrap(), n)
            }
            2 => {
                state = 3;
                g.recv(back.unwrap())
            }
            _ => {
                assert_eq!(g.get(0), n + 1);
                assert_eq!(g.get(1), 1);
                n += 1;
                state = 1;
                if n == 20_000 { exit(7) } else { Step::Again }
            }
        });
        assert_eq!(code, 7);
    });
}

#[test]
fn buffered_channel_keeps_all_values() {
    with_each(|workers| {
        for cap in [0, 1, 7, 128] {
            let (mut started, mut sum, mut ch, mut waiting) = (false, 0u64, None, false);
            let senders = 8;
            let each = 2_000u64;
            let open = Arc::new(AtomicUsize::new(senders));
            let code = run(workers, move |g| {
                if !started {
                    started = true;
                    let c = g.make_chan(cap);
                    ch = Some(c);
                    for _ in 0..senders {
                        let mut i = 0;
                        let open = open.clone();
                        g.go(move |g| {
                            i += 1;
                            if i <= each {
                                return g.send(c, i);
                            }
                            if open.fetch_sub(1, Ordering::SeqCst) == 1 {
                                g.close(c);
                            }
                            done()
                        });
                    }
                }
                if waiting {
                    if g.get(1) == 0 {
                        assert_eq!(g.get(0), 0);
                        assert_eq!(sum, senders as u64 * each * (each + 1) / 2);
                        return exit(0);
                    }
                    sum += g.get(0);
                }
                waiting = true;
                g.recv(ch.unwrap())
            });
            assert_eq!(code, 0);
        }
    });
}

#[test]
fn spawn_and_join_counts_exactly() {
    with_each(|workers| {
        let (mut state, mut left, mut ch, mut rounds) = (0, 0u32, None, 0);
        let code = run(workers, move |g| {
            if state == 0 {
                let c = *ch.get_or_insert_with(|| g.make_chan(0));
                for _ in 0..1000 {
                    let mut sent = false;
                    g.go(move |g| {
                        if sent {
                            return done();
                        }
                        sent = true;
                        g.send(c, 1)
                    });
                }
                state = 1;
                left = 1000;
            }
            if let Some(s) = gather(g, ch.unwrap(), &mut left) {
                return s;
            }
            // The last senders may still be on their way out.
            if g.rt().sched.num_goroutine() > 1 {
                return yielded();
            }
            rounds += 1;
            state = 0;
            if rounds == 20 { exit(0) } else { Step::Again }
        });
        assert_eq!(code, 0);
    });
}

#[test]
fn select_is_fair_and_loses_nothing() {
    with_each(|workers| {
        let mut chans: Vec<Ch> = Vec::new();
        let mut counts = [0u64; 4];
        let (mut pending, mut total) = (false, 0);
        let code = run(workers, move |g| {
            if chans.is_empty() {
                for k in 0..4 {
                    let c = g.make_chan(k % 2);
                    chans.push(c);
                    g.go(move |g| g.send(c, k as u64 + 10));
                }
            }
            if pending {
                let i = g.get(3) as usize;
                assert_eq!(g.get(0), i as u64 + 10);
                counts[i] += 1;
                total += 1;
                if total == 8_000 {
                    assert!(counts.iter().all(|&n| n > 200), "{counts:?}");
                    return exit(0);
                }
                // Let all senders queue up, so that every case is ready.
                pending = false;
                return yielded();
            }
            pending = true;
            let cases: Vec<SelCase> = chans
                .iter()
                .map(|c| SelCase {
                    ch: c.0,
                    value: Operand::slot(0),
                    ok_slot: 1,
                    is_send: false,
                })
                .collect();
            // SAFETY: the task runs on this thread; the slots are in its frame.
            step(unsafe { select(g.0, &cases, false, 3) })
        });
        assert_eq!(code, 0);
    });
}

#[test]
fn two_selects_meet() {
    with_each(|workers| {
        let (mut setup, mut got, mut pending) = (None, 0u64, false);
        let code = run(workers, move |g| {
            let (a, b) = *setup.get_or_insert_with(|| {
                let (a, b) = (g.make_chan(0), g.make_chan(0));
                for _ in 0..3 {
                    g.go(move |g| {
                        g.set(4, 1);
                        let cases = [
                            SelCase {
                                ch: a.0,
                                value: Operand::slot(4),
                                ok_slot: NO_SLOT,
                                is_send: true,
                            },
                            SelCase {
                                ch: b.0,
                                value: Operand::slot(4),
                                ok_slot: NO_SLOT,
                                is_send: true,
                            },
                        ];
                        // SAFETY: as above.
                        step(unsafe { select(g.0, &cases, false, 3) })
                    });
                }
                (a, b)
            });
            if pending {
                got += g.get(0);
                if got == 30_000 {
                    return exit(0);
                }
            }
            pending = true;
            let cases = [
                SelCase {
                    ch: b.0,
                    value: Operand::slot(0),
                    ok_slot: 1,
                    is_send: false,
                },
                SelCase {
                    ch: a.0,
                    value: Operand::slot(0),
                    ok_slot: 1,
                    is_send: false,
                },
                SelCase {
                    ch: std::ptr::null_mut(),
                    value: Operand::slot(0),
                    ok_slot: 1,
                    is_send: false,
                },
            ];
            // SAFETY: as above.
            step(unsafe { select(g.0, &cases, false, 3) })
        });
        assert_eq!(code, 0);
    });
}

#[test]
fn select_default_and_closed() {
    let mut state = 0;
    let mut ch = None;
    let code = run(1, move |g| {
        let c = *ch.get_or_insert_with(|| g.make_chan(0));
        let cases = [SelCase {
            ch: c.0,
            value: Operand::slot(0),
            ok_slot: 1,
            is_send: false,
        }];
        // SAFETY: the task runs on this thread.
        assert_eq!(unsafe { select(g.0, &cases, true, 3) }, ChanResult::Done);
        if state == 0 {
            assert_eq!(g.get(3), DEFAULT_CASE);
            g.close(c);
            state = 1;
            return Step::Again;
        }
        assert_eq!((g.get(3), g.get(1)), (0, 0));
        // SAFETY: the task runs on this thread.
        step(unsafe { crate::chan::close(g.0, c.0) })
    });
    assert_eq!(code, 100 + crate::chan::CLOSE_OF_CLOSED.len() as i32);
}

#[test]
fn close_wakes_everybody() {
    with_each(|workers| {
        let woken = Arc::new(AtomicU32::new(0));
        let (mut state, mut ch) = (0, None);
        let code = run(workers, move |g| {
            let c = *ch.get_or_insert_with(|| {
                let c = g.make_chan(0);
                for _ in 0..500 {
                    let woken = woken.clone();
                    let mut waited = false;
                    g.go(move |g| {
                        if waited {
                            assert_eq!(g.get(1), 0);
                            woken.fetch_add(1, Ordering::SeqCst);
                            return done();
                        }
                        waited = true;
                        g.recv(c)
                    });
                }
                c
            });
            state += 1;
            if state == 20 {
                g.close(c);
            }
            if woken.load(Ordering::SeqCst) == 500 {
                exit(0)
            } else {
                yielded()
            }
        });
        assert_eq!(code, 0);
    });
}

#[test]
fn sleepers_wake_in_time() {
    with_each(|workers| {
        let woken = Arc::new(AtomicU32::new(0));
        let early = Arc::new(AtomicU32::new(0));
        let (mut started, mut ch, mut left) = (false, None, 2000u32);
        let code = run(workers, move |g| {
            let c = *ch.get_or_insert_with(|| g.make_chan(0));
            if !started {
                started = true;
                for i in 0..2000i64 {
                    let (woken, early) = (woken.clone(), early.clone());
                    let mut state = 0;
                    let mut until = 0;
                    g.go(move |g| {
                        state += 1;
                        match state {
                            1 => {
                                let ns = (1 + i % 20) * 1_000_000;
                                until = host::nanotime() + ns;
                                // SAFETY: the task runs on this thread.
                                step(unsafe { timers::sleep(g.0, ns) })
                            }
                            2 => {
                                woken.fetch_add(1, Ordering::SeqCst);
                                early.fetch_add(
                                    u32::from(host::nanotime() < until),
                                    Ordering::SeqCst,
                                );
                                g.send(c, 1)
                            }
                            _ => done(),
                        }
                    });
                }
            }
            if let Some(s) = gather(g, c, &mut left) {
                return s;
            }
            assert_eq!(woken.load(Ordering::SeqCst), 2000);
            assert_eq!(early.load(Ordering::SeqCst), 0);
            exit(0)
        });
        assert_eq!(code, 0);
    });
}

#[test]
fn timer_channel_ticks_and_stops() {
    with_each(|workers| {
        let (mut state, mut ticks, mut timer) = (0, 0, None);
        let code = run(workers, move |g| {
            // SAFETY: the task runs on this thread; slots 5 to 7 take a time.
            unsafe {
                let (t, ch) = *timer.get_or_insert_with(|| timers::new_channel_timer(g.0, 9));
                match state {
                    0 => {
                        assert!(!timers::reset(g.0, t, 500_000, 500_000));
                        state = 1;
                    }
                    1 => {
                        ticks += 1;
                        if ticks > 1 {
                            assert_eq!(g.get(7), 9);
                        }
                        if ticks < 6 {
                            return step(crate::chan::recv(g.0, ch, 5, 1));
                        }
                        assert!(timers::stop(t));
                        assert!(!timers::stop(t));
                        state = 2;
                        return step(timers::sleep(g.0, 2_000_000));
                    }
                    _ => {
                        let cases = [SelCase {
                            ch,
                            value: Operand::slot(5),
                            ok_slot: NO_SLOT,
                            is_send: false,
                        }];
                        select(g.0, &cases, true, 3);
                        assert_eq!(g.get(3), DEFAULT_CASE);
                        return exit(0);
                    }
                }
            }
            Step::Again
        });
        assert_eq!(code, 0);
    });
}

#[test]
fn values_of_waiting_operations_may_lie_in_the_heap() {
    let mut cells = [7u64, 0, 9];
    let base = cells.as_mut_ptr() as usize;
    let cell = move |i: usize| (base + 8 * i) as *mut u8;
    let mut state = 0;
    let mut ch = std::ptr::null_mut();
    let code = run(1, move |g| {
        let cases = move |ch| {
            [SelCase {
                ch,
                value: Operand::memory(cell(2)),
                ok_slot: NO_SLOT,
                is_send: true,
            }]
        };
        state += 1;
        // SAFETY: the task runs on this thread; the cells live as long as the test.
        unsafe {
            match state {
                1 => {
                    ch = g.make_chan(0).0;
                    let c = ch as usize;
                    let mut sent = 0;
                    g.go(move |g| {
                        let ch = c as *mut crate::chan::Chan;
                        sent += 1;
                        match sent {
                            1 => step(crate::chan::send_from(
                                g.0,
                                ch,
                                cell(0),
                                Operand::memory(cell(0)),
                            )),
                            2 => step(select(g.0, &cases(ch), false, 3)),
                            _ => done(),
                        }
                    });
                    step(crate::chan::recv_to(g.0, ch, Operand::memory(cell(1)), 1))
                }
                2 => {
                    assert_eq!((cell(1).cast::<u64>().read(), g.get(1)), (7, 1));
                    step(crate::chan::recv_to(g.0, ch, Operand::memory(cell(1)), 1))
                }
                _ => {
                    assert_eq!(cell(1).cast::<u64>().read(), 9);
                    exit(0)
                }
            }
        }
    });
    assert_eq!(code, 0);
    assert_eq!(cells, [7, 9, 9]);
}

#[test]
fn func_timers_start_goroutines() {
    static FIRED: AtomicU32 = AtomicU32::new(0);
    static CALL: fn(G) -> Step = |_| {
        FIRED.fetch_add(1, Ordering::SeqCst);
        done()
    };
    let mut started = false;
    let code = run(2, move |g| {
        // SAFETY: the task runs on this thread.
        unsafe {
            if !started {
                started = true;
                for i in 0..100 {
                    let t = timers::new_func_timer(g.0, (&raw const CALL).cast_mut().cast());
                    timers::reset(g.0, t, i * 10_000, 0);
                    let never = timers::new_func_timer(g.0, (&raw const CALL).cast_mut().cast());
                    timers::reset(g.0, never, 3_600_000_000_000, 0);
                    assert!(timers::stop(never));
                }
            }
            if FIRED.load(Ordering::SeqCst) == 100 {
                exit(0)
            } else {
                step(timers::sleep(g.0, 100_000))
            }
        }
    });
    assert_eq!(code, 0);
}

#[test]
fn semaphores_exclude() {
    with_each(|workers| {
        let sem: &'static AtomicU32 = Box::leak(Box::new(AtomicU32::new(1)));
        let inside = Arc::new(AtomicU32::new(0));
        let count = Arc::new(AtomicU64::new(0));
        let finished = Arc::new(AtomicU32::new(0));
        let mut started = false;
        let code = run(workers, move |g| {
            if !started {
                started = true;
                for k in 0..8u32 {
                    let (inside, count, finished) =
                        (inside.clone(), count.clone(), finished.clone());
                    let (mut state, mut n) = (0, 0);
                    g.go(move |g| {
                        let addr = std::ptr::from_ref(sem).cast::<u32>();
                        match state {
                            0 => {
                                state = 1;
                                // SAFETY: the task runs on this thread.
                                step(unsafe {
                                    sema::acquire(g.0, addr, k % 2 == 0, WaitReason::SemAcquire)
                                })
                            }
                            1 => {
                                assert_eq!(inside.fetch_add(1, Ordering::SeqCst), 0);
                                state = 2;
                                if n % 7 == 0 { yielded() } else { Step::Again }
                            }
                            _ => {
                                inside.fetch_sub(1, Ordering::SeqCst);
                                count.fetch_add(1, Ordering::SeqCst);
                                // SAFETY: the task runs on this thread.
                                unsafe { sema::release(g.0, addr) };
                                n += 1;
                                state = 0;
                                if n == 2000 {
                                    finished.fetch_add(1, Ordering::SeqCst);
                                    return done();
                                }
                                Step::Again
                            }
                        }
                    });
                }
            }
            if finished.load(Ordering::SeqCst) == 8 {
                assert_eq!(count.load(Ordering::SeqCst), 16_000);
                return exit(0);
            }
            yielded()
        });
        assert_eq!(code, 0);
    });
}

#[test]
fn blocking_calls_do_not_hold_workers_up() {
    with_each(|workers| {
        let (mut started, mut ch, mut left) = (false, None, 20u32);
        let code = run(workers, move |g| {
            let c = *ch.get_or_insert_with(|| g.make_chan(0));
            if !started {
                started = true;
                for i in 0..20u64 {
                    let mut state = 0;
                    g.go(move |g| {
                        state += 1;
                        match state {
                            1 => {
                                let work = move |d: &mut blocking::Delivery| {
                                    std::thread::sleep(std::time::Duration::from_millis(5));
                                    d.set_slot(6, i * 3);
                                };
                                // SAFETY: the task runs on this thread and is not touched afterwards.
                                unsafe {
                                    blocking::submit(g.0, WaitReason::Syscall, Box::new(work))
                                };
                                Step::Out(Outcome::Parked)
                            }
                            2 => {
                                assert_eq!(g.get(6), i * 3);
                                g.send(c, 1)
                            }
                            _ => done(),
                        }
                    });
                }
            }
            gather(g, c, &mut left).unwrap_or_else(|| exit(0))
        });
        assert_eq!(code, 0);
    });
}

#[test]
fn deadlock_is_found() {
    with_each(|workers| {
        for _ in 0..50 {
            let mut state = 0;
            let code = run(workers, move |g| {
                let c = g.make_chan(0);
                state += 1;
                if state == 1 {
                    for _ in 0..10 {
                        g.go(move |g| g.recv_nothing(c));
                    }
                    // SAFETY: the task runs on this thread.
                    return step(unsafe { timers::sleep(g.0, 100_000) });
                }
                g.recv(c)
            });
            assert_eq!(code, 2);
        }
    });
}

#[test]
fn endless_loops_share_a_worker() {
    with_each(|workers| {
        let turns: Arc<Vec<AtomicU32>> = Arc::new((0..6).map(|_| AtomicU32::new(0)).collect());
        let mut started = false;
        let code = run(workers, move |g| {
            if !started {
                started = true;
                for k in 0..6 {
                    let turns = turns.clone();
                    g.go(move |g| {
                        turns[k].fetch_add(1, Ordering::Relaxed);
                        while !g.wants_stop() {
                            std::hint::spin_loop();
                        }
                        Step::Out(Outcome::Preempted)
                    });
                }
            }
            if turns.iter().all(|t| t.load(Ordering::Relaxed) > 1) {
                return exit(0);
            }
            while !g.wants_stop() {
                std::hint::spin_loop();
            }
            Step::Out(Outcome::Preempted)
        });
        assert_eq!(code, 0);
    });
}

#[test]
fn collections_under_load() {
    with_each(|workers| {
        let (mut started, mut rounds, mut state) = (false, 0, 0);
        let code = run(workers, move |g| {
            if !started {
                started = true;
                for _ in 0..8 {
                    let mut n = 0u64;
                    g.go(move |g| {
                        if g.wants_stop() {
                            return Step::Out(Outcome::Preempted);
                        }
                        n += 1;
                        // A list of two fresh objects in the frame; the first must survive.
                        // SAFETY: the task runs on this thread; the objects are kept alive by slot 8.
                        unsafe {
                            let cache = &mut (*(*g.0).worker).cache;
                            if n % 2 == 1 {
                                let a = cache.alloc(64, false).cast::<u64>();
                                let b = cache.alloc(32, true).cast::<u64>();
                                *a = b as u64;
                                *b = n;
                                g.set(8, a as u64);
                                return yielded();
                            }
                            let a = g.get(8) as *const u64;
                            assert_eq!(*(*a as *const u64), n - 1);
                        }
                        Step::Again
                    });
                }
            }
            if state == 0 {
                state = 1;
                rounds += 1;
                // SAFETY: the task runs on this thread.
                return step(unsafe { g.rt().sched.collect(g.0) });
            }
            state = 0;
            if rounds == 30 { exit(0) } else { yielded() }
        });
        assert_eq!(code, 0);
    });
}

#[test]
fn gomaxprocs_changes_under_load() {
    let (mut started, mut n) = (false, 0u64);
    let hops = Arc::new(AtomicU64::new(0));
    let code = run(2, move |g| {
        if !started {
            started = true;
            for _ in 0..3 {
                let (a, hops) = (g.make_chan(0), hops.clone());
                let mut k = 0;
                g.go(move |g| g.send(a, 1));
                g.go(move |g| {
                    k += 1;
                    hops.fetch_add(1, Ordering::Relaxed);
                    if k % 64 == 0 && g.wants_stop() {
                        return Step::Out(Outcome::Preempted);
                    }
                    g.recv(a)
                });
            }
        }
        n += 1;
        if n == 12 {
            assert!(hops.load(Ordering::Relaxed) > 0);
            return exit(0);
        }
        if n % 2 == 0 {
            // SAFETY: the task runs on this thread.
            return step(unsafe { timers::sleep(g.0, 200_000) });
        }
        let want = [1, 4, 2, 3, 1, 6][(n / 2) as usize % 6];
        // SAFETY: as above.
        step(unsafe { g.rt().sched.set_procs(g.0, want, 9) })
    });
    assert_eq!(code, 0);
}

/// A goroutine that never stops by itself must not keep a sleeper from waking up.
#[test]
fn sleepers_wake_beside_an_endless_loop() {
    with_each(|workers| {
        let (mut started, mut naps) = (false, 0);
        let began = host::nanotime();
        let code = run(workers, move |g| {
            if !started {
                started = true;
                g.go(|g| {
                    while !g.wants_stop() {
                        std::hint::spin_loop();
                    }
                    Step::Out(Outcome::Preempted)
                });
            }
            naps += 1;
            if naps > 5 {
                return exit(0);
            }
            // SAFETY: the task runs on this thread.
            step(unsafe { timers::sleep(g.0, 1_000_000) })
        });
        assert_eq!(code, 0);
        assert!(host::nanotime() - began < 2_000_000_000);
    });
}

#[test]
fn main_may_leave_by_goexit() {
    let mut started = false;
    let code = run(2, move |g| {
        if !started {
            started = true;
            let mut state = 0;
            g.go(move |g| {
                state += 1;
                if state == 1 {
                    // SAFETY: the task runs on this thread.
                    step(unsafe { timers::sleep(g.0, 1_000_000) })
                } else {
                    done()
                }
            });
        }
        done()
    });
    assert_eq!(code, 2);
}

#[test]
fn a_timer_or_blocking_call_is_no_deadlock() {
    let mut state = 0;
    let code = run(2, move |g| {
        let c = g.make_chan(0);
        state += 1;
        if state > 1 {
            return exit(3);
        }
        let mut inner = 0;
        g.go(move |g| {
            inner += 1;
            match inner {
                // SAFETY: the task runs on this thread.
                1 => step(unsafe { timers::sleep(g.0, 3_000_000) }),
                2 => g.send(c, 1),
                _ => done(),
            }
        });
        g.recv(c)
    });
    assert_eq!(code, 3);
}

#[test]
fn mutexes_exclude_and_nobody_starves() {
    with_each(|workers| {
        let m: &'static [AtomicU32; 2] =
            Box::leak(Box::new([AtomicU32::new(0), AtomicU32::new(0)]));
        let inside = Arc::new(AtomicU32::new(0));
        let finished = Arc::new(AtomicU32::new(0));
        let mut started = false;
        let code = run(workers, move |g| {
            if !started {
                started = true;
                for _ in 0..8u32 {
                    let (inside, finished) = (inside.clone(), finished.clone());
                    let (mut state, mut n) = (0, 0);
                    g.go(move |g| {
                        let m = std::ptr::from_ref(m).cast::<mutex::Mutex>();
                        match state {
                            // SAFETY: the task runs on this thread.
                            0 => match unsafe { mutex::lock(g.0, m) } {
                                ChanResult::Done => {
                                    state = 1;
                                    assert_eq!(inside.fetch_add(1, Ordering::SeqCst), 0);
                                    if n % 97 == 0 { yielded() } else { Step::Again }
                                }
                                other => step(other),
                            },
                            _ => {
                                inside.fetch_sub(1, Ordering::SeqCst);
                                state = 0;
                                n += 1;
                                // SAFETY: as above.
                                let unlocked = unsafe { mutex::unlock(g.0, m) };
                                assert_ne!(unlocked, mutex::Unlock::NotLocked);
                                if n == 20_000 {
                                    finished.fetch_add(1, Ordering::SeqCst);
                                    return done();
                                }
                                if unlocked == mutex::Unlock::Yield {
                                    yielded()
                                } else {
                                    Step::Again
                                }
                            }
                        }
                    });
                }
            }
            if finished.load(Ordering::SeqCst) == 8 {
                exit(0)
            } else {
                yielded()
            }
        });
        assert_eq!(code, 0);
    });
}
