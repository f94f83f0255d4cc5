/*
 * The scenario five-phases.yaml as C would have it: the equations, nodes and quantiles of the tool, written for this one
 * scenario, and its random points, so that each draw is the tool's.
 *
 *   cc -std=c11 -O3 -march=native -fno-math-errno -fno-trapping-math -pthread -o five_phases five_phases.c -lm
 *   ./five_phases [-n DRAWS] [-t THREADS]
 *
 * Prints metric,year,p05,p50,p95, and the claims behind "#". Draws are worked LANES at a time: every loop over `i` runs
 * over draws, without a branch, and is what the compiler makes vectors of. All values are kept, quantiles are exact.
 */
#define _DEFAULT_SOURCE
#include <math.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#define METRIC_LIST(X) X(gpu_count) X(it_power_gw) X(facility_power_gw) X(training_power_gw) X(inference_power_gw) \
  X(research_power_gw) X(largest_site_gw) X(largest_training_system_gw) X(average_power_gw) X(h100_equivalents) \
  X(peak_flops) X(training_run_flop) X(capex_usd_bn) X(compute_capex_usd_bn) X(facility_capex_usd_bn) \
  X(generation_capex_usd_bn) X(energy_cost_usd_bn) X(opex_usd_bn) X(lease_cost_usd_bn) X(offtake_cost_usd_bn) \
  X(energy_twh) X(total_cost_usd_bn) X(cumulative_capex_usd_bn) X(cumulative_cost_usd_bn) X(present_value_usd_bn) \
  X(training_capex_usd_bn) X(inference_capex_usd_bn) X(research_capex_usd_bn) X(annualized_cost_usd_bn) \
  X(cost_per_gpu_hour_usd) X(capex_per_facility_gw_usd_bn) X(capex_per_it_gw_usd_bn) X(book_value_usd_bn) \
  X(replacement_value_usd_bn) X(stranded_usd_bn) X(planned_facility_power_gw) X(shortfall_gw) X(deferred_gpu_hours) \
  X(delay_cost_usd_bn)
#define AS_ID(name) name,
#define AS_TEXT(name) #name,
enum { METRIC_LIST(AS_ID) METRICS };
static const char *const NAMES[] = {METRIC_LIST(AS_TEXT)};

enum { LANES = 128, PHASES = 5, SITES = 3, YEARS = 6, FIRST_YEAR = 2025, MOVED = 4, MOST_NODES = 32, CLAIMS = 2 };
typedef double lanes[LANES];
#define EACH_DRAW for (int i = 0; i < LANES; i++)

static const double YEAR = 365.25, HOURS = 8766, MONTH = 30.4375, NEVER = 1e9;
static const double CAPEX_PER_GPU = 50e3, FLOPS = 2.5e15, H100E = 2500 / 989.4, PUE_AVERAGE = 1.12, OPEX = 0.30;
static const double RATE = 0.065, GROWTH = 1.49, COMPUTE_LIFE = 5, FACILITY_LIFE = 14, MFU = 0.375, RUN_DAYS = 100;
static const double AT_LEAST_GW[CLAIMS] = {1, 5};
static const int CLAIM_YEAR[CLAIMS] = {0, 2};
static const char *const CLAIM[CLAIMS] = {"stargate-1gw-2025", "stargate-5gw-2027"};

static inline double least(double a, double b) { return a < b ? a : b; }
static inline double most(double a, double b) { return a > b ? a : b; }
static inline double clip(double x, double low, double high) { return least(most(x, low), high); }

/* Days from 2025-01-01 to a date. */
static double day(int year, int month, int date) {
  static const int before[] = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};
  int leap = month > 2 && year % 4 == 0;
  return (year - FIRST_YEAR) * 365 + (year - 1 - 2024) / 4 + before[month - 1] + leap + date - 1;
}

/* ---- Draws: uniform numbers by address (SplitMix64's finalizer), and what they become ---- */

static inline uint64_t mix(uint64_t z) {
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
  return z ^ (z >> 31);
}

