//! Working together from the terminal: two vaults on one machine can be driven by a script.

use std::cell::RefCell;
use std::io::Read as _;
use std::path::Path;
use std::sync::mpsc::sync_channel;
use std::time::{Duration, Instant};

use coach::dossier::DossierId;
use coach::people::views::{NewConsent, PersonCard, PersonState};
use coach::{Courier, Desk, PersonRef, Round};
use serde_json::json;

use crate::arguments::sharing::{DirectCommand, EnvelopesCommand, MailboxCommand, SharingCommand};
use crate::commands::Printer;
use crate::failure::Failure;
use crate::messages::Messages;

/// How often `sync --watch` looks.
const EVERY: Duration = Duration::from_secs(30);
/// How long `sync` waits for others who are about to come, where envelopes go straight.
const TO_COME: Duration = Duration::from_secs(12);
/// How often it calls those who were not there.
const AGAIN: Duration = Duration::from_secs(1);
/// The longest file in which an invitation is looked for.
const LONGEST: u64 = 256 * 1024;

pub(crate) fn run(
    mut desk: Desk,
    command: &SharingCommand,
    printer: &Printer,
    messages: &Messages,
) -> Result<(), Failure> {
    match command {
        SharingCommand::Identity => identity(&mut desk, printer, messages)?,
        SharingCommand::Invite { withdraw: Some(id), .. } => {
            desk.withdraw_invitation(id)?;
            printer.done();
        }
        SharingCommand::Invite { withdraw: None, own_computer } => {
            let invitation = if *own_computer { desk.invite_own_device()? } else { desk.invite()? };
            if printer.json {
                let (id, text, expires) = (&invitation.id, &invitation.text, invitation.expires);
                printer.json(&json!({ "id": id, "code": text, "expires": expires }));
            } else {
                print!("{}", invitation.text);
            }
        }
        SharingCommand::Accept { file, own_computer } => {
            let text = read(file)?;
            let card = if *own_computer { desk.accept_own_device(&text)? } else { desk.accept(&text)? };
            person(&card, printer);
        }
        SharingCommand::Confirm { person, refuse } => {
            let person = PersonRef(person.clone());
            if *refuse {
                desk.forget(&person)?
            } else {
                desk.confirm(&person)?
            };
            printer.done();
        }
        SharingCommand::Consent { id, purpose, given_by, how, until } => {
            let consent = NewConsent {
                purpose: purpose.clone(),
                given_by: given_by.clone(),
                how: (*how).into(),
                until: *until,
            };
            desk.record_consent(&id.parse()?, &consent)?;
            printer.done();
        }
        SharingCommand::Share { id, person, role } => {
            desk.share(&id.parse()?, &PersonRef(person.clone()), (*role).into())?;
            printer.done();
        }
        SharingCommand::Withdraw { id, person, consent } => {
            let id: DossierId = id.parse()?;
            if *consent {
                desk.withdraw_consent(&id, person)?
            } else {
                desk.withdraw(&id, &PersonRef(person.clone()))?
            };
            printer.done();
        }
        SharingCommand::HandOver { id, person } => {
            desk.hand_over(&id.parse()?, &PersonRef(person.clone()))?;
            printer.done();
        }
        SharingCommand::Charter { id } => charter(&mut desk, &id.parse()?, printer, messages)?,
        SharingCommand::Mailbox(MailboxCommand::Set { url, user }) => {
            let password = std::env::var("KRING_STORAGE_PASSWORD").ok();
            desk.set_storage(url, user.as_deref(), password.as_deref())?;
            printer.done();
        }
        SharingCommand::Mailbox(MailboxCommand::Show) => match desk.storage()? {
            Some(storage) if printer.json => printer.json(&storage),
            Some(storage) => println!("{}", storage.address),
            None => return Err(coach::CoachError::NoStorage.into()),
        },
        SharingCommand::Direct(DirectCommand::On { relay }) => {
            desk.set_direct(true, relay.as_deref())?;
            printer.done();
        }
        SharingCommand::Direct(DirectCommand::Off) => {
            desk.set_direct(false, None)?;
            printer.done();
        }
        SharingCommand::Direct(DirectCommand::Show) => printer.json(&desk.direct()?),
        SharingCommand::Sync { watch } => sync(desk, *watch, printer)?,
        SharingCommand::Envelopes(EnvelopesCommand::Write { folder }) => {
            let written = desk.write_envelopes(folder)?;
            printer.value("written", &written.to_string());
        }
        SharingCommand::Envelopes(EnvelopesCommand::Read { paths }) => {
            printer.json(&desk.read_envelopes(paths)?)
        }
    }
    Ok(())
}

