//! Syntax errors: what was forgotten, and what other languages write.

use super::names::is_basic_type;
use super::{Advice, Around, help, is_semicolon, note, replace};
use lexer::{Kind, Token};
use source::Edit;

impl Around<'_> {
    /// Advice on a syntax error, of which `message` is what follows `syntax error: `.
    pub(super) fn syntax(&self, message: &str) -> Option<Advice> {
        if message == "non-declaration statement outside function body" {
            return self.outside_function();
        }
        if message.starts_with("cannot use assignment ") {
            let assign = self.token(0).filter(|t| t.kind == Kind::Assign)?;
            return Some(help("compare with ==", vec![replace(assign, "==")]));
        }
        if message == "unexpected EOF, expected }" {
            return self.unclosed();
        }
        if message == "unexpected semicolon or newline before {" {
            return self.brace_below(self.token(0)?, "above");
        }
        if message.starts_with("unexpected newline, expected { after ") {
            let next = self.tokens[self.at..].iter().find(|t| t.start < t.end)?;
            return match next.kind {
                Kind::LBrace => self.brace_below(next, "below"),
                _ => self.without_braces(),
            };
        }
        if message == "unexpected newline, expected :" {
            let edit = Edit::insert(self.previous()?.end, ":");
            return Some(help("add a colon", vec![edit]));
        }
        if message.starts_with("missing import path") {
            let name = self.previous().filter(|t| t.kind == Kind::Name)?;
            let path = format!("{:?}", self.text(name));
            let edit = replace(name, path.as_str());
            let advice = help(format!("write import {path}"), vec![edit]);
            return Some(advice.with_label("").with_related(name, "not in quotes"));
        }
        let what = message.strip_prefix("unexpected ")?;
        self.unexpected(what)
    }

    /// `what` is what follows `unexpected `.
    fn unexpected(&self, what: &str) -> Option<Advice> {
        if what.starts_with("newline in ") {
            return self.list_ends(what);
        }
        if what.contains(" at end of statement") {
            return self.statement_goes_on();
        }
        match self.kind(0) {
            Some(Kind::Name) => self.unexpected_name(what),
            Some(kind) if kind.class().is_keyword() => self.unexpected_keyword(what),
            Some(Kind::Inc | Kind::Dec) => self.prefix(),
            Some(Kind::Define) => self.unexpected_define(what),
            Some(Kind::Assign) if what.contains("in parameter list") => Some(note(
                "no default values",
                "Parameters have no default values in Go: give the value in each call, or declare another function.",
            )),
            Some(Kind::Gtr) if self.kind(-1) == Some(Kind::Sub) => {
                let edit = Edit::replace(self.token(-1)?.start, self.token(0)?.end, ".");
                let advice = help("write a dot", vec![edit]);
                Some(advice.with_label("-> is no operator").with_note(
                    "Fields and methods are reached with a dot, whether from a value or from a pointer.",
                ))
            }
            Some(Kind::Colon) if what.ends_with("expected type") => {
                let edit = replace(self.token(0)?, "");
                Some(
                    help("leave out the colon", vec![edit])
                        .with_note("The type follows the name: var name string."),
                )
            }
            Some(Kind::LBrace) if what.ends_with("expected expression") => {
                let advice = help("write the type before the brace: []string{…}", Vec::new());
                Some(advice.with_label("of which type?").with_note(
                    "A list of values in braces needs its type: []string{…}, map[string]int{…}, Point{…}.",
                ))
            }
            Some(Kind::RBrack) => self.brackets_behind(),
            Some(Kind::Comma) if what.contains("expected ]") => self.square_list(),
            Some(Kind::Comma) if what.contains("in struct type") => {
                let edit = replace(self.token(0)?, "");
                Some(help("remove the comma", vec![edit]).with_label("no comma here").with_note(
                    "Each field of a struct type stands on a line of its own, without commas.",
                ))
            }
            Some(Kind::String | Kind::Int | Kind::Float | Kind::Rune)
                if what.contains("missing comma") =>
            {
                let previous = self.previous()?;
                let edit = Edit::insert(previous.end, ",");
                Some(help("add a comma", vec![edit]))
            }
            _ => {
                let var = self.first().filter(|t| t.kind == Kind::Var)?;
                let name = self.tokens.get(self.statement() + 1)?;
                let name = self.text(name);
                (what == "newline, expected type" && var.start < self.pos).then(|| {
                    help(format!("write var {name} int, or var {name} = 1"), Vec::new())
                        .with_label("a type or a value is missing")
                        .with_note("A variable has the type that is written behind its name, or that of its first value.")
                })
            }
        }
    }

    /// A list over several lines, or one whose closing bracket is missing.
    fn list_ends(&self, what: &str) -> Option<Advice> {
        let open = self.opening(self.at)?;
        let before = open.checked_sub(1).map(|i| &self.tokens[i]);
        if before.is_some_and(|t| self.text(t) == "try") {
            return Some(no_exceptions());
        }
        let previous = self.previous()?;
        let next = self.tokens[self.at..].iter().find(|t| t.start < t.end);
        let closes = next.is_some_and(|t| t.class.is_close());
        let is_inside =
            next.is_some_and(|t| self.indentation(t) > self.indentation(&self.tokens[open]));
        if closes || is_inside || what.contains("composite literal") {
            let edit = Edit::insert(previous.end, ",");
            return Some(help("add a comma at the end of this line", vec![edit]));
        }
        let edit = Edit::insert(previous.end, ")");
        Some(
            help("close the parenthesis with )", vec![edit])
                .with_label("a ) is missing here")
                .with_note(
                    "The statement ends with its line, but one of its parentheses is still open.",
                )
                .with_related(&self.tokens[open], "opened here"),
        )
    }

    /// `{` on the line below.
    fn brace_below(&self, brace: &Token, place: &str) -> Option<Advice> {
        let at = self
            .tokens
            .iter()
            .position(|t| t.start == brace.start && t.kind == Kind::LBrace)?;
        let previous = self.tokens[..at]
            .iter()
            .rev()
            .find(|t| t.start < t.end && !is_semicolon(t.kind))?;
        let edit = Edit::replace(previous.end, brace.end, " {");
        let message = match place {
            "above" => "move the { to the end of the line above",
            _ => "move the { from the line below to here",
        };
        Some(help(message, vec![edit]))
    }

    /// `if x > 2` with its statement on the next line: the parser took the condition for a statement
    /// before the condition.
    fn without_braces(&self) -> Option<Advice> {
        let keywords = [Kind::If, Kind::For, Kind::Switch];
        let before = self.tokens[..self.at].iter();
        let keyword = before.rev().find(|t| keywords.contains(&t.kind))?;
        let word = self.text(keyword);
        Some(
            help(
                format!("put the statement in braces: {word} … {{ and }}"),
                Vec::new(),
            )
            .with_label("")
            .with_related(keyword, format!("the block of this {word} has no braces"))
            .with_note("Braces are never left out, even around a single statement, and the { stands on the line of the condition."),
        )
    }

    /// The file ends before a block does.
    fn unclosed(&self) -> Option<Advice> {
        let mut open: Vec<&Token> = Vec::new();
        let mut suspect = None;
        for t in self.tokens {
            match t.kind {
                Kind::LBrace => open.push(t),
                Kind::RBrace => {
                    let own = open.pop()?;
                    let is_alone = self.indentation(t) < self.indentation(own);
                    if is_alone && suspect.is_none() {
                        suspect = Some(own);
                    }
                }
                _ => {}
            }
        }
        let brace = suspect.or(open.last().copied())?;
        let advice = help("add the missing }", Vec::new())
            .with_related(brace, "this { is probably the one that is not closed");
        Some(advice.with_note("Each { needs a }."))
    }

    /// Words that begin a line in other languages, and statements that Go does not have.
    fn statement_goes_on(&self) -> Option<Advice> {
        let first = self.first()?;
        let word = self.text(first);
        let here = self.word(0);
        match word {
            "while" | "until" => return Some(
                help("write for instead of while", vec![replace(first, "for")])
                    .with_note("for is the only loop of Go: `for i < 3 { … }` is what other languages call while.")
                    .with_label("").with_related(first, "not a word of Go"),
            ),
            "let" | "auto" | "val" | "dim" | "my" => return self.other_declaration(first),
            "throw" | "raise" => return Some(
                help(
                    "return an error: return errors.New(\"…\"), or stop everything with panic(…)",
                    Vec::new(),
                )
                .with_note("Go has no exceptions: a function that can fail has an error as its last result.")
                .with_label("").with_related(first, "not a word of Go"),
            ),
            "print" | "echo" | "puts" => return Some(
                help("write fmt.Println(…)", Vec::new()).with_label("").with_related(first, "not a statement of Go"),
            ),
            _ if is_basic_type(word) && self.at == self.statement() + 1 => {
                return self.type_first(first);
            }
            _ => {}
        }
        match here {
            "elif" | "elseif" | "elsif" => {
                let edit = replace(self.token(0)?, "else if");
                return Some(help("write else if", vec![edit]).with_label("not a word of Go"));
            }
            "catch" | "except" | "finally" => return Some(no_exceptions()),
            "++" | "--" => {
                return Some(note(
                    "a statement, not a value",
                    format!(
                        "{here} stands on a line of its own and has no value: write it before or after this line."
                    ),
                ));
            }
            _ => {}
        }
        if self.word(-1) == "new" {
            return self.new_operator();
        }
        if is_basic_type(self.word(-1)) && self.word(-2) == "=" {
            return Some(note(
                "the type stands before the =",
                "The type follows the name: var n int = 3; or leave it out: var n = 3.",
            ));
        }
        match (self.kind(-1), self.kind(0)) {
            (Some(Kind::Float), Some(Kind::Float)) => Some(note(
                "a second point",
                "A number has at most one decimal point.",
            )),
            _ => None,
        }
    }

    /// `let x = 3`.
    fn other_declaration(&self, first: &Token) -> Option<Advice> {
        let name = self.token(0).filter(|t| t.kind == Kind::Name)?;
        let assign = self.token(1).filter(|t| t.kind == Kind::Assign);
        let mut edits = vec![Edit::replace(first.start, name.start, "")];
        edits.extend(assign.map(|t| replace(t, ":=")));
        let text = self.text(name);
        Some(
            help(format!("write {text} := …"), edits)
                .with_note(":= declares a variable and gives it its first value.")
                .with_label("")
                .with_related(first, "not a word of Go"),
        )
    }

    /// `int x = 5`.
    fn type_first(&self, ty: &Token) -> Option<Advice> {
        let name = self.token(0).filter(|t| t.kind == Kind::Name)?;
        let (own, ty_text) = (self.text(name), self.text(ty));
        let go_type = match ty_text {
            "double" | "float" => "float64",
            "char" => "rune",
            "long" => "int64",
            "String" => "string",
            "boolean" => "bool",
            other => other,
        };
        let edit = Edit::replace(ty.start, name.end, format!("var {own} {go_type}"));
        Some(
            help(
                format!("write var {own} {go_type}, or {own} := with its value"),
                vec![edit],
            )
            .with_note("The name comes before the type.")
            .with_label("")
            .with_related(ty, "the type comes behind the name"),
        )
    }

    /// `new T` and `new T()`.
    fn new_operator(&self) -> Option<Advice> {
        let name = self.token(0)?;
        let mut end = name.end;
        if self.kind(1) == Some(Kind::LParen) && self.kind(2) == Some(Kind::RParen) {
            end = self.token(2)?.end;
        }
        let text = self.text(name);
        let edit = Edit::replace(self.token(-1)?.start, end, format!("&{text}{{}}"));
        Some(
            help(format!("write &{text}{{}} for a pointer to a new {text}, or {text}{{}} for a value"), vec![edit])
                .with_note("new is a function in Go, new(T), and there are no constructors: values are made with composite literals.")
                .with_label("").with_related(self.token(-1)?, "not an operator"),
        )
    }

    fn unexpected_name(&self, what: &str) -> Option<Advice> {
        let name = self.token(0)?;
        let word = self.text(name);
        let operator = match word {
            "and" | "AND" => "&&",
            "or" | "OR" => "||",
            "is" | "eq" => "==",
            _ => "",
        };
        if !operator.is_empty() && what.contains("expected {") {
            let edit = replace(name, operator);
            return Some(
                help(format!("write {operator}"), vec![edit]).with_label("not a word of Go"),
            );
        }
        if word == "then" || word == "do" {
            let edit = replace(name, "{");
            return Some(help("write {", vec![edit]).with_label("not a word of Go"));
        }
        let first = self.first()?;
        if word == "in" && first.kind == Kind::For {
            let variable = self.token(-1).filter(|t| t.kind == Kind::Name)?;
            let text = self.text(variable);
            let counts = matches!(self.kind(1), Some(Kind::Int | Kind::Range));
            let lhs = match self.kind(-2) {
                Some(Kind::Comma) => text.to_string(),
                _ if counts => text.to_string(),
                _ => format!("_, {text}"),
            };
            let end = match self.token(1).filter(|t| t.kind == Kind::Range) {
                Some(range) => range.end,
                None => name.end,
            };
            let edit = Edit::replace(variable.start, end, format!("{lhs} := range"));
            return Some(
                help(format!("write `for {lhs} := range …`"), vec![edit])
                    .with_label("not a word of Go")
                    .with_note("range gives the index and the element; _ leaves one out."),
            );
        }
        if what.ends_with(", expected (") && self.kind(-1) == Some(Kind::Func) {
            return self.func_inside(name);
        }
        if what.contains("in interface type") {
            return Some(note(
                "an interface has no fields",
                "An interface lists methods: a name, its parameters in parentheses, its results.",
            ));
        }
        if what.contains("missing comma") {
            let edit = Edit::insert(self.previous()?.end, ",");
            return Some(help("add a comma", vec![edit]));
        }
        None
    }

    /// `func name(…)` inside a function or an interface.
    fn func_inside(&self, name: &Token) -> Option<Advice> {
        let func = self.token(-1)?;
        let open = self.opening(self.at)?;
        let text = self.text(name);
        if open > 0 && self.tokens[open - 1].kind == Kind::Interface {
            let edit = Edit::replace(func.start, name.start, "");
            return Some(
                help(format!("write {text}(…) without func"), vec![edit]).with_note(
                    "The methods of an interface are listed by name, parameters and results.",
                ),
            );
        }
        let edit = Edit::replace(func.start, name.end, format!("{text} := func"));
        Some(
            help(format!("write {text} := func(…) …"), vec![edit])
                .with_label("a function inside a function has no name")
                .with_note("Named functions are declared outside of all others; inside, a function literal can be kept in a variable."),
        )
    }

    fn unexpected_keyword(&self, what: &str) -> Option<Advice> {
        let keyword = self.token(0)?;
        let word = self.text(keyword);
        match (keyword.kind, what) {
            (Kind::Else, _) if what.contains("expected case") => {
                let edit = replace(keyword, "default");
                Some(help("write default:", vec![edit]).with_label("no else in a switch"))
            }
            (Kind::Else, _) => {
                let previous = self.previous().filter(|t| t.kind == Kind::RBrace)?;
                let edit = Edit::replace(previous.end, keyword.start, " ");
                Some(help("write } else {", vec![edit]))
            }
            (Kind::Go, _) => Some(note(
                "go gives no value",
                "go starts a call and goes on at once, so its results are lost: send them through a channel, or keep them in a variable that you read after waiting for the goroutine.",
            )),
            (Kind::Func, _) if what.contains("field name") => Some(note(
                "no methods inside a struct type",
                "Methods are declared outside of the type, with a receiver: func (s *Stack) push(x int) { … }.",
            )),
            _ if what.contains("expected expression") || what.contains("expected name") => {
                Some(note(
                    format!("{word} is a keyword"),
                    format!("Keywords cannot be names: choose another name than {word}."),
                ))
            }
            _ => None,
        }
    }

    /// `++i`.
    fn prefix(&self) -> Option<Advice> {
        let operator = self.token(0)?;
        let name = self.token(1).filter(|t| t.kind == Kind::Name)?;
        let (op, text) = (self.text(operator), self.text(name));
        let edit = Edit::replace(operator.start, name.end, format!("{text}{op}"));
        Some(
            help(format!("write {text}{op}"), vec![edit])
                .with_label("comes behind the variable")
                .with_note(format!(
                    "{op} is a statement: {text}{op} on a line of its own."
                )),
        )
    }

    fn unexpected_define(&self, what: &str) -> Option<Advice> {
        let before = self.token(-1)?;
        if before.kind.class().is_keyword() {
            let word = self.text(before);
            return Some(note(
                format!("{word} is a keyword"),
                format!("Keywords cannot be names: choose another name than {word}."),
            ));
        }
        let open = self.opening(self.at)?;
        let is_for = open > 0 && self.tokens[open - 1].kind == Kind::For;
        if !is_for || !what.ends_with("expected )") {
            return None;
        }
        let mut edits = vec![replace(&self.tokens[open], "")];
        edits.extend(self.closing(open).map(|c| replace(&self.tokens[c], "")));
        Some(
            help("leave out the parentheses: for i := 0; i < n; i++ {", edits)
                .with_label("")
                .with_related(&self.tokens[open], "no parenthesis here")
                .with_note("if, for and switch have no parentheses around their clauses, but always braces."),
        )
    }

    /// `string[]{…}`.
    fn brackets_behind(&self) -> Option<Advice> {
        let (name, open) = (self.token(-2)?, self.token(-1)?);
        if name.kind != Kind::Name || open.kind != Kind::LBrack {
            return None;
        }
        let text = self.text(name);
        let edit = Edit::replace(name.start, self.token(0)?.end, format!("[]{text}"));
        Some(
            help(format!("write []{text}"), vec![edit])
                .with_label("the brackets come before the element type")
                .with_note("A type is read from left to right: []string is a slice of strings."),
        )
    }

    /// `["a", "b"]`.
    fn square_list(&self) -> Option<Advice> {
        let open = self.opening(self.at)?;
        let element = match self.tokens.get(open + 1)?.kind {
            Kind::String => "string",
            Kind::Int => "int",
            Kind::Float => "float64",
            _ => "T",
        };
        let mut edits = vec![replace(&self.tokens[open], format!("[]{element}{{"))];
        match self.closing(open) {
            Some(close) if element != "T" => edits.push(replace(&self.tokens[close], "}")),
            _ => edits.clear(),
        }
        Some(
            help(format!("write []{element}{{…}}"), edits)
                .with_note("A list of values is written in braces, with its type before them.")
                .with_label("")
                .with_related(&self.tokens[open], "the elements' type is missing"),
        )
    }

    /// What begins a line outside of all functions.
    fn outside_function(&self) -> Option<Advice> {
        let first = self.token(0)?;
        let word = self.text(first);
        let second = self.token(1)?;
        let name = self.text(second);
        match word {
            "class" | "struct" | "record" if second.kind == Kind::Name => {
                let edit = Edit::replace(first.start, second.end, format!("type {name} struct"));
                return Some(
                    help(format!("write type {name} struct {{ … }}"), vec![edit])
                        .with_label("not a declaration of Go")
                        .with_note("Go has no classes: a struct type holds the fields, and methods are functions with a receiver."),
                );
            }
            "interface" | "enum" => {
                return Some(
                    help(
                        format!(
                            "write type {name} {} …",
                            if word == "enum" {
                                "int, and const ( … = iota"
                            } else {
                                word
                            }
                        ),
                        Vec::new(),
                    )
                    .with_label("not a declaration of Go"),
                );
            }
            "def" | "function" | "fn" | "fun" | "void" => {
                let edit = replace(first, "func");
                return Some(
                    help(
                        "declare a function with func: func add(a int, b int) int { … }",
                        vec![edit],
                    )
                    .with_label("not a word of Go"),
                );
            }
            "public" | "private" | "static" | "export" => {
                let edit = Edit::replace(first.start, second.start, "");
                return Some(
                    help(format!("leave out {word}"), vec![edit])
                        .with_label("not a word of Go")
                        .with_note("There are no such modifiers: names that begin with a capital letter can be used by other packages, all others cannot."),
                );
            }
            "let" | "auto" | "val" => {
                return Some(
                    help(
                        "declare package variables with var",
                        vec![replace(first, "var")],
                    )
                    .with_label("not a word of Go"),
                );
            }
            "using" | "include" | "require" | "from" => {
                return Some(
                    help("write import \"path\"", Vec::new()).with_label("not a word of Go"),
                );
            }
            "}" => {
                return Some(
                    help("remove it, or look for a } too many above", vec![])
                        .with_label("closes nothing")
                        .with_note("Every block is closed already at this place."),
                );
            }
            _ => {}
        }
        if second.kind == Kind::Define {
            let edits = vec![Edit::insert(first.start, "var "), replace(second, "=")];
            return Some(
                help(format!("write var {word} = …"), edits)
                    .with_note("Outside of functions every line begins with a keyword: import, const, type, var or func; := is for the inside."),
            );
        }
        let is_statement = matches!(second.kind, Kind::Dot | Kind::LParen | Kind::Assign)
            || matches!(
                first.kind,
                Kind::If | Kind::For | Kind::Switch | Kind::Return | Kind::Go | Kind::Defer
            );
        is_statement.then(|| {
            help("put it in a function, such as func main() { … }", Vec::new())
                .with_label("a statement outside of all functions")
                .with_note("Outside of functions there are only declarations: import, const, type, var and func. A program begins with its function main.")
        })
    }
}

pub(super) fn no_exceptions() -> Advice {
    note(
        "Go has no try and catch",
        "A function that can fail gives an error as its last result, and the caller looks at it: if err != nil { … }. What must be done in any case is done with defer.",
    )
}
