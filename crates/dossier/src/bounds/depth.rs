//! The depth of the objects of a document.

use std::collections::HashMap;

use super::change::ACTIONS;
use super::column::{Column, OBJECT_COUNTER, named};
use super::limits;
use super::runs::{Number, rows, sums};
use super::spent::at_most;
use crate::loading::LoadError;

// Columns of the table of operations.
const OBJECT_ACTOR: u8 = 1;
const ACTOR: u8 = 2 << 4 | 1;
const COUNTER: u8 = 2 << 4 | 3;

/// The numbers that stand for making a map, a list, a text and a table among the kinds of operations.
const MAKE: [u64; 4] = [0, 2, 4, 6];

/// The name of an operation, and of the object that it made: a counter and the number of an actor.
type Id = (u64, u64);

/// Returns an error if objects are deeper within each other than the limit, or go round in circles. The rows
/// must be counted before.
pub(super) fn measure_depth(operations: &[Column]) -> Result<(), LoadError> {
    let parents = parents(operations);
    let mut depths: HashMap<Id, usize> = HashMap::new();
    for object in parents.keys() {
        let mut path = Vec::new();
        let mut next = Some(*object);
        let known = loop {
            let Some(id) = next else { break 0 };
            if let Some(depth) = depths.get(&id) {
                break *depth;
            }
            path.push(id);
            at_most(path.len() as u64, "objects within each other", limits::DEPTH as u64)?;
            // An object whose maker is not here is as good as one in the root.
            next = parents.get(&id).copied().flatten();
        };
        for (above, id) in path.iter().rev().enumerate() {
            let depth = known + above + 1;
            at_most(depth as u64, "objects within each other", limits::DEPTH as u64)?;
            depths.insert(*id, depth);
        }
    }
    Ok(())
}

/// Returns the object within which each object was made; `None` for the root.
fn parents(operations: &[Column]) -> HashMap<Id, Option<Id>> {
    let column = |name| named(operations, name);
    // Columns in which every row is null are left out.
    let mut object_actors = rows::<Number>(column(OBJECT_ACTOR));
    let mut object_counters = rows::<Number>(column(OBJECT_COUNTER));
    let ids = sums(column(COUNTER)).zip(rows::<Number>(column(ACTOR)));
    let mut parents = HashMap::new();
    for (action, (counter, actor)) in rows::<Number>(column(ACTIONS)).zip(ids) {
        let parent = object_counters.next().flatten().zip(object_actors.next().flatten());
        if action.is_some_and(|action| MAKE.contains(&action))
            && let (Some(counter), Some(actor)) = (counter, actor)
        {
            parents.insert((counter, actor), parent);
        }
    }
    parents
}
