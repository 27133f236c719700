//! The dossier of Greet, with records of every kind.

use chrono::NaiveDate;
use coach::Desk;
use coach::dossier::model::*;
use coach::dossier::*;

use crate::support::{member, numbered};

pub(crate) fn day(text: &str) -> Option<NaiveDate> {
    Some(text.parse().unwrap())
}

pub(crate) fn greet(desk: &mut Desk) -> DossierId {
    let greet = desk.new_dossier("Greet de Wit").unwrap();
    let note = |number, title: &str, kind, on: &str, agreed: Option<&str>, next: Option<&str>| {
        let fields = vec![
            NoteField::Title(Some(title.into())),
            NoteField::Kind(kind),
            NoteField::Day(day(on)),
            NoteField::Agreed(agreed.map(str::to_owned)),
            NoteField::Next(next.and_then(day)),
            NoteField::NextTime(next.map(|_| 14 * 60 + 30)),
        ];
        edit::add::<Note>(numbered(number), fields)
    };
    let edits = vec![
        Edit::Profile(ProfileField::Story("Greet zong dertig jaar in een koor.".into())),
        Edit::Profile(ProfileField::BirthYear(Some(1946))),
        Edit::Profile(ProfileField::District(Some("Oosterwijk".into()))),
        Edit::Profile(ProfileField::CalledIntimates(Some("Mijn eigen kring".into()))),
        edit::add::<Person>(
            numbered(1),
            [
                PersonField::Name("Joris".into()),
                PersonField::Relation(Some(Relation::Child)),
                PersonField::Gender(Some(Gender::Man)),
                PersonField::Ring(Some(Ring::Intimates)),
                PersonField::Born(Some("1970-05".parse().unwrap())),
                PersonField::Quality(Some(Quality::Strained)),
                PersonField::Remark("Joris drinkt te veel.".into()),
                PersonField::Contact(Some("06-12345678".into())),
                PersonField::Gives([SupportKind::Practical, SupportKind::Emotional].into_iter().collect()),
            ],
        ),
        edit::add::<Person>(
            numbered(2),
            [
                PersonField::Name("Gülşah Yıldırım".into()),
                PersonField::Relation(Some(Relation::Neighbour)),
                PersonField::Gender(Some(Gender::Woman)),
                PersonField::Ring(Some(Ring::Friends)),
            ],
        ),
        edit::add::<Person>(
            numbered(3),
            [PersonField::Name("Henk".into()), PersonField::Life(Some(LifeStatus::Deceased))],
        ),
        edit::add::<Organisation>(
            numbered(1),
            [
                OrganisationField::Name("Koor De Lijster".into()),
                OrganisationField::Remark("Zingt op dinsdag.".into()),
            ],
        ),
        edit::add::<Tie>(
            numbered(1),
            [
                TieField::A(Some(member(1))),
                TieField::B(Some(member(2))),
                TieField::Kind(Some(TieKind::Neighbours)),
            ],
        ),
        edit::add::<Partnership>(
            numbered(1),
            [
                PartnershipField::A(Some(Relative::Client)),
                PartnershipField::B(Some(Relative::Person(numbered(3)))),
                PartnershipField::Since(Some("~1968".parse().unwrap())),
            ],
        ),
        edit::add::<Parentage>(
            numbered(1),
            [
                ParentageField::Parent(Some(Relative::Client)),
                ParentageField::Child(Some(Relative::Person(numbered(1)))),
            ],
        ),
        edit::add::<Wish>(numbered(1), [WishField::Words("Weer eens met anderen zingen.".into())]),
        edit::add::<Life>(
            numbered(1),
            [
                LifeField::Dimension(Some(LifeDimension::Inclusion)),
                LifeField::Words("Ik hoor er niet meer bij.".into()),
            ],
        ),
        edit::add::<Need>(
            numbered(1),
            [NeedField::Title("Vervoer in de avond".into()), NeedField::FromNetwork("Joris rijdt.".into())],
        ),
        edit::add::<Talent>(
            numbered(1),
            [TalentField::Title("Altstem".into()), TalentField::Offer("Kan anderen leren zingen.".into())],
        ),
        edit::add::<Role>(
            numbered(1),
            [RoleField::Title("Koorlid".into()), RoleField::Time(Some(RoleTime::Dropped))],
        ),
        edit::add::<Resistance>(
            numbered(1),
            [
                ResistanceField::Reason(Some(Reason::Burden)),
                ResistanceField::Words("Ze hebben het al druk.".into()),
            ],
        ),
        edit::add::<Goal>(
            numbered(1),
            [GoalField::Title("Elke week zingen".into()), GoalField::Life(Some(LifeDimension::Relations))],
        ),
        edit::add::<Goal>(
            numbered(2),
            [
                GoalField::Title("Een kop koffie bij de buurvrouw".into()),
                GoalField::Status(Some(GoalStatus::Reached)),
            ],
        ),
        edit::add::<Action>(
            numbered(1),
            [
                ActionField::Title("Het koor bellen".into()),
                ActionField::Goal(Some(numbered(1))),
                ActionField::Intervention(Some(Intervention::Revive)),
                ActionField::Doer(Some("Greet".into())),
                ActionField::Member(Some(member(2))),
                ActionField::FirstStep(Some("Het nummer opzoeken".into())),
                ActionField::Due(day("2026-12-01")),
                ActionField::Outcome("Ze moest even moed verzamelen.".into()),
            ],
        ),
        edit::add::<Action>(
            numbered(2),
            [ActionField::Title("Naar de kerk".into()), ActionField::Status(Some(ActionStatus::Dropped))],
        ),
        edit::add::<Approach>(
            numbered(1),
            [
                ApproachField::Method(Some(Method::FamilyGroupConference)),
                ApproachField::Participants("Joris en Gülşah".into()),
                ApproachField::Agreements("Joris brengt, Gülşah haalt.".into()),
            ],
        ),
        edit::add::<Moment>(
            numbered(1),
            [MomentField::Name("Start".into()), MomentField::Day(day("2026-09-01"))],
        ),
        edit::add::<Measurement>(
            numbered(1),
            [
                MeasurementField::Instrument(Some(Instrument::CaregiverStrainIndex)),
                MeasurementField::Person(Some(numbered(1))),
                MeasurementField::Day(day("2026-10-01")),
                MeasurementField::Answers("1111111110000".into()),
            ],
        ),
        edit::add::<Passage>(
            numbered(1),
            [
                PassageField::Method("seven-steps".into()),
                PassageField::Step("widen".into()),
                PassageField::Kind(Some(PassageKind::Skipped)),
                PassageField::Words("Greet wilde eerst het koor.".into()),
            ],
        ),
        edit::add::<CheckIn>(
            numbered(1),
            [CheckInField::Due(day("2027-02-01")), CheckInField::Words("Nog niet.".into())],
        ),
        edit::add::<Supervision>(
            numbered(1),
            [
                SupervisionField::Words("Hoe vraag ik naar het drinken?".into()),
                SupervisionField::Day(day("2026-11-01")),
            ],
        ),
        edit::add::<Supervision>(
            numbered(2),
            [
                SupervisionField::Words("Begin bij de zorg om hem.".into()),
                SupervisionField::ReplyTo(Some(numbered(1))),
            ],
        ),
        note(
            1,
            "Kennismaking",
            Some(NoteKind::Visit),
            "2026-09-01",
            Some("Volgende keer de kaart tekenen"),
            None,
        ),
        note(
            2,
            "Op bezoek",
            Some(NoteKind::Visit),
            "2026-11-20",
            Some("Greet zoekt het nummer op"),
            Some("2026-12-02"),
        ),
        note(
            3,
            "Overleg team",
            Some(NoteKind::Consultation),
            "2026-11-22",
            Some("Wijkteam belt de huisarts"),
            None,
        ),
        note(4, "Nog geen soort", None, "2026-10-12", Some("Greet neemt het liedboek mee"), None),
        note(5, "Voor mezelf", Some(NoteKind::Thought), "2026-10-05", Some("Eerst zelf navragen"), None),
    ];
    desk.edit(&greet, &Edit::All(edits)).unwrap();
    for (number, text) in
        [(1, "Koffie gedronken.\nGreet vertelde."), (2, "Ze straalde."), (3, "Zorgen besproken.")]
    {
        desk.write_note(&greet, &numbered(number), text).unwrap();
    }
    greet
}
