//! Questions about what is being typed, answered by the checker; nothing of it runs or stays.

use super::session::{Session, std_package};
use crate::doc::package::Package;
use std::collections::HashMap;
use std::rc::Rc;

/// A name that could stand somewhere.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Known {
    pub name: String,
    /// What is shown after the name: a signature, a type.
    pub detail: String,
}
