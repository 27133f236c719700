//! A client with whom things are agreed, in an account that exists before the window opens it. All people in
//! it are invented.

use std::path::{Path, PathBuf};

use anyhow::Result;
use chrono::{Days, NaiveDate};
use coach::desk::account::{CoachRole, NewAccount};
use coach::dossier::model::{Action, ActionField, Note, NoteField, NoteKind};
use coach::dossier::{ActionId, DossierId, NoteId, edit};
use coach::{Desk, Edit, Environment, KdfParams};

use crate::story::passphrase;

/// Anna's client, Mevrouw Jansen. Agreements with her are saved while no window has the account open.
pub struct Agreed {
    folder: PathBuf,
    client: DossierId,
}

impl Agreed {
    /// Creates Anna's account in the folder of a laptop, with a dossier in which nothing is agreed yet.
    pub fn nothing_yet(home: &Path) -> Result<Self> {
        let (name, role) = ("Anna de Boer", CoachRole::Professional);
        let anna = NewAccount { name, role, passphrase: passphrase() };
        let folder = home.join("accounts").join(name);
        let (mut desk, code) = Desk::create(&folder, &anna, KdfParams::LEAST, Environment::COMPUTER)?;
        desk.confirm_recovery_code(&code.to_string())?;
        let client = desk.new_dossier("Mevrouw Jansen")?;
        Ok(Self { folder, client })
    }

    /// Adds an action that is due on this day.
    pub fn action(&self, title: &str, due: NaiveDate) -> Result<()> {
        let fields = [ActionField::Title(title.into()), ActionField::Due(Some(due))];
        self.edit(&edit::add::<Action>(Environment::COMPUTER.id::<ActionId>()?, fields))
    }

    /// Adds a visit of a week before `next`, at which the next one was agreed.
    pub fn visit(&self, next: NaiveDate) -> Result<()> {
        let fields = [
            NoteField::Kind(Some(NoteKind::Visit)),
            NoteField::Day(next.checked_sub_days(Days::new(7))),
            NoteField::Next(Some(next)),
        ];
        self.edit(&edit::add::<Note>(Environment::COMPUTER.id::<NoteId>()?, fields))
    }

    fn edit(&self, edit: &Edit) -> Result<()> {
        let mut desk = Desk::unlock(&self.folder, passphrase(), Environment::COMPUTER)?;
        desk.edit(&self.client, edit)?;
        Ok(())
    }
}
