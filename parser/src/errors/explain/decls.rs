//! Errors in declarations, and those that the previous token alone explains.

use super::{Explanation, Rules, replace};
use crate::build::SyntaxError;
use crate::errors::context::Frame;
use crate::errors::repair::Repair;
use lexer::{Class, Kind};

/// What begins a declaration: where gc goes on at the top level.
const DECLARATIONS: &[Class] = &[
    Class::Import,
    Class::Const,
    Class::Type,
    Class::Var,
    Class::Func,
];

impl Rules<'_> {
    /// Errors that the previous token explains wherever it stands.
    pub(super) fn after_previous_token(&self) -> Option<Explanation> {
        if self.expected.is_exactly(&[Class::Package]) {
            return self.plain("package statement must be first", Repair::Stop);
        }
        if self.expected.is_exactly(&[Class::Semi]) && self.starts_with() == Class::Package {
            return Some(self.unexpected(", expected semicolon or newline", Repair::Stop));
        }
        self.after_dot()
            .or_else(|| self.define_for_assign())
            .or_else(|| self.missing_name())
            .or_else(|| self.func_signature())
            .or_else(|| self.type_keyword())
    }

    fn after_dot(&self) -> Option<Explanation> {
        let dot = self.previous() == Class::Dot;
        if !dot || !self.expected.is_exactly(&[Class::Name, Class::LParen]) {
            return None;
        }
        let skip = self.distance(&[Class::Semi, Class::RParen]);
        Some(self.unexpected(", expected name or (", replace(skip, [Kind::Name])))
    }

    /// `var x := 1`
    fn define_for_assign(&self) -> Option<Explanation> {
        let declares = matches!(self.starts_with(), Class::Var | Class::Const | Class::Type)
            || matches!(self.context.frame, Frame::Group(_));
        if declares && self.token() == Class::Define && self.has(Class::Assign) {
            return Some(self.unexpected(", expected =", replace(1, [Kind::Assign])));
        }
        None
    }

    fn missing_name(&self) -> Option<Explanation> {
        let after_func = self.previous() == Class::Func;
        let only_name = self.expected.is_exactly(&[Class::Name]);
        if only_name && self.context.frame == Frame::Struct && self.token() == Class::LParen {
            return self.struct_type();
        }
        if only_name || after_func && self.expected.is_exactly(&[Class::Name, Class::LParen]) {
            let declares_func =
                self.starts_with() == Class::Func && self.context.frame == Frame::File;
            return if after_func {
                self.bad_func_name("name or (")
            } else if declares_func {
                self.bad_func_name("name")
            } else {
                self.want_name()
            };
        }
        let declares = matches!(self.previous(), Class::Var | Class::Const | Class::Type);
        if declares && self.has(Class::Name) && !self.expected.expr() && !self.expected.only_type()
        {
            return self.want_name();
        }
        None
    }

    fn bad_func_name(&self, wanted: &str) -> Option<Explanation> {
        let skip = self.distance(&[Class::LBrace, Class::Semi]);
        let repair = replace(skip, [Kind::Name, Kind::LParen, Kind::RParen]);
        Some(self.unexpected(&format!(", expected {wanted}"), repair))
    }

    /// What gc says when it has read `func ()`, before it gets to the error.
    pub(super) fn empty_receiver(&self) -> Option<SyntaxError> {
        let context = self.context;
        let declaration = [0, 1, 2].map(|i| context.class(context.start + i));
        let in_signature = context.frame == Frame::File
            && context.start + 3 <= context.k
            && !(context.start..context.k).any(|i| context.class(i) == Class::LBrace);
        if !in_signature || declaration != [Class::Func, Class::LParen, Class::RParen] {
            return None;
        }
        let next = context.tokens.get(context.start + 3)?;
        Some(SyntaxError {
            pos: next.start,
            message: "method has no receiver".into(),
        })
    }

    /// `func` and the name of a function need parameters.
    fn func_signature(&self) -> Option<Explanation> {
        let at_top = self.context.frame == Frame::File;
        let after_func = self.previous() == Class::Func;
        let after_name =
            at_top && self.starts_with() == Class::Func && self.previous() == Class::Name;
        if !(after_func || after_name) || !self.has(Class::LParen) || self.has(Class::Semi) {
            return None;
        }
        if after_func && self.token() == Class::LBrack {
            let rest = &self.context.tokens[self.context.k..];
            let close = rest.iter().position(|t| t.class == Class::RBrack);
            let repair = replace(close.map_or(1, |n| n + 1), []);
            return self.plain("function type must have no type parameters", repair);
        }
        if after_func && at_top && self.context.start + 1 == self.context.k {
            return self.bad_func_name("name or (");
        }
        self.want("(", Kind::LParen)
    }

    /// After `struct`, `map`, `chan` and the like.
    fn type_keyword(&self) -> Option<Explanation> {
        let only = |class| self.expected.is_exactly(&[class]);
        match self.previous() {
            Class::Struct | Class::Interface if only(Class::LBrace) => self.want("{", Kind::LBrace),
            Class::Map if only(Class::LBrack) => self.want("[", Kind::LBrack),
            Class::Chan if self.expected.only_type() => {
                self.plain("missing channel element type", replace(0, [Kind::Name]))
            }
            Class::Arrow if only(Class::Chan) => self.want("keyword chan", Kind::Chan),
            Class::Ellipsis if self.expected.only_type() => {
                self.plain("... is missing type", replace(0, [Kind::Name]))
            }
            _ => None,
        }
    }

    pub(super) fn top_level(&self) -> Option<Explanation> {
        let at_start = self.previous() == Class::Semi || self.context.k == 0;
        let skip = self.distance(DECLARATIONS);
        if at_start && self.has(Class::Func) && self.has(Class::Var) {
            let message = if self.is_detached_body() {
                "unexpected semicolon or newline before {"
            } else {
                "non-declaration statement outside function body"
            };
            let mut explanation = self.plain(message, replace(skip, []))?;
            explanation.errors.extend(self.late_import(skip));
            return Some(explanation);
        }
        if self.starts_with() == Class::Import && !self.has(Class::Semi) {
            return self.missing_import_path();
        }
        if self.has(Class::Semi) && !self.expected.expr() {
            let repair = replace(skip, [Kind::Semi]);
            return Some(self.unexpected(" after top level declaration", repair));
        }
        None
    }

    /// An import where gc goes on, `skip` tokens from here: it does not follow another import.
    fn late_import(&self, skip: usize) -> Option<SyntaxError> {
        let token = self.context.tokens.get(self.context.k + skip)?;
        (token.class == Class::Import).then(|| SyntaxError {
            pos: token.start,
            message: "syntax error: imports must appear before other declarations".into(),
        })
    }

    /// Whether the offending `{` stands on the line after a function's signature.
    fn is_detached_body(&self) -> bool {
        let context = self.context;
        if self.token() != Class::LBrace || context.k == 0 {
            return false;
        }
        if context.tokens[context.k - 1].kind != Kind::SemiNewline {
            return false;
        }
        let declaration = context.level[..context.level.len() - 1]
            .iter()
            .rposition(|&i| context.class(i) == Class::Semi)
            .map_or(0, |at| at + 1);
        context.class(context.level[declaration]) == Class::Func
            && context.before(2) != Class::RBrace
    }

    fn missing_import_path(&self) -> Option<Explanation> {
        let skip = self.distance(&[Class::Semi, Class::RParen]);
        self.plain("missing import path", replace(skip, [Kind::String]))
    }

    pub(super) fn group(&self, keyword: Class) -> Option<Explanation> {
        if self.context.at_eof() {
            return self.want(")", Kind::RParen);
        }
        let import = keyword == Class::Import;
        let ends_here = self.has(Class::RParen);
        if import && !self.has(Class::Semi) && !ends_here {
            return self.missing_import_path();
        }
        let operand = self.expected.expr() || self.expected.only_type();
        if ends_here && self.has(Class::Name) && !operand && self.previous() != Class::Name {
            return if import {
                self.missing_import_path()
            } else {
                self.want_name()
            };
        }
        if ends_here && !self.expected.expr() {
            let what = " in grouped declaration; possibly missing semicolon or newline or )";
            let repair = self.skip_to(super::CLOSING, Kind::RParen);
            return Some(self.unexpected(what, repair));
        }
        None
    }
}
