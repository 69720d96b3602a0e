//! Times in layouts, written by and read into the reference time Mon Jan 2 15:04:05 MST 2006.

use super::calendar::{self, DAYS, MONTHS};

/// An element of a layout.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Element {
    LongMonth,
    Month,
    NumMonth,
    ZeroMonth,
    LongWeekday,
    Weekday,
    Day,
    UnderDay,
    ZeroDay,
    UnderYearDay,
    ZeroYearDay,
    Hour,
    Hour12,
    ZeroHour12,
    Minute,
    ZeroMinute,
    Second,
    ZeroSecond,
    LongYear,
    Year,
    UpperPm,
    LowerPm,
    Zone,
    /// An offset: `Z` for UTC, colons, parts (hours, minutes, seconds).
    Offset {
        iso: bool,
        colon: bool,
        parts: u8,
    },
    /// Decimals of the second: how many, whether trailing zeros are cut, the separator.
    Fraction {
        digits: usize,
        cut: bool,
        separator: u8,
    },
}

use Element::*;

/// Elements by what they begin with, longer ones first.
const FIXED: &[(&[u8], Element)] = &[
    (b"January", LongMonth),
    (b"Jan", Month),
    (b"Monday", LongWeekday),
    (b"Mon", Weekday),
    (b"MST", Zone),
    (b"01", ZeroMonth),
    (b"02", ZeroDay),
    (b"03", ZeroHour12),
    (b"04", ZeroMinute),
    (b"05", ZeroSecond),
    (b"06", Year),
    (b"002", ZeroYearDay),
    (b"15", Hour),
    (b"1", NumMonth),
    (b"2006", LongYear),
    (b"2", Day),
    (b"__2", UnderYearDay),
    (b"_2", UnderDay),
    (b"3", Hour12),
    (b"4", Minute),
    (b"5", Second),
    (b"PM", UpperPm),
    (b"pm", LowerPm),
    (
        b"-070000",
        Offset {
            iso: false,
            colon: false,
            parts: 3,
        },
    ),
    (
        b"-07:00:00",
        Offset {
            iso: false,
            colon: true,
            parts: 3,
        },
    ),
    (
        b"-0700",
        Offset {
            iso: false,
            colon: false,
            parts: 2,
        },
    ),
    (
        b"-07:00",
        Offset {
            iso: false,
            colon: true,
            parts: 2,
        },
    ),
    (
        b"-07",
        Offset {
            iso: false,
            colon: false,
            parts: 1,
        },
    ),
    (
        b"Z070000",
        Offset {
            iso: true,
            colon: false,
            parts: 3,
        },
    ),
    (
        b"Z07:00:00",
        Offset {
            iso: true,
            colon: true,
            parts: 3,
        },
    ),
    (
        b"Z0700",
        Offset {
            iso: true,
            colon: false,
            parts: 2,
        },
    ),
    (
        b"Z07:00",
        Offset {
            iso: true,
            colon: true,
            parts: 2,
        },
    ),
    (
        b"Z07",
        Offset {
            iso: true,
            colon: false,
            parts: 1,
        },
    ),
];

/// The element that `layout` begins with, and its length.
fn element_at(layout: &[u8]) -> Option<(Element, usize)> {
    let lower_follows = |n: usize| layout.get(n).is_some_and(u8::is_ascii_lowercase);
    // "_2006" is an underscore and a year.
    if layout.starts_with(b"_2006") {
        return None;
    }
    for (text, element) in FIXED {
        if layout.starts_with(text) {
            let is_word = matches!(element, Month | Weekday);
            if is_word && lower_follows(3) {
                continue;
            }
            return Some((*element, text.len()));
        }
    }
    if let [separator @ (b'.' | b','), digit @ (b'0' | b'9'), ..] = layout {
        let digits = layout[1..].iter().take_while(|c| *c == digit).count();
        if !layout.get(1 + digits).is_some_and(u8::is_ascii_digit) {
            return Some((
                Fraction {
                    digits,
                    cut: *digit == b'9',
                    separator: *separator,
                },
                1 + digits,
            ));
        }
    }
    None
}

type Split<'a> = (&'a [u8], Option<(Element, &'a [u8])>, &'a [u8]);

