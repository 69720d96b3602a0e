//! Snippets: statements and declarations that become a program, for `gorun -c` and scripts without a
//! package clause. Imports of the standard library are supplied, and an expression at the end whose
//! value nobody uses is printed.
//!
//! The text is cut into pieces. Declarations that functions may need go to package level, statements
//! into `main`, each run of pieces after a line directive, so that positions stay those of the
//! snippet. What is missing the checker says: it sees the program once without imports.

use crate::build;
use crate::doc::Package;
use crate::project::{self, Input, Options, Project};
use crate::std_paths;
use lexer::{Kind, Token};
use source::{Diagnostic, FileId, Pos};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::ops::Range;

/// The name that errors give the argument of `-c`.
pub const NAME: &str = "./snippet.go";

/// The name that errors give standard input.
pub const STDIN_NAME: &str = "./stdin.go";

/// The name of the program around the snippet. With the dollar it is not taken for a file's.
const PROGRAM_NAME: &str = "$snippet.go";

/// A snippet made into a program.
pub struct Snippet {
    pub project: Project,
    /// The snippet's own text in the project's map.
    original: FileId,
    is_malformed: bool,
}

/// Whether the text begins with a package clause.
pub fn is_program(text: &str) -> bool {
    let tokens = lexer::tokenize(text, Pos(1)).tokens;
    tokens.first().is_some_and(|t| t.kind == Kind::Package)
}

impl Snippet {
    /// The program that does what the snippet says.
    pub fn new(code: &str, name: &str, options: &Options) -> Snippet {
        let code = code.strip_prefix('\u{feff}').unwrap_or(code);
        let mut program = Program::new(code, name);
        let parse = |program: &Program| {
            let text = program.text();
            let input = Input::new(PROGRAM_NAME, text.as_bytes());
            project::parse_with(vec![input], options)
        };
        let draft = parse(&program);
        let check = |project: &Project| build::check(project, build::Options::default());
        program.mend(&check(&draft));
        let mut project = match program.is_mended() {
            true => parse(&program),
            false => draft,
        };
        if !program.imports.is_empty() && program.may_print() {
            // What undefined packages had to do with it was not said to be unused.
            program.mend(&check(&project));
            if program.prints {
                project = parse(&program);
            }
        }
        if program.ends_in_call() {
            program.shows = true;
            let shown = parse(&program);
            if check(&shown).is_empty() {
                project = shown;
            }
        }
        let original = project.map.add(name, code.to_string());
        Snippet {
            project,
            original,
            is_malformed: program.is_malformed,
        }
    }

    /// The errors where the snippet has them, not the program around it.
    pub fn located(&self, mut errors: Vec<Diagnostic>) -> Vec<Diagnostic> {
        if self.is_malformed {
            errors.retain(|e| !e.message.starts_with("syntax error"));
        }
        for error in &mut errors {
            let start = self.own_place(error.pos);
            if start == self.end() && error.message.contains("unexpected }") {
                // The brace is ours.
                error.message = error.message.replacen("unexpected }", "unexpected EOF", 1);
            }
            error.end = match error.end > error.pos {
                true => self.own_place(error.end),
                false => Pos::NONE,
            };
            error.pos = start;
            for related in &mut error.related {
                related.pos = self.own_place(related.pos);
                related.end = match related.end.is_known() {
                    true => self.own_place(related.end),
                    false => Pos::NONE,
                };
            }
            let suggestions = error.suggestions.iter_mut();
            for edit in suggestions.flat_map(|s| &mut s.edits) {
                edit.span.lo = self.own_place(edit.span.lo);
                edit.span.hi = self.own_place(edit.span.hi);
            }
        }
        errors
    }

    /// Where the snippet's text ends.
    fn end(&self) -> Pos {
        let own = self.project.map.file(self.original);
        own.base.offset(own.text.trim_end().len() as u32)
    }

