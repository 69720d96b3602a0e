//! Runs every operation many times on a native stack too small for that many frames: a handler that
//! lost its tail call overflows it. (In debug builds handlers return to a loop, and this only
//! checks that they run.)

mod support;

use bytecode::{Instr, NONE, Op, OperandKind, Place, SelectCase, SelectDesc};
use support::*;

const ROUNDS: i32 = if cfg!(debug_assertions) {
    2_000
} else {
    300_000
};
/// A frame of a lost call takes at least 16 bytes: 300,000 of them do not fit.
const NATIVE_STACK: usize = 1 << 20;

// The frame of the loop.
const ONE: u16 = 0;
const POINTER: u16 = 1;
const SLICE: u16 = 2;
const TEXT: u16 = 5;
const EFACE: u16 = 7;
const MAP_SLOT: u16 = 9;
const CHAN_SLOT: u16 = 10;
const CLOSURE: u16 = 11;
const ITER: u16 = 12;
const TYPE_WORD: u16 = 13;
const ROUND: u16 = 14;
const LIMIT: u16 = 15;
const OUT: u16 = 16;
const ARRAY: u16 = 24;
const WINDOW: u16 = 36;
const FRAME: u16 = 48;

/// Operations that end the function or the goroutine, that need a partner, or that the loop itself
/// is made of.
fn is_left_out(op: Op) -> bool {
    matches!(
        op,
        Op::Ext
            | Op::Ret
            | Op::Ret1
            | Op::Panic
            | Op::PanicText
            | Op::Trap
            | Op::Close
            | Op::Print
            | Op::GoF
            | Op::GoC
            | Op::DeferF
            | Op::DeferC
            | Op::DeferAt
            | Op::CallI
            | Op::CallBlock
            | Op::BlockEnd
            | Op::IfaceEq
            | Op::ItabType
            | Op::LoadItab
            | Op::MapNext
            | Op::MapStep
            | Op::JTable
            | Op::ShiftCheck
            | Op::BoundsCheck
    )
}

/// A slot with a value that the operation can read there.
fn source(op: Op, place: Place, kind: OperandKind) -> u16 {
    let name = op.name();
    let first = |prefix: &[&str]| prefix.iter().any(|p| name.starts_with(p));
    match place {
        Place::b | Place::c if op == Op::EqMem => POINTER,
        Place::a if op == Op::UnsafeSlice => POINTER,
        Place::b if op == Op::GrowSlice => SLICE,
        Place::c if first(&["MapFind", "MapInsert"]) => POINTER,
        Place::a if op == Op::MapRemove => MAP_SLOT,
        Place::b if op == Op::MapRemove => POINTER,
        Place::a
            if first(&["St", "PSx", "ZeroMem", "CopyMem", "NilCheck"])
                && !first(&["StF", "Str"]) =>
        {
            POINTER
        }
        Place::b if first(&["Ld", "PIx", "CopyMem"]) => POINTER,
        Place::a if first(&["Sx", "ClearSlice"]) => SLICE,
        Place::b
            if first(&[
                "Ix",
                "Slice",
                "Append",
                "CopySlice",
                "BytesToStr",
                "SliceToArray",
            ]) =>
        {
            SLICE
        }
        Place::c if first(&["AppendSlice", "CopySlice"]) => SLICE,
        Place::b if first(&["RunesToStr"]) => SLICE,
        Place::a if first(&["FSx"]) => ARRAY,
        Place::b if first(&["FIx", "Concat"]) => {
            if op == Op::Concat {
                TEXT
            } else {
                ARRAY
            }
        }
        Place::a if first(&["JStr", "MapDelete", "MapClear", "Send"]) => match name.as_bytes()[0] {
            b'J' => TEXT,
            b'M' => MAP_SLOT,
            _ => CHAN_SLOT,
        },
        Place::b if first(&["Map"]) => {
            if op == Op::MapDelete {
                ONE
            } else {
                MAP_SLOT
            }
        }
        Place::b if first(&["Chan", "Recv"]) => CHAN_SLOT,
        Place::b if first(&["IfaceConv", "Assert", "EfaceEq"]) => EFACE,
        Place::c if op == Op::EfaceEq => EFACE,
        Place::b if op == Op::Implements => TYPE_WORD,
        Place::b if op == Op::CallC => CLOSURE,
        _ if first(&["Str", "JStr"]) && kind == OperandKind::Src2 => TEXT,
        _ if kind == OperandKind::OptSrc => NONE,
        _ => ONE,
    }
}

