//! Reads one answer as a person types it, and says precisely what is wrong with one that cannot be read.
//!
//! Lenient on purpose in spelling (`3 400`, `4 h`, `2 GiB`, `AMD64`, `Yes`), never in meaning: whatever could be read in
//! two ways is refused. What an answer *means* is the field's business; what is assumed for an unknown one, too.

mod amount;
mod fault;
mod synonyms;

pub use amount::BANDS;
pub use fault::FieldFault;
pub(super) use synonyms::{fold, is_fold_of, yes_no};

use super::field::{Answer, Field, Kind, Unit};
use amount::Amount;

/// Longest stretch of a typed answer that a fault repeats, in characters.
const SHOWN: usize = 40;

impl Field {
    /// Reads an answer as typed; `Ok(None)` is an answer left open: nothing, `unknown`, `?`, `don't know`, `null`.
    ///
    /// - Numbers: `3400`, `3,400`, `3 400`, `3_400`; `1.5` and `1,5` are one and a half, `3.000` is refused.
    /// - Time: a bare number is in the unit of the field; `90 min`, `4 h`, `1 day`, `2 weeks`, `1 h 30 min`, and the
    ///   [`BANDS`]: `minutes`, `hours`, `a day`, `days`, `weeks`, `months`. A month is 30 days, a year 365.
    /// - Memory and disk: `2 GiB`, `2Gi`, `512 MiB`; `GB`, `G`, `MB` and `TB` are decimal, as Kubernetes reads them,
    ///   and rounded to the careful side: down for what a node has, up for what the workload takes.
    /// - Ids in any case, with `-`, `_` or a space between words, and the usual other names (`amd64`, `aarch64`).
    /// - Sets with commas, semicolons or spaces between members; `none` for the empty set.
    ///
    /// # Errors
    /// A [`FieldFault`] with what was found and what is allowed.
    pub fn read(self, raw: &str) -> Result<Option<Answer>, FieldFault> {
        let typed = raw.trim();
        if synonyms::is_unknown(typed) {
            return Ok(None);
        }
        let answer = match self.kind() {
            Kind::YesNo => read_yes_no(typed)?,
            Kind::Choice(allowed) => self.read_choice(typed, allowed)?,
            Kind::Set { ids, empty } => self.read_set(typed, ids, empty)?,
            Kind::Whole { min, max, unit } => self.read_whole(typed, min, max, unit)?,
        };
        Ok(Some(answer))
    }

    fn read_choice(
        self,
        typed: &str,
        allowed: &'static [&'static str],
    ) -> Result<Answer, FieldFault> {
        self.position(typed, allowed)
            .map(Answer::Choice)
            .ok_or_else(|| FieldFault::NotAChoice { found: shown(typed), allowed })
    }

    /// Returns the position in the vocabulary that a word stands for.
    fn position(self, word: &str, ids: &[&str]) -> Option<u8> {
        let folded = synonyms::fold(word);
        let at = match synonyms::id_for(self, &folded) {
            Some(named) => ids.iter().position(|id| *id == named)?,
            None => ids.iter().position(|id| is_fold_of(id, &folded))?,
        };
        u8::try_from(at).ok()
    }

    fn read_set(
        self,
        typed: &str,
        allowed: &'static [&'static str],
        empty: bool,
    ) -> Result<Answer, FieldFault> {
        let mut bits = 0;
        let mut found = Vec::new();
        for member in members(self, typed, allowed) {
            match self.position(member, allowed) {
                Some(at) => bits |= 1 << at,
                None => found.push(shown(member)),
            }
        }
        if !found.is_empty() {
            return Err(FieldFault::NotInSet { found, allowed });
        }
        if bits == 0 && !empty {
            return Err(FieldFault::EmptySet { allowed });
        }
        Ok(Answer::Set(bits))
    }

    fn read_whole(self, typed: &str, min: u32, max: u32, unit: Unit) -> Result<Answer, FieldFault> {
        let found = || shown(typed);
        let number = match Amount::read(typed, unit, self == Field::WorkloadRamMib) {
            Amount::Whole(number) => number,
            Amount::Negative => {
                return Err(FieldFault::TooSmall { found: shown(number_of(typed)), min, unit });
            }
            Amount::Huge => {
                return Err(FieldFault::TooLarge { found: shown(number_of(typed)), max, unit });
            }
            Amount::Fraction => return Err(FieldFault::NotWhole { found: found(), unit }),
            Amount::OtherUnit => {
                return Err(FieldFault::UnknownUnit { found: found(), min, max, unit });
            }
            Amount::Nothing => {
                return Err(FieldFault::NotANumber { found: found(), min, max, unit });
            }
        };
        match u32::try_from(number) {
            Ok(small) if small < min => {
                Err(FieldFault::TooSmall { found: number.to_string(), min, unit })
            }
            Ok(fits) if fits <= max => Ok(Answer::Whole(fits)),
            _ => Err(FieldFault::TooLarge { found: number.to_string(), max, unit }),
        }
    }
}

