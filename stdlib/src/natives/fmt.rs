//! Package fmt's leaves: directives for values of basic kinds.
//!
//! The printer is Go memory; its first fields are [`Printer`]'s.

use runtime::native::NativeCx;
use runtime::rtype::{GoSlice, GoStr, Kind, RType};

use crate::abi::{self, Iface, at, natives};
use crate::text::quote::{self, Style};
use crate::text::{float, integer, unicode, utf8};

#[repr(C)]
struct Printer {
    buf: GoSlice,
    width: i64,
    precision: i64,
    flags: u32,
}

const HAS_WIDTH: u32 = 1;
const HAS_PRECISION: u32 = 2;
const MINUS: u32 = 4;
const PLUS: u32 = 8;
const SHARP: u32 = 16;
const SPACE: u32 = 32;
const ZERO: u32 = 64;
const SHARP_V: u32 = 256;

/// What a directive asks for.
#[derive(Clone, Copy)]
struct Spec {
    flags: u32,
    width: usize,
    precision: i64,
}

impl Spec {
    const PLAIN: Spec = Spec {
        flags: 0,
        width: 0,
        precision: 0,
    };

    fn of(p: &Printer) -> Spec {
        let width = if p.flags & HAS_WIDTH != 0 {
            p.width.max(0) as usize
        } else {
            0
        };
        Spec {
            flags: p.flags,
            width,
            precision: p.precision,
        }
    }

    fn has(&self, flag: u32) -> bool {
        self.flags & flag != 0
    }

    fn given_precision(&self) -> Option<usize> {
        self.has(HAS_PRECISION)
            .then_some(self.precision.max(0) as usize)
    }

    fn without(mut self, flags: u32) -> Spec {
        self.flags &= !flags;
        self
    }

    fn pad_byte(&self) -> u8 {
        if self.flags & (ZERO | MINUS) == ZERO {
            b'0'
        } else {
            b' '
        }
    }

    /// Writes `text` with the width.
    fn pad(&self, out: &mut Vec<u8>, text: &[u8]) {
        if self.width == 0 {
            return out.extend_from_slice(text);
        }
        let missing = self.width.saturating_sub(utf8::count(text));
        if self.has(MINUS) {
            out.extend_from_slice(text);
            out.resize(out.len() + missing, b' ');
        } else {
            out.resize(out.len() + missing, self.pad_byte());
            out.extend_from_slice(text);
        }
    }

