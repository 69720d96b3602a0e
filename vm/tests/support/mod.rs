//! A little assembler for hand-made programs.

#![allow(dead_code, reason = "each test binary uses a part")]

use bytecode::{
    FieldDesc, FuncIdx, Function, Instr, Kind, MethodDesc, Op, Program, TypeDesc, TypeIdx,
    WellKnown,
};
use runtime::native::{NativeCx, NativeFn, Next};
use vm::RunConfig;

pub const INT: u32 = 0;
pub const STRING: u32 = 1;
pub const INT_SLICE: u32 = 9;
pub const CHAN: u32 = 10;
pub const MAP: u32 = 11;
pub const INT_PTR: u32 = 12;
/// `struct { next *node; value int }`, its pointer type, and `any`.
pub const NODE: u32 = 13;
pub const ANY: u32 = 15;

fn basic(kind: Kind, size: u64, string: &str) -> TypeDesc {
    TypeDesc {
        kind,
        size,
        align: 8,
        string: string.into(),
        comparable: true,
        plain_eq: kind == Kind::Int,
        has_pointers: kind != Kind::Int,
        ..TypeDesc::default()
    }
}

fn named_string(name: &str) -> TypeDesc {
    TypeDesc {
        name: name.into(),
        pkg_path: "runtime".into(),
        ..basic(Kind::String, 16, name)
    }
}

fn interface(method: &str, signature: TypeIdx) -> TypeDesc {
    let method = MethodDesc {
        name: method.into(),
        pkg_path: String::new(),
        ty: signature,
        func: None,
    };
    TypeDesc {
        methods: vec![method],
        ..basic(Kind::Interface, 16, "interface")
    }
}

fn types() -> Vec<TypeDesc> {
    let of = |kind, size, string, elem| TypeDesc {
        elem: Some(TypeIdx(elem)),
        comparable: kind != Kind::Slice && kind != Kind::Map,
        direct: size == 8,
        ..basic(kind, size, string)
    };
    let signature = TypeDesc {
        results: vec![TypeIdx(STRING)],
        direct: true,
        ..basic(Kind::Func, 8, "func() string")
    };
    let mut types = vec![
        basic(Kind::Int, 8, "int"),
        basic(Kind::String, 16, "string"),
        named_string("runtime.errorString"),
        named_string("runtime.plainError"),
        named_string("runtime.typeAssertionError"),
        named_string("runtime.panicNilError"),
        signature,
        interface("Error", TypeIdx(6)),
        interface("String", TypeIdx(6)),
        of(Kind::Slice, 24, "[]int", INT),
        of(Kind::Chan, 8, "chan int", INT),
        of(Kind::Map, 8, "map[int]int", INT),
        of(Kind::Pointer, 8, "*int", INT),
    ];
    let field = |name: &str, ty, offset| FieldDesc {
        name: name.into(),
        pkg_path: "main".into(),
        ty: TypeIdx(ty),
        offset,
        tag: String::new(),
        embedded: false,
    };
    types.push(TypeDesc {
        fields: vec![field("next", NODE + 1, 0), field("value", INT, 8)],
        ..basic(Kind::Struct, 16, "main.node")
    });
    types.push(of(Kind::Pointer, 8, "*main.node", NODE));
    types.push(basic(Kind::Interface, 16, "interface {}"));
    types[CHAN as usize].len = 3;
    types[MAP as usize].key = Some(TypeIdx(INT));
    types
}