fn read_yes_no(typed: &str) -> Result<Answer, FieldFault> {
    synonyms::yes_no(typed)
        .map(Answer::YesNo)
        .ok_or_else(|| FieldFault::NotYesNo { found: shown(typed) })
}

/// Splits a set at commas and semicolons, and at white space too unless the words between commas are members as they
/// stand (`secure boot, fips`).
fn members<'a>(field: Field, typed: &'a str, ids: &[&str]) -> Vec<&'a str> {
    let inside = typed.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).unwrap_or(typed);
    if synonyms::is_none(inside) {
        return Vec::new();
    }
    let mut members = Vec::new();
    for part in inside.split([',', ';']).map(str::trim).filter(|part| !part.is_empty()) {
        if field.position(part, ids).is_some() {
            members.push(part);
        } else {
            members.extend(part.split_whitespace());
        }
    }
    members
}

/// Returns the number of a typed amount without the unit that follows it.
fn number_of(typed: &str) -> &str {
    typed.trim_end_matches(|last: char| last.is_alphabetic() || last.is_whitespace() || last == '/')
}

/// Returns what was typed, cut so that a message stays a message.
pub(crate) fn shown(typed: &str) -> String {
    let mut shown: String = typed.trim().chars().take(SHOWN).map(visible).collect();
    if typed.trim().chars().nth(SHOWN).is_some() {
        shown.push('\u{2026}');
    }
    shown
}

