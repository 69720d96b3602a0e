//! Errors where an operand, a type or one certain token must stand.

use super::{CLOSING, Explanation, Rules, replace};
use crate::errors::context::Frame;
use lexer::{Class, Kind};

impl Rules<'_> {
    pub(super) fn operand(&self) -> Option<Explanation> {
        if self.expected.expr() {
            let skip = self.distance(CLOSING);
            return Some(self.unexpected(", expected expression", replace(skip, [Kind::Name])));
        }
        if self.expected.only_type() {
            return Some(self.missing_type());
        }
        self.single_token()
    }

    pub(super) fn missing_type(&self) -> Explanation {
        let declares = self.starts_with() == Class::Type
            || matches!(self.context.frame, Frame::Group(Class::Type));
        let after_name = matches!(self.previous(), Class::Name | Class::Assign | Class::RBrack);
        if declares && after_name {
            let skip = self.distance(&[Class::Semi, Class::RParen]);
            return self.unexpected(" in type declaration", replace(skip, [Kind::Name]));
        }
        let skip = self.distance(&[
            Class::Comma,
            Class::Colon,
            Class::Semi,
            Class::RParen,
            Class::RBrack,
            Class::RBrace,
        ]);
        self.unexpected(", expected type", replace(skip, [Kind::Name]))
    }

    fn single_token(&self) -> Option<Explanation> {
        let (what, kind) = match self.expected.single()? {
            Class::RParen => (")", Kind::RParen),
            Class::RBrack => ("]", Kind::RBrack),
            Class::LBrack => ("[", Kind::LBrack),
            Class::LBrace => ("{", Kind::LBrace),
            Class::LParen => ("(", Kind::LParen),
            Class::Colon => (":", Kind::Colon),
            Class::Semi => ("semicolon or newline", Kind::Semi),
            _ => return None,
        };
        self.want(what, kind)
    }
}
