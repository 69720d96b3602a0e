//! Finding instantiations without end. Spec: "Instantiations" (an implementation restriction: a
//! program must need finitely many instances).
//!
//! A graph has the type parameters as vertices; an instantiation of P with a type mentioning Q is an
//! edge from Q to P, of weight 1 if the type is more than Q itself. A cycle of positive weight
//! would grow for ever.

use crate::checker::Checker;
use crate::types::{Type, TypeId, TypeParamId};
use hashbrown::HashMap;
use source::Pos;

#[derive(Default)]
pub(crate) struct MonoGraph {
    vertices: Vec<Vertex>,
    edges: Vec<Edge>,
    index: HashMap<TypeParamId, usize>,
}

struct Vertex {
    tparam: TypeParamId,
    weight: u32,
    /// The edge that gave it its weight.
    previous: usize,
    len: usize,
}

struct Edge {
    to: usize,
    from: usize,
    weight: u32,
    pos: Pos,
    ty: TypeId,
}

impl MonoGraph {
    fn vertex(&mut self, tparam: TypeParamId) -> usize {
        *self.index.entry(tparam).or_insert_with(|| {
            self.vertices.push(Vertex {
                tparam,
                weight: 0,
                previous: usize::MAX,
                len: 0,
            });
            self.vertices.len() - 1
        })
    }
}

impl<'a> Checker<'a> {
    /// The type parameters were instantiated with the type arguments.
    pub fn record_monomorph(
        &mut self,
        pos: Pos,
        tparams: &[TypeParamId],
        targs: &[TypeId],
        positions: &[Pos],
    ) {
        for (i, (&p, &t)) in tparams.iter().zip(targs).enumerate() {
            if !self.mentions_tparams(t) {
                continue;
            }
            let pos = positions.get(i).copied().unwrap_or(pos);
            let mut mentioned = Vec::new();
            self.collect_tparams(t, &mut mentioned, 0);
            let to = self.canonical_tparam(p);
            for q in mentioned {
                let weight = u32::from(self.as_type_param(t) != Some(q));
                let from = self.canonical_tparam(q);
                let graph = &mut self.state.mono;
                let (to, from) = (graph.vertex(to), graph.vertex(from));
                graph.edges.push(Edge {
                    to,
                    from,
                    weight,
                    pos,
                    ty: t,
                });
            }
        }
    }

    fn canonical_tparam(&self, p: TypeParamId) -> TypeParamId {
        self.state.canonical_tparams.get(&p).copied().unwrap_or(p)
    }

    fn collect_tparams(&mut self, t: TypeId, list: &mut Vec<TypeParamId>, depth: u32) {
        if depth > 100 || !self.mentions_tparams(t) {
            return;
        }
        let parts: Vec<TypeId> = match self.types.get(t) {
            Type::TypeParam(p) => {
                if !list.contains(p) {
                    list.push(*p);
                }
                return;
            }
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
            Type::Interface(i) => i.methods.iter().map(|&m| self.obj(m).ty).collect(),
            Type::Tuple(l) => l.to_vec(),
            _ => return,
        };
        for p in parts {
            self.collect_tparams(p, list, depth + 1);
        }
    }

    /// Reports an instantiation cycle, if there is one.
    pub(crate) fn check_monomorph(&mut self) {
        let mut graph = std::mem::take(&mut self.state.mono);
        loop {
            let mut again = false;
            for i in 0..graph.edges.len() {
                let e = &graph.edges[i];
                let (to, from) = (e.to, e.from);
                let w = graph.vertices[from].weight + e.weight;
                if w <= graph.vertices[to].weight {
                    continue;
                }
                let len = graph.vertices[from].len + 1;
                graph.vertices[to].previous = i;
                graph.vertices[to].len = len;
                if len == graph.vertices.len() {
                    return self.report_instance_loop(&graph, to);
                }
                graph.vertices[to].weight = w;
                again = true;
            }
            if !again {
                return;
            }
        }
    }

    fn report_instance_loop(&mut self, graph: &MonoGraph, start: usize) {
        // The vertex may only lead to the cycle: walk back until one is seen twice.
        let mut stack: Vec<usize> = Vec::new();
        let mut seen = vec![false; graph.vertices.len()];
        let mut v = start;
        while !seen[v] {
            seen[v] = true;
            stack.push(v);
            v = graph.edges[graph.vertices[v].previous].from;
        }
        if let Some(first) = stack.iter().position(|&s| s == v) {
            stack.drain(..first);
        }
        let tparam_obj = |c: &Self, v: usize| c.types.tparam(graph.vertices[v].tparam).obj;
        let pos = self.obj(tparam_obj(self, v)).pos;
        let mut message = String::from("instantiation cycle:");
        for &v in &stack {
            let edge = &graph.edges[graph.vertices[v].previous];
            message += &format!(
                "\n\t{}: {} instantiated as {}",
                self.pos_string(edge.pos),
                self.obj(tparam_obj(self, edge.to)).name,
                self.type_string(edge.ty)
            );
        }
        self.error(pos, message);
    }
}
