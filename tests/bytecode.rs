//! Snapshots of the bytecode of small programs, source line by source line: a change in code
//! generation shows here.

use gorun::build::{self, Options};
use gorun::project::{self, Input};

/// The listing of package main's functions.
fn listing(source: &str) -> String {
    let text = format!("package main\n\n{source}\n");
    let project = project::parse(vec![Input::new("./main.go", text.as_bytes())]);
    let program =
        build::compile(&project, Options::default()).unwrap_or_else(|errors| panic!("{errors:?}"));
    let line = |_: u32, line: u32| text.lines().nth(line as usize - 1).map(str::to_string);
    bytecode::disasm::disassemble(&program, &|name| name.starts_with("main."), &line)
}

#[test]
fn recursion() {
    insta::assert_snapshot!(listing(
        "func fib(n int) int {\n\tif n < 2 {\n\t\treturn n\n\t}\n\treturn fib(n-1) + fib(n-2)\n}\n\nfunc main() { println(fib(5)) }"
    ));
}

#[test]
fn counting_loop_over_a_slice() {
    insta::assert_snapshot!(listing(
        "func sum(xs []float64, k float64) (s float64) {\n\tfor i := 0; i < len(xs); i++ {\n\t\ts += xs[i] * k\n\t}\n\treturn\n}\n\nfunc main() { println(sum([]float64{1, 2}, 3)) }"
    ));
}

#[test]
fn captured_variables() {
    insta::assert_snapshot!(listing(
        "func counter(step int) func() int {\n\tn := 0\n\treturn func() int {\n\t\tn += step\n\t\treturn n\n\t}\n}\n\nfunc main() { println(counter(2)()) }"
    ));
}

#[test]
fn channels_and_defer() {
    insta::assert_snapshot!(listing(
        "func worker(in <-chan int, done chan<- bool) {\n\tdefer close(done)\n\tfor v := range in {\n\t\tselect {\n\t\tcase done <- v > 1:\n\t\tdefault:\n\t\t}\n\t}\n}\n\nfunc main() {\n\tin, done := make(chan int), make(chan bool, 1)\n\tgo worker(in, done)\n\tin <- 2\n\tclose(in)\n\tprintln(<-done)\n}"
    ));
}

#[test]
fn instances_and_interfaces() {
    insta::assert_snapshot!(listing(
        "type shape interface{ area() int }\ntype square struct{ side int32 }\n\nfunc (s square) area() int { return int(s.side) * int(s.side) }\n\nfunc total[T shape](xs ...T) (n int) {\n\tfor _, x := range xs {\n\t\tn += x.area()\n\t}\n\treturn\n}\n\nfunc main() {\n\tvar s shape = square{3}\n\tprintln(total(square{2}), s.area())\n}"
    ));
}