/// The operation with operands that let it go on without a panic, and its extension units.
fn instance(op: Op) -> (u64, u64) {
    use OperandKind as K;
    let (mut word, mut ext) = (0, 0);
    for o in op.operands() {
        let value = match o.kind {
            K::Dst | K::Dst2 | K::Dst3 | K::DstN if op.name().starts_with("FSx") => ARRAY,
            K::Dst | K::Dst2 | K::Dst3 | K::DstN | K::OptDst => OUT,
            K::Src | K::Src2 | K::Src3 | K::SrcN | K::OptSrc => source(op, o.place, o.kind),
            K::Imm16 if o.place == Place::b => 1,
            K::Imm16 | K::Imm32 | K::K64 => 1,
            // Jumps lead to the next operation.
            K::Jump => 1 + u16::from(op.has_extension()),
            K::Func => 1,
            K::Type => match op {
                Op::MakeMap
                | Op::MapGet
                | Op::MapAddr
                | Op::MapDelete
                | Op::MapClear
                | Op::MapFind
                | Op::MapInsert
                | Op::MapRemove
                | Op::MapIter => MAP as u16,
                Op::MakeChan => CHAN as u16,
                Op::IfaceConv | Op::AssertI | Op::Implements => ANY as u16,
                Op::AssertT if o.place == Place::xhi => ANY as u16,
                _ => INT as u16,
            },
            K::Str | K::Sel | K::Itab | K::Flags => u16::from(o.kind == K::Flags),
            K::Native => 1,
            K::Off if o.place == Place::xlo => u16::try_from(8 * u32::from(ARRAY)).unwrap_or(0),
            K::Off if op.name().contains('F') && o.place == Place::cd => 8 * OUT,
            K::Off => 0,
            K::Count if op == Op::CallC => 1,
            K::Count if op == Op::SliceToArray => 1,
            K::Count if o.place == Place::xlo => 4,
            K::Count if matches!(op, Op::MovN | Op::ZeroN) => 6,
            K::Count if op == Op::Concat || op == Op::Closure => 1,
            K::Count => 8,
            K::Base => WINDOW,
        };
        o.place.set(&mut word, &mut ext, i64::from(value));
    }
    (word, ext)
}

fn looping(op: Op) -> bytecode::Function {
    let mut asm = Asm::new("main.main", 0, 0, FRAME)
        .abi(Op::LoadI, ONE, 0, 1)
        .abi(Op::LoadI, LIMIT, 0, 64)
        .abc(Op::MakeSlice, SLICE, LIMIT, NONE)
        .x(u64::from(INT))
        .abc(Op::Mov, POINTER, SLICE, 0)
        .abi(Op::LoadStr, TEXT, 0, 0)
        .x(0)
        .abc(Op::MkIface, EFACE, ONE, 0)
        .x(u64::from(INT))
        .abc(Op::MakeMap, MAP_SLOT, NONE, 0)
        .x(u64::from(MAP))
        .abi(Op::LoadI, LIMIT, 0, ROUNDS)
        .abi(Op::LoadI, OUT, 0, 2)
        .abc(Op::MakeChan, CHAN_SLOT, LIMIT, 0)
        .x(u64::from(CHAN))
        .abi(Op::LoadFn, CLOSURE, 0, 1)
        .abi(Op::LoadType, TYPE_WORD, 0, INT as i32)
        .abi(Op::ZeroN, ARRAY, 0, 8)
        .abc(Op::MapIter, ITER, MAP_SLOT, 0)
        .x(u64::from(MAP))
        .abi(Op::LoadI, ROUND, 0, 0)
        .label("again");
    if op == Op::Recv {
        asm = asm.abc(Op::Send, CHAN_SLOT, ONE, 0);
    }
    let (word, ext) = instance(op);
    asm = asm.raw(Instr { op, word });
    if op.has_extension() {
        asm = asm.x(ext);
    }
    asm.jump(Op::IncLoopLt, ROUND, LIMIT, "again")
        .exit(ONE)
        .done()
}

#[test]
fn no_operation_uses_native_stack() {
    for &op in Op::ALL {
        if is_left_out(op) {
            continue;
        }
        let callee = Asm::new("main.callee", 0, 0, 4)
            .abc(Op::Ret, 0, 0, 0)
            .done();
        let mut program = program(vec![looping(op), callee]);
        program.natives.push("test.nothing".into());
        let case = SelectCase {
            is_send: false,
            chan: CHAN_SLOT,
            value: OUT + 1,
            ok: NONE,
        };
        program.selects.push(SelectDesc {
            cases: vec![case],
            has_default: true,
        });
        let run = move || run_program(program);
        let thread = std::thread::Builder::new()
            .stack_size(NATIVE_STACK)
            .spawn(run);
        let code = thread.expect("a thread").join().expect("no Rust panic");
        assert_eq!(code, 1, "{op:?}");
    }
}
