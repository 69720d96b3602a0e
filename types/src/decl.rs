//! Declarations: constants, variables, types, functions, and cycles among them. Spec:
//! "Declarations and scope".

use crate::checker::{Checker, DeclInfo, Environment};
use crate::constant::Value;
use crate::object::{Color, DeclInfoId, ObjId, Object, ObjectKind, Var, VarRole};
use crate::operand::Operand;
use crate::types::{NamedId, Type, TypeId, TypeParamId};
use crate::version::Version;
use parser::ast::{BinaryOp, DeclId, DeclKind, ExprId, ExprKind, FieldId, List, UnaryOp};
use source::{Pos, Symbol};

impl<'a> Checker<'a> {
    /// Declares `obj` in `scope` (unless it is blank) and records what `name` stands for.
    pub fn declare(&mut self, scope: crate::object::ScopeId, name: Option<ExprId>, obj: ObjId) {
        let symbol = self.obj(obj).name;
        if !symbol.is_blank() {
            if let Some(other) = self.scopes.get_mut(scope).insert(symbol, obj) {
                let message = format!(
                    "{symbol} redeclared in this block{}",
                    self.other_declaration(other)
                );
                let pos = self.obj(obj).pos;
                self.error(pos, message);
                // A use of the name means the first declaration.
                if let Some(name) = name {
                    self.record_def(name, obj);
                }
                return;
            }
            self.obj_mut(obj).parent = Some(scope);
        }
        if let Some(name) = name {
            self.record_def(name, obj);
        }
    }

    /// The line of a message that points to the other declaration of a name.
    pub(crate) fn other_declaration(&self, other: ObjId) -> String {
        let o = self.obj(other);
        if o.pos.is_known() {
            format!(
                "\n\t{}: other declaration of {}",
                self.pos_string(o.pos),
                o.name
            )
        } else {
            String::new()
        }
    }

    pub fn decl_info(&self, id: DeclInfoId) -> &DeclInfo {
        &self.decls[id.0 as usize]
    }

    /// The declaration being checked depends on the package-level object `to`.
    pub fn add_decl_dep(&mut self, to: ObjId) {
        let Some(from) = self.env.decl else {
            return;
        };
        if self.obj(to).decl.is_none() {
            return;
        }
        let info = &mut self.decls[from.0 as usize];
        if info.dep_set.insert(to) {
            info.deps.push(to);
        }
    }

    /// Checks the declaration of a package-level object, once.
    pub fn obj_decl(&mut self, obj: ObjId) {
        match self.obj(obj).color {
            Color::Black => return,
            Color::Grey(index) => {
                let valid = self.valid_cycle(index);
                let o = self.obj(obj);
                let invalid = match o.kind {
                    ObjectKind::Const { .. } | ObjectKind::Var(_) => {
                        !valid || o.ty == TypeId::UNSET
                    }
                    ObjectKind::TypeName => !valid,
                    _ => false,
                };
                if invalid {
                    self.obj_mut(obj).ty = TypeId::INVALID;
                }
                return;
            }
            Color::White => {}
        }
        let Some(decl) = self.obj(obj).decl else {
            let o = self.obj_mut(obj);
            o.color = Color::Black;
            if o.ty == TypeId::UNSET {
                o.ty = TypeId::INVALID;
            }
            return;
        };
        if self.depth > crate::checker::MAX_NESTING {
            self.obj_mut(obj).ty = TypeId::INVALID;
            return;
        }
        self.depth += 1;
        self.obj_mut(obj).color = Color::Grey(self.obj_path.len() as u32);
        self.obj_path.push(obj);
        let info = self.decl_info(decl);
        let (pkg, scope, version, id) = (info.pkg, info.file_scope, info.version, info.decl);
        let saved = std::mem::replace(&mut self.env, Environment::new(pkg, scope, version));
        match self.obj(obj).kind {
            ObjectKind::Const { .. } => {
                self.env.decl = Some(decl);
                let info = self.decl_info(decl);
                let (ty, init, inherited, iota) = (info.ty, info.init, info.inherited, info.iota);
                self.const_decl(obj, ty, init, inherited, iota);
            }
            ObjectKind::Var(_) => {
                self.env.decl = Some(decl);
                let info = self.decl_info(decl);
                let (lhs, ty, init) = (info.lhs.clone(), info.ty, info.init);
                self.var_decl(obj, &lhs, ty, init);
            }
            ObjectKind::TypeName => {
                self.type_decl(obj, id);
                self.collect_methods(obj);
            }
            ObjectKind::Func(_) => self.func_decl(obj, decl),
            _ => {}
        }
        self.env = saved;
        self.obj_path.pop();
        self.depth -= 1;
        let o = self.obj_mut(obj);
        o.color = Color::Black;
        if o.ty == TypeId::UNSET {
            o.ty = TypeId::INVALID;
        }
    }

