//! Operations become units: handlers' addresses, and operands that are addresses.

use std::collections::HashMap;

use bytecode::{Instr, Op, OperandKind, Place};
use runtime::globals::Globals;

use super::{AssertDesc, BoxDesc, FuncEntry, Tables};
use crate::call;
use crate::handler::{Handler, Unit};
use crate::ops::{self, iface};

/// Turns operations into units.
pub(super) struct Linker<'a> {
    pub(super) tables: &'a Tables,
    pub(super) globals: &'a Globals,
    pub(super) boxes: HashMap<u64, &'static BoxDesc>,
    pub(super) asserts: HashMap<u64, &'static AssertDesc>,
}

/// Puts an address above operand `a`.
fn above_a(word: u64, address: u64) -> u64 {
    debug_assert!(address < 1 << 48);
    word & 0xFFFF | address << 16
}

impl Linker<'_> {
    pub(super) fn link_function(&mut self, code: &[Instr], entry: &FuncEntry, out: &mut Vec<Unit>) {
        let mut unit = 0;
        let mut before = Op::Nop;
        while unit < code.len() {
            let instr = code[unit];
            let extensions = bytecode::disasm::extension_units(instr);
            let extension = code.get(unit + 1).map_or(0, |e| e.word);
            let (handler, word, extension) = self.link(instr, extension, entry);
            if let (Some(both), Some(last)) = (ops::fused::fused(before, instr.op), out.last_mut())
            {
                last.handler = both;
            }
            before = instr.op;
            out.push(Unit { handler, word });
            let ext = |word| Unit {
                handler: ops::arith::Ext,
                word,
            };
            if instr.op == Op::JTable {
                out.extend(
                    code[unit + 1..][..extensions]
                        .iter()
                        .map(|e| ext(e.word.wrapping_mul(16))),
                );
            } else if extensions == 1 {
                out.push(ext(extension));
            }
            unit += 1 + extensions;
        }
    }

    fn address_of_global(&self, offset: u64) -> u64 {
        match offset.checked_sub(u64::from(bytecode::PLAIN_GLOBALS)) {
            Some(offset) => self.globals.plain() as u64 + offset,
            None => self.globals.scanned() as u64 + offset,
        }
    }

    /// The func value of a function.
    fn self_ref(&self, index: usize) -> u64 {
        // SAFETY: no code that names a function outlives its entry.
        unsafe { &raw const (*self.tables.entries[index]).self_ref as u64 }
    }

    fn address_of_type(&self, index: u64) -> u64 {
        std::ptr::from_ref(self.tables.types[index as usize]) as u64
    }

    /// Handler, word and extension word of one operation.
    fn link(&mut self, instr: Instr, ext: u64, entry: &FuncEntry) -> (Handler, u64, u64) {
        let op = instr.op;
        let (mut word, mut extension) = (instr.word, ext);
        for o in op.operands() {
            if o.kind == OperandKind::Jump {
                let distance = o.place.get(word, extension);
                o.place
                    .set(&mut word, &mut extension, distance.wrapping_mul(16));
            } else if o.kind == OperandKind::Type && o.place == Place::x {
                extension = self.address_of_type(ext);
            }
        }
        let mut handler = handler_of(op);
        let cd = instr.word >> 32;
        let index = cd as usize;
        match op {
            Op::LoadStr => {
                let text = self.tables.strings[index];
                word = above_a(word, text.len() as u64);
                extension = if text.is_empty() {
                    0
                } else {
                    text.as_ptr() as u64
                };
            }
            Op::LoadFn => word = above_a(word, self.self_ref(index)),
            Op::LoadType => word = above_a(word, self.address_of_type(cd)),
            Op::LoadItab => {
                word = above_a(word, std::ptr::from_ref(self.tables.itabs[index]) as u64)
            }
            Op::GAddr | Op::GLd | Op::GSt => word = above_a(word, self.address_of_global(cd)),
            Op::Call => word = above_a(word, self.tables.entries[index] as u64),
            Op::CallN => match self.tables.natives[index] {
                Some(f) => word = above_a(word, f as usize as u64),
                None => handler = call::missing_native,
            },
            Op::RunDefers => word = &raw const *entry as u64,
            Op::Closure => extension = self.tables.entries[ext as usize] as u64,
            Op::Select => extension = std::ptr::from_ref(self.tables.selects[ext as usize]) as u64,
            Op::MkIface => {
                let desc = self.box_desc(ext);
                extension = std::ptr::from_ref(desc) as u64;
                handler = iface::boxing_handler(desc.typ);
                if desc.typ.is_direct() {
                    extension = desc.word;
                }
            }
            Op::AssertT | Op::AssertI => {
                extension = std::ptr::from_ref(self.assert_desc(ext)) as u64
            }
            _ => {}
        }
        (handler, word, extension)
    }

    fn box_desc(&mut self, ext: u64) -> &'static BoxDesc {
        let typ = self.tables.types[ext as u32 as usize];
        let word = match (ext >> 32) as usize {
            0 => std::ptr::from_ref(typ) as u64,
            n => std::ptr::from_ref(self.tables.itabs[n - 1]) as u64,
        };
        self.boxes
            .entry(ext)
            .or_insert_with(|| Box::leak(Box::new(BoxDesc { word, typ })))
    }

    fn assert_desc(&mut self, ext: u64) -> &'static AssertDesc {
        let desc = AssertDesc {
            typ: self.tables.types[ext as u32 as usize],
            iface: self.tables.types[(ext >> 32) as usize],
        };
        self.asserts
            .entry(ext)
            .or_insert_with(|| Box::leak(Box::new(desc)))
    }
}

macro_rules! handler_table {
    ($($(#[doc = $doc:literal])* $name:ident { $($place:ident : $kind:ident),* })*) => {
        /// The handler of each operation.
        fn handler_of(op: Op) -> Handler {
            match op { $(Op::$name => ops::table::$name,)* }
        }
    };
}

bytecode::for_each_op!(handler_table);
