//! Documents that leave Edgewise: pure functions of a decision and the words, so that equal input gives equal bytes.

pub mod agreement;
pub mod blocks;
pub mod certainty;
pub mod fleet;
pub mod floors;
pub mod markdown;
pub mod method;
pub mod qr;
pub mod reasons;
pub mod record;
mod sections;

#[cfg(test)]
mod tests;
