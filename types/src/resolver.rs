//! Package-level declarations: collecting them, file scopes and imports. Spec: "Packages",
//! "Import declarations".

use crate::checker::{Checker, DeclInfo};
use crate::constant::Value;
use crate::object::{
    Color, DeclInfoId, Func, ObjId, Object, ObjectKind, PkgId, ScopeId, Var, VarRole,
};
use crate::types::TypeId;
use crate::version::Version;
use hashbrown::HashSet;
use parser::ast::{DeclId, DeclKind, ExprId, ExprKind, List};
use source::{Pos, Symbol};

impl<'a> Checker<'a> {
    /// Declares the package-level objects of all files of the package.
    pub(crate) fn collect_objects(&mut self, pkg: PkgId) {
        let files = self.pkg(pkg).files.clone();
        let scope = self.pkg(pkg).scope;
        let mut methods: Vec<(ObjId, bool, ExprId, ScopeId)> = Vec::new();
        let mut file_scopes = Vec::with_capacity(files.len());
        for file in &files {
            let file_scope = self.scopes.add(Some(scope));
            file_scopes.push(file_scope);
            let version = self.file_version(pkg, file);
            self.env.version = version;
            self.env.scope = file_scope;
            for &id in &file.decls {
                let info = DeclInfo {
                    pkg,
                    file_scope,
                    version,
                    decl: id,
                    func: None,
                    lhs: Vec::new(),
                    ty: None,
                    init: None,
                    inherited: false,
                    iota: 0,
                    deps: Vec::new(),
                    dep_set: HashSet::default(),
                };
                self.collect_decl(pkg, id, info, &mut methods);
            }
        }
        self.check_file_scopes(scope, &file_scopes);
        for (method, pointer, base, file_scope) in methods {
            if let Some((base, via_pointer)) = self.resolve_base_type(base, scope, file_scope) {
                if let ObjectKind::Func(f) = &mut self.obj_mut(method).kind {
                    f.ptr_recv = pointer || via_pointer;
                }
                self.state.methods.entry(base).or_default().push(method);
            }
        }
        self.state.file_scopes.insert(pkg, file_scopes);
    }

    /// Reports a file that is written for a future version.
    fn file_version(&mut self, pkg: PkgId, file: &parser::ast::File) -> Version {
        let version = self.version_of_file(pkg, file.file);
        if version > Version::CURRENT && !self.pkg(pkg).is_std {
            let pos = self.ast.pos(file.package);
            self.error(pos, format!("file requires newer Go version {version}"));
        }
        version
    }

