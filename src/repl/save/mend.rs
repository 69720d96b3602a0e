//! Uses of variables that nothing else uses, which a session allows and a program does not.

use lexer::{Class, Kind, Token};
use source::Pos;

/// The variable that the message complains about.
pub fn unused_variable(message: &str) -> Option<&str> {
    let name = message.strip_prefix("declared and not used: ");
    name.or(message.strip_suffix(" declared and not used"))
}

/// The text with a use of the variable that is declared at the offset; `None` if there is no place for
/// one.
pub fn used(text: &str, at: usize, name: &str) -> Option<String> {
    let tokens = lexer::tokenize(text, Pos(1)).tokens;
    let declared = tokens.iter().position(|t| start(t) == at)?;
    let (offset, insertion) = match header(&tokens[..declared]) {
        None => {
            let last = end(&tokens[statement_end(&tokens, declared)?]);
            let is_outermost = tokens[..declared].iter().map(step).sum::<i32>() == 0;
            let separator = if is_outermost { "\n" } else { "; " };
            (last, format!("{separator}_ = {name}"))
        }
        Some(Kind::If | Kind::For) => within(text, &tokens, body(&tokens, declared)?, name),
        // A clause's own variable, or the first clause of a switch.
        Some(Kind::Case) => within(text, &tokens, colon(&tokens, declared)?, name),
        _ => {
            let clause = tokens[declared..]
                .iter()
                .position(|t| matches!(t.kind, Kind::Case | Kind::Default))?;
            within(text, &tokens, colon(&tokens, declared + clause)?, name)
        }
    };
    let mut text = text.to_string();
    text.insert_str(offset, &insertion);
    Some(text)
}

fn start(token: &Token) -> usize {
    token.start.0 as usize - 1
}

fn end(token: &Token) -> usize {
    token.end.0 as usize - 1
}

fn step(token: &Token) -> i32 {
    match token.kind {
        Kind::LParen | Kind::LBrack | Kind::LBrace => 1,
        Kind::RParen | Kind::RBrack | Kind::RBrace => -1,
        _ => 0,
    }
}

/// The keyword of the header that the tokens end in.
fn header(tokens: &[Token]) -> Option<Kind> {
    for token in tokens.iter().rev() {
        match token.kind {
            Kind::If | Kind::For | Kind::Switch | Kind::Case => return Some(token.kind),
            _ if token.class == Class::Semi || step(token) != 0 => return None,
            _ => {}
        }
    }
    None
}

/// The last token of the statement that token number `from` is in.
fn statement_end(tokens: &[Token], from: usize) -> Option<usize> {
    let mut depth = 0;
    for (i, token) in tokens.iter().enumerate().skip(from) {
        depth += step(token);
        if depth < 0 || depth == 0 && token.class == Class::Semi {
            return i.checked_sub(1);
        }
    }
    tokens.len().checked_sub(1)
}

/// The brace that opens the body of the statement whose header token number `from` is in.
fn body(tokens: &[Token], from: usize) -> Option<usize> {
    let mut open = Vec::new();
    for (i, token) in tokens.iter().enumerate().skip(from) {
        match step(token) {
            1 => open.push(i),
            -1 => {
                let brace = open.pop()?;
                let next = tokens.get(i + 1);
                // A literal's brace is followed by something.
                let is_last = next.is_none_or(|t| {
                    t.class == Class::Semi || matches!(t.kind, Kind::Else | Kind::RBrace)
                });
                if open.is_empty() && tokens[brace].kind == Kind::LBrace && is_last {
                    return Some(brace);
                }
            }
            _ => {}
        }
    }
    None
}

/// The colon of the clause that token number `from` is in.
fn colon(tokens: &[Token], from: usize) -> Option<usize> {
    let mut depth = 0;
    for (i, token) in tokens.iter().enumerate().skip(from) {
        depth += step(token);
        if depth == 0 && token.kind == Kind::Colon {
            return Some(i);
        }
    }
    None
}

/// A use right after token number `after`: where, and its text.
fn within(text: &str, tokens: &[Token], after: usize, name: &str) -> (usize, String) {
    let offset = end(&tokens[after]);
    let next = tokens.get(after + 1);
    let is_alone = next.is_none_or(|t| {
        t.kind == Kind::RBrace || text[offset..start(t).max(offset)].contains('\n')
    });
    let semicolon = if is_alone { "" } else { ";" };
    (offset, format!(" _ = {name}{semicolon}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, name: &str, expected: &str) {
        let at = text.find(name).unwrap();
        assert_eq!(used(text, at, name).as_deref(), Some(expected), "{text}");
    }

    #[test]
    fn variables_are_used_where_they_are_in_scope() {
        check(
            "for {\n\tvv := 1 // one\n}",
            "vv",
            "for {\n\tvv := 1; _ = vv // one\n}",
        );
        check("vv := 1", "vv", "vv := 1\n_ = vv");
        check("for { vv := 1 }", "vv", "for { vv := 1; _ = vv }");
        check(
            "for vv := range []int{1} {\n\tf()\n}",
            "vv",
            "for vv := range []int{1} { _ = vv\n\tf()\n}",
        );
        check(
            "for vv := range 3 { f() }",
            "vv",
            "for vv := range 3 { _ = vv; f() }",
        );
        check("for vv := range 3 {}", "vv", "for vv := range 3 { _ = vv}");
        check(
            "if vv := 1; true { f() } else { g() }",
            "vv",
            "if vv := 1; true { _ = vv; f() } else { g() }",
        );
        check(
            "switch vv := x.(type) {\ncase map[string]int:\n}",
            "vv",
            "switch vv := x.(type) {\ncase map[string]int: _ = vv\n}",
        );
        check(
            "select {\ncase vv := <-c:\n\tf()\n}",
            "vv",
            "select {\ncase vv := <-c: _ = vv\n\tf()\n}",
        );
    }
}
