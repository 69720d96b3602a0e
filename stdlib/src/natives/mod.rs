//! The natives, a file per package (or family of packages).

mod atomic;
mod big;
mod bits;
mod bytes;
mod digest;
mod errors;
mod finalizer;
mod fmt;
mod math;
mod os;
mod rand;
mod reflect;
mod regexp;
mod repl;
mod rtype;
mod runtime_pkg;
mod sort;
mod stdio;
mod strconv;
mod strings;
mod sync;
mod syscall;
mod time;
mod unicode;

use runtime::native::NativeFn;

/// All of them, by name.
pub fn all() -> Vec<(&'static str, NativeFn)> {
    [
        atomic::NATIVES,
        big::NATIVES,
        bits::NATIVES,
        bytes::NATIVES,
        digest::NATIVES,
        errors::NATIVES,
        finalizer::NATIVES,
        fmt::NATIVES,
        math::NATIVES,
        os::NATIVES,
        rand::NATIVES,
        reflect::NATIVES,
        regexp::NATIVES,
        repl::NATIVES,
        rtype::NATIVES,
        runtime_pkg::NATIVES,
        sort::NATIVES,
        stdio::NATIVES,
        strconv::NATIVES,
        strings::NATIVES,
        sync::NATIVES,
        syscall::NATIVES,
        time::NATIVES,
        unicode::NATIVES,
    ]
    .concat()
}
