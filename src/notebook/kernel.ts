import { createRequire } from "node:module";
import type { Json } from "../report/charts/spec.js";

/** One output in several forms; a viewer takes the richest it can draw. */
export interface Bundle {
  /** By MIME type: text, or plain data where the type is JSON; pictures in base64. */
  readonly data: Readonly<Record<string, Json>>;
  readonly metadata: Readonly<Record<string, Json>>;
}

/** Where outputs go: a cell of a notebook, or a terminal. */
export interface Display {
  /** Shows an output; one with an id takes the place of the one shown before under that id. */
  readonly write: (bundle: Bundle, id: string | null) => void;
}

/** What tslab offers: an output below the running cell, or in place of one shown before. */
type WriteDisplayData = (
  message: { data: object; metadata: object; transient: { display_id?: string } },
  update: boolean,
) => void;

/** Where tslab keeps the writer of the running cell. */
const KERNEL_MODULE = /[\\/]tslab[\\/]dist[\\/]jupyter\.js$/;

/**
 * The outputs of the cell that is running.
 *
 * @returns null outside a kernel
 */
export function cellDisplay(): Display | null {
  const { cache } = createRequire(import.meta.url);
  const key = Object.keys(cache).find((file) => KERNEL_MODULE.test(file));
  const kernel: { lastWriteDisplayData?: WriteDisplayData | null } = key === undefined ? {} : cache[key]?.exports;
  const write = kernel.lastWriteDisplayData ?? null;
  if (write === null) return null;
  const shown = new Set<string>();
  return {
    write: ({ data, metadata }, id) => {
      const isUpdate = id !== null && shown.has(id);
      if (id !== null) shown.add(id);
      write({ data, metadata, transient: id === null ? {} : { display_id: id } }, isUpdate);
    },
  };
}
