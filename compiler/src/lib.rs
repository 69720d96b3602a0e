//! Checked program to bytecode: order of evaluation, desugaring, escape of variables, instantiation
//! of generic code, emission.
//!
//! A worklist starts at the program's entry and compiles what can be reached: functions are queued
//! at first mention, methods when an interface call could reach them.
#![forbid(unsafe_code)]

mod arith;
mod assign;
mod assigned;
mod builtins;
mod call;
mod convert;
mod defer;
mod describe;
mod embed;
mod emit;
mod escape;
mod expr;
mod facts;
mod func;
mod init;
mod inline;
mod layout;
mod literal;
mod order;
mod place;
mod program;
mod range;
mod rangefunc;
mod reflect;
pub mod session;
mod stmt;
mod switch;
mod wrappers;

use bytecode::Program;
use source::Diagnostics;
use types::Checker;
use types::object::PkgId;

/// Compiles the program whose `main` package is `main`. The checker must have found no errors.
///
/// # Errors
/// What the checker accepts but the compiler cannot express, as diagnostics.
pub fn compile(ck: &mut Checker<'_>, main: PkgId) -> Result<Program, Diagnostics> {
    let mut compiler = program::Compiler::new(ck);
    compiler.compile_program(main);
    if compiler.diags.is_empty() && compiler.ck.diags.is_empty() {
        Ok(compiler.out)
    } else {
        let mut diags = compiler.diags;
        diags.list.append(&mut compiler.ck.diags.list);
        Err(diags)
    }
}
