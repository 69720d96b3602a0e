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
