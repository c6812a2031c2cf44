"""
Reference values of the models' likelihoods, for test/unit/models/reference.test.ts, and of functions of large parameters, for it and
test/unit/math/logBetaMean.test.ts: printed by

    python3 -m venv v && v/bin/pip install mpmath==1.4.1 && v/bin/python test/support/modelReference.py

Every value is the story itself, integrated by mpmath with 30 digits; no closed form or method of ours is used.
"""
from mpmath import mp, mpf, quad, gamma, exp, expm1, log, log1p, loggamma, inf, beta, hyperu, factorial

mp.dps = 30


def gamma_mean(f, shape, rate):
    """Mean of f over a gamma distribution; v = log of the rate keeps the density smooth at 0."""
    density = lambda v: exp(shape * (v + log(rate)) - rate * exp(v)) / gamma(shape)
    center = log(mpf(shape) / rate)
    return quad(lambda v: f(exp(v)) * density(v), [center - 150 / shape, center - 20, center - 5, center, center + 2, center + 5])


def beta_mean(f, a, b):
    """Mean of f over a beta distribution; u = log odds."""
    p = lambda u: 1 / (1 + exp(-u))
    density = lambda u: p(u) ** a * p(-u) ** b / beta(a, b)
    return quad(lambda u: f(p(u)) * density(u), [-150 / a, -30, -8, -2, 0, 2, 8, 30, 150 / b])


def bg(r, al, a, b, x, tx, T, first):
    still = gamma_mean(lambda l: l**x * exp(-l * T), r, al) * beta_mean(lambda p: (1 - p) ** (x + first), a, b)
    if x + first == 0:
        return log(still)
    left = gamma_mean(lambda l: l**x * exp(-l * tx), r, al) * beta_mean(lambda p: p * (1 - p) ** (x + first - 1), a, b)
    return log(still + left)


def pareto(r, al, s, be, x, tx, T):
    """Means over the two gamma distributions are elementary; the time of leaving is integrated."""
    bought = lambda u: gamma(r + x) / gamma(r) * al**r / (al + u) ** (r + x)
    still = bought(T) * (be / (be + T)) ** s
    left = quad(lambda u: bought(u) * s * be**s / (be + u) ** (s + 1), [tx, (3 * tx + T) / 4, T]) if tx < T else 0
    return log(still + left)


def pareto_count(r, al, s, be, x, t):
    pmf = lambda u: gamma(r + x) / gamma(r) / factorial(x) * (al / (al + u)) ** r * (u / (al + u)) ** x
    return pmf(t) * (be / (be + t)) ** s + quad(lambda u: pmf(u) * s * be**s / (be + u) ** (s + 1), [0, t / 8, t / 2, t])


def dert(r, al, s, be, x, tx, T, d):
    """Fader, Hardie & Lee 2005, RFM and CLV, as printed, with Tricomi's function."""
    l = exp(pareto(r, al, s, be, x, tx, T))
    return al**r * be**s * d ** (s - 1) * gamma(r + x + 1) * hyperu(s, s, d * (be + T)) / (gamma(r) * (al + T) ** (r + x + 1) * l)


def log_beta_mean(a, b, logf):
    """log E f(p) over p ~ Beta(a, b) in log odds, from the peak outwards: shapes here are too large for the ready-made intervals above."""
    a, b = mpf(a), mpf(b)
    h = lambda u: a * u - (a + b) * log1p(exp(u)) + logf(u)
    low, high = mpf(-400), mpf(400)
    for _ in range(170):
        third = (high - low) / 3
        if h(low + third) < h(high - third):
            low += third
        else:
            high -= third
    peak = (low + high) / 2
    top = h(peak)
    total = mpf(0)
    for side in (-1, 1):
        done, here, width = mpf(0), mpf(0), mpf(1)
        while here > -75:
            width = min(2 * width, mpf(3) / 2 if done < 200 else done / 4)
            while here - (h(peak + side * (done + width)) - top) > 6:
                width /= 2
            total += quad(lambda d: exp(h(peak + side * d) - top), [done, done + width], maxdegree=5)
            done += width
            here = h(peak + side * done) - top
    return top + log(total) - (loggamma(a) + loggamma(b) - loggamma(a + b))


def log_hypergeometric(a, b, c, z):
    """Euler's integral, for c above a or b."""
    a, b, c, z = map(mpf, (a, b, c, z))
    if not c > b:
        a, b = b, a
    return log_beta_mean(b, c - b, lambda u: -a * log1p(-z / (1 + exp(-u))))


