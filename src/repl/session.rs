//! One session: the program that grows, and the virtual machine that runs it.
//!
//! Every piece of an entry becomes a file of the session's package. Statements stand in a function
//! whose outermost variables become package variables; a line directive makes positions those of the
//! entry. What declares nothing is forgotten once it has run, in all phases, so that a session can go
//! on for ever.

mod about;
mod attic;
mod disassembly;
mod evaluate;
mod import;
mod memory;
pub mod probe;
mod successors;

use super::entry::{self, Piece, PieceKind};
use super::packages::{Import, add_packages, parse, parse_std};
use super::query::Shape;
use super::sources::Sources;
use crate::project::Options;
use bytecode::FuncIdx;
use compiler::session::Session as Compiled;
use parser::ast::Ast;
use source::{Diagnostic, Diagnostics, Pos, SourceMap, Symbol};
use std::collections::{HashMap, HashSet};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use types::object::PkgId;
use types::session::Suspended;
use types::{Checker, Config};

/// What entries call to show values, and its name in their files.
const SHOW: &str = "internal/repl";
const SHOW_NAME: &str = "gorun_repl";
/// So often a piece is tried with one more package imported.
const MAX_IMPORTS: usize = 20;

/// How far a goroutine's stack grows, in bytes: endless recursion is a frequent entry, and should be
/// found out soon.
const MAX_STACK: usize = 256 << 20;

/// Set by Ctrl-C while something runs; whoever reads entries takes it back before each.
pub static INTERRUPTED: AtomicBool = AtomicBool::new(false);

/// What a piece of an entry comes to: whether it went well, or why it is no Go.
pub type Evaluated = Result<bool, Vec<Diagnostic>>;

pub struct Session {
    ast: Ast,
    map: SourceMap,
    checker: Option<Suspended>,
    compiler: Option<Compiled>,
    loaded: &'static vm::Loaded,
    pkg: PkgId,
    packages: HashMap<String, PkgId>,
    /// How packages of modules are found.
    pub options: Options,
    /// In which folder imports of modules' packages stand.
    pub folder: PathBuf,
    /// Packages that have been checked, but not initialised.
    uninitialised: Vec<PkgId>,
    pub imports: Vec<Import>,
    pub sources: Sources,
    /// The functions that each name and type has been, oldest first.
    versions: HashMap<String, Vec<FuncIdx>>,
    /// Where versions are whose calls all come through the first one.
    latest: HashMap<String, vm::ImageId>,
    attic: attic::Attic,
    /// The bytecode of functions in force that the program does not have any more, by name.
    listings: HashMap<String, String>,
    /// The errors of the entry before still name its positions.
    unread: Option<Undo>,
    /// The entry that runs, or ran last.
    pub entries: usize,
    /// Names that mean something else since the last piece.
    pub changed: Vec<String>,
    /// What `:save` takes the piece for that runs; nothing if it means nothing in a program.
    kept_as: Option<PieceKind>,
    /// The entry has ended its goroutine.
    has_exited: bool,
    /// The entry would change the type of a method.
    pub reshapes: bool,
    memory: memory::Memory,
    /// How errors are shown.
    pub style: crate::report::Style,
    /// What panics are shown in.
    texts: crate::report::EntryTexts,
}

/// Something that may need packages; it gets those that were imported for it.
type Attempt<'a, T> = dyn FnMut(&mut Session, &[Import]) -> Result<T, Vec<Diagnostic>> + 'a;

/// How to forget an entry.
struct Undo {
    tree: parser::ast::Checkpoint,
    files: usize,
    checked: types::session::Mark,
}

/// What goes into a file of the session.
pub struct Unit {
    pub code: String,
    /// The code is statements.
    pub runs: bool,
}

