//! `docs/isa.md`: the reference page of the instruction set, generated from the table.

use std::fmt::Write;

use crate::isa::Op;

/// The first operation of each section, and the section's title.
const SECTIONS: &[(Op, &str)] = &[
    (Op::Nop, "Basics"),
    (Op::LoadI, "Constants, moves, package variables"),
    (Op::Add, "Integers (64 bits, wrapping)"),
    (Op::Eq, "Comparisons (0 or 1)"),
    (Op::Jmp, "Forward branches"),
    (Op::Loop, "Backward branches (safepoints)"),
    (Op::FAdd, "Floats and complex numbers"),
    (Op::LdI8, "Memory behind a pointer (nil panics)"),
    (Op::LdFI8, "Narrow fields in the frame"),
    (Op::IxI8, "Elements of slices and strings (bounds checked)"),
    (Op::PIxI8, "Elements of arrays behind a pointer"),
    (Op::FIxI8, "Elements of arrays in the frame"),
    (Op::Concat, "Strings"),
    (Op::MakeSlice, "Slices"),
    (Op::New, "Allocation and interfaces"),
    (Op::MakeMap, "Maps"),
    (Op::MakeChan, "Channels"),
    (Op::Closure, "Functions, defer, panic"),
];

const INTRODUCTION: &str = "# The instruction set

Generated from the table in `bytecode/src/ops.rs` (`cargo test -p gorun-bytecode` fails when this page
is stale; run it with `UPDATE_ISA=1` to write the page anew).

A unit is 16 bytes: the operation (its handler's address once loaded) and a word split into `a`, `b`,
`c`, `d` (16 bits each, `cd` together 32 signed bits). Operands named `x…` lie in an extension unit
after it. `Dst`/`Src` are slots of the frame (a digit: that many; `N`: as another operand says; `Opt`: may
be absent), `Jump` is a distance in units from this unit.
";

/// The page's text.
pub fn reference_page() -> String {
    let mut out = String::from(INTRODUCTION);
    for &op in Op::ALL {
        if let Some((_, title)) = SECTIONS.iter().find(|s| s.0 == op) {
            let _ = write!(
                out,
                "\n## {title}\n\n| operation | operands | meaning |\n| --- | --- | --- |\n"
            );
        }
        let operands: Vec<String> = op
            .operands()
            .iter()
            .map(|o| format!("{:?}:{:?}", o.place, o.kind))
            .collect();
        let doc = op.doc().trim().replace('|', "\\|");
        let _ = writeln!(out, "| `{}` | {} | {doc} |", op.name(), operands.join(" "));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn page_in_docs_is_current() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/isa.md");
        if std::env::var_os("UPDATE_ISA").is_some() {
            std::fs::write(path, reference_page()).expect("docs/isa.md can be written");
        }
        let page = std::fs::read_to_string(path).unwrap_or_default();
        assert!(
            page == reference_page(),
            "docs/isa.md is stale: run this test with UPDATE_ISA=1"
        );
    }
}
