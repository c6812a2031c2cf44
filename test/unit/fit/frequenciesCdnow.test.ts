import { expect, test } from "vitest";
import { fitPurchases } from "#tenure/fit/fitPurchases.js";
import { frequencyClasses } from "#tenure/fit/frequencies.js";
import { calibration, readCdnow } from "../../support/cdnow.ts";
import { dataFile } from "../../support/data.ts";

const path = dataFile("cdnow_sample.txt");

test.skipIf(path === null)("customers of the CDNOW sample by repeat purchases are those published", () => {
  const customers = readCdnow(path ?? "").map(calibration);
  const column = (key: "x" | "tx" | "T"): number[] => customers.map((one) => one[key]);
  const histories = { x: column("x"), tx: column("tx"), T: column("T"), customers: customers.map(() => 1) };
  const classes = frequencyClasses(fitPurchases("bgNbd", histories, { starts: 1 }), histories);
  expect(classes.map(({ actual }) => actual)).toEqual([1411, 439, 214, 100, 62, 38, 29, 64]);
  // Fader, Hardie & Lee 2005, refitted from the raw log.
  expect(classes.map(({ expected }) => expected.toFixed(1))).toEqual([
    ...["1407.7", "460.3", "192.5", "101.2", "59.8", "38.1", "25.5", "71.9"],
  ]);
});
