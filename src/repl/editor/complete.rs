//! What Tab offers: commands and their arguments, file names, import paths, members, names in scope.

use super::highlight::PREDECLARED_NAMES;
use super::margin;
use crate::project;
use crate::repl::assist::Known;
use crate::repl::commands::COMMANDS;
use crate::repl::entry::PieceKind;
use crate::repl::session::Session;
use crate::std_paths;
use lexer::{Class, KEYWORDS, Kind};
use rustyline::completion::{Candidate, FilenameCompleter};
use source::Pos;

/// So many candidates are shown one a line, with what they are.
const FEW: usize = 12;

/// Something that Tab can put in.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Offer {
    pub display: String,
    pub replacement: String,
}

impl Candidate for Offer {
    fn display(&self) -> &str {
        &self.display
    }

    fn replacement(&self) -> &str {
        &self.replacement
    }
}

impl From<&str> for Offer {
    fn from(name: &str) -> Offer {
        Offer {
            display: name.to_string(),
            replacement: name.to_string(),
        }
    }
}

/// Where the offers go in the buffer, and what they are.
pub fn complete(buffer: &str, pos: usize, session: &mut Session) -> (usize, Vec<Offer>) {
    let before = margin::without_margins(&buffer[..pos]);
    let (length, offers) = if before.trim_start().starts_with(':') {
        command(&before, session)
    } else {
        entry(&before, session)
    };
    (pos - length.min(pos), offers)
}

/// Those of the names that begin with the word.
fn matching<'n>(names: impl IntoIterator<Item = &'n str>, word: &str) -> Vec<Offer> {
    let mut names: Vec<&str> = names.into_iter().filter(|n| n.starts_with(word)).collect();
    names.sort_unstable();
    names.dedup();
    names.into_iter().map(Offer::from).collect()
}

fn command(before: &str, session: &mut Session) -> (usize, Vec<Offer>) {
    let line = before.trim_start();
    let Some((name, argument)) = line.split_once(char::is_whitespace) else {
        let offers = COMMANDS.iter().map(|&(name, argument, _)| Offer {
            display: format!(":{name}"),
            replacement: match argument {
                "" => format!(":{name}"),
                _ => format!(":{name} "),
            },
        });
        let offers = offers.filter(|o| o.display.starts_with(line));
        return (line.len(), offers.collect());
    };
    let argument = argument.trim_start();
    match name {
        ":load" | ":save" => file(argument),
        ":set" => {
            let usage = COMMANDS.iter().find(|c| c.0 == "set").map_or("", |c| c.1);
            let ways = usage
                .split('|')
                .map(|way| match way.trim().split_once(' ') {
                    Some((word, _)) => format!("{word} "),
                    None => way.trim().to_string(),
                });
            let ways: Vec<String> = ways.collect();
            let offers = matching(ways.iter().map(String::as_str), argument);
            (argument.len(), offers)
        }
        ":type" | ":time" | ":doc" | ":d" | ":t" => entry(argument, session),
        ":dis" => {
            let declared = session.sources.list.iter();
            let functions = declared.filter(|p| p.kind == PieceKind::Func);
            let names = functions.flat_map(|p| &p.names).map(String::as_str);
            (argument.len(), matching(names, argument))
        }
        ":help" | ":h" => (
            argument.len(),
            matching(COMMANDS.iter().map(|c| c.0), argument),
        ),
        _ => (0, Vec::new()),
    }
}

fn file(path: &str) -> (usize, Vec<Offer>) {
    let found = FilenameCompleter::new().complete_path_unsorted(path, path.len());
    let Ok((start, mut pairs)) = found else {
        return (0, Vec::new());
    };
    pairs.sort_by(|a, b| a.display.cmp(&b.display));
    let offers = pairs.into_iter().map(|pair| Offer {
        display: pair.display,
        replacement: pair.replacement,
    });
    (path.len() - start, offers.collect())
}

