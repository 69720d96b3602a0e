//! What was typed, cut into pieces: declarations, statements and expressions.

use lexer::{Class, Kind, Token};
use parser::ast::{Ast, DeclId, DeclKind, ExprId, ExprKind, StmtKind};
use source::{Diagnostics, Pos, SourceMap};
use std::ops::Range;
use std::rc::Rc;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PieceKind {
    Import,
    Type,
    /// A function or a method.
    Func,
    Const,
    Var,
    /// `x, y := …`, which declares variables of the session.
    Define,
    Expr,
    Stmt,
    /// What the parser refuses.
    Wrong,
}

impl PieceKind {
    /// A declaration as it stands outside of functions.
    pub fn is_declaration(self) -> bool {
        use PieceKind::*;
        matches!(self, Type | Func | Const | Var)
    }
}

/// A part of an entry that is a declaration or a statement.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Piece {
    pub kind: PieceKind,
    pub text: String,
    /// What its file is called in messages.
    pub file: Rc<str>,
    /// Where it begins within the entry, from 1.
    pub line: usize,
    pub column: usize,
    /// What it declares; methods as `T.m`.
    pub names: Vec<String>,
    /// The type parameters of a type or function, and of a method's receiver.
    pub parameters: Vec<String>,
    /// The comment right before it.
    pub doc: String,
    /// When it was run, a name that it declares got another meaning.
    pub changes: bool,
}

impl Piece {
    /// The text with a directive that says where it lies.
    pub fn placed(&self) -> String {
        placed(&self.text, &self.file, self.line, self.column)
    }
}

/// Code with a directive that says where it lies.
pub fn placed(code: &str, file: &str, line: usize, column: usize) -> String {
    format!("/*line {file}:{line}:{column}*/{code}")
}

/// So many semicolons stand in a header at most.
const HEADER_SEMICOLONS: usize = 3;

fn tokens(text: &str) -> lexer::Tokens {
    lexer::tokenize(text, Pos(1))
}

fn is_open(kind: Kind) -> bool {
    matches!(kind, Kind::LParen | Kind::LBrack | Kind::LBrace)
}

fn is_close(kind: Kind) -> bool {
    matches!(kind, Kind::RParen | Kind::RBrack | Kind::RBrace)
}

/// Whether the text begins as what only stands outside of functions: an import, or the declaration of a
/// function or method.
pub fn begins_outside(text: &str) -> bool {
    let tokens = tokens(text).tokens;
    let kinds: Vec<Kind> = tokens.iter().map(|t| t.kind).collect();
    match kinds[..] {
        [Kind::Import, ..] | [Kind::Func, Kind::Name, ..] => true,
        [Kind::Func, Kind::LParen, ..] => {
            let close = kinds.iter().position(|&k| k == Kind::RParen);
            let behind = close.and_then(|i| kinds.get(i + 1..i + 3));
            matches!(behind, Some([Kind::Name, Kind::LParen]))
        }
        _ => false,
    }
}

/// The pieces of an entry or a file of this name. Where a piece ends the parser decides.
pub fn pieces(text: &str, file: &str) -> Vec<Piece> {
    let file = &Rc::from(file);
    let lexed = tokens(text);
    let all = lexed.tokens;
    let mut pieces = Vec::new();
    let mut start = 0;
    while start < all.len() {
        if all[start].class == Class::Semi {
            start += 1;
            continue;
        }
        let ends = ends(&all, start);
        let attempts = match has_header(&all[start..]) {
            true => HEADER_SEMICOLONS,
            false => 1,
        };
        let right = ends.iter().take(attempts).find_map(|&end| {
            let piece = piece(text, file, &all[start..end]);
            (piece.kind != PieceKind::Wrong).then_some((piece, end))
        });
        let (piece, end) = right.unwrap_or_else(|| {
            // A block ends it, or the line.
            let is_end = |&&end: &&usize| {
                let is_last = all.get(end).is_none_or(|t| t.kind != Kind::Semi);
                is_last || all[end - 1].kind == Kind::RBrace
            };
            let first = ends.iter().take(attempts).find(is_end);
            let end = *first.unwrap_or(&ends[0]);
            (piece(text, file, &all[start..end]), end)
        });
        match piece.kind {
            _ if all[start].kind == Kind::Package => {}
            PieceKind::Wrong => match expressions(text, file, &all, start..end) {
                Some(list) => pieces.extend(list),
                None => pieces.push((piece, start..end)),
            },
            _ => pieces.push((piece, start..end)),
        }
        start = end;
    }
    // What is no token belongs to no piece.
    let is_between = |e: &lexer::LexError| {
        let at = e.pos.0;
        let is_inside =
            |r: &Range<usize>| (all[r.start].start.0..all[r.end - 1].end.0).contains(&at);
        !pieces
            .iter()
            .any(|p: &(Piece, Range<usize>)| is_inside(&p.1))
    };
    if lexed.errors.iter().any(is_between) {
        return vec![Piece {
            kind: PieceKind::Wrong,
            text: text.to_string(),
            line: 1,
            column: 1,
            ..piece(text, file, &all)
        }];
    }
    join_jumps(text, file, &all, &mut pieces);
    pieces.into_iter().map(|p| p.0).collect()
}

