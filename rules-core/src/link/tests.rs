//! What links promise: they come back, they are short, no damage passes for a profile, and every one issued opens.

use proptest::prelude::*;

use super::*;
use crate::measured::testing::any_evidence;
use crate::measured::{Day, MOST_STACKS, Measured, NOTE_MAX, STACK_MAX};
use crate::outcome::CriterionId;
use crate::profile::testing::any_profile;
use crate::profile::{Answer, Field};

/// The ends of every range, or the telling answers of every vocabulary: profile number `which` of a fixed series.
fn nth_profile(which: usize, fields: impl Iterator<Item = Field>) -> SiteProfile {
    let mut profile = SiteProfile::default();
    for (at, field) in fields.enumerate() {
        let samples = field.samples();
        profile.set(field, Some(samples[(which + at * which) % samples.len()]));
    }
    profile
}

fn quick_profile(which: usize) -> SiteProfile {
    nth_profile(which, Field::quick())
}

fn full_profile(which: usize) -> SiteProfile {
    nth_profile(which, Field::ALL.iter().copied())
}

fn any_shared() -> impl Strategy<Value = Shared> {
    let points =
        proptest::option::of(any::<[u16; 7]>().prop_filter("all zero is no weighting", |points| {
            points.iter().any(|point| *point > 0)
        }));
    (any_profile(), any::<Overrides>(), points, any_evidence()).prop_map(
        |(profile, overrides, points, evidence)| Shared { profile, overrides, points, evidence },
    )
}

fn repairs(pasted: &str) -> Vec<Repair> {
    let opened = open(pasted).unwrap_or_else(|fault| panic!("{pasted:?}: {fault}"));
    assert_eq!(opened.shared.profile, quick_profile(5), "{pasted:?}");
    opened.repairs
}

#[test]
fn links_are_short() {
    let longest = |profile: fn(usize) -> SiteProfile| {
        (0..200).map(|which| encode(&profile(which)).len()).max().expect("there are profiles")
    };
    assert!(longest(quick_profile) <= 50, "{}", longest(quick_profile));
    assert!(longest(full_profile) <= 130, "{}", longest(full_profile));
    assert_eq!(encode(&SiteProfile::default()), "1AMAAA4JqqoB");
    // With an address of sixty characters and the #: a code of version 10, level M, holds 213 bytes.
    assert!(61 + longest(full_profile) <= 213);
}

#[test]
fn the_longest_link_there_can_be_is_within_the_limit() {
    let mut profile = SiteProfile::default();
    for field in Field::ALL.iter().copied() {
        profile.set(field, field.samples().last().copied());
    }
    profile.set_name(&"\u{1f6d2}".repeat(SiteProfile::NAME_MAX));
    let overrides = [Some(true); 5];
    let evidence = everything_measured(STACK_MAX, "");
    let shared = Shared { profile, overrides, points: Some([u16::MAX; 7]), evidence };
    let link = shared.encode(NamePolicy::Include);
    assert!(shared.fits());
    // The largest there is without name and notes keeps far from what mail programs cut, whatever the address in front.
    let length = 61 + shared.encode(NamePolicy::LeaveOut).len();
    assert!(length <= 1_000, "{length}");
    assert_eq!(decode(&link), Ok(shared));
}

/// Every criterion, of as many stacks as there may be.
fn everything_measured(id: usize, note: &str) -> Evidence {
    let mut evidence = Evidence::default();
    let day = Day::new(Day::LAST_YEAR, 12, 31).expect("a day");
    for stack in ["a", "b", "c", "d", "e", "f", "g", "h"].into_iter().take(MOST_STACKS) {
        for criterion in CriterionId::ALL {
            let (stack, note) = (stack.repeat(id), note.to_owned());
            let measured = Measured { stack, criterion, score: 5, day, note };
            assert_eq!(evidence.set(measured), Ok(()));
        }
    }
    evidence
}

#[test]
fn notes_travel_as_long_as_a_link_has_room_and_then_none_of_them_does() {
    let with = |note: &str| Shared { evidence: everything_measured(12, note), ..Shared::default() };
    let short = with("two nodes, 40 min");
    assert!(short.fits());
    assert_eq!(decode(&short.encode(NamePolicy::LeaveOut)), Ok(short));
    let long = with(&"\u{1f6d2}".repeat(NOTE_MAX));
    assert!(!long.fits());
    assert_eq!(decode(&long.encode(NamePolicy::LeaveOut)), Ok(with("")));
}

