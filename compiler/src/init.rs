//! Program entry and package initialisation. Spec: "Program initialization and execution".

use crate::escape::{self, Root};
use crate::func::Gen;
use crate::place::Place;
use crate::program::{Compiler, Job};
use bytecode::{FuncIdx, Op, TypeIdx, WellKnown};
use source::{Pos, Symbol};
use types::object::{ObjId, PkgId};
use types::types::{Type, TypeId};

impl Compiler<'_, '_> {
    pub fn compile_program(&mut self, main: PkgId) {
        self.find_well_known();
        let entry = self.new_func("runtime.main".to_string(), Pos::NONE);
        self.out.entry = entry;
        let mut inits = Vec::new();
        for i in 0..self.ck.packages.len() {
            let pkg = PkgId(i as u32);
            inits.extend(self.package_inits(pkg));
        }
        if let Some(obj) = self.package_member(main, "main") {
            inits.push(self.declared_func(obj, Vec::new(), Vec::new()));
        }
        self.emit_entry(entry, &inits);
        self.work();
        self.finish_stubs();
    }

    /// The functions that initialise a package, in order.
    pub(crate) fn package_inits(&mut self, pkg: PkgId) -> Vec<FuncIdx> {
        let mut inits: Vec<FuncIdx> = self.package_embeds(pkg).into_iter().collect();
        inits.extend(self.package_init(pkg));
        for (i, init) in self.ck.pkg(pkg).inits.clone().into_iter().enumerate() {
            let idx = self.compiled_func(init, Vec::new(), Vec::new());
            let name = &mut self.out.funcs[idx.0 as usize].name;
            *name = format!("{name}.{i}");
            inits.push(idx);
        }
        inits
    }

    /// Compiles all that is queued.
    pub(crate) fn work(&mut self) {
        while let Some(job) = self.jobs.pop_front() {
            self.run(job);
        }
    }

    pub(crate) fn emit_entry(&mut self, entry: FuncIdx, calls: &[FuncIdx]) {
        let env = self.no_env.clone();
        let mut g = Gen::new(self, entry, env);
        let base = g.window(1);
        for idx in calls {
            g.e.op_imm(Op::Call, base, 0, idx.0 as i32);
        }
        g.e.op(Op::Ret, 0, 0, 0);
        g.c.out.funcs[entry.0 as usize].is_wrapper = true;
        g.finish();
    }

    /// The function that gives a package's variables their values, if there are any.
    pub(crate) fn package_init(&mut self, pkg: PkgId) -> Option<FuncIdx> {
        let order = self.ck.pkg(pkg).init_order.clone();
        if order.is_empty() {
            return None;
        }
        let path = self.symbol_prefix(Some(pkg));
        let first = order[0]
            .lhs
            .first()
            .map_or(Pos::NONE, |&v| self.ck.obj(v).pos);
        let idx = self.new_func(format!("{path}.init"), first);
        self.escape.start_package();
        for init in &order {
            escape::analyse(self.ck, &mut self.escape, Root::Init(init.rhs));
        }
        let env = self.no_env.clone();
        let mut g = Gen::new(self, idx, env);
        for init in &order {
            let mark = g.e.mark();
            if let Some(&var) = init.lhs.first() {
                g.at(g.c.ck.obj(var).pos);
            }
            match init.lhs.as_slice() {
                &[var] => g.init_global(var, init.rhs),
                vars => g.init_globals(vars, init.rhs),
            }
            g.e.release(mark);
        }
        g.e.op(Op::Ret, 0, 0, 0);
        g.finish();
        Some(idx)
    }

    pub fn package_member(&self, pkg: PkgId, name: &str) -> Option<ObjId> {
        let scope = self.ck.pkg(pkg).scope;
        self.ck.scope(scope).lookup(Symbol::intern(name))
    }

    pub fn package_named(&self, path: &str) -> Option<PkgId> {
        (0..self.ck.packages.len())
            .map(|i| PkgId(i as u32))
            .find(|&p| self.ck.pkg(p).path.as_str() == path)
    }

