//! The words of the terminal.

use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};
use coach::view::CoachRole;
use coach::view_together::{ConsentHow, DossierRole};

/// Kring: the record of network coaches, at the terminal.
///
/// Exit codes: 0 well · 1 refused, with a sentence on standard error · 2 the words of the command are off · 3 the
/// passphrase or recovery code does not fit · 4 the vault is open elsewhere · 5 the vault has damage.
#[derive(Parser)]
#[command(name = "kring", version)]
pub(crate) struct Arguments {
    /// The vault: one account's folder.
    #[arg(long, value_name = "DIR", global = true, env = "KRING_VAULT")]
    pub(crate) vault: Option<PathBuf>,
    /// Prints JSON.
    #[arg(long, global = true)]
    pub(crate) json: bool,
    /// nl or en.
    #[arg(long, global = true, env = "KRING_LANGUAGE")]
    pub(crate) language: Option<String>,
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Subcommand)]
pub(crate) enum Command {
    /// Makes a vault; prints the recovery code once.
    Init {
        /// The coach's name.
        #[arg(long)]
        name: String,
        /// What the coach is.
        #[arg(long)]
        role: Role,
    },
    /// Dossiers.
    #[command(subcommand)]
    Dossier(DossierCommand),
    /// People in a network.
    #[command(subcommand)]
    Person(RecordCommand),
    /// Organisations in a network.
    #[command(subcommand)]
    Organisation(RecordCommand),
    /// Ties among members.
    #[command(subcommand)]
    Tie(RecordCommand),
    /// Notes in the logbook; the field `text` is the note's text.
    #[command(subcommand)]
    Note(RecordCommand),
    /// Goals.
    #[command(subcommand)]
    Goal(RecordCommand),
    /// Actions in the plan.
    #[command(subcommand)]
    Action(ActionCommand),
    /// Approaches that the plan is made by: an Eigen Kracht Conferentie, say.
    #[command(subcommand)]
    Approach(RecordCommand),
    /// Check-ins of the aftercare.
    #[command(subcommand)]
    CheckIn(CheckInCommand),
    /// The steps of the method: where a dossier is, and on to the next.
    #[command(subcommand)]
    Step(StepCommand),
    /// Wishes, in the client's words.
    #[command(subcommand)]
    Wish(RecordCommand),
    /// Talents, interests and what the client has at heart.
    #[command(subcommand)]
    Talent(RecordCommand),
    /// Roles: played now, wished for, dropped.
    #[command(subcommand)]
    Role(RecordCommand),
    /// How the dimensions of life are, in the client's words.
    #[command(subcommand)]
    Life(RecordCommand),
    /// What is needed, and where it can come from.
    #[command(subcommand)]
    Need(RecordCommand),
    /// What makes asking hard.
    #[command(subcommand)]
    Resistance(RecordCommand),
    /// Measuring moments: names on the record as it stands when they are added.
    #[command(subcommand)]
    Moment(RecordCommand),
    /// The load of those who carry for a client: what was filled in, and what it comes to.
    Strain {
        /// The dossier.
        id: String,
        #[command(subcommand)]
        command: StrainCommand,
    },
    /// The history of a dossier.
    #[command(subcommand)]
    History(HistoryCommand),
    /// Measures a client's network; without --json says what it gives to talk about.
    Analyse {
        /// The dossier.
        id: String,
        /// As it was at this measuring moment: its id, or its name.
        #[arg(long, value_name = "MOMENT")]
        at: Option<String>,
    },
    /// Says what changed in a client's network since a measuring moment, or between two.
    Compare {
        /// The dossier.
        id: String,
        /// The measuring moment: its id, or its name.
        #[arg(value_name = "MOMENT")]
        from: String,
        /// A later one; now, where it is not given.
        #[arg(value_name = "MOMENT")]
        to: Option<String>,
    },
    /// Searches all dossiers, private notes too: finds where all words stand, whatever their accents and Dutch endings.
    Search {
        /// The words; the last one may be a beginning.
        #[arg(required = true)]
        words: Vec<String>,
    },
    /// Takes in a file of another program: GEDCOM, GraphML, CSV (also of Network Canvas) or vCard.
    Import {
        /// The file.
        file: PathBuf,
        /// Opens a dossier for a new client of this name.
        #[arg(long, value_name = "NAME", required_unless_present = "dossier", conflicts_with = "dossier")]
        new: Option<String>,
        /// Adds to this dossier.
        #[arg(long, value_name = "ID")]
        dossier: Option<String>,
        /// gedcom, graphml, csv or vcard; recognised where it is not given.
        #[arg(long, value_parser = ["gedcom", "graphml", "csv", "vcard"])]
        format: Option<String>,
        /// The id in the file of the one who is the client.
        #[arg(long, value_name = "ID IN FILE")]
        client: Option<String>,
        /// Says what would be made; makes nothing.
        #[arg(long)]
        dry_run: bool,
    },
    /// Writes a dossier to a file for other programs; the access log remembers it.
    Export {
        /// The dossier.
        id: String,
        /// graphml, csv (two files) or json.
        #[arg(long, value_parser = ["graphml", "csv", "json"])]
        format: String,
        /// The file; one that is there is replaced.
        #[arg(short, long, value_name = "FILE")]
        output: PathBuf,
    },
    /// Prints a dossier as a PDF that can be read aloud; the access log remembers it.
    Report {
        /// plan (for the client), handover (for a successor) or copy (everything, with a JSON file beside it).
        #[arg(value_parser = ["plan", "handover", "copy"])]
        paper: String,
        /// The dossier.
        id: String,
        /// The file; one that is there is replaced.
        #[arg(short, long, value_name = "FILE")]
        output: PathBuf,
        /// Of how many of the last notes a hand-over holds the text.
        #[arg(long, value_name = "NUMBER", default_value_t = 3)]
        texts: u32,
    },
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
    /// Lists what two people changed at once in a dossier, with the values to choose from.
    Differences {
        /// The dossier.
        id: String,
    },
    /// Chooses one of the values of a difference, both by their number in `differences`.
    Settle {
        /// The dossier.
        id: String,
        /// Which difference.
        number: usize,
        /// Which value.
        value: usize,
    },
    /// Lists the caseload as it is today, or gives its figures.
    Caseload(CaseloadArguments),
    /// Lists what is to happen when, or saves it as a calendar.
    Agenda(AgendaArguments),
    /// Lists what left the vault, or was removed from it for good.
    Log,
    /// Reads and authenticates every entry; says what is wrong and where.
    Check,
    /// Sets a new passphrase; the old one is asked, or read from the second line of the passphrase file.
    Passphrase,
    /// Opens with the recovery code and sets a new passphrase.
    Recover,
}

