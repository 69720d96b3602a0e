//! One session: the program that grows, and the virtual machine that runs it.
//!
//! Every piece of an entry becomes a file of the session's package. Statements stand in a function
//! whose outermost variables become package variables; a line directive makes positions those of the
//! entry. What declares nothing is forgotten once it has run, in all phases, so that a session can go
//! on for ever.

pub mod probe;

use super::entry::{self, Piece, PieceKind};
use super::packages::{self, Import, add_packages, parse, parse_std};
use super::query::Shape;
use super::save;
use super::sources::Sources;
use bytecode::FuncIdx;
use compiler::session::Session as Compiled;
use parser::ast::{Ast, DeclKind, ExprId, ExprKind, File, StmtKind};
use runtime::session::{ENTRY_FUNCTION, Outcome};
use source::{Diagnostic, Diagnostics, Pos, SourceMap, Symbol};
use std::collections::{HashMap, HashSet};
use std::io::IsTerminal;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use types::object::{ObjId, ObjectKind, PkgId};
use types::session::{Entry, Suspended};
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
    /// Packages that have been checked, but not initialised.
    uninitialised: Vec<PkgId>,
    pub imports: Vec<Import>,
    pub sources: Sources,
    /// The functions that each name and type has been, oldest first.
    versions: HashMap<String, Vec<FuncIdx>>,
    /// Versions whose calls all come through the first one.
    latest: HashMap<String, FuncIdx>,
    /// The errors of the entry before still name its positions.
    unread: Option<Undo>,
    /// The entry that runs, or ran last.
    pub entries: usize,
    /// Names that mean something else since the last piece.
    pub changed: Vec<String>,
    /// What `:save` takes the piece for that runs; nothing if it means nothing in a program.
    kept_as: Option<PieceKind>,
    /// The entry would change the type of a method.
    pub reshapes: bool,
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
    compiled: compiler::session::Mark,
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
        let compiled = compiler::session::start(&mut ck, pkg).map_err(|d| fail(&d, &map))?;
        let program = compiled.program().clone();
        let loaded = vm::load_session(program, stdlib::natives(), &crate::run::config())
            .map_err(|e| e.to_string())?;
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
            uninitialised: Vec::new(),
            imports: Vec::new(),
            sources: Sources::default(),
            versions: HashMap::new(),
            latest: HashMap::new(),
            unread: None,
            entries: 0,
            changed: Vec::new(),
            kept_as: None,
            reshapes: false,
            style: crate::report::Style::Auto,
            texts: crate::report::EntryTexts::default(),
        })
    }

    /// Runs what was typed; false if something went wrong, which has been said.
    pub fn run(&mut self, text: &str) -> bool {
        self.entries += 1;
        INTERRUPTED.store(false, Ordering::SeqCst);
        let mut pieces = entry::pieces(text, self.entries);
        let name = format!("entry{}", self.entries);
        self.map.set_original(name.clone(), text.to_string());
        self.texts.add(&name, text, self.style);
        let has_functions = pieces.iter().any(|p| p.kind == PieceKind::Func);
        // Nothing runs if the parser refuses something.
        if let Some(wrong) = pieces.iter().position(|p| p.kind == PieceKind::Wrong) {
            pieces = vec![pieces.swap_remove(wrong)];
        }
        let is_right = self.run_pieces(&pieces);
        if !has_functions {
            // Nothing will name its lines any more.
            self.map.remove_original(&name);
            self.texts.remove(&name);
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
            let result = match first.kind {
                _ if group.iter().any(needs_package) => self.declare(group),
                PieceKind::Import => self.import(first),
                PieceKind::Expr => self.show(first),
                _ => self.statement(first),
            };
            match result {
                Ok(true) => {
                    let mut group = group.to_vec();
                    if let Some(kind) = self.kept_as {
                        group[0].kind = kind;
                        self.sources.add(&group);
                    }
                    self.follow_changes();
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
    fn within_entry(&self, mut errors: Vec<Diagnostic>) -> Vec<Diagnostic> {
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
        crate::report::print(&self.map, errors, self.style);
        self.forget_unread();
    }

    /// Prints the type of an expression.
    pub fn type_of(&mut self, text: &str) -> bool {
        self.entries += 1;
        let errors = match self.static_type(text) {
            Ok(text) => {
                println!("{text}");
                return true;
            }
            Err(errors) => errors,
        };
        match self.name_without_value(text) {
            Some(what) => println!("{what}"),
            None => {
                self.report(&errors);
                return false;
            }
        }
        true
    }

    /// What a name stands for that is no expression: a package, or something generic.
    fn name_without_value(&mut self, name: &str) -> Option<String> {
        let names = self.names();
        if let Some((_, what)) = names.iter().find(|n| n.0 == name) {
            return Some(what.clone());
        }
        let import = self.imports.iter().find(|i| i.name == name);
        let path = match import {
            Some(import) => &import.path,
            None => packages::std_package(name)?,
        };
        Some(format!("package {path}"))
    }

    /// Runs a statement of our own.
    pub fn control(&mut self, call: &str) -> bool {
        let unit = Unit {
            code: format!("{SHOW_NAME}.{call}"),
            runs: true,
        };
        matches!(self.evaluate(&unit), Ok(true))
    }

    /// The session's variables, functions and types that are in force, with what they are.
    pub fn names(&mut self) -> Vec<(String, String)> {
        let Some(kept) = self.checker.take() else {
            return Vec::new();
        };
        let ck = kept.resume(&self.ast, &self.map);
        let scope = ck.pkg(self.pkg).scope;
        let mut names: Vec<(String, String)> = Vec::new();
        for &(name, obj) in ck.scope(scope).objects() {
            let ty = ck.type_string(ck.obj(obj).ty);
            let what = match ck.obj(obj).kind {
                ObjectKind::Var(_) => format!("var {ty}"),
                ObjectKind::Const { .. } => format!("const {ty}"),
                ObjectKind::Func(_) => ty,
                ObjectKind::TypeName => "type".to_string(),
                _ => continue,
            };
            names.push((name.as_str().to_string(), what));
        }
        self.checker = Some(ck.suspend());
        names.sort();
        names
    }

    /// The session as a program.
    pub fn program(&mut self) -> String {
        let names = self.names();
        let variables: Vec<(String, String)> = names
            .into_iter()
            .filter_map(|(name, what)| Some((name, what.strip_prefix("var ")?.to_string())))
            .collect();
        save::program(&self.sources.list, &self.imports, &variables)
    }

    /// What is known about a name: of the session, or of the standard library.
    pub fn doc(&mut self, name: &str) -> Option<crate::doc::Doc> {
        let mut own = String::from("package main\n");
        for piece in &self.sources.list {
            if piece.kind.is_declaration() {
                own.push_str(&format!("\n{}\n{}\n", piece.doc, piece.text));
            }
        }
        let import = self.imports.iter().find(|i| {
            let base = name.split('.').next();
            base == Some(i.name.as_str())
        });
        let name = match import {
            Some(import) => name.replacen(&import.name, &import.path, 1),
            None => name.to_string(),
        };
        crate::doc::lookup(&name, &[&own])
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
    }

    /// The bytecode of the function or method in force that is called so.
    pub fn disassemble(&self, name: &str) -> Option<String> {
        let program = self.compiler.as_ref()?.program();
        let by_value = format!("main.{name}");
        let by_pointer = name
            .split_once('.')
            .map(|(base, method)| format!("main.(*{base}).{method}"));
        let is_wanted = |n: &str| n == by_value || by_pointer.as_deref() == Some(n);
        let is_own = |f: &bytecode::Function| is_wanted(&f.name) && !f.is_wrapper;
        let last = program.funcs.iter().rposition(is_own)?;
        let mut one = program.clone();
        for (i, f) in one.funcs.iter_mut().enumerate() {
            if i != last && is_wanted(&f.name) {
                f.name.push_str(" (earlier)");
            }
        }
        let line = |_: u32, _: u32| None;
        Some(bytecode::disasm::disassemble(&one, &is_wanted, &line))
    }

    fn import(&mut self, piece: &Piece) -> Evaluated {
        let (mut ast, mut map) = (Ast::new(), SourceMap::new());
        let text = format!("package p\n{}\n", piece.text);
        let (file, _) = parse(&mut ast, &mut map, "import", text);
        for (name, path) in packages::imports_of(&ast, &map, &file.decls) {
            if stdlib::source_files(&path).is_none() && path != "unsafe" {
                let message = format!("package {path} is not in std");
                return Err(vec![Diagnostic::new(Pos::NONE, message)]);
            }
            let name = name.unwrap_or_else(|| packages::last_element(&path).to_string());
            self.imports.retain(|i| i.name != name || name == ".");
            self.imports.push(Import { name, path });
        }
        Ok(true)
    }

    fn statement(&mut self, piece: &Piece) -> Evaluated {
        let unit = Unit {
            code: piece.placed(),
            runs: true,
        };
        self.evaluate(&unit)
    }

    /// Runs an expression and shows its values.
    fn show(&mut self, piece: &Piece) -> Evaluated {
        let shape = match self.shape(&piece.placed()) {
            Ok(shape) => shape,
            Err(errors) => {
                let what = self.name_without_value(&piece.text).ok_or(errors)?;
                self.kept_as = None;
                return shown(&what);
            }
        };
        // How much was printed is of no interest.
        if shape == Shape::NoValue || is_print(&piece.text) {
            self.kept_as = Some(PieceKind::Stmt);
            return self.statement(piece);
        }
        if !matches!(shape, Shape::Values { .. }) {
            self.kept_as = None;
        }
        let types = match shape {
            Shape::NoValue => return Ok(true),
            Shape::Values { types, .. } => types,
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

    /// Checks, compiles, loads and runs; false if it panicked or was interrupted. Packages that are
    /// missing are imported.
    pub fn evaluate(&mut self, unit: &Unit) -> Evaluated {
        self.with_imports(&unit.code, &mut |session, imported| {
            session.attempt(unit, imported)
        })
    }

    /// Asks the checker about the expression that `code` is. Packages that are missing are imported,
    /// but only for the answer.
    ///
    /// # Errors
    /// What is wrong with the expression.
    pub fn ask<T>(
        &mut self,
        code: &str,
        question: &dyn Fn(&mut Checker<'_>, ExprId) -> T,
    ) -> Result<T, Vec<Diagnostic>> {
        let before = self.imports.len();
        let answer = self.with_imports(code, &mut |session, _| session.inquire(code, question));
        self.imports.truncate(before);
        answer
    }

    /// Tries again with one more package imported as long as that helps.
    fn with_imports<T>(
        &mut self,
        code: &str,
        attempt: &mut Attempt<'_, T>,
    ) -> Result<T, Vec<Diagnostic>> {
        let before = self.imports.len();
        for _ in 0..MAX_IMPORTS {
            let imported = self.imports[before..].to_vec();
            let errors = match attempt(self, &imported) {
                Ok(done) => return Ok(done),
                Err(errors) => errors,
            };
            let missing = errors.iter().filter_map(|e| {
                let name = e.message.strip_prefix("undefined: ")?;
                let path = packages::std_package(name)?;
                let import = Import {
                    name: name.to_string(),
                    path: path.to_string(),
                };
                let is_new = !self.imports.contains(&import) && import.is_mentioned(code);
                is_new.then_some(import)
            });
            let mut missing: Vec<Import> = missing.collect();
            missing.sort_by(|a, b| a.name.cmp(&b.name));
            missing.dedup();
            if missing.is_empty() {
                self.imports.truncate(before);
                return Err(errors);
            }
            self.imports.append(&mut missing);
        }
        Err(Vec::new())
    }

    /// Drops what the entry before has left for its errors to be read.
    pub fn forget_unread(&mut self) {
        let Some(undo) = self.unread.take() else {
            return;
        };
        let Some(kept) = self.checker.take() else {
            return;
        };
        let mut ck = kept.resume(&self.ast, &self.map);
        let is_undone = ck.rollback(&undo.checked, self.pkg);
        self.checker = Some(ck.suspend());
        if is_undone {
            self.ast.rollback(&undo.tree);
            self.map.truncate(undo.files);
        }
    }

    /// Adds the file of a unit to the tree, with the packages that it imports.
    fn parse_unit(&mut self, unit: &Unit) -> Result<ParsedUnit, Vec<Diagnostic>> {
        self.forget_unread();
        let tree = self.ast.checkpoint();
        let files = self.map.len();
        let mut text = format!("package main;import {SHOW_NAME} {SHOW:?};");
        for import in self.imports.iter().filter(|i| i.is_mentioned(&unit.code)) {
            text.push_str(&format!("import {} {:?};", import.name, import.path));
        }
        let code = &unit.code;
        match unit.runs {
            true => text.push_str(&format!("func {ENTRY_FUNCTION}() {{ {code}\n}}\n")),
            false => text.push_str(&format!("{code}\n")),
        }
        let mut parsed = Vec::new();
        let mut seen: HashSet<String> = self.packages.keys().cloned().collect();
        for import in &self.imports {
            if import.is_mentioned(&unit.code) {
                let (ast, map) = (&mut self.ast, &mut self.map);
                parse_std(&import.path, ast, map, &mut seen, &mut parsed)
                    .map_err(|message| vec![Diagnostic::new(Pos::NONE, message)])?;
            }
        }
        let (file, diags) = parse(&mut self.ast, &mut self.map, "entry", text);
        Ok(ParsedUnit {
            tree,
            files,
            packages: parsed,
            file,
            diags,
        })
    }

    fn inquire<T>(
        &mut self,
        code: &str,
        question: &dyn Fn(&mut Checker<'_>, ExprId) -> T,
    ) -> Result<T, Vec<Diagnostic>> {
        let unit = Unit {
            code: code.to_string(),
            runs: true,
        };
        let parsed = self.parse_unit(&unit)?;
        let (Some(kept), Some(compiled)) = (self.checker.take(), &self.compiler) else {
            return Err(broken());
        };
        let mut ck = kept.resume(&self.ast, &self.map);
        let undo = Undo {
            checked: ck.mark(&parsed.tree),
            tree: parsed.tree,
            files: parsed.files,
            compiled: compiled.mark(),
        };
        let mut answer = Err(parsed.diags.sorted(&self.map));
        if parsed.diags.is_empty() {
            let first = ck.packages.len();
            let added = add_packages(&mut ck, parsed.packages, &mut self.packages);
            self.uninitialised.extend(added);
            ck.check_added(first);
            let expr = asked_expression(&self.ast, &parsed.file);
            let entry = check(&mut ck, self.pkg, parsed.file, true, true);
            answer = match (ck.diags.is_empty(), expr) {
                (true, Some(expr)) => Ok(question(&mut ck, expr)),
                (true, None) => {
                    let message = "this is no expression";
                    Err(vec![Diagnostic::new(Pos::NONE, message)])
                }
                _ => Err(std::mem::take(&mut ck.diags).sorted(&self.map)),
            };
            ck.leave_entry(self.pkg, &entry);
        }
        self.checker = Some(ck.suspend());
        self.unread = Some(undo);
        if answer.is_ok() {
            self.forget_unread();
        }
        answer
    }

    fn attempt(&mut self, unit: &Unit, imported: &[Import]) -> Evaluated {
        let parsed = self.parse_unit(unit)?;
        let (Some(kept), Some(compiler)) = (self.checker.take(), self.compiler.take()) else {
            return Err(broken());
        };
        let mut ck = kept.resume(&self.ast, &self.map);
        let undo = Undo {
            checked: ck.mark(&parsed.tree),
            tree: parsed.tree,
            files: parsed.files,
            compiled: compiler.mark(),
        };
        if !parsed.diags.is_empty() {
            self.checker = Some(ck.suspend());
            self.compiler = Some(compiler);
            self.unread = Some(undo);
            return Err(parsed.diags.sorted(&self.map));
        }
        let first = ck.packages.len();
        let added = add_packages(&mut ck, parsed.packages, &mut self.packages);
        self.uninitialised.extend(added);
        ck.check_added(first);
        let entry = check(&mut ck, self.pkg, parsed.file, unit.runs, false);
        self.reshapes = entry.reshapes;
        if !ck.diags.is_empty() || entry.reshapes {
            let errors = std::mem::take(&mut ck.diags).sorted(&self.map);
            ck.leave_entry(self.pkg, &entry);
            self.checker = Some(ck.suspend());
            self.compiler = Some(compiler);
            self.unread = Some(undo);
            return Err(errors);
        }
        let reused = reused_variables(&mut ck, self.pkg, &entry);
        let new_packages = std::mem::take(&mut self.uninitialised);
        let attaches = !entry.attached.is_empty();
        let (compiler, increment) = compiler.add(
            &mut ck,
            &new_packages,
            self.pkg,
            entry.function,
            &reused,
            attaches,
        );
        let increment = increment.map_err(|diags| diags.sorted(&self.map));
        let loaded = increment.and_then(|increment| {
            let loaded = self.loaded.extend(compiler.program());
            let wrong = |e: vm::LoadError| vec![Diagnostic::new(Pos::NONE, e.to_string())];
            loaded.map(|()| increment).map_err(wrong)
        });
        let increment = match loaded {
            Ok(increment) => increment,
            Err(errors) => {
                ck.diags = Diagnostics::default();
                ck.leave_entry(self.pkg, &entry);
                self.checker = Some(ck.suspend());
                self.compiler = Some(compiler);
                return Err(errors);
            }
        };
        if !increment.retyped.is_empty() {
            self.loaded
                .set_methods(compiler.program(), &increment.retyped);
        }
        let mut functions = functions_of(&ck, &compiler, &entry);
        let methods = methods_of(&ck, &compiler, self.pkg);
        let is_forgettable = new_packages.is_empty()
            && !unit.code.contains(ENTRY_FUNCTION)
            && compiler.can_forget(&undo.compiled)
            && method_count(&ck, self.pkg) == entry.methods.len()
            && have_successors(&mut ck, &entry, &reused);
        functions.extend(methods);
        let changed = changed_names(&mut ck, &entry, &reused);
        self.changed.extend(changed);
        match is_forgettable {
            // What was declared earlier stands for the same.
            true => ck.leave_entry(self.pkg, &entry),
            false => ck.keep_entry(self.pkg, &entry),
        }
        let declared: Vec<&str> = entry.declared.iter().map(|d| d.0.as_str()).collect();
        self.imports
            .retain(|i| !declared.contains(&i.name.as_str()));
        self.checker = Some(ck.suspend());
        self.compiler = Some(compiler);
        for (name, index) in functions {
            self.supersede(name, index, is_forgettable);
        }
        for import in imported {
            note(&import.declaration());
        }
        let outcome = increment.entry.map_or(Outcome::Done, |f| self.execute(f));
        if is_forgettable {
            self.forget_run(undo, unit.runs, outcome);
        }
        Ok(matches!(outcome, Outcome::Done | Outcome::Exited))
    }

    /// Calls of all earlier versions of a function run the new one from now on. If it is `forgotten`,
    /// what is compiled later calls the first version.
    fn supersede(&mut self, name: String, index: FuncIdx, forgotten: bool) {
        if let Some(before) = self.latest.remove(&name) {
            self.loaded.retire_version(before);
        }
        let versions = self.versions.entry(name.clone()).or_default();
        for &old in versions.iter() {
            self.loaded.redirect(old, index);
        }
        match (versions.first(), &mut self.compiler) {
            (Some(&first), Some(compiler)) if forgotten => {
                compiler.supersede(first, index);
                self.latest.insert(name, index);
            }
            _ => versions.push(index),
        }
    }

    /// Drops an entry that has run and has declared nothing that earlier ones have not.
    fn forget_run(&mut self, undo: Undo, runs: bool, outcome: Outcome) {
        let (Some(kept), Some(mut compiler)) = (self.checker.take(), self.compiler.take()) else {
            return;
        };
        let mut ck = kept.resume(&self.ast, &self.map);
        let is_shared = compiler.shares_functions(&undo.compiled, &undo.checked)
            || !literals_are_called(&self.ast, undo.tree.exprs());
        if ck.rollback(&undo.checked, self.pkg) {
            let (func, files) = (undo.compiled.funcs, undo.compiled.files);
            let func = FuncIdx(func as u32);
            let ended = outcome.ended().filter(|_| runs);
            let frees = ended.is_some_and(|ended| self.loaded.release(func, files, ended));
            if runs && !frees && !is_shared {
                self.loaded.retire(func);
            }
            compiler.rollback(&undo.compiled, &undo.checked, frees);
            self.checker = Some(ck.suspend());
            self.ast.rollback(&undo.tree);
            self.map.truncate(undo.files);
        } else {
            self.checker = Some(ck.suspend());
        }
        self.compiler = Some(compiler);
    }

    /// Runs loaded code and waits for its end.
    fn execute(&self, entry: FuncIdx) -> Outcome {
        runtime::session::submit(self.loaded.func_value(entry));
        let mut was_interrupted = false;
        loop {
            if let Some(outcome) = runtime::session::outcome(Duration::from_millis(20)) {
                let outcome = match outcome {
                    Outcome::Exited if was_interrupted => Outcome::Interrupted,
                    outcome => outcome,
                };
                match outcome {
                    Outcome::Deadlock => eprintln!(
                        "deadlock: the entry waits, and no goroutine can go on; interrupted"
                    ),
                    // The terminal shows ^C in the row.
                    Outcome::Interrupted if std::io::stderr().is_terminal() => {
                        eprintln!("\ninterrupted");
                    }
                    Outcome::Interrupted => eprintln!("interrupted"),
                    _ => {}
                }
                return outcome;
            }
            if INTERRUPTED.load(Ordering::SeqCst)
                && runtime::session::interrupt(&self.loaded.runtime.sched)
            {
                was_interrupted = true;
                INTERRUPTED.store(false, Ordering::SeqCst);
            }
        }
    }
}

/// A unit in the tree.
struct ParsedUnit {
    tree: parser::ast::Checkpoint,
    files: usize,
    packages: Vec<packages::Parsed>,
    file: File,
    diags: Diagnostics,
}

fn check(ck: &mut Checker<'_>, pkg: PkgId, file: File, runs: bool, asks: bool) -> Entry {
    let function = runs.then(|| Symbol::intern(ENTRY_FUNCTION));
    ck.check_entry(pkg, file, function, asks)
}

/// The expression that is the only statement of the file's function.
fn asked_expression(ast: &Ast, file: &File) -> Option<ExprId> {
    let function = file.decls.iter().find_map(|&d| match ast.decl(d).kind {
        DeclKind::Func { body, .. } => body,
        _ => None,
    })?;
    let StmtKind::Block { stmts, .. } = ast.stmt(function).kind else {
        return None;
    };
    let first = ast.list(stmts).next()?;
    match ast.stmt(first).kind {
        StmtKind::Expr(e) => Some(e),
        _ => None,
    }
}

/// Whether all function literals among the expressions from number `first` on are called, deferred or
/// started where they stand, so that no value of them is left.
fn literals_are_called(ast: &Ast, first: usize) -> bool {
    let mut literals = 0;
    let mut called = 0;
    for i in first..ast.expr_count() {
        match ast.kind(ExprId(i as u32)) {
            ExprKind::FuncLit { .. } => literals += 1,
            ExprKind::Call { func, .. } => {
                let is_literal = matches!(ast.kind(ast.unparen(func)), ExprKind::FuncLit { .. });
                called += usize::from(is_literal);
            }
            _ => {}
        }
    }
    literals == called
}

/// New variables that take the place of earlier ones of the same name and type.
fn reused_variables(ck: &mut Checker<'_>, pkg: PkgId, entry: &Entry) -> Vec<(ObjId, ObjId)> {
    let mut reused = Vec::new();
    let earlier = ck.scope(ck.pkg(pkg).scope).parent;
    for &(name, new) in &entry.declared {
        let Some(old) = earlier.and_then(|scope| ck.scope(scope).lookup(name)) else {
            continue;
        };
        let is_var = |o: ObjId| matches!(ck.obj(o).kind, ObjectKind::Var(_));
        if !is_var(new) || !is_var(old) {
            continue;
        }
        let (a, b) = (ck.obj(new).ty, ck.obj(old).ty);
        if ck.type_key(a) == ck.type_key(b) {
            reused.push((new, old));
        }
    }
    reused
}

/// Whether all that the entry declares was declared before, of the same kind and type: variables that
/// are `reused`, functions, and constants, which get their new values.
fn have_successors(ck: &mut Checker<'_>, entry: &Entry, reused: &[(ObjId, ObjId)]) -> bool {
    let mut constants = Vec::new();
    for &(name, new) in &entry.declared {
        let Some(old) = ck.scope(entry.outer).lookup(name) else {
            return false;
        };
        let (a, b) = (ck.obj(new).ty, ck.obj(old).ty);
        let is_same_type = ck.type_key(a) == ck.type_key(b);
        let stands = match (&ck.obj(new).kind, &ck.obj(old).kind) {
            (ObjectKind::Var(_), _) => reused.contains(&(new, old)),
            (ObjectKind::Func(_), ObjectKind::Func(_)) => is_same_type && ck.is_plain_function(new),
            (ObjectKind::Const { .. }, ObjectKind::Const { .. }) => {
                constants.push((old, new));
                is_same_type
            }
            _ => false,
        };
        if !stands {
            return false;
        }
    }
    for (old, new) in constants {
        ck.replace_constant(old, new);
    }
    true
}

/// What the entry declares that meant something else before.
fn changed_names(ck: &mut Checker<'_>, entry: &Entry, reused: &[(ObjId, ObjId)]) -> Vec<String> {
    let declared = entry.declared.iter();
    let changed = declared.filter(|&&(name, new)| {
        let Some(old) = ck.scope(entry.outer).lookup(name) else {
            return false;
        };
        let is_func = |o: ObjId| matches!(ck.obj(o).kind, ObjectKind::Func(_));
        let (a, b) = (ck.obj(new).ty, ck.obj(old).ty);
        let is_redirected = is_func(new) && is_func(old) && ck.type_key(a) == ck.type_key(b);
        !is_redirected && !reused.contains(&(new, old))
    });
    changed
        .map(|&(name, _)| name.as_str().to_string())
        .collect()
}

/// The functions and methods that the entry declares, by name and type.
fn functions_of(ck: &Checker<'_>, compiler: &Compiled, entry: &Entry) -> Vec<(String, FuncIdx)> {
    let declared = entry.declared.iter();
    declared
        .filter_map(|&(name, obj)| {
            let ObjectKind::Func(_) = ck.obj(obj).kind else {
                return None;
            };
            let index = compiler.function(obj)?;
            let ty = ck.type_string(ck.obj(obj).ty);
            Some((format!("{} {ty}", name.as_str()), index))
        })
        .collect()
}

fn method_count(ck: &Checker<'_>, pkg: PkgId) -> usize {
    let funcs = ck.pkg(pkg).funcs.iter();
    funcs.filter(|&&f| ck.receiver_type(f).is_some()).count()
}

/// The methods that the entry declares, by receiver, name and type.
fn methods_of(ck: &Checker<'_>, compiler: &Compiled, pkg: PkgId) -> Vec<(String, FuncIdx)> {
    let declared = ck.pkg(pkg).funcs.iter();
    declared
        .filter_map(|&f| {
            let receiver = ck.receiver_type(f)?;
            let index = compiler.function(f)?;
            let text = format!("({}).{}", ck.type_string(receiver), ck.func_string(f));
            Some((text, index))
        })
        .collect()
}

/// Whether the expression is a call of one of fmt's functions that print.
fn is_print(text: &str) -> bool {
    let name = text.split('(').next().unwrap_or(text);
    let prints = name.starts_with("fmt.Print") || name.starts_with("fmt.Fprint");
    prints && name.len() < text.len()
}

fn shown(text: &str) -> Evaluated {
    println!("{text}");
    Ok(true)
}

fn broken() -> Vec<Diagnostic> {
    vec![Diagnostic::new(Pos::NONE, "the session is broken")]
}

/// Says something in passing.
pub fn note(text: &str) {
    if crate::report::has_colors() {
        eprintln!("\x1b[2m{text}\x1b[0m");
    } else {
        eprintln!("{text}");
    }
}
