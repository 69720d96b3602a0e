//! Scopes: which names a block declares. Spec: "Declarations and scope".
//!
//! A name is inserted when its scope starts, so a lookup never compares positions: function
//! literals are checked before the scope around them changes (see `Checker::process_delayed`).

use crate::object::{ObjId, ScopeId};
use hashbrown::HashMap;
use source::Symbol;

/// Up to here a scope is searched linearly.
const SMALL: usize = 8;

#[derive(Debug, Default)]
pub struct Scope {
    pub parent: Option<ScopeId>,
    pub children: Vec<ScopeId>,
    /// In order of insertion.
    names: Vec<(Symbol, ObjId)>,
    map: HashMap<Symbol, ObjId>,
    /// The scope of a function's parameters.
    pub is_func: bool,
}

impl Scope {
    pub fn lookup(&self, name: Symbol) -> Option<ObjId> {
        if self.names.len() <= SMALL {
            return self.names.iter().find(|n| n.0 == name).map(|n| n.1);
        }
        self.map.get(&name).copied()
    }

    /// Adds the object unless the name is taken: then the other object is returned.
    pub fn insert(&mut self, name: Symbol, obj: ObjId) -> Option<ObjId> {
        if let Some(other) = self.lookup(name) {
            return Some(other);
        }
        self.names.push((name, obj));
        match self.names.len() {
            n if n == SMALL + 1 => self.map = self.names.iter().copied().collect(),
            n if n > SMALL => {
                self.map.insert(name, obj);
            }
            _ => {}
        }
        None
    }

    /// Adds the object; one of the same name loses it.
    pub fn replace(&mut self, name: Symbol, obj: ObjId) {
        match self.names.iter_mut().find(|n| n.0 == name) {
            Some(entry) => {
                entry.1 = obj;
                if self.names.len() > SMALL {
                    self.map.insert(name, obj);
                }
            }
            None => {
                self.insert(name, obj);
            }
        }
    }

    /// In order of insertion.
    pub fn objects(&self) -> &[(Symbol, ObjId)] {
        &self.names
    }
}

/// All scopes.
#[derive(Debug, Default)]
pub struct Scopes {
    list: Vec<Scope>,
}

impl Scopes {
    pub fn add(&mut self, parent: Option<ScopeId>) -> ScopeId {
        let id = ScopeId(self.list.len() as u32);
        self.list.push(Scope {
            parent,
            ..Scope::default()
        });
        if let Some(parent) = parent {
            self.get_mut(parent).children.push(id);
        }
        id
    }
    pub fn len(&self) -> usize {
        self.list.len()
    }
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }
    /// Drops the scopes from number `len` on, the children of `outer` among them.
    pub fn truncate(&mut self, len: usize, outer: ScopeId) {
        self.list.truncate(len);
        let inner = &mut self.get_mut(outer).children;
        inner.retain(|c| (c.0 as usize) < len);
    }
    pub fn get(&self, id: ScopeId) -> &Scope {
        &self.list[id.0 as usize]
    }
    pub fn get_mut(&mut self, id: ScopeId) -> &mut Scope {
        &mut self.list[id.0 as usize]
    }
}
