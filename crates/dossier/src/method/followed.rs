//! The method that a dossier follows.

use std::borrow::Cow;

use super::path::MethodPath;
use super::shipped::{SEVEN_STEPS, shipped};
use crate::dossier::Dossier;
use crate::model::OwnMethod;

impl Dossier {
    /// Returns the method that the dossier follows: one that ships, or one that the record holds. Returns
    /// `None` if it is neither, because a newer version may have written it.
    pub fn method(&self) -> Option<Cow<'static, MethodPath>> {
        self.method_named(self.profile().method.as_deref().unwrap_or(SEVEN_STEPS))
    }

    /// Returns the method that the dossier follows, for a screen to show: [`SEVEN_STEPS`] if this version
    /// cannot read the one that the profile names.
    pub fn followed_method(&self) -> MethodPath {
        let path = self.method().or_else(|| self.method_named(SEVEN_STEPS));
        path.map(Cow::into_owned).unwrap_or_else(|| MethodPath {
            name: SEVEN_STEPS.to_owned(),
            title: None,
            phases: Vec::new(),
        })
    }

    /// Returns the method with this name, if it ships or the record holds it.
    pub fn method_named(&self, name: &str) -> Option<Cow<'static, MethodPath>> {
        let shipped = shipped().iter().find(|path| path.name == name);
        shipped.map(Cow::Borrowed).or_else(|| self.own_method(name).map(Cow::Owned))
    }

    /// Returns the last method with this name that the record holds. Two people may have added it at the same
    /// time, and every replica takes the same one.
    fn own_method(&self, name: &str) -> Option<MethodPath> {
        let own = self.all_as_added::<OwnMethod>().into_iter().rev().find(|own| own.name == name)?;
        MethodPath::read(&own.definition.0).ok().filter(|path| path.name == name)
    }
}
