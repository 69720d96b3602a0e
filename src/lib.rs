//! gorun
