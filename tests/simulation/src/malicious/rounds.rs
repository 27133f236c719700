//! The course of a year: one thing after another, and rounds in which everybody is online.

use anyhow::{Context, Result};
use chrono::TimeDelta;

use super::circle::Circle;
use crate::laptop::Power;

impl Circle {
    pub(crate) fn play(&mut self) -> Result<()> {
        let steps = 20 + self.chance.below(12);
        for step in 0..steps {
            self.step().and_then(|()| self.check()).with_context(|| format!("at step {step}"))?;
            if self.chance.happens(50) {
                self.everybody_is_online(true)?;
                self.check().with_context(|| format!("in the round after step {step}"))?;
            }
        }
        self.calm_down().context("after the villains stopped")
    }

    fn step(&mut self) -> Result<()> {
        self.now += TimeDelta::minutes(self.chance.below(1_500) as i64);
        let honest = self.honest_laptops();
        let number = honest[self.chance.below(honest.len())];
        match self.chance.below(100) {
            0..24 => self.write_somewhere(number),
            24..34 => self.sync(number, Power::Stays),
            34..39 => self.fail_to_commit(number),
            39..57 => self.act_as_keeper(),
            57..85 => self.villainy(),
            85..90 => self.storage_mischief(),
            90..92 => self.put_a_vault_back(number),
            92..94 => self.adopt_a_computer(),
            94..98 => self.steal_or_report(),
            _ => self.follow_keepers(),
        }
    }

    /// A computer fails while it makes something durable, and starts again from what is durable.
    fn fail_to_commit(&mut self, number: usize) -> Result<()> {
        self.tell(format!("a commit of {} fails", self.laptops[number].name));
        self.have_trouble(0);
        let power = Power::GoesAt(self.chance.below(8));
        self.sync(number, power)
    }

    /// Plays a round: a day passes, in which every honest person is online twice and the villains once.
    pub(crate) fn everybody_is_online(&mut self, with_villains: bool) -> Result<()> {
        self.now += TimeDelta::hours(24);
        self.round += 1;
        for _ in 0..2 {
            for number in self.honest_laptops() {
                self.sync(number, Power::Stays)?;
            }
        }
        self.put_back.clear();
        for number in 0..self.laptops.len() {
            if with_villains && !self.people[self.owners[number]].honest && self.chance.happens(70) {
                self.sync(number, Power::Stays)?;
            }
        }
        Ok(())
    }

    /// Ends the villainy: the storage gives out everything, and people talk to each other. They must agree
    /// within a season.
    fn calm_down(&mut self) -> Result<()> {
        self.tell("the villains stop".to_owned());
        self.have_trouble(0);
        self.laptops.iter_mut().for_each(|laptop| laptop.skew = TimeDelta::zero());
        self.now += TimeDelta::days(10);
        // A vault that was put back notices it when somebody writes to it.
        for number in self.honest_laptops() {
            for case in 0..self.cases.len() {
                self.write(number, case)?;
            }
        }
        for _ in 0..30 {
            self.everybody_is_online(false)?;
            self.now += TimeDelta::days(2);
            self.follow_keepers()?;
            self.check()?;
            if self.all_agree().is_ok() {
                break;
            }
        }
        self.look_at_everything()?;
        self.all_agree()
    }
}
