import { measureLinkage, printLinkage } from "./measure-linkage";
import { linkageBars, type Take } from "./report";

/** (g) The linker: `--records=1000000` asks for another size, `--seed=1001` for families that nobody has seen. */
export async function benchLinkage(records: number, seed: number, take: Take): Promise<void> {
  const taken = [
    await measureLinkage({ records, seed, noise: 1 }),
    await measureLinkage({ records, seed, noise: 2 }),
  ];
  take("linkage", { taken }, ["", "(g) upstream link", ...taken.flatMap(printLinkage)], linkageBars(taken));
}
