//! Type inference. Spec: "Type inference".

use crate::checker::Checker;
use crate::lookup::LookupResult;
use crate::object::ObjectKind;
use crate::operand::{Operand, OperandMode};
use crate::types::{Type, TypeId, TypeParamId};
use crate::unify::{Unifier, UnifyMode};
use source::Pos;

const MAX_DEPTH: u32 = 100;

impl<'a> Checker<'a> {
    /// The type arguments for `tparams` from those given (`UNSET` or absent where unknown), the
    /// parameter types and the arguments passed for them. An error has its position and message.
    pub fn infer(
        &mut self,
        pos: Pos,
        tparams: &[TypeParamId],
        targs: &[TypeId],
        params: &[TypeId],
        args: &[Operand],
        reverse: bool,
    ) -> Result<Vec<TypeId>, (Pos, String)> {
        let n = tparams.len();
        if targs.len() == n && targs.iter().all(|t| t.is_valid()) {
            return Ok(targs.to_vec());
        }
        if args.iter().any(|a| a.mode == OperandMode::Invalid) {
            return Err((pos, String::new()));
        }
        // Known type arguments are put in at once.
        let mut known_params = Vec::new();
        let mut known_targs = Vec::new();
        for (i, &p) in tparams.iter().enumerate() {
            if let Some(&t) = targs.get(i).filter(|t| t.is_valid()) {
                known_params.push(p);
                known_targs.push(t);
            }
        }
        let params: Vec<TypeId> = params
            .iter()
            .map(|&t| self.subst(t, &known_params, &known_targs))
            .collect();
        let mut u = Unifier::new(tparams, targs);

        // Typed arguments.
        let mut untyped: Vec<usize> = Vec::new();
        for (i, arg) in args.iter().enumerate() {
            let Some(&par) = params.get(i) else {
                break;
            };
            if !self.is_parameterized(par, tparams, 0) && !self.is_parameterized(arg.ty, tparams, 0)
            {
                continue;
            }
            if self.is_typed(arg.ty) {
                if !u.unify(self, par, arg.ty, UnifyMode::ASSIGN) {
                    return Err(self.mismatch(&u, tparams, par, arg, reverse, pos));
                }
            } else if self.is_type_param(par) && arg.ty != TypeId::UNTYPED_NIL {
                untyped.push(i);
            }
        }

        // Constraints, until nothing new is found.
        loop {
            let before = u.unknowns();
            for i in 0..n {
                self.infer_from_constraint(pos, &mut u, tparams, i)?;
            }
            if u.unknowns() == before {
                break;
            }
        }

        // Untyped constants: the "largest" kind decides.
        let mut largest: Vec<Option<TypeId>> = vec![None; n];
        for &i in &untyped {
            let Some(p) = self.as_type_param(params[i]) else {
                continue;
            };
            let Some(k) = tparams.iter().position(|&q| q == p) else {
                continue;
            };
            if u.at(k).is_some() {
                continue;
            }
            let arg = &args[i];
            largest[k] = Some(match largest[k] {
                None => arg.ty,
                Some(max) => match self.max_type(max, arg.ty) {
                    Some(m) => m,
                    None => {
                        let id = self.types.tparam(p).id;
                        let message = format!(
                            "mismatched types {} and {} (cannot infer {})",
                            self.type_string(max),
                            self.type_string(arg.ty),
                            self.type_string(id)
                        );
                        return Err((arg.expr.map_or(pos, |e| self.at_pos(e)), message));
                    }
                },
            });
        }
        for (k, max) in largest.into_iter().enumerate() {
            if let Some(max) = max {
                u.set(k, self.default_type(max));
            }
        }

        let mut inferred = u.inferred();
        self.kill_cycles(tparams, &mut inferred);
        // Inferred types may mention other type parameters: replace those until none is left.
        for _ in 0..=n {
            let mut known_params = Vec::new();
            let mut known = Vec::new();
            for (i, &p) in tparams.iter().enumerate() {
                if let Some(t) = inferred[i] {
                    known_params.push(p);
                    known.push(t);
                }
            }
            let mut changed = false;
            for slot in &mut inferred {
                if let Some(t) = *slot
                    && self.is_parameterized(t, tparams, 0)
                {
                    let new = self.subst(t, &known_params, &known);
                    if new != t {
                        *slot = Some(new);
                        changed = true;
                    }
                }
            }
            if !changed {
                break;
            }
        }
        let mut result = Vec::with_capacity(n);
        for (i, &p) in tparams.iter().enumerate() {
            match inferred[i] {
                Some(t) if !self.is_parameterized(t, tparams, 0) => result.push(t),
                _ => {
                    let o = self.obj(self.types.tparam(p).obj);
                    let message = format!(
                        "cannot infer {} (declared at {})",
                        o.name,
                        self.pos_string(o.pos)
                    );
                    return Err((pos, message));
                }
            }
        }
        Ok(result)
    }

