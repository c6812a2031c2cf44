"""Runs notebooks through their kernel, each in one of its own, and prints what became of each as a line of JSON."""

import json
import sys
import time

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

folder, kernel, timeout, *files = sys.argv[1:]


def cell_of(notebook):
    """Position, from 1, of the cell that ran last."""
    ran = [index for index, cell in enumerate(notebook.cells, 1) if cell.get("execution_count") is not None]
    return ran[-1] if ran else 0


def run(file):
    notebook = nbformat.read(file, as_version=4)
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    client = NotebookClient(
        notebook,
        kernel_name=kernel,
        timeout=int(timeout),
        record_timing=False,
        resources={"metadata": {"path": folder}},
    )
    started, failure = time.perf_counter(), None
    try:
        client.execute()
    except CellExecutionError as error:
        failure = {"name": error.ename, "message": error.evalue}
    except CellTimeoutError:
        failure = {"name": "Timeout", "message": f"a cell ran for more than {timeout} seconds"}
    except DeadKernelError:
        failure = {"name": "Dead", "message": "the kernel died"}
    if failure is not None:
        failure["cell"] = cell_of(notebook)
    notebook = nbformat.v4.writes(notebook)
    return {"seconds": time.perf_counter() - started, "failure": failure, "notebook": json.loads(notebook)}


for file in files:
    print(json.dumps({"file": file, **run(file)}), flush=True)
