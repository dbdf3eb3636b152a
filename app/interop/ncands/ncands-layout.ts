/**
 * NCANDS Child File, state submission form: one record a line, a child in a report. First and last character of each field
 * that is read, from 1. Fields 1 to 146 (312 characters) agree in three public sources; the widths of 147 to 150 are OUR
 * READING (field order and meaning found, widths not). Workers and perpetrators' ids are never read.
 * Source: NCANDS Child File codebook as rebuilt in design/formats/ncands-child-file.md.
 */
const ncandsFields = {
  SUBYR: [1, 4],
  STATERR: [5, 6],
  RPTID: [7, 18],
  CHID: [19, 30],
  RPTCNTY: [31, 33],
  RPTDT: [34, 41],
  INVDATE: [42, 49],
  RPTSRC: [50, 51],
  RPTDISP: [52, 53],
  RPTDISDT: [54, 61],
  CHBDATE: [65, 72],
  CHSEX: [73, 73],
  CHRACAI: [74, 74],
  CHRACAS: [75, 75],
  CHRACBL: [76, 76],
  CHRACNH: [77, 77],
  CHRACWH: [78, 78],
  CHRACUD: [79, 79],
  CHETHN: [80, 80],
  CHMAL1: [88, 88],
  MAL1LEV: [89, 90],
  CHMAL2: [91, 91],
  MAL2LEV: [92, 93],
  CHMAL3: [94, 94],
  MAL3LEV: [95, 96],
  CHMAL4: [97, 97],
  MAL4LEV: [98, 99],
  MALDEATH: [100, 100],
  PER1REL: [209, 210],
  PER2REL: [241, 242],
  PER3REL: [273, 274],
  AFCARSID: [293, 304],
  INCIDDT: [305, 312],
  RPTTM: [313, 316],
  INVSTRTM: [317, 320],
} as const satisfies Record<string, readonly [number, number]>;

export type NcandsField = keyof typeof ncandsFields;

/** Characters a line: before the incident date (field 146), with it, and with the fields of federal fiscal years since 2015. */
export const ncandsLengths: readonly number[] = [304, 312, 338];
/** A line that is cut before this one's end has no report date: it is no record. */
export const shortestRecord = ncandsFields.RPTDT[1];

/** A field's text without blanks around it; empty where the line is shorter. */
export function readField(line: string, field: NcandsField): string {
  const [from, to] = ncandsFields[field];
  return line.slice(from - 1, to).trim();
}