def occasions(r, z, a, b):
    """Purchases of BG/NBD, as the mean over the chance to leave."""
    r, z = mpf(r), mpf(z)
    p = lambda u: 1 / (1 + exp(-u))
    return exp(log_beta_mean(a, b, lambda u: log(-expm1(-r * log1p(z / (1 - z) * p(u)))) - log(p(u))))


def pareto_alive(r, al, s, be, x, tx, T):
    """Odds of having left, relative to the end of the time observed so that nothing overflows."""
    r, al, s, be, x, tx, T = map(mpf, (r, al, s, be, x, tx, T))
    h = lambda u: -(r + x) * log((al + u) / (al + T)) - (s + 1) * log((be + u) / (be + T))
    left, u, width = mpf(0), tx, T - tx
    while u < T and h(u) - h(tx) > -80:
        width = min(2 * width, T - u, min(al, be) + u)
        while h(u) - h(u + width) > 5:
            width /= 2
        left += quad(lambda v: exp(h(v) - h(tx)), [u, u + width])
        u = T if u + width >= T else u + width
    return 1 / (1 + exp(h(tx) + log(s * left / (be + T))))


f = mpf
HISTORIES = [(0, 0, 39), (1, 0, 30), (2, f("30.43"), f("38.86")), (7, 39, 39), (26, f("30.86"), 31)]
B = (f("0.243"), f("4.414"), f("0.793"), f("2.426"))
P = (f("0.553"), f("10.578"), f("0.606"), f("11.669"))
Q = (f("1.5"), f("4"), f("1.2"), f("30"))
show = lambda name, values, digits=13: print(name, [mp.nstr(v, digits) for v in values])
show("bgNbd", [bg(*B, x, f(tx), f(T), 0) for x, tx, T in HISTORIES])
show("mbgNbd", [bg(*B, x, f(tx), f(T), 1) for x, tx, T in HISTORIES])
show("paretoNbd", [pareto(*P, x, f(tx), f(T)) for x, tx, T in HISTORIES])
show("paretoNbd alpha < beta", [pareto(*Q, x, f(tx), f(T)) for x, tx, T in HISTORIES])
show("paretoNbd counts", [pareto_count(*P, x, f(39)) for x in (0, 1, 5, 40)])
show("paretoNbd dert", [dert(*P, x, f(tx), f(T), log(f("1.1")) / 52) for x, tx, T in HISTORIES])
mp.dps = 40
LARGE = [
    (105354, 0.0042763, 0.092047, 0.99988361),
    (3299.6, 0.00294906, 3300.6, 0.9999840418),
    (220323, 0.106996, 220324, 0.99999999821231),
    (0.460581, 104295, 104831.077, 0.99844076),
    (751904, 12.0495, 751905, 0.99871262),
    (40689, 3330000.0, 3588258, 0.9989433),
    (17234.2, 0.920246, 8814.920246, 0.999600754),
    (6.9296, 50.694, 81.9015, 0.999999951061),
    (0.0076096, 131743, 136681.28, 0.99999683155),
    (492.073, 0.694371, 493.073, 0.99999513151),
    (100000.0, 1.00001, 100001.00001, 0.9986),
]
OCCASIONS = [
    (90000.0, 0.99998, 1e-05, 100000.0),
    (8342.29, 0.99995697, 55.5723, 2.35682),
    (327.846, 0.999827136, 66186, 8604.16),
    (105203, 0.9481434, 0.00209779, 42.0673),
    (1108.06, 0.999805921, 0.390227, 0.265164),
    (762630, 0.99999894781, 1, 3.48656),
]
ALIVE = [
    (100000.0, 14000.0, 1e-05, 10000000.0, 2500, 360, 365),
    (100000.0, 100000.0, 100000.0, 6000000.0, 300, 100, 365),
    (0.553, 10.578, 0.606, 11.669, 5000, 990, 1000),
    (579.162, 18.8766, 0.0138507, 1862.33, 38, 1.5763, 5.25842),
    (813.662, 2959.98, 85302, 249645, 9, 0.629064, 1.63058),
]
show("log 2F1", [log_hypergeometric(*one) for one in LARGE], 17)
show("occasions", [occasions(*one) for one in OCCASIONS])
show("paretoNbd alive", [pareto_alive(*one) for one in ALIVE])
