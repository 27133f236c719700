//! Everything that a person can do with a dossier without changing it: every view, searching, paper, exports
//! and the caseload.

use std::collections::BTreeSet;

use coach::caseload::calendar::CalendarWords;
use coach::caseload::figures;
use coach::dossier::news::Seen;
use coach::paper::{Paper, PaperRequest, PaperTo, print};
use coach::{CoachError, Desk, ExportFormat, Language};
use dossier::model::{
    Action, Approach, CheckIn, Goal, Life, Measurement, Moment, Need, Note, Organisation, OwnMethod,
    Parentage, Partnership, Passage, Person, Resistance, Role, Supervision, Talent, Tie, Wish,
};
use dossier::{DossierId, Id, Record};
use serde::Serialize;

use super::scene::Anna;
use crate::bytes::Decisions;
use crate::member::WORDS;

/// The most days and moments that are looked at one by one. Each costs as much as the first.
const MOST: usize = 6;
/// The most results of a search.
const RESULTS: usize = 20;

/// Does everything with a dossier. What takes long is done rarely, as the decisions say.
pub(super) fn everything(anna: &Anna, id: &DossierId, by: &mut Decisions<'_>) {
    let _ = anna.with(|desk| {
        views(desk, id);
        records(desk, id);
        caseload(desk);
    });
    searches(anna, id, by);
    if by.byte() % 4 == 3 {
        terminal(anna, id, by);
    }
    papers(anna, id, by);
    files(anna, id, by);
    if by.byte() % 4 == 3 {
        let _ = anna.send();
    }
    let _ = anna.with(|desk| {
        shown(desk.seen(id, &Seen::All).map(|_| ()));
        if by.rarely() {
            shown(desk.check().map(|report| report.problems.len()));
        }
    });
}

/// Shows a view as the window gets it and the terminal prints it with `--json`, or why there is none.
fn shown<T: Serialize>(view: Result<T, CoachError>) -> Option<T> {
    match view {
        Ok(view) => {
            #[allow(clippy::expect_used, reason = "a view that cannot be shown is what a fuzzer looks for")]
            serde_json::to_string(&view).expect("a view has a JSON form");
            Some(view)
        }
        Err(error) => {
            let _ = (error.to_string(), error.args());
            None
        }
    }
}

/// Looks at every view of one dossier.
fn views(desk: &mut Desk, id: &DossierId) {
    let view = shown(desk.dossier(id));
    for note in view.iter().flat_map(|view| &view.notes) {
        shown(desk.note_text(id, &note.note.id));
    }
    shown(desk.conflicts(id));
    shown(desk.supervision(id));
    shown(desk.plan_view(id));
    shown(desk.suggestions(id));
    shown(desk.progress(id));
    shown(desk.carers(id));
    shown(desk.methods(Some(id)));
    shown(desk.method_progress(id));
    shown(desk.private_notes(id));
    shown(desk.notes_that_mention(id));
    shown(desk.charter(id));
    shown(desk.moments_to_keep(id));
    shown(desk.analyse(id, None));
    shown(desk.quality(id, None));
    let moments: Vec<Moment> = view.map(|view| view.moments).unwrap_or_default();
    for (place, moment) in moments.iter().enumerate().take(MOST) {
        shown(desk.moment(id, &moment.name));
        shown(desk.analyse(id, Some(&moment.id)));
        shown(desk.quality(id, Some(&moment.id)));
        shown(desk.then_and_now(id, &moment.id, None));
        let next = moments.get(place + 1).map(|next| &next.id);
        shown(desk.then_and_now(id, &moment.id, next));
    }
    let days = shown(desk.days(id)).unwrap_or_default();
    for day in days.iter().take(MOST / 2).chain(days.iter().rev().take(MOST / 2)) {
        shown(desk.network_on(id, *day));
    }
}

/// Lists the records of every kind, as the terminal does.
fn records(desk: &mut Desk, id: &DossierId) {
    list::<Person>(desk, id);
    list::<Organisation>(desk, id);
    list::<Tie>(desk, id);
    list::<Partnership>(desk, id);
    list::<Parentage>(desk, id);
    list::<Wish>(desk, id);
    list::<Life>(desk, id);
    list::<Need>(desk, id);
    list::<Talent>(desk, id);
    list::<Role>(desk, id);
    list::<Resistance>(desk, id);
    list::<Goal>(desk, id);
    list::<Action>(desk, id);
    list::<Note>(desk, id);
    list::<Moment>(desk, id);
    list::<Measurement>(desk, id);
    list::<Passage>(desk, id);
    list::<Approach>(desk, id);
    list::<CheckIn>(desk, id);
    list::<Supervision>(desk, id);
    list::<OwnMethod>(desk, id);
}

