//! One session: the program that grows, and the virtual machine that runs it.
//!
//! Every piece of an entry becomes a file of the session's package, checked in a scope inside those
//! of the pieces before; variables become package variables. The file's beginning is ours; a line
//! directive makes positions those of the entry.

use super::entry::{self, Piece, PieceKind};
use super::sources::{Sources, declared_name};
use bytecode::FuncIdx;
use compiler::session::Session as Compiled;
use parser::ast::{Ast, DeclKind, File};
use runtime::session::Outcome;
use source::{Diagnostic, Diagnostics, SourceMap, Symbol};
use std::collections::{HashMap, HashSet};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use types::object::{ObjId, ObjectKind, PkgId};
use types::session::Suspended;
use types::{Checker, Config};

/// What entries call to show values.
const SHOW: &str = "internal/repl";
const SHOW_NAME: &str = "gorun_repl";

/// Set by Ctrl-C.
pub static INTERRUPTED: AtomicBool = AtomicBool::new(false);

pub struct Session {
    ast: Ast,
    map: SourceMap,
    checker: Option<Suspended>,
    compiler: Option<Compiled>,
    loaded: &'static vm::Loaded,
    pkg: PkgId,
    packages: HashMap<String, PkgId>,
    /// Name and path.
    pub imports: Vec<(String, String)>,
    pub sources: Sources,
    versions: HashMap<String, Vec<FuncIdx>>,
    /// The expression that ran last has no value to show.
    was_statement: bool,
    entries: usize,
    files: usize,
}

/// A std package that has been parsed.
struct Parsed {
    path: String,
    name: Symbol,
    files: Vec<File>,
    needs: Vec<String>,
}

