//! Declarations as text, laid out as `go doc` does.

use super::comment;
use super::outline::{self, Decl, DeclKind, Spec};
use super::package::Package;
use lexer::{Class, Kind};
use std::fmt;

/// How much is shown.
#[derive(Clone, Copy, Debug, Default)]
pub struct Detail {
    /// Everything that the package exports, with its comments.
    pub all: bool,
    /// Names that are not exported too.
    pub unexported: bool,
    /// Functions with their bodies, structs with all their fields.
    pub source: bool,
    /// One line each.
    pub short: bool,
}

impl Detail {
    pub(super) fn shows(self, name: &str) -> bool {
        self.unexported || is_exported(name)
    }
}

/// Documentation, ready to be printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doc {
    /// `package fmt // import "fmt"`; empty for the user's own names.
    pub heading: String,
    /// The declaration, its comment, and what belongs to it.
    pub text: String,
}

impl fmt::Display for Doc {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.heading.is_empty() {
            writeln!(f, "{}\n", self.heading)?;
        }
        f.write_str(&self.text)
    }
}

/// The indentation of comments below declarations.
const INDENT: &str = "    ";

impl Package {
    fn heading(&self) -> String {
        match self.path.as_str() {
            "" => String::new(),
            path => format!("package {} // import {path:?}", self.name),
        }
    }

    /// The package's comment and what it exports.
    pub fn summary(&self, detail: Detail) -> Doc {
        let detail = Detail {
            unexported: detail.unexported || self.path == "builtin",
            ..detail
        };
        let mut text = String::new();
        if !detail.short {
            text.push_str(&comment::render(&self.comment, ""));
        }
        let lists = if detail.all {
            self.everything(detail)
        } else {
            self.list(detail)
        };
        if !text.is_empty() && !lists.is_empty() {
            text.push('\n');
        }
        Doc {
            heading: if detail.short {
                String::new()
            } else {
                self.heading()
            },
            text: text + &lists,
        }
    }

    /// One line for each declaration.
    fn list(&self, detail: Detail) -> String {
        let mut out = String::new();
        for kind in [DeclKind::Const, DeclKind::Var] {
            for decl in self.shown(kind, detail) {
                if self.value_owner(decl, detail).is_none() {
                    out.extend(one_line_of_values(decl, detail));
                }
            }
        }
        for decl in sorted(self.shown(DeclKind::Func, detail)) {
            if self.constructed(decl, detail).is_none() {
                out.push_str(&(one_line(&decl.specs[0].text) + "\n"));
            }
        }
        for decl in sorted(self.shown(DeclKind::Type, detail)) {
            out.push_str(&(one_line_of_type(&decl.specs[0].text) + "\n"));
            let name = first_name(decl);
            for kind in [DeclKind::Const, DeclKind::Var] {
                for values in self.shown(kind, detail) {
                    if self.value_owner(values, detail).as_deref() == Some(name) {
                        let line = one_line_of_values(values, detail).unwrap_or_default();
                        out.push_str(&format!("{INDENT}{line}"));
                    }
                }
            }
            for func in sorted(self.shown(DeclKind::Func, detail)) {
                if self.constructed(func, detail).as_deref() == Some(name) {
                    out.push_str(&format!("{INDENT}{}\n", one_line(&func.specs[0].text)));
                }
            }
        }
        out
    }

    /// All declarations with their comments.
    fn everything(&self, detail: Detail) -> String {
        let mut out = String::new();
        let titles = [
            (DeclKind::Const, "CONSTANTS"),
            (DeclKind::Var, "VARIABLES"),
            (DeclKind::Func, "FUNCTIONS"),
            (DeclKind::Type, "TYPES"),
        ];
        for (kind, title) in titles {
            let decls: Vec<&Decl> = match kind {
                DeclKind::Const | DeclKind::Var => self
                    .shown(kind, detail)
                    .filter(|d| self.value_owner(d, detail).is_none())
                    .collect(),
                DeclKind::Func => sorted(
                    self.shown(kind, detail)
                        .filter(|d| self.constructed(d, detail).is_none()),
                ),
                DeclKind::Type => sorted(self.shown(kind, detail)),
            };
            if decls.is_empty() {
                continue;
            }
            if !out.is_empty() {
                out.push('\n');
            }
            out.push_str(&format!("{title}\n\n"));
            let texts: Vec<String> = decls
                .iter()
                .flat_map(|d| {
                    let others = match kind {
                        DeclKind::Type => self.of_type(first_name(d), detail),
                        _ => Vec::new(),
                    };
                    std::iter::once(*d).chain(others)
                })
                .map(|d| described(d, detail))
                .collect();
            out.push_str(&texts.join("\n"));
        }
        out
    }

