//! The fact sheets, which come after the first answer is on screen.

use std::sync::Arc;

use rules_core::catalog::FactSheets;

/// How the fact sheets stand.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Sheets {
    /// Not asked for yet.
    #[default]
    Away,
    /// On their way.
    Coming,
    /// Here.
    Here(Arc<FactSheets>),
    /// They did not arrive.
    Missing,
}

impl Sheets {
    /// Reads what arrived.
    #[must_use]
    pub fn arrived(text: Option<&str>) -> Self {
        let read = text.and_then(|text| FactSheets::read(text).ok());
        read.map_or(Self::Missing, |sheets| Self::Here(Arc::new(sheets)))
    }

    /// Returns whether it is too early to say that they are missing.
    #[must_use]
    pub fn may_come(&self) -> bool {
        matches!(self, Self::Away | Self::Coming)
    }

    /// Returns the sheets, if they are here.
    #[must_use]
    pub fn here(&self) -> Option<&FactSheets> {
        match self {
            Self::Here(sheets) => Some(sheets),
            Self::Away | Self::Coming | Self::Missing => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_did_not_arrive_whole_is_missing() {
        assert_eq!(Sheets::arrived(None), Sheets::Missing);
        assert_eq!(Sheets::arrived(Some("[{\"id\":\"k3s")), Sheets::Missing);
        assert!(Sheets::arrived(Some("[]")).here().is_some());
    }
}
