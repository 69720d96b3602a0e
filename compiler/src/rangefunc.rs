//! Range over functions: the loop's body becomes a function that the iterator calls.
//! Spec: "For statements with range clause", function iterators.
//!
//! A control block on the heap, shared by the loop and its body, holds the loop's state and how
//! the body was left; results of a `return` inside the body travel in boxes of their own.

use crate::escape::ClosureId;
use crate::func::Gen;
use crate::place::Place;
use crate::program::Job;
use crate::range::RangeVars;
use bytecode::{Op, Trap};
use parser::ast::*;
use source::Symbol;
use std::collections::HashSet;
use std::rc::Rc;
use types::object::ObjId;
use types::types::TypeId;

/// The control block's words: state, exit, and the two of the token with which the body defers
/// calls on behalf of the function around the loop.
const STATE: i32 = 0;
const EXIT: i32 = 8;
const TOKEN: i32 = 16;

/// States of a loop.
const READY: i16 = 0;
const RUNNING: i16 = 3;
const DONE: i16 = 1;
const EXHAUSTED: i16 = 2;

/// How the body was left: 0 is "not at all, or by `break` of this loop".
const EXIT_RETURN: i16 = 1;
/// `return` without values in a function with named results.
const EXIT_BARE_RETURN: i16 = 2;
/// The first of the branches out of the body.
const EXIT_BRANCHES: i16 = 3;

/// What the function of a loop body must know of the function around it.
#[derive(Debug)]
pub struct RangeBody {
    pub vars: (bool, Option<ExprId>, Option<ExprId>),
    pub body: StmtId,
    pub label: Option<Symbol>,
    pub param_types: Vec<TypeId>,
    /// Labels defined inside the body.
    pub labels: HashSet<Symbol>,
    /// Branches that leave the body for an enclosing statement.
    pub exits: Vec<(BranchKind, Option<Symbol>)>,
    /// The result types of the enclosing declared function or literal.
    pub results: Vec<TypeId>,
    /// Name of the function or literal around the loop; whether it is a literal.
    pub owner: String,
    pub in_literal: bool,
    /// Set in the body's function: slots of the control block and of the result boxes.
    pub control: u16,
    pub boxes: u16,
}

