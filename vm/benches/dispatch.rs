//! The measure of the interpreter: `cargo bench -p gorun-vm`. Figures to compare with stand in the
//! design notes (fib(35) 217 ms, nested 393 ms on the machine they were taken on).

#[path = "../tests/support/mod.rs"]
mod support;

use std::time::Instant;

fn main() {
    type Make = fn() -> Vec<bytecode::Function>;
    let programs: [(&str, Make); 4] = [
        ("fib(35)", || support::fib_main(35)),
        ("nested 10^8", || support::nested_main(10_000)),
        ("sieve 10^7", || support::sieve_main(10_000_000)),
        ("2*10^6 unbuffered hops", || support::ping_pong(1_000_000)),
    ];
    for (name, make) in programs {
        for _ in 0..3 {
            let start = Instant::now();
            support::run(make());
            println!("{name}: {:?}", start.elapsed());
        }
    }
}