/// What goes into a file of the session.
struct Unit {
    code: String,
    entry: Option<String>,
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
        let (file, _) = parse(&mut ast, &mut map, "session", text)?;
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
            diags
                .list
                .first()
                .map(|d| d.to_gc_line(map))
                .unwrap_or_default()
        };
        if !ck.diags.is_empty() {
            return Err(fail(&ck.diags, &map));
        }
        let compiled = compiler::session::start(&mut ck, pkg).map_err(|d| fail(&d, &map))?;
        let program = compiled.program().clone();
        let loaded = vm::load_session(program, stdlib::natives(), &crate::run::config())
            .map_err(|e| e.to_string())?;
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
            imports: Vec::new(),
            sources: Sources::default(),
            versions: HashMap::new(),
            was_statement: false,
            entries: 0,
            files: 0,
        })
    }

    /// Runs what was typed; false if something went wrong, which has been said.
    pub fn run(&mut self, text: &str) -> bool {
        self.entries += 1;
        let pieces = entry::pieces(text);
        let mut i = 0;
        while i < pieces.len() {
            let mut end = i + 1;
            if pieces[i].kind == PieceKind::Decl {
                while end < pieces.len() && pieces[end].kind == PieceKind::Decl {
                    end += 1;
                }
            }
            let group = &pieces[i..end];
            let result = match group[0].kind {
                PieceKind::Import => self.import(&group[0]),
                PieceKind::Decl => self.declare(group),
                PieceKind::Define => self.define(&group[0]),
                PieceKind::Expr => self.show(&group[0]),
                PieceKind::Stmt => self.statement(&group[0]),
            };
            match result {
                Ok(true) => {
                    let is_statement = std::mem::take(&mut self.was_statement);
                    for piece in group {
                        let mut piece = piece.clone();
                        if is_statement && piece.kind == PieceKind::Expr {
                            piece.kind = PieceKind::Stmt;
                        }
                        self.sources.add(&piece);
                    }
                }
                Ok(false) => return false,
                Err(errors) => {
                    crate::report::print(&self.map, &errors, crate::report::Style::Auto);
                    return false;
                }
            }
            i = end;
        }
        true
    }

    /// The type of an expression, as text.
    pub fn type_of(&mut self, text: &str) -> bool {
        let code = format!("{SHOW_NAME}.Type({SHOW_NAME}.Of({}))", self.at(text, 1, 1));
        let unit = self.function(&code);
        self.entries += 1;
        match self.evaluate(&unit, &[]) {
            Ok(right) => right,
            Err(errors) => {
                crate::report::print(&self.map, &errors, crate::report::Style::Auto);
                false
            }
        }
    }

    /// Runs a statement of our own.
    pub fn control(&mut self, call: &str) -> bool {
        let unit = self.function(&format!("{SHOW_NAME}.{call}"));
        matches!(self.evaluate(&unit, &[]), Ok(true))
    }

    /// The session's variables, functions and types that are in force, with what they are.
    pub fn names(&mut self) -> Vec<(String, String)> {
        let Some(kept) = self.checker.take() else {
            return Vec::new();
        };
        let ck = kept.resume(&self.ast, &self.map);
        let mut names: Vec<(String, String)> = Vec::new();
        let mut scope = Some(ck.pkg(self.pkg).scope);
        while let Some(id) = scope.filter(|&s| s != ck.universe) {
            for (name, obj) in ck.scope(id).objects().to_vec() {
                let name = name.as_str().to_string();
                let is_ours =
                    name == "main" || name.starts_with("entryFunc") || name.contains("gorunOld");
                if is_ours || names.iter().any(|(n, _)| *n == name) {
                    continue;
                }
                let kind = match ck.obj(obj).kind {
                    ObjectKind::Var(_) => "var",
                    ObjectKind::Const { .. } => "const",
                    ObjectKind::TypeName => "type",
                    ObjectKind::Func(_) => "func",
                    _ => continue,
                };
                let ty = ck.obj(obj).ty;
                let ty = if kind == "type" {
                    String::new()
                } else {
                    ck.type_string(ty)
                };
                names.push((name, format!("{kind} {}", ty.replace("main.", ""))));
            }
            scope = ck.scope(id).parent;
        }
        self.checker = Some(ck.suspend());
        names.sort();
        names
    }

    /// Forgets all declarations and imports; goroutines go on.
    pub fn reset(&mut self) {
        if let Some(kept) = self.checker.take() {
            let mut ck = kept.resume(&self.ast, &self.map);
            let mut scope = ck.pkg(self.pkg).scope;
            while let Some(parent) = ck.scope(scope).parent.filter(|&p| p != ck.universe) {
                scope = parent;
            }
            ck.leave_entry(self.pkg, scope);
            self.checker = Some(ck.suspend());
        }
        self.sources = Sources::default();
        self.imports.clear();
        self.versions.clear();
    }

    /// The bytecode of functions whose name ends so.
    pub fn disassemble(&self, name: &str) -> Option<String> {
        let program = self.compiler.as_ref()?.program();
        let wanted = format!("main.{name}");
        let last = program.funcs.iter().rposition(|f| f.name == wanted)?;
        let mut one = program.clone();
        for (i, f) in one.funcs.iter_mut().enumerate() {
            if i != last && f.name == wanted {
                f.name.push_str(" (earlier)");
            }
        }
        let line = |_: u32, _: u32| None;
        Some(bytecode::disasm::disassemble(&one, &|n| n == wanted, &line))
    }

    fn import(&mut self, piece: &Piece) -> Result<bool, Vec<Diagnostic>> {
        let text = format!("package p\n{}\n", piece.text);
        let (mut ast, mut map) = (Ast::new(), SourceMap::new());
        let Ok((file, diags)) = parse(&mut ast, &mut map, "import", text) else {
            return Ok(false);
        };
        if let Some(d) = diags.list.first() {
            eprintln!("{}", d.message);
            return Ok(false);
        }
        for (name, path) in imports_of(&ast, &map, &file.decls) {
            if stdlib::source_files(&path).is_none() {
                eprintln!("package {path} is not in std");
                return Ok(false);
            }
            let name = name.unwrap_or_else(|| last_element(&path).to_string());
            self.imports.retain(|(n, _)| *n != name);
            self.imports.push((name, path));
        }
        Ok(true)
    }

    fn declare(&mut self, group: &[Piece]) -> Result<bool, Vec<Diagnostic>> {
        let mut all = self.sources.dependents(group);
        let has_dependents = !all.is_empty();
        all.extend_from_slice(group);
        let vars = if has_dependents {
            self.variables_of(&all)
        } else {
            Vec::new()
        };
        for (name, _) in &vars {
            let unit = self.declaration(&[format!("var {name}gorunOld = {name}")]);
            if !self.evaluate(&unit, &[])? {
                return Ok(false);
            }
        }
        let code: Vec<String> = all
            .iter()
            .map(|p| self.at(&p.text, p.line, p.column))
            .collect();
        let unit = self.declaration(&code);
        let names: Vec<String> = all.iter().filter_map(declared_name).collect();
        if !self.evaluate(&unit, &names)? {
            return Ok(false);
        }
        for (name, ty) in vars {
            let unit = self.declaration(&[format!("var {name} = ({ty})({name}gorunOld)")]);
            if self.evaluate(&unit, &[]).is_err() {
                eprintln!("{name} keeps a value of the earlier type");
            }
        }
        Ok(true)
    }

    /// The variables whose type is one of those declared in the group, or a pointer to one.
    fn variables_of(&mut self, group: &[Piece]) -> Vec<(String, String)> {
        let types: Vec<String> = group
            .iter()
            .filter(|p| p.text.starts_with("type"))
            .filter_map(declared_name)
            .collect();
        let names = self.names().into_iter();
        names
            .filter_map(|(name, kind)| {
                let ty = kind.strip_prefix("var ")?.to_string();
                types
                    .iter()
                    .any(|t| ty.trim_start_matches('*') == t)
                    .then_some((name, ty))
            })
            .collect()
    }

    fn define(&mut self, piece: &Piece) -> Result<bool, Vec<Diagnostic>> {
        let declared = piece.text.replacen(":=", " =", 1);
        let code = format!("var {}", self.at(&declared, piece.line, piece.column));
        let unit = self.declaration(&[code]);
        self.evaluate(&unit, &[])
    }

    fn statement(&mut self, piece: &Piece) -> Result<bool, Vec<Diagnostic>> {
        self.was_statement = true;
        let unit = self.function(&self.at(&piece.text, piece.line, piece.column));
        self.evaluate(&unit, &[])
    }

    fn show(&mut self, piece: &Piece) -> Result<bool, Vec<Diagnostic>> {
        if piece.text.starts_with("fmt.Print") || piece.text.starts_with("fmt.Fprint") {
            // How much was printed is of no interest.
            return self.statement(piece);
        }
        if piece.text == "nil" {
            println!("nil");
            return Ok(true);
        }
        let text = self.at(&piece.text, piece.line, piece.column);
        for how in ["Of", "Of2", "Of3", "Of4"] {
            let values = match how {
                "Of" => format!("{SHOW_NAME}.Of({text})"),
                _ => format!("{SHOW_NAME}.{how}({text})..."),
            };
            let unit = self.function(&format!("{SHOW_NAME}.Show({values})"));
            let errors = match self.evaluate(&unit, &[]) {
                Err(errors) => errors,
                done => return done,
            };
            let says = |words: &str| errors.iter().any(|e| e.message.contains(words));
            if says("no value") || says("used as value") {
                return self.statement(piece);
            }
            if !says("arguments in call to") {
                return Err(errors);
            }
        }
        self.statement(piece)
    }

    /// The text with a directive that says where it lies in the entry.
    fn at(&self, text: &str, line: usize, column: usize) -> String {
        format!("/*line entry{}:{line}:{column}*/{text}", self.entries)
    }

    fn function(&self, body: &str) -> Unit {
        let name = format!("entryFunc{}", self.files);
        Unit {
            code: format!("func {name}() {{ {body}\n}}"),
            entry: Some(name),
        }
    }

    fn declaration(&self, code: &[String]) -> Unit {
        Unit {
            code: code.join("\n"),
            entry: None,
        }
    }

    /// Checks, compiles, loads and runs; false if it panicked or was interrupted. Packages that are
    /// missing are imported.
    fn evaluate(&mut self, unit: &Unit, functions: &[String]) -> Result<bool, Vec<Diagnostic>> {
        for _ in 0..10 {
            match self.try_evaluate(unit, functions) {
                Err(errors) => {
                    let mut found = false;
                    for e in &errors {
                        let Some(name) = e.message.strip_prefix("undefined: ") else {
                            continue;
                        };
                        let name = name.split('.').next().unwrap_or(name);
                        if let Some(path) = std_package(name)
                            && !self.imports.iter().any(|(n, _)| n == name)
                        {
                            eprintln!("{}", dim(&format!("import {path:?}")));
                            self.imports.push((name.to_string(), path.to_string()));
                            found = true;
                        }
                    }
                    if !found {
                        return Err(errors);
                    }
                }
                done => return done,
            }
        }
        Ok(false)
    }

    fn try_evaluate(&mut self, unit: &Unit, functions: &[String]) -> Result<bool, Vec<Diagnostic>> {
        self.files += 1;
        let mut text = String::from("package main;");
        let mut paths = vec![(SHOW_NAME.to_string(), SHOW.to_string())];
        paths.extend(
            self.imports
                .iter()
                .filter(|(n, _)| unit.code.contains(n.as_str()))
                .cloned(),
        );
        for (name, path) in &paths {
            text.push_str(&format!("import {name} {path:?};"));
        }
        text.push_str(&unit.code);
        text.push('\n');
        let one = |message: String| vec![Diagnostic::new(source::Pos::NONE, message)];
        let mut parsed = Vec::new();
        let mut seen: HashSet<String> = self.packages.keys().cloned().collect();
        for (_, path) in &paths {
            parse_std(path, &mut self.ast, &mut self.map, &mut seen, &mut parsed).map_err(one)?;
        }
        let name = format!("entry{}", self.entries);
        let (file, diags) = parse(&mut self.ast, &mut self.map, &name, text).map_err(one)?;
        if !diags.is_empty() {
            // The packages are parsed, but not known: they will be parsed again.
            return Err(diags.sorted(&self.map));
        }
        let Some(kept) = self.checker.take() else {
            return Err(one("the session is broken".to_string()));
        };
        let mut ck = kept.resume(&self.ast, &self.map);
        let first = ck.packages.len();
        let new_packages = add_packages(&mut ck, parsed, &mut self.packages);
        ck.check_added(first);
        let outer = ck.pkg(self.pkg).scope;
        ck.check_entry(self.pkg, file);
        if !ck.diags.is_empty() {
            let diags = std::mem::take(&mut ck.diags);
            ck.leave_entry(self.pkg, outer);
            // New packages stay, and are initialised with the next entry that compiles.
            self.checker = Some(ck.suspend());
            return Err(diags.sorted(&self.map));
        }
        let reused = reused_variables(&mut ck, self.pkg);
        let Some(compiler) = self.compiler.take() else {
            return Err(one("the session is broken".to_string()));
        };
        let entry_name = unit.entry.as_deref().unwrap_or("");
        let (compiler, increment) =
            compiler.add(&mut ck, &new_packages, self.pkg, entry_name, &reused);
        let scope = ck.pkg(self.pkg).scope;
        let declared: Vec<(String, Option<FuncIdx>)> = functions
            .iter()
            .filter(|n| !n.contains('.'))
            .filter_map(|n| {
                let obj = ck.scope(scope).lookup(Symbol::intern(n))?;
                let ObjectKind::Func(_) = ck.obj(obj).kind else {
                    return None;
                };
                let ty = ck.obj(obj).ty;
                Some((
                    format!("{n} {}", ck.type_string(ty)),
                    compiler.function(obj),
                ))
            })
            .collect();
        let result = match increment {
            Err(diags) => {
                ck.diags = Diagnostics::default();
                ck.leave_entry(self.pkg, outer);
                Err(diags.sorted(&self.map))
            }
            Ok(increment) => self
                .loaded
                .extend(compiler.program())
                .map(|()| increment)
                .map_err(|e| one(e.to_string())),
        };
        self.checker = Some(ck.suspend());
        self.compiler = Some(compiler);
        let entry = result?;
        for (name, idx) in declared {
            let Some(idx) = idx else { continue };
            let versions = self.versions.entry(name).or_default();
            for &old in versions.iter() {
                self.loaded.redirect(old, idx);
            }
            versions.push(idx);
        }
        Ok(self.execute(entry))
    }

    /// Runs loaded code and waits for its end.
    fn execute(&self, entry: FuncIdx) -> bool {
        INTERRUPTED.store(false, Ordering::SeqCst);
        runtime::session::submit(self.loaded.func_value(entry));
        loop {
            let outcome = runtime::session::outcome(Duration::from_millis(20));
            match outcome {
                Some(Outcome::Done) => return true,
                Some(Outcome::Panicked) => return false,
                Some(Outcome::Deadlock) => {
                    eprintln!("deadlock: the entry waits, and no goroutine can go on; interrupted");
                    return false;
                }
                Some(Outcome::Interrupted) => {
                    eprintln!("interrupted");
                    return false;
                }
                None if INTERRUPTED.swap(false, Ordering::SeqCst) => {
                    runtime::session::interrupt(&self.loaded.runtime.sched);
                }
                None => {}
            }
        }
    }
}

