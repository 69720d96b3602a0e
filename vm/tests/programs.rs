//! Hand-made programs, run to their exit code.

mod support;

use bytecode::{NONE, Op, SelectCase, SelectDesc};
use support::*;

#[test]
fn calls_and_loops() {
    assert_eq!(run(fib_main(20)), 6765);
    assert_eq!(
        run(nested_main(64)),
        (0..64)
            .flat_map(|i| (0..64).map(move |j| i & j))
            .sum::<i32>()
    );
    assert_eq!(run(sieve_main(1000)), 168);
}

#[test]
fn deep_recursion_grows_the_stack() {
    // func f(n) int { if n == 0 { return 0 }; return f(n-1) + 1 }
    let f = Asm::new("main.f", 1, 1, 8)
        .jump(Op::JNeI, 1, 0, "deep")
        .abc(Op::Ret1, 1, 0, 0)
        .label("deep")
        .abi(Op::AddI, 6, 1, -1)
        .abi(Op::Call, 5, 0, 1)
        .abi(Op::AddI, 5, 5, 1)
        .abc(Op::Ret1, 5, 0, 0)
        .done();
    let main = Asm::new("main.main", 0, 0, 10)
        .abi(Op::LoadI, 4, 0, 100_000)
        .abi(Op::Call, 3, 0, 1)
        .exit(3);
    assert_eq!(run(vec![main.done(), f]), 100_000);
}

#[test]
fn endless_recursion_is_a_stack_overflow() {
    let f = Asm::new("main.f", 0, 0, 1200)
        .abi(Op::Call, 1100, 0, 1)
        .abc(Op::Ret, 0, 0, 0)
        .done();
    let main = Asm::new("main.main", 0, 0, 10)
        .abi(Op::Call, 3, 0, 1)
        .exit(3)
        .done();
    assert_eq!(run(vec![main, f]), 2);
}

#[test]
fn uncaught_run_time_errors() {
    let divide = Asm::new("main.main", 0, 0, 8)
        .abi(Op::LoadI, 0, 0, 0)
        .abc(Op::Div, 1, 0, 0)
        .exit(1);
    assert_eq!(run(vec![divide.done()]), 2);
    let nil = Asm::new("main.main", 0, 0, 8)
        .abi(Op::LoadI, 0, 0, 0)
        .abi(Op::Ld64, 1, 0, 8)
        .exit(1);
    assert_eq!(run(vec![nil.done()]), 2);
}

/// A function that recovers and stores the result's first word in package variable 0.
fn recoverer() -> bytecode::Function {
    Asm::new("main.f.func1", 0, 0, 4)
        .abc(Op::Recover, 0, 0, 0)
        .abi(Op::GSt, 0, 0, 0)
        .abc(Op::Ret, 0, 0, 0)
        .done()
}

#[test]
fn a_deferred_call_recovers() {
    // f panics with 7; its deferred call recovers; f returns 42 from its recover unit.
    let f = Asm::new("main.f", 1, 0, 12)
        .abi(Op::DeferF, 5, 0, 2)
        .abi(Op::LoadI, 1, 0, 7)
        .abc(Op::MkIface, 2, 1, 0)
        .x(u64::from(INT))
        .abc(Op::Panic, 2, 0, 0)
        .recover()
        .abc(Op::RunDefers, 0, 0, 0)
        .abi(Op::LoadI, 1, 0, 42)
        .abc(Op::Ret1, 1, 0, 0)
        .done();
    let main = Asm::new("main.main", 0, 0, 12)
        .abi(Op::Call, 3, 0, 1)
        .abi(Op::GLd, 4, 0, 0)
        .abi(Op::NeI, 4, 4, 0)
        .abc(Op::Add, 3, 3, 4)
        .exit(3)
        .done();
    assert_eq!(run(vec![main, f, recoverer()]), 43);
}

