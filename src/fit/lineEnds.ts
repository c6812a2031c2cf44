const LF = 10;
const CR = 13;

/**
 * Whether some lines of a text end with a line feed alone and others with a carriage return before it: no parser of strict records takes
 * that, and it is what a header put before a file from another system gives.
 *
 * @param head first bytes of a file
 */
export function hasMixedLineEnds(head: Uint8Array): boolean {
  let [alone, after] = [0, 0];
  for (let at = head.indexOf(LF); at >= 0; at = head.indexOf(LF, at + 1)) {
    if (at > 0 && head[at - 1] === CR) after++;
    else alone++;
  }
  return alone > 0 && after > 0;
}

/**
 * The same text with a line feed alone at the end of every line: as many lines as before.
 *
 * @param blocks of a file, in order
 */
export async function* withOneLineEnd(blocks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let isHeld = false;
  for await (const block of blocks) {
    const out = new Uint8Array(block.length + 1);
    let length = 0;
    for (const byte of block) {
      if (isHeld && byte !== LF) out[length++] = CR;
      isHeld = byte === CR;
      if (!isHeld) out[length++] = byte;
    }
    yield out.subarray(0, length);
  }
  if (isHeld) yield Uint8Array.of(CR);
}
