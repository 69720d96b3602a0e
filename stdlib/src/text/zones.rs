//! Time zones: files of the zone database (TZif), and the rule at their end for later years.

use super::calendar;

/// What is in force in some stretch of time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offset {
    pub name: String,
    /// Seconds east of UTC.
    pub seconds: i64,
    pub is_dst: bool,
}

/// A zone.
#[derive(Debug, Default)]
pub struct Zone {
    offsets: Vec<Offset>,
    /// (from when on, index of the offset), ascending.
    changes: Vec<(i64, usize)>,
    rule: Option<Rule>,
}

/// An offset and when it is in force: from, to.
pub type Stretch = (Offset, i64, i64);

impl Zone {
    pub fn utc() -> Zone {
        Zone {
            offsets: vec![Offset {
                name: "UTC".to_owned(),
                seconds: 0,
                is_dst: false,
            }],
            ..Zone::default()
        }
    }

    /// Reads a TZif file, version 2 or later; `None` if it is not one.
    pub fn parse(data: &[u8]) -> Option<Zone> {
        let first = Header::parse(data)?;
        let second_at = 44 + first.body_len(4);
        let second = Header::parse(data.get(second_at..)?)?;
        let body = data.get(second_at + 44..)?;
        let (times, rest) = body.split_at_checked(second.times * 8)?;
        let (indexes, rest) = rest.split_at_checked(second.times)?;
        let (types, rest) = rest.split_at_checked(second.types * 6)?;
        let (names, rest) = rest.split_at_checked(second.chars)?;
        let footer = rest.get(second.leaps * 12 + second.std + second.utc..)?;
        let offsets = types
            .chunks_exact(6)
            .map(|t| {
                let name = names.get(usize::from(t[5])..)?.split(|&c| c == 0).next()?;
                Some(Offset {
                    name: String::from_utf8_lossy(name).into_owned(),
                    seconds: i64::from(i32::from_be_bytes([t[0], t[1], t[2], t[3]])),
                    is_dst: t[4] != 0,
                })
            })
            .collect::<Option<Vec<_>>>()?;
        let changes: Vec<(i64, usize)> = times
            .chunks_exact(8)
            .zip(indexes)
            .map(|(t, &i)| {
                (
                    i64::from_be_bytes(t.try_into().unwrap_or_default()),
                    usize::from(i),
                )
            })
            .collect();
        if offsets.is_empty() || changes.iter().any(|c| c.1 >= offsets.len()) {
            return None;
        }
        let rule = std::str::from_utf8(footer)
            .ok()
            .and_then(|s| Rule::parse(s.trim_matches('\n')));
        Some(Zone {
            offsets,
            changes,
            rule,
        })
    }

    /// What is in force at an instant, and from when to when.
    pub fn at(&self, unix: i64) -> Stretch {
        let i = self.changes.partition_point(|c| c.0 <= unix);
        if i == 0 {
            let first = self
                .offsets
                .iter()
                .find(|o| !o.is_dst)
                .unwrap_or(&self.offsets[0]);
            let end = self.changes.first().map_or(i64::MAX, |c| c.0);
            return (first.clone(), i64::MIN, end);
        }
        let (start, index) = self.changes[i - 1];
        if i == self.changes.len()
            && let Some(rule) = &self.rule
        {
            return rule.at(unix, start);
        }
        let end = self.changes.get(i).map_or(i64::MAX, |c| c.0);
        (self.offsets[index].clone(), start, end)
    }

    /// The offset of an abbreviation, preferably one in force when its clocks show `local`.
    pub fn named(&self, name: &str, local: i64) -> Option<i64> {
        let fitting = self.offsets.iter().filter(|o| o.name == name);
        fitting
            .clone()
            .find(|o| self.at(local - o.seconds).0.name == name)
            .or_else(|| self.offsets.iter().find(|o| o.name == name))
            .map(|o| self.at(local - o.seconds).0)
            .filter(|o| o.name == name)
            .or_else(|| fitting.clone().next().cloned())
            .map(|o| o.seconds)
    }
}

struct Header {
    utc: usize,
    std: usize,
    leaps: usize,
    times: usize,
    types: usize,
    chars: usize,
}

impl Header {
    fn parse(data: &[u8]) -> Option<Header> {
        if !data.starts_with(b"TZif") || data.len() < 44 || data[4] < b'2' {
            return None;
        }
        let count = |i: usize| {
            let at = 20 + i * 4;
            u32::from_be_bytes([data[at], data[at + 1], data[at + 2], data[at + 3]]) as usize
        };
        Some(Header {
            utc: count(0),
            std: count(1),
            leaps: count(2),
            times: count(3),
            types: count(4),
            chars: count(5),
        })
    }

    fn body_len(&self, time_size: usize) -> usize {
        self.times * (time_size + 1)
            + self.types * 6
            + self.chars
            + self.leaps * (time_size + 4)
            + self.std
            + self.utc
    }
}