    /// The objects on the path from `start` on depend on each other: is that allowed?
    fn valid_cycle(&mut self, start: u32) -> bool {
        let cycle: Vec<ObjId> = self.obj_path[start as usize..].to_vec();
        let mut values = 0;
        let mut definitions = 0;
        for &obj in &cycle {
            let o = self.obj(obj);
            match &o.kind {
                ObjectKind::Const { .. } | ObjectKind::Var(_) => values += 1,
                ObjectKind::TypeName => {
                    // A cycle through a type parameter list.
                    if self.env.in_tparam_list && self.is_generic(o.ty) {
                        return true;
                    }
                    if !self.is_alias_decl(obj) {
                        definitions += 1;
                    }
                }
                _ => {}
            }
        }
        // Cycles of constants and variables only are initialisation cycles: reported as such.
        if values == cycle.len() {
            return true;
        }
        if values == 0 && definitions > 0 {
            return true;
        }
        self.cycle_error(&cycle);
        false
    }

    fn is_alias_decl(&self, obj: ObjId) -> bool {
        match self.obj(obj).decl {
            Some(d) => matches!(
                self.ast.decl(self.decl_info(d).decl).kind,
                DeclKind::Type { alias: true, .. }
            ),
            None => matches!(self.types.get(self.obj(obj).ty), Type::Alias { .. }),
        }
    }

    /// Reports objects that depend on each other, starting with the first in the source.
    pub(crate) fn cycle_error(&mut self, cycle: &[ObjId]) {
        let first = (0..cycle.len()).min_by_key(|&i| self.obj(cycle[i]).pos);
        let cycle: Vec<(ObjId, Pos)> = cycle
            .iter()
            .cycle()
            .skip(first.unwrap_or(0))
            .take(cycle.len())
            .map(|&o| (o, self.obj(o).pos))
            .collect();
        self.cycle_error_at(&cycle);
    }

    pub(crate) fn cycle_error_at(&mut self, cycle: &[(ObjId, Pos)]) {
        let cycle = self.with_aliases(cycle);
        let start = 0;
        let (obj, pos) = cycle[start];
        let name = self.qualified_name(obj);
        let is_type = matches!(self.obj(obj).kind, ObjectKind::TypeName);
        if cycle.len() == 1 {
            let what = if is_type {
                "invalid recursive type"
            } else {
                "invalid cycle in declaration"
            };
            self.error(pos, format!("{what}: {name} refers to itself"));
            return;
        }
        let mut message = if is_type {
            format!("invalid recursive type {name}")
        } else {
            format!("invalid cycle in declaration of {name}")
        };
        for k in 0..cycle.len() {
            let (from, at) = cycle[(start + k) % cycle.len()];
            let (to, _) = cycle[(start + k + 1) % cycle.len()];
            message += &format!(
                "\n\t{}: {} refers to {}",
                self.pos_string(at),
                self.qualified_name(from),
                self.qualified_name(to)
            );
        }
        self.error(pos, message);
    }

    /// A cycle with the aliases through which its types refer to each other.
    fn with_aliases(&self, cycle: &[(ObjId, Pos)]) -> Vec<(ObjId, Pos)> {
        let mut all = Vec::with_capacity(cycle.len());
        for &(from, pos) in cycle {
            all.push((from, pos));
            let mut at = from;
            while let Some(next) = self.named_on_the_right(at)
                && self.is_alias_decl(next)
                && all.len() < 1000
                && cycle.iter().all(|&(o, _)| o != next)
                && all.iter().all(|&(o, _)| o != next)
            {
                all.push((next, self.obj(next).pos));
                at = next;
            }
        }
        all
    }

