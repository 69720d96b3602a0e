//! The system that programs are built for, linux on amd64, as tags and as parts of file names.

/// The tags that hold: those of the platform, those of the language versions, the user's.
#[derive(Clone, Debug, Default)]
pub struct Tags {
    user: Vec<String>,
    /// Without the tag `gc`: a try at a package whose assembly goes with it.
    without_gc: bool,
}

impl Tags {
    pub fn new(user: Vec<String>) -> Tags {
        Tags {
            user,
            without_gc: false,
        }
    }

    /// These and more.
    pub fn with(&self, more: &[&str]) -> Tags {
        let mut tags = self.clone();
        tags.user.extend(more.iter().map(|t| (*t).to_string()));
        tags
    }

    pub fn without_gc(&self) -> Tags {
        Tags {
            without_gc: true,
            ..self.clone()
        }
    }

    pub fn holds(&self, tag: &str) -> bool {
        match tag {
            "linux" | "amd64" | "unix" | "amd64.v1" => true,
            "gc" => !self.without_gc,
            _ => {
                let released = tag
                    .strip_prefix("go1.")
                    .and_then(|n| n.parse::<u16>().ok())
                    .is_some_and(|n| (1..=26).contains(&n));
                released || self.user.iter().any(|t| t == tag)
            }
        }
    }
}

/// GOOS values that go commands know, past ones included.
const SYSTEMS: [&str; 18] = [
    "aix",
    "android",
    "darwin",
    "dragonfly",
    "freebsd",
    "hurd",
    "illumos",
    "ios",
    "js",
    "linux",
    "nacl",
    "netbsd",
    "openbsd",
    "plan9",
    "solaris",
    "wasip1",
    "windows",
    "zos",
];

/// GOARCH values that go commands know.
const ARCHITECTURES: [&str; 24] = [
    "386",
    "amd64",
    "amd64p32",
    "arm",
    "arm64",
    "arm64be",
    "armbe",
    "loong64",
    "mips",
    "mips64",
    "mips64le",
    "mips64p32",
    "mips64p32le",
    "mipsle",
    "ppc",
    "ppc64",
    "ppc64le",
    "riscv",
    "riscv64",
    "s390",
    "s390x",
    "sparc",
    "sparc64",
    "wasm",
];

/// Whether a file's name admits it: `x_linux.go`, `x_amd64.go`, `x_windows_amd64.go` and the like.
pub fn name_matches(file: &str, tags: &Tags) -> bool {
    let stem = file.split('.').next().unwrap_or(file);
    // What stands before the first `_` is no constraint: linux.go is for all.
    let Some(first) = stem.find('_') else {
        return true;
    };
    let mut parts: Vec<&str> = stem[first..].split('_').collect();
    parts.pop_if(|last| *last == "test");
    let is_system = |p: &str| SYSTEMS.contains(&p);
    let is_architecture = |p: &str| ARCHITECTURES.contains(&p);
    match parts.as_slice() {
        [.., system, architecture] if is_system(system) && is_architecture(architecture) => {
            tags.holds(system) && tags.holds(architecture)
        }
        [.., last] if is_system(last) || is_architecture(last) => tags.holds(last),
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_mention_a_platform() {
        let tags = Tags::default();
        for name in [
            "linux.go",
            "windows.go",
            "x_linux.go",
            "x_linux_amd64.go",
            "x_windows_foo.go",
            "x_unix.go",
            "x_test_linux.go",
            "x.windows.go",
        ] {
            assert!(name_matches(name, &tags), "{name}");
        }
        for name in [
            "x_windows.go",
            "x_linux_arm64.go",
            "amd64_windows.go",
            "x_js_wasm.go",
            "_windows_test.go",
        ] {
            assert!(!name_matches(name, &tags), "{name}");
        }
    }

    #[test]
    fn tags_of_released_versions_hold() {
        let tags = Tags::new(vec!["foo".into()]);
        assert!(tags.holds("go1.1") && tags.holds("go1.26") && tags.holds("foo"));
        assert!(!tags.holds("go1.27") && !tags.holds("cgo") && !tags.holds("ignore"));
        assert!(!tags.without_gc().holds("gc"));
    }
}
