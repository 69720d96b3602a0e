//! `//go:embed`: the directives of a file, the variables they belong to, the files they name. See
//! the documentation of package embed.
//!
//! Patterns are the go command's business and their mistakes stop the build ([`Patterns::resolve`]);
//! where a directive stands is the compiler's ([`Embed`] and the diagnostics beside it). Whether a
//! variable's type fits is left to the checker.

use crate::glob;
use crate::imports;
use parser::ast::{Ast, DeclKind, ExprId, File};
use source::{Diagnostics, Pos, SourceMap};
use std::path::Path;
use std::sync::Arc;

/// A file that a variable holds: its path below the package's folder, its contents.
#[derive(Clone, Debug)]
pub struct EmbeddedFile {
    pub name: String,
    pub data: Arc<[u8]>,
}

/// A variable with embedded files, sorted by name.
#[derive(Clone, Debug)]
pub struct Embed {
    /// The variable's name in its declaration.
    pub variable: ExprId,
    pub directive: Pos,
    pub files: Vec<EmbeddedFile>,
}

/// A directive with its patterns.
#[derive(Clone, Debug)]
struct Directive {
    pos: Pos,
    patterns: Vec<(Pos, String)>,
    /// What is wrong with its quotation.
    mistake: Option<String>,
}

/// The directives of a file that imports package embed.
#[derive(Debug, Default)]
pub struct Patterns {
    directives: Vec<Directive>,
}

/// A pattern that names nothing that can be embedded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PatternError {
    pub pos: Pos,
    pub message: String,
}

impl Patterns {
    pub fn of(file: &File) -> Patterns {
        let directives = file
            .directives
            .iter()
            .filter_map(|(pos, text)| {
                let rest = text.strip_prefix("//go:embed")?;
                let is_directive = rest.is_empty() || rest.starts_with([' ', '\t']);
                is_directive.then(|| directive(*pos, rest))
            })
            .collect();
        Patterns { directives }
    }

    /// Checks that every pattern names something, the patterns taken in order.
    ///
    /// # Errors
    /// The first pattern that does not.
    pub fn resolve(&self, dir: &Path) -> Result<(), PatternError> {
        let mut patterns: Vec<&(Pos, String)> =
            self.directives.iter().flat_map(|d| &d.patterns).collect();
        patterns.sort_by(|a, b| a.1.cmp(&b.1));
        for (pos, pattern) in patterns {
            resolve(dir, pattern).map_err(|why| PatternError {
                pos: *pos,
                message: format!("pattern {pattern}: {why}"),
            })?;
        }
        Ok(())
    }

    /// Finds the directives' variables and reads the files.
    pub fn embeds(
        &self,
        file: &File,
        dir: &Path,
        ast: &Ast,
        map: &SourceMap,
        diags: &mut Diagnostics,
    ) -> Vec<Embed> {
        let mut embeds: Vec<Embed> = Vec::new();
        for directive in &self.directives {
            let pos = directive.pos.offset(2);
            if directive.mistake.is_some() || directive.patterns.is_empty() {
                if let Some(mistake) = &directive.mistake {
                    diags.error(pos, mistake.clone());
                }
                diags.error(pos, "usage: //go:embed pattern...");
                continue;
            }
            let variable = match target(file, directive.pos, ast, map) {
                Ok(Some(variable)) => variable,
                Ok(None) => continue,
                Err(message) => {
                    diags.error(pos, message);
                    continue;
                }
            };
            if !imports::has(file, ast, map, "embed") {
                diags.error(
                    pos,
                    "go:embed requires import \"embed\" (or import _ \"embed\", if package is not used)",
                );
                continue;
            }
            let at = embeds.iter().position(|e| e.variable == variable);
            let at = at.unwrap_or_else(|| {
                embeds.push(Embed {
                    variable,
                    directive: directive.pos,
                    files: Vec::new(),
                });
                embeds.len() - 1
            });
            for (_, pattern) in &directive.patterns {
                let names = resolve(dir, pattern).unwrap_or_default();
                read_files(dir, names, &mut embeds[at].files, pos, diags);
            }
        }
        for embed in &mut embeds {
            embed.files.sort_by(|a, b| a.name.cmp(&b.name));
        }
        embeds
    }
}

fn read_files(
    dir: &Path,
    names: Vec<String>,
    files: &mut Vec<EmbeddedFile>,
    pos: Pos,
    diags: &mut Diagnostics,
) {
    for name in names {
        if files.iter().any(|f| f.name == name) {
            continue;
        }
        let path = dir.join(&name);
        match std::fs::read(&path) {
            Ok(data) => files.push(EmbeddedFile {
                name,
                data: data.into(),
            }),
            Err(e) => diags.error(pos, crate::place::open_error(&path, &e)),
        }
    }
}

