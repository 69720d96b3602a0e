//! What can stand at the cursor, and what is being called there: answered by the checker, which looks
//! at the text before the cursor with a marked place at its end. Nothing of it runs or stays.

use super::session::Session;
use super::session::probe::{Packages, Probed};
use crate::doc::DeclKind;
use crate::std_paths;
use lexer::{Class, Kind, Token};
use parser::ast::{Ast, ExprId, ExprKind};
use source::{Diagnostics, Pos, SourceMap, Symbol};
use std::collections::HashMap;
use types::info::Mode;
use types::object::{ObjId, ObjectKind};
use types::probe::PROBE;
use types::types::{Type, TypeId};

/// A name that could stand somewhere.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Known {
    pub name: String,
    /// What is shown behind the name: a signature, a type.
    pub detail: String,
}

impl Session {
    /// What can be selected from the operand that ends the text.
    pub fn members(&mut self, text: &str) -> Vec<Known> {
        let code = marked(&format!("{text}.{PROBE}"));
        let ask = |session: &mut Session, packages| {
            let code = code.as_ref()?;
            session.probe(code, packages, &members)
        };
        if let Some(known) = ask(self, Packages::Imported) {
            return known;
        }
        if let Some(path) = self.package_at_end(text) {
            return self.exported(&path);
        }
        ask(self, Packages::All).unwrap_or_default()
    }

    /// The names that could stand after the text.
    pub fn names_in_scope(&mut self, text: &str) -> Vec<Known> {
        let code = marked(&format!("{text} {PROBE}"));
        let code = code.unwrap_or_else(|| format!("var _ = {PROBE}"));
        self.probe(&code, Packages::Imported, &|probed| {
            let (mut known, is_keyed) = keys(probed);
            if !is_keyed {
                known.extend(names(probed));
            }
            Some(known)
        })
        .unwrap_or_default()
    }

    /// The signature of the function that ends the text, its parameters first.
    pub fn signature(&mut self, before: &str, callee: &str) -> Option<String> {
        let code = marked(&format!("{before}{callee}.{PROBE}"));
        let ask = |session: &mut Session, packages| {
            let code = code.as_ref()?;
            session.probe(code, packages, &signature)
        };
        if let Some(signature) = ask(self, Packages::Imported) {
            return Some(signature);
        }
        if let Some(signature) = builtin(callee) {
            return Some(signature.to_string());
        }
        if let Some((owner, name)) = callee.rsplit_once('.')
            && let Some(path) = self.package_at_end(&format!("{before}{owner}"))
        {
            let member = self.exported(&path).into_iter().find(|k| k.name == name)?;
            return without_type_parameters(&member.detail);
        }
        ask(self, Packages::All)
    }

    /// The import path of the package whose name ends the text.
    fn package_at_end(&mut self, text: &str) -> Option<String> {
        let tokens = tokens(text);
        let (last, before) = tokens.split_last()?;
        let follows_dot = before.last().is_some_and(|t| t.class == Class::Dot);
        if last.kind != Kind::Name || follows_dot {
            return None;
        }
        let name = &text[start(last)..end(last)];
        if self.names().iter().any(|n| n.0 == name) {
            return None;
        }
        let imported = self.imports.iter().find(|i| i.name == name);
        match imported {
            Some(import) => Some(import.path.clone()),
            None => std_paths::named(name).first().map(|p| p.to_string()),
        }
    }

    /// What a package exports.
    fn exported(&mut self, path: &str) -> Vec<Known> {
        let Some(package) = self.package(path) else {
            return Vec::new();
        };
        let members = package.exported().map(|(name, kind, text)| Known {
            name: name.to_string(),
            detail: match kind {
                DeclKind::Func => text
                    .split_once(name)
                    .map_or_else(String::new, |(_, rest)| one_line(rest)),
                DeclKind::Type => "  type".to_string(),
                DeclKind::Const => "  const".to_string(),
                DeclKind::Var => "  var".to_string(),
            },
        });
        members.collect()
    }
}

fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = lexer::tokenize(text, Pos(1)).tokens;
    tokens.retain(|t| t.end > t.start || t.class == Class::Semi);
    while tokens.last().is_some_and(|t| t.class == Class::Semi) {
        tokens.pop();
    }
    tokens
}

fn start(token: &Token) -> usize {
    token.start.0 as usize - 1
}

fn end(token: &Token) -> usize {
    token.end.0 as usize - 1
}

/// What the construct around the marked place may lack before brackets close.
const LACKS: [&str; 8] = ["", " {}", "; {}", ":", "()", "() {}", " = 0", "\n_ = 0"];

