//! Which local variables live on the heap, and what each function literal captures.
//!
//! No pointer into a goroutine stack ever exists, so a variable whose address is taken is
//! allocated on the heap, and so is one that a closure captures and someone reassigns. A variable
//! that is captured but never reassigned is captured by value.

use parser::ast::*;
use std::collections::{HashMap, HashSet};
use types::Checker;
use types::info::{Mode, SelectionKind};
use types::object::{Builtin, ObjId, ObjectKind, VarRole};
use types::types::{Type, TypeId};

/// A function literal, or the body of a `range` over a function.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum ClosureId {
    Lit(ExprId),
    RangeBody(StmtId),
}

/// How large the first arrays of a slice are. The discriminants are the flags of the operations that
/// append.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u16)]
pub enum FirstArray {
    Fitting = 0,
    Roomy = 1,
    Exact = 2,
}

/// Facts about all local variables of the bodies analysed so far.
#[derive(Debug, Default)]
pub struct Escape {
    boxed: HashSet<ObjId>,
    captures: HashMap<ClosureId, Vec<ObjId>>,
    numbers: HashMap<ClosureId, u32>,
    /// Slice variables whose array something else may come to hold: they are mentioned other than
    /// to look at them.
    leaked: HashSet<ObjId>,
    /// Slice variables that functions return.
    returned: HashSet<ObjId>,
    /// Calls of `append` whose result goes to a local variable.
    appends: HashMap<ExprId, ObjId>,
    /// Of the package initialiser under analysis.
    init_counts: Counts,
}

/// How many closures of each kind a function has so far.
#[derive(Clone, Copy, Debug, Default)]
struct Counts {
    literals: u32,
    range_bodies: u32,
}

impl Escape {
    /// Whether there are bodies of loops over functions since.
    pub fn has_range_bodies(&self, kept: &types::session::Mark) -> bool {
        let is_new_body = |c: &ClosureId| match c {
            ClosureId::Lit(_) => false,
            ClosureId::RangeBody(s) => s.index() >= kept.stmts,
        };
        self.numbers.keys().any(is_new_body)
    }

    /// Drops the facts about variables and nodes that are gone.
    pub fn forget(&mut self, kept: &types::session::Mark) {
        let is_obj = |o: &ObjId| (o.0 as usize) < kept.objects;
        let is_closure = |c: &ClosureId| match c {
            ClosureId::Lit(e) => e.index() < kept.exprs,
            ClosureId::RangeBody(s) => s.index() < kept.stmts,
        };
        self.boxed.retain(is_obj);
        self.leaked.retain(is_obj);
        self.returned.retain(is_obj);
        self.captures.retain(|c, _| is_closure(c));
        self.numbers.retain(|c, _| is_closure(c));
        self.appends.retain(|e, _| e.index() < kept.exprs);
    }

    /// The closure's number among those of its kind in the function or literal around it; bodies
    /// of ranges do not count as functions.
    pub fn number(&self, closure: ClosureId) -> u32 {
        self.numbers.get(&closure).copied().unwrap_or(1)
    }
    /// Which of gc's first arrays the result of this call of `append` gets; `cap` shows it. A
    /// variable that keeps its array to itself has a small one on the stack at first, and so has one
    /// that is only returned, but then without spare room.
    pub fn first_array(&self, append: ExprId) -> FirstArray {
        match self.appends.get(&append) {
            Some(v) if self.leaked.contains(v) || self.boxed.contains(v) => FirstArray::Fitting,
            Some(v) if self.returned.contains(v) => FirstArray::Exact,
            Some(_) => FirstArray::Roomy,
            None => FirstArray::Fitting,
        }
    }
    /// The initialisers analysed from here on are those of another package.
    pub fn start_package(&mut self) {
        self.init_counts = Counts::default();
    }
    pub fn is_boxed(&self, var: ObjId) -> bool {
        self.boxed.contains(&var)
    }
    /// The variables of enclosing functions that the closure uses, in order of first use.
    pub fn captures(&self, closure: ClosureId) -> &[ObjId] {
        self.captures.get(&closure).map_or(&[], Vec::as_slice)
    }
}

struct Frame {
    closure: Option<ClosureId>,
    captures: Vec<ObjId>,
    counts: Counts,
}

struct Walker<'w, 'a> {
    ck: &'w mut Checker<'a>,
    frames: Vec<Frame>,
    owner: HashMap<ObjId, usize>,
    captured: HashSet<ObjId>,
    assigned: HashSet<ObjId>,
    out: &'w mut Escape,
}

