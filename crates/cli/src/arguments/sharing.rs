//! Working together: people, charters, and how envelopes travel.

use std::path::PathBuf;

use clap::{Subcommand, ValueEnum};
use coach::people::views::{ConsentHow, DossierRole};

#[derive(Subcommand)]
pub(crate) enum SharingCommand {
    /// Says who this is to others: the key, the people that are known, the storage.
    Identity,
    /// Makes an invitation to work together; prints its code.
    Invite {
        /// Takes an invitation back instead.
        #[arg(long, value_name = "ID")]
        withdraw: Option<String>,
        /// For another computer of your own, which gets all your dossiers.
        #[arg(long, conflicts_with = "withdraw")]
        own_computer: bool,
    },
    /// Accepts an invitation: a file with it, or `-` to read it from standard input.
    Accept {
        /// The file.
        file: PathBuf,
        /// This computer becomes another one of yours. It must be new.
        #[arg(long)]
        own_computer: bool,
    },
    /// Says that the four words match, or that they do not.
    Confirm {
        /// The person: a name, or the beginning of the key.
        person: String,
        /// The words do not match: forgets the person.
        #[arg(long)]
        refuse: bool,
    },
    /// Records that the client consented to sharing a dossier.
    Consent {
        /// The dossier.
        id: String,
        /// For what.
        #[arg(long)]
        purpose: String,
        /// By whom.
        #[arg(long)]
        given_by: String,
        /// How it was given.
        #[arg(long, default_value = "spoken")]
        how: How,
        /// The last day that it holds: 2027-03-31.
        #[arg(long, value_name = "DAY")]
        until: Option<chrono::NaiveDate>,
    },
    /// Shares a dossier with somebody.
    Share {
        /// The dossier.
        id: String,
        /// The person: a name, or the beginning of the key.
        person: String,
        /// What the person may do.
        #[arg(long, default_value = "coach")]
        role: ShareRole,
    },
    /// Takes somebody's role away, or a consent.
    Withdraw {
        /// The dossier.
        id: String,
        /// The person; a consent's id with `--consent`.
        person: String,
        /// Withdraws a consent.
        #[arg(long)]
        consent: bool,
    },
    /// Makes somebody else the keeper of a dossier.
    HandOver {
        /// The dossier.
        id: String,
        /// The person.
        person: String,
    },
    /// Shows who shares a dossier, and on what ground.
    Charter {
        /// The dossier.
        id: String,
    },
    /// Where the envelopes are put.
    #[command(subcommand)]
    Mailbox(MailboxCommand),
    /// Whether envelopes also go straight to a device in the same network.
    #[command(subcommand)]
    Direct(DirectCommand),
    /// Takes in what others sent, and sends what is due.
    Sync {
        /// Goes on until it is stopped, looking every half minute.
        #[arg(long)]
        watch: bool,
    },
    /// Carries envelopes by hand.
    #[command(subcommand)]
    Envelopes(EnvelopesCommand),
}

#[derive(Subcommand)]
pub(crate) enum MailboxCommand {
    /// Sets the storage, after trying it: a folder, https://… (WebDAV), or s3://bucket/folder?endpoint=…&region=…
    ///
    /// A user's password is read from the environment (KRING_STORAGE_PASSWORD).
    Set {
        /// The address.
        url: String,
        /// The user, or the access key.
        #[arg(long)]
        user: Option<String>,
    },
    /// Shows the storage.
    Show,
}

#[derive(Subcommand)]
pub(crate) enum DirectCommand {
    /// Switches it on. The local network sees that this device is there.
    On {
        /// The organisation's own relay (https://…), for devices that are not in one network.
        #[arg(long, value_name = "URL")]
        relay: Option<String>,
    },
    /// Switches it off.
    Off,
    /// Shows whether it is on.
    Show,
}

#[derive(Subcommand)]
pub(crate) enum EnvelopesCommand {
    /// Writes what is due into a folder, a file an envelope.
    Write {
        /// The folder.
        folder: PathBuf,
    },
    /// Reads envelopes: files, or a folder with them.
    Read {
        /// The files or folders.
        #[arg(required = true)]
        paths: Vec<PathBuf>,
    },
}

#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum How {
    Spoken,
    Written,
    ByRepresentative,
}

impl From<How> for ConsentHow {
    fn from(how: How) -> Self {
        match how {
            How::Spoken => Self::Spoken,
            How::Written => Self::Written,
            How::ByRepresentative => Self::ByRepresentative,
        }
    }
}

#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum ShareRole {
    Coach,
    Reader,
}

impl From<ShareRole> for DossierRole {
    fn from(role: ShareRole) -> Self {
        match role {
            ShareRole::Coach => Self::Coach,
            ShareRole::Reader => Self::Reader,
        }
    }
}
