//! Checks a program before it runs: whatever the compiler emitted, the VM's handlers may rely on
//! what is promised here and check none of it again.
//!
//! Promises for every function: operations that need an extension unit have one; every slot operand
//! lies in the frame with its whole width; every jump leads to the start of an operation of the same
//! function; indices lie inside their tables; call windows with their headers lie in the frame;
//! immediate divisors are not 0; control does not run off the end.
//!
//! Widths that only the running program knows (elements of channels and of map iterators) are not
//! checked beyond their first slot.

use crate::isa::{Instr, Op, OperandKind, Place};
use crate::ops::NONE;
use crate::program::{FRAME_HEADER_SLOTS, FuncIdx, Function, PLAIN_GLOBALS, PrintKind, Program};

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct VerifyError {
    pub function: String,
    pub unit: usize,
    pub message: String,
}

impl std::fmt::Display for VerifyError {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        write!(f, "{}: unit {}: {}", self.function, self.unit, self.message)
    }
}

impl std::error::Error for VerifyError {}

/// Checks the tables, then every function.
pub fn verify(program: &Program) -> Result<(), VerifyError> {
    verify_tables(program)?;
    (0..program.funcs.len()).try_for_each(|i| verify_function(program, FuncIdx(i as u32)))
}

/// Checks what the tables of a program refer to.
pub fn verify_tables(program: &Program) -> Result<(), VerifyError> {
    let fail = |message: String| {
        Err(VerifyError {
            function: "program tables".into(),
            unit: 0,
            message,
        })
    };
    let (types, funcs) = (program.types.len(), program.funcs.len());
    for (i, t) in program.types.iter().enumerate() {
        let refs = t
            .elem
            .iter()
            .chain(&t.key)
            .chain(&t.params)
            .chain(&t.results);
        let refs = refs
            .chain(t.fields.iter().map(|f| &f.ty))
            .chain(t.methods.iter().map(|m| &m.ty));
        if refs.into_iter().any(|r| r.0 as usize >= types) {
            return fail(format!(
                "type {i} ({}) refers outside of the type table",
                t.string
            ));
        }
        if t.methods
            .iter()
            .filter_map(|m| m.func)
            .any(|f| f.0 as usize >= funcs)
        {
            return fail(format!(
                "type {i} ({}) has a method outside of the function table",
                t.string
            ));
        }
    }
    if program
        .itabs
        .iter()
        .any(|t| t.iface.0 as usize >= types || t.concrete.0 as usize >= types)
    {
        return fail("itab outside of the type table".into());
    }
    if program.entry.0 as usize >= funcs {
        return fail("entry outside of the function table".into());
    }
    let w = &program.well_known;
    let known = [
        w.string,
        w.int,
        w.runtime_error,
        w.bounds_error,
        w.plain_error,
        w.assertion_error,
        w.nil_panic_error,
        w.error,
        w.stringer,
    ];
    if known.iter().any(|t| t.0 as usize >= types) {
        return fail("well-known type outside of the type table".into());
    }
    if program
        .funcs
        .iter()
        .any(|f| f.file as usize >= program.files.len())
    {
        return fail("function in a file outside of the file table".into());
    }
    Ok(())
}

/// Checks one function of a program whose tables hold.
pub fn verify_function(program: &Program, index: FuncIdx) -> Result<(), VerifyError> {
    let function = &program.funcs[index.0 as usize];
    let mut checker = Checker {
        program,
        function,
        unit: 0,
        starts: Vec::new(),
    };
    checker.check().map_err(|message| VerifyError {
        function: function.name.clone(),
        unit: checker.unit,
        message,
    })
}

struct Checker<'a> {
    program: &'a Program,
    function: &'a Function,
    /// The operation being checked.
    unit: usize,
    /// Units where an operation starts.
    starts: Vec<bool>,
}

type Checked<T = ()> = Result<T, String>;

/// Operands of one operation, by place.
#[derive(Clone, Copy)]
struct Operands {
    word: u64,
    extension: u64,
}

