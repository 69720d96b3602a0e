//! Where in the file the offending token stands: the unclosed brackets before it and what they
//! open, the header that it is in, the statement that it belongs to.

use lexer::{Class, Kind, Token};
use source::{Pos, SourceFile};

/// What an unclosed bracket opens.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Frame {
    /// Nothing is open.
    File,
    /// `(` of `import`, `const`, `var` or `type`.
    Group(Class),
    Params,
    Args,
    Paren,
    /// `.(`
    Assertion,
    Index,
    /// `[` of an array, slice or map type.
    Length,
    TypeParams,
    Struct,
    Interface,
    Literal,
    Block,
    Switch,
    Select,
}

impl Frame {
    pub fn holds_statements(self) -> bool {
        matches!(self, Frame::Block | Frame::Switch | Frame::Select)
    }
}

/// A header keyword whose block has not begun.
#[derive(Clone, Copy)]
pub struct OpenHeader {
    pub keyword: Class,
    /// Semicolons in the header before the offending token.
    pub semicolons: usize,
}

pub struct Context<'a> {
    pub tokens: &'a [Token],
    pub source: &'a SourceFile,
    /// The index of the offending token; the number of tokens at the end of the file.
    pub k: usize,
    /// The position of the offending token.
    pub pos: Pos,
    pub frame: Frame,
    /// The frames around, outermost first, the innermost included.
    pub frames: Vec<Frame>,
    /// The tokens between the innermost open bracket and the offending token; of brackets closed
    /// in between, only the two brackets.
    pub level: Vec<usize>,
    pub header: Option<OpenHeader>,
    /// The first token of the statement, specification or declaration.
    pub start: usize,
    pub in_function: bool,
}

