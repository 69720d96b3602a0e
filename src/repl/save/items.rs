//! The pieces of a session as parts of a program.

use crate::repl::entry::{Piece, PieceKind};
use crate::repl::packages::Import;
use crate::repl::sources::words;
use lexer::{Class, Kind, Token};
use source::Pos;
use std::collections::{HashMap, HashSet};

/// A part of the program.
pub struct Item {
    pub text: String,
    pub place: Place,
    /// Why it is a comment only.
    pub dropped: Option<String>,
    /// What has been tried to make it right.
    pub tried: Vec<String>,
}

impl Item {
    pub fn new(place: Place, text: String) -> Item {
        Item {
            text,
            place,
            dropped: None,
            tried: Vec::new(),
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Place {
    Import,
    Package,
    Main,
}

/// The program's parts. `variables` are the session's with their types.
pub fn items(pieces: &[Piece], imports: &[Import], variables: &[(String, String)]) -> Vec<Item> {
    let globals = Globals::new(pieces);
    let printing = printing(pieces, imports);
    let mut items = Vec::new();
    let mut imported = HashSet::new();
    for import in imports.iter().chain([&printing]) {
        if imported.insert(import.name.as_str()) {
            items.push(Item::new(Place::Import, import.declaration()));
        }
    }
    let is_global = |v: &&(String, String)| {
        let name = v.0.as_str();
        globals.variables.contains(name) && !globals.initialised_names.contains(name)
    };
    for (name, ty) in variables.iter().filter(is_global) {
        items.push(Item::new(Place::Package, format!("var {name} {ty}")));
    }
    let mut main = Main {
        items,
        known: HashSet::new(),
        blocks: 0,
    };
    for (i, piece) in pieces.iter().enumerate() {
        let names = || piece.names.iter().map(String::as_str);
        match piece.kind {
            PieceKind::Type | PieceKind::Func => main.items.push(at_package_level(piece)),
            _ if globals.constants.contains(&i) || globals.initialised.contains(&i) => {
                main.items.push(at_package_level(piece));
            }
            PieceKind::Define | PieceKind::Var
                if names().any(|n| globals.variables.contains(n)) =>
            {
                main.assign(piece);
            }
            PieceKind::Define | PieceKind::Var | PieceKind::Const => main.declare(piece),
            PieceKind::Expr => main.add(format!("{}.Println({})", printing.name, piece.text)),
            // The entry ended there.
            PieceKind::Stmt if piece.text == "return" => {}
            PieceKind::Stmt if leaves(&piece.text) => {
                main.add(format!("func() {{ {} }}()", piece.text));
            }
            PieceKind::Stmt => main.add(piece.text.clone()),
            PieceKind::Import | PieceKind::Wrong => {}
        }
    }
    for _ in 0..main.blocks {
        main.add("}".to_string());
    }
    main.items
}

fn at_package_level(piece: &Piece) -> Item {
    let comment = match piece.doc.is_empty() {
        true => String::new(),
        false => format!("{}\n", piece.doc),
    };
    Item::new(Place::Package, format!("{comment}{}", piece.text))
}

/// The body of main up to now.
struct Main<'p> {
    items: Vec<Item>,
    /// The variables and constants that have been declared.
    known: HashSet<&'p str>,
    /// Open blocks.
    blocks: usize,
}

impl<'p> Main<'p> {
    fn add(&mut self, text: String) {
        self.items.push(Item::new(Place::Main, text));
    }

    /// Gives variables values that are declared already.
    fn assign(&mut self, piece: &Piece) {
        if piece.kind == PieceKind::Define {
            return self.add(piece.text.replacen(":=", "=", 1));
        }
        for spec in specs(&piece.text) {
            let names = spec.names.join(", ");
            if !spec.values.is_empty() {
                self.add(format!("{names} = {}", spec.values));
                continue;
            }
            for name in spec.names {
                self.add(format!("{name} = *new({})", spec.ty));
            }
        }
    }

    /// Declares variables or constants of main's own.
    fn declare(&mut self, piece: &'p Piece) {
        let names: Vec<&str> = piece.names.iter().map(String::as_str).collect();
        let named = || names.iter().filter(|n| **n != "_");
        let is_again = named().any(|n| self.known.contains(n));
        let is_all_again = named().all(|n| self.known.contains(n));
        if is_all_again && !piece.changes && piece.kind != PieceKind::Const {
            return self.assign(piece);
        }
        if is_again && (piece.changes || piece.kind != PieceKind::Define) {
            // The name has another type from here on.
            self.add("{".to_string());
            self.blocks += 1;
        }
        self.known.extend(&names);
        self.add(piece.text.clone());
    }
}

/// What is declared at package level besides types and functions.
struct Globals<'p> {
    variables: HashSet<&'p str>,
    /// By number.
    constants: HashSet<usize>,
    /// Declarations of variables before all statements, by number, and their names.
    initialised: HashSet<usize>,
    initialised_names: HashSet<&'p str>,
}

impl<'p> Globals<'p> {
    fn new(pieces: &'p [Piece]) -> Globals<'p> {
        let is_code = |p: &&Piece| matches!(p.kind, PieceKind::Func | PieceKind::Type);
        let mut mentioned: HashSet<&str> = pieces
            .iter()
            .filter(is_code)
            .flat_map(|p| words(&p.text))
            .collect();
        let declared = declared(pieces);
        let constants = constants(pieces, &declared, &mentioned);
        let is_statement = |p: &Piece| {
            matches!(
                p.kind,
                PieceKind::Define | PieceKind::Expr | PieceKind::Stmt
            )
        };
        let first_statement = pieces.iter().position(is_statement);
        let is_initialised = |&i: &usize| {
            let is_only = |n: &String| n == "_" || declared[n.as_str()].len() == 1;
            pieces[i].kind == PieceKind::Var && pieces[i].names.iter().all(is_only)
        };
        let before = 0..first_statement.unwrap_or(pieces.len());
        let initialised: HashSet<usize> = before.filter(is_initialised).collect();
        let initialised_names = initialised
            .iter()
            .flat_map(|&i| pieces[i].names.iter().map(String::as_str))
            .collect();
        for &i in &constants {
            mentioned.extend(words(&pieces[i].text));
        }
        // What is declared together with a variable that is mentioned.
        let declares = |p: &&Piece| matches!(p.kind, PieceKind::Define | PieceKind::Var);
        let mut variables: HashSet<&str> = HashSet::new();
        loop {
            let before = variables.len();
            for piece in pieces.iter().filter(declares) {
                let mut names = piece.names.iter().map(String::as_str);
                if names.any(|n| mentioned.contains(n) || variables.contains(n)) {
                    variables.extend(piece.names.iter().map(String::as_str));
                    variables.remove("_");
                }
            }
            if variables.len() == before {
                break;
            }
        }
        Globals {
            variables,
            constants,
            initialised,
            initialised_names,
        }
    }
}

/// The numbers of the pieces that declare each name.
fn declared(pieces: &[Piece]) -> HashMap<&str, Vec<usize>> {
    let mut declared: HashMap<&str, Vec<usize>> = HashMap::new();
    for (i, piece) in pieces.iter().enumerate() {
        for name in &piece.names {
            declared.entry(name).or_default().push(i);
        }
    }
    declared
}

/// The constants that can be at package level: those that mean one thing only, and the last ones of
/// those that functions and types mention; none that needs another constant which is not there.
fn constants(
    pieces: &[Piece],
    declared: &HashMap<&str, Vec<usize>>,
    mentioned: &HashSet<&str>,
) -> HashSet<usize> {
    let is_chosen = |&(i, p): &(usize, &Piece)| {
        p.kind == PieceKind::Const
            && p.names.iter().all(|n| {
                let all = &declared[n.as_str()];
                n == "_" || all.len() == 1 || mentioned.contains(&**n) && all.last() == Some(&i)
            })
    };
    let mut chosen: HashSet<usize> = pieces
        .iter()
        .enumerate()
        .filter(is_chosen)
        .map(|p| p.0)
        .collect();
    loop {
        let needs_other = chosen.iter().copied().find(|&i| {
            let own = &pieces[i].names;
            words(&pieces[i].text).any(|w| {
                let all = declared.get(w).map(Vec::as_slice).unwrap_or_default();
                let is_local = |d: &&usize| {
                    matches!(pieces[**d].kind, PieceKind::Const) && !chosen.contains(d)
                };
                !own.iter().any(|n| n == w) && all.iter().filter(is_local).count() > 0
            })
        });
        let Some(i) = needs_other else { break };
        chosen.remove(&i);
    }
    chosen
}

/// The import of fmt that values are printed with.
fn printing(pieces: &[Piece], imports: &[Import]) -> Import {
    let mut name = "fmt".to_string();
    let is_taken = |name: &str| {
        let is_other = |i: &Import| i.name == name && i.path != "fmt";
        let declares = |p: &Piece| p.names.iter().any(|n| n == name);
        imports.iter().any(is_other) || pieces.iter().any(declares)
    };
    while is_taken(&name) {
        name.push('_');
    }
    Import {
        name,
        path: "fmt".to_string(),
    }
}

/// `x, y T = a, b` within a declaration of variables.
struct Spec<'t> {
    names: Vec<&'t str>,
    ty: &'t str,
    /// None if it gives no values.
    values: &'t str,
}

/// The parts of `var …`.
fn specs(text: &str) -> Vec<Spec<'_>> {
    let tokens = lexer::tokenize(text, Pos(1)).tokens;
    let inner = match &tokens[..] {
        [_, open, inner @ .., close, _] | [_, open, inner @ .., close]
            if open.kind == Kind::LParen && close.kind == Kind::RParen =>
        {
            inner
        }
        [_, inner @ ..] => inner,
        [] => &[],
    };
    let mut specs = Vec::new();
    let mut depth = 0;
    let parts = inner.split(|t| {
        depth += step(t);
        depth == 0 && t.class == Class::Semi
    });
    for part in parts.filter(|p| !p.is_empty()) {
        let is_name = |i: &usize| part[*i].class == Class::Name;
        let mut count = 1;
        while count + 1 < part.len() && part[count].class == Class::Comma && is_name(&(count + 1)) {
            count += 2;
        }
        let names = (0..count)
            .filter(is_name)
            .map(|i| spelled(text, &part[i..=i]));
        let mut depth = 0;
        let equals = part.iter().position(|t| {
            depth += step(t);
            depth == 0 && t.class == Class::Assign
        });
        let type_end = equals.unwrap_or(part.len());
        specs.push(Spec {
            names: names.collect(),
            ty: spelled(text, &part[count..type_end.max(count)]),
            values: equals.map_or("", |e| spelled(text, &part[e + 1..])),
        });
    }
    specs
}

