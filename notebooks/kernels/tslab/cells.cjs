"use strict";
const { setTimeout: wait } = require("node:timers/promises");
const { isPromise } = require("node:util/types");
const { compilerVersion } = require("./compiler.cjs");
const { failureOf, thrownFailure } = require("./failure.cjs");
const { joinedStream } = require("./stream.cjs");
const { fromTslab } = require("./tslab.cjs");

const { JupyterHandlerImpl } = fromTslab("./dist/jupyter.js");

/** Long enough to receive the cells that a front end sent together with the one that failed. */
const ABORT_MS = 50;

/** Runs cells one after another, in the order they came. */
class Cells extends JupyterHandlerImpl {
  #failures;
  #queue = Promise.resolve();
  #generation = 0;
  #running = false;
  /** What the last lines of the running cell came to, where that is still to come; and what ends the wait for it. */
  #awaited = [];
  #stopWaiting = () => undefined;

  /**
   * @param executor tslab's
   * @param failures what the executor complains of is appended here
   */
  constructor(executor, failures) {
    super(executor, false);
    this.#failures = failures;
  }

  handleKernel() {
    const info = super.handleKernel();
    info.language_info.version = compilerVersion;
    info.implementation_version = fromTslab("./package.json").version;
    return { status: "ok", ...info };
  }

  /** tslab's writer forgets the callback, for which some writers wait. */
  createWriteToIopub(name, writeStream) {
    const write = super.createWriteToIopub(name, writeStream);
    return (chunk, encoding, callback) => {
      write(chunk);
      const done = typeof encoding === "function" ? encoding : callback;
      if (done !== undefined) process.nextTick(done);
      return true;
    };
  }

  /**
   * Runs a cell when those before it have ended.
   *
   * @param request content of Jupyter's message `execute_request`
   * @param publish sends a message of the given type to all who listen
   * @returns content of the reply
   */
  run(request, publish) {
    const generation = this.#generation;
    const reply = this.#queue.then(() =>
      generation === this.#generation ? this.#runNow(request, publish) : { status: "aborted" },
    );
    this.#queue = reply.catch(() => undefined);
    return reply;
  }

  async #runNow(request, publish) {
    const stream = joinedStream((name, text) => publish("stream", { name, text }));
    const display = (content, isUpdate) => {
      stream.flush();
      publish(isUpdate ? "update_display_data" : "display_data", content);
    };
    this.#failures.length = 0;
    if (!request.silent) publish("execute_input", { code: request.code, execution_count: this.execCount + 1 });
    this.#running = true;
    try {
      await this.handleExecuteImpl(request, stream.write, display);
      await this.#sayAwaited();
    } catch (error) {
      // tslab throws the count of cells when a cell fails, and says why through `failures`.
      if (this.#failures.length === 0) this.#failures.push([error]);
    }
    // A rejection nobody waits for is known one turn later.
    await new Promise(setImmediate);
    this.#running = false;
    if (request.silent) this.execCount--;
    stream.flush();
    if (this.#failures.length === 0) {
      return { status: "ok", execution_count: this.execCount, payload: [], user_expressions: {} };
    }
    const failure = failureOf(this.#failures, request.code);
    publish("error", failure);
    if (request.stop_on_error !== false) {
      await wait(ABORT_MS);
      this.#generation++;
    }
    return { status: "error", execution_count: this.execCount, ...failure };
  }

  /** Prints what the last line of a cell came to; a promise is waited for, as if `await` stood before it. */
  say(value) {
    if (isPromise(value)) this.#awaited.push(value);
    else console.log(value);
  }

  /** Ends the wait for a promise. */
  interrupt() {
    this.#stopWaiting();
  }

  async #sayAwaited() {
    const interrupted = new Promise((_, reject) => {
      this.#stopWaiting = () => reject(new Error("Interrupted asynchronously"));
    });
    interrupted.catch(() => undefined);
    for (const promise of this.#awaited.splice(0)) {
      const value = await Promise.race([promise, interrupted]);
      if (value !== undefined) console.log(value);
    }
  }

  /** An error of a timer, or a rejection nobody waits for: the running cell fails with it; after its end it is only said. */
  failLate(error) {
    if (this.#running) this.#failures.push([error]);
    else process.stderr.write(`${thrownFailure(error).traceback.join("\n")}\n`);
  }
}

module.exports = { Cells };
