//! The tokens that the parser would have accepted in place of the offending one.

use lexer::Class;

/// A set of token classes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Expected(u64);

const _: () = assert!((Class::None as u8) < 64);

/// The grammar's names of its terminals, as lalrpop writes them.
const TERMINALS: &[(&str, Class)] = &[
    ("NAME", Class::Name),
    ("LIT", Class::Lit),
    ("STR", Class::Str),
    ("BINOP", Class::BinaryOp),
    ("ADDOP", Class::AddOp),
    ("\"*\"", Class::Star),
    ("\"!\"", Class::Not),
    ("\"<-\"", Class::Arrow),
    ("\"op=\"", Class::AssignOp),
    ("\"++\"", Class::IncDec),
    ("\"=\"", Class::Assign),
    ("\":=\"", Class::Define),
    ("\"(\"", Class::LParen),
    ("\"(res\"", Class::LParenResults),
    ("\")\"", Class::RParen),
    ("\"[\"", Class::LBrack),
    ("\"[tp\"", Class::LBrackTypeParams),
    ("\"]\"", Class::RBrack),
    ("\"{\"", Class::LBrace),
    ("\"{body\"", Class::LBraceBody),
    ("\"}\"", Class::RBrace),
    ("\",\"", Class::Comma),
    ("\";\"", Class::Semi),
    ("\":\"", Class::Colon),
    ("\".\"", Class::Dot),
    ("\"...\"", Class::Ellipsis),
    ("\"break\"", Class::Break),
    ("\"case\"", Class::Case),
    ("\"chan\"", Class::Chan),
    ("\"const\"", Class::Const),
    ("\"continue\"", Class::Continue),
    ("\"default\"", Class::Default),
    ("\"defer\"", Class::Defer),
    ("\"else\"", Class::Else),
    ("\"fallthrough\"", Class::Fallthrough),
    ("\"for\"", Class::For),
    ("\"func\"", Class::Func),
    ("\"go\"", Class::Go),
    ("\"goto\"", Class::Goto),
    ("\"if\"", Class::If),
    ("\"import\"", Class::Import),
    ("\"interface\"", Class::Interface),
    ("\"map\"", Class::Map),
    ("\"package\"", Class::Package),
    ("\"range\"", Class::Range),
    ("\"return\"", Class::Return),
    ("\"select\"", Class::Select),
    ("\"struct\"", Class::Struct),
    ("\"switch\"", Class::Switch),
    ("\"type\"", Class::Type),
    ("\"var\"", Class::Var),
];

impl Expected {
    pub fn new(terminals: &[String]) -> Expected {
        let classes = TERMINALS
            .iter()
            .filter(|(name, _)| terminals.iter().any(|t| t == name));
        Expected::of(classes.map(|&(_, class)| class))
    }

    fn of(classes: impl IntoIterator<Item = Class>) -> Expected {
        let bits = classes.into_iter().map(|class| 1 << class as u8);
        Expected(bits.fold(0, |set, bit: u64| set | bit))
    }

    pub fn has(self, class: Class) -> bool {
        self.0 & 1 << class as u8 != 0
    }

    /// Whether exactly these could have stood there.
    pub fn is_exactly(self, classes: &[Class]) -> bool {
        self == Expected::of(classes.iter().copied())
    }

    /// The only class that could have stood there.
    pub fn single(self) -> Option<Class> {
        let found = TERMINALS.iter().find(|&&(_, class)| self.has(class))?;
        (self.0.count_ones() == 1).then_some(found.1)
    }

    /// An expression can begin here.
    pub fn expr(self) -> bool {
        self.has(Class::Lit) && self.has(Class::Func) && self.has(Class::Struct)
    }

    /// A type, but no other expression, can begin here.
    pub fn only_type(self) -> bool {
        !self.expr() && self.has(Class::Struct) && self.has(Class::Map)
    }

    /// A statement can begin here.
    pub fn stmt(self) -> bool {
        self.has(Class::If) && self.has(Class::For)
    }
}