/// Cuts the text after `//go:embed` into patterns.
fn directive(pos: Pos, text: &str) -> Directive {
    const NAME: u32 = "//go:embed".len() as u32;
    let mut patterns = Vec::new();
    let mut at = 0;
    let mistake = loop {
        let rest = &text[at..];
        at += rest.len() - rest.trim_start().len();
        let rest = &text[at..];
        let Some(first) = rest.chars().next() else {
            break None;
        };
        let quoted = |word: &str| Some(format!("invalid quoted string in //go:embed: {word}"));
        let start = pos.offset(NAME + at as u32);
        let (pattern, length) = match first {
            '`' => match rest[1..].find('`') {
                Some(end) => (rest[1..=end].to_string(), end + 2),
                None => break quoted(rest),
            },
            '"' => {
                let Some(length) = quoted_length(rest) else {
                    break quoted(rest);
                };
                let bytes = lexer::literal::string_value(&rest[..length]);
                (String::from_utf8_lossy(&bytes).into_owned(), length)
            }
            _ => {
                let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
                (rest[..end].to_string(), end)
            }
        };
        let after = &rest[length..];
        if !after.is_empty() && !after.starts_with(char::is_whitespace) {
            break quoted(after);
        }
        patterns.push((start, pattern));
        at += length;
    };
    Directive {
        pos,
        patterns,
        mistake,
    }
}

/// The length of the interpreted string literal at the start of `text`.
fn quoted_length(text: &str) -> Option<usize> {
    let mut chars = text.char_indices().skip(1);
    while let Some((i, c)) = chars.next() {
        match c {
            '"' => return Some(i + 1),
            '\\' => {
                chars.next();
            }
            _ => {}
        }
    }
    None
}

/// The variable declared right after a directive; none if something else is declared there, which
/// Go lets pass.
fn target(
    file: &File,
    directive: Pos,
    ast: &Ast,
    map: &SourceMap,
) -> Result<Option<ExprId>, String> {
    const MISPLACED: &str = "misplaced go:embed directive";
    let text = map.text(directive, file.end);
    let mut at = skip_comments(text, 0);
    let word_end = |at: usize| {
        let is_name = |c: char| c.is_alphanumeric() || c == '_';
        text[at..]
            .find(|c| !is_name(c))
            .map_or(text.len(), |n| at + n)
    };
    let keyword = &text[at..word_end(at)];
    let is_var = keyword == "var";
    match keyword {
        "func" | "type" | "const" => return Ok(None),
        "var" => at = skip_comments(text, word_end(at)),
        "" | "import" => return Err(MISPLACED.into()),
        _ => {}
    }
    if text[at..].starts_with('(') {
        return Err(MISPLACED.into());
    }
    let pos = directive.offset(at as u32);
    let declared = file.decls.iter().find_map(|&d| match ast.decl(d) {
        decl if decl.pos == pos => Some(decl.kind),
        _ => None,
    });
    match declared {
        Some(DeclKind::Var { names, .. }) if names.len() > 1 => {
            Err("go:embed cannot apply to multiple vars".into())
        }
        Some(DeclKind::Var { values, .. }) if !values.is_empty() => {
            Err("go:embed cannot apply to var with initializer".into())
        }
        Some(DeclKind::Var { ty: None, .. }) => {
            Err("go:embed cannot apply to var without type".into())
        }
        Some(DeclKind::Var { names, .. }) => Ok(Some(ast.item(names, 0))),
        Some(_) => Ok(None),
        None if is_var => Err("go:embed cannot apply to var inside func".into()),
        None => Err(MISPLACED.into()),
    }
}

/// Where the next token begins.
fn skip_comments(text: &str, mut at: usize) -> usize {
    loop {
        let rest = &text[at..];
        at += rest.len() - rest.trim_start().len();
        let rest = &text[at..];
        let length = if rest.starts_with("//") {
            rest.find('\n')
        } else if rest.starts_with("/*") {
            rest.find("*/").map(|n| n + 2)
        } else {
            return at;
        };
        at += length.unwrap_or(rest.len());
    }
}

