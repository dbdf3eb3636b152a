import { setAddress } from "~/domain/jurisdiction/index.server";
import { readCommandWords, type Terminal, Unusable } from "./command-words";
import { refusalInWords } from "./jurisdiction-refusals";
import { asCommand, openPortal } from "./open-portal";

const usage =
  "usage: npm run -s upstream -- jurisdiction address SLUG https://HOST | https://HOST/WORD | --none";

/** `upstream jurisdiction address SLUG URL`: where its public pages are from now on; `--none` takes the address away. */
export async function setJurisdictionAddress(typed: string[], terminal: Terminal): Promise<void> {
  const { positionals, values } = readCommandWords(typed, { none: { type: "boolean" } });
  const [slug, url, ...more] = positionals;
  if (!slug || more.length > 0 || (url === undefined) !== (values.none === true)) throw new Unusable(usage);
  if (url?.trim() === "") throw new Unusable(usage);
  await openPortal(terminal, slug, async (portal) => {
    const set = await asCommand(portal, "jurisdiction", (ctx) =>
      setAddress(ctx, { address: url ?? "" }),
    ).catch((error) => {
      throw refusalInWords(error);
    });
    terminal.out(`${slug}  ${set.from ?? "no address"} -> ${set.to ?? "no address"}\n`);
    terminal.err(
      "The portal takes it up within seconds. Links that were sent under the address before lead on only while that one\n" +
        "still reaches this portal.\n",
    );
  });
}
