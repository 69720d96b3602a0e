//! What the session can tell about itself: types, names, documentation, bytecode, its text.

use super::{Session, Unit};
use crate::doc::Detail;
use crate::repl::packages;
use crate::repl::save;
use parser::ast::{ExprId, ExprKind};
use source::Diagnostic;
use types::Checker;
use types::object::ObjectKind;

impl Session {
    /// Prints the type of an expression.
    pub fn type_of(&mut self, text: &str) -> bool {
        self.entries += 1;
        let name = format!("entry{}", self.entries);
        self.map.set_original(name.clone(), text.to_string());
        let is_right = self.say_type(text);
        self.map.remove_original(&name);
        is_right
    }

    fn say_type(&mut self, text: &str) -> bool {
        let errors = match self.static_type(text) {
            Ok(text) => {
                println!("{text}");
                return true;
            }
            Err(errors) => errors,
        };
        match self.name_without_value(text, &errors) {
            Some(what) => println!("{what}"),
            None => {
                let errors = self.within_entry(errors);
                self.report(&errors);
                return false;
            }
        }
        true
    }

    /// What a name stands for that is no expression, as `errors` say: something generic, or a package.
    pub(super) fn name_without_value(
        &mut self,
        name: &str,
        errors: &[Diagnostic],
    ) -> Option<String> {
        let is_part = |c: char| c.is_alphanumeric() || "_.()".contains(c);
        let is_generic = |e: &Diagnostic| e.message.ends_with(" without instantiation");
        if name.chars().all(is_part) && errors.iter().any(is_generic) {
            return self.generic(name);
        }
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

    /// The signature of a generic function, or what a generic type is.
    fn generic(&mut self, name: &str) -> Option<String> {
        let unit = Unit {
            code: name.to_string(),
            runs: true,
        };
        let imports = self.imports.len();
        let found = self.with_imports(name, &mut |session, _| {
            session.look(&unit, |ck, looked| {
                let generic = looked.expr.and_then(|e| described(ck, e));
                generic.ok_or(looked.errors)
            })?
        });
        self.imports.truncate(imports);
        self.forget_unread();
        found.ok()
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
}

/// What `:type` says of an expression that names something generic.
fn described(ck: &mut Checker<'_>, expr: ExprId) -> Option<String> {
    let expr = ck.ast.unparen(expr);
    let name = match ck.ast.kind(expr) {
        ExprKind::Selector { sel, .. } => sel,
        ExprKind::Name(_) => expr,
        _ => return None,
    };
    let object = ck.obj(ck.info.object(name)?);
    let (ty, is_type) = (object.ty, matches!(object.kind, ObjectKind::TypeName));
    let text = ty.is_valid().then(|| ck.type_string(ty))?;
    if !is_type {
        return text.starts_with("func[").then_some(text);
    }
    let under = ck.underlying(ty);
    let is_generic = text.ends_with(']') && under != ty;
    is_generic.then(|| format!("type {text} {}", ck.type_string(under)))
}
