//! Doc comments as text: paragraphs are wrapped, headings, lists and code are kept.

/// The columns of a line.
const WIDTH: usize = 80;

/// The comment (without comment signs), each line after `indent`, ending in a newline if there is
/// anything in it.
pub fn render(comment: &str, indent: &str) -> String {
    let mut out = String::new();
    for block in blocks(comment) {
        if !out.is_empty()
            && !matches!(
                block,
                Block::Item {
                    is_first: false,
                    ..
                }
            )
        {
            out.push('\n');
        }
        match block {
            Block::Paragraph(text) => wrap(&mut out, &text, indent, indent),
            Block::Heading(text) => {
                out.push_str(&format!("{indent}# {text}\n"));
            }
            Block::Code(lines) => {
                for line in lines {
                    let line = format!("{indent}    {line}");
                    out.push_str(line.trim_end());
                    out.push('\n');
                }
            }
            Block::Item { mark, text, .. } => {
                let (first, rest) = match mark.as_str() {
                    "-" => (format!("{indent}  - "), format!("{indent}    ")),
                    number => (format!("{indent} {number} "), format!("{indent}    ")),
                };
                wrap(&mut out, &text, &first, &rest);
            }
        }
    }
    out
}

/// The comment with comment signs.
pub fn signs(comment: &str) -> String {
    comment
        .lines()
        .map(|l| format!("// {l}").trim_end().to_string() + "\n")
        .collect()
}

#[derive(Debug)]
enum Block {
    Paragraph(String),
    Heading(String),
    Code(Vec<String>),
    Item {
        mark: String,
        text: String,
        is_first: bool,
    },
}

fn is_indented(line: &str) -> bool {
    line.starts_with([' ', '\t']) && !line.trim().is_empty()
}

fn blocks(comment: &str) -> Vec<Block> {
    let lines: Vec<&str> = comment.lines().filter(|l| !is_link_definition(l)).collect();
    let mut found = Vec::new();
    let mut i = 0;
    while i < lines.len() {
        let line = lines[i];
        if line.trim().is_empty() {
            i += 1;
        } else if list_mark(line).is_some() && (is_indented(line) || starts_list(&lines, i)) {
            i = items(&lines, i, &mut found);
        } else if is_indented(line) {
            i = code(&lines, i, &mut found);
        } else if let Some(heading) = line.strip_prefix("# ") {
            found.push(Block::Heading(heading.trim().to_string()));
            i += 1;
        } else {
            let start = i;
            while i < lines.len() && !lines[i].trim().is_empty() && !is_indented(lines[i]) {
                i += 1;
            }
            found.push(Block::Paragraph(without_links(&lines[start..i].join(" "))));
        }
    }
    found
}

/// A list whose marks are not indented must begin a paragraph.
fn starts_list(lines: &[&str], at: usize) -> bool {
    (at == 0 || lines[at - 1].trim().is_empty()) && lines[at].starts_with(['-', '*', '+'])
}

fn items(lines: &[&str], mut i: usize, found: &mut Vec<Block>) -> usize {
    let mut is_first = true;
    while i < lines.len() {
        let Some((mark, text)) = list_mark(lines[i]) else {
            break;
        };
        let mut words = vec![text.to_string()];
        i += 1;
        while i < lines.len() && is_indented(lines[i]) && list_mark(lines[i]).is_none() {
            words.push(lines[i].trim().to_string());
            i += 1;
        }
        found.push(Block::Item {
            mark,
            text: without_links(&words.join(" ")),
            is_first,
        });
        is_first = false;
        let next = (i..lines.len()).find(|&n| !lines[n].trim().is_empty());
        match next {
            Some(n) if list_mark(lines[n]).is_some() => i = n,
            _ => break,
        }
    }
    i
}

