//! From the command line's files to parsed packages in dependency order.

use parser::ast::{Ast, DeclKind, ExprKind, File};
use source::{Diagnostic, Diagnostics, Pos, SourceMap, Symbol};
use std::borrow::Cow;
use std::collections::HashMap;
use std::path::{Path, PathBuf};

/// A package, parsed.
#[derive(Debug)]
pub struct ParsedPackage {
    pub path: Symbol,
    pub name: Symbol,
    pub files: Vec<File>,
    pub is_std: bool,
}

/// The program's sources: the user's package last.
#[derive(Debug)]
pub struct Project {
    pub ast: Ast,
    pub map: SourceMap,
    pub packages: Vec<ParsedPackage>,
    pub diags: Diagnostics,
}

/// What stands in the way of reading the sources at all.
#[derive(Debug)]
pub struct InputError(pub String);

/// A user's source file: the name shown in messages and its text.
#[derive(Debug)]
pub struct Input {
    pub name: String,
    pub text: String,
    /// Where the text is not UTF-8.
    pub invalid_at: Option<usize>,
}

impl Input {
    pub fn new(name: impl Into<String>, bytes: &[u8]) -> Input {
        Input {
            name: name.into(),
            text: String::from_utf8_lossy(bytes).into_owned(),
            invalid_at: lexer::check_utf8(bytes),
        }
    }
}

/// Reads what the command line names: Go files, one directory, or `-` for standard input.
///
/// # Errors
/// A message for the user if a file cannot be read or there is none.
pub fn read_inputs(paths: &[String]) -> Result<Vec<Input>, InputError> {
    let mut inputs = Vec::new();
    for path in paths {
        if path == "-" {
            let mut bytes = Vec::new();
            std::io::Read::read_to_end(&mut std::io::stdin(), &mut bytes)
                .map_err(|e| InputError(format!("reading standard input: {e}")))?;
            inputs.push(Input::new("./stdin.go", &bytes));
        } else if Path::new(path).is_dir() {
            for file in directory_files(Path::new(path))? {
                inputs.push(read_file(&file)?);
            }
        } else {
            inputs.push(read_file(Path::new(path))?);
        }
    }
    Ok(inputs)
}

fn read_file(path: &Path) -> Result<Input, InputError> {
    let bytes = std::fs::read(path).map_err(|e| {
        let reason = match e.kind() {
            std::io::ErrorKind::NotFound => "no such file or directory".to_string(),
            std::io::ErrorKind::PermissionDenied => "permission denied".to_string(),
            _ => e.to_string(),
        };
        InputError(format!("open {}: {reason}", path.display()))
    })?;
    Ok(Input::new(shown_name(path), &bytes))
}

/// `./main.go` for a relative path, as the go command shows it.
fn shown_name(path: &Path) -> String {
    let text = path.display().to_string();
    if path.is_absolute() || text.starts_with("./") || text.starts_with("../") {
        text
    } else {
        format!("./{text}")
    }
}

/// The Go files of a package folder: no tests, none for other systems.
fn directory_files(dir: &Path) -> Result<Vec<PathBuf>, InputError> {
    let entries =
        std::fs::read_dir(dir).map_err(|e| InputError(format!("open {}: {e}", dir.display())))?;
    let mut files: Vec<PathBuf> = entries
        .filter_map(|e| e.ok().map(|e| e.path()))
        .filter(|p| p.extension().is_some_and(|e| e == "go") && is_for_here(p))
        .collect();
    files.sort();
    if files.is_empty() {
        return Err(InputError(format!("no Go files in {}", dir.display())));
    }
    Ok(files)
}

/// By its name: `x_test.go` and `x_windows.go` are not.
fn is_for_here(path: &Path) -> bool {
    const OTHERS: [&str; 24] = [
        "aix",
        "android",
        "darwin",
        "dragonfly",
        "freebsd",
        "illumos",
        "ios",
        "js",
        "netbsd",
        "openbsd",
        "plan9",
        "solaris",
        "wasip1",
        "windows",
        "386",
        "arm",
        "arm64",
        "loong64",
        "mips",
        "ppc64le",
        "riscv64",
        "s390x",
        "wasm",
        "test",
    ];
    let stem = path.file_stem().and_then(|s| s.to_str()).unwrap_or("");
    if stem.starts_with(['_', '.']) {
        return false;
    }
    let mut parts = stem.split('_');
    parts.next();
    !parts.any(|part| OTHERS.contains(&part))
}

/// The module around a folder: its path, and where it lies.
#[derive(Clone, Debug)]
pub struct Module {
    path: String,
    root: PathBuf,
}

/// The module that the first input belongs to, by the nearest `go.mod`.
pub fn find_module(paths: &[String]) -> Option<Module> {
    let first = std::path::absolute(paths.first()?).ok()?;
    let mut dir = if first.is_dir() {
        Some(first.as_path())
    } else {
        first.parent()
    };
    while let Some(at) = dir {
        if let Ok(text) = std::fs::read_to_string(at.join("go.mod")) {
            let path = text
                .lines()
                .find_map(|l| l.trim().strip_prefix("module "))?
                .trim()
                .trim_matches('"')
                .to_string();
            return Some(Module {
                path,
                root: at.to_path_buf(),
            });
        }
        dir = at.parent();
    }
    None
}

