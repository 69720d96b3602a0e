//! Folders of tests' own, which go with them.

use std::ops::Deref;
use std::path::{Path, PathBuf};

/// An empty folder that no other test has, in no other process either.
pub struct Scratch(PathBuf);

impl Scratch {
    /// `name` is the test's.
    pub fn new(name: &str) -> Scratch {
        let name = format!("{name}-{}", std::process::id());
        let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        std::fs::create_dir_all(&dir).unwrap();
        Scratch(dir)
    }
}

impl Deref for Scratch {
    type Target = Path;

    fn deref(&self) -> &Path {
        &self.0
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // What is left over is no test's any more.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