#[test]
fn deferred_calls_run_last_first() {
    // digit(d) { g = g*10 + d }
    let digit = Asm::new("main.digit", 0, 1, 4)
        .abi(Op::GLd, 1, 0, 0)
        .abi(Op::MulI, 1, 1, 10)
        .abc(Op::Add, 1, 1, 0)
        .abi(Op::GSt, 1, 0, 0)
        .abc(Op::Ret, 0, 0, 0)
        .done();
    let mut f = Asm::new("main.f", 0, 0, 12);
    for d in 1..=3 {
        f = f.abi(Op::LoadI, 5, 0, d).abi(Op::DeferF, 5, 1, 2);
    }
    let f = f
        .recover()
        .abc(Op::RunDefers, 0, 0, 0)
        .abc(Op::Ret, 0, 0, 0)
        .done();
    let main = Asm::new("main.main", 0, 0, 12)
        .abi(Op::Call, 3, 0, 1)
        .abi(Op::GLd, 3, 0, 0)
        .exit(3)
        .done();
    assert_eq!(run(vec![main, f, digit]), 321);
}

#[test]
fn goroutines_meet_on_channels() {
    // producer(ch) sends 1..=1000; main sums.
    let producer = Asm::new("main.producer", 0, 1, 6)
        .abi(Op::LoadI, 1, 0, 0)
        .label("next")
        .abi(Op::AddI, 1, 1, 1)
        .abc(Op::Send, 0, 1, 0)
        .jump(Op::LoopLtI, 1, 1000, "next")
        .abc(Op::Close, 0, 0, 0)
        .abc(Op::Ret, 0, 0, 0)
        .done();
    let main = Asm::new("main.main", 0, 0, 16)
        .abc(Op::MakeChan, 6, NONE, 0)
        .x(u64::from(CHAN))
        .abi(Op::GoF, 6, 1, 1)
        .abi(Op::LoadI, 0, 0, 0)
        .label("next")
        .abc(Op::Recv, 1, 6, 2)
        .abc(Op::Add, 0, 0, 1)
        .jump(Op::LoopT, 2, 0, "next")
        .exit(0)
        .done();
    assert_eq!(run(vec![main, producer]), 500_500);
}

#[test]
fn select_takes_default_and_ready_cases() {
    let main = Asm::new("main.main", 0, 0, 16)
        .abi(Op::LoadI, 1, 0, 1)
        .abc(Op::MakeChan, 6, 1, 0)
        .x(u64::from(CHAN))
        .abc(Op::Select, 7, 0, 0)
        .x(0)
        .abi(Op::LoadI, 8, 0, 5)
        .abc(Op::Send, 6, 8, 0)
        .abc(Op::Select, 9, 0, 0)
        .x(0)
        // -1 for default, then case 0 with value 5 and ok: 100*(-1) + 10*0 + 5 + 1 = -94
        .abi(Op::MulI, 0, 7, 100)
        .abi(Op::MulI, 9, 9, 10)
        .abc(Op::Add, 0, 0, 9)
        .abc(Op::Add, 0, 0, 10)
        .abc(Op::Add, 0, 0, 11)
        .exit(0)
        .done();
    let mut program = program(vec![main]);
    let case = SelectCase {
        is_send: false,
        chan: 6,
        value: 10,
        ok: 11,
    };
    program.selects.push(SelectDesc {
        cases: vec![case],
        has_default: true,
    });
    assert_eq!(run_program(program), -94);
}

#[test]
fn maps_hold_what_was_put() {
    let main = Asm::new("main.main", 0, 0, 16)
        .abc(Op::MakeMap, 0, NONE, 0)
        .x(u64::from(MAP))
        .abi(Op::LoadI, 1, 0, 0)
        .label("put")
        .abc(Op::MapAddr, 2, 0, 1)
        .x(u64::from(MAP))
        .abi(Op::St64, 2, 1, 0)
        .abi(Op::AddI, 1, 1, 1)
        .jump(Op::LoopLtI, 1, 100, "put")
        .abi(Op::LoadI, 3, 0, 0)
        .abc(Op::MapIter, 4, 0, 0)
        .x(u64::from(MAP))
        .label("each")
        .abc(Op::MapNext, 4, 5, 6)
        .x(4)
        .abc(Op::Add, 3, 3, 6)
        .jump(Op::Loop, 0, 0, "each")
        .exit(3)
        .done();
    assert_eq!(run(vec![main]), 4950);
}

