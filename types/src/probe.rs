//! Questions about code that is being written: what could stand at a place that a name marks which
//! nothing declares.

use crate::checker::Checker;
use crate::lookup::LookupResult;
use crate::object::{ObjId, ObjectKind, PkgId, ScopeId};
use crate::types::{Type, TypeId};
use source::Symbol;

/// The name that marks a place.
pub const PROBE: &str = "gorunProbe";
/// So deep embedded fields are looked into.
const MAX_DEPTH: usize = 8;

impl Checker<'_> {
    /// Notes where the marking name was looked for.
    pub(crate) fn note_probe(&mut self, name: Symbol) {
        if self.config.is_session && name.as_str() == PROBE {
            self.state.probed = Some(self.env.scope);
        }
    }

    /// Forgets where the marking name was looked for last, and tells it.
    pub fn take_probed(&mut self) -> Option<ScopeId> {
        self.state.probed.take()
    }

    /// The fields and methods that can be selected from an addressable value of the type, as code of
    /// the package may name them: name, object, type.
    pub fn selectable(&mut self, t: TypeId, pkg: PkgId) -> Vec<(Symbol, ObjId, TypeId)> {
        let mut names = Vec::new();
        self.selectable_names(t, &mut names, 0);
        names.sort_unstable_by_key(|n| n.as_str().to_string());
        names.dedup();
        let mut found = Vec::with_capacity(names.len());
        for name in names {
            let result = self.lookup_field_or_method(t, true, Some(pkg), name, false);
            if let LookupResult::Found(l) | LookupResult::PointerReceiver(l) = result {
                if matches!(self.obj(l.obj).kind, ObjectKind::Func(_)) && !l.ty.is_valid() {
                    self.obj_decl(l.obj);
                }
                found.push((name, l.obj, l.ty));
            }
        }
        found
    }

    fn selectable_names(&mut self, t: TypeId, names: &mut Vec<Symbol>, depth: usize) {
        if depth > MAX_DEPTH {
            return;
        }
        let (t, _) = self.deref(t);
        let t = self.unalias(t);
        if let Type::Named(n) = *self.types.get(t) {
            let origin = self.types.named(n).origin;
            let methods = self.types.named(origin).methods.clone();
            names.extend(methods.iter().map(|&m| self.obj(m).name));
        }
        let under = self.under(t);
        match self.types.get(under) {
            Type::Struct(s) => {
                for field in s.fields.clone() {
                    names.push(self.obj(field).name);
                    if self.is_embedded(field) {
                        self.selectable_names(self.obj(field).ty, names, depth + 1);
                    }
                }
            }
            Type::Interface(_) => {
                let set = self.type_set(under);
                names.extend(set.methods.iter().map(|&m| self.obj(m).name));
            }
            Type::Pointer(_) if depth == 0 => {
                // A named pointer type has the fields of what it points to.
                self.selectable_names(under, names, depth + 1);
            }
            _ => {}
        }
    }
}