    fn collect_decl(
        &mut self,
        pkg: PkgId,
        id: DeclId,
        info: DeclInfo,
        methods: &mut Vec<(ObjId, bool, ExprId, ScopeId)>,
    ) {
        let ast = self.ast;
        match ast.decl(id).kind {
            DeclKind::Import { name, dot, path } => {
                let pos = ast.decl(id).pos;
                self.collect_import(pkg, info.file_scope, pos, name, dot, path)
            }
            DeclKind::Const {
                names,
                ty,
                values,
                iota,
                inherited,
            } => {
                for (i, name) in ast.list(names).enumerate() {
                    let kind = ObjectKind::Const {
                        value: Value::Unknown,
                    };
                    let init = (i < values.len()).then(|| ast.item(values, i));
                    let info = DeclInfo {
                        ty,
                        init,
                        inherited,
                        iota,
                        ..info.clone()
                    };
                    self.declare_package_object(pkg, name, kind, info);
                }
                self.arity(ast.decl(id).pos, names, values, true, inherited);
            }
            DeclKind::Var { names, ty, values } => {
                self.collect_vars(pkg, id, names, ty, values, info)
            }
            DeclKind::Type { name, .. } => {
                self.declare_package_object(pkg, name, ObjectKind::TypeName, info);
            }
            DeclKind::Func {
                name,
                recv,
                tparams,
                sig,
                body,
            } => {
                let symbol = ast.name(name);
                let kind = ObjectKind::Func(Func {
                    decl: Some(id),
                    ..Func::default()
                });
                let obj = self.package_object(pkg, name, kind, info.clone());
                self.obj_decl_info(obj).func = Some(obj);
                if body.is_some() {
                    self.pkg_mut(pkg).funcs.push(obj);
                }
                let scope = self.pkg(pkg).scope;
                let Some(recv) = recv else {
                    let pos = ast.pos(name);
                    let is_main = symbol == Symbol::MAIN && self.pkg(pkg).name == Symbol::MAIN;
                    if symbol == Symbol::INIT || is_main {
                        if let Some(first) = ast.list(tparams).next() {
                            let pos = ast.field(first).pos;
                            self.soft_error(
                                pos,
                                format!("func {symbol} must have no type parameters"),
                            );
                        }
                        if let ExprKind::FuncType { params, results } = ast.kind(sig)
                            && !(params.is_empty() && results.is_empty())
                        {
                            let message = format!(
                                "func {symbol} must have no arguments and no return values"
                            );
                            self.soft_error(pos, message);
                        }
                    }
                    if symbol == Symbol::INIT {
                        // Invisible: nothing can refer to it.
                        self.obj_mut(obj).parent = Some(scope);
                        self.record_def(name, obj);
                        self.pkg_mut(pkg).inits.push(obj);
                    } else {
                        self.declare(scope, Some(name), obj);
                    }
                    return;
                };
                self.record_def(name, obj);
                if let Some(e) = ast.field(recv).ty {
                    let receiver = self.unpack_receiver(e);
                    if let ObjectKind::Func(f) = &mut self.obj_mut(obj).kind {
                        f.ptr_recv = receiver.pointer;
                    }
                    if !symbol.is_blank() && matches!(ast.kind(receiver.base), ExprKind::Name(_)) {
                        methods.push((obj, receiver.pointer, receiver.base, info.file_scope));
                    }
                }
            }
            DeclKind::Group(list) => {
                for d in ast.list(list) {
                    let info = DeclInfo {
                        decl: d,
                        ..info.clone()
                    };
                    self.collect_decl(pkg, d, info, methods);
                }
            }
        }
    }

    fn collect_vars(
        &mut self,
        pkg: PkgId,
        id: DeclId,
        names: List<ExprId>,
        ty: Option<ExprId>,
        values: List<ExprId>,
        info: DeclInfo,
    ) {
        let ast = self.ast;
        let together = values.len() == 1 && names.len() > 1;
        let mut lhs = Vec::new();
        for (i, name) in ast.list(names).enumerate() {
            let init = if together {
                Some(ast.item(values, 0))
            } else {
                (i < values.len()).then(|| ast.item(values, i))
            };
            let info = DeclInfo {
                ty,
                init,
                ..info.clone()
            };
            let kind = ObjectKind::Var(Var {
                role: VarRole::Package,
                used: true,
                ..Var::default()
            });
            let obj = self.declare_package_object(pkg, name, kind, info);
            self.pkg_mut(pkg).vars.push(obj);
            lhs.push(obj);
        }
        if let (true, Some(&head)) = (together, lhs.first()) {
            // One declaration, so that dependencies are those of all.
            let first = self.obj(head).decl;
            for &v in &lhs {
                self.obj_mut(v).decl = first;
            }
            self.obj_decl_info(head).lhs = lhs;
        }
        if ty.is_none() || !values.is_empty() {
            self.arity(ast.decl(id).pos, names, values, false, false);
        }
    }

    fn obj_decl_info(&mut self, obj: ObjId) -> &mut DeclInfo {
        let id = self.obj(obj).decl.unwrap_or(DeclInfoId(0));
        &mut self.decls[id.0 as usize]
    }

    fn package_object(
        &mut self,
        pkg: PkgId,
        name: ExprId,
        kind: ObjectKind,
        info: DeclInfo,
    ) -> ObjId {
        let id = DeclInfoId(self.decls.len() as u32);
        self.decls.push(info);
        let (symbol, pos) = (self.ast.name(name), self.ast.pos(name));
        let mut obj = Object::new(symbol, Some(pkg), pos, TypeId::UNSET, kind);
        obj.decl = Some(id);
        let obj = self.add_obj(obj);
        self.state.package_objects.push(obj);
        obj
    }