/// Splits at the first element: text before, element with its text, text after.
fn next_element(layout: &[u8]) -> Split<'_> {
    for i in 0..layout.len() {
        if let Some((element, n)) = element_at(&layout[i..]) {
            return (
                &layout[..i],
                Some((element, &layout[i..i + n])),
                &layout[i + n..],
            );
        }
    }
    (layout, None, b"")
}

/// What is shown.
#[derive(Clone, Copy, Debug)]
pub struct Clock<'a> {
    /// Seconds since 1970 that the location's clocks show.
    pub local: i64,
    pub nanosecond: i64,
    pub zone: &'a [u8],
    pub offset: i64,
}

/// As `Time.Format`.
pub fn format(layout: &[u8], clock: &Clock) -> Vec<u8> {
    let mut out = Vec::with_capacity(layout.len() + 10);
    let (day, second) = (
        clock.local.div_euclid(86_400),
        clock.local.rem_euclid(86_400),
    );
    let (year, month, day_of_month, year_day) = calendar::civil(day);
    let weekday = DAYS[(day + 4).rem_euclid(7) as usize];
    let month_name = MONTHS[(month - 1) as usize];
    let (hour, minute, second) = (second / 3600, second / 60 % 60, second % 60);
    let hour12 = if hour % 12 == 0 { 12 } else { hour % 12 };
    let mut rest = layout;
    loop {
        let (before, element, after) = next_element(rest);
        out.extend_from_slice(before);
        let Some((element, _)) = element else {
            return out;
        };
        rest = after;
        let text = match element {
            LongMonth => month_name.to_owned(),
            Month => month_name[..3].to_owned(),
            NumMonth => month.to_string(),
            ZeroMonth => format!("{month:02}"),
            LongWeekday => weekday.to_owned(),
            Weekday => weekday[..3].to_owned(),
            Day => day_of_month.to_string(),
            UnderDay => format!("{day_of_month:2}"),
            ZeroDay => format!("{day_of_month:02}"),
            UnderYearDay => format!("{year_day:3}"),
            ZeroYearDay => format!("{year_day:03}"),
            Hour => format!("{hour:02}"),
            Hour12 => hour12.to_string(),
            ZeroHour12 => format!("{hour12:02}"),
            Minute => minute.to_string(),
            ZeroMinute => format!("{minute:02}"),
            Second => second.to_string(),
            ZeroSecond => format!("{second:02}"),
            LongYear if year < 0 => format!("-{:04}", -year),
            LongYear => format!("{year:04}"),
            Year => format!("{:02}", year.rem_euclid(100)),
            UpperPm => if hour >= 12 { "PM" } else { "AM" }.to_owned(),
            LowerPm => if hour >= 12 { "pm" } else { "am" }.to_owned(),
            Zone if !clock.zone.is_empty() => {
                out.extend_from_slice(clock.zone);
                continue;
            }
            Zone => {
                let minutes = clock.offset / 60;
                let sign = if minutes < 0 { '-' } else { '+' };
                let minutes = minutes.abs();
                format!("{sign}{:02}{:02}", minutes / 60, minutes % 60)
            }
            Offset { iso: true, .. } if clock.offset == 0 => "Z".to_owned(),
            Offset { colon, parts, .. } => offset_text(clock.offset, colon, parts),
            Fraction {
                digits,
                cut,
                separator,
            } => fraction_text(clock.nanosecond, digits, cut, separator),
        };
        out.extend_from_slice(text.as_bytes());
    }
}

fn offset_text(offset: i64, colon: bool, parts: u8) -> String {
    // The sign is that of the whole minutes.
    let (sign, a) = if offset / 60 < 0 {
        ('-', -offset)
    } else {
        ('+', offset)
    };
    let gap = if colon { ":" } else { "" };
    let (h, m, s) = (a / 3600, a / 60 % 60, a % 60);
    match parts {
        1 => format!("{sign}{h:02}"),
        2 => format!("{sign}{h:02}{gap}{m:02}"),
        _ => format!("{sign}{h:02}{gap}{m:02}{gap}{s:02}"),
    }
}

