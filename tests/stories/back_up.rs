//! Someone takes everything to another browser.

use edgewise_stories::{Browser, Website};

use crate::form::Form;

#[test]
fn a_backup_of_one_browser_is_restored_in_another_and_overwrites_nothing() {
    let site = Website::open();
    let (here, there) = (Browser::open(), Browser::open());
    let form = Form::begin(&here, &site, "Near edge");
    name(&here, "Stores");
    form.fill("Sites", "3,400");
    form.is_saved();
    here.visit(&site, "#/history");
    here.by_role("textbox", "Keep this state as").fill("agreed");
    here.by_role("button", "Keep").click();
    here.announces("This state is in the history now.");
    here.visit(&site, "#/");
    let file = here.download(|| here.by_role("button", "Back up everything").click());
    assert!(file.name.starts_with("edgewise-backup-20"), "{}", file.name);
    assert!(file.text.contains("3,400") && file.text.contains("agreed"), "{}", file.text);
    here.announces(&file.name);

    there.visit(&site, "#/");
    there.choose_file("Restore a backup", "backup.json", &file.text);
    there.announces("1 profile restored.");
    there.by_role("button", "Open Stores").click();
    assert_eq!(Form::of(&there).field("Sites").value(), "3,400");
    there.visit(&site, "#/history");
    there.by_role("main", "").says("agreed");

    there.visit(&site, "#/site");
    let form = Form::of(&there);
    form.fill("Sites", "12");
    form.is_saved();
    there.visit(&site, "#/");
    there.choose_file("Restore a backup", "backup.json", &file.text);
    there.announces("1 profile here with other content");
    there.by_role("button", "Open Stores (restored)").is_there();
    there.choose_file("Restore a backup", "backup.json", &file.text);
    there.announces("1 profile here already.");
    there.is_accessible();
    there.by_role("button", "Open Stores").click();
    assert_eq!(Form::of(&there).field("Sites").value(), "12");
    there.has_no_complaints(&site);
    here.has_no_complaints(&site);
}

#[test]
fn a_broken_backup_names_its_fields_and_changes_nothing() {
    let (site, browser) = (Website::open(), Browser::open());
    browser.visit(&site, "#/");
    let broken =
        "{\"edgewise\": \"backup\", \"format\": 1, \"profiles\": [{\"id\": \"a1\", \"state\":
        {\"format\": 1, \"answers\": {\"sites\": 5, \"colour\": \"red\"}}}]}";
    browser.choose_file("Restore a backup", "backup.json", broken);
    browser.announces("This backup cannot be restored. Nothing was changed.");
    browser.announces("profiles[0].state.answers.sites should be text.");
    browser.announces("profiles[0].state.answers.colour should be a question");
    browser.by_role("main", "").says("Nothing saved yet");
    browser.is_accessible();
    browser.has_no_complaints(&site);
}

#[test]
fn among_many_profiles_one_is_found_by_its_name() {
    let (site, browser) = (Website::open(), Browser::open());
    browser.visit(&site, "#/");
    let profile = |n: usize| {
        format!(
            "{{\"id\": \"id{n}\", \"state\": {{\"format\": 1, \"name\": \"Plant {n}\", \"answers\": {{\"sites\": \"{n}\"}}}}}}"
        )
    };
    let profiles: Vec<String> = (1..=12).map(profile).collect();
    let file = format!(
        "{{\"edgewise\": \"backup\", \"format\": 1, \"profiles\": [{}]}}",
        profiles.join(",")
    );
    browser.choose_file("Restore a backup", "backup.json", &file);
    browser.announces("12 profiles restored.");
    browser.by_role("searchbox", "Search by name").fill("plant 11");
    browser.announces("One profile found.");
    browser.by_role("button", "Open Plant 3").is_gone();
    browser.by_role("button", "Delete Plant 11").click();
    browser.announces("was deleted");
    browser.by_role("button", "Undo").click();
    browser.by_role("button", "Open Plant 11").click();
    assert_eq!(Form::of(&browser).field("Sites").value(), "11");
    browser.has_no_complaints(&site);
}

fn name(browser: &Browser, name: &str) {
    browser.by_role("button", "Profile").and_more().click();
    browser.by_role("textbox", "Name of this profile").fill(name);
    browser.press("Escape");
}