impl Session {
    /// A session in which nothing is declared.
    ///
    /// # Errors
    /// Our own mistakes.
    pub fn start() -> Result<Session, String> {
        let mut ast = Ast::new();
        let mut map = SourceMap::new();
        let mut parsed = Vec::new();
        let mut seen = HashSet::new();
        for path in ["runtime", SHOW] {
            parse_std(path, &mut ast, &mut map, &mut seen, &mut parsed)?;
        }
        let text = format!("package main\nimport r {SHOW:?}\nfunc main() {{ r.Serve() }}\n");
        let (file, _) = parse(&mut ast, &mut map, "session", text);
        let config = Config {
            is_session: true,
            ..Config::default()
        };
        let mut ck = Checker::new(&ast, &map, config);
        let mut packages = HashMap::new();
        add_packages(&mut ck, parsed, &mut packages);
        let main = Symbol::intern("main");
        let pkg = ck.add_package(main, main, vec![file], false);
        ck.check_all();
        let fail = |diags: &Diagnostics, map: &SourceMap| {
            let first = diags.list.first();
            first.map(|d| d.to_gc_line(map)).unwrap_or_default()
        };
        if !ck.diags.is_empty() {
            return Err(fail(&ck.diags, &map));
        }
        let mut compiled = compiler::session::start(&mut ck, pkg).map_err(|d| fail(&d, &map))?;
        let program = compiled.program().clone();
        let loaded = vm::load_session(program, stdlib::natives(), &crate::run::config())
            .map_err(|e| e.to_string())?;
        let (plain, scanned) = loaded.globals.room();
        compiled.set_room((plain as u32, scanned as u32));
        let memory = memory::Memory::measure();
        if let Some(limit) = memory.limit() {
            loaded.runtime.heap.set_most(limit as usize);
        }
        runtime::stack::MAX_STACK_BYTES.store(MAX_STACK, Ordering::Relaxed);
        ck.reset_session(pkg);
        let checker = Some(ck.suspend());
        std::thread::Builder::new()
            .name("session".to_string())
            .spawn(move || vm::run(loaded, vm::RunConfig { exit_process: true }))
            .map_err(|e| e.to_string())?;
        runtime::session::outcome(Duration::from_secs(60)).ok_or("the session does not start")?;
        Ok(Session {
            ast,
            map,
            checker,
            compiler: Some(compiled),
            loaded,
            pkg,
            packages,
            options: Options::default(),
            folder: std::env::current_dir().unwrap_or_default(),
            uninitialised: Vec::new(),
            imports: Vec::new(),
            sources: Sources::default(),
            versions: HashMap::new(),
            latest: HashMap::new(),
            attic: attic::Attic::default(),
            listings: HashMap::new(),
            unread: None,
            entries: 0,
            changed: Vec::new(),
            kept_as: None,
            has_exited: false,
            reshapes: false,
            memory,
            style: crate::report::Style::Auto,
            texts: crate::report::EntryTexts::default(),
        })
    }

    /// Runs what was typed; false if something went wrong, which has been said.
    pub fn run(&mut self, text: &str) -> bool {
        self.entries += 1;
        let name = entry_name(self.entries);
        let pieces = self.pieces(&name, text);
        let has_functions = pieces.iter().any(|p| p.kind == PieceKind::Func);
        let is_right = self.run_whole(pieces);
        if !(has_functions && self.sources.has_function_of(&name)) {
            self.forget_text(&name);
        }
        is_right
    }

    /// Forgets the text of an entry whose lines nothing will name any more.
    fn forget_text(&mut self, name: &str) {
        self.map.remove_original(name);
        self.texts.remove(name);
    }

    /// Runs the files of one package, with their names, as one entry.
    pub fn run_files(&mut self, files: &[(String, String)]) -> bool {
        let mut pieces = Vec::new();
        for (name, text) in files {
            // Traces know files by their suffix, and a directive ends with its comment.
            let is_plain = name.ends_with(".go") && !name.contains([':', '*', '\n']);
            let name = match is_plain {
                true => name.clone(),
                false => {
                    self.entries += 1;
                    let entry = format!("entry{}", self.entries);
                    note(&format!("{entry}: {name}"));
                    entry
                }
            };
            pieces.extend(self.pieces(&name, text));
        }
        self.run_whole(pieces)
    }

