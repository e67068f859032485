//! Which answers are tried in place of the present one, and how far each is from it.

use crate::gates;
use crate::profile::{Answer, Field, Kind};

/// Returns everyday figures of a field, ascending; none where it takes no number. Doublings of machine sizes, and 1, 2, 5
/// or the usual words of people (a shift, a day, a week) for the rest: sites differ by factors, not by units.
pub(super) fn ladder(field: Field) -> &'static [u32] {
    match field {
        Field::Sites | Field::GrowthSites => {
            &[1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 50_000]
        }
        Field::NodesPerSite => &[1, 2, 3, 4, 5, 7, 10, 20, 50, 100],
        Field::NodeCpuCores => &[1, 2, 4, 8, 16, 32, 64],
        Field::NodeRamMib => {
            &[512, 1_024, 2_048, 4_096, 8_192, 16_384, 32_768, 65_536, 131_072, 262_144]
        }
        Field::NodeDiskGib => &[8, 16, 32, 64, 128, 256, 512, 1_024, 4_096],
        Field::WorkloadRamMib => {
            &[0, 128, 256, 512, 1_024, 2_048, 4_096, 8_192, 16_384, 32_768, 65_536]
        }
        Field::PodsPerNode => &[10, 30, 60, 110, 250, 500],
        Field::HardwareClasses => &[1, 2, 3, 5, 10, 20],
        Field::WanOutageBudget | Field::MaxLocalDowntime => {
            &[0, 5, 15, 60, 240, 480, 1_440, 4_320, 10_080, 20_160, 129_600]
        }
        Field::WanBandwidth => &[0, 1, 2, 5, 10, 50, 100, 1_000],
        Field::VisitHours => &[0, 1, 2, 4, 8, 16, 24, 48],
        Field::PlatformTeam => &[0, 1, 2, 4, 8, 16, 50],
        Field::UpgradesPerYear => &[0, 1, 2, 3, 4, 6, 12, 26, 52],
        _ => &[],
    }
}

/// Returns the rungs below a number, the nearest first.
pub(super) fn below(field: Field, number: u32) -> Vec<u32> {
    ladder(field).iter().copied().filter(|rung| *rung < number).rev().collect()
}

/// Returns the rungs above a number, the nearest first.
pub(super) fn above(field: Field, number: u32) -> Vec<u32> {
    ladder(field).iter().copied().filter(|rung| *rung > number).collect()
}

/// Returns the other answers of a field that takes no number: of a set that is known, one member more or less before
/// anything else. While the answer is unknown, the assumed one is another answer too, since open gates wait for it.
pub(super) fn others(field: Field, from: Option<Answer>) -> Vec<Answer> {
    let mut answers = match (field.kind(), from) {
        (Kind::Set { ids, .. }, Some(Answer::Set(bits))) => {
            (0..ids.len()).map(|at| Answer::Set(bits ^ (1 << at))).collect()
        }
        _ => Vec::new(),
    };
    for answer in gates::answers(field) {
        if !answers.contains(answer) {
            answers.push(*answer);
        }
    }
    answers.retain(|answer| Some(*answer) != from && field.takes(*answer));
    answers
}

/// Returns how far one answer is from another: doublings of a number, members of a set, one for any other.
///
/// # Formula
/// For numbers `|log2((to + 1) / (from + 1))|`, so that 0 has a place too.
pub(super) fn distance(from: Answer, to: Answer) -> f64 {
    match (from, to) {
        (Answer::Whole(from), Answer::Whole(to)) => {
            libm::log2((f64::from(to) + 1.0) / (f64::from(from) + 1.0)).abs()
        }
        (Answer::Set(from), Answer::Set(to)) => f64::from((from ^ to).count_ones()),
        (from, to) if from == to => 0.0,
        _ => 1.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_number_has_a_ladder_of_answers_that_it_takes() {
        for field in Field::ALL {
            let is_number = matches!(field.kind(), Kind::Whole { .. });
            assert_eq!(is_number, !ladder(*field).is_empty(), "{}", field.id());
            assert!(ladder(*field).is_sorted_by(|one, next| one < next), "{}", field.id());
            assert!(ladder(*field).iter().all(|rung| field.takes(Answer::Whole(*rung))));
        }
    }

    #[test]
    fn sets_gain_or_lose_one_member_first() {
        let tried = others(Field::Compliance, Some(Answer::Set(0b11)));
        assert_eq!(tried[..3], [Answer::Set(0b10), Answer::Set(0b01), Answer::Set(0b111)]);
        assert!(tried.contains(&Answer::Set(0)) && !tried.contains(&Answer::Set(0b11)));
        let x86 = others(Field::CpuArchitectures, Some(Answer::Set(1)));
        assert!(!x86.contains(&Answer::Set(0)), "a site has some architecture");
    }

    #[test]
    fn doubling_is_as_far_as_halving() {
        let far = |to| distance(Answer::Whole(99), Answer::Whole(to));
        assert!((far(199) - 1.0).abs() < 1e-12 && (far(49) - 1.0).abs() < 1e-12);
        assert!((distance(Answer::Set(0b110), Answer::Set(0b011)) - 2.0).abs() < 1e-12);
    }
}
