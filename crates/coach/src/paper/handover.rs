//! The hand-over for a successor: the state of the dossier, so that she can continue where
//! another coach stopped.

use dossier::method::{MethodProgress, StageState};
use dossier::model::{Action, Goal, Instrument, LifeStatus, NeedStatus, Resistance, TalentKind};
use dossier::{Choice, Id};
use interchange::paper::Block;

use super::material::{Material, filled, paragraphs};

/// The number of recent notes that are listed.
const NOTES: usize = 20;

pub(super) fn parts(of: &Material<'_>) -> Vec<Block> {
    let sections: [(&str, Vec<Block>); 10] = [
        ("paper-handover-stands", stands(of)),
        ("paper-handover-open", open_questions(of)),
        ("paper-handover-steps", steps(of)),
        ("paper-handover-network", network(of)),
        ("paper-handover-wants", wants(of)),
        ("paper-handover-goals", goals(of)),
        ("paper-handover-agreements", agreements(of)),
        ("paper-handover-load", load(of)),
        ("paper-handover-aftercare", aftercare(of)),
        ("paper-handover-notes", notes(of)),
    ];
    let filled = sections.into_iter().filter(|(_, parts)| !parts.is_empty());
    filled.flat_map(|(id, parts)| [of.heading(id)].into_iter().chain(parts)).collect()
}

fn stands(of: &Material<'_>) -> Vec<Block> {
    let profile = &of.view.profile;
    let last = of.notes().filter_map(|note| note.day).filter(|day| *day <= of.today).max();
    let members = of.charter.iter().flat_map(|charter| &charter.members).map(|member| {
        let role = serde_json::to_value(member.role).ok();
        let role = role.as_ref().and_then(|role| role.as_str()).unwrap_or_default();
        format!("{}: {}", member.name, of.say(&format!("member-{role}"), &[]))
    });
    let members: Vec<String> = members.collect();
    let facts = of.facts([
        ("field-birth_year", profile.birth_year.map(|year| year.to_string())),
        ("field-household", of.choice(&profile.household)),
        ("field-district", profile.district.clone()),
        ("field-languages", profile.languages.clone()),
        ("field-method", Some(of.method_title(&of.view.method.name))),
        ("field-step", Some(of.step(&of.view.method.name, &of.view.step))),
        ("paper-handover-status", of.choice(&profile.status)),
        ("paper-handover-last", of.day(last)),
        ("paper-handover-next", of.next_contact()),
        ("paper-handover-shared", Some(members.join("\n"))),
    ]);
    let story = paragraphs(&profile.story.0);
    [facts].into_iter().chain(story).collect()
}

/// Returns what is still open: conflicts, needs that are not met, and questions to colleagues.
fn open_questions(of: &Material<'_>) -> Vec<Block> {
    let mut parts = Vec::new();
    if !of.view.conflicts.is_empty() {
        let count = of.view.conflicts.len().to_string();
        parts.push(Block::told(of.say("paper-handover-at-once", &[("count", &count)])));
    }
    let needs = of.view.needs.iter().filter(|need| need.status != Some(NeedStatus::Met));
    let needs: Vec<String> = needs.map(|need| need.title.clone()).collect();
    if !needs.is_empty() {
        parts.extend([of.told("paper-handover-needs"), Block::List { lines: needs }]);
    }
    let all = &of.view.supervision;
    for question in all.iter().filter(|one| one.reply_to.is_none() && !one.settled) {
        parts.push(Block::under(of.dated("paper-question", question)));
        parts.extend(paragraphs(&question.words.0));
        for answer in all.iter().filter(|one| one.reply_to.as_ref() == Some(&question.id)) {
            parts.push(Block::quiet(of.dated("paper-answer", answer)));
            parts.extend(paragraphs(&answer.words.0));
        }
    }
    parts
}

