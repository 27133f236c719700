//! The variety of the people in a network.

use serde::Serialize;
use strum::VariantArray;

use super::share::{float, share};
use super::{Network, NetworkMember};
use crate::choice::Choice;
use crate::model::{AgeGroup, CivilStatus, Gender, Schooling, Work};

/// An attribute in which people can differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, VariantArray)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Attribute {
    /// The age group.
    Age,
    /// The gender of people.
    Gender,
    /// The civil status.
    CivilStatus,
    /// The kind of work.
    Work,
    /// The level of schooling.
    Schooling,
}

impl Attribute {
    /// All attributes in a fixed order.
    pub const ALL: &'static [Self] = Self::VARIANTS;

    /// Returns the name in files and messages.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Age => "age",
            Self::Gender => "gender",
            Self::CivilStatus => "civil_status",
            Self::Work => "work",
            Self::Schooling => "schooling",
        }
    }

    /// Returns the value for a member; `None` if it is not known, and for organisations.
    pub fn of(self, member: &NetworkMember) -> Option<&str> {
        let person = member.person.as_ref()?;
        match self {
            Self::Age => person.age.as_ref().map(Choice::as_str),
            Self::Gender => person.gender.as_ref().map(Choice::as_str),
            Self::CivilStatus => person.civil_status.as_ref().map(Choice::as_str),
            Self::Work => person.work.as_ref().map(Choice::as_str),
            Self::Schooling => person.schooling.as_ref().map(Choice::as_str),
        }
    }

    /// Returns the number of values that the attribute can have.
    fn categories(self) -> usize {
        match self {
            Self::Age => AgeGroup::ALL.len(),
            Self::Gender => Gender::ALL.len(),
            Self::CivilStatus => CivilStatus::ALL.len(),
            Self::Work => Work::ALL.len(),
            Self::Schooling => Schooling::ALL.len(),
        }
    }
}

impl Network {
    /// Returns the index of qualitative variation of an attribute among people (Blau 1977; Agresti & Agresti
    /// 1978): (1 − Σp²) · k/(k − 1), with p the share of each of the k values that it can have. It is 0 if
    /// all people are alike, and 1 if every value is equally frequent. People of whom it is not known are
    /// left out; `None` if it is known of nobody.
    pub fn variety(&self, attribute: Attribute) -> Option<f64> {
        let mut known: Vec<&str> = self.members().iter().filter_map(|member| attribute.of(member)).collect();
        known.sort_unstable();
        let shares = known.chunk_by(|a, b| a == b).map(|alike| share(alike.len(), known.len()));
        let squares: f64 = shares.map(|share| share.map(|share| share * share)).sum::<Option<f64>>()?;
        // A newer version may have written values that this one does not count.
        let found = known.chunk_by(|a, b| a == b).count();
        let k = float(attribute.categories().max(found));
        (!known.is_empty()).then(|| (1.0 - squares) * k / (k - 1.0))
    }

    /// Returns the number of people of whom an attribute is not known.
    pub fn unknown(&self, attribute: Attribute) -> usize {
        self.members()
            .iter()
            .filter(|member| member.person.is_some() && attribute.of(member).is_none())
            .count()
    }
}
