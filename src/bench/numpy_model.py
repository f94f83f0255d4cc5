#!/usr/bin/env python3
"""The scenario five-phases.yaml as numpy would have it: the same equations, nodes and quantiles.

Draws are worked in chunks that fit the caches, on as many threads as asked for (numpy releases its lock inside
array operations); quantiles by partitioning. Prints the columns of `project --by year -f csv`, bands only.

usage: numpy_model.py DRAWS [THREADS [SEED]]
"""

import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import numpy as np

YEAR, HOURS, DAYS_PER_MONTH = 365.25, 8766.0, 30.4375
CHUNK = 4000
P95 = 1.6448536269514722


def day(y, m, d):
    return float((date(y, m, d) - date(1970, 1, 1)).days)


FROM, TO = day(2025, 1, 1), day(2031, 1, 1)
MONTHS = np.array([day(2025 + i // 12, i % 12 + 1, 1) for i in range(72)] + [TO])
YEARS = list(range(2025, 2031))
ENDS = np.array([day(y + 1, 1, 1) for y in YEARS])
CLAIMS = [("stargate-1gw-2025", 1.0, day(2026, 1, 1)), ("stargate-5gw-2027", 5.0, day(2028, 1, 1))]

CAPEX_PER_GPU, FLOPS, H100E = 50e3, 2.5e15, 2500 / 989.4
PUE_AVERAGE, OPEX, RATE, GROWTH = 1.12, 0.30, 0.065, 1.49
COMPUTE_LIFE, FACILITY_LIFE, MFU, RUN_SECONDS = 5 * YEAR, 14 * YEAR, 0.375, 100 * 86400.0

METRICS = (
    "gpu_count it_power_gw facility_power_gw training_power_gw inference_power_gw research_power_gw largest_site_gw "
    "largest_training_system_gw average_power_gw h100_equivalents peak_flops training_run_flop capex_usd_bn "
    "compute_capex_usd_bn facility_capex_usd_bn generation_capex_usd_bn energy_cost_usd_bn opex_usd_bn "
    "lease_cost_usd_bn offtake_cost_usd_bn energy_twh total_cost_usd_bn cumulative_capex_usd_bn "
    "cumulative_cost_usd_bn present_value_usd_bn training_capex_usd_bn inference_capex_usd_bn "
    "research_capex_usd_bn annualized_cost_usd_bn cost_per_gpu_hour_usd capex_per_facility_gw_usd_bn "
    "capex_per_it_gw_usd_bn book_value_usd_bn replacement_value_usd_bn stranded_usd_bn "
    "planned_facility_power_gw shortfall_gw deferred_gpu_hours delay_cost_usd_bn").split()


def lognormal(rng, low, high, n):
    a, b = np.log(low), np.log(high)
    return rng.lognormal((a + b) / 2, (b - a) / (2 * P95), n)


def annuity(years):
    return RATE / (1 - (1 + RATE) ** -years)


def linear(x):
    return np.clip(x, 0, 1)


def s_curve(x):
    x = np.clip(x, 0, 1)
    return x * x * (3 - 2 * x)


def ramp_integral(x):
    """Integral of linear(x)."""
    return np.square(np.clip(x, 0, 1)) / 2 + np.maximum(x - 1, 0)


def model(rng, n, out, reached, value):
    """Fills out[metric, year, draw], reached[claim, draw] and value[claim, draw] for n draws."""
    watts = lognormal(rng, 1900, 2400, n)
    pue = rng.triangular(1.15, 1.25, 1.45, n)
    training = 0.4 + 0.5 * rng.beta(1 + 4 * 0.2 / 0.5, 1 + 4 * 0.3 / 0.5, n)
    price = lognormal(rng, 0.055, 0.09, n)
    facility_capex = lognormal(rng, 10, 15, n)
    load = rng.uniform(0.6, 0.85, n)
    delay2 = lognormal(rng, DAYS_PER_MONTH, 12 * DAYS_PER_MONTH, n)
    delay3 = lognormal(rng, 2 * DAYS_PER_MONTH, 18 * DAYS_PER_MONTH, n)

    facility_watts = watts * pue
    # phases: count, first day, ramp, delay, shape; the fifth is three steps
    zero = np.zeros(n)
    ramps = [
        (np.full(n, 100e3), day(2025, 9, 30), 3 * DAYS_PER_MONTH, None, linear),
        (0.9e9 / facility_watts, day(2026, 6, 30), 6 * DAYS_PER_MONTH, delay2, linear),
        (1.2e9 / watts, day(2026, 12, 31), 9 * DAYS_PER_MONTH, delay3, linear),
        (np.full(n, 1e6), day(2028, 3, 31), 12 * DAYS_PER_MONTH, None, s_curve),
    ]
    steps = [(0.5e9, day(2026, 12, 31)), (1.5e9, day(2027, 12, 31)), (1.0e9, day(2029, 6, 30))]

    # nodes: month starts, and where a plan bends
    moved = [start + (0 if delay is None else delay) + more + zero
             for _, start, length, delay, _ in ramps for more in (0, length)]
    still = [d + more + zero for _, d in steps for more in (0, 1)]
    extra = np.clip(np.stack(moved + still, axis=1), FROM, TO)
    t = np.concatenate([np.broadcast_to(MONTHS, (n, len(MONTHS))), extra], axis=1)
    t.sort(axis=1)
    dt = np.diff(t, axis=1)
    # index of the last node of each year
    at = np.searchsorted(MONTHS, ENDS, side="right") - 1 + (extra[:, :, None] <= ENDS).sum(axis=1)

    def pick(a):
        return np.take_along_axis(a, at, axis=1)

    installed = []
    for count, start, length, delay, shape in ramps:
        shifted = t if delay is None else t - delay[:, None]
        installed.append(count[:, None] * shape((shifted - start) * (1 / length)))
    fifth = sum(power * linear(t - d) for power, d in steps)
    installed.append(fifth / facility_watts[:, None])

    # what follows from the phases one by one, each with its own numbers, as the model has it
    largest_site, largest_system, largest_run = [np.zeros_like(t) for _ in range(3)]
    site_gw, system_gw, system_flop = {}, {}, {}
    flow, bought = np.zeros_like(t), np.zeros_like(t)
    book, stranded = np.zeros((n, len(ENDS))), np.zeros((n, len(ENDS)))
    rows = {m: np.zeros((n, len(ENDS))) for m in METRICS}
    ages = [np.clip(1 - (end - t) / COMPUTE_LIFE, 0, None) * (t <= end) for end in ENDS]
    lost = [np.clip(age - np.exp((t - end) * (np.log(GROWTH) / YEAR)), 0, None) for age, end in zip(ages, ENDS)]

    def col(a):
        return a[:, None]

    def add(metric, coefficient, values):
        rows[metric] += col(coefficient) * values

    for gpus, phase, site in zip(installed, ramps + [None], ("one", "one", "two", "two", "three")):
        # every phase of this scenario inherits the scenario's watts, PUE, split and prices
        w, fw, share, rest = watts, facility_watts, training, 1 - training
        building = facility_capex * w
        capex = (CAPEX_PER_GPU + building) / 1e9
        energy_per_day = w * load * np.minimum(PUE_AVERAGE, pue) * 24  # Wh per GPU
        energy_cost_per_day = energy_per_day / 1e12 * price
        opex_per_day = w * (OPEX / YEAR / 1e9)
        running_per_day = energy_cost_per_day + opex_per_day
        yearly = (CAPEX_PER_GPU * annuity(5) + building * annuity(14)) / 1e9 + running_per_day * YEAR

        gpu_days = np.zeros_like(t)
        gpu_days[:, 1:] = (gpus[:, 1:] + gpus[:, :-1]) / 2 * dt
        added = np.diff(gpus, axis=1, prepend=0.0)
        flow += added * col(capex)
        flow += gpu_days * col(running_per_day)
        bought += added * (CAPEX_PER_GPU / 1e9)
        for y, of_age in enumerate(zip(ages, lost)):
            for total, left in zip((book, stranded), of_age):
                total[:, y] += np.einsum("ij,ij->i", added, left) * (CAPEX_PER_GPU / 1e9)
        for groups, coefficient in ((site_gw, fw / 1e9), (system_gw, fw / 1e9 * share),
                                    (system_flop, share * (FLOPS * MFU * RUN_SECONDS))):
            part = gpus * col(coefficient)
            groups[site] = groups[site] + part if site in groups else part

        g = pick(gpus)
        days = np.diff(pick(np.cumsum(gpu_days, axis=1)), axis=1, prepend=0.0)
        more = np.diff(g, axis=1, prepend=0.0)
        rows["gpu_count"] += g
        add("it_power_gw", w / 1e9, g)
        add("facility_power_gw", fw / 1e9, g)
        add("training_power_gw", fw / 1e9 * share, g)
        add("inference_power_gw", fw / 1e9 * rest, g)
        add("average_power_gw", energy_per_day / 24e9, g)
        rows["h100_equivalents"] += g * H100E
        rows["peak_flops"] += g * FLOPS
        rows["compute_capex_usd_bn"] += more * (CAPEX_PER_GPU / 1e9)
        add("facility_capex_usd_bn", building / 1e9, more)
        add("energy_cost_usd_bn", energy_cost_per_day, days)
        add("opex_usd_bn", opex_per_day, days)
        add("energy_twh", energy_per_day / 1e12, days)
        add("cumulative_capex_usd_bn", capex, g)
        add("training_capex_usd_bn", capex * share, g)
        add("inference_capex_usd_bn", capex * rest, g)
        add("annualized_cost_usd_bn", yearly, g)
        if phase is not None and phase[3] is not None:
            count, start, length, delay, _ = phase
            x = (ENDS - start) / length
            gone = col(length * count) * (ramp_integral(x) - ramp_integral(x - col(delay) / length))
            hours = 24 * np.diff(gone, axis=1, prepend=0.0)
            rows["deferred_gpu_hours"] += hours
            add("delay_cost_usd_bn", yearly / HOURS, hours)

    for groups, most in ((site_gw, largest_site), (system_gw, largest_system), (system_flop, largest_run)):
        for group in groups.values():
            np.maximum(most, group, out=most)
    middle = np.empty_like(t)
    middle[:, 0] = 0
    middle[:, 1:] = (t[:, 1:] + t[:, :-1]) / 2 - FROM
    log_growth = np.log(GROWTH) / YEAR
    r = rows
    r["present_value_usd_bn"] = pick(np.cumsum(flow * np.exp(middle * (-np.log(1 + RATE) / YEAR)), axis=1))
    r["replacement_value_usd_bn"] = (pick(np.cumsum(bought * np.exp((t - FROM) * log_growth), axis=1))
                                     * np.exp((FROM - ENDS) * log_growth))
    r["book_value_usd_bn"] = book
    r["stranded_usd_bn"] = stranded
    r["largest_site_gw"] = pick(largest_site)
    r["largest_training_system_gw"] = pick(largest_system)
    r["training_run_flop"] = pick(largest_run)
    r["capex_usd_bn"] = r["compute_capex_usd_bn"] + r["facility_capex_usd_bn"]
    r["total_cost_usd_bn"] = r["capex_usd_bn"] + r["energy_cost_usd_bn"] + r["opex_usd_bn"]
    r["cumulative_cost_usd_bn"] = np.cumsum(r["total_cost_usd_bn"], axis=1)
    r["planned_facility_power_gw"] = r["facility_power_gw"]
    with np.errstate(invalid="ignore", divide="ignore"):
        r["cost_per_gpu_hour_usd"] = r["annualized_cost_usd_bn"] * 1e9 / (HOURS * r["gpu_count"])
        r["capex_per_facility_gw_usd_bn"] = r["cumulative_capex_usd_bn"] / r["facility_power_gw"]
        r["capex_per_it_gw_usd_bn"] = r["cumulative_capex_usd_bn"] / r["it_power_gw"]
    for m, metric in enumerate(METRICS):
        out[m] = r[metric].T

    system = largest_system
    for c, (_, at_least, deadline) in enumerate(CLAIMS):
        there = system >= at_least
        k = there.argmax(axis=1)
        i = np.arange(n)
        before = np.maximum(k - 1, 0)
        low, high, t0, t1 = system[i, before], system[i, k], t[i, before], t[i, k]
        with np.errstate(invalid="ignore", divide="ignore"):
            when = np.where(k > 0, t0 + (at_least - low) / (high - low) * (t1 - t0), t0)
        reached[c] = np.where(there[i, k], when, np.inf)
        value[c] = system[i, at[:, np.searchsorted(ENDS, deadline)]]


def main():
    draws = int(sys.argv[1])
    threads = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else 1
    out = np.empty((len(METRICS), len(ENDS), draws))
    reached, value = np.empty((len(CLAIMS), draws)), np.empty((len(CLAIMS), draws))
    starts = range(0, draws, CHUNK)

    def work(job):
        start, sequence = job
        end = min(draws, start + CHUNK)
        model(np.random.Generator(np.random.PCG64(sequence)), end - start, out[:, :, start:end],
              reached[:, start:end], value[:, start:end])

    def quantiles(cell):
        return np.quantile(out[cell], (0.05, 0.5, 0.95))

    cells = [(m, y) for m in range(len(METRICS)) for y in range(len(ENDS))]
    with ThreadPoolExecutor(threads) as pool:
        list(pool.map(work, zip(starts, np.random.SeedSequence(seed).spawn(len(starts)))))
        found = dict(zip(cells, pool.map(quantiles, cells)))

    print(",".join(["period_end"] + [m + s for m in METRICS for s in ("_p05", "_p50", "_p95")]))
    for y, year in enumerate(YEARS):
        print(",".join(["%d-12-31" % year] + ["%.6g" % q for m in range(len(METRICS)) for q in found[m, y]]))
    for c, (claim, _, deadline) in enumerate(CLAIMS):
        met = (reached[c] <= deadline).mean()
        print("# %s: met in %.6f of draws, error %.6f; value p05 %.4f p50 %.4f p95 %.4f; never in %.4f; reached p50 %s"
              % (claim, met, np.sqrt(met * (1 - met) / draws), *np.quantile(value[c], (0.05, 0.5, 0.95)),
                 np.isinf(reached[c]).mean(), np.quantile(reached[c], 0.5, method="lower")))


if __name__ == "__main__":
    main()