impl Operands {
    fn get(self, place: Place) -> i64 {
        place.get(self.word, self.extension)
    }
}

impl Checker<'_> {
    fn check(&mut self) -> Checked {
        self.find_starts()?;
        let f = self.function;
        let fixed = u32::from(f.result_slots) + u32::from(f.param_slots) + u32::from(f.has_context);
        if fixed > u32::from(f.frame_slots) {
            return Err(format!(
                "frame of {} slots, but {fixed} results and parameters",
                f.frame_slots
            ));
        }
        if let Some(unit) = f.recover_unit
            && !self.starts.get(unit as usize).copied().unwrap_or(false)
        {
            return Err(format!(
                "recover unit {unit} is not the start of an operation"
            ));
        }
        if !f.lines.is_sorted_by_key(|l| l.0) {
            return Err("line table is not ascending".into());
        }
        for unit in 0..f.code.len() {
            if self.starts[unit] {
                self.unit = unit;
                self.check_operation(f.code[unit])?;
            }
        }
        Ok(())
    }

    /// Marks where operations start, checks that extension units are there and that the last
    /// operation does not fall off the end.
    fn find_starts(&mut self) -> Checked {
        let code = &self.function.code;
        self.starts = vec![false; code.len()];
        let mut falls = true;
        while self.unit < code.len() {
            let instr = code[self.unit];
            if instr.op == Op::Ext {
                return Err("extension unit where an operation should start".into());
            }
            self.starts[self.unit] = true;
            falls = !instr.op.is_terminator();
            let extensions = match instr.op {
                Op::JTable => usize::try_from(instr.cd()).map_err(|_| "negative table size")?,
                op => usize::from(op.has_extension()),
            };
            let end = self.unit + 1 + extensions;
            if end > code.len() || code[self.unit + 1..end].iter().any(|e| e.op != Op::Ext) {
                return Err(format!("{:?} lacks its extension unit", instr.op));
            }
            self.unit = end;
        }
        self.unit = code.len().saturating_sub(1);
        if falls {
            Err("control runs off the end".into())
        } else {
            Ok(())
        }
    }

    fn check_operation(&self, instr: Instr) -> Checked {
        let extension = self.function.code.get(self.unit + 1).map_or(0, |e| e.word);
        let operands = Operands {
            word: instr.word,
            extension,
        };
        for o in instr.op.operands() {
            self.check_operand(o.kind, operands.get(o.place))
                .map_err(|m| format!("{:?} operand {:?}: {m}", instr.op, o.place))?;
        }
        // Handlers without a `d` operand take all above `c` for part of it.
        let has = |place| instr.op.operands().iter().any(|o| o.place == place);
        if has(Place::c) && !has(Place::d) && instr.d() != 0 {
            return Err(format!(
                "{:?}: unused operand bits {:#x}",
                instr.op,
                instr.d()
            ));
        }
        self.check_widths(instr.op, operands)
            .and_then(|()| self.check_meaning(instr, operands))
            .map_err(|m| format!("{:?}: {m}", instr.op))
    }

    fn check_operand(&self, kind: OperandKind, value: i64) -> Checked {
        use OperandKind as K;
        let program = self.program;
        match kind {
            K::Dst | K::Src => self.slots(value, 1),
            K::Dst2 | K::Src2 => self.slots(value, 2),
            K::Dst3 | K::Src3 => self.slots(value, 3),
            K::DstN | K::SrcN => self.slots(value, 0),
            K::OptDst | K::OptSrc if value == i64::from(NONE) => Ok(()),
            K::OptDst | K::OptSrc => self.slots(value, 0),
            K::Jump => self.jump(value),
            K::Func => in_table(value, program.funcs.len()),
            K::Type => in_table(value, program.types.len()),
            K::Str => in_table(value, program.strings.len()),
            // `MkIface` says 0 for none and counts from 1; `check_meaning` looks at `LoadItab`.
            K::Itab => in_table(value, program.itabs.len() + 1),
            K::Native => in_table(value, program.natives.len()),
            K::Sel => in_table(value, program.selects.len()),
            K::Base => self.slots(value, 0),
            K::Count if value < 0 => Err(format!("negative count {value}")),
            K::Count | K::Off | K::Imm16 | K::Imm32 | K::K64 | K::Flags => Ok(()),
        }
    }

    /// Operands whose width another operand tells.
    fn check_widths(&self, op: Op, o: Operands) -> Checked {
        let at = |place, slots| self.slots(o.get(place), slots);
        let bytes = |place| slots_of_bytes(o.get(place));
        match op {
            Op::MovN => at(Place::a, o.get(Place::cd)).and(at(Place::b, o.get(Place::cd))),
            Op::ZeroN => at(Place::a, o.get(Place::cd)),
            Op::LdN | Op::IxN => at(Place::a, bytes(Place::x)),
            Op::StN => at(Place::b, bytes(Place::x)),
            Op::SxN => at(Place::c, bytes(Place::x)),
            Op::LdFI8 | Op::LdFU8 | Op::StF8 => self.frame_bytes(o.get(Place::cd), 1),
            Op::LdFI16 | Op::LdFU16 | Op::StF16 => self.frame_bytes(o.get(Place::cd), 2),
            Op::LdFI32 | Op::LdFU32 | Op::StF32 => self.frame_bytes(o.get(Place::cd), 4),
            Op::CopyF => {
                let n = o.get(Place::xhi);
                self.frame_bytes(o.get(Place::cd), n)
                    .and(self.frame_bytes(o.get(Place::xlo), n))
            }
            Op::FIxI8 | Op::FIxU8 => self.frame_array(o, Place::b, 1),
            Op::FIxI16 | Op::FIxU16 => self.frame_array(o, Place::b, 2),
            Op::FIxI32 | Op::FIxU32 => self.frame_array(o, Place::b, 4),
            Op::FIx64 => self.frame_array(o, Place::b, 8),
            Op::FIxN => self
                .frame_array(o, Place::b, o.get(Place::d))
                .and(at(Place::a, bytes(Place::d))),
            Op::FSx8 => self.frame_array(o, Place::a, 1),
            Op::FSx16 => self.frame_array(o, Place::a, 2),
            Op::FSx32 => self.frame_array(o, Place::a, 4),
            Op::FSx64 => self.frame_array(o, Place::a, 8),
            Op::FSxN => self
                .frame_array(o, Place::a, o.get(Place::d))
                .and(at(Place::c, bytes(Place::d))),
            Op::Concat => at(Place::b, 2 * o.get(Place::c)),
            Op::AppendN => at(Place::c, self.type_slots(o.get(Place::x))),
            Op::MkIface => at(Place::b, self.type_slots(o.get(Place::xlo))),
            Op::AssertT if o.get(Place::c) & 4 != 0 => at(Place::a, 1),
            Op::AssertT => at(Place::a, self.type_slots(o.get(Place::xlo))),
            Op::EqT => {
                let n = self.type_slots(o.get(Place::x));
                at(Place::b, n).and(at(Place::c, n))
            }
            Op::MapGet => {
                let ty = o.get(Place::x);
                if o.get(Place::a) != i64::from(NONE) {
                    at(Place::a, self.elem_slots(ty))?;
                }
                at(Place::c, self.key_slots(ty))
            }
            Op::MapAddr => at(Place::c, self.key_slots(o.get(Place::x))),
            Op::MapDelete => at(Place::b, self.key_slots(o.get(Place::x))),
            Op::Closure => at(Place::b, o.get(Place::c)),
            Op::Print => at(Place::a, print_slots(o.get(Place::b))?),
            _ => Ok(()),
        }
    }

    /// Call windows, divisors, shift counts, tables of jumps, select cases.
    fn check_meaning(&self, instr: Instr, o: Operands) -> Checked {
        let a = o.get(Place::a);
        // Native functions need no frame header below their window.
        let is_window = instr
            .op
            .operands()
            .iter()
            .any(|o| o.kind == OperandKind::Base);
        if is_window && instr.op != Op::CallN && a < i64::from(FRAME_HEADER_SLOTS) {
            return Err("no room for the frame header".into());
        }
        match instr.op {
            Op::Call | Op::GoF | Op::DeferF => {
                let callee = &self.program.funcs[o.get(Place::cd) as usize];
                let window = i64::from(callee.result_slots) + i64::from(callee.param_slots);
                if callee.has_context {
                    return Err(format!("{} needs a closure", callee.name));
                }
                if instr.op != Op::Call && o.get(Place::b) != window {
                    return Err(format!(
                        "copies {} slots of a window of {window}",
                        o.get(Place::b)
                    ));
                }
                self.slots(a, window)
            }
            Op::CallC | Op::GoC | Op::DeferC | Op::DeferAt => self.slots(a, o.get(Place::c) + 1),
            Op::CallI => self.slots(a, o.get(Place::d) + 1),
            // The window lies above the frame: nothing of the frame may be there.
            Op::CallBlock => {
                let next = self.function.code.get(self.unit + 1);
                if a != i64::from(self.function.frame_slots) {
                    Err("the window is not at the frame's end".into())
                } else if next.is_none_or(|n| n.op != Op::BlockEnd || n.a() != instr.a()) {
                    Err("lacks its BlockEnd".into())
                } else {
                    Ok(())
                }
            }
            Op::BlockEnd => {
                let before = self.unit.checked_sub(1).map(|u| self.function.code[u].op);
                if before != Some(Op::CallBlock) {
                    return Err("not after CallBlock".into());
                }
                Ok(())
            }
            Op::Ret1 if self.function.result_slots == 0 => Err("the function has no result".into()),
            Op::DivI | Op::RemI if o.get(Place::cd) == 0 => Err("divides by 0".into()),
            Op::DivUI | Op::RemUI if o.get(Place::cd) <= 0 => Err("divisor is not positive".into()),
            Op::ShlI | Op::ShrI | Op::SarI | Op::ShlIU32 | Op::RotlI if o.get(Place::c) > 63 => {
                Err(format!("shift by {}", o.get(Place::c)))
            }
            Op::RotlIU32 if o.get(Place::c) > 31 => Err(format!("rotation by {}", o.get(Place::c))),
            Op::LoadItab => in_table(o.get(Place::cd), self.program.itabs.len()),
            Op::GLd | Op::GSt => self.global_bytes(o.get(Place::cd), 8),
            Op::GAddr => self.global_bytes(o.get(Place::cd), 0),
            Op::JTable => {
                let table = &self.function.code[self.unit + 1..][..instr.cd() as usize];
                table.iter().try_for_each(|e| self.jump(e.word as i64))
            }
            Op::Select => {
                let select = &self.program.selects[o.get(Place::x) as usize];
                for case in &select.cases {
                    self.slots(i64::from(case.chan), 1)?;
                    for slot in [case.value, case.ok] {
                        if slot != NONE {
                            self.slots(i64::from(slot), 0)?;
                        }
                    }
                }
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn slots(&self, first: i64, count: i64) -> Checked {
        if first < 0 || first + count > i64::from(self.function.frame_slots) {
            return Err(format!(
                "slots {first}..{} in a frame of {}",
                first + count,
                self.function.frame_slots
            ));
        }
        Ok(())
    }

    fn frame_bytes(&self, from: i64, count: i64) -> Checked {
        if from < 0 || from + count > 8 * i64::from(self.function.frame_slots) {
            return Err(format!("bytes {from}..{} of the frame", from + count));
        }
        Ok(())
    }

    fn global_bytes(&self, from: i64, count: i64) -> Checked {
        let plain = i64::from(PLAIN_GLOBALS);
        // Offsets are unsigned.
        let from = i64::from(from as u32);
        let end = if from >= plain {
            plain + i64::from(self.program.plain_globals_size)
        } else {
            i64::from(self.program.globals_size)
        };
        if from + count > end {
            return Err(format!(
                "bytes {from}..{} of the package variables",
                from + count
            ));
        }
        Ok(())
    }

    /// The elements of a frame array with `size` bytes between elements.
    fn frame_array(&self, o: Operands, base: Place, size: i64) -> Checked {
        let start = 8 * o.get(base) + o.get(Place::xhi);
        self.frame_bytes(start, size * o.get(Place::xlo))
    }

    fn jump(&self, distance: i64) -> Checked {
        let target = (self.unit as i64).saturating_add(distance);
        let known = usize::try_from(target)
            .ok()
            .and_then(|t| self.starts.get(t));
        if known == Some(&true) {
            Ok(())
        } else {
            Err(format!("jumps to unit {target}"))
        }
    }

    fn type_slots(&self, ty: i64) -> i64 {
        slots_of_bytes(self.program.types[ty as usize].size as i64)
    }

    /// Of the elements of a map type.
    fn elem_slots(&self, ty: i64) -> i64 {
        self.program.types[ty as usize]
            .elem
            .map_or(0, |e| self.type_slots(i64::from(e.0)))
    }

    fn key_slots(&self, ty: i64) -> i64 {
        self.program.types[ty as usize]
            .key
            .map_or(0, |k| self.type_slots(i64::from(k.0)))
    }
}

fn in_table(index: i64, len: usize) -> Checked {
    if usize::try_from(index).is_ok_and(|i| i < len) {
        Ok(())
    } else {
        Err(format!("index {index} into a table of {len}"))
    }
}

fn slots_of_bytes(bytes: i64) -> i64 {
    bytes.saturating_add(7) / 8
}

fn print_slots(kind: i64) -> Checked<i64> {
    let is = |k: PrintKind| kind == k as i64;
    if kind < 0 || kind > PrintKind::Float32 as i64 {
        return Err(format!("unknown print kind {kind}"));
    }
    Ok(if is(PrintKind::Space) || is(PrintKind::Newline) {
        0
    } else if is(PrintKind::String) || is(PrintKind::Complex) || is(PrintKind::Iface) {
        2
    } else if is(PrintKind::Slice) {
        3
    } else {
        1
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::program::{TypeDesc, TypeIdx, WellKnown};

    fn program(code: Vec<Instr>) -> Program {
        let t = TypeIdx(0);
        Program {
            funcs: vec![Function {
                name: "main.main".into(),
                frame_slots: 8,
                code,
                ..Function::default()
            }],
            types: vec![TypeDesc {
                size: 8,
                ..TypeDesc::default()
            }],
            itabs: Vec::new(),
            strings: Vec::new(),
            selects: Vec::new(),
            natives: Vec::new(),
            native_places: Vec::new(),
            files: vec!["main.go".into()],
            named_files: Vec::new(),
            globals_size: 8,
            plain_globals_size: 0,
            entry: FuncIdx(0),
            well_known: WellKnown {
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

    fn check(code: Vec<Instr>) -> String {
        verify(&program(code)).map_or_else(|e| e.to_string(), |()| "ok".into())
    }

    const RET: Instr = Instr {
        op: Op::Ret,
        word: 0,
    };

    #[test]
    fn good_code_passes() {
        let code = vec![
            Instr::abi(Op::LoadI, 7, 0, 1),
            Instr::abi(Op::New, 6, 0, 0),
            Instr::ext(0),
            Instr::abi(Op::LoopNe, 6, 7, -1),
            RET,
        ];
        // The jump leads to the extension unit of `New`.
        assert_eq!(
            check(code.clone()),
            "main.main: unit 3: LoopNe operand cd: jumps to unit 2"
        );
        let mut code = code;
        code[3] = Instr::abi(Op::LoopNe, 6, 7, -2);
        assert_eq!(check(code), "ok");
    }

    #[test]
    fn bad_code_is_refused() {
        let cases = [
            (
                vec![Instr::abi(Op::LoadI, 8, 0, 1), RET],
                "unit 0: LoadI operand a: slots 8..9 in a frame of 8",
            ),
            (
                vec![Instr::abcd(Op::Mov2, 7, 0, 0, 0), RET],
                "unit 0: Mov2 operand a: slots 7..9 in a frame of 8",
            ),
            (
                vec![Instr::abi(Op::LoadI, 0, 0, 1)],
                "unit 0: control runs off the end",
            ),
            (
                vec![Instr::abi(Op::New, 0, 0, 0), RET],
                "unit 0: New lacks its extension unit",
            ),
            (
                vec![Instr::ext(0), RET],
                "unit 0: extension unit where an operation should start",
            ),
            (
                vec![Instr::abi(Op::DivI, 0, 0, 0), RET],
                "unit 0: DivI: divides by 0",
            ),
            (
                vec![Instr::abcd(Op::ShlI, 0, 0, 64, 0), RET],
                "unit 0: ShlI: shift by 64",
            ),
            (
                vec![Instr::abi(Op::Call, 4, 0, 3), RET],
                "unit 0: Call operand cd: index 3 into a table of 1",
            ),
            (
                vec![Instr::abi(Op::Call, 2, 0, 0), RET],
                "unit 0: Call: no room for the frame header",
            ),
            (
                vec![Instr::abcd(Op::CallBlock, 7, 0, 1, 2), RET],
                "unit 0: CallBlock: the window is not at the frame's end",
            ),
            (
                vec![Instr::abcd(Op::CallBlock, 8, 0, 1, 2), RET],
                "unit 0: CallBlock: lacks its BlockEnd",
            ),
            (
                vec![Instr::abcd(Op::BlockEnd, 8, 0, 1, 0), RET],
                "unit 0: BlockEnd: not after CallBlock",
            ),
            (
                vec![Instr::abi(Op::GLd, 0, 0, 8), RET],
                "unit 0: GLd: bytes 8..16 of the package variables",
            ),
            (
                vec![Instr::abi(Op::MovN, 0, 4, 5), RET],
                "unit 0: MovN: slots 4..9 in a frame of 8",
            ),
        ];
        for (code, message) in cases {
            assert_eq!(check(code), format!("main.main: {message}"));
        }
    }

    #[test]
    fn random_units_never_panic() {
        let mut state = 1u64;
        let mut random = || {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            state ^ state >> 29
        };
        for _ in 0..20_000 {
            let mut code = Vec::new();
            for _ in 0..4 {
                let op = Op::ALL[(random() >> 20) as usize % Op::ALL.len()];
                // Small operands pass more of the checks.
                let mask = if random() & 1024 == 0 {
                    u64::MAX
                } else {
                    0x0003_0007_0007_0007
                };
                code.push(Instr {
                    op,
                    word: random() & mask,
                });
                if op.has_extension() {
                    code.push(Instr::ext(
                        random() & if random() & 1024 == 0 { u64::MAX } else { 7 },
                    ));
                }
            }
            code.push(RET);
            let program = program(code);
            let _ = verify(&program);
            let _ = crate::disasm::disassemble(&program, &|_| true, &|_, _| None);
        }
    }

    #[test]
    fn disassembly_shows_operands_and_lines() {
        let mut program = program(vec![
            Instr::abi(Op::LoadI, 1, 0, -5),
            Instr::abi(Op::JLtI, 1, 0xFFFF, 2),
            Instr::abcd(Op::Add, 1, 1, 2, 0),
            RET,
        ]);
        program.funcs[0].lines = vec![(0, 3), (2, 4)];
        let source = |_, line| (line == 3).then(|| "\tx := -5".to_string());
        let text = crate::disasm::disassemble(&program, &|name| name == "main.main", &source);
        let expected = "\
func main.main (main.go:0) results 0 params 0 frame 8
      3: x := -5
       0  LoadI        s1, -5
       1  JLtI         s1, -1, ->3
      4:
       2  Add          s1, s1, s2
       3  Ret

";
        assert_eq!(text.replace(" \n", "\n"), expected);
    }
}
