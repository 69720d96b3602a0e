//! Matching of regular expressions: runs the programs that package regexp/syntax compiles, in time
//! linear in the text.
//!
//! A program arrives as words: number of instructions, where it begins, number of captured positions,
//! flags; then five words an instruction (operation, next, argument, where its characters are, how
//! many); then the characters, as pairs of bounds. The numbers of operations are those of `InstOp`.

use std::mem;

use super::utf8;

const HEADER: usize = 4;
const INST: usize = 5;

/// Flags of a program.
const LONGEST: u32 = 1;
const ANCHORED: u32 = 2;

/// The program, and the text that every match begins with.
#[derive(Clone, Copy)]
pub struct Prog<'p> {
    words: &'p [u32],
    prefix: &'p [u8],
}

enum Op {
    /// Goes on at the first, or else at the second.
    Alt(usize, usize),
    Capture(usize, usize),
    Empty(usize, u32),
    Match,
    Fail,
    Nop(usize),
    /// Reads a character of a class.
    Class(usize, usize, usize),
    One(usize, u32),
    Any(usize),
    AnyNotNewline(usize),
}

impl<'p> Prog<'p> {
    pub fn new(words: &'p [u32], prefix: &'p [u8]) -> Prog<'p> {
        Prog { words, prefix }
    }

    fn len(self) -> usize {
        self.words[0] as usize
    }

    fn start(self) -> usize {
        self.words[1] as usize
    }

    fn captures(self) -> usize {
        self.words[2] as usize
    }

    fn has(self, flag: u32) -> bool {
        self.words[3] & flag != 0
    }

    fn op(self, pc: usize) -> Op {
        let at = HEADER + pc * INST;
        let [op, out, arg, first, count] = self.words[at..at + INST] else {
            return Op::Fail;
        };
        let (out, first, count) = (out as usize, first as usize, count as usize);
        match op {
            0 | 1 => Op::Alt(out, arg as usize),
            2 => Op::Capture(out, arg as usize),
            3 => Op::Empty(out, arg),
            4 => Op::Match,
            6 => Op::Nop(out),
            7 => Op::Class(out, first, count),
            8 => Op::One(out, self.words[first]),
            9 => Op::Any(out),
            10 => Op::AnyNotNewline(out),
            _ => Op::Fail,
        }
    }

    /// Where the instruction goes on after it has read the character.
    fn read(self, pc: usize, c: u32) -> Option<usize> {
        match self.op(pc) {
            Op::Any(out) => Some(out),
            Op::AnyNotNewline(out) => (c != u32::from(b'\n')).then_some(out),
            Op::One(out, one) => (c == one).then_some(out),
            Op::Class(out, first, count) => {
                let pairs = &self.words[first..first + count];
                in_class(pairs, c).then_some(out)
            }
            _ => None,
        }
    }
}

fn in_class(pairs: &[u32], c: u32) -> bool {
    if pairs.len() <= 8 {
        return pairs.chunks_exact(2).any(|p| p[0] <= c && c <= p[1]);
    }
    let (mut low, mut high) = (0, pairs.len() / 2);
    while low < high {
        let middle = (low + high) / 2;
        if c < pairs[2 * middle] {
            high = middle;
        } else if c > pairs[2 * middle + 1] {
            low = middle + 1;
        } else {
            return true;
        }
    }
    false
}

fn is_word(c: Option<u32>) -> bool {
    let byte = c.and_then(|c| u8::try_from(c).ok());
    byte.is_some_and(|c| c.is_ascii_alphanumeric() || c == b'_')
}

/// The conditions that hold at a position, as `EmptyOp` numbers them.
fn conditions(text: &[u8], at: usize) -> u32 {
    let before = (at > 0).then(|| utf8::decode_last(&text[..at]).0);
    let after = (at < text.len()).then(|| utf8::decode(&text[at..]).0);
    let newline = Some(u32::from(b'\n'));
    let mut held = 0;
    if before.is_none() || before == newline {
        held |= 1;
    }
    if after.is_none() || after == newline {
        held |= 2;
    }
    if before.is_none() {
        held |= 4;
    }
    if after.is_none() {
        held |= 8;
    }
    held | if is_word(before) != is_word(after) {
        16
    } else {
        32
    }
}

/// A captured position that is not there.
pub const NOWHERE: i64 = -1;

/// The first match at or after a position: the captured positions, at most as many as wanted.
pub fn find(prog: Prog, text: &[u8], from: usize, wanted: usize) -> Option<Vec<i64>> {
    if prog.has(ANCHORED) && from > 0 {
        return None;
    }
    let wanted = wanted.min(prog.captures());
    let span = text.len() - from + 1;
    if prog.len().saturating_mul(span) <= Backtracker::LARGEST {
        return Backtracker::new(prog, text, from, wanted).find();
    }
    Machine::new(prog, text, wanted).find(from)
}

/// The next position at or after `at` where a match may begin.
fn candidate(prog: Prog, text: &[u8], at: usize) -> Option<usize> {
    if prog.prefix.is_empty() {
        return Some(at);
    }
    memchr::memmem::find(&text[at..], prog.prefix).map(|i| at + i)
}

