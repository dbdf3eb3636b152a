/** Runs a stage and answers what it answers. */
export type Watch = <T>(stage: string, work: () => Promise<T>) => Promise<T>;

/** Times each stage, in seconds by its name, and says it. */
export function watchStages(tell: (stage: string) => void) {
  const seconds: Record<string, number> = {};
  const run: Watch = async (stage, work) => {
    const started = performance.now();
    const result = await work();
    seconds[stage] = Number(((performance.now() - started) / 1000).toFixed(3));
    tell(`${stage} ${seconds[stage].toFixed(1)} s`);
    return result;
  };
  return { seconds, run };
}
