//! Labels and the branch statements that name them. Spec: "Labeled statements", "Goto statements".

use crate::checker::Checker;
use hashbrown::HashMap;
use parser::ast::{BranchKind, DeclKind, ExprId, List, StmtId, StmtKind};
use source::{Pos, Symbol};

struct Label {
    pos: Pos,
    used: bool,
    /// The blocks around the label, outermost first.
    path: Vec<u32>,
}

struct Goto {
    name: ExprId,
    pos: Pos,
    path: Vec<u32>,
}

#[derive(Default)]
struct Walk {
    labels: HashMap<Symbol, Label>,
    order: Vec<Symbol>,
    gotos: Vec<Goto>,
    /// Of each block: the variable declarations.
    decls: HashMap<u32, Vec<(Symbol, Pos)>>,
    block_pos: HashMap<u32, Pos>,
    next_block: u32,
}

/// A labelled statement around the current one: label, is a loop.
type Enclosing = Vec<(Symbol, bool)>;

impl<'a> Checker<'a> {
    pub(crate) fn labels(&mut self, body: StmtId) {
        let mut walk = Walk::default();
        if let StmtKind::Block { stmts, .. } = self.ast.stmt(body).kind {
            let pos = self.ast.stmt(body).pos;
            self.declare_labels(&mut walk, stmts, &mut Vec::new(), pos, 0);
            self.check_branches(&mut walk, stmts, &mut Vec::new(), 0);
        }
        let gotos = std::mem::take(&mut walk.gotos);
        for g in gotos {
            let name = self.ast.name(g.name);
            let Some(label) = walk.labels.get_mut(&name) else {
                let pos = self.ast.pos(g.name);
                self.error(pos, format!("label {name} not defined"));
                continue;
            };
            label.used = true;
            let inside =
                g.path.len() >= label.path.len() && g.path[..label.path.len()] == label.path[..];
            if !inside {
                let common = g
                    .path
                    .iter()
                    .zip(&label.path)
                    .take_while(|(a, b)| a == b)
                    .count();
                let block = label.path.get(common).copied().unwrap_or(0);
                let at = walk.block_pos.get(&block).copied().unwrap_or(Pos::NONE);
                let message = format!(
                    "goto {name} jumps into block starting at {}",
                    self.pos_string(at)
                );
                self.error(g.pos, message);
                continue;
            }
            // Forward jumps must not pass variable declarations of the label's block.
            if let Some(&block) = label.path.last() {
                let label_pos = label.pos;
                let jumped = walk
                    .decls
                    .get(&block)
                    .and_then(|d| d.iter().copied().rfind(|d| d.1 > g.pos && d.1 < label_pos));
                if let Some((var, p)) = jumped {
                    let at = self.pos_string(p);
                    let message = format!("goto {name} jumps over declaration of {var} at {at}");
                    self.error(g.pos, message);
                }
            }
        }
        for name in std::mem::take(&mut walk.order) {
            if let Some(label) = walk.labels.get(&name)
                && !label.used
            {
                let pos = label.pos;
                self.soft_error(pos, format!("label {name} defined and not used"));
            }
        }
    }

    fn declare_labels(
        &mut self,
        w: &mut Walk,
        list: List<StmtId>,
        path: &mut Vec<u32>,
        pos: Pos,
        depth: u32,
    ) {
        if depth > crate::checker::MAX_NESTING {
            return;
        }
        w.next_block += 1;
        let block = w.next_block;
        w.block_pos.insert(block, pos);
        path.push(block);
        for s in self.ast.list(list) {
            self.declare_labels_in(w, s, path, depth);
        }
        path.pop();
    }

