//! A network member: who it is, where the client places them, what goes to and fro.

use super::{Channel, Energy, Frequency, Initiative, Quality, Strength, SupportKind, TravelTime};
use crate::choice::choices;
use crate::id::{DossierId, PersonId};
use crate::record::record;
use crate::validity::{Complete, Invalid, filled_in};
use crate::value::{ChoiceSet, PartialDate, Position, Prose};

record! {
    /// Somebody in the client's network. Quality, strength and energy here are those of the tie with the client.
    Person by PersonId, fields PersonField, in "people" {
        /// What the client calls them.
        name / Name: String,
        /// What they are to the client.
        relation / Relation: Option<Relation>,
        /// Sphere of life: the quarter of the network circle.
        sector / Sector: Option<Sector>,
        /// Closeness as the client feels it: the ring of the network circle.
        ring / Ring: Option<Ring>,
        /// Place in the ecogram.
        ecogram / Ecogram: Option<Position>,
        /// Place in the network circle.
        circle / Circle: Option<Position>,
        /// Place in the sociogram.
        sociogram / Sociogram: Option<Position>,
        /// Place in the genogram.
        genogram / Genogram: Option<Position>,
        /// The group that they belong to, by its name: “the choir”.
        group / Group: Option<String>,
        /// Age group.
        age / Age: Option<AgeGroup>,
        /// Gender.
        gender / Gender: Option<Gender>,
        /// Civil status.
        civil_status / CivilStatus: Option<CivilStatus>,
        /// Work.
        work / Work: Option<Work>,
        /// Schooling.
        schooling / Schooling: Option<Schooling>,
        /// How far away they live.
        travel / Travel: Option<TravelTime>,
        /// How often there is contact.
        frequency / Frequency: Option<Frequency>,
        /// How contact mostly goes.
        channel / Channel: Option<Channel>,
        /// Who makes contact.
        initiative / Initiative: Option<Initiative>,
        /// Support that they give the client.
        gives / Gives: ChoiceSet<SupportKind>,
        /// Support that they receive from the client.
        receives / Receives: ChoiceSet<SupportKind>,
        /// How the tie with the client feels.
        quality / Quality: Option<Quality>,
        /// How strong the tie with the client is.
        strength / Strength: Option<Strength>,
        /// Where energy flows between them and the client.
        energy / Energy: Option<Energy>,
        /// What they carry.
        carer_roles / CarerRoles: ChoiceSet<CarerRole>,
        /// Alive or deceased.
        life / Life: Option<LifeStatus>,
        /// Born.
        born / Born: Option<PartialDate>,
        /// Died.
        died / Died: Option<PartialDate>,
        /// The dossier of their own, where a carer became a client.
        own_dossier / OwnDossier: Option<DossierId>,
        /// How to reach them.
        contact / Contact: Option<String>,
        /// What else matters about them.
        remark / Remark: Prose,
        /// Where the person came from in an imported file: importing it again finds them back.
        origin / Origin: Option<String>,
    }
}

impl Complete for Person {
    const NEEDS: &'static [&'static str] = &["name"];

    fn check_complete(&self) -> Result<(), Invalid> {
        filled_in(&self.name, "name")
    }
}

choices! {
    /// What somebody is to the client.
    Relation in "relation" {
        /// Partner.
        Partner = "partner",
        /// Parent.
        Parent = "parent",
        /// Child.
        Child = "child",
        /// Brother or sister.
        Sibling = "sibling",
        /// Grandparent.
        Grandparent = "grandparent",
        /// Grandchild.
        Grandchild = "grandchild",
        /// Other family.
        Family = "family",
        /// Friend.
        Friend = "friend",
        /// Acquaintance.
        Acquaintance = "acquaintance",
        /// Neighbour.
        Neighbour = "neighbour",
        /// Colleague.
        Colleague = "colleague",
        /// Fellow sufferer, fellow client.
        Fellow = "fellow",
        /// Volunteer.
        Volunteer = "volunteer",
        /// Professional.
        Professional = "professional",
    }

    /// The four quarters of the network circle of Lensink.
    Sector in "sector" {
        /// Family.
        Family = "family",
        /// Fellow clients.
        FellowClients = "fellow_clients",
        /// Professionals.
        Professionals = "professionals",
        /// Society: friends, neighbours, work, clubs.
        Society = "society",
    }

    /// The four rings of the network circle of Lensink, from inside out.
    Ring in "ring" {
        /// Intimates.
        Intimates = "intimates",
        /// Friends.
        Friends = "friends",
        /// Acquaintances: people who may become friends.
        Acquaintances = "acquaintances",
        /// Services.
        Services = "services",
    }

    /// Age group.
    AgeGroup in "age" {
        /// Younger than 18.
        Under18 = "0-17",
        /// 18 to 29.
        From18 = "18-29",
        /// 30 to 44.
        From30 = "30-44",
        /// 45 to 64.
        From45 = "45-64",
        /// 65 to 79.
        From65 = "65-79",
        /// 80 and older.
        From80 = "80+",
    }

    /// Gender.
    Gender in "gender" {
        /// Woman.
        Woman = "woman",
        /// Man.
        Man = "man",
        /// Otherwise.
        Other = "other",
    }

    /// Civil status.
    CivilStatus in "civil-status" {
        /// Single.
        Single = "single",
        /// Living together.
        LivingTogether = "living_together",
        /// Married or registered partners.
        Married = "married",
        /// Divorced.
        Divorced = "divorced",
        /// Widowed.
        Widowed = "widowed",
    }

    /// Work.
    Work in "work" {
        /// Paid work.
        Paid = "paid",
        /// Voluntary work.
        Voluntary = "voluntary",
        /// School or study.
        Study = "study",
        /// Runs the household or cares for others.
        Household = "household",
        /// Looks for work.
        Seeking = "seeking",
        /// Cannot work.
        Unable = "unable",
        /// Retired.
        Retired = "retired",
    }

    /// Schooling.
    Schooling in "schooling" {
        /// Primary school.
        Primary = "primary",
        /// Lower secondary or lower vocational school.
        Lower = "lower",
        /// Upper secondary school or vocational education.
        Middle = "middle",
        /// Higher vocational education or university.
        Higher = "higher",
    }

    /// What a carer carries.
    CarerRole in "carer-role" {
        /// Pivotal carer: carries most.
        PivotalCarer = "pivotal_carer",
        /// Advocate.
        Advocate = "advocate",
        /// Case manager.
        CaseManager = "case_manager",
    }

    /// Alive or deceased.
    LifeStatus in "life" {
        /// Alive.
        Alive = "alive",
        /// Deceased.
        Deceased = "deceased",
    }
}