#[test]
fn a_name_travels_only_when_asked() {
    let mut profile = quick_profile(3);
    profile.set_name("Stores north");
    let shared = Shared { profile: profile.clone(), ..Shared::default() };
    let without = decode(&encode(&profile)).map(|shared| shared.profile.name().to_owned());
    assert_eq!(without, Ok(String::new()));
    assert_eq!(decode(&shared.encode(NamePolicy::Include)), Ok(shared));
}

#[test]
fn a_link_ends_in_a_letter_or_digit() {
    for which in 0..500 {
        let link = encode(&quick_profile(which));
        assert!(link.ends_with(|last: char| last.is_ascii_alphanumeric()), "{link}");
    }
}

#[test]
fn every_changed_character_is_refused() {
    let alphabet: Vec<char> = (' '..='~').chain(['\u{e9}', '\u{2013}', '\n']).collect();
    for which in [0, 5, 11] {
        for profile in [quick_profile(which), full_profile(which)] {
            let link = encode(&profile);
            for at in 0..link.len() {
                for other in alphabet.iter().filter(|other| !link[at..].starts_with(**other)) {
                    let changed = format!("{}{other}{}", &link[..at], &link[at + 1..]);
                    assert!(decode(&changed).is_err(), "{link} passed as {changed}");
                    if let Ok(opened) = open(&changed) {
                        assert_eq!(
                            opened.shared.profile, profile,
                            "{link} was read from {changed}"
                        );
                    }
                }
            }
        }
    }
}

#[test]
fn every_swap_of_neighbours_is_refused() {
    let link = encode(&full_profile(5));
    for at in 0..link.len() - 1 {
        let mut changed: Vec<char> = link.chars().collect();
        changed.swap(at, at + 1);
        let changed: String = changed.iter().collect();
        assert!(changed == link || open(&changed).is_err(), "{changed}");
    }
}

#[test]
fn every_cut_is_told_as_a_cut() {
    let link = encode(&full_profile(2));
    for length in 1..link.len() {
        let expected = (length >= 3).then_some(link.len());
        let fault = LinkFault::CutOff { found: length, expected };
        assert_eq!(decode(&link[..length]), Err(fault.clone()), "{length}");
        assert_eq!(
            open(&format!("https://example.org/app/#{}", &link[..length])),
            Err(fault),
            "{length}"
        );
    }
    for begin in 1..link.len() {
        assert!(open(&link[begin..]).is_err(), "{}", &link[begin..]);
    }
}

#[test]
fn every_character_left_out_or_put_in_is_refused_or_repaired() {
    let profile = full_profile(9);
    let link = encode(&profile);
    for at in 0..link.len() {
        let without = format!("{}{}", &link[..at], &link[at + 1..]);
        assert!(open(&without).is_err(), "{without}");
        for extra in ['a', '-', '.', '#', '%', '=', '&', ' '] {
            let with = format!("{}{extra}{}", &link[..at], &link[at..]);
            if let Ok(opened) = open(&with) {
                assert_eq!(opened.shared.profile, profile, "{with}");
            }
        }
    }
}

#[test]
fn a_changed_length_is_damage_and_no_cut() {
    let link = encode(&quick_profile(5));
    let longer = format!("1B{}", &link[2..]);
    assert_eq!(decode(&longer), Err(LinkFault::Damaged));
}

#[test]
fn sound_links_open_without_repairs() {
    let link = encode(&quick_profile(5));
    for pasted in [
        link.clone(),
        format!("#{link}"),
        format!("  https://example.org/edgewise/#{link}\n"),
        format!("HTTPS://EXAMPLE.ORG/edgewise/#{link}"),
        format!("https://example.org/?x=1#{link}"),
    ] {
        assert_eq!(repairs(&pasted), [], "{pasted}");
    }
}

