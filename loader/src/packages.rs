//! Loading a package with everything that it imports, depth first, imports in the order of their
//! paths. Messages and their order are those of the go command: one mistake a package, those of a
//! package's imports before its own.

use crate::directives;
use crate::embed::{Embed, Patterns};
use crate::folder::{Folder, NoFiles};
use crate::imports;
use crate::initorder;
use crate::path;
use crate::place::plain_name;
use crate::platform::Tags;
use crate::project::{Input, InputError, Options, ParsedPackage, Project, StdSources, input};
use crate::std_names;
use crate::version::LangVersion;
use crate::workspace::{Found, Mode, Workspace, without_module};
use parser::ast::{Ast, File};
use source::{Diagnostic, Diagnostics, Pos, SourceMap, Symbol};
use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::fmt::Write;
use std::path::{Path, PathBuf};

/// The import path of a package made of files given one by one.
pub(crate) const ROOT_PATH: &str = "command-line-arguments";

/// Positions of all sources together must fit 32 bits.
const MAX_TOTAL_SIZE: usize = 1 << 31;

/// A package as far as it is loaded.
struct Node {
    path: String,
    name: Symbol,
    files: Vec<File>,
    file_versions: Vec<Option<LangVersion>>,
    lang: LangVersion,
    is_std: bool,
    imports: Vec<usize>,
    diags: Diagnostics,
    embeds: Vec<Embed>,
    is_done: bool,
    /// Without mistakes that the parser finds: its imports can be followed.
    is_readable: bool,
    error: Option<Diagnostic>,
    /// Import paths that are none: for the compiler to report.
    misspelled: Vec<Diagnostic>,
    /// What stops only the building of it.
    late_error: Option<Diagnostic>,
}

impl Node {
    fn new(path: &str, lang: LangVersion, is_std: bool) -> Node {
        Node {
            path: path.to_string(),
            name: Symbol::EMPTY,
            files: Vec::new(),
            file_versions: Vec::new(),
            lang,
            is_std,
            imports: Vec::new(),
            diags: Diagnostics::default(),
            embeds: Vec::new(),
            is_done: false,
            is_readable: true,
            error: None,
            misspelled: Vec::new(),
            late_error: None,
        }
    }
}

/// A package being loaded: one of the import stack.
struct Frame {
    path: String,
    /// The base name of the file that imports it.
    from: String,
}

pub(crate) struct Loader {
    ast: Ast,
    map: SourceMap,
    std: StdSources,
    tags: Tags,
    mode: Option<Mode>,
    /// Where go.mod is looked for first.
    start: PathBuf,
    /// Found at the first need.
    workspace: Option<Result<Option<Workspace>, String>>,
    nodes: Vec<Node>,
    index: HashMap<String, usize>,
    /// Packages that the program has already.
    known: HashSet<String>,
    stack: Vec<Frame>,
    /// What is wrong with go.mod: nothing else matters then.
    fatal: Option<String>,
    /// Packages in the order of completion.
    done: Vec<usize>,
}

impl Loader {
    pub fn new(options: &Options, std: StdSources, start: PathBuf) -> Loader {
        Loader {
            ast: Ast::new(),
            map: SourceMap::new(),
            std,
            tags: Tags::new(options.tags.clone()),
            mode: options.mode,
            start,
            workspace: None,
            nodes: Vec::new(),
            index: HashMap::new(),
            known: HashSet::new(),
            stack: Vec::new(),
            fatal: None,
            done: Vec::new(),
        }
    }

    /// A loader for more of a program that has a tree, sources and these packages.
    pub fn growing(self, ast: Ast, map: SourceMap, known: HashSet<String>) -> Loader {
        Loader {
            ast,
            map,
            known,
            ..self
        }
    }

    /// # Errors
    /// Mistakes in go.mod and the like.
    pub fn workspace(&mut self) -> Result<Option<&Workspace>, String> {
        let found = self
            .workspace
            .get_or_insert_with(|| Workspace::find(&self.start, self.mode));
        match found {
            Ok(workspace) => Ok(workspace.as_ref()),
            Err(message) => Err(format!("gorun: {message}")),
        }
    }

    /// Loads the user's package from a folder.
    ///
    /// # Errors
    /// A folder without Go files.
    pub fn root_folder(
        &mut self,
        path: &str,
        lang: LangVersion,
        dir: &Path,
        tags: &Tags,
    ) -> Result<(), InputError> {
        let folder = Folder::read(dir, tags)?;
        match folder.select(tags) {
            Ok(selection) => {
                let files = selection.go.into_iter().map(input).collect();
                self.root(path, lang, dir, files, &selection.assembly);
                Ok(())
            }
            Err(NoFiles::Empty) => Err(InputError(NoFiles::Empty.message(dir))),
            Err(why) => Err(InputError(format!("package {path}: {}", why.message(dir)))),
        }
    }