#[test]
fn everybody_asleep_is_a_deadlock() {
    let main = Asm::new("main.main", 0, 0, 8)
        .abc(Op::MakeChan, 0, NONE, 0)
        .x(u64::from(CHAN))
        .abc(Op::Recv, 1, 0, NONE)
        .exit(1)
        .done();
    assert_eq!(run(vec![main]), 2);
}

#[test]
fn closures_capture() {
    let add = Asm::new("main.main.func1", 1, 1, 6)
        .closure()
        .abi(Op::Ld64, 3, 2, 8)
        .abc(Op::Add, 3, 3, 1)
        .abc(Op::Ret1, 3, 0, 0)
        .done();
    let main = Asm::new("main.main", 0, 0, 16)
        .abi(Op::LoadI, 0, 0, 30)
        .abc(Op::Closure, 1, 0, 1)
        .x(1)
        .abi(Op::LoadI, 9, 0, 12)
        .abc(Op::CallC, 8, 1, 2)
        .exit(8)
        .done();
    assert_eq!(run(vec![main, add]), 42);
}

/// Builds a list of `n` nodes while making garbage, then sums it: `func(n int) int`.
fn list_builder() -> bytecode::Function {
    Asm::new("main.build", 1, 1, 10)
        .abi(Op::LoadI, 2, 0, 0)
        .abc(Op::Mov, 3, 1, 0)
        .label("build")
        .abc(Op::New, 4, 0, 0)
        .x(u64::from(NODE))
        .abi(Op::St64, 4, 2, 0)
        .abi(Op::St64, 4, 3, 8)
        .abc(Op::Mov, 2, 4, 0)
        .abi(Op::LoadI, 5, 0, 50)
        .abc(Op::MakeSlice, 6, 5, NONE)
        .x(u64::from(INT))
        .abi(Op::AddI, 3, 3, -1)
        .jump(Op::LoopGtI, 3, 0, "build")
        .abi(Op::LoadI, 0, 0, 0)
        .label("sum")
        .abi(Op::Ld64, 4, 2, 8)
        .abc(Op::Add, 0, 0, 4)
        .abi(Op::Ld64, 2, 2, 0)
        .jump(Op::LoopNeI, 2, 0, "sum")
        .abc(Op::Ret, 0, 0, 0)
        .done()
}

#[test]
fn collections_keep_what_stacks_reach() {
    // 8 goroutines build(20_000) and send the sums.
    let worker = Asm::new("main.worker", 0, 1, 10)
        .abi(Op::LoadI, 5, 0, 20_000)
        .abi(Op::Call, 4, 0, 2)
        .abc(Op::Send, 0, 4, 0)
        .abc(Op::Ret, 0, 0, 0)
        .done();
    let mut main = Asm::new("main.main", 0, 0, 16)
        .abc(Op::MakeChan, 6, NONE, 0)
        .x(u64::from(CHAN))
        .abi(Op::LoadI, 0, 0, 0);
    for _ in 0..8 {
        main = main.abi(Op::GoF, 6, 1, 1);
    }
    for _ in 0..8 {
        main = main.abc(Op::Recv, 1, 6, NONE).abc(Op::Add, 0, 0, 1);
    }
    let main = main.exit(0).done();
    for workers in [1, 4] {
        let config = runtime::Config {
            workers,
            ..runtime::Config::default()
        };
        let sum: i32 = (1..=20_000).sum();
        let program = program(vec![main.clone(), worker.clone(), list_builder()]);
        assert_eq!(run_with(program, &config), sum.wrapping_mul(8));
    }
}

