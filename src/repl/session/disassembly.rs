//! `:dis`: the bytecode of functions in force.

use super::Session;
use crate::repl::entry::{Piece, PieceKind};
use crate::repl::packages;
use bytecode::{FuncIdx, Function, Program};
use source::Symbol;
use types::object::{ObjId, ObjectKind};

impl Session {
    /// The bytecode of what is called so: a function or method of the session, each instance if it is
    /// generic, or a function of the standard library.
    ///
    /// # Errors
    /// Why there is none.
    pub fn disassemble(&mut self, name: &str) -> Result<String, String> {
        let wanted = plain(name);
        let object = self.declared_object(&wanted);
        let Some(compiler) = &self.compiler else {
            return Err(String::new());
        };
        let program = compiler.program();
        // What the session has forgotten is still in the program.
        let own = self.declares(&wanted).then(|| format!("main.{wanted}"));
        if let Some(listed) = own.as_deref().and_then(|own| self.listed(own)) {
            return listed.ok_or_else(|| self.why_no_code(name, &wanted));
        }
        let functions = program.funcs.iter().enumerate();
        // Of the versions with the same type arguments the last one is in force.
        let mut versions: Vec<(Vec<&str>, usize)> = Vec::new();
        for (i, function) in functions.filter(|(_, f)| is_called(f, own.as_deref(), &wanted)) {
            let func = FuncIdx(i as u32);
            let arguments = compiler.type_arguments(func);
            let is_earlier = object.is_some() && compiler.declared(func) != object;
            if !arguments.is_empty() && is_earlier || function.is_wrapper {
                continue;
            }
            versions.retain(|v| v.0 != arguments);
            versions.push((arguments, i));
        }
        if versions.is_empty() {
            return Err(self.why_no_code(name, &wanted));
        }
        let mut text = String::new();
        for (arguments, i) in versions {
            let mut function = program.funcs[i].clone();
            let arguments = arguments.join(", ").replace("main.", "");
            function.name = function.name.replace("[...]", &format!("[{arguments}]"));
            text.push_str(&self.listing(program, &function));
        }
        Ok(text)
    }

    /// What is kept of a function, or of a literal in one, that the program does not have any more: its
    /// bytecode, if there still is such a literal.
    fn listed(&self, name: &str) -> Option<Option<String>> {
        let (function, _) = name.split_once(".func").unwrap_or((name, ""));
        self.listings.get(function)?;
        Some(self.listings.get(name).cloned())
    }

    fn listing(&self, program: &Program, function: &Function) -> String {
        let name = program.files.get(function.file as usize);
        let source = name.and_then(|name| self.map.original(name));
        let lines: Vec<&str> = source.map_or(Vec::new(), |text| text.lines().collect());
        let line = |_: u32, line: u32| {
            let text = lines.get(line as usize - 1)?;
            Some(text.trim().to_string())
        };
        let mut text = String::new();
        bytecode::disasm::disassemble_function(program, function, &line, &mut text);
        text.push('\n');
        text
    }

    /// Keeps the listings of functions that have just been loaded, from number `first` on, if the program
    /// is about to forget them; drops those of functions whose place they take.
    pub(super) fn keep_listings(&mut self, first: usize, are_forgotten: bool) {
        let Some(compiler) = &self.compiler else {
            return;
        };
        let program = compiler.program();
        let new = program.funcs[first..].iter().filter(|f| !f.is_wrapper);
        let new: Vec<(String, &Function)> = new.map(|f| (plain(&f.name), f)).collect();
        let is_of = |listed: &str, name: &str| {
            let rest = listed.strip_prefix(name);
            rest.is_some_and(|r| r.is_empty() || r.starts_with(".func"))
        };
        let mut listings = std::mem::take(&mut self.listings);
        listings.retain(|listed, _| !new.iter().any(|(name, _)| is_of(listed, name)));
        if are_forgotten {
            let new = new.into_iter();
            listings.extend(new.map(|(name, f)| (name, self.listing(program, f))));
        }
        self.listings = listings;
    }

    /// The session's function with this name.
    fn declared_object(&mut self, name: &str) -> Option<ObjId> {
        let ck = self.checker.take()?.resume(&self.ast, &self.map);
        let objects = ck.scope(ck.pkg(self.pkg).scope).objects();
        let found = objects.iter().find(|o| o.0 == Symbol::intern(name));
        let found = found.map(|o| o.1);
        let found = found.filter(|&o| matches!(ck.obj(o).kind, ObjectKind::Func(_)));
        self.checker = Some(ck.suspend());
        found
    }

    /// Whether the session has the function, or what it is a literal of.
    fn declares(&self, name: &str) -> bool {
        let pieces = self.sources.list.iter();
        let mut functions = pieces.filter(|p| p.kind == PieceKind::Func);
        functions.any(|p| {
            p.names.iter().any(|n| {
                let rest = name.strip_prefix(n.as_str());
                rest.is_some_and(|r| r.is_empty() || r.starts_with('.'))
            })
        })
    }

    fn why_no_code(&self, name: &str, wanted: &str) -> String {
        let is_declared =
            |p: &Piece| p.kind == PieceKind::Func && p.names.iter().any(|n| n == wanted);
        if self.sources.list.iter().any(is_declared) {
            return format!("{name} is generic and has no instance yet: nothing calls it");
        }
        let (package, function) = wanted.split_once('.').unwrap_or_default();
        let Some(path) = packages::std_package(package) else {
            return format!("the session has no function {name}");
        };
        match stdlib::native(&format!("{path}.{function}")) {
            Some(_) => format!("{name} is native code"),
            None => format!("{name} has not been compiled: no entry calls it"),
        }
    }
}

/// `(*T).m` and `T[...].m` as `T.m`.
fn plain(name: &str) -> String {
    let mut depth = 0;
    let mut out = String::new();
    for c in name.chars() {
        match c {
            '[' => depth += 1,
            ']' => depth -= 1,
            '(' | ')' | '*' | ' ' => {}
            _ if depth > 0 => {}
            _ => out.push(c),
        }
    }
    out
}

/// Whether the function is one of the session's or of a std package, which goes by the last part of
/// its path.
fn is_called(function: &Function, own: Option<&str>, std: &str) -> bool {
    let name = plain(&function.name);
    let short = name.rsplit_once('/').map_or(&*name, |n| n.1);
    own == Some(&name) || std.contains('.') && (name == std || short == std)
}
