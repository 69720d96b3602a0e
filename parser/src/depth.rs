//! Caps how deep a tree can get, before it is built: every walker of the tree recurses.
//!
//! The LR parser does not recurse, so that only the checker and the compiler are in danger. The
//! height of the tree is estimated from the tokens in one pass: in each open bracket the longest
//! operand counts (its selectors, calls, unary operators), plus the binary operators beside it,
//! plus what nested brackets need. Commas and semicolons start anew. Chains are cheap for walkers
//! and occur in real programs (a string of thousands of concatenated lines), brackets are dear and
//! do not nest deeply in anything that people write.

use lexer::{Class, Token};
use source::Pos;

/// In steps of a chain.
const MAX_HEIGHT: u32 = 10_000;
/// What one level of brackets costs.
const BRACKET: u32 = 10;
/// What one `else` costs.
const ELSE: u32 = 5;

/// The token at which the tree gets too deep.
pub fn too_deep(tokens: &[Token]) -> Option<Pos> {
    // Each level and each chain step costs a token.
    if (tokens.len() as u64) < u64::from(MAX_HEIGHT / BRACKET) {
        return None;
    }
    let mut open: Vec<Level> = Vec::with_capacity(64);
    let mut level = Level::default();
    for token in tokens {
        match token.class {
            Class::LParen | Class::LBrack | Class::LBrace => {
                level.operand += 1;
                open.push(level);
                level = Level::default();
                if open.len() as u32 * BRACKET > MAX_HEIGHT {
                    return Some(token.start);
                }
            }
            Class::RParen | Class::RBrack | Class::RBrace => {
                if let Some(outer) = open.pop() {
                    let height = level.height() + BRACKET;
                    level = outer;
                    level.nested = level.nested.max(height);
                }
            }
            Class::Comma | Class::Semi => {
                level.before = level.height();
                level.start_segment();
                continue;
            }
            Class::BinaryOp | Class::AddOp | Class::Star => {
                level.operators += 1;
                // A unary operator is part of its operand, but does no harm here either.
                level.start_operand();
            }
            Class::Else => level.operators += ELSE,
            Class::Dot
            | Class::Not
            | Class::Arrow
            | Class::Chan
            | Class::Map
            | Class::Func
            | Class::Colon => level.operand += 1,
            _ => continue,
        }
        if level.height() > MAX_HEIGHT {
            return Some(token.start);
        }
    }
    None
}

/// Heights within one open bracket.
#[derive(Clone, Copy, Default)]
struct Level {
    /// The highest segment, between separators, before this one.
    before: u32,
    /// Binary operators in this segment.
    operators: u32,
    /// The highest operand before this one in this segment.
    operands: u32,
    /// Steps of this operand.
    operand: u32,
    /// The highest bracket in this operand.
    nested: u32,
}

impl Level {
    fn height(&self) -> u32 {
        let operand = self.operands.max(self.operand + self.nested);
        self.before.max(self.operators + operand)
    }

    fn start_operand(&mut self) {
        self.operands = self.operands.max(self.operand + self.nested);
        self.operand = 0;
        self.nested = 0;
    }

    fn start_segment(&mut self) {
        *self = Level {
            before: self.before,
            ..Level::default()
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_too_deep(body: String) -> bool {
        let text = format!("package p\nvar x = {body}\n");
        too_deep(&lexer::tokenize(&text, Pos(1)).tokens).is_some()
    }

    #[test]
    fn long_chains_and_wide_lists_are_fine() {
        assert!(!is_too_deep("\"line\" + ".repeat(9_000) + "\"\""));
        assert!(!is_too_deep(format!(
            "f({})",
            "g(1)[2].x, ".repeat(100_000)
        )));
        assert!(!is_too_deep("f(1)".to_owned() + &".g(2)".repeat(3_000)));
        assert!(!is_too_deep("(".repeat(900) + "1" + &")".repeat(900)));
    }

    #[test]
    fn deep_trees_are_not() {
        assert!(is_too_deep("1 + ".repeat(11_000) + "1"));
        assert!(is_too_deep("(".repeat(1_100)));
        assert!(is_too_deep("!".repeat(11_000) + "x"));
        assert!(is_too_deep("[]".repeat(11_000) + "int{}"));
        assert!(is_too_deep("*".repeat(11_000) + "x"));
        let nested = format!("({} + 1)", "1 + ".repeat(3_000));
        let mut body = "1".to_owned();
        for _ in 0..5 {
            body = format!("({body}) + {nested}").replace("+ (1 +", "+ (1 +");
            body = format!("({body}){}", " + 1".repeat(3_000));
        }
        assert!(is_too_deep(body));
    }
}
