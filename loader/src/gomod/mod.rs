//! go.mod and go.work files. See "Go Modules Reference".

mod lex;

use crate::path::major_suffix;
use crate::version::{GoLine, LangVersion, is_semantic, major};
use lex::{Line, unquote};

pub use lex::Mistake;

/// A module at a version.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Requirement {
    pub path: String,
    pub version: String,
}

/// `replace old [version] => new [version]`; without a new version, `new` is a folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replacement {
    pub old: String,
    pub old_version: Option<String>,
    pub new: String,
    pub new_version: Option<String>,
}

/// What a go.mod (or go.work) file says.
#[derive(Clone, Debug, Default)]
pub struct GoMod {
    pub module: String,
    pub go: Option<GoLine>,
    pub require: Vec<Requirement>,
    pub replace: Vec<Replacement>,
    pub exclude: Vec<Requirement>,
    /// Of a go.work file: its modules' folders.
    pub use_dirs: Vec<String>,
}

impl GoMod {
    /// The language version of the module's files.
    pub fn lang(&self) -> LangVersion {
        self.go.as_ref().map_or(LangVersion::UNSAID, |g| g.lang)
    }

    /// The replacement of a module: one for its version goes before one for all.
    pub fn replacement(&self, path: &str, version: &str) -> Option<&Replacement> {
        let of_path = || self.replace.iter().filter(|r| r.old == path);
        of_path()
            .find(|r| r.old_version.as_deref() == Some(version))
            .or_else(|| of_path().find(|r| r.old_version.is_none()))
    }
}

/// Which file it is, and how strictly it is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The main module's go.mod.
    Main,
    /// A dependency's go.mod: what is unknown there is left aside.
    Dependency,
    /// A go.work file.
    Work,
}

/// Parses a file; `name` is for messages.
///
/// # Errors
/// All mistakes, in the order of the text.
pub fn parse(text: &str, name: &str, kind: Kind) -> Result<GoMod, Vec<Mistake>> {
    let lines = lex::lines(text, name).map_err(|m| vec![m])?;
    let mut reader = Reader {
        kind,
        out: GoMod::default(),
        has_module: false,
        has_toolchain: false,
    };
    let mut mistakes = Vec::new();
    for line in &lines {
        if let Err(message) = reader.line(line) {
            mistakes.push(Mistake {
                line: line.number,
                column: Some(line.column).filter(|&c| c > 1),
                message,
            });
        }
    }
    if mistakes.is_empty() {
        Ok(reader.out)
    } else {
        Err(mistakes)
    }
}

struct Reader {
    kind: Kind,
    out: GoMod,
    has_module: bool,
    has_toolchain: bool,
}

impl Reader {
    fn line(&mut self, line: &Line<'_>) -> Result<(), String> {
        let Some((&verb, arguments)) = line.words.split_first() else {
            return Ok(());
        };
        if let Some((&"(", _)) = arguments.split_last() {
            let block = &line.words[..line.words.len() - 1];
            return Err(format!("unknown block type: {}", block.join(" ")));
        }
        match (self.kind, verb) {
            (_, "go") => self.go(arguments),
            (Kind::Dependency, "module" | "require") | (Kind::Main, _) => {
                self.module_line(verb, arguments)
            }
            (Kind::Dependency, _) => Ok(()),
            (Kind::Work, "use") => match arguments {
                [dir] => {
                    self.out.use_dirs.push(unquote(dir)?);
                    Ok(())
                }
                _ => Err("usage: use local/dir".into()),
            },
            (Kind::Work, "toolchain" | "replace" | "godebug") => self.module_line(verb, arguments),
            (Kind::Work, _) => Err(format!("unknown directive: {verb}")),
        }
    }