#[test]
fn goexit_runs_deferred_calls_and_ends_the_goroutine() {
    // g: defer g0 = 7; close(ch) deferred first; Goexit.
    let set = Asm::new("main.set", 0, 0, 4)
        .abi(Op::LoadI, 0, 0, 7)
        .abi(Op::GSt, 0, 0, 0)
        .abc(Op::Ret, 0, 0, 0)
        .done();
    let close = Asm::new("main.close", 0, 1, 4)
        .abc(Op::Close, 0, 0, 0)
        .abc(Op::Ret, 0, 0, 0)
        .done();
    let g = Asm::new("main.g", 0, 1, 10)
        .abc(Op::Mov, 5, 0, 0)
        .abi(Op::DeferF, 5, 1, 3)
        .abi(Op::DeferF, 5, 0, 2)
        .abi(Op::CallN, 5, 0, 1)
        .recover()
        .abc(Op::RunDefers, 0, 0, 0)
        .abc(Op::Ret, 0, 0, 0)
        .done();
    let main = Asm::new("main.main", 0, 0, 16)
        .abc(Op::MakeChan, 6, NONE, 0)
        .x(u64::from(CHAN))
        .abi(Op::GoF, 6, 1, 1)
        .abc(Op::Recv, 0, 6, NONE)
        .abi(Op::GLd, 0, 0, 0)
        .exit(0)
        .done();
    let mut program = program(vec![main, g, set, close]);
    program.natives.push("test.goexit".into());
    assert_eq!(run_program(program), 7);
}

/// Panics with the int in slot `slot`; uses the next two slots.
fn panic_int(asm: Asm, slot: u16) -> Asm {
    asm.abc(Op::MkIface, slot + 1, slot, 0)
        .x(u64::from(INT))
        .abc(Op::Panic, slot + 1, 0, 0)
}

#[test]
fn a_panic_replaced_by_another_is_recovered_further_out() {
    // inner: defer { panic(2) }; panic(1). outer: defer { recover() }; inner(). The value is 2.
    let second = panic_int(Asm::new("main.second", 0, 0, 6).abi(Op::LoadI, 0, 0, 2), 0).done();
    let inner = panic_int(
        Asm::new("main.inner", 0, 0, 12)
            .abi(Op::DeferF, 5, 0, 3)
            .abi(Op::LoadI, 0, 0, 1),
        0,
    )
    .recover()
    .abc(Op::RunDefers, 0, 0, 0)
    .abc(Op::Ret, 0, 0, 0)
    .done();
    let keep = Asm::new("main.outer.func1", 0, 0, 6)
        .abc(Op::Recover, 0, 0, 0)
        .abi(Op::Ld64, 2, 1, 0)
        .abi(Op::GSt, 2, 0, 0)
        // Nothing is left to recover.
        .abc(Op::Recover, 0, 0, 0)
        .abi(Op::GSt, 0, 0, 8)
        .abc(Op::Ret, 0, 0, 0)
        .done();
    let outer = Asm::new("main.outer", 0, 0, 12)
        .abi(Op::DeferF, 5, 0, 4)
        .abi(Op::Call, 5, 0, 2)
        .recover()
        .abc(Op::RunDefers, 0, 0, 0)
        .abc(Op::Ret, 0, 0, 0)
        .done();
    let main = Asm::new("main.main", 0, 0, 12)
        .abi(Op::Call, 3, 0, 1)
        .abi(Op::GLd, 3, 0, 0)
        .abi(Op::GLd, 4, 0, 8)
        .abc(Op::Add, 3, 3, 4)
        .exit(3)
        .done();
    assert_eq!(run(vec![main, outer, inner, second, keep]), 2);
}

#[test]
fn a_deferred_call_recovers_its_own_panic_and_the_outer_goes_on() {
    // cleanup: defer { recover() }; panic(2). f: defer cleanup(); panic(1). main's defer recovers 1.
    let quiet = Asm::new("main.quiet", 0, 0, 4)
        .abc(Op::Recover, 0, 0, 0)
        .abc(Op::Ret, 0, 0, 0)
        .done();
    let cleanup = panic_int(
        Asm::new("main.cleanup", 0, 0, 12)
            .abi(Op::DeferF, 5, 0, 4)
            .abi(Op::LoadI, 0, 0, 2),
        0,
    )
    .recover()
    .abc(Op::RunDefers, 0, 0, 0)
    .abc(Op::Ret, 0, 0, 0)
    .done();
    let f = panic_int(
        Asm::new("main.f", 0, 0, 12)
            .abi(Op::DeferF, 5, 0, 3)
            .abi(Op::LoadI, 0, 0, 1),
        0,
    )
    .recover()
    .abc(Op::RunDefers, 0, 0, 0)
    .abc(Op::Ret, 0, 0, 0)
    .done();
    let keep = Asm::new("main.main.func1", 0, 0, 6)
        .abc(Op::Recover, 0, 0, 0)
        .abi(Op::Ld64, 2, 1, 0)
        .abi(Op::GSt, 2, 0, 0)
        .abc(Op::Ret, 0, 0, 0)
        .done();
    let outer = Asm::new("main.outer", 0, 0, 12)
        .abi(Op::DeferF, 5, 0, 5)
        .abi(Op::Call, 5, 0, 2)
        .recover()
        .abc(Op::RunDefers, 0, 0, 0)
        .abc(Op::Ret, 0, 0, 0)
        .done();
    let main = Asm::new("main.main", 0, 0, 12)
        .abi(Op::Call, 3, 0, 1)
        .abi(Op::GLd, 3, 0, 0)
        .exit(3)
        .done();
    assert_eq!(run(vec![main, outer, f, cleanup, quiet, keep]), 1);
}

