//! `go` and `defer`. Spec: "Go statements", "Defer statements".
//!
//! The function value and the arguments are evaluated now, into a call window that the operation
//! copies. Built-ins and conversions go through a thunk: a function whose closure holds the
//! evaluated arguments.

use crate::call::{Callee, Prepared};
use crate::func::Gen;
use crate::program::{Compiler, Job, MethodForm, TypeEnv};
use bytecode::{FuncIdx, Op};
use parser::ast::*;
use std::rc::Rc;
use types::info::{Mode, SelectionKind};
use types::object::Builtin;
use types::types::TypeId;

/// A built-in call to be made later.
#[derive(Clone, Debug)]
pub struct Thunk {
    pub call: ExprId,
    pub env: Rc<TypeEnv>,
    /// The arguments that the closure holds, with their slots.
    pub args: Vec<(ExprId, u32)>,
}

/// Whether the body defers calls, function literals left out.
pub fn contains_defer(ast: &Ast, body: StmtId) -> bool {
    let mut found = false;
    crate::assigned::walk(ast, body, &mut |s| {
        found |= matches!(ast.stmt(s).kind, StmtKind::Defer(_));
    });
    found
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum When {
    Go,
    Defer,
}

impl Gen<'_, '_, '_> {
    pub fn go_stmt(&mut self, call: ExprId) {
        self.later(call, When::Go);
    }

    pub fn defer_stmt(&mut self, call: ExprId) {
        self.later(call, When::Defer);
    }

    fn later(&mut self, call: ExprId, when: When) {
        let mark = self.e.mark();
        let call = self.ast().unparen(call);
        let ExprKind::Call { func, .. } = self.ast().kind(call) else {
            return;
        };
        let inner = self.ast().unparen(func);
        let ordered = self.order_call(call);
        let prepared = match self.mode(inner) {
            Some(Mode::Builtin(_) | Mode::TypeExpr) => self.thunk_call(call),
            _ => self.prepared_call(call, inner),
        };
        self.forget(ordered);
        self.at(self.ast().start(call));
        let slots = (prepared.results + prepared.params) as u16;
        if when == When::Defer && self.range.is_some() {
            self.defer_for_outer(prepared, slots);
            return self.e.release(mark);
        }
        let (f, c) = match when {
            When::Go => (Op::GoF, Op::GoC),
            When::Defer => (Op::DeferF, Op::DeferC),
        };
        match prepared.callee {
            Callee::Func(idx) => self.e.op_imm(f, prepared.base, slots, idx.0 as i32),
            Callee::Closure(slot) => self.e.op(c, prepared.base, slot, slots),
            Callee::Native(_) | Callee::Iface { .. } => {}
        }
        self.e.release(mark);
    }

    /// Defers a call in the body of a loop over a function: it runs when the function around the
    /// loop returns.
    fn defer_for_outer(&mut self, prepared: Prepared, slots: u16) {
        let closure = match prepared.callee {
            Callee::Func(idx) => {
                let slot = self.e.alloc(1);
                self.e.op_imm(Op::LoadFn, slot, 0, idx.0 as i32);
                slot
            }
            Callee::Closure(slot) => slot,
            Callee::Native(_) | Callee::Iface { .. } => return,
        };
        let token = self.defer_token();
        self.e
            .op4(Op::DeferAt, prepared.base, closure, slots, token);
    }

    /// A call window whose callee is a function or a func value.
    fn prepared_call(&mut self, call: ExprId, func: ExprId) -> Prepared {
        let mut p = self.prepare_call(call);
        match p.callee {
            Callee::Native(native) => {
                let name = self.c.out.natives[native as usize].clone();
                p.callee = Callee::Func(self.c.native_stub(name, p.results, p.params));
            }
            Callee::Iface { iface, .. } => {
                // The bound method takes the receiver from its closure.
                if let ExprKind::Selector { x, .. } = self.ast().kind(func)
                    && let Some(selection) = self.c.ck.info.selections.get(&func).cloned()
                    && selection.kind == SelectionKind::MethodVal
                {
                    let (name, pkg) = {
                        let obj = self.c.ck.obj(selection.obj);
                        (obj.name, obj.pkg)
                    };
                    let xt = self.ty(x);
                    let recv = self.method_owner(xt, name, pkg);
                    self.e.op(Op::NilCheck, iface, 0, 0);
                    let slot = self.e.alloc(1);
                    if let Some(idx) = self.c.method_func(recv, name, pkg, MethodForm::Bound) {
                        self.closure_op(slot, iface, 2, idx);
                    }
                    // The window has a receiver slot that the bound method does not want.
                    let from = p.base + p.results as u16 + 1;
                    let n = p.params - 1;
                    let base = self.window(p.results + n + 1);
                    self.mov(base + p.results as u16, from, n);
                    return Prepared {
                        callee: Callee::Closure(slot),
                        base,
                        results: p.results,
                        params: n,
                    };
                }
            }
            Callee::Func(_) | Callee::Closure(_) => {}
        }
        p
    }

    /// The interface type that has the method, possibly embedded in `ty`.
    fn method_owner(
        &mut self,
        ty: TypeId,
        name: source::Symbol,
        pkg: Option<types::object::PkgId>,
    ) -> TypeId {
        let Some(found) = self
            .c
            .ck
            .lookup_field_or_method(ty, true, pkg, name, false)
            .found()
        else {
            return ty;
        };
        let mut at = ty;
        for &index in &found.path {
            if let types::types::Type::Pointer(elem) = self.c.shape(at) {
                at = elem;
            }
            at = self.c.field(at, index).1;
        }
        at
    }

    /// Evaluates the arguments of a built-in and captures them in a thunk.
    fn thunk_call(&mut self, call: ExprId) -> Prepared {
        let ExprKind::Call { func, args, .. } = self.ast().kind(call) else {
            return Prepared {
                callee: Callee::Native(0),
                base: 0,
                results: 0,
                params: 0,
            };
        };
        let builtin = match self.mode(self.ast().unparen(func)) {
            Some(Mode::Builtin(b)) => Some(b),
            _ => None,
        };
        let args: Vec<ExprId> = self.ast().list(args).collect();
        let first = self.e.mark() as u16;
        let mut held = Vec::new();
        for arg in args {
            if self.constant(arg).is_some() || self.is_nil(arg) || self.is_type(arg) {
                continue;
            }
            if let Some(types) = self.tuple_types(arg) {
                let slots = types.iter().map(|&t| self.layout(t).slots).sum();
                let slot = self.e.alloc(slots);
                let mark = self.e.mark();
                let values = self.multi_valued(arg);
                self.mov(slot, values, slots);
                self.e.release(mark);
                held.push((arg, slots));
                continue;
            }
            let from = self.ty(arg);
            let layout = self.layout(from);
            let slot = self.temp(layout);
            self.value_as_to(arg, from, slot);
            held.push((arg, layout.slots));
        }
        let words = self.e.mark() - u32::from(first);
        let name = format!(
            "{}.deferwrap",
            self.c.out.funcs[self.idx.0 as usize].name.clone()
        );
        let idx = self.c.new_func(name, self.ast().pos(call));
        // `defer recover()` recovers nothing: it is not called by a deferred function.
        if builtin != Some(Builtin::Recover) {
            self.c.jobs.push_back(Job::Thunk {
                idx,
                thunk: Thunk {
                    call,
                    env: self.env.clone(),
                    args: held,
                },
            });
        } else {
            let mut e = crate::emit::Emitter::default();
            e.alloc(1);
            e.op(Op::Ret, 0, 0, 0);
            e.finish(&mut self.c.out.funcs[idx.0 as usize]);
            self.c.out.funcs[idx.0 as usize].has_context = true;
        }
        let slot = self.e.alloc(1);
        self.closure_op(slot, first, words, idx);
        let base = self.window(1);
        Prepared {
            callee: Callee::Closure(slot),
            base,
            results: 0,
            params: 0,
        }
    }
}

impl Compiler<'_, '_> {
    pub fn compile_thunk(&mut self, idx: FuncIdx, thunk: &Thunk) {
        let mut g = Gen::new(self, idx, thunk.env.clone());
        let context = g.e.alloc(1);
        let f = &mut g.c.out.funcs[idx.0 as usize];
        f.has_context = true;
        f.is_wrapper = true;
        let first = g.e.mark();
        for &(arg, slots) in &thunk.args {
            let slot = g.e.alloc(slots);
            g.held.insert(arg, slot);
        }
        let words = g.e.mark() - first;
        g.load_words(first as u16, context, 8, words);
        g.at(g.ast().pos(thunk.call));
        g.expr(thunk.call);
        g.e.op(Op::Ret, 0, 0, 0);
        g.finish();
    }
}
