//! Syntax errors in gc's words: explain, repair the tokens, parse again.
//!
//! gc's parser is a recursive descent parser that reports what it was in the middle of, skips to a
//! token that it can go on from, and pretends to have seen what was missing. An LR parser knows
//! only the offending token and the tokens that could have stood there. From these and the tokens
//! before ([`context`]) the rules in [`explain`] word gc's message and say how gc goes on; the
//! tokens are changed accordingly ([`repair`]) and everything is parsed again, until the file is
//! accepted. Nothing is checked after a syntax error, so that the tree of such a file is
//! disposable.
//!
//! lalrpop's own error recovery was measured against this: it finds the same first error but
//! rarely the same list.

mod context;
mod expected;
mod explain;
mod repair;

use crate::ast::Ast;
use crate::build::{Builder, Parsed, SyntaxError};
use crate::grammar::FileParser;
use crate::retag::retag;
use context::Context;
use expected::Expected;
use lalrpop_util::ParseError;
use lexer::{Class, Kind, Token};
use source::{Pos, SourceFile};

/// How many repairs a file gets: what comes after so many errors is not looked at.
const MAX_ROUNDS: usize = 40;

/// Parses re-tagged `tokens`. A file with errors is parsed several times, each time into the same
/// place of the tree.
pub fn parse(
    ast: &mut Ast,
    source: &SourceFile,
    tokens: &mut Vec<Token>,
    lexed_cleanly: bool,
) -> (Parsed, Vec<SyntaxError>) {
    let mut found = Found {
        errors: Vec::new(),
        repaired: Vec::new(),
    };
    let checkpoint = ast.checkpoint();
    for _ in 0..MAX_ROUNDS {
        ast.rollback(&checkpoint);
        let mut builder = Builder::new(ast, source);
        let failure = run(&mut builder, tokens);
        if let Some(brace) = builder.rejected_brace
            && failure.is_none_or(|(k, _)| k >= tokens.len() || tokens[k].start > brace)
        {
            reject(tokens, brace);
            continue;
        }
        let (parsed, errors) = builder.finish();
        let Some((k, expected)) = failure else {
            found.add_from_actions(errors, None);
            return (parsed, found.errors);
        };
        let context = Context::new(tokens, source, k);
        if let Some(brace) = context.brace_after_value() {
            reject(tokens, brace);
            continue;
        }
        let at = context.pos;
        found.add_from_actions(errors, Some(at));
        found.repaired.push(at);
        let explanation = explain::explain(&context, expected);
        // gc says nothing about the end of a file that has errors already.
        let follows_from_others = k == tokens.len() && !(found.errors.is_empty() && lexed_cleanly);
        if !follows_from_others {
            found.errors.extend(explanation.errors);
        }
        if !repair::apply(tokens, k, at, explanation.repair) {
            return (parsed, found.errors);
        }
        for token in tokens.iter_mut() {
            token.class = token.kind.class();
        }
        retag(tokens);
    }
    ast.rollback(&checkpoint);
    (Parsed::default(), found.errors)
}

/// One run of the LR parser: the index of the token that it could not accept and those that it
/// could have.
fn run(builder: &mut Builder, tokens: &[Token]) -> Option<(usize, Expected)> {
    let mut rest = tokens.iter();
    let input = rest.by_ref().map(|&token| ((), token, ()));
    match FileParser::new().parse(builder, input) {
        Ok(()) => None,
        Err(ParseError::UnrecognizedToken { expected, .. }) => {
            Some((tokens.len() - rest.len() - 1, Expected::new(&expected)))
        }
        Err(ParseError::UnrecognizedEof { expected, .. }) => {
            Some((tokens.len(), Expected::new(&expected)))
        }
        // The lexer is no part of the parser, and actions do not fail.
        Err(_) => Some((tokens.len(), Expected::default())),
    }
}

/// Makes the `{` at `pos`, which the grammar takes for that of a composite literal, an error
/// where it stands.
fn reject(tokens: &mut [Token], pos: Pos) {
    let at = tokens.partition_point(|t| t.start < pos);
    let brace = tokens[at..].iter_mut().find(|t| t.kind == Kind::LBrace);
    if let Some(brace) = brace {
        brace.class = Class::None;
    }
}

struct Found {
    errors: Vec<SyntaxError>,
    /// The places of repairs.
    repaired: Vec<Pos>,
}

impl Found {
    /// Keeps what actions complained about in the text up to `end`, but for the places of repairs, which are
    /// not the user's.
    fn add_from_actions(&mut self, errors: Vec<SyntaxError>, end: Option<Pos>) {
        for error in errors {
            let is_new = !self.repaired.contains(&error.pos);
            let is_read = end.is_none_or(|end| error.pos <= end);
            if is_new && is_read && !self.errors.contains(&error) {
                self.errors.push(error);
            }
        }
    }
}