fn identity(desk: &mut Desk, printer: &Printer, messages: &Messages) -> Result<(), Failure> {
    let together = desk.people()?;
    if printer.json {
        printer.json(&together);
    } else {
        println!("{}  {}", together.mark, desk.session().name);
        together.people.iter().for_each(|card| person(card, printer));
        for event in together.events {
            let said = messages.say(&event.message.id, &event.message.args);
            println!("{}  {said}", event.at.format("%d-%m-%Y"));
        }
    }
    Ok(())
}

fn person(card: &PersonCard, printer: &Printer) {
    if printer.json {
        return printer.json(card);
    }
    let state = match card.state {
        PersonState::Waiting | PersonState::Compare => card.words.join(" "),
        PersonState::Confirmed | PersonState::Introduced => String::new(),
    };
    println!("{}  {}  {state}", card.id.get(..12).unwrap_or(&card.id), card.name);
}

fn charter(desk: &mut Desk, id: &DossierId, printer: &Printer, messages: &Messages) -> Result<(), Failure> {
    let charter = desk.charter(id)?;
    if printer.json {
        printer.json(&charter);
    } else if let Some(charter) = charter {
        for line in charter.story {
            println!(
                "{}  {}",
                line.at.format("%d-%m-%Y"),
                messages.say(&line.message.id, &line.message.args)
            );
        }
    }
    Ok(())
}

fn sync(desk: Desk, watch: bool, printer: &Printer) -> Result<(), Failure> {
    let (bell, ring) = sync_channel(1);
    let (desk, mut all) = (RefCell::new(desk), Round::default());
    // One ring is enough: a bell that rings already is heard.
    let mut courier = Courier::with_bell(move || {
        let _ = bell.try_send(());
    });
    let mut quiet_since = Instant::now();
    loop {
        match courier.round(&desk, &mut |_, _| ()) {
            Ok(Some(round)) if watch => printer.json(&round),
            Ok(Some(round)) => {
                if round.received + round.sent > 0 {
                    quiet_since = Instant::now();
                }
                all.add(round);
            }
            Ok(None) => return Err(coach::CoachError::NoStorage.into()),
            // Whoever watches waits for the storage to come back.
            Err(error) if watch => eprintln!("{error}"),
            Err(error) => return Err(error.into()),
        }
        let rest = TO_COME.saturating_sub(quiet_since.elapsed());
        let wait = match watch {
            true => EVERY,
            false if !desk.borrow().direct()?.on || rest.is_zero() => {
                printer.json(&all);
                return Ok(());
            }
            false if desk.borrow_mut().has_outgoing()? => AGAIN.min(rest),
            false => rest,
        };
        // Somebody comes, or it is time to look again: both are a reason for a round.
        let _ = ring.recv_timeout(wait);
    }
}

/// An invitation: from a file, or from standard input.
fn read(file: &Path) -> Result<String, Failure> {
    let unreadable = |_| Failure::Unreadable { path: file.display().to_string() };
    let mut text = String::new();
    if file == Path::new("-") {
        std::io::stdin().take(LONGEST).read_to_string(&mut text).map_err(unreadable)?;
    } else {
        let open = std::fs::File::open(file).map_err(unreadable)?;
        open.take(LONGEST).read_to_string(&mut text).map_err(unreadable)?;
    }
    Ok(text)
}
