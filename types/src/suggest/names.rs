//! Names that are not there: what was meant.

use crate::checker::Checker;
use crate::lookup::LookupResult;
use crate::object::{ObjId, ObjectKind, PkgId, ScopeId};
use crate::operand::Operand;
use crate::spelling::nearest;
use crate::types::{Type, TypeId};
use parser::ast::ExprId;
use source::{Edit, Pos, Symbol};

/// Names that people bring from other languages.
const FOREIGN: &[(&str, &str)] = &[
    ("null", "nil"),
    ("NULL", "nil"),
    ("None", "nil"),
    ("nullptr", "nil"),
    ("undefined", "nil"),
    ("True", "true"),
    ("TRUE", "true"),
    ("False", "false"),
    ("FALSE", "false"),
    ("double", "float64"),
    ("float", "float64"),
    ("Float", "float64"),
    ("number", "float64"),
    ("long", "int64"),
    ("short", "int16"),
    ("char", "rune"),
    ("boolean", "bool"),
    ("Boolean", "bool"),
    ("str", "string"),
    ("String", "string"),
    ("object", "any"),
    ("Object", "any"),
    ("Int", "int"),
    ("Integer", "int"),
    ("integer", "int"),
    ("unsigned", "uint"),
];

impl<'a> Checker<'a> {
    /// After `undefined: name`: a name in scope that is written almost so.
    pub(crate) fn suggest_name(&mut self, e: ExprId) {
        let name = self.ast.name(e);
        let pos = self.ast.pos(e);
        let end = self.ast.end(self.map, e);
        if let Some((_, here)) = FOREIGN.iter().find(|f| f.0 == name.as_str()) {
            let edit = Edit::replace(pos, end, *here);
            self.amend_suggestion(format!("Go calls it {here}"), vec![edit]);
            return;
        }
        if matches!(name.as_str(), "this" | "self") {
            self.suggest_receiver(pos, end);
            return;
        }
        let mut names: Vec<Symbol> = Vec::new();
        let mut scope = Some(self.env.scope);
        while let Some(id) = scope {
            let s = self.scope(id);
            names.extend(s.objects().iter().map(|o| o.0));
            scope = s.parent;
        }
        let found = nearest(name.as_str(), names.iter().map(|n| n.as_str()));
        let Some(found) = found.map(str::to_string) else {
            self.suggest_member(name, pos);
            self.relate_other_scope(name);
            return;
        };
        let declared = self.lookup(Symbol::intern(&found)).map(|o| self.obj(o).pos);
        let edit = Edit::replace(pos, end, found.as_str());
        self.amend_suggestion(format!("did you mean {found}?"), vec![edit]);
        if let Some(at) = declared {
            self.amend_related(at, format!("{found} is declared here"));
        }
    }

    /// Where a block that has ended, or one inside, declares the name.
    fn relate_other_scope(&mut self, name: Symbol) {
        let mut outer = self.env.scope;
        while !self.scope(outer).is_func {
            match self.scope(outer).parent {
                Some(parent) => outer = parent,
                None => return,
            }
        }
        let mut work = vec![outer];
        while let Some(id) = work.pop() {
            let s = self.scope(id);
            if let Some(obj) = s.lookup(name) {
                let at = self.obj(obj).pos;
                self.amend_related(at, format!("this {name} is only known inside its block"));
                self.amend_suggestion(
                    format!(
                        "declare {name} before the block: var {name} …, and assign with = inside"
                    ),
                    Vec::new(),
                );
                return;
            }
            work.extend(s.children.iter().rev());
        }
    }

    /// The receiver of the method around, for who writes `this` or `self`.
    fn suggest_receiver(&mut self, pos: Pos, end: Pos) {
        let Some(Type::Signature(sig)) = self.env.sig.map(|s| self.types.get(s)) else {
            return;
        };
        let Some(recv) = sig.recv else {
            return;
        };
        let (name, at) = (self.obj(recv).name, self.obj(recv).pos);
        if name.as_str().is_empty() || name.is_blank() {
            return;
        }
        let edit = Edit::replace(pos, end, name.as_str());
        self.amend_suggestion(
            format!("the receiver of this method is called {name}"),
            vec![edit],
        );
        self.amend_related(at, "the receiver is declared here");
    }

    /// For a name that is a field or method of the receiver: Go has no implicit `this`.
    fn suggest_member(&mut self, name: Symbol, pos: Pos) {
        let Some(Type::Signature(sig)) = self.env.sig.map(|s| self.types.get(s)) else {
            return;
        };
        let Some(recv) = sig.recv else {
            return;
        };
        let (ty, recv_name) = (self.obj(recv).ty, self.obj(recv).name);
        let pkg = Some(self.env.pkg);
        if recv_name.as_str().is_empty()
            || !matches!(
                self.lookup_field_or_method(ty, true, pkg, name, false),
                LookupResult::Found(_)
            )
        {
            return;
        }
        let edit = Edit::insert(pos, format!("{recv_name}."));
        self.amend_suggestion(
            format!("members are always written with the receiver: {recv_name}.{name}"),
            vec![edit],
        );
    }

