//! Types as text: for messages, for run-time type names, and as keys that tell types apart.

use crate::checker::Checker;
use crate::object::{ObjId, ObjectKind, PkgId};
use crate::types::{BasicKind, Interface, Named, NamedId, Signature, Type, TypeId, TypeParamId};
use parser::ast::ChanDir;
use std::fmt::Write;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Style {
    /// As gc writes types in messages: names of the current package unqualified.
    Message,
    /// As in messages, but every name qualified by its package's path.
    Path,
    /// As `%T` writes them.
    Runtime,
    /// Equal for identical types only.
    Key,
}

impl Style {
    fn is_message(self) -> bool {
        matches!(self, Style::Message | Style::Path)
    }
}

/// What stands behind a type's name that means another type by now, in a session.
pub const EARLIER: &str = " (earlier)";

/// Types nested deeper are cut off in messages.
const MAX_DEPTH: u32 = 64;

impl BasicKind {
    pub fn name(self) -> &'static str {
        use BasicKind::*;
        match self {
            Invalid => "invalid type",
            Bool => "bool",
            Int => "int",
            Int8 => "int8",
            Int16 => "int16",
            Int32 => "int32",
            Int64 => "int64",
            Uint => "uint",
            Uint8 => "uint8",
            Uint16 => "uint16",
            Uint32 => "uint32",
            Uint64 => "uint64",
            Uintptr => "uintptr",
            Float32 => "float32",
            Float64 => "float64",
            Complex64 => "complex64",
            Complex128 => "complex128",
            String => "string",
            UnsafePointer => "unsafe.Pointer",
            UntypedBool => "untyped bool",
            UntypedInt => "untyped int",
            UntypedRune => "untyped rune",
            UntypedFloat => "untyped float",
            UntypedComplex => "untyped complex",
            UntypedString => "untyped string",
            UntypedNil => "untyped nil",
        }
    }
}

impl<'a> Checker<'a> {
    /// As gc writes the type in messages.
    pub fn type_string(&self, t: TypeId) -> String {
        self.write(t, Style::Message)
    }

    /// As gc writes types where it qualifies every name by its package's path.
    pub fn path_type_string(&self, t: TypeId) -> String {
        self.write(t, Style::Path)
    }

    /// As the program sees it with `%T`.
    pub fn runtime_type_string(&mut self, t: TypeId) -> String {
        self.complete(t, 0);
        self.write(t, Style::Runtime)
    }

    /// A text that identical types share and different ones don't.
    pub fn type_key(&mut self, t: TypeId) -> String {
        self.complete(t, 0);
        self.write(t, Style::Key)
    }

    /// Makes the type sets that keys and run-time names are written from.
    fn complete(&mut self, t: TypeId, depth: u32) {
        if depth > MAX_DEPTH {
            return;
        }
        let t = self.unalias(t);
        match self.types.get(t).clone() {
            Type::Pointer(e)
            | Type::Slice(e)
            | Type::Array { elem: e, .. }
            | Type::Chan { elem: e, .. } => self.complete(e, depth + 1),
            Type::Map { key, elem } => {
                self.complete(key, depth + 1);
                self.complete(elem, depth + 1);
            }
            Type::Struct(s) => s
                .fields
                .iter()
                .for_each(|&f| self.complete(self.obj(f).ty, depth + 1)),
            Type::Signature(s) => {
                for &v in s.params.iter().chain(&s.results) {
                    self.complete(self.obj(v).ty, depth + 1);
                }
            }
            Type::Tuple(list) => list.iter().for_each(|&e| self.complete(e, depth + 1)),
            Type::Interface(_) => {
                let set = self.type_set(t);
                for &m in &set.methods {
                    self.complete(self.obj(m).ty, depth + 1);
                }
            }
            Type::Named(n) => {
                let targs = self.types.named(n).targs.clone();
                targs.iter().for_each(|&e| self.complete(e, depth + 1));
            }
            _ => {}
        }
    }

    fn write(&self, t: TypeId, style: Style) -> String {
        let mut w = Writer::new(self, style);
        w.ty(t);
        w.out
    }

    /// `(x int) string`: a signature without `func`.
    pub fn signature_string(&self, t: TypeId) -> String {
        self.write_signature_of(t, true)
    }

