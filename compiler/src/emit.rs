//! The state of one function under construction: units, labels, line table and frame slots.

use bytecode::{Function, Instr, Op};

/// A place in the code that jumps can name before it is known.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Label(u32);

/// Where the distance of a jump is written.
#[derive(Clone, Copy, Debug)]
enum Patch {
    /// In `cd` of the unit itself.
    Cd { at: u32 },
    /// In the word of unit `at`, counted from unit `from`.
    Word { at: u32, from: u32 },
}

/// Frames must leave room for the window of a call in the 16 bits of an operand.
pub const MAX_FRAME_SLOTS: u32 = 60_000;

#[derive(Debug, Default)]
pub struct Emitter {
    pub code: Vec<Instr>,
    lines: Vec<(u32, u32)>,
    line: u32,
    files: Vec<(u32, u32)>,
    file: u32,
    unsigned: Vec<u32>,
    /// Slots of the statement's indices that are of an unsigned 64-bit type.
    unsigned_slots: Vec<u16>,
    labels: Vec<Option<u32>>,
    patches: Vec<(Patch, Label)>,
    /// The next free slot.
    top: u32,
    max: u32,
    /// The frame outgrew the operands' reach.
    pub too_large: bool,
}

impl Emitter {
    /// The function's own file and line.
    pub fn start_at(&mut self, file: u32, line: u32) {
        (self.file, self.line) = (file, line);
    }
    pub fn set_place(&mut self, file: u32, line: u32) {
        if file != self.file {
            self.file = file;
            self.files.push((self.here(), file));
        }
        self.line = line;
    }
    /// What [`Emitter::set_place`] takes.
    pub fn place(&self) -> (u32, u32) {
        (self.file, self.line)
    }

    pub fn here(&self) -> u32 {
        self.code.len() as u32
    }

    /// Whether a call is the last operation so far.
    pub fn follows_call(&self) -> bool {
        let last = self.code.last().map(|i| i.op);
        matches!(last, Some(Op::Call | Op::CallC | Op::CallI))
    }

    /// `slot` holds an index of an unsigned 64-bit type, up to the end of the statement.
    pub fn note_unsigned(&mut self, slot: u16) {
        self.unsigned_slots.push(slot);
    }
    pub fn start_statement(&mut self) {
        self.unsigned_slots.clear();
    }

    fn push(&mut self, instr: Instr) {
        if !self.unsigned_slots.is_empty()
            && let Some(place) = instr.op.index_operand()
            && self
                .unsigned_slots
                .contains(&(place.get(instr.word, 0) as u16))
        {
            self.unsigned.push(self.here());
        }
        if self.lines.last().is_none_or(|&(_, line)| line != self.line) {
            self.lines.push((self.here(), self.line));
        }
        self.code.push(instr);
    }

    pub fn op(&mut self, op: Op, a: u16, b: u16, c: u16) {
        self.push(Instr::abcd(op, a, b, c, 0));
    }
    pub fn op4(&mut self, op: Op, a: u16, b: u16, c: u16, d: u16) {
        self.push(Instr::abcd(op, a, b, c, d));
    }
    pub fn op_imm(&mut self, op: Op, a: u16, b: u16, cd: i32) {
        self.push(Instr::abi(op, a, b, cd));
    }
    /// The extension unit of the operation just emitted.
    pub fn ext(&mut self, word: u64) {
        self.code.push(Instr::ext(word));
    }
    pub fn ext_halves(&mut self, lo: u32, hi: u32) {
        self.ext(u64::from(lo) | u64::from(hi) << 32);
    }

    // ---- labels

    pub fn new_label(&mut self) -> Label {
        self.labels.push(None);
        Label(self.labels.len() as u32 - 1)
    }
    pub fn bind(&mut self, label: Label) {
        self.labels[label.0 as usize] = Some(self.here());
    }
    pub fn bound_label(&mut self) -> Label {
        let label = self.new_label();
        self.bind(label);
        label
    }
    pub fn is_bound(&self, label: Label) -> bool {
        self.labels[label.0 as usize].is_some()
    }

    /// Emits a branch operation whose distance is in `cd`.
    pub fn jump_op(&mut self, op: Op, a: u16, b: u16, to: Label) {
        let at = self.here();
        self.patches.push((Patch::Cd { at }, to));
        self.op_imm(op, a, b, 0);
    }
    /// An unconditional jump; backwards it is a safepoint.
    pub fn jump(&mut self, to: Label) {
        let op = if self.is_bound(to) { Op::Loop } else { Op::Jmp };
        self.jump_op(op, 0, 0, to);
    }
    /// An extension unit holding the distance from unit `from` to `to`.
    pub fn jump_ext(&mut self, from: u32, to: Label) {
        let at = self.here();
        self.patches.push((Patch::Word { at, from }, to));
        self.ext(0);
    }

    // ---- slots

    pub fn mark(&self) -> u32 {
        self.top
    }
    pub fn release(&mut self, mark: u32) {
        self.top = mark;
    }
    /// Reserves consecutive slots.
    pub fn alloc(&mut self, slots: u32) -> u16 {
        let at = self.top;
        self.raise(at + slots);
        at.min(MAX_FRAME_SLOTS) as u16
    }
    /// Makes `to` the next free slot.
    pub fn raise(&mut self, to: u32) {
        if to > MAX_FRAME_SLOTS {
            self.too_large = true;
            self.top = MAX_FRAME_SLOTS / 2;
            return;
        }
        self.top = to;
        self.max = self.max.max(to);
    }

    /// Resolves the jumps and hands over the code.
    pub fn finish(mut self, function: &mut Function) {
        for &(patch, label) in &self.patches {
            let target = self.labels[label.0 as usize].unwrap_or(0) as i64;
            match patch {
                Patch::Cd { at } => {
                    let instr = self.code[at as usize];
                    let distance = (target - i64::from(at)) as i32;
                    self.code[at as usize] = Instr::abi(instr.op, instr.a(), instr.b(), distance);
                }
                Patch::Word { at, from } => {
                    self.code[at as usize].word = (target - i64::from(from)) as u64;
                }
            }
        }
        function.code = self.code;
        function.lines = self.lines;
        function.files = self.files;
        function.unsigned = self.unsigned;
        function.frame_slots = self.max as u16;
    }
}
