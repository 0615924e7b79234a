//! Spec → scene: the drawing, pure over plotters' `DrawingBackend`.

mod scale;

pub use scale::ScaleKind;
