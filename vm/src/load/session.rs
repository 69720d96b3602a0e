//! What a session does to a program that runs: it adds functions, types and methods, and frees what
//! nothing can run any more.

use std::collections::HashSet;
use std::sync::atomic::Ordering;

use bytecode::{FuncIdx, Instr, Op, Program, Trap, TypeIdx};
use runtime::rtype::{RMethod, RType};
use runtime::sched::Sched;
use runtime::session::Ended;

use super::image::{Image, ImageId};
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

    /// The image of a function that was loaded later.
    pub fn image_of(&self, func: FuncIdx) -> Option<ImageId> {
        let entry = *self.tables.read().entries.get(func.0 as usize)?;
        self.later(|images| images.of_entry(entry as usize))
            .map(Image::id)
    }

    /// Frees an image that is the function of an entry that has ended. False if there are other
    /// functions in it, or if it starts goroutines, which remember where they come from.
    pub fn free(&self, image: ImageId, _: Ended) -> bool {
        let mut images = self.more.write();
        let is_alone = images.get(image).is_some_and(|image| {
            let starts_goroutines = image.ops.iter().any(|&op| is_go(op));
            image.funcs.len() == 1 && !starts_goroutines
        });
        if is_alone {
            images.remove(image);
        }
        is_alone
    }

    /// The numbers of functions and files that lie behind those of `program` will be used again; nothing
    /// names them any more.
    pub fn forget_numbers(&self, program: &Program) {
        let mut tables = self.tables.write();
        tables.entries.truncate(program.funcs.len());
        tables.files.truncate(program.files.len());
    }

    /// As [`Loaded::retire`], for a function whose calls all go to a later one now; nothing happens if
    /// it was loaded with others or mentions functions as values.
    pub fn retire_version(&'static self, image: ImageId) {
        let is_alone = self.later(|images| images.get(image)).is_some_and(|image| {
            let names_functions = image.ops.iter().any(|&op| is_func_value(op));
            image.funcs.len() == 1 && !names_functions
        });
        if is_alone {
            self.retire(image);
        }
    }

    /// Frees an image as soon as no goroutine is in its functions or was created by them. Nothing but
    /// their own calls, go and defer statements names them.
    pub fn retire(&'static self, image: ImageId) {
        let mut retired = self.retired.lock();
        retired.push(image);
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
                    in_use.insert(image.id());
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
        retired.retain(|&image| {
            let stays = in_use.contains(&image);
            if !stays {
                images.remove(image);
            }
            stays
        });
    }

    /// Calls of the earlier functions from now on run the code of `new`, which has the same signature.
    pub fn redirect(&'static self, earlier: &[FuncIdx], new: FuncIdx) {
        // SAFETY: images whose functions have numbers are not freed.
        let grows = |old: &FuncIdx| unsafe {
            (*self.entry(old.0 as usize)).frame_bytes < (*self.entry(new.0 as usize)).frame_bytes
        };
        if !earlier.iter().any(grows) {
            // SAFETY: frames are large enough already; a call reads the address once.
            return unsafe { self.redirect_entries(earlier, new) };
        }
        // A call that has made room for the smaller frame must not find the new address.
        let earlier = earlier.to_vec();
        let (done, is_done) = std::sync::mpsc::channel();
        self.runtime.sched.call_stopped(Box::new(move |_| {
            // SAFETY: the world is stopped, and calls are no safepoints once they have made room.
            unsafe { self.redirect_entries(&earlier, new) };
            // The receiver waits.
            let _ = done.send(());
        }));
        // It can only fail if the program ends.
        let _ = is_done.recv();
    }

    /// # Safety
    /// No call of the earlier functions has made room for a frame that is too small for `new`.
    unsafe fn redirect_entries(&self, earlier: &[FuncIdx], new: FuncIdx) {
        let new = self.entry(new.0 as usize);
        for old in earlier {
            // SAFETY: as in `redirect`.
            unsafe {
                let old = self.entry(old.0 as usize).cast_mut();
                (*old).frame_bytes = (*new).frame_bytes.max((*old).frame_bytes);
                (*old).ip = (*new).ip;
            }
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