fn list<R: Record + Serialize>(desk: &mut Desk, id: &DossierId) {
    let all = shown(desk.read(id).map(|dossier| dossier.all::<R>())).unwrap_or_default();
    let ids: BTreeSet<&R::Id> = all.iter().map(Record::id).collect();
    assert_eq!(ids.len(), all.len(), "two records of one id cannot be shown in one list");
}

/// Looks at everything that is about all dossiers together.
fn caseload(desk: &mut Desk) {
    shown(Ok(desk.caseload()));
    shown(Ok(desk.agenda(None)));
    shown(Ok(desk.agenda(Some(14))));
    shown(desk.reminder());
    shown(desk.people());
    shown(desk.events());
    shown(Ok(desk.session()));
    shown(desk.access_log().map(|log| log.len()));
}

/// Searches for words that may be in the dossier, and for words that Bram chose.
fn searches(anna: &Anna, id: &DossierId, by: &mut Decisions<'_>) {
    let chosen = [by.one_of(WORDS), by.one_of(WORDS)].map(|word| word.copied().unwrap_or_default());
    let typed = String::from_utf8_lossy(by.bytes(6)).into_owned();
    let _ = anna.with(|desk| {
        while desk.prepare_search().unwrap_or(false) {}
        let name = desk.read(id).map(|dossier| dossier.profile().name).unwrap_or_default();
        for words in [chosen[0], chosen[1], &typed, "fatima", "ko", &name] {
            shown(desk.search(words, RESULTS));
        }
    });
}

/// Prints the dossier at a terminal.
fn terminal(anna: &Anna, id: &DossierId, by: &mut Decisions<'_>) {
    let id = id.as_str();
    let language = if by.byte().is_multiple_of(2) { "nl" } else { "en" };
    let word = by.one_of(WORDS).copied().unwrap_or_default();
    let _ = anna.with_shared(|desk| {
        let moments = desk.borrow_mut().read(&id.parse().ok()?).ok()?.all::<Moment>();
        let moment = moments.first().map(|moment| moment.id.to_string()).unwrap_or_default();
        let lists = [
            "person",
            "organisation",
            "tie",
            "note",
            "goal",
            "action",
            "approach",
            "wish",
            "talent",
            "role",
            "life",
            "need",
            "resistance",
            "moment",
            "check-in",
            "step",
            "method",
            "at-once",
        ];
        let lists = lists.map(|kind| vec![kind, "list", id]);
        let others: [&[&str]; 16] = [
            &["dossier", "show", id],
            &["--json", "dossier", "show", id],
            &["action", "suggest", id],
            &["action", "progress", id],
            &["carer", id, "list"],
            &["carer", id, "show"],
            &["quality", id],
            &["--json", "quality", id],
            &["quality", id, "--at", &moment],
            &["then-and-now", id, &moment],
            &["search", "--", word, "fatima"],
            &["charter", id],
            &["agenda"],
            &["caseload", "--all"],
            &["identity"],
            &["log"],
        ];
        let others = others.map(<[&str]>::to_vec);
        for command in lists.into_iter().chain(others) {
            let text = cli::printed(desk, &command, Some(language));
            let obeyed = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t');
            assert!(!text.contains(obeyed), "a terminal would obey what {command:?} prints: {text:?}");
        }
        Some(())
    });
}

/// Prints one paper, and reads the figures.
fn papers(anna: &Anna, id: &DossierId, by: &mut Decisions<'_>) {
    let (which, language) =
        (by.byte(), if by.byte().is_multiple_of(2) { Language::Nl } else { Language::En });
    let Some(folder) = anna.folder() else { return };
    let _ = anna.with_shared(|desk| {
        // Three of four stories end without paper: to typeset takes longer than all the rest.
        if let Some(paper) = usize::from(which % 12).checked_sub(9).and_then(|place| Paper::ALL.get(place)) {
            let request = PaperRequest { paper: *paper, language, drawing: None, texts: 3 };
            shown(print(desk, id, &request, PaperTo::Folder(folder.path())).map(|files| files.len()));
        }
        if which >= 192 {
            shown(figures::read(desk, &mut |_, _| ()));
        }
    });
}

/// Saves the dossier for other programs, and the agenda as a calendar.
fn files(anna: &Anna, id: &DossierId, by: &mut Decisions<'_>) {
    let (which, names) = (by.byte(), by.byte().is_multiple_of(2));
    let Some(folder) = anna.folder() else { return };
    let _ = anna.with(|desk| {
        if let Some(format) = ExportFormat::ALL.into_iter().nth(usize::from(which) % 8) {
            shown(desk.export_into(id, format, folder.path()));
        }
        if which >= 192 {
            let words = CalendarWords { title: "Kring".to_owned(), ..CalendarWords::default() };
            shown(desk.save_calendar_into(folder.path(), names, &words));
        }
    });
}
