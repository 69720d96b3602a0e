//! The declarations of a package, and finding them by name.

use super::outline::{self, Decl, DeclKind, Spec};
use super::render::{Detail, Doc};
use crate::std_paths;

/// A package's declarations.
#[derive(Debug)]
pub struct Package {
    /// The import path; empty for the user's own.
    pub path: String,
    pub name: String,
    pub comment: String,
    pub(super) decls: Vec<Decl>,
}

impl Package {
    /// The package that consists of files with these texts.
    pub fn new<'t>(path: &str, files: impl IntoIterator<Item = &'t str>) -> Package {
        let mut package = Package {
            path: path.to_string(),
            name: String::new(),
            comment: String::new(),
            decls: Vec::new(),
        };
        let mut comments: Vec<String> = Vec::new();
        for text in files {
            let file = outline::outline(text);
            if package.name.is_empty() {
                package.name = file.package;
            }
            comments.extend(Some(file.comment).filter(|c| !c.is_empty()));
            package.decls.extend(file.decls);
        }
        package.comment = comments.join("\n\n");
        package
    }

    /// What Go knows without imports.
    pub fn builtin() -> Package {
        Package::new("builtin", [include_str!("builtin.go")])
    }

    /// A package of the standard library.
    pub fn standard(path: &str) -> Option<Package> {
        if path == "builtin" {
            return Some(Package::builtin());
        }
        let files = stdlib::source_files(path)?;
        let mut package = Package::new(path, files.iter().map(|f| f.1));
        if package.name.is_empty() {
            package.name = std_paths::package_name(path).to_string();
        }
        Some(package)
    }

    /// All names at its top level.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        let specs = self.top_level().flat_map(|d| &d.specs);
        specs.flat_map(|s| &s.names).map(String::as_str)
    }

    /// What the package exports at its top level.
    pub fn exports(&self, name: &str) -> bool {
        self.top_level()
            .any(|d| d.specs.iter().flat_map(|s| &s.names).any(|n| n == name))
    }

    /// What the package exports at its top level: each name with the text of its declaration.
    pub fn exported(&self) -> impl Iterator<Item = (&str, DeclKind, &str)> {
        self.top_level()
            .flat_map(|d| d.specs.iter().map(|s| (d.kind, s)))
            .flat_map(|(kind, s)| {
                s.names
                    .iter()
                    .map(move |n| (n.as_str(), kind, s.text.as_str()))
            })
            .filter(|(name, ..)| name.starts_with(char::is_uppercase))
    }

    /// All but methods.
    pub(super) fn top_level(&self) -> impl Iterator<Item = &Decl> {
        self.decls.iter().filter(|d| d.receiver.is_none())
    }

    pub(super) fn methods<'p>(&'p self, receiver: &'p str) -> impl Iterator<Item = &'p Decl> {
        self.decls
            .iter()
            .filter(move |d| d.receiver.as_deref() == Some(receiver))
    }

    /// The methods, and the fields or methods that its declaration lists, of a type.
    pub fn members(&self, ty: &str) -> Vec<String> {
        let methods = self.methods(ty).flat_map(|d| &d.specs);
        let mut names: Vec<String> = methods.flat_map(|s| s.names.clone()).collect();
        let specs = self.top_level().flat_map(|d| &d.specs);
        for spec in specs.filter(|s| s.names.iter().any(|n| n == ty)) {
            if let Some((_, members, _)) = outline::members(&spec.text) {
                names.extend(members.into_iter().flat_map(|m| m.names));
            }
        }
        names
    }

    /// The documentation of `Name`, `Type.Method` or `Type.Field`.
    pub fn symbol(&self, symbol: &str, detail: Detail) -> Option<Doc> {
        self.matching(symbol, detail, &|a, b| a == b)
            .or_else(|| match symbol.contains('.') {
                // A method alone is enough.
                false => self.any_method(symbol, detail),
                true => None,
            })
    }

    /// The same, but upper and lower case are one.
    pub fn symbol_in_any_case(&self, symbol: &str, detail: Detail) -> Option<Doc> {
        self.matching(symbol, detail, &|a, b| a.to_lowercase() == b.to_lowercase())
    }

    fn matching(
        &self,
        symbol: &str,
        detail: Detail,
        same: &dyn Fn(&str, &str) -> bool,
    ) -> Option<Doc> {
        match symbol.split_once('.') {
            Some((name, member)) => self.find(name, Some(member), detail, same),
            None => self.find(symbol, None, detail, same),
        }
    }

    fn find(
        &self,
        name: &str,
        member: Option<&str>,
        detail: Detail,
        same: &dyn Fn(&str, &str) -> bool,
    ) -> Option<Doc> {
        let is_it = |s: &Spec, name: &str| {
            let visible = |n: &&String| detail.shows(n);
            s.names.iter().filter(visible).any(|n| same(n, name))
        };
        let mut candidates = self
            .top_level()
            .filter(|d| d.specs.iter().any(|s| is_it(s, name)));
        let Some(member) = member else {
            return candidates.next().map(|d| self.declaration(d, detail));
        };
        let decl = candidates.find(|d| d.kind == DeclKind::Type)?;
        self.member(decl, member, detail, same, 0)
    }

    /// A method or field of a type, or of a type of this package that it embeds.
    fn member(
        &self,
        decl: &Decl,
        member: &str,
        detail: Detail,
        same: &dyn Fn(&str, &str) -> bool,
        depth: usize,
    ) -> Option<Doc> {
        let ty = decl.specs.first()?.names.first()?;
        let is_it = |n: &String| detail.shows(n) && same(n, member);
        let method = self
            .methods(ty)
            .find(|d| d.specs.iter().any(|s| s.names.iter().any(is_it)));
        if let Some(method) = method {
            return Some(self.declaration(method, detail));
        }
        let (_, members, _) = outline::members(&decl.specs[0].text)?;
        if members.iter().any(|m| m.names.iter().any(is_it)) {
            return Some(self.one_member(decl, &|names| names.iter().any(is_it)));
        }
        let embedded = |name: &String| {
            self.top_level()
                .find(|d| d.kind == DeclKind::Type && d.specs[0].names.contains(name))
        };
        if depth > 4 {
            return None;
        }
        members
            .iter()
            .flat_map(|m| &m.names)
            .filter_map(embedded)
            .find_map(|d| self.member(d, member, detail, same, depth + 1))
    }

    fn any_method(&self, name: &str, detail: Detail) -> Option<Doc> {
        let found: Vec<&Decl> = self
            .decls
            .iter()
            .filter(|d| d.receiver.as_ref().is_some_and(|r| detail.shows(r)))
            .filter(|d| d.specs[0].names[0] == name && detail.shows(name))
            .collect();
        match found.as_slice() {
            [] => None,
            several => Some(self.declarations(several, detail)),
        }
    }
}
