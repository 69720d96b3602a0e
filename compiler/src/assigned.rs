//! What a statement may change, for loops that would like to keep values in place.

use parser::ast::*;
use types::Checker;
use types::object::ObjId;

/// Calls `f` for each statement inside `s`, function literals left out.
pub fn walk(ast: &Ast, s: StmtId, f: &mut dyn FnMut(StmtId)) {
    f(s);
    let list = |stmts: List<StmtId>, f: &mut dyn FnMut(StmtId)| {
        for s in ast.list(stmts) {
            walk(ast, s, f);
        }
    };
    match ast.stmt(s).kind {
        StmtKind::Labeled { stmt, .. } => walk(ast, stmt, f),
        StmtKind::Block { stmts, .. } => list(stmts, f),
        StmtKind::If {
            init, then, els, ..
        } => {
            for s in [init, Some(then), els].into_iter().flatten() {
                walk(ast, s, f);
            }
        }
        StmtKind::Switch { init, clauses, .. } => {
            if let Some(init) = init {
                walk(ast, init, f);
            }
            for c in ast.list(clauses) {
                list(ast.clause(c).body, f);
            }
        }
        StmtKind::Select { clauses, .. } => {
            for c in ast.list(clauses) {
                if let Some(comm) = ast.clause(c).comm {
                    walk(ast, comm, f);
                }
                list(ast.clause(c).body, f);
            }
        }
        StmtKind::For {
            init, post, body, ..
        } => {
            for s in [init, post, Some(body)].into_iter().flatten() {
                walk(ast, s, f);
            }
        }
        StmtKind::Range { body, .. } => walk(ast, body, f),
        _ => {}
    }
}

/// Whether the body assigns to variable `var`.
pub fn assigns(ck: &Checker<'_>, body: StmtId, var: ObjId) -> bool {
    let ast = ck.ast;
    let is_var = |e: ExprId| {
        let e = ast.unparen(e);
        matches!(ast.kind(e), ExprKind::Name(_)) && ck.info.object(e) == Some(var)
    };
    let mut found = false;
    walk(ast, body, &mut |s| {
        found |= match ast.stmt(s).kind {
            StmtKind::Assign { lhs, .. } => ast.list(lhs).any(is_var),
            StmtKind::AssignOp { x, .. } | StmtKind::IncDec { x, .. } => is_var(x),
            StmtKind::Range { lhs, .. } => ast.list(lhs).any(is_var),
            _ => false,
        };
    });
    found
}

/// Whether the body may change anything but fresh variables.
pub fn has_effects(ck: &Checker<'_>, body: StmtId) -> bool {
    let ast = ck.ast;
    let mut found = false;
    walk(ast, body, &mut |s| {
        found |= !matches!(
            ast.stmt(s).kind,
            StmtKind::Block { .. }
                | StmtKind::If { .. }
                | StmtKind::Empty
                | StmtKind::Branch { .. }
        );
    });
    found
}