    fn infer_from_constraint(
        &mut self,
        pos: Pos,
        u: &mut Unifier,
        tparams: &[TypeParamId],
        i: usize,
    ) -> Result<(), (Pos, String)> {
        let p = tparams[i];
        let id = self.types.tparam(p).id;
        let tx = u.at(i);
        if let Some((core, tilde, single)) = self.core_term(id) {
            match tx {
                Some(tx) => {
                    let ok = u.unify(self, tx, core, UnifyMode::INEXACT);
                    if !ok {
                        let bound = self.types.tparam(p).bound;
                        let message = format!(
                            "{} (type {}) does not satisfy {}",
                            self.type_string(id),
                            self.type_string(tx),
                            self.type_string(bound)
                        );
                        return Err((pos, message));
                    }
                }
                None if single && !tilde => u.set(i, core),
                None => {}
            }
        }
        // A known type argument must have the constraint's methods: their signatures may tell more.
        let Some(tx) = u.at(i) else {
            return Ok(());
        };
        // The methods of what is not fully known yet are not known either.
        if self.is_parameterized(tx, tparams, 0) {
            return Ok(());
        }
        let iface = self.bound_interface(id);
        for m in self.interface_methods(iface) {
            let (name, pkg, ty) = {
                let o = self.obj(m);
                (o.name, o.pkg, o.ty)
            };
            let ok = match self.lookup_field_or_method(tx, false, pkg, name, false) {
                LookupResult::Found(l) if matches!(self.obj(l.obj).kind, ObjectKind::Func(_)) => {
                    u.unify(self, ty, l.ty, UnifyMode::EXACT)
                }
                _ => false,
            };
            if !ok {
                let bound = self.types.tparam(p).bound;
                let mut cause = String::new();
                if self
                    .missing_method(tx, iface, true, Some(&mut cause))
                    .is_none()
                {
                    cause = format!("(wrong type for method {name})");
                }
                let message = format!(
                    "{} (type {}) does not satisfy {} {cause}",
                    self.type_string(id),
                    self.type_string(tx),
                    self.type_string(bound)
                );
                return Err((pos, message));
            }
        }
        Ok(())
    }

    /// The core type of a type parameter, whether a tilde applies, and whether there is but one
    /// specific type.
    fn core_term(&mut self, tparam: TypeId) -> Option<(TypeId, bool, bool)> {
        let terms = self.typeset(tparam)?;
        if let [one] = terms.as_slice() {
            return Some((one.ty, one.tilde, true));
        }
        let tilde = terms.iter().any(|t| t.tilde);
        let core = self.core_type(tparam)?;
        Some((core, tilde, false))
    }

