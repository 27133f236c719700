//! Anna and Bram, who know each other, and the S3 server between them.

use std::cell::RefCell;
use std::path::{Path, PathBuf};

use ::exchange::carrier::{Credentials, Mailbox, Storage};
use anyhow::{Context, Result, bail};
use coach::dossier::DossierId;
use coach::people::views::{ConsentHow, DossierRole, NewConsent};
use coach::{Courier, Desk, PersonRef, Round};
use kring_tests::{Allows, PASSWORD, S3Server, USER};

use crate::record::{new_desk_of, open_again_at};

pub(crate) struct Pair {
    pub(crate) anna: Seat,
    pub(crate) bram: Seat,
    pub(crate) server: S3Server,
}

/// A desk with its courier.
pub(crate) struct Seat {
    folder: PathBuf,
    desk: RefCell<Desk>,
    courier: Courier,
}

impl Pair {
    /// Two new vaults whose owners have compared the words.
    pub(crate) fn meet(home: &Path) -> Result<Self> {
        let server = S3Server::start(Allows::Writing)?;
        let seats = ["Anna", "Bram"].map(|name| Seat::new(name, &home.join(name)));
        let [anna, bram] = seats;
        let mut pair = Self { anna: anna?, bram: bram?, server };
        pair.anna.desk().set_storage(&pair.server.address(), Some(USER), Some(PASSWORD))?;
        let invitation = pair.anna.desk().invite()?;
        pair.bram.desk().accept(&invitation.text)?;
        pair.until_quiet()?;
        pair.anna.desk().confirm(&PersonRef("Bram".into()))?;
        pair.bram.desk().confirm(&PersonRef("Anna".into()))?;
        pair.until_quiet()?;
        Ok(pair)
    }

    /// Shares a dossier of Anna's with Bram, without sending anything yet.
    pub(crate) fn share(&mut self, dossier: &DossierId) -> Result<()> {
        let consent = NewConsent {
            purpose: "samen begeleiden".into(),
            how: ConsentHow::Spoken,
            given_by: "Mevrouw De Wit".into(),
            until: None,
        };
        self.anna.desk().record_consent(dossier, &consent)?;
        self.anna.desk().share(dossier, &PersonRef("Bram".into()), DossierRole::Coach)?;
        Ok(())
    }

    /// Lets both exchange in turns until neither has anything to send.
    pub(crate) fn until_quiet(&mut self) -> Result<()> {
        for _ in 0..10 {
            let (annas, brams) = (self.anna.round()?, self.bram.round()?);
            if annas.received + annas.sent + brams.received + brams.sent == 0 {
                return Ok(());
            }
        }
        bail!("the two never stop answering each other")
    }

    /// Returns the server's mailboxes, for a copy without the exchange.
    pub(crate) fn mailbox(&self) -> Result<Mailbox> {
        let storage: Storage = self.server.address().parse()?;
        Ok(Mailbox::open(&storage, Some(&Credentials::new(USER, PASSWORD.to_owned())))?)
    }
}

impl Seat {
    fn new(name: &str, folder: &Path) -> Result<Self> {
        let desk = RefCell::new(new_desk_of(name, folder)?);
        Ok(Self { folder: folder.to_owned(), desk, courier: Courier::default() })
    }

    pub(crate) fn desk(&mut self) -> &mut Desk {
        self.desk.get_mut()
    }

    /// Exchanges once with the server: merges the envelopes that arrived and sends those that are due.
    pub(crate) fn round(&mut self) -> Result<Round> {
        self.courier.round(&self.desk, &mut |_, _| ())?.context("no storage is set")
    }

    /// Closes the desk and opens it again, with no dossier in memory.
    pub(crate) fn again(self) -> Result<Self> {
        let Self { folder, desk, courier } = self;
        drop(desk);
        Ok(Self { desk: RefCell::new(open_again_at(&folder)?), folder, courier })
    }
}

/// Runs something and returns its result, with the number of requests and bytes that the server saw
/// meanwhile.
pub(crate) fn counted<T>(server: &S3Server, run: impl FnOnce() -> Result<T>) -> Result<(T, f64, f64)> {
    let before = (server.requests(), server.bytes());
    let done = run()?;
    Ok((done, (server.requests() - before.0) as f64, (server.bytes() - before.1) as f64))
}
