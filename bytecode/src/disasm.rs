//! The readable form of functions: `gorun dis`, goldens, and messages about our own mistakes.

use std::fmt::Write;

use crate::isa::{Instr, Op, OperandKind};
use crate::ops::NONE;
use crate::program::{Function, Program};

/// The text of a source line, if it is at hand: (index into [`Program::files`], line from 1).
pub type SourceLine<'a> = &'a dyn Fn(u32, u32) -> Option<String>;

/// All functions whose name passes `wanted`.
pub fn disassemble(program: &Program, wanted: &dyn Fn(&str) -> bool, source: SourceLine) -> String {
    let mut out = String::new();
    for function in program.funcs.iter().filter(|f| wanted(&f.name)) {
        disassemble_function(program, function, source, &mut out);
        out.push('\n');
    }
    out
}

/// One function, each group of units under the source line it comes from.
pub fn disassemble_function(
    program: &Program,
    function: &Function,
    source: SourceLine,
    out: &mut String,
) {
    let file = program
        .files
        .get(function.file as usize)
        .map_or("?", |f| f.as_str());
    let _ = write!(
        out,
        "func {} ({file}:{}) results {} params {} frame {}",
        function.name,
        function.line,
        function.result_slots,
        function.param_slots,
        function.frame_slots
    );
    if function.has_context {
        out.push_str(" closure");
    }
    if let Some(unit) = function.recover_unit {
        let _ = write!(out, " recover {unit}");
    }
    out.push('\n');
    let mut lines = function.lines.iter().peekable();
    let mut unit = 0;
    while unit < function.code.len() {
        while let Some((_, line)) = lines.next_if(|l| l.0 as usize <= unit) {
            if lines.peek().is_some_and(|l| l.0 as usize <= unit) {
                continue;
            }
            let text = source(function.file, *line).unwrap_or_default();
            let _ = writeln!(out, "  {line:>5}: {}", text.trim());
        }
        let _ = writeln!(
            out,
            "    {unit:>4}  {}",
            instruction(program, function, unit)
        );
        unit += 1 + extension_units(function.code[unit]);
    }
}

/// How many extension units follow.
pub fn extension_units(instr: Instr) -> usize {
    match instr.op {
        Op::JTable => usize::try_from(instr.cd()).unwrap_or(0),
        op => usize::from(op.has_extension()),
    }
}

/// One operation with its operands.
pub fn instruction(program: &Program, function: &Function, unit: usize) -> String {
    let instr = function.code[unit];
    let extension = function.code.get(unit + 1).map_or(0, |e| e.word);
    let mut out = format!("{:<12}", instr.op.name());
    for (i, o) in instr.op.operands().iter().enumerate() {
        out.push_str(if i == 0 { " " } else { ", " });
        let value = o.place.get(instr.word, extension);
        operand(program, instr.op, unit, o.kind, value, &mut out);
    }
    if instr.op == Op::JTable {
        for e in function.code[unit + 1..]
            .iter()
            .take(extension_units(instr))
        {
            let _ = write!(out, " ->{}", unit as i64 + e.word as i64);
        }
    }
    out.truncate(out.trim_end().len());
    out
}

fn operand(
    program: &Program,
    op: Op,
    unit: usize,
    kind: OperandKind,
    value: i64,
    out: &mut String,
) {
    use OperandKind as K;
    let index = usize::try_from(value).unwrap_or(usize::MAX);
    let _ = match kind {
        K::OptDst | K::OptSrc if value == i64::from(NONE) => write!(out, "_"),
        K::Dst | K::Dst2 | K::Dst3 | K::DstN | K::OptDst => write!(out, "s{value}"),
        K::Src | K::Src2 | K::Src3 | K::SrcN | K::OptSrc => write!(out, "s{value}"),
        K::Imm16 if op.has_signed_imm16() => write!(out, "{}", value as i16),
        K::Imm16 | K::Imm32 | K::K64 => write!(out, "{value}"),
        K::Jump => write!(out, "->{}", unit as i64 + value),
        K::Func => write!(
            out,
            "{}",
            program
                .funcs
                .get(index)
                .map_or("?func", |f| f.name.as_str())
        ),
        K::Type => write!(
            out,
            "{}",
            program
                .types
                .get(index)
                .map_or("?type", |t| t.string.as_str())
        ),
        K::Str => {
            let text = program
                .strings
                .get(index)
                .map(|s| String::from_utf8_lossy(s));
            write!(out, "{:?}", text.unwrap_or("?string".into()))
        }
        K::Itab => write!(out, "itab {value}"),
        K::Native => write!(
            out,
            "{}",
            program.natives.get(index).map_or("?native", |n| n.as_str())
        ),
        K::Sel => write!(out, "select {value}"),
        K::Off => write!(out, "+{value}"),
        K::Count => write!(out, "#{value}"),
        K::Base => write!(out, "window s{value}"),
        K::Flags => write!(out, "flags {value:b}"),
    };
}