    fn truncate<'a>(&self, s: &'a [u8]) -> &'a [u8] {
        match self.given_precision() {
            Some(n) => utf8::runes(s).nth(n).map_or(s, |(at, ..)| &s[..at]),
            None => s,
        }
    }

    /// Returns whether the verb fits.
    fn text(&self, out: &mut Vec<u8>, s: &[u8], verb: i32) -> bool {
        match verb as u8 {
            b'v' if self.has(SHARP_V) => self.quoted(out, s),
            b'v' | b's' => self.pad(out, self.truncate(s)),
            b'x' => self.hex_text(out, s, b"0123456789abcdef", b'x'),
            b'X' => self.hex_text(out, s, b"0123456789ABCDEF", b'X'),
            b'q' => self.quoted(out, s),
            _ => return false,
        }
        true
    }

    fn quoted(&self, out: &mut Vec<u8>, s: &[u8]) {
        let s = self.truncate(s);
        let mut text = Vec::with_capacity(s.len() + 2);
        if self.has(SHARP) && quote::can_backquote(s) {
            text.push(b'`');
            text.extend_from_slice(s);
            text.push(b'`');
        } else {
            quote::append(
                &mut text,
                s,
                b'"',
                Style {
                    ascii: self.has(PLUS),
                    graphic: false,
                },
            );
        }
        self.pad(out, &text);
    }

    fn hex_text(&self, out: &mut Vec<u8>, s: &[u8], digits: &[u8; 16], letter: u8) {
        let s = match self.given_precision() {
            Some(n) if n < s.len() => &s[..n],
            _ => s,
        };
        let mut text = Vec::with_capacity(s.len() * 2);
        for (i, &c) in s.iter().enumerate() {
            if self.has(SPACE) && i > 0 {
                text.push(b' ');
            }
            if self.has(SHARP) && (self.has(SPACE) || i == 0) {
                text.extend_from_slice(&[b'0', letter]);
            }
            text.push(digits[usize::from(c >> 4)]);
            text.push(digits[usize::from(c & 15)]);
        }
        self.pad(out, &text);
    }

    fn integer(&self, out: &mut Vec<u8>, value: u64, signed: bool, verb: i32) -> bool {
        match verb as u8 {
            b'v' if self.has(SHARP_V) && !signed => {
                let spec = Spec {
                    flags: self.flags | SHARP,
                    ..*self
                };
                spec.digits(out, value, 16, signed, b'v');
            }
            b'v' | b'd' => self.digits(out, value, 10, signed, b'd'),
            b'b' => self.digits(out, value, 2, signed, b'b'),
            b'o' | b'O' => self.digits(out, value, 8, signed, verb as u8),
            b'x' | b'X' => self.digits(out, value, 16, signed, verb as u8),
            b'c' => {
                let mut text = Vec::new();
                utf8::push(&mut text, if value > 0x10_ffff { -1 } else { value as i32 });
                self.pad(out, &text);
            }
            b'q' => {
                let mut text = Vec::new();
                let rune = if value > 0x10_ffff { -1 } else { value as i32 };
                quote::append_char(
                    &mut text,
                    rune,
                    Style {
                        ascii: self.has(PLUS),
                        graphic: false,
                    },
                );
                self.pad(out, &text);
            }
            b'U' => self.code_point(out, value),
            _ => return false,
        }
        true
    }

    fn digits(&self, out: &mut Vec<u8>, value: u64, base: u64, signed: bool, verb: u8) {
        let negative = signed && (value as i64) < 0;
        let magnitude = if negative {
            value.wrapping_neg()
        } else {
            value
        };
        let sign = if negative {
            Some(b'-')
        } else if self.has(PLUS) {
            Some(b'+')
        } else {
            self.has(SPACE).then_some(b' ')
        };
        let no_zero = self.without(ZERO);
        let mut wanted = 0;
        if let Some(precision) = self.given_precision() {
            wanted = precision;
            if precision == 0 && value == 0 {
                return no_zero.pad(out, b"");
            }
        } else if self.flags & (ZERO | MINUS | HAS_WIDTH) == ZERO | HAS_WIDTH {
            wanted = self.width.saturating_sub(usize::from(sign.is_some()));
        }
        let mut body = Vec::with_capacity(24);
        integer::append(&mut body, magnitude, base, false);
        if verb == b'X' {
            body.make_ascii_uppercase();
        }
        let mut text = Vec::with_capacity(body.len() + 4);
        text.extend(sign);
        if verb == b'O' {
            text.extend_from_slice(b"0o");
        }
        let zeros = wanted.saturating_sub(body.len());
        if self.has(SHARP) {
            match base {
                2 => text.extend_from_slice(b"0b"),
                8 if zeros == 0 && body[0] != b'0' => text.push(b'0'),
                16 => text.extend_from_slice(if verb == b'X' { b"0X" } else { b"0x" }),
                _ => {}
            }
        }
        text.resize(text.len() + zeros, b'0');
        text.extend_from_slice(&body);
        no_zero.pad(out, &text);
    }

    fn code_point(&self, out: &mut Vec<u8>, value: u64) {
        let digits = self.given_precision().unwrap_or(0).max(4);
        let mut text = format!("U+{value:0digits$X}").into_bytes();
        if self.has(SHARP) && value <= 0x10_ffff && unicode::is_print(value as u32) {
            text.extend_from_slice(b" '");
            utf8::push(&mut text, value as i32);
            text.push(b'\'');
        }
        self.without(ZERO).pad(out, &text);
    }

    fn float(&self, out: &mut Vec<u8>, value: f64, single: bool, verb: i32) -> bool {
        let (format, default) = match verb as u8 {
            b'v' => (b'g', -1),
            b'b' | b'g' | b'G' | b'x' | b'X' => (verb as u8, -1),
            b'f' | b'e' | b'E' => (verb as u8, 6),
            b'F' => (b'f', 6),
            _ => return false,
        };
        let precision = self.given_precision().map_or(default, |p| p as i64);
        let mut number = Vec::with_capacity(32);
        float::append(&mut number, value, format, precision, single);
        if !matches!(number[0], b'+' | b'-') {
            number.insert(0, b'+');
        }
        if self.has(SPACE) && number[0] == b'+' && !self.has(PLUS) {
            number[0] = b' ';
        }
        if matches!(number[1], b'I' | b'N') {
            let skip = number[1] == b'N' && !self.has(SPACE) && !self.has(PLUS);
            let hide_plus = number[0] == b'+' && !self.has(PLUS);
            let text = if skip || hide_plus && number[1] != b'I' {
                &number[1..]
            } else {
                &number[..]
            };
            // +Inf keeps its sign only if asked for, or under %v and the like: Go shows it always.
            self.without(ZERO).pad(out, text);
            return true;
        }
        if self.has(SHARP) && format != b'b' {
            number = alternate(&number, format, precision);
        }
        if self.has(PLUS) || number[0] != b'+' {
            let fill = self.flags & (ZERO | MINUS | HAS_WIDTH) == ZERO | HAS_WIDTH
                && self.width > number.len();
            if fill {
                out.push(number[0]);
                out.resize(out.len() + self.width - number.len(), b'0');
                out.extend_from_slice(&number[1..]);
            } else {
                self.pad(out, &number);
            }
        } else {
            self.pad(out, &number[1..]);
        }
        true
    }

    fn complex(
        &self,
        out: &mut Vec<u8>,
        real: f64,
        imaginary: f64,
        single: bool,
        verb: i32,
    ) -> bool {
        if !matches!(
            verb as u8,
            b'v' | b'b' | b'g' | b'G' | b'x' | b'X' | b'f' | b'F' | b'e' | b'E'
        ) {
            return false;
        }
        out.push(b'(');
        self.float(out, real, single, verb);
        let signed = Spec {
            flags: self.flags | PLUS,
            ..*self
        };
        signed.float(out, imaginary, single, verb);
        out.extend_from_slice(b"i)");
        true
    }

    /// Prints the value of a basic kind at `p`; returns whether kind and verb fit.
    ///
    /// # Safety
    /// `p` points to a value of that kind.
    unsafe fn basic(&self, out: &mut Vec<u8>, kind: Kind, p: *const u8, verb: i32) -> bool {
        /// # Safety
        /// `p` points to a `T`.
        unsafe fn load<T: Copy>(p: *const u8) -> T {
            // SAFETY: the caller's promise.
            unsafe { p.cast::<T>().read() }
        }
        // SAFETY: each arm reads what the kind says.
        unsafe {
            match kind {
                Kind::Bool => {
                    let fits = matches!(verb as u8, b't' | b'v');
                    if fits {
                        self.pad(
                            out,
                            if load::<u8>(p) != 0 {
                                b"true"
                            } else {
                                b"false"
                            },
                        );
                    }
                    fits
                }
                Kind::Int | Kind::Int64 => self.integer(out, load::<u64>(p), true, verb),
                Kind::Int8 => self.integer(out, load::<i8>(p) as u64, true, verb),
                Kind::Int16 => self.integer(out, load::<i16>(p) as u64, true, verb),
                Kind::Int32 => self.integer(out, load::<i32>(p) as u64, true, verb),
                Kind::Uint | Kind::Uint64 | Kind::Uintptr => {
                    self.integer(out, load::<u64>(p), false, verb)
                }
                Kind::Uint8 => self.integer(out, u64::from(load::<u8>(p)), false, verb),
                Kind::Uint16 => self.integer(out, u64::from(load::<u16>(p)), false, verb),
                Kind::Uint32 => self.integer(out, u64::from(load::<u32>(p)), false, verb),
                Kind::Float32 => self.float(out, f64::from(load::<f32>(p)), true, verb),
                Kind::Float64 => self.float(out, load::<f64>(p), false, verb),
                Kind::Complex64 => {
                    let [re, im] = load::<[f32; 2]>(p);
                    self.complex(out, f64::from(re), f64::from(im), true, verb)
                }
                Kind::Complex128 => {
                    let [re, im] = load::<[f64; 2]>(p);
                    self.complex(out, re, im, false, verb)
                }
                Kind::String => self.text(out, abi::str_bytes(load::<GoStr>(p)), verb),
                _ => false,
            }
        }
    }

    /// Prints an operand whose type is of basic kind and has no methods.
    fn operand(&self, out: &mut Vec<u8>, a: Iface, verb: i32) -> bool {
        // SAFETY: an `any`'s head is null or a descriptor, and its data word points to the value (basic kinds are
        // never direct).
        unsafe {
            let Some(t) = a.head.as_ref() else {
                return false;
            };
            if !t.methods().is_empty() || verb > 0x7f {
                return false;
            }
            self.basic(out, t.kind(), a.data as *const u8, verb)
        }
    }
}