/// The files that a pattern names, sorted.
fn resolve(dir: &Path, pattern: &str) -> Result<Vec<String>, String> {
    let (shape, takes_hidden) = match pattern.strip_prefix("all:") {
        Some(shape) => (shape, true),
        None => (pattern, false),
    };
    const MALFORMED: &str = "invalid pattern syntax";
    let is_valid = shape
        .split('/')
        .all(|element| !matches!(element, "" | "." | ".."));
    if !is_valid {
        return Err(MALFORMED.into());
    }
    let matched = glob::glob(dir, shape).map_err(|_| MALFORMED)?;
    let mut files = Vec::new();
    for name in matched {
        let path = dir.join(&name);
        let metadata = path
            .symlink_metadata()
            .map_err(|e| crate::place::reason(&e))?;
        check_place(dir, &name, metadata.is_dir())?;
        if metadata.is_file() {
            files.push(name);
        } else if metadata.is_dir() {
            let before = files.len();
            walk(dir, &name, takes_hidden, &mut files)?;
            if files.len() == before {
                return Err(format!(
                    "cannot embed directory {name}: contains no embeddable files"
                ));
            }
        } else {
            return Err(format!("cannot embed irregular file {name}"));
        }
    }
    if files.is_empty() {
        return Err("no matching files found".into());
    }
    files.sort();
    files.dedup();
    Ok(files)
}

/// A match must not lie in another module, nor in a folder that no module contains.
fn check_place(dir: &Path, name: &str, is_dir: bool) -> Result<(), String> {
    let what = if is_dir { "directory" } else { "file" };
    let mut part = name;
    loop {
        if dir.join(part).join("go.mod").exists() {
            return Err(format!("cannot embed {what} {name}: in different module"));
        }
        let element = part.rsplit('/').next().unwrap_or(part);
        if is_never_embedded(element) {
            return Err(if part == name {
                format!("cannot embed {what} {name}: invalid name {element}")
            } else {
                format!("cannot embed {what} {name}: in invalid directory {element}")
            });
        }
        match part.rfind('/') {
            Some(at) => part = &part[..at],
            None => return Ok(()),
        }
        let is_link = |m: std::fs::Metadata| !m.is_dir();
        if dir.join(part).symlink_metadata().is_ok_and(is_link) {
            return Err(format!(
                "cannot embed {what} {name}: in non-directory {part}"
            ));
        }
    }
}

fn is_of_version_control(name: &str) -> bool {
    matches!(name, "" | ".bzr" | ".hg" | ".git" | ".svn")
}

/// Names that a module cannot contain.
fn is_never_embedded(name: &str) -> bool {
    const RESERVED: [&str; 24] = [
        "con", "com0", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9",
        "prn", "aux", "nul", "lpt0", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7",
        "lpt8", "lpt9",
    ];
    let is_allowed = |c: char| {
        if c.is_ascii() {
            c.is_ascii_alphanumeric() || "!#$%&()+,-.=@[]^_{}~ ".contains(c)
        } else {
            c.is_alphabetic()
        }
    };
    let stem = name.split('.').next().unwrap_or(name).to_ascii_lowercase();
    is_of_version_control(name)
        || name.bytes().all(|b| b == b'.')
        || name.ends_with('.')
        || !name.chars().all(is_allowed)
        || RESERVED.contains(&stem.as_str())
}

/// All files below a folder but hidden ones and those of other modules.
fn walk(
    dir: &Path,
    folder: &str,
    takes_hidden: bool,
    files: &mut Vec<String>,
) -> Result<(), String> {
    let Ok(entries) = std::fs::read_dir(dir.join(folder)) else {
        return Ok(());
    };
    let mut entries: Vec<_> = entries.flatten().collect();
    entries.sort_by_key(std::fs::DirEntry::file_name);
    for entry in entries {
        let (Ok(name), Ok(kind)) = (entry.file_name().into_string(), entry.file_type()) else {
            continue;
        };
        if is_of_version_control(&name) || name.starts_with(['.', '_']) && !takes_hidden {
            continue;
        }
        let path = format!("{folder}/{name}");
        if kind.is_dir() {
            if !dir.join(&path).join("go.mod").exists() {
                walk(dir, &path, takes_hidden, files)?;
            }
        } else if kind.is_file() {
            if is_never_embedded(&name) {
                return Err(format!("cannot embed file {path}: invalid name {name}"));
            }
            files.push(path);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn patterns(text: &str) -> (Vec<(u32, String)>, bool) {
        let d = directive(Pos(1), text);
        let found = d.patterns.into_iter().map(|(p, t)| (p.0, t)).collect();
        (found, d.mistake.is_some())
    }

    #[test]
    fn directives_are_cut_into_patterns() {
        let (found, bad) = patterns(" a.txt\t\"b c\" `d e`");
        let wanted = [(12, "a.txt"), (18, "b c"), (24, "d e")];
        assert_eq!(found, wanted.map(|(p, t)| (p, t.to_string())));
        assert!(!bad);
        assert!(patterns(" \"x").1 && patterns(" `x").1 && patterns(" \"x\"y").1);
        assert_eq!(patterns(""), (vec![], false));
    }

    #[test]
    fn comments_may_stand_between() {
        let text = "// a\n\n/* b */ // c\nvar";
        assert_eq!(&text[skip_comments(text, 0)..], "var");
    }
}
