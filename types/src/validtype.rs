//! Types that contain themselves. Spec: "An array type T may not contain an element of type T…".

use crate::checker::Checker;
use crate::object::ObjId;
use crate::types::{NamedId, Type, TypeId};
use source::Pos;

/// How deep types nest before the search is given up.
const MAX_DEPTH: usize = 500;

impl<'a> Checker<'a> {
    /// Reports `n` if a value of it would contain a value of the same type.
    pub(crate) fn valid_type(&mut self, n: NamedId) {
        let id = self.types.named(n).id;
        self.valid_type_in(id, &mut Vec::new(), &mut Vec::new());
    }

    fn valid_type_in(
        &mut self,
        t: TypeId,
        nest: &mut Vec<NamedId>,
        path: &mut Vec<NamedId>,
    ) -> bool {
        if path.len() > MAX_DEPTH {
            return false;
        }
        match *self.types.get(self.unalias(t)) {
            Type::Array { elem, .. } => self.valid_type_in(elem, nest, path),
            Type::Struct(ref s) => {
                let fields = s.fields.clone();
                fields.into_iter().all(|f| {
                    let ty = self.obj(f).ty;
                    self.valid_type_in(ty, nest, path)
                })
            }
            Type::Union(ref terms) => {
                let terms = terms.clone();
                terms
                    .iter()
                    .all(|term| self.valid_type_in(term.ty, nest, path))
            }
            Type::Interface(ref i) => {
                let embeddeds = i.embeddeds.clone();
                embeddeds
                    .into_iter()
                    .all(|e| self.valid_type_in(e, nest, path))
            }
            Type::Named(n) => {
                if self.state.valid.contains(&n) {
                    return true;
                }
                let origin = self.types.named(n).origin;
                if self.types.named(origin).underlying == Some(TypeId::INVALID) {
                    return false;
                }
                let id = self.types.named(n).id;
                for outer in nest.clone() {
                    let other = self.types.named(outer).id;
                    if outer == n || self.identical(other, id) {
                        self.report_type_cycle(n, path);
                        return false;
                    }
                }
                let Some(rhs) = self.types.named(origin).rhs else {
                    return true;
                };
                path.push(n);
                nest.push(n);
                let ok = self.valid_type_in(rhs, nest, path);
                nest.pop();
                path.pop();
                if ok {
                    self.state.valid.insert(n);
                }
                ok
            }
            Type::TypeParam(p) => {
                // It stands for the type argument of the innermost instance.
                let Some(&inst) = nest.last() else {
                    return true;
                };
                let named = self.types.named(inst);
                let Some(i) = named.tparams.iter().position(|&q| q == p) else {
                    return true;
                };
                let Some(&targ) = named.targs.get(i) else {
                    return true;
                };
                // The argument was written outside of the instance.
                nest.pop();
                let ok = self.valid_type_in(targ, nest, path);
                nest.push(inst);
                ok
            }
            _ => true,
        }
    }

    fn report_type_cycle(&mut self, n: NamedId, path: &[NamedId]) {
        let id = self.types.named(n).id;
        let ids: Vec<TypeId> = path.iter().map(|&p| self.types.named(p).id).collect();
        let Some(start) = ids.iter().position(|&p| self.identical(p, id)) else {
            return;
        };
        // An instance stands where it was written.
        let mut cycle: Vec<(ObjId, Pos)> = path[start..]
            .iter()
            .map(|&p| {
                let named = self.types.named(p);
                let written = self.state.instance_pos.get(&named.id).copied();
                (named.obj, written.unwrap_or(self.obj(named.obj).pos))
            })
            .collect();
        cycle.dedup();
        self.cycle_error_at(&cycle);
        for &p in &path[start..] {
            let o = self.types.named(p).origin;
            self.types.named_mut(o).underlying = Some(TypeId::INVALID);
            self.types.named_mut(p).underlying = Some(TypeId::INVALID);
        }
    }
}
