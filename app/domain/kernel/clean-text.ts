import { removeMarks } from "./remove-marks";

const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad]/g;
/** Spaces of other widths, and letters that are drawn as nothing. */
const oddSpace = /[\u00a0\u1680\u180e\u2000-\u200a\u202f\u205f\u3000\u2800\u115f\u1160\u3164\uffa0]/g;

/**
 * Typed or pasted text as everybody sees it: one form of each letter, plain spaces, nothing that cannot be seen or turns the
 * words around it (Unicode TR 36). Real scripts stay whole; line ends stay. What is only such signs is empty.
 */
export function cleanText(typed: string): string {
  return removeMarks(typed.normalize("NFC").replace(control, "")).replace(oddSpace, " ");
}