/// Parses the inputs as one package and everything that it imports.
pub fn parse(inputs: Vec<Input>, module: Option<Module>) -> Project {
    let mut loader = Loader {
        ast: Ast::new(),
        map: SourceMap::new(),
        diags: Diagnostics::default(),
        loaded: HashMap::new(),
        packages: Vec::new(),
        module,
    };
    let mut files = Vec::new();
    for input in inputs {
        let id = loader.map.add(input.name, input.text);
        if let Some(at) = input.invalid_at {
            let pos = loader.map.file(id).base.offset(at as u32);
            loader.diags.error(pos, "invalid UTF-8 encoding");
        }
        files.push(parser::parse_file(
            &mut loader.ast,
            &loader.map,
            id,
            &mut loader.diags,
        ));
    }
    let has_syntax_error = loader
        .diags
        .list
        .iter()
        .any(|d| d.message.starts_with("syntax error"));
    if !has_syntax_error {
        loader.import("runtime", Pos::NONE);
        for file in &files {
            loader.imports(file);
        }
    }
    let name = files
        .first()
        .map_or(Symbol::MAIN, |f| loader.ast.name(f.package));
    loader.same_package(&files, name);
    loader.packages.push(ParsedPackage {
        path: name,
        name,
        files,
        is_std: false,
    });
    Project {
        ast: loader.ast,
        map: loader.map,
        packages: loader.packages,
        diags: loader.diags,
    }
}

struct Loader {
    ast: Ast,
    map: SourceMap,
    diags: Diagnostics,
    /// Whether each imported package is complete (or still being loaded).
    loaded: HashMap<String, bool>,
    module: Option<Module>,
    packages: Vec<ParsedPackage>,
}

impl Loader {
    fn same_package(&mut self, files: &[File], name: Symbol) {
        for file in files {
            let other = self.ast.name(file.package);
            if other != name {
                let pos = self.ast.pos(file.package);
                self.diags
                    .error(pos, format!("package {other}; expected package {name}"));
            }
        }
    }

    fn imports(&mut self, file: &File) {
        for &decl in &file.decls {
            let DeclKind::Import { path, .. } = self.ast.decl(decl).kind else {
                continue;
            };
            let (pos, text) = self.literal(path);
            let path = parser::literal::string_value(&text);
            let path = String::from_utf8_lossy(&path).into_owned();
            self.import(&path, pos);
        }
    }

    fn literal(&self, e: parser::ast::ExprId) -> (Pos, String) {
        let expr = self.ast.expr(e);
        match expr.kind {
            ExprKind::BasicLit { end, .. } => (expr.pos, self.map.text(expr.pos, end).to_string()),
            _ => (expr.pos, String::new()),
        }
    }

    fn import(&mut self, path: &str, pos: Pos) {
        if path == "unsafe" {
            return;
        }
        match self.loaded.get(path) {
            Some(true) => return,
            Some(false) => {
                self.diags.push(Diagnostic::new(
                    pos,
                    format!("import cycle not allowed: {path}"),
                ));
                return;
            }
            None => {}
        }
        self.loaded.insert(path.to_string(), false);
        if let Some(sources) = stdlib::source_files(path) {
            let sources = sources
                .iter()
                .map(|&(name, text)| (name.to_string(), Cow::Borrowed(text)))
                .collect();
            self.package(path, sources, true);
        } else if let Some(dir) = self.module_folder(path) {
            self.module_package(path, &dir, pos);
        } else if path == "C" {
            self.diags.error(pos, "gorun does not support cgo");
        } else {
            self.diags.push(Diagnostic::new(
                pos,
                format!("package {path} is not in std"),
            ));
        }
        self.loaded.insert(path.to_string(), true);
    }

    /// The folder of a package of the user's own module.
    fn module_folder(&self, path: &str) -> Option<PathBuf> {
        let module = self.module.as_ref()?;
        let rest = path.strip_prefix(module.path.as_str())?;
        if rest.is_empty() {
            return Some(module.root.clone());
        }
        let dir = module.root.join(rest.strip_prefix('/')?);
        dir.is_dir().then_some(dir)
    }

    fn module_package(&mut self, path: &str, dir: &Path, pos: Pos) {
        let inputs = directory_files(dir).and_then(|files| {
            files
                .iter()
                .map(|f| read_file(f))
                .collect::<Result<Vec<_>, _>>()
        });
        match inputs {
            Ok(inputs) => {
                let here = std::env::current_dir().unwrap_or_default();
                let sources = inputs
                    .into_iter()
                    .map(|i| {
                        let name = match Path::new(&i.name).strip_prefix(&here) {
                            Ok(relative) => shown_name(relative),
                            Err(_) => i.name,
                        };
                        (name, Cow::Owned(i.text))
                    })
                    .collect();
                self.package(path, sources, false);
            }
            Err(InputError(message)) => self.diags.error(pos, message),
        }
    }

    fn package(&mut self, path: &str, sources: Vec<(String, Cow<'static, str>)>, is_std: bool) {
        let mut files = Vec::new();
        for (name, text) in sources {
            let id = self.map.add(name, text);
            let file = parser::parse_file(&mut self.ast, &self.map, id, &mut self.diags);
            self.imports(&file);
            files.push(file);
        }
        let name = files
            .first()
            .map_or(Symbol::EMPTY, |f| self.ast.name(f.package));
        self.packages.push(ParsedPackage {
            path: Symbol::intern(path),
            name,
            files,
            is_std,
        });
    }
}