/// The text, which ends at the marked place, as package-level code that parses: what is open is
/// closed, and statements stand in a function.
fn marked(text: &str) -> Option<String> {
    let mut parts = parts(text);
    let last = parts.pop()?;
    let join = |parts: &[&str], wanted: bool| -> String {
        let chosen = parts.iter().filter(|p| is_declaration(p) == wanted);
        chosen.copied().collect::<Vec<_>>().join("\n")
    };
    let (outside, inside) = (join(&parts, true), join(&parts, false));
    // What comes before may be wrong.
    for (outside, inside) in [(&*outside, &*inside), ("", "")] {
        for lack in LACKS {
            for call in ["", "()"] {
                let last = closed(last, lack, call);
                let code = match is_function(&last) {
                    true => format!("{outside}\n{last}\nfunc _() {{\n{inside}\n}}"),
                    false => format!("{outside}\nfunc _() {{\n{inside}\n{last}\n}}"),
                };
                if is_syntax(&code) {
                    return Some(code);
                }
            }
        }
    }
    None
}

/// The declarations and statements of a text, imports left out.
fn parts(text: &str) -> Vec<&str> {
    let tokens = tokens(text);
    let mut parts = Vec::new();
    let (mut depth, mut begin) = (0, 0);
    for (i, token) in tokens.iter().enumerate() {
        match token.kind {
            Kind::LParen | Kind::LBrack | Kind::LBrace => depth += 1,
            Kind::RParen | Kind::RBrack | Kind::RBrace => depth -= 1,
            _ => {}
        }
        let is_last = i + 1 == tokens.len();
        if (token.class == Class::Semi && depth <= 0 && !is_header(&tokens[begin..i])) || is_last {
            let after = if is_last { i + 1 } else { i };
            if begin < after && tokens[begin].kind != Kind::Import {
                parts.push(&text[start(&tokens[begin])..end(&tokens[after - 1])]);
            }
            begin = i + 1;
        }
    }
    parts
}

/// Whether the tokens begin a statement whose block is still to come.
fn is_header(tokens: &[Token]) -> bool {
    let is_keyword = tokens
        .first()
        .is_some_and(|t| matches!(t.kind, Kind::If | Kind::For | Kind::Switch));
    is_keyword && !tokens.iter().any(|t| t.kind == Kind::LBrace)
}

fn is_declaration(part: &str) -> bool {
    let tokens = tokens(part);
    let first = tokens.first().map(|t| t.kind);
    matches!(first, Some(Kind::Type | Kind::Var | Kind::Const)) || is_function(part)
}

/// Whether the part declares a function or method.
fn is_function(part: &str) -> bool {
    let tokens = tokens(part);
    let kind = |i: usize| tokens.get(i).map(|t| t.kind);
    if kind(0) != Some(Kind::Func) {
        return false;
    }
    if kind(1) == Some(Kind::Name) {
        return true;
    }
    let close = tokens.iter().position(|t| t.kind == Kind::RParen);
    // The name of a method, and its parameters.
    close.is_some_and(|i| kind(i + 1) == Some(Kind::Name) && kind(i + 2) == Some(Kind::LParen))
}

/// The part with its brackets closed.
fn closed(part: &str, lack: &str, call: &str) -> String {
    let mut open = Vec::new();
    for token in tokens(part) {
        match token.kind {
            Kind::LParen => open.push(")"),
            Kind::LBrack => open.push("]"),
            Kind::LBrace => open.push("}"),
            Kind::RParen | Kind::RBrack | Kind::RBrace => {
                open.pop();
            }
            _ => {}
        }
    }
    let mut text = part.to_string();
    let mut lack = Some(lack);
    while let Some(bracket) = open.pop() {
        if bracket == "}" {
            text.extend(lack.take());
            text.push(' ');
        }
        text.push_str(bracket);
    }
    text.extend(lack);
    text + call
}

fn is_syntax(code: &str) -> bool {
    let (mut ast, mut map) = (Ast::new(), SourceMap::new());
    let file = map.add("entry", format!("package p\n{code}\n"));
    let mut diags = Diagnostics::default();
    parser::parse_file(&mut ast, &map, file, &mut diags);
    diags.is_empty()
}

/// The operand of the marked selector.
fn operand(probed: &Probed<'_, '_>) -> Option<ExprId> {
    let ast = probed.checker.ast;
    probed.expressions().find_map(|e| match ast.kind(e) {
        ExprKind::Selector { x, sel } if is_mark(ast, sel) => Some(x),
        _ => None,
    })
}

