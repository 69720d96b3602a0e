//! The local module cache: folders that `go mod download` has filled. gorun only reads it.

use crate::path::escape;
use std::path::{Path, PathBuf};

#[derive(Clone, Debug)]
pub struct ModCache {
    root: Option<PathBuf>,
}

impl ModCache {
    /// `$GOMODCACHE`, or `pkg/mod` in the first folder of `$GOPATH`, or in `~/go`.
    pub fn from_environment() -> ModCache {
        let variable = |name: &str| std::env::var_os(name).filter(|v| !v.is_empty());
        let root = variable("GOMODCACHE").map(PathBuf::from).or_else(|| {
            let gopath = match variable("GOPATH") {
                Some(list) => std::env::split_paths(&list).next()?,
                None => Path::new(&variable("HOME")?).join("go"),
            };
            Some(gopath.join("pkg/mod"))
        });
        ModCache { root }
    }

    /// The folder of a module, if it is there.
    pub fn dir(&self, path: &str, version: &str) -> Option<PathBuf> {
        let name = format!("{}@{}", escape(path), escape(version));
        let dir = self.root.as_ref()?.join(name);
        dir.is_dir().then_some(dir)
    }

    /// The text of a module's go.mod file: it is kept for many more modules than the sources are.
    pub fn go_mod(&self, path: &str, version: &str) -> Option<String> {
        let root = self.root.as_ref()?;
        let name = format!("{}/@v/{}.mod", escape(path), escape(version));
        std::fs::read_to_string(root.join("cache/download").join(name))
            .or_else(|_| {
                let name = format!("{}@{}/go.mod", escape(path), escape(version));
                std::fs::read_to_string(root.join(name))
            })
            .ok()
    }
}
