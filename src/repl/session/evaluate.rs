//! A piece of an entry through all phases: parsed as a file of the session's package, checked,
//! compiled, loaded, run, and forgotten if it leaves nothing behind.

use super::memory;
use super::successors::{
    functions_of, leave_to_earlier, method_count, reused_variables, successors, without_unassigned,
};
use super::{
    Attempt, Evaluated, INTERRUPTED, MAX_IMPORTS, SHOW, SHOW_NAME, Session, Undo, Unit, note,
};
use crate::repl::packages::{self, Import, add_packages, parse, parse_std};
use bytecode::{FuncIdx, Program};
use compiler::session::{Increment, Reused};
use parser::ast::{Ast, DeclKind, ExprId, ExprKind, File, StmtKind};
use runtime::session::{ENTRY_FUNCTION, Outcome};
use source::{Diagnostic, Diagnostics, Pos, Symbol};
use std::collections::HashSet;
use std::io::IsTerminal;
use std::sync::atomic::Ordering;
use std::time::Duration;
use types::Checker;
use types::object::PkgId;
use types::session::Entry;

/// A unit in the tree.
struct ParsedUnit {
    tree: parser::ast::Checkpoint,
    files: usize,
    packages: Vec<packages::Parsed>,
    file: File,
    diags: Diagnostics,
}

/// What can be told of a unit that has been checked.
pub(super) struct Looked {
    /// Its expressions begin here.
    pub first: usize,
    /// The expression that is its function's only statement.
    pub expr: Option<ExprId>,
    pub errors: Vec<Diagnostic>,
}

impl Undo {
    /// How to forget a unit that has been parsed.
    fn of(ck: &mut Checker<'_>, parsed: &ParsedUnit) -> Undo {
        Undo {
            checked: ck.mark(&parsed.tree),
            tree: parsed.tree.clone(),
            files: parsed.files,
        }
    }
}

