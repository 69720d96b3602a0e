//! Text as Go prints and reads it: numbers, quoted strings, UTF-8 and Unicode tables. Pure functions.

pub mod calendar;
pub mod decimal;
pub mod duration;
pub mod entities;
pub mod float;
pub mod hexfloat;
pub mod integer;
pub mod quote;
pub mod regexp;
pub mod search;
pub mod timetext;
pub mod unicode;
pub mod utf8;
pub mod zones;