/// A POSIX rule such as `CET-1CEST,M3.5.0,M10.5.0/3`.
#[derive(Debug)]
struct Rule {
    std: Offset,
    dst: Option<(Offset, Day, Day)>,
}

/// A day of the year and the local second on it.
#[derive(Clone, Copy, Debug)]
enum Day {
    /// From 1, 29 February not counted.
    Julian(i64, i64),
    /// From 0.
    Plain(i64, i64),
    /// Month, week (5: the last), weekday.
    Week(i64, i64, i64, i64),
}

impl Rule {
    fn parse(text: &str) -> Option<Rule> {
        let mut s = Scanner(text.as_bytes());
        let name = s.name()?;
        let std = Offset {
            name,
            seconds: -s.time()?,
            is_dst: false,
        };
        if s.0.is_empty() {
            return Some(Rule { std, dst: None });
        }
        let name = s.name()?;
        let seconds = if s.0.first() == Some(&b',') {
            std.seconds + 3600
        } else {
            -s.time()?
        };
        let dst = Offset {
            name,
            seconds,
            is_dst: true,
        };
        let start = s.day()?;
        let end = s.day()?;
        Some(Rule {
            std,
            dst: Some((dst, start, end)),
        })
    }

    fn at(&self, unix: i64, since: i64) -> Stretch {
        let Some((dst, start, end)) = &self.dst else {
            return (self.std.clone(), since, i64::MAX);
        };
        let year = calendar::civil(unix.div_euclid(86_400)).0;
        let mut changes: Vec<(i64, &Offset)> = Vec::new();
        for y in year - 1..=year + 1 {
            changes.push((start.instant(y) - self.std.seconds, dst));
            changes.push((end.instant(y) - dst.seconds, &self.std));
        }
        changes.sort_by_key(|c| c.0);
        let i = changes.partition_point(|c| c.0 <= unix).max(1);
        let to = changes.get(i).map_or(i64::MAX, |c| c.0);
        (changes[i - 1].1.clone(), changes[i - 1].0.max(since), to)
    }
}

impl Day {
    /// The local second of the change, counted from 1970.
    fn instant(self, year: i64) -> i64 {
        let new_year = calendar::day_number(year, 1, 1);
        let (day, time) = match self {
            Day::Julian(n, t) => (
                new_year + n - 1 + i64::from(calendar::is_leap(year) && n >= 60),
                t,
            ),
            Day::Plain(n, t) => (new_year + n, t),
            Day::Week(month, week, weekday, t) => {
                let first = calendar::day_number(year, month, 1);
                let skip = (weekday - (first + 4)).rem_euclid(7);
                let mut day = skip + (week - 1) * 7;
                while day >= calendar::days_in(month, year) {
                    day -= 7;
                }
                (first + day, t)
            }
        };
        day * 86_400 + time
    }
}

struct Scanner<'a>(&'a [u8]);

impl Scanner<'_> {
    fn take(&mut self, n: usize) -> String {
        let (head, rest) = self.0.split_at(n.min(self.0.len()));
        self.0 = rest;
        String::from_utf8_lossy(head).into_owned()
    }

    fn eat(&mut self, c: u8) -> bool {
        let hit = self.0.first() == Some(&c);
        self.0 = &self.0[usize::from(hit)..];
        hit
    }

    fn name(&mut self) -> Option<String> {
        if self.eat(b'<') {
            let n = self.0.iter().position(|&c| c == b'>')?;
            let name = self.take(n);
            self.eat(b'>');
            return Some(name);
        }
        let n = self
            .0
            .iter()
            .take_while(|c| c.is_ascii_alphabetic())
            .count();
        (n >= 3).then(|| self.take(n))
    }

    fn number(&mut self) -> Option<i64> {
        let n = self.0.iter().take_while(|c| c.is_ascii_digit()).count();
        self.take(n).parse().ok()
    }

    /// `[+-]h[:m[:s]]` in seconds.
    fn time(&mut self) -> Option<i64> {
        let sign = if self.eat(b'-') { -1 } else { 1 };
        self.eat(b'+');
        let mut seconds = self.number()? * 3600;
        for scale in [60, 1] {
            if self.eat(b':') {
                seconds += self.number()? * scale;
            }
        }
        Some(sign * seconds)
    }

    fn day(&mut self) -> Option<Day> {
        self.eat(b',').then_some(())?;
        let day = if self.eat(b'J') {
            Day::Julian(self.number()?, 7200)
        } else if self.eat(b'M') {
            let month = self.number()?;
            self.eat(b'.');
            let week = self.number()?;
            self.eat(b'.');
            Day::Week(month.clamp(1, 12), week, self.number()?, 7200)
        } else {
            Day::Plain(self.number()?, 7200)
        };
        if !self.eat(b'/') {
            return Some(day);
        }
        let time = self.time()?;
        Some(match day {
            Day::Julian(n, _) => Day::Julian(n, time),
            Day::Plain(n, _) => Day::Plain(n, time),
            Day::Week(m, w, d, _) => Day::Week(m, w, d, time),
        })
    }
}
