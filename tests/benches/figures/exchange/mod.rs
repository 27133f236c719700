//! The exchange: the cost of two people working on one dossier over a server that belongs to others.

mod computed;
mod many;
mod one_edit;
mod pair;

use std::path::Path;

use anyhow::Result;

use crate::table::Line;

pub(crate) fn measure(home: &Path) -> Result<Vec<Line>> {
    let mut lines = one_edit::measure(&home.join("one-edit"))?;
    lines.extend(many::a_thousand_dossiers(&home.join("thousand"))?);
    lines.extend(many::nothing_new(&home.join("nothing-new"))?);
    Ok(lines)
}