impl Session {
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
    pub(super) fn with_imports<T>(
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
        let mentioned = self.imports.iter().filter(|i| i.is_mentioned(&unit.code));
        let mentioned: Vec<Import> = mentioned.cloned().collect();
        for import in &mentioned {
            text.push_str(&format!("import {} {:?};", import.name, import.path));
        }
        let code = &unit.code;
        match unit.runs {
            true => text.push_str(&format!("func {ENTRY_FUNCTION}() {{ {code}\n}}\n")),
            false => text.push_str(&format!("{code}\n")),
        }
        let mut parsed = Vec::new();
        let is_new = |i: &&Import| !self.packages.contains_key(&i.path);
        let new = mentioned.iter().filter(is_new);
        let mut seen: Option<HashSet<String>> = None;
        for import in new {
            let seen = seen.get_or_insert_with(|| self.packages.keys().cloned().collect());
            let (ast, map) = (&mut self.ast, &mut self.map);
            parse_std(&import.path, ast, map, seen, &mut parsed)
                .map_err(|message| vec![Diagnostic::new(Pos::NONE, message)])?;
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
        let answer = self.look(&unit, |ck, looked| match looked.expr {
            _ if !looked.errors.is_empty() => Err(looked.errors),
            Some(expr) => Ok(question(ck, expr)),
            None => {
                let message = "this is no expression";
                Err(vec![Diagnostic::new(Pos::NONE, message)])
            }
        })?;
        if answer.is_ok() {
            self.forget_unread();
        }
        answer
    }

    /// Checks a unit and looks at what the checker knows then; an expression may stand alone in it.
    /// What stays of it is left to be read.
    ///
    /// # Errors
    /// It is no syntax.
    pub(super) fn look<T>(
        &mut self,
        unit: &Unit,
        question: impl FnOnce(&mut Checker<'_>, Looked) -> T,
    ) -> Result<T, Vec<Diagnostic>> {
        let parsed = self.parse_unit(unit)?;
        let Some(kept) = self.checker.take() else {
            return Err(broken());
        };
        let mut ck = kept.resume(&self.ast, &self.map);
        let undo = Undo::of(&mut ck, &parsed);
        let answer = if parsed.diags.is_empty() {
            let first = ck.packages.len();
            let added = add_packages(&mut ck, parsed.packages, &mut self.packages);
            self.uninitialised.extend(added);
            ck.check_added(first);
            ck.take_probed();
            let expr = asked_expression(&self.ast, &parsed.file);
            let entry = check(&mut ck, self.pkg, parsed.file, unit.runs, true);
            let looked = Looked {
                first: undo.checked.exprs,
                expr,
                errors: std::mem::take(&mut ck.diags).sorted(&self.map),
            };
            let answer = question(&mut ck, looked);
            ck.diags = Diagnostics::default();
            ck.leave_entry(self.pkg, &entry);
            Ok(answer)
        } else {
            Err(parsed.diags.sorted(&self.map))
        };
        self.checker = Some(ck.suspend());
        self.unread = Some(undo);
        answer
    }

    fn attempt(&mut self, unit: &Unit, imported: &[Import]) -> Evaluated {
        let parsed = self.parse_unit(unit)?;
        let (Some(kept), Some(compiler)) = (self.checker.take(), self.compiler.take()) else {
            return Err(broken());
        };
        let mut ck = kept.resume(&self.ast, &self.map);
        let undo = Undo::of(&mut ck, &parsed);
        let mark = compiler.mark();
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
        let mut successors = successors(&mut ck, &entry, &self.attic);
        if !unit.runs {
            without_unassigned(&ck, self.pkg, &mut successors);
        }
        let functions = functions_of(&mut ck, self.pkg, &entry);
        let first_version = |name| Some(*self.versions.get(name)?.first()?);
        let reused = Reused {
            variables: reused_variables(&ck, &successors),
            functions: functions
                .iter()
                .filter_map(|(name, f)| Some((*f, first_version(name)?)))
                .collect(),
        };
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
        let increment = match increment.and_then(|i| self.load(compiler.program(), i)) {
            Ok(increment) => increment,
            Err(errors) => {
                ck.diags = Diagnostics::default();
                ck.leave_entry(self.pkg, &entry);
                self.uninitialised = new_packages;
                self.checker = Some(ck.suspend());
                self.compiler = Some(compiler);
                return Err(errors);
            }
        };
        let functions: Vec<(String, FuncIdx)> = functions
            .into_iter()
            .filter_map(|(name, f)| Some((name, compiler.function(f)?)))
            .collect();
        let is_forgettable = new_packages.is_empty()
            && !unit.code.contains(ENTRY_FUNCTION)
            && compiler.can_forget(&mark)
            && method_count(&ck, self.pkg) == entry.methods.len()
            && successors.iter().all(|s| s.earlier.is_some());
        let changed = successors.iter().filter(|s| s.is_change(&ck));
        let changed = changed.map(|s| s.name.as_str().to_string());
        self.changed.extend(changed);
        self.attic.put_replaced(&mut ck, &successors);
        match is_forgettable {
            true => leave_to_earlier(&mut ck, self.pkg, &entry, &successors),
            false => ck.keep_entry(self.pkg, &entry),
        }
        let declared: Vec<&str> = entry.declared.iter().map(|d| d.0.as_str()).collect();
        self.imports
            .retain(|i| !declared.contains(&i.name.as_str()));
        self.checker = Some(ck.suspend());
        self.compiler = Some(compiler);
        if !unit.runs {
            self.keep_listings(mark.funcs, is_forgettable);
        }
        for (name, index) in functions {
            self.supersede(name, index, is_forgettable);
        }
        for import in imported {
            note(&import.declaration());
        }
        let outcome = increment.entry.map_or(Outcome::Done, |f| self.execute(f));
        self.has_exited |= outcome == Outcome::Exited;
        if is_forgettable {
            self.forget_run(undo, &mark, unit.runs, outcome);
        }
        Ok(matches!(outcome, Outcome::Done | Outcome::Exited))
    }

    /// Loads what an increment has added to the program.
    fn load(&self, program: &Program, increment: Increment) -> Result<Increment, Vec<Diagnostic>> {
        let wrong = |e: vm::LoadError| vec![Diagnostic::new(Pos::NONE, e.to_string())];
        self.loaded
            .extend(program, &increment.retyped)
            .map_err(wrong)?;
        if !increment.retyped.is_empty() {
            self.loaded.set_methods(program, &increment.retyped);
        }
        Ok(increment)
    }

    /// Calls of all earlier versions of a function run the new one from now on. If it is `forgotten`,
    /// what is compiled later calls the first version.
    fn supersede(&mut self, name: String, index: FuncIdx, forgotten: bool) {
        let before = self.latest.remove(&name);
        let versions = self.versions.entry(name.clone()).or_default();
        self.loaded.redirect(versions, index);
        match versions.first() {
            Some(_) if forgotten => {
                if let Some(image) = self.loaded.image_of(index) {
                    self.latest.insert(name, image);
                }
            }
            _ => versions.push(index),
        }
        // Nothing calls it any more.
        if let Some(before) = before {
            self.loaded.retire_version(before);
        }
    }

    /// Drops an entry that has run and has declared nothing that earlier ones have not.
    fn forget_run(
        &mut self,
        undo: Undo,
        compiled: &compiler::session::Mark,
        runs: bool,
        outcome: Outcome,
    ) {
        let (Some(kept), Some(mut compiler)) = (self.checker.take(), self.compiler.take()) else {
            return;
        };
        let mut ck = kept.resume(&self.ast, &self.map);
        let literals_are_called = literals_are_called(&self.ast, undo.tree.exprs());
        if ck.rollback(&undo.checked, self.pkg) {
            let image = self.loaded.image_of(FuncIdx(compiled.funcs as u32));
            let is_gone = compiler.rollback(compiled, &undo.checked);
            if is_gone {
                self.loaded.forget_numbers(compiler.program());
            }
            if let Some(image) = image.filter(|_| runs && is_gone) {
                let ended = outcome.ended();
                let is_freed = ended.is_some_and(|ended| self.loaded.free(image, ended));
                if !is_freed && literals_are_called {
                    self.loaded.retire(image);
                }
            }
            self.checker = Some(ck.suspend());
            self.ast.rollback(&undo.tree);
            self.map.truncate(undo.files);
        } else {
            self.checker = Some(ck.suspend());
        }
        self.compiler = Some(compiler);
    }

    /// Runs loaded code and waits for its end.
    fn execute(&mut self, entry: FuncIdx) -> Outcome {
        self.memory.begin();
        runtime::session::submit(self.loaded.func_value(entry));
        let mut was_interrupted = false;
        let mut excess = None;
        loop {
            if let Some(outcome) = runtime::session::outcome(Duration::from_millis(20)) {
                match outcome {
                    Outcome::Deadlock => eprintln!(
                        "deadlock: the entry waits, and no goroutine can go on; interrupted"
                    ),
                    Outcome::Interrupted if let Some(held) = excess => {
                        eprintln!("{}", memory::complaint(held));
                        self.memory.is_full = true;
                    }
                    // The terminal shows ^C in the row.
                    Outcome::Interrupted if std::io::stderr().is_terminal() => {
                        eprintln!("\ninterrupted");
                    }
                    Outcome::Interrupted => eprintln!("interrupted"),
                    _ => {}
                }
                return outcome;
            }
            if excess.is_none() {
                excess = self.memory.excess();
            }
            if (excess.is_some() && !was_interrupted || INTERRUPTED.load(Ordering::SeqCst))
                && runtime::session::interrupt(&self.loaded.runtime.sched)
            {
                was_interrupted = true;
                INTERRUPTED.store(false, Ordering::SeqCst);
            }
        }
    }
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

pub(super) fn broken() -> Vec<Diagnostic> {
    vec![Diagnostic::new(Pos::NONE, "the session is broken")]
}
