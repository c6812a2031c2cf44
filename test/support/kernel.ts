import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { Jupyter } from "#tenure/notebook/lab/findJupyter.js";
import { jupyterEnvironment, KERNEL_NAME, NOTEBOOKS } from "#tenure/notebook/lab/places.js";

const SCRIPT = fileURLToPath(new URL("kernel.py", import.meta.url));

/** One message of a kernel about a cell. */
interface Message {
  readonly type: string;
  readonly text?: string;
  readonly traceback?: readonly string[];
}

interface Answer {
  readonly reply: {
    readonly status: string;
    readonly ename?: string;
    readonly evalue?: string;
    readonly execution_count?: number;
  };
  readonly outputs: readonly Message[];
  readonly counts: readonly number[];
}

/** What became of a cell. */
export interface Ran {
  readonly status: string;
  /** Name and message of the error, empty when there was none. */
  readonly error: string;
  readonly traceback: string;
  /** All that streams brought. */
  readonly text: string;
  readonly count: number | undefined;
  readonly counts: readonly number[];
  readonly types: readonly string[];
}

/** A kernel that Jupyter started, and what asks it. */
export class Kernel {
  readonly #child: ChildProcess;
  readonly #answers: AsyncIterator<string>;

  constructor({ python }: Jupyter) {
    this.#child = spawn(python, [SCRIPT, KERNEL_NAME, NOTEBOOKS], {
      env: jupyterEnvironment(),
      stdio: ["pipe", "pipe", "inherit"],
    });
    if (this.#child.stdout === null) throw new Error("no answers can be read");
    this.#answers = createInterface({ input: this.#child.stdout })[Symbol.asyncIterator]();
  }

  async #ask<Value>(request: object): Promise<Value> {
    this.#child.stdin?.write(`${JSON.stringify(request)}\n`);
    const { value, done } = await this.#answers.next();
    if (done) throw new Error("Jupyter has ended");
    return JSON.parse(value);
  }

  /** Runs cells sent together. */
  async runAll(...codes: readonly string[]): Promise<Ran[]> {
    return (await this.#ask<Answer[]>({ do: "run", codes })).map(ranOf);
  }

  async run(code: string): Promise<Ran> {
    const [ran] = await this.runAll(code);
    return ran;
  }

  /** Runs a cell and interrupts it when it has printed `ready`. */
  async interrupt(...codes: readonly string[]): Promise<Ran[]> {
    return (await this.#ask<Answer[]>({ do: "run", codes, interrupt: true })).map(ranOf);
  }

  async complete(code: string): Promise<readonly string[]> {
    const { matches } = await this.#ask<{ matches: readonly string[] }>({
      do: "ask", kind: "complete", code, cursor: code.length,
    }); // biome-ignore format: one question
    return matches;
  }

  async inspect(code: string): Promise<string> {
    const { data } = await this.#ask<{ data: Record<string, string> }>({
      do: "ask", kind: "inspect", code, cursor: code.length,
    }); // biome-ignore format: one question
    return data["text/plain"] ?? "";
  }

  pid(): Promise<number> {
    return this.#ask<number>({ do: "pid" });
  }

  async shutdown(): Promise<void> {
    await this.#ask({ do: "shutdown" });
    this.#child.stdin?.end();
  }

  /** Kills Jupyter, and leaves the kernel to itself. */
  killJupyter(): void {
    this.#child.kill("SIGKILL");
  }
}

function ranOf({ reply, outputs, counts }: Answer): Ran {
  const error = outputs.find(({ type }) => type === "error");
  return {
    status: reply.status,
    error: reply.ename === undefined ? "" : `${reply.ename}: ${reply.evalue}`,
    traceback: (error?.traceback ?? []).join("\n"),
    text: outputs.map(({ text }) => text ?? "").join(""),
    count: reply.execution_count,
    counts,
    types: outputs.map(({ type }) => type),
  };
}
