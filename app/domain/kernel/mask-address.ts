/** An email so that whoever knows the person recognizes it and nobody else learns it: n•••@cedar.example. */
export function maskAddress(email: string): string {
  const at = email.lastIndexOf("@");
  const name = email.slice(0, Math.max(0, at));
  return `${name.length > 1 ? [...name][0] : ""}•••${at < 0 ? "" : email.slice(at)}`;
}