    fn declare_package_object(
        &mut self,
        pkg: PkgId,
        name: ExprId,
        kind: ObjectKind,
        info: DeclInfo,
    ) -> ObjId {
        let obj = self.package_object(pkg, name, kind, info);
        let symbol = self.ast.name(name);
        if symbol == Symbol::INIT {
            self.error_at(name, "cannot declare init - must be func");
            return obj;
        }
        if symbol == Symbol::MAIN && self.pkg(pkg).name == Symbol::MAIN {
            self.error_at(name, "cannot declare main - must be func");
            return obj;
        }
        let scope = self.pkg(pkg).scope;
        self.declare(scope, Some(name), obj);
        obj
    }

    /// A package that could not be loaded, which was reported: its names are not looked for.
    pub(crate) fn is_missing_package(&self, pkg: PkgId) -> bool {
        let pkg = self.pkg(pkg);
        pkg.files.is_empty() && pkg.path.as_str() != "unsafe"
    }

    fn collect_import(
        &mut self,
        pkg: PkgId,
        file_scope: ScopeId,
        mut pos: Pos,
        name: Option<ExprId>,
        dot: bool,
        path: ExprId,
    ) {
        let Some(text) = self.string_literal(path) else {
            return;
        };
        let Some(imported) = self.package_by_path(Symbol::intern(&text)) else {
            return;
        };
        if !self.pkg(pkg).imports.contains(&imported) {
            self.pkg_mut(pkg).imports.push(imported);
        }
        let is_missing = self.is_missing_package(imported);
        let mut local = self.pkg(imported).name;
        if is_missing {
            let last = text.rsplit('/').next().unwrap_or_default();
            local = Symbol::intern(last);
        }
        if let Some(name) = name {
            pos = self.ast.pos(name);
            if !dot {
                local = self.ast.name(name);
            }
            if local == Symbol::INIT {
                self.error(pos, "cannot import package as init - init must be a func");
                return;
            }
        }
        if local == Symbol::INIT {
            self.error(pos, "cannot import package as init - init must be a func");
            return;
        }
        let blank = local.is_blank();
        let obj = self.add_obj(Object::new(
            local,
            Some(pkg),
            pos,
            TypeId::INVALID,
            ObjectKind::PkgName {
                imported,
                used: blank || is_missing,
            },
        ));
        self.state.imports.push(obj);
        if !dot {
            self.declare(file_scope, name, obj);
            return;
        }
        if let Some(name) = name {
            self.record_def(name, obj);
        }
        // Exported names of the package become names of the file.
        let names = self.scope(self.pkg(imported).scope).objects().to_vec();
        for (symbol, other) in names {
            if !symbol.is_exported() {
                continue;
            }
            if let Some(previous) = self.scopes.get_mut(file_scope).insert(symbol, other) {
                let message = format!(
                    "{symbol} redeclared in this block{}",
                    self.other_declaration(previous)
                );
                self.error(pos, message);
            } else {
                self.state.dot_imports.insert((file_scope, symbol), obj);
            }
        }
    }

    pub fn package_by_path(&self, path: Symbol) -> Option<PkgId> {
        self.state.packages_by_path.get(&path).copied()
    }

    /// Spec: "the same identifier may not be declared in both the file and package block".
    fn check_file_scopes(&mut self, package: ScopeId, files: &[ScopeId]) {
        for &file in files {
            for (name, obj) in self.scope(file).objects().to_vec() {
                let Some(other) = self.scope(package).lookup(name) else {
                    continue;
                };
                let how = match self.obj(obj).kind {
                    ObjectKind::PkgName { imported, .. } => {
                        let p = self.pkg(imported);
                        format!("import of package {} ({:?})", p.name, p.path.as_str())
                    }
                    _ => match self.obj(obj).pkg {
                        Some(p) => {
                            let p = self.pkg(p);
                            format!("dot-import of package {} ({:?})", p.name, p.path.as_str())
                        }
                        None => continue,
                    },
                };
                let place = match self.obj(obj).kind {
                    ObjectKind::PkgName { .. } => self.other_declaration(obj),
                    _ => String::new(),
                };
                let pos = self.obj(other).pos;
                self.error(pos, format!("{name} already declared through {how}{place}"));
            }
        }
    }

