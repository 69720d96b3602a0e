//! Errors between brackets: struct and interface types, arguments, literals, parameters, indices.

use super::{CLOSING, Explanation, Repair, Rules, replace};
use crate::build::SyntaxError;
use crate::errors::context::Frame;
use lexer::{Class, Kind};

impl Rules<'_> {
    /// `unexpected TOKEN in WHAT; possibly missing …`: gc closes the list.
    fn unclosed(&self, what: &str, close: Kind) -> Option<Explanation> {
        let repair = self.skip_to(CLOSING, close);
        Some(self.unexpected(&format!(" in {what}"), repair))
    }

    pub(super) fn struct_type(&self) -> Option<Explanation> {
        if self.list_ends_early() {
            return self.want("}", Kind::RBrace);
        }
        let at_start = matches!(self.previous(), Class::Semi | Class::LBrace);
        if (at_start || self.previous() == Class::Star) && self.token() == Class::LParen {
            return self.plain("cannot parenthesize embedded type", self.unparenthesize());
        }
        if at_start {
            let skip = self.distance(&[Class::Semi, Class::RBrace]);
            let what = ", expected field name or embedded type";
            return Some(self.unexpected(what, replace(skip, [Kind::Name])));
        }
        if self.expected.only_type() {
            return None;
        }
        let begins_field = matches!(self.context.before(2), Class::Semi | Class::LBrace);
        if begins_field && self.previous() == Class::Name {
            return Some(self.missing_type());
        }
        if self.has(Class::RBrace) {
            let what = "struct type; possibly missing semicolon or newline or }";
            return self.unclosed(what, Kind::RBrace);
        }
        None
    }

    /// Leaves out the offending `(` and the next `)`.
    fn unparenthesize(&self) -> Repair {
        let rest = &self.context.tokens[self.context.k + 1..];
        let inside = rest
            .iter()
            .position(|t| matches!(t.class, Class::RParen | Class::Semi))
            .unwrap_or(rest.len());
        let closed = rest.get(inside).is_some_and(|t| t.class == Class::RParen);
        Repair::Replace {
            back: 0,
            skip: 1 + inside + usize::from(closed),
            insert: rest[..inside].iter().map(|t| t.kind).collect(),
        }
    }

    pub(super) fn interface_type(&self) -> Option<Explanation> {
        if self.list_ends_early() {
            return self.want("}", Kind::RBrace);
        }
        if self.previous() == Class::Not {
            return None;
        }
        let at_start = matches!(self.previous(), Class::Semi | Class::LBrace);
        if at_start || !self.has(Class::Semi) && self.expected.only_type() {
            let skip = self.distance(&[
                Class::BinaryOp,
                Class::Semi,
                Class::RParen,
                Class::RBrack,
                Class::RBrace,
            ]);
            let what = ", expected ~ term or type";
            return Some(self.unexpected(what, replace(skip, [Kind::Name])));
        }
        if self.has(Class::RBrace) {
            let what = "interface type; possibly missing semicolon or newline or }";
            return self.unclosed(what, Kind::RBrace);
        }
        None
    }

    pub(super) fn args(&self) -> Option<Explanation> {
        if self.list_ends_early() {
            return self.want(")", Kind::RParen);
        }
        // Nothing may follow `x...,`.
        if self.previous() == Class::Comma && self.context.before(2) == Class::Ellipsis {
            return self.want(")", Kind::RParen);
        }
        if self.needs_element() {
            return None;
        }
        self.unclosed("argument list; possibly missing comma or )", Kind::RParen)
    }

    /// The file ends where the next element could begin.
    fn list_ends_early(&self) -> bool {
        let starts = matches!(self.previous(), Class::Comma | Class::Semi);
        self.context.at_eof() && (starts || self.previous().is_open())
    }

    fn needs_element(&self) -> bool {
        self.expected.expr() && !self.has(Class::Comma) || self.expected.only_type()
    }

    pub(super) fn literal(&self) -> Option<Explanation> {
        if self.list_ends_early() {
            return self.want("}", Kind::RBrace);
        }
        if self.needs_element() {
            return None;
        }
        self.unclosed(
            "composite literal; possibly missing comma or }",
            Kind::RBrace,
        )
    }

    pub(super) fn params(&self) -> Option<Explanation> {
        self.param_list(")", Kind::RParen)
    }

    pub(super) fn type_params(&self) -> Option<Explanation> {
        let open = matches!(self.previous(), Class::LBrack | Class::LBrackTypeParams);
        if open && self.token() == Class::RBrack {
            let repair = replace(0, [Kind::Name, Kind::Name]);
            return self.plain("empty type parameter list", repair);
        }
        self.param_list("]", Kind::RBrack)
    }

    fn param_list(&self, shown: &str, close: Kind) -> Option<Explanation> {
        let at_start = self.previous().is_open() || self.previous() == Class::Comma;
        if at_start {
            let skip = self.distance(&[Class::Comma, close.class()]);
            let what = format!(", expected {shown}");
            return Some(self.unexpected(&what, replace(skip, [Kind::Name])));
        }
        if self.has(Class::Comma) || self.has(close.class()) {
            let what = format!("parameter list; possibly missing comma or {shown}");
            return self.unclosed(&what, close);
        }
        None
    }

    /// A parenthesised expression or type, a type assertion.
    pub(super) fn paren(&self) -> Option<Explanation> {
        let operand = self.expected.expr() || self.expected.only_type();
        if self.has(Class::RParen) && !operand {
            return self.want(")", Kind::RParen);
        }
        None
    }

    /// Indices, slices, type arguments.
    pub(super) fn index(&self) -> Option<Explanation> {
        if let Some(explanation) = self.generic_interface_method() {
            return Some(explanation);
        }
        let previous = self.previous();
        if self.token() == Class::RBrack && previous == Class::LBrack {
            let frames = &self.context.frames;
            let outer = frames.len().checked_sub(2).map(|i| frames[i]);
            let in_type = matches!(
                outer,
                Some(Frame::Params | Frame::Struct | Frame::Assertion)
            );
            let what = if in_type || self.expected.only_type() {
                ", expected type argument list"
            } else {
                ", expected operand"
            };
            return Some(self.unexpected(what, replace(0, [Kind::Name])));
        }
        if !self.expected.expr() && self.has(Class::RBrack) {
            if !self.has(Class::Colon) || !self.has(Class::Comma) {
                return self.want("]", Kind::RBrack);
            }
            let sync = [Class::Comma, Class::Colon, Class::RBrack];
            // gc goes on as after the colon of a slice expression.
            let repair = replace(self.distance(&sync), [Kind::Colon]);
            return Some(self.unexpected(", expected comma, : or ]", repair));
        }
        if !self.expected.expr() || previous != Class::Colon {
            return None;
        }
        let which = match self.token() {
            Class::RBrack => "final",
            Class::Colon => "middle",
            _ => return None,
        };
        let message = format!("{which} index required in 3-index slice");
        self.message(message, replace(0, [Kind::Name]))
    }

    /// `m[P any]()` in an interface. gc reads it and complains; the brackets are left out.
    fn generic_interface_method(&self) -> Option<Explanation> {
        let context = self.context;
        let [.., Frame::Interface, Frame::Index] = context.frames[..] else {
            return None;
        };
        let bracket = context
            .level
            .first()
            .map_or(context.k, |&i| i)
            .checked_sub(1)?;
        let begins_elem = matches!(
            context.class(bracket.checked_sub(2)?),
            Class::Semi | Class::LBrace
        );
        let names_param = context.class(bracket + 1) == Class::Name && context.k == bracket + 2;
        if !begins_elem || !names_param || context.token() == Class::RBrack {
            return None;
        }
        let close = context.closer(bracket)?;
        let error = SyntaxError {
            pos: context.tokens[bracket].start,
            message: "interface method must have no type parameters".into(),
        };
        let repair = Repair::Replace {
            back: context.k - bracket,
            skip: close + 1 - context.k,
            insert: Vec::new(),
        };
        Some(Explanation {
            errors: vec![error],
            repair,
        })
    }

    /// The length of an array type.
    pub(super) fn length(&self) -> Option<Explanation> {
        if self.expected.expr() || !self.has(Class::RBrack) {
            return None;
        }
        if self.token() == Class::Comma {
            return self.plain("unexpected comma; expected ]", replace(1, []));
        }
        self.want("]", Kind::RBrack)
    }
}