#[derive(Subcommand)]
pub(crate) enum DossierCommand {
    /// Opens a dossier for a new client; prints its id.
    New {
        /// Name or alias of the client.
        name: String,
    },
    /// Lists the caseload.
    List,
    /// Shows one dossier.
    Show {
        /// The dossier.
        id: String,
    },
    /// Gives the client another name or alias.
    Rename {
        /// The dossier.
        id: String,
        /// The new name.
        name: String,
    },
    /// Closes a dossier; what is in it stays.
    Close {
        /// The dossier.
        id: String,
    },
}

#[derive(clap::Args)]
pub(crate) struct CaseloadArguments {
    #[command(subcommand)]
    pub(crate) command: Option<CaseloadCommand>,
    /// Only what asks for attention.
    #[arg(long)]
    pub(crate) attention: bool,
    /// Only what is closed, instead of what is open.
    #[arg(long, conflicts_with = "all")]
    pub(crate) closed: bool,
    /// Open and closed.
    #[arg(long)]
    pub(crate) all: bool,
    /// Only what is shared with this person.
    #[arg(long, value_name = "NAME")]
    pub(crate) with: Option<String>,
    /// Only what is in this step.
    #[arg(long)]
    pub(crate) step: Option<String>,
}

#[derive(Subcommand)]
pub(crate) enum CaseloadCommand {
    /// Counts the caseload without anything about one person: groups under five are not shown.
    Figures {
        /// As a table for a spreadsheet.
        #[arg(long)]
        csv: bool,
    },
}

#[derive(clap::Args)]
pub(crate) struct AgendaArguments {
    /// No further than so many days after today.
    #[arg(long)]
    pub(crate) days: Option<u16>,
    /// Saves a calendar (iCalendar) here instead; the access log remembers it.
    #[arg(long, value_name = "FILE")]
    pub(crate) ics: Option<std::path::PathBuf>,
    /// With clients' names and what actions are called: whoever has the file reads them.
    #[arg(long, requires = "ics")]
    pub(crate) names: bool,
}

#[derive(Subcommand)]
pub(crate) enum RecordCommand {
    /// Adds one; prints its id.
    Add {
        /// The dossier.
        dossier: String,
        /// What is known: name=Fatima relation=neighbour gives=company,practical
        #[arg(value_name = "FIELD=VALUE")]
        fields: Vec<String>,
    },
    /// Sets fields of one; an empty value clears.
    Set {
        /// The dossier.
        dossier: String,
        /// Which one.
        id: String,
        /// What changes.
        #[arg(value_name = "FIELD=VALUE", required = true)]
        fields: Vec<String>,
    },
    /// Takes one out of view.
    Remove {
        /// The dossier.
        dossier: String,
        /// Which one.
        id: String,
    },
    /// Lists all.
    List {
        /// The dossier.
        dossier: String,
    },
}

#[derive(Subcommand)]
pub(crate) enum ActionCommand {
    #[command(flatten)]
    Record(RecordCommand),
    /// Says what might be done, with the reason; nothing is added by itself.
    Suggest {
        /// The dossier.
        dossier: String,
    },
    /// Says how each action goes, and what changed on the map since it was begun.
    Progress {
        /// The dossier.
        dossier: String,
    },
    /// Begins an action: sets its status and its day.
    Begin {
        /// The dossier.
        dossier: String,
        /// Which one.
        id: String,
    },
    /// Ends an action: sets its status and its day.
    End {
        /// The dossier.
        dossier: String,
        /// Which one.
        id: String,
    },
}