/// The expressions of a list, which is no statement in Go, but a way to see several values.
fn expressions(
    text: &str,
    file: &Rc<str>,
    all: &[Token],
    range: Range<usize>,
) -> Option<Vec<(Piece, Range<usize>)>> {
    let mut depth = 0;
    let mut list = Vec::new();
    let mut first = range.start;
    for i in range.clone() {
        depth += i32::from(is_open(all[i].kind)) - i32::from(is_close(all[i].kind));
        if depth == 0 && all[i].kind == Kind::Comma {
            list.push(first..i);
            first = i + 1;
        }
    }
    list.push(first..range.end);
    if list.len() == 1 || list.iter().any(Range::is_empty) {
        return None;
    }
    let pieces = list
        .into_iter()
        .map(|r| (piece(text, file, &all[r.clone()]), r));
    let pieces: Vec<_> = pieces.collect();
    let is_list = pieces.iter().all(|p| p.0.kind == PieceKind::Expr);
    is_list.then_some(pieces)
}

/// Makes one piece of the statements between a label and the jumps to it.
fn join_jumps(text: &str, file: &Rc<str>, all: &[Token], pieces: &mut Vec<(Piece, Range<usize>)>) {
    let jumps = |range: &Range<usize>| all[range.clone()].iter().any(|t| t.kind == Kind::Goto);
    let is_labelled = |range: &Range<usize>| {
        let mut tokens = all[range.clone()].iter().map(|t| t.kind);
        tokens.next() == Some(Kind::Name) && tokens.next() == Some(Kind::Colon)
    };
    let is_part = |p: &(Piece, Range<usize>)| jumps(&p.1) || is_labelled(&p.1);
    if !pieces.iter().any(|p| jumps(&p.1)) {
        return;
    }
    let (Some(first), Some(last)) = (
        pieces.iter().position(is_part),
        pieces.iter().rposition(is_part),
    ) else {
        return;
    };
    use PieceKind::*;
    let is_statement = |p: &(Piece, _)| matches!(p.0.kind, Define | Expr | Stmt);
    if first == last || !pieces[first..=last].iter().all(is_statement) {
        return;
    }
    let range = pieces[first].1.start..pieces[last].1.end;
    let mut whole = piece(text, file, &all[range.clone()]);
    whole.kind = Stmt;
    whole.names.clear();
    pieces.splice(first..=last, [(whole, range)]);
}

/// Where a statement that begins at token `start` can end: before semicolons outside of brackets.
fn ends(all: &[Token], start: usize) -> Vec<usize> {
    let mut depth = 0;
    let mut ends = Vec::new();
    for (i, token) in all.iter().enumerate().skip(start) {
        depth += i32::from(is_open(token.kind)) - i32::from(is_close(token.kind));
        if token.class == Class::Semi && depth <= 0 {
            ends.push(i);
            if ends.len() == HEADER_SEMICOLONS {
                return ends;
            }
        }
    }
    ends.push(all.len());
    ends
}

