//! What package reflect needs of the compiler: functions that no Go source can express, and methods
//! that no interface call mentions.
//!
//! - `call(fn, block, results, words)` calls a func value with a window that lies in memory.
//! - `stub(words)` gives the code for func values that package reflect makes: a function whose window
//!   has that many slots; it moves the window to memory and hands it to `callReflect` with its closure.
//!   There is one for each small size, and for the larger ones of the function types of the program.
//! - `keepMethods()` does nothing, but makes every exported method of every type that is put in an
//!   interface part of the program, as Go's linker does when a program reaches `Value.Method`.

use crate::emit::Emitter;
use crate::layout::MAX_FRAME_VALUE_SLOTS;
use crate::program::{Compiler, FuncKey};
use bytecode::{FRAME_HEADER_SLOTS, FuncIdx, Kind, Op, TypeIdx};
use source::{Pos, Symbol};
use std::collections::BTreeSet;
use types::types::{Type, TypeId};

/// Every window of at most this many slots has a stub.
const SMALL_WINDOW: u32 = 63;
/// Larger windows do not fit a frame.
const LARGEST_WINDOW: u32 = 50_000;

impl Compiler<'_, '_> {
    /// The function that the compiler makes for a declaration without a body, if it is one of those.
    pub fn made_function(&mut self, name: &str) -> Option<FuncIdx> {
        if !name.starts_with("reflect.") {
            return None;
        }
        let key = FuncKey::NativeStub(name.to_string());
        if let Some(&idx) = self.funcs.get(&key) {
            return Some(idx);
        }
        match name {
            "reflect.call" => Some(self.block_call(key)),
            "reflect.stub" => Some(self.stub_table(key)),
            "reflect.keepMethods" => {
                self.keep_methods();
                Some(self.made(key, "reflect.keepMethods", 0, 0, |_, e| {
                    e.op(Op::Ret, 0, 0, 0);
                }))
            }
            _ => None,
        }
    }

    fn made(
        &mut self,
        key: FuncKey,
        name: &str,
        results: u32,
        params: u32,
        emit: impl FnOnce(&mut Self, &mut Emitter),
    ) -> FuncIdx {
        let idx = self.new_func(name.to_string(), Pos::NONE);
        self.funcs.insert(key, idx);
        self.fill_made(idx, results, params, emit);
        idx
    }

    fn fill_made(
        &mut self,
        idx: FuncIdx,
        results: u32,
        params: u32,
        emit: impl FnOnce(&mut Self, &mut Emitter),
    ) {
        let mut e = Emitter::default();
        e.alloc(results + params);
        emit(self, &mut e);
        let f = &mut self.out.funcs[idx.0 as usize];
        f.result_slots = results as u16;
        f.param_slots = params as u16;
        f.is_wrapper = true;
        e.finish(f);
    }

    fn block_call(&mut self, key: FuncKey) -> FuncIdx {
        self.made(key, "reflect.call", 0, 4, |_, e| {
            let (closure, block, results, words) = (0, 1, 2, 3);
            e.alloc(u32::from(FRAME_HEADER_SLOTS));
            // The window lies above this frame.
            let base = e.mark() as u16;
            e.op4(Op::CallBlock, base, closure, block, words);
            e.op(Op::BlockEnd, base, block, results);
            e.op(Op::Ret, 0, 0, 0);
        })
    }

    /// Its code is written when all function types are known.
    fn stub_table(&mut self, key: FuncKey) -> FuncIdx {
        let idx = self.new_func("reflect.stub".to_string(), Pos::NONE);
        self.funcs.insert(key, idx);
        let reflect = self.package_named("reflect");
        let handler = reflect.and_then(|p| self.package_member(p, "callReflect"));
        if let Some(obj) = handler {
            let handler = self.declared_func(obj, Vec::new(), Vec::new());
            // `recover` in what it calls must find the deferred call of the made function.
            self.out.funcs[handler.0 as usize].is_wrapper = true;
            self.stubs = Some((idx, handler));
        }
        idx
    }

    /// Writes the stubs, if anything asked for them.
    pub fn finish_stubs(&mut self) {
        let Some((table, handler)) = self.stubs else {
            return;
        };
        let sizes = self.large_windows();
        let small: Vec<FuncIdx> = (0..=SMALL_WINDOW)
            .map(|w| self.window_stub(w, handler))
            .collect();
        let large: Vec<(u32, FuncIdx)> = sizes
            .into_iter()
            .map(|w| (w, self.window_stub(w, handler)))
            .collect();
        self.fill_made(table, 1, 1, |_, e| {
            let labels: Vec<_> = small.iter().map(|_| e.new_label()).collect();
            let from = e.here();
            e.op_imm(Op::JTable, 1, 0, small.len() as i32);
            for &label in &labels {
                e.jump_ext(from, label);
            }
            let give = |e: &mut Emitter, idx: FuncIdx| {
                e.op_imm(Op::LoadFn, 0, 0, idx.0 as i32);
                e.op(Op::Ret, 0, 0, 0);
            };
            let wanted = e.alloc(1);
            for &(words, idx) in &large {
                let other = e.new_label();
                e.op_imm(Op::LoadI, wanted, 0, words as i32);
                e.jump_op(Op::JNe, 1, wanted, other);
                give(e, idx);
                e.bind(other);
            }
            e.op_imm(Op::LoadI, 0, 0, 0);
            e.op(Op::Ret, 0, 0, 0);
            for (&label, &idx) in labels.iter().zip(&small) {
                e.bind(label);
                give(e, idx);
            }
        });
    }

