use super::super::testing::{all_near, problem};
use super::*;

fn refused(values: &[Vec<f64>], weights: &[f64]) -> String {
    let names = |list: &[&str]| list.iter().map(|&name| name.to_owned()).collect();
    let fault = Problem::new(names(&["a", "b"]), names(&["x", "y"]), values, weights)
        .expect_err("should be refused");
    fault.to_string()
}

#[test]
fn faults_name_field_found_and_allowed() {
    let good = vec![vec![0.0, 1.0], vec![1.0, 0.0]];
    assert_eq!(refused(&good[..1], &[1.0, 1.0]), "values: found 1 entries, allowed 2");
    assert_eq!(
        refused(&[vec![0.0], vec![1.0]], &[1.0, 1.0]),
        "values[0]: found 1 entries, allowed 2"
    );
    let holed = [vec![0.0, 1.0], vec![f64::NAN, 0.0]];
    assert_eq!(refused(&holed, &[1.0, 1.0]), "values[1][0]: found NaN, allowed a finite number");
    assert_eq!(refused(&good, &[1.0]), "weights: found 1 entries, allowed 2");
    assert_eq!(
        refused(&good, &[2.0, -0.5]),
        "weights[1]: found -0.5, allowed a finite number from 0 up"
    );
    assert_eq!(refused(&good, &[0.0, 0.0]), "weights: found 0, allowed a finite sum above 0");
}

#[test]
fn names_are_needed_and_unique() {
    let twice = vec!["a".to_owned(), "a".to_owned()];
    let none = Problem::new(Vec::new(), twice.clone(), &[], &[0.5, 0.5]);
    assert_eq!(
        none.expect_err("no alternatives").to_string(),
        "alternatives: found nothing, allowed at least one name"
    );
    let fault = Problem::new(twice, vec!["x".to_owned()], &[vec![0.0], vec![1.0]], &[1.0])
        .expect_err("a twice");
    assert_eq!(fault.to_string(), "alternatives[1]: found \"a\", allowed a name not used before");
}

#[test]
fn weights_are_divided_by_their_sum() {
    let problem = problem(&[&[1.0, 0.0], &[0.0, 1.0]], &[3.0, 1.0]);
    all_near(problem.weights(), &[0.75, 0.25], 0.0);
    all_near(&problem.overall(), &[0.75, 0.25], 0.0);
}

#[test]
fn ties_are_kept_as_ties() {
    // 0.1 + 0.2 differs from 0.3 in the last bit; a person means the same.
    let problem =
        problem(&[&[0.1, 0.2, 0.0], &[0.0, 0.0, 0.3], &[0.0, 0.1, 0.1]], &[1.0, 1.0, 1.0]);
    assert_eq!(problem.leaders(), (0, vec![0, 1]));
}