    /// The pieces of a text that is called so in messages.
    fn pieces(&mut self, name: &str, text: &str) -> Vec<Piece> {
        self.map.set_original(name.to_string(), text.to_string());
        self.texts.add(name, text, self.style);
        entry::pieces(text, name)
    }

    fn run_whole(&mut self, mut pieces: Vec<Piece>) -> bool {
        // Nothing runs if the parser refuses something.
        if let Some(wrong) = pieces.iter().position(|p| p.kind == PieceKind::Wrong) {
            pieces = vec![pieces.swap_remove(wrong)];
        }
        // Files that come one after the other import in the middle.
        let is_import = |p: &Piece| p.kind == PieceKind::Import;
        if pieces
            .iter()
            .all(|p| p.kind.is_declaration() || is_import(p))
        {
            pieces.sort_by_key(|p| !is_import(p));
        }
        let is_right = self.run_pieces(&pieces);
        if std::mem::take(&mut self.memory.is_full) {
            self.control("FreeMemory()");
        }
        is_right
    }

    fn run_pieces(&mut self, pieces: &[Piece]) -> bool {
        let mut rest = pieces;
        while let Some(first) = rest.first() {
            let declarations = rest.iter().take_while(|p| p.kind.is_declaration());
            let declarations = &rest[..declarations.count()];
            let needs_package = |p: &Piece| matches!(p.kind, PieceKind::Type | PieceKind::Func);
            let group = match declarations.iter().any(needs_package) {
                true => declarations,
                false => &rest[..1],
            };
            self.kept_as = Some(first.kind);
            self.has_exited = false;
            let result = match first.kind {
                _ if group.iter().any(needs_package) => self.declare(group),
                PieceKind::Import => self.import(first),
                PieceKind::Expr => self.show(first),
                _ => self.statement(first),
            };
            match result {
                Ok(true) => {
                    let mut group = group.to_vec();
                    for piece in &mut group {
                        piece.changes = piece.names.iter().any(|n| self.changed.contains(n));
                    }
                    if let Some(kind) = self.kept_as {
                        group[0].kind = kind;
                        for entry in self.sources.add(&group) {
                            self.forget_text(&entry);
                        }
                    }
                    self.follow_changes();
                    if self.has_exited {
                        return true;
                    }
                }
                Ok(false) => return false,
                Err(errors) => {
                    let errors = match first.kind {
                        PieceKind::Wrong => self.within_entry(errors),
                        _ => errors,
                    };
                    self.report(&errors);
                    return false;
                }
            }
            rest = &rest[group.len()..];
        }
        true
    }

    /// Errors of the parser without what it says of the brace that we have put behind the entry.
    pub(super) fn within_entry(&self, mut errors: Vec<Diagnostic>) -> Vec<Diagnostic> {
        const BRACE: &str = "unexpected }";
        const OUTSIDE: &str = "non-declaration statement outside function body";
        let is_ours = |e: &Diagnostic| {
            let end = self.map.position(e.pos).filter(|p| p.column == 1);
            let entry = end.and_then(|p| {
                let text = self.map.original(&p.name)?;
                Some(text.lines().count() < p.line as usize)
            });
            entry == Some(true)
        };
        errors.dedup_by(|later, _| is_ours(later));
        if let Some(first) = errors.first_mut() {
            if is_ours(first) && first.message.contains(BRACE) {
                first.message = first.message.replacen(BRACE, "unexpected end of entry", 1);
                // Where the last line ends.
                first.pos = Pos(first.pos.0 - 1);
            } else if is_ours(first) && first.message.contains(OUTSIDE) {
                // A brace of the entry has closed its function.
                first.message = first.message.replacen(OUTSIDE, BRACE, 1);
                first.pos = Pos(first.pos.0 - 2);
            } else if let Some(message) = first.message.strip_suffix(", expected }") {
                first.message = message.to_string();
            }
        }
        errors
    }

