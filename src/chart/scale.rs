//! From a quantity to a place along the axis.

/// How an axis maps numbers to places.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum ScaleKind {
    /// Each step is ten times the one before; marks are dots.
    #[default]
    Log,
    /// Equal steps from zero; marks are bars.
    Linear,
}

crate::model::closed_set!(ScaleKind, "scale", { Log => "log", Linear => "linear" });
