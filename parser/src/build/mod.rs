//! The actions of the grammar: ordinary methods that make nodes, so that most edits do not
//! regenerate the parser. A module per part of the language.

mod decls;
mod exprs;
mod params;
mod print;
mod stmts;

pub use decls::Specs;
pub use exprs::Args;
pub use params::ParamList;
pub use stmts::{ForHeader, Header};

use crate::ast::{Ast, DeclId, ExprId, ExprKind, List, ListItem};
use lexer::{Kind, Token};
use source::{Pos, SourceFile};
use std::marker::PhantomData;

/// What the actions share: the tree, and the lists that are being built.
///
/// Lists under construction lie on top of each other in `scratch`, innermost last. The grammar
/// reduces them in that order; an action that ends several must end the last one first.
pub struct Builder<'a> {
    pub ast: &'a mut Ast,
    pub parsed: Parsed,
    /// The first `{` that stands where a composite literal's might, but after no type.
    pub rejected_brace: Option<Pos>,
    source: &'a SourceFile,
    errors: Vec<SyntaxError>,
    scratch: Vec<u32>,
}

/// What a file holds at its top level.
#[derive(Debug, Default)]
pub struct Parsed {
    pub package: Option<ExprId>,
    pub decls: Vec<DeclId>,
}

/// A message with gc's whole text, `syntax error: ` included where gc says so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SyntaxError {
    pub pos: Pos,
    pub message: String,
}

/// A list that is being built: from `start` to the end of the scratch list.
pub struct Seq<T> {
    start: u32,
    item: PhantomData<fn() -> T>,
}

impl<T> Clone for Seq<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Seq<T> {}

impl<'a> Builder<'a> {
    pub fn new(ast: &'a mut Ast, source: &'a SourceFile) -> Builder<'a> {
        Builder {
            ast,
            parsed: Parsed::default(),
            rejected_brace: None,
            source,
            errors: Vec::new(),
            scratch: Vec::with_capacity(256),
        }
    }

    pub fn finish(self) -> (Parsed, Vec<SyntaxError>) {
        (self.parsed, self.errors)
    }

    pub fn error(&mut self, pos: Pos, message: impl Into<String>) {
        self.errors.push(SyntaxError {
            pos,
            message: message.into(),
        });
    }

    pub fn text(&self, lo: Pos, hi: Pos) -> &'a str {
        let at = |p: Pos| (p.0 - self.source.base.0) as usize;
        self.source.text.get(at(lo)..at(hi)).unwrap_or("")
    }

    pub fn pos(&self, x: ExprId) -> Pos {
        self.ast.pos(x)
    }

    pub fn expr(&mut self, pos: Pos, kind: ExprKind) -> ExprId {
        self.ast.add_expr(pos, kind)
    }

    pub fn name(&mut self, token: Token) -> ExprId {
        self.expr(token.start, ExprKind::Name(token.symbol))
    }

    pub fn empty<T>(&mut self) -> Seq<T> {
        Seq {
            start: self.scratch.len() as u32,
            item: PhantomData,
        }
    }

    pub fn one<T: ListItem>(&mut self, item: T) -> Seq<T> {
        let seq = self.empty();
        self.push(seq, item)
    }

    pub fn push<T: ListItem>(&mut self, seq: Seq<T>, item: T) -> Seq<T> {
        self.scratch.push(item.to_raw());
        seq
    }

    pub fn prepend<T: ListItem>(&mut self, item: T, seq: Seq<T>) -> Seq<T> {
        self.scratch.insert(seq.start as usize, item.to_raw());
        seq
    }

    /// The number of elements so far.
    fn seq_len<T>(&self, seq: Seq<T>) -> usize {
        self.scratch.len() - seq.start as usize
    }

    fn seq_item<T: ListItem>(&self, seq: Seq<T>, i: usize) -> T {
        T::from_raw(self.scratch[seq.start as usize + i])
    }

    /// Ends the innermost list.
    pub fn list<T: ListItem>(&mut self, seq: Seq<T>) -> List<T> {
        let start = seq.start as usize;
        let list = self.ast.add_raw_list(&self.scratch[start..]);
        self.scratch.truncate(start);
        list
    }

    /// Ends a list that need not be there.
    pub fn optional_list<T: ListItem>(&mut self, seq: Option<Seq<T>>) -> List<T> {
        match seq {
            Some(seq) => self.list(seq),
            None => List::EMPTY,
        }
    }
}

/// The spelling of an operator.
pub fn operator(kind: Kind) -> &'static str {
    use Kind::*;
    match kind {
        Add | AddAssign => "+",
        Sub | SubAssign => "-",
        Star | MulAssign => "*",
        Div | DivAssign => "/",
        Rem | RemAssign => "%",
        And | AndAssign => "&",
        Or | OrAssign => "|",
        Xor | XorAssign => "^",
        Shl | ShlAssign => "<<",
        Shr | ShrAssign => ">>",
        AndNot | AndNotAssign => "&^",
        AndAnd => "&&",
        OrOr => "||",
        Eql => "==",
        Neq => "!=",
        Lss => "<",
        Leq => "<=",
        Gtr => ">",
        Geq => ">=",
        Arrow => "<-",
        Not => "!",
        Tilde => "~",
        _ => "?",
    }
}
