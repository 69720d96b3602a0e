//! `gorun watch`.

use super::arguments::{self, ProgramArgs};
use super::{COMPILE_ERROR, USAGE_ERROR, input_error, run, suggest};
use std::ffi::OsString;

/// Watches the program that the arguments name.
pub fn watch(args: &ProgramArgs) -> i32 {
    let here = [OsString::from(".")];
    let files = match run::split_files(&args.rest).0 {
        [] => &here,
        files => files,
    };
    let Some(first) = files.first().filter(|f| *f != "-" && args.code.is_none()) else {
        eprintln!("gorun watch: name the Go files or the folder to watch");
        return USAGE_ERROR;
    };
    if let Some((complaint, code)) = suggest::complaint(&first.to_string_lossy()) {
        eprintln!("{complaint}");
        return code;
    }
    let (names, options) = match (arguments::texts(files), arguments::options(&args.build)) {
        (Ok(names), Ok(options)) => (names, options),
        (Err(error), _) | (_, Err(error)) => return input_error(&error, args.diagnostics),
    };
    if let Some(missing) = names.iter().find(|n| !std::path::Path::new(n).exists()) {
        eprintln!("gorun watch: {missing}: no such file or folder");
        return COMPILE_ERROR;
    }
    // What follows the word `watch` is the command line of each run.
    let rest = std::env::args_os().skip(2);
    let mut run: Vec<OsString> = std::iter::once("run".into()).chain(rest).collect();
    if args.rest.is_empty() {
        run.extend(here);
    }
    crate::watch::watch(&names, &options, &run)
}