    fn declare_labels_in(&mut self, w: &mut Walk, id: StmtId, path: &mut Vec<u32>, depth: u32) {
        let ast = self.ast;
        let s = ast.stmt(id);
        let block = path.last().copied().unwrap_or(0);
        match s.kind {
            StmtKind::Labeled { label, stmt } => {
                let (name, pos) = (ast.name(label), ast.pos(label));
                if !name.is_blank() {
                    if let Some(other) = w.labels.get(&name) {
                        let message = format!(
                            "label {name} already defined at {}",
                            self.pos_string(other.pos)
                        );
                        self.error(pos, message);
                    } else {
                        w.order.push(name);
                        w.labels.insert(
                            name,
                            Label {
                                pos,
                                used: false,
                                path: path.clone(),
                            },
                        );
                    }
                }
                self.declare_labels_in(w, stmt, path, depth);
            }
            StmtKind::Branch {
                kind: BranchKind::Goto,
                label: Some(name),
            } => w.gotos.push(Goto {
                name,
                pos: ast.pos(name),
                path: path.clone(),
            }),
            StmtKind::Assign {
                define: true, lhs, ..
            } => {
                if let Some(first) = ast.list(lhs).next() {
                    let entry = w.decls.entry(block).or_default();
                    entry.push((ast.name(first), s.pos));
                }
            }
            StmtKind::Decl(d) => {
                let names = |d| match ast.decl(d).kind {
                    DeclKind::Var { names, .. } => ast.list(names).next(),
                    _ => None,
                };
                let first = match ast.decl(d).kind {
                    DeclKind::Group(list) => ast.list(list).find_map(names),
                    _ => names(d),
                };
                if let Some(first) = first {
                    let entry = w.decls.entry(block).or_default();
                    entry.push((ast.name(first), ast.pos(first)));
                }
            }
            StmtKind::Block { stmts, .. } => self.declare_labels(w, stmts, path, s.pos, depth + 1),
            StmtKind::If { then, els, .. } => {
                self.declare_labels_in(w, then, path, depth + 1);
                if let Some(els) = els {
                    self.declare_labels_in(w, els, path, depth + 1);
                }
            }
            StmtKind::For { body, .. } | StmtKind::Range { body, .. } => {
                self.declare_labels_in(w, body, path, depth + 1);
            }
            StmtKind::Switch { clauses, .. } | StmtKind::Select { clauses, .. } => {
                for c in ast.list(clauses) {
                    let clause = ast.clause(c);
                    self.declare_labels(w, clause.body, path, clause.pos, depth + 1);
                }
            }
            _ => {}
        }
    }

    /// Checks labelled break and continue statements.
    fn check_branches(
        &mut self,
        w: &mut Walk,
        list: List<StmtId>,
        around: &mut Enclosing,
        depth: u32,
    ) {
        for s in self.ast.list(list) {
            self.check_branch(w, s, None, around, depth);
        }
    }

    fn check_branch(
        &mut self,
        w: &mut Walk,
        id: StmtId,
        label: Option<Symbol>,
        around: &mut Enclosing,
        depth: u32,
    ) {
        if depth > crate::checker::MAX_NESTING {
            return;
        }
        let ast = self.ast;
        match ast.stmt(id).kind {
            StmtKind::Labeled { label, stmt } => {
                self.check_branch(w, stmt, Some(ast.name(label)), around, depth + 1);
            }
            StmtKind::Branch {
                kind,
                label: Some(name),
            } => {
                let (symbol, pos) = (ast.name(name), ast.pos(name));
                if kind == BranchKind::Goto {
                    return;
                }
                let Some(l) = w.labels.get_mut(&symbol) else {
                    let what = if kind == BranchKind::Break {
                        "break"
                    } else {
                        "continue"
                    };
                    self.error(pos, format!("{what} label not defined: {symbol}"));
                    return;
                };
                l.used = true;
                let target = around.iter().rev().find(|e| e.0 == symbol);
                match (kind, target) {
                    (BranchKind::Break, None) => {
                        self.error(pos, format!("invalid break label {symbol}"))
                    }
                    (BranchKind::Continue, None | Some((_, false))) => {
                        self.error(pos, format!("invalid continue label {symbol}"));
                    }
                    _ => {}
                }
            }
            StmtKind::Block { stmts, .. } => self.check_branches(w, stmts, around, depth + 1),
            StmtKind::If { then, els, .. } => {
                self.check_branch(w, then, None, around, depth + 1);
                if let Some(els) = els {
                    self.check_branch(w, els, None, around, depth + 1);
                }
            }
            StmtKind::For { body, .. } | StmtKind::Range { body, .. } => {
                around.extend(label.map(|l| (l, true)));
                self.check_branch(w, body, None, around, depth + 1);
                if label.is_some() {
                    around.pop();
                }
            }
            StmtKind::Switch { clauses, .. } | StmtKind::Select { clauses, .. } => {
                around.extend(label.map(|l| (l, false)));
                for c in ast.list(clauses) {
                    self.check_branches(w, ast.clause(c).body, around, depth + 1);
                }
                if label.is_some() {
                    around.pop();
                }
            }
            _ => {}
        }
    }
}
