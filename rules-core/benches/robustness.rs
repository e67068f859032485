//! What the robustness core costs on the usual table: 11 alternatives, 7 criteria, 16,384 points.
//!
//! `cargo bench -p rules-core --bench robustness`

#[path = "support/table.rs"]
mod table;

use divan::{Bencher, black_box};
use rules_core::robustness::certificate::Certificate;
use rules_core::robustness::curve;
use rules_core::robustness::document::RADII;
use rules_core::robustness::explanation::explain;
use rules_core::robustness::first::promotion;
use rules_core::robustness::flip::{least_squares, moved_weight};
use rules_core::robustness::information;
use rules_core::robustness::points::{PointSet, STANDARD};
use rules_core::robustness::regime::Regime;
use rules_core::robustness::smaa::{Smaa, confidence_factors};
use rules_core::robustness::stability;
use rules_core::robustness::tornado::tornado;

use self::table::{M, N, WEIGHTS, problem, scores};

fn main() {
    divan::main();
}

#[divan::bench]
fn certificate(bencher: Bencher) {
    let problem = problem();
    bencher.bench_local(|| Certificate::of(black_box(&problem)));
}

#[divan::bench]
fn certificate_intervals(bencher: Bencher) {
    let problem = problem();
    bencher.bench_local(|| stability::criteria(black_box(&problem)));
}

#[divan::bench]
fn certificate_flips_l1(bencher: Bencher) {
    let pairs = pairs();
    bencher
        .bench_local(|| pairs.iter().filter_map(|d| moved_weight(black_box(&WEIGHTS), d)).count());
}

#[divan::bench]
fn certificate_flips_l2(bencher: Bencher) {
    let pairs = pairs();
    bencher
        .bench_local(|| pairs.iter().filter_map(|d| least_squares(black_box(&WEIGHTS), d)).count());
}

fn pairs() -> Vec<Vec<f64>> {
    let problem = problem();
    let leader = problem.leaders().0;
    (0..M).filter(|&b| b != leader).map(|b| problem.differences(leader, b)).collect()
}

#[divan::bench]
fn points_built() -> PointSet {
    PointSet::new(black_box(N), STANDARD)
}

#[divan::bench]
fn smaa_certain_any(bencher: Bencher) {
    smaa(bencher, &Regime::Any);
}

#[divan::bench]
fn smaa_certain_ordinal(bencher: Bencher) {
    smaa(bencher, &Regime::Ordinal);
}

#[divan::bench]
fn smaa_certain_near(bencher: Bencher) {
    smaa(bencher, &Regime::Near { radius: 0.2 });
}

fn smaa(bencher: Bencher, regime: &Regime) {
    let (problem, points) = (problem(), PointSet::new(N, STANDARD));
    let set = regime.on(&points, &WEIGHTS).expect("a regime of seven criteria");
    bencher.bench_local(|| Smaa::certain(black_box(&problem), &set));
}

#[divan::bench]
fn smaa_uncertain(bencher: Bencher) {
    let (problem, points) = (problem(), PointSet::new(N, STANDARD));
    let scores = scores(&problem);
    let set = Regime::Any.on(&points, &WEIGHTS).expect("a regime of seven criteria");
    bencher.bench_local(|| Smaa::uncertain(black_box(&scores), M, &set));
}

#[divan::bench]
fn confidence_all(bencher: Bencher) {
    confidence(bencher, M);
}

#[divan::bench]
fn confidence_top_four(bencher: Bencher) {
    confidence(bencher, 4);
}

fn confidence(bencher: Bencher, wanted: usize) {
    let (problem, points) = (problem(), PointSet::new(N, STANDARD));
    let scores = scores(&problem);
    let set = Regime::Any.on(&points, &WEIGHTS).expect("a regime of seven criteria");
    let smaa = Smaa::uncertain(&scores, M, &set);
    let mut ranked: Vec<_> = (0..M).collect();
    ranked.sort_by(|&a, &b| smaa.first_rank[b].total_cmp(&smaa.first_rank[a]));
    let mut central = vec![None; M];
    for &i in &ranked[..wanted] {
        central[i].clone_from(&smaa.central_weights[i]);
    }
    bencher.bench_local(|| confidence_factors(black_box(&scores), &central, STANDARD));
}

#[divan::bench]
fn curve_eleven_radii(bencher: Bencher) {
    let (problem, points) = (problem(), PointSet::new(N, STANDARD));
    bencher.bench_local(|| curve::first_ranks(black_box(&problem), &points, &RADII));
}

#[divan::bench]
fn curve_headline(bencher: Bencher) {
    let (problem, points) = (problem(), PointSet::new(N, STANDARD));
    bencher.bench_local(|| curve::first_ranks(black_box(&problem), &points, &[0.2, 1.0]));
}

#[divan::bench]
fn evppi_all_cells(bencher: Bencher) {
    let scores = scores(&problem());
    bencher.bench_local(|| information::cells(black_box(&scores), &WEIGHTS));
}

#[divan::bench]
fn evppi_four_cells(bencher: Bencher) {
    let scores = scores(&problem());
    let cells = [(0, 0), (0, 1), (1, 0), (1, 1)];
    bencher.bench_local(|| information::evppi_of_cells(black_box(&scores), &WEIGHTS, &cells));
}

#[divan::bench]
fn evpi_exact(bencher: Bencher) {
    let scores = scores(&problem());
    bencher.bench_local(|| information::evpi(black_box(&scores), &WEIGHTS, STANDARD));
}

#[divan::bench]
fn tornado_all_cells(bencher: Bencher) {
    let problem = problem();
    bencher.bench_local(|| tornado(black_box(&problem), &[0.0, 0.25, 0.5, 0.75, 1.0]));
}

#[divan::bench]
fn explanation_of_a_pair(bencher: Bencher) {
    let problem = problem();
    let leader = problem.leaders().0;
    bencher.bench_local(|| explain(black_box(&problem), leader, (leader + 1) % M));
}

#[divan::bench]
fn promotion_of_each(bencher: Bencher) {
    let problem = problem();
    bencher.bench_local(|| {
        (0..M).filter_map(|i| promotion(black_box(&problem), i).ok().flatten()).count()
    });
}
