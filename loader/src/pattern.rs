//! Package patterns: `./...` means the folder and all folders of packages below it.

use crate::place::{clean, open_error};
use std::path::{Path, PathBuf};

/// The folders that the pattern names; itself if it is none. As in Go, folders that begin with `.`
/// or `_`, `testdata` and `vendor` folders and those of other modules are left out.
///
/// # Errors
/// The folder cannot be read, or nothing below it is a package.
pub fn expand(name: &str) -> Result<Vec<String>, String> {
    let Some(root) = name.strip_suffix("...") else {
        return Ok(vec![name.to_string()]);
    };
    let root = match root.trim_end_matches('/') {
        "" if root.starts_with('/') => Path::new("/"),
        "" => Path::new("."),
        root => Path::new(root),
    };
    if !root.is_dir() {
        return Err(format!(
            "pattern {name}: directory {} not found",
            root.display()
        ));
    }
    let mut found = Vec::new();
    let mut work: Vec<PathBuf> = vec![root.to_path_buf()];
    while let Some(dir) = work.pop() {
        let entries = std::fs::read_dir(&dir).map_err(|e| open_error(&dir, &e))?;
        let mut folders = Vec::new();
        let mut has_go_files = false;
        for entry in entries.flatten() {
            let (name, Ok(kind)) = (entry.file_name(), entry.file_type()) else {
                continue;
            };
            let name = name.to_string_lossy();
            let is_hidden = name.starts_with(['.', '_']);
            if kind.is_dir() {
                let is_own = !is_hidden
                    && !matches!(&*name, "testdata" | "vendor")
                    && !entry.path().join("go.mod").is_file();
                if is_own {
                    folders.push(entry.path());
                }
            } else {
                has_go_files |= !is_hidden && name.ends_with(".go") && !name.ends_with("_test.go");
            }
        }
        if has_go_files {
            found.push(clean(&dir).display().to_string());
        }
        folders.sort();
        work.extend(folders.into_iter().rev());
    }
    if found.is_empty() {
        return Err(format!("warning: {name:?} matched no packages"));
    }
    Ok(found)
}
