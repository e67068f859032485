//! Documents that leave Edgewise: pure functions of a decision and the words, so that equal input gives equal bytes.

pub mod agreement;
pub mod markdown;
pub mod record;
mod sections;

#[cfg(test)]
mod tests;
