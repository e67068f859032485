//! One file per place.

mod broken;
mod decision;
mod missing;
mod record;
mod site;
mod start;

pub use broken::Broken;
pub use decision::DecisionPage;
pub use missing::Missing;
pub use record::RecordPage;
pub use site::Site;
pub use start::Start;