    /// Loads the user's package, whose files these are.
    pub fn root(
        &mut self,
        path: &str,
        lang: LangVersion,
        dir: &Path,
        files: Vec<(Input, Option<LangVersion>)>,
        assembly: &[String],
    ) {
        // The user's files come first, so that their positions do.
        let root = self.add_node(path, lang, false);
        self.stack.push(Frame {
            path: path.to_string(),
            from: String::new(),
        });
        self.parse_files(root, dir, files, assembly);
        if self.nodes[root].is_readable {
            self.import_std("runtime");
        }
        self.imports(root, dir);
        self.complete(root);
    }

    fn add_node(&mut self, path: &str, lang: LangVersion, is_std: bool) -> usize {
        let node = self.nodes.len();
        self.nodes.push(Node::new(path, lang, is_std));
        self.index.insert(path.to_string(), node);
        node
    }

    fn complete(&mut self, node: usize) {
        self.stack.pop();
        self.nodes[node].is_done = true;
        self.done.push(node);
    }

    /// A diagnostic whose message carries its position as the go command writes it.
    fn located(&self, pos: Pos, message: &str) -> Diagnostic {
        let message = match self.map.position(pos) {
            Some(p) => format!("{}:{}:{}: {message}", plain_name(&p.name), p.line, p.column),
            None => message.to_string(),
        };
        Diagnostic::located(pos, message)
    }

    /// `package a\n\timports b\n\timports c`.
    fn import_stack(&self, with_files: bool) -> String {
        let mut text = String::from("package ");
        for (i, frame) in self.stack.iter().enumerate() {
            if i > 0 {
                text.push_str("\n\timports ");
            }
            text.push_str(&frame.path);
            if i > 0 && with_files {
                let _ = write!(text, " from {}", frame.from);
            }
        }
        text
    }

    fn fail(&mut self, node: usize, error: Diagnostic) {
        self.nodes[node].error.get_or_insert(error);
    }

    fn parse_files(
        &mut self,
        node: usize,
        dir: &Path,
        files: Vec<(Input, Option<LangVersion>)>,
        assembly: &[String],
    ) {
        let mut patterns = Vec::new();
        let mut c_imports = Vec::new();
        let mut used: usize = self.map.files().map(|(_, f)| f.text.len() + 1).sum();
        for (input, version) in files {
            used += input.text.len() + 1;
            if used > MAX_TOTAL_SIZE {
                let message = format!("{}: too much source text", plain_name(&input.name));
                self.fail(node, Diagnostic::located(Pos::NONE, message));
                break;
            }
            let mut diags = Diagnostics::default();
            let id = self.map.add(input.name, input.text);
            for at in input.invalid_at {
                let pos = self.map.file(id).base.offset(at as u32);
                diags.error(pos, "invalid UTF-8 encoding");
            }
            let file = parser::parse_file(&mut self.ast, &self.map, id, &mut diags);
            let c = imports::of(&file, &self.ast, &self.map).find(|i| i.path == "C");
            if let Some(c) = c {
                c_imports.push(c.pos);
                continue;
            }
            if self.ast.name(file.package).as_str() == "documentation" {
                continue;
            }
            self.nodes[node].is_readable &= !has_syntax_error(&diags);
            if !has_syntax_error(&diags) {
                directives::check(&file, &self.ast, &self.map, assembly, &mut diags);
                let of_file = Patterns::of(&file);
                let embeds = of_file.embeds(&file, dir, &self.ast, &self.map, &mut diags);
                if imports::has(&file, &self.ast, &self.map, "embed") {
                    patterns.push(of_file);
                }
                self.nodes[node].embeds.extend(embeds);
            }
            let n = &mut self.nodes[node];
            n.diags.list.append(&mut diags.list);
            n.files.push(file);
            n.file_versions.push(version);
        }
        if self.nodes[node].files.is_empty()
            && let Some(&pos) = c_imports.first()
        {
            let error = self.located(pos, "import \"C\": gorun does not support cgo");
            self.fail(node, error);
        }
        self.check_names(node, dir);
        let unmatched = patterns.iter().find_map(|p| p.resolve(dir).err());
        if let Some(e) = unmatched {
            let error = self.located(e.pos, &e.message);
            self.fail(node, error);
        }
    }