    /// `U` of `type T U` or `type T = U`.
    fn named_on_the_right(&self, obj: ObjId) -> Option<ObjId> {
        let decl = self.decl_info(self.obj(obj).decl?).decl;
        let DeclKind::Type { ty, .. } = self.ast.decl(decl).kind else {
            return None;
        };
        let ty = self.ast.unparen(ty);
        matches!(self.ast.kind(ty), ExprKind::Name(_)).then_some(())?;
        self.info.object(ty)
    }

    /// The parenthesis before `pos`.
    fn opening(&self, pos: Pos) -> Pos {
        (1..pos.0)
            .rev()
            .map(Pos)
            .find(|&p| self.map.text(p, p.offset(1)) == "(")
            .unwrap_or(pos)
    }

    /// Whether `t` may be looked into: a type whose declaration is being checked depends on itself
    /// if its values matter there, which is reported.
    pub(crate) fn require_complete(&mut self, t: TypeId) -> bool {
        let Type::Named(n) = *self.types.get(self.unalias(t)) else {
            return true;
        };
        let named = self.types.named(n);
        let obj = named.obj;
        if named.origin != n || named.underlying.is_some() {
            return true;
        }
        let Color::Grey(index) = self.obj(obj).color else {
            return true;
        };
        let cycle: Vec<ObjId> = self.obj_path[index as usize..].to_vec();
        self.cycle_error(&cycle);
        self.types.named_mut(n).underlying = Some(TypeId::INVALID);
        false
    }

    fn const_decl(
        &mut self,
        obj: ObjId,
        ty: Option<ExprId>,
        init: Option<ExprId>,
        inherited: bool,
        iota: u32,
    ) {
        let saved = (self.env.iota.replace(iota), self.env.err_pos.take());
        self.set_const_value(obj, Value::Unknown);
        if let Some(e) = ty {
            let t = self.typ(e);
            let u = self.under(t);
            if !self.is_const_type(t) {
                if u.is_valid() {
                    let message = format!("invalid constant type {}", self.type_string(t));
                    self.error_at(e, message);
                }
                self.obj_mut(obj).ty = TypeId::INVALID;
                (self.env.iota, self.env.err_pos) = saved;
                return;
            }
            self.obj_mut(obj).ty = t;
        }
        let mut x = Operand::invalid();
        if let Some(init) = init {
            if inherited {
                // The initialiser stands elsewhere: errors are reported at the name.
                self.env.err_pos = Some(self.obj(obj).pos);
            }
            self.expr(None, &mut x, init);
        }
        self.init_const(obj, &mut x);
        (self.env.iota, self.env.err_pos) = saved;
    }

    pub(crate) fn set_const_value(&mut self, obj: ObjId, new: Value) {
        if let ObjectKind::Const { value } = &mut self.obj_mut(obj).kind {
            *value = new;
        }
    }

    fn var_decl(&mut self, obj: ObjId, lhs: &[ObjId], ty: Option<ExprId>, init: Option<ExprId>) {
        if let Some(e) = ty {
            let t = self.var_type(e);
            self.obj_mut(obj).ty = t;
        }
        let Some(init) = init else {
            if ty.is_none() {
                self.obj_mut(obj).ty = TypeId::INVALID;
            }
            return;
        };
        if lhs.len() <= 1 {
            let mut x = Operand::invalid();
            let target = self.var_target(obj);
            self.expr(target.as_ref(), &mut x, init);
            self.init_var(obj, &mut x, "variable declaration");
            return;
        }
        // All variables of `var a, b, c = f()` are set together.
        if ty.is_some() {
            let t = self.obj(obj).ty;
            for &v in lhs {
                self.obj_mut(v).ty = t;
            }
        }
        self.init_vars(lhs, &[init], None);
    }

