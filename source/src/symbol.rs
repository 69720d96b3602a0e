//! Interned names. Comparing, hashing and copying a [`Symbol`] costs what a `u32` costs.

use hashbrown::HashMap;
use std::fmt;
use std::sync::{OnceLock, RwLock};

/// An interned identifier or import path. One table serves the process: names are few and small,
/// and a program's names live as long as the program, so that the text is never freed.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Symbol(u32);

#[derive(Default)]
struct Table {
    ids: HashMap<&'static str, u32>,
    names: Vec<&'static str>,
}

fn table() -> &'static RwLock<Table> {
    static TABLE: OnceLock<RwLock<Table>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut table = Table::default();
        for name in ["", "_", "init", "main"] {
            intern(&mut table, name);
        }
        RwLock::new(table)
    })
}

fn intern(table: &mut Table, name: &str) -> u32 {
    if let Some(&id) = table.ids.get(name) {
        return id;
    }
    let id = table.names.len() as u32;
    let name: &'static str = Box::leak(name.into());
    table.names.push(name);
    table.ids.insert(name, id);
    id
}

impl Symbol {
    pub const EMPTY: Symbol = Symbol(0);
    /// The blank identifier `_`.
    pub const BLANK: Symbol = Symbol(1);
    pub const INIT: Symbol = Symbol(2);
    pub const MAIN: Symbol = Symbol(3);

    pub fn intern(name: &str) -> Symbol {
        if let Some(&id) = table().read().unwrap().ids.get(name) {
            return Symbol(id);
        }
        Symbol(intern(&mut table().write().unwrap(), name))
    }

    /// Interns many names under one lock: `next` is called with the interning function.
    pub fn intern_batch<R>(body: impl FnOnce(&mut dyn FnMut(&str) -> Symbol) -> R) -> R {
        let mut table = table().write().unwrap();
        body(&mut |name| Symbol(intern(&mut table, name)))
    }

    pub fn as_str(self) -> &'static str {
        table().read().unwrap().names[self.0 as usize]
    }

    /// Starts with an upper-case letter. Spec: "Exported identifiers".
    pub fn is_exported(self) -> bool {
        self.as_str().chars().next().is_some_and(char::is_uppercase)
    }

    pub fn is_blank(self) -> bool {
        self == Symbol::BLANK
    }
}

impl fmt::Debug for Symbol {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}

impl fmt::Display for Symbol {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