    /// `(int) string`: a signature without `func` and parameter names.
    pub fn unnamed_signature(&self, t: TypeId) -> String {
        self.write_signature_of(t, false)
    }

    /// `(a int, b error)`.
    pub(crate) fn params_string(&self, params: &[ObjId]) -> String {
        let mut w = Writer::new(self, Style::Message);
        w.params(params, false);
        w.out
    }

    fn is_predeclared(&self, name: source::Symbol) -> bool {
        self.scope(self.universe).lookup(name).is_some()
    }

    fn write_signature_of(&self, t: TypeId, names: bool) -> String {
        let mut w = Writer {
            names,
            ..Writer::new(self, Style::Message)
        };
        if let Type::Signature(s) = self.types.get(t) {
            w.signature(s);
        }
        w.out
    }

    /// `Name(x int) string`, for "have" and "want" lines.
    pub fn func_string(&self, f: ObjId) -> String {
        let o = self.obj(f);
        format!("{}{}", o.name, self.signature_string(o.ty))
    }

    /// How messages qualify names of the package; absent for the current package.
    pub fn qualifier(&self, pkg: PkgId) -> Option<String> {
        if pkg == self.env.pkg {
            return None;
        }
        let p = self.pkg(pkg);
        let ambiguous = self
            .packages
            .iter()
            .any(|q| q.name == p.name && q.path != p.path);
        let is_hidden = !self.config.is_session && self.has_hidden_namesake(p.path.as_str());
        Some(if ambiguous || is_hidden {
            format!("{:?}", p.path.as_str())
        } else {
            p.name.to_string()
        })
    }

    /// Go's own packages of these names import, or are imported together with, internal ones of the
    /// same name: gc's messages tell them apart.
    fn has_hidden_namesake(&self, path: &str) -> bool {
        const WITHOUT_RUNTIME: [&str; 4] = ["sync", "sync/atomic", "unsafe", "runtime"];
        match path {
            "sync" => true,
            "sync/atomic" => self
                .packages
                .iter()
                .any(|p| p.is_std && !WITHOUT_RUNTIME.contains(&p.path.as_str())),
            _ => false,
        }
    }

    /// Among the types that functions of its package declare, the place of this one in source order;
    /// `None` for types declared outside of functions.
    fn local_type_number(&self, n: NamedId) -> Option<usize> {
        let local = |named: &Named| {
            let scope = self.pkg(named.pkg?).scope;
            let o = self.obj(named.obj);
            (self.scope(scope).lookup(o.name) != Some(named.obj)).then_some(o.pos)
        };
        let this = self.types.named(n);
        let at = local(this)?;
        let before = self.types.all_named().filter(|(id, named)| {
            named.origin == *id && named.pkg == this.pkg && local(named).is_some_and(|p| p <= at)
        });
        Some(before.count())
    }

    /// `x` or `pkg.X`, as messages name objects.
    pub fn qualified_name(&self, obj: ObjId) -> String {
        let o = self.obj(obj);
        match o.pkg.and_then(|p| self.qualifier(p)) {
            Some(q) => format!("{q}.{}", o.name),
            None => o.name.to_string(),
        }
    }

    /// `[P any, Q constraint]`.
    pub fn tparams_string(&self, tparams: &[TypeParamId]) -> String {
        let mut w = Writer::new(self, Style::Message);
        w.tparam_list(tparams);
        w.out
    }
}

struct Writer<'c, 'a> {
    c: &'c Checker<'a>,
    style: Style,
    out: String,
    depth: u32,
    /// Those that enclosing signatures declare (for keys).
    tparams: Vec<TypeParamId>,
    /// Parameters are written with their names.
    names: bool,
    /// Type arguments that are being written.
    in_targs: u32,
}

impl<'c, 'a> Writer<'c, 'a> {
    fn new(c: &'c Checker<'a>, style: Style) -> Writer<'c, 'a> {
        Writer {
            c,
            style,
            out: String::new(),
            depth: 0,
            tparams: Vec::new(),
            names: true,
            in_targs: 0,
        }
    }
}

impl Writer<'_, '_> {
    fn ty(&mut self, t: TypeId) {
        self.depth += 1;
        if self.depth > MAX_DEPTH && self.style != Style::Key || self.depth > 8 * MAX_DEPTH {
            self.out.push_str("...");
        } else {
            self.inner(t);
        }
        self.depth -= 1;
    }

