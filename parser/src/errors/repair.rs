//! Changes to the tokens after which parsing goes on as gc's would.

use lexer::{Kind, Token};
use source::{Pos, Symbol};

/// What to do at the offending token.
pub enum Repair {
    /// gc gives up here, or nothing is known to help.
    Stop,
    /// Leaves out `back` tokens before the offending one and `skip` from it on, and puts `insert`
    /// in their place.
    Replace {
        back: usize,
        skip: usize,
        insert: Vec<Kind>,
    },
}

/// Repairs `tokens` at `k`, which has the position `at`. False if nothing changes.
pub fn apply(tokens: &mut Vec<Token>, k: usize, at: Pos, repair: Repair) -> bool {
    let Repair::Replace { back, skip, insert } = repair else {
        return false;
    };
    if back + skip == 0 && insert.is_empty() {
        return false;
    }
    let end = (k + skip).min(tokens.len());
    // A name that gc would have skipped may as well be the one that it pretends to have seen.
    let skipped_name = tokens[k..end]
        .iter()
        .find(|t| t.kind == Kind::Name)
        .copied();
    let inserted: Vec<Token> = insert
        .into_iter()
        .map(|kind| match (kind, skipped_name) {
            (Kind::Name, Some(name)) => name,
            (Kind::Name, None) => Token::new(kind, at, at, Symbol::BLANK),
            _ => Token::new(kind, at, at, Symbol::EMPTY),
        })
        .collect();
    tokens.splice(k - back..end, inserted);
    true
}
