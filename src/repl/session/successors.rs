//! What an entry declares compared with what was declared before under the same names.

use bytecode::FuncIdx;
use compiler::session::Session as Compiled;
use types::Checker;
use types::object::{ObjId, ObjectKind, PkgId};
use types::session::Entry;

/// New variables that take the place of earlier ones of the same name and type.
pub(super) fn reused_variables(
    ck: &mut Checker<'_>,
    pkg: PkgId,
    entry: &Entry,
) -> Vec<(ObjId, ObjId)> {
    let mut reused = Vec::new();
    let earlier = ck.scope(ck.pkg(pkg).scope).parent;
    for &(name, new) in &entry.declared {
        let Some(old) = earlier.and_then(|scope| ck.scope(scope).lookup(name)) else {
            continue;
        };
        let is_var = |o: ObjId| matches!(ck.obj(o).kind, ObjectKind::Var(_));
        if !is_var(new) || !is_var(old) {
            continue;
        }
        let (a, b) = (ck.obj(new).ty, ck.obj(old).ty);
        if ck.type_key(a) == ck.type_key(b) {
            reused.push((new, old));
        }
    }
    reused
}

/// Whether all that the entry declares was declared before, of the same kind and type: variables that
/// are `reused`, functions, and constants, which get their new values.
pub(super) fn have_successors(
    ck: &mut Checker<'_>,
    entry: &Entry,
    reused: &[(ObjId, ObjId)],
) -> bool {
    let mut constants = Vec::new();
    for &(name, new) in &entry.declared {
        let Some(old) = ck.scope(entry.outer).lookup(name) else {
            return false;
        };
        let (a, b) = (ck.obj(new).ty, ck.obj(old).ty);
        let is_same_type = ck.type_key(a) == ck.type_key(b);
        let stands = match (&ck.obj(new).kind, &ck.obj(old).kind) {
            (ObjectKind::Var(_), _) => reused.contains(&(new, old)),
            (ObjectKind::Func(_), ObjectKind::Func(_)) => is_same_type && ck.is_plain_function(new),
            (ObjectKind::Const { .. }, ObjectKind::Const { .. }) => {
                constants.push((old, new));
                is_same_type
            }
            _ => false,
        };
        if !stands {
            return false;
        }
    }
    for (old, new) in constants {
        ck.replace_constant(old, new);
    }
    true
}

/// What the entry declares that meant something else before.
pub(super) fn changed_names(
    ck: &mut Checker<'_>,
    entry: &Entry,
    reused: &[(ObjId, ObjId)],
) -> Vec<String> {
    let declared = entry.declared.iter();
    let changed = declared.filter(|&&(name, new)| {
        let Some(old) = ck.scope(entry.outer).lookup(name) else {
            return false;
        };
        let is_func = |o: ObjId| matches!(ck.obj(o).kind, ObjectKind::Func(_));
        let (a, b) = (ck.obj(new).ty, ck.obj(old).ty);
        let is_redirected = is_func(new) && is_func(old) && ck.type_key(a) == ck.type_key(b);
        !is_redirected && !reused.contains(&(new, old))
    });
    changed
        .map(|&(name, _)| name.as_str().to_string())
        .collect()
}

/// The functions and methods that the entry declares, by name and type.
pub(super) fn functions_of(
    ck: &Checker<'_>,
    compiler: &Compiled,
    entry: &Entry,
) -> Vec<(String, FuncIdx)> {
    let declared = entry.declared.iter();
    declared
        .filter_map(|&(name, obj)| {
            let ObjectKind::Func(_) = ck.obj(obj).kind else {
                return None;
            };
            let index = compiler.function(obj)?;
            let ty = ck.type_string(ck.obj(obj).ty);
            Some((format!("{} {ty}", name.as_str()), index))
        })
        .collect()
}

pub(super) fn method_count(ck: &Checker<'_>, pkg: PkgId) -> usize {
    let funcs = ck.pkg(pkg).funcs.iter();
    funcs.filter(|&&f| ck.receiver_type(f).is_some()).count()
}

/// The methods that the entry declares, by receiver, name and type.
pub(super) fn methods_of(
    ck: &Checker<'_>,
    compiler: &Compiled,
    pkg: PkgId,
) -> Vec<(String, FuncIdx)> {
    let declared = ck.pkg(pkg).funcs.iter();
    declared
        .filter_map(|&f| {
            let receiver = ck.receiver_type(f)?;
            let index = compiler.function(f)?;
            let text = format!("({}).{}", ck.type_string(receiver), ck.func_string(f));
            Some((text, index))
        })
        .collect()
}
