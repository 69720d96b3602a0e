//! Lines that begin with a colon.

use super::entry;
use super::session::Session;
use crate::project;
use std::io::IsTerminal;
use std::path::Path;
use std::time::Instant;

/// Name, argument and meaning of each command.
pub const COMMANDS: &[(&str, &str, &str)] = &[
    (
        "help",
        "[NAME]",
        "this list, or what a command or name is for",
    ),
    ("type", "EXPR", "the type of an expression"),
    ("time", "ENTRY", "run an entry and say how long it took"),
    ("vars", "", "what the session has declared"),
    (
        "goroutines",
        "",
        "goroutines: state, where blocked and created",
    ),
    ("doc", "NAME", "what a package, type or function is for"),
    ("dis", "FUNC", "the bytecode of a function"),
    (
        "load",
        "FILE",
        "run a file or folder: declarations, then main",
    ),
    ("save", "FILE", "write the session as a program"),
    (
        "set",
        "full | cut | gomaxprocs N",
        "show values whole or cut; number of workers",
    ),
    ("reset", "", "forget what was declared"),
    ("quit", "", "leave"),
];

const KEYS: &str = "Tab completes, Ctrl-R searches, Ctrl-C interrupts, Ctrl-D leaves";

/// What to do after a command.
pub enum Next {
    Go(bool),
    Leave,
}

/// The command that is meant by an entry which says it in words, as other prompts have it.
pub fn in_words(session: &mut Session, entry: &str) -> Option<&'static str> {
    let entry = entry.trim();
    let name = entry.strip_suffix("()").unwrap_or(entry);
    let command = match name {
        "exit" | "quit" => ":quit",
        "help" | "?" => ":help",
        _ => return None,
    };
    let is_declared = session.names().iter().any(|n| n.0 == name);
    (!is_declared).then_some(command)
}

/// Runs the command in `line`, which begins with a colon.
pub fn run(session: &mut Session, line: &str) -> Next {
    runtime::column::fresh_line(1);
    let line = line.trim().trim_start_matches(':').trim_start();
    let (name, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
    let rest = rest.trim();
    let right = match name {
        "help" | "h" | "?" | "" => help(session, rest),
        "type" if rest.is_empty() => wrong("give an expression, such as :type 1 + 2"),
        "type" => session.type_of(rest),
        "time" if rest.is_empty() => wrong("give an entry, such as :time f(1000)"),
        "time" => {
            let start = Instant::now();
            let right = session.run(rest);
            eprintln!("{:.3?}", start.elapsed());
            right
        }
        "vars" => {
            for (name, kind) in session.names() {
                println!("{name}: {kind}");
            }
            true
        }
        "goroutines" => session.control("Goroutines()"),
        "doc" => doc(session, rest),
        "dis" if rest.is_empty() => wrong("name a function or a method, such as :dis T.String"),
        "dis" => match session.disassemble(rest) {
            Ok(text) => {
                print!("{text}");
                true
            }
            Err(why) => wrong(&why),
        },
        "load" | "save" if rest.is_empty() => {
            wrong(&format!("name a file, such as :{name} main.go"))
        }
        "load" => load(session, &file_name(rest)),
        "save" => match std::fs::write(file_name(rest), session.program()) {
            Ok(()) => true,
            Err(e) => wrong(&failed("write", rest, &e)),
        },
        "set" => set(session, rest),
        "reset" => {
            session.reset();
            true
        }
        "quit" | "q" | "exit" => return Next::Leave,
        _ => {
            let like = types::spelling::nearest(name, COMMANDS.iter().map(|c| c.0));
            wrong(&match like {
                Some(like) => format!("there is no command :{name}; did you mean :{like}?"),
                None => format!("there is no command :{name}; :help lists them"),
            })
        }
    };
    Next::Go(right)
}

/// Shows all commands, one of them, or what `name` is.
fn help(session: &mut Session, name: &str) -> bool {
    let is_shown = |command: &str| name.is_empty() || command == name.trim_start_matches(':');
    let shown: Vec<_> = COMMANDS.iter().filter(|c| is_shown(c.0)).collect();
    if shown.is_empty() {
        return doc(session, name);
    }
    for (name, argument, text) in shown {
        println!("{:33} {text}", format!(":{name} {argument}"));
    }
    if name.is_empty() && std::io::stdin().is_terminal() {
        println!("{KEYS}");
    }
    true
}

fn failed(what: &str, path: &str, why: &std::io::Error) -> String {
    let text = why.to_string();
    let why = text.split(" (os error").next().unwrap_or(&text);
    format!("cannot {what} {path}: {}", why.to_lowercase())
}

fn wrong(message: &str) -> bool {
    eprintln!("{message}");
    false
}

/// Shows the documentation of what the session has declared, or of the standard library.
fn doc(session: &mut Session, name: &str) -> bool {
    if name.is_empty() {
        return wrong("name a package or something in it, such as :doc fmt.Println");
    }
    match session.doc(name) {
        Some(doc) => {
            print!("{doc}");
            true
        }
        None => wrong(&format!("there is no documentation of {name:?}")),
    }
}

/// A file's name as completion writes it: in quotes, or with backslashes before spaces.
fn file_name(word: &str) -> String {
    let quoted = ['"', '\'']
        .iter()
        .find_map(|&q| word.strip_prefix(q)?.strip_suffix(q));
    match quoted {
        Some(name) => name.to_string(),
        None => word.replace("\\ ", " "),
    }
}

/// Runs the declarations of a file, or of the files of a folder's package, then their main.
fn load(session: &mut Session, path: &str) -> bool {
    let shown = Path::new(path);
    let is_folder = shown.is_dir();
    let texts = match is_folder {
        true => project::sources(shown, &session.options).map_err(|e| e.0),
        false => match std::fs::read_to_string(shown) {
            Ok(text) => Ok(vec![(path.to_string(), text)]),
            Err(e) => Err(failed("read", path, &e)),
        },
    };
    let texts = match texts {
        Ok(texts) => texts,
        Err(message) => return wrong(&message),
    };
    let declares_main = |(name, text): &(String, String)| {
        entry::pieces(text, name)
            .iter()
            .any(|p| p.names == ["main"])
    };
    let has_main = texts.iter().any(declares_main);
    let folder = match is_folder {
        true => Some(shown),
        false => shown.parent(),
    };
    let folder = folder.and_then(|f| std::path::absolute(f).ok());
    let before = session.folder.clone();
    session.folder = folder.unwrap_or(before.clone());
    let is_right = session.run_files(&texts) && (!has_main || session.run("main()"));
    session.folder = before;
    is_right
}

fn set(session: &mut Session, what: &str) -> bool {
    let words: Vec<&str> = what.split_whitespace().collect();
    match words.as_slice() {
        ["full"] => session.control("SetFull(true)"),
        ["cut"] => session.control("SetFull(false)"),
        ["gomaxprocs", n] if n.parse::<u32>().is_ok_and(|n| n > 0) => {
            session.control(&format!("SetProcs({n})"))
        }
        _ => wrong("use :set full, :set cut or :set gomaxprocs N"),
    }
}

#[cfg(test)]
mod tests {
    use super::file_name;

    #[test]
    fn file_names_may_be_completed_ones() {
        assert_eq!(file_name(r"my\ folder/main.go"), "my folder/main.go");
        assert_eq!(file_name("\"my folder/main.go\""), "my folder/main.go");
        assert_eq!(file_name("my folder/main.go"), "my folder/main.go");
        assert_eq!(file_name("\"open"), "\"open");
    }
}
