//! The re-tagging pass: gives brackets whose role LR(1) cannot see classes of their own.
//!
//! One forward pass over the tokens, with a stack of the open brackets and statement headers and a
//! short look-ahead that skips one type:
//!
//! 1. `{` that opens the block of `if`, `for`, `switch` and `select` becomes `{body`. Spec:
//!    "Composite literals" has the ambiguity and resolves it in favour of the block.
//! 2. `(` directly after the parameters of a `func` becomes `(res`, the results, so that the
//!    grammar can tell them from the arguments of a conversion.
//! 3. `[` after `type Name` becomes `[tp` when only type parameters can follow. Spec: "Type
//!    parameter declarations" has this ambiguity.
//! 4. `case` and `default` after a label get no class at all: they are errors there.

use lexer::{Class, Kind, Token};

/// Re-tags `tokens`, whose classes are those of their kinds.
pub fn retag(tokens: &mut [Token]) {
    let matches = match_brackets(tokens);
    Retagger {
        tokens,
        matches,
        open: Vec::with_capacity(64),
    }
    .run();
}

const UNMATCHED: u32 = u32::MAX;

/// How many unclosed brackets a closing one may skip, so that one lost bracket does not unmatch
/// the whole file.
const MAX_SKIPPED: usize = 4;

/// For every opening bracket the index of the closing one.
fn match_brackets(tokens: &[Token]) -> Vec<u32> {
    let mut matches = vec![UNMATCHED; tokens.len()];
    let mut open: Vec<u32> = Vec::with_capacity(64);
    for (i, token) in tokens.iter().enumerate() {
        let opener = match token.class {
            Class::LParen | Class::LBrack | Class::LBrace => {
                open.push(i as u32);
                continue;
            }
            Class::RParen => Class::LParen,
            Class::RBrack => Class::LBrack,
            Class::RBrace => Class::LBrace,
            _ => continue,
        };
        let nearest = open
            .iter()
            .rev()
            .take(MAX_SKIPPED)
            .position(|&j| tokens[j as usize].class == opener);
        if let Some(skipped) = nearest {
            open.truncate(open.len() - skipped);
            if let Some(j) = open.pop() {
                matches[j as usize] = i as u32;
            }
        }
    }
    matches
}

/// How far a closing bracket looks for its opening one, and how many prefixes (`[]`, `*`, `map[K]`,
/// …) the look-ahead over a type skips: so that nonsense does not take quadratic time.
const MAX_LOOK_BACK: usize = 256;
const MAX_TYPE_STEPS: usize = 256;

#[derive(Clone, Copy, PartialEq)]
enum Open {
    Paren,
    Bracket,
    Brace,
    /// A header keyword whose block has not begun.
    Header,
}

struct Retagger<'a> {
    tokens: &'a mut [Token],
    matches: Vec<u32>,
    open: Vec<Open>,
}

/// Tokens after which `[` indexes, `(` calls, and `*` multiplies.
fn ends_operand(class: Class) -> bool {
    use Class::*;
    matches!(class, Name | RParen | RBrack | RBrace | Lit | Str)
}