impl<'a> Context<'a> {
    pub fn new(tokens: &'a [Token], source: &'a SourceFile, k: usize) -> Context<'a> {
        let end = source.base.offset(source.text.len() as u32);
        let mut context = Context {
            tokens,
            source,
            k,
            pos: tokens.get(k).map_or(end, |t| t.start),
            frame: Frame::File,
            frames: Vec::new(),
            level: Vec::new(),
            header: None,
            start: k,
            in_function: false,
        };
        let open = context.unclosed(k);
        context.frames = (1..=open.len())
            .map(|n| context.frame_of(&open[..n]))
            .collect();
        context.frame = context.frames.last().copied().unwrap_or(Frame::File);
        context.in_function = context.frames.iter().any(|f| f.holds_statements());
        context.level = context.level_after(open.last().map_or(0, |&i| i + 1));
        context.header = context.open_header();
        context.start = context.statement_start();
        context
    }

    /// The class of a token; `None` outside the file.
    pub fn class(&self, i: usize) -> Class {
        self.tokens.get(i).map_or(Class::None, |t| t.class)
    }

    pub fn token(&self) -> Class {
        self.class(self.k)
    }

    /// The class of the token `back` before the offending one.
    pub fn before(&self, back: usize) -> Class {
        self.k
            .checked_sub(back)
            .map_or(Class::None, |i| self.class(i))
    }

    pub fn previous(&self) -> Class {
        self.before(1)
    }

    pub fn at_eof(&self) -> bool {
        self.k >= self.tokens.len()
    }

    /// The offending token as gc names it.
    pub fn shown(&self) -> String {
        let Some(token) = self.tokens.get(self.k) else {
            return "EOF".into();
        };
        let at = |p: Pos| (p.0 - self.source.base.0) as usize;
        let text = &self.source.text[at(token.start)..at(token.end)];
        match token.kind {
            Kind::Name if text.is_empty() => "name _".into(),
            Kind::Name => format!("name {text}"),
            Kind::Int | Kind::Float | Kind::Imaginary | Kind::Rune | Kind::String => {
                format!("literal {text}")
            }
            Kind::Semi => "semicolon".into(),
            Kind::SemiNewline => "newline".into(),
            Kind::SemiEof => "EOF".into(),
            Kind::Comma => "comma".into(),
            _ if token.class.is_keyword() => format!("keyword {text}"),
            _ => text.into(),
        }
    }

    /// The brackets that are open before token `k`, outermost first.
    fn unclosed(&self, k: usize) -> Vec<usize> {
        let mut open = Vec::new();
        for i in 0..k {
            if self.tokens[i].class.is_open() {
                open.push(i);
            } else if self.tokens[i].class.is_close() {
                open.pop();
            }
        }
        open
    }

    /// The outermost open `{` that the grammar takes for that of a composite literal although it
    /// follows a literal or a call.
    pub fn brace_after_value(&self) -> Option<Pos> {
        let open = self.unclosed(self.k);
        let literals = self.frames.iter().zip(&open);
        let mut braces = literals.filter(|(f, _)| **f == Frame::Literal);
        let brace = braces.find(|&(_, &at)| match self.class_before(at, 1) {
            Class::Lit | Class::Str => true,
            Class::RParen => {
                let open = self.opener(at - 1);
                open.is_some_and(|o| self.class_before(o, 1) == Class::Name)
            }
            _ => false,
        })?;
        Some(self.tokens[*brace.1].start)
    }

    /// The bracket that the one at `close` closes.
    pub fn opener(&self, close: usize) -> Option<usize> {
        let mut depth = 0;
        for i in (0..=close).rev() {
            if self.tokens[i].class.is_close() {
                depth += 1;
            } else if self.tokens[i].class.is_open() {
                depth -= 1;
                if depth == 0 {
                    return Some(i);
                }
            }
        }
        None
    }

    /// The bracket that closes the one at `open`.
    pub fn closer(&self, open: usize) -> Option<usize> {
        let mut depth = 0;
        for i in open..self.tokens.len() {
            if self.tokens[i].class.is_open() {
                depth += 1;
            } else if self.tokens[i].class.is_close() {
                depth -= 1;
                if depth == 0 {
                    return Some(i);
                }
            }
        }
        None
    }

    fn level_after(&self, from: usize) -> Vec<usize> {
        let mut level = Vec::new();
        let mut depth = 0usize;
        for i in from..self.k {
            let class = self.tokens[i].class;
            if class.is_close() {
                depth = depth.saturating_sub(1);
            }
            if depth == 0 {
                level.push(i);
            }
            if class.is_open() {
                depth += 1;
            }
        }
        level
    }

    fn open_header(&self) -> Option<OpenHeader> {
        let is_header =
            |c: Class| matches!(c, Class::If | Class::For | Class::Switch | Class::Select);
        let at = self.level.iter().rposition(|&i| is_header(self.class(i)))?;
        let rest = &self.level[at..];
        if rest.iter().any(|&i| self.class(i) == Class::LBraceBody) {
            return None;
        }
        let semicolons = rest.iter().filter(|&&i| self.class(i) == Class::Semi);
        Some(OpenHeader {
            keyword: self.class(rest[0]),
            semicolons: semicolons.count(),
        })
    }

    fn statement_start(&self) -> usize {
        let after_semicolon = self
            .level
            .iter()
            .rposition(|&i| self.class(i) == Class::Semi)
            .map_or(0, |at| at + 1);
        self.level.get(after_semicolon).copied().unwrap_or(self.k)
    }

    /// The token before `i`; `None` before the first.
    fn class_before(&self, i: usize, back: usize) -> Class {
        i.checked_sub(back).map_or(Class::None, |i| self.class(i))
    }

    /// Whether the name and perhaps the type parameters of a function declaration end before `i`.
    fn follows_func_name(&self, i: usize) -> bool {
        let mut name = i.checked_sub(1);
        if name.is_some_and(|n| self.class(n) == Class::RBrack) {
            name = name
                .and_then(|n| self.opener(n))
                .and_then(|n| n.checked_sub(1));
        }
        let Some(name) = name.filter(|&n| self.class(n) == Class::Name) else {
            return false;
        };
        match self.class_before(name, 1) {
            Class::Func => true,
            Class::RParen => {
                let receiver = self.opener(name - 1).filter(|&open| open > 0);
                receiver.is_some_and(|open| {
                    self.class(open - 1) == Class::Func
                        && matches!(self.class_before(open, 2), Class::Semi | Class::None)
                        && self.unclosed(open).is_empty()
                })
            }
            _ => false,
        }
    }

    /// Whether the parameters of a function end before `i`.
    fn follows_params(&self, i: usize) -> bool {
        if self.class_before(i, 1) != Class::RParen {
            return false;
        }
        self.opener(i - 1).is_some_and(|open| {
            self.class_before(open, 1) == Class::Func || self.follows_func_name(open)
        })
    }

    /// What the last of the brackets `open` opens.
    fn frame_of(&self, open: &[usize]) -> Frame {
        let Some((&at, outer)) = open.split_last() else {
            return Frame::File;
        };
        let before = self.class_before(at, 1);
        match self.class(at) {
            Class::LParenResults => Frame::Params,
            Class::LBrackTypeParams => Frame::TypeParams,
            Class::LParen => self.paren_frame(at, outer, before),
            Class::LBrack => match before {
                Class::Name if self.follows_func_name(at) => Frame::TypeParams,
                Class::Name | Class::RParen | Class::RBrack | Class::RBrace | Class::Str => {
                    Frame::Index
                }
                _ => Frame::Length,
            },
            Class::LBraceBody => self.body_frame(at),
            _ => match before {
                Class::Struct => Frame::Struct,
                Class::Interface => Frame::Interface,
                Class::Semi | Class::Else | Class::None | Class::LBraceBody => Frame::Block,
                Class::LBrace | Class::Colon | Class::Comma => {
                    if self.frame_of(outer) == Frame::Literal {
                        Frame::Literal
                    } else {
                        Frame::Block
                    }
                }
                _ if self.is_func_body(at, outer) => Frame::Block,
                _ => Frame::Literal,
            },
        }
    }

    fn paren_frame(&self, at: usize, outer: &[usize], before: Class) -> Frame {
        match before {
            Class::Import | Class::Const | Class::Var | Class::Type => Frame::Group(before),
            Class::Func => Frame::Params,
            Class::Dot => Frame::Assertion,
            _ if self.follows_func_name(at) || self.follows_params(at) => Frame::Params,
            Class::Name
                if matches!(self.class_before(at, 2), Class::Semi | Class::LBrace)
                    && self.frame_of(outer) == Frame::Interface =>
            {
                Frame::Params
            }
            Class::Name
            | Class::RParen
            | Class::RBrack
            | Class::RBrace
            | Class::Struct
            | Class::Interface => Frame::Args,
            _ => Frame::Paren,
        }
    }

    /// The frame of a `{body`, by its keyword.
    fn body_frame(&self, at: usize) -> Frame {
        let mut depth = 0;
        for i in (0..at).rev() {
            let class = self.class(i);
            if class.is_close() {
                depth += 1;
            } else if class.is_open() {
                depth -= 1;
            } else if depth == 0 {
                match class {
                    Class::Switch => return Frame::Switch,
                    Class::Select => return Frame::Select,
                    Class::If | Class::For => return Frame::Block,
                    _ => {}
                }
            }
        }
        Frame::Block
    }

    /// Whether the `{` at `at` follows the signature of a function.
    fn is_func_body(&self, at: usize, outer: &[usize]) -> bool {
        let from = outer.last().map_or(0, |&i| i + 1);
        let mut depth = 0;
        for i in (from..at).rev() {
            let class = self.class(i);
            if class.is_close() {
                depth += 1;
            } else if class.is_open() {
                depth -= 1;
            } else if depth == 0 {
                match class {
                    Class::Func => return true,
                    Class::Semi
                    | Class::Comma
                    | Class::Assign
                    | Class::Define
                    | Class::Colon
                    | Class::BinaryOp => return false,
                    _ => {}
                }
            }
        }
        false
    }
}
