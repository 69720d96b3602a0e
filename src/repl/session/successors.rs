//! What an entry declares compared with what was declared before under the same names.

use super::attic::{Attic, is_like};
use source::Symbol;
use types::Checker;
use types::object::{ObjId, ObjectKind, PkgId};
use types::session::Entry;

/// What an entry declares, with the earlier object whose place it takes: one of the same name, kind
/// and type.
pub(super) struct Successor {
    pub name: Symbol,
    pub new: ObjId,
    pub earlier: Option<ObjId>,
    /// What the name has meant until now.
    pub current: Option<ObjId>,
}

impl Successor {
    /// Whether the name means something else from now on.
    pub fn is_change(&self, ck: &Checker<'_>) -> bool {
        let is_const = matches!(ck.obj(self.new).kind, ObjectKind::Const { .. });
        self.current.is_some() && (is_const || self.earlier != self.current)
    }
}

/// Everything that the entry declares.
pub(super) fn successors(ck: &mut Checker<'_>, entry: &Entry, attic: &Attic) -> Vec<Successor> {
    let declared = entry.declared.iter();
    let successor = declared.map(|&(name, new)| {
        let current = ck.scope(entry.outer).lookup(name);
        let is_same = current.is_some_and(|old| is_like(ck, new, old));
        let earlier = match is_same {
            true => current,
            false => attic.find(ck, name, new),
        };
        Successor {
            name,
            new,
            earlier,
            current,
        }
    });
    successor.collect()
}

/// Variables of a file that nothing is assigned to take nobody's place: they begin as zero, as in a file
/// that is loaded again.
pub(super) fn without_unassigned(ck: &Checker<'_>, pkg: PkgId, successors: &mut [Successor]) {
    let initialised = &ck.pkg(pkg).init_order;
    for s in successors {
        let is_assigned = initialised.iter().any(|i| i.lhs.contains(&s.new));
        if is_variable(ck, s.new) && !is_assigned {
            s.earlier = None;
        }
    }
}

fn is_variable(ck: &Checker<'_>, obj: ObjId) -> bool {
    matches!(ck.obj(obj).kind, ObjectKind::Var(_))
}

/// Variables with the earlier ones whose storage they use.
pub(super) fn reused_variables(ck: &Checker<'_>, successors: &[Successor]) -> Vec<(ObjId, ObjId)> {
    let variables = successors.iter().filter(|s| is_variable(ck, s.new));
    variables
        .filter_map(|s| Some((s.new, s.earlier?)))
        .collect()
}

/// Ends an entry that is forgotten: what was declared earlier stands for what it has declared.
pub(super) fn leave_to_earlier(
    ck: &mut Checker<'_>,
    pkg: PkgId,
    entry: &Entry,
    successors: &[Successor],
) {
    for s in successors {
        if let ObjectKind::Const { .. } = ck.obj(s.new).kind
            && let Some(old) = s.earlier
        {
            ck.replace_constant(old, s.new);
        }
    }
    ck.leave_entry(pkg, entry);
    let meanings = successors.iter().filter_map(|s| Some((s.name, s.earlier?)));
    ck.give_names(pkg, &meanings.collect::<Vec<_>>());
}

/// The functions and methods that the entry declares, but for generic ones. Two have the same text if
/// one can take the other's place: it names receiver and type by what they are, not by their names,
/// which an entry can declare again.
pub(super) fn functions_of(
    ck: &mut Checker<'_>,
    pkg: PkgId,
    entry: &Entry,
) -> Vec<(String, ObjId)> {
    let declared = ck.pkg(pkg).funcs.clone().into_iter();
    declared
        // That of the entry itself goes when it has run.
        .filter(|&f| Some(f) != entry.function)
        .filter_map(|f| {
            let name = ck.obj(f).name.as_str();
            // Nobody calls init.
            if name == "init" || !ck.is_plain_function(f) {
                return None;
            }
            let receiver = ck.receiver_type(f).map(|t| ck.type_key(t));
            let ty = ck.type_key(ck.obj(f).ty);
            let text = format!("{}.{name} {ty}", receiver.unwrap_or_default());
            Some((text, f))
        })
        .collect()
}

pub(super) fn method_count(ck: &Checker<'_>, pkg: PkgId) -> usize {
    let funcs = ck.pkg(pkg).funcs.iter();
    funcs.filter(|&&f| ck.receiver_type(f).is_some()).count()
}
