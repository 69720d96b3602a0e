//! What names have meant before: a variable, function or type that was there already comes back
//! instead of being made anew, so that a session in which names change their types back and forth does
//! not grow.

use super::Session;
use super::successors::Successor;
use crate::repl::entry::{Piece, PieceKind};
use crate::repl::sources::mentioned;
use source::Symbol;
use std::collections::{HashMap, HashSet};
use types::Checker;
use types::object::{ObjId, ObjectKind, PkgId};

/// Objects that have lost their names.
#[derive(Default)]
pub struct Attic {
    /// Variables, constants and functions, each with a text that two of the same kind and type share.
    objects: HashMap<Symbol, Vec<(String, ObjId)>>,
    types: Vec<TypeGroup>,
}

/// Types that were declared together.
struct TypeGroup {
    /// Their declarations, in the order of their names.
    texts: Vec<(String, String)>,
    /// What else these mention, with what it meant.
    context: Vec<(String, String)>,
    objects: Vec<(Symbol, ObjId)>,
}

impl Attic {
    /// Keeps what has lost its name.
    pub fn put(&mut self, ck: &mut Checker<'_>, name: Symbol, obj: ObjId) {
        let Some(key) = key(ck, obj) else {
            return;
        };
        let objects = self.objects.entry(name).or_default();
        objects.retain(|o| o.0 != key);
        objects.push((key, obj));
    }

    /// Keeps what loses its name to these objects.
    pub(super) fn put_replaced(&mut self, ck: &mut Checker<'_>, successors: &[Successor]) {
        for s in successors {
            if let Some(current) = s.current.filter(|&c| Some(c) != s.earlier) {
                self.put(ck, s.name, current);
            }
        }
    }

    /// An object of this name that `obj`, of the same kind and type, can stand for.
    pub fn find(&self, ck: &mut Checker<'_>, name: Symbol, obj: ObjId) -> Option<ObjId> {
        let objects = self.objects.get(&name)?;
        let key = key(ck, obj)?;
        objects.iter().find(|o| o.0 == key).map(|o| o.1)
    }

    /// Keeps the types that these pieces have declared.
    fn put_types(&mut self, ck: &Checker<'_>, pkg: PkgId, pieces: &[&Piece]) {
        for component in components(pieces) {
            let (texts, context) = describe(ck, pkg, &component);
            let scope = ck.scope(ck.pkg(pkg).scope);
            let objects = texts.iter().filter_map(|(name, _)| {
                let name = Symbol::intern(name);
                Some((name, scope.lookup(name)?))
            });
            let group = TypeGroup {
                objects: objects.collect(),
                texts,
                context,
            };
            self.types.retain(|g| !g.is_like(&group));
            self.types.push(group);
        }
    }

    /// The types of a component, if there were the same ones before, with no method that is not among
    /// `methods` (`T.m`).
    fn find_types(
        &self,
        ck: &Checker<'_>,
        pkg: PkgId,
        component: &[&Piece],
        methods: &HashSet<&str>,
    ) -> Option<&[(Symbol, ObjId)]> {
        let (texts, context) = describe(ck, pkg, component);
        let mut groups = self.types.iter();
        let group = groups.find(|g| g.texts == texts && g.context == context)?;
        let is_complete = group.objects.iter().all(|&(name, obj)| {
            ck.methods_of(obj).iter().all(|&m| {
                let method = format!("{name}.{}", ck.obj(m).name);
                methods.contains(method.as_str())
            })
        });
        is_complete.then_some(&group.objects)
    }
}

/// What [`Session::bring_back_types`] has done.
pub struct Returned {
    /// The names of the types that are back.
    pub names: HashSet<String>,
    /// What they meant.
    pub before: Vec<(Symbol, ObjId)>,
}

impl Session {
    /// Gives their names to those of these pieces' types that were there before.
    pub fn bring_back_types(&mut self, pieces: &[Piece]) -> Returned {
        let mut returned = Returned {
            names: HashSet::new(),
            before: Vec::new(),
        };
        let Some(kept) = self.checker.take() else {
            return returned;
        };
        let mut ck = kept.resume(&self.ast, &self.map);
        let (types, others): (Vec<&Piece>, Vec<&Piece>) =
            pieces.iter().partition(|p| p.kind == PieceKind::Type);
        let methods = others.iter().flat_map(|p| &p.names).map(String::as_str);
        let methods = methods.collect();
        // Types that will be made anew, and with them what mentions them.
        let mut new: HashSet<&str> = HashSet::new();
        for component in components(&types) {
            let mut others = component.iter().flat_map(|p| mentioned(p));
            let found = match others.any(|w| new.contains(w)) {
                true => None,
                false => self.attic.find_types(&ck, self.pkg, &component, &methods),
            };
            let names = component.iter().flat_map(|p| &p.names);
            let Some(found) = found.map(<[_]>::to_vec) else {
                new.extend(names.map(String::as_str));
                continue;
            };
            returned.names.extend(names.cloned());
            for &(name, _) in &found {
                let scope = ck.scope(ck.pkg(self.pkg).scope);
                if let Some(obj) = scope.lookup(name) {
                    returned.before.push((name, obj));
                    self.attic.put(&mut ck, name, obj);
                }
            }
            ck.give_names(self.pkg, &found);
        }
        self.checker = Some(ck.suspend());
        returned
    }

