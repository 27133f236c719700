//! The plan for the client: in her own words, short, and in large type. It leaves out what is for the coach
//! only, such as the quality of ties, interventions and notes. Of people it prints only names and relations.

use dossier::Choice;
use dossier::model::{Action, ActionStatus, GoalStatus, LifeStatus, NoteKind, Organisation, Person, Ring};
use interchange::paper::{Block, Fact};

use super::drawing::PaperDrawing;
use super::material::{Material, filled};
use super::order::NameOrder;

/// The maximum number of agreements to print. Older agreements were kept or forgotten.
const AGREEMENTS: usize = 5;

pub(super) fn parts(of: &Material<'_>, names: &NameOrder, drawing: Option<&PaperDrawing>) -> Vec<Block> {
    let mut parts = vec![of.heading("paper-plan-around")];
    parts.extend(around(of, names));
    if drawing.is_some() {
        parts.push(of.quiet("paper-plan-see-map"));
    }
    parts.push(of.heading("paper-plan-goals"));
    parts.extend(goals(of));
    parts.push(of.heading("paper-plan-actions"));
    parts.extend(actions(of));
    parts.push(of.heading("paper-plan-agreements"));
    parts.extend(agreements(of));
    parts.push(of.heading("paper-plan-next"));
    parts.extend(next(of));
    parts.push(of.quiet("paper-plan-mine"));
    if let Some(drawing) = drawing {
        parts.push(Block::Drawing {
            title: of.say("paper-plan-map", &[]),
            svg: drawing.svg.clone(),
            says: drawing.says.clone(),
        });
        if !drawing.signs.is_empty() {
            parts.push(Block::under(of.say("paper-plan-signs", &[])));
            parts.push(Block::Signs { signs: drawing.signs.clone() });
        }
    }
    parts
}

/// Returns the people and organisations around the client, by ring and by name. People who died are on the
/// map, but they are left out here, because nobody can turn to them.
fn around(of: &Material<'_>, order: &NameOrder) -> Vec<Block> {
    let lives = |person: &&Person| person.life != Some(LifeStatus::Deceased);
    let person = |person: &Person| match of.kin(person) {
        Some(kin) => format!("{}, {kin}", person.name),
        None => person.name.clone(),
    };
    let people = of.view.people.iter().filter(lives).map(|one| (one.ring.clone(), person(one)));
    let organisation = |one: &Organisation| (one.ring.clone(), one.name.clone());
    let mut all: Vec<_> = people.chain(of.view.organisations.iter().map(organisation)).collect();
    all.sort_by(|(_, one), (_, other)| order.compare(one, other));
    if all.is_empty() {
        return vec![of.told("paper-plan-nobody")];
    }
    let named = |ring: Option<&Ring>| -> Vec<&str> {
        all.iter().filter(|(there, _)| there.as_ref() == ring).map(|(_, name)| name.as_str()).collect()
    };
    let known = Ring::ALL.iter().map(|ring| (ring_name(of, ring), named(Some(ring))));
    let elsewhere = all.iter().filter(|(ring, _)| ring.as_ref().is_none_or(|ring| !Ring::ALL.contains(ring)));
    let elsewhere = elsewhere.map(|(_, name)| name.as_str()).collect();
    let groups: Vec<_> = known.chain([(of.say("paper-ring-none", &[]), elsewhere)]).collect();
    let filled = groups.into_iter().filter(|(_, names)| !names.is_empty());
    let lines = filled.map(|(name, names)| Fact { name, says: names.join("\n") });
    vec![Block::Facts { lines: lines.collect() }]
}

/// Returns the name of a ring: the client's own name for it, or a plain one.
fn ring_name(of: &Material<'_>, ring: &Ring) -> String {
    let profile = &of.view.profile;
    let called = match ring {
        Ring::Intimates => &profile.called_intimates,
        Ring::Friends => &profile.called_friends,
        Ring::Acquaintances => &profile.called_acquaintances,
        Ring::Services => &profile.called_services,
        Ring::Unknown(_) => &None,
    };
    called
        .as_deref()
        .and_then(filled)
        .unwrap_or_else(|| of.say(&format!("paper-ring-{}", ring.as_str()), &[]))
}