#[derive(Subcommand)]
pub(crate) enum CheckInCommand {
    #[command(flatten)]
    Record(RecordCommand),
    /// Plans check-ins 1, 3, 6 and 12 months after a day.
    Plan {
        /// The dossier.
        dossier: String,
        /// The day: 2026-11-24.
        #[arg(value_name = "DAY")]
        start: chrono::NaiveDate,
    },
    /// Writes down a check-in that was held.
    Hold {
        /// The dossier.
        dossier: String,
        /// Which one.
        id: String,
        /// The day: 2026-12-24.
        #[arg(long, value_name = "DAY")]
        on: chrono::NaiveDate,
        /// How it goes.
        #[arg(long, value_parser = ["well", "wavering", "help_needed"])]
        going: Option<String>,
        /// What was told.
        #[arg(long, default_value = "")]
        words: String,
        /// Also makes a measuring moment of this name.
        #[arg(long, value_name = "NAME")]
        moment: Option<String>,
    },
}

#[derive(Subcommand)]
pub(crate) enum StepCommand {
    /// Lists the steps: where the dossier is, what is done, what was passed over and why.
    List {
        /// The dossier.
        dossier: String,
    },
    /// Goes to a step, or takes it up again.
    Go {
        /// The dossier.
        dossier: String,
        /// The step, by its name in `list`.
        step: String,
    },
    /// Marks a step as done and goes to the next that is open.
    Done {
        /// The dossier.
        dossier: String,
        /// The step; the one that the dossier is in, where it is not given.
        step: Option<String>,
        /// What it brought.
        #[arg(long, value_name = "WORDS", default_value = "")]
        words: String,
    },
    /// Passes a step over and goes to the next that is open.
    Skip {
        /// The dossier.
        dossier: String,
        /// The step; the one that the dossier is in, where it is not given.
        step: Option<String>,
        /// Why.
        #[arg(long, value_name = "WORDS", default_value = "")]
        reason: String,
    },
    /// Methods: named paths of steps.
    #[command(subcommand)]
    Method(MethodCommand),
}

#[derive(Subcommand)]
pub(crate) enum MethodCommand {
    /// Lists the methods that there are.
    List {
        /// Also those that came along in this dossier.
        dossier: Option<String>,
    },
    /// Keeps an organisation's own method in this account (docs/method-format.md).
    Add {
        /// The file.
        file: PathBuf,
    },
    /// Takes an own method out of this account; dossiers that follow it keep it.
    Remove {
        /// The method's name.
        name: String,
    },
    /// Lets a dossier follow a method; nothing is lost.
    Follow {
        /// The dossier.
        dossier: String,
        /// The method's name.
        name: String,
    },
}

#[derive(Subcommand)]
pub(crate) enum StrainCommand {
    /// Notes a filled-in instrument; prints its id.
    Add {
        /// three_questions, caregiver_strain_index or carer_qol.
        #[arg(long, value_parser = ["three_questions", "caregiver_strain_index", "carer_qol"])]
        instrument: String,
        /// Who filled it in: the id, or the name; the client, where it is not given.
        #[arg(long)]
        person: Option<String>,
        /// A digit an item in the instrument's order, a hyphen where there is no answer: 1010000000000
        ///
        /// Caregiver Strain Index: 13 of 0 no, 1 yes. CarerQol: 7 of 0 no, 1 some, 2 a lot, then two places for the happiness
        /// from 00 to 10. Three questions: 3 of 0 yes, 1 sometimes, 2 no.
        #[arg(long, allow_hyphen_values = true)]
        answers: String,
        /// The day: 2026-11-24; today, where it is not given.
        #[arg(long)]
        day: Option<chrono::NaiveDate>,
        /// The measuring moment that it belongs to: its id, or its name.
        #[arg(long)]
        moment: Option<String>,
    },
    /// Lists what was filled in, as it was noted.
    List,
    /// Says for each carer what it comes to; with --json the scores and raised hands.
    Show,
    /// Takes one out of view.
    Remove {
        /// Which one.
        measurement: String,
    },
}

#[derive(Subcommand)]
pub(crate) enum HistoryCommand {
    /// Removes the old history for good: what stays is what stands now, and how it was at each measuring moment. Asks first.
    Forget {
        /// The dossier.
        id: String,
        /// Does not ask.
        #[arg(long)]
        yes: bool,
    },
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

#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum Role {
    Professional,
    Volunteer,
    Trainee,
}

impl From<Role> for CoachRole {
    fn from(role: Role) -> Self {
        match role {
            Role::Professional => Self::Professional,
            Role::Volunteer => Self::Volunteer,
            Role::Trainee => Self::Trainee,
        }
    }
}
