//! One function: its frame, variables, prologue and epilogue.

use crate::defer;
use crate::emit::{Emitter, Label};
use crate::escape::{self, ClosureId, Root};
use crate::layout::Layout;
use crate::place::Place;
use crate::program::{Compiler, FuncKey, Job, TypeEnv};
use crate::rangefunc::RangeBody;
use bytecode::{FuncIdx, Op};
use parser::ast::*;
use source::{Pos, Symbol};
use std::collections::HashMap;
use std::rc::Rc;
use types::constant::Value;
use types::object::{ObjId, ObjectKind, PkgId, VarRole};
use types::types::{Type, TypeId, TypeParamId};

/// Where a variable lives.
#[derive(Clone, Copy, Debug)]
pub enum Var {
    /// In the frame.
    Slot(u16),
    /// On the heap; the slot holds its address.
    Boxed(u16),
}

/// A statement that `break` or `continue` can leave.
#[derive(Clone, Copy, Debug)]
pub struct Target {
    pub label: Option<Symbol>,
    pub break_to: Label,
    pub continue_to: Option<Label>,
}

/// A result of the function being compiled.
#[derive(Clone, Copy, Debug)]
pub struct ResultVar {
    pub ty: TypeId,
    pub slot: u16,
    /// Named and not blank.
    pub var: Option<ObjId>,
}

pub struct Gen<'g, 'c, 'a> {
    pub c: &'g mut Compiler<'c, 'a>,
    pub idx: FuncIdx,
    pub env: Rc<TypeEnv>,
    pub e: Emitter,
    pub vars: HashMap<ObjId, Var>,
    pub results: Vec<ResultVar>,
    pub named_results: bool,
    pub has_defer: bool,
    pub targets: Vec<Target>,
    pub gotos: HashMap<Symbol, Label>,
    /// The label of the labelled statement about to be compiled.
    pub pending_label: Option<Symbol>,
    /// Set in the body of a range over a function.
    pub range: Option<Rc<RangeBody>>,
    /// A function literal, not a declared function.
    pub is_literal: bool,
    /// Where a `fallthrough` goes.
    pub fallthrough: Option<Label>,
    /// Arguments of a thunk, already evaluated.
    pub held: HashMap<ExprId, u16>,
    /// Parameters of calls compiled in place that are constants there.
    pub bound: HashMap<ObjId, Value>,
    /// Nesting of calls compiled in place.
    pub inlining: u32,
    /// How many bodies compiled in place we are in.
    pub in_place: u32,
    /// Nesting of the syntax tree walked, to stop before the native stack ends.
    pub depth: u32,
}

impl<'g, 'c, 'a> Gen<'g, 'c, 'a> {
    pub fn new(c: &'g mut Compiler<'c, 'a>, idx: FuncIdx, env: Rc<TypeEnv>) -> Self {
        let mut e = Emitter::default();
        let f = &c.out.funcs[idx.0 as usize];
        e.start_at(f.file, f.line);
        Gen {
            c,
            idx,
            env,
            e,
            vars: HashMap::new(),
            results: Vec::new(),
            named_results: false,
            has_defer: false,
            targets: Vec::new(),
            gotos: HashMap::new(),
            pending_label: None,
            range: None,
            is_literal: false,
            fallthrough: None,
            held: HashMap::new(),
            bound: HashMap::new(),
            inlining: 0,
            in_place: 0,
            depth: 0,
        }
    }

