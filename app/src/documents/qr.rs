//! A text as a QR code, to be scanned from screen or paper.

use std::fmt::Write;

use qrcodegen::{QrCode, QrCodeEcc};

/// Empty modules around the code, without which cameras do not find it; the standard asks for four.
const MARGIN: usize = 4;

/// A code, ready to be drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Qr {
    /// Modules from edge to edge, margin included.
    pub size: usize,
    /// The dark modules as the path of a drawing whose unit is a module.
    pub path: String,
}

impl Qr {
    /// Draws a text; `None` when no code holds that much. A seventh of it may be dirty: level M.
    #[must_use]
    pub fn of(text: &str) -> Option<Self> {
        let code = QrCode::encode_text(text, QrCodeEcc::Medium).ok()?;
        let side = usize::try_from(code.size()).ok()?;
        Some(Self { size: side + 2 * MARGIN, path: path(&code) })
    }

    /// Returns the code as a file of its own.
    #[must_use]
    pub fn svg(&self, name: &str) -> String {
        let Self { size, path } = self;
        let name = name.replace('&', "&amp;").replace('<', "&lt;");
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {size} {size}\" \
             width=\"{size}mm\" height=\"{size}mm\" shape-rendering=\"crispEdges\" role=\"img\">\
             <title>{name}</title><path fill=\"#fff\" d=\"M0 0h{size}v{size}H0z\"/>\
             <path d=\"{path}\"/></svg>\n"
        )
    }
}

/// One piece for each run of dark modules in a row.
fn path(code: &QrCode) -> String {
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let run = (x..code.size()).take_while(|x| code.get_module(*x, y)).count();
            if let (Ok(left), Ok(top), true) = (usize::try_from(x), usize::try_from(y), run > 0) {
                // Writing into a string does not fail.
                let _ = write!(path, "M{} {}h{run}v1h-{run}z", left + MARGIN, top + MARGIN);
            }
            x += i32::try_from(run.max(1)).unwrap_or(i32::MAX);
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use rules_core::link;
    use rules_core::profile::SiteProfile;

    use super::*;

    /// What a camera sees: the drawing, eight dots to a module, read back by another program than the one that wrote it.
    fn scanned(code: &Qr) -> (usize, String) {
        const DOTS: usize = 8;
        let mut dark = vec![vec![false; code.size]; code.size];
        for piece in code.path.split('M').skip(1) {
            let numbers: Vec<usize> = piece
                .split([' ', 'h', 'v'])
                .take(3)
                .map(|number| number.parse().expect("a whole number"))
                .collect();
            let [x, y, run] = numbers[..] else { panic!("{piece}") };
            dark[y][x..x + run].fill(true);
        }
        let side = code.size * DOTS;
        let mut image = rqrr::PreparedImage::prepare_from_greyscale(side, side, |x, y| {
            if dark[y / DOTS][x / DOTS] { 0 } else { 255 }
        });
        let grids = image.detect_grids();
        assert_eq!(grids.len(), 1, "one code is seen");
        let (meta, text) = grids[0].decode().expect("it can be read");
        (meta.version.0, text)
    }

    /// An address of sixty characters.
    const BASE: &str = "https://architecture.example.org/tools/decisions/edgewise-1/";

    /// Blank, quick and full profiles: those of the links that were once issued.
    fn profiles() -> impl Iterator<Item = SiteProfile> {
        let corpus = include_str!("../../../rules-core/tests/links/v1.txt");
        let links = corpus.split("\n\n").filter_map(|entry| entry.lines().next());
        links.map(|link| link::decode(link).expect("it was issued").profile)
    }

    #[test]
    fn the_code_of_a_link_is_read_as_that_link_and_is_no_larger_than_version_10() {
        assert_eq!(BASE.len(), 60);
        for profile in profiles() {
            let link = format!("{BASE}#{}", link::encode(&profile));
            let code = Qr::of(&link).expect("it is short enough");
            let (version, text) = scanned(&code);
            assert_eq!(text, link);
            assert!(version <= 10, "version {version} for {} characters", link.len());
        }
    }

    #[test]
    fn more_than_a_code_holds_is_no_code() {
        assert_eq!(Qr::of(&"x".repeat(3_000)), None);
    }

    #[test]
    fn the_file_names_itself_in_text_only() {
        let code = Qr::of("edge").expect("it is short");
        assert!(code.svg("<b>&").contains("<title>&lt;b>&amp;</title>"));
        assert_eq!(code.size, 21 + 2 * MARGIN);
    }
}