    fn module_line(&mut self, verb: &str, arguments: &[&str]) -> Result<(), String> {
        match verb {
            "module" => self.module(arguments),
            "toolchain" => self.toolchain(arguments),
            "require" => {
                let module = versioned(verb, arguments)?;
                self.out.require.push(module);
                Ok(())
            }
            "exclude" => {
                let module = versioned(verb, arguments)?;
                self.out.exclude.push(module);
                Ok(())
            }
            "replace" => {
                let replacement = replacement(arguments)?;
                self.out.replace.push(replacement);
                Ok(())
            }
            "retract" => retraction(arguments),
            "godebug" => match arguments {
                [setting] if setting.split_once('=').is_some_and(|(k, _)| !k.is_empty()) => Ok(()),
                _ => Err("usage: godebug key=value".into()),
            },
            "tool" | "ignore" => match arguments {
                [path] => unquote(path).map(|_| ()),
                _ => Err(format!("{verb} directive expects exactly one argument")),
            },
            _ => Err(format!("unknown directive: {verb}")),
        }
    }

    fn module(&mut self, arguments: &[&str]) -> Result<(), String> {
        if std::mem::replace(&mut self.has_module, true) {
            return Err("repeated module statement".into());
        }
        let [path] = arguments else {
            return Err("usage: module module/path".into());
        };
        self.out.module = unquote(path)?;
        Ok(())
    }

    fn go(&mut self, arguments: &[&str]) -> Result<(), String> {
        if self.out.go.is_some() {
            return Err("repeated go statement".into());
        }
        let [version] = arguments else {
            return Err("go directive expects exactly one argument".into());
        };
        match GoLine::parse(version) {
            Some(line) => self.out.go = Some(line),
            None if self.kind == Kind::Dependency => {}
            None => {
                return Err(format!(
                    "invalid go version '{version}': must match format 1.23.0"
                ));
            }
        }
        Ok(())
    }

    fn toolchain(&mut self, arguments: &[&str]) -> Result<(), String> {
        if self.has_toolchain {
            return Err("repeated toolchain statement".into());
        }
        match arguments {
            [name] if *name == "default" || *name == "go1" || name.starts_with("go1.") => {
                self.has_toolchain = true;
                Ok(())
            }
            [name] => Err(format!(
                "invalid toolchain version '{name}': must match format go1.23.0 or default"
            )),
            _ => Err("toolchain directive expects exactly one argument".into()),
        }
    }
}

/// `path version`.
fn versioned(verb: &str, arguments: &[&str]) -> Result<Requirement, String> {
    let [path, version] = arguments else {
        return Err(format!("usage: {verb} module/path v1.2.3"));
    };
    let (path, version) = (unquote(path)?, unquote(version)?);
    check_version(&path, &version).map_err(|why| format!("{verb} {path}: {why}"))?;
    Ok(Requirement { path, version })
}

/// The version must be complete, and its major number that of the path.
fn check_version(path: &str, version: &str) -> Result<(), String> {
    let invalid = |why: &str| Err(format!("version {version:?} invalid: {why}"));
    if !is_semantic(version) {
        return invalid("must be of the form v1.2.3");
    }
    let have = major(version);
    match major_suffix(path) {
        Some(wanted) if wanted != have => {
            let is_early = path.starts_with("gopkg.in/") && have == "v0" && wanted == "v1";
            if is_early || version.starts_with("v0.0.0-") && path.starts_with("gopkg.in/") {
                return Ok(());
            }
            invalid(&format!("should be {wanted}, not {have}"))
        }
        None if have != "v0" && have != "v1" && !version.ends_with("+incompatible") => {
            invalid(&format!("should be v0 or v1, not {have}"))
        }
        _ => Ok(()),
    }
}

