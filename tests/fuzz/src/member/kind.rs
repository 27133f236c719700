//! The kinds of records as somebody knows them who writes documents without this program.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use dossier::model::{
    Action, Approach, CheckIn, Goal, Life, Measurement, Moment, Need, Note, Organisation, OwnMethod,
    Parentage, Partnership, Passage, Person, ProfileField, Resistance, Role, Supervision, Talent, Tie, Wish,
};
use dossier::{Field, ID_BYTES, Id, Record};
use serde::Serialize;
use serde_json::Value;

/// The form in which a field is written by an honest program.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// A map with a key for each choice.
    Choices,
    /// A scalar that is true or false.
    Flag,
    /// A scalar, or a text object.
    Words,
    /// A scalar, or null.
    Scalar,
}

/// A field of a kind of record.
pub(crate) struct KnownField {
    pub(crate) key: &'static str,
    pub(crate) form: Form,
    /// The values of the closed list, if the field has one.
    pub(crate) choices: Vec<&'static str>,
}

/// A kind of record.
pub(crate) struct Kind {
    /// The key of its map at the root.
    pub(crate) map: &'static str,
    pub(crate) fields: Vec<KnownField>,
    /// Returns the id of the record with a number.
    pub(crate) id: fn(u8) -> String,
}

/// Returns all kinds of records, in the order of [`dossier::RecordKind::ALL`], and the fields of the profile.
pub(crate) fn kinds() -> &'static (Vec<Kind>, Vec<KnownField>) {
    static KINDS: LazyLock<(Vec<Kind>, Vec<KnownField>)> = LazyLock::new(|| {
        let kinds = vec![
            kind::<Person>(),
            kind::<Organisation>(),
            kind::<Tie>(),
            kind::<Partnership>(),
            kind::<Parentage>(),
            kind::<Wish>(),
            kind::<Life>(),
            kind::<Need>(),
            kind::<Talent>(),
            kind::<Role>(),
            kind::<Resistance>(),
            kind::<Goal>(),
            kind::<Action>(),
            kind::<Note>(),
            kind::<Moment>(),
            kind::<Measurement>(),
            kind::<Passage>(),
            kind::<Approach>(),
            kind::<CheckIn>(),
            kind::<Supervision>(),
            kind::<OwnMethod>(),
        ];
        let profile = ProfileField::KEYS.iter().copied().map(|key| KnownField {
            key,
            form: Form::Scalar,
            choices: ProfileField::choices(key),
        });
        (kinds, profile.collect())
    });
    &KINDS
}

fn kind<R: Record + Serialize>() -> Kind {
    let id = |number| R::Id::from_random([number; ID_BYTES]);
    // A blank record shows the form of each field.
    let blank = serde_json::to_value(R::blank(id(0))).unwrap_or_default();
    let forms: BTreeMap<String, Form> =
        blank.as_object().into_iter().flatten().map(|(key, value)| (key.clone(), form(value))).collect();
    let fields = R::Field::KEYS.iter().copied().map(|key| KnownField {
        key,
        form: forms.get(key).copied().unwrap_or(Form::Scalar),
        choices: R::Field::choices(key),
    });
    Kind {
        map: R::MAP,
        fields: fields.collect(),
        id: |number| R::Id::from_random([number; ID_BYTES]).to_string(),
    }
}

fn form(blank: &Value) -> Form {
    match blank {
        Value::Array(_) => Form::Choices,
        Value::Bool(_) => Form::Flag,
        Value::String(_) => Form::Words,
        _ => Form::Scalar,
    }
}

#[cfg(test)]
mod tests {
    use dossier::RecordKind;

    use super::*;

    #[test]
    fn every_kind_of_record_and_every_field_is_known() {
        let known =
            kinds().0.iter().map(|kind| kind.fields.iter().map(|field| field.key).collect::<Vec<_>>());
        let all = RecordKind::ALL.iter().map(|kind| kind.fields().to_vec());
        assert_eq!(known.collect::<Vec<_>>(), all.collect::<Vec<_>>());
    }
}
