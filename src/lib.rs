//! gorun runs Go programs at once. The command is a thin shell around this library: [`project`]
//! reads sources, [`build`] checks and compiles them, [`run`] executes the result, and [`report`]
//! is the only place that renders errors.
#![forbid(unsafe_code)]

pub mod build;
pub mod command;
pub mod doc;
pub mod project;
pub mod repl;
pub mod report;
pub mod run;
pub mod snippet;
pub mod std_paths;
pub mod watch;