fn fraction_text(nanosecond: i64, digits: usize, cut: bool, separator: u8) -> String {
    let all = format!("{nanosecond:09}");
    let mut shown = all[..digits.min(9)].to_owned();
    if cut {
        shown.truncate(shown.trim_end_matches('0').len());
        if shown.is_empty() {
            return String::new();
        }
    }
    format!("{}{shown}", separator as char)
}

/// What was read.
#[derive(Clone, Debug, Default)]
pub struct Parsed {
    pub year: i64,
    pub month: i64,
    pub day: i64,
    pub hour: i64,
    pub minute: i64,
    pub second: i64,
    pub nanosecond: i64,
    pub offset: Option<i64>,
    pub utc: bool,
    pub zone: Vec<u8>,
}

/// Why a time could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The layout's element and the value's text from there on.
    Mismatch(Vec<u8>, Vec<u8>),
    /// What is out of range.
    Range(&'static str),
    Extra(Vec<u8>),
}

/// Marks a failed element.
struct Bad;

/// As `time.Parse`.
pub fn parse(layout: &[u8], value: &[u8]) -> Result<Parsed, Fault> {
    let mut p = Parser {
        value,
        ..Parser::default()
    };
    let mut rest = layout;
    loop {
        let (before, element, after) = next_element(rest);
        if !p.skip(before) {
            return Err(Fault::Mismatch(before.to_vec(), p.value.to_vec()));
        }
        let Some((element, text)) = element else {
            if !p.value.is_empty() {
                return Err(Fault::Extra(p.value.to_vec()));
            }
            break;
        };
        rest = after;
        let held = p.value;
        match p.element(element, after) {
            Ok(()) => {}
            Err(Bad) => return Err(Fault::Mismatch(text.to_vec(), held.to_vec())),
        }
        if let Some(what) = p.out_of_range {
            return Err(Fault::Range(what));
        }
    }
    p.finish()
}

#[derive(Default)]
struct Parser<'a> {
    value: &'a [u8],
    out: Parsed,
    month: Option<i64>,
    day: Option<i64>,
    year_day: Option<i64>,
    pm: bool,
    am: bool,
    out_of_range: Option<&'static str>,
}

