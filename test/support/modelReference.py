"""
Reference values of the models' likelihoods, for test/unit/models/reference.test.ts: printed by

    python3 -m venv v && v/bin/pip install mpmath==1.4.1 && v/bin/python test/support/modelReference.py

Every value is the story itself, integrated by mpmath with 30 digits; no closed form or method of ours is used.
"""
from mpmath import mp, mpf, quad, gamma, exp, log, inf, beta, hyperu, factorial

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


f = mpf
HISTORIES = [(0, 0, 39), (1, 0, 30), (2, f("30.43"), f("38.86")), (7, 39, 39), (26, f("30.86"), 31)]
B = (f("0.243"), f("4.414"), f("0.793"), f("2.426"))
P = (f("0.553"), f("10.578"), f("0.606"), f("11.669"))
Q = (f("1.5"), f("4"), f("1.2"), f("30"))
show = lambda name, values: print(name, [mp.nstr(v, 13) for v in values])
show("bgNbd", [bg(*B, x, f(tx), f(T), 0) for x, tx, T in HISTORIES])
show("mbgNbd", [bg(*B, x, f(tx), f(T), 1) for x, tx, T in HISTORIES])
show("paretoNbd", [pareto(*P, x, f(tx), f(T)) for x, tx, T in HISTORIES])
show("paretoNbd alpha < beta", [pareto(*Q, x, f(tx), f(T)) for x, tx, T in HISTORIES])
show("paretoNbd counts", [pareto_count(*P, x, f(39)) for x in (0, 1, 5, 40)])
show("paretoNbd dert", [dert(*P, x, f(tx), f(T), log(f("1.1")) / 52) for x, tx, T in HISTORIES])