#[test]
fn what_happens_to_links_on_their_way_is_undone() {
    use Repair::{DashesRestored, GapsClosed, PercentDecoded, TailRemoved, Unwrapped};
    let link = encode(&quick_profile(5));
    let (front, back) = link.split_at(14);
    let inner = format!("https%3A%2F%2Fexample.org%2Fedgewise%2F%23{link}");
    for (pasted, expected) in [
        (format!("https://example.org/edgewise/%23{link}"), vec![PercentDecoded]),
        (format!("https://example.org/edgewise/%2523{link}"), vec![PercentDecoded]),
        (format!("https://example.org/#{link}."), vec![TailRemoved]),
        (format!("(https://example.org/#{link})"), vec![TailRemoved]),
        (format!("<https://example.org/#{link}>,"), vec![TailRemoved]),
        (format!("_https://example.org/#{link}_"), vec![TailRemoved]),
        (format!("Have a look: https://example.org/#{link} thank you, Anna"), vec![TailRemoved]),
        (format!("https://example.org/#{front}\r\n{back}"), vec![GapsClosed]),
        (format!("> https://example.org/#{front}\n> {back}"), vec![GapsClosed]),
        (format!("https://example.org/#{front}=\r\n{back}"), vec![GapsClosed]),
        (format!("https://example.org/#{front} {back}."), vec![GapsClosed, TailRemoved]),
        (
            format!(
                "https://eur01.safelinks.protection.outlook.com/?url={inner}&data=05%7C01&reserved=0"
            ),
            vec![Unwrapped],
        ),
        (
            format!(
                "https://EUR01.safelinks.protection.outlook.com/ap/t?data=5&amp;url={inner}&amp;reserved=0"
            ),
            vec![Unwrapped],
        ),
        (
            format!(
                "https://s.example/?url=https%3A%2F%2Fexample.org%2Fedgewise%2F%2523{link}&data=1"
            ),
            vec![Unwrapped, PercentDecoded],
        ),
        (format!("https://www.google.com/url?q={inner}&sa=D"), vec![Unwrapped]),
        (
            format!(
                "https://urldefense.example/v3/__https://example.org/edgewise/*{link}__;Iw!!AbC$"
            ),
            vec![Unwrapped, TailRemoved],
        ),
        (
            format!(
                "https://urldefense.example/v2/url?u=https-3A__example.org_edgewise_-23{}&d=Dw",
                link.replace('-', "-2D").replace('_', "-5F")
            ),
            vec![Unwrapped],
        ),
    ] {
        assert_eq!(repairs(&pasted), expected, "{pasted}");
    }
    let dashed = (0..400).map(full_profile).map(|profile| (encode(&profile), profile));
    let (link, profile) =
        dashed.into_iter().find(|(link, _)| link.contains('-')).expect("one has a hyphen");
    let opened = open(&format!("https://example.org/#{}", link.replace('-', "\u{2013}")));
    assert_eq!(
        opened.map(|opened| (opened.shared.profile, opened.repairs)),
        Ok((profile, vec![DashesRestored]))
    );
}

/// What people really meet, by name: each is mended, or refused with what is wrong with it.
#[test]
fn the_twelve_kinds_of_damage() {
    let link = encode(&quick_profile(5));
    let address = format!("https://example.org/edgewise/#{link}");
    let (front, back) = link.split_at(20);
    let flipped =
        format!("{}{}", &address[..address.len() - 1], if link.ends_with('a') { 'b' } else { 'a' });
    for mended in [
        address.replace('#', "%23"),
        "https://example.org/#tier=near-edge&amp;sites=3400".to_owned(),
        format!("{address}."),
        format!("({address})"),
        format!("_{address}_"),
        format!("https://example.org/edgewise/#{front}\n{back}"),
        format!(
            "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.org%2F%23{link}&data=05"
        ),
    ] {
        let opened = open(&mended).unwrap_or_else(|fault| panic!("{mended}: {fault}"));
        assert_ne!(opened.repairs, [], "{mended}");
    }
    let cut = |found| LinkFault::CutOff { found, expected: Some(link.len()) };
    for (refused, fault) in [
        (address[..address.len() - 1].to_owned(), cut(link.len() - 1)),
        (address[..address.len() - link.len() / 2].to_owned(), cut(link.len() - link.len() / 2)),
        (flipped, LinkFault::Damaged),
        (address.replace("#1", "#9"), LinkFault::NewerVersion { found: 9, known: 1 }),
        ("https://mermaid.live/edit#pako:eNpVjk0KwjAQ".to_owned(), LinkFault::NotOurs),
    ] {
        assert_eq!(open(&refused), Err(fault), "{refused}");
    }
    let noise = "1Ax#%=&".repeat(100 * 1024 / 7);
    assert!(matches!(open(&noise), Err(LinkFault::TooLong { .. })));
}

#[test]
fn the_hand_written_form_opens_by_the_same_door() {
    let opened =
        open("https://example.org/#tier=near-edge&amp;sites=3,400.").expect("it can be read");
    assert_eq!(opened.shared.profile.answer(Field::Sites), Some(Answer::Whole(3400)));
    assert_eq!(opened.repairs, [Repair::EntitiesDecoded, Repair::TailRemoved]);
    let fault = open("#tier=moon&sites=0").expect_err("both answers are wrong");
    assert_eq!(
        fault.to_string(),
        "tier: \"moon\" is not one of far-edge, near-edge, regional-edge; sites: 0 sites is below the minimum of 1 sites"
    );
}