/// Whether semicolons may stand in the statement, outside of brackets.
fn has_header(tokens: &[Token]) -> bool {
    let mut rest = tokens;
    while let [label, colon, after @ ..] = rest
        && label.kind == Kind::Name
        && colon.kind == Kind::Colon
    {
        let blank = after.iter().take_while(|t| t.class == Class::Semi).count();
        rest = &after[blank..];
    }
    rest.first()
        .is_some_and(|t| matches!(t.kind, Kind::For | Kind::If | Kind::Switch))
}

fn piece(text: &str, file: &Rc<str>, tokens: &[Token]) -> Piece {
    let start = tokens.first().map_or(0, |t| t.start.0 as usize - 1);
    let end = tokens.last().map_or(0, |t| t.end.0 as usize - 1);
    let own = text.get(start..end).unwrap_or_default().to_string();
    let before = &text[..start];
    let (kind, names) = classify(&own, tokens.first().map(|t| t.kind));
    let parameters = match kind {
        PieceKind::Type | PieceKind::Func if own.contains('[') => type_parameters(&own),
        _ => Vec::new(),
    };
    Piece {
        kind,
        text: own,
        file: file.clone(),
        line: before.matches('\n').count() + 1,
        column: start - before.rfind('\n').map_or(0, |n| n + 1) + 1,
        names,
        parameters,
        doc: comment_before(before),
        changes: false,
    }
}

/// The lines of comment that end the text.
fn comment_before(text: &str) -> String {
    let Some(text) = text.strip_suffix('\n') else {
        return String::new();
    };
    let is_comment = |line: &&str| line.starts_with("//");
    let mut lines: Vec<&str> = text.lines().rev().take_while(is_comment).collect();
    lines.reverse();
    lines.join("\n")
}

fn parsed(text: String) -> (Ast, Vec<DeclId>, bool) {
    let mut map = SourceMap::new();
    let file = map.add("entry", text);
    let mut ast = Ast::new();
    let mut diags = Diagnostics::default();
    let file = parser::parse_file(&mut ast, &map, file, &mut diags);
    (ast, file.decls, diags.is_empty())
}

fn classify(text: &str, first: Option<Kind>) -> (PieceKind, Vec<String>) {
    let kind = match first {
        Some(Kind::Import) => PieceKind::Import,
        Some(Kind::Type) => PieceKind::Type,
        Some(Kind::Const) => PieceKind::Const,
        Some(Kind::Var) => PieceKind::Var,
        Some(Kind::Func) => PieceKind::Func,
        _ => return statement(text),
    };
    let (ast, decls, is_right) = parsed(format!("package p\n{text}\n"));
    if is_right {
        let names = decls.iter().flat_map(|&d| declared(&ast, d)).collect();
        return (kind, names);
    }
    // A function literal that is called is no declaration.
    match kind {
        PieceKind::Func => statement(text),
        _ => (PieceKind::Wrong, Vec::new()),
    }
}

fn name_of(ast: &Ast, e: ExprId) -> String {
    ast.name(e).as_str().to_string()
}

fn declared(ast: &Ast, decl: DeclId) -> Vec<String> {
    match ast.decl(decl).kind {
        DeclKind::Const { names, .. } | DeclKind::Var { names, .. } => {
            ast.list(names).map(|n| name_of(ast, n)).collect()
        }
        DeclKind::Type { name, .. } => vec![name_of(ast, name)],
        DeclKind::Func { name, recv, .. } => {
            let base = recv.and_then(|field| ast.field(field).ty);
            let base = base.map(|t| format!("{}.", base_name(ast, t)));
            vec![base.unwrap_or_default() + &name_of(ast, name)]
        }
        DeclKind::Group(decls) => ast.list(decls).flat_map(|d| declared(ast, d)).collect(),
        DeclKind::Import { .. } => Vec::new(),
    }
}

/// The names of a declaration's type parameters. Those of a receiver look like type arguments.
fn type_parameters(text: &str) -> Vec<String> {
    let (ast, decls, _) = parsed(format!("package p\n{text}\n"));
    let mut names = Vec::new();
    for decl in decls {
        let (DeclKind::Type { tparams, .. } | DeclKind::Func { tparams, .. }) = ast.decl(decl).kind
        else {
            continue;
        };
        let fields = ast.list(tparams).filter_map(|f| ast.field(f).name);
        names.extend(fields.map(|n| name_of(&ast, n)));
        if let DeclKind::Func {
            recv: Some(recv), ..
        } = ast.decl(decl).kind
            && let Some(ty) = ast.field(recv).ty
        {
            names.extend(receiver_parameters(&ast, ty));
        }
    }
    names
}

