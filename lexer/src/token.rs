//! Tokens: what the lexer makes and the parser reads.

use crate::scan::{Extras, scan_comment, scan_name, scan_raw, scan_rune, scan_string};
use logos::Logos;
use source::{Pos, Symbol};

/// One token. `symbol` is the name of an identifier and `EMPTY` for anything else. An automatic
/// semicolon has no text: `start == end`.
#[derive(Clone, Copy, Debug)]
pub struct Token {
    pub class: Class,
    pub kind: Kind,
    pub start: Pos,
    pub end: Pos,
    pub symbol: Symbol,
}

const _: () = assert!(size_of::<Token>() == 16);

impl Token {
    pub fn new(kind: Kind, start: Pos, end: Pos, symbol: Symbol) -> Token {
        Token {
            class: kind.class(),
            kind,
            start,
            end,
            symbol,
        }
    }
}

/// The terminals of the grammar: operators that the grammar does not tell apart share a class,
/// and brackets whose meaning depends on the context have several.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Class {
    Name,
    /// A number or rune literal.
    Lit,
    Str,
    /// Binary only: `|| && == != < <= > >= | / % << >> &^`.
    BinaryOp,
    /// Unary or binary: `+ - ^ &`.
    AddOp,
    Star,
    /// `! ~`
    Not,
    Arrow,
    AssignOp,
    IncDec,
    Assign,
    Define,
    LParen,
    /// `(` of the results of a function type or literal; set by the parser's re-tagging pass, as
    /// are the next two.
    LParenResults,
    RParen,
    LBrack,
    /// `[` of a type declaration's type parameters.
    LBrackTypeParams,
    RBrack,
    LBrace,
    /// `{` of the block of `if`, `for`, `switch` and `select`.
    LBraceBody,
    RBrace,
    Comma,
    Semi,
    Colon,
    Dot,
    Ellipsis,
    Break,
    Case,
    Chan,
    Const,
    Continue,
    Default,
    Defer,
    Else,
    Fallthrough,
    For,
    Func,
    Go,
    Goto,
    If,
    Import,
    Interface,
    Map,
    Package,
    Range,
    Return,
    Select,
    Struct,
    Switch,
    Type,
    Var,
    /// No terminal of the grammar: the class of what lies outside a file's tokens.
    None,
}

impl Class {
    pub fn is_open(self) -> bool {
        use Class::*;
        matches!(
            self,
            LParen | LParenResults | LBrack | LBrackTypeParams | LBrace | LBraceBody
        )
    }

    pub fn is_close(self) -> bool {
        matches!(self, Class::RParen | Class::RBrack | Class::RBrace)
    }

    pub fn is_keyword(self) -> bool {
        (Class::Break as u8..=Class::Var as u8).contains(&(self as u8))
    }
}

/// Spec: "Keywords".
pub const KEYWORDS: [&str; 25] = [
    "break",
    "case",
    "chan",
    "const",
    "continue",
    "default",
    "defer",
    "else",
    "fallthrough",
    "for",
    "func",
    "go",
    "goto",
    "if",
    "import",
    "interface",
    "map",
    "package",
    "range",
    "return",
    "select",
    "struct",
    "switch",
    "type",
    "var",
];

/// Which token exactly. `Newline` and the comments never leave the lexer.
#[derive(Logos, Clone, Copy, Debug, PartialEq, Eq)]
#[logos(extras = Extras)]
#[logos(skip r"[ \t\r]+")]
#[repr(u8)]
pub enum Kind {
    #[token("\n")]
    Newline,
    #[regex(r"//[^\n]*", allow_greedy = true)]
    LineComment,
    #[token("/*", scan_comment)]
    BlockComment,

