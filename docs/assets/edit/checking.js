// Everything that is wrong with one record, in the order of the command line.

import { read } from "./reading.js";
import { recordsOf } from "./records.js";
import { RULES } from "./rules.js";
import { ordered } from "./saying.js";
import { shapeFindings } from "./shape.js";

/**
 * `path` is that of the record's file in the data folder, `today` a date such as 2025-06-30. What
 * crosses records is looked at once the shape is good.
 * @type {(text: string, path: string, kind: string, schema: any, index: import("./records.js").Index, ground: import("./places.js").Ground, today: string) => import("./reading.js").Finding[]}
 */
export const check = (text, path, kind, schema, index, ground, today) => {
  const { reading, findings } = read(text);
  if (!reading) return ordered(findings);
  const shape = shapeFindings(reading, schema);
  if (shape.length) return ordered(shape);
  const records = recordsOf(path, kind, reading, index, ground, today);
  return ordered(RULES.flatMap((rule) => rule(records)));
};
