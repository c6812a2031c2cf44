/** The same numbers in a column twice as long. */
export function widen<Column extends Float64Array | Uint32Array | Uint16Array | Uint8Array>(
  column: Column,
  Type: new (length: number) => Column,
): Column {
  const wider = new Type(column.length * 2);
  wider.set(column);
  return wider;
}