    /// A position of the program in the snippet's own text; its end for what lies behind it.
    fn own_place(&self, pos: Pos) -> Pos {
        let map = &self.project.map;
        let Some(file) = map.file_of(pos).map(|id| map.file(id)) else {
            return pos;
        };
        if file.name != PROGRAM_NAME {
            return pos;
        }
        let own = map.file(self.original);
        let (name, line, column) = file.place(pos.0 - file.base.0);
        let text: &str = &own.text;
        let end = text.trim_end().len();
        if name != own.name {
            return own.base.offset(end as u32);
        }
        let before = text.split_inclusive('\n').take(line as usize - 1);
        let offset = before.map(str::len).sum::<usize>() + column.max(1) as usize - 1;
        own.base.offset(offset.min(end) as u32)
    }
}

/// Where a piece of the snippet goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Home {
    Import,
    Package,
    Main,
}

/// The program being made.
struct Program<'c> {
    code: &'c str,
    name: &'c str,
    tokens: Vec<Token>,
    pieces: Vec<(Home, Range<usize>)>,
    /// Supplied imports, with the byte where the package is first named.
    imports: BTreeMap<&'static str, usize>,
    /// There are characters that are no tokens: nothing but them is to be complained about.
    is_malformed: bool,
    /// The last piece is an expression to be printed.
    prints: bool,
    /// The last piece is a call whose result is printed, if it is one and no error.
    shows: bool,
    has_main: bool,
}

/// Prints the result of a call.
const SHOW: &str = "func gorun_show[T any](x T) {
	if _, is := any(&x).(*error); !is {
		gorun_fmt.Println(x)
	}
}
";

