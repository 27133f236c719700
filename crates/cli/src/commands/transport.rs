//! `mailbox`, `direct`, `sync` and `envelopes`: the ways in which envelopes travel.

use std::cell::RefCell;
use std::path::PathBuf;
use std::sync::mpsc::sync_channel;
use std::time::{Duration, Instant};

use clap::{Args, Subcommand};
use coach::{CoachError, Courier, Desk, Round};

use crate::commands::people::say_if_reported_lost;
use crate::failure::Failure;
use crate::print::Printer;

/// The time between two rounds of `sync --watch`.
const WATCH_INTERVAL: Duration = Duration::from_secs(30);
/// The time that `sync` waits for a device that is about to connect over the direct line.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(12);
/// The time between two attempts to reach a device.
const RETRY_INTERVAL: Duration = Duration::from_secs(1);

#[derive(Subcommand)]
pub(crate) enum MailboxCommand {
    /// Tries a storage and sets it: a folder, https://… (WebDAV), or s3://bucket/folder?endpoint=…&region=…
    ///
    /// The user's password is read from the environment variable KRING_STORAGE_PASSWORD.
    Set {
        /// The path of the folder, or the address of the storage.
        url: String,
        /// The user's name (WebDAV), or the access key (S3).
        #[arg(long)]
        user: Option<String>,
    },
    /// Shows the address of the storage.
    Show,
}

#[derive(Subcommand)]
pub(crate) enum DirectCommand {
    /// Turns the direct line on. The local network sees this device.
    On {
        /// The organisation's own relay (https://…), for devices in different networks.
        #[arg(long, value_name = "URL")]
        relay: Option<String>,
    },
    /// Turns the direct line off.
    Off,
    /// Shows whether the direct line is on.
    Show,
}

#[derive(Args)]
pub(crate) struct SyncArguments {
    /// Continues until it is stopped, with a round every half minute.
    #[arg(long)]
    watch: bool,
}

#[derive(Subcommand)]
pub(crate) enum EnvelopesCommand {
    /// Writes what is due to a folder, one file for each envelope.
    Write {
        /// The path of the folder to write to.
        folder: PathBuf,
    },
    /// Reads envelopes from files, or from folders.
    Read {
        /// The paths of the files or folders to read.
        #[arg(required = true)]
        paths: Vec<PathBuf>,
    },
}

/// Runs a command on the storage of the mailboxes.
pub(crate) fn mailbox(desk: &mut Desk, command: &MailboxCommand, printer: &Printer) -> Result<(), Failure> {
    match command {
        MailboxCommand::Set { url, user } => {
            let password = std::env::var("KRING_STORAGE_PASSWORD").ok();
            desk.set_storage(url, user.as_deref(), password.as_deref())?;
            printer.done();
        }
        MailboxCommand::Show => {
            let storage = desk.storage()?.ok_or(CoachError::NoStorage)?;
            printer.either(&storage, |storage| printer.line(&storage.address));
        }
    }
    Ok(())
}

/// Runs a command on the direct line.
pub(crate) fn direct(desk: &mut Desk, command: &DirectCommand, printer: &Printer) -> Result<(), Failure> {
    match command {
        DirectCommand::On { relay } => {
            desk.set_direct(true, relay.as_deref())?;
            printer.done();
        }
        DirectCommand::Off => {
            desk.set_direct(false, None)?;
            printer.done();
        }
        DirectCommand::Show => printer.json(&desk.direct()?),
    }
    Ok(())
}

/// Runs a command that carries envelopes by hand.
pub(crate) fn envelopes(
    desk: &mut Desk,
    command: &EnvelopesCommand,
    printer: &Printer,
) -> Result<(), Failure> {
    match command {
        EnvelopesCommand::Write { folder } => {
            printer.value("written", &desk.write_envelopes(folder)?.to_string());
        }
        EnvelopesCommand::Read { paths } => printer.json(&desk.read_envelopes(paths)?),
    }
    Ok(())
}

/// Receives what others sent and sends what is due.
pub(crate) fn sync(
    desk: &RefCell<Desk>,
    arguments: &SyncArguments,
    printer: &Printer,
) -> Result<(), Failure> {
    say_if_reported_lost(&desk.borrow_mut().people()?, printer);
    let (bell, ring) = sync_channel(1);
    let mut total = Round::default();
    // A full channel means that a round is coming anyway, so a failed send needs no answer.
    let mut courier = Courier::with_bell(move || {
        let _ = bell.try_send(());
    });
    let mut quiet_since = Instant::now();
    // Somebody asks for the first round; the others come by themselves.
    let mut carried = courier.round_now(desk, &mut |_, _| ());
    loop {
        match carried {
            Ok(Some(round)) if arguments.watch => printer.json(&round),
            Ok(Some(round)) => {
                if round.received + round.sent > 0 {
                    quiet_since = Instant::now();
                }
                total.add(round);
            }
            Ok(None) => return Err(CoachError::NoStorage.into()),
            // A storage that is away may come back while `--watch` runs.
            Err(error) if arguments.watch => printer.aside(error),
            Err(error) => return Err(error.into()),
        }
        let remaining = CONNECT_TIMEOUT.saturating_sub(quiet_since.elapsed());
        let wait = match arguments.watch {
            true => WATCH_INTERVAL,
            false if !desk.borrow().direct()?.on || remaining.is_zero() => {
                printer.json(&total);
                return Ok(());
            }
            false if desk.borrow_mut().has_outgoing()? => RETRY_INTERVAL.min(remaining),
            false => remaining,
        };
        // A device that connects and a timeout are both a reason for another round.
        let _ = ring.recv_timeout(wait);
        carried = courier.round(desk, &mut |_, _| ());
    }
}