/// Returns the steps of the method with their states. A skipped step gives the reason.
fn steps(of: &Material<'_>) -> Vec<Block> {
    let view = &of.view;
    let progress = MethodProgress::along(&view.method, view.profile.step.as_deref(), &view.passages);
    let rows = progress.stages.iter().map(|stage| {
        let state = match stage.state {
            StageState::Now => "now",
            StageState::Done => "done",
            StageState::Skipped => "skipped",
            StageState::ToCome => "to-come",
        };
        vec![
            of.step(&view.method.name, &stage.step),
            of.say(&format!("paper-step-{state}"), &[]),
            of.day(stage.day).unwrap_or_default(),
            stage.words.clone(),
        ]
    });
    let head = ["field-step", "field-status", "field-day", "paper-step-words"];
    vec![of.table(&head, rows.collect())]
}

fn network(of: &Material<'_>) -> Vec<Block> {
    let findings = of.findings.iter();
    let lines =
        findings.map(|finding| format!("{} {}", of.message(&finding.says), of.message(&finding.asks)));
    let lines: Vec<String> = lines.collect();
    let mut parts = Vec::new();
    if !lines.is_empty() {
        parts.push(Block::List { lines });
    }
    let word = |text: Option<String>| text.unwrap_or_default();
    let people = of.view.people.iter().map(|one| {
        let carries = one.carer_roles.0.iter().map(|role| of.words.choice("carer-role", role.as_str()));
        let died = (one.life == Some(LifeStatus::Deceased)).then(|| of.choice(&one.life)).flatten();
        let who: Vec<String> = of.kin(one).into_iter().chain(carries).chain(died).collect();
        let how = [of.choice(&one.quality), of.choice(&one.strength)].into_iter().flatten();
        vec![
            one.name.clone(),
            who.join(", "),
            word(of.choice(&one.ring)),
            how.collect::<Vec<_>>().join(", "),
            word(of.choice(&one.frequency)),
        ]
    });
    let organisations = of.view.organisations.iter().map(|one| {
        let how = [of.choice(&one.quality), of.choice(&one.strength)].into_iter().flatten();
        vec![
            one.name.clone(),
            word(of.choice(&one.kind)),
            word(of.choice(&one.ring)),
            how.collect::<Vec<_>>().join(", "),
            word(of.choice(&one.frequency)),
        ]
    });
    let rows: Vec<_> = people.chain(organisations).collect();
    if !rows.is_empty() {
        let head = ["field-name", "paper-who", "list-ring", "list-quality", "paper-contact"];
        parts.push(of.table(&head, rows));
    }
    parts
}

/// Returns the client's wishes, talents and roles, and the client's reasons for not asking for support.
fn wants(of: &Material<'_>) -> Vec<Block> {
    let wishes = of.view.wishes.iter().filter_map(|wish| filled(&wish.words.0));
    let mut parts: Vec<Block> = wishes.map(|text| Block::OwnWords { text }).collect();
    let talents = of.view.talents.iter().map(|talent| {
        let kind = of.words.choice(TalentKind::LIST, talent.kind.as_ref().map_or("talent", Choice::as_str));
        format!("{kind}: {}", talent.title)
    });
    let roles = of.view.roles.iter().map(|role| {
        let time = of.choice(&role.time).map(|time| format!(" ({})", time.to_lowercase()));
        format!("{}: {}{}", of.say("record-role", &[]), role.title, time.unwrap_or_default())
    });
    let resistance = |one: &Resistance| {
        let person = one.person.as_ref().map(|person| of.dossier.name_by_id(person.as_str()));
        let about = [of.choice(&one.reason), person, filled(&one.words.0)];
        let about = about.into_iter().flatten().filter(|text| !text.is_empty());
        format!("{}: {}", of.say("record-resistance", &[]), about.collect::<Vec<_>>().join(", "))
    };
    let lines: Vec<String> = talents.chain(roles).chain(of.view.resistances.iter().map(resistance)).collect();
    if !lines.is_empty() {
        parts.push(Block::List { lines });
    }
    parts
}

fn goals(of: &Material<'_>) -> Vec<Block> {
    let mut parts = Vec::new();
    for goal in &of.view.goals {
        let how = of.choice(&goal.status).unwrap_or_else(|| of.words.choice("goal-status", "open"));
        parts.push(Block::under(format!("{} ({})", goal.title, how.to_lowercase())));
        parts.extend(actions(of, |action| action.goal.as_ref() == Some(&goal.id)));
    }
    let homeless =
        |action: &Action| !of.view.goals.iter().any(|goal: &Goal| action.goal.as_ref() == Some(&goal.id));
    let others = actions(of, homeless);
    if others.is_some() && !of.view.goals.is_empty() {
        parts.push(Block::under(of.say("paper-other-actions", &[])));
    }
    parts.extend(others);
    parts
}