    fn inner(&mut self, t: TypeId) {
        let c = self.c;
        let spaced = self.style == Style::Runtime;
        match c.types.get(t) {
            Type::Basic(k) => self.out.push_str(match (t, self.style) {
                (TypeId::BYTE, Style::Message | Style::Path) => "byte",
                (TypeId::RUNE, Style::Message | Style::Path) => "rune",
                _ => k.name(),
            }),
            Type::Named(n) => self.named(*n),
            Type::Alias { obj, actual, targs } => {
                if !self.style.is_message() {
                    return self.ty(*actual);
                }
                self.type_name(*obj);
                self.targs(targs);
                if targs.is_empty()
                    && let Some(tparams) = c.state.alias_tparams.get(obj)
                    && !tparams.is_empty()
                {
                    self.tparam_list(tparams);
                }
            }
            Type::Pointer(e) => {
                self.out.push('*');
                self.ty(*e);
            }
            Type::Slice(e) => {
                self.out.push_str("[]");
                self.ty(*e);
            }
            Type::Array { elem, len } => {
                let _ = write!(self.out, "[{len}]");
                self.ty(*elem);
            }
            Type::Map { key, elem } => {
                self.out.push_str("map[");
                self.ty(*key);
                self.out.push(']');
                self.ty(*elem);
            }
            Type::Chan { dir, elem } => {
                let (text, parens) = match dir {
                    ChanDir::Send => ("chan<- ", false),
                    ChanDir::Recv => ("<-chan ", false),
                    ChanDir::Both => (
                        "chan ",
                        matches!(
                            c.types.get(*elem),
                            Type::Chan {
                                dir: ChanDir::Recv,
                                ..
                            }
                        ),
                    ),
                };
                self.out.push_str(text);
                if parens {
                    self.out.push('(');
                }
                self.ty(*elem);
                if parens {
                    self.out.push(')');
                }
            }
            Type::Struct(s) => {
                self.out.push_str(match (spaced, s.fields.is_empty()) {
                    (false, _) => "struct{",
                    (true, true) => "struct {",
                    (true, false) => "struct { ",
                });
                for (i, &f) in s.fields.iter().enumerate() {
                    if i > 0 {
                        self.out.push_str("; ");
                    }
                    let o = c.obj(f);
                    if self.style == Style::Key {
                        self.unexported_prefix(f);
                    }
                    if spaced && self.in_targs > 0 && !o.name.is_exported() {
                        self.package(o.pkg);
                    }
                    let embedded = c.is_embedded(f);
                    if !embedded || self.style == Style::Key {
                        let _ = write!(self.out, "{} ", o.name);
                    }
                    if embedded && self.style == Style::Key {
                        self.out.push('!');
                    }
                    self.ty(o.ty);
                    match s.tags.get(i) {
                        Some(tag) if !tag.as_str().is_empty() => {
                            let _ = write!(self.out, " {:?}", tag.as_str());
                        }
                        _ => {}
                    }
                }
                if spaced && !s.fields.is_empty() {
                    self.out.push(' ');
                }
                self.out.push('}');
            }
            Type::Signature(s) => {
                self.out.push_str("func");
                self.signature(s);
            }
            Type::Interface(i) => match self.style {
                Style::Message | Style::Path => self.interface(t, i),
                _ => self.interface_set(t),
            },
            Type::Tuple(list) => {
                self.out.push('(');
                for (i, &e) in list.iter().enumerate() {
                    if i > 0 {
                        self.out.push_str(", ");
                    }
                    self.ty(e);
                }
                self.out.push(')');
            }
            Type::TypeParam(p) => {
                if self.style == Style::Key {
                    match self.tparams.iter().position(|q| q == p) {
                        Some(i) => {
                            let _ = write!(self.out, "${i}");
                        }
                        None => {
                            let _ = write!(self.out, "P{}", p.0);
                        }
                    }
                    return;
                }
                let o = c.obj(c.types.tparam(*p).obj);
                self.out.push_str(o.name.as_str());
                if self.style.is_message() && c.is_predeclared(o.name) && o.pos.is_known() {
                    let at = c.pos_string(o.pos);
                    let _ = write!(self.out, " /* with {} declared at {at} */", o.name);
                }
            }
            Type::Union(terms) => {
                for (i, term) in terms.iter().enumerate() {
                    if i > 0 {
                        self.out
                            .push_str(if self.style.is_message() { " | " } else { "|" });
                    }
                    if term.tilde {
                        self.out.push('~');
                    }
                    self.ty(term.ty);
                }
            }
        }
    }

