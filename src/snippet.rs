//! `gorun -c`: makes a program of a snippet, which is statements or a whole program. Positions stay
//! those of the snippet.

use lexer::{Kind, Token};
use source::Pos;
use std::collections::BTreeSet;

/// The name that errors give the snippet.
pub const NAME: &str = "./snippet.go";

/// Whether the text begins with a package clause.
pub fn is_program(text: &str) -> bool {
    let tokens = lexer::tokenize(text, Pos(1)).tokens;
    tokens.first().is_some_and(|t| t.kind == Kind::Package)
}

/// The text of a program that does what the snippet says, with the imports that it needs.
pub fn program(code: &str) -> String {
    named_program(code, NAME)
}

/// The same, for a snippet that errors call `name`.
pub fn named_program(code: &str, name: &str) -> String {
    let tokens = lexer::tokenize(code, Pos(1)).tokens;
    if tokens.first().is_some_and(|t| t.kind == Kind::Package) {
        return code.to_string();
    }
    let imports: String = missing_imports(code, &tokens)
        .iter()
        .map(|path| format!("import {path:?}; "))
        .collect();
    let has_main = tokens
        .windows(2)
        .any(|pair| pair[0].kind == Kind::Func && text(code, &pair[1]) == "main");
    let start = format!("/*line {name}:1:1*/");
    if has_main {
        return format!("package main; {imports}{start}{code}\n");
    }
    let body = statements_start(&tokens);
    let (declared, statements) = code.split_at(body);
    let line = declared.matches('\n').count() + 1;
    let column = body - declared.rfind('\n').map_or(0, |at| at + 1) + 1;
    format!(
        "package main; {start}{declared}; {imports}func main() {{ /*line {name}:{line}:{column}*/{statements}\n}}\n"
    )
}

fn text<'c>(code: &'c str, token: &Token) -> &'c str {
    &code[token.start.0 as usize - 1..token.end.0 as usize - 1]
}

/// Where the statements begin: behind the imports.
fn statements_start(tokens: &[Token]) -> usize {
    let mut start = 0;
    let mut rest = tokens.iter().peekable();
    while rest.next_if(|t| t.kind == Kind::Import).is_some() {
        let mut depth = 0;
        for token in rest.by_ref() {
            depth += i32::from(token.class.is_open()) - i32::from(token.class.is_close());
            start = token.end.0 as usize - 1;
            if token.kind == Kind::Semi && depth == 0 {
                break;
            }
        }
    }
    start
}

/// Packages of the standard library whose members the snippet names without importing them.
fn missing_imports(code: &str, tokens: &[Token]) -> BTreeSet<&'static str> {
    let mut found = BTreeSet::new();
    for (i, pair) in tokens.windows(2).enumerate() {
        let is_member = i > 0 && tokens[i - 1].kind == Kind::Dot;
        if is_member || pair[0].kind != Kind::Name || pair[1].kind != Kind::Dot {
            continue;
        }
        let name = text(code, &pair[0]);
        let is_declared = tokens.windows(2).any(|p| {
            let is_defined = text(code, &p[0]) == name && matches!(p[1].kind, Kind::Define);
            is_defined || (p[0].kind == Kind::Var && text(code, &p[1]) == name)
        });
        let Some(path) = crate::report::importable(name).filter(|_| !is_declared) else {
            continue;
        };
        let is_imported = tokens
            .iter()
            .any(|t| text(code, t).trim_matches(['"', '`']) == path && text(code, t) != path);
        if !is_imported {
            found.insert(path);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::program;

    #[test]
    fn statements_are_wrapped_with_their_imports() {
        assert_eq!(
            program("fmt.Println(1)"),
            "package main; /*line ./snippet.go:1:1*/; import \"fmt\"; func main() { /*line ./snippet.go:1:1*/fmt.Println(1)\n}\n"
        );
    }

    #[test]
    fn programs_stay_as_they_are() {
        let whole = "package main\nfunc main() {}\n";
        assert_eq!(program(whole), whole);
    }
}
