//! What an edit costs as WebAssembly, in V8: the benches of `decide.rs` and `robustness.rs` that the page does at every edit,
//! under the same names.
#![cfg(target_arch = "wasm32")]

#[path = "support/edit.rs"]
mod edit;
#[path = "support/sites.rs"]
mod sites;
#[path = "support/table.rs"]
mod table;

use std::hint::black_box;

use rules_core::certainty::{Study, study};
use rules_core::counterfactual::{flips, questions};
use rules_core::profile::SiteProfile;
use rules_core::robustness::certificate::Certificate;
use rules_core::robustness::information;
use rules_core::robustness::points::{PointSet, STANDARD};
use rules_core::robustness::regime::Regime;
use rules_core::robustness::smaa::Smaa;
use rules_core::{Choices, decide};
use wasm_bindgen_test::{Criterion, wasm_bindgen_bench};

use self::table::{M, N, WEIGHTS};

#[wasm_bindgen_bench]
fn of_a_full_profile(bench: &mut Criterion) {
    let profile = sites::full();
    let decision = decide(&profile, &Choices::default());
    bench.bench_function("certainty_exact_full_profile", |run| {
        run.iter(|| Study::new(black_box(&decision)).map(Study::into_findings));
    });
    bench.bench_function("certainty_full_profile", |run| {
        run.iter(|| study(black_box(&decision)));
    });
    edits(bench, "full", &profile);
}

#[wasm_bindgen_bench]
fn of_a_quick_profile(bench: &mut Criterion) {
    let profile = sites::quick();
    bench.bench_function("all_questions_quick_profile", |run| {
        run.iter(|| questions(black_box(&profile), &Choices::default()));
    });
    edits(bench, "quick", &profile);
}

fn edits(bench: &mut Criterion, kind: &str, profile: &SiteProfile) {
    let choices = Choices::default();
    bench.bench_function(&format!("decision_{kind}_profile"), |run| {
        run.iter(|| decide(black_box(profile), &choices));
    });
    bench.bench_function(&format!("all_flips_{kind}_profile"), |run| {
        run.iter(|| flips(black_box(profile), &choices));
    });
    bench.bench_function(&format!("whole_edit_{kind}_profile"), |run| {
        run.iter(|| edit::whole(black_box(profile), &choices));
    });
}

#[wasm_bindgen_bench]
fn of_a_table(bench: &mut Criterion) {
    let (problem, points) = (table::problem(), PointSet::new(N, STANDARD));
    let scores = table::scores(&problem);
    let set = Regime::Any.on(&points, &WEIGHTS).expect("a regime of seven criteria");
    bench.bench_function("certificate", |run| {
        run.iter(|| Certificate::of(black_box(&problem)));
    });
    bench.bench_function("smaa_certain_any", |run| {
        run.iter(|| Smaa::certain(black_box(&problem), &set));
    });
    bench.bench_function("smaa_uncertain", |run| {
        run.iter(|| Smaa::uncertain(black_box(&scores), M, &set));
    });
    bench.bench_function("evppi_all_cells", |run| {
        run.iter(|| information::cells(black_box(&scores), &WEIGHTS));
    });
}
