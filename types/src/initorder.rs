//! The order in which package variables are initialised. Spec: "Package initialization".

use crate::checker::Checker;
use crate::object::{DeclInfoId, Initializer, ObjId, ObjectKind, PkgId};
use hashbrown::{HashMap, HashSet};
use std::cmp::Reverse;
use std::collections::BinaryHeap;

impl<'a> Checker<'a> {
    pub(crate) fn init_order(&mut self, pkg: PkgId) {
        if self.pkg(pkg).is_std {
            self.check_initializer_bodies(pkg);
        }
        // Variables and constants that a declaration reaches through functions.
        let vars = self.pkg(pkg).vars.clone();
        let mut nodes: Vec<ObjId> = Vec::new();
        let mut index: HashMap<ObjId, usize> = HashMap::default();
        for &v in &vars {
            index.insert(v, nodes.len());
            nodes.push(v);
        }
        let mut deps: Vec<Vec<usize>> = Vec::with_capacity(nodes.len());
        for &v in &nodes {
            let reached = self.reachable_vars(v, pkg);
            deps.push(
                reached
                    .iter()
                    .filter_map(|r| index.get(r).copied())
                    .collect(),
            );
        }
        if self.constant_cycle(pkg) | self.report_init_cycle(&nodes, &deps) {
            return;
        }
        // Repeatedly the next variable in declaration order that depends on no uninitialised one.
        let n = nodes.len();
        let mut waiting: Vec<usize> = deps.iter().map(|d| d.len()).collect();
        let mut users: Vec<Vec<usize>> = vec![Vec::new(); n];
        for (i, d) in deps.iter().enumerate() {
            for &j in d {
                users[j].push(i);
            }
        }
        let mut ready: BinaryHeap<Reverse<usize>> =
            (0..n).filter(|&i| waiting[i] == 0).map(Reverse).collect();
        let mut emitted: HashSet<DeclInfoId> = HashSet::default();
        let mut order = Vec::new();
        while let Some(Reverse(i)) = ready.pop() {
            for &u in &users[i] {
                waiting[u] -= 1;
                if waiting[u] == 0 {
                    ready.push(Reverse(u));
                }
            }
            let Some(decl) = self.obj(nodes[i]).decl else {
                continue;
            };
            let info = self.decl_info(decl);
            let Some(rhs) = info.init else {
                continue;
            };
            if !emitted.insert(decl) {
                continue;
            }
            let lhs = if info.lhs.is_empty() {
                vec![nodes[i]]
            } else {
                info.lhs.clone()
            };
            order.push(Initializer { lhs, rhs });
        }
        self.pkg_mut(pkg).init_order = order;
    }

    /// Reports a constant that is defined in terms of itself.
    fn constant_cycle(&mut self, pkg: PkgId) -> bool {
        if self.pkg(pkg).is_std {
            return false;
        }
        let consts: Vec<ObjId> = self
            .scope(self.pkg(pkg).scope)
            .objects()
            .iter()
            .map(|o| o.1)
            .filter(|&o| matches!(self.obj(o).kind, ObjectKind::Const { .. }))
            .collect();
        let mut reported: HashSet<ObjId> = HashSet::default();
        for c in consts {
            if reported.contains(&c) {
                continue;
            }
            let mut seen = HashSet::default();
            if let Some(cycle) = self.find_path(c, c, &mut seen, &mut Vec::new()) {
                self.init_cycle_error(&cycle);
                reported.extend(cycle);
            }
        }
        !reported.is_empty()
    }

    /// Std bodies are checked on demand: those that initialisers reach are needed now.
    fn check_initializer_bodies(&mut self, pkg: PkgId) {
        let mut work = self.pkg(pkg).vars.clone();
        let mut seen: HashSet<ObjId> = HashSet::default();
        while let Some(obj) = work.pop() {
            if !seen.insert(obj) {
                continue;
            }
            let o = self.obj(obj);
            if o.pkg != Some(pkg) {
                continue;
            }
            if matches!(o.kind, ObjectKind::Func(_)) {
                self.check_body(obj);
            }
            if let Some(d) = self.obj(obj).decl {
                work.extend(self.decl_info(d).deps.iter().copied());
            }
        }
    }

