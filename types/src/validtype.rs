//! Types that contain themselves. Spec: "An array type T may not contain an element of type T…".

use crate::checker::Checker;
use crate::object::ObjId;
use crate::types::{NamedId, Type, TypeId};
use hashbrown::HashMap;
use parser::ast::{ExprId, ExprKind};
use source::Pos;

/// How deep types nest before the search is given up.
const MAX_DEPTH: usize = 500;

/// How many types are visited before the search is given up.
const MAX_STEPS: u32 = 100_000;

impl<'a> Checker<'a> {
    /// Reports `n` if a value of it would contain a value of the same type.
    pub(crate) fn valid_type(&mut self, n: NamedId) {
        let id = self.types.named(n).id;
        self.state.valid_steps = 0;
        self.valid_type_in(id, &mut Vec::new(), &mut Vec::new());
    }

    fn valid_type_in(
        &mut self,
        t: TypeId,
        nest: &mut Vec<NamedId>,
        path: &mut Vec<NamedId>,
    ) -> bool {
        self.state.valid_steps += 1;
        if path.len() > MAX_DEPTH || self.state.valid_steps > MAX_STEPS {
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
                // What an instance contains depends on the types around it.
                if ok && self.types.named(n).targs.is_empty() {
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
        let origin = self.types.named(n).origin;
        self.types.named_mut(origin).underlying = Some(TypeId::INVALID);
        self.types.named_mut(n).underlying = Some(TypeId::INVALID);
    }
}

impl<'a> Checker<'a> {
    /// gc cannot compile an interface type without a name that contains itself through its methods.
    pub(crate) fn anonymous_interface_cycles(&mut self) {
        let ast = self.ast;
        let mut literals: Vec<ExprId> = (0..ast.expr_count() as u32)
            .map(ExprId)
            .filter(|&e| matches!(ast.kind(e), ExprKind::InterfaceType { .. }))
            .filter(|&e| self.is_user_position(ast.pos(e)))
            .collect();
        literals.sort_by_key(|&e| ast.pos(e));
        let mut known = HashMap::default();
        for e in literals {
            let Some(ty) = self.info.type_and_value(e).map(|tv| tv.ty) else {
                continue;
            };
            if self.is_interface_cycle(ty, &mut known, 0) {
                self.error_at(
                    e,
                    "invalid recursive type: anonymous interface refers to itself (see https://go.dev/issue/56103)",
                );
                // Once is enough.
                known.values_mut().for_each(|cyclic| *cyclic = false);
            }
        }
    }

    fn is_user_position(&self, pos: Pos) -> bool {
        let file = self.map.file_of(pos);
        self.packages
            .iter()
            .filter(|p| !p.is_std)
            .any(|p| p.files.iter().any(|f| Some(f.file) == file))
    }

    /// Whether `t`, names not looked through, contains an interface that contains itself. `known`
    /// has the interfaces met so far: those being looked at count as cyclic.
    fn is_interface_cycle(
        &mut self,
        t: TypeId,
        known: &mut HashMap<TypeId, bool>,
        depth: usize,
    ) -> bool {
        if depth > MAX_DEPTH {
            return false;
        }
        let t = self.unalias(t);
        let mut any = |c: &mut Self, list: &[TypeId]| {
            list.iter()
                .any(|&t| c.is_interface_cycle(t, known, depth + 1))
        };
        match self.types.get(t).clone() {
            Type::Pointer(e) | Type::Slice(e) => any(self, &[e]),
            Type::Array { elem, .. } | Type::Chan { elem, .. } => any(self, &[elem]),
            Type::Map { key, elem } => any(self, &[key, elem]),
            Type::Tuple(list) => any(self, &list),
            Type::Struct(s) => {
                let list: Vec<TypeId> = s.fields.iter().map(|&f| self.obj(f).ty).collect();
                any(self, &list)
            }
            Type::Signature(s) => {
                let vars = s.params.iter().chain(&s.results);
                let list: Vec<TypeId> = vars.map(|&v| self.obj(v).ty).collect();
                any(self, &list)
            }
            Type::Interface(_) => {
                let methods = self.interface_methods(t);
                if methods.is_empty() {
                    return false;
                }
                if let Some(&cyclic) = known.get(&t) {
                    return cyclic;
                }
                known.insert(t, true);
                for m in methods {
                    let sig = self.obj(m).ty;
                    if self.is_interface_cycle(sig, known, depth + 1) {
                        return true;
                    }
                }
                known.insert(t, false);
                false
            }
            _ => false,
        }
    }
}