    #[regex(r"[a-zA-Z_][a-zA-Z0-9_]*")]
    #[regex(
        r"([a-zA-Z_][a-zA-Z0-9_]*)?[^\x00-\x7F]([a-zA-Z0-9_]|[^\x00-\x7F])*",
        scan_name,
        priority = 1
    )]
    Name,

    /// Any number at first; the lexer then tells the three kinds apart.
    #[regex(r"[0-9][0-9_]*(\.[0-9_]*)?([eEpP][+-]?[0-9_]*)?i?")]
    #[regex(r"\.[0-9][0-9_]*([eEpP][+-]?[0-9_]*)?i?")]
    #[regex(r"0[xX][0-9a-fA-F_]*(\.[0-9a-fA-F_]*)?([pP][+-]?[0-9_]*)?i?")]
    #[regex(r"0[bBoO][0-9_]*(\.[0-9_]*)?([eEpP][+-]?[0-9_]*)?i?")]
    Int,
    Float,
    Imaginary,
    #[token("'", scan_rune)]
    Rune,
    #[token("\"", scan_string)]
    #[token("`", scan_raw)]
    String,

    #[token("break")]
    Break,
    #[token("case")]
    Case,
    #[token("chan")]
    Chan,
    #[token("const")]
    Const,
    #[token("continue")]
    Continue,
    #[token("default")]
    Default,
    #[token("defer")]
    Defer,
    #[token("else")]
    Else,
    #[token("fallthrough")]
    Fallthrough,
    #[token("for")]
    For,
    #[token("func")]
    Func,
    #[token("go")]
    Go,
    #[token("goto")]
    Goto,
    #[token("if")]
    If,
    #[token("import")]
    Import,
    #[token("interface")]
    Interface,
    #[token("map")]
    Map,
    #[token("package")]
    Package,
    #[token("range")]
    Range,
    #[token("return")]
    Return,
    #[token("select")]
    Select,
    #[token("struct")]
    Struct,
    #[token("switch")]
    Switch,
    #[token("type")]
    Type,
    #[token("var")]
    Var,

    #[token("+")]
    Add,
    #[token("-")]
    Sub,
    #[token("*")]
    Star,
    #[token("/")]
    Div,
    #[token("%")]
    Rem,
    #[token("&")]
    And,
    #[token("|")]
    Or,
    #[token("^")]
    Xor,
    #[token("<<")]
    Shl,
    #[token(">>")]
    Shr,
    #[token("&^")]
    AndNot,
    #[token("&&")]
    AndAnd,
    #[token("||")]
    OrOr,
    #[token("<-")]
    Arrow,
    #[token("++")]
    Inc,
    #[token("--")]
    Dec,
    #[token("==")]
    Eql,
    #[token("!=")]
    Neq,
    #[token("<")]
    Lss,
    #[token("<=")]
    Leq,
    #[token(">")]
    Gtr,
    #[token(">=")]
    Geq,
    #[token("!")]
    Not,
    #[token("~")]
    Tilde,
    #[token("=")]
    Assign,
    #[token(":=")]
    Define,
    #[token("...")]
    Ellipsis,
    #[token("+=")]
    AddAssign,
    #[token("-=")]
    SubAssign,
    #[token("*=")]
    MulAssign,
    #[token("/=")]
    DivAssign,
    #[token("%=")]
    RemAssign,
    #[token("&=")]
    AndAssign,
    #[token("|=")]
    OrAssign,
    #[token("^=")]
    XorAssign,
    #[token("<<=")]
    ShlAssign,
    #[token(">>=")]
    ShrAssign,
    #[token("&^=")]
    AndNotAssign,
    #[token("(")]
    LParen,
    #[token(")")]
    RParen,
    #[token("[")]
    LBrack,
    #[token("]")]
    RBrack,
    #[token("{")]
    LBrace,
    #[token("}")]
    RBrace,
    #[token(",")]
    Comma,
    #[token(";")]
    Semi,
    #[token(".")]
    Dot,
    #[token(":")]
    Colon,
    /// A semicolon that stands for a newline.
    SemiNewline,
    /// A semicolon that stands for the end of the file.
    SemiEof,
}

impl Kind {
    pub fn class(self) -> Class {
        use Kind::*;
        match self {
            Newline | LineComment | BlockComment => Class::None,
            Name => Class::Name,
            Int | Float | Imaginary | Rune => Class::Lit,
            String => Class::Str,
            Break => Class::Break,
            Case => Class::Case,
            Chan => Class::Chan,
            Const => Class::Const,
            Continue => Class::Continue,
            Default => Class::Default,
            Defer => Class::Defer,
            Else => Class::Else,
            Fallthrough => Class::Fallthrough,
            For => Class::For,
            Func => Class::Func,
            Go => Class::Go,
            Goto => Class::Goto,
            If => Class::If,
            Import => Class::Import,
            Interface => Class::Interface,
            Map => Class::Map,
            Package => Class::Package,
            Range => Class::Range,
            Return => Class::Return,
            Select => Class::Select,
            Struct => Class::Struct,
            Switch => Class::Switch,
            Type => Class::Type,
            Var => Class::Var,
            Add | Sub | And | Xor => Class::AddOp,
            Star => Class::Star,
            Div | Rem | Or | Shl | Shr | AndNot | AndAnd | OrOr | Eql | Neq | Lss | Leq | Gtr
            | Geq => Class::BinaryOp,
            Not | Tilde => Class::Not,
            Arrow => Class::Arrow,
            Inc | Dec => Class::IncDec,
            Assign => Class::Assign,
            Define => Class::Define,
            Ellipsis => Class::Ellipsis,
            AddAssign | SubAssign | MulAssign | DivAssign | RemAssign | AndAssign | OrAssign
            | XorAssign | ShlAssign | ShrAssign | AndNotAssign => Class::AssignOp,
            LParen => Class::LParen,
            RParen => Class::RParen,
            LBrack => Class::LBrack,
            RBrack => Class::RBrack,
            LBrace => Class::LBrace,
            RBrace => Class::RBrace,
            Comma => Class::Comma,
            Semi | SemiNewline | SemiEof => Class::Semi,
            Dot => Class::Dot,
            Colon => Class::Colon,
        }
    }

    /// Precedence of a binary operator, 1 (`||`) to 5 (`*`). Spec: "Operator precedence".
    pub fn precedence(self) -> u8 {
        use Kind::*;
        match self {
            OrOr => 1,
            AndAnd => 2,
            Eql | Neq | Lss | Leq | Gtr | Geq => 3,
            Add | Sub | Or | Xor => 4,
            _ => 5,
        }
    }

    /// Whether a line that ends with this token ends a statement. Spec: "Semicolons".
    pub fn ends_statement(self) -> bool {
        use Kind::*;
        matches!(
            self,
            Name | Int
                | Float
                | Imaginary
                | Rune
                | String
                | Break
                | Continue
                | Fallthrough
                | Return
                | Inc
                | Dec
                | RParen
                | RBrack
                | RBrace
        )
    }
}

#[cfg(test)]
mod tests {
    use super::KEYWORDS;
    use source::Pos;

    #[test]
    fn keywords_are_all_keywords() {
        for word in KEYWORDS {
            let tokens = crate::tokenize(word, Pos(1)).tokens;
            assert!(tokens[0].class.is_keyword(), "{word}");
        }
        let classes = super::Class::Break as u8..=super::Class::Var as u8;
        assert_eq!(classes.count(), KEYWORDS.len());
    }
}
