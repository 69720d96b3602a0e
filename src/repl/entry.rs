//! What was typed, cut into pieces: declarations, statements and expressions; and whether there is
//! more to come.

use lexer::{Class, Kind, Token};
use parser::ast::{Ast, DeclKind, StmtKind};
use source::{Diagnostics, Pos, SourceMap};

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PieceKind {
    Import,
    /// `func`, `type`, `const`, `var`.
    Decl,
    /// `x, y := …`, which declares variables of the session.
    Define,
    Expr,
    Stmt,
}

/// A part of an entry that is a declaration or a statement.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Piece {
    pub kind: PieceKind,
    pub text: String,
    /// Where it begins within the entry, from 1.
    pub line: usize,
    pub column: usize,
}

fn tokens(text: &str) -> lexer::Tokens {
    lexer::tokenize(text, Pos(1))
}

fn is_open(kind: Kind) -> bool {
    matches!(kind, Kind::LParen | Kind::LBrack | Kind::LBrace)
}

fn is_close(kind: Kind) -> bool {
    matches!(kind, Kind::RParen | Kind::RBrack | Kind::RBrace)
}

/// Whether the text is only the beginning of an entry: a bracket, a raw string or a comment is
/// open, or it ends in an operator.
pub fn is_incomplete(text: &str) -> bool {
    let lexed = tokens(text);
    let is_open_literal = lexed.errors.iter().any(|e| {
        e.message.contains("string not terminated") && open_raw_string(text, e.pos)
            || e.message.contains("comment not terminated")
    });
    depth(&lexed.tokens) > 0 || is_open_literal || ends_in_operator(&lexed.tokens, text)
}

fn open_raw_string(text: &str, pos: Pos) -> bool {
    text.as_bytes().get(pos.0 as usize - 1) == Some(&b'`')
}

fn depth(tokens: &[Token]) -> i32 {
    tokens.iter().fold(0, |d, t| {
        d + i32::from(is_open(t.kind)) - i32::from(is_close(t.kind))
    })
}

fn ends_in_operator(tokens: &[Token], text: &str) -> bool {
    let mut real = tokens
        .iter()
        .filter(|t| t.end > t.start && t.class != Class::Semi);
    let Some(last) = real.next_back() else {
        return false;
    };
    let spelled = &text[last.start.0 as usize - 1..last.end.0 as usize - 1];
    matches!(
        spelled,
        "+" | "-"
            | "*"
            | "/"
            | "%"
            | "&"
            | "|"
            | "^"
            | "<<"
            | ">>"
            | "&^"
            | "&&"
            | "||"
            | "=="
            | "!="
            | "<"
            | "<="
            | ">"
            | ">="
            | "="
            | ":="
            | ","
            | "."
            | "+="
            | "-="
            | "*="
            | "/="
            | "<-"
    )
}

/// The pieces of an entry.
pub fn pieces(text: &str) -> Vec<Piece> {
    let lexed = tokens(text);
    let mut pieces = Vec::new();
    let mut depth = 0;
    let mut current: Vec<Token> = Vec::new();
    for &token in &lexed.tokens {
        depth += i32::from(is_open(token.kind)) - i32::from(is_close(token.kind));
        let ends = token.class == Class::Semi && depth <= 0;
        if !ends {
            current.push(token);
        } else if !current.is_empty() {
            pieces.extend(piece(text, &current));
            current.clear();
        }
    }
    if !current.is_empty() {
        pieces.extend(piece(text, &current));
    }
    pieces
}

fn piece(text: &str, tokens: &[Token]) -> Option<Piece> {
    let start = tokens.first()?.start.0 as usize - 1;
    let end = tokens.last()?.end.0 as usize - 1;
    let own = text.get(start..end)?.to_string();
    let before = &text[..start];
    let kind = match tokens[0].kind {
        Kind::Package => return None,
        Kind::Import => PieceKind::Import,
        Kind::Type | Kind::Const | Kind::Var => PieceKind::Decl,
        Kind::Func if is_declaration(&own) => PieceKind::Decl,
        Kind::Name if defines(tokens) => PieceKind::Define,
        _ if is_expression(&own) => PieceKind::Expr,
        _ => PieceKind::Stmt,
    };
    Some(Piece {
        kind,
        text: own,
        line: before.matches('\n').count() + 1,
        column: start - before.rfind('\n').map_or(0, |n| n + 1) + 1,
    })
}

/// Whether `:=` stands outside of all brackets.
fn defines(tokens: &[Token]) -> bool {
    let mut depth = 0;
    tokens.iter().any(|t| {
        depth += i32::from(is_open(t.kind)) - i32::from(is_close(t.kind));
        depth == 0 && t.kind == Kind::Define
    })
}

fn parsed(text: &str) -> (Ast, Vec<parser::ast::DeclId>, bool) {
    let mut map = SourceMap::new();
    let file = map.add("entry", text.to_string());
    let mut ast = Ast::new();
    let mut diags = Diagnostics::default();
    let file = parser::parse_file(&mut ast, &map, file, &mut diags);
    (ast, file.decls, diags.is_empty())
}

fn is_declaration(text: &str) -> bool {
    let (_, _, is_right) = parsed(&format!("package p\n{text}\n"));
    // A function literal that is called is no declaration, a wrong declaration is one.
    is_right || !is_expression(text)
}

fn is_expression(text: &str) -> bool {
    let (ast, decls, is_right) = parsed(&format!("package p\nfunc _() {{\n{text}\n}}\n"));
    let Some(&decl) = decls.first() else {
        return false;
    };
    let DeclKind::Func {
        body: Some(body), ..
    } = ast.decl(decl).kind
    else {
        return false;
    };
    let StmtKind::Block { stmts: list, .. } = ast.stmt(body).kind else {
        return false;
    };
    is_right && list.len() == 1 && matches!(ast.stmt(ast.item(list, 0)).kind, StmtKind::Expr(_))
}