/// Analyses the body of a function declaration (or of a package variable's initialiser).
pub fn analyse(ck: &mut Checker<'_>, out: &mut Escape, root: Root) {
    let mut walker = Walker {
        ck,
        frames: vec![Frame {
            closure: None,
            captures: Vec::new(),
            counts: match root {
                Root::Init(_) => out.init_counts,
                Root::Func { .. } => Counts::default(),
            },
        }],
        owner: HashMap::new(),
        captured: HashSet::new(),
        assigned: HashSet::new(),
        out,
    };
    match root {
        Root::Func { recv, sig, body } => {
            if let Some(recv) = recv {
                walker.field(recv);
            }
            walker.signature(sig);
            walker.stmt(body);
        }
        Root::Init(e) => {
            walker.expr(e);
            walker.out.init_counts = walker.frames[0].counts;
        }
    }
    for &var in walker.captured.intersection(&walker.assigned) {
        walker.out.boxed.insert(var);
    }
}

pub enum Root {
    Func {
        recv: Option<FieldId>,
        sig: ExprId,
        body: StmtId,
    },
    Init(ExprId),
}

impl<'a> Walker<'_, 'a> {
    fn ast(&self) -> &'a Ast {
        self.ck.ast
    }

    fn local_var(&self, name: ExprId) -> Option<ObjId> {
        self.ck.info.object(name).filter(|&o| self.is_local(o))
    }

    fn is_local(&self, obj: ObjId) -> bool {
        match &self.ck.obj(obj).kind {
            ObjectKind::Var(v) => !v.is_field && v.role != VarRole::Package,
            _ => false,
        }
    }

    fn mention(&mut self, var: ObjId) {
        let here = self.frames.len() - 1;
        let owner = *self.owner.entry(var).or_insert(here);
        if owner == here {
            return;
        }
        self.captured.insert(var);
        self.out.leaked.insert(var);
        for frame in &mut self.frames[owner + 1..] {
            if !frame.captures.contains(&var) {
                frame.captures.push(var);
            }
        }
    }

    fn field(&mut self, field: FieldId) {
        if let Some(name) = self.ast().field(field).name
            && let Some(var) = self.local_var(name)
        {
            self.mention(var);
            self.box_if_huge(var);
        }
    }

    fn signature(&mut self, sig: ExprId) {
        if let ExprKind::FuncType { params, results } = self.ast().kind(sig) {
            for field in self.ast().list(params) {
                self.field(field);
            }
            for field in self.ast().list(results) {
                self.field(field);
                if let Some(name) = self.ast().field(field).name
                    && let Some(var) = self.local_var(name)
                {
                    self.out.leaked.insert(var);
                    self.assigned.insert(var);
                }
            }
        }
    }

    fn closure(&mut self, id: ClosureId, walk: impl FnOnce(&mut Self)) {
        self.count(id);
        self.frames.push(Frame {
            closure: Some(id),
            captures: Vec::new(),
            counts: Counts::default(),
        });
        walk(self);
        if let Some(frame) = self.frames.pop()
            && let Some(closure) = frame.closure
        {
            self.out.captures.insert(closure, frame.captures);
        }
    }

    fn count(&mut self, id: ClosureId) {
        let is_range = |f: &&mut Frame| matches!(f.closure, Some(ClosureId::RangeBody(_)));
        let Some(owner) = self.frames.iter_mut().rev().find(|f| !is_range(f)) else {
            return;
        };
        let count = match id {
            ClosureId::Lit(_) => &mut owner.counts.literals,
            ClosureId::RangeBody(_) => &mut owner.counts.range_bodies,
        };
        *count += 1;
        self.out.numbers.insert(id, *count);
    }

    /// Declared variables of very large types live on the heap.
    fn box_if_huge(&mut self, var: ObjId) {
        let ty = self.ck.obj(var).ty;
        if !crate::facts::mentions_type_params(self.ck, ty) && self.ck.sizeof(ty) > 1024 {
            self.out.boxed.insert(var);
        }
    }

    fn declare(&mut self, name: ExprId) {
        if let Some(var) = self.local_var(name) {
            self.mention(var);
            self.box_if_huge(var);
        }
    }

    /// The variable that `e` is a part of, if it is reached without following a pointer.
    fn root(&mut self, e: ExprId) -> Option<ObjId> {
        let e = self.ast().unparen(e);
        match self.ast().kind(e) {
            ExprKind::Name(_) => self.local_var(e),
            ExprKind::Selector { x, .. } => {
                let selection = self.ck.info.selections.get(&e)?;
                if selection.kind == SelectionKind::FieldVal && !selection.indirect {
                    self.root(x)
                } else {
                    None
                }
            }
            ExprKind::Index { x, .. } => self.is_array(x).then(|| self.root(x)).flatten(),
            _ => None,
        }
    }

    fn type_of(&self, e: ExprId) -> Option<TypeId> {
        self.ck.info.type_and_value(e).map(|tv| tv.ty)
    }

    fn is_array(&mut self, e: ExprId) -> bool {
        self.type_of(e).is_some_and(|t| {
            let under = self.ck.underlying(t);
            matches!(
                self.ck.types.get(under),
                Type::Array { .. } | Type::TypeParam(_)
            )
        })
    }

    /// An operand that is read and goes nowhere.
    fn look_at(&mut self, e: ExprId) {
        let inner = self.ast().unparen(e);
        match self.ast().kind(inner) {
            ExprKind::Name(_) => {
                if let Some(var) = self.local_var(inner) {
                    self.mention(var);
                }
            }
            ExprKind::Slice { x, lo, hi, max, .. } if !self.is_array(x) => {
                self.look_at(x);
                for i in [lo, hi, max].into_iter().flatten() {
                    self.expr(i);
                }
            }
            _ => self.expr(e),
        }
    }

    /// The arguments of call `e`; built-ins and conversions to strings only look at slices.
    fn arguments(&mut self, e: ExprId, func: ExprId, args: List<ExprId>, spread: bool) {
        let mode = self
            .ck
            .info
            .type_and_value(self.ast().unparen(func))
            .map(|tv| tv.mode);
        match mode {
            Some(Mode::Builtin(Builtin::Append)) => {
                for (i, arg) in self.ast().list(args).enumerate() {
                    let root = self.slice_root(arg);
                    let is_own =
                        i == 0 && root.is_some() && root == self.out.appends.get(&e).copied();
                    if is_own || i > 0 && spread {
                        self.look_at(arg);
                    } else {
                        self.expr(arg);
                    }
                }
            }
            Some(Mode::Builtin(Builtin::Panic | Builtin::New | Builtin::SliceData)) => {
                self.exprs(args)
            }
            Some(Mode::Builtin(_)) => {
                for arg in self.ast().list(args) {
                    self.look_at(arg);
                }
            }
            Some(Mode::TypeExpr) if self.is_string(e) => self.look_at(self.ast().item(args, 0)),
            _ => self.exprs(args),
        }
    }

    fn is_string(&mut self, e: ExprId) -> bool {
        self.type_of(e).is_some_and(|t| {
            let under = self.ck.underlying(t);
            matches!(self.ck.types.get(under), Type::Basic(_))
        })
    }

    /// The variable that `e` is, or is slices of.
    fn slice_root(&self, e: ExprId) -> Option<ObjId> {
        let inner = self.ast().unparen(e);
        match self.ast().kind(inner) {
            ExprKind::Name(_) => self.local_var(inner),
            ExprKind::Slice { x, .. } => self.slice_root(x),
            _ => None,
        }
    }

    /// `s = append(…)`, `s = s[i:j]`.
    fn own_value(&mut self, target: ExprId, value: ExprId) {
        let inner = self.ast().unparen(value);
        let Some(var) = self.local_var(target) else {
            return self.expr(value);
        };
        match self.ast().kind(inner) {
            ExprKind::Call { func, .. } => {
                let func = self.ast().unparen(func);
                let mode = self.ck.info.type_and_value(func).map(|tv| tv.mode);
                if matches!(mode, Some(Mode::Builtin(Builtin::Append))) {
                    self.out.appends.insert(inner, var);
                }
                self.expr(value);
            }
            ExprKind::Slice { .. } if self.slice_root(inner) == Some(var) => self.look_at(inner),
            _ => self.expr(value),
        }
    }

    /// `&s[i]` lets the array of `s` out.
    fn leak_base(&mut self, e: ExprId) {
        let inner = self.ast().unparen(e);
        match self.ast().kind(inner) {
            ExprKind::Name(_) => {
                if let Some(var) = self.local_var(inner) {
                    self.out.leaked.insert(var);
                }
            }
            ExprKind::Selector { x, .. }
            | ExprKind::Index { x, .. }
            | ExprKind::Slice { x, .. } => self.leak_base(x),
            _ => {}
        }
    }

    fn take_address(&mut self, e: ExprId) {
        self.leak_base(e);
        if let Some(var) = self.root(e) {
            self.out.boxed.insert(var);
        }
    }

    fn assign_to(&mut self, e: ExprId) {
        if let Some(var) = self.root(e) {
            self.assigned.insert(var);
        }
    }

    /// Arrays indexed by variables at more than one level are easier to reach in memory.
    fn box_if_nested_index(&mut self, e: ExprId) {
        let mut dynamic = 0;
        let mut at = self.ast().unparen(e);
        loop {
            at = match self.ast().kind(at) {
                ExprKind::Index { x, indices } if self.is_array(x) => {
                    let index = self.ast().item(indices, 0);
                    let constant = self
                        .ck
                        .info
                        .type_and_value(index)
                        .is_some_and(|tv| tv.value.is_some());
                    dynamic += usize::from(!constant);
                    self.ast().unparen(x)
                }
                ExprKind::Selector { x, .. } => {
                    if dynamic > 0 {
                        dynamic += 1;
                    }
                    self.ast().unparen(x)
                }
                _ => break,
            };
        }
        let past_element = !matches!(self.ast().kind(self.ast().unparen(e)), ExprKind::Index { x, .. } if self.is_array(x));
        if dynamic > 1 || dynamic == 1 && past_element {
            self.take_address(e);
        }
    }

    fn exprs(&mut self, list: List<ExprId>) {
        for e in self.ast().list(list) {
            self.expr(e);
        }
    }

    fn expr(&mut self, e: ExprId) {
        match self.ast().kind(e) {
            ExprKind::Name(_) => {
                if let Some(var) = self.local_var(e) {
                    self.mention(var);
                    self.out.leaked.insert(var);
                }
            }
            ExprKind::CompositeLit { elems, .. } => {
                for elem in self.ast().list(elems) {
                    match self.ast().kind(elem) {
                        ExprKind::KeyValue { key, value } => {
                            // A struct's field name is no variable.
                            if !self.is_field_name(key) {
                                self.expr(key);
                            }
                            self.expr(value);
                        }
                        _ => self.expr(elem),
                    }
                }
            }
            ExprKind::KeyValue { key, value } => {
                self.expr(key);
                self.expr(value);
            }
            ExprKind::FuncLit { sig, body } => self.closure(ClosureId::Lit(e), |w| {
                w.signature(sig);
                w.stmt(body);
            }),
            ExprKind::Paren(x) => self.expr(x),
            ExprKind::Selector { x, .. } => {
                self.method_receiver(e, x);
                self.box_if_nested_index(e);
                self.expr(x);
            }
            ExprKind::Index { x, indices } => {
                self.box_if_nested_index(e);
                self.look_at(x);
                self.exprs(indices);
            }
            ExprKind::Slice { x, lo, hi, max, .. } => {
                if self.is_array(x) {
                    self.take_address(x);
                }
                self.expr(x);
                for i in [lo, hi, max].into_iter().flatten() {
                    self.expr(i);
                }
            }
            ExprKind::TypeAssert { x, .. } | ExprKind::TypeSwitchGuard { x, .. } => self.expr(x),
            ExprKind::Call {
                func, args, spread, ..
            } => {
                self.expr(func);
                self.arguments(e, func, args, spread);
            }
            ExprKind::Star(x) => self.expr(x),
            ExprKind::Unary { op, x } => {
                if op == UnaryOp::And {
                    self.take_address(x);
                }
                self.expr(x);
            }
            ExprKind::Binary { x, y, .. } => {
                self.look_at(x);
                self.look_at(y);
            }
            _ => {}
        }
    }

    fn is_field_name(&self, key: ExprId) -> bool {
        match self.ck.info.object(key).map(|o| &self.ck.obj(o).kind) {
            Some(ObjectKind::Var(v)) => v.is_field,
            _ => false,
        }
    }

    /// `x.m` with a pointer receiver takes the address of `x`.
    fn method_receiver(&mut self, e: ExprId, x: ExprId) {
        let Some(selection) = self.ck.info.selections.get(&e) else {
            return;
        };
        if selection.kind != SelectionKind::MethodVal || selection.indirect {
            return;
        }
        let (recv, obj) = (selection.recv, selection.obj);
        let through_param = crate::facts::mentions_type_params(self.ck, recv);
        let ptr_recv = matches!(&self.ck.obj(obj).kind, ObjectKind::Func(f) if f.ptr_recv);
        if ptr_recv || through_param {
            self.take_address(x);
        }
    }

    fn stmts(&mut self, list: List<StmtId>) {
        for s in self.ast().list(list) {
            self.stmt(s);
        }
    }

    fn define(&mut self, lhs: List<ExprId>) {
        for name in self.ast().list(lhs) {
            match self.local_var(name) {
                // `:=` may assign to some variables of the same scope.
                Some(var) if self.owner.contains_key(&var) => {
                    self.mention(var);
                    self.assigned.insert(var);
                }
                _ => self.declare(name),
            }
        }
    }

    fn stmt(&mut self, s: StmtId) {
        let ast = self.ast();
        match ast.stmt(s).kind {
            StmtKind::Empty | StmtKind::Branch { .. } => {}
            StmtKind::Expr(x) | StmtKind::Go(x) | StmtKind::Defer(x) => self.expr(x),
            StmtKind::Send { chan, value } => {
                self.expr(chan);
                self.expr(value);
            }
            StmtKind::IncDec { x, .. } => {
                self.expr(x);
                self.assign_to(x);
            }
            StmtKind::AssignOp { x, y, .. } => {
                self.expr(x);
                self.expr(y);
                self.assign_to(x);
            }
            StmtKind::Assign { define, lhs, rhs } => {
                if lhs.len() == 1 && rhs.len() == 1 {
                    self.own_value(ast.item(lhs, 0), ast.item(rhs, 0));
                } else {
                    self.exprs(rhs);
                }
                if define {
                    self.define(lhs);
                } else {
                    for x in ast.list(lhs) {
                        self.look_at(x);
                        self.assign_to(x);
                    }
                }
            }
            StmtKind::Labeled { stmt, .. } => self.stmt(stmt),
            StmtKind::Block { stmts, .. } => self.stmts(stmts),
            StmtKind::Return(values) => {
                for value in ast.list(values) {
                    if let ExprKind::Name(_) = ast.kind(ast.unparen(value))
                        && let Some(var) = self.local_var(ast.unparen(value))
                    {
                        self.mention(var);
                        self.out.returned.insert(var);
                    } else {
                        self.expr(value);
                    }
                }
            }
            StmtKind::If {
                init,
                cond,
                then,
                els,
            } => {
                self.opt_stmt(init);
                self.opt_expr(cond);
                self.stmt(then);
                self.opt_stmt(els);
            }
            StmtKind::Switch {
                init, tag, clauses, ..
            } => {
                self.opt_stmt(init);
                self.opt_expr(tag);
                for clause in ast.list(clauses) {
                    if let Some(&var) = self.ck.info.implicits.get(&clause) {
                        self.mention(var);
                        self.box_if_huge(var);
                    }
                    self.exprs(ast.clause(clause).exprs);
                    self.stmts(ast.clause(clause).body);
                }
            }
            StmtKind::Select { clauses, .. } => {
                for clause in ast.list(clauses) {
                    self.opt_stmt(ast.clause(clause).comm);
                    self.stmts(ast.clause(clause).body);
                }
            }
            StmtKind::For {
                init,
                cond,
                post,
                body,
            } => {
                self.opt_stmt(init);
                self.opt_expr(cond);
                self.opt_stmt(post);
                self.stmt(body);
            }
            StmtKind::Range {
                define,
                lhs,
                x,
                body,
            } => self.range(s, define, lhs, x, body),
            StmtKind::Decl(decl) => self.decl(decl),
        }
    }

    fn range(&mut self, s: StmtId, define: bool, lhs: List<ExprId>, x: ExprId, body: StmtId) {
        self.look_at(x);
        let is_func = self.type_of(x).is_some_and(|t| {
            let under = self.ck.core_type(t).unwrap_or(t);
            matches!(self.ck.types.get(under), Type::Signature(_))
        });
        let walk = |w: &mut Self| {
            if define {
                for name in w.ast().list(lhs) {
                    w.declare(name);
                    // One variable for all iterations is assigned to by each.
                    if let Some(var) = w.local_var(name)
                        && !crate::facts::is_per_iteration(w.ck, var)
                    {
                        w.assigned.insert(var);
                    }
                }
            } else {
                for target in w.ast().list(lhs) {
                    w.expr(target);
                    w.assign_to(target);
                }
            }
            w.stmt(body);
        };
        if is_func {
            self.closure(ClosureId::RangeBody(s), walk);
        } else {
            walk(self);
        }
    }

    fn opt_expr(&mut self, e: Option<ExprId>) {
        if let Some(e) = e {
            self.expr(e);
        }
    }
    fn opt_stmt(&mut self, s: Option<StmtId>) {
        if let Some(s) = s {
            self.stmt(s);
        }
    }

    fn decl(&mut self, decl: DeclId) {
        let ast = self.ast();
        match ast.decl(decl).kind {
            DeclKind::Var { names, values, .. } => {
                self.exprs(values);
                for name in ast.list(names) {
                    self.declare(name);
                }
            }
            DeclKind::Group(decls) => {
                for d in ast.list(decls) {
                    self.decl(d);
                }
            }
            _ => {}
        }
    }
}