    fn find_well_known(&mut self) {
        let runtime = self.package_named("runtime");
        let string = self.type_idx(TypeId::STRING);
        let declared = |c: &mut Self, name: &str| -> Option<TypeId> {
            let obj = runtime.and_then(|p| c.package_member(p, name))?;
            c.ck.obj_decl(obj);
            Some(c.ck.obj(obj).ty)
        };
        let described = |c: &mut Self, ty: Option<TypeId>| -> TypeIdx {
            let Some(ty) = ty else { return string };
            let idx = c.type_idx(ty);
            if !matches!(c.shape(ty), Type::Interface(_)) {
                c.require_methods(idx);
            }
            idx
        };
        let named = |c: &mut Self, name: &str| {
            let ty = declared(c, name);
            described(c, ty)
        };
        let pointer = |c: &mut Self, name: &str| {
            let ty = declared(c, name).map(|t| c.ck.types.pointer(t));
            described(c, ty)
        };
        let runtime_error = named(self, "errorString");
        let plain_error = named(self, "plainError");
        let bounds_error = named(self, "boundsError");
        let assertion_error = pointer(self, "TypeAssertionError");
        let nil_panic_error = pointer(self, "PanicNilError");
        let stringer = named(self, "stringer");
        let int = self.type_idx(TypeId::INT);
        self.out.well_known = WellKnown {
            string,
            int,
            runtime_error,
            bounds_error,
            plain_error,
            assertion_error,
            nil_panic_error,
            error: self.type_idx(TypeId::ERROR),
            stringer,
        };
        // The VM calls these to print the values of uncaught panics.
        for name in ["Error", "String"] {
            self.make_name_live(Symbol::intern(name));
        }
    }

    fn run(&mut self, job: Job) {
        match job {
            Job::Declared { idx, obj, env } => self.compile_declared(idx, obj, env),
            Job::Closure {
                idx,
                closure,
                env,
                captures,
                range,
                ..
            } => self.compile_closure(idx, closure, env, &captures, range),
            Job::Method {
                idx,
                recv,
                name,
                pkg,
                form,
            } => self.compile_method_wrapper(idx, recv, name, pkg, form),
            Job::Thunk { idx, thunk } => self.compile_thunk(idx, &thunk),
        }
    }
}

impl Gen<'_, '_, '_> {
    fn init_global(&mut self, var: ObjId, rhs: parser::ast::ExprId) {
        let held = self.order(&[rhs]);
        self.init_global_ordered(var, rhs);
        self.forget(held);
    }

    fn init_global_ordered(&mut self, var: ObjId, rhs: parser::ast::ExprId) {
        let ty = self.obj_ty(var);
        if self.c.ck.obj(var).name.is_blank() {
            let value_ty = if self.is_nil(rhs) { ty } else { self.ty(rhs) };
            self.value_as(rhs, value_ty);
            return;
        }
        let place = self.var_place(var, ty);
        let inner = self.ast().unparen(rhs);
        let literal = matches!(
            self.ast().kind(inner),
            parser::ast::ExprKind::CompositeLit { .. }
        ) && !self.c.is_iface(ty)
            && !self.c.keeps_all;
        if literal {
            // Nothing has been stored in the variable before: it is zero.
            let ptr = self.address_of(place, ty);
            let place = Place::Mem {
                ptr,
                offset: 0,
                checked: true,
            };
            self.literal_into(inner, place, true);
        } else {
            self.assign_value(rhs, ty, place);
        }
    }

    fn init_globals(&mut self, vars: &[ObjId], rhs: parser::ast::ExprId) {
        let (types, mut src) = self.unpack(rhs);
        for (&var, &from) in vars.iter().zip(&types) {
            if !self.c.ck.obj(var).name.is_blank() {
                let to = self.obj_ty(var);
                let place = self.var_place(var, to);
                let layout = self.layout(to);
                let value = self.temp(layout);
                self.convert_value(src, from, to, value);
                self.store(place, to, value);
            }
            src += self.layout(from).slots as u16;
        }
    }
}
