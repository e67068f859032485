//! Every link ever issued opens for ever: the frozen corpus of each version, and how it was made.
//!
//! A corpus is a file of entries: a link, then what it carries, then an empty line; or, for the many that vary the same
//! themes, one line with a link and a digest of what it carries. Entries are never changed or taken out.
//! `cargo test -p rules-core --test links` reads them all.

use rules_core::link::{NamePolicy, Shared, decode, open};
use rules_core::measured::{Day, Measured};
use rules_core::outcome::CriterionId;
use rules_core::profile::{Answer, Field, Kind, SiteProfile};
use rules_core::yaml;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

const V1: &str = include_str!("links/v1.txt");
const V1_MORE: &str = include_str!("links/v1-more.txt");
/// Links with measured scores.
const V1_MEASURED: &str = include_str!("links/v1-measured.txt");

/// Returns what a link carries as the corpus writes it: YAML, and comments for what is not part of a profile.
fn carried(shared: &Shared) -> String {
    let overrides = shared.overrides.map(|over| match over {
        None => "-",
        Some(true) => "yes",
        Some(false) => "no",
    });
    let mut text = yaml::write(&shared.profile, None);
    if overrides.iter().any(|over| *over != "-") {
        text += &["# questions: ", &overrides.join(" "), "\n"].concat();
    }
    if let Some(points) = shared.points {
        text += &["# points: ", &points.map(|point| point.to_string()).join(" "), "\n"].concat();
    }
    for one in shared.evidence.all() {
        let (score, criterion) = (one.score, one.criterion.id());
        let day = one.day.to_string();
        let parts = ["# measured:", &one.stack, criterion, &score.to_string(), &day, &one.note];
        text += &(parts.join(" ") + "\n");
    }
    text
}

/// Tells one carried text from another.
fn digest(carried: &str) -> String {
    format!("{:016x}", crc::Crc::<u64>::new(&crc::CRC_64_XZ).checksum(carried.as_bytes()))
}

fn entries(corpus: &str) -> impl Iterator<Item = (&str, &str)> {
    corpus.split_terminator("\n\n").filter_map(|entry| entry.split_once('\n'))
}

#[test]
fn every_link_of_version_1_opens_for_ever() {
    let mut count = 0;
    for (link, expected) in entries(V1) {
        let shared = decode(link).unwrap_or_else(|fault| panic!("{link}: {fault}"));
        assert_eq!(carried(&shared).trim_end(), expected.trim_end(), "{link}");
        assert_eq!(
            open(&format!("https://example.org/#{link}")).map(|opened| opened.shared),
            Ok(shared),
            "{link}"
        );
        count += 1;
    }
    assert_eq!(count, 40, "entries are only added");
}

#[test]
fn a_hundred_and_sixty_more_open_for_ever_and_are_written_the_same() {
    let mut count = 0;
    for (link, expected) in V1_MORE.lines().filter_map(|line| line.split_once(' ')) {
        let opened = open(&format!("https://example.org/edgewise/#{link}"));
        let shared = opened.map_or_else(|fault| panic!("{link}: {fault}"), |opened| opened.shared);
        assert_eq!(digest(&carried(&shared)), expected, "{link}");
        assert_eq!(shared.encode(NamePolicy::Include), link);
        count += 1;
    }
    assert_eq!(count, 160, "entries are only added");
}

#[test]
fn what_was_measured_opens_for_ever_and_is_written_the_same() {
    let mut count = 0;
    for (link, expected) in entries(V1_MEASURED) {
        let shared = decode(link).unwrap_or_else(|fault| panic!("{link}: {fault}"));
        assert_eq!(carried(&shared).trim_end(), expected.trim_end(), "{link}");
        assert_eq!(shared.encode(NamePolicy::Include), link);
        count += 1;
    }
    assert_eq!(count, 20, "entries are only added");
}

#[test]
fn the_corpus_answers_every_field_in_every_way() {
    let profiles: Vec<_> =
        entries(V1).filter_map(|(link, _)| Some(decode(link).ok()?.profile)).collect();
    for field in Field::ALL.iter().copied() {
        let told: Vec<_> = profiles.iter().filter_map(|profile| profile.answer(field)).collect();
        assert!(told.len() < profiles.len(), "{} is never unknown", field.id());
        for answer in telling(field) {
            assert!(told.contains(&answer), "{} is never {}", field.id(), field.print(answer));
        }
    }
}