    pub fn ast(&self) -> &'a Ast {
        self.c.ck.ast
    }

    /// What follows comes from `pos`. What is compiled in place belongs to the line of its call.
    pub fn at(&mut self, pos: Pos) {
        if self.in_place == 0
            && let Some((file, line)) = self.c.place(pos)
        {
            self.e.set_place(file, line);
        }
    }

    // ---- types of expressions and objects, type arguments filled in

    pub fn subst(&mut self, t: TypeId) -> TypeId {
        let env = self.env.clone();
        self.c.subst(&env, t)
    }
    pub fn ty(&mut self, e: ExprId) -> TypeId {
        match self.c.ck.info.type_and_value(e).map(|tv| tv.ty) {
            Some(t) => self.subst(t),
            None => match self.c.ck.info.object(e) {
                Some(obj) => self.obj_ty(obj),
                None => TypeId::INVALID,
            },
        }
    }
    pub fn obj_ty(&mut self, obj: ObjId) -> TypeId {
        let t = self.c.ck.obj(obj).ty;
        self.subst(t)
    }
    pub fn expr_layout(&mut self, e: ExprId) -> Layout {
        let ty = self.ty(e);
        self.c.layout(ty)
    }
    pub fn layout(&mut self, t: TypeId) -> Layout {
        self.c.layout(t)
    }

    // ---- slots

    pub fn temp(&mut self, layout: Layout) -> u16 {
        self.e.alloc(layout.slots)
    }

    pub fn zero(&mut self, slot: u16, slots: u32) {
        match slots {
            0 => {}
            1 => self.e.op_imm(Op::LoadI, slot, 0, 0),
            n => self.e.op_imm(Op::ZeroN, slot, 0, n as i32),
        }
    }

    pub fn mov(&mut self, dst: u16, src: u16, slots: u32) {
        if dst == src {
            return;
        }
        match slots {
            0 => {}
            1 => self.e.op(Op::Mov, dst, src, 0),
            2 => self.e.op(Op::Mov2, dst, src, 0),
            3 => self.e.op(Op::Mov3, dst, src, 0),
            n => self.e.op_imm(Op::MovN, dst, src, n as i32),
        }
    }

    // ---- variables

    /// Declares a variable with undefined contents (or a new zeroed box).
    pub fn declare(&mut self, var: ObjId) -> Place {
        let ty = self.obj_ty(var);
        if self.is_global(var) {
            return self.var_place(var, ty);
        }
        let layout = self.layout(ty);
        if self.is_boxed(var) {
            let slot = self.e.alloc(1);
            self.new_object(slot, ty);
            self.vars.insert(var, Var::Boxed(slot));
        } else {
            let slot = self.temp(layout);
            self.vars.insert(var, Var::Slot(slot));
        }
        self.var_place(var, ty)
    }

    /// Whether the variable lives on the heap.
    pub fn is_boxed(&mut self, var: ObjId) -> bool {
        let ty = self.obj_ty(var);
        self.c.escape.is_boxed(var) || self.layout(ty).indirect
    }

    /// The zero value of `ty` into the slots from `slot` on.
    pub fn zero_value(&mut self, slot: u16, ty: TypeId) {
        let layout = self.layout(ty);
        if layout.indirect {
            self.new_object(slot, ty);
        } else {
            self.zero(slot, layout.slots);
        }
    }

    /// A value of `ty` in `slot` that the run time leaves nil for the zero value.
    pub fn fill_in_zero(&mut self, slot: u16, ty: TypeId) {
        if self.layout(ty).indirect {
            let there = self.e.new_label();
            self.branch_imm(BinaryOp::Neq, slot, 0, there);
            self.new_object(slot, ty);
            self.e.bind(there);
        }
    }

    pub fn new_object(&mut self, dst: u16, ty: TypeId) {
        let idx = self.c.type_idx(ty);
        self.e.op(Op::New, dst, 0, 0);
        self.e.ext(u64::from(idx.0));
    }

    /// Whether it is a package variable: in sessions an entry's statements declare such.
    pub fn is_global(&self, var: ObjId) -> bool {
        matches!(&self.c.ck.obj(var).kind, ObjectKind::Var(v) if v.role == VarRole::Package)
    }

    pub fn var_place(&mut self, var: ObjId, ty: TypeId) -> Place {
        if self.is_global(var) {
            return Place::Global {
                offset: self.c.global(var),
            };
        }
        match self.vars.get(&var).copied() {
            Some(Var::Boxed(slot)) => Place::Mem {
                ptr: slot,
                offset: 0,
                checked: true,
            },
            Some(Var::Slot(slot)) => Place::of_slot(slot, self.layout(ty)),
            None => {
                // A blank or unused variable that was never declared in this function.
                let layout = self.layout(ty);
                let slot = self.temp(layout);
                Place::of_slot(slot, layout)
            }
        }
    }

    // ---- the whole function

    /// Lays out results and parameters; `fields` are the declared ones.
    pub fn enter(&mut self, recv: Option<FieldId>, sig: ExprId, has_context: bool) {
        let ExprKind::FuncType { params, results } = self.ast().kind(sig) else {
            return;
        };
        for field in self.ast().list(results) {
            let name = self.ast().field(field).name;
            let ty = match (name, self.ast().field(field).ty) {
                (Some(name), _) if self.c.ck.info.object(name).is_some() => self.ty(name),
                (_, Some(t)) => self.ty(t),
                _ => TypeId::INVALID,
            };
            let layout = self.layout(ty);
            let slot = self.temp(layout);
            let var = name
                .filter(|&n| !self.ast().name(n).is_blank())
                .and_then(|n| self.c.ck.info.object(n));
            self.named_results |= name.is_some();
            self.results.push(ResultVar { ty, slot, var });
        }
        let result_slots = self.e.mark();
        let mut declared = Vec::new();
        let all: Vec<FieldId> = recv.into_iter().chain(self.ast().list(params)).collect();
        for field in all {
            let (ty, var) = self.param(field);
            let layout = self.layout(ty);
            let slot = self.temp(layout);
            if let Some(var) = var {
                declared.push((var, ty, slot));
            }
        }
        let param_slots = self.e.mark() - result_slots;
        if has_context {
            self.e.alloc(1);
        }
        let f = &mut self.c.out.funcs[self.idx.0 as usize];
        f.result_slots = result_slots as u16;
        f.param_slots = param_slots as u16;
        f.has_context = has_context;
        for (var, ty, slot) in declared {
            self.bind_param(var, ty, slot);
        }
    }

    /// Type and variable of a parameter or result.
    pub fn param(&mut self, field: FieldId) -> (TypeId, Option<ObjId>) {
        let field = self.ast().field(field);
        let var = field.name.and_then(|n| self.c.ck.info.object(n));
        let ty = match (var, field.ty) {
            (Some(var), _) => self.obj_ty(var),
            (None, Some(t)) => match self.ast().kind(t) {
                ExprKind::Variadic(elem) => {
                    let elem = self.ty(elem);
                    self.c.ck.types.slice(elem)
                }
                _ => self.ty(t),
            },
            (None, None) => TypeId::INVALID,
        };
        (ty, var)
    }

    /// Makes the parameter in `slot` the variable, moved to the heap if it has to be.
    pub fn bind_param(&mut self, var: ObjId, ty: TypeId, slot: u16) {
        if self.is_boxed(var) {
            let ptr = self.e.alloc(1);
            self.new_object(ptr, ty);
            self.vars.insert(var, Var::Boxed(ptr));
            let place = self.var_place(var, ty);
            self.store(place, ty, slot);
        } else {
            self.vars.insert(var, Var::Slot(slot));
        }
    }

    /// Zeroes or boxes the named results and zeroes the result slots if a recovered panic may
    /// expose them.
    pub fn declare_results(&mut self) {
        for i in 0..self.results.len() {
            let r = self.results[i];
            let boxed = r.var.is_some_and(|v| self.is_boxed(v));
            if (r.var.is_some() && !boxed) || self.has_defer || self.named_results {
                self.zero_value(r.slot, r.ty);
            }
            if let Some(var) = r.var {
                if boxed {
                    let ptr = self.e.alloc(1);
                    self.new_object(ptr, r.ty);
                    self.vars.insert(var, Var::Boxed(ptr));
                } else {
                    self.vars.insert(var, Var::Slot(r.slot));
                }
            }
        }
    }

    /// Copies the captured values, which lie in the closure from byte `offset` on, into slots of
    /// their own.
    pub fn load_captures(&mut self, context: u16, offset: i32, captures: &[ObjId]) {
        let first = self.e.mark();
        for &var in captures {
            let ty = self.obj_ty(var);
            if self.is_boxed(var) {
                let slot = self.e.alloc(1);
                self.vars.insert(var, Var::Boxed(slot));
            } else {
                let layout = self.layout(ty);
                let slot = self.temp(layout);
                self.vars.insert(var, Var::Slot(slot));
            }
        }
        let words = self.e.mark() - first;
        self.load_words(first as u16, context, offset, words);
    }

    /// Loads `words` words from `ptr + offset`.
    pub fn load_words(&mut self, dst: u16, ptr: u16, offset: i32, words: u32) {
        match words {
            0 => {}
            1 => self.e.op_imm(Op::Ld64, dst, ptr, offset),
            2 => self.e.op_imm(Op::Ld2, dst, ptr, offset),
            3 => self.e.op_imm(Op::Ld3, dst, ptr, offset),
            n => {
                self.e.op_imm(Op::LdN, dst, ptr, offset);
                self.e.ext(u64::from(n) * 8);
            }
        }
    }

    /// Compiles a body between prologue and epilogue.
    pub fn body(&mut self, body: StmtId) {
        self.has_defer = defer::contains_defer(self.ast(), body);
        self.declare_results();
        if let StmtKind::Block { stmts, rbrace } = self.ast().stmt(body).kind {
            self.stmts(stmts);
            self.at(rbrace);
        }
        if self.results.is_empty() || self.range.is_some() {
            self.epilogue();
        } else {
            self.e
                .op_imm(Op::Trap, 0, 0, bytecode::Trap::Unreachable as i32);
        }
        self.recover_epilogue();
    }

    /// Deferred calls, then results from their boxes, then return.
    pub fn epilogue(&mut self) {
        if self.has_defer {
            if self.e.follows_call() {
                // In stack traces, a call that returns to `RunDefers` is a deferred one.
                self.e.op(Op::Nop, 0, 0, 0);
            }
            self.e.op(Op::RunDefers, 0, 0, 0);
        }
        for i in 0..self.results.len() {
            let r = self.results[i];
            if let Some(var) = r.var
                && let Some(Var::Boxed(_)) = self.vars.get(&var)
            {
                let place = self.var_place(var, r.ty);
                self.load_to(place, r.ty, r.slot);
            }
        }
        self.e.op(Op::Ret, 0, 0, 0);
    }

    /// Where the frame goes on after it has recovered from a panic.
    fn recover_epilogue(&mut self) {
        if self.has_defer {
            self.c.out.funcs[self.idx.0 as usize].recover_unit = Some(self.e.here());
            self.epilogue();
        }
    }

    pub fn finish(self) {
        let Gen { c, e, idx, .. } = self;
        let too_large = e.too_large;
        e.finish(&mut c.out.funcs[idx.0 as usize]);
        if too_large {
            let name = c.out.funcs[idx.0 as usize].name.clone();
            c.error(Pos::NONE, format!("{name}: stack frame too large"));
        }
    }
}