    /// After `undefined: pkg.name`: a member of the package that is written almost so.
    pub(crate) fn suggest_package_member(&mut self, sel: ExprId, imported: PkgId) {
        let name = self.ast.name(sel);
        let scope = self.pkg(imported).scope;
        let names: Vec<Symbol> = self.scope(scope).objects().iter().map(|o| o.0).collect();
        let exported = names.iter().map(|n| n.as_str());
        let exported = exported.filter(|n| n.starts_with(char::is_uppercase));
        let package = self.pkg(imported).name;
        if let Some(own) = self.scope(scope).lookup(name)
            && !self.pkg(imported).is_std
        {
            let message = format!(
                "{name} is private to package {package}: only names with a capital letter can be used elsewhere"
            );
            self.related_object(Some(own), &message);
            return;
        }
        let mut found = nearest(name.as_str(), exported.clone()).map(str::to_string);
        if found.is_none() {
            // `strings.Upper` for `strings.ToUpper`.
            let mut longer =
                exported.filter(|n| n.ends_with(name.as_str()) && name.as_str().len() > 3);
            let first = longer.next().map(str::to_string);
            found = first.filter(|_| longer.next().is_none());
        }
        let Some(found) = found else {
            return;
        };
        let (pos, end) = (self.ast.pos(sel), self.ast.end(self.map, sel));
        let edit = Edit::replace(pos, end, found.as_str());
        self.amend_suggestion(format!("did you mean {package}.{found}?"), vec![edit]);
    }

    /// After `x.name undefined`: the field or method that is written almost so, or what else does it.
    pub(crate) fn suggest_selector(&mut self, x: &Operand, base: ExprId, name: Symbol, pos: Pos) {
        let text = self.expr_string(base);
        let end = pos.offset(name.as_str().len() as u32);
        self.amend(|d| d.end = end);
        if self.relate_hidden(base) {
            return;
        }
        if self.is_interface_ptr(x.ty) {
            if let Some(at) = self.type_pos(x.ty) {
                self.amend_related(at, "an interface");
            }
            return;
        }
        let u = self.under(x.ty);
        if let Type::Map { key, .. } = *self.types.get(u)
            && self.is_string(key)
            && self.instead_of_method(x.ty, &text, name.as_str()).is_none()
        {
            let index = format!("[\"{name}\"]");
            let edit = Edit::replace(Pos(pos.0 - 1), end, index.as_str());
            self.amend_suggestion(
                format!("the entries of a map are written with brackets: {text}{index}"),
                vec![edit],
            );
            return;
        }
        let members = self.members(x.ty);
        let names = members.iter().map(|m| m.0.as_str());
        if let Some(found) = nearest(name.as_str(), names).map(str::to_string) {
            let edit = Edit::replace(pos, end, found.as_str());
            let at = members.iter().find(|m| m.0.as_str() == found).map(|m| m.1);
            self.amend_suggestion(format!("did you mean {found}?"), vec![edit]);
            self.related_object(at, &format!("{found} is declared here"));
            return;
        }
        if self.is_non_type_param_interface(x.ty) && !members.is_empty() {
            self.relate_members(x.ty, &members);
            self.amend_suggestion(
                format!("an interface has only the methods that it lists, whatever it holds; take the value out with a type assertion: {text}.(T)"),
                Vec::new(),
            );
            return;
        }
        if let Some(message) = self.instead_of_method(x.ty, &text, name.as_str()) {
            self.amend_suggestion(message, Vec::new());
            return;
        }
        self.relate_members(x.ty, &members);
    }

    /// Names the declaration of a type, and what it has.
    fn relate_members(&mut self, ty: TypeId, members: &[(Symbol, ObjId)]) {
        if let Some(at) = self.type_pos(ty) {
            let ts = self.type_string(ty);
            let kinds = match members.is_empty() {
                true => "has no fields or methods".to_string(),
                false => {
                    let mut list: Vec<&str> = members.iter().map(|m| m.0.as_str()).collect();
                    list.dedup();
                    let more = list.len() > 6;
                    list.truncate(6);
                    let list = list.join(", ");
                    format!("has {list}{}", if more { ", …" } else { "" })
                }
            };
            self.amend_related(at, format!("{ts} {kinds}"));
        }
    }

    /// After the call of a method on a value without an address.
    pub(crate) fn relate_pointer_method(&mut self, method: ObjId) {
        self.related_object(Some(method), "declared with a pointer receiver here");
    }