/// New variables that take the place of earlier ones of the same name and type.
fn reused_variables(ck: &mut Checker<'_>, pkg: PkgId) -> Vec<(ObjId, ObjId)> {
    let mut reused = Vec::new();
    let initialised: Vec<ObjId> = ck
        .pkg(pkg)
        .init_order
        .iter()
        .flat_map(|i| i.lhs.clone())
        .collect();
    let mut outer = ck.scope(ck.pkg(pkg).scope).parent;
    let mut wanted: Vec<ObjId> = initialised;
    while let Some(id) = outer.filter(|_| !wanted.is_empty()) {
        wanted.retain(|&new| {
            let Some(old) = ck.scope(id).lookup(ck.obj(new).name) else {
                return true;
            };
            let is_var = matches!(ck.obj(old).kind, ObjectKind::Var(_));
            let (a, b) = (ck.obj(new).ty, ck.obj(old).ty);
            if is_var && ck.type_key(a) == ck.type_key(b) {
                reused.push((new, old));
            }
            false
        });
        outer = ck.scope(id).parent;
    }
    reused
}

fn dim(text: &str) -> String {
    use std::io::IsTerminal;
    if std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none() {
        format!("\x1b[2m{text}\x1b[0m")
    } else {
        text.to_string()
    }
}