#[test]
fn a_send_that_waits_panics_when_the_channel_is_closed() {
    let sender = Asm::new("main.sender", 0, 1, 4)
        .abi(Op::LoadI, 1, 0, 1)
        .abc(Op::Send, 0, 1, 0)
        .abc(Op::Ret, 0, 0, 0)
        .done();
    // main yields by receiving from a helper, then closes; the sender's panic ends the program.
    let main = Asm::new("main.main", 0, 0, 16)
        .abc(Op::MakeChan, 6, NONE, 0)
        .x(u64::from(CHAN))
        .abi(Op::GoF, 6, 1, 1)
        .abi(Op::CallN, 8, 0, 2)
        .abc(Op::Close, 6, 0, 0)
        .abi(Op::CallN, 8, 0, 2)
        .abi(Op::LoadI, 0, 0, 0)
        .exit(0)
        .done();
    let mut program = program(vec![main, sender]);
    program
        .natives
        .extend(["test.goexit".into(), "test.gosched".into()]);
    assert_eq!(run_program(program), 2);
}

#[test]
fn one_worker_preempts_a_loop_without_calls() {
    let spin = Asm::new("main.spin", 0, 0, 4)
        .label("l")
        .jump(Op::Loop, 0, 0, "l")
        .done();
    let main = Asm::new("main.main", 0, 0, 16)
        .abi(Op::GoF, 6, 0, 1)
        .abi(Op::CallN, 8, 0, 2)
        .abi(Op::LoadI, 0, 0, 9)
        .exit(0)
        .done();
    let mut program = program(vec![main, spin]);
    program
        .natives
        .extend(["test.goexit".into(), "test.gosched".into()]);
    assert_eq!(run_program(program), 9);
}

#[test]
fn many_goroutines_recurse_and_allocate() {
    // deep(n, list) recurses n frames, then builds a list, so that stacks move while they are scanned.
    let deep = Asm::new("main.deep", 1, 1, 12)
        .jump(Op::JGtI, 1, 0, "deeper")
        .abi(Op::LoadI, 6, 0, 300)
        .abi(Op::Call, 5, 0, 2)
        .abc(Op::Ret1, 5, 0, 0)
        .label("deeper")
        .abc(Op::New, 2, 0, 0)
        .x(u64::from(NODE))
        .abi(Op::St64, 2, 1, 8)
        .abi(Op::AddI, 6, 1, -1)
        .abi(Op::Call, 5, 0, 3)
        .abi(Op::Ld64, 3, 2, 8)
        .abc(Op::Add, 5, 5, 3)
        .abc(Op::Ret1, 5, 0, 0)
        .done();
    let worker = Asm::new("main.worker", 0, 1, 10)
        .abi(Op::LoadI, 5, 0, 100)
        .abi(Op::Call, 4, 0, 3)
        .abc(Op::Send, 0, 4, 0)
        .abc(Op::Ret, 0, 0, 0)
        .done();
    let main = Asm::new("main.main", 0, 0, 16)
        .abc(Op::MakeChan, 6, NONE, 0)
        .x(u64::from(CHAN))
        .abi(Op::LoadI, 0, 0, 0)
        .abi(Op::LoadI, 1, 0, 0)
        .abi(Op::LoadI, 3, 0, 500)
        .label("go")
        .abi(Op::GoF, 6, 1, 1)
        .jump(Op::IncLoopLt, 1, 3, "go")
        .abi(Op::LoadI, 1, 0, 0)
        .label("sum")
        .abc(Op::Recv, 2, 6, NONE)
        .abc(Op::Add, 0, 0, 2)
        .jump(Op::IncLoopLt, 1, 3, "sum")
        .exit(0)
        .done();
    let one = (1..=300).sum::<i32>() + (1..=100).sum::<i32>();
    for workers in [1, 2, 4] {
        let config = runtime::Config {
            workers,
            gc_percent: 10,
            ..runtime::Config::default()
        };
        let program = program(vec![
            main.clone(),
            worker.clone(),
            list_builder(),
            deep.clone(),
        ]);
        assert_eq!(run_with(program, &config), 500 * one);
    }
}

