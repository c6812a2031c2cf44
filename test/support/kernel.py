"""Holds a conversation with a kernel: a line of JSON asks, a line of JSON answers."""

import json
import queue
import sys
import time

from jupyter_client.manager import KernelManager

kernel, folder = sys.argv[1:]
manager = KernelManager(kernel_name=kernel)
manager.start_kernel(cwd=folder)
client = manager.client()
client.start_channels()
client.wait_for_ready(timeout=120)


def collect(ids, on_text=None):
    """Replies and outputs of requests, by request, until each has been answered and is done."""
    found = {one: {"reply": None, "outputs": [], "counts": []} for one in ids}
    idle = set()
    deadline = time.time() + 100
    while len(idle) < len(ids) or any(one["reply"] is None for one in found.values()):
        if time.time() > deadline:
            return {"error": "the kernel does not answer", "found": list(found.values())}
        try:
            message = client.get_iopub_msg(timeout=0.05)
            content, parent = message["content"], message["parent_header"].get("msg_id")
            if parent in found:
                kind = message["msg_type"]
                if kind == "status":
                    if content["execution_state"] == "idle":
                        idle.add(parent)
                elif kind == "execute_input":
                    found[parent]["counts"].append(content["execution_count"])
                else:
                    found[parent]["outputs"].append({"type": kind, **content})
                    if on_text and kind == "stream":
                        on_text(content["text"])
        except queue.Empty:
            pass
        try:
            reply = client.get_shell_msg(timeout=0)
            if reply["parent_header"].get("msg_id") in found:
                found[reply["parent_header"]["msg_id"]]["reply"] = reply["content"]
        except queue.Empty:
            pass
    return list(found.values())


def run(codes, interrupt=False):
    def stop(text):
        if "ready" in text:
            time.sleep(0.1)
            manager.interrupt_kernel()

    return collect([client.execute(code) for code in codes], stop if interrupt else None)


def ask(kind, code, cursor):
    return collect([getattr(client, kind)(code, cursor)])[0]["reply"]


ACTIONS = {
    "run": run,
    "ask": ask,
    "shutdown": lambda: manager.shutdown_kernel() or {},
    "pid": lambda: manager.provisioner.process.pid,
}

for line in sys.stdin:
    request = json.loads(line)
    print(json.dumps(ACTIONS[request.pop("do")](**request)), flush=True)