    /// All files of a folder must be of one package.
    fn check_names(&mut self, node: usize, dir: &Path) {
        let mut first: Option<(Symbol, String)> = None;
        let mut conflict = None;
        for file in &self.nodes[node].files {
            let name = self.ast.name(file.package);
            let base = base_name(&self.map.file(file.file).name);
            match &first {
                // Without a package clause there is no name.
                _ if name.is_blank() => {}
                None => first = Some((name, base)),
                Some((one, _)) if *one == name => {}
                Some((one, its_file)) => {
                    conflict.get_or_insert(format!(
                        "found packages {one} ({its_file}) and {name} ({base}) in {}",
                        dir.display()
                    ));
                }
            }
        }
        self.nodes[node].name = first.map_or(Symbol::EMPTY, |f| f.0);
        if let Some(message) = conflict {
            self.fail(node, Diagnostic::located(Pos::NONE, message));
        }
    }

    /// Loads what the package's files import.
    fn imports(&mut self, node: usize, dir: &Path) {
        if !self.nodes[node].is_readable {
            return;
        }
        let mut wanted: BTreeMap<String, Pos> = BTreeMap::new();
        let mut misspelled = Vec::new();
        for file in &self.nodes[node].files {
            for import in imports::of(file, &self.ast, &self.map) {
                match path::misspelling(&import.path) {
                    None => {
                        wanted.entry(import.path).or_insert(import.pos);
                    }
                    Some(why) => {
                        let message = format!("invalid import path ({why})");
                        misspelled.push(Diagnostic::new(import.path_pos, message));
                    }
                }
            }
        }
        self.nodes[node].misspelled = misspelled;
        wanted.remove("unsafe");
        for (path, pos) in wanted {
            let imported = self.import(&path, pos);
            self.nodes[node].imports.push(imported);
            if !self.nodes[node].is_std {
                self.check_import(node, imported, pos, dir);
            }
        }
    }

    fn import_std(&mut self, path: &str) -> usize {
        match self.index.get(path) {
            Some(&known) => known,
            None => self.import(path, Pos::NONE),
        }
    }

    /// The package with an import path, loaded if it has not been.
    fn import(&mut self, path: &str, pos: Pos) -> usize {
        let from = match self.map.file_of(pos) {
            Some(file) => base_name(&self.map.file(file).name),
            None => String::new(),
        };
        self.stack.push(Frame {
            path: path.to_string(),
            from,
        });
        if let Some(&known) = self.index.get(path) {
            if !self.nodes[known].is_done {
                let message = format!("{}: import cycle not allowed", self.import_stack(true));
                self.fail(known, Diagnostic::located(pos, message));
            }
            self.stack.pop();
            return known;
        }
        let sources = (self.std)(path);
        let node = self.add_node(path, LangVersion::CURRENT, sources.is_some());
        match sources {
            _ if self.known.contains(path) => {}
            Some(sources) => self.std_package(node, sources),
            None => match self.locate(path) {
                Ok(found) => self.user_package(node, &found, pos),
                Err(message) => {
                    let error = self.located(pos, &message);
                    self.fail(node, error);
                }
            },
        }
        self.complete(node);
        node
    }

    fn std_package(&mut self, node: usize, sources: &'static [(&'static str, &'static str)]) {
        for &(name, text) in sources {
            let id = self.map.add(name, Cow::Borrowed(text));
            let n = &mut self.nodes[node];
            let file = parser::parse_file(&mut self.ast, &self.map, id, &mut n.diags);
            n.files.push(file);
            n.file_versions.push(None);
        }
        self.check_names(node, Path::new(""));
        self.imports(node, Path::new(""));
    }

    fn user_package(&mut self, node: usize, found: &Found, pos: Pos) {
        self.nodes[node].lang = found.lang;
        let dir = found.dir.as_path();
        let folder = match Folder::read(dir, &self.tags) {
            Ok(folder) => folder,
            Err(message) => {
                let error = self.located(pos, &message);
                return self.fail(node, error);
            }
        };
        match folder.select(&self.tags) {
            Ok(selection) => {
                let files = selection.go.into_iter().map(input).collect();
                self.parse_files(node, dir, files, &selection.assembly);
                let conflict = self.nodes[node].error.take();
                if let Some(error) = conflict {
                    // Two packages in a folder are the importing file's problem.
                    let is_placed = error.pos.is_known();
                    let error = match is_placed {
                        true => error,
                        false => self.located(pos, &error.message),
                    };
                    self.fail(node, error);
                }
                self.imports(node, dir);
            }
            Err(why @ (NoFiles::OnlyTests | NoFiles::ExcludedButTests)) => {
                let message = format!("{}: {}", self.nodes[node].path, why.message(dir));
                self.nodes[node].late_error = Some(Diagnostic::located(pos, message));
            }
            Err(why) => {
                let message = format!("{}: {}", self.import_stack(false), why.message(dir));
                self.fail(node, Diagnostic::located(pos, message));
            }
        }
    }