    /// Prints what is wrong with the entry.
    pub fn report(&mut self, errors: &[Diagnostic]) {
        runtime::column::fresh_line(2);
        crate::report::print(&self.map, errors, self.style);
        self.forget_unread();
    }

    /// Runs a statement of our own.
    pub fn control(&mut self, call: &str) -> bool {
        let unit = Unit {
            code: format!("{SHOW_NAME}.{call}"),
            runs: true,
        };
        matches!(self.evaluate(&unit), Ok(true))
    }

    /// Whether a goroutine that is not an entry's has failed since the last time.
    pub fn has_lost_goroutines(&self) -> bool {
        runtime::session::take_deaths() > 0
    }

    /// Lets goroutines run for a moment.
    pub fn settle(&mut self) {
        self.control("Settle()");
    }

    /// Forgets all declarations and imports; goroutines go on.
    pub fn reset(&mut self) {
        if let Some(kept) = self.checker.take() {
            let mut ck = kept.resume(&self.ast, &self.map);
            ck.reset_session(self.pkg);
            self.checker = Some(ck.suspend());
        }
        self.sources = Sources::default();
        self.imports.clear();
        self.versions.clear();
        self.latest.clear();
        self.attic = attic::Attic::default();
        self.listings.clear();
    }

    fn statement(&mut self, piece: &Piece) -> Evaluated {
        // Mistakes within a function or an import are its own.
        let is_function = piece.kind == PieceKind::Wrong && entry::begins_outside(&piece.text);
        let unit = Unit {
            code: piece.placed(),
            runs: !is_function,
        };
        self.evaluate(&unit)
    }

    /// Runs an expression and shows its values.
    fn show(&mut self, piece: &Piece) -> Evaluated {
        let shape = match self.shape(&piece.placed()) {
            Ok(shape) => shape,
            Err(errors) => {
                let what = self.name_without_value(&piece.text, &errors);
                let what = what.ok_or(errors)?;
                self.kept_as = None;
                return shown(&what);
            }
        };
        if matches!(shape, Shape::NoValue | Shape::Printed) {
            self.kept_as = Some(PieceKind::Stmt);
            return self.statement(piece);
        }
        if !matches!(shape, Shape::Values(_)) {
            self.kept_as = None;
        }
        let types = match shape {
            Shape::NoValue | Shape::Printed => return Ok(true),
            Shape::Values(types) => types,
            Shape::Nil => return shown("nil"),
            Shape::Exact { value, kind } => return shown(&format!("{value} : {kind}")),
            Shape::Type { .. } => return shown(&shape.describe()),
        };
        let names: Vec<String> = (0..types.len()).map(|i| format!("gorun_{i}")).collect();
        let values = names.iter().zip(&types);
        let values: Vec<String> = values.map(|(n, t)| format!("{t:?}, &{n}")).collect();
        let unit = Unit {
            code: format!(
                "{{ {} := {}\n{SHOW_NAME}.Show({}) }}",
                names.join(", "),
                piece.placed(),
                values.join(", ")
            ),
            runs: true,
        };
        self.evaluate(&unit)
    }
}

/// What positions call an entry.
fn entry_name(number: usize) -> String {
    format!("entry{number}")
}

fn shown(text: &str) -> Evaluated {
    runtime::column::fresh_line(1);
    println!("{text}");
    Ok(true)
}

/// Says something in passing.
pub fn note(text: &str) {
    runtime::column::fresh_line(2);
    if crate::report::has_colors() {
        eprintln!("\x1b[2m{text}\x1b[0m");
    } else {
        eprintln!("{text}");
    }
}
