//! Making an account.

use clap::{Args, ValueEnum};
use coach::desk::account::CoachRole;

#[derive(Args)]
pub(crate) struct InitArguments {
    /// The coach's name.
    #[arg(long)]
    pub(crate) name: String,
    /// What the coach is.
    #[arg(long)]
    pub(crate) role: Role,
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
