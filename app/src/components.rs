//! Pieces of screen that know no rules and no page: typed properties in, callbacks out.

pub mod asked;
pub mod bar;
pub mod copy;
pub mod facts;
pub mod field_links;
pub mod matrix;
pub mod number;
pub mod options;
pub mod picker;
pub mod question;
pub mod stakeholders;
pub mod tag;
pub mod tree_diagram;
pub mod tree_questions;
pub mod weights;

pub use asked::Asked;
pub use bar::ValueBar;
pub use copy::CopyField;
pub use matrix::Matrix;
pub use question::Question;
pub use stakeholders::Stakeholders;
pub use tag::VerdictTag;
pub use tree_diagram::TreeDiagram;
pub use tree_questions::TreeQuestions;
pub use weights::WeightRows;
