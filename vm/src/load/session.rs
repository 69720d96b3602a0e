//! What a session does to a program that runs: it adds functions, types and methods, and frees what
//! nothing can run any more.

use std::collections::HashSet;
use std::sync::atomic::Ordering;

use bytecode::{FuncIdx, Instr, Op, Program, Trap, TypeIdx};
use runtime::rtype::{RMethod, RType};
use runtime::sched::Sched;
use runtime::session::Ended;

use super::{LoadError, Loaded};
use crate::handler::Next;
use crate::traceback;

/// Retired images are looked through when there are so many more.
const RETIRED: usize = 64;

impl Loaded {
    /// Loads what lies behind the part of `program` that is loaded already. The caller will give the
    /// `retyped` types their methods.
    ///
    /// # Errors
    /// Mistakes of our compiler.
    pub fn extend(&self, program: &Program, retyped: &[TypeIdx]) -> Result<(), LoadError> {
        let from = &self.extent();
        let mut funcs = program.funcs[from.funcs..].to_vec();
        for (i, f) in funcs.iter_mut().enumerate() {
            if f.code.is_empty() {
                f.code
                    .push(Instr::abi(Op::Trap, 0, 0, Trap::Unreachable as i32));
            } else {
                let index = FuncIdx((from.funcs + i) as u32);
                bytecode::verify::verify_function(program, index).map_err(LoadError::Invalid)?;
            }
        }
        let used = self.globals.scanned_bytes();
        used.store(program.globals_size as usize, Ordering::SeqCst);
        let mut tables = self.tables.write();
        let image = tables.image(funcs, program, from, retyped, &self.globals, self.runtime)?;
        if !image.funcs.is_empty() {
            self.more.write().add(image);
        }
        Ok(())
    }

    /// Types that were loaded earlier have the methods now that `program` lists.
    pub fn set_methods(&'static self, program: &Program, types: &[TypeIdx]) {
        let mut tables = self.tables.write();
        let early = std::mem::take(&mut tables.early);
        let of = |t: &TypeIdx| tables.types[t.0 as usize];
        let methods = |t: &TypeIdx| {
            tables
                .methods(&program.types[t.0 as usize])
                .collect::<Vec<_>>()
        };
        let renewed: Vec<_> = types.iter().map(|t| (of(t), methods(t))).collect();
        drop(tables);
        let (done, is_done) = std::sync::mpsc::channel();
        self.runtime.sched.call_stopped(Box::new(move |_| {
            let types: Vec<&'static RType> = renewed.iter().map(|r| r.0).collect();
            for (typ, specs) in renewed {
                let methods = specs.iter().map(|(t, spec)| RMethod::new(spec, t));
                // SAFETY: the world is stopped.
                unsafe { typ.set_methods(methods.collect()) };
            }
            // SAFETY: as above.
            unsafe { self.runtime.itabs.reconsider(&types, &early) };
            // The receiver waits.
            let _ = done.send(());
        }));
        // It can only fail if the program ends.
        let _ = is_done.recv();
    }

    /// Frees the function of an entry that has ended, which was loaded last, with number `func`, and the
    /// names of the files from number `files` on. False if other functions were loaded with it, or if
    /// it starts goroutines, which remember where they come from.
    pub fn release(&self, func: FuncIdx, files: usize, _: Ended) -> bool {
        let index = func.0 as usize;
        let mut tables = self.tables.write();
        let mut images = self.more.write();
        let is_alone = images.of_func(index).is_some_and(|image| {
            let starts_goroutines = image.ops.iter().any(|&op| is_go(op));
            image.first_func == index && image.funcs.len() == 1 && !starts_goroutines
        });
        if !is_alone || tables.entries.len() != index + 1 {
            return false;
        }
        tables.entries.truncate(index);
        tables.files.truncate(files);
        images.remove(index);
        true
    }

    /// As [`Loaded::retire`], for a function whose calls all go to a later one now; nothing happens if
    /// it was loaded with others or mentions functions as values.
    pub fn retire_version(&'static self, func: FuncIdx) {
        let index = func.0 as usize;
        let is_alone = self
            .later(|images| images.of_func(index))
            .is_some_and(|image| {
                let names_functions = image.ops.iter().any(|&op| is_func_value(op));
                image.first_func == index && image.funcs.len() == 1 && !names_functions
            });
        if is_alone {
            self.retire(func);
        }
    }

    /// Frees the functions that were loaded together with `func` as soon as no goroutine is in them or
    /// was created by them. Nothing but their own calls, go and defer statements names them.
    pub fn retire(&'static self, func: FuncIdx) {
        let mut retired = self.retired.lock();
        retired.push(func.0 as usize);
        let is_due = retired.len().is_multiple_of(RETIRED);
        drop(retired);
        if !is_due {
            return;
        }
        let (done, is_done) = std::sync::mpsc::channel();
        self.runtime.sched.call_stopped(Box::new(move |sched| {
            // SAFETY: the world is stopped.
            unsafe { self.free_retired(sched) };
            // The receiver waits.
            let _ = done.send(());
        }));
        // It can only fail if the program ends.
        let _ = is_done.recv();
    }

    /// # Safety
    /// The world is stopped.
    unsafe fn free_retired(&self, sched: &Sched) {
        let mut in_use = HashSet::new();
        let visit = |ip: Next| {
            // A return address may lie behind the last unit.
            for ip in [ip, ip.wrapping_sub(1)] {
                if let Some((image, _)) = self.image_of_unit(ip) {
                    in_use.insert(image.first_func);
                }
            }
        };
        let mut visit = visit;
        // SAFETY: the world is stopped, so the tasks' saved states are complete.
        unsafe {
            sched.each_task(|task| traceback::units_in_use(self, task, &mut visit));
        }
        let mut retired = self.retired.lock();
        let mut images = self.more.write();
        retired.retain(|first| {
            let stays = in_use.contains(first);
            if !stays {
                images.remove(*first);
            }
            stays
        });
    }

    /// Calls of `old` from now on run the code of `new`, which has the same signature.
    pub fn redirect(&self, old: FuncIdx, new: FuncIdx) {
        let (old, new) = (self.entry(old.0 as usize), self.entry(new.0 as usize));
        // SAFETY: entries are never freed; a call reads the frame's size first, which only grows
        // here, then the address.
        unsafe {
            let old = old.cast_mut();
            (*old).frame_bytes = (*new).frame_bytes.max((*old).frame_bytes);
            (*old).ip = (*new).ip;
        }
    }
}

/// Whether the operation makes a func value of a function that the program names.
fn is_func_value(op: Op) -> bool {
    matches!(op, Op::LoadFn | Op::Closure)
}

fn is_go(op: Op) -> bool {
    matches!(op, Op::GoF | Op::GoC)
}
