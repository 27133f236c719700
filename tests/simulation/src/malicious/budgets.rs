//! The budgets of what villains may make others spend.

use anyhow::{Result, ensure};

use super::circle::Circle;

/// The most bytes by which one forged envelope may make a vault grow, without documents.
const MOST_OF_AN_ENVELOPE: i64 = 96 * 1024;
/// The most bytes by which the forged envelopes of one villain may make a vault grow in a year.
const MOST_OF_A_VILLAIN: i64 = 256 * 1024;
/// The most of a villain who never had a role.
const MOST_WITHOUT_ROLE: i64 = 128 * 1024;
/// The longest time in which a forged envelope is read, in milliseconds, on a slow and busy computer.
const LONGEST_MS: u128 = 20_000;

impl Circle {
    /// Checks what reading the forged envelopes cost since the last time.
    pub(crate) fn check_budgets(&mut self) -> Result<()> {
        for number in 0..self.laptops.len() {
            let name = self.laptops[number].name.clone();
            for cost in std::mem::take(&mut self.laptops[number].costs) {
                if !self.people[self.owners[number]].honest {
                    continue;
                }
                let by = &self.people[cost.by].name;
                let budgets = &mut self.budgets;
                budgets.forged += 1;
                budgets.most_of_an_envelope = budgets.most_of_an_envelope.max(cost.grown);
                budgets.longest_ms = budgets.longest_ms.max(cost.time.as_millis());
                let grown = budgets.grown.entry((number, cost.by)).or_default();
                *grown += cost.grown;
                let never_had_a_role = self.cases.iter().all(|case| !case.ever.contains(&cost.by));
                let most = if never_had_a_role { MOST_WITHOUT_ROLE } else { MOST_OF_A_VILLAIN };
                ensure!(
                    cost.grown <= MOST_OF_AN_ENVELOPE,
                    "an envelope of {by} makes the vault of {name} grow by {} bytes",
                    cost.grown
                );
                ensure!(*grown <= most, "{by} makes the vault of {name} grow by {grown} bytes in all");
                ensure!(
                    !never_had_a_role || cost.unpacked == 0,
                    "{name} unpacks changes of {by}, who has no role"
                );
                ensure!(cost.time.as_millis() <= LONGEST_MS, "{name} reads for {:?}", cost.time);
            }
        }
        Ok(())
    }
}