    /// Checks a type declaration, local or at package level.
    fn type_decl(&mut self, obj: ObjId, decl: DeclId) {
        let DeclKind::Type {
            name,
            tparams,
            alias,
            ty,
        } = self.ast.decl(decl).kind
        else {
            return;
        };
        self.later(move |c| {
            if let Type::Named(n) = *c.types.get(c.obj(obj).ty) {
                c.valid_type(n);
            }
        });
        if alias {
            self.alias_decl(obj, name, tparams, ty);
            return;
        }
        let pkg = self.env.pkg;
        let n = self.types.new_named(obj, Some(pkg));
        let id = self.types.named(n).id;
        self.obj_mut(obj).ty = id;
        let outer = self.enclosing_tparams();
        self.types.named_mut(n).outer_tparams = outer;
        if !tparams.is_empty() {
            self.open_scope();
            self.verify_tparams_version(tparams);
            self.collect_type_params(tparams, |c, list| c.types.named_mut(n).tparams = list);
        }
        let rhs = self.defined_type(ty);
        self.types.named_mut(n).rhs = Some(rhs);
        if self.is_type_param(rhs) {
            self.error_at(ty, "cannot use a type parameter as RHS in type declaration");
            self.types.named_mut(n).underlying = Some(TypeId::INVALID);
        } else {
            let underlying = self.rhs_underlying(n, rhs);
            self.types.named_mut(n).underlying = Some(underlying);
        }
        if !tparams.is_empty() {
            self.close_scope();
        }
    }

    /// The underlying type of a declared type. If the right-hand side is itself being declared,
    /// its name stands in for its underlying type; a chain of names that leads back is invalid
    /// (and reported by `valid_type`).
    fn rhs_underlying(&mut self, n: NamedId, rhs: TypeId) -> TypeId {
        let mut t = self.unalias(rhs);
        for _ in 0..1000 {
            let Type::Named(m) = *self.types.get(t) else {
                return t;
            };
            if m == n {
                return t;
            }
            if self.types.named(m).origin != m {
                let u = self.under(t);
                return if u.is_valid() { u } else { t };
            }
            match self.types.named(m).underlying {
                Some(u) => t = self.unalias(u),
                None => return t,
            }
        }
        TypeId::INVALID
    }

    fn alias_decl(&mut self, obj: ObjId, name: ExprId, tparams: List<FieldId>, ty: ExprId) {
        let pos = self.ast.pos(name);
        let generic = self.ast.list(tparams).find_map(|f| self.ast.field(f).name);
        match generic {
            Some(p) => {
                let at = self.ast.pos(p);
                self.verify_version(at, Version(23), "generic type alias")
            }
            None => self.verify_version(pos, Version(9), "type alias"),
        };
        let alias = self.types.add(Type::Alias {
            obj,
            actual: TypeId::INVALID,
            targs: Box::new([]),
        });
        self.obj_mut(obj).ty = alias;
        if !tparams.is_empty() {
            self.open_scope();
            self.collect_type_params(tparams, |c, list| {
                c.state.alias_tparams.insert(obj, list);
            });
        }
        let mut rhs = self.defined_type(ty);
        if let Some(p) = self.as_type_param(rhs)
            && self.tparams_of(alias).contains(&p)
        {
            self.error_at(
                ty,
                "cannot use type parameter declared in alias declaration as RHS",
            );
            rhs = TypeId::INVALID;
        }
        if !tparams.is_empty() {
            self.close_scope();
        }
        let rhs = if self.obj(obj).ty == TypeId::INVALID {
            TypeId::INVALID
        } else {
            rhs
        };
        // Never a chain of aliases that leads back here.
        let actual = self.unalias(rhs);
        self.types.set(
            alias,
            Type::Alias {
                obj,
                actual,
                targs: Box::new([]),
            },
        );
    }

    /// The type parameters of the function around a local declaration.
    fn enclosing_tparams(&self) -> Vec<TypeParamId> {
        let Some(func) = self.env.decl.and_then(|d| self.decl_info(d).func) else {
            return Vec::new();
        };
        match self.types.get(self.obj(func).ty) {
            Type::Signature(s) => s.recv_tparams.iter().chain(&s.tparams).copied().collect(),
            _ => Vec::new(),
        }
    }

