//! Which slots of a frame hold values that will still be used.
//!
//! The collector looks at whole frames, dead slots included, which is fast and keeps a little garbage
//! alive. A collection that the program asks for (`runtime.GC`) is to find all of it, so that
//! finalizers run: for it, the slots that are live at a unit are computed from the bytecode, once for
//! each function that is on a stack then.
//!
//! The sets are safe over-approximations: where an operation's operands have a width that is not known
//! here, all slots from the first on count as used, and nothing as overwritten.

use bytecode::{Function, NONE, Op, OperandKind, Place, Program};

/// Functions whose sets would take more words than this are left alone.
const MAX_WORDS: usize = 1 << 21;

/// The live slots before each unit of a function.
#[derive(Debug)]
pub struct Liveness {
    /// Words of a set.
    words: usize,
    sets: Vec<u64>,
}

impl Liveness {
    /// `None` for functions that are too large.
    pub fn of(program: &Program, function: &Function) -> Option<Liveness> {
        let words = usize::from(function.frame_slots).div_ceil(64).max(1);
        if words * function.code.len() > MAX_WORDS {
            return None;
        }
        let mut live = Liveness {
            words,
            sets: vec![0; words * function.code.len()],
        };
        while live.pass(program, function) {}
        Some(live)
    }

    /// The set before `unit`: bit `i` for slot `i`.
    pub fn before(&self, unit: usize) -> &[u64] {
        &self.sets[unit * self.words..][..self.words]
    }

    /// Goes backwards through the code once; whether a set grew.
    fn pass(&mut self, program: &Program, function: &Function) -> bool {
        let mut grew = false;
        let mut set = vec![0; self.words];
        for unit in (0..function.code.len()).rev() {
            let instr = function.code[unit];
            if instr.op == Op::Ext {
                continue;
            }
            set.fill(0);
            let behind = unit + 1 + bytecode::disasm::extension_units(instr);
            if !instr.op.is_terminator() && behind < function.code.len() {
                union(&mut set, self.before(behind));
            }
            for target in targets(function, unit) {
                union(&mut set, self.before(target));
            }
            effects(program, function, unit, &mut set);
            let own = &mut self.sets[unit * self.words..][..self.words];
            for (old, new) in own.iter_mut().zip(&set) {
                grew |= *new & !*old != 0;
                *old |= *new;
            }
        }
        grew
    }
}

fn union(set: &mut [u64], other: &[u64]) {
    for (a, b) in set.iter_mut().zip(other) {
        *a |= b;
    }
}

/// Marks `n` slots from `first` on as used or as overwritten; slots beyond the set do not exist.
fn put(set: &mut [u64], first: usize, n: usize, live: bool) {
    let end = first.saturating_add(n).min(set.len() * 64);
    for slot in first..end {
        let bit = 1 << (slot % 64);
        if live {
            set[slot / 64] |= bit;
        } else {
            set[slot / 64] &= !bit;
        }
    }
}

/// Where the operation at `unit` may jump to.
fn targets(function: &Function, unit: usize) -> Vec<usize> {
    let instr = function.code[unit];
    let at = |distance: i64| usize::try_from(unit as i64 + distance).ok();
    let inside = |&t: &usize| t < function.code.len();
    if instr.op == Op::JTable {
        let n = bytecode::disasm::extension_units(instr);
        let table = &function.code[unit + 1..][..n];
        return table
            .iter()
            .filter_map(|e| at(e.word as i64))
            .filter(inside)
            .collect();
    }
    let extension = function.code.get(unit + 1).map_or(0, |e| e.word);
    instr
        .op
        .operands()
        .iter()
        .filter(|o| o.kind == OperandKind::Jump)
        .filter_map(|o| at(o.place.get(instr.word, extension)))
        .filter(inside)
        .collect()
}

