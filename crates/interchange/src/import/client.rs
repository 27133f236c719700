//! The client of a file: who she is, and what the file says of her.

use std::collections::HashMap;

use dossier::Field;
use dossier::model::*;

use super::draft::{Draft, DraftLink, Unread, UnreadReason};
use super::totals::Tally;
use crate::field::{described, with_fields};
use crate::text::comparable;
use crate::vocabulary;

/// Takes the only person with the client's name for the client, unless the file or the coach named the
/// client.
pub(super) fn find(draft: &mut Draft, profile: &Profile) {
    if draft.client.is_none() {
        let mut same =
            draft.people.iter().filter(|person| comparable(&person.name) == comparable(&profile.name));
        if let (Some(one), None) = (same.next(), same.next()) {
            draft.client = Some(one.id.clone());
        }
    }
}

/// Names what the file says of the client: the profile is the coach's own.
pub(super) fn name_fields(draft: &mut Draft, profile: &Profile) {
    let Draft { client, people, unread, .. } = draft;
    for person in people.iter_mut().filter(|person| Some(&person.id) == client.as_ref()) {
        if comparable(&person.name) != comparable(&profile.name) {
            let text = described(&PersonField::Name(person.name.clone()));
            unread.add(person.line, &text, UnreadReason::OfClient);
        }
        for field in person.fields.drain(..) {
            let is_known = match &field {
                // Family trees put everybody into the family.
                PersonField::Sector(sector) => *sector == Some(Sector::Family),
                PersonField::Gender(gender) => *gender == profile.gender,
                _ => false,
            };
            if !is_known {
                unread.add(person.line, &described(&field), UnreadReason::OfClient);
            }
        }
    }
}

/// Moves the quality, strength and energy of ties with the client to the other member, where the record keeps
/// them. Names what else the file says of such a tie.
pub(super) fn move_ties(draft: &mut Draft, totals: &mut Tally) {
    let Some(client) = draft.client.clone() else { return };
    let Draft { people, organisations, ties, unread, .. } = draft;
    let (own, others) = std::mem::take(ties).into_iter().partition(|tie| tie.ends.contains(&client));
    *ties = others;
    let places = people.iter().enumerate().map(|(place, one)| (one.id.clone(), place));
    let people_at: HashMap<String, usize> = places.collect();
    let places = organisations.iter().enumerate().map(|(place, one)| (one.id.clone(), place));
    let organisations_at: HashMap<String, usize> = places.collect();
    for tie in own {
        let other = if tie.ends[0] == client { &tie.ends[1] } else { &tie.ends[0] };
        if *other == client {
            let shown = with_fields(&tie.ends.join(" – "), &tie.fields);
            unread.add(tie.line, &shown, UnreadReason::ToItself);
            totals.not_added += 1;
        } else if let Some(person) = people_at.get(other).and_then(|place| people.get_mut(*place)) {
            totals.of_client += 1;
            move_fields(&tie, &mut person.fields, unread, |field| match field {
                TieField::Quality(quality) => Some(PersonField::Quality(quality)),
                TieField::Strength(strength) => Some(PersonField::Strength(strength)),
                TieField::Energy(energy) => Some(PersonField::Energy(energy)),
                _ => None,
            });
        } else if let Some(one) = organisations_at.get(other).and_then(|place| organisations.get_mut(*place))
        {
            totals.of_client += 1;
            move_fields(&tie, &mut one.fields, unread, |field| match field {
                TieField::Quality(quality) => Some(OrganisationField::Quality(quality)),
                TieField::Strength(strength) => Some(OrganisationField::Strength(strength)),
                TieField::Energy(energy) => Some(OrganisationField::Energy(energy)),
                _ => None,
            });
        } else {
            let shown = with_fields(&tie.ends.join(" – "), &tie.fields);
            unread.add(tie.line, &shown, UnreadReason::UnknownEnd);
            totals.not_added += 1;
        }
    }
}

/// Moves the fields of a tie to a member, and names those that the member has no place for or has already.
fn move_fields<F: Field>(
    tie: &DraftLink<TieField>,
    fields: &mut Vec<F>,
    unread: &mut Unread,
    of_member: fn(TieField) -> Option<F>,
) {
    for field in &tie.fields {
        match of_member(field.clone()) {
            Some(own) if fields.iter().all(|known| known.key() != own.key()) => fields.push(own),
            Some(own) if fields.contains(&own) => {}
            _ => unread.leave_out(vocabulary::heading(field.key()), tie.line),
        }
    }
}
