//! The lines of a go.mod or go.work file as words. See "Go Modules Reference", "Lexical elements".

/// A mistake in the file; `column` only where Go gives one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    pub line: usize,
    pub column: Option<usize>,
    pub message: String,
}

impl Mistake {
    pub fn at(line: usize, message: impl Into<String>) -> Mistake {
        Mistake {
            line,
            column: None,
            message: message.into(),
        }
    }
}

/// One line's words, those of a block with the block's verb before them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line<'t> {
    pub number: usize,
    pub words: Vec<&'t str>,
    /// Where the first word stands, from 1.
    pub column: usize,
    /// The comment at the end, without `//`.
    pub comment: &'t str,
}

/// Cuts the file into lines, blocks resolved.
///
/// # Errors
/// The first mistake.
pub fn lines<'t>(text: &'t str, file: &str) -> Result<Vec<Line<'t>>, Mistake> {
    let mut result = Vec::new();
    // The verb of the open block (none: one whose lines mean nothing), and where it began.
    let mut block: Option<(Option<&str>, usize)> = None;
    let text = text.trim_start_matches('\u{feff}');
    for (i, line_text) in text.split('\n').enumerate() {
        let number = i + 1;
        let (mut words, comment) = words(line_text.trim_end_matches('\r'), number)?;
        let column = line_text.len() - line_text.trim_start().len() + 1;
        let is_statement = match (block, words.as_slice()) {
            (_, []) => false,
            (Some(_), [")"]) => {
                block = None;
                false
            }
            (Some((Some(verb), _)), _) => {
                words.insert(0, verb);
                true
            }
            (Some((None, _)), _) | (None, [_, "(", ")"]) => false,
            (None, [verb, "("]) => {
                block = Some((Some(verb), number));
                false
            }
            // Whoever reads the line says that there is no such block.
            (None, [_, .., "("]) => {
                block = Some((None, number));
                true
            }
            (None, _) => true,
        };
        if is_statement {
            result.push(Line {
                number,
                words,
                column,
                comment,
            });
        }
    }
    match block {
        None => Ok(result),
        Some((_, began)) => Err(Mistake::at(
            text.split('\n').count(),
            format!("syntax error (unterminated block started at {file}:{began}:1)"),
        )),
    }
}

/// The words of one line and its comment.
fn words(line: &str, number: usize) -> Result<(Vec<&str>, &str), Mistake> {
    let mut words = Vec::new();
    let mut at = 0;
    while let Some(first) = line[at..].chars().next() {
        let rest = &line[at..];
        if first.is_whitespace() {
            at += first.len_utf8();
        } else if let Some(comment) = rest.strip_prefix("//") {
            return Ok((words, comment.trim()));
        } else if rest.starts_with("/*") {
            return Err(Mistake {
                line: number,
                column: Some(at + 1).filter(|&c| c > 1),
                message: "mod files must use // comments (not /* */ comments)".into(),
            });
        } else {
            let length = word_length(rest).map_err(|message| Mistake {
                line: number,
                column: Some(line.len() + 1),
                message,
            })?;
            words.push(&rest[..length]);
            at += length;
        }
    }
    Ok((words, ""))
}

fn word_length(rest: &str) -> Result<usize, String> {
    let mut chars = rest.char_indices();
    match chars.next().map_or(' ', |(_, c)| c) {
        '(' | ')' | '[' | ']' | '{' | '}' | ',' => return Ok(1),
        quote @ ('"' | '`') => {
            while let Some((i, c)) = chars.next() {
                if c == quote {
                    return Ok(i + 1);
                }
                if c == '\\' && quote == '"' {
                    chars.next();
                }
            }
            return Err("unexpected newline in string".into());
        }
        _ => {}
    }
    if rest.starts_with("=>") {
        return Ok(2);
    }
    let ends = |(i, c): &(usize, char)| {
        c.is_whitespace() || "()[]{},".contains(*c) || rest[*i..].starts_with("//")
    };
    Ok(chars.find(ends).map_or(rest.len(), |(i, _)| i))
}

/// The text that a word stands for.
///
/// # Errors
/// A malformed quotation.
pub fn unquote(word: &str) -> Result<String, String> {
    if word.starts_with('"') {
        let bytes = lexer::literal::string_value(word);
        return String::from_utf8(bytes)
            .map_err(|_| "invalid quoted string: invalid syntax".into());
    }
    if word.contains(['"', '\'', '`']) {
        return Err("invalid quoted string: unquoted string cannot contain quote".into());
    }
    Ok(word.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_are_resolved() {
        let text = "module a // c\r\nrequire (\n\tb v1.0.0 // indirect\n)\nreplace \"x y\"=>./z\n";
        let lines = lines(text, "go.mod").unwrap();
        let words: Vec<_> = lines.iter().map(|l| l.words.join("|")).collect();
        assert_eq!(
            words,
            ["module|a", "require|b|v1.0.0", "replace|\"x y\"|=>|./z"]
        );
        assert_eq!((lines[1].comment, lines[1].column), ("indirect", 2));
    }

    #[test]
    fn mistakes() {
        let mistake = |text: &str| lines(text, "go.mod").unwrap_err();
        assert_eq!(mistake("module \"a\n").column, Some(10));
        assert!(mistake("/* */").message.contains("must use // comments"));
        assert!(
            mistake("require (\n\n")
                .message
                .contains("started at go.mod:1:1")
        );
    }
}