/// Tries one way after the other, and none twice: for short texts.
struct Backtracker<'p> {
    prog: Prog<'p>,
    text: &'p [u8],
    from: usize,
    /// A bit for each instruction at each position.
    visited: Vec<u64>,
    jobs: Vec<Job>,
    captures: Vec<i64>,
    best: Option<Vec<i64>>,
}

enum Job {
    Go(usize, usize),
    /// Gives a captured position its former value.
    Restore(usize, i64),
}

impl<'p> Backtracker<'p> {
    /// The most bits of `visited`.
    const LARGEST: usize = 256 * 1024;

    fn new(prog: Prog<'p>, text: &'p [u8], from: usize, wanted: usize) -> Self {
        let bits = prog.len() * (text.len() - from + 1);
        Backtracker {
            prog,
            text,
            from,
            visited: vec![0; bits.div_ceil(64)],
            jobs: Vec::new(),
            captures: vec![NOWHERE; wanted],
            best: None,
        }
    }

    fn find(mut self) -> Option<Vec<i64>> {
        let mut at = self.from;
        loop {
            at = candidate(self.prog, self.text, at)?;
            if self.starting(at) {
                return self.best;
            }
            if at == self.text.len() || self.prog.has(ANCHORED) {
                return None;
            }
            at += utf8::decode(&self.text[at..]).1;
        }
    }

    /// Reports whether the instruction was not yet tried at the position, and notes that it is now.
    fn visit(&mut self, pc: usize, at: usize) -> bool {
        let bit = pc * (self.text.len() - self.from + 1) + at - self.from;
        let word = &mut self.visited[bit / 64];
        let is_new = *word & 1 << (bit % 64) == 0;
        *word |= 1 << (bit % 64);
        is_new
    }

    /// Tries all matches that begin there.
    fn starting(&mut self, start: usize) -> bool {
        self.captures.fill(NOWHERE);
        if let Some(first) = self.captures.first_mut() {
            *first = start as i64;
        }
        self.jobs.push(Job::Go(self.prog.start(), start));
        while let Some(job) = self.jobs.pop() {
            match job {
                Job::Restore(number, value) => self.captures[number] = value,
                Job::Go(pc, at) => {
                    if self.run(pc, at) {
                        self.jobs.clear();
                        return true;
                    }
                }
            }
        }
        self.best.is_some()
    }

    /// Follows one way; reports whether its match is the one to be found.
    fn run(&mut self, mut pc: usize, mut at: usize) -> bool {
        loop {
            if !self.visit(pc, at) {
                return false;
            }
            match self.prog.op(pc) {
                Op::Alt(first, second) => {
                    self.jobs.push(Job::Go(second, at));
                    pc = first;
                }
                Op::Capture(out, number) => {
                    if number < self.captures.len() {
                        let old = mem::replace(&mut self.captures[number], at as i64);
                        self.jobs.push(Job::Restore(number, old));
                    }
                    pc = out;
                }
                Op::Empty(out, wanted) => {
                    if conditions(self.text, at) & wanted != wanted {
                        return false;
                    }
                    pc = out;
                }
                Op::Nop(out) => pc = out,
                Op::Fail => return false,
                Op::Match => return self.matched(at),
                _ => {
                    if at == self.text.len() {
                        return false;
                    }
                    let (c, size) = utf8::decode(&self.text[at..]);
                    let Some(out) = self.prog.read(pc, c) else {
                        return false;
                    };
                    pc = out;
                    at += size;
                }
            }
        }
    }

    fn matched(&mut self, at: usize) -> bool {
        let is_longest = self.prog.has(LONGEST);
        if let Some(end) = self.captures.get_mut(1) {
            *end = at as i64;
        }
        let is_better = match &self.best {
            None => true,
            Some(best) => best.get(1).is_some_and(|&end| end < at as i64),
        };
        if is_better {
            self.best = Some(self.captures.clone());
        }
        !is_longest || self.captures.len() < 2 || at == self.text.len()
    }
}

/// The instructions that are tried at a position, in order of preference, with their captures.
#[derive(Default)]
struct Threads {
    order: Vec<usize>,
    /// By instruction: its place in `order`, if that is really there.
    places: Vec<usize>,
    captures: Vec<i64>,
}

impl Threads {
    fn new(prog: Prog, wanted: usize) -> Threads {
        Threads {
            order: Vec::with_capacity(prog.len()),
            places: vec![0; prog.len()],
            captures: vec![NOWHERE; prog.len() * wanted],
        }
    }

    fn has(&self, pc: usize) -> bool {
        self.order.get(self.places[pc]) == Some(&pc)
    }

    fn add(&mut self, pc: usize) {
        self.places[pc] = self.order.len();
        self.order.push(pc);
    }
}

/// Tries all ways at the same time: for long texts.
struct Machine<'p> {
    prog: Prog<'p>,
    text: &'p [u8],
    wanted: usize,
    jobs: Vec<Job>,
    captures: Vec<i64>,
}