    /// The window sizes beyond the small ones of the program's function types, as functions and as
    /// methods with their receiver.
    fn large_windows(&self) -> BTreeSet<u32> {
        let slots = |t: &TypeIdx| {
            let slots = self.out.types[t.0 as usize].size.div_ceil(8);
            if slots > MAX_FRAME_VALUE_SLOTS {
                1
            } else {
                slots
            }
        };
        let window = |t: &TypeIdx| {
            let desc = &self.out.types[t.0 as usize];
            desc.params
                .iter()
                .chain(&desc.results)
                .map(slots)
                .sum::<u64>()
        };
        let mut sizes = BTreeSet::new();
        for (i, desc) in self.out.types.iter().enumerate() {
            let idx = TypeIdx(i as u32);
            if desc.kind == Kind::Func {
                sizes.insert(window(&idx));
            }
            sizes.extend(desc.methods.iter().map(|m| slots(&idx) + window(&m.ty)));
        }
        sizes
            .into_iter()
            .filter_map(|w| u32::try_from(w).ok())
            .filter(|w| (SMALL_WINDOW + 1..=LARGEST_WINDOW).contains(w))
            .collect()
    }

    /// Code of a func value made at run time whose window has `words` slots.
    fn window_stub(&mut self, words: u32, handler: FuncIdx) -> FuncIdx {
        let idx = self.new_func("reflect.makeFuncStub".to_string(), Pos::NONE);
        self.fill_made(idx, 0, words, |_, e| {
            let closure = e.alloc(1);
            let block = e.alloc(1);
            e.alloc(u32::from(FRAME_HEADER_SLOTS));
            let base = e.alloc(2);
            // An object with the window's words behind its first word.
            e.op(Op::Closure, block, 0, words as u16);
            e.ext(u64::from(idx.0));
            e.op_imm(Op::AddI, block, block, 8);
            e.op(Op::Mov, base, closure, 0);
            e.op(Op::Mov, base + 1, block, 0);
            e.op_imm(Op::Call, base, 0, handler.0 as i32);
            match words {
                0 => {}
                1 => e.op_imm(Op::Ld64, 0, block, 0),
                n => {
                    e.op_imm(Op::LdN, 0, block, 0);
                    e.ext(u64::from(n) * 8);
                }
            }
            e.op(Op::Ret, 0, 0, 0);
        });
        self.out.funcs[idx.0 as usize].has_context = true;
        idx
    }

    // ---- methods

    fn keep_methods(&mut self) {
        self.keeps_exported = true;
        let mut names: Vec<Symbol> = self.pending.keys().copied().collect();
        names.retain(|n| n.is_exported());
        names.sort_by_key(|n| n.as_str());
        for name in names {
            self.make_name_live(name);
        }
    }

    /// Whether the program has package reflect, which reaches types that nothing in the program
    /// puts in an interface.
    pub fn reflects(&mut self) -> bool {
        if self.reflects.is_none() {
            self.reflects = Some(self.package_named("reflect").is_some());
        }
        self.reflects == Some(true)
    }

    /// The types that package reflect reaches from a value of type `idx`, besides its components:
    /// a pointer to it, if that has methods, and what its methods and functions take.
    pub fn reflected_types(&mut self, idx: TypeIdx) -> Vec<TypeIdx> {
        if !self.reflects() {
            return Vec::new();
        }
        let t = self.desc_types[idx.0 as usize];
        let mut found = self.out.types[idx.0 as usize].params.clone();
        found.extend(self.out.types[idx.0 as usize].methods.iter().map(|m| m.ty));
        if self.can_point_to(t) {
            let pointer = self.ck.types.pointer(t);
            if !self.ck.method_set(pointer).is_empty() {
                found.push(self.type_idx(pointer));
            }
        }
        found
    }

    fn can_point_to(&mut self, t: TypeId) -> bool {
        let named = matches!(self.ck.types.get(self.ck.unalias(t)), Type::Named(_));
        let shape = self.shape(t);
        match shape {
            Type::Interface(_) | Type::Pointer(_) => false,
            Type::Struct(_) => true,
            _ => named,
        }
    }
}
