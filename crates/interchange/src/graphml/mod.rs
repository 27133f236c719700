//! Networks of points and lines: GraphML (graphml.graphdrawing.org/specification), also what Network Canvas exports.

mod read;
mod write;

pub(crate) use read::read;
pub(crate) use write::write;

/// The id of the client's own point.
const CLIENT: &str = "client";