impl Parser<'_> {
    /// Skips literal text; a run of spaces matches any number of them.
    fn skip(&mut self, text: &[u8]) -> bool {
        let mut i = 0;
        while i < text.len() {
            if text[i] == b' ' {
                if !self.value.is_empty() && self.value[0] != b' ' {
                    return false;
                }
                while i < text.len() && text[i] == b' ' {
                    i += 1;
                }
                while self.value.first() == Some(&b' ') {
                    self.value = &self.value[1..];
                }
                continue;
            }
            if self.value.first() != Some(&text[i]) {
                return false;
            }
            i += 1;
            self.value = &self.value[1..];
        }
        true
    }

    fn exactly(&mut self, n: usize) -> Result<i64, Bad> {
        let digits = self
            .value
            .get(..n)
            .filter(|d| d.iter().all(u8::is_ascii_digit))
            .ok_or(Bad)?;
        self.value = &self.value[n..];
        Ok(digits.iter().fold(0, |n, d| n * 10 + i64::from(d - b'0')))
    }

    /// One or two digits; two exactly if `fixed`.
    fn short(&mut self, fixed: bool) -> Result<i64, Bad> {
        if fixed || self.value.get(1).is_some_and(u8::is_ascii_digit) {
            self.exactly(2)
        } else {
            self.exactly(1)
        }
    }

    fn name(&mut self, names: &[&str], len: Option<usize>) -> Result<i64, Bad> {
        for (i, name) in names.iter().enumerate() {
            let name = &name.as_bytes()[..len.unwrap_or(name.len())];
            if self.value.len() >= name.len() && self.value[..name.len()].eq_ignore_ascii_case(name)
            {
                self.value = &self.value[name.len()..];
                return Ok(i as i64);
            }
        }
        Err(Bad)
    }

    fn limit(&mut self, n: i64, low: i64, high: i64, what: &'static str) -> i64 {
        if !(low..=high).contains(&n) {
            self.out_of_range = Some(what);
        }
        n
    }

    fn element(&mut self, element: Element, after: &[u8]) -> Result<(), Bad> {
        match element {
            Year => {
                // Go reads a sign and a digit as well.
                let y = match *self.value {
                    [sign @ (b'+' | b'-'), d @ b'0'..=b'9', ref rest @ ..] => {
                        self.value = rest;
                        let d = i64::from(d - b'0');
                        if sign == b'-' { -d } else { d }
                    }
                    _ => self.exactly(2)?,
                };
                self.out.year = if y >= 69 { y + 1900 } else { y + 2000 };
            }
            LongYear => self.out.year = self.exactly(4)?,
            Month => self.month = Some(self.name(&MONTHS, Some(3))? + 1),
            LongMonth => self.month = Some(self.name(&MONTHS, None)? + 1),
            NumMonth | ZeroMonth => {
                let m = self.short(element == ZeroMonth)?;
                self.month = Some(self.limit(m, 1, 12, "month"));
            }
            Weekday => drop(self.name(&DAYS, Some(3))?),
            LongWeekday => drop(self.name(&DAYS, None)?),
            Day | UnderDay | ZeroDay => {
                if element == UnderDay && self.value.first() == Some(&b' ') {
                    self.value = &self.value[1..];
                }
                self.day = Some(self.short(element == ZeroDay)?);
            }
            UnderYearDay | ZeroYearDay => {
                for _ in 0..2 {
                    if element == UnderYearDay && self.value.first() == Some(&b' ') {
                        self.value = &self.value[1..];
                    }
                }
                let n = self
                    .value
                    .iter()
                    .take(3)
                    .take_while(|c| c.is_ascii_digit())
                    .count();
                self.year_day =
                    Some(self.exactly(if element == ZeroYearDay { 3 } else { n.max(1) })?);
            }
            Hour => {
                let h = self.short(false)?;
                self.out.hour = self.limit(h, 0, 23, "hour");
            }
            Hour12 | ZeroHour12 => {
                let h = self.short(element == ZeroHour12)?;
                self.out.hour = self.limit(h, 0, 12, "hour");
            }
            Minute | ZeroMinute => {
                let m = self.short(element == ZeroMinute)?;
                self.out.minute = self.limit(m, 0, 59, "minute");
            }
            Second | ZeroSecond => {
                let s = self.short(element == ZeroSecond)?;
                self.out.second = self.limit(s, 0, 59, "second");
                // Decimals may follow although the layout has none.
                let expected = matches!(element_at(after), Some((Fraction { .. }, _)));
                if !expected && matches!(self.value, [b'.' | b',', b'0'..=b'9', ..]) {
                    let n = 1 + self.value[1..]
                        .iter()
                        .take_while(|c| c.is_ascii_digit())
                        .count();
                    self.fraction(n)?;
                }
            }
            UpperPm | LowerPm => {
                let (pm, am): (&[u8], &[u8]) = if element == UpperPm {
                    (b"PM", b"AM")
                } else {
                    (b"pm", b"am")
                };
                let word = self.value.get(..2).ok_or(Bad)?;
                self.pm |= word == pm;
                self.am |= word == am;
                if word != pm && word != am {
                    return Err(Bad);
                }
                self.value = &self.value[2..];
            }
            Offset { iso, colon, parts } => self.offset(iso, colon, parts)?,
            Zone => self.zone()?,
            Fraction {
                digits, cut: false, ..
            } => self.fraction(1 + digits)?,
            Fraction { .. } => {
                if matches!(self.value, [b'.' | b',', b'0'..=b'9', ..]) {
                    let n = 1 + self.value[1..]
                        .iter()
                        .take_while(|c| c.is_ascii_digit())
                        .count();
                    self.fraction(n)?;
                }
            }
        }
        Ok(())
    }

    /// A separator and a number, `n` bytes in all. It may have a sign, as Go reads it; a negative one is out of
    /// range.
    fn fraction(&mut self, n: usize) -> Result<(), Bad> {
        let text = self.value.get(..n).ok_or(Bad)?;
        let number = &text[1..n.min(10)];
        let digits = match number {
            [b'+' | b'-', rest @ ..] => rest,
            _ => number,
        };
        let is_number = !digits.is_empty() && digits.iter().all(u8::is_ascii_digit);
        if !matches!(text[0], b'.' | b',') || !is_number {
            return Err(Bad);
        }
        let value = digits.iter().fold(0, |n, d| n * 10 + i64::from(d - b'0'));
        if number[0] == b'-' && value != 0 {
            self.out_of_range = Some("fractional second");
        }
        self.out.nanosecond = value * 10i64.pow(9 - number.len() as u32);
        self.value = &self.value[n..];
        Ok(())
    }

    fn offset(&mut self, iso: bool, colon: bool, parts: u8) -> Result<(), Bad> {
        if iso && self.value.first() == Some(&b'Z') {
            self.value = &self.value[1..];
            self.out.utc = true;
            return Ok(());
        }
        let sign = match self.value.first() {
            Some(b'+') => 1,
            Some(b'-') => -1,
            _ => return Err(Bad),
        };
        self.value = &self.value[1..];
        let mut total = 0;
        for (i, scale) in [3600, 60, 1]
            .into_iter()
            .take(usize::from(parts))
            .enumerate()
        {
            if i > 0 && colon {
                if self.value.first() != Some(&b':') {
                    return Err(Bad);
                }
                self.value = &self.value[1..];
            }
            let n = self.exactly(2)?;
            let high = if i == 0 { 24 } else { 60 };
            self.limit(
                n,
                0,
                high,
                [
                    "time zone offset hour",
                    "time zone offset minute",
                    "time zone offset second",
                ][i],
            );
            total += n * scale;
        }
        self.out.offset = Some(sign * total);
        Ok(())
    }

    fn zone(&mut self) -> Result<(), Bad> {
        if self.value.starts_with(b"UTC") {
            self.value = &self.value[3..];
            self.out.utc = true;
            return Ok(());
        }
        let n = zone_length(self.value).ok_or(Bad)?;
        self.out.zone = self.value[..n].to_vec();
        self.value = &self.value[n..];
        Ok(())
    }

    fn finish(mut self) -> Result<Parsed, Fault> {
        let o = &mut self.out;
        if self.pm && o.hour < 12 {
            o.hour += 12;
        } else if self.am && o.hour == 12 {
            o.hour = 0;
        }
        if let Some(year_day) = self.year_day {
            if !(1..=365 + i64::from(calendar::is_leap(o.year))).contains(&year_day) {
                return Err(Fault::Range("day-of-year"));
            }
            let (_, month, day, _) = calendar::civil(calendar::day_number(o.year, 1, year_day));
            if self.month.is_some_and(|m| m != month) {
                return Err(Fault::Range("day-of-year does not match month"));
            }
            if self.day.is_some_and(|d| d != day) {
                return Err(Fault::Range("day-of-year does not match day"));
            }
            (self.month, self.day) = (Some(month), Some(day));
        }
        o.month = self.month.unwrap_or(1);
        o.day = self.day.unwrap_or(1);
        if !(1..=calendar::days_in(o.month, o.year)).contains(&o.day) {
            return Err(Fault::Range("day"));
        }
        Ok(self.out)
    }
}

/// The length of a zone's abbreviation: three or four capitals, or `GMT+3`, or `+03`.
fn zone_length(value: &[u8]) -> Option<usize> {
    let signed = |s: &[u8]| -> Option<usize> {
        matches!(s.first(), Some(b'+' | b'-')).then_some(())?;
        let n = s[1..]
            .iter()
            .take(2)
            .take_while(|c| c.is_ascii_digit())
            .count();
        let hours = s[1..=n].iter().fold(0, |n, d| n * 10 + i64::from(d - b'0'));
        (n > 0 && hours <= 23).then_some(1 + n)
    };
    if value.len() < 3 {
        return None;
    }
    if value.starts_with(b"ChST") || value.starts_with(b"MeST") {
        return Some(4);
    }
    if value.starts_with(b"GMT") {
        return Some(3 + signed(&value[3..]).unwrap_or(0));
    }
    if matches!(value[0], b'+' | b'-') {
        return signed(value);
    }
    match value
        .iter()
        .take(6)
        .take_while(|c| c.is_ascii_uppercase())
        .count()
    {
        5 if value[4] == b'T' => Some(5),
        4 if value[3] == b'T' || value.starts_with(b"WITA") => Some(4),
        3 => Some(3),
        _ => None,
    }
}