    fn named(&mut self, n: NamedId) {
        let named = self.c.types.named(n);
        if self.style == Style::Key {
            let _ = write!(self.out, "N{}", named.origin.0);
            if !named.outer_targs.is_empty() {
                self.out.push('{');
                for &t in named.outer_targs.iter() {
                    self.ty(t);
                    self.out.push(',');
                }
                self.out.push('}');
            }
        } else {
            self.type_name(named.obj);
        }
        if self.style == Style::Runtime {
            return self.runtime_targs(n);
        }
        if named.targs.is_empty() {
            if self.style.is_message() && !named.tparams.is_empty() && named.origin == n {
                let tparams = named.tparams.clone();
                self.tparam_list(&tparams);
            }
            return;
        }
        let targs = named.targs.clone();
        self.targs(&targs);
    }

    /// The arguments of the generic function around a local type, then the type's own; in type
    /// arguments a local type has a number besides, since others may have its name.
    fn runtime_targs(&mut self, n: NamedId) {
        let named = self.c.types.named(n);
        if !named.outer_targs.is_empty() || !named.targs.is_empty() {
            self.out.push('[');
            self.list(&named.outer_targs);
            if !named.outer_targs.is_empty() && !named.targs.is_empty() {
                self.out.push(';');
            }
            self.list(&named.targs);
            self.out.push(']');
        }
        if self.in_targs > 0
            && let Some(number) = self.c.local_type_number(named.origin)
        {
            let _ = write!(self.out, "·{number}");
        }
    }

    fn type_name(&mut self, obj: ObjId) {
        let o = self.c.obj(obj);
        match self.style {
            Style::Path => {
                if let Some(pkg) = o.pkg {
                    let p = self.c.pkg(pkg);
                    let path = if p.name.as_str() == "main" {
                        p.name
                    } else {
                        p.path
                    };
                    let _ = write!(self.out, "{path}.");
                }
            }
            Style::Message => {
                if let Some(q) = o.pkg.and_then(|p| self.c.qualifier(p)) {
                    let _ = write!(self.out, "{q}.");
                }
            }
            _ => self.package(o.pkg),
        }
        self.out.push_str(o.name.as_str());
        if self.style.is_message() && self.c.is_replaced(obj) {
            self.out.push_str(EARLIER);
        }
    }

    /// A package as run-time names have it: with its path in type arguments.
    fn package(&mut self, pkg: Option<PkgId>) {
        let Some(pkg) = pkg else { return };
        let p = self.c.pkg(pkg);
        let path = self.in_targs > 0 && p.name.as_str() != "main";
        let _ = write!(self.out, "{}.", if path { p.path } else { p.name });
    }

    fn list(&mut self, targs: &[TypeId]) {
        self.in_targs += 1;
        for (i, &t) in targs.iter().enumerate() {
            if i > 0 {
                self.out
                    .push_str(if self.style.is_message() { ", " } else { "," });
            }
            self.ty(t);
        }
        self.in_targs -= 1;
    }

    fn targs(&mut self, targs: &[TypeId]) {
        if targs.is_empty() {
            return;
        }
        self.out.push('[');
        self.list(targs);
        self.out.push(']');
    }

    fn tparam_list(&mut self, tparams: &[TypeParamId]) {
        self.out.push('[');
        for (i, &p) in tparams.iter().enumerate() {
            let tp = self.c.types.tparam(p);
            if i > 0 {
                self.out.push_str(", ");
            }
            let same = tparams
                .get(i + 1)
                .is_some_and(|&q| self.c.types.tparam(q).bound == tp.bound);
            let (id, bound) = (tp.id, tp.bound);
            self.ty(id);
            if !same {
                self.out.push(' ');
                self.ty(bound);
            }
        }
        self.out.push(']');
    }

