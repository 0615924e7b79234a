//! The records of one list of a file, with their places in it.

/// The records of one list: those without a fault, each with its index in the
/// file, and the ids of the others, as far as they can be read.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Entries<T> {
    /// Index in the file's list, and what was read.
    pub(super) sound: Vec<(usize, T)>,
    /// Ids (or what else names the record) of those left out.
    pub(super) left_out: Vec<String>,
}

/// How a record is called in a fault: `observations[12], nhs-change-day`.
pub(super) fn place(list: &str, index: usize, name: Option<&str>) -> String {
    match name {
        Some(name) => format!("{list}[{index}], {name}"),
        None => format!("{list}[{index}]"),
    }
}