/// `%#g` and the like: a point always, and the zeros that make up the precision.
fn alternate(number: &[u8], format: u8, precision: i64) -> Vec<u8> {
    let mut digits = match format {
        b'g' | b'G' | b'x' if precision < 0 => 6,
        b'g' | b'G' | b'x' => precision,
        _ => 0,
    };
    let hex = matches!(format, b'x' | b'X');
    let mut out = vec![number[0]];
    let mut tail: &[u8] = b"";
    let (mut point, mut nonzero) = (false, false);
    for (i, &c) in number.iter().enumerate().skip(1) {
        match c {
            b'.' => point = true,
            b'p' | b'P' => {
                tail = &number[i..];
                break;
            }
            b'e' | b'E' if !hex => {
                tail = &number[i..];
                break;
            }
            _ => {
                nonzero |= c != b'0';
                digits -= i64::from(nonzero);
            }
        }
        out.push(c);
    }
    if !point {
        if out.len() == 2 && out[1] == b'0' {
            digits -= 1;
        }
        out.push(b'.');
    }
    out.resize(out.len() + digits.max(0) as usize, b'0');
    out.extend_from_slice(tail);
    out
}

/// # Safety
/// `p` is a live printer that only this task uses.
unsafe fn printer<'a>(p: *mut u8) -> &'a mut Printer {
    // SAFETY: the caller's promise.
    unsafe { at(p) }
}