    fn signature(&mut self, s: &Signature) {
        let depth = self.tparams.len();
        if !s.tparams.is_empty() {
            if self.style == Style::Key {
                self.tparams.extend(&s.tparams);
            }
            self.tparam_list(&s.tparams);
        }
        self.params(&s.params, s.variadic);
        match s.results.as_slice() {
            [] => {}
            [one]
                if !self.names
                    || !self.style.is_message()
                    || self.c.obj(*one).name.as_str().is_empty() =>
            {
                self.out.push(' ');
                self.ty(self.c.obj(*one).ty);
            }
            many => {
                self.out.push(' ');
                self.params(many, false);
            }
        }
        self.tparams.truncate(depth);
    }

    fn params(&mut self, vars: &[ObjId], variadic: bool) {
        self.out.push('(');
        for (i, &v) in vars.iter().enumerate() {
            if i > 0 {
                self.out.push_str(", ");
            }
            let o = self.c.obj(v);
            if self.names && self.style.is_message() && !o.name.as_str().is_empty() {
                let _ = write!(self.out, "{} ", o.name);
            }
            if variadic && i + 1 == vars.len() {
                self.out.push_str("...");
                match self.c.types.get(o.ty) {
                    Type::Slice(e) => self.ty(*e),
                    // append([]byte, string...)
                    _ => {
                        self.ty(o.ty);
                        self.out.push_str("...");
                    }
                }
            } else {
                self.ty(o.ty);
            }
        }
        self.out.push(')');
    }

    fn interface(&mut self, t: TypeId, i: &Interface) {
        if t == self.c.state.empty_interface {
            self.out.push_str("any");
            return;
        }
        if i.implicit && i.methods.is_empty() && i.embeddeds.len() == 1 {
            self.ty(i.embeddeds[0]);
            return;
        }
        self.out.push_str("interface{");
        let mut first = true;
        for &m in &i.methods {
            if !std::mem::take(&mut first) {
                self.out.push_str("; ");
            }
            let o = self.c.obj(m);
            self.out.push_str(o.name.as_str());
            if let Type::Signature(s) = self.c.types.get(o.ty) {
                self.signature(s);
            }
        }
        for &e in &i.embeddeds {
            if !std::mem::take(&mut first) {
                self.out.push_str("; ");
            }
            self.ty(e);
        }
        self.out.push('}');
    }

    /// An interface as its type set.
    fn interface_set(&mut self, t: TypeId) {
        let set = self.c.state.type_sets.get(&t).cloned().unwrap_or_default();
        let spaced = self.style == Style::Runtime;
        if set.methods.is_empty() && set.terms.is_none() && !set.comparable {
            self.out.push_str("interface {}");
            return;
        }
        self.out.push_str("interface {");
        for (i, &m) in set.methods.iter().enumerate() {
            self.out.push_str(match (i, spaced) {
                (0, true) => " ",
                (0, false) => "",
                _ => "; ",
            });
            let o = self.c.obj(m);
            self.unexported_prefix(m);
            self.out.push_str(o.name.as_str());
            if let Type::Signature(s) = self.c.types.get(o.ty) {
                self.signature(s);
            }
        }
        if set.comparable {
            self.out.push_str(";comparable");
        }
        if let Some(terms) = &set.terms {
            self.out.push(';');
            for term in terms {
                self.out.push_str(if term.tilde { "|~" } else { "|" });
                self.ty(term.ty);
            }
        }
        self.out.push_str(if spaced { " }" } else { "}" });
    }

    fn unexported_prefix(&mut self, obj: ObjId) {
        let o = self.c.obj(obj);
        if let Some(pkg) = o.pkg
            && !o.name.is_exported()
        {
            let p = self.c.pkg(pkg);
            let q = if self.style == Style::Key {
                p.path
            } else {
                p.name
            };
            let _ = write!(self.out, "{q}.");
        }
    }
}

impl<'a> Checker<'a> {
    /// What kind of thing the object is, for messages.
    pub fn object_kind_string(&self, obj: ObjId) -> &'static str {
        match &self.obj(obj).kind {
            ObjectKind::PkgName { .. } => "package",
            ObjectKind::Const { .. } => "const",
            ObjectKind::TypeName => "type",
            ObjectKind::Var(v) if v.is_field => "field",
            ObjectKind::Var(_) => "var",
            ObjectKind::Func(_) => "func",
            ObjectKind::Label { .. } => "label",
            ObjectKind::Builtin(_) => "builtin",
            ObjectKind::Nil => "nil",
        }
    }
}
