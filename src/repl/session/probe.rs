//! Checking code with a marked place, mistakes and all, without running it.

use super::{Attempt, Session, Unit};
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
            return self.probe_once(code, question).0;
        }
        let imports = self.imports.len();
        let mut answer = None;
        let attempt: &mut Attempt<'_, ()> = &mut |session, _| {
            let (found, errors) = session.probe_once(code, question);
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
    ) -> (Option<T>, Vec<source::Diagnostic>) {
        let unit = Unit {
            code: code.to_string(),
            runs: false,
        };
        let pkg = self.pkg;
        let looked = self.look(&unit, |checker, looked| {
            let probed = &mut Probed {
                checker,
                pkg,
                first: looked.first,
            };
            (question(probed), looked.errors)
        });
        self.forget_unread();
        looked.unwrap_or_default()
    }
}
