//! Text to tokens: the first phase of the front end.
//!
//! [`tokenize`] cuts a file into [`Token`]s with logos, inserts the automatic semicolons (spec:
//! "Semicolons"), interns the identifiers and checks every literal, with gc's messages. It never
//! fails: whatever is no token is reported and left out.
#![forbid(unsafe_code)]

mod number;
mod quote;
mod scan;
mod token;
mod unicode;

pub mod literal;

pub use quote::{code_point, quote_char};
pub use scan::{LexError, Tokens, tokenize};
pub use token::{Class, KEYWORDS, Kind, Token};
pub use unicode::{is_digit, is_letter};