/// The declaration behind a function object.
pub struct Declaration {
    pub recv: Option<FieldId>,
    pub sig: ExprId,
    pub body: Option<StmtId>,
}

impl<'c, 'a> Compiler<'c, 'a> {
    pub fn declaration(&self, obj: ObjId) -> Option<Declaration> {
        let ObjectKind::Func(f) = &self.ck.obj(obj).kind else {
            return None;
        };
        match self.ck.ast.decl(f.decl?).kind {
            DeclKind::Func {
                recv, sig, body, ..
            } => Some(Declaration { recv, sig, body }),
            _ => None,
        }
    }

    /// A std function without a body, implemented in Rust.
    pub fn is_native(&self, obj: ObjId) -> bool {
        self.declaration(obj).is_some_and(|d| d.body.is_none())
    }

    /// `strings.Index`, `sync.(*Mutex).Lock`: how the native registry names it.
    pub fn native_name(&self, obj: ObjId) -> String {
        let path = self.pkg_path(self.ck.obj(obj).pkg);
        format!("{}.{}", path, self.short_name(obj))
    }

    /// `f`, `T.m`, `(*T).m`.
    fn short_name(&self, obj: ObjId) -> String {
        let name = self.ck.obj(obj).name;
        match crate::facts::receiver_base(self.ck, obj) {
            Some((base, pointer)) => {
                let named = self.ck.types.named(base);
                let type_name = self.ck.obj(named.obj).name;
                let generic = if named.tparams.is_empty() {
                    ""
                } else {
                    "[...]"
                };
                if pointer {
                    format!("(*{type_name}{generic}).{name}")
                } else {
                    format!("{type_name}{generic}.{name}")
                }
            }
            None => name.as_str().to_string(),
        }
    }

