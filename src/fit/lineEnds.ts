const LF = 10;
const CR = 13;

const MARK = [0xef, 0xbb, 0xbf];

/**
 * Whether some lines of a text end with a line feed alone and others with a carriage return before it, or blank lines follow a byte order
 * mark: no parser of strict records takes that, and it is what a header put before a file from another system gives.
 *
 * @param head first bytes of a file
 */
export function needsOneLineEnd(head: Uint8Array): boolean {
  const isBlankAfterMark = MARK.every((byte, at) => head[at] === byte) && (head[3] === LF || head[3] === CR);
  return isBlankAfterMark || hasMixedLineEnds(head);
}

function hasMixedLineEnds(head: Uint8Array): boolean {
  let [alone, after] = [0, 0];
  for (let at = head.indexOf(LF); at >= 0; at = head.indexOf(LF, at + 1)) {
    if (at > 0 && head[at - 1] === CR) after++;
    else alone++;
  }
  return alone > 0 && after > 0;
}

/**
 * The same text with a line feed alone at the end of every line, as many lines as before, and without a byte order mark.
 *
 * @param blocks of a file, in order
 */
export async function* withOneLineEnd(blocks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let isHeld = false;
  let isFirst = true;
  for await (const whole of blocks) {
    const block = isFirst && MARK.every((byte, at) => whole[at] === byte) ? whole.subarray(MARK.length) : whole;
    isFirst = false;
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