impl Gen<'_, '_, '_> {
    pub fn range_func(&mut self, s: StmtId, x: ExprId, vars: &RangeVars, body: StmtId) {
        let label = self.pending_label.take();
        let xt = self.ty(x);
        let iter_sig = self.signature(xt);
        let yield_ty = match iter_sig.params.first() {
            Some(&p) => self.obj_ty(p),
            None => return,
        };
        let yield_sig = self.signature(yield_ty);
        let param_types: Vec<TypeId> = yield_sig.params.iter().map(|&p| self.obj_ty(p)).collect();
        let results: Vec<TypeId> = match &self.range {
            Some(outer) => outer.results.clone(),
            None => self.results.iter().map(|r| r.ty).collect(),
        };
        // Operands of the body's closure: control block, result boxes, captured variables.
        let iter = self.e.alloc(1);
        self.expr_to(x, iter);
        let first = self.e.mark() as u16;
        let control = self.e.alloc(1);
        let block = self.c.ck.types.array(TypeId::INT, 4);
        self.new_object(control, block);
        if crate::defer::contains_defer(self.ast(), body) {
            let mark = self.e.mark();
            let token = self.defer_token();
            self.e.op_imm(Op::St2, control, token, TOKEN);
            self.e.release(mark);
        }
        for (i, &ty) in results.iter().enumerate() {
            let slot = self.e.alloc(1);
            match &self.range {
                Some(outer) => {
                    let from = outer.boxes + i as u16;
                    self.mov(slot, from, 1);
                }
                None => self.new_object(slot, ty),
            }
        }
        let captures: Vec<ObjId> = self.c.escape.captures(ClosureId::RangeBody(s)).to_vec();
        self.copy_captures(&captures);
        let words = self.e.mark() - u32::from(first);
        let exits = leaving_branches(self.ast(), body);
        let (owner, in_literal) = match &self.range {
            Some(outer) => (outer.owner.clone(), outer.in_literal),
            None => {
                let own = self.c.out.funcs[self.idx.0 as usize].name.clone();
                (own, self.is_literal)
            }
        };
        let range = Rc::new(RangeBody {
            vars: (vars.define, vars.key, vars.value),
            body,
            label,
            param_types,
            labels: labels_in(self.ast(), body),
            exits: exits.clone(),
            results: results.clone(),
            owner,
            in_literal,
            control: 0,
            boxes: 0,
        });
        let name = self.closure_name(ClosureId::RangeBody(s));
        let idx = self.c.new_func(name, self.ast().stmt(s).pos);
        self.c.jobs.push_back(Job::Closure {
            idx,
            closure: ClosureId::RangeBody(s),
            env: self.env.clone(),
            captures,
            range: Some(range),
        });
        let yield_fn = self.e.alloc(1);
        self.closure_op(yield_fn, first, words, idx);
        // iter(yield)
        let base = self.window(2);
        self.mov(base, yield_fn, 1);
        self.at(self.ast().stmt(s).pos);
        self.e.op(Op::CallC, base, iter, 1);
        self.after_loop(label, control, &results, &exits);
    }

    /// The token of the frame that deferred calls of this function belong to, in two new slots.
    pub fn defer_token(&mut self) -> u16 {
        let token = self.e.alloc(2);
        match &self.range {
            Some(range) => self.e.op_imm(Op::Ld2, token, range.control, TOKEN),
            None => self.e.op(Op::DeferToken, token, 0, 0),
        }
        token
    }

    /// Marks the loop as finished and goes where the body wanted to go.
    fn after_loop(
        &mut self,
        label: Option<Symbol>,
        control: u16,
        results: &[TypeId],
        exits: &[(BranchKind, Option<Symbol>)],
    ) {
        let word = self.e.alloc(1);
        let fine = self.e.new_label();
        self.e.op_imm(Op::Ld64, word, control, STATE);
        self.branch_imm(BinaryOp::Neq, word, RUNNING, fine);
        self.e.op_imm(Op::Trap, 0, 0, Trap::RangeMissedPanic as i32);
        self.e.bind(fine);
        self.load_int(word, i64::from(EXHAUSTED));
        self.e.op_imm(Op::St64, control, word, STATE);
        self.e.op_imm(Op::Ld64, word, control, EXIT);
        let end = self.e.new_label();
        self.branch_imm(BinaryOp::Eql, word, 0, end);
        if let Some(outer) = self.range.clone() {
            // Returns go further out; the boxes are shared.
            let not_return = self.e.new_label();
            self.branch_imm(BinaryOp::Geq, word, EXIT_BRANCHES, not_return);
            self.e.op_imm(Op::St64, outer.control, word, EXIT);
            self.leave_body(&outer, DONE);
            self.e.bind(not_return);
        } else {
            let bare = self.e.new_label();
            let branches = self.e.new_label();
            self.branch_imm(BinaryOp::Eql, word, EXIT_BARE_RETURN, bare);
            self.branch_imm(BinaryOp::Neq, word, EXIT_RETURN, branches);
            let boxes = control + 1;
            for (i, &ty) in results.iter().enumerate() {
                let place = Place::Mem {
                    ptr: boxes + i as u16,
                    offset: 0,
                    checked: true,
                };
                let mark = self.e.mark();
                let value = self.load(place, ty);
                self.store_result(i, value);
                self.e.release(mark);
            }
            self.e.bind(bare);
            self.epilogue();
            self.e.bind(branches);
        }
        for (i, &(kind, target)) in exits.iter().enumerate() {
            let next = self.e.new_label();
            self.branch_imm(BinaryOp::Neq, word, EXIT_BRANCHES + i as i16, next);
            let own = target.is_some() && target == label;
            match kind {
                BranchKind::Break if own => self.e.jump(end),
                BranchKind::Continue if own => self.e.jump(end),
                _ => self.outer_branch(kind, target),
            }
            self.e.bind(next);
        }
        self.e.bind(end);
    }

    /// A branch of the loop's body, taken by the function around it.
    fn outer_branch(&mut self, kind: BranchKind, label: Option<Symbol>) {
        let found = match (kind, label) {
            (BranchKind::Goto, Some(name)) => {
                if self
                    .range
                    .as_ref()
                    .is_some_and(|r| !r.labels.contains(&name))
                {
                    None
                } else {
                    Some(self.goto_label(name))
                }
            }
            (BranchKind::Break, _) => self
                .targets
                .iter()
                .rev()
                .find(|t| t.label == label)
                .map(|t| t.break_to),
            _ => self
                .targets
                .iter()
                .rev()
                .filter(|t| t.label == label)
                .find_map(|t| t.continue_to),
        };
        match found {
            Some(target) => self.e.jump(target),
            None => self.range_branch(kind, label),
        }
    }

    // ---- inside the body's function

    /// Compiles the body's function: `func(k, v) bool`.
    pub fn range_body(&mut self, s: StmtId, range: Rc<RangeBody>, captures: &[ObjId]) {
        self.e.alloc(1);
        let mut params = Vec::new();
        for &ty in &range.param_types {
            let layout = self.layout(ty);
            params.push((self.temp(layout), ty));
        }
        let context = self.e.alloc(1);
        let f = &mut self.c.out.funcs[self.idx.0 as usize];
        f.result_slots = 1;
        f.param_slots = context - 1;
        f.has_context = true;
        let control = self.e.alloc(1 + range.results.len() as u32);
        self.load_words(control, context, 8, 1 + range.results.len() as u32);
        self.load_captures(context, 8 * (2 + range.results.len() as i32), captures);
        let own = Rc::new(RangeBody {
            vars: range.vars,
            body: range.body,
            label: range.label,
            param_types: range.param_types.clone(),
            labels: range.labels.clone(),
            exits: range.exits.clone(),
            results: range.results.clone(),
            owner: range.owner.clone(),
            in_literal: range.in_literal,
            control,
            boxes: control + 1,
        });
        self.range = Some(own.clone());
        self.at(self.ast().stmt(s).pos);
        self.check_state(control);
        let (define, key, value) = range.vars;
        for (target, &(slot, ty)) in [key, value].into_iter().zip(&params) {
            if let Some(target) = target {
                self.bind_range_var(define, target, ty, slot);
            }
        }
        let next = self.e.new_label();
        let stop = self.e.new_label();
        self.targets.push(crate::func::Target {
            label: range.label,
            break_to: stop,
            continue_to: Some(next),
        });
        self.stmt(range.body);
        self.targets.pop();
        self.e.bind(next);
        let word = self.e.alloc(1);
        self.load_int(word, i64::from(READY));
        self.e.op_imm(Op::St64, control, word, STATE);
        self.load_int(0, 1);
        self.e.op(Op::Ret, 0, 0, 0);
        self.e.bind(stop);
        self.leave_body(&own, DONE);
    }

    fn check_state(&mut self, control: u16) {
        let word = self.e.alloc(1);
        let ok = self.e.new_label();
        self.e.op_imm(Op::Ld64, word, control, STATE);
        self.branch_imm(BinaryOp::Eql, word, READY, ok);
        for (state, trap) in [
            (DONE, Trap::RangeDone),
            (EXHAUSTED, Trap::RangeExhausted),
            (RUNNING, Trap::RangePanic),
        ] {
            let next = self.e.new_label();
            self.branch_imm(BinaryOp::Neq, word, state, next);
            self.e.op_imm(Op::Trap, 0, 0, trap as i32);
            self.e.bind(next);
        }
        self.e.bind(ok);
        self.load_int(word, i64::from(RUNNING));
        self.e.op_imm(Op::St64, control, word, STATE);
    }

    /// Tells the iterator to stop.
    fn leave_body(&mut self, range: &RangeBody, state: i16) {
        let mark = self.e.mark();
        let word = self.e.alloc(1);
        self.load_int(word, i64::from(state));
        self.e.op_imm(Op::St64, range.control, word, STATE);
        self.e.release(mark);
        self.load_int(0, 0);
        self.e.op(Op::Ret, 0, 0, 0);
    }

    /// `return` inside the body.
    pub fn range_return(&mut self, values: &[ExprId]) {
        let Some(range) = self.range.clone() else {
            return;
        };
        let exit = if values.is_empty() {
            EXIT_BARE_RETURN
        } else {
            EXIT_RETURN
        };
        if values.len() == 1 && range.results.len() > 1 {
            let (types, mut src) = self.unpack(values[0]);
            for (i, &from) in types.iter().enumerate() {
                let to = range.results[i];
                let layout = self.layout(to);
                let value = self.temp(layout);
                self.convert_value(src, from, to, value);
                self.store_box(&range, i, value);
                src += self.layout(from).slots as u16;
            }
        } else {
            let slots: Vec<u16> = values
                .iter()
                .zip(&range.results)
                .map(|(&v, &ty)| self.value_as(v, ty))
                .collect();
            for (i, slot) in slots.into_iter().enumerate() {
                self.store_box(&range, i, slot);
            }
        }
        self.exit_body(&range, exit);
    }

    fn store_box(&mut self, range: &RangeBody, i: usize, value: u16) {
        let place = Place::Mem {
            ptr: range.boxes + i as u16,
            offset: 0,
            checked: true,
        };
        self.store(place, range.results[i], value);
    }

    fn exit_body(&mut self, range: &RangeBody, exit: i16) {
        let mark = self.e.mark();
        let word = self.e.alloc(1);
        self.load_int(word, i64::from(exit));
        self.e.op_imm(Op::St64, range.control, word, EXIT);
        self.e.release(mark);
        self.leave_body(range, DONE);
    }

    /// A branch to a statement outside the body.
    pub fn range_branch(&mut self, kind: BranchKind, label: Option<Symbol>) {
        let Some(range) = self.range.clone() else {
            return;
        };
        if let Some(i) = range.exits.iter().position(|&x| x == (kind, label)) {
            self.exit_body(&range, EXIT_BRANCHES + i as i16);
        }
    }
}

fn labels_in(ast: &Ast, body: StmtId) -> HashSet<Symbol> {
    let mut labels = HashSet::new();
    crate::assigned::walk(ast, body, &mut |s| {
        if let StmtKind::Labeled { label, .. } = ast.stmt(s).kind {
            labels.insert(ast.name(label));
        }
    });
    labels
}

/// Labelled branches in the body to labels outside it.
fn leaving_branches(ast: &Ast, body: StmtId) -> Vec<(BranchKind, Option<Symbol>)> {
    let inside = labels_in(ast, body);
    let mut exits = Vec::new();
    crate::assigned::walk(ast, body, &mut |s| {
        if let StmtKind::Branch {
            kind,
            label: Some(label),
        } = ast.stmt(s).kind
        {
            let name = ast.name(label);
            let exit = (kind, Some(name));
            if !inside.contains(&name) && !exits.contains(&exit) {
                exits.push(exit);
            }
        }
    });
    exits
}