    /// One declaration; a type's with the lines of what belongs to it.
    pub(super) fn declaration(&self, decl: &Decl, detail: Detail) -> Doc {
        self.declarations(&[decl], detail)
    }

    pub(super) fn declarations(&self, decls: &[&Decl], detail: Detail) -> Doc {
        let mut texts = Vec::new();
        for decl in decls {
            let mut text = match detail.short {
                true if decl.kind == DeclKind::Type => one_line_of_type(&decl.specs[0].text) + "\n",
                true if decl.kind == DeclKind::Func => one_line(&decl.specs[0].text) + "\n",
                _ => described(decl, detail),
            };
            if decl.kind == DeclKind::Type && !detail.short {
                let belongings = self.belongings(first_name(decl), detail);
                if !belongings.is_empty() {
                    text.push('\n');
                    text.push_str(&belongings);
                }
            }
            texts.push(text);
        }
        Doc {
            heading: if detail.short {
                String::new()
            } else {
                self.heading()
            },
            text: texts.join("\n"),
        }
    }

    /// A type with one of its fields or methods.
    pub(super) fn one_member(&self, decl: &Decl, is_it: &dyn Fn(&[String]) -> bool) -> Doc {
        let text = &decl.specs[0].text;
        let mut shown = String::new();
        if let Some((head, members, _)) = outline::members(text) {
            let count = members.len();
            let kind = if head.contains("interface") {
                "methods"
            } else {
                "fields"
            };
            let head = head.trim_end_matches('{').trim_end();
            shown = format!("type {head} {{\n");
            for member in members.iter().filter(|m| is_it(&m.names)) {
                shown.push_str(&tabbed(&member.with_comments));
            }
            if count > 1 {
                shown.push_str(&format!("\n\t// ... other {kind} elided ...\n"));
            }
            shown.push_str("}\n");
        }
        Doc {
            heading: self.heading(),
            text: shown,
        }
    }

    /// The constants, variables, functions and methods of a type, one line each.
    fn belongings(&self, ty: &str, detail: Detail) -> String {
        let mut values = String::new();
        for kind in [DeclKind::Const, DeclKind::Var] {
            for decl in self.shown(kind, detail) {
                if self.value_owner(decl, detail).as_deref() == Some(ty) {
                    values.extend(one_line_of_values(decl, detail));
                }
            }
        }
        let mut funcs = String::new();
        let constructors = self
            .shown(DeclKind::Func, detail)
            .filter(|f| self.constructed(f, detail).as_deref() == Some(ty));
        for func in sorted(constructors)
            .into_iter()
            .chain(sorted(self.shown_methods(ty, detail)))
        {
            let text = match detail.all {
                true => described(func, detail) + "\n",
                false => one_line(&func.specs[0].text) + "\n",
            };
            funcs.push_str(&text);
        }
        if !values.is_empty() && !funcs.is_empty() {
            values.push('\n');
        }
        let text = values + &funcs;
        match text.strip_suffix("\n\n") {
            Some(text) => format!("{text}\n"),
            None => text,
        }
    }

    fn shown(&self, kind: DeclKind, detail: Detail) -> impl Iterator<Item = &Decl> {
        self.top_level().filter(move |d| {
            let mut names = d.specs.iter().flat_map(|s| &s.names);
            d.kind == kind && names.any(|n| detail.shows(n) && n != "_" && n != "init")
        })
    }

