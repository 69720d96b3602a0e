//! The rules: from the place of an error to gc's message and to how gc goes on.
//!
//! A rule is a method that returns an explanation if it applies. The first one that does wins, so
//! that their order matters: what the previous token requires comes first, then the header, then
//! the innermost bracket, and last what could have stood there. A module per part of the language.

mod decls;
mod headers;
mod lists;
mod operands;
mod stmts;

use super::context::{Context, Frame};
use super::expected::Expected;
use super::repair::Repair;
use crate::build::SyntaxError;
use lexer::{Class, Kind};

/// An error, or several at one place, and how to go on.
pub struct Explanation {
    pub errors: Vec<SyntaxError>,
    pub repair: Repair,
}

pub fn explain(context: &Context, expected: Expected) -> Explanation {
    let rules = Rules { context, expected };
    let mut explanation = rules
        .after_previous_token()
        .or_else(|| rules.header())
        .or_else(|| rules.in_frame())
        .or_else(|| rules.operand())
        .unwrap_or_else(|| rules.unexpected("", Repair::Stop));
    if let Some(error) = rules.empty_receiver() {
        explanation.errors.insert(0, error);
    }
    explanation
}

struct Rules<'a> {
    context: &'a Context<'a>,
    expected: Expected,
}

/// Keywords that begin a statement: in a function gc never skips them.
const STATEMENT_KEYWORDS: &[Class] = &[
    Class::Break,
    Class::Const,
    Class::Continue,
    Class::Defer,
    Class::Fallthrough,
    Class::For,
    Class::Go,
    Class::Goto,
    Class::If,
    Class::Return,
    Class::Select,
    Class::Switch,
    Class::Type,
    Class::Var,
];

/// The closing brackets: where gc goes on after an error in an operand or a list.
const CLOSING: &[Class] = &[Class::RParen, Class::RBrack, Class::RBrace];

impl Rules<'_> {
    fn in_frame(&self) -> Option<Explanation> {
        match self.context.frame {
            Frame::File => self.top_level(),
            Frame::Group(keyword) => self.group(keyword),
            Frame::Struct => self.struct_type(),
            Frame::Interface => self.interface_type(),
            Frame::Args => self.args(),
            Frame::Literal => self.literal(),
            Frame::Params => self.params(),
            Frame::TypeParams => self.type_params(),
            Frame::Paren | Frame::Assertion => self.paren(),
            Frame::Index => self.index(),
            Frame::Length => self.length(),
            Frame::Block => self.block(),
            Frame::Switch | Frame::Select => self.clauses().or_else(|| self.block()),
        }
    }

    // The vocabulary of the rules.

    fn token(&self) -> Class {
        self.context.token()
    }

    fn previous(&self) -> Class {
        self.context.previous()
    }

    /// The first token of the statement or declaration.
    fn starts_with(&self) -> Class {
        self.context.class(self.context.start)
    }

    fn has(&self, class: Class) -> bool {
        self.expected.has(class)
    }

    fn message(&self, message: String, repair: Repair) -> Option<Explanation> {
        let error = SyntaxError {
            pos: self.context.pos,
            message,
        };
        Some(Explanation {
            errors: vec![error],
            repair,
        })
    }

    /// `syntax error: MESSAGE`
    fn plain(&self, message: &str, repair: Repair) -> Option<Explanation> {
        self.message(format!("syntax error: {message}"), repair)
    }

    /// `syntax error: unexpected TOKEN` and what follows from the context.
    fn unexpected(&self, context: &str, repair: Repair) -> Explanation {
        let message = format!("syntax error: unexpected {}{context}", self.context.shown());
        let pos = self.context.pos;
        Explanation {
            errors: vec![SyntaxError { pos, message }],
            repair,
        }
    }

    /// `unexpected TOKEN, expected WHAT`: gc skips one token and goes on as if it had seen `kind`.
    fn want(&self, what: &str, kind: Kind) -> Option<Explanation> {
        let skip = usize::from(!self.context.at_eof());
        let repair = replace(skip, [kind]);
        Some(self.unexpected(&format!(", expected {what}"), repair))
    }

    fn want_name(&self) -> Option<Explanation> {
        self.want("name", Kind::Name)
    }

    /// How many tokens gc skips to reach one of `sync`, or a statement keyword inside a function.
    fn distance(&self, sync: &[Class]) -> usize {
        let tokens = &self.context.tokens[self.context.k..];
        let stops = |class: Class| {
            let class = match class {
                Class::LBraceBody => Class::LBrace,
                class => class,
            };
            sync.contains(&class) || self.context.in_function && STATEMENT_KEYWORDS.contains(&class)
        };
        tokens
            .iter()
            .position(|t| stops(t.class))
            .unwrap_or(tokens.len())
    }

    /// The token that `skip` more tokens lead to.
    fn class_at(&self, skip: usize) -> Class {
        self.context.class(self.context.k + skip)
    }

    /// Skips to one of `sync`, inserting `kind` there unless it is there already.
    fn skip_to(&self, sync: &[Class], kind: Kind) -> Repair {
        let skip = self.distance(sync);
        if self.class_at(skip) == kind.class() {
            replace(skip, [])
        } else {
            replace(skip, [kind])
        }
    }
}

fn replace<const N: usize>(skip: usize, insert: [Kind; N]) -> Repair {
    Repair::Replace {
        back: 0,
        skip,
        insert: insert.to_vec(),
    }
}