    /// The name in stack traces.
    pub fn trace_name(&self, obj: ObjId, generic: bool) -> String {
        let pkg = self.ck.obj(obj).pkg;
        let path = self.symbol_prefix(pkg);
        let suffix = if generic && crate::facts::receiver_base(self.ck, obj).is_none() {
            "[...]"
        } else {
            ""
        };
        format!("{path}.{}{suffix}", self.short_name(obj))
    }

    /// What calls of `obj` with these type arguments name: the function compiled for it, or in a session
    /// the one whose place that takes.
    pub fn declared_func(
        &mut self,
        obj: ObjId,
        tparams: Vec<TypeParamId>,
        targs: Vec<TypeId>,
    ) -> FuncIdx {
        let own = self.compiled_func(obj, tparams, targs);
        self.first_versions.get(&own).copied().unwrap_or(own)
    }

    /// The function compiled for `obj` with these type arguments.
    pub fn compiled_func(
        &mut self,
        obj: ObjId,
        tparams: Vec<TypeParamId>,
        targs: Vec<TypeId>,
    ) -> FuncIdx {
        let idxs = targs.iter().map(|&t| self.type_idx(t)).collect();
        let key = FuncKey::Declared(obj, idxs);
        if let Some(&idx) = self.funcs.get(&key) {
            return idx;
        }
        let env = self.new_env(tparams, targs);
        self.func_for(
            key,
            |c| (c.trace_name(obj, !env.targs.is_empty()), c.ck.obj(obj).pos),
            |idx| Job::Declared {
                idx,
                obj,
                env: env.clone(),
            },
        )
    }

