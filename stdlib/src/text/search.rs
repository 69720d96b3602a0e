//! Searching, cutting and mapping byte strings that are mostly UTF-8: what packages strings and bytes share.

use super::unicode::{self, Case};
use super::utf8;

pub fn index(s: &[u8], sub: &[u8]) -> i64 {
    memchr::memmem::find(s, sub).map_or(-1, |i| i as i64)
}

pub fn index_byte(s: &[u8], c: u8) -> i64 {
    memchr::memchr(c, s).map_or(-1, |i| i as i64)
}

pub fn last_index(s: &[u8], sub: &[u8]) -> i64 {
    memchr::memmem::rfind(s, sub).map_or(-1, |i| i as i64)
}

pub fn last_index_byte(s: &[u8], c: u8) -> i64 {
    memchr::memrchr(c, s).map_or(-1, |i| i as i64)
}

pub fn index_rune(s: &[u8], r: i32) -> i64 {
    if r == utf8::ERROR as i32 {
        return utf8::runes(s)
            .find(|x| x.1 == utf8::ERROR)
            .map_or(-1, |x| x.0 as i64);
    }
    match u32::try_from(r).ok().and_then(char::from_u32) {
        Some(c) => index(s, c.encode_utf8(&mut [0; 4]).as_bytes()),
        None => -1,
    }
}

fn contains_rune(chars: &[u8], r: u32) -> bool {
    utf8::runes(chars).any(|x| x.1 == r)
}

pub fn index_any(s: &[u8], chars: &[u8]) -> i64 {
    utf8::runes(s)
        .find(|x| contains_rune(chars, x.1))
        .map_or(-1, |x| x.0 as i64)
}

pub fn last_index_any(s: &[u8], chars: &[u8]) -> i64 {
    let mut end = s.len();
    while end > 0 {
        let (rune, width) = utf8::decode_last(&s[..end]);
        end -= width;
        if contains_rune(chars, rune) {
            return end as i64;
        }
    }
    -1
}

pub fn count(s: &[u8], sub: &[u8]) -> i64 {
    if sub.is_empty() {
        return utf8::count(s) as i64 + 1;
    }
    memchr::memmem::find_iter(s, sub).count() as i64
}

pub fn compare(a: &[u8], b: &[u8]) -> i64 {
    a.cmp(b) as i64
}

pub fn equal_fold(a: &[u8], b: &[u8]) -> bool {
    let (mut x, mut y) = (utf8::runes(a), utf8::runes(b));
    loop {
        match (x.next(), y.next()) {
            (None, None) => return true,
            (Some(p), Some(q)) if unicode::fold_equal(p.1, q.1) => {}
            _ => return false,
        }
    }
}

/// Every rune in another case; `None` if nothing changes.
pub fn to_case(s: &[u8], case: Case) -> Option<Vec<u8>> {
    let first = utf8::runes(s)
        .find(|x| unicode::to_case(case, x.1) != x.1 || x.1 == 0xfffd && x.2 == 1)?
        .0;
    let mut out = Vec::with_capacity(s.len());
    // Bad bytes become U+FFFD.
    for (_, rune, _) in utf8::runes(&s[..first]).chain(utf8::runes(&s[first..])) {
        utf8::push(&mut out, unicode::to_case(case, rune) as i32);
    }
    Some(out)
}

/// What remains after cutting runes that `cut` accepts: from, to.
pub fn trim(s: &[u8], left: bool, right: bool, cut: impl Fn(u32) -> bool) -> (usize, usize) {
    let (mut from, mut to) = (0, s.len());
    while left && from < to {
        let (rune, width) = utf8::decode(&s[from..]);
        if !cut(rune) {
            break;
        }
        from += width;
    }
    while right && from < to {
        let (rune, width) = utf8::decode_last(&s[from..to]);
        if !cut(rune) {
            break;
        }
        to -= width;
    }
    (from, to)
}

pub fn trim_set(s: &[u8], set: &[u8], left: bool, right: bool) -> (usize, usize) {
    if set.is_empty() {
        return (0, s.len());
    }
    trim(s, left, right, |r| contains_rune(set, r))
}