fn last_element(path: &str) -> &str {
    match path {
        "math/rand/v2" => "rand",
        _ => path.rsplit('/').next().unwrap_or(path),
    }
}

/// The std package that a name stands for: the one with the shortest path.
pub fn std_package(name: &str) -> Option<&'static str> {
    stdlib::packages()
        .filter(|p| !p.starts_with("internal/") && last_element(p) == name)
        .min_by_key(|p| (*p == "crypto/rand", p.len()))
}

fn parse(
    ast: &mut Ast,
    map: &mut SourceMap,
    name: &str,
    text: impl Into<std::borrow::Cow<'static, str>>,
) -> Result<(File, Diagnostics), String> {
    let id = map.add(name, text);
    let mut diags = Diagnostics::default();
    let file = parser::parse_file(ast, map, id, &mut diags);
    Ok((file, diags))
}

fn imports_of(
    ast: &Ast,
    map: &SourceMap,
    decls: &[parser::ast::DeclId],
) -> Vec<(Option<String>, String)> {
    let mut out = Vec::new();
    for &d in decls {
        match ast.decl(d).kind {
            DeclKind::Import { name, path, .. } => {
                if let parser::ast::ExprKind::BasicLit { end, .. } = ast.kind(path) {
                    let path = map
                        .text(ast.pos(path), end)
                        .trim_matches(['"', '`'])
                        .to_string();
                    out.push((name.map(|n| ast.name(n).as_str().to_string()), path));
                }
            }
            DeclKind::Group(list) => {
                let inner: Vec<_> = ast.list(list).collect();
                out.extend(imports_of(ast, map, &inner));
            }
            _ => {}
        }
    }
    out
}

