//! What is shown dimly after the cursor: the rest of the signature of the function that is being
//! called, a command's arguments, or how an earlier entry went on.

use super::history::Entries;
use super::margin;
use crate::repl::assist::Signatures;
use crate::repl::commands::COMMANDS;
use crate::repl::session::Session;
use lexer::{Class, Kind, Token};
use source::Pos;

/// A hint, and whether it can be taken over.
pub struct Hint {
    text: String,
    is_suggestion: bool,
}

impl rustyline::hint::Hint for Hint {
    fn display(&self) -> &str {
        &self.text
    }

    fn completion(&self) -> Option<&str> {
        self.is_suggestion.then_some(&self.text)
    }
}

/// The hint for what stands before the cursor, at the end of the entry.
pub fn hint(
    buffer: &str,
    session: &mut Session,
    signatures: &mut Signatures,
    history: &Entries,
) -> Option<Hint> {
    let entry = margin::without_margins(buffer);
    let lines_before = entry.rfind('\n').map_or("", |n| &entry[..n]);
    if entry.trim().is_empty() || margin::is_in_literal(lines_before) {
        return None;
    }
    let help = match entry.strip_prefix(':') {
        Some(command) => usage(command),
        None => Call::at_end(&entry).and_then(|call| {
            let callee = &entry[call.callee.clone()];
            let signature = signatures.of(session, &entry[..call.callee.start], callee)?;
            rest_of(&signature, &call)
        }),
    };
    if let Some(text) = help {
        return Some(Hint {
            text,
            is_suggestion: false,
        });
    }
    let text = margin::with_margins(history.suggestion(&entry)?);
    // Of a longer entry the first line is shown.
    let text = text.split('\n').next().unwrap_or_default().to_string();
    (!text.is_empty()).then_some(Hint {
        text,
        is_suggestion: true,
    })
}

/// The arguments of a command whose name is there.
fn usage(command: &str) -> Option<String> {
    let name = command.trim_end();
    let found = COMMANDS.iter().find(|c| c.0 == name && !c.1.is_empty())?;
    let space = if command.ends_with(' ') { "" } else { " " };
    Some(format!("{space}{}", found.1))
}

/// A call whose arguments are being written.
#[derive(PartialEq, Eq, Debug)]
pub struct Call {
    /// The function in the entry.
    pub callee: std::ops::Range<usize>,
    /// How many arguments are complete.
    pub argument: usize,
    /// Something of the argument is there.
    pub has_begun: bool,
}

fn is_open(kind: Kind) -> bool {
    matches!(kind, Kind::LParen | Kind::LBrack | Kind::LBrace)
}

fn is_close(kind: Kind) -> bool {
    matches!(kind, Kind::RParen | Kind::RBrack | Kind::RBrace)
}

impl Call {
    /// The innermost call that is open at the end of the text.
    pub fn at_end(text: &str) -> Option<Call> {
        let mut tokens = lexer::tokenize(text, Pos(1)).tokens;
        tokens.retain(|t| t.end > t.start);
        let mut depth = 0;
        let mut argument = 0;
        let mut i = tokens.len();
        loop {
            i = i.checked_sub(1)?;
            let kind = tokens[i].kind;
            if is_close(kind) {
                depth += 1;
            } else if is_open(kind) && depth > 0 {
                depth -= 1;
            } else if kind == Kind::LParen {
                break;
            } else if is_open(kind) {
                return None;
            } else if tokens[i].class == Class::Comma && depth == 0 {
                argument += 1;
            }
        }
        let start = operand(&tokens[..i])?;
        let before = start.checked_sub(1).map(|b| tokens[b].kind);
        if matches!(before, Some(Kind::Func | Kind::RParen)) {
            // What is declared is not called.
            return None;
        }
        let callee = margin::start(&tokens[start])..margin::end(&tokens[i - 1]);
        let last = tokens.last()?;
        let after = &text[margin::end(last)..];
        let is_between = tokens.len() == i + 1 || last.class == Class::Comma;
        Some(Call {
            callee,
            argument,
            has_begun: !is_between || !after.trim().is_empty(),
        })
    }
}

