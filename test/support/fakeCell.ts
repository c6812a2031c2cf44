import { createRequire } from "node:module";
import { join } from "node:path";

/** An output as the kernel sends it on. */
export interface Sent {
  readonly data: Readonly<Record<string, unknown>>;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly id: string | undefined;
  readonly isUpdate: boolean;
}

const { cache } = createRequire(import.meta.url);
const KEY = join("/nowhere", "tslab", "dist", "jupyter.js");

/**
 * Runs something as if in a cell of tslab.
 *
 * @param cell what the cell does
 * @returns what the kernel was given to send, in order
 */
export async function inCell(cell: (sent: readonly Sent[]) => Promise<void>): Promise<Sent[]> {
  const sent: Sent[] = [];
  const lastWriteDisplayData = (
    message: { data: Sent["data"]; metadata: Sent["metadata"]; transient: { display_id?: string } },
    isUpdate: boolean,
  ): void => {
    sent.push({ data: message.data, metadata: message.metadata, id: message.transient.display_id, isUpdate });
  };
  cache[KEY] = { exports: { lastWriteDisplayData } } as unknown as NodeJS.Module;
  try {
    await cell(sent);
  } finally {
    delete cache[KEY];
  }
  return sent;
}