static void uniform(lanes u, const char *path, uint64_t first) {
  const uint64_t golden = 0x9E3779B97F4A7C15u;
  uint64_t hash = strlen(path);
  for (const char *c = path; *c; c++) hash = mix(hash * 31 + (uint64_t)*c);
  uint64_t stream = mix(mix(1 + golden) ^ hash);
  EACH_DRAW u[i] = ((double)(mix(stream + (first + i) * golden) >> 11) + 0.5) * 0x1p-53;
}

/* Wichura's AS 241: the middle 85 % in vectors, the tails one by one. */
static double tail(double u) {
  double r = sqrt(-log(least(u, 1 - u))), p, q;
  if (r <= 5) {
    r -= 1.6;
    p = (((((((7.7454501427834140764e-4 * r + 0.0227238449892691845833) * r + 0.24178072517745061177) * r +
             1.27045825245236838258) * r + 3.64784832476320460504) * r + 5.7694972214606914055) * r +
          4.6303378461565452959) * r + 1.42343711074968357734);
    q = (((((((1.05075007164441684324e-9 * r + 5.475938084995344946e-4) * r + 0.0151986665636164571966) * r +
             0.14810397642748007459) * r + 0.68976733498510000455) * r + 1.6763848301838038494) * r +
          2.05319162663775882187) * r + 1);
  } else {
    r -= 5;
    p = (((((((2.01033439929228813265e-7 * r + 2.71155556874348757815e-5) * r + 0.0012426609473880784386) * r +
             0.026532189526576123093) * r + 0.29656057182850489123) * r + 1.7848265399172913358) * r +
          5.4637849111641143699) * r + 6.6579046435011037772);
    q = (((((((2.04426310338993978564e-15 * r + 1.4215117583164458887e-7) * r + 1.8463183175100546818e-5) * r +
             7.868691311456132591e-4) * r + 0.0148753612908506148525) * r + 0.13692988092273580531) * r +
          0.59983220655588793769) * r + 1);
  }
  return u < 0.5 ? -p / q : p / q;
}

static void normal_score(lanes z, const lanes u) {
  EACH_DRAW {
    double q = u[i] - 0.5, r = 0.425 * 0.425 - q * q;
    z[i] = q * (((((((2509.0809287301226727 * r + 33430.575583588128105) * r + 67265.770927008700853) * r +
                    45921.953931549871457) * r + 13731.693765509461125) * r + 1971.5909503065514427) * r +
                 133.14166789178437745) * r + 3.387132872796366608) /
           (((((((5226.495278852545925 * r + 28729.085735721942674) * r + 39307.89580009271061) * r +
                21213.794301586595867) * r + 5394.1960214247511077) * r + 687.1870074920579083) * r +
             42.313330701600911252) * r + 1);
  }
  EACH_DRAW if (fabs(u[i] - 0.5) > 0.425) z[i] = tail(u[i]);
}

/* exp(x) for |x| < 700: 2^k times a Taylor series, to 1e-15. */
static inline double exponential(double x) {
  double k = (x * 1.4426950408889634 + 0x1.8p52) - 0x1.8p52, sum = 1;
  x = (x - k * 6.93147180369123816490e-01) - k * 1.90821492927058770002e-10;
  for (int n = 13; n > 0; n--) sum = 1 + sum * x / n;
  union { double d; int64_t i; } power = {.d = k + 0x1.8p52};
  power.i = (int64_t)((uint64_t)(power.i + 1023) << 52);
  return sum * power.d;
}

static void lognormal(lanes x, const char *path, uint64_t first, double low, double high) {
  double mu = (log(low) + log(high)) / 2, sigma = (log(high) - log(low)) / (2 * 1.6448536269514722);
  lanes u, z;
  uniform(u, path, first);
  normal_score(z, u);
  EACH_DRAW x[i] = exponential(mu + sigma * z[i]);
}

