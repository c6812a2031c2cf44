import { describe, expect, test } from "vitest";
import { drifts } from "#tenure/notebook/lab/drift.js";
import { driftWords } from "#tenure/notebook/lab/driftWords.js";
import type { Cell, Output } from "#tenure/notebook/lab/notebook.js";

const cellOf = (...outputs: readonly Output[]): Cell => ({
  cell_type: "code", id: "a", metadata: {}, source: "", outputs, execution_count: 1,
}); // biome-ignore format: one cell
const stream = (text: string | readonly string[], name = "stdout"): Output => ({ output_type: "stream", name, text });
const shown = (data: Output["data"]): Output => ({ output_type: "display_data", data: data ?? {}, metadata: {} });
const words = (got: readonly Output[], expected: readonly Output[]): string[] =>
  driftWords(drifts([cellOf(...got)], [cellOf(...expected)]));

/** The head of a PNG of the given size, and something behind it. */
function png(width: number, height: number, rest: string): string {
  const bytes = Buffer.alloc(24);
  bytes.write("\u0089PNG\r\n\u001a\n", "latin1");
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return Buffer.concat([bytes, Buffer.alloc(40), Buffer.from(rest)]).toString("base64");
}

describe("texts", () => {
  test("the same in other pieces, in lines or not, are the same", () => {
    expect(words([stream("a\n"), stream("b\n")], [stream(["a\n", "b\n"])])).toEqual([]);
  });

  test("a number is named by cell, line, expected and got", () => {
    expect(words([stream("one\ncost $1.31\n")], [stream("one\ncost $1.30\n")])).toEqual([
      "cell 1, stdout, line 2: expected cost $1.30, got cost $1.31",
    ]);
  });

  test("run times are not compared, numbers beside them are", () => {
    expect(words([stream("100 replicates in 0.8 s\n")], [stream("100 replicates in 12 seconds\n")])).toEqual([]);
    expect(words([stream("99 replicates in 0.8 s\n")], [stream("100 replicates in 0.8 s\n")])).toHaveLength(1);
    expect(words([stream("12 months, $3 spent\n")], [stream("13 months, $3 spent\n")])).toHaveLength(1);
  });

  test("of a progress line the last state is compared", () => {
    expect(words([stream("\r 10 %\r 90 %\rdone\n")], [stream("\r 40 %\rdone\n")])).toEqual([]);
    expect(words([stream("\rdone\n")], [stream("\rbroken off\n")])).toHaveLength(1);
  });

  test("a line more, a line less, and an output more are drift", () => {
    expect(words([stream("a\nb\n")], [stream("a\n")])).toEqual(["cell 1, stdout, line 2: expected nothing, got b"]);
    expect(words([stream("a\n")], [stream("a\nb\n")])).toEqual(["cell 1, stdout, line 2: expected b, got nothing"]);
    expect(words([stream("a\n"), stream("w", "stderr")], [stream("a\n")])).toEqual([
      "cell 1, outputs: expected stdout, got stdout, stderr",
    ]);
  });
});

describe("charts and images", () => {
  const chart = "application/vnd.vegalite.v5+json";

  test("a number in a specification is named by its place", () => {
    const spec = (uplift: number) => shown({ [chart]: { data: { values: [{ uplift: 1 }, { uplift }] } } });
    expect(words([spec(2.25)], [spec(2.25)])).toEqual([]);
    expect(words([spec(2.25)], [spec(2.5)])).toEqual([
      `cell 1, ${chart}.data.values[1].uplift: expected 2.5, got 2.25`,
    ]);
  });

  test("an image alone must have the same bytes, beside its numbers the same size", () => {
    const [one, other, larger] = [png(20, 10, "a"), png(20, 10, "b"), png(40, 10, "a")];
    expect(words([shown({ "image/png": one })], [shown({ "image/png": `${one}\n` })])).toEqual([]);
    expect(words([shown({ "image/png": other })], [shown({ "image/png": one })])).toHaveLength(1);
    const both = (image: string) => shown({ [chart]: { a: 1 }, "image/png": image });
    expect(words([both(other)], [both(one)])).toEqual([]);
    expect(words([both(larger)], [both(one)])).toEqual([
      "cell 1, image/png: expected 20 × 10 pixels, got 40 × 10 pixels",
    ]);
  });
});

test("an error is drift and says what it is", () => {
  const error = { output_type: "error", ename: "RangeError", evalue: "too far", traceback: [] };
  expect(words([error], [stream("a")])).toEqual(["cell 1, outputs: expected stdout, got error (RangeError: too far)"]);
});

test("of many, some are shown and the rest counted", () => {
  const lines = (text: string): Output => stream(`${text}\n`.repeat(30));
  expect(words([lines("a")], [lines("b")]).at(-1)).toBe("and 18 more");
});