/// Where the primary expression that ends the tokens begins: `a.b[i](c).d`.
pub fn operand(tokens: &[Token]) -> Option<usize> {
    let mut i = tokens.len();
    loop {
        let last = i.checked_sub(1)?;
        if is_close(tokens[last].kind) {
            i = opening(&tokens[..i])?;
            // What the brackets belong to.
            let before = i.checked_sub(1).map(|b| &tokens[b]);
            let goes_on = before.is_some_and(|t| is_close(t.kind) || t.class == Class::Name);
            if goes_on {
                continue;
            }
            // A conversion's or literal's type in front of it is not looked for.
            return (tokens[i].kind != Kind::LBrace).then_some(i);
        }
        let is_operand = matches!(tokens[last].class, Class::Name | Class::Str | Class::Lit);
        if !is_operand {
            return None;
        }
        i = last;
        match i.checked_sub(1) {
            Some(dot) if tokens[dot].class == Class::Dot => i = dot,
            _ => return Some(i),
        }
    }
}

/// The bracket that the last token closes.
fn opening(tokens: &[Token]) -> Option<usize> {
    let mut depth = 0;
    for (i, token) in tokens.iter().enumerate().rev() {
        if is_close(token.kind) {
            depth += 1;
        } else if is_open(token.kind) {
            depth -= 1;
            if depth == 0 {
                return Some(i);
            }
        }
    }
    None
}

/// What is left of `(a, b int) string` for the call.
fn rest_of(signature: &str, call: &Call) -> Option<String> {
    let close = closing(signature)?;
    let list = signature.get(1..close)?;
    let results = signature[close + 1..].trim_end();
    let mut params = split(list);
    let is_variadic = params.last().is_some_and(|p| p.contains("..."));
    if is_variadic && call.argument + 1 > params.len() {
        params = vec![params[params.len() - 1]; call.argument + 1];
    }
    let done = call.argument + usize::from(call.has_begun);
    if call.argument > params.len() || call.argument == params.len() && call.argument > 0 {
        // Too many arguments.
        return None;
    }
    if params.is_empty() && call.has_begun {
        return None;
    }
    let rest = params.get(done..).unwrap_or_default().join(", ");
    let comma = if call.has_begun && !rest.is_empty() {
        ", "
    } else {
        ""
    };
    Some(format!("{comma}{rest}){results}"))
}

/// The index of the bracket that closes the one at the beginning.
fn closing(text: &str) -> Option<usize> {
    let mut depth = 0;
    for (i, c) in text.char_indices() {
        match c {
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some(i);
        }
    }
    None
}

/// The parts between commas outside of brackets.
fn split(list: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let (mut depth, mut start) = (0, 0);
    for (i, c) in list.char_indices() {
        match c {
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(list[start..i].trim());
                start = i + 1;
            }
            _ => {}
        }
    }
    if !list[start..].trim().is_empty() {
        parts.push(list[start..].trim());
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn callee(text: &str) -> Option<(&str, usize, bool)> {
        let call = Call::at_end(text)?;
        Some((&text[call.callee], call.argument, call.has_begun))
    }

    #[test]
    fn the_innermost_call_counts() {
        assert_eq!(
            callee("strings.Replace("),
            Some(("strings.Replace", 0, false))
        );
        assert_eq!(callee("x := f(a, g(b), "), Some(("f", 2, false)));
        assert_eq!(callee("f(a, g(b"), Some(("g", 0, true)));
        assert_eq!(callee("a[0].b(c).d(1, 2"), Some(("a[0].b(c).d", 1, true)));
        assert_eq!(callee("f(a)"), None);
        assert_eq!(callee("f([]int{1"), None);
        assert_eq!(callee("if (x"), None);
    }

    #[test]
    fn arguments_that_are_there_are_left_out() {
        let rest = |signature: &str, text: &str| {
            rest_of(signature, &Call::at_end(text).unwrap()).unwrap_or_default()
        };
        let replace = "(s, old, new string, n int) string";
        assert_eq!(rest(replace, "f("), "s, old, new string, n int) string");
        assert_eq!(rest(replace, "f(a"), ", old, new string, n int) string");
        assert_eq!(rest(replace, "f(a, "), "old, new string, n int) string");
        assert_eq!(rest(replace, "f(a, b, c, 1"), ") string");
        assert_eq!(rest(replace, "f(a, b, c, 1, 2"), "");
        assert_eq!(rest("(a ...any)", "f(1, 2, "), "a ...any)");
        assert_eq!(rest("(a ...any)", "f(1, 2"), ")");
        assert_eq!(rest("()", "f("), ")");
        assert_eq!(
            rest("(f func(a, b int) int, x T) (T, error)", "f(g"),
            ", x T) (T, error)"
        );
    }
}
