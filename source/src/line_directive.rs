//! `//line` directives: positions that generated source text wants to have.
//!
//! A directive holds from the position behind it (of `//line`: from the next line) up to the next
//! one in its file. Forms: `//line name:line`, `//line name:line:column`, the same in `/*line …*/`.

/// Bytes of `//line ` and of `/*line `.
const MARK: usize = 7;

/// Where the text from `offset` on wants to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineDirective {
    pub offset: u32,
    pub name: String,
    pub line: u32,
    /// 0 if the directive names none: columns are unknown then.
    pub column: u32,
}

/// The directives of a file.
#[derive(Debug, Default)]
pub struct LineDirectives {
    /// In order.
    pub list: Vec<LineDirective>,
    /// The first one whose number is none, and what gc says.
    pub invalid: Option<(u32, String)>,
}

/// Numbers of lines and columns are not larger.
const MAX_NUMBER: u64 = 1 << 30;

/// The directives of a file called `file`.
pub fn find(file: &str, text: &str) -> LineDirectives {
    let mut out = LineDirectives::default();
    if !text.contains("//line ") && !text.contains("/*line ") {
        return out;
    }
    let bytes = text.as_bytes();
    let mut i = 0;
    while i < bytes.len() {
        match bytes[i] {
            quote @ (b'"' | b'\'' | b'`') => i = end_of_quoted(bytes, i, quote),
            b'/' if bytes.get(i + 1) == Some(&b'/') => {
                let end = memchr_from(bytes, i, b'\n').unwrap_or(bytes.len());
                let starts_line = i == 0 || bytes[i - 1] == b'\n';
                if let Some(body) = text[i..end].strip_prefix("//line ")
                    && starts_line
                {
                    let body = body.trim_end_matches('\r');
                    out.add(file, body, i + MARK, end + 1);
                }
                i = end;
            }
            b'/' if bytes.get(i + 1) == Some(&b'*') => {
                let end = text[i + 2..].find("*/").map_or(bytes.len(), |n| i + 2 + n);
                if let Some(body) = text[i..end].strip_prefix("/*line ") {
                    out.add(file, body, i + MARK, end + 2);
                }
                i = end + 2;
            }
            _ => i += 1,
        }
    }
    out
}

fn memchr_from(bytes: &[u8], from: usize, wanted: u8) -> Option<usize> {
    bytes[from..]
        .iter()
        .position(|&b| b == wanted)
        .map(|n| from + n)
}

/// Behind the literal that starts at `start`; an interpreted one ends with its line at the latest.
fn end_of_quoted(bytes: &[u8], start: usize, quote: u8) -> usize {
    let mut i = start + 1;
    while i < bytes.len() {
        match bytes[i] {
            b'\\' if quote != b'`' => i += 1,
            b'\n' if quote != b'`' => return i,
            b if b == quote => return i + 1,
            _ => {}
        }
        i += 1;
    }
    i
}

/// Splits off what is behind the last colon, if it is a number, `Err` if it is none.
fn trailing_number(text: &str) -> Option<(&str, Result<u64, &str>)> {
    let (rest, digits) = text.rsplit_once(':')?;
    Some((rest, digits.parse().map_err(|_| digits)))
}

impl LineDirectives {
    /// Adds the directive `text`, which starts at `start`, for what follows from `offset` on.
    fn add(&mut self, file: &str, text: &str, start: usize, offset: usize) {
        match parse(text) {
            None => {}
            Some(Ok((name, line, column))) => {
                let name = match name {
                    // "If the filename is omitted, … the recorded filename is the most recent one."
                    "" if column > 0 => self.list.last().map_or(file, |d| &d.name),
                    _ => name,
                };
                self.list.push(LineDirective {
                    offset: offset as u32,
                    name: name.to_owned(),
                    line,
                    column,
                });
            }
            Some(Err((what, number))) => {
                let at = start + text.rfind(number).unwrap_or(0);
                let message = format!("invalid {what} number: {number}");
                self.invalid.get_or_insert((at as u32, message));
            }
        }
    }
}

/// Name, line and column of a directive (0 if it has none); what is wrong with it, and where; nothing
/// if it is no directive.
#[allow(clippy::type_complexity, reason = "used once")]
fn parse(text: &str) -> Option<Result<(&str, u32, u32), (&'static str, &str)>> {
    let (rest, last) = trailing_number(text)?;
    let digits = &text[rest.len() + 1..];
    let Ok(last) = last else {
        return Some(Err(("line", digits)));
    };
    let in_range = |n: u64| n > 0 && n <= MAX_NUMBER;
    let (name, line, line_digits, column) = match trailing_number(rest) {
        Some((name, Ok(line))) => {
            if !in_range(last) {
                return Some(Err(("column", digits)));
            }
            (name, line, &rest[name.len() + 1..], last)
        }
        _ => (rest, last, digits, 0),
    };
    if !in_range(line) {
        return Some(Err(("line", line_digits)));
    }
    Some(Ok((name, line as u32, column as u32)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms() {
        let text = "package p\n//line a.go:10\nx\n /*line :20:3*/ y \"//line z.go:1\"\n //line no.go:3\n\
                    //line /abs/b.go:7:2\n//line bad\n//line c:/d.go:5\n//line :9\n";
        let got: Vec<_> = find("p.go", text)
            .list
            .into_iter()
            .map(|d| (d.name, d.line, d.column))
            .collect();
        let want = [
            ("a.go", 10, 0),
            ("a.go", 20, 3),
            ("/abs/b.go", 7, 2),
            ("c:/d.go", 5, 0),
            ("", 9, 0),
        ];
        let want: Vec<_> = want.map(|(n, l, c)| (n.to_owned(), l, c)).into();
        assert_eq!(got, want);
    }

    #[test]
    fn numbers_that_are_none() {
        for (text, message) in [
            ("x.go:0", "invalid line number: 0"),
            ("x.go:abc", "invalid line number: abc"),
            ("x.go:3:abc", "invalid line number: abc"),
            ("x.go:10:0", "invalid column number: 0"),
            ("x.go:99999999999", "invalid line number: 99999999999"),
        ] {
            let found = find("p.go", &format!("//line {text}\n"));
            assert_eq!(found.invalid.unwrap().1, message);
        }
    }
}
