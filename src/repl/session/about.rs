//! What the session can tell about itself: types, names, documentation, bytecode, its text.

use super::Session;
use crate::doc::Detail;
use crate::repl::packages;
use crate::repl::save;
use types::object::ObjectKind;

impl Session {
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
    pub(super) fn name_without_value(&mut self, name: &str) -> Option<String> {
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
        let Some(import) = import.cloned() else {
            return crate::doc::lookup(name, &[&own]);
        };
        if let Some(package) = self
            .package(&import.path)
            .filter(|p| stdlib::source_files(&p.path).is_none())
        {
            return match name.split_once('.') {
                Some((_, symbol)) => package.symbol(symbol, Detail::default()),
                None => Some(package.summary(Detail::default())),
            };
        }
        let name = name.replacen(&import.name, &import.path, 1);
        crate::doc::lookup(&name, &[&own])
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
}