fn entry(before: &str, session: &mut Session) -> (usize, Vec<Offer>) {
    if let Some(path) = import_path(before) {
        let mut offers = matching(std_paths::all(), path);
        let of_module = project::importable(&session.folder);
        offers.extend(matching(of_module.iter().map(String::as_str), path));
        for offer in &mut offers {
            offer.replacement.push('"');
        }
        return (path.len(), offers);
    }
    if is_in_text(before) {
        return (0, Vec::new());
    }
    let start = before
        .rfind(|c: char| !c.is_alphanumeric() && c != '_')
        .map_or(0, |i| {
            i + before[i..].chars().next().map_or(1, char::len_utf8)
        });
    let word = &before[start..];
    if word.starts_with(|c: char| c.is_ascii_digit()) {
        return (0, Vec::new());
    }
    let before_word = &before[..start];
    let mut offers = match before_word.trim_end().strip_suffix('.') {
        Some(owner) if !owner.ends_with('.') => described(session.members(owner), word),
        Some(_) => Vec::new(),
        None => names(before_word, word, session),
    };
    offers.sort_by(|a, b| a.replacement.cmp(&b.replacement));
    offers.dedup_by(|a, b| a.replacement == b.replacement);
    (word.len(), offers)
}

/// Names in scope, packages, and keywords if a word has begun.
fn names(before: &str, word: &str, session: &mut Session) -> Vec<Offer> {
    if word.is_empty() && before.trim().is_empty() {
        return Vec::new();
    }
    let known = session.names_in_scope(before);
    let taken: Vec<String> = known.iter().map(|k| k.name.clone()).collect();
    let mut offers = described(known, word);
    if word.is_empty() {
        return offers;
    }
    let packages = std_paths::all().map(std_paths::package_name);
    let packages = packages.filter(|p| !taken.iter().any(|t| t == p));
    let packages: Vec<String> = packages.map(|p| format!("{p}.")).collect();
    offers.extend(matching(packages.iter().map(String::as_str), word));
    offers.extend(matching(KEYWORDS.iter().copied(), word));
    offers.extend(matching(PREDECLARED_NAMES.iter().copied(), word));
    offers
}

/// A few are shown with what they are.
fn described(known: Vec<Known>, word: &str) -> Vec<Offer> {
    let known: Vec<Known> = known
        .into_iter()
        .filter(|k| k.name.starts_with(word))
        .collect();
    let is_short = known.len() <= FEW;
    let offer = |k: Known| Offer {
        display: if is_short {
            format!("{}{}", k.name, k.detail)
        } else {
            k.name.clone()
        },
        replacement: k.name,
    };
    known.into_iter().map(offer).collect()
}

/// The path that an import declaration at the end has so far.
fn import_path(before: &str) -> Option<&str> {
    let quote = before.rfind('"')?;
    if before[quote + 1..].contains('\n') {
        return None;
    }
    let tokens = lexer::tokenize(&before[..quote], Pos(1)).tokens;
    let statement = tokens.iter().rposition(|t| t.kind == Kind::Import)?;
    let is_import = tokens[statement + 1..].iter().all(|t| {
        matches!(t.class, Class::Name | Class::Str | Class::Semi | Class::Dot)
            || t.kind == Kind::LParen
    });
    let is_open = before[..quote].matches('"').count().is_multiple_of(2);
    (is_import && is_open).then_some(&before[quote + 1..])
}

/// Whether the text ends inside of a literal or comment.
fn is_in_text(before: &str) -> bool {
    if margin::is_in_literal(before) {
        return true;
    }
    let line = before.rsplit('\n').next().unwrap_or(before);
    // A line comment has no token.
    let tokens = lexer::tokenize(line, Pos(1)).tokens;
    let end = tokens.iter().filter(|t| t.end > t.start).map(margin::end);
    line[end.max().unwrap_or(0)..]
        .trim_start()
        .starts_with("//")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn import_paths_are_found() {
        assert_eq!(import_path("import \"math/r"), Some("math/r"));
        assert_eq!(import_path("import (\n\"fmt\"\n\"en"), Some("en"));
        assert_eq!(import_path("import x \""), Some(""));
        assert_eq!(import_path("import \"fmt\""), None);
        assert_eq!(import_path("f(\"a"), None);
    }

    #[test]
    fn texts_are_left_alone() {
        assert!(is_in_text("x := \"ab"));
        assert!(is_in_text("x // ab"));
        assert!(!is_in_text("\"a//b\" + x"));
    }
}
