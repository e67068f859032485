//! Pieces of screen that know no rules and no page: typed properties in, callbacks out.

pub mod asked;
pub mod bar;
pub mod copy;
pub mod number;
pub mod options;
pub mod picker;
pub mod question;
pub mod tag;

pub use asked::Asked;
pub use bar::ValueBar;
pub use copy::CopyField;
pub use question::Question;
pub use tag::VerdictTag;
