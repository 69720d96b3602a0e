//! Names, imports and calls.

use super::habits::NAMES;
use super::{Advice, Around, help, is_semicolon, note, replace};
use crate::report::explain::{importable, near_package};
use lexer::Kind;
use source::Edit;

const BASIC: &[&str] = &[
    "bool", "byte", "float32", "float64", "int", "int32", "int64", "rune", "string", "uint",
    "uint8", "uint64", "char", "double", "float", "long", "String", "boolean",
];

pub(super) fn is_basic_type(word: &str) -> bool {
    BASIC.contains(&word)
}

impl Around<'_> {
    pub(super) fn names(&self, headline: &str) -> Option<Advice> {
        if let Some(name) = headline.strip_prefix("undefined: ") {
            return self.undefined(name);
        }
        if let Some(name) = headline.strip_prefix("declared and not used: ") {
            return self.unused_variable(name);
        }
        if headline.ends_with(" and not used") && headline.contains(" imported ") {
            let import = self.unused_import()?;
            return Some(help("remove this import", vec![import]));
        }
        if headline == "no new variables on left side of :=" {
            let define = self.token(0).filter(|t| t.kind == Kind::Define)?;
            let edit = replace(define, "=");
            return Some(help("assign with = instead of :=", vec![edit]));
        }
        if let Some(rest) = headline.strip_prefix("package ")
            && let Some((path, _)) = rest.split_once(" is not in std")
        {
            let path = path.trim_matches('"');
            let near = crate::report::nearest(path, stdlib::packages())
                .or_else(|| importable(path).filter(|p| *p != path));
            let literal = self.token(0).filter(|t| t.kind == Kind::String)?;
            let edit = replace(literal, format!("{:?}", near?));
            return Some(help(format!("did you mean {:?}?", near?), vec![edit]));
        }
        if let Some(name) = headline.strip_suffix(" redeclared in this block") {
            return self.redeclared(name);
        }
        self.not_called(headline)
    }

    fn redeclared(&self, name: &str) -> Option<Advice> {
        if self.kind(-1) == Some(Kind::Func) {
            return Some(note(
                "declared a second time",
                "Go has no overloading: two functions cannot share a name, even with other parameters.",
            ));
        }
        if self.kind(0) == Some(Kind::String) {
            return Some(note(
                "imported a second time",
                "One import of a package is enough.",
            ));
        }
        let declares_type_first = is_basic_type(name) && self.kind(1) == Some(Kind::Name);
        declares_type_first.then(|| {
            note(
                "taken as the name of a parameter",
                "A parameter's name comes before its type: a int, b string; a, b int shares the type.",
            )
        })
    }

    /// Whether the statement declares the name that its own first value mentions.
    fn is_own_value(&self, name: &str) -> bool {
        let statement = &self.tokens[self.statement()..self.at];
        let assign = statement
            .iter()
            .position(|t| matches!(t.kind, Kind::Assign | Kind::Define));
        let declares = |at: usize| {
            let is_declaration =
                statement[at].kind == Kind::Define || statement[0].kind == Kind::Var;
            is_declaration && statement[..at].iter().any(|t| self.text(t) == name)
        };
        assign.is_some_and(declares)
    }

    fn undefined(&self, name: &str) -> Option<Advice> {
        if self.kind(1) == Some(Kind::Dot)
            && let Some(path) = importable(name)
        {
            let edit = self.import_edit(path)?;
            let advice = help(format!("add `import {path:?}`"), vec![edit]);
            let label = "the package is not imported";
            return Some(advice.with_label(label).instead());
        }
        if self.kind(1) == Some(Kind::Dot)
            && let Some(path) = near_package(name)
        {
            let last = path.rsplit('/').next().unwrap_or(path);
            let mut edits = vec![replace(self.token(0)?, last)];
            if !self.is_imported(path) {
                edits.extend(self.import_edit(path));
            }
            return Some(help(format!("did you mean {last}? (import {path:?})"), edits).instead());
        }
        if let Some(advice) = self.parameter(name) {
            return Some(advice.instead());
        }
        if self.is_own_value(name) {
            return Some(note(
                format!("{name} does not exist yet"),
                format!("{name} is only known behind its declaration, not in its own first value."),
            ));
        }
        let is_use = !matches!(self.kind(1), Some(Kind::Assign | Kind::Define));
        if let Some((_, instead)) = NAMES.iter().find(|(n, _)| *n == name && is_use) {
            return Some(help(*instead, Vec::new()).instead());
        }
        let is_clause = matches!(self.kind(-1), Some(Kind::For | Kind::If | Kind::Switch));
        let begins = self.at == self.statement() || is_clause;
        match self.kind(1) {
            Some(Kind::Assign) if begins => {
                let edit = replace(self.token(1)?, ":=");
                let advice = help(format!("declare it with `{name} := …`"), vec![edit]);
                let rule = "= assigns to a variable that exists; := declares one.";
                let advice = advice.with_note(rule);
                Some(if is_clause { advice.instead() } else { advice })
            }
            Some(Kind::AddAssign | Kind::Inc | Kind::Dec | Kind::SubAssign) if begins => {
                Some(help(format!("declare it before: {name} := 0"), Vec::new()))
            }
            _ => None,
        }
    }

    /// Whether the file imports the package.
    fn is_imported(&self, path: &str) -> bool {
        let literal = format!("{path:?}");
        self.tokens
            .iter()
            .any(|t| t.kind == Kind::String && self.text(t) == literal)
    }

    /// A name in a list of parameters that is taken as a type.
    fn parameter(&self, name: &str) -> Option<Advice> {
        let open = self.opening(self.at)?;
        let is_list = self.tokens[open].kind == Kind::LParen
            && open >= 2
            && self.tokens[open - 1].kind == Kind::Name
            && self.tokens[open - 2].kind == Kind::Func;
        if !is_list {
            return None;
        }
        let rule =
            "A parameter's name comes before its type: a int, b string; a, b int shares the type.";
        if is_basic_type(self.word(-1)) {
            let (ty, own) = (self.token(-1)?, self.token(0)?);
            let edit = Edit::replace(ty.start, own.end, format!("{name} {}", self.text(ty)));
            let advice = help(format!("write {name} {}", self.text(ty)), vec![edit]);
            return Some(advice.with_label("taken as a type").with_note(rule));
        }
        let alone = matches!(self.kind(-1), Some(Kind::LParen | Kind::Comma))
            && matches!(self.kind(1), Some(Kind::RParen | Kind::Comma));
        alone.then(|| {
            let advice = help(format!("write {name} int, if it is an int"), Vec::new());
            let advice = advice.with_label("taken as a type");
            advice.with_note("Parameters without types are types without names. A name is followed by its type: a int, b string; a, b int shares the type.")
        })
    }

    fn unused_variable(&self, name: &str) -> Option<Advice> {
        let own = self.token(0)?;
        let begins = self.at == self.statement();
        if begins && self.kind(1) == Some(Kind::Define) {
            let edit = Edit::replace(own.start, self.token(1)?.end, "_ =");
            let message = format!("remove {name}, or keep its value unused with `_ = …`");
            return Some(help(message, vec![edit]));
        }
        let in_list =
            matches!(self.kind(-1), Some(Kind::Comma)) || matches!(self.kind(1), Some(Kind::Comma));
        if in_list && !matches!(self.kind(-1), Some(Kind::Var)) {
            let edit = replace(own, "_");
            return Some(help(format!("write _ instead of {name}"), vec![edit]));
        }
        None
    }

    /// Removes the whole line of an import, or only the import if there is more on it.
    fn unused_import(&self) -> Option<Edit> {
        let line = self.line_of(self.token(0)?) as usize;
        let start = self.source.line_start(line - 1);
        let end = self.source.line_start(line);
        let text = self.source.text.get(start as usize..end as usize)?;
        let quotes = text.matches('"').count();
        let is_alone = quotes == 2 && !text.contains(['(', ')', ';']);
        let base = self.source.base;
        is_alone.then(|| Edit::replace(base.offset(start), base.offset(end), ""))
    }

    /// Adds an import to the file.
    fn import_edit(&self, path: &str) -> Option<Edit> {
        let first = self.tokens.iter().position(|t| t.kind == Kind::Import);
        if let Some(first) = first {
            let next = self.tokens.get(first + 1)?;
            if next.kind == Kind::LParen {
                return Some(Edit::insert(next.end, format!("\n\t{path:?}")));
            }
            let start = self.tokens[first].start;
            return Some(Edit::insert(start, format!("import {path:?}\n")));
        }
        let package = self.tokens.iter().position(|t| t.kind == Kind::Package)?;
        let name = self.tokens.get(package + 1)?;
        Some(Edit::insert(name.end, format!("\n\nimport {path:?}")))
    }

    /// Functions that are named but not called, and values that go nowhere.
    fn not_called(&self, headline: &str) -> Option<Advice> {
        let end = self.end.is_known().then_some(self.end)?;
        let text = self.between(self.pos, end);
        if let Some(rest) = headline.strip_prefix("expression in ") {
            let keyword = rest.split_whitespace().next()?;
            let edit = Edit::insert(end, "()");
            if text.starts_with("func") {
                let advice = help("add () behind the closing brace", vec![edit]);
                let label = "a function, but not a call of it";
                return Some(advice.with_label(label).with_note(format!(
                    "{keyword} starts a call: a function literal is called by the parentheses behind it."
                )));
            }
            return Some(help(format!("call it: {keyword} {text}()"), vec![edit]));
        }
        if headline.starts_with("invalid operation: cannot receive from non-channel func()") {
            let edit = Edit::insert(end, "()");
            let advice = help(format!("call it: <-{text}()"), vec![edit]);
            return Some(advice.with_label("a function, not a channel"));
        }
        let unused = headline.strip_suffix(" is not used")?;
        if unused.ends_with("of type func())") {
            return Some(help(
                format!("call it: {text}()"),
                vec![Edit::insert(end, "()")],
            ));
        }
        if let Some(rest) = text.strip_prefix("append(") {
            let slice = rest.split(',').next()?.trim();
            let edit = Edit::insert(self.pos, format!("{slice} = "));
            return Some(help(
                format!("keep the result: {slice} = {text}"),
                vec![edit],
            ));
        }
        let begins = self.at == self.statement();
        let operator = self.token(1)?;
        if begins && operator.kind == Kind::Eql {
            let edit = replace(operator, "=");
            let advice = help("to assign, write =", vec![edit]);
            let label = "compares, and the answer goes nowhere";
            return Some(
                advice
                    .with_label(label)
                    .with_note("== compares and = assigns."),
            );
        }
        let is_print = matches!(self.kind(-1), Some(k) if is_semicolon(k) || k == Kind::LBrace);
        (is_print && text.starts_with(['"', '`']))
            .then(|| note("the text goes nowhere", "A text alone is no statement."))
    }
}