/// A function under construction. Labels are names; jumps to them may come first.
pub struct Asm {
    function: Function,
    labels: Vec<(&'static str, usize)>,
    jumps: Vec<(usize, &'static str)>,
}

impl Asm {
    pub fn new(name: &str, result_slots: u16, param_slots: u16, frame_slots: u16) -> Asm {
        let function = Function {
            name: name.into(),
            result_slots,
            param_slots,
            frame_slots,
            lines: vec![(0, 1)],
            ..Function::default()
        };
        Asm {
            function,
            labels: Vec::new(),
            jumps: Vec::new(),
        }
    }

    pub fn abc(mut self, op: Op, a: u16, b: u16, c: u16) -> Asm {
        self.function.code.push(Instr::abcd(op, a, b, c, 0));
        self
    }

    pub fn abcd(mut self, op: Op, a: u16, b: u16, c: u16, d: u16) -> Asm {
        self.function.code.push(Instr::abcd(op, a, b, c, d));
        self
    }

    pub fn abi(mut self, op: Op, a: u16, b: u16, i: i32) -> Asm {
        self.function.code.push(Instr::abi(op, a, b, i));
        self
    }

    pub fn raw(mut self, instr: Instr) -> Asm {
        self.function.code.push(instr);
        self
    }

    pub fn x(mut self, word: u64) -> Asm {
        self.function.code.push(Instr::ext(word));
        self
    }

    pub fn jump(mut self, op: Op, a: u16, b: u16, to: &'static str) -> Asm {
        self.jumps.push((self.function.code.len(), to));
        self.abi(op, a, b, 0)
    }

    pub fn label(mut self, name: &'static str) -> Asm {
        self.labels.push((name, self.function.code.len()));
        self
    }

    /// The recover unit is here.
    pub fn recover(mut self) -> Asm {
        self.function.recover_unit = Some(self.function.code.len() as u32);
        self
    }

    pub fn closure(mut self) -> Asm {
        self.function.has_context = true;
        self
    }

    /// Ends the program with slot `a` (a frame of at least `a + 4` slots).
    pub fn exit(self, a: u16) -> Asm {
        self.abc(Op::Mov, a + 3, a, 0)
            .abi(Op::CallN, a + 3, 0, 0)
            .abc(Op::Ret, 0, 0, 0)
    }

    pub fn done(mut self) -> Function {
        for (unit, name) in self.jumps {
            let to = self
                .labels
                .iter()
                .find(|l| l.0 == name)
                .expect("a known label")
                .1;
            let i = self.function.code[unit];
            self.function.code[unit] = Instr::abi(i.op, i.a(), i.b(), to as i32 - unit as i32);
        }
        self.function
    }
}

/// The program whose entry is the first function.
pub fn program(funcs: Vec<Function>) -> Program {
    Program {
        funcs,
        types: types(),
        itabs: Vec::new(),
        strings: vec!["hello".as_bytes().into()],
        selects: Vec::new(),
        natives: vec!["test.exit".into()],
        native_places: vec![(0, 1)],
        files: vec!["/test.go".into()],
        named_files: Vec::new(),
        globals_size: 64,
        plain_globals_size: 0,
        entry: FuncIdx(0),
        well_known: WellKnown {
            string: TypeIdx(STRING),
            int: TypeIdx(INT),
            runtime_error: TypeIdx(2),
            bounds_error: TypeIdx(2),
            plain_error: TypeIdx(3),
            assertion_error: TypeIdx(4),
            nil_panic_error: TypeIdx(5),
            error: TypeIdx(7),
            stringer: TypeIdx(8),
        },
    }
}

fn exit(cx: &mut NativeCx, _: *mut u64) -> Next {
    Next::Exit(cx.arg_i64(0) as i32)
}

/// The exit code of a program.
pub fn run_program(program: Program) -> i32 {
    run_with(program, &runtime::Config::default())
}

pub fn run_with(program: Program, config: &runtime::Config) -> i32 {
    let natives: [(&'static str, NativeFn); 4] = [
        ("test.exit", exit),
        ("test.goexit", |_, _| Next::Goexit),
        ("test.gosched", |_, _| Next::Yield),
        ("test.nothing", |_, _| Next::Return),
    ];
    let loaded = vm::load(program, &natives, config).unwrap_or_else(|e| panic!("{e}"));
    vm::run(loaded, RunConfig::default())
}

pub fn run(funcs: Vec<Function>) -> i32 {
    run_program(program(funcs))
}

/// `func fib(n int) int`; function 1 of its program.
pub fn fib() -> Function {
    Asm::new("main.fib", 1, 1, 12)
        .jump(Op::JGeI, 1, 2, "deep")
        .abc(Op::Ret1, 1, 0, 0)
        .label("deep")
        .abi(Op::AddI, 6, 1, -1)
        .abi(Op::Call, 5, 0, 1)
        .abi(Op::AddI, 10, 1, -2)
        .abi(Op::Call, 9, 0, 1)
        .abc(Op::Add, 5, 5, 9)
        .abc(Op::Ret1, 5, 0, 0)
        .done()
}

pub fn fib_main(n: i32) -> Vec<Function> {
    let main = Asm::new("main.main", 0, 0, 10)
        .abi(Op::LoadI, 4, 0, n)
        .abi(Op::Call, 3, 0, 1)
        .exit(3)
        .done();
    vec![main, fib()]
}

/// Two nested loops of `n` rounds each.
pub fn nested_main(n: i32) -> Vec<Function> {
    let main = Asm::new("main.main", 0, 0, 12)
        .abi(Op::LoadI, 0, 0, 0)
        .abi(Op::LoadI, 2, 0, 0)
        .abi(Op::LoadI, 3, 0, n)
        .label("outer")
        .abi(Op::LoadI, 1, 0, 0)
        .label("inner")
        .abc(Op::And, 5, 0, 1)
        .abc(Op::Add, 2, 2, 5)
        .jump(Op::IncLoopLt, 1, 3, "inner")
        .jump(Op::IncLoopLt, 0, 3, "outer")
        .exit(2)
        .done();
    vec![main]
}

/// Primes below `n`.
pub fn sieve_main(n: i32) -> Vec<Function> {
    let none = bytecode::NONE;
    let main = Asm::new("main.main", 0, 0, 16)
        .abi(Op::LoadI, 3, 0, n)
        .abc(Op::MakeSlice, 0, 3, none)
        .x(u64::from(INT))
        .abi(Op::LoadI, 4, 0, 2)
        .abi(Op::LoadI, 8, 0, 1)
        .label("next")
        .abc(Op::Mul, 5, 4, 4)
        .jump(Op::JLe, 3, 5, "count")
        .abc(Op::Ix64, 6, 0, 4)
        .jump(Op::JmpT, 6, 0, "composite")
        .label("strike")
        .abc(Op::Sx64, 0, 5, 8)
        .abc(Op::Add, 5, 5, 4)
        .jump(Op::LoopLt, 5, 3, "strike")
        .label("composite")
        .abi(Op::AddI, 4, 4, 1)
        .jump(Op::Loop, 0, 0, "next")
        .label("count")
        .abi(Op::LoadI, 4, 0, 2)
        .abi(Op::LoadI, 7, 0, 0)
        .label("look")
        .abc(Op::Ix64, 6, 0, 4)
        .jump(Op::JmpT, 6, 0, "not")
        .abi(Op::AddI, 7, 7, 1)
        .label("not")
        .jump(Op::IncLoopLt, 4, 3, "look")
        .exit(7)
        .done();
    vec![main]
}

/// Two goroutines hand a number to and fro `n` times.
pub fn ping_pong(n: i32) -> Vec<Function> {
    let none = bytecode::NONE;
    let partner = Asm::new("main.partner", 0, 2, 6)
        .label("next")
        .abc(Op::Recv, 2, 0, none)
        .abc(Op::Send, 1, 2, 0)
        .jump(Op::Loop, 0, 0, "next")
        .done();
    let main = Asm::new("main.main", 0, 0, 16)
        .abc(Op::MakeChan, 6, none, 0)
        .x(u64::from(CHAN))
        .abc(Op::MakeChan, 7, none, 0)
        .x(u64::from(CHAN))
        .abi(Op::GoF, 6, 2, 1)
        .abi(Op::LoadI, 0, 0, 0)
        .abi(Op::LoadI, 1, 0, n)
        .label("next")
        .abc(Op::Send, 6, 0, 0)
        .abc(Op::Recv, 2, 7, none)
        .jump(Op::IncLoopLt, 0, 1, "next")
        .exit(0)
        .done();
    vec![main, partner]
}