impl<'p> Machine<'p> {
    fn new(prog: Prog<'p>, text: &'p [u8], wanted: usize) -> Self {
        Machine {
            prog,
            text,
            wanted,
            jobs: Vec::new(),
            captures: vec![NOWHERE; wanted],
        }
    }

    fn find(mut self, from: usize) -> Option<Vec<i64>> {
        let is_longest = self.prog.has(LONGEST);
        let mut now = Threads::new(self.prog, self.wanted);
        let mut next = Threads::new(self.prog, self.wanted);
        let mut best: Option<Vec<i64>> = None;
        let mut at = from;
        loop {
            if now.order.is_empty() {
                if best.is_some() || self.prog.has(ANCHORED) && at > 0 {
                    break;
                }
                match candidate(self.prog, self.text, at) {
                    Some(found) => at = found,
                    None => break,
                }
            }
            if best.is_none() && !(self.prog.has(ANCHORED) && at > 0) {
                self.captures.fill(NOWHERE);
                if let Some(first) = self.captures.first_mut() {
                    *first = at as i64;
                }
                self.add(&mut now, self.prog.start(), at);
            }
            let (c, size) = match self.text.get(at..) {
                Some(rest) if !rest.is_empty() => utf8::decode(rest),
                _ => (u32::MAX, 0),
            };
            for i in 0..now.order.len() {
                let pc = now.order[i];
                let captures = &now.captures[pc * self.wanted..(pc + 1) * self.wanted];
                if let (true, Some(best), Some(start)) = (is_longest, &best, captures.first())
                    && best[0] < *start
                {
                    continue; // begins later than a match that was found
                }
                if matches!(self.prog.op(pc), Op::Match) {
                    let mut found = captures.to_vec();
                    if let Some(end) = found.get_mut(1) {
                        *end = at as i64;
                    }
                    let is_better = match &best {
                        None => true,
                        Some(b) if is_longest && self.wanted >= 2 => {
                            found[0] < b[0] || found[0] == b[0] && b[1] < found[1]
                        }
                        Some(_) => !is_longest,
                    };
                    if is_better {
                        best = Some(found);
                    }
                    if !is_longest {
                        break; // what follows is less preferred
                    }
                    continue;
                }
                if size > 0
                    && let Some(out) = self.prog.read(pc, c)
                {
                    self.captures.copy_from_slice(captures);
                    self.add(&mut next, out, at + size);
                }
            }
            if size == 0 || self.wanted == 0 && best.is_some() {
                break;
            }
            at += size;
            mem::swap(&mut now, &mut next);
            next.order.clear();
        }
        best
    }

    /// Adds what an instruction leads to without reading, with `self.captures`.
    fn add(&mut self, threads: &mut Threads, pc: usize, at: usize) {
        self.jobs.push(Job::Go(pc, at));
        while let Some(job) = self.jobs.pop() {
            let mut pc = match job {
                Job::Go(pc, _) => pc,
                Job::Restore(number, value) => {
                    self.captures[number] = value;
                    continue;
                }
            };
            while !threads.has(pc) {
                threads.add(pc);
                match self.prog.op(pc) {
                    Op::Alt(first, second) => {
                        self.jobs.push(Job::Go(second, at));
                        pc = first;
                    }
                    Op::Capture(out, number) => {
                        if number < self.wanted {
                            let old = mem::replace(&mut self.captures[number], at as i64);
                            self.jobs.push(Job::Restore(number, old));
                        }
                        pc = out;
                    }
                    Op::Empty(out, wanted) => {
                        if conditions(self.text, at) & wanted != wanted {
                            break;
                        }
                        pc = out;
                    }
                    Op::Nop(out) => pc = out,
                    Op::Fail => break,
                    _ => {
                        let place = pc * self.wanted;
                        threads.captures[place..place + self.wanted]
                            .copy_from_slice(&self.captures);
                        break;
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Machine, Prog, find};

    /// `(a+)b|c` without the whole match's own captures: 0 fail, 1 capture 2, 2 a, 3 alt, 4 capture 3, 5 b,
    /// 6 c, 7 alt, 8 match.
    const WORDS: &[u32] = &[
        9, 7, 4, 0, // header
        5, 0, 0, 0, 0, // 0
        2, 2, 2, 0, 0, // 1
        8, 3, 0, 49, 2, // 2
        0, 2, 4, 0, 0, // 3
        2, 5, 3, 0, 0, // 4
        8, 8, 0, 51, 2, // 5
        8, 8, 0, 53, 2, // 6
        0, 1, 6, 0, 0, // 7
        4, 0, 0, 0, 0, // 8
        97, 97, 98, 98, 99, 99, // characters
    ];

    #[test]
    fn both_ways_agree() {
        let prog = Prog::new(WORDS, b"");
        for (text, want) in [
            (&b"xaab"[..], Some(vec![1, 4, 1, 3])),
            (b"aac", Some(vec![2, 3, -1, -1])),
            (b"aaa", None),
            (b"", None),
        ] {
            assert_eq!(find(prog, text, 0, 4), want);
            assert_eq!(Machine::new(prog, text, 4).find(0), want);
        }
    }
}
