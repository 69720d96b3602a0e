//! Checking code with a marked place, mistakes and all, without running it.

use super::evaluate::{broken, check};
use super::{Attempt, Session, Undo, Unit};
use crate::repl::packages::add_packages;
use parser::ast::ExprId;
use types::Checker;
use types::object::PkgId;

/// A checked file with a marked place.
pub struct Probed<'p, 'c> {
    pub checker: &'p mut Checker<'c>,
    /// The session's package.
    pub pkg: PkgId,
    /// The file's expressions begin here.
    first: usize,
}

impl Probed<'_, '_> {
    /// The file's expressions.
    pub fn expressions(&self) -> impl Iterator<Item = ExprId> + use<> {
        (self.first..self.checker.ast.expr_count()).map(|i| ExprId(i as u32))
    }
}

/// Which packages code may name.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Packages {
    /// Those that the session has imported.
    Imported,
    /// All of the standard library.
    All,
}

/// What is to be found out about a marked place.
type Question<'q, T> = dyn Fn(&mut Probed<'_, '_>) -> Option<T> + 'q;

impl Session {
    /// Checks package-level code and looks at what the checker knows. Code that is no syntax has no
    /// answer.
    pub fn probe<T>(
        &mut self,
        code: &str,
        packages: Packages,
        question: &Question<'_, T>,
    ) -> Option<T> {
        if packages == Packages::Imported {
            return self.probe_once(code, question).ok()?.0;
        }
        let imports = self.imports.len();
        let mut answer = None;
        let attempt: &mut Attempt<'_, ()> = &mut |session, _| {
            let (found, errors) = session.probe_once(code, question)?;
            answer = found;
            Err(errors)
        };
        // The marked place is a mistake, so there is no other way out.
        let _ = self.with_imports(code, attempt);
        self.imports.truncate(imports);
        answer
    }

    fn probe_once<T>(
        &mut self,
        code: &str,
        question: &Question<'_, T>,
    ) -> Result<(Option<T>, Vec<source::Diagnostic>), Vec<source::Diagnostic>> {
        let unit = Unit {
            code: code.to_string(),
            runs: false,
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
        let mut answer = None;
        let mut errors = Vec::new();
        if parsed.diags.is_empty() {
            let first = ck.packages.len();
            let added = add_packages(&mut ck, parsed.packages, &mut self.packages);
            self.uninitialised.extend(added);
            ck.check_added(first);
            ck.take_probed();
            let entry = check(&mut ck, self.pkg, parsed.file, false, false);
            errors = std::mem::take(&mut ck.diags).sorted(&self.map);
            answer = question(&mut Probed {
                pkg: self.pkg,
                first: undo.checked.exprs,
                checker: &mut ck,
            });
            ck.diags = source::Diagnostics::default();
            ck.leave_entry(self.pkg, &entry);
        }
        self.checker = Some(ck.suspend());
        self.unread = Some(undo);
        self.forget_unread();
        Ok((answer, errors))
    }
}
