//! Draws every picture of `xtask::icons`; `cargo xtask icons` runs it.

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};
use xtask::icons::{PICTURES, folder};

fn main() {
    for (picture, drawing, size) in PICTURES {
        let drawing = std::fs::read(folder().join(drawing)).expect("the drawing is there");
        let tree = Tree::from_data(&drawing, &Options::default()).expect("it is SVG");
        let mut pixels = Pixmap::new(size, size).expect("it is not empty");
        #[expect(clippy::cast_precision_loss, reason = "a few hundred pixels")]
        let scale = size as f32 / tree.size().width();
        resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
        pixels.save_png(folder().join(picture)).expect("the folder is writable");
    }
}
