import { show } from "tenure/notebook";

// @ts-expect-error this is right
await show("text");
