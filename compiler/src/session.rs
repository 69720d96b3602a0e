//! Compiling a session: a first program, then one increment after the other, all in one growing
//! [`Program`].
//!
//! Nothing that the VM has loaded changes: increments only add functions, types and strings. For that
//! every type gets its methods at once, every method is compiled, and nothing is compiled in place,
//! because functions can be redefined.

use crate::program::{Compiler, Suspended};
use bytecode::{FuncIdx, Program, TypeIdx};
use source::{Diagnostics, Symbol};
use types::Checker;
use types::object::{ObjId, PkgId};

/// A session's compiler between increments.
pub struct Session {
    state: Suspended,
}

/// The first program: packages' initialisers, then `main`.
///
/// # Errors
/// What the compiler cannot express.
pub fn start(ck: &mut Checker<'_>, main: PkgId) -> Result<Session, Diagnostics> {
    let mut c = Compiler::new(ck);
    c.inline = false;
    c.keeps_all = true;
    c.compile_program(main);
    c.complete_types();
    if c.diags.is_empty() && c.ck.diags.is_empty() {
        return Ok(Session { state: c.suspend() });
    }
    let mut diags = std::mem::take(&mut c.diags);
    diags.list.append(&mut c.ck.diags.list);
    Err(diags)
}

impl Session {
    pub fn program(&self) -> &Program {
        &self.state.out
    }

    /// So many bytes there can be of package variables, without and with pointers.
    pub fn set_room(&mut self, room: (u32, u32)) {
        self.state.room = room;
    }

    /// Compiles new packages and the session package's last file: the function that initialises them
    /// and then calls the entry's function, if there is one. An entry that `attaches` gives methods to
    /// earlier types.
    pub fn add(
        mut self,
        ck: &mut Checker<'_>,
        packages: &[PkgId],
        session: PkgId,
        entry: Option<ObjId>,
        reused: &Reused,
        attaches: bool,
    ) -> (Session, Result<Increment, Diagnostics>) {
        for &(new, old) in &reused.variables {
            if let Some(&offset) = self.state.global_offset(old) {
                self.state.set_global(new, offset);
            }
        }
        let mut c = self.state.resume(ck);
        let had_stubs = c.stubs.is_some();
        for &(new, first) in &reused.functions {
            let own = c.compiled_func(new, Vec::new(), Vec::new());
            c.first_versions.insert(own, first);
        }
        let entry = c.compile_increment(packages, session, entry);
        let retyped = match attaches {
            true => c.renew_methods(),
            false => Vec::new(),
        };
        if !had_stubs {
            c.finish_stubs();
        }
        c.first_versions.clear();
        let result = if c.diags.is_empty() && c.ck.diags.is_empty() {
            Ok(Increment { entry, retyped })
        } else {
            let mut diags = std::mem::take(&mut c.diags);
            diags.list.append(&mut c.ck.diags.list);
            Err(diags)
        };
        self = Session { state: c.suspend() };
        (self, result)
    }

    /// The present state, to which [`Session::rollback`] can return.
    pub fn mark(&self) -> Mark {
        let program = self.program();
        Mark {
            funcs: program.funcs.len(),
            types: program.types.len(),
            files: program.files.len(),
            natives: program.natives.len(),
        }
    }

    /// Whether the checker may drop what it learnt since its mark: no run-time type was made of it.
    pub fn can_forget(&self, mark: &Mark) -> bool {
        self.program().types.len() == mark.types
    }

    /// Drops what names things of the checker that are gone, and the functions added since with their
    /// files; false if these stay, because later entries can call one (an instance, a method's wrapper)
    /// or an iterator may hold one.
    pub fn rollback(&mut self, mark: &Mark, checked: &types::session::Mark) -> bool {
        self.state.rollback(mark, checked)
    }

    /// The function compiled for a declared one without type parameters.
    pub fn function(&self, obj: ObjId) -> Option<FuncIdx> {
        self.state.function(obj)
    }

    /// The type arguments that the function was compiled with.
    pub fn type_arguments(&self, func: FuncIdx) -> Vec<&str> {
        let Some((_, args)) = self.state.declared(func) else {
            return Vec::new();
        };
        let types = &self.program().types;
        args.iter().map(|t| &*types[t.0 as usize].string).collect()
    }

    /// The declared function that this was compiled for.
    pub fn declared(&self, func: FuncIdx) -> Option<ObjId> {
        self.state.declared(func).map(|d| d.0)
    }
}

/// What an entry declares that takes the place of something earlier, with that.
#[derive(Default)]
pub struct Reused {
    /// They lie where the earlier ones do.
    pub variables: Vec<(ObjId, ObjId)>,
    /// Calls name the earlier function, from which the machine goes on to the latest.
    pub functions: Vec<(ObjId, FuncIdx)>,
}

/// What an entry adds to the program.
pub struct Increment {
    /// The function to run, if there is anything to run.
    pub entry: Option<FuncIdx>,
    /// Earlier types that have more methods now.
    pub retyped: Vec<TypeIdx>,
}

/// How much was compiled at one time.
#[derive(Clone, Debug)]
pub struct Mark {
    pub funcs: usize,
    pub(crate) files: usize,
    pub(crate) natives: usize,
    types: usize,
}

/// What stacks call the function of an entry; `runtime::session` knows it too.
const ENTRY: &str = "main.<entry>";

impl Compiler<'_, '_> {
    fn compile_increment(
        &mut self,
        packages: &[PkgId],
        session: PkgId,
        entry: Option<ObjId>,
    ) -> Option<FuncIdx> {
        let mut calls = Vec::new();
        for &pkg in packages.iter().chain([&session]) {
            calls.extend(self.package_inits(pkg));
        }
        // Declared functions are compiled even if nothing calls them yet: mistakes show at once, and
        // they may replace functions that something calls.
        for func in self.ck.pkg(session).funcs.clone() {
            if self.ck.is_plain_function(func) && self.ck.obj(func).name != Symbol::INIT {
                self.compiled_func(func, Vec::new(), Vec::new());
            }
        }
        if let Some(entry) = entry {
            let function = self.compiled_func(entry, Vec::new(), Vec::new());
            self.out.funcs[function.0 as usize].name = ENTRY.to_string();
            calls.push(function);
        }
        let start = match calls[..] {
            [] => None,
            [only] => Some(only),
            _ => {
                let start = self.new_func("main.entry".to_string(), source::Pos::NONE);
                self.emit_entry(start, &calls);
                Some(start)
            }
        };
        self.work();
        self.complete_types();
        start
    }

    /// Lists and compiles the methods of types that have got more.
    fn renew_methods(&mut self) -> Vec<TypeIdx> {
        let mut renewed = Vec::new();
        for i in 0..self.out.types.len() {
            let idx = TypeIdx(i as u32);
            if self.with_methods.contains(&idx) && self.has_more_methods(idx) {
                self.out.types[i].methods.clear();
                self.add_methods(idx);
                renewed.push(idx);
            }
        }
        self.work();
        self.complete_types();
        renewed
    }

    fn has_more_methods(&mut self, idx: TypeIdx) -> bool {
        let desc = &self.out.types[idx.0 as usize];
        let count = desc.methods.len();
        let t = self.desc_types[idx.0 as usize];
        desc.kind != bytecode::Kind::Interface && self.ck.method_set(t).len() > count
    }

    /// Gives every type its methods and compiles what that takes.
    fn complete_types(&mut self) {
        while self.completed < self.out.types.len() {
            while self.completed < self.out.types.len() {
                self.require_methods(TypeIdx(self.completed as u32));
                self.completed += 1;
            }
            self.work();
        }
    }
}
