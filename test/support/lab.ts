import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Ended, ended } from "./cli.ts";

const LAB = fileURLToPath(new URL("../../dist/notebook/lab/lab.js", import.meta.url));
const TOKEN = "a-token-for-this-test";

/** JupyterLab as `npm run lab` opens it, without a browser and with no settings of whoever runs the test. */
export class Lab {
  readonly #child: ChildProcess;
  readonly #home = mkdtempSync(join(tmpdir(), "lab-"));
  readonly #port: number;
  readonly #ended: Promise<Ended>;

  private constructor(port: number, args: readonly string[]) {
    this.#port = port;
    const own = Object.fromEntries(
      ["CONFIG", "DATA", "RUNTIME"].map((name) => {
        const folder = join(this.#home, name.toLowerCase());
        mkdirSync(folder, { mode: 0o700 });
        return [`JUPYTER_${name}_DIR`, folder];
      }),
    );
    // All cells are in the page, also those out of sight.
    const settings = join(this.#home, "config", "lab", "user-settings", "@jupyterlab", "notebook-extension");
    mkdirSync(settings, { recursive: true });
    writeFileSync(join(settings, "tracker.jupyterlab-settings"), JSON.stringify({ windowingMode: "none" }));
    const options = ["--no-browser", "--allow-root", `--port=${port}`, `--IdentityProvider.token=${TOKEN}`];
    this.#child = spawn(process.execPath, [LAB, ...options, ...args], {
      env: { ...process.env, ...own },
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.#ended = ended(this.#child);
  }

  static async open(...args: readonly string[]): Promise<Lab> {
    return new Lab(await freePort(), args);
  }

  /** Address of a page. */
  address(path: string): string {
    return `http://127.0.0.1:${this.#port}/${path}?token=${TOKEN}`;
  }

  /** What the server answers to a question about itself; undefined while there is none. */
  async ask(path: string): Promise<unknown> {
    const answer = await fetch(this.address(path)).catch(() => undefined);
    return answer?.ok ? answer.json() : undefined;
  }

  /** Ends it as Ctrl-C does, and says how. */
  async close(): Promise<number | null> {
    this.#child.kill("SIGINT");
    const { code } = await this.#ended;
    rmSync(this.#home, { recursive: true, force: true });
    return code;
  }
}

function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.on("error", reject).listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => (typeof address === "object" && address !== null ? resolve(address.port) : reject()));
    });
  });
}
