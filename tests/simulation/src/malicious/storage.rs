//! The attacks of a storage that works together with the villains.

use anyhow::Result;
use chrono::TimeDelta;

use super::circle::Circle;

impl Circle {
    /// Withholds, loses, replays or misplaces what people sent.
    pub(crate) fn storage_mischief(&mut self) -> Result<()> {
        let honest = self.honest_laptops();
        let number = honest[self.chance.below(honest.len())];
        let device = self.laptops[number].exchange.device();
        let name = self.laptops[number].name.clone();
        match self.chance.below(4) {
            0 => {
                let days = 1 + self.chance.below(4) as i64;
                let count = self.store.withhold(&device, Some(self.now + TimeDelta::days(days)));
                self.have_trouble(days as u32);
                self.tell(format!("the storage withholds {count} envelopes to {name} for {days} days"));
            }
            1 => {
                let count = self.store.withhold(&device, None);
                self.have_trouble(3);
                self.tell(format!("the storage loses {count} envelopes to {name}"));
            }
            2 => self.replay_some(None),
            _ => self.replay_some(Some(device)),
        }
        Ok(())
    }

    /// Records that nothing is promised for some rounds.
    pub(crate) fn have_trouble(&mut self, rounds: u32) {
        self.trouble = self.trouble.max(self.round + rounds);
    }

    /// Puts some earlier envelopes into their mailboxes again, or into another's.
    fn replay_some(&mut self, to: Option<exchange::DeviceKey>) {
        let ever = self.store.ever.take().unwrap_or_default();
        for _ in 0..10 {
            if ever.is_empty() {
                break;
            }
            let (there, bytes) = &ever[self.chance.below(ever.len())];
            self.store.replay(to.unwrap_or(*there), bytes.clone(), self.now);
        }
        self.store.ever = Some(ever);
        self.tell("the storage replays ten envelopes".to_owned());
    }
}
