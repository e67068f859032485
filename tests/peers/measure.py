"""Measures first-rank shares by numpy and by packages for multi-criteria decisions, beside our own figure.

    cargo xtask bench --peers

runs this with our figure measured just before. What is measured: given a table and 10,000 weight vectors drawn
beforehand, evenly over all weights, the share of them in which each alternative has the greatest weighted sum. Each
package is used as its own documentation has it, with the normalisation that leaves this table as it is. The fastest of
several runs is printed, or the only run of what takes long, so that what else the machine does counts least. Imports and
draws are not timed, nor are our points, which do not change. Everyone has one thread.

Every share is held against the exact volumes, which pysensmcda computes: who measures something else is seen by it.
"""

import argparse
import importlib.metadata
import json
import os
import platform
import subprocess
import sys
import time
import venv
from datetime import date
from pathlib import Path

PINS = Path(__file__).parent / "requirements.txt"
DRAWS = 10_000
# Ten thousand random draws miss a share by 0.01 at most, 95 times in 100; what misses by this measures another thing.
TOO_FAR = 0.03
# At least this many runs, more of what is quick, and one of what takes longer than LONG.
RUNS, SECONDS, LONG = 3, 1.0, 5.0


def main():
    wish = argparse.ArgumentParser()
    wish.add_argument("--environment", type=Path, required=True, help="where the packages are installed")
    wish.add_argument("--table", type=Path, required=True, help="alternatives, criteria and values as JSON")
    wish.add_argument("--report", type=Path, required=True, help="what our own core answers to the table")
    wish.add_argument("--microseconds", type=float, required=True, help="how long our own core takes for it")
    wish = wish.parse_args()
    if Path(sys.prefix).resolve() != wish.environment.resolve():
        enter(wish.environment)
    peers = Peers(json.loads(wish.table.read_text())["values"])
    ours = json.loads(wish.report.read_text())
    print(table(ours["points"], wish.microseconds / 1e6, ours["first_rank"], peers))
    return 0


def enter(environment):
    """Installs what is missing into an environment of our own and starts again in it."""
    python = environment / "bin" / "python"
    if not python.exists():
        venv.create(environment, with_pip=True)
    for pin in PINS.read_text().split():
        # One by one, so that a package that cannot be had costs only its own row.
        pip = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", pin]
        subprocess.run(pip, check=False, stdout=sys.stderr)
    alone = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
    os.execve(python, [str(python), *sys.argv], os.environ | alone)


class Peers:
    """One method for each row; each returns the share of first places of every alternative."""

    def __init__(self, values):
        import numpy

        self.numpy = numpy
        self.table = numpy.array(values, dtype=float)
        self.m, self.n = self.table.shape
        self.weights = numpy.random.default_rng(1).dirichlet(numpy.ones(self.n), DRAWS)
        self.profit = numpy.ones(self.n)

    def rows(self):
        return [
            ("numpy, by hand: the same", "numpy", DRAWS, self.by_hand),
            ("numpy, by hand: first places only", "numpy", DRAWS, self.by_hand_first),
            ("pysensmcda `simulate`, weighted sum as a function", "pysensmcda", DRAWS, self.simulate),
            ("pysensmcda `exact_acceptability`", "pysensmcda", None, self.exact),
            ("pymcdm `WSM` in a loop", "pymcdm", DRAWS, self.wsm),
            ("pyDecision `saw_method` in a loop", "pydecision", DRAWS, self.saw),
            ("scikit-criteria `WeightedSumModel` in a loop", "scikit-criteria", DRAWS, self.weighted_sum_model),
        ]

    def shares(self, winners):
        return self.numpy.bincount(winners, minlength=self.m) / len(winners)

    def by_hand_first(self):
        return lambda: self.shares((self.weights @ self.table.T).argmax(axis=1))

    def by_hand(self):
        """What our own run counts: every rank, every pair, and the mean of the weights that put each first."""
        numpy = self.numpy

        def run():
            values = self.table @ self.weights.T
            beats = values[:, None, :] > values[None, :, :]
            self.pairwise = numpy.count_nonzero(beats, axis=2) / DRAWS
            ranks = numpy.count_nonzero(beats, axis=0)
            counts = numpy.stack([numpy.bincount(rank, minlength=self.m) for rank in ranks])
            first = (ranks == 0).astype(float)
            self.central = first @ self.weights / first.sum(axis=1)[:, None]
            return counts[:, 0] / DRAWS

        return run

    def simulate(self):
        from pysensmcda.smaa import simulate

        def weighted_sum(matrix, weights, types):
            return matrix @ weights

        return lambda: simulate(weighted_sum, self.table, self.profit, weights=self.weights).rank_acceptability()[:, 0]

    def exact(self):
        from pysensmcda.smaa import exact_acceptability

        return lambda: exact_acceptability(
            self.table, self.profit, scaling="none", weight_bounds=False
        ).acceptability

    def wsm(self):
        from pymcdm.methods import WSM

        method = WSM(normalization_function=lambda column, cost: column)
        return lambda: self.shares([method(self.table, weights, self.profit).argmax() for weights in self.weights])

    def saw(self):
        from pyDecision.algorithm import saw_method

        # It divides each column by its greatest value, which is 1 in this table.
        kinds = ["max"] * self.n

        def winner(weights):
            return saw_method(self.table, kinds, weights, graph=False, verbose=False)[:, 1].argmax()

        return lambda: self.shares([winner(weights) for weights in self.weights])

    def weighted_sum_model(self):
        from skcriteria import mkdm
        from skcriteria.agg.simple import WeightedSumModel

        method, kinds = WeightedSumModel(), [max] * self.n

        def winner(weights):
            return method.evaluate(mkdm(self.table, kinds, weights=weights)).rank_.argmin()

        return lambda: self.shares([winner(weights) for weights in self.weights])


