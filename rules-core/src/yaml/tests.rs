//! What files promise: the written form comes back, hand-written ones are read, and every fault has its line.

use proptest::prelude::*;

use super::*;
use crate::profile::testing::any_profile;
use crate::tree;

/// The published example of a profile, with the key names of its time.
const PUBLISHED: &str = "\
site:
  tier: near-edge
  sites: 3400
  local_staff_can_admin_linux: false
  wan_outage_budget_minutes: 240
  nodes_per_site: 3
  cpu_architectures: [x86_64, arm64]
  local_stateful_workloads: true
  image_pull_policy: local_mirror_required
  host_customization: planned_image_only
decision_flags:
  if_single_node_and_recoverable: \"k3s or k0s may be enough\"
  if_ssh_fix_runbooks_are_banned: \"Talos or Kairos should be evaluated\"
  if_device_sync_and_cloud_edge_messaging_are_core: \"KubeEdge should be evaluated\"
  if_native_kubernetes_with_edge_autonomy_is_core: \"OpenYurt should be evaluated\"
";

fn check(text: &str, expected: &str) {
    let read = match read(text) {
        Ok(draft) => write(&draft.parse().profile, None),
        Err(faults) => {
            faults.iter().flat_map(|fault| [fault.to_string(), "\n".to_owned()]).collect()
        }
    };
    assert_eq!(read, expected, "{text}");
}

#[test]
fn the_published_example_loads_as_it_stands() {
    check(
        PUBLISHED,
        "\
site:
  tier: near-edge
  sites: 3400
  nodes_per_site: 3
  cpu_architectures: [x86_64, arm64]
  wan_outage_budget_minutes: 240
  image_supply: site-mirror
  state: local-critical
  local_linux_admin: false
  host_change: planned-image-only
",
    );
}

#[test]
fn a_profile_that_lost_its_line_breaks_is_read_if_all_of_it_is_sound() {
    let flat = PUBLISHED.split_whitespace().collect::<Vec<_>>().join(" ");
    assert_eq!(read(&flat), read(PUBLISHED));
    let message = "line 1: mapping values are not allowed in this context\n";
    check("site: tier: near-edge sites: many", message);
    check("note: tier: near-edge sites: 3", message);
}

#[test]
fn a_profile_may_stand_at_the_top_in_any_style() {
    let plain = "site:\n  tier: far-edge\n  cpu_architectures: [x86_64, arm64]\n  compliance: []\n";
    check(
        "tier: Far Edge\ncpu-architectures: amd64, aarch64\ncompliance: none\nssh: unknown\nhands: ~\npower:\n",
        plain,
    );
    check(
        "---\n# by hand\n'tier': \"far_edge\"\ncpu_architectures:\n  - x86_64\n  - arm64 # both\ncompliance: []\n...\n",
        plain,
    );
    check("{site: {tier: far-edge, cpu_architectures: [arm64, x86_64], compliance: []}}", plain);
    check(
        "\u{feff}site:\r\n  tier: far-edge\r\n  cpu_architectures: [x86_64, arm64]\r\n  compliance: []\r\n",
        plain,
    );
}

#[test]
fn every_fault_is_told_with_its_line() {
    check(
        "\
site:
  tier: moon
  sites: 3400
  site: 3
  wan_outage_budget_minutes: 900000
  sites: 5
  ssh: [banned]
  state:
    kind: stateless
  local_stateful_workloads: true
  [a]: b
  compliance: [fips, [cis]]
colour: red
",
        "\
line 2: tier: \"moon\" is not one of far-edge, near-edge, regional-edge
line 4: no field is called \"site\"; sites is
line 5: wan_outage_budget_minutes: 900000 min is above the maximum of 527040 min
line 6: sites answers the same as sites before it
line 7: ssh takes one answer, not a list
line 9: state takes one answer, not a group of keys
line 10: local_stateful_workloads answers the same as state before it
line 11: a key has to be plain text
line 12: compliance takes a list or one answer, not a list
line 13: no field is called \"colour\"
",
    );
}

