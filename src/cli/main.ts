#!/usr/bin/env node
import process from "node:process";
import { EXIT } from "./exitCode.js";
import { runProgram } from "./program.js";

/** Who reads no further (`| head`) has what they wanted; whatever is to be written on the disk is written before. */
function endOnBrokenPipe(error: NodeJS.ErrnoException): void {
  if (error.code === "EPIPE") process.exit(process.exitCode ?? EXIT.ok);
  process.stderr.write(`tenure failed: cannot print: ${error.message}\n`);
  process.exit(EXIT.failed);
}

process.stdout.on("error", endOnBrokenPipe);
process.stderr.on("error", () => undefined);
process.exitCode = await runProgram(process.argv.slice(2));
