//! `//line` directives: positions that generated source text wants to have.
//!
//! A directive holds from the position behind it (of `//line`: from the next line) up to the next
//! one in its file. Forms: `//line name:line`, `//line name:line:column`, the same in `/*line …*/`.

/// Where the text from `offset` on wants to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineDirective {
    pub offset: u32,
    pub name: String,
    pub line: u32,
    /// 0 if the directive names none: columns are unknown then.
    pub column: u32,
}

/// The directives of a file called `file`, in order.
pub fn find(file: &str, text: &str) -> Vec<LineDirective> {
    if !text.contains("//line ") && !text.contains("/*line ") {
        return Vec::new();
    }
    let bytes = text.as_bytes();
    let mut out: Vec<LineDirective> = Vec::new();
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
                    push(&mut out, file, body.trim_end_matches('\r'), end + 1);
                }
                i = end;
            }
            b'/' if bytes.get(i + 1) == Some(&b'*') => {
                let end = text[i + 2..].find("*/").map_or(bytes.len(), |n| i + 2 + n);
                if let Some(body) = text[i..end].strip_prefix("/*line ") {
                    push(&mut out, file, body, end + 2);
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

/// Splits off a number behind the last colon.
fn trailing_number(text: &str) -> Option<(&str, u32)> {
    let (rest, digits) = text.rsplit_once(':')?;
    let n = digits.parse().ok()?;
    Some((rest, n))
}

fn push(out: &mut Vec<LineDirective>, file: &str, text: &str, offset: usize) {
    let Some((rest, last)) = trailing_number(text) else {
        return;
    };
    let (name, line, column) = match trailing_number(rest) {
        Some((name, line)) if last > 0 => (name, line, last),
        Some(_) => return,
        None => (rest, last, 0),
    };
    if line == 0 {
        return;
    }
    let name = match name {
        // "If the filename is omitted, … the recorded filename is the most recent one."
        "" if column > 0 => out.last().map_or(file, |d| &d.name).to_owned(),
        "" => "??".to_owned(),
        _ if is_relative(name) => format!("./{name}"),
        _ => name.to_owned(),
    };
    out.push(LineDirective {
        offset: offset as u32,
        name,
        line,
        column,
    });
}

fn is_relative(name: &str) -> bool {
    let has_drive = name.as_bytes().get(1) == Some(&b':');
    !name.starts_with(['/', '.', '<']) && !has_drive
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms() {
        let text = "package p\n//line a.go:10\nx\n /*line :20:3*/ y \"//line z.go:1\"\n //line no.go:3\n\
                    //line /abs/b.go:7:2\n//line bad\n//line c:/d.go:5\n//line :9\n";
        let got: Vec<_> = find("p.go", text)
            .into_iter()
            .map(|d| (d.name, d.line, d.column))
            .collect();
        let want = [
            ("./a.go", 10, 0),
            ("./a.go", 20, 3),
            ("/abs/b.go", 7, 2),
            ("c:/d.go", 5, 0),
            ("??", 9, 0),
        ];
        let want: Vec<_> = want.map(|(n, l, c)| (n.to_owned(), l, c)).into();
        assert_eq!(got, want);
    }
}