fn is_mark(ast: &Ast, e: ExprId) -> bool {
    matches!(ast.kind(e), ExprKind::Name(name) if name.as_str() == PROBE)
}

/// What can be selected at the marked place.
fn members(probed: &mut Probed<'_, '_>) -> Option<Vec<Known>> {
    let x = operand(probed)?;
    let pkg = probed.pkg;
    let ck = &mut *probed.checker;
    let tv = ck.info.type_and_value(x)?.clone();
    if !tv.ty.is_valid() {
        return None;
    }
    let is_type = match tv.mode {
        Mode::NoValue | Mode::Builtin(_) | Mode::NilValue => return None,
        Mode::TypeExpr => true,
        _ => false,
    };
    let selectable = ck.selectable(tv.ty, pkg);
    let chosen = selectable
        .into_iter()
        .filter(|s| !is_type || matches!(ck.obj(s.1).kind, ObjectKind::Func(_)))
        .filter(|s| is_for_users(s.0.as_str()));
    let known = chosen.map(|(name, obj, ty)| Known {
        name: name.as_str().to_string(),
        detail: match ck.obj(obj).kind {
            ObjectKind::Func(_) => ck.signature_string(ty),
            _ => format!("  {}", ck.type_string(ty)),
        },
    });
    Some(known.collect())
}

/// Whether the name is none of those that the session makes up.
fn is_for_users(name: &str) -> bool {
    !name.starts_with("gorun") && !name.ends_with("gorunOld") && name != "_"
}

/// The names in scope at the marked place, innermost first.
fn names(probed: &mut Probed<'_, '_>) -> Vec<Known> {
    let ck = &mut *probed.checker;
    let mut known: Vec<Known> = Vec::new();
    let inner = ck.take_probed();
    let mut scope = inner.or(Some(ck.pkg(probed.pkg).scope));
    while let Some(id) = scope.filter(|&s| s != ck.universe) {
        for &(name, obj) in ck.scope(id).objects() {
            let name = name.as_str();
            if is_for_users(name) && !known.iter().any(|k| k.name == name) {
                known.extend(described(ck, name, obj));
            }
        }
        scope = ck.scope(id).parent;
    }
    known
}

fn described(ck: &types::Checker<'_>, name: &str, obj: ObjId) -> Option<Known> {
    let object = ck.obj(obj);
    let detail = match object.kind {
        ObjectKind::Var(_) | ObjectKind::Const { .. } if object.ty.is_valid() => {
            format!("  {}", ck.type_string(object.ty))
        }
        ObjectKind::Var(_) | ObjectKind::Const { .. } => String::new(),
        ObjectKind::Func(_) => ck.signature_string(object.ty),
        ObjectKind::TypeName => "  type".to_string(),
        _ => return None,
    };
    Some(Known {
        name: name.to_string(),
        detail,
    })
}

/// The fields that the struct literal around the marked place does not have yet, as its keys; and
/// whether it has keys, so that nothing else can stand there.
fn keys(probed: &mut Probed<'_, '_>) -> (Vec<Known>, bool) {
    let ast = probed.checker.ast;
    let literal = probed.expressions().find_map(|e| match ast.kind(e) {
        ExprKind::CompositeLit { ty, elems, .. } => ast
            .list(elems)
            .any(|elem| is_mark(ast, elem))
            .then_some((e, ty, elems)),
        _ => None,
    });
    let Some((literal, ty, elems)) = literal else {
        return (Vec::new(), false);
    };
    let taken: Vec<Symbol> = ast
        .list(elems)
        .filter_map(|elem| match ast.kind(elem) {
            ExprKind::KeyValue { key, .. } => Some(ast.name(key)),
            _ => None,
        })
        .collect();
    let pkg = probed.pkg;
    let ck = &mut *probed.checker;
    let Some(tv) = ck.info.type_and_value(ty.unwrap_or(literal)).cloned() else {
        return (Vec::new(), false);
    };
    let (base, _) = ck.deref(tv.ty);
    let under = ck.underlying(base);
    let Type::Struct(fields) = ck.types.get(under).clone() else {
        return (Vec::new(), false);
    };
    let fields = fields.fields.iter().map(|&f| ck.obj(f));
    let free = fields.filter(|f| !taken.contains(&f.name));
    let usable = free.filter(|f| f.name.is_exported() || f.pkg == Some(pkg));
    let known = usable.map(|f| Known {
        name: format!("{}:", f.name),
        detail: format!("  {}", ck.type_string(f.ty)),
    });
    (known.collect(), !taken.is_empty())
}