/// As long as version 1 is what is written, the recipe below gives the corpus; a later version leaves the file alone
/// and drops this test.
#[test]
fn the_corpus_is_what_its_recipe_gives() {
    let entry =
        |shared: &Shared| [shared.encode(NamePolicy::Include), carried(shared)].join("\n") + "\n";
    let first: String = recipe().iter().map(entry).collect();
    assert!(V1 == first, "the recipe now gives:\n{first}");
    let measured: String = (0..20).map(|which| entry(&nth_measured(which))).collect();
    assert!(V1_MEASURED == measured, "the recipe now gives:\n{measured}");
    let more = |which| {
        let shared = nth(which);
        format!("{} {}\n", shared.encode(NamePolicy::Include), digest(&carried(&shared)))
    };
    let more: String = (40..200).map(more).collect();
    assert!(V1_MORE == more, "the recipe now gives:\n{more}");
}

/// The answers that a corpus has to hold: every yes and no, every id alone or in a set, both ends of every range.
fn telling(field: Field) -> Vec<Answer> {
    match field.kind() {
        Kind::YesNo => vec![Answer::YesNo(false), Answer::YesNo(true)],
        Kind::Choice(ids) => {
            (0..ids.len()).map(|at| Answer::Choice(u8::try_from(at).expect("few ids"))).collect()
        }
        Kind::Set { ids, empty } => {
            let alone = (0..ids.len()).map(|at| 1 << at);
            let all = (1 << ids.len()) - 1;
            empty.then_some(0).into_iter().chain(alone).chain([all]).map(Answer::Set).collect()
        }
        Kind::Whole { min, max, .. } => vec![Answer::Whole(min), Answer::Whole(max)],
    }
}

/// Forty links: nothing, the quick fields, everything, and parts; with and without name, overrides and points.
fn recipe() -> Vec<Shared> {
    (0..40).map(nth).collect()
}

fn nth(which: usize) -> Shared {
    let mut shared = Shared::default();
    for (at, field) in Field::ALL.iter().copied().enumerate() {
        if is_answered(which, at, field) {
            let answers = telling(field);
            assert!(
                shared.profile.set(field, Some(answers[(which / 3 + at) % answers.len()])),
                "{}",
                field.id()
            );
        }
    }
    if which % 4 == 3 {
        shared.profile.set_name(NAMES[which / 4 % NAMES.len()]);
    }
    if which % 5 == 4 {
        shared.overrides = [Some(true), None, Some(false), None, None];
        shared.overrides.rotate_right(which / 5 % 5);
    }
    if which % 7 == 6 {
        shared.points = Some([10, 25, 0, 100, 1, u16::try_from(which).expect("few links"), 1000]);
    }
    shared
}

/// As [`nth`], with scores measured on one to eight stacks, some of which no catalog knows.
fn nth_measured(which: usize) -> Shared {
    let mut shared = nth(which);
    for at in 0..=which % 8 {
        let criterion = CriterionId::ALL[(which + at * 3) % 7];
        let small = |number: usize| u8::try_from(number).expect("a small number");
        let measured = Measured {
            stack: STACKS[(which + at) % STACKS.len()].to_owned(),
            criterion,
            score: small((which + at) % 5 + 1),
            day: Day::new(2026, small(which % 12 + 1), small(at * 3 + 1)).expect("a day"),
            note: NOTES[(which + at) % NOTES.len()].to_owned(),
        };
        shared.evidence.set(measured).expect("it is sound");
    }
    shared
}

const STACKS: [&str; 9] = [
    "kairos+k3s/a",
    "kairos+k3s/b",
    "talos+talos/a",
    "ubuntu+microk8s/b",
    "ubuntu+kubernetes+kubeedge/c",
    "linux+k0s/a",
    "rhel+openshift-compact/b",
    "provider+managed/d",
    "not-yet+known9/z",
];

const NOTES: [&str; 5] = [
    "",
    "40 minutes by a shop hand",
    "",
    "WAN off for 3 days \u{2013} держить",
    "<b>1 of 3</b> & more",
];

/// The first three are blank, quick and full; then full and quick ones take turns with scattered parts.
fn is_answered(which: usize, at: usize, field: Field) -> bool {
    match which {
        0 => false,
        _ if which % 3 == 1 => field.is_quick(),
        _ if which % 3 == 2 => true,
        _ => (which * 7 + at * 5).is_multiple_of(4),
    }
}

const NAMES: [&str; 10] = [
    "Stores north",
    "Крамниці, схід",
    "工場",
    "\"quoted\" & <marked> #1",
    "a",
    "80 characters is the longest name that a profile of the sites takes, which is this",
    "Café – Zürich",
    "🏭 line 7",
    "no: yes",
    "x=1&y=2",
];

#[test]
fn the_names_of_the_recipe_are_names() {
    for name in NAMES {
        let mut profile = SiteProfile::default();
        profile.set_name(name);
        assert!(name.starts_with(profile.name()) && !profile.name().is_empty(), "{name}");
    }
}