impl<'c> Program<'c> {
    fn new(code: &'c str, name: &'c str) -> Program<'c> {
        let tokens = lexer::tokenize(code, Pos(1));
        let mut program = Program {
            code,
            name,
            is_malformed: !tokens.errors.is_empty(),
            tokens: tokens.tokens,
            pieces: Vec::new(),
            imports: BTreeMap::new(),
            prints: false,
            shows: false,
            has_main: false,
        };
        program.cut();
        program
    }

    fn start(&self, token: usize) -> usize {
        self.tokens[token].start.0 as usize - 1
    }

    fn end(&self, token: usize) -> usize {
        self.tokens[token].end.0 as usize - 1
    }

    fn word(&self, token: usize) -> &'c str {
        match token < self.tokens.len() {
            true => &self.code[self.start(token)..self.end(token)],
            false => "",
        }
    }

    fn kind(&self, token: usize) -> Option<Kind> {
        self.tokens.get(token).map(|t| t.kind)
    }

    /// Cuts at the semicolons that are in no brackets.
    fn cut(&mut self) {
        let mut runs = Vec::new();
        let (mut depth, mut start) = (0, 0);
        for (i, token) in self.tokens.iter().enumerate() {
            depth += i32::from(token.class.is_open()) - i32::from(token.class.is_close());
            let is_end = matches!(token.kind, Kind::Semi | Kind::SemiNewline | Kind::SemiEof);
            if is_end && depth <= 0 {
                runs.push(start..i);
                start = i + 1;
            }
        }
        runs.push(start..self.tokens.len());
        runs.retain(|run| !run.is_empty());
        let is_func = |run: &&Range<usize>| self.declared_func(run.start).is_some();
        let funcs: Vec<Range<usize>> = runs.iter().filter(is_func).cloned().collect();
        let has_main = funcs
            .iter()
            .any(|run| self.declared_func(run.start) == Some("main"));
        // Functions see the variables that they mention.
        let mentioned: BTreeSet<&str> = funcs
            .iter()
            .flat_map(|run| run.clone())
            .filter(|&i| self.tokens[i].kind == Kind::Name)
            .map(|i| self.word(i))
            .collect();
        let pieces = runs
            .into_iter()
            .map(|run| {
                let home = match self.tokens[run.start].kind {
                    Kind::Import => Home::Import,
                    Kind::Type | Kind::Const => Home::Package,
                    Kind::Var if has_main || mentioned.contains(self.word(run.start + 1)) => {
                        Home::Package
                    }
                    Kind::Func if self.declared_func(run.start).is_some() => Home::Package,
                    _ => Home::Main,
                };
                (home, run)
            })
            .collect();
        self.pieces = pieces;
        self.has_main = has_main;
    }

    /// The name of the function or method whose declaration begins at the token.
    fn declared_func(&self, at: usize) -> Option<&'c str> {
        if self.kind(at) != Some(Kind::Func) {
            return None;
        }
        if self.kind(at + 1) == Some(Kind::Name) {
            return Some(self.word(at + 1));
        }
        let mut depth = 0;
        let close = (at + 1..self.tokens.len()).find(|&i| {
            let class = self.tokens[i].class;
            depth += i32::from(class.is_open()) - i32::from(class.is_close());
            depth <= 0
        })?;
        let is_method =
            self.kind(close + 1) == Some(Kind::Name) && self.kind(close + 2) == Some(Kind::LParen);
        is_method.then_some("")
    }

    /// Learns from the errors of the program so far.
    fn mend(&mut self, errors: &[Diagnostic]) {
        let members = self.members();
        for error in errors {
            if let Some(name) = error.message.strip_prefix("undefined: ") {
                if let Some(path) = package_for(name, &members) {
                    let at = self.first_use(name);
                    self.imports.insert(path, at);
                }
            } else if error.message.ends_with(" is not used") {
                let is_statement = |p: &(Home, Range<usize>)| p.0 == Home::Main;
                let statements = self.pieces.iter().filter(|p| is_statement(p)).count();
                let is_last = self.pieces.last().is_some_and(is_statement);
                // Of several only the last one is a result.
                let unused = errors
                    .iter()
                    .filter(|e| e.message.ends_with(" is not used"));
                self.prints = is_last && statements > 0 && unused.count() == 1;
            }
        }
        // An error inside of a block is no result either.
        if let Some((_, run)) = self.pieces.last()
            && self.prints
        {
            let first = self.tokens[run.start].kind;
            let is_block = self.tokens[run.clone()].iter().any(|t| {
                matches!(
                    t.kind,
                    Kind::Semi | Kind::SemiNewline | Kind::Assign | Kind::Define
                )
            });
            self.prints = !is_block
                && !matches!(
                    first,
                    Kind::If | Kind::For | Kind::Switch | Kind::Select | Kind::Go | Kind::Defer
                );
        }
    }

    /// Whether the snippet ends with something that could be an expression and is no plain call, whose
    /// results may go unused.
    fn may_print(&self) -> bool {
        let Some((Home::Main, run)) = self.pieces.last() else {
            return false;
        };
        let is_path = |i: &usize| matches!(self.tokens[*i].kind, Kind::Name | Kind::Dot);
        let open = run.clone().find(|i| !is_path(i));
        let Some(open) = open.filter(|&i| self.tokens[i].kind == Kind::LParen) else {
            return !self.prints;
        };
        let mut depth = 0;
        let close = (open..run.end).find(|&i| {
            let class = self.tokens[i].class;
            depth += i32::from(class.is_open()) - i32::from(class.is_close());
            depth <= 0
        });
        !self.prints && close.is_some_and(|close| close + 1 < run.end)
    }

    /// Whether the snippet, which is in no file, ends with what may be a call.
    fn ends_in_call(&self) -> bool {
        let is_typed = matches!(self.name, NAME | STDIN_NAME);
        let last = self.pieces.last().filter(|p| p.0 == Home::Main);
        let ends = |run: &Range<usize>| self.kind(run.end - 1) == Some(Kind::RParen);
        is_typed && !self.prints && last.is_some_and(|(_, run)| ends(run))
    }

    /// The first place where something of a package is named.
    fn first_use(&self, name: &str) -> usize {
        let is_use = |&i: &usize| self.word(i) == name && self.kind(i + 1) == Some(Kind::Dot);
        (0..self.tokens.len())
            .find(is_use)
            .map_or(0, |i| self.start(i))
    }

    fn is_mended(&self) -> bool {
        self.prints || !self.imports.is_empty()
    }

    /// The selectors used with each name: `Println` of `fmt`.
    fn members(&self) -> BTreeMap<&'c str, BTreeSet<&'c str>> {
        let mut found: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for i in 0..self.tokens.len() {
            let is_selected = i > 0 && self.kind(i - 1) == Some(Kind::Dot);
            let kinds = (self.kind(i), self.kind(i + 1), self.kind(i + 2));
            if !is_selected && kinds == (Some(Kind::Name), Some(Kind::Dot), Some(Kind::Name)) {
                found
                    .entry(self.word(i))
                    .or_default()
                    .insert(self.word(i + 2));
            }
        }
        found
    }

    /// The whole program.
    fn text(&self) -> String {
        let mut out = String::from("package main\n");
        if self.is_malformed {
            let start = self.line_directive(0);
            let _ = write!(out, "func main() {{\n{start}{}\n}}\n", self.code);
            return out;
        }
        for (path, at) in &self.imports {
            let _ = writeln!(out, "import\n{}{path:?}", self.line_directive(*at));
        }
        if self.prints || self.shows {
            out.push_str("import gorun_fmt \"fmt\"\n");
        }
        for home in [Home::Import, Home::Package] {
            for (_, run) in self.pieces.iter().filter(|p| p.0 == home) {
                self.push(&mut out, run);
            }
        }
        let has_statements = self.pieces.iter().any(|p| p.0 == Home::Main);
        if self.has_main && !has_statements {
            return out;
        }
        out.push_str(match self.has_main {
            true => "func init() {\n",
            false => "func main() {\n",
        });
        let mut at = 0;
        while at < self.pieces.len() {
            if self.pieces[at].0 != Home::Main {
                at += 1;
                continue;
            }
            let is_last = |i: usize| i + 1 == self.pieces.len();
            let is_result = |i: usize| (self.prints || self.shows) && is_last(i);
            let first = at;
            let mut run = self.pieces[at].1.clone();
            at += 1;
            while at < self.pieces.len() && self.pieces[at].0 == Home::Main && !is_result(at) {
                run.end = self.pieces[at].1.end;
                at += 1;
            }
            if is_result(first) {
                out.push_str(match self.shows {
                    true => "gorun_show(\n",
                    false => "gorun_fmt.Println(\n",
                });
                self.push(&mut out, &run);
                out.insert(out.len() - 1, ')');
            } else {
                self.push(&mut out, &run);
            }
        }
        out.push_str("}\n");
        if self.shows {
            out.push_str(SHOW);
        }
        out
    }

    /// Appends the text of the tokens after a line directive that says where they are from.
    fn push(&self, out: &mut String, run: &Range<usize>) {
        let start = self.start(run.start);
        // Comments go along, for directives such as //go:embed.
        let above = self.directives_above(run.start);
        let text = &self.code[start..self.end(run.end - 1)];
        let directive = self.line_directive(start);
        let _ = writeln!(out, "{above}{directive}{text}");
    }

    /// A line that says where the next one is from.
    fn line_directive(&self, start: usize) -> String {
        let before = &self.code[..start];
        let line = before.matches('\n').count() + 1;
        let column = start - before.rfind('\n').map_or(0, |at| at + 1) + 1;
        format!("//line {}:{line}:{column}\n", self.name)
    }

    fn directives_above(&self, token: usize) -> String {
        let from = token.checked_sub(1).map_or(0, |before| self.end(before));
        self.code[from..self.start(token)]
            .lines()
            .filter(|l| l.starts_with("//go:"))
            .map(|l| format!("{l}\n"))
            .collect()
    }
}

