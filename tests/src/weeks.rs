//! Six weeks of a client, written into an account before the window opens it, because the clock of the window
//! cannot be set.

use std::path::Path;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Mutex, PoisonError};

use ::coach::desk::account::CoachRole;
use ::coach::desk::account::NewAccount;
use ::coach::dossier::model::*;
use ::coach::dossier::{DossierId, MemberId, MomentId, OrganisationId, PersonId, TieId, edit};
use ::coach::{Desk, Edit, Environment, KdfParams};
use anyhow::Result;
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use crate::story::passphrase;

/// The number of days since the first of the six weeks.
const LONG_AGO: i64 = 42;

static SECONDS: AtomicI64 = AtomicI64::new(0);
/// The clock is shared by the whole process, so one test at a time may set it.
static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());

fn now() -> DateTime<Utc> {
    DateTime::UNIX_EPOCH + TimeDelta::seconds(SECONDS.load(Ordering::SeqCst))
}

/// A day on which the network changed.
pub struct Week {
    /// The date of the day.
    pub day: NaiveDate,
    /// The names in the network at the end of the day.
    pub names: &'static [&'static str],
    /// The ring of Fatima at the end of the day, as the screen names it; `None` before she came.
    pub fatima: Option<&'static str>,
}

/// Creates Anna's account under `home`, with a dossier of Mevrouw Jansen that changed on six days of the past
/// weeks, and returns its id and those days.
pub fn six_weeks(home: &Path) -> Result<(String, Vec<Week>)> {
    let _turn = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
    let begin = Utc::now() - TimeDelta::days(LONG_AGO);
    let on = |day: i64| SECONDS.store((begin + TimeDelta::days(day)).timestamp(), Ordering::SeqCst);
    let mut weeks = Vec::new();
    let mut ends = |names, fatima| weeks.push(Week { day: now().date_naive(), names, fatima });

    on(0);
    let anna = NewAccount { name: "Anna de Boer", role: CoachRole::Professional, passphrase: passphrase() };
    let environment = Environment { now, ..Environment::COMPUTER };
    let folder = home.join("accounts").join("Anna de Boer");
    let (mut desk, _) = Desk::create(&folder, &anna, KdfParams::LEAST, environment)?;
    let id = desk.new_dossier("Mevrouw Jansen")?;
    let mut client = Client { desk: &mut desk, id: &id };
    let joris = client.meets("Joris", Relation::Child, Sector::Family, Ring::Friends)?;
    let bep = client.meets("Bep", Relation::Sibling, Sector::Family, Ring::Intimates)?;
    client.meets("Sandra", Relation::Professional, Sector::Professionals, Ring::Services)?;
    client.ties(&joris, &bep)?;
    client.measured("Start")?;
    ends(&["Bep", "Joris", "Sandra"], None);

    on(9);
    let fatima = client.meets("Fatima", Relation::Neighbour, Sector::Society, Ring::Acquaintances)?;
    ends(&["Bep", "Fatima", "Joris", "Sandra"], Some("Bekenden"));

    on(16);
    client.comes(&fatima, Ring::Friends)?;
    client.ties(&fatima, &joris)?;
    ends(&["Bep", "Fatima", "Joris", "Sandra"], Some("Vrienden"));

    on(23);
    client.loses(&bep)?;
    client.meets("Wim", Relation::Friend, Sector::Society, Ring::Friends)?;
    ends(&["Fatima", "Joris", "Sandra", "Wim"], Some("Vrienden"));

    on(30);
    client.comes(&fatima, Ring::Intimates)?;
    client.measured("Na een maand")?;
    ends(&["Fatima", "Joris", "Sandra", "Wim"], Some("Intimi"));

    on(37);
    client.joins("Koor De Lijster")?;
    ends(&["Fatima", "Joris", "Koor De Lijster", "Sandra", "Wim"], Some("Intimi"));
    Ok((id.to_string(), weeks))
}

/// The client, with the events of her network.
struct Client<'a> {
    desk: &'a mut Desk,
    id: &'a DossierId,
}

impl Client<'_> {
    fn edit(&mut self, edit: &Edit) -> Result<()> {
        self.desk.edit(self.id, edit)?;
        Ok(())
    }

    fn meets(&mut self, name: &str, relation: Relation, sector: Sector, ring: Ring) -> Result<PersonId> {
        let person: PersonId = Environment::COMPUTER.id()?;
        let fields = [
            PersonField::Name(name.into()),
            PersonField::Relation(Some(relation)),
            PersonField::Sector(Some(sector)),
            PersonField::Ring(Some(ring)),
        ];
        self.edit(&edit::add::<Person>(person.clone(), fields))?;
        Ok(person)
    }

    fn comes(&mut self, person: &PersonId, ring: Ring) -> Result<()> {
        self.edit(&edit::set::<Person>(person.clone(), PersonField::Ring(Some(ring))))
    }

    fn loses(&mut self, person: &PersonId) -> Result<()> {
        self.edit(&edit::remove::<Person>(person.clone()))
    }

    fn ties(&mut self, a: &PersonId, b: &PersonId) -> Result<()> {
        let end = |person: &PersonId| Some(MemberId::Person(person.clone()));
        self.edit(&edit::add::<Tie>(
            Environment::COMPUTER.id::<TieId>()?,
            [TieField::A(end(a)), TieField::B(end(b))],
        ))
    }

    fn joins(&mut self, name: &str) -> Result<()> {
        let fields = [
            OrganisationField::Name(name.into()),
            OrganisationField::Kind(Some(OrganisationKind::Club)),
            OrganisationField::Sector(Some(Sector::Society)),
            OrganisationField::Ring(Some(Ring::Acquaintances)),
        ];
        self.edit(&edit::add::<Organisation>(Environment::COMPUTER.id::<OrganisationId>()?, fields))
    }

    fn measured(&mut self, name: &str) -> Result<()> {
        let fields = [MomentField::Name(name.into()), MomentField::Day(Some(now().date_naive()))];
        self.edit(&edit::add::<Moment>(Environment::COMPUTER.id::<MomentId>()?, fields))
    }
}