    /// For a variable that hides a package, a function or a type of the same name.
    pub(crate) fn relate_hidden(&mut self, e: ExprId) -> bool {
        let Some(obj) = self.info.object(e) else {
            return false;
        };
        let o = self.obj(obj);
        let (name, pos) = (o.name, o.pos);
        if !matches!(o.kind, ObjectKind::Var(_)) {
            return false;
        }
        let mut scope = Some(self.env.scope);
        while let Some(id) = scope {
            let s = self.scope(id);
            if let Some(other) = s.lookup(name)
                && other != obj
            {
                let what = match self.obj(other).kind {
                    ObjectKind::PkgName { .. } => "package",
                    ObjectKind::Func(_) => "function",
                    ObjectKind::Builtin(_) => "built-in function",
                    ObjectKind::TypeName => "type",
                    _ => return false,
                };
                self.amend_related(pos, format!("this variable hides the {what} {name}"));
                self.amend_suggestion("give the variable another name", Vec::new());
                return true;
            }
            scope = self.scope(id).parent;
        }
        false
    }

    /// After an unused variable: an outer one of the same name may have been meant.
    pub(crate) fn relate_outer_variable(&mut self, v: ObjId, scope: ScopeId) {
        let name = self.obj(v).name;
        let mut parent = self.scope(scope).parent;
        while let Some(id) = parent {
            let s = self.scope(id);
            if let Some(other) = s.lookup(name) {
                let o = self.obj(other);
                if matches!(o.kind, ObjectKind::Var(_)) {
                    let pos = o.pos;
                    self.amend_related(pos, format!("another {name}, which this one hides"));
                    self.amend_suggestion(
                        format!("if the outer {name} was meant, assign with = instead of :="),
                        Vec::new(),
                    );
                }
                return;
            }
            parent = self.scope(id).parent;
        }
    }

    /// Names the declaration of a type.
    pub(crate) fn relate_type(&mut self, ty: TypeId) {
        if let Some(at) = self.type_pos(ty) {
            let ts = self.type_string(ty);
            self.amend_related(at, format!("{ts} is declared here"));
        }
    }

    /// What is used in Go in place of a method of other languages' strings and arrays.
    fn instead_of_method(&mut self, ty: TypeId, x: &str, name: &str) -> Option<String> {
        let u = self.under(ty);
        let lower = name.to_lowercase();
        let is_string = matches!(self.types.get(u), Type::Basic(k) if k.name() == "string");
        let is_sequence = matches!(self.types.get(u), Type::Slice(_) | Type::Array { .. });
        let is_map = matches!(self.types.get(u), Type::Map { .. });
        let is_chan = matches!(self.types.get(u), Type::Chan { .. });
        if !(is_string || is_sequence || is_map || is_chan) {
            return None;
        }
        let instead = match lower.as_str() {
            "length" | "len" | "size" | "count" => format!("len({x})"),
            "append" | "push" | "add" | "push_back" if is_sequence => {
                format!("{x} = append({x}, value)")
            }
            "pop" if is_sequence => format!("{x} = {x}[:len({x})-1]"),
            "sort" if is_sequence => format!("slices.Sort({x}) (import \"slices\")"),
            "contains" | "includes" | "has" if is_sequence => {
                format!("slices.Contains({x}, value) (import \"slices\")")
            }
            "indexof" | "index" | "find" if is_sequence => {
                format!("slices.Index({x}, value) (import \"slices\")")
            }
            "reverse" if is_sequence => format!("slices.Reverse({x}) (import \"slices\")"),
            "join" if is_sequence => format!("strings.Join({x}, \", \") (import \"strings\")"),
            "delete" | "remove" if is_map => format!("delete({x}, key)"),
            "contains" | "has" | "containskey" | "get" if is_map => {
                format!("value, ok := {x}[key]")
            }
            "keys" if is_map => format!("maps.Keys({x}) (import \"maps\")"),
            "values" if is_map => format!("maps.Values({x}) (import \"maps\")"),
            "send" if is_chan => format!("{x} <- value"),
            "receive" | "recv" | "get" if is_chan => format!("value := <-{x}"),
            "close" if is_chan => format!("close({x})"),
            "append" | "concat" | "add" | "push" if is_string => format!("{x} += text"),
            "upper" | "toupper" | "touppercase" | "to_upper" if is_string => {
                format!("strings.ToUpper({x}) (import \"strings\")")
            }
            "lower" | "tolower" | "tolowercase" | "to_lower" if is_string => {
                format!("strings.ToLower({x}) (import \"strings\")")
            }
            "split" if is_string => format!("strings.Split({x}, \",\") (import \"strings\")"),
            "trim" | "strip" if is_string => {
                format!("strings.TrimSpace({x}) (import \"strings\")")
            }
            "contains" | "includes" if is_string => {
                format!("strings.Contains({x}, part) (import \"strings\")")
            }
            "replace" if is_string => {
                format!("strings.ReplaceAll({x}, old, new) (import \"strings\")")
            }
            "startswith" | "hasprefix" if is_string => {
                format!("strings.HasPrefix({x}, start) (import \"strings\")")
            }
            "endswith" | "hassuffix" if is_string => {
                format!("strings.HasSuffix({x}, end) (import \"strings\")")
            }
            "substring" | "substr" | "slice" if is_string => format!("{x}[from:to]"),
            "print" | "println" => format!("fmt.Println({x})"),
            _ => return None,
        };
        Some(format!("write {instead}"))
    }