#[test]
fn a_loop_body_defers_for_the_function_around_it() {
    // outer: token; defer digit(1); body(token) which defers its own digit(2) and, for outer, set7.
    let digit = Asm::new("main.digit", 0, 1, 4)
        .abi(Op::GLd, 1, 0, 0)
        .abi(Op::MulI, 1, 1, 10)
        .abc(Op::Add, 1, 1, 0)
        .abi(Op::GSt, 1, 0, 0)
        .abc(Op::Ret, 0, 0, 0)
        .done();
    let body = Asm::new("main.outer-range1", 0, 2, 12)
        .abi(Op::LoadI, 6, 0, 2)
        .abi(Op::DeferF, 6, 1, 3)
        .abi(Op::LoadFn, 2, 0, 3)
        .abi(Op::LoadI, 6, 0, 3)
        .abcd(Op::DeferAt, 6, 2, 1, 0)
        .recover()
        .abc(Op::RunDefers, 0, 0, 0)
        .abc(Op::Ret, 0, 0, 0)
        .done();
    let outer = Asm::new("main.outer", 0, 0, 12)
        .abi(Op::LoadI, 6, 0, 1)
        .abi(Op::DeferF, 6, 1, 3)
        .abc(Op::DeferToken, 6, 0, 0)
        .abi(Op::Call, 6, 0, 2)
        .recover()
        .abc(Op::RunDefers, 0, 0, 0)
        .abc(Op::Ret, 0, 0, 0)
        .done();
    let main = Asm::new("main.main", 0, 0, 12)
        .abi(Op::Call, 3, 0, 1)
        .abi(Op::GLd, 3, 0, 0)
        .exit(3)
        .done();
    assert_eq!(run(vec![main, outer, body, digit]), 231);
}

#[test]
fn a_call_takes_its_window_from_memory() {
    // func f(a, b) (sum, difference), deep enough to need more stack than there is at first.
    let f = Asm::new("main.f", 2, 2, 600)
        .abc(Op::Add, 0, 2, 3)
        .abc(Op::Sub, 1, 2, 3)
        .abc(Op::Ret, 0, 0, 0)
        .done();
    // func call(fn, block, results, words)
    let call = Asm::new("reflect.call", 0, 4, 7)
        .abcd(Op::CallBlock, 7, 0, 1, 3)
        .abc(Op::BlockEnd, 7, 1, 2)
        .abc(Op::Ret, 0, 0, 0)
        .done();
    let main = Asm::new("main.main", 0, 0, 20)
        .abi(Op::LoadI, 0, 0, 4)
        .abi(Op::LoadI, 1, 0, 4)
        .abc(Op::MakeSlice, 2, 0, NONE)
        .x(u64::from(INT))
        .abi(Op::LoadI, 5, 0, 50)
        .abi(Op::St64, 2, 5, 16)
        .abi(Op::LoadI, 5, 0, 8)
        .abi(Op::St64, 2, 5, 24)
        .abi(Op::LoadFn, 10, 0, 1)
        .abc(Op::Mov, 11, 2, 0)
        .abi(Op::LoadI, 12, 0, 2)
        .abi(Op::LoadI, 13, 0, 4)
        .abi(Op::Call, 10, 0, 2)
        .abi(Op::Ld64, 5, 2, 0)
        .abi(Op::Ld64, 6, 2, 8)
        .abc(Op::Add, 5, 5, 6)
        .exit(5)
        .done();
    assert_eq!(run(vec![main, f, call]), 58 + 42);
}
