//! People in the network: who they are, where the client places them, and what they give and receive.

use super::{Channel, Energy, Frequency, Initiative, Quality, Strength, SupportKind, TravelTime};
use crate::choice::choices;
use crate::id::{DossierId, PersonId};
use crate::record::record;
use crate::validity::{Complete, Invalid, not_blank};
use crate::value::{ChoiceSet, PartialDate, Position, Prose};

record! {
    /// A person in the client's network. Quality, strength and energy are those of the tie with the client.
    Person by PersonId, fields PersonField, in "people" {
        /// The name by which the client calls them.
        name / Name: String,
        /// The relation to the client.
        relation / Relation: Option<Relation>,
        /// The sphere of life: the quarter of the network circle.
        sector / Sector: Option<Sector>,
        /// The closeness as the client feels it: the ring of the network circle.
        ring / Ring: Option<Ring>,
        /// The position in the ecogram.
        ecogram / Ecogram: Option<Position>,
        /// The position in the network circle.
        circle / Circle: Option<Position>,
        /// The position in the sociogram.
        sociogram / Sociogram: Option<Position>,
        /// The position in the genogram.
        genogram / Genogram: Option<Position>,
        /// The name of the group that they belong to: “the choir”.
        group / Group: Option<String>,
        /// The age group of the person.
        age / Age: Option<AgeGroup>,
        /// The gender of the person.
        gender / Gender: Option<Gender>,
        /// The civil status of the person.
        civil_status / CivilStatus: Option<CivilStatus>,
        /// The work of the person.
        work / Work: Option<Work>,
        /// The schooling of the person.
        schooling / Schooling: Option<Schooling>,
        /// The travel time to their home.
        travel / Travel: Option<TravelTime>,
        /// The frequency of contact.
        frequency / Frequency: Option<Frequency>,
        /// The channel of most contact.
        channel / Channel: Option<Channel>,
        /// The person who takes the initiative for contact.
        initiative / Initiative: Option<Initiative>,
        /// The kinds of support that they give the client.
        gives / Gives: ChoiceSet<SupportKind>,
        /// The kinds of support that they receive from the client.
        receives / Receives: ChoiceSet<SupportKind>,
        /// The quality of the tie with the client.
        quality / Quality: Option<Quality>,
        /// The strength of the tie with the client.
        strength / Strength: Option<Strength>,
        /// The direction in which energy flows between them and the client.
        energy / Energy: Option<Energy>,
        /// The roles that they have as a carer.
        carer_roles / CarerRoles: ChoiceSet<CarerRole>,
        /// The answer to the question whether they are alive.
        life / Life: Option<LifeStatus>,
        /// The date of birth.
        born / Born: Option<PartialDate>,
        /// The date of death.
        died / Died: Option<PartialDate>,
        /// Their own dossier, if this carer became a client.
        own_dossier / OwnDossier: Option<DossierId>,
        /// An address or telephone number.
        contact / Contact: Option<String>,
        /// A remark about anything else that matters.
        remark / Remark: Prose,
        /// The origin in an imported file, by which a later import finds the person.
        origin / Origin: Option<String>,
    }
}

impl Complete for Person {
    const NEEDS: &'static [&'static str] = &["name"];

    fn check_complete(&self) -> Result<(), Invalid> {
        not_blank(&self.name, "name")
    }
}

choices! {
    /// The relations that a person can have with the client.
    Relation in "relation" {
        /// A partner of the client.
        Partner = "partner",
        /// A parent of the client.
        Parent = "parent",
        /// A child of the client.
        Child = "child",
        /// A brother or sister.
        Sibling = "sibling",
        /// A grandparent of the client.
        Grandparent = "grandparent",
        /// A grandchild of the client.
        Grandchild = "grandchild",
        /// Another member of the family.
        Family = "family",
        /// A friend of the client.
        Friend = "friend",
        /// An acquaintance of the client.
        Acquaintance = "acquaintance",
        /// A neighbour of the client.
        Neighbour = "neighbour",
        /// A colleague of the client.
        Colleague = "colleague",
        /// A fellow client or fellow sufferer.
        Fellow = "fellow",
        /// A volunteer who helps the client.
        Volunteer = "volunteer",
        /// A professional who helps the client.
        Professional = "professional",
    }

    /// The four quarters of the network circle of Lensink.
    Sector in "sector" {
        /// The sphere of family.
        Family = "family",
        /// The sphere of fellow clients.
        FellowClients = "fellow_clients",
        /// The sphere of professionals.
        Professionals = "professionals",
        /// The sphere of society: friends, neighbours, work, clubs.
        Society = "society",
    }

    /// The four rings of the network circle of Lensink, from inside out.
    Ring in "ring" {
        /// The ring of intimates.
        Intimates = "intimates",
        /// The ring of friends.
        Friends = "friends",
        /// The ring of acquaintances: people who may become friends.
        Acquaintances = "acquaintances",
        /// The ring of services.
        Services = "services",
    }

    /// The age groups of people.
    AgeGroup in "age" {
        /// People younger than 18.
        Under18 = "0-17",
        /// People of 18 to 29.
        From18 = "18-29",
        /// People of 30 to 44.
        From30 = "30-44",
        /// People of 45 to 64.
        From45 = "45-64",
        /// People of 65 to 79.
        From65 = "65-79",
        /// People of 80 and older.
        From80 = "80+",
    }

    /// The genders of people.
    Gender in "gender" {
        /// A woman or girl.
        Woman = "woman",
        /// A man or boy.
        Man = "man",
        /// Neither of these two.
        Other = "other",
    }

    /// The civil statuses of people.
    CivilStatus in "civil-status" {
        /// Single, never married.
        Single = "single",
        /// Living together, unmarried.
        LivingTogether = "living_together",
        /// Married or registered partners.
        Married = "married",
        /// Divorced from a partner.
        Divorced = "divorced",
        /// Widowed of a partner.
        Widowed = "widowed",
    }

    /// The kinds of work that people do.
    Work in "work" {
        /// Does paid work.
        Paid = "paid",
        /// Does voluntary work.
        Voluntary = "voluntary",
        /// Goes to school or studies.
        Study = "study",
        /// Runs the household or cares for others.
        Household = "household",
        /// Looks for work.
        Seeking = "seeking",
        /// Is unable to work.
        Unable = "unable",
        /// Retired from work.
        Retired = "retired",
    }

    /// The levels of schooling.
    Schooling in "schooling" {
        /// Primary school only.
        Primary = "primary",
        /// Lower secondary or lower vocational school.
        Lower = "lower",
        /// Upper secondary school or vocational education.
        Middle = "middle",
        /// Higher vocational education or university.
        Higher = "higher",
    }

    /// The roles that a carer can have.
    CarerRole in "carer-role" {
        /// The pivotal carer, who does most of the care.
        PivotalCarer = "pivotal_carer",
        /// The advocate, who speaks for the client.
        Advocate = "advocate",
        /// The case manager, who arranges the care.
        CaseManager = "case_manager",
    }

    /// The answers to the question whether somebody is alive.
    LifeStatus in "life" {
        /// The person is alive.
        Alive = "alive",
        /// The person has died.
        Deceased = "deceased",
    }
}