    /// Fields and methods of a type and what it embeds that can be used here.
    fn members(&mut self, ty: TypeId) -> Vec<(Symbol, ObjId)> {
        let mut found = Vec::new();
        let (base, _) = self.deref(ty);
        self.collect_fields(base, &mut found, 0);
        let pointer = match self.under(base) {
            u if matches!(self.types.get(u), Type::Interface(_)) => base,
            _ => self.types.pointer(base),
        };
        for entry in self.method_set(pointer).iter() {
            found.push((entry.name, entry.obj));
        }
        let here = self.env.pkg;
        found.retain(|&(name, obj)| name.is_exported() || self.obj(obj).pkg == Some(here));
        found
    }

    fn collect_fields(&mut self, ty: TypeId, found: &mut Vec<(Symbol, ObjId)>, depth: usize) {
        const MAX_DEPTH: usize = 4;
        let (ty, _) = self.deref(ty);
        let u = self.under(ty);
        let Type::Struct(s) = self.types.get(u) else {
            return;
        };
        for f in s.fields.clone() {
            found.push((self.obj(f).name, f));
            let is_embedded = matches!(&self.obj(f).kind, ObjectKind::Var(v) if v.embedded);
            if is_embedded && depth < MAX_DEPTH {
                let ft = self.obj(f).ty;
                self.collect_fields(ft, found, depth + 1);
            }
        }
    }

    /// After an unknown key in a struct literal.
    pub(crate) fn suggest_field(&mut self, key: ExprId, ty: TypeId) {
        let name = self.ast.name(key);
        let u = self.under(ty);
        let Type::Struct(s) = self.types.get(u) else {
            return;
        };
        let fields = s.fields.clone();
        let own: Vec<(Symbol, ObjId)> = fields.iter().map(|&f| (self.obj(f).name, f)).collect();
        let (pos, end) = (self.ast.pos(key), self.ast.end(self.map, key));
        let found = nearest(name.as_str(), own.iter().map(|f| f.0.as_str())).map(str::to_string);
        if let Some(found) = found {
            let at = own.iter().find(|f| f.0.as_str() == found).map(|f| f.1);
            let edit = Edit::replace(pos, end, found.as_str());
            self.amend_suggestion(format!("did you mean {found}?"), vec![edit]);
            self.related_object(at, &format!("{found} is declared here"));
            return;
        }
        // A field of something embedded?
        let pkg = Some(self.env.pkg);
        for (embedded, f) in own {
            if !matches!(&self.obj(f).kind, ObjectKind::Var(v) if v.embedded) {
                continue;
            }
            let ft = self.obj(f).ty;
            if let LookupResult::Found(_) = self.lookup_field_or_method(ft, true, pkg, name, false)
            {
                self.amend_suggestion(
                    format!("{name} belongs to the embedded {embedded}: write {embedded}: {embedded}{{{name}: …}}"),
                    Vec::new(),
                );
                return;
            }
        }
        if let Some(at) = self.type_pos(ty) {
            let ts = self.type_string(ty);
            self.amend_related(at, format!("{ts} is declared here"));
        }
    }

    pub(super) fn related_object(&mut self, obj: Option<ObjId>, message: &str) {
        let Some(obj) = obj else {
            return;
        };
        let o = self.obj(obj);
        if o.pkg.is_some_and(|p| !self.pkg(p).is_std) {
            let pos = o.pos;
            self.amend_related(pos, message);
        }
    }

    /// Where the user declared a named type (or what a pointer to it points to).
    pub(super) fn type_pos(&mut self, ty: TypeId) -> Option<Pos> {
        let (base, _) = self.deref(ty);
        let Type::Named(n) = *self.types.get(self.unalias(base)) else {
            return None;
        };
        let obj = self.types.named(n).obj;
        let o = self.obj(obj);
        let is_own = o.pkg.is_some_and(|p| !self.pkg(p).is_std);
        is_own.then_some(o.pos).filter(|p| p.is_known())
    }
}
