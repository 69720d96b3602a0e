//! The virtual machine: runs bytecode on the run-time system.
//!
//! [`load`] turns a [`bytecode::Program`] into units with handlers' addresses; [`run`] hands the
//! program to the scheduler, which resumes tasks through [`runner`]. [`handler`] says what a handler
//! is and how control passes from one to the next; `ops` holds them, a file per family. Calls,
//! deferred calls and panics have files of their own, as have the messages they end in.
//!
//! Architecture invariants:
//! - No pointer into a goroutine's stack outlives one operation; frames are named by distances.
//! - Rust functions here never run Go code recursively: they set up a frame and say where to go on.
//! - The collector runs only while no handler does, so handlers hold heap addresses freely.

mod block;
mod call;
mod defer;
mod fault;
mod handler;
mod liveness;
mod load;
mod ops;
mod panic;
mod print;
mod runner;
mod special;
mod traceback;
mod unexpected;

pub use load::{ImageId, LoadError, Loaded, load, load_session};
pub use runner::{RunConfig, run};
