//! The scheduler under a fake virtual machine: a task's body is a Rust state machine.

mod fake;
mod measure;
mod mix;
mod programs;
