//! Source text as the front end takes it: UTF-8.

/// The text, and where it was not UTF-8: the first such place of each line. What was wrong is
/// replaced byte by byte, so that positions stay, and so that no further errors come of it.
pub(crate) fn decode(bytes: Vec<u8>) -> (String, Vec<usize>) {
    let mut bytes = match String::from_utf8(bytes) {
        Ok(text) => return (text, Vec::new()),
        Err(e) => e.into_bytes(),
    };
    let mut found: Vec<usize> = Vec::new();
    let (mut at, mut before) = (0, None);
    while let Err(e) = std::str::from_utf8(&bytes[at..]) {
        at += e.valid_up_to();
        let is_new_line = |last: usize| memchr::memchr(b'\n', &bytes[last..at]).is_some();
        if before.is_none_or(is_new_line) {
            found.push(at);
        }
        before = Some(at);
        // In a name it is a letter, elsewhere a space.
        let previous = at.checked_sub(1).map_or(b' ', |i| bytes[i]);
        let in_name = previous.is_ascii_alphanumeric() || previous == b'_' || previous >= 0x80;
        bytes[at] = if in_name { b'x' } else { b' ' };
    }
    let text = String::from_utf8(bytes)
        .unwrap_or_else(|e| String::from_utf8_lossy(e.as_bytes()).into_owned());
    (text, found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_stay() {
        let (text, found) = decode(b"a\xff \xfe\nb\n\xe2\x82\xc3\xa9".to_vec());
        assert_eq!(text, "ax  \nb\n  \u{e9}");
        assert_eq!(found, [1, 7]);
    }
}
