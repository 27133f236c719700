//! The check of the vault, which reads all of it.

use vault::CheckReport;

use crate::desk::Desk;
use crate::error::CoachError;
use crate::message::Message;

impl Desk {
    /// Reads and authenticates every entry. Returns one message for each problem, or one message that
    /// all is well.
    pub fn check_messages(&self) -> Result<Vec<Message>, CoachError> {
        let report = self.check()?;
        if report.problems.is_empty() {
            return Ok(vec![Message::new("check-all-well", [("detail", report.entries.to_string())])]);
        }
        let problems = report.problems.iter();
        let message = |problem: &vault::Problem| {
            Message::new(&format!("problem-{}", problem.code()), [("detail", problem.location())])
        };
        Ok(problems.map(message).collect())
    }

    /// Reads and authenticates every entry, and returns the report.
    pub fn check(&self) -> Result<CheckReport, CoachError> {
        Ok(self.vault.check()?)
    }
}
