//! The Unicode tables of `go/unicode/tables.bin`, and what they say about runes.

use std::collections::HashMap;
use std::sync::LazyLock;

static DATA: &[u8] = include_bytes!("../../go/unicode/tables.bin");

/// A range of runes with a stride.
#[derive(Clone, Copy, Debug)]
pub struct Range {
    pub low: u32,
    pub high: u32,
    pub stride: u32,
}

/// A set of runes.
#[derive(Debug)]
pub struct Table {
    pub name: String,
    /// 0 category, 1 script, 2 property, 3 and 4 folding.
    pub kind: u8,
    /// Of 16 bits, then of 32.
    pub ranges16: Vec<Range>,
    pub ranges32: Vec<Range>,
    pub latin_offset: u16,
}

/// How a range of runes maps to the other cases.
#[derive(Clone, Copy, Debug)]
pub struct CaseRange {
    pub low: u32,
    pub high: u32,
    /// Upper, lower, title.
    pub delta: [i32; 3],
}

/// In place of a delta: upper and lower case alternate in the range.
const ALTERNATING: i32 = 0x11_0000;

/// Everything in the file.
#[derive(Debug)]
pub struct Tables {
    pub tables: Vec<Table>,
    pub cases: Vec<CaseRange>,
    pub orbits: Vec<(u32, u32)>,
    by_name: HashMap<String, usize>,
}

/// The tables, read on first use.
pub static TABLES: LazyLock<Tables> = LazyLock::new(|| Reader { data: DATA }.tables());

struct Reader {
    data: &'static [u8],
}

impl Reader {
    fn take<const N: usize>(&mut self) -> [u8; N] {
        let (head, rest) = self
            .data
            .split_first_chunk::<N>()
            .expect("tables.bin is whole");
        self.data = rest;
        *head
    }

    fn u16(&mut self) -> u16 {
        u16::from_le_bytes(self.take())
    }

    fn u32(&mut self) -> u32 {
        u32::from_le_bytes(self.take())
    }

    fn tables(mut self) -> Tables {
        let count = self.u16();
        let tables: Vec<Table> = (0..count).map(|_| self.table()).collect();
        let cases = (0..self.u16())
            .map(|_| CaseRange {
                low: self.u32(),
                high: self.u32(),
                delta: [(); 3].map(|()| self.u32() as i32),
            })
            .collect();
        let orbits = (0..self.u16())
            .map(|_| (u32::from(self.u16()), u32::from(self.u16())))
            .collect();
        let by_name = tables
            .iter()
            .enumerate()
            .map(|(i, t)| (t.name.clone(), i))
            .collect();
        Tables {
            tables,
            cases,
            orbits,
            by_name,
        }
    }

    fn table(&mut self) -> Table {
        let [len] = self.take::<1>();
        let (name, rest) = self.data.split_at(usize::from(len));
        self.data = rest;
        let [kind] = self.take::<1>();
        let (n16, n32, latin_offset) = (self.u16(), self.u16(), self.u16());
        let ranges16 = (0..n16)
            .map(|_| Range {
                low: self.u16().into(),
                high: self.u16().into(),
                stride: self.u16().into(),
            })
            .collect();
        let ranges32 = (0..n32)
            .map(|_| Range {
                low: self.u32(),
                high: self.u32(),
                stride: self.u32(),
            })
            .collect();
        Table {
            name: String::from_utf8_lossy(name).into_owned(),
            kind,
            ranges16,
            ranges32,
            latin_offset,
        }
    }
}

/// The table of that name.
pub fn table(name: &str) -> Option<(usize, &'static Table)> {
    let i = *TABLES.by_name.get(name)?;
    Some((i, &TABLES.tables[i]))
}

/// Whether a sorted list of ranges has `rune`.
pub fn in_ranges(ranges: &[Range], rune: u32) -> bool {
    let i = ranges.partition_point(|r| r.high < rune);
    ranges.get(i).is_some_and(|r| {
        r.low <= rune && (r.stride == 1 || (rune - r.low).is_multiple_of(r.stride))
    })
}

/// Whether the category has `rune`.
pub fn is_in(category: &'static str, rune: u32) -> bool {
    let Some((_, t)) = table(category) else {
        return false;
    };
    in_ranges(
        if rune < 0x1_0000 {
            &t.ranges16
        } else {
            &t.ranges32
        },
        rune,
    )
}

pub fn is_space(rune: u32) -> bool {
    matches!(
        rune,
        9..=13 | 0x20 | 0x85 | 0xa0 | 0x1680 | 0x2000..=0x200a | 0x2028 | 0x2029 | 0x202f | 0x205f | 0x3000
    )
}

pub fn is_print(rune: u32) -> bool {
    match rune {
        0x20..=0x7e => true,
        0..=0xa0 | 0xad => false,
        0xa1..=0xff => true,
        _ => ["L", "M", "N", "P", "S"]
            .into_iter()
            .any(|c| is_in(c, rune)),
    }
}

pub fn is_graphic(rune: u32) -> bool {
    is_print(rune) || is_in("Zs", rune)
}

/// Index into [`CaseRange::delta`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Case {
    Upper = 0,
    Lower = 1,
    Title = 2,
}

/// The simple case mapping.
pub fn to_case(case: Case, rune: u32) -> u32 {
    if rune < 0x80 {
        return match (case, rune) {
            (Case::Lower, 0x41..=0x5a) => rune + 32,
            (Case::Upper | Case::Title, 0x61..=0x7a) => rune - 32,
            _ => rune,
        };
    }
    let cases = &TABLES.cases;
    let i = cases.partition_point(|r| r.high < rune);
    match cases.get(i) {
        Some(r) if r.low <= rune => {
            let delta = r.delta[case as usize];
            if delta >= ALTERNATING {
                // Upper case at even distances; title case is upper case.
                let low_bit = u32::from(case == Case::Lower);
                return r.low + ((rune - r.low) & !1 | low_bit);
            }
            rune.wrapping_add_signed(delta)
        }
        _ => rune,
    }
}

/// The next rune of the folding orbit.
pub fn simple_fold(rune: u32) -> u32 {
    if let Ok(i) = TABLES.orbits.binary_search_by_key(&rune, |o| o.0) {
        return TABLES.orbits[i].1;
    }
    let lower = to_case(Case::Lower, rune);
    if lower != rune {
        lower
    } else {
        to_case(Case::Upper, rune)
    }
}

/// Whether two runes are the same but for case.
pub fn fold_equal(a: u32, b: u32) -> bool {
    if a == b {
        return true;
    }
    let mut r = simple_fold(a);
    while r != a && r != b {
        r = simple_fold(r);
    }
    r == b
}