def table(points, took, shares, peers):
    """Ours first, then everyone's row, then when and where it was."""
    rows = [(name, count, attempt(package, prepare)) for name, package, count, prepare in peers.rows()]
    exact = next((result[1] for _, count, result in rows if count is None and len(result) == 3), None)
    lines = [
        "| first-rank shares, 11 x 7 | version | points | time | largest error of a share |",
        "| --- | --- | ---: | ---: | ---: |",
        row("Edgewise: all ranks, pairs and central weights", points, ("", shares, took), exact),
        *(row(name, count, result, exact) for name, count, result in rows),
    ]
    machine = f"{processor()}, {os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}"
    return "\n".join([*lines, "", f"Measured on {date.today()}: {machine}."])


def attempt(package, prepare):
    """Version, shares and seconds; or version and why there are none."""
    try:
        version = importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return "", "could not be installed"
    try:
        return version, *timed(prepare())
    except Exception as fault:
        return version, f"did not run: {type(fault).__name__}: {fault}"


def row(name, points, result, exact):
    if len(result) == 2:
        version, why = result
        return f"| {name} | {version} | | {why} | |"
    version, shares, took = result
    count = "exact" if points is None else f"{points:,}"
    if exact is None:
        return f"| {name} | {version} | {count} | {spoken(took)} | not known |"
    error = max(abs(share - truth) for share, truth in zip(shares, exact, strict=True))
    if error > TOO_FAR:
        return f"| {name} | {version} | | measures something else: off by {error:.2f} | |"
    return f"| {name} | {version} | {count} | {spoken(took)} | {error:.4f} |"


def timed(run):
    """What a run returns, and the fewest seconds that it takes."""
    shares, first = once(run)
    if first > LONG:
        return shares, first
    took = [first]
    while len(took) < RUNS or sum(took) < SECONDS:
        took.append(once(run)[1])
    return shares, min(took)


def once(run):
    start = time.perf_counter()
    shares = run()
    return shares, time.perf_counter() - start


def spoken(seconds):
    return f"{seconds:.1f} s" if seconds >= 1 else f"{seconds * 1e3:.1f} ms"


def processor():
    """As the machine names itself, where it does."""
    try:
        named = [line for line in Path("/proc/cpuinfo").read_text().splitlines() if line.startswith("model name")]
    except OSError:
        named = []
    return named[0].split(":", 1)[1].strip() if named else platform.machine()


if __name__ == "__main__":
    sys.exit(main())
