//! `gorun doc`.

use super::arguments::DocArgs;
use super::{COMPILE_ERROR, print_all};
use crate::doc::{self, Detail, Doc, Package};
use crate::project::{self, InputError};
use crate::std_paths;

/// Prints what is asked for.
pub fn doc(args: &DocArgs) -> i32 {
    let detail = Detail {
        all: args.all,
        unexported: args.unexported,
        source: args.src,
        short: args.short,
    };
    let found = match args.names.as_slice() {
        [] => folder(".").map(|package| package.summary(of_main(&package, detail))),
        [name] => find(name, detail),
        [package, symbol, ..] => in_package(package, symbol, detail),
    };
    match found {
        Ok(doc) => print_all(doc.to_string().as_bytes()),
        Err(error) => {
            eprintln!("{}", error.0);
            COMPILE_ERROR
        }
    }
}

/// What is not exported is all that there is in a program.
fn of_main(package: &Package, detail: Detail) -> Detail {
    Detail {
        unexported: detail.unexported || package.name == "main",
        ..detail
    }
}

/// One word: a folder, a package, a name in this folder's package, or both with a dot between.
fn find(name: &str, detail: Detail) -> Result<Doc, InputError> {
    let is_folder = name == "." || name == ".." || name.starts_with(['.', '/']);
    if is_folder {
        return folder_and_symbol(name, detail);
    }
    let here = || {
        let package = folder(".").ok()?;
        package.symbol(name, of_main(&package, detail))
    };
    // As with Go, a capital letter is a name's of this folder.
    if name.starts_with(char::is_uppercase)
        && let Some(doc) = here()
    {
        return Ok(doc);
    }
    if let Some(doc) = doc::standard(name, detail).or_else(here) {
        return Ok(doc);
    }
    let directory = name.rfind('/').map_or(0, |at| at + 1);
    let dot = name[directory..].find('.').map(|at| directory + at);
    let (path, symbol) = match dot {
        Some(at) => (&name[..at], Some(&name[at + 1..])),
        None => (name, None),
    };
    let is_dir = |name: &str| std::path::Path::new(name).is_dir();
    if is_dir(name) || !path.is_empty() && is_dir(path) {
        return folder_and_symbol(&format!("./{name}"), detail);
    }
    if let (Some(package), Some(symbol)) = (doc::packages(path).next(), symbol) {
        return Err(no_symbol(symbol, &package));
    }
    // A package of a module; its path may have dots in the last element too.
    if let Ok(package) = folder(name) {
        return Ok(package.summary(of_main(&package, detail)));
    }
    if let Some(path) = of_module(path) {
        return match symbol {
            Some(symbol) => symbol_in(&folder(&path)?, symbol, detail),
            None => folder(&path).map(|package| package.summary(detail)),
        };
    }
    match (folder(path), symbol) {
        (Ok(package), Some(symbol)) if path.contains('/') => symbol_in(&package, symbol, detail),
        _ if std_paths::missing(path).is_some() || std_paths::is_missing(path) => {
            let path = std_paths::missing(path).unwrap_or(path);
            let message = format!("gorun doc: gorun does not have package {path} yet");
            Err(InputError(message))
        }
        _ => Err(nothing_known(name)),
    }
}

/// The package of the module around this folder, or of its dependencies, whose import path ends so.
fn of_module(path: &str) -> Option<String> {
    let here = std::env::current_dir().ok()?;
    let end = format!("/{path}");
    let mut paths = project::importable(&here).into_iter();
    paths.find(|p| p.ends_with(&end))
}

fn nothing_known(name: &str) -> InputError {
    const SHOWN: usize = 5;
    if lexer::KEYWORDS.contains(&name) {
        return InputError(format!(
            "gorun doc: {name} is a keyword; https://go.dev/ref/spec tells what it means"
        ));
    }
    let mut homes = doc::homes(name);
    homes.truncate(SHOWN);
    let hint = match homes.as_slice() {
        [] => match package_like(name) {
            Some(near) => format!("did you mean {near}?"),
            None => "'gorun help packages' lists the standard library".to_string(),
        },
        homes => format!("did you mean {}?", homes.join(", ")),
    };
    InputError(format!(
        "gorun doc: no package and no name {name:?}; {hint}"
    ))
}

/// The name with a package of the standard library that is a slip of the fingers away.
fn package_like(name: &str) -> Option<String> {
    let from = name.rfind('/').map_or(0, |at| at + 1);
    let end = name[from..].find('.').map_or(name.len(), |at| from + at);
    let names = std_paths::all().map(std_paths::package_name);
    let near = crate::report::nearest(&name[..end], std_paths::all().chain(names))?;
    Some(format!("{near}{}", &name[end..]))
}

/// `./dir`, `./dir.Name`
fn folder_and_symbol(name: &str, detail: Detail) -> Result<Doc, InputError> {
    let first = match folder(name) {
        Ok(package) => return Ok(package.summary(of_main(&package, detail))),
        Err(error) => error,
    };
    let from = name.rfind('/').map_or(0, |at| at + 1);
    match name[from..].find('.') {
        Some(dot) if dot > 0 => in_package(&name[..from + dot], &name[from + dot + 1..], detail),
        _ => Err(first),
    }
}

fn in_package(path: &str, symbol: &str, detail: Detail) -> Result<Doc, InputError> {
    let is_folder = path.starts_with(['.', '/']);
    if !is_folder {
        let mut known = doc::packages(path).peekable();
        if let Some(package) = known.peek() {
            let error = no_symbol(symbol, package);
            let name = format!("{path}.{symbol}");
            return doc::standard(&name, detail).ok_or(error);
        }
    }
    symbol_in(&folder(path)?, symbol, detail)
}

fn symbol_in(package: &Package, symbol: &str, detail: Detail) -> Result<Doc, InputError> {
    let detail = of_main(package, detail);
    package
        .symbol(symbol, detail)
        .or_else(|| package.symbol_in_any_case(symbol, detail))
        .ok_or_else(|| no_symbol(symbol, package))
}

fn no_symbol(symbol: &str, package: &Package) -> InputError {
    let (first, member) = symbol.split_once('.').unwrap_or((symbol, ""));
    let near = match package.names().any(|n| n == first) {
        true => {
            let members = package.members(first);
            let near = crate::report::nearest(member, members.iter().map(String::as_str));
            near.map(|m| format!("{first}.{m}"))
        }
        false => crate::report::nearest(first, package.names()).map(str::to_string),
    };
    let guess = near.map_or_else(String::new, |n| format!("; did you mean {n}?"));
    InputError(format!(
        "gorun doc: no symbol {symbol} in package {}{guess}",
        package.name
    ))
}

/// The package in a folder, or the one of a module with an import path.
fn folder(name: &str) -> Result<Package, InputError> {
    let project = project::load(&[name.to_string()], &project::Options::default())?;
    let Some(root) = project.packages.last() else {
        return Err(InputError(format!("gorun doc: no package in {name}")));
    };
    let texts = root
        .files
        .iter()
        .map(|f| &*project.map.file(f.file).text)
        .collect::<Vec<&str>>();
    let path = root.path.as_str();
    let path = match path {
        "command-line-arguments" | "main" => ".",
        path => path,
    };
    Ok(Package::new(path, texts))
}
