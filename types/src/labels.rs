//! Branch statements and labels. Spec: "Labeled statements", "Goto statements".

use crate::checker::Checker;
use crate::object::PkgId;
use hashbrown::HashMap;
use parser::ast::{BranchKind, DeclKind, ExprId, ExprKind, List, StmtId, StmtKind};
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

/// What branch statements may do here.
#[derive(Clone, Copy, Default)]
struct Context {
    break_ok: bool,
    continue_ok: bool,
    fallthrough_ok: bool,
    final_case: bool,
    type_switch: bool,
    depth: u32,
}

impl<'a> Checker<'a> {
    /// Checks the branch statements and labels of all functions and function literals in user
    /// packages from `first` on; of the literals those from expression number `first_expr` on.
    pub(crate) fn branches(&mut self, first: PkgId, first_expr: usize) {
        let ast = self.ast;
        let mut bodies = Vec::new();
        let mut spans = Vec::new();
        let packages = &self.packages[first.0 as usize..];
        for p in packages.iter().filter(|p| !p.is_std) {
            for file in &p.files {
                spans.push((self.map.file(file.file).base, file.end));
                for &d in &file.decls {
                    if let DeclKind::Func {
                        body: Some(body), ..
                    } = ast.decl(d).kind
                    {
                        bodies.push(body);
                    }
                }
            }
        }
        for i in first_expr..ast.expr_count() {
            let e = ExprId(i as u32);
            if let ExprKind::FuncLit { body, .. } = ast.kind(e) {
                let pos = ast.pos(e);
                if spans.iter().any(|s| s.0 <= pos && pos <= s.1) {
                    bodies.push(body);
                }
            }
        }
        for body in bodies {
            if !self.is_malformed(body) {
                self.labels(body);
            }
        }
    }

    /// The parser found errors in the function body.
    fn is_malformed(&self, body: StmtId) -> bool {
        let StmtKind::Block { rbrace, .. } = self.ast.stmt(body).kind else {
            return true;
        };
        let start = self.ast.stmt(body).pos;
        let inside = |&&at: &&Pos| start <= at && at <= rbrace;
        let mut errors = self.packages.iter().flat_map(|p| &p.context.malformed);
        errors.find(inside).is_some()
    }

    fn labels(&mut self, body: StmtId) {
        let mut walk = Walk::default();
        if let StmtKind::Block { stmts, .. } = self.ast.stmt(body).kind {
            let pos = self.ast.stmt(body).pos;
            self.declare_labels(&mut walk, stmts, &mut Vec::new(), pos, 0);
            self.check_branches(&mut walk, stmts, Context::default(), &mut Vec::new());
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
                let block = label.path.last().copied().unwrap_or(0);
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
                    self.amend_related(p, format!("{var} is declared here"));
                    self.amend_related(label_pos, "the label");
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

    /// Checks break, continue and fallthrough statements.
    fn check_branches(
        &mut self,
        w: &mut Walk,
        list: List<StmtId>,
        ctx: Context,
        around: &mut Enclosing,
    ) {
        let n = list.len();
        for (i, s) in self.ast.list(list).enumerate() {
            let last = i + 1 == n;
            let ctx = Context {
                fallthrough_ok: ctx.fallthrough_ok && last,
                final_case: ctx.final_case && last,
                type_switch: ctx.type_switch && last,
                ..ctx
            };
            self.check_branch(w, s, None, ctx, around);
        }
    }

    fn check_branch(
        &mut self,
        w: &mut Walk,
        id: StmtId,
        label: Option<Symbol>,
        ctx: Context,
        around: &mut Enclosing,
    ) {
        if ctx.depth > crate::checker::MAX_NESTING {
            return;
        }
        let ast = self.ast;
        let s = ast.stmt(id);
        let inner = Context {
            break_ok: ctx.break_ok,
            continue_ok: ctx.continue_ok,
            depth: ctx.depth + 1,
            ..Context::default()
        };
        match s.kind {
            StmtKind::Labeled { label, stmt } => {
                self.check_branch(w, stmt, Some(ast.name(label)), ctx, around);
            }
            StmtKind::Branch { kind, label: None } => {
                let message = match kind {
                    BranchKind::Break if !ctx.break_ok => {
                        "break is not in a loop, switch, or select"
                    }
                    BranchKind::Continue if !ctx.continue_ok => "continue is not in a loop",
                    BranchKind::Fallthrough if ctx.final_case => {
                        "cannot fallthrough final case in switch"
                    }
                    BranchKind::Fallthrough if ctx.type_switch => {
                        "cannot fallthrough in type switch"
                    }
                    BranchKind::Fallthrough if !ctx.fallthrough_ok => {
                        "fallthrough statement out of place"
                    }
                    _ => return,
                };
                self.error(s.pos, message);
            }
            StmtKind::Branch {
                kind,
                label: Some(name),
            } => {
                let (symbol, pos) = (ast.name(name), ast.pos(name));
                if kind == BranchKind::Goto {
                    return;
                }
                let what = if kind == BranchKind::Break {
                    "break"
                } else {
                    "continue"
                };
                let Some(l) = w.labels.get_mut(&symbol) else {
                    self.error(pos, format!("{what} label not defined: {symbol}"));
                    return;
                };
                l.used = true;
                let is_before = l.pos < pos;
                let target = around.iter().rev().find(|e| e.0 == symbol);
                match (kind, target) {
                    (BranchKind::Break, None) | (BranchKind::Continue, None | Some((_, false))) => {
                        let message = if is_before {
                            format!("invalid {what} label {symbol}")
                        } else {
                            format!("{what} label not defined: {symbol}")
                        };
                        self.error(pos, message);
                    }
                    _ => {}
                }
            }
            StmtKind::Block { stmts, .. } => self.check_branches(w, stmts, inner, around),
            StmtKind::If { then, els, .. } => {
                self.check_branch(w, then, None, inner, around);
                if let Some(els) = els {
                    self.check_branch(w, els, None, inner, around);
                }
            }
            StmtKind::For { body, .. } | StmtKind::Range { body, .. } => {
                around.extend(label.map(|l| (l, true)));
                let inner = Context {
                    break_ok: true,
                    continue_ok: true,
                    ..inner
                };
                self.check_branch(w, body, None, inner, around);
                if label.is_some() {
                    around.pop();
                }
            }
            StmtKind::Switch { clauses, .. } | StmtKind::Select { clauses, .. } => {
                around.extend(label.map(|l| (l, false)));
                let n = clauses.len();
                let (is_switch, is_type_switch) = match s.kind {
                    StmtKind::Switch { tag, .. } => (
                        true,
                        tag.is_some_and(|t| {
                            matches!(ast.kind(t), ExprKind::TypeSwitchGuard { .. })
                        }),
                    ),
                    _ => (false, false),
                };
                for (i, c) in ast.list(clauses).enumerate() {
                    let plain = is_switch && !is_type_switch;
                    let inner = Context {
                        break_ok: true,
                        fallthrough_ok: plain && i + 1 < n,
                        final_case: plain && i + 1 == n,
                        type_switch: is_type_switch,
                        ..inner
                    };
                    self.check_branches(w, ast.clause(c).body, inner, around);
                }
                if label.is_some() {
                    around.pop();
                }
            }
            _ => {}
        }
    }
}