fn actions(of: &Material<'_>, which: impl Fn(&Action) -> bool) -> Option<Block> {
    let rows = of.view.actions.iter().filter(|action| which(action)).map(|action| {
        let status = of.choice(&action.status).unwrap_or_else(|| of.words.choice("action-status", "planned"));
        let worked = of.choice(&action.worked).map(|worked| of.say("paper-worked", &[("worked", &worked)]));
        let outcome = [worked, filled(&action.outcome.0)].into_iter().flatten();
        vec![
            action.title.clone(),
            action.doer.clone().unwrap_or_default(),
            of.day(action.due).unwrap_or_default(),
            status,
            outcome.collect::<Vec<_>>().join(" "),
        ]
    });
    let rows: Vec<_> = rows.collect();
    let head = ["record-action", "field-doer", "field-due", "field-status", "field-outcome"];
    (!rows.is_empty()).then(|| of.table(&head, rows))
}

fn agreements(of: &Material<'_>) -> Vec<Block> {
    let agreed = of.notes().filter_map(|note| {
        let agreed = filled(note.agreed.as_deref()?)?;
        Some(vec![of.day(note.day).unwrap_or_default(), agreed])
    });
    let rows: Vec<_> = agreed.take(NOTES).collect();
    let mut parts = Vec::new();
    if !rows.is_empty() {
        parts.push(of.table(&["field-day", "field-agreed"], rows));
    }
    for approach in &of.view.approaches {
        parts.extend(of.choice(&approach.method).map(Block::under));
        parts.push(of.facts([
            ("field-day", of.day(approach.day)),
            ("field-participants", filled(&approach.participants.0)),
            ("field-agreements", filled(&approach.agreements.0)),
        ]));
    }
    parts
}

/// Returns the load of carers, with a row for each time that an instrument was filled in.
fn load(of: &Material<'_>) -> Vec<Block> {
    let times = of.carers.iter().flat_map(|carer| {
        carer.series.iter().flat_map(move |series| series.times.iter().map(move |time| (carer, series, time)))
    });
    let rows = times.map(|(carer, series, time)| {
        vec![
            of.day(time.filled_in.day).unwrap_or_default(),
            carer.name.clone(),
            of.words.choice(Instrument::LIST, series.instrument.as_str()),
            of.message(&time.says),
        ]
    });
    let rows: Vec<_> = rows.collect();
    let head = ["field-day", "paper-who", "field-instrument", "paper-score"];
    if rows.is_empty() { Vec::new() } else { vec![of.table(&head, rows)] }
}

fn aftercare(of: &Material<'_>) -> Vec<Block> {
    let mut all: Vec<_> = of.view.check_ins.iter().collect();
    all.sort_by_key(|one| one.due);
    let rows = all.into_iter().map(|one| {
        vec![
            of.day(one.due).unwrap_or_default(),
            of.day(one.held).unwrap_or_default(),
            of.choice(&one.going).unwrap_or_default(),
            one.words.0.clone(),
        ]
    });
    let rows: Vec<_> = rows.collect();
    let head = ["paper-planned", "field-held", "field-going", "field-words"];
    if rows.is_empty() { Vec::new() } else { vec![of.table(&head, rows)] }
}

/// Returns the recent notes. The notes that were asked for are printed in full, and the others as titles.
fn notes(of: &Material<'_>) -> Vec<Block> {
    let (told, listed): (Vec<_>, Vec<_>) = of
        .notes()
        .take(NOTES.max(of.texts.len()))
        .partition(|note| of.texts.iter().any(|(id, _)| *id == note.id));
    let mut parts = Vec::new();
    for note in told {
        parts.push(Block::under(of.note(note)));
        parts.extend(of.text(&note.id));
    }
    let lines: Vec<String> = listed.into_iter().map(|note| of.note(note)).collect();
    if !lines.is_empty() {
        if !parts.is_empty() {
            parts.push(Block::under(of.say("paper-earlier-notes", &[])));
        }
        parts.push(Block::List { lines });
    }
    parts
}
