"""
The peer of test/bench/fit.mjs: fits BG/NBD with lifetimes, from PyPI, to the histories in a file of JSON, and prints seconds and
parameters as JSON, a line a round. Run by fit.mjs; needs

    python3 -m venv .venv && .venv/bin/pip install lifetimes==0.11.3 "numpy<2" "pandas<2.2"
"""
import json
import sys
import time
import warnings

warnings.filterwarnings("ignore")

from lifetimes import BetaGeoFitter  # noqa: E402
import numpy as np  # noqa: E402

with open(sys.argv[1]) as file:
    columns = json.load(file)
frequency = np.array(columns["x"], dtype=float)
recency = np.array(columns["tx"], dtype=float)
age = np.array(columns["T"], dtype=float)
print("ready", flush=True)
for _ in sys.stdin:
    began = time.perf_counter()
    fitter = BetaGeoFitter(penalizer_coef=0.0)
    fitter.fit(frequency, recency, age)
    seconds = time.perf_counter() - began
    r, alpha, a, b = (float(fitter.params_[name]) for name in ("r", "alpha", "a", "b"))
    print(json.dumps({"seconds": seconds, "r": r, "alpha": alpha, "a": a, "b": b}), flush=True)