/// `-`, `*`, `+`, `•` or `1.` at the start of a line, and what follows.
fn list_mark(line: &str) -> Option<(String, &str)> {
    let line = line.trim_start();
    let (mark, text) = line.split_once([' ', '\t'])?;
    let number = mark.strip_suffix(['.', ')']);
    let is_number = number.is_some_and(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()));
    match mark {
        "-" | "*" | "+" | "•" => Some(("-".to_string(), text.trim())),
        _ if is_number => Some((mark.to_string(), text.trim())),
        _ => None,
    }
}

fn code(lines: &[&str], start: usize, found: &mut Vec<Block>) -> usize {
    let mut end = start;
    for (i, line) in lines.iter().enumerate().skip(start) {
        if is_indented(line) {
            end = i + 1;
        } else if !line.trim().is_empty() {
            break;
        }
    }
    let run: Vec<String> = lines[start..end]
        .iter()
        .map(|l| l.replace('\t', "    "))
        .collect();
    let indentation = run
        .iter()
        .filter(|l| !l.trim().is_empty())
        .map(|l| l.len() - l.trim_start().len())
        .min()
        .unwrap_or(0);
    let text = run
        .iter()
        .map(|l| l.get(indentation..).unwrap_or("").to_string())
        .collect();
    found.push(Block::Code(text));
    end
}

/// `[Text]: https://…`
fn is_link_definition(line: &str) -> bool {
    line.starts_with('[')
        && line
            .split_once("]: ")
            .is_some_and(|(_, url)| url.contains("://"))
}

/// `[Name]`, `[*pkg.Name]` and `[some words]` without the brackets; indices such as `a[i]` stay.
fn without_links(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(open) = rest.find('[') {
        let before = rest[..open].chars().next_back();
        let inner = rest[open + 1..].split(']').next().unwrap_or("");
        let behind = rest[open + 1 + inner.len()..].chars().nth(1);
        let is_name = inner.starts_with(|c: char| c.is_alphabetic() || c == '*')
            && inner
                .chars()
                .all(|c| c.is_alphanumeric() || matches!(c, '.' | '_' | '*' | '/' | ' '));
        let stands_alone = before.is_none_or(|c| c.is_whitespace() || "(\"".contains(c))
            && behind.is_none_or(|c| !c.is_alphanumeric() && c != '[');
        out.push_str(&rest[..open]);
        if is_name && stands_alone && inner.len() > 1 {
            out.push_str(inner);
            rest = rest.get(open + inner.len() + 2..).unwrap_or("");
        } else {
            out.push('[');
            rest = &rest[open + 1..];
        }
    }
    out + rest
}

fn wrap(out: &mut String, text: &str, first: &str, rest: &str) {
    let mut line = first.to_string();
    let mut width = first.chars().count();
    let mut is_empty = true;
    for word in text.split_whitespace() {
        let length = word.chars().count();
        if !is_empty && width + 1 + length > WIDTH {
            out.push_str(&line);
            out.push('\n');
            line = rest.to_string();
            width = rest.chars().count();
            is_empty = true;
        }
        if !is_empty {
            line.push(' ');
            width += 1;
        }
        line.push_str(word);
        width += length;
        is_empty = false;
    }
    if !is_empty {
        out.push_str(&line);
        out.push('\n');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_lists_and_code() {
        let comment = "F does\nmuch with [Reader] and a[i].\n\n# Use\n\n\tx := F()\n\n\tg(x)\n\nIt:\n  - reads\n    on\n  - [io.Reader]";
        let expected = "  F does much with Reader and a[i].\n\n  # Use\n\n      x := F()\n\n      g(x)\n\n  It:\n\n    - reads on\n    - io.Reader\n";
        assert_eq!(render(comment, "  "), expected);
    }

    #[test]
    fn long_lines_are_wrapped() {
        let text = render(&"word ".repeat(40), "    ");
        assert!(
            text.lines()
                .all(|l| l.len() <= 80 && l.starts_with("    word"))
        );
    }
}
