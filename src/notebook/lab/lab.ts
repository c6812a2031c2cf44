import { spawn } from "node:child_process";
import process from "node:process";
import { reportLabFailure, say } from "./failure.js";
import { findJupyter, type Jupyter } from "./findJupyter.js";
import { jupyterEnvironment, KERNEL_NAME, NOTEBOOKS } from "./places.js";

/** New notebooks get this project's kernel; nothing is asked of the network. JupyterLab ignores what another program understands. */
const SETTINGS = [
  `--ServerApp.root_dir=${NOTEBOOKS}`,
  `--MultiKernelManager.default_kernel_name=${KERNEL_NAME}`,
  "--LabApp.news_url=None",
  "--LabApp.check_for_updates_class=jupyterlab.handlers.announcements.NeverCheckForUpdate",
];

/**
 * Opens notebooks in a browser, until Ctrl-C, which reaches this process only: Jupyter is in a group of its own and is asked once to
 * end, as it then ends its kernels first. Asked a second time it is killed, and kernels notice that.
 *
 * @param jupyter what to start
 * @param args further arguments for it
 * @returns its exit code
 */
function openLab({ python, module }: Jupyter, args: readonly string[]): Promise<number> {
  const child = spawn(python, ["-m", module, ...SETTINGS, ...args], {
    detached: true,
    env: jupyterEnvironment(),
    stdio: ["ignore", "inherit", "inherit"],
  });
  let isAsked = false;
  const end = (): void => {
    child.kill(isAsked ? "SIGKILL" : "SIGTERM");
    isAsked = true;
  };
  process.on("SIGINT", end).on("SIGTERM", end).on("SIGHUP", end);
  return new Promise((resolve, reject) => {
    child.on("error", reject).on("close", (code) => resolve(isAsked ? 0 : (code ?? 1)));
  });
}

try {
  process.exitCode = await openLab(findJupyter("lab", say), process.argv.slice(2));
} catch (error) {
  process.exitCode = reportLabFailure(error);
}