    /// The constants, variables, functions and methods of a type.
    fn of_type<'p>(&'p self, ty: &'p str, detail: Detail) -> Vec<&'p Decl> {
        let is_own = |owner: Option<String>| owner.as_deref() == Some(ty);
        let mut found: Vec<&Decl> = Vec::new();
        for kind in [DeclKind::Const, DeclKind::Var] {
            let values = self.shown(kind, detail);
            found.extend(values.filter(|d| is_own(self.value_owner(d, detail))));
        }
        let funcs = self.shown(DeclKind::Func, detail);
        found.extend(sorted(
            funcs.filter(|d| is_own(self.constructed(d, detail))),
        ));
        found.extend(sorted(self.shown_methods(ty, detail)));
        found
    }

    fn shown_methods<'p>(&'p self, ty: &'p str, detail: Detail) -> impl Iterator<Item = &'p Decl> {
        self.methods(ty)
            .filter(move |d| detail.shows(first_name(d)))
    }

    /// Whether things are listed with the type: not with the stand-ins of package builtin.
    fn type_named(&self, name: &str, detail: Detail) -> bool {
        self.path != "builtin"
            && self
                .shown(DeclKind::Type, detail)
                .any(|d| first_name(d) == name)
    }

    /// The one type of this package that the function returns.
    fn constructed(&self, func: &Decl, detail: Detail) -> Option<String> {
        let mut types: Vec<&String> = func.specs[0]
            .mentions
            .iter()
            .filter(|n| self.type_named(n, detail))
            .collect();
        types.dedup();
        match types.as_slice() {
            [one] => Some((*one).clone()),
            _ => None,
        }
    }

    /// The type of this package that constants or variables have.
    fn value_owner(&self, values: &Decl, detail: Detail) -> Option<String> {
        let first = values
            .specs
            .iter()
            .find(|s| s.names.iter().any(|n| detail.shows(n)))?;
        let name = first.mentions.first()?;
        (first.mentions.len() == 1 && self.type_named(name, detail)).then(|| name.clone())
    }
}

fn first_name(decl: &Decl) -> &str {
    decl.specs
        .first()
        .and_then(|s| s.names.first())
        .map_or("", String::as_str)
}

fn sorted<'d>(decls: impl IntoIterator<Item = &'d Decl>) -> Vec<&'d Decl> {
    let mut decls: Vec<&Decl> = decls.into_iter().collect();
    decls.sort_by_key(|d| first_name(d));
    decls
}

/// The declaration and its comment.
fn described(decl: &Decl, detail: Detail) -> String {
    if detail.source {
        return format!("{}{}\n", comment::signs(&decl.comment), decl.source);
    }
    let text = match decl.kind {
        DeclKind::Func => match decl.specs[0].text.contains('\n') {
            true => decl.specs[0].text.clone(),
            false => spaced(&decl.specs[0].text),
        },
        DeclKind::Type => format!("type {}", visible_part(&decl.specs[0].text, detail)),
        DeclKind::Const | DeclKind::Var => values(decl, detail),
    };
    format!(
        "{}\n{}",
        text.trim_end(),
        comment::render(&decl.comment, INDENT)
    )
}

/// A group's lines that are visible.
fn values(decl: &Decl, detail: Detail) -> String {
    let keyword = keyword(decl.kind);
    let specs: Vec<&Spec> = decl
        .specs
        .iter()
        .filter(|s| s.names.iter().any(|n| detail.shows(n)))
        .collect();
    if !decl.is_group {
        return specs
            .first()
            .map_or_else(String::new, |s| format!("{keyword} {}", s.text));
    }
    let mut out = format!("{keyword} (\n");
    for (i, spec) in specs.iter().enumerate() {
        // A comment above begins a new paragraph.
        if i > 0 && spec.with_comments.starts_with('/') {
            out.push('\n');
        }
        out.push_str(&tabbed(&spec.with_comments));
    }
    out + ")"
}

fn keyword(kind: DeclKind) -> &'static str {
    match kind {
        DeclKind::Const => "const",
        DeclKind::Var => "var",
        DeclKind::Type => "type",
        DeclKind::Func => "func",
    }
}

