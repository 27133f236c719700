//! A fictional client for trying out Kring, without anybody's real data.

use dossier::model::*;
use dossier::{
    ActionId, DossierId, Edit, GoalId, MemberId, NoteId, OrganisationId, PersonId, Position, TieId, edit,
};

use crate::desk::Desk;
use crate::error::CoachError;

struct Invented {
    name: &'static str,
    relation: Relation,
    sector: Sector,
    ring: Ring,
    at: (f64, f64),
    quality: Quality,
    strength: Strength,
    energy: Energy,
    gives: &'static [SupportKind],
    frequency: Frequency,
    gender: Gender,
    age: AgeGroup,
}

fn people() -> Vec<Invented> {
    use SupportKind::{Appraisal, Company, Emotional, Information, Practical};
    let person =
        |name, relation, sector, ring, at, quality, strength, energy, gives, frequency, gender, age| {
            Invented {
                name,
                relation,
                sector,
                ring,
                at,
                quality,
                strength,
                energy,
                gives,
                frequency,
                gender,
                age,
            }
        };
    vec![
        person(
            "Joris",
            Relation::Child,
            Sector::Family,
            Ring::Intimates,
            (0.36, 0.30),
            Quality::Supportive,
            Strength::Strong,
            Energy::Towards,
            &[Practical, Emotional],
            Frequency::Weekly,
            Gender::Man,
            AgeGroup::From45,
        ),
        person(
            "Marieke",
            Relation::Child,
            Sector::Family,
            Ring::Friends,
            (0.20, 0.40),
            Quality::Distant,
            Strength::Weak,
            Energy::Neither,
            &[],
            Frequency::Yearly,
            Gender::Woman,
            AgeGroup::From45,
        ),
        person(
            "Bep",
            Relation::Sibling,
            Sector::Family,
            Ring::Friends,
            (0.47, 0.12),
            Quality::Strained,
            Strength::Ordinary,
            Energy::Away,
            &[],
            Frequency::Quarterly,
            Gender::Woman,
            AgeGroup::From80,
        ),
        person(
            "Fatima",
            Relation::Neighbour,
            Sector::Society,
            Ring::Intimates,
            (0.68, 0.40),
            Quality::Close,
            Strength::Strong,
            Energy::Both,
            &[Company, Practical],
            Frequency::Daily,
            Gender::Woman,
            AgeGroup::From30,
        ),
        person(
            "Wim",
            Relation::Friend,
            Sector::Society,
            Ring::Friends,
            (0.74, 0.14),
            Quality::Supportive,
            Strength::Ordinary,
            Energy::Both,
            &[Company, Appraisal],
            Frequency::Monthly,
            Gender::Man,
            AgeGroup::From65,
        ),
        person(
            "Ria",
            Relation::Fellow,
            Sector::FellowClients,
            Ring::Acquaintances,
            (0.78, 0.66),
            Quality::Supportive,
            Strength::Weak,
            Energy::Both,
            &[Emotional],
            Frequency::Monthly,
            Gender::Woman,
            AgeGroup::From65,
        ),
        person(
            "Sandra",
            Relation::Professional,
            Sector::Professionals,
            Ring::Services,
            (0.30, 0.74),
            Quality::Neutral,
            Strength::Ordinary,
            Energy::Towards,
            &[Information, Practical],
            Frequency::Weekly,
            Gender::Woman,
            AgeGroup::From30,
        ),
    ]
}

impl Desk {
    /// Creates the fictional example dossier and returns its id. Returns the existing one if there is one.
    pub fn example_dossier(&mut self) -> Result<DossierId, CoachError> {
        if let Some(card) = self.caseload().into_iter().find(|card| card.example && !card.closed) {
            return Ok(card.id);
        }
        let mut edits = vec![
            Edit::Profile(ProfileField::Name("Greet de Wit".into())),
            Edit::Profile(ProfileField::Example(true)),
            Edit::Profile(ProfileField::BirthYear(Some(1946))),
            Edit::Profile(ProfileField::Household(Some(Household::Alone))),
            Edit::Profile(ProfileField::Story(
                "Greet woont alleen sinds haar man overleed. Ze zong dertig jaar in een koor en mist de mensen.".into(),
            )),
        ];
        let mut ids: Vec<PersonId> = Vec::new();
        for person in people() {
            let new: PersonId = self.new_id()?;
            let at = Position { x: person.at.0, y: person.at.1 };
            edits.push(edit::add::<Person>(
                new.clone(),
                [
                    PersonField::Name(person.name.into()),
                    PersonField::Relation(Some(person.relation)),
                    PersonField::Sector(Some(person.sector)),
                    PersonField::Ring(Some(person.ring)),
                    PersonField::Ecogram(Some(at)),
                    PersonField::Quality(Some(person.quality)),
                    PersonField::Strength(Some(person.strength)),
                    PersonField::Energy(Some(person.energy)),
                    PersonField::Gives(person.gives.iter().cloned().collect()),
                    PersonField::Frequency(Some(person.frequency)),
                    PersonField::Gender(Some(person.gender)),
                    PersonField::Age(Some(person.age)),
                ],
            ));
            ids.push(new);
        }
        let choir: OrganisationId = self.new_id()?;
        edits.push(edit::add::<Organisation>(
            choir,
            [
                OrganisationField::Name("Koor De Lijster".into()),
                OrganisationField::Kind(Some(OrganisationKind::Club)),
                OrganisationField::Sector(Some(Sector::Society)),
                OrganisationField::Ring(Some(Ring::Acquaintances)),
                OrganisationField::Ecogram(Some(Position { x: 0.60, y: 0.82 })),
                OrganisationField::Quality(Some(Quality::CutOff)),
            ],
        ));
        for (a, b, quality) in [
            (0, 1, Quality::Strained),
            (0, 3, Quality::Supportive),
            (0, 2, Quality::Neutral),
            (3, 4, Quality::Close),
        ] {
            let tie: TieId = self.new_id()?;
            edits.push(edit::add::<Tie>(
                tie,
                [
                    TieField::A(Some(MemberId::Person(ids[a].clone()))),
                    TieField::B(Some(MemberId::Person(ids[b].clone()))),
                    TieField::Quality(Some(quality)),
                ],
            ));
        }
        let goal: GoalId = self.new_id()?;
        edits.push(edit::add::<Goal>(
            goal.clone(),
            [
                GoalField::Title("Weer een avond in de week zingen".into()),
                GoalField::Kind(Some(GoalKind::DoingThings)),
            ],
        ));
        edits.push(edit::add::<Action>(
            self.new_id::<ActionId>()?,
            [
                ActionField::Title("Het koor bellen en vragen of meeluisteren mag".into()),
                ActionField::Intervention(Some(Intervention::Revive)),
                ActionField::Goal(Some(goal)),
                ActionField::Doer(Some("Greet, samen met Fatima".into())),
                ActionField::Status(Some(ActionStatus::Planned)),
            ],
        ));
        let note: NoteId = self.new_id()?;
        let day = self.today();
        edits.push(edit::add::<Note>(
            note.clone(),
            [
                NoteField::Kind(Some(NoteKind::Visit)),
                NoteField::Day(Some(day)),
                NoteField::Title(Some("Kennismaking".into())),
            ],
        ));
        let id = self.begin(&Edit::All(edits))?;
        let text = "Koffie gedronken aan de keukentafel. Greet vertelde over het koor; haar ogen gingen ervan glimmen. \
                    Ze vindt het lastig om te vragen of iemand haar kan brengen.";
        self.write_text(&id, &note, None, text)?;
        Ok(id)
    }
}