static void triangular(lanes x, const char *path, uint64_t first, double low, double mode, double high) {
  double width = high - low, rising = (mode - low) / width;
  uniform(x, path, first);
  EACH_DRAW {
    double up = low + sqrt(x[i] * width * (mode - low)), down = high - sqrt((1 - x[i]) * width * (high - mode));
    x[i] = x[i] < rising ? up : down;
  }
}

/* PERT by cubic interpolation of its quantiles: straight in the outermost cells, where its slope has no end. */
enum { CELLS = 8192 };
static double pert_value[CELLS + 1], pert_slope[CELLS + 1];

static void prepare_pert(double low, double mode, double high) {
  enum { STEPS = 1 << 20 };
  double width = high - low, a = 4 * (mode - low) / width, b = 4 * (high - mode) / width;
  double scale = tgamma(a + b + 2) / tgamma(a + 1) / tgamma(b + 1), sum = 0;
  for (int step = 0, cell = 1; step < STEPS; step++) {
    double x = (step + 0.5) / STEPS, density = scale * pow(x, a) * pow(1 - x, b), more = density / STEPS;
    for (; cell < CELLS && sum + more >= (double)cell / CELLS; cell++) {
      pert_value[cell] = low + width * (step + ((double)cell / CELLS - sum) / more) / STEPS;
      pert_slope[cell] = width / density / CELLS;
    }
    sum += more;
  }
  pert_value[0] = low;
  pert_value[CELLS] = high;
  pert_slope[0] = pert_value[1] - low;
  pert_slope[CELLS] = high - pert_value[CELLS - 1];
}

static void pert(lanes x, const char *path, uint64_t first) {
  uniform(x, path, first);
  EACH_DRAW {
    int cell = (int)(x[i] * CELLS);
    double s = x[i] * CELLS - cell, r = 1 - s;
    x[i] = r * r * ((1 + 2 * s) * pert_value[cell] + s * pert_slope[cell]) +
           s * s * ((1 + 2 * r) * pert_value[cell + 1] - r * pert_slope[cell + 1]);
  }
}

/* ---- The model: days since 2025-01-01, such as 272 for 2025-09-30 ---- */

static const struct { int site; double start, ramp; } PLAN[PHASES - 1] = {
    {0, 272, 3 * 30.4375}, {0, 545, 6 * 30.4375}, {1, 729, 9 * 30.4375}, {1, 1185, 12 * 30.4375}};
static const struct { double start, watts; } STEP[3] = {{729, 0.5e9}, {1094, 1.5e9}, {1641, 1.0e9}};

/* A phase and what one GPU of it is and costs; all of this scenario's inherit the same, as others' need not. */
struct phase {
  int site;
  lanes count, delay, facility_gw, share, capex, running, yearly, flop; /* of a GPU: GW, USD bn, USD bn a day and a year */
  lanes before, days, days_before, count_before;                       /* at the last node, and at the last year's end */
};

/* The share of a phase that is there at t; the fifth counts watts of facility power. */
static void installed(lanes g, int p, const struct phase *phase, const lanes t) {
  if (p == PHASES - 1) {
    EACH_DRAW {
      double watts = 0;
      for (int s = 0; s < 3; s++) watts += STEP[s].watts * clip(t[i] - STEP[s].start, 0, 1);
      g[i] = phase->count[i] * watts;
    }
    return;
  }
  double start = PLAN[p].start, slope = 1 / PLAN[p].ramp;
  if (p == 3) {
    EACH_DRAW {
      double x = clip((t[i] - start) * slope, 0, 1);
      g[i] = phase->count[i] * (x * x * (3 - 2 * x));
    }
  } else {
    EACH_DRAW g[i] = phase->count[i] * clip((t[i] - phase->delay[i] - start) * slope, 0, 1);
  }
}

/* The integral over time of a ramp that has got to x of its length. */
static inline double ramped(double x) {
  double inside = clip(x, 0, 1);
  return inside * inside / 2 + most(x - 1, 0);
}

/* The instants of a year after its first: month starts, bends, and those that delays move, at the year's ends if beyond.
   With each goes what a dollar at it is worth at the start, and what one of the start buys then. */
