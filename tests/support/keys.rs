//! Keys by the names that people call them.

use fantoccini::actions::{InputSource, KeyAction, KeyActions};

/// The strokes for a key such as `Tab` or a chord such as `Shift+Tab`.
pub(crate) fn strokes(chord: &str) -> KeyActions {
    let keys: Vec<char> = chord.split('+').map(key).collect();
    let down = keys.iter().map(|key| KeyAction::Down { value: *key });
    let up = keys.iter().rev().map(|key| KeyAction::Up { value: *key });
    down.chain(up).fold(KeyActions::new("keyboard".to_owned()), InputSource::then)
}

/// The code that WebDriver gives a key.
fn key(name: &str) -> char {
    match name {
        "Tab" => '\u{e004}',
        "Enter" => '\u{e007}',
        "Shift" => '\u{e008}',
        "Control" => '\u{e009}',
        "Escape" => '\u{e00c}',
        "Space" => ' ',
        "End" => '\u{e010}',
        "Home" => '\u{e011}',
        "ArrowLeft" => '\u{e012}',
        "ArrowUp" => '\u{e013}',
        "ArrowRight" => '\u{e014}',
        "ArrowDown" => '\u{e015}',
        "Delete" => '\u{e017}',
        "Backspace" => '\u{e003}',
        other => other
            .chars()
            .next()
            .filter(|_| other.chars().count() == 1)
            .unwrap_or_else(|| panic!("no key {other:?}")),
    }
}