    /// The folder of a package that is not gorun's own.
    fn locate(&mut self, path: &str) -> Result<Found, String> {
        if path == "C" {
            return Err("gorun does not support cgo".into());
        }
        if path::is_relative(path) {
            return Err(format!(
                "{path:?} is relative, but relative import paths are not supported in module mode"
            ));
        }
        if path.starts_with('/') {
            return Err(format!(
                "could not import {path} (import path cannot be absolute path)"
            ));
        }
        if let Some(message) = path::import_path_error(path) {
            let elements: Vec<&str> = path.split('/').filter(|e| !e.is_empty()).collect();
            let canonical = elements.join("/");
            if (self.std)(&canonical).is_some() {
                return Err(format!(
                    "could not import {path} (non-canonical import path {path:?} (should be {canonical:?}))"
                ));
            }
            return Err(message);
        }
        if std_names::is_public(path) {
            return Err(format!("gorun does not have package {path} yet"));
        }
        let found = match self.workspace() {
            Ok(Some(workspace)) => return workspace.resolve(path),
            Ok(None) => Ok(()),
            Err(message) => Err(message),
        };
        self.fatal = found.err();
        Err(without_module(path))
    }

    /// Whether the package may import the other one.
    fn check_import(&mut self, node: usize, imported: usize, pos: Pos, dir: &Path) {
        let other = &self.nodes[imported];
        let (path, exists, is_std) = (other.path.clone(), other.error.is_none(), other.is_std);
        if other.name == Symbol::MAIN && other.is_done && exists {
            let message = format!("import {path:?} is a program, not an importable package");
            let error = self.located(pos, &message);
            self.fail(node, error);
            return;
        }
        let Some(parent) = path::parent_of_internal(&path) else {
            return;
        };
        let is_std = is_std || parent.is_empty();
        let importer = self.importer_path(node, dir);
        let is_inside = path::strip_prefix(&importer, parent).is_some() && !is_std;
        if is_inside || !exists && !is_std {
            return;
        }
        let message = format!("use of internal package {path} not allowed");
        let located = self.located(pos, &message).message;
        let text = format!("{}\n\t{located}", self.import_stack(false));
        // It says more than that the package is missing.
        self.nodes[imported].error = None;
        self.fail(node, Diagnostic::located(pos, text));
    }

    /// The import path that decides about internal packages: of files given one by one it is that
    /// of their folder.
    fn importer_path(&mut self, node: usize, dir: &Path) -> String {
        let path = self.nodes[node].path.clone();
        if path != ROOT_PATH {
            return path;
        }
        match self.workspace() {
            Ok(Some(workspace)) => workspace.package_in(dir).map_or(path, |p| p.0),
            _ => path,
        }
    }

    /// What keeps the packages from being put together.
    fn errors(&self) -> Vec<Diagnostic> {
        if let Some(message) = &self.fatal {
            return vec![Diagnostic::located(Pos::NONE, message.clone())];
        }
        let done = || self.done.iter().map(|&node| &self.nodes[node]);
        let errors: Vec<_> = done().filter_map(|n| n.error.clone()).collect();
        if errors.is_empty() {
            return done().filter_map(|n| n.late_error.clone()).collect();
        }
        let misspelled = done().flat_map(|n| n.misspelled.iter().cloned());
        misspelled.chain(errors).collect()
    }

    /// What was loaded, in the order of initialisation.
    pub fn finish(mut self) -> Project {
        let errors = self.errors();
        if errors.is_empty() {
            for node in &mut self.nodes {
                node.diags.list.append(&mut node.misspelled);
            }
        }
        let graph: Vec<initorder::Package<'_>> = self
            .nodes
            .iter()
            .map(|n| initorder::Package {
                path: &n.path,
                imports: &n.imports,
            })
            .collect();
        let runtime = self.index.get("runtime").copied();
        let order = initorder::order(&graph, runtime);
        let mut place = vec![0; self.nodes.len()];
        for (i, &node) in order.iter().enumerate() {
            place[node] = i;
        }
        let mut nodes: Vec<Option<Node>> = self.nodes.into_iter().map(Some).collect();
        let packages = order
            .iter()
            .filter_map(|&i| nodes[i].take())
            .map(|n| ParsedPackage {
                path: match n.name {
                    Symbol::MAIN => Symbol::MAIN,
                    _ => Symbol::intern(&n.path),
                },
                name: n.name,
                files: n.files,
                file_versions: n.file_versions,
                lang: n.lang,
                is_std: n.is_std,
                imports: n.imports.iter().map(|&i| place[i]).collect(),
                diags: n.diags,
                embeds: n.embeds,
            })
            .collect();
        Project {
            ast: self.ast,
            map: self.map,
            packages,
            errors,
        }
    }
}

fn has_syntax_error(diags: &Diagnostics) -> bool {
    diags
        .list
        .iter()
        .any(|d| d.message.starts_with("syntax error"))
}

fn base_name(name: &str) -> String {
    name.rsplit('/').next().unwrap_or(name).to_string()
}
