/** This desk sends no script: while an import is under way, the browser loads the page anew by itself. */
export const lookAgainSeconds = 4;

export const isUnderWay = ({ state }: { state: string }): boolean =>
  ["waiting", "running", "cancelling"].includes(state);
