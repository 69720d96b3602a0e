//! Runs a compiled program.

use bytecode::Program;
use runtime::Config;

/// Loads and runs the program; its exit code.
///
/// # Errors
/// Why it could not be loaded.
pub fn run(mut program: Program) -> Result<i32, String> {
    for (i, file) in program.files.iter_mut().enumerate() {
        // Names that line directives made up are left alone.
        let is_ours = !file.starts_with('$') && !program.named_files.contains(&(i as u32));
        if is_ours && let Ok(path) = std::path::absolute(&*file) {
            *file = path.display().to_string();
        }
    }
    let loaded = vm::load(program, stdlib::natives(), &config()).map_err(|e| format!("{e:?}"))?;
    Ok(vm::run(loaded, vm::RunConfig { exit_process: true }))
}

/// What the environment says.
pub fn config() -> Config {
    Config {
        workers: runtime::host::default_procs(),
        gc_percent: gc_percent(),
        memory_limit: memory_limit(),
        seed: runtime::host::random_u64(),
    }
}

/// GOGC: a percentage, or `off`.
fn gc_percent() -> i32 {
    match std::env::var("GOGC").ok().as_deref() {
        Some("off") => -1,
        Some(text) => text.parse().unwrap_or(100),
        None => 100,
    }
}

/// GOMEMLIMIT: bytes, with an optional unit such as `512MiB`, or `off`. Anything else ends the
/// process, as it ends a Go program.
fn memory_limit() -> i64 {
    let text = std::env::var("GOMEMLIMIT").unwrap_or_default();
    bytes(&text).unwrap_or_else(|| {
        eprintln!("GOMEMLIMIT={text}");
        eprintln!("fatal error: malformed GOMEMLIMIT; see `go doc runtime/debug.SetMemoryLimit`");
        runtime::host::exit_now(2)
    })
}

fn bytes(text: &str) -> Option<i64> {
    if text.is_empty() || text == "off" {
        return Some(i64::MAX);
    }
    let units = [("TiB", 40), ("GiB", 30), ("MiB", 20), ("KiB", 10), ("B", 0)];
    let (number, shift) = units
        .iter()
        .find_map(|&(unit, shift)| text.strip_suffix(unit).map(|n| (n, shift)))
        .unwrap_or((text, 0));
    let is_number = number.bytes().all(|b| b.is_ascii_digit());
    let number: i64 = number.parse().ok().filter(|_| is_number)?;
    number.checked_mul(1 << shift)
}

#[cfg(test)]
mod tests {
    use super::bytes;

    #[test]
    fn memory_limits_as_go_reads_them() {
        assert_eq!(bytes("12"), Some(12));
        assert_eq!(bytes("3KiB"), Some(3072));
        assert_eq!(bytes("off"), Some(i64::MAX));
        for wrong in ["-5", "1.5GiB", "12X", "MiB", "+1", "9999999999TiB"] {
            assert_eq!(bytes(wrong), None, "{wrong}");
        }
    }
}
