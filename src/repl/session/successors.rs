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
        if have_same_type(ck, new, old) {
            reused.push((new, old));
        }
    }
    reused
}

/// Whether all that the entry declares was declared before, of the same kind and type: variables that
/// are `reused`, functions, and constants.
pub(super) fn have_predecessors(
    ck: &mut Checker<'_>,
    entry: &Entry,
    reused: &[(ObjId, ObjId)],
) -> bool {
    entry.declared.iter().all(|&(name, new)| {
        let Some(old) = ck.scope(entry.outer).lookup(name) else {
            return false;
        };
        match (&ck.obj(new).kind, &ck.obj(old).kind) {
            (ObjectKind::Var(_), _) => reused.contains(&(new, old)),
            (ObjectKind::Func(_), ObjectKind::Func(_)) => {
                have_same_type(ck, new, old) && ck.is_plain_function(new)
            }
            (ObjectKind::Const { .. }, ObjectKind::Const { .. }) => have_same_type(ck, new, old),
            _ => false,
        }
    })
}

/// Earlier constants get the values of those that the entry declares.
pub(super) fn replace_constants(ck: &mut Checker<'_>, entry: &Entry) {
    for &(name, new) in &entry.declared {
        if let ObjectKind::Const { .. } = ck.obj(new).kind
            && let Some(old) = ck.scope(entry.outer).lookup(name)
        {
            ck.replace_constant(old, new);
        }
    }
}

fn have_same_type(ck: &mut Checker<'_>, a: ObjId, b: ObjId) -> bool {
    let (a, b) = (ck.obj(a).ty, ck.obj(b).ty);
    ck.type_key(a) == ck.type_key(b)
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
        let is_redirected = is_func(new) && is_func(old) && have_same_type(ck, new, old);
        !is_redirected && !reused.contains(&(new, old))
    });
    changed
        .map(|&(name, _)| name.as_str().to_string())
        .collect()
}

/// The functions and methods that the entry declares, but for generic ones. Two have the same text if
/// one can take the other's place: it names receiver and type by what they are, not by their names,
/// which an entry can declare again.
pub(super) fn functions_of(
    ck: &mut Checker<'_>,
    compiler: &Compiled,
    pkg: PkgId,
    entry: &Entry,
) -> Vec<(String, FuncIdx)> {
    let declared = ck.pkg(pkg).funcs.clone().into_iter();
    declared
        // That of the entry itself goes when it has run.
        .filter(|&f| Some(f) != entry.function)
        .filter_map(|f| {
            let index = compiler.function(f)?;
            let receiver = ck.receiver_type(f).map(|t| ck.type_key(t));
            let name = ck.obj(f).name.as_str();
            if name == "init" {
                // Nobody calls it.
                return None;
            }
            let ty = ck.type_key(ck.obj(f).ty);
            let text = format!("{}.{name} {ty}", receiver.unwrap_or_default());
            Some((text, index))
        })
        .collect()
}

pub(super) fn method_count(ck: &Checker<'_>, pkg: PkgId) -> usize {
    let funcs = ck.pkg(pkg).funcs.iter();
    funcs.filter(|&&f| ck.receiver_type(f).is_some()).count()
}