    fn mismatch(
        &mut self,
        u: &Unifier,
        tparams: &[TypeParamId],
        par: TypeId,
        arg: &Operand,
        reverse: bool,
        pos: Pos,
    ) -> (Pos, String) {
        let pos = arg.expr.map_or(pos, |e| self.at_pos(e));
        let expr = arg.expr.map_or(String::new(), |e| self.expr_string(e));
        let (targ, tpar) = (self.type_string(arg.ty), self.type_string(par));
        let inferred = u.inferred();
        if inferred.iter().all(Option::is_none) {
            let names: Vec<&str> = tparams
                .iter()
                .map(|&p| self.obj(self.types.tparam(p).obj).name.as_str())
                .collect();
            let list = match names.as_slice() {
                [] => String::new(),
                [a] => a.to_string(),
                [a, b] => format!("{a} and {b}"),
                [rest @ .., last] => format!("{}, and {last}", rest.join(", ")),
            };
            return (
                pos,
                format!("type {targ} of {expr} does not match {tpar} (cannot infer {list})"),
            );
        }
        let mut known_params = Vec::new();
        let mut known = Vec::new();
        for (i, &p) in tparams.iter().enumerate() {
            if let Some(t) = inferred[i] {
                known_params.push(p);
                known.push(t);
            }
        }
        let inferred = self.subst(par, &known_params, &known);
        if inferred == par {
            return (pos, format!("type {targ} of {expr} does not match {tpar}"));
        }
        let inferred = self.type_string(inferred);
        let message = if reverse {
            format!("inferred type {inferred} for {tpar} does not match type {targ} of {expr}")
        } else {
            format!("type {targ} of {expr} does not match inferred type {inferred} for {tpar}")
        };
        (pos, message)
    }

    /// Type parameters that were inferred in terms of themselves are unknown.
    fn kill_cycles(&mut self, tparams: &[TypeParamId], inferred: &mut [Option<TypeId>]) {
        let n = tparams.len();
        let mut edges = vec![Vec::new(); n];
        for i in 0..n {
            if let Some(t) = inferred[i] {
                for (j, &p) in tparams.iter().enumerate() {
                    if self.is_parameterized(t, &[p], 0) {
                        edges[i].push(j);
                    }
                }
            }
        }
        for i in 0..n {
            let mut seen = vec![false; n];
            let mut work = edges[i].clone();
            while let Some(j) = work.pop() {
                if j == i {
                    inferred[i] = None;
                    break;
                }
                if !std::mem::replace(&mut seen[j], true) {
                    work.extend(&edges[j]);
                }
            }
        }
    }

    /// `t` mentions one of the type parameters.
    pub(crate) fn is_parameterized(
        &mut self,
        t: TypeId,
        tparams: &[TypeParamId],
        depth: u32,
    ) -> bool {
        if depth > MAX_DEPTH || !self.mentions_tparams(t) {
            return false;
        }
        let parts: Vec<TypeId> = match self.types.get(t) {
            Type::TypeParam(p) => return tparams.contains(p),
            Type::Basic(_) => return false,
            Type::Named(n) => self.types.named(*n).targs.to_vec(),
            Type::Alias { actual, .. } => vec![*actual],
            Type::Pointer(e)
            | Type::Slice(e)
            | Type::Array { elem: e, .. }
            | Type::Chan { elem: e, .. } => {
                vec![*e]
            }
            Type::Map { key, elem } => vec![*key, *elem],
            Type::Struct(s) => s.fields.iter().map(|&f| self.obj(f).ty).collect(),
            Type::Signature(s) => s
                .params
                .iter()
                .chain(&s.results)
                .map(|&v| self.obj(v).ty)
                .collect(),
            Type::Interface(i) => {
                let methods = i.methods.iter().map(|&m| self.obj(m).ty);
                methods.chain(i.embeddeds.iter().copied()).collect()
            }
            Type::Tuple(list) => list.to_vec(),
            Type::Union(terms) => terms.iter().map(|t| t.ty).collect(),
        };
        parts
            .into_iter()
            .any(|p| self.is_parameterized(p, tparams, depth + 1))
    }

    /// Fresh type parameters in place of `tparams`, in `t` as well: a generic function called in its
    /// own body must not be confused with itself.
    pub fn rename_tparams(
        &mut self,
        tparams: &[TypeParamId],
        t: TypeId,
    ) -> (Vec<TypeParamId>, TypeId) {
        let mut fresh = Vec::with_capacity(tparams.len());
        let mut ids = Vec::with_capacity(tparams.len());
        for &p in tparams {
            let tp = self.types.tparam(p).clone();
            let q = self.types.new_type_param(tp.obj, tp.index, tp.bound);
            fresh.push(q);
            ids.push(self.types.tparam(q).id);
        }
        for &q in &fresh {
            let bound = self.types.tparam(q).bound;
            let bound = self.subst(bound, tparams, &ids);
            self.types.tparam_mut(q).bound = bound;
        }
        let t = self.subst(t, tparams, &ids);
        (fresh, t)
    }
}