/// Turns the set behind the operation into the one before it.
fn effects(program: &Program, function: &Function, unit: usize, set: &mut [u64]) {
    use OperandKind as K;
    let instr = function.code[unit];
    let extension = function.code.get(unit + 1).map_or(0, |e| e.word);
    let get = |place: Place| place.get(instr.word, extension) as usize;
    let operands = instr.op.operands();
    for o in operands {
        let slot = get(o.place);
        match o.kind {
            K::Dst => put(set, slot, 1, false),
            K::Dst2 => put(set, slot, 2, false),
            K::Dst3 => put(set, slot, 3, false),
            _ => {}
        }
    }
    match instr.op {
        Op::MovN | Op::ZeroN => put(set, get(Place::a), get(Place::cd), false),
        Op::LdN | Op::IxN => put(set, get(Place::a), get(Place::x) / 8, false),
        _ => {}
    }
    let rest = usize::from(function.frame_slots);
    let is_call = instr.op == Op::CallN || operands.iter().any(|o| o.kind == K::Base);
    if is_call {
        // A window lies above all that is in use; the call leaves nothing there but its results.
        put(set, get(Place::a), rest, false);
    }
    let type_slots = |index: usize| {
        program
            .types
            .get(index)
            .map_or(rest, |t| t.size.div_ceil(8) as usize)
    };
    for o in operands {
        let slot = get(o.place);
        let n = match o.kind {
            K::Src => 1,
            K::Src2 => 2,
            K::Src3 => 3,
            K::OptSrc if slot != usize::from(NONE) => 1,
            K::Base => window_slots(program, instr).unwrap_or(rest),
            K::SrcN => match instr.op {
                Op::MovN => get(Place::cd),
                Op::Closure => get(Place::c),
                Op::Concat => 2 * get(Place::c),
                Op::StN | Op::SxN => get(Place::x).div_ceil(8),
                Op::MkIface => type_slots(get(Place::xlo)),
                Op::AppendN | Op::EqT => type_slots(get(Place::x)),
                _ => rest,
            },
            _ => 0,
        };
        put(set, slot, n, true);
    }
    match instr.op {
        // These read what they write.
        Op::MulAdd | Op::FMulAdd | Op::IncLoopLt => put(set, get(Place::a), 1, true),
        Op::CallN => put(set, get(Place::a), get(Place::b), true),
        Op::Ret => put(set, 0, usize::from(function.result_slots), true),
        Op::LdFI8 | Op::LdFU8 | Op::LdFI16 | Op::LdFU16 | Op::LdFI32 | Op::LdFU32 => {
            put(set, get(Place::cd) / 8, 1, true);
        }
        Op::CopyF => put(
            set,
            get(Place::xlo) / 8,
            get(Place::xhi).div_ceil(8) + 1,
            true,
        ),
        Op::Select => {
            for case in program
                .selects
                .get(extension as usize)
                .iter()
                .flat_map(|s| &s.cases)
            {
                put(set, usize::from(case.chan), 1, true);
                if case.is_send && case.value != NONE {
                    put(set, usize::from(case.value), rest, true);
                }
            }
        }
        _ => {}
    }
}

/// Slots of a call's window, closure included, if they are known here.
fn window_slots(program: &Program, instr: bytecode::Instr) -> Option<usize> {
    match instr.op {
        Op::Call => {
            let callee = program.funcs.get(instr.cd() as usize)?;
            Some(usize::from(callee.result_slots) + usize::from(callee.param_slots))
        }
        Op::CallC | Op::GoC | Op::DeferC | Op::DeferAt => Some(usize::from(instr.c()) + 1),
        Op::GoF | Op::DeferF => Some(usize::from(instr.b())),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use bytecode::Instr;

    #[test]
    fn a_slot_is_dead_behind_its_last_use() {
        let code = vec![
            Instr::abi(Op::LoadI, 1, 0, 7),
            Instr::abcd(Op::Mov, 0, 1, 0, 0),
            Instr::abi(Op::LoadI, 2, 0, 1),
            Instr::abcd(Op::Ret, 0, 0, 0, 0),
        ];
        let function = Function {
            frame_slots: 3,
            result_slots: 1,
            code,
            ..Function::default()
        };
        let program = empty();
        let live = Liveness::of(&program, &function).unwrap();
        let sets: Vec<u64> = (0..4).map(|u| live.before(u)[0]).collect();
        assert_eq!(sets, [0, 0b10, 0b1, 0b1]);
    }

    #[test]
    fn loops_keep_what_the_next_round_uses() {
        let code = vec![
            Instr::abcd(Op::Add, 0, 0, 1, 0),
            Instr::abi(Op::LoadI, 2, 0, 0),
            Instr::abi(Op::LoopT, 2, 0, -2),
            Instr::abcd(Op::Ret, 0, 0, 0, 0),
        ];
        let function = Function {
            frame_slots: 3,
            result_slots: 1,
            code,
            ..Function::default()
        };
        let live = Liveness::of(&empty(), &function).unwrap();
        assert_eq!(live.before(1)[0], 0b11);
        assert_eq!(live.before(3)[0], 0b1);
    }

    fn empty() -> Program {
        let t = bytecode::TypeIdx(0);
        Program {
            funcs: Vec::new(),
            types: Vec::new(),
            itabs: Vec::new(),
            strings: Vec::new(),
            selects: Vec::new(),
            natives: Vec::new(),
            native_places: Vec::new(),
            files: Vec::new(),
            named_files: Vec::new(),
            globals_size: 0,
            plain_globals_size: 0,
            entry: bytecode::FuncIdx(0),
            well_known: bytecode::WellKnown {
                string: t,
                int: t,
                runtime_error: t,
                bounds_error: t,
                plain_error: t,
                assertion_error: t,
                nil_panic_error: t,
                error: t,
                stringer: t,
            },
        }
    }
}
