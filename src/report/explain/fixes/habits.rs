//! Syntax of other languages that Go's parser stumbles over.

use super::names::is_basic_type;
use super::syntax::no_exceptions;
use super::{Advice, Around, help, note, replace};
use lexer::{Kind, Token};
use source::Edit;

const NO_WORD: &str = "not a word of Go";

impl Around<'_> {
    /// Advice on a syntax error that a habit explains. `message` is what follows `syntax error: `.
    pub(super) fn habit(&self, message: &str) -> Option<Advice> {
        let what = message.strip_prefix("unexpected ")?;
        self.operator(what)
            .or_else(|| self.declared(what))
            .or_else(|| self.block(what))
            .or_else(|| match what.contains(" at end of statement") {
                true => self.statement_of_others(),
                false => None,
            })
            .or_else(|| self.argument(what))
    }

    /// Whether the token at the error stands right behind the one before it.
    fn is_joined(&self) -> bool {
        let joined = |a: &Token, b: &Token| a.end == b.start;
        match (self.token(-1), self.token(0)) {
            (Some(a), Some(b)) => joined(a, b),
            _ => false,
        }
    }

    /// `===`, `<>`, `=>`, `->`, `in`, `not`.
    fn operator(&self, what: &str) -> Option<Advice> {
        let here = self.token(0)?;
        let before = self.token(-1)?;
        match (before.kind, here.kind) {
            (Kind::Eql | Kind::Neq, Kind::Assign) if self.is_joined() => {
                let operator = self.text(before);
                let edit = replace(here, "");
                return Some(
                    help(format!("write {operator}"), vec![edit]).with_label("one = too many"),
                );
            }
            (Kind::Lss, Kind::Gtr) if self.is_joined() => {
                let edit = Edit::replace(before.start, here.end, "!=");
                return Some(help("write !=", vec![edit]).with_label("<> is no operator of Go"));
            }
            (Kind::Dot, Kind::String) => {
                let edit = replace(before, "+");
                return Some(help("write +", vec![edit]).with_label("texts are joined with +"));
            }
            (Kind::Case, _) if what.ends_with("expected expression") => {
                let advice = help(
                    "leave out the value behind switch, and write the whole condition: case x > 5:",
                    Vec::new(),
                );
                return Some(advice.with_label("a case is a value, not half a condition").with_note(
                    "With a value behind switch each case lists values that it is compared with by ==; without one each case is a condition.",
                ));
            }
            _ => {}
        }
        let is_arrow = self
            .token(1)
            .is_some_and(|t| t.kind == Kind::Gtr && t.start == here.end);
        match here.kind {
            Kind::Assign if is_arrow => Some(note(
                "Go has no => functions",
                "A function as a value is written with its types: func(a int) int { return a * 2 }.",
            )),
            Kind::Sub if is_arrow && what.ends_with("after top level declaration") => {
                let edit = Edit::replace(here.start, self.token(1)?.end, "");
                Some(
                    help("leave out the ->", vec![edit])
                        .with_label("no arrow here")
                        .with_note("The type of the result stands right behind the parameters: func f() int { … }."),
                )
            }
            Kind::Name if self.text(before) == "not" => {
                let edit = Edit::replace(before.start, here.start, "!");
                let text = self.text(here);
                Some(
                    help(format!("write !{text}"), vec![edit])
                        .with_label("")
                        .with_related(before, NO_WORD),
                )
            }
            Kind::Name if self.text(here) == "in" && what.ends_with("expected {") => {
                let is_loop = self.first().is_some_and(|t| t.kind == Kind::For);
                let text = "for a slice write slices.Contains(list, x) (import \"slices\"), for a map if _, ok := m[x]; ok {";
                (!is_loop).then(|| help(text, Vec::new()).with_label("not an operator of Go"))
            }
            _ => None,
        }
    }

    /// Declarations: functions, types, imports, variables.
    fn declared(&self, what: &str) -> Option<Advice> {
        let here = self.token(0)?;
        let before = self.token(-1)?;
        let name = self.text(before);
        let is_function = self.kind(-2) == Some(Kind::Func);
        if what.ends_with("after top level declaration") {
            let first = self.first()?;
            return match (first.kind, here.kind) {
                (Kind::Import, Kind::String | Kind::Comma) => Some(
                    help(
                        "put the paths in parentheses, each on a line of its own: import ( … )",
                        Vec::new(),
                    )
                    .with_label("a second path")
                    .with_note("An import declaration without parentheses has one path."),
                ),
                (Kind::Func, Kind::Comma) => Some(
                    help(
                        "put the results in parentheses: func f() (int, error)",
                        Vec::new(),
                    )
                    .with_label("a second result"),
                ),
                (Kind::Func, _) if name == "throws" => Some(no_exceptions()),
                _ => None,
            };
        }
        match here.kind {
            Kind::Lss if is_function => {
                let text = format!("write type parameters in square brackets: func {name}[T any](x T)");
                Some(help(text, Vec::new()).with_label("type parameters stand in [ ]"))
            }
            Kind::LBrace if is_function && what.ends_with("expected (") => {
                let edit = Edit::insert(before.end, "()");
                Some(
                    help(format!("write func {name}() {{"), vec![edit])
                        .with_label("the parentheses are missing")
                        .with_note("Parameters stand in parentheses, also if there are none."),
                )
            }
            Kind::Dot if is_function => {
                let method = self.word(1);
                Some(
                    help(format!("write func (x {name}) {method}(…)"), Vec::new())
                        .with_label("a method is not declared like this")
                        .with_note("The receiver stands in parentheses before the method's name."),
                )
            }
            Kind::LBrace if what.ends_with("in type declaration") => {
                let edit = Edit::insert(here.start, "struct ");
                Some(
                    help(format!("write type {name} struct {{"), vec![edit])
                        .with_label("what kind of type?")
                        .with_note("A type with fields is a struct."),
                )
            }
            Kind::Name if matches!(self.text(here), "implements" | "extends") => Some(note(
                NO_WORD,
                "A type implements an interface by having its methods, and does not say so. The fields and methods of another struct come in by embedding it: its name stands alone among the fields.",
            )),
            Kind::Define if what.ends_with("expected =") => {
                let edit = replace(here, "=");
                Some(
                    help(format!("write {name} := …, or var {name} = …"), vec![edit])
                        .with_label("var and := do not go together")
                        .with_note(":= declares a variable by itself, without var."),
                )
            }
            Kind::Colon if what.contains("in parameter list") => {
                let edit = replace(here, "");
                Some(
                    help("leave out the colon", vec![edit])
                        .with_label("no colon here")
                        .with_note("The type follows the name: a int."),
                )
            }
            _ if before.kind == Kind::Map && what.ends_with("expected [") => Some(
                help("write map[string]int, with the types that are wanted", Vec::new())
                    .with_label("a map of what?")
                    .with_note("The type of a map names the type of its keys, and behind the brackets that of its elements."),
            ),
            Kind::LBrace if before.kind == Kind::RBrack && what.ends_with("expected type") => Some(
                help("write the element type before the brace: [3]int{…}", Vec::new())
                    .with_label("elements of which type?"),
            ),
            _ => None,
        }
    }

    /// What begins a block, or takes the place of one.
    fn block(&self, what: &str) -> Option<Advice> {
        let here = self.token(0)?;
        let before = self.token(-1)?;
        if here.kind == Kind::Define {
            return self.several_defined(what);
        }
        if here.kind == Kind::Colon && what.ends_with("expected {") {
            return Some(
                help("write { instead of :", vec![replace(here, "{")])
                    .with_label("a block begins with {")
                    .with_note("Blocks are marked by braces, not by indentation."),
            );
        }
        let word = self.text(before);
        if here.kind == Kind::LBrace && matches!(before.kind, Kind::Go | Kind::Defer) {
            return Some(
                help(format!("write {word} func() {{ … }}()"), Vec::new())
                    .with_label("a block is no call")
                    .with_note(format!(
                        "{word} is followed by a call: of a function literal, if there are several statements."
                    )),
            );
        }
        if what.contains(" in composite literal") {
            let open = self.opening(self.at)?.checked_sub(1)?;
            let is_do = self.text(&self.tokens[open]) == "do";
            return is_do.then(|| {
                help("write for { … }, and at its end if … { break }", Vec::new())
                    .with_label("")
                    .with_related(&self.tokens[open], "Go has no do loop")
                    .with_note("for is the only loop of Go.")
            });
        }
        let is_loop = self.first().is_some_and(|t| t.kind == Kind::For);
        if is_loop && is_basic_type(word) && what.ends_with("expected )") {
            return Some(
                help("write for i := 0; i < n; i++ {", Vec::new())
                    .with_label("no type here")
                    .with_note(":= declares the variable with the type of its value; for has no parentheses around its clauses."),
            );
        }
        None
    }

    /// Statements that go on where Go's would end.
    fn statement_of_others(&self) -> Option<Advice> {
        let here = self.token(0)?;
        let before = self.token(-1)?;
        let first = self.first()?;
        let is_second = self.at == self.statement() + 1;
        let name = self.text(before);
        match self.text(first) {
            "await" | "async" | "yield" if is_second => {
                return Some(
                    note("", "A call simply waits for its result. What is to happen meanwhile is started with go, and gives its result through a channel.")
                        .with_related(first, NO_WORD),
                );
            }
            "foreach" | "forEach" => {
                return Some(
                    help("write for _, v := range list {", vec![])
                        .with_label("")
                        .with_related(first, NO_WORD),
                );
            }
            _ => {}
        }
        let is_name = here.kind == Kind::Name;
        let operand = self.text(here);
        if is_name && matches!(operand, "and" | "or") {
            let operator = if operand == "and" { "&&" } else { "||" };
            let edit = replace(here, operator);
            let advice = help(format!("for conditions write {operator}"), vec![edit]);
            return Some(advice.with_label(NO_WORD));
        }
        if name == "lambda" {
            return Some(
                note("", "A function as a value is written with its types: func(a int) int { return a * 2 }.")
                    .with_related(before, NO_WORD),
            );
        }
        let is_value = matches!(here.kind, Kind::Name | Kind::Int | Kind::Float);
        let is_cast = before.kind == Kind::RParen && self.kind(-3) == Some(Kind::LParen);
        if is_value && is_cast && is_basic_type(self.word(-2)) {
            let call = format!("{}({operand})", self.word(-2));
            let edit = Edit::replace(self.token(-3)?.start, here.end, call.as_str());
            return Some(
                help(format!("write {call}"), vec![edit])
                    .with_label("a conversion is written like a call"),
            );
        }
        if is_name && is_second && self.kind(1) == Some(Kind::Define) {
            let edit = Edit::replace(before.end, here.end, "");
            return Some(
                help(
                    format!("write {name} := …, or var {name} {operand} = …"),
                    vec![edit],
                )
                .with_label("no type before :=")
                .with_note(":= gives the variable the type of its value."),
            );
        }
        let begins_with_type = first.kind == Kind::LBrack && is_basic_type(name);
        if is_name && begins_with_type && self.kind(-2) == Some(Kind::RBrack) {
            let ty = self.between(first.start, before.end);
            return Some(
                help(
                    format!("write {operand} := {ty}{{…}}, or var {operand} {ty}"),
                    Vec::new(),
                )
                .with_label("the name comes before the type"),
            );
        }
        let sends = || {
            self.tokens[self.statement()..self.at]
                .iter()
                .any(|t| t.kind == Kind::Arrow)
        };
        match here.kind {
            Kind::Comma if sends() => Some(note(
                "a send takes one value",
                "Send the values one after the other, or a struct that has all of them.",
            )),
            Kind::If => Some(note(
                "if gives no value",
                "A choice between two values is written with if and else: declare the variable first, and assign it in both branches.",
            )),
            Kind::LBrace => {
                let from = self.statement();
                let channel = self.tokens[from..self.at]
                    .iter()
                    .position(|t| t.kind == Kind::Chan)?;
                let start = self.tokens[from + channel].start;
                let ty = self.between(start, before.end);
                Some(
                    help(format!("write make({ty})"), Vec::new())
                        .with_label("a channel is no list of values")
                        .with_note("Channels are made with make."),
                )
            }
            _ => None,
        }
    }

    /// Arguments: named ones, and strings with a letter before them.
    fn argument(&self, what: &str) -> Option<Advice> {
        let here = self.token(0)?;
        if here.kind == Kind::Colon && what.contains("in argument list") {
            return Some(note(
                "no named arguments",
                "Arguments belong to the parameters in their order. Many settings are passed as a struct: f(Options{Size: 1}).",
            ));
        }
        let letter = self.word(-1);
        if here.kind != Kind::String || !self.is_joined() || letter.len() != 1 {
            return None;
        }
        Some(match letter {
            "f" | "F" => help("write fmt.Sprintf(\"… %v …\", value)", Vec::new())
                .with_label("no values inside of a text")
                .with_note("Values are put in a text by fmt.Sprintf and fmt.Printf, where verbs such as %v stand for them."),
            "r" | "R" => help("write the text in `backquotes`", Vec::new())
                .with_label("raw strings stand in backquotes"),
            _ => return None,
        })
    }

    /// `for i := 0, j := 0; …`.
    fn several_defined(&self, what: &str) -> Option<Advice> {
        let is_loop = self.first().is_some_and(|t| t.kind == Kind::For);
        let (second, comma) = (self.token(-1)?, self.kind(-2)?);
        if !is_loop || !what.ends_with("expected {") || comma != Kind::Comma {
            return None;
        }
        let first = self.tokens.get(self.statement() + 1)?;
        let (first, second) = (self.text(first), self.text(second));
        Some(
            help(format!("write {first}, {second} := …, …"), Vec::new())
                .with_label("one := declares all of them")
                .with_note("The names stand on the left side, separated by commas, and their values in the same order on the right one."),
        )
    }
}

