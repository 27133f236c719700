//! `identity`, `invite`, `accept` and `confirm`: the colleagues whom this vault knows.

use std::io::Read as _;
use std::path::{Path, PathBuf};

use clap::Args;
use coach::people::views::{People, PersonCard, PersonState};
use coach::{Desk, PersonRef};
use serde_json::json;

use crate::failure::Failure;
use crate::print::Printer;
use crate::unlock::unlock_again;

/// The most bytes that are read of a file with an invitation.
const LONGEST: u64 = 256 * 1024;

#[derive(Args)]
pub(crate) struct InviteArguments {
    /// Withdraws the invitation with this id instead.
    #[arg(long, value_name = "ID")]
    withdraw: Option<String>,
    /// Invites another computer of your own, which receives all your dossiers.
    #[arg(long, conflicts_with = "withdraw")]
    own_computer: bool,
}

#[derive(Args)]
pub(crate) struct AcceptArguments {
    /// The path of the file with the invitation, or `-` for standard input.
    file: PathBuf,
    /// Makes this computer another one of yours. Its vault must be new.
    #[arg(long)]
    own_computer: bool,
}

#[derive(Args)]
pub(crate) struct ConfirmArguments {
    /// The person's name, or the beginning of their key.
    person: String,
    /// Forgets the person, because the words do not match.
    #[arg(long)]
    refuse: bool,
}

/// Prints the key of this account, the people it knows and recent events.
pub(crate) fn identity(desk: &mut Desk, printer: &Printer) -> Result<(), Failure> {
    let people = desk.people()?;
    say_if_reported_lost(&people, printer);
    let name = desk.session().name;
    printer.either(&people, |people| {
        printer.line(format_args!("{}  {name}", people.mark));
        for card in &people.people {
            printer.line(line(card));
            if card.disputed {
                printer.line(printer.with("terminal-disputed", &[("name", &card.name)]));
            }
        }
        for event in &people.events {
            printer.line(format_args!("{}  {}", event.at.format("%d-%m-%Y"), printer.say(&event.message)));
        }
    });
    Ok(())
}

/// Prints a new invitation, or withdraws one.
pub(crate) fn invite(desk: &mut Desk, arguments: &InviteArguments, printer: &Printer) -> Result<(), Failure> {
    if let Some(id) = &arguments.withdraw {
        desk.withdraw_invitation(id)?;
        printer.done();
        return Ok(());
    }
    let invitation = if arguments.own_computer { desk.invite_own_device()? } else { desk.invite()? };
    let (id, text, expires) = (&invitation.id, &invitation.text, invitation.expires);
    printer.either(&json!({ "id": id, "code": text, "expires": expires }), |_| printer.several_lines(text));
    Ok(())
}

/// Accepts an invitation and prints the four words to compare.
pub(crate) fn accept(desk: &mut Desk, arguments: &AcceptArguments, printer: &Printer) -> Result<(), Failure> {
    let text = read_invitation(&arguments.file)?;
    let card = if arguments.own_computer { desk.accept_own_device(&text)? } else { desk.accept(&text)? };
    printer.either(&card, |card| printer.line(line(card)));
    Ok(())
}

/// Records that the four words match, or forgets the person.
pub(crate) fn confirm(vault: &Path, arguments: &ConfirmArguments, printer: &Printer) -> Result<(), Failure> {
    let (mut desk, passphrase) = unlock_again(vault, printer)?;
    let person = PersonRef(arguments.person.clone());
    if arguments.refuse {
        desk.forget(&person)?
    } else {
        desk.confirm_words(&person, Some(&passphrase))?
    };
    printer.done();
    Ok(())
}

/// Says on standard error that this computer was reported lost, if it was.
pub(crate) fn say_if_reported_lost(people: &People, printer: &Printer) {
    if people.reported_lost {
        printer.aside(printer.text("people-reported-lost"));
    }
}

fn line(card: &PersonCard) -> String {
    let words = match card.state {
        PersonState::Waiting | PersonState::Compare => card.words.join(" "),
        PersonState::Confirmed | PersonState::Introduced => String::new(),
    };
    format!("{}  {}  {words}", card.id.get(..12).unwrap_or(&card.id), card.name)
}

fn read_invitation(file: &Path) -> Result<String, Failure> {
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
