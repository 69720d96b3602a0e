//! Snapshots: the source, then its tokens and what is wrong with them.

use source::{Pos, SourceMap};
use std::fmt::Write;

fn tokens(text: &str) -> String {
    let mut map = SourceMap::new();
    let id = map.add("x.go", text.to_owned());
    let lexed = lexer::tokenize(text, map.file(id).base);
    let mut out = format!("{text}\n----\n");
    let place = |pos: Pos| {
        let position = map.position(pos).unwrap();
        format!("{}:{}", position.line, position.column)
    };
    for token in &lexed.tokens {
        let text = map.text(token.start, token.end);
        let _ = writeln!(out, "{} {:?} {text}", place(token.start), token.kind);
    }
    for error in &lexed.errors {
        let _ = writeln!(out, "{}: {}", place(error.pos), error.message);
    }
    for (pos, text) in &lexed.directives {
        let _ = writeln!(out, "{} directive {text}", place(*pos));
    }
    out
}

#[test]
fn operators_and_keywords() {
    insta::assert_snapshot!(tokens(
        "a+b a++ a+=b a&^b a&^=b a&&b a<-b a<<=b ...a.b:=c; !~a\nfunc if range\n"
    ));
}

#[test]
fn automatic_semicolons() {
    insta::assert_snapshot!(tokens(
        "x // comment\nreturn\n/* a\nb */ f() /* c\n*/ y++ /* d */\n}\n+\nbreak //"
    ));
}

#[test]
fn numbers() {
    insta::assert_snapshot!(tokens(
        "0 1_000 0x1F 0b101 0o17 017 1.5 .5 1e9 0x1p-2 1i 08i 1.i 08.5\n"
    ));
}

#[test]
fn malformed_numbers() {
    insta::assert_snapshot!(tokens(
        "08 0b12 0o8 0x 0b 0o 1__0 1_ 0_x1 0x_1 1e 1e+ 0x1.8 0b1.1 0b1e3 1p3 0xg 0x.p1 0_1_9\n"
    ));
}

#[test]
fn strings_and_runes() {
    insta::assert_snapshot!(tokens(
        "\"a\\\"b\" `raw\n\\` 'a' '\\'' '\\x41' '世' '\\u4e16' \"\\377\\xff\"\n"
    ));
}

#[test]
fn malformed_strings_and_runes() {
    insta::assert_snapshot!(tokens(
        "\"\\q\\400\\xg1\\ud800\"\n'' 'ab' '\\400' '\\U00110000' '\\\"' '\\x4'\n\"open\n'x\n''' + \"\\"
    ));
    insta::assert_snapshot!("unterminated", tokens("x `abc\n"));
    insta::assert_snapshot!("unterminated_rune", tokens("x 'a"));
    insta::assert_snapshot!("unterminated_comment", tokens("x /* a\n"));
}

#[test]
fn unicode_names() {
    insta::assert_snapshot!(tokens("é 世界 a٣ ٣a a€ x\u{301} № _ _1 ª\n"));
}

#[test]
fn characters_that_go_does_not_know() {
    insta::assert_snapshot!(tokens(
        "\u{feff}a # b ? $ @ \\ c\u{7}\0d \u{feff}e\u{feff} \u{200b}\n"
    ));
}

#[test]
fn directives_and_scripts() {
    insta::assert_snapshot!(tokens(
        "#!/usr/bin/env gorun\n//go:build linux\n//line a.go:7\n x //line b.go:1\n/*line c.go:3*/ y // go:no\n"
    ));
}
