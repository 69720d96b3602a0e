//! What the checker knows beyond gc's words: places that explain an error, and what was probably
//! meant. All of it is added to the error that was reported last (see `errors.rs`).

mod names;
mod values;