/// Names that mean something in other languages, and what to write.
pub(super) const NAMES: [(&str, &str); 25] = [
    ("printf", "write fmt.Printf(…) (import \"fmt\")"),
    ("sprintf", "write fmt.Sprintf(…) (import \"fmt\")"),
    ("puts", "write fmt.Println(…) (import \"fmt\")"),
    ("echo", "write fmt.Println(…) (import \"fmt\")"),
    ("console", "write fmt.Println(…) (import \"fmt\")"),
    ("System", "write fmt.Println(…) (import \"fmt\")"),
    ("cout", "write fmt.Println(…) (import \"fmt\")"),
    (
        "input",
        "read a line with bufio.NewScanner(os.Stdin), or words with fmt.Scan(&x)",
    ),
    ("scanf", "write fmt.Scanf(…) (import \"fmt\")"),
    ("exit", "write os.Exit(code) (import \"os\")"),
    (
        "sleep",
        "write time.Sleep(2 * time.Second) (import \"time\")",
    ),
    (
        "parseInt",
        "write n, err := strconv.Atoi(text) (import \"strconv\")",
    ),
    (
        "atoi",
        "write n, err := strconv.Atoi(text) (import \"strconv\")",
    ),
    (
        "parseFloat",
        "write x, err := strconv.ParseFloat(text, 64) (import \"strconv\")",
    ),
    ("strlen", "write len(text)"),
    ("sizeof", "for the number of elements write len(x)"),
    ("length", "write len(x)"),
    ("sqrt", "write math.Sqrt(x) (import \"math\")"),
    (
        "abs",
        "write math.Abs(x) for floats (import \"math\"); for integers use an if",
    ),
    ("pow", "write math.Pow(x, y) (import \"math\")"),
    ("floor", "write math.Floor(x) (import \"math\")"),
    (
        "sorted",
        "write slices.Sorted, or slices.Sort(list) to sort in place (import \"slices\")",
    ),
    ("pass", "leave it out: a block may be empty"),
    ("assert", "write if !condition { panic(\"…\") }"),
    (
        "Exception",
        "errors are values of type error: errors.New(\"…\") (import \"errors\")",
    ),
];
