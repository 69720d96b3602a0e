//! What names have meant before: a variable, function or type that was there already comes back
//! instead of being made anew, so that a session in which names change their types back and forth does
//! not grow.

use crate::repl::entry::{Piece, PieceKind};
use crate::repl::sources::words;
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
pub struct TypeGroup {
    /// Their declarations, in the order of their names.
    texts: Vec<(String, String)>,
    /// What else these mention, with what it meant.
    context: Vec<(String, String)>,
    objects: Vec<(Symbol, ObjId)>,
}

impl Attic {
    pub fn put(&mut self, ck: &mut Checker<'_>, name: Symbol, obj: ObjId) {
        let Some(key) = key(ck, obj) else {
            return;
        };
        let objects = self.objects.entry(name).or_default();
        objects.retain(|o| o.0 != key);
        objects.push((key, obj));
    }

    /// An object of this name that `obj`, of the same kind and type, can stand for.
    pub fn find(&self, ck: &mut Checker<'_>, name: Symbol, obj: ObjId) -> Option<ObjId> {
        let objects = self.objects.get(&name)?;
        let key = key(ck, obj)?;
        objects.iter().find(|o| o.0 == key).map(|o| o.1)
    }

    /// Remembers the types that these pieces have just declared.
    pub fn put_types(&mut self, ck: &Checker<'_>, pkg: PkgId, pieces: &[Piece]) {
        let (texts, context) = describe(ck, pkg, pieces);
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

    /// The types that these pieces declare, if there were the same ones before, with no method that is
    /// not among `methods` (`T.m`).
    pub fn find_types(
        &self,
        ck: &Checker<'_>,
        pkg: PkgId,
        pieces: &[Piece],
        methods: &HashSet<&str>,
    ) -> Option<Vec<(Symbol, ObjId)>> {
        let (texts, context) = describe(ck, pkg, pieces);
        let group = self
            .types
            .iter()
            .find(|g| g.texts == texts && g.context == context)?;
        let is_complete = group.objects.iter().all(|&(name, obj)| {
            ck.methods_of(obj).iter().all(|&m| {
                let method = format!("{name}.{}", ck.obj(m).name);
                methods.contains(method.as_str())
            })
        });
        is_complete.then(|| group.objects.clone())
    }
}

impl TypeGroup {
    fn is_like(&self, other: &TypeGroup) -> bool {
        self.texts == other.texts && self.context == other.context
    }
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

/// Names and texts of the types among the pieces, and what else they mention.
type Description = (Vec<(String, String)>, Vec<(String, String)>);

fn describe(ck: &Checker<'_>, pkg: PkgId, pieces: &[Piece]) -> Description {
    let types = pieces.iter().filter(|p| p.kind == PieceKind::Type);
    let declared = types
        .clone()
        .flat_map(|p| p.names.iter().map(|n| (n.clone(), p.text.clone())));
    let mut texts: Vec<(String, String)> = declared.collect();
    texts.sort();
    let scope = ck.scope(ck.pkg(pkg).scope);
    let mentioned = types.flat_map(|p| words(&p.text));
    let outside = mentioned.filter_map(|word| {
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