    /// The package variables that the initialiser of `v` depends on, directly or through functions.
    fn reachable_vars(&self, v: ObjId, pkg: PkgId) -> Vec<ObjId> {
        let mut result = Vec::new();
        let Some(decl) = self.obj(v).decl else {
            return result;
        };
        let mut seen: HashSet<ObjId> = HashSet::default();
        let mut work: Vec<ObjId> = self.decl_info(decl).deps.clone();
        while let Some(obj) = work.pop() {
            if !seen.insert(obj) {
                continue;
            }
            let o = self.obj(obj);
            if o.pkg != Some(pkg) {
                continue;
            }
            match o.kind {
                ObjectKind::Var(_) => result.push(obj),
                ObjectKind::Func(_) => {
                    if let Some(d) = o.decl {
                        work.extend(self.decl_info(d).deps.iter().copied());
                    }
                }
                _ => {}
            }
        }
        result
    }

    /// Reports the cycles among initialisers.
    fn report_init_cycle(&mut self, nodes: &[ObjId], deps: &[Vec<usize>]) -> bool {
        // Variables that can never become ready.
        let n = nodes.len();
        let mut waiting: Vec<usize> = deps.iter().map(|d| d.len()).collect();
        let mut users: Vec<Vec<usize>> = vec![Vec::new(); n];
        for (i, d) in deps.iter().enumerate() {
            for &j in d {
                users[j].push(i);
            }
        }
        let mut work: Vec<usize> = (0..n).filter(|&i| waiting[i] == 0).collect();
        let mut done = 0;
        while let Some(i) = work.pop() {
            done += 1;
            for &u in &users[i] {
                waiting[u] -= 1;
                if waiting[u] == 0 {
                    work.push(u);
                }
            }
        }
        if done == n {
            return false;
        }
        let mut reported: HashSet<ObjId> = HashSet::default();
        for i in (0..n).filter(|&i| waiting[i] > 0) {
            if reported.contains(&nodes[i]) {
                continue;
            }
            let mut path = Vec::new();
            let mut seen = HashSet::default();
            if let Some(cycle) = self.find_path(nodes[i], nodes[i], &mut seen, &mut path) {
                self.init_cycle_error(&cycle);
                reported.extend(cycle);
            }
        }
        true
    }

    /// A path of declarations from `from` to `to`.
    fn find_path(
        &self,
        from: ObjId,
        to: ObjId,
        seen: &mut HashSet<ObjId>,
        path: &mut Vec<ObjId>,
    ) -> Option<Vec<ObjId>> {
        if path.len() > 1000 || !seen.insert(from) {
            return None;
        }
        path.push(from);
        let deps = self.obj(from).decl.map(|d| self.decl_info(d).deps.clone());
        for d in deps.unwrap_or_default() {
            if d == to {
                return Some(path.clone());
            }
            if let Some(found) = self.find_path(d, to, seen, path) {
                return Some(found);
            }
        }
        path.pop();
        None
    }

    fn init_cycle_error(&mut self, cycle: &[ObjId]) {
        let obj = cycle[0];
        let pos = self.obj(obj).pos;
        if cycle.len() == 1 {
            let message = format!(
                "initialization cycle: {} refers to itself",
                self.obj(obj).name
            );
            self.error(pos, message);
            return;
        }
        let mut message = format!("initialization cycle for {}", self.obj(obj).name);
        for (i, &from) in cycle.iter().enumerate() {
            let to = cycle[(i + 1) % cycle.len()];
            message += &format!(
                "\n\t{}: {} refers to {}",
                self.pos_string(self.obj(from).pos),
                self.obj(from).name,
                self.obj(to).name
            );
        }
        self.error(pos, message);
    }
}