    /// Gives names what they meant.
    pub fn give_names(&mut self, meanings: &[(Symbol, ObjId)]) {
        if let Some(kept) = self.checker.take() {
            let mut ck = kept.resume(&self.ast, &self.map);
            ck.give_names(self.pkg, meanings);
            self.checker = Some(ck.suspend());
        }
    }

    /// Remembers the types that these pieces have just declared.
    pub fn remember_types(&mut self, pieces: &[Piece]) {
        if let Some(kept) = self.checker.take() {
            let ck = kept.resume(&self.ast, &self.map);
            let types = pieces.iter().filter(|p| p.kind == PieceKind::Type);
            let types: Vec<&Piece> = types.collect();
            self.attic.put_types(&ck, self.pkg, &types);
            self.checker = Some(ck.suspend());
        }
    }
}

impl TypeGroup {
    fn is_like(&self, other: &TypeGroup) -> bool {
        self.texts == other.texts && self.context == other.context
    }
}

/// Whether one can stand for the other.
pub(super) fn is_like(ck: &mut Checker<'_>, a: ObjId, b: ObjId) -> bool {
    let key_of_a = key(ck, a);
    key_of_a.is_some() && key_of_a == key(ck, b)
}

/// The same for objects of the same kind and type; nothing for what is always made anew.
fn key(ck: &mut Checker<'_>, obj: ObjId) -> Option<String> {
    let kind = match ck.obj(obj).kind {
        ObjectKind::Var(_) => "var",
        ObjectKind::Const { .. } => "const",
        ObjectKind::Func(_) if ck.is_plain_function(obj) => "func",
        _ => return None,
    };
    Some(format!("{kind} {}", ck.type_key(ck.obj(obj).ty)))
}

/// Declarations of types with those that they mention and that mention them in turn; what is mentioned
/// comes first.
fn components<'p>(types: &[&'p Piece]) -> Vec<Vec<&'p Piece>> {
    let count = types.len();
    let mentions = |i: usize, j: usize| {
        let names = &types[j].names;
        mentioned(types[i]).any(|w| names.iter().any(|n| n == w))
    };
    let mut reaches: Vec<Vec<bool>> = (0..count)
        .map(|i| (0..count).map(|j| i == j || mentions(i, j)).collect())
        .collect();
    for via in 0..count {
        for i in 0..count {
            for j in 0..count {
                reaches[i][j] |= reaches[i][via] && reaches[via][j];
            }
        }
    }
    let mut order: Vec<usize> = (0..count).collect();
    // What mentions something reaches more than that does.
    order.sort_by_key(|&i| reaches[i].iter().filter(|&&r| r).count());
    let mut components: Vec<Vec<&Piece>> = Vec::new();
    let mut is_done = vec![false; count];
    for &i in &order {
        let is_member = |&&j: &&usize| !is_done[j] && reaches[i][j] && reaches[j][i];
        let members: Vec<usize> = order.iter().filter(is_member).copied().collect();
        for &j in &members {
            is_done[j] = true;
        }
        if !members.is_empty() {
            components.push(members.into_iter().map(|j| types[j]).collect());
        }
    }
    components
}

/// Names and texts of types, and what else they mention, with what it means.
type Description = (Vec<(String, String)>, Vec<(String, String)>);

fn describe(ck: &Checker<'_>, pkg: PkgId, types: &[&Piece]) -> Description {
    let declared = types
        .iter()
        .flat_map(|p| p.names.iter().map(|n| (n.clone(), p.text.clone())));
    let mut texts: Vec<(String, String)> = declared.collect();
    texts.sort();
    let scope = ck.scope(ck.pkg(pkg).scope);
    let words = types.iter().flat_map(|p| mentioned(p));
    let outside = words.filter_map(|word| {
        if texts.iter().any(|t| t.0 == word) {
            return None;
        }
        let obj = scope.lookup(Symbol::intern(word))?;
        let value = match &ck.obj(obj).kind {
            ObjectKind::Const { value } => format!(" {value:?}"),
            _ => String::new(),
        };
        Some((word.to_string(), format!("{}{value}", obj.0)))
    });
    let mut context: Vec<(String, String)> = outside.collect();
    context.sort();
    context.dedup();
    (texts, context)
}