fn goals(of: &Material<'_>) -> Vec<Block> {
    let wishes = of.view.wishes.iter().filter_map(|wish| filled(&wish.words.0));
    let mut parts: Vec<Block> = wishes.map(|text| Block::OwnWords { text }).collect();
    let with = |wanted: fn(&Option<GoalStatus>) -> bool| -> Vec<String> {
        let goals = of.view.goals.iter().filter(|goal| wanted(&goal.status));
        goals.map(|goal| goal.title.clone()).collect()
    };
    let open = with(|status| matches!(status, None | Some(GoalStatus::Open | GoalStatus::Unknown(_))));
    let reached = with(|status| *status == Some(GoalStatus::Reached));
    if !open.is_empty() {
        parts.extend([of.told("paper-plan-to-reach"), Block::List { lines: open }]);
    }
    if !reached.is_empty() {
        parts.extend([of.told("paper-plan-reached"), Block::List { lines: reached }]);
    }
    if parts.is_empty() {
        parts.push(of.told("paper-plan-no-goals"));
    }
    parts
}

fn actions(of: &Material<'_>) -> Vec<Block> {
    let goals = &of.view.goals;
    let (mut open, mut done): (Vec<&Action>, Vec<&Action>) = of
        .view
        .actions
        .iter()
        .filter(|action| action.status != Some(ActionStatus::Dropped))
        .partition(|action| action.status != Some(ActionStatus::Done));
    // Actions with a day come first, and the earliest is at the top.
    open.sort_by_key(|action| (action.due.is_none(), action.due));
    done.sort_by_key(|action| action.ended);
    let mut parts = Vec::new();
    for action in &open {
        let goal = action.goal.as_ref().and_then(|id| goals.iter().find(|goal| goal.id == *id));
        parts.push(Block::under(action.title.clone()));
        parts.push(of.facts([
            ("paper-plan-who", action.doer.clone()),
            ("paper-plan-with", of.member(&action.member)),
            ("paper-plan-first-step", action.first_step.clone()),
            ("paper-plan-where", action.place.clone()),
            ("paper-plan-when", of.day(action.due)),
            // If there is only one goal, it is clear what an action is for.
            ("paper-plan-what-for", goal.filter(|_| goals.len() > 1).map(|goal| goal.title.clone())),
        ]));
    }
    if !done.is_empty() {
        let lines = done.iter().map(|action| action.title.clone()).collect();
        parts.extend([of.told("paper-plan-done"), Block::List { lines }]);
    }
    if parts.is_empty() {
        parts.push(of.told("paper-plan-no-actions"));
    }
    parts.retain(|part| !matches!(part, Block::Facts { lines } if lines.is_empty()));
    parts
}

/// Returns what was agreed with the client herself, and the agreements of the approaches. What was agreed with
/// colleagues, or thought by the coach alone, is not for her. A note without a kind counts as contact with her.
fn agreements(of: &Material<'_>) -> Vec<Block> {
    let without_her = |kind: &Option<NoteKind>| {
        matches!(kind, Some(NoteKind::Consultation | NoteKind::Thought | NoteKind::Unknown(_)))
    };
    let notes = of.notes().filter(|note| !without_her(&note.kind));
    let agreed = notes.filter_map(|note| Some((note.day, filled(note.agreed.as_deref()?)?)));
    let lines = agreed.take(AGREEMENTS).map(|(day, agreed)| match of.day(day) {
        Some(day) => format!("{day}: {agreed}"),
        None => agreed,
    });
    let lines: Vec<String> = lines.collect();
    let mut parts = Vec::new();
    if !lines.is_empty() {
        parts.push(Block::List { lines });
    }
    for approach in &of.view.approaches {
        let Some(agreements) = filled(&approach.agreements.0) else { continue };
        parts.extend(of.choice(&approach.method).map(Block::under));
        let facts = of.facts([
            ("paper-plan-when", of.day(approach.day)),
            ("paper-plan-who-join", filled(&approach.participants.0)),
            ("paper-plan-agreed", Some(agreements)),
        ]);
        parts.push(facts);
    }
    if parts.is_empty() {
        parts.push(of.told("paper-plan-no-agreements"));
    }
    parts
}

fn next(of: &Material<'_>) -> Vec<Block> {
    let mut parts = match of.next_contact() {
        Some(moment) => vec![Block::told(of.say("paper-plan-next-contact", &[("moment", &moment)]))],
        None => vec![of.told("paper-plan-no-next")],
    };
    let coming = of.view.check_ins.iter().filter(|check_in| check_in.held.is_none());
    let mut days: Vec<_> =
        coming.filter_map(|check_in| check_in.due).filter(|day| *day >= of.today).collect();
    days.sort_unstable();
    if !days.is_empty() {
        let lines = days.into_iter().map(|day| of.words.day(day)).collect();
        parts.extend([of.told("paper-plan-later"), Block::List { lines }]);
    }
    parts
}
