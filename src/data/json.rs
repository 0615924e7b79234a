//! JSON as it was read, with the fields of each object in the file's order.
//!
//! Leaner than serde_json's own `Value`: its maps are search trees, and its
//! numbers keep what nothing here asks for. Numbers with a fraction or a power
//! come from serde_json as they are written (its feature `arbitrary_precision`)
//! and are read by whoever does it exactly without tables in the program:
//! natively the standard library, in the browser the browser.

use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use std::fmt;

/// Any JSON value.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Json {
    Null,
    Bool(bool),
    Number(f64),
    Text(String),
    List(Vec<Json>),
    Object(Fields),
}

/// The fields of an object.
#[derive(Clone, Debug, PartialEq, Default)]
pub(super) struct Fields(Vec<(String, Json)>);

impl Fields {
    /// A field's value; of several fields of one name, the last one's.
    pub(super) fn get(&self, name: &str) -> Option<&Json> {
        self.0.iter().rev().find(|(known, _)| known == name).map(|(_, value)| value)
    }

    /// The fields' names.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(name, _)| name.as_str())
    }
}

impl Json {
    /// The text, if it is one.
    pub(super) fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The fields, if it is an object.
    pub(super) fn as_object(&self) -> Option<&Fields> {
        match self {
            Self::Object(fields) => Some(fields),
            _ => None,
        }
    }
}

impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnyJson)
    }
}

struct AnyJson;

impl<'de> Visitor<'de> for AnyJson {
    type Value = Json;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Json, E> {
        Ok(Json::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Json, E> {
        Ok(Json::Number(value as f64))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Json, E> {
        Ok(Json::Number(value as f64))
    }

    fn visit_str<E>(self, value: &str) -> Result<Json, E> {
        Ok(Json::Text(value.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Json, A::Error> {
        let mut values = Vec::new();
        while let Some(value) = list.next_element()? {
            values.push(value);
        }
        Ok(Json::List(values))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Json, A::Error> {
        let mut fields = Vec::new();
        while let Some(field) = object.next_entry()? {
            fields.push(field);
        }
        if let [(name, Json::Text(number))] = &fields[..]
            && name == NUMBER
        {
            let number = nearest(number);
            return if number.is_finite() {
                Ok(Json::Number(number))
            } else {
                Err(Error::custom("this number is larger than any that can be held"))
            };
        }
        Ok(Json::Object(Fields(fields)))
    }
}

/// How serde_json hands over a number that is no integer: as written, as the only field of an
/// object, of this name.
const NUMBER: &str = "$serde_json::private::Number";

/// The number nearest to what is written.
fn nearest(number: &str) -> f64 {
    #[cfg(target_arch = "wasm32")]
    return js_sys::Number::parse_float(number);
    #[cfg(not(target_arch = "wasm32"))]
    number.parse().unwrap_or(f64::NAN)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Json, serde_json::Error> {
        serde_json::from_str(text)
    }

    #[test]
    fn numbers_are_the_nearest_to_what_is_written() {
        for number in
            [0.0, -0.5, 0.1 + 0.2, 1e22, 1e23, 5e-324, f64::MAX, 9_007_199_254_740_993.0, 347_619_784.0]
        {
            let written = format!("{number:?}");
            assert_eq!(read(&written).unwrap(), Json::Number(number), "{written}");
        }
        for (written, number) in
            [("12.50e3", 12_500.0), ("0", 0.0), ("-7", -7.0), ("9007199254740993", 9_007_199_254_740_992.0)]
        {
            assert_eq!(read(written).unwrap(), Json::Number(number), "{written}");
        }
    }

    #[test]
    fn a_number_that_cannot_be_held_is_a_mistake() {
        let error = read("[1, 1e999]").unwrap_err();
        assert!(!error.is_eof());
        assert_eq!(error.line(), 1);
    }
}