/// Parses a std package and those that it needs, imports first.
fn parse_std(
    path: &str,
    ast: &mut Ast,
    map: &mut SourceMap,
    seen: &mut HashSet<String>,
    out: &mut Vec<Parsed>,
) -> Result<(), String> {
    if path == "unsafe" || !seen.insert(path.to_string()) {
        return Ok(());
    }
    let sources =
        stdlib::program_files(path).ok_or_else(|| format!("package {path} is not in std"))?;
    let mut files = Vec::new();
    let mut needs: Vec<String> = Vec::new();
    for &(name, text) in sources {
        let (file, diags) = parse(ast, map, name, text)?;
        if let Some(d) = diags.list.first() {
            return Err(d.to_gc_line(map));
        }
        needs.extend(
            imports_of(ast, map, &file.decls)
                .into_iter()
                .map(|(_, p)| p),
        );
        files.push(file);
    }
    needs.sort();
    needs.dedup();
    for need in &needs {
        parse_std(need, ast, map, seen, out)?;
    }
    let name = files.first().map_or(Symbol::MAIN, |f| ast.name(f.package));
    out.push(Parsed {
        path: path.to_string(),
        name,
        files,
        needs,
    });
    Ok(())
}

fn add_packages(
    ck: &mut Checker<'_>,
    parsed: Vec<Parsed>,
    packages: &mut HashMap<String, PkgId>,
) -> Vec<PkgId> {
    let mut added = Vec::new();
    for p in parsed {
        let id = ck.add_package(Symbol::intern(&p.path), p.name, p.files, true);
        let needs = p
            .needs
            .iter()
            .filter_map(|n| packages.get(n).copied())
            .collect();
        let lang = ck.config.version;
        ck.set_context(
            id,
            types::object::Context {
                lang,
                needs,
                ..Default::default()
            },
        );
        packages.insert(p.path, id);
        added.push(id);
    }
    added
}