/// Runs `print` with the printer's directive and appends what it wrote.
fn with(cx: &mut NativeCx, p: *mut u8, print: impl FnOnce(&Spec, &mut Vec<u8>) -> bool) -> bool {
    // SAFETY: the natives' receiver is a live printer of the calling goroutine.
    let p = unsafe { printer(p) };
    let mut out = Vec::with_capacity(64);
    let fits = print(&Spec::of(p), &mut out);
    if fits {
        abi::append(cx, &mut p.buf, &out);
    }
    fits
}

/// Literal text and quick directives from `format[from..]`; see `natives.go`.
fn literal(
    cx: &mut NativeCx,
    p: *mut u8,
    format: &[u8],
    from: usize,
    a: &[Iface],
    operand: i64,
) -> (i64, i64) {
    let mut out = Vec::with_capacity(64);
    let (mut i, mut operand) = (from, operand);
    let next = loop {
        let rest = &format[i..];
        let Some(at) = memchr::memchr(b'%', rest) else {
            out.extend_from_slice(rest);
            break -1;
        };
        out.extend_from_slice(&rest[..at]);
        i += at + 1;
        let verb = format.get(i).copied().unwrap_or(0);
        let quick = matches!(
            verb,
            b'd' | b's' | b'v' | b't' | b'c' | b'q' | b'x' | b'f' | b'g'
        );
        let arg = usize::try_from(operand).ok().and_then(|n| a.get(n));
        match arg {
            Some(&arg) if quick && Spec::PLAIN.operand(&mut out, arg, i32::from(verb)) => {
                i += 1;
                operand += 1;
            }
            _ => break i as i64,
        }
    };
    // SAFETY: the receiver is a live printer of the calling goroutine.
    abi::append(cx, unsafe { &mut printer(p).buf }, &out);
    (next, operand)
}

natives! {
    "fmt.(*printer).plainOperands"(cx; p: *mut u8, a: GoSlice, from: i64) -> ret<i64> {
        let a = abi::elements::<Iface>(a);
        let mut out = Vec::with_capacity(64);
        let mut i = from as usize;
        while i < a.len() {
            let start = out.len();
            if i > 0 {
                out.push(b' ');
            }
            if !Spec::PLAIN.operand(&mut out, a[i], i32::from(b'v')) {
                out.truncate(start);
                break;
            }
            i += 1;
        }
        // SAFETY: the receiver is a live printer of the calling goroutine.
        abi::append(cx, unsafe { &mut printer(p).buf }, &out);
        i as i64
    }
    "fmt.(*printer).plain"(cx; p: *mut u8, a: Iface, verb: i32) -> ret<bool> {
        with(cx, p, |spec, out| spec.operand(out, a, verb))
    }
    "fmt.(*printer).basic"(cx; p: *mut u8, kind: u8, ptr: *mut u8, verb: i32) -> ret<bool> {
        // SAFETY: the caller read the kind from the value's type.
        with(cx, p, |spec, out| verb <= 0x7f && unsafe { spec.basic(out, Kind::from_u8(kind), ptr, verb) })
    }
    "fmt.(*printer).text"(cx; p: *mut u8, s: &'static [u8], verb: i32) -> ret<bool> {
        with(cx, p, |spec, out| verb <= 0x7f && spec.text(out, s, verb))
    }
    "fmt.(*printer).hex"(cx; p: *mut u8, u: u64, prefix: bool) -> ret<()> {
        with(cx, p, |spec, out| {
            let flags = spec.flags & !SHARP | if prefix { SHARP } else { 0 };
            Spec { flags, ..*spec }.digits(out, u, 16, false, b'v');
            true
        });
    }
    "fmt.(*printer).integer"(cx; p: *mut u8, u: u64, verb: i32) -> ret<bool> {
        with(cx, p, |spec, out| spec.integer(out, u, false, verb))
    }
    "fmt.(*printer).pad"(cx; p: *mut u8, s: &'static [u8]) -> ret<()> {
        with(cx, p, |spec, out| {
            spec.pad(out, s);
            true
        });
    }
    "fmt.isStringKind"(cx; a: Iface) -> ret<bool> {
        // SAFETY: an `any`'s head is null or a descriptor.
        unsafe { a.head.as_ref() }.is_some_and(|t: &RType| t.kind() == Kind::String)
    }
    "fmt.(*printer).literal"(cx; p: *mut u8, format: &'static [u8], from: i64, a: GoSlice, operand: i64) -> ret<(i64, i64)> {
        literal(cx, p, format, from as usize, abi::elements::<Iface>(a), operand)
    }
}