struct nodes { int count; lanes t[MOST_NODES], discount[MOST_NODES], growth[MOST_NODES]; };

static double discount_at(double t) { return exp(-log(1 + RATE) / YEAR * t); }
static double growth_at(double t) { return exp(log(GROWTH) / YEAR * t); }

static int by_value(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

/* The instants of a year that are the same in every draw, ascending. */
static double fixed_t[YEARS][MOST_NODES], fixed_discount[YEARS][MOST_NODES], fixed_growth[YEARS][MOST_NODES];
static int fixed_count[YEARS];
static double year_end[YEARS], year_growth[YEARS];

static void prepare_nodes(void) {
  double bends[] = {PLAN[0].start, PLAN[0].start + PLAN[0].ramp, PLAN[3].start, PLAN[3].start + PLAN[3].ramp,
                    STEP[0].start, STEP[0].start + 1, STEP[1].start, STEP[1].start + 1, STEP[2].start, STEP[2].start + 1};
  for (int y = 0; y < YEARS; y++) {
    double start = day(FIRST_YEAR + y, 1, 1), *t = fixed_t[y];
    int n = 0;
    year_end[y] = day(FIRST_YEAR + y + 1, 1, 1);
    year_growth[y] = growth_at(year_end[y]);
    for (int month = 2; month <= 12; month++) t[n++] = day(FIRST_YEAR + y, month, 1);
    t[n++] = year_end[y];
    for (unsigned b = 0; b < sizeof bends / sizeof *bends; b++)
      if (bends[b] > start && bends[b] < year_end[y]) t[n++] = bends[b];
    qsort(t, n, sizeof *t, by_value);
    fixed_count[y] = n;
    for (int k = 0; k < n; k++) fixed_discount[y][k] = discount_at(t[k]), fixed_growth[y][k] = growth_at(t[k]);
  }
}

/* Puts instants that differ from draw to draw among the others, each draw by exchanges of neighbours. */
static void nodes_of_year(struct nodes *n, int y, const lanes moved[3][MOVED]) {
  double start = y ? year_end[y - 1] : 0, end = year_end[y];
  n->count = fixed_count[y];
  for (int k = 0; k < n->count; k++)
    EACH_DRAW n->t[k][i] = fixed_t[y][k], n->discount[k][i] = fixed_discount[y][k], n->growth[k][i] = fixed_growth[y][k];
  for (int m = 0; m < MOVED; m++) {
    int inside = 0;
    EACH_DRAW inside += moved[0][m][i] > start && moved[0][m][i] < end;
    if (inside == 0) continue;
    lanes t, discount, growth;
    double dear = discount_at(start), cheap = discount_at(end), small = growth_at(start), large = growth_at(end);
    EACH_DRAW t[i] = clip(moved[0][m][i], start, end), discount[i] = clip(moved[1][m][i], cheap, dear),
              growth[i] = clip(moved[2][m][i], small, large);
    for (int k = 0; k < n->count; k++) EACH_DRAW {
      double a = n->t[k][i], d = n->discount[k][i], g = n->growth[k][i];
      n->t[k][i] = least(a, t[i]), t[i] = most(a, t[i]);
      n->discount[k][i] = most(d, discount[i]), discount[i] = least(d, discount[i]);
      n->growth[k][i] = least(g, growth[i]), growth[i] = most(g, growth[i]);
    }
    memcpy(n->t[n->count], t, sizeof t);
    memcpy(n->discount[n->count], discount, sizeof t);
    memcpy(n->growth[n->count++], growth, sizeof t);
  }
}

static double annuity(double years) { return RATE / (1 - pow(1 + RATE, -years)); }

enum { COLUMNS = METRICS * YEARS + 2 * CLAIMS };
union result {
  struct { lanes metric[METRICS][YEARS], value[CLAIMS], reached[CLAIMS]; };
  lanes column[COLUMNS];
};

static void model(union result *r, uint64_t first) {
  lanes watts, pue, training, price, building_per_watt, load;
  static _Thread_local struct phase phases[PHASES];
  static _Thread_local struct nodes nodes;
  memset(r, 0, sizeof *r);
  memset(phases, 0, sizeof phases);
  lognormal(watts, "watts_per_gpu", first, 1900, 2400);
  triangular(pue, "pue", first, 1.15, 1.25, 1.45);
  pert(training, "capex_split.training", first);
  lognormal(price, "energy_price", first, 0.055, 0.09); /* USD per kWh */
  lognormal(building_per_watt, "facility_capex", first, 10, 15);
  uniform(load, "load_factor", first);
  EACH_DRAW load[i] = 0.6 + load[i] * (0.85 - 0.6);
  lognormal(phases[1].delay, "phases.second.delay", first, MONTH, 12 * MONTH);
  lognormal(phases[2].delay, "phases.third.delay", first, 2 * MONTH, 18 * MONTH);

  lanes it_gw, average_gw, energy_day, energy_cost_day, opex_day, building_bn;
  double compute_bn = CAPEX_PER_GPU / 1e9, compute_yearly = annuity(COMPUTE_LIFE), building_yearly = annuity(FACILITY_LIFE);
  EACH_DRAW {
    it_gw[i] = watts[i] / 1e9;
    energy_day[i] = watts[i] * load[i] * least(PUE_AVERAGE, pue[i]) * 24 / 1e12; /* TWh */
    average_gw[i] = energy_day[i] * 1e3 / 24;
    energy_cost_day[i] = energy_day[i] * price[i];
    opex_day[i] = watts[i] * (OPEX / YEAR / 1e9);
    building_bn[i] = building_per_watt[i] * watts[i] / 1e9;
  }
  for (int p = 0; p < PHASES; p++) {
    struct phase *phase = &phases[p];
    phase->site = p < PHASES - 1 ? PLAN[p].site : SITES - 1;
    EACH_DRAW {
      double facility = watts[i] * pue[i];
      phase->count[i] = p == 0 ? 100e3 : p == 1 ? 0.9e9 / facility : p == 2 ? 1.2e9 / watts[i] : p == 3 ? 1e6 : 1 / facility;
      phase->facility_gw[i] = facility / 1e9;
      phase->share[i] = training[i];
      phase->flop[i] = training[i] * (FLOPS * MFU * RUN_DAYS * 86400);
      phase->capex[i] = compute_bn + building_bn[i];
      phase->running[i] = energy_cost_day[i] + opex_day[i];
      phase->yearly[i] = compute_bn * compute_yearly + building_bn[i] * building_yearly + phase->running[i] * YEAR;
    }
  }

  lanes moved[3][MOVED];
  for (int m = 0; m < MOVED; m++) {
    int p = 1 + m / 2;
    double from = PLAN[p].start + (m % 2) * PLAN[p].ramp;
    EACH_DRAW {
      double t = clip(from + phases[p].delay[i], 0, year_end[YEARS - 1]);
      moved[0][m][i] = t;
      moved[1][m][i] = exponential(-log(1 + RATE) / YEAR * t);
      moved[2][m][i] = exponential(log(GROWTH) / YEAR * t);
    }
  }

  lanes last_t = {0}, last_discount, last_system = {0}, present = {0}, replacement = {0};
  EACH_DRAW last_discount[i] = 1;
  for (int c = 0; c < CLAIMS; c++) EACH_DRAW r->reached[c][i] = NEVER;
  for (int y = 0; y < YEARS; y++) {
    lanes site[SITES], system[SITES], flop[SITES], largest = {0};
    nodes_of_year(&nodes, y, (const lanes(*)[MOVED])moved);
    for (int k = 0; k < nodes.count; k++) {
      const double *t = nodes.t[k];
      lanes flow = {0}, bought = {0};
      memset(site, 0, sizeof site);
      memset(system, 0, sizeof system);
      memset(flop, 0, sizeof flop);
      for (int p = 0; p < PHASES; p++) {
        struct phase *phase = &phases[p];
        double *its_site = site[phase->site], *its_system = system[phase->site], *its_flop = flop[phase->site];
        lanes g;
        installed(g, p, phase, t);
        EACH_DRAW {
          double added = g[i] - phase->before[i];
          double days = (g[i] + phase->before[i]) / 2 * (t[i] - last_t[i]);
          double facility = g[i] * phase->facility_gw[i];
          phase->days[i] += days;
          phase->before[i] = g[i];
          flow[i] += added * phase->capex[i] + days * phase->running[i];
          bought[i] += added * compute_bn;
          its_site[i] += facility;
          its_system[i] += facility * phase->share[i];
          its_flop[i] += g[i] * phase->flop[i];
        }
      }
      EACH_DRAW {
        present[i] += flow[i] * sqrt(last_discount[i] * nodes.discount[k][i]); /* in the middle between nodes */
        replacement[i] += bought[i] * nodes.growth[k][i];
        largest[i] = most(system[0][i], most(system[1][i], system[2][i]));
      }
      for (int later = y; later < YEARS; later++) {
        double worth = 1 / year_growth[later];
        double *book = r->metric[book_value_usd_bn][later], *stranded = r->metric[stranded_usd_bn][later];
        EACH_DRAW {
          double left = most(1 - (year_end[later] - t[i]) / (COMPUTE_LIFE * YEAR), 0);
          book[i] += bought[i] * left;
          stranded[i] += bought[i] * most(left - nodes.growth[k][i] * worth, 0);
        }
      }
      for (int c = 0; c < CLAIMS; c++) EACH_DRAW {
        double share = (AT_LEAST_GW[c] - last_system[i]) / (largest[i] - last_system[i]);
        double when = last_t[i] + share * (t[i] - last_t[i]);
        int is_now = (largest[i] >= AT_LEAST_GW[c]) & (last_system[i] < AT_LEAST_GW[c]);
        r->reached[c][i] = is_now ? when : r->reached[c][i];
      }
      EACH_DRAW last_t[i] = t[i], last_discount[i] = nodes.discount[k][i], last_system[i] = largest[i];
    }

#define AT(name) r->metric[name][y][i]
    for (int p = 0; p < PHASES; p++) {
      struct phase *phase = &phases[p];
      EACH_DRAW {
        double g = phase->before[i], added = g - phase->count_before[i], days = phase->days[i] - phase->days_before[i];
        double facility = g * phase->facility_gw[i], share = phase->share[i], capex = added * phase->capex[i];
        AT(gpu_count) += g;
        AT(it_power_gw) += g * it_gw[i];
        AT(facility_power_gw) += facility;
        AT(training_power_gw) += facility * share;
        AT(inference_power_gw) += facility * (1 - share);
        AT(average_power_gw) += g * average_gw[i];
        AT(h100_equivalents) += g * H100E;
        AT(peak_flops) += g * FLOPS;
        AT(compute_capex_usd_bn) += added * compute_bn;
        AT(facility_capex_usd_bn) += added * building_bn[i];
        AT(energy_cost_usd_bn) += days * energy_cost_day[i];
        AT(opex_usd_bn) += days * opex_day[i];
        AT(energy_twh) += days * energy_day[i];
        AT(cumulative_capex_usd_bn) += g * phase->capex[i];
        AT(training_capex_usd_bn) += g * phase->capex[i] * share;
        AT(inference_capex_usd_bn) += g * phase->capex[i] * (1 - share);
        AT(annualized_cost_usd_bn) += g * phase->yearly[i];
        AT(capex_usd_bn) += capex;
        phase->count_before[i] = g;
        phase->days_before[i] = phase->days[i];
      }
      if (p == 1 || p == 2) {
        double length = PLAN[p].ramp, x = (year_end[y] - PLAN[p].start) / length;
        double x0 = y ? (year_end[y - 1] - PLAN[p].start) / length : -1;
        EACH_DRAW {
          double late = phase->delay[i] / length;
          double gone = (ramped(x) - ramped(x - late)) - (ramped(x0) - ramped(x0 - late));
          double hours = gone > 1e-12 ? 24 * length * phase->count[i] * gone : 0; /* 0 but for rounding */
          AT(deferred_gpu_hours) += hours;
          AT(delay_cost_usd_bn) += hours * phase->yearly[i] / HOURS;
        }
      }
    }
    EACH_DRAW {
      AT(total_cost_usd_bn) = AT(capex_usd_bn) + AT(energy_cost_usd_bn) + AT(opex_usd_bn);
      AT(cumulative_cost_usd_bn) = AT(total_cost_usd_bn) + (y ? r->metric[cumulative_cost_usd_bn][y - 1][i] : 0);
      AT(present_value_usd_bn) = present[i];
      AT(replacement_value_usd_bn) = replacement[i] / year_growth[y];
      AT(largest_site_gw) = most(site[0][i], most(site[1][i], site[2][i]));
      AT(largest_training_system_gw) = largest[i];
      AT(training_run_flop) = most(flop[0][i], most(flop[1][i], flop[2][i]));
      AT(planned_facility_power_gw) = AT(facility_power_gw);
      AT(cost_per_gpu_hour_usd) = AT(annualized_cost_usd_bn) * 1e9 / (HOURS * AT(gpu_count));
      AT(capex_per_facility_gw_usd_bn) = AT(cumulative_capex_usd_bn) / AT(facility_power_gw);
      AT(capex_per_it_gw_usd_bn) = AT(cumulative_capex_usd_bn) / AT(it_power_gw);
    }
    for (int c = 0; c < CLAIMS; c++)
      if (CLAIM_YEAR[c] == y) memcpy(r->value[c], largest, sizeof largest);
  }
}

/* ---- Quantiles: exact, linear between the two around rank p(n - 1) ---- */

enum { BINS = 16384 };
static const double WANTED[] = {0.05, 0.5, 0.95};

/* Hoare's selection: leaves the value of a rank where sorting would, none above it before and none below it after. */
static void place(double *v, long n, long rank) {
  for (long first = 0, last = n - 1; first < last;) {
    double pivot = v[(first + last) / 2];
    long i = first, j = last;
    while (i <= j) {
      while (v[i] < pivot) i++;
      while (v[j] > pivot) j--;
      if (i <= j) {
        double other = v[i];
        v[i++] = v[j], v[j--] = other;
      }
    }
    if (rank <= j) last = j;
    else if (rank >= i) first = i;
    else return;
  }
}

/* The value at a rank from 0, between two if it is not whole: kept is the bin that holds it, as the counts say. */
static double ranked(const double *v, long n, double rank, double low, double scale, const uint32_t *counts, double *kept) {
  int bin = 0;
  long at = (long)rank, below = 0, found = 0;
  while (below + counts[bin] <= at) below += counts[bin++];
  for (long j = 0; j < n; j += LANES) {
    int size = n - j < LANES ? (int)(n - j) : LANES, any = 0;
    for (int i = 0; i < size; i++) any |= (int)((v[j + i] - low) * scale) == bin;
    for (int i = 0; i < size && any; i++)
      if ((int)((v[j + i] - low) * scale) == bin) kept[found++] = v[j + i];
  }
  at -= below;
  place(kept, found, at);
  double value = kept[at], next = INFINITY;
  if (rank == at + below) return value;
  for (long j = at + 1; j < found; j++) next = least(next, kept[j]);
  if (at + 1 == found) next = ranked(v, n, below + found, low, scale, counts, kept);
  return value + (rank - below - at) * (next - value);
}

static void quantiles(double found[3], const double *v, long n, double *kept) {
  lanes low, high;
  EACH_DRAW low[i] = high[i] = v[0];
  for (long j = 0; j + LANES <= n; j += LANES) EACH_DRAW low[i] = least(low[i], v[j + i]), high[i] = most(high[i], v[j + i]);
  for (long j = n - n % LANES; j < n; j++) low[0] = least(low[0], v[j]), high[0] = most(high[0], v[j]);
  EACH_DRAW low[0] = least(low[0], low[i]), high[0] = most(high[0], high[i]);
  found[0] = found[1] = found[2] = low[0];
  if (!(low[0] < high[0])) return;
  double scale = (BINS - 1) / (high[0] - low[0]);
  static _Thread_local uint32_t counts[4][BINS]; /* four, so that a count need not wait for the last */
  memset(counts, 0, sizeof counts);
  for (long j = 0; j < n; j++) counts[j % 4][(int)((v[j] - low[0]) * scale)]++;
  for (int b = 0; b < BINS; b++) counts[0][b] += counts[1][b] + counts[2][b] + counts[3][b];
  for (int q = 0; q < 3; q++) found[q] = ranked(v, n, WANTED[q] * (n - 1), low[0], scale, counts[0], kept);
}

/* ---- Work, shared out by counters ---- */

static long draws = 1000000;
static double *columns, bands[COLUMNS][3]; /* columns: cell by draw, as in a result */
static atomic_long next_draw, next_cell;

static void *draw_all(void *unused) {
  union result *r = aligned_alloc(64, sizeof *r);
  for (long first; (first = atomic_fetch_add(&next_draw, LANES)) < draws;) {
    long size = draws - first < LANES ? draws - first : LANES;
    model(r, first);
    for (int c = 0; c < COLUMNS; c++) memcpy(columns + c * draws + first, r->column[c], size * sizeof(double));
  }
  free(r);
  return unused;
}

static void *rank_all(void *unused) {
  double *kept = malloc(draws * sizeof *kept);
  for (long c; (c = atomic_fetch_add(&next_cell, 1)) < COLUMNS - CLAIMS;)
    quantiles(bands[c], columns + c * draws, draws, kept);
  free(kept);
  return unused;
}

static void on_threads(int threads, void *(*work)(void *)) {
  pthread_t other[64];
  for (int t = 1; t < threads; t++) pthread_create(&other[t], NULL, work, NULL);
  work(NULL);
  for (int t = 1; t < threads; t++) pthread_join(other[t], NULL);
}

int main(int count, char **arguments) {
  int threads = 1;
  for (int option; (option = getopt(count, arguments, "n:t:")) != -1;) {
    if (option == 'n') draws = atol(optarg);
    else if (option == 't') threads = atoi(optarg);
    else return 2;
  }
  if (draws < 1 || threads < 1 || threads > 64) return fputs("five_phases: -n from 1, -t from 1 to 64\n", stderr), 2;
  prepare_nodes();
  prepare_pert(0.4, 0.6, 0.9);
  size_t page = 1 << 21, size = (sizeof(double) * COLUMNS * draws + page - 1) / page * page;
  columns = aligned_alloc(page, size);
  if (!columns) return perror("five_phases"), 1;
#ifdef MADV_HUGEPAGE
  madvise(columns, size, MADV_HUGEPAGE); /* half a million small pages would cost a second */
#endif
  on_threads(threads, draw_all);
  on_threads(threads, rank_all);

  puts("metric,year,p05,p50,p95");
  for (int c = 0; c < METRICS * YEARS; c++)
    printf("%s,%d,%.6g,%.6g,%.6g\n", NAMES[c / YEARS], FIRST_YEAR + c % YEARS, bands[c][0], bands[c][1], bands[c][2]);
  for (int c = 0; c < CLAIMS; c++) {
    const double *when = columns + (METRICS * YEARS + CLAIMS + c) * draws, *value = bands[METRICS * YEARS + c];
    long met = 0, never = 0;
    for (long j = 0; j < draws; j++) met += when[j] <= year_end[CLAIM_YEAR[c]], never += when[j] == NEVER;
    printf("# %s: met in %.6f of draws; value p05 %.4f p50 %.4f p95 %.4f; never in %.4f\n", CLAIM[c],
           (double)met / draws, value[0], value[1], value[2], (double)never / draws);
  }
  return 0;
}
