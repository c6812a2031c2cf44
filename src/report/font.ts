/** How wide text is in a typeface, in pixels. */
export interface Font {
  /** Family by which a picture names it. */
  readonly family: string;
  readonly widthOf: (text: string, size: number, isBold: boolean) => number;
}

/**
 * A typeface from its TrueType files: the advance widths of its characters, kerning left out.
 *
 * @param family name of the typeface inside the files
 * @param regular bytes of the upright file
 * @param bold bytes of the bold one
 * @returns what measures its text
 * @throws RangeError when a file has no table of characters that can be read
 */
export function fontFrom(family: string, regular: Uint8Array, bold: Uint8Array): Font {
  const [upright, heavy] = [advances(regular), advances(bold)];
  return {
    family,
    widthOf: (text, size, isBold) => {
      const widths = isBold ? heavy : upright;
      let sum = 0;
      for (const character of text) sum += widths(character.codePointAt(0) ?? 0);
      return sum * size;
    },
  };
}

/** Advance width of a character by its code, as a share of the font's size. */
function advances(bytes: Uint8Array): (code: number) => number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const table = tables(view);
  const unitsPerEm = view.getUint16(table("head") + 18);
  const metrics = view.getUint16(table("hhea") + 34);
  const hmtx = table("hmtx");
  const glyphOf = glyphs(view, table("cmap"));
  return (code) => view.getUint16(hmtx + 4 * Math.min(glyphOf(code), metrics - 1)) / unitsPerEm;
}

/** Where a table begins, by its tag. */
function tables(view: DataView): (tag: string) => number {
  const offsets = new Map<string, number>();
  for (let i = 0; i < view.getUint16(4); i++) {
    const at = 12 + 16 * i;
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((letter) => view.getUint8(at + letter)));
    offsets.set(tag, view.getUint32(at + 8));
  }
  return (tag) => {
    const offset = offsets.get(tag);
    if (offset === undefined) throw new RangeError(`expected a TrueType font, got one without a table ${tag}`);
    return offset;
  };
}

/** Number of a character's glyph, 0 where the font has none: subtable of format 4, that of the basic plane (OpenType, cmap). */
function glyphs(view: DataView, cmap: number): (code: number) => number {
  const starts = Array.from({ length: view.getUint16(cmap + 2) }, (_, i) => cmap + view.getUint32(cmap + 8 + 8 * i));
  const at = starts.find((start) => view.getUint16(start) === 4);
  if (at === undefined) throw new RangeError("expected a font with a character table of format 4");
  const segments = view.getUint16(at + 6) / 2;
  const [ends, begins] = [at + 14, at + 16 + 2 * segments];
  const [deltas, offsets] = [begins + 2 * segments, begins + 4 * segments];
  return (code) => {
    if (code > 0xffff) return 0;
    let segment = 0;
    while (segment < segments && view.getUint16(ends + 2 * segment) < code) segment++;
    const begin = segment < segments ? view.getUint16(begins + 2 * segment) : 0x10000;
    if (code < begin) return 0;
    const delta = view.getUint16(deltas + 2 * segment);
    const offset = view.getUint16(offsets + 2 * segment);
    if (offset === 0) return (code + delta) & 0xffff;
    const glyph = view.getUint16(offsets + 2 * segment + offset + 2 * (code - begin));
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
  };
}
