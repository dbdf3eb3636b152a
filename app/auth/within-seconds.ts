/** What comes within that time, or null; a later failure is nobody's any more. */
export function withinSeconds<T>(seconds: number, work: Promise<T>): Promise<T | null> {
  work.catch(() => undefined);
  let timer: NodeJS.Timeout;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), seconds * 1000);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
