//! The files of a package's folder, and which of them belong to the package.

use crate::constraint::{self, Header};
use crate::place::{open_error, short_path};
use crate::platform::{Tags, name_matches};
use std::path::{Path, PathBuf};

/// No source file is larger: positions in all files together have 32 bits.
const MAX_FILE_SIZE: u64 = 1 << 28;

/// A Go or assembly file whose name fits the platform.
#[derive(Debug)]
pub struct SourceFile {
    pub path: PathBuf,
    pub bytes: Vec<u8>,
    pub header: Header,
}

/// What lies in a folder.
#[derive(Debug, Default)]
pub struct Folder {
    go: Vec<SourceFile>,
    assembly: Vec<SourceFile>,
    /// There are Go files that the platform leaves out.
    has_others: bool,
    has_tests: bool,
}

/// The files that belong to the package.
#[derive(Debug)]
pub struct Selection {
    pub go: Vec<SourceFile>,
    /// The names of its assembly files, which gorun cannot run.
    pub assembly: Vec<String>,
}

/// Why a folder is no package.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoFiles {
    Empty,
    OnlyTests,
    Excluded,
    /// Excluded, but for tests.
    ExcludedButTests,
}

impl NoFiles {
    /// In Go's words.
    pub fn message(self, dir: &Path) -> String {
        let what = match self {
            NoFiles::Empty => "no Go files in",
            NoFiles::OnlyTests => "no non-test Go files in",
            NoFiles::Excluded | NoFiles::ExcludedButTests => {
                "build constraints exclude all Go files in"
            }
        };
        format!("{what} {}", dir.display())
    }
}

impl Folder {
    /// Reads the folder's source files, in the order of their names.
    ///
    /// # Errors
    /// Files that cannot be read and malformed constraints.
    pub fn read(dir: &Path, tags: &Tags) -> Result<Folder, String> {
        let entries = std::fs::read_dir(dir).map_err(|e| open_error(dir, &e))?;
        let mut names: Vec<_> = entries.flatten().map(|e| e.file_name()).collect();
        names.sort();
        let mut folder = Folder::default();
        for name in names {
            let path = dir.join(&name);
            let name = name.to_string_lossy();
            let is_go = name.ends_with(".go");
            if !is_go && !name.ends_with(".s") {
                continue;
            }
            // Folders and pipes are no source files; a link that leads nowhere is an error below.
            if path.metadata().is_ok_and(|m| !m.is_file()) {
                continue;
            }
            if name.starts_with(['_', '.']) || !name_matches(&name, tags) {
                folder.has_others |= is_go;
            } else if name.ends_with("_test.go") {
                folder.has_tests = true;
            } else if is_go {
                folder.go.push(SourceFile::read(path)?);
            } else {
                folder.assembly.push(SourceFile::read(path)?);
            }
        }
        Ok(folder)
    }

    /// The files whose constraints hold. Go's tags choose assembly where there is some: then gorun
    /// looks for tags under which the package is written in Go only.
    ///
    /// # Errors
    /// Why there is none.
    pub fn select(self, tags: &Tags) -> Result<Selection, NoFiles> {
        let wanted = |tags: &Tags, files: &[SourceFile]| -> Vec<bool> {
            let holds = |tag: &str| tags.holds(tag);
            files.iter().map(|f| f.header.holds(&holds)).collect()
        };
        let mut chosen = tags.clone();
        if wanted(tags, &self.assembly).contains(&true) {
            let tries = [
                tags.with(&["purego"]),
                tags.with(&["noasm"]),
                tags.with(&["purego", "noasm", "appengine", "generic"]),
                tags.without_gc(),
            ];
            let is_pure = |t: &&Tags| {
                !wanted(t, &self.assembly).contains(&true) && wanted(t, &self.go).contains(&true)
            };
            if let Some(pure) = tries.iter().find(is_pure) {
                chosen = pure.clone();
            }
        }
        let (go, assembly) = (wanted(&chosen, &self.go), wanted(&chosen, &self.assembly));
        let had_go = self.has_others || !self.go.is_empty();
        let go: Vec<SourceFile> = self
            .go
            .into_iter()
            .zip(go)
            .filter_map(|(file, is_wanted)| is_wanted.then_some(file))
            .collect();
        let assembly = self
            .assembly
            .iter()
            .zip(assembly)
            .filter(|(_, is_wanted)| *is_wanted)
            .map(|(file, _)| file.base_name())
            .collect();
        if !go.is_empty() {
            Ok(Selection { go, assembly })
        } else if had_go && self.has_tests {
            Err(NoFiles::ExcludedButTests)
        } else if had_go {
            Err(NoFiles::Excluded)
        } else if self.has_tests {
            Err(NoFiles::OnlyTests)
        } else {
            Err(NoFiles::Empty)
        }
    }
}

impl SourceFile {
    /// # Errors
    /// A file that cannot be read, malformed constraints.
    pub fn read(path: PathBuf) -> Result<SourceFile, String> {
        let metadata = std::fs::metadata(&path).map_err(|e| open_error(&path, &e))?;
        if metadata.len() > MAX_FILE_SIZE {
            return Err(format!("{}: file too large", short_path(&path)));
        }
        let bytes = std::fs::read(&path).map_err(|e| open_error(&path, &e))?;
        let header = constraint::header(&String::from_utf8_lossy(&bytes)).map_err(|error| {
            let name = path.file_name().unwrap_or_default();
            format!("{}: {error}", name.to_string_lossy())
        })?;
        Ok(SourceFile {
            path,
            bytes,
            header,
        })
    }

    pub fn base_name(&self) -> String {
        let name = self.path.file_name().unwrap_or_default();
        name.to_string_lossy().into_owned()
    }
}