    /// The type name that a receiver's base denotes, through aliases; true if one of them is a
    /// pointer.
    fn resolve_base_type(
        &self,
        base: ExprId,
        package: ScopeId,
        file: ScopeId,
    ) -> Option<(ObjId, bool)> {
        let ast = self.ast;
        let mut name = ast.name(base);
        let mut pointer = false;
        for _ in 0..100 {
            // A name of the file scope or of the universe is no type of this package.
            if self.scope(file).lookup(name).is_some() {
                return None;
            }
            let obj = self.scope(package).lookup(name);
            let obj = obj.or_else(|| self.earlier_object(package, name))?;
            if !matches!(self.obj(obj).kind, ObjectKind::TypeName) {
                return None;
            }
            let info = self.decl_info(self.obj(obj).decl?);
            let DeclKind::Type {
                alias: true,
                ty,
                tparams,
                ..
            } = ast.decl(info.decl).kind
            else {
                return Some((obj, pointer));
            };
            if !tparams.is_empty() {
                return None;
            }
            let receiver = self.unpack_receiver(ty);
            if receiver.pointer {
                if pointer {
                    return None;
                }
                pointer = true;
            }
            if receiver.tparams.is_some() || !matches!(ast.kind(receiver.base), ExprKind::Name(_)) {
                return None;
            }
            name = ast.name(receiver.base);
        }
        None
    }

    /// Checks all package-level declarations; those of std packages only as far as they are used
    /// (variables apart, which must be initialised).
    pub(crate) fn package_objects(&mut self, pkg: PkgId) {
        let list = std::mem::take(&mut self.state.package_objects);
        let is_std = self.pkg(pkg).is_std;
        if is_std {
            for &obj in &list {
                if matches!(self.obj(obj).kind, ObjectKind::Var(_)) {
                    self.obj_decl(obj);
                }
            }
            return;
        }
        self.attach_methods();
        // Types first, then aliases, then everything else.
        let mut aliases = Vec::new();
        let mut others = Vec::new();
        for &obj in &list {
            if !matches!(self.obj(obj).kind, ObjectKind::TypeName) {
                others.push(obj);
                continue;
            }
            let alias = self.obj(obj).decl.is_some_and(|d| {
                matches!(
                    self.ast.decl(self.decl_info(d).decl).kind,
                    DeclKind::Type { alias: true, .. }
                )
            });
            if alias {
                aliases.push(obj);
            } else {
                self.obj_decl(obj);
            }
        }
        for obj in aliases.into_iter().chain(others) {
            if self.obj(obj).color == Color::White {
                self.obj_decl(obj);
            }
        }
    }

    /// Reports imports that were not used.
    pub(crate) fn unused_imports(&mut self) {
        for obj in std::mem::take(&mut self.state.imports) {
            let o = self.obj(obj);
            let ObjectKind::PkgName { imported, used } = o.kind else {
                continue;
            };
            let Some(pkg) = o.pkg else {
                continue;
            };
            if used || self.pkg(pkg).is_std {
                continue;
            }
            let (pos, name): (Pos, Symbol) = (o.pos, o.name);
            let path = self.pkg(imported).path.as_str();
            let last = path.rsplit('/').next().unwrap_or(path);
            let message = if name.as_str() == last || self.ast_import_is_dot(pos) {
                format!("{path:?} imported and not used")
            } else {
                format!("{path:?} imported as {name} and not used")
            };
            self.soft_error(pos, message);
        }
    }

    fn ast_import_is_dot(&self, pos: Pos) -> bool {
        self.map.text(pos, pos.offset(1)) == "."
    }
}
