//! Compiler-made functions around methods: receivers out of interfaces, method expressions, bound
//! methods, promotion through embedded fields.

use crate::func::Gen;
use crate::place::Place;
use crate::program::{Compiler, MethodForm};
use bytecode::{FuncIdx, Op};
use parser::ast::BinaryOp;
use source::Symbol;
use types::object::{ObjId, ObjectKind, PkgId};
use types::types::{Type, TypeId};

impl Compiler<'_, '_> {
    /// Compiles method `name` of `recv` with its receiver in the given form.
    pub fn compile_method_wrapper(
        &mut self,
        idx: FuncIdx,
        recv: TypeId,
        name: Symbol,
        pkg: Option<PkgId>,
        form: MethodForm,
    ) {
        let Some(found) = self
            .ck
            .lookup_field_or_method(recv, true, pkg, name, false)
            .found()
        else {
            return;
        };
        let Type::Signature(sig) = self.shape(found.ty) else {
            return;
        };
        let env = self.no_env.clone();
        let direct = self.is_direct(recv);
        let mut g = Gen::new(self, idx, env);
        let results = g.slots_of(&sig.results);
        let args = g.slots_of(&sig.params);
        let recv_layout = g.layout(recv);
        g.e.alloc(results);
        let recv_slot = match form {
            MethodForm::ByWord => g.e.alloc(1),
            MethodForm::Expr => g.temp(recv_layout),
            MethodForm::Bound => 0,
        };
        let first_arg = g.e.alloc(args);
        let params = g.e.mark() - results;
        let place = match form {
            MethodForm::ByWord if direct => Place::of_slot(recv_slot, recv_layout),
            MethodForm::ByWord => Place::Mem {
                ptr: recv_slot,
                offset: 0,
                checked: false,
            },
            MethodForm::Expr => Place::of_slot(recv_slot, recv_layout),
            MethodForm::Bound => {
                let context = g.e.alloc(1);
                let slot = g.temp(recv_layout);
                g.load_words(slot, context, 8, recv_layout.slots);
                Place::of_slot(slot, recv_layout)
            }
        };
        let f = &mut g.c.out.funcs[idx.0 as usize];
        f.result_slots = results as u16;
        f.param_slots = params as u16;
        f.has_context = form == MethodForm::Bound;
        f.is_wrapper = true;
        if form != MethodForm::Bound && found.path.is_empty() {
            g.check_wrapped_receiver(recv_slot, recv, found.obj);
        }
        let base = g.forward_method(place, recv, name, pkg, first_arg, args, results);
        g.mov(0, base, results);
        g.e.op(Op::Ret, 0, 0, 0);
        g.finish();
    }
}

impl Gen<'_, '_, '_> {
    /// `(*T).m`, made from value method `T.m`, says so when its receiver is nil.
    fn check_wrapped_receiver(&mut self, slot: u16, recv: TypeId, method: ObjId) {
        let ptr_recv = matches!(&self.c.ck.obj(method).kind, ObjectKind::Func(f) if f.ptr_recv);
        let Type::Pointer(base) = self.c.shape(recv) else {
            return;
        };
        if ptr_recv || self.c.is_iface(recv) || self.c.is_iface(base) {
            return;
        }
        let name = self.c.trace_name(method, false);
        let (ty, _) = name.rsplit_once('.').unwrap_or((&name, ""));
        let ty = ty.split_once('.').map_or(ty, |(_, ty)| ty);
        let text = format!("value method {name} called using nil *{ty} pointer");
        let there = self.e.new_label();
        self.branch_imm(BinaryOp::Neq, slot, 0, there);
        let text = self.c.string(text.as_bytes());
        self.e.op_imm(Op::PanicText, 0, 0, text as i32);
        self.e.bind(there);
    }
}