    /// The function of a method declared on the base of `recv` (a named type, not a pointer).
    pub fn declared_method(&mut self, obj: ObjId, recv: TypeId) -> FuncIdx {
        let (tparams, targs) = self.receiver_args(obj, recv);
        self.declared_func(obj, tparams, targs)
    }

    /// The receiver's type parameters of method `obj`, and the arguments `recv` has for them.
    pub fn receiver_args(&mut self, obj: ObjId, recv: TypeId) -> (Vec<TypeParamId>, Vec<TypeId>) {
        let recv = self.ck.unalias(recv);
        let targs = match self.ck.types.get(recv) {
            Type::Named(id) => self.ck.types.named(*id).targs.to_vec(),
            _ => Vec::new(),
        };
        if targs.is_empty() {
            return (Vec::new(), Vec::new());
        }
        let sig = self.ck.obj(obj).ty;
        let tparams = match self.ck.types.get(sig) {
            Type::Signature(s) => s.recv_tparams.clone(),
            _ => Vec::new(),
        };
        (tparams, targs)
    }

    /// A function that does nothing but call a native whose window has this many slots.
    pub fn native_stub(&mut self, name: String, results: u32, params: u32) -> FuncIdx {
        let key = FuncKey::NativeStub(name.clone());
        if let Some(&idx) = self.funcs.get(&key) {
            return idx;
        }
        let native = self.native(&name, Pos::NONE);
        let idx = self.new_func(name, source::Pos::NONE);
        self.funcs.insert(key, idx);
        let f = &mut self.out.funcs[idx.0 as usize];
        f.result_slots = results as u16;
        f.param_slots = params as u16;
        let mut e = Emitter::default();
        e.alloc(results + params);
        e.op_imm(Op::CallN, 0, (results + params) as u16, native as i32);
        e.op(Op::Ret, 0, 0, 0);
        e.finish(f);
        idx
    }

    pub fn compile_declared(&mut self, idx: FuncIdx, obj: ObjId, env: Rc<TypeEnv>) {
        self.ck.check_body(obj);
        let Some(decl) = self.declaration(obj) else {
            return;
        };
        let Some(body) = decl.body else { return };
        if self.analysed.insert(obj) {
            escape::analyse(
                self.ck,
                &mut self.escape,
                Root::Func {
                    recv: decl.recv,
                    sig: decl.sig,
                    body,
                },
            );
        }
        let mut g = Gen::new(self, idx, env);
        g.enter(decl.recv, decl.sig, false);
        g.body(body);
        g.finish();
    }

    pub fn compile_closure(
        &mut self,
        idx: FuncIdx,
        closure: ClosureId,
        env: Rc<TypeEnv>,
        captures: &[ObjId],
        range: Option<Rc<RangeBody>>,
    ) {
        let mut g = Gen::new(self, idx, env);
        match closure {
            ClosureId::Lit(lit) => {
                let ExprKind::FuncLit { sig, body } = g.ast().kind(lit) else {
                    return;
                };
                g.is_literal = true;
                let has_context = !captures.is_empty();
                g.enter(None, sig, has_context);
                if has_context {
                    let f = &g.c.out.funcs[idx.0 as usize];
                    let context = f.result_slots + f.param_slots;
                    g.load_captures(context, 8, captures);
                }
                g.body(body);
            }
            ClosureId::RangeBody(stmt) => {
                if let Some(range) = range {
                    g.range_body(stmt, range, captures);
                }
            }
        }
        g.finish();
    }

    /// Slots of results and of parameters (receiver included) of a call with this signature.
    pub fn window_slots(&mut self, sig: TypeId, recv: Option<TypeId>) -> (u32, u32) {
        let Type::Signature(sig) = self.shape(sig) else {
            return (0, 0);
        };
        let sum = |c: &mut Self, vars: &[ObjId]| {
            vars.iter()
                .map(|&v| {
                    let ty = c.ck.obj(v).ty;
                    c.layout(ty).slots
                })
                .sum::<u32>()
        };
        let results = sum(self, &sig.results);
        let mut params = sum(self, &sig.params);
        let own = sig.recv.map(|r| self.ck.obj(r).ty);
        if let Some(recv) = recv.or(own) {
            params += self.layout(recv).slots;
        }
        (results, params)
    }

    /// The package a function object belongs to.
    pub fn pkg_of(&self, obj: ObjId) -> Option<PkgId> {
        self.ck.obj(obj).pkg
    }
}
