//! The import declarations of a parsed file.

use parser::ast::{Ast, DeclKind, ExprKind, File};
use source::{Pos, SourceMap};

/// `import name "path"`.
pub(crate) struct Import {
    pub path: String,
    /// Where the declaration begins: at the name if there is one.
    pub pos: Pos,
    pub path_pos: Pos,
}

/// The imports of a file, in order.
pub(crate) fn of<'a>(
    file: &'a File,
    ast: &'a Ast,
    map: &'a SourceMap,
) -> impl Iterator<Item = Import> + 'a {
    file.decls.iter().filter_map(|&decl| {
        let decl = ast.decl(decl);
        let DeclKind::Import { path, .. } = decl.kind else {
            return None;
        };
        let expr = ast.expr(path);
        let ExprKind::BasicLit { end, .. } = expr.kind else {
            return None;
        };
        let value = lexer::literal::string_value(map.text(expr.pos, end));
        Some(Import {
            path: String::from_utf8_lossy(&value).into_owned(),
            pos: decl.pos,
            path_pos: expr.pos,
        })
    })
}

/// Whether the file imports `wanted`.
pub(crate) fn has(file: &File, ast: &Ast, map: &SourceMap, wanted: &str) -> bool {
    of(file, ast, map).any(|import| import.path == wanted)
}
