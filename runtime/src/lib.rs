//! The run-time system below the virtual machine: memory and goroutines.
//!
//! Two halves that meet in [`Runtime`]. The heap side holds type descriptors, the garbage-collected
//! heap and what is built directly on it: maps, strings, slices, interface tables. The scheduler
//! side runs tasks (goroutines) on worker threads, with channels, timers and semaphores.
//!
//! Architecture invariants:
//! - This crate never sees bytecode; a task is resumed through a trait that the VM implements.
//! - No collection ever runs inside a function of this crate that allocates: an allocation past the
//!   goal only requests one, and it happens when every worker has stopped at a safepoint. Rust code
//!   may therefore hold raw heap pointers in locals.
//! - Only [`host`] touches the outside world.

pub mod equality;
pub mod faults;
pub mod globals;
pub mod hash;
pub mod heap;
pub mod itab;
pub mod maps;
pub mod native;
pub mod rtype;
pub mod slices;
pub mod strings;

pub mod blocking;
pub mod chan;
pub mod column;
pub mod cond;
pub mod crash;
pub mod deadlock;
pub mod explain;
pub mod host;
pub mod mutex;
pub mod random;
pub mod sched;
pub mod script;
pub mod select;
pub mod sema;
pub mod session;
pub mod signals;
pub mod stack;
pub mod task;
pub mod terminal;
pub mod timers;
mod withdraw;

mod embedding;

pub use embedding::{Config, Runtime};