fn visible(typed: char) -> char {
    if typed.is_control() { ' ' } else { typed }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(field: Field, raw: &str, expected: &str) {
        let read = field.read(raw);
        let shown = match read {
            Ok(None) => "unknown".to_owned(),
            Ok(Some(answer)) => field.print(answer),
            Err(fault) => fault.to_string(),
        };
        assert_eq!(shown, expected, "{} from {raw:?}", field.id());
    }

    #[test]
    fn numbers_are_read_with_the_usual_separators() {
        for raw in [
            "3400",
            "3,400",
            "3 400",
            "3_400",
            "3'400",
            "3\u{a0}400",
            "3\u{202f}400",
            " 3400 sites",
            "03400",
        ] {
            check(Field::Sites, raw, "3400");
        }
        check(Field::Sites, "1,000,000", "1000000");
    }

    #[test]
    fn a_separator_in_the_wrong_place_is_not_guessed_at() {
        check(Field::Sites, "3.400", "3.400 is not a whole number of sites");
        check(Field::Sites, "3.000", "3.000 is not a whole number of sites");
        check(Field::Sites, "34,05", "34,05 is not a whole number of sites");
        check(Field::Sites, "3 4", "\"3 4\" is not a number; 1 to 1000000 sites is allowed");
        check(
            Field::Sites,
            "1e3",
            "the unit of \"1e3\" is not known here; 1 to 1000000 sites is allowed",
        );
    }

    #[test]
    fn time_is_read_in_units_and_bands() {
        for (raw, minutes) in [
            ("240", "240"),
            ("4 h", "240"),
            ("4h", "240"),
            ("4 hours", "240"),
            ("1,5 h", "90"),
            ("1.5 h", "90"),
            ("1 h 30 min", "90"),
            ("1h30", "90"),
            ("1 day", "1440"),
            ("2 weeks", "20160"),
            ("1 month", "43200"),
            ("minutes", "60"),
            ("hours", "480"),
            ("a day", "1440"),
            ("days", "4320"),
            ("Weeks", "20160"),
            ("months", "129600"),
            ("0", "0"),
            ("an hour", "60"),
        ] {
            check(Field::WanOutageBudget, raw, minutes);
        }
        check(Field::VisitHours, "4 h", "4");
        check(Field::VisitHours, "240 min", "4");
        check(Field::VisitHours, "90 min", "90 min is not a whole number of h");
    }

    #[test]
    fn memory_is_kept_in_mebibytes_and_decimal_units_are_rounded_to_the_careful_side() {
        check(Field::NodeRamMib, "2048", "2048");
        check(Field::NodeRamMib, "2 GiB", "2048");
        check(Field::NodeRamMib, "2Gi", "2048");
        check(Field::NodeRamMib, "2 GB", "1907");
        check(Field::WorkloadRamMib, "2 GB", "1908");
        check(Field::NodeRamMib, "0.5 GiB", "512");
        check(Field::NodeDiskGib, "500 GB", "465");
        check(Field::NodeDiskGib, "1 TiB", "1024");
        check(
            Field::NodeRamMib,
            "2 Gbit/s",
            "the unit of \"2 Gbit/s\" is not known here; 64 to 16777216 MiB is allowed",
        );
    }

    #[test]
    fn bandwidth_takes_bits_and_refuses_bytes() {
        check(Field::WanBandwidth, "50 Mbit/s", "50");
        check(Field::WanBandwidth, "1 Gbps", "1000");
        check(
            Field::WanBandwidth,
            "2 MB/s",
            "the unit of \"2 MB/s\" is not known here; 0 to 1000000 Mbit/s is allowed",
        );
    }

    #[test]
    fn a_number_out_of_range_is_told_with_unit_and_limit() {
        check(Field::WanOutageBudget, "900000", "900000 min is above the maximum of 527040 min");
        check(Field::WanOutageBudget, "400 days", "576000 min is above the maximum of 527040 min");
        check(Field::Sites, "0", "0 sites is below the minimum of 1 sites");
        check(Field::Sites, "-5", "-5 sites is below the minimum of 1 sites");
        let huge = "9".repeat(60);
        assert!(matches!(Field::Sites.read(&huge), Err(FieldFault::TooLarge { .. })));
    }

    #[test]
    fn yes_and_no_have_many_spellings() {
        for (raw, answer) in [
            ("Yes", "yes"),
            ("TRUE", "yes"),
            ("y", "yes"),
            ("no", "no"),
            ("false", "no"),
            ("ні", "no"),
        ] {
            check(Field::LocalOperation, raw, answer);
        }
        check(Field::LocalOperation, "maybe", "\"maybe\" is neither yes nor no");
    }

    #[test]
    fn ids_are_read_in_any_case_and_with_their_other_names() {
        check(Field::Tier, "Near_Edge", "near-edge");
        check(Field::Tier, "near edge", "near-edge");
        check(Field::ImageSupply, "local_mirror_required", "site-mirror");
        check(Field::HostChange, "planned_image_only", "planned-image-only");
        check(Field::Ssh, "false", "banned");
        check(Field::Rings, "no", "none");
        check(Field::Tier, "edge", "\"edge\" is not one of far-edge, near-edge, regional-edge");
    }

    #[test]
    fn sets_are_read_with_any_separator() {
        for raw in
            ["x86_64, arm64", "amd64 aarch64", "[x86_64, arm64]", "arm64;x86-64", "X64,ARM64,"]
        {
            check(Field::CpuArchitectures, raw, "x86_64, arm64");
        }
        check(Field::Compliance, "none", "none");
        check(Field::Compliance, "[]", "none");
        check(Field::Compliance, "secure boot, fips", "fips, secure-boot");
    }

    #[test]
    fn every_stranger_in_a_set_is_named() {
        check(
            Field::CpuArchitectures,
            "mips, arm64, sparc",
            "\"mips\", \"sparc\" are not among x86_64, arm64, armv7, riscv64",
        );
        check(
            Field::CpuArchitectures,
            "none",
            "an empty set is no answer; at least one of x86_64, arm64, armv7, riscv64 is needed",
        );
    }

    #[test]
    fn an_answer_left_open_is_unknown_for_every_field() {
        for field in Field::ALL {
            for raw in ["", "  ", "unknown", "Unknown", "?", "don't know", "null", "~"] {
                check(*field, raw, "unknown");
            }
        }
    }

    #[test]
    fn what_a_field_prints_it_reads() {
        for field in Field::ALL {
            for answer in field.samples() {
                assert_eq!(field.read(&field.print(answer)), Ok(Some(answer)), "{}", field.id());
            }
        }
    }

    #[test]
    fn a_fault_never_repeats_a_whole_book() {
        let fault = Field::Tier.read(&"x".repeat(100_000)).expect_err("no tier has such a name");
        assert!(fault.to_string().len() < 120);
    }
}