impl Retagger<'_> {
    fn class(&self, i: usize) -> Class {
        self.tokens.get(i).map_or(Class::None, |t| t.class)
    }

    fn before(&self, i: usize) -> Class {
        i.checked_sub(1).map_or(Class::None, |i| self.class(i))
    }

    fn close(&self, i: usize) -> Option<usize> {
        let close = self.matches[i];
        (close != UNMATCHED).then_some(close as usize)
    }

    fn run(&mut self) {
        // The `{` known to open a literal or a function body although a header is open.
        let mut no_body = usize::MAX;
        // The depth of an open `type ( … )` group.
        let mut type_group = None;
        for i in 0..self.tokens.len() {
            let class = self.tokens[i].class;
            let in_header = self.open.last() == Some(&Open::Header);
            match class {
                Class::If | Class::For | Class::Switch | Class::Select => {
                    self.open.push(Open::Header);
                }
                Class::Func => {
                    self.tag_results(i);
                    if in_header {
                        no_body = self.brace_after_type(i).unwrap_or(no_body);
                    }
                }
                Class::Case | Class::Default if self.follows_label(i) => {
                    self.tokens[i].class = Class::None;
                }
                Class::Map | Class::Struct if in_header => {
                    no_body = self.brace_after_type(i).unwrap_or(no_body);
                }
                Class::LParen | Class::LParenResults => {
                    if self.before(i) == Class::Type {
                        type_group = Some(self.open.len() + 1);
                    }
                    self.open.push(Open::Paren);
                }
                Class::LBrack => {
                    let before = self.before(i);
                    if in_header && !ends_operand(before) {
                        no_body = self.brace_after_type(i).unwrap_or(no_body);
                    }
                    if before == Class::Name && i >= 2 {
                        let declares = match self.class(i - 2) {
                            Class::Type => true,
                            Class::LParen | Class::Semi => type_group == Some(self.open.len()),
                            _ => false,
                        };
                        if declares && self.opens_type_params(i) {
                            self.tokens[i].class = Class::LBrackTypeParams;
                        }
                    }
                    self.open.push(Open::Bracket);
                }
                Class::LBrace => {
                    let of_type = matches!(self.before(i), Class::Struct | Class::Interface);
                    if in_header && no_body != i && !of_type {
                        self.open.pop();
                        self.tokens[i].class = Class::LBraceBody;
                    }
                    self.open.push(Open::Brace);
                }
                Class::RParen | Class::RBrack | Class::RBrace => {
                    let opener = match class {
                        Class::RParen => Open::Paren,
                        Class::RBrack => Open::Bracket,
                        _ => Open::Brace,
                    };
                    if opener == Open::Paren && type_group == Some(self.open.len()) {
                        type_group = None;
                    }
                    let mut innermost = self.open.iter().rev().take(MAX_LOOK_BACK);
                    if let Some(inner) = innermost.position(|&open| open == opener) {
                        self.open.truncate(self.open.len() - inner - 1);
                    }
                }
                _ => {}
            }
        }
    }

    /// Whether a label ends just before `i`. A label needs a statement: only before `}` may it be
    /// an empty one without a semicolon.
    fn follows_label(&self, i: usize) -> bool {
        let [colon, name, before] = [1, 2, 3].map(|back| match i.checked_sub(back) {
            Some(i) => self.class(i),
            None => Class::None,
        });
        (colon, name) == (Class::Colon, Class::Name)
            && matches!(before, Class::Semi | Class::Colon | Class::LBraceBody)
    }

    /// Tags the `(` of the results of the function type or literal at `func`.
    fn tag_results(&mut self, func: usize) {
        if self.class(func + 1) == Class::LParen
            && let Some(close) = self.close(func + 1)
            && self.class(close + 1) == Class::LParen
        {
            self.tokens[close + 1].class = Class::LParenResults;
        }
    }

    /// The `{` that directly follows the type at `i`.
    fn brace_after_type(&self, i: usize) -> Option<usize> {
        let end = self.skip_type(i)?;
        (self.class(end) == Class::LBrace).then_some(end)
    }

    /// The index just past the type that begins at `i`, if one does.
    fn skip_type(&self, mut i: usize) -> Option<usize> {
        for _ in 0..MAX_TYPE_STEPS {
            i = match self.class(i) {
                Class::Name => {
                    let mut end = i + 1;
                    if self.class(end) == Class::Dot && self.class(end + 1) == Class::Name {
                        end += 2;
                    }
                    if self.class(end) == Class::LBrack {
                        end = self.close(end)? + 1;
                    }
                    return Some(end);
                }
                Class::Star => i + 1,
                Class::LParen | Class::LParenResults => return Some(self.close(i)? + 1),
                Class::LBrack => self.close(i)? + 1,
                Class::Map if self.class(i + 1) == Class::LBrack => self.close(i + 1)? + 1,
                Class::Chan if self.class(i + 1) == Class::Arrow => i + 2,
                Class::Chan => i + 1,
                Class::Arrow if self.class(i + 1) == Class::Chan => i + 1,
                Class::Struct | Class::Interface if self.class(i + 1) == Class::LBrace => {
                    return Some(self.close(i + 1)? + 1);
                }
                Class::Func if self.class(i + 1) == Class::LParen => {
                    let end = self.close(i + 1)? + 1;
                    if !starts_type(self.class(end)) {
                        return Some(end);
                    }
                    end
                }
                _ => return None,
            };
        }
        None
    }

    /// Whether the `[` at `open`, after `type Name`, begins type parameters rather than the length
    /// of an array type.
    fn opens_type_params(&self, open: usize) -> bool {
        use Class::*;
        if self.class(open + 1) != Name {
            return false;
        }
        match self.class(open + 2) {
            Star | LParen => self.holds_type_elements(open),
            RBrack | BinaryOp | AddOp | Dot | LBrace => false,
            _ => true,
        }
    }

    /// Decides `[P *E …]` and `[P (E) …]`: type parameters if a comma follows or if `E` can only be
    /// a type.
    fn holds_type_elements(&self, open: usize) -> bool {
        let Some(end) = self.close(open) else {
            return true;
        };
        let first = open + 2;
        let paren_end = match self.class(first) {
            Class::LParen => Some(self.close(first).unwrap_or(end)),
            _ => None,
        };
        let mut only_type = false;
        let mut i = first;
        while i < end {
            match self.class(i) {
                // `P(a, b)` is a call.
                Class::Comma => return paren_end.is_none_or(|close| i >= close),
                Class::Struct | Class::Interface | Class::Map | Class::Chan | Class::Func => {
                    only_type = true;
                }
                Class::Not if self.tokens[i].kind == Kind::Tilde => only_type = true,
                Class::LBrack => {
                    only_type |= !ends_operand(self.before(i));
                    i = self.close(i).unwrap_or(i);
                }
                Class::LBrace => i = self.close(i).unwrap_or(i),
                Class::LParen if i != first && ends_operand(self.before(i)) => {
                    i = self.close(i).unwrap_or(i);
                }
                _ => {}
            }
            i += 1;
        }
        match paren_end {
            // `[P ([]int)]` and `[P ([]int)|Q]`, but not `[P([]int)+1]`.
            Some(close) if only_type => {
                self.class(close + 1) == Class::RBrack
                    || self.tokens.get(close + 1).map(|t| t.kind) == Some(Kind::Or)
            }
            _ => only_type,
        }
    }
}

fn starts_type(class: Class) -> bool {
    use Class::*;
    matches!(
        class,
        Name | Star
            | LParen
            | LParenResults
            | LBrack
            | Map
            | Chan
            | Arrow
            | Struct
            | Interface
            | Func
    )
}