#[test]
fn what_is_no_profile_is_told() {
    check("", "there is no profile in it\n");
    check("# nothing\n", "there is no profile in it\n");
    check("near-edge", "line 1: there is no profile in it\n");
    check("site: near-edge\n", "line 1: there is no profile in it\n");
    check("site:\n", "site: {}\n");
    check(
        "sites: 1\n---\nsites: 2\n",
        "line 2: a second document begins here; one file is one profile\n",
    );
    check(
        "sites: &a 3\nnodes_per_site: *a\n",
        "line 2: an alias (*) stands here; profiles are written out in full\n",
    );
}

#[test]
fn broken_yaml_is_told_with_its_line() {
    for (text, line) in
        [("tier: near-edge\nsites: [1\n", 3), ("sites: \"3", 1), ("a: b: c", 1), ("\ttier: x", 1)]
    {
        let faults = read(text).expect_err(text);
        assert_eq!(faults.len(), 1, "{text:?}: {faults:?}");
        assert!(faults[0].line.is_some_and(|found| found <= line), "{text:?}: {faults:?}");
    }
}

#[test]
fn bombs_do_not_go_off() {
    let mut bomb = String::from("a: &a [x,x,x,x,x,x,x,x,x]\n");
    for (this, last) in ('b'..='z').zip('a'..='y') {
        let line = format!("{this}: &{this} [*{last},*{last},*{last},*{last},*{last},*{last}]\n");
        bomb.push_str(&line);
    }
    assert!(read(&bomb).is_err());
    for opener in ["[", "{", "- ", "? ", "{a: ", "!!", "&a ", "|", "\"", "'", "%", "a:\n "] {
        let deep = opener.repeat(MAX_BYTES / opener.len());
        assert!(read(&deep).is_err(), "{opener:?} many times over");
    }
    let long = format!("name: {}", "x".repeat(MAX_BYTES));
    assert_eq!(
        read(&long).expect_err("too long")[0].to_string(),
        format!("{} bytes are more than the {MAX_BYTES} that are read", long.len())
    );
}

#[test]
fn a_name_is_quoted_whatever_is_in_it() {
    let mut profile = SiteProfile::default();
    profile.set_name("Depot \"7\" \\ #1: yes \u{7f} \u{202e}ї");
    assert_eq!(write(&profile, None), "site:\n  name: \"Depot \\\"7\\\" \\\\ #1: yes ї\"\n");
    assert_eq!(quoted("\u{2028}"), "\"\\U00002028\"");
}

#[test]
fn flags_follow_from_the_tree_and_are_skipped_when_read() {
    let profile =
        read("local_operation: yes\ndevice_sync: yes\n").expect("it is sound").parse().profile;
    let tree = tree::walk(&profile, &tree::Overrides::default());
    let written = write(&profile, Some(&tree));
    assert_eq!(
        written,
        "\
site:
  local_operation: true
  device_sync: true
decision_flags:
  device_or_cloud_sync_is_core: \"look at KubeEdge first and compare OpenYurt\"
"
    );
    check(&written, "site:\n  local_operation: true\n  device_sync: true\n");
}

proptest! {
    #[test]
    fn what_is_written_is_read(profile in any_profile()) {
        let read = read(&write(&profile, None)).map(|draft| draft.parse());
        prop_assert_eq!(read.map(|parsed| parsed.profile), Ok(profile));
    }

    #[test]
    fn any_text_is_read_or_refused(text in any_yaml()) {
        let _ = read(&text);
    }
}

/// Texts of the pieces that mean something in YAML.
fn any_yaml() -> impl Strategy<Value = String> {
    let piece = proptest::sample::select(vec![
        "site", "tier", ": ", ":", "\n", "  ", "- ", "? ", "[", "]", "{", "}", ",", "\"", "'",
        "&a ", "*a", "|", ">", "!!str ", "#", "---\n", "...\n", "\t", "~", "\\", "%YAML", "x",
        "\u{feff}", "\r", "<<",
    ]);
    proptest::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}
