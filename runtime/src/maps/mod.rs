//! Maps.
use crate::rtype::RType;

/// How the maps of one type lie in memory.
#[derive(Debug)]
pub struct Layout {}
impl Layout {
    pub(crate) fn of(_t: &RType) -> Layout {
        Layout {}
    }
}