/// A type without fields and methods that are not exported.
fn visible_part(text: &str, detail: Detail) -> String {
    let Some((head, members, tail)) = outline::members(text) else {
        return text.to_string();
    };
    let is_shown = |m: &&Spec| m.names.is_empty() || m.names.iter().any(|n| detail.shows(n));
    let shown: Vec<&Spec> = members.iter().filter(is_shown).collect();
    let is_line = !text.contains('\n');
    if shown.len() == members.len() && (is_line || members.is_empty()) {
        return text.to_string();
    }
    let mut out = format!("{head}\n");
    for (i, member) in shown.iter().enumerate() {
        if i > 0 && member.with_comments.starts_with('/') {
            out.push('\n');
        }
        out.push_str(&tabbed(&member.with_comments));
    }
    if shown.len() < members.len() {
        let kind = if head.contains("interface") {
            "methods"
        } else {
            "fields"
        };
        out.push_str(&format!("\t// Has unexported {kind}.\n"));
    }
    out + &tail
}

/// Each line after a tab.
fn tabbed(text: &str) -> String {
    text.lines()
        .map(|l| match l {
            "" => "\n".to_string(),
            l => format!("\t{l}\n"),
        })
        .collect()
}

/// `const A = 1 ...` if more than one is declared.
fn one_line_of_values(decl: &Decl, detail: Detail) -> Option<String> {
    let mut visible = decl
        .specs
        .iter()
        .filter(|s| s.names.iter().any(|n| detail.shows(n)));
    let first = visible.next()?;
    let more = if visible.next().is_some() { " ..." } else { "" };
    let mut text = one_line(&first.text);
    const LONG: usize = 100;
    if text.len() > LONG {
        let end = text.find('=').map_or(LONG, |at| at + 1);
        text = format!("{} ...", text.get(..end).unwrap_or(&text));
        return Some(format!("{} {text}\n", keyword(decl.kind)));
    }
    Some(format!("{} {text}{more}\n", keyword(decl.kind)))
}

/// `type T struct{ ... }`
fn one_line_of_type(text: &str) -> String {
    let line = match outline::members(text) {
        Some((head, members, _)) if !members.is_empty() => {
            format!("{}{{ ... }}", head.trim_end_matches('{').trim_end())
        }
        Some((head, _, tail)) => format!(
            "{}{{}}{}",
            head.trim_end_matches('{').trim_end(),
            &tail[1..]
        ),
        None => one_line(text),
    };
    format!("type {line}")
}

/// The text on one line, as gofmt would join it. Where Go may be written with and without a space,
/// that is kept.
fn one_line(text: &str) -> String {
    spaced(text).replace('\n', " ")
}

/// The tokens with a space where Go has one.
fn spaced(text: &str) -> String {
    let tokens = lexer::tokenize(text, source::Pos(1)).tokens;
    let word = |t: &lexer::Token| &text[t.start.0 as usize - 1..t.end.0 as usize - 1];
    let mut out = String::with_capacity(text.len());
    let mut before: Option<lexer::Token> = None;
    for (i, token) in tokens.iter().enumerate() {
        if token.start == token.end {
            continue;
        }
        if let Some(before) = before {
            let closes = matches!(token.kind, Kind::RParen | Kind::RBrack);
            let is_last_comma = token.kind == Kind::Comma
                && tokens.get(i + 1).is_some_and(|t| t.kind == Kind::RParen);
            if is_last_comma {
                continue;
            }
            let had_space = before.end < token.start;
            let is_tight = closes
                || matches!(token.kind, Kind::Comma | Kind::Semi | Kind::Dot)
                || matches!(before.kind, Kind::LParen | Kind::LBrack | Kind::Dot);
            let is_wide = matches!(before.kind, Kind::Comma | Kind::Semi)
                || before.kind == Kind::RParen
                    && matches!(token.class, Class::Name | Class::LParen | Class::Star);
            let called = token.kind == Kind::LParen
                && matches!(before.kind, Kind::Func | Kind::Name)
                && !had_space;
            if !is_tight && (is_wide || had_space && !called) {
                out.push(' ');
            }
        }
        out.push_str(word(token));
        before = Some(*token);
    }
    out
}

/// Spec: "the first character of the identifier's name is a Unicode uppercase letter".
fn is_exported(name: &str) -> bool {
    name.starts_with(char::is_uppercase)
}