pub fn trim_space(s: &[u8]) -> (usize, usize) {
    trim(s, true, true, unicode::is_space)
}

/// Maximal runs of what is not space: (from, to).
pub fn fields(s: &[u8]) -> Vec<(usize, usize)> {
    let mut out = Vec::new();
    let mut start = None;
    for (at, rune, _) in utf8::runes(s) {
        if unicode::is_space(rune) {
            if let Some(from) = start.take() {
                out.push((from, at));
            }
        } else if start.is_none() {
            start = Some(at);
        }
    }
    if let Some(from) = start {
        out.push((from, s.len()));
    }
    out
}

/// Pieces between separators, at most `n` if `n >= 0`, each but the last with `keep` bytes of its separator.
pub fn split(s: &[u8], sep: &[u8], keep: usize, n: i64) -> Vec<(usize, usize)> {
    let limit = usize::try_from(n).unwrap_or(usize::MAX);
    let mut out = Vec::new();
    let mut from = 0;
    if limit == 0 {
        return out;
    }
    for at in memchr::memmem::find_iter(s, sep) {
        if out.len() + 1 >= limit {
            break;
        }
        out.push((from, at + keep));
        from = at + sep.len();
    }
    out.push((from, s.len()));
    out
}

/// The UTF-8 sequences, at most `n` if `n >= 0`, the last the rest.
pub fn explode(s: &[u8], n: i64) -> Vec<(usize, usize)> {
    let limit = usize::try_from(n).unwrap_or(usize::MAX);
    let mut out: Vec<(usize, usize)> = Vec::new();
    for (at, _, width) in utf8::runes(s) {
        if out.len() + 1 == limit {
            out.push((at, s.len()));
            break;
        }
        out.push((at, at + width));
    }
    out
}

/// The first `n` (all if negative) occurrences replaced; `None` if there are none.
pub fn replace(s: &[u8], old: &[u8], new: &[u8], n: i64) -> Option<Vec<u8>> {
    let limit = usize::try_from(n).unwrap_or(usize::MAX);
    let places: Vec<usize> = if old.is_empty() {
        utf8::runes(s)
            .map(|x| x.0)
            .chain([s.len()])
            .take(limit)
            .collect()
    } else {
        memchr::memmem::find_iter(s, old).take(limit).collect()
    };
    if places.is_empty() || old == new {
        return None;
    }
    let mut out = Vec::with_capacity(s.len() + places.len() * new.len());
    let mut from = 0;
    for at in places {
        out.extend_from_slice(&s[from..at]);
        out.extend_from_slice(new);
        from = at + old.len();
    }
    out.extend_from_slice(&s[from..]);
    Some(out)
}

/// Each run of bad bytes replaced; `None` if there is none.
pub fn to_valid(s: &[u8], replacement: &[u8]) -> Option<Vec<u8>> {
    if std::str::from_utf8(s).is_ok() {
        return None;
    }
    let mut out = Vec::with_capacity(s.len() + replacement.len());
    let mut in_run = false;
    for (at, rune, width) in utf8::runes(s) {
        let bad = rune == utf8::ERROR && width == 1;
        if !bad {
            out.extend_from_slice(&s[at..at + width]);
        } else if !in_run {
            out.extend_from_slice(replacement);
        }
        in_run = bad;
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn splitting() {
        assert_eq!(split(b"a,b,c", b",", 0, 2), [(0, 1), (2, 5)]);
        assert_eq!(split(b"a,b", b",", 1, -1), [(0, 2), (2, 3)]);
        assert_eq!(explode("aé".as_bytes(), -1), [(0, 1), (1, 3)]);
        assert_eq!(fields(b" a  bc "), [(1, 2), (4, 6)]);
    }

    #[test]
    fn replacing() {
        assert_eq!(replace(b"aa", b"a", b"b", 1).unwrap(), b"ba");
        assert_eq!(replace(b"ab", b"", b"-", -1).unwrap(), b"-a-b-");
        assert_eq!(to_valid(b"a\xff\xfeb", b"?").unwrap(), b"a?b");
    }
}