fn step(token: &Token) -> i32 {
    match token.kind {
        Kind::LParen | Kind::LBrack | Kind::LBrace => 1,
        Kind::RParen | Kind::RBrack | Kind::RBrace => -1,
        _ => 0,
    }
}

fn spelled<'t>(text: &'t str, tokens: &[Token]) -> &'t str {
    let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else {
        return "";
    };
    &text[first.start.0 as usize - 1..last.end.0 as usize - 1]
}

/// Whether a statement returns from the entry, or defers a call to its end.
fn leaves(text: &str) -> bool {
    let tokens = lexer::tokenize(text, Pos(1)).tokens;
    let mut i = 0;
    while let Some(token) = tokens.get(i) {
        match token.kind {
            Kind::Return | Kind::Defer => return true,
            // A function literal's body is its own.
            Kind::Func => {
                let body = tokens[i..].iter().position(|t| t.kind == Kind::LBrace);
                let mut depth = 0;
                let begin = i + body.unwrap_or(tokens.len() - i - 1);
                let end = tokens[begin..].iter().position(|t| {
                    depth += step(t);
                    depth == 0
                });
                i = begin + end.unwrap_or(0) + 1;
            }
            _ => i += 1,
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn declarations_have_parts() {
        let found = specs("var (\n\ta, b = f(1,\n2), 3\n\tc map[string]int // c\n)");
        let found: Vec<_> = found
            .iter()
            .map(|s| (s.names.join(" "), s.ty, s.values))
            .collect();
        assert_eq!(found[0], ("a b".to_string(), "", "f(1,\n2), 3"));
        assert_eq!(found[1], ("c".to_string(), "map[string]int", ""));
        let found = specs("var x, y func(a int) = nil, nil");
        assert_eq!(found[0].ty, "func(a int)");
        assert_eq!(found[0].values, "nil, nil");
    }

    #[test]
    fn returns_of_literals_are_their_own() {
        assert!(leaves("if x { return }"));
        assert!(leaves("defer f()"));
        assert!(!leaves("go func() { defer f() }()"));
        assert!(leaves(
            "if f := func() int { return 1 }; f() > 0 { return }"
        ));
    }
}
