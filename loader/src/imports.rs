//! The import declarations of a parsed file.

use parser::ast::{Ast, DeclKind, ExprKind, File};
use source::{Pos, SourceMap};

/// The import paths of a file with their positions, in order.
pub(crate) fn paths<'a>(
    file: &'a File,
    ast: &'a Ast,
    map: &'a SourceMap,
) -> impl Iterator<Item = (String, Pos)> + 'a {
    file.decls.iter().filter_map(|&decl| {
        let DeclKind::Import { path, .. } = ast.decl(decl).kind else {
            return None;
        };
        let expr = ast.expr(path);
        let ExprKind::BasicLit { end, .. } = expr.kind else {
            return None;
        };
        let value = lexer::literal::string_value(map.text(expr.pos, end));
        Some((String::from_utf8_lossy(&value).into_owned(), expr.pos))
    })
}

/// Whether the file imports `wanted`.
pub(crate) fn has(file: &File, ast: &Ast, map: &SourceMap, wanted: &str) -> bool {
    paths(file, ast, map).any(|(path, _)| path == wanted)
}