fn replacement(arguments: &[&str]) -> Result<Replacement, String> {
    const USAGE: &str = "usage: replace module/path [v1.2.3] => other/module v1.4\n\t or replace module/path [v1.2.3] => ../local/directory";
    let arrow = arguments.iter().position(|&a| a == "=>").ok_or(USAGE)?;
    let (old, new) = (&arguments[..arrow], &arguments[arrow + 1..]);
    if !matches!(old.len(), 1 | 2) || !matches!(new.len(), 1 | 2) {
        return Err(USAGE.into());
    }
    let path = unquote(old[0])?;
    let old_version = old.get(1).map(|v| unquote(v)).transpose()?;
    if let Some(version) = &old_version
        && !is_semantic(version)
    {
        return Err(format!(
            "replace {path}: version {version:?} invalid: must be of the form v1.2.3"
        ));
    }
    let target = unquote(new[0])?;
    let new_version = new.get(1).map(|v| unquote(v)).transpose()?;
    let is_folder = crate::path::is_relative(&target) || target.starts_with('/');
    match &new_version {
        None if !is_folder => Err(
            "replacement module without version must be directory path (rooted or starting with . or ..)"
                .into(),
        ),
        Some(version) if is_folder => Err(format!(
            "replacement module directory path {target:?} cannot have version {version:?}"
        )),
        Some(version) if !is_semantic(version) => Err(format!(
            "replace {target}: version {version:?} invalid: must be of the form v1.2.3"
        )),
        _ => Ok(Replacement {
            old: path,
            old_version,
            new: target,
            new_version,
        }),
    }
}

fn retraction(arguments: &[&str]) -> Result<(), String> {
    let version = |word: &str| match unquote(word) {
        Ok(_) => Ok(()),
        Err(why) => {
            let why = why.trim_start_matches("invalid quoted string: ");
            Err(format!("retract: version {word:?} invalid: {why}"))
        }
    };
    let after = |rest: &[&str]| match rest {
        [] => Ok(()),
        [word, ..] => Err(format!("unexpected token after version: {word:?}")),
    };
    match arguments {
        [] => Err("expected '[' or version".into()),
        ["[", low, ",", high, "]", rest @ ..] => {
            version(low)?;
            version(high)?;
            after(rest)
        }
        ["[", _, ",", ..] => Err("expected ']' after version".into()),
        ["[", ..] => Err("expected ',' after version".into()),
        [one, rest @ ..] => {
            version(one)?;
            after(rest)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mistakes(text: &str) -> Vec<String> {
        let mistakes = parse(text, "go.mod", Kind::Main).unwrap_err();
        mistakes
            .iter()
            .map(|m| format!("{}: {}", m.line, m.message))
            .collect()
    }

    #[test]
    fn everything_that_a_file_may_say() {
        let text = "// c\nmodule example.com/m // c\n\ngo 1.23.1\n\ntoolchain go1.23.4\n\
            godebug default=go1.21\ntool example.com/m/cmd\nignore (\n\tbar\n)\n\
            retract [v1.0.0, v1.1.0] // bad\nexclude example.com/q v1.0.0\n\
            require \"example.com/o\" v1.0.0 // indirect\n\
            replace example.com/o v1.0.0 => \"./o\"\nreplace a => b.org/c v1.2.3\n";
        let file = parse(text, "go.mod", Kind::Main).unwrap();
        assert_eq!((file.module.as_str(), file.lang().0), ("example.com/m", 23));
        assert_eq!(
            file.replacement("example.com/o", "v1.0.0").unwrap().new,
            "./o"
        );
        assert!(file.replacement("example.com/o", "v1.0.1").is_none());
        assert_eq!(file.replacement("a", "v9.0.0").unwrap().new, "b.org/c");
    }

    #[test]
    fn mistakes_are_all_reported() {
        let text = "module m\nfoo bar\nrequire a.org/b\nrequire a.org/v2 v1.0.0\n\
            replace a =>\nreplace a => d\ngo abc\nretract [v1.0.0\n";
        assert_eq!(
            mistakes(text),
            [
                "2: unknown directive: foo",
                "3: usage: require module/path v1.2.3",
                "4: require a.org/v2: version \"v1.0.0\" invalid: should be v2, not v1",
                "5: usage: replace module/path [v1.2.3] => other/module v1.4\n\t or replace module/path [v1.2.3] => ../local/directory",
                "6: replacement module without version must be directory path (rooted or starting with . or ..)",
                "7: invalid go version 'abc': must match format 1.23.0",
                "8: expected ',' after version",
            ]
        );
    }

    #[test]
    fn dependencies_may_say_unknown_things() {
        let text = "module m\nfuture thing\ngo 9.9.9.9\nrequire a v1.0.0\n";
        let file = parse(text, "go.mod", Kind::Dependency).unwrap();
        assert_eq!(file.require.len(), 1);
    }
}