/// The package that the snippet means by `name`: the first that has all members that are used.
fn package_for(name: &str, members: &BTreeMap<&str, BTreeSet<&str>>) -> Option<&'static str> {
    let members = members.get(name)?;
    let paths = std_paths::named(name);
    let has_all = |path: &&&'static str| {
        Package::standard(path).is_some_and(|p| members.iter().all(|m| p.exports(m)))
    };
    let unsafe_package = (name == "unsafe").then_some("unsafe");
    match paths.as_slice() {
        [] => unsafe_package.or_else(|| std_paths::missing(name)),
        [one] => Some(one),
        several => several.iter().find(has_all).or(several.first()).copied(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The program, without line directives, and its errors.
    fn made(code: &str) -> (String, Vec<String>) {
        let snippet = Snippet::new(code, NAME, &Options::default());
        let map = &snippet.project.map;
        let (_, file) = map.files().find(|(_, f)| f.name == PROGRAM_NAME).unwrap();
        let lines = file.text.lines().filter(|l| !l.starts_with("//line"));
        let text = lines.collect::<Vec<&str>>().join("\n");
        let errors = build::check(&snippet.project, build::Options::default());
        let errors = snippet.located(errors);
        let errors = errors.iter().map(|e| e.to_gc_line(map)).collect();
        (text, errors)
    }

    #[test]
    fn statements_become_main_and_imports_are_supplied() {
        let (text, errors) = made("x := rand.IntN(2); fmt.Println(x, json)");
        assert!(errors[0].ends_with("undefined: json"), "{errors:?}");
        assert_eq!(
            text,
            "package main\nimport\n\"fmt\"\nimport\n\"math/rand/v2\"\nfunc main() {\nx := rand.IntN(2); fmt.Println(x, json)\n}"
        );
        assert_eq!(std_paths::named("rand")[0], "math/rand");
    }

    #[test]
    fn declarations_go_to_package_level() {
        let (text, errors) = made(
            "type T int\nfunc (t T) m() int { return n }\nvar n = 2; y := 3\nfunc() { println(y) }()\nprintln(T(1).m())",
        );
        assert!(errors.is_empty(), "{errors:?}");
        assert_eq!(
            text,
            "package main\ntype T int\nfunc (t T) m() int { return n }\nvar n = 2\nfunc main() {\ny := 3\nfunc() { println(y) }()\nprintln(T(1).m())\n}"
        );
    }

    #[test]
    fn results_are_printed() {
        let (text, errors) = made("x := 2\nx * 21");
        assert!(errors.is_empty(), "{errors:?}");
        assert!(
            text.ends_with("x := 2\ngorun_fmt.Println(\nx * 21)\n}"),
            "{text}"
        );
        let (text, errors) = made("math.Sqrt(16) * 2");
        assert!(errors.is_empty(), "{errors:?}");
        assert!(text.contains("gorun_fmt.Println("), "{text}");
        let (text, _) = made("fmt.Print(strings.ToUpper(`a`))");
        assert!(!text.contains("gorun_fmt"), "{text}");
    }

    #[test]
    fn unfinished_snippets_are_no_trouble() {
        let code = "import \"os\"; type T[K any] struct { m map[string]func() }\nfunc (t *T[K]) f() (x int) { for { if x > 0 { return } } }\nvar v = T[int]{}; go v.f(); `a\n`; 'é' + \"ü\"[1:]";
        for (end, _) in code.char_indices().step_by(3) {
            let (_, errors) = made(&code[..end]);
            assert!(errors.iter().all(|e| !e.is_empty()));
        }
        for (start, _) in code.char_indices().step_by(7) {
            made(&code[start..]);
        }
    }

    #[test]
    fn what_is_no_token_is_all_that_is_said() {
        let (_, errors) = made("func f() {}; ? ; 'a");
        assert_eq!(
            errors,
            [
                "./snippet.go:1:14: invalid character U+003F '?'",
                "./snippet.go:1:20: newline in rune literal"
            ]
        );
        let (_, errors) = made("println()\n /* open");
        assert_eq!(errors, ["./snippet.go:2:2: comment not terminated"]);
    }

    #[test]
    fn errors_are_where_the_snippet_has_them() {
        let (_, errors) = made("import \"os\"\n\nfunc f() { a }\n  b; for {");
        assert_eq!(
            errors,
            ["./snippet.go:4:11: syntax error: unexpected EOF, expected }"]
        );
        let (_, errors) = made("import \"os\"\n\nfunc f() { a }\n  b()");
        assert_eq!(
            errors,
            [
                "./snippet.go:1:8: \"os\" imported and not used",
                "./snippet.go:3:12: undefined: a",
                "./snippet.go:4:3: undefined: b"
            ]
        );
    }
}
