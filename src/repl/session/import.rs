//! Imports: packages of the standard library are noted until something mentions them, those of
//! modules are loaded, checked and initialised at once.

use super::evaluate::broken;
use super::{Evaluated, Session, Undo, Unit};
use crate::build;
use crate::doc::Package;
use crate::repl::entry::Piece;
use crate::repl::packages::{self, Import, parse};
use crate::{project, std_paths};
use parser::ast::Ast;
use source::{Diagnostic, SourceMap};
use types::object::PkgId;

impl Session {
    /// Brings the imports of a declaration into force.
    pub(super) fn import(&mut self, piece: &Piece) -> Evaluated {
        let (mut ast, mut map) = (Ast::new(), SourceMap::new());
        let text = format!("package p\n{}\n", piece.text);
        let (file, _) = parse(&mut ast, &mut map, "import", text);
        let imports = packages::imports_of(&ast, &map, &file.decls);
        let is_std = |path: &str| path == "unsafe" || std_paths::all().any(|p| p == path);
        let mut is_right = true;
        if !imports.iter().all(|(_, path)| is_std(path)) {
            self.load_packages(piece)?;
            is_right = self.initialise()?;
        }
        for (name, path) in imports {
            if name.as_deref() == Some("_") {
                continue;
            }
            let name = name.unwrap_or_else(|| self.package_name(&path));
            self.imports.retain(|i| i.name != name || name == ".");
            self.imports.push(Import { name, path });
        }
        Ok(is_right)
    }

    /// What a package calls itself.
    fn package_name(&mut self, path: &str) -> String {
        let known = self.packages.get(path).copied();
        let name = known.and_then(|id| {
            let name = self.with_checker(|ck| ck.pkg(id).name)?;
            Some(name.as_str().to_string())
        });
        name.unwrap_or_else(|| packages::last_element(path).to_string())
    }

    /// The declarations of a package that is no other than one that the session has loaded from a
    /// folder, or of the standard library.
    pub fn package(&mut self, path: &str) -> Option<Package> {
        let Some(&id) = self.packages.get(path) else {
            return Package::standard(path);
        };
        let files = self.with_checker(|ck| {
            let pkg = ck.pkg(id);
            let files: Vec<_> = pkg.files.iter().map(|f| f.file).collect();
            (!pkg.is_std).then_some(files)
        })?;
        match files {
            Some(files) => {
                let texts = files.iter().map(|&f| &*self.map.file(f).text);
                Some(Package::new(path, texts))
            }
            None => Package::standard(path),
        }
    }

    fn with_checker<T>(&mut self, ask: impl FnOnce(&types::Checker<'_>) -> T) -> Option<T> {
        let ck = self.checker.take()?.resume(&self.ast, &self.map);
        let answer = ask(&ck);
        self.checker = Some(ck.suspend());
        Some(answer)
    }

    /// Loads and checks what the declaration imports, and what that needs.
    fn load_packages(&mut self, piece: &Piece) -> Result<(), Vec<Diagnostic>> {
        self.forget_unread();
        let tree = self.ast.checkpoint();
        let files = self.map.len();
        let Some(kept) = self.checker.take() else {
            return Err(broken());
        };
        let mut ck = kept.resume(&self.ast, &self.map);
        let undo = Undo {
            checked: ck.mark(&tree),
            tree,
            files,
        };
        self.checker = Some(ck.suspend());
        let program = (std::mem::take(&mut self.ast), std::mem::take(&mut self.map));
        let text = format!("package main;{}\n", piece.placed());
        let file = project::Input::new(piece.file.to_string(), text.as_bytes());
        let known = self.packages.keys().cloned().collect();
        let mut project = project::extend(program, known, file, &self.folder, &self.options);
        let own = std::mem::take(&mut project.map);
        self.map = own;
        self.ast = std::mem::take(&mut project.ast);
        let mut errors: Vec<Diagnostic> = project.syntax_errors().cloned().collect();
        if errors.is_empty() {
            errors = std::mem::take(&mut project.errors);
        }
        // The last one is the declaration's own file.
        project.packages.pop();
        if errors.is_empty() {
            errors = self.add_loaded(&project.packages);
        }
        self.unread = Some(undo);
        match errors.is_empty() {
            true => {
                self.forget_unread();
                Ok(())
            }
            false => Err(errors),
        }
    }

    /// Hands packages to the checker, but for those that it has: their errors.
    fn add_loaded(&mut self, loaded: &[project::ParsedPackage]) -> Vec<Diagnostic> {
        let Some(kept) = self.checker.take() else {
            return broken();
        };
        let mut ck = kept.resume(&self.ast, &self.map);
        let first = ck.packages.len();
        let mut ids: Vec<PkgId> = Vec::new();
        for p in loaded {
            let known = self.packages.get(p.path.as_str()).copied();
            ids.push(
                known.unwrap_or_else(|| ck.add_package(p.path, p.name, p.files.clone(), p.is_std)),
            );
        }
        let is_new = |id: PkgId| id.0 as usize >= first;
        let all = loaded.iter().zip(&ids);
        let new: Vec<_> = all.filter(|(_, id)| is_new(**id)).collect();
        for &(p, &id) in &new {
            let context = build::context(p, &ids, build::Options::default());
            ck.set_context(id, context);
        }
        ck.check_imported(first);
        let errors = std::mem::take(&mut ck.diags);
        for &(p, &id) in &new {
            let pkg = ck.pkg(id);
            if p.is_std || errors.is_empty() {
                self.packages.insert(p.path.as_str().to_string(), id);
                self.uninitialised.push(id);
                let texts = p.files.iter().filter(|_| !pkg.is_std);
                for file in texts.map(|f| self.map.file(f.file)) {
                    self.texts.add(&file.name, &file.text, self.style);
                }
            }
        }
        self.checker = Some(ck.suspend());
        errors.sorted(&self.map)
    }

    /// Runs the initialisation of packages that have been added.
    fn initialise(&mut self) -> Evaluated {
        if self.uninitialised.is_empty() {
            return Ok(true);
        }
        let nothing = Unit {
            code: String::new(),
            runs: true,
        };
        self.evaluate(&nothing)
    }
}