/// The signature of the function before the marked place.
fn signature(probed: &mut Probed<'_, '_>) -> Option<String> {
    let x = operand(probed)?;
    let ck = &mut *probed.checker;
    let ty = match generic_function(ck, x) {
        Some(ty) => ty,
        None => {
            let tv = ck.info.type_and_value(x)?.clone();
            match tv.mode {
                Mode::NoValue | Mode::Builtin(_) => return None,
                Mode::TypeExpr => return conversion(ck, tv.ty),
                _ => tv.ty,
            }
        }
    };
    let under = ck.underlying(ty);
    let is_function = matches!(ck.types.get(under), Type::Signature(_));
    let signature = is_function.then(|| ck.signature_string(under))?;
    without_type_parameters(&signature)
}

/// The type of the generic function that the expression names, which has none as an expression.
fn generic_function(ck: &types::Checker<'_>, x: ExprId) -> Option<TypeId> {
    let x = ck.ast.unparen(x);
    let name = match ck.ast.kind(x) {
        ExprKind::Selector { sel, .. } => sel,
        _ => x,
    };
    let function = ck.obj(ck.info.object(name)?);
    let is_generic = match ck.types.get(function.ty) {
        Type::Signature(s) => !s.tparams.is_empty(),
        _ => false,
    };
    (is_generic && matches!(function.kind, ObjectKind::Func(_))).then_some(function.ty)
}

fn conversion(ck: &types::Checker<'_>, ty: TypeId) -> Option<String> {
    let is_plain = !matches!(ck.types.get(ty), Type::Basic(_));
    is_plain.then(|| format!("(x) {}", ck.type_string(ty)))
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// `[T any](x T)` without what stands before the parameters.
fn without_type_parameters(signature: &str) -> Option<String> {
    let mut depth = 0;
    for (i, c) in signature.char_indices() {
        match c {
            '[' => depth += 1,
            ']' => depth -= 1,
            '(' if depth == 0 => return Some(signature[i..].to_string()),
            _ => {}
        }
    }
    None
}

/// The signatures of predeclared functions.
fn builtin(name: &str) -> Option<&'static str> {
    Some(match name {
        "append" => "(slice []T, elems ...T) []T",
        "cap" => "(v T) int",
        "clear" => "(t T)",
        "close" => "(c chan<- T)",
        "complex" => "(real, imag T) complex",
        "copy" => "(dst, src []T) int",
        "delete" => "(m map[K]V, key K)",
        "imag" | "real" => "(c complex) float",
        "len" => "(v T) int",
        "make" => "(T type, size ...int) T",
        "max" | "min" => "(x T, y ...T) T",
        "new" => "(T type) *T",
        "panic" => "(v any)",
        "print" | "println" => "(args ...T)",
        "recover" => "() any",
        _ => return None,
    })
}

/// The signatures asked for last: a question is asked again with every key.
#[derive(Default)]
pub struct Signatures {
    known: HashMap<String, Option<String>>,
}

impl Signatures {
    /// Forgets what may have changed.
    pub fn clear(&mut self) {
        self.known.clear();
    }

    /// The signature of `callee`, which follows the text `before`.
    pub fn of(&mut self, session: &mut Session, before: &str, callee: &str) -> Option<String> {
        let key = format!("{before}{callee}");
        if let Some(found) = self.known.get(&key) {
            return found.clone();
        }
        let found = session.signature(before, callee);
        self.known.insert(key, found.clone());
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_open_is_closed() {
        for text in [
            "x.gorunProbe",
            "f(a, x.gorunProbe",
            "for i := range x.gorunProbe",
            "for i := 0; i < x.gorunProbe",
            "if a := f(); a.gorunProbe",
            "func f(p P) {\n\tfor {\n\t\tp.gorunProbe",
            "func (p P) m() {\n\treturn p.gorunProbe",
            "switch x {\ncase y.gorunProbe",
            "go func() { x.gorunProbe",
            "defer x.gorunProbe",
            "P{X: 1, gorunProbe",
            "var x gorunProbe",
            "type T struct {\n\ta gorunProbe",
            "func f(a gorunProbe",
            "x := map[string]gorunProbe",
            "a, x.gorunProbe",
            "import \"fmt\"\nx := 1\nfunc f() {}\nx.gorunProbe",
            "s[x.gorunProbe",
            "select {\ncase v := <-x.gorunProbe",
        ] {
            assert!(marked(text).is_some(), "{text}");
        }
    }

    #[test]
    fn type_parameters_are_no_parameters() {
        let text = without_type_parameters("[S ~[]E, E any](s S) E");
        assert_eq!(text.as_deref(), Some("(s S) E"));
    }
}