    pub(crate) fn verify_tparams_version(&mut self, list: List<FieldId>) {
        let ast = self.ast;
        if let Some(first) = ast.list(list).find_map(|f| ast.field(f).name) {
            self.verify_version(ast.pos(first), Version(18), "type parameter");
        }
    }

    /// Declares type parameters; `bind` stores the list before the constraints are looked at,
    /// which may mention the type being declared.
    pub(crate) fn collect_type_params(
        &mut self,
        list: List<FieldId>,
        bind: impl FnOnce(&mut Checker<'a>, Vec<TypeParamId>),
    ) {
        let ast = self.ast;
        let mut tparams = Vec::with_capacity(list.len());
        for (i, f) in ast.list(list).enumerate() {
            if let Some(name) = ast.field(f).name {
                tparams.push(self.declare_type_param(name, i as u32));
            }
        }
        bind(self, tparams.clone());
        let saved = std::mem::replace(&mut self.env.in_tparam_list, true);
        let mut previous: Option<(ExprId, TypeId)> = None;
        let fields = ast.list(list).filter(|&f| ast.field(f).name.is_some());
        for (f, &p) in fields.zip(&tparams) {
            let Some(ty) = ast.field(f).ty else {
                continue;
            };
            let bound = match previous {
                Some((e, bound)) if e == ty => bound,
                _ => {
                    let mut bound = self.bound(ty);
                    if self.is_type_param(bound) {
                        self.error_at(ty, "cannot use a type parameter as constraint");
                        bound = TypeId::INVALID;
                    }
                    previous = Some((ty, bound));
                    bound
                }
            };
            self.types.tparam_mut(p).bound = bound;
        }
        self.env.in_tparam_list = saved;
    }

    pub(crate) fn declare_type_param(&mut self, name: ExprId, index: u32) -> TypeParamId {
        let (symbol, pos, pkg) = (self.ast.name(name), self.ast.pos(name), self.env.pkg);
        let obj = self.add_obj(Object::new(
            symbol,
            Some(pkg),
            pos,
            TypeId::INVALID,
            ObjectKind::TypeName,
        ));
        let p = self.types.new_type_param(obj, index, TypeId::INVALID);
        self.obj_mut(obj).ty = self.types.tparam(p).id;
        let scope = self.env.scope;
        self.declare(scope, Some(name), obj);
        p
    }

    /// A constraint: `~T` and `A|B` stand for the interface that embeds them.
    fn bound(&mut self, e: ExprId) -> TypeId {
        match self.ast.kind(e) {
            ExprKind::Unary {
                op: UnaryOp::Tilde, ..
            }
            | ExprKind::Binary {
                op: BinaryOp::Or, ..
            } => self.implicit_interface(e),
            _ => self.typ(e),
        }
    }

    /// Gives the methods collected for a type name to its type.
    pub(crate) fn collect_methods(&mut self, obj: ObjId) {
        let Some(methods) = self.state.methods.remove(&obj) else {
            return;
        };
        if self.is_alias_decl(obj) {
            return;
        }
        let Type::Named(base) = *self.types.get(self.obj(obj).ty) else {
            return;
        };
        // The underlying type may not be complete.
        self.later(move |c| c.check_field_uniqueness(base));
        let mut by_name: hashbrown::HashMap<Symbol, ObjId> = hashbrown::HashMap::default();
        let mut list = self.types.named(base).methods.clone();
        self.note_attachment(base, &list);
        list.retain(|&old| {
            methods
                .iter()
                .all(|&m| self.obj(m).name != self.obj(old).name)
        });
        for m in methods {
            let (name, pos) = (self.obj(m).name, self.obj(m).pos);
            if let Some(&other) = by_name.get(&name) {
                let message = format!(
                    "method {}.{name} already declared at {}",
                    self.obj(obj).name,
                    self.pos_string(self.obj(other).pos)
                );
                self.error(pos, message);
                let at = self.obj(other).pos;
                self.amend_related(at, "the first declaration");
                continue;
            }
            by_name.insert(name, m);
            list.push(m);
        }
        self.types.set_methods(base, list);
    }

    /// Spec: "If the base type is a struct type, the non-blank method and field names must be
    /// distinct."
    fn check_field_uniqueness(&mut self, base: NamedId) {
        let id = self.types.named(base).id;
        let u = self.under(id);
        let Type::Struct(s) = self.types.get(u) else {
            return;
        };
        let fields = s.fields.clone();
        let methods = self.types.named(base).methods.clone();
        let names: hashbrown::HashMap<Symbol, ObjId> =
            methods.iter().map(|&m| (self.obj(m).name, m)).collect();
        for f in fields {
            let name = self.obj(f).name;
            if name.is_blank() {
                continue;
            }
            if let Some(&m) = names.get(&name) {
                let message = format!(
                    "field and method with the same name {name}{}",
                    self.other_declaration(f)
                );
                let pos = self.obj(m).pos;
                self.error(pos, message);
            }
        }
    }

    fn func_decl(&mut self, obj: ObjId, decl: DeclInfoId) {
        let id = self.decl_info(decl).decl;
        let DeclKind::Func {
            recv,
            tparams,
            sig,
            body,
            ..
        } = self.ast.decl(id).kind
        else {
            return;
        };
        let ty = self.types.add(Type::Signature(Box::default()));
        self.obj_mut(obj).ty = ty;
        // The signature may refer to the method itself.
        let saved = self.obj(obj).color;
        self.obj_mut(obj).color = Color::Black;
        if self.obj(obj).name.as_str() != "init" || recv.is_some() {
            self.verify_tparams_version(tparams);
        }
        self.func_type(ty, recv, tparams, sig);
        self.obj_mut(obj).color = saved;
        let pos = match recv {
            Some(recv) => self.opening(self.ast.field(recv).pos),
            None => self.obj(obj).pos,
        };
        let is_std = self.pkg(self.env.pkg).is_std;
        match body {
            None if is_std => {}
            None if !tparams.is_empty() => {
                self.soft_error(pos, "generic function is missing function body")
            }
            None if recv.is_none() && self.obj(obj).name.as_str() == "init" => {
                self.error(pos, "func init must have a body")
            }
            None => self.state.missing_bodies.push(pos),
            Some(_) if is_std => {}
            Some(_) => self.later(move |c| c.check_body_now(obj)),
        }
    }

    /// Checks the body of a function, once.
    pub(crate) fn check_body_now(&mut self, obj: ObjId) {
        if self.obj(obj).color == Color::White {
            self.obj_decl(obj);
        }
        let Some(decl) = self.obj(obj).decl else {
            return;
        };
        let ObjectKind::Func(f) = &mut self.obj_mut(obj).kind else {
            return;
        };
        if std::mem::replace(&mut f.body_checked, true) {
            return;
        }
        let info = self.decl_info(decl);
        let (pkg, scope, version, id) = (info.pkg, info.file_scope, info.version, info.decl);
        let DeclKind::Func {
            body: Some(body), ..
        } = self.ast.decl(id).kind
        else {
            return;
        };
        let sig = self.obj(obj).ty;
        let saved = std::mem::replace(&mut self.env, Environment::new(pkg, scope, version));
        self.func_body(Some(decl), sig, body, None);
        self.env = saved;
    }

    /// Checks a declaration inside a function.
    pub fn decl_stmt(&mut self, decl: DeclId) {
        let ast = self.ast;
        match ast.decl(decl).kind {
            DeclKind::Group(list) => {
                for d in ast.list(list) {
                    self.decl_stmt(d);
                }
            }
            DeclKind::Const {
                names,
                ty,
                values,
                iota,
                inherited,
            } => {
                let top = self.delayed.len();
                let mut objs = Vec::with_capacity(names.len());
                for (i, name) in ast.list(names).enumerate() {
                    let obj = self.local_obj(
                        name,
                        ObjectKind::Const {
                            value: Value::Unknown,
                        },
                    );
                    let init = (i < values.len()).then(|| ast.item(values, i));
                    self.const_decl(obj, ty, init, inherited, iota);
                    self.finish_local(obj);
                    objs.push((name, obj));
                }
                self.arity(ast.decl(decl).pos, names, values, true, inherited);
                // Spec: "The scope of a constant … identifier declared inside a function begins at
                // the end of the ConstSpec".
                self.process_delayed(top);
                for (name, obj) in objs {
                    let scope = self.env.scope;
                    self.declare(scope, Some(name), obj);
                }
            }
            DeclKind::Var { names, ty, values } => self.local_vars(decl, names, ty, values),
            DeclKind::Type { name, .. } => {
                let obj = self.local_obj(name, ObjectKind::TypeName);
                // Spec: "The scope of a type identifier declared inside a function begins at the
                // identifier in the TypeSpec".
                let scope = self.env.scope;
                self.declare(scope, Some(name), obj);
                self.obj_mut(obj).color = Color::Grey(self.obj_path.len() as u32);
                self.obj_path.push(obj);
                self.type_decl(obj, decl);
                self.obj_path.pop();
                self.finish_local(obj);
            }
            DeclKind::Import { .. } | DeclKind::Func { .. } => {}
        }
    }

    fn local_obj(&mut self, name: ExprId, kind: ObjectKind) -> ObjId {
        let pkg = Some(self.env.pkg);
        let (symbol, pos) = (self.ast.name(name), self.ast.pos(name));
        self.add_obj(Object::new(symbol, pkg, pos, TypeId::UNSET, kind))
    }

    fn finish_local(&mut self, obj: ObjId) {
        let o = self.obj_mut(obj);
        o.color = Color::Black;
        if o.ty == TypeId::UNSET {
            o.ty = TypeId::INVALID;
        }
    }

    fn local_vars(
        &mut self,
        decl: DeclId,
        names: List<ExprId>,
        ty: Option<ExprId>,
        values: List<ExprId>,
    ) {
        let ast = self.ast;
        let top = self.delayed.len();
        let vars: Vec<ObjId> = ast
            .list(names)
            .map(|name| {
                self.local_obj(
                    name,
                    ObjectKind::Var(Var {
                        role: VarRole::Local,
                        ..Var::default()
                    }),
                )
            })
            .collect();
        for (i, &v) in vars.iter().enumerate() {
            let mut lhs: &[ObjId] = &[];
            let mut init = None;
            match values.len() {
                n if n == names.len() => init = Some(ast.item(values, i)),
                1 => {
                    // All variables are set together by the first.
                    lhs = &vars;
                    init = Some(ast.item(values, 0));
                }
                n if i < n => init = Some(ast.item(values, i)),
                _ => {}
            }
            self.var_decl(v, lhs, ty, init);
            if values.len() == 1 && vars.len() > 1 {
                break;
            }
        }
        // Without values all have the declared type.
        for &v in &vars {
            self.finish_local(v);
        }
        if ty.is_none() || !values.is_empty() {
            self.arity(ast.decl(decl).pos, names, values, false, false);
        }
        // Function literals see the scope as it is before the names are added.
        self.process_delayed(top);
        for (name, &v) in ast.list(names).zip(&vars) {
            let scope = self.env.scope;
            self.declare(scope, Some(name), v);
        }
    }

    /// As many values as names, or one call for several variables.
    pub(crate) fn arity(
        &mut self,
        pos: Pos,
        names: List<ExprId>,
        values: List<ExprId>,
        constant: bool,
        inherited: bool,
    ) {
        let (l, r) = (names.len(), values.len());
        if l < r {
            let n = self.ast.item(values, l);
            if inherited {
                let at = self.pos_string(self.at_pos(n));
                self.error(pos, format!("extra init expr at {at}"));
            } else {
                let message = format!("extra init expr {}", self.expr_string(n));
                self.error_at(n, message);
            }
        } else if l > r && (constant || r != 1) {
            let n = self.ast.item(names, r);
            let message = format!("missing init expr for {}", self.ast.name(n));
            self.error_at(n, message);
        }
    }
}