fn receiver_parameters(ast: &Ast, t: ExprId) -> Vec<String> {
    match ast.kind(t) {
        ExprKind::Star(inner) | ExprKind::Paren(inner) => receiver_parameters(ast, inner),
        ExprKind::Index { indices, .. } => ast.list(indices).map(|i| name_of(ast, i)).collect(),
        _ => Vec::new(),
    }
}

/// The type's name in a receiver.
fn base_name(ast: &Ast, t: ExprId) -> String {
    match ast.kind(t) {
        ExprKind::Star(inner) | ExprKind::Paren(inner) => base_name(ast, inner),
        ExprKind::Index { x, .. } => base_name(ast, x),
        _ => name_of(ast, t),
    }
}

fn statement(text: &str) -> (PieceKind, Vec<String>) {
    let wrong = (PieceKind::Wrong, Vec::new());
    let (ast, decls, is_right) = parsed(format!("package p\nfunc _() {{\n{text}\n}}\n"));
    let [decl] = decls[..] else { return wrong };
    let DeclKind::Func {
        body: Some(body), ..
    } = ast.decl(decl).kind
    else {
        return wrong;
    };
    let StmtKind::Block { stmts, .. } = ast.stmt(body).kind else {
        return wrong;
    };
    if !is_right || stmts.len() != 1 {
        return wrong;
    }
    match ast.stmt(ast.item(stmts, 0)).kind {
        StmtKind::Expr(_) => (PieceKind::Expr, Vec::new()),
        StmtKind::Assign {
            define: true, lhs, ..
        } => {
            let names = ast.list(lhs).map(|n| name_of(&ast, n)).collect();
            (PieceKind::Define, names)
        }
        _ => (PieceKind::Stmt, Vec::new()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(text: &str) -> Vec<(PieceKind, String)> {
        let pieces = pieces(text, "entry1").into_iter();
        pieces.map(|p| (p.kind, p.names.join(" "))).collect()
    }

    #[test]
    fn headers_belong_to_their_statement() {
        let text =
            "for i := 0; i < 3; i++ { x(); y() }\nx := 1; if a := f(); a > 0 { } else { }; x";
        use PieceKind::*;
        let expected = [(Stmt, ""), (Define, "x"), (Stmt, ""), (Expr, "")];
        assert_eq!(kinds(text), expected.map(|(k, n)| (k, n.to_string())));
    }

    #[test]
    fn declarations_name_what_they_declare() {
        let text = "package main\nimport \"fmt\"\ntype (A int; B[T any] struct{})\n\
                    func (b *B[T]) m() {}\nvar x, y = 1, 2\nfunc() {}()\nfunc f() {}";
        use PieceKind::*;
        let expected = [
            (Import, ""),
            (Type, "A B"),
            (Func, "B.m"),
            (Var, "x y"),
            (Expr, ""),
            (Func, "f"),
        ];
        assert_eq!(kinds(text), expected.map(|(k, n)| (k, n.to_string())));
    }

    #[test]
    fn lists_of_expressions_are_pieces() {
        use PieceKind::*;
        let kinds = |text| kinds(text).iter().map(|k| k.0).collect::<Vec<_>>();
        assert_eq!(kinds("a, f(1, 2), []int{3, 4}"), [Expr, Expr, Expr]);
        assert_eq!(kinds("a, b = 1, 2"), [Stmt]);
        assert_eq!(kinds("a, b +"), [Wrong]);
        assert_eq!(kinds("a,"), [Wrong]);
    }

    #[test]
    fn mistakes_are_pieces_of_their_own() {
        use PieceKind::*;
        let found = kinds("x := 1\nx = 2 3\ny := 2");
        assert_eq!(
            found.iter().map(|k| k.0).collect::<Vec<_>>(),
            [Define, Wrong, Define]
        );
    }
}