#[test]
fn a_flood_of_parts_is_refused_with_the_faults_of_the_first() {
    let Err(LinkFault::Readable(faults)) =
        open(&format!("#tier=far-edge&{}", "x=1&".repeat(8_000)))
    else {
        panic!("most keys are unknown");
    };
    assert_eq!(faults.len(), 199);
}

#[test]
fn what_is_no_link_is_told_apart() {
    let newer = format!("9{}", &encode(&quick_profile(5))[1..]);
    for (pasted, expected) in [
        ("", LinkFault::Empty),
        (" \n", LinkFault::Empty),
        ("#", LinkFault::Empty),
        ("https://example.org/edgewise/", LinkFault::Empty),
        ("#/decision", LinkFault::NotOurs),
        ("https://mermaid.live/edit#pako:eNpVjstqw0AMRX9FaNWC", LinkFault::NotOurs),
        (
            "https://gchq.github.io/CyberChef/#recipe=To_Base64('A-Za-z')&input=YQ",
            LinkFault::NotOurs,
        ),
        ("https://excalidraw.com/#json=abc,def", LinkFault::NotOurs),
        ("1 hello world", LinkFault::NotOurs),
        ("hello", LinkFault::NotOurs),
        (&newer, LinkFault::NewerVersion { found: 9, known: 1 }),
    ] {
        assert_eq!(open(pasted), Err(expected), "{pasted:?}");
    }
    assert!(matches!(open(&"x#".repeat(50_000)), Err(LinkFault::TooLong { found: 100_000, .. })));
}

#[test]
fn a_sound_link_with_contents_from_later_is_not_understood() {
    for body in [
        &[0b0001_0000, 0][..],
        &[0b0000_1111, 0b1110_0000],
        &[0, 0b0010_0000],
        &[0b0010_0000, 0, 0, 0, 0, 0, 0],
    ] {
        assert_eq!(decode(&envelope::seal(body)), Err(LinkFault::NotUnderstood), "{body:?}");
    }
}

#[test]
fn a_number_out_of_range_is_told_with_its_field() {
    // no flags, two slots: tier unknown, sites 0
    let body = [0b0000_0000, 0b0100_1000, 0b0000_0000];
    assert_eq!(decode(&envelope::seal(&body)), Err(LinkFault::BadField { field: Field::Sites }));
}

#[test]
fn places_and_links_are_told_apart() {
    assert_eq!(kind(""), Fragment::Nothing);
    assert_eq!(kind("#/fleet"), Fragment::Route);
    assert_eq!(kind("#tier=far-edge"), Fragment::Readable);
    assert_eq!(kind("#1AMAAA"), Fragment::Compact);
}

proptest! {
    #[test]
    fn what_is_sent_arrives(shared in any_shared()) {
        let link = shared.encode(NamePolicy::Include);
        let opened = open(&link);
        prop_assert_eq!(decode(&link), Ok(shared.clone()));
        prop_assert_eq!(opened, Ok(Opened { shared, repairs: Vec::new() }));
    }

    #[test]
    fn a_link_without_name_fits_a_small_code(profile in any_profile()) {
        prop_assert!(encode(&profile).len() <= 130);
    }

    #[test]
    fn bodies_have_one_spelling(bytes in proptest::collection::vec(any::<u8>(), 2..40)) {
        if let Ok(shared) = body::read(&bytes) {
            prop_assert_eq!(body::write(&shared, NamePolicy::Include), bytes);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10_000))]

    #[test]
    fn noise_is_refused_and_stops_nothing(noise in any_noise()) {
        let opened = open(&noise);
        prop_assert!(opened.is_err() || noise.contains('='), "{:?}", opened);
    }
}

/// Any characters at all, characters that mean something in addresses, and texts that begin like a link.
fn any_noise() -> impl Strategy<Value = String> {
    let of = |letters: &'static [u8], length| {
        let letter = proptest::sample::select(letters).prop_map(char::from);
        proptest::collection::vec(letter, 0..length)
    };
    prop_oneof![
        proptest::collection::vec(any::<char>(), 0..40),
        of(b"1AC#%=&;./23f \n>?:u", 40),
        of(b"ABCxyz019-_", 80).prop_map(|tail| ['1', 'A'].into_iter().chain(tail).collect()),
    ]
    .prop_map(|chars| chars.into_iter().collect())
}
